//! The counting desk.

use super::console::Console;
use super::keys::Action;

/// Opens it for the round of a contest in hand.
pub fn open(console: &mut Console, _item: u32, _contest: u32) {
    let now = console.ledger.book.last_entered.unwrap_or_default();
    console.on_election(Action::ElectionSheet, now);
}
