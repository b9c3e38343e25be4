//! From the notice to the door: notices, replies, the forecast, nominations and lists of signatures, by script.

// Helpers here stand outside test functions, where clippy allows it.
#![allow(clippy::unwrap_used)]

use crate::common::{ALLIANCE, GARDEN, Hall, MODEL_1998, convene, figure};
use quorate::charter::{Charter, read};
use quorate::record::forecast::{Outlook, announced, forecast};
use quorate::ui::keys::{self, Action};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// An assembly of so many called for the day of the tests: a report, an amendment, an election, a notice.
fn called(units: u32) -> Hall {
    let mut hall = Hall::with_units(ALLIANCE, units);
    let agenda = json!([
        {"title": "年度工作报告", "matter": "report"},
        {"title": "管理规定", "matter": "management_rule"},
        {"title": "修改章程", "matter": "amendment"},
        {"title": "换届选举", "matter": "election"},
        {"title": "情况通报"},
    ]);
    let mut line = convene("assembly", "chair", agenda);
    line.as_object_mut().unwrap().remove("notice");
    let answer = hall.ok(line);
    assert_eq!(answer["codes"], json!(["notice_missing"]));
    hall
}

fn yes(unit: u32) -> Value {
    json!({"do": "reply", "unit": unit, "coming": "yes"})
}

fn proxy(unit: u32, holder: u32) -> Value {
    json!({"do": "reply", "unit": unit, "coming": "yes", "proxy": {"holder": holder,
        "matters": "本次大会全部议程", "powers": "代为表决", "term": "本次会议", "seal": true}})
}

/// The views for outsiders say what the program holds.
fn agree(hall: &Hall) {
    crate::views::agree(&hall.ledger(), &hall.book);
}

fn forecast_of(hall: &mut Hall) -> Value {
    hall.ok(json!({"ask": "forecast"}))["answer"].take()
}

#[test]
fn the_period_runs_from_the_day_the_last_unit_was_reached() {
    let mut hall = called(9);
    let most: Vec<u32> = (1..=8).collect();
    hall.ok(json!({"do": "send_notice", "units": most, "how": "letter", "day": "2026-04-30"}));
    let notice = forecast_of(&mut hall)["notice"].take();
    assert_eq!(notice, json!({"reached": 8, "roll": 9, "complete": null, "days": null}));
    // The last one is told eleven days before: in time, though the first heard of it earlier.
    hall.ok(json!({"do": "send_notice", "units": [9], "how": "by_hand", "day": "2026-05-09"}));
    let notice = forecast_of(&mut hall)["notice"].take();
    assert_eq!(notice, json!({"reached": 9, "roll": 9, "complete": "2026-05-09", "days": 11}));
    // Reminding those who know is no short notice.
    let again = hall.ok(json!({"do": "send_notice", "how": "message", "day": "2026-05-18"}));
    assert_eq!(again["codes"], json!([]));
    let late = json!({"do": "send_notice", "day": "2026-05-21"});
    hall.refused(late, "time_after_entry");
}

#[test]
fn short_notice_takes_a_reason_and_an_untold_unit_is_named_at_the_opening() {
    let mut hall = called(9);
    let short = json!({"do": "send_notice", "units": [1, 2, 3], "day": "2026-05-15"});
    hall.with_reason(short, "notice_short", "临时急事");
    hall.ok(json!({"do": "sign_in_all"}));
    let opened = hall.call_to_order(1, "chair");
    assert_eq!(opened["codes"], json!(["notice_not_sent_to_all"]));
    assert_eq!(opened["findings"][0]["fields"], json!({"left": 6, "roll": 9}));
    for line in [json!({"do": "send_notice"}), yes(1)] {
        hall.refused(line, "notice_is_past");
    }
    let papers = hall.minutes(1);
    assert!(papers.zh.contains("2026年5月15日送达3家（信函）；没有送达登记的：示例单位04、"));
    assert!(papers.en.contains("to 3 members on 15 May 2026 (letter); none on record for "));
}

/// What came after the notice is marked, and what is too grave for that is refused (question A18).
#[test]
fn the_agenda_is_frozen_with_the_notice() {
    let mut hall = called(9);
    let item = json!({"title": "补充事项", "matter": "management_rule"});
    let on_notice = json!({"do": "add_item", "item": item, "on_notice": true});
    hall.ok(on_notice.clone());
    hall.ok(json!({"do": "send_notice", "day": "2026-04-30"}));
    hall.refused(on_notice, "agenda_frozen_by_notice");
    let later = json!({"do": "add_item", "item": {"title": "后来的事项", "matter": "report"}});
    hall.with_reason(later, "not_on_notice_warn", "成员临时提出");
    let grave = json!({"do": "add_item", "item": {"title": "再改章程", "matter": "amendment"}});
    hall.refused(grave, "not_on_notice_grave_matter");
    let supplement =
        json!({"do": "send_notice", "agenda": [{"title": "补充修改", "matter": "amendment"}]});
    hall.refused(supplement, "supplement_not_allowed");
    let papers = hall.minutes(1);
    assert!(papers.zh.contains("全体送达，距会议20日；第7项是通知发出后增加的"), "{}", papers.zh);
    assert!(
        papers
            .en
            .contains("everybody on the roll reached, 20 days before the meeting; item 7 came")
    );
    // Undone, the notice has not gone out.
    hall.ok(json!({"do": "undo"}));
    hall.ok(json!({"do": "undo"}));
    hall.ok(json!({"do": "add_item", "item": {"title": "又一项"}, "on_notice": true}));
}

#[test]
fn a_charter_can_allow_a_supplementary_notice_that_keeps_the_period() {
    let text = quorate::shipped::charter(ALLIANCE).unwrap();
    let text = text.replace("[notice]\n", "[notice]\nsupplement = true\n");
    assert!(read::read(&text).unwrap().notice.supplement);
    let mut hall = Hall::new();
    hall.ok(json!({"do": "new", "text": text}));
    hall.ok(json!({"do": "enrol", "units": [{"unit": 1, "name": "示例单位01"},
        {"unit": 2, "name": "示例单位02"}]}));
    hall.ok(convene("assembly", "chair", json!([{"title": "年度工作报告", "matter": "report"}])));
    hall.ok(json!({"do": "send_notice", "day": "2026-04-20"}));
    let agenda = json!([{"title": "修改章程", "matter": "amendment"}]);
    let supplement = |units: Value, day: &str| json!({"do": "send_notice", "units": units, "day": day, "agenda": agenda});
    hall.refused(supplement(json!([1]), "2026-05-01"), "supplement_not_to_all");
    hall.refused(supplement(json!([]), "2026-05-15"), "supplement_too_late");
    let sent = hall.ok(supplement(json!([]), "2026-05-01"));
    assert_eq!(sent["events"][0]["items"], json!([2]));
    assert_eq!(sent["events"][1]["on_notice"], true);
}

#[test]
fn twenty_six_of_thirty_six_can_pass_a_report_and_just_an_amendment() {
    let mut hall = called(36);
    hall.ok(json!({"do": "send_notice", "how": "email", "day": "2026-04-30"}));
    for unit in 1..=20 {
        hall.ok(yes(unit));
    }
    for unit in 21..=24 {
        let who = format!("代表{unit}");
        hall.ok(json!({"do": "reply", "unit": unit, "coming": "yes", "who": who,
            "letter": "授权书", "opinion": "同意全部议案"}));
    }
    hall.ok(proxy(25, 1));
    hall.ok(proxy(26, 2));
    hall.ok(json!({"do": "reply", "unit": 27, "coming": "no", "why": "出差"}));
    hall.ok(json!({"do": "reply", "unit": 28, "coming": "unsure"}));
    let answer = forecast_of(&mut hall);
    assert_eq!(
        answer["announced"],
        json!({"roll": 36, "coming": 26, "in_person": 20, "delegates": 4, "proxies": 2,
            "online": 0, "away": 1, "unsure": 1, "doubtful": [], "silent": 8})
    );
    let items = answer["items"].as_array().unwrap();
    let said = |place: usize| {
        let item = &items[place];
        (
            figure(&item["item"]),
            figure(&item["base"]),
            figure(&item["needed"]),
            item["over"].clone(),
        )
    };
    assert_eq!(said(0), (1, 36, 18, json!(8)));
    assert_eq!(said(2), (3, 36, 24, json!(2)));
    // No papers are handed out for the two represented: an election has 24 to count on.
    assert_eq!((said(3).3, figure(&items[3]["voters"])), (json!(6), 24));
    assert_eq!(items.len(), 4, "a notice for information needs no votes");
    let book = hall.ledger().book;
    let charter = book.charter.as_deref().unwrap();
    let (told, all) = forecast(&book, book.meeting(1).unwrap());
    let zh = quorate::text::Lang::Zh;
    assert_eq!(
        quorate::text::forecast::announced(zh, charter, &told),
        "名册36家，26家告知到会（本人20、委派4、委托2），请假1家，未定1家，未回8家"
    );
    let lines = quorate::text::forecast::outlooks(zh, charter, &all);
    assert!(lines[0].ends_with("（第1-2项，须18票）：可以通过，多8家"), "{lines:?}");
    assert!(lines[1].ends_with("（第3项，须24票）：只多2家，少3家即不能通过"), "{lines:?}");
    agree(&hall);
    assert_eq!(
        quorate::text::forecast::brief(zh, charter, &all),
        "第1-2项（18票）多8家；第3项（24票）只多2家，少3家即不能通过；第4项（18票）多6家"
    );
    // Three fewer, and it cannot.
    for unit in 18..=20 {
        hall.ok(json!({"do": "reply", "unit": unit, "coming": "unsure"}));
    }
    let answer = forecast_of(&mut hall);
    assert_eq!(answer["items"][2]["possible"], false);
    assert_eq!(answer["items"][2]["short"], 1);
}

#[test]
fn a_letter_that_cannot_be_used_is_kept_and_not_counted() {
    let mut hall = called(9);
    for unit in 1..=3 {
        hall.ok(yes(unit));
    }
    let mut bare = proxy(4, 1);
    bare["proxy"] = json!({"holder": 1, "matters": "全部", "seal": true});
    let answer = hall.ok(bare);
    assert_eq!(answer["codes"], json!(["proxy_letter_to_be_completed"]));
    assert_eq!(answer["findings"][0]["fields"]["lacking"], "power term");
    // Unit 1 holds a letter already, though that one is incomplete.
    let second = hall.ok(proxy(5, 1));
    assert_eq!(second["codes"], json!(["announced_proxy_beyond_limit"]));
    // Unit 6 does not come itself.
    hall.ok(json!({"do": "reply", "unit": 6, "coming": "no"}));
    hall.ok(proxy(7, 6));
    let said = forecast_of(&mut hall)["announced"].take();
    assert_eq!((figure(&said["coming"]), figure(&said["proxies"])), (4, 1));
    assert_eq!(said["doubtful"], json!([4, 7]));
    hall.refused(proxy(8, 8), "proxy_holder_absent");
    hall.refused(proxy(8, 99), "unknown_unit");
}

#[test]
fn one_person_for_two_units_is_warned_about_in_replies_and_at_the_door() {
    let mut hall = called(9);
    let reply = |unit: u32| json!({"do": "reply", "unit": unit, "coming": "yes", "who": "代表01"});
    hall.ok(reply(1));
    let answer = hall.with_reason(reply(2), "same_person_for_two_units", "两家同一法定代表人");
    assert_eq!(answer["findings"][0]["fields"], json!({"name": "代表01", "unit": 2, "other": 1}));
    let door = |unit: u32| json!({"do": "sign_in", "unit": unit, "presence": {"as": "delegate", "who": "代表09"}});
    hall.ok(door(3));
    hall.with_reason(door(4), "same_person_for_two_units", "同名");
    // The same unit again, and a unit that left, are no second one.
    hall.ok(json!({"do": "sign_in", "unit": 3, "presence": {"as": "in_person", "who": "代表09"}, "reason": "同名"}));
}

#[test]
fn the_door_starts_from_the_replies() {
    let mut hall = called(9);
    hall.ok(
        json!({"do": "reply", "unit": 2, "coming": "yes", "who": "代表02", "letter": "授权书"}),
    );
    hall.ok(proxy(3, 1));
    hall.ok(proxy(4, 5));
    hall.ok(json!({"do": "reply", "unit": 6, "coming": "no", "why": "出差"}));
    hall.ok(json!({"do": "reply", "unit": 7, "coming": "no"}));
    // Nothing of it is counted.
    assert_eq!(hall.ok(json!({"ask": "meeting"}))["answer"]["present"], 0);
    // Unit 5 stays away after all, so that the letter of unit 4 has no holder; unit 7 comes.
    hall.ok(json!({"do": "sign_in_all", "except": [5, 6, 8]}));
    let meeting = hall.ledger().book.meeting(1).unwrap().clone();
    let of = |unit: u32| {
        serde_json::to_value(meeting.attendance.get(&unit).map(|a| a.presence.clone())).unwrap()
    };
    assert_eq!(of(1), json!({"as": "in_person"}));
    assert_eq!(of(2), json!({"as": "delegate", "who": "代表02", "letter": "授权书"}));
    assert_eq!((&of(3)["as"], &of(3)["holder"]), (&json!("proxy"), &json!(1)));
    assert_eq!(of(4), Value::Null);
    assert_eq!(of(5), json!({"as": "absent"}));
    assert_eq!(of(6), json!({"as": "excused", "why": "出差"}));
    assert_eq!(of(7), json!({"as": "in_person"}));
    assert_eq!(of(8), json!({"as": "absent"}));
}

#[test]
fn a_reply_taken_back_is_no_reply() {
    let mut hall = called(9);
    hall.refused(json!({"do": "take_back_reply", "unit": 1}), "nothing_changes");
    hall.ok(json!({"do": "reply", "unit": 1, "coming": "no"}));
    hall.ok(yes(1));
    hall.refused(yes(1), "nothing_changes");
    hall.ok(json!({"do": "take_back_reply", "unit": 1, "why": "登记错了单位"}));
    assert_eq!(forecast_of(&mut hall)["announced"]["silent"], 9);
    agree(&hall);
}

#[test]
fn article_9_nominations_have_a_last_day_and_gather_nominators() {
    let mut hall = called(9);
    let nominate = |name: &str, by: Value, day: &str| {
        json!({"do": "nominate", "item": 4, "seat": {"of": "office", "office": "chair"},
            "name": name, "unit": 1, "by": by, "day": day})
    };
    hall.refused(
        json!({"do": "open_nominations", "item": 1, "until": "2026-05-10"}),
        "not_an_election",
    );
    hall.ok(json!({"do": "open_nominations", "item": 4, "until": "2026-05-10"}));
    hall.ok(nominate("候选人甲", json!([2, 3]), "2026-05-08"));
    hall.ok(nominate("候选人甲", json!([4]), "2026-05-09"));
    hall.refused(nominate("候选人甲", json!([3]), "2026-05-09"), "named_twice");
    let late = nominate("候选人乙", json!([5]), "2026-05-11");
    hall.with_reason(late, "nomination_late", "邮路延误");
    let book = hall.ledger().book;
    let seat = serde_json::from_value(json!({"of": "office", "office": "chair"})).unwrap();
    let named = book.nominated(1, 4, &seat);
    assert_eq!(named.len(), 2);
    assert_eq!(
        (named[0].name.as_str(), named[0].nominators.as_slice()),
        ("候选人甲", &[2, 3, 4][..])
    );
    hall.ok(json!({"do": "end_nomination", "nomination": 3, "why": "本人不愿接受"}));
    assert_eq!(hall.ledger().book.nominated(1, 4, &seat).len(), 1);
    hall.refused(json!({"do": "end_nomination", "nomination": 3, "why": "重复"}), "unknown_name");
    // The charter lets one office nominate for another, and nobody else (articles 11 and 12).
    let own = json!({"do": "nominate", "item": 4, "seat": {"of": "office", "office": "secretary_general"},
        "name": "候选人丙", "unit": 2, "by": [3]});
    hall.refused(own.clone(), "nominator_unfit");
    let mut by_chair = own;
    by_chair["by"] = json!([]);
    by_chair["day"] = "2026-05-09".into();
    let answer = hall.ok(by_chair);
    assert_eq!(answer["events"][0]["office"], "chair");
    agree(&hall);
}

#[test]
fn article_9_requisition_is_counted_against_half_of_all_members() {
    let mut hall = Hall::with_units(ALLIANCE, 36);
    let list = json!({"do": "open_requisition", "body": "assembly", "by": "requisition",
        "matters": "讨论秘书处工作"});
    hall.refused(
        json!({"do": "open_requisition", "body": "assembly", "by": "chair",
        "matters": "同上"}),
        "convening_unknown",
    );
    hall.ok(list);
    let asked =
        |hall: &mut Hall| hall.ok(json!({"ask": "requisition", "requisition": 1}))["answer"].take();
    let first: Vec<u32> = (1..=17).collect();
    hall.ok(json!({"do": "sign_requisition", "requisition": 1, "units": first}));
    let found = asked(&mut hall);
    assert_eq!(
        (figure(&found["signed"]), figure(&found["needed"]), &found["enough"]),
        (17, 18, &json!(false))
    );
    let call = json!({"do": "convene", "body": "assembly", "by": "requisition", "special": true,
        "requisition": 1, "date": "2026-05-20", "place": "示例会议中心", "notice": "2026-04-30",
        "agenda": [{"title": "讨论秘书处工作"}]});
    hall.refused(call.clone(), "requisition_short");
    hall.ok(json!({"do": "sign_requisition", "requisition": 1, "units": [17, 18, 19]}));
    assert_eq!(figure(&asked(&mut hall)["signed"]), 19);
    hall.refused(
        json!({"do": "sign_requisition", "requisition": 1, "units": [18]}),
        "nothing_changes",
    );
    hall.refused(
        json!({"do": "sign_requisition", "requisition": 2, "units": [18]}),
        "unknown_requisition",
    );
    hall.ok(json!({"do": "withdraw_signature", "requisition": 1, "unit": 19, "why": "改变主意"}));
    // A member that signed leaves: 17 of 35 is not half, and half of 35 needs 18.
    hall.ok(json!({"do": "record_loss", "unit": 18, "ground": "注销", "evidence": "公告"}));
    let found = asked(&mut hall);
    assert_eq!(
        (figure(&found["signed"]), figure(&found["roll"]), &found["enough"]),
        (17, 35, &json!(false))
    );
    hall.ok(json!({"do": "sign_requisition", "requisition": 1, "units": [20]}));
    let met = hall.ok(call.clone());
    assert_eq!(met["events"][0]["signed"].as_array().unwrap().len(), 18);
    assert_eq!(asked(&mut hall)["meeting"], 1);
    // A list calls one meeting.
    hall.refused(
        json!({"do": "sign_requisition", "requisition": 1, "units": [21]}),
        "unknown_requisition",
    );
    agree(&hall);
    assert!(hall.minutes(1).zh.contains("须18家联名，已联名18家"), "{}", hall.minutes(1).zh);
}

/// The forecast says “possible” if, and only if, the roll call in which all announced say yes carries it.
#[test]
fn the_forecast_is_the_verdict_of_all_announced_saying_yes() {
    let books: [(&str, &str, &str, &[&str]); 3] = [
        (ALLIANCE, "assembly", "chair", &["report", "amendment", "termination"]),
        (GARDEN, "gathering", "warden_calls", &["show", "taking_back"]),
        (MODEL_1998, "assembly", "chair_assembly", &["general"]),
    ];
    for (charter, body, by, matters) in books {
        for coming in 0..=9 {
            one_forecast(charter, body, by, matters, coming);
        }
    }
}

fn charter_of(name: &str) -> Charter {
    let text = quorate::shipped::charter(name).map(str::to_owned);
    read::read(&text.unwrap_or_else(|| std::fs::read_to_string(name).unwrap())).unwrap()
}

fn one_forecast(charter: &str, body: &str, by: &str, matters: &[&str], coming: u32) {
    let mut hall = Hall::with_units(charter, 9);
    let subjects = json!([{"name": "示例单位09", "unit": 9}]);
    let agenda: Vec<Value> =
        matters.iter().map(|id| json!({"title": id, "matter": id, "subjects": subjects})).collect();
    let mut line = convene(body, by, agenda.into());
    line["reason"] = "照章".into();
    hall.ok(line);
    for unit in 1..=coming {
        hall.ok(yes(unit));
    }
    let book = hall.ledger().book;
    let meeting = book.meeting(1).unwrap().clone();
    let (_, all) = forecast(&book, &meeting);
    let then = announced(&book, &meeting).1;
    assert_eq!(then.attendance.len(), coming as usize);
    let all: Vec<_> = all.into_iter().map(|f| (f.item, f.outlook)).collect();
    if coming > 0 {
        let away: Vec<u32> = (coming + 1..=9).collect();
        hall.ok(json!({"do": "sign_in_all", "except": away}));
    }
    let basis = charter_of(charter).presiders[0].id.clone();
    hall.ok(json!({"do": "call_to_order", "presider": "主持人", "basis": basis,
        "document": "文书", "recorder": "记录员", "reason": "照章开会"}));
    for (item, outlook) in all {
        let what = format!("{charter}, {coming} coming, item {item}: {outlook:?}");
        let carried = carried_in_fact(&mut hall, item);
        assert_eq!(outlook.is_possible(), carried, "{what}");
        if let Outlook::Impossible { short: Some(short) } = outlook {
            assert!(short > 0 && coming + short <= 9, "{what}");
        }
    }
}

/// Takes the roll call in which everybody there says yes.
fn carried_in_fact(hall: &mut Hall, item: u32) -> bool {
    let ledger = hall.ledger();
    let charter = ledger.book.charter.as_deref().unwrap().clone();
    let new = &ledger.book.meeting(1).unwrap().item(item).unwrap().new;
    let matter = charter.matter(new.matter.as_deref().unwrap()).unwrap();
    for paper in &matter.requires {
        hall.ok(json!({"do": "file", "item": item, "precondition": paper}));
    }
    hall.ok(json!({"do": "open_item", "item": item}));
    let moved = hall.ok(json!({"do": "move", "item": item, "text": "照此办理。"}));
    let motion = figure(&moved["events"][0]["motion"]);
    let opened = hall.say(json!({"do": "open_vote", "motion": motion, "method": "roll_call",
        "reason": "看看结果"}));
    let voters = match opened["ok"].as_bool() {
        Some(true) => opened["events"][0]["frozen"]["voters"].as_array().unwrap().clone(),
        // Too few for the quorum: no vote is opened at all.
        _ => {
            assert!(
                opened["refused"]["code"].as_str().unwrap().starts_with("quorum_lost"),
                "{opened}"
            );
            Vec::new()
        }
    };
    let mut carried = false;
    if !voters.is_empty() {
        for unit in &voters {
            hall.ok(json!({"do": "call", "unit": unit, "choice": "yes"}));
        }
        let closed = hall.ok(json!({"do": "close_vote", "reason": "如数"}));
        carried = closed["events"][0]["verdict"]["carried"].as_bool().unwrap();
        hall.ok(json!({"do": "void_vote", "why": "只看结果"}));
    } else if opened["ok"] == true {
        hall.ok(json!({"do": "void_vote", "why": "只看结果"}));
    }
    hall.ok(json!({"do": "withdraw", "motion": motion}));
    hall.ok(json!({"do": "carry_over", "item": item, "why": "只看结果"}));
    carried
}

// --- the page to print ------------------------------------------------------------------------------

/// What the page says a key does, pane by pane.
const ON_THE_PAGE: &[(&str, Action)] = &[
    ("Ctrl-P", Action::Menu),
    ("Ctrl-O", Action::Hall),
    ("Ctrl-Z", Action::Undo),
    ("Ctrl-G", Action::NextStep),
    ("Ctrl-E", Action::Note),
    ("Ctrl-T", Action::Article),
    ("F1", Action::Help),
    ("7", Action::Challenge),
    ("8", Action::VoidVote),
    ("1", Action::CallYes),
    ("2", Action::CallNo),
    ("3", Action::CallAbstain),
    ("4", Action::CallSilent),
];

#[test]
fn the_page_to_print_names_keys_and_commands_as_they_are() {
    for (path, lang) in [("docs/in-the-hall.zh.md", 0), ("docs/in-the-hall.md", 1)] {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/");
        let text = std::fs::read_to_string(format!("{root}{path}")).unwrap();
        let named: BTreeSet<&str> = text.split('`').skip(1).step_by(2).collect();
        for key in &named {
            let known = ON_THE_PAGE.iter().find(|(name, _)| name == key);
            let (_, action) = known.unwrap_or_else(|| panic!("{path}: what does {key} do?"));
            let does = |row: &&keys::Binding| {
                row.action == *action
                    && row.keys.split(' ').any(|k| k.replace('^', "Ctrl-") == **key)
            };
            assert!(keys::KEYS.iter().any(|row| does(&row)), "{path}: {key} is not {action:?}");
        }
        assert_eq!(named.len(), ON_THE_PAGE.len(), "{path}: {named:?}");
        // One line may end and the next begin inside a name.
        let plain = text.replace("**", "").replace('\n', " ");
        let commands: Vec<&str> = plain.split('*').skip(1).step_by(2).collect();
        assert!(commands.len() > 5, "{path}: {commands:?}");
        for command in commands {
            let label = |row: &keys::Binding| row.label[lang] == command;
            assert!(keys::KEYS.iter().any(label), "{path}: there is no command “{command}”");
        }
        // A sheet of A4 in a readable size.
        let cells =
            |line: &str| line.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>();
        let lines: usize = text.lines().map(|line| cells(line).div_ceil(100).max(1)).sum();
        assert!(lines <= 68, "{path} has {lines} lines on paper");
    }
}
