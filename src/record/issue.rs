//! The life of minutes: their wording, remarks on the draft, versions issued, approved, signed, published.
//!
//! The bytes of a version are kept by their content; here stand their digest and what was done with them.
//! Whether a signature made with a key is genuine is not judged here, for the record has no cryptography: the doors
//! look at it before they submit it, and `quorate verify` looks again.

mod acts;
mod key;

pub use acts::{
    AnswerRemark, ApproveMinutes, BindKey, Bound, IssueMinutes, Printed, PublishMinutes,
    RemarkOnDraft, Remarked, ReopenMinutes, Reopening, Role, SignMinutes, SignWithKey, Slip,
    SlipIssued, Tongue, Version, WithdrawKey, Word,
};
pub use key::{KeyFault, PublicKey};

use super::Stamp;
use super::election::Task;
use super::event::{Event, Touched};
use super::state::{Book, Meeting, Phase};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

// --- the state ----------------------------------------------------------------------------------------------

/// How far the minutes of a meeting have come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Issued for remarks.
    Draft,
    /// Approved.
    Approved,
    /// Signed by the one who presided and the recorder.
    Signed,
    /// Given out.
    Published,
}

impl State {
    /// The word of the views.
    pub fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Approved => "approved",
            Self::Signed => "signed",
            Self::Published => "published",
        }
    }
}

/// A text that was typed, with its place in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worded {
    /// Entry.
    pub seq: u64,
    /// When.
    pub at: Stamp,
    /// The text.
    pub of: Word,
}

/// A remark with its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// The remark.
    pub remark: Remarked,
    /// The last answer.
    pub answer: Option<AnswerRemark>,
}

/// A signature, by either road.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Signature {
    /// On paper.
    Ink(SignMinutes),
    /// With a key.
    Key(SignWithKey),
}

impl Signature {
    /// In what capacity.
    pub fn role(&self) -> Role {
        match self {
            Self::Ink(ink) => ink.role,
            Self::Key(key) => key.role,
        }
    }
    /// Who, by office.
    pub fn who(&self) -> &str {
        match self {
            Self::Ink(ink) => &ink.who,
            Self::Key(key) => &key.who,
        }
    }
    /// The day.
    pub fn day(&self) -> Option<NaiveDate> {
        match self {
            Self::Ink(ink) => Some(ink.day),
            Self::Key(key) => key.day,
        }
    }
}

/// A version with what was done with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issued {
    /// The version.
    pub of: Version,
    /// When it was issued.
    pub at: Stamp,
    /// Its approval.
    pub approval: Option<ApproveMinutes>,
    /// Its signatures, in the order entered.
    pub signatures: Vec<Signature>,
    /// Where it was given out.
    pub published: Vec<PublishMinutes>,
    /// Slips that correct it.
    pub slips: Vec<SlipIssued>,
    /// Whether it was taken up again and no longer counts.
    pub reopened: bool,
}

impl Issued {
    /// How far this version has come; one that was taken up again is a draft.
    pub fn state(&self) -> State {
        if self.reopened {
            State::Draft
        } else if !self.published.is_empty() {
            State::Published
        } else if self.is_signed() {
            State::Signed
        } else if self.approval.is_some() {
            State::Approved
        } else {
            State::Draft
        }
    }
    /// Whether the one who presided and the recorder have signed.
    pub fn is_signed(&self) -> bool {
        [Role::Presider, Role::Recorder].into_iter().all(|role| self.has(role))
    }
    /// Whether somebody has signed in this role.
    pub fn has(&self, role: Role) -> bool {
        self.signatures.iter().any(|s| s.role() == role)
    }
}

/// The life of the minutes of one meeting.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Life {
    /// Every text typed, in the order entered.
    pub wordings: Vec<Worded>,
    /// Remarks on the draft; the number is the place, from 1.
    pub remarks: Vec<Answered>,
    /// Versions; the number is the place, from 1.
    pub versions: Vec<Issued>,
    /// Each time they were taken up again.
    pub reopenings: Vec<Reopening>,
    /// Papers printed.
    pub printed: Vec<Printed>,
    /// The last entry that changed what the minutes say.
    pub changed: u64,
    /// The last correction since the minutes were approved, and its day, until a slip says what it changes.
    pub corrected: Option<(u64, NaiveDate)>,
}

impl Life {
    /// The text that stands.
    pub fn wording(&self, item: Option<u32>, lang: Tongue) -> Option<&str> {
        let last = self.wordings.iter().rev().find(|w| w.of.item == item && w.of.lang == lang);
        last.map(|w| w.of.text.as_str()).filter(|text| !text.is_empty())
    }
    /// The last version.
    pub fn last(&self) -> Option<&Issued> {
        self.versions.last()
    }
    /// How far the minutes have come; nothing before the first version.
    pub fn state(&self) -> Option<State> {
        self.last().map(Issued::state)
    }
    /// The version that was approved, signed or given out, and since when a correction says something else.
    pub fn overtaken(&self) -> Option<(&Issued, NaiveDate)> {
        let version = self.last().filter(|v| v.state() > State::Draft)?;
        let (entry, day) = self.corrected?;
        (entry > version.of.head_entry).then_some((version, day))
    }
    /// Whether texts and versions may still change.
    pub fn is_open(&self) -> bool {
        matches!(self.state(), None | Some(State::Draft))
    }
    /// Remarks without an answer.
    pub fn unanswered(&self) -> u32 {
        let left = self.remarks.iter().filter(|r| r.answer.is_none()).count();
        u32::try_from(left).unwrap_or(u32::MAX)
    }
    /// Slips of all versions.
    pub fn slips(&self) -> impl Iterator<Item = &SlipIssued> {
        self.versions.iter().flat_map(|v| &v.slips)
    }
}

/// A key with the time it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoundKey {
    /// As it was bound.
    pub of: Bound,
    /// When that was entered.
    pub at: Stamp,
    /// Its withdrawal.
    pub withdrawn: Option<WithdrawKey>,
    /// When that was entered.
    pub withdrawn_at: Option<Stamp>,
}

impl BoundKey {
    /// Whether it holds on a day. What it signed then stays signed.
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.of.of.from <= day && self.withdrawn.as_ref().is_none_or(|w| day < w.day)
    }
    /// Whether it held on the day of a signature that was entered at this moment. What was entered before a
    /// withdrawal of the same day is before it.
    pub fn held(&self, day: NaiveDate, entered: Stamp) -> bool {
        let first = self.of.of.from <= day && self.at <= entered;
        first
            && (self.holds(day)
                || self.gone().is_some_and(|gone| day == gone.date_naive() && entered < gone))
    }
    /// The moment from which it no longer holds: that of the entry where it was withdrawn on the very day, and
    /// otherwise the beginning of the day that was said.
    pub fn gone(&self) -> Option<Stamp> {
        let (withdrawal, at) = (self.withdrawn.as_ref()?, self.withdrawn_at?);
        if at.date_naive() == withdrawal.day {
            return Some(at);
        }
        let midnight =
            withdrawal.day.and_time(chrono::NaiveTime::MIN).and_local_timezone(*at.offset());
        Some(midnight.single().unwrap_or(at))
    }
}

/// The minutes of all meetings, and the keys that sign them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Archive {
    /// By number of the meeting.
    pub minutes: BTreeMap<u32, Life>,
    /// Keys in the order bound.
    pub keys: Vec<BoundKey>,
}

/// Whether an event is about the minutes as a paper and changes nothing they say.
pub fn is_of_paper(event: &Event) -> bool {
    matches!(
        event,
        Event::DraftRemarked(_)
            | Event::RemarkAnswered(_)
            | Event::MinutesIssued(_)
            | Event::MinutesApproved(_)
            | Event::MinutesSigned(_)
            | Event::MinutesSignedWithKey(_)
            | Event::MinutesPublished(_)
            | Event::SlipIssued(_)
            | Event::PapersPrinted(_)
    )
}

/// Votes a correction touches, of whatever meeting.
fn touched(event: &Event) -> Option<&[Touched]> {
    match event {
        Event::AttendanceCorrected { touched, .. }
        | Event::CountCorrected { touched, .. }
        | Event::EnactmentCorrected { touched, .. } => Some(touched),
        Event::AmendmentTakenBack(back) => Some(&back.touched),
        Event::TextCorrected { .. } => Some(&[]),
        _ => None,
    }
}

/// The meetings whose minutes say something else after a correction: its own, and those of the votes it touches,
/// which name it; nothing for what is no correction.
pub fn corrects(meeting: Option<u32>, event: &Event) -> BTreeSet<u32> {
    let touched = touched(event);
    let own = meeting.filter(|_| touched.is_some());
    own.into_iter().chain(touched.into_iter().flatten().map(|t| t.meeting)).collect()
}

/// Whether an act of this kind is one of paper and keys that [`is_final`]: what helps is another way than for votes.
pub fn is_of_house(kind: &str) -> bool {
    matches!(
        kind,
        "minutes_issued"
            | "minutes_approved"
            | "minutes_signed"
            | "minutes_signed_with_key"
            | "minutes_published"
            | "minutes_reopened"
            | "slip_issued"
            | "key_bound"
            | "key_withdrawn"
    )
}

/// Whether undo stops here: what was issued, signed or given out is out of the house.
pub fn is_final(event: &Event) -> bool {
    is_of_paper(event)
        && !matches!(
            event,
            Event::DraftRemarked(_) | Event::RemarkAnswered(_) | Event::PapersPrinted(_)
        )
        || matches!(event, Event::MinutesReopened(_) | Event::KeyBound(_) | Event::KeyWithdrawn(_))
}

// --- the questions ------------------------------------------------------------------------------------------

impl Book {
    /// The life of the minutes of a meeting.
    pub fn minutes_of(&self, meeting: u32) -> Option<&Life> {
        self.archive.minutes.get(&meeting)
    }
    /// How far the minutes of a meeting have come; nothing before the first version.
    pub fn minutes_state(&self, meeting: u32) -> Option<State> {
        self.minutes_of(meeting).and_then(Life::state)
    }
    /// Who has still to sign the last version, in the order of the paper; everybody while there is none.
    pub fn still_to_sign(&self, meeting: &Meeting) -> Vec<(Role, String)> {
        let version = self.minutes_of(meeting.no).and_then(Life::last).filter(|v| !v.reopened);
        let missing = |(role, who): &(Role, String)| match version {
            None => true,
            Some(version) if *role == Role::Teller => {
                !version.signatures.iter().any(|s| s.role() == *role && s.who() == who)
            }
            Some(version) => !version.has(*role),
        };
        signers(meeting).into_iter().filter(missing).collect()
    }
    /// The keys that may sign the minutes of a meeting in a role on a day.
    pub fn keys_for(&self, meeting: &Meeting, role: Role, day: NaiveDate) -> Vec<&BoundKey> {
        let fits = |key: &&BoundKey| key.holds(day) && self.key_fits(meeting, role, key);
        self.archive.keys.iter().filter(fits).collect()
    }
    /// Whether a key goes with who held the role in a meeting: bound to the role, or to the office of the
    /// one the record names for it.
    pub fn key_fits(&self, meeting: &Meeting, role: Role, key: &BoundKey) -> bool {
        let bound = &key.of.of;
        if let Some(only) = bound.role {
            return only == role;
        }
        let charter = self.charter.as_deref();
        let right = meeting.chairing.as_ref().filter(|_| role == Role::Presider);
        let right = right.and_then(|c| charter?.presiders.iter().find(|p| p.id == c.basis));
        if right.is_some_and(|right| right.office.as_deref() == Some(bound.office.as_str())) {
            return true;
        }
        let office = charter.and_then(|c| c.office(&bound.office));
        let holders = self.holders_of(&bound.office, meeting.date);
        let goes_by = |who: &str| {
            office.is_some_and(|o| o.name.zh == who || o.name.en == who)
                || holders.iter().any(|h| h.name == who)
        };
        signers(meeting).iter().any(|(of, who)| *of == role && goes_by(who))
    }
    /// The key with this fingerprint that was bound last.
    pub fn key(&self, fingerprint: &str) -> Option<&BoundKey> {
        self.archive.keys.iter().rev().find(|k| k.of.fingerprint == fingerprint)
    }
}

/// Who signs the minutes of a meeting: the one who presided last, who recorded last, and those who counted
/// the papers of its elections.
pub fn signers(meeting: &Meeting) -> Vec<(Role, String)> {
    let mut all = Vec::new();
    all.extend(meeting.chairing.iter().map(|c| (Role::Presider, c.name.clone())));
    if !meeting.recorder.is_empty() {
        all.push((Role::Recorder, meeting.recorder.clone()));
    }
    for teller in meeting.elections.iter().flat_map(|e| &e.tellers) {
        let signs = (Role::Teller, teller.name.clone());
        if teller.task != Task::Reader && !all.contains(&signs) {
            all.push(signs);
        }
    }
    all
}

/// Days after the closing within which minutes are issued, and after the approval within which they are
/// signed, before it presses. Assumed: the program's own default, in no charter.
pub const DAYS_TO_ISSUE: i64 = 15;

/// What the minutes of a closed meeting wait for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waits {
    /// Their first version, or the next after they were taken up again.
    Issue,
    /// Approval.
    Approval,
    /// Signatures.
    Signatures,
    /// Something was corrected after they were approved: they are reopened, or a slip is issued.
    Correction,
}

/// What the minutes of a meeting wait for and since when; nothing before the closing and once signed, unless
/// something they say was corrected since.
pub fn waits(book: &Book, meeting: &Meeting) -> Option<(Waits, NaiveDate)> {
    let closed = meeting.closed.filter(|_| meeting.phase == Phase::Closed)?.date_naive();
    let life = book.minutes_of(meeting.no);
    let Some(version) = life.and_then(Life::last) else {
        return Some((Waits::Issue, closed));
    };
    if version.reopened {
        let since = life.and_then(|l| l.reopenings.last()).map_or(closed, |r| r.day);
        return Some((Waits::Issue, since));
    }
    if let Some((_, since)) = life.and_then(Life::overtaken) {
        return Some((Waits::Correction, since));
    }
    match version.state() {
        State::Draft => Some((Waits::Approval, version.at.date_naive())),
        State::Approved => {
            let day = version.approval.as_ref().and_then(|a| a.day).unwrap_or(closed);
            Some((Waits::Signatures, day))
        }
        State::Signed | State::Published => None,
    }
}
