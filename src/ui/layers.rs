//! What lies on top of the panes: forms, menus, pages, notices.

use super::clear::ClearWide;
use super::console::Console;
use super::theme::{Role, style};
use super::view::Page;
use super::width::{shorten_middle, wrap};
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

pub(super) fn page_size(area: Rect) -> (u16, u16) {
    let w = area.width.saturating_sub(4).min(110);
    (w, area.height.saturating_sub(3))
}

/// The lines of a page in this window, and the first line of its last screen.
pub(super) fn page_lines(page: &Page, area: Rect) -> (Vec<String>, usize) {
    let (w, h) = page_size(area);
    let lines = wrap(&page.text, usize::from(w.saturating_sub(4)));
    let last = lines.len().saturating_sub(usize::from(h.saturating_sub(2)));
    (lines, last)
}

pub(super) fn draw_page(frame: &mut Frame, console: &Console, page: &Page) {
    let area = frame.area();
    let (w, h) = page_size(area);
    let inner = popup(frame, console, &page.title, w, h);
    let (lines, last) = page_lines(page, area);
    let shown: Vec<Line> = lines
        .into_iter()
        .skip(page.top.min(last))
        .take(usize::from(inner.height))
        .map(Line::from)
        .collect();
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
