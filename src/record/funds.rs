//! The funds of an association: what is entered, what stands, and the questions asked of it.
//!
//! Money is whole hundredths, never a float. An entry is never changed: a reversal with its own number and
//! day takes it out of the balance, and both stay on record.

mod money;
mod statement;

pub use money::{Money, MoneyFault, amount_text};
pub use statement::{Line, Side, Statement, Sum};

use super::state::{Book, Decision};
use crate::charter::cite;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

// --- what is asked for --------------------------------------------------------------------------------------

/// Opening entry: what was there before the first entry of the funds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpeningBalance {
    /// The amount as written.
    #[serde(deserialize_with = "amount_text")]
    pub amount: String,
    /// The day it was counted on.
    pub day: NaiveDate,
    /// Where the figure is from, in words.
    #[serde(default)]
    pub text: String,
}

/// Money that came in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Income {
    /// Source id of the charter.
    pub source: String,
    /// The amount as written.
    #[serde(deserialize_with = "amount_text")]
    pub amount: String,
    /// The day it came in.
    pub day: NaiveDate,
    /// Whom it is from, in words; the unit's name where empty.
    #[serde(default)]
    pub from: String,
    /// The member it is from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<u32>,
    /// What for.
    #[serde(default)]
    pub text: String,
    /// The paper that proves it, by its number in the book.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<u32>,
    /// Task id of the charter it is given for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task: Option<String>,
}

/// Money that was spent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spending {
    /// Use id of the charter.
    #[serde(rename = "use")]
    pub purpose: String,
    /// The amount as written.
    #[serde(deserialize_with = "amount_text")]
    pub amount: String,
    /// The day it was paid.
    pub day: NaiveDate,
    /// Whom it was paid to, in words.
    pub to: String,
    /// What for.
    #[serde(default)]
    pub text: String,
    /// The paper that proves it, by its number in the book.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<u32>,
    /// The decision it carries out, by its number in the book.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<u32>,
    /// Task id of the charter it serves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task: Option<String>,
}

/// An entry was wrong: it is taken out of the balance by another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReverseFunds {
    /// The wrong entry, by its number in the funds.
    pub entry: u32,
    /// The day of the reversal.
    pub day: NaiveDate,
    /// Why.
    pub why: String,
}

/// The report on a year was sent to an authority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportFunds {
    /// The year reported on.
    pub year: i32,
    /// Observer id of the charter.
    pub to: String,
    /// The day it was sent.
    pub day: NaiveDate,
    /// How: by hand, by post, in words.
    #[serde(default)]
    pub how: String,
    /// The paper sent, by its number in the book.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<u32>,
}

// --- what happened ------------------------------------------------------------------------------------------

/// What an entry of the funds is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FundKind {
    /// What was there before.
    Opening,
    /// Income, with the source id.
    Income(String),
    /// Spending, with the use id.
    Spending(String),
    /// The reversal of an entry, with its number.
    Reversal(u32),
}

/// An entry of the funds, as it is stored and as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FundEntry {
    /// Number in the funds, from 1, never used again.
    pub no: u32,
    /// What it is.
    pub of: FundKind,
    /// The amount, above nothing; a reversal repeats that of its entry.
    pub amount: Money,
    /// The day.
    pub day: NaiveDate,
    /// Whom it is from or was paid to.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub party: String,
    /// The member it is from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<u32>,
    /// What for; why, for a reversal.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// The paper that proves it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<u32>,
    /// The decision it carries out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<u32>,
    /// Task id of the charter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task: Option<String>,
}

// --- the state ----------------------------------------------------------------------------------------------

/// The funds as they stand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Funds {
    /// Entries in the order entered; the number is the place, from 1.
    pub entries: Vec<FundEntry>,
    /// Reports sent, in the order entered.
    pub reports: Vec<ReportFunds>,
}

/// A report of a year that is over and has not been sent to somebody who is to have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The year.
    pub year: i32,
    /// Observer id of the charter; none where a meeting has not approved it.
    pub to: Option<String>,
}

impl Funds {
    /// The entry with this number.
    pub fn entry(&self, no: u32) -> Option<&FundEntry> {
        self.entries.iter().find(|e| e.no == no)
    }
    /// The reversal of an entry.
    pub fn reversal_of(&self, no: u32) -> Option<&FundEntry> {
        self.entries.iter().find(|e| e.of == FundKind::Reversal(no))
    }
    /// What an entry really was: itself, or what it reverses.
    pub fn origin<'a>(&'a self, entry: &'a FundEntry) -> &'a FundEntry {
        match entry.of {
            FundKind::Reversal(no) => self.entry(no).unwrap_or(entry),
            _ => entry,
        }
    }
    /// What an entry adds to the balance; below nothing where it takes away.
    pub fn effect(&self, entry: &FundEntry) -> Money {
        let plain = |e: &FundEntry| match e.of {
            FundKind::Spending(_) => Money::ZERO - e.amount,
            FundKind::Opening | FundKind::Income(_) => e.amount,
            FundKind::Reversal(_) => Money::ZERO,
        };
        match entry.of {
            FundKind::Reversal(_) => Money::ZERO - plain(self.origin(entry)),
            _ => plain(entry),
        }
    }
    /// The entries by day, those of one day by number, each with the balance after it.
    pub fn by_day(&self) -> Vec<(&FundEntry, Money)> {
        let mut rows: Vec<&FundEntry> = self.entries.iter().collect();
        // What was there before comes before what came in on its day.
        rows.sort_by_key(|e| (e.day, e.of != FundKind::Opening, e.no));
        let mut balance = Money::ZERO;
        let mut all = Vec::new();
        for entry in rows {
            balance = balance + self.effect(entry);
            all.push((entry, balance));
        }
        all
    }
    /// The balance at the end of a day.
    pub fn balance_on(&self, day: NaiveDate) -> Money {
        self.entries.iter().filter(|e| e.day <= day).map(|e| self.effect(e)).sum()
    }
    /// The balance after every entry.
    pub fn balance(&self) -> Money {
        self.entries.iter().map(|e| self.effect(e)).sum()
    }
    /// Whether an entry counts: it is no reversal and was not reversed.
    pub fn stands(&self, entry: &FundEntry) -> bool {
        !matches!(entry.of, FundKind::Reversal(_)) && self.reversal_of(entry.no).is_none()
    }
    /// The lowest balance at the end of a day, from one day on, as it would be without the mistakes: of the
    /// entries that stand.
    pub fn lowest_from(&self, day: NaiveDate) -> Money {
        let standing: Vec<&FundEntry> = self.entries.iter().filter(|e| self.stands(e)).collect();
        let on = |day: NaiveDate| -> Money {
            standing.iter().filter(|e| e.day <= day).map(|e| self.effect(e)).sum()
        };
        let later = standing.iter().map(|e| e.day).filter(|d| *d > day);
        later.map(on).fold(on(day), Money::min)
    }
    /// The opening entry that stands.
    pub fn opening(&self) -> Option<&FundEntry> {
        let opening = |e: &&FundEntry| e.of == FundKind::Opening;
        self.entries.iter().filter(opening).find(|e| self.stands(e))
    }
    /// The first day of an entry that stands.
    pub fn first_day(&self) -> Option<NaiveDate> {
        self.entries.iter().filter(|e| self.stands(e)).map(|e| e.day).min()
    }
    /// Every year from the first entry to the last, in order.
    pub fn years(&self) -> Vec<i32> {
        let years = || self.entries.iter().map(|e| e.day.year());
        match (years().min(), years().max()) {
            (Some(first), Some(last)) => (first..=last).collect(),
            _ => Vec::new(),
        }
    }
    /// The last report on a year that was sent to somebody.
    pub fn reported(&self, year: i32, to: &str) -> Option<&ReportFunds> {
        self.reports.iter().rev().find(|r| r.year == year && r.to == to)
    }
}

impl Book {
    /// The decision by which a meeting approved the report on a year's funds.
    ///
    /// Such a decision is about the years its text names that were over on the day of the meeting; where all
    /// it names are not over, about these; where it names none, about the year before the meeting.
    pub fn funds_approved(&self, year: i32) -> Option<&Decision> {
        let matter = self.charter.as_ref()?.funds.as_ref()?.report.as_deref()?;
        let about = |decision: &&Decision| {
            let met = self.meeting(decision.meeting).map(|m| m.date.year());
            let named = cite::years_named(&decision.text);
            let over: Vec<i32> =
                named.iter().copied().filter(|y| met.is_none_or(|met| *y < met)).collect();
            match (named.is_empty(), over.is_empty()) {
                (true, _) => met == Some(year.saturating_add(1)),
                (false, true) => named.contains(&year),
                (false, false) => over.contains(&year),
            }
        };
        self.decisions.iter().rev().filter(|d| d.matter == matter && !d.void).find(about)
    }

    /// Reports on years that are over on a day and were not approved by a meeting or not sent to those who
    /// are to have them, oldest year first.
    pub fn funds_due(&self, today: NaiveDate) -> Vec<Due> {
        let Some(policy) = self.charter.as_ref().and_then(|c| c.funds.as_ref()) else {
            return Vec::new();
        };
        let mut due = Vec::new();
        for year in self.funds.years().into_iter().filter(|y| *y < today.year()) {
            if policy.report.is_some() && self.funds_approved(year).is_none() {
                due.push(Due { year, to: None });
            }
            for to in policy.copies.iter().filter(|to| self.funds.reported(year, to).is_none()) {
                due.push(Due { year, to: Some(to.clone()) });
            }
        }
        due
    }
}
