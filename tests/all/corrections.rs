//! Corrections say all they touch, and an undo stays in its own meeting.

use crate::common::{ALLIANCE, Hall, convene};
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
