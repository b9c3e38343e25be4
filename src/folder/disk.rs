//! What a folder holds, and files put there once and never over another.

use super::Fault;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::Path;

/// Every file below a folder by its name with `/`, and what is neither file nor folder.
pub(super) fn listed(dir: &Path) -> Result<(BTreeMap<String, u64>, Vec<String>), Fault> {
    let (mut files, mut strange) = (BTreeMap::new(), Vec::new());
    let mut open = vec![String::new()];
    while let Some(below) = open.pop() {
        let here = dir.join(&below);
        for entry in fs::read_dir(&here).map_err(|error| Fault::disk(&here, &error))? {
            let entry = entry.map_err(|error| Fault::disk(&here, &error))?;
            let name = entry.file_name();
            let name = format!("{below}{}", name.to_string_lossy());
            let kind = entry.metadata().map_err(|error| Fault::disk(entry.path(), &error))?;
            // `metadata` of an entry does not follow links: what they lead to is not in the folder.
            if kind.is_dir() {
                open.push(format!("{name}/"));
            } else if kind.is_file() {
                files.insert(name, kind.len());
            } else {
                strange.push(name);
            }
        }
    }
    strange.sort();
    Ok((files, strange))
}

/// The bytes of a file; none where there is none.
pub(super) fn read(path: &Path) -> Result<Option<Vec<u8>>, Fault> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            Ok(None)
        }
        Err(error) => Err(Fault::disk(path, &error)),
    }
}

/// Whether two paths lead to the same file.
pub(super) fn is_same(a: &Path, b: &Path) -> bool {
    fs::canonicalize(a).is_ok_and(|a| fs::canonicalize(b).is_ok_and(|b| a == b))
}

/// The text of a file; bytes that are no UTF-8 become marks that are in no file of this program.
pub(super) fn text(path: &Path) -> Result<Option<String>, Fault> {
    Ok(read(path)?.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()))
}

/// A new file, on the disk when this returns; never over another.
pub(super) fn put(path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    let mut file = File::create_new(path).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => Fault::Exists(path.to_owned()),
        _ => Fault::disk(path, &error),
    })?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    written.map_err(|error| {
        // Half a file is worse than none. That it could not be written is said; this cannot be mended further.
        let _ = fs::remove_file(path);
        Fault::disk(path, &error)
    })
}

/// A folder, and those above it.
pub(super) fn make(dir: &Path) -> Result<(), Fault> {
    fs::create_dir_all(dir).map_err(|error| Fault::disk(dir, &error))
}

/// Names in a folder are on the disk when this returns. Windows has no such thing and needs none.
pub(super) fn settle(dir: &Path) -> Result<(), Fault> {
    #[cfg(unix)]
    File::open(dir).and_then(|dir| dir.sync_all()).map_err(|error| Fault::disk(dir, &error))?;
    #[cfg(not(unix))]
    let _ = dir;
    Ok(())
}

/// Whether there is anything of this name, a broken link too.
pub(super) fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Gives a file or folder another name.
pub(super) fn rename(from: &Path, to: &Path) -> Result<(), Fault> {
    if is_there(to) {
        return Err(Fault::Exists(to.to_owned()));
    }
    fs::rename(from, to).map_err(|error| Fault::disk(to, &error))
}

/// Takes away a folder this program has just made and could not finish.
pub(super) fn forget(dir: &Path) {
    let _ = fs::remove_dir_all(dir);
}
