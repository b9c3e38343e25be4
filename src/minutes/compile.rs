//! From the log to the minutes: the entries that stand, in order, each seen as the book stood then.

use super::agenda::{Decision, MatterNamed};
use super::begin::begin;
use super::charters::{self, CharterText};
use super::records::TouchedElsewhere;
use super::session::{corrections, remark, reversal, session};
use super::types::{CharterUsed, HeadLine, Minutes, Moment, Named, State, Unit};
use super::{ballots, defaults, door, follow, issue, items, notice, votes};
use crate::charter::{Charter, Name};
use crate::record::event::{Entry, Event, Touched};
use crate::record::issue::is_of_paper;
use crate::record::state::{Meeting, Phase};
use crate::record::{Book, Stamp, apply, replay};
use chrono::{FixedOffset, Offset};
use std::sync::Arc;

/// What an entry is seen with.
pub(super) struct Seen<'a> {
    /// The book before the entry.
    pub then: &'a Book,
    /// The meeting before the entry.
    pub meeting: &'a Meeting,
    /// The charter in use then.
    pub charter: &'a Charter,
    /// The entry.
    pub entry: &'a Entry,
    /// Its time and place.
    pub when: Moment,
}

impl Seen<'_> {
    /// The event.
    pub fn event(&self) -> &Event {
        &self.entry.fact.event
    }
}

/// The minutes of a meeting of this log; `None` where the log has no such meeting.
///
/// `book` is what `entries` mean, `head` the number and the seal of the last of them. A meeting that
/// is not closed gives a preview.
pub fn compile(
    book: &Book,
    entries: &[Entry],
    meeting: u32,
    head: (u64, String),
) -> Option<Minutes> {
    let last = book.meeting(meeting)?;
    let zone = zone(last);
    let mut then = replay(std::iter::empty::<&Entry>());
    let mut draft: Option<Minutes> = None;
    let mut track = Track::default();
    let struck = Struck::of(entries);
    for entry in entries {
        if let Event::Struck { from, to, .. } = entry.fact.event {
            if let Some(minutes) = draft.as_mut().filter(|_| entry.fact.meeting == Some(meeting)) {
                minutes.reversals.push(reversal(entries, entry, (from, to), zone));
            }
            continue;
        }
        if struck.contains(entry.seq) {
            continue;
        }
        // What is done with the paper is not what happened at the meeting.
        let own = entry.fact.meeting == Some(meeting) && !is_of_paper(&entry.fact.event);
        let mut said = false;
        if own {
            let when = moment(entry, zone);
            let charter = then.charter.clone()?;
            match then.meeting(meeting) {
                Some(known) => {
                    let seen = Seen { then: &then, meeting: known, charter: &charter, entry, when };
                    said = issue::step(draft.as_mut()?, &seen);
                    if !said {
                        step(draft.as_mut()?, &seen, &mut track);
                    }
                }
                None => {
                    charters::watch(&mut track.charters, &then);
                    draft = begin(&then, &charter, entry, when);
                }
            }
        }
        apply(&mut then, entry);
        if own && !said {
            track.after(&then, last);
        }
    }
    let mut minutes = draft?;
    finish(&mut minutes, book, last, &track)?;
    minutes.head = HeadLine { entry: head.0, sha256: head.1 };
    Some(minutes)
}

/// What the walk remembers between entries.
#[derive(Default)]
pub(super) struct Track {
    /// The meeting at its call to order, and the roll then.
    pub opening: Option<(Meeting, Vec<u32>)>,
    /// The same meeting with what was entered or corrected about that moment since.
    pub opening_corrected: Option<Meeting>,
    /// Units that were present at some time.
    pub been_there: std::collections::BTreeSet<u32>,
    /// The roll of the body at the last entry before the end.
    pub roll: Vec<u32>,
    /// The charter at the last entry before the end.
    charter: Option<Arc<Charter>>,
    /// Its text's digest, and the readings adopted.
    used: Option<CharterUsed>,
    /// All charters in use so far.
    charters: Vec<CharterText>,
    /// The register at the last entry.
    units: Vec<Unit>,
    closed: bool,
}

impl Track {
    /// Looks at the book behind an entry of the meeting.
    fn after(&mut self, book: &Book, last: &Meeting) {
        self.units.clear();
        for (no, member) in &book.members {
            self.units.push(Unit { unit: *no, name: member.entry.name.clone() });
        }
        let Some(meeting) = book.meeting(last.no) else {
            return;
        };
        for unit in meeting.attendance.keys().filter(|u| meeting.is_present(**u)) {
            self.been_there.insert(*unit);
        }
        if self.closed {
            return;
        }
        self.closed = meeting.phase == Phase::Closed;
        self.roll = book.roll_of(&last.body);
        self.charter.clone_from(&book.charter);
        self.used = used(book);
        charters::watch(&mut self.charters, book);
    }
}

/// The charter in use, for the record.
pub(super) fn used(book: &Book) -> Option<CharterUsed> {
    let charter = book.charter.as_deref()?;
    let version = book.versions.last()?;
    Some(CharterUsed {
        id: charter.identity.id.clone(),
        version: version.version,
        sha256: version.sha256.clone(),
        in_force: charter.identity.in_force.clone(),
        adopted: book.readings.iter().map(|r| (r.question.clone(), r.option.clone())).collect(),
    })
}

/// The entries that later ones take back.
struct Struck(Vec<(u64, u64)>);

impl Struck {
    fn of(entries: &[Entry]) -> Self {
        let mut spans = Vec::new();
        for entry in entries {
            if let Event::Struck { from, to, .. } = entry.fact.event {
                spans.push((from, to));
            }
        }
        Self(spans)
    }

    fn contains(&self, seq: u64) -> bool {
        self.0.iter().any(|(from, to)| (*from..=*to).contains(&seq))
    }
}

fn zone(meeting: &Meeting) -> FixedOffset {
    let own = meeting.time_zone.parse();
    own.unwrap_or_else(|_| chrono::Utc.fix())
}

/// The time of an entry on the meeting's clock.
pub(super) fn moment(entry: &Entry, zone: FixedOffset) -> Moment {
    Moment {
        entry: entry.seq,
        at: entry.happened.with_timezone(&zone),
        entered: entry.is_late().then(|| entry.entered.with_timezone(&zone)),
    }
}

/// A time on the clock of an entry already placed.
pub(super) fn on_clock(stamp: Stamp, when: &Moment) -> Stamp {
    stamp.with_timezone(when.at.offset())
}

/// A thing the charter names, or its bare id.
pub(super) fn named(id: &str, name: Option<&Name>) -> Named {
    Named { id: id.to_owned(), name: name.cloned().unwrap_or_else(|| Book::said(id)) }
}

/// A matter with its clauses.
pub(super) fn matter(charter: &Charter, id: &str) -> MatterNamed {
    let matter = charter.matter(id);
    MatterNamed {
        named: named(id, matter.map(|m| &m.title)),
        clauses: matter.map(|m| m.clauses.clone()).unwrap_or_default(),
    }
}

/// A task of the association with its clauses.
pub(super) fn task(charter: &Charter, id: &str) -> MatterNamed {
    let task = charter.tasks.iter().find(|t| t.id == id);
    MatterNamed {
        named: named(id, task.map(|t| &t.name)),
        clauses: task.and_then(|t| t.basis.article.clone()).unwrap_or_default(),
    }
}

fn step(minutes: &mut Minutes, seen: &Seen, track: &mut Track) {
    notice::step(minutes, seen);
    door::step(minutes, seen, track);
    session(minutes, seen);
    follow::step(minutes, seen);
    items::step(minutes, seen);
    votes::step(minutes, seen);
    ballots::step(minutes, seen);
    corrections(minutes, seen);
    let own_flags = matches!(
        seen.event(),
        Event::VoteClosed { .. }
            | Event::Declared { .. }
            | Event::RoundCounted { .. }
            | Event::RoundDeclared { .. }
    );
    if !own_flags || seen.entry.fact.answered.is_some() {
        minutes.remarks.extend(remark(seen.entry, seen.when, Some(seen.meeting)));
    }
}

/// What only the end tells: states, decisions, the roll, what was assumed.
fn finish(minutes: &mut Minutes, book: &Book, last: &Meeting, track: &Track) -> Option<()> {
    let charter = track.charter.clone()?;
    minutes.state = match last.phase {
        Phase::Preparing => State::Preparing,
        Phase::Open => State::Open,
        Phase::Break => State::Break,
        Phase::Closed => State::Closed,
    };
    minutes.charter = track.used.clone()?;
    minutes.units.clone_from(&track.units);
    minutes.charters.clone_from(&track.charters);
    door::finish(minutes, last, &charter, track);
    items::finish(minutes, last);
    votes::finish(minutes, last);
    ballots::finish(minutes, last);
    for decision in book.decisions.iter().filter(|d| d.meeting == last.no) {
        let motion = last.motion(decision.motion);
        minutes.decisions.push(Decision {
            no: decision.no,
            number: decision.number.clone(),
            motion: decision.motion,
            vote: decision.vote,
            election: decision.ballot.map(|b| b.item),
            matter: matter(&charter, &decision.matter),
            text: decision.text.clone(),
            subjects: decision.subjects.clone(),
            effective: match decision.ballot.and_then(|b| last.election(b.item)) {
                Some(election) => election.plan.pass,
                None => motion.map(|m| m.effective).unwrap_or_default(),
            },
            changes: decision.changes.clone(),
            void: decision.void,
        });
    }
    for correction in book.corrections.iter().filter(|c| c.meeting != Some(last.no)) {
        let own = |t: &&Touched| t.meeting == last.no;
        let touched: Vec<Touched> = correction.touched.iter().filter(own).cloned().collect();
        if !touched.is_empty() {
            minutes.touched_elsewhere.push(TouchedElsewhere {
                entry: correction.seq,
                meeting: correction.meeting,
                touched,
            });
        }
    }
    defaults::finish(minutes, &charter);
    Some(())
}
