//! A sum is the same figure wherever it is read: in the statement, in JSON, in the views, in the ledger file.

use super::{today, two_years};
use quorate::text::Lang;
use quorate::text::funds::{self as text, Addressee};
use rusqlite::{Connection, OpenFlags};
use serde_json::Value;

#[test]
fn every_figure_is_the_same_text_everywhere() {
    let hall = two_years();
    let ledger = hall.ledger();
    let book = &ledger.book;
    let charter = book.charter.as_deref().unwrap();
    let conn = Connection::open_with_flags(&hall.book, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let (journal, list) = (text::journal(book), text::list(Lang::Zh, book));
    for year in book.funds.years() {
        let paper = text::statement(Lang::Both, book, charter, year, &Addressee::Meeting, today());
        let json = text::json(book, charter, year);
        let said = |key: &str| json[key].as_str().unwrap().to_owned();
        // The view has a row a year.
        let row: Vec<String> = conn
            .query_row(
                "SELECT opening, income, spending, closing FROM funds_by_year WHERE year = ?",
                [year],
                |row| (0..4).map(|c| row.get(c)).collect(),
            )
            .unwrap();
        let total = |side: &str| json[side]["total"].as_str().unwrap().to_owned();
        assert_eq!(row, [said("opening"), total("income"), total("spending"), said("closing")]);
        for figure in [said("carried"), total("income"), total("spending"), said("closing")] {
            assert_eq!(paper.matches(&format!("| {figure} |")).count() % 2, 0, "{figure}");
            assert!(paper.contains(&format!("| {figure} |")), "{figure} is not in\n{paper}");
        }
        for line in ["income", "spending"].iter().flat_map(|s| json[s]["lines"].as_array().unwrap())
        {
            let net = line["net"].as_str().unwrap();
            assert!(paper.contains(&format!("| {net} |")), "{net} is not in\n{paper}");
        }
        for entry in json["entries"].as_array().unwrap() {
            let figure = |key: &str| entry[key].as_str().unwrap().to_owned();
            let row: Vec<String> = conn
                .query_row(
                    "SELECT day, amount, effect, balance FROM funds WHERE no = ?",
                    [entry["no"].as_i64().unwrap()],
                    |row| (0..4).map(|c| row.get(c)).collect(),
                )
                .unwrap();
            assert_eq!(row, ["day", "amount", "effect", "balance"].map(figure));
            assert!(journal.contains(&format!("  CNY {}\n", figure("effect"))), "{journal}");
            let no = format!("{:>4}  ", entry["no"].as_i64().unwrap());
            let line = list.lines().find(|l| l.starts_with(&no)).unwrap();
            for key in ["effect", "balance"] {
                assert!(line.contains(&format!(" {} ", figure(key))), "{line}");
            }
            assert!(paper.contains(&format!("| {} |", figure("balance"))), "{paper}");
        }
        is_text(&json);
    }
}

/// No sum comes out as a number that a reader could make a float of.
fn is_text(value: &Value) {
    match value {
        Value::Number(number) => assert!(number.is_i64() || number.is_u64(), "{number}"),
        Value::Array(all) => all.iter().for_each(is_text),
        Value::Object(all) => all.values().for_each(is_text),
        _ => {}
    }
}

#[test]
fn the_views_hold_what_the_program_holds() {
    let hall = two_years();
    crate::views::agree(&hall.ledger(), &hall.book);
}
