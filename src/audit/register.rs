//! The decisions of a meeting against the votes and elections that made them.

use super::{Code, Fault, Line, Subject, Sum, figure};
use crate::charter::TieEnd;
use crate::minutes::Minutes;
use crate::minutes::agenda::{Decision, Motion, MotionState, Vote, VoteState};
use crate::minutes::records::Correction;
use crate::record::event::Subject as Concerned;
use std::collections::{BTreeMap, BTreeSet};

/// Adds to the lines what the list of decisions, and the states of the motions, get wrong.
pub(super) fn check(minutes: &Minutes, lines: &mut Vec<Line>) {
    let mut made: BTreeSet<u32> = BTreeSet::new();
    for motion in minutes.items.iter().flat_map(|i| &i.motions) {
        for vote in &motion.votes {
            let mut faults = Vec::new();
            if let Some(no) = of_vote(minutes, motion, vote, &mut faults) {
                made.insert(no);
            }
            add(lines, |what| matches!(what, Subject::Vote { no, .. } if *no == vote.no), faults);
        }
        state(motion, lines);
    }
    for item in &minutes.items {
        for round in item.election.iter().flat_map(|e| &e.rounds) {
            let mut faults = Vec::new();
            if let Some(number) = &round.number {
                let known = |d: &&Decision| d.election == Some(item.no) && d.number == *number;
                match minutes.decisions.iter().find(known) {
                    Some(decision) => {
                        made.insert(decision.no);
                        let void = round.voided.is_some();
                        if decision.void != void {
                            faults.push(Fault::new(Code::DecisionVoid, decision.void, void));
                        }
                        let names: Vec<&str> =
                            decision.subjects.iter().map(|s| s.name.as_str()).collect();
                        let elected: Vec<&str> =
                            round.elected.iter().map(|c| c.name.as_str()).collect();
                        if names != elected {
                            faults.push(Fault::new(
                                Code::DecisionSubjects,
                                names.join(", "),
                                elected.join(", "),
                            ));
                        }
                    }
                    None => {
                        faults.push(Fault::new(Code::DecisionMissing, figure(None::<u32>), number));
                    }
                }
            }
            let at = [item.no, round.contest, round.no];
            add(
                lines,
                |what| matches!(what, Subject::Round { item, contest, round, .. } if [*item, *contest, *round] == at),
                faults,
            );
        }
    }
    unfounded(minutes, &made, lines);
}

fn add(lines: &mut [Line], is: impl Fn(&Subject) -> bool, faults: Vec<Fault>) {
    if let Some(line) = lines.iter_mut().find(|line| is(&line.what)) {
        line.faults.extend(faults);
    }
}

/// Decisions no vote or round made, and numbers given twice.
fn unfounded(minutes: &Minutes, made: &BTreeSet<u32>, lines: &mut Vec<Line>) {
    let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
    for decision in &minutes.decisions {
        let mut faults = Vec::new();
        // One that was declared and then declared anew with nobody elected keeps its number, void.
        let fell = decision.void && decision.election.is_some();
        if !made.contains(&decision.no) && !fell {
            faults.push(Fault::new(Code::DecisionUnfounded, decision.no, figure(None::<u32>)));
        }
        if let Some(other) = seen.insert(&decision.number, decision.no) {
            faults.push(Fault::new(Code::NumberTwice, &decision.number, other));
        }
        if !faults.is_empty() {
            lines.push(Line {
                what: Subject::Decision,
                decision: Some((decision.no, decision.number.clone())),
                sum: Sum::None,
                faults,
            });
        }
    }
}

/// The decision a vote made, checked against the list.
fn of_vote(
    minutes: &Minutes,
    motion: &Motion,
    vote: &Vote,
    faults: &mut Vec<Fault>,
) -> Option<u32> {
    let last = vote.declared.last()?;
    let named = vote.declared.iter().rev().find_map(|d| Some((d.decision?, d.number.as_ref()?)));
    let decides = last.carried && motion.amends.is_none();
    if decides != last.decision.is_some() {
        faults.push(Fault::new(Code::DecisionNumber, figure(last.decision), decides));
    }
    let (no, number) = named?;
    let known: Vec<&Decision> = minutes.decisions.iter().filter(|d| d.no == no).collect();
    let [decision] = known.as_slice() else {
        let found = if known.is_empty() { Code::DecisionMissing } else { Code::NumberTwice };
        faults.push(Fault::new(found, figure(None::<u32>), no));
        return Some(no);
    };
    if decision.number != *number || decision.vote != vote.no || decision.motion != motion.no {
        faults.push(Fault::new(Code::DecisionNumber, &decision.number, number));
    }
    if decision.matter.named.id != motion.matter.named.id {
        let (recorded, found) = (&decision.matter.named.id, &motion.matter.named.id);
        faults.push(Fault::new(Code::DecisionSubjects, recorded, found));
    }
    let void = vote.state == VoteState::Void || !last.carried;
    if decision.void != void {
        faults.push(Fault::new(Code::DecisionVoid, decision.void, void));
    }
    let text = corrected(minutes, no, &motion.text);
    if decision.text != text {
        faults.push(Fault::new(Code::DecisionText, &decision.text, text));
    }
    let chosen = |place: usize| vote.subjects.is_empty() || vote.subjects.contains(&place);
    let subjects: Vec<&Concerned> =
        motion.subjects.iter().enumerate().filter(|(p, _)| chosen(*p)).map(|(_, s)| s).collect();
    if !decision.subjects.iter().eq(subjects.iter().copied()) {
        let names = |all: Vec<&Concerned>| {
            all.iter().map(|s| s.name.as_str()).collect::<Vec<_>>().join(", ")
        };
        let recorded = names(decision.subjects.iter().collect());
        faults.push(Fault::new(Code::DecisionSubjects, recorded, names(subjects)));
    }
    Some(no)
}

/// The adopted text with the slips of the pen corrected.
fn corrected(minutes: &Minutes, no: u32, adopted: &str) -> String {
    let mut text = adopted.to_owned();
    for correction in &minutes.corrections {
        if let Correction::Text { decision, old, new } = &correction.what
            && *decision == no
        {
            text = text.replacen(old.as_str(), new, 1);
        }
    }
    text
}

/// What the declared votes make of a motion; a fault goes to the line of its last vote.
fn state(motion: &Motion, lines: &mut [Line]) {
    let Some(last) = motion.votes.last() else {
        return;
    };
    let mut votes: Vec<&Vote> =
        motion.votes.iter().filter(|v| v.state == VoteState::Declared).collect();
    votes.sort_by_key(|v| v.declared.last().map(|d| d.when.entry));
    let mut by_subject: Vec<Option<bool>> = vec![None; motion.subjects.len()];
    let mut whole = None;
    for vote in votes {
        let Some(declared) = vote.declared.last() else { continue };
        // Equal votes that are voted again settle nothing yet.
        let again = declared.verdict.tie == Some(TieEnd::SecondVote);
        let outcome = Some(declared.carried).filter(|_| !again);
        whole = outcome;
        for (place, of) in by_subject.iter_mut().enumerate() {
            if vote.subjects.is_empty() || vote.subjects.contains(&place) {
                *of = outcome;
            }
        }
    }
    let settled = if by_subject.is_empty() {
        whole
    } else {
        by_subject.iter().all(Option::is_some).then(|| by_subject.contains(&Some(true)))
    };
    let found = match settled {
        Some(true) => MotionState::Carried,
        Some(false) => MotionState::Lost,
        None if motion.state == MotionState::Withdrawn => MotionState::Withdrawn,
        None => MotionState::Pending,
    };
    let mut faults = Vec::new();
    if found != motion.state {
        faults.push(Fault::new(Code::Motion, format!("{:?}", motion.state), format!("{found:?}")));
    }
    if by_subject != motion.by_subject {
        let said =
            |all: &[Option<bool>]| all.iter().map(|o| figure(*o)).collect::<Vec<_>>().join(" ");
        faults.push(Fault::new(Code::Motion, said(&motion.by_subject), said(&by_subject)));
    }
    add(lines, |what| matches!(what, Subject::Vote { no, .. } if *no == last.no), faults);
}
