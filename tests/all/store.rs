//! The event log: one suite for all stores, and everything a file can suffer.

mod conformance;
mod damage;
mod draft_file;
mod failures;
mod files;
mod outsiders;
mod race;

use quorate::store::{Act, CommandId, Draft, EventLog, Head, LogError, Sqlite, Stored, genesis};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

/// A directory of one test, removed with it.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Folder {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        let name = format!(
            "quorate-store-{}-{}",
            std::process::id(),
            COUNT.fetch_add(1, Ordering::Relaxed)
        );
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).unwrap();
        Folder(path.canonicalize().unwrap())
    }

    pub fn join(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = std::fs::read_dir(&self.0)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// An id that no other act of this or another test process has.
pub fn id() -> CommandId {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let mut bytes = [0; 16];
    bytes[..8].copy_from_slice(&u64::from(std::process::id()).to_be_bytes());
    bytes[8..].copy_from_slice(&COUNT.fetch_add(1, Ordering::Relaxed).to_be_bytes());
    CommandId(bytes)
}

pub fn draft(kind: &str, body: &str) -> Draft {
    Draft {
        kind: kind.to_owned(),
        happened: "2026-03-01T19:00:00+08:00".to_owned(),
        body: body.to_owned(),
    }
}

/// A new act of these kinds and bodies.
pub fn act(drafts: &[(&str, &str)]) -> Act {
    Act {
        id: id(),
        entered: "2026-03-01T19:00:05+08:00".to_owned(),
        drafts: drafts.iter().map(|(kind, body)| draft(kind, body)).collect(),
        blobs: Vec::new(),
        cards: Vec::new(),
    }
}

/// The first act of every book here.
pub fn founding() -> Act {
    act(&[("founded", r#"{"charter":"第一条 本会名为…"}"#)])
}

/// An act that brings an attachment.
pub fn attaching(bytes: &[u8]) -> Act {
    let sha256 = quorate::store::Digest::of(bytes);
    Act {
        blobs: vec![bytes.to_vec()],
        ..act(&[("attached", &format!(r#"{{"as":[{{"blob":"{sha256:x}"}}]}}"#))])
    }
}

/// A book of nine entries in five acts, with an attachment; closed.
pub fn sample(path: &Path) -> Vec<Stored> {
    let mut log = Sqlite::create(path, &founding()).unwrap();
    for act in [
        act(&[("signed-in", r#"{"member":"代表01"}"#), ("signed-in", r#"{"member":"Li"}"#)]),
        attaching(&[7; 700]),
        act(&[("moved", r#"{"text":"To paint the hall 😀"}"#), ("opened", "{}"), ("closed", "{}")]),
        act(&[("struck", r#"{"from":6,"to":7}"#), ("noted", "{}")]),
    ] {
        let head = log.head().unwrap();
        log.append(&head, &act).unwrap();
    }
    entries(&mut log)
}

/// All entries of a log.
pub fn entries(log: &mut dyn EventLog) -> Vec<Stored> {
    log.read_from(0, usize::MAX).unwrap()
}

pub fn head_of(entry: &Stored) -> Head {
    Head { seq: entry.seq, hash: entry.hash }
}

/// The error of opening a file for writing.
pub fn refusal(path: &Path) -> LogError {
    match Sqlite::open(path) {
        Ok(_) => panic!("{} opened", path.display()),
        Err(error) => error,
    }
}

/// Whether the entries are a chain from the start.
pub fn is_chain(entries: &[Stored]) -> bool {
    let mut head = genesis();
    entries.iter().all(|entry| {
        let next = quorate::store::follow(&head, entry);
        head = head_of(entry);
        next.is_ok()
    })
}

/// A stranger's connection to a file, with SQLite's own settings.
pub fn stranger(path: &Path) -> rusqlite::Connection {
    rusqlite::Connection::open(path).unwrap()
}
