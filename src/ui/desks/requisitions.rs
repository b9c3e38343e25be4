//! The desk of requisitions: lists on which members ask for a meeting, counted as they are signed.

use super::notice_forms::Ask;
use crate::record::Stamp;
use crate::record::notice::Requisition;
use crate::text::{Lang, forecast as said, words};
use crate::ui::console::Console;
use crate::ui::desk::{Row, Table, column, figures};
use crate::ui::theme::Role;
use crate::ui::view::{Opening, Pick};
use chrono::NaiveDate;

fn list(console: &Console, row: u64) -> Option<&Requisition> {
    console.ledger.book.requisition(u32::try_from(row).ok()?)
}

/// See [`super::table`].
pub fn table(console: &Console, _today: NaiveDate) -> Table {
    let lang = console.lang().first();
    let book = &console.ledger.book;
    let mut rows = Vec::new();
    for list in book.notices.requisitions.iter().rev() {
        let signed = book.signed(list);
        let state = match list.meeting {
            Some(_) => lang.say(["已召集", "called"]),
            None if signed.enough => lang.say(["已达到", "reached"]),
            None => lang.say(["未达到", "not reached"]),
        };
        let matters = list.request.matters.clone();
        rows.push(Row {
            id: u64::from(list.no),
            find: format!("{matters}\n{}\n{state}", list.no),
            cells: vec![
                list.no.to_string(),
                matters,
                format!("{}/{}", signed.signed, signed.roll),
                signed.needed.map(|n| n.to_string()).unwrap_or_default(),
                state,
            ],
            role: match list.meeting {
                Some(_) => Role::Dim,
                None if signed.enough => Role::Present,
                None => Role::Text,
            },
        });
    }
    Table {
        sums: Vec::new(),
        columns: vec![
            figures(lang.say(["号", "no."]), 3),
            column(lang.say(["提请的事项", "matters"]), 0),
            figures(lang.say(["已签/名册", "signed"]), 9),
            figures(lang.say(["须", "needs"]), 5),
            column(lang.say(["状态", "state"]), 11),
        ],
        rows,
        empty: console.lang().say([
            "还没有联署。Ctrl-N 新建一份联署名单。",
            "No list of signatures yet. Ctrl-N begins one.",
        ]),
    }
}

/// See [`super::detail`].
pub fn detail(console: &Console, row: u64, _today: NaiveDate) -> Vec<String> {
    let lang = console.lang().first();
    let book = &console.ledger.book;
    let (Some(list), Some(charter)) = (list(console, row), book.charter.as_deref()) else {
        return Vec::new();
    };
    let label = |words: [&'static str; 2], said: String| format!("{}  {said}", lang.say(words));
    let mut lines = vec![format!("# {}", words::list_name(lang, book, list))];
    lines.push(said::signed(lang, charter, book, list));
    if let Some(day) = list.request.day {
        lines.push(label(["发起", "begun"], words::date(lang, day)));
    }
    if let Some(meeting) = list.meeting.and_then(|no| book.meeting(no)) {
        let name = words::meeting_name(lang, charter, meeting);
        lines.push(label(["已召集", "led to"], name));
    }
    let counted = book.signatures(list);
    for (unit, day) in &list.signed {
        let left = if counted.contains(unit) {
            String::new()
        } else {
            lang.say(["（已不在名册，不计）", " (no longer on the roll: not counted)"])
        };
        lines.push(format!("{unit} {}  {}{left}", book.unit_name(*unit), day));
    }
    for (unit, why) in &list.withdrawn {
        let name = book.unit_name(*unit);
        lines.push(lang.each(|l| match l {
            Lang::En => format!("withdrawn: {unit} {name} {why}"),
            _ => format!("撤回：{unit} {name} {why}"),
        }));
    }
    lines
}

/// See [`super::open`].
pub fn open(console: &mut Console, row: u64, now: Stamp) {
    match list(console, row).filter(|l| l.meeting.is_none()).map(|l| l.no) {
        Some(no) => console.open_form(&Opening::Notice(Ask::Sign(no)), now),
        None => {
            let lines = detail(console, row, now.date_naive());
            let title = console.lang().say(["联署", "Requisition"]);
            let text: Vec<&str> = lines.iter().map(|l| l.strip_prefix("# ").unwrap_or(l)).collect();
            console.view.page(title, text.join("\n"));
        }
    }
}

/// See [`super::menu`].
pub fn menu(console: &Console, row: Option<u64>, _today: NaiveDate) -> Vec<(String, String, Pick)> {
    let lang = console.lang();
    let ask = |ask: Ask| Pick::Open(Box::new(Opening::Notice(ask)));
    let mut lines: Vec<(String, Pick)> = Vec::new();
    if let Some(list) = row.and_then(|row| list(console, row)).filter(|l| l.meeting.is_none()) {
        lines.push((lang.say(["登记签名", "enter signatures"]), ask(Ask::Sign(list.no))));
        if !list.signed.is_empty() {
            let label = lang.say(["撤回一家的签名", "a signature is withdrawn"]);
            lines.push((label, ask(Ask::Unsign(list.no))));
        }
        let (body, by) = (list.request.body.clone(), list.request.by.clone());
        lines.push((
            lang.say(["据此召集会议", "call the meeting on it"]),
            Pick::Open(Box::new(Opening::Convene(body, by))),
        ));
    }
    for way in console.ledger.book.requisition_ways() {
        let name = lang.pick(&way.name);
        lines.push((
            lang.join(&format!("新建联署：{name}"), &format!("begin a list: {name}")),
            ask(Ask::List(way.body.clone(), way.id.clone())),
        ));
    }
    super::numbered(lines)
}

/// See [`super::create`].
pub fn create(console: &mut Console, now: Stamp) {
    let ways: Vec<(String, String)> = console
        .ledger
        .book
        .requisition_ways()
        .iter()
        .map(|w| (w.body.clone(), w.id.clone()))
        .collect();
    match ways.as_slice() {
        [] => {
            let lang = console.lang();
            console.view.warn(lang.say([
                "章程没有规定成员可以联署提请开会。",
                "The charter lets nobody call a meeting by signatures.",
            ]));
        }
        [(body, by)] => {
            let ask = Ask::List(body.clone(), by.clone());
            console.open_form(&Opening::Notice(ask), now);
        }
        _ => {
            let lines = menu(console, None, now.date_naive());
            let title = console.lang().say(["联署提请哪个会议？", "A list for which meeting?"]);
            console.view.menu(title, lines);
        }
    }
}
