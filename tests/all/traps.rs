//! Eighteen traps other voting programs fell into, as found in their code and their users' threads.
//! Each that a program of this kind can fall into has a test of its name here. The others:
//!
//! - 4, weighted sums compared with heads: in `judge::traps`, beside the fence-posts of other programs.
//! - 16, the last vote's frame on the projector while the next is entered: a matter of the screens.

// Helpers here stand outside test functions, where clippy allows it.
#![allow(clippy::unwrap_used)]

use crate::common::{ALLIANCE, GARDEN, Hall, convene, data, figure, votes};
use quorate::charter::{Comparator, Ratio, Rule, read};
use quorate::record::event::Frozen;
use quorate::record::tally::{Tally, Verdict, judge};
use quorate::shipped;
use serde_json::{Value, json};
use std::path::Path;

fn rule(id: &str) -> Rule {
    let charter = read::read(shipped::charter(ALLIANCE).unwrap()).unwrap();
    charter.rule(id).unwrap().clone()
}

/// So many yes of a roll of so many.
fn judged(rule: &Rule, yes: u32, roll: u32) -> Verdict {
    let frozen = Frozen {
        charter_version: 1,
        rule: rule.clone(),
        roll: (1..=roll).collect(),
        voters: (1..=roll).collect(),
        proxies: Vec::new(),
        recused: Vec::new(),
        base: None,
        needed: None,
        flags: Vec::new(),
        matter_flags: Default::default(),
        roll_changed: false,
        scales: Default::default(),
    };
    let tally = Tally { yes, not_voting: roll - yes, ..Tally::default() };
    judge(&frozen, roll, tally)
}

/// An assembly in session: so many members, so many of them there.
fn assembly(members: u32, present: u32, agenda: Value) -> Hall {
    let mut hall = Hall::with_units(ALLIANCE, members);
    hall.ok(convene("assembly", "chair", agenda));
    hall.sign_in(1, &(1..=members).collect::<Vec<_>>(), present);
    hall.call_to_order(1, "chair");
    hall
}

fn reports(count: usize) -> Value {
    (1..=count).map(|n| json!({"title": format!("报告之{n}"), "matter": "report"})).collect()
}

/// A gathering of the garden in session: twelve plots, so many there.
fn gathering(present: u32, agenda: Value) -> Hall {
    let mut hall = Hall::with_units(GARDEN, 12);
    hall.ok(json!({"do": "seat", "body": "bench", "units": [1, 2, 3]}));
    hall.ok(convene("gathering", "warden_calls", agenda));
    hall.sign_in(1, &(1..=12).collect::<Vec<_>>(), present);
    hall.call_to_order(1, "warden");
    hall
}

#[test]
fn trap_01_half_plus_one_and_percentages_are_not_the_share() {
    let (half, two_thirds, majority) = (rule("ordinary"), rule("amend"), rule("council"));
    for n in 1..=300 {
        let needed = |rule: &Rule| judged(rule, 0, n).needed.unwrap();
        assert_eq!(needed(&half), n.div_ceil(2), "half of {n}");
        assert_eq!(needed(&two_thirds), (2 * n).div_ceil(3), "two thirds of {n}");
        assert_eq!(needed(&majority), n / 2 + 1, "more than half of {n}");
        for rule in [&half, &two_thirds, &majority] {
            let needed = needed(rule);
            assert!(judged(rule, needed, n).carried && !judged(rule, needed - 1, n).carried);
        }
    }
    // 51 % of 101 would be 52, 66 % of 50 would be 33, 67 % of 36 would be 25.
    assert_eq!(judged(&majority, 51, 101).needed, Some(51));
    assert!(!judged(&two_thirds, 33, 50).carried);
    assert!(judged(&two_thirds, 24, 36).carried);
}

#[test]
fn trap_02_nothing_is_carried_because_everybody_abstained() {
    let mut hall = gathering(10, json!([{"title": "蔬菜展", "matter": "show"}]));
    hall.ok(json!({"do": "carry_over", "item": 1, "why": "改期"}));
    hall.ok(json!({"do": "close"}));
    // Of those voting yes or no, of nobody: 2 times 0 is 0, and still nothing is carried.
    hall.ok(convene("bench", "warden_calls_bench", json!([{"title": "小路", "matter": "show"}])));
    hall.ok(json!({"do": "sign_in_all"}));
    hall.call_to_order(2, "warden");
    let declared = hall.settle(2, 1, votes(0, 0, 3));
    let verdict = &declared["events"][0]["verdict"];
    assert_eq!(declared["events"][0]["carried"], false);
    assert_eq!((&verdict["base"], &verdict["needed"]), (&json!(0), &Value::Null));
    assert_eq!(verdict["casting"], false, "nought to nought is no tie");
}

#[test]
fn trap_03_nobody_entitled_carries_nothing() {
    let mut hall = Hall::new();
    hall.ok(json!({"do": "new"}));
    hall.ok(convene("assembly", "chair", reports(1)));
    hall.call_to_order(1, "chair");
    let motion = hall.move_item(1, 1, "批准。");
    let open = json!({"do": "open_vote", "motion": motion, "method": "hands"});
    let opened = hall.say(open.clone());
    assert_ne!(opened["fault"]["code"], "book", "{opened:#}");
    if opened["ok"] != true {
        hall.with_reason(open, "unpassable_at_open", "名册尚空");
    }
    hall.ok(json!({"do": "count", "yes": 0, "no": 0}));
    hall.ok(json!({"do": "close_vote"}));
    let declared = hall.ok(json!({"do": "declare"}));
    assert_eq!(declared["events"][0]["carried"], false);
    assert_eq!(declared["events"][0]["verdict"]["needed"], Value::Null);
    hall.ok(json!({"do": "close"}));
    assert!(hall.minutes(1).zh.len() > 100);
}

#[test]
fn trap_05_no_share_is_a_decimal() {
    let mut checked = 0;
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            // Where a letter stands on a page is no share; it is handed to the writer of the format.
            if path.ends_with("paper/pdf/draw.rs") {
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            let floats = ["f32", "f64"];
            let any =
                floats.iter().any(|f| text.split(|c: char| !c.is_alphanumeric()).any(|w| w == *f));
            assert!(!any, "{} reckons in decimals", path.display());
            checked += 1;
        }
    }
    assert!(checked > 50);
}

#[test]
fn trap_06_no_number_means_something_else() {
    let mut hall = assembly(9, 9, reports(1));
    let motion = hall.move_item(1, 1, "批准。");
    hall.ok(json!({"do": "open_vote", "motion": motion, "method": "hands"}));
    for magic in [-1, -2] {
        let answer = hall.say(json!({"do": "count", "yes": magic, "no": 0}));
        assert_eq!(answer["fault"]["code"], "not_a_command");
    }
    let vote = &hall.meeting(1)["votes"][0];
    assert_eq!(vote["carried"], Value::Null, "not known is null, not a number");
}

#[test]
fn trap_07_no_rounded_percentage_contradicts_the_verdict() {
    let mut hall = assembly(37, 33, reports(1));
    let declared = hall.settle(1, 1, votes(18, 12, 3));
    assert_eq!(declared["events"][0]["carried"], false, "18 of 37 rounds to half and is less");
    hall.ok(json!({"do": "close"}));
    let papers = hall.minutes(1);
    for text in [&papers.zh, &papers.en, &papers.json.to_string(), &declared.to_string()] {
        assert!(!text.contains('%') && !text.contains('％'), "{text}");
    }
}

#[test]
fn trap_08_a_member_lost_later_keeps_the_vote_it_gave() {
    let mut hall = assembly(9, 9, reports(1));
    let motion = hall.move_item(1, 1, "批准。");
    hall.decide(1, motion, "roll_call", votes(5, 4, 0));
    let before = hall.meeting(1)["votes"][0].clone();
    hall.ok(json!({"do": "record_loss", "unit": 1, "ground": "已注销", "evidence": "通知书"}));
    hall.ok(json!({"do": "close"}));
    assert_eq!(hall.meeting(1)["votes"][0], before);
    let papers = hall.minutes(1);
    let calls = papers.vote(1)["rounds"][0]["calls"].as_array().unwrap();
    assert!(calls.iter().any(|c| c["unit"] == 1 && c["choice"] == "yes"));
    let named = papers.json["units"].as_array().unwrap();
    assert!(named.iter().any(|u| u["unit"] == 1), "and its name stands in the minutes");
}

#[test]
fn trap_09_units_are_known_by_number_not_by_spelling() {
    let mut hall = Hall::new();
    hall.ok(json!({"do": "new"}));
    hall.ok(json!({"do": "enrol", "units": [{"unit": 1, "name": "示例–单位"},
        {"unit": 2, "name": "示例 单位"}, {"unit": 3, "name": "示例-单位"}]}));
    hall.ok(convene("assembly", "chair", reports(1)));
    hall.ok(json!({"do": "sign_in", "unit": 2, "presence": {"as": "in_person"}}));
    let heads = hall.meeting(1);
    assert_eq!((figure(&heads["roll"]), figure(&heads["present"])), (3, 1));
    let ledger = hall.ledger();
    let there = ledger.book.meetings[0].present(&[1, 2, 3]);
    assert_eq!(there, [2]);
}

#[test]
fn trap_10_leaving_is_told_by_the_order_of_discussion() {
    let mut hall = assembly(9, 9, reports(2));
    // Item 2 is taken first; unit 9 leaves after it, and is gone for item 1.
    let second = hall.move_item(1, 2, "批准报告之二。");
    hall.decide(1, second, "hands", votes(9, 0, 0));
    hall.ok(json!({"do": "close_item", "item": 2}));
    hall.ok(json!({"do": "sign_in", "unit": 9, "presence": {"as": "left"}}));
    let first = hall.move_item(1, 1, "批准报告之一。");
    hall.decide(1, first, "hands", votes(8, 0, 0));
    let papers = hall.minutes(1);
    let votes_with_9 = |no: u32| {
        let voters = papers.vote(no)["voters"].as_array().unwrap();
        voters.iter().any(|unit| unit == 9)
    };
    assert!(votes_with_9(1) && !votes_with_9(2));
    let order: Vec<&Value> =
        papers.json["items"].as_array().unwrap().iter().map(|i| &i["no"]).collect();
    assert_eq!(order, [2, 1], "the minutes follow the meeting, not the numbers");
}

#[test]
fn trap_11_the_share_is_of_those_there_at_the_vote() {
    let mut hall = gathering(10, json!([{"title": "蔬菜展", "matter": "show"}]));
    let motion = hall.move_item(1, 1, "七月办展。");
    let declared = hall.decide(1, motion, "hands", votes(7, 3, 0));
    let verdict = declared["events"][0]["verdict"].clone();
    assert_eq!((&verdict["base"], &verdict["needed"]), (&json!(10), &json!(6)));
    for unit in 4..=10 {
        hall.ok(json!({"do": "sign_in", "unit": unit, "presence": {"as": "left"}}));
    }
    hall.ok(json!({"do": "close"}));
    assert_eq!(hall.minutes(1).vote(1)["verdict"], verdict, "printing does not count again");
    assert_eq!(hall.meeting(1)["votes"][0]["base"], 10);
}

/// A result is not taken back by reopening it: it is corrected, its number stays with it, and what
/// was decided after it keeps its own.
#[test]
fn trap_12_a_number_is_given_once() {
    let subject = json!([{"name": "示例新成员", "category": "testing_body"}]);
    let agenda = json!([{"title": "入盟", "matter": "admission", "subjects": subject},
        {"title": "报告", "matter": "report"}, {"title": "报告", "matter": "report"}]);
    let mut hall = Hall::with_units(ALLIANCE, 9);
    hall.ok(convene("assembly", "chair", agenda));
    for paper in ["application", "secretariat_review"] {
        hall.ok(json!({"do": "file", "item": 1, "precondition": paper}));
    }
    hall.ok(json!({"do": "sign_in_all"}));
    hall.call_to_order(1, "chair");
    hall.settle(1, 1, votes(6, 3, 0));
    let second = hall.settle(1, 2, votes(9, 0, 0));
    assert_eq!(second["events"][0]["decision"], 2);
    hall.refused(json!({"do": "challenge", "by": "示例单位02"}), "no_vote_open");
    let correct = |yes: u32, no: u32| {
        json!({"do": "correct_count", "vote": 1, "yes": yes, "no": no, "abstain": 0,
            "confirmed_by": "监票人", "why": "误录"})
    };
    // The admission turns out lost: the new member was never one, and number 1 stays empty.
    hall.ok(correct(3, 6));
    let lost = hall.ok(json!({"do": "declare"}));
    assert_eq!(lost["events"][0]["carried"], false);
    assert_eq!(lost["events"][1]["change"]["change"], "undone");
    assert_eq!(hall.numbers().0, 9);
    let third = hall.settle(1, 3, votes(8, 1, 0));
    assert_eq!(third["events"][0]["decision"], 3, "number 1 is not given again");
    // And carried after all: it has its own number back, and the member is a member.
    hall.ok(correct(5, 4));
    let again = hall.ok(json!({"do": "declare"}));
    assert_eq!(again["events"][0]["decision"], 1);
    assert_eq!(again["events"][1]["change"]["change"], "joined");
    assert_eq!(hall.numbers().0, 10);
    let ledger = hall.ledger();
    let numbers: Vec<&str> = ledger.book.decisions.iter().map(|d| d.number.as_str()).collect();
    assert_eq!(
        numbers,
        ["“新疆品质”联盟〔2026〕1号", "“新疆品质”联盟〔2026〕2号", "“新疆品质”联盟〔2026〕3号"]
    );
    assert!(ledger.book.decisions.iter().all(|d| !d.void));
}

#[test]
fn trap_13_there_is_no_result_before_the_presider_declares_it() {
    let mut hall = assembly(9, 9, reports(1));
    let motion = hall.move_item(1, 1, "批准。");
    hall.refused(json!({"do": "declare"}), "nothing_to_declare");
    hall.ok(json!({"do": "open_vote", "motion": motion, "method": "hands"}));
    hall.ok(json!({"do": "count", "yes": 9, "no": 0}));
    hall.refused(json!({"do": "declare"}), "nothing_to_declare");
    let open = hall.minutes(1);
    assert_eq!(open.vote(1)["verdict"], Value::Null);
    hall.ok(json!({"do": "close_vote"}));
    assert_eq!(hall.meeting(1)["votes"][0]["carried"], Value::Null);
    let counted = hall.minutes(1);
    assert_eq!(counted.vote(1)["declared"], json!([]));
    assert_eq!(counted.json["decisions"], json!([]));
    hall.refused(json!({"do": "close_item", "item": 1}), "vote_open");
    hall.refused(json!({"do": "close"}), "vote_undeclared");
    hall.ok(json!({"do": "declare"}));
}

#[test]
fn trap_14_writing_the_minutes_again_loses_nothing_that_was_typed() {
    let mut hall = assembly(9, 9, reports(1));
    hall.ok(json!({"do": "open_item", "item": 1}));
    hall.ok(json!({"do": "note", "text": "示例单位03发言，赞成。", "who": "示例单位03"}));
    hall.ok(json!({"do": "edit_note", "note": 1, "text": "示例单位03发言，有保留地赞成。"}));
    hall.ok(json!({"do": "move", "item": 1, "text": "批准。"}));
    let (first, second) = (hall.minutes(1), hall.minutes(1));
    assert_eq!((&first.zh, &first.en), (&second.zh, &second.en));
    assert!(first.zh.contains("有保留地赞成"));
    let note = &first.json["items"][0]["notes"][0];
    assert_eq!(note["earlier"], json!(["示例单位03发言，赞成。"]), "every version is kept");
}

#[test]
fn trap_15_no_closing_over_undecided_items() {
    let mut hall = assembly(9, 9, reports(3));
    hall.settle(1, 1, votes(9, 0, 0));
    let refused = hall.refused(json!({"do": "close"}), "items_undecided");
    assert_eq!(refused["refused"]["fields"]["items"], "2 3");
    hall.move_item(1, 2, "批准。");
    hall.refused(json!({"do": "close"}), "items_undecided");
    hall.ok(json!({"do": "withdraw", "motion": 2}));
    hall.ok(json!({"do": "carry_over", "item": 3, "why": "材料未齐"}));
    hall.ok(json!({"do": "close"}));
    hall.refused(json!({"do": "open_item", "item": 2, "meeting": 1}), "meeting_closed");
}

/// Where abstentions count for the quorum and not for the base, abstaining can carry a motion; the
/// line of the result says of whom the share was taken.
#[test]
fn trap_17_what_abstaining_does_is_said() {
    let mut hall = gathering(4, json!([{"title": "通报"}]));
    hall.ok(json!({"do": "open_item", "item": 1}));
    hall.ok(json!({"do": "close"}));
    hall.ok(convene("bench", "warden_calls_bench", json!([{"title": "小路", "matter": "show"}])));
    hall.ok(json!({"do": "sign_in_all"}));
    hall.call_to_order(2, "warden");
    let declared = hall.settle(2, 1, votes(1, 0, 2));
    assert_eq!(declared["events"][0]["carried"], true);
    assert_eq!(declared["events"][0]["verdict"]["base"], 1);
    let says = hall.meeting(2)["votes"][0]["says"].as_str().unwrap().to_owned();
    assert!(says.contains("赞成、反对合计1票"), "{says}");
    // Under the alliance's charter an abstention is simply not a yes.
    let mut of_all = assembly(9, 9, reports(1));
    let declared = of_all.settle(1, 1, votes(4, 0, 5));
    assert_eq!(declared["events"][0]["carried"], false);
}

#[test]
fn trap_18_published_examples_are_reckoned_again() {
    // A well-known body of rules says a third of 22 is 7; it is 8.
    let third = Ratio { num: 1, den: 3 };
    assert_eq!(third.bound(Comparator::AtLeast, 22), Some(8));
    assert!(!third.met(Comparator::AtLeast, 7, 22));
    // And so are the scenarios the tests rest on.
    let file: Value = serde_json::from_str(&data("scenarios.json")).unwrap();
    let rules = &file["rules"];
    let mut reckoned = 0;
    for list in ["scenarios", "extra"] {
        for scenario in file[list].as_array().unwrap() {
            for law in scenario["variants"].as_array().unwrap() {
                if law["kind"] != "motion" {
                    continue;
                }
                let rule = &rules[law["rule"].as_str().unwrap()];
                let [num, den, base] = [&rule["num"], &rule["den"], &law["base_count"]].map(figure);
                let yes = figure(&law["votes"]["yes"]);
                let enough = |yes: u32| match rule["cmp"].as_str() {
                    Some(">=") => yes * den >= base * num,
                    _ => yes * den > base * num,
                };
                let first = (0..=base).find(|yes| enough(*yes)).unwrap();
                let place = format!("{} {}", scenario["id"], law["label"]);
                assert_eq!(law["expect"]["min_yes"], first, "{place}");
                assert_eq!(law["expect"]["outcome"] == "passed", enough(yes), "{place}");
                reckoned += 1;
            }
        }
    }
    assert_eq!(reckoned, 40);
}
