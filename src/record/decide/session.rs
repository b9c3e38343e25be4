//! The session: call to order, breaks, closing, who presides and records, notes.

use super::super::command::Command;
use super::super::event::{Chairing, Effective, Event, ItemEnd};
use super::super::finding::{Code, Finding, Refusal};
use super::super::state::{Book, ItemState, Meeting, Pending, Phase};
use super::agenda::{no_vote_open, undecided};
use super::declare::changes_of;
use super::{Case, amend, count, said};
use crate::record::event::{Entry, Fact};
use chrono::NaiveDate;

pub(super) fn decide(case: &mut Case) -> Result<(), Refusal> {
    match &case.request.command {
        Command::CallToOrder { presider, basis, document, recorder } => {
            call_to_order(case, presider, basis, document, recorder)
        }
        Command::ChangePresider { presider, basis, document } => {
            let meeting = case.unclosed()?;
            let chairing = chairing(case, presider, basis, document)?;
            case.of(meeting, Event::PresiderChanged { chairing });
            Ok(())
        }
        Command::ChangeRecorder { recorder, why } => {
            let meeting = case.unclosed()?;
            let recorder = said(recorder, "recorder")?.to_owned();
            case.of(meeting, Event::RecorderChanged { recorder, why: why.clone() });
            Ok(())
        }
        Command::Break => {
            let meeting = case.in_session()?;
            no_vote_open(meeting)?;
            case.of(meeting, Event::BreakBegun {});
            Ok(())
        }
        Command::Resume { present } => resume(case, present.as_deref()),
        Command::Interrupt { cause, from, until } => {
            let meeting = case.meeting()?;
            if from > until || *until > case.request.entered {
                return Err(Finding::new(Code::TimeInFuture)
                    .with("time", until.to_rfc3339())
                    .into());
            }
            let cause = said(cause, "cause")?.to_owned();
            case.of(meeting, Event::Interrupted { cause, from: *from, until: *until });
            Ok(())
        }
        Command::Close => close(case),
        Command::Note { item, kind, who, text, private } => {
            let meeting = case.meeting()?;
            if let Some(item) = item {
                super::agenda::known(meeting, *item)?;
            }
            let event = Event::NoteTaken {
                note: count(&meeting.notes) + 1,
                item: item.or_else(|| meeting.item_in_hand().map(|i| i.no)),
                note_kind: *kind,
                who: who.clone(),
                text: said(text, "text")?.to_owned(),
                private: *private,
            };
            case.of(meeting, event);
            Ok(())
        }
        Command::EditNote { note, text } => {
            let meeting = case.meeting()?;
            let known = meeting.notes.iter().find(|n| n.no == *note);
            let known = known.ok_or_else(|| Finding::new(Code::UnknownNote).with("note", note))?;
            let text = said(text, "text")?.to_owned();
            if text == known.text() {
                return Err(Code::NothingChanges.into());
            }
            case.of(meeting, Event::NoteEdited { note: *note, text });
            Ok(())
        }
        _ => Ok(()),
    }
}

fn chairing(case: &mut Case, name: &str, basis: &str, document: &str) -> Result<Chairing, Refusal> {
    let charter = case.charter()?;
    let right = charter.presiders.iter().find(|p| p.id == basis);
    let right = right.ok_or_else(|| Finding::new(Code::PresiderUnknown).with("basis", basis))?;
    let name = said(name, "presider")?.to_owned();
    if right.needs_document && document.trim().is_empty() {
        let found = Finding::new(Code::PresiderPaperMissing).with("basis", basis);
        return Err(found.citing(&right.basis.article.clone().unwrap_or_default()).into());
    }
    if !right.code.is_empty() {
        let found = Finding::new(Code::PresiderAs).named(&right.code).with("basis", &right.id);
        case.find(found.citing(&right.basis.article.clone().unwrap_or_default()));
    }
    for flag in &right.flags {
        case.flag(flag);
    }
    Ok(Chairing { name, basis: basis.to_owned(), document: document.to_owned() })
}

fn call_to_order(
    case: &mut Case,
    presider: &str,
    basis: &str,
    document: &str,
    recorder: &str,
) -> Result<(), Refusal> {
    let meeting = case.unclosed()?;
    if meeting.phase != Phase::Preparing {
        return Err(Code::AlreadyOpen.into());
    }
    let recorder = said(recorder, "recorder")?.to_owned();
    enact_due(case, case.when().date_naive());
    let chairing = chairing(case, presider, basis, document)?;
    let roll = book_after(case).roll_of(&meeting.body);
    let body = case.body(&meeting.body)?;
    if let Some(quorum) = &body.quorum {
        let present = meeting.present(&roll);
        let again = meeting.second_call.is_some();
        let weighed = super::scales::weighed(case.book, quorum, again, &present, &roll);
        let met = quorum.weight.is_some() || quorum.met(count(&present), count(&roll), again);
        if !(weighed && met) {
            let needed = quorum.needed(count(&roll), again);
            let found = Finding::new(Code::QuorumNotYet).with("present", present.len());
            let found = found.with("needed", needed).with("roll", roll.len());
            case.find(found.citing(&quorum.basis.article.clone().unwrap_or_default()));
        }
    }
    let told = case.book.notice_progress(meeting);
    if case.book.agenda_is_out(meeting.no) && told.reached < told.roll {
        let left = told.roll - told.reached;
        case.find(Finding::new(Code::NotAllReached).with("left", left).with("roll", told.roll));
    }
    case.of(meeting, Event::CalledToOrder { chairing, recorder, roll });
    Ok(())
}

/// Nobody is present overnight by default: on another day only those confirmed are.
fn resume(case: &mut Case, confirmed: Option<&[u32]>) -> Result<(), Refusal> {
    let meeting = case.unclosed()?;
    if meeting.phase != Phase::Break {
        return Err(Code::NotOnBreak.into());
    }
    let there: Vec<u32> =
        meeting.attendance.keys().copied().filter(|u| meeting.is_present(*u)).collect();
    let today = case.when().date_naive();
    let same_day = meeting.break_since.is_some_and(|since| since.date_naive() == today);
    let present = match confirmed {
        Some(units) => {
            if let Some(stranger) = units.iter().find(|u| !there.contains(u)) {
                return Err(Finding::new(Code::UnknownUnit).with("unit", stranger).into());
            }
            units.to_vec()
        }
        None if same_day => there,
        None => Vec::new(),
    };
    enact_due(case, today);
    case.of(meeting, Event::Resumed { present });
    Ok(())
}

fn close(case: &mut Case) -> Result<(), Refusal> {
    let meeting = case.unclosed()?;
    match meeting.phase {
        Phase::Preparing => return Err(Code::NotOpen.into()),
        Phase::Break => return Err(Code::OnBreak.into()),
        Phase::Open | Phase::Closed => {}
    }
    if let Some(vote) = meeting.vote_in_hand() {
        return Err(Finding::new(Code::VoteUndeclared).with("vote", vote.no).into());
    }
    if let Some((ballot, _)) = meeting.rounds_in_hand().next() {
        return Err(Finding::new(Code::VoteUndeclared).with("vote", ballot.contest).into());
    }
    let open = undecided(meeting);
    if !open.is_empty() {
        let numbers: Vec<String> = open.iter().map(|i| i.no.to_string()).collect();
        return Err(Finding::new(Code::ItemsUndecided).with("items", numbers.join(" ")).into());
    }
    for item in &meeting.items {
        if item.state == ItemState::Open
            || (item.state == ItemState::Pending && item.opened.is_some())
        {
            case.of(meeting, Event::ItemEnded { item: item.no, end: ItemEnd::Closed });
        }
    }
    case.of(meeting, Event::MeetingClosed {});
    let mine = |p: &&Pending| p.effective == Effective::AfterClose && p.meeting == meeting.no;
    let due: Vec<u32> = case.book.pending.iter().filter(mine).map(|p| p.decision).collect();
    enact(case, Some(meeting), &due)
}

/// Carries out what was to take effect on a day that has come.
fn enact_due(case: &mut Case, today: NaiveDate) {
    let come = |p: &&Pending| matches!(p.effective, Effective::On(day) if day <= today);
    let due: Vec<u32> = case.book.pending.iter().filter(come).map(|p| p.decision).collect();
    // A vote that is open keeps its roll; what is due then waits for the next opening.
    if case.roll_is_free().is_ok() {
        let _waits = enact(case, None, &due);
    }
}

fn enact(case: &mut Case, meeting: Option<&Meeting>, decisions: &[u32]) -> Result<(), Refusal> {
    if decisions.is_empty() {
        return Ok(());
    }
    case.roll_is_free()?;
    for no in decisions {
        let book = book_after(case);
        let Some(decision) = book.decisions.iter().find(|d| d.no == *no) else {
            continue;
        };
        let held = book.meeting(decision.meeting);
        let changes = changes_of(&book, decision);
        if let Some((held, motion)) = held.and_then(|m| Some((m, m.motion(decision.motion)?)))
            && changes.is_empty()
        {
            amend::unchanged(case, held, motion);
        }
        for change in changes {
            let meeting = meeting.map_or(decision.meeting, |m| m.no);
            let with = amend::with(&book, decision, &change);
            case.events.push((Some(meeting), Event::Enacted { decision: *no, change }));
            with.into_iter().for_each(|event| case.of_book(event));
        }
    }
    Ok(())
}

/// The book as it would stand after the facts found so far.
pub(super) fn book_after(case: &Case) -> Book {
    let mut book = case.book.clone();
    for (meeting, event) in &case.events {
        let fact =
            Fact { meeting: *meeting, event: event.clone(), noticed: Vec::new(), answered: None };
        let entry = Entry {
            seq: book.seq + 1,
            act: String::new(),
            happened: case.when(),
            entered: case.request.entered,
            fact,
        };
        crate::record::apply(&mut book, &entry);
    }
    book
}
