//! A text that is longer than its pane: as much as fits, and where the rest is.

use crate::text::Lang;
use crate::ui::console::Console;
use crate::ui::keys::{self, Action};
use crate::ui::theme::{Role, style};
use ratatui::text::Line;

/// At most so many of these lines; the last then says that more follows and which key shows all of it.
pub fn fold(console: &Console, lines: Vec<Line<'static>>, rows: usize) -> Vec<Line<'static>> {
    fold_at(console, lines, rows, Action::Article)
}

/// The same, where another key shows the rest.
pub fn fold_at(
    console: &Console,
    mut lines: Vec<Line<'static>>,
    rows: usize,
    key: Action,
) -> Vec<Line<'static>> {
    if lines.len() <= rows || rows == 0 {
        return lines;
    }
    let lang = console.lang().first();
    let left = lines.len() - (rows - 1);
    let key = keys::binding(key).map(keys::shown).unwrap_or_default();
    let said = match (lang, left) {
        (Lang::En, 1) => format!("▾ 1 more line: {key} shows all"),
        (Lang::En, _) => format!("▾ {left} more lines: {key} shows all"),
        _ => format!("▾ 还有{left}行，按 {key} 看全文"),
    };
    lines.truncate(rows - 1);
    lines.push(Line::styled(said, style(console.view.theme, Role::Accent)));
    lines
}
