//! Seals on a folder of papers: SSH keys, signatures over one list of digests, and that list.
//!
//! Bytes in, bytes or a [`Fault`] out: no disk, no clock, no words. Nothing here has a format of its own. A
//! signature is OpenSSH's (PROTOCOL.sshsig, `ssh-keygen -Y verify`), a list is `sha256sum`'s, so that whoever
//! doubts a paper needs nothing of this program. Only [`agent`] speaks to the machine, to the agent it is given.

pub mod agent;
pub mod allowed;
pub mod attention;
pub mod key;
pub mod manifest;

pub use allowed::{AllowedKey, Role};
pub use key::{Key, Public, Stored};
pub use manifest::{About, Manifest, sha256};

use signature::Verifier as _;
use ssh_key::{HashAlg, LineEnding, SshSig};

/// How the list is hashed before it is signed. A signature is over the hash and not over the list: with the hash the
/// book keeps, the book alone shows whether a signature is good.
const HASH: HashAlg = HashAlg::Sha256;

/// What a signature is made for (the namespace of PROTOCOL.sshsig): one made with the same key for anything
/// else, a commit or a login, is none for minutes.
pub const NAMESPACE: &str = "minutes@quorate";

/// Why something could not be read, signed or believed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// Not a private key in the form OpenSSH keeps it.
    #[error("no private key of OpenSSH")]
    NotAKey,
    /// Not a line with a public key.
    #[error("no public key line")]
    NotALine,
    /// The passphrase does not open the key.
    #[error("wrong passphrase")]
    WrongPassphrase,
    /// A passphrase shorter than [`key::SHORTEST`] characters, for a new key.
    #[error("passphrase too short")]
    ShortPassphrase,
    /// A key of a kind this program neither makes nor believes; its name in OpenSSH.
    #[error("a key of the kind {0}")]
    OtherKind(String),
    /// A key in a hardware token, which only `ssh-keygen` and the agent can ask.
    #[error("a key held by a token")]
    InToken,
    /// Not a signature in the form of PROTOCOL.sshsig.
    #[error("no signature of OpenSSH")]
    NotASignature,
    /// Made for something else than minutes; what for.
    #[error("a signature for {0}")]
    OtherPurpose(String),
    /// Made with another key than the one it should be made with.
    #[error("a signature by another key")]
    OtherKey,
    /// The signature is none over these bytes.
    #[error("does not fit the bytes")]
    Altered,
    /// No agent answers at its address.
    #[error("no agent")]
    NoAgent,
    /// The agent would not sign: it was locked, or asked somebody who said no.
    #[error("the agent refused")]
    AgentRefused,
    /// The agent said something that is not its protocol.
    #[error("the agent is not understood")]
    AgentGarbled,
    /// The machine has no source of randomness.
    #[error("no randomness")]
    NoRandomness,
}

/// What makes signatures.
pub trait Signer {
    /// The key it signs with.
    fn public(&self) -> &Public;
    /// The signature over `bytes`, as a text file of PROTOCOL.sshsig.
    ///
    /// # Errors
    /// [`Fault::InToken`], or what the agent answers.
    fn sign(&mut self, bytes: &[u8]) -> Result<String, Fault>;
}

/// Whether `armour` is a signature over `bytes` for [`NAMESPACE`] by the key `public`.
///
/// # Errors
/// [`Fault::NotASignature`], [`Fault::OtherPurpose`], [`Fault::OtherKey`], [`Fault::OtherKind`] or
/// [`Fault::Altered`], in this order.
pub fn verify(armour: &str, bytes: &[u8], public: &Public) -> Result<(), Fault> {
    let signature = made_by(armour, public)?;
    public.inside().verify(NAMESPACE, bytes, &signature).map_err(|_| Fault::Altered)
}

/// What is known of a signature where the bytes are not at hand, only their SHA-256.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proof {
    /// It is a signature over the bytes of this digest.
    Whole,
    /// It is in form and by this key; over which bytes only they can show, for it was made over another hash of them
    /// (SHA-512, as `ssh-keygen -Y sign` takes it unless told otherwise).
    BytesNeeded,
}

/// Whether `armour` is a signature for [`NAMESPACE`] by the key `public` over bytes whose SHA-256 is `digest`.
///
/// # Errors
/// As [`verify`].
pub fn verify_digest(armour: &str, digest: &str, public: &Public) -> Result<Proof, Fault> {
    let signature = made_by(armour, public)?;
    if signature.hash_alg() != HashAlg::Sha256 {
        return Ok(Proof::BytesNeeded);
    }
    let hash = manifest::bytes_of(digest).ok_or(Fault::Altered)?;
    // What is signed stands in PROTOCOL.sshsig: a mark, then strings, each behind its length.
    let mut signed = b"SSHSIG".to_vec();
    for part in [NAMESPACE.as_bytes(), b"", HashAlg::Sha256.as_str().as_bytes(), &hash] {
        agent::put(&mut signed, part);
    }
    let good = public.data().verify(&signed, signature.signature());
    good.map(|()| Proof::Whole).map_err(|_| Fault::Altered)
}

/// As [`verify_digest`], where the key is known by its fingerprint only: it stands in the signature itself.
///
/// # Errors
/// As [`verify`].
pub fn by_key(armour: &str, digest: &str, fingerprint: &str) -> Result<Proof, Fault> {
    let public = signer(armour)?;
    if public.fingerprint() != fingerprint {
        return Err(Fault::OtherKey);
    }
    verify_digest(armour, digest, &public)
}

/// A signature that says it is for minutes and by this key.
fn made_by(armour: &str, public: &Public) -> Result<SshSig, Fault> {
    let signature = read(armour)?;
    if signature.namespace() != NAMESPACE {
        return Err(Fault::OtherPurpose(signature.namespace().to_owned()));
    }
    if signature.public_key() != public.data() {
        return Err(Fault::OtherKey);
    }
    if !public.is_believed() {
        return Err(Fault::OtherKind(public.kind()));
    }
    Ok(signature)
}

/// The key a signature says it was made with; [`verify`] finds out whether that is so.
///
/// # Errors
/// [`Fault::NotASignature`].
pub fn signer(armour: &str) -> Result<Public, Fault> {
    Ok(Public::from(read(armour)?.public_key().clone()))
}

/// A signature in the one spelling it is kept in: lines of 70 letters, one line feed each.
///
/// # Errors
/// [`Fault::NotASignature`].
pub fn plain(armour: &str) -> Result<String, Fault> {
    read(armour)?.to_pem(LineEnding::LF).map_err(|_| Fault::NotASignature)
}

/// A signature in the one spelling OpenSSH gives it, with the line ends of any system: a byte that could be
/// another one without being seen does not belong into a file that stands for years.
fn read(armour: &str) -> Result<SshSig, Fault> {
    let armour = armour.replace("\r\n", "\n");
    let signature = SshSig::from_pem(&armour).map_err(|_| Fault::NotASignature)?;
    let again = signature.to_pem(LineEnding::LF).map_err(|_| Fault::NotASignature)?;
    let same = again.trim_end_matches('\n') == armour.trim_end_matches('\n');
    // The library takes versions before the first for the first.
    let first = signature.version() == SshSig::VERSION && signature.reserved().is_empty();
    if same && first { Ok(signature) } else { Err(Fault::NotASignature) }
}

/// Random bytes of the machine.
fn random<const N: usize>() -> Result<[u8; N], Fault> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| Fault::NoRandomness)?;
    Ok(bytes)
}
