//! A folder looked through: every digest, every signature, and every file by name.

use super::names::{is_litter, is_part, signed_by};
use super::{ALLOWED, ATTACHMENTS, Fault, MANIFEST, VERIFY, disk, is_name};
use crate::seal::manifest::Attachment;
use crate::seal::{self, About, AllowedKey, Manifest, Role, sha256};
use chrono::{DateTime, FixedOffset};
use std::collections::BTreeMap;
use std::path::Path;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What the folder says it is of; believe it only as far as its signatures.
    pub about: Option<About>,
    /// The digest of the list: that of `MANIFEST` as it lies there.
    pub list: Option<String>,
    /// How many files of the list are as they were.
    pub unchanged: usize,
    /// Signatures that are good, over the list and over attachments.
    pub signed: Vec<Signed>,
    /// Roles that were to sign and of which no good signature is there.
    pub awaited: Vec<Role>,
    /// Who has not signed, where it was said who is to ([`Report::expect`]).
    pub unsigned: Vec<Unsigned>,
    /// Files a file manager left behind: nobody signed them, and nothing is wrong with the folder for them.
    pub litter: Vec<String>,
    /// Everything wrong, by file.
    pub faults: Vec<Fault>,
}

/// A good signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// Its file.
    pub file: String,
    /// The role it is for.
    pub role: Role,
    /// The office the key is bound to.
    pub office: String,
    /// The key.
    pub fingerprint: String,
    /// The attachment it stands for; none for the list of the folder.
    pub attachment: Option<String>,
}

/// Those of one role who have not all signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsigned {
    /// In what capacity.
    pub role: Role,
    /// Those of whom no signature is known to be, by name.
    pub who: Vec<String>,
    /// How many of them have not signed. It is fewer than are named where some of them signed with a key of the
    /// role: such a key names nobody.
    pub count: usize,
}

impl Report {
    /// Says who was to sign, by role and name, as the minutes have it: then each is missed, and not only each role.
    ///
    /// A signature counts for one person. Whose it is, is known where a book says so (`known`: role, fingerprint,
    /// name) or where the office of the key is the name the minutes have; any other counts for one of those left.
    pub fn expect(&mut self, people: &[(Role, String)], known: &[(Role, String, String)]) {
        self.unsigned.clear();
        if self.about.is_none() {
            return;
        }
        for role in Role::ALL {
            let mut who: Vec<String> =
                people.iter().filter(|(of, _)| *of == role).map(|(_, who)| who.clone()).collect();
            let mut others = Vec::new();
            let good = self.signed.iter().filter(|s| s.role == role && s.attachment.is_none());
            for signed in good {
                let of_book = known.iter().find(|k| k.0 == role && k.1 == signed.fingerprint);
                let office = of_book.map_or(&signed.office, |(.., who)| who);
                match who.iter().position(|name| name == office) {
                    Some(place) => drop(who.remove(place)),
                    // Of several tellers each signs; one whom the record does not name signs for none of them.
                    None if of_book.is_some() && role == Role::Teller => {}
                    // One key signs for one person, however many files it has.
                    None if !others.contains(&&signed.fingerprint) => {
                        others.push(&signed.fingerprint);
                    }
                    None => {}
                }
            }
            let count = who.len().saturating_sub(others.len());
            if count > 0 {
                self.unsigned.push(Unsigned { role, who, count });
            }
        }
    }

    /// Whether nothing is wrong. A signature that is still awaited is not wrong.
    pub fn is_whole(&self) -> bool {
        self.faults.is_empty()
    }
}

/// Looks through a folder. `keys` are those of the book. Without a book those of the folder itself are taken:
/// they prove no more than that the fingerprints in it, read from the paper or asked for, are the right ones.
///
/// A key is good if it was in force at the moment the papers speak of ([`About::as_of`]), as
/// `ssh-keygen -Y verify -Overify-time` has it.
pub fn check(dir: &Path, keys: Option<&[AllowedKey]>) -> Report {
    let mut report = Report {
        about: None,
        list: None,
        unchanged: 0,
        signed: Vec::new(),
        awaited: Vec::new(),
        unsigned: Vec::new(),
        litter: Vec::new(),
        faults: Vec::new(),
    };
    if let Err(fault) = look(dir, keys, &mut report) {
        report.faults.push(fault);
    }
    report
}

fn look(dir: &Path, keys: Option<&[AllowedKey]>, report: &mut Report) -> Result<(), Fault> {
    if !disk::is_there(dir) {
        return Err(Fault::NoFolder(dir.to_owned()));
    }
    let (mut there, strange) = disk::listed(dir)?;
    report.faults.extend(strange.into_iter().map(Fault::NotAFile));
    let list = disk::text(&dir.join(MANIFEST))?.ok_or(Fault::NoManifest)?;
    report.list = Some(sha256(list.as_bytes()));
    there.remove(MANIFEST);
    let manifest = match Manifest::read(&list) {
        Ok(manifest) => Some(manifest),
        Err(line) => {
            report.faults.push(Fault::Manifest { file: MANIFEST.to_owned(), line });
            None
        }
    };
    for (name, digest) in manifest.iter().flat_map(|manifest| &manifest.files) {
        there.remove(name);
        match digest_of(dir, name, digest)? {
            None => report.unchanged += 1,
            Some(fault) => report.faults.push(fault),
        }
    }
    let own = match keys {
        Some(_) => Vec::new(),
        None => own_keys(dir, &mut there, report)?,
    };
    // Without a readable list no moment is known; then nothing is said about the keys, only about the bytes.
    let as_of = manifest.as_ref().map(|manifest| manifest.about.as_of);
    let judge = Judge { keys: keys.unwrap_or(&own), as_of };
    signatures(dir, "", MANIFEST, &list, &judge, &mut there, report)?;
    attachments(dir, &list, &judge, &mut there, report)?;
    if let Some(manifest) = manifest {
        let signed =
            |role: &Role| report.signed.iter().any(|s| s.role == *role && s.attachment.is_none());
        report.awaited = manifest.about.signers.iter().copied().filter(|r| !signed(r)).collect();
        report.about = Some(manifest.about);
        report.litter = there.keys().filter(|name| is_litter(name)).cloned().collect();
        there.retain(|name, _| !is_litter(name));
        report.faults.extend(there.into_keys().map(Fault::NotListed));
    }
    Ok(())
}

/// What is wrong with a file of the list.
pub(super) fn digest_of(dir: &Path, name: &str, digest: &str) -> Result<Option<Fault>, Fault> {
    // A list comes from outside: it must not lead out of the folder.
    if !is_name(name) && ![ALLOWED, VERIFY].contains(&name) {
        return Ok(Some(Fault::Name(name.to_owned())));
    }
    same_digest(dir, name, digest)
}

fn same_digest(dir: &Path, name: &str, digest: &str) -> Result<Option<Fault>, Fault> {
    Ok(match disk::read(&dir.join(name))? {
        None => Some(Fault::Missing(name.to_owned())),
        Some(bytes) if sha256(&bytes) != digest => Some(Fault::Changed(name.to_owned())),
        Some(_) => None,
    })
}

/// The keys the folder brings along.
fn own_keys(
    dir: &Path,
    there: &mut BTreeMap<String, u64>,
    report: &mut Report,
) -> Result<Vec<AllowedKey>, Fault> {
    there.remove(ALLOWED);
    let Some(text) = disk::text(&dir.join(ALLOWED))? else { return Ok(Vec::new()) };
    Ok(seal::allowed::read(&text).unwrap_or_else(|line| {
        report.faults.push(Fault::Allowed(line));
        Vec::new()
    }))
}

/// Whose signatures are believed, and as of when.
pub(super) struct Judge<'a> {
    pub keys: &'a [AllowedKey],
    pub as_of: Option<DateTime<FixedOffset>>,
}

impl Judge<'_> {
    /// The office of whoever signed `list` in `role`.
    ///
    /// # Errors
    /// What is wrong with the signature or its key, with the name `file`.
    pub fn signed(
        &self,
        file: &str,
        role: Role,
        armour: &str,
        list: &str,
    ) -> Result<(String, String), Fault> {
        let bad = |why| Fault::Signature { file: file.to_owned(), why };
        let key = seal::signer(armour).map_err(bad)?;
        seal::verify(armour, list.as_bytes(), &key).map_err(bad)?;
        Ok((self.may_sign(file, role, &key)?, key.fingerprint()))
    }

    /// The office by which a key may sign in a role.
    ///
    /// # Errors
    /// [`Fault::UnknownKey`], [`Fault::OtherRole`], [`Fault::Early`], [`Fault::Over`].
    pub fn may_sign(&self, file: &str, role: Role, key: &seal::Public) -> Result<String, Fault> {
        let file = file.to_owned();
        let bound: Vec<&AllowedKey> = self.keys.iter().filter(|a| a.key.is(key)).collect();
        if bound.is_empty() {
            return Err(Fault::UnknownKey { file, fingerprint: key.fingerprint() });
        }
        let in_role: Vec<&&AllowedKey> = bound.iter().filter(|a| a.role == role).collect();
        let Some(last) = in_role.last() else {
            let mut offices: Vec<&str> = bound.iter().map(|a| a.office.as_str()).collect();
            offices.dedup();
            return Err(Fault::OtherRole { file, role, office: offices.join("、") });
        };
        let Some(at) = self.as_of else { return Ok(last.office.clone()) };
        if let Some(allowed) = in_role.iter().find(|a| a.is_in_force(at)) {
            return Ok(allowed.office.clone());
        }
        Err(match last.until.filter(|until| *until < at) {
            Some(until) => Fault::Over { file, until },
            None => Fault::Early { file, from: last.from },
        })
    }
}

/// Signatures over one list; `below` is the folder they and the list lie in, with its `/`.
fn signatures(
    dir: &Path,
    below: &str,
    list_name: &str,
    list: &str,
    judge: &Judge<'_>,
    there: &mut BTreeMap<String, u64>,
    report: &mut Report,
) -> Result<(), Fault> {
    let full = format!("{below}{list_name}");
    let found: Vec<(String, Role)> =
        there.keys().filter_map(|name| Some((name.clone(), signed_by(&full, name)?.0))).collect();
    for (file, role) in found {
        there.remove(&file);
        let armour = disk::text(&dir.join(&file))?.unwrap_or_default();
        match judge.signed(&file, role, &armour, list) {
            Ok((office, fingerprint)) => {
                let attachment = (full != MANIFEST).then(|| attached(&full).to_owned());
                report.signed.push(Signed { file, role, office, fingerprint, attachment });
            }
            Err(fault) => report.faults.push(fault),
        }
    }
    Ok(())
}

/// The attachment of a list `attachments/NAME.MANIFEST`.
fn attached(list: &str) -> &str {
    list.strip_suffix(MANIFEST).and_then(|name| name.strip_suffix('.')).unwrap_or(list)
}

/// Files that are not of the program's making: each has its own list beside it, bound to that of the folder.
fn attachments(
    dir: &Path,
    list: &str,
    judge: &Judge<'_>,
    there: &mut BTreeMap<String, u64>,
    report: &mut Report,
) -> Result<(), Fault> {
    let below = format!("{ATTACHMENTS}/");
    let ending = format!(".{MANIFEST}");
    let lists: Vec<String> = there
        .keys()
        .filter(|name| name.starts_with(&below) && name.ends_with(&ending))
        .cloned()
        .collect();
    for name in lists {
        let text = disk::text(&dir.join(&name))?.unwrap_or_default();
        there.remove(&name);
        let attachment = match Attachment::read(&text) {
            Ok(attachment) if attachment.to == sha256(list.as_bytes()) => attachment,
            // Line 2 says which folder it goes with.
            Ok(_) => {
                report.faults.push(Fault::Manifest { file: name.clone(), line: 2 });
                continue;
            }
            Err(line) => {
                report.faults.push(Fault::Manifest { file: name.clone(), line });
                continue;
            }
        };
        let file = format!("{below}{}", attachment.file.0);
        if attached(&name) != file || !is_part(&attachment.file.0) {
            report.faults.push(Fault::Manifest { file: name.clone(), line: 3 });
            continue;
        }
        there.remove(&file);
        report.faults.extend(same_digest(dir, &file, &attachment.file.1)?);
        let own = name.strip_prefix(&below).unwrap_or(&name);
        signatures(dir, &below, own, &text, judge, there, report)?;
    }
    Ok(())
}
