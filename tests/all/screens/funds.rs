//! The desk of the funds: entered by keys, found by typing, reversed from the menu, the report put before a meeting.

use super::debate::choose;
use super::{LARGE, SMALL, Size, Stage, everywhere, in_both};
use quorate::text::Lang;
use serde_json::json;

/// A book with its charter and two years of funds.
fn kept(lang: Lang, size: Size) -> Stage {
    let mut stage = Stage::empty(lang, size);
    let from = "示例机关";
    for line in [
        json!({"do": "open_funds", "amount": "10000.50", "day": "2024-12-31", "text": "银行对账单"}),
        json!({"do": "record_income", "source": "government", "amount": "50000",
            "day": "2025-03-01", "from": from, "text": "年度工作经费"}),
        json!({"do": "record_spending", "use": "assembly", "amount": "8000.40",
            "day": "2025-05-20", "to": "示例会议中心", "text": "大会场地"}),
        json!({"do": "record_spending", "use": "research", "amount": "99999",
            "day": "2026-02-01", "to": "示例研究所", "reason": "先垫付"}),
        json!({"do": "reverse_funds", "entry": 4, "day": "2026-02-02", "why": "金额抄错"}),
    ] {
        stage.act(line);
    }
    stage
}

fn at_the_desk(lang: Lang, size: Size) -> Stage {
    let mut stage = kept(lang, size);
    stage.press("0");
    stage
}

#[test]
fn the_desk_shows_each_entry_with_the_balance_after_it() {
    everywhere("funds-desk", kept, &["0", "Down Space", "Esc Enter"]);
    in_both("funds-home", SMALL, kept, &["Esc"]);
}

#[test]
fn an_entry_is_made_with_a_few_keys_and_a_wrong_amount_is_pointed_at() {
    in_both(
        "funds-income",
        SMALL,
        at_the_desk,
        &["C-n 1", "Right Tab '1.005' Tab Tab '示例企业' C-s", "Esc C-u '1,005.5' C-s"],
    );
    let mut stage = at_the_desk(Lang::Zh, LARGE);
    stage.press("C-n 1 Tab '12' Tab Tab '示例企业' C-s");
    let last = stage.console.ledger.book.funds.entries.last().unwrap();
    assert_eq!((last.amount.to_string(), last.day), ("12.00".to_owned(), stage.now.date_naive()));
}

#[test]
fn spending_beyond_the_balance_asks_for_a_reason_and_keeps_it() {
    let mut stage = at_the_desk(Lang::Zh, SMALL);
    stage.press("C-n 2 Tab '60000' Tab Tab '示例研究所' C-s").sees("余额52000.10元");
    stage.press("'由示例单位垫付' C-s").sees("-7999.90");
    assert_eq!(stage.console.ledger.book.funds.entries.len(), 6);
}

#[test]
fn a_wrong_entry_is_reversed_from_the_menu_and_found_by_typing() {
    let mut stage = at_the_desk(Lang::Zh, SMALL);
    stage.press("2*Down Space").sees("冲销这一笔");
    stage.press("2 Tab '重复登记' C-s").sees("冲销第3笔");
    assert_eq!(stage.console.ledger.book.funds.balance().to_string(), "60000.50");
    stage.press("'zfzz'").sees("政府资助").sees_not("银行对账单");
    stage.press("Esc").sees("银行对账单");
}

#[test]
fn the_report_of_a_year_is_read_and_the_year_chosen() {
    everywhere("funds-report", at_the_desk, &["2*Down Space 6", "PgDn", "PgDn"]);
    let mut stage = at_the_desk(Lang::En, LARGE);
    stage.press("Space");
    choose(&mut stage, "看哪一年", "which year to look at");
    choose(&mut stage, "2024", "2024");
    stage.sees("2024: opening 10000.50, in 0.00, out 0.00, left 10000.50 yuan");
    stage.sees_not("示例会议中心");
}

#[test]
fn the_report_is_put_before_the_meeting_with_its_paper_and_noted_as_sent() {
    let mut stage = Stage::new(Lang::Zh, SMALL);
    stage.act(json!({"do": "record_income", "source": "donation", "amount": "5",
        "day": "2025-03-01", "from": "示例机关"}));
    let matter = "finance_report";
    let reports = |stage: &Stage| {
        let meeting = stage.console.meeting().unwrap();
        let of = |i: &&quorate::record::state::Item| i.new.matter.as_deref() == Some(matter);
        meeting.items.iter().filter(of).map(|i| i.new.draft.clone()).collect::<Vec<_>>()
    };
    let (before, papers) = (reports(&stage).len(), stage.console.ledger.book.documents.len());
    stage.press("C-p");
    choose(&mut stage, "首页：今天要办的事", "");
    stage.press("4 Space");
    choose(&mut stage, "2025年报告：列入议程并附上", "");
    assert_eq!(stage.console.ledger.book.documents.len(), papers + 1, "{}", stage.screen());
    assert_eq!(reports(&stage).len(), before.max(1), "none is made where one waits");
    stage.press("Space");
    choose(&mut stage, "2025年报告：登记已报送", "");
    stage.press("C-s").sees_not("未报送");
    assert_eq!(stage.console.ledger.book.funds.reports.len(), 1);
}

#[test]
fn a_book_without_a_meeting_in_hand_says_what_comes_first() {
    let mut stage = at_the_desk(Lang::Zh, SMALL);
    stage.press("Space");
    choose(&mut stage, "2026年报告：列入议程并附上", "");
    stage.sees("请先召集会议");
}
