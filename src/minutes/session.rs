//! The session, from the log to the minutes: who presides and records, corrections, remarks, reversals.

use super::compile::{Seen, moment, named, on_clock};
use super::people::{Presiding, Recording};
use super::records::{Corrected, Correction, Enactment, Loss, Paper, Remark, Reversal};
use super::types::{Interruption, Minutes, Moment};
use crate::record::amend::TakenBack;
use crate::record::event::{Chairing, Entry, Event, Touched};
use crate::record::state::Meeting;
use chrono::FixedOffset;

/// Opening, closing, who presides and records, breaks, interruptions, papers.
pub(super) fn session(minutes: &mut Minutes, seen: &Seen) {
    let when = seen.when;
    match seen.event() {
        Event::CalledToOrder { chairing, recorder, .. } => {
            minutes.opened = Some(when);
            minutes.presiders.push(presiding(seen, chairing));
            minutes.recorders.push(Recording { when, name: recorder.clone(), why: String::new() });
        }
        Event::PresiderChanged { chairing } => minutes.presiders.push(presiding(seen, chairing)),
        Event::RecorderChanged { recorder, why } => {
            minutes.recorders.push(Recording { when, name: recorder.clone(), why: why.clone() })
        }
        Event::Interrupted { cause, from, until } => minutes.interruptions.push(Interruption {
            when,
            cause: cause.clone(),
            from: on_clock(*from, &when),
            until: on_clock(*until, &when),
        }),
        Event::MeetingClosed {} => minutes.closed = Some(when),
        Event::Attached { document, name, sha256, size, item } => minutes.papers.push(Paper {
            when,
            document: *document,
            name: name.clone(),
            sha256: sha256.clone(),
            size: *size,
            item: *item,
        }),
        Event::MembershipLost { unit, ground, evidence } => minutes.losses.push(Loss {
            when,
            unit: *unit,
            ground: ground.clone(),
            evidence: evidence.clone(),
        }),
        Event::Enacted { decision, change } => {
            minutes.enactments.push(Enactment { when, decision: *decision, change: change.clone() })
        }
        _ => {}
    }
}

fn presiding(seen: &Seen, chairing: &Chairing) -> Presiding {
    let right = seen.charter.presiders.iter().find(|p| p.id == chairing.basis);
    Presiding {
        when: seen.when,
        name: chairing.name.clone(),
        right: named(&chairing.basis, right.map(|r| &r.name)),
        basis: right.map(|r| r.basis.clone()),
        document: chairing.document.clone(),
        codes: seen.entry.fact.noticed.clone(),
    }
}

/// Corrections, with what they touch.
pub(super) fn corrections(minutes: &mut Minutes, seen: &Seen) {
    let when = seen.when;
    let none: Vec<Touched> = Vec::new();
    let nothing = String::new();
    let (what, why, touched) = match seen.event() {
        Event::AttendanceCorrected { unit, was, presence, since, why, touched } => {
            let what = Correction::Attendance {
                unit: *unit,
                was: was.clone(),
                presence: presence.clone(),
                since: on_clock(*since, &when),
            };
            (what, why, touched)
        }
        Event::CountCorrected { vote, was, count, confirmed_by, why, touched } => {
            let what = Correction::Count {
                vote: *vote,
                was: was.clone(),
                count: count.clone(),
                confirmed_by: confirmed_by.clone(),
            };
            (what, why, touched)
        }
        Event::TextCorrected { decision, old, new, leave } => {
            let what = Correction::Text { decision: *decision, old: old.clone(), new: new.clone() };
            (what, leave, &none)
        }
        Event::EnactmentCorrected { decision, wrong, right, why, touched } => {
            let what = Correction::Enactment { decision: *decision, wrong: *wrong, right: *right };
            (what, why, touched)
        }
        Event::AmendmentTakenBack(back) => {
            let TakenBack { decision, version, restored, touched } = back;
            let (decision, version, restored) = (*decision, *version, *restored);
            (Correction::Amendment { decision, version, restored }, &nothing, touched)
        }
        _ => return,
    };
    minutes.corrections.push(Corrected { when, what, why: why.clone(), touched: touched.clone() });
}

/// What was noticed with an entry, where anything was.
pub(super) fn remark(entry: &Entry, when: Moment, meeting: Option<&Meeting>) -> Option<Remark> {
    let fact = &entry.fact;
    if fact.noticed.is_empty() && fact.answered.is_none() {
        return None;
    }
    let opened = match fact.event {
        Event::VoteOpened { vote, .. } => Some(vote),
        _ => None,
    };
    Some(Remark {
        when,
        kind: fact.event.kind(),
        item: meeting.and_then(|m| m.item_in_hand()).map(|i| i.no),
        vote: opened.or_else(|| meeting.and_then(|m| m.vote_in_hand()).map(|v| v.no)),
        codes: fact.noticed.clone(),
        warnings: fact.answered.as_ref().map(|a| a.codes.clone()).unwrap_or_default(),
        reason: fact.answered.as_ref().map(|a| a.reason.clone()),
    })
}

/// What a reversal took back.
pub(super) fn reversal(
    entries: &[Entry],
    entry: &Entry,
    (from, to): (u64, u64),
    zone: FixedOffset,
) -> Reversal {
    let first = entries.iter().find(|e| e.seq == from);
    Reversal {
        when: moment(entry, zone),
        from,
        to,
        what: first.map(|e| e.fact.event.kind()).unwrap_or_default(),
        made: first.map(|e| e.entered.with_timezone(&zone)),
    }
}
