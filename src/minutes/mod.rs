//! The minutes of a meeting: one plain document of facts compiled from the log, `minutes.json`.
//!
//! [`compile`] is a pure function of the log: no clock, no disk, no language. [`json`] writes it down;
//! every other form is made from what stands there. Same log, same bytes.

pub mod agenda;
pub mod ballots;
mod begin;
pub mod charters;
mod compile;
mod defaults;
mod door;
pub mod follow;
mod issue;
mod items;
mod notice;
pub mod people;
pub mod records;
mod session;
pub mod types;
mod votes;

pub use charters::{charter_before, charter_of};
pub use compile::compile;
pub use issue::{signers, to_issue};
pub use types::{FORMAT, Minutes};

/// The copy for the public: notes marked private are left out and only their number is said.
pub fn public(minutes: &Minutes) -> Minutes {
    let mut copy = minutes.clone();
    let all = copy.items.iter_mut().map(|item| &mut item.notes);
    let mut left_out = 0;
    for notes in all.chain(std::iter::once(&mut copy.notes)) {
        let before = notes.len();
        notes.retain(|note| !note.private);
        left_out += before - notes.len();
    }
    copy.left_out += u32::try_from(left_out).unwrap_or(u32::MAX);
    copy
}

/// The minutes as JSON: two spaces of indent, fields in the order of the types, a line feed at the
/// end.
pub fn json(minutes: &Minutes) -> String {
    // Every key is a string and every number an integer, so that nothing here can fail.
    let mut text = serde_json::to_string_pretty(minutes).unwrap_or_default();
    text.push('\n');
    text
}

/// Minutes read back from JSON; `None` where the text is of another format.
pub fn read(text: &str) -> Option<Minutes> {
    let minutes: Minutes = serde_json::from_str(text).ok()?;
    (minutes.format == FORMAT).then_some(minutes)
}
