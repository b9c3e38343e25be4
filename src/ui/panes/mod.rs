//! The four panes; each draws itself from the book and says which of its keys are in order.

pub mod agenda;
pub mod ballots;
mod bars;
pub mod closed;
pub mod door;
mod more;
pub mod motion;
pub mod needs;
pub mod tally;

use super::console::Console;
use super::keys::{self, Action, Scope};
use crate::charter::Method;
use crate::record::state::{ItemState, Meeting, Motion, MotionState, Phase, Vote, VoteState};
use crate::record::{Command, Request, Stamp, in_order as asked};

/// Whether an action is in order now; the record is asked wherever a command can be made without
/// asking the user first.
pub fn in_order(console: &Console, action: Action) -> bool {
    if console.desk().is_some() {
        return at_desk(console, action);
    }
    let meeting = console.meeting().filter(|_| !console.at_home());
    let Some(meeting) = meeting else {
        return on_home(console, action);
    };
    let book = &console.ledger.book;
    let now: Stamp = book.last_entered.unwrap_or_default();
    let lawful = |command: Command| {
        let mut request = Request::new(now, command);
        request.meeting = Some(meeting.no);
        asked(book, &request).is_ok()
    };
    let vote = meeting.vote_in_hand();
    let open_vote = vote.filter(|v| v.state == VoteState::Open);
    let by = |method: Method| open_vote.is_some_and(|v| v.method == method);
    let live = meeting.phase == Phase::Open;
    let elects = |action: Action| {
        live && meeting.rounds_in_hand().next().is_some()
            && crate::ui::ballots::in_order(console, meeting, action)
    };
    let pending = console.chosen_motion().filter(|m| m.state == MotionState::Pending);
    match action {
        Action::SignIn | Action::DoorMenu | Action::AllExcept | Action::AddItem => {
            meeting.phase != Phase::Closed
        }
        Action::TakeUp => {
            let next = meeting.items.iter().find(|i| i.state == ItemState::Pending);
            next.is_some_and(|i| lawful(Command::OpenItem { item: i.no }))
        }
        Action::CloseItem => {
            console.chosen_item().is_some_and(|i| lawful(Command::CloseItem { item: i.no }))
        }
        Action::Postpone
        | Action::CarryOver
        | Action::Refer
        | Action::FilePaper
        | Action::Attach => {
            meeting.phase != Phase::Closed
                && console.chosen_item().is_some_and(|i| !matches!(i.state, ItemState::Ended(_)))
        }
        Action::MoveItemUp | Action::MoveItemDown => {
            meeting.phase != Phase::Closed && meeting.items.len() > 1
        }
        Action::Move if crate::ui::ballots::of_item(book, meeting).is_some() => {
            live && vote.is_none()
                && crate::ui::ballots::in_order(console, meeting, Action::ElectionPaper)
        }
        Action::Move => live && vote.is_none() && meeting.item_in_hand().is_some(),
        Action::Amend => live && vote.is_none() && pending.is_some_and(|m| m.amends.is_none()),
        Action::Reword => live && vote.is_none() && pending.is_some(),
        Action::OpenVote => {
            let amended = |no: u32| {
                let of = |m: &&&Motion| m.amends.as_ref().is_some_and(|(main, _)| *main == no);
                console.motions().iter().filter(of).any(|m| m.state == MotionState::Pending)
            };
            live && vote.is_none() && pending.is_some_and(|m| !amended(m.no))
        }
        Action::WithdrawMotion => {
            pending.is_some_and(|m| lawful(Command::Withdraw { motion: m.no }))
        }
        Action::VoteAmendment => {
            live && vote.is_none()
                && console
                    .motions()
                    .iter()
                    .any(|m| m.amends.is_some() && m.state == MotionState::Pending)
        }
        Action::OpenVoteOn => {
            live && vote.is_none() && pending.is_some_and(|m| m.subjects.len() > 1)
        }
        Action::Recuse => live && vote.is_none() && meeting.item_in_hand().is_some(),
        Action::NextMotion => console.motions().len() > 1,
        Action::Count if vote.is_none() => elects(Action::ElectionSheet),
        Action::CloseVote if vote.is_none() => elects(Action::ElectionCloseCount),
        Action::Declare if vote.is_none() => elects(Action::ElectionDeclare),
        Action::Challenge if vote.is_none() => elects(Action::ElectionRecount),
        Action::Count => by(Method::Hands) || by(Method::Secret),
        Action::CountMinority => by(Method::Hands),
        Action::CallYes | Action::CallNo | Action::CallAbstain | Action::CallSilent => {
            by(Method::RollCall)
        }
        Action::CloseVote => lawful(Command::CloseVote),
        Action::Declare => vote.is_some_and(|v| v.state == VoteState::Closed),
        Action::Challenge => vote.is_some(),
        Action::VoidVote => vote.is_some() || meeting.last_vote().is_some(),
        Action::VoteStep => live,
        step if step.is_of_election() => {
            live && crate::ui::ballots::in_order(console, meeting, action)
        }
        // Once the meeting is on, only where there is something to look up.
        Action::Notices => {
            let heard = book.notices.replies.iter().any(|r| r.meeting == meeting.no);
            meeting.phase == Phase::Preparing || heard || book.agenda_is_out(meeting.no)
        }
        Action::Undo => lawful(Command::Undo),
        Action::CallToOrder => meeting.phase == Phase::Preparing,
        Action::Break => lawful(Command::Break),
        Action::Resume => lawful(Command::Resume { present: None }),
        // Offered before everything is decided, too: the refusal lists what is not.
        Action::CloseMeeting => matches!(meeting.phase, Phase::Open | Phase::Break),
        Action::CountSection => by(Method::Hands),
        Action::AdmitLate => open_vote.is_some(),
        Action::ChangePresider | Action::ChangeRecorder => live || meeting.phase == Phase::Break,
        Action::Observe => meeting.phase != Phase::Closed,
        Action::CorrectAttendance => !meeting.attendance.is_empty(),
        Action::CorrectCount => {
            let done = |v: &Vote| matches!(v.state, VoteState::Closed | VoteState::Declared);
            meeting.votes.iter().any(done)
        }
        Action::CorrectText | Action::CorrectEnactment => book.decisions.iter().any(|d| !d.void),
        Action::EditNote => !meeting.notes.is_empty(),
        Action::HallCompare => crate::ui::hall::compare::in_hand(book, meeting).is_some(),
        // Opening entries come before the first meeting, and there is one.
        Action::EnrolOne
        | Action::EnrolFile
        | Action::Seat
        | Action::Fill
        | Action::Stand
        | Action::Number => false,
        _ => true,
    }
}

/// What is in order at a desk.
fn at_desk(console: &Console, action: Action) -> bool {
    match action {
        Action::DeskOpen | Action::DeskMenu | Action::DeskNew | Action::DeskBack => true,
        Action::Undo => console.ledger.book.acts.last().is_some_and(|a| a.undoable),
        Action::Reviews | Action::Permits | Action::Norms => true,
        Action::HomeScreen | Action::Menu | Action::Help | Action::Article | Action::Hall => true,
        Action::Notices | Action::Requisitions => true,
        Action::NoticeOverview => console.meeting().is_some(),
        Action::Language | Action::Quit | Action::Theme | Action::LogView | Action::Gaps => true,
        _ => keys::binding(action).is_some_and(|b| b.scope == Scope::Home),
    }
}

/// What is in order on the home screen.
fn on_home(console: &Console, action: Action) -> bool {
    let fresh = console.ledger.book.meetings.is_empty();
    let own = keys::binding(action).is_some_and(|b| b.scope == Scope::Home);
    match action {
        Action::EnrolOne
        | Action::EnrolFile
        | Action::Seat
        | Action::Fill
        | Action::Stand
        | Action::Number => fresh,
        Action::OtherMeeting | Action::Minutes | Action::Export => !fresh,
        Action::Undo => console.ledger.book.acts.last().is_some_and(|a| a.undoable),
        Action::NextPane | Action::PreviousPane | Action::Note | Action::NextStep => false,
        Action::CorrectText | Action::CorrectEnactment => {
            console.ledger.book.decisions.iter().any(|d| !d.void)
        }
        Action::RecordLoss | Action::NewCharter | Action::LogView | Action::Gaps => true,
        Action::Requisitions => true,
        Action::Theme | Action::HallBlank | Action::Help | Action::Menu | Action::Article => true,
        Action::Hall | Action::Language | Action::Quit => true,
        Action::Reviews | Action::Permits | Action::Norms => true,
        _ => own,
    }
}

/// The first of the rows to show so that the chosen one is in the middle.
pub fn window(chosen: usize, all: usize, rows: usize) -> usize {
    chosen.saturating_sub(rows / 2).min(all.saturating_sub(rows))
}

/// Whether the meeting has begun, for panes that say what is still to come.
pub fn has_begun(meeting: &Meeting) -> bool {
    meeting.phase != Phase::Preparing
}
