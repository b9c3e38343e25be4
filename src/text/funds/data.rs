//! The funds for scripts: the statement of a year as JSON, what is due, the list of entries in columns.

use super::{kind_name, source_name, use_name};
use crate::charter::{Charter, Name};
use crate::record::Book;
use crate::text::Lang;
use chrono::NaiveDate;
use serde_json::{Value, json};

/// The statement of a year for programs: figures as texts with two places, names in both languages.
pub fn json(book: &Book, charter: &Charter, year: i32) -> Value {
    let statement = book.funds.statement(Some(charter), year);
    let mut value = serde_json::to_value(&statement).unwrap_or_default();
    let named = |side: &mut Value, name: &dyn Fn(&str) -> Name| {
        for line in side.get_mut("lines").and_then(Value::as_array_mut).into_iter().flatten() {
            let id = line.get("id").and_then(Value::as_str).unwrap_or_default();
            let name = name(id);
            line["name"] = json!(name);
        }
    };
    named(&mut value["income"], &|id| source_name(Some(charter), id));
    named(&mut value["spending"], &|id| use_name(Some(charter), id));
    let rows = statement.entries.iter().filter_map(|(no, balance)| {
        let mut row = json!(book.funds.entry(*no)?);
        row["effect"] = json!(book.funds.effect(book.funds.entry(*no)?));
        row["balance"] = json!(balance);
        Some(row)
    });
    value["entries"] = rows.collect();
    value["currency"] = json!(charter.funds.as_ref().map(|f| &f.currency));
    value["approved_by"] = json!(book.funds_approved(year).map(|d| d.no));
    let sent = book.funds.reports.iter().filter(|r| r.year == year);
    value["sent"] = sent.map(|r| json!(r)).collect();
    value
}

/// What a script is told: the balance and what is due, or the statement of a year. Nothing where the year is
/// none the funds cover.
pub fn answer(book: &Book, year: Option<&Value>, today: NaiveDate) -> Option<Value> {
    let years = book.funds.years();
    if let Some(year) = year {
        let year = i32::try_from(year.as_i64()?).ok().filter(|year| years.contains(year))?;
        return Some(json(book, book.charter.as_deref()?, year));
    }
    let due = book.funds_due(today);
    let due: Vec<Value> = due.iter().map(|d| json!({"year": d.year, "to": d.to})).collect();
    Some(json!({
        "balance": book.funds.balance(),
        "entries": book.funds.entries.len(),
        "years": years,
        "due": due,
    }))
}

/// Every entry by day, with the balance after it, as columns of plain text.
pub fn list(lang: Lang, book: &Book) -> String {
    let charter = book.charter.as_deref();
    let mut out = String::new();
    for (entry, balance) in book.funds.by_day() {
        let effect = book.funds.effect(entry);
        let what = lang.pick(&kind_name(charter, &entry.of));
        let mut said = vec![what, entry.party.clone(), entry.text.clone()];
        said.retain(|part| !part.is_empty());
        let said = said.join(" · ").split_whitespace().collect::<Vec<_>>().join(" ");
        out += &format!("{:>4}  {}  {effect:>16}  {balance:>16}  {said}\n", entry.no, entry.day);
    }
    if out.is_empty() {
        out = lang.say(["经费账里还没有登记。", "Nothing is entered in the funds yet."]);
        out.push('\n');
    }
    out
}
