//! Names with their strokes, as large as there is room: what a room follows while papers are read.

use super::super::big::{self, Scale};
use super::super::theme::{Role, Theme, style};
use super::super::width::{pad_right, shorten_middle, width};
use super::super::zheng::{self, Strokes};
use super::fit::{Form, Piece};
use crate::text::{Lang, counting as words};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// A name and its votes so far.
#[derive(Debug, Clone)]
pub struct Name {
    /// The name.
    pub name: String,
    /// Votes for it.
    pub votes: u32,
    /// Those of them that are new.
    pub new: u32,
    /// Against and abstaining, where the paper has such marks.
    pub others: String,
}

/// How large.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Size {
    /// Big letters and strokes of this scale.
    Big(u16),
    /// Letters of normal size and strokes of this scale, in so many columns.
    Art(u16, u16),
    /// A line a name.
    Line,
}

/// Names with their strokes in one size.
#[derive(Debug, Clone)]
pub struct Tally {
    names: Vec<Name>,
    needed: Option<u32>,
    lang: Lang,
    theme: Theme,
    size: Size,
    room: u16,
    rows: u16,
}

/// The names as a piece of a screen of `room` by `rows` cells.
pub fn piece(
    names: Vec<Name>,
    needed: Option<u32>,
    lang: Lang,
    theme: Theme,
    [room, rows]: [u16; 2],
    rank: u8,
) -> Piece {
    let sizes = [
        Size::Big(3),
        Size::Big(2),
        Size::Art(2, 1),
        Size::Art(1, 1),
        Size::Art(1, 2),
        Size::Art(1, 3),
        Size::Line,
    ];
    let all =
        sizes.map(|size| Tally { names: names.clone(), needed, lang, theme, size, room, rows });
    let fits = |tally: &Tally| tally.size == Size::Line || tally.fits();
    let forms = all.into_iter().filter(fits).map(|t| Form::Strokes(Box::new(t))).collect();
    Piece { forms, rank }
}

impl Tally {
    fn many(&self) -> u16 {
        u16::try_from(self.names.len()).unwrap_or(u16::MAX).max(1)
    }

    /// The cells of a column.
    fn wide(&self) -> u16 {
        match self.size {
            Size::Art(_, columns) => self.room / columns.max(1),
            _ => self.room,
        }
    }

    /// The cells of the longest name with its figure.
    fn label(&self) -> u16 {
        let named = |name: &Name| match self.size {
            Size::Big(_) => big::measure(&self.big_label(name), Scale::Compact).0,
            _ => u16::try_from(width(&name.name).max(width(&name.others))).unwrap_or(u16::MAX),
        };
        let longest = self.names.iter().map(named).max().unwrap_or(0);
        match self.size {
            Size::Big(_) => longest,
            _ => longest.clamp(10, (self.wide() / 3).max(10)),
        }
    }

    fn big_label(&self, name: &Name) -> String {
        format!("{} {:>2}", name.name, name.votes)
    }

    /// Whether every stroke up to the votes needed has room at this size.
    fn fits(&self) -> bool {
        let (scale, least) = match self.size {
            Size::Big(scale) => (scale, true),
            Size::Art(scale, _) => (scale, scale > 1),
            Size::Line => return true,
        };
        let most = self.names.iter().map(|n| n.votes).max().unwrap_or(0);
        let most = most.max(self.needed.unwrap_or(0));
        let left = self.wide().saturating_sub(self.label().saturating_add(4));
        let room = !least || Strokes::width(most, scale) <= left;
        room && left >= Strokes::width(15, scale)
    }

    /// The rows it takes.
    pub fn height(&self) -> u16 {
        let many = self.many();
        match self.size {
            Size::Big(scale) => many.saturating_mul(self.row(scale)).saturating_sub(1),
            Size::Art(scale, columns) => {
                let rows = many.div_ceil(columns.max(1));
                rows.saturating_mul(Strokes::cell(scale).1 + 1).saturating_sub(1)
            }
            Size::Line => many.div_ceil(self.columns()),
        }
    }

    fn row(&self, scale: u16) -> u16 {
        Strokes::cell(scale).1.max(Scale::Compact.height()) + 1
    }

    /// Columns of single lines: more where there are more names than rows.
    fn columns(&self) -> u16 {
        let rows = self.rows.saturating_sub(6).max(1);
        self.many().div_ceil(rows).clamp(1, 4)
    }

    /// Draws it from the top of `area`.
    pub fn draw(&self, buf: &mut Buffer, area: Rect) {
        let label = self.label();
        let (scale, high, columns) = match self.size {
            Size::Big(scale) => (scale, self.row(scale) - 1, 1),
            Size::Art(scale, columns) => (scale, Strokes::cell(scale).1, columns.max(1)),
            Size::Line => {
                let names = self.names.iter().enumerate();
                return names.for_each(|(place, name)| self.line(buf, area, place, name));
            }
        };
        let rows = self.many().div_ceil(columns);
        for (place, name) in (0..).zip(&self.names) {
            let (x, y) = (area.x + place / rows * self.wide(), area.y + place % rows * (high + 1));
            if y + high > area.bottom() {
                continue;
            }
            let role = if name.new > 0 { Role::HallMark } else { Role::HallTitle };
            let look = style(self.theme, role);
            let left = Rect { x, y, height: high, width: label };
            if let Size::Big(_) = self.size {
                big::draw(buf, left, &self.big_label(name), Scale::Compact, look);
            } else {
                let cells = usize::from(label);
                let figure = name.votes.to_string();
                let lines = [shorten_middle(&name.name, cells), figure, name.others.clone()];
                for (line, y) in lines.iter().zip(left.top()..left.bottom()) {
                    buf.set_stringn(left.x, y, line, cells, look);
                }
            }
            let width = self.wide().saturating_sub(label + 4);
            let place = Rect { x: x + label + 3, y, width, height: Strokes::cell(scale).1 };
            self.strokes(buf, place, name, scale);
        }
    }

    fn strokes(&self, buf: &mut Buffer, place: Rect, name: &Name, scale: u16) {
        let [told, votes] = zheng::fold(name.votes, place.width, scale);
        let mut right = place;
        if told > 0 {
            let text = zheng::folded(self.lang, told);
            let look = style(self.theme, Role::HallYes);
            let y = place.y + place.height / 2;
            buf.set_stringn(place.x, y, &text, usize::from(place.width), look);
            let cells = u16::try_from(width(&text)).unwrap_or(0) + 1;
            right = Rect { x: place.x + cells, width: place.width.saturating_sub(cells), ..place };
        }
        let strokes = Strokes { votes, new: name.new, scale, lang: self.lang };
        strokes.draw(buf, right, self.theme, [Role::HallYes, Role::HallMark]);
        if let Some(needed) = self.needed.filter(|n| told == 0 && *n > 0) {
            let at = u16::try_from(needed.div_ceil(5)).unwrap_or(u16::MAX);
            let at = at.saturating_mul(Strokes::cell(scale).0);
            if at >= 1 && at <= place.width {
                for y in place.top()..place.bottom() {
                    buf.set_stringn(place.x + at - 1, y, "┆", 1, style(self.theme, Role::HallMark));
                }
            }
        }
    }

    fn line(&self, buf: &mut Buffer, area: Rect, place: usize, name: &Name) {
        let columns = usize::from(self.columns());
        let high = self.names.len().div_ceil(columns).max(1);
        let wide = usize::from(area.width) / columns;
        let cells = (wide / 2).min(30);
        let label = pad_right(&shorten_middle(&name.name, cells), cells);
        let mut text = format!("{label} {:>3} ", name.votes);
        let mut strokes = words::strokes(self.lang, name.votes);
        if width(&text) + width(&strokes) + 2 > wide {
            let [whole, rest] = [name.votes / 5, name.votes % 5];
            strokes =
                format!("{} {}", zheng::folded(self.lang, whole), words::strokes(self.lang, rest));
        }
        if width(&text) + width(&strokes) + 2 <= wide {
            text.push_str(&strokes);
        }
        let role = if name.new > 0 { Role::HallMark } else { Role::HallTitle };
        if name.new > 0 {
            text.push('◂');
        }
        let x = area.x + u16::try_from(place / high * wide).unwrap_or(0);
        let y = area.y + u16::try_from(place % high).unwrap_or(0);
        if y < area.bottom() {
            buf.set_stringn(x, y, &text, wide, style(self.theme, role));
        }
    }
}
