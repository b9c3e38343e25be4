//! Corrections say all they touch, and an undo stays in its own meeting.

use crate::common::{ALLIANCE, Hall, convene, figure, votes};
use quorate::record::event::Change;
use serde_json::json;

fn report(n: u32) -> serde_json::Value {
    json!([{"title": format!("示例报告{n}"), "matter": "report"}])
}

#[test]
fn a_corrected_count_of_an_amendment_names_the_votes_taken_on_its_wording() {
    let mut hall = Hall::with_units(ALLIANCE, 9);
    hall.ok(convene("assembly", "chair", report(1)));
    hall.ok(json!({"do": "sign_in_all"}));
    hall.call_to_order(1, "chair");
    let main = hall.move_item(1, 1, "五月办展。");
    let amended = hall.ok(json!({"do": "amend", "motion": main, "text": "五月改为七月",
        "becomes": "七月办展。", "mover": "示例单位02"}));
    let amendment = amended["events"][0]["motion"].clone();
    hall.ok(json!({"do": "open_vote", "motion": amendment, "method": "hands"}));
    hall.ok(json!({"do": "count", "yes": 6, "no": 3}));
    hall.ok(json!({"do": "close_vote"}));
    hall.ok(json!({"do": "declare"}));
    hall.ok(json!({"do": "open_vote", "motion": main, "method": "hands"}));
    hall.ok(json!({"do": "count", "yes": 9, "no": 0}));
    hall.ok(json!({"do": "close_vote"}));
    hall.ok(json!({"do": "declare"}));
    let corrected = hall.ok(json!({"do": "correct_count", "vote": 1, "yes": 2, "no": 6,
        "abstain": 1, "confirmed_by": "主持人", "why": "两数记反"}));
    let touched = corrected["events"][0]["touched"].as_array().unwrap();
    let wording = touched.iter().find(|t| t["what"] == "text").unwrap();
    assert_eq!(wording["vote"], 2);
    assert_eq!(
        (&wording["was"], &wording["would_be"]),
        (&json!("七月办展。"), &json!("五月办展。"))
    );
    let minutes = hall.minutes(1).zh.clone();
    assert!(minutes.contains("第2次表决的所表决的文本"), "{minutes}");
}

#[test]
fn a_meeting_does_not_undo_what_another_entered_last() {
    let mut hall = Hall::with_units(ALLIANCE, 9);
    hall.ok(json!({"do": "seat", "body": "council", "units": [1, 2, 3]}));
    hall.ok(convene("assembly", "chair", report(1)));
    hall.ok(convene("council", "council_by_chair", report(2)));
    hall.ok(json!({"do": "sign_in_all", "meeting": 1}));
    hall.ok(json!({"do": "sign_in_all", "meeting": 2}));
    let refused = hall.refused(json!({"do": "undo", "meeting": 1}), "undo_in_other_meeting");
    assert!(refused["refused"]["recorder"].as_str().unwrap().contains("更正"));
    hall.ok(json!({"do": "undo", "meeting": 2}));
    hall.ok(json!({"do": "undo", "meeting": 1}));
}

/// The council has three units, two of them are recused: the charter names no other body for an
/// expulsion, and the refusal names the reading that would.
#[test]
fn too_few_unrecused_names_the_reading_by_which_the_assembly_may_decide() {
    let mut hall = Hall::with_units(ALLIANCE, 9);
    hall.ok(json!({"do": "seat", "body": "council", "units": [1, 2, 3]}));
    let subject = json!([{"name": "示例单位09", "unit": 9}]);
    let agenda = json!([{"title": "除名", "matter": "expulsion", "subjects": subject}]);
    hall.ok(convene("council", "council_by_chair", agenda));
    hall.ok(json!({"do": "sign_in_all"}));
    hall.call_to_order(1, "chair");
    let motion = hall.move_item(1, 1, "予以除名。");
    hall.ok(json!({"do": "recuse", "unit": 1, "item": 1, "why": "关联"}));
    hall.ok(json!({"do": "recuse", "unit": 2, "item": 1, "why": "关联"}));
    let open = json!({"do": "open_vote", "motion": motion, "method": "secret"});
    let refused = hall.refused(open, "too_few_not_recused");
    let said = refused["refused"]["recorder"].as_str().unwrap();
    assert!(said.contains("A25") && said.contains("assembly_too"), "{said}");
    hall.ok(json!({"do": "adopt_reading", "question": "A25", "option": "assembly_too",
        "basis": "理事会决定"}));
    let open = json!({"do": "open_vote", "motion": motion, "method": "secret"});
    let refused = hall.refused(open, "too_few_not_recused");
    assert!(!refused["refused"]["recorder"].as_str().unwrap().contains("A25"));
}

/// Decides one item about the units named, by hands, in a meeting of nine.
fn decided_on(matter: &str, subjects: serde_json::Value, filed: &[&str]) -> Hall {
    let mut hall = Hall::with_units(ALLIANCE, 9);
    hall.ok(convene(
        "assembly",
        "chair",
        json!([{"title": "涉及成员的事项", "matter": matter, "subjects": subjects},
            {"title": "报告", "matter": "report"}]),
    ));
    for precondition in filed {
        hall.ok(json!({"do": "file", "item": 1, "precondition": precondition}));
    }
    hall.ok(json!({"do": "sign_in_all"}));
    hall.call_to_order(1, "chair");
    hall.settle(1, 1, votes(9, 0, 0));
    hall
}

fn corrected(hall: &mut Hall, wrong: u32, right: u32) -> serde_json::Value {
    let done = hall.ok(json!({"do": "correct_enactment", "decision": 1, "wrong": wrong,
        "right": right, "why": "单位写错"}));
    done["events"][0]["touched"].clone()
}

#[test]
fn an_authorisation_of_the_wrong_unit_moves_to_the_right_one_and_touches_no_vote() {
    let subject = json!([{"name": "示例单位04", "unit": 4, "scope": "试点"}]);
    let mut hall = decided_on("authorisation", subject, &[]);
    hall.settle(1, 2, votes(9, 0, 0));
    assert_eq!(corrected(&mut hall, 4, 5), json!([]));
    let book = hall.ledger().book;
    let unit = |c: &Change| matches!(c, Change::Authorised { unit: 5, .. });
    let given: Vec<u32> = book.permits.iter().map(|p| p.permit.unit).collect();
    assert_eq!(given, [5]);
    assert!(unit(&book.decisions[0].changes[0]));
    hall.refused(
        json!({"do": "correct_enactment", "decision": 1, "wrong": 4, "right": 6, "why": "再改"}),
        "not_enacted_on",
    );
    // Taken back, nothing of it is left.
    hall.ok(json!({"do": "void_vote", "vote": 1, "why": "表决有误"}));
    assert!(hall.ledger().book.permits.iter().all(|p| p.void));
    crate::views::agree(&hall.ledger(), &hall.book);
}

#[test]
fn a_withdrawal_of_the_wrong_unit_names_the_votes_taken_on_the_wrong_roll() {
    let subject = json!([{"name": "示例单位04", "unit": 4}]);
    let mut hall = decided_on("withdrawal", subject, &["application", "secretariat_review"]);
    hall.settle(1, 2, votes(8, 0, 0));
    let touched = corrected(&mut hall, 4, 5);
    let touched = touched.as_array().unwrap();
    assert!(touched.iter().all(|t| t["vote"] == 2) && !touched.is_empty(), "{touched:?}");
    let roll = hall.ledger().book.roll();
    assert!(roll.contains(&4) && !roll.contains(&5));
}

/// A name misread at the count: another unit took the seat, and the council has voted with it.
#[test]
fn a_seat_taken_by_the_wrong_unit_names_the_votes_of_that_body_since() {
    let mut hall = Hall::with_units(ALLIANCE, 9);
    let election =
        json!([{"title": "选举", "matter": "election"}, {"title": "报告", "matter": "report"}]);
    hall.ok(convene("assembly", "chair", election));
    hall.ok(json!({"do": "sign_in_all"}));
    hall.call_to_order(1, "chair");
    hall.ok(json!({"do": "open_item", "item": 1}));
    let units: Vec<_> =
        (1..=3).map(|n| json!({"name": crate::common::unit_name(n), "unit": n})).collect();
    hall.ok(json!({"do": "prepare_election", "item": 1, "reason": "照章", "contests": [
        {"seat": {"of": "body", "body": "council"}, "seats": 3, "marks": "pick",
         "candidates": units}]}));
    for propose in [
        json!({"do": "propose_rules", "item": 1}),
        json!({"do": "propose_tellers", "item": 1, "tellers": [
            {"name": "代表31", "task": "chief"}, {"name": "代表32", "task": "teller"},
            {"name": "代表33", "task": "reader"}]}),
    ] {
        let moved = hall.ok(propose);
        let motion = figure(&moved["events"].as_array().unwrap().last().unwrap()["motion"]);
        hall.decide(1, motion, "hands", votes(9, 0, 0));
    }
    hall.ok(json!({"do": "issue_ballots", "item": 1, "contest": 1, "printed": 9, "issued": 9,
        "reason": "照章"}));
    hall.ok(json!({"do": "open_box", "item": 1, "contest": 1, "recovered": 9}));
    hall.ok(json!({"do": "enter_sheet", "item": 1, "contest": 1,
        "sheet": {"valid": 9, "votes": [{"yes": 9}, {"yes": 9}, {"yes": 9}]}}));
    hall.ok(json!({"do": "close_count", "item": 1, "contest": 1}));
    let declared = hall.ok(json!({"do": "declare_election", "item": 1, "contest": 1}));
    let decision = declared["events"][0]["decision"].clone();
    hall.settle(1, 2, votes(9, 0, 0));
    hall.ok(json!({"do": "close"}));
    hall.ok(convene(
        "council",
        "council_by_chair",
        json!([{"title": "管理办法", "matter": "report"}]),
    ));
    hall.ok(json!({"do": "sign_in_all"}));
    hall.call_to_order(2, "chair");
    hall.settle(2, 1, votes(3, 0, 0));
    let done = hall.ok(json!({"do": "correct_enactment", "decision": decision, "wrong": 3,
        "right": 7, "why": "唱票误读"}));
    let touched = done["events"][0]["touched"].as_array().unwrap().clone();
    assert!(!touched.is_empty() && touched.iter().all(|t| t["meeting"] == 2), "{touched:?}");
    assert_eq!(hall.ledger().book.roll_of("council"), [1, 2, 7]);
    crate::views::agree(&hall.ledger(), &hall.book);
    let refused = json!({"do": "correct_enactment", "decision": decision, "wrong": 1,
        "right": 7, "why": "已有席位"});
    hall.refused(refused, "not_enacted_on");
}

/// The name of a unit admitted is the register's; the decision's text is mended by itself.
#[test]
fn a_slip_in_the_name_of_a_unit_admitted_is_mended_in_the_text() {
    let subject = json!([{"name": "示例枸杞协会"}]);
    let mut hall = decided_on("admission", subject, &["application", "secretariat_review"]);
    hall.ok(
        json!({"do": "correct_text", "decision": 1, "old": "照此办理", "new": "照此办理（更正）",
        "leave": "理事长"}),
    );
    let wrong = json!({"do": "correct_enactment", "decision": 1, "wrong": 10, "right": 9,
        "why": "已入册"});
    hall.refused(wrong, "not_enacted_on");
}
