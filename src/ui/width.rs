//! Text by its display width: measuring, padding, shortening and wrapping of mixed Chinese and English.
//!
//! Widths are cells as ratatui draws them: a Chinese character is two, an ambiguous one such as “ or … is one.

use ratatui::buffer::CellWidth;
use ratatui::style::Style;
use ratatui::text::Span;

/// No line begins with these (避头): closing marks and what belongs to the word before.
const NO_START: &str = "、。，．；：？！」』）》〉”’】〕］｝·％‰℃,.;:?!)]}%";
/// No line ends with these (避尾): opening marks.
const NO_END: &str = "“‘（《〈「『【〔［｛([{";
/// Dashes and dots that come in pairs, never parted.
const PAIRED: &str = "—…";

/// The display width of `text` in cells. Control characters count nothing, since they are never drawn.
pub fn width(text: &str) -> usize {
    Span::raw(text).styled_graphemes(Style::default()).map(|g| cells(g.symbol)).sum()
}

/// Fills `text` with blanks on its right up to `to` cells; longer text is returned as it is.
pub fn pad_right(text: &str, to: usize) -> String {
    format!("{text}{}", " ".repeat(to.saturating_sub(width(text))))
}

/// Fills `text` with blanks on its left up to `to` cells; longer text is returned as it is.
pub fn pad_left(text: &str, to: usize) -> String {
    format!("{}{text}", " ".repeat(to.saturating_sub(width(text))))
}

/// Shortens a name to at most `to` cells by an … in its middle: of many organisations both ends are needed to tell them
/// apart.
pub fn shorten_middle(text: &str, to: usize) -> String {
    if width(text) <= to {
        return text.to_owned();
    }
    if to == 0 {
        return String::new();
    }
    let span = Span::raw(text);
    let marks: Vec<&str> = span.styled_graphemes(Style::default()).map(|g| g.symbol).collect();
    let room = to - 1;
    let (mut head, mut tail, mut used) = (0, 0, 0);
    // From both ends in turn, the head first, until neither end takes one more.
    loop {
        let before = used;
        if let Some(mark) = marks.get(head).filter(|m| used + cells(m) <= room) {
            used += cells(mark);
            head += 1;
        }
        if let Some(mark) = marks.get(marks.len() - 1 - tail).filter(|m| used + cells(m) <= room) {
            used += cells(mark);
            tail += 1;
        }
        if used == before {
            break;
        }
    }
    format!("{}…{}", marks[..head].concat(), marks[marks.len() - tail..].concat())
}

/// Shortens a sentence to at most `to` cells by an … at its end: its beginning says what it is about.
pub fn shorten_end(text: &str, to: usize) -> String {
    if width(text) <= to {
        return text.to_owned();
    }
    let (mut head, mut used) = (String::new(), 0);
    for mark in Span::raw(text).styled_graphemes(Style::default()) {
        used += cells(mark.symbol);
        if used >= to {
            break;
        }
        head.push_str(mark.symbol);
    }
    format!("{}…", head.trim_end())
}

/// Wraps `text` into lines of at most `to` cells (at least 2: a Chinese character cannot be cut). New lines in the text
/// are kept, Latin words stay whole, no line begins with 、。”） or ends with “（ unless there is no other way, and the
/// blanks at a break vanish. Empty text is one empty line.
pub fn wrap(text: &str, to: usize) -> Vec<String> {
    wrap_by(text, to.max(2), cells)
}

/// [`wrap`] for letters of any size: `measure` tells how wide one of them (a grapheme) is, in the unit of `to`.
pub fn wrap_by(text: &str, to: usize, measure: impl Fn(&str) -> usize) -> Vec<String> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
    text.split('\n').flat_map(|line| wrap_line(line, to, &measure)).collect()
}

fn wrap_line(line: &str, to: usize, measure: &impl Fn(&str) -> usize) -> Vec<String> {
    let span = Span::raw(line);
    let marks: Vec<&str> = span.styled_graphemes(Style::default()).map(|g| g.symbol).collect();
    let mut lines = Vec::new();
    let mut start = 0;
    while start < marks.len() {
        let (mut end, mut used) = (start, 0);
        while end < marks.len() && (used + measure(marks[end]) <= to || end == start) {
            used += measure(marks[end]);
            end += 1;
        }
        // Blanks may hang over the edge, since they vanish.
        let fits = end;
        while end < marks.len() && marks[end] == " " {
            end += 1;
        }
        if end < marks.len() {
            let good = (start + 1..=end).rev().find(|&at| may_break(&marks[start..], at - start));
            end = good.unwrap_or(fits.max(start + 1));
        }
        lines.push(marks[start..end].concat());
        start = end;
        while !lines.is_empty() && start < marks.len() && marks[start] == " " {
            start += 1;
        }
    }
    let last = lines.len().saturating_sub(1);
    for (at, line) in lines.iter_mut().enumerate() {
        // The last line keeps its blanks if they fit: somebody may be typing there.
        let full = Span::raw(line.as_str())
            .styled_graphemes(Style::default())
            .map(|g| measure(g.symbol))
            .sum::<usize>();
        if at < last || full > to {
            line.truncate(line.trim_end_matches(' ').len());
        }
    }
    if lines.is_empty() {
        lines.push(String::new());
    }
    lines
}

/// May a line end before `marks[at]`? `marks` begins where the line begins.
fn may_break(marks: &[&str], at: usize) -> bool {
    let (Some(&last), Some(&next)) = (marks[..at].last(), marks.get(at)) else {
        return true;
    };
    if next == " " {
        return false;
    }
    // A line of nothing but blanks would be an empty one.
    let Some(&before) = marks[..at].iter().rev().find(|m| **m != " ") else {
        return false;
    };
    if is_in(NO_START, next) || is_in(NO_END, before) {
        return false;
    }
    if last == " " {
        return true;
    }
    if is_in(PAIRED, before) && before == next {
        return false;
    }
    // The ’ of don’t, unlike the one that closes a quotation.
    if before == "’" && latin(next) {
        return !marks[..at - 1].last().is_some_and(|m| latin(m));
    }
    !(latin(before) && latin(next))
}

/// Part of a word that is not broken: anything narrow, except the quotes and dashes that Chinese uses, too.
fn latin(mark: &str) -> bool {
    cells(mark) < 2 && !is_in("“”‘—…·", mark)
}

fn is_in(set: &str, mark: &str) -> bool {
    mark.chars().next().is_some_and(|c| set.contains(c))
}

/// The width of one grapheme, in cells.
fn cells(mark: &str) -> usize {
    usize::from(mark.cell_width())
}
