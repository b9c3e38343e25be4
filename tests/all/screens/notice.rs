//! From the notice to the door: the desk of the notice, the door that starts from the replies, lists of signatures.

use super::{LARGE, SMALL, Size, Stage, everywhere, in_both};
use quorate::text::Lang;
use serde_json::json;

/// The sample meeting with its notice sent and twenty-seven of its thirty-six units heard.
fn replied(lang: Lang, size: Size) -> Stage {
    let mut stage = Stage::new(lang, size);
    stage.act(json!({"do": "send_notice", "how": "email", "day": "2026-04-30"}));
    for unit in 1..=20 {
        stage.act(json!({"do": "reply", "unit": unit, "coming": "yes"}));
    }
    for unit in 21..=24 {
        let who = format!("代表{unit}");
        stage.act(json!({"do": "reply", "unit": unit, "coming": "yes", "who": who,
            "letter": "授权书", "opinion": "同意全部议案"}));
    }
    for (unit, holder) in [(25, 1), (26, 2)] {
        stage.act(json!({"do": "reply", "unit": unit, "coming": "yes", "proxy": {"holder": holder,
            "matters": "全部议程", "powers": "代为表决", "term": "本次会议", "seal": true}}));
    }
    stage.act(json!({"do": "reply", "unit": 27, "coming": "no", "why": "出差"}));
    stage
}

#[test]
fn the_desk_of_the_notice_says_what_those_announced_could_carry() {
    everywhere("notice", replied, &["C-n", "'代表2'", "Enter", "Esc Space"]);
    let mut stage = replied(Lang::Zh, LARGE);
    stage.press("C-n").sees("名册36家，26家告知到会（本人20、委派4、委托2），请假1家，未回9家");
    stage.sees("第4项（24票）只多2家，少3家即不能通过");
    stage.press("Esc").sees("拟委派 代表21").sees("拟请假");
    stage.press("Tab").sees("须24 只多2");
}

#[test]
fn a_reply_is_entered_row_by_row() {
    let sent = |lang, size| {
        let mut stage = Stage::new(lang, size);
        stage.act(json!({"do": "send_notice", "how": "letter", "day": "2026-04-30"}));
        stage
    };
    in_both(
        "reply",
        SMALL,
        sent,
        &[
            "C-n Enter",
            "Tab Right Tab '代表01' Tab '授权书1号' C-s",
            "Down Enter Tab Right Right C-s",
        ],
    );
}

#[test]
fn the_door_starts_from_the_replies() {
    let mut stage = replied(Lang::Zh, SMALL);
    // The delegate's name is filled in; a letter waits for its holder; who excused itself is excused.
    stage.press("'21' Enter").sees("签到（委派）：示例零售商三（代表21 授权书）");
    stage.press("'25' Enter").sees("自己没有到场，不能代投");
    stage.press("Esc");
    stage.press("Esc '27' Enter").sees("请假");
    stage.press("Esc C-z");
    in_both("all-except-announced", SMALL, replied, &["C-a", "Enter"]);
}

#[test]
fn an_item_after_the_notice_is_marked() {
    let mut stage = replied(Lang::Zh, SMALL);
    stage.act(json!({"do": "add_item", "item": {"title": "后来的事项"}}));
    stage.press("Tab").sees("+ 12 后来的事项");
}

#[test]
fn article_9_signatures_are_counted_as_they_come() {
    in_both(
        "requisition",
        SMALL,
        Stage::new,
        &[
            "C-p '联署提议' Enter C-n '讨论秘书处工作' C-s",
            "Enter '1-17' C-s",
            "Enter '18' C-s",
            "Space",
        ],
    );
    let mut stage = Stage::new(Lang::En, LARGE);
    stage.act(json!({"do": "open_requisition", "body": "assembly", "by": "requisition", "matters": "讨论秘书处工作"}));
    let units: Vec<u32> = (1..=18).collect();
    stage.act(json!({"do": "sign_requisition", "requisition": 1, "units": units}));
    stage
        .press("C-p '联署提议' Enter")
        .sees("18/36")
        .sees("18 of 36 signed, 18 needed (article 9):");
}

#[test]
fn a_paper_of_an_election_starts_from_the_nominations() {
    let mut stage = replied(Lang::Zh, LARGE);
    for (name, unit) in [("候选人甲", 1), ("候选人乙", 2)] {
        stage
            .act(json!({"do": "nominate", "item": 11, "seat": {"of": "office", "office": "chair"},
            "name": name, "unit": unit, "by": [3, 4]}));
    }
    stage.act(
        json!({"do": "nominate", "item": 11, "seat": {"of": "office", "office": "vice_chair"},
        "name": "候选人丙", "unit": 5, "by": [6]}),
    );
    stage.press("C-p '预测' Enter").sees("提名候选人甲（理事长），提名方：");
    stage.press("Esc");
    stage.act(json!({"do": "sign_in_all", "except": [27]}));
    stage.act(json!({"do": "call_to_order", "presider": "理事长", "basis": "chair", "recorder": "秘书甲"}));
    stage.act(json!({"do": "open_item", "item": 11}));
    stage.press("C-p '准备选票' Enter").sees("◂ 秘书长 ▸").sees_not("候选人丙");
    // Every seat brings its own nominations along.
    stage.press("Left").sees("5 候选人丙 / 6");
    stage.press("Left").sees("1 候选人甲 / 3 4").sees("2 候选人乙 / 3 4").sees_not("候选人丙");
}
