//! The desks: which lists there are, what stands in them, and what can be done with a row.
//!
//! Each desk is a file with the same five functions; the lists below are the only place that knows
//! them all.

pub mod decisions;
pub mod notice;
pub mod notice_forms;
pub mod requisitions;

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
    /// What was sent before a meeting, and what came back.
    Notice,
    /// Lists on which members ask for a meeting.
    Requisitions,
}

impl Which {
    /// How it is called.
    pub fn name(self) -> Words {
        match self {
            Self::Decisions => ["决议", "Decisions"],
            Self::Notice => ["通知与回执", "Notice and replies"],
            Self::Requisitions => ["联署提议", "Requisitions"],
        }
    }
}

/// The list of a desk as it stands today.
pub fn table(console: &Console, desk: &Desk, today: NaiveDate) -> Table {
    match desk.which {
        Which::Decisions => decisions::table(console, today),
        Which::Notice => notice::table(console, today),
        Which::Requisitions => requisitions::table(console, today),
    }
}

/// What is known of a row, a line each; `# ` begins a heading, two blanks part a label from what it says.
pub fn detail(console: &Console, which: Which, row: u64, today: NaiveDate) -> Vec<String> {
    match which {
        Which::Decisions => decisions::detail(console, row, today),
        Which::Notice => notice::detail(console, row, today),
        Which::Requisitions => requisitions::detail(console, row, today),
    }
}

/// Enter: the natural next thing with a row.
pub fn open(console: &mut Console, which: Which, row: u64, now: Stamp) {
    match which {
        Which::Decisions => decisions::open(console, row, now),
        Which::Notice => notice::open(console, row, now),
        Which::Requisitions => requisitions::open(console, row, now),
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
        Which::Notice => notice::menu(console, row, today),
        Which::Requisitions => requisitions::menu(console, row, today),
    }
}

/// A new entry; says so where the desk takes none.
pub fn create(console: &mut Console, which: Which, now: Stamp) {
    match which {
        Which::Notice => notice::create(console, now),
        Which::Requisitions => requisitions::create(console, now),
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
        Which::Decisions | Which::Notice | Which::Requisitions => Place::Meeting,
    }
}

/// Digits for the first nine lines of a menu.
pub fn numbered(lines: Vec<(String, Pick)>) -> Vec<(String, String, Pick)> {
    let mut made = Vec::new();
    for (place, (label, pick)) in lines.into_iter().enumerate() {
        let key = if place < 9 { (place + 1).to_string() } else { String::new() };
        made.push((key, label, pick));
    }
    made
}
