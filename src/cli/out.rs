//! Where a paper goes: a file, written whole or not at all, or standard output.

use crate::text::Lang;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

/// Writes a paper to a file, or to standard output where none is named.
pub(super) fn written(lang: Lang, output: Option<&Path>, paper: &[u8]) -> anyhow::Result<ExitCode> {
    match output {
        Some(path) => super::files::written(lang, path, paper)?,
        None => std::io::stdout().write_all(paper)?,
    }
    Ok(ExitCode::SUCCESS)
}
