//! What every store promises, asked of each.

use super::*;
use quorate::store::{AppendError, BLOB_KEY, Digest, MAX_BLOB_BYTES, Memory, SETTLED};

/// Opens the same log any number of times.
type Opener<'a> = &'a dyn Fn() -> Box<dyn EventLog>;

/// Runs a test on each store; the log holds the founding entry.
fn each(test: impl Fn(Opener<'_>)) {
    let memory = Memory::new();
    memory.another().append(&genesis(), &founding()).unwrap();
    test(&|| Box::new(memory.another()));

    let folder = Folder::new();
    let path = folder.join("a.book");
    drop(Sqlite::create(&path, &founding()).unwrap());
    test(&|| Box::new(Sqlite::open(&path).unwrap()));
}

#[test]
fn entries_come_back_in_order_and_as_written() {
    each(|open| {
        let mut log = open();
        let bodies = ["{ \"space\" :  1.50 }", r#"{"名":"大会 😀","nul":"\u0000"}"#, "[]", "null"];
        for body in bodies {
            let head = log.head().unwrap();
            let after = log.append(&head, &act(&[("a", body), ("b", "{}")])).unwrap();
            assert_eq!(after.seq, head.seq + 2);
            assert_eq!(log.head().unwrap(), after);
        }
        let all = entries(&mut *log);
        assert!(is_chain(&all));
        assert_eq!(all.len(), 9);
        for (pair, body) in all[1..].chunks(2).zip(bodies) {
            assert_eq!((pair[0].part, pair[1].part), (0, 1));
            assert_eq!(pair[0].act, pair[1].act);
            assert_eq!(pair[0].body, body);
            assert_eq!(pair[0].happened, "2026-03-01T19:00:00+08:00");
            assert_eq!(pair[0].entered, "2026-03-01T19:00:05+08:00");
        }
        assert_eq!(all, entries(&mut *open()), "another handle reads the same");
        assert_eq!(log.read_from(3, 2).unwrap(), all[3..5]);
        assert_eq!(log.read_from(9, 2).unwrap(), []);
        assert!(matches!(log.read_from(10, 2), Err(LogError::Damaged { .. })));
        assert!(matches!(log.read_from(u64::MAX, 2), Err(LogError::Damaged { .. })));
    });
}

#[test]
fn an_act_is_written_whole_or_not_at_all() {
    let unknown = Digest::of(b"never given").hex();
    let naming = |blob: &str| format!(r#"{{"{BLOB_KEY}":"{blob}"}}"#);
    let big = vec![0; MAX_BLOB_BYTES + 1];
    each(|open| {
        let mut log = open();
        let before = log.head().unwrap();
        let mut refuse = |act: Act, expected: LogError| {
            assert_eq!(log.append(&before, &act), Err(AppendError::Refused(expected)));
            assert_eq!(log.head().unwrap(), before);
        };
        let malformed = |part, field| LogError::Malformed { part, field };
        refuse(act(&[("a", "{}"), ("b", "{")]), malformed(1, "body"));
        refuse(act(&[("a", "{}"), ("", "{}")]), malformed(1, "kind"));
        refuse(act(&[("a\nb", "{}")]), malformed(0, "kind"));
        let nothing = act(&[]);
        let id = nothing.id;
        refuse(nothing, LogError::EmptyAct { act: id });
        let sha256 = unknown.parse().unwrap();
        refuse(act(&[("a", "{}"), ("b", &naming(&unknown))]), LogError::UnknownBlob { sha256 });
        let unnamed = Act { blobs: vec![b"x".to_vec()], ..act(&[("a", "{}")]) };
        refuse(unnamed, LogError::UnnamedBlob { sha256: Digest::of(b"x") });
        let half = Act {
            blobs: vec![b"kept?".to_vec()],
            ..act(&[("a", &naming(&Digest::of(b"kept?").hex())), ("b", &naming(&unknown))])
        };
        refuse(half, LogError::UnknownBlob { sha256 });
        refuse(
            Act { blobs: vec![big.clone()], ..act(&[("a", "{}")]) },
            LogError::BlobTooLarge { bytes: MAX_BLOB_BYTES + 1, limit: MAX_BLOB_BYTES },
        );
        assert_eq!(log.blob(&Digest::of(b"kept?")).unwrap(), None);
        assert_eq!(entries(&mut *log).len(), 1);
    });
}

#[test]
fn an_attachment_comes_back_and_may_be_named_again() {
    each(|open| {
        let mut log = open();
        let head = log.head().unwrap();
        let bytes = vec![3; 100_000];
        let head = log.append(&head, &attaching(&bytes)).unwrap();
        let head = log.append(&head, &attaching(&bytes)).unwrap();
        let again = Act { blobs: vec![], ..attaching(&bytes) };
        log.append(&head, &again).unwrap();
        let sha256 = Digest::of(&bytes);
        assert_eq!(open().blob(&sha256).unwrap().as_deref(), Some(&*bytes));
        assert_eq!(log.blob(&Digest::of(b"other")).unwrap(), None);
    });
}

#[test]
fn an_attachment_of_just_the_limit_is_taken() {
    let mut log = Memory::new();
    let largest = attaching(&vec![3; MAX_BLOB_BYTES]);
    assert_eq!(log.append(&genesis(), &largest).unwrap().seq, 1);
}

#[test]
fn an_act_behind_an_old_head_is_a_conflict() {
    each(|open| {
        let (mut here, mut there) = (open(), open());
        let old = here.head().unwrap();
        let head = there.append(&old, &act(&[("first", "{}")])).unwrap();
        let late = act(&[("second", "{}")]);
        assert_eq!(here.append(&old, &late), Err(AppendError::Conflict { head }));
        let forged = Head { hash: Digest::of(b"?"), ..head };
        assert_eq!(here.append(&forged, &late), Err(AppendError::Conflict { head }));
        assert_eq!(here.head().unwrap(), head);
        assert_eq!(here.append(&head, &late).unwrap().seq, head.seq + 1);
    });
}

#[test]
fn an_act_given_twice_is_written_once() {
    each(|open| {
        let mut log = open();
        let start = log.head().unwrap();
        let twice = act(&[("a", "{}"), ("b", "{}")]);
        let head = log.append(&start, &twice).unwrap();
        let later = log.append(&head, &act(&[("c", "{}")])).unwrap();
        for expected in [start, head, later] {
            assert_eq!(log.append(&expected, &twice), Ok(head));
            assert_eq!(open().append(&expected, &twice), Ok(head));
        }
        assert_eq!(log.head().unwrap(), later);

        let reused = |act: CommandId| Err(AppendError::Refused(LogError::IdReused { act, seq: 2 }));
        let mut other = twice.clone();
        other.drafts[1].body = "[]".to_owned();
        assert_eq!(log.append(&later, &other), reused(twice.id));
        let mut other = twice.clone();
        other.drafts.pop();
        assert_eq!(log.append(&later, &other), reused(twice.id));
        let mut other = twice.clone();
        other.entered.push('Z');
        assert_eq!(log.append(&later, &other), reused(twice.id));
        assert_eq!(log.head().unwrap(), later);
    });
}

#[test]
fn a_follower_sees_each_act_once() {
    each(|open| {
        let (mut writer, mut follower) = (open(), open());
        assert!(!follower.changed().unwrap());
        let mut seen = follower.head().unwrap().seq;
        for _ in 0..3 {
            let head = writer.head().unwrap();
            writer.append(&head, &act(&[("a", "{}"), ("b", "{}")])).unwrap();
            assert!(follower.changed().unwrap());
            assert!(!follower.changed().unwrap());
            assert!(writer.changed().unwrap(), "its own writing counts too");
            assert!(!writer.changed().unwrap());
            let news = follower.read_from(seen, 100).unwrap();
            assert_eq!(news.len(), 2);
            seen = news[1].seq;
        }
        let refused = act(&[]);
        writer.append(&genesis(), &refused).unwrap_err();
        assert!(!follower.changed().unwrap());
    });
}

#[test]
fn settling_puts_a_new_entry_behind_what_is_found() {
    each(|open| {
        let mut log = open();
        let before = log.head().unwrap();
        assert_eq!(log.settle(&id()), Ok(None));
        assert_eq!(log.head().unwrap(), before);

        let doubtful = act(&[("a", "{}")]);
        let head = log.append(&before, &doubtful).unwrap();
        let settled = log.settle(&doubtful.id).unwrap().unwrap();
        assert_eq!(settled.seq, head.seq + 1);
        assert_eq!(log.head().unwrap(), settled);
        assert!(log.changed().unwrap());
        let all = entries(&mut *log);
        let last = all.last().unwrap();
        assert!(is_chain(&all));
        assert_eq!(last.kind, SETTLED);
        assert_eq!(last.body, format!(r#"{{"act":"{}"}}"#, doubtful.id));
        let again = log.settle(&doubtful.id).unwrap().unwrap();
        assert_eq!(again.seq, settled.seq + 1);
        log.append(&again, &act(&[("b", "{}")])).unwrap();
    });
}

#[test]
fn the_seal_is_what_the_documentation_says() {
    // Computed outside this program, with Python's hashlib.
    let mut log = Memory::new();
    let first = Act { id: CommandId([1; 16]), ..founding() };
    log.append(&genesis(), &first).unwrap();
    let entry = &entries(&mut log)[0];
    assert_eq!(genesis().hash.hex(), GENESIS);
    assert_eq!(entry.hash.hex(), SEAL);
    assert_eq!(entry.hash.hex().parse::<Digest>().unwrap(), entry.hash);
    assert_eq!(entry.hash.to_string(), SHORT);
}

const GENESIS: &str = "2d5823b8b11e962883bc3ff11953aad85fb4b943c17e75deb9a630a01752852a";
const SEAL: &str = "7ecc328baff87ec8cb2e782fa494f680e2e476ddb80663aca2c6d557ca4e4bb7";
const SHORT: &str = "P3GD-FC5P";
