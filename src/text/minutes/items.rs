//! Items in the minutes: heading, what stood on file, notes, and how they ended.

use super::{Say, inline, reason, recusal};
use crate::charter::cite::han;
use crate::minutes::agenda::{Ended, Item, Recusal};
use crate::minutes::types::{Moment, Note};
use crate::record::event::ItemEnd;
use crate::text::words;

/// The heading of an item, by the order it was taken up.
pub fn item_head(say: &Say, item: &Item, place: usize) -> String {
    let title = inline(&item.title);
    let order = u32::try_from(place + 1).unwrap_or(u32::MAX);
    let han = han(order);
    let no = item.no;
    if item.taken_up.is_empty() {
        return say.say(
            format!("未进行的议程：{title}（议程第{no}项）"),
            format!("Not taken up: {title} (agenda item {no})"),
        );
    }
    say.say(
        format!("（{han}）{title}（议程第{no}项）"),
        format!("{order}. {title} (agenda item {no})"),
    )
}

/// What is to be said of an item before its motions: matter, notice, times, papers, recusals.
pub fn item_lines(say: &Say, item: &Item) -> Vec<String> {
    let mut lines = Vec::new();
    let notice = if item.on_notice {
        say.word(["列入会议通知", "on the notice"])
    } else {
        let added = say.time(&item.added);
        say.say(
            format!("未列入会议通知，{added}增列"),
            format!("not on the notice; added at {added}"),
        )
    };
    match &item.matter {
        Some(matter) => {
            let matter = say.matter(matter);
            lines.push(say.say(
                format!("事项：{matter}；{notice}。"),
                format!("Matter: {matter}; {notice}."),
            ));
        }
        None => lines.push(
            say.say(format!("不付表决的事项；{notice}。"), format!("Not for decision; {notice}.")),
        ),
    }
    if !item.tasks.is_empty() {
        let tasks: Vec<String> = item.tasks.iter().map(|t| say.matter(t)).collect();
        let tasks = say.list(&tasks);
        lines.push(say.say(format!("服务的任务：{tasks}。"), format!("Serves: {tasks}.")));
    }
    // Who stands back beforehand does so before the item is taken up; later ones stand in their place below.
    let before = item.recused.iter().filter(|r| !in_hand(item, r));
    lines.extend(before.map(|r| recusal(say, r)));
    if let Some(first) = item.taken_up.first() {
        let time = say.time(first);
        lines.push(say.say(format!("{time}开始审议。"), format!("Taken up at {time}.")));
    }
    for filed in &item.filed {
        let name = say.pick(&filed.precondition.name);
        let note = inline(&filed.note);
        let document = filed.document.map_or_else(String::new, |no| {
            say.say(format!("（文件第{no}号）"), format!(" (paper {no})"))
        });
        lines.push(say.say(
            format!("备案：{name}——{note}{document}"),
            format!("On file: {name} — {note}{document}"),
        ));
    }
    lines
}

/// Whether somebody was recused while the item was in hand.
pub fn in_hand(item: &Item, one: &Recusal) -> bool {
    item.taken_up.first().is_some_and(|first| first.entry < one.when.entry)
}

/// That an item put off before was taken up again.
pub fn taken_up_again(say: &Say, when: &Moment) -> String {
    let time = say.time(when);
    say.say(format!("{time}继续审议。"), format!("{time}: taken up again."))
}

/// How an item ended, and when.
pub fn item_end(say: &Say, ended: &Ended) -> String {
    ended_at(say, ended, &say.time(&ended.when))
}

/// The same for those who were not there, to whom the hour is nothing.
pub fn item_left(say: &Say, ended: &Ended) -> String {
    let said = ended_at(say, ended, "");
    words::capital(said.trim_start_matches([':', ' ']))
}

fn ended_at(say: &Say, ended: &Ended, time: &str) -> String {
    match &ended.end {
        ItemEnd::Closed => {
            say.say(format!("{time}本项议程结束。"), format!("{time}: item closed."))
        }
        ItemEnd::Postponed { why } => {
            let why = reason(why);
            say.say(
                format!("{time}推迟到本次会议稍后进行，理由：{why}。"),
                format!("{time}: put off within this meeting. Reason: {why}."),
            )
        }
        ItemEnd::Referred { why, .. } => {
            let why = reason(why);
            let body = ended.body.as_ref().map(|b| say.pick(&b.name)).unwrap_or_default();
            say.say(
                format!("{time}移交{body}，理由：{why}。"),
                format!("{time}: referred to {body}. Reason: {why}."),
            )
        }
        ItemEnd::CarriedOver { why } => {
            let why = reason(why);
            say.say(
                format!("{time}转入下次会议，理由：{why}。"),
                format!("{time}: carried over to the next meeting. Reason: {why}."),
            )
        }
    }
}

/// A note.
pub fn note(say: &Say, note: &Note) -> String {
    let kind = words::note_kind(say.lang, note.kind);
    let time = say.time(&note.when);
    let (who, text) = (inline(&note.who), inline(&note.text));
    let private =
        if note.private { say.word(["〔不公开〕", "[not public] "]) } else { String::new() };
    let who = if who.is_empty() {
        String::new()
    } else {
        say.say(format!("{who}："), format!("{who}: "))
    };
    say.say(
        format!("{time}　【{kind}】{private}{who}{text}"),
        format!("{time} {kind}: {private}{who}{text}"),
    )
}
