//! A paper in a file format: the one place that knows which forms there are.

use crate::paper::docx::docx;
use crate::paper::markdown::markdown;
use crate::paper::{House, Paper};

/// A file format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Markdown.
    Md,
    /// WordprocessingML, for word processors.
    Docx,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 2] = [Self::Md, Self::Docx];

    /// Its name on the command line, which is the ending of its files.
    pub fn id(self) -> &'static str {
        match self {
            Self::Md => "md",
            Self::Docx => "docx",
        }
    }

    /// The format with this name.
    pub fn of(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.id() == id)
    }
}

/// The bytes of a paper in a format, in the style of the house. Same paper, same house, same bytes.
pub fn write(paper: &Paper, format: Format, house: &House) -> Vec<u8> {
    match format {
        Format::Md => markdown(paper).into_bytes(),
        Format::Docx => docx(paper, house),
    }
}
