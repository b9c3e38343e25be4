//! The book as it stands after its last entry: plain data, made by replaying the log.

use super::Stamp;
use super::amend::Draft;
use super::cases::{CaseFile, Norm, Permitted, ReviewMember};
use super::command::{Choice, Enrolment, NewItem, RulingGiven};
use super::election::{Adopts, Election, Race, Round, RoundState};
use super::event::{
    Chairing, Change, Count, Effective, Frozen, ItemEnd, NoteKind, Presence, Subject, Touched,
};
use super::follow::FollowUp;
use super::funds::Funds;
use super::members::Person;
use super::officers::Designated;
use super::tally::Verdict;
use crate::charter::{Charter, Method, Name, Roll};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Whether a unit is a member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Membership {
    /// On the register.
    Member,
    /// Left at its own wish.
    Withdrawn,
    /// Expelled.
    Expelled,
    /// Entered by a decision that no longer stands.
    Annulled,
    /// Lost its membership by the charter itself.
    Lost {
        /// Why.
        ground: String,
    },
}

/// A unit of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// As it was entered.
    pub entry: Enrolment,
    /// Whether it is a member.
    pub standing: Membership,
}

impl Member {
    /// The short name, or the full one where there is none.
    pub fn short(&self) -> &str {
        if self.entry.short.is_empty() { &self.entry.name } else { &self.entry.short }
    }
}

/// Who holds an office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// Office id.
    pub office: String,
    /// Name.
    pub name: String,
    /// Unit.
    pub unit: Option<u32>,
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
    /// Decision it comes from; none for an opening entry.
    pub decision: Option<u32>,
}

/// Where a body stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Standing {
    /// Term last used.
    pub term: u32,
    /// Meeting last used in it.
    pub number: u32,
    /// Day the term began.
    pub term_begun: Option<NaiveDate>,
}

/// A paper kept in the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Number in the book.
    pub no: u32,
    /// File name as given.
    pub name: String,
    /// SHA-256 of the content, hexadecimal.
    pub sha256: String,
    /// Bytes.
    pub size: u64,
}

/// A version of the charter in the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CharterVersion {
    /// Entry that brought it.
    pub seq: u64,
    /// Version number.
    pub version: u32,
    /// Digest of its text.
    pub sha256: String,
    /// Decision it rests on.
    pub basis: String,
    /// The text.
    pub text: Arc<str>,
    /// Readings in force when another version took its place.
    pub readings: Vec<AdoptedReading>,
}

/// A reading switched on by the association.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdoptedReading {
    /// Entry.
    pub seq: u64,
    /// Question id.
    pub question: String,
    /// Option id.
    pub option: String,
    /// Decision it rests on.
    pub basis: String,
}

/// A decision of any meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Number in the book, never used again.
    pub no: u32,
    /// Document number.
    pub number: String,
    /// Meeting it was taken in.
    pub meeting: u32,
    /// Motion there; 0 for an election.
    pub motion: u32,
    /// Vote there; 0 for an election.
    pub vote: u32,
    /// The round of an election it comes from.
    pub ballot: Option<BallotRef>,
    /// Matter id.
    pub matter: String,
    /// Text as adopted, with corrections of the pen.
    pub text: String,
    /// Subjects decided on.
    pub subjects: Vec<Subject>,
    /// Tasks of the association it serves.
    pub tasks: Vec<String>,
    /// What it changed in the book, with the entry.
    pub changes: Vec<Change>,
    /// Voided with its vote.
    pub void: bool,
}

/// A round of an election in a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BallotRef {
    /// The item.
    pub item: u32,
    /// The contest, from 1.
    pub contest: u32,
    /// The round, from 1.
    pub round: u32,
}

/// Something to be enacted later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pending {
    /// The decision.
    pub decision: u32,
    /// Meeting it was taken in.
    pub meeting: u32,
    /// When.
    pub effective: Effective,
}

/// The phases of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Convened, not yet open (筹备).
    Preparing,
    /// Open.
    Open,
    /// On a break (休会).
    Break,
    /// Closed (闭会).
    Closed,
}

/// A unit's latest attendance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attendance {
    /// Where it is.
    pub presence: Presence,
    /// Since when.
    pub since: Stamp,
}

/// The three parts of the roll; they always add up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Headcount {
    /// On the roll (应到).
    pub roll: u32,
    /// Present or represented (实到).
    pub present: u32,
    /// Of them, in person.
    pub in_person: u32,
    /// Of them, by their own delegate.
    pub delegates: u32,
    /// Of them, by another member.
    pub proxies: u32,
    /// Of them, online.
    pub online: u32,
    /// Excused (请假).
    pub excused: u32,
    /// Absent (缺席), those who left included.
    pub absent: u32,
}

/// Where an item stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ItemState {
    /// Not taken up yet.
    Pending,
    /// In hand.
    Open,
    /// Over, in some way.
    Ended(ItemEnd),
}

/// A precondition on file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filed {
    /// Precondition id.
    pub precondition: String,
    /// What was filed.
    pub note: String,
    /// The kept paper.
    pub document: Option<u32>,
}

/// An item of the agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Number in the meeting; it stays when the order changes.
    pub no: u32,
    /// As it was put.
    pub new: NewItem,
    /// Whether it stood on the notice.
    pub on_notice: bool,
    /// Preconditions on file.
    pub filed: Vec<Filed>,
    /// Where it stands.
    pub state: ItemState,
    /// When it was first taken up.
    pub opened: Option<Stamp>,
    /// When it ended.
    pub ended: Option<Stamp>,
    /// Units recused from it, with the reason.
    pub recused: BTreeMap<u32, String>,
}

/// Where a motion stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MotionState {
    /// Moved, not voted on to the end.
    Pending,
    /// Withdrawn.
    Withdrawn,
    /// Declared carried (of several subjects: at least one).
    Carried,
    /// Declared lost.
    Lost,
}

/// A motion or an amendment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Motion {
    /// Number in the meeting.
    pub no: u32,
    /// Its item.
    pub item: u32,
    /// Matter id.
    pub matter: String,
    /// Rule id.
    pub rule: String,
    /// Text as first proposed.
    pub proposed: String,
    /// Text as it stands: the last of `texts`.
    pub text: String,
    /// Texts it had, latest last, each with the amendment it comes from.
    pub texts: Vec<(Option<u32>, String)>,
    /// Mover.
    pub mover: String,
    /// Seconder.
    pub seconder: String,
    /// What it concerns.
    pub subjects: Vec<Subject>,
    /// When it takes effect.
    pub effective: Effective,
    /// The main motion and its text as amended, for an amendment.
    pub amends: Option<(u32, String)>,
    /// Where it stands.
    pub state: MotionState,
    /// For each subject, whether it was declared carried.
    pub by_subject: Vec<Option<bool>>,
    /// What of an election it adopts.
    pub adopts: Option<Adopts>,
}

/// Where a vote stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VoteState {
    /// Being taken.
    Open,
    /// Counted, not declared.
    Closed,
    /// Declared: final.
    Declared,
    /// Void; it stays on record.
    Void {
        /// Why.
        why: String,
    },
}

/// A declaration, kept when a later one replaces it.
#[derive(Debug, Clone, PartialEq)]
pub struct Declaration {
    /// Entry.
    pub seq: u64,
    /// Outcome.
    pub carried: bool,
    /// The arithmetic it was declared on.
    pub verdict: Verdict,
    /// The presider's ruling.
    pub ruling: Option<RulingGiven>,
    /// The presider's casting vote.
    pub casting: Option<Choice>,
    /// What the lot said.
    pub lot: Option<bool>,
}

/// A vote.
#[derive(Debug, Clone, PartialEq)]
pub struct Vote {
    /// Number in the meeting.
    pub no: u32,
    /// The motion.
    pub motion: u32,
    /// Subjects voted on; all where empty.
    pub subjects: Vec<usize>,
    /// How it is taken in the round in hand.
    pub method: Method,
    /// What it is judged by.
    pub frozen: Frozen,
    /// Late arrivals admitted.
    pub admitted: Vec<u32>,
    /// Counts of the round in hand.
    pub counts: Vec<Count>,
    /// Answers of the round in hand.
    pub calls: BTreeMap<u32, Choice>,
    /// Counts and answers of earlier rounds, kept.
    pub earlier: Vec<(Method, Vec<Count>, BTreeMap<u32, Choice>)>,
    /// Where it stands.
    pub state: VoteState,
    /// The verdict at closing.
    pub verdict: Option<Verdict>,
    /// Declarations, latest last.
    pub declared: Vec<Declaration>,
    /// When it was opened.
    pub opened: Stamp,
}

impl Vote {
    /// Those who vote: frozen at opening, with late arrivals admitted.
    pub fn voters(&self) -> BTreeSet<u32> {
        self.frozen.voters.iter().chain(&self.admitted).copied().collect()
    }
    /// Whether it is being taken or waits for its declaration.
    pub fn is_pending(&self) -> bool {
        matches!(self.state, VoteState::Open | VoteState::Closed)
    }
}

/// A note with all its versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Number in the meeting.
    pub no: u32,
    /// Its item.
    pub item: Option<u32>,
    /// What kind.
    pub kind: NoteKind,
    /// Who spoke.
    pub who: String,
    /// Versions of the text, latest last.
    pub texts: Vec<String>,
    /// Left out of the public copy.
    pub private: bool,
    /// When it was taken.
    pub at: Stamp,
}

impl Note {
    /// The text as it stands.
    pub fn text(&self) -> &str {
        self.texts.last().map_or("", String::as_str)
    }
}

/// A meeting.
#[derive(Debug, Clone, PartialEq)]
pub struct Meeting {
    /// Number in the book, from 1.
    pub no: u32,
    /// Body id.
    pub body: String,
    /// Convening id.
    pub by: String,
    /// Whether it is special.
    pub special: bool,
    /// Units that signed the requisition.
    pub signed: Vec<u32>,
    /// Day.
    pub date: NaiveDate,
    /// Place.
    pub place: String,
    /// Day of the notice.
    pub notice: Option<NaiveDate>,
    /// Term.
    pub term: u32,
    /// Number in the term.
    pub number: u32,
    /// Offset of its clock.
    pub time_zone: String,
    /// The meeting that is called again by this one.
    pub second_call: Option<u32>,
    /// Phase.
    pub phase: Phase,
    /// Who presides.
    pub chairing: Option<Chairing>,
    /// Who records.
    pub recorder: String,
    /// Attendance by member number.
    pub attendance: BTreeMap<u32, Attendance>,
    /// Those who attend without a vote.
    pub observers: Vec<(String, Option<String>)>,
    /// Roll at the call to order.
    pub roll_at_opening: Vec<u32>,
    /// Items in the order of the agenda.
    pub items: Vec<Item>,
    /// Motions in the order moved.
    pub motions: Vec<Motion>,
    /// Votes in the order opened.
    pub votes: Vec<Vote>,
    /// Elections, one an item.
    pub elections: Vec<Election>,
    /// Notes in the order taken.
    pub notes: Vec<Note>,
    /// When it was called to order.
    pub opened: Option<Stamp>,
    /// When it was closed.
    pub closed: Option<Stamp>,
    /// When the break in hand began.
    pub break_since: Option<Stamp>,
}

/// An act in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActRef {
    /// Act id.
    pub id: String,
    /// First entry.
    pub from: u64,
    /// Last entry.
    pub to: u64,
    /// Kind of its first entry.
    pub kind: String,
    /// Meeting of its first entry.
    pub meeting: Option<u32>,
    /// Whether undo may strike it.
    pub undoable: bool,
}

/// A correction on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// Entry.
    pub seq: u64,
    /// Meeting it was entered in.
    pub meeting: Option<u32>,
    /// What it touches.
    pub touched: Vec<Touched>,
}

/// The whole book as it stands.
#[derive(Debug, Clone, Default)]
pub struct Book {
    /// The charter in use: the latest version with the readings adopted.
    pub charter: Option<Arc<Charter>>,
    /// Text of the latest version.
    pub charter_text: String,
    /// Versions, oldest first.
    pub versions: Vec<CharterVersion>,
    /// Readings adopted since the latest version.
    pub readings: Vec<AdoptedReading>,
    /// Units by number, former members included.
    pub members: BTreeMap<u32, Member>,
    /// Units seated in bodies.
    pub seats: BTreeMap<String, Vec<u32>>,
    /// Holders of offices, latest last.
    pub holders: Vec<Holder>,
    /// Where bodies stand.
    pub standings: BTreeMap<String, Standing>,
    /// Next document number of the year last numbered in.
    pub next_document: u32,
    /// Year of the opening entry of numbers, and the document number it begins from.
    pub documents_from: Option<(i32, u32)>,
    /// Next certificate number.
    pub next_certificate: u32,
    /// Papers.
    pub documents: Vec<Document>,
    /// Meetings, oldest first.
    pub meetings: Vec<Meeting>,
    /// Decisions, oldest first.
    pub decisions: Vec<Decision>,
    /// What waits to be enacted.
    pub pending: Vec<Pending>,
    // --- members and people ----------------------------------------------------------------------
    /// People of the units by their numbers, those whose cards were removed included.
    pub people: BTreeMap<u32, Person>,

    // --- from the notice to the door -------------------------------------------------------------
    /// Notices sent, replies, nominations, lists of signatures.
    pub notices: super::notice::Notices,

    // --- decisions carried out -------------------------------------------------------------------
    /// What became of decisions.
    pub follow_ups: Vec<FollowUp>,
    /// Drafts of a new charter, oldest first.
    pub drafts: Vec<Draft>,

    // --- funds -----------------------------------------------------------------------------------
    /// The funds: entries and reports.
    pub funds: Funds,

    // --- minutes and their issue -----------------------------------------------------------------
    /// What became of the minutes of each meeting, and the keys that sign them.
    pub archive: super::issue::Archive,

    // --- procedures between meetings -------------------------------------------------------------
    /// Cases, oldest first.
    pub cases: Vec<CaseFile>,
    /// What members are allowed, oldest first.
    pub permits: Vec<Permitted>,
    /// Reviews of members, in the order entered.
    pub reviews: Vec<ReviewMember>,
    /// Numbered texts of the association.
    pub norms: Vec<Norm>,
    /// Who acts for whom by designation, oldest first.
    pub designations: Vec<Designated>,
    /// Corrections.
    pub corrections: Vec<Correction>,
    /// Acts that stand.
    pub acts: Vec<ActRef>,
    /// Last entry.
    pub seq: u64,
    /// When the first entry was made.
    pub began: Option<Stamp>,
    /// When the last entry was made.
    pub last_entered: Option<Stamp>,
}

impl Book {
    /// The meeting with this number.
    pub fn meeting(&self, no: u32) -> Option<&Meeting> {
        self.meetings.iter().find(|m| m.no == no)
    }
    /// The meeting in hand: an open one before one on a break before one in preparation; the latest
    /// of its kind.
    pub fn meeting_in_hand(&self) -> Option<&Meeting> {
        [Phase::Open, Phase::Break, Phase::Preparing]
            .into_iter()
            .find_map(|phase| self.meetings.iter().rev().find(|m| m.phase == phase))
    }
    /// Members in order of number.
    pub fn roll(&self) -> Vec<u32> {
        let mut roll: Vec<u32> = Vec::new();
        for (no, member) in &self.members {
            if member.standing == Membership::Member {
                roll.push(*no);
            }
        }
        roll
    }
    /// The roll of a body: all members, or those of its seats that are members still.
    pub fn roll_of(&self, body: &str) -> Vec<u32> {
        let seats = self.charter.as_ref().and_then(|c| c.body(body)).map(|b| b.roll);
        match seats {
            Some(Roll::AllMembers) => self.roll(),
            Some(Roll::Seats) => {
                let seated = self.seats.get(body).cloned().unwrap_or_default();
                let roll: BTreeSet<u32> = self.roll().into_iter().collect();
                let seated: BTreeSet<u32> = seated.into_iter().collect();
                seated.intersection(&roll).copied().collect()
            }
            Some(Roll::None) | None => Vec::new(),
        }
    }
    /// A unit's name, or its number where it is not on the register.
    pub fn unit_name(&self, unit: u32) -> String {
        self.members.get(&unit).map_or_else(|| unit.to_string(), |m| m.entry.name.clone())
    }
    /// Who holds an office on a day.
    pub fn holders_of(&self, office: &str, day: NaiveDate) -> Vec<&Holder> {
        // An office held with another is held by whoever holds that one.
        let known = self.charter.as_deref().and_then(|c| c.office(office));
        let office = known.and_then(|o| o.with.as_deref()).unwrap_or(office);
        self.holders
            .iter()
            .filter(|h| h.office == office)
            .filter(|h| h.from.is_none_or(|d| d <= day) && h.to.is_none_or(|d| day <= d))
            .collect()
    }
    /// A text as a [`Name`]: what a person typed is the same in both languages.
    pub fn said(text: &str) -> Name {
        Name { zh: text.to_owned(), en: text.to_owned() }
    }
}

impl Meeting {
    /// The item with this number.
    pub fn item(&self, no: u32) -> Option<&Item> {
        self.items.iter().find(|i| i.no == no)
    }
    /// The item in hand.
    pub fn item_in_hand(&self) -> Option<&Item> {
        self.items.iter().find(|i| i.state == ItemState::Open)
    }
    /// The motion with this number.
    pub fn motion(&self, no: u32) -> Option<&Motion> {
        self.motions.iter().find(|m| m.no == no)
    }
    /// The vote with this number.
    pub fn vote(&self, no: u32) -> Option<&Vote> {
        self.votes.iter().find(|v| v.no == no)
    }
    /// The vote being taken or waiting for its declaration.
    pub fn vote_in_hand(&self) -> Option<&Vote> {
        self.votes.iter().find(|v| v.is_pending())
    }
    /// The last vote that is not void.
    pub fn last_vote(&self) -> Option<&Vote> {
        self.votes.iter().rev().find(|v| !matches!(v.state, VoteState::Void { .. }))
    }
    /// Whether a unit is present, a proxy's holder being there itself.
    pub fn is_present(&self, unit: u32) -> bool {
        match self.attendance.get(&unit).map(|a| &a.presence) {
            Some(Presence::Proxy { holder, .. }) => self.attendance.get(holder).is_some_and(|h| {
                h.presence.is_present() && !matches!(h.presence, Presence::Proxy { .. })
            }),
            Some(presence) => presence.is_present(),
            None => false,
        }
    }
    /// The units of a roll that are present.
    pub fn present(&self, roll: &[u32]) -> Vec<u32> {
        roll.iter().copied().filter(|u| self.is_present(*u)).collect()
    }
    /// The roll split into present, excused and absent.
    pub fn headcount(&self, roll: &[u32]) -> Headcount {
        let mut heads = Headcount {
            roll: u32::try_from(roll.len()).unwrap_or(u32::MAX),
            ..Headcount::default()
        };
        for unit in roll {
            let presence = self.attendance.get(unit).map(|a| &a.presence);
            if self.is_present(*unit) {
                heads.present += 1;
                match presence {
                    Some(Presence::Delegate { .. }) => heads.delegates += 1,
                    Some(Presence::Proxy { .. }) => heads.proxies += 1,
                    Some(Presence::Online { .. }) => heads.online += 1,
                    _ => heads.in_person += 1,
                }
            } else if matches!(presence, Some(Presence::Excused { .. })) {
                heads.excused += 1;
            } else {
                heads.absent += 1;
            }
        }
        heads
    }
    /// The election under an item.
    pub fn election(&self, item: u32) -> Option<&Election> {
        self.elections.iter().find(|e| e.item == item)
    }
    /// A contest of the election under an item, by its number from 1.
    pub fn race(&self, item: u32, contest: u32) -> Option<&Race> {
        let place = usize::try_from(contest.checked_sub(1)?).ok()?;
        self.election(item)?.races.get(place)
    }
    /// The rounds that are being held, with their items and contests.
    pub fn rounds_in_hand(&self) -> impl Iterator<Item = (BallotRef, &Round)> {
        self.elections.iter().flat_map(|election| {
            election.races.iter().zip(1..).filter_map(|(race, contest)| {
                let round = race.in_hand()?;
                Some((BallotRef { item: election.item, contest, round: round.no }, round))
            })
        })
    }
    /// Whether every question of an item is settled: a matter without any motion is not, and neither is an
    /// election with a contest that has no declared round.
    pub fn is_decided(&self, item: &Item) -> bool {
        if let Some(election) = self.election(item.no) {
            let declared = |race: &Race| {
                race.latest().is_some_and(|r| r.state == RoundState::Declared)
                    && race.tied().is_empty()
            };
            let motions = self.motions.iter().filter(|m| m.item == item.no);
            return election.races.iter().all(declared)
                && motions.into_iter().all(|m| m.state != MotionState::Pending);
        }
        let mut motions =
            self.motions.iter().filter(|m| m.item == item.no && m.amends.is_none()).peekable();
        if motions.peek().is_none() {
            return item.new.matter.is_none();
        }
        motions.all(|m| m.state != MotionState::Pending)
    }
}
