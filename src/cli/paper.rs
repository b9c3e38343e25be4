//! `quorate paper`: one kind of paper made from a book and written in a file format.

use super::{files, out, press};
use crate::ledger::Ledger;
use crate::machine::now;
use crate::papers::form::{self, Format};
use crate::papers::{self, Ask, Kind};
use crate::text::Lang;
use anyhow::anyhow;
use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What is asked for on the command line.
#[derive(Args)]
pub(super) struct Wanted {
    /// Which paper. 文书种类。
    #[arg(value_parser = kinds())]
    kind: Kind,
    /// The book.
    book: PathBuf,
    /// Number of the meeting in the book; the one in hand, or else the last, where absent.
    #[arg(long)]
    meeting: Option<u32>,
    /// Number of the item in the meeting.
    #[arg(long)]
    item: Option<u32>,
    /// Number of the decision in the book.
    #[arg(long)]
    decision: Option<u32>,
    /// Number of the member.
    #[arg(long)]
    unit: Option<u32>,
    /// Year of the funds; the last that is over where absent.
    #[arg(long)]
    year: Option<i32>,
    /// File format; by the ending of the file where absent.
    #[arg(long, value_parser = formats())]
    format: Option<Format>,
    /// Style of the house; `house.toml` beside the book where absent. 本单位的版式。
    #[arg(long)]
    house: Option<PathBuf>,
    /// File; standard output where absent. Of several papers the second is FILE-2, and so on.
    #[arg(long, short)]
    output: Option<PathBuf>,
}

fn kinds() -> impl TypedValueParser<Value = Kind> {
    let values = Kind::ALL.map(|kind| {
        let [zh, en] = kind.name();
        PossibleValue::new(kind.id()).help(format!("{zh} {en}"))
    });
    PossibleValuesParser::new(values)
        .map(|id| Kind::of(&id).expect("only the ids of kinds are possible values"))
}

fn formats() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::ALL.map(Format::id))
        .map(|id| Format::of(&id).expect("only the ids of formats are possible values"))
}

pub(super) fn run(lang: Lang, wanted: &Wanted) -> anyhow::Result<ExitCode> {
    let ledger = Ledger::open_read_only(&wanted.book)?;
    let ask = Ask {
        book: &ledger.book,
        entries: &ledger.entries,
        head: (ledger.head.seq, ledger.head.hash.hex()),
        meeting: wanted.meeting,
        item: wanted.item,
        decision: wanted.decision,
        unit: wanted.unit,
        year: wanted.year,
        lang,
        today: ledger.local(None, now()).date_naive(),
    };
    let made = papers::make(wanted.kind, &ask).map_err(|why| anyhow!(lang.pick(&why.0)))?;
    let format = format_of(lang, wanted)?;
    let press = press::press(lang, &wanted.book, wanted.house.as_deref())?;
    let set = |paper| {
        let bytes = press::set(lang, paper, format, &press)?;
        // Said beside the paper, never in it.
        if let Ok(Some(sheets)) = form::too_long(paper, format, &press) {
            out::note(form::says_too_long(lang, paper, sheets));
        }
        Ok::<_, anyhow::Error>(bytes)
    };
    let Some(path) = wanted.output.as_deref() else {
        let all: Vec<Vec<u8>> = made.iter().map(set).collect::<anyhow::Result<_>>()?;
        return out::written(lang, None, &all.join(b"\n".as_slice()));
    };
    for (no, paper) in (1_u32..).zip(&made) {
        let path = numbered(path, no);
        files::written(lang, &path, &set(paper)?)?;
        out::line(path.display());
    }
    Ok(ExitCode::SUCCESS)
}

/// The format asked for, or the one the file's ending means.
fn format_of(lang: Lang, wanted: &Wanted) -> anyhow::Result<Format> {
    if let Some(format) = wanted.format {
        return Ok(format);
    }
    let ending = wanted.output.as_deref().and_then(Path::extension);
    let Some(ending) = ending.and_then(|e| e.to_str()) else {
        return Ok(Format::Md);
    };
    press::format_named(lang, ending)
}

/// The file of the paper with this number.
fn numbered(path: &Path, no: u32) -> PathBuf {
    if no == 1 {
        return path.to_owned();
    }
    let stem = path.file_stem().and_then(|s| s.to_str()).unwrap_or_default();
    let name = match path.extension().and_then(|e| e.to_str()) {
        Some(ending) => format!("{stem}-{no}.{ending}"),
        None => format!("{stem}-{no}"),
    };
    path.with_file_name(name)
}
