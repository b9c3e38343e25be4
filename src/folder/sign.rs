//! Signatures made in a folder, and those made elsewhere taken in.

use super::check::{Judge, digest_of};
use super::names::{is_part, signature, signed_by};
use super::{ALLOWED, ATTACHMENTS, BARE, Fault, MANIFEST, disk};
use crate::machine;
use crate::seal::attention::Gaps;
use crate::seal::manifest::Attachment;
use crate::seal::{self, AllowedKey, Manifest, Public, Role, Signer, sha256};
use std::path::{Path, PathBuf};

/// A folder that can be signed: every file of its list is as it was.
#[derive(Debug, Clone)]
pub struct Ready {
    dir: PathBuf,
    list: String,
    /// What the list says.
    pub manifest: Manifest,
    /// The keys that may sign it.
    pub keys: Vec<AllowedKey>,
}

/// A signature that is there to be taken in, as it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Its file: a name in the folder it was found in, or the path it was named by.
    pub file: String,
    /// The role it is for.
    pub role: Role,
    /// The signature.
    pub armour: String,
}

/// Reads a folder that is to be signed, and looks at every digest of its list.
///
/// # Errors
/// Every file that is missing or was changed: what is signed is the list, and a list that does not fit is not
/// put before anybody. Files beside the list are no fault here; nothing is said about them by signing.
pub fn ready(dir: &Path) -> Result<Ready, Vec<Fault>> {
    let one = |fault| vec![fault];
    let ready = open(dir).map_err(one)?;
    let mut faults = Vec::new();
    for (name, digest) in &ready.manifest.files {
        faults.extend(digest_of(dir, name, digest).map_err(one)?);
    }
    if faults.is_empty() { Ok(ready) } else { Err(faults) }
}

/// The keys a folder brings along.
///
/// # Errors
/// A list or a file of keys that is missing or was changed.
pub fn keys(dir: &Path) -> Result<Vec<AllowedKey>, Fault> {
    open(dir).map(|ready| ready.keys)
}

/// The list and the keys of a folder.
fn open(dir: &Path) -> Result<Ready, Fault> {
    if !disk::is_there(dir) {
        return Err(Fault::NoFolder(dir.to_owned()));
    }
    let list = disk::text(&dir.join(MANIFEST))?.ok_or(Fault::NoManifest)?;
    let manifest = Manifest::read(&list)
        .map_err(|line| Fault::Manifest { file: MANIFEST.to_owned(), line })?;
    let keys = disk::text(&dir.join(ALLOWED))?.unwrap_or_default();
    let keys = if keys.is_empty() {
        Vec::new()
    } else {
        seal::allowed::read(&keys).map_err(Fault::Allowed)?
    };
    Ok(Ready { dir: dir.to_owned(), list, manifest, keys })
}

impl Ready {
    /// Where it lies.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// The digest on the paper with two gaps, for whoever signs in this role; none where the list has no digest.
    pub fn gaps(&self, role: Role) -> Option<Gaps> {
        Gaps::new(&self.manifest.about.head, role.id())
    }

    /// Whether a key may sign in a role, and by which office.
    ///
    /// # Errors
    /// [`Fault::UnknownKey`], [`Fault::OtherRole`], [`Fault::Early`], [`Fault::Over`], about `file`.
    pub fn may_sign(&self, file: &str, role: Role, key: &Public) -> Result<String, Fault> {
        let judge = Judge { keys: &self.keys, as_of: Some(self.manifest.about.as_of) };
        judge.may_sign(file, role, key)
    }

    /// The key of a signature over the list of this folder; whose key it is stays to be asked.
    ///
    /// # Errors
    /// A signature that is none, or one over another list.
    pub fn signer(&self, armour: &str) -> Result<Public, seal::Fault> {
        let key = seal::signer(armour)?;
        seal::verify(armour, self.list.as_bytes(), &key)?;
        Ok(key)
    }

    /// SHA-256 of the list, which stands for the whole folder.
    pub fn digest(&self) -> String {
        sha256(self.list.as_bytes())
    }

    /// The digest of a file of the list.
    pub fn file(&self, name: &str) -> Option<&str> {
        let files = &self.manifest.files;
        files.iter().find(|(of, _)| of == name).map(|(_, digest)| digest.as_str())
    }

    /// The signatures over the list that lie in this folder.
    ///
    /// # Errors
    /// [`Fault::NoSignature`] where there is none, and what the disk says.
    pub fn own(&self) -> Result<Vec<Offer>, Vec<Fault>> {
        offered(self, &self.dir, None)
    }

    /// Whether a key may still sign the list in a role, and by which office: before anything is asked of whoever signs.
    ///
    /// # Errors
    /// As [`Self::may_sign`], and [`Fault::SignedAlready`].
    pub fn is_open_to(&self, file: &str, role: Role, key: &Public) -> Result<String, Fault> {
        let office = self.may_sign(file, role, key)?;
        free(&self.dir, MANIFEST, role, key).map(|_| office)
    }
}

/// The signatures that lie at `from`: a `.sig` file, or a copy of the folder. Whether they are good is not said by
/// this. `role` is for a file whose name does not say it.
///
/// # Errors
/// Another folder, no signature, a role that cannot be told, the disk.
pub fn offered(ready: &Ready, from: &Path, role: Option<Role>) -> Result<Vec<Offer>, Vec<Fault>> {
    let one = |fault| vec![fault];
    let mut offered: Vec<Offer> = Vec::new();
    if from.is_dir() {
        let other = disk::text(&from.join(MANIFEST)).map_err(one)?;
        if other.as_deref() != Some(ready.list.as_str()) {
            return Err(vec![Fault::AnotherFolder(from.to_owned())]);
        }
        for (file, _) in disk::listed(from).map_err(one)?.0 {
            let text = || disk::text(&from.join(&file)).map(Option::unwrap_or_default).map_err(one);
            if let Some((role, _)) = signed_by(MANIFEST, &file) {
                let armour = text()?;
                offered.push(Offer { file, role, armour });
            } else if file == BARE {
                // As `ssh-keygen -Y sign` names it: the role is said, or follows from the key.
                let armour = text()?;
                let role = role_asked(ready, &from.join(&file), &armour, role).map_err(one)?;
                offered.push(Offer { file, role, armour });
            }
        }
    } else {
        let armour = disk::text(from).map_err(one)?;
        let file = from.display().to_string();
        let armour = armour.ok_or_else(|| vec![Fault::NoFile(from.to_owned())])?;
        let role = role_asked(ready, from, &armour, role).map_err(one)?;
        offered.push(Offer { file, role, armour });
    }
    if offered.is_empty() {
        return Err(vec![Fault::NoSignature(from.to_owned())]);
    }
    Ok(offered)
}

/// Signs the list of a folder in a role; returns the name of the new file.
///
/// # Errors
/// A key that may not sign, one that has signed already, what the signer says, the disk.
pub fn sign(ready: &Ready, role: Role, signer: &mut dyn Signer) -> Result<String, Fault> {
    let file = free(&ready.dir, MANIFEST, role, signer.public())?;
    ready.may_sign(&file, role, signer.public())?;
    let armour = signer.sign(ready.list.as_bytes());
    let armour = armour.map_err(|why| Fault::Signature { file: file.clone(), why })?;
    keep(&ready.dir, &file, &armour)?;
    Ok(file)
}

/// Puts a file that is not of the program's making into the folder, with a list of its own, and signs that.
/// A file of the folder (one that was changed in a word processor) is moved: its place in the list stays empty
/// until the paper itself is put back. Any other is copied. Returns the name of the signature.
///
/// # Errors
/// A list of the folder that cannot be read, a name that cannot be, a key that may not sign, the disk.
pub fn attach(
    dir: &Path,
    file: &Path,
    role: Role,
    signer: &mut dyn Signer,
) -> Result<String, Fault> {
    let Attaching { ready, text, list, name, bytes, signature } =
        attaching(dir, file, role, signer.public())?;
    let place = dir.join(ATTACHMENTS).join(&name);
    let again = disk::text(&dir.join(&list))?.is_some_and(|there| there == text);
    if !again && (disk::is_there(&place) || disk::is_there(&dir.join(&list))) {
        return Err(Fault::Exists(place));
    }
    let armour = signer.sign(text.as_bytes());
    let armour = armour.map_err(|why| Fault::Signature { file: signature.clone(), why })?;
    if !again {
        disk::make(&dir.join(ATTACHMENTS))?;
        let ours =
            ready.manifest.files.iter().any(|(paper, _)| disk::is_same(file, &dir.join(paper)));
        if ours { disk::rename(file, &place) } else { disk::put(&place, &bytes) }?;
        disk::put(&dir.join(&list), text.as_bytes())?;
    }
    keep(dir, &signature, &armour)?;
    Ok(signature)
}

/// A file about to be attached: everything that can be refused was looked at, and nothing was moved.
struct Attaching {
    ready: Ready,
    text: String,
    list: String,
    name: String,
    bytes: Vec<u8>,
    signature: String,
}

/// Whether a file may be attached and signed with a key, before a passphrase is asked for.
///
/// # Errors
/// As [`attach`].
pub fn may_attach(dir: &Path, file: &Path, role: Role, key: &Public) -> Result<(), Fault> {
    attaching(dir, file, role, key).map(drop)
}

fn attaching(dir: &Path, file: &Path, role: Role, key: &Public) -> Result<Attaching, Fault> {
    let ready = open(dir)?;
    let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
    if !is_part(&name) || signed_list(&name) {
        return Err(Fault::Name(name));
    }
    let bytes = disk::read(file)?;
    let bytes = bytes.ok_or_else(|| Fault::NoFile(file.to_owned()))?;
    let digest = sha256(&bytes);
    if let Some((paper, _)) = ready.manifest.files.iter().find(|(_, of)| *of == digest) {
        return Err(Fault::Unchanged(paper.clone()));
    }
    let attachment = Attachment { to: sha256(ready.list.as_bytes()), file: (name.clone(), digest) };
    let text = attachment.text();
    let list = format!("{ATTACHMENTS}/{name}.{MANIFEST}");
    let signature = free(dir, &list, role, key)?;
    ready.may_sign(&signature, role, key)?;
    Ok(Attaching { ready, text, list, name, bytes, signature })
}

/// Whether a name would be taken for a list or a signature over one.
fn signed_list(name: &str) -> bool {
    name.ends_with(MANIFEST) || name.contains(&format!("{MANIFEST}."))
}

/// Takes signatures in that were made elsewhere: from a `.sig` file, as `ssh-keygen -Y sign` writes it, or from a
/// copy of the folder. `role` is for a file whose name does not say it. Returns the names of what was new.
///
/// # Errors
/// Everything wrong with any of them; then none is taken in.
pub fn take_in(dir: &Path, from: &Path, role: Option<Role>) -> Result<Vec<String>, Vec<Fault>> {
    let one = |fault| vec![fault];
    let ready = ready(dir)?;
    let offered = offered(&ready, from, role)?;
    let judge = Judge { keys: &ready.keys, as_of: Some(ready.manifest.about.as_of) };
    let source = from.display().to_string();
    let wrong = offered
        .iter()
        .filter_map(|one| judge.signed(&source, one.role, &one.armour, &ready.list).err());
    let wrong: Vec<Fault> = wrong.collect();
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let mut taken = Vec::new();
    for Offer { role, armour, .. } in &offered {
        let bad = |why| vec![Fault::Signature { file: source.clone(), why }];
        let key = seal::signer(armour).map_err(bad)?;
        match free(dir, MANIFEST, *role, &key) {
            Err(Fault::SignedAlready(_)) => {}
            Err(fault) => return Err(vec![fault]),
            Ok(file) => {
                keep(dir, &file, &seal::plain(armour).map_err(bad)?).map_err(one)?;
                taken.push(file);
            }
        }
    }
    Ok(taken)
}

/// Puts a signature over the list into the folder, one the book has taken in; returns the name of the new file.
///
/// # Errors
/// A folder that was changed, a signature that is none over its list, a key that may not sign or has signed.
pub fn put(dir: &Path, role: Role, armour: &str) -> Result<String, Vec<Fault>> {
    let one = |fault| vec![fault];
    let ready = ready(dir)?;
    let judge = Judge { keys: &ready.keys, as_of: Some(ready.manifest.about.as_of) };
    judge.signed(role.id(), role, armour, &ready.list).map_err(one)?;
    let bad = |why| vec![Fault::Signature { file: role.id().to_owned(), why }];
    let key = seal::signer(armour).map_err(bad)?;
    let file = free(dir, MANIFEST, role, &key).map_err(one)?;
    keep(dir, &file, &seal::plain(armour).map_err(bad)?).map_err(one)?;
    Ok(file)
}

/// The role of a signature: as it was said, or as it can be told. What is no signature, or by a key without any role, is
/// said before anything is asked.
fn role_asked(ready: &Ready, file: &Path, armour: &str, said: Option<Role>) -> Result<Role, Fault> {
    if let Some(role) = said.or_else(|| role_of(ready, file, armour)) {
        return Ok(role);
    }
    let name = file.display().to_string();
    let key = seal::signer(armour);
    let key = key.map_err(|why| Fault::Signature { file: name.clone(), why })?;
    if ready.keys.iter().all(|allowed| !allowed.key.is(&key)) {
        return Err(Fault::UnknownKey { file: name, fingerprint: key.fingerprint() });
    }
    Err(Fault::WhichRole(name))
}

/// The role of a `.sig` file: by its name, or by its key where that has one role only.
fn role_of(ready: &Ready, file: &Path, armour: &str) -> Option<Role> {
    let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    if let Some((role, _)) = signed_by(MANIFEST, name) {
        return Some(role);
    }
    let key = seal::signer(armour).ok()?;
    let mut roles: Vec<Role> =
        ready.keys.iter().filter(|allowed| allowed.key.is(&key)).map(|a| a.role).collect();
    roles.sort_unstable();
    roles.dedup();
    if let [role] = roles.as_slice() { Some(*role) } else { None }
}

/// The name a new signature gets; a role has more than one where several tellers sign.
fn free(dir: &Path, list: &str, role: Role, key: &Public) -> Result<String, Fault> {
    for number in 1.. {
        let file = signature(list, role, number);
        let Some(there) = disk::text(&dir.join(&file))? else { return Ok(file) };
        if seal::signer(&there).is_ok_and(|signer| signer.is(key)) {
            return Err(Fault::SignedAlready(file));
        }
    }
    Err(Fault::Exists(dir.join(signature(list, role, u32::MAX))))
}

/// Saved whole or not at all: a signature half written would be a fault of the folder.
fn keep(dir: &Path, file: &str, armour: &str) -> Result<(), Fault> {
    let path = dir.join(file);
    machine::save(&path, armour.as_bytes()).map_err(|error| Fault::disk(&path, &error))
}
