//! People in the minutes: who presided, who was there, who came and went.

use super::{Say, inline, reason};
use crate::minutes::agenda::Recusal;
use crate::minutes::people::{Attendee, Heads, Move, Moved};
use crate::minutes::records::{Corrected, Correction};
use crate::record::event::Presence;
use crate::record::state::Headcount;
use crate::text::words;

/// Those who presided, with the right they had and from when.
pub fn presiders(say: &Say) -> String {
    let mut parts = Vec::new();
    for (place, one) in say.minutes.presiders.iter().enumerate() {
        let (name, right) = (inline(&one.name), say.pick(&one.right.name));
        let basis = one.basis.as_ref().map(|b| say.basis(b)).unwrap_or_default();
        let paper = if one.document.is_empty() {
            String::new()
        } else {
            let paper = inline(&one.document);
            say.say(format!("；凭{paper}"), format!("; shown: {paper}"))
        };
        let from = if place == 0 {
            String::new()
        } else {
            let time = say.time(&one.when);
            say.say(format!("{time}起："), format!("from {time}: "))
        };
        parts.push(say.say(
            format!("{from}{name}（{right}；{basis}{paper}）"),
            format!("{from}{name} ({right}; {basis}{paper})"),
        ));
    }
    parts.join(&say.word(["；", "; "]))
}

/// Those who recorded, and from when.
pub fn recorders(say: &Say) -> String {
    let mut parts = Vec::new();
    for (place, one) in say.minutes.recorders.iter().enumerate() {
        let name = inline(&one.name);
        if place == 0 {
            parts.push(name);
            continue;
        }
        let time = say.time(&one.when);
        let why = if one.why.is_empty() {
            String::new()
        } else {
            let why = reason(&one.why);
            say.say(format!("（{why}）"), format!(" ({why})"))
        };
        parts.push(say.say(format!("{time}起：{name}{why}"), format!("from {time}: {name}{why}")));
    }
    parts.join(&say.word(["；", "; "]))
}

/// The roll in parts.
pub fn heads(say: &Say, heads: &Heads) -> String {
    let heads = Headcount {
        roll: heads.roll,
        present: heads.present,
        in_person: heads.in_person,
        delegates: heads.delegates,
        proxies: heads.proxies,
        online: heads.online,
        excused: heads.excused,
        absent: heads.absent,
    };
    let line = inline(&words::headcount_in_full(say.lang, say.charter, &heads));
    say.say(format!("{line}。"), format!("{line}."))
}

/// The moment a headcount is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeadsOf {
    /// The call to order, as recorded then.
    Opening,
    /// The call to order, with what was corrected or entered since.
    OpeningCorrected,
    /// The end, corrections included.
    Closing,
    /// Now, in a meeting that is not over.
    Now,
}

/// A headcount with its moment.
pub fn labelled(say: &Say, of: HeadsOf, said: &str) -> String {
    let [zh, en] = match of {
        HeadsOf::Opening => ["开会时", "At the opening"],
        HeadsOf::OpeningCorrected => ["开会时（经更正或补录）", "At the opening, corrected"],
        HeadsOf::Closing => ["闭会时", "At the closing"],
        HeadsOf::Now => ["目前", "Now"],
    };
    say.say(format!("{zh}：{said}"), format!("{en}: {said}"))
}

/// A group of names: its heading with their number, and the names.
pub fn names(say: &Say, heading: &str, units: &[String]) -> (String, String) {
    let (n, all) = (units.len(), say.list(units));
    (say.say(format!("{heading}（{n}）："), format!("{heading} ({n}):")), all)
}

/// The quorum, or that there is none.
pub fn quorum(say: &Say) -> String {
    let Some(quorum) = &say.minutes.attendance.quorum else {
        return say.word(["章程未规定法定出席数。", "The charter sets no quorum for this body."]);
    };
    let needed = say.members(quorum.needed);
    let basis = say.basis(&quorum.basis);
    let met = say.word(if quorum.met {
        ["开会时已达到", "it was met at the opening"]
    } else {
        ["开会时未达到", "it was not met at the opening"]
    });
    say.say(
        format!("法定出席数{needed}，{met}（{basis}）。"),
        format!("The quorum is {needed}; {met} ({basis})."),
    )
}

/// The names by state: heading and names of each state that has any.
pub fn groups(say: &Say) -> Vec<(String, Vec<String>)> {
    let words = [
        ["出席（本人）", "Present in person"],
        ["出席（委派代表）", "Present by delegate"],
        ["出席（委托其他成员）", "Present by proxy"],
        ["出席（线上）", "Present online"],
        ["请假", "Excused"],
        ["缺席", "Absent"],
    ];
    let named = words.into_iter().zip(grouped(say, true));
    let named = named.filter(|(_, names)| !names.is_empty());
    named.map(|(heading, names)| (say.word(heading), names)).collect()
}

/// The names by state: in person, by delegate, by proxy, online, excused, absent.
pub(super) fn grouped(say: &Say, timed: bool) -> [Vec<String>; 6] {
    let mut groups: [Vec<String>; 6] = Default::default();
    for attendee in &say.minutes.attendance.units {
        let place = match shown(say, attendee) {
            Some(Presence::InPerson { .. }) => 0,
            Some(Presence::Delegate { .. }) => 1,
            Some(Presence::Proxy { .. }) => 2,
            Some(Presence::Online { .. }) => 3,
            Some(Presence::Excused { .. }) => 4,
            Some(Presence::Absent | Presence::Left) | None => 5,
        };
        if let Some(names) = groups.get_mut(place) {
            names.push(self::attendee(say, attendee, timed));
        }
    }
    groups
}

/// How a unit took part: as it is in the end, or as it was while it was there.
fn shown<'a>(say: &'a Say, attendee: &'a Attendee) -> Option<&'a Presence> {
    let latest = attendee.latest.as_ref();
    if latest.is_some_and(|p| *p != Presence::Left) {
        return latest;
    }
    let own = |m: &&Move| m.unit == attendee.unit;
    let moves = say.minutes.attendance.moves.iter().filter(own);
    let while_there = moves.filter_map(|m| m.presence.as_ref()).rfind(|p| p.is_present());
    while_there.or(attendee.at_opening.as_ref()).or(latest)
}

/// A unit of the roll with how it took part and that it moved; when, where the hours are wanted.
fn attendee(say: &Say, attendee: &Attendee, timed: bool) -> String {
    let name = say.unit(attendee.unit);
    let mut more: Vec<String> =
        shown(say, attendee).and_then(|p| detail(say, p)).into_iter().collect();
    for one in say.minutes.attendance.moves.iter().filter(|m| m.unit == attendee.unit) {
        let time = say.clock(one.when.at);
        let [zh, en] = match (one.moved, timed) {
            (Moved::Arrived, true) => ["到会", "arrived "],
            (Moved::Arrived, false) => ["中途到会", "arrived later"],
            (Moved::Left, true) => ["离会", "left "],
            (Moved::Left, false) => ["中途离会", "left early"],
            (Moved::Returned, true) => ["返回", "back "],
            (Moved::Returned, false) => ["后返回", "came back"],
            (Moved::NotConfirmed, true) => ["复会后未到", "not back after the break, "],
            (Moved::NotConfirmed, false) => ["复会后未到", "not back after the break"],
            (Moved::Changed, _) => continue,
        };
        let time = if timed { time } else { String::new() };
        more.push(say.say(format!("{time}{zh}"), format!("{en}{time}")));
    }
    let own = |c: &&Corrected| matches!(c.what, Correction::Attendance { unit, .. } if unit == attendee.unit);
    if say.minutes.corrections.iter().any(|c| own(&c)) {
        more.push(say.word(["经更正", "corrected"]));
    }
    let by_proxy = matches!(attendee.latest, Some(Presence::Proxy { .. }));
    if by_proxy && !attendee.present {
        more.push(say.word(["受托成员已不在场", "its holder was no longer there"]));
    }
    if attendee.joined_since {
        more.push(say.word(["本次会议期间加入名册", "joined the roll during this meeting"]));
    }
    if !attendee.on_roll {
        more.push(say.word(["闭会时已不在名册", "no longer on the roll in the end"]));
    }
    if more.is_empty() {
        return name;
    }
    let more = more.join(&say.word(["，", ", "]));
    say.say(format!("{name}（{more}）"), format!("{name} ({more})"))
}

/// Who came for a unit, who votes for it, or why it is away.
fn detail(say: &Say, presence: &Presence) -> Option<String> {
    let said = match presence {
        Presence::InPerson { who } | Presence::Online { who } => inline(who),
        Presence::Delegate { who, letter } => {
            let (who, letter) = (inline(who), inline(letter));
            match (who.is_empty(), letter.is_empty()) {
                (_, true) => who,
                (true, false) => letter,
                (false, false) => say.say(format!("{who}，{letter}"), format!("{who}, {letter}")),
            }
        }
        Presence::Proxy { holder, .. } => {
            let holder = say.unit(*holder);
            say.say(format!("由{holder}代为表决"), format!("{holder} votes for it"))
        }
        Presence::Excused { why } => inline(why),
        Presence::Absent | Presence::Left => String::new(),
    };
    (!said.is_empty()).then_some(said)
}

/// A presence in words.
pub(super) fn presence(say: &Say, presence: &Presence) -> String {
    let state = say.word(match presence {
        Presence::InPerson { .. } => ["本人出席", "present in person"],
        Presence::Delegate { .. } => ["委派代表出席", "present by delegate"],
        Presence::Proxy { .. } => ["委托其他成员", "present by proxy"],
        Presence::Online { .. } => ["线上出席", "present online"],
        Presence::Excused { .. } => ["请假", "excused"],
        Presence::Absent => ["缺席", "absent"],
        Presence::Left => ["离会", "left"],
    });
    match detail(say, presence) {
        Some(detail) => say.say(format!("{state}（{detail}）"), format!("{state} ({detail})")),
        None => state,
    }
}

/// A coming or going, with what was going on and how many were there afterwards.
pub fn movement(say: &Say, one: &Move) -> String {
    let (time, unit) = (say.time(&one.when), say.unit(one.unit));
    let what = match (&one.moved, &one.presence) {
        (Moved::Arrived, _) => say.say(format!("{unit}到会"), format!("{unit} arrived")),
        (Moved::Left, _) => say.say(format!("{unit}离会"), format!("{unit} left")),
        (Moved::Returned, _) => say.say(format!("{unit}返回"), format!("{unit} came back")),
        (Moved::NotConfirmed, _) => say.say(
            format!("{unit}复会后未确认到会"),
            format!("{unit} was not confirmed present after the break"),
        ),
        (Moved::Changed, presence) => {
            let now = presence.as_ref().map(|p| self::presence(say, p)).unwrap_or_default();
            say.say(format!("{unit}登记为{now}"), format!("{unit} is entered as {now}"))
        }
    };
    let item = one.item.and_then(|no| say.minutes.items.iter().find(|i| i.no == no));
    let during = item.map_or_else(String::new, |item| {
        let title = inline(&item.title);
        say.say(format!("，时正审议“{title}”"), format!(", during “{title}”"))
    });
    let vote = one.vote.map_or_else(String::new, |vote| vote_note(say, one, vote));
    let present = say.members(one.present);
    say.say(
        format!("{time}　{what}{during}{vote}；到会{present}。"),
        format!("{time} {what}{during}{vote}; {present} present."),
    )
}

/// What a move during a vote means for it.
fn vote_note(say: &Say, one: &Move, vote: u32) -> String {
    let votes = say.minutes.items.iter().flat_map(|i| &i.motions).flat_map(|m| &m.votes);
    let mut own = votes.filter(|v| v.no == vote);
    let admitted = own.any(|v| v.admitted.iter().any(|a| a.unit == one.unit));
    match one.moved {
        Moved::Left | Moved::NotConfirmed => say.say(
            format!("；第{vote}次表决已开启，仍计入该次表决"),
            format!("; vote {vote} was open and still counts it"),
        ),
        _ if admitted => {
            say.say(format!("；准予参加第{vote}次表决"), format!("; admitted to vote {vote}"))
        }
        _ => say.say(
            format!("；第{vote}次表决已开启，自下一次表决起计入"),
            format!("; vote {vote} was open, so that it counts from the next"),
        ),
    }
}

/// Those who attended without a vote.
pub fn observers(say: &Say) -> Vec<String> {
    let mut names = Vec::new();
    for one in &say.minutes.attendance.observers {
        let name = inline(&one.name);
        let known = one.observer.as_ref().map(|o| say.pick(&o.name));
        names.push(match known.filter(|k| *k != name) {
            Some(known) => say.say(format!("{name}（{known}）"), format!("{name} ({known})")),
            None => name,
        });
    }
    names
}

/// A unit that took no part in deciding an item.
pub fn recusal(say: &Say, one: &Recusal) -> String {
    let (time, unit, why) = (say.time(&one.when), say.unit(one.unit), reason(&one.why));
    say.say(
        format!("{time}　{unit}回避，理由：{why}。"),
        format!("{time} {unit} was recused. Reason: {why}."),
    )
}
