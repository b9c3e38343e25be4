//! The signatures a book holds, each looked at as far as the book alone goes.

use super::Look;
use crate::folder::words::seal_fault;
use crate::ledger::Ledger;
use crate::record::event::Event;
use crate::record::issue::SignWithKey;
use crate::record::{Book, Stamp};
use crate::seal::{self, Proof};
use crate::text::verify::{self, Signed, Under};

/// Looks at every signature under every version, in the order entered.
pub(super) fn of_book(look: &mut Look, ledger: &mut Ledger) -> anyhow::Result<()> {
    let signatures = ledger.entries.iter().filter_map(|entry| {
        let under = |version, role, who: &str| {
            Some(Under { meeting: entry.fact.meeting?, version, role, who: who.to_owned() })
        };
        match &entry.fact.event {
            Event::MinutesSigned(ink) => Some((under(ink.version, ink.role, &ink.who)?, None)),
            Event::MinutesSignedWithKey(key) => {
                let given = Some((entry.entered, key.clone()));
                Some((under(key.version, key.role, &key.who)?, given))
            }
            _ => None,
        }
    });
    let signatures: Vec<(Under, Option<(Stamp, SignWithKey)>)> = signatures.collect();
    let any = signatures.iter().any(|(_, key)| key.is_some());
    for (under, key) in signatures {
        let Some((entered, given)) = key else {
            look.remark(&verify::signed(look.lang, &under, &Signed::Ink));
            continue;
        };
        let armour = armour(ledger, &given)?;
        let print = given.key.clone();
        match judged(look, &ledger.book, &given, &armour, entered) {
            Ok(Proof::Whole) => {
                let list = given.manifest.clone();
                look.passed(&verify::signed(look.lang, &under, &Signed::Good { print, list }));
            }
            Ok(Proof::BytesNeeded) => {
                look.remark(&verify::signed(look.lang, &under, &Signed::ListNeeded { print }));
            }
            Err(why) => {
                look.failed(verify::signed(look.lang, &under, &Signed::Bad { print, why }));
            }
        }
    }
    if any {
        look.remark(&verify::lists(look.lang));
    }
    Ok(())
}

/// A signature as it was handed in; kept ones by their number.
fn armour(ledger: &mut Ledger, given: &SignWithKey) -> anyhow::Result<String> {
    let kept = ledger.book.documents.iter().find(|d| Some(d.no) == given.document);
    Ok(match kept.map(|d| d.sha256.clone()) {
        Some(sha256) => {
            let bytes = ledger.paper(&sha256)?.unwrap_or_default();
            String::from_utf8_lossy(&bytes).trim().to_owned()
        }
        None => given.signature.clone(),
    })
}

/// Whether a signature is one by a key of the book in its role and time; why not, in words.
fn judged(
    look: &Look,
    book: &Book,
    given: &SignWithKey,
    armour: &str,
    entered: Stamp,
) -> Result<Proof, String> {
    let proof = seal::by_key(armour, &given.manifest, &given.key);
    let proof = proof.map_err(|fault| seal_fault(look.lang, &fault))?;
    let day = given.day.unwrap_or(entered.date_naive());
    let bound = book.archive.keys.iter().filter(|k| k.of.fingerprint == given.key);
    let bound: Vec<_> = bound.collect();
    if bound.is_empty() {
        return Err(verify::not_bound(look.lang));
    }
    let mut held = bound.iter().filter(|k| k.held(day, entered)).peekable();
    if held.peek().is_none() {
        return Err(verify::not_in_force(look.lang, day));
    }
    if held.all(|k| k.of.of.role.is_some_and(|role| role != given.role)) {
        return Err(verify::of_another_role(look.lang));
    }
    Ok(proof)
}
