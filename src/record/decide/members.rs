//! Changes of the register, people and their cards; a whole table of them is decided at once.

use super::super::command::{Command, Enrolment};
use super::super::event::Event;
use super::super::finding::{Code, Finding, Refusal};
use super::super::members::{
    Amended, Amendment, Authority, Changed, ForgetPerson, Forgotten, ImportRegister, KeepPerson,
    Kept, Role,
};
use super::{Case, said};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn decide(case: &mut Case) -> Result<(), Refusal> {
    match &case.request.command {
        Command::AmendMember(wanted) => {
            let amended = amended(case, std::slice::from_ref(wanted), &wanted.why)?;
            if amended.is_empty() {
                return Err(Finding::new(Code::NothingChanges).with("unit", wanted.unit).into());
            }
            amended.into_iter().for_each(|one| case.of_book(Event::MemberAmended(one)));
            Ok(())
        }
        Command::KeepPerson(wanted) => {
            let mut next = next_person(case);
            let kept = kept(case, wanted, &mut next)?;
            case.of_book(Event::PersonKept(kept));
            Ok(())
        }
        Command::ForgetPerson(ForgetPerson { person, why }) => {
            let known = case.book.people.get(person).filter(|p| p.forgotten.is_none());
            let known =
                known.ok_or_else(|| Finding::new(Code::UnknownPerson).with("person", person))?;
            let why = said(why, "why")?.to_owned();
            let (person, unit, role) = (known.no, known.unit, known.role);
            case.of_book(Event::PersonForgotten(Forgotten { person, unit, role, why }));
            Ok(())
        }
        Command::ImportRegister(wanted) => import(case, wanted),
        _ => Ok(()),
    }
}

fn import(case: &mut Case, wanted: &ImportRegister) -> Result<(), Refusal> {
    if !wanted.enrol.is_empty() {
        super::opening::before_the_first_meeting(case)?;
        case.roll_is_free()?;
        enrolled(case, &wanted.enrol)?;
        case.of_book(Event::Enrolled { units: wanted.enrol.clone() });
    }
    for one in amended(case, &wanted.amend, &wanted.why)? {
        case.of_book(Event::MemberAmended(one));
    }
    let mut next = next_person(case);
    let new: BTreeSet<u32> = wanted.enrol.iter().map(|unit| unit.unit).collect();
    for person in &wanted.people {
        let kept = if new.contains(&person.unit) {
            kept_of_new(case, person, &mut next)?
        } else {
            kept(case, person, &mut next)?
        };
        case.of_book(Event::PersonKept(kept));
    }
    if case.events.is_empty() {
        return Err(Code::NothingChanges.into());
    }
    Ok(())
}

/// Checks units that are to be entered: numbers and names of their own, categories of the charter.
pub(super) fn enrolled(case: &Case, units: &[Enrolment]) -> Result<(), Refusal> {
    let entries = case.book.members.values().map(|m| &m.entry);
    let mut names: BTreeSet<&str> = entries.clone().map(|e| e.name.as_str()).collect();
    let mut numbers: BTreeSet<u32> = entries.map(|e| e.unit).collect();
    for unit in units {
        said(&unit.name, "name")?;
        if unit.unit == 0 || !numbers.insert(unit.unit) || !names.insert(&unit.name) {
            let found = Finding::new(Code::UnitTaken).with("unit", unit.unit);
            return Err(found.with("name", &unit.name).into());
        }
        known_category(case, &unit.category)?;
    }
    Ok(())
}

fn known_category(case: &Case, category: &str) -> Result<(), Refusal> {
    let known = case.charter()?.categories.iter().any(|c| c.id == category);
    if category.is_empty() || known {
        Ok(())
    } else {
        Err(Finding::new(Code::UnknownName).with("name", category).into())
    }
}

/// What the amendments come to, one fact a unit; units in which nothing changes are left out.
fn amended(case: &Case, wanted: &[Amendment], why: &str) -> Result<Vec<Amended>, Refusal> {
    let mut facts = Vec::new();
    let mut entries: BTreeMap<u32, Enrolment> = BTreeMap::new();
    for one in wanted {
        let unknown = || Finding::new(Code::UnknownUnit).with("unit", one.unit);
        let member = case.book.members.get(&one.unit).ok_or_else(unknown)?;
        let entry = entries.entry(one.unit).or_insert_with(|| member.entry.clone());
        let changed = one.changes(entry);
        for field in &changed {
            match field {
                Changed::Name { now, .. } => drop(said(now, "name")?),
                Changed::Category { now, .. } => known_category(case, now)?,
                field if field.weighs() => case.roll_is_free()?,
                _ => {}
            }
            field.put(entry);
        }
        if !changed.is_empty() {
            facts.push(Amended { unit: one.unit, changed, why: why.trim().to_owned() });
        }
    }
    // Names are compared as all of them stand in the end: two units may change theirs over.
    let mut holders: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for (no, member) in &case.book.members {
        let entry = entries.get(no).unwrap_or(&member.entry);
        holders.entry(&entry.name).or_default().push(*no);
    }
    for fact in &facts {
        let renamed = fact.changed.iter().find_map(|c| match c {
            Changed::Name { now, .. } => Some(now),
            _ => None,
        });
        let taken = renamed.filter(|name| holders.get(name.as_str()).is_some_and(|h| h.len() > 1));
        if let Some(name) = taken {
            let found = Finding::new(Code::UnitTaken).with("unit", fact.unit);
            return Err(found.with("name", name).into());
        }
    }
    if !facts.is_empty() && !case.book.meetings.is_empty() {
        said(why, "why")?;
    }
    Ok(facts)
}

fn next_person(case: &Case) -> u32 {
    case.book.people.keys().next_back().map_or(1, |last| last.saturating_add(1))
}

fn kept(case: &Case, wanted: &KeepPerson, next: &mut u32) -> Result<Kept, Refusal> {
    if !case.book.members.contains_key(&wanted.unit) {
        return Err(Finding::new(Code::UnknownUnit).with("unit", wanted.unit).into());
    }
    let replaced = match wanted.person {
        Some(no) => {
            let fits = |p: &&super::super::members::Person| {
                p.forgotten.is_none() && p.unit == wanted.unit && p.role == wanted.role
            };
            let known = case.book.people.get(&no).filter(fits);
            Some(known.ok_or_else(|| Finding::new(Code::UnknownPerson).with("person", no))?)
        }
        None if wanted.role.is_single() => {
            case.book.people_of(wanted.unit).into_iter().find(|p| p.role == wanted.role)
        }
        None => None,
    };
    let mut fact = kept_of_new(case, wanted, next)?;
    if let Some(replaced) = replaced {
        // The number taken above is given back: nobody new is kept.
        *next -= 1;
        fact.person = replaced.no;
        fact.was = Some(replaced.digest.clone());
    }
    Ok(fact)
}

/// A person of a unit that has nobody yet, or one more.
fn kept_of_new(case: &Case, wanted: &KeepPerson, next: &mut u32) -> Result<Kept, Refusal> {
    let KeepPerson { unit, role, digest, .. } = wanted;
    let letter = wanted.letter.filter(|letter| !letter.is_empty());
    if let Some(Authority { document, from, to }) = letter {
        if *role != Role::Delegate {
            return Err(Finding::new(Code::LetterNotDelegate).with("unit", unit).into());
        }
        if let Some((from, to)) = from.zip(to).filter(|(from, to)| to < from) {
            return Err(Finding::new(Code::LetterDays).with("from", from).with("to", to).into());
        }
        let kept = |no: u32| case.book.documents.iter().any(|d| d.no == no);
        if let Some(no) = document.filter(|no| !kept(*no)) {
            return Err(Finding::new(Code::UnknownName).with("name", no).into());
        }
    }
    let is_digest = digest.len() == 64
        && digest.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    if !is_digest {
        return Err(Finding::new(Code::TextMissing).with("field", "card").into());
    }
    let person = *next;
    *next = next.saturating_add(1);
    let (unit, role, digest) = (*unit, *role, digest.clone());
    Ok(Kept { person, unit, role, letter, digest, was: None })
}
