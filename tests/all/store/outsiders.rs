//! What other programs see in a book, and what it keeps them from.

use super::*;

type Row = (u64, String, u32, String, String, String, String, bool);

fn rows(path: &Path) -> rusqlite::Result<Vec<Row>> {
    stranger(path)
        .prepare("SELECT seq, act, part, happened, entered, kind, body, struck FROM entries ORDER BY seq")?
        .query_map([], |row| {
            Ok((
                row.get::<_, u32>(0)?.into(),
                row.get(1)?,
                row.get(2)?,
                row.get(3)?,
                row.get(4)?,
                row.get(5)?,
                row.get(6)?,
                row.get(7)?,
            ))
        })?
        .collect()
}

#[test]
fn the_view_shows_all_entries_and_which_are_struck() {
    let folder = Folder::new();
    let path = folder.join("a.book");
    let all = sample(&path);
    let expected: Vec<Row> = all
        .into_iter()
        .map(|entry| {
            let struck = (6..=7).contains(&entry.seq);
            (
                entry.seq,
                entry.act.hex(),
                entry.part,
                entry.happened,
                entry.entered,
                entry.kind,
                entry.body,
                struck,
            )
        })
        .collect();
    assert_eq!(rows(&path).unwrap(), expected);
}

#[test]
fn a_strike_of_later_entries_strikes_none() {
    let folder = Folder::new();
    let path = folder.join("a.book");
    let mut log = Sqlite::create(&path, &founding()).unwrap();
    let head = log.head().unwrap();
    log.append(&head, &act(&[("struck", r#"{"from":2,"to":9}"#), ("a", "{}"), ("struck", "[]")]))
        .unwrap();
    drop(log);
    assert!(rows(&path).unwrap().iter().all(|row| !row.7));
}

#[test]
fn views_are_put_right_by_the_next_writer_only() {
    let folder = Folder::new();
    let path = folder.join("a.book");
    sample(&path);
    let whole = rows(&path).unwrap();
    stranger(&path)
        .execute_batch(
            "DROP VIEW entries; CREATE VIEW entries AS SELECT 1; CREATE VIEW mine AS SELECT 2;
             DROP TRIGGER log_is_not_updated",
        )
        .unwrap();
    drop(Sqlite::open_read_only(&path).unwrap());
    assert!(rows(&path).is_err());
    drop(Sqlite::open(&path).unwrap());
    assert_eq!(rows(&path).unwrap(), whole);
    let conn = stranger(&path);
    assert!(conn.execute_batch("UPDATE log SET kind = 'x'").is_err());
    let mine: i64 = conn.query_row("SELECT * FROM mine", [], |row| row.get(0)).unwrap();
    assert_eq!(mine, 2, "a view of someone else's is left alone");
}

#[test]
fn the_guards_keep_others_to_appending() {
    let folder = Folder::new();
    let path = folder.join("a.book");
    sample(&path);
    let conn = stranger(&path);
    for sql in [
        "UPDATE log SET body = '{}' WHERE seq = 2",
        "DELETE FROM log WHERE seq = 9",
        "INSERT OR REPLACE INTO log SELECT * FROM log WHERE seq = 3",
        "INSERT INTO log SELECT 11, x'00112233445566778899aabbccddeeff', part, happened, entered,
         kind, body, prev, hash FROM log WHERE seq = 3",
        "UPDATE blobs SET bytes = x''",
        "DELETE FROM blobs",
    ] {
        let error = conn.execute_batch(sql).unwrap_err().to_string();
        assert!(error.contains("only appended to"), "{sql}: {error}");
    }
}

#[test]
fn a_trigger_planted_in_the_file_does_not_run() {
    let folder = Folder::new();
    let path = folder.join("a.book");
    sample(&path);
    stranger(&path)
        .execute_batch(
            "CREATE TABLE caught (x);
             CREATE TRIGGER trap AFTER INSERT ON log BEGIN INSERT INTO caught VALUES (1); END",
        )
        .unwrap();
    let mut log = Sqlite::open(&path).unwrap();
    let head = log.head().unwrap();
    log.append(&head, &act(&[("a", "{}")])).unwrap();
    drop(log);
    let caught: i64 =
        stranger(&path).query_row("SELECT count(*) FROM caught", [], |row| row.get(0)).unwrap();
    assert_eq!(caught, 0);
}
