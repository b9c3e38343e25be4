//! The history of a unit: one reading of the log, for the screen and for the view of outsiders alike.

use super::{Changed, Role};
use crate::record::Stamp;
use crate::record::event::{Change, Entry, Event};
use chrono::NaiveDate;

/// Something that happened to a unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Past {
    /// Entry.
    pub seq: u64,
    /// When.
    pub happened: Stamp,
    /// What.
    pub what: What,
    /// The decision it rests on.
    pub decision: Option<u32>,
}

/// What happened.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// Stood on the register when the book was opened.
    Enrolled,
    /// Joined.
    Joined,
    /// Its entry was changed in one field.
    Amended { changed: Changed, why: String },
    /// Was warned.
    Warned,
    /// Was authorised.
    Authorised { scope: String, from: Option<NaiveDate>, to: Option<NaiveDate> },
    /// Left at its own wish.
    Withdrawn,
    /// Was expelled.
    Expelled,
    /// Lost its membership by the charter itself.
    Lost { ground: String },
    /// A change that a decision made was taken back; its name.
    Undone { change: &'static str },
    /// A decision was carried out on this unit by mistake, and is no longer.
    NotMeant,
    /// A decision that was carried out on another unit holds for this one.
    Meant,
    /// Sits in a body from now on.
    Seated { body: String },
    /// Sits there no more.
    Unseated { body: String },
    /// Somebody of the unit holds an office.
    Office { office: String, from: Option<NaiveDate>, to: Option<NaiveDate> },
    /// Somebody of the unit left an office.
    OfficeEnded { office: String, to: NaiveDate },
    /// A person's card was kept.
    PersonKept { person: u32, role: Role },
    /// A person's card was removed.
    PersonForgotten { person: u32, role: Role },
}

impl What {
    /// The name it has in the view.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Enrolled => "enrolled",
            Self::Joined => "joined",
            Self::Amended { .. } => "amended",
            Self::Warned => "warned",
            Self::Authorised { .. } => "authorised",
            Self::Withdrawn => "withdrawn",
            Self::Expelled => "expelled",
            Self::Lost { .. } => "lost",
            Self::Undone { .. } => "undone",
            Self::NotMeant => "not_meant",
            Self::Meant => "meant",
            Self::Seated { .. } => "seated",
            Self::Unseated { .. } => "unseated",
            Self::Office { .. } => "office",
            Self::OfficeEnded { .. } => "office_ended",
            Self::PersonKept { .. } => "person_kept",
            Self::PersonForgotten { .. } => "person_forgotten",
        }
    }
}

/// What happened to a unit, oldest first. Entries that were struck are left out.
pub fn of(entries: &[Entry], unit: u32) -> Vec<Past> {
    let strikes: Vec<(u64, u64)> = entries
        .iter()
        .filter_map(|e| match e.fact.event {
            Event::Struck { from, to, .. } => Some((from, to)),
            _ => None,
        })
        .collect();
    let mut reading = Reading { unit, past: Vec::new(), held: Vec::new() };
    for entry in entries {
        if !strikes.iter().any(|(from, to)| (*from..=*to).contains(&entry.seq)) {
            reading.read(entry);
        }
    }
    reading.past
}

/// The reading so far.
struct Reading<'a> {
    unit: u32,
    past: Vec<Past>,
    /// Offices by holder's name, with the holder's unit: what ends an office does not name it.
    held: Vec<(&'a str, &'a str, Option<u32>)>,
}

impl<'a> Reading<'a> {
    fn read(&mut self, entry: &'a Entry) {
        let unit = self.unit;
        let mut add = |what| self.past.push(past(entry, None, what));
        match &entry.fact.event {
            Event::Enrolled { units } if units.iter().any(|u| u.unit == unit) => {
                add(What::Enrolled);
            }
            Event::Seated { body, units } if units.contains(&unit) => {
                add(What::Seated { body: body.clone() });
            }
            Event::Filled { office, name, unit: of, from, to } => {
                if *of == Some(unit) {
                    add(What::Office { office: office.clone(), from: *from, to: *to });
                }
                self.held.push((office, name, *of));
            }
            Event::MembershipLost { unit: of, ground, .. } if *of == unit => {
                add(What::Lost { ground: ground.clone() });
            }
            Event::MemberAmended(amended) if amended.unit == unit => {
                for changed in &amended.changed {
                    let why = amended.why.clone();
                    add(What::Amended { changed: changed.clone(), why });
                }
            }
            Event::PersonKept(kept) if kept.unit == unit => {
                add(What::PersonKept { person: kept.person, role: kept.role });
            }
            Event::PersonForgotten(gone) if gone.unit == unit => {
                add(What::PersonForgotten { person: gone.person, role: gone.role });
            }
            Event::Enacted { decision, change } => self.enacted(entry, *decision, change),
            Event::EnactmentCorrected { decision, wrong, right, .. } => {
                let sides = [(*wrong, What::NotMeant), (*right, What::Meant)];
                for (_, what) in sides.into_iter().filter(|(of, _)| *of == unit) {
                    self.past.push(past(entry, Some(*decision), what));
                }
            }
            _ => {}
        }
    }

    fn enacted(&mut self, entry: &'a Entry, decision: u32, change: &'a Change) {
        let unit = self.unit;
        let mut add = |what| self.past.push(past(entry, Some(decision), what));
        match change {
            Change::Joined { enrolment } if enrolment.unit == unit => add(What::Joined),
            Change::Withdrawn { unit: of } if *of == unit => add(What::Withdrawn),
            Change::Expelled { unit: of } if *of == unit => add(What::Expelled),
            Change::Warned { unit: of } if *of == unit => add(What::Warned),
            Change::Authorised { unit: of, scope, from, to } if *of == unit => {
                add(What::Authorised { scope: scope.clone(), from: *from, to: *to });
            }
            Change::Appointed { office, name, unit: of, from, to } => {
                if *of == Some(unit) {
                    add(What::Office { office: office.clone(), from: *from, to: *to });
                }
                self.held.push((office, name, *of));
            }
            Change::Ended { office, name, to, .. } => {
                let held = |h: &&(&str, &str, Option<u32>)| h.0 == office && h.1 == name;
                let of = self.held.iter().rev().find(held).and_then(|h| h.2);
                if of == Some(unit) {
                    add(What::OfficeEnded { office: office.clone(), to: *to });
                }
            }
            Change::Seated { body, units, was, .. } => {
                let body = body.clone();
                if units.contains(&unit) {
                    add(What::Seated { body });
                } else if was.contains(&unit) {
                    add(What::Unseated { body });
                }
            }
            Change::Undone { of } => {
                let undone = match of.as_ref() {
                    Change::Joined { enrolment } => Some((enrolment.unit, "joined")),
                    Change::Withdrawn { unit } => Some((*unit, "withdrawn")),
                    Change::Expelled { unit } => Some((*unit, "expelled")),
                    Change::Warned { unit } => Some((*unit, "warned")),
                    Change::Authorised { unit, .. } => Some((*unit, "authorised")),
                    Change::Appointed { unit: Some(unit), .. } => Some((*unit, "appointed")),
                    _ => None,
                };
                if let Some((_, change)) = undone.filter(|(of, _)| *of == unit) {
                    add(What::Undone { change });
                }
            }
            _ => {}
        }
    }
}

fn past(entry: &Entry, decision: Option<u32>, what: What) -> Past {
    Past { seq: entry.seq, happened: entry.happened, what, decision }
}
