//! Laws of the books: whatever is entered, the statement adds up, and what is reversed might never have been.

use crate::common::{ALLIANCE, morning};
use chrono::{Datelike, Days, NaiveDate};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use quorate::charter::read;
use quorate::record::funds::{FundEntry, FundKind, Funds, Money};
use quorate::record::funds::{Income, OpeningBalance, ReverseFunds, Spending};
use quorate::record::{Book, Command, Request, decide};
use quorate::record::{Entry, apply};
use std::sync::Arc;

const SEED: [u8; 32] = *b"quorate-laws-2026-05-20-09-00-00";

fn day(offset: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, 1, 1).unwrap() + Days::new(offset)
}

/// What somebody asks for, most of it in order.
fn command() -> impl Strategy<Value = Command> {
    let amount = prop_oneof![
        (1_i64..50_000_000).prop_map(|cents| format!("{}.{:02}", cents / 100, cents % 100)),
        Just("0".to_owned()),
        Just("12.345".to_owned()),
    ];
    let sources =
        prop::sample::select(vec!["government", "donation", "raised", "other_lawful", "dues"]);
    let uses = prop::sample::select(vec!["assembly", "research", "administration", "trips"]);
    let days = 0_u64..1_300;
    prop_oneof![
        1 => (amount.clone(), days.clone()).prop_map(|(amount, at)| {
            Command::OpenFunds(OpeningBalance { amount, day: day(at), text: String::new() })
        }),
        4 => (sources, amount.clone(), days.clone()).prop_map(|(source, amount, at)| {
            Command::RecordIncome(Income {
                source: source.to_owned(), amount, day: day(at), from: "示例".to_owned(),
                unit: None, text: String::new(), document: None, task: None,
            })
        }),
        4 => (uses, amount, days.clone()).prop_map(|(purpose, amount, at)| {
            Command::RecordSpending(Spending {
                purpose: purpose.to_owned(), amount, day: day(at), to: "示例".to_owned(),
                text: String::new(), document: None, decision: None, task: None,
            })
        }),
        3 => (1_u32..30, days).prop_map(|(entry, at)| {
            Command::ReverseFunds(ReverseFunds { entry, day: day(at), why: "错".to_owned() })
        }),
    ]
}

fn book() -> Book {
    let text = quorate::shipped::charter(ALLIANCE).unwrap();
    Book { charter: Some(Arc::new(read::read(text).unwrap())), ..Book::default() }
}

/// The book after these commands, those that are not in order left out.
fn after(commands: &[Command]) -> Book {
    let mut book = book();
    for command in commands {
        let mut request = Request::new(morning(), command.clone());
        request.reason = Some("说明".to_owned());
        let Ok(decision) = decide(&book, &request) else { continue };
        for fact in decision.facts {
            // As it is stored, so that what is read back is what counts.
            let stored = serde_json::to_string(&fact).unwrap();
            let fact = serde_json::from_str(&stored).unwrap();
            let (seq, act) = (book.seq + 1, format!("{}", book.seq));
            let entry = Entry { seq, act, happened: morning(), entered: morning(), fact };
            apply(&mut book, &entry);
        }
    }
    book
}

fn law(test: impl Fn(Book) -> Result<(), TestCaseError>) {
    let config = Config { cases: 120, failure_persistence: None, ..Config::default() };
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &SEED);
    let commands = prop::collection::vec(command(), 1..40);
    TestRunner::new_with_rng(config, rng).run(&commands, |c| test(after(&c))).unwrap();
}

#[test]
fn opening_and_income_less_spending_is_closing_and_the_next_year_begins_with_it() {
    law(|book| {
        let (charter, funds) = (book.charter.as_deref(), &book.funds);
        let mut carried = Money::ZERO;
        for year in funds.years() {
            let said = funds.statement(charter, year);
            prop_assert_eq!(said.carried, carried);
            prop_assert_eq!(said.opening, said.carried + said.brought);
            prop_assert_eq!(said.opening + said.income.total - said.spending.total, said.closing);
            for side in [&said.income, &said.spending] {
                let net: Money = side.lines.iter().map(|l| l.net).sum();
                prop_assert_eq!(net, side.total);
                prop_assert_eq!(side.lines.iter().map(|l| l.entries).sum::<u32>(), side.entries);
            }
            let end = NaiveDate::from_ymd_opt(year, 12, 31).unwrap();
            prop_assert_eq!(said.closing, funds.balance_on(end));
            prop_assert_eq!(said.entries.last().map_or(carried, |(_, b)| *b), said.closing);
            carried = said.closing;
        }
        prop_assert_eq!(carried, funds.balance());
        Ok(())
    });
}

#[test]
fn what_is_reversed_might_never_have_been_entered() {
    law(|book| {
        let funds = &book.funds;
        let gone = |e: &FundEntry| {
            funds.reversal_of(e.no).is_some() || matches!(e.of, FundKind::Reversal(_))
        };
        let left: Vec<FundEntry> = funds.entries.iter().filter(|e| !gone(e)).cloned().collect();
        let left = Funds { entries: left, reports: Vec::new() };
        prop_assert_eq!(left.balance(), funds.balance());
        for entry in &funds.entries {
            if let Some(reversal) = funds.reversal_of(entry.no) {
                prop_assert_eq!(funds.effect(entry) + funds.effect(reversal), Money::ZERO);
                prop_assert!(reversal.day >= entry.day);
                let others = funds.entries.iter().filter(|e| e.of == FundKind::Reversal(entry.no));
                prop_assert_eq!(others.count(), 1);
            }
        }
        Ok(())
    });
}

#[test]
fn numbers_run_from_one_and_the_last_line_of_the_days_is_the_balance() {
    law(|book| {
        let funds = &book.funds;
        for (entry, no) in funds.entries.iter().zip(1..) {
            prop_assert_eq!(entry.no, no);
            prop_assert!(entry.amount > Money::ZERO);
            prop_assert!(entry.day <= morning().date_naive());
        }
        let by_day = funds.by_day();
        prop_assert!(by_day.windows(2).all(|pair| pair[0].0.day <= pair[1].0.day));
        prop_assert_eq!(by_day.last().map_or(Money::ZERO, |(_, b)| *b), funds.balance());
        let years: Vec<i32> = funds.entries.iter().map(|e| e.day.year()).collect();
        prop_assert_eq!(funds.years().first().copied(), years.iter().min().copied());
        Ok(())
    });
}
