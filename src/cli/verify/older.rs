//! Whether a record goes on from an older one: a book, a folder, minutes, a log, or a last entry as it is printed.

use super::{Look, Record, at, begins, compiled, differing, heads, of_file};
use crate::cli::{file, out};
use crate::ledger::Ledger;
use crate::minutes::Minutes;
use crate::store::{self, Head};
use crate::text;
use crate::text::audit::Sides;
use crate::text::verify::{Ending, Fault, Seen, Unfit};
use anyhow::anyhow;
use std::path::Path;

/// What is known of an older record.
struct Older {
    last: Last,
    /// Every entry's seal, where there is a log.
    chain: Vec<Head>,
    minutes: Vec<Minutes>,
}

/// The last entry of an older record, as far as it is given.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Last {
    /// Its number and seal.
    Head(Head),
    /// Its seal alone.
    Seal(store::Digest),
    /// Its number, and its seal in eight letters.
    Letters(u64, String),
}

/// Whether a record contains the last entry of an older one; where not, what the two say differently is named.
pub(super) fn goes_on(look: &Look, record: &Record, old: &str) -> anyhow::Result<Ending> {
    let older = older(look, old)?;
    let own = last_of(record);
    match found(look, record, &older.last)? {
        Some(head) => {
            let seen = match older.last {
                Last::Letters(..) => Seen::ExtendsByLetters(head),
                _ => Seen::Extends(head),
            };
            look.pass(&seen);
            return Ok(Ending::Whole);
        }
        None => {
            let fault = match &older.last {
                Last::Head(head) => Fault::Head(*head),
                Last::Seal(seal) => Fault::Seal(*seal),
                Last::Letters(seq, letters) => Fault::Letters(*seq, letters.clone()),
            };
            // The other way round: the record looked at may be the older of the two.
            if let (Some(own), Some(last)) = (own, older.last.seq())
                && last > own.seq
                && (older.chain.is_empty() || at(&older.chain, own.seq) == Some(own))
            {
                let known = !older.chain.is_empty();
                return Ok(Ending::Earlier(text::verify::Earlier {
                    own: own.seq,
                    other: last,
                    known,
                }));
            }
            out::line(format_args!("FAIL {}", text::verify::fault(look.lang, &fault)));
        }
    }
    for was in &older.minutes {
        if let Some(is) = record.minutes.iter().find(|m| m.meeting.no == was.meeting.no) {
            differing(look, Sides::Older, was, is);
        }
    }
    Ok(Ending::Apart)
}

impl Last {
    fn seq(&self) -> Option<u64> {
        match self {
            Self::Head(head) => Some(head.seq),
            Self::Letters(seq, _) => Some(*seq),
            Self::Seal(_) => None,
        }
    }
}

/// The last entry of the record looked at.
fn last_of(record: &Record) -> Option<Head> {
    let chain = record.chain.as_ref().and_then(|chain| chain.last().copied());
    chain.or_else(|| {
        let head = &record.minutes.first()?.head;
        Some(Head { seq: head.entry, hash: head.sha256.parse().ok()? })
    })
}

/// The entry of a record that is the last one of an older record.
fn found(look: &Look, record: &Record, last: &Last) -> anyhow::Result<Option<Head>> {
    let is = |head: &Head| match last {
        Last::Head(of) => head == of,
        Last::Seal(seal) => head.hash == *seal,
        Last::Letters(seq, letters) => head.seq == *seq && head.hash.short() == *letters,
    };
    if let Some(chain) = &record.chain {
        return Ok(chain.iter().find(|head| is(head)).copied());
    }
    let own = last_of(record);
    match (own, last.seq()) {
        (Some(own), _) if is(&own) => Ok(Some(own)),
        (Some(own), Some(seq)) if seq >= own.seq => Ok(None),
        (_, seq) => Err(look.unfit(&Unfit::NoLog(seq.unwrap_or_default()))),
    }
}

fn older(look: &Look, old: &str) -> anyhow::Result<Older> {
    let path = Path::new(old);
    if path.is_dir() {
        let log = path.join("log.jsonl");
        let chain = if log.is_file() { of_log(look, &log)? } else { Vec::new() };
        return of_minutes(look, of_file(look, &path.join("minutes.json"))?, chain);
    }
    if !path.exists() {
        let last = printed(old).ok_or_else(|| look.unfit(&Unfit::NotALast(old.to_owned())))?;
        return Ok(Older { last, chain: Vec::new(), minutes: Vec::new() });
    }
    if begins(path)? {
        let mut ledger = Ledger::open_read_only(path)?;
        let chain = heads(&ledger.stored()?);
        let of = |no| compiled(&ledger.entries, &ledger.head, no);
        let minutes = ledger.book.meetings.iter().filter_map(|m| of(m.no)).collect();
        return Ok(Older { last: Last::Head(ledger.head), chain, minutes });
    }
    if path.extension().is_some_and(|e| e == "jsonl") {
        let chain = of_log(look, path)?;
        let last = Last::Head(chain.last().copied().unwrap_or_else(store::genesis));
        return Ok(Older { last, chain, minutes: Vec::new() });
    }
    of_minutes(look, of_file(look, path)?, Vec::new())
}

fn of_log(look: &Look, path: &Path) -> anyhow::Result<Vec<Head>> {
    let text = String::from_utf8_lossy(&file(look.lang, path)?).into_owned();
    let stored = store::read_lines(&text)
        .map_err(|fault| anyhow!(text::verify::fault(look.lang, &Fault::Line(fault))))?;
    Ok(heads(&stored))
}

fn of_minutes(look: &Look, minutes: Minutes, chain: Vec<Head>) -> anyhow::Result<Older> {
    let hash = minutes.head.sha256.parse();
    let hash = hash.map_err(|_| look.unfit(&Unfit::Format(minutes.head.sha256.clone())))?;
    let last = Last::Head(Head { seq: minutes.head.entry, hash });
    Ok(Older { last, chain, minutes: vec![minutes] })
}

/// A last entry as it is printed: its number and its 64 letters, in one piece or in groups; the letters alone; or its
/// number and the eight letters of the short form.
fn printed(text: &str) -> Option<Last> {
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    };
    let text: String = text.chars().map(narrow).collect();
    let words: Vec<&str> = text
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '-')
        .filter(|w| !w.is_empty())
        .collect();
    // A number is a word of its own: the letters of a seal may begin with figures too.
    let number = |before: usize| {
        let words = words.get(..before)?.iter().rev();
        words.into_iter().find(|w| w.bytes().all(|b| b.is_ascii_digit()))?.parse().ok()
    };
    // The last place counts at which 64 letters begin: a number of four figures before them looks like a group.
    let seal = (0..words.len()).rev().find_map(|from| Some((from, seal_at(words.get(from..)?)?)));
    if let Some((from, hash)) = seal {
        return Some(match number(from) {
            Some(seq) => Last::Head(Head { seq, hash }),
            None => Last::Seal(hash),
        });
    }
    let letters = words.iter().position(|word| is_short(&word.to_ascii_uppercase()))?;
    Some(Last::Letters(number(letters)?, words.get(letters)?.to_ascii_uppercase()))
}

/// A seal at the beginning of these words, in one of them or in groups.
fn seal_at(words: &[&str]) -> Option<store::Digest> {
    let mut all = String::new();
    for word in words.iter().take_while(|word| word.bytes().all(|b| b.is_ascii_hexdigit())) {
        all.push_str(word);
        if all.len() >= 64 {
            break;
        }
    }
    (all.len() == 64).then(|| all.to_ascii_lowercase().parse().ok())?
}

/// Whether it is written as [`store::Digest::short`] writes it.
fn is_short(word: &str) -> bool {
    let letter = |b: u8| matches!(b, b'A'..=b'Z' | b'2'..=b'7');
    let bytes = word.as_bytes();
    bytes.len() == 9
        && bytes.iter().enumerate().all(|(at, b)| if at == 4 { *b == b'-' } else { letter(*b) })
}
