//! Facts into state: total, without judgement; what was recorded is never doubted here.

mod amend;
mod cases;
pub(crate) mod election;
mod follow;
mod issue;
mod meeting;
mod members;
mod notice;
mod votes;

use super::cases::{Permit, Permitted, issue, unissue};
use super::event::{Change, Entry, Event};
use super::follow::next_document;
use super::issue::is_final;
use super::state::{
    ActRef, AdoptedReading, Book, CharterVersion, Correction, Decision, Document, Holder, Member,
    Membership, Standing,
};
use crate::charter::{Charter, reading};
use chrono::Datelike;
use std::sync::Arc;

/// Applies one entry that is not a reversal; [`advance`] takes any entry.
pub fn apply(book: &mut Book, entry: &Entry) {
    book.seq = entry.seq;
    book.began = book.began.or(Some(entry.entered));
    book.last_entered = Some(entry.entered);
    remember_act(book, entry);
    if let Some(no) = entry.fact.meeting {
        if !matches!(entry.fact.event, Event::Convened { .. }) {
            meeting::apply(book, no, entry);
            election::apply(book, no, entry);
        } else {
            meeting::convene(book, no, entry);
        }
    }
    issue::apply(book, entry);
    of_book(book, entry);
}

/// Applies a new entry to a book whose earlier entries are `before`: a reversal replays them all.
pub fn advance(book: &mut Book, before: &[Entry], entry: &Entry) {
    if matches!(entry.fact.event, Event::Struck { .. }) {
        *book = replay(before.iter().chain(std::iter::once(entry)));
    } else {
        apply(book, entry);
    }
}

/// The state that a log means: struck entries leave no trace but their place.
pub fn replay<'a>(entries: impl IntoIterator<Item = &'a Entry> + Clone) -> Book {
    let mut struck: Vec<(u64, u64)> = Vec::new();
    for entry in entries.clone() {
        if let Event::Struck { from, to, .. } = entry.fact.event {
            struck.push((from, to));
        }
    }
    let mut book = Book { next_document: 1, next_certificate: 1, ..Book::default() };
    for entry in entries {
        let is_struck = struck.iter().any(|(from, to)| (*from..=*to).contains(&entry.seq));
        if is_struck || matches!(entry.fact.event, Event::Struck { .. }) {
            book.seq = entry.seq;
            book.last_entered = Some(entry.entered);
            issue::reversed(&mut book, entry);
        } else {
            apply(&mut book, entry);
        }
    }
    book
}

/// Undo strikes whole acts; what is final or belongs to the book itself is corrected instead.
fn remember_act(book: &mut Book, entry: &Entry) {
    // Written by the store behind an act in doubt: nobody's act, and nothing for undo to strike.
    if matches!(entry.fact.event, Event::Settled { .. }) {
        return;
    }
    let undoable = !matches!(
        entry.fact.event,
        Event::Declared { .. }
            | Event::CharterAdopted { .. }
            | Event::ReadingAdopted { .. }
            | Event::AttendanceCorrected { .. }
            | Event::CountCorrected { .. }
            | Event::TextCorrected { .. }
            | Event::EnactmentCorrected { .. }
            | Event::AmendmentTakenBack(_)
            | Event::VoteVoided { .. }
            | Event::SheetCorrected { .. }
            | Event::RoundDeclared { .. }
            | Event::RoundVoided { .. }
            // A number of the funds is never used again: what is wrong is reversed.
            | Event::FundsOpened(_)
            | Event::Received(_)
            | Event::Spent(_)
            | Event::FundsReversed(_)
    ) && !members::is_final(&entry.fact.event)
        && !is_final(&entry.fact.event);
    match book.acts.last_mut().filter(|a| a.id == entry.act) {
        Some(act) => {
            act.to = entry.seq;
            act.undoable &= undoable;
        }
        None => book.acts.push(ActRef {
            id: entry.act.clone(),
            from: entry.seq,
            to: entry.seq,
            kind: entry.fact.event.kind(),
            meeting: entry.fact.meeting,
            undoable,
        }),
    }
}

fn of_book(book: &mut Book, entry: &Entry) {
    match &entry.fact.event {
        Event::CharterAdopted { version, sha256, text, basis, .. } => {
            book.charter_text.clone_from(text);
            let readings = std::mem::take(&mut book.readings);
            if let Some(before) = book.versions.last_mut() {
                before.readings = readings;
            }
            book.versions.push(CharterVersion {
                seq: entry.seq,
                version: *version,
                sha256: sha256.clone(),
                basis: basis.clone(),
                text: Arc::from(text.as_str()),
                readings: Vec::new(),
            });
            book.charter = effective_charter(book);
        }
        Event::ReadingAdopted { question, option, basis } => {
            book.readings.retain(|r| r.question != *question);
            book.readings.push(AdoptedReading {
                seq: entry.seq,
                question: question.clone(),
                option: option.clone(),
                basis: basis.clone(),
            });
            book.charter = effective_charter(book);
        }
        Event::Enrolled { units } => {
            for unit in units {
                let member = Member { entry: unit.clone(), standing: Membership::Member };
                book.members.insert(unit.unit, member);
            }
        }
        Event::Seated { body, units } => {
            book.seats.insert(body.clone(), units.clone());
        }
        Event::Filled { office, name, unit, from, to } => book.holders.push(Holder {
            office: office.clone(),
            name: name.clone(),
            unit: *unit,
            from: *from,
            to: *to,
            decision: None,
        }),
        Event::Stood { body, term, number, term_begun } => {
            let standing = Standing { term: *term, number: *number, term_begun: *term_begun };
            book.standings.insert(body.clone(), standing);
        }
        Event::Numbered { document, certificate } => {
            book.next_document = *document;
            book.documents_from = Some((entry.entered.year(), *document));
            book.next_certificate = *certificate;
        }
        Event::Attached { document, name, sha256, size, item } => {
            if let Some((meeting, item)) = entry.fact.meeting.zip(*item) {
                book.notices.materials.push((meeting, item, *document));
            }
            book.documents.push(Document {
                no: *document,
                name: name.clone(),
                sha256: sha256.clone(),
                size: *size,
            });
        }
        Event::MembershipLost { unit, ground, .. } => {
            set_membership(book, *unit, Membership::Lost { ground: ground.clone() });
        }
        Event::Enacted { decision, change } => enact(book, *decision, change),
        // --- members and people ------------------------------------------------------------------
        Event::MemberAmended(_) | Event::PersonKept(_) | Event::PersonForgotten(_) => {
            members::apply(book, entry);
        }

        // --- from the notice to the door ---------------------------------------------------------
        Event::NoticeSent(_)
        | Event::ReplyReceived(_)
        | Event::ReplyTakenBack(_)
        | Event::NominationsOpened(_)
        | Event::Nominated(_)
        | Event::NominationEnded(_)
        | Event::RequisitionOpened(_)
        | Event::RequisitionSigned(_)
        | Event::SignatureWithdrawn(_)
        | Event::RequisitionMet(_) => notice::apply(book, entry),

        // --- decisions carried out ---------------------------------------------------------------
        Event::DecisionAssigned(_) | Event::ProgressReported(_) => follow::apply(book, entry),
        Event::AmendmentDrafted(_)
        | Event::OpinionCollected(_)
        | Event::OpinionsCollated(_)
        | Event::DraftPut(_)
        | Event::AmendmentTakenBack(_) => amend::apply(book, entry),

        // --- funds -------------------------------------------------------------------------------
        Event::FundsOpened(entry)
        | Event::Received(entry)
        | Event::Spent(entry)
        | Event::FundsReversed(entry) => book.funds.entries.push(entry.clone()),
        Event::FundsReported(report) => book.funds.reports.push(report.clone()),

        // --- procedures between meetings ---------------------------------------------------------
        Event::CaseOpened(_)
        | Event::StepTaken(_)
        | Event::CaseEnded(_)
        | Event::PermitGiven(_)
        | Event::PermitEnded(_)
        | Event::MemberReviewed(_)
        | Event::OfficeVacated(_)
        | Event::Designated(_)
        | Event::DesignationEnded(_) => cases::apply(book, &entry.fact.event),

        // --- corrections -------------------------------------------------------------------------
        Event::TextCorrected { decision, old, new, .. } => {
            if let Some(decision) = book.decisions.iter_mut().find(|d| d.no == *decision) {
                decision.text = decision.text.replacen(old.as_str(), new, 1);
            }
        }
        Event::EnactmentCorrected { decision, wrong, right, touched, .. } => {
            correct_enactment(book, *decision, *wrong, *right);
            book.corrections.push(Correction {
                seq: entry.seq,
                meeting: entry.fact.meeting,
                touched: touched.clone(),
            });
        }
        _ => {}
    }
}

/// The latest text with the readings adopted since. The text was read without fault before it was
/// accepted, so a failure here can only mean a book written by another program: it has no charter.
fn effective_charter(book: &Book) -> Option<Arc<Charter>> {
    let adopted: Vec<_> = book
        .readings
        .iter()
        .map(|r| (r.question.clone(), r.option.clone(), Book::said(&r.basis)))
        .collect();
    reading::effective(&book.charter_text, &adopted).ok().map(Arc::new)
}

fn set_membership(book: &mut Book, unit: u32, standing: Membership) {
    if let Some(member) = book.members.get_mut(&unit) {
        member.standing = standing;
    }
}

fn enact(book: &mut Book, decision: u32, change: &Change) {
    match change {
        Change::Undone { of } => return take_back(book, decision, of),
        Change::Joined { enrolment } => {
            let member = Member { entry: enrolment.clone(), standing: Membership::Member };
            book.members.insert(enrolment.unit, member);
            book.next_certificate = book.next_certificate.saturating_add(1);
        }
        Change::Withdrawn { unit } => set_membership(book, *unit, Membership::Withdrawn),
        Change::Expelled { unit } => set_membership(book, *unit, Membership::Expelled),
        Change::Warned { .. } | Change::Amended { .. } => {}
        Change::Appointed { office, name, unit, from, to } => book.holders.push(Holder {
            office: office.clone(),
            name: name.clone(),
            unit: *unit,
            from: *from,
            to: *to,
            decision: Some(decision),
        }),
        Change::Ended { office, name, to, .. } => {
            let held = |h: &&mut Holder| {
                h.office == *office && h.name == *name && h.decision != Some(decision)
            };
            if let Some(holder) = book.holders.iter_mut().rev().find(held) {
                holder.to = Some(*to);
            }
        }
        Change::Seated { body, units, begun, .. } => {
            book.seats.insert(body.clone(), units.clone());
            if let Some(begun) = begun {
                book.standings.entry(body.clone()).or_default().term_begun = Some(*begun);
            }
        }
        Change::Authorised { unit, scope, from, to } => {
            let known = book.decisions.iter().find(|d| d.no == decision);
            let tasks = known.map(|d| d.tasks.clone()).unwrap_or_default();
            let permit = u32::try_from(book.permits.len()).unwrap_or(u32::MAX).saturating_add(1);
            let permit = Permit {
                permit,
                unit: *unit,
                scope: scope.clone(),
                tasks,
                from: *from,
                to: *to,
                case: None,
                decision: Some(decision),
            };
            book.permits.push(Permitted { permit, ended: None, void: false });
        }
        Change::Issued { .. } => issue(book, decision, change),
    }
    book.pending.retain(|p| p.decision != decision);
    if let Some(record) = book.decisions.iter_mut().find(|d| d.no == decision) {
        record.changes.push(change.clone());
    }
}

fn take_back(book: &mut Book, decision: u32, change: &Change) {
    match change {
        Change::Joined { enrolment } => set_membership(book, enrolment.unit, Membership::Annulled),
        Change::Withdrawn { unit } | Change::Expelled { unit } => {
            set_membership(book, *unit, Membership::Member);
        }
        Change::Appointed { .. } => book.holders.retain(|h| h.decision != Some(decision)),
        Change::Ended { office, name, to, was } => {
            let held = |h: &&mut Holder| {
                h.office == *office
                    && h.name == *name
                    && h.to == Some(*to)
                    && h.decision != Some(decision)
            };
            if let Some(holder) = book.holders.iter_mut().rev().find(held) {
                holder.to = *was;
            }
        }
        Change::Seated { body, was, begun, begun_before, .. } => {
            book.seats.insert(body.clone(), was.clone());
            if begun.is_some() {
                book.standings.entry(body.clone()).or_default().term_begun = *begun_before;
            }
        }
        Change::Authorised { unit, .. } => {
            let given =
                |p: &&mut Permitted| p.permit.decision == Some(decision) && p.permit.unit == *unit;
            for permit in book.permits.iter_mut().filter(given) {
                permit.void = true;
            }
        }
        Change::Issued { .. } => unissue(book, decision, change),
        Change::Warned { .. } | Change::Amended { .. } | Change::Undone { .. } => {}
    }
    if let Some(record) = book.decisions.iter_mut().find(|d| d.no == decision) {
        record.changes.retain(|c| c != change);
    }
}

fn correct_enactment(book: &mut Book, no: u32, wrong: u32, right: u32) {
    let Some(record) = book.decisions.iter_mut().find(|d| d.no == no) else {
        return;
    };
    let mut moved: Vec<Change> = Vec::new();
    for change in &mut record.changes {
        match change {
            Change::Withdrawn { unit }
            | Change::Expelled { unit }
            | Change::Warned { unit }
            | Change::Authorised { unit, .. }
                if *unit == wrong =>
            {
                *unit = right;
            }
            Change::Appointed { unit, .. } if *unit == Some(wrong) => *unit = Some(right),
            Change::Seated { units, .. } if units.contains(&wrong) => {
                put_in_place(units, wrong, right);
            }
            _ => continue,
        }
        moved.push(change.clone());
    }
    for now in moved {
        match &now {
            Change::Withdrawn { .. } | Change::Expelled { .. } => {
                let gone = match now {
                    Change::Withdrawn { .. } => Membership::Withdrawn,
                    _ => Membership::Expelled,
                };
                set_membership(book, wrong, Membership::Member);
                set_membership(book, right, gone);
            }
            Change::Authorised { .. } => {
                let given = |p: &&mut Permitted| {
                    p.permit.decision == Some(no) && p.permit.unit == wrong && !p.void
                };
                for given in book.permits.iter_mut().filter(given) {
                    given.permit.unit = right;
                }
            }
            Change::Appointed { .. } => {
                for holder in book.holders.iter_mut().filter(|h| h.decision == Some(no)) {
                    holder.unit = holder.unit.map(|u| if u == wrong { right } else { u });
                }
            }
            Change::Seated { body, .. } => {
                if let Some(units) = book.seats.get_mut(body) {
                    put_in_place(units, wrong, right);
                }
            }
            _ => {}
        }
    }
}

/// One unit in the place of another, each once and in order of number.
fn put_in_place(units: &mut Vec<u32>, wrong: u32, right: u32) {
    units.retain(|u| *u != wrong && *u != right);
    units.push(right);
    units.sort_unstable();
}

/// Enters a decision into the register, once: declaring it anew keeps its number.
fn register(book: &mut Book, decision: Decision) {
    if let Some(standing) = book.decisions.iter_mut().find(|d| d.no == decision.no) {
        standing.void = false;
    } else {
        let year = book.meeting(decision.meeting).map(|m| m.date.year());
        book.decisions.push(decision);
        if let Some(year) = year {
            book.next_document = next_document(book, year);
        }
    }
}
