//! The door, from the log to the minutes: heads, names by state, comings and goings.

use super::compile::{Seen, Track, named};
use super::people::{Attendee, Heads, Move, Moved, Observer, Quorum};
use super::types::{Minutes, Pause};
use crate::charter::Charter;
use crate::record::Stamp;
use crate::record::event::{Event, Presence};
use crate::record::state::{Attendance, Meeting, Phase};
use std::collections::BTreeSet;

pub(super) fn step(minutes: &mut Minutes, seen: &Seen, track: &mut Track) {
    let when = seen.when;
    match seen.event() {
        Event::AttendanceRecorded { unit, presence } => {
            about_the_opening(minutes, track, (*unit, presence), seen.entry.happened);
            if seen.meeting.phase != Phase::Preparing {
                came_or_went(minutes, seen, track, *unit, presence);
            }
        }
        Event::AttendanceCorrected { unit, presence, since, .. } => {
            about_the_opening(minutes, track, (*unit, presence), *since)
        }
        Event::ObserverNoted { name, observer } => {
            let known = |id: &String| {
                let known = seen.charter.observers.iter().find(|o| o.id == *id);
                named(id, known.map(|o| &o.name))
            };
            minutes.attendance.observers.push(Observer {
                when,
                name: name.clone(),
                observer: observer.as_ref().map(known),
            });
        }
        Event::CalledToOrder { roll, .. } => {
            track.opening = Some((seen.meeting.clone(), roll.clone()));
            track.opening_corrected = Some(seen.meeting.clone());
        }
        Event::BreakBegun {} => minutes.breaks.push(Pause {
            begun: when,
            resumed: None,
            not_confirmed: Vec::new(),
            present: None,
        }),
        Event::Resumed { present } => resumed(minutes, seen, present),
        _ => {}
    }
}

/// What is entered later about the moment of the opening changes what stood then.
fn about_the_opening(
    minutes: &Minutes,
    track: &mut Track,
    (unit, presence): (u32, &Presence),
    since: Stamp,
) {
    let opened = minutes.opened.map(|o| o.at);
    if let Some(meeting) = track.opening_corrected.as_mut()
        && opened.is_some_and(|opened| since <= opened)
    {
        record(meeting, unit, presence, since);
    }
}

fn record(meeting: &mut Meeting, unit: u32, presence: &Presence, since: Stamp) {
    let presence = presence.clone();
    meeting.attendance.insert(unit, Attendance { presence, since });
}

fn came_or_went(minutes: &mut Minutes, seen: &Seen, track: &Track, unit: u32, presence: &Presence) {
    let mut after = seen.meeting.clone();
    record(&mut after, unit, presence, seen.entry.happened);
    let moved = match (seen.meeting.is_present(unit), after.is_present(unit)) {
        (false, true) if track.been_there.contains(&unit) => Moved::Returned,
        (false, true) => Moved::Arrived,
        (true, false) => Moved::Left,
        _ => Moved::Changed,
    };
    push(minutes, seen, &after, (unit, moved, Some(presence.clone())));
}

fn push(
    minutes: &mut Minutes,
    seen: &Seen,
    after: &Meeting,
    (unit, moved, presence): (u32, Moved, Option<Presence>),
) {
    let roll = seen.then.roll_of(&seen.meeting.body);
    let present = after.present(&roll).len();
    minutes.attendance.moves.push(Move {
        when: seen.when,
        unit,
        moved,
        presence,
        item: seen.meeting.item_in_hand().map(|i| i.no),
        vote: seen.meeting.vote_in_hand().map(|v| v.no),
        present: u32::try_from(present).unwrap_or(u32::MAX),
    });
}

fn resumed(minutes: &mut Minutes, seen: &Seen, confirmed: &[u32]) {
    let mut after = seen.meeting.clone();
    let stays =
        |unit: &u32, a: &mut Attendance| !a.presence.is_present() || confirmed.contains(unit);
    after.attendance.retain(stays);
    let there = seen.meeting.attendance.keys().copied();
    let gone: Vec<u32> =
        there.filter(|u| seen.meeting.is_present(*u) && !after.is_present(*u)).collect();
    for unit in &gone {
        push(minutes, seen, &after, (*unit, Moved::NotConfirmed, None));
    }
    let roll = seen.then.roll_of(&seen.meeting.body);
    let present = u32::try_from(after.present(&roll).len()).unwrap_or(u32::MAX);
    if let Some(pause) = minutes.breaks.last_mut() {
        pause.resumed = Some(seen.when);
        pause.not_confirmed = gone;
        pause.present = Some(present);
    }
}

/// Heads and the list of names, when the whole log is read.
pub(super) fn finish(minutes: &mut Minutes, last: &Meeting, charter: &Charter, track: &Track) {
    let attendance = &mut minutes.attendance;
    attendance.latest = last.headcount(&track.roll).into();
    let opening = track.opening.as_ref();
    if let (Some((meeting, roll)), Some(corrected)) = (opening, &track.opening_corrected) {
        let heads = Heads::from(meeting.headcount(roll));
        let then = Heads::from(corrected.headcount(roll));
        attendance.at_opening = Some(heads);
        attendance.at_opening_corrected = (then != heads).then_some(then);
    }
    let heads = attendance.at_opening.unwrap_or(attendance.latest);
    let quorum = charter.body(&last.body).and_then(|b| b.quorum.as_ref());
    attendance.quorum = quorum.map(|q| Quorum {
        needed: q.needed(heads.roll, last.second_call.is_some()),
        met: q.met(heads.present, heads.roll, last.second_call.is_some()),
        basis: q.basis.clone(),
    });
    let at_opening = opening.map_or(&[][..], |(_, roll)| roll);
    let everyone: BTreeSet<u32> = at_opening.iter().chain(&track.roll).copied().collect();
    for unit in everyone {
        let presence = |m: &Meeting| m.attendance.get(&unit).map(|a| a.presence.clone());
        attendance.units.push(Attendee {
            unit,
            at_opening: opening.and_then(|(meeting, _)| presence(meeting)),
            latest: presence(last),
            present: last.is_present(unit),
            on_roll: track.roll.contains(&unit),
            joined_since: opening.is_some() && !at_opening.contains(&unit),
        });
    }
}
