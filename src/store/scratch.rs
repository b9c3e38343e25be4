//! The running sums of a batch of ballot papers, for a hall view in another process: `BOOK.counting.json`.
//!
//! No part of the book. It holds sums only, never the order of papers; of fewer papers than [`LEAST`] not even these,
//! since the sum of one paper is that paper. Which votes are new is not in it: who follows sees that for itself.
//! It is written over in place, at a length that only grows by whole blocks, so that nothing of what it said before
//! is left behind; it is never forced to the disk, where none of it needs to arrive; and it is blanked before it is
//! removed.

use super::{LogError, file};
use serde::{Deserialize, Serialize};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Fewest papers whose sums are written.
pub const LEAST: u32 = 2;

/// The length of the file is a multiple of this.
const BLOCK: usize = 4096;

/// A batch in hand.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scratch {
    /// Number of the change; the same as `end`, unless it was read while it was written.
    pub change: u64,
    /// The meeting.
    pub meeting: u32,
    /// The item.
    pub item: u32,
    /// The contest.
    pub contest: u32,
    /// The round.
    pub round: u32,
    /// Counts of the round before this one.
    pub counts: usize,
    /// Sheets entered before this batch.
    pub sheets: usize,
    /// Papers of the batch.
    pub papers: u32,
    /// Invalid ones.
    pub invalid: u32,
    /// For, against and abstaining by name; empty where nothing may be told.
    pub votes: Vec<[u32; 3]>,
    /// Names written in.
    pub written_in: Vec<(String, u32)>,
    /// Whether a second teller is entering it again.
    pub second: bool,
    /// See `change`.
    pub end: u64,
}

/// Where it lies.
pub fn path_of(book: &Path) -> PathBuf {
    file::beside(book, ".counting.json")
}

/// Writes it over what it said before.
pub fn save(book: &Path, scratch: &Scratch) -> Result<(), LogError> {
    let path = path_of(book);
    let failed = |error: io::Error| LogError::io(&path, &error);
    let change = load(book).map_or(1, |known| known.change.wrapping_add(1));
    let mut told = Scratch { change, end: change, ..scratch.clone() };
    if told.papers < LEAST {
        (told.invalid, told.votes, told.written_in) = (0, Vec::new(), Vec::new());
    }
    let mut text = serde_json::to_vec(&told).map_err(|error| failed(error.into()))?;
    let before = fs::metadata(&path).map_or(0, |m| usize::try_from(m.len()).unwrap_or(0));
    let length = text.len().max(before).next_multiple_of(BLOCK);
    text.resize(length, b' ');
    write_over(&path, &text).map_err(failed)
}

/// What it says; nothing where there is none, or where it was read while it was written.
pub fn load(book: &Path) -> Option<Scratch> {
    let text = fs::read(path_of(book)).ok()?;
    let scratch: Scratch = serde_json::from_slice(&text).ok()?;
    (scratch.change == scratch.end).then_some(scratch)
}

/// Blanks and removes it.
pub fn clear(book: &Path) -> Result<(), LogError> {
    let path = path_of(book);
    let failed = |error: io::Error| LogError::io(&path, &error);
    let length = match fs::metadata(&path) {
        Ok(known) => usize::try_from(known.len()).unwrap_or(BLOCK),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(failed(error)),
    };
    write_over(&path, &vec![b' '; length]).map_err(failed)?;
    fs::remove_file(&path).map_err(failed)
}

/// In place: a new file beside it would leave the old one's contents where they were.
fn write_over(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut out = fs::OpenOptions::new().write(true).create(true).truncate(false).open(path)?;
    out.write_all(bytes)
}
