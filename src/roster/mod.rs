//! The register as a table: read from a file, compared with the book, and written to one.
//!
//! Nothing here changes a book. [`preview`] says what a table would change, or everything that is wrong
//! with it; what it found is one command, done whole or not at all.

mod columns;
mod export;
mod fault;
mod preview;
mod rows;
mod sheet;
mod words;

pub use export::{Form, export};
pub use fault::{CellFault, RosterFault, sentence};
pub use preview::{PersonWanted, Preview, preview};
pub use rows::qualifications;
pub use words::{preview_lines, progress_line, summary};

use crate::charter::Charter;
use crate::record::Book;
use crate::record::command::Enrolment;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Reads a table as the opening register of a book without units; the heading names the columns in
/// either language, in any order. Where there is no number column, units are numbered in order.
pub fn read(charter: &Charter, bytes: &[u8]) -> Result<Vec<Enrolment>, Vec<RosterFault>> {
    let book = opening(charter);
    preview(&book, &BTreeMap::new(), bytes, &mut |_, _| {}).map(|preview| preview.enrol)
}

/// A book that has its charter and nothing else yet.
pub fn opening(charter: &Charter) -> Book {
    Book { charter: Some(Arc::new(charter.clone())), ..Book::default() }
}
