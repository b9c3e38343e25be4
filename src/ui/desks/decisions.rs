//! The desk of decisions: what was decided in all meetings, found by words.

use crate::record::Stamp;
use crate::record::state::Decision;
use crate::text::{charter as charter_text, words};
use crate::ui::console::Console;
use crate::ui::desk::{Row, Table, column};
use crate::ui::keys::Action;
use crate::ui::theme::Role;
use crate::ui::view::{Opening, Pick};
use chrono::NaiveDate;

fn decision(console: &Console, row: u64) -> Option<&Decision> {
    console.ledger.book.decisions.iter().find(|d| u64::from(d.no) == row)
}

fn matter(console: &Console, decision: &Decision) -> String {
    let charter = console.ledger.book.charter.as_deref();
    let matter = charter.and_then(|c| c.matter(&decision.matter));
    matter.map_or_else(|| decision.matter.clone(), |m| console.lang().pick(&m.title))
}

fn held(console: &Console, decision: &Decision) -> String {
    let book = &console.ledger.book;
    let known = book.charter.as_deref().zip(book.meeting(decision.meeting));
    known.map_or_else(String::new, |(charter, meeting)| {
        format!("{}  {}", words::meeting_name(console.lang(), charter, meeting), meeting.date)
    })
}

/// See [`super::table`].
pub fn table(console: &Console, _today: NaiveDate) -> Table {
    let lang = console.lang().first();
    let book = &console.ledger.book;
    let mut rows = Vec::new();
    for decision in book.decisions.iter().rev() {
        let day = book.meeting(decision.meeting).map(|m| m.date.to_string()).unwrap_or_default();
        let kind = matter(console, decision);
        let text = if decision.void {
            format!("{} {}", lang.say(["（作废）", "(void)"]), decision.text)
        } else {
            decision.text.clone()
        };
        rows.push(Row {
            id: u64::from(decision.no),
            cells: vec![day.clone(), decision.number.clone(), text],
            find: format!("{}\n{}\n{kind}\n{day}\n{}", decision.text, decision.number, decision.no),
            role: if decision.void { Role::Dim } else { Role::Text },
        });
    }
    Table {
        sums: Vec::new(),
        columns: vec![
            column(lang.say(["日期", "day"]), 10),
            column(lang.say(["文号", "number"]), 24),
            column(lang.say(["决议", "decision"]), 0),
        ],
        rows,
        empty: console.lang().say(["还没有任何决议。", "Nothing has been decided yet."]),
    }
}

/// See [`super::detail`].
pub fn detail(console: &Console, row: u64, _today: NaiveDate) -> Vec<String> {
    let lang = console.lang();
    let Some(decision) = decision(console, row) else {
        return Vec::new();
    };
    let book = &console.ledger.book;
    let label = |words: [&'static str; 2], said: String| format!("{}  {said}", lang.say(words));
    let mut lines = vec![
        format!("# {}", decision.number),
        decision.text.clone(),
        String::new(),
        label(["会议", "meeting"], held(console, decision)),
        label(["事项", "matter"], matter(console, decision)),
    ];
    if let Some(charter) = book.charter.as_deref()
        && let Some(matter) = charter.matter(&decision.matter)
        && !matter.clauses.0.is_empty()
    {
        let clauses = charter_text::clause_words(&charter.identity.article_form, &matter.clauses);
        lines.push(label(["依据", "under"], lang.pick(&clauses)));
    }
    for change in &decision.changes {
        lines.push(label(["执行", "carried out"], words::change(lang, book, change)));
    }
    if decision.void {
        lines.push(lang.say(["这项决议已作废。", "This decision is void."]));
    }
    lines
}

/// See [`super::open`].
pub fn open(console: &mut Console, row: u64, now: Stamp) {
    let lines = detail(console, row, now.date_naive());
    let title = console.lang().say(["决议", "Decision"]);
    let text: Vec<&str> = lines.iter().map(|l| l.strip_prefix("# ").unwrap_or(l)).collect();
    console.view.page(title, text.join("\n"));
}

/// See [`super::menu`].
pub fn menu(console: &Console, row: Option<u64>, _today: NaiveDate) -> Vec<(String, String, Pick)> {
    let lang = console.lang();
    let Some(decision) = row.and_then(|row| decision(console, row)) else {
        return Vec::new();
    };
    let open = |opening: Opening| Pick::Open(Box::new(opening));
    let mut lines =
        vec![("1".to_owned(), lang.say(["全文", "the whole of it"]), Pick::Do(Action::DeskOpen))];
    if !decision.void {
        lines.push((
            "2".to_owned(),
            lang.say(["更正文字", "correct its text"]),
            open(Opening::CorrectText(decision.no)),
        ));
        lines.push((
            "3".to_owned(),
            lang.say(["更正执行对象", "correct whom it concerned"]),
            open(Opening::CorrectEnactment(decision.no)),
        ));
    }
    lines
}
