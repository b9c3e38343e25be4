//! The foot of every page: its number between dashes, and the line that says where the paper comes from.

use super::runs::{Weight, runs};
use super::sheet::{FOOT, FOOT_PITCH, NUMBER_PITCH, Sheet, mm};
use super::{HEAD, MAIN_NS};
use crate::paper::letters::halves;
use crate::paper::{House, Look, Paper, Text};
use std::fmt::Write as _;

/// Which pages a foot is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Odd,
    Even,
}

/// `word/footer1.xml` and `word/footer2.xml`.
pub(super) fn footer(paper: &Paper, house: &House, side: Side) -> String {
    let mut all = format!("{HEAD}<w:ftr {MAIN_NS}>");
    if numbered(paper.look) {
        // 单页码居右空一字，双页码居左空一字 (GB/T 9704-2012, 7.5).
        let place = match side {
            Side::Odd => "<w:ind w:right=\"280\"/><w:jc w:val=\"right\"/>",
            Side::Even => "<w:ind w:left=\"280\"/><w:jc w:val=\"left\"/>",
        };
        let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
        let _ = write!(
            all,
            "<w:p><w:pPr><w:pStyle w:val=\"Footer\"/>{place}</w:pPr>\
             <w:r><w:t xml:space=\"preserve\">— </w:t></w:r>{}\
             <w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>{}\
             <w:r><w:t>1</w:t></w:r>{}<w:r><w:t xml:space=\"preserve\"> —</w:t></w:r></w:p>",
            field("begin"),
            field("separate"),
            field("end")
        );
    }
    for line in origin(paper, house) {
        let centred = paper.look != Look::Official && paper.look != Look::Wide;
        let place = if centred { "<w:jc w:val=\"center\"/>" } else { "" };
        let _ = write!(
            all,
            "<w:p><w:pPr><w:pStyle w:val=\"Origin\"/>{place}</w:pPr>{}</w:p>",
            runs(&Text::from(line), paper.tongue, house, Weight::default())
        );
    }
    // A foot without a paragraph is no foot.
    if !numbered(paper.look) && origin(paper, house).is_empty() {
        all.push_str("<w:p><w:pPr><w:pStyle w:val=\"Origin\"/></w:pPr></w:p>");
    }
    all + "</w:ftr>"
}

/// How far the foot's last line stands above the edge of the page: the number 7 mm below the type area,
/// the lines of origin under it.
pub(super) fn distance(paper: &Paper, sheet: &Sheet, house: &House) -> u32 {
    // Half a character is half as many half points as its height.
    let line = (sheet.text() / (FOOT * 5)).max(1);
    let count: u32 = origin(paper, house).iter().map(|l| halves(l).div_ceil(line).max(1)).sum();
    let number = if numbered(paper.look) { NUMBER_PITCH } else { 0 };
    let above = mm(7).saturating_sub(NUMBER_PITCH / 2);
    sheet.bottom.saturating_sub(above + number + count * FOOT_PITCH).max(mm(6))
}

/// Whether its pages carry numbers.
fn numbered(look: Look) -> bool {
    matches!(look, Look::Official | Look::Wide)
}

/// The lines of origin that say anything.
fn origin<'a>(paper: &'a Paper, house: &'a House) -> Vec<&'a str> {
    [house.foot.as_str(), paper.foot.as_str()]
        .into_iter()
        .filter(|line| !line.trim().is_empty())
        .collect()
}
