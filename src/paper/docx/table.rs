//! Tables: those of the paper, and those without lines that hold columns, signatures and seals in place.

use super::body::{Body, Own};
use super::runs::Weight;
use super::sheet::mm;
use crate::paper::letters::{has_han, widened, widest_word, width};
use crate::paper::{Block, Row, Side, SignLine, Table, Text};
use std::fmt::Write as _;

/// The blank margins of a cell left and right.
const MARGIN: u32 = 80;

impl Body<'_> {
    /// A table whose head stands on every page and whose rows are not torn.
    pub(super) fn table(&mut self, table: &Table, keep: bool) {
        if !table.caption.is_empty() {
            let heavy = !self.sheet.main.english;
            let letters =
                self.letters(&Text::from(table.caption.as_str()), Weight { heavy, size: None });
            self.paragraph("Caption", Own::default(), &letters);
        }
        if table.columns.is_empty() {
            return;
        }
        let widths = self.columns(table);
        let line = "w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"";
        let sides = ["top", "left", "bottom", "right", "insideH", "insideV"]
            .map(|side| format!("<w:{side} {line}/>"))
            .concat();
        self.open_table(&widths, &format!("<w:tblBorders>{sides}</w:tblBorders>"), MARGIN);
        let least = u32::from(table.lines.max(1)) * (self.sheet.table * 13 + 80);
        if table.columns.iter().any(|column| !column.head.trim().is_empty()) {
            let height = self.sheet.table * 13 + 80;
            self.open_row(&format!(
                "<w:cantSplit/><w:trHeight w:val=\"{height}\" w:hRule=\"atLeast\"/><w:tblHeader/>"
            ));
            for (column, width) in table.columns.iter().zip(&widths) {
                let text = Text::from(column.head.as_str());
                // A head alone at the foot of a page heads nothing.
                let own = Own { keep: !table.rows.is_empty(), side: CENTRED, ..Own::default() };
                self.cell(*width, &text, true, own);
            }
            self.xml.push_str("</w:tr>");
        }
        for (place, row) in table.rows.iter().enumerate() {
            // The last row, often a sum, does not stand alone on a page.
            let before_last = place > 0 && place + 2 == table.rows.len();
            let keep = before_last || (keep && place + 1 == table.rows.len());
            self.row(table, row, &widths, least, keep);
        }
        self.xml.push_str("</w:tbl>");
        self.thin(self.sheet.main.pitch / 3);
    }

    /// Widths of the columns: their shares, wider where a word would be cut.
    fn columns(&self, table: &Table) -> Vec<u32> {
        let widths = shares(&table.columns.iter().map(|c| c.share).collect::<Vec<_>>(), self.width);
        let need = |at: usize| {
            let head = table.columns.get(at).map(|c| widest_word(&c.head));
            let cells = table.rows.iter().filter_map(|row| row.cells.get(at));
            let widest = cells.map(|c| widest_word(&c.letters())).chain(head);
            let twips = widest.map(|wide| wide * self.sheet.table / 10);
            // What is longer than words are is broken anyhow.
            twips
                .filter(|wide| wide * 5 <= self.width * 2)
                .max()
                .map_or(0, |w| w * 11 / 10 + 2 * MARGIN)
        };
        let needs: Vec<i64> = (0..widths.len()).map(|at| i64::from(need(at))).collect();
        let widths: Vec<i64> = widths.into_iter().map(i64::from).collect();
        widened(&widths, &needs).into_iter().map(|w| u32::try_from(w).unwrap_or(0)).collect()
    }

    fn row(&mut self, table: &Table, row: &Row, widths: &[u32], least: u32, keep: bool) {
        self.open_row(&format!(
            "<w:cantSplit/><w:trHeight w:val=\"{least}\" w:hRule=\"atLeast\"/>"
        ));
        let empty = Text::default();
        for (place, (column, width)) in table.columns.iter().zip(widths).enumerate() {
            let side = match column.side {
                Side::Left => "",
                Side::Middle => CENTRED,
                Side::Right => "<w:jc w:val=\"right\"/>",
            };
            let text = row.cells.get(place).unwrap_or(&empty);
            self.cell(*width, text, row.strong, Own { keep, side, ..Own::default() });
        }
        self.xml.push_str("</w:tr>");
    }

    fn cell(&mut self, width: u32, text: &Text, strong: bool, own: Own) {
        let heavy = strong && !self.sheet.main.english;
        let letters = self.letters(text, Weight { heavy, size: None });
        self.open_cell(width, "<w:vAlign w:val=\"center\"/>");
        self.paragraph(if strong { "CellStrong" } else { "Cell" }, own, &letters);
        self.xml.push_str("</w:tc>");
    }

    /// Passages side by side, a row each; rows may be torn, since a passage can be longer than a page.
    pub(super) fn pairs(&mut self, pairs: &[Block], keep: bool) {
        let half = self.width / 2;
        let widths = [half, self.width - half];
        self.open_table(&widths, "", 0);
        for (place, pair) in pairs.iter().enumerate() {
            let Block::Pair(left, right) = pair else { continue };
            self.open_row("");
            for (blocks, english) in [(left, false), (right, true)] {
                // Between the columns as much as a character of the body.
                let gap = self.face(false).ems(1) / 2;
                let mar = if english { "left" } else { "right" };
                self.open_cell(
                    half,
                    &format!("<w:tcMar><w:{mar} w:w=\"{gap}\" w:type=\"dxa\"/></w:tcMar>"),
                );
                let mut cell = Body::new(self.paper, self.sheet, self.house, half - gap, english);
                cell.keeps = keep && place + 1 == pairs.len();
                cell.blocks(blocks);
                if cell.xml.is_empty() || cell.xml.ends_with("</w:tbl>") {
                    cell.thin(20);
                }
                self.xml.push_str(&cell.xml);
                self.xml.push_str("</w:tc>");
            }
            self.xml.push_str("</w:tr>");
        }
        self.xml.push_str("</w:tbl>");
    }

    /// A line for each who signs: what is signed for, room to sign, room for the day.
    pub(super) fn sign(&mut self, signed: &[SignLine], keep: bool) {
        let face = self.face(false);
        let label = |line: &SignLine| {
            // The line to sign on takes the place of the colon.
            let label = line.label.trim_end().trim_end_matches(['：', ':']);
            match (line.who.is_empty(), has_han(label)) {
                (true, _) => label.to_owned(),
                (false, true) => format!("{label}（{}）", line.who),
                (false, false) => format!("{label} ({})", line.who),
            }
        };
        let em = face.ems(1);
        let longest = signed.iter().map(|line| width(&label(line))).max().unwrap_or(0);
        let days = signed.iter().map(|line| width(line.day.trim_end())).max().unwrap_or(0);
        // What is signed for, the line, the word before the day and the line for it.
        let (word, day) = if days == 0 { (0, 0) } else { ((days + 150) * em / 100, em * 5) };
        let (word, day) = (word.min(self.width / 4), day.min(self.width / 4));
        let first = ((longest + 100) * em / 100)
            .max(self.width / 6)
            .min((self.width - word - day).saturating_sub(em * 5).max(self.width / 4));
        let line_wide = self.width.saturating_sub(first + word + day);
        let mut widths = vec![first, line_wide, word, day];
        widths.retain(|width| *width > 0);
        self.open_table(&widths, "", 0);
        let last = signed.len().saturating_sub(1);
        let bottom = "<w:vAlign w:val=\"bottom\"/>";
        let ruled = format!(
            "<w:tcBorders><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" \
             w:color=\"auto\"/></w:tcBorders>{bottom}"
        );
        for (place, line) in signed.iter().enumerate() {
            let height = face.pitch * 3 / 2;
            self.open_row(&format!(
                "<w:cantSplit/><w:trHeight w:val=\"{height}\" w:hRule=\"atLeast\"/>"
            ));
            let said = line.day.trim_end().to_owned();
            let ruled_day = if said.is_empty() { "" } else { "r" };
            let cells = [
                (first, label(line), ""),
                (line_wide, String::new(), "r"),
                (word, said, "w"),
                (day, String::new(), ruled_day),
            ];
            for (wide, text, kind) in cells.into_iter().filter(|cell| cell.0 > 0) {
                self.open_cell(wide, if kind == "r" { &ruled } else { bottom });
                let side = if kind == "w" { "<w:jc w:val=\"right\"/>" } else { "" };
                let letters = self.letters(&Text::from(text), Weight::default());
                // Signatures stand together on one page.
                let own = Own { keep: keep || place < last, side, ..Own::default() };
                self.paragraph("Signature", own, &letters);
                self.xml.push_str("</w:tc>");
            }
            self.xml.push_str("</w:tr>");
        }
        self.xml.push_str("</w:tbl>");
    }

    /// Issuer and day at the right, in a room as high as a seal of 4.5 cm, which is never torn.
    pub(super) fn seal(&mut self, name: &str, day: &str) {
        let face = self.face(false);
        self.open_table(&[self.width], "", 0);
        let height = mm(45);
        self.open_row(&format!(
            "<w:cantSplit/><w:trHeight w:val=\"{height}\" w:hRule=\"atLeast\"/>"
        ));
        self.open_cell(self.width, "<w:vAlign w:val=\"center\"/>");
        for (text, blank, keep) in [(name, 2, true), (day, 4, false)] {
            let indent = format!("<w:ind w:right=\"{}\"/>", face.ems(blank));
            let letters = self.letters(&Text::from(text), Weight::default());
            let side = "<w:jc w:val=\"right\"/>";
            self.paragraph("Signature", Own { keep, indent, side, ..Own::default() }, &letters);
        }
        self.xml.push_str("</w:tc></w:tr></w:tbl>");
    }

    /// The distribution list between its rules; at the end of a paper it floats to the foot of the last
    /// page (GB/T 9704-2012, 7.4).
    pub(super) fn imprint(&mut self, imprint: &[String], floats: bool) {
        if imprint.is_empty() {
            return;
        }
        let rule = |side: &str, size| {
            format!("<w:{side} w:val=\"single\" w:sz=\"{size}\" w:space=\"0\" w:color=\"auto\"/>")
        };
        // 首条、末条分隔线 0.35 mm, 中间的 0.25 mm; in eighths of a point.
        let rules = [rule("top", 8), rule("bottom", 8), rule("insideH", 6)].concat();
        let rules = format!("<w:tblBorders>{rules}</w:tblBorders>");
        let float = "<w:tblpPr w:leftFromText=\"0\" w:rightFromText=\"0\" w:vertAnchor=\"margin\" \
            w:horzAnchor=\"margin\" w:tblpXSpec=\"center\" w:tblpYSpec=\"bottom\"/>";
        self.open_floating(if floats { float } else { "" }, &[self.width], &rules, 0);
        let last = imprint.len().saturating_sub(1);
        for (place, line) in imprint.iter().enumerate() {
            self.open_row("<w:cantSplit/>");
            self.open_cell(self.width, "");
            let (text, right) = line.split_once('\t').unwrap_or((line, ""));
            let mut letters = self.letters(&Text::from(text), Weight::default());
            let mut tabs = String::new();
            if !right.is_empty() {
                let end = self.width.saturating_sub(self.face(false).ems(1));
                tabs = format!("<w:tabs><w:tab w:val=\"right\" w:pos=\"{end}\"/></w:tabs>");
                letters.push_str("<w:r><w:tab/></w:r>");
                letters.push_str(&self.letters(&Text::from(right), Weight::default()));
            }
            // Distribution is not torn: it stands on one page.
            let own = Own { keep: place < last, tabs, ..Own::default() };
            self.paragraph("Imprint", own, &letters);
            self.xml.push_str("</w:tc></w:tr>");
        }
        self.xml.push_str("</w:tbl>");
    }

    fn open_table(&mut self, widths: &[u32], borders: &str, margin: u32) {
        self.open_floating("", widths, borders, margin);
    }

    fn open_floating(&mut self, place: &str, widths: &[u32], borders: &str, margin: u32) {
        let _ = write!(
            self.xml,
            "<w:tbl><w:tblPr>{place}<w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblInd w:w=\"0\" w:type=\"dxa\"/>{borders}\
             <w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"{margin}\" w:type=\"dxa\"/>\
             <w:right w:w=\"{margin}\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>",
            widths.iter().sum::<u32>()
        );
        for width in widths {
            let _ = write!(self.xml, "<w:gridCol w:w=\"{width}\"/>");
        }
        self.xml.push_str("</w:tblGrid>");
    }

    fn open_row(&mut self, properties: &str) {
        self.xml.push_str("<w:tr>");
        if !properties.is_empty() {
            let _ = write!(self.xml, "<w:trPr>{properties}</w:trPr>");
        }
    }

    fn open_cell(&mut self, width: u32, properties: &str) {
        let _ = write!(
            self.xml,
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{properties}</w:tcPr>"
        );
    }
}

const CENTRED: &str = "<w:jc w:val=\"center\"/>";

/// A width in parts; what rounding leaves over is spread, so that they make up the whole.
fn shares(parts: &[u16], width: u32) -> Vec<u32> {
    let whole = parts.iter().map(|part| u64::from(*part)).sum::<u64>();
    let count = parts.len() as u64;
    let mut done = 0;
    let mut placed = 0;
    let mut widths = Vec::new();
    for (place, part) in (1_u64..).zip(parts) {
        done += u64::from(*part);
        // Parts of nothing are parts alike.
        let (of, all) = if whole == 0 { (place, count) } else { (done, whole) };
        let edge = u32::try_from(u64::from(width) * of / all.max(1)).unwrap_or(width);
        widths.push(edge - placed);
        placed = edge;
    }
    widths
}
