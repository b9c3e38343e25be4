//! Who acts for whom, and which offices nobody holds: changes of offices that no decision makes.

use super::state::{Book, Holder};
use crate::charter::Office;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Ends somebody's time in an office: resignation, illness, death, another post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vacate {
    /// Office id.
    pub office: String,
    /// Holder.
    pub name: String,
    /// Last day; the day of the entry where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<NaiveDate>,
    /// Why.
    pub why: String,
    /// The kept paper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<u32>,
}

/// Designates who acts for an office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Designate {
    /// Office acted for.
    pub office: String,
    /// Who acts: a holder of the office the charter allows.
    pub name: String,
    /// First day; the day of the entry where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// Last day, where it is set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
    /// The paper it rests on, in words.
    pub document: String,
}

/// Somebody was designated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Designated {
    /// Number in the book, from 1.
    pub designation: u32,
    /// As it was asked for, with the first day filled in.
    pub of: Designate,
}

/// Ends a designation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndDesignation {
    /// The designation.
    pub designation: u32,
    /// Last day; the day of the entry where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<NaiveDate>,
    /// Why.
    #[serde(default)]
    pub why: String,
}

/// A designation in force on a day, the latest first.
pub fn acting_for<'b>(book: &'b Book, office: &str, day: NaiveDate) -> Option<&'b Designated> {
    book.designations.iter().rev().find(|d| {
        d.of.office == office
            && d.of.from.is_none_or(|from| from <= day)
            && d.of.to.is_none_or(|to| day <= to)
    })
}

/// How many more could hold an office on a day; none where the charter gives no number.
pub fn vacant(book: &Book, office: &Office, day: NaiveDate) -> u32 {
    let held = u32::try_from(book.holders_of(&office.id, day).len()).unwrap_or(u32::MAX);
    office.seats.map_or(0, |seats| seats.saturating_sub(held))
}

/// The last holder of an office whose time ran out before a day, where nobody holds it now.
pub fn last_of<'b>(book: &'b Book, office: &str, day: NaiveDate) -> Option<&'b Holder> {
    let over = |h: &&Holder| h.office == office && h.to.is_some_and(|to| to < day);
    book.holders.iter().filter(over).max_by_key(|h| h.to)
}

/// Whether a body was elected anew since it last met: its next meeting is the first of another term.
pub fn is_renewed(book: &Book, body: &str) -> bool {
    let Some(standing) = book.standings.get(body) else {
        return false;
    };
    let last = book.meetings.iter().filter(|m| m.body == body && m.term == standing.term);
    last.map(|m| m.date).max().zip(standing.term_begun).is_some_and(|(last, begun)| last < begun)
}
