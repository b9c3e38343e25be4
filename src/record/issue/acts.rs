//! What is asked for and what happened in the life of minutes: the shapes of the log.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

// --- what is asked for --------------------------------------------------------------------------------------

/// A language minutes are worded in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tongue {
    /// Chinese.
    Zh,
    /// English.
    En,
}

/// The narrative of an item, or of the meeting as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Word {
    /// The item; the meeting as a whole where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<u32>,
    /// The language.
    pub lang: Tongue,
    /// The text; empty takes away what stood there.
    pub text: String,
}

/// What somebody says about the draft of the minutes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RemarkOnDraft {
    /// The member that says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<u32>,
    /// Who says it where no member does, by office.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// The item it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<u32>,
    /// The remark.
    pub text: String,
}

/// The answer to a remark on the draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerRemark {
    /// Number of the remark in the meeting.
    pub remark: u32,
    /// The answer.
    pub text: String,
    /// Whether the minutes follow the remark.
    pub taken: bool,
}

/// Puts exact bytes into the book as a version of the minutes; the bytes come with the request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IssueMinutes {
    /// SHA-256 of the bytes, hexadecimal.
    pub sha256: String,
    /// Size in bytes.
    pub size: u64,
    /// The last entry of the log they were compiled from.
    pub head_entry: u64,
    /// The seal of that entry, hexadecimal.
    pub head_sha256: String,
}

/// A version is approved: by a decision of a later meeting, or as the house does it otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ApproveMinutes {
    /// The version.
    pub version: u32,
    /// Number of the decision in the book.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<u32>,
    /// Who approved it where no meeting did, by office.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// The day; that of the meeting that decided, or of the entry, where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<NaiveDate>,
}

/// In what capacity minutes are signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The one who presided.
    Presider,
    /// The one who recorded.
    Recorder,
    /// One of those who counted the papers of an election.
    Teller,
}

impl Role {
    /// The word of the log and of file names.
    pub fn code(self) -> &'static str {
        match self {
            Self::Presider => "presider",
            Self::Recorder => "recorder",
            Self::Teller => "teller",
        }
    }
}

/// A version was signed on paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignMinutes {
    /// The version.
    pub version: u32,
    /// In what capacity.
    pub role: Role,
    /// Who, by office.
    pub who: String,
    /// The day.
    pub day: NaiveDate,
    /// The place.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// The kept scan of the signed paper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scan: Option<u32>,
}

/// A version was signed with a key: the signature is over the manifest of its documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignWithKey {
    /// The version.
    pub version: u32,
    /// In what capacity.
    pub role: Role,
    /// Who, by office; the one the record names for the role where empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub who: String,
    /// Fingerprint of the key.
    pub key: String,
    /// SHA-256 of the manifest, hexadecimal.
    pub manifest: String,
    /// The signature in its armour (SSHSIG).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub signature: String,
    /// The kept signature, where it is not given here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<u32>,
    /// The day; that of the entry where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<NaiveDate>,
}

/// A version was given out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublishMinutes {
    /// The version.
    pub version: u32,
    /// Where, or to whom.
    #[serde(rename = "where")]
    pub place: String,
    /// The day.
    pub day: NaiveDate,
    /// Whether it was the copy for the public, without private passages.
    #[serde(default)]
    pub public: bool,
}

/// Takes approved or signed minutes up again; the typed reason of the request says why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReopenMinutes {}

/// A slip that corrects a passage of signed minutes and leaves them as they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slip {
    /// The version.
    pub version: u32,
    /// The passage: an item, a line.
    pub passage: String,
    /// As it stands.
    pub was: String,
    /// As it should be.
    pub becomes: String,
    /// Why.
    pub why: String,
}

/// Binds a public key to an office, or to whoever signs in a role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BindKey {
    /// Office id of the charter.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub office: String,
    /// The role, where it goes with no office.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// One line of an OpenSSH public key.
    pub key: String,
    /// First day.
    pub from: NaiveDate,
}

/// A key signs no more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WithdrawKey {
    /// Its fingerprint.
    pub key: String,
    /// The first day it no longer holds.
    pub day: NaiveDate,
    /// Why.
    pub why: String,
}

/// Papers of a meeting were printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Printed {
    /// What kind of paper, in a word.
    pub paper: String,
    /// How many.
    pub copies: u32,
    /// The item they are for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<u32>,
}

// --- what happened ------------------------------------------------------------------------------------------

/// A remark on the draft, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remarked {
    /// Number in the meeting, from 1.
    pub remark: u32,
    /// What was said.
    pub of: RemarkOnDraft,
}

/// A version of the minutes, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// Number in the meeting, from 1.
    pub version: u32,
    /// SHA-256 of the bytes, hexadecimal: the name under which the store keeps them.
    #[serde(rename = "blob")]
    pub sha256: String,
    /// Size in bytes.
    pub size: u64,
    /// The last entry of the log they were compiled from.
    pub head_entry: u64,
    /// The seal of that entry, hexadecimal.
    pub head_sha256: String,
}

/// Minutes were taken up again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reopening {
    /// The version that no longer counts.
    pub version: u32,
    /// The day.
    pub day: NaiveDate,
    /// Why.
    pub reason: String,
}

/// A correction slip, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlipIssued {
    /// Number in the meeting, from 1.
    pub slip: u32,
    /// The day.
    pub day: NaiveDate,
    /// What it corrects.
    pub of: Slip,
}

/// A key was bound.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bound {
    /// Fingerprint: `SHA256:` and the digest of the key in base64 without padding, as OpenSSH says it.
    pub fingerprint: String,
    /// As it was asked for; of the line only the kind and the key, without the comment, which names people.
    pub of: BindKey,
}
