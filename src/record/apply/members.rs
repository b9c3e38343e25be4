//! Changes of the register and people into state.

use super::super::event::{Entry, Event};
use super::super::members::{Forgotten, Kept, Person};
use super::super::state::Book;

pub(super) fn apply(book: &mut Book, entry: &Entry) {
    match &entry.fact.event {
        Event::MemberAmended(amended) => {
            if let Some(member) = book.members.get_mut(&amended.unit) {
                for changed in &amended.changed {
                    changed.put(&mut member.entry);
                }
            }
        }
        Event::PersonKept(Kept { person, unit, role, letter, digest, .. }) => {
            let kept = Person {
                no: *person,
                unit: *unit,
                role: *role,
                letter: *letter,
                digest: digest.clone(),
                kept: entry.happened,
                forgotten: None,
            };
            book.people.insert(*person, kept);
        }
        Event::PersonForgotten(Forgotten { person, why, .. }) => {
            if let Some(person) = book.people.get_mut(person) {
                person.forgotten = Some((entry.happened, why.clone()));
            }
        }
        _ => {}
    }
}

/// Whether undo stops here: a card that was removed does not come back.
pub(super) fn is_final(event: &Event) -> bool {
    match event {
        Event::PersonKept(kept) => kept.was.is_some(),
        Event::PersonForgotten(_) => true,
        _ => false,
    }
}
