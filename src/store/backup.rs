//! New files made whole or not at all: a new book, a copy of a live one, and the rescue of a
//! meeting from memory when its disk has failed.

use super::{Digest, Head};
use super::{LogError, Report, Stored, Verdict, chain, file, open, rows, schema, verify};
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Makes a book of these entries and attachments at `path`, durable when it returns.
pub(super) fn make(path: &Path, entries: &[Stored], blobs: &[Vec<u8>]) -> Result<(), LogError> {
    whole_or_not(path, |new| {
        let failed = |error: rusqlite::Error| LogError::sqlite(path, &error);
        let conn = empty(new).map_err(failed)?;
        open::be_durable(&conn, path)?;
        conn.pragma_update(None, "application_id", open::APPLICATION_ID)
            .and_then(|()| conn.pragma_update(None, "user_version", open::USER_VERSION))
            .and_then(|()| conn.execute_batch("BEGIN IMMEDIATE"))
            .and_then(|()| schema::make(&conn))
            .map_err(failed)?;
        for bytes in blobs {
            rows::insert_blob(&conn, &Digest::of(bytes), bytes).map_err(failed)?;
        }
        let mut head = chain::genesis();
        for entry in entries {
            head = chain::follow(&head, entry)
                .map_err(|flaw| LogError::broken(path, head.seq + 1, flaw))?;
            rows::insert(&conn, entry).map_err(failed)?;
        }
        conn.execute_batch("COMMIT").map_err(failed)?;
        checkpoint_all(&conn, path)?;
        conn.close().map_err(|(_, error)| failed(error))
    })
    .map(drop)
}

/// Copies a live book to `path`, which must not exist; `least` is a head it must contain.
pub(super) fn copy(conn: &Connection, path: &Path, least: &Head) -> Result<Report, LogError> {
    let report = whole_or_not(path, |new| {
        let failed = |error: rusqlite::Error| LogError::sqlite(path, &error);
        let mut target = empty(new).map_err(failed)?;
        target.execute_batch("PRAGMA synchronous = EXTRA").map_err(failed)?;
        let backup = Backup::new(conn, &mut target).map_err(failed)?;
        let started = Instant::now();
        loop {
            match backup.step(-1).map_err(failed)? {
                StepResult::Done => break,
                _ if started.elapsed() < open::PATIENCE => {
                    std::thread::sleep(Duration::from_millis(10));
                }
                _ => {
                    let path = path.to_owned();
                    return Err(LogError::Busy { path });
                }
            }
        }
        drop(backup);
        target.close().map_err(|(_, error)| failed(error))
    })?;
    if report.head.seq < least.seq {
        return Err(LogError::broken(path, report.head.seq + 1, super::Flaw::Missing));
    }
    Ok(report)
}

/// Lets `write` fill a file beside `path`, syncs and verifies it, and gives it its name.
fn whole_or_not(
    path: &Path,
    write: impl FnOnce(&Path) -> Result<(), LogError>,
) -> Result<Report, LogError> {
    if path.symlink_metadata().is_ok() {
        let path = path.to_owned();
        return Err(LogError::Exists { path });
    }
    let directory = file::directory(path);
    if !directory.is_dir() {
        return Err(LogError::NotFound { path: directory });
    }
    let new: PathBuf = file::beside(path, &format!(".new-{}", std::process::id()));
    file::discard(&new);
    let made = write(&new)
        .and_then(|()| file::sync(&new))
        .and_then(|()| judge(&new))
        .and_then(|report| file::place(&new, path).map(|()| report));
    if made.is_err() {
        file::discard(&new);
    }
    made
}

/// Verifies a file that nobody else knows of yet.
fn judge(new: &Path) -> Result<Report, LogError> {
    let conn = open::unchanging(new).map_err(|error| LogError::sqlite(new, &error))?;
    let mut report = Report { head: chain::genesis(), blobs: 0, verdict: Verdict::Whole };
    verify::check(&conn, new, &mut report.head, &mut report.blobs)?;
    Ok(report)
}

fn empty(new: &Path) -> rusqlite::Result<Connection> {
    Connection::open_with_flags(
        new,
        OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )
}

/// Copies all of the write-ahead log into the main file and sees that it was done; closing
/// would do the same but keep quiet about errors.
pub(super) fn checkpoint_all(conn: &Connection, path: &Path) -> Result<(), LogError> {
    let (busy, in_wal, copied) = checkpoint(conn, "FULL", path)?;
    if busy || copied < in_wal {
        return Err(LogError::Busy { path: path.to_owned() });
    }
    Ok(())
}

/// Runs a checkpoint of the given mode: whether it was kept from ending, the pages in the
/// write-ahead log, and how many of them the main file has.
pub(super) fn checkpoint(
    conn: &Connection,
    mode: &str,
    path: &Path,
) -> Result<(bool, i64, i64), LogError> {
    conn.prepare_cached(&format!("PRAGMA wal_checkpoint({mode})"))
        .and_then(|mut statement| {
            statement.query_row([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        })
        .map_err(|error| LogError::sqlite(path, &error))
}
