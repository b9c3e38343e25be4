//! The notice in the head of the minutes: when, how and to how many it went, and what came later.

use super::{Say, inline};
use crate::minutes::types::Sending;
use crate::text::words;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The line about the notice.
pub(super) fn notice(say: &Say) -> String {
    let convening = &say.minutes.convening;
    if convening.sendings.is_empty() {
        return from_convening(say);
    }
    let mut each: Vec<String> = Vec::new();
    if let Some(day) = convening.notice.map(|day| words::date(say.lang, day)) {
        each.push(say.say(format!("{day}发出"), format!("sent on {day}")));
    }
    each.extend(convening.sendings.iter().map(|s| sending(say, s)));
    let mut parts = vec![say.list(&each)];
    if convening.not_reached.is_empty() {
        let days = (say.minutes.meeting.date - last_reached(say)).num_days();
        parts.push(say.say(
            format!("全体送达，距会议{days}日"),
            format!("everybody on the roll reached, {days} days before the meeting"),
        ));
    } else {
        let names = say.units(&convening.not_reached);
        parts.push(
            say.say(format!("没有送达登记的：{names}"), format!("none on record for {names}")),
        );
    }
    let later: Vec<String> = say
        .minutes
        .agenda
        .iter()
        .filter(|no| say.minutes.items.iter().any(|i| i.no == **no && !i.on_notice))
        .map(u32::to_string)
        .collect();
    if !later.is_empty() {
        let items = say.list(&later);
        parts.push(say.say(
            format!("第{items}项是通知发出后增加的"),
            format!("item {items} came after the notice"),
        ));
    }
    parts.join(&say.word(["；", "; "]))
}

/// Only the day was given, when the meeting was called.
fn from_convening(say: &Say) -> String {
    let convening = &say.minutes.convening;
    let Some((sent, days)) = convening.notice.zip(convening.days) else {
        return say.word(["没有通知的记录", "none on record"]);
    };
    let sent = words::date(say.lang, sent);
    say.say(
        format!("{sent}发出，距会议{days}日"),
        format!("sent on {sent}, {days} days before the meeting"),
    )
}

fn sending(say: &Say, Sending { sent, .. }: &Sending) -> String {
    let day = words::date(say.lang, sent.day);
    let how = words::channel(say.lang, sent.how);
    let units = say.members(u32::try_from(sent.units.len()).unwrap_or(u32::MAX));
    let mut line =
        say.say(format!("{day}送达{units}（{how}）"), format!("to {units} on {day} ({how})"));
    if !sent.items.is_empty() {
        let items: Vec<String> = sent.items.iter().map(u32::to_string).collect();
        line += &say.say(
            format!("，补充列入第{}项", items.join("、")),
            format!(", bringing item {}", items.join(", ")),
        );
    }
    if !sent.note.is_empty() {
        let note = inline(&sent.note);
        line += &say.say(format!("，{note}"), format!(", {note}"));
    }
    line
}

/// The day the last unit was first reached.
fn last_reached(say: &Say) -> NaiveDate {
    let mut first: BTreeMap<u32, NaiveDate> = BTreeMap::new();
    for Sending { sent, .. } in &say.minutes.convening.sendings {
        for unit in &sent.units {
            let day = first.entry(*unit).or_insert(sent.day);
            *day = sent.day.min(*day);
        }
    }
    let last = first.into_values().max().unwrap_or(say.minutes.meeting.date);
    // A day given with the convening says that it went to all on that day.
    say.minutes.convening.notice.map_or(last, |day| day.min(last))
}
