//! Fitting: every piece of a screen knows its forms from the largest down, and the room decides.

use super::super::big::{self, Scale};
use super::super::width::{width, wrap};
use super::bar::Bar;
use super::board::Arrangement;
use super::strokes::Tally;
use crate::text::hall;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// One way of drawing a piece.
#[derive(Debug, Clone)]
pub enum Form {
    /// Not at all.
    Nothing,
    /// Text of normal size, its lines flush left in a block in the middle.
    Plain(Vec<String>, Style),
    /// Big letters, each line in the middle.
    Big(Vec<String>, Scale, Style),
    /// Figures.
    Board(Box<Arrangement>),
    /// Names with their strokes.
    Strokes(Box<Tally>),
    /// A bar so many cells thick.
    Bar(Box<Bar>, u16),
}

impl Form {
    /// The rows it takes.
    pub fn height(&self) -> u16 {
        let rows = |lines: &[String]| u16::try_from(lines.len()).unwrap_or(u16::MAX);
        match self {
            Self::Nothing => 0,
            Self::Plain(lines, _) => rows(lines),
            Self::Big(lines, scale, _) => rows(lines).saturating_mul(scale.height()),
            Self::Board(arrangement) => arrangement.height(),
            Self::Strokes(tally) => tally.height(),
            Self::Bar(bar, thick) => bar.height(*thick),
        }
    }

    /// Draws it from the top of `area`.
    pub fn draw(&self, buf: &mut Buffer, area: Rect) {
        match self {
            Self::Nothing => {}
            Self::Plain(lines, style) => plain(buf, area, lines, *style),
            Self::Big(lines, scale, style) => {
                let mut rest = area;
                for line in lines {
                    let row = take(&mut rest, scale.height());
                    let inner = middle(row, big::measure(line, *scale).0);
                    big::draw(buf, inner, line, *scale, *style);
                }
            }
            Self::Board(arrangement) => arrangement.draw(buf, area),
            Self::Strokes(tally) => tally.draw(buf, area),
            Self::Bar(bar, thick) => bar.draw(buf, area, *thick),
        }
    }
}

/// A piece of the screen: its forms, the best first, and how early it may grow.
#[derive(Debug, Clone)]
pub struct Piece {
    /// Never empty when made by the functions here.
    pub forms: Vec<Form>,
    /// The lower, the earlier it takes a larger form, and the later it is left out.
    pub rank: u8,
}

/// Text that is big where there is room: in one of `scales`, in at most `most` lines, or at normal size.
pub fn text(said: &str, room: u16, scales: &[Scale], most: usize, rank: u8, style: Style) -> Piece {
    let mut forms = Vec::new();
    for scale in scales {
        if let Some(lines) = balanced(said, room, *scale, most) {
            forms.push(Form::Big(lines, *scale, style));
        }
    }
    forms.push(Form::Plain(paragraph(said, room), style));
    Piece { forms, rank }
}

/// Big lines of about the same length, `most` or fewer: no single character is left over for the last one.
fn balanced(said: &str, room: u16, scale: Scale, most: usize) -> Option<Vec<String>> {
    let lines = big::wrap_big(said, room, scale);
    let fits = |line: &String| big::measure(line, scale).0 <= room;
    if lines.len() > most || !lines.iter().all(fits) {
        return None;
    }
    let step = usize::from(big::measure("0", scale).0).max(1);
    let narrower = (1..room).step_by(step);
    let narrower = narrower.map(|less| big::wrap_big(said, room - less, scale));
    let as_few = |l: &Vec<String>| lines.len() > 1 && l.len() <= lines.len();
    let best = narrower.take_while(as_few).last().unwrap_or(lines);
    let mut neighbours = best.iter().zip(best.iter().skip(1));
    let torn = neighbours.any(|(end, start)| shared(end, start, hall::LOST[0]).is_some());
    (!torn).then_some(best)
}

/// Text at normal size; left out where there is no room if `optional`.
pub fn note(said: &str, room: u16, rank: u8, style: Style, optional: bool) -> Piece {
    let mut forms = vec![Form::Plain(paragraph(said, room), style)];
    if optional {
        forms.push(Form::Nothing);
    }
    Piece { forms, rank }
}

/// Lines no longer than is good to read.
fn paragraph(said: &str, room: u16) -> Vec<String> {
    const LONGEST: u16 = 120;
    let mut lines = wrap(said, usize::from(room.min(LONGEST)));
    for at in 1..lines.len() {
        let (before, after) = lines.split_at_mut(at);
        if let (Some(end), Some(start)) = (before.last_mut(), after.first_mut()) {
            keep_whole(end, start, hall::LOST[0]);
        }
    }
    lines
}

/// Moves the beginning of a word that two lines share to the second: the end of 未获通过 alone is its opposite.
fn keep_whole(end: &mut String, start: &mut String, word: &str) {
    if let Some(head) = shared(end, start, word) {
        end.truncate(end.len() - head.len());
        start.insert_str(0, head);
    }
}

/// The beginning of a word whose rest stands on the next line.
fn shared<'w>(end: &str, start: &str, word: &'w str) -> Option<&'w str> {
    let mut cuts = word.char_indices().skip(1).map(|(at, _)| word.split_at(at));
    cuts.find(|(head, tail)| end.ends_with(head) && start.starts_with(tail)).map(|(head, _)| head)
}

/// Draws the pieces one under the other: first all in their smallest form, then, by rank, each in the largest that the
/// room allows; what room is left goes between them.
pub fn stack(buf: &mut Buffer, area: Rect, pieces: &[Piece]) {
    let chosen = choose(area.height, pieces);
    let shown: Vec<&Form> = chosen.into_iter().filter(|f| f.height() > 0).collect();
    let used: u16 = shown.iter().map(|f| f.height()).fold(0, u16::saturating_add);
    let mut spare = area.height.saturating_sub(used);
    let mut gaps = u16::try_from(shown.len()).unwrap_or(0) + 1;
    let mut rest = area;
    for form in shown {
        let gap = spare.div_ceil(gaps);
        (spare, gaps) = (spare - gap, gaps - 1);
        take(&mut rest, gap);
        let place = take(&mut rest, form.height());
        form.draw(buf, place);
    }
}

/// Blank rows that no optional line may take.
const BREATH: u16 = 3;

/// The form of each piece, in their order; those for which there is no room even at their smallest are left out.
fn choose(room: u16, pieces: &[Piece]) -> Vec<&Form> {
    let mut order: Vec<&Piece> = pieces.iter().collect();
    order.sort_by_key(|p| p.rank);
    let mut spare = room;
    let mut kept: Vec<(&Piece, u16)> = Vec::new();
    for piece in order {
        let least = piece.forms.last().map_or(0, Form::height);
        // The first piece stays whatever the room: cut off, it still says more than nothing.
        if least <= spare || kept.is_empty() {
            kept.push((piece, least));
            spare = spare.saturating_sub(least);
        }
    }
    let mut chosen: Vec<(&Piece, &Form)> = Vec::new();
    for (piece, least) in kept {
        let mut all = piece.forms.iter();
        let room = least.saturating_add(spare);
        // What can be left out is not worth the last blank rows.
        let fits = |f: &&Form| match f {
            Form::Plain(..) if least == 0 => f.height().saturating_add(BREATH) <= room,
            _ => f.height() <= room,
        };
        let best = all.find(fits);
        let Some(form) = best.or(piece.forms.last()) else {
            continue;
        };
        spare = room.saturating_sub(form.height());
        chosen.push((piece, form));
    }
    let form_of = |p: &Piece| chosen.iter().find(|(of, _)| std::ptr::eq(*of, p)).map(|c| c.1);
    pieces.iter().filter_map(form_of).collect()
}

/// Cuts `height` rows off the top of `rest`.
pub fn take(rest: &mut Rect, height: u16) -> Rect {
    let height = height.min(rest.height);
    let row = Rect { height, ..*rest };
    rest.y += height;
    rest.height -= height;
    row
}

/// The part of `area` in its middle that is `wide` cells wide.
pub fn middle(area: Rect, wide: u16) -> Rect {
    let width = wide.min(area.width);
    Rect { x: area.x + (area.width - width) / 2, width, ..area }
}

fn plain(buf: &mut Buffer, area: Rect, lines: &[String], style: Style) {
    let widest = lines.iter().map(|l| width(l)).max().unwrap_or(0);
    let block = middle(area, u16::try_from(widest).unwrap_or(u16::MAX));
    for (line, y) in lines.iter().zip(block.top()..block.bottom()) {
        buf.set_stringn(block.x, y, line, usize::from(block.width), style);
    }
}
