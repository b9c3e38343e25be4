//! 正 built stroke by stroke in half blocks, the newest stroke lit; in English the five-barred gate.

use super::theme::{Role, Theme, style};
use crate::text::Lang;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Points of one character, across and down.
const POINTS: (u16, u16) = (7, 6);

/// A stroke as the points from one corner to the other.
type Stroke = [u16; 4];

/// 一丨一丨一, in the order they are written.
const ZHENG: [Stroke; 5] = [[0, 0, 6, 0], [3, 1, 3, 4], [4, 2, 6, 2], [1, 2, 1, 4], [0, 5, 6, 5]];
/// Four bars and the one across.
const GATE: [Stroke; 5] = [[0, 0, 0, 5], [2, 0, 2, 5], [4, 0, 4, 5], [6, 0, 6, 5], [0, 3, 6, 3]];

/// Votes as strokes.
#[derive(Debug, Clone, Copy)]
pub struct Strokes {
    /// How many.
    pub votes: u32,
    /// How many of them are new.
    pub new: u32,
    /// How many points a point takes, across and down.
    pub scale: u16,
    /// Which characters.
    pub lang: Lang,
}

impl Strokes {
    /// The cells of one character, with the space behind it.
    pub fn cell(scale: u16) -> (u16, u16) {
        (POINTS.0 * scale + 2, POINTS.1 * scale / 2)
    }

    /// The cells of so many votes, with the sign of the newest.
    pub fn width(votes: u32, scale: u16) -> u16 {
        let many = u16::try_from(votes.div_ceil(5)).unwrap_or(u16::MAX);
        many.saturating_mul(Self::cell(scale).0).saturating_add(2)
    }

    /// Draws them from the upper left corner; the sign of the newest stroke stands behind it, so that it is told
    /// without colour, too.
    pub fn draw(self, buf: &mut Buffer, area: Rect, theme: Theme, roles: [Role; 2]) {
        let (wide, _) = Self::cell(self.scale);
        let shapes = if self.lang == Lang::En { &GATE } else { &ZHENG };
        let [old, new] = roles.map(|r| style(theme, r));
        let mut left = area.x;
        for first in (0..self.votes).step_by(5) {
            let place = Rect { x: left, width: wide, ..area };
            if place.right() > area.right() {
                break;
            }
            for (stroke, no) in shapes.iter().zip(first..self.votes) {
                let is_new = no + self.new >= self.votes;
                lay(buf, place, self.scale, *stroke, if is_new { new } else { old });
            }
            left += wide;
        }
        if self.new > 0 && left < area.right() {
            buf.set_stringn(left, area.y, "◂", usize::from(area.right() - left), new);
        }
    }
}

/// Lays a stroke into the points that are there already.
fn lay(buf: &mut Buffer, place: Rect, scale: u16, [x0, y0, x1, y1]: Stroke, look: Style) {
    // Thin when large: a stroke is as wide as it is high on the screen.
    for y in y0 * scale..y1 * scale + scale {
        for x in x0 * scale..x1 * scale + scale {
            let at = (place.x + x, place.y + y / 2);
            if at.0 >= place.right() || at.1 >= place.bottom() {
                continue;
            }
            let Some(cell) = buf.cell_mut(at) else { continue };
            let half = if y % 2 == 0 { "▀" } else { "▄" };
            let both =
                matches!(cell.symbol(), "█") || (cell.symbol() != half && is_block(cell.symbol()));
            cell.set_symbol(if both { "█" } else { half }).set_style(look);
        }
    }
}

fn is_block(symbol: &str) -> bool {
    matches!(symbol, "▀" | "▄" | "█")
}

/// Votes that are told as whole characters in a figure, and those drawn, so that the newest have room.
pub fn fold(votes: u32, room: u16, scale: u16) -> [u32; 2] {
    if Strokes::width(votes, scale) <= room {
        return [0, votes];
    }
    // The figure takes up to eight cells, and at least one character is drawn.
    let fit = u32::from(room.saturating_sub(10) / Strokes::cell(scale).0).max(1);
    let drawn_least = fit.saturating_sub(1) * 5;
    let told = votes.saturating_sub(drawn_least) / 5;
    [told, votes - told * 5]
}

/// So many whole characters: `正×3`.
pub fn folded(lang: Lang, whole: u32) -> String {
    match (lang, whole) {
        (_, 0) => String::new(),
        (Lang::En, n) => format!("5x{n}"),
        (_, n) => format!("正×{n}"),
    }
}
