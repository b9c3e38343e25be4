//! Cases: what is taken up between meetings by a procedure of the charter, step by step, from the
//! application to the certificate and from the evidence to the report.
//!
//! How far a case has come is never stored: it is read from its steps and from what the meetings
//! decided on the items it was put under.

mod entries;

pub use entries::*;

use super::event::Change;
use super::state::{Book, Item, ItemState, Meeting, MotionState};
use crate::charter::{Charter, Condition, Procedure, Step, StepKind, Turn};
use chrono::{Datelike, NaiveDate};

/// A case in the book.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseFile {
    /// Number in the book.
    pub no: u32,
    /// As it was opened.
    pub new: NewCase,
    /// Steps taken, in the order entered.
    pub steps: Vec<TakeStep>,
    /// Day and reason, where it was ended early.
    pub ended: Option<(NaiveDate, String)>,
}

impl CaseFile {
    /// The day it was taken up.
    pub fn day(&self) -> NaiveDate {
        self.new.day.unwrap_or_default()
    }
}

/// Where a step of a case stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    /// Not taken yet.
    Open,
    /// Being collected.
    Collecting,
    /// Taken, to be taken again.
    Again,
    /// Done.
    Done,
    /// Passed over.
    Passed,
    /// On the agenda of a meeting.
    Put {
        /// Meeting number.
        meeting: u32,
        /// Item number there.
        item: u32,
    },
    /// Decided in favour.
    Carried {
        /// Decision number.
        decision: u32,
    },
    /// Decided against; it can be put again.
    Lost {
        /// Meeting number.
        meeting: u32,
        /// Item number there.
        item: u32,
    },
}

impl StepState {
    /// Whether nothing more is to be done for it.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Done | Self::Passed | Self::Carried { .. })
    }
}

/// How far a case has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stage {
    /// This step comes next; its place in the procedure.
    Next(usize),
    /// It waits for a meeting.
    Waits {
        /// Meeting number.
        meeting: u32,
        /// Item number there.
        item: u32,
    },
    /// Every step is done.
    Complete,
    /// It was ended, or a step ended it.
    Ended,
}

/// Items the case was put under, carried over or not, oldest first.
pub fn items_of(book: &Book, case: u32) -> Vec<(&Meeting, &Item)> {
    let mut items = Vec::new();
    for meeting in &book.meetings {
        items.extend(
            meeting.items.iter().filter(|i| i.new.case == Some(case)).map(|i| (meeting, i)),
        );
    }
    items
}

/// Where the vote of a case stands.
fn vote_state(book: &Book, case: u32) -> StepState {
    let items = items_of(book, case);
    let mut lost = None;
    for (meeting, item) in items.iter().rev() {
        let motions = meeting.motions.iter().filter(|m| m.item == item.no && m.amends.is_none());
        let settled: Vec<_> = motions
            .filter(|m| matches!(m.state, MotionState::Carried | MotionState::Lost))
            .collect();
        let decided = book.decisions.iter().rev().find(|d| {
            !d.void && d.meeting == meeting.no && settled.iter().any(|m| m.no == d.motion)
        });
        if let Some(decision) = decided {
            return StepState::Carried { decision: decision.no };
        }
        if settled.iter().any(|m| m.state == MotionState::Lost) {
            lost = lost.or(Some(StepState::Lost { meeting: meeting.no, item: item.no }));
        } else if lost.is_none() && (!matches!(item.state, ItemState::Ended(_)) || comes_back(item))
        {
            return StepState::Put { meeting: meeting.no, item: item.no };
        }
    }
    lost.unwrap_or(StepState::Open)
}

/// Whether an item that ended here stands on a later agenda by itself.
fn comes_back(item: &Item) -> bool {
    use super::event::ItemEnd;
    matches!(
        item.state,
        ItemState::Ended(
            ItemEnd::Postponed { .. } | ItemEnd::CarriedOver { .. } | ItemEnd::Referred { .. }
        )
    )
}

/// Where a step of a case stands.
pub fn step_state(book: &Book, file: &CaseFile, step: &Step) -> StepState {
    if step.kind == StepKind::Vote {
        return vote_state(book, file.no);
    }
    let taken: Vec<&TakeStep> =
        file.steps.iter().filter(|t| t.step.as_deref() == Some(step.id.as_str())).collect();
    let Some(last) = taken.last() else {
        return StepState::Open;
    };
    if last.passed {
        return StepState::Passed;
    }
    if step.kind == StepKind::Collect {
        let closed = taken.iter().any(|t| t.closes);
        return if closed { StepState::Done } else { StepState::Collecting };
    }
    match turn(step, last) {
        Some(Turn::Again) => StepState::Again,
        Some(Turn::Ends) | None => StepState::Done,
    }
}

/// Where the end of a step led.
fn turn(step: &Step, taken: &TakeStep) -> Option<Turn> {
    let ended = taken.outcome.as_deref()?;
    step.outcomes.iter().find(|o| o.id == ended)?.turn
}

/// How far a case has come by its procedure.
pub fn stage(book: &Book, procedure: &Procedure, file: &CaseFile) -> Stage {
    let ends = |taken: &&TakeStep| {
        let step = taken.step.as_deref().and_then(|id| procedure.step(id));
        step.is_some_and(|s| turn(s, taken) == Some(Turn::Ends))
    };
    if file.ended.is_some() || file.steps.last().as_ref().is_some_and(ends) {
        return Stage::Ended;
    }
    let states: Vec<StepState> =
        procedure.taken.iter().map(|s| step_state(book, file, s)).collect();
    for (place, (step, state)) in procedure.taken.iter().zip(&states).enumerate() {
        // What is only recommended is passed once something after it was done.
        let later = states.iter().skip(place + 1).any(|s| *s != StepState::Open);
        match state {
            state if state.is_over() => {}
            StepState::Put { meeting, item } => {
                return Stage::Waits { meeting: *meeting, item: *item };
            }
            StepState::Open if !step.is_required() && later => {}
            _ => return Stage::Next(place),
        }
    }
    Stage::Complete
}

/// Whether a step can be taken now: it is not over, nothing waits for a meeting, and what the charter
/// asks for before it is done.
pub fn is_ready(book: &Book, procedure: &Procedure, file: &CaseFile, place: usize) -> bool {
    let over = |step: &Step| step_state(book, file, step).is_over();
    let before = procedure.taken.iter().take(place).filter(|s| s.is_required());
    matches!(stage(book, procedure, file), Stage::Next(_))
        && procedure.taken.get(place).is_some_and(|step| !over(step))
        && before.into_iter().all(over)
}

/// The conditions that apply to a category of member.
pub fn conditions<'c>(charter: &'c Charter, category: Option<&str>) -> Vec<&'c Condition> {
    let applies = |c: &&Condition| {
        c.only.is_empty() || category.is_none_or(|k| c.only.iter().any(|only| only == k))
    };
    charter.conditions.iter().filter(applies).collect()
}

/// The days a condition looks back on: so many years before the day of the application, that day not
/// counted (Civil Code of the PRC, articles 201 and 202).
pub fn window(condition: &Condition, applied: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let years = i32::try_from(condition.years?).ok()?;
    let year = applied.year().saturating_sub(years);
    let first =
        applied.with_year(year).or_else(|| NaiveDate::from_ymd_opt(year, applied.month(), 28))?;
    Some((first, applied.pred_opt().unwrap_or(applied)))
}

/// Cases that are neither complete nor ended, oldest first, with how far they have come.
pub fn open_cases(book: &Book) -> Vec<(&CaseFile, Stage)> {
    let Some(charter) = book.charter.as_deref() else {
        return Vec::new();
    };
    let mut open = Vec::new();
    for file in &book.cases {
        let Some(procedure) = charter.procedure(&file.new.procedure) else {
            continue;
        };
        match stage(book, procedure, file) {
            Stage::Complete | Stage::Ended => {}
            stage => open.push((file, stage)),
        }
    }
    open
}

/// The last review of a member for a year.
pub fn review_of(book: &Book, year: i32, unit: u32) -> Option<&ReviewMember> {
    book.reviews.iter().rev().find(|r| r.year == year && r.unit == unit)
}

/// Members not yet reviewed for a year: those who were members before it ended.
pub fn unreviewed(book: &Book, year: i32) -> Vec<u32> {
    let before = |unit: &u32| {
        let joined = book.members.get(unit).and_then(|m| m.entry.joined);
        joined.is_none_or(|day| day.year() <= year)
    };
    let missing = |unit: &u32| review_of(book, year, *unit).is_none();
    book.roll().into_iter().filter(before).filter(missing).collect()
}

/// A numbered text of the association: a standard, a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Norm {
    /// Number, never used again.
    pub number: String,
    /// Title.
    pub title: String,
    /// Matter it was decided under.
    pub matter: String,
    /// Year of its number.
    pub year: i32,
    /// From 1, one more at every revision; 0 where the decision it rested on fell.
    pub version: u32,
    /// Decision each version rests on, oldest first.
    pub decisions: Vec<u32>,
    /// Day the version in force took effect.
    pub since: NaiveDate,
}

/// A change that issues a text, taken into the register of texts.
pub(super) fn issue(book: &mut Book, decision: u32, change: &Change) {
    let Change::Issued { number, title, matter, version, since, .. } = change else {
        return;
    };
    match book.norms.iter_mut().find(|n| n.number == *number) {
        Some(norm) => {
            norm.title.clone_from(title);
            norm.version = *version;
            norm.since = *since;
            norm.decisions.push(decision);
        }
        None => book.norms.push(Norm {
            number: number.clone(),
            title: title.clone(),
            matter: matter.clone(),
            year: book
                .decisions
                .iter()
                .find(|d| d.no == decision)
                .and_then(|d| book.meeting(d.meeting))
                .map_or(since.year(), |m| m.date.year()),
            version: *version,
            decisions: vec![decision],
            since: *since,
        }),
    }
}

/// A text issued by a decision that no longer stands: the version before is in force again, and a
/// number once given is never given again.
pub(super) fn unissue(book: &mut Book, decision: u32, change: &Change) {
    let Change::Issued { number, version, was, .. } = change else {
        return;
    };
    if let Some(norm) = book.norms.iter_mut().find(|n| n.number == *number) {
        norm.decisions.retain(|d| *d != decision);
        norm.version = version.saturating_sub(1);
        if let Some((title, since)) = was {
            norm.title.clone_from(title);
            norm.since = *since;
        }
    }
}
