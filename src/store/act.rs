//! What one command asks to have written, and the conditions every store puts on it.

use super::digest::{BadHex, hex, unhex};
use super::{Card, Digest, LogError};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

/// The largest attachment a book takes, in bytes (10 MiB): a scanned page or a photograph
/// fits, a film does not, and a book stays small enough to be copied to a stick.
pub const MAX_BLOB_BYTES: usize = 10 * 1024 * 1024;

/// The JSON member by which a body names an attachment, at any depth: `"blob":"…64 hex…"`.
/// Every blob of an act must be named so by a draft of the act, and whatever is named so must
/// exist; the chain over the bodies thereby covers the attachments as well.
pub const BLOB_KEY: &str = "blob";

/// Names one command, made by the caller *before* the first try, so that a retry after a
/// crash or an unclear answer can never be written twice. Hex in texts and in JSON.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct CommandId(pub [u8; 16]);

/// One fact to be written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// What sort of fact, by its name in the log.
    pub kind: String,
    /// When it happened in the room, as RFC 3339 text with offset; the store does not read it.
    pub happened: String,
    /// The fact: JSON, stored and sealed as exactly these bytes.
    pub body: String,
}

/// Everything one command does: one transaction, all or none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// The command's id.
    pub id: CommandId,
    /// When it was typed, as RFC 3339 text with offset; part of the contents, so a retry
    /// must carry the time of the first try.
    pub entered: String,
    /// The facts, in order; at least one.
    pub drafts: Vec<Draft>,
    /// Attachments the drafts name under [`BLOB_KEY`].
    pub blobs: Vec<Vec<u8>>,
    /// Cards the drafts name by their digests; they are kept beside the log, not in it.
    pub cards: Vec<Card>,
}

impl CommandId {
    /// 32 lower-case hex digits.
    pub fn hex(&self) -> String {
        hex(&self.0)
    }
}

impl fmt::Display for CommandId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.hex())
    }
}

impl fmt::Debug for CommandId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CommandId({self})")
    }
}

impl FromStr for CommandId {
    type Err = BadHex;

    fn from_str(text: &str) -> Result<CommandId, BadHex> {
        unhex(text).map(CommandId)
    }
}

impl From<CommandId> for String {
    fn from(id: CommandId) -> String {
        id.hex()
    }
}

impl TryFrom<String> for CommandId {
    type Error = BadHex;

    fn try_from(text: String) -> Result<CommandId, BadHex> {
        text.parse()
    }
}

/// What [`check`] found out about an act on the way.
pub(super) struct Checked {
    /// The digest of each blob of the act, in the act's order.
    pub brought: Vec<Digest>,
    /// Attachments the bodies name that the act does not bring: they must be in the log.
    pub presumed: Vec<Digest>,
}

/// Judges what can be judged without the log: shape, sizes, and that blobs and names agree.
pub(super) fn check(act: &Act) -> Result<Checked, LogError> {
    if act.drafts.is_empty() {
        return Err(LogError::EmptyAct { act: act.id });
    }
    let malformed = |part: usize, field: &'static str| LogError::Malformed { part, field };
    if !is_plain(&act.entered) {
        return Err(malformed(0, "entered"));
    }
    let mut named = BTreeSet::new();
    for (part, draft) in act.drafts.iter().enumerate() {
        if !is_plain(&draft.kind) {
            return Err(malformed(part, "kind"));
        }
        if !is_plain(&draft.happened) {
            return Err(malformed(part, "happened"));
        }
        named.extend(blobs_named(&draft.body).ok_or_else(|| malformed(part, "body"))?);
    }
    let mut brought = Vec::with_capacity(act.blobs.len());
    for bytes in &act.blobs {
        if bytes.len() > MAX_BLOB_BYTES {
            return Err(LogError::BlobTooLarge { bytes: bytes.len(), limit: MAX_BLOB_BYTES });
        }
        let sha256 = Digest::of(bytes);
        if !named.remove(&sha256) && !brought.contains(&sha256) {
            return Err(LogError::UnnamedBlob { sha256 });
        }
        brought.push(sha256);
    }
    Ok(Checked { brought, presumed: named.into_iter().collect() })
}

/// The attachments a body names; `None` if the body is not JSON.
pub(super) fn blobs_named(body: &str) -> Option<Vec<Digest>> {
    fn walk(value: &Value, found: &mut Vec<Digest>) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| walk(item, found)),
            Value::Object(members) => {
                for (key, member) in members {
                    match member.as_str() {
                        Some(text) if key == BLOB_KEY => found.extend(text.parse::<Digest>()),
                        _ => walk(member, found),
                    }
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(&serde_json::from_str(body).ok()?, &mut found);
    Some(found)
}

/// A short text that prints on one line.
fn is_plain(text: &str) -> bool {
    !text.is_empty() && !text.chars().any(char::is_control)
}
