//! The register between meetings: entries that change, people on cards, tables read and written.

// Helpers here stand outside test functions, where clippy allows it.
#![allow(clippy::unwrap_used)]

mod cards;
mod tables;

use super::common::{ALLIANCE, Hall, convene, votes};
use super::views::agree;
use quorate::record::members::history::{self, What};
use serde_json::json;

#[test]
fn before_the_first_meeting_an_entry_is_put_right_without_a_reason() {
    let mut hall = Hall::with_units(ALLIANCE, 6);
    hall.ok(json!({"do": "amend_member", "unit": 3, "short": "示三", "category": "retailer"}));
    let ledger = hall.ledger();
    let entry = &ledger.book.members[&3].entry;
    assert_eq!((entry.short.as_str(), entry.category.as_str()), ("示三", "retailer"));
    agree(&ledger, &hall.book);
    hall.refused(json!({"do": "amend_member", "unit": 3, "short": "示三"}), "nothing_changes");
}

#[test]
fn after_the_first_meeting_a_change_of_the_register_says_why() {
    let mut hall = Hall::with_units(ALLIANCE, 6);
    hall.ok(convene("assembly", "chair", json!([{"title": "通报"}])));
    let line = json!({"do": "amend_member", "unit": 2, "name": "示例单位二改名"});
    hall.refused(line.clone(), "text_missing");
    let mut line = line;
    line["why"] = "已办理名称变更登记".into();
    hall.ok(line);
    hall.ok(json!({"do": "amend_member", "unit": 2, "legal_proof": "文件1",
        "qualifications": [{"what": "示例许可证", "until": "2027-01-01"}, {"what": "示例认可"}],
        "joined": "2022-09-29", "why": "补登"}));
    let ledger = hall.ledger();
    let entry = &ledger.book.members[&2].entry;
    assert_eq!(entry.name, "示例单位二改名");
    assert_eq!(entry.qualifications.len(), 2);
    let past = history::of(&ledger.entries, 2);
    let names: Vec<&str> = past.iter().map(|p| p.what.name()).collect();
    assert_eq!(names, ["enrolled", "amended", "amended", "amended", "amended"]);
    assert!(
        past.iter()
            .any(|p| matches!(&p.what, What::Amended { why, .. } if why == "已办理名称变更登记"))
    );
    agree(&ledger, &hall.book);
}

#[test]
fn no_two_units_have_one_name_and_two_may_change_theirs_over_in_one_table() {
    let mut hall = Hall::with_units(ALLIANCE, 4);
    let taken = json!({"do": "amend_member", "unit": 2, "name": "示例单位01"});
    hall.refused(taken, "unit_taken");
    hall.ok(json!({"do": "import_register", "amend": [
        {"unit": 1, "name": "示例单位02"}, {"unit": 2, "name": "示例单位01"}]}));
    assert_eq!(hall.ledger().book.unit_name(1), "示例单位02");
    hall.refused(json!({"do": "amend_member", "unit": 9, "short": "无"}), "unknown_unit");
    let unknown = json!({"do": "amend_member", "unit": 1, "category": "无此类别"});
    hall.refused(unknown, "unknown_name");
}

#[test]
fn weights_do_not_change_under_an_open_vote_and_names_may() {
    let mut hall = Hall::with_units(ALLIANCE, 6);
    hall.ok(convene("assembly", "chair", json!([{"title": "工作报告", "matter": "report"}])));
    hall.sign_in(1, &[1, 2, 3, 4, 5, 6], 6);
    hall.call_to_order(1, "chair");
    let motion = hall.move_item(1, 1, "通过。");
    let opened = hall.ok(json!({"do": "open_vote", "motion": motion, "method": "hands"}));
    let weights =
        json!({"do": "amend_member", "unit": 1, "weights": {"votes": "2"}, "why": "示例"});
    hall.refused(weights.clone(), "roll_frozen_vote_open");
    let groups = json!({"do": "amend_member", "unit": 1, "groups": ["甲"], "why": "示例"});
    hall.refused(groups, "roll_frozen_vote_open");
    hall.ok(json!({"do": "amend_member", "unit": 1, "short": "一", "why": "示例"}));
    hall.count(1, &opened, votes(6, 0, 0));
    hall.ok(json!({"do": "declare"}));
    hall.ok(weights);
    agree(&hall.ledger(), &hall.book);
}

#[test]
fn the_history_of_a_unit_has_its_seats_offices_and_decisions() {
    let mut hall = Hall::with_units(ALLIANCE, 6);
    hall.ok(json!({"do": "seat", "body": "council", "units": [1, 2]}));
    hall.ok(json!({"do": "fill", "office": "chair", "name": "理事长", "unit": 1}));
    hall.ok(
        json!({"do": "record_loss", "unit": 5, "ground": "已注销", "evidence": "登记机关通知"}),
    );
    let ledger = hall.ledger();
    let names = |unit| -> Vec<&'static str> {
        history::of(&ledger.entries, unit).iter().map(|p| p.what.name()).collect()
    };
    assert_eq!(names(1), ["enrolled", "seated", "office"]);
    assert_eq!(names(5), ["enrolled", "lost"]);
    agree(&ledger, &hall.book);
}

#[test]
fn what_undo_took_back_is_in_no_history() {
    let mut hall = Hall::with_units(ALLIANCE, 3);
    hall.ok(json!({"do": "amend_member", "unit": 1, "short": "甲"}));
    hall.ok(json!({"do": "undo"}));
    let ledger = hall.ledger();
    assert_eq!(ledger.book.members[&1].entry.short, "");
    assert_eq!(history::of(&ledger.entries, 1).len(), 1);
    agree(&ledger, &hall.book);
}
