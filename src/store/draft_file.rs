//! Text half typed, kept beside the book so that a crash does not cost it: `BOOK.draft.json`,
//! a JSON object from field to text. It is no fact and never enters the log.

use super::{LogError, file};
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Where the draft of a book lies.
pub fn path_of(book: &Path) -> PathBuf {
    file::beside(book, ".draft.json")
}

/// Keeps the fields, durable when it returns; what was kept before is replaced whole.
pub fn save(book: &Path, fields: &BTreeMap<String, String>) -> Result<(), LogError> {
    let path = path_of(book);
    let new = file::beside(&path, ".new");
    let failed = |error: io::Error| LogError::io(&path, &error);
    let text = serde_json::to_vec_pretty(fields).map_err(|error| failed(error.into()))?;
    fs::File::create(&new)
        .and_then(|mut file| file.write_all(&text).and_then(|()| file.sync_all()))
        .and_then(|()| fs::rename(&new, &path))
        .map_err(failed)?;
    file::sync_names(&path)
}

/// The fields as last kept; `None` if there are none.
pub fn load(book: &Path) -> Result<Option<BTreeMap<String, String>>, LogError> {
    let path = path_of(book);
    match fs::read(&path) {
        Ok(text) => match serde_json::from_slice(&text) {
            Ok(fields) => Ok(Some(fields)),
            Err(error) => Err(LogError::BadDraftFile { path, message: error.to_string() }),
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(LogError::io(&path, &error)),
    }
}

/// Forgets the draft, because its text was entered or given up.
pub fn clear(book: &Path) -> Result<(), LogError> {
    let path = path_of(book);
    match fs::remove_file(&path) {
        Ok(()) => file::sync_names(&path),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(LogError::io(&path, &error)),
    }
}
