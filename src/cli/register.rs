//! `quorate register`: the register read from a table, written to one, and listed.

use super::files::{file, written};
use super::made;
use super::out;
use crate::ledger::Ledger;
use crate::machine::now;
use crate::record::{Book, Command as Ask, Request};
use crate::roster::{self, Form, Preview, RosterFault};
use crate::text::Lang;
use crate::text::words::members::standing;
use crate::ui;
use anyhow::{anyhow, bail};
use clap::Subcommand;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

/// How many lines of each sort are printed when a table is read in; all of them with `--dry-run`.
const SHOWN: usize = 20;

#[derive(Subcommand)]
pub(super) enum Task {
    /// Reads a table (xlsx, xls, ods, csv) and changes the register, all or nothing. 导入名册。
    Import {
        /// The book.
        book: PathBuf,
        /// The table.
        file: PathBuf,
        /// Only say what would change.
        #[arg(long)]
        dry_run: bool,
        /// Why the register changes; needed after the first meeting.
        #[arg(long, default_value = "")]
        reason: String,
    },
    /// Writes the register to a table (csv, xlsx, ods, by the ending). 导出名册。
    Export {
        /// The book.
        book: PathBuf,
        /// The table to be written.
        file: PathBuf,
        /// With what is known of people: names, telephones, addresses.
        #[arg(long)]
        people: bool,
    },
    /// Lists units found by number, name or pinyin initials; all without a query. 查名册。
    List {
        /// The book.
        book: PathBuf,
        /// What is looked for.
        query: Option<String>,
    },
}

pub(super) fn run(lang: Lang, task: Task) -> anyhow::Result<()> {
    match task {
        Task::Import { book, file, dry_run, reason } => {
            import(lang, &book, &file, dry_run, &reason)
        }
        Task::Export { book, file, people } => export(lang, &book, &file, people),
        Task::List { book, query } => list(lang, &book, query.as_deref().unwrap_or_default()),
    }
}

/// The opening register of a book that is not made yet; nothing of a faulty table is left behind.
pub(super) fn opening(
    lang: Lang,
    charter: &crate::charter::Charter,
    path: &Path,
) -> anyhow::Result<Preview> {
    read(lang, &roster::opening(charter), &std::collections::BTreeMap::new(), path)
}

/// Enters what a table wants.
pub(super) fn enter(
    lang: Lang,
    ledger: &mut Ledger,
    preview: &Preview,
    why: &str,
) -> anyhow::Result<()> {
    let (import, contacts) = preview.command(why);
    let request = Request::new(now(), Ask::ImportRegister(import));
    let outcome = ledger.submit_people(request, &contacts)?;
    made(lang, &ledger.book, outcome).map(drop)
}

fn read(
    lang: Lang,
    book: &Book,
    contacts: &std::collections::BTreeMap<u32, crate::record::members::Contact>,
    path: &Path,
) -> anyhow::Result<Preview> {
    let bytes = file(lang, path)?;
    let shown = std::io::stderr().is_terminal();
    let mut progress = |done, total| {
        if shown {
            let end = if done == total { "\n" } else { "" };
            out::aside(format_args!("\r{}{end}", roster::progress_line(lang, done, total)));
        }
    };
    roster::preview(book, contacts, &bytes, &mut progress).map_err(|faults| {
        let said = |f: &RosterFault| roster::sentence(lang, f);
        anyhow!("{}", faults.iter().map(said).collect::<Vec<_>>().join("\n"))
    })
}

fn import(lang: Lang, book: &Path, path: &Path, dry_run: bool, why: &str) -> anyhow::Result<()> {
    let mut ledger = if dry_run { Ledger::open_read_only(book)? } else { Ledger::open(book)? };
    let contacts = ledger.contacts()?;
    let preview = read(lang, &ledger.book, &contacts, path)?;
    let most = if dry_run { usize::MAX } else { SHOWN };
    for line in roster::preview_lines(lang, &ledger.book, &preview, most) {
        out::line(line.strip_prefix("# ").unwrap_or(&line));
    }
    if preview.is_empty() || dry_run {
        out::line(lang.say(if preview.is_empty() {
            [
                "会议簿已与表格一致，没有改动。",
                "The book says all of this already; nothing was changed.",
            ]
        } else {
            ["以上是预览，没有改动任何内容。", "This was a preview; nothing was changed."]
        }));
        return Ok(());
    }
    if preview.needs_reason(&ledger.book) && why.trim().is_empty() {
        bail!(lang.say([
            "已召开过会议，更正名册须写明理由：请加 --reason “……”。没有改动任何内容。",
            "Meetings have been held, so changes of the register need a reason: add --reason \"…\". Nothing was changed.",
        ]));
    }
    enter(lang, &mut ledger, &preview, why)?;
    out::line(lang.say(["已全部记入会议簿。", "All of it is entered in the book."]));
    Ok(())
}

fn export(lang: Lang, book: &Path, path: &Path, people: bool) -> anyhow::Result<()> {
    let Some(form) = Form::of(path) else {
        bail!(lang.say([
            "文件名须以 .csv、.xlsx 或 .ods 结尾，以此决定格式。",
            "The name must end in .csv, .xlsx or .ods, which says how the table is written.",
        ]));
    };
    let mut ledger = Ledger::open_read_only(book)?;
    let contacts = if people { Some(ledger.contacts()?) } else { None };
    let bytes = roster::export(&ledger.book, contacts.as_ref(), lang, form)
        .map_err(|why| anyhow!("{}: {why}", path.display()))?;
    written(lang, path, &bytes)?;
    let units = ledger.book.members.len();
    out::line(lang.each(|l| match l {
        Lang::En => format!("{}: {units} units", path.display()),
        _ => format!("{}：{units}家单位", path.display()),
    }));
    Ok(())
}

fn list(lang: Lang, book: &Path, query: &str) -> anyhow::Result<()> {
    let ledger = Ledger::open_read_only(book)?;
    let book = &ledger.book;
    let all: Vec<u32> = book.members.keys().copied().collect();
    for unit in ui::find::units(book, &all, query) {
        let Some(member) = book.members.get(&unit) else { continue };
        let category = book
            .charter
            .as_deref()
            .and_then(|c| c.categories.iter().find(|k| k.id == member.entry.category))
            .map_or_else(String::new, |c| lang.pick(&c.name));
        let standing = standing(lang, &member.standing);
        out::line(format_args!(
            "{unit}\t{}\t{}\t{category}\t{standing}",
            member.entry.name, member.entry.short
        ));
    }
    Ok(())
}
