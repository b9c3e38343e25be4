//! The bar: votes in favour on the scale of the base, with marks where it matters.

use super::super::theme::{Role, Theme, style};
use super::super::width::width;
use crate::text::{Lang, hall as words};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// What a bar shows.
#[derive(Debug, Clone)]
pub struct Bar {
    /// The whole.
    pub base: u32,
    /// In favour, as far as counted.
    pub yes: u32,
    /// Votes needed.
    pub needed: Option<u32>,
    /// Language of the marks.
    pub lang: Lang,
    /// Colours.
    pub theme: Theme,
}

/// Eighths of a cell, from the left.
const EIGHTHS: [&str; 8] = [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

impl Bar {
    /// The rows it takes when it is so many cells thick.
    pub fn height(&self, thick: u16) -> u16 {
        thick.saturating_add(2)
    }

    /// Where on a bar of `wide` cells so many votes are: the cell whose left edge they reach.
    pub fn cell(&self, votes: u32, wide: u16) -> u16 {
        let at = u64::from(votes) * u64::from(wide) / u64::from(self.base.max(1));
        u16::try_from(at).unwrap_or(wide).min(wide.saturating_sub(1))
    }

    /// The filled part in eighths of a cell. It reaches the mark exactly when the votes needed are there, however
    /// narrow the bar.
    pub fn filled(&self, wide: u16) -> u32 {
        let full = u32::from(wide) * 8;
        let at = u64::from(self.yes) * u64::from(full) / u64::from(self.base.max(1));
        let at = u32::try_from(at).unwrap_or(full).min(full);
        let Some(needed) = self.needed else {
            return at;
        };
        let mark = u32::from(self.cell(needed, wide)) * 8;
        if self.yes >= needed { at.max(mark) } else { at.min(mark.saturating_sub(4)) }
    }

    /// Draws it: the mark of the votes needed above, the scale below.
    pub fn draw(&self, buf: &mut Buffer, area: Rect, thick: u16) {
        if area.height < self.height(thick) || area.width < 4 {
            return;
        }
        let wide = area.width;
        let half = self.cell(self.base, wide).div_ceil(2);
        let mark = self.needed.map(|n| self.cell(n, wide));
        for row in 1..=thick {
            self.row(buf, Rect { y: area.y + row, height: 1, ..area }, half, mark);
        }
        let below = Rect { y: area.y + thick + 1, height: 1, ..area };
        let quiet = style(self.theme, Role::HallText);
        label(buf, below, 0, "0", quiet);
        let whole = self.base.to_string();
        if Some(half) != mark && wide >= 24 {
            let number = (self.base.is_multiple_of(2)).then_some(self.base / 2);
            let text = words::mark(self.lang, words::HALF, number);
            label(buf, below, half, &text, quiet);
        }
        label(buf, below, wide, &whole, quiet);
        if let Some(at) = mark {
            let text = words::mark(self.lang, words::NEEDED, self.needed);
            let loud = style(self.theme, Role::HallMark);
            label(buf, Rect { height: 1, ..area }, at, &text, loud);
        }
    }

    fn row(&self, buf: &mut Buffer, row: Rect, half: u16, mark: Option<u16>) {
        let (full, eighths) = (self.filled(row.width) / 8, self.filled(row.width) % 8);
        let part = EIGHTHS.get(eighths as usize).copied().unwrap_or(" ");
        let lit = style(self.theme, Role::HallYes);
        let track = style(self.theme, Role::HallTrack);
        for x in 0..row.width {
            let within = u32::from(x) < full;
            let cut = lit.add_modifier(ratatui::style::Modifier::REVERSED);
            let (symbol, look) = match u32::from(x) {
                _ if Some(x) == mark && within => ("┃", cut),
                _ if x == half && within => ("┆", cut),
                _ if Some(x) == mark => ("┃", style(self.theme, Role::HallMark)),
                _ if x == half => ("┆", style(self.theme, Role::HallText)),
                at if at < full => ("█", lit),
                at if at == full && eighths > 0 => (part, lit),
                _ => ("░", track),
            };
            buf[(row.x + x, row.y)].set_symbol(symbol).set_style(look);
        }
    }
}

/// A label centred on a cell of the bar, pushed in at its ends.
fn label(buf: &mut Buffer, row: Rect, at: u16, text: &str, look: ratatui::style::Style) {
    let wide = u16::try_from(width(text)).unwrap_or(u16::MAX);
    let from = at.saturating_sub(wide / 2).min(row.width.saturating_sub(wide));
    let room = usize::from(row.width - from.min(row.width));
    buf.set_stringn(row.x + from, row.y, text, room, look);
}
