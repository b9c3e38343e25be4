//! The log as lines of JSON, one an entry: what an outsider needs to hash the chain again without SQLite.
//!
//! A line has every column the seal covers and the two seals, in this order and no other: `seq`, `act` (32 hex
//! letters), `part`, `happened`, `entered`, `kind`, `body` (the exact bytes, as a JSON string), `prev` and `hash`
//! (64 hex letters). UTF-8, a line feed behind every line, no blanks between.

use super::{CommandId, Digest, Flaw, Head, Stored, follow, genesis};
use serde::{Deserialize, Serialize};

/// A line, field for field.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    seq: u64,
    act: CommandId,
    part: u32,
    happened: String,
    entered: String,
    kind: String,
    body: String,
    prev: Digest,
    hash: Digest,
}

/// Why lines are not the log of a book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineFault {
    /// A line is not of this form.
    Unreadable {
        /// Its number, from 1.
        line: u64,
        /// What the reader said.
        message: String,
    },
    /// An entry is not as it was written.
    Broken {
        /// Its number.
        seq: u64,
        /// What is wrong with it.
        flaw: Flaw,
    },
}

/// The lines of these entries.
pub fn lines(entries: &[Stored]) -> String {
    let mut text = String::new();
    for entry in entries {
        let line = Line {
            seq: entry.seq,
            act: entry.act,
            part: entry.part,
            happened: entry.happened.clone(),
            entered: entry.entered.clone(),
            kind: entry.kind.clone(),
            body: entry.body.clone(),
            prev: entry.prev,
            hash: entry.hash,
        };
        // Texts, numbers and hex letters: nothing here can fail to be written.
        text.push_str(&serde_json::to_string(&line).unwrap_or_default());
        text.push('\n');
    }
    text
}

/// The entries on these lines, the whole chain checked from its beginning.
pub fn read_lines(text: &str) -> Result<Vec<Stored>, LineFault> {
    let mut entries = Vec::new();
    let mut head: Head = genesis();
    for (line, written) in (1_u64..).zip(text.lines()) {
        let unreadable =
            |e: serde_json::Error| LineFault::Unreadable { line, message: e.to_string() };
        let Line { seq, act, part, happened, entered, kind, body, prev, hash } =
            serde_json::from_str(written).map_err(unreadable)?;
        let entry = Stored { seq, act, part, happened, entered, kind, body, prev, hash };
        head =
            follow(&head, &entry).map_err(|flaw| LineFault::Broken { seq: head.seq + 1, flaw })?;
        entries.push(entry);
    }
    // No book was ever made without a first entry.
    if entries.is_empty() {
        return Err(LineFault::Broken { seq: 1, flaw: Flaw::Missing });
    }
    Ok(entries)
}
