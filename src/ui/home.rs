//! The screen of a book without a meeting in hand: what is entered, what comes next.

use super::console::Console;
use super::draw::ends;
use super::theme::{Role, style};
use super::width::{pad_right, shorten_middle};
use crate::charter::Roll;
use crate::text::{Lang, words};
use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

/// Draws it.
pub fn draw(frame: &mut Frame, console: &Console, area: Rect, today: NaiveDate) {
    let lang = console.lang();
    let theme = console.view.theme;
    let book = &console.ledger.book;
    let Some(charter) = book.charter.as_deref() else {
        return;
    };
    let inner = Rect {
        x: area.x + 3,
        width: area.width.saturating_sub(6),
        y: area.y + 1,
        height: area.height.saturating_sub(1),
    };
    let cells = usize::from(inner.width);
    let dim = style(theme, Role::Dim);
    let mut lines: Vec<Line> = Vec::new();
    let title = |words: [&'static str; 2]| Line::styled(lang.say(words), style(theme, Role::Title));
    lines.push(title(["这本会议簿", "This book"]));
    // A rule set from a named text has no day of its own.
    let undated = charter.identity.in_force.is_empty();
    let charter_line = lang.each(|l| match l {
        one if undated => one.pick(&charter.identity.name),
        Lang::En => format!(
            "Charter version {}, in force since {}",
            charter.identity.version, charter.identity.in_force
        ),
        _ => format!("章程第{}版，自{}起施行", charter.identity.version, charter.identity.in_force),
    });
    lines.push(Line::styled(format!("  {charter_line}"), dim));
    if let Some(path) = &console.path {
        lines.push(Line::styled(
            format!("  {}", shorten_middle(&path.display().to_string(), cells.saturating_sub(2))),
            dim,
        ));
    }
    lines.push(Line::default());
    lines.push(title(["期初录入（第一次会议之前）", "Opening entries (before the first meeting)"]));
    let members = book.roll().len();
    let fresh = book.meetings.is_empty();
    let mut row = |key: &str, label: [&'static str; 2], value: String| {
        let text = format!("  {key}  {}", pad_right(&lang.say(label), 22));
        let text = shorten_middle(&format!("{text}{value}"), cells);
        // After the first meeting these only show what was entered.
        let look = if fresh { Role::Text } else { Role::Dim };
        lines.push(Line::styled(text, style(theme, look)));
    };
    row(
        "1",
        ["录入成员单位", "enter a unit"],
        format!("{members} {}", lang.pick(&charter.identity.counter)),
    );
    row("2", ["导入名册（CSV）", "read a roster (CSV)"], String::new());
    let mut seats = Vec::new();
    for body in charter.bodies.iter().filter(|b| b.roll == Roll::Seats) {
        let seated = book.seats.get(&body.id).map_or(0, Vec::len);
        seats.push(format!("{} {seated}", lang.pick(&body.name)));
    }
    row("3", ["机构席位", "seats of a body"], seats.join("  "));
    let offices: Vec<String> = charter
        .offices
        .iter()
        .filter_map(|o| {
            let holder = book.holders.iter().rev().find(|h| h.office == o.id)?;
            Some(format!("{} {}", lang.pick(&o.name), holder.name))
        })
        .collect();
    row("4", ["任职", "office holders"], offices.join("  "));
    let stands: Vec<String> = charter
        .bodies
        .iter()
        .filter_map(|b| {
            book.standings
                .get(&b.id)
                .filter(|s| s.term > 0)
                .map(|s| format!("{} {}-{}", lang.pick(&b.name), s.term, s.number))
        })
        .collect();
    row("5", ["届次", "term and number"], stands.join("  "));
    row(
        "6",
        ["文号、证书号", "running numbers"],
        lang.each(|l| match l {
            Lang::En => {
                format!("document {}, certificate {}", book.next_document, book.next_certificate)
            }
            _ => format!("文号{}，证书号{}", book.next_document, book.next_certificate),
        }),
    );
    lines.push(Line::default());
    lines.push(title(["会议", "Meetings"]));
    lines.push(Line::from(format!("  7  {}", lang.say(["召集会议", "call a meeting"]))));
    lines.push(Line::from(format!(
        "  8  {}",
        lang.say(["选择章程未定之处的读法", "choose a reading where the charter is open"])
    )));
    lines.push(Line::from(format!(
        "  9  {}",
        lang.say(["查看以往会议", "look at earlier meetings"])
    )));
    if !charter.fund_sources.is_empty() || !charter.fund_uses.is_empty() {
        let balance = super::desks::funds::brief(console).unwrap_or_default();
        let text = format!("  0  {}", pad_right(&lang.say(["经费", "funds"]), 22));
        lines.push(Line::from(shorten_middle(&format!("{text}{balance}"), cells)));
        if let Some(due) = super::desks::funds::due(console, today) {
            let due = shorten_middle(&format!("     ⚑ {due}"), cells);
            lines.push(Line::styled(due, style(theme, Role::Accent)));
        }
    }
    for meeting in book.meetings.iter().rev().take(5) {
        let name = words::meeting_name(lang, charter, meeting);
        let phase = words::phase(lang, meeting.phase);
        lines.push(Line::styled(
            ends(&format!("     {name}  {}", meeting.date), &phase, inner.width.min(76)),
            dim,
        ));
    }
    frame.render_widget(Paragraph::new(lines), inner);
}
