//! The board: a few figures with their labels, and beside them the number they are measured against.

use super::super::big::{self, Scale};
use super::super::width::{pad_left, pad_right, width};
use super::fit::{Form, Piece, middle};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// A figure with its label.
#[derive(Debug, Clone)]
pub struct Figure {
    /// What it counts.
    pub label: String,
    /// How many; a dash where nothing is counted yet.
    pub number: String,
    /// Its colour.
    pub style: Style,
}

/// The figures of a screen.
#[derive(Debug, Clone, Default)]
pub struct Board {
    /// One to three.
    pub figures: Vec<Figure>,
    /// What they are measured against, most important first: at most two lines.
    pub aside: Vec<String>,
    /// Colour of that.
    pub aside_style: Style,
    /// The same in the second language, at normal size below.
    pub under: Option<String>,
    /// The largest letters it may have: no figure is larger than the result that stands above it.
    pub largest: Scale,
    /// Digits to keep room for, so that nothing moves while the count grows.
    pub digits: usize,
}

/// Texts with their places in a rectangle of their own.
#[derive(Debug, Clone, Default)]
pub struct Arrangement {
    texts: Vec<Placed>,
    width: u16,
    height: u16,
}

#[derive(Debug, Clone)]
struct Placed {
    x: u16,
    y: u16,
    text: String,
    /// Normal size where absent.
    scale: Option<Scale>,
    style: Style,
}

use Scale::{Compact, Double, Full};

impl Board {
    /// The board as a piece of a screen that is `room` cells wide.
    pub fn piece(&self, room: u16, rank: u8) -> Piece {
        let plain = self.plain(room);
        let mut all: Vec<Arrangement> = vec![];
        if self.largest == Double {
            all.extend(self.beside(Double, room));
            all.extend(self.below(Double, room));
        }
        all.extend(self.beside(Full, room));
        all.extend(self.below(Full, room));
        all.push(self.over_plain(self.rows(Full), room));
        all.push(self.over_plain(self.columns(Full, room), room));
        all.extend(self.below(Compact, room));
        all.extend(self.beside(Compact, room));
        all.extend(self.small_labels_below(room));
        all.push(self.over_plain(self.columns(Compact, room), room));
        all.push(self.over_plain(self.small_labels(Full), room));
        all.push(self.over_plain(self.small_labels(Compact), room));
        let mut forms: Vec<Form> = all
            .into_iter()
            .filter(|a| a.width <= room && a.height > plain.height)
            .map(|a| self.with_under(a, room))
            .map(|a| Form::Board(Box::new(a)))
            .collect();
        forms.push(Form::Board(Box::new(self.with_under(plain, room))));
        Piece { forms, rank }
    }

    fn with_under(&self, top: Arrangement, room: u16) -> Arrangement {
        match &self.under {
            Some(line) if width(line) <= usize::from(room) => {
                top.above(Arrangement::of(line, None, self.aside_style))
            }
            _ => top,
        }
    }

    /// A row a figure, labels and digits in line.
    fn rows(&self, scale: Scale) -> Arrangement {
        let longest = self.figures.iter().map(|f| width(&f.label)).max().unwrap_or(0);
        let mut rows = Arrangement::default();
        for figure in &self.figures {
            let label = pad_right(&figure.label, longest);
            let text = format!("{label} {}", pad_left(&figure.number, self.digits));
            rows = rows.over(Arrangement::of(&text, Some(scale), figure.style));
        }
        rows
    }

    /// All figures on one line, as far apart as the room allows.
    fn columns(&self, scale: Scale, room: u16) -> Arrangement {
        let gaps = [16, 8, 4, 2].into_iter();
        let mut tries = gaps.map(|gap| self.columns_apart(scale, gap));
        let fits = tries.find(|line| line.width <= room);
        fits.unwrap_or_else(|| self.columns_apart(scale, 2))
    }

    fn columns_apart(&self, scale: Scale, gap: u16) -> Arrangement {
        let mut line = Arrangement::default();
        for figure in &self.figures {
            let between = if figure.label.is_ascii() { " " } else { "" };
            let number = pad_right(&figure.number, self.digits);
            let text = format!("{}{between}{number}", figure.label);
            line = line.beside(Arrangement::of(&text, Some(scale), figure.style), gap);
        }
        line
    }

    /// Big digits under labels of normal size.
    fn small_labels(&self, scale: Scale) -> Arrangement {
        let mut line = Arrangement::default();
        for figure in &self.figures {
            let digits = Arrangement::of(&figure.number, Some(scale), figure.style);
            let label = Arrangement::of(&figure.label, None, figure.style);
            let keep = big::measure(&"0".repeat(self.digits), scale).0;
            let mut one = label.above(digits);
            one.widen(keep);
            line = line.beside(one, 4);
        }
        line
    }

    /// The asides one under the other, within a height and a width, as large as fits.
    fn aside(&self, (wide, high): (u16, u16), most: Scale) -> Option<Arrangement> {
        if self.aside.is_empty() {
            return Some(Arrangement::default());
        }
        let scales = [Double, Full, Compact];
        let allowed = || scales.iter().skip_while(move |s| **s != most).copied();
        let tries = allowed().flat_map(|first| {
            let rest = scales.iter().skip_while(move |s| **s != first);
            rest.map(move |second| (first, *second))
        });
        for (first, second) in tries {
            let mut all = Arrangement::default();
            for (at, line) in self.aside.iter().enumerate() {
                let scale = if at == 0 { first } else { second };
                all = all.above(Arrangement::of(line, Some(scale), self.aside_style));
            }
            if all.width <= wide && all.height <= high {
                return Some(all);
            }
        }
        None
    }

    /// Rows of figures, the asides at their right.
    fn beside(&self, scale: Scale, room: u16) -> Option<Arrangement> {
        let gap = if scale == Compact { 4 } else { 8 };
        let rows = self.rows(scale);
        let left = room.checked_sub(rows.width.saturating_add(gap))?;
        let aside = self.aside((left, rows.height), Double)?;
        Some(rows.beside(aside, gap))
    }

    /// The figures on one line, the asides on another below.
    fn below(&self, scale: Scale, room: u16) -> Option<Arrangement> {
        let columns = self.columns(scale, room);
        let fits = columns.width <= room;
        fits.then(|| self.line_of_asides(scale, room).map(|a| columns.above(a)))?
    }

    fn small_labels_below(&self, room: u16) -> Option<Arrangement> {
        let figures = self.small_labels(Full);
        self.line_of_asides(Full, room).map(|a| figures.above(a))
    }

    fn line_of_asides(&self, figures: Scale, room: u16) -> Option<Arrangement> {
        let scales = match figures {
            Double => [Double, Full],
            _ => [Full, Compact],
        };
        let mut tries = scales.into_iter().map(|scale| {
            let mut line = Arrangement::default();
            for text in &self.aside {
                let one = Arrangement::of(text, Some(scale), self.aside_style);
                line = line.beside(one, if scale == Compact { 6 } else { 12 });
            }
            line
        });
        tries.find(|line| line.width <= room)
    }

    fn over_plain(&self, figures: Arrangement, room: u16) -> Arrangement {
        let line = self.aside.join("   ");
        if line.is_empty() || width(&line) > usize::from(room) {
            return figures;
        }
        figures.above(Arrangement::of(&line, None, self.aside_style))
    }

    /// Everything at normal size, on as few lines as it takes.
    fn plain(&self, room: u16) -> Arrangement {
        let figures = self.figures.iter();
        let figures = figures.map(|f| (format!("{} {}", f.label, f.number), f.style));
        let asides = self.aside.iter().map(|a| (a.clone(), self.aside_style));
        let (mut all, mut line) = (Arrangement::default(), Arrangement::default());
        for (text, style) in figures.chain(asides) {
            let one = Arrangement::of(&text, None, style);
            let longer = line.clone().beside(one.clone(), 3);
            if longer.width <= room {
                line = longer;
            } else {
                all = all.above(line);
                line = one;
            }
        }
        all.above(line)
    }
}

impl Arrangement {
    fn of(text: &str, scale: Option<Scale>, style: Style) -> Self {
        let (width, height) = match scale {
            Some(scale) => big::measure(text, scale),
            None => (u16::try_from(width(text)).unwrap_or(u16::MAX), 1),
        };
        let placed = Placed { x: 0, y: 0, text: text.to_owned(), scale, style };
        Self { texts: vec![placed], width, height }
    }

    /// The rows it takes.
    pub fn height(&self) -> u16 {
        self.height
    }

    /// `other` at the right, each in the middle of the height.
    fn beside(mut self, mut other: Self, gap: u16) -> Self {
        if self.texts.is_empty() {
            return other;
        }
        if other.texts.is_empty() {
            return self;
        }
        let height = self.height.max(other.height);
        self.shift(0, (height - self.height) / 2);
        let x = self.width.saturating_add(gap);
        other.shift(x, (height - other.height) / 2);
        self.width = x.saturating_add(other.width);
        self.height = height;
        self.texts.append(&mut other.texts);
        self
    }

    /// `other` below, flush left.
    fn over(mut self, mut other: Self) -> Self {
        other.shift(0, self.height);
        self.width = self.width.max(other.width);
        self.height = self.height.saturating_add(other.height);
        self.texts.append(&mut other.texts);
        self
    }

    /// `other` below, each in the middle of the width.
    fn above(mut self, mut other: Self) -> Self {
        let wide = self.width.max(other.width);
        self.widen(wide);
        other.widen(wide);
        self.over(other)
    }

    /// Makes it at least so wide, its texts staying in the middle.
    fn widen(&mut self, wide: u16) {
        let more = wide.saturating_sub(self.width);
        self.shift(more / 2, 0);
        self.width += more;
    }

    fn shift(&mut self, x: u16, y: u16) {
        for text in &mut self.texts {
            text.x = text.x.saturating_add(x);
            text.y = text.y.saturating_add(y);
        }
    }

    /// Draws it in the middle of `area`, from its top.
    pub fn draw(&self, buf: &mut Buffer, area: Rect) {
        let inner = middle(area, self.width);
        for Placed { x, y, text, scale, style } in &self.texts {
            if *x >= inner.width || *y >= inner.height {
                continue;
            }
            let (x, y) = (inner.x + x, inner.y + y);
            let place = Rect::new(x, y, inner.right() - x, inner.bottom() - y);
            match scale {
                Some(scale) => big::draw(buf, place, text, *scale, *style),
                None => {
                    buf.set_stringn(x, y, text, usize::from(place.width), *style);
                }
            }
        }
    }
}
