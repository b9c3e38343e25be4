//! The desks: which lists there are, what stands in them, and what can be done with a row.
//!
//! Each desk is a file with the same five functions; the lists below are the only place that knows
//! them all.

pub mod decision_forms;
pub mod decisions;
pub mod drafts;

use super::console::Console;
use super::desk::{Desk, Place, Table};
use super::view::Pick;
use crate::record::Stamp;
use crate::text::Words;
use chrono::NaiveDate;

/// Which list a desk shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// What was decided, in all meetings.
    Decisions,
    /// Drafts of the charter.
    Drafts,
}

impl Which {
    /// How it is called.
    pub fn name(self) -> Words {
        match self {
            Self::Decisions => ["决议", "Decisions"],
            Self::Drafts => ["章程修改草案", "Drafts of the charter"],
        }
    }
}

/// The list of a desk as it stands today.
pub fn table(console: &Console, desk: &Desk, today: NaiveDate) -> Table {
    match desk.which {
        Which::Decisions => decisions::table(console, today),
        Which::Drafts => drafts::table(console, today),
    }
}

/// What is known of a row, a line each; `# ` begins a heading, two blanks part a label from what it says.
pub fn detail(console: &Console, which: Which, row: u64, today: NaiveDate) -> Vec<String> {
    match which {
        Which::Decisions => decisions::detail(console, row, today),
        Which::Drafts => drafts::detail(console, row, today),
    }
}

/// Enter: the natural next thing with a row.
pub fn open(console: &mut Console, which: Which, row: u64, now: Stamp) {
    match which {
        Which::Decisions => decisions::open(console, row, now),
        Which::Drafts => drafts::open(console, row, now),
    }
}

/// Space: all that can be done with a row, or at the desk where there is none: key, label, what it does.
pub fn menu(
    console: &Console,
    which: Which,
    row: Option<u64>,
    today: NaiveDate,
) -> Vec<(String, String, Pick)> {
    match which {
        Which::Decisions => decisions::menu(console, row, today),
        Which::Drafts => drafts::menu(console, row, today),
    }
}

/// A new entry; says so where the desk takes none.
pub fn create(console: &mut Console, which: Which, _now: Stamp) {
    match which {
        Which::Drafts => drafts::create(console),
        Which::Decisions => {
            let lang = console.lang();
            console.view.warn(lang.say([
                "决议只从会议的表决中产生，不能在这里新增。",
                "Decisions come from votes in meetings; none can be added here.",
            ]));
        }
    }
}

/// Where Esc leads from a desk.
pub fn behind(which: Which) -> Place {
    match which {
        Which::Decisions | Which::Drafts => Place::Meeting,
    }
}
