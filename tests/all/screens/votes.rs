//! Votes: by hands, by name, by paper; counted, declared, doubted, void, corrected.

use super::debate::choose;
use super::{LARGE, SMALL, Size, Stage, everywhere, in_both, same, story};
use quorate::text::Lang;
use serde_json::json;

fn hands(lang: Lang, size: Size) -> Stage {
    Stage::voting(lang, size, 4, "hands")
}

#[test]
fn hands_are_counted_and_the_result_is_declared() {
    everywhere(
        "hands",
        hands,
        &[
            "Right",
            "5 '22'",
            "Enter '2' Enter '1' Enter",
            "5 '25' Enter '2' Enter '1' Enter",
            "Enter",
            "Enter",
        ],
    );
}

#[test]
fn a_lost_vote_says_what_was_missing() {
    in_both("lost", LARGE, hands, &["5 '22' Enter '10' Enter '1' Enter 9", "0", "C-g"]);
}

#[test]
fn the_method_is_chosen_with_the_number_needed_in_view() {
    in_both("method", SMALL, |lang, size| Stage::moved(lang, size, 4), &["2", "2"]);
}

#[test]
fn exactly_half_is_for_the_presider_to_rule() {
    let half = |lang, size| Stage::voting(lang, size, 1, "hands");
    everywhere(
        "half",
        half,
        &["5 '18' Enter '10' Enter '6' Enter", "9", "0", "C-s", "Tab '条文写明含本数' C-s"],
    );
}

#[test]
fn the_roll_is_called_and_who_is_still_out_is_seen() {
    let call = |lang, size| Stage::voting(lang, size, 3, "roll_call");
    everywhere("roll-call", call, &["Right", "1 1 2 3 4", "3*Up 1", "9", "Esc"]);
    let mut stage = call(Lang::Zh, SMALL);
    stage.press("34*1");
    story("roll-call-complete", stage, &["9", "0"]);
}

#[test]
fn a_secret_ballot_adds_up_or_is_refused() {
    let secret = |lang, size| Stage::voting(lang, size, 2, "secret");
    everywhere(
        "ballot",
        secret,
        &[
            "5",
            "Tab '34' Tab '33' Tab '1' Tab '20' Tab '10' Tab '2'",
            "Enter",
            "Esc BS '3' Enter",
            "9 0",
        ],
    );
    in_both("ballot-more", SMALL, secret, &["5 '40' Tab '40' Tab '40' Tab Tab '40' Enter"]);
}

#[test]
fn only_the_minority_is_counted_where_nothing_grave_is_decided() {
    let plain = |lang, size| Stage::voting(lang, size, 1, "hands");
    in_both("minority", LARGE, plain, &["6 '3' Enter '1'", "C-s"]);
    in_both("minority-grave", LARGE, hands, &["6 '3' Enter '1' C-s"]);
}

#[test]
fn a_doubted_count_is_counted_anew() {
    in_both(
        "challenge",
        LARGE,
        hands,
        &["5 '24' Enter '2' Enter '1' Enter 9", "7", "2 '某代表' Enter '计数有误' C-s"],
    );
}

#[test]
fn a_void_vote_leaves_its_motion() {
    in_both("void", LARGE, hands, &["8 '表决中有人离场' Enter", "C-g"]);
}

#[test]
fn subjects_are_voted_one_by_one() {
    in_both(
        "in-parts",
        SMALL,
        |lang, size| Stage::moved(lang, size, 5),
        &["6", "1", "5 '30' Enter Enter Enter 9 0"],
    );
}

#[test]
fn a_corrected_count_shows_what_it_touches() {
    for lang in [Lang::Zh, Lang::En] {
        let mut stage = Stage::voting(lang, LARGE, 1, "hands");
        stage.result(20, 10, 2);
        stage.press("C-p");
        choose(&mut stage, "更正票数", "correct a count");
        story(
            &format!("correct-count-{}", super::code(lang)),
            stage,
            &["1", "'15' Tab '15' 3*Tab '抄错' C-s", "Esc"],
        );
    }
}

#[test]
fn somebody_who_comes_late_does_not_vote_unless_admitted() {
    let mut stage = hands(Lang::Zh, LARGE);
    stage.act(json!({"do": "sign_in", "unit": 3, "presence": {"as": "in_person", "who": ""}}));
    stage.press("C-p");
    choose(&mut stage, "准许迟到者参加本次表决", "");
    stage.press("'3' Enter");
    same("late-comer", &stage.screen());
}

#[test]
fn no_key_but_its_own_answers_for_a_unit() {
    let mut stage = Stage::voting(Lang::Zh, SMALL, 3, "roll_call");
    let before = stage.entries();
    stage.press("5 0 Esc Enter C-g F5").sees("点名：1 示例认证机构一");
    assert_eq!(stage.entries(), before, "\n{}", stage.screen());
    stage.press("4 Enter").sees("点名：2 示例认证机构二");
    assert_eq!(stage.entries(), before + 1);
}

#[test]
fn a_number_offered_gives_way_to_the_one_typed() {
    let mut stage = Stage::voting(Lang::Zh, SMALL, 2, "secret");
    // Once touched it is text like any other.
    stage.press("5 BS '0'").sees("发出  30 ");
    // What was typed and left is offered again, and gives way as well.
    stage.press("Esc 5 '20'").sees("发出  20 ").sees_not("3020");
    stage.press("Esc 5 Tab S-Tab '1'").sees("发出  1 ");
}
