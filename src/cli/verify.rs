//! `quorate verify`: a book, a folder or minutes looked at as an opponent would. Nothing is written.

mod older;
mod signed;

use super::out;
use crate::archive::{self, taken};
use crate::audit::{self, Line};
use crate::folder::{self, words};
use crate::ledger::{self, Ledger};
use crate::minutes::{self, Minutes};
use crate::record::{self, Entry};
use crate::seal::{self, Role};
use crate::store::{self, Head, Stored, Verdict};
use crate::text::audit::Sides;
use crate::text::verify::{Ending, Fault, Seen, Unfit};
use crate::text::{self, Lang};
use anyhow::anyhow;
use std::path::Path;
use std::process::ExitCode;

/// How a file of SQLite begins.
const SQLITE: &[u8] = b"SQLite format 3\0";

/// What was looked at: for a continuation and for naming what changed.
#[derive(Default)]
struct Record {
    /// Every entry's seal; none where there are only minutes.
    chain: Option<Vec<Head>>,
    minutes: Vec<Minutes>,
}

/// The looking: what is said, and the first thing that does not hold.
struct Look {
    lang: Lang,
    broken: Option<String>,
}

impl Look {
    fn pass(&self, seen: &Seen) {
        self.passed(&text::verify::seen(self.lang, seen));
    }
    fn passed(&self, said: &str) {
        out::line(format_args!("PASS {said}"));
    }
    fn fail(&mut self, fault: &Fault) {
        self.failed(text::verify::fault(self.lang, fault));
    }
    fn failed(&mut self, said: String) {
        out::line(format_args!("FAIL {said}"));
        self.first(said);
    }
    /// What this record alone cannot show.
    fn remark(&self, said: &str) {
        out::line(format_args!("NOTE {said}"));
    }
    fn first(&mut self, said: String) {
        self.broken.get_or_insert(said);
    }
    fn unfit(&self, unfit: &Unfit) -> anyhow::Error {
        anyhow!(text::verify::unfit(self.lang, unfit))
    }
}

/// Looks at a record, and whether it goes on from an older one. 0 whole, 1 broken, 2 unreadable, 3 whole but no
/// continuation.
pub(super) fn run(
    lang: Lang,
    path: &Path,
    extends: Option<&str>,
    book: Option<&Path>,
) -> anyhow::Result<ExitCode> {
    let mut look = Look { lang, broken: None };
    match looked(&mut look, path, extends, book) {
        Ok(ending) => {
            out::line(text::verify::verdict(lang, look.broken.as_deref(), &ending));
            Ok(ExitCode::from(match (&look.broken, ending) {
                (Some(_), _) => 1,
                (None, Ending::Apart | Ending::Earlier(_)) => 3,
                (None, Ending::Whole) => 0,
            }))
        }
        Err(error) => {
            out::note(format_args!("quorate: {}", super::error_text(lang, &error)));
            Ok(ExitCode::from(2))
        }
    }
}

fn looked(
    look: &mut Look,
    path: &Path,
    extends: Option<&str>,
    book: Option<&Path>,
) -> anyhow::Result<Ending> {
    let record = if path.is_dir() {
        of_folder(look, path, book)?
    } else if begins(path)? {
        of_book(look, path)?
    } else {
        let minutes = of_file(look, path)?;
        audited(look, &minutes);
        Record { chain: None, minutes: vec![minutes] }
    };
    match extends {
        Some(old) if look.broken.is_none() => older::goes_on(look, &record, old),
        _ => Ok(Ending::Whole),
    }
}

fn begins(path: &Path) -> anyhow::Result<bool> {
    let mut first = [0; 16];
    let mut file = std::fs::File::open(path)?;
    let read = std::io::Read::read(&mut file, &mut first)?;
    Ok(first.get(..read) == Some(SQLITE))
}

/// The minutes in a file; one that is something else cannot be looked at.
fn of_file(look: &Look, path: &Path) -> anyhow::Result<Minutes> {
    let name = path.display().to_string();
    let bytes = super::file(look.lang, path)?;
    let Ok(text) = String::from_utf8(bytes) else {
        return Err(look.unfit(&Unfit::Unknown(name)));
    };
    let unfit = if text.starts_with('{') { Unfit::Format(name) } else { Unfit::Unknown(name) };
    minutes::read(&text).ok_or_else(|| look.unfit(&unfit))
}

/// Every decision worked out again.
fn audited(look: &mut Look, minutes: &Minutes) {
    let report = audit::minutes(minutes);
    text::audit::report(look.lang, &report).iter().for_each(out::line);
    if let Some(bad) = report.first_bad() {
        look.first(said(look.lang, bad));
    }
}

/// A bad line and the first thing wrong with it.
fn said(lang: Lang, line: &Line) -> String {
    let what = lang.pick(&text::audit::line(line));
    let first = line.faults.first().map(|f| lang.pick(&text::audit::fault(f)));
    format!("{what} — {}", first.unwrap_or_default())
}

fn of_book(look: &mut Look, path: &Path) -> anyhow::Result<Record> {
    let report = store::verify(path);
    let said = text::store::report(look.lang, &report);
    match report.verdict {
        Verdict::Whole => out::line(&said),
        Verdict::Broken(_) => {
            // The paragraph says it all; the conclusion only points at it.
            out::line(&said);
            look.first(String::new());
            return Ok(Record::default());
        }
        Verdict::Unreadable(error) => return Err(error.into()),
    }
    let mut ledger = Ledger::open_read_only(path)?;
    // Cards lie outside the chain: what is wrong with them leaves the book whole.
    let cards = ledger.check_cards()?;
    text::store::cards(look.lang, &cards).into_iter().for_each(out::line);
    let chain = heads(&ledger.stored()?);
    let mut record = Record { chain: Some(chain.clone()), minutes: Vec::new() };
    for meeting in &ledger.book.meetings {
        let head = (ledger.head.seq, ledger.head.hash.hex());
        if let Some(minutes) = minutes::compile(&ledger.book, &ledger.entries, meeting.no, head) {
            audited(look, &minutes);
            record.minutes.push(minutes);
        }
    }
    issued(look, &mut ledger, &chain)?;
    signed::of_book(look, &mut ledger)?;
    Ok(record)
}

fn heads(entries: &[Stored]) -> Vec<Head> {
    entries.iter().map(|e| Head { seq: e.seq, hash: e.hash }).collect()
}

/// The head of this number, if the chain has it.
fn at(chain: &[Head], seq: u64) -> Option<Head> {
    let place = usize::try_from(seq.checked_sub(1)?).ok()?;
    chain.get(place).copied()
}

/// The minutes of a meeting as the log had them at a head.
fn compiled(entries: &[Entry], head: &Head, meeting: u32) -> Option<Minutes> {
    let until = entries.get(..usize::try_from(head.seq).ok()?)?;
    let book = record::replay(until);
    minutes::compile(&book, until, meeting, (head.seq, head.hash.hex()))
}

/// Every version ever issued against what the log comes to at the entry it names.
fn issued(look: &mut Look, ledger: &mut Ledger, chain: &[Head]) -> anyhow::Result<()> {
    let mut versions = Vec::new();
    for meeting in &ledger.book.meetings {
        let life = ledger.book.minutes_of(meeting.no);
        let known = life.into_iter().flat_map(|life| &life.versions);
        versions.extend(known.map(|version| (meeting.no, version.of.clone())));
    }
    for (meeting, version) in versions {
        let bytes = ledger.paper(&version.sha256)?.unwrap_or_default();
        let kept = String::from_utf8(bytes).ok().and_then(|text| minutes::read(&text));
        match kept {
            Some(kept) if kept.meeting.no == meeting => {
                if (kept.head.entry, &kept.head.sha256)
                    != (version.head_entry, &version.head_sha256)
                {
                    look.fail(&Fault::Compiled(meeting, version.version));
                }
                against(look, &ledger.entries, chain, &kept, version.version);
            }
            _ => look.fail(&Fault::NotMinutes(meeting, version.version)),
        }
    }
    Ok(())
}

/// Minutes against the log they say they come from; what differs is named, decision by decision.
fn against(look: &mut Look, entries: &[Entry], chain: &[Head], kept: &Minutes, version: u32) {
    let meeting = kept.meeting.no;
    let named = kept.head.sha256.parse().ok().map(|hash| Head { seq: kept.head.entry, hash });
    let found = at(chain, kept.head.entry);
    match (named, found) {
        (Some(named), Some(found)) if named == found => look.pass(&Seen::Head(found)),
        (Some(named), _) => look.fail(&Fault::Head(named)),
        (None, _) => look.fail(&Fault::NotMinutes(meeting, version)),
    }
    // Where the log has gone another way, what it comes to now is compared all the same, to name what changed.
    let head = found.or(chain.last().copied()).unwrap_or_else(store::genesis);
    let mut now = compiled(entries, &head, meeting);
    if kept.left_out > 0 {
        now = now.map(|minutes| minutes::public(&minutes));
    }
    if now.as_ref() == Some(kept) {
        return look.pass(&Seen::Compiled(meeting, version));
    }
    look.fail(&Fault::Compiled(meeting, version));
    if let Some(now) = now {
        differing(look, Sides::Chain, kept, &now);
    }
}

fn differing(look: &Look, sides: Sides, was: &Minutes, is: &Minutes) {
    for difference in audit::differences(was, is) {
        out::line(format_args!("      {}", text::audit::difference(look.lang, sides, &difference)));
    }
}

/// What the book a folder was exported from knows of it.
#[derive(Default)]
struct Known {
    /// The keys of the book that go with the meeting.
    keys: Option<Vec<seal::AllowedKey>>,
    /// Signatures by key over this very folder: role, fingerprint, who.
    signed: Vec<(Role, String, String)>,
}

fn known(look: &Look, dir: &Path, book: &Path) -> anyhow::Result<Known> {
    // A folder that was changed is judged by what lies in it; its faults are named there.
    let Ok(ready) = folder::ready(dir) else { return Ok(Known::default()) };
    let ledger = Ledger::open_read_only(book)?;
    let held = taken::held(&ledger.book, &ready);
    let held = held.ok_or_else(|| anyhow!(archive::words::not_of_this_book(look.lang, dir)))?;
    let zone = *ready.manifest.about.as_of.offset();
    let meeting = ledger.book.meeting(held.meeting);
    let keys = meeting.map(|meeting| archive::allowed(&ledger.book, meeting, zone));
    let signed = taken::signed_over(&ledger.book, &ready, held);
    Ok(Known { keys, signed })
}

/// The minutes of a folder where they can be read; nothing is said where not.
fn minutes_in(dir: &Path) -> Option<Minutes> {
    minutes::read(&String::from_utf8(std::fs::read(dir.join("minutes.json")).ok()?).ok()?)
}

fn of_folder(look: &mut Look, dir: &Path, book: Option<&Path>) -> anyhow::Result<Record> {
    let known = book.map(|book| known(look, dir, book)).transpose()?.unwrap_or_default();
    let mut report = folder::check(dir, known.keys.as_deref());
    // Who is to sign stands in the minutes; the list of the folder has the roles only.
    let own = minutes_in(dir);
    let people: Vec<(Role, String)> = own
        .iter()
        .flat_map(minutes::signers)
        .map(|(role, who)| (archive::role_of(role), who))
        .collect();
    report.expect(&people, &known.signed);
    let mut lines = words::report(look.lang, &report);
    // The list names association and meeting in Chinese; the minutes have both names.
    let names = own.map(|m| {
        format!("{} · {}", look.lang.pick(&m.association.name), look.lang.pick(&m.meeting.title))
    });
    if let (Some(first), Some(names), Lang::En) = (lines.first_mut(), names, look.lang) {
        *first = names;
    }
    lines.iter().for_each(out::line);
    if let Some(fault) = report.faults.first() {
        look.first(words::fault(look.lang, fault));
    }
    for (role, key, who) in &known.signed {
        let is_it =
            |s: &folder::Signed| s.role == *role && s.fingerprint == *key && s.attachment.is_none();
        if !report.signed.iter().any(is_it) {
            let said = archive::words::missing(look.lang, *role, who, key);
            out::line(format!("FAIL {said}"));
            look.first(said);
        }
    }
    let path = dir.join("minutes.json");
    if !path.is_file() {
        return Err(look.unfit(&Unfit::Missing(path.display().to_string())));
    }
    let kept = of_file(look, &path)?;
    let mut record = Record::default();
    let log = dir.join("log.jsonl");
    if log.is_file() {
        let text = String::from_utf8_lossy(&super::file(look.lang, &log)?).into_owned();
        match store::read_lines(&text) {
            Ok(stored) => {
                let chain = heads(&stored);
                chain.last().iter().for_each(|head| look.pass(&Seen::Chain(**head)));
                match stored.iter().map(ledger::entry).collect::<Result<Vec<_>, _>>() {
                    Ok(entries) => against(look, &entries, &chain, &kept, 0),
                    Err(ledger::LedgerError::Unreadable { seq, .. }) => {
                        look.fail(&Fault::Entry(seq));
                    }
                    Err(error) => return Err(error.into()),
                }
                record.chain = Some(chain);
            }
            Err(fault) => look.fail(&Fault::Line(fault)),
        }
    }
    for charter in &kept.charters {
        let file = dir.join(format!("charter-v{}.toml", charter.version));
        if file.is_file() {
            let same = super::file(look.lang, &file)? == charter.text.as_bytes();
            if same {
                look.pass(&Seen::Charter(charter.version));
            } else {
                look.fail(&Fault::Charter(charter.version));
            }
        }
    }
    audited(look, &kept);
    record.minutes.push(kept);
    Ok(record)
}
