//! A folder made: what is in it, and how it comes to be there whole or not at all.

use super::{ALLOWED, Contents, Fault, MANIFEST, VERIFY, disk, is_name, verify_txt};
use crate::seal::{self, About, AllowedKey, Manifest};
use std::collections::BTreeSet;
use std::path::Path;

/// Every file of a folder with its bytes, by name: a function of what is given and of nothing else.
///
/// # Errors
/// [`Fault::Name`] and [`Fault::Twice`].
pub fn lay_out(contents: &Contents) -> Result<Vec<(String, Vec<u8>)>, Fault> {
    let Contents { about, papers, keys } = contents;
    let mut files = papers.clone();
    if let Some((name, _)) = files.iter().find(|(name, _)| !is_name(name)) {
        return Err(Fault::Name(name.clone()));
    }
    files.extend(of_the_program(about, keys));
    files.sort();
    let mut seen = BTreeSet::new();
    if let Some((name, _)) = files.iter().find(|(name, _)| !seen.insert(name.to_lowercase())) {
        return Err(Fault::Twice(name.clone()));
    }
    let manifest = list(about, keys, &digests(papers));
    files.insert(0, (MANIFEST.to_owned(), manifest.into()));
    Ok(files)
}

/// What the program says of the papers: who may sign them, and how they are checked.
fn of_the_program(about: &About, keys: &[AllowedKey]) -> Vec<(String, Vec<u8>)> {
    let mut files = vec![(VERIFY.to_owned(), verify_txt::text(about, keys).into())];
    if !keys.is_empty() {
        let zone = *about.as_of.offset();
        let allowed = seal::allowed::write(&about.association, keys, zone);
        files.push((ALLOWED.to_owned(), allowed.into()));
    }
    files
}

/// Name and digest of every paper.
pub fn digests(papers: &[(String, Vec<u8>)]) -> Vec<(String, String)> {
    papers.iter().map(|(name, bytes)| (name.clone(), seal::sha256(bytes))).collect()
}

/// The list of a folder with papers of these digests.
pub fn list(about: &About, keys: &[AllowedKey], papers: &[(String, String)]) -> String {
    let mut all = papers.to_vec();
    all.extend(digests(&of_the_program(about, keys)));
    Manifest::with(about.clone(), all).text()
}

/// Writes a folder under a name of its own first, beside where it belongs, and gives it its name when every byte
/// is on the disk. A folder that is there is left as it is.
///
/// # Errors
/// [`Fault::Exists`], [`Fault::Name`], [`Fault::Twice`], [`Fault::Disk`]; then nothing is there.
pub fn write(contents: &Contents, dir: &Path) -> Result<(), Fault> {
    let files = lay_out(contents)?;
    if disk::is_there(dir) {
        return Err(Fault::Exists(dir.to_owned()));
    }
    let mut beside = dir.as_os_str().to_owned();
    beside.push(format!(".{}.part", std::process::id()));
    let beside = Path::new(&beside);
    if disk::is_there(beside) {
        return Err(Fault::Exists(beside.to_owned()));
    }
    let made = put_all(&files, beside).and_then(|()| disk::rename(beside, dir));
    if made.is_err() {
        disk::forget(beside);
    }
    made?;
    match dir.parent() {
        Some(above) if !above.as_os_str().is_empty() => disk::settle(above),
        _ => disk::settle(Path::new(".")),
    }
}

fn put_all(files: &[(String, Vec<u8>)], dir: &Path) -> Result<(), Fault> {
    disk::make(dir)?;
    let mut folders = BTreeSet::from([dir.to_owned()]);
    for (name, bytes) in files {
        let path = dir.join(name);
        if let Some(folder) = path.parent().filter(|folder| !folders.contains(*folder)) {
            disk::make(folder)?;
            folders.insert(folder.to_owned());
        }
        disk::put(&path, bytes)?;
    }
    folders.iter().try_for_each(|folder| disk::settle(folder))
}
