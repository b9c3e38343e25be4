//! The desk of the funds: every entry by day with the balance after it, the sums of a year, its report.

use super::funds_forms::{self, Step};
use super::funds_papers::Deed;
use super::numbered;
use crate::record::funds::{FundEntry, FundKind, Money};
use crate::text::funds::{self as text, Addressee, kind_name};
use crate::text::{Lang, Words, words};
use crate::ui::console::Console;
use crate::ui::desk::{Desk, Row, Table, column, figures};
use crate::ui::keys::Action;
use crate::ui::theme::Role;
use crate::ui::view::{Opening, Pick};
use chrono::{Datelike, NaiveDate};

fn entry(console: &Console, row: u64) -> Option<&FundEntry> {
    let funds = &console.ledger.book.funds;
    funds.entries.iter().find(|e| u64::from(e.no) == row)
}

/// The year looked at.
fn part(console: &Console) -> Option<i32> {
    console.desk().and_then(|d| d.part).and_then(|year| i32::try_from(year).ok())
}

/// The year that sums and papers are about: the one looked at, that of the row, the last there is.
fn year(console: &Console, row: Option<u64>) -> Option<i32> {
    let of_row = row.and_then(|row| entry(console, row)).map(|e| e.day.year());
    part(console).or(of_row).or_else(|| console.ledger.book.funds.years().last().copied())
}

/// What a row says in a line: source or use, whom, what for.
fn said(console: &Console, lang: Lang, entry: &FundEntry) -> String {
    let charter = console.ledger.book.charter.as_deref();
    let mut parts = vec![lang.pick(&kind_name(charter, &entry.of))];
    parts.extend([entry.party.clone(), entry.text.clone()]);
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

/// See [`super::table`].
pub fn table(console: &Console, desk: &Desk, today: NaiveDate) -> Table {
    let lang = console.lang().first();
    let book = &console.ledger.book;
    let part = desk.part.and_then(|year| i32::try_from(year).ok());
    let mut rows = Vec::new();
    for (entry, balance) in book.funds.by_day().into_iter().rev() {
        if part.is_some_and(|year| entry.day.year() != year) {
            continue;
        }
        let effect = book.funds.effect(entry);
        let line = said(console, lang, entry);
        let paper = entry.document.map(|no| no.to_string()).unwrap_or_default();
        let back = book.funds.reversal_of(entry.no);
        let reversed = back.is_some() || matches!(entry.of, FundKind::Reversal(_));
        let line = match back {
            Some(by) => lang.join(
                &format!("（已由第{}笔冲销）{line}", by.no),
                &format!("(reversed by {}) {line}", by.no),
            ),
            None => line,
        };
        rows.push(Row {
            id: u64::from(entry.no),
            cells: vec![
                entry.no.to_string(),
                entry.day.to_string(),
                line.clone(),
                effect.to_string(),
                balance.to_string(),
            ],
            find: format!("{line}\n{}\n{}\n{effect}\n{paper}", entry.no, entry.day),
            role: if reversed { Role::Dim } else { Role::Text },
        });
    }
    // As wide as the longest figure, so that the words have the rest.
    let longest = |at: usize| {
        let cells = rows.iter().filter_map(|r: &Row| r.cells.get(at));
        cells.map(String::len).max().unwrap_or(0).max(9)
    };
    let (amount, balance) = (longest(3), longest(4));
    Table {
        sums: sums(console, part, today),
        columns: vec![
            figures(lang.say(["笔", "no."]), 4),
            column(lang.say(["日期", "day"]), 10),
            column(lang.say(["来源或用途", "source or use"]), 0),
            figures(lang.say(["金额", "amount"]), amount),
            figures(lang.say(["余额", "balance"]), balance),
        ],
        rows,
        empty: empty(console),
    }
}

fn empty(console: &Console) -> String {
    console.lang().say(if has_lists(console) {
        [
            "还没有登记。Ctrl-N 记第一笔：期初余额、收入或支出。",
            "Nothing is entered yet. Ctrl-N makes the first entry: opening balance, income or spending.",
        ]
    } else {
        [
            "本会章程没有列出经费来源和用途，这里不记经费。",
            "This charter lists neither sources nor uses of funds, so none are kept here.",
        ]
    })
}

/// Whether the charter has anything funds could come from or go to.
fn has_lists(console: &Console) -> bool {
    let charter = console.ledger.book.charter.as_deref();
    charter.is_some_and(|c| !c.fund_sources.is_empty() || !c.fund_uses.is_empty())
}

fn sums(console: &Console, part: Option<i32>, today: NaiveDate) -> Vec<String> {
    let (lang, book) = (console.lang(), &console.ledger.book);
    let Some(year) = part.or_else(|| book.funds.years().last().copied()) else {
        return Vec::new();
    };
    let of_year = book.funds.statement(book.charter.as_deref(), year);
    let closing = text::money(lang.first(), book, of_year.closing);
    let (opening, income, spending) =
        (of_year.opening, of_year.income.total, of_year.spending.total);
    let mut lines = vec![lang.each(|l| match l {
        Lang::En => {
            format!("{year}: opening {opening}, in {income}, out {spending}, left {closing}")
        }
        _ => format!("{year}年：年初{opening}，收入{income}，支出{spending}，余额{closing}"),
    })];
    lines.extend(due(console, today));
    lines
}

/// What is still to be done about reports on years that are over, in a line.
pub fn due(console: &Console, today: NaiveDate) -> Option<String> {
    let (lang, book) = (console.lang(), &console.ledger.book);
    let charter = book.charter.as_deref();
    let copies = charter.and_then(|c| c.funds.as_ref()).map_or(0, |f| f.copies.len());
    let mut years: Vec<(i32, Vec<crate::charter::Name>)> = Vec::new();
    let name = |zh: &str, en: &str| crate::charter::Name { zh: zh.to_owned(), en: en.to_owned() };
    for due in book.funds_due(today) {
        let what = match &due.to {
            None => name("未审议", "unapproved"),
            // Only where there are several it has to be said who is meant.
            Some(_) if copies < 2 => name("未报送", "unsent"),
            Some(to) => {
                let to = text::observer_name(charter, to);
                name(&format!("未报送{}", to.zh), &format!("unsent to {}", to.en))
            }
        };
        match years.last_mut().filter(|(year, _)| *year == due.year) {
            Some((_, all)) => all.push(what),
            None => years.push((due.year, vec![what])),
        }
    }
    if years.is_empty() {
        return None;
    }
    Some(lang.each(|l| {
        let parts: Vec<String> = years
            .iter()
            .map(|(year, all)| {
                let all: Vec<String> = all.iter().map(|n| l.pick(n)).collect();
                match l {
                    Lang::En => format!("{year} {}", all.join(", ")),
                    _ => format!("{year}年{}", all.join("、")),
                }
            })
            .collect();
        match l {
            Lang::En => format!("reports due: {}", parts.join("; ")),
            _ => format!("待办的年度报告：{}", parts.join("；")),
        }
    }))
}

/// See [`super::detail`].
pub fn detail(console: &Console, row: u64, _today: NaiveDate) -> Vec<String> {
    let (lang, book) = (console.lang(), &console.ledger.book);
    let charter = book.charter.as_deref();
    let Some(entry) = entry(console, row) else {
        return Vec::new();
    };
    let label = |words: Words, said: String| format!("{}  {said}", lang.say(words));
    let origin = book.funds.origin(entry);
    let kind = lang.pick(&kind_name(charter, &entry.of));
    let head: Words = match entry.of {
        FundKind::Opening => ["期初余额", "opening balance"],
        FundKind::Income(_) => ["收入", "income"],
        FundKind::Spending(_) => ["支出", "spending"],
        FundKind::Reversal(_) => ["冲销", "reversal"],
    };
    let no = entry.no;
    let head = lang.say(head);
    let mut lines = vec![
        lang.join(&format!("# 第{no}笔 {head}"), &format!("# {no} {head}")),
        label(["金额", "amount"], text::money(lang.first(), book, entry.amount)),
        label(["日期", "day"], words::date(lang, entry.day)),
    ];
    match &entry.of {
        FundKind::Opening => {}
        FundKind::Income(_) => {
            lines.push(label(["来源", "source"], kind));
            lines.push(label(["来自", "from"], entry.party.clone()));
        }
        FundKind::Spending(_) => {
            lines.push(label(["用途", "use"], kind));
            lines.push(label(["付给", "to"], entry.party.clone()));
        }
        FundKind::Reversal(of) => {
            let was = lang.pick(&kind_name(charter, &origin.of));
            lines.push(label(["冲销", "reverses"], format!("{of}  {}  {was}", origin.day)));
        }
    }
    if !entry.text.is_empty() {
        let what: Words = match entry.of {
            FundKind::Reversal(_) => ["原因", "why"],
            _ => ["摘要", "what for"],
        };
        lines.push(label(what, entry.text.clone()));
    }
    lines.push(label(["依据", "under"], basis(console, origin)));
    if let Some(no) = entry.document {
        let name = book.documents.iter().find(|d| d.no == no).map(|d| d.name.clone());
        lines.push(label(["凭证", "paper"], format!("{no} {}", name.unwrap_or_default())));
    }
    if let Some(no) = entry.decision {
        let known = book.decisions.iter().find(|d| d.no == no);
        let said = known.map(|d| format!("{no} {} {}", d.number, d.text)).unwrap_or_default();
        lines.push(label(["决定", "decision"], said));
    }
    if let Some(task) = &entry.task {
        lines.push(label(["任务", "task"], lang.pick(&text::task_name(charter, task))));
    }
    if let Some(back) = book.funds.reversal_of(no) {
        let (by, on) = (back.no, words::date(lang, back.day));
        lines.push(label(
            ["已冲销", "reversed"],
            lang.join(
                &format!("第{by}笔，{on}：{}", back.text),
                &format!("by entry {by}, {on}: {}", back.text),
            ),
        ));
    }
    lines.retain(|line| !line.ends_with("  "));
    lines
}

/// The article a source or use stands in.
fn basis(console: &Console, origin: &FundEntry) -> String {
    let Some(charter) = console.ledger.book.charter.as_deref() else {
        return String::new();
    };
    let of = |list: &[crate::charter::Listed], id: &str| {
        list.iter().find(|item| item.id == id).and_then(|item| item.basis.article.clone())
    };
    let clauses = match &origin.of {
        FundKind::Income(id) => of(&charter.fund_sources, id),
        FundKind::Spending(id) => of(&charter.fund_uses, id),
        FundKind::Opening | FundKind::Reversal(_) => None,
    };
    let form = &charter.identity.article_form;
    let said = clauses.map(|c| crate::text::charter::clause_words(form, &c));
    said.map(|name| console.lang().pick(&name)).unwrap_or_default()
}

fn step(step: Step) -> Pick {
    Pick::Open(Box::new(Opening::Funds(step)))
}

fn deed(deed: Deed) -> Pick {
    Pick::Funds(deed)
}

/// What can be entered anew.
fn entries(console: &Console) -> Vec<(Words, Pick)> {
    let mut lines: Vec<(Words, Pick)> = Vec::new();
    if !has_lists(console) {
        return lines;
    }
    lines.push((["记收入", "enter income"], step(Step::Receive)));
    lines.push((["记支出", "enter spending"], step(Step::Spend)));
    if console.ledger.book.funds.opening().is_none() {
        lines.push((["期初余额", "opening balance"], step(Step::Open)));
    }
    lines
}

/// See [`super::create`].
pub fn create(console: &mut Console) {
    let lang = console.lang();
    let lines = entries(console);
    if lines.is_empty() {
        return console.view.warn(empty(console));
    }
    let lines = lines.into_iter().map(|(words, pick)| (lang.say(words), pick)).collect();
    console.view.menu(lang.say(["记哪一种？", "What is entered?"]), numbered(lines));
}

/// See [`super::menu`].
pub fn menu(console: &Console, row: Option<u64>, _today: NaiveDate) -> Vec<(String, String, Pick)> {
    let lang = console.lang();
    let mut lines: Vec<(String, Pick)> = Vec::new();
    let mut add = |words: Words, pick: Pick| lines.push((lang.say(words), pick));
    if let Some(entry) = row.and_then(|row| entry(console, row)) {
        add(["这一笔的全部内容", "all of this entry"], Pick::Do(Action::DeskOpen));
        if funds_forms::reversible(&console.ledger.book, entry.no) {
            add(["冲销这一笔", "reverse this entry"], step(Step::Reverse(entry.no)));
        }
    }
    for (words, pick) in entries(console) {
        add(words, pick);
    }
    let Some(year) = year(console, row) else {
        return numbered(lines);
    };
    lines.push((lang.say(["看哪一年", "which year to look at"]), deed(Deed::Years)));
    let mut of_year = |zh: &str, en: &str, pick: Pick| {
        lines.push((
            lang.join(&format!("{year}年报告：{zh}"), &format!("report on {year}: {en}")),
            pick,
        ));
    };
    of_year("看", "read it", deed(Deed::Show(year)));
    of_year("列入议程并附上", "put on the agenda, with the paper", deed(Deed::Put(year)));
    let charter = console.ledger.book.charter.as_deref();
    for to in charter.map(text::addressees).unwrap_or_default() {
        let name = match &to {
            Addressee::Meeting => crate::charter::Name {
                zh: "会议用".to_owned(),
                en: "for the meeting".to_owned(),
            },
            Addressee::Observer(id) => {
                let name = text::observer_name(charter, id);
                let (zh, en) = (format!("报{}", name.zh), format!("for {}", name.en));
                crate::charter::Name { zh, en }
            }
        };
        let (zh, en) =
            (format!("写成文件（{}）", name.zh), format!("write it to a file, {}", name.en));
        of_year(&zh, &en, deed(Deed::Save(year, to)));
    }
    if charter.is_some_and(|c| !c.observers.is_empty()) {
        of_year("登记已报送", "it was sent", step(Step::Send(year)));
    }
    lines.push((
        lang.say([
            "导出账本文件（hledger、ledger 可读）",
            "write the ledger file (for hledger, ledger)",
        ]),
        deed(Deed::Ledger),
    ));
    numbered(lines)
}

/// The balance in a line for the home screen, where any funds are kept.
pub fn brief(console: &Console) -> Option<String> {
    let book = &console.ledger.book;
    let kept = has_lists(console) && !book.funds.entries.is_empty();
    let balance: Money = book.funds.balance();
    kept.then(|| {
        let balance = text::money(console.lang().first(), book, balance);
        console.lang().join(&format!("余额{balance}"), &format!("balance {balance}"))
    })
}
