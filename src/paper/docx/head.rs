//! The heading of a document: the issuer's mark, its number and red rule, the title, and their room.

use super::body::{Body, Own};
use super::runs::Weight;
use super::sheet::{Sheet, mm};
use super::styles::lines;
use crate::paper::letters::{escape, halves, has_han, width};
use crate::paper::{Block, Look, Paper, Text};

impl Body<'_> {
    /// Mark, number, rule, title and what stands under it.
    pub(super) fn heading(&mut self) {
        let pitch = self.sheet.main.pitch;
        let room = Room::of(self.paper, self.sheet);
        if let Some(mark) = &self.paper.mark {
            // As large as the line takes, between the letters of a title and 52 points.
            let size = (self.width / (halves(mark).max(1) * 5)).clamp(44, 104);
            let weight = Weight { heavy: !self.sheet.main.english, size: Some(size) };
            let spacing = lines(room.above_mark, 0, size * 12);
            let letters = self.letters(&Text::from(mark.as_str()), weight);
            let own = Own { spacing, ..self.red_rule(self.paper.number.is_none()) };
            self.paragraph("Mark", own, &letters);
        }
        if let Some(number) = &self.paper.number {
            let rule = self.paper.mark.is_some();
            let above = if rule { room.above_number } else { 0 };
            let last = rule && self.paper.issued.is_none();
            let own = Own { spacing: lines(above, 0, pitch), ..self.red_rule(last) };
            let letters = self.letters(&Text::from(number.as_str()), Weight::default());
            self.paragraph("Number", own, &letters);
        }
        if let Some([who, day]) = &self.paper.issued {
            let em = self.sheet.main.ems(1);
            let end = self.width.saturating_sub(em);
            let own = Own {
                tabs: format!("<w:tabs><w:tab w:val=\"right\" w:pos=\"{end}\"/></w:tabs>"),
                spacing: lines(0, 0, pitch),
                indent: format!("<w:ind w:left=\"{em}\"/>"),
                side: "<w:jc w:val=\"left\"/>",
                ..self.red_rule(self.paper.mark.is_some())
            };
            let mut letters = self.letters(&Text::from(who.as_str()), Weight::default());
            letters.push_str("<w:r><w:tab/></w:r>");
            letters.push_str(&self.letters(&Text::from(day.as_str()), Weight::default()));
            self.paragraph("Number", own, &letters);
        }
        let headed = self.paper.mark.is_some() || self.paper.number.is_some();
        self.title(if headed { room.above_title } else { 0 });
        if let Some(subtitle) = &self.paper.subtitle {
            let letters = self.letters(&Text::from(subtitle.as_str()), Weight::default());
            self.paragraph("Subtitle", Own::default(), &letters);
        }
    }

    /// The red rule as wide as the type area, 4 mm (11 points) below what it belongs to.
    fn red_rule(&self, there: bool) -> Own {
        if !there {
            return Own::default();
        }
        let red = escape(&self.house.red);
        let border = format!(
            "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"16\" w:space=\"11\" w:color=\"{red}\"/></w:pBdr>"
        );
        Own { border, ..Own::default() }
    }

    /// The title, its Chinese lines in one paragraph and its English ones in another.
    fn title(&mut self, above: u32) {
        let both = self.sheet.beside.is_some();
        let (zh, en): (Vec<&String>, Vec<&String>) =
            self.paper.title.iter().partition(|line| !both || has_han(line));
        let subtitle = self.paper.subtitle.is_some();
        for (style, part, height, last) in [
            ("Title", &zh, self.sheet.title * 15, en.is_empty()),
            ("TitleEn", &en, self.sheet.title * 7 / 9 * 14, true),
        ] {
            if part.is_empty() {
                continue;
            }
            let size = if style == "Title" { self.sheet.title } else { self.sheet.title * 7 / 9 };
            let room = self.width * 10 / size.max(1);
            let joined =
                part.iter().map(|line| balanced(line, room)).collect::<Vec<_>>().join("\n");
            let heavy = style == "Title" && !self.sheet.main.english;
            let letters = self.letters(&Text::from(joined), Weight { heavy, size: None });
            let before = if style == "Title" || zh.is_empty() { above } else { 0 };
            let after = if subtitle || !last { height / 4 } else { self.sheet.main.pitch };
            let own = Own { spacing: lines(before, after, height), ..Own::default() };
            self.paragraph(style, own, &letters);
        }
    }
}

/// An English line that is wider than the page (in hundredths of its letters), broken into parts of like
/// length; Chinese is left to the word processor.
fn balanced(line: &str, room: u32) -> String {
    let parts = (width(line) + room / 20).div_ceil(room.max(1));
    if has_han(line) || parts < 2 {
        return line.to_owned();
    }
    let each = width(line) / parts;
    let mut all = String::new();
    let (mut so_far, mut breaks) = (0, 1);
    for word in line.split(' ') {
        // A word goes to the side of the break where most of it is.
        if breaks < parts && so_far > 0 && so_far + width(word) / 2 > each {
            all.push('\n');
            (so_far, breaks) = (0, breaks + 1);
        } else if !all.is_empty() {
            all.push(' ');
        }
        all.push_str(word);
        so_far += width(word) + width(" ");
    }
    all
}

/// How much room the heading of a paper takes, in twips.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Room {
    above_mark: u32,
    above_number: u32,
    above_title: u32,
}

impl Room {
    /// As the standard has it; closer where that keeps a paper on one page that else would put nothing
    /// but its signature on the second.
    fn of(paper: &Paper, sheet: &Sheet) -> Self {
        let pitch = sheet.main.pitch;
        let full = Self { above_mark: mm(35), above_number: 2 * pitch, above_title: 2 * pitch };
        let close = Self { above_mark: mm(10), above_number: pitch, above_title: pitch };
        if paper.mark.is_none() {
            return Self { above_number: 0, ..close };
        }
        let page = sheet.height.saturating_sub(sheet.top + sheet.bottom);
        let rest = estimate(paper, sheet) + mm(25);
        let with = |room: Self| rest + room.above_mark + room.above_number + room.above_title;
        if with(full) > page && with(close) <= page { close } else { full }
    }
}

/// The sheet of a paper; that of one which has to stand on one page with letters as small as that needs.
pub(super) fn fitted(paper: &Paper, sheet: Sheet) -> Sheet {
    // Below half their size nobody would call it a certificate, and below nine and a half points nobody reads a ballot at
    // arm's length: then it has a second page.
    const LEAST: u32 = 19;
    let mut sheet = sheet;
    for _ in 0..12 {
        let page = sheet.height.saturating_sub(sheet.top + sheet.bottom);
        let next = sheet.smaller();
        let read = paper.look == Look::Certificate || next.main.size >= LEAST;
        // An estimate is none the better for being trusted to the last line.
        if !paper.one_sheet || !read || estimate(paper, &sheet) <= page * 94 / 100 {
            break;
        }
        sheet = next;
    }
    sheet
}

/// About how high title and blocks will be, in twips.
fn estimate(paper: &Paper, sheet: &Sheet) -> u32 {
    let face = sheet.main;
    let line = (sheet.text() * 2 / face.ems(1).max(1)).max(1);
    let of = |letters: u32| (letters + 4).div_ceil(line).max(1) * face.pitch;
    let text = |text: &Text| of(halves(&text.letters()));
    let title = paper.title.iter().map(|line| {
        (width(line) * sheet.title / 10).div_ceil(sheet.text()).max(1) * sheet.title * 15
    });
    // A blank line under the title; number and subtitle have lines of their own.
    let others = paper.subtitle.iter().chain(&paper.number).map(|_| face.pitch * 3 / 2);
    let head = title.chain(others).fold(face.pitch * 3 / 2, u32::saturating_add);
    let blocks = paper.blocks.iter().map(|block| match block {
        Block::Heading(_, words) | Block::Para(words) | Block::Plain(words) => text(words),
        Block::Centred(words) => text(words),
        Block::Labelled(label, words) => text(words).max(of(halves(label))),
        Block::List(points) => points.iter().map(text).sum(),
        Block::Quote(quoted) => quoted.iter().map(|line| of(halves(line))).sum(),
        Block::Table(table) => {
            let row = sheet.table * 13 + 80;
            let whole: u32 = table.columns.iter().map(|c| u32::from(c.share)).sum();
            let of_row = |row: &crate::paper::Row| {
                let cells = table.columns.iter().zip(&row.cells).map(|(column, cell)| {
                    let room = sheet.text() * u32::from(column.share) / whole.max(1);
                    let wide = halves(&cell.letters()) * sheet.table * 5;
                    wide.div_ceil(room.saturating_sub(160).max(1)).max(1)
                });
                cells.max().unwrap_or(1).max(u32::from(table.lines))
            };
            let lines: u32 = table.rows.iter().map(of_row).sum();
            row.saturating_mul(lines.saturating_add(1)) + face.pitch / 3
        }
        Block::Sign(signed) => {
            u32::try_from(signed.len()).unwrap_or(u32::MAX).saturating_mul(face.pitch * 3 / 2)
        }
        Block::Seal { .. } => mm(45),
        Block::Imprint(imprint) => imprint.iter().map(|line| of(halves(line))).sum(),
        Block::Pair(left, _) => of(left.iter().map(block_halves).sum::<u32>() * 2),
        Block::Rule => face.pitch / 2,
        Block::Space(count) => u32::from(*count) * face.pitch,
        Block::PageBreak => 0,
    });
    blocks.fold(head, u32::saturating_add)
}

fn block_halves(block: &Block) -> u32 {
    match block {
        Block::Para(text) | Block::Plain(text) | Block::Labelled(_, text) => {
            halves(&text.letters())
        }
        _ => 1,
    }
}
