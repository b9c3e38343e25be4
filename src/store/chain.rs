//! The chain: each entry carries a digest over every one of its columns and over the entry
//! before it, so that nothing can be changed, taken out, moved or put in between unseen.
//!
//! What the chain alone cannot show is a tail cut off or a chain computed anew; for that a
//! head must be known from elsewhere (the wall, the signed minutes): see [`super::extends`].

use super::{CommandId, Digest, Draft, Flaw};
use sha2::{Digest as _, Sha256};

/// The last entry of a log: its number and its seal. Number 0 is the log without entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// Number of the last entry; entries count from 1 without gaps.
    pub seq: u64,
    /// That entry's seal; two copies that went apart are told apart by it.
    pub hash: Digest,
}

/// One entry as the log keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Number in the log, from 1.
    pub seq: u64,
    /// The command that wrote it.
    pub act: CommandId,
    /// Place within the act, from 0.
    pub part: u32,
    /// When it happened, as given.
    pub happened: String,
    /// When it was typed, as given.
    pub entered: String,
    /// What sort of fact.
    pub kind: String,
    /// The fact, exact JSON bytes.
    pub body: String,
    /// The seal of the entry before; for the first entry the hash of [`genesis`].
    pub prev: Digest,
    /// The seal: [`seal`] over all of the above.
    pub hash: Digest,
}

/// The head of a log without entries: number 0, SHA-256 of `"quorate-genesis-v1\0"`.
pub fn genesis() -> Head {
    Head { seq: 0, hash: Digest::of(b"quorate-genesis-v1\0") }
}

/// SHA-256 over `"quorate-entry-v1\0"`, prev (32 bytes), seq (8), act (16), part (4), and then
/// happened, entered, kind and body, each after its length in bytes (8). Numbers big-endian.
/// The entry's own `hash` is not read.
pub fn seal(entry: &Stored) -> Digest {
    let mut sha = Sha256::new();
    sha.update(b"quorate-entry-v1\0");
    sha.update(entry.prev.0);
    sha.update(entry.seq.to_be_bytes());
    sha.update(entry.act.0);
    sha.update(entry.part.to_be_bytes());
    for text in [&entry.happened, &entry.entered, &entry.kind, &entry.body] {
        sha.update((text.len() as u64).to_be_bytes());
        sha.update(text.as_bytes());
    }
    Digest(sha.finalize().into())
}

/// The head after `entry`, if the entry follows `head`; else what is wrong. The number of the
/// first bad entry is then `head.seq + 1`.
pub fn follow(head: &Head, entry: &Stored) -> Result<Head, Flaw> {
    if entry.seq != head.seq + 1 {
        return Err(Flaw::Missing);
    }
    if entry.prev != head.hash {
        return Err(Flaw::Unlinked);
    }
    if seal(entry) != entry.hash {
        return Err(Flaw::Altered);
    }
    Ok(Head { seq: entry.seq, hash: entry.hash })
}

/// The entry that `draft` becomes behind `head`.
pub(super) fn entry_behind(
    head: &Head,
    act: CommandId,
    part: u32,
    entered: &str,
    draft: &Draft,
) -> Stored {
    let mut entry = Stored {
        seq: head.seq + 1,
        act,
        part,
        happened: draft.happened.clone(),
        entered: entered.to_owned(),
        kind: draft.kind.clone(),
        body: draft.body.clone(),
        prev: head.hash,
        hash: head.hash,
    };
    entry.hash = seal(&entry);
    entry
}

/// All entries of an act, sealed behind `head`.
pub(super) fn entries_behind(head: &Head, act: &super::Act) -> Vec<Stored> {
    let mut head = *head;
    (0u32..)
        .zip(&act.drafts)
        .map(|(part, draft)| {
            let entry = entry_behind(&head, act.id, part, &act.entered, draft);
            head = Head { seq: entry.seq, hash: entry.hash };
            entry
        })
        .collect()
}

/// Whether the entries found under an act's id say what the act says.
pub(super) fn says_the_same(found: &[Stored], act: &super::Act) -> bool {
    found.len() == act.drafts.len()
        && found.iter().zip(&act.drafts).all(|(entry, draft)| {
            entry.entered == act.entered
                && entry.happened == draft.happened
                && entry.kind == draft.kind
                && entry.body == draft.body
        })
}
