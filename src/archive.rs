//! The archive of a meeting: its minutes in every form, its figures, the log and the charters they rest on.
//!
//! What is issued is what was issued: the bytes of the version kept in the book go into the folder as they
//! are, and every other form is made from them and from nothing else.

use crate::folder::Contents;
use crate::ledger::{Ledger, LedgerError};
use crate::minutes::{self, Minutes};
use crate::paper::pdf::PdfError;
use crate::paper::{Enclosed, Paper, sheets};
use crate::papers;
use crate::papers::form::{Format, Press, write};
use crate::record::Book;
use crate::record::issue::{BoundKey, Role as Signs, signers};
use crate::seal::{self, About, AllowedKey, Role};
use crate::store::lines;
use crate::text::Lang;
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, TimeZone};

/// What is wished for.
pub struct Wish<'a> {
    /// Number of the meeting in the book.
    pub meeting: u32,
    /// Language of the papers; both is side by side.
    pub lang: Lang,
    /// Leave out what is private, and the log with it.
    pub public: bool,
    /// The style of the house, and the typefaces for PDF.
    pub press: &'a Press,
}

/// Why there is no archive.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The book has no such meeting.
    #[error("no meeting {0}")]
    NoMeeting(u32),
    /// No version of its minutes was issued, so that there is nothing to stand by.
    #[error("the minutes of meeting {0} were not issued")]
    NotIssued(u32),
    /// The bytes of the version are not minutes this program reads.
    #[error("version {0} cannot be read")]
    Unread(u32),
    /// A paper cannot be made a PDF: its file, and why.
    #[error("{0}: {1}")]
    Pdf(String, PdfError),
    /// The tables cannot be written.
    #[error("tables: {0}")]
    Tables(String),
    /// The book cannot be read.
    #[error(transparent)]
    Book(#[from] LedgerError),
}

/// What the folder of a meeting holds. `begun` hears the name of every file before it is made.
///
/// # Errors
/// [`Fault`]; a letter that no typeface has is one, with the words it stands in.
pub fn contents(
    ledger: &mut Ledger,
    wish: &Wish,
    begun: &mut dyn FnMut(&str),
) -> Result<Contents, Fault> {
    let no = wish.meeting;
    let rows = ledger.stored()?;
    let book = &ledger.book;
    let meeting = book.meeting(no).ok_or(Fault::NoMeeting(no))?;
    let issued = book.minutes_of(no).and_then(|life| life.last()).ok_or(Fault::NotIssued(no))?;
    let (version, sha256) = (issued.of.version, issued.of.sha256.clone());
    let state = issued.state().code().to_owned();
    let mut roles: Vec<Role> = signers(meeting).iter().map(|(role, _)| role_of(*role)).collect();
    roles.dedup();
    let as_of = ledger.entries.last().map_or(issued.at, |entry| entry.entered);
    let zone = *as_of.offset();
    let keys = book.archive.keys.iter().flat_map(|key| allowed(book, key, zone)).collect();
    let bytes = ledger.paper(&sha256)?.ok_or(Fault::Unread(version))?;
    let text = String::from_utf8(bytes).map_err(|_| Fault::Unread(version))?;
    let minutes = minutes::read(&text).ok_or(Fault::Unread(version))?;
    let (minutes, text) = if wish.public {
        let copy = minutes::public(&minutes);
        let text = minutes::json(&copy);
        (copy, text)
    } else {
        (minutes, text)
    };
    let about = About {
        association: minutes.association.id.clone(),
        name: minutes.association.name.zh.clone(),
        meeting: minutes.meeting.title.zh.clone(),
        version,
        state,
        as_of,
        entry: minutes.head.entry,
        head: minutes.head.sha256.clone(),
        charters: minutes
            .charters
            .iter()
            .map(|c| (c.version.to_string(), c.sha256.clone()))
            .collect(),
        signers: roles,
    };
    let mut papers = files(&minutes, &text, wish, begun)?;
    if !wish.public {
        let until = minutes.head.entry;
        let own: Vec<_> = rows.into_iter().filter(|row| row.seq <= until).collect();
        papers.push(("log.jsonl".to_owned(), lines(&own).into()));
    }
    Ok(Contents { about, papers, keys })
}

/// The forms of minutes that were issued: names and bytes.
fn files(
    minutes: &Minutes,
    text: &str,
    wish: &Wish,
    begun: &mut dyn FnMut(&str),
) -> Result<Vec<(String, Vec<u8>)>, Fault> {
    let mut made: Vec<(String, Vec<u8>)> = vec![("minutes.json".to_owned(), text.into())];
    for charter in &minutes.charters {
        made.push((format!("charter-v{}.toml", charter.version), charter.text.clone().into()));
    }
    let unread = || Fault::Unread(0);
    let lang = wish.lang;
    let mut record = papers::record(minutes, lang, false).ok_or_else(unread)?;
    record.enclosed.push(Enclosed {
        name: "minutes.json".to_owned(),
        media: "application/json".to_owned(),
        about: lang.say(["会议记录的数据", "the record as data"]),
        bytes: text.into(),
    });
    put(&mut made, "record", &record, &Format::ALL, wish, begun)?;
    let summary = papers::digest(minutes, lang).ok_or_else(unread)?;
    put(&mut made, "summary", &summary, &PRINTED, wish, begun)?;
    for decision in minutes.decisions.iter().filter(|d| !d.void) {
        if let Some(paper) = papers::resolution(minutes, decision.no, lang) {
            let name = format!("resolution-{}", decision.no);
            put(&mut made, &name, &paper, &PRINTED, wish, begun)?;
        }
    }
    let said = |error: &dyn std::fmt::Display| Fault::Tables(error.to_string());
    let tables = papers::sheets(minutes, lang).ok_or_else(unread)?;
    for (sheet, name) in tables.iter().zip(["attendance", "votes", "elections"]) {
        let csv = sheets::csv(&sheet.table).map_err(|e| said(&e))?;
        made.push((format!("{name}.csv"), csv));
    }
    begun("figures.xlsx");
    let book = sheets::xlsx(&tables, minutes.meeting.date).map_err(|e| said(&e))?;
    made.push(("figures.xlsx".to_owned(), book));
    made.push(("meeting.ics".to_owned(), papers::calendar(minutes, lang).into()));
    Ok(made)
}

/// What is printed comes as a file to be worked on and as one to be kept.
const PRINTED: [Format; 2] = [Format::Docx, Format::Pdf];

/// A paper in these formats.
fn put(
    made: &mut Vec<(String, Vec<u8>)>,
    name: &str,
    paper: &Paper,
    formats: &[Format],
    wish: &Wish,
    begun: &mut dyn FnMut(&str),
) -> Result<(), Fault> {
    for format in formats {
        let name = format!("{name}.{}", format.id());
        begun(&name);
        let bytes = write(paper, *format, wish.press);
        made.push((name.clone(), bytes.map_err(|e| Fault::Pdf(name, e))?));
    }
    Ok(())
}

fn role_of(role: Signs) -> Role {
    match role {
        Signs::Presider => Role::Presider,
        Signs::Recorder => Role::Recorder,
        Signs::Teller => Role::Teller,
    }
}

/// A key of the book as a signature knows it: for the role it is bound to, or for every role where it is
/// bound to an office.
fn allowed(book: &Book, key: &BoundKey, zone: FixedOffset) -> Vec<AllowedKey> {
    let bound = &key.of.of;
    let Ok(public) = seal::Public::read(&bound.key) else {
        return Vec::new();
    };
    let charter = book.charter.as_deref();
    let office = charter.and_then(|c| c.office(&bound.office)).map(|o| o.name.zh.clone());
    let roles = bound.role.map_or_else(|| Role::ALL.to_vec(), |role| vec![role_of(role)]);
    let from = midnight(bound.from, zone);
    // Up to and including the last second before the day it was withdrawn.
    let until =
        key.withdrawn.as_ref().map(|w| midnight(w.day, zone) - chrono::TimeDelta::seconds(1));
    let one = |role| AllowedKey {
        role,
        office: office.clone().unwrap_or_else(|| bound.office.clone()),
        key: public.clone(),
        from,
        until,
    };
    roles.into_iter().map(one).collect()
}

/// The beginning of a day on the clock of the book; a day has no zone of its own.
fn midnight(day: NaiveDate, zone: FixedOffset) -> DateTime<FixedOffset> {
    let at = day.and_time(NaiveTime::MIN);
    zone.from_local_datetime(&at).single().unwrap_or_else(|| at.and_utc().fixed_offset())
}
