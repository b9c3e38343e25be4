//! The desk of the register: every unit there ever was, its people, its history, and tables in and out.

use super::register_forms::Step;
use crate::record::Stamp;
use crate::record::members::{Person, history};
use crate::record::state::{Member, Membership};
use crate::text::words::{self, members as member_words};
use crate::text::{Lang, Words};
use crate::ui::console::Console;
use crate::ui::desk::{Column, Row, Table, column, figures};
use crate::ui::keys::Action;
use crate::ui::theme::Role;
use crate::ui::view::{Opening, Pick};
use crate::ui::width::width;
use chrono::NaiveDate;

fn member(console: &Console, row: u64) -> Option<&Member> {
    console.ledger.book.members.get(&u32::try_from(row).ok()?)
}

fn category(console: &Console, member: &Member, lang: Lang) -> String {
    let charter = console.ledger.book.charter.as_deref();
    let known = charter.and_then(|c| c.categories.iter().find(|k| k.id == member.entry.category));
    known.map_or_else(|| member.entry.category.clone(), |c| lang.pick(&c.name))
}

/// See [`super::table`].
pub fn table(console: &Console, _today: NaiveDate) -> Table {
    let lang = console.lang().first();
    let book = &console.ledger.book;
    let mut rows = Vec::new();
    for member in book.members.values() {
        let entry = &member.entry;
        let now = member.standing == Membership::Member;
        let kind = category(console, member, lang);
        let standing = member_words::standing(lang, &member.standing);
        rows.push(Row {
            id: u64::from(entry.unit),
            cells: vec![
                entry.unit.to_string(),
                entry.name.clone(),
                kind.clone(),
                if now { String::new() } else { standing.clone() },
            ],
            find: format!("{}\n{}\n{}\n{kind}\n{standing}", entry.unit, entry.name, entry.short),
            role: if now { Role::Text } else { Role::Dim },
        });
    }
    let (members, all) = (book.roll().len(), rows.len());
    let counter = book.charter.as_deref().map(|c| lang.pick(&c.identity.counter));
    let counter = counter.unwrap_or_default();
    let sums = if all == members {
        Vec::new()
    } else {
        vec![lang.each(|l| match l {
            Lang::En => format!("{members} {counter} now, {} former", all - members),
            _ => format!("现有{members}{counter}，曾在册{}{counter}", all - members),
        })]
    };
    Table {
        sums,
        columns: vec![
            figures(lang.say(["序号", "no."]), 5),
            column(lang.say(["单位", "unit"]), 0),
            fitted(lang.say(["类别", "category"]), &rows, 2, 28),
            fitted(lang.say(["状态", "standing"]), &rows, 3, 16),
        ],
        rows,
        empty: console.lang().say([
            "名册还是空的。Ctrl-N 录入一家单位，空格键导入表格（xlsx、xls、ods、csv）。",
            "The register is empty. Ctrl-N enters a unit; Space reads a table in (xlsx, xls, ods, csv).",
        ]),
    }
}

/// A column as wide as what stands in it, up to some width.
fn fitted(name: String, rows: &[Row], place: usize, most: usize) -> Column {
    let cells = rows.iter().filter_map(|r| r.cells.get(place)).map(|c| width(c)).max();
    let cells = cells.unwrap_or(0).max(width(&name)).min(most);
    column(name, cells)
}

/// See [`super::detail`].
pub fn detail(console: &Console, row: u64, _today: NaiveDate) -> Vec<String> {
    let lang = console.lang();
    let book = &console.ledger.book;
    let Some(member) = member(console, row) else {
        return Vec::new();
    };
    let entry = &member.entry;
    let mut lines = vec![format!("# {}  {}", entry.unit, entry.name)];
    let mut say = |label: Words, said: String| {
        if !said.is_empty() {
            lines.push(format!("{}  {said}", lang.say(label)));
        }
    };
    say(["简称", "short name"], entry.short.clone());
    say(["类别", "category"], category(console, member, lang));
    say(["状态", "standing"], words::membership(lang, &member.standing));
    say(["加入", "joined"], entry.joined.map(|d| d.to_string()).unwrap_or_default());
    say(["证书", "certificate"], entry.certificate.clone());
    say(["法人证明", "legal proof"], entry.legal_proof.clone());
    say(["资质", "qualified"], member_words::qualifications(lang, &entry.qualifications));
    let weights: Vec<String> = entry.weights.iter().map(|(n, w)| format!("{n} {w}")).collect();
    say(["权重", "weights"], weights.join("  "));
    say(["组别", "groups"], entry.groups.join(" "));
    let people = book.people_of(entry.unit);
    lines.push(String::new());
    lines.push(format!("# {}", lang.say(["人员（不入会议记录）", "People (not in the record)"])));
    if people.is_empty() {
        lines.push(lang.say(["还没有登记；空格键可以登记。", "Nobody yet; Space enters them."]));
    }
    for person in people {
        lines.push(said(console, person));
    }
    lines.push(String::new());
    lines.push(format!("# {}", lang.say(["经过", "History"])));
    for past in history::of(&console.ledger.entries, entry.unit).iter().rev() {
        let day = past.happened.date_naive();
        lines.push(format!("{day}  {}", member_words::past(lang, book, past)));
    }
    lines
}

/// A person with what stands on the card.
fn said(console: &Console, person: &Person) -> String {
    let lang = console.lang();
    let role = member_words::role(lang, person.role);
    let letter = person.letter.map(|l| member_words::letter(lang, &l)).unwrap_or_default();
    let letter = if letter.is_empty() {
        String::new()
    } else {
        let what = lang.say(["授权", "letter"]);
        format!(" [{what} {letter}]")
    };
    match console.people.get(&person.no) {
        Some(contact) => {
            let filled: Vec<&str> = contact
                .fields()
                .into_iter()
                .map(String::as_str)
                .filter(|f| !f.is_empty())
                .collect();
            format!("{role}  {}{letter}", filled.join(" · "))
        }
        None => {
            let gone = lang.say([
                "资料缺失或与登记不符，请重新登记",
                "the data is missing or altered; enter it again",
            ]);
            format!("{role}  {gone}{letter}")
        }
    }
}

/// See [`super::open`].
pub fn open(console: &mut Console, row: u64, now: Stamp) {
    super::page(console, super::Which::Register, row, now);
}

/// See [`super::menu`].
pub fn menu(console: &Console, row: Option<u64>, _today: NaiveDate) -> Vec<(String, String, Pick)> {
    let lang = console.lang();
    let mut lines: Vec<(String, Pick)> = Vec::new();
    let step = |step: Step| Pick::Open(Box::new(Opening::Register(step)));
    if let Some(member) = row.and_then(|row| member(console, row)) {
        let unit = member.entry.unit;
        let book = &console.ledger.book;
        lines.push((lang.say(["查看全部", "see all of it"]), Pick::Do(Action::DeskOpen)));
        lines.push((lang.say(["更正名册内容", "change its entry"]), step(Step::Amend(unit))));
        let people = book.people_of(unit);
        for role in crate::record::members::Role::ALL {
            let held = people.iter().find(|p| p.role == role && role.is_single());
            let (words, person) = match held {
                Some(person) => (["更换", "replace the"], Some(person.no)),
                None => (["登记", "enter a"], None),
            };
            let label = lang.each(|l| {
                let name = member_words::role(l, role);
                format!("{}{}{name}", l.say(words), if l == Lang::En { " " } else { "" })
            });
            lines.push((label, step(Step::Keep { unit, role, person })));
        }
    }
    lines.push((
        lang.say(["导入名册（先预览）", "read a register in (preview first)"]),
        Pick::Do(Action::EnrolFile),
    ));
    lines.push((lang.say(["导出名册", "write the register out"]), step(Step::Export)));
    let unit = row.and_then(|row| member(console, row)).map(|m| m.entry.unit);
    let people = unit.map(|unit| console.ledger.book.people_of(unit)).unwrap_or_default();
    let mut kept: Vec<(String, Pick)> = Vec::new();
    for person in people {
        let name = console.people.get(&person.no).map(|c| c.name.clone()).unwrap_or_default();
        let label = |words: Words| {
            lang.each(|l| {
                let role = member_words::role(l, person.role);
                format!("{}{role} {name}", l.say(words))
            })
        };
        if !person.role.is_single() {
            let (role, no) = (person.role, person.no);
            let keep = Step::Keep { unit: person.unit, role, person: Some(no) };
            kept.push((label(["修改", "mend "]), step(keep)));
        }
        kept.push((label(["删除资料：", "remove data: "]), step(Step::Forget(person.no))));
    }
    // Where there are many people, a list of their own: every line has its key.
    if lines.len() + kept.len() > 10 {
        let label = lang.say(["更改或删除人员资料", "mend or remove people's data"]);
        lines.push((label, Pick::Lines(super::numbered(kept))));
    } else {
        lines.extend(kept);
    }
    super::numbered(lines)
}

/// See [`super::create`].
pub fn create(console: &mut Console, now: Stamp) {
    if console.ledger.book.meetings.is_empty() {
        return console.perform(Action::EnrolOne, now);
    }
    let lang = console.lang();
    console.view.warn(lang.say([
        "召开过会议之后，单位须经决定加入：请把它的加入列入会议议程。",
        "Since the first meeting a unit joins by a decision: put its admission on a meeting's agenda.",
    ]));
}
