//! The vote pane: the number needed beside the number there is, bars on one scale, the verdict in words.

use super::window;
use crate::charter::{Base, Matter, Method, Rule};
use crate::record::command::Choice;
use crate::record::decide::{Power, power};
use crate::record::state::{ItemState, Meeting, Phase, Vote, VoteState};
use crate::record::tally::{Standing, standing, tally, verdict};
use crate::text::verdict::{self as says, Stage};
use crate::text::{Lang, findings, words};
use crate::ui::big::{self, Scale, measure};
use crate::ui::console::Console;
use crate::ui::draw::pane;
use crate::ui::theme::{Role, style};
use crate::ui::view::Pane;
use crate::ui::width::{pad_left, pad_right, shorten_middle, width, wrap};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;
use ratatui::{Frame, layout::Rect};

/// Whether the votes needed follow from the roll alone.
pub fn counts_roll(rule: &Rule) -> bool {
    rule.is_plain() && matches!(rule.base, Base::AllMembers | Base::NotRecused)
}

/// Votes a matter would need now, and those present; `None` where this body may not decide it.
pub fn needed_for(console: &Console, meeting: &Meeting, matter: &Matter) -> Option<(u32, u32)> {
    let book = &console.ledger.book;
    let charter = book.charter.as_deref()?;
    let Power::Granted(route) = power(book, charter, &meeting.body, matter) else {
        return None;
    };
    let rule = charter.rule(&route.rule)?;
    let roll = book.roll_of(&meeting.body);
    let present = u32::try_from(meeting.present(&roll).len()).unwrap_or(u32::MAX);
    let of =
        if counts_roll(rule) { u32::try_from(roll.len()).unwrap_or(u32::MAX) } else { present };
    Some((rule.share.bound(rule.cmp, of).unwrap_or(0), present))
}

/// The votes needed, for the header: of the open vote, or by each rule of the body.
pub fn needs(console: &Console, meeting: &Meeting, short: bool) -> String {
    let lang = console.lang();
    if let Some(vote) = meeting.vote_in_hand() {
        let now = standing(vote);
        let needed = now.needed.map_or_else(|| "—".to_owned(), |n| n.to_string());
        return lang.each(|l| match l {
            Lang::En => format!("needs {needed}"),
            _ => format!("须{needed}票"),
        });
    }
    let book = &console.ledger.book;
    let Some(charter) = book.charter.as_deref() else {
        return String::new();
    };
    let roll = book.roll_of(&meeting.body);
    let present = u32::try_from(meeting.present(&roll).len()).unwrap_or(u32::MAX);
    let mut seen: Vec<&str> = Vec::new();
    let mut parts = Vec::new();
    for matter in &charter.matters {
        let Power::Granted(route) = power(book, charter, &meeting.body, matter) else {
            continue;
        };
        let Some(rule) = charter.rule(&route.rule).filter(|r| !seen.contains(&r.id.as_str()))
        else {
            continue;
        };
        seen.push(&rule.id);
        let of =
            if counts_roll(rule) { u32::try_from(roll.len()).unwrap_or(u32::MAX) } else { present };
        if let Some(needed) = rule.share.bound(rule.cmp, of) {
            let mark = if present >= needed { "✓" } else { "✗" };
            let name = if short {
                String::new()
            } else {
                format!("{} ", short_name(&lang.pick(&rule.name)))
            };
            parts.push(format!("{name}{needed}{mark}"));
        }
    }
    parts.truncate(3);
    if short { lang.say(["可决 ", "to pass "]) + &parts.join(" ") } else { parts.join(" · ") }
}

/// A rule's name without what stands behind its colon: the header has no room for the whole.
fn short_name(name: &str) -> &str {
    name.split(['：', ':', '(', '（']).next().unwrap_or(name).trim()
}

/// Draws it.
pub fn draw(frame: &mut Frame, console: &Console, meeting: &Meeting, area: Rect) {
    let lang = console.lang();
    let vote = meeting.vote_in_hand().or_else(|| current(meeting));
    let right = vote.map_or_else(String::new, |v| {
        let state = words::vote_state(lang, &v.state);
        let both = format!("{} {state}", words::method(lang, v.method));
        if width(&both) + 14 > usize::from(area.width) { state } else { both }
    });
    let inner = pane(frame, console, Pane::Vote, &right, area);
    let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    let lines = match vote {
        Some(vote) => of_vote(console, meeting, vote, inner),
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
    let lang = console.lang();
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

fn of_vote(console: &Console, meeting: &Meeting, vote: &Vote, area: Rect) -> Vec<Line<'static>> {
    let lang = console.lang();
    let theme = console.view.theme;
    let cells = usize::from(area.width);
    let now = standing(vote);
    let mut lines = Vec::new();
    if let Some(motion) = meeting.motion(vote.motion) {
        let mark = if motion.amends.is_some() {
            lang.say(["修正案 ", "amendment "])
        } else {
            String::new()
        };
        lines.push(Line::styled(
            shorten_middle(&format!("{mark}{}", motion.text.replace('\n', " ")), cells),
            style(theme, Role::Title),
        ));
    }
    lines.push(summary(console, vote, &now));
    lines.push(Line::default());
    bars(console, vote, &now, cells, &mut lines);
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
            push(says::standing(lang, &now), Role::Text);
            push(says::explanation(lang, charter, &judged, &vote.frozen, None), Role::Dim);
        }
        VoteState::Closed => {
            push(
                lang.say(["已结束计票，等待主持人宣布。", "Counted; the presider declares it."]),
                Role::PaneFocus,
            );
            push(says::explanation(lang, charter, &judged, &vote.frozen, None), Role::Text);
        }
        VoteState::Declared => {
            if let Some(declared) = vote.declared.last() {
                let (word, role) = if declared.carried {
                    (["通过", "CARRIED"], Role::Carried)
                } else {
                    (["未获通过", "NOT CARRIED"], Role::Lost)
                };
                push(format!(" {} ", lang.say(word)), role);
                push(
                    says::explanation(
                        lang,
                        charter,
                        &declared.verdict,
                        &vote.frozen,
                        Some(declared.carried),
                    ),
                    Role::Text,
                );
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
    says::other_measures(lang, &judged).into_iter().for_each(|line| push(line, Role::Text));
    // What asked for a ruling has been answered by it.
    let ruled = vote.declared.last().is_some_and(|d| d.ruling.is_some());
    let answered = vote.frozen.rule.exactly.as_ref().filter(|_| ruled);
    let shown: Vec<String> = judged
        .flags
        .iter()
        .filter(|f| answered.is_none_or(|e| !e.flags.contains(f)))
        .map(|f| format!("⚑ {}", findings::short(lang, &console.ledger.book, f)))
        .collect();
    if !shown.is_empty() {
        push(shown.join("  "), Role::Accent);
    }
    if vote.method == Method::RollCall && vote.state == VoteState::Open {
        let left = usize::from(area.height).saturating_sub(lines.len() + 1);
        lines.push(Line::default());
        roll_call(console, vote, cells, left, &mut lines);
    } else if vote.state == VoteState::Open {
        script(console, meeting, Stage::Vote(vote.method), cells, &mut lines);
    } else if vote.state == VoteState::Closed {
        script(console, meeting, Stage::Declare(vote, &judged, None), cells, &mut lines);
    }
    lines
}

fn summary(console: &Console, vote: &Vote, now: &Standing) -> Line<'static> {
    let lang = console.lang();
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
            let out = if counting { format!("  out {}", now.out) } else { String::new() };
            format!("needs {needed}  yes {}  {gap}{out}", figures.yes)
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

/// Bars on one scale, the base, with marks at the half and at the number needed.
fn bars(
    console: &Console,
    vote: &Vote,
    now: &Standing,
    cells: usize,
    lines: &mut Vec<Line<'static>>,
) {
    let lang = console.lang();
    let theme = console.view.theme;
    let figures = tally(vote);
    let scale = now.base.max(figures.cast()).max(1);
    let rows = [
        (Choice::Yes, figures.yes, Role::VoteYes),
        (Choice::No, figures.no, Role::VoteNo),
        (Choice::Abstain, figures.abstain, Role::VoteAbstain),
    ];
    let names: Vec<String> = rows.iter().map(|(c, _, _)| words::choice(lang, *c)).collect();
    let label = names.iter().map(|n| width(n)).max().unwrap_or(4);
    let room = cells.saturating_sub(label + 6).max(8);
    let place = |n: u32| (n as usize * room) / scale as usize;
    let mark = now.needed.map(|n| place(n).min(room.saturating_sub(1)));
    for ((_, count, role), name) in rows.iter().zip(&names) {
        let filled = place(*count).max(usize::from(*count > 0));
        let mut spans = vec![
            Span::styled(pad_right(name, label), style(theme, *role)),
            Span::styled(
                format!(" {} ", pad_left(&count.to_string(), 3)),
                style(theme, Role::Title),
            ),
        ];
        for cell in 0..room {
            let at_mark = *role == Role::VoteYes && mark == Some(cell);
            let (text, role) = match (cell < filled, at_mark) {
                (_, true) => ("┃", Role::Mark),
                (true, false) => ("█", *role),
                (false, false) => ("·", Role::Track),
            };
            spans.push(Span::styled(text, style(theme, role)));
        }
        lines.push(Line::from(spans));
    }
    lines.push(scale_line(console, vote, now, label + 5, room, scale));
}

/// The scale under the bars: 0, a half, the share needed, the base.
fn scale_line(
    console: &Console,
    vote: &Vote,
    now: &Standing,
    indent: usize,
    room: usize,
    scale: u32,
) -> Line<'static> {
    let theme = console.view.theme;
    let mut cells: Vec<String> = vec![" ".to_owned(); room];
    // A mark whose own place is taken stands to the left of it; the ends come first.
    let mut put = |at: usize, text: &str| {
        let long = text.chars().count();
        let free = |at: usize, cells: &[String]| {
            at + long <= room
                && cells.iter().skip(at.saturating_sub(1)).take(long + 2).all(|c| c == " ")
        };
        let places = [
            at.min(room.saturating_sub(long)),
            at.saturating_sub(long),
            at.saturating_sub(long + 3),
        ];
        let Some(at) = places.into_iter().find(|at| free(*at, &cells)) else { return };
        for (offset, letter) in text.chars().enumerate() {
            if let Some(cell) = cells.get_mut(at + offset) {
                *cell = letter.to_string();
            }
        }
    };
    let place = |n: u32| (n as usize * room) / scale as usize;
    put(0, "0");
    put(room, &scale.to_string());
    let share = vote.frozen.rule.share;
    if let Some(needed) = now.needed {
        put(place(needed), &format!("{}/{}:{needed}", share.num, share.den));
    }
    let half = scale.div_ceil(2);
    if (share.num, share.den) != (1, 2) {
        put(place(half), &format!("1/2:{half}"));
    }
    Line::styled(format!("{}{}", " ".repeat(indent), cells.concat()), style(theme, Role::Dim))
}

fn roll_call(
    console: &Console,
    vote: &Vote,
    cells: usize,
    rows: usize,
    lines: &mut Vec<Line<'static>>,
) {
    let lang = console.lang();
    let theme = console.view.theme;
    let voters: Vec<u32> = vote.voters().into_iter().collect();
    let chosen = console.view.at(Pane::Vote).min(voters.len().saturating_sub(1));
    let top = window(chosen, voters.len(), rows);
    for (place, unit) in voters.iter().enumerate().skip(top).take(rows) {
        let answer = vote.calls.get(unit);
        let (text, role) = match answer {
            Some(choice) => (
                words::choice(lang, *choice),
                match choice {
                    Choice::Yes => Role::VoteYes,
                    Choice::No => Role::VoteNo,
                    Choice::Abstain => Role::VoteAbstain,
                    Choice::Silent => Role::Dim,
                },
            ),
            None => (lang.say(["待点名", "not yet"]), Role::Dim),
        };
        let mark = if place == chosen { "▸" } else { " " };
        let name = format!(
            "{mark}{} {}",
            pad_left(&unit.to_string(), 3),
            console.ledger.book.unit_name(*unit)
        );
        let room = cells.saturating_sub(width(&text) + 1);
        let base =
            if place == chosen { style(theme, Role::Selection) } else { style(theme, Role::Text) };
        let right = if place == chosen { base } else { base.patch(style(theme, role)) };
        lines.push(Line::from(vec![
            Span::styled(pad_right(&shorten_middle(&name, room), room), base),
            Span::styled(format!(" {text}"), right),
        ]));
    }
}
