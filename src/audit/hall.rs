//! Who was there: the list of attendance walked through entry by entry, up to the moment of a vote.

use super::{Code, Fault, Line, Subject, Sum, units};
use crate::minutes::Minutes;
use crate::minutes::agenda::Item;
use crate::minutes::people::{Attendee, Heads};
use crate::minutes::records::Correction;
use crate::record::event::{Change, Presence};
use std::collections::{BTreeMap, BTreeSet};

/// The hall at a moment.
type Door = BTreeMap<u32, Presence>;

/// Something that changed who was there.
enum Step<'m> {
    /// A unit is there in this way, or gone from the list.
    Is(u32, Option<&'m Presence>),
    /// A break is over.
    Resumed,
}

/// The line about the meeting itself: heads and list agree.
pub(super) fn line(minutes: &Minutes) -> Line {
    let mut faults = Vec::new();
    let list = &minutes.attendance;
    if let Some(heads) = list.at_opening {
        let roll: Vec<&Attendee> = list.units.iter().filter(|u| !u.joined_since).collect();
        let door: Door = opening(minutes);
        let found = headcount(&door, &roll);
        compare(Code::Heads, heads, found, &mut faults);
    }
    let roll: Vec<&Attendee> = list.units.iter().filter(|u| u.on_roll).collect();
    let door = list.units.iter().filter_map(|u| Some((u.unit, u.latest.clone()?))).collect();
    compare(Code::HeadsLatest, list.latest, headcount(&door, &roll), &mut faults);
    Line { what: Subject::Meeting, decision: None, sum: Sum::None, faults }
}

fn compare(code: Code, recorded: Heads, found: Heads, faults: &mut Vec<Fault>) {
    let said = |h: Heads| format!("{} / {}", h.present, h.roll);
    if recorded != found {
        faults.push(Fault::new(code, said(recorded), said(found)));
    }
}

fn headcount(door: &Door, roll: &[&Attendee]) -> Heads {
    let mut heads = Heads { roll: super::count(roll), ..Heads::default() };
    for unit in roll {
        let presence = door.get(&unit.unit);
        if is_there(door, unit.unit) {
            heads.present += 1;
            match presence {
                Some(Presence::Delegate { .. }) => heads.delegates += 1,
                Some(Presence::Proxy { .. }) => heads.proxies += 1,
                Some(Presence::Online { .. }) => heads.online += 1,
                _ => heads.in_person += 1,
            }
        } else if matches!(presence, Some(Presence::Excused { .. })) {
            heads.excused += 1;
        } else {
            heads.absent += 1;
        }
    }
    heads
}

fn is_there(door: &Door, unit: u32) -> bool {
    match door.get(&unit) {
        // Whoever holds it must be there himself.
        Some(Presence::Proxy { holder, .. }) => {
            door.get(holder).is_some_and(|h| h.is_present() && !matches!(h, Presence::Proxy { .. }))
        }
        Some(presence) => presence.is_present(),
        None => false,
    }
}

fn opening(minutes: &Minutes) -> Door {
    let units = minutes.attendance.units.iter();
    units.filter_map(|u| Some((u.unit, u.at_opening.clone()?))).collect()
}

/// The hall before an entry.
fn before(minutes: &Minutes, entry: u64) -> Door {
    let opened = minutes.opened.map_or(0, |o| o.entry);
    let mut steps: Vec<(u64, Step)> = Vec::new();
    for moved in &minutes.attendance.moves {
        steps.push((moved.when.entry, Step::Is(moved.unit, moved.presence.as_ref())));
    }
    for correction in &minutes.corrections {
        if let Correction::Attendance { unit, presence, .. } = &correction.what {
            steps.push((correction.when.entry, Step::Is(*unit, Some(presence))));
        }
    }
    for resumed in minutes.breaks.iter().filter_map(|b| b.resumed) {
        steps.push((resumed.entry, Step::Resumed));
    }
    steps.retain(|(at, _)| *at > opened && *at < entry);
    // Those not confirmed after a break have the entry of its end, and go first.
    steps.sort_by_key(|(at, step)| (*at, matches!(step, Step::Resumed)));
    let mut door = opening(minutes);
    for (_, step) in steps {
        match step {
            Step::Is(unit, Some(presence)) => drop(door.insert(unit, presence.clone())),
            Step::Is(unit, None) => drop(door.remove(&unit)),
            Step::Resumed => {
                // A letter whose holder was not there was not confirmed with him.
                let there: BTreeSet<u32> =
                    door.keys().copied().filter(|u| is_there(&door, *u)).collect();
                door.retain(|unit, p| !p.is_present() || there.contains(unit));
            }
        }
    }
    door
}

/// What was frozen when a vote was opened or papers were handed out.
pub(super) struct Frozen<'a> {
    pub entry: u64,
    pub roll: &'a [u32],
    pub voters: &'a [u32],
    pub proxies: &'a [u32],
    pub recused: &'a [u32],
    /// Whether those represented by another vote.
    pub with_proxies: bool,
}

/// Whether roll, voters and recused are those of the list and the item.
pub(super) fn check(minutes: &Minutes, item: &Item, frozen: &Frozen, faults: &mut Vec<Fault>) {
    roll(minutes, frozen.roll, faults);
    let on_roll: BTreeSet<u32> = frozen.roll.iter().copied().collect();
    let recused: BTreeSet<u32> = item
        .recused
        .iter()
        .filter(|r| r.when.entry < frozen.entry && on_roll.contains(&r.unit))
        .map(|r| r.unit)
        .collect();
    same(Code::Recused, frozen.recused, &recused, faults);
    let door = before(minutes, frozen.entry);
    let proxy = |unit: &u32| matches!(door.get(unit), Some(Presence::Proxy { .. }));
    let mut voters: BTreeSet<u32> =
        on_roll.iter().copied().filter(|u| is_there(&door, *u) && !recused.contains(u)).collect();
    if !frozen.with_proxies {
        voters.retain(|u| !proxy(u));
    }
    same(Code::Voters, frozen.voters, &voters, faults);
    let proxies: BTreeSet<u32> = voters.iter().copied().filter(proxy).collect();
    same(Code::Proxies, frozen.proxies, &proxies, faults);
}

fn same(code: Code, recorded: &[u32], found: &BTreeSet<u32>, faults: &mut Vec<Fault>) {
    if !recorded.iter().eq(found) {
        faults.push(Fault::new(code, units(recorded), units(found)));
    }
}

/// A unit that was on the roll at the opening and in the end was on it in between, unless a decision or
/// a loss of the meeting says otherwise; and nobody else was.
fn roll(minutes: &Minutes, recorded: &[u32], faults: &mut Vec<Fault>) {
    let mut moved: BTreeSet<u32> = minutes.losses.iter().map(|l| l.unit).collect();
    for enactment in &minutes.enactments {
        concerned(&enactment.change, &mut moved);
    }
    for correction in &minutes.corrections {
        if let Correction::Enactment { wrong, right, .. } = correction.what {
            moved.extend([wrong, right]);
        }
    }
    let list = &minutes.attendance.units;
    let on: BTreeSet<u32> = recorded.iter().copied().collect();
    let always = |u: &&Attendee| u.on_roll && !u.joined_since && !moved.contains(&u.unit);
    let missing = list.iter().filter(always).any(|u| !on.contains(&u.unit));
    let known: BTreeSet<u32> = list.iter().map(|u| u.unit).collect();
    let surplus = on.iter().any(|u| !known.contains(u) && !moved.contains(u));
    if missing || surplus || on.len() != recorded.len() {
        let found = list.iter().filter(|u| u.on_roll || on.contains(&u.unit)).map(|u| &u.unit);
        faults.push(Fault::new(Code::Roll, units(recorded), units(found)));
    }
}

fn concerned(change: &Change, moved: &mut BTreeSet<u32>) {
    match change {
        Change::Joined { enrolment } => drop(moved.insert(enrolment.unit)),
        Change::Withdrawn { unit } | Change::Expelled { unit } => drop(moved.insert(*unit)),
        Change::Seated { units, was, .. } => moved.extend(units.iter().chain(was)),
        Change::Undone { of } => concerned(of, moved),
        _ => {}
    }
}
