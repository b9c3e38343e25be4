//! Votes, from the log to the minutes: every round and every count, the void ones too.

use super::agenda::{
    Admitted, Called, Challenge, Counted, Declared, Round, Voided, Vote, VoteState,
};
use super::compile::Seen;
use super::items::motion_mut;
use super::types::Minutes;
use crate::charter::Method;
use crate::record::event::{Count, Event};
use crate::record::state::{self, Meeting};

pub(super) fn step(minutes: &mut Minutes, seen: &Seen) {
    let when = seen.when;
    match seen.event() {
        Event::VoteOpened { vote, motion, subjects, method, frozen } => {
            let vote = Vote {
                no: *vote,
                when,
                subjects: subjects.clone(),
                method: *method,
                rule: frozen.rule.clone(),
                charter_version: frozen.charter_version,
                roll: frozen.roll.clone(),
                voters: frozen.voters.clone(),
                proxies: frozen.proxies.clone(),
                recused: frozen.recused.clone(),
                admitted: Vec::new(),
                base: frozen.base,
                needed: frozen.needed,
                scales: frozen.scales.clone(),
                rounds: vec![round(*method)],
                verdict: None,
                declared: Vec::new(),
                void: None,
                state: VoteState::Open,
            };
            if let Some(motion) = motion_mut(minutes, *motion) {
                motion.votes.push(vote);
            }
        }
        Event::AdmittedToVote { vote, unit } => {
            let unit = *unit;
            with(minutes, *vote, |v| v.admitted.push(Admitted { when, unit }));
        }
        Event::VoteVoided { vote, why } => {
            let why = why.clone();
            with(minutes, *vote, |v| v.void = Some(Voided { when, why }));
        }
        Event::Declared { vote, carried, verdict, ruling, casting, lot, decision, number } => {
            let declared = Declared {
                when,
                carried: *carried,
                verdict: verdict.clone(),
                ruling: ruling.clone(),
                casting: *casting,
                lot: *lot,
                decision: *decision,
                number: number.clone(),
            };
            with(minutes, *vote, |v| v.declared.push(declared));
        }
        _ => counting(minutes, seen),
    }
}

fn counting(minutes: &mut Minutes, seen: &Seen) {
    let when = seen.when;
    match seen.event() {
        Event::Counted { vote, count } => in_round(minutes, *vote, |round| {
            for earlier in &mut round.counts {
                earlier.stands &= !replaces(count, &earlier.count);
            }
            let count = count.clone();
            round.counts.push(Counted { when, count, stands: true });
        }),
        Event::CountCorrected { vote, count, .. } => in_round(minutes, *vote, |round| {
            for earlier in &mut round.counts {
                earlier.stands = false;
            }
            let count = count.clone();
            round.counts.push(Counted { when, count, stands: true });
        }),
        Event::Called { vote, unit, choice } => in_round(minutes, *vote, |round| {
            // A unit may answer again before the counting ends; its last answer is its vote.
            round.calls.retain(|c| c.unit != *unit);
            round.calls.push(Called { when, unit: *unit, choice: *choice });
        }),
        Event::VoteClosed { vote, verdict } => in_round(minutes, *vote, |round| {
            round.closed = Some(when);
            round.verdict = Some(verdict.clone());
        }),
        Event::Challenged { vote, by, ground, method } => with(minutes, *vote, |v| {
            let challenge =
                Challenge { when, by: by.clone(), ground: ground.clone(), method: *method };
            if let Some(last) = v.rounds.last_mut() {
                last.challenged = Some(challenge);
            }
            v.rounds.push(round(*method));
            v.method = *method;
        }),
        _ => {}
    }
}

fn round(method: Method) -> Round {
    Round {
        method,
        counts: Vec::new(),
        calls: Vec::new(),
        closed: None,
        verdict: None,
        challenged: None,
    }
}

/// A count of the whole hall replaces all; one of a section replaces that section and the whole.
fn replaces(new: &Count, old: &Count) -> bool {
    new.section.is_empty() || old.section.is_empty() || new.section == old.section
}

/// What only the end tells: the verdict that stands and the state.
pub(super) fn finish(minutes: &mut Minutes, last: &Meeting) {
    let motions = minutes.items.iter_mut().flat_map(|i| &mut i.motions);
    for vote in motions.flat_map(|m| &mut m.votes) {
        let Some(known) = last.vote(vote.no) else {
            continue;
        };
        vote.verdict.clone_from(&known.verdict);
        vote.state = match known.state {
            state::VoteState::Open => VoteState::Open,
            state::VoteState::Closed => VoteState::Closed,
            state::VoteState::Declared => VoteState::Declared,
            state::VoteState::Void { .. } => VoteState::Void,
        };
    }
}

fn with(minutes: &mut Minutes, vote: u32, change: impl FnOnce(&mut Vote)) {
    let motions = minutes.items.iter_mut().flat_map(|i| &mut i.motions);
    let mut votes = motions.flat_map(|m| &mut m.votes);
    if let Some(vote) = votes.find(|v| v.no == vote) {
        change(vote);
    }
}

fn in_round(minutes: &mut Minutes, vote: u32, change: impl FnOnce(&mut Round)) {
    with(minutes, vote, |v| {
        if let Some(round) = v.rounds.last_mut() {
            change(round);
        }
    });
}
