//! Decisions between meetings: charged to somebody, reported on, shown at the next opening, found again.

// Helpers here stand outside test functions, where clippy allows it.
#![allow(clippy::unwrap_used)]

use crate::common::{ALLIANCE, Hall, convene, votes};
use crate::views::agree;
use quorate::ledger::Ledger;
use quorate::paper::markdown::markdown;
use quorate::papers;
use quorate::record::follow;
use quorate::text::Lang;
use serde_json::{Value, json};

/// Nine units; one assembly that adopts a report, loses a plan and admits a unit, and closes.
fn after_an_assembly() -> Hall {
    let mut hall = Hall::with_units(ALLIANCE, 9);
    let agenda = json!([
        {"title": "年度报告", "matter": "report"},
        {"title": "工作规划", "matter": "report"},
        {"title": "入盟", "matter": "admission", "subjects": [{"name": "示例枸杞协会"}]},
    ]);
    hall.ok(convene("assembly", "chair", agenda));
    hall.ok(json!({"do": "file", "item": 3, "precondition": "application"}));
    hall.ok(json!({"do": "file", "item": 3, "precondition": "secretariat_review"}));
    hall.ok(json!({"do": "sign_in_all"}));
    hall.call_to_order(1, "chair");
    hall.settle(1, 1, votes(9, 0, 0));
    hall.settle(1, 2, votes(2, 7, 0));
    hall.settle(1, 3, votes(9, 0, 0));
    hall.ok(json!({"do": "close"}));
    hall
}

fn to_the_secretariat(due: &str) -> Value {
    json!({"do": "assign_decision", "decision": 1, "owner": {"is": "body", "body": "secretariat"},
        "due": due, "task": "印发各成员"})
}

fn standing(hall: &Hall, no: u32) -> &'static str {
    let ledger = hall.ledger();
    follow::standing(&ledger.book, follow::decision(&ledger.book, no).unwrap()).code()
}

#[track_caller]
fn extract(ledger: &Ledger, no: u32, lang: Lang) -> String {
    let head = (ledger.head.seq, ledger.head.hash.hex());
    markdown(&papers::extract(&ledger.book, &ledger.entries, no, lang, head).unwrap())
}

#[test]
fn a_decision_is_charged_to_somebody_the_charter_or_the_register_knows() {
    let mut hall = after_an_assembly();
    hall.ok(to_the_secretariat("2026-06-30"));
    hall.refused(to_the_secretariat("2026-06-30"), "nothing_changes");
    hall.refused(to_the_secretariat("2026-05-19"), "due_before_decision");
    let mut wrong = to_the_secretariat("2026-06-30");
    wrong["owner"] = json!({"is": "office", "office": "mayor"});
    hall.refused(wrong.clone(), "unknown_name");
    wrong["owner"] = json!({"is": "unit", "unit": 44});
    hall.refused(wrong.clone(), "unknown_unit");
    wrong["owner"] = json!({"is": "other", "name": "  "});
    hall.refused(wrong.clone(), "text_missing");
    wrong["owner"] = json!({"is": "other", "name": "筹备组"});
    wrong["decision"] = json!(9);
    hall.refused(wrong, "unknown_decision");
    assert_eq!(standing(&hall, 1), "open");
}

#[test]
fn done_is_said_only_with_something_to_show_and_can_be_taken_up_again() {
    let mut hall = after_an_assembly();
    hall.ok(to_the_secretariat("2026-06-30"));
    let report = |status: &str, note: &str| json!({"do": "report_progress", "decision": 1, "status": status, "note": note});
    hall.ok(report("under_way", ""));
    assert_eq!(standing(&hall, 1), "under_way");
    hall.refused(report("under_way", ""), "nothing_changes");
    hall.refused(report("done", " "), "proof_missing");
    hall.refused(report("dropped", ""), "text_missing");
    let mut papered = report("done", "");
    papered["document"] = json!(1);
    hall.refused(papered.clone(), "unknown_paper");
    hall.ok(json!({"do": "attach", "name": "印发件.txt", "content": "全文"}));
    hall.ok(papered);
    assert_eq!(standing(&hall, 1), "done");
    hall.refused(to_the_secretariat("2026-07-31"), "decision_settled");
    hall.refused(report("open", ""), "text_missing");
    hall.ok(report("open", "漏发两家"));
    assert_eq!(standing(&hall, 1), "open");
    hall.ok(to_the_secretariat("2026-07-31"));
    let paper = extract(&hall.ledger(), 1, Lang::Zh);
    for said in
        ["交联盟秘书处办理，期限2026年6月30日", "文件1：印发件.txt", "漏发两家", "现状：待办"]
    {
        assert!(paper.contains(said), "{said} is not in\n{paper}");
    }
    agree(&hall.ledger(), &hall.book);
}

#[test]
fn what_the_book_carried_out_itself_needs_nobody() {
    let hall = after_an_assembly();
    assert_eq!(standing(&hall, 2), "enacted");
    let ledger = hall.ledger();
    let open: Vec<u32> =
        follow::outstanding(&ledger.book, "assembly").iter().map(|d| d.no).collect();
    assert_eq!(open, [1]);
    assert!(follow::outstanding(&ledger.book, "council").is_empty());
    agree(&ledger, &hall.book);
}

#[test]
fn a_void_decision_is_carried_out_by_nobody() {
    let mut hall = after_an_assembly();
    hall.ok(to_the_secretariat("2026-06-30"));
    hall.ok(json!({"do": "void_vote", "vote": 1, "why": "计票有误", "meeting": 1}));
    hall.refused(to_the_secretariat("2026-07-31"), "unknown_decision");
    assert_eq!(standing(&hall, 1), "void");
    let ledger = hall.ledger();
    assert!(follow::follow_up(&ledger.book, 1).is_none());
    assert!(extract(&ledger, 1, Lang::En).contains("no longer stands"));
    agree(&ledger, &hall.book);
}

#[test]
fn what_is_still_to_be_done_stands_in_the_minutes_of_the_next_meeting_of_that_body() {
    let mut hall = after_an_assembly();
    hall.ok(to_the_secretariat("2026-06-30"));
    hall.ok(json!({"do": "convene", "body": "assembly", "by": "chair", "date": "2026-07-20",
        "place": "示例会议中心", "notice": "2026-06-30", "special": true,
        "agenda": [{"title": "通报"}], "at": "2026-07-19T09:00:00+08:00"}));
    hall.ok(json!({"do": "sign_in_all", "at": "2026-07-20T08:50:00+08:00"}));
    hall.ok(json!({"do": "call_to_order", "presider": "理事长", "basis": "chair",
        "recorder": "记录员", "at": "2026-07-20T09:00:00+08:00"}));
    // What is done later does not change what the meeting was told.
    hall.ok(json!({"do": "report_progress", "decision": 1, "status": "done", "note": "已印发",
        "at": "2026-07-20T10:00:00+08:00"}));
    let papers = hall.minutes(2);
    assert_eq!(papers.json["outstanding"].as_array().unwrap().len(), 1, "the admission is done");
    assert!(papers.zh.contains("以往决定的执行情况"), "{}", papers.zh);
    assert!(papers.zh.contains("负责：联盟秘书处；期限2026年6月30日（已逾期）；办理：印发各成员"));
    assert!(papers.en.contains("due 30 June 2026 (overdue)"), "{}", papers.en);
    assert!(!hall.minutes(1).zh.contains("以往决定的执行情况"));
}

#[test]
fn the_register_answers_also_with_what_was_lost() {
    let hall = after_an_assembly();
    let ledger = hall.ledger();
    let answers = follow::register(&ledger.book);
    let rows: Vec<(u32, Option<u32>)> = answers.iter().map(|a| (a.vote, a.decision)).collect();
    assert_eq!(rows, [(1, Some(1)), (2, None), (3, Some(2))]);
    let clauses = follow::clauses(&ledger.book, &answers[1]).to_string();
    assert!(clauses.contains("9(3)") && clauses.contains('9'), "{clauses}");
}

#[test]
fn an_extract_says_text_meeting_article_arithmetic_and_what_changed() {
    let hall = after_an_assembly();
    let ledger = hall.ledger();
    let paper = extract(&ledger, 2, Lang::Zh);
    for said in
        ["决议摘录", "第2项决定", "2026年5月20日", "第九条（五）", "全体9家，须5票", "示例枸杞协会"]
    {
        assert!(paper.contains(said), "{said} is not in\n{paper}");
    }
    let both = extract(&ledger, 2, Lang::Both);
    assert!(both.contains("决议摘录") && both.contains("Extract of one decision"));
    let head = (ledger.head.seq, ledger.head.hash.hex());
    assert!(papers::extract(&ledger.book, &ledger.entries, 9, Lang::Zh, head).is_none());
}
