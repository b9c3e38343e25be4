//! In session without a vote: agenda, motions, amendments, refusals, notes, breaks, the end.

use super::{LARGE, SMALL, Size, Stage, everywhere, in_both, same};
use quorate::text::Lang;
use serde_json::json;

fn on_agenda(lang: Lang, size: Size) -> Stage {
    let mut stage = Stage::open(lang, size);
    stage.focus("议程", "Agenda");
    stage
}

#[test]
fn the_agenda_says_what_each_item_needs() {
    everywhere("agenda", on_agenda, &["3*Down", "9", "4 '材料未到' Enter"]);
}

#[test]
fn an_item_is_added_referred_and_gets_a_paper() {
    in_both(
        "agenda-work",
        SMALL,
        on_agenda,
        &[
            "3 '临时议题' Tab 4*Right",
            "C-s",
            "Esc",
            "C-s",
            "'主席提出，无异议' C-s",
            "3*Down 7",
            "Enter",
            "'意见汇总' C-s",
            "End 6",
            "1 '须先审核' Enter",
        ],
    );
}

#[test]
fn the_motion_form_shows_rule_base_article_and_needed_at_once() {
    let taken_up = |lang, size| {
        let mut stage = on_agenda(lang, size);
        stage.press("3*Down Enter");
        stage
    };
    everywhere("motion", taken_up, &["1", "Tab", "C-s 3*Tab '秘书处' C-s"]);
    let admission = |lang, size| {
        let mut stage = on_agenda(lang, size);
        stage.press("4*Down Enter");
        stage
    };
    in_both("motion-subjects", LARGE, admission, &["1", "C-s"]);
}

#[test]
fn what_is_not_in_order_is_refused_with_clause_and_way_out() {
    // A paper the charter asks for is not on file.
    let bare = |lang, size: Size| {
        let mut stage = Stage::new(lang, size);
        stage.act(json!({"do": "add_item", "item": {"title": "修改章程（第三条）", "matter": "amendment", "draft": "第三条修改。"}, "on_notice": true}));
        stage.act(json!({"do": "sign_in_all", "except": []}));
        stage.act(json!({"do": "call_to_order", "presider": "理事长", "basis": "chair", "recorder": "秘书甲"}));
        stage.act(json!({"do": "open_item", "item": 11}));
        stage.focus("议案", "Motion");
        stage
    };
    in_both(
        "refused-paper",
        SMALL,
        bare,
        &["1 C-s", "Enter", "Esc S-Tab End 7 Enter", "'意见汇总' C-s"],
    );
    // A matter of another body.
    let council = |lang, size| {
        let mut stage = Stage::new(lang, size);
        stage.act(json!({"do": "convene", "body": "council", "by": "council_by_chair", "date": "2026-05-20", "place": "示例会议室", "notice": "2026-05-01", "agenda": [{"title": "修改章程", "matter": "amendment", "draft": "第三条修改。"}]}));
        stage.console.view.meeting = Some(2);
        stage.draw();
        stage
    };
    in_both("refused-body", LARGE, council, &["C-a Enter", "C-g C-s", "C-g", "C-g", "C-s"]);
}

#[test]
fn a_vote_that_cannot_pass_needs_a_reason() {
    let few = |lang, size| {
        let except: Vec<u32> = (21..=36).collect();
        let mut stage = Stage::with_present(lang, size, &except);
        stage.take_up(4);
        stage
    };
    everywhere("unpassable", few, &["2 Enter", "C-s", "'主持人要求照常表决' C-s"]);
}

#[test]
fn an_amendment_is_voted_first() {
    let moved = |lang, size| Stage::moved(lang, size, 4);
    everywhere(
        "amendment",
        moved,
        &[
            "3 '至少召开两次' C-s",
            "C-u '每年至少召开两次联盟大会。' C-s",
            "8",
            "2 Enter",
            "Esc 8 2 Enter",
            "5 '30' C-s 9 0",
            "S-Tab",
        ],
    );
}

#[test]
fn a_motion_is_reworded_and_withdrawn() {
    let moved = |lang, size| Stage::moved(lang, size, 1);
    in_both("reword", SMALL, moved, &["4 '（修改稿）'", "C-s", "5"]);
}

#[test]
fn somebody_leaves_the_vote_for_his_own_matter() {
    let moved = |lang, size| {
        let mut stage = Stage::open(lang, size);
        stage.act(json!({"do": "open_item", "item": 8}));
        stage.focus("议案", "Motion");
        stage
    };
    in_both("recusal", LARGE, moved, &["7 '11' Tab '本单位的授权'", "Enter"]);
}

#[test]
fn a_note_is_taken_while_a_vote_is_open() {
    let voting = |lang, size| Stage::voting(lang, size, 1, "hands");
    everywhere("note", voting, &["C-e '某代表要求说明票数。' Tab Right", "C-s"]);
}

#[test]
fn undo_says_what_it_undid() {
    let voting = |lang, size| Stage::voting(lang, size, 1, "hands");
    in_both("undo", SMALL, voting, &["5 '30' Enter '2' Enter '1' Enter", "C-z", "C-z"]);
    // A declared result is beyond undo.
    let mut stage = Stage::voting(Lang::Zh, SMALL, 1, "hands");
    stage.result(30, 2, 1);
    let before = stage.entries();
    stage.press("C-z");
    assert_eq!(stage.entries(), before);
    assert!(stage.notice_shown());
    same("undo-refused", &stage.screen());
}

#[test]
fn a_break_and_the_way_back() {
    let brief = |lang, size| {
        let mut stage = Stage::open(lang, size);
        stage.act(json!({"do": "break"}));
        stage
    };
    in_both("break", LARGE, brief, &["Right", "C-g"]);
}

#[test]
fn closing_waits_for_every_item() {
    let early = |lang, size| {
        let mut stage = Stage::open(lang, size);
        stage.press("C-p");
        stage
    };
    for lang in [Lang::Zh, Lang::En] {
        let mut stage = early(lang, LARGE);
        choose(&mut stage, "闭会", "close the meeting");
        let code = super::code(lang);
        same(&format!("close-early-{code}"), &stage.screen());
    }
}

/// Goes to a line of the open menu and takes it.
pub fn choose(stage: &mut Stage, zh: &str, en: &str) {
    for _ in 0..80 {
        let quorate::ui::view::Layer::Menu(menu) = stage.console.view.layers.last().unwrap() else {
            panic!("no menu on:\n{}", stage.screen());
        };
        let label = &menu.lines[menu.at].1;
        if label == zh || label == en {
            stage.press("Enter");
            return;
        }
        stage.press("Down");
    }
    panic!("no {zh} on:\n{}", stage.screen());
}

#[test]
fn a_closed_meeting_shows_its_minutes() {
    let done = |lang, size| {
        let mut stage = Stage::voting(lang, size, 1, "hands");
        stage.result(30, 2, 1);
        for item in 2..=10 {
            stage.act(json!({"do": "carry_over", "item": item, "why": "时间已到"}));
        }
        stage.act(json!({"do": "close_item", "item": 1}));
        stage
    };
    in_both("closed", LARGE, done, &["C-g", "C-g", "PgDn", "Esc"]);
    in_both("closed-small", SMALL, done, &["C-g", "C-g End"]);
}
