//! Who may sign: a key, the role it signs in, from when and until when; as data and as the file of OpenSSH.
//!
//! The file is `allowed_signers` of ssh-keygen(1). Its times have no zone, and OpenSSH reads them in that of the
//! machine. The time they are compared with (`-Overify-time`) is written the same way, from the same zone, so
//! that the answer is the same on every machine. (A `Z` for UTC would be refused before OpenSSH 9.1.)

use super::{Fault, NAMESPACE, Public};
use chrono::{DateTime, FixedOffset, NaiveDateTime};

/// In which role somebody signs the papers of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Who presided (主持人).
    Presider,
    /// Who kept the record (记录人).
    Recorder,
    /// Who watched and counted an election (监票人、计票人).
    Teller,
}

impl Role {
    /// All of them, in the order in which they sign.
    pub const ALL: [Self; 3] = [Self::Presider, Self::Recorder, Self::Teller];

    /// Its name in files and commands.
    pub fn id(self) -> &'static str {
        match self {
            Self::Presider => "presider",
            Self::Recorder => "recorder",
            Self::Teller => "teller",
        }
    }

    /// The role of that name.
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.id() == id)
    }

    /// Whom `allowed_signers` allows: `presider@association`.
    pub fn principal(self, association: &str) -> String {
        format!("{}@{}", self.id(), in_principal(association))
    }
}

/// A key and what it may be used for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AllowedKey {
    /// The role it signs in.
    pub role: Role,
    /// The office it is bound to, as it is shown.
    pub office: String,
    /// The key.
    pub key: Public,
    /// When it was bound; valid from this moment on.
    pub from: DateTime<FixedOffset>,
    /// When it was withdrawn or the term ended; valid up to and including this moment.
    pub until: Option<DateTime<FixedOffset>>,
}

impl AllowedKey {
    /// Whether it was in force at that moment; both ends are inside, as in OpenSSH.
    pub fn is_in_force(&self, at: DateTime<FixedOffset>) -> bool {
        self.from <= at && self.until.is_none_or(|until| at <= until)
    }
}

/// A moment as OpenSSH writes it, in a zone: `20261122174000`.
pub fn moment(at: DateTime<FixedOffset>, zone: FixedOffset) -> String {
    at.with_timezone(&zone).format("%Y%m%d%H%M%S").to_string()
}

/// The file `allowed_signers`: a comment with the office and a line for each key, in the order given.
pub fn write(association: &str, keys: &[AllowedKey], zone: FixedOffset) -> String {
    let mut text = format!("# quorate-allowed-signers/1 {zone}\n");
    for allowed in keys {
        let AllowedKey { role, office, key, from, until } = allowed;
        let office: String = office.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let until = until.map(|until| format!(",valid-before=\"{}\"", moment(until, zone)));
        text.push_str(&format!(
            "# {}\n{} namespaces=\"{NAMESPACE}\",valid-after=\"{}\"{} {}\n",
            office.trim(),
            role.principal(association),
            moment(*from, zone),
            until.unwrap_or_default(),
            key.bare(),
        ));
    }
    text
}

/// Reads such a file back, in the zone its first line names.
///
/// # Errors
/// The number of the first line that is not as [`write`] writes it.
pub fn read(text: &str) -> Result<Vec<AllowedKey>, usize> {
    let mut lines = text.lines().enumerate().map(|(place, line)| (place + 1, line));
    let zone = lines.next().and_then(|(_, line)| zone_of(line)).ok_or(1_usize)?;
    let (mut keys, mut office) = (Vec::new(), "");
    for (place, line) in lines {
        match line.strip_prefix("# ") {
            Some(comment) => office = comment,
            None => keys.push(one(line, office, zone).ok_or(place)?),
        }
    }
    Ok(keys)
}

fn zone_of(line: &str) -> Option<FixedOffset> {
    line.strip_prefix("# quorate-allowed-signers/1 ")?.parse().ok()
}

fn one(line: &str, office: &str, zone: FixedOffset) -> Option<AllowedKey> {
    let mut words = line.splitn(3, ' ');
    let role = Role::named(words.next()?.split('@').next()?)?;
    let (mut namespace, mut from, mut until) = (false, None, None);
    for option in words.next()?.split(',') {
        let (name, value) = option.split_once('=')?;
        let value = value.strip_prefix('"')?.strip_suffix('"')?;
        match name {
            "namespaces" => namespace = value == NAMESPACE,
            "valid-after" => from = Some(read_moment(value, zone)?),
            "valid-before" => until = Some(read_moment(value, zone)?),
            _ => return None,
        }
    }
    let key = Public::read(words.next()?).ok()?;
    let office = office.to_owned();
    namespace.then_some(AllowedKey { role, office, key, from: from?, until })
}

fn read_moment(text: &str, zone: FixedOffset) -> Option<DateTime<FixedOffset>> {
    let naive = NaiveDateTime::parse_from_str(text, "%Y%m%d%H%M%S").ok()?;
    naive.and_local_timezone(zone).single()
}

/// The keys of these lines, for those who keep them as text.
///
/// # Errors
/// [`Fault::NotALine`], and [`Fault::OtherKind`] for a key whose signatures are not verified here.
pub fn key(line: &str) -> Result<Public, Fault> {
    let key = Public::read(line)?;
    if key.is_believed() { Ok(key) } else { Err(Fault::OtherKind(key.kind())) }
}

/// An id as it may stand in a principal, where commas, blanks and wildcards have a meaning.
fn in_principal(id: &str) -> String {
    id.chars().map(|c| if c.is_alphanumeric() || "._-".contains(c) { c } else { '-' }).collect()
}
