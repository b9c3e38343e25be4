//! What someone asks for: one command is one act of the secretary or the presider.
//!
//! Commands are imperative and may be refused; what comes of an accepted one are past-tense
//! [`Event`](super::event::Event)s. The same shapes are read from `quorate act` scripts, where `do`
//! names the command; see `docs/act.md`.

use super::Stamp;
use super::amend::{Collation, NewDraft, Opinion, Putting};
use super::cases::{EndCase, EndPermit, NewCase, PutCase, ReviewMember, ReviewRest, TakeStep};
use super::election::{Candidate, Contest, Sheet, Teller};
use super::event::{Effective, Letter, NoteKind, Presence, Subject};
use super::follow::{Assignment, Report};
use super::funds::{Income, OpeningBalance, ReportFunds, ReverseFunds, Spending};
use super::issue;
use super::members::{Amendment, ForgetPerson, ImportRegister, KeepPerson, Qualification};
use super::notice;
use super::officers::{Designate, EndDesignation, Vacate};
use super::scales::Beside;
use crate::charter::{Amount, Blank, Legend, Method, WriteIns};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A command with the circumstances it is given in.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// When it is entered.
    pub entered: Stamp,
    /// When it happened, if that was not now (补录).
    pub happened: Option<Stamp>,
    /// The meeting it concerns; the one in hand where absent.
    pub meeting: Option<u32>,
    /// The typed answer to a warning.
    pub reason: Option<String>,
    /// What is asked for.
    pub command: Command,
}

impl Request {
    /// A request entered at `entered` about the meeting in hand, without a reason.
    pub fn new(entered: Stamp, command: Command) -> Self {
        Self { entered, happened: None, meeting: None, reason: None, command }
    }
    /// When it happened.
    pub fn when(&self) -> Stamp {
        self.happened.unwrap_or(self.entered)
    }
}

/// A voice in a roll call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// For.
    Yes,
    /// Against.
    No,
    /// Abstains.
    Abstain,
    /// In the room and silent.
    Silent,
}

/// One unit of an opening register.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Enrolment {
    /// Member number, from 1.
    pub unit: u32,
    /// Full name.
    pub name: String,
    /// Short name for narrow screens.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub short: String,
    /// Category id of the charter.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub category: String,
    /// Day of joining.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joined: Option<NaiveDate>,
    /// Certificate number.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub certificate: String,
    /// Its weights by name, where votes are weighed.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub weights: BTreeMap<String, Amount>,
    /// The voting groups it belongs to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<String>,
    /// What shows that it is a legal person: a paper of the book, or words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub legal_proof: String,
    /// What it is licensed or accredited for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub qualifications: Vec<Qualification>,
}

/// An item as it is put on an agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewItem {
    /// Title.
    pub title: String,
    /// Matter id, where the item asks for a decision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matter: Option<String>,
    /// Wording proposed with the notice, offered when the motion is entered.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub draft: String,
    /// What it concerns.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subjects: Vec<Subject>,
    /// Item before which it is placed; at the end where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<u32>,
    /// Meeting and item it was carried over or referred from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<(u32, u32)>,
    /// Case it was put under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<u32>,
    /// Tasks of the association it serves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<String>,
}

/// The presider's answer where the reading of the charter is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RulingGiven {
    /// Whether the motion is carried.
    pub carried: bool,
    /// Why; never empty.
    pub reason: String,
}

/// What someone asks for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum Command {
    // --- the book -----------------------------------------------------------------------------
    /// Puts a charter into a book: its first entry, or a new version later.
    AdoptCharter {
        /// The whole TOML text.
        text: String,
        /// On what decision; empty for the opening entry.
        #[serde(default)]
        basis: String,
    },
    /// Switches an open question of the charter to another reading.
    AdoptReading {
        /// Question id.
        question: String,
        /// Option id.
        option: String,
        /// On what decision.
        basis: String,
    },
    /// Opening entry: units of the register.
    Enrol {
        /// The units.
        units: Vec<Enrolment>,
    },
    /// Opening entry: which units sit in a body.
    Seat {
        /// Body id.
        body: String,
        /// Member numbers.
        units: Vec<u32>,
    },
    /// Opening entry: who holds an office.
    Fill {
        /// Office id.
        office: String,
        /// Holder's name; an office or unit name in samples.
        name: String,
        /// Unit the holder comes from.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<u32>,
        /// First day.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<NaiveDate>,
        /// Last day.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<NaiveDate>,
    },
    /// Opening entry: where a body stands (届、次 last used, term begun).
    Stand {
        /// Body id.
        body: String,
        /// Term last used.
        term: u32,
        /// Meeting last used in that term; 0 before the first.
        number: u32,
        /// Day the running term began.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        term_begun: Option<NaiveDate>,
    },
    /// Opening entry: numbers to be used next.
    Number {
        /// Next document number of the year.
        document: u32,
        /// Next certificate number.
        certificate: u32,
    },
    /// Keeps a paper in the book by its content.
    Attach {
        /// File name as given.
        name: String,
        /// SHA-256 of the content, hexadecimal.
        sha256: String,
        /// Size in bytes.
        size: u64,
        /// Agenda item it belongs to.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        item: Option<u32>,
    },
    /// Records that a member lost its membership by the charter itself, without a vote.
    RecordLoss {
        /// Member number.
        unit: u32,
        /// What happened to it.
        ground: String,
        /// The finding it rests on.
        evidence: String,
    },

    // --- convening ----------------------------------------------------------------------------
    /// Calls a meeting.
    Convene {
        /// Body id.
        body: String,
        /// Convening id of the charter.
        by: String,
        /// Whether it is a special meeting.
        #[serde(default)]
        special: bool,
        /// Units that signed a requisition.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        signed: Vec<u32>,
        /// Day of the meeting.
        date: NaiveDate,
        /// Place.
        place: String,
        /// Day the notice was sent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        notice: Option<NaiveDate>,
        /// Term and number where they are not simply the next.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        term: Option<u32>,
        /// See `term`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        number: Option<u32>,
        /// Offset of the meeting's clock, where it is not the charter's.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        time_zone: Option<String>,
        /// The meeting that is called again because it had no quorum.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        second_call: Option<u32>,
        /// The list of signatures it is called on, which stands for `signed`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        requisition: Option<u32>,
        /// The agenda on the notice.
        #[serde(default)]
        agenda: Vec<NewItem>,
    },
    /// Puts an item on the agenda: one that stands on the notice, or one added later.
    AddItem {
        /// The item.
        item: NewItem,
        /// Whether it stands on the notice; only before the meeting is called to order.
        #[serde(default)]
        on_notice: bool,
    },
    /// Moves an item before another, or to the end.
    MoveItem {
        /// The item.
        item: u32,
        /// The item it is placed before.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<u32>,
    },
    /// Puts a precondition on file for an item.
    File {
        /// The item.
        item: u32,
        /// Precondition id.
        precondition: String,
        /// What was filed.
        #[serde(default)]
        note: String,
        /// The kept paper.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        document: Option<u32>,
    },

    // --- the door -----------------------------------------------------------------------------
    /// Records where a unit is.
    SignIn {
        /// Member number.
        unit: u32,
        /// How it is present, or that it is not.
        presence: Presence,
    },
    /// Signs in every unit of the roll that has no entry yet, except some.
    SignInAll {
        /// Those left out.
        #[serde(default)]
        except: Vec<u32>,
    },
    /// Notes somebody who attends without a vote.
    Observe {
        /// Name or office.
        name: String,
        /// Observer id of the charter, where it is one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        observer: Option<String>,
    },
    /// A unit withdraws from deciding one item.
    Recuse {
        /// Member number.
        unit: u32,
        /// The item.
        item: u32,
        /// Why.
        why: String,
    },

    // --- the session --------------------------------------------------------------------------
    /// Opens the meeting.
    CallToOrder {
        /// Who presides, by office.
        presider: String,
        /// Presider id of the charter.
        basis: String,
        /// Paper the right rests on, in words.
        #[serde(default)]
        document: String,
        /// Who records.
        recorder: String,
    },
    /// Another presides from now on.
    ChangePresider {
        /// Who.
        presider: String,
        /// Presider id of the charter.
        basis: String,
        /// Paper the right rests on, in words.
        #[serde(default)]
        document: String,
    },
    /// Another records from now on.
    ChangeRecorder {
        /// Who.
        recorder: String,
        /// Why.
        #[serde(default)]
        why: String,
    },
    /// A break (休会): not the end.
    Break,
    /// Back from the break (复会), with attendance confirmed anew.
    Resume {
        /// Units confirmed in the room; absent on the same day means all who were there.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        present: Option<Vec<u32>>,
    },
    /// Something outside stopped the meeting or the program.
    Interrupt {
        /// What.
        cause: String,
        /// From when.
        from: Stamp,
        /// Until when.
        until: Stamp,
    },
    /// Ends the meeting (闭会).
    Close,

    // --- items and motions --------------------------------------------------------------------
    /// Takes up an item.
    OpenItem {
        /// The item.
        item: u32,
    },
    /// Finishes an item.
    CloseItem {
        /// The item.
        item: u32,
    },
    /// Puts an item off within this meeting.
    Postpone {
        /// The item.
        item: u32,
        /// Why.
        why: String,
    },
    /// Hands an item to another body.
    Refer {
        /// The item.
        item: u32,
        /// Body id.
        body: String,
        /// Why.
        why: String,
    },
    /// Takes an item to the next meeting of this body.
    CarryOver {
        /// The item.
        item: u32,
        /// Why.
        why: String,
    },
    /// Moves something.
    Move {
        /// The item.
        item: u32,
        /// Matter id; the item's where absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        matter: Option<String>,
        /// The text to be decided; drafted from the comparison where a draft is put under the item.
        #[serde(default)]
        text: String,
        /// Who moves it.
        #[serde(default)]
        mover: String,
        /// Who seconds it.
        #[serde(default)]
        seconder: String,
        /// What it concerns.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        subjects: Vec<Subject>,
        /// When it takes effect if carried.
        #[serde(default)]
        effective: Effective,
    },
    /// Changes the text of a motion before it is voted.
    Reword {
        /// The motion.
        motion: u32,
        /// The new text.
        text: String,
    },
    /// Moves an amendment to a motion.
    Amend {
        /// The main motion.
        motion: u32,
        /// What is to change, in words.
        text: String,
        /// The main text as it would then read.
        becomes: String,
        /// Who moves it.
        #[serde(default)]
        mover: String,
    },
    /// Withdraws a motion before it is voted.
    Withdraw {
        /// The motion.
        motion: u32,
    },

    // --- votes --------------------------------------------------------------------------------
    /// Opens a vote; everything it is judged by is frozen now.
    OpenVote {
        /// The motion.
        motion: u32,
        /// How.
        method: Method,
        /// Subjects voted on, by place from 0; all together where empty.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        subjects: Vec<usize>,
    },
    /// Admits a late arrival to the open vote.
    AdmitToVote {
        /// Member number.
        unit: u32,
    },
    /// Hands counted, of the whole hall or of one section.
    Count {
        /// For.
        yes: u32,
        /// Against.
        no: u32,
        /// Abstaining.
        #[serde(default)]
        abstain: u32,
        /// Section of the hall; the whole where empty.
        #[serde(default)]
        section: String,
        /// The same count in the weights and groups of the rule.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        by: BTreeMap<String, Beside>,
    },
    /// Only no and abstain counted; yes is derived.
    CountMinority {
        /// Against.
        no: u32,
        /// Abstaining.
        #[serde(default)]
        abstain: u32,
        /// Entitled and in the room at this moment, as the presider confirms.
        in_room: u32,
    },
    /// A unit answers in a roll call.
    Call {
        /// Member number.
        unit: u32,
        /// Its answer.
        choice: Choice,
    },
    /// The box of a secret ballot.
    Ballots {
        /// Papers handed out.
        issued: u32,
        /// Papers in the box.
        recovered: u32,
        /// Valid papers.
        valid: u32,
        /// Invalid papers.
        invalid: u32,
        /// For.
        yes: u32,
        /// Against.
        no: u32,
        /// Abstaining.
        abstain: u32,
        /// The same count in the weights and groups of the rule.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        by: BTreeMap<String, Beside>,
    },
    /// Ends the counting.
    CloseVote,
    /// Somebody doubts the count; it leads to a recount or a roll call.
    Challenge {
        /// Who.
        by: String,
        /// Why.
        #[serde(default)]
        ground: String,
        /// The method of the new count; the same where absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        method: Option<Method>,
    },
    /// The presider declares the result.
    Declare {
        /// The presider's ruling, where the reading is open.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ruling: Option<RulingGiven>,
        /// The presider's casting vote, where the charter gives one and votes are equal.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        casting: Option<Choice>,
        /// What the lot said, where the charter has equal votes drawn: `yes` or `no`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        lot: Option<Choice>,
    },
    /// Voids a vote with a reason; it stays on record.
    VoidVote {
        /// The vote; the open or last one where absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        vote: Option<u32>,
        /// Why.
        why: String,
    },

    // --- elections ----------------------------------------------------------------------------
    /// Plans the election under an item: its papers, its marks, when those elected take office.
    PrepareElection {
        /// The item.
        item: u32,
        /// The papers, in the order they are voted.
        contests: Vec<Contest>,
        /// Marks; the charter's where absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        legend: Option<Legend>,
        /// What an unmarked paper is; as the charter has it where absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        blank: Option<Blank>,
        /// Whether names may be written in; as the charter has it where absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        write_ins: Option<WriteIns>,
        /// Whether a paper is given for a member represented by another.
        #[serde(default)]
        proxies: bool,
        /// When those elected take office.
        #[serde(default)]
        pass: Effective,
    },
    /// Moves that the election rules be adopted.
    ProposeRules {
        /// The item.
        item: u32,
        /// The rules; drafted from the charter and the plan where empty.
        #[serde(default)]
        text: String,
        /// Who moves it.
        #[serde(default)]
        mover: String,
    },
    /// Moves that those who count be approved.
    ProposeTellers {
        /// The item.
        item: u32,
        /// They.
        tellers: Vec<Teller>,
        /// The motion; drafted from the names where empty.
        #[serde(default)]
        text: String,
        /// Who moves it.
        #[serde(default)]
        mover: String,
    },
    /// Says who stands in the next round of a contest, in the order printed.
    SetCandidates {
        /// The item.
        item: u32,
        /// The contest, from 1.
        contest: u32,
        /// They.
        candidates: Vec<Candidate>,
    },
    /// Papers are handed out: a round begins, and all it is judged by is frozen.
    IssueBallots {
        /// The item.
        item: u32,
        /// The contest, from 1.
        contest: u32,
        /// Papers printed.
        printed: u32,
        /// Papers handed out; the rest is clipped.
        issued: u32,
    },
    /// The box is opened and the papers in it are numbered off, before any is read.
    OpenBox {
        /// The item.
        item: u32,
        /// The contest, from 1.
        contest: u32,
        /// Papers in the box.
        recovered: u32,
    },
    /// The sums of a batch of papers, or of all papers of a counting group.
    EnterSheet {
        /// The item.
        item: u32,
        /// The contest, from 1.
        contest: u32,
        /// The sums.
        sheet: Sheet,
        /// The second teller's own entry of the same papers.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        second: Option<Sheet>,
    },
    /// A sheet was mistyped.
    CorrectSheet {
        /// The item.
        item: u32,
        /// The contest, from 1.
        contest: u32,
        /// The sheet, from 1 in the order entered.
        place: u32,
        /// What is right.
        sheet: Sheet,
        /// Who confirms it.
        confirmed_by: String,
        /// Why.
        why: String,
    },
    /// Ends the count of a round.
    CloseCount {
        /// The item.
        item: u32,
        /// The contest, from 1.
        contest: u32,
    },
    /// The papers are counted again; the first count is kept.
    Recount {
        /// The item.
        item: u32,
        /// The contest, from 1.
        contest: u32,
        /// Who asks for it.
        by: String,
        /// Why.
        #[serde(default)]
        ground: String,
    },
    /// The presider declares who is elected, or that the round is void.
    DeclareElection {
        /// The item.
        item: u32,
        /// The contest, from 1.
        contest: u32,
        /// The presider's ruling on those who have the share exactly.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ruling: Option<RulingGiven>,
        /// Who the names written in are, once that is established.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        written_in: Vec<Candidate>,
        /// The decision as it stands in the register; drafted from the result where empty.
        #[serde(default)]
        text: String,
    },
    /// Voids a round with a reason; it stays on record.
    VoidRound {
        /// The item.
        item: u32,
        /// The contest, from 1.
        contest: u32,
        /// Why.
        why: String,
    },

    // --- notes, undo, correction --------------------------------------------------------------
    /// Takes a note.
    Note {
        /// The item; the one in hand where absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        item: Option<u32>,
        /// What kind.
        #[serde(default)]
        kind: NoteKind,
        /// Who spoke.
        #[serde(default)]
        who: String,
        /// The text.
        text: String,
        /// Left out of the public copy.
        #[serde(default)]
        private: bool,
    },
    /// Writes a note anew; every version is kept.
    EditNote {
        /// The note.
        note: u32,
        /// The text.
        text: String,
    },
    /// Strikes the last act by a recorded reversal.
    Undo,
    /// The wrong entry was made for a unit at the door.
    CorrectAttendance {
        /// Member number.
        unit: u32,
        /// What is right.
        presence: Presence,
        /// Since when.
        since: Stamp,
        /// Why.
        why: String,
    },
    /// A count was mistyped.
    CorrectCount {
        /// The vote.
        vote: u32,
        /// For.
        yes: u32,
        /// Against.
        no: u32,
        /// Abstaining.
        abstain: u32,
        /// Who confirms it.
        confirmed_by: String,
        /// Why.
        why: String,
    },
    /// A slip of the pen in an adopted text.
    CorrectText {
        /// The decision, or absent for the charter's own text.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        decision: Option<u32>,
        /// As it stands.
        old: String,
        /// As it should be.
        new: String,
        /// On whose leave.
        leave: String,
    },
    /// A decision was carried out on the wrong unit.
    CorrectEnactment {
        /// The decision.
        decision: u32,
        /// The wrong unit.
        wrong: u32,
        /// The right unit.
        right: u32,
        /// Why.
        why: String,
    },
    // --- members and people ----------------------------------------------------------------------
    /// Changes what stands in the register about a unit.
    AmendMember(Amendment),
    /// Keeps a person of a unit: the card outside the chain, its digest in it.
    KeepPerson(KeepPerson),
    /// Removes a person's card.
    ForgetPerson(ForgetPerson),
    /// Does what a table wants of the register.
    ImportRegister(ImportRegister),
    // --- from the notice to the door -------------------------------------------------------------
    /// A notice of the meeting went out.
    SendNotice(notice::Sending),
    /// A unit replies to the notice.
    Reply(notice::Reply),
    /// The reply of a unit no longer stands.
    TakeBackReply(notice::ReplyTakenBack),
    /// Says until when nominations may come in.
    OpenNominations(notice::NominationPeriod),
    /// Somebody, or a unit, is proposed.
    Nominate(notice::Nomination),
    /// A nomination no longer holds.
    EndNomination(notice::NominationEnd),
    /// Begins a list on which members ask for a meeting.
    OpenRequisition(notice::Request),
    /// Members sign a list.
    SignRequisition(notice::Signatures),
    /// A member takes its signature back.
    WithdrawSignature(notice::SignatureEnd),
    // --- decisions carried out -------------------------------------------------------------------
    /// Charges somebody with carrying a decision out.
    AssignDecision(Assignment),
    /// Reports how far the carrying out of a decision has come.
    ReportProgress(Report),
    /// Drafts a new text of the charter.
    DraftAmendment(NewDraft),
    /// Takes down what somebody says about a draft.
    CollectOpinion(Opinion),
    /// Says what the opinions about a draft come to.
    CollateOpinions(Collation),
    /// Puts a draft before a meeting, under an item that amends the charter.
    PutDraft(Putting),
    // --- funds -----------------------------------------------------------------------------------
    /// Opening entry of the funds: the balance before its first income or spending.
    OpenFunds(OpeningBalance),
    /// Money came in, from one of the charter's sources.
    RecordIncome(Income),
    /// Money was spent, on one of the charter's uses.
    RecordSpending(Spending),
    /// Takes a wrong entry of the funds out of the balance; both stay on record.
    ReverseFunds(ReverseFunds),
    /// The report on a year's funds was sent to an authority.
    ReportFunds(ReportFunds),
    // --- minutes and their issue -----------------------------------------------------------------
    /// Words the narrative of an item, or of the meeting as a whole.
    Word(issue::Word),
    /// Takes down what somebody says about the draft of the minutes.
    RemarkOnDraft(issue::RemarkOnDraft),
    /// Answers a remark on the draft.
    AnswerRemark(issue::AnswerRemark),
    /// Puts a version of the minutes into the book by its bytes.
    IssueMinutes(issue::IssueMinutes),
    /// Records that a version is approved.
    ApproveMinutes(issue::ApproveMinutes),
    /// Records a signature on paper.
    SignMinutes(issue::SignMinutes),
    /// Records a signature made with a key.
    SignWithKey(issue::SignWithKey),
    /// Records that a version was given out.
    PublishMinutes(issue::PublishMinutes),
    /// Takes approved or signed minutes up again.
    ReopenMinutes(issue::ReopenMinutes),
    /// Corrects a passage of signed minutes by a slip.
    Slip(issue::Slip),
    /// Binds a public key to an office or a role.
    BindKey(issue::BindKey),
    /// A key signs no more.
    WithdrawKey(issue::WithdrawKey),
    /// Papers of the meeting were printed.
    Printed(issue::Printed),
    // --- procedures between meetings -------------------------------------------------------------
    /// Opens a case.
    OpenCase(NewCase),
    /// Takes a step of a case, or passes a recommended one over.
    TakeStep(TakeStep),
    /// Puts a case on the agenda of a meeting.
    PutCase(PutCase),
    /// Ends a case before its steps are done.
    EndCase(EndCase),
    /// Takes a permit back before its last day.
    EndPermit(EndPermit),
    /// Reviews a member for a year.
    ReviewMember(ReviewMember),
    /// Reviews all members not yet reviewed for a year, with the ordinary end.
    ReviewRest(ReviewRest),
    /// Ends somebody's time in an office.
    Vacate(Vacate),
    /// Designates who acts for an office.
    Designate(Designate),
    /// Ends a designation.
    EndDesignation(EndDesignation),
}

/// The letter of a proxy as shown at the door.
pub type ProxyLetter = Letter;
