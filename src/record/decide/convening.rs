//! Calling a meeting: who may, for which body, with what notice.

use super::super::command::{Command, NewItem};
use super::super::event::{Event, ItemEnd};
use super::super::finding::{Code, Finding, Refusal};
use super::super::officers::is_renewed;
use super::super::state::{ItemState, Phase};
use super::agenda::add_item;
use super::{Case, count, said};
use crate::charter::{Body, Convening, ConveningBy, Roll};

pub(super) fn decide(case: &mut Case) -> Result<(), Refusal> {
    let Command::Convene {
        body,
        by,
        special,
        signed,
        date,
        place,
        notice,
        term,
        number,
        time_zone,
        second_call,
        agenda,
        requisition: list,
    } = &case.request.command
    else {
        return Ok(());
    };
    let known = case.body(body)?;
    if known.roll == Roll::None {
        return Err(Finding::new(Code::BodyDoesNotMeet).with("body", body).into());
    }
    if let Some(open) =
        case.book.meetings.iter().find(|m| m.body == *body && m.phase != Phase::Closed)
    {
        return Err(Finding::new(Code::MeetingStillOpen).with("meeting", open.no).into());
    }
    if let Some(first) = second_call {
        called_again(case, known, *first)?;
    }
    let charter = case.charter()?;
    let way = charter.convenings.iter().find(|c| c.id == *by && c.body == *body);
    let way = way.ok_or_else(|| Finding::new(Code::ConveningUnknown).with("by", by))?;
    said(place, "place")?;
    let (signed, met) = match list {
        Some(no) => {
            let (signed, met) = super::notice::calls(case, *no, body, by)?;
            (signed, Some(met))
        }
        None => (signed.clone(), None),
    };
    if way.by == ConveningBy::Requisition {
        requisition(case, way, *special, &signed)?;
    }
    let rule = &charter.notice;
    let cited = rule.basis.article.clone().unwrap_or_default();
    match notice {
        Some(sent) => {
            let days = (*date - *sent).num_days();
            if days < i64::from(rule.minimum) {
                let found = Finding::new(Code::NoticeShort).with("days", days);
                case.find(found.with("minimum", rule.minimum).citing(&cited));
            }
        }
        None => case.find(Finding::new(Code::NoticeMissing)),
    }
    let standing = case.book.standings.get(body).copied().unwrap_or_default();
    let renewed = u32::from(is_renewed(case.book, body));
    let term = term.unwrap_or_else(|| standing.term.max(1).saturating_add(renewed));
    let next = if term == standing.term { standing.number.saturating_add(1) } else { 1 };
    let event = Event::Convened {
        body: body.clone(),
        by: by.clone(),
        special: *special,
        signed,
        date: *date,
        place: place.clone(),
        notice: *notice,
        term,
        number: number.unwrap_or(next),
        time_zone: time_zone.clone().unwrap_or_else(|| charter.identity.time_zone.clone()),
        second_call: *second_call,
    };
    let no = count(&case.book.meetings) + 1;
    case.events.push((Some(no), event));
    for (place, item) in agenda.iter().enumerate() {
        let item_no = u32::try_from(place).unwrap_or(u32::MAX).saturating_add(1);
        add_item(case, no, item_no, item, true)?;
    }
    bring_over(case, no, body, count(agenda), notice.is_some());
    case.events.extend(met.map(|met| (Some(no), met)));
    Ok(())
}

/// A lower quorum holds where the charter has one, after a meeting of the same body that is over.
fn called_again(case: &Case, body: &Body, first: u32) -> Result<(), Refusal> {
    let lower = body.quorum.as_ref().is_some_and(|q| q.second_call.is_some());
    let over = case.book.meeting(first);
    let over = over.is_some_and(|m| m.body == body.id && m.phase == Phase::Closed);
    if lower && over {
        return Ok(());
    }
    Err(Finding::new(Code::SecondCallUnfit).with("meeting", first).into())
}

/// What an earlier meeting carried over, or another body referred, stands on the agenda by itself,
/// with the papers it had; nobody has to remember it.
fn bring_over(case: &mut Case, meeting: u32, body: &str, listed: u32, on_notice: bool) {
    let book = case.book;
    let taken = |from: (u32, u32)| {
        book.meetings.iter().flat_map(|m| &m.items).any(|i| i.new.from == Some(from))
    };
    let mut next = listed;
    for earlier in &book.meetings {
        for item in &earlier.items {
            let comes = match &item.state {
                ItemState::Ended(ItemEnd::CarriedOver { .. }) => earlier.body == body,
                ItemState::Ended(ItemEnd::Referred { body: to, .. }) => to == body,
                _ => false,
            };
            let from = (earlier.no, item.no);
            if !comes || taken(from) {
                continue;
            }
            next += 1;
            let new = NewItem { before: None, from: Some(from), ..item.new.clone() };
            case.events.push((Some(meeting), Event::ItemAdded { item: next, new, on_notice }));
            for filed in &item.filed {
                let event = Event::Filed {
                    item: next,
                    precondition: filed.precondition.clone(),
                    note: filed.note.clone(),
                    document: filed.document,
                };
                case.events.push((Some(meeting), event));
            }
        }
    }
}

/// Half or more, two fifths, one tenth: whatever share of the roll must have signed.
fn requisition(
    case: &mut Case,
    way: &Convening,
    special: bool,
    signed: &[u32],
) -> Result<(), Refusal> {
    if way.special_only && !special {
        return Err(Code::RequisitionSpecialOnly.into());
    }
    let roll = case.book.roll_of(&way.body);
    let mut names: Vec<u32> = signed.iter().copied().filter(|u| roll.contains(u)).collect();
    names.sort_unstable();
    names.dedup();
    let stranger = signed.iter().find(|u| !roll.contains(u));
    if let Some(stranger) = stranger {
        return Err(Finding::new(Code::UnknownUnit).with("unit", stranger).into());
    }
    let (Some(share), Some(cmp)) = (way.share, way.cmp) else {
        return Ok(());
    };
    if !share.met(cmp, count(&names), count(&roll)) {
        let found = Finding::new(Code::RequisitionShort)
            .with("signed", names.len())
            .with("roll", roll.len())
            .with("min_signatures", share.bound(cmp, count(&roll)).unwrap_or(0));
        return Err(found.citing(&way.basis.article.clone().unwrap_or_default()).into());
    }
    Ok(())
}
