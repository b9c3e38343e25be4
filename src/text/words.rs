//! Names of things: phases, presence, methods, choices, states, dates, meetings, changes of the book.
//!
//! Whole lines about what happened are in [`event_line`].

mod amend;
mod ballot;
mod cases;
mod change;
mod event;
mod follow;
mod funds;
mod issue;
mod kinds;
mod line;
pub mod members;
mod notice;
mod parts;
mod recess;

pub use ballot::seat_name;
pub use cases::{case_outcome, review_outcomes};
pub use change::change;
pub use event::{event_line, touched};
pub use follow::{outcome as answer_outcome, owner, progress, standing};
pub use issue::{minutes_state, role};
pub(super) use kinds::act;
pub use kinds::act_name;
pub use notice::{
    announced, attends, channel, coming, letter_parts, list_name, nomination, reply_mark,
    reply_words,
};
pub use recess::recess;

use super::Lang;
use crate::charter::cite::han;
use crate::charter::{Charter, Method, Name};
use crate::record::event::{Effective, ItemEnd, NoteKind, Presence};
use crate::record::state::{
    Headcount, ItemState, Meeting, Membership, MotionState, Phase, VoteState,
};
use crate::record::{Book, Choice, Stamp};
use chrono::NaiveDate;

/// A text in both languages.
pub(super) fn two(zh: impl Into<String>, en: impl Into<String>) -> Name {
    Name { zh: zh.into(), en: en.into() }
}

/// A number of members, with the charter's counting word.
pub(super) fn counted(counter: &Name, n: u32) -> Name {
    let noun = match (n, counter.en.strip_suffix('s')) {
        (1, Some(one)) => one,
        _ => &counter.en,
    };
    two(format!("{n}{}", counter.zh), format!("{n} {noun}"))
}

/// The time of day on the meeting's clock.
pub fn clock(stamp: Stamp) -> String {
    stamp.format("%H:%M").to_string()
}

/// A day: `2026年11月22日` / `22 November 2026`.
pub fn date(lang: Lang, date: NaiveDate) -> String {
    lang.pick(&day(date))
}

/// See [`date`].
pub(super) fn day(date: NaiveDate) -> Name {
    two(date.format("%Y年%-m月%-d日").to_string(), date.format("%-d %B %Y").to_string())
}

/// The phase of a meeting.
pub fn phase(lang: Lang, phase: Phase) -> String {
    lang.say(match phase {
        Phase::Preparing => ["筹备", "in preparation"],
        Phase::Open => ["进行中", "in session"],
        Phase::Break => ["休会", "on a break"],
        Phase::Closed => ["已闭会", "closed"],
    })
}

/// Where a unit is; a proxy with its holder's number.
pub fn presence(lang: Lang, presence: &Presence) -> String {
    lang.pick(&presence_name(presence))
}

/// See [`presence`].
pub(super) fn presence_name(presence: &Presence) -> Name {
    match presence {
        Presence::InPerson { .. } => two("本人", "in person"),
        Presence::Delegate { .. } => two("委派", "delegate"),
        Presence::Proxy { holder, .. } => {
            two(format!("委托→{holder:02}"), format!("proxy→{holder:02}"))
        }
        Presence::Online { .. } => two("线上", "online"),
        Presence::Excused { .. } => two("请假", "excused"),
        Presence::Absent => two("缺席", "absent"),
        Presence::Left => two("离会", "left"),
    }
}

/// The mark of a row in the attendance list; `None` is a unit without an entry.
pub fn presence_mark(presence: Option<&Presence>) -> char {
    match presence {
        Some(Presence::InPerson { .. }) => '●',
        Some(Presence::Delegate { .. }) => '◐',
        Some(Presence::Proxy { .. }) => '◇',
        Some(Presence::Online { .. }) => '◉',
        Some(Presence::Excused { .. }) => '○',
        Some(Presence::Absent) => '×',
        Some(Presence::Left) => '←',
        None => '·',
    }
}

/// A way of voting.
pub fn method(lang: Lang, method: Method) -> String {
    lang.pick(&method_name(method))
}

/// See [`method`].
pub(super) fn method_name(method: Method) -> Name {
    match method {
        Method::Hands => two("举手表决", "show of hands"),
        Method::RollCall => two("唱名表决", "roll call"),
        Method::Secret => two("无记名投票", "secret ballot"),
    }
}

/// An answer in a vote.
pub fn choice(lang: Lang, choice: Choice) -> String {
    lang.pick(&choice_name(choice))
}

/// See [`choice`].
pub(super) fn choice_name(choice: Choice) -> Name {
    match choice {
        Choice::Yes => two("赞成", "in favour"),
        Choice::No => two("反对", "against"),
        Choice::Abstain => two("弃权", "abstaining"),
        Choice::Silent => two("未表决", "not voting"),
    }
}

/// What a note records.
pub fn note_kind(lang: Lang, kind: NoteKind) -> String {
    lang.pick(&note_kind_name(kind))
}

/// See [`note_kind`].
pub(super) fn note_kind_name(kind: NoteKind) -> Name {
    match kind {
        NoteKind::Remark => two("记事", "note"),
        NoteKind::Speech => two("发言", "speech"),
        NoteKind::Question => two("询问", "question"),
        NoteKind::Objection => two("异议", "objection"),
        NoteKind::Incident => two("情况", "incident"),
        NoteKind::Ruling => two("裁定", "ruling"),
    }
}

/// Where an item stands.
pub fn item_state(lang: Lang, state: &ItemState) -> String {
    lang.say(match state {
        ItemState::Pending => ["待议", "not taken up"],
        ItemState::Open => ["审议中", "in hand"],
        ItemState::Ended(end) => return item_end(lang, end),
    })
}

/// How an item ended.
pub fn item_end(lang: Lang, end: &ItemEnd) -> String {
    lang.say(match end {
        ItemEnd::Closed => ["议毕", "dealt with"],
        ItemEnd::Postponed { .. } => ["缓议", "postponed"],
        ItemEnd::Referred { .. } => ["已转交", "referred"],
        ItemEnd::CarriedOver { .. } => ["移至下次会议", "carried over"],
    })
}

/// Where a motion stands.
pub fn motion_state(lang: Lang, state: MotionState) -> String {
    lang.say(match state {
        MotionState::Pending => ["待决", "open"],
        MotionState::Withdrawn => ["已撤回", "withdrawn"],
        MotionState::Carried => ["通过", "carried"],
        MotionState::Lost => ["未获通过", "lost"],
    })
}

/// Where a vote stands.
pub fn vote_state(lang: Lang, state: &VoteState) -> String {
    lang.say(match state {
        VoteState::Open => ["表决中", "being taken"],
        VoteState::Closed => ["待宣布", "to be declared"],
        VoteState::Declared => ["已宣布", "declared"],
        VoteState::Void { .. } => ["作废", "void"],
    })
}

/// The outcome of a vote.
pub fn outcome(lang: Lang, carried: bool) -> String {
    lang.pick(&outcome_name(carried))
}

/// See [`outcome`].
pub(super) fn outcome_name(carried: bool) -> Name {
    if carried { two("通过", "carried") } else { two("未获通过", "lost") }
}

/// Whether a unit is a member.
pub fn membership(lang: Lang, standing: &Membership) -> String {
    lang.pick(&match standing {
        Membership::Member => two("成员", "member"),
        Membership::Withdrawn => two("已退出", "withdrawn"),
        Membership::Expelled => two("已除名", "expelled"),
        Membership::Annulled => two("加入已撤回", "admission annulled"),
        Membership::Lost { ground } => {
            two(format!("丧失资格（{ground}）"), format!("membership lost ({ground})"))
        }
    })
}

/// When a carried motion takes effect.
pub fn effective(lang: Lang, effective: Effective) -> String {
    lang.pick(&match effective {
        Effective::Now => two("自通过之日起生效", "on adoption"),
        Effective::AfterClose => two("自闭会时生效", "when the meeting is closed"),
        Effective::On(date) => {
            let day = day(date);
            two(format!("自{}起生效", day.zh), format!("from {}", day.en))
        }
    })
}

/// An office of the charter, or its id where it is gone from it.
pub(super) fn office_name(book: &Book, id: &str) -> Name {
    let office = book.charter.as_deref().and_then(|c| c.office(id));
    office.map_or_else(|| Book::said(id), |o| o.name.clone())
}

/// A body of the charter, or its id where it is gone from it.
pub(super) fn body_name(charter: Option<&Charter>, id: &str) -> Name {
    let body = charter.and_then(|c| c.body(id));
    body.map_or_else(|| Book::said(id), |b| b.name.clone())
}

/// A meeting by body, term and number: `大会第二届第一次会议` / `Assembly, term 2, meeting 1`.
pub fn meeting_name(lang: Lang, charter: &Charter, meeting: &Meeting) -> String {
    lang.pick(&meeting_title(charter, meeting))
}

/// See [`meeting_name`].
pub(super) fn meeting_title(charter: &Charter, meeting: &Meeting) -> Name {
    title(charter, &meeting.body, [meeting.term, meeting.number], meeting.special)
}

/// The name of a body's meeting with this term and number.
pub(super) fn title(charter: &Charter, body: &str, [term, n]: [u32; 2], special: bool) -> Name {
    let name = body_name(Some(charter), body);
    let form = charter.body(body).map(|b| b.meeting_name.clone());
    let form = form.unwrap_or_default();
    let put = |form: &str, number: fn(u32) -> String| {
        form.replace("{term}", &number(term)).replace("{n}", &number(n))
    };
    let (zh, en) = (put(&form.zh, han), put(&form.en, |n| n.to_string()));
    // A pattern that names the body itself, by whatever name, is not led by its name.
    let aliases = charter.body(body).map(|b| b.alias.as_slice()).unwrap_or_default();
    let head = |name: &str, said: String, between: &str| {
        let bare = name.strip_prefix("the ").unwrap_or(name);
        let names = |name: &str| said.to_lowercase().contains(&name.to_lowercase());
        let within = names(bare) || aliases.iter().any(|alias| names(alias));
        if within || said.is_empty() { said } else { format!("{name}{between}{said}") }
    };
    let [mark_zh, mark_en] = if special { ["（临时）", " (special)"] } else { ["", ""] };
    let en = head(&name.en, en, ", ");
    let en = capital(&en);
    two(format!("{}{mark_zh}", head(&name.zh, zh, "")), format!("{en}{mark_en}"))
}

/// The same with its first letter a capital, as a sentence or a label begins.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The roll and its parts: `应到36，实到30（本人27、委派2、委托1），请假4，缺席2`.
pub fn headcount(lang: Lang, heads: &Headcount) -> String {
    lang.pick(&heads_name(heads, &Name::default()))
}

/// The same with the charter's counting word, as it stands in the minutes.
pub fn headcount_in_full(lang: Lang, charter: &Charter, heads: &Headcount) -> String {
    lang.pick(&heads_name(heads, &charter.identity.counter))
}

pub(super) fn heads_name(heads: &Headcount, counter: &Name) -> Name {
    let ways = [
        (heads.in_person, "本人", "in person"),
        (heads.delegates, "委派", "by delegate"),
        (heads.proxies, "委托", "by proxy"),
        (heads.online, "线上", "online"),
    ];
    let there = ways.into_iter().filter(|(n, _, _)| *n > 0);
    let zh: Vec<String> = there.clone().map(|(n, zh, _)| format!("{zh}{n}")).collect();
    let en: Vec<String> = there.map(|(n, _, en)| format!("{n} {en}")).collect();
    let within = if zh.is_empty() {
        Name::default()
    } else {
        two(format!("（{}）", zh.join("、")), format!(" ({})", en.join(", ")))
    };
    let c = &counter.zh;
    let roll = counted(counter, heads.roll);
    two(
        format!(
            "应到{}{c}，实到{}{c}{}，请假{}{c}，缺席{}{c}",
            heads.roll, heads.present, within.zh, heads.excused, heads.absent
        ),
        format!(
            "{} on the roll, {} present{}, {} excused, {} absent",
            roll.en.trim_end(),
            heads.present,
            within.en,
            heads.excused,
            heads.absent
        ),
    )
}
