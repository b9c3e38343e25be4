//! From when on the list of a folder says what it says: the moment it speaks of.
//!
//! A key signs only papers that speak of a moment at which it holds, and a list that changes with every entry of the book
//! would leave every signature behind. So that moment is the one at which the list last began to say something else.

use super::{allowed, role_of};
use crate::record::issue::signers;
use crate::record::{self, Entry, Event, Stamp};
use crate::seal::{About, AllowedKey, Role};

/// What the list of the folder says beside its files, and from when on it says so.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Standing {
    pub as_of: Stamp,
    pub state: String,
    pub signers: Vec<Role>,
    pub keys: Vec<AllowedKey>,
}

impl Standing {
    /// Says it in the head of a list.
    pub fn put_into(&self, about: &mut About) {
        about.as_of = self.as_of;
        about.state.clone_from(&self.state);
        about.signers.clone_from(&self.signers);
    }
}

/// What the folder of a version said from when on, from its issue to now. Entries that change nothing of it make no
/// new one, so that the same folder comes out of them.
pub(super) fn standings(entries: &[Entry], no: u32, version: u32, now: Stamp) -> Vec<Standing> {
    let is_issue = |entry: &Entry| {
        entry.fact.meeting == Some(no)
            && matches!(&entry.fact.event, Event::MinutesIssued(of) if of.version == version)
    };
    let Some(first) = entries.iter().position(is_issue) else { return Vec::new() };
    let (before, rest) = entries.split_at(first);
    let mut book = record::replay(before);
    let mut all: Vec<Standing> = Vec::new();
    for (at, entry) in (first..).zip(rest) {
        record::advance(&mut book, entries.get(..at).unwrap_or_default(), entry);
        let Some(meeting) = book.meeting(no) else { continue };
        let versions = book.minutes_of(no).map(|life| life.versions.as_slice()).unwrap_or_default();
        let Some(issued) = versions.iter().find(|v| v.of.version == version) else { continue };
        let mut roles: Vec<Role> =
            signers(meeting).iter().map(|(role, _)| role_of(*role)).collect();
        roles.dedup();
        let as_of = entry.entered;
        let (state, keys) =
            (issued.state().code().to_owned(), allowed(&book, meeting, *as_of.offset()));
        let same =
            |last: &Standing| (&last.state, &last.signers, &last.keys) == (&state, &roles, &keys);
        if !all.last().is_some_and(same) {
            all.push(Standing { as_of, state, signers: roles, keys });
        }
    }
    with_beginnings(all, now)
}

/// The same, and once more at each moment at which a key begins to hold: a key signs only papers that speak of a
/// moment at which it does.
fn with_beginnings(all: Vec<Standing>, now: Stamp) -> Vec<Standing> {
    let mut whole = Vec::new();
    for (at, one) in all.iter().enumerate() {
        let until = all.get(at + 1).map_or(now, |next| next.as_of);
        let mut begins: Vec<Stamp> = one.keys.iter().map(|key| key.from).collect();
        begins.retain(|from| one.as_of < *from && *from <= until);
        begins.sort_unstable();
        begins.dedup();
        whole.push(one.clone());
        whole.extend(begins.into_iter().map(|as_of| Standing { as_of, ..one.clone() }));
    }
    whole
}
