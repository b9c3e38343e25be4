//! The attendance pane: search, the roll with signs and times, only the rows that are visible.

use super::window;
use crate::record::event::Presence;
use crate::record::notice::Reply;
use crate::record::state::Meeting;
use crate::text::words;
use crate::ui::console::Console;
use crate::ui::draw::pane;
use crate::ui::field::Look;
use crate::ui::theme::{Role, style};
use crate::ui::view::Pane;
use crate::ui::width::{pad_left, pad_right, shorten_middle, width};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

/// Draws it.
pub fn draw(frame: &mut Frame, console: &Console, meeting: &Meeting, area: Rect) {
    let lang = console.lang().first();
    let theme = console.view.theme;
    let book = &console.ledger.book;
    let roll = book.roll_of(&meeting.body);
    let heads = meeting.headcount(&roll);
    let inner =
        pane(frame, console, Pane::Door, &format!("{}/{}", heads.present, heads.roll), area);
    if inner.height < 3 {
        return;
    }
    let focused = console.view.focus == Pane::Door && console.view.layers.is_empty();
    let label = lang.say(["查找", "find"]);
    let cells = u16::try_from(width(&label)).unwrap_or(4) + 2;
    let line = Rect { height: 1, ..inner };
    frame.render_widget(
        Paragraph::new(Line::styled(format!(" {label}"), style(theme, Role::Dim))),
        line,
    );
    let look = Look {
        text: style(theme, Role::Field),
        hint: style(theme, Role::Dim),
        selection: style(theme, Role::Selection),
    };
    let field = Rect { x: inner.x + cells, width: inner.width.saturating_sub(cells + 1), ..line };
    console.view.search.draw(frame, field, focused, look);
    let found = console.found();
    let rows = usize::from(inner.height.saturating_sub(2));
    let chosen = console.view.at(Pane::Door).min(found.len().saturating_sub(1));
    let top = window(chosen, found.len(), rows);
    let mut lines = vec![Line::default()];
    for (place, unit) in found.iter().enumerate().skip(top).take(rows) {
        lines.push(row(console, meeting, *unit, place == chosen, inner.width));
    }
    if found.is_empty() {
        let nobody = if roll.is_empty() {
            lang.say(["名册上还没有单位。", "There is nobody on the roll yet."])
        } else {
            lang.say(["没有符合的单位。", "No unit matches."])
        };
        lines.push(Line::styled(format!(" {nobody}"), style(theme, Role::Dim)));
    }
    let list = Rect { y: inner.y + 1, height: inner.height - 1, ..inner };
    frame.render_widget(Paragraph::new(lines), list);
}

fn row(console: &Console, meeting: &Meeting, unit: u32, chosen: bool, cells: u16) -> Line<'static> {
    let theme = console.view.theme;
    let lang = console.lang().first();
    let book = &console.ledger.book;
    let attendance = meeting.attendance.get(&unit);
    let presence = attendance.map(|a| &a.presence);
    let recused = meeting.item_in_hand().is_some_and(|i| i.recused.contains_key(&unit));
    let reply = book.reply_of(meeting.no, unit).filter(|_| presence.is_none());
    let sign = match reply {
        _ if recused => '⊘',
        // Announced only: the sign of no presence there is.
        Some(reply) => words::reply_mark(reply),
        None => words::presence_mark(presence),
    };
    let role = match presence {
        _ if recused => Role::Absent,
        Some(Presence::Proxy { .. }) => Role::Proxy,
        Some(presence) if presence.is_present() => Role::Present,
        Some(_) => Role::Absent,
        None => Role::Dim,
    };
    let state = if recused {
        lang.say(["回避", "recused"])
    } else {
        let announced = || reply.map(|r| words::announced(lang, r));
        presence.map(|p| words::presence(lang, p)).or_else(announced).unwrap_or_default()
    };
    let clock = attendance
        .filter(|a| a.presence.is_present() || a.presence == Presence::Left)
        .map(|a| words::clock(a.since))
        .unwrap_or_default();
    let mark = if chosen { "▸" } else { " " };
    let left = format!("{mark}{} ", pad_left(&unit.to_string(), 3));
    let member = book.members.get(&unit);
    let full = member.map(|m| m.entry.name.clone()).unwrap_or_default();
    let timed = format!("{state} {clock}").trim_end().to_owned();
    let fits = |right: &String| {
        width(&full) <= usize::from(cells).saturating_sub(width(&left) + 3 + width(right) + 1)
    };
    // The name comes before the clock and the word: the sign says where the unit is, too.
    let unnamed = reply.map(|r| words::announced(lang, &Reply { who: String::new(), ..r.clone() }));
    let right =
        [timed, state, unnamed.unwrap_or_default()].into_iter().find(fits).unwrap_or_default();
    let room = usize::from(cells).saturating_sub(width(&left) + 3 + width(&right) + 1);
    let name =
        if fits(&right) { full } else { member.map(|m| m.short().to_owned()).unwrap_or_default() };
    let name = pad_right(&shorten_middle(&name, room), room);
    let base = if chosen { style(theme, Role::Selection) } else { style(theme, Role::Text) };
    let sign_style = if chosen { base } else { base.patch(style(theme, role)) };
    Line::from(vec![
        Span::styled(left, base),
        Span::styled(sign.to_string(), sign_style),
        Span::styled(format!(" {name} "), base),
        Span::styled(right, sign_style),
    ])
}
