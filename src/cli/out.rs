//! What the commands say, and where a paper goes: a file, written whole or not at all, or standard output.
//!
//! Whoever reads may stop reading (`| head`): lines nobody reads are no fault, and what was asked for is done all the
//! same.

use crate::text::Lang;
use std::fmt::Display;
use std::io::{ErrorKind, Write};
use std::path::Path;
use std::process::ExitCode;

/// How a program ends whose reader has gone, as a shell has it for the signal of a broken pipe.
pub(super) const UNREAD: u8 = 141;

/// A line to standard output.
pub(super) fn line(text: impl Display) {
    text_to(std::io::stdout().lock(), &format!("{text}\n"));
}

/// Text that ends its own lines, to standard output.
pub(super) fn text(text: impl Display) {
    text_to(std::io::stdout().lock(), &text.to_string());
}

/// A line beside the answers a script may read.
pub(super) fn note(text: impl Display) {
    text_to(std::io::stderr().lock(), &format!("{text}\n"));
}

/// Text that ends its own lines, beside the answers.
pub(super) fn aside(text: impl Display) {
    text_to(std::io::stderr().lock(), &text.to_string());
}

fn text_to(mut out: impl Write, text: &str) {
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => {}
        Err(error) if error.kind() == ErrorKind::BrokenPipe => {}
        // A full disk behind `>`: half an answer must not look like a whole one, and there is no place to say why.
        Err(_) => std::process::exit(1),
    }
}

/// Whether an error is only that nobody reads any more.
pub(super) fn is_unread(error: &anyhow::Error) -> bool {
    let io = error.chain().filter_map(|e| e.downcast_ref::<std::io::Error>());
    io.into_iter().any(|e| e.kind() == ErrorKind::BrokenPipe)
}

/// Writes a paper to a file, or to standard output where none is named.
pub(super) fn written(lang: Lang, output: Option<&Path>, paper: &[u8]) -> anyhow::Result<ExitCode> {
    match output {
        Some(path) => super::files::written(lang, path, paper)?,
        None => {
            let mut out = std::io::stdout().lock();
            out.write_all(paper).and_then(|()| out.flush())?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
