//! The funds as a plain-text ledger that `hledger` and `ledger` read, also in their strict modes.

use super::{source_name, use_name};
use crate::charter::{Charter, Name};
use crate::record::Book;
use crate::record::funds::{FundEntry, FundKind, Money};
use std::fmt::Write;

/// The account that holds the money.
const MONEY: &str = "assets:funds";
/// The account opening balances come from.
const BEFORE: &str = "equity:opening";
/// What stands in comments of transactions.
const TAGS: [&str; 4] = ["paper", "decision", "task", "reverses"];
/// What stands for the money where the charter names none.
const NO_CURRENCY: &str = "MONEY";

/// The whole ledger: commodity and accounts declared, a transaction an entry, by day. A reversal is a
/// transaction of its own. What people typed stands in descriptions only, where no tool looks for marks.
pub fn journal(book: &Book) -> String {
    let charter = book.charter.as_deref();
    let currency = charter.and_then(|c| c.funds.as_ref()).map_or(NO_CURRENCY, |f| &f.currency);
    let commodity = commodity(currency);
    let mut out = String::new();
    if let Some(charter) = charter {
        let name = &charter.identity.name;
        comment(&mut out, &format!("{} / {}", name.zh, name.en));
    }
    let _ = writeln!(out, "\ncommodity {commodity}\n    format {commodity} 1000.00\n");
    for tag in TAGS {
        let _ = writeln!(out, "tag {tag}");
    }
    out.push('\n');
    account(&mut out, MONEY, None);
    account(&mut out, BEFORE, None);
    for (name, said) in accounts(book, charter) {
        account(&mut out, &name, Some(&said));
    }
    for (entry, _) in book.funds.by_day() {
        transaction(&mut out, book, entry, &commodity);
    }
    out
}

/// Letters stand as they are; anything else is put in quotation marks.
fn commodity(currency: &str) -> String {
    if currency.chars().all(char::is_alphabetic) {
        currency.to_owned()
    } else {
        format!("\"{}\"", currency.replace(['"', ';', '\n'], ""))
    }
}

fn comment(out: &mut String, text: &str) {
    let _ = writeln!(out, "; {}", plain(text));
}

fn account(out: &mut String, name: &str, said: Option<&Name>) {
    if let Some(said) = said {
        comment(out, &format!("{} / {}", said.zh, said.en));
    }
    let _ = writeln!(out, "account {name}");
}

/// Every account of the charter and of the entries, each once.
fn accounts(book: &Book, charter: Option<&Charter>) -> Vec<(String, Name)> {
    let mut all: Vec<(String, Name)> = Vec::new();
    let sources = charter.map(|c| c.fund_sources.as_slice()).unwrap_or_default();
    let uses = charter.map(|c| c.fund_uses.as_slice()).unwrap_or_default();
    let listed = sources.iter().map(|s| FundKind::Income(s.id.clone()));
    let listed = listed.chain(uses.iter().map(|u| FundKind::Spending(u.id.clone())));
    for kind in listed.chain(book.funds.entries.iter().map(|e| e.of.clone())) {
        let (name, said) = match &kind {
            FundKind::Income(id) => (counter(&kind), source_name(charter, id)),
            FundKind::Spending(id) => (counter(&kind), use_name(charter, id)),
            FundKind::Opening | FundKind::Reversal(_) => continue,
        };
        if all.iter().all(|(known, _)| *known != name) {
            all.push((name, said));
        }
    }
    all
}

/// The account on the other side of an entry.
fn counter(kind: &FundKind) -> String {
    match kind {
        FundKind::Income(id) => format!("income:{id}"),
        FundKind::Spending(id) => format!("expenses:{id}"),
        FundKind::Opening | FundKind::Reversal(_) => BEFORE.to_owned(),
    }
}

fn transaction(out: &mut String, book: &Book, entry: &FundEntry, commodity: &str) {
    let effect = book.funds.effect(entry);
    let origin = book.funds.origin(entry);
    let said: Vec<String> = [entry.party.as_str(), entry.text.as_str()]
        .into_iter()
        .map(plain)
        .filter(|t| !t.is_empty())
        .collect();
    let said = said.join(" | ");
    let _ = writeln!(out, "\n{}", format!("{} * ({}) {said}", entry.day, entry.no).trim_end());
    if let FundKind::Reversal(of) = entry.of {
        let _ = writeln!(out, "    ; reverses: {of}");
    }
    for (key, value) in [("paper", origin.document), ("decision", origin.decision)] {
        if let Some(no) = value {
            let _ = writeln!(out, "    ; {key}: {no}");
        }
    }
    if let Some(task) = &origin.task {
        let _ = writeln!(out, "    ; task: {task}");
    }
    for (name, amount) in [(MONEY.to_owned(), effect), (counter(&origin.of), Money::ZERO - effect)]
    {
        let _ = writeln!(out, "    {name:<28}  {commodity} {amount}");
    }
}

/// A text without what a ledger reads as its own: comments, bars between payee and note, line breaks.
fn plain(text: &str) -> String {
    let safe: String = text
        .chars()
        .map(|c| match c {
            ';' => '；',
            '|' => '｜',
            c if c.is_control() => ' ',
            c => c,
        })
        .collect();
    // Two blanks end a name there.
    safe.split_whitespace().collect::<Vec<_>>().join(" ")
}
