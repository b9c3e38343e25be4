//! A paper in a file format: the one place that knows which forms there are.

use crate::paper::Paper;
use crate::paper::markdown::markdown;

/// A file format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Markdown.
    Md,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 1] = [Self::Md];

    /// Its name on the command line, which is the ending of its files.
    pub fn id(self) -> &'static str {
        match self {
            Self::Md => "md",
        }
    }

    /// The format with this name.
    pub fn of(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.id() == id)
    }
}

/// The bytes of a paper in a format. Same paper, same bytes.
pub fn write(paper: &Paper, format: Format) -> Vec<u8> {
    match format {
        Format::Md => markdown(paper).into_bytes(),
    }
}
