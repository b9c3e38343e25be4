//! A paper in a file format: the one place that knows which forms there are.

use crate::paper::docx::docx;
use crate::paper::html::html;
use crate::paper::markdown::markdown;
use crate::paper::pdf::{Fonts, PdfError, pages, pdf};
use crate::paper::{House, Look, Paper};
use crate::text::Lang;
use std::cell::OnceCell;
use std::path::PathBuf;

/// A file format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Markdown, for reading on a screen.
    Md,
    /// One self-contained page for a browser, ready to be printed.
    Html,
    /// WordprocessingML, for word processors.
    Docx,
    /// PDF/A, for the archive.
    Pdf,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 4] = [Self::Md, Self::Html, Self::Docx, Self::Pdf];

    /// Its name on the command line, which is the ending of its files.
    pub fn id(self) -> &'static str {
        match self {
            Self::Md => "md",
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Pdf => "pdf",
        }
    }

    /// The format with this name.
    pub fn of(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.id() == id)
    }
}

/// What papers are set with: the style of the house and the typefaces, looked for when the first PDF is made.
pub struct Press {
    /// The style of the house.
    pub house: House,
    folders: Vec<PathBuf>,
    fonts: OnceCell<Fonts>,
}

impl Press {
    /// A press that looks for typefaces in these folders, and falls back on those inside the program.
    pub fn new(house: House, folders: Vec<PathBuf>) -> Self {
        Self { house, folders, fonts: OnceCell::new() }
    }

    /// A press with the typefaces inside the program and no others: the same on every machine.
    pub fn builtin(house: House) -> Self {
        Self { house, folders: Vec::new(), fonts: OnceCell::from(Fonts::builtin()) }
    }

    /// The typefaces.
    pub fn fonts(&self) -> &Fonts {
        self.fonts.get_or_init(|| Fonts::search(&self.house, &self.folders))
    }
}

/// The bytes of a paper in a format. Same paper, same house, same typefaces: same bytes.
///
/// # Errors
/// [`PdfError`], and only for PDF: a letter that no typeface has is never left out.
pub fn write(paper: &Paper, format: Format, press: &Press) -> Result<Vec<u8>, PdfError> {
    let paper = &*press.house.laid_out(paper);
    Ok(match format {
        Format::Md => markdown(paper).into_bytes(),
        Format::Html => html(paper, &press.house).into_bytes(),
        Format::Docx => docx(paper, &press.house),
        Format::Pdf => pdf(paper, &press.house, press.fonts())?,
    })
}

/// A paper as the screen shows it: in Markdown, as the house lays it out.
pub fn shown(paper: &Paper, press: &Press) -> String {
    markdown(&press.house.laid_out(paper))
}

/// How many sheets a paper takes that has to stand on one; none where it does, or where it may take more.
///
/// They are counted as the PDF has them; the other forms are set like it.
///
/// # Errors
/// As [`write`].
pub fn too_long(paper: &Paper, format: Format, press: &Press) -> Result<Option<usize>, PdfError> {
    if !paper.one_sheet || format == Format::Md {
        return Ok(None);
    }
    let sheets = pages(paper, &press.house, press.fonts())?.len();
    Ok(Some(sheets).filter(|sheets| *sheets > 1))
}

/// That a paper takes more sheets than one, and what to do about it.
pub fn says_too_long(lang: Lang, paper: &Paper, sheets: usize) -> String {
    let title = paper.title.last().map_or("", String::as_str);
    let slip = paper.look == Look::Slip;
    lang.each(|l| match (l, slip) {
        (Lang::En, true) => format!(
            "“{title}” takes {sheets} sheets even in the smallest letters that can be read, and loose sheets are two papers: print it on both sides of one sheet, or as one sheet of A3. Nothing on it is numbered."
        ),
        (_, true) => format!(
            "“{title}”用最小的可读字号仍需{sheets}张纸。散开的两张就是两张票：请双面印在一张纸上，或者用一张A3纸印制。票上不编任何号码。"
        ),
        (Lang::En, false) => format!(
            "“{title}” takes {sheets} sheets: print it on both sides of one sheet, so that what is signed and what it is signed for stay together."
        ),
        (_, false) => format!(
            "“{title}”需{sheets}张纸：请双面印在一张纸上，使签名与所签内容不分开。"
        ),
    })
}

/// Why a paper cannot be made a PDF, in words: which letters are missing, where they stand, and the way out.
pub fn why(lang: Lang, error: &PdfError) -> String {
    lang.each(|l| match (error, l) {
        (PdfError::Missing { letters, place }, Lang::En) => format!(
            "no typeface on this machine has “{letters}”, in: {place} — install a typeface that has it, or name one in house.toml; the other formats can be written meanwhile"
        ),
        (PdfError::Missing { letters, place }, _) => format!(
            "本机没有字体含有“{letters}”，见：{place}——请安装含有该字的字体，或在house.toml中指定；其他格式不受影响"
        ),
        (PdfError::Font(which), Lang::En) => format!(
            "a typeface cannot be used ({which}); name another one in house.toml"
        ),
        (PdfError::Font(which), _) => format!("有一种字体不能使用（{which}），请在house.toml中改用其他字体"),
        (PdfError::Archive(what), Lang::En) => format!("it would not be PDF/A: {what}"),
        (PdfError::Archive(what), _) => format!("不能成为PDF/A：{what}"),
    })
}
