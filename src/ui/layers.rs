//! What lies on top of the panes: forms, menus, pages, notices.

use super::clear::ClearWide;
use super::console::Console;
use super::theme::{Role, Theme, style};
use super::view::{Body, Page};
use super::width::{shorten_middle, width, wrap};
use super::{pages, sheet};
use crate::text::Lang;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::{Block, BorderType, Paragraph};

/// The place of a popup of this size, in the middle and inside the screen.
pub(super) fn popup(frame: &mut Frame, console: &Console, title: &str, w: u16, h: u16) -> Rect {
    let area = frame.area();
    let w = w.min(area.width.saturating_sub(2));
    let h = h.min(area.height.saturating_sub(2));
    let place = Rect::new((area.width - w) / 2, (area.height - h) / 2, w, h);
    popup_at(frame, console, title, place)
}

/// A popup in this place; what is inside its frame.
pub(super) fn popup_at(frame: &mut Frame, console: &Console, title: &str, place: Rect) -> Rect {
    let w = place.width;
    let theme = console.view.theme;
    frame.render_widget(ClearWide, place);
    frame.buffer_mut().set_style(place, style(theme, Role::Popup));
    let focus = style(theme, Role::PaneFocus);
    let title = shorten_middle(title, usize::from(w.saturating_sub(4)));
    let block = Block::bordered()
        .border_type(BorderType::Thick)
        .border_style(focus)
        .title(Line::styled(format!(" {title} "), focus));
    let inner = block.inner(place);
    frame.render_widget(block, place);
    Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner }
}

pub(super) fn style_on_popup(theme: super::theme::Theme, role: Role) -> Style {
    style(theme, Role::Popup).patch(style(theme, role))
}

/// Lines of text are not read beyond some length; a paper is a sheet, and keys stand in columns.
fn page_size(page: &Page, area: Rect) -> (u16, u16) {
    let most = match page.body {
        Body::Text => 110,
        Body::Paper => 96,
        Body::Keys => 170,
    };
    (area.width.saturating_sub(4).min(most), area.height.saturating_sub(3))
}

/// A line of a page, wrapped below its own beginning: behind its indent, or behind the label or moment that leads it.
pub(super) fn hung(line: &str, cells: usize) -> Vec<String> {
    let indent = line.len() - line.trim_start().len();
    let mut hang = indent;
    for (at, _) in line.match_indices("  ").filter(|(at, _)| *at >= indent) {
        let behind = at + line[at..].len() - line[at..].trim_start().len();
        if width(&line[..behind]) <= 26 {
            hang = behind;
        }
    }
    let (lead, text) = line.split_at(hang);
    let before = width(lead);
    if before == 0 || before + 20 > cells {
        return wrap(line, cells);
    }
    let lines = wrap(text, cells - before).into_iter().enumerate();
    lines
        .map(|(place, text)| match place {
            0 => format!("{lead}{text}"),
            _ => format!("{}{text}", " ".repeat(before)),
        })
        .collect()
}

/// The lines of a page in this window, and the first line of its last screen.
pub(super) fn page_lines(
    page: &Page,
    area: Rect,
    lang: Lang,
    theme: Theme,
) -> (Vec<Line<'static>>, usize) {
    let (w, h) = page_size(page, area);
    let cells = usize::from(w.saturating_sub(4));
    let lines: Vec<Line> = match page.body {
        Body::Text => page.text.lines().flat_map(|l| hung(l, cells)).map(Line::from).collect(),
        Body::Paper => sheet::lines(&page.text, cells, theme),
        Body::Keys => pages::keys(lang, cells, theme),
    };
    let last = lines.len().saturating_sub(usize::from(h.saturating_sub(2)));
    (lines, last)
}

pub(super) fn draw_page(frame: &mut Frame, console: &Console, page: &Page) {
    let area = frame.area();
    let (w, h) = page_size(page, area);
    let (lines, last) = page_lines(page, area, console.lang(), console.view.theme);
    let top = page.top.min(last);
    let all = lines.len();
    let rows = usize::from(h.saturating_sub(2));
    // A page that goes on says so, and how far one has come.
    let title = if last == 0 {
        page.title.clone()
    } else {
        let mark = match (top == 0, top >= last) {
            (true, _) => "▾",
            (_, true) => "▴",
            _ => "▴▾",
        };
        format!("{}  {}–{}/{all} {mark}", page.title, top + 1, (top + rows).min(all))
    };
    let h = if last == 0 { u16::try_from(all + 2).unwrap_or(h).min(h) } else { h };
    let inner = popup(frame, console, &title, w, h);
    let shown: Vec<Line> = lines.into_iter().skip(top).take(usize::from(inner.height)).collect();
    frame.render_widget(Paragraph::new(shown), inner);
}

pub(super) fn draw_notice(frame: &mut Frame, console: &Console, title: &str, text: &str) {
    let w = frame.area().width.saturating_sub(8).min(76);
    let lines = wrap(text, usize::from(w.saturating_sub(4)));
    let h = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(2);
    let inner = popup(frame, console, title, w, h);
    let shown: Vec<Line> = lines.into_iter().map(Line::from).collect();
    frame.render_widget(Paragraph::new(shown), inner);
}
