//! Facts of cases, permits, reviews and offices into state.

use super::super::cases::{CaseFile, Permitted};
use super::super::event::Event;
use super::super::state::Book;

/// Applies a fact of what happens between meetings.
pub fn apply(book: &mut Book, event: &Event) {
    match event {
        Event::CaseOpened(opened) => book.cases.push(CaseFile {
            no: opened.case,
            new: opened.new.clone(),
            steps: Vec::new(),
            ended: None,
        }),
        Event::StepTaken(taken) => {
            if let Some(file) = book.cases.iter_mut().find(|c| c.no == taken.step.case) {
                file.steps.push(taken.step.clone());
            }
        }
        Event::CaseEnded(end) => {
            if let Some(file) = book.cases.iter_mut().find(|c| c.no == end.case) {
                file.ended = Some((end.day.unwrap_or_default(), end.why.clone()));
            }
        }
        Event::PermitGiven(permit) => {
            book.permits.push(Permitted { permit: permit.clone(), ended: None, void: false });
        }
        Event::PermitEnded(end) => {
            if let Some(known) = book.permits.iter_mut().find(|p| p.permit.permit == end.permit) {
                known.ended = Some((end.day.unwrap_or_default(), end.why.clone()));
            }
        }
        Event::MemberReviewed(review) => book.reviews.push(review.clone()),
        Event::OfficeVacated(vacated) => {
            let held = |h: &&mut super::super::state::Holder| {
                h.office == vacated.office && h.name == vacated.name
            };
            if let Some(holder) = book.holders.iter_mut().rev().find(held) {
                holder.to = vacated.day;
            }
        }
        Event::Designated(designated) => book.designations.push(designated.clone()),
        Event::DesignationEnded(end) => {
            let known = book.designations.iter_mut().find(|d| d.designation == end.designation);
            if let Some(known) = known {
                known.of.to = end.day;
            }
        }
        _ => {}
    }
}
