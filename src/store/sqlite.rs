//! A book on disk: the event log in one SQLite file.

use super::backup::{self, checkpoint, checkpoint_all};
use super::{
    Act, AppendError, Card, CommandId, Digest, Draft, EventLog, Flaw, Head, LogError, Report,
};
use super::{SETTLED, Stored, act, cards, chain, open, rows, verify};
use rusqlite::Connection;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// An open book.
///
/// While one is open, no other code of this process may open the same file except through
/// this module: closing such a handle would drop SQLite's locks (POSIX, not per handle).
pub struct Sqlite {
    path: PathBuf,
    /// `None` only while an act is in doubt.
    conn: Option<Connection>,
    writes: bool,
    patience: Duration,
    /// The act whose fate is unknown.
    doubt: Option<CommandId>,
    /// The last head this process vouches for: verified, read, or acknowledged.
    known: Head,
    /// SQLite's counter of others' commits, and the head, as of the last [`EventLog::changed`].
    seen: (i64, Head),
    trouble: Option<LogError>,
}

/// How an act came to be in the log.
enum Written {
    Now(Head),
    Before(Head),
}

impl Sqlite {
    /// Makes a new book at `path`, which must not exist, with `first` as its first act; by
    /// convention its first entry carries the charter file, so that the log belongs to its
    /// charter. The file appears whole or not at all.
    pub fn create(path: &Path, first: &Act) -> Result<Sqlite, LogError> {
        let checked = act::check(first)?;
        if let Some(sha256) = checked.presumed.first() {
            return Err(LogError::UnknownBlob { sha256: *sha256 });
        }
        let entries = chain::entries_behind(&chain::genesis(), first);
        backup::make(path, &entries, &first.blobs)?;
        Sqlite::open(path)
    }

    /// Writes a meeting held in memory to a new book at `path`, entry for entry with its
    /// seals: the way out when the disk of the open book has failed.
    pub fn evacuate(
        path: &Path,
        entries: &[Stored],
        blobs: &[Vec<u8>],
    ) -> Result<Sqlite, LogError> {
        backup::make(path, entries, blobs)?;
        Sqlite::open(path)
    }

    /// Opens a book for writing, verifies all of it, and gives it this program's views.
    pub fn open(path: &Path) -> Result<Sqlite, LogError> {
        Sqlite::open_within(path, open::PATIENCE)
    }

    /// As [`Sqlite::open`], with another patience for locks held by other programs.
    pub fn open_within(path: &Path, patience: Duration) -> Result<Sqlite, LogError> {
        Sqlite::start(path, true, patience)
    }

    /// Opens a book for reading, for a process that only shows it, and verifies all of it.
    pub fn open_read_only(path: &Path) -> Result<Sqlite, LogError> {
        Sqlite::start(path, false, open::PATIENCE)
    }

    fn start(path: &Path, writes: bool, patience: Duration) -> Result<Sqlite, LogError> {
        // A later change of the working directory must not make it another file.
        let path = std::path::absolute(path).map_err(|error| LogError::io(path, &error))?;
        let (conn, known) = connect(&path, writes, patience)?;
        let version = data_version(&conn).map_err(|error| LogError::sqlite(&path, &error))?;
        Ok(Sqlite {
            path,
            conn: Some(conn),
            writes,
            patience,
            doubt: None,
            known,
            seen: (version, known),
            trouble: None,
        })
    }

    /// Where the book lies, as an absolute path.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether it was opened for reading only.
    pub fn is_read_only(&self) -> bool {
        !self.writes
    }

    /// What the disk last answered when a written act was to be copied from the write-ahead
    /// log into the main file, if it failed. Nothing is lost, but the disk should be
    /// distrusted: make a backup elsewhere.
    pub fn trouble(&self) -> Option<&LogError> {
        self.trouble.as_ref()
    }

    /// Copies everything into the main file and sees that it was done; to be called when a
    /// motion or a meeting is closed.
    pub fn checkpoint(&mut self) -> Result<(), LogError> {
        checkpoint_all(self.live()?, &self.path)
    }

    /// Copies the book, live, to `path`, which must not exist; synced and verified when it
    /// returns. The report is the copy's.
    pub fn backup_to(&mut self, path: &Path) -> Result<Report, LogError> {
        backup::copy(self.live()?, path, &self.known)
    }

    /// The connection, unless an act is in doubt.
    fn live(&self) -> Result<&Connection, LogError> {
        match (self.doubt, &self.conn) {
            (None, Some(conn)) => Ok(conn),
            (doubt, _) => Err(LogError::Unsettled { act: doubt.unwrap_or(CommandId([0; 16])) }),
        }
    }

    fn failed(&self, error: &rusqlite::Error) -> LogError {
        LogError::sqlite(&self.path, error)
    }

    /// The transaction of an act up to, but not including, its end.
    fn write(&self, conn: &Connection, expected: &Head, act: &Act) -> Result<Written, AppendError> {
        let failed = |error: rusqlite::Error| AppendError::Refused(self.failed(&error));
        let checked = act::check(act).map_err(AppendError::Refused)?;
        open::check_in_place(conn, &self.path).map_err(AppendError::Refused)?;
        conn.execute_batch("BEGIN IMMEDIATE").map_err(failed)?;
        let found = rows::of_act(conn, &act.id).map_err(failed)?;
        if let (Some(first), Some(last)) = (found.first(), found.last()) {
            if !chain::says_the_same(&found, act) {
                return Err(AppendError::Refused(LogError::IdReused {
                    act: act.id,
                    seq: first.seq,
                }));
            }
            return Ok(Written::Before(Head { seq: last.seq, hash: last.hash }));
        }
        let head = rows::head(conn).map_err(failed)?;
        if head != *expected {
            return Err(AppendError::Conflict { head });
        }
        for (sha256, bytes) in checked.brought.iter().zip(&act.blobs) {
            rows::insert_blob(conn, sha256, bytes).map_err(failed)?;
        }
        for card in &act.cards {
            cards::insert(conn, card).map_err(failed)?;
        }
        for sha256 in checked.presumed {
            if !rows::has_blob(conn, &sha256).map_err(failed)? {
                return Err(AppendError::Refused(LogError::UnknownBlob { sha256 }));
            }
        }
        let mut head = head;
        for entry in chain::entries_behind(&head, act) {
            rows::insert(conn, &entry).map_err(failed)?;
            head = Head { seq: entry.seq, hash: entry.hash };
        }
        Ok(Written::Now(head))
    }

    /// An act on a given connection; `Ok` means durable.
    fn commit(&self, conn: &Connection, expected: &Head, act: &Act) -> Result<Head, AppendError> {
        let written = self.write(conn, expected, act);
        if !matches!(written, Ok(Written::Now(_))) && !conn.is_autocommit() {
            // SQLite undoes by itself what it could not write; only if even the undoing
            // fails is the file's state unknown.
            conn.execute_batch("ROLLBACK")
                .map_err(|error| AppendError::InDoubt(self.failed(&error)))?;
        }
        match written? {
            Written::Before(head) => {
                // Read back, which proves nothing; that all of the write-ahead log was
                // synced into the main file does.
                checkpoint_all(conn, &self.path).map_err(AppendError::InDoubt)?;
                Ok(head)
            }
            Written::Now(head) => {
                conn.execute_batch("COMMIT")
                    .map_err(|error| AppendError::InDoubt(self.failed(&error)))?;
                // Moved since the question before: committed, but where?
                open::check_in_place(conn, &self.path).map_err(AppendError::InDoubt)?;
                Ok(head)
            }
        }
    }
}

impl EventLog for Sqlite {
    fn head(&mut self) -> Result<Head, LogError> {
        rows::head(self.live()?).map_err(|error| self.failed(&error))
    }

    fn append(&mut self, expected: &Head, act: &Act) -> Result<Head, AppendError> {
        if !self.writes {
            let path = self.path.clone();
            return Err(AppendError::Refused(LogError::ReadOnly { path }));
        }
        let conn = self.live().map_err(AppendError::Refused)?;
        let answer = self.commit(conn, expected, act);
        match &answer {
            Ok(head) => {
                // SQLite's own checkpoint keeps errors to itself; this one finds nothing
                // left to do unless that one failed.
                self.trouble = checkpoint(conn, "PASSIVE", &self.path).err();
                if head.seq > self.known.seq {
                    self.known = *head;
                }
            }
            Err(AppendError::InDoubt(_)) => self.doubt = Some(act.id),
            Err(AppendError::Conflict { .. } | AppendError::Refused(_)) => {}
        }
        answer
    }

    fn settle(&mut self, id: &CommandId) -> Result<Option<Head>, LogError> {
        if !self.writes {
            let path = self.path.clone();
            return Err(LogError::ReadOnly { path });
        }
        // Until the end of this function all is in doubt; the old connection must be gone,
        // with whatever of its transaction was left, before anything is read.
        let doubt = self.doubt;
        self.doubt = doubt.or(Some(*id));
        if let Some(conn) = &self.conn {
            open::check_in_place(conn, &self.path)?;
        }
        self.conn = None;
        let (conn, mut head) = connect(&self.path, true, self.patience)?;
        let known = rows::head_at(&conn, self.known.seq).map_err(|error| self.failed(&error))?;
        if known != Some(self.known) {
            let path = self.path.clone();
            return Err(LogError::Moved { path });
        }
        let found = rows::of_act(&conn, id).map_err(|error| self.failed(&error))?;
        if !found.is_empty() {
            head = match self.commit(&conn, &head, &settlement(id, &head)) {
                Ok(head) => head,
                Err(AppendError::Conflict { .. }) => {
                    // Someone else wrote in this moment; to be asked again.
                    let path = self.path.clone();
                    return Err(LogError::Busy { path });
                }
                Err(AppendError::Refused(error) | AppendError::InDoubt(error)) => {
                    return Err(error);
                }
            };
            checkpoint_all(&conn, &self.path)?;
        }
        self.known = head;
        self.conn = Some(conn);
        // Another act's doubt is not resolved by this one's.
        self.doubt = doubt.filter(|other| other != id);
        // The new connection counts others' commits anew.
        self.seen.0 = -1;
        Ok((!found.is_empty()).then_some(head))
    }

    fn read_from(&mut self, after: u64, max: usize) -> Result<Vec<Stored>, LogError> {
        let conn = self.live()?;
        let failed = |error: rusqlite::Error| self.failed(&error);
        let Some(mut head) = rows::head_at(conn, after).map_err(failed)? else {
            return Err(LogError::broken(&self.path, after, Flaw::Missing));
        };
        let found = rows::behind(conn, after, max).map_err(failed)?;
        for entry in &found {
            head = chain::follow(&head, entry)
                .map_err(|flaw| LogError::broken(&self.path, head.seq + 1, flaw))?;
        }
        if head.seq > self.known.seq {
            self.known = head;
        }
        Ok(found)
    }

    fn changed(&mut self) -> Result<bool, LogError> {
        let conn = self.live()?;
        open::check_in_place(conn, &self.path)?;
        let version = data_version(conn).map_err(|error| self.failed(&error))?;
        // The counter tells of others' commits only; our own are in `known`.
        if version == self.seen.0 && self.known.seq <= self.seen.1.seq {
            return Ok(false);
        }
        let head = rows::head(conn).map_err(|error| self.failed(&error))?;
        let changed = head != self.seen.1;
        self.seen = (version, head);
        Ok(changed)
    }

    fn blob(&mut self, sha256: &Digest) -> Result<Option<Vec<u8>>, LogError> {
        let bytes = rows::blob(self.live()?, sha256).map_err(|error| self.failed(&error))?;
        match bytes {
            Some(bytes) if Digest::of(&bytes) != *sha256 => Err(LogError::Damaged {
                path: self.path.clone(),
                damage: super::Damage::BlobAltered { sha256: *sha256 },
            }),
            bytes => Ok(bytes),
        }
    }

    fn cards(&mut self) -> Result<Vec<(Digest, Card)>, LogError> {
        cards::all(self.live()?).map_err(|error| self.failed(&error))
    }

    fn keep_cards(&mut self, expected: &Head, keep: &BTreeSet<Digest>) -> Result<bool, LogError> {
        if !self.writes {
            let path = self.path.clone();
            return Err(LogError::ReadOnly { path });
        }
        let conn = self.live()?;
        let failed = |error: rusqlite::Error| self.failed(&error);
        open::check_in_place(conn, &self.path)?;
        conn.execute_batch("BEGIN IMMEDIATE").map_err(failed)?;
        let removed = match rows::head(conn) {
            Ok(head) if head == *expected => cards::remove_others(conn, keep).map(Some),
            Ok(_) => Ok(None),
            Err(error) => Err(error),
        };
        let ended = match &removed {
            Ok(Some(_)) => conn.execute_batch("COMMIT"),
            _ => conn.execute_batch("ROLLBACK"),
        };
        let removed = removed.and_then(|removed| ended.map(|()| removed)).map_err(failed)?;
        if removed.is_some_and(|n| n > 0) {
            // The write-ahead log still has the pages with what was removed.
            let (busy, ..) = checkpoint(conn, "TRUNCATE", &self.path)?;
            if busy {
                return Err(LogError::Busy { path: self.path.clone() });
            }
        }
        Ok(removed.is_some())
    }
}

/// Opens and verifies; the head is the one verified.
fn connect(path: &Path, writes: bool, patience: Duration) -> Result<(Connection, Head), LogError> {
    let conn =
        if writes { open::to_write(path, patience)? } else { open::to_read(path, patience)? };
    let mut head = chain::genesis();
    verify::check(&conn, path, &mut head, &mut 0)?;
    if writes {
        // What a crashed program left in the write-ahead log is about to be shown as
        // written; a follower that reads just now may keep this from ending, no more.
        checkpoint(&conn, "PASSIVE", path)?;
    }
    Ok((conn, head))
}

fn data_version(conn: &Connection) -> rusqlite::Result<i64> {
    conn.prepare_cached("PRAGMA data_version")?.query_row([], |row| row.get(0))
}

/// The entry that is made durable behind an act found after a failure.
pub(super) fn settlement(id: &CommandId, head: &Head) -> Act {
    let mut seed = b"quorate-settle-v1\0".to_vec();
    seed.extend(id.0);
    seed.extend(head.hash.0);
    let mut own = [0; 16];
    own.copy_from_slice(&Digest::of(&seed).0[..16]);
    let now = chrono::Local::now().to_rfc3339_opts(chrono::SecondsFormat::Secs, false);
    Act {
        id: CommandId(own),
        entered: now.clone(),
        drafts: vec![Draft {
            kind: SETTLED.to_owned(),
            happened: now,
            body: format!("{{\"act\":\"{id}\"}}"),
        }],
        blobs: Vec::new(),
        cards: Vec::new(),
    }
}
