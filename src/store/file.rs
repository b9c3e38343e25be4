//! Files put in place whole: written under another name, synced, then given their own.

use super::LogError;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// `path` with `suffix` behind its whole name: `spring.book` and `.new` make `spring.book.new`.
pub(super) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    PathBuf::from(name)
}

/// Forces a file's bytes to the disk.
///
/// Never for a book that this process has open: closing any handle of a file drops the POSIX
/// locks SQLite holds on it (<https://sqlite.org/howtocorrupt.html>, §2.2).
pub(super) fn sync(path: &Path) -> Result<(), LogError> {
    fs::OpenOptions::new()
        .write(true)
        .open(path)
        .and_then(|file| file.sync_all())
        .map_err(|error| LogError::io(path, &error))
}

/// Forces the names in a file's directory to the disk. Windows keeps them by itself.
pub(super) fn sync_names(path: &Path) -> Result<(), LogError> {
    if cfg!(unix) {
        let directory = directory(path);
        fs::File::open(&directory)
            .and_then(|directory| directory.sync_all())
            .map_err(|error| LogError::io(&directory, &error))?;
    }
    Ok(())
}

/// The directory a file lies in.
pub(super) fn directory(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// Gives a finished file its name, unless the name is taken.
pub(super) fn place(finished: &Path, path: &Path) -> Result<(), LogError> {
    match fs::hard_link(finished, path) {
        Ok(()) => {
            // The second name is only clutter should this fail.
            let _ = fs::remove_file(finished);
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            return Err(LogError::io(path, &error));
        }
        // File systems of memory sticks know no links; there a name taken within this
        // moment would be lost, which a link rules out elsewhere.
        Err(_) => {
            if path.symlink_metadata().is_ok() {
                return Err(LogError::Exists { path: path.to_owned() });
            }
            fs::rename(finished, path).map_err(|error| LogError::io(path, &error))?;
        }
    }
    sync_names(path)
}

/// Removes an unfinished SQLite file and its companions, as far as that goes.
pub(super) fn discard(unfinished: &Path) {
    for suffix in ["", "-wal", "-shm", "-journal"] {
        let _ = fs::remove_file(beside(unfinished, suffix));
    }
}
