//! Whole meetings from the notice to the minutes: one of an association nobody wrote a line of Rust
//! for, and one of an association in the middle of its life.

// Helpers here stand outside test functions, where clippy allows it.
#![allow(clippy::unwrap_used)]

use crate::common::{ALLIANCE, GARDEN, Hall, figure, minute, names, votes};
use serde_json::{Value, json};

/// Midsummer at Willow Lane: twelve plots, other bodies, bases and shares, the same program.
#[test]
fn a_garden_society_gathers() {
    let mut hall = Hall::with_units(GARDEN, 12);
    hall.ok(json!({"do": "seat", "body": "bench", "units": [1, 2, 3]}));
    hall.ok(json!({"do": "fill", "office": "warden", "name": "the Warden", "unit": 1}));
    hall.ok(json!({"do": "stand", "body": "gathering", "term": 48, "number": 0}));
    let weeds = json!([{"name": "示例单位12", "unit": 12}]);
    let agenda = json!([
        {"title": "The show", "matter": "show"},
        {"title": "The path", "matter": "show"},
        {"title": "Plot 12", "matter": "taking_back", "subjects": weeds},
        {"title": "A new household", "matter": "letting",
            "subjects": [{"name": "The Rowans", "category": "half_plot"}]},
        {"title": "The Keeper", "matter": "keeper_appointment",
            "subjects": [{"name": "A. Wells", "unit": 2, "office": "keeper"}]},
        {"title": "The rules", "matter": "rules_change"},
        {"title": "The bees"},
    ]);
    hall.ok(json!({"do": "convene", "body": "gathering", "by": "warden_calls",
        "date": "2026-05-20", "place": "The shed", "notice": "2026-05-01", "agenda": agenda}));
    hall.ok(json!({"do": "observe", "name": "The parish clerk", "observer": "parish"}));

    // Three of twelve are too few to vote: the quorum is a third.
    hall.sign_in(1, &(1..=12).collect::<Vec<_>>(), 3);
    let call = json!({"do": "call_to_order", "presider": "the Warden", "basis": "warden",
        "recorder": "the Keeper"});
    hall.with_reason(call, "quorum_not_yet", "others are on their way");
    let show = hall.move_item(1, 1, "The show is on the first Saturday of August.");
    let open = json!({"do": "open_vote", "motion": show, "method": "hands"});
    let refused = hall.refused(open.clone(), "quorum_lost_under_third_of_plots");
    assert_eq!(refused["refused"]["fields"]["needed"], 4);
    assert_eq!(refused["refused"]["clauses"], "3/2");
    for unit in 4..=10 {
        hall.ok(json!({"do": "sign_in", "unit": unit, "presence": {"as": "in_person"}}));
    }

    // Three fifths of the ten present, exactly.
    let opened = hall.ok(open);
    assert_eq!(opened["events"][0]["frozen"]["needed"], 6);
    hall.ok(json!({"do": "count", "section": "by the well", "yes": 4, "no": 1}));
    hall.ok(json!({"do": "count", "section": "by the shed", "yes": 2, "no": 3}));
    hall.ok(json!({"do": "close_vote"}));
    // A ruling is allowed on the exact share; a casting vote beside it is not.
    let ruling = json!({"carried": true, "reason": "or more includes the number"});
    hall.refused(json!({"do": "declare", "ruling": ruling, "casting": "yes"}), "no_casting_vote");
    let declared = hall.ok(json!({"do": "declare"}));
    assert_eq!(declared["events"][0]["carried"], true);
    assert_eq!(declared["events"][0]["number"], "WL 2026/1");
    assert_eq!(
        names(&declared["events"][0]["verdict"]["flags"]),
        names(&json!(["just_three_fifths"]))
    );

    // Five to five: the one in the chair has a second vote.
    let path = hall.move_item(1, 2, "The path is gravelled.");
    let opened = hall.ok(json!({"do": "open_vote", "motion": path, "method": "hands"}));
    hall.count(1, &opened, votes(5, 5, 0));
    hall.refused(json!({"do": "declare"}), "casting_vote_required");
    hall.refused(json!({"do": "declare", "casting": "abstain"}), "casting_vote_required");
    hall.refused(
        json!({"do": "declare", "ruling": {"carried": true, "reason": "so it seems"}}),
        "ruling_contradicts_arithmetic",
    );
    let declared = hall.ok(json!({"do": "declare", "casting": "yes"}));
    assert_eq!(declared["events"][0]["carried"], true);
    assert_eq!(declared["events"][0]["verdict"]["carried"], false);

    // A plot left to weeds: three quarters of the valid votes, by ballot; then eleven plots.
    let weeds = hall.move_item(1, 3, "Plot 12 is taken back.");
    hall.ok(json!({"do": "open_vote", "motion": weeds, "method": "secret"}));
    hall.ok(json!({"do": "ballots", "issued": 10, "recovered": 9, "valid": 8, "invalid": 1,
        "yes": 6, "no": 2, "abstain": 0}));
    hall.ok(json!({"do": "close_vote"}));
    let declared = hall.ok(json!({"do": "declare"}));
    let verdict = &declared["events"][0]["verdict"];
    assert_eq!((&verdict["base"], &verdict["needed"]), (&json!(8), &json!(6)));
    assert_eq!(
        (&verdict["tally"]["invalid"], &verdict["tally"]["not_voting"]),
        (&json!(1), &json!(1))
    );
    assert_eq!(names(&verdict["flags"]), names(&json!(["hear_the_holder"])));
    assert_eq!(hall.numbers().0, 11);

    // A break; two stay away after it.
    hall.ok(json!({"do": "break"}));
    hall.refused(json!({"do": "open_item", "item": 4}), "meeting_on_break");
    hall.ok(json!({"do": "resume", "present": [1, 2, 3, 4, 5, 6, 7, 8]}));
    assert_eq!(hall.meeting(1)["present"], 8);

    // A plot is let once the tools are shown.
    hall.ok(json!({"do": "open_item", "item": 4}));
    let put = json!({"do": "move", "item": 4, "text": "A plot be let to the Rowans."});
    hall.refused(put.clone(), "missing_precondition_tools_shown");
    hall.ok(json!({"do": "file", "item": 4, "precondition": "tools_shown"}));
    let moved = figure(&hall.ok(put)["events"][0]["motion"]);
    let declared = hall.decide(1, moved, "hands", votes(8, 0, 0));
    let joined = &declared["events"][1]["change"]["enrolment"];
    assert_eq!((&joined["unit"], &joined["certificate"]), (&json!(13), &json!("PLOT-2026-001")));
    assert!(names(&declared["codes"]).contains("base_changed_in_session"));

    // The Keeper, on the Warden's word.
    hall.ok(json!({"do": "file", "item": 5, "precondition": "wardens_word"}));
    let keeper = hall.move_item(1, 5, "A. Wells is Keeper of the Well.");
    let declared = hall.decide(1, keeper, "secret", votes(7, 1, 0));
    assert_eq!(declared["events"][1]["change"]["office"], "keeper");

    // The rules, amended from the floor by the usual share, then by three quarters.
    hall.ok(json!({"do": "file", "item": 6, "precondition": "draft_hung"}));
    let rules = hall.move_item(1, 6, "The harvest gathering is in September.");
    let floor = hall.ok(json!({"do": "amend", "motion": rules, "text": "October for September",
        "becomes": "The harvest gathering is in October."}));
    assert_eq!(floor["events"][0]["rule"], "three_fifths");
    let open = json!({"do": "open_vote", "motion": rules, "method": "roll_call"});
    hall.refused(open, "amendments_first");
    let floor = figure(&floor["events"][0]["motion"]);
    hall.decide(1, floor, "hands", votes(5, 3, 0));
    let declared = hall.decide(1, rules, "roll_call", votes(6, 2, 0));
    let verdict = &declared["events"][0]["verdict"];
    assert_eq!((&verdict["base"], &verdict["needed"]), (&json!(8), &json!(6)));
    assert!(names(&verdict["flags"]).contains("print_again"));

    hall.ok(json!({"do": "open_item", "item": 7}));
    hall.ok(json!({"do": "close"}));

    let papers = hall.minutes(1);
    assert_eq!(papers.json["state"], "closed");
    assert_eq!(papers.json["meeting"]["title"]["en"], "Gathering 1 of term 48");
    assert_eq!(papers.json["meeting"]["time_zone"], "+01:00");
    let decided: Vec<&str> = papers.json["decisions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|d| d["number"].as_str().unwrap())
        .collect();
    assert_eq!(
        decided,
        ["WL 2026/1", "WL 2026/2", "WL 2026/3", "WL 2026/4", "WL 2026/5", "WL 2026/6"]
    );
    for said in [
        "The Willow Lane Allotment Garden Society",
        "section 3",
        "The harvest gathering is in October.",
        "The Rowans",
        "others are on their way",
        "The parish clerk",
        "plots",
    ] {
        assert!(papers.en.contains(said), "the minutes lack “{said}”\n{}", papers.en);
    }
    for alien in ["联盟", "理事", "家）", "家，"] {
        assert!(!papers.zh.contains(alien), "“{alien}” is of another charter\n{}", papers.zh);
    }
}

/// The book of an association that has met for years: its own roster, officers, numbers.
fn mid_life() -> Hall {
    let mut hall = Hall::new();
    hall.ok(json!({"do": "new", "charter": ALLIANCE}));
    let roster: Vec<Value> = own_roster()
        .iter()
        .map(|unit| {
            json!({"unit": unit, "name": format!("示例会员{unit}"), "category": "testing_body",
                "joined": "2023-03-01", "certificate": format!("XJQICA-2023-{unit:03}")})
        })
        .collect();
    hall.ok(json!({"do": "enrol", "units": roster}));
    hall.ok(json!({"do": "seat", "body": "council", "units": [3, 5, 8, 13, 21]}));
    hall.ok(json!({"do": "fill", "office": "chair", "name": "理事长", "unit": 3,
        "from": "2025-09-30", "to": "2028-09-29"}));
    hall.ok(json!({"do": "fill", "office": "vice_chair", "name": "副理事长甲", "unit": 5,
        "from": "2025-09-30", "to": "2028-09-29"}));
    hall.ok(json!({"do": "stand", "body": "assembly", "term": 2, "number": 4,
        "term_begun": "2025-09-29"}));
    hall.ok(json!({"do": "stand", "body": "council", "term": 2, "number": 11,
        "term_begun": "2025-09-29"}));
    hall.ok(json!({"do": "number", "document": 23, "certificate": 58}));
    hall
}

/// Numbers as they are after some have left: fifteen units.
fn own_roster() -> [u32; 15] {
    [2, 3, 5, 8, 9, 11, 13, 17, 20, 21, 30, 31, 40, 44, 57]
}

#[test]
fn an_association_in_the_middle_of_its_life_goes_on() {
    let mut hall = mid_life();
    let admission = json!([{"name": "示例枸杞协会", "category": "industry_association"}]);
    let leaving = json!([{"name": "示例会员57", "unit": 57}]);
    hall.ok(json!({"do": "convene", "body": "assembly", "by": "chair", "date": "2026-05-20",
        "place": "示例会议中心", "notice": "2026-04-30", "agenda": [
            {"title": "工作报告", "matter": "report"},
            {"title": "入盟", "matter": "admission", "subjects": admission},
            {"title": "管理规定", "matter": "management_rule"},
            {"title": "退盟", "matter": "withdrawal", "subjects": leaving}]}));
    for item in [2, 4] {
        for paper in ["application", "secretariat_review"] {
            hall.ok(json!({"do": "file", "item": item, "precondition": paper}));
        }
    }
    hall.refused(json!({"do": "number", "document": 1, "certificate": 1}), "too_late_for_opening");
    hall.ok(json!({"do": "sign_in_all", "except": [44, 57]}));
    // Unit 44 was entered as excused and is struck again: it is standing at the door.
    hall.ok(json!({"do": "sign_in", "unit": 44, "presence": {"as": "excused", "why": "来电请假"}}));
    hall.ok(json!({"do": "undo"}));
    hall.ok(json!({"do": "sign_in", "unit": 44, "presence": {"as": "delegate", "who": "代表丁"}}));
    hall.ok(json!({"do": "call_to_order", "presider": "理事长", "basis": "chair",
        "recorder": "记录员"}));
    assert_eq!(hall.meeting(1)["present"], 14);

    // Item 1: the hands are counted wrongly by a slip of the finger, and corrected.
    let declared = hall.settle(1, 1, votes(5, 7, 2));
    assert_eq!(declared["events"][0]["carried"], false);
    // The closing of the item can be taken back, the declaration cannot.
    hall.ok(json!({"do": "undo"}));
    hall.refused(json!({"do": "undo"}), "undo_stops_at_declaration");
    let corrected = hall.ok(json!({"do": "correct_count", "vote": 1, "yes": 12, "no": 0,
        "abstain": 2, "confirmed_by": "监票人", "why": "赞成与反对录反"}));
    let touched = corrected["events"][0]["touched"].as_array().unwrap();
    let rows: Vec<_> = touched
        .iter()
        .map(|t| [&t["what"], &t["was"], &t["would_be"]].map(|v| v.as_str().unwrap()))
        .collect();
    assert_eq!(rows, [["yes", "5", "12"], ["verdict", "lost", "carried"]]);
    // Nothing is decided by the correction: the presider declares anew.
    hall.refused(json!({"do": "close_item", "item": 1}), "vote_open");
    let declared = hall.ok(json!({"do": "declare"}));
    assert_eq!(declared["events"][0]["number"], "“新疆品质”联盟〔2026〕23号");
    hall.ok(json!({"do": "close_item", "item": 1}));

    // Item 2: the wrong text was read out; the vote is void and taken again.
    let motion = hall.move_item(1, 2, "批准示例枸杞协会加入联盟。");
    hall.decide(1, motion, "hands", votes(13, 0, 1));
    assert_eq!(hall.numbers().0, 16);
    let void = hall.ok(json!({"do": "void_vote", "why": "宣读的是另一家的申请"}));
    assert_eq!(void["events"][1]["change"]["change"], "undone");
    assert_eq!(hall.numbers().0, 15);
    let again = hall.decide(1, motion, "hands", votes(12, 1, 1));
    let enrolment = &again["events"][1]["change"]["enrolment"];
    assert_eq!(enrolment["name"], "示例枸杞协会");
    assert_eq!(again["events"][0]["decision"], 3, "the number of the void vote is not used again");
    assert_eq!(hall.numbers().0, 16);
    hall.ok(json!({"do": "close_item", "item": 2}));

    // Item 3 goes to a vote as amended, and the amendment of the amendment's text is kept.
    let rules = hall.move_item(1, 3, "批准《示例规定》。");
    hall.ok(json!({"do": "amend", "motion": rules, "text": "加“自七月一日起施行”",
        "becomes": "批准《示例规定》，自七月一日起施行。"}));
    hall.decide(1, rules + 1, "hands", votes(9, 3, 2));
    let declared = hall.decide(1, rules, "hands", votes(11, 2, 1));
    assert_eq!(declared["events"][0]["verdict"]["base"], 16);
    hall.ok(json!({"do": "close_item", "item": 3}));

    // The council meets in the assembly's break, on a matter of its own; two meetings at once.
    hall.ok(json!({"do": "break"}));
    let warned = json!([{"name": "示例会员40", "unit": 40}]);
    hall.ok(json!({"do": "convene", "body": "council", "by": "council_by_chair",
        "date": "2026-05-20", "place": "示例会议中心小会议室", "notice": "2026-05-08",
        "agenda": [{"title": "警告", "matter": "warning", "subjects": warned}]}));
    hall.ok(json!({"do": "sign_in_all", "except": [21], "meeting": 2}));
    hall.ok(json!({"do": "call_to_order", "presider": "理事长", "basis": "chair",
        "recorder": "记录员", "meeting": 2}));
    let declared = hall.settle(2, 1, votes(3, 1, 0));
    assert_eq!(declared["events"][0]["verdict"]["needed"], 3);
    hall.ok(json!({"do": "resume", "meeting": 1}));
    let open = json!({"do": "open_item", "item": 4, "meeting": 1});
    hall.ok(open);
    // Each goes on by itself: the council closes while the assembly has an item in hand.
    hall.ok(json!({"do": "close", "meeting": 2}));
    hall.ok(json!({"do": "move", "item": 4, "text": "批准示例会员57退出联盟。"}));
    hall.decide(1, rules + 2, "hands", votes(14, 0, 0));
    assert_eq!(hall.numbers().0, 15);
    hall.ok(json!({"do": "close"}));

    // Found at the desk afterwards: the delegate of 44 left before item 3, and unit 31 was meant.
    let left = json!({"do": "correct_attendance", "meeting": 1, "unit": 44,
        "presence": {"as": "left"}, "since": minute(-100), "why": "签到表为准"});
    let touched = hall.ok(left)["events"][0]["touched"].clone();
    assert!(touched.as_array().unwrap().iter().all(|t| t["what"] == "present"));
    let wrong = json!({"do": "correct_enactment", "decision": 6, "wrong": 57, "right": 31,
        "why": "登记时选错单位"});
    hall.ok(wrong);
    let ledger = hall.ledger();
    assert!(ledger.book.roll().contains(&57) && !ledger.book.roll().contains(&31));
    assert_eq!(hall.numbers().0, 15);
    hall.ok(json!({"do": "correct_text", "decision": 4, "old": "七月一日", "new": "七月一日零时",
        "leave": "理事长"}));

    let papers = hall.minutes(1);
    let json = &papers.json;
    assert_eq!(json["meeting"]["title"]["zh"], "第二届第五次联盟大会");
    assert_eq!(json["charter"]["version"], 1);
    let kinds: Vec<&str> = json["corrections"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| c["what"]["of"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["count", "attendance", "enactment", "text"]);
    assert_eq!(json["reversals"].as_array().unwrap().len(), 2);
    assert_eq!(papers.vote(2)["state"], "void");
    assert_eq!(papers.vote(2)["void"]["why"], "宣读的是另一家的申请");
    for said in [
        "示例枸杞协会",
        "宣读的是另一家的申请",
        "赞成与反对录反",
        "登记时选错单位",
        "七月一日零时",
        "〔2026〕23号",
    ] {
        assert!(papers.zh.contains(said), "the minutes lack “{said}”\n{}", papers.zh);
    }
    assert!(!papers.zh.contains("来电请假"), "what was struck is not told\n{}", papers.zh);
    let council = hall.minutes(2);
    assert_eq!(council.json["meeting"]["title"]["zh"], "第二届理事会第十二次会议");
    assert_eq!(council.json["decisions"][0]["no"], 5);
}

/// Two assemblies at once make no sense, two bodies do; a vote open in one freezes the roll of all.
#[test]
fn a_vote_in_one_meeting_freezes_the_roll_of_the_other() {
    let mut hall = mid_life();
    let convene = |body: &str, by: &str, agenda: Value| {
        json!({"do": "convene", "body": body, "by": by, "date": "2026-05-20",
            "place": "示例会议中心", "notice": "2026-04-30", "agenda": agenda})
    };
    let leaving = json!([{"name": "示例会员57", "unit": 57}]);
    hall.ok(convene("assembly", "chair", json!([{"title": "工作报告", "matter": "report"}])));
    hall.refused(convene("assembly", "chair", json!([])), "meeting_still_open");
    let agenda = json!([{"title": "退盟", "matter": "withdrawal", "subjects": leaving}]);
    hall.ok(convene("council", "council_by_chair", agenda));
    for paper in ["application", "secretariat_review"] {
        hall.ok(json!({"do": "file", "item": 1, "precondition": paper, "meeting": 2}));
    }
    for meeting in [1, 2] {
        hall.ok(json!({"do": "sign_in_all", "meeting": meeting}));
        hall.call_to_order(meeting, "chair");
    }
    hall.move_item(2, 1, "批准示例会员57退出联盟。");
    let opened = hall.ok(json!({"do": "open_vote", "motion": 1, "method": "hands", "meeting": 2}));
    hall.count(2, &opened, votes(5, 0, 0));
    hall.move_item(1, 1, "批准工作报告。");
    hall.ok(json!({"do": "open_vote", "motion": 1, "method": "hands", "meeting": 1}));
    let refused = hall.refused(json!({"do": "declare", "meeting": 2}), "roll_frozen_vote_open");
    assert_eq!(refused["refused"]["fields"]["meeting"], 1);
    hall.ok(json!({"do": "count", "yes": 15, "no": 0, "meeting": 1}));
    hall.ok(json!({"do": "close_vote", "meeting": 1}));
    let left = hall.ok(json!({"do": "declare", "meeting": 2}));
    assert_eq!(left["events"][1]["change"]["change"], "withdrawn");
    // The assembly's vote keeps the base it was opened on.
    let declared = hall.ok(json!({"do": "declare", "meeting": 1}));
    assert_eq!(declared["events"][0]["verdict"]["base"], 15);
}

/// What was to take effect after the close, found to be carried only after the close, takes effect
/// with its declaration; nothing waits for a bell that has rung.
#[test]
fn what_is_carried_after_the_close_takes_effect() {
    let mut hall = mid_life();
    let admission = json!([{"name": "示例枸杞协会", "category": "industry_association"}]);
    hall.ok(json!({"do": "convene", "body": "assembly", "by": "chair", "date": "2026-05-20",
        "place": "示例会议中心", "notice": "2026-04-30",
        "agenda": [{"title": "入盟", "matter": "admission", "subjects": admission}]}));
    for paper in ["application", "secretariat_review"] {
        hall.ok(json!({"do": "file", "item": 1, "precondition": paper}));
    }
    hall.ok(json!({"do": "sign_in_all"}));
    hall.call_to_order(1, "chair");
    hall.ok(json!({"do": "open_item", "item": 1}));
    hall.ok(json!({"do": "move", "item": 1, "text": "批准示例枸杞协会加入联盟。",
        "effective": "after_close"}));
    hall.decide(1, 1, "hands", votes(3, 12, 0));
    hall.ok(json!({"do": "close"}));
    assert_eq!(hall.numbers().0, 15);
    hall.ok(json!({"do": "correct_count", "meeting": 1, "vote": 1, "yes": 12, "no": 3,
        "abstain": 0, "confirmed_by": "监票人", "why": "赞成与反对录反"}));
    let declared = hall.ok(json!({"do": "declare", "meeting": 1}));
    assert_eq!(declared["events"][1]["change"]["change"], "joined");
    assert_eq!(hall.numbers().0, 16);
    let ledger = hall.ledger();
    assert!(ledger.book.pending.is_empty());
}

/// An item carried over comes back by itself, and no script can claim its place.
#[test]
fn an_item_carried_over_comes_back_whatever_is_claimed() {
    let mut hall = mid_life();
    let convene = |agenda: Value| {
        json!({"do": "convene", "body": "assembly", "by": "chair", "date": "2026-05-20",
            "place": "示例会议中心", "notice": "2026-04-30", "agenda": agenda})
    };
    hall.ok(convene(json!([{"title": "修改章程", "matter": "amendment"}])));
    hall.ok(json!({"do": "file", "item": 1, "precondition": "secretariat_opinions",
        "note": "意见十二份"}));
    // Named twice, a unit is still away once.
    let signed = hall.ok(json!({"do": "sign_in_all", "except": [57, 57, 2]}));
    assert_eq!(signed["events"].as_array().unwrap().len(), 15);
    hall.call_to_order(1, "chair");
    hall.ok(json!({"do": "carry_over", "item": 1, "why": "另行征求意见"}));
    hall.ok(json!({"do": "close"}));
    let claimed = json!([{"title": "工作报告", "matter": "report", "from": [1, 1]}]);
    hall.ok(convene(claimed));
    let ledger = hall.ledger();
    let items = &ledger.book.meetings[1].items;
    let titles: Vec<&str> = items.iter().map(|i| i.new.title.as_str()).collect();
    assert_eq!(titles, ["工作报告", "修改章程"]);
    assert_eq!((items[0].new.from, items[1].new.from), (None, Some((1, 1))));
    assert_eq!(items[1].filed[0].note, "意见十二份", "with the papers it had");
}
