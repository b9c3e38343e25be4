//! The bars of a vote on one scale, and the roll call.

use super::window;
use crate::record::command::Choice;
use crate::record::state::Vote;
use crate::record::tally::{Standing, tally};
use crate::text::words;
use crate::ui::console::Console;
use crate::ui::theme::{Role, style};
use crate::ui::view::Pane;
use crate::ui::width::{pad_left, pad_right, shorten_middle, width};
use ratatui::text::{Line, Span};

/// Bars on one scale, the base, with marks at the half and at the number needed.
pub fn bars(
    console: &Console,
    vote: &Vote,
    now: &Standing,
    cells: usize,
    lines: &mut Vec<Line<'static>>,
) {
    let lang = console.lang().first();
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

/// Who has answered and what, the one chosen in the middle.
pub fn roll_call(
    console: &Console,
    vote: &Vote,
    cells: usize,
    rows: usize,
    lines: &mut Vec<Line<'static>>,
) {
    let lang = console.lang().first();
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
