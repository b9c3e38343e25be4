//! The papers of an association: what the minutes and the book say, laid out to be printed and signed.
//!
//! The sentences are in [`crate::text`]; a paper is set in a file format by [`crate::paper`]'s forms. A paper says
//! what the book knows and nothing else: what it does not know is a gap to be filled in by hand, and where too much
//! is missing the paper is refused, with the place where it is entered. No number is invented.

mod announcement;
mod ballots;
mod calendar;
mod certificate;
mod digest;
mod door;
mod extract;
mod finance;
pub mod form;
mod maker;
mod measures;
mod notice;
mod record;
mod report;
mod resolution;
mod script;
mod sheets;
mod slip;

pub use calendar::calendar;
pub use digest::digest;
pub use extract::extract;
pub use record::record;
pub use resolution::resolution;
pub use sheets::sheets;

use crate::charter::{Effect, Name};
use crate::minutes;
use crate::paper::{Look, Names, Paper, Tongue, side_by_side};
use crate::record::state::{Decision, Meeting};
use crate::record::{Book, Entry};
use crate::text::minutes::{Say, head_line};
use crate::text::papers::{kinds, refusals, words};
use crate::text::{Lang, Words};
use chrono::NaiveDate;
use maker::Maker;
use std::borrow::Cow;
use std::sync::Arc;

/// What kind of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is named after its paper")]
pub enum Kind {
    Notice,
    Reply,
    SignIn,
    Agenda,
    Proxy,
    VoteSlip,
    Ballot,
    TallySheet,
    ElectionReport,
    Announcement,
    Certificate,
    Expulsion,
    AuthorityReport,
    Finance,
    Warning,
    Script,
    Record,
    Digest,
    Resolution,
    Extract,
    Slip,
}

/// Each kind with its name on the command line and its name for people.
const KINDS: [(Kind, &str, Words); 21] = [
    (Kind::Notice, "notice", kinds::NOTICE),
    (Kind::Reply, "reply", kinds::REPLY),
    (Kind::SignIn, "sign-in", kinds::SIGN_IN),
    (Kind::Agenda, "agenda", kinds::AGENDA),
    (Kind::Proxy, "proxy", kinds::PROXY),
    (Kind::VoteSlip, "vote-slip", kinds::VOTE_SLIP),
    (Kind::Ballot, "ballot", kinds::BALLOT),
    (Kind::TallySheet, "tally-sheet", kinds::TALLY_SHEET),
    (Kind::ElectionReport, "election-report", kinds::ELECTION_REPORT),
    (Kind::Announcement, "announcement", kinds::ANNOUNCEMENT),
    (Kind::Certificate, "certificate", kinds::CERTIFICATE),
    (Kind::Expulsion, "expulsion", kinds::EXPULSION),
    (Kind::AuthorityReport, "authority-report", kinds::AUTHORITY),
    (Kind::Finance, "finance", kinds::FINANCE),
    (Kind::Warning, "warning", kinds::WARNING),
    (Kind::Script, "script", kinds::SCRIPT),
    (Kind::Record, "record", kinds::RECORD),
    (Kind::Digest, "digest", kinds::DIGEST),
    (Kind::Resolution, "resolution", kinds::RESOLUTION),
    (Kind::Extract, "extract", kinds::EXTRACT),
    (Kind::Slip, "slip", kinds::SLIP),
];

impl Kind {
    /// Every kind, in the order a meeting needs them.
    pub const ALL: [Self; 21] = {
        let mut all = [Self::Notice; 21];
        let mut place = 0;
        while place < all.len() {
            all[place] = KINDS[place].0;
            place += 1;
        }
        all
    };

    /// Its name on the command line.
    pub fn id(self) -> &'static str {
        KINDS.iter().find(|(kind, ..)| *kind == self).map_or("", |(_, id, _)| id)
    }

    /// The kind with this name.
    pub fn of(id: &str) -> Option<Self> {
        KINDS.iter().find(|(_, known, _)| *known == id).map(|(kind, ..)| *kind)
    }

    /// Its name for people.
    pub fn name(self) -> Words {
        KINDS.iter().find(|(kind, ..)| *kind == self).map_or(["", ""], |(.., name)| *name)
    }

    /// Whether it is made from a decision, which has to be named where there are several.
    pub fn is_of_a_decision(self) -> bool {
        self.made_from().is_some()
    }

    /// Whether both languages are set by its maker, and not side by side: what is filled in, marked or counted on
    /// has one table for both, because whoever marked the second of two would have marked twice. What was typed once
    /// stands once, and a certificate has one page, too narrow for two columns.
    fn sets_both(self) -> bool {
        matches!(
            self,
            Self::Reply
                | Self::SignIn
                | Self::Agenda
                | Self::Proxy
                | Self::Certificate
                | Self::VoteSlip
                | Self::Ballot
                | Self::TallySheet
                | Self::ElectionReport
                | Self::Finance
                | Self::Record
                | Self::Digest
                | Self::Resolution
                | Self::Extract
                | Self::Slip
        )
    }

    /// The decisions it is made from, by what they change; none for a paper of a meeting or of the book.
    fn made_from(self) -> Option<Source> {
        Some(match self {
            Self::Announcement => Source::These(&[Effect::Admit, Effect::Withdraw, Effect::Expel]),
            Self::Expulsion | Self::AuthorityReport => Source::These(&[Effect::Expel]),
            Self::Warning => Source::These(&[Effect::Warn]),
            Self::Resolution | Self::Extract => Source::Any,
            _ => return None,
        })
    }
}

/// Decisions a paper can be made from.
#[derive(Debug, Clone, Copy)]
enum Source {
    /// Every decision that stands.
    Any,
    /// Those whose matter changes this in the book.
    These(&'static [Effect]),
}

/// What a paper is asked for.
#[derive(Debug, Clone)]
pub struct Ask<'a> {
    /// The book as it stands.
    pub book: &'a Book,
    /// Its log.
    pub entries: &'a [Entry],
    /// Number and seal, in hexadecimal, of the last entry.
    pub head: (u64, String),
    /// Meeting number; the meeting in hand, or else the last, where absent.
    pub meeting: Option<u32>,
    /// Item number in the meeting.
    pub item: Option<u32>,
    /// Decision number in the book.
    pub decision: Option<u32>,
    /// Member number.
    pub unit: Option<u32>,
    /// Year of the funds; the last that is over where absent.
    pub year: Option<i32>,
    /// In which language.
    pub lang: Lang,
    /// The day it is made: only a year that is not over is said to be so.
    pub today: NaiveDate,
}

/// Why a paper cannot be made: what is missing and where it is entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused(pub Name);

impl From<Words> for Refused {
    fn from(said: Words) -> Self {
        Self(words(said))
    }
}

impl From<Name> for Refused {
    fn from(said: Name) -> Self {
        Self(said)
    }
}

/// The papers of this kind: one, or one for each contest, letter or member.
///
/// # Errors
/// Where the book lacks what the paper is about; the refusal says what and where to enter it.
pub fn make(kind: Kind, ask: &Ask) -> Result<Vec<Paper>, Refused> {
    if ask.book.charter.is_none() {
        return Err(refusals::NO_CHARTER.into());
    }
    let meeting = meeting_of(kind, ask)?;
    let book = as_then(ask, meeting);
    let Some(charter) = book.charter.as_deref() else {
        return Err(refusals::NO_CHARTER.into());
    };
    let held = meeting.and_then(|no| book.meeting(no));
    let one = |lang| {
        let mut papers = made(kind, &Maker { ask, book: &book, charter, lang })?;
        for paper in &mut papers {
            paper.kind = kind.id();
            if let Some(held) = held {
                let Name { zh, en } = crate::text::papers::meeting(charter, held);
                let [in_zh, in_en] = &mut paper.names;
                (in_zh.meeting, in_en.meeting) = (zh, en);
            }
        }
        Ok(papers)
    };
    match ask.lang {
        Lang::Both if !kind.sets_both() => {
            let (zh, en) = (one(Lang::Zh)?, one(Lang::En)?);
            Ok(zh.into_iter().zip(en).map(|(zh, en)| side_by_side(zh, en)).collect())
        }
        lang => one(lang),
    }
}

fn made(kind: Kind, maker: &Maker) -> Result<Vec<Paper>, Refused> {
    let meeting = || maker.meeting();
    match kind {
        Kind::Notice => Ok(vec![notice::notice(maker, meeting()?)]),
        Kind::Reply => notice::reply(maker, meeting()?).map(|paper| vec![paper]),
        Kind::Agenda => Ok(vec![notice::agenda(maker, meeting()?)]),
        Kind::SignIn => Ok(vec![door::sign_in(maker, meeting()?)]),
        Kind::Proxy => door::letters(maker, meeting()?),
        Kind::VoteSlip => ballots::slip(maker, meeting()?).map(|paper| vec![paper]),
        Kind::Ballot => ballots::ballots(maker, meeting()?),
        Kind::TallySheet => ballots::tally_sheets(maker, meeting()?),
        Kind::ElectionReport => report::reports(maker, meeting()?),
        Kind::Announcement => announcement::announcement(maker, decision(kind, maker.ask)?),
        Kind::Expulsion | Kind::Warning => measures::measure(maker, decision(kind, maker.ask)?),
        Kind::AuthorityReport => measures::letter(maker, decision(kind, maker.ask)?),
        Kind::Certificate => certificate::certificates(maker),
        Kind::Finance => finance::statement(maker).map(|paper| vec![paper]),
        Kind::Slip => slip::slips(maker, meeting()?),
        Kind::Script => Ok(vec![script::script(maker, meeting()?)]),
        Kind::Record | Kind::Digest => of_minutes(kind, maker, meeting()?.no),
        Kind::Resolution => of_minutes(kind, maker, decision(kind, maker.ask)?.meeting),
        Kind::Extract => {
            let (no, ask) = (decision(kind, maker.ask)?.no, maker.ask);
            let made = extract(ask.book, ask.entries, no, maker.lang, ask.head.clone());
            Ok(made.into_iter().collect())
        }
    }
}

/// The papers whose every fact stands in the minutes of a meeting.
fn of_minutes(kind: Kind, maker: &Maker, meeting: u32) -> Result<Vec<Paper>, Refused> {
    let (ask, lang) = (maker.ask, maker.lang);
    let minutes = minutes::compile(ask.book, ask.entries, meeting, ask.head.clone());
    let minutes = minutes.ok_or_else(|| refusals::no_meeting(Some(meeting)))?;
    let made = match kind {
        Kind::Record => record(&minutes, lang, false),
        Kind::Digest => digest(&minutes, lang),
        _ => resolution(&minutes, decision(kind, ask)?.no, lang),
    };
    Ok(made.into_iter().collect())
}

/// The meeting whose charter a paper is told by; none for a paper of the book itself.
fn meeting_of(kind: Kind, ask: &Ask) -> Result<Option<u32>, Refused> {
    if matches!(kind, Kind::Certificate | Kind::Finance) {
        return Ok(None);
    }
    if kind.made_from().is_some() {
        return decision(kind, ask).map(|d| Some(d.meeting));
    }
    meeting(ask).map(|m| Some(m.no))
}

/// The meeting asked for: by its number, or the one in hand, or the last.
fn meeting<'a>(ask: &Ask<'a>) -> Result<&'a Meeting, Refused> {
    let found = match ask.meeting {
        Some(no) => ask.book.meeting(no),
        None => ask.book.meeting_in_hand().or_else(|| ask.book.meetings.last()),
    };
    found.ok_or_else(|| refusals::no_meeting(ask.meeting).into())
}

/// The decision a paper is made from: by its number, or the only one of its kind.
fn decision<'a>(kind: Kind, ask: &Ask<'a>) -> Result<&'a Decision, Refused> {
    let of_kind = |d: &&Decision| {
        let matter = ask.book.charter.as_deref().and_then(|c| c.matter(&d.matter));
        match kind.made_from() {
            Some(Source::These(effects)) => matter.is_some_and(|m| effects.contains(&m.effect)),
            Some(Source::Any) => true,
            None => false,
        }
    };
    let fit = || ask.book.decisions.iter().filter(of_kind).filter(|d| !d.void);
    let numbers: Vec<u32> = fit().map(|d| d.no).collect();
    let Some(no) = ask.decision else {
        let mut all = fit();
        return match (all.next(), all.next()) {
            (Some(only), None) => Ok(only),
            _ => Err(refusals::which_decision(&numbers).into()),
        };
    };
    let known = ask.book.decisions.iter().find(|d| d.no == no);
    let known = known.ok_or_else(|| refusals::no_decision(no))?;
    if known.void {
        return Err(refusals::void(no).into());
    }
    if !of_kind(&known) {
        return Err(refusals::other_kind(no, kind.name(), &numbers).into());
    }
    Ok(known)
}

/// The book under the charter of the meeting's day: an old meeting's papers cite what was in force.
fn as_then<'a>(ask: &Ask<'a>, meeting: Option<u32>) -> Cow<'a, Book> {
    let compiled = |no| minutes::compile(ask.book, ask.entries, no, ask.head.clone());
    let then = meeting.and_then(compiled).as_ref().and_then(minutes::charter_of);
    match then {
        Some(then) if ask.book.charter.as_deref() != Some(&then) => {
            Cow::Owned(Book { charter: Some(Arc::new(then)), ..ask.book.clone() })
        }
        _ => Cow::Borrowed(ask.book),
    }
}

/// A paper in one language, or in both, side by side.
pub(crate) fn in_language(lang: Lang, make: impl Fn(Lang) -> Option<Paper>) -> Option<Paper> {
    match lang {
        Lang::Both => Some(side_by_side(make(Lang::Zh)?, make(Lang::En)?)),
        one => make(one),
    }
}

/// A paper from minutes, in one language: its title, its foot and nothing else yet.
pub(crate) fn begun(kind: Kind, say: &Say, title: Vec<String>) -> Paper {
    let minutes = say.minutes;
    let names = |lang: Lang| Names {
        title: title.clone(),
        association: lang.pick(&minutes.association.name),
        meeting: lang.pick(&minutes.meeting.title),
    };
    let names = [Lang::Zh, Lang::En].map(names);
    let author = say.lang.pick(&minutes.association.name);
    let day = minutes.meeting.date;
    let mut paper = Paper::new(Look::Official, tongue(say.lang), title, author, day);
    paper.kind = kind.id();
    paper.names = names;
    paper.foot = head_line(say);
    paper
}

/// The language of a paper's running text.
pub(crate) fn tongue(lang: Lang) -> Tongue {
    match lang {
        Lang::Zh => Tongue::Zh,
        Lang::En => Tongue::En,
        Lang::Both => Tongue::Both,
    }
}
