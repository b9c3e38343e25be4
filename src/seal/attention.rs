//! Proof that somebody held the paper in hand: two groups of the digest are hidden and copied from it.
//!
//! A proof of attention, no cryptography. Which groups are hidden follows from the digest and from who signs, so
//! that looking again shows the same gaps, and two signers of one paper are asked for different ones.

use super::manifest::{is_sha256, sha256};

/// How many groups a digest has, of four letters each.
pub const GROUPS: usize = 16;

/// A digest with two gaps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gaps {
    groups: Vec<String>,
    /// Places of the hidden groups, from 0, in order.
    pub hidden: [usize; 2],
}

/// A digest in groups of four letters, as it is printed and read out.
pub fn groups(digest: &str) -> Vec<String> {
    let letters: Vec<char> = digest.chars().collect();
    letters.chunks(4).map(|group| group.iter().collect()).collect()
}

impl Gaps {
    /// The gaps for a digest of 64 hex letters and for who signs; none where it is no such digest.
    pub fn new(digest: &str, signer: &str) -> Option<Self> {
        if !is_sha256(digest) {
            return None;
        }
        let chosen = sha256(format!("quorate-gaps-v1 {signer} {digest}").as_bytes());
        let byte = |at: usize| usize::from_str_radix(chosen.get(at..at + 2)?, 16).ok();
        let first = byte(0)? % GROUPS;
        // Any of the fifteen others: in the same half or not.
        let second = (first + 1 + byte(2)? % (GROUPS - 1)) % GROUPS;
        Some(Self { groups: groups(digest), hidden: [first.min(second), first.max(second)] })
    }

    /// The groups, those hidden left out.
    pub fn shown(&self) -> Vec<Option<&str>> {
        let places = self.groups.iter().enumerate();
        places.map(|(at, group)| (!self.hidden.contains(&at)).then_some(group.as_str())).collect()
    }

    /// Which of the two typed groups, 0 or 1, are not those of the digest. Case, blanks and the wide letters of
    /// a Chinese keyboard do not matter.
    pub fn wrong(&self, typed: [&str; 2]) -> Vec<usize> {
        let right = |n: usize| self.groups.get(self.hidden[n]).map(String::as_str);
        (0..2).filter(|&n| right(n) != Some(plain(typed[n]).as_str())).collect()
    }
}

/// Typed letters as they stand in a digest.
fn plain(typed: &str) -> String {
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        c => c,
    };
    typed.chars().filter(|c| !c.is_whitespace()).map(narrow).collect::<String>().to_lowercase()
}
