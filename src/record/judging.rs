//! Figures in, ruling out: every measure of a rule, its alternatives, vetoes and quorums, in integers.
//!
//! Nothing here knows a meeting. The live session and `quorate judge` both lay their figures on a
//! [`Sheet`]; a figure the rule needs and the sheet lacks is named and never guessed.

mod attendance;

use crate::charter::rule::{needed, scale_name};
use crate::charter::{Amount, Base, Measure, Quorum, Ratio, Rule, Ruling, TieEnd, Who};
use attendance::quorums;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The figures of one kind of counting: heads, a weight, a group.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sides {
    /// For.
    pub yes: Option<Amount>,
    /// Against.
    pub no: Option<Amount>,
    /// Abstaining.
    pub abstain: Option<Amount>,
    /// Invalid papers.
    pub invalid: Amount,
    /// Present or represented, without the recused.
    pub present: Option<Amount>,
    /// All there are.
    pub total: Option<Amount>,
    /// Of them, recused.
    pub recused: Amount,
    /// Entitled, and gave no vote.
    pub not_voting: Option<Amount>,
}

/// All figures of one vote.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    /// The figures given first.
    pub plain: Sides,
    /// What the plain figures count; heads of the whole body where empty.
    pub plain_counts: String,
    /// Everything else that was counted, by name.
    pub others: BTreeMap<String, Sides>,
    /// Veto holders who voted against; `None` where that is not known.
    pub vetoes: Option<Vec<String>>,
    /// Preconditions on file; `None` where that is not known.
    pub on_file: Option<Vec<String>>,
    /// How many not in favour block, where a rule takes that from the weights of single members.
    pub blocking: Option<u32>,
    /// Whether the meeting was called a second time.
    pub second_call: bool,
    /// Whether equal votes have been voted again already.
    pub voted_again: bool,
}

/// A figure that is needed and not there: where it would stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lacking(pub String);

/// One measure with its figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measured {
    /// What is counted: a weight, a group; heads of the whole body where empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub counts: String,
    /// Of whom the share is taken.
    pub of: Base,
    /// The base.
    pub base: Amount,
    /// The least that meets it; `None` where the base is nothing.
    pub needed: Option<Amount>,
    /// In favour.
    pub have: Amount,
    /// Whether it is met.
    pub met: bool,
    /// Whether the share is hit exactly.
    pub exact: bool,
    /// Which alternative of the rule it belongs to, from 1; 0 where there are none.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub way: u32,
}

fn is_zero(n: &u32) -> bool {
    *n == 0
}

/// A quorum with its figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attended {
    /// What is counted; heads where empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub counts: String,
    /// Who is counted.
    pub who: Who,
    /// Fewest that are enough.
    pub needed: Amount,
    /// How many there were.
    pub have: Amount,
    /// Whether they are enough.
    pub met: bool,
}

/// What a rule says of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// Whether it is carried, before any ruling or casting vote.
    pub carried: bool,
    /// Every measure, way after way.
    pub measures: Vec<Measured>,
    /// Place of the measure that decides.
    pub decider: usize,
    /// Quorums, that of the meeting first.
    pub quorums: Vec<Attended>,
    /// Whether the meeting's own quorum could not be judged on this sheet.
    pub quorum_unknown: bool,
    /// Who stopped it.
    pub vetoed_by: Vec<String>,
    /// Whether it is only deemed carried, too few being against it to block.
    pub deemed: bool,
    /// The precondition the way that carried it needs, where nobody said that it is on file.
    pub needs: Option<String>,
    /// Whether the presider must or may rule.
    pub ruling: Ruling,
    /// Whether yes and no are equal, and how that ends.
    pub tie: Option<TieEnd>,
}

impl Judged {
    /// The measure that decides.
    pub fn deciding(&self) -> Option<&Measured> {
        self.measures.get(self.decider)
    }
}

/// Judges a sheet by a rule, and by the quorum of the meeting where there is one.
pub fn judge(rule: &Rule, meeting: Option<&Quorum>, sheet: &Sheet) -> Result<Judged, Lacking> {
    let ways = open_ways(rule, sheet);
    let several = ways.len() > 1;
    let mut measures: Vec<Measured> = Vec::new();
    let mut best: Option<(bool, bool, usize)> = None;
    let mut needs = None;
    for (way, needed, list) in ways {
        let begin = measures.len();
        for measure in &list {
            let mut measured = measured(rule, measure, sheet)?;
            measured.way = if several { way } else { 0 };
            measures.push(measured);
        }
        let Some(tightest) = tightest(&measures, begin) else { continue };
        let met = measures.iter().skip(begin).all(|m| m.met);
        // A way that nothing has to be on file for comes before one that needs a paper.
        let free = needed.is_none();
        let better = best.is_none_or(|(best_met, best_free, place)| {
            let closer = match (measures.get(tightest), measures.get(place)) {
                (Some(a), Some(b)) => is_tighter(b, a),
                _ => false,
            };
            if (met, free) != (best_met, best_free) && (met || best_met) {
                (met, free) > (best_met, best_free)
            } else {
                closer
            }
        });
        if better {
            best = Some((met, free, tightest));
            needs = needed.filter(|_| met && sheet.on_file.is_none());
        }
    }
    let (mut carried, mut decider) = best.map_or((false, 0), |(met, _, place)| (met, place));
    let deemed = !carried && deemed(rule, sheet, &measures)?;
    carried |= deemed;
    if deemed {
        // Then the heads decide, and not the measure that was missed.
        decider = measures.iter().position(|m| m.counts.is_empty()).unwrap_or(decider);
    }
    let (quorums, quorum_unknown) = quorums(rule, meeting, sheet)?;
    let quorate = quorums.iter().all(|q| q.met);
    let level =
        sheet.plain.yes.is_some_and(|yes| yes > Amount::ZERO && Some(yes) == sheet.plain.no);
    let level = level && !carried;
    let to_be_stopped = carried || (level && sheet.vetoes.is_some());
    let vetoed_by = if to_be_stopped { vetoes(rule, sheet)? } else { Vec::new() };
    let stopped = !quorate || !vetoed_by.is_empty();
    let exact = measures.get(decider).is_some_and(|m| m.exact);
    let ruling = rule.exactly.as_ref().filter(|_| exact && !stopped);
    let tie = (level && !stopped).then(|| match rule.tie_end() {
        TieEnd::SecondVote if sheet.voted_again => TieEnd::Fails,
        end => end,
    });
    Ok(Judged {
        carried: carried && !stopped,
        measures,
        decider,
        quorums,
        quorum_unknown,
        vetoed_by,
        deemed,
        needs,
        ruling: ruling.map_or(Ruling::None, |e| e.ruling),
        tie,
    })
}

/// The ways that are open: one that needs a paper is closed where it is known not to be on file.
fn open_ways<'r>(rule: &'r Rule, sheet: &Sheet) -> Vec<(u32, Option<String>, Vec<Measure>)> {
    let on_file = |paper: &'r str| {
        sheet.on_file.as_ref().is_none_or(|filed| filed.iter().any(|f| f == paper))
    };
    let ways = rule.ways().into_iter().zip(1..);
    ways.filter(|((needs, _), _)| needs.is_none_or(on_file))
        .map(|((needs, list), way)| (way, needs.map(str::to_owned), list))
        .collect()
}

/// The tightest of the measures from a place on: the one furthest below, or least above, its number.
fn tightest(measures: &[Measured], begin: usize) -> Option<usize> {
    let mut found: Option<(usize, &Measured)> = None;
    for (place, measure) in measures.iter().enumerate().skip(begin) {
        if found.is_none_or(|(_, other)| is_tighter(measure, other)) {
            found = Some((place, measure));
        }
    }
    found.map(|(place, _)| place)
}

/// Whether one measure clears its number by less than another, each as a part of its base.
fn is_tighter(one: &Measured, other: &Measured) -> bool {
    let over = |m: &Measured| {
        let signed = |a: Amount| i128::try_from(a.millionths()).unwrap_or(i128::MAX);
        m.needed.map(|needed| signed(m.have) - signed(needed))
    };
    let base = |m: &Measured| i128::try_from(m.base.millionths()).unwrap_or(i128::MAX).max(1);
    match (over(one), over(other)) {
        (None, other) => other.is_some(),
        (Some(_), None) => false,
        (Some(a), Some(b)) => a.saturating_mul(base(other)) < b.saturating_mul(base(one)),
    }
}

/// The figures of one scale.
fn sides<'s>(sheet: &'s Sheet, counts: &str) -> Result<&'s Sides, Lacking> {
    let named = if counts.is_empty() { "heads" } else { counts };
    if let Some(found) = sheet.others.get(named) {
        return Ok(found);
    }
    if counts == sheet.plain_counts {
        return Ok(&sheet.plain);
    }
    Err(Lacking(format!("groups.{named}")))
}

/// Where a figure of a scale would stand.
fn lacking(sheet: &Sheet, counts: &str, field: &str) -> Lacking {
    let named = if counts.is_empty() { "heads" } else { counts };
    if sheet.others.contains_key(named) {
        let field = if field == "eligible" { "total" } else { field };
        return Lacking(format!("groups.{named}.{field}"));
    }
    Lacking(field.to_owned())
}

/// A figure that must be there.
fn figure(
    sheet: &Sheet,
    counts: &str,
    field: &str,
    get: impl Fn(&Sides) -> Option<Amount>,
) -> Result<Amount, Lacking> {
    get(sides(sheet, counts)?).ok_or_else(|| lacking(sheet, counts, field))
}

/// Votes of any kind that were handed in.
fn handed_in(sheet: &Sheet, counts: &str) -> Result<Amount, Lacking> {
    let of = sides(sheet, counts)?;
    let all = match (of.abstain, of.total, of.not_voting) {
        (None, Some(total), Some(silent)) => return Ok(total.less(of.recused).less(silent)),
        (abstain, ..) => abstain,
    };
    let yes = figure(sheet, counts, "for", |s| s.yes)?;
    let no = figure(sheet, counts, "against", |s| s.no)?;
    let abstain = all.ok_or_else(|| lacking(sheet, counts, "abstain"))?;
    Ok(yes + no + abstain + of.invalid)
}

/// The base of a measure or of a quorum.
fn base_of(
    rule: &Rule,
    base: Base,
    counts: &str,
    count: Option<u32>,
    sheet: &Sheet,
) -> Result<Amount, Lacking> {
    let total = || figure(sheet, counts, "eligible", |s| s.total);
    let illegal = || {
        let invalid = sides(sheet, counts).map_or(Amount::ZERO, |s| s.invalid);
        if rule.illegal_in_base { invalid } else { Amount::ZERO }
    };
    match base {
        Base::AllMembers | Base::Rights | Base::SeatsFilled | Base::Group => total(),
        Base::NotRecused => Ok(total()?.less(sides(sheet, counts)?.recused)),
        Base::Present | Base::RightsPresent => figure(sheet, counts, "present", |s| s.present),
        Base::Participating => handed_in(sheet, counts),
        Base::YesAndNo | Base::VotesCast => {
            let yes = figure(sheet, counts, "for", |s| s.yes)?;
            let no = figure(sheet, counts, "against", |s| s.no)?;
            let abstain = match base {
                Base::VotesCast => figure(sheet, counts, "abstain", |s| s.abstain)?,
                _ => Amount::ZERO,
            };
            Ok(yes + no + abstain + illegal())
        }
        Base::Fixed => Ok(Amount::whole(count.unwrap_or(0))),
    }
}

fn measured(rule: &Rule, measure: &Measure, sheet: &Sheet) -> Result<Measured, Lacking> {
    let counts = scale_name(measure.group.as_deref(), measure.weight.as_deref());
    let have = figure(sheet, &counts, "for", |s| s.yes)?;
    let base = base_of(rule, measure.base, &counts, measure.count, sheet)?;
    let step = have.step().min(base.step());
    let least = measure.minimum.map(Amount::whole);
    let needed = needed(measure.share, measure.cmp, base, step);
    let needed = needed.map(|n| least.map_or(n, |least| n.max(least)));
    let met = needed.is_some_and(|n| have >= n && have > Amount::ZERO);
    let exact = exactly(measure.share, have, base) && least.is_none_or(|least| have >= least);
    Ok(Measured { counts, of: measure.base, base, needed, have, met, exact, way: 0 })
}

fn exactly(share: Ratio, part: Amount, whole: Amount) -> bool {
    let times = |amount: Amount, n: u32| amount.millionths().checked_mul(u128::from(n));
    let (left, right) = (times(part, share.den), times(whole, share.num));
    whole > Amount::ZERO && left.is_some() && left == right
}

/// Whether too few are not in favour to block it.
fn deemed(rule: &Rule, sheet: &Sheet, measures: &[Measured]) -> Result<bool, Lacking> {
    let Some(unless) = &rule.unless else {
        return Ok(false);
    };
    let fewest = match unless.fewer_than {
        Some(fewest) => fewest,
        None => match sheet.blocking {
            Some(blocking) => blocking,
            // Where the heads themselves fall short, so many are against it that they block.
            None if measures.iter().any(|m| m.counts.is_empty() && !m.met) => return Ok(false),
            None => return Err(Lacking("blocking".to_owned())),
        },
    };
    let all = base_of(rule, Base::NotRecused, "", None, sheet)?;
    let yes = figure(sheet, "", "for", |s| s.yes)?;
    Ok(yes > Amount::ZERO && all.less(yes) < Amount::whole(fewest))
}

/// Veto holders who voted against it.
fn vetoes(rule: &Rule, sheet: &Sheet) -> Result<Vec<String>, Lacking> {
    let Some(veto) = &rule.veto else {
        return Ok(Vec::new());
    };
    match &sheet.vetoes {
        Some(names) if veto.group.is_some() => Ok(names.clone()),
        Some(names) => Ok(names
            .iter()
            .filter(|n| veto.names.is_empty() || veto.names.contains(n))
            .cloned()
            .collect()),
        // Nobody voted against it, so no holder did.
        None if sheet.plain.no == Some(Amount::ZERO) => Ok(Vec::new()),
        None => Err(Lacking("vetoes".to_owned())),
    }
}
