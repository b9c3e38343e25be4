//! The commands about charter files: check, show, compare, write out.

use super::{charter_file, out, read_charter};
use crate::ledger::Ledger;
use crate::text::Lang;
use crate::{charter, shipped, text};
use anyhow::anyhow;
use clap::Subcommand;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Subcommand)]
pub(super) enum Charters {
    /// Proves a charter file complete, or says what is wrong where. 检查章程文件。
    Check {
        /// The file.
        file: PathBuf,
    },
    /// Shows a charter. 显示章程。
    Show {
        /// A file, or the shipped one where absent.
        file: Option<PathBuf>,
    },
    /// Lists what a charter leaves open and which default is used. 列出章程未规定之处。
    Gaps {
        /// A file, or the shipped one where absent.
        file: Option<PathBuf>,
    },
    /// Compares two charter files article by article and rule by rule. 逐条对照两份章程。
    Compare {
        /// The old one: a file, or the id of one that comes along.
        old: PathBuf,
        /// The new one.
        new: PathBuf,
    },
    /// Writes the charter of a book out as a file. 写出会议簿里的章程。
    Write {
        /// The book.
        book: PathBuf,
        /// Version of the text; the one in force where absent.
        #[arg(long)]
        version: Option<u32>,
        /// File; standard output where absent.
        #[arg(long, short)]
        output: Option<PathBuf>,
    },
}

/// Does one of them.
pub(super) fn run(lang: Lang, task: Charters) -> anyhow::Result<ExitCode> {
    let text = |path: Option<PathBuf>| -> anyhow::Result<String> {
        match path {
            Some(path) => charter_file(lang, &path),
            None => Ok(shipped::CHARTERS.first().map(|c| c.1.to_owned()).unwrap_or_default()),
        }
    };
    match task {
        Charters::Check { file } => {
            let charter = read_charter(lang, &charter_file(lang, &file)?)?;
            out::line(lang.each(|l| match l {
                Lang::En => {
                    format!("{}: no faults; {} articles.", file.display(), charter.articles.len())
                }
                _ => format!("{}：没有问题，共{}条。", file.display(), charter.articles.len()),
            }));
            for found in charter::lint::lint(&charter) {
                out::line(text::charter::lint(&found, lang));
            }
            if let Some(warning) = text::charter::unconfirmed(&charter) {
                out::line(lang.pick(&warning));
            }
        }
        Charters::Show { file } => {
            out::text(text::charter::show(&read_charter(lang, &text(file)?)?, lang));
        }
        Charters::Gaps { file } => {
            out::text(text::charter::gaps(&read_charter(lang, &text(file)?)?, lang));
        }
        Charters::Compare { old, new } => {
            let old = read_charter(lang, &charter_file(lang, &old)?)?;
            let new = read_charter(lang, &charter_file(lang, &new)?)?;
            let found = charter::compare::compare(&old, &new);
            if found.is_empty() {
                out::line(lang.say(["两份章程没有不同。", "The two charters say the same."]));
            } else {
                out::line(text::amendment::page(lang, &new, &found));
            }
        }
        Charters::Write { book, version, output } => {
            let ledger = Ledger::open_read_only(&book)?;
            let versions = ledger.book.versions.iter().rev();
            let found = versions.clone().find(|v| version.is_none_or(|no| v.version == no));
            let text = found.map(|v| v.text.to_string()).ok_or_else(|| {
                let known: Vec<String> = versions.map(|v| v.version.to_string()).collect();
                let (known, no) = (known.join(" "), version.unwrap_or_default());
                anyhow!(lang.each(|l| match l {
                    Lang::En =>
                        format!("this book has no version {no} of its charter; it has: {known}"),
                    _ => format!("会议簿中没有章程第{no}版，有的是：{known}"),
                }))
            })?;
            return out::written(lang, output.as_deref(), text.as_bytes());
        }
    }
    Ok(ExitCode::SUCCESS)
}
