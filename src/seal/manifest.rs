//! The list of what is in a folder, a digest a line, and above it what the folder is of: the one thing signed.
//!
//! The format is that of `sha256sum`, which passes over lines that begin with `#`. There is one spelling: a list
//! that would be written otherwise than it stands is not read.

use super::Role;
use chrono::{DateTime, FixedOffset, SecondsFormat};
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

/// The first line of a list of a folder.
pub const FORMAT: &str = "# quorate-manifest/1";
/// The first line of a list of one attachment.
pub const ATTACHMENT: &str = "# quorate-attachment/1";

/// What a folder is of. A signature has no time in it and knows no meeting: both stand here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// The association's id in its charter.
    pub association: String,
    /// Its name.
    pub name: String,
    /// Which meeting, in words.
    pub meeting: String,
    /// Version of the minutes, from 1.
    pub version: u32,
    /// State of the minutes: `draft`, `approved`, `signed`, `published`.
    pub state: String,
    /// The moment the papers speak of, as the book has it. Keys are looked at as of this moment.
    pub as_of: DateTime<FixedOffset>,
    /// Last entry of the log the papers were made from.
    pub entry: u64,
    /// The seal of that entry, 64 hex letters: the digest on every page.
    pub head: String,
    /// Versions of the charter in force: version and digest of the file.
    pub charters: Vec<(String, String)>,
    /// Who is to sign; a signature of these that is not there is missed.
    pub signers: Vec<Role>,
}

/// The list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    /// What the folder is of.
    pub about: About,
    /// Name and digest of every file, by name.
    pub files: Vec<(String, String)>,
}

/// A file that goes with a folder and is not of the program's making.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Digest of the list it goes with.
    pub to: String,
    /// Its name and digest.
    pub file: (String, String),
}

/// The SHA-256 of bytes, 64 hex letters.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// Whether it is written as [`sha256`] writes it.
pub fn is_sha256(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

/// The 32 bytes of a digest; none where it is not written as [`sha256`] writes it.
pub(super) fn bytes_of(digest: &str) -> Option<Vec<u8>> {
    let byte = |at: usize| u8::from_str_radix(digest.get(at..at + 2)?, 16).ok();
    is_sha256(digest).then(|| (0..64).step_by(2).map_while(byte).collect())
}

impl Manifest {
    /// The list of these files: names and bytes.
    pub fn of<'a>(about: About, files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Self {
        let digest = |(name, bytes): (&str, &[u8])| (name.to_owned(), sha256(bytes));
        Self::with(about, files.into_iter().map(digest).collect())
    }

    /// The list of files with these digests.
    pub fn with(about: About, mut files: Vec<(String, String)>) -> Self {
        files.sort();
        Self { about: about.on_lines(), files }
    }

    /// The text of the list.
    pub fn text(&self) -> String {
        let About { association, name, meeting, version, state, .. } = &self.about;
        let About { as_of, entry, head, charters, signers, .. } = &self.about;
        let as_of = as_of.to_rfc3339_opts(SecondsFormat::Secs, false);
        let signers: Vec<&str> = signers.iter().map(|role| role.id()).collect();
        let mut text = format!(
            "{FORMAT}\n# association: {association}\n# name: {name}\n# meeting: {meeting}\n\
             # minutes: version {version}, {state}\n# as-of: {as_of}\n# head: {entry} {head}\n"
        );
        for (version, digest) in charters {
            let _ = writeln!(text, "# charter: {version} {digest}");
        }
        let _ = writeln!(text, "# to-be-signed-by: {}", signers.join(" "));
        self.files.iter().for_each(|file| line(&mut text, file));
        text
    }

    /// Reads a list.
    ///
    /// # Errors
    /// The number of the first line that is not as [`Manifest::text`] writes it.
    pub fn read(text: &str) -> Result<Self, usize> {
        let mut lines = Lines { left: text.lines(), at: 0 };
        let bad = |lines: &Lines<'_>| lines.at;
        lines.exactly(FORMAT)?;
        let association = lines.after("# association: ")?.to_owned();
        let name = lines.after("# name: ")?.to_owned();
        let meeting = lines.after("# meeting: ")?.to_owned();
        let minutes = lines.after("# minutes: version ")?;
        let (version, state) = minutes.split_once(", ").ok_or(bad(&lines))?;
        let version = version.parse().map_err(|_| bad(&lines))?;
        let as_of = DateTime::parse_from_rfc3339(lines.after("# as-of: ")?);
        let as_of = as_of.map_err(|_| bad(&lines))?;
        let (entry, head) = lines.after("# head: ")?.split_once(' ').ok_or(bad(&lines))?;
        let entry = entry.parse().map_err(|_| bad(&lines))?;
        let mut charters = Vec::new();
        while let Some(charter) = lines.perhaps("# charter: ") {
            let (version, digest) = charter.rsplit_once(' ').ok_or(bad(&lines))?;
            charters.push((version.to_owned(), digest.to_owned()));
        }
        let signers = lines.after("# to-be-signed-by:")?.split_whitespace().map(Role::named);
        let signers = signers.collect::<Option<Vec<_>>>().ok_or(bad(&lines))?;
        let mut files = Vec::new();
        while let Some(file) = lines.file()? {
            files.push(file);
        }
        let about = About {
            association,
            name,
            meeting,
            version,
            state: state.to_owned(),
            as_of,
            entry,
            head: head.to_owned(),
            charters,
            signers,
        };
        let read = Self { about, files };
        same(text, &read.text())?;
        Ok(read)
    }
}

impl About {
    /// The same with every text on one line, as a list of lines needs it.
    fn on_lines(mut self) -> Self {
        let texts = [&mut self.association, &mut self.name, &mut self.meeting, &mut self.state];
        for text in texts {
            *text = one_line(text);
        }
        for (version, _) in &mut self.charters {
            *version = one_line(version);
        }
        self
    }
}

impl Attachment {
    /// The text of its list.
    pub fn text(&self) -> String {
        let mut text = format!("{ATTACHMENT}\n# to: {}\n", self.to);
        line(&mut text, &self.file);
        text
    }

    /// Reads its list.
    ///
    /// # Errors
    /// The number of the first line that is not as [`Attachment::text`] writes it.
    pub fn read(text: &str) -> Result<Self, usize> {
        let mut lines = Lines { left: text.lines(), at: 0 };
        lines.exactly(ATTACHMENT)?;
        let to = lines.after("# to: ")?.to_owned();
        let file = lines.file()?.ok_or(3_usize)?;
        let read = Self { to, file };
        same(text, &read.text())?;
        Ok(read)
    }
}

/// Two blanks: `sha256sum` reads the file as bytes on every system that still knows this program.
fn line(text: &mut String, (name, digest): &(String, String)) {
    let _ = writeln!(text, "{digest}  {name}");
}

fn one_line(text: &str) -> String {
    let blank = |c: char| if c.is_control() { ' ' } else { c };
    text.chars().map(blank).collect::<String>().trim().to_owned()
}

/// The number of the first line that differs.
fn same(text: &str, again: &str) -> Result<(), usize> {
    if text == again {
        return Ok(());
    }
    let equal = text.split('\n').zip(again.split('\n')).take_while(|(a, b)| a == b).count();
    Err(equal + 1)
}

/// Lines being read, and which one it is.
struct Lines<'a> {
    left: std::str::Lines<'a>,
    at: usize,
}

impl<'a> Lines<'a> {
    fn exactly(&mut self, wanted: &str) -> Result<(), usize> {
        if self.after(wanted)?.is_empty() { Ok(()) } else { Err(self.at) }
    }

    fn after(&mut self, begin: &str) -> Result<&'a str, usize> {
        self.at += 1;
        self.left.next().and_then(|line| line.strip_prefix(begin)).ok_or(self.at)
    }

    fn perhaps(&mut self, begin: &str) -> Option<&'a str> {
        let rest = self.left.clone().next()?.strip_prefix(begin)?;
        self.left.next();
        self.at += 1;
        Some(rest)
    }

    /// The next line with a digest and a name; none at the end.
    fn file(&mut self) -> Result<Option<(String, String)>, usize> {
        self.at += 1;
        let Some(line) = self.left.next() else { return Ok(None) };
        let (digest, name) = line.split_once("  ").ok_or(self.at)?;
        if !is_sha256(digest) || name.is_empty() {
            return Err(self.at);
        }
        Ok(Some((name.to_owned(), digest.to_owned())))
    }
}
