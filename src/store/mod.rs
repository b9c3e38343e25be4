//! The event log: a meeting is a list of facts, written once, each sealed to the one before.
//!
//! One command of the user is one [`Act`]; an act is written whole or not at all, and
//! `Ok` from [`EventLog::append`] means that it is on the disk. The store holds facts and
//! never judges them: it knows two kinds of entry by name, [`STRUCK`] (for the outsiders'
//! view) and [`SETTLED`] (which it writes itself), and reads no other meaning.
//!
//! Entry to the module: [`Sqlite`] is the book on disk, [`Memory`] the same contract without
//! a disk, [`verify`] the judgement of a file nobody has opened yet.

mod act;
mod backup;
mod cards;
mod chain;
mod digest;
pub mod draft_file;
mod error;
mod file;
mod lines;
mod memory;
mod open;
mod rows;
mod schema;
pub mod scratch;
mod sqlite;
mod verify;

pub use act::{Act, BLOB_KEY, CommandId, Draft, MAX_BLOB_BYTES};
pub use cards::Card;
pub use chain::{Head, Stored, follow, genesis, seal};
pub use digest::{BadHex, Digest};
pub use error::{AppendError, Damage, Flaw, LogError};
pub use lines::{LineFault, lines, read_lines};
pub use memory::{Fault, Memory};
pub use open::{APPLICATION_ID, PATIENCE, USER_VERSION};
pub use sqlite::Sqlite;
pub use verify::{Extension, Report, Verdict, extends, verify};

use std::collections::BTreeSet;

/// The kind of an entry that takes others back; its body is `{"from":a,"to":b}` and strikes
/// the earlier entries whose number lies between the two, ends included.
pub const STRUCK: &str = "struck";

/// The kind of the entry that [`EventLog::settle`] writes behind an act whose fate was in
/// doubt; its body is `{"act":"…hex…"}`. It carries no fact of the meeting.
pub const SETTLED: &str = "settled";

/// What a place that keeps a meeting promises: order, all or none, and `Ok` only when durable.
pub trait EventLog: Send {
    /// The last entry, or the [`genesis`] head (number 0) of a log without entries.
    fn head(&mut self) -> Result<Head, LogError>;

    /// Writes all drafts and blobs of one act behind `expected`, in one transaction.
    ///
    /// `Ok` carries the head after the act and means that it is durable. An act whose id is
    /// in the log already, with the same contents, is answered with the head it had then and
    /// nothing is written, whatever `expected` says; with other contents it is refused.
    fn append(&mut self, expected: &Head, act: &Act) -> Result<Head, AppendError>;

    /// Finds out what became of an act after [`AppendError::InDoubt`].
    ///
    /// `None`: the act is not in the log and will not appear; it may be tried again.
    /// `Some(head)`: the act is in the log, and a new entry of kind [`SETTLED`] was made
    /// durable behind it; `head` is that entry. What can be read after a failed sync is no
    /// proof that it is on the disk, hence the new write. An error leaves the doubt standing:
    /// ask again when the cause is removed.
    fn settle(&mut self, id: &CommandId) -> Result<Option<Head>, LogError>;

    /// At most `max` entries behind number `after`, in order, without gaps, their seals
    /// checked from entry `after` on.
    fn read_from(&mut self, after: u64, max: usize) -> Result<Vec<Stored>, LogError>;

    /// Whether the head has moved since this was last asked (or since opening), by anyone's
    /// doing. Cheap enough to be asked every 20 ms; also notices that the file was moved away.
    fn changed(&mut self) -> Result<bool, LogError>;

    /// The bytes of an attachment, checked against their digest; `None` if there is none.
    fn blob(&mut self, sha256: &Digest) -> Result<Option<Vec<u8>>, LogError>;

    /// Every card there is, with the digest it is kept under; whether that is its own is for the
    /// caller to see.
    fn cards(&mut self) -> Result<Vec<(Digest, Card)>, LogError>;

    /// Removes every card that is not in `keep`, so that no byte of it is left in the file. `false`:
    /// the log has moved on from `expected`, and nothing was done.
    fn keep_cards(&mut self, expected: &Head, keep: &BTreeSet<Digest>) -> Result<bool, LogError>;
}
