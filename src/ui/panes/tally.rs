//! The vote pane: the number needed beside the number there is, bars on one scale, the verdict in words.

use super::{ballots, bars, more};
use crate::charter::{Method, TieEnd};
use crate::record::Code;
use crate::record::state::{ItemState, Meeting, Phase, Vote, VoteState};
use crate::record::tally::{Standing, standing, tally, verdict};
use crate::text::verdict::{self as says, Stage};
use crate::text::{Lang, findings, words};
use crate::ui::big::{self, Scale, measure};
use crate::ui::console::Console;
use crate::ui::draw::pane;
use crate::ui::theme::{Role, style};
use crate::ui::view::Pane;
use crate::ui::width::{width, wrap};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

/// Draws it.
pub fn draw(frame: &mut Frame, console: &Console, meeting: &Meeting, area: Rect) {
    if meeting.phase == Phase::Closed {
        return super::closed::after(frame, console, meeting, area);
    }
    let lang = console.lang().first();
    if let Some((race, round)) = ballots::round(console, meeting) {
        let right = ballots::corner(lang, round, area.width);
        let inner = pane(frame, console, Pane::Vote, &right, area);
        let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        let (cells, rows) = (usize::from(inner.width), usize::from(inner.height));
        let lines = ballots::lines(console, race, round, cells, rows);
        frame.render_widget(Paragraph::new(lines), inner);
        return;
    }
    let vote = meeting.vote_in_hand().or_else(|| current(meeting));
    let right = vote.map_or_else(String::new, |v| {
        let state = words::vote_state(lang, &v.state);
        let both = format!("{} · {state}", words::method(lang, v.method));
        if width(&both) + 14 > usize::from(area.width) { state } else { both }
    });
    let inner = pane(frame, console, Pane::Vote, &right, area);
    let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    let lines = match vote {
        Some(vote) => {
            let question = question(console, meeting, vote, usize::from(inner.width));
            // Of what is voted on two lines stand at least; the rest of it gives way to the figures.
            let least = question.len().min(2);
            let room = usize::from(inner.height).saturating_sub(least);
            let under = Rect { height: u16::try_from(room).unwrap_or(inner.height), ..inner };
            let rest = of_vote(console, meeting, vote, under);
            let free = usize::from(inner.height).saturating_sub(rest.len()).max(least);
            let mut lines = more::fold(console, question, free);
            lines.extend(rest);
            lines
        }
        None => {
            let text = lang.say(["没有进行中的表决。", "No vote is open."]);
            let mut lines = vec![Line::styled(text, style(console.view.theme, Role::Dim))];
            let stage = match meeting.phase {
                Phase::Preparing => Some(Stage::Opening),
                Phase::Break => Some(Stage::Resume),
                Phase::Open => Some(meeting.item_in_hand().map_or(Stage::Closing, Stage::Item)),
                Phase::Closed => None,
            };
            if let Some(stage) = stage.filter(|s| worth_saying(meeting, s)) {
                script(console, meeting, stage, usize::from(inner.width), &mut lines);
            }
            lines
        }
    };
    let used = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    frame.render_widget(Paragraph::new(lines), inner);
    if let Some(vote) = vote {
        big_result(frame, console, vote, inner, used);
    }
}

/// The result once more in letters that are read from across the room, where there is room for them.
fn big_result(frame: &mut Frame, console: &Console, vote: &Vote, area: Rect, used: u16) {
    let (word, role) = match (&vote.state, vote.declared.last()) {
        (VoteState::Declared, Some(d)) if d.carried => (["通过", "CARRIED"], Role::Carried),
        (VoteState::Declared, Some(d)) if d.verdict.tie == Some(TieEnd::SecondVote) => {
            (["再次表决", "AGAIN"], Role::Accent)
        }
        (VoteState::Declared, Some(_)) => (["未获通过", "LOST"], Role::Lost),
        (VoteState::Void { .. }, _) => (["作废", "VOID"], Role::Lost),
        _ => return,
    };
    let [zh, en] = word;
    let text = if console.lang() == Lang::En { en } else { zh };
    let top = area.y.saturating_add(used).saturating_add(2);
    let room = area.bottom().saturating_sub(top);
    let scale = [Scale::Full, Scale::Compact].into_iter().find(|scale| {
        let (w, h) = measure(text, *scale);
        w <= area.width && h < room
    });
    let Some(scale) = scale else { return };
    let (w, h) = measure(text, scale);
    let place = Rect { x: area.x + (area.width - w) / 2, y: top, width: w, height: h };
    big::draw(frame.buffer_mut(), place, text, scale, style(console.view.theme, role));
}

/// The closing words wait until nothing is left to be taken up.
fn worth_saying(meeting: &Meeting, stage: &Stage) -> bool {
    let waiting = meeting.items.iter().any(|i| i.state == ItemState::Pending);
    !matches!(stage, Stage::Closing) || !waiting
}

/// What the presider says now.
fn script(
    console: &Console,
    meeting: &Meeting,
    stage: Stage,
    cells: usize,
    lines: &mut Vec<Line<'static>>,
) {
    // Spoken in one language; a narrow column has no room for the other.
    let lang = if cells < 64 { console.lang().first() } else { console.lang() };
    let theme = console.view.theme;
    lines.push(Line::default());
    lines.push(Line::styled(lang.say(["主持人：", "The presider says:"]), style(theme, Role::Dim)));
    for said in says::script(lang, &console.ledger.book, meeting, stage) {
        for line in wrap(&said, cells) {
            lines.push(Line::styled(line, style(theme, Role::Text)));
        }
    }
}

/// The last vote on the item in hand: the result stays until something new begins.
fn current(meeting: &Meeting) -> Option<&Vote> {
    let item = meeting.item_in_hand()?.no;
    let vote = meeting.votes.last()?;
    meeting.motion(vote.motion).filter(|m| m.item == item).map(|_| vote)
}

/// Whether a flag says something about this vote that was not said or settled before: a ruling answers what asked for
/// it, and a changed base is news for the first vote on it.
pub fn is_news(meeting: &Meeting, vote: &Vote, code: &str) -> bool {
    let ruled = vote.declared.last().is_some_and(|d| d.ruling.is_some());
    let asked = vote.frozen.rule.exactly.as_ref();
    if ruled && asked.is_some_and(|e| e.flags.iter().any(|f| f == code)) {
        return false;
    }
    if code == Code::BaseChanged.stem() {
        let before = meeting.votes.iter().take_while(|v| v.no != vote.no).last();
        return before.is_none_or(|b| b.frozen.roll != vote.frozen.roll);
    }
    true
}

fn of_vote(console: &Console, meeting: &Meeting, vote: &Vote, area: Rect) -> Vec<Line<'static>> {
    let lang = console.lang().first();
    // How it stands and why is said in both languages, each in lines of its own.
    let both: &[Lang] = match console.lang() {
        Lang::Both => &[Lang::Zh, Lang::En],
        Lang::En => &[Lang::En],
        Lang::Zh => &[Lang::Zh],
    };
    let theme = console.view.theme;
    let cells = usize::from(area.width);
    let now = standing(vote);
    let mut lines = Vec::new();
    lines.push(summary(console, vote, &now, cells));
    lines.push(Line::default());
    bars::bars(console, vote, &now, cells, &mut lines);
    lines.push(Line::default());
    let Some(charter) = console.ledger.book.charter.as_deref() else {
        return lines;
    };
    let mut push = |text: String, role: Role| {
        for line in wrap(&text, cells) {
            lines.push(Line::styled(line, style(theme, role)));
        }
    };
    let judged = verdict(vote);
    match &vote.state {
        VoteState::Open => {
            both.iter().for_each(|l| push(says::standing(*l, &now), Role::Text));
            for lang in both {
                push(says::explanation(*lang, charter, &judged, &vote.frozen, None), Role::Dim);
            }
        }
        VoteState::Closed => {
            push(
                lang.say([
                    "已结束计票，等待主持人宣布。",
                    "Counted; waiting for the presider to declare it.",
                ]),
                Role::PaneFocus,
            );
            for lang in both {
                push(says::explanation(*lang, charter, &judged, &vote.frozen, None), Role::Text);
            }
        }
        VoteState::Declared => {
            if let Some(declared) = vote.declared.last() {
                let (word, role) = if declared.carried {
                    (["通过", "CARRIED"], Role::Carried)
                } else if declared.verdict.tie == Some(TieEnd::SecondVote) {
                    (["票数相等，再次表决", "EQUAL: VOTED AGAIN"], Role::Accent)
                } else {
                    (["未获通过", "NOT CARRIED"], Role::Lost)
                };
                push(format!(" {} ", console.lang().say(word)), role);
                let outcome = Some(declared.carried);
                for lang in both {
                    let said =
                        says::explanation(*lang, charter, &declared.verdict, &vote.frozen, outcome);
                    push(said, Role::Text);
                }
                if let Some(ruling) = &declared.ruling {
                    push(
                        format!(
                            "{}{}",
                            lang.join("主持人裁定：", "The presider ruled: "),
                            ruling.reason
                        ),
                        Role::Text,
                    );
                }
            }
        }
        VoteState::Void { why } => {
            push(format!(" {} ", lang.say(["作废", "VOID"])), Role::Lost);
            push(why.clone(), Role::Text);
        }
    }
    for one in both {
        says::other_measures(*one, &judged).into_iter().for_each(|line| push(line, Role::Text));
    }
    let shown: Vec<String> = judged
        .flags
        .iter()
        .filter(|f| is_news(meeting, vote, f))
        .map(|f| format!("⚑ {}", findings::short(lang, &console.ledger.book, f)))
        .collect();
    if !shown.is_empty() {
        push(shown.join("  "), Role::Accent);
    }
    if vote.method == Method::RollCall && vote.state == VoteState::Open {
        let left = usize::from(area.height).saturating_sub(lines.len() + 1);
        lines.push(Line::default());
        bars::roll_call(console, vote, cells, left, &mut lines);
    } else if vote.state == VoteState::Open {
        script(console, meeting, Stage::Vote(vote.method), cells, &mut lines);
    } else if vote.state == VoteState::Closed {
        script(console, meeting, Stage::Declare(vote, &judged, None), cells, &mut lines);
    }
    lines
}

/// What is voted on, in full.
fn question(console: &Console, meeting: &Meeting, vote: &Vote, cells: usize) -> Vec<Line<'static>> {
    let lang = console.lang().first();
    let Some(motion) = meeting.motion(vote.motion) else {
        return Vec::new();
    };
    let mark = match motion.amends {
        Some(_) => lang.say(["修正案：", "amendment: "]),
        None => String::new(),
    };
    let text = format!("{mark}{}", motion.text.replace('\n', " "));
    let title = style(console.view.theme, Role::Title);
    wrap(&text, cells).into_iter().map(|line| Line::styled(line, title)).collect()
}

fn summary(console: &Console, vote: &Vote, now: &Standing, cells: usize) -> Line<'static> {
    let lang = console.lang().first();
    let title = style(console.view.theme, Role::Title);
    let needed = now.needed.map_or_else(|| "—".to_owned(), |n| n.to_string());
    let figures = tally(vote);
    let counting = vote.state == VoteState::Open;
    let beyond = now.needed.map_or(0, |n| figures.yes.saturating_sub(n));
    if now.needed.is_none() && !vote.frozen.rule.is_plain() {
        // In a weight or a group no number of heads is needed; its measures stand below.
        let yes = figures.yes;
        return Line::styled(lang.join(&format!("赞成 {yes}"), &format!("yes {yes}")), title);
    }
    let text = lang.each(|l| match l {
        Lang::En => {
            let gap = if now.missing > 0 {
                format!("{} short", now.missing)
            } else if beyond == 0 {
                "exactly".to_owned()
            } else {
                format!("{beyond} over")
            };
            let (yes, out) = (figures.yes, now.out);
            match (cells < 60, counting) {
                (true, true) => format!("needs {needed}  yes {yes}  {gap}  out {out}"),
                (true, false) => format!("needs {needed}  yes {yes}  {gap}"),
                (false, true) => {
                    format!("{needed} needed · {yes} in favour · {gap} · {out} not counted yet")
                }
                (false, false) => format!("{needed} needed · {yes} in favour · {gap}"),
            }
        }
        _ => {
            let gap = if now.missing > 0 {
                format!("还差 {}", now.missing)
            } else if beyond == 0 {
                "恰好".to_owned()
            } else {
                format!("超 {beyond}")
            };
            let out = if counting { format!("  未计 {}", now.out) } else { String::new() };
            format!("须 {needed}  赞成 {}  {gap}{out}", figures.yes)
        }
    });
    Line::styled(text, title)
}
