//! Quorate runs an association's live assemblies by its own charter.
//!
//! The rules are data ([`charter`]), what happened is a log ([`store`]) of facts ([`record`]), and
//! everything else is a reading of the two.

pub mod charter;
pub mod ledger;
pub mod record;
pub mod store;
pub mod text;
