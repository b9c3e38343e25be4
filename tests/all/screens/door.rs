//! Before the meeting: the book's opening entries, and the door.

use super::{LARGE, SMALL, Size, Stage, everywhere, in_both, story};
use quorate::text::Lang;
use serde_json::json;

#[test]
fn the_roll_is_searched_by_pinyin_number_and_name() {
    everywhere("sign-in", Stage::new, &["'xjsl'", "Down Enter", "'9'"]);
    let mut stage = Stage::new(Lang::Zh, SMALL);
    for (typed, found, not) in [
        ("'xjsl'", "新疆示例质量检验院", "示例零售商一"),
        ("'xjzl'", "新疆示例质量检验院", "新疆示例认证中心"),
        ("'zhiliang'", "新疆示例质量技术中心", "示例零售商一"),
        ("'质量'", "新疆示例质量技术中心", "示例零售商一"),
        ("'２１'", "示例零售商三", "示例零售商二"),
    ] {
        stage.press("Esc").press(typed).sees(found).sees_not(not);
    }
    stage.press("Esc 'nobody'").sees("没有符合的单位");
}

#[test]
fn all_are_signed_in_but_a_few() {
    everywhere("all-except", Stage::new, &["C-a '3 21 x'", "Enter", "BS Enter"]);
}

#[test]
fn a_unit_is_represented_excused_or_absent() {
    in_both(
        "presence",
        SMALL,
        Stage::new,
        &[
            "Down Space",
            "2 '代表甲' Enter '授权书1号' Enter",
            "Down Space 5 '出差' Enter",
            "Down Space 6",
        ],
    );
    let proxy = |lang, size| {
        let mut stage = Stage::new(lang, size);
        stage.act(json!({"do": "sign_in_all", "except": [17]}));
        stage
    };
    in_both("proxy", LARGE, proxy, &["'17' Space 3 '5'", "C-s"]);
}

#[test]
fn the_meeting_is_called_to_order() {
    let ready = |lang, size| {
        let mut stage = Stage::new(lang, size);
        stage.act(json!({"do": "sign_in_all", "except": [3, 21]}));
        stage
    };
    everywhere("call-to-order", ready, &["C-g", "Tab Tab Tab C-u '秘书甲' C-s"]);
    // Nobody is there: the next step is the door, not the opening.
    Stage::new(Lang::Zh, SMALL).press("C-g").sees("除…外全部到会");
}

#[test]
fn a_correction_shows_what_it_touches() {
    let voted = |lang, size: Size| {
        let mut stage = Stage::voting(lang, size, 1, "hands");
        stage.result(20, 10, 2);
        stage.focus("签到", "Attendance");
        stage
    };
    in_both(
        "correct-attendance",
        LARGE,
        voted,
        &["Down Space 9", "Down Right 3*Right Tab '09:00' Tab '会后查明未到会' Enter", "Esc"],
    );
}

#[test]
fn a_new_book_says_what_to_enter_first() {
    everywhere("home", Stage::empty, &["Right"]);
    in_both(
        "opening",
        SMALL,
        Stage::empty,
        &[
            "1 Tab '示例单位' Tab '示例' Tab Right Tab '2022-9-29'",
            "C-s",
            "3 Enter '1' Enter",
            "4 Down '甲' Enter '1' Enter Enter Enter",
            "5 Enter",
            "C-u '2' Tab C-u '0' C-s",
            "6 C-s",
            "8",
            "Enter",
            "Esc 7",
        ],
    );
}

#[test]
fn a_meeting_is_convened_on_the_home_screen() {
    let enrolled = |lang, size| {
        let mut stage = Stage::empty(lang, size);
        stage.act(json!({"do": "enrol", "units": [
            {"unit": 1, "name": "示例认证机构一", "category": "certification_body"},
            {"unit": 2, "name": "示例零售商一", "category": "retailer"},
            {"unit": 3, "name": "示例采购商一", "category": "buyer"},
        ]}));
        stage.act(json!({"do": "fill", "office": "chair", "name": "理事长", "unit": 1}));
        stage
    };
    in_both(
        "convene",
        SMALL,
        enrolled,
        &["7", "Enter Tab '示例会议中心' Tab '2026-05-01'", "C-s", "Tab 3 '年度工作报告'"],
    );
}

#[test]
fn both_languages_stand_side_by_side() {
    story("both-large", Stage::open(Lang::Both, LARGE), &["Enter", "C-g"]);
}
