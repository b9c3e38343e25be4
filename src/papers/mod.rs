//! The papers of an association: what the minutes and the book say, laid out to be printed and signed.
//!
//! The sentences are in [`crate::text`]; a paper is set in a file format by [`crate::paper`]'s forms.

mod extract;
mod record;

pub use extract::extract;
pub use record::record;

use crate::paper::{Paper, Tongue, side_by_side};
use crate::text::Lang;

/// A paper in one language, or in both, side by side.
pub(crate) fn in_language(lang: Lang, make: impl Fn(Lang) -> Option<Paper>) -> Option<Paper> {
    match lang {
        Lang::Both => Some(side_by_side(make(Lang::Zh)?, make(Lang::En)?)),
        one => make(one),
    }
}

/// The language of a paper's running text.
pub(crate) fn tongue(lang: Lang) -> Tongue {
    match lang {
        Lang::Zh => Tongue::Zh,
        Lang::En => Tongue::En,
        Lang::Both => Tongue::Both,
    }
}
