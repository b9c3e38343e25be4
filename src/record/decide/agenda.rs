//! The agenda: what stands on it, in which order, and how an item ends.

use super::super::command::{Command, NewItem};
use super::super::event::{Event, ItemEnd};
use super::super::finding::{Code, Finding, Refusal};
use super::super::state::{Item, ItemState, Meeting, Phase};
use super::motions::{Power, power};
use super::{Case, count, said};
use crate::charter::{OffNotice, When};

pub(super) fn decide(case: &mut Case) -> Result<(), Refusal> {
    let meeting = case.unclosed()?;
    match &case.request.command {
        Command::AddItem { item, on_notice } => {
            if let Some(before) = item.before {
                known(meeting, before)?;
            }
            match (on_notice, meeting.phase) {
                (true, Phase::Preparing) if case.book.agenda_is_out(meeting.no) => {
                    return Err(Code::AgendaFrozen.into());
                }
                (true, Phase::Preparing) => {}
                (true, _) => return Err(Code::AlreadyOpen.into()),
                (false, _) => off_notice(case, item)?,
            }
            let no = meeting.items.iter().map(|i| i.no).max().unwrap_or(0) + 1;
            add_item(case, meeting.no, no, item, *on_notice)
        }
        Command::MoveItem { item, before } => {
            known(meeting, *item)?;
            if let Some(before) = before {
                known(meeting, *before)?;
            }
            case.of(meeting, Event::ItemMoved { item: *item, before: *before });
            Ok(())
        }
        Command::File { item, precondition, note, document } => {
            known(meeting, *item)?;
            if case.charter()?.precondition(precondition).is_none() {
                return Err(Finding::new(Code::UnknownName).with("name", precondition).into());
            }
            if let Some(document) =
                document.filter(|d| case.book.documents.iter().all(|k| k.no != *d))
            {
                return Err(Finding::new(Code::UnknownName).with("name", document).into());
            }
            let (precondition, note) = (precondition.clone(), note.clone());
            let event = Event::Filed { item: *item, precondition, note, document: *document };
            case.of(meeting, event);
            Ok(())
        }
        Command::OpenItem { item } => {
            let meeting = case.in_session()?;
            no_vote_open(meeting)?;
            let item = living(meeting, *item)?;
            if item.state == ItemState::Open {
                return Err(Code::NothingChanges.into());
            }
            // Only one item is in hand; the one before stays undecided and comes back.
            if let Some(other) = meeting.item_in_hand() {
                if meeting.is_decided(other) {
                    case.of(meeting, Event::ItemEnded { item: other.no, end: ItemEnd::Closed });
                } else {
                    let found = Finding::new(Code::ItemUndecided).with("item", other.no);
                    return Err(found.with("title", &other.new.title).into());
                }
            }
            case.of(meeting, Event::ItemOpened { item: item.no });
            Ok(())
        }
        Command::CloseItem { item } => {
            let meeting = case.in_session()?;
            no_vote_open(meeting)?;
            let item = living(meeting, *item)?;
            if !meeting.is_decided(item) {
                let found = Finding::new(Code::ItemUndecided).with("item", item.no);
                return Err(found.with("title", &item.new.title).into());
            }
            case.of(meeting, Event::ItemEnded { item: item.no, end: ItemEnd::Closed });
            Ok(())
        }
        Command::Postpone { item, why } => {
            let why = said(why, "why")?.to_owned();
            end(case, *item, ItemEnd::Postponed { why })
        }
        Command::CarryOver { item, why } => {
            let why = said(why, "why")?.to_owned();
            end(case, *item, ItemEnd::CarriedOver { why })
        }
        Command::Refer { item, body, why } => refer(case, *item, body, why),
        _ => Ok(()),
    }
}

/// Puts an item on the agenda of the meeting with this number, which may be only now convened.
pub(super) fn add_item(
    case: &mut Case,
    meeting: u32,
    no: u32,
    item: &NewItem,
    on_notice: bool,
) -> Result<(), Refusal> {
    // Where an item comes from is found in the book and never claimed: a claim would keep away the
    // item that was carried over.
    let new = NewItem { from: None, case: None, ..item.clone() };
    added(case, meeting, no, new, on_notice)
}

/// Puts an item on an agenda as it is.
pub(super) fn added(
    case: &mut Case,
    meeting: u32,
    no: u32,
    new: NewItem,
    on_notice: bool,
) -> Result<(), Refusal> {
    said(&new.title, "title")?;
    let known =
        |task: &String| case.book.charter.iter().any(|c| c.tasks.iter().any(|t| t.id == *task));
    if let Some(stranger) = new.tasks.iter().find(|task| !known(task)) {
        return Err(Finding::new(Code::UnknownName).with("name", stranger).into());
    }
    if let Some(matter) = &new.matter
        && case.charter()?.matter(matter).is_none()
    {
        return Err(Finding::new(Code::UnknownName).with("name", matter).into());
    }
    beyond_powers(case, meeting, &new);
    case.events.push((Some(meeting), Event::ItemAdded { item: no, new, on_notice }));
    Ok(())
}

/// What a body can never decide may stand on its agenda to be discussed; it is said in time, not only when
/// somebody moves it.
fn beyond_powers(case: &mut Case, meeting: u32, item: &NewItem) {
    let Ok(charter) = case.charter() else { return };
    let convened = case.events.iter().find_map(|(of, event)| match event {
        Event::Convened { body, .. } if *of == Some(meeting) => Some(body.clone()),
        _ => None,
    });
    let body = convened.or_else(|| case.book.meeting(meeting).map(|m| m.body.clone()));
    let matter = item.matter.as_deref().and_then(|m| charter.matter(m));
    let Some((body, matter)) = body.zip(matter) else { return };
    // A body that has to wait for another one's recess may decide it in time.
    let waits = matter.routes.iter().any(|r| r.body == body);
    if let (Power::Refused(why), false) = (power(case.book, charter, &body, matter), waits) {
        let found = Finding::new(Code::BeyondPowers).with("title", &item.title);
        case.find(found.with("matter", &matter.id).with("body", &body).citing(&why.clauses));
    }
}

/// What was not on the notice is warned about or, where the charter's file says so, refused.
pub(super) fn off_notice(case: &mut Case, item: &NewItem) -> Result<(), Refusal> {
    let charter = case.charter()?;
    let Some(matter) = item.matter.as_deref().and_then(|m| charter.matter(m)) else {
        return Ok(());
    };
    match matter.off_notice {
        OffNotice::Refuse => Err(Finding::new(Code::NotOnNoticeGrave)
            .with("matter", &matter.id)
            .citing(&matter.clauses)
            .into()),
        OffNotice::Warn => {
            case.find(Finding::new(Code::NotOnNoticeWarn).with("matter", &matter.id));
            case.flag("charter_silent");
            Ok(())
        }
    }
}

fn end(case: &mut Case, item: u32, end: ItemEnd) -> Result<(), Refusal> {
    let meeting = case.unclosed()?;
    no_vote_open(meeting)?;
    let item = living(meeting, item)?;
    case.of(meeting, Event::ItemEnded { item: item.no, end });
    Ok(())
}

/// An item goes only where it may lawfully be decided once this body is closed, or always.
fn refer(case: &mut Case, item: u32, body: &str, why: &str) -> Result<(), Refusal> {
    let meeting = case.unclosed()?;
    let why = said(why, "why")?.to_owned();
    case.body(body)?;
    let found = living(meeting, item)?;
    let charter = case.charter()?;
    if let Some(matter) = found.new.matter.as_deref().and_then(|m| charter.matter(m)) {
        let route = matter.routes.iter().find(|r| r.body == body);
        let lawful = match route.map(|r| r.when) {
            Some(When::Always) => true,
            Some(When::Recess) => charter
                .body(body)
                .and_then(|b| b.acts_for.as_ref())
                .is_some_and(|a| a.body == meeting.body),
            None => false,
        };
        if !lawful {
            let refusal = match power(case.book, charter, body, matter) {
                Power::Refused(finding) => *finding,
                Power::Granted(_) => Finding::new(Code::CannotRefer),
            };
            return Err(Finding::new(Code::CannotRefer)
                .with("matter", &matter.id)
                .with("body", body)
                .with("because", refusal.full_code())
                .citing(&refusal.clauses)
                .into());
        }
    }
    end(case, item, ItemEnd::Referred { body: body.to_owned(), why })
}

/// The item with this number.
pub(super) fn known(meeting: &Meeting, item: u32) -> Result<&Item, Refusal> {
    meeting.item(item).ok_or_else(|| Finding::new(Code::UnknownItem).with("item", item).into())
}

/// The item, unless it is over.
pub(super) fn living(meeting: &Meeting, item: u32) -> Result<&Item, Refusal> {
    let item = known(meeting, item)?;
    match item.state {
        ItemState::Ended(_) => Err(Finding::new(Code::ItemEnded).with("item", item.no).into()),
        _ => Ok(item),
    }
}

/// No vote is being taken or waits for its declaration.
pub(super) fn no_vote_open(meeting: &Meeting) -> Result<(), Refusal> {
    match meeting.vote_in_hand() {
        Some(vote) => Err(Finding::new(Code::VoteOpen).with("vote", vote.no).into()),
        None => Ok(()),
    }
}

/// Items that still wait for a decision.
pub(super) fn undecided(meeting: &Meeting) -> Vec<&Item> {
    let mut open = Vec::new();
    for item in &meeting.items {
        let over = matches!(item.state, ItemState::Ended(_));
        if !over && (!meeting.is_decided(item) || item.opened.is_none()) {
            open.push(item);
        }
    }
    debug_assert!(count(&open) <= count(&meeting.items));
    open
}
