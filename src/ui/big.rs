//! Big letters for the hall: any text as 16 x 16 bitmaps, drawn with block characters that every terminal font has.
//!
//! The bitmaps are GNU Unifont 15.1.05, from the `unifont` crate. The crate's code is MIT; its README and LICENSE say
//! nothing about the glyph data, which upstream licenses under SIL OFL 1.1 or GPL 2+ with the font embedding exception
//! (since 13.0.04). It holds all of the Basic Multilingual Plane: every ideograph of 4E00–9FFF (喆 堃 镕 昇 included) and
//! of extension A (㛃 䶮), but nothing above U+FFFF (𬭎 𠮷): those are drawn at normal size, never dropped.

use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;
use unifont::{Glyph, get_glyph};

use super::clear::cut_left;
use super::width::wrap_by;

/// How big. A wide character has 16 x 16 points, a narrow one 8 x 16.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Scale {
    /// Two by two points a cell, in quadrants: a wide character takes 8 x 8 cells and looks narrow.
    Compact,
    /// One by two points a cell, in half blocks: a wide character takes 16 x 8 cells and looks square.
    #[default]
    Full,
    /// A point is two cells side by side: a wide character takes 32 x 16 cells.
    Double,
}

/// The height of a big letter in points.
const POINTS: u16 = 16;

impl Scale {
    /// The height of one line of big letters, in cells.
    pub fn height(self) -> u16 {
        match self {
            Self::Compact | Self::Full => 8,
            Self::Double => 16,
        }
    }

    /// How many cells `points` beside each other take.
    fn across(self, points: u16) -> u16 {
        match self {
            Self::Compact => points / 2,
            Self::Full => points,
            Self::Double => points * 2,
        }
    }
}

/// The cells `text` takes: the width of its longest line, and the height of all its lines.
pub fn measure(text: &str, scale: Scale) -> (u16, u16) {
    let widest = text
        .split('\n')
        .map(|line| letters(line).map(|l| wide(&l, scale)).fold(0, u16::saturating_add))
        .max();
    let lines = u16::try_from(text.split('\n').count()).unwrap_or(u16::MAX);
    (widest.unwrap_or(0), lines.saturating_mul(scale.height()))
}

/// Breaks `text` into lines of big letters that fit into `width` cells, by the rules of [`super::width::wrap`].
pub fn wrap_big(text: &str, width: u16, scale: Scale) -> Vec<String> {
    wrap_by(text, usize::from(width), |letter| usize::from(wide(letter, scale)))
}

/// Draws `text` from the upper left corner of `area`, cut off at its edges. Every cell under the letters takes `style`;
/// a style without a background keeps the ground that is there.
pub fn draw(buf: &mut Buffer, area: Rect, text: &str, scale: Scale, style: Style) {
    let area = area.intersection(buf.area);
    cut_left(area, buf);
    for (line, top) in text.split('\n').zip((0..area.height).step_by(usize::from(scale.height()))) {
        let mut left = 0;
        for letter in letters(line) {
            let width = wide(&letter, scale);
            if left >= area.width {
                break;
            }
            let block = Rect::new(area.x + left, area.y + top, width, scale.height());
            match bitmap(&letter) {
                Some(glyph) => paint(buf, block, area, glyph, scale, style),
                None => small(buf, block, area, &letter, style),
            }
            left = left.saturating_add(width);
        }
    }
}

/// Paints one glyph into `block`, as far as it lies within `clip`.
fn paint(buf: &mut Buffer, block: Rect, clip: Rect, glyph: &Glyph, scale: Scale, style: Style) {
    let lit = |x: u16, y: u16| glyph.get_pixel(usize::from(x), usize::from(y));
    let visible = block.intersection(clip);
    for y in visible.top()..visible.bottom() {
        for x in visible.left()..visible.right() {
            let (col, row) = (x - block.x, y - block.y);
            let symbol = match scale {
                Scale::Full => {
                    [" ", "▀", "▄", "█"][index(&[lit(col, row * 2), lit(col, row * 2 + 1)])]
                }
                Scale::Double => [" ", "█"][index(&[lit(col / 2, row)])],
                Scale::Compact => {
                    let (px, py) = (col * 2, row * 2);
                    QUADRANTS[index(&[
                        lit(px, py),
                        lit(px + 1, py),
                        lit(px, py + 1),
                        lit(px + 1, py + 1),
                    ])]
                }
            };
            buf[(x, y)].set_symbol(symbol).set_style(style);
        }
    }
}

/// Block characters by which of their quarters are lit: upper left 1, upper right 2, lower left 4, lower right 8.
const QUADRANTS: [&str; 16] =
    [" ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█"];

/// The points as a number, the first one lowest.
fn index(points: &[bool]) -> usize {
    points.iter().rev().fold(0, |n, lit| n * 2 + usize::from(*lit))
}

/// A letter without a bitmap: at normal size, in the middle of the block that it would have filled.
fn small(buf: &mut Buffer, block: Rect, clip: Rect, letter: &str, style: Style) {
    let visible = block.intersection(clip);
    for position in visible.positions() {
        buf[position].set_symbol(" ").set_style(style);
    }
    let width = letter.cell_width().max(1);
    let (x, y) =
        (block.x + block.width.saturating_sub(width) / 2, block.y + (block.height - 1) / 2);
    // What the clip cuts off still shows: as far left and as high as it takes.
    let x = x.min(visible.right().saturating_sub(width)).max(visible.x);
    let y = y.min(visible.bottom().saturating_sub(1));
    if width <= visible.width && !visible.is_empty() {
        buf[(x, y)].set_symbol(letter);
    }
}

/// The width of one letter in cells.
fn wide(letter: &str, scale: Scale) -> u16 {
    match bitmap(letter) {
        Some(glyph) if glyph.is_fullwidth() => scale.across(POINTS),
        Some(_) => scale.across(POINTS / 2),
        None => scale.across(if letter.cell_width() > 1 { POINTS } else { POINTS / 2 }),
    }
}

/// The bitmap of a letter's first character: accents written as characters of their own are left out.
fn bitmap(letter: &str) -> Option<&'static Glyph> {
    letter.chars().next().and_then(get_glyph)
}

/// The letters (graphemes) of one line that take room; control characters are none.
fn letters(line: &str) -> impl Iterator<Item = String> {
    let letters: Vec<String> = Span::raw(line)
        .styled_graphemes(Style::default())
        .filter(|g| g.symbol.cell_width() > 0)
        .map(|g| g.symbol.to_owned())
        .collect();
    letters.into_iter()
}
