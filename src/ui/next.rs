//! The natural next step of a meeting: what one key does so that nobody has to remember an order.

use super::keys::Action;
use crate::charter::Method;
use crate::record::Book;
use crate::record::state::{ItemState, Meeting, MotionState, Phase, VoteState};

/// What comes next, as an action of the table.
pub fn step(book: &Book, meeting: &Meeting) -> Option<Action> {
    match meeting.phase {
        Phase::Preparing => {
            let roll = book.roll_of(&meeting.body);
            let unknown = roll.iter().any(|u| !meeting.attendance.contains_key(u));
            Some(if unknown { Action::AllExcept } else { Action::CallToOrder })
        }
        Phase::Break => Some(Action::Resume),
        Phase::Closed => Some(Action::Minutes),
        Phase::Open => Some(in_session(book, meeting)),
    }
}

fn in_session(book: &Book, meeting: &Meeting) -> Action {
    if let Some(vote) = meeting.vote_in_hand() {
        return match vote.state {
            VoteState::Closed => Action::Declare,
            // No step answers for a unit: who is called says so with a key of its own.
            _ if vote.method == Method::RollCall && vote.calls.len() < vote.voters().len() => {
                Action::VoteStep
            }
            _ if vote.counts.is_empty() && vote.calls.is_empty() => Action::Count,
            _ => Action::CloseVote,
        };
    }
    let Some(item) = meeting.item_in_hand() else {
        let waiting = meeting.items.iter().any(|i| i.state == ItemState::Pending);
        return if waiting { Action::TakeUp } else { Action::CloseMeeting };
    };
    let open =
        |m: &&crate::record::state::Motion| m.item == item.no && m.state == MotionState::Pending;
    if meeting.motions.iter().any(|m| open(&m) && m.amends.is_some()) {
        // The motion itself cannot be voted on while an amendment of it waits.
        Action::VoteAmendment
    } else if meeting.motions.iter().any(|m| open(&m)) {
        Action::OpenVote
    } else if let Some(step) =
        super::ballots::of_item(book, meeting).and_then(|item| super::ballots::next(meeting, item))
    {
        step
    } else if item.new.matter.is_some() && !meeting.is_decided(item) {
        Action::Move
    } else {
        let waiting = meeting.items.iter().any(|i| i.state == ItemState::Pending);
        if waiting { Action::TakeUp } else { Action::CloseItem }
    }
}
