//! Facts of a meeting into its state: convening, door, agenda, motions, notes.

use super::super::event::{Entry, Event, ItemEnd};
use super::super::officers::is_renewed;
use super::super::state::{
    Attendance, Book, Correction, Filed, Item, ItemState, Meeting, Motion, MotionState, Note,
    Phase, Standing,
};
use super::votes;
use std::collections::BTreeMap;

/// Makes the meeting.
pub fn convene(book: &mut Book, no: u32, entry: &Entry) {
    let Event::Convened {
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
    } = &entry.fact.event
    else {
        return;
    };
    let renewed = is_renewed(book, body);
    let running = book.standings.get(body).filter(|s| s.term == *term || renewed);
    let begun = running.and_then(|s| s.term_begun);
    let standing = Standing { term: *term, number: *number, term_begun: begun };
    book.standings.insert(body.clone(), standing);
    book.meetings.push(Meeting {
        no,
        body: body.clone(),
        by: by.clone(),
        special: *special,
        signed: signed.clone(),
        date: *date,
        place: place.clone(),
        notice: *notice,
        term: *term,
        number: *number,
        time_zone: time_zone.clone(),
        second_call: *second_call,
        phase: Phase::Preparing,
        chairing: None,
        recorder: String::new(),
        attendance: BTreeMap::new(),
        observers: Vec::new(),
        roll_at_opening: Vec::new(),
        items: Vec::new(),
        motions: Vec::new(),
        votes: Vec::new(),
        elections: Vec::new(),
        notes: Vec::new(),
        opened: None,
        closed: None,
        break_since: None,
    });
}

/// Applies a fact to the meeting it names.
pub fn apply(book: &mut Book, no: u32, entry: &Entry) {
    votes::apply(book, no, entry);
    if let Event::AttendanceCorrected { touched, .. } | Event::CountCorrected { touched, .. } =
        &entry.fact.event
    {
        let touched = touched.clone();
        book.corrections.push(Correction { seq: entry.seq, meeting: Some(no), touched });
    }
    let Some(meeting) = book.meetings.iter_mut().find(|m| m.no == no) else {
        return;
    };
    // A later term begins with its first meeting where nothing else has begun it.
    let first_of_term = meeting.number == 1 && meeting.term > 1;
    if first_of_term && matches!(entry.fact.event, Event::CalledToOrder { .. }) {
        let standing = book.standings.get_mut(&meeting.body).filter(|s| s.term == meeting.term);
        if let Some(standing) = standing {
            standing.term_begun = standing.term_begun.or(Some(meeting.date));
        }
    }
    door(meeting, entry);
    session(meeting, entry);
    agenda(meeting, entry);
    motions(meeting, entry);
    notes(meeting, entry);
}

fn door(meeting: &mut Meeting, entry: &Entry) {
    match &entry.fact.event {
        Event::AttendanceRecorded { unit, presence } => {
            let since = entry.happened;
            meeting.attendance.insert(*unit, Attendance { presence: presence.clone(), since });
        }
        Event::AttendanceCorrected { unit, presence, since, .. } => {
            meeting
                .attendance
                .insert(*unit, Attendance { presence: presence.clone(), since: *since });
        }
        Event::ObserverNoted { name, observer } => {
            meeting.observers.push((name.clone(), observer.clone()));
        }
        Event::Recused { unit, item, why } => {
            if let Some(item) = item_mut(meeting, *item) {
                item.recused.insert(*unit, why.clone());
            }
        }
        _ => {}
    }
}

fn session(meeting: &mut Meeting, entry: &Entry) {
    match &entry.fact.event {
        Event::CalledToOrder { chairing, recorder, roll } => {
            meeting.phase = Phase::Open;
            meeting.opened = Some(entry.happened);
            meeting.chairing = Some(chairing.clone());
            meeting.recorder.clone_from(recorder);
            meeting.roll_at_opening.clone_from(roll);
        }
        Event::PresiderChanged { chairing } => meeting.chairing = Some(chairing.clone()),
        Event::RecorderChanged { recorder, .. } => meeting.recorder.clone_from(recorder),
        Event::BreakBegun {} => {
            meeting.phase = Phase::Break;
            meeting.break_since = Some(entry.happened);
        }
        Event::Resumed { present } => {
            meeting.phase = Phase::Open;
            meeting.break_since = None;
            // Those who were there and are not confirmed have to come to the door again.
            meeting.attendance.retain(|unit, a| !a.presence.is_present() || present.contains(unit));
        }
        Event::MeetingClosed {} => {
            meeting.phase = Phase::Closed;
            meeting.closed = Some(entry.happened);
        }
        _ => {}
    }
}

fn agenda(meeting: &mut Meeting, entry: &Entry) {
    match &entry.fact.event {
        Event::ItemAdded { item, new, on_notice } => {
            let place = place_before(meeting, new.before);
            let item = Item {
                no: *item,
                new: new.clone(),
                on_notice: *on_notice,
                filed: Vec::new(),
                state: ItemState::Pending,
                opened: None,
                ended: None,
                recused: BTreeMap::new(),
            };
            meeting.items.insert(place, item);
        }
        Event::ItemMoved { item, before } => {
            if let Some(at) = meeting.items.iter().position(|i| i.no == *item) {
                let item = meeting.items.remove(at);
                let place = place_before(meeting, *before);
                meeting.items.insert(place, item);
            }
        }
        Event::Filed { item, precondition, note, document } => {
            if let Some(item) = item_mut(meeting, *item) {
                item.filed.push(Filed {
                    precondition: precondition.clone(),
                    note: note.clone(),
                    document: *document,
                });
            }
        }
        Event::ItemOpened { item } => {
            if let Some(item) = item_mut(meeting, *item) {
                item.state = ItemState::Open;
                item.opened = item.opened.or(Some(entry.happened));
            }
        }
        Event::ItemEnded { item, end } => {
            if let Some(item) = item_mut(meeting, *item) {
                item.state = match end {
                    // Put off within the meeting: it waits to be taken up again.
                    ItemEnd::Postponed { .. } => ItemState::Pending,
                    _ => ItemState::Ended(end.clone()),
                };
                item.ended = Some(entry.happened);
            }
        }
        _ => {}
    }
}

fn motions(meeting: &mut Meeting, entry: &Entry) {
    match &entry.fact.event {
        Event::Moved {
            motion,
            item,
            matter,
            rule,
            text,
            mover,
            seconder,
            subjects,
            effective,
            adopts,
        } => {
            meeting.motions.push(Motion {
                no: *motion,
                item: *item,
                matter: matter.clone(),
                rule: rule.clone(),
                proposed: text.clone(),
                text: text.clone(),
                texts: vec![(None, text.clone())],
                mover: mover.clone(),
                seconder: seconder.clone(),
                by_subject: vec![None; subjects.len()],
                subjects: subjects.clone(),
                effective: *effective,
                amends: None,
                state: MotionState::Pending,
                adopts: *adopts,
            });
        }
        Event::AmendmentMoved { motion, to, rule, text, becomes, mover } => {
            let Some(main) = meeting.motion(*to) else {
                return;
            };
            let amendment = Motion {
                no: *motion,
                item: main.item,
                matter: main.matter.clone(),
                rule: rule.clone(),
                proposed: text.clone(),
                text: text.clone(),
                texts: vec![(None, text.clone())],
                mover: mover.clone(),
                seconder: String::new(),
                by_subject: Vec::new(),
                subjects: Vec::new(),
                effective: main.effective,
                amends: Some((*to, becomes.clone())),
                state: MotionState::Pending,
                adopts: None,
            };
            meeting.motions.push(amendment);
        }
        Event::Reworded { motion, text } => {
            if let Some(motion) = motion_mut(meeting, *motion) {
                motion.texts.push((None, text.clone()));
                motion.text.clone_from(text);
            }
        }
        Event::MotionWithdrawn { motion } => {
            let no = *motion;
            for motion in &mut meeting.motions {
                let falls = motion.amends.as_ref().is_some_and(|(main, _)| *main == no)
                    && motion.state == MotionState::Pending;
                if motion.no == no || falls {
                    motion.state = MotionState::Withdrawn;
                }
            }
        }
        _ => {}
    }
}

fn notes(meeting: &mut Meeting, entry: &Entry) {
    match &entry.fact.event {
        Event::NoteTaken { note, item, note_kind, who, text, private } => {
            meeting.notes.push(Note {
                no: *note,
                item: *item,
                kind: *note_kind,
                who: who.clone(),
                texts: vec![text.clone()],
                private: *private,
                at: entry.happened,
            })
        }
        Event::NoteEdited { note, text } => {
            if let Some(note) = meeting.notes.iter_mut().find(|n| n.no == *note) {
                note.texts.push(text.clone());
            }
        }
        _ => {}
    }
}

fn place_before(meeting: &Meeting, before: Option<u32>) -> usize {
    before
        .and_then(|no| meeting.items.iter().position(|i| i.no == no))
        .unwrap_or(meeting.items.len())
}

fn item_mut(meeting: &mut Meeting, no: u32) -> Option<&mut Item> {
    meeting.items.iter_mut().find(|i| i.no == no)
}

/// The motion with this number.
pub fn motion_mut(meeting: &mut Meeting, no: u32) -> Option<&mut Motion> {
    meeting.motions.iter_mut().find(|m| m.no == no)
}
