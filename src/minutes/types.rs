//! The shapes of a meeting's minutes: facts in no language, plain data, field for field the JSON.
//!
//! Units stand by number; their names are in [`Minutes::units`]. What a charter names stands with
//! its id and its name in both languages. Times are in the time zone of the meeting.

use super::agenda::{Decision, Item};
use super::people::{Attendance, Presiding, Recording};
use crate::charter::{Basis, Clauses, Name};
use crate::record::Stamp;
use crate::record::event::{Change, Count, Presence, Touched};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Name and version of the format, the value of [`Minutes::format`].
pub const FORMAT: &str = "quorate-minutes/1";

/// The minutes of one meeting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Minutes {
    /// [`FORMAT`].
    pub format: String,
    /// How far the meeting has come; before `closed` this is a preview.
    pub state: State,
    /// Whose meeting it is.
    pub association: Association,
    /// The charter it was held under.
    pub charter: CharterUsed,
    /// What meeting it is.
    pub meeting: Heading,
    /// By whom and how it was called.
    pub convening: Convening,
    /// When it was called to order.
    pub opened: Option<Moment>,
    /// When it was closed.
    pub closed: Option<Moment>,
    /// Breaks (休会), in order.
    pub breaks: Vec<Pause>,
    /// What stopped the meeting from outside, in order.
    pub interruptions: Vec<Interruption>,
    /// Those who presided, in order.
    pub presiders: Vec<Presiding>,
    /// Those who recorded, in order.
    pub recorders: Vec<Recording>,
    /// Who was there.
    pub attendance: Attendance,
    /// The agenda as it stood in the end: item numbers.
    pub agenda: Vec<u32>,
    /// Items in the order they were first taken up; then those that never were, by the agenda.
    pub items: Vec<Item>,
    /// Notes that belong to no item.
    pub notes: Vec<Note>,
    /// What was decided, by number in the book.
    pub decisions: Vec<Decision>,
    /// What decisions of this meeting changed in the book.
    pub enactments: Vec<Enactment>,
    /// Memberships that ended by the charter itself during the meeting.
    pub losses: Vec<Loss>,
    /// Corrections, in order.
    pub corrections: Vec<Corrected>,
    /// What corrections made in other meetings say about votes of this one.
    pub touched_elsewhere: Vec<TouchedElsewhere>,
    /// Entries taken back by a later one; they appear nowhere else.
    pub reversals: Vec<Reversal>,
    /// What was remarkable, with the reason given where one was asked for.
    pub remarks: Vec<Remark>,
    /// Papers kept for this meeting.
    pub papers: Vec<Paper>,
    /// Values used in this meeting that the charter does not state.
    pub defaults: Vec<Assumed>,
    /// Questions the charter leaves open that bear on this meeting, with the reading used.
    pub readings: Vec<Reading>,
    /// Units named above.
    pub units: Vec<Unit>,
    /// Notes left out of this copy.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub left_out: u32,
    /// The last entry of the log these minutes were compiled from.
    pub head: HeadLine,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands over a reference"
)]
fn is_zero(n: &u32) -> bool {
    *n == 0
}

/// How far a meeting has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Convened, not yet called to order.
    Preparing,
    /// In session.
    Open,
    /// On a break.
    Break,
    /// Over.
    Closed,
}

/// When something happened and where it stands in the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// Entry number in the log.
    pub entry: u64,
    /// When it happened.
    pub at: Stamp,
    /// When it was entered, where that was later (补录).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entered: Option<Stamp>,
}

/// Something the charter names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// Id in the charter.
    pub id: String,
    /// Name in both languages.
    pub name: Name,
}

/// A unit and its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    /// Member number.
    pub unit: u32,
    /// Full name on the register.
    pub name: String,
}

/// The association.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Association {
    /// Id of its charter.
    pub id: String,
    /// Full official names.
    pub name: Name,
    /// Short names.
    pub short: Name,
    /// What members are counted in.
    pub counter: Name,
}

/// The charter a meeting was held under.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CharterUsed {
    /// Id.
    pub id: String,
    /// Version of its text.
    pub version: u32,
    /// SHA-256 of the file's text, hexadecimal.
    pub sha256: String,
    /// Day the text came into force, `YYYY-MM-DD`.
    pub in_force: String,
    /// Readings the association had adopted: question id and option id.
    pub adopted: Vec<(String, String)>,
}

/// What meeting it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// Number in the book, from 1.
    pub no: u32,
    /// The body that met.
    pub body: Named,
    /// How the charter calls the meeting, term and number filled in.
    pub title: Name,
    /// Term.
    pub term: u32,
    /// Number in the term.
    pub number: u32,
    /// Whether it is a special meeting.
    pub special: bool,
    /// Day it was called for.
    pub date: NaiveDate,
    /// Place.
    pub place: String,
    /// Offset of its clock from UTC, `+08:00`.
    pub time_zone: String,
}

/// By whom and how a meeting was called.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Convening {
    /// When it was entered.
    pub when: Moment,
    /// The way, by the charter.
    pub way: Named,
    /// What the way rests on.
    pub basis: Option<Basis>,
    /// Units that signed a requisition.
    pub signed: Vec<u32>,
    /// Signatures needed, for a requisition.
    pub needed: Option<u32>,
    /// Units on the roll when it was called.
    pub roll: u32,
    /// Day the notice was sent.
    pub notice: Option<NaiveDate>,
    /// Days between the notice and the meeting.
    pub days: Option<i64>,
    /// Fewest days without a warning.
    pub minimum: u32,
}

/// A break.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    /// When it began.
    pub begun: Moment,
    /// When the meeting resumed.
    pub resumed: Option<Moment>,
    /// Units that were there before and were not confirmed after it.
    pub not_confirmed: Vec<u32>,
    /// Units present when it resumed.
    pub present: Option<u32>,
}

/// Something outside that stopped the meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interruption {
    /// When it was entered.
    pub when: Moment,
    /// What.
    pub cause: String,
    /// From when.
    pub from: Stamp,
    /// Until when.
    pub until: Stamp,
}

/// A note, as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Number in the meeting.
    pub no: u32,
    /// When it was taken.
    pub when: Moment,
    /// What kind.
    pub kind: crate::record::event::NoteKind,
    /// Who spoke.
    pub who: String,
    /// The text.
    pub text: String,
    /// Earlier versions, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<String>,
    /// Left out of the public copy.
    pub private: bool,
}

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

/// The last entry of a log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeadLine {
    /// Its number.
    pub entry: u64,
    /// Its seal, SHA-256, hexadecimal.
    pub sha256: String,
}
