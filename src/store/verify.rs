//! The judgement of a book: whole, broken at an entry, or unreadable.

use super::act::blobs_named;
use super::{BLOB_KEY, Damage, Digest, EventLog, Flaw, Head, LogError, chain, open, rows, schema};
use rusqlite::Connection;
use std::collections::BTreeSet;
use std::path::Path;

/// What [`verify`] found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The last entry up to which the chain holds; [`super::genesis`] if there is none.
    pub head: Head,
    /// How many attachments were checked.
    pub blobs: u64,
    /// The judgement.
    pub verdict: Verdict,
}

/// The judgement of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Every entry and attachment is as written, and the file's structure is sound. That no
    /// tail was cut off only [`extends`] can tell.
    Whole,
    /// It is a book, but not as written; [`Damage::seq`] names the first bad entry.
    Broken(Damage),
    /// It could not be judged.
    Unreadable(LogError),
}

/// How a log stands to a head that was written down earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extension {
    /// The log contains that head; it may have gone on since.
    Extends,
    /// The log ends before it: entries were cut off. `head` is where it ends.
    Cut {
        /// The last entry there is.
        head: Head,
    },
    /// The log has another entry of that number: two logs that went apart, or a forged one.
    Apart {
        /// The entry of that number in this log.
        found: Head,
    },
}

/// Judges the file at `path` without changing it.
pub fn verify(path: &Path) -> Report {
    let mut report = Report { head: chain::genesis(), blobs: 0, verdict: Verdict::Whole };
    let judged = open::to_read(path, open::PATIENCE)
        .and_then(|conn| check(&conn, path, &mut report.head, &mut report.blobs));
    match judged {
        Ok(()) => {}
        Err(LogError::Damaged { damage, .. }) => report.verdict = Verdict::Broken(damage),
        Err(error) => report.verdict = Verdict::Unreadable(error),
    }
    report
}

/// Compares a log with a head known from elsewhere: the wall, the signed minutes, a backup.
pub fn extends(log: &mut dyn EventLog, older: &Head) -> Result<Extension, LogError> {
    let head = log.head()?;
    if head.seq < older.seq {
        return Ok(Extension::Cut { head });
    }
    let found = match older.seq.checked_sub(1) {
        None => chain::genesis(),
        Some(before) => match log.read_from(before, 1)?.first() {
            Some(entry) => Head { seq: entry.seq, hash: entry.hash },
            None => return Ok(Extension::Cut { head }),
        },
    };
    if found == *older { Ok(Extension::Extends) } else { Ok(Extension::Apart { found }) }
}

/// Checks everything there is in an open book, as of one moment. Leaves in `head` how far the
/// chain holds and in `blobs` how many attachments were seen.
pub(super) fn check(
    conn: &Connection,
    path: &Path,
    head: &mut Head,
    blobs: &mut u64,
) -> Result<(), LogError> {
    schema::check_tables(conn, path)?;
    let failed = |error: rusqlite::Error| LogError::sqlite(path, &error);
    conn.execute_batch("BEGIN").map_err(failed)?;
    let checked = check_chain(conn, path, head)
        .and_then(|named| check_blobs(conn, path, &named, blobs))
        .and_then(|()| check_structure(conn, path));
    // Nothing was written; what the end of a reading says cannot matter.
    let _ = conn.execute_batch("COMMIT");
    checked
}

/// An attachment and the first entry that names it.
type Named = Vec<(Digest, u64)>;

fn check_chain(conn: &Connection, path: &Path, head: &mut Head) -> Result<Named, LogError> {
    let failed = |good: u64, error: rusqlite::Error| match LogError::sqlite(path, &error) {
        // A column of a wrong type is an alteration like any other.
        LogError::Damaged { damage: Damage::Structure { .. }, .. } => {
            LogError::broken(path, good + 1, Flaw::Altered)
        }
        LogError::Damaged { path, damage: Damage::Unreadable { code, .. } } => {
            LogError::Damaged { path, damage: Damage::Unreadable { good, code } }
        }
        other => other,
    };
    let mut named = Named::new();
    let mut statement = conn.prepare(rows::ALL).map_err(|e| failed(0, e))?;
    let mut found = statement.query([]).map_err(|e| failed(0, e))?;
    while let Some(row) = found.next().map_err(|e| failed(head.seq, e))? {
        let entry = rows::stored(row).map_err(|e| failed(head.seq, e))?;
        *head = chain::follow(head, &entry)
            .map_err(|flaw| LogError::broken(path, head.seq + 1, flaw))?;
        if entry.body.contains(BLOB_KEY) {
            let blobs = blobs_named(&entry.body).unwrap_or_default();
            named.extend(blobs.into_iter().map(|sha256| (sha256, entry.seq)));
        }
    }
    // No book was ever made without a first entry.
    if head.seq == 0 {
        return Err(LogError::broken(path, 1, Flaw::Missing));
    }
    Ok(named)
}

fn check_blobs(
    conn: &Connection,
    path: &Path,
    named: &Named,
    count: &mut u64,
) -> Result<(), LogError> {
    let failed = |error: rusqlite::Error| LogError::sqlite(path, &error);
    let damaged = |damage| LogError::Damaged { path: path.to_owned(), damage };
    let mut statement = conn.prepare("SELECT sha256, bytes FROM blobs").map_err(failed)?;
    let mut found = statement.query([]).map_err(failed)?;
    let mut present = BTreeSet::new();
    while let Some(row) = found.next().map_err(failed)? {
        let sha256 = Digest(row.get(0).map_err(failed)?);
        let bytes: Vec<u8> = row.get(1).map_err(failed)?;
        if Digest::of(&bytes) != sha256 {
            return Err(damaged(Damage::BlobAltered { sha256 }));
        }
        present.insert(sha256);
        *count += 1;
    }
    match named.iter().find(|(sha256, _)| !present.contains(sha256)) {
        None => Ok(()),
        Some(&(sha256, seq)) => Err(damaged(Damage::BlobMissing { seq, sha256 })),
    }
}

/// SQLite's own check: finds what no query would, such as an index that lost a row.
fn check_structure(conn: &Connection, path: &Path) -> Result<(), LogError> {
    let finding: String = conn
        .query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))
        .map_err(|error| LogError::sqlite(path, &error))?;
    if finding == "ok" {
        return Ok(());
    }
    Err(LogError::Damaged { path: path.to_owned(), damage: Damage::Structure { finding } })
}
