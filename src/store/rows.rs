//! The statements a book is read and written with; there is none that changes a row.

use super::{CommandId, Digest, Head, Stored, genesis};
use rusqlite::{Connection, OptionalExtension, Row, params};

/// The columns of the log in the order [`stored`] reads them.
macro_rules! columns {
    () => {
        "SELECT seq, act, part, happened, entered, kind, body, prev, hash FROM log "
    };
}

pub(super) const ALL: &str = concat!(columns!(), "ORDER BY seq");
const BEHIND: &str = concat!(columns!(), "WHERE seq > ?1 ORDER BY seq LIMIT ?2");
const OF_ACT: &str = concat!(columns!(), "WHERE act = ?1 ORDER BY part");

/// One row as an entry; an error means that a column is not of its type.
pub(super) fn stored(row: &Row<'_>) -> rusqlite::Result<Stored> {
    Ok(Stored {
        seq: unsigned(row)?,
        act: CommandId(row.get(1)?),
        part: row.get(2)?,
        happened: row.get(3)?,
        entered: row.get(4)?,
        kind: row.get(5)?,
        body: row.get(6)?,
        prev: Digest(row.get(7)?),
        hash: Digest(row.get(8)?),
    })
}

/// The first column as an entry's number.
fn unsigned(row: &Row<'_>) -> rusqlite::Result<u64> {
    let number: i64 = row.get(0)?;
    u64::try_from(number).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(0, number))
}

/// An entry's number as SQLite's integer.
fn signed(seq: u64) -> rusqlite::Result<i64> {
    i64::try_from(seq).map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
}

pub(super) fn head(conn: &Connection) -> rusqlite::Result<Head> {
    let last = conn
        .prepare_cached("SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1")?
        .query_row([], as_head)
        .optional()?;
    Ok(last.unwrap_or_else(genesis))
}

/// The head the log had at number `seq`; `None` if there is no such entry.
pub(super) fn head_at(conn: &Connection, seq: u64) -> rusqlite::Result<Option<Head>> {
    if seq == 0 {
        return Ok(Some(genesis()));
    }
    // A number beyond SQLite's integers is the number of no entry.
    let Ok(seq) = i64::try_from(seq) else {
        return Ok(None);
    };
    conn.prepare_cached("SELECT seq, hash FROM log WHERE seq = ?1")?
        .query_row([seq], as_head)
        .optional()
}

fn as_head(row: &Row<'_>) -> rusqlite::Result<Head> {
    Ok(Head { seq: unsigned(row)?, hash: Digest(row.get(1)?) })
}

pub(super) fn of_act(conn: &Connection, id: &CommandId) -> rusqlite::Result<Vec<Stored>> {
    conn.prepare_cached(OF_ACT)?.query_map([id.0], stored)?.collect()
}

/// At most `max` entries behind number `after`, in order.
pub(super) fn behind(conn: &Connection, after: u64, max: usize) -> rusqlite::Result<Vec<Stored>> {
    let max = i64::try_from(max).unwrap_or(i64::MAX);
    conn.prepare_cached(BEHIND)?.query_map([signed(after)?, max], stored)?.collect()
}

pub(super) fn insert(conn: &Connection, entry: &Stored) -> rusqlite::Result<()> {
    conn.prepare_cached(
        "INSERT INTO log (seq, act, part, happened, entered, kind, body, prev, hash)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?
    .execute(params![
        signed(entry.seq)?,
        entry.act.0,
        entry.part,
        entry.happened,
        entry.entered,
        entry.kind,
        entry.body,
        entry.prev.0,
        entry.hash.0,
    ])
    .map(drop)
}

pub(super) fn has_blob(conn: &Connection, sha256: &Digest) -> rusqlite::Result<bool> {
    conn.prepare_cached("SELECT 1 FROM blobs WHERE sha256 = ?1")?.exists([sha256.0])
}

pub(super) fn blob(conn: &Connection, sha256: &Digest) -> rusqlite::Result<Option<Vec<u8>>> {
    conn.prepare_cached("SELECT bytes FROM blobs WHERE sha256 = ?1")?
        .query_row([sha256.0], |row| row.get(0))
        .optional()
}

/// Keeps an attachment; the same contents are kept once.
pub(super) fn insert_blob(
    conn: &Connection,
    sha256: &Digest,
    bytes: &[u8],
) -> rusqlite::Result<()> {
    if has_blob(conn, sha256)? {
        return Ok(());
    }
    conn.prepare_cached("INSERT INTO blobs (sha256, bytes) VALUES (?1, ?2)")?
        .execute(params![sha256.0, bytes])
        .map(drop)
}
