//! The desks of what members are allowed and of the association's numbered texts.

use super::case_forms::Ask;
use crate::record::cases::Permitted;
use crate::text::words;
use crate::ui::console::Console;
use crate::ui::desk::{Row, Table, column, figures};
use crate::ui::theme::Role;
use crate::ui::view::{Opening, Pick};
use chrono::NaiveDate;

fn permit(console: &Console, row: u64) -> Option<&Permitted> {
    console.ledger.book.permits.iter().find(|p| u64::from(p.permit.permit) == row)
}

/// What members are allowed, those that hold first.
pub fn permits(console: &Console, today: NaiveDate) -> Table {
    let lang = console.lang().first();
    let book = &console.ledger.book;
    let mut rows = Vec::new();
    for holds in [true, false] {
        for known in book.permits.iter().rev().filter(|p| p.holds(today) == holds) {
            let of = &known.permit;
            let unit = book.unit_name(of.unit);
            let to = known.ended.as_ref().map(|(d, _)| *d).or(of.to);
            let to = to.map(|d| d.to_string()).unwrap_or_default();
            let kind = if of.decision.is_some() {
                lang.say(["授权", "authorised"])
            } else {
                lang.say(["许可", "leave"])
            };
            rows.push(Row {
                id: u64::from(of.permit),
                cells: vec![of.permit.to_string(), kind, unit.clone(), of.scope.clone(), to],
                find: format!("{unit}\n{}\n{}", of.scope, of.permit),
                role: if holds { Role::Text } else { Role::Dim },
            });
        }
    }
    Table {
        sums: Vec::new(),
        columns: vec![
            figures(lang.say(["号", "no."]), 3),
            column(lang.say(["种类", "kind"]), 10),
            column(lang.say(["成员", "member"]), 0),
            column(lang.say(["范围", "scope"]), 0),
            column(lang.say(["至", "until"]), 10),
        ],
        rows,
        empty: console.lang().say([
            "还没有授权或许可。授权由会议决定；以联盟名义活动的许可从卷宗办理。",
            "Nobody is authorised yet. Authorisations are decided by a meeting; leave to act in the association's name is given in a case.",
        ]),
    }
}

/// What is known of a permit.
pub fn permit_detail(console: &Console, row: u64) -> Vec<String> {
    let lang = console.lang();
    let book = &console.ledger.book;
    let Some(known) = permit(console, row) else {
        return Vec::new();
    };
    let of = &known.permit;
    let label = |words: [&'static str; 2], said: String| format!("{}  {said}", lang.say(words));
    let day = |d: Option<NaiveDate>| d.map(|d| d.to_string()).unwrap_or_default();
    let mut said = vec![
        format!("# {}", book.unit_name(of.unit)),
        of.scope.clone(),
        String::new(),
        label(["期限", "time"], format!("{} – {}", day(of.from), day(of.to))),
    ];
    if let Some(charter) = book.charter.as_deref() {
        for task in charter.tasks.iter().filter(|t| of.tasks.contains(&t.id)) {
            said.push(label(["任务", "task"], lang.pick(&task.name)));
        }
    }
    let decision = of.decision.and_then(|no| book.decisions.iter().find(|d| d.no == no));
    if let Some(decision) = decision {
        said.push(label(["决议", "decision"], decision.number.clone()));
    }
    if let Some(case) = of.case {
        said.push(label(["卷宗", "case"], case.to_string()));
    }
    if known.void {
        said.push(lang.say(["所依据的决议已作废。", "The decision it rests on is void."]));
    }
    if let Some((day, why)) = &known.ended {
        said.push(label(["收回", "taken back"], format!("{day}  {why}")));
    }
    said
}

/// What can be done with a permit.
pub fn permit_menu(
    console: &Console,
    row: Option<u64>,
    today: NaiveDate,
) -> Vec<(String, String, Pick)> {
    let lang = console.lang();
    let holds =
        row.and_then(|r| permit(console, r)).filter(|p| p.holds(today) && p.ended.is_none());
    let lines = holds.map(|known| {
        let ask = Ask::EndPermit { permit: known.permit.permit };
        (lang.say(["收回", "take it back"]), Pick::Open(Box::new(Opening::Case(ask))))
    });
    super::numbered(lines.into_iter().collect())
}

/// The association's numbered texts, the latest first.
pub fn norms(console: &Console) -> Table {
    let lang = console.lang().first();
    let book = &console.ledger.book;
    let mut rows = Vec::new();
    for (place, norm) in book.norms.iter().enumerate().rev() {
        let version = match norm.version {
            0 => lang.say(["作废", "void"]),
            n => lang.join(&format!("第{n}版"), &format!("version {n}")),
        };
        rows.push(Row {
            id: u64::try_from(place).unwrap_or_default(),
            cells: vec![norm.number.clone(), norm.title.clone(), version, norm.since.to_string()],
            find: format!("{}\n{}", norm.number, norm.title),
            role: if norm.version == 0 { Role::Dim } else { Role::Text },
        });
    }
    Table {
        sums: Vec::new(),
        columns: vec![
            column(lang.say(["编号", "number"]), 18),
            column(lang.say(["名称", "title"]), 0),
            column(lang.say(["版次", "version"]), 10),
            column(lang.say(["施行", "since"]), 10),
        ],
        rows,
        empty: console.lang().say([
            "还没有编号的标准或规定。会议审定、批准后自动登记在这里。",
            "There are no numbered standards or rules yet. What a meeting adopts is registered here by itself.",
        ]),
    }
}

/// What is known of a numbered text.
pub fn norm_detail(console: &Console, row: u64) -> Vec<String> {
    let lang = console.lang();
    let book = &console.ledger.book;
    let norm = usize::try_from(row).ok().and_then(|r| book.norms.get(r));
    let Some((norm, charter)) = norm.zip(book.charter.as_deref()) else {
        return Vec::new();
    };
    let matter = charter.matter(&norm.matter).map(|m| lang.pick(&m.title)).unwrap_or_default();
    let mut said = vec![format!("# {}", norm.number), norm.title.clone(), matter, String::new()];
    for no in &norm.decisions {
        if let Some(decision) = book.decisions.iter().find(|d| d.no == *no) {
            let held = book.meeting(decision.meeting);
            let held = held.map(|m| words::meeting_name(lang, charter, m)).unwrap_or_default();
            said.push(format!("{}  {held}", decision.number));
        }
    }
    said
}
