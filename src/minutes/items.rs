//! Items and motions, from the log to the minutes.

use super::agenda::{DraftMoved, Ended, Filed, Item, Motion, MotionState, Recusal, Rewording};
use super::compile::{Seen, matter, named, task};
use super::types::{Minutes, Note};
use crate::record::amend;
use crate::record::event::{Event, ItemEnd};
use crate::record::state::{self, Meeting};

pub(super) fn step(minutes: &mut Minutes, seen: &Seen) {
    agenda(minutes, seen);
    motions(minutes, seen);
    notes(minutes, seen);
}

fn agenda(minutes: &mut Minutes, seen: &Seen) {
    let when = seen.when;
    match seen.event() {
        Event::ItemAdded { item, new, on_notice } => minutes.items.push(Item {
            no: *item,
            title: new.title.clone(),
            matter: new.matter.as_deref().map(|id| matter(seen.charter, id)),
            tasks: new.tasks.iter().map(|id| task(seen.charter, id)).collect(),
            on_notice: *on_notice,
            added: when,
            taken_up: Vec::new(),
            ends: Vec::new(),
            filed: Vec::new(),
            recused: Vec::new(),
            wording: None,
            notes: Vec::new(),
            motions: Vec::new(),
            election: None,
        }),
        Event::ItemOpened { item } => with(minutes, *item, |i| i.taken_up.push(when)),
        Event::ItemEnded { item, end } => {
            let body = match end {
                ItemEnd::Referred { body, .. } => {
                    Some(named(body, seen.charter.body(body).map(|b| &b.name)))
                }
                _ => None,
            };
            let end = end.clone();
            with(minutes, *item, |i| i.ends.push(Ended { when, end, body }));
        }
        Event::Filed { item, precondition, note, document } => {
            let name = seen.charter.precondition(precondition).map(|p| &p.name);
            let filed = Filed {
                when,
                precondition: named(precondition, name),
                note: note.clone(),
                document: *document,
            };
            with(minutes, *item, |i| i.filed.push(filed));
        }
        Event::Recused { unit, item, why } => {
            let recusal = Recusal { when, unit: *unit, why: why.clone() };
            with(minutes, *item, |i| i.recused.push(recusal));
        }
        _ => {}
    }
}

fn motions(minutes: &mut Minutes, seen: &Seen) {
    let when = seen.when;
    match seen.event() {
        Event::Moved {
            motion,
            item,
            matter: id,
            text,
            mover,
            seconder,
            subjects,
            effective,
            ..
        } => {
            let motion = Motion {
                no: *motion,
                when,
                matter: matter(seen.charter, id),
                amends: None,
                becomes: None,
                proposed: text.clone(),
                text: text.clone(),
                rewordings: Vec::new(),
                mover: mover.clone(),
                seconder: seconder.clone(),
                subjects: subjects.clone(),
                by_subject: Vec::new(),
                effective: *effective,
                state: MotionState::Pending,
                withdrawn: None,
                draft: None,
                votes: Vec::new(),
            };
            with(minutes, *item, |i| i.motions.push(motion));
        }
        Event::DraftPut(put) => {
            let draft = amend::draft(seen.then, put.draft);
            let moved = put.motion.and_then(|no| motion_mut(minutes, no));
            if let (Some(draft), Some(motion)) = (draft, moved) {
                motion.draft = Some(DraftMoved {
                    no: draft.no,
                    sha256: draft.sha256.clone(),
                    comparison: (*draft.comparison).clone(),
                });
            }
        }
        Event::AmendmentMoved { motion, to, text, becomes, mover, .. } => {
            let Some(main) = seen.meeting.motion(*to) else {
                return;
            };
            let amendment = Motion {
                no: *motion,
                when,
                matter: matter(seen.charter, &main.matter),
                amends: Some(*to),
                becomes: Some(becomes.clone()),
                proposed: text.clone(),
                text: text.clone(),
                rewordings: Vec::new(),
                mover: mover.clone(),
                seconder: String::new(),
                subjects: Vec::new(),
                by_subject: Vec::new(),
                effective: main.effective,
                state: MotionState::Pending,
                withdrawn: None,
                draft: None,
                votes: Vec::new(),
            };
            with(minutes, main.item, |i| i.motions.push(amendment));
        }
        Event::Reworded { motion, text } => {
            let text = text.clone();
            if let Some(motion) = motion_mut(minutes, *motion) {
                motion.rewordings.push(Rewording { when, text });
            }
        }
        Event::MotionWithdrawn { motion } => {
            // Amendments that still wait fall with the motion they would change.
            for one in &seen.meeting.motions {
                let falls = one.amends.as_ref().is_some_and(|(main, _)| main == motion)
                    && one.state == state::MotionState::Pending;
                if (one.no == *motion || falls)
                    && let Some(gone) = motion_mut(minutes, one.no)
                {
                    gone.withdrawn = Some(when);
                }
            }
        }
        _ => {}
    }
}

fn notes(minutes: &mut Minutes, seen: &Seen) {
    match seen.event() {
        Event::NoteTaken { note, item, note_kind, who, text, private } => {
            let note = Note {
                no: *note,
                when: seen.when,
                kind: *note_kind,
                who: who.clone(),
                text: text.clone(),
                earlier: Vec::new(),
                private: *private,
            };
            match item {
                Some(item) => with(minutes, *item, |i| i.notes.push(note)),
                None => minutes.notes.push(note),
            }
        }
        Event::NoteEdited { note, text } => {
            let of_items = minutes.items.iter_mut().flat_map(|i| &mut i.notes);
            let mut all = of_items.chain(&mut minutes.notes);
            if let Some(note) = all.find(|n| n.no == *note) {
                let old = std::mem::replace(&mut note.text, text.clone());
                note.earlier.push(old);
            }
        }
        _ => {}
    }
}

/// What only the end tells: the order, and where each motion stands.
pub(super) fn finish(minutes: &mut Minutes, last: &Meeting) {
    minutes.agenda = last.items.iter().map(|i| i.no).collect();
    let place = |no: u32| minutes.agenda.iter().position(|n| *n == no);
    let order = |item: &Item| {
        let first = item.taken_up.first().map(|when| when.entry);
        (first.unwrap_or(u64::MAX), place(item.no))
    };
    minutes.items.sort_by_key(order);
    for motion in minutes.items.iter_mut().flat_map(|i| &mut i.motions) {
        let Some(known) = last.motion(motion.no) else {
            continue;
        };
        motion.text.clone_from(&known.text);
        motion.by_subject.clone_from(&known.by_subject);
        motion.state = match known.state {
            state::MotionState::Pending => MotionState::Pending,
            state::MotionState::Withdrawn => MotionState::Withdrawn,
            state::MotionState::Carried => MotionState::Carried,
            state::MotionState::Lost => MotionState::Lost,
        };
    }
}

fn with(minutes: &mut Minutes, item: u32, change: impl FnOnce(&mut Item)) {
    if let Some(item) = minutes.items.iter_mut().find(|i| i.no == item) {
        change(item);
    }
}

/// The motion with this number.
pub(super) fn motion_mut(minutes: &mut Minutes, no: u32) -> Option<&mut Motion> {
    let mut motions = minutes.items.iter_mut().flat_map(|i| &mut i.motions);
    motions.find(|m| m.no == no)
}
