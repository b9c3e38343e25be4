//! Items, motions, votes and decisions: the shapes in the minutes.

use super::types::{Moment, Named, Note};
use crate::charter::compare::Comparison;
use crate::charter::{Clauses, Method, Rule};
use crate::record::command::{Choice, RulingGiven};
use crate::record::event::{Change, Count, Effective, ItemEnd, Subject};
use crate::record::scales::Scales;
use crate::record::tally::Verdict;
use serde::{Deserialize, Serialize};

/// A matter of the charter, or a task in its list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatterNamed {
    /// Id and title.
    #[serde(flatten)]
    pub named: Named,
    /// Clauses it rests on.
    pub clauses: Clauses,
}

/// An item of the agenda.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// Number in the meeting.
    pub no: u32,
    /// Title.
    pub title: String,
    /// The matter, where it asks for a decision.
    pub matter: Option<MatterNamed>,
    /// Tasks of the association it serves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<MatterNamed>,
    /// Whether it stood on the notice.
    pub on_notice: bool,
    /// When it was put on the agenda.
    pub added: Moment,
    /// When it was taken up, each time.
    pub taken_up: Vec<Moment>,
    /// How it ended, each time; the last one stands.
    pub ends: Vec<Ended>,
    /// What was put on file for it.
    pub filed: Vec<Filed>,
    /// Units recused from it.
    pub recused: Vec<Recusal>,
    /// What happened, as the secretary worded it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wording: Option<super::types::Wording>,
    /// Notes, in the order taken.
    pub notes: Vec<Note>,
    /// Motions and amendments, in the order moved.
    pub motions: Vec<Motion>,
    /// The election held under it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub election: Option<super::ballots::Ballots>,
}

/// How an item ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ended {
    /// When.
    pub when: Moment,
    /// How.
    pub end: ItemEnd,
    /// The body it was referred to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<Named>,
}

/// Something put on file for an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filed {
    /// When.
    pub when: Moment,
    /// The precondition it meets.
    pub precondition: Named,
    /// What it is.
    pub note: String,
    /// Number of the paper kept.
    pub document: Option<u32>,
}

/// A unit recused from an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recusal {
    /// When.
    pub when: Moment,
    /// Member number.
    pub unit: u32,
    /// Why.
    pub why: String,
}

/// Where a motion stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MotionState {
    /// Not decided.
    Pending,
    /// Withdrawn.
    Withdrawn,
    /// Carried; of several subjects at least one.
    Carried,
    /// Lost.
    Lost,
}

/// A motion or an amendment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Motion {
    /// Number in the meeting.
    pub no: u32,
    /// When it was moved.
    pub when: Moment,
    /// The matter.
    pub matter: MatterNamed,
    /// The motion it amends.
    pub amends: Option<u32>,
    /// The amended motion's text if this amendment is carried.
    pub becomes: Option<String>,
    /// Text as proposed.
    pub proposed: String,
    /// Text as it stands, as adopted where it was.
    pub text: String,
    /// Changes of the text without a vote.
    pub rewordings: Vec<Rewording>,
    /// Who moved it.
    pub mover: String,
    /// Who seconded it.
    pub seconder: String,
    /// What it concerns.
    pub subjects: Vec<Subject>,
    /// The outcome for each subject.
    pub by_subject: Vec<Option<bool>>,
    /// When it takes effect.
    pub effective: Effective,
    /// Where it stands.
    pub state: MotionState,
    /// When it was withdrawn.
    pub withdrawn: Option<Moment>,
    /// The draft of the charter it moves, as it was put last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draft: Option<DraftMoved>,
    /// Votes on it, void ones included, in order.
    pub votes: Vec<Vote>,
}

/// A draft of the charter that a motion moves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftMoved {
    /// Number in the book.
    pub no: u32,
    /// Digest of its text.
    pub sha256: String,
    /// What it changes.
    pub comparison: Comparison,
}

/// A change of a motion's text without a vote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rewording {
    /// When.
    pub when: Moment,
    /// The text then.
    pub text: String,
}

/// Where a vote stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VoteState {
    /// Being taken.
    Open,
    /// Counted, not declared.
    Closed,
    /// Declared.
    Declared,
    /// Void.
    Void,
}

/// A vote with everything it was judged by.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Vote {
    /// Number in the meeting.
    pub no: u32,
    /// When it was opened.
    pub when: Moment,
    /// Subjects voted on, by place from 0; all where empty.
    pub subjects: Vec<usize>,
    /// How the round that stands was taken.
    pub method: Method,
    /// The rule, as it stood at the opening.
    pub rule: Rule,
    /// Version of the charter's text.
    pub charter_version: u32,
    /// Units on the roll at the opening.
    pub roll: Vec<u32>,
    /// Units that could vote at the opening.
    pub voters: Vec<u32>,
    /// Of them, those represented by another member.
    pub proxies: Vec<u32>,
    /// Units recused.
    pub recused: Vec<u32>,
    /// Late arrivals admitted.
    pub admitted: Vec<Admitted>,
    /// The base, where it was known at the opening.
    pub base: Option<u32>,
    /// Votes needed, where they were known at the opening.
    pub needed: Option<u32>,
    /// What the rule counts beside heads, as it stood at the opening.
    #[serde(default, skip_serializing_if = "Scales::is_none")]
    pub scales: Scales,
    /// Rounds of counting; the last one stands.
    pub rounds: Vec<Round>,
    /// What the arithmetic says of the round that stands, corrections included.
    pub verdict: Option<Verdict>,
    /// Declarations; the last one stands unless the vote is void.
    pub declared: Vec<Declared>,
    /// Why it is void.
    pub void: Option<Voided>,
    /// Where it stands.
    pub state: VoteState,
}

/// A late arrival admitted to an open vote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Admitted {
    /// When.
    pub when: Moment,
    /// Member number.
    pub unit: u32,
}

/// A round of counting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Round {
    /// How it was taken.
    pub method: Method,
    /// Counts as given to the table, in order.
    pub counts: Vec<Counted>,
    /// Answers of a roll call, in order; never there for a secret ballot.
    pub calls: Vec<Called>,
    /// When the counting ended.
    pub closed: Option<Moment>,
    /// What the arithmetic said then.
    pub verdict: Option<Verdict>,
    /// Why it was counted again.
    pub challenged: Option<Challenge>,
}

/// A count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// When.
    pub when: Moment,
    /// The count.
    pub count: Count,
    /// Whether it stands, no later count having replaced it.
    pub stands: bool,
}

/// An answer in a roll call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Called {
    /// When.
    pub when: Moment,
    /// Member number.
    pub unit: u32,
    /// The answer.
    pub choice: Choice,
}

/// A count doubted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Challenge {
    /// When.
    pub when: Moment,
    /// Who.
    pub by: String,
    /// Why.
    pub ground: String,
    /// The method of the new round.
    pub method: Method,
}

/// A declaration.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Declared {
    /// When.
    pub when: Moment,
    /// The outcome.
    pub carried: bool,
    /// The arithmetic it was declared on.
    pub verdict: Verdict,
    /// The presider's ruling.
    pub ruling: Option<RulingGiven>,
    /// The presider's casting vote.
    pub casting: Option<Choice>,
    /// What the lot said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lot: Option<bool>,
    /// Number of the decision in the book.
    pub decision: Option<u32>,
    /// Its document number.
    pub number: Option<String>,
}

/// A vote made void.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voided {
    /// When.
    pub when: Moment,
    /// Why.
    pub why: String,
}

/// A decision of the meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Number in the book.
    pub no: u32,
    /// Document number.
    pub number: String,
    /// Motion in the meeting.
    pub motion: u32,
    /// Vote in the meeting; 0 for an election.
    pub vote: u32,
    /// The item, for an election.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub election: Option<u32>,
    /// The matter.
    pub matter: MatterNamed,
    /// Text as adopted, with corrections of the pen.
    pub text: String,
    /// Subjects decided on.
    pub subjects: Vec<Subject>,
    /// When it takes effect.
    pub effective: Effective,
    /// What it changed in the book and still stands.
    pub changes: Vec<Change>,
    /// Whether its vote was made void or declared anew as lost.
    pub void: bool,
}
