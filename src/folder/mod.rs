//! The folder of a meeting's papers: written whole, signed by hand of whoever may, and looked through.
//!
//! The folder is for people who do not have this program. It holds the papers, `MANIFEST` (their digests), the
//! signatures over it, `allowed_signers` and `VERIFY.txt`, which says how stock tools check all of it. Nothing
//! in a folder is ever written over.
//!
//! | file | what it is |
//! |---|---|
//! | `MANIFEST` | digests of every file, and what the folder is of ([`crate::seal::manifest`]) |
//! | `MANIFEST.presider.sig` | a signature; a second teller's is `MANIFEST.teller-2.sig` |
//! | `allowed_signers` | keys, offices, and from when until when |
//! | `attachments/NAME` | a file that is not of the program's making |
//! | `attachments/NAME.MANIFEST`, `….MANIFEST.presider.sig` | its digest, and who stands for it |

mod check;
mod disk;
mod names;
mod sign;
mod verify_txt;
pub mod words;
mod write;

pub use check::{Report, Signed, Unsigned, check};
pub use names::is_name;
pub use sign::{Offer, Ready, attach, keys, may_attach, offered, put, ready, sign, take_in};
pub use write::{digests, lay_out, list, write};

use crate::seal::{self, About, AllowedKey, Role};
use chrono::{DateTime, FixedOffset};
use std::io::ErrorKind;
use std::path::PathBuf;

/// The list of digests.
pub const MANIFEST: &str = "MANIFEST";
/// The name `ssh-keygen -Y sign` gives a signature over the list.
const BARE: &str = "MANIFEST.sig";
/// Who may sign, as OpenSSH reads it.
pub const ALLOWED: &str = "allowed_signers";
/// How all of it is checked without this program.
pub const VERIFY: &str = "VERIFY.txt";
/// Where files lie that are not of the program's making.
pub const ATTACHMENTS: &str = "attachments";

/// What a folder is made of.
#[derive(Debug, Clone)]
pub struct Contents {
    /// What it is of.
    pub about: About,
    /// The papers: names (see [`is_name`]) and bytes, in any order.
    pub papers: Vec<(String, Vec<u8>)>,
    /// The keys bound to offices in the book, withdrawn ones too; empty where all is signed in ink.
    pub keys: Vec<AllowedKey>,
}

/// What is wrong with a folder, or stands in the way of what was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// There is something of this name already; it is left alone.
    #[error("{0} exists")]
    Exists(PathBuf),
    /// The disk would not.
    #[error("{path}: {kind:?}")]
    Disk {
        /// Where.
        path: PathBuf,
        /// Why.
        kind: ErrorKind,
        /// The number the system gives it.
        code: String,
    },
    /// A name that cannot stand in a folder that goes to other machines, or that has a meaning there.
    #[error("name {0:?}")]
    Name(String),
    /// Two papers of the same name; case does not tell names apart on every disk.
    #[error("{0:?} twice")]
    Twice(String),
    /// No folder there at all.
    #[error("no folder {0}")]
    NoFolder(PathBuf),
    /// No file there at all.
    #[error("no file {0}")]
    NoFile(PathBuf),
    /// To be attached, and one of the papers as it is: signing the folder signs it.
    #[error("{0} is unchanged")]
    Unchanged(String),
    /// No `MANIFEST`: no folder of this program.
    #[error("no list of digests")]
    NoManifest,
    /// A list of digests that was changed; the file and the first line.
    #[error("{file}: line {line}")]
    Manifest {
        /// Which list.
        file: String,
        /// Number of the line.
        line: usize,
    },
    /// In the list and not in the folder.
    #[error("{0} is missing")]
    Missing(String),
    /// Not the bytes of the list.
    #[error("{0} was changed")]
    Changed(String),
    /// In the folder and not in the list.
    #[error("{0} is not listed")]
    NotListed(String),
    /// Neither a file nor a folder: a link, a device.
    #[error("{0} is no file")]
    NotAFile(String),
    /// The file of keys was changed; the first line.
    #[error("allowed_signers: line {0}")]
    Allowed(usize),
    /// A signature that is none over its list.
    #[error("{file}: {why}")]
    Signature {
        /// Which signature.
        file: String,
        /// Why.
        why: seal::Fault,
    },
    /// A key that is bound to no office.
    #[error("{file}: unknown key {fingerprint}")]
    UnknownKey {
        /// Which signature; the key file or the agent where none is made yet.
        file: String,
        /// The key.
        fingerprint: String,
    },
    /// A key that is bound, but not for this role.
    #[error("{file}: not a key for {}", role.id())]
    OtherRole {
        /// Which signature.
        file: String,
        /// The role it claims.
        role: Role,
        /// The offices it is bound to.
        office: String,
    },
    /// A key that was not in force yet at the moment the papers speak of.
    #[error("{file}: not yet")]
    Early {
        /// Which signature.
        file: String,
        /// From when it is in force.
        from: DateTime<FixedOffset>,
    },
    /// A key that was withdrawn, or whose term was over, at the moment the papers speak of.
    #[error("{file}: no longer")]
    Over {
        /// Which signature.
        file: String,
        /// Until when it was in force.
        until: DateTime<FixedOffset>,
    },
    /// This key has signed already, in this file.
    #[error("{0} is there")]
    SignedAlready(String),
    /// A signature of which it cannot be told for which role it is.
    #[error("{0}: which role?")]
    WhichRole(String),
    /// Nothing to take in where it was looked for.
    #[error("no signature in {0}")]
    NoSignature(PathBuf),
    /// The folder the signature comes from is not a copy of this one.
    #[error("{0} is another folder")]
    AnotherFolder(PathBuf),
}

impl Fault {
    fn disk(path: impl Into<PathBuf>, error: &std::io::Error) -> Self {
        let kind = error.kind();
        let code = error.raw_os_error().map(|code| code.to_string());
        Self::Disk { path: path.into(), kind, code: code.unwrap_or_else(|| format!("{kind:?}")) }
    }
}
