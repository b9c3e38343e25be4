//! An election as it is held: rules, tellers, papers, rounds and sheets, and what the figures make of them.
//!
//! A ballot paper is never here: a sheet is the sum of a batch of papers, and nothing leads back to one of them.

mod count;

pub use count::{counted, outcome, sums};

use super::event::{Effective, Frozen};
use crate::charter::{Blank, Legend, Ruling, WriteIns};
use serde::{Deserialize, Serialize};

/// What is filled.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "snake_case", deny_unknown_fields)]
pub enum Seat {
    /// An office, by a person (or by a unit where the charter has units hold it).
    Office {
        /// Office id.
        office: String,
    },
    /// Seats of a body, by units.
    Body {
        /// Body id.
        body: String,
    },
}

impl Seat {
    /// The id of the office or the body.
    pub fn id(&self) -> &str {
        match self {
            Self::Office { office } => office,
            Self::Body { body } => body,
        }
    }
}

/// How a paper is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Marks {
    /// Yes, no or abstention beside each name (等额, or 差额 with a vote on each).
    #[default]
    Each,
    /// A mark for as many names as there are seats, or fewer (差额).
    Pick,
}

/// Somebody, or a unit, that stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Candidate {
    /// Name as printed.
    pub name: String,
    /// The member it is, or comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<u32>,
    /// Who nominates, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub nominated_by: String,
    /// Members that nominate.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nominators: Vec<u32>,
}

/// One paper of an election: what is filled by it and who stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contest {
    /// What is filled.
    pub seat: Seat,
    /// Seats to be filled.
    pub seats: u32,
    /// How the paper is marked.
    #[serde(default)]
    pub marks: Marks,
    /// Colour of paper and box.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub colour: String,
    /// Whether vacancies are filled beside those in office, instead of all seats anew.
    #[serde(default)]
    pub by_election: bool,
    /// Whether names may be written in; as the election has it where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub write_ins: Option<WriteIns>,
    /// Who stands, in the order printed.
    #[serde(default)]
    pub candidates: Vec<Candidate>,
}

/// What the election rules of a meeting fix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// The papers, in the order they are voted.
    pub contests: Vec<Contest>,
    /// Marks.
    pub legend: Legend,
    /// What an unmarked paper is.
    pub blank: Blank,
    /// Whether names may be written in.
    pub write_ins: WriteIns,
    /// Whether a paper is given for a member represented by another.
    pub proxies: bool,
    /// When those elected take office.
    pub pass: Effective,
}

/// What somebody does at the count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Task {
    /// Chief scrutineer (总监票人).
    Chief,
    /// Scrutineer (监票人).
    Scrutineer,
    /// Teller (计票人).
    Teller,
    /// Reader (唱票人).
    Reader,
}

/// Somebody who counts or watches the count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Teller {
    /// Name.
    pub name: String,
    /// What for.
    pub task: Task,
    /// Unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<u32>,
}

/// What a meeting adopts before an election.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Adopts {
    /// The election rules (选举办法).
    Rules,
    /// The tellers and scrutineers.
    Tellers,
}

/// Votes for one name on a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sum {
    /// For.
    pub yes: u32,
    /// Against; 0 where the paper has no such mark.
    #[serde(default)]
    pub no: u32,
    /// Abstaining; 0 where the paper has no such mark.
    #[serde(default)]
    pub abstain: u32,
}

/// A name written in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenIn {
    /// The name as written.
    pub name: String,
    /// Votes for it.
    pub yes: u32,
}

/// The sums of a batch of papers, or of all papers of a counting group.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    /// Counting group; the only one where empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub group: String,
    /// Valid papers.
    pub valid: u32,
    /// Invalid papers.
    #[serde(default)]
    pub invalid: u32,
    /// Sums by candidate, in the order printed.
    pub votes: Vec<Sum>,
    /// Names written in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub written_in: Vec<WrittenIn>,
    /// Whether a second teller entered it without seeing the first entry, and both agreed in the end.
    #[serde(default)]
    pub twice: bool,
}

impl Sheet {
    /// Papers on it.
    pub fn papers(&self) -> u32 {
        self.valid.saturating_add(self.invalid)
    }
}

/// The papers of a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Accounting {
    /// Printed.
    pub printed: u32,
    /// Handed out; the rest was clipped.
    pub issued: u32,
    /// In the box.
    pub recovered: u32,
    /// Valid.
    pub valid: u32,
    /// Invalid.
    pub invalid: u32,
}

/// How one name fared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fared {
    /// Name.
    pub name: String,
    /// Member it is or comes from.
    pub unit: Option<u32>,
    /// Votes.
    pub votes: Sum,
    /// Whether the name was written in.
    pub written_in: bool,
    /// Whether the votes reach what is needed.
    pub reached: bool,
    /// Whether they are the share exactly.
    pub exact: bool,
}

/// What the figures of a round make of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Whether the round counts at all: not with more papers in the box than were handed out.
    pub valid: bool,
    /// The papers.
    pub papers: Accounting,
    /// The base, where the votes do not make it; for a share of votes it is each name's own.
    pub base: u32,
    /// Votes needed to be elected.
    pub needed: Option<u32>,
    /// Seats of this round.
    pub seats: u32,
    /// Everybody by number of votes, then in the order printed.
    pub fared: Vec<Fared>,
    /// Elected, by place in `fared`.
    pub elected: Vec<usize>,
    /// Between whom it is voted again, by place in `fared`.
    pub again: Vec<usize>,
    /// Seats left empty.
    pub vacant: u32,
    /// Whether the presider must or may rule on those who have the share exactly.
    pub ruling: Ruling,
    /// Flags, in a fixed order.
    pub flags: Vec<String>,
}

/// Where a round stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RoundState {
    /// Papers are handed out.
    Issued,
    /// The box is open, papers are counted.
    Counting,
    /// Counted, or void by its papers; not declared.
    Counted,
    /// Declared.
    Declared,
    /// Void; it stays on record.
    Void {
        /// Why.
        why: String,
    },
}

/// One round of a contest.
#[derive(Debug, Clone, PartialEq)]
pub struct Round {
    /// Number in the contest, from 1.
    pub no: u32,
    /// Seats to be filled in it.
    pub seats: u32,
    /// Who stands in it.
    pub candidates: Vec<Candidate>,
    /// What it is judged by.
    pub frozen: Frozen,
    /// The papers so far.
    pub papers: Accounting,
    /// Sheets that stand.
    pub sheets: Vec<Sheet>,
    /// Sheets of earlier counts, kept.
    pub earlier: Vec<Vec<Sheet>>,
    /// Where it stands.
    pub state: RoundState,
    /// What the figures make of it, once counted.
    pub outcome: Option<Outcome>,
    /// Those declared elected, by name, with the member each is or comes from.
    pub declared: Vec<Candidate>,
    /// The presider's ruling.
    pub ruling: Option<super::command::RulingGiven>,
    /// The entry that moved it last.
    pub seq: u64,
}

/// A contest as it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Race {
    /// As planned, with the candidates of the next round.
    pub contest: Contest,
    /// Rounds, latest last.
    pub rounds: Vec<Round>,
}

impl Race {
    /// The latest round that is not void.
    pub fn latest(&self) -> Option<&Round> {
        self.rounds.iter().rev().find(|r| !matches!(r.state, RoundState::Void { .. }))
    }
    /// The round being held.
    pub fn in_hand(&self) -> Option<&Round> {
        self.latest().filter(|r| r.state != RoundState::Declared)
    }
    /// Who stood in the first round: those a notice announces, before and after the papers were counted.
    pub fn first_standing(&self) -> &[Candidate] {
        self.rounds.first().map_or(&self.contest.candidates, |first| &first.candidates)
    }
    /// Those declared elected in all rounds.
    pub fn elected(&self) -> impl Iterator<Item = &Candidate> {
        self.rounds.iter().filter(|r| r.state == RoundState::Declared).flat_map(|r| &r.declared)
    }
    /// Seats still empty.
    pub fn vacant(&self) -> u32 {
        let filled = u32::try_from(self.elected().count()).unwrap_or(u32::MAX);
        self.contest.seats.saturating_sub(filled)
    }
    /// Between whom the next round must be held, where the last one ended level.
    pub fn tied(&self) -> Vec<&Fared> {
        let last = self.latest().filter(|r| r.state == RoundState::Declared);
        let Some(outcome) = last.and_then(|r| r.outcome.as_ref()) else {
            return Vec::new();
        };
        if !outcome.flags.iter().any(|f| f == TIE) {
            return Vec::new();
        }
        outcome.again.iter().filter_map(|place| outcome.fared.get(*place)).collect()
    }
}

/// An election under an item of the agenda.
#[derive(Debug, Clone, PartialEq)]
pub struct Election {
    /// The item.
    pub item: u32,
    /// What the rules fix, the contests aside.
    pub plan: Plan,
    /// The motion by which the rules were adopted.
    pub adopted: Option<u32>,
    /// Those proposed to count.
    pub tellers: Vec<Teller>,
    /// The motion by which they were approved.
    pub approved: Option<u32>,
    /// The contests as they stand.
    pub races: Vec<Race>,
}

/// Flag: votes are level at the last seat.
pub const TIE: &str = "tie_at_last_seat";
/// Flag: fewer reached the share than there are seats.
pub const SHORTFALL: &str = "shortfall_further_election";
/// Flag: nobody reached the share.
pub const NOBODY: &str = "no_one_reached_threshold";
/// Flag: more papers in the box than were handed out.
pub const BOX: &str = "recovered_exceeds_issued";
/// Flag: the round must be held again.
pub const RERUN: &str = "rerun_required";
/// Flag: somebody written in is elected, and who that is must be established.
pub const WRITE_IN: &str = "verify_eligibility_of_write_in";
