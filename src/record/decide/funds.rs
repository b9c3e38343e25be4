//! The funds: each entry has a source or use of the charter, a day that has come, and an amount above nothing.

use super::super::command::Command;
use super::super::event::Event;
use super::super::finding::{Code, Finding, Refusal};
use super::super::funds::{
    FundEntry, FundKind, Income, Money, MoneyFault, OpeningBalance, ReportFunds, ReverseFunds,
    Spending,
};
use super::{Case, count, said};
use crate::charter::{Clauses, Listed};
use chrono::{Datelike, NaiveDate};

pub(super) fn decide(case: &mut Case) -> Result<(), Refusal> {
    let charter = case.charter()?;
    if charter.fund_sources.is_empty() && charter.fund_uses.is_empty() {
        return Err(Code::NoFunds.into());
    }
    match &case.request.command {
        Command::OpenFunds(opening) => open(case, opening),
        Command::RecordIncome(income) => receive(case, income),
        Command::RecordSpending(spending) => spend(case, spending),
        Command::ReverseFunds(reversal) => reverse(case, reversal),
        Command::ReportFunds(report) => send(case, report),
        // Everything else is decided in its own file.
        _ => Ok(()),
    }
}

fn open(case: &mut Case, opening: &OpeningBalance) -> Result<(), Refusal> {
    let entry = blank(case, FundKind::Opening, &opening.amount, opening.day)?;
    let funds = &case.book.funds;
    let older = funds.first_day().filter(|first| *first < opening.day);
    if let Some(first) = older.or(funds.opening().map(|e| e.day)) {
        let no = funds.opening().map_or(0, |e| e.no);
        let found = Finding::new(Code::OpeningNotFirst).with("entry", no).with("time", first);
        return Err(found.into());
    }
    year_is_open(case, opening.day);
    let entry = FundEntry { text: opening.text.trim().to_owned(), ..entry };
    case.of_book(Event::FundsOpened(entry));
    Ok(())
}

fn receive(case: &mut Case, income: &Income) -> Result<(), Refusal> {
    let sources = &case.charter()?.fund_sources;
    listed(sources, &income.source, Code::UnknownSource)?;
    let of = FundKind::Income(income.source.clone());
    let entry = blank(case, of, &income.amount, income.day)?;
    let party = match income.unit {
        // A former member may give as well.
        Some(unit) if !case.book.members.contains_key(&unit) => {
            return Err(Finding::new(Code::UnknownUnit).with("unit", unit).into());
        }
        Some(unit) if income.from.trim().is_empty() => case.book.unit_name(unit),
        _ => said(&income.from, "from")?.to_owned(),
    };
    case.paper(income.document)?;
    case.task(income.task.as_deref())?;
    year_is_open(case, income.day);
    case.of_book(Event::Received(FundEntry {
        party,
        unit: income.unit,
        text: income.text.trim().to_owned(),
        document: income.document,
        task: income.task.clone(),
        ..entry
    }));
    Ok(())
}

fn spend(case: &mut Case, spending: &Spending) -> Result<(), Refusal> {
    let uses = &case.charter()?.fund_uses;
    listed(uses, &spending.purpose, Code::UnknownUse)?;
    let of = FundKind::Spending(spending.purpose.clone());
    let entry = blank(case, of, &spending.amount, spending.day)?;
    let party = said(&spending.to, "to")?.to_owned();
    case.paper(spending.document)?;
    case.task(spending.task.as_deref())?;
    if let Some(no) = spending.decision {
        let known = case.book.decisions.iter().find(|d| d.no == no);
        let known =
            known.ok_or_else(|| Finding::new(Code::UnknownDecision).with("decision", no))?;
        if known.void {
            case.find(Finding::new(Code::DecisionVoid).with("decision", no));
        }
    }
    not_overdrawn(case, entry.amount, entry.day);
    year_is_open(case, spending.day);
    case.of_book(Event::Spent(FundEntry {
        party,
        text: spending.text.trim().to_owned(),
        document: spending.document,
        decision: spending.decision,
        task: spending.task.clone(),
        ..entry
    }));
    Ok(())
}

fn reverse(case: &mut Case, reversal: &ReverseFunds) -> Result<(), Refusal> {
    let funds = &case.book.funds;
    let no = reversal.entry;
    let Some(entry) = funds.entry(no) else {
        return Err(Finding::new(Code::UnknownFundEntry).with("entry", no).into());
    };
    if let FundKind::Reversal(of) = entry.of {
        return Err(Finding::new(Code::ReversalStands).with("entry", no).with("of", of).into());
    }
    if let Some(by) = funds.reversal_of(no) {
        let found = Finding::new(Code::FundsReversedAlready).with("entry", no).with("by", by.no);
        return Err(found.with("time", by.day).into());
    }
    has_come(case, reversal.day)?;
    if reversal.day < entry.day {
        let found = Finding::new(Code::ReversalTooEarly).with("entry", no);
        return Err(found.with("time", entry.day).into());
    }
    let why = said(&reversal.why, "why")?.to_owned();
    year_is_open(case, reversal.day);
    let event = Event::FundsReversed(FundEntry {
        no: count(&case.book.funds.entries) + 1,
        of: FundKind::Reversal(no),
        amount: entry.amount,
        day: reversal.day,
        party: entry.party.clone(),
        unit: entry.unit,
        text: why,
        document: None,
        decision: None,
        task: None,
    });
    case.of_book(event);
    Ok(())
}

fn send(case: &mut Case, report: &ReportFunds) -> Result<(), Refusal> {
    let charter = case.charter()?;
    if charter.observers.iter().all(|o| o.id != report.to) {
        return Err(Finding::new(Code::UnknownName).with("name", &report.to).into());
    }
    let funds = &case.book.funds;
    if !funds.years().contains(&report.year) {
        return Err(Finding::new(Code::NothingOfThatYear).with("year", report.year).into());
    }
    has_come(case, report.day)?;
    if report.day.year() < report.year {
        let found = Finding::new(Code::ReportTooEarly).with("year", report.year);
        return Err(found.with("time", report.day).into());
    }
    case.paper(report.document)?;
    let how = report.how.trim().to_owned();
    case.of_book(Event::FundsReported(ReportFunds { how, ..report.clone() }));
    Ok(())
}

/// An entry with its number, amount and day, and nothing else said yet.
fn blank(case: &Case, of: FundKind, amount: &str, day: NaiveDate) -> Result<FundEntry, Refusal> {
    let amount = Money::parse(amount).map_err(|fault| {
        let code = match fault {
            MoneyFault::NotANumber => Code::NotMoney,
            MoneyFault::TooFine => Code::MoneyTooFine,
            MoneyFault::NotPositive => Code::MoneyNotPositive,
            MoneyFault::TooLarge => Code::MoneyTooLarge,
        };
        Finding::new(code).with("amount", amount.trim())
    })?;
    has_come(case, day)?;
    Ok(FundEntry {
        no: count(&case.book.funds.entries) + 1,
        of,
        amount,
        day,
        party: String::new(),
        unit: None,
        text: String::new(),
        document: None,
        decision: None,
        task: None,
    })
}

/// Only what has happened is entered.
fn has_come(case: &Case, day: NaiveDate) -> Result<(), Refusal> {
    if day > case.request.entered.date_naive() {
        return Err(Finding::new(Code::TimeInFuture).with("time", day).into());
    }
    Ok(())
}

/// The charter's list is whole: what is not on it is no source and no use.
fn listed(list: &[Listed], id: &str, code: Code) -> Result<(), Refusal> {
    if list.iter().any(|item| item.id == id) {
        return Ok(());
    }
    let mut clauses = Clauses::default();
    for clause in list.iter().filter_map(|item| item.basis.article.as_ref()).flat_map(|c| &c.0) {
        // The article that holds the list, once, and not each of its items.
        let article = crate::charter::cite::Clause { item: None, paragraph: None, ..*clause };
        if !clauses.0.contains(&article) {
            clauses.0.push(article);
        }
    }
    Err(Finding::new(code).with("name", id).citing(&clauses).into())
}

/// Warns where an amount taken on a day leaves less than nothing on that day or a later one.
fn not_overdrawn(case: &mut Case, amount: Money, day: NaiveDate) {
    let balance = case.book.funds.lowest_from(day);
    if (balance - amount).is_negative() {
        let found = Finding::new(Code::Overdrawn).with("amount", amount).with("balance", balance);
        case.find(found.with("short", amount - balance));
    }
}

/// Warns where a meeting has approved the report on the year of a day.
fn year_is_open(case: &mut Case, day: NaiveDate) {
    let year = day.year();
    if let Some(decision) = case.book.funds_approved(year) {
        let found = Finding::new(Code::YearApproved).with("year", year);
        case.find(found.with("decision", decision.no));
    }
}

impl Case<'_> {
    /// A paper the book has.
    fn paper(&self, document: Option<u32>) -> Result<(), Refusal> {
        match document.filter(|no| self.book.documents.iter().all(|known| known.no != *no)) {
            Some(no) => Err(Finding::new(Code::UnknownName).with("name", no).into()),
            None => Ok(()),
        }
    }
    /// A task of the charter.
    fn task(&self, task: Option<&str>) -> Result<(), Refusal> {
        let charter = self.charter()?;
        match task.filter(|id| charter.tasks.iter().all(|t| t.id != *id)) {
            Some(id) => Err(Finding::new(Code::UnknownName).with("name", id).into()),
            None => Ok(()),
        }
    }
}
