//! What comes after what: a result goes when the next question comes, and never comes back.

use super::book::{Session, TEXT, state};
use super::{screen, shows};
use quorate::text::Lang;
use quorate::ui::hall::Mode;
use serde_json::json;

/// Whether anything of the vote that carried 25 to 2 is on the wall.
fn old_figures(session: &Session) -> bool {
    [(80, 24), (200, 50)].into_iter().any(|size| {
        let buf = screen(session, size, Mode::Show, Lang::Zh);
        ["通过", "25", "赞成"].iter().any(|word| shows(&buf, word))
    })
}

#[test]
fn a_new_item_never_shows_the_figures_of_the_one_before() {
    let mut s = state("carried");
    assert!(old_figures(&s));
    s.item(1);
    assert!(!old_figures(&s));
    s.motion(1, "批准年度工作报告。");
    assert!(!old_figures(&s));
    s.act(json!({"do": "withdraw", "motion": 2}));
    s.act(json!({"do": "close_item", "item": 1}));
    assert!(!old_figures(&s), "an item without a vote does not bring it back");
}

#[test]
fn a_result_stays_until_something_new_is_taken_up() {
    let mut s = state("carried");
    s.act(json!({"do": "note", "text": "会场提问"}));
    assert!(old_figures(&s));
    s.act(json!({"do": "close_item", "item": 2}));
    assert!(old_figures(&s), "between items");
    s.act(json!({"do": "break"}));
    assert!(!old_figures(&s));
    s.act(json!({"do": "resume"}));
    assert!(!old_figures(&s), "after the break");
}

#[test]
fn a_new_vote_begins_without_figures() {
    let mut s = state("void");
    s.vote(1, "hands");
    let buf = screen(&s, (120, 36), Mode::Show, Lang::Zh);
    // The seal at the foot may hold any figures.
    assert!(shows(&buf, "–") && !shows(&buf, "赞成 25") && !shows(&buf, "作废"));
}

#[test]
fn undo_of_the_next_item_brings_the_result_back() {
    let mut s = state("carried");
    s.act(json!({"do": "close_item", "item": 2})).item(4);
    assert!(!old_figures(&s));
    s.act(json!({"do": "undo"}));
    assert!(old_figures(&s));
}

#[test]
fn an_amendment_is_shown_as_one_before_its_motion() {
    let mut s = state("amendment");
    s.vote(2, "hands").count(30, 0, 0).close_vote().declare();
    let buf = screen(&s, (200, 50), Mode::Show, Lang::Zh);
    assert!(shows(&buf, "（修正案）") && shows(&buf, "通过"));
    s.vote(1, "hands");
    let buf = screen(&s, (200, 50), Mode::Show, Lang::Zh);
    assert!(!shows(&buf, "（修正案）") && !shows(&buf, "30家"));
}

#[test]
fn a_challenge_starts_the_count_again() {
    let mut s = state("closed");
    s.act(json!({"do": "challenge", "by": "示例零售商", "method": "roll_call"}));
    let buf = screen(&s, (120, 36), Mode::Show, Lang::Zh);
    assert!(shows(&buf, "重新计票") && shows(&buf, "下一位") && !shows(&buf, "25"));
}

/// What is noted privately, and what stands in a letter, is nobody's business on the wall.
#[test]
fn nothing_private_is_shown() {
    let mut s = state("motion");
    s.act(json!({"do": "note", "text": "内部提醒甲", "who": "某乙", "private": true}));
    s.act(json!({"do": "sign_in", "unit": 31, "presence": {"as": "excused", "why": "住院丙"}}));
    for vote in [false, true] {
        if vote {
            s.vote(1, "hands");
        }
        for size in [(80, 24), (200, 50)] {
            let buf = screen(&s, size, Mode::Show, Lang::Both);
            for word in ["内部提醒甲", "某乙", "住院丙"] {
                assert!(!shows(&buf, word), "{word}");
            }
        }
    }
}

#[test]
fn the_motion_stands_in_full_on_every_usual_screen() {
    let s = state("motion");
    for wide in [80, 120] {
        let buf = screen(&s, (wide, 36), Mode::Show, Lang::Zh);
        assert!(shows(&buf, TEXT), "{wide}");
    }
}
