//! Facts between notice and door into the book: sendings, replies, nominations, lists of signatures.

use super::super::event::{Entry, Event};
use super::super::notice::{Nominated, Received, Requisition};
use super::super::state::Book;

/// Applies a fact of this part; others leave the book as it is.
pub fn apply(book: &mut Book, entry: &Entry) {
    let notices = &mut book.notices;
    let meeting = entry.fact.meeting.unwrap_or(0);
    let day = entry.happened.date_naive();
    match &entry.fact.event {
        Event::NoticeSent(sent) => notices.sent.push((meeting, sent.clone())),
        Event::ReplyReceived(reply) => {
            notices.replies.push(Received { meeting, reply: reply.clone(), taken_back: None });
        }
        Event::ReplyTakenBack(gone) => {
            let own = notices.replies.iter_mut();
            let own = own.filter(|r| r.meeting == meeting && r.reply.unit == gone.unit);
            // All of them: an older reply does not stand again because a later one fell.
            for received in own.filter(|r| r.taken_back.is_none()) {
                received.taken_back = Some(gone.why.clone());
            }
        }
        Event::NominationsOpened(period) => notices.periods.push((meeting, period.clone())),
        Event::Nominated(nomination) => {
            let last = notices.nominations.iter().filter(|n| n.meeting == meeting).count();
            let no = u32::try_from(last).unwrap_or(u32::MAX).saturating_add(1);
            let nomination = nomination.clone();
            notices.nominations.push(Nominated { meeting, no, nomination, ended: None });
        }
        Event::NominationEnded(end) => {
            let own = |n: &&mut Nominated| n.meeting == meeting && n.no == end.nomination;
            if let Some(nominated) = notices.nominations.iter_mut().find(own) {
                nominated.ended = Some(end.why.clone());
            }
        }
        Event::RequisitionOpened(request) => {
            let no = u32::try_from(notices.requisitions.len()).unwrap_or(u32::MAX);
            notices.requisitions.push(Requisition {
                no: no.saturating_add(1),
                request: request.clone(),
                signed: Vec::new(),
                withdrawn: Vec::new(),
                meeting: None,
            });
        }
        Event::RequisitionSigned(signatures) => {
            if let Some(list) = list_mut(book, signatures.requisition) {
                let day = signatures.day.unwrap_or(day);
                list.signed.extend(signatures.units.iter().map(|unit| (*unit, day)));
            }
        }
        Event::SignatureWithdrawn(end) => {
            if let Some(list) = list_mut(book, end.requisition) {
                list.signed.retain(|(unit, _)| *unit != end.unit);
                list.withdrawn.push((end.unit, end.why.clone()));
            }
        }
        Event::RequisitionMet(met) => {
            if let Some(list) = list_mut(book, met.requisition) {
                list.meeting = Some(meeting);
            }
        }
        _ => {}
    }
}

fn list_mut(book: &mut Book, no: u32) -> Option<&mut Requisition> {
    book.notices.requisitions.iter_mut().find(|r| r.no == no)
}
