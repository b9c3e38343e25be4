//! The archive of a meeting: its minutes in every form, its figures, the log and the charters they rest on.
//!
//! What is issued is what was issued: the bytes of the version kept in the book go into the folder as they
//! are, and every other form is made from them and from nothing else.

pub mod taken;
pub mod words;

use crate::folder::Contents;
use crate::ledger::{Ledger, LedgerError};
use crate::minutes::{self, Minutes};
use crate::paper::pdf::PdfError;
use crate::paper::{Enclosed, Paper, sheets};
use crate::papers;
use crate::papers::form::{Format, Press, write};
use crate::record::Book;
use crate::record::issue::{Role as Signs, signers};
use crate::record::state::Meeting;
use crate::seal::{self, About, AllowedKey, Role};
use crate::store::lines;
use crate::text::{Lang, words as said};
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, TimeZone};

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

/// What the folder of a meeting will hold: made file by file, for some take a second.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    about: About,
    keys: Vec<AllowedKey>,
    minutes: Minutes,
    text: String,
    log: Option<String>,
    lang: Lang,
    /// The files still to be made from the minutes, in order.
    pub pieces: Vec<Piece>,
}

/// A file to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Its name in the folder.
    pub name: String,
    what: What,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Record(Format),
    Summary(Format),
    Resolution(u32, Format),
    Table(usize),
    Workbook,
    Calendar,
}

/// What is printed comes as a file to be worked on and as one to be kept.
const PRINTED: [Format; 2] = [Format::Docx, Format::Pdf];

/// Plans the folder of a meeting from the last version of its minutes. A public folder leaves out what is
/// private, and the log with it. Both languages stand side by side.
///
/// # Errors
/// [`Fault`], where there is no such meeting or no version of its minutes.
pub fn plan(ledger: &mut Ledger, no: u32, lang: Lang, public: bool) -> Result<Plan, Fault> {
    let rows = ledger.stored()?;
    let book = &ledger.book;
    let meeting = book.meeting(no).ok_or(Fault::NoMeeting(no))?;
    let issued = book.minutes_of(no).and_then(|life| life.last()).filter(|v| !v.reopened);
    let issued = issued.ok_or(Fault::NotIssued(no))?;
    let (version, sha256) = (issued.of.version, issued.of.sha256.clone());
    let state = issued.state().code().to_owned();
    let mut roles: Vec<Role> = signers(meeting).iter().map(|(role, _)| role_of(*role)).collect();
    roles.dedup();
    let as_of = ledger.entries.last().map_or(issued.at, |entry| entry.entered);
    let keys = allowed(book, meeting, *as_of.offset());
    let bytes = ledger.paper(&sha256)?.ok_or(Fault::Unread(version))?;
    let text = String::from_utf8(bytes).map_err(|_| Fault::Unread(version))?;
    let minutes = minutes::read(&text).ok_or(Fault::Unread(version))?;
    let (minutes, text) = if public {
        let copy = minutes::public(&minutes);
        let text = minutes::json(&copy);
        (copy, text)
    } else {
        (minutes, text)
    };
    let charters = minutes.charters.iter();
    let about = About {
        association: minutes.association.id.clone(),
        name: minutes.association.name.zh.clone(),
        meeting: minutes.meeting.title.zh.clone(),
        version,
        state,
        as_of,
        entry: minutes.head.entry,
        head: minutes.head.sha256.clone(),
        charters: charters.map(|c| (c.version.to_string(), c.sha256.clone())).collect(),
        signers: roles,
    };
    let until = minutes.head.entry;
    let own: Vec<_> = rows.into_iter().filter(|row| row.seq <= until).collect();
    let log = (!public).then(|| lines(&own));
    let pieces = pieces(&minutes);
    Ok(Plan { about, keys, minutes, text, log, lang, pieces })
}

fn pieces(minutes: &Minutes) -> Vec<Piece> {
    let mut all: Vec<Piece> = Vec::new();
    let mut put = |name: String, what| all.push(Piece { name, what });
    for format in Format::ALL {
        put(format!("record.{}", format.id()), What::Record(format));
    }
    for format in PRINTED {
        put(format!("summary.{}", format.id()), What::Summary(format));
    }
    for decision in minutes.decisions.iter().filter(|d| !d.void) {
        for format in PRINTED {
            let name = format!("resolution-{}.{}", decision.no, format.id());
            put(name, What::Resolution(decision.no, format));
        }
    }
    put("attendance.csv".to_owned(), What::Table(0));
    put("votes.csv".to_owned(), What::Table(1));
    if minutes.items.iter().any(|i| i.election.as_ref().is_some_and(|e| !e.rounds.is_empty())) {
        put("elections.csv".to_owned(), What::Table(2));
    }
    put("figures.xlsx".to_owned(), What::Workbook);
    put("meeting.ics".to_owned(), What::Calendar);
    all
}

impl Plan {
    /// The number of the version.
    pub fn version(&self) -> u32 {
        self.about.version
    }

    /// A file of the plan; nothing where the minutes have nothing for it.
    ///
    /// # Errors
    /// [`Fault::Pdf`] where a letter is in no typeface, with the words it stands in; [`Fault::Tables`].
    pub fn make(&self, piece: &Piece, press: &Press) -> Result<Option<Vec<u8>>, Fault> {
        let (minutes, lang) = (&self.minutes, self.lang);
        let (paper, format) = match piece.what {
            What::Record(format) => (self.record(), format),
            What::Summary(format) => (papers::digest(minutes, lang), format),
            What::Resolution(no, format) => (papers::resolution(minutes, no, lang), format),
            What::Calendar => return Ok(Some(papers::calendar(minutes, lang).into())),
            What::Table(_) | What::Workbook => return self.tables(piece.what),
        };
        let Some(paper) = paper else {
            return Ok(None);
        };
        let bytes = write(&paper, format, press);
        bytes.map(Some).map_err(|error| Fault::Pdf(piece.name.clone(), error))
    }

    /// The record, with the data it is made from inside its PDF.
    fn record(&self) -> Option<Paper> {
        let mut paper = papers::record(&self.minutes, self.lang, false)?;
        paper.enclosed.push(Enclosed {
            name: "minutes.json".to_owned(),
            media: "application/json".to_owned(),
            about: self.lang.say(["会议记录的数据", "the record as data"]),
            bytes: self.text.clone().into(),
        });
        Some(paper)
    }

    fn tables(&self, what: What) -> Result<Option<Vec<u8>>, Fault> {
        let Some(tables) = papers::sheets(&self.minutes, self.lang) else {
            return Ok(None);
        };
        let said = |error: &dyn std::fmt::Display| Fault::Tables(error.to_string());
        let What::Table(place) = what else {
            let book = sheets::xlsx(&tables, self.minutes.meeting.date);
            return book.map(Some).map_err(|e| said(&e));
        };
        let table = tables.get(place).map(|sheet| sheets::comma_separated(&sheet.table));
        table.transpose().map_err(|e| said(&e))
    }

    /// The whole folder, from the files that were made: with the minutes as they were issued, their charters
    /// and the log up to their head.
    pub fn finish(self, made: Vec<(String, Vec<u8>)>) -> Contents {
        let mut papers = made;
        papers.push(("minutes.json".to_owned(), self.text.into()));
        for charter in &self.minutes.charters {
            let name = format!("charter-v{}.toml", charter.version);
            // A version that was in force twice stands in the minutes twice, with the same text.
            if papers.iter().all(|(known, _)| *known != name) {
                papers.push((name, charter.text.clone().into()));
            }
        }
        papers.extend(self.log.map(|log| ("log.jsonl".to_owned(), log.into())));
        Contents { about: self.about, papers, keys: self.keys }
    }
}

/// The role of a signature on the minutes, as keys have it.
pub fn role_of(role: Signs) -> Role {
    match role {
        Signs::Presider => Role::Presider,
        Signs::Recorder => Role::Recorder,
        Signs::Teller => Role::Teller,
    }
}

/// The keys of the book that go with who held a role in the meeting, withdrawn ones too.
pub fn allowed(book: &Book, meeting: &Meeting, zone: FixedOffset) -> Vec<AllowedKey> {
    let charter = book.charter.as_deref();
    let mut all = Vec::new();
    for role in [Signs::Presider, Signs::Recorder, Signs::Teller] {
        for bound in book.archive.keys.iter().filter(|k| book.key_fits(meeting, role, k)) {
            let of = &bound.of.of;
            let Ok(key) = seal::Public::read(&of.key) else {
                continue;
            };
            let office = charter.and_then(|c| c.office(&of.office)).map(|o| o.name.zh.clone());
            // The day of a withdrawal is the first on which the key no longer holds.
            let until = bound.withdrawn.as_ref().map(|w| midnight(w.day, zone));
            all.push(AllowedKey {
                role: role_of(role),
                office: office.unwrap_or_else(|| said::role(Lang::Zh, role)),
                key,
                from: midnight(of.from, zone),
                until: until.map(|until| until - chrono::TimeDelta::seconds(1)),
            });
        }
    }
    all
}

/// The beginning of a day on the clock of the book; a day has no zone of its own.
fn midnight(day: NaiveDate, zone: FixedOffset) -> DateTime<FixedOffset> {
    let at = day.and_time(NaiveTime::MIN);
    zone.from_local_datetime(&at).single().unwrap_or_else(|| at.and_utc().fixed_offset())
}
