//! What those announced could carry: each item that asks for a decision, judged as if all of them said yes.
//!
//! Judged by the same arithmetic as a vote, on a copy of the meeting in which everybody announced is at the door.
//! Whoever is unsure is not counted, and nothing here counts as attendance.

use super::Stamp;
use super::decide::{Power, freeze_by, power, quorum};
use super::event::{Frozen, Presence};
use super::notice::lacking;
use super::state::{Attendance, Book, Item, Meeting, Vote, VoteState};
use super::tally::{self, Tally};
use crate::charter::{Effect, Method, ProxyPolicy};
use std::collections::BTreeMap;

/// Up to so many members over the number needed, an outcome is called tight.
pub const TIGHT: u32 = 2;

/// What was announced, unit by unit of the roll.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Announced {
    /// Units on the roll.
    pub roll: u32,
    /// Of them, coming or represented by a letter that can be used.
    pub coming: u32,
    /// Of those coming, in person.
    pub in_person: u32,
    /// Of those coming, by their own delegate.
    pub delegates: u32,
    /// Of those coming, by another member.
    pub proxies: u32,
    /// Of those coming, online.
    pub online: u32,
    /// Not coming.
    pub away: u32,
    /// Unsure; never counted.
    pub unsure: u32,
    /// Units whose letter of proxy cannot be used as it stands: incomplete, too many to one holder, or the
    /// holder does not come itself.
    pub doubtful: Vec<u32>,
    /// Without a reply.
    pub silent: u32,
}

/// What could come of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outlook {
    /// It can be carried, and so many more than needed are announced.
    Safe {
        /// How many may stay away without changing that.
        over: u32,
    },
    /// It can be carried, by [`TIGHT`] or fewer.
    Tight {
        /// How many may stay away without changing that.
        over: u32,
    },
    /// It cannot be carried by those announced.
    Impossible {
        /// How many more must come; absent where no number of members would do.
        short: Option<u32>,
    },
    /// The rule counts weights or groups, so that it depends on who stays away.
    Weighed {
        /// Whether all announced together would carry it.
        carried: bool,
    },
}

impl Outlook {
    /// Whether all announced together would carry it.
    pub fn is_possible(self) -> bool {
        match self {
            Self::Safe { .. } | Self::Tight { .. } => true,
            Self::Impossible { .. } => false,
            Self::Weighed { carried } => carried,
        }
    }
}

/// What could come of one item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forecast {
    /// The item.
    pub item: u32,
    /// Rule id.
    pub rule: String,
    /// The base, where it is known before the votes are.
    pub base: Option<u32>,
    /// Votes needed if all announced came and nobody else.
    pub needed: Option<u32>,
    /// Of those announced, who could vote on it.
    pub voters: u32,
    /// The quorum: needed and announced, where the body has one.
    pub quorum: Option<(u32, u32)>,
    /// Whether all announced are the share exactly, so that the presider would have to rule.
    pub exact: bool,
    /// What could come of it.
    pub outlook: Outlook,
}

/// The meeting as it would be if all came as they announced, and what was announced.
pub fn announced(book: &Book, meeting: &Meeting) -> (Announced, Meeting) {
    let roll = book.roll_of(&meeting.body);
    let mut then = Meeting { attendance: BTreeMap::new(), ..meeting.clone() };
    let mut said = Announced { roll: count(roll.len()), ..Announced::default() };
    let since: Stamp = book.last_entered.unwrap_or_default();
    let mut letters: Vec<(u32, Presence)> = Vec::new();
    for unit in &roll {
        let Some(presence) = book.announced(meeting.no, *unit) else {
            match book.reply_of(meeting.no, *unit) {
                Some(_) => said.unsure += 1,
                None => said.silent += 1,
            }
            continue;
        };
        match &presence {
            Presence::Proxy { .. } => {
                letters.push((*unit, presence));
                continue;
            }
            Presence::Delegate { .. } => said.delegates += 1,
            Presence::Online { .. } => said.online += 1,
            Presence::InPerson { .. } => said.in_person += 1,
            Presence::Excused { .. } | Presence::Absent | Presence::Left => said.away += 1,
        }
        then.attendance.insert(*unit, Attendance { presence, since });
    }
    let policy = book.charter.as_deref().map(|c| &c.proxy);
    for (unit, presence) in letters {
        if policy.is_some_and(|policy| holds(policy, &then, &presence)) {
            said.proxies += 1;
            then.attendance.insert(unit, Attendance { presence, since });
        } else {
            said.doubtful.push(unit);
        }
    }
    said.coming = said.in_person + said.delegates + said.proxies + said.online;
    (said, then)
}

/// Whether a letter could be used at the door of this meeting.
fn holds(policy: &ProxyPolicy, then: &Meeting, presence: &Presence) -> bool {
    let Presence::Proxy { holder, letter } = presence else {
        return false;
    };
    let complete = lacking(policy, letter).is_empty();
    let itself = then.attendance.get(holder).map(|a| &a.presence);
    let itself = itself.is_some_and(|p| p.is_present() && !matches!(p, Presence::Proxy { .. }));
    let same =
        |a: &&Attendance| matches!(a.presence, Presence::Proxy { holder: h, .. } if h == *holder);
    let held = then.attendance.values().filter(same).count();
    policy.motions && complete && itself && held < policy.per_holder as usize
}

/// What those announced could carry, item by item; items that ask for no decision, or for one this body may
/// not take, are left out.
pub fn forecast(book: &Book, meeting: &Meeting) -> (Announced, Vec<Forecast>) {
    let (said, then) = announced(book, meeting);
    let items = then.items.iter().filter_map(|item| judged(book, &then, item)).collect();
    (said, items)
}

/// What those announced could make of one item.
pub fn of_item(book: &Book, meeting: &Meeting, item: u32) -> Option<Forecast> {
    let (_, then) = announced(book, meeting);
    judged(book, &then, then.item(item)?)
}

fn judged(book: &Book, then: &Meeting, item: &Item) -> Option<Forecast> {
    let charter = book.charter.as_deref()?;
    let matter = charter.matter(item.new.matter.as_deref()?)?;
    let Power::Granted(route) = power(book, charter, &then.body, matter) else {
        return None;
    };
    let mut frozen = freeze_by(book, then, &route.rule, item.no, Some(matter))?;
    let represented = |unit: &u32| {
        matches!(then.attendance.get(unit).map(|a| &a.presence), Some(Presence::Proxy { .. }))
    };
    let papers = then.election(item.no).map_or(charter.proxy.elections, |e| e.plan.proxies);
    if matter.effect == Effect::Elect && !papers {
        frozen.voters.retain(|unit| !represented(unit));
        frozen.proxies.clear();
    }
    let body = charter.body(&then.body)?;
    let voters = count(frozen.voters.len());
    let left = count(frozen.roll.len()).saturating_sub(count(frozen.recused.len()));
    let again = then.second_call.is_some();
    let quorate = |voters: u32| match &body.quorum {
        Some(rule) if rule.weight.is_none() => rule.met(voters, left, again),
        _ => true,
    };
    let heads_only = body.quorum.as_ref().is_none_or(|q| q.weight.is_none());
    let outlook = if frozen.rule.is_plain() && heads_only {
        by_heads(&frozen, voters, left, quorate)
    } else {
        let carried =
            all_say_yes(&frozen, then).carried && quorum(book, body, then, &frozen).is_ok();
        Outlook::Weighed { carried }
    };
    let (base, needed) = tally::measure(&frozen, voters, &all_yes(voters));
    Some(Forecast {
        item: item.no,
        rule: frozen.rule.id.clone(),
        base: frozen.rule.base.is_known_before().then_some(base),
        needed: needed.filter(|_| frozen.rule.is_plain()),
        voters,
        quorum: body
            .quorum
            .as_ref()
            .filter(|q| q.weight.is_none())
            .map(|q| (q.needed(left, again), voters)),
        exact: frozen.rule.is_plain()
            && frozen.rule.exactly.is_some()
            && tally::judge(&frozen, voters, all_yes(voters)).exact,
        outlook,
    })
}

/// With one share of heads, more in favour never hurt: the fewest that carry it are found by halving.
fn by_heads(frozen: &Frozen, voters: u32, all: u32, quorate: impl Fn(u32) -> bool) -> Outlook {
    let carries = |n: u32| n > 0 && quorate(n) && tally::judge(frozen, n, all_yes(n)).carried;
    if !carries(all.max(voters)) {
        return Outlook::Impossible { short: None };
    }
    let (mut low, mut high) = (1, all.max(voters));
    while low < high {
        let middle = low + (high - low) / 2;
        if carries(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    match voters.checked_sub(high) {
        Some(over) if over > TIGHT => Outlook::Safe { over },
        Some(over) => Outlook::Tight { over },
        None => Outlook::Impossible { short: Some(high - voters) },
    }
}

fn all_yes(voters: u32) -> Tally {
    Tally { yes: voters, ..Tally::default() }
}

/// The verdict of a roll call in which everybody there says yes, with weights and groups from the register.
fn all_say_yes(frozen: &Frozen, then: &Meeting) -> tally::Verdict {
    let calls = frozen.voters.iter().map(|unit| (*unit, super::Choice::Yes)).collect();
    let opened = then.attendance.values().map(|a| a.since).next().unwrap_or_default();
    tally::verdict(&Vote {
        no: 0,
        motion: 0,
        subjects: Vec::new(),
        method: Method::RollCall,
        frozen: frozen.clone(),
        admitted: Vec::new(),
        counts: Vec::new(),
        calls,
        earlier: Vec::new(),
        state: VoteState::Open,
        verdict: None,
        declared: Vec::new(),
        opened,
    })
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
