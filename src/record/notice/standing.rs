//! How things stand between notice and door, and the questions asked of it.

use super::super::election::{Candidate, Seat};
use super::super::event::Presence;
use super::super::state::{Book, Document, Meeting};
use super::{Channel, Nomination, NominationPeriod, Reply, Request, Sent};
use crate::charter::{Convening, Roll};
use chrono::NaiveDate;

/// A reply in its meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// Meeting number.
    pub meeting: u32,
    /// The reply.
    pub reply: Reply,
    /// Why it was taken back, if it was.
    pub taken_back: Option<String>,
}

/// A nomination in its meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nominated {
    /// Meeting number.
    pub meeting: u32,
    /// Number in the meeting, from 1.
    pub no: u32,
    /// The nomination.
    pub nomination: Nomination,
    /// Why it no longer holds, if so.
    pub ended: Option<String>,
}

/// A list on which members ask for a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requisition {
    /// Number in the book, from 1.
    pub no: u32,
    /// What is asked for.
    pub request: Request,
    /// Signatures that stand, with their days, in the order given.
    pub signed: Vec<(u32, NaiveDate)>,
    /// Signatures taken back, with the reasons.
    pub withdrawn: Vec<(u32, String)>,
    /// The meeting it led to.
    pub meeting: Option<u32>,
}

/// Everything between notice and door, of every meeting.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Notices {
    /// Notices sent, with the number of the meeting, in the order entered.
    pub sent: Vec<(u32, Sent)>,
    /// Replies, in the order entered; of a unit the last that is not taken back stands.
    pub replies: Vec<Received>,
    /// Nomination periods, with the number of the meeting; of an item the last stands.
    pub periods: Vec<(u32, NominationPeriod)>,
    /// Nominations, in the order entered.
    pub nominations: Vec<Nominated>,
    /// Lists on which members ask for a meeting.
    pub requisitions: Vec<Requisition>,
    /// Papers kept for an item: meeting, item, number of the paper.
    pub materials: Vec<(u32, u32, u32)>,
}

/// How a notice first reached a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reached {
    /// The day.
    pub day: NaiveDate,
    /// How; not known where only the day was given with the convening.
    pub how: Option<Channel>,
}

/// How far the notice of a meeting has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Units on the roll.
    pub roll: u32,
    /// Of them, reached.
    pub reached: u32,
    /// The day the last unit was reached; absent while one is not.
    pub complete: Option<NaiveDate>,
    /// Days from then to the meeting.
    pub days: Option<i64>,
}

/// Where a list of signatures stands on the roll of today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signed {
    /// Units on the roll.
    pub roll: u32,
    /// Of them, signed.
    pub signed: u32,
    /// Fewest that are enough; absent where the charter asks no share.
    pub needed: Option<u32>,
    /// Whether they are enough.
    pub enough: bool,
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

impl Book {
    /// Notices sent for a meeting, in the order entered.
    pub fn sendings(&self, meeting: u32) -> impl Iterator<Item = &Sent> {
        self.notices.sent.iter().filter(move |(no, _)| *no == meeting).map(|(_, sent)| sent)
    }

    /// Whether the agenda of a meeting went out, so that what comes now comes later.
    pub fn agenda_is_out(&self, meeting: u32) -> bool {
        self.sendings(meeting).next().is_some()
    }

    /// When and how the notice of a meeting first reached a unit. A day given with the convening says that
    /// the notice went to all on that day.
    pub fn reached(&self, meeting: &Meeting, unit: u32) -> Option<Reached> {
        let to_it = self.sendings(meeting.no).filter(|s| s.units.contains(&unit));
        let to_it = to_it.map(|s| Reached { day: s.day, how: Some(s.how) });
        let to_all = meeting.notice.map(|day| Reached { day, how: None });
        // Of the same day the one that says how is told.
        to_it.chain(to_all).min_by_key(|r| (r.day, r.how.is_none()))
    }

    /// How far the notice of a meeting has come; its period runs from the day the last unit was reached.
    pub fn notice_progress(&self, meeting: &Meeting) -> Progress {
        let roll = self.roll_of(&meeting.body);
        let days: Vec<NaiveDate> =
            roll.iter().filter_map(|u| self.reached(meeting, *u)).map(|r| r.day).collect();
        let complete = days.iter().max().copied().filter(|_| days.len() == roll.len());
        Progress {
            roll: count(roll.len()),
            reached: count(days.len()),
            complete,
            days: complete.map(|day| (meeting.date - day).num_days()),
        }
    }

    /// The reply of a unit that stands.
    pub fn reply_of(&self, meeting: u32, unit: u32) -> Option<&Reply> {
        let own =
            |r: &&Received| r.meeting == meeting && r.reply.unit == unit && r.taken_back.is_none();
        self.notices.replies.iter().rev().find(own).map(|r| &r.reply)
    }

    /// What a unit announced for the door, where it said anything definite.
    pub fn announced(&self, meeting: u32, unit: u32) -> Option<Presence> {
        self.reply_of(meeting, unit).and_then(Reply::presence)
    }

    /// Until when nominations for an item may come in.
    pub fn nominations_until(&self, meeting: u32, item: u32) -> Option<NaiveDate> {
        let own = |(no, period): &&(u32, NominationPeriod)| *no == meeting && period.item == item;
        self.notices.periods.iter().rev().find(own).map(|(_, period)| period.until)
    }

    /// Nominations of a meeting that hold.
    pub fn nominations(&self, meeting: u32) -> impl Iterator<Item = &Nominated> {
        self.notices.nominations.iter().filter(move |n| n.meeting == meeting && n.ended.is_none())
    }

    /// Those nominated for a seat, each once, with everybody who nominates them.
    pub fn nominated(&self, meeting: u32, item: u32, seat: &Seat) -> Vec<Candidate> {
        let mut all: Vec<Candidate> = Vec::new();
        let own = |n: &&Nominated| n.nomination.item == item && n.nomination.seat == *seat;
        for Nomination { name, unit, by, office, .. } in
            self.nominations(meeting).filter(own).map(|n| &n.nomination)
        {
            match all.iter_mut().find(|c| c.name == *name && c.unit == *unit) {
                Some(known) => {
                    known.nominators.extend(by);
                    known.nominators.sort_unstable();
                    known.nominators.dedup();
                }
                None => all.push(Candidate {
                    name: name.clone(),
                    unit: *unit,
                    nominated_by: office.clone().unwrap_or_default(),
                    nominators: by.clone(),
                }),
            }
        }
        all
    }

    /// Papers kept for an item of a meeting.
    pub fn materials(&self, meeting: u32, item: u32) -> Vec<&Document> {
        let own = |no: u32| self.notices.materials.contains(&(meeting, item, no));
        self.documents.iter().filter(|d| own(d.no)).collect()
    }

    /// The list of signatures with this number.
    pub fn requisition(&self, no: u32) -> Option<&Requisition> {
        self.notices.requisitions.iter().find(|r| r.no == no)
    }

    /// The way of convening a list asks for.
    pub fn requisition_way(&self, list: &Requisition) -> Option<&Convening> {
        let ways = self.charter.as_deref().map(|c| c.convenings.as_slice()).unwrap_or_default();
        ways.iter().find(|w| w.id == list.request.by && w.body == list.request.body)
    }

    /// Signatures of a list that count: of units on the roll today. Who left has signed for nobody.
    pub fn signatures(&self, list: &Requisition) -> Vec<u32> {
        let roll = self.roll_of(&list.request.body);
        let mut units: Vec<u32> =
            list.signed.iter().map(|(unit, _)| *unit).filter(|u| roll.contains(u)).collect();
        units.sort_unstable();
        units.dedup();
        units
    }

    /// Where a list stands against the share the charter asks for.
    pub fn signed(&self, list: &Requisition) -> Signed {
        let roll = count(self.roll_of(&list.request.body).len());
        let signed = count(self.signatures(list).len());
        let rule = self.requisition_way(list).and_then(|w| w.share.zip(w.cmp));
        Signed {
            roll,
            signed,
            needed: rule.and_then(|(share, cmp)| share.bound(cmp, roll)),
            enough: rule.map_or(signed > 0, |(share, cmp)| share.met(cmp, signed, roll)),
        }
    }

    /// Ways in which members can ask for a meeting by signature.
    pub fn requisition_ways(&self) -> Vec<&Convening> {
        let Some(charter) = self.charter.as_deref() else {
            return Vec::new();
        };
        let meets = |id: &str| charter.body(id).is_some_and(|b| b.roll != Roll::None);
        let by_list =
            |w: &&Convening| w.by == crate::charter::ConveningBy::Requisition && meets(&w.body);
        charter.convenings.iter().filter(by_list).collect()
    }
}
