//! Signatures under minutes, in ink and with keys, and the keys themselves.
//!
//! Whether a signature is genuine is looked at before it comes here (`seal::verify_digest`) and again by
//! `quorate verify`; here it is only judged whether this key may sign in this role on that day.

use super::super::command::Command;
use super::super::event::Event;
use super::super::finding::{Code, Finding, Refusal};
use super::super::issue::{
    BindKey, Bound, Issued, KeyFault, PublicKey, Role, SignMinutes, SignWithKey, Signature,
    WithdrawKey,
};
use super::super::state::Meeting;
use super::issue::{digest, fits, in_force, meeting, named_for, one_of};
use super::{Case, said};

pub(super) fn decide(case: &mut Case) -> Result<(), Refusal> {
    match &case.request.command {
        Command::SignMinutes(ink) => signed(case, ink),
        Command::SignWithKey(signature) => signed_with_key(case, signature),
        Command::BindKey(key) => bound(case, key),
        Command::WithdrawKey(withdrawal) => withdrawn(case, withdrawal),
        // Everything else is decided in its own file.
        _ => Ok(()),
    }
}

fn signed(case: &mut Case, ink: &SignMinutes) -> Result<(), Refusal> {
    let meeting = meeting(case)?;
    let (_, version) = in_force(case, meeting, ink.version)?;
    let who = said(&ink.who, "who")?.to_owned();
    fits(case, meeting, ink.day)?;
    known_paper(case, ink.scan)?;
    let twice =
        |s: &Signature| matches!(s, Signature::Ink(old) if old.role == ink.role && old.who == who);
    if version.signatures.iter().any(twice) {
        return Err(Finding::new(Code::SignedAlready).with("name", &who).into());
    }
    approved_first(case, version);
    by_the_one_named(case, meeting, ink.role, &who);
    let place = ink.place.trim().to_owned();
    case.of(meeting, Event::MinutesSigned(SignMinutes { who, place, ..ink.clone() }));
    Ok(())
}

fn signed_with_key(case: &mut Case, given: &SignWithKey) -> Result<(), Refusal> {
    let meeting = meeting(case)?;
    let (_, version) = in_force(case, meeting, given.version)?;
    digest(&given.manifest)?;
    let signature = given.signature.trim();
    one_of(("signature", !signature.is_empty()), ("document", given.document.is_some()))?;
    known_paper(case, given.document)?;
    let armoured = signature.starts_with("-----BEGIN SSH SIGNATURE-----")
        && signature.ends_with("-----END SSH SIGNATURE-----");
    if !signature.is_empty() && !armoured {
        return Err(Code::NotASignature.into());
    }
    let day = given.day.unwrap_or(case.when().date_naive());
    fits(case, meeting, day)?;
    let known = |k: &&super::super::issue::BoundKey| k.of.fingerprint == given.key;
    let mut keys = case.book.archive.keys.iter().filter(known).peekable();
    if keys.peek().is_none() {
        return Err(Finding::new(Code::UnknownKey).with("key", &given.key).into());
    }
    let in_force: Vec<_> = keys.filter(|k| k.holds(day)).collect();
    let fitting = in_force.iter().find(|k| case.book.key_fits(meeting, given.role, k));
    let Some(key) = fitting.or(in_force.first()) else {
        let found = Finding::new(Code::KeyNotInForce).with("key", &given.key).with("time", day);
        return Err(found.into());
    };
    let bound = &key.of.of;
    if bound.role.is_some_and(|role| role != given.role) {
        return Err(Finding::new(Code::KeyOfAnotherRole).with("key", &given.key).into());
    }
    let named = named_for(meeting, given.role);
    let who = match (given.who.trim(), named.as_slice()) {
        ("", [one]) if fitting.is_some() => one.clone(),
        ("", _) if !bound.office.is_empty() => {
            let office = case.charter()?.office(&bound.office);
            office.map_or_else(|| bound.office.clone(), |o| o.name.zh.clone())
        }
        (who, _) => said(who, "who")?.to_owned(),
    };
    let twice = |s: &Signature| matches!(s, Signature::Key(old) if old.role == given.role && old.key == given.key);
    if version.signatures.iter().any(twice) {
        return Err(Finding::new(Code::SignedAlready).with("name", &who).into());
    }
    approved_first(case, version);
    by_the_one_named(case, meeting, given.role, &who);
    let (signature, day) = (signature.to_owned(), Some(day));
    let event = SignWithKey { who, signature, day, ..given.clone() };
    case.of(meeting, Event::MinutesSignedWithKey(event));
    Ok(())
}

fn bound(case: &mut Case, wanted: &BindKey) -> Result<(), Refusal> {
    let key = PublicKey::read(&wanted.key).map_err(|fault| match fault {
        KeyFault::OtherKind(kind) => Finding::new(Code::KeyOfAnotherKind).with("sort", kind).into(),
        KeyFault::Private => Refusal::from(Code::PrivateKey),
        KeyFault::NotAKey => Refusal::from(Code::NotAPublicKey),
    })?;
    let office = wanted.office.trim();
    one_of(("office", !office.is_empty()), ("role", wanted.role.is_some()))?;
    if !office.is_empty() && case.charter()?.office(office).is_none() {
        return Err(Finding::new(Code::UnknownName).with("name", office).into());
    }
    let same = |k: &super::super::issue::BoundKey| {
        k.withdrawn.is_none()
            && k.of.fingerprint == key.fingerprint
            && k.of.of.office == office
            && k.of.of.role == wanted.role
    };
    if case.book.archive.keys.iter().any(same) {
        return Err(Finding::new(Code::KeyBoundAlready).with("key", &key.fingerprint).into());
    }
    let of = BindKey { office: office.to_owned(), key: key.line, ..wanted.clone() };
    case.of_book(Event::KeyBound(Bound { fingerprint: key.fingerprint, of }));
    Ok(())
}

fn withdrawn(case: &mut Case, wanted: &WithdrawKey) -> Result<(), Refusal> {
    let known = |k: &&super::super::issue::BoundKey| k.of.fingerprint == wanted.key;
    let mut keys = case.book.archive.keys.iter().filter(known).peekable();
    if keys.peek().is_none() {
        return Err(Finding::new(Code::UnknownKey).with("key", &wanted.key).into());
    }
    let why = said(&wanted.why, "why")?.to_owned();
    if wanted.day > case.request.entered.date_naive() {
        return Err(Finding::new(Code::TimeInFuture).with("time", wanted.day).into());
    }
    // Bound twice, it is withdrawn from both.
    if !keys.any(|k| k.withdrawn.is_none() && k.of.of.from <= wanted.day) {
        let found = Finding::new(Code::KeyNotInForce).with("key", &wanted.key);
        return Err(found.with("time", wanted.day).into());
    }
    case.of_book(Event::KeyWithdrawn(WithdrawKey { why, ..wanted.clone() }));
    Ok(())
}

/// Some houses sign what is laid before the next meeting: that is remarkable and no more.
fn approved_first(case: &mut Case, version: &Issued) {
    if version.approval.is_none() {
        let found = Finding::new(Code::SignedBeforeApproval).with("version", version.of.version);
        case.find(found);
    }
}

fn by_the_one_named(case: &mut Case, meeting: &Meeting, role: Role, who: &str) {
    let named = named_for(meeting, role);
    if !named.iter().any(|name| name == who) {
        let found = Finding::new(Code::SignedByAnother).with("name", who);
        case.find(found.with("named", named.join("、")));
    }
}

/// A paper the book has.
fn known_paper(case: &Case, document: Option<u32>) -> Result<(), Refusal> {
    match document.filter(|no| case.book.documents.iter().all(|known| known.no != *no)) {
        Some(no) => Err(Finding::new(Code::UnknownPaper).with("document", no).into()),
        None => Ok(()),
    }
}
