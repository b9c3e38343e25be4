//! Opening a book: every reason not to is told apart, and nothing that is not a book of ours is
//! ever opened for writing.

use super::{Damage, LogError, file, schema};
use rusqlite::config::DbConfig;
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use rusqlite::{Connection, MAIN_DB, OpenFlags};
use std::path::Path;
use std::time::Duration;

/// The mark of a book in the header of its SQLite file: `QRTE`.
pub const APPLICATION_ID: i32 = 0x5152_5445;

/// The format of the file; a higher one is refused.
pub const USER_VERSION: i32 = 1;

/// How long to wait for another program's lock. With several writers in a tight loop one was
/// seen to wait 2 s, since SQLite does not queue them.
pub const PATIENCE: Duration = Duration::from_secs(5);

/// A connection for writing, all settings made; the contents are not verified yet.
pub(super) fn to_write(path: &Path, patience: Duration) -> Result<Connection, LogError> {
    // Asked first through a connection that cannot write: `journal_mode=WAL` would change
    // the file of a stranger.
    drop(to_read(path, patience)?);
    let failed = |error: rusqlite::Error| LogError::sqlite(path, &error);
    let mut conn = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )
    .map_err(failed)?;
    conn.busy_timeout(patience).map_err(failed)?;
    if conn.is_readonly(MAIN_DB).map_err(failed)? {
        return Err(LogError::ReadOnly { path: path.to_owned() });
    }
    be_durable(&conn, path)?;
    be_wary(&conn).map_err(failed)?;
    // Set from the first card on: pages that are moved about leave no copies behind either.
    conn.execute_batch("PRAGMA secure_delete = ON").map_err(failed)?;
    conn.authorizer(Some(only_append)).map_err(failed)?;
    identify(&conn, path)?;
    schema::check_tables(&conn, path)?;
    schema::refresh(&conn).map_err(failed)?;
    Ok(conn)
}

/// A connection for reading only, all settings made; the contents are not verified yet.
pub(super) fn to_read(path: &Path, patience: Duration) -> Result<Connection, LogError> {
    look(path)?;
    let attempt = |conn: rusqlite::Result<Connection>| {
        let conn = conn.map_err(|error| LogError::sqlite(path, &error))?;
        conn.busy_timeout(patience)
            .and_then(|()| be_wary(&conn))
            .map_err(|error| LogError::sqlite(path, &error))?;
        identify(&conn, path).map(|()| conn)
    };
    let plain = attempt(Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    ));
    match plain {
        // On a medium that cannot be written the companion files cannot be made.
        Err(LogError::CannotOpen { .. } | LogError::ReadOnly { .. }) if !has_wal(path) => {
            attempt(unchanging(path))
        }
        other => other,
    }
}

/// A connection to a file that nobody writes while we read: makes no companion files.
pub(super) fn unchanging(path: &Path) -> rusqlite::Result<Connection> {
    Connection::open_with_flags(
        uri(path) + "?immutable=1",
        OpenFlags::SQLITE_OPEN_READ_ONLY
            | OpenFlags::SQLITE_OPEN_NO_MUTEX
            | OpenFlags::SQLITE_OPEN_URI,
    )
}

/// Makes commits last: EXTRA comes first, since otherwise the journal of the very change to
/// WAL may come back after a power loss and undo all that followed.
pub(super) fn be_durable(conn: &Connection, path: &Path) -> Result<(), LogError> {
    let failed = |error: rusqlite::Error| LogError::sqlite(path, &error);
    conn.execute_batch("PRAGMA synchronous = EXTRA").map_err(failed)?;
    if cfg!(target_os = "macos") {
        // There fsync leaves the bytes in the drive's own cache.
        conn.execute_batch("PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON")
            .map_err(failed)?;
    }
    let mode: String = conn
        .pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))
        .map_err(failed)?;
    if mode != "wal" {
        return Err(LogError::Sqlite {
            path: path.to_owned(),
            code: 0,
            message: format!("journal_mode answered {mode}"),
        });
    }
    // One page: the main file alone is complete after each commit, for whoever copies it.
    conn.pragma_update_and_check(None, "wal_autocheckpoint", 1, |_| Ok(())).map_err(failed)
}

/// Trusts nothing in the file: no triggers, no views, no memory map, cells checked.
fn be_wary(conn: &Connection) -> rusqlite::Result<()> {
    conn.execute_batch(
        "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;",
    )?;
    conn.pragma_update_and_check(None, "mmap_size", 0, |_| Ok(()))?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    Ok(())
}

/// Whether the open file is still the one at its path.
pub(super) fn check_in_place(conn: &Connection, path: &Path) -> Result<(), LogError> {
    #[cfg(unix)]
    let moved = {
        let mut moved = 0;
        conn.file_control(Some(MAIN_DB), rusqlite::FileControl::HasMoved(&mut moved))
            .map_err(|error| LogError::sqlite(path, &error))?;
        moved != 0
    };
    // Windows lets nobody rename or delete a file that SQLite has open.
    #[cfg(not(unix))]
    let moved = {
        let _ = conn;
        !path.exists()
    };
    if moved {
        let path = path.to_owned();
        return Err(LogError::Moved { path });
    }
    Ok(())
}

/// What can be said of a path before SQLite touches it.
fn look(path: &Path) -> Result<(), LogError> {
    let found = std::fs::metadata(path).map_err(|error| LogError::io(path, &error))?;
    let path = path.to_owned();
    if !found.is_file() {
        return Err(LogError::NotAFile { path });
    }
    if found.len() == 0 {
        return Err(LogError::Empty { path });
    }
    Ok(())
}

/// Whether the file is a book of a format we know.
fn identify(conn: &Connection, path: &Path) -> Result<(), LogError> {
    let number = |pragma: &str| {
        conn.pragma_query_value(None, pragma, |row| row.get::<_, i32>(0))
            .map_err(|error| LogError::sqlite(path, &error))
    };
    let application_id = number("application_id")?;
    let found = number("user_version")?;
    // To SQLite a file shorter than a page is a database without pages, whatever it says.
    let pages = number("page_count")?;
    let path = path.to_owned();
    if pages == 0 {
        return Err(LogError::NotSqlite { path });
    }
    if application_id != APPLICATION_ID {
        return Err(LogError::Foreign { path, application_id });
    }
    match found {
        USER_VERSION => Ok(()),
        found if found > USER_VERSION => Err(LogError::Newer { path, found, known: USER_VERSION }),
        _ => Err(LogError::Damaged {
            path,
            damage: Damage::Structure { finding: format!("user_version is {found}") },
        }),
    }
}

/// Refuses, while a statement is being prepared, whatever would change what is written.
fn only_append(context: AuthContext<'_>) -> Authorization {
    match context.action {
        AuthAction::Update { table_name, .. } | AuthAction::Delete { table_name }
            if matches!(table_name, "log" | "blobs") =>
        {
            Authorization::Deny
        }
        AuthAction::DropTable { .. }
        | AuthAction::AlterTable { .. }
        | AuthAction::Attach { .. }
        | AuthAction::Detach { .. } => Authorization::Deny,
        _ => Authorization::Allow,
    }
}

/// Whether commits may lie in the write-ahead log beside the file.
fn has_wal(path: &Path) -> bool {
    std::fs::metadata(file::beside(path, "-wal")).is_ok_and(|wal| wal.len() > 0)
}

/// A path as the `file:` URI SQLite reads; other bytes than letters and digits are escaped.
fn uri(path: &Path) -> String {
    let mut uri = String::from("file:");
    for byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'\\' if cfg!(windows) => uri.push('/'),
            b'/' | b'.' | b'-' | b'_' => uri.push(char::from(*byte)),
            byte if byte.is_ascii_alphanumeric() => uri.push(char::from(*byte)),
            byte => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    if cfg!(windows) && path.is_absolute() {
        uri.insert_str("file:".len(), "///");
    }
    uri
}
