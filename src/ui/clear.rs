//! Clearing the ground under a popup without leaving half a wide character at its left edge.

use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::Rect;
use ratatui::widgets::{Clear, Widget};

/// Like ratatui's `Clear`, but also blanks the wide characters which the area's left edge cuts in two: otherwise such a
/// character stays in the cell before the edge, and the frame diff skips the popup's border behind it.
#[derive(Debug, Clone, Copy, Default)]
pub struct ClearWide;

impl Widget for ClearWide {
    fn render(self, area: Rect, buf: &mut Buffer) {
        cut_left(area, buf);
        Clear.render(area.intersection(buf.area), buf);
    }
}

/// Blanks every wide character that reaches from outside into the left edge of `area`; for whatever draws over text
/// cell by cell.
pub fn cut_left(area: Rect, buf: &mut Buffer) {
    let area = area.intersection(buf.area);
    if area.is_empty() || area.x == buf.area.x {
        return;
    }
    for y in area.top()..area.bottom() {
        let before = &mut buf[(area.x - 1, y)];
        if before.cell_width() > 1 {
            before.set_symbol(" ");
        }
    }
}

/// Gives the second half of every wide character the look of its first. Without it the frame diff believes that half to
/// be plain, and leaves its colour standing where the next frame puts a wide character one cell to the left.
pub fn whole(buf: &mut Buffer) {
    for y in buf.area.top()..buf.area.bottom() {
        for x in buf.area.left()..buf.area.right().saturating_sub(1) {
            if buf[(x, y)].cell_width() > 1 {
                let style = buf[(x, y)].style();
                buf[(x + 1, y)].set_style(style);
            }
        }
    }
}
