//! Two minutes of one meeting side by side: where the later ones no longer say what the earlier ones said.

use super::figure;
use crate::minutes::Minutes;
use crate::minutes::agenda::{Declared, Vote};

/// Something the earlier minutes say and the later ones say otherwise or not at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What differs.
    pub what: Part,
    /// The decision it concerns: number in the book and document number.
    pub decision: Option<(u32, String)>,
    /// As it was.
    pub was: String,
    /// As it is.
    pub is: String,
}

/// The part of the minutes that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A vote, by its number in the meeting.
    Vote(u32),
    /// A round of an election: item, contest, round.
    Round([u32; 3]),
    /// A decision.
    Decision,
    /// Entries that had been taken back are not taken back any more: first and last.
    Reversal(u64, u64),
    /// Something else: the name of the field.
    Field(&'static str),
}

/// What the later minutes changed in the earlier ones. What only came after them is no difference: votes and
/// decisions that are new, and where the log stood.
pub fn differences(earlier: &Minutes, later: &Minutes) -> Vec<Difference> {
    let mut found = Vec::new();
    let votes = |m: &Minutes| -> Vec<Vote> {
        let motions = m.items.iter().flat_map(|i| &i.motions);
        motions.flat_map(|m| m.votes.clone()).collect()
    };
    let new = votes(later);
    for vote in votes(earlier) {
        let other = new.iter().find(|v| v.no == vote.no);
        if other.is_none_or(|other| !goes_on(&vote, other)) {
            found.push(Difference {
                what: Part::Vote(vote.no),
                decision: decided(&vote).or_else(|| other.and_then(decided)),
                was: said(Some(&vote)),
                is: said(other),
            });
        }
    }
    for item in &earlier.items {
        let other = later.items.iter().find(|i| i.no == item.no);
        let rounds = |i: &crate::minutes::agenda::Item| {
            i.election.as_ref().map(|e| e.rounds.clone()).unwrap_or_default()
        };
        let new = other.map(rounds).unwrap_or_default();
        for round in rounds(item) {
            let same = new.iter().find(|r| (r.contest, r.no) == (round.contest, round.no));
            let elected = |r: &crate::minutes::ballots::BallotRound| {
                r.elected.iter().map(|c| c.name.as_str()).collect::<Vec<_>>().join(", ")
            };
            let alike = same.is_some_and(|r| {
                r.issued == round.issued
                    && r.frozen == round.frozen
                    && (round.declared.is_none()
                        || r.declared.map(|d| d.entry) >= round.declared.map(|d| d.entry))
                    && (r.declared != round.declared || r.outcome == round.outcome)
            });
            if !alike {
                found.push(Difference {
                    what: Part::Round([item.no, round.contest, round.no]),
                    decision: round.number.as_ref().and_then(|number| {
                        let of = earlier.decisions.iter().find(|d| d.number == *number);
                        of.map(|d| (d.no, number.clone()))
                    }),
                    was: elected(&round),
                    is: same.map_or_else(|| figure(None::<u32>), elected),
                });
            }
        }
    }
    decisions(earlier, later, &mut found);
    for reversal in &earlier.reversals {
        if !later.reversals.contains(reversal) {
            found.push(Difference {
                what: Part::Reversal(reversal.from, reversal.to),
                decision: None,
                was: reversal.what.clone(),
                is: figure(None::<u32>),
            });
        }
    }
    if found.is_empty() {
        fields(earlier, later, &mut found);
    }
    found
}

fn decisions(earlier: &Minutes, later: &Minutes, found: &mut Vec<Difference>) {
    for decision in &earlier.decisions {
        let other = later.decisions.iter().find(|d| d.no == decision.no);
        let same = other.is_some_and(|d| {
            d.number == decision.number
                && (d.motion, d.vote, d.election)
                    == (decision.motion, decision.vote, decision.election)
                && d.matter == decision.matter
                && (d.text == decision.text || corrected(later, d.no))
        });
        if !same {
            found.push(Difference {
                what: Part::Decision,
                decision: Some((decision.no, decision.number.clone())),
                was: decision.text.clone(),
                is: other.map_or_else(|| figure(None::<u32>), |d| d.text.clone()),
            });
        }
    }
}

fn corrected(minutes: &Minutes, no: u32) -> bool {
    minutes.corrections.iter().any(|c| {
        matches!(&c.what, crate::minutes::records::Correction::Text { decision, .. } if *decision == no)
    })
}

/// Whether a vote is the earlier one, as far as that one had come, or with entries made since.
fn goes_on(earlier: &Vote, later: &Vote) -> bool {
    let frozen = |v: &Vote| {
        (
            v.when,
            v.subjects.clone(),
            v.rule.clone(),
            v.charter_version,
            v.roll.clone(),
            v.voters.clone(),
        )
    };
    let begins = |all: usize, of: usize| all <= of;
    frozen(earlier) == frozen(later)
        && earlier.recused == later.recused
        && earlier.scales == later.scales
        && later.declared.starts_with(&earlier.declared)
        && later.admitted.starts_with(&earlier.admitted)
        && begins(earlier.rounds.len(), later.rounds.len())
        && earlier.rounds.iter().zip(&later.rounds).all(|(was, is)| {
            let counts = |r: &crate::minutes::agenda::Round| {
                r.counts.iter().map(|c| (c.when, c.count.clone())).collect::<Vec<_>>()
            };
            let called = was.closed.is_none() || was.calls == is.calls;
            was.method == is.method
                && called
                && counts(is).starts_with(&counts(was))
                && (was.closed.is_none() || was.closed == is.closed)
        })
}

fn decided(vote: &Vote) -> Option<(u32, String)> {
    vote.declared.last().and_then(|d: &Declared| d.decision.zip(d.number.clone()))
}

fn said(vote: Option<&Vote>) -> String {
    let verdict = vote.and_then(|v| v.verdict.as_ref());
    verdict.map_or_else(
        || figure(None::<u32>),
        |v| format!("{}/{}/{}", v.tally.yes, v.tally.no, v.tally.abstain),
    )
}

/// The first of the other fields that differs, where votes and decisions are alike.
fn fields(earlier: &Minutes, later: &Minutes, found: &mut Vec<Difference>) {
    let mut differs = |name: &'static str, same: bool| {
        if !same {
            found.push(Difference {
                what: Part::Field(name),
                decision: None,
                was: String::new(),
                is: String::new(),
            });
        }
    };
    differs("association", earlier.association == later.association);
    differs("meeting", earlier.meeting == later.meeting);
    differs("opened", earlier.opened == later.opened);
    differs("attendance", earlier.attendance.at_opening == later.attendance.at_opening);
}
