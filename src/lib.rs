//! Quorate runs an association's live assemblies by its own charter.
//!
//! The rules are data ([`charter`]), what happened is a log ([`store`]) of facts ([`record`]), and
//! everything else is a reading of the two.

pub mod act;
pub mod archive;
pub mod audit;
pub mod charter;
pub mod cli;
pub mod demo;
pub mod folder;
pub mod judge;
pub mod ledger;
pub mod machine;
pub mod minutes;
pub mod paper;
pub mod papers;
pub mod record;
pub mod roster;
pub mod seal;
pub mod shipped;
pub mod store;
pub mod text;
pub mod ui;
