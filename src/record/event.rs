//! What happened: past-tense facts, the only thing a book holds. Stored as JSON, one a row.

use super::Stamp;
use super::amend::{Collation, DraftPut, Drafted, Opinion, TakenBack};
use super::cases::{EndCase, EndPermit, Opened, Permit, ReviewMember, Taken};
use super::command::{Choice, Enrolment, NewItem, RulingGiven};
use super::election::{Adopts, Candidate, Outcome, Plan, Sheet, Teller};
use super::follow::{Assignment, Report};
use super::funds::{FundEntry, ReportFunds};
use super::issue;
use super::members::{Amended, Forgotten, Kept};
use super::notice;
use super::officers::{Designated, EndDesignation, Vacate};
use super::scales::{Beside, Scales};
use super::tally::Verdict;
use crate::charter::{Method, Rule};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a proxy's letter states (Civil Code of the PRC, article 165).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Letter {
    /// What it is about.
    #[serde(default)]
    pub matter: bool,
    /// What the agent may do.
    #[serde(default)]
    pub power: bool,
    /// How long.
    #[serde(default)]
    pub term: bool,
    /// Seal or signature.
    #[serde(default)]
    pub seal: bool,
}

/// Where a unit is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "as", rename_all = "snake_case", deny_unknown_fields)]
pub enum Presence {
    /// Its legal representative is in the room (本人).
    InPerson {
        /// Who.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        who: String,
    },
    /// Its own delegate is in the room (委派).
    Delegate {
        /// Who.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        who: String,
        /// The letter shown, in words.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        letter: String,
    },
    /// Another member votes for it (委托).
    Proxy {
        /// Member number of the holder.
        holder: u32,
        /// What the letter states.
        letter: Letter,
    },
    /// It takes part by wire (线上).
    Online {
        /// Who.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        who: String,
    },
    /// It excused itself (请假).
    Excused {
        /// Why.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        why: String,
    },
    /// It did not come (缺席).
    Absent,
    /// It left before the end (离会).
    Left,
}

impl Presence {
    /// Whether the unit is present or represented, leaving aside whether a proxy's holder is.
    pub fn is_present(&self) -> bool {
        matches!(
            self,
            Self::InPerson { .. }
                | Self::Delegate { .. }
                | Self::Proxy { .. }
                | Self::Online { .. }
        )
    }
}

/// What a motion concerns: a unit, a body to be admitted, or a person for an office.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Subject {
    /// Name as it will stand in the minutes.
    pub name: String,
    /// Member number, where it is one already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<u32>,
    /// Category id, for an admission.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// Office id, for an appointment or an election.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<String>,
    /// Body id, for a unit elected into one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// What is authorised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// First day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
    /// Number of the text that is revised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revises: Option<String>,
}

/// When a carried motion takes effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Effective {
    /// On adoption (Civil Code of the PRC, articles 134 and 136).
    #[default]
    Now,
    /// When the meeting is closed.
    AfterClose,
    /// On a day.
    On(NaiveDate),
}

/// What a note records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoteKind {
    /// Anything.
    #[default]
    Remark,
    /// A speech.
    Speech,
    /// A question.
    Question,
    /// An objection.
    Objection,
    /// An incident.
    Incident,
    /// A ruling asked for or given.
    Ruling,
}

/// Everything a vote is judged by, as it stood when the vote was opened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Frozen {
    /// Version of the charter's text.
    pub charter_version: u32,
    /// The rule in full.
    pub rule: Rule,
    /// Units on the roll, in order of number.
    pub roll: Vec<u32>,
    /// Units present or validly represented and not recused.
    pub voters: Vec<u32>,
    /// Of the voters, those represented by another member.
    pub proxies: Vec<u32>,
    /// Units recused from the item.
    pub recused: Vec<u32>,
    /// The base, where it is known before the votes are.
    pub base: Option<u32>,
    /// Votes needed, where they are known before the votes are.
    pub needed: Option<u32>,
    /// Flags known at opening.
    pub flags: Vec<String>,
    /// Flags the matter asks for: always, when carried, when lost.
    pub matter_flags: [Vec<String>; 3],
    /// Units on the roll that were not there at the call to order, or the reverse.
    pub roll_changed: bool,
    /// What the rule counts beside heads.
    #[serde(default, skip_serializing_if = "Scales::is_none")]
    pub scales: Scales,
}

/// A count as it was given to the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// For.
    pub yes: u32,
    /// Against.
    pub no: u32,
    /// Abstaining.
    pub abstain: u32,
    /// Section of the hall; the whole where empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub section: String,
    /// Entitled and in the room, where yes was derived from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub derived_from: Option<u32>,
    /// The box, for a secret ballot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub papers: Option<Papers>,
    /// The same count in the weights and groups of the rule, by their names.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub by: BTreeMap<String, Beside>,
}

/// The papers of a secret ballot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Papers {
    /// Handed out.
    pub issued: u32,
    /// In the box.
    pub recovered: u32,
    /// Valid.
    pub valid: u32,
    /// Invalid.
    pub invalid: u32,
}

/// A verdict, base or number that a correction touches; nothing is changed by the listing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Touched {
    /// Meeting number.
    pub meeting: u32,
    /// Vote number in it.
    pub vote: u32,
    /// What: `base`, `present`, `needed`, `yes`, `verdict`, or `text` for the wording voted on.
    pub what: String,
    /// As recorded.
    pub was: String,
    /// As it would have been.
    pub would_be: String,
}

/// Who presides and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chairing {
    /// Who, by office.
    pub name: String,
    /// Presider id of the charter.
    pub basis: String,
    /// Paper the right rests on.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub document: String,
}

/// How an item ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemEnd {
    /// Dealt with.
    Closed,
    /// Put off within this meeting; it can be taken up again.
    Postponed {
        /// Why.
        why: String,
    },
    /// Handed to another body.
    Referred {
        /// Body id.
        body: String,
        /// Why.
        why: String,
    },
    /// Taken to the next meeting.
    CarriedOver {
        /// Why.
        why: String,
    },
}

/// What a decision changed in the book.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum Change {
    /// A unit joined.
    Joined {
        /// The unit.
        enrolment: Enrolment,
    },
    /// A unit left at its own wish.
    Withdrawn {
        /// Member number.
        unit: u32,
    },
    /// A unit was expelled.
    Expelled {
        /// Member number.
        unit: u32,
    },
    /// A unit was warned.
    Warned {
        /// Member number.
        unit: u32,
    },
    /// An office was filled.
    Appointed {
        /// Office id.
        office: String,
        /// Holder.
        name: String,
        /// Unit of the holder.
        unit: Option<u32>,
        /// First day.
        from: Option<NaiveDate>,
        /// Last day.
        to: Option<NaiveDate>,
    },
    /// Somebody's time in an office ended.
    Ended {
        /// Office id.
        office: String,
        /// Holder.
        name: String,
        /// Last day.
        to: NaiveDate,
        /// Last day as it stood before.
        was: Option<NaiveDate>,
    },
    /// Units took their seats in a body.
    Seated {
        /// Body id.
        body: String,
        /// All its units from now on.
        units: Vec<u32>,
        /// Its units before.
        was: Vec<u32>,
        /// First day of its term, where a new one began.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        begun: Option<NaiveDate>,
        /// First day of the term before.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        begun_before: Option<NaiveDate>,
    },
    /// A change that was made on a decision that no longer stands is taken back.
    Undone {
        /// The change.
        of: Box<Change>,
    },
    /// The charter was amended.
    Amended {
        /// The draft.
        draft: u32,
        /// Version of the text that came into force.
        version: u32,
        /// Digest of that text.
        sha256: String,
    },
    /// A unit was authorised.
    Authorised {
        /// Member number.
        unit: u32,
        /// To do what.
        scope: String,
        /// First day.
        from: Option<NaiveDate>,
        /// Last day.
        to: Option<NaiveDate>,
    },
    /// A numbered text was issued or revised.
    Issued {
        /// Its number.
        number: String,
        /// Its title.
        title: String,
        /// Matter it was decided under.
        matter: String,
        /// From 1.
        version: u32,
        /// Day it took effect.
        since: NaiveDate,
        /// Title and day of the version before.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        was: Option<(String, NaiveDate)>,
    },
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[allow(missing_docs, reason = "the fields carry the names and meanings of the commands'")]
pub enum Event {
    CharterAdopted {
        id: String,
        version: u32,
        sha256: String,
        text: String,
        basis: String,
        opening: bool,
    },
    ReadingAdopted {
        question: String,
        option: String,
        basis: String,
    },
    Enrolled {
        units: Vec<Enrolment>,
    },
    Seated {
        body: String,
        units: Vec<u32>,
    },
    Filled {
        office: String,
        name: String,
        unit: Option<u32>,
        from: Option<NaiveDate>,
        to: Option<NaiveDate>,
    },
    Stood {
        body: String,
        term: u32,
        number: u32,
        term_begun: Option<NaiveDate>,
    },
    Numbered {
        document: u32,
        certificate: u32,
    },
    /// `blob` is the name under which the store keeps the content.
    Attached {
        document: u32,
        name: String,
        #[serde(rename = "blob")]
        sha256: String,
        size: u64,
        item: Option<u32>,
    },
    MembershipLost {
        unit: u32,
        ground: String,
        evidence: String,
    },

    Convened {
        body: String,
        by: String,
        special: bool,
        signed: Vec<u32>,
        date: NaiveDate,
        place: String,
        notice: Option<NaiveDate>,
        term: u32,
        number: u32,
        time_zone: String,
        /// The meeting that is called again.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        second_call: Option<u32>,
    },
    ItemAdded {
        item: u32,
        new: NewItem,
        on_notice: bool,
    },
    ItemMoved {
        item: u32,
        before: Option<u32>,
    },
    Filed {
        item: u32,
        precondition: String,
        note: String,
        document: Option<u32>,
    },

    AttendanceRecorded {
        unit: u32,
        presence: Presence,
    },
    ObserverNoted {
        name: String,
        observer: Option<String>,
    },
    Recused {
        unit: u32,
        item: u32,
        why: String,
    },

    CalledToOrder {
        chairing: Chairing,
        recorder: String,
        roll: Vec<u32>,
    },
    PresiderChanged {
        chairing: Chairing,
    },
    RecorderChanged {
        recorder: String,
        why: String,
    },
    BreakBegun {},
    Resumed {
        present: Vec<u32>,
    },
    Interrupted {
        cause: String,
        from: Stamp,
        until: Stamp,
    },
    MeetingClosed {},

    ItemOpened {
        item: u32,
    },
    ItemEnded {
        item: u32,
        end: ItemEnd,
    },
    Moved {
        motion: u32,
        item: u32,
        matter: String,
        rule: String,
        text: String,
        mover: String,
        seconder: String,
        subjects: Vec<Subject>,
        effective: Effective,
        /// What of an election it adopts.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        adopts: Option<Adopts>,
    },
    Reworded {
        motion: u32,
        text: String,
    },
    AmendmentMoved {
        motion: u32,
        to: u32,
        rule: String,
        text: String,
        becomes: String,
        mover: String,
    },
    MotionWithdrawn {
        motion: u32,
    },

    VoteOpened {
        vote: u32,
        motion: u32,
        subjects: Vec<usize>,
        method: Method,
        frozen: Box<Frozen>,
    },
    AdmittedToVote {
        vote: u32,
        unit: u32,
    },
    Counted {
        vote: u32,
        count: Count,
    },
    Called {
        vote: u32,
        unit: u32,
        choice: Choice,
    },
    VoteClosed {
        vote: u32,
        verdict: Verdict,
    },
    Challenged {
        vote: u32,
        by: String,
        ground: String,
        method: Method,
    },
    VoteVoided {
        vote: u32,
        why: String,
    },
    Declared {
        vote: u32,
        carried: bool,
        verdict: Verdict,
        ruling: Option<RulingGiven>,
        casting: Option<Choice>,
        /// What the lot said, on equal votes.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        lot: Option<bool>,
        /// Decision number in the book, for a carried main motion.
        decision: Option<u32>,
        /// Its document number.
        number: Option<String>,
    },
    Enacted {
        decision: u32,
        change: Change,
    },

    ElectionPlanned {
        item: u32,
        plan: Plan,
    },
    TellersNamed {
        item: u32,
        tellers: Vec<Teller>,
    },
    CandidatesSet {
        item: u32,
        contest: u32,
        candidates: Vec<Candidate>,
    },
    BallotsIssued {
        item: u32,
        contest: u32,
        round: u32,
        seats: u32,
        candidates: Vec<Candidate>,
        frozen: Box<Frozen>,
        printed: u32,
        issued: u32,
    },
    BoxOpened {
        item: u32,
        contest: u32,
        round: u32,
        recovered: u32,
    },
    SheetEntered {
        item: u32,
        contest: u32,
        round: u32,
        sheet: Sheet,
    },
    SheetCorrected {
        item: u32,
        contest: u32,
        round: u32,
        place: u32,
        was: Sheet,
        sheet: Sheet,
        confirmed_by: String,
        why: String,
    },
    RoundCounted {
        item: u32,
        contest: u32,
        round: u32,
        outcome: Outcome,
    },
    RoundRecounted {
        item: u32,
        contest: u32,
        round: u32,
        by: String,
        ground: String,
    },
    RoundDeclared {
        item: u32,
        contest: u32,
        round: u32,
        outcome: Outcome,
        elected: Vec<Candidate>,
        ruling: Option<RulingGiven>,
        text: String,
        /// Decision number in the book, where anybody is elected.
        decision: Option<u32>,
        /// Its document number.
        number: Option<String>,
    },
    RoundVoided {
        item: u32,
        contest: u32,
        round: u32,
        why: String,
    },

    NoteTaken {
        note: u32,
        item: Option<u32>,
        note_kind: NoteKind,
        who: String,
        text: String,
        private: bool,
    },
    NoteEdited {
        note: u32,
        text: String,
    },
    Struck {
        from: u64,
        to: u64,
        what: String,
    },
    /// Written by the store behind an act whose fate was in doubt.
    Settled {
        act: String,
    },
    AttendanceCorrected {
        unit: u32,
        was: Option<Presence>,
        presence: Presence,
        since: Stamp,
        why: String,
        touched: Vec<Touched>,
    },
    CountCorrected {
        vote: u32,
        was: Count,
        count: Count,
        confirmed_by: String,
        why: String,
        touched: Vec<Touched>,
    },
    TextCorrected {
        decision: u32,
        old: String,
        new: String,
        leave: String,
    },
    EnactmentCorrected {
        decision: u32,
        wrong: u32,
        right: u32,
        why: String,
        touched: Vec<Touched>,
    },
    // --- members and people ----------------------------------------------------------------------
    MemberAmended(Amended),
    PersonKept(Kept),
    PersonForgotten(Forgotten),
    // --- from the notice to the door -------------------------------------------------------------
    NoticeSent(notice::Sent),
    ReplyReceived(notice::Reply),
    ReplyTakenBack(notice::ReplyTakenBack),
    NominationsOpened(notice::NominationPeriod),
    Nominated(notice::Nomination),
    NominationEnded(notice::NominationEnd),
    RequisitionOpened(notice::Request),
    RequisitionSigned(notice::Signatures),
    SignatureWithdrawn(notice::SignatureEnd),
    RequisitionMet(notice::RequestMet),
    // --- decisions carried out -------------------------------------------------------------------
    DecisionAssigned(Assignment),
    ProgressReported(Report),
    AmendmentDrafted(Drafted),
    OpinionCollected(Opinion),
    OpinionsCollated(Collation),
    DraftPut(DraftPut),
    AmendmentTakenBack(TakenBack),
    // --- funds -----------------------------------------------------------------------------------
    FundsOpened(FundEntry),
    Received(FundEntry),
    Spent(FundEntry),
    FundsReversed(FundEntry),
    FundsReported(ReportFunds),
    // --- minutes and their issue -----------------------------------------------------------------
    MinutesWorded(issue::Word),
    DraftRemarked(issue::Remarked),
    RemarkAnswered(issue::AnswerRemark),
    MinutesIssued(issue::Version),
    MinutesApproved(issue::ApproveMinutes),
    MinutesSigned(issue::SignMinutes),
    MinutesSignedWithKey(issue::SignWithKey),
    MinutesPublished(issue::PublishMinutes),
    MinutesReopened(issue::Reopening),
    SlipIssued(issue::SlipIssued),
    KeyBound(issue::Bound),
    KeyWithdrawn(issue::WithdrawKey),
    PapersPrinted(issue::Printed),
    // --- procedures between meetings -------------------------------------------------------------
    CaseOpened(Opened),
    StepTaken(Taken),
    CaseEnded(EndCase),
    PermitGiven(Permit),
    PermitEnded(EndPermit),
    MemberReviewed(ReviewMember),
    OfficeVacated(Vacate),
    Designated(Designated),
    DesignationEnded(EndDesignation),
}

impl Event {
    /// The name the event is stored under.
    pub fn kind(&self) -> String {
        serde_json::to_value(self)
            .ok()
            .and_then(|v| v.get("kind").and_then(|k| k.as_str()).map(str::to_owned))
            .unwrap_or_default()
    }
}

/// A warning that was answered by a reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// Codes of the warnings.
    pub codes: Vec<String>,
    /// The reason typed.
    pub reason: String,
}

/// An event with the meeting it belongs to and what was remarkable about it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    /// Meeting number; absent for facts of the book itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<u32>,
    /// The event.
    #[serde(flatten)]
    pub event: Event,
    /// Codes noticed with it (warnings answered are among them).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub noticed: Vec<String>,
    /// The answer to its warnings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered: Option<Answered>,
}

/// A fact in its place in the log.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Place in the log, from 1.
    pub seq: u64,
    /// The act it belongs to; all entries of an act stand or are struck together.
    pub act: String,
    /// When it happened.
    pub happened: Stamp,
    /// When it was entered.
    pub entered: Stamp,
    /// What happened.
    pub fact: Fact,
}

impl Entry {
    /// Whether it was entered afterwards (补录).
    pub fn is_late(&self) -> bool {
        self.happened < self.entered
    }
}
