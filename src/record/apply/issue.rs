//! The life of minutes into state: texts, remarks, versions and what is done with them, keys.

use super::super::event::{Entry, Event};
use super::super::issue::{
    Answered, BoundKey, Issued, Life, Signature, Worded, corrects, is_of_paper,
};
use super::super::state::Book;

pub(super) fn apply(book: &mut Book, entry: &Entry) {
    match &entry.fact.event {
        Event::KeyBound(bound) => {
            let (of, at) = (bound.clone(), entry.entered);
            book.archive.keys.push(BoundKey { of, at, withdrawn: None, withdrawn_at: None });
        }
        Event::KeyWithdrawn(withdrawal) => {
            let bound = |k: &&mut BoundKey| {
                k.of.fingerprint == withdrawal.key
                    && k.withdrawn.is_none()
                    && k.of.of.from <= withdrawal.day
            };
            for key in book.archive.keys.iter_mut().filter(bound) {
                key.withdrawn = Some(withdrawal.clone());
                key.withdrawn_at = Some(entry.entered);
            }
        }
        event => {
            if let Some(meeting) = entry.fact.meeting {
                let life = book.archive.minutes.entry(meeting).or_default();
                if !is_of_paper(event) {
                    life.changed = entry.seq;
                }
                of_meeting(life, entry);
            }
            for meeting in corrects(entry.fact.meeting, event) {
                let life = book.archive.minutes.entry(meeting).or_default();
                life.changed = entry.seq;
                if !life.is_open() {
                    life.corrected = Some((entry.seq, entry.entered.date_naive()));
                }
            }
        }
    }
}

/// What is taken back changes the minutes: they name every reversal.
pub(super) fn reversed(book: &mut Book, entry: &Entry) {
    if let (Event::Struck { .. }, Some(meeting)) = (&entry.fact.event, entry.fact.meeting) {
        book.archive.minutes.entry(meeting).or_default().changed = entry.seq;
    }
}

fn of_meeting(life: &mut Life, entry: &Entry) {
    match &entry.fact.event {
        Event::MinutesWorded(word) => {
            life.wordings.push(Worded { seq: entry.seq, at: entry.happened, of: word.clone() });
        }
        Event::DraftRemarked(remark) => {
            life.remarks.push(Answered { remark: remark.clone(), answer: None });
        }
        Event::RemarkAnswered(answer) => {
            let asked = |r: &&mut Answered| r.remark.remark == answer.remark;
            if let Some(remark) = life.remarks.iter_mut().find(asked) {
                remark.answer = Some(answer.clone());
            }
        }
        Event::MinutesIssued(version) => life.versions.push(Issued {
            of: version.clone(),
            at: entry.happened,
            approval: None,
            signatures: Vec::new(),
            published: Vec::new(),
            slips: Vec::new(),
            reopened: false,
        }),
        Event::MinutesApproved(approval) => {
            with(life, approval.version, |v| v.approval = Some(approval.clone()));
        }
        Event::MinutesSigned(ink) => {
            with(life, ink.version, |v| v.signatures.push(Signature::Ink(ink.clone())));
        }
        Event::MinutesSignedWithKey(key) => {
            with(life, key.version, |v| v.signatures.push(Signature::Key(key.clone())));
        }
        Event::MinutesPublished(given) => {
            with(life, given.version, |v| v.published.push(given.clone()));
        }
        Event::MinutesReopened(reopening) => {
            with(life, reopening.version, |v| v.reopened = true);
            life.reopenings.push(reopening.clone());
        }
        Event::SlipIssued(slip) => {
            life.corrected = None;
            with(life, slip.of.version, |v| v.slips.push(slip.clone()));
        }
        Event::PapersPrinted(printed) => life.printed.push(printed.clone()),
        _ => {}
    }
}

fn with(life: &mut Life, version: u32, change: impl FnOnce(&mut Issued)) {
    if let Some(version) = life.versions.iter_mut().find(|v| v.of.version == version) {
        change(version);
    }
}
