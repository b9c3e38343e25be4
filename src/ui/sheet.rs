//! A paper as a page on the screen: Markdown in, lines out, with none of its signs left.

use super::theme::{Role, Theme, style};
use super::width::{pad_left, pad_right, width, wrap};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

/// The lines of a paper in a column of so many cells.
pub fn lines(text: &str, cells: usize, theme: Theme) -> Vec<Line<'static>> {
    let cells = cells.max(12);
    let popup = style(theme, Role::Popup);
    let mut lines: Vec<Line<'static>> = Vec::new();
    let mut rows: Vec<Vec<String>> = Vec::new();
    for raw in text.lines() {
        if raw.trim_start().starts_with('|') {
            rows.push(cells_of(raw));
            continue;
        }
        if !rows.is_empty() {
            table(&std::mem::take(&mut rows), cells, theme, &mut lines);
        }
        let line = raw.trim_end();
        if line == "---" {
            lines.push(rule(cells, '─', style(theme, Role::PaneBorder)));
        } else if let Some(title) = line.strip_prefix("# ") {
            heading(title, cells, style(theme, Role::Title), true, &mut lines);
            lines.push(rule(cells, '━', style(theme, Role::PaneBorder)));
        } else if let Some(title) = line.strip_prefix("## ") {
            let focus = style(theme, Role::PaneFocus);
            heading(title, cells, focus, false, &mut lines);
            lines.push(rule(cells, '─', style(theme, Role::PaneBorder)));
        } else if let Some(title) = line.strip_prefix("### ") {
            heading(title, cells, style(theme, Role::Title), false, &mut lines);
        } else if let Some(quoted) = line.strip_prefix('>') {
            let bar = Span::styled("  ▎ ", style(theme, Role::PaneBorder));
            hung(quoted.trim_start(), cells, bar, popup, &mut lines);
        } else if let Some((indent, item)) = bullet(line) {
            let dot = Span::styled(format!("{}• ", " ".repeat(indent)), style(theme, Role::Dim));
            hung(item, cells, dot, popup, &mut lines);
        } else if line.is_empty() {
            // One is enough, and none behind the line under a heading.
            let bare = |l: &Line| l.width() == 0 || l.to_string().starts_with(['─', '━']);
            if lines.last().is_some_and(|l| !bare(l)) {
                lines.push(Line::default());
            }
        } else {
            hung(line, cells, Span::raw(""), popup, &mut lines);
        }
    }
    if !rows.is_empty() {
        table(&rows, cells, theme, &mut lines);
    }
    lines
}

fn rule(cells: usize, sign: char, style: Style) -> Line<'static> {
    Line::styled(sign.to_string().repeat(cells), style)
}

fn heading(title: &str, cells: usize, style: Style, centred: bool, into: &mut Vec<Line<'static>>) {
    let plain: String = pieces(title).into_iter().map(|(text, _)| text).collect();
    for line in wrap(&plain, cells) {
        let before = if centred { cells.saturating_sub(width(&line)) / 2 } else { 0 };
        let line = format!("{}{line}", " ".repeat(before));
        into.push(Line::styled(line, style.add_modifier(Modifier::BOLD)));
    }
}

/// A line of a list: how far it stands in, and its text.
fn bullet(line: &str) -> Option<(usize, &str)> {
    let text = line.trim_start();
    let item = text.strip_prefix("- ").or_else(|| text.strip_prefix("* "))?;
    Some((line.len() - text.len(), item))
}

/// A text that wraps beside what leads it.
fn hung(
    text: &str,
    cells: usize,
    lead: Span<'static>,
    plain: Style,
    into: &mut Vec<Line<'static>>,
) {
    let indent = width(&lead.content);
    let again =
        if lead.content.contains('▎') { lead.clone() } else { Span::raw(" ".repeat(indent)) };
    let pieces = pieces(text);
    let whole: String = pieces.iter().map(|(text, _)| text.as_str()).collect();
    let mut weights = pieces.iter().flat_map(|(text, bold)| text.chars().map(move |c| (c, *bold)));
    for (place, line) in wrap(&whole, cells.saturating_sub(indent).max(8)).iter().enumerate() {
        let mut spans = vec![if place == 0 { lead.clone() } else { again.clone() }];
        let mut run = String::new();
        let mut heavy = false;
        for letter in line.chars() {
            // Blanks at a break are not in the wrapped lines.
            let bold = weights.find(|(c, _)| *c == letter).is_some_and(|(_, bold)| bold);
            if bold != heavy && !run.is_empty() {
                spans.push(Span::styled(std::mem::take(&mut run), weight(plain, heavy)));
            }
            heavy = bold;
            run.push(letter);
        }
        spans.push(Span::styled(run, weight(plain, heavy)));
        into.push(Line::from(spans));
    }
}

fn weight(plain: Style, bold: bool) -> Style {
    if bold { plain.add_modifier(Modifier::BOLD) } else { plain }
}

/// The text between the signs, and whether it is bold.
fn pieces(text: &str) -> Vec<(String, bool)> {
    let parts: Vec<&str> = text.split("**").collect();
    // A pair that is not closed is no sign but two stars somebody wrote.
    if parts.len().is_multiple_of(2) {
        return vec![(unescaped(text), false)];
    }
    let parts = parts.into_iter().enumerate();
    parts.map(|(place, part)| (unescaped(part), place % 2 == 1)).collect()
}

/// Without the backslashes that keep a sign from being one.
fn unescaped(text: &str) -> String {
    let mut letters = text.chars().peekable();
    let mut plain = String::new();
    while let Some(letter) = letters.next() {
        let escaped = letters.next_if(|next| letter == '\\' && next.is_ascii_punctuation());
        plain.push(escaped.unwrap_or(letter));
    }
    plain
}

fn cells_of(row: &str) -> Vec<String> {
    let row = row.trim().trim_start_matches('|').trim_end_matches('|');
    let mut cells = vec![String::new()];
    let mut letters = row.chars().peekable();
    while let Some(letter) = letters.next() {
        match (letter, cells.last_mut()) {
            ('|', _) => cells.push(String::new()),
            (_, Some(cell)) => {
                cell.push(letter);
                // A bar that was typed parts no cells.
                cell.extend(letters.next_if(|_| letter == '\\'));
            }
            (_, None) => {}
        }
    }
    cells.iter().map(|cell| unescaped(cell.trim())).collect()
}

/// Columns as wide as their widest cell; where that is more than there is, the widest gives way and wraps,
/// those of figures last. Figures stand to the right where the rule under the head says so.
fn table(rows: &[Vec<String>], cells: usize, theme: Theme, into: &mut Vec<Line<'static>>) {
    let is_rule = |row: &Vec<String>| {
        row.iter().all(|c| !c.is_empty() && c.chars().all(|c| matches!(c, '-' | ':')))
    };
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widest = |column: usize| {
        let each = rows.iter().filter(|r| !is_rule(r)).filter_map(|r| r.get(column));
        each.map(|c| width(c)).max().unwrap_or(0)
    };
    let mut sizes: Vec<usize> = (0..columns).map(widest).collect();
    let between = 2 * columns.saturating_sub(1);
    let head = rows.iter().position(is_rule);
    let ends = |cell: &String| cell.ends_with(':');
    let right: Vec<bool> = head
        .and_then(|h| rows.get(h))
        .map_or_else(Vec::new, |rule| rule.iter().map(ends).collect());
    let to_right = |column: usize| right.get(column).copied().unwrap_or(false);
    while sizes.iter().sum::<usize>() + between > cells {
        let wide = |column: usize, size: usize| (!to_right(column) && size > 8, size);
        match sizes.iter_mut().enumerate().max_by_key(|(at, size)| wide(*at, **size)) {
            Some((_, most)) if *most > 4 => *most -= 1,
            _ => break,
        }
    }
    for (place, row) in rows.iter().enumerate() {
        if is_rule(row) {
            let long = (sizes.iter().sum::<usize>() + between).min(cells);
            into.push(rule(long, '─', style(theme, Role::PaneBorder)));
            continue;
        }
        let weight = weight(style(theme, Role::Popup), head.is_some_and(|h| place < h));
        let wrapped: Vec<Vec<String>> =
            row.iter().zip(&sizes).map(|(cell, size)| wrap(cell, *size)).collect();
        let high = wrapped.iter().map(Vec::len).max().unwrap_or(1);
        for line in 0..high {
            let parts = sizes.iter().enumerate().map(|(column, size)| {
                let part = wrapped.get(column).and_then(|w| w.get(line));
                let part = part.map_or("", String::as_str);
                if to_right(column) { pad_left(part, *size) } else { pad_right(part, *size) }
            });
            let line = parts.collect::<Vec<_>>().join("  ");
            into.push(Line::styled(line.trim_end().to_owned(), weight));
        }
    }
}
