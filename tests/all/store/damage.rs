//! Whatever is changed in a book is found, and the first bad entry named.

use super::*;
use quorate::store::{Damage, Digest, Extension, Flaw, Verdict, extends, seal, verify};
use rusqlite::params;

/// What is found after a stranger, who took the guards away, ran `edit` on the sample.
fn found_after(edit: impl FnOnce(&rusqlite::Connection)) -> Verdict {
    let folder = Folder::new();
    let path = folder.join("a.book");
    sample(&path);
    let conn = stranger(&path);
    for guard in guards(&conn) {
        conn.execute_batch(&format!("DROP TRIGGER {guard}")).unwrap();
    }
    edit(&conn);
    drop(conn);
    let report = verify(&path);
    match &report.verdict {
        Verdict::Broken(damage) => {
            let path = path.clone();
            let expected = LogError::Damaged { path, damage: damage.clone() };
            assert_eq!(refusal(&expected_path(&expected)), expected);
        }
        Verdict::Whole => drop(Sqlite::open(&path).unwrap()),
        Verdict::Unreadable(error) => assert_eq!(&refusal(&path), error),
    }
    report.verdict
}

fn expected_path(error: &LogError) -> PathBuf {
    match error {
        LogError::Damaged { path, .. } => path.clone(),
        other => panic!("{other}"),
    }
}

fn guards(conn: &rusqlite::Connection) -> Vec<String> {
    conn.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap()
}

fn after_sql(sql: &str) -> Verdict {
    found_after(|conn| conn.execute_batch(sql).unwrap())
}

fn broken(seq: u64, flaw: Flaw) -> Verdict {
    Verdict::Broken(Damage::Chain { seq, flaw })
}

#[test]
fn a_changed_column_is_found() {
    for column in [
        "happened = '2026-03-01T19:00:00+09:00'",
        "entered = 'x'",
        "kind = 'x'",
        "body = body || ' '",
        "act = x'00112233445566778899aabbccddeeff'",
        "part = 7",
        "hash = zeroblob(32)",
    ] {
        let verdict = after_sql(&format!("UPDATE log SET {column} WHERE seq = 3"));
        assert_eq!(verdict, broken(3, Flaw::Altered), "{column}");
    }
    let verdict = after_sql("UPDATE log SET prev = zeroblob(32) WHERE seq = 3");
    assert_eq!(verdict, broken(3, Flaw::Unlinked));
}

#[test]
fn a_removed_or_moved_entry_is_found() {
    let missing = |seq| broken(seq, Flaw::Missing);
    assert_eq!(after_sql("DELETE FROM log WHERE seq = 1"), missing(1));
    assert_eq!(after_sql("DELETE FROM log WHERE seq = 4"), missing(4));
    assert_eq!(after_sql("DELETE FROM log WHERE seq IN (4, 5)"), missing(4));
    assert_eq!(after_sql("DELETE FROM log"), missing(1));
    assert_eq!(after_sql("UPDATE log SET seq = 99 WHERE seq = 3"), missing(3));
    let shut = "DELETE FROM log WHERE seq = 4; UPDATE log SET seq = seq - 1 WHERE seq > 4";
    assert_eq!(after_sql(shut), broken(4, Flaw::Unlinked));
    let swapped = "UPDATE log SET seq = 99 WHERE seq = 2; UPDATE log SET seq = 2 WHERE seq = 3;
                   UPDATE log SET seq = 3 WHERE seq = 99";
    assert_eq!(after_sql(swapped), broken(2, Flaw::Unlinked));
}

#[test]
fn an_entry_put_in_between_is_found_even_with_a_good_seal() {
    let verdict = found_after(|conn| {
        let prev: [u8; 32] =
            conn.query_row("SELECT hash FROM log WHERE seq = 3", [], |row| row.get(0)).unwrap();
        conn.execute_batch(
            "UPDATE log SET seq = seq + 100 WHERE seq > 3; UPDATE log SET seq = seq - 99 WHERE seq > 3",
        )
        .unwrap();
        let mut forged = Stored {
            seq: 4,
            act: id(),
            part: 0,
            happened: "x".to_owned(),
            entered: "x".to_owned(),
            kind: "forged".to_owned(),
            body: "{}".to_owned(),
            prev: Digest(prev),
            hash: Digest(prev),
        };
        forged.hash = seal(&forged);
        conn.execute(
            "INSERT INTO log VALUES (4, ?1, 0, 'x', 'x', 'forged', '{}', ?2, ?3)",
            params![forged.act.0, forged.prev.0, forged.hash.0],
        )
        .unwrap();
    });
    assert_eq!(verdict, broken(5, Flaw::Unlinked));
}

#[test]
fn a_changed_or_removed_attachment_is_found() {
    let sha256 = Digest::of(&[7; 700]);
    assert_eq!(
        after_sql("UPDATE blobs SET bytes = zeroblob(700)"),
        Verdict::Broken(Damage::BlobAltered { sha256 })
    );
    assert_eq!(
        after_sql("DELETE FROM blobs"),
        Verdict::Broken(Damage::BlobMissing { seq: 4, sha256 })
    );
}

#[test]
fn a_table_made_anew_is_found() {
    let table = |name: &str| Verdict::Broken(Damage::Table { name: name.to_owned() });
    assert_eq!(after_sql("DROP TABLE blobs"), table("blobs"));
    assert_eq!(after_sql("ALTER TABLE log ADD COLUMN note TEXT"), table("log"));
    let loose = "PRAGMA legacy_alter_table=ON; CREATE TABLE l (seq, act, part, happened, entered, kind, body, prev, hash);
        INSERT INTO l SELECT * FROM log; DROP VIEW entries; DROP TABLE log; ALTER TABLE l RENAME TO log";
    assert_eq!(after_sql(loose), table("log"));
}

#[test]
fn a_tail_cut_off_shows_against_an_older_head() {
    let folder = Folder::new();
    let path = folder.join("a.book");
    let all = sample(&path);
    let [older, last] = [6, 8].map(|index| head_of(&all[index]));
    let mut log = Sqlite::open(&path).unwrap();
    for head in [genesis(), older, last] {
        assert_eq!(extends(&mut log, &head), Ok(Extension::Extends));
    }
    let forged = Head { hash: last.hash, ..older };
    assert_eq!(extends(&mut log, &forged), Ok(Extension::Apart { found: older }));
    drop(log);

    let conn = stranger(&path);
    for guard in guards(&conn) {
        conn.execute_batch(&format!("DROP TRIGGER {guard}")).unwrap();
    }
    conn.execute_batch("DELETE FROM log WHERE seq > 7").unwrap();
    drop(conn);
    assert_eq!(verify(&path).verdict, Verdict::Whole, "the chain alone cannot tell");
    let mut log = Sqlite::open(&path).unwrap();
    assert_eq!(extends(&mut log, &last), Ok(Extension::Cut { head: older }));
    assert_eq!(extends(&mut log, &older), Ok(Extension::Extends));

    // A copy that went on by itself is told apart by the seal.
    log.append(&older, &act(&[("other", "{}"), ("other", "{}")])).unwrap();
    let found = log.head().unwrap();
    assert_eq!(extends(&mut log, &last), Ok(Extension::Apart { found }));
}

#[test]
fn a_flipped_bit_is_found_or_changes_nothing() {
    let folder = Folder::new();
    let path = folder.join("a.book");
    let whole = sample(&path);
    let bytes = std::fs::read(&path).unwrap();
    let flipped = folder.join("b.book");
    let seed = 0x5eed_2026_u64;
    let mut random = seed;
    let mut next = |below: usize| {
        // Knuth's MMIX generator; the upper bits are the good ones.
        random =
            random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(random >> 33).unwrap() % below
    };
    let header = (0..100).flat_map(|byte| (0..8).map(move |bit| (byte, bit)));
    let anywhere: Vec<(usize, u32)> =
        (0..400).map(|_| (next(bytes.len()), u32::try_from(next(8)).unwrap())).collect();
    let (mut found, mut harmless) = (0, 0);
    for (byte, bit) in header.step_by(7).chain(anywhere) {
        let mut copy = bytes.clone();
        copy[byte] ^= 1 << bit;
        std::fs::write(&flipped, &copy).unwrap();
        let verdict = verify(&flipped).verdict;
        let at = format!("seed {seed:#x}, byte {byte} bit {bit}, {verdict:?}");
        let opened = Sqlite::open(&flipped);
        if let Ok(mut log) = opened {
            // Also where only a view was damaged, which opening has put right.
            assert_eq!(verdict, Verdict::Whole, "{at}");
            assert_eq!(verify(&flipped).verdict, Verdict::Whole, "{at}");
            harmless += 1;
            assert_eq!(entries(&mut log), whole, "{at}");
            let blob = log.blob(&Digest::of(&[7; 700])).unwrap();
            assert_eq!(blob.as_deref(), Some(&[7; 700][..]));
        } else {
            found += 1;
        }
        for suffix in ["-wal", "-shm", "-journal"] {
            let _ = std::fs::remove_file(folder.join(&format!("b.book{suffix}")));
        }
    }
    assert!(found > 100 && harmless > 100, "{found} found, {harmless} harmless");
}
