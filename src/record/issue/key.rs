//! One line of an OpenSSH public key: its kind, its bytes and its fingerprint (RFC 4253 §6.6, RFC 4716 §4).

use sha2::{Digest, Sha256};

/// A public key as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey {
    /// Kind and key, without the comment: people write their names there.
    pub line: String,
    /// `SHA256:` and the digest of the key in base64 without padding, as `ssh-keygen -l` says it.
    pub fingerprint: String,
}

/// Why a text is no public key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyFault {
    /// It is a private key, and must not be in any book.
    Private,
    /// It is a public key of a kind that is not taken; its name in OpenSSH.
    OtherKind(&'static str),
    /// It is no line of a public key.
    NotAKey,
}

/// Kinds that are taken, with the number of fields behind the kind in the bytes of the key.
const KINDS: &[(&str, usize)] = &[("ssh-ed25519", 1), ("sk-ssh-ed25519@openssh.com", 2)];

/// Kinds that are known and not taken: nobody here could say whether a signature by them is good.
const OTHERS: &[&str] = &[
    "ssh-rsa",
    "ssh-dss",
    "ecdsa-sha2-nistp256",
    "ecdsa-sha2-nistp384",
    "ecdsa-sha2-nistp521",
    "sk-ecdsa-sha2-nistp256@openssh.com",
];

impl PublicKey {
    /// Reads the line as it stands in a `.pub` file.
    pub fn read(text: &str) -> Result<Self, KeyFault> {
        let text = text.trim();
        if text.contains("PRIVATE KEY") {
            return Err(KeyFault::Private);
        }
        if text.lines().count() != 1 {
            return Err(KeyFault::NotAKey);
        }
        let mut words = text.split_whitespace();
        let (Some(kind), Some(body)) = (words.next(), words.next()) else {
            return Err(KeyFault::NotAKey);
        };
        if let Some(other) = OTHERS.iter().find(|name| **name == kind) {
            return Err(KeyFault::OtherKind(other));
        }
        let known = KINDS.iter().find(|(name, _)| *name == kind).ok_or(KeyFault::NotAKey)?;
        let bytes = decode(body).ok_or(KeyFault::NotAKey)?;
        let fields = fields(&bytes).ok_or(KeyFault::NotAKey)?;
        let whole = fields.len() == known.1 + 1 && fields.iter().all(|f| !f.is_empty());
        let same = fields.first().is_some_and(|first| *first == kind.as_bytes());
        let sized = kind != "ssh-ed25519" || fields.get(1).is_some_and(|key| key.len() == 32);
        if !(whole && same && sized) {
            return Err(KeyFault::NotAKey);
        }
        let digest = encode(&Sha256::digest(&bytes));
        Ok(Self { line: format!("{kind} {body}"), fingerprint: format!("SHA256:{digest}") })
    }
}

/// Strings, each behind its length in four bytes (RFC 4251 §5); nothing where they do not fill the bytes.
fn fields(mut bytes: &[u8]) -> Option<Vec<&[u8]>> {
    let mut all = Vec::new();
    while !bytes.is_empty() {
        let (length, rest) = bytes.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let (field, rest) = rest.split_at_checked(length)?;
        all.push(field);
        bytes = rest;
    }
    Some(all)
}

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Base64 with padding (RFC 4648 §4); nothing where it is not.
fn decode(text: &str) -> Option<Vec<u8>> {
    let bare = text.trim_end_matches('=');
    if !text.len().is_multiple_of(4) || text.len() - bare.len() > 2 {
        return None;
    }
    let mut bytes = Vec::new();
    let (mut held, mut bits) = (0_u32, 0_u32);
    for letter in bare.bytes() {
        let place = LETTERS.iter().position(|l| *l == letter)?;
        held = (held << 6) | u32::try_from(place).ok()?;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from((held >> bits) & 0xff).ok()?);
            held &= (1 << bits) - 1;
        }
    }
    // Bits left over are nothing: otherwise one key could be written in two ways.
    (held == 0).then_some(bytes)
}

/// Base64 without padding.
fn encode(bytes: &[u8]) -> String {
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let mut held = 0_usize;
        for place in 0..3 {
            held = (held << 8) | usize::from(chunk.get(place).copied().unwrap_or(0));
        }
        for place in 0..=chunk.len() {
            let at = (held >> (18 - 6 * place)) & 63;
            text.extend(LETTERS.get(at).map(|l| char::from(*l)));
        }
    }
    text
}
