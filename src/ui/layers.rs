//! What lies on top of the panes: forms, menus, pages, notices.

use super::clear::ClearWide;
use super::console::Console;
use super::form::{Form, Input};
use super::theme::{Role, Theme, style};
use super::view::{Body, Menu, Page};
use super::width::{pad_right, shorten_middle, width, wrap};
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

pub(super) fn draw_form(frame: &mut Frame, console: &Console, form: &Form) {
    let theme = console.view.theme;
    let w = (frame.area().width.saturating_sub(4)).min(84);
    let inner_width = usize::from(w.saturating_sub(4));
    let intro = if form.intro.is_empty() { Vec::new() } else { wrap(&form.intro, inner_width) };
    let labels = form.rows.iter().map(|r| width(&r.label)).max().unwrap_or(0).min(inner_width / 2);
    let rows: u16 = form.rows.iter().map(|r| r.lines).sum();
    let intro_lines = u16::try_from(intro.len()).unwrap_or(0);
    let gap = u16::from(intro_lines > 0);
    let inner = popup(frame, console, &form.title, w, rows + intro_lines + gap + 2);
    let shown = intro_lines.min(inner.height.saturating_sub(rows.min(inner.height / 2)));
    let lines: Vec<Line> = intro.into_iter().take(usize::from(shown)).map(Line::from).collect();
    frame.render_widget(Paragraph::new(lines), Rect { height: shown, ..inner });
    let mut y = inner.y + shown + gap.min(shown);
    // A form taller than the window shows the part with the caret.
    let room = inner.bottom().saturating_sub(y);
    let first = first_row(form, room);
    for (place, row) in form.rows.iter().enumerate().skip(first) {
        let left = inner.bottom().saturating_sub(y);
        if left == 0 {
            break;
        }
        let h = row.lines.min(left);
        let focused = place == form.at;
        let label = pad_right(&shorten_middle(&row.label, labels), labels);
        let role = if focused { Role::PaneFocus } else { Role::Dim };
        let at = u16::try_from(labels).unwrap_or(0) + 2;
        let label_area = Rect { x: inner.x, y, width: at.saturating_sub(2), height: 1 };
        frame.render_widget(
            Paragraph::new(Line::styled(label, style_on_popup(theme, role))),
            label_area,
        );
        let field_area =
            Rect { x: inner.x + at, y, width: inner.width.saturating_sub(at), height: h };
        match &row.input {
            Input::Text(field) => {
                let look = super::field::Look {
                    text: style(theme, Role::Field),
                    hint: style(theme, Role::Dim),
                    selection: style(theme, Role::Selection),
                };
                let width = row.cells.map_or(field_area.width, |c| c.min(field_area.width));
                field.draw(frame, Rect { width, ..field_area }, focused, look);
            }
            Input::Choice { options, at } => {
                let label = options.get(*at).map(|o| o.1.as_str()).unwrap_or_default();
                let many =
                    if options.len() > 1 { format!("◂ {label} ▸") } else { label.to_owned() };
                let text = shorten_middle(&many, usize::from(field_area.width));
                let role = if focused { Role::Selection } else { Role::Field };
                frame.render_widget(
                    Paragraph::new(Line::styled(text.clone(), style(theme, role))),
                    field_area,
                );
                if focused {
                    // Behind the words, where it covers none of them.
                    let behind = u16::try_from(width(&text))
                        .unwrap_or(0)
                        .min(field_area.width.saturating_sub(1));
                    frame.set_cursor_position((field_area.x + behind, field_area.y));
                }
            }
        }
        y += h;
    }
}

pub(super) fn first_row(form: &Form, room: u16) -> usize {
    let mut first = form.at;
    let mut used = form.rows.get(form.at).map_or(0, |r| r.lines);
    while first > 0 {
        let above = form.rows.get(first - 1).map_or(0, |r| r.lines);
        if used + above > room {
            break;
        }
        used += above;
        first -= 1;
    }
    first
}

pub(super) fn style_on_popup(theme: super::theme::Theme, role: Role) -> Style {
    style(theme, Role::Popup).patch(style(theme, role))
}

pub(super) fn draw_menu(frame: &mut Frame, console: &Console, menu: &Menu) {
    let theme = console.view.theme;
    let longest = menu.lines.iter().map(|l| width(&l.1)).max().unwrap_or(0);
    let w = u16::try_from(longest.max(width(&menu.title)) + 18).unwrap_or(u16::MAX).clamp(36, 100);
    let h = u16::try_from(menu.lines.len()).unwrap_or(u16::MAX).saturating_add(2);
    let room = usize::from(frame.area().height.saturating_sub(4));
    let title = if menu.lines.len() > room {
        format!("{} {}/{} ▾", menu.title, menu.at + 1, menu.lines.len())
    } else {
        menu.title.clone()
    };
    let inner = popup(frame, console, &title, w, h);
    let rows = usize::from(inner.height);
    let top =
        menu.at.saturating_sub(rows.saturating_sub(1)).min(menu.lines.len().saturating_sub(rows));
    let mut lines = Vec::new();
    for (place, (key, label, _)) in menu.lines.iter().enumerate().skip(top).take(rows) {
        let text = format!("{} {label}", pad_right(key, 8));
        let text =
            pad_right(&shorten_middle(&text, usize::from(inner.width)), usize::from(inner.width));
        let role = if place == menu.at { Role::Selection } else { Role::Popup };
        lines.push(Line::styled(text, style(theme, role)));
    }
    frame.render_widget(Paragraph::new(lines), inner);
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
fn hung(line: &str, cells: usize) -> Vec<String> {
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
