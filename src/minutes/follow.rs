//! Earlier decisions still to be carried out at the call to order, as they stood then.

use super::compile::Seen;
use super::types::Minutes;
use crate::charter::Name;
use crate::record::Book;
use crate::record::event::Event;
use crate::record::follow::{self, Owner};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A decision of this body that was still to be carried out when the meeting was called to order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outstanding {
    /// Number in the book.
    pub decision: u32,
    /// Document number.
    pub number: String,
    /// Day of the meeting it was taken in.
    pub taken: NaiveDate,
    /// Its text.
    pub text: String,
    /// Who carries it out, where somebody was charged with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<Name>,
    /// Day by which it is to be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// What is to be done.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub task: String,
    /// `open` or `under_way`.
    pub status: String,
    /// Whether its day had passed.
    pub overdue: bool,
}

pub(super) fn step(minutes: &mut Minutes, seen: &Seen) {
    if !matches!(seen.event(), Event::CalledToOrder { .. }) {
        return;
    }
    let (book, today) = (seen.then, seen.when.at.date_naive());
    for decision in follow::outstanding(book, &seen.meeting.body) {
        let assigned = follow::assignment(book, decision.no);
        minutes.outstanding.push(Outstanding {
            decision: decision.no,
            number: decision.number.clone(),
            taken: book.meeting(decision.meeting).map_or(seen.meeting.date, |m| m.date),
            text: decision.text.clone(),
            owner: assigned.map(|a| owner(book, &a.owner)),
            due: assigned.and_then(|a| a.due),
            task: assigned.map(|a| a.task.clone()).unwrap_or_default(),
            status: follow::standing(book, decision).code().to_owned(),
            overdue: follow::is_overdue(book, decision, today),
        });
    }
}

fn owner(book: &Book, owner: &Owner) -> Name {
    let charter = book.charter.as_deref();
    match owner {
        Owner::Office { office } => {
            let known = charter.and_then(|c| c.office(office));
            known.map_or_else(|| Book::said(office), |o| o.name.clone())
        }
        Owner::Body { body } => {
            let known = charter.and_then(|c| c.body(body));
            known.map_or_else(|| Book::said(body), |b| b.name.clone())
        }
        Owner::Unit { unit } => Book::said(&book.unit_name(*unit)),
        Owner::Other { name } => Book::said(name),
    }
}
