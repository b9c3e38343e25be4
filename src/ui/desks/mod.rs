//! The desks: which lists there are, what stands in them, and what can be done with a row.
//!
//! Each desk is a file with the same five functions; the lists below are the only place that knows
//! them all.

pub mod case_forms;
pub mod cases;
pub mod ceremony;
pub mod decision_forms;
pub mod decisions;
pub mod draft_changes;
pub mod drafts;
pub mod funds;
pub mod funds_forms;
pub mod funds_papers;
pub mod key_forms;
pub mod minutes;
pub mod minutes_detail;
pub mod minutes_forms;
pub mod minutes_menu;
pub mod minutes_words;
pub mod notice;
pub mod notice_forms;
pub mod officers;
pub mod register;
pub mod register_forms;
pub mod requisitions;
pub mod reviews;
pub mod texts;

use super::console::Console;
use super::desk::{Desk, Table};
use super::view::Pick;
use crate::record::Stamp;
use crate::text::Words;
use chrono::NaiveDate;

/// Which list a desk shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// What was decided, in all meetings.
    Decisions,
    /// Units and their people.
    Register,
    /// What came in and was spent.
    Funds,
    /// Drafts of the charter.
    Drafts,
    /// What was sent before a meeting, and what came back.
    Notice,
    /// Lists on which members ask for a meeting.
    Requisitions,
    /// Cases: applications, files, proposals.
    Cases,
    /// Bodies and offices.
    Officers,
    /// The yearly review of members.
    Reviews,
    /// What members are allowed.
    Permits,
    /// Numbered texts: standards and rules.
    Norms,
    /// Minutes of all meetings, from draft to publication.
    Minutes,
}

impl Which {
    /// How it is called.
    pub fn name(self) -> Words {
        match self {
            Self::Decisions => ["决议", "Decisions"],
            Self::Register => ["名册", "Register"],
            Self::Funds => ["经费", "Funds"],
            Self::Drafts => ["章程修改草案", "Drafts of the charter"],
            Self::Notice => ["通知与回执", "Notice and replies"],
            Self::Requisitions => ["联署提议", "Requisitions"],
            Self::Cases => ["卷宗", "Cases"],
            Self::Officers => ["机构和任职", "Bodies and offices"],
            Self::Reviews => ["年度评审", "Yearly review"],
            Self::Permits => ["授权和许可", "Authorisations and leave"],
            Self::Norms => ["标准和规定", "Standards and rules"],
            Self::Minutes => ["会议记录", "Minutes"],
        }
    }
}

/// The list of a desk as it stands today.
pub fn table(console: &Console, desk: &Desk, today: NaiveDate) -> Table {
    match desk.which {
        Which::Decisions => decisions::table(console, today),
        Which::Register => register::table(console, today),
        Which::Funds => funds::table(console, desk, today),
        Which::Drafts => drafts::table(console, today),
        Which::Notice => notice::table(console, today),
        Which::Requisitions => requisitions::table(console, today),
        Which::Cases => cases::table(console, today),
        Which::Officers => officers::table(console, today),
        Which::Reviews => reviews::table(console, desk, today),
        Which::Permits => texts::permits(console, today),
        Which::Norms => texts::norms(console),
        Which::Minutes => minutes::table(console),
    }
}

/// What is known of a row, a line each; `# ` begins a heading, two blanks part a label from what it says.
pub fn detail(console: &Console, which: Which, row: u64, today: NaiveDate) -> Vec<String> {
    match which {
        Which::Decisions => decisions::detail(console, row, today),
        Which::Register => register::detail(console, row, today),
        Which::Funds => funds::detail(console, row, today),
        Which::Drafts => drafts::detail(console, row, today),
        Which::Notice => notice::detail(console, row, today),
        Which::Requisitions => requisitions::detail(console, row, today),
        Which::Cases => cases::detail(console, row, today),
        Which::Officers => officers::detail(console, row, today),
        Which::Reviews => reviews::detail(console, row, today),
        Which::Permits => texts::permit_detail(console, row),
        Which::Norms => texts::norm_detail(console, row),
        Which::Minutes => minutes_detail::detail(console, row),
    }
}

/// Enter: the natural next thing with a row.
pub fn open(console: &mut Console, which: Which, row: u64, now: Stamp) {
    match which {
        Which::Decisions => decisions::open(console, row, now),
        Which::Register => register::open(console, row, now),
        Which::Drafts => drafts::open(console, row, now),
        Which::Notice => notice::open(console, row, now),
        Which::Requisitions => requisitions::open(console, row, now),
        Which::Cases => cases::open(console, row, now),
        Which::Minutes => minutes::open(console, row, now),
        Which::Reviews => {
            let ask = reviews::ask(console, row, now.date_naive());
            if let Some(form) = cases::form(console, &ask, now.date_naive()) {
                console.form(|_| form);
            }
        }
        Which::Funds | Which::Officers | Which::Permits | Which::Norms => {
            page(console, which, row, now)
        }
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
        Which::Register => register::menu(console, row, today),
        Which::Funds => funds::menu(console, row, today),
        Which::Drafts => drafts::menu(console, row, today),
        Which::Notice => notice::menu(console, row, today),
        Which::Requisitions => requisitions::menu(console, row, today),
        Which::Cases => cases::menu(console, row, today),
        Which::Officers => officers::menu(console, row, today),
        Which::Reviews => reviews::menu(console, row, today),
        Which::Permits => texts::permit_menu(console, row, today),
        Which::Norms => Vec::new(),
        Which::Minutes => minutes_menu::menu(console, row),
    }
}

/// A new entry; says so where the desk takes none.
pub fn create(console: &mut Console, which: Which, now: Stamp) {
    match which {
        Which::Register => register::create(console, now),
        Which::Drafts => draft_changes::create(console),
        Which::Notice => notice::create(console, now),
        Which::Requisitions => requisitions::create(console, now),
        Which::Cases | Which::Permits | Which::Norms => cases::create(console),
        Which::Officers => console.perform(super::keys::Action::Convene, now),
        Which::Reviews | Which::Minutes => console.at_desk(super::keys::Action::DeskMenu, now),
        Which::Decisions => {
            let lang = console.lang();
            console.view.warn(lang.say([
                "决议只从会议的表决中产生，不能在这里新增。",
                "Decisions come from votes in meetings; none can be added here.",
            ]));
        }
        Which::Funds => funds::create(console),
    }
}

/// Digits for the first ten lines of a menu, 0 for the tenth.
pub(super) fn numbered(lines: Vec<(String, Pick)>) -> Vec<(String, String, Pick)> {
    let mut made = Vec::new();
    for (place, (label, pick)) in lines.into_iter().enumerate() {
        let key = if place < 10 { ((place + 1) % 10).to_string() } else { String::new() };
        made.push((key, label, pick));
    }
    made
}

/// The details of a row as a page.
pub(super) fn page(console: &mut Console, which: Which, row: u64, now: Stamp) {
    let lines = detail(console, which, row, now.date_naive());
    let title = console.lang().say(which.name());
    let text: Vec<&str> = lines.iter().map(|l| l.strip_prefix("# ").unwrap_or(l)).collect();
    console.view.page(title, text.join("\n"));
}
