//! The machine the program runs on: its clock, and files written whole or not at all.

use crate::record::Stamp;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The machine's clock, read outside the core only.
pub fn now() -> Stamp {
    let now = chrono::Local::now().fixed_offset();
    // Whole seconds: nothing in a meeting is told apart by less, and the log reads better.
    chrono::SubsecRound::trunc_subsecs(now, 0)
}

/// Written beside and renamed, so that a file is there whole or not at all.
pub fn save(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".part");
    let beside = PathBuf::from(beside);
    let mut out = std::fs::File::create(&beside)?;
    out.write_all(bytes)?;
    out.sync_all()?;
    std::fs::rename(&beside, path)
}
