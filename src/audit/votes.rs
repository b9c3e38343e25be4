//! A vote worked out again: counts added up, base and number taken anew, the verdict and what was declared on it.

use super::hall;
use super::law::{Law, Power};
use super::{By, Code, Fault, Line, Subject, Sum, figure, units};
use crate::charter::{Charter, Method, Ruling, TieEnd};
use crate::minutes::Minutes;
use crate::minutes::agenda::{Counted, Declared, Item, Motion, Round, Vote, VoteState};
use crate::record::event::{Count, Frozen};
use crate::record::state;
use crate::record::tally::{self, Tally, Verdict};
use std::collections::BTreeSet;

pub(super) fn line(
    minutes: &Minutes,
    law: &Law,
    item: &Item,
    motion: &Motion,
    vote: &Vote,
) -> Line {
    let mut faults = Vec::new();
    let power = Power {
        body: &minutes.meeting.body.id,
        matter: &motion.matter.named.id,
        amends: motion.amends.is_some(),
    };
    law.check((vote.charter_version, vote.when.entry), &vote.rule, &power, &mut faults);
    let frozen = hall::Frozen {
        entry: vote.when.entry,
        roll: &vote.roll,
        voters: &vote.voters,
        proxies: &vote.proxies,
        recused: &vote.recused,
        with_proxies: true,
    };
    hall::check(minutes, item, &frozen, &mut faults);
    opening(vote, &mut faults);
    let charter = law.charter(vote.charter_version, vote.when.entry);
    if let Some(charter) = charter {
        quorum(minutes, charter, &vote.voters, &vote.roll, &vote.recused, &mut faults);
    }
    for round in &vote.rounds {
        counts(vote, round, &mut faults);
        if let Some((closed, recorded)) = round.closed.zip(round.verdict.as_ref()) {
            compare(&verdict(vote, round, charter, closed.entry), recorded, &mut faults);
        }
    }
    let last = vote.rounds.last();
    if let Some((round, recorded)) = last.zip(vote.verdict.as_ref()) {
        compare(&verdict(vote, round, charter, u64::MAX), recorded, &mut faults);
    }
    for declared in &vote.declared {
        let Some(round) = last else { continue };
        let found = verdict(vote, round, charter, declared.when.entry);
        compare(&found, &declared.verdict, &mut faults);
        outcome(&found, declared, &mut faults);
    }
    state(vote, &mut faults);
    faults.sort();
    faults.dedup();
    let found = last.map(|round| verdict(vote, round, charter, u64::MAX));
    let standing = vote.declared.last();
    let sum = match (found, vote.state) {
        (None, _) | (_, VoteState::Open) => Sum::Unfinished,
        (Some(verdict), state) => Sum::Vote {
            rule: Box::new(ruled(vote, charter)),
            verdict: Box::new(verdict),
            declared: standing.map(|d| d.carried),
            by: standing.and_then(by),
            state,
        },
    };
    Line {
        what: Subject::Vote { no: vote.no, motion: motion.no, text: motion.text.clone() },
        decision: standing.and_then(|d| d.decision.zip(d.number.clone())),
        sum,
        faults,
    }
}

/// The rule as the charter has it; as recorded where the charter has none of that name.
fn ruled(vote: &Vote, charter: Option<&Charter>) -> crate::charter::Rule {
    let found = charter.and_then(|c| c.rule(&vote.rule.id));
    found.unwrap_or(&vote.rule).clone()
}

fn by(declared: &Declared) -> Option<By> {
    match (&declared.ruling, declared.casting, declared.lot) {
        (Some(_), ..) => Some(By::Ruling),
        (_, Some(_), _) => Some(By::Casting),
        (_, _, Some(_)) => Some(By::Lot),
        _ => None,
    }
}

/// The vote as the record keeps it, with what had been counted before an entry in one of its rounds.
fn before(vote: &Vote, round: &Round, charter: Option<&Charter>, entry: u64) -> state::Vote {
    let frozen = Frozen {
        charter_version: vote.charter_version,
        rule: ruled(vote, charter),
        roll: vote.roll.clone(),
        voters: vote.voters.clone(),
        proxies: vote.proxies.clone(),
        recused: vote.recused.clone(),
        base: None,
        needed: None,
        flags: Vec::new(),
        matter_flags: Default::default(),
        roll_changed: false,
        scales: vote.scales.clone(),
    };
    let admitted = vote.admitted.iter().filter(|a| a.when.entry < entry);
    let calls = round.calls.iter().filter(|c| c.when.entry < entry);
    state::Vote {
        no: vote.no,
        motion: 0,
        subjects: vote.subjects.clone(),
        method: round.method,
        frozen,
        admitted: admitted.map(|a| a.unit).collect(),
        counts: standing(&round.counts, entry).into_iter().map(|c| c.count.clone()).collect(),
        calls: calls.map(|c| (c.unit, c.choice)).collect(),
        earlier: Vec::new(),
        state: state::VoteState::Closed,
        verdict: None,
        declared: Vec::new(),
        opened: vote.when.at,
    }
}

fn verdict(vote: &Vote, round: &Round, charter: Option<&Charter>, entry: u64) -> Verdict {
    tally::verdict(&before(vote, round, charter, entry))
}

/// The counts that stood before an entry: of each section the latest; one of the whole hall, or a
/// correction made after the count was ended, replaces all.
fn standing(counts: &[Counted], entry: u64) -> Vec<&Counted> {
    let mut standing: Vec<&Counted> = Vec::new();
    for new in counts.iter().filter(|c| c.when.entry < entry) {
        let section = &new.count.section;
        standing.retain(|old| {
            let old = &old.count.section;
            !section.is_empty() && !old.is_empty() && section != old
        });
        standing.push(new);
    }
    standing
}

/// Base and number where they were known before the votes were.
fn opening(vote: &Vote, faults: &mut Vec<Fault>) {
    let known = vote.rule.is_plain() && vote.rule.base.is_known_before();
    let Some(first) = vote.rounds.first() else { return };
    let frozen = before(vote, first, None, 0).frozen;
    let (base, needed) = tally::measure(&frozen, super::count(&vote.voters), &Tally::default());
    let (base, needed) = (Some(base).filter(|_| known), needed.filter(|_| known));
    if vote.base != base {
        faults.push(Fault::new(Code::OpeningBase, figure(vote.base), figure(base)));
    }
    if vote.needed != needed {
        faults.push(Fault::new(Code::OpeningNeeded, figure(vote.needed), figure(needed)));
    }
}

/// Without the quorum no vote is opened; one measured by a weight is not in the minutes.
pub(super) fn quorum(
    minutes: &Minutes,
    charter: &Charter,
    voters: &[u32],
    roll: &[u32],
    recused: &[u32],
    faults: &mut Vec<Fault>,
) {
    let body = charter.body(&minutes.meeting.body.id);
    let quorum = body.and_then(|b| b.quorum.as_ref()).filter(|q| q.weight.is_none());
    let Some(quorum) = quorum else { return };
    let again = minutes.convening.second_call.is_some();
    let (present, roll) = (super::count(voters), super::count(roll));
    let roll = roll.saturating_sub(super::count(recused));
    if !quorum.met(present, roll, again) {
        faults.push(Fault::new(Code::MeetingQuorum, present, quorum.needed(roll, again)));
    }
}

/// Whether the counts of a round are possible at all.
fn counts(vote: &Vote, round: &Round, faults: &mut Vec<Fault>) {
    let admitted: Vec<u32> = vote.admitted.iter().map(|a| a.unit).collect();
    let known = admitted.iter().all(|u| vote.roll.contains(u) && !vote.voters.contains(u));
    let set: BTreeSet<u32> = vote.voters.iter().chain(&admitted).copied().collect();
    if !known || set.len() != vote.voters.len() + admitted.len() {
        faults.push(Fault::new(Code::Admitted, units(&admitted), units(&vote.voters)));
    }
    let voters = u64::try_from(set.len()).unwrap_or(u64::MAX);
    let stand = standing(&round.counts, u64::MAX);
    for counted in &round.counts {
        let stands = stand.iter().any(|c| std::ptr::eq(*c, counted));
        if counted.stands != stands {
            faults.push(Fault::new(Code::Standing, counted.stands, stands));
        }
        possible(&counted.count, voters, faults);
    }
    let sum = |c: &Count| u64::from(c.yes) + u64::from(c.no) + u64::from(c.abstain);
    let invalid = |c: &Count| c.papers.map_or(0, |p| u64::from(p.invalid));
    let all: u64 = stand.iter().map(|c| sum(&c.count) + invalid(&c.count)).sum();
    // A box with too many papers is what happened; such a vote cannot be closed.
    let open = round.closed.is_none() && vote.declared.is_empty();
    if all > voters && !open {
        faults.push(Fault::new(Code::TooManyVotes, all, voters));
    }
    for papers in stand.iter().filter_map(|c| c.count.papers).filter(|_| !open) {
        if papers.recovered > papers.issued {
            faults.push(Fault::new(Code::Papers, papers.recovered, papers.issued));
        }
    }
    let secret = round.method == Method::Secret;
    if secret && !round.calls.is_empty() {
        faults.push(Fault::new(Code::NotAVoter, round.calls.len(), 0));
    }
    let mut called: BTreeSet<u32> = BTreeSet::new();
    for call in &round.calls {
        if !set.contains(&call.unit) || !called.insert(call.unit) {
            faults.push(Fault::new(Code::NotAVoter, call.unit, units(&set)));
        }
    }
    if round.closed.is_some()
        && let Some(lacking) = tally::lacking(&before(vote, round, None, u64::MAX))
    {
        faults.push(Fault::new(Code::NotCounted, figure(None::<u32>), lacking));
    }
}

fn possible(count: &Count, voters: u64, faults: &mut Vec<Fault>) {
    let votes = u64::from(count.yes) + u64::from(count.no) + u64::from(count.abstain);
    if let Some(papers) = count.papers {
        let both = u64::from(papers.valid) + u64::from(papers.invalid);
        if both != u64::from(papers.recovered) {
            faults.push(Fault::new(Code::Papers, papers.recovered, both));
        }
        if votes != u64::from(papers.valid) {
            faults.push(Fault::new(Code::Papers, papers.valid, votes));
        }
        if u64::from(papers.issued) > voters {
            faults.push(Fault::new(Code::Papers, papers.issued, voters));
        }
    }
    if let Some(room) = count.derived_from
        && (votes != u64::from(room) || u64::from(room) > voters)
    {
        faults.push(Fault::new(Code::Derived, room, votes));
    }
}

/// Two verdicts, field by field; flags are remarks and no figures.
fn compare(found: &Verdict, recorded: &Verdict, faults: &mut Vec<Fault>) {
    let (f, r) = (&found.tally, &recorded.tally);
    for (code, recorded, found) in [
        (Code::Yes, r.yes, f.yes),
        (Code::No, r.no, f.no),
        (Code::Abstain, r.abstain, f.abstain),
        (Code::Invalid, r.invalid, f.invalid),
        (Code::NotVoting, r.not_voting, f.not_voting),
        (Code::Base, recorded.base, found.base),
    ] {
        if recorded != found {
            faults.push(Fault::new(code, recorded, found));
        }
    }
    if r.papers != f.papers {
        let said = |t: &Tally| figure(t.papers.map(|p| p.recovered));
        faults.push(Fault::new(Code::Papers, said(r), said(f)));
    }
    if recorded.needed != found.needed {
        faults.push(Fault::new(Code::Needed, figure(recorded.needed), figure(found.needed)));
    }
    for (code, recorded, found) in [
        (Code::Carried, recorded.carried, found.carried),
        (Code::Exact, recorded.exact, found.exact),
    ] {
        if recorded != found {
            faults.push(Fault::new(code, recorded, found));
        }
    }
    let open = |v: &Verdict| format!("{:?} {:?} {}", v.ruling, v.tie, v.casting);
    if open(recorded) != open(found) {
        faults.push(Fault::new(Code::Open, open(recorded), open(found)));
    }
    let beside = |v: &Verdict| {
        let parts = (&v.measures, &v.quorum, &v.vetoed_by, v.other_base);
        serde_json::to_string(&parts).unwrap_or_default()
    };
    if beside(recorded) != beside(found) || r.derived != f.derived {
        faults.push(Fault::new(Code::Measures, beside(recorded), beside(found)));
    }
}

/// What may be declared on a verdict: the arithmetic, or what the charter lets decide in its place.
fn outcome(found: &Verdict, declared: &Declared, faults: &mut Vec<Fault>) {
    use crate::record::Choice;
    let missing = |code| Fault::new(code, figure(None::<u32>), figure(found.needed));
    let lot = found.tie == Some(TieEnd::Lot);
    let due = match (&declared.ruling, declared.casting, declared.lot) {
        (_, _, Some(drawn)) if lot => Ok(drawn),
        (_, _, Some(_)) => Err(missing(Code::LotUnasked)),
        (_, _, None) if lot => Err(missing(Code::LotMissing)),
        (Some(ruling), None, None) if found.exact && found.ruling != Ruling::None => {
            Ok(ruling.carried)
        }
        (Some(_), ..) => Err(missing(Code::RulingUnasked)),
        (None, ..) if found.exact && found.ruling == Ruling::Required => {
            Err(missing(Code::RulingMissing))
        }
        (None, Some(Choice::Yes), None) if found.casting => Ok(true),
        (None, Some(Choice::No), None) if found.casting => Ok(false),
        (None, _, None) if found.casting => Err(missing(Code::CastingMissing)),
        (None, Some(_), None) => Err(missing(Code::CastingUnasked)),
        (None, None, None) => Ok(found.carried),
    };
    match due {
        Ok(carried) if carried == declared.carried => {}
        Ok(carried) => {
            faults.push(Fault::new(Code::Declared, declared.carried, carried));
        }
        Err(fault) => faults.push(fault),
    }
}

/// Whether the vote stands where its entries leave it.
fn state(vote: &Vote, faults: &mut Vec<Fault>) {
    let last = vote.rounds.last();
    let declared = vote.declared.last().map_or(0, |d| d.when.entry);
    // A count corrected after the declaration waits to be declared anew.
    let corrected = last.and_then(|r| r.counts.last()).map_or(0, |c| c.when.entry);
    let found = match (&vote.void, vote.declared.is_empty()) {
        (Some(_), _) => VoteState::Void,
        (None, false) if corrected < declared => VoteState::Declared,
        (None, false) => VoteState::Closed,
        (None, true) if last.is_some_and(|r| r.closed.is_some()) => VoteState::Closed,
        (None, true) => VoteState::Open,
    };
    if found != vote.state {
        faults.push(Fault::new(Code::State, format!("{:?}", vote.state), format!("{found:?}")));
    }
    if vote.verdict.is_none() && !matches!(found, VoteState::Open | VoteState::Void) {
        faults.push(Fault::new(Code::Carried, figure(None::<u32>), figure(None::<u32>)));
    }
}
