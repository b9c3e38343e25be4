//! Every reason not to open a file is told apart, and a file that goes away is noticed.

use super::*;
use quorate::store::{APPLICATION_ID, AppendError, Damage, Report, USER_VERSION, Verdict, verify};
use std::process::Command;
use std::time::Duration;

/// The error of opening, checked to be the same for reading, and for `verify`.
fn refused(path: &Path) -> LogError {
    let error = refusal(path);
    assert_eq!(Sqlite::open_read_only(path).err().as_ref(), Some(&error));
    assert_eq!(verify(path).verdict, Verdict::Unreadable(error.clone()));
    error
}

#[test]
fn what_is_not_a_book_is_refused_and_left_alone() {
    let folder = Folder::new();
    let path = folder.join("a.book");
    assert_eq!(refused(&path), LogError::NotFound { path: path.clone() });
    assert_eq!(refused(&folder.0), LogError::NotAFile { path: folder.0.clone() });

    std::fs::write(&path, "").unwrap();
    assert_eq!(refused(&path), LogError::Empty { path: path.clone() });

    for text in ["Dear members,\n".repeat(100), "x".to_owned(), "x".repeat(5000)] {
        std::fs::write(&path, &text).unwrap();
        assert_eq!(refused(&path), LogError::NotSqlite { path: path.clone() });
        assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
    }
    assert_eq!(folder.names(), ["a.book"]);
}

#[test]
fn a_strangers_sqlite_file_is_refused_and_left_alone() {
    let folder = Folder::new();
    let path = folder.join("a.book");
    stranger(&path)
        .execute_batch(
            "PRAGMA application_id = 7; CREATE TABLE log (x); INSERT INTO log VALUES (1)",
        )
        .unwrap();
    let before = std::fs::read(&path).unwrap();
    let foreign = LogError::Foreign { path: path.clone(), application_id: 7 };
    assert_eq!(refused(&path), foreign);
    assert_eq!(std::fs::read(&path).unwrap(), before);
    assert_eq!(folder.names(), ["a.book"]);
}

#[test]
fn a_newer_book_is_refused_and_left_alone() {
    let folder = Folder::new();
    let path = folder.join("a.book");
    sample(&path);
    let known = USER_VERSION;
    stranger(&path).pragma_update(None, "user_version", known + 1).unwrap();
    let before = std::fs::read(&path).unwrap();
    assert_eq!(refused(&path), LogError::Newer { path: path.clone(), found: known + 1, known });
    assert_eq!(std::fs::read(&path).unwrap(), before);
    stranger(&path).pragma_update(None, "user_version", 0).unwrap();
    assert!(matches!(refusal(&path), LogError::Damaged { damage: Damage::Structure { .. }, .. }));
}

#[test]
fn a_truncated_book_is_refused_or_whole() {
    let folder = Folder::new();
    let path = folder.join("a.book");
    let all = sample(&path);
    let bytes = std::fs::read(&path).unwrap();
    let mut refused = 0;
    for length in (50..bytes.len()).step_by(509) {
        std::fs::write(&path, &bytes[..length]).unwrap();
        match Sqlite::open(&path) {
            // What was cut off was a page that nothing uses: every entry is there.
            Ok(mut log) => assert_eq!(log.read_from(0, 1000).unwrap(), all, "{length}"),
            Err(error) => {
                refused += 1;
                assert!(
                    matches!(error, LogError::Damaged { .. } | LogError::NotSqlite { .. }),
                    "{length}: {error:?}"
                );
            }
        }
        for ending in ["-wal", "-shm"] {
            let _ = std::fs::remove_file(folder.join(&format!("a.book{ending}")));
        }
    }
    assert!(refused > 20, "only {refused} cuts were refused");
}

#[test]
fn a_locked_book_is_busy_not_broken() {
    let folder = Folder::new();
    let path = folder.join("a.book");
    sample(&path);
    let holder = stranger(&path);
    holder.execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE").unwrap();
    let error = Sqlite::open_within(&path, Duration::from_millis(50)).err();
    assert_eq!(error, Some(LogError::Busy { path: path.clone() }));
    drop(holder);
    drop(Sqlite::open(&path).unwrap());
}

#[test]
fn a_book_held_for_writing_refuses_the_act_and_takes_it_later() {
    let folder = Folder::new();
    let path = folder.join("a.book");
    sample(&path);
    let mut log = Sqlite::open_within(&path, Duration::from_millis(50)).unwrap();
    let head = log.head().unwrap();
    let holder = stranger(&path);
    holder.execute_batch("BEGIN IMMEDIATE").unwrap();
    let act = act(&[("a", "{}")]);
    let busy = AppendError::Refused(LogError::Busy { path: path.clone() });
    assert_eq!(log.append(&head, &act), Err(busy));
    drop(holder);
    log.append(&head, &act).unwrap();
}

#[test]
fn creating_never_overwrites_and_leaves_nothing_behind() {
    let folder = Folder::new();
    let path = folder.join("a.book");
    std::fs::write(&path, "mine").unwrap();
    let exists = LogError::Exists { path: path.clone() };
    assert_eq!(Sqlite::create(&path, &founding()).err(), Some(exists));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");

    let nowhere = folder.join("no/such/a.book");
    let missing = LogError::NotFound { path: folder.join("no/such") };
    assert_eq!(Sqlite::create(&nowhere, &founding()).err(), Some(missing));
    assert!(Sqlite::create(&folder.join("b.book"), &act(&[])).is_err());
    assert_eq!(folder.names(), ["a.book"]);

    drop(Sqlite::create(&folder.join("c.book"), &founding()).unwrap());
    assert_eq!(folder.names(), ["a.book", "c.book"]);
}

#[test]
fn any_file_name_will_do() {
    let folder = Folder::new();
    for name in ["大会 2026.book", "a#b?c=d%20&e.book", "'; DROP.book"] {
        let path = folder.join(name);
        let all = sample(&path);
        assert_eq!(verify(&path).verdict, Verdict::Whole, "{name}");
        assert_eq!(entries(&mut Sqlite::open_read_only(&path).unwrap()), all);
    }
}

#[test]
fn a_book_says_what_it_is() {
    let folder = Folder::new();
    let path = folder.join("a.book");
    sample(&path);
    let conn = stranger(&path);
    let pragma = |name: &str| conn.pragma_query_value(None, name, |row| row.get::<_, i32>(0));
    assert_eq!(pragma("application_id"), Ok(APPLICATION_ID));
    assert_eq!(pragma("user_version"), Ok(USER_VERSION));
    let mode: String = conn.pragma_query_value(None, "journal_mode", |row| row.get(0)).unwrap();
    assert_eq!(mode, "wal");
}

/// Does something to an open book's file, and expects every later question to be refused.
#[cfg(unix)]
fn gone(act_on: impl FnOnce(&Path)) {
    let folder = Folder::new();
    let path = folder.join("a.book");
    let all = sample(&path);
    let mut log = Sqlite::open(&path).unwrap();
    let mut follower = Sqlite::open_read_only(&path).unwrap();
    let head = log.head().unwrap();
    act_on(&path);
    let moved = LogError::Moved { path: path.clone() };
    let act = act(&[("a", "{}")]);
    assert_eq!(log.append(&head, &act), Err(AppendError::Refused(moved.clone())));
    assert_eq!(follower.changed(), Err(moved.clone()));
    assert_eq!(log.settle(&act.id), Err(moved));
    let unsettled = LogError::Unsettled { act: act.id };
    assert_eq!(log.head(), Err(unsettled.clone()));
    assert_eq!(log.append(&head, &act), Err(AppendError::Refused(unsettled)));

    // The way out: what is in memory goes to a new book.
    let blobs = [vec![7; 700]];
    let mut rescued = Sqlite::evacuate(&folder.join("rescue.book"), &all, &blobs).unwrap();
    assert_eq!(entries(&mut rescued), all);
    rescued.append(&head, &act).unwrap();
}

#[test]
#[cfg(unix)]
fn a_file_renamed_deleted_or_replaced_while_open_takes_no_more_acts() {
    gone(|path| std::fs::rename(path, path.with_extension("old")).unwrap());
    gone(|path| std::fs::remove_file(path).unwrap());
    gone(|path| {
        // By another process, as a copy within this one would drop SQLite's locks.
        let other = path.with_extension("other");
        assert!(Command::new("cp").args([path, &other]).status().unwrap().success());
        std::fs::rename(other, path).unwrap();
    });
}

#[test]
#[cfg(unix)]
fn the_main_file_alone_is_complete_after_each_act() {
    let folder = Folder::new();
    let (path, copy) = (folder.join("a.book"), folder.join("copy.book"));
    sample(&path);
    let mut log = Sqlite::open(&path).unwrap();
    for size in [1, 10, 5_000, 100_000, 1] {
        let head = log.head().unwrap();
        let body = format!("\"{}\"", "x".repeat(size));
        let head = log.append(&head, &act(&[("a", &body)])).unwrap();
        assert!(Command::new("cp").args([&path, &copy]).status().unwrap().success());
        let report = verify(&copy);
        assert_eq!((report.head, report.verdict), (head, Verdict::Whole));
    }
    assert_eq!(log.trouble(), None);
}

#[test]
fn a_backup_is_a_whole_book_and_overwrites_nothing() {
    let folder = Folder::new();
    let (path, copy) = (folder.join("a.book"), folder.join("copy.book"));
    let all = sample(&path);
    let mut log = Sqlite::open(&path).unwrap();
    let head = log.head().unwrap();
    let report = log.backup_to(&copy).unwrap();
    assert_eq!(report, Report { head, blobs: 1, verdict: Verdict::Whole });
    assert_eq!(entries(&mut Sqlite::open(&copy).unwrap()), all);
    assert_eq!(log.backup_to(&copy), Err(LogError::Exists { path: copy.clone() }));
    log.append(&head, &act(&[("a", "{}")])).unwrap();
    log.checkpoint().unwrap();
    drop(log);
    assert_eq!(folder.names(), ["a.book", "copy.book"]);
}

#[test]
fn a_book_opened_for_reading_is_not_written() {
    let folder = Folder::new();
    let path = folder.join("a.book");
    sample(&path);
    let mut log = Sqlite::open_read_only(&path).unwrap();
    assert!(log.is_read_only());
    let head = log.head().unwrap();
    let read_only = LogError::ReadOnly { path: path.clone() };
    let act = act(&[("a", "{}")]);
    assert_eq!(log.append(&head, &act), Err(AppendError::Refused(read_only.clone())));
    assert_eq!(log.settle(&act.id), Err(read_only));
    assert_eq!(log.head(), Ok(head));
}
