//! `quorate judge`: counts given a line each, ruled on by a charter's own rule. No book, no meeting.
//!
//! Figures are read from the digits of the line, never through a float; see `docs/judge.md`.

use crate::charter::{Amount, Body, Charter, Rule, Ruling, Status, TieEnd};
use crate::record::finding::Code;
use crate::record::judging::{self, Attended, Judged, Measured, Sheet, Sides};
use crate::text::judge as words;
use serde::Deserialize;
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{BufRead, Write};

/// A rule that lines are judged by, with the body that decides by it.
#[derive(Debug, Clone, Copy)]
pub struct Power<'c> {
    /// The charter.
    pub charter: &'c Charter,
    /// The rule.
    pub rule: &'c Rule,
    /// The body, where one decides by it.
    pub body: Option<&'c Body>,
}

/// The rule a key names: a power by its id, `power/body` where several bodies have it, or a rule.
pub fn power<'c>(charter: &'c Charter, key: &str) -> Option<Power<'c>> {
    let (id, of) = key.split_once('/').map_or((key, None), |(id, body)| (id, Some(body)));
    let route = charter.matter(id).and_then(|matter| {
        matter.routes.iter().find(|route| of.is_none_or(|body| route.body == body))
    });
    if let Some(route) = route {
        let rule = charter.rule(&route.rule)?;
        return Some(Power { charter, rule, body: charter.body(&route.body) });
    }
    let rule = charter.rule(id).filter(|_| of.is_none())?;
    let routes = charter.matters.iter().flat_map(|m| &m.routes);
    let own = charter.bodies.iter().find(|b| b.rule.as_deref() == Some(rule.id.as_str()));
    let named = rule.body.as_deref().and_then(|b| charter.body(b)).or(own);
    let used =
        || routes.into_iter().find(|r| r.rule == rule.id).and_then(|r| charter.body(&r.body));
    Some(Power { charter, rule, body: named.or_else(used) })
}

/// What is wrong with a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LineFault {
    /// Not a JSON object of this kind.
    NotJson(String),
    /// A figure that is none.
    NotAFigure {
        /// Where it stands.
        figure: String,
        /// What stands there.
        found: String,
        /// Why it is none.
        why: crate::charter::AmountFault,
    },
    /// A figure the rule needs.
    Missing {
        /// Where it would stand.
        figure: String,
    },
    /// More votes than voters, or more present than there are.
    TooMany {
        /// What is too many.
        figure: String,
        /// The limit.
        limit: String,
    },
}

impl LineFault {
    /// A stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotJson(_) => "not_json",
            Self::NotAFigure { .. } => "not_a_figure",
            Self::Missing { .. } => "figure_missing",
            Self::TooMany { .. } => "figures_contradict",
        }
    }

    /// The figure concerned.
    pub fn figure(&self) -> Option<&str> {
        match self {
            Self::NotJson(_) => None,
            Self::NotAFigure { figure, .. }
            | Self::Missing { figure }
            | Self::TooMany { figure, .. } => Some(figure),
        }
    }
}

type Raw<'l> = Option<&'l RawValue>;

/// One line as it stands; figures are kept as their digits. Fields of the caller's own are passed over.
#[derive(Deserialize)]
struct Line<'l> {
    #[serde(borrow, default)]
    id: Raw<'l>,
    #[serde(rename = "for", borrow, default)]
    yes: Raw<'l>,
    #[serde(borrow, default)]
    against: Raw<'l>,
    #[serde(borrow, default)]
    abstain: Raw<'l>,
    #[serde(borrow, default)]
    invalid: Raw<'l>,
    #[serde(borrow, default)]
    present: Raw<'l>,
    #[serde(borrow, default)]
    eligible: Raw<'l>,
    #[serde(borrow, default)]
    recused: Raw<'l>,
    #[serde(borrow, default)]
    not_voting: Raw<'l>,
    #[serde(borrow, default)]
    blocking: Raw<'l>,
    #[serde(borrow, default)]
    groups: Option<BTreeMap<Cow<'l, str>, Group<'l>>>,
    #[serde(default)]
    vetoes: Option<Vec<String>>,
    #[serde(default)]
    on_file: Option<Vec<String>>,
    #[serde(default)]
    second_call: bool,
    #[serde(default)]
    voted_again: bool,
}

/// A weight or a group of a line.
#[derive(Deserialize)]
struct Group<'l> {
    #[serde(rename = "for", borrow, default)]
    yes: Raw<'l>,
    #[serde(borrow, default)]
    against: Raw<'l>,
    #[serde(borrow, default)]
    abstain: Raw<'l>,
    #[serde(borrow, default)]
    invalid: Raw<'l>,
    #[serde(borrow, default)]
    present: Raw<'l>,
    #[serde(borrow, default)]
    total: Raw<'l>,
    #[serde(borrow, default)]
    recused: Raw<'l>,
    #[serde(borrow, default)]
    not_voting: Raw<'l>,
}

/// Judges line after line and answers each with one; returns what was wrong, by the number of the line.
pub fn run(
    power: &Power,
    input: impl BufRead,
    mut out: impl Write,
) -> std::io::Result<Vec<(usize, LineFault)>> {
    let mut faults = Vec::new();
    for (place, line) in input.lines().enumerate() {
        let line = line?;
        let text = line.trim();
        if text.is_empty() || text.starts_with('#') {
            continue;
        }
        let answer = match one(power, text) {
            Ok(answer) => answer,
            Err((id, fault)) => {
                let answer = fault_line(&id, place + 1, &fault);
                faults.push((place + 1, fault));
                answer
            }
        };
        writeln!(out, "{answer}")?;
    }
    out.flush()?;
    Ok(faults)
}

/// One line in, one line out.
fn one(power: &Power, text: &str) -> Result<String, (String, LineFault)> {
    let line: Line = serde_json::from_str(text)
        .map_err(|e| ("null".to_owned(), LineFault::NotJson(e.to_string())))?;
    let id = line.id.map_or("null", RawValue::get);
    let fail = |fault| (id.to_owned(), fault);
    let sheet = sheet(power.rule, &line).map_err(fail)?;
    let quorum = power.body.and_then(|b| b.quorum.as_ref());
    let judged = judging::judge(power.rule, quorum, &sheet)
        .map_err(|lacking| fail(LineFault::Missing { figure: lacking.0 }))?;
    Ok(answer(power, id, &judged))
}

fn figure(raw: Raw, name: &str) -> Result<Option<Amount>, LineFault> {
    let Some(raw) = raw.map(RawValue::get).filter(|raw| *raw != "null") else {
        return Ok(None);
    };
    let digits = raw.strip_prefix('"').and_then(|r| r.strip_suffix('"')).unwrap_or(raw);
    Amount::parse(digits).map(Some).map_err(|why| LineFault::NotAFigure {
        figure: name.to_owned(),
        found: raw.to_owned(),
        why,
    })
}

fn sheet(rule: &Rule, line: &Line) -> Result<Sheet, LineFault> {
    let plain = Sides {
        yes: figure(line.yes, "for")?,
        no: figure(line.against, "against")?,
        abstain: figure(line.abstain, "abstain")?,
        invalid: figure(line.invalid, "invalid")?.unwrap_or_default(),
        present: figure(line.present, "present")?,
        total: figure(line.eligible, "eligible")?,
        recused: figure(line.recused, "recused")?.unwrap_or_default(),
        not_voting: figure(line.not_voting, "not_voting")?,
    };
    possible(&plain, "", "eligible")?;
    let mut others = BTreeMap::new();
    for (name, group) in line.groups.iter().flatten() {
        let at = |field: &str| format!("groups.{name}.{field}");
        let sides = Sides {
            yes: figure(group.yes, &at("for"))?,
            no: figure(group.against, &at("against"))?,
            abstain: figure(group.abstain, &at("abstain"))?,
            invalid: figure(group.invalid, &at("invalid"))?.unwrap_or_default(),
            present: figure(group.present, &at("present"))?,
            total: figure(group.total, &at("total"))?,
            recused: figure(group.recused, &at("recused"))?.unwrap_or_default(),
            not_voting: figure(group.not_voting, &at("not_voting"))?,
        };
        possible(&sides, &format!("groups.{name}."), "total")?;
        others.insert(name.clone().into_owned(), sides);
    }
    // The plain figures are those of the rule's first measure, unless that one is given by its name.
    let first = crate::charter::rule::scale_name(rule.group.as_deref(), rule.weight.as_deref());
    let plain_counts = if others.contains_key(&first) { String::new() } else { first };
    Ok(Sheet {
        plain,
        plain_counts,
        others,
        vetoes: line.vetoes.clone(),
        on_file: line.on_file.clone(),
        blocking: figure(line.blocking, "blocking")?.map(Amount::whole_part),
        second_call: line.second_call,
        voted_again: line.voted_again,
    })
}

/// More votes than voters, or more present than there are, is a slip and not a result.
fn possible(sides: &Sides, at: &str, all: &str) -> Result<(), LineFault> {
    let votes: Amount = [sides.yes, sides.no, sides.abstain].into_iter().flatten().sum();
    let votes = votes + sides.invalid;
    let too_many = |figure: &str, limit: &str| {
        Err(LineFault::TooMany { figure: format!("{at}{figure}"), limit: format!("{at}{limit}") })
    };
    let entitled = sides.total.map(|total| total.less(sides.recused));
    if sides.present.is_some_and(|present| votes > present) {
        return too_many("for", "present");
    }
    if entitled.is_some_and(|all| votes > all) {
        return too_many("for", all);
    }
    if sides.present.zip(sides.total).is_some_and(|(present, all)| present > all) {
        return too_many("present", all);
    }
    Ok(())
}

/// A verdict as a line.
fn answer(power: &Power, id: &str, judged: &Judged) -> String {
    let deciding = judged.deciding();
    let (needed, have) = deciding.map_or((None, Amount::ZERO), |m| (m.needed, m.have));
    let mut out = format!("{{\"id\":{id},\"passed\":{}", judged.carried);
    let _ = write!(out, ",\"needed\":{},\"have\":{have}", number(needed));
    let _ = write!(out, ",\"margin\":{}", margin(needed, have));
    let quorum = judged.quorums.iter().find(|q| !q.met).or(judged.quorums.first());
    let _ = write!(out, ",\"quorum\":{}", quorum.map_or_else(|| "null".to_owned(), attended));
    if judged.quorums.len() > 1 {
        let all: Vec<String> = judged.quorums.iter().map(attended).collect();
        let _ = write!(out, ",\"quorums\":[{}]", all.join(","));
    }
    if judged.measures.len() > 1 {
        let all: Vec<String> = judged.measures.iter().map(measure).collect();
        let _ = write!(out, ",\"measures\":[{}]", all.join(","));
    }
    if !judged.vetoed_by.is_empty() {
        let _ = write!(out, ",\"vetoed_by\":{}", text(&judged.vetoed_by));
    }
    let _ = write!(out, ",\"flags\":{}", text(&flags(power, judged)));
    let said = words::explanation(power.charter, power.rule, judged);
    let _ = write!(out, ",\"explanation\":{}}}", text(&said));
    out
}

fn number(amount: Option<Amount>) -> String {
    amount.map_or_else(|| "null".to_owned(), |n| n.to_string())
}

fn margin(needed: Option<Amount>, have: Amount) -> String {
    match needed {
        None => "null".to_owned(),
        Some(needed) if have >= needed => have.less(needed).to_string(),
        Some(needed) => format!("-{}", needed.less(have)),
    }
}

fn attended(quorum: &Attended) -> String {
    let mut out =
        format!("{{\"needed\":{},\"have\":{},\"met\":{}", quorum.needed, quorum.have, quorum.met);
    if !quorum.counts.is_empty() {
        let _ = write!(out, ",\"counts\":{}", text(&quorum.counts));
    }
    out + "}"
}

fn measure(measure: &Measured) -> String {
    let mut out = String::from("{");
    if measure.way > 0 {
        let _ = write!(out, "\"way\":{},", measure.way);
    }
    if !measure.counts.is_empty() {
        let _ = write!(out, "\"counts\":{},", text(&measure.counts));
    }
    let _ = write!(
        out,
        "\"of\":{},\"base\":{},\"needed\":{},\"have\":{},\"margin\":{},\"met\":{}}}",
        text(&measure.of),
        measure.base,
        number(measure.needed),
        measure.have,
        margin(measure.needed, measure.have),
        measure.met
    );
    out
}

/// What a reader must know beside the outcome; a ruling that is due is among them.
fn flags(power: &Power, judged: &Judged) -> Vec<String> {
    let rule = power.rule;
    let mut flags: Vec<String> = Vec::new();
    if rule.basis.status == Status::Assumed {
        flags.push(Code::AssumedRule.stem().to_owned());
    }
    let exact = judged.deciding().is_some_and(|m| m.exact);
    if let Some(exactly) = rule.exactly.as_ref().filter(|_| exact) {
        flags.extend(exactly.flags.iter().cloned());
    }
    match judged.ruling {
        Ruling::Required => flags.push(Code::RulingRequired.stem().to_owned()),
        Ruling::Allowed => flags.push("ruling_allowed".to_owned()),
        Ruling::None => {}
    }
    if let Some(end) = judged.tie {
        flags.push(Code::Tie.stem().to_owned());
        match end {
            TieEnd::Fails => {}
            TieEnd::Casting => flags.push(Code::CastingRequired.stem().to_owned()),
            TieEnd::Lot => flags.push(Code::LotDue.stem().to_owned()),
            TieEnd::SecondVote => flags.push(Code::SecondVoteDue.stem().to_owned()),
        }
    }
    if let Some(paper) = &judged.needs {
        flags.push(format!("needs_{paper}"));
    }
    if judged.deemed {
        flags.push(Code::DeemedCarried.stem().to_owned());
    }
    if !judged.vetoed_by.is_empty() {
        flags.push(Code::Vetoed.stem().to_owned());
    }
    if judged.quorums.iter().any(|q| !q.met) {
        flags.push(Code::VoteQuorumMissed.stem().to_owned());
    }
    if judged.quorum_unknown {
        flags.push("quorum_not_judged".to_owned());
    }
    flags
}

fn text(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// A line that cannot be judged, answered in its place.
fn fault_line(id: &str, line: usize, fault: &LineFault) -> String {
    let mut out =
        format!("{{\"id\":{id},\"error\":{{\"line\":{line},\"code\":{}", text(&fault.code()));
    if let Some(figure) = fault.figure() {
        let _ = write!(out, ",\"figure\":{}", text(&figure));
    }
    let says = words::fault(line, fault.code(), fault.figure(), &detail(fault));
    let _ = write!(out, ",\"says\":{}}}}}", text(&says));
    out
}

/// What stands in the line, for the sentence.
pub fn detail(fault: &LineFault) -> String {
    match fault {
        LineFault::NotJson(why) => why.clone(),
        LineFault::NotAFigure { found, why, .. } => format!("{found} ({why})"),
        LineFault::Missing { .. } => String::new(),
        LineFault::TooMany { limit, .. } => limit.clone(),
    }
}
