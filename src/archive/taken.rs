//! Signatures of a folder looked at for the book: which it can take in, which it has, and why not the others.
//!
//! Whether a signature is genuine is found out here, with the keys of the book and not with those the folder brings
//! along. What may be entered is the record's to say: every command made here is decided like any other.

use super::role_of;
use crate::folder::{Offer, Ready};
use crate::record::finding::Refusal;
use crate::record::issue::{BoundKey, Issued, Role as Signs, SignWithKey, Signature, signers};
use crate::record::state::Meeting;
use crate::record::{self, Book, Command, Request, Stamp};
use crate::seal::{self, Role};
use crate::text::{Lang, words};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Which version of which meeting a folder holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// The meeting.
    pub meeting: u32,
    /// The version.
    pub version: u32,
}

/// A signature with what is to become of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// Its file.
    pub file: String,
    /// In what capacity.
    pub role: Signs,
    /// What becomes of it.
    pub outcome: Outcome,
}

/// What becomes of a signature.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// The book can take it in.
    New(Box<SignWithKey>),
    /// The book has it, of this person.
    Known(String),
    /// The book does not take it in.
    Refused(Why),
}

/// Why a signature is not taken in.
#[derive(Debug, Clone, PartialEq)]
pub enum Why {
    /// It is none over the list of this folder.
    Seal(seal::Fault),
    /// Its key is bound to nothing in the book; the fingerprint.
    Unbound(String),
    /// Its key is bound, to these, and none of them goes with the role in this meeting.
    Role(Vec<String>),
    /// Its key was not in force yet on the day the papers speak of; its first day.
    Early(NaiveDate),
    /// Its key was in force no more on that day; the day it was withdrawn.
    Over(NaiveDate),
    /// Several have the role, and the key does not say which of them signed.
    Person(Vec<String>),
    /// The record refuses it.
    Book(Refusal),
}

/// Which version of the book a folder holds: its `minutes.json` is to the byte what was issued, and its list says
/// so too. None for a folder of another book, and for a copy for the public that leaves something out.
pub fn held(book: &Book, ready: &Ready) -> Option<Held> {
    let (about, minutes) = (&ready.manifest.about, ready.file("minutes.json")?);
    book.archive.minutes.iter().find_map(|(meeting, life)| {
        let is_it = |v: &&Issued| {
            v.of.sha256 == minutes
                && v.of.version == about.version
                && (v.of.head_entry, &v.of.head_sha256) == (about.entry, &about.head)
        };
        let version = life.versions.iter().find(is_it)?.of.version;
        Some(Held { meeting: *meeting, version })
    })
}

/// Looks at every signature that was found. `who` says who signed, by file, where several have the role.
pub fn judge(
    book: &Book,
    ready: &Ready,
    held: Held,
    offers: &[Offer],
    who: &BTreeMap<String, String>,
    now: Stamp,
) -> Vec<Judged> {
    let mut all: Vec<Judged> = Vec::new();
    for offer in offers {
        let role = signs(offer.role);
        let outcome = match one(book, ready, held, offer, who.get(&offer.file), now) {
            Ok(Ok(given)) => match all.iter().find_map(|other| same(other, &given)) {
                // A copy of the file beside it is the same signature.
                Some(who) => Outcome::Known(who),
                None => Outcome::New(Box::new(given)),
            },
            Ok(Err(known)) => Outcome::Known(known),
            Err(why) => Outcome::Refused(why),
        };
        all.push(Judged { file: offer.file.clone(), role, outcome });
    }
    all
}

/// The command that enters a signature, as it is asked for.
pub fn request(held: Held, given: &SignWithKey, reason: Option<String>, now: Stamp) -> Request {
    let command = Command::SignWithKey(given.clone());
    Request { meeting: Some(held.meeting), reason, ..Request::new(now, command) }
}

/// The signatures by key over this very folder that the book has: role, fingerprint, who.
pub fn signed_over(book: &Book, ready: &Ready, held: Held) -> Vec<(Role, String, String)> {
    let list = ready.digest();
    let signatures = version(book, held).into_iter().flat_map(|v| &v.signatures);
    let keys = signatures.filter_map(|s| match s {
        Signature::Key(key) if key.manifest == list => Some(key),
        _ => None,
    });
    keys.map(|key| (role_of(key.role), key.key.clone(), key.who.clone())).collect()
}

fn version(book: &Book, held: Held) -> Option<&Issued> {
    let life = book.minutes_of(held.meeting)?;
    life.versions.iter().find(|v| v.of.version == held.version)
}

/// Who signed, where another that was found is by the same key in the same role.
fn same(other: &Judged, given: &SignWithKey) -> Option<String> {
    match &other.outcome {
        Outcome::New(new) if new.role == given.role && new.key == given.key => {
            Some(new.who.clone())
        }
        _ => None,
    }
}

/// The command for a signature, or whose it is where the book has it.
fn one(
    book: &Book,
    ready: &Ready,
    held: Held,
    offer: &Offer,
    said: Option<&String>,
    now: Stamp,
) -> Result<Result<SignWithKey, String>, Why> {
    let key = ready.signer(&offer.armour).map_err(Why::Seal)?.fingerprint();
    let role = signs(offer.role);
    let known = version(book, held)
        .into_iter()
        .flat_map(|v| &v.signatures)
        .find(|s| matches!(s, Signature::Key(old) if old.role == role && old.key == key));
    if let Some(known) = known {
        return Ok(Err(known.who().to_owned()));
    }
    let meeting = book.meeting(held.meeting).ok_or_else(|| Why::Person(Vec::new()))?;
    let bound = bound(book, meeting, role, &key, ready.manifest.about.as_of)?;
    let named: Vec<String> =
        signers(meeting).into_iter().filter(|(of, _)| *of == role).map(|(_, who)| who).collect();
    let who = match said {
        Some(said) => said.clone(),
        None => person(book, meeting, bound, &named).ok_or(Why::Person(named))?,
    };
    let given = SignWithKey {
        version: held.version,
        role,
        who,
        key,
        manifest: ready.digest(),
        signature: seal::plain(&offer.armour).map_err(Why::Seal)?,
        document: None,
        day: None,
    };
    // A warning that asks for a reason is answered where it is entered.
    record::in_order(book, &request(held, &given, None, now)).map_err(Why::Book)?;
    Ok(Ok(given))
}

/// The binding by which a key signs in a role of a meeting, in force at the moment the papers speak of.
fn bound<'a>(
    book: &'a Book,
    meeting: &Meeting,
    role: Signs,
    fingerprint: &str,
    as_of: Stamp,
) -> Result<&'a BoundKey, Why> {
    let keys = book.archive.keys.iter().filter(|k| k.of.fingerprint == fingerprint);
    let keys: Vec<&BoundKey> = keys.collect();
    if keys.is_empty() {
        return Err(Why::Unbound(fingerprint.to_owned()));
    }
    let fit: Vec<&BoundKey> =
        keys.iter().copied().filter(|key| book.key_fits(meeting, role, key)).collect();
    let Some(last) = fit.last() else {
        let mut to: Vec<String> = keys.iter().map(|key| bound_to(book, key)).collect();
        to.dedup();
        return Err(Why::Role(to));
    };
    let holds = |key: &&&BoundKey| {
        key.of.of.from <= as_of.date_naive() && key.gone().is_none_or(|gone| as_of < gone)
    };
    if let Some(key) = fit.iter().find(holds) {
        return Ok(key);
    }
    Err(match last.gone().filter(|gone| *gone <= as_of) {
        Some(gone) => Why::Over(gone.date_naive()),
        None => Why::Early(last.of.of.from),
    })
}

/// What a key is bound to, as it is called.
fn bound_to(book: &Book, key: &BoundKey) -> String {
    let of = &key.of.of;
    let office = book.charter.as_deref().and_then(|c| c.office(&of.office));
    match (of.role, office) {
        (Some(role), _) => words::role(Lang::Zh, role),
        (None, Some(office)) => office.name.zh.clone(),
        (None, None) => of.office.clone(),
    }
}

/// Whose key it is among those the record names for the role: the only one, or the one that goes by its office.
fn person(book: &Book, meeting: &Meeting, key: &BoundKey, named: &[String]) -> Option<String> {
    if let [only] = named {
        return Some(only.clone());
    }
    let office = &key.of.of.office;
    if office.is_empty() {
        return None;
    }
    let called = book.charter.as_deref().and_then(|c| c.office(office)).map(|o| &o.name);
    let holders = book.holders_of(office, meeting.date);
    let goes_by = |who: &&String| {
        called.is_some_and(|name| name.zh == **who || name.en == **who)
            || holders.iter().any(|h| h.name == **who)
    };
    let mut these = named.iter().filter(goes_by);
    match (these.next(), these.next()) {
        (Some(only), None) => Some(only.clone()),
        _ => None,
    }
}

fn signs(role: Role) -> Signs {
    match role {
        Role::Presider => Signs::Presider,
        Role::Recorder => Signs::Recorder,
        Role::Teller => Signs::Teller,
    }
}
