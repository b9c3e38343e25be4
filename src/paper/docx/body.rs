//! The body of a document: its heading, and one function for each kind of block.

use super::runs::{Weight, runs};
use super::sheet::{Face, Sheet, mm};
use super::styles::lines;
use super::{HEAD, MAIN_NS, foot};
use crate::paper::letters::{has_han, has_long_word, lines_of, small_print, text_has_han, width};
use crate::paper::{Block, House, Look, Paper, Text, Tongue};
use std::fmt::Write as _;

/// `word/document.xml`.
pub(super) fn document(paper: &Paper, sheet: &Sheet, house: &House) -> String {
    let mut body = Body::new(paper, sheet, house, sheet.text(), false);
    body.heading();
    let (running, small) = paper.blocks.split_at(paper.blocks.len() - small_print(&paper.blocks));
    body.blocks(running);
    for text in lines_of(small) {
        let letters = body.letters(text, Weight::default());
        body.paragraph("Origin", Own::default(), &letters);
    }
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
    let middle = if paper.look == Look::Certificate { "<w:vAlign w:val=\"center\"/>" } else { "" };
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
    /// Whether all of it stays on the page of what follows.
    pub keeps: bool,
}

/// Whether what follows is a signature: nobody signs a page on which nothing else stands.
fn signed_next(after: &[Block]) -> bool {
    let next = after.iter().find(|block| !matches!(block, Block::Space(_)));
    matches!(next, Some(Block::Sign(_) | Block::Seal { .. }))
}

impl<'a> Body<'a> {
    pub(super) fn new(
        paper: &'a Paper,
        sheet: &'a Sheet,
        house: &'a House,
        width: u32,
        english: bool,
    ) -> Self {
        Self {
            paper,
            sheet,
            house,
            xml: String::new(),
            width,
            english,
            breaks: false,
            keeps: false,
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
                rest = &after[more..];
                self.part_from_table();
                // Kept with what follows is a table as a whole: the last passage is one by itself.
                let keep = signed_next(rest);
                let (first, last) = blocks[run..=run + more].split_at(more);
                if keep && more > 0 {
                    self.pairs(first, false);
                    self.part_from_table();
                    self.pairs(last, true);
                } else {
                    self.pairs(&blocks[run..=run + more], keep);
                }
            } else {
                self.block(block, signed_next(after) || block.leads(), after.is_empty());
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
                self.table(table, keep);
            }
            Block::Sign(signed) => {
                self.part_from_table();
                self.sign(signed, keep);
            }
            Block::Seal { name, day } => {
                self.part_from_table();
                self.seal(name, day);
            }
            Block::Imprint(imprint) => {
                self.part_from_table();
                self.imprint(imprint, last && self.width == self.sheet.text());
            }
            Block::Pair(..) => self.pairs(std::slice::from_ref(block), keep),
            Block::Rule => {
                let border = "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"1\" \
                    w:color=\"auto\"/></w:pBdr>";
                let spacing = lines(0, self.sheet.main.pitch / 4, self.sheet.main.pitch / 2);
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
        let lead = if face.english || self.narrow() { 0 } else { face.ems(2) };
        let label = label.trim_end();
        // A Chinese colon leaves a blank behind it; after a Latin one the tabulator does.
        let apart = if has_han(label) { 20 } else { face.ems(1) / 3 };
        let wide = width(label) * face.ems(1) / 100;
        // Behind a label longer than that the lines would hang at the right margin.
        let most = if self.narrow() { self.width / 4 } else { lead + face.ems(6) };
        let (hang, tab) =
            if lead + wide > most { (face.ems(2), false) } else { (wide + apart, true) };
        let left = lead + hang;
        let indent = format!("<w:ind w:left=\"{left}\" w:hanging=\"{hang}\"/>");
        let tabs = format!("<w:tabs><w:tab w:val=\"left\" w:pos=\"{left}\"/></w:tabs>");
        let side = self.side(text);
        let mut letters = self.letters(&Text::strong(label), Weight::default());
        letters.push_str(if tab {
            "<w:r><w:tab/></w:r>"
        } else {
            "<w:r><w:t xml:space=\"preserve\"> </w:t></w:r>"
        });
        letters.push_str(&self.letters(text, Weight::default()));
        self.styled("Labelled", english, Own { tabs, indent, side, ..own }, &letters);
    }

    fn text(&mut self, style: &str, text: &Text, own: Own) {
        let letters = self.letters(text, Weight::default());
        let own = Own { side: if style == "Centred" { "" } else { self.side(text) }, ..own };
        self.styled(style, self.in_english(text), own, &letters);
    }

    /// Ragged where justified lines would be pulled apart: in a narrow column, before a long word.
    fn side(&self, text: &Text) -> &'static str {
        let centred = self.paper.look == Look::Certificate;
        if !centred && (self.narrow() || has_long_word(text)) {
            "<w:jc w:val=\"left\"/>"
        } else {
            ""
        }
    }

    /// Whether it is a column of a page.
    fn narrow(&self) -> bool {
        self.width < self.sheet.text()
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
        let keep = if own.keep || self.keeps { "<w:keepNext/>" } else { "" };
        let page = if std::mem::take(&mut self.breaks) { "<w:pageBreakBefore/>" } else { "" };
        let _ = write!(
            self.xml,
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{keep}{page}{}{}{}{}{}</w:pPr>{letters}</w:p>",
            own.border, own.tabs, own.spacing, own.indent, own.side
        );
    }

    /// A paragraph of so many twips with nothing in it, which stays with what follows.
    pub(super) fn thin(&mut self, pitch: u32) {
        let spacing = lines(0, 0, pitch);
        self.paragraph("Thin", Own { keep: true, spacing, ..Own::default() }, "");
    }

    /// Two tables that touch would become one, and a table cannot begin a page by itself.
    fn part_from_table(&mut self) {
        if self.breaks || self.xml.ends_with("</w:tbl>") {
            self.thin(if self.breaks { 20 } else { 120 });
        }
    }
}
