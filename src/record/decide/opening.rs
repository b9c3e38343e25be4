//! The book's own acts: its charter and readings, opening entries, papers, membership lost.

use super::super::command::Command;
use super::super::event::Event;
use super::super::finding::{Code, Finding, Refusal};
use super::super::state::Membership;
use super::{Case, count, said};
use crate::charter::{Charter, Comparator, read, reading};
use sha2::{Digest, Sha256};

pub(super) fn decide(case: &mut Case) -> Result<(), Refusal> {
    match &case.request.command {
        Command::AdoptCharter { text, basis } => adopt_charter(case, text, basis),
        Command::AdoptReading { question, option, basis } => {
            adopt_reading(case, question, option, basis)
        }
        Command::Enrol { units } => {
            before_the_first_meeting(case)?;
            case.roll_is_free()?;
            super::members::enrolled(case, units)?;
            case.of_book(Event::Enrolled { units: units.clone() });
            Ok(())
        }
        Command::Seat { body, units } => seat(case, body, units),
        Command::Fill { office, name, unit, from, to } => {
            before_the_first_meeting(case)?;
            let charter = case.charter()?;
            let Some(known) = charter.office(office) else {
                return Err(Finding::new(Code::UnknownName).with("name", office).into());
            };
            said(name, "name")?;
            if let Some(unit) = unit {
                on_register(case, *unit)?;
            }
            let held = case.book.holders.iter().filter(|h| h.office == *office).count();
            if known.seats.is_some_and(|seats| held >= seats as usize) {
                let found = Finding::new(Code::OfficeFull).with("office", office);
                case.find(found.citing(&known.basis.article.clone().unwrap_or_default()));
            }
            let (office, name) = (office.clone(), name.clone());
            case.of_book(Event::Filled { office, name, unit: *unit, from: *from, to: *to });
            Ok(())
        }
        Command::Stand { body, term, number, term_begun } => {
            before_the_first_meeting(case)?;
            case.body(body)?;
            let (body, term, number, term_begun) = (body.clone(), *term, *number, *term_begun);
            case.of_book(Event::Stood { body, term, number, term_begun });
            Ok(())
        }
        Command::Number { document, certificate } => {
            before_the_first_meeting(case)?;
            let (document, certificate) = (*document, *certificate);
            case.of_book(Event::Numbered { document, certificate });
            Ok(())
        }
        Command::Attach { name, sha256, size, item } => {
            let meeting = match item {
                Some(no) => {
                    let meeting = case.unclosed()?;
                    let known = meeting.item(*no).is_some();
                    known
                        .then_some(Some(meeting.no))
                        .ok_or_else(|| Finding::new(Code::UnknownItem).with("item", no))?
                }
                None => None,
            };
            // A paper is kept by its content; a digest that is none would name nothing.
            let is_digest = sha256.len() == 64
                && sha256.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
            if !is_digest {
                return Err(Finding::new(Code::TextMissing).with("field", "content").into());
            }
            let event = Event::Attached {
                document: count(&case.book.documents) + 1,
                name: said(name, "name")?.to_owned(),
                sha256: sha256.clone(),
                size: *size,
                item: *item,
            };
            case.events.push((meeting, event));
            Ok(())
        }
        Command::RecordLoss { unit, ground, evidence } => {
            on_register(case, *unit)?;
            case.roll_is_free()?;
            let event = Event::MembershipLost {
                unit: *unit,
                ground: said(ground, "ground")?.to_owned(),
                evidence: said(evidence, "evidence")?.to_owned(),
            };
            case.events.push((case.book.meeting_in_hand().map(|m| m.no), event));
            size_after_loss(case, 1);
            Ok(())
        }
        _ => Ok(()),
    }
}

fn adopt_charter(case: &mut Case, text: &str, basis: &str) -> Result<(), Refusal> {
    let charter = read::read(text)
        .map_err(|faults| Finding::new(Code::CharterFaulty).with("faults", faults.len()))?;
    let opening = case.book.charter.is_none();
    if let Some(current) = case.book.charter.as_deref() {
        newer(current, &charter, basis)?;
        case.roll_is_free()?;
    }
    let sha256 = Sha256::digest(text.as_bytes()).iter().map(|b| format!("{b:02x}")).collect();
    let (id, version) = (charter.identity.id.clone(), charter.identity.version);
    let (text, basis) = (text.to_owned(), basis.to_owned());
    case.of_book(Event::CharterAdopted { id, version, sha256, text, basis, opening });
    Ok(())
}

fn newer(current: &Charter, new: &Charter, basis: &str) -> Result<(), Refusal> {
    if basis.trim().is_empty() {
        return Err(Code::CharterNeedsBasis.into());
    }
    if new.identity.id != current.identity.id {
        let found = Finding::new(Code::CharterForeign).with("id", &new.identity.id);
        return Err(found.into());
    }
    if new.identity.version <= current.identity.version {
        let found = Finding::new(Code::CharterNotNewer).with("version", current.identity.version);
        return Err(found.into());
    }
    Ok(())
}

fn adopt_reading(
    case: &mut Case,
    question: &str,
    option: &str,
    basis: &str,
) -> Result<(), Refusal> {
    said(basis, "basis")?;
    let mut adopted: Vec<_> = case
        .book
        .readings
        .iter()
        .filter(|r| r.question != question)
        .map(|r| (r.question.clone(), r.option.clone(), super::Book::said(&r.basis)))
        .collect();
    adopted.push((question.to_owned(), option.to_owned(), super::Book::said(basis)));
    if reading::effective(&case.book.charter_text, &adopted).is_err() {
        let found = Finding::new(Code::UnknownReading).with("question", question);
        return Err(found.with("option", option).into());
    }
    let (question, option, basis) = (question.to_owned(), option.to_owned(), basis.to_owned());
    case.of_book(Event::ReadingAdopted { question, option, basis });
    Ok(())
}

fn seat(case: &mut Case, body: &str, units: &[u32]) -> Result<(), Refusal> {
    before_the_first_meeting(case)?;
    let known = case.body(body)?;
    for unit in units {
        on_register(case, *unit)?;
    }
    // A unit named twice sits once.
    let mut seated = units.to_vec();
    seated.sort_unstable();
    seated.dedup();
    let members = count(&case.book.roll());
    let seats = count(&seated);
    if let Some(cap) = known.size_cap.as_ref()
        && !cap.share.met(cap.cmp, seats, members)
    {
        let found = cap_finding(Code::SizeCapExceeded, body, seats, members, cap);
        case.find(found);
    }
    case.of_book(Event::Seated { body: body.to_owned(), units: seated });
    Ok(())
}

pub(super) fn cap_finding(
    code: Code,
    body: &str,
    seats: u32,
    members: u32,
    cap: &crate::charter::SizeCap,
) -> Finding {
    let most = cap.share.bound(Comparator::AtMost, members).unwrap_or(0);
    Finding::new(code)
        .with("body", body)
        .with("seats", seats)
        .with("members", members)
        .with("cap", most)
        .citing(&cap.basis.article.clone().unwrap_or_default())
}

/// Members fell: bodies that are now larger than advised are named; nobody is unseated.
pub(super) fn size_after_loss(case: &mut Case, lost: u32) {
    let Ok(charter) = case.charter() else { return };
    let members = count(&case.book.roll()).saturating_sub(lost);
    for body in &charter.bodies {
        let Some(cap) = body.size_cap.as_ref() else {
            continue;
        };
        let seats = count(&case.book.roll_of(&body.id));
        if !cap.share.met(cap.cmp, seats, members) {
            let found = cap_finding(Code::SizeCapNowExceeded, &body.id, seats, members, cap);
            case.find(found);
        }
    }
}

/// An opening entry says where the association stood before its first meeting in this book.
pub(super) fn before_the_first_meeting(case: &Case) -> Result<(), Refusal> {
    if case.book.meetings.is_empty() { Ok(()) } else { Err(Code::TooLateForOpening.into()) }
}

/// A unit that is a member today.
pub(super) fn on_register(case: &Case, unit: u32) -> Result<(), Refusal> {
    let member = case.book.members.get(&unit).is_some_and(|m| m.standing == Membership::Member);
    if member { Ok(()) } else { Err(Finding::new(Code::UnknownUnit).with("unit", unit).into()) }
}
