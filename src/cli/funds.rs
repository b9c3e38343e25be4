//! `quorate funds`: the statement of a year, the list of entries, the plain-text ledger; nothing is entered here.

use super::out::written;
use crate::ledger::{Ledger, LedgerError};
use crate::machine::now;
use crate::text::Lang;
use crate::text::funds::{self, Addressee};
use anyhow::{anyhow, bail};
use clap::{Subcommand, ValueEnum};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Subcommand)]
pub(super) enum Task {
    /// Prints the statement of a year. 年度经费使用情况报告。
    Statement {
        /// The book.
        book: PathBuf,
        /// The year.
        year: i32,
        /// Form.
        #[arg(long, value_enum, default_value_t = Format::Md)]
        format: Format,
        /// Id of the authority it is for; the meeting that approves it where absent.
        #[arg(long, value_name = "ID")]
        to: Option<String>,
    },
    /// Lists every entry by day. 列出经费账。
    List {
        /// The book.
        book: PathBuf,
    },
    /// Writes a plain-text ledger for hledger or ledger. 导出纯文本账本。
    Export {
        /// The book.
        book: PathBuf,
        /// The file; an existing one is written anew.
        file: PathBuf,
    },
}

pub(super) fn run(lang: Lang, task: Task) -> anyhow::Result<ExitCode> {
    match task {
        Task::Statement { book, year, format, to } => {
            written(lang, None, statement(lang, &book, year, format, to)?.as_bytes())
        }
        Task::List { book } => {
            let ledger = Ledger::open_read_only(&book)?;
            written(lang, None, funds::list(lang, &ledger.book).as_bytes())
        }
        Task::Export { book, file } => {
            let ledger = Ledger::open_read_only(&book)?;
            written(lang, Some(&file), funds::journal(&ledger.book).as_bytes())
        }
    }
}

fn statement(
    lang: Lang,
    book: &Path,
    year: i32,
    format: Format,
    to: Option<String>,
) -> anyhow::Result<String> {
    let ledger = Ledger::open_read_only(book)?;
    let book = &ledger.book;
    let charter = book.charter.as_deref().ok_or(LedgerError::NoCharter)?;
    let years = book.funds.years();
    if !years.contains(&year) {
        let first = years.first().zip(years.last());
        bail!(lang.each(|l| match (l, first) {
            (Lang::En, None) => "nothing is entered in the funds of this book yet".to_owned(),
            (Lang::En, Some((first, last))) =>
                format!("the funds of this book cover {first} to {last}, not {year}"),
            (_, None) => "这本会议簿的经费账还没有登记".to_owned(),
            (_, Some((first, last))) => {
                format!("这本会议簿的经费账从{first}年到{last}年，没有{year}年")
            }
        }));
    }
    let to = match to {
        None => Addressee::Meeting,
        Some(id) if charter.observers.iter().any(|o| o.id == id) => Addressee::Observer(id),
        Some(id) => {
            let known: Vec<&str> = charter.observers.iter().map(|o| o.id.as_str()).collect();
            let known = known.join(" ");
            return Err(anyhow!(lang.each(|l| match l {
                Lang::En => format!("the charter has no observer “{id}”; it has: {known}"),
                _ => format!("章程没有列席与受文单位“{id}”，所列的有：{known}"),
            })));
        }
    };
    Ok(match format {
        Format::Md => {
            let today = ledger.local(None, now()).date_naive();
            funds::statement(lang, book, charter, year, &to, today)
        }
        Format::Json => {
            let value = funds::json(book, charter, year);
            let mut text = serde_json::to_string_pretty(&value)?;
            text.push('\n');
            text
        }
    })
}

/// In which form a statement is written.
#[derive(Clone, Copy, ValueEnum)]
pub(super) enum Format {
    /// Markdown.
    Md,
    /// JSON.
    Json,
}
