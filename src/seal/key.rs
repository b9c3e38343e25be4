//! Keys: one made, one read from its file, the public half as a line and as a fingerprint.
//!
//! Ed25519 only (RFC 8709), in a file or in a token: what `ssh-keygen` makes when it is asked for nothing in
//! particular. A key is a file of OpenSSH, so it can be made, changed and used without this program.

use super::{Fault, HASH, NAMESPACE, Signer, random};
use ssh_key::private::{Ed25519Keypair, KeypairData};
use ssh_key::{
    Algorithm, Cipher, HashAlg, Kdf, LineEnding, PrivateKey, PublicKey, public::KeyData,
};
use std::fmt;

/// The fewest characters of a new passphrase. It guards a file that may lie about for years, and 16 rounds of
/// bcrypt make a guess cost a tenth of a second: eight characters hold off whoever finds the stick.
pub const SHORTEST: usize = 8;

/// Whether a new passphrase is long enough.
pub fn is_long_enough(passphrase: &str) -> bool {
    passphrase.chars().count() >= SHORTEST
}

/// Rounds of `bcrypt_pbkdf`, as many as `ssh-keygen` takes.
const ROUNDS: u32 = 16;

/// A private key that is open, as long as it is needed.
pub struct Key {
    key: PrivateKey,
    public: Public,
}

/// A key as it lies in its file, perhaps locked.
pub struct Stored {
    key: PrivateKey,
}

/// The public half of a key.
#[derive(Clone, PartialEq, Eq)]
pub struct Public(PublicKey);

impl Key {
    /// A new key. `comment` stands behind the public line and says whose it is: an office, never a secret.
    ///
    /// # Errors
    /// [`Fault::NoRandomness`].
    pub fn new(comment: &str) -> Result<Self, Fault> {
        let pair = Ed25519Keypair::from_seed(&random()?);
        // The comment is written on one line of a file that ends at the line.
        let comment: String =
            comment.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let key = PrivateKey::new(KeypairData::Ed25519(pair), comment.trim());
        key.map_err(|_| Fault::NotAKey).map(Self::of)
    }

    fn of(key: PrivateKey) -> Self {
        let public = Public(key.public_key().clone());
        Self { key, public }
    }

    /// The file of this key, locked with a passphrase (AES-256 in counter mode, `bcrypt_pbkdf`), as
    /// `ssh-keygen` writes it. The passphrase is used as it is typed, in UTF-8.
    ///
    /// # Errors
    /// [`Fault::ShortPassphrase`], [`Fault::NoRandomness`].
    pub fn file(&self, passphrase: &str) -> Result<String, Fault> {
        if !is_long_enough(passphrase) {
            return Err(Fault::ShortPassphrase);
        }
        let kdf = Kdf::Bcrypt { salt: random::<16>()?.to_vec(), rounds: ROUNDS };
        // A number that stands twice inside: that both are equal shows that the passphrase was right.
        let twice = u32::from_be_bytes(random()?);
        let locked = self.key.encrypt_with(Cipher::Aes256Ctr, kdf, twice, passphrase);
        let text = locked.and_then(|key| key.to_openssh(LineEnding::LF));
        text.map(|text| text.to_string()).map_err(|_| Fault::NotAKey)
    }
}

impl Signer for Key {
    fn public(&self) -> &Public {
        &self.public
    }

    fn sign(&mut self, bytes: &[u8]) -> Result<String, Fault> {
        let signature = self.key.sign(NAMESPACE, HASH, bytes);
        let text = signature.and_then(|signature| signature.to_pem(LineEnding::LF));
        text.map_err(|_| Fault::OtherKind(self.public.kind()))
    }
}

impl Stored {
    /// Reads the file of a private key.
    ///
    /// # Errors
    /// [`Fault::NotAKey`], [`Fault::InToken`], [`Fault::OtherKind`].
    pub fn read(file: &[u8]) -> Result<Self, Fault> {
        let key = PrivateKey::from_openssh(file).map_err(|_| Fault::NotAKey)?;
        let public = Public(key.public_key().clone());
        match key.algorithm() {
            Algorithm::Ed25519 => Ok(Self { key }),
            Algorithm::SkEd25519 | Algorithm::SkEcdsaSha2NistP256 => Err(Fault::InToken),
            _ => Err(Fault::OtherKind(public.kind())),
        }
    }

    /// Whether a passphrase is needed to open it.
    pub fn is_locked(&self) -> bool {
        self.key.is_encrypted()
    }

    /// Its public half, which lies in the file unlocked. A locked file does not show its comment.
    pub fn public(&self) -> Public {
        Public(self.key.public_key().clone())
    }

    /// Opens it; the passphrase is not looked at where none is needed.
    ///
    /// # Errors
    /// [`Fault::WrongPassphrase`].
    pub fn open(self, passphrase: &str) -> Result<Key, Fault> {
        if !self.is_locked() {
            return Ok(Key::of(self.key));
        }
        self.key.decrypt(passphrase).map(Key::of).map_err(|_| Fault::WrongPassphrase)
    }
}

impl Public {
    /// Reads a line as it stands in a `.pub` file: kind, key, perhaps a comment.
    ///
    /// # Errors
    /// [`Fault::NotALine`].
    pub fn read(line: &str) -> Result<Self, Fault> {
        PublicKey::from_openssh(line.trim()).map(Self).map_err(|_| Fault::NotALine)
    }

    /// A key as it goes over the wire.
    pub(super) fn from_wire(bytes: &[u8]) -> Result<Self, Fault> {
        PublicKey::from_bytes(bytes).map(Self).map_err(|_| Fault::NotALine)
    }

    /// The same key without its comment as kind and letters: `ssh-ed25519 AAAA…`.
    pub fn bare(&self) -> String {
        let bare = PublicKey::from(self.0.key_data().clone());
        bare.to_openssh().unwrap_or_default().trim_end().to_owned()
    }

    /// The line of the `.pub` file, with the comment.
    pub fn line(&self) -> String {
        format!("{} {}", self.bare(), self.0.comment()).trim_end().to_owned()
    }

    /// What is read out and compared by eye: `SHA256:` and 43 letters, as `ssh-keygen -l` prints it.
    pub fn fingerprint(&self) -> String {
        self.0.fingerprint(HashAlg::Sha256).to_string()
    }

    /// The name of its kind in OpenSSH, `ssh-ed25519`.
    pub fn kind(&self) -> String {
        self.0.algorithm().to_string()
    }

    /// Whether signatures by keys of this kind are verified here.
    pub fn is_believed(&self) -> bool {
        matches!(self.0.algorithm(), Algorithm::Ed25519 | Algorithm::SkEd25519)
    }

    /// Whether it is the same key, whatever the comments say.
    pub fn is(&self, other: &Self) -> bool {
        self.data() == other.data()
    }

    pub(super) fn data(&self) -> &KeyData {
        self.0.key_data()
    }

    pub(super) fn inside(&self) -> &PublicKey {
        &self.0
    }
}

impl From<KeyData> for Public {
    fn from(data: KeyData) -> Self {
        Self(PublicKey::from(data))
    }
}

impl fmt::Debug for Public {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.line())
    }
}
