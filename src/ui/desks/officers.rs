//! The desk of bodies and offices: who sits, who holds which office until when, what is vacant.

use super::case_forms::Ask;
use crate::charter::{Charter, Office, Roll};
use crate::record::officers::{acting_for, last_of, vacant};
use crate::record::state::Book;
use crate::text::{Lang, charter as charter_text};
use crate::ui::console::Console;
use crate::ui::desk::{Row, Table, column};
use crate::ui::keys::Action;
use crate::ui::theme::Role;
use crate::ui::view::{Opening, Pick};
use chrono::NaiveDate;

/// A line of the desk: a body, or the place of an office in the charter.
enum Line<'c> {
    Body(&'c crate::charter::Body),
    Office(&'c Office),
}

/// Bodies in the order of the charter, each with its offices.
fn lines(charter: &Charter) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    for body in &charter.bodies {
        lines.push(Line::Body(body));
        lines.extend(charter.offices.iter().filter(|o| o.body == body.id).map(Line::Office));
    }
    lines
}

fn held(console: &Console, office: &Office, today: NaiveDate) -> Vec<String> {
    let book = &console.ledger.book;
    let mut names = Vec::new();
    for holder in book.holders_of(&office.id, today) {
        // An office held by a unit is held by the unit its holder comes from.
        let unit = holder.unit.map(|u| book.unit_name(u));
        names.push(match (&office.with, unit) {
            (Some(_), Some(unit)) => unit,
            _ => holder.name.clone(),
        });
    }
    names
}

fn until(book: &Book, office: &Office, today: NaiveDate) -> String {
    let days = book.holders_of(&office.id, today).into_iter().filter_map(|h| h.to);
    days.min().map(|d| d.to_string()).unwrap_or_default()
}

/// See [`super::table`].
pub fn table(console: &Console, today: NaiveDate) -> Table {
    let lang = console.lang().first();
    let book = &console.ledger.book;
    let Some(charter) = book.charter.as_deref() else {
        return Table::default();
    };
    let mut rows = Vec::new();
    for (place, line) in lines(charter).iter().enumerate() {
        let id = u64::try_from(place).unwrap_or(u64::MAX);
        let (name, who, end, role) = match line {
            Line::Body(body) => {
                let seats = match body.roll {
                    Roll::None => String::new(),
                    _ => format!(
                        "{} {}",
                        book.roll_of(&body.id).len(),
                        lang.pick(&charter.identity.counter)
                    ),
                };
                let end = body.term_years.zip(book.standings.get(&body.id));
                let end = end.and_then(|(years, s)| {
                    Some(crate::record::decide::last_day(s.term_begun?, years))
                });
                let end = end.map(|d| d.to_string()).unwrap_or_default();
                (body.name.clone(), seats, end, Role::Title)
            }
            Line::Office(office) => {
                let open = vacant(book, office, today);
                let mut who = held(console, office, today).join(&lang.first().say(["、", ", "]));
                if open > 0 {
                    let short = lang.join(&format!("缺{open}名"), &format!("{open} vacant"));
                    who = match (who.as_str(), lang) {
                        ("", _) => short,
                        (_, Lang::En) => format!("{who} ({short})"),
                        _ => format!("{who}（{short}）"),
                    };
                }
                let role = if open > 0 { Role::Accent } else { Role::Text };
                (office.name.clone(), who, until(book, office, today), role)
            }
        };
        let indent = if matches!(line, Line::Office(_)) { "  " } else { "" };
        rows.push(Row {
            id,
            cells: vec![format!("{indent}{}", lang.pick(&name)), who.clone(), end],
            find: format!("{}\n{}\n{who}", name.zh, name.en),
            role,
        });
    }
    Table {
        sums: Vec::new(),
        columns: vec![
            // Offices have longer names in English than their holders.
            column(
                lang.say(["机构和职务", "body and office"]),
                if lang == Lang::En { 37 } else { 0 },
            ),
            column(lang.say(["任职者", "holders"]), 0),
            column(lang.say(["任期至", "until"]), 10),
        ],
        rows,
        empty: console.lang().say(["章程没有机构。", "The charter has no bodies."]),
    }
}

/// See [`super::detail`].
pub fn detail(console: &Console, row: u64, today: NaiveDate) -> Vec<String> {
    let lang = console.lang();
    let book = &console.ledger.book;
    let Some(charter) = book.charter.as_deref() else {
        return Vec::new();
    };
    let all = lines(charter);
    let line = usize::try_from(row).ok().and_then(|r| all.get(r));
    let label = |words: [&'static str; 2], said: String| format!("{}  {said}", lang.say(words));
    let rests = |basis: &crate::charter::Basis| {
        let clauses = basis.article.clone().unwrap_or_default();
        lang.pick(&charter_text::clause_words(&charter.identity.article_form, &clauses))
    };
    let mut said = Vec::new();
    match line {
        Some(Line::Body(body)) => {
            said.push(format!("# {}", lang.pick(&body.name)));
            said.push(label(["依据", "under"], rests(&body.basis)));
            if let Some(standing) = book.standings.get(&body.id) {
                let (term, number) = (standing.term, standing.number);
                said.push(lang.join(
                    &format!("届次  第{term}届，已开到第{number}次会议"),
                    &format!("term  {term}, last meeting {number}"),
                ));
                if let Some(begun) = standing.term_begun {
                    said.push(label(["本届始于", "term begun"], begun.to_string()));
                }
            }
            if body.roll == Roll::Seats {
                said.push(String::new());
                for unit in book.roll_of(&body.id) {
                    said.push(format!("{unit:>4}  {}", book.unit_name(unit)));
                }
            }
            for duty in &body.duties {
                said.push(format!("·  {}", lang.pick(duty)));
            }
        }
        Some(Line::Office(office)) => {
            said.push(format!("# {}", lang.pick(&office.name)));
            said.push(label(["依据", "under"], rests(&office.basis)));
            said.push(String::new());
            for holder in book.holders.iter().rev().filter(|h| h.office == office.id) {
                let day = |d: Option<NaiveDate>| d.map(|d| d.to_string()).unwrap_or_default();
                let number =
                    holder.decision.and_then(|no| book.decisions.iter().find(|d| d.no == no));
                let number = number.map(|d| d.number.clone()).unwrap_or_default();
                let (from, to) = (day(holder.from), day(holder.to));
                said.push(format!("{}  {from} – {to}  {number}", holder.name));
            }
            said.extend(rights(console, charter, office));
            if let Some(acting) = acting_for(book, &office.id, today) {
                let of = &acting.of;
                said.push(label(["代行", "acting"], format!("{}  {}", of.name, of.document)));
            } else if held(console, office, today).is_empty()
                && let Some(last) = last_of(book, &office.id, today)
            {
                said.push(label(["上一任", "last"], last.name.clone()));
            }
            said.push(String::new());
            for duty in &office.duties {
                said.push(format!("·  {}", lang.pick(duty)));
            }
        }
        None => {}
    }
    said
}

/// What an office gives a right to: to call meetings, to preside, to sign.
fn rights(console: &Console, charter: &Charter, office: &Office) -> Vec<String> {
    let lang = console.lang();
    let label = |words: [&'static str; 2], said: String| format!("{}  {said}", lang.say(words));
    let mut said = Vec::new();
    let own = |id: &Option<String>| id.as_deref() == Some(office.id.as_str());
    for way in charter.convenings.iter().filter(|c| own(&c.office)) {
        said.push(label(["召集", "calls"], lang.pick(&way.name)));
    }
    for right in charter.presiders.iter().filter(|p| own(&p.office)) {
        said.push(label(["主持", "presides"], lang.pick(&right.name)));
    }
    if office.signs {
        said.push(lang.say(["签署  本会文件", "signs  the association's papers"]));
    }
    if let Some(by) = office.nominated_by.as_deref().and_then(|id| charter.office(id)) {
        said.push(label(["提名", "nominated by"], lang.pick(&by.name)));
    }
    said
}

/// See [`super::menu`].
pub fn menu(console: &Console, row: Option<u64>, today: NaiveDate) -> Vec<(String, String, Pick)> {
    let lang = console.lang();
    let book = &console.ledger.book;
    let Some(charter) = book.charter.as_deref() else {
        return Vec::new();
    };
    let all = lines(charter);
    let line = row.and_then(|r| usize::try_from(r).ok()).and_then(|r| all.get(r));
    let ask = |ask: Ask| Pick::Open(Box::new(Opening::Case(ask)));
    let fresh = book.meetings.is_empty();
    let mut made = Vec::new();
    if let Some(Line::Office(office)) = line {
        let id = &office.id;
        for holder in book.holders_of(id, today) {
            if office.with.is_none() {
                let vacate = Ask::Vacate { office: id.clone(), name: holder.name.clone() };
                let name = &holder.name;
                made.push((
                    lang.join(&format!("{name}离任"), &format!("{name} leaves the office")),
                    ask(vacate),
                ));
            }
        }
        match acting_for(book, id, today) {
            Some(acting) => {
                let end = Ask::EndDesignation { designation: acting.designation };
                made.push((lang.say(["代行结束", "end the designation"]), ask(end)));
            }
            None if charter.acting.iter().any(|a| a.office == *id) => {
                let designate = Ask::Designate { office: id.clone() };
                made.push((lang.say(["指定代行其职权的人", "designate who acts"]), ask(designate)));
            }
            None => {}
        }
        if fresh {
            made.push((lang.say(["期初任职", "opening entry: holder"]), Pick::Do(Action::Fill)));
        }
    } else if fresh {
        made.push((lang.say(["期初席位", "opening entry: seats"]), Pick::Do(Action::Seat)));
        made.push((lang.say(["期初届次", "opening entry: term"]), Pick::Do(Action::Stand)));
    }
    made.push((lang.say(["召集会议", "call a meeting"]), Pick::Do(Action::Convene)));
    super::numbered(made)
}
