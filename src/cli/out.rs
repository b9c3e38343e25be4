//! Where a paper goes: a file, written whole or not at all, or standard output.

use crate::machine::save;
use crate::text::{self, Lang};
use anyhow::anyhow;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

/// Writes a paper to a file, or to standard output where none is named.
pub(super) fn written(lang: Lang, output: Option<&Path>, paper: &[u8]) -> anyhow::Result<ExitCode> {
    match output {
        Some(path) => save(path, paper).map_err(|error| {
            anyhow!(lang.each(|l| {
                let (path, why) = (path.display(), text::files::why(l, &error));
                match l {
                    Lang::En => format!("the file {path} cannot be written: {why}"),
                    _ => format!("文件{path}无法写入：{why}"),
                }
            }))
        })?,
        None => std::io::stdout().write_all(paper)?,
    }
    Ok(ExitCode::SUCCESS)
}
