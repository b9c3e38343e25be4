//! The funds, by the charter's own chapter: where they may come from, what they may be spent on, who is told.

// Helpers here stand outside test functions, where clippy allows it.
#![allow(clippy::unwrap_used)]

mod figures;
mod laws;
mod tools;

use crate::common::{ALLIANCE, GARDEN, Hall, convene, morning, votes};
use chrono::NaiveDate;
use quorate::text::Lang;
use quorate::text::funds::{self as text, Addressee};
use serde_json::{Value, json};

fn today() -> NaiveDate {
    morning().date_naive()
}

/// A whole paper, read before it is accepted.
fn snapshot(name: &str, paper: &str) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/all/snapshots");
    insta::with_settings!({
        omit_expression => true, prepend_module_to_snapshot => false, snapshot_path => path
    }, { insta::assert_snapshot!(name, paper) });
}

pub fn income(source: &str, amount: &str, day: &str) -> Value {
    json!({"do": "record_income", "source": source, "amount": amount, "day": day,
        "from": "示例机关", "text": "年度工作经费"})
}

pub fn spending(purpose: &str, amount: &str, day: &str) -> Value {
    json!({"do": "record_spending", "use": purpose, "amount": amount, "day": day,
        "to": "示例会议中心", "text": "场地"})
}

pub fn reversal(entry: u32, day: &str) -> Value {
    json!({"do": "reverse_funds", "entry": entry, "day": day, "why": "金额抄错"})
}

fn funds(hall: &mut Hall) -> Value {
    hall.ok(json!({"ask": "funds"}))["answer"].take()
}

fn year(hall: &mut Hall, year: i32) -> Value {
    hall.ok(json!({"ask": "funds", "year": year}))["answer"].take()
}

/// Two years of funds with everything in them: the tests of this folder look at the same book.
pub fn two_years() -> Hall {
    let mut hall = Hall::with_units(ALLIANCE, 12);
    hall.ok(json!({"do": "attach", "name": "拨款通知.pdf", "content": "示例"}));
    hall.ok(json!({"do": "open_funds", "amount": "10000.50", "day": "2024-01-01",
        "text": "上年银行对账单"}));
    let mut granted = income("government", "50000", "2024-03-01");
    granted["document"] = 1.into();
    hall.ok(granted);
    hall.ok(json!({"do": "record_income", "source": "raised", "amount": "1200.25",
        "day": "2024-04-02", "unit": 3, "task": "certification_system"}));
    hall.ok(spending("assembly", "8000.40", "2024-05-20"));
    hall.ok(spending("administration", "311.10", "2024-06-30"));
    hall.ok(reversal(5, "2024-07-01"));
    hall.ok(spending("administration", "113.10", "2024-06-30"));
    let mut task = spending("special_work", "20000", "2025-02-10");
    task["task"] = "certification_system".into();
    hall.ok(task);
    hall.ok(income("donation", "500.05", "2025-09-09"));
    // A mistake of the year before is found in the next.
    hall.ok(reversal(2, "2025-10-01"));
    hall.ok(income("government", "45000", "2025-10-01"));
    hall
}

#[test]
fn article_19_money_comes_from_the_four_sources_and_no_other() {
    let mut hall = Hall::with_units(ALLIANCE, 3);
    for (no, source) in ["government", "donation", "raised", "other_lawful"].iter().enumerate() {
        let entered = hall.ok(income(source, "100.5", "2026-01-02"));
        let event = &entered["events"][0];
        assert_eq!(event["kind"], "received");
        assert_eq!(event["of"]["income"], *source);
        assert_eq!(event["amount"], "100.50", "money has two places");
        assert_eq!(event["no"], no + 1);
    }
    let refused =
        hall.refused(income("sponsor", "100", "2026-01-02"), "fund_source_not_in_charter");
    let said = refused["refused"]["recorder"].as_str().unwrap();
    for source in ["政府资助", "捐赠", "联盟秘书处筹集和各联盟成员单位支持", "其他合法收入"]
    {
        assert!(said.contains(source), "{said}");
    }
    assert!(said.contains("第十九条"), "{said}");
    assert_eq!(funds(&mut hall)["balance"], "402.00");
}

#[test]
fn article_19_there_is_no_membership_fee() {
    let mut hall = Hall::with_units(ALLIANCE, 3);
    for word in ["会费", "membership_fee", "dues"] {
        let refused = hall.refused(income(word, "100", "2026-01-02"), "fund_source_not_in_charter");
        let said = refused["refused"]["presider"].as_str().unwrap();
        assert!(said.contains(word) && said.contains("其他合法收入"), "{said}");
    }
    assert_eq!(funds(&mut hall)["entries"], 0);
}

#[test]
fn article_20_money_is_spent_on_the_five_uses_and_no_other() {
    let mut hall = Hall::with_units(ALLIANCE, 3);
    hall.ok(income("government", "1000", "2026-01-02"));
    for purpose in ["assembly", "special_work", "research", "market_research", "administration"] {
        let spent = hall.ok(spending(purpose, "150.01", "2026-02-03"));
        assert_eq!(spent["events"][0]["of"]["spending"], purpose);
    }
    let refused = hall.refused(spending("party", "1", "2026-02-03"), "fund_use_not_in_charter");
    let said = refused["refused"]["presider"].as_str().unwrap();
    assert!(said.contains("第二十条") && said.contains("日常管理费用开支"), "{said}");
    assert_eq!(funds(&mut hall)["balance"], "249.95");
}

#[test]
fn article_20_spending_more_than_there_is_takes_a_reason() {
    let mut hall = Hall::with_units(ALLIANCE, 3);
    hall.ok(income("government", "100", "2026-01-02"));
    hall.ok(income("government", "100", "2026-03-02"));
    // On the day of the spending there is only the first.
    let early = spending("research", "150", "2026-02-03");
    let entered = hall.with_reason(early, "funds_overdrawn", "理事长单位垫付");
    assert_eq!(entered["findings"][0]["fields"]["balance"], "100.00");
    assert_eq!(entered["findings"][0]["fields"]["short"], "50.00");
    // What was taken back is not missed on the day it was entered by mistake.
    hall.with_reason(spending("research", "9000", "2026-02-04"), "funds_overdrawn", "垫付");
    hall.ok(reversal(4, "2026-03-01"));
    hall.ok(spending("research", "50", "2026-03-05"));
    hall.ok(reversal(6, "2026-03-05"));
    // An earlier spending would leave too little for a later one.
    hall.refused(spending("research", "51", "2026-01-03"), "reason_required");
    assert_eq!(funds(&mut hall)["balance"], "50.00");
    // A mistake is put right all the same: its own reason is reason enough.
    hall.ok(reversal(2, "2026-03-03"));
    assert_eq!(funds(&mut hall)["balance"], "-50.00");
}

#[test]
fn article_21_the_report_goes_to_the_assembly_and_to_the_authority() {
    let mut hall = Hall::with_units(ALLIANCE, 12);
    hall.ok(income("government", "1000", "2025-03-01"));
    hall.ok(spending("assembly", "400", "2025-05-20"));
    let due = funds(&mut hall)["due"].take();
    let both = json!([{"year": 2025, "to": null}, {"year": 2025, "to": "market_regulator"}]);
    assert_eq!(due, both);
    let agenda = json!([{"title": "经费使用情况报告", "matter": "finance_report"}]);
    hall.ok(convene("assembly", "chair", agenda));
    hall.sign_in(1, &(1..=12).collect::<Vec<_>>(), 12);
    hall.call_to_order(1, "chair");
    let motion = hall.move_item(1, 1, "审议批准2025年度经费使用情况报告。");
    hall.decide(1, motion, "hands", votes(12, 0, 0));
    hall.ok(json!({"do": "close_item", "item": 1}));
    assert_eq!(funds(&mut hall)["due"], json!([{"year": 2025, "to": "market_regulator"}]));
    let report = |to: &str, day: &str| {
        json!({"do": "report_funds", "year": 2025, "to": to, "day": day,
        "how": "专人送达"})
    };
    hall.refused(report("post_office", "2026-05-20"), "unknown_name");
    hall.refused(report("market_regulator", "2026-05-21"), "time_after_entry");
    hall.refused(report("market_regulator", "2024-12-31"), "report_before_its_year");
    hall.ok(report("market_regulator", "2026-05-20"));
    assert_eq!(funds(&mut hall)["due"], json!([]));
    // What was approved is changed openly or not at all.
    let late = spending("assembly", "1", "2025-05-21");
    let entered = hall.with_reason(late, "funds_year_approved", "漏记一张发票");
    assert_eq!(entered["findings"][0]["fields"]["year"], 2025);
    hall.ok(spending("assembly", "1", "2026-05-20"));
    let ledger = hall.ledger();
    let charter = ledger.book.charter.as_deref().unwrap();
    let to = Addressee::Observer("market_regulator".to_owned());
    let paper = text::statement(Lang::Zh, &ledger.book, charter, 2025, &to, today());
    for words in ["市场监督管理局", "第二十一条", "专人送达", "第1项决定", "599.00"]
    {
        assert!(paper.contains(words), "{words} is not in\n{paper}");
    }
}

#[test]
fn a_report_is_of_the_years_its_text_names_or_of_the_year_before_the_meeting() {
    let mut hall = Hall::with_units(ALLIANCE, 12);
    for day in ["2023-03-01", "2024-03-01", "2025-03-01", "2026-03-01"] {
        hall.ok(income("government", "1", day));
    }
    let item = json!({"title": "经费使用情况报告", "matter": "finance_report"});
    hall.ok(convene("assembly", "chair", json!([item, item, item])));
    hall.sign_in(1, &(1..=12).collect::<Vec<_>>(), 12);
    hall.call_to_order(1, "chair");
    let mut approve = |item: u32, text: &str| {
        let motion = hall.move_item(1, item, text);
        hall.decide(1, motion, "hands", votes(12, 0, 0));
        hall.ok(json!({"do": "close_item", "item": item}));
        let book = hall.ledger().book;
        (2023..=2026).filter(|y| book.funds_approved(*y).is_some()).collect::<Vec<i32>>()
    };
    // A day of this year in the text does not make it a report on this year.
    assert_eq!(approve(1, "审议批准二〇二三年度经费使用情况报告（2026年5月10日稿）。"), [2023]);
    assert_eq!(approve(2, "审议批准经费使用情况报告。"), [2023, 2025]);
    assert_eq!(approve(3, "To approve the report for 2026 so far."), [2023, 2025, 2026]);
}

#[test]
fn a_wrong_entry_is_reversed_once_and_both_stay() {
    let mut hall = Hall::with_units(ALLIANCE, 3);
    hall.ok(income("government", "100", "2026-01-02"));
    hall.refused(json!({"do": "undo"}), "undo_stops_at_declaration");
    hall.refused(reversal(7, "2026-01-03"), "unknown_fund_entry");
    hall.refused(reversal(1, "2026-01-01"), "reversal_before_its_entry");
    hall.refused(reversal(1, "2027-01-01"), "time_after_entry");
    let mut silent = reversal(1, "2026-01-03");
    silent["why"] = "  ".into();
    hall.refused(silent, "text_missing");
    let reversed = hall.ok(reversal(1, "2026-01-03"));
    assert_eq!(reversed["events"][0]["no"], 2, "a number of its own");
    let twice = hall.refused(reversal(1, "2026-01-04"), "fund_entry_reversed_already");
    assert_eq!(twice["refused"]["fields"]["by"], 2);
    hall.refused(reversal(2, "2026-01-04"), "reversal_is_not_reversed");
    let of_year = year(&mut hall, 2026);
    assert_eq!(of_year["closing"], "0.00");
    let government = &of_year["income"]["lines"][0];
    assert_eq!((&government["entries"], &government["amount"]), (&json!(1), &json!("100.00")));
    assert_eq!((&government["reversals"], &government["net"]), (&json!(1), &json!("0.00")));
    assert_eq!(of_year["entries"].as_array().unwrap().len(), 2);
}

#[test]
fn the_opening_balance_comes_first_and_once() {
    let mut hall = Hall::with_units(ALLIANCE, 3);
    let opening =
        |amount: &str, day: &str| json!({"do": "open_funds", "amount": amount, "day": day});
    hall.ok(income("government", "100", "2026-01-02"));
    hall.refused(opening("5", "2026-01-03"), "opening_balance_not_first");
    hall.ok(opening("5", "2026-01-02"));
    hall.refused(opening("6", "2026-01-01"), "opening_balance_not_first");
    hall.ok(reversal(2, "2026-01-05"));
    hall.ok(opening("6", "2026-01-01"));
    assert_eq!(funds(&mut hall)["balance"], "106.00");
}

#[test]
fn an_amount_is_money_and_a_day_has_come() {
    let mut hall = Hall::with_units(ALLIANCE, 3);
    for (amount, code) in [
        ("0", "amount_not_above_zero"),
        ("-5", "amount_not_above_zero"),
        ("1.005", "amount_has_three_decimals"),
        ("many", "not_an_amount"),
        ("1.2.3", "not_an_amount"),
        ("9999999999999", "amount_too_large"),
    ] {
        let refused = hall.refused(income("government", amount, "2026-01-02"), code);
        let said = refused["refused"]["recorder"].as_str().unwrap();
        assert!(said.contains(amount), "{said}");
    }
    hall.refused(income("government", "1", "2026-05-21"), "time_after_entry");
    let mut nobody = income("government", "1", "2026-05-20");
    nobody["from"] = "".into();
    hall.refused(nobody.clone(), "text_missing");
    nobody["unit"] = 2.into();
    assert_eq!(hall.ok(nobody)["events"][0]["party"], "示例单位02");
    let mut wrong = spending("research", "1", "2026-05-20");
    for (field, value, code) in [
        ("document", json!(4), "unknown_name"),
        ("decision", json!(4), "unknown_decision"),
        ("task", json!("fly"), "unknown_name"),
    ] {
        wrong[field] = value;
        hall.refused(wrong.clone(), code);
        wrong.as_object_mut().unwrap().remove(field);
    }
    // A number may be whole; a decimal is text, so that no tool makes a float of it.
    hall.ok(json!({"do": "record_income", "source": "government", "amount": 12, "from": "示例",
        "day": "2026-05-20"}));
    let float = hall.say(json!({"do": "record_income", "source": "government", "amount": 1.5,
        "from": "示例", "day": "2026-05-20"}));
    assert_eq!(float["fault"]["code"], "not_a_command");
}

#[test]
fn a_charter_without_sources_and_uses_keeps_no_funds() {
    let mut hall = Hall::with_units("cn-civilcode-278", 3);
    let refused = hall.refused(income("rent", "1", "2026-01-02"), "charter_lists_no_funds");
    assert!(refused["refused"]["recorder"].as_str().unwrap().contains("经费"));
}

#[test]
fn another_charter_has_other_sources_and_other_money() {
    let mut hall = Hall::with_units(GARDEN, 3);
    hall.ok(income("rent", "12.30", "2026-01-02"));
    hall.refused(income("government", "1", "2026-01-02"), "fund_source_not_in_charter");
    let book = hall.ledger().book;
    assert!(text::journal(&book).contains("GBP 12.30"));
    let charter = book.charter.as_deref().unwrap();
    let paper = text::statement(Lang::En, &book, charter, 2026, &Addressee::Meeting, today());
    for words in ["pounds (GBP)", "as of 20 May 2026", "balance so far"] {
        assert!(paper.contains(words), "{words} is not in\n{paper}");
    }
}

#[test]
fn the_statement_of_a_year_is_a_paper() {
    let hall = two_years();
    let book = hall.ledger().book;
    let charter = book.charter.as_deref().unwrap();
    let paper =
        |lang, year| text::statement(lang, &book, charter, year, &Addressee::Meeting, today());
    snapshot("funds-2024-zh", &paper(Lang::Zh, 2024));
    snapshot("funds-2025-en", &paper(Lang::En, 2025));
    let both = paper(Lang::Both, 2024);
    assert!(both.contains("\n---\n") && both.starts_with(&paper(Lang::Zh, 2024)), "{both}");
    assert_eq!(text::draft(Lang::Zh, charter, 2025), "审议批准2025年度经费使用情况报告。");
    assert_eq!(
        text::draft(Lang::En, charter, 2025),
        "To approve the report on the use of funds for the year 2025."
    );
}
