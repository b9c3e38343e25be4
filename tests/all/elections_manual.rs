//! What docs/elections.md promises is what happens: its script runs, its figures and its codes are the program's.

// Helpers here stand outside test functions, where clippy allows it.
#![allow(clippy::unwrap_used)]

use crate::common::{Folder, act, papers};
use quorate::ledger::Ledger;
use quorate::record::Code;
use quorate::text::strokes;
use serde_json::{Value, json};

const MANUAL: &str = include_str!("../../docs/elections.md");

fn script() -> Vec<String> {
    let (_, after) = MANUAL.split_once("```jsonl\n").unwrap();
    let (lines, _) = after.split_once("```").unwrap();
    lines.lines().map(str::to_owned).collect()
}

#[test]
fn the_election_in_the_manual_runs() {
    let folder = Folder::new();
    let path = folder.join("elections.book");
    let lines = script();
    let answers = act(&path, &lines);
    let commands: Vec<&String> = lines.iter().filter(|line| !line.starts_with('#')).collect();
    assert_eq!(answers.len(), commands.len(), "one answer a line");
    for (line, answer) in commands.iter().zip(&answers) {
        assert_eq!(answer["ok"], true, "{line}\n{answer:#}");
    }
    let declared: Vec<&Value> =
        answers.iter().filter(|a| a["events"][0]["kind"] == "round_declared").collect();
    let flags: Vec<&Value> = declared.iter().map(|a| &a["codes"]).collect();
    assert_eq!(flags, [&json!([]), &json!(["tie_at_last_seat"]), &json!([])]);
    let asked = &answers.last().unwrap()["answer"];
    assert_eq!(asked["elections"][0]["elected"], json!(["候选人甲"]));
    assert_eq!(asked["elections"][1]["elected"], json!(["候选人乙", "候选人丁"]));
    let book = Ledger::open_read_only(&path).unwrap().book;
    let day = |text: &str| text.parse().unwrap();
    let held = |office: &str, on: &str| -> Vec<String> {
        book.holders_of(office, day(on)).iter().map(|h| h.name.clone()).collect()
    };
    assert_eq!(held("chair", "2026-05-19"), ["代表01"]);
    assert_eq!(held("chair", "2026-05-20"), ["候选人甲"]);
    assert_eq!(held("vice_chair", "2029-05-20"), ["候选人乙", "候选人丁"]);
    assert!(held("vice_chair", "2029-05-21").is_empty());
    let printed = &book.meeting(1).unwrap().race(1, 2).unwrap().rounds[0].candidates;
    let printed: Vec<String> = printed.iter().map(|c| c.name.clone()).collect();
    assert_eq!(printed.len(), 3);
    assert_eq!(strokes::order(&printed), [0, 1, 2], "as the manual says they are printed");
}

/// Each figure of the table behind the script stands in the English minutes of that very book.
#[test]
fn the_manual_shows_what_the_minutes_say() {
    let folder = Folder::new();
    let path = folder.join("elections.book");
    act(&path, &script());
    let paper = papers(&Ledger::open_read_only(&path).unwrap(), 1).en;
    for said in [
        "候选人甲 29, 3 against, 1 abstaining, 11 more than needed",
        "候选人乙 25, 7 more than needed",
        "候选人丁 19, 1 more than needed",
        "候选人丙 14, 4 short",
    ] {
        assert!(MANUAL.contains(said), "{said}");
        assert!(paper.contains(said), "{said}\n{paper}");
    }
}

#[test]
fn the_manual_names_codes_that_are_there() {
    let (_, table) = MANUAL.split_once("## What is refused").unwrap();
    let (table, _) = table.split_once("## A whole election").unwrap();
    let rows: Vec<&str> = table.lines().filter(|line| line.starts_with("| `")).collect();
    assert!(rows.len() > 10);
    for row in rows {
        for name in row.split('|').nth(1).unwrap().split('`').skip(1).step_by(2) {
            assert!(Code::ALL.iter().any(|code| code.stem() == name), "{name}");
        }
    }
}
