//! What decisions changed, corrections, reversals, remarks, papers, defaults: the shapes in the minutes.

use super::types::Moment;
use crate::charter::{Basis, Clauses, Name};
use crate::record::Stamp;
use crate::record::event::{Change, Count, Presence, Touched};
use serde::{Deserialize, Serialize};

/// What a decision changed in the book.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enactment {
    /// When.
    pub when: Moment,
    /// Number of the decision in the book.
    pub decision: u32,
    /// What changed.
    pub change: Change,
}

/// A membership that ended by the charter itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Loss {
    /// When.
    pub when: Moment,
    /// Member number.
    pub unit: u32,
    /// What happened to it.
    pub ground: String,
    /// The finding it rests on.
    pub evidence: String,
}

/// A correction.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Corrected {
    /// When it was made.
    pub when: Moment,
    /// What was corrected.
    pub what: Correction,
    /// Why, or on whose leave.
    pub why: String,
    /// Figures it touches; the listing changes none of them.
    pub touched: Vec<Touched>,
}

/// What a correction corrects, as it was and as it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum Correction {
    /// Attendance of a unit.
    Attendance {
        /// Member number.
        unit: u32,
        /// As it was entered; none where nothing was.
        was: Option<Presence>,
        /// As it is.
        presence: Presence,
        /// Since when.
        since: Stamp,
    },
    /// A count.
    Count {
        /// Vote number in the meeting.
        vote: u32,
        /// As it was entered.
        was: Count,
        /// As it is.
        count: Count,
        /// Who confirmed it.
        confirmed_by: String,
    },
    /// A slip of the pen in an adopted text.
    Text {
        /// Number of the decision in the book.
        decision: u32,
        /// As it was.
        old: String,
        /// As it is.
        new: String,
    },
    /// An amendment of the charter whose decision no longer stands.
    Amendment {
        /// Number of the decision in the book.
        decision: u32,
        /// The version that is no longer in force.
        version: u32,
        /// The version that is in force again.
        restored: Option<u32>,
    },
    /// A decision carried out on the wrong unit.
    Enactment {
        /// Number of the decision in the book.
        decision: u32,
        /// The wrong unit.
        wrong: u32,
        /// The right unit.
        right: u32,
    },
}

/// Figures of this meeting that a correction made in another meeting touches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TouchedElsewhere {
    /// Entry of the correction.
    pub entry: u64,
    /// Meeting it was made in.
    pub meeting: Option<u32>,
    /// The figures.
    pub touched: Vec<Touched>,
}

/// Entries taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reversal {
    /// When they were taken back.
    pub when: Moment,
    /// First entry taken back.
    pub from: u64,
    /// Last entry taken back.
    pub to: u64,
    /// Kind of the first.
    pub what: String,
    /// When they had been entered.
    pub made: Option<Stamp>,
}

/// Something remarkable noticed with an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// When.
    pub when: Moment,
    /// Kind of the entry.
    pub kind: String,
    /// Item in hand.
    pub item: Option<u32>,
    /// Vote concerned.
    pub vote: Option<u32>,
    /// Codes noticed.
    pub codes: Vec<String>,
    /// Those of them that asked for a reason.
    pub warnings: Vec<String>,
    /// The reason given.
    pub reason: Option<String>,
}

/// A paper kept in the book.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// When it was kept.
    pub when: Moment,
    /// Number in the book.
    pub document: u32,
    /// File name as given.
    pub name: String,
    /// SHA-256 of its content, hexadecimal.
    pub sha256: String,
    /// Bytes.
    pub size: u64,
    /// The item it belongs to.
    pub item: Option<u32>,
}

/// A value used in the meeting that the charter does not state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assumed {
    /// Where it stands in the charter file: `rule.council`, `proxy`, `presider.designated`.
    pub at: String,
    /// How it is called; empty where the charter has no name for it.
    pub name: Name,
    /// What it rests on.
    pub basis: Basis,
}

/// An open question of the charter and the reading used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// Id in the register of questions.
    pub question: String,
    /// The question.
    pub ask: Name,
    /// The reading used.
    pub reading: Name,
    /// Clauses concerned.
    pub clauses: Clauses,
    /// What the reading rests on.
    pub basis: Basis,
    /// The option adopted by the association, where it is not the default.
    pub adopted: Option<String>,
}
