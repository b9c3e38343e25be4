//! What became of decisions: who carries one out, by when, what was reported; and the register of all
//! that was decided, with what was lost.

use super::Stamp;
use super::election::{Election, Round, RoundState};
use super::event::Effective;
use super::state::{BallotRef, Book, Decision, Meeting, Vote, VoteState};
use crate::charter::Clauses;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Who carries a decision out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case", deny_unknown_fields)]
pub enum Owner {
    /// An office of the charter.
    Office {
        /// Office id.
        office: String,
    },
    /// A body of the charter.
    Body {
        /// Body id.
        body: String,
    },
    /// A member.
    Unit {
        /// Member number.
        unit: u32,
    },
    /// Somebody the charter and the register do not name.
    Other {
        /// In words.
        name: String,
    },
}

/// Somebody is charged with a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// Number of the decision in the book.
    pub decision: u32,
    /// Who.
    pub owner: Owner,
    /// Day by which it is to be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// What is to be done, where the decision's own text does not say it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub task: String,
}

/// How far the carrying out has come, as reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Progress {
    /// Nothing is done yet.
    #[default]
    Open,
    /// Begun.
    UnderWay,
    /// Done, with something to show for it.
    Done,
    /// Given up, with a reason.
    Dropped,
}

impl Progress {
    /// Whether nothing more is to be done.
    pub fn is_settled(self) -> bool {
        matches!(self, Self::Done | Self::Dropped)
    }
}

/// What is reported about the carrying out of a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// Number of the decision in the book.
    pub decision: u32,
    /// How far it has come.
    pub status: Progress,
    /// What was done, why it was given up, or why it is taken up again.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The kept paper that shows it, by its number in the book.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<u32>,
}

/// One thing that happened in carrying a decision out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Somebody was charged with it.
    Assigned(Assignment),
    /// Something was reported.
    Reported(Report),
}

/// What has become of a decision since it was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUp {
    /// The decision.
    pub decision: u32,
    /// The last assignment.
    pub assigned: Option<Assignment>,
    /// The last status reported.
    pub progress: Progress,
    /// Everything, oldest first, with its entry and time.
    pub steps: Vec<(u64, Stamp, Step)>,
}

/// Where a decision stands, all that is known considered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Nothing is reported.
    Open,
    /// Begun.
    UnderWay,
    /// Carried out by the book itself: register, office, seats, authorisation or charter.
    Enacted,
    /// Reported done.
    Done,
    /// Reported given up.
    Dropped,
    /// Its vote no longer stands.
    Void,
}

impl Standing {
    /// Its name in the views and in answers to scripts.
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::UnderWay => "under_way",
            Self::Enacted => "enacted",
            Self::Done => "done",
            Self::Dropped => "dropped",
            Self::Void => "void",
        }
    }
    /// Whether something is still to be done.
    pub fn is_outstanding(self) -> bool {
        matches!(self, Self::Open | Self::UnderWay)
    }
}

/// The decision with this number.
pub fn decision(book: &Book, no: u32) -> Option<&Decision> {
    book.decisions.iter().find(|d| d.no == no)
}

/// What has become of a decision; nothing for one that is void.
pub fn follow_up(book: &Book, no: u32) -> Option<&FollowUp> {
    decision(book, no).filter(|d| !d.void)?;
    book.follow_ups.iter().find(|f| f.decision == no)
}

/// Where a decision stands.
pub fn standing(book: &Book, decision: &Decision) -> Standing {
    if decision.void {
        return Standing::Void;
    }
    match follow_up(book, decision.no) {
        Some(followed) => match followed.progress {
            Progress::Open => Standing::Open,
            Progress::UnderWay => Standing::UnderWay,
            Progress::Done => Standing::Done,
            Progress::Dropped => Standing::Dropped,
        },
        None if decision.changes.is_empty() && !is_of_procedure(book, decision) => Standing::Open,
        None => Standing::Enacted,
    }
}

/// Whether a decision settles how an election of its meeting goes on, such as its rules or who counts: the
/// meeting has gone by it, and nothing is left to be carried out.
pub fn is_of_procedure(book: &Book, decision: &Decision) -> bool {
    let motion = book.meeting(decision.meeting).and_then(|m| m.motion(decision.motion));
    motion.is_some_and(|m| m.adopts.is_some())
}

/// Who carries a decision out, where somebody was charged with it.
pub fn assignment(book: &Book, no: u32) -> Option<&Assignment> {
    follow_up(book, no)?.assigned.as_ref()
}

/// Whether a decision is still to be carried out and its day has passed.
pub fn is_overdue(book: &Book, decision: &Decision, today: NaiveDate) -> bool {
    let due = assignment(book, decision.no).and_then(|a| a.due);
    standing(book, decision).is_outstanding() && due.is_some_and(|due| due < today)
}

/// Decisions of a body that are still to be carried out, oldest first.
pub fn outstanding<'b>(book: &'b Book, body: &str) -> Vec<&'b Decision> {
    let own = |d: &&Decision| book.meeting(d.meeting).is_some_and(|m| m.body == body);
    let open = |d: &&Decision| standing(book, d).is_outstanding();
    book.decisions.iter().filter(own).filter(open).collect()
}

/// When a decision takes effect, as its motion or the plan of its election says.
pub fn effective(book: &Book, decision: &Decision) -> Effective {
    let Some(meeting) = book.meeting(decision.meeting) else {
        return Effective::Now;
    };
    match decision.ballot {
        Some(ballot) => meeting.election(ballot.item).map(|e| e.plan.pass),
        None => meeting.motion(decision.motion).map(|m| m.effective),
    }
    .unwrap_or_default()
}

/// The day a decision took or takes effect; none while it waits for the end of its meeting.
pub fn in_force_on(book: &Book, decision: &Decision) -> Option<NaiveDate> {
    let meeting = book.meeting(decision.meeting)?;
    match effective(book, decision) {
        Effective::Now => Some(meeting.date),
        Effective::AfterClose => meeting.closed.map(|at| at.date_naive()),
        Effective::On(day) => Some(day),
    }
}

/// What was asked and answered: a decision, a motion that was lost, or a round without a winner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The decision, where there is one.
    pub decision: Option<u32>,
    /// Meeting.
    pub meeting: u32,
    /// Motion; 0 for an election.
    pub motion: u32,
    /// Vote; 0 for an election.
    pub vote: u32,
    /// The round of an election.
    pub ballot: Option<BallotRef>,
    /// Matter id.
    pub matter: String,
    /// The text put or adopted.
    pub text: String,
    /// Names of what it concerned.
    pub subjects: Vec<String>,
}

/// All that was decided, decisions and refusals alike: decisions by their numbers, and what was lost where
/// it was declared among them.
pub fn register(book: &Book) -> Vec<Answer> {
    let mut all = Vec::new();
    for meeting in &book.meetings {
        let mut own: Vec<(u64, Answer)> = Vec::new();
        let mut latest = 0;
        for decision in book.decisions.iter().filter(|d| d.meeting == meeting.no) {
            // A count corrected later gives a late number to an early vote: the number counts.
            latest = declared(meeting, decision).max(latest);
            own.push((latest, of_decision(decision)));
        }
        for vote in meeting.votes.iter().filter(|v| v.state == VoteState::Declared) {
            let seq = vote.declared.first().map_or(u64::MAX, |d| d.seq);
            own.extend(lost(meeting, vote).map(|a| (seq, a)));
        }
        own.extend(meeting.elections.iter().flat_map(|e| unfilled(meeting, e)));
        own.sort_by_key(|(place, _)| *place);
        all.extend(own.into_iter().map(|(_, answer)| answer));
    }
    all
}

/// The entry that first declared a decision.
fn declared(meeting: &Meeting, decision: &Decision) -> u64 {
    let vote = meeting.vote(decision.vote).and_then(|v| v.declared.first()).map(|d| d.seq);
    let round = decision.ballot.and_then(|of| {
        let race = usize::try_from(of.contest).ok()?.checked_sub(1)?;
        let race = meeting.election(of.item)?.races.get(race)?;
        race.rounds.iter().find(|r| r.no == of.round).map(|r| r.seq)
    });
    vote.or(round).unwrap_or_default()
}

/// Rounds of an election in which nobody was elected, each with its entry.
fn unfilled(meeting: &Meeting, election: &Election) -> Vec<(u64, Answer)> {
    let item = meeting.item(election.item);
    let (title, matter) =
        item.map_or((String::new(), None), |i| (i.new.title.clone(), i.new.matter.clone()));
    let mut all = Vec::new();
    for (race, contest) in election.races.iter().zip(1..) {
        let empty = |r: &&Round| r.state == RoundState::Declared && r.declared.is_empty();
        for round in race.rounds.iter().filter(empty) {
            let ballot = BallotRef { item: election.item, contest, round: round.no };
            let answer = Answer {
                decision: None,
                meeting: meeting.no,
                motion: 0,
                vote: 0,
                ballot: Some(ballot),
                matter: matter.clone().unwrap_or_default(),
                text: title.clone(),
                subjects: round.candidates.iter().map(|c| c.name.clone()).collect(),
            };
            all.push((round.seq, answer));
        }
    }
    all
}

fn of_decision(decision: &Decision) -> Answer {
    Answer {
        decision: Some(decision.no),
        meeting: decision.meeting,
        motion: decision.motion,
        vote: decision.vote,
        ballot: decision.ballot,
        matter: decision.matter.clone(),
        text: decision.text.clone(),
        subjects: decision.subjects.iter().map(|s| s.name.clone()).collect(),
    }
}

/// A main motion that was declared lost, as far as this vote went.
fn lost(meeting: &Meeting, vote: &Vote) -> Option<Answer> {
    let motion = meeting.motion(vote.motion).filter(|m| m.amends.is_none())?;
    vote.declared.last().filter(|d| !d.carried)?;
    let chosen = |place: &usize| vote.subjects.is_empty() || vote.subjects.contains(place);
    let subjects = motion.subjects.iter().enumerate().filter(|(place, _)| chosen(place));
    Some(Answer {
        decision: None,
        meeting: meeting.no,
        motion: motion.no,
        vote: vote.no,
        ballot: None,
        matter: motion.matter.clone(),
        text: motion.text.clone(),
        subjects: subjects.map(|(_, s)| s.name.clone()).collect(),
    })
}

/// The clauses an answer rests on: those of its matter, then those of the rule it was judged by.
pub fn clauses(book: &Book, answer: &Answer) -> Clauses {
    let matter = book.charter.as_deref().and_then(|c| c.matter(&answer.matter));
    let mut all = matter.map(|m| m.clauses.clone()).unwrap_or_default();
    let vote = book.meeting(answer.meeting).and_then(|m| m.vote(answer.vote));
    let rule = vote.and_then(|v| v.frozen.rule.basis.article.clone()).unwrap_or_default();
    for clause in rule.0 {
        if !all.0.contains(&clause) {
            all.0.push(clause);
        }
    }
    all
}

/// A number in the charter's pattern: `{year}`, and `{n}` plain or filled up to two or three figures.
pub(super) fn numbered(pattern: &str, year: i32, n: u32) -> String {
    pattern
        .replace("{year}", &year.to_string())
        .replace("{n2}", &format!("{n:02}"))
        .replace("{n3}", &format!("{n:03}"))
        .replace("{n}", &n.to_string())
}

/// The document number of the next decision of a year: the first that no decision bears. A pattern that names the
/// year counts anew every year; the opening entry says where the year it was made in stood.
pub(super) fn next_document(book: &Book, year: i32) -> u32 {
    let Some(charter) = book.charter.as_deref() else {
        return book.next_document;
    };
    let pattern = &charter.identity.doc_number;
    let yearly = pattern.contains("{year}");
    let first = match book.documents_from {
        Some((of, n)) if of == year || !yearly => n,
        _ => 1,
    };
    let is_free = |n: &u32| {
        let number = numbered(pattern, year, *n);
        book.decisions.iter().all(|d| d.number != number)
    };
    (first..=u32::MAX).find(is_free).unwrap_or(u32::MAX)
}
