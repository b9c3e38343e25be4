//! Facts about the carrying out of decisions into state.

use super::super::event::{Entry, Event};
use super::super::follow::{FollowUp, Progress, Step};
use super::super::state::Book;

/// Applies a fact about what became of a decision.
pub fn apply(book: &mut Book, entry: &Entry) {
    let (no, step) = match &entry.fact.event {
        Event::DecisionAssigned(assigned) => (assigned.decision, Step::Assigned(assigned.clone())),
        Event::ProgressReported(report) => (report.decision, Step::Reported(report.clone())),
        _ => return,
    };
    let followed = match book.follow_ups.iter_mut().find(|f| f.decision == no) {
        Some(known) => known,
        None => {
            let (assigned, progress) = (None, Progress::Open);
            book.follow_ups.push(FollowUp { decision: no, assigned, progress, steps: Vec::new() });
            match book.follow_ups.last_mut() {
                Some(new) => new,
                None => return,
            }
        }
    };
    match &step {
        Step::Assigned(assigned) => followed.assigned = Some(assigned.clone()),
        Step::Reported(report) => followed.progress = report.status,
    }
    followed.steps.push((entry.seq, entry.happened, step));
}
