//! Everything that can go wrong with a book, one variant for each sentence a user may need.
//!
//! The sentences themselves live elsewhere; the `Display` here is for logs and tests.

use super::{CommandId, Digest, Head};
use std::io;
use std::path::{Path, PathBuf};

/// Why a log could not be opened, read or written.
///
/// `code` is always SQLite's extended result code (<https://sqlite.org/rescode.html>).
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LogError {
    /// There is nothing at this path.
    #[error("{} does not exist", path.display())]
    NotFound { path: PathBuf },
    /// Something is at this path already; it is never overwritten.
    #[error("{} exists already", path.display())]
    Exists { path: PathBuf },
    /// A directory, a device or the like.
    #[error("{} is not a file", path.display())]
    NotAFile { path: PathBuf },
    /// A file of no bytes: a copy that failed, or a name made by another program.
    #[error("{} is empty", path.display())]
    Empty { path: PathBuf },
    /// A file of another program.
    #[error("{} is not an SQLite file", path.display())]
    NotSqlite { path: PathBuf },
    /// An SQLite file of another program; `application_id` as found in it.
    #[error("{} is an SQLite file but not a book (application id {application_id:#x})", path.display())]
    Foreign { path: PathBuf, application_id: i32 },
    /// A book written by a newer program.
    #[error("{} has format {found}, this program knows {known}", path.display())]
    Newer { path: PathBuf, found: i32, known: i32 },
    /// The file, its directory or its file system cannot be written, or the book was opened
    /// for reading only.
    #[error("{} cannot be written", path.display())]
    ReadOnly { path: PathBuf },
    /// The system refuses access.
    #[error("no access to {}", path.display())]
    Denied { path: PathBuf },
    /// The book is not what was written.
    #[error("{} is damaged: {damage}", path.display())]
    Damaged { path: PathBuf, damage: Damage },
    /// Another program holds the file (SQLite 5, 6), longer than we waited.
    #[error("{} is in use by another program", path.display())]
    Busy { path: PathBuf },
    /// No space left (SQLite 13).
    #[error("no space left for {}", path.display())]
    DiskFull { path: PathBuf },
    /// The open file is no longer the one at this path: renamed, deleted or replaced.
    #[error("{} was moved, deleted or replaced while open", path.display())]
    Moved { path: PathBuf },
    /// The disk reported a failure (SQLite 10 and its kin).
    #[error("the disk failed on {} (SQLite {code})", path.display())]
    Disk { path: PathBuf, code: i32 },
    /// SQLite cannot open the file or one of its companions `-wal`, `-shm` (SQLite 14).
    #[error("{} cannot be opened (SQLite {code})", path.display())]
    CannotOpen { path: PathBuf, code: i32 },
    /// Any other answer of SQLite; a fault of this program.
    #[error("{}: {message} (SQLite {code})", path.display())]
    Sqlite { path: PathBuf, code: i32, message: String },
    /// Any other answer of the file system.
    #[error("{}: {message}", path.display())]
    Io { path: PathBuf, kind: io::ErrorKind, message: String },

    /// The fate of this act is unknown; nothing is read or written until it is settled.
    #[error("act {act} is in doubt")]
    Unsettled { act: CommandId },
    /// This id was used for an act with other contents, which begins at entry `seq`.
    #[error("act {act} was written with other contents at entry {seq}")]
    IdReused { act: CommandId, seq: u64 },
    /// An act without facts.
    #[error("act {act} says nothing")]
    EmptyAct { act: CommandId },
    /// A field (`entered`, `kind`, `happened`: one line, not empty; `body`: JSON) is not as it must be.
    #[error("draft {part}: bad {field}")]
    Malformed { part: usize, field: &'static str },
    /// An attachment over the limit, both in bytes.
    #[error("an attachment of {bytes} bytes is over the limit of {limit}")]
    BlobTooLarge { bytes: usize, limit: usize },
    /// The act brings an attachment that none of its bodies names.
    #[error("no draft names attachment {sha256:x}")]
    UnnamedBlob { sha256: Digest },
    /// A body names an attachment that is neither in the act nor in the log.
    #[error("attachment {sha256:x} does not exist")]
    UnknownBlob { sha256: Digest },

    /// The half-typed text beside a book cannot be read; `path` is that file.
    #[error("{} holds no readable draft: {message}", path.display())]
    BadDraftFile { path: PathBuf, message: String },
}

/// In what way a book is not what was written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Damage {
    /// The chain breaks; `seq` is the first entry that is not as written.
    #[error("entry {seq}: {flaw}")]
    Chain { seq: u64, flaw: Flaw },
    /// SQLite's own check of the file's structure; `finding` is its first line.
    #[error("structure: {finding}")]
    Structure { finding: String },
    /// A table of the book is missing or is not the one that was made.
    #[error("table {name} is not as made")]
    Table { name: String },
    /// The bytes of an attachment are not the ones its digest names.
    #[error("attachment {sha256:x} was altered")]
    BlobAltered { sha256: Digest },
    /// Entry `seq` names an attachment that is gone.
    #[error("entry {seq} names attachment {sha256:x}, which is gone")]
    BlobMissing { seq: u64, sha256: Digest },
    /// Pages cannot be read; entries up to `good` could be (0: none).
    #[error("unreadable after entry {good} (SQLite {code})")]
    Unreadable { good: u64, code: i32 },
}

/// What is wrong with the first bad entry of a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// There is no entry of this number, though the log should have one.
    #[error("missing")]
    Missing,
    /// It does not carry the seal of the entry before.
    #[error("not sealed to the entry before")]
    Unlinked,
    /// Its contents do not fit its seal.
    #[error("altered")]
    Altered,
}

/// Why an act was not acknowledged.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AppendError {
    /// The log has moved on; nothing was written. Read up to `head` and decide again.
    #[error("the log is at entry {}", head.seq)]
    Conflict { head: Head },
    /// Nothing was written.
    #[error("refused: {0}")]
    Refused(LogError),
    /// Unknown whether it was written: say nothing, ask [`super::EventLog::settle`].
    #[error("in doubt: {0}")]
    InDoubt(LogError),
}

impl LogError {
    /// What SQLite's answer means for the book at `path`.
    pub(super) fn sqlite(path: &Path, error: &rusqlite::Error) -> LogError {
        use rusqlite::ffi;
        let path = path.to_owned();
        let Some(code) = error.sqlite_extended_error_code() else {
            // Not SQLite's answer but a value of the wrong type in a column.
            let finding = error.to_string();
            let damage = Damage::Structure { finding };
            return LogError::Damaged { path, damage };
        };
        match code & 0xff {
            ffi::SQLITE_BUSY | ffi::SQLITE_LOCKED => LogError::Busy { path },
            ffi::SQLITE_READONLY => LogError::ReadOnly { path },
            ffi::SQLITE_PERM => LogError::Denied { path },
            ffi::SQLITE_IOERR => LogError::Disk { path, code },
            ffi::SQLITE_CORRUPT => {
                LogError::Damaged { path, damage: Damage::Unreadable { good: 0, code } }
            }
            ffi::SQLITE_FULL => LogError::DiskFull { path },
            ffi::SQLITE_CANTOPEN => LogError::CannotOpen { path, code },
            ffi::SQLITE_NOTADB => LogError::NotSqlite { path },
            _ => LogError::Sqlite { path, code, message: error.to_string() },
        }
    }

    /// What the file system's answer means for `path`.
    pub(super) fn io(path: &Path, error: &io::Error) -> LogError {
        let path = path.to_owned();
        match error.kind() {
            io::ErrorKind::NotFound => LogError::NotFound { path },
            io::ErrorKind::AlreadyExists => LogError::Exists { path },
            io::ErrorKind::PermissionDenied => LogError::Denied { path },
            io::ErrorKind::ReadOnlyFilesystem => LogError::ReadOnly { path },
            io::ErrorKind::StorageFull => LogError::DiskFull { path },
            kind => LogError::Io { path, kind, message: error.to_string() },
        }
    }

    /// A break of the chain as an error.
    pub(super) fn broken(path: &Path, seq: u64, flaw: Flaw) -> LogError {
        LogError::Damaged { path: path.to_owned(), damage: Damage::Chain { seq, flaw } }
    }
}

impl Damage {
    /// The number of the first bad entry, where one can be named.
    pub fn seq(&self) -> Option<u64> {
        match self {
            Damage::Chain { seq, .. } | Damage::BlobMissing { seq, .. } => Some(*seq),
            Damage::Unreadable { good, .. } => Some(good + 1),
            Damage::Structure { .. } | Damage::Table { .. } | Damage::BlobAltered { .. } => None,
        }
    }
}
