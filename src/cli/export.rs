//! `quorate export`: the minutes of a meeting in one form, or the whole folder of the meeting.

use super::{file, out, press};
use crate::archive::{self, After, Fault, Found, Given, Made};
use crate::folder;
use crate::ledger::{Ledger, LedgerError};
use crate::machine::now;
use crate::minutes::{self, Minutes};
use crate::paper::{Enclosed, Paper, sheets};
use crate::papers;
use crate::papers::form::{Format, why};
use crate::text::{self, Lang};
use anyhow::{anyhow, bail};
use clap::{Args, ValueEnum};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What is asked for on the command line.
#[derive(Args)]
pub(super) struct Wanted {
    /// The book, or `minutes.json`: every form is made from either.
    book: PathBuf,
    /// Number of the meeting in the book; the last where absent.
    #[arg(long)]
    meeting: Option<u32>,
    /// Only the extract of this decision, by its number in the book. 决议摘录。
    #[arg(long, conflicts_with_all = ["meeting", "kind", "public", "folder"])]
    decision: Option<u32>,
    /// Which paper. 会议记录或会议纪要。
    #[arg(long, value_enum, default_value_t = What::Record)]
    kind: What,
    /// Form; by the ending of the file where absent, else md.
    #[arg(long, value_enum)]
    format: Option<Form>,
    /// Which table as csv. 哪张表。
    #[arg(long, value_enum, default_value_t = Sheet::Votes)]
    table: Sheet,
    /// Leave out private notes. 公开本。
    #[arg(long)]
    public: bool,
    /// Style of the house; `house.toml` beside the book where absent. 本单位的版式。
    #[arg(long)]
    house: Option<PathBuf>,
    /// A folder to be made, with every form, the log and the charters; the minutes must have been issued. 归档文件夹。
    #[arg(long, conflicts_with_all = ["format", "kind", "output"])]
    folder: Option<PathBuf>,
    /// With `--folder`: the folder this signature (.sig) was made over, with the signature in it. 这个签名所签的文件夹。
    #[arg(long, value_name = "SIG", requires = "folder", conflicts_with = "anew")]
    signed: Option<PathBuf>,
    /// With `--folder`: as the book stands now, even where a folder of this version is signed. 不用已签的，另写一份。
    #[arg(long, requires = "folder")]
    anew: bool,
    /// File; standard output where absent.
    #[arg(long, short)]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum What {
    /// The record: everything in the order it came. 会议记录。
    Record,
    /// The summary: what was decided. 会议纪要。
    Summary,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    /// Markdown.
    Md,
    /// The data.
    Json,
    /// One page for a browser.
    Html,
    /// For word processors.
    Docx,
    /// PDF/A.
    Pdf,
    /// Attendance, votes and elections for a spreadsheet.
    Xlsx,
    /// One of these tables.
    Csv,
    /// The meeting for a calendar.
    Ics,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Sheet {
    /// Who was there. 出席。
    Attendance,
    /// Every vote. 表决。
    Votes,
    /// Every round of an election. 选举。
    Elections,
}

pub(super) fn run(lang: Lang, wanted: &Wanted) -> anyhow::Result<ExitCode> {
    if let Some(no) = wanted.decision {
        return extract(lang, wanted, no);
    }
    if let Some(dir) = &wanted.folder {
        return folder(lang, wanted, dir);
    }
    let minutes = minutes_of(lang, wanted)?;
    let minutes = if wanted.public { minutes::public(&minutes) } else { minutes };
    let bytes = match form_of(lang, wanted)? {
        Form::Json => minutes::json(&minutes).into_bytes(),
        Form::Ics => papers::calendar(&minutes, lang).into_bytes(),
        Form::Xlsx => sheets::xlsx(&tables(&minutes, lang)?, minutes.meeting.date)?,
        Form::Csv => match tables(&minutes, lang)?.get(wanted.table as usize) {
            Some(sheet) => sheets::comma_separated(&sheet.table)?,
            None => bail!(lang.say(["这次会议没有选举。", "The meeting held no election."])),
        },
        form => {
            let mut paper = match wanted.kind {
                What::Record => papers::record(&minutes, lang, false),
                What::Summary => papers::digest(&minutes, lang),
            }
            .ok_or(LedgerError::NoCharter)?;
            if form == Form::Pdf && wanted.kind == What::Record {
                paper.enclosed.push(enclosed(lang, &minutes));
            }
            set(lang, wanted, &paper, form)?
        }
    };
    out::written(lang, wanted.output.as_deref(), &bytes)
}

/// The form asked for, or the one the file's ending means.
fn form_of(lang: Lang, wanted: &Wanted) -> anyhow::Result<Form> {
    if let Some(form) = wanted.format {
        return Ok(form);
    }
    let ending = wanted.output.as_deref().and_then(Path::extension).and_then(|e| e.to_str());
    let Some(ending) = ending else {
        return Ok(Form::Md);
    };
    Form::from_str(ending, true).map_err(|_| {
        anyhow!(lang.each(|l| match l {
            Lang::En => format!(
                "no form is called {ending}; there are md, json, html, docx, pdf, xlsx, csv and ics"
            ),
            _ => format!("没有{ending}这种格式；可用的有md、json、html、docx、pdf、xlsx、csv、ics"),
        }))
    })
}

fn set(lang: Lang, wanted: &Wanted, paper: &Paper, form: Form) -> anyhow::Result<Vec<u8>> {
    let format = match form {
        Form::Html => Format::Html,
        Form::Docx => Format::Docx,
        Form::Pdf => Format::Pdf,
        _ => Format::Md,
    };
    let press = press::press(lang, &wanted.book, wanted.house.as_deref())?;
    press::set(lang, paper, format, &press)
}

fn enclosed(lang: Lang, minutes: &Minutes) -> Enclosed {
    Enclosed {
        name: "minutes.json".to_owned(),
        media: "application/json".to_owned(),
        about: lang.say(["会议记录的数据", "the record as data"]),
        bytes: minutes::json(minutes).into_bytes(),
    }
}

fn tables(minutes: &Minutes, lang: Lang) -> anyhow::Result<Vec<sheets::Sheet>> {
    Ok(papers::sheets(minutes, lang).ok_or(LedgerError::NoCharter)?)
}

/// The minutes: compiled from a book, or read from the file that was issued.
fn minutes_of(lang: Lang, wanted: &Wanted) -> anyhow::Result<Minutes> {
    if is_json(&wanted.book) {
        let text = String::from_utf8(file(lang, &wanted.book)?).unwrap_or_default();
        return minutes::read(&text).ok_or_else(|| {
            let path = wanted.book.display();
            anyhow!(lang.each(|l| match l {
                Lang::En => format!("{path} is no record this program reads; the file minutes.json of a folder is one"),
                _ => format!("{path}不是本程序能读的会议记录；归档文件夹中的minutes.json才是"),
            }))
        });
    }
    let ledger = Ledger::open_read_only(&wanted.book)?;
    let no = wanted.meeting.or_else(|| ledger.book.meetings.last().map(|m| m.no)).unwrap_or(0);
    let head = (ledger.head.seq, ledger.head.hash.hex());
    minutes::compile(&ledger.book, &ledger.entries, no, head).ok_or_else(|| no_meeting(lang, no))
}

/// Whether the minutes themselves are given and not the book.
fn is_json(path: &Path) -> bool {
    path.extension().is_some_and(|e| e.eq_ignore_ascii_case("json"))
}

fn no_meeting(lang: Lang, no: u32) -> anyhow::Error {
    anyhow!(lang.each(|l| match l {
        Lang::En => format!("there is no meeting {no} in this book"),
        _ => format!("会议簿中没有第{no}号会议"),
    }))
}

/// The extract of one decision, told by the charter of its day.
fn extract(lang: Lang, wanted: &Wanted, no: u32) -> anyhow::Result<ExitCode> {
    let ledger = Ledger::open_read_only(&wanted.book)?;
    let head = (ledger.head.seq, ledger.head.hash.hex());
    let paper = papers::extract(&ledger.book, &ledger.entries, no, lang, head);
    let paper = paper.ok_or_else(|| {
        anyhow!(lang.each(|l| match l {
            Lang::En => format!("there is no decision {no} in this book"),
            _ => format!("会议簿中没有第{no}项决定"),
        }))
    })?;
    let bytes = set(lang, wanted, &paper, form_of(lang, wanted)?)?;
    out::written(lang, wanted.output.as_deref(), &bytes)
}

/// The folder of a meeting; every file is named before it is made, for some take a second.
fn folder(lang: Lang, wanted: &Wanted, dir: &Path) -> anyhow::Result<ExitCode> {
    if is_json(&wanted.book) {
        bail!(lang.say([
            "--folder需要会议簿：清单、密钥和记录链都出自会议簿。用minutes.json可以写出单份文件，如 -o record.pdf",
            "--folder needs the book: list, keys and log come from it. From minutes.json single papers are written, such as -o record.pdf",
        ]));
    }
    let mut ledger = Ledger::open_read_only(&wanted.book)?;
    let no = wanted.meeting.or_else(|| ledger.book.meetings.last().map(|m| m.no)).unwrap_or(0);
    let press = press::press(lang, &wanted.book, wanted.house.as_deref())?;
    let now = ledger.local(Some(no), now());
    let wish = archive::Wanted { lang, public: wanted.public, now, after: after(lang, wanted)? };
    let plan = archive::plan(&mut ledger, no, wish).map_err(|f| said(lang, f))?;
    let (mut made, mut named) = (Vec::new(), BTreeSet::new());
    for piece in &plan.pieces {
        named.insert(piece.name.clone());
        out::line(&piece.name);
        let bytes = plan.make(piece, &press).map_err(|fault| said(lang, fault))?;
        made.extend(bytes.map(|bytes| (piece.name.clone(), bytes)));
    }
    let Made { contents, found } = plan.finish(made);
    if wanted.signed.is_some() && found == Found::Other {
        bail!(text::files::other_papers(lang));
    }
    folder::write(&contents, dir).map_err(|fault| anyhow!(folder::words::fault(lang, &fault)))?;
    // The rest of what is in it, so that nothing lies there that was not named.
    for (name, _) in folder::lay_out(&contents).unwrap_or_default() {
        if named.insert(name.clone()) {
            out::line(name);
        }
    }
    out::line(dir.display());
    match &found {
        Found::Nothing => {}
        Found::Other => out::note(text::files::other_papers(lang)),
        Found::Signed(given) => {
            let put = archive::put_back(dir, given);
            put.iter().for_each(out::line);
            out::note(text::files::signed_papers(lang, put.len()));
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// What was signed already, and whether that folder is wanted.
fn after(lang: Lang, wanted: &Wanted) -> anyhow::Result<After> {
    let Some(path) = &wanted.signed else {
        return Ok(if wanted.anew { After::Anew } else { After::Signed });
    };
    let armour = String::from_utf8_lossy(&file(lang, path)?).into_owned();
    Ok(After::Given(Given { role: None, armour }))
}

/// Why there is no folder, in words.
fn said(lang: Lang, fault: Fault) -> anyhow::Error {
    match fault {
        Fault::NoMeeting(no) => no_meeting(lang, no),
        Fault::NotIssued(no) => anyhow!(text::files::not_issued(lang, no)),
        Fault::Unread(version) => anyhow!(text::files::unread_version(lang, version)),
        Fault::Pdf(name, error) => anyhow!("{name}: {}", why(lang, &error)),
        Fault::Tables(what) => anyhow!(text::files::no_tables(lang, &what)),
        Fault::Book(error) => anyhow!(text::store::ledger_error(lang, &error)),
    }
}
