//! The yearly statement of the funds as a paper (年度经费报告), from the book's own sums.

use super::Refused;
use super::maker::{Maker, text};
use crate::charter::{Charter, Clauses, Listed, Name};
use crate::paper::{Block, Column, Look, Paper, Row, Side};
use crate::record::funds::{FundEntry, FundKind, Line, Money, Side as Half, Statement, Sum};
use crate::text::Words;
use crate::text::funds::{kind_name, source_name, task_name, use_name};
use crate::text::papers::{self as said, finance as words, refusals};
use chrono::{Datelike, NaiveDate};

/// The statement of the year asked for, or of the last year that is over.
pub(super) fn statement(maker: &Maker) -> Result<Paper, Refused> {
    let today = maker.ask.today;
    let years = maker.book.funds.years();
    let over = years.iter().rev().find(|y| **y < today.year()).or(years.last());
    let year = maker.ask.year.or(over.copied()).filter(|year| years.contains(year));
    let year = year.ok_or_else(|| refusals::no_year(maker.ask.year, &years))?;
    let statement = maker.book.funds.statement(Some(maker.charter), year);
    let last = maker.book.funds.entries.iter().map(|e| e.day).filter(|d| d.year() == year).max();
    let date = NaiveDate::from_ymd_opt(year, 12, 31).or(last).unwrap_or(today);
    let open = (today.year() <= year).then_some(today);
    let mut paper = maker.paper(Look::Official, &words::title(maker.charter, year), date);
    paper.part("facts");
    facts(maker, &mut paper, &statement, open);
    paper.part("summary");
    maker.heading(&mut paper, 1, words::SUMMARY);
    summary(maker, &mut paper, &statement, open.is_some());
    paper.part("income");
    maker.heading(&mut paper, 2, words::INCOME);
    half(
        maker,
        &mut paper,
        &statement.income,
        &maker.charter.fund_sources,
        words::SOURCE,
        source_name,
    );
    paper.part("spending");
    maker.heading(&mut paper, 3, words::SPENDING);
    half(maker, &mut paper, &statement.spending, &maker.charter.fund_uses, words::USE, use_name);
    let mut no = 3;
    let tasks: Vec<(Name, &Sum)> =
        statement.tasks.iter().map(|sum| (task_name(Some(maker.charter), &sum.id), sum)).collect();
    let decisions: Vec<(Name, &Sum)> =
        statement.decisions.iter().map(|sum| (words::decision(maker.book, &sum.id), sum)).collect();
    for (part, heading, what, sums) in [
        ("tasks", words::BY_TASK, words::TASK, tasks),
        ("decisions", words::BY_DECISION, words::DECISION, decisions),
    ] {
        paper.part(part);
        if !sums.is_empty() {
            no += 1;
            maker.heading(&mut paper, no, heading);
            by(maker, &mut paper, what, &sums);
        }
    }
    paper.part("entries");
    if !statement.entries.is_empty() {
        no += 1;
        maker.heading(&mut paper, no, words::ENTRIES);
        entries(maker, &mut paper, &statement);
        paper.part("reversals");
        reversals(maker, &mut paper, &statement, no + 1);
    }
    let signs: Vec<(Name, String)> =
        words::SIGNS.into_iter().map(|w| (said::words(w), String::new())).collect();
    paper.part("signatures");
    maker.sign(&mut paper, &signs);
    paper.part("seal");
    maker.seal(&mut paper, None);
    Ok(paper)
}

fn facts(maker: &Maker, paper: &mut Paper, statement: &Statement, open: Option<NaiveDate>) {
    let year = statement.year;
    let to = words::addressees(maker.book, maker.charter);
    if !to.is_empty() {
        maker.labelled(paper, words::TO, &said::list(&to));
    }
    maker.labelled(paper, words::PERIOD, &words::period(year, statement.entries.len(), open));
    if let Some(money) = words::money(maker.charter) {
        maker.labelled(paper, words::MONEY, &money);
    }
    let approved = maker.book.funds_approved(year).map(words::approved);
    let approved = approved.unwrap_or_else(|| said::words(words::NOT_APPROVED));
    maker.labelled(paper, words::APPROVED, &approved);
    for report in maker.book.funds.reports.iter().filter(|r| r.year == year) {
        maker.labelled(paper, words::SENT, &words::sent(maker.charter, report));
    }
}

fn summary(maker: &Maker, paper: &mut Paper, statement: &Statement, open: bool) {
    let columns = vec![
        maker.column(words::ITEM, 6, Side::Left),
        maker.column(words::COUNT, 2, Side::Right),
        maker.column(words::AMOUNT, 4, Side::Right),
    ];
    let mut rows = vec![(words::CARRIED, String::new(), statement.carried, false)];
    if statement.brought != Money::ZERO {
        rows.push((words::BROUGHT, String::new(), statement.brought, false));
    }
    let [income, spending] = words::OF_YEAR;
    for (label, half) in [(income, &statement.income), (spending, &statement.spending)] {
        rows.push((label, half.entries.to_string(), half.total, false));
    }
    let left = if open { words::SO_FAR } else { words::LEFT };
    rows.push((left, String::new(), statement.closing, true));
    let rows = rows
        .into_iter()
        .map(|(label, entries, amount, strong)| Row {
            strong,
            ..Row::new([maker.say(label), entries, amount.to_string()])
        })
        .collect();
    maker.table(paper, columns, rows, 1);
}

/// Income or spending, source by source or use by use.
fn half(
    maker: &Maker,
    paper: &mut Paper,
    half: &Half,
    list: &[Listed],
    what: Words,
    name: fn(Option<&Charter>, &str) -> Name,
) {
    let reversed = half.lines.iter().any(|l| l.reversals > 0);
    let mut columns = vec![
        maker.column(what, 8, Side::Left),
        maker.column(words::ARTICLES, 5, Side::Left),
        maker.column(words::COUNT, 3, Side::Right),
        maker.column(words::AMOUNT, 7, Side::Right),
    ];
    if reversed {
        columns.push(maker.column(words::REVERSED, 6, Side::Right));
        columns.push(maker.column(words::NET, 7, Side::Right));
    }
    let mut rows: Vec<Row> = half
        .lines
        .iter()
        .map(|line| {
            let known = list.iter().find(|item| item.id == line.id);
            let none = Clauses::default();
            let clauses = known.and_then(|i| i.basis.article.as_ref()).unwrap_or(&none);
            let at = words::articles(maker.charter, clauses);
            let mut cells = vec![maker.pick(&name(Some(maker.charter), &line.id)), maker.pick(&at)];
            cells.extend([line.entries.to_string(), line.amount.to_string()]);
            if reversed {
                cells.extend([line.reversed.to_string(), line.net.to_string()]);
            }
            Row::new(cells)
        })
        .collect();
    let sum = |of: fn(&Line) -> Money| half.lines.iter().map(of).sum::<Money>().to_string();
    let mut cells = vec![maker.say(words::TOTAL), String::new(), half.entries.to_string()];
    cells.push(sum(|l| l.amount));
    if reversed {
        cells.extend([sum(|l| l.reversed), half.total.to_string()]);
    }
    rows.push(Row { strong: true, ..Row::new(cells) });
    maker.table(paper, columns, rows, 1);
}

fn by(maker: &Maker, paper: &mut Paper, what: Words, sums: &[(Name, &Sum)]) {
    let columns = vec![
        maker.column(what, 6, Side::Left),
        maker.column(words::COUNT, 2, Side::Right),
        maker.column(words::INCOME, 3, Side::Right),
        maker.column(words::SPENDING, 3, Side::Right),
    ];
    let rows = sums
        .iter()
        .map(|(name, sum)| {
            let (income, spending) = (sum.income.to_string(), sum.spending.to_string());
            Row::new([maker.pick(name), sum.entries.to_string(), income, spending])
        })
        .collect();
    maker.table(paper, columns, rows, 1);
}

fn entries(maker: &Maker, paper: &mut Paper, statement: &Statement) {
    let columns: Vec<Column> = vec![
        maker.column(words::NO, 2, Side::Right),
        maker.column(words::DAY, 3, Side::Middle),
        maker.column(words::WHAT, 12, Side::Left),
        maker.column(words::PROOF, 2, Side::Right),
        maker.column(words::INCOME, 5, Side::Right),
        maker.column(words::SPENDING, 5, Side::Right),
        maker.column(words::BALANCE, 5, Side::Right),
    ];
    let funds = &maker.book.funds;
    let mut rows = Vec::new();
    for (no, balance) in &statement.entries {
        let Some(entry) = funds.entry(*no) else { continue };
        let (income, spending) = words::figures(funds, entry);
        let figure = |m: Option<Money>| m.map(|m| m.to_string()).unwrap_or_default();
        let mut what = vec![maker.pick(&kind_name(Some(maker.charter), &entry.of))];
        what.extend([&entry.party, &entry.text].map(|typed| said::one_line(typed)));
        what.retain(|part| !part.is_empty());
        rows.push(Row::new([
            no.to_string(),
            // The year stands in the title.
            entry.day.format("%m-%d").to_string(),
            what.join(" · "),
            entry.document.map(|no| no.to_string()).unwrap_or_default(),
            figure(income),
            figure(spending),
            balance.to_string(),
        ]));
    }
    maker.table(paper, columns, rows, 1);
}

/// What was taken back in the year, each with its entry and its reason.
fn reversals(maker: &Maker, paper: &mut Paper, statement: &Statement, no: u32) {
    let funds = &maker.book.funds;
    let of_year = statement.entries.iter().filter_map(|(no, _)| funds.entry(*no));
    let taken_back = |entry: &FundEntry| match entry.of {
        FundKind::Reversal(of) => Some(words::reversal(maker.charter, entry, funds.entry(of)?)),
        _ => None,
    };
    let all: Vec<Name> = of_year.filter_map(taken_back).collect();
    if all.is_empty() {
        return;
    }
    maker.heading(paper, no, words::REVERSALS);
    for one in all {
        paper.push(Block::Para(text(&maker.pick(&one))));
    }
}
