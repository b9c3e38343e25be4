//! The charters of a meeting's minutes: their whole text, so that the minutes are judged by themselves.

use super::types::Minutes;
use crate::charter::{Charter, Name, reading};
use crate::record::Book;
use serde::{Deserialize, Serialize};

/// A version of the charter that was in use during the meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CharterText {
    /// Version.
    pub version: u32,
    /// Entry of the log that brought it into the book.
    pub entry: u64,
    /// SHA-256 of `text`, hexadecimal.
    pub sha256: String,
    /// Day it came into force, `YYYY-MM-DD`.
    pub in_force: String,
    /// Readings adopted while it was in use, in order; of those of one question the last stands.
    pub adopted: Vec<Adopted>,
    /// The whole file.
    pub text: String,
}

/// A reading the association adopted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adopted {
    /// Entry of the log that says so.
    pub entry: u64,
    /// Question id.
    pub question: String,
    /// Option id.
    pub option: String,
    /// Decision it rests on.
    pub basis: String,
}

/// Adds what the book now holds to the charters seen so far.
pub(super) fn watch(seen: &mut Vec<CharterText>, book: &Book) {
    let (Some(charter), Some(version)) = (book.charter.as_deref(), book.versions.last()) else {
        return;
    };
    if seen.last().is_none_or(|last| last.entry != version.seq) {
        seen.push(CharterText {
            version: version.version,
            entry: version.seq,
            sha256: version.sha256.clone(),
            in_force: charter.identity.in_force.clone(),
            adopted: Vec::new(),
            text: version.text.to_string(),
        });
    }
    let Some(last) = seen.last_mut() else {
        return;
    };
    for reading in &book.readings {
        if last.adopted.iter().all(|known| known.entry != reading.seq) {
            last.adopted.push(Adopted {
                entry: reading.seq,
                question: reading.question.clone(),
                option: reading.option.clone(),
                basis: reading.basis.clone(),
            });
        }
    }
}

/// The charter of these minutes as it stood before an entry of the log; `None` where they carry none,
/// or one that cannot be read.
pub fn charter_before(minutes: &Minutes, entry: u64) -> Option<Charter> {
    let text = minutes.charters.iter().rfind(|c| c.entry < entry)?;
    let mut adopted: Vec<&Adopted> = Vec::new();
    for one in text.adopted.iter().filter(|a| a.entry < entry) {
        adopted.retain(|a| a.question != one.question);
        adopted.push(one);
    }
    let said = |a: &Adopted| {
        let basis = Name { zh: a.basis.clone(), en: a.basis.clone() };
        (a.question.clone(), a.option.clone(), basis)
    };
    let adopted: Vec<_> = adopted.into_iter().map(said).collect();
    reading::effective(&text.text, &adopted).ok()
}

/// The charter these minutes are told by: the one in use at the end of the meeting.
pub fn charter_of(minutes: &Minutes) -> Option<Charter> {
    charter_before(minutes, u64::MAX)
}
