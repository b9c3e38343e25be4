//! Who was there, who presided, who recorded: the shapes in the minutes.

use super::types::{Moment, Named};
use crate::charter::Basis;
use crate::record::event::Presence;
use crate::record::state::Headcount;
use serde::{Deserialize, Serialize};

/// Somebody presiding from a moment on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Presiding {
    /// From when.
    pub when: Moment,
    /// Who, by office.
    pub name: String,
    /// The right it rests on.
    pub right: Named,
    /// What the charter gives for it.
    pub basis: Option<Basis>,
    /// The paper shown.
    pub document: String,
    /// Codes noticed with it.
    pub codes: Vec<String>,
}

/// Somebody recording from a moment on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recording {
    /// From when.
    pub when: Moment,
    /// Who.
    pub name: String,
    /// Why it changed.
    pub why: String,
}

/// The roll in parts; `roll = present + excused + absent` always.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Heads {
    /// On the roll (应到).
    pub roll: u32,
    /// Present or represented (实到).
    pub present: u32,
    /// Of them, in person (本人).
    pub in_person: u32,
    /// Of them, by their own delegate (委派).
    pub delegates: u32,
    /// Of them, by another member (委托).
    pub proxies: u32,
    /// Of them, by wire (线上).
    pub online: u32,
    /// Excused (请假).
    pub excused: u32,
    /// Absent (缺席), those who left included.
    pub absent: u32,
}

impl From<Headcount> for Heads {
    fn from(heads: Headcount) -> Self {
        Self {
            roll: heads.roll,
            present: heads.present,
            in_person: heads.in_person,
            delegates: heads.delegates,
            proxies: heads.proxies,
            online: heads.online,
            excused: heads.excused,
            absent: heads.absent,
        }
    }
}

/// Attendance without which the body may not vote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quorum {
    /// Units that must attend, of those on the roll at the opening.
    pub needed: u32,
    /// Whether so many were there at the opening.
    pub met: bool,
    /// What it rests on.
    pub basis: Basis,
}

/// Who was there.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Attendance {
    /// The quorum, where the charter has one for this body.
    pub quorum: Option<Quorum>,
    /// Heads at the call to order, as recorded then.
    pub at_opening: Option<Heads>,
    /// The same with the corrections made since, where that differs.
    pub at_opening_corrected: Option<Heads>,
    /// Heads at the end, or now.
    pub latest: Heads,
    /// Every unit on the roll at the opening or now, in order of number.
    pub units: Vec<Attendee>,
    /// Comings and goings after the call to order, in the order entered.
    pub moves: Vec<Move>,
    /// Those who attended without a vote.
    pub observers: Vec<Observer>,
}

/// A unit of the roll.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendee {
    /// Member number.
    pub unit: u32,
    /// Where it was at the call to order, as recorded then; none where nothing was.
    pub at_opening: Option<Presence>,
    /// Where it is in the end, corrections included; none where nothing was recorded.
    pub latest: Option<Presence>,
    /// Whether it is counted as present in the end.
    pub present: bool,
    /// Whether it is on the roll of the body in the end.
    pub on_roll: bool,
    /// Whether it came onto the roll after the call to order.
    pub joined_since: bool,
}

/// How a unit moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Moved {
    /// Came for the first time.
    Arrived,
    /// Left.
    Left,
    /// Came back.
    Returned,
    /// Was not confirmed after a break.
    NotConfirmed,
    /// Stayed present, or away, in another way.
    Changed,
}

/// A coming or going after the call to order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Move {
    /// When.
    pub when: Moment,
    /// Member number.
    pub unit: u32,
    /// How it moved.
    pub moved: Moved,
    /// Where it is now; none after a break that did not confirm it.
    pub presence: Option<Presence>,
    /// Item in hand then.
    pub item: Option<u32>,
    /// Vote being taken then: it counts from the next.
    pub vote: Option<u32>,
    /// Units present afterwards.
    pub present: u32,
}

/// Somebody who attends without a vote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Observer {
    /// When it was noted.
    pub when: Moment,
    /// Name or office.
    pub name: String,
    /// The observer the charter names, where it is one.
    pub observer: Option<Named>,
}
