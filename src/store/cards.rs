//! Cards: what a book keeps outside the chain and can give up. A card is sealed with a salt of its own;
//! the log names its digest, from which nothing can be told once the card is gone.

use super::Digest;
use rusqlite::{Connection, OptionalExtension};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeSet;

/// The table; a book made before there were cards has none until one is kept or it is next written to.
pub(super) const TABLE: &str = "cards";

/// A card with its salt.
#[derive(Clone, PartialEq, Eq)]
pub struct Card {
    /// Random bytes: two cards that say the same have different digests.
    pub salt: [u8; 32],
    /// What it says: JSON.
    pub body: String,
}

/// What is on a card is shown by no error and no log.
impl std::fmt::Debug for Card {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Card({})", self.digest())
    }
}

impl Card {
    /// A card with a new salt from the system's source of randomness, which fails only where the
    /// system has none.
    pub fn new(body: String) -> std::io::Result<Card> {
        let mut salt = [0; 32];
        getrandom::fill(&mut salt).map_err(std::io::Error::other)?;
        Ok(Card { salt, body })
    }

    /// SHA-256 over `"quorate-card-v1"` and a zero byte, the salt (32 bytes) and the body.
    pub fn digest(&self) -> Digest {
        let mut sha = Sha256::new();
        sha.update(b"quorate-card-v1\0");
        sha.update(self.salt);
        sha.update(self.body.as_bytes());
        Digest(sha.finalize().into())
    }
}

/// Every card of the file with the digest it is kept under; none where there is no table.
pub(super) fn all(conn: &Connection) -> rusqlite::Result<Vec<(Digest, Card)>> {
    if !there(conn)? {
        return Ok(Vec::new());
    }
    conn.prepare("SELECT digest, salt, body FROM cards ORDER BY digest")?
        .query_map([], |row| {
            Ok((Digest(row.get(0)?), Card { salt: row.get(1)?, body: row.get(2)? }))
        })?
        .collect()
}

pub(super) fn insert(conn: &Connection, card: &Card) -> rusqlite::Result<()> {
    conn.prepare_cached("INSERT OR IGNORE INTO cards (digest, salt, body) VALUES (?1, ?2, ?3)")?
        .execute((card.digest().0, card.salt, &card.body))
        .map(drop)
}

/// Removes every card that is not in `keep`; how many there were.
pub(super) fn remove_others(conn: &Connection, keep: &BTreeSet<Digest>) -> rusqlite::Result<usize> {
    let found: Vec<Digest> = conn
        .prepare("SELECT digest FROM cards")?
        .query_map([], |row| row.get(0).map(Digest))?
        .collect::<Result<_, _>>()?;
    let mut removed = 0;
    for digest in found.iter().filter(|digest| !keep.contains(digest)) {
        removed +=
            conn.prepare_cached("DELETE FROM cards WHERE digest = ?1")?.execute([digest.0])?;
    }
    Ok(removed)
}

fn there(conn: &Connection) -> rusqlite::Result<bool> {
    conn.query_row(
        "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1",
        [TABLE],
        |_| Ok(()),
    )
    .optional()
    .map(|found| found.is_some())
}
