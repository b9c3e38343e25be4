//! What a book's file must hold besides its entries: tables that may never differ, and views
//! and triggers for outsiders, which are put right when they do.
//!
//! The comparison is with the text SQLite keeps of each object, so an edited or dropped view
//! is found as surely as an outdated one.

use super::{Damage, LogError};
use rusqlite::Connection;
use std::collections::BTreeMap;
use std::path::Path;

const TABLES: &str = include_str!("schema.sql");
const GUARDS: &str = include_str!("guards.sql");
const VIEWS: &str = include_str!("views.sql");

/// Name of each object of one sort -> the SQL that made it.
type Objects = BTreeMap<String, String>;

/// Makes everything in an empty file; to be called within a transaction.
pub(super) fn make(conn: &Connection) -> rusqlite::Result<()> {
    for part in [TABLES, GUARDS, VIEWS] {
        conn.execute_batch(part)?;
    }
    Ok(())
}

/// Checks that the tables are the ones [`make`] makes.
pub(super) fn check_tables(conn: &Connection, path: &Path) -> Result<(), LogError> {
    let failed = |error: rusqlite::Error| LogError::sqlite(path, &error);
    let found = objects(conn, "table").map_err(failed)?;
    let wanted = objects(&model().map_err(failed)?, "table").map_err(failed)?;
    match wanted
        .into_iter()
        .find(|(name, sql)| found.get(name) != Some(sql))
    {
        None => Ok(()),
        Some((name, _)) => Err(LogError::Damaged {
            path: path.to_owned(),
            damage: Damage::Table { name },
        }),
    }
}

/// Gives the file this program's views and triggers if its own differ, in one transaction.
/// Views of other names, made by someone else, are left alone.
pub(super) fn refresh(conn: &Connection) -> rusqlite::Result<()> {
    let model = model()?;
    let stale = || -> rusqlite::Result<Vec<(&str, String, String)>> {
        let mut stale = Vec::new();
        for sort in ["view", "trigger"] {
            let found = objects(conn, sort)?;
            for (name, sql) in objects(&model, sort)? {
                if found.get(&name) != Some(&sql) {
                    stale.push((sort, name, sql));
                }
            }
        }
        Ok(stale)
    };
    if stale()?.is_empty() {
        return Ok(());
    }
    conn.execute_batch("BEGIN IMMEDIATE")?;
    let renewed = stale().and_then(|stale| {
        // All are dropped before any is made, since a view may name another.
        for (sort, name, _) in &stale {
            conn.execute_batch(&format!("DROP {sort} IF EXISTS \"{name}\""))?;
        }
        for (_, _, sql) in &stale {
            conn.execute_batch(sql)?;
        }
        conn.execute_batch("COMMIT")
    });
    if renewed.is_err() && !conn.is_autocommit() {
        conn.execute_batch("ROLLBACK")?;
    }
    renewed
}

/// A book without entries, in memory, to compare with.
fn model() -> rusqlite::Result<Connection> {
    let conn = Connection::open_in_memory()?;
    make(&conn)?;
    Ok(conn)
}

fn objects(conn: &Connection, sort: &str) -> rusqlite::Result<Objects> {
    // Damaged text is to be found different, not to stop the comparison.
    let text = |row: &rusqlite::Row<'_>, column| -> rusqlite::Result<String> {
        let bytes = row.get_ref(column)?.as_bytes()?;
        Ok(String::from_utf8_lossy(bytes).into_owned())
    };
    conn.prepare("SELECT name, sql FROM sqlite_schema WHERE type = ?1 AND sql IS NOT NULL")?
        .query_map([sort], |row| Ok((text(row, 0)?, text(row, 1)?)))?
        .collect()
}
