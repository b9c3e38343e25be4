//! Looks for typefaces on the machine: the names in the files of the usual folders.
//!
//! Of each file only the tables of names and weight are read, so that thousands of files take part of a second.

use super::fonts::Bytes;
use rustybuzz::ttf_parser::name;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Where a face was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    path: PathBuf,
    /// Which face of a collection.
    pub index: u32,
    /// How far it is from the regular weight; slanted faces are farther than any weight.
    off: u16,
}

/// The folders in which Linux, macOS and Windows keep typefaces, the user's own first.
///
/// `setting` tells a setting of the machine by its name (`HOME`, `WINDIR` …). Folders that are not there are
/// named all the same.
pub fn usual_folders(setting: impl Fn(&str) -> Option<OsString>) -> Vec<PathBuf> {
    let mut folders = Vec::new();
    let mut put = |name: &str, below: &[&str]| {
        if let Some(root) = setting(name).filter(|root| !root.is_empty()) {
            folders.extend(below.iter().map(|below| Path::new(&root).join(below)));
        }
    };
    put("XDG_DATA_HOME", &["fonts"]);
    put("HOME", &[".local/share/fonts", ".fonts", "Library/Fonts"]);
    put("LOCALAPPDATA", &["Microsoft/Windows/Fonts"]);
    put("WINDIR", &["Fonts"]);
    let fixed = [
        "/usr/local/share/fonts",
        "/usr/share/fonts",
        "/usr/share/texlive/texmf-dist/fonts/opentype",
        "/Library/Fonts",
        "/System/Library/Fonts",
        "/System/Library/AssetsV2/com_apple_MobileAsset_Font7",
        "/System/Library/AssetsV2/com_apple_MobileAsset_Font6",
    ];
    folders.extend(fixed.map(PathBuf::from));
    folders
}

/// Those of the wanted families that are there, each with the face nearest to the regular weight.
///
/// Folders that come first win; within a folder the order is that of the paths.
pub(super) fn families(folders: &[PathBuf], wanted: &[&str]) -> Vec<(String, Found)> {
    let mut best: Vec<(String, Found)> = Vec::new();
    let mut files = Vec::new();
    for folder in folders {
        below(folder, 0, &mut files);
    }
    for path in files {
        for (names, found) in faces(&path).unwrap_or_default() {
            for family in wanted.iter().filter(|family| names.iter().any(|name| name == *family)) {
                match best.iter_mut().find(|(name, _)| name == family) {
                    None => best.push(((*family).to_owned(), found.clone())),
                    Some((_, known)) if found.off < known.off => *known = found.clone(),
                    Some(_) => {}
                }
            }
        }
    }
    best
}

/// The bytes of the file a face stands in; none where it cannot be read or is no typeface after all.
pub(super) fn whole(found: &Found) -> Option<Bytes> {
    let bytes: Bytes = Arc::new(fs::read(&found.path).ok()?);
    rustybuzz::Face::from_slice((*bytes).as_ref(), found.index)?;
    krilla::text::Font::new(bytes.clone().into(), found.index)?;
    Some(bytes)
}

/// Font files below a folder in the order of their paths; not deeper than folders of fonts go.
fn below(folder: &Path, depth: u8, files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        let ending = path.extension().map(|ending| ending.to_ascii_lowercase());
        let is_font = ending.is_some_and(|e| ["ttf", "otf", "ttc", "otc"].iter().any(|f| e == *f));
        if path.is_dir() && depth < 8 {
            below(&path, depth + 1, files);
        } else if is_font {
            files.push(path);
        }
    }
}

/// The faces of a file with all their names.
fn faces(path: &Path) -> Option<Vec<(Vec<String>, Found)>> {
    let mut file = File::open(path).ok()?;
    let head = part(&mut file, 0, 12)?;
    let begins = match head.get(..4)? {
        b"ttcf" => {
            // A collection says how many faces it has and where each begins.
            let count = number(&head, 8, 4)?.min(64);
            let table = part(&mut file, 12, usize::try_from(count * 4).ok()?)?;
            (0..usize::try_from(count).ok()?).map(|i| number(&table, i * 4, 4)).collect()
        }
        _ => Some(vec![0]),
    }?;
    let mut all = Vec::new();
    for (index, begin) in (0..).zip(begins) {
        if let Some((names, off)) = face(&mut file, begin) {
            all.push((names, Found { path: path.to_owned(), index, off }));
        }
    }
    Some(all)
}

/// Names of the face whose directory begins at a place, and how far it is from the regular weight.
fn face(file: &mut File, begin: u64) -> Option<(Vec<String>, u16)> {
    let count = usize::try_from(number(&part(file, begin, 12)?, 4, 2)?).ok()?;
    let directory = part(file, begin + 12, count * 16)?;
    let mut table = |tag: &[u8; 4], most: usize| {
        let row = directory.chunks_exact(16).find(|row| row.get(..4) == Some(tag))?;
        let length = usize::try_from(number(row, 12, 4)?).ok()?;
        part(file, number(row, 8, 4)?, length.min(most))
    };
    let weights = table(b"OS/2", 78)?;
    let names = table(b"name", 1 << 20)?;
    // OS/2 fsType: 2 alone forbids embedding without the owner's leave.
    if number(&weights, 8, 2)? & 0xF == 2 {
        return None;
    }
    let weight = u16::try_from(number(&weights, 4, 2)?).ok()?;
    // A face of variable weight is taken as it lies in the file, which for some is as thin as it can be.
    let varies = directory.chunks_exact(16).any(|row| row.get(..4) == Some(b"fvar"));
    if varies && weight.abs_diff(400) > 150 {
        return None;
    }
    let slanted = number(&weights, 62, 2).unwrap_or(0) & 1 == 1;
    let mut known = Vec::new();
    for name in name::Table::parse(&names)?.names {
        let says =
            [name::name_id::FAMILY, name::name_id::TYPOGRAPHIC_FAMILY, name::name_id::FULL_NAME];
        if says.contains(&name.name_id)
            && let Some(text) = name.to_string()
            && !known.contains(&text)
        {
            known.push(text);
        }
    }
    Some((known, weight.abs_diff(400) + if slanted { 2000 } else { 0 }))
}

/// So many bytes of a file from a place on.
fn part(file: &mut File, from: u64, length: usize) -> Option<Vec<u8>> {
    let mut bytes = vec![0; length];
    file.seek(SeekFrom::Start(from)).ok()?;
    file.read_exact(&mut bytes).ok()?;
    Some(bytes)
}

/// A number of so many bytes, the highest first.
fn number(bytes: &[u8], from: usize, length: usize) -> Option<u64> {
    let digits = bytes.get(from..from + length)?;
    Some(digits.iter().fold(0, |sum, digit| sum * 256 + u64::from(*digit)))
}
