//! Names of files in a folder that goes to other machines: which may be, and what those of signatures say.

use super::{ALLOWED, ATTACHMENTS, MANIFEST, VERIFY};
use crate::seal::Role;

/// What file managers leave behind in a folder they were shown in.
const LITTER: [&str; 4] = [".ds_store", "thumbs.db", "desktop.ini", ".directory"];

/// Whether a file is one a file manager made by itself; also the `._NAME` of macOS on foreign disks.
pub(super) fn is_litter(name: &str) -> bool {
    let last = name.rsplit('/').next().unwrap_or_default().to_lowercase();
    LITTER.contains(&last.as_str()) || last.starts_with("._")
}

/// Names Windows keeps for devices, whatever ending they have.
const DEVICES: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
    "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// Whether a paper may have this name: a path below the folder with `/`, each part a name on Windows, macOS and
/// Linux alike, read by `sha256sum` without an escape, and none that has a meaning in a folder.
pub fn is_name(name: &str) -> bool {
    let top = name.split('/').next().unwrap_or_default().to_lowercase();
    let stem = top.split('.').next().unwrap_or_default();
    // `MANIFEST.anything` would look like a signature or a list.
    let kept = stem == MANIFEST.to_lowercase() || top == ALLOWED || top == ATTACHMENTS;
    !kept && top != VERIFY.to_lowercase() && name.len() <= 180 && name.split('/').all(is_part)
}

/// Whether this may be the name of a file in one folder.
pub(super) fn is_part(part: &str) -> bool {
    let device = part.split('.').next().unwrap_or_default().to_lowercase();
    let letter = |c: char| !c.is_control() && !"\\/:*?\"<>|".contains(c);
    // A name that begins with a dash is an option to most programs.
    !part.is_empty()
        && part.chars().all(letter)
        && !part.starts_with(['-', '.', ' '])
        && !part.ends_with(['.', ' '])
        && !DEVICES.contains(&device.as_str())
}

/// The name of a signature over the list `list`: `MANIFEST.teller.sig`, and from the second on `….teller-2.sig`.
pub(super) fn signature(list: &str, role: Role, number: u32) -> String {
    match number {
        1 => format!("{list}.{}.sig", role.id()),
        n => format!("{list}.{}-{n}.sig", role.id()),
    }
}

/// Role and number of a signature over `list` by its name; none where it is not the name of one.
pub(super) fn signed_by(list: &str, name: &str) -> Option<(Role, u32)> {
    let middle = name.strip_prefix(list)?.strip_prefix('.')?.strip_suffix(".sig")?;
    let (role, number) = match middle.split_once('-') {
        None => (Role::named(middle)?, 1),
        Some((role, number)) => (Role::named(role)?, number.parse().ok()?),
    };
    (signature(list, role, number) == name && number >= 1).then_some((role, number))
}
