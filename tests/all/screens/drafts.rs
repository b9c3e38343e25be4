//! The desk of drafts: changes gathered one by one, looked at, entered together; and the way back from a desk.

use super::{SMALL, Stage, sample};
use quorate::text::Lang;
use quorate::ui::keys::Action;

fn at_the_desk() -> Stage {
    let mut stage = Stage::of(sample(), Lang::Zh, SMALL);
    stage.console.perform(Action::Drafts, stage.now);
    stage.draw();
    stage
}

/// Chooses an article, and what becomes of it.
fn choose(stage: &mut Stage, no: usize, what: &str) {
    for _ in 1..no {
        stage.press("Down");
    }
    stage.press("Enter");
    stage.press(what);
}

#[test]
fn changes_are_gathered_compared_and_entered_as_one_draft() {
    let mut stage = at_the_desk();
    stage.press("C-n");
    choose(&mut stage, 8, "1");
    stage.press("End");
    stage.press("'联盟可设监事会。'");
    stage.press("C-s");
    stage.sees("起草中：1处改动");
    stage.press("1");
    choose(&mut stage, 5, "2");
    stage.press("'联盟的会徽依照第九条确定。'");
    stage.press("Tab");
    stage.press("'The emblem.'");
    stage.press("C-s");
    stage.press("1");
    choose(&mut stage, 9, "3");
    stage.sees("起草中：3处改动");
    // Article 9 cannot go: rules rest on it or others name it. The refusal leads back to the list.
    stage.press("2");
    stage.sees("编号9的条文");
    stage.press("Enter");
    choose(&mut stage, 3, "1");
    stage.press("2");
    stage.sees("第六条（新增）").sees("依照第十条确定");
    assert!(stage.console.ledger.book.drafts.is_empty(), "nothing is entered yet");
    stage.press("Enter");
    stage.press("3");
    stage.press("'秘书处起草'");
    stage.press("C-s");
    let [draft] = stage.console.ledger.book.drafts.as_slice() else { panic!() };
    let places: Vec<_> = draft.comparison.articles.iter().map(|a| (a.old, a.new)).collect();
    assert!(
        places.contains(&(None, Some(6))) && places.contains(&(Some(8), Some(9))),
        "{places:?}"
    );
    assert_eq!(draft.note, "秘书处起草");
    stage.sees_not("尚未提交");
}

#[test]
fn from_the_home_screen_a_desk_leads_back_to_it() {
    let mut stage = Stage::of(sample(), Lang::Zh, SMALL);
    stage.console.perform(Action::Decisions, stage.now);
    stage.press("Esc");
    assert!(!stage.console.at_home(), "from the meeting to the meeting");
    stage.console.perform(Action::HomeScreen, stage.now);
    stage.console.perform(Action::Decisions, stage.now);
    stage.press("Esc");
    assert!(stage.console.at_home());
}
