//! The desks of cases, offices and reviews by keys; tasks in the form for an item; who acts at the call to order.

use super::{LARGE, SMALL, Size, Stage, everywhere, in_both};
use quorate::record::cases::{Stage as How, stage, unreviewed};
use quorate::text::Lang;
use serde_json::{Value, json};

/// Twelve members, a council of four, the offices filled, nothing called.
fn association(lang: Lang, size: Size) -> Stage {
    let mut stage = Stage::empty(lang, size);
    let units: Vec<Value> =
        (1..=12).map(|n| json!({"unit": n, "name": format!("示例单位{n:02}")})).collect();
    stage.act(json!({"do": "enrol", "units": units}));
    stage.act(json!({"do": "seat", "body": "council", "units": [1, 2, 3, 4]}));
    stage.act(json!({"do": "seat", "body": "technical_committee", "units": [2, 4, 6]}));
    for (office, name, unit) in
        [("chair", "理事长", 1), ("vice_chair", "副理事长甲", 2), ("tc_director", "主任", 4)]
    {
        stage.act(json!({"do": "fill", "office": office, "name": name, "unit": unit}));
    }
    stage
}

/// A council called for the day, in preparation.
fn council(stage: &mut Stage) {
    stage.act(json!({"do": "convene", "body": "council", "by": "council_by_chair",
        "date": "2026-05-20", "place": "示例会议中心", "notice": "2026-04-30", "agenda": []}));
}

fn stage_of(at: &Stage, case: u32) -> How {
    let book = &at.console.ledger.book;
    let charter = book.charter.as_deref().unwrap();
    let file = book.cases.iter().find(|c| c.no == case).unwrap();
    stage(book, charter.procedure(&file.new.procedure).unwrap(), file)
}

/// A joining case opened and its application received.
const OPENED: [&str; 3] = ["C-p 'cases' Enter", "C-n 1 '示例枸杞合作社' C-s", "Enter C-s"];

#[test]
fn article_15_an_application_is_taken_from_the_paper_to_the_agenda_by_keys() {
    everywhere(
        "cases-joining",
        association,
        &[OPENED[0], "C-n", "1 '示例枸杞合作社' C-s", "Enter C-s", "Enter"],
    );
    let mut stage = association(Lang::Zh, SMALL);
    stage.press(&OPENED.join(" "));
    assert_eq!(stage_of(&stage, 1), How::Next(1));
    // A condition without its evidence is not taken for met.
    stage.press("Enter '已签承诺书' C-s");
    assert_eq!(stage_of(&stage, 1), How::Next(1));
    stage.press(
        "Esc Tab '营业执照' Tab '自愿加盟函' Tab '信用报告' Tab '无违法记录证明' Tab '自律公约' Tab '资质认定证书' C-s",
    );
    assert_eq!(stage_of(&stage, 1), How::Next(2));
    stage.press("Enter C-s");
    assert_eq!(stage_of(&stage, 1), How::Next(3));
    stage.press("Enter").sees("请先在首页召集会议");
    council(&mut stage);
    stage.press("C-p 'cases' Enter Enter C-s");
    assert_eq!(stage_of(&stage, 1), How::Waits { meeting: 1, item: 1 });
}

#[test]
fn article_10_4_who_acts_for_the_chair_is_designated_and_an_office_given_up() {
    in_both("officers", SMALL, association, &["C-p 'bodies' Enter", "5*Down", "Space", "Esc"]);
    let mut stage = association(Lang::Zh, LARGE);
    stage.press("C-p 'bodies' Enter '理事长' Space").sees("指定代行其职权的人");
    stage.press("2 Tab '指定书〔2026〕1号' C-s");
    let book = &stage.console.ledger.book;
    assert_eq!(book.designations[0].of.name, "副理事长甲");
    stage.press("Space").sees("代行结束");
    stage.press("1 '另有任用' C-s");
    let book = &stage.console.ledger.book;
    let left = book.holders.iter().find(|h| h.name == "理事长").unwrap();
    assert_eq!(left.to, Some(stage.now.date_naive()));
}

#[test]
fn article_18_4_one_member_is_reviewed_by_hand_and_the_others_in_one_act() {
    in_both(
        "reviews",
        SMALL,
        association,
        &["C-p 'review'", "Enter", "Enter", "Right Tab '记录不全' Tab '2026-09-30' C-s", "Space"],
    );
    let mut stage = association(Lang::En, LARGE);
    stage.press("C-p 'review' Enter Space 2 C-s");
    assert!(unreviewed(&stage.console.ledger.book, 2026).is_empty());
}

#[test]
fn article_10_4_the_call_to_order_starts_from_the_designation_in_force() {
    let called = |lang: Lang, size: Size| {
        let mut stage = association(lang, size);
        council(&mut stage);
        stage.act(json!({"do": "sign_in_all"}));
        stage
    };
    let mut stage = called(Lang::Zh, LARGE);
    stage.press("C-g").sees("理事长主持");
    stage.press("Esc");
    stage.act(json!({"do": "designate", "office": "chair", "name": "副理事长甲",
        "from": "2026-05-19", "to": "2026-05-21", "document": "指定书〔2026〕1号"}));
    stage.press("C-g").sees("副理事长甲").sees("代行职权的副理事长主持").sees("指定书〔2026〕1号");
    stage.press("3*Tab '记录员' C-s");
    let meeting = stage.console.meeting().unwrap();
    assert_eq!(meeting.chairing.as_ref().unwrap().basis, "acting_vice_chair");
    // Over before the day of the meeting, it says nothing about it.
    let mut stage = called(Lang::En, LARGE);
    stage.act(json!({"do": "designate", "office": "chair", "name": "副理事长甲",
        "from": "2026-05-01", "to": "2026-05-19", "document": "指定书〔2026〕1号"}));
    stage.press("C-g").sees("理事长").sees_not("指定书");
}

#[test]
fn article_7_an_item_names_the_tasks_it_serves() {
    let mut stage = association(Lang::Zh, LARGE);
    council(&mut stage);
    stage.act(json!({"do": "sign_in_all"}));
    stage.focus("议程", "Agenda");
    let keys = "'宣传周' Tab 5*Right Tab Tab";
    stage.press("3").sees("服务的任务").sees("4 宣传推广与国");
    stage.press(keys);
    stage.press("Tab '9' C-s").sees("没有这一序号");
    stage.press("C-u '4 1' C-s");
    let item = stage.console.meeting().unwrap().items[0].clone();
    assert_eq!(item.new.tasks, ["publicity", "certification_system"]);
    stage.act(json!({"do": "call_to_order", "presider": "理事长", "basis": "chair", "recorder": "秘书甲"}));
    stage.act(json!({"do": "open_item", "item": 1}));
    stage.focus("议案", "Motion");
    stage.sees("任务").sees("宣传推广与国际交流互认");
    let papers = crate::common::papers(&stage.console.ledger, 1);
    let zh = "服务的任务：宣传推广与国际交流互认（第七条（四））";
    assert!(papers.zh.contains(zh), "{}", papers.zh);
    assert!(papers.en.contains("Serves: publicity"), "{}", papers.en);
    assert_eq!(papers.json["items"][0]["tasks"][0]["id"], "publicity");
    assert_eq!(papers.json["items"][0]["tasks"][0]["clauses"], "7(4)");
}
