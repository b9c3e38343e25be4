//! The desk of the yearly review: every member with how its review ended, and who is still missing.

use super::case_forms::Ask;
use crate::record::cases::{review_of, unreviewed};
use crate::text::words;
use crate::ui::console::Console;
use crate::ui::desk::{Desk, Row, Table, column, figures};
use crate::ui::theme::Role;
use crate::ui::view::{Opening, Pick};
use chrono::{Datelike, NaiveDate};

/// The year looked at.
pub fn year(desk: Option<&Desk>, today: NaiveDate) -> i32 {
    desk.and_then(|d| d.part).and_then(|y| i32::try_from(y).ok()).unwrap_or(today.year())
}

/// See [`super::table`].
pub fn table(console: &Console, desk: &Desk, today: NaiveDate) -> Table {
    let lang = console.lang().first();
    let book = &console.ledger.book;
    let Some(charter) = book.charter.as_deref() else {
        return Table::default();
    };
    let year = year(Some(desk), today);
    let outcomes = words::review_outcomes(charter).unwrap_or_default();
    let mut rows = Vec::new();
    for unit in book.roll() {
        let review = review_of(book, year, unit);
        let said = review
            .and_then(|r| r.outcome.as_deref())
            .map(|id| lang.pick(&words::case_outcome(outcomes, id)))
            .unwrap_or_default();
        let until = review.and_then(|r| r.until).map(|d| d.to_string()).unwrap_or_default();
        let name = book.unit_name(unit);
        let role = match review {
            None => Role::Text,
            Some(r) if r.until.is_some_and(|d| d < today) => Role::Warning,
            Some(_) => Role::Dim,
        };
        rows.push(Row {
            id: u64::from(unit),
            cells: vec![unit.to_string(), name.clone(), said.clone(), until],
            find: format!("{name}\n{unit}\n{said}"),
            role,
        });
    }
    let left = unreviewed(book, year).len();
    let done = rows.len().saturating_sub(left);
    let sums = vec![lang.join(
        &format!("{year}年度：已评审{done}家，未评审{left}家"),
        &format!("{year}: {done} reviewed, {left} to be reviewed"),
    )];
    Table {
        sums,
        columns: vec![
            figures(lang.say(["号", "no."]), 5),
            column(lang.say(["成员", "member"]), 0),
            column(lang.say(["结论", "outcome"]), 24),
            column(lang.say(["期限", "by"]), 10),
        ],
        rows,
        empty: console.lang().say(["名册上还没有成员。", "There are no members yet."]),
    }
}

/// See [`super::detail`].
pub fn detail(console: &Console, row: u64, _today: NaiveDate) -> Vec<String> {
    let lang = console.lang();
    let book = &console.ledger.book;
    let Some(charter) = book.charter.as_deref() else {
        return Vec::new();
    };
    let unit = u32::try_from(row).unwrap_or_default();
    let outcomes = words::review_outcomes(charter).unwrap_or_default();
    let mut said = vec![format!("# {}", book.unit_name(unit))];
    for review in book.reviews.iter().rev().filter(|r| r.unit == unit) {
        let ended = review.outcome.as_deref().map(|id| words::case_outcome(outcomes, id));
        let ended = lang.pick(&ended.unwrap_or_default());
        let until = review.until.map(|d| lang.first().say(["（至", " (by "]) + &d.to_string());
        let until = until.map(|u| u + &lang.first().say(["）", ")"])).unwrap_or_default();
        said.push(format!("{}  {ended}{until}  {}", review.year, review.note));
    }
    said
}

/// What Enter asks: the review of this member.
pub fn ask(console: &Console, row: u64, today: NaiveDate) -> Ask {
    let unit = u32::try_from(row).unwrap_or_default();
    Ask::Review { year: year(console.desk(), today), unit }
}

/// See [`super::menu`].
pub fn menu(console: &Console, row: Option<u64>, today: NaiveDate) -> Vec<(String, String, Pick)> {
    let lang = console.lang();
    let year = year(console.desk(), today);
    let mut lines = Vec::new();
    let open = |ask: Ask| Pick::Open(Box::new(Opening::Case(ask)));
    if let Some(row) = row {
        lines.push((
            lang.say(["评审这家成员", "review this member"]),
            open(ask(console, row, today)),
        ));
    }
    lines.push((lang.say(["其余全部合格", "all others pass"]), open(Ask::ReviewRest { year })));
    for other in [year - 1, year + 1] {
        if other <= today.year()
            && let Ok(part) = u32::try_from(other)
        {
            lines.push((
                lang.join(&format!("看{other}年度"), &format!("look at {other}")),
                Pick::Part(part),
            ));
        }
    }
    super::numbered(lines)
}
