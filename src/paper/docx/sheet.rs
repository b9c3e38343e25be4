//! The measures of a sheet: page, margins, lines and letters of each look, in twips (1/20 point).

use crate::paper::{House, Look, Paper, Tongue};

/// A page and the letters on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sheet {
    pub width: u32,
    pub height: u32,
    pub top: u32,
    pub bottom: u32,
    pub left: u32,
    pub right: u32,
    /// How the running text is set.
    pub main: Face,
    /// How English is set beside Chinese.
    pub beside: Option<Face>,
    /// Letters of tables, in half points.
    pub table: u32,
    /// Letters of the title, in half points.
    pub title: u32,
}

/// Letters and lines of running text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Face {
    /// Whether it is set as English: no indent, blank space between paragraphs, ragged right.
    pub english: bool,
    /// Height of the letters in half points.
    pub size: u32,
    /// From line to line.
    pub pitch: u32,
    /// What each letter is set wider, or closer when below zero.
    pub spacing: i32,
}

/// Millimetres as twips.
pub(super) fn mm(millimetres: u32) -> u32 {
    (millimetres * 14_400 + 127) / 254
}

/// Height of the letters of a page number and of the line under it: 四号 and 小五, in half points.
pub(super) const NUMBER: u32 = 28;
pub(super) const FOOT: u32 = 17;
/// From line to line in the line under the page number.
pub(super) const FOOT_PITCH: u32 = 220;
/// A page number stands in a line of this height.
pub(super) const NUMBER_PITCH: u32 = 340;

const A4: (u32, u32) = (11_906, 16_838);

impl Face {
    fn chinese(size: u32, pitch: u32) -> Self {
        Self { english: false, size, pitch, spacing: 0 }
    }
    /// Lines a good third higher than the letters, as English is read best.
    fn english(size: u32) -> Self {
        Self { english: true, size, pitch: size * 14, spacing: 0 }
    }
    /// So many characters, in twips.
    pub(super) fn ems(self, count: u32) -> u32 {
        count.saturating_mul((self.size * 10).saturating_add_signed(self.spacing))
    }
}

impl Sheet {
    /// The sheet a paper is set on.
    ///
    /// A house read from a file has measures a page can have; of any other the nearest are taken.
    pub(super) fn of(paper: &Paper, house: &House) -> Self {
        let body = u32::from(house.body.clamp(8, 144));
        let title = u32::from(house.title.clamp(8, 144));
        let margins = house.margins.map(|side| mm(u32::from(side.clamp(5, 70))));
        let [top, bottom, binding, outer] = margins;
        let upright = |top, bottom, left, right| Self {
            width: A4.0,
            height: A4.1,
            top,
            bottom,
            left,
            right,
            main: Face::chinese(body, body * 18),
            beside: None,
            table: body * 3 / 4,
            title,
        };
        let across = |side, above| Self {
            width: A4.1,
            height: A4.0,
            ..upright(mm(above), mm(above), mm(side), mm(side))
        };
        let mut sheet = match paper.look {
            Look::Official => {
                let mut sheet = upright(top, bottom, binding, outer);
                sheet.on_the_grid(house.grid.map(|count| u32::from(count.clamp(8, 80))));
                sheet
            }
            Look::Wide => {
                let sheet = across(20, 22);
                let size = body * 3 / 4;
                Self {
                    main: Face::chinese(size, size * 17),
                    table: body * 21 / 32,
                    title: title * 9 / 11,
                    ..sheet
                }
            }
            Look::Slip => {
                let sheet = upright(mm(25), mm(25), mm(25), mm(25));
                let size = body * 7 / 8;
                Self {
                    main: Face::chinese(size, size * 18),
                    table: size,
                    title: title * 9 / 11,
                    ..sheet
                }
            }
            Look::Certificate => {
                let sheet = across(38, 27);
                let size = body * 5 / 4;
                Self {
                    main: Face::chinese(size, size * 17),
                    table: body * 3 / 4,
                    title: title * 18 / 11,
                    ..sheet
                }
            }
        };
        match paper.tongue {
            Tongue::Zh => {}
            // Latin letters look larger than Chinese ones of the same size.
            Tongue::En => {
                sheet.main = Face::english(sheet.main.size * 3 / 4);
                sheet.table = sheet.table * 7 / 8;
                sheet.title = sheet.title * 9 / 11;
            }
            // A column takes half the width: the letters of 小四 keep a line of twenty characters.
            Tongue::Both => {
                let size = sheet.main.size.min(body) * 3 / 4;
                sheet.main = Face::chinese(size, size * 17);
                sheet.beside = Some(Face::english(size * 7 / 8));
                sheet.table = sheet.table.min(size) * 7 / 8;
                sheet.title = sheet.title * 9 / 11;
            }
        }
        sheet
    }

    /// The same with letters and lines a twentieth smaller: what must stand on one page is made to fit.
    pub(super) fn smaller(&self) -> Self {
        let part = |length: u32| length * 19 / 20;
        let face = |face: Face| Face { size: part(face.size), pitch: part(face.pitch), ..face };
        Self {
            main: face(self.main),
            beside: self.beside.map(face),
            table: part(self.table),
            title: part(self.title),
            ..self.clone()
        }
    }

    /// So many lines and characters fill the type area; what is left over goes to the outer margin.
    fn on_the_grid(&mut self, [lines, characters]: [u32; 2]) {
        let tall = self.height.saturating_sub(self.top + self.bottom);
        let wide = self.width.saturating_sub(self.left + self.right);
        self.main.pitch = (tall / lines).max(self.main.size * 10);
        let em = (wide + characters / 2) / characters;
        let full = i64::from(self.main.size * 10);
        // Closer than a tenth, letters would touch: such a grid does not fit these letters.
        let spacing = (i64::from(em) - full).clamp(-full / 10, full / 2);
        self.main.spacing = i32::try_from(spacing).unwrap_or(0);
        let line = self.main.ems(characters);
        if line.abs_diff(wide) < mm(2) {
            // Word processors round each letter: a line just as wide as its letters would lose its last.
            self.right = self.width.saturating_sub(self.left + line + characters / 2);
        }
    }

    /// Width of the type area.
    pub(super) fn text(&self) -> u32 {
        self.width.saturating_sub(self.left + self.right).max(mm(20))
    }
    /// The face a block is set in; `english` where it stands beside Chinese.
    pub(super) fn face(&self, english: bool) -> Face {
        self.beside.filter(|_| english).unwrap_or(self.main)
    }
}
