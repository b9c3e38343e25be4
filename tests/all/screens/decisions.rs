//! The desk of decisions: found by words, charged to somebody, reported on, read out at the next opening.

use super::{LARGE, SMALL, Size, Stage, act, book, in_both};
use quorate::ledger::Ledger;
use quorate::text::Lang;
use serde_json::json;

/// An assembly that decided three things and lost one, and the next one in preparation.
fn between(lang: Lang, size: Size) -> Stage {
    let (mut ledger, other) = book(r#"{"do": "new", "charter": "xj-quality-2022"}"#);
    held(&mut ledger);
    let mut stage = Stage::of((ledger, other), lang, size);
    stage.console.perform(quorate::ui::keys::Action::Decisions, stage.now);
    stage.draw();
    stage
}

fn held(ledger: &mut Ledger) {
    let at = |time: &str| format!("2026-04-20T{time}:00+08:00");
    let units: Vec<_> =
        (1..=9).map(|n| json!({"unit": n, "name": format!("示例单位{n:02}")})).collect();
    let mut lines = vec![
        json!({"do": "enrol", "units": units, "at": at("08:00")}),
        json!({"do": "convene", "body": "assembly", "by": "chair", "date": "2026-04-20",
            "place": "示例会议中心", "notice": "2026-04-01", "at": at("08:01"), "agenda": [
            {"title": "年度报告", "matter": "report"}, {"title": "工作规划", "matter": "report"},
            {"title": "授权", "matter": "authorisation",
             "subjects": [{"name": "示例单位04", "unit": 4, "scope": "试点"}]}]}),
        json!({"do": "sign_in_all", "at": at("08:30")}),
        json!({"do": "call_to_order", "presider": "理事长", "basis": "chair", "recorder": "记录员",
            "at": at("09:00")}),
    ];
    let put = [
        ("批准年度工作报告，由秘书处印发各成员。", 9),
        ("设立示例检验中心，经费由各成员分担。", 2),
        ("授权示例单位04开展试点。", 9),
    ];
    for (n, (text, yes)) in (1..).zip(put) {
        for line in [
            json!({"do": "open_item", "item": n}),
            json!({"do": "move", "item": n, "text": text, "mover": "秘书处"}),
            json!({"do": "open_vote", "motion": n, "method": "hands"}),
            json!({"do": "count", "yes": yes, "no": 9 - yes}),
            json!({"do": "close_vote"}),
            json!({"do": "declare"}),
            json!({"do": "close_item", "item": n}),
        ] {
            let mut line = line;
            line["at"] = json!(at("09:10"));
            lines.push(line);
        }
    }
    lines.push(json!({"do": "close", "at": at("10:00")}));
    lines.push(json!({"do": "assign_decision", "decision": 1, "due": "2026-05-10",
        "owner": {"is": "body", "body": "secretariat"}, "at": at("10:10")}));
    lines.push(json!({"do": "convene", "body": "assembly", "by": "chair", "date": "2026-05-20",
        "place": "示例会议中心", "notice": "2026-05-01", "agenda": [{"title": "通报"}],
        "at": "2026-05-01T09:00:00+08:00"}));
    lines.push(json!({"do": "sign_in_all", "at": "2026-05-20T08:30:00+08:00"}));
    for line in lines {
        act(ledger, line);
    }
}

#[test]
fn the_desk_says_who_is_charged_with_what_and_what_is_late() {
    in_both("decisions", SMALL, between, &["Home"]);
    in_both("decisions-large", LARGE, between, &["End"]);
}

#[test]
fn a_decision_is_found_by_its_words_its_initials_and_what_became_of_it() {
    let mut stage = between(Lang::Zh, LARGE);
    for (typed, there, gone) in [
        ("检验", "未获通过", "授权示例单位04"),
        ("ndgzbg", "批准年度工作报告", "检验中心"),
        ("逾期", "批准年度工作报告", "检验中心"),
        ("秘书处", "批准年度工作报告", "检验中心"),
    ] {
        stage.press(&format!("'{typed}'"));
        stage.sees(there).sees_not(gone);
        stage.press("Esc");
    }
}

#[test]
fn a_decision_is_charged_and_reported_at_the_desk() {
    let mut stage = between(Lang::Zh, LARGE);
    stage.press("Up Up End Space 3");
    stage.sees("报告执行情况");
    // The first state offered is that it has begun; once it has, that it is done.
    stage.press("Down '已印发' C-s");
    let follow = &stage.console.ledger.book.follow_ups[0];
    assert_eq!(follow.progress, quorate::record::follow::Progress::UnderWay);
    stage.press("Enter");
    stage.sees("决议摘录").sees("已印发");
}

#[test]
fn the_next_opening_reads_out_what_is_still_to_be_done() {
    let mut stage = between(Lang::Zh, SMALL);
    stage.press("Esc");
    stage.act(json!({"do": "attach", "name": "会标.txt", "content": "会标"}));
    let order = json!({"do": "call_to_order", "presider": "理事长", "basis": "chair",
        "recorder": "记录员"});
    let command = serde_json::from_value(order).unwrap();
    stage.console.submit(command, Vec::new(), None, stage.now);
    stage.draw();
    stage.sees("以往决定尚待执行").sees("负责：联盟秘书处；期限2026年5月10日").sees("已逾期");
    stage.sees_not("授权示例单位04");
}
