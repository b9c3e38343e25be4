//! Where the core meets the disk: decide, append, apply, in that order and no other.
//!
//! Nothing is in [`Ledger::book`] that was not durable before; a refusal or a failing disk changes
//! nothing.

mod cards;

pub use cards::{CardFault, Cards};

use crate::record::event::{Entry, Fact};
use crate::record::{self, Book, Finding, Refusal, Request, Stamp};
use crate::store::{Act, AppendError, Card, CommandId, Draft, EventLog, Head, LogError, Stored};
use sha2::{Digest as _, Sha256};
use std::path::Path;

/// A log with its reading.
pub struct Ledger {
    log: Box<dyn EventLog>,
    /// Last entry and its seal.
    pub head: Head,
    /// All entries, in order.
    pub entries: Vec<Entry>,
    /// What they mean.
    pub book: Book,
}

/// What a command brings along besides its words.
#[derive(Debug, Clone, Default)]
pub struct Brought {
    /// The contents of papers it keeps.
    pub blobs: Vec<Vec<u8>>,
    /// The cards of people it keeps.
    pub cards: Vec<Card>,
}

/// What became of an accepted command.
#[derive(Debug, Clone)]
pub struct Accepted {
    /// The entries it made.
    pub entries: Vec<Entry>,
    /// What was remarkable.
    pub findings: Vec<Finding>,
}

/// What can go wrong between the core and the disk.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    /// The log could not be read or written; nothing of the command is recorded.
    #[error(transparent)]
    Log(#[from] LogError),
    /// It is not known whether the command was recorded.
    #[error("in doubt: {0}")]
    InDoubt(LogError),
    /// An entry this program cannot read.
    #[error("entry {seq} of kind {kind} cannot be read: {message}")]
    Unreadable {
        /// Its number.
        seq: u64,
        /// Its kind.
        kind: String,
        /// What the reader said.
        message: String,
    },
    /// The log has no charter as its first entry.
    #[error("the book has no charter")]
    NoCharter,
}

impl Ledger {
    /// Makes a book at `path` whose first entry is this charter; an existing file is refused.
    pub fn create(path: &Path, request: &Request) -> Result<Result<Self, Refusal>, LedgerError> {
        let decision = match record::decide(&Book::default(), request) {
            Ok(decision) => decision,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let id = command_id(&crate::store::genesis(), request);
        let act = act(id, request, &decision.facts, Brought::default());
        let log = crate::store::Sqlite::create(path, &act)?;
        Self::over(Box::new(log)).map(Ok)
    }

    /// Opens a book for writing; the whole chain is verified.
    pub fn open(path: &Path) -> Result<Self, LedgerError> {
        let mut ledger = Self::over(Box::new(crate::store::Sqlite::open(path)?))?;
        // What a crash kept from being removed; if it cannot be now, then at the next opening.
        let _ = ledger.remove_loose_cards();
        Ok(ledger)
    }

    /// Opens a book for looking only.
    pub fn open_read_only(path: &Path) -> Result<Self, LedgerError> {
        Self::over(Box::new(crate::store::Sqlite::open_read_only(path)?))
    }

    /// Reads a log from its beginning.
    pub fn over(mut log: Box<dyn EventLog>) -> Result<Self, LedgerError> {
        let head = log.head()?;
        let entries = read(log.as_mut(), 0)?;
        let book = record::replay(&entries);
        if !entries.is_empty() && book.charter.is_none() {
            return Err(LedgerError::NoCharter);
        }
        Ok(Self { log, head, entries, book })
    }

    /// Decides, appends, applies. The outer result is the disk's, the inner one the charter's.
    /// `blobs` are the contents of papers the command keeps.
    pub fn submit(
        &mut self,
        request: &Request,
        blobs: Vec<Vec<u8>>,
    ) -> Result<Result<Accepted, Refusal>, LedgerError> {
        let id = command_id(&self.head, request);
        self.submit_as(id, request, blobs)
    }

    /// As [`Self::submit`], under an id the caller made before the first try.
    pub fn submit_as(
        &mut self,
        id: CommandId,
        request: &Request,
        blobs: Vec<Vec<u8>>,
    ) -> Result<Result<Accepted, Refusal>, LedgerError> {
        self.submit_with(id, request, Brought { blobs, cards: Vec::new() })
    }

    /// As [`Self::submit_as`], with the cards the command keeps; their digests stand in the command.
    pub fn submit_with(
        &mut self,
        id: CommandId,
        request: &Request,
        brought: Brought,
    ) -> Result<Result<Accepted, Refusal>, LedgerError> {
        // The same command again, after an answer that was lost: it is answered by what it did.
        let name = id.to_string();
        let done: Vec<Entry> = self.entries.iter().filter(|e| e.act == name).cloned().collect();
        if !done.is_empty() {
            let findings = Vec::new();
            return Ok(Ok(Accepted { entries: done, findings }));
        }
        // Another program may have written since: then it is decided once more on what is there now.
        for last_try in [false, true] {
            let decision = match record::decide(&self.book, request) {
                Ok(decision) => decision,
                Err(refusal) => return Ok(Err(refusal)),
            };
            let act = act(id, request, &decision.facts, brought.clone());
            let from = self.entries.len();
            match self.log.append(&self.head, &act) {
                Ok(_) => {}
                Err(AppendError::Conflict { .. }) if !last_try => {
                    self.refresh()?;
                    continue;
                }
                Err(AppendError::Conflict { .. }) => {
                    let path = std::path::PathBuf::new();
                    return Err(LogError::Busy { path }.into());
                }
                Err(AppendError::Refused(error)) => return Err(error.into()),
                Err(AppendError::InDoubt(error)) => {
                    let settled = self.log.settle(&id);
                    match settled {
                        Ok(Some(_)) => {}
                        Ok(None) => return Err(error.into()),
                        Err(_) => return Err(LedgerError::InDoubt(error)),
                    }
                }
            }
            self.refresh()?;
            self.sweep_cards(from)?;
            let entries = self.entries.get(from..).unwrap_or_default().to_vec();
            return Ok(Ok(Accepted { entries, findings: decision.findings }));
        }
        Err(LedgerError::NoCharter)
    }

    /// Takes in what was written since; `true` if anything was.
    pub fn refresh(&mut self) -> Result<bool, LedgerError> {
        let after = self.head.seq;
        let new = read(self.log.as_mut(), after)?;
        for entry in &new {
            record::advance(&mut self.book, &self.entries, entry);
            self.entries.push(entry.clone());
        }
        self.head = self.log.head()?;
        Ok(!new.is_empty())
    }

    /// All entries as the log keeps them, with their seals.
    pub fn stored(&mut self) -> Result<Vec<Stored>, LedgerError> {
        let mut entries: Vec<Stored> = Vec::new();
        loop {
            let after = entries.last().map_or(0, |last| last.seq);
            let rows = self.log.read_from(after, 1000)?;
            if rows.is_empty() {
                return Ok(entries);
            }
            entries.extend(rows);
        }
    }

    /// Whether the log has moved, cheaply.
    pub fn changed(&mut self) -> Result<bool, LedgerError> {
        Ok(self.log.changed()?)
    }

    /// A moment on the clock of the meeting, or of the association where no meeting is named: the
    /// machine may be set to any zone, the paper says the hall's time.
    pub fn local(&self, meeting: Option<u32>, moment: Stamp) -> Stamp {
        let charter = self.book.charter.as_deref();
        let zone = meeting
            .and_then(|no| self.book.meeting(no))
            .map(|m| m.time_zone.as_str())
            .or(charter.map(|c| c.identity.time_zone.as_str()));
        match zone.and_then(|z| z.parse::<chrono::FixedOffset>().ok()) {
            Some(zone) => moment.with_timezone(&zone),
            None => moment,
        }
    }

    /// The content of a kept paper.
    pub fn paper(&mut self, sha256: &str) -> Result<Option<Vec<u8>>, LedgerError> {
        let Ok(digest) = sha256.parse() else {
            return Ok(None);
        };
        Ok(self.log.blob(&digest)?)
    }
}

fn read(log: &mut dyn EventLog, mut after: u64) -> Result<Vec<Entry>, LedgerError> {
    let mut entries = Vec::new();
    loop {
        let rows = log.read_from(after, 1000)?;
        let Some(last) = rows.last() else {
            return Ok(entries);
        };
        after = last.seq;
        for row in &rows {
            entries.push(entry(row)?);
        }
    }
}

/// A row of the log as an entry of the record.
pub fn entry(row: &Stored) -> Result<Entry, LedgerError> {
    let unreadable =
        |message: String| LedgerError::Unreadable { seq: row.seq, kind: row.kind.clone(), message };
    let mut body: serde_json::Value =
        serde_json::from_str(&row.body).map_err(|e| unreadable(e.to_string()))?;
    if let Some(fields) = body.as_object_mut() {
        fields.insert("kind".to_owned(), row.kind.clone().into());
    }
    let fact: Fact = serde_json::from_value(body).map_err(|e| unreadable(e.to_string()))?;
    let time = |text: &str| Stamp::parse_from_rfc3339(text).map_err(|e| unreadable(e.to_string()));
    Ok(Entry {
        seq: row.seq,
        act: row.act.to_string(),
        happened: time(&row.happened)?,
        entered: time(&row.entered)?,
        fact,
    })
}

fn act(id: CommandId, request: &Request, facts: &[Fact], brought: Brought) -> Act {
    let happened = request.when().to_rfc3339();
    let mut drafts = Vec::with_capacity(facts.len());
    for fact in facts {
        let mut body = serde_json::to_value(fact).unwrap_or_default();
        // The kind has a column of its own.
        let kind = body
            .as_object_mut()
            .and_then(|fields| fields.remove("kind"))
            .and_then(|kind| kind.as_str().map(str::to_owned))
            .unwrap_or_default();
        drafts.push(Draft { kind, happened: happened.clone(), body: body.to_string() });
    }
    let Brought { blobs, cards } = brought;
    Act { id, entered: request.entered.to_rfc3339(), drafts, blobs, cards }
}

/// A name for a command that the same command at the same place in the log has again.
pub fn command_id(head: &Head, request: &Request) -> CommandId {
    let mut hash = Sha256::new();
    hash.update(b"quorate-command-v1\0");
    hash.update(head.hash.0);
    hash.update(format!("{request:?}").as_bytes());
    let digest = hash.finalize();
    let mut id = [0; 16];
    for (to, from) in id.iter_mut().zip(digest.iter()) {
        *to = *from;
    }
    CommandId(id)
}
