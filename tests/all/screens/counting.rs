//! Reading the papers of an election in: a line a paper, batches, a second teller, and what is left of a crash.

use super::*;
use quorate::record::election::RoundState;
use quorate::ui::counting;

/// The script of an assembly whose election has its papers in the box.
pub(crate) fn script(names: &[&str], seats: u32, marks: &str, papers: u32, more: Value) -> String {
    let units: Vec<Value> =
        (1..=60).map(|n| json!({"unit": n, "name": format!("示例单位{n}")})).collect();
    let candidates: Vec<Value> =
        names.iter().zip(7..).map(|(n, unit)| json!({"name": n, "unit": unit})).collect();
    let mut contest = json!({"seat": {"of": "office", "office": "vice_chair"}, "seats": seats,
        "marks": marks, "candidates": candidates});
    for (key, value) in more.as_object().unwrap() {
        contest[key] = value.clone();
    }
    let adopt = |motion: u32| {
        vec![
            json!({"do": "open_vote", "motion": motion, "method": "hands"}),
            json!({"do": "count", "yes": 50, "no": 0}),
            json!({"do": "close_vote"}),
            json!({"do": "declare"}),
        ]
    };
    let mut lines = vec![
        json!({"do": "new", "charter": "xj-quality-2022"}),
        json!({"do": "enrol", "units": units}),
        json!({"do": "seat", "body": "council", "units": [1, 2, 3]}),
        json!({"do": "convene", "body": "assembly", "by": "chair", "date": "2026-05-20",
            "place": "示例会议中心", "notice": "2026-04-20",
            "agenda": [{"title": "选举副理事长", "matter": "election"}]}),
        json!({"do": "sign_in_all"}),
        json!({"do": "call_to_order", "presider": "理事长", "basis": "chair", "recorder": "秘书甲"}),
        json!({"do": "open_item", "item": 1}),
        json!({"do": "prepare_election", "item": 1, "contests": [contest]}),
        json!({"do": "propose_rules", "item": 1, "text": "选举办法", "mover": "秘书处"}),
    ];
    lines.extend(adopt(1));
    lines.push(json!({"do": "propose_tellers", "item": 1, "text": "监票、计票人员",
        "mover": "秘书处", "tellers": [{"name": "代表31", "task": "chief"},
            {"name": "代表32", "task": "teller"}]}));
    lines.extend(adopt(2));
    lines.push(json!({"do": "issue_ballots", "item": 1, "contest": 1, "printed": papers + 2,
        "issued": papers}));
    lines.push(json!({"do": "open_box", "item": 1, "contest": 1, "recovered": papers}));
    for line in &mut lines {
        if line["do"] != "new" {
            line["reason"] = "照章".into();
        }
    }
    lines.iter().map(|l| format!("{l}\n")).collect()
}

const THREE: [&str; 3] = ["候选人甲", "候选人乙", "候选人丙"];

fn stage(names: &[&str], seats: u32, marks: &str, papers: u32, more: Value) -> Stage {
    let script = script(names, seats, marks, papers, more);
    let mut stage = Stage::of(book(&script), Lang::Zh, SMALL);
    counting::open(&mut stage.console, 1, 1);
    stage.draw();
    stage
}

/// Three names for two seats, each with yes, no and abstention.
fn each(lang: Lang, size: Size) -> Stage {
    let script = script(&THREE, 2, "each", 34, json!({}));
    let mut stage = Stage::of(book(&script), lang, size);
    counting::open(&mut stage.console, 1, 1);
    stage.draw();
    stage
}

fn sheets(stage: &Stage) -> Vec<Value> {
    let race = stage.console.meeting().unwrap().race(1, 1).unwrap();
    let round = race.latest().unwrap();
    round.sheets.iter().map(|s| serde_json::to_value(s).unwrap()).collect()
}

#[test]
fn a_batch_is_read_and_handed_in() {
    let keys = [
        "'12/3' Enter",
        "'1' Enter '/123' Enter",
        "Enter",
        "Enter '00' Enter '123' Enter",
        "C-z",
        "5*1 BS BS BS BS Enter '2' Enter '2' Enter '2' Enter",
        "Enter",
    ];
    everywhere("counting", each, &keys);
}

#[test]
fn the_sums_of_a_batch_are_those_of_its_papers() {
    let mut stage = each(Lang::Zh, SMALL);
    stage.press("'12/3' Enter '1' Enter '/123' Enter Enter Enter '00' Enter '123' Enter");
    stage.sees("整票作废").sees("应选2人");
    stage.press("'12' Enter '12' Enter '2/1' Enter");
    assert_eq!(sheets(&stage).len(), 0);
    stage.press("'1' Enter").sees("本批10张读完");
    // What is typed when the batch is complete is no paper.
    stage.press("'33'").sees("本批10张读完");
    stage.press("Enter");
    let expected = json!({"valid": 8, "invalid": 2, "twice": false, "votes": [
        {"yes": 5, "no": 2, "abstain": 1}, {"yes": 4, "no": 1, "abstain": 3},
        {"yes": 0, "no": 2, "abstain": 6}]});
    assert_eq!(sheets(&stage), [expected]);
    stage.sees("已入簿10张").sees("本批0/10张");
}

#[test]
fn batches_go_on_so_that_no_few_papers_are_left_over() {
    assert_eq!(counting::batch(34, 10), 10);
    assert_eq!(counting::batch(14, 10), 14);
    assert_eq!(counting::batch(15, 10), 10);
    assert_eq!(counting::batch(10, 10), 10);
    assert_eq!(counting::batch(3, 10), 3);
    assert_eq!(counting::batch(34, 50), 34);
    let mut stage = each(Lang::Zh, SMALL);
    for batch in [10, 10, 14] {
        stage.sees(&format!("本批0/{batch}张"));
        for _ in 0..batch {
            stage.press("'1' Enter");
        }
        stage.press("Enter");
    }
    assert_eq!(sheets(&stage).len(), 3);
    stage.sees("箱内34张全部入簿");
    stage.press("Enter");
    let race = stage.console.meeting().unwrap().race(1, 1).unwrap();
    assert_eq!(race.latest().unwrap().state, RoundState::Counted);
    assert!(stage.console.view.layers.is_empty());
}

#[test]
fn fifty_papers_are_a_batch_if_wished() {
    let mut stage = stage(&THREE, 2, "pick", 60, json!({}));
    stage.press("F7").sees("本批0/50张");
    stage.press("F7").sees("本批0/10张");
    stage.press("F7");
    for _ in 0..50 {
        stage.press("'1' Enter");
    }
    stage.press("F7").sees("已读过10张");
    stage.press("Enter");
    assert_eq!(sheets(&stage)[0]["votes"][0]["yes"], 50);
    stage.sees("已入簿50张").sees("本批0/10张");
}

#[test]
fn two_tellers_agree_or_only_what_differs_is_asked() {
    let mut stage = stage(&THREE, 1, "pick", 6, json!({}));
    let enter = |stage: &mut Stage, papers: &str| {
        for paper in papers.chars() {
            stage.press(&format!("'{paper}' Enter"));
        }
    };
    enter(&mut stage, "112233");
    stage.press("2").sees("第二计票人").sees("本批0/6张").sees_not("0+2=2");
    enter(&mut stage, "11223");
    stage.press("C-z").sees("第5张已撤回");
    enter(&mut stage, "33");
    stage.sees_not("哪个对");
    assert_eq!(sheets(&stage).len(), 1, "the same in another order");
    assert_eq!(sheets(&stage)[0]["twice"], true);

    let mut stage = self::stage(&THREE, 1, "pick", 6, json!({}));
    enter(&mut stage, "112233");
    stage.press("2");
    enter(&mut stage, "112333");
    stage.sees("候选人乙：第一次 2，第二次 1，哪个对？").sees_not("候选人甲：第一次");
    assert_eq!(sheets(&stage).len(), 0);
    stage.press("2").sees("候选人丙：第一次 2，第二次 3");
    // Back to the first question, answered by a figure of its own, then more votes than papers.
    stage.press("BS 3 '9' Enter").sees("候选人丙");
    stage.press("2");
    assert!(stage.notice_shown());
    stage.press("Esc").sees("候选人乙：第一次 2");
    stage.press("1 2");
    assert!(stage.notice_shown(), "seven votes on six papers");
    stage.press("Esc 2 2");
    assert_eq!(sheets(&stage)[0]["votes"][2]["yes"], 3);
    assert_eq!(sheets(&stage)[0]["twice"], true);
}

#[test]
fn giving_up_is_asked_first() {
    let mut stage = each(Lang::Zh, SMALL);
    stage.press("'1' Enter Esc").sees("要重读");
    stage.press("Space").sees("本批1/10张");
    stage.press("Esc Enter").sees_not("本批");
    assert!(stage.console.view.layers.is_empty());
    counting::open(&mut stage.console, 1, 1);
    stage.draw();
    stage.sees("本批0/10张");
    stage.press("Esc");
    assert!(stage.console.view.layers.is_empty(), "nothing was read, nothing is asked");
}

#[test]
fn names_are_written_in_only_as_the_record_allows() {
    let mut stage = stage(&THREE, 2, "each", 6, json!({"write_ins": "none"}));
    stage.press("'1 示例人' Enter").sees("不允许另选他人").sees("第1张");
    stage.press("C-z '1' Enter").sees("本批1/6张");
    let mut stage = self::stage(&THREE, 2, "each", 6, json!({"write_ins": "against"}));
    stage.press("'1 示例人' Enter").sees("本批0/6张");
    stage.press("C-z '1/2 示例人' Enter").sees("另选 示例人").sees("本批1/6张");
    stage.press("'/1 候选人乙' Enter").sees("本批1/6张");
}

#[test]
fn ten_names_are_parted_by_blanks_and_a_long_list_fits() {
    let names: Vec<String> = (1..=30).map(|n| format!("候选人{n}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    for size in [SMALL, LARGE, (200, 50), (60, 16)] {
        let script = script(&names, 2, "pick", 40, json!({}));
        for lang in [Lang::Zh, Lang::En, Lang::Both] {
            let mut stage = Stage::of(book(&script), lang, size);
            counting::open(&mut stage.console, 1, 1);
            stage.draw();
            stage.press("'12 3' Enter '29' Enter").sees("30 ");
            stage.sees(if lang == Lang::En { "not a result" } else { "计票中，不是结果" });
        }
    }
}

#[test]
fn the_cursor_is_where_the_next_digit_appears() {
    let mut stage = each(Lang::Zh, SMALL);
    let (x, y) = stage.cursor().unwrap();
    stage.press("7");
    assert_eq!(stage.cell(x, y), "7");
}

#[test]
fn a_counting_group_has_its_own_sheets_and_all_are_summed() {
    let mut stage = stage(&THREE, 1, "pick", 12, json!({}));
    stage.press("Esc C-p '换计票组' Enter '甲组' C-s C-g");
    stage.sees("甲组 · 第一计票人录入");
    for paper in "111122".chars() {
        stage.press(&format!("'{paper}' Enter"));
    }
    stage.press("6*1");
    for paper in "223333".chars() {
        stage.press(&format!("'{paper}' Enter"));
    }
    stage.press("Enter");
    let sheets = sheets(&stage);
    assert!(sheets.iter().all(|s| s["group"] == "甲组"), "{sheets:?}");
}
