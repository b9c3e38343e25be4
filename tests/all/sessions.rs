//! What some rules count beside heads, each shown in a live session of a shipped rule set: weights,
//! groups, vetoes, a lot, a second vote, a second call, the quorum of a vote, the casting vote.

// Helpers here stand outside test functions, where clippy allows it.
#![allow(clippy::unwrap_used)]

use crate::common::{Hall, MODEL_1998, convene, unit_name, votes};
use serde_json::{Value, json};

/// A book by this charter: units with what else stands with them on the register.
fn book(charter: &str, units: u32, beside: impl Fn(u32) -> Value) -> Hall {
    let mut hall = Hall::new();
    hall.ok(json!({"do": "new", "charter": charter}));
    let unit = |n: u32| {
        let mut unit = json!({"unit": n, "name": unit_name(n)});
        for (key, value) in beside(n).as_object().unwrap() {
            unit[key] = value.clone();
        }
        unit
    };
    let units: Vec<Value> = (1..=units).map(unit).collect();
    hall.ok(json!({"do": "enrol", "units": units}));
    hall
}

/// A meeting of the body in session, so many there, with one item of this matter.
fn in_session(hall: &mut Hall, body: &str, matter: &str, present: u32) {
    hall.ok(convene(body, "chair", json!([{"title": "议题", "matter": matter}])));
    let roll: Vec<u32> = (1..=hall.numbers().0 as u32).collect();
    hall.sign_in(1, &roll, present);
    hall.call_to_order(1, "chair");
}

/// A roll call of the motion: these for, these against, the others silent or abstaining.
fn roll_call(hall: &mut Hall, motion: u32, yes: &[u32], no: &[u32], abstain: &[u32]) -> Value {
    hall.ok(json!({"do": "open_vote", "motion": motion, "method": "roll_call"}));
    for (units, choice) in [(yes, "yes"), (no, "no"), (abstain, "abstain")] {
        for unit in units {
            hall.ok(json!({"do": "call", "unit": unit, "choice": choice}));
        }
    }
    hall.ok(json!({"do": "close_vote", "reason": "其余未答"}))
}

fn verdict(answer: &Value) -> &Value {
    &answer["events"][0]["verdict"]
}

#[test]
fn double_majority_by_heads_and_population() {
    let population = ["83.2", "66.65", "58.9", "47.4", "38", "19", "1.5"];
    let weight = |n: u32| json!({"weights": {"population": population[n as usize - 1]}});
    let mut hall = book("eu-council-qmv", 7, weight);
    in_session(&mut hall, "council", "qmv_no_proposal", 7);
    let motion = hall.move_item(1, 1, "批准。");
    // Six of seven heads are more than 72 %, and 231.45 of 314.65 more than 65 %.
    let closed = roll_call(&mut hall, motion, &[2, 3, 4, 5, 6, 7], &[1], &[]);
    let found = verdict(&closed);
    assert_eq!(found["carried"], true, "{found:#}");
    let measures = found["measures"].as_array().unwrap();
    assert_eq!((&measures[0]["needed"], &measures[0]["have"]), (&json!("6"), &json!("6")));
    assert_eq!((&measures[1]["base"], &measures[1]["have"]), (&json!("314.65"), &json!("231.45")));
    // 65 % of 314.65 is 204.5225, in hundredths 204.53.
    assert_eq!(measures[1]["needed"], "204.53");
    hall.ok(json!({"do": "declare"}));
    hall.ok(json!({"do": "close_item", "item": 1}));
    hall.ok(json!({"do": "close"}));
    let papers = hall.minutes(1);
    for text in [
        "全体7，须6票；赞成6票，恰为所需票数",
        "population：全部表决权314.65，须204.53；赞成231.45，超26.92",
    ] {
        assert!(papers.zh.contains(text), "{text}\n{}", papers.zh);
    }
    assert!(
        papers
            .en
            .contains("population: of all voting rights 314.65, 204.53 needed; 231.45 in favour")
    );
}

#[test]
fn population_alone_does_not_carry_and_three_do_not_block() {
    let weight = |n: u32| json!({"weights": {"population": if n == 1 { 80 } else { 1 }}});
    let mut hall = book("eu-council-qmv", 27, weight);
    in_session(&mut hall, "council", "qmv", 27);
    let motion = hall.move_item(1, 1, "批准。");
    let yes: Vec<u32> = (2..=25).collect();
    let closed = roll_call(&mut hall, motion, &yes, &[1, 26], &[27]);
    let found = verdict(&closed);
    assert_eq!(found["carried"], true, "24 of 27, and three cannot block: {found:#}");
    assert!(found["flags"].as_array().unwrap().contains(&json!("deemed_carried")));
}

#[test]
fn weights_of_a_show_of_hands_are_entered_and_never_guessed() {
    let mut hall = book("cn-civilcode-278", 6, |n| json!({"weights": {"area": n * 10}}));
    in_session(&mut hall, "owners", "ordinary", 6);
    let motion = hall.move_item(1, 1, "更换电梯。");
    hall.ok(json!({"do": "open_vote", "motion": motion, "method": "hands"}));
    hall.ok(json!({"do": "count", "yes": 4, "no": 2}));
    hall.refused(json!({"do": "close_vote"}), "scale_not_counted");
    let too_much = json!({"area": {"yes": "200.5", "no": 10}});
    hall.refused(
        json!({"do": "count", "yes": 4, "no": 2, "by": too_much}),
        "scale_exceeds_present",
    );
    let unknown = json!({"rooms": {"yes": 1, "no": 1}});
    hall.refused(json!({"do": "count", "yes": 4, "no": 2, "by": unknown}), "unknown_name");
    // Four of six owners, but with 100 of the 210 square metres: exactly half would not do either.
    hall.ok(json!({"do": "count", "yes": 4, "no": 2, "by": {"area": {"yes": 100, "no": 110}}}));
    let closed = hall.ok(json!({"do": "close_vote"}));
    let found = verdict(&closed);
    assert_eq!(found["carried"], false);
    assert_eq!(found["measures"][1]["needed"], "106");
    assert!(found["quorum"].as_array().unwrap().iter().all(|q| q["met"] == true));
    hall.ok(json!({"do": "declare"}));
    hall.ok(json!({"do": "close_item", "item": 1}));
    hall.ok(json!({"do": "close"}));
    assert!(hall.minutes(1).zh.contains("；area：赞成100、反对110、弃权0"));
    assert!(hall.minutes(1).en.contains("; area: 100 in favour, 110 against, 0 abstaining"));
}

#[test]
fn a_vote_below_its_own_quorum_is_lost() {
    let mut hall = book("cn-civilcode-278", 6, |n| json!({"weights": {"area": n * 10}}));
    in_session(&mut hall, "owners", "ordinary", 6);
    let motion = hall.move_item(1, 1, "更换电梯。");
    // Three of six owners vote, all for it: fewer than two thirds of the heads take part.
    let closed = roll_call(&mut hall, motion, &[4, 5, 6], &[], &[]);
    let found = verdict(&closed);
    assert_eq!(found["carried"], false);
    assert!(found["flags"].as_array().unwrap().contains(&json!("vote_quorum_missed")));
    let declared = hall.ok(json!({"do": "declare"}));
    assert_eq!(declared["events"][0]["carried"], false);
}

#[test]
fn a_permanent_member_stops_what_fourteen_want() {
    let group = |n: u32| json!({"groups": if n <= 5 { vec!["permanent"] } else { vec![] }});
    let mut hall = book("un-sc", 15, group);
    in_session(&mut hall, "council", "substantive", 15);
    let motion = hall.move_item(1, 1, "决议草案。");
    let by_hands = json!({"do": "open_vote", "motion": motion, "method": "hands"});
    hall.refused(by_hands, "veto_needs_roll_call");
    let yes: Vec<u32> = (2..=15).collect();
    let closed = roll_call(&mut hall, motion, &yes, &[1], &[]);
    let found = verdict(&closed);
    assert_eq!((&found["carried"], &found["vetoed_by"]), (&json!(false), &json!([unit_name(1)])));
    let declared = hall.ok(json!({"do": "declare"}));
    assert_eq!(declared["events"][0]["carried"], false);
    hall.ok(json!({"do": "close_item", "item": 1}));
    hall.ok(json!({"do": "close"}));
    assert!(hall.minutes(1).zh.contains(&format!("{}行使否决权", unit_name(1))));
    assert!(hall.minutes(1).en.contains("vetoed by"));
}

#[test]
fn permanent_members_who_abstain_do_not_veto() {
    let group = |n: u32| json!({"groups": if n <= 5 { vec!["permanent"] } else { vec![] }});
    let mut hall = book("un-sc", 15, group);
    in_session(&mut hall, "council", "substantive", 15);
    let motion = hall.move_item(1, 1, "决议草案。");
    let yes: Vec<u32> = (5..=13).collect();
    let closed = roll_call(&mut hall, motion, &yes, &[14, 15], &[1, 2, 3, 4]);
    assert_eq!(verdict(&closed)["carried"], true, "nine for, four permanent members abstain");
}

#[test]
fn equal_votes_are_voted_a_second_time_and_then_lost() {
    let mut hall = book("un-ga", 6, |_| json!({}));
    in_session(&mut hall, "assembly", "ordinary", 6);
    let motion = hall.move_item(1, 1, "决议草案。");
    let first = hall.decide(1, motion, "hands", votes(3, 3, 0));
    assert_eq!(verdict(&first)["tie"], "second_vote");
    assert_eq!(first["events"][0]["carried"], false);
    hall.refused(json!({"do": "close_item", "item": 1}), "item_undecided");
    let second = hall.decide(1, motion, "hands", votes(3, 3, 0));
    assert_eq!(second["events"][0]["carried"], false);
    assert_eq!(verdict(&second)["tie"], Value::Null);
    hall.ok(json!({"do": "close_item", "item": 1}));
    assert_eq!(hall.meeting(1)["votes"].as_array().unwrap().len(), 2);
}

#[test]
fn the_second_vote_may_carry_it() {
    let mut hall = book("un-ga", 6, |_| json!({}));
    in_session(&mut hall, "assembly", "ordinary", 6);
    let motion = hall.move_item(1, 1, "决议草案。");
    hall.decide(1, motion, "hands", votes(3, 3, 0));
    let second = hall.decide(1, motion, "hands", votes(4, 2, 0));
    assert_eq!(second["events"][0]["carried"], true);
    hall.ok(json!({"do": "close_item", "item": 1}));
}

const STATES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/charters/states.toml");

#[test]
fn a_lot_decides_equal_votes_and_is_on_record() {
    let mut hall = book(STATES, 4, |_| json!({"weights": {"seats": 1}}));
    in_session(&mut hall, "council", "draw", 4);
    let motion = hall.move_item(1, 1, "选址。");
    hall.ok(json!({"do": "open_vote", "motion": motion, "method": "hands"}));
    hall.ok(json!({"do": "count", "yes": 2, "no": 2}));
    hall.ok(json!({"do": "close_vote"}));
    hall.refused(json!({"do": "declare"}), "lot_required");
    hall.refused(json!({"do": "declare", "casting": "yes"}), "lot_required");
    let declared = hall.ok(json!({"do": "declare", "lot": "yes"}));
    assert_eq!(declared["events"][0]["carried"], true);
    assert_eq!(declared["events"][0]["lot"], true);
    hall.ok(json!({"do": "close_item", "item": 1}));
    hall.ok(json!({"do": "close"}));
    assert!(hall.minutes(1).zh.contains("抽签结果：通过"));
    assert!(hall.minutes(1).en.contains("The lot said: carried"));
}

#[test]
fn majorities_by_group_are_each_counted() {
    let group = |n: u32| json!({"groups": [if n <= 4 { "north" } else { "south" }], "weights": {"seats": 1}});
    let mut hall = book(STATES, 9, group);
    in_session(&mut hall, "council", "regions", 9);
    let motion = hall.move_item(1, 1, "合并。");
    // Two of four in the north are not more than half, whatever the south says.
    let closed = roll_call(&mut hall, motion, &[1, 2, 5, 6, 7, 8, 9], &[3, 4], &[]);
    let found = verdict(&closed);
    assert_eq!(found["carried"], false);
    assert_eq!(
        (&found["measures"][0]["met"], &found["measures"][1]["met"]),
        (&json!(false), &json!(true))
    );
}

#[test]
fn previous_notice_opens_the_majority() {
    for (notice, carried) in [(false, false), (true, true)] {
        let mut hall = book("ronr-12", 30, |_| json!({}));
        hall.ok(convene(
            "assembly",
            "chair",
            json!([{"title": "撤销", "matter": "rescind_or_amend"}]),
        ));
        if notice {
            hall.ok(json!({"do": "file", "item": 1, "precondition": "previous_notice", "note": "上次会议宣布"}));
        }
        hall.sign_in(1, &(1..=30).collect::<Vec<_>>(), 18);
        hall.call_to_order(1, "chair");
        let motion = hall.move_item(1, 1, "撤销去年的决定。");
        let declared = hall.decide(1, motion, "hands", votes(10, 8, 0));
        assert_eq!(declared["events"][0]["carried"], carried);
    }
}

#[test]
fn a_second_call_lowers_the_quorum() {
    let mut hall = book("cn-fund-holders-2015", 10, |_| json!({"weights": {"units": "100.5"}}));
    hall.ok(convene("holders", "chair", json!([{"title": "议题", "matter": "ordinary"}])));
    hall.refused(
        json!({"do": "convene", "body": "holders", "by": "chair", "date": "2026-06-20", "place": "示例", "second_call": 1}),
        "meeting_still_open",
    );
    hall.sign_in(1, &(1..=10).collect::<Vec<_>>(), 4);
    hall.with_reason(
        json!({"do": "call_to_order", "presider": "主持人", "basis": "chair", "recorder": "记录员"}),
        "quorum_not_yet",
        "先行开会",
    );
    let motion = hall.move_item(1, 1, "延期。");
    hall.refused(
        json!({"do": "open_vote", "motion": motion, "method": "roll_call"}),
        "quorum_lost_under_quorum",
    );
    hall.ok(json!({"do": "carry_over", "item": 1, "why": "不足法定数"}));
    hall.ok(json!({"do": "close"}));
    let again = |first: u32| {
        let mut line = convene("holders", "chair", json!([]));
        line["second_call"] = first.into();
        line
    };
    hall.refused(again(7), "second_call_unfit");
    hall.ok(again(1));
    hall.ok(json!({"do": "sign_in_all", "except": [5, 6, 7, 8, 9, 10], "meeting": 2}));
    hall.call_to_order(2, "chair");
    let motion = hall.move_item(2, 1, "延期。");
    // 402 of 1005 units are more than a third; half of them carry.
    let closed = roll_call(&mut hall, motion, &[1, 2], &[3, 4], &[]);
    assert_eq!(verdict(&closed)["carried"], true, "{closed:#}");
    assert_eq!(verdict(&closed)["measures"][0]["have"], "201");
}

#[test]
fn the_casting_vote_of_a_plain_charter() {
    let mut hall = book("plain", 6, |_| json!({}));
    hall.ok(json!({"do": "seat", "body": "committee", "units": [1, 2, 3, 4, 5, 6]}));
    hall.ok(convene(
        "committee",
        "chair_committee",
        json!([{"title": "议题", "matter": "general"}]),
    ));
    hall.ok(json!({"do": "sign_in_all"}));
    hall.call_to_order(1, "chair");
    let motion = hall.move_item(1, 1, "购置桌椅。");
    hall.ok(json!({"do": "open_vote", "motion": motion, "method": "hands"}));
    hall.ok(json!({"do": "count", "yes": 3, "no": 3}));
    hall.ok(json!({"do": "close_vote"}));
    hall.refused(json!({"do": "declare"}), "casting_vote_required");
    let declared = hall.ok(json!({"do": "declare", "casting": "yes"}));
    assert_eq!(declared["events"][0]["carried"], true);
}

#[test]
fn a_proxy_votes_with_the_weight_of_whom_it_stands_for() {
    let mut hall = book("cn-company-jsc-2023", 4, |n| json!({"weights": {"votes": n * 1000}}));
    hall.ok(convene("shareholders", "chair", json!([{"title": "议题", "matter": "ordinary"}])));
    hall.ok(json!({"do": "sign_in_all", "except": [4]}));
    let letter = json!({"matter": true, "power": true, "term": true, "seal": false});
    hall.ok(json!({"do": "sign_in", "unit": 4, "presence": {"as": "proxy", "holder": 1, "letter": letter}}));
    // No chains: a holder stands for others only when it is there itself.
    hall.refused(
        json!({"do": "sign_in", "unit": 3, "presence": {"as": "proxy", "holder": 4, "letter": letter}}),
        "proxy_holder_absent",
    );
    hall.call_to_order(1, "chair");
    let motion = hall.move_item(1, 1, "分配利润。");
    let closed = roll_call(&mut hall, motion, &[1, 4], &[2, 3], &[]);
    let found = verdict(&closed);
    // 5000 of 10000 are half and not more than half.
    assert_eq!((&found["carried"], &found["measures"][0]["have"]), (&json!(false), &json!("5000")));
    assert_eq!(found["measures"][0]["needed"], "5001");
}

#[test]
fn one_director_acts_for_at_most_one_other() {
    let mut hall = book("cn-company-board-2023", 5, |_| json!({}));
    hall.ok(convene("board", "chair", json!([{"title": "议题", "matter": "related_party"}])));
    hall.ok(json!({"do": "sign_in_all", "except": [4, 5]}));
    let letter = json!({"matter": true, "power": true, "term": false, "seal": false});
    let stand_in = |unit: u32| json!({"do": "sign_in", "unit": unit, "presence": {"as": "proxy", "holder": 1, "letter": letter}});
    hall.ok(stand_in(4));
    hall.refused(stand_in(5), "proxy_limit_per_holder");
    // Two with an interest leave the base: of three unrelated two are there and both are needed.
    hall.call_to_order(1, "chair");
    for unit in [2, 3] {
        hall.ok(json!({"do": "recuse", "unit": unit, "item": 1, "why": "关联关系"}));
    }
    let motion = hall.move_item(1, 1, "关联交易。");
    let opened = hall.say(json!({"do": "open_vote", "motion": motion, "method": "roll_call"}));
    // Two of five not recused are there where the board needs more than half of three: two.
    assert_eq!(opened["ok"], true, "{opened:#}");
    hall.ok(json!({"do": "call", "unit": 1, "choice": "yes"}));
    hall.ok(json!({"do": "call", "unit": 4, "choice": "yes"}));
    let closed = hall.ok(json!({"do": "close_vote"}));
    assert_eq!(verdict(&closed)["carried"], true);
}

#[test]
fn a_charter_without_weights_shows_none() {
    let mut hall = Hall::with_units(MODEL_1998, 9);
    hall.ok(convene("assembly", "chair_assembly", json!([{"title": "议题", "matter": "general"}])));
    hall.ok(json!({"do": "sign_in_all"}));
    hall.call_to_order(1, "chair");
    let declared = hall.settle(1, 1, votes(5, 4, 0));
    hall.ok(json!({"do": "close"}));
    for key in ["measures", "quorum", "vetoed_by", "tie"] {
        assert_eq!(verdict(&declared)[key], Value::Null, "{key}");
    }
    let papers = hall.minutes(1);
    for word in ["weights", "scales", "lot", "second_call", "measures"] {
        assert!(!papers.json.to_string().contains(&format!("\"{word}\"")), "{word}");
    }
}

#[test]
fn a_decimal_out_of_range_is_a_clear_error() {
    let mut hall = Hall::new();
    hall.ok(json!({"do": "new", "charter": "un-ga"}));
    for (weight, why) in [
        (json!("1.0000001"), "more than six decimal places"),
        (json!("99999999999999999999"), "too large"),
        (json!("a lot"), "not a number"),
        (json!(1.5), "in quotation marks"),
    ] {
        let answer = hall.say(json!({"do": "enrol", "units": [{"unit": 1, "name": "示例", "weights": {"w": weight}}]}));
        let says = answer["fault"]["says"].as_str().unwrap();
        assert!(says.contains(why), "{says}");
    }
}
