//! The line under the figures of a count: what adds up and what does not.

use super::Lang;
use std::cmp::Ordering;

/// A sentence in the languages of the screen.
fn say(lang: Lang, zh: String, en: String) -> String {
    lang.each(|l| match l {
        Lang::En => en.clone(),
        _ => zh.clone(),
    })
}

/// As many hands as voters.
pub fn hands_fit(lang: Lang, sum: u64) -> String {
    say(lang, format!("合计{sum}，正是参加表决的{sum} ✓"), format!("all {sum} counted ✓"))
}

/// Fewer hands than voters.
pub fn hands_under(lang: Lang, sum: u64, voters: u64, left: u64) -> String {
    say(
        lang,
        format!("合计{sum}，参加表决{voters}，未举手{left}"),
        format!("{sum} of {voters}, {left} left"),
    )
}

/// More hands than voters.
pub fn hands_over(lang: Lang, sum: u64, voters: u64, over: u64) -> String {
    say(
        lang,
        format!("合计{sum}，比参加表决的{voters}多{over} ✗"),
        format!("{sum}, {over} over {voters} ✗"),
    )
}

/// More in the room than voters.
pub fn room_over(lang: Lang, room: u64, voters: u64) -> String {
    say(
        lang,
        format!("在场{room}，多于参加表决的{voters} ✗"),
        format!("{room} in the room, only {voters} vote ✗"),
    )
}

/// No and abstain more than those in the room.
pub fn minority_over(lang: Lang, others: u64, room: u64) -> String {
    say(
        lang,
        format!("反对、弃权合计{others}，多于在场{room} ✗"),
        format!("no and abstain are {others}, only {room} in the room ✗"),
    )
}

/// The yes that follows.
pub fn derived(lang: Lang, room: u64, others: u64) -> String {
    let yes = room.saturating_sub(others);
    say(
        lang,
        format!("推算赞成 {room}-{others}={yes}"),
        format!("yes derived: {room} - {others} = {yes}"),
    )
}

/// Papers handed out, of those who vote.
pub fn issued(lang: Lang, issued: u64, voters: u64) -> String {
    if issued > voters {
        say(
            lang,
            format!("发出{issued}，多于参加表决的{voters} ✗"),
            format!("issued {issued}, only {voters} vote ✗"),
        )
    } else {
        say(lang, format!("发出{issued}≤人数{voters} ✓"), format!("issued {issued} of {voters} ✓"))
    }
}

/// Papers in the box, of those handed out.
pub fn recovered(lang: Lang, recovered: u64, issued: u64) -> String {
    if recovered > issued {
        say(
            lang,
            format!("收回{recovered}，多于发出{issued}（照实可记） ⚑"),
            format!("back {recovered}, {issued} issued (may stand) ⚑"),
        )
    } else {
        say(
            lang,
            format!("收回{recovered}≤发出{issued} ✓"),
            format!("back {recovered} of {issued} ✓"),
        )
    }
}

/// Valid and invalid papers, against those in the box.
pub fn papers(lang: Lang, sum: u64, recovered: u64) -> String {
    say(
        lang,
        format!("有效+无效{}", against(Lang::Zh, sum, recovered, "收回")),
        format!("valid+invalid {}", against(Lang::En, sum, recovered, "recovered")),
    )
}

/// Choices, against the valid papers.
pub fn choices(lang: Lang, sum: u64, valid: u64) -> String {
    say(
        lang,
        format!("三项合计{}", against(Lang::Zh, sum, valid, "有效")),
        format!("votes {}", against(Lang::En, sum, valid, "valid")),
    )
}

/// How a sum compares with what it must be.
fn against(lang: Lang, sum: u64, wanted: u64, of: &str) -> String {
    match (lang, sum.cmp(&wanted)) {
        (_, Ordering::Equal) => format!("{sum} ✓"),
        (Lang::En, Ordering::Less) => format!("{sum}, {} below {of} {wanted}", wanted - sum),
        (_, Ordering::Less) => format!("{sum}，比{of}{wanted}少{}", wanted - sum),
        (Lang::En, Ordering::Greater) => format!("{sum}, {} above {of} {wanted} ✗", sum - wanted),
        (_, Ordering::Greater) => format!("{sum}，比{of}{wanted}多{} ✗", sum - wanted),
    }
}
