//! What a book's file must hold besides its entries: tables that may never differ, and views
//! and triggers for outsiders, which are put right when they do.
//!
//! The comparison is with the text SQLite keeps of each object, so an edited or dropped view
//! is found as surely as an outdated one.

use super::{Damage, LogError, cards};
use rusqlite::{Connection, Row};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

const TABLES: &str = include_str!("schema.sql");
const GUARDS: &str = include_str!("guards.sql");
/// Views of the meetings first: those of a part may read them.
const VIEWS: &[&str] = &[
    include_str!("views/meetings.sql"),
    include_str!("views/decisions.sql"),
    include_str!("views/members.sql"),
    include_str!("views/funds.sql"),
    include_str!("views/issue.sql"),
    include_str!("views/notice.sql"),
    include_str!("views/cases.sql"),
];

/// Sort ("table", "view", "trigger") and name of each object -> the SQL that made it.
type Objects = BTreeMap<(String, String), String>;

/// Makes everything in an empty file; to be called within a transaction.
pub(super) fn make(conn: &Connection) -> rusqlite::Result<()> {
    for part in [TABLES, GUARDS].iter().chain(VIEWS) {
        conn.execute_batch(part)?;
    }
    Ok(())
}

/// Checks that the tables are the ones [`make`] makes; one that came later may be missing.
pub(super) fn check_tables(conn: &Connection, path: &Path) -> Result<(), LogError> {
    let stale = stale(conn).map_err(|error| LogError::sqlite(path, &error))?;
    for (_, name, _) in stale.into_iter().filter(|(sort, ..)| *sort == "table") {
        // A book made before there were cards has no table for them yet.
        if name == cards::TABLE && !has_table(conn, name).map_err(|e| LogError::sqlite(path, &e))? {
            continue;
        }
        return Err(LogError::Damaged {
            path: path.to_owned(),
            damage: Damage::Table { name: name.to_owned() },
        });
    }
    Ok(())
}

fn has_table(conn: &Connection, name: &str) -> rusqlite::Result<bool> {
    Ok(objects(conn)?.contains_key(&("table".to_owned(), name.to_owned())))
}

/// Gives the file this program's views and triggers if its own differ, and the table of cards if it
/// was made without one, in one transaction.
/// Views of other names, made by someone else, are left alone.
pub(super) fn refresh(conn: &Connection) -> rusqlite::Result<()> {
    if stale(conn)?.is_empty() {
        return Ok(());
    }
    conn.execute_batch("BEGIN IMMEDIATE")?;
    let renewed = stale(conn).and_then(|stale| {
        // All are dropped before any is made, since a view may name another.
        for (sort, name, _) in stale.iter().filter(|(sort, ..)| *sort != "table") {
            conn.execute_batch(&format!("DROP {sort} IF EXISTS \"{name}\""))?;
        }
        // Tables before views that may read them.
        let (tables, others): (Vec<_>, Vec<_>) = stale.iter().partition(|s| s.0 == "table");
        for (_, _, sql) in tables.into_iter().chain(others) {
            conn.execute_batch(sql)?;
        }
        conn.execute_batch("COMMIT")
    });
    if renewed.is_err() && !conn.is_autocommit() {
        conn.execute_batch("ROLLBACK")?;
    }
    renewed
}

/// Sort, name and SQL of each object of ours that the file lacks or has otherwise.
fn stale(conn: &Connection) -> rusqlite::Result<Vec<(&'static str, &'static str, &'static str)>> {
    let found = objects(conn)?;
    let wanted = model()?.iter();
    Ok(wanted
        .filter(|(object, sql)| found.get(*object) != Some(sql))
        .map(|((sort, name), sql)| (sort.as_str(), name.as_str(), sql.as_str()))
        .collect())
}

/// The objects of a book as this program makes it.
fn model() -> rusqlite::Result<&'static Objects> {
    static MODEL: OnceLock<Objects> = OnceLock::new();
    if let Some(model) = MODEL.get() {
        return Ok(model);
    }
    let conn = Connection::open_in_memory()?;
    make(&conn)?;
    let made = objects(&conn)?;
    Ok(MODEL.get_or_init(|| made))
}

fn objects(conn: &Connection) -> rusqlite::Result<Objects> {
    // Damaged text is to be found different, not to stop the comparison.
    let text = |row: &Row<'_>, column| -> rusqlite::Result<String> {
        let bytes = row.get_ref(column)?.as_bytes()?;
        Ok(String::from_utf8_lossy(bytes).into_owned())
    };
    conn.prepare("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL")?
        .query_map([], |row| Ok(((text(row, 0)?, text(row, 1)?), text(row, 2)?)))?
        .collect()
}
