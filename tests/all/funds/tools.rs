//! The ledger file: what is in it, and what hledger and ledger make of it.

use super::{snapshot, two_years};
use crate::common::{ALLIANCE, Folder, Hall};
use quorate::record::Book;
use quorate::record::funds::Money;
use quorate::text::funds::journal;
use serde_json::json;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// What people type can look like marks of a ledger; none of it may reach the tool as one.
fn with_traps() -> Hall {
    let mut hall = two_years();
    for (from, text) in [
        ("甲; 乙", "第一行\n第二行"),
        ("* (7) 丙", "  assets:funds  CNY 5.00"),
        ("丁 | 戊", "date:2026-99-99, [2026-99-99] ; :tag:"),
        ("= 5", "~ every month ! @ 3"),
    ] {
        hall.ok(json!({"do": "record_income", "source": "donation", "amount": "0.01",
            "day": "2026-01-02", "from": from, "text": text}));
    }
    hall
}

/// Sums of each account, as the program has them.
fn own(book: &Book) -> BTreeMap<String, String> {
    let mut sums: BTreeMap<String, Money> = BTreeMap::new();
    let minus = |m: Money| Money::ZERO - m;
    for year in book.funds.years() {
        let said = book.funds.statement(book.charter.as_deref(), year);
        let mut add = |account: String, amount: Money| {
            let sum = sums.entry(account).or_insert(Money::ZERO);
            *sum = *sum + amount;
        };
        add("equity:opening".to_owned(), minus(said.brought));
        for line in &said.income.lines {
            add(format!("income:{}", line.id), minus(line.net));
        }
        for line in &said.spending.lines {
            add(format!("expenses:{}", line.id), line.net);
        }
    }
    sums.insert("assets:funds".to_owned(), book.funds.balance());
    sums.retain(|_, sum| *sum != Money::ZERO);
    sums.into_iter().map(|(account, sum)| (account, sum.to_string())).collect()
}

#[test]
fn every_account_and_the_money_are_declared_and_every_entry_balances() {
    let book = with_traps().ledger().book;
    let text = journal(&book);
    assert!(text.contains("commodity CNY\n    format CNY 1000.00\n"), "{text}");
    assert!(
        text.contains("; 政府资助 / government funding\naccount income:government\n"),
        "{text}"
    );
    let declared: Vec<&str> = text.lines().filter_map(|l| l.strip_prefix("account ")).collect();
    let mut transactions = 0;
    for block in text.split("\n\n").filter(|b| b.starts_with("20")) {
        transactions += 1;
        let mut sum = 0_i64;
        let mut postings = 0;
        for line in block.lines().skip(1).filter(|l| !l.trim_start().starts_with(';')) {
            let (account, amount) = line.trim().split_once("  ").unwrap();
            assert!(declared.contains(&account.trim()), "{account} in\n{block}");
            let figure = amount.trim().strip_prefix("CNY ").unwrap();
            sum += figure.replace('.', "").parse::<i64>().unwrap();
            postings += 1;
        }
        assert_eq!((sum, postings), (0, 2), "{block}");
        let head = block.lines().next().unwrap();
        assert!(!head.contains([';', '|']) || head.matches(" | ").count() == 1, "{head}");
    }
    assert_eq!(transactions, book.funds.entries.len());
    snapshot("funds-journal", &journal(&two_years().ledger().book));
}

#[test]
fn an_empty_ledger_is_a_ledger() {
    let book = Hall::with_units(ALLIANCE, 1).ledger().book;
    let text = journal(&book);
    assert!(text.contains("account expenses:administration"), "{text}");
}

/// What a tool prints, if it is there; it must end well.
fn run(tool: &str, arguments: &[&str]) -> Option<String> {
    let output = match Command::new(tool).args(arguments).env("LC_ALL", "C.UTF-8").output() {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return None,
        output => output.unwrap(),
    };
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success() && said.is_empty(), "{tool} {arguments:?}: {said}");
    Some(String::from_utf8(output.stdout).unwrap())
}

fn hledger(file: &str) -> Option<BTreeMap<String, String>> {
    run("hledger", &["check", "--strict", "-f", file])?;
    let balances = run("hledger", &["balance", "--flat", "--no-total", "-O", "csv", "-f", file])?;
    let rows = balances.lines().skip(1).map(|line| {
        let line = line.replace('"', "");
        let (account, amount) = line.split_once(',').unwrap();
        (account.to_owned(), amount.strip_prefix("CNY ").unwrap_or(amount).to_owned())
    });
    Some(rows.collect())
}

fn ledger(file: &str) -> Option<BTreeMap<String, String>> {
    let arguments = ["--pedantic", "--args-only", "balance", "--flat", "--no-total", "-f", file];
    let balances = run("ledger", &arguments)?;
    let rows = balances.lines().map(|line| {
        let (amount, account) = line.trim().rsplit_once("  ").unwrap();
        (account.to_owned(), amount.strip_prefix("CNY ").unwrap_or(amount).to_owned())
    });
    Some(rows.collect())
}

#[test]
#[ignore = "needs hledger or ledger"]
fn hledger_and_ledger_come_to_the_same_balances() {
    let hall = with_traps();
    let book = hall.ledger().book;
    let folder = Folder::new();
    let path = folder.join("funds.journal");
    let file = path.to_str().unwrap();
    let exported = Command::new(env!("CARGO_BIN_EXE_quorate"))
        .args(["funds", "export"])
        .args([hall.book.as_path(), Path::new(file)])
        .status()
        .unwrap();
    assert!(exported.success());
    let found = [("hledger", hledger(file)), ("ledger", ledger(file))];
    assert!(
        found.iter().any(|(_, sums)| sums.is_some()),
        "neither hledger nor ledger is installed"
    );
    for (tool, sums) in found {
        if let Some(sums) = sums {
            assert_eq!(sums, own(&book), "{tool}");
        }
    }
}
