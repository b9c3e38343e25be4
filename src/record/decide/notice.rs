//! Notices sent, replies come in, nominations, and lists of signatures.

use super::super::command::Command;
use super::super::election::Seat;
use super::super::event::{Event, Presence};
use super::super::finding::{Code, Finding, Refusal};
use super::super::notice::{
    Attends, Coming, Nomination, Reply, Request, RequestMet, Requisition, Sending, Sent,
    Signatures, lacking,
};
use super::super::state::{Meeting, Membership, Phase};
use super::agenda::{add_item, known};
use super::door::{on_roll, same_person};
use super::election::named_office;
use super::{Case, count, said};
use crate::charter::{Convening, ConveningBy, Effect};
use chrono::NaiveDate;

pub(super) fn decide(case: &mut Case) -> Result<(), Refusal> {
    match &case.request.command {
        Command::SendNotice(sending) => send(case, sending),
        Command::Reply(reply) => receive(case, reply),
        Command::TakeBackReply(gone) => {
            let meeting = case.unclosed()?;
            on_roll(case, meeting, gone.unit)?;
            if case.book.reply_of(meeting.no, gone.unit).is_none() {
                return Err(Finding::new(Code::NothingChanges).with("unit", gone.unit).into());
            }
            case.of(meeting, Event::ReplyTakenBack(gone.clone()));
            Ok(())
        }
        Command::OpenNominations(period) => {
            let meeting = case.unclosed()?;
            fills(case, meeting, period.item)?;
            if case.book.nominations_until(meeting.no, period.item) == Some(period.until) {
                return Err(Code::NothingChanges.into());
            }
            case.of(meeting, Event::NominationsOpened(period.clone()));
            Ok(())
        }
        Command::Nominate(nomination) => nominate(case, nomination),
        Command::EndNomination(end) => {
            let meeting = case.unclosed()?;
            let mut standing = case.book.nominations(meeting.no);
            if standing.all(|n| n.no != end.nomination) {
                return Err(Finding::new(Code::UnknownName).with("name", end.nomination).into());
            }
            said(&end.why, "why")?;
            case.of(meeting, Event::NominationEnded(end.clone()));
            Ok(())
        }
        Command::OpenRequisition(request) => open(case, request),
        Command::SignRequisition(signatures) => sign(case, signatures),
        Command::WithdrawSignature(end) => {
            let list = living(case, end.requisition)?;
            if list.signed.iter().all(|(unit, _)| *unit != end.unit) {
                return Err(Finding::new(Code::NothingChanges).with("unit", end.unit).into());
            }
            case.of_book(Event::SignatureWithdrawn(end.clone()));
            Ok(())
        }
        _ => Ok(()),
    }
}

/// The day something came or went: that of the entry where none is given, and never a day to come.
fn day_of(case: &Case, given: Option<NaiveDate>) -> Result<NaiveDate, Refusal> {
    let today = case.when().date_naive();
    match given {
        Some(day) if day > today => Err(Finding::new(Code::TimeInFuture).with("time", day).into()),
        other => Ok(other.unwrap_or(today)),
    }
}

/// The meeting, while it is prepared.
fn in_preparation<'a>(case: &Case<'a>) -> Result<&'a Meeting, Refusal> {
    let meeting = case.unclosed()?;
    if meeting.phase == Phase::Preparing { Ok(meeting) } else { Err(Code::NoticePast.into()) }
}

fn send(case: &mut Case, sending: &Sending) -> Result<(), Refusal> {
    let meeting = in_preparation(case)?;
    for unit in &sending.units {
        on_roll(case, meeting, *unit)?;
    }
    let day = day_of(case, sending.day)?;
    let roll = case.book.roll_of(&meeting.body);
    let mut units = if sending.units.is_empty() { roll.clone() } else { sending.units.clone() };
    units.sort_unstable();
    units.dedup();
    let rule = &case.charter()?.notice;
    let cited = rule.basis.article.clone().unwrap_or_default();
    let days = (meeting.date - day).num_days();
    let short = days < i64::from(rule.minimum);
    let supplements = case.book.agenda_is_out(meeting.no) && !sending.agenda.is_empty();
    if supplements {
        if !rule.supplement {
            return Err(Finding::new(Code::SupplementNotAllowed).citing(&cited).into());
        }
        let left = roll.iter().filter(|u| !units.contains(u)).count();
        if left > 0 {
            return Err(Finding::new(Code::SupplementPartial).with("left", left).into());
        }
        if short {
            let found = Finding::new(Code::SupplementShort).with("days", days);
            return Err(found.with("minimum", rule.minimum).citing(&cited).into());
        }
    }
    // Whoever had the notice in time is not told too late by having it again.
    let in_time = |unit: &u32| case.book.reached(meeting, *unit).is_some();
    if short && !units.iter().all(in_time) {
        let found = Finding::new(Code::NoticeShort).with("days", days);
        case.find(found.with("minimum", rule.minimum).citing(&cited));
    }
    let first = meeting.items.iter().map(|i| i.no).max().unwrap_or(0);
    let numbers: Vec<u32> = (first + 1..).take(sending.agenda.len()).collect();
    let note = sending.note.trim().to_owned();
    let sent = Sent { units, how: sending.how, day, note, items: numbers.clone() };
    case.of(meeting, Event::NoticeSent(sent));
    for (no, item) in numbers.into_iter().zip(&sending.agenda) {
        add_item(case, meeting.no, no, item, true)?;
    }
    Ok(())
}

fn receive(case: &mut Case, reply: &Reply) -> Result<(), Refusal> {
    let meeting = in_preparation(case)?;
    on_roll(case, meeting, reply.unit)?;
    let reply = Reply { day: Some(day_of(case, reply.day)?), ..reply.clone() };
    if case.book.reply_of(meeting.no, reply.unit) == Some(&reply) {
        return Err(Finding::new(Code::NothingChanges).with("unit", reply.unit).into());
    }
    match reply.presence() {
        Some(Presence::Proxy { holder, letter }) => {
            let policy = &case.charter()?.proxy;
            let cited = policy.basis.article.clone().unwrap_or_default();
            if !policy.motions {
                return Err(Finding::new(Code::ProxyNotAllowed).citing(&cited).into());
            }
            on_roll(case, meeting, holder)?;
            if holder == reply.unit {
                return Err(Finding::new(Code::ProxyHolderAbsent).with("holder", holder).into());
            }
            // What came is kept as it came; the door decides, and there is time to mend it.
            let missing = lacking(policy, &letter);
            if !missing.is_empty() {
                let found = Finding::new(Code::LetterToComplete).with("unit", reply.unit);
                case.find(found.with("lacking", missing.join(" ")).citing(&cited));
            }
            let roll = case.book.roll_of(&meeting.body);
            let to_same = |unit: &&u32| {
                **unit != reply.unit
                    && matches!(case.book.announced(meeting.no, **unit),
                        Some(Presence::Proxy { holder: h, .. }) if h == holder)
            };
            if roll.iter().filter(to_same).count() >= policy.per_holder as usize {
                let found = Finding::new(Code::ProxyBeyondLimit).with("holder", holder);
                case.find(found.with("limit", policy.per_holder).citing(&cited));
            }
        }
        Some(presence) => {
            let others = case.book.roll_of(&meeting.body).into_iter().filter_map(|unit| {
                let announced = case.book.announced(meeting.no, unit)?;
                (unit != reply.unit).then_some((unit, announced))
            });
            let others: Vec<(u32, Presence)> = others.collect();
            let others = others.iter().map(|(unit, presence)| (*unit, presence));
            same_person(case, reply.unit, &presence, others);
        }
        None if reply.coming == Coming::Yes && reply.how == Some(Attends::Proxy) => {
            return Err(Finding::new(Code::TextMissing).with("field", "holder").into());
        }
        None => {}
    }
    case.of(meeting, Event::ReplyReceived(reply));
    Ok(())
}

/// The item, if somebody is chosen under it.
fn fills<'a>(case: &Case<'a>, meeting: &'a Meeting, item: u32) -> Result<Effect, Refusal> {
    let item = known(meeting, item)?;
    let charter = case.charter()?;
    let effect = item.new.matter.as_deref().and_then(|m| charter.matter(m)).map(|m| m.effect);
    match effect {
        Some(effect @ (Effect::Elect | Effect::Appoint)) => Ok(effect),
        _ => Err(Finding::new(Code::NotAnElection).with("name", &item.new.title).into()),
    }
}

fn nominate(case: &mut Case, nomination: &Nomination) -> Result<(), Refusal> {
    let meeting = case.unclosed()?;
    fills(case, meeting, nomination.item)?;
    let mut nomination = nomination.clone();
    let day = day_of(case, nomination.day)?;
    nomination.day = Some(day);
    let member =
        |unit: &u32| case.book.members.get(unit).is_some_and(|m| m.standing == Membership::Member);
    let proposed = nomination.unit.filter(|u| member(u));
    match &nomination.seat {
        Seat::Office { office } => {
            let office = named_office(case.charter()?, office)?;
            if let Some(wanted) = &office.nominated_by {
                let by = nomination.office.get_or_insert_with(|| wanted.clone());
                if by != wanted || !nomination.by.is_empty() {
                    let found = Finding::new(Code::NominatorUnfit).with("name", &nomination.name);
                    let cited = office.basis.article.clone().unwrap_or_default();
                    return Err(found.with("office", wanted).citing(&cited).into());
                }
            }
        }
        Seat::Body { body } => {
            case.body(body)?;
            if let Some(unit) = proposed {
                nomination.name = case.book.unit_name(unit);
            }
        }
    }
    nomination.name = said(&nomination.name, "name")?.to_owned();
    if proposed.is_none() {
        let found = Finding::new(Code::SubjectUnfit).with("name", &nomination.name);
        return Err(found.with("field", "unit").into());
    }
    nomination.by.sort_unstable();
    nomination.by.dedup();
    if let Some(stranger) = nomination.by.iter().find(|u| !member(u)) {
        return Err(Finding::new(Code::UnknownUnit).with("unit", stranger).into());
    }
    if let Some(id) = &nomination.office {
        named_office(case.charter()?, id)?;
    }
    if let Some(document) =
        nomination.document.filter(|d| case.book.documents.iter().all(|k| k.no != *d))
    {
        return Err(Finding::new(Code::UnknownName).with("name", document).into());
    }
    let known = case.book.nominated(meeting.no, nomination.item, &nomination.seat);
    let same = known.iter().find(|c| c.name == nomination.name && c.unit == nomination.unit);
    if same.is_some_and(|c| nomination.by.iter().all(|u| c.nominators.contains(u))) {
        return Err(Finding::new(Code::CandidateTwice).with("name", &nomination.name).into());
    }
    if let Some(until) =
        case.book.nominations_until(meeting.no, nomination.item).filter(|until| day > *until)
    {
        let found = Finding::new(Code::NominationLate).with("name", &nomination.name);
        case.find(found.with("until", until));
    }
    case.of(meeting, Event::Nominated(nomination));
    Ok(())
}

/// The way of convening by signature that a list asks for.
fn way<'a>(case: &Case<'a>, request: &Request) -> Result<&'a Convening, Refusal> {
    case.body(&request.body)?;
    let fits = |w: &&Convening| {
        w.id == request.by && w.body == request.body && w.by == ConveningBy::Requisition
    };
    let way = case.charter()?.convenings.iter().find(fits);
    way.ok_or_else(|| Finding::new(Code::ConveningUnknown).with("by", &request.by).into())
}

fn open(case: &mut Case, request: &Request) -> Result<(), Refusal> {
    way(case, request)?;
    let matters = said(&request.matters, "matters")?.to_owned();
    let day = Some(day_of(case, request.day)?);
    case.of_book(Event::RequisitionOpened(Request { matters, day, ..request.clone() }));
    Ok(())
}

/// A list that has not led to a meeting yet.
fn living<'a>(case: &Case<'a>, no: u32) -> Result<&'a Requisition, Refusal> {
    let list = case.book.requisition(no).filter(|r| r.meeting.is_none());
    list.ok_or_else(|| Finding::new(Code::UnknownRequisition).with("requisition", no).into())
}

fn sign(case: &mut Case, signatures: &Signatures) -> Result<(), Refusal> {
    let list = living(case, signatures.requisition)?;
    let day = Some(day_of(case, signatures.day)?);
    let roll = case.book.roll_of(&list.request.body);
    if let Some(stranger) = signatures.units.iter().find(|u| !roll.contains(u)) {
        return Err(Finding::new(Code::UnknownUnit).with("unit", stranger).into());
    }
    let mut units = signatures.units.clone();
    units.sort_unstable();
    units.dedup();
    units.retain(|unit| list.signed.iter().all(|(known, _)| known != unit));
    if units.is_empty() {
        let unit = signatures.units.first().map(u32::to_string).unwrap_or_default();
        return Err(Finding::new(Code::NothingChanges).with("unit", unit).into());
    }
    debug_assert!(count(&units) <= count(&roll));
    let requisition = list.no;
    case.of_book(Event::RequisitionSigned(Signatures { requisition, units, day }));
    Ok(())
}

/// The signatures a list gives a meeting that is called on it, and the fact that it did.
pub(super) fn calls(
    case: &Case,
    no: u32,
    body: &str,
    by: &str,
) -> Result<(Vec<u32>, Event), Refusal> {
    let list = living(case, no)?;
    if list.request.body != body || list.request.by != by {
        return Err(Finding::new(Code::UnknownRequisition).with("requisition", no).into());
    }
    Ok((case.book.signatures(list), Event::RequisitionMet(RequestMet { requisition: no })))
}
