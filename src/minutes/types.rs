//! The shapes of a meeting's minutes: facts in no language, plain data, field for field the JSON.
//!
//! Units stand by number; their names are in [`Minutes::units`]. What a charter names stands with
//! its id and its name in both languages. Times are in the time zone of the meeting.

use super::agenda::{Decision, Item};
use super::charters::CharterText;
use super::follow::Outstanding;
use super::people::{Attendance, Presiding, Recording};
use super::records::{
    Assumed, Corrected, Enactment, Loss, Paper, Reading, Remark, Reversal, TouchedElsewhere,
};
use crate::charter::{Basis, Name};
use crate::record::Stamp;
use crate::record::event::NoteKind;
use crate::record::notice::Sent;
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
    /// Decisions of this body that were still to be carried out at the call to order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outstanding: Vec<Outstanding>,
    /// The meeting as a whole, as the secretary worded it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wording: Option<Wording>,
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
    /// Each time minutes that were approved or signed were taken up again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reopened: Vec<Reopened>,
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
    /// The charters in use during the meeting, whole, oldest first.
    #[serde(default)]
    pub charters: Vec<CharterText>,
    /// Notes left out of this copy.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub left_out: u32,
    /// The last entry of the log these minutes were compiled from.
    pub head: HeadLine,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
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

/// A narrative as the secretary worded it; empty in a language it was not worded in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    /// In Chinese.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub zh: String,
    /// In English.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub en: String,
}

/// Minutes that were approved or signed were taken up again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reopened {
    /// When.
    pub when: Moment,
    /// The version that no longer counts.
    pub version: u32,
    /// Why.
    pub reason: String,
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
    /// The meeting that was called again by this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second_call: Option<u32>,
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
    /// Notices sent, in the order entered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sendings: Vec<Sending>,
    /// Units of the roll that none of them went to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_reached: Vec<u32>,
}

/// A notice that went out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sending {
    /// When it was entered.
    pub when: Moment,
    /// To whom, how, and on which day.
    #[serde(flatten)]
    pub sent: Sent,
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
    pub kind: NoteKind,
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

/// The last entry of a log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeadLine {
    /// Its number.
    pub entry: u64,
    /// Its seal, SHA-256, hexadecimal.
    pub sha256: String,
}
