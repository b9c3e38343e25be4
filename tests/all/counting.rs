//! The count of an election below its screen: what a typed line is, and that no paper leaves the teller's hands.

// Helpers of tests may unwrap like the tests themselves.
#![allow(clippy::unwrap_used)]

use crate::common::{self, Folder, morning};
use crate::screens::counting::script;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use quorate::charter::Blank;
use quorate::ledger::Ledger;
use quorate::record::Event;
use quorate::record::election::Marks;
use quorate::text::Lang;
use quorate::ui::console::Console;
use quorate::ui::counting;
use quorate::ui::counting::paper::{Invalid, Mark, Paper, Rules, Wrong, sheet};
use quorate::ui::term::Msg;
use quorate::ui::view::View;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

fn rules(names: usize, seats: u32, marks: Marks) -> Rules {
    Rules { names, seats, marks, blank: Blank::Abstain }
}

/// A paper as signs: `+` for, `-` against, `.` neither.
fn signs(paper: &Paper) -> String {
    match paper {
        Paper::Invalid(why) => format!("{why:?}"),
        Paper::Valid { marks, written } => {
            let signs: String = marks
                .iter()
                .map(|m| match m {
                    Mark::Yes => '+',
                    Mark::No => '-',
                    Mark::None => '.',
                })
                .collect();
            let written: String = written.iter().map(|w| format!(" {w}")).collect();
            signs + &written
        }
    }
}

#[test]
fn a_typed_line_is_one_paper_or_none() {
    let each = rules(3, 2, Marks::Each);
    let all = rules(3, 3, Marks::Each);
    let pick = rules(3, 2, Marks::Pick);
    let many = rules(12, 5, Marks::Pick);
    let unknown = |n| Err(Wrong::Unknown(n));
    let unreadable = |t: &str| Err(Wrong::Unreadable(t.to_owned()));
    let table: &[(&Rules, &str, Result<&str, Wrong>)] = &[
        (&each, "1", Ok("+..")),
        (&each, "12", Ok("++.")),
        (&each, "2 1", Ok("++.")),
        (&each, "12/3", Ok("++-")),
        (&each, "12-3", Ok("++-")),
        (&each, "１２／３", Ok("++-")),
        (&each, "/123", Ok("---")),
        (&each, " / 1 ", Ok("-..")),
        (&each, "1/", Ok("+..")),
        (&all, "0", Ok("+++")),
        (&each, "0", Ok("TooMany(3)")),
        (&all, "0/1", Err(Wrong::Twice(1))),
        (&each, "123", Ok("TooMany(3)")),
        (&each, "4", unknown(4)),
        (&each, "10", unknown(0)),
        (&each, "11", Err(Wrong::Twice(1))),
        (&each, "1/1", Err(Wrong::Twice(1))),
        (&each, "1/2/3", unreadable("1/2/3")),
        (&each, "", Err(Wrong::Empty)),
        (&each, "   ", Err(Wrong::Empty)),
        (&each, "00", Ok("Said")),
        (&each, "０0", Ok("Said")),
        (&each, "x", Ok("Said")),
        (&each, "X", Ok("Said")),
        (&each, "1x", unreadable("x")),
        (&each, "1、3", unreadable("、3")),
        (&each, "1/2 示例人", Ok("+-. 示例人")),
        (&each, "示例人", Ok("... 示例人")),
        (&each, "1 示例人 示例者", Ok("TooMany(3)")),
        (&all, "1 Ann Example, Ben Example", Ok("+.. Ann Example Ben Example")),
        (&all, "示例人 示例人", unreadable("示例人")),
        (&each, "1示例人", unreadable("示例人")),
        (&each, "1 示例2", unreadable("示例2")),
        (&pick, "13", Ok("+.+")),
        (&pick, "1/3", Err(Wrong::OnlyPicked)),
        (&pick, "0", Err(Wrong::OnlyPicked)),
        (&pick, "123", Ok("TooMany(3)")),
        (&many, "1 12", Ok("+..........+")),
        (&many, "12", Ok("...........+")),
        (&many, "13", unknown(13)),
        (&many, "1 2 3 4 5 6", Ok("TooMany(6)")),
        (&many, "99999999999", unreadable("99999999999")),
    ];
    for (rules, line, expected) in table {
        let read = rules.read(line, false).map(|p| signs(&p));
        let expected = expected.clone().map(str::to_owned);
        assert_eq!(read, expected, "{line:?} with {rules:?}");
    }
    assert_eq!(each.read("", true).map(|p| signs(&p)), Ok("...".to_owned()));
    let strict = Rules { blank: Blank::Invalid, ..each };
    assert_eq!(strict.read("", true), Ok(Paper::Invalid(Invalid::Blank)));
}

#[test]
fn a_sheet_is_the_same_in_whatever_order_its_papers_lay() {
    let rules = rules(3, 2, Marks::Each);
    let mut papers: Vec<Paper> = ["12/3", "1", "/123", "00", "1 示例乙", "2 示例甲"]
        .iter()
        .map(|line| rules.read(line, false).unwrap())
        .collect();
    let sums = sheet(&papers, 3, Marks::Each);
    assert_eq!((sums.valid, sums.invalid), (5, 1));
    papers.reverse();
    assert_eq!(sheet(&papers, 3, Marks::Each), sums);
}

// --- what is on the disk ------------------------------------------------------------------------------------

/// A book on the disk whose election has this many papers in the box.
pub fn book(folder: &Folder, papers: u32) -> PathBuf {
    let path = folder.join("sample.book");
    let names = ["候选人甲", "候选人乙", "候选人丙"];
    let script = script(&names, 2, "each", papers, json!({}));
    let lines: Vec<String> = script.lines().map(str::to_owned).collect();
    let answers = common::act(&path, &lines);
    assert!(answers.iter().all(|a| a["ok"] == true), "{answers:#?}");
    path
}

/// A console of that book, its count open.
pub fn console(path: &Path) -> Console {
    let ledger = Ledger::open(path).unwrap();
    let mut console = Console::new(ledger, View::plain(Lang::Zh), Some(path.to_owned()));
    counting::open(&mut console, 1, 1);
    console
}

/// Types a line and Enter.
pub fn enter(console: &mut Console, line: &str) {
    let mut codes: Vec<KeyCode> = line.chars().map(KeyCode::Char).collect();
    codes.push(KeyCode::Enter);
    for code in codes {
        console.handle(Msg::Key(KeyEvent::new(code, KeyModifiers::NONE)), morning());
    }
}

fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    PathBuf::from(name)
}

fn bytes(path: &Path, end: &str) -> Vec<u8> {
    std::fs::read(beside(path, end)).unwrap_or_default()
}

/// The files in the book's folder, but those SQLite locks with.
fn files(path: &Path) -> Vec<String> {
    let all = std::fs::read_dir(path.parent().unwrap()).unwrap();
    let mut names: Vec<String> =
        all.map(|f| f.unwrap().file_name().into_string().unwrap()).collect();
    names.retain(|n| !n.ends_with("-shm") && !n.ends_with("-wal"));
    names.sort();
    names
}

#[test]
fn no_paper_can_be_read_off_the_disk() {
    let folder = Folder::new();
    let path = book(&folder, 40);
    let mut console = console(&path);
    // Every paper has a name of its own written in, so that a trace of one could be told from all others.
    let marks = ["1", "2", "/12", "12/3", "", "00", "1/3", "3", "/3", "2/1"];
    let rules = rules(3, 2, Marks::Each);
    let before = console.ledger.entries.len();
    for batch in 0..4 {
        let (book_before, wal_before) = (bytes(&path, ""), bytes(&path, "-wal"));
        let mut papers = Vec::new();
        let mut change = 0;
        for (place, line) in marks.iter().enumerate() {
            let name = char::from_u32(0x4e00 + batch * 10 + place as u32).unwrap();
            let line =
                if place == 0 { format!("/{line} 示例{name}") } else { (*line).to_owned() };
            enter(&mut console, &line);
            if line.is_empty() {
                enter(&mut console, "");
            }
            papers.push(rules.read(&line, true).unwrap());
            assert_eq!(bytes(&path, ""), book_before, "the book knows nothing of a batch in hand");
            assert_eq!(bytes(&path, "-wal"), wal_before);
            assert_eq!(files(&path), ["sample.book", "sample.book.counting.json"]);
            let scratch = bytes(&path, ".counting.json");
            assert_eq!(scratch.len(), 4096, "always as long");
            let told: Value = serde_json::from_slice(&scratch).unwrap();
            let end = scratch.iter().rposition(|b| *b == b'}').unwrap();
            assert!(
                scratch[end + 1..].iter().all(|b| *b == b' '),
                "no rest of what it said before"
            );
            let fields: Vec<&String> = told.as_object().unwrap().keys().collect();
            let known = [
                "change",
                "contest",
                "counts",
                "end",
                "invalid",
                "item",
                "meeting",
                "papers",
                "round",
                "second",
                "sheets",
                "votes",
                "written_in",
            ];
            assert_eq!(fields, known, "sums, and where they belong");
            assert!(told["change"].as_u64().unwrap() > change);
            change = told["change"].as_u64().unwrap();
            let sums = sheet(&papers, 3, Marks::Each);
            let votes: Value = sums.votes.iter().map(|s| json!([s.yes, s.no, s.abstain])).collect();
            if place == 0 {
                assert_eq!((&told["votes"], &told["written_in"]), (&json!([]), &json!([])));
                assert!(!String::from_utf8(scratch).unwrap().contains("示例"));
            } else {
                assert_eq!(told["votes"], votes);
                assert_eq!(told["invalid"], sums.invalid);
            }
        }
        enter(&mut console, "");
        assert_eq!(files(&path), ["sample.book"], "nothing is left of batch {batch}");
    }
    let new: Vec<Value> = console.ledger.entries[before..]
        .iter()
        .map(|e| match &e.fact.event {
            Event::SheetEntered { sheet, .. } => serde_json::to_value(sheet).unwrap(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(new.len(), 4, "one entry a batch");
    for sheet in &new {
        assert_eq!(sheet["valid"], 9);
        assert_eq!(sheet["votes"][0], json!({"yes": 2, "no": 3, "abstain": 4}));
    }
}

#[test]
fn a_crash_costs_the_batch_in_hand_and_the_screen_says_so() {
    let folder = Folder::new();
    let path = book(&folder, 34);
    let mut broken = console(&path);
    for _ in 0..10 {
        enter(&mut broken, "1");
    }
    enter(&mut broken, "");
    for _ in 0..3 {
        enter(&mut broken, "2");
    }
    drop(broken);
    assert!(beside(&path, ".counting.json").exists());
    let mut console = console(&path);
    console.welcome();
    let said = console.view.said.text.clone();
    assert_eq!(said, "已入簿10张；第11张起的这一批（已读3张）没有入簿，请重读。");
    assert!(!beside(&path, ".counting.json").exists());
    let round = console.meeting().unwrap().race(1, 1).unwrap().latest().unwrap();
    assert_eq!(round.sheets.len(), 1);
    // What another round left behind is of no interest, but it goes.
    std::fs::write(beside(&path, ".counting.json"), "{").unwrap();
    console.welcome();
    assert_eq!(console.view.said.text, "已入簿10张；从第11张起继续。");
    assert_eq!(files(&path), ["sample.book"]);
}

#[test]
fn giving_up_and_a_signal_leave_no_scratch() {
    let folder = Folder::new();
    let path = book(&folder, 34);
    let mut console = console(&path);
    enter(&mut console, "1");
    enter(&mut console, "2");
    let press = |console: &mut Console, code| {
        console.handle(Msg::Key(KeyEvent::new(code, KeyModifiers::NONE)), morning());
    };
    press(&mut console, KeyCode::Backspace);
    let told: Value = serde_json::from_slice(&bytes(&path, ".counting.json")).unwrap();
    assert_eq!((&told["papers"], &told["votes"]), (&json!(1), &json!([])));
    press(&mut console, KeyCode::Esc);
    press(&mut console, KeyCode::Enter);
    assert_eq!(files(&path), ["sample.book"]);
    counting::open(&mut console, 1, 1);
    enter(&mut console, "1");
    console.handle(Msg::InputClosed, morning());
    assert_eq!(files(&path), ["sample.book"]);
}
