//! The head of the minutes: title, preview, and the lines under them.

use super::{Say, inline, presiders, recorders};
use crate::minutes::types::State;
use crate::record::state::Phase;
use crate::text::words;

/// The name of the meeting.
pub fn meeting_name(say: &Say) -> String {
    let heading = &say.minutes.meeting;
    let number = [heading.term, heading.number];
    say.pick(&words::title(say.charter, &heading.body.id, number, heading.special))
}

/// The lines of the title.
pub fn title(say: &Say) -> Vec<String> {
    let association = say.pick(&say.minutes.association.name);
    let meeting = meeting_name(say);
    let paper = if meeting.ends_with("会议") { "记录" } else { "会议记录" };
    vec![association, say.say(format!("{meeting}{paper}"), format!("Minutes: {meeting}"))]
}

/// That this is not the final paper, for a meeting that is not closed.
pub fn preview(say: &Say) -> Option<String> {
    let state = match say.minutes.state {
        State::Closed => return None,
        State::Preparing => Phase::Preparing,
        State::Open => Phase::Open,
        State::Break => Phase::Break,
    };
    let state = words::phase(say.lang, state);
    Some(say.say(
        format!("预览（{state}）：会议尚未结束，以下内容还会增加或更正。"),
        format!("Preview ({state}): the meeting is not over; what follows will grow and may be corrected."),
    ))
}

/// The lines under the title.
pub fn facts(say: &Say) -> Vec<String> {
    let minutes = say.minutes;
    let heading = &minutes.meeting;
    let kind = if heading.special {
        ["临时会议", "special meeting"]
    } else {
        ["例会", "ordinary meeting"]
    };
    let mut lines = vec![
        (["会议类型", "Kind"], say.word(kind)),
        (["时间", "Time"], time_line(say)),
        (["地点", "Place"], inline(&heading.place)),
        (["召集", "Convened"], convening(say)),
        (["通知", "Notice"], super::notice::notice(say)),
        (["主持人", "Presider"], presiders(say)),
        (["记录人", "Recorder"], recorders(say)),
    ];
    if !minutes.breaks.is_empty() {
        let spans: Vec<String> = minutes
            .breaks
            .iter()
            .map(|b| span(say, &say.time(&b.begun), b.resumed.map(|w| say.time(&w))))
            .collect();
        lines.push((["休会", "Breaks"], spans.join(&say.word(["；", "; "]))));
    }
    for one in &minutes.interruptions {
        let cause = inline(&one.cause);
        let time = span(say, &say.clock(one.from), Some(say.clock(one.until)));
        let line = say.say(format!("{time}：{cause}"), format!("{time}: {cause}"));
        lines.push((["中断", "Interruption"], line));
    }
    let said = lines.into_iter().filter(|(_, value)| !value.is_empty());
    said.map(|([zh, en], value)| say.say(format!("{zh}：{value}"), format!("{en}: {value}")))
        .collect()
}

fn span(say: &Say, from: &str, until: Option<String>) -> String {
    match until {
        Some(until) => say.say(format!("{from}至{until}"), format!("{from} to {until}")),
        None => say.say(format!("{from}起"), format!("from {from}")),
    }
}

fn time_line(say: &Say) -> String {
    let minutes = say.minutes;
    let heading = &minutes.meeting;
    let day = words::date(say.lang, heading.date);
    let zone = inline(&heading.time_zone);
    let opened = minutes.opened.map(|w| say.time(&w));
    let closed = minutes.closed.map(|w| say.time(&w));
    match (opened, closed) {
        (Some(opened), Some(closed)) => say.say(
            format!("{day}{opened}开会，{closed}闭会（UTC{zone}）"),
            format!("{day}; called to order at {opened}, closed at {closed} (UTC{zone})"),
        ),
        (Some(opened), None) => say.say(
            format!("{day}{opened}开会（UTC{zone}）"),
            format!("{day}; called to order at {opened} (UTC{zone})"),
        ),
        _ => day,
    }
}

fn convening(say: &Say) -> String {
    let convening = &say.minutes.convening;
    let way = say.pick(&convening.way.name);
    let basis = convening.basis.as_ref().map(|b| say.basis(b)).unwrap_or_default();
    let mut line = say.say(format!("{way}（{basis}）"), format!("{way} ({basis})"));
    if let Some(first) = convening.second_call {
        line += &say.say(
            format!("；第{first}号会议后再次召集"),
            format!("; called again after meeting {first}"),
        );
    }
    let Some(needed) = convening.needed else {
        return line;
    };
    let signed = convening.signed.len();
    let names = say.units(&convening.signed);
    let roll = say.members(convening.roll);
    let counter = &say.minutes.association.counter.zh;
    say.say(
        format!("{line}；名册{roll}，须{needed}{counter}联名，已联名{signed}{counter}：{names}"),
        format!("{line}; of {roll} on the roll {needed} had to sign and {signed} did: {names}"),
    )
}
