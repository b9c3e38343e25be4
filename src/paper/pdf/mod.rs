//! A paper as PDF/A-3a: pages on the grid of GB/T 9704-2012, every letter there or none of it.
//!
//! Looks at no clock and takes nothing by chance: the same paper, style and typefaces make the same bytes.

mod blocks;
mod close;
mod draw;
mod fonts;
mod front;
mod grid;
mod letters;
mod lines;
mod parts;
mod search;
mod sheet;
mod signs;
mod table;

pub use fonts::Fonts;
pub use letters::{Glyph, Span};
pub use search::usual_folders;
pub use sheet::{Ink, Mark, Page};

use super::letters::small_print;
use super::{House, Look, Paper, Tongue};
use blocks::Setter;
use grid::Grid;
use letters::Case;
use parts::Tree;

/// Why a paper cannot be made a PDF.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PdfError {
    /// Letters that no typeface has. A name is never printed without its letters.
    #[error("no typeface has “{letters}”, in: {place}")]
    Missing {
        /// Each of the letters once.
        letters: String,
        /// The texts they stand in, a line each: a paragraph, or the cells of a row.
        place: String,
    },
    /// A typeface cannot be read or put into the file.
    #[error("a typeface cannot be used: {0}")]
    Font(String),
    /// The file would not be PDF/A; what its writer says about it.
    #[error("the file would not be PDF/A: {0}")]
    Archive(String),
}

/// The paper as a PDF.
///
/// The file is PDF/A-3a (ISO 19005-3, level A): tagged, its typefaces inside it, [`Paper::enclosed`] attached.
///
/// # Errors
///
/// [`PdfError::Missing`] where letters are in none of the typefaces; the others where a typeface is broken.
pub fn pdf(paper: &Paper, house: &House, fonts: &Fonts) -> Result<Vec<u8>, PdfError> {
    let (pages, tree) = set(paper, house, fonts)?;
    draw::draw(&pages, &tree, paper, house, fonts)
}

/// The pages of the paper as they are drawn: what stands where.
///
/// # Errors
///
/// As [`pdf`].
pub fn pages(paper: &Paper, house: &House, fonts: &Fonts) -> Result<Vec<Page>, PdfError> {
    set(paper, house, fonts).map(|(pages, _)| pages)
}

fn set(paper: &Paper, house: &House, fonts: &Fonts) -> Result<(Vec<Page>, Tree), PdfError> {
    let broken = || PdfError::Font(format!("{:?}", fonts.first()));
    let grid = Grid::of(paper, house);
    let mut best: Option<(Vec<Page>, Tree)> = None;
    for size in sizes(paper, &grid) {
        let case = Case::new(fonts).ok_or_else(broken)?;
        let result = at(paper, house, grid.smaller(size), &case);
        let missing = case.missing();
        if !missing.is_empty() {
            let mut letters: Vec<char> =
                missing.iter().flat_map(|(_, letters)| letters.chars()).collect();
            let mut seen = Vec::new();
            letters.retain(|letter| {
                let new = !seen.contains(letter);
                seen.push(*letter);
                new
            });
            let places: Vec<&str> = missing.iter().map(|(place, _)| place.as_str()).collect();
            return Err(PdfError::Missing {
                letters: letters.into_iter().collect(),
                place: places.join("\n"),
            });
        }
        // As few sheets as can be had, with letters as large as that allows.
        if best.as_ref().is_none_or(|(pages, _)| result.0.len() < pages.len()) {
            best = Some(result);
        }
        if best.as_ref().is_some_and(|(pages, _)| pages.len() == 1) {
            break;
        }
    }
    best.ok_or_else(broken)
}

/// Sizes a paper is tried in, in hundredths: one that has to stand on one sheet in smaller letters, as long as
/// they can be read at arm's length.
fn sizes(paper: &Paper, grid: &Grid) -> Vec<i32> {
    const LEAST: i32 = 9_500;
    let steps: &[i32] = match (paper.look, paper.one_sheet) {
        (_, false) => &[100],
        (Look::Certificate, true) => &[100, 94, 88, 82, 76, 71, 66, 61, 56, 52, 48],
        (_, true) => &[100, 96, 92, 88, 84, 80, 76, 72, 68, 64],
    };
    let large = paper.look == Look::Certificate;
    let read = |size: &i32| *size == 100 || large || grid.body * size / 100 >= LEAST;
    steps.iter().copied().filter(read).collect()
}

fn at(paper: &Paper, house: &House, grid: Grid, case: &Case) -> (Vec<Page>, Tree) {
    let (width, height) = grid.area();
    let mut setter = Setter {
        case,
        grid,
        tree: Tree::default(),
        heads: Vec::new(),
        width,
        within: None,
        lang: None,
        one_sheet: paper.one_sheet,
    };
    let mut strips = setter.front(paper);
    let (running, small) = paper.blocks.split_at(paper.blocks.len() - small_print(&paper.blocks));
    strips.extend(setter.blocks(running));
    let small = setter.small(small);
    if let (Some(rule), false) = (strips.last_mut(), small.is_empty()) {
        rule.keep = true;
    }
    strips.extend(small);
    let written = sheet::pages(strips, &setter.heads, height, grid.pitch);
    let pages = setter.sheets(written, paper, house);
    (pages, setter.tree)
}

/// The language of a paper as files name it (RFC 3066).
fn language(tongue: Tongue) -> &'static str {
    match tongue {
        Tongue::Zh | Tongue::Both => "zh-CN",
        Tongue::En => "en",
    }
}
