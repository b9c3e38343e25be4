//! The archive of a meeting: its minutes in every form, its figures, the log and the charters they rest on.
//!
//! What is issued is what was issued: the bytes of the version kept in the book go into the folder as they
//! are, and every other form is made from them and from nothing else.
//!
//! A signature is over the list of one folder. Entries of later days must not make another list of the same papers: the
//! list speaks of the moment from which it says what it says, and the folder that was signed is made again where the
//! papers come out with the same bytes.

mod standing;
pub mod taken;
pub mod words;

use crate::folder::{self, Contents};
use crate::ledger::{Ledger, LedgerError};
use crate::minutes::{self, Minutes};
use crate::paper::pdf::PdfError;
use crate::paper::{Enclosed, Paper, sheets};
use crate::papers;
use crate::papers::form::{Format, Press, write};
use crate::record::issue::{Role as Signs, SignWithKey, Signature};
use crate::record::state::Meeting;
use crate::record::{Book, Stamp};
use crate::seal::{self, About, AllowedKey, Role};
use crate::store::lines;
use crate::text::{Lang, words as said};
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, TimeZone};
use standing::{Standing, standings};
use std::path::Path;

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
    standings: Vec<Standing>,
    signed: Vec<Given>,
    minutes: Minutes,
    text: String,
    log: Option<String>,
    lang: Lang,
    /// The files still to be made from the minutes, in order.
    pub pieces: Vec<Piece>,
}

/// A signature made with a key under the version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// In what capacity; none where its file does not say.
    pub role: Option<Role>,
    /// The signature.
    pub armour: String,
}

/// Which folder is wanted.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// Language of the papers.
    pub lang: Lang,
    /// Without what is private, and the log.
    pub public: bool,
    /// The moment until which keys are looked at that hold only from a later day on.
    pub now: Stamp,
    /// What was signed already.
    pub after: After,
}

/// What becomes of the folder where the version bears signatures already.
#[derive(Debug, Clone)]
pub enum After {
    /// The one that was signed, by the signatures of the book.
    Signed,
    /// The one that this signature is over.
    Given(Given),
    /// A new one, as the book stands now.
    Anew,
}

/// A folder before it is written.
#[derive(Debug, Clone)]
pub struct Made {
    /// What it is made of.
    pub contents: Contents,
    /// What of the signatures was found.
    pub found: Found,
}

/// Whether a folder is one that was signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// No signature was looked for.
    Nothing,
    /// It is the one that was signed, with these.
    Signed(Vec<Given>),
    /// There are signatures, and these papers are not the ones they are over: other typefaces, another language, another
    /// style give other bytes. The folder that was signed has to be kept.
    Other,
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
pub fn plan(ledger: &mut Ledger, no: u32, wanted: Wanted) -> Result<Plan, Fault> {
    let Wanted { lang, public, now, after } = wanted;
    let rows = ledger.stored()?;
    let book = &ledger.book;
    book.meeting(no).ok_or(Fault::NoMeeting(no))?;
    let issued = book.minutes_of(no).and_then(|life| life.last()).filter(|v| !v.reopened);
    let issued = issued.ok_or(Fault::NotIssued(no))?;
    let (version, sha256) = (issued.of.version, issued.of.sha256.clone());
    let by_key = issued.signatures.iter().filter_map(|s| match s {
        Signature::Key(key) => Some(key.clone()),
        Signature::Ink(_) => None,
    });
    let by_key: Vec<SignWithKey> = by_key.collect();
    let standings = standings(&ledger.entries, no, version, now);
    let last = standings.last().cloned().ok_or(Fault::NotIssued(no))?;
    let mut signed = Vec::new();
    match after {
        After::Signed => {
            for key in by_key {
                let armour = kept(ledger, &key)?;
                signed.push(Given { role: Some(role_of(key.role)), armour });
            }
        }
        After::Given(given) => signed.push(given),
        After::Anew => {}
    }
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
        state: last.state,
        as_of: last.as_of,
        entry: minutes.head.entry,
        head: minutes.head.sha256.clone(),
        charters: charters.map(|c| (c.version.to_string(), c.sha256.clone())).collect(),
        signers: last.signers,
    };
    let until = minutes.head.entry;
    let own: Vec<_> = rows.into_iter().filter(|row| row.seq <= until).collect();
    let log = (!public).then(|| lines(&own));
    let pieces = pieces(&minutes);
    Ok(Plan { about, standings, signed, minutes, text, log, lang, pieces })
}

/// A signature of the book; one that was kept as a paper is read there.
fn kept(ledger: &mut Ledger, key: &SignWithKey) -> Result<String, Fault> {
    let paper = ledger.book.documents.iter().find(|d| Some(d.no) == key.document);
    Ok(match paper.map(|d| d.sha256.clone()) {
        Some(sha256) => {
            String::from_utf8_lossy(&ledger.paper(&sha256)?.unwrap_or_default()).into_owned()
        }
        None => key.signature.clone(),
    })
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
    /// and the log up to their head. Where it was signed, the list is the one that was signed.
    pub fn finish(self, made: Vec<(String, Vec<u8>)>) -> Made {
        let Self { mut about, standings, signed, minutes, text, log, .. } = self;
        let mut papers = made;
        papers.push(("minutes.json".to_owned(), text.into()));
        for charter in &minutes.charters {
            let name = format!("charter-v{}.toml", charter.version);
            // A version that was in force twice stands in the minutes twice, with the same text.
            if papers.iter().all(|(known, _)| *known != name) {
                papers.push((name, charter.text.clone().into()));
            }
        }
        papers.extend(log.map(|log| ("log.jsonl".to_owned(), log.into())));
        let digests = folder::digests(&papers);
        let mut best: (Option<&Standing>, Vec<Given>) = (None, Vec::new());
        for one in standings.iter().filter(|_| !signed.is_empty()) {
            one.put_into(&mut about);
            let list = folder::list(&about, &one.keys, &digests);
            let over = |given: &&Given| is_over(given, &list);
            let over: Vec<Given> = signed.iter().filter(over).cloned().collect();
            if over.len() > best.1.len() {
                best = (Some(one), over);
            }
        }
        let found = match best.0 {
            Some(_) => Found::Signed(best.1),
            None if signed.is_empty() => Found::Nothing,
            None => Found::Other,
        };
        let standing = best.0.or(standings.last());
        standing.into_iter().for_each(|one| one.put_into(&mut about));
        let keys = standing.map(|one| one.keys.clone()).unwrap_or_default();
        Made { contents: Contents { about, papers, keys }, found }
    }
}

/// Puts the signatures a folder was found by back into it; returns the names of their files. The folder was written a
/// moment ago with the list they are over, so that one left out is one whose key it does not have.
pub fn put_back(dir: &Path, given: &[Given]) -> Vec<String> {
    let put = |one: &Given| match one.role {
        Some(role) => folder::put(dir, role, one.armour.trim()).ok(),
        None => {
            let key = seal::signer(one.armour.trim()).ok()?;
            let keys = folder::keys(dir).ok()?;
            let role = keys.iter().find(|allowed| allowed.key.is(&key))?.role;
            folder::put(dir, role, one.armour.trim()).ok()
        }
    };
    given.iter().filter_map(put).collect()
}

fn is_over(given: &Given, list: &str) -> bool {
    let armour = given.armour.trim();
    seal::signer(armour).is_ok_and(|key| seal::verify(armour, list.as_bytes(), &key).is_ok())
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
            // Withdrawn on the very day it holds until that moment; otherwise until the day that was said begins.
            let until = bound.gone().map(|gone| gone - chrono::TimeDelta::seconds(1));
            let from = midnight(of.from, zone);
            // One that never held is none that may sign; OpenSSH would not read its line.
            if until.is_some_and(|until| until <= from) {
                continue;
            }
            all.push(AllowedKey {
                role: role_of(role),
                office: office.unwrap_or_else(|| said::role(Lang::Zh, role)),
                key,
                from,
                until,
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
