//! What happened and what may happen: the pure state machine of an association's book.
//!
//! [`decide()`] may refuse; [`apply()`] may not; neither looks at a clock, a disk or a language.
//! The state is only ever a reading of the log: [`replay`] makes it from the entries.

pub mod amend;
pub mod apply;
pub mod cases;
pub mod command;
pub mod decide;
pub mod election;
pub mod event;
pub mod finding;
pub mod follow;
pub mod forecast;
pub mod funds;
pub mod issue;
pub mod judging;
pub mod members;
pub mod notice;
pub mod officers;
pub mod scales;
pub mod state;
pub mod tally;
pub mod today;

pub use apply::{advance, apply, replay};
pub use command::{Choice, Command, Request};
pub use decide::{decide, in_order};
pub use event::{Entry, Event, Fact};
pub use finding::{Code, Finding, Level, Refusal};
pub use state::Book;

/// A moment with its offset from UTC, given from outside.
pub type Stamp = chrono::DateTime<chrono::FixedOffset>;
