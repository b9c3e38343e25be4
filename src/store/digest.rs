//! A SHA-256 digest, and its two spellings: hex for machines, eight letters for people.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::fmt;
use std::str::FromStr;

/// A SHA-256 digest. `Display` is the short form that people compare (`7Q3F-K2MD`, the first
/// 40 bits in base32 of RFC 4648, which has no 0, 1, 8 or 9 to be misread); `{:x}` and serde
/// use 64 lower-case hex digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Digest(pub [u8; 32]);

/// A text that should have been an even number of hex digits of a known length.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not {expected} hex digits: {text:?}")]
pub struct BadHex {
    /// What was given.
    pub text: String,
    /// How many digits there should have been.
    pub expected: usize,
}

impl Digest {
    /// The SHA-256 of `bytes`.
    pub fn of(bytes: &[u8]) -> Digest {
        Digest(Sha256::digest(bytes).into())
    }

    /// 64 lower-case hex digits.
    pub fn hex(&self) -> String {
        hex(&self.0)
    }

    /// Eight base32 letters in two groups, as in `7Q3F-K2MD`: 40 bits, to be compared by eye.
    pub fn short(&self) -> String {
        const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        let bits = self.0[..5].iter().fold(0u64, |bits, byte| bits << 8 | u64::from(*byte));
        let mut text = String::with_capacity(9);
        for place in 0..8 {
            if place == 4 {
                text.push('-');
            }
            let five = (bits >> (35 - 5 * place)) & 31;
            text.push(char::from(LETTERS[five as usize]));
        }
        text
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.short())
    }
}

impl fmt::LowerHex for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.hex())
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Digest({})", self.hex())
    }
}

impl FromStr for Digest {
    type Err = BadHex;

    fn from_str(text: &str) -> Result<Digest, BadHex> {
        unhex(text).map(Digest)
    }
}

impl From<Digest> for String {
    fn from(digest: Digest) -> String {
        digest.hex()
    }
}

impl TryFrom<String> for Digest {
    type Error = BadHex;

    fn try_from(text: String) -> Result<Digest, BadHex> {
        text.parse()
    }
}

/// Lower-case hex digits of `bytes`.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        for half in [byte >> 4, byte & 15] {
            text.push(char::from_digit(u32::from(half), 16).unwrap_or('0'));
        }
        text
    })
}

/// Exactly `2 * N` hex digits, in either case.
pub(super) fn unhex<const N: usize>(text: &str) -> Result<[u8; N], BadHex> {
    let bad = || BadHex { text: text.to_owned(), expected: 2 * N };
    let digits: Vec<u32> =
        text.chars().map(|c| c.to_digit(16)).collect::<Option<_>>().ok_or_else(bad)?;
    if digits.len() != 2 * N {
        return Err(bad());
    }
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = u8::try_from(pair[0] << 4 | pair[1]).map_err(|_| bad())?;
    }
    Ok(bytes)
}
