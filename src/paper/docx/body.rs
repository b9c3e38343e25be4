//! The body of a document: its heading, and one function for each kind of block.

use super::runs::{Weight, runs};
use super::sheet::{Face, Sheet, mm};
use super::styles::lines;
use super::{HEAD, MAIN_NS, foot};
use crate::paper::letters::{escape, halves, has_han, text_has_han, width};
use crate::paper::{Block, House, Look, Paper, Text, Tongue};
use std::fmt::Write as _;

/// `word/document.xml`.
pub(super) fn document(paper: &Paper, sheet: &Sheet, house: &House) -> String {
    let mut body = Body::new(paper, sheet, house, sheet.text(), false);
    body.heading();
    body.blocks(&paper.blocks);
    // A table may not be the last thing of a document.
    if body.xml.ends_with("</w:tbl>") {
        body.thin(20);
    }
    format!(
        "{HEAD}<w:document {MAIN_NS}><w:body>{}{}</w:body></w:document>",
        body.xml,
        section(paper, sheet, house)
    )
}

/// Page, margins, frame and feet.
fn section(paper: &Paper, sheet: &Sheet, house: &House) -> String {
    let orient = if sheet.width > sheet.height { " w:orient=\"landscape\"" } else { "" };
    let line = |kind: &str, size: u32, space: u32| {
        ["top", "left", "bottom", "right"].map(|side| {
            format!(
                "<w:{side} w:val=\"{kind}\" w:sz=\"{size}\" w:space=\"{space}\" w:color=\"auto\"/>"
            )
        })
    };
    let frame = match paper.look {
        Look::Slip => Some(line("single", 8, 20).concat()),
        Look::Certificate => Some(line("double", 12, 24).concat()),
        Look::Official | Look::Wide => None,
    };
    let frame = frame.map_or_else(String::new, |sides| {
        format!("<w:pgBorders w:offsetFrom=\"text\">{sides}</w:pgBorders>")
    });
    let middle =
        if paper.look == Look::Certificate { "<w:vAlign w:val=\"center\"/>" } else { "" };
    format!(
        "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId4\"/>\
         <w:footerReference w:type=\"even\" r:id=\"rId5\"/>\
         <w:pgSz w:w=\"{}\" w:h=\"{}\"{orient}/>\
         <w:pgMar w:top=\"{}\" w:right=\"{}\" w:bottom=\"{}\" w:left=\"{}\" w:header=\"{}\" \
         w:footer=\"{}\" w:gutter=\"0\"/>{frame}<w:cols w:space=\"425\"/>{middle}\
         <w:docGrid w:type=\"lines\" w:linePitch=\"{}\"/></w:sectPr>",
        sheet.width,
        sheet.height,
        sheet.top,
        sheet.right,
        sheet.bottom,
        sheet.left,
        mm(15).min(sheet.top),
        foot::distance(paper, sheet, house),
        sheet.main.pitch,
    )
}

/// What a paragraph has beyond its style, in the order of the schema.
#[derive(Debug, Clone, Default)]
pub(super) struct Own {
    /// Stays on the page of what follows.
    pub keep: bool,
    pub border: String,
    pub tabs: String,
    pub spacing: String,
    pub indent: String,
    pub side: &'static str,
}

/// Blocks on their way into a document, or into a cell of one.
pub(super) struct Body<'a> {
    pub paper: &'a Paper,
    pub sheet: &'a Sheet,
    pub house: &'a House,
    pub xml: String,
    /// How wide it is, in twips.
    pub width: u32,
    /// Whether it stands in the English column.
    english: bool,
    /// Whether the next paragraph begins a page.
    breaks: bool,
}

impl<'a> Body<'a> {
    pub(super) fn new(
        paper: &'a Paper,
        sheet: &'a Sheet,
        house: &'a House,
        width: u32,
        english: bool,
    ) -> Self {
        Self { paper, sheet, house, xml: String::new(), width, english, breaks: false }
    }

    /// Mark, number, rule, title and what stands under it.
    fn heading(&mut self) {
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
            let own = Own { spacing: lines(above, 0, pitch), ..self.red_rule(rule) };
            let letters = self.letters(&Text::from(number.as_str()), Weight::default());
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
            let joined = part.iter().map(|line| balanced(line, room)).collect::<Vec<_>>().join("\n");
            let heavy = style == "Title" && !self.sheet.main.english;
            let letters = self.letters(&Text::from(joined), Weight { heavy, size: None });
            let before = if style == "Title" || zh.is_empty() { above } else { 0 };
            let after = if subtitle || !last { height / 4 } else { self.sheet.main.pitch };
            let own = Own { spacing: lines(before, after, height), ..Own::default() };
            self.paragraph(style, own, &letters);
        }
    }

    /// Blocks one after the other.
    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        let mut rest = blocks;
        while let Some((block, after)) = rest.split_first() {
            rest = after;
            if let Block::Pair(..) = block {
                let more = after.iter().take_while(|b| matches!(b, Block::Pair(..))).count();
                let run = blocks.len() - after.len() - 1;
                self.part_from_table();
                self.pairs(&blocks[run..=run + more]);
                rest = &after[more..];
            } else {
                // Nobody signs a page on which nothing stands.
                let signed = after.iter().find(|b| !matches!(b, Block::Space(_)));
                let keep = matches!(signed, Some(Block::Sign(_) | Block::Seal { .. }));
                self.block(block, keep, after.is_empty());
            }
        }
    }

    fn block(&mut self, block: &Block, keep: bool, last: bool) {
        let own = || Own { keep, ..Own::default() };
        match block {
            Block::Heading(level, text) => {
                let english = self.in_english(text);
                let heavy = *level <= 1 && !self.face(english).english;
                let level = (*level).clamp(1, 3);
                let letters = self.letters(text, Weight { heavy, size: None });
                self.styled(&format!("Heading{level}"), english, own(), &letters);
            }
            Block::Para(text) => self.text("BodyText", text, own()),
            Block::Plain(text) => self.text("Line", text, own()),
            Block::Centred(text) => self.text("Centred", text, own()),
            Block::List(points) => {
                for (place, point) in points.iter().enumerate() {
                    let keep = keep && place + 1 == points.len();
                    self.text("BodyText", point, Own { keep, ..Own::default() });
                }
            }
            Block::Quote(quoted) => {
                for line in quoted {
                    self.text("Quote", &Text::from(line.as_str()), own());
                }
            }
            Block::Labelled(label, text) => self.labelled(label, text, own()),
            Block::Table(table) => {
                self.part_from_table();
                self.table(table);
            }
            Block::Sign(signed) => {
                self.part_from_table();
                self.sign(signed);
            }
            Block::Seal { name, day } => {
                self.part_from_table();
                self.seal(name, day);
            }
            Block::Imprint(imprint) => {
                self.part_from_table();
                self.imprint(imprint, last && self.width == self.sheet.text());
            }
            Block::Pair(..) => self.pairs(std::slice::from_ref(block)),
            Block::Rule => {
                let border = "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"1\" \
                    w:color=\"auto\"/></w:pBdr>";
                let spacing = lines(0, self.sheet.main.pitch / 4, self.sheet.main.pitch / 4);
                self.paragraph("Thin", Own { border: border.to_owned(), spacing, ..own() }, "");
            }
            Block::Space(count) => {
                for _ in 0..*count {
                    self.styled("Line", self.english, own(), "");
                }
            }
            Block::PageBreak => self.breaks = true,
        }
    }

    /// A label, then what belongs to it: wrapped lines begin where its first character stands.
    fn labelled(&mut self, label: &str, text: &Text, own: Own) {
        let english = self.in_english(text) && !has_han(label);
        let face = self.face(english);
        let lead = if face.english || self.width < self.sheet.text() { 0 } else { face.ems(2) };
        let label = label.trim_end();
        // A Chinese colon leaves a blank behind it; after a Latin one the tabulator does.
        let apart = if has_han(label) { 20 } else { face.ems(1) / 3 };
        let wide = width(label) * face.ems(1) / 100;
        // A label longer than a third of the line would leave no line for what belongs to it.
        let (hang, tab) = if lead + wide > self.width * 2 / 5 {
            (face.ems(2), false)
        } else {
            (wide + apart, true)
        };
        let left = lead + hang;
        let indent = format!("<w:ind w:left=\"{left}\" w:hanging=\"{hang}\"/>");
        let tabs = format!("<w:tabs><w:tab w:val=\"left\" w:pos=\"{left}\"/></w:tabs>");
        let mut letters = self.letters(&Text::strong(label), Weight::default());
        letters.push_str(if tab {
            "<w:r><w:tab/></w:r>"
        } else {
            "<w:r><w:t xml:space=\"preserve\"> </w:t></w:r>"
        });
        letters.push_str(&self.letters(text, Weight::default()));
        self.styled("Labelled", english, Own { tabs, indent, ..own }, &letters);
    }

    fn text(&mut self, style: &str, text: &Text, own: Own) {
        let letters = self.letters(text, Weight::default());
        self.styled(style, self.in_english(text), own, &letters);
    }

    /// Whether a text is set as English beside Chinese: in its column, or alone without any Chinese.
    fn in_english(&self, text: &Text) -> bool {
        self.english
            || (self.sheet.beside.is_some()
                && !text_has_han(text)
                && text.letters().chars().any(|c| c.is_ascii_alphabetic()))
    }

    pub(super) fn face(&self, english: bool) -> Face {
        self.sheet.face(english)
    }

    pub(super) fn letters(&self, text: &Text, weight: Weight) -> String {
        let tongue = match (self.paper.tongue, self.english) {
            (Tongue::Both, true) => Tongue::En,
            (tongue, _) => tongue,
        };
        runs(text, tongue, self.house, weight)
    }

    /// A paragraph in the style of its language.
    fn styled(&mut self, style: &str, english: bool, own: Own, letters: &str) {
        if english && self.sheet.beside.is_some() {
            self.paragraph(&format!("{style}En"), own, letters);
        } else {
            self.paragraph(style, own, letters);
        }
    }

    pub(super) fn paragraph(&mut self, style: &str, own: Own, letters: &str) {
        let keep = if own.keep { "<w:keepNext/>" } else { "" };
        let page = if std::mem::take(&mut self.breaks) { "<w:pageBreakBefore/>" } else { "" };
        let _ = write!(
            self.xml,
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{keep}{page}{}{}{}{}{}</w:pPr>{letters}</w:p>",
            own.border, own.tabs, own.spacing, own.indent, own.side
        );
    }

    /// A paragraph of so many twips with nothing in it.
    pub(super) fn thin(&mut self, pitch: u32) {
        self.paragraph("Thin", Own { spacing: lines(0, 0, pitch), ..Own::default() }, "");
    }

    /// Two tables that touch would become one, and a table cannot begin a page by itself.
    fn part_from_table(&mut self) {
        if self.breaks || self.xml.ends_with("</w:tbl>") {
            self.thin(if self.breaks { 20 } else { 120 });
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
    let mut so_far = 0;
    for word in line.split(' ') {
        // A word goes to the side of the break where most of it is.
        if so_far > 0 && so_far + width(word) / 2 > each {
            all.push('\n');
            so_far = 0;
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

/// The sheet of a paper; that of a certificate with letters as small as one page needs.
pub(super) fn fitted(paper: &Paper, sheet: Sheet) -> Sheet {
    let mut sheet = sheet;
    // Below half their size nobody would call it a certificate: then it has a second page.
    for _ in 0..10 {
        let page = sheet.height.saturating_sub(sheet.top + sheet.bottom);
        if paper.look != Look::Certificate || estimate(paper, &sheet) <= page {
            break;
        }
        sheet = sheet.smaller();
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
            let rows = u32::try_from(table.rows.len() + 1).unwrap_or(u32::MAX);
            rows.saturating_mul(sheet.table * 14 * u32::from(table.lines.max(1)))
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
