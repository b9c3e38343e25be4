//! The measures of a paper by its look: page, margins, lines, letters.
//!
//! Lengths are in thousandths of a point.

use super::super::{House, Look, Paper, Tongue};
use super::fonts::Role;
use super::letters::Hand;

/// The measures of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Grid {
    pub look: Look,
    pub tongue: Tongue,
    /// Width and height of the page.
    pub page: (i32, i32),
    /// Margins: top, bottom, binding side, outer side.
    pub margins: [i32; 4],
    /// Height of running text.
    pub body: i32,
    /// From line to line.
    pub pitch: i32,
    /// What is added behind a Chinese character, to bring so many into a line.
    pub tracking: i32,
    /// Height of a title.
    pub title: i32,
    /// Height of the letters of a table, and from line to line there.
    pub table: (i32, i32),
    /// Height of the page number and of the line at the foot.
    pub foot: (i32, i32),
}

/// Millimetres.
pub(super) fn mm(count: i32) -> i32 {
    count * 720_000 / 254
}

/// A4.
const A4: (i32, i32) = (595_276, 841_890);

impl Grid {
    /// The measures of a paper in the style of the house.
    ///
    /// Measures no page can have are drawn to the nearest that one can.
    pub fn of(paper: &Paper, house: &House) -> Self {
        let half = |points: u16| i32::from(points.clamp(8, 144)) * 500;
        let [top, bottom, binding, outer] =
            house.margins.map(|side| mm(i32::from(side.clamp(5, 70))));
        let (lines, letters) =
            (i32::from(house.grid[0].clamp(8, 80)), i32::from(house.grid[1].clamp(8, 80)));
        let (wide, high) = (A4.0 - binding - outer, A4.1 - top - bottom);
        let mut grid = Self {
            look: paper.look,
            tongue: paper.tongue,
            page: A4,
            margins: [top, bottom, binding, outer],
            body: half(house.body),
            pitch: high / lines,
            tracking: 0,
            title: half(house.title),
            table: (12_000, 18_000),
            foot: (14_000, 7_500),
        };
        grid.tracking = (wide / letters - grid.body).clamp(-grid.body / 20, grid.body / 5);
        match (paper.look, paper.tongue) {
            (Look::Official, Tongue::Zh) => {}
            // Latin letters look larger than Chinese ones of the same height, and need less room between lines.
            (Look::Official, Tongue::En) => grid.dense(high, lines, [25, 34, 20]),
            (Look::Official, Tongue::Both) => grid.dense(high, lines, [26, 34, 20]),
            (Look::Wide, _) => {
                grid.page = (A4.1, A4.0);
                grid.margins = [mm(24), mm(22), mm(22), mm(22)];
                grid.body = grid.body * 3 / 4;
                grid.title = grid.title * 9 / 11;
                grid.pitch = grid.body * 3 / 2;
                grid.tracking = 0;
                grid.table = (10_500, 15_000);
            }
            (Look::Slip, tongue) => {
                grid.margins = [mm(25), mm(25), mm(25), mm(25)];
                grid.tracking = 0;
                grid.pitch = grid.body * 7 / 4;
                if tongue != Tongue::Zh {
                    grid.body = grid.body * 13 / 16;
                    grid.title = grid.title * 3 / 4;
                    grid.pitch = grid.body * 3 / 2;
                }
                grid.table = (grid.body * 7 / 8, grid.body * 3 / 2);
            }
            (Look::Certificate, tongue) => {
                grid.page = (A4.1, A4.0);
                grid.margins = [mm(28), mm(26), mm(38), mm(38)];
                grid.tracking = 0;
                grid.body = if tongue == Tongue::Zh { grid.body * 5 / 4 } else { grid.body };
                grid.title = grid.title * 9 / 5;
                grid.pitch = grid.body * 19 / 10;
                // Both languages one after the other are twice as much.
                if tongue == Tongue::Both {
                    grid.title = grid.title * 11 / 20;
                    grid.pitch = grid.body * 15 / 10;
                }
                grid.table = (grid.body * 3 / 4, grid.body * 5 / 4);
            }
        }
        grid
    }

    /// More lines on a page, of smaller letters: half points of the body for 16 pt, lines for 22, title.
    fn dense(&mut self, high: i32, lines: i32, [body, more, title]: [i32; 3]) {
        self.body = self.body * body / 32;
        self.pitch = high / (lines * more / 22).max(1);
        self.title = self.title * title / 22;
        self.tracking = 0;
        self.table = (self.body * 11 / 13, self.body * 16 / 13);
    }

    /// The same, smaller by so many hundredths.
    pub fn smaller(mut self, of100: i32) -> Self {
        let part = |length: i32| length * of100 / 100;
        (self.body, self.pitch, self.title) = (part(self.body), part(self.pitch), part(self.title));
        self.table = (part(self.table.0), part(self.table.1));
        self
    }

    /// Width and height of the part that is written on.
    pub fn area(&self) -> (i32, i32) {
        let [top, bottom, binding, outer] = self.margins;
        (self.page.0 - binding - outer, self.page.1 - top - bottom)
    }

    /// A Chinese character with what belongs to it.
    pub fn cell(&self) -> i32 {
        self.body + self.tracking
    }

    /// Running text in a role.
    pub fn hand(&self, role: Role) -> Hand {
        let lean = role == Role::Kai && self.tongue != Tongue::Zh;
        Hand { role, size: self.body, tracking: self.tracking, bold: false, lean, struck: false }
    }

    /// Letters of another height, off the grid.
    pub fn sized(&self, role: Role, size: i32) -> Hand {
        Hand { size, tracking: 0, ..self.hand(role) }
    }

    /// The paper is read in English alone.
    pub fn english(&self) -> bool {
        self.tongue == Tongue::En
    }
}
