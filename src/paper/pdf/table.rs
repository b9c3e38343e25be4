//! Tables: heads said again on every page, cells that wrap, rows that are not broken.

use super::super::letters::widened;
use super::super::{Column, Look, Row, Side, Table, Text};
use super::blocks::Setter;
use super::fonts::Role;
use super::grid::Grid;
use super::letters::{Hand, Item};
use super::lines::{self, Piece, Set};
use super::parts::Kind;
use super::sheet::{Strip, base};

/// White inside a cell, left and right, and above and below.
const PAD: (i32, i32) = (3_500, 3_000);

/// A cell, broken into lines.
struct Cell {
    lines: Vec<Vec<Piece>>,
    part: usize,
}

/// The columns of a table where they stand.
struct Frame {
    /// Left ends of the columns, and the right end of the last.
    ends: Vec<i32>,
    size: i32,
    pitch: i32,
}

impl Setter<'_> {
    /// A table; one without columns is nothing.
    pub(super) fn table(&mut self, table: &Table) -> Vec<Strip> {
        if table.columns.is_empty() {
            return Vec::new();
        }
        let frame = self.frame(table);
        let whole = self.part(Kind::Table);
        let mut all = vec![Strip { keep: true, ..Strip::white(self.grid.pitch / 4) }];
        if !table.caption.is_empty() {
            let part = self.tree.add(Kind::Caption, Some(whole), self.lang);
            let hand = self.grid.sized(Role::Strong, frame.size.max(self.grid.body * 3 / 4));
            let items = self.items(&Text::from(table.caption.as_str()), hand, &table.caption);
            for line in lines::lines(self.case, items, self.width, 0, Set::Middle) {
                let strip = Strip::line(line, 0, hand.size * 8 / 5, hand.size, Some(part));
                all.push(Strip { keep: true, ..strip });
            }
        }
        let head = self.head(&table.columns, &frame, whole);
        self.heads.push(head.clone());
        let number = self.heads.len() - 1;
        all.extend(head);
        let rows = self.tree.add(Kind::Rows, Some(whole), self.lang);
        let least = i32::from(table.lines.max(1)) * frame.pitch;
        for (at, row) in table.rows.iter().enumerate() {
            let mut strips = self.row(row, &table.columns, &frame, rows, least);
            for strip in &mut strips {
                strip.head = Some(number);
            }
            // The last row is not sent overleaf alone.
            if at + 2 == table.rows.len()
                && at > 0
                && let Some(last) = strips.last_mut()
            {
                last.keep = true;
            }
            all.extend(strips);
        }
        all.push(Strip { white: true, height: self.grid.pitch / 3, ..Strip::default() });
        if self.grid.look == Look::Official {
            all.push(Strip { white: true, snap: true, ..Strip::default() });
        }
        all
    }

    /// Where the columns stand, and how large the letters can be for that.
    fn frame(&self, table: &Table) -> Frame {
        let columns = &table.columns;
        let parts = |column: &Column| i64::from(column.share.max(1));
        let sum: i64 = columns.iter().map(parts).sum();
        let shares: Vec<i64> =
            columns.iter().map(|c| i64::from(self.width) * parts(c) / sum.max(1)).collect();
        let needs: Vec<i64> =
            (0..columns.len()).map(|at| i64::from(self.widest_word(table, at))).collect();
        let mut ends = vec![0];
        let mut done = 0;
        for width in widened(&shares, &needs) {
            done += width;
            ends.push(i32::try_from(done).unwrap_or(self.width));
        }
        if let Some(last) = ends.last_mut() {
            *last = self.width;
        }
        let narrowest = ends.windows(2).map(|ends| ends[1] - ends[0]).min().unwrap_or(self.width);
        // A column holds at least one character; twenty columns make small letters.
        let (most, pitch) = self.grid.table;
        let most = if self.narrow_table() { most * 9 / 10 } else { most };
        let size = most.min(narrowest - 2 * PAD.0).max(narrowest / 2).min(most).max(500);
        Frame { ends, size, pitch: pitch * size / self.grid.table.0.max(1) }
    }

    /// How wide a column has to be for no word or figure of it to be cut; what is longer than words are is
    /// broken anyhow.
    fn widest_word(&self, table: &Table, at: usize) -> i32 {
        let size = if self.narrow_table() { self.grid.table.0 * 9 / 10 } else { self.grid.table.0 };
        let word = |text: &Text, role: Role, place: &str| {
            let items = self.items(text, self.grid.sized(role, size), place);
            let wide = items.iter().map(|item| match item {
                Item::Letters(cluster) if !cluster.han => cluster.width,
                _ => 0,
            });
            wide.max().unwrap_or(0)
        };
        let head = table.columns.get(at);
        let head = head.map(|c| word(&c.head.as_str().into(), Role::Strong, &c.head));
        let cells = table.rows.iter().filter_map(|row| {
            let role = if row.strong { Role::Strong } else { Role::Body };
            Some(word(row.cells.get(at)?, role, &place_of(row)))
        });
        let widest = cells.chain(head).filter(|wide| wide * 5 <= self.width * 2).max();
        widest.map_or(0, |wide| wide + 2 * PAD.0 + 100)
    }

    fn narrow_table(&self) -> bool {
        self.width * 2 <= self.grid.area().0
    }

    fn head(&mut self, columns: &[Column], frame: &Frame, table: usize) -> Vec<Strip> {
        let head = self.tree.add(Kind::Head, Some(table), self.lang);
        let row = self.tree.add(Kind::Row, Some(head), self.lang);
        let hand = self.grid.sized(Role::Strong, frame.size);
        let mut cells = Vec::new();
        for (at, column) in columns.iter().enumerate() {
            let part = self.tree.add(Kind::HeadCell, Some(row), self.lang);
            let text = Text::from(column.head.as_str());
            cells.push(self.cell(&text, hand, frame, at, Side::Middle, part, &column.head));
        }
        let mut strips = self.set_row(cells, frame, frame.pitch);
        strips.iter_mut().for_each(|strip| strip.keep = true);
        strips
    }

    fn row(
        &mut self,
        row: &Row,
        columns: &[Column],
        frame: &Frame,
        rows: usize,
        least: i32,
    ) -> Vec<Strip> {
        let within = self.tree.add(Kind::Row, Some(rows), self.lang);
        let role = if row.strong { Role::Strong } else { Role::Body };
        let hand = self.grid.sized(role, frame.size);
        let place = place_of(row);
        let none = Text::default();
        let mut cells = Vec::new();
        for (at, column) in columns.iter().enumerate() {
            let part = self.tree.add(Kind::Cell, Some(within), self.lang);
            let text = row.cells.get(at).unwrap_or(&none);
            cells.push(self.cell(text, hand, frame, at, column.side, part, &place));
        }
        self.set_row(cells, frame, least)
    }

    #[allow(clippy::too_many_arguments)]
    fn cell(
        &self,
        text: &Text,
        hand: Hand,
        frame: &Frame,
        at: usize,
        side: Side,
        part: usize,
        place: &str,
    ) -> Cell {
        let wide = (frame.ends[at + 1] - frame.ends[at] - 2 * PAD.0).max(frame.size);
        let items = self.items(text, hand, place);
        let set = match side {
            Side::Left => Set::Left,
            Side::Middle => Set::Middle,
            Side::Right => Set::Right,
        };
        Cell { lines: lines::lines(self.case, items, wide, 0, set), part }
    }

    /// A row as one strip, or as many as needed where it is higher than a page.
    fn set_row(&self, cells: Vec<Cell>, frame: &Frame, least: i32) -> Vec<Strip> {
        let count = cells.iter().map(|cell| cell.lines.len()).max().unwrap_or(1).max(1);
        let tall = |lines: usize| i32::try_from(lines).unwrap_or(1) * frame.pitch;
        let page = room(&self.grid) - 2 * PAD.1;
        let whole = tall(count).max(least.min(page));
        let at_once = if whole <= page {
            count
        } else {
            usize::try_from(page / 2 / frame.pitch.max(1)).unwrap_or(1).max(1)
        };
        let mut strips = Vec::new();
        let mut from = 0;
        while from < count {
            let to = (from + at_once).min(count);
            let inner = if at_once == count { whole } else { tall(to - from) };
            let mut strip = Strip { height: inner + 2 * PAD.1, ..Strip::default() };
            self.borders(&mut strip, frame, from == 0, to == count);
            for (at, cell) in cells.iter().enumerate() {
                let lines = cell.lines.get(from..to.min(cell.lines.len())).unwrap_or_default();
                let x = frame.ends[at] + PAD.0.min((frame.ends[at + 1] - frame.ends[at]) / 6);
                // Short cells stand in the middle of a high row.
                let mut y = PAD.1 + (inner - tall(lines.len())).max(0) / 2;
                for line in lines {
                    let down = base(y, frame.pitch, frame.size);
                    strip.write(line.clone(), x, down, Some(cell.part), false);
                    y += frame.pitch;
                }
            }
            strips.push(strip);
            from = to;
        }
        strips
    }

    fn borders(&self, strip: &mut Strip, frame: &Frame, top: bool, bottom: bool) {
        let (right, low) = (self.width, strip.height);
        for x in &frame.ends {
            strip.rule((*x, 0), (*x, low), 500, false);
        }
        if top {
            strip.rule((0, 0), (right, 0), 500, false);
        }
        if bottom {
            strip.rule((0, low), (right, low), 500, false);
        }
    }
}

/// A row in words: a letter that is missing is somebody's, and the row says whose.
fn place_of(row: &Row) -> String {
    let said: Vec<String> =
        row.cells.iter().map(Text::letters).filter(|text| !text.is_empty()).collect();
    said.join(" · ")
}

/// How high a row may be so that it and two lines of head stand on one page.
fn room(grid: &Grid) -> i32 {
    grid.area().1 - 4 * grid.table.1
}
