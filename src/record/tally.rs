//! Votes added up and judged: exact integers, one verdict, and what is still possible.

use super::command::Choice;
use super::event::{Count, Frozen, Papers};
use super::finding::Code;
use super::judging::{self, Attended, Measured, Sheet};
use super::scales;
use super::state::Vote;
use crate::charter::{Amount, Base, Method, Ruling, TieEnd};
use serde::{Deserialize, Serialize};

/// The figures of one vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Tally {
    /// For.
    pub yes: u32,
    /// Against.
    pub no: u32,
    /// Abstaining.
    pub abstain: u32,
    /// Invalid papers.
    pub invalid: u32,
    /// Voters who gave no vote: silent, papers not returned, hands that stayed down.
    pub not_voting: u32,
    /// Whether yes was derived from those in the room.
    pub derived: bool,
    /// The papers of a secret ballot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub papers: Option<Papers>,
}

impl Tally {
    /// Valid votes.
    pub fn cast(&self) -> u32 {
        // A box may be recorded with more papers than anybody has; its sums must not fall over.
        self.yes.saturating_add(self.no).saturating_add(self.abstain)
    }
}

/// What the arithmetic says, with everything needed to say why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// The figures.
    pub tally: Tally,
    /// The base.
    pub base: u32,
    /// Votes needed; `None` where the base is nobody.
    pub needed: Option<u32>,
    /// Whether the arithmetic carries it.
    pub carried: bool,
    /// Whether yes is the share exactly.
    pub exact: bool,
    /// Whether yes and no are equal and the presider has a casting vote.
    pub casting: bool,
    /// Whether the presider must or may rule.
    pub ruling: Ruling,
    /// Flags the screen shows and the minutes record, in a fixed order.
    pub flags: Vec<String>,
    /// The base that would hold if recused units stayed in it, where the outcome would differ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_base: Option<u32>,
    /// Every measure, where the rule has more than heads and one share.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<Measured>,
    /// Quorums of this single vote.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quorum: Vec<Attended>,
    /// Who stopped it by a vote against.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub vetoed_by: Vec<String>,
    /// What equal votes lead to, where that is a lot or a second vote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tie: Option<TieEnd>,
}

/// Three words that are never mixed: leading, certain, final.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prospect {
    /// More yes may still come, and it is not settled.
    Open {
        /// Whether the figures so far would carry it.
        leading: bool,
    },
    /// No further vote can lose it.
    CertainlyCarried,
    /// No further vote can carry it.
    CertainlyLost,
}

/// Where a running vote stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The figures so far.
    pub tally: Tally,
    /// The base, as far as it is known.
    pub base: u32,
    /// Votes needed on that base.
    pub needed: Option<u32>,
    /// Yes still missing.
    pub missing: u32,
    /// Voters still to be counted.
    pub out: u32,
    /// Most yes that can still be reached.
    pub reachable: u32,
    /// What is settled.
    pub prospect: Prospect,
}

/// The figures of a vote as counted so far: in the round in hand, sections summed, the latest count
/// of each standing.
pub fn tally(vote: &Vote) -> Tally {
    let mut tally = Tally::default();
    match vote.method {
        Method::RollCall => {
            for choice in vote.calls.values() {
                match choice {
                    Choice::Yes => tally.yes += 1,
                    Choice::No => tally.no += 1,
                    Choice::Abstain => tally.abstain += 1,
                    Choice::Silent => {}
                }
            }
        }
        Method::Hands | Method::Secret => {
            for count in standing_counts(vote) {
                tally.yes = tally.yes.saturating_add(count.yes);
                tally.no = tally.no.saturating_add(count.no);
                tally.abstain = tally.abstain.saturating_add(count.abstain);
                tally.derived |= count.derived_from.is_some();
                if let Some(papers) = count.papers {
                    tally.invalid = tally.invalid.saturating_add(papers.invalid);
                    tally.papers = Some(papers);
                }
            }
        }
    }
    let voters = vote.voters().len();
    let voters = u32::try_from(voters).unwrap_or(u32::MAX);
    tally.not_voting = voters.saturating_sub(tally.cast().saturating_add(tally.invalid));
    tally
}

/// The counts that stand: of each section the latest; a count of the whole hall replaces sections.
pub fn standing_counts(vote: &Vote) -> Vec<&Count> {
    let mut standing: Vec<&Count> = Vec::new();
    for count in &vote.counts {
        if count.section.is_empty() {
            standing.clear();
        } else {
            standing.retain(|c| !c.section.is_empty() && c.section != count.section);
        }
        standing.push(count);
    }
    standing
}

/// The base and the votes needed for these figures, by the rule's own first measure; in a weight or a
/// group there is no number of heads that would do.
pub fn measure(frozen: &Frozen, voters: u32, tally: &Tally) -> (u32, Option<u32>) {
    let rule = &frozen.rule;
    let count = |units: &[u32]| u32::try_from(units.len()).unwrap_or(u32::MAX);
    let illegal = if rule.illegal_in_base { tally.invalid } else { 0 };
    let base = match rule.base {
        _ if rule.weight.is_some() || rule.group.is_some() => return (voters, None),
        Base::AllMembers | Base::Rights | Base::SeatsFilled | Base::Group => count(&frozen.roll),
        Base::NotRecused => count(&frozen.roll).saturating_sub(count(&frozen.recused)),
        Base::Present | Base::RightsPresent => voters,
        Base::Participating => tally.cast().saturating_add(tally.invalid),
        Base::VotesCast => tally.cast().saturating_add(illegal),
        Base::YesAndNo => tally.yes.saturating_add(tally.no).saturating_add(illegal),
        Base::Fixed => rule.count.unwrap_or(0),
    };
    let needed = rule.share.bound(rule.cmp, base);
    (base, needed.map(|n| n.max(rule.minimum.unwrap_or(0))))
}

/// Judges the figures of a vote.
pub fn verdict(vote: &Vote) -> Verdict {
    let tally = tally(vote);
    let voters = u32::try_from(vote.voters().len()).unwrap_or(u32::MAX);
    let sheet = scales::sheet(vote, &standing_counts(vote), &tally);
    on_sheet(&vote.frozen, voters, tally, &sheet)
}

/// What the rule of a vote counts and nobody has entered.
pub fn lacking(vote: &Vote) -> Option<String> {
    let tally = tally(vote);
    let sheet = scales::sheet(vote, &standing_counts(vote), &tally);
    judging::judge(&vote.frozen.rule, None, &sheet).err().map(|lacking| lacking.0)
}

/// Judges heads by what was frozen when the vote opened.
pub fn judge(frozen: &Frozen, voters: u32, tally: Tally) -> Verdict {
    on_sheet(frozen, voters, tally, &scales::heads(frozen, voters, &tally))
}

fn on_sheet(frozen: &Frozen, voters: u32, tally: Tally, sheet: &Sheet) -> Verdict {
    let rule = &frozen.rule;
    let plain = rule.is_plain();
    let judged = judging::judge(rule, None, sheet).ok();
    let deciding = judged.as_ref().and_then(|j| j.deciding()).filter(|m| m.counts.is_empty());
    let (base, needed) = match deciding.filter(|_| !plain) {
        Some(m) => (m.base.whole_part(), m.needed.map(Amount::whole_part)),
        None => measure(frozen, voters, &tally),
    };
    let met = |yes: u32, of: u32| rule.share.met(rule.cmp, yes, of);
    let carried = judged.as_ref().is_some_and(|j| j.carried);
    let exact = judged.as_ref().and_then(|j| j.deciding()).is_some_and(|m| m.exact);
    let level = tally.yes == tally.no && tally.yes > 0 && !carried;
    let tie = judged.as_ref().and_then(|j| j.tie);
    let casting = tie == Some(TieEnd::Casting);

    let mut flags = frozen.flags.clone();
    let mut flag = |name: &str| {
        if !flags.iter().any(|f| f == name) {
            flags.push(name.to_owned());
        }
    };
    let ruling = judged.as_ref().map_or(Ruling::None, |j| j.ruling);
    if let Some(exactly) = rule.exactly.as_ref().filter(|_| exact) {
        exactly.flags.iter().for_each(|f| flag(f));
    }
    // Under a reading the association chose for itself this is what it chose; where the charter's own
    // words leave it open, it is pointed out.
    if plain && carried && rule.exactly.is_some() && met(tally.no, base) {
        flag("opposite_motion_would_also_pass");
    }
    let proxies = u32::try_from(frozen.proxies.len()).unwrap_or(u32::MAX);
    if plain && proxies > 0 && carried && !met(tally.yes.saturating_sub(proxies), base) {
        flag("proxies_decisive");
    }
    if level && rule.tie_is_assumed() {
        flag("tie");
    }
    // Only a base that recusal really made smaller is worth a second look: where the rule counts the
    // recused in, nothing was decided by leaving them out.
    let roll = u32::try_from(frozen.roll.len()).unwrap_or(u32::MAX);
    let other_base = (plain && rule.base == Base::NotRecused && !frozen.recused.is_empty())
        .then_some(roll)
        .filter(|whole| met(tally.yes, *whole) != carried);
    if other_base.is_some() {
        flag("recusal_changes_outcome");
    }
    if frozen.roll_changed {
        flag("base_changed_in_session");
    }
    if let Some(judged) = &judged {
        if judged.quorums.iter().any(|q| !q.met) {
            flag(Code::VoteQuorumMissed.stem());
        }
        if !judged.vetoed_by.is_empty() {
            flag(Code::Vetoed.stem());
        }
        if judged.deemed && carried {
            flag(Code::DeemedCarried.stem());
        }
        match judged.tie {
            Some(TieEnd::Lot) => flag(Code::LotDue.stem()),
            Some(TieEnd::SecondVote) => flag(Code::SecondVoteDue.stem()),
            _ => {}
        }
    }
    let [always, when_carried, when_lost] = &frozen.matter_flags;
    always.iter().for_each(|f| flag(f));
    let outcome = if carried { when_carried } else { when_lost };
    outcome.iter().for_each(|f| flag(f));
    let beside = judged.filter(|_| !plain);
    let (measures, quorum, vetoed_by) =
        beside.map_or_else(Default::default, |j| (j.measures, j.quorums, j.vetoed_by));
    let tie = tie.filter(|end| matches!(end, TieEnd::Lot | TieEnd::SecondVote));
    Verdict {
        tally,
        base,
        needed,
        carried,
        exact,
        casting,
        ruling,
        flags,
        other_base,
        measures,
        quorum,
        vetoed_by,
        tie,
    }
}

/// Where a running vote stands, and what can still come of it.
pub fn standing(vote: &Vote) -> Standing {
    let tally = tally(vote);
    let voters = u32::try_from(vote.voters().len()).unwrap_or(u32::MAX);
    let (base, needed) = measure(&vote.frozen, voters, &tally);
    let counted = match vote.method {
        Method::RollCall => u32::try_from(vote.calls.len()).unwrap_or(u32::MAX),
        // One count of the whole hall or of the box leaves nobody out; sections leave the others.
        Method::Hands | Method::Secret => {
            let whole = standing_counts(vote).iter().any(|c| c.section.is_empty());
            if whole { voters } else { tally.cast() }
        }
    };
    let out = voters.saturating_sub(counted);
    let missing = needed.map_or(0, |n| n.saturating_sub(tally.yes));
    let reachable = tally.yes.saturating_add(out);
    let met = needed.is_some_and(|n| tally.yes >= n);
    // With more than one measure nothing is certain before every vote is in.
    let fixed = vote.frozen.rule.is_plain() && vote.frozen.rule.base.is_known_before();
    let prospect = match needed {
        None if fixed => Prospect::CertainlyLost,
        Some(_) if fixed && met => Prospect::CertainlyCarried,
        Some(n) if fixed && reachable < n => Prospect::CertainlyLost,
        // Where the base grows with the votes, every vote still out may be a no.
        _ if !fixed && out == 0 && voters > 0 => {
            if verdict(vote).carried {
                Prospect::CertainlyCarried
            } else {
                Prospect::CertainlyLost
            }
        }
        _ => Prospect::Open { leading: met },
    };
    Standing { tally, base, needed, missing, out, reachable, prospect }
}
