//! An election at the console, by the next step and a few commands: keys in, screen out.

use super::{LARGE, SMALL, Size, Stage, everywhere};
use quorate::text::Lang;

/// The sample assembly with its election in hand; all members are there.
fn in_hand(lang: Lang, size: Size) -> Stage {
    let mut stage = Stage::open(lang, size);
    stage.focus("议程", "Agenda");
    stage.press("End Enter");
    stage
}

/// A vote by show of hands on what was moved, to its declaration.
const CARRIED: &str = "C-g Enter C-g '34' Enter '0' Enter '0' Enter C-g C-g";

/// Rules and those who count are adopted.
fn adopted(lang: Lang, size: Size) -> Stage {
    let mut stage = in_hand(lang, size);
    stage.press("C-g C-s");
    stage.press(CARRIED);
    stage.press("C-g '代表31' Tab '代表32 代表33' Tab '代表34' C-s");
    stage.press(CARRIED);
    stage
}

/// Papers of both contests are out and both boxes open.
fn boxes_open(lang: Lang, size: Size) -> Stage {
    let mut stage = adopted(lang, size);
    stage.press("C-g '40' C-s C-g '40' C-s");
    stage.press("C-g '34' C-s C-g '34' C-s");
    stage
}

/// The command menu, narrowed to the totals of a paper sheet.
fn sheet(stage: &mut Stage, figures: &str) {
    let name = if stage.console.lang() == Lang::En { "enter a sheet" } else { "录入计票单" };
    stage.press(&format!("C-p '{name}' Enter Tab '34' Tab Tab '{figures}' C-s"));
}

#[test]
fn the_steps_before_the_papers() {
    everywhere("election-begin", in_hand, &["C-g", "Esc C-p '符号' Enter"]);
}

#[test]
fn papers_box_and_sheet() {
    everywhere(
        "election-papers",
        adopted,
        &["C-g", "'40' C-s C-g '40' C-s", "C-g '34' C-s C-g '34' C-s"],
    );
}

#[test]
fn a_whole_election_from_the_rules_to_the_offices() {
    for lang in [Lang::Zh, Lang::En] {
        for size in [SMALL, LARGE] {
            let mut stage = boxes_open(lang, size);
            sheet(&mut stage, "21 13");
            stage.sees(if lang == Lang::En { "34 of 34" } else { "已计34张" });
            sheet(&mut stage, "25 20 20");
            // Both counts end, the results are declared one after the other.
            stage.press("C-g C-g C-g C-g");
            stage.sees("候选人丙");
            let meeting = stage.console.meeting().unwrap();
            let item = meeting.item_in_hand().unwrap().no;
            let tied: Vec<&str> =
                meeting.race(item, 2).unwrap().tied().iter().map(|f| f.name.as_str()).collect();
            assert_eq!(tied, ["候选人丁", "候选人戊"]);
            // Again between the tied: the next step hands out papers for them alone.
            stage.press("C-g C-s C-g '34' C-s");
            sheet(&mut stage, "18 16");
            // Eighteen is exactly half of all: the presider rules, with a reason.
            stage.press("C-g C-g");
            stage.sees(if lang == Lang::En { "reason (compulsory)" } else { "理由（必填）" });
            stage.press("Tab '半数以上含本数' C-s");
            let book = &stage.console.ledger.book;
            let day = stage.console.meeting().unwrap().date;
            let held = |office: &str| -> Vec<String> {
                book.holders_of(office, day).iter().map(|h| h.name.clone()).collect()
            };
            assert_eq!(held("chair"), ["候选人甲"]);
            assert_eq!(held("vice_chair"), ["候选人丙", "候选人丁"]);
        }
    }
}

#[test]
fn a_fault_of_a_candidate_stands_at_its_row() {
    let mut stage = in_hand(Lang::Zh, LARGE);
    stage.press("C-p '准备选票' Enter 5*Tab '候选人己' C-s");
    stage.sees("单位序号 姓名");
    stage.press("Esc");
}

#[test]
fn a_box_with_too_many_papers_is_declared_void_and_voted_again() {
    let mut stage = adopted(Lang::Zh, LARGE);
    stage.press("C-g '40' C-s C-g '40' C-s");
    stage.press("C-g '35' C-s");
    stage.sees("选举无效");
}

#[test]
fn who_nominates_stands_behind_a_slash() {
    let mut stage = in_hand(Lang::Zh, LARGE);
    stage.press("C-p '准备选票' Enter 5*Tab '7 候选人己 / 4 5' C-s");
    let meeting = stage.console.meeting().unwrap();
    let item = meeting.item_in_hand().unwrap().no;
    let election = meeting.election(item).unwrap();
    let all = election.races.iter().flat_map(|r| &r.contest.candidates);
    let found = all.into_iter().find(|c| c.name == "候选人己").unwrap();
    assert_eq!((found.unit, found.nominators.as_slice()), (Some(7), [4, 5].as_slice()));
}
