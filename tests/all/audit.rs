//! An opponent at the record: what was decided is changed, the chain hashed anew, the papers made again, and both
//! verifiers still say FAIL and name the decision.

// Helpers here stand outside test functions, where clippy allows it.
#![allow(clippy::unwrap_used)]

use crate::common::{ALLIANCE, Folder, Hall, convene, data, morning, votes};
use quorate::act::Door;
use quorate::folder::{self, Contents};
use quorate::ledger::Ledger;
use quorate::minutes::{self, Minutes};
use quorate::seal::About;
use quorate::store::{EventLog, Sqlite, Stored, genesis, lines, read_lines, seal};
use quorate::text::Lang;
use quorate::{audit, demo};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/verify/verify.py");

/// An assembly of 36 with 30 there: one motion carried, one lost, one at exactly half of all.
fn assembly(ruling: Option<bool>) -> Hall {
    let mut hall = Hall::with_units(ALLIANCE, 36);
    let items: Vec<Value> = (1..=2 + u32::from(ruling.is_some()))
        .map(|n| json!({"title": format!("事项{n}"), "matter": "report"}))
        .collect();
    hall.ok(convene("assembly", "chair", json!(items)));
    hall.sign_in(1, &(1..=36).collect::<Vec<_>>(), 30);
    hall.call_to_order(1, "chair");
    hall.settle(1, 1, votes(24, 4, 2));
    // Counted wrong, taken back, counted again: 12 for it, not 20.
    let motion = hall.move_item(1, 2, "照此办理。");
    hall.ok(json!({"do": "open_vote", "motion": motion, "method": "hands", "meeting": 1}));
    hall.ok(json!({"do": "count", "yes": 20, "no": 8, "abstain": 2, "meeting": 1}));
    hall.ok(json!({"do": "undo", "meeting": 1}));
    hall.ok(json!({"do": "count", "yes": 12, "no": 16, "abstain": 2, "meeting": 1}));
    hall.ok(json!({"do": "close_vote", "meeting": 1}));
    hall.ok(json!({"do": "declare", "meeting": 1}));
    hall.ok(json!({"do": "close_item", "item": 2, "meeting": 1}));
    if let Some(carried) = ruling {
        let motion = hall.move_item(1, 3, "照此办理。");
        hall.ok(json!({"do": "open_vote", "motion": motion, "method": "hands", "meeting": 1}));
        hall.ok(json!({"do": "count", "yes": 18, "no": 10, "abstain": 2, "meeting": 1}));
        hall.ok(json!({"do": "close_vote", "meeting": 1}));
        hall.ok(json!({"do": "declare", "meeting": 1,
            "ruling": {"carried": carried, "reason": "照章裁定"}}));
        hall.ok(json!({"do": "close_item", "item": 3, "meeting": 1}));
    }
    hall
}

fn close(hall: &mut Hall) {
    hall.ok(json!({"do": "close", "meeting": 1, "reason": "议程已毕"}));
}

fn rows(book: &Path) -> Vec<Stored> {
    Sqlite::open_read_only(book).unwrap().read_from(0, 100_000).unwrap()
}

/// What an opponent does to the log: bodies changed, everything sealed anew, a book that is whole.
fn hashed_anew(book: &Path, to: &Path, change: impl Fn(&Stored, &mut Value)) {
    let mut head = genesis();
    let mut rows = rows(book);
    for row in &mut rows {
        let mut body: Value = serde_json::from_str(&row.body).unwrap();
        change(row, &mut body);
        row.body = body.to_string();
        row.prev = head.hash;
        row.hash = seal(row);
        head.hash = row.hash;
    }
    Sqlite::evacuate(to, &rows, &[]).unwrap();
}

fn compiled(book: &Path, no: u32) -> Minutes {
    let ledger = Ledger::open_read_only(book).unwrap();
    let head = (ledger.head.seq, ledger.head.hash.hex());
    minutes::compile(&ledger.book, &ledger.entries, no, head).unwrap()
}

/// The folder of a meeting: minutes, charters, the whole log, and a list of digests that fits them.
fn folder(minutes: &Minutes, log: &[Stored], dir: &Path) {
    let mut papers: Vec<(String, Vec<u8>)> = vec![
        ("minutes.json".to_owned(), minutes::json(minutes).into()),
        ("log.jsonl".to_owned(), lines(log).into()),
    ];
    for charter in &minutes.charters {
        let name = format!("charter-v{}.toml", charter.version);
        papers.push((name, charter.text.clone().into_bytes()));
    }
    let about = About {
        association: minutes.association.id.clone(),
        name: minutes.association.name.zh.clone(),
        meeting: minutes.meeting.title.zh.clone(),
        version: 1,
        state: "draft".to_owned(),
        as_of: morning(),
        entry: minutes.head.entry,
        head: minutes.head.sha256.clone(),
        charters: Vec::new(),
        signers: Vec::new(),
    };
    folder::write(&Contents { about, papers, keys: Vec::new() }, dir).unwrap();
}

/// Exit code and output of the program.
fn program(record: &Path, more: &[&str]) -> (i32, String) {
    said(
        Command::new(env!("CARGO_BIN_EXE_quorate"))
            .args(["verify", "--lang", "both"])
            .arg(record)
            .args(more),
    )
}

/// Exit code and output of the script that shares no code with it.
fn script(record: &Path, more: &[&str]) -> (i32, String) {
    said(Command::new("python3").arg("-B").arg(SCRIPT).arg(record).args(more))
}

fn said(command: &mut Command) -> (i32, String) {
    let done = command.env("PYTHONIOENCODING", "utf-8").output().unwrap();
    let text = [done.stdout, done.stderr].concat();
    (done.status.code().unwrap(), String::from_utf8(text).unwrap())
}

type Verifier = fn(&Path, &[&str]) -> (i32, String);

/// Both say so: by this exit code, and naming the vote on a line of its own.
#[track_caller]
fn says(verifier: Verifier, record: &Path, more: &[&str], code: i32, names: &[&str]) {
    let (found, text) = verifier(record, more);
    assert_eq!(found, code, "{text}");
    for name in names {
        let named = |line: &&str| !line.starts_with("PASS") && line.contains(name);
        assert!(text.lines().any(|line| named(&line)), "{name} is not named:\n{text}");
    }
}

fn is_of(body: &Value, vote: u32) -> bool {
    body["vote"] == vote
}

// --- whole ------------------------------------------------------------------------------------------------------

fn a_whole_record(verifier: Verifier) {
    let mut hall = assembly(Some(true));
    close(&mut hall);
    let place = Folder::new();
    let (dir, minutes) = (place.join("whole"), compiled(&hall.book, 1));
    folder(&minutes, &rows(&hall.book), &dir);
    says(verifier, &dir, &[], 0, &[]);
    says(verifier, &dir.join("minutes.json"), &[], 0, &[]);
    let head = format!("第{}条 · {}", minutes.head.entry, minutes.head.sha256);
    says(verifier, &dir, &["--extends", &head], 0, &[]);
    let other = format!("{} {}", minutes.head.entry, "0".repeat(64));
    says(verifier, &dir, &["--extends", &other], 3, &[]);
    says(verifier, &place.join("nothing"), &[], 2, &[]);
    std::fs::write(place.join("other.json"), "{\"format\": \"quorate-minutes/9\"}").unwrap();
    says(verifier, &place.join("other.json"), &[], 2, &[]);
}

#[test]
fn a_record_nobody_touched_is_whole() {
    a_whole_record(program);
}

#[test]
#[ignore = "needs python3"]
fn a_record_nobody_touched_is_whole_for_the_script() {
    a_whole_record(script);
}

#[test]
fn a_last_entry_is_taken_as_it_is_printed() {
    let mut hall = assembly(Some(true));
    close(&mut hall);
    let minutes = compiled(&hall.book, 1);
    let (entry, seal) = (minutes.head.entry, minutes.head.sha256.clone());
    let groups: Vec<&str> = (0..16).filter_map(|n| seal.get(n * 4..n * 4 + 4)).collect();
    let groups = groups.join(" ");
    let word = seal.parse::<quorate::store::Digest>().unwrap().short();
    let good = [
        format!("{entry} {seal}"),
        format!("第{entry}条 · {groups}"),
        // The letters alone: what figures they begin with is no number of an entry.
        seal.clone(),
        groups.to_uppercase(),
        format!("entry {entry} {word}"),
    ];
    for last in &good {
        says(program, &hall.book, &["--extends", last], 0, &[]);
    }
    let bad = [
        "1".repeat(64),
        format!("{} {groups}", entry - 1),
        format!("{} {word}", entry - 1),
        format!("{entry} AAAA-AAAA"),
    ];
    for last in &bad {
        says(program, &hall.book, &["--extends", last], 3, &["不是原记录的延续"]);
    }
    for last in ["92", "DBN5-5BP5", "nothing"] {
        says(program, &hall.book, &["--extends", last], 2, &["92 185b de85 …"]);
    }
}

#[test]
fn two_records_compared_the_wrong_way_round_are_told_apart_from_a_forgery() {
    let mut hall = assembly(Some(true));
    let place = Folder::new();
    let early = place.join("early.book");
    std::fs::copy(&hall.book, &early).unwrap();
    close(&mut hall);
    let late = hall.book.to_str().unwrap();
    says(program, &early, &["--extends", late], 3, &["请反过来核对", "the other way round"]);
    let (code, text) = program(&early, &["--extends", late]);
    assert!(code == 3 && !text.contains("不是原记录的延续"), "{text}");
}

/// What is planted: its name, how a line is changed, and what is then said.
type Plan = (&'static str, fn(&Stored, &mut Value), &'static [&'static str]);

#[test]
fn a_book_goes_on_from_its_own_past_and_from_no_other() {
    let mut hall = assembly(Some(true));
    let place = Folder::new();
    let early = place.join("early.json");
    std::fs::write(&early, minutes::json(&compiled(&hall.book, 1))).unwrap();
    close(&mut hall);
    let early = early.to_str().unwrap();
    says(program, &hall.book, &["--extends", early], 0, &[]);
    let other = assembly(Some(true));
    let forged = place.join("forged.book");
    hashed_anew(&other.book, &forged, |row, body| {
        if row.kind == "counted" && is_of(body, 1) {
            body["count"]["abstain"] = 1.into();
        }
    });
    says(program, &forged, &[], 1, &["表决1", "vote 1"]);
}

// --- a wrong verdict, a wrong base, a changed count ---------------------------------------------------------------

/// Vote 2 was lost with 12 of 36; the log says that it was carried, in every entry.
fn wrong_verdict(row: &Stored, body: &mut Value) {
    if ["vote_closed", "declared"].contains(&row.kind.as_str()) && is_of(body, 2) {
        body["verdict"]["carried"] = true.into();
        if row.kind == "declared" {
            body["carried"] = true.into();
            body["decision"] = 2.into();
            body["number"] = "示例〔2026〕9号".into();
        }
    }
}

/// The roll of vote 2 is said to be the 30 who came, so that half of them would do.
fn wrong_base(row: &Stored, body: &mut Value) {
    if row.kind == "vote_opened" && is_of(body, 1) {
        body["frozen"]["roll"] = body["frozen"]["voters"].clone();
        body["frozen"]["base"] = 30.into();
        body["frozen"]["needed"] = 15.into();
    }
    if ["vote_closed", "declared"].contains(&row.kind.as_str()) && is_of(body, 1) {
        body["verdict"]["base"] = 30.into();
        body["verdict"]["needed"] = 15.into();
    }
}

fn changed_count(row: &Stored, body: &mut Value) {
    if row.kind == "counted" && is_of(body, 1) {
        body["count"]["yes"] = 17.into();
        body["count"]["no"] = 11.into();
    }
}

fn planted(verifier: Verifier) {
    let plans: [Plan; 3] = [
        ("verdict", wrong_verdict, &["表决2", "vote 2", "〔2026〕9号"]),
        ("base", wrong_base, &["表决1", "vote 1", "〔2026〕1号"]),
        ("count", changed_count, &["表决1", "vote 1", "〔2026〕1号"]),
    ];
    let mut hall = assembly(None);
    close(&mut hall);
    for (name, plan, names) in plans {
        let place = Folder::new();
        let book = place.join(name);
        hashed_anew(&hall.book, &book, plan);
        let dir = place.join("papers");
        // The papers are made again from the changed log, the digests fit, the chain is whole.
        folder(&compiled(&book, 1), &rows(&book), &dir);
        says(verifier, &dir, &[], 1, names);
        says(verifier, &dir.join("minutes.json"), &[], 1, names);
    }
}

#[test]
fn a_wrong_verdict_a_wrong_base_and_a_changed_count_are_found() {
    planted(program);
}

#[test]
#[ignore = "needs python3"]
fn a_wrong_verdict_a_wrong_base_and_a_changed_count_are_found_by_the_script() {
    planted(script);
}

/// Only the paper is changed, everywhere it says so; the log stays as it is.
fn changed_paper(verifier: Verifier) {
    let mut hall = assembly(None);
    close(&mut hall);
    let minutes = compiled(&hall.book, 1);
    let mut data: Value = serde_json::from_str(&minutes::json(&minutes)).unwrap();
    let vote = &mut data["items"][0]["motions"][0]["votes"][0];
    vote["rounds"][0]["counts"][0]["count"]["yes"] = 25.into();
    vote["rounds"][0]["counts"][0]["count"]["no"] = 3.into();
    for place in ["/verdict", "/rounds/0/verdict", "/declared/0/verdict"] {
        let tally = &mut vote.pointer_mut(place).unwrap()["tally"];
        tally["yes"] = 25.into();
        tally["no"] = 3.into();
    }
    let changed: Minutes = serde_json::from_value(data).unwrap();
    assert!(audit::minutes(&changed).is_whole(), "the arithmetic cannot know");
    let place = Folder::new();
    let dir = place.join("papers");
    folder(&changed, &rows(&hall.book), &dir);
    says(verifier, &dir, &[], 1, &["表决1", "vote 1", "〔2026〕1号"]);
}

#[test]
fn a_paper_that_is_not_what_the_log_says_is_found() {
    changed_paper(program);
}

#[test]
#[ignore = "needs python3"]
fn a_paper_that_is_not_what_the_log_says_is_found_by_the_script() {
    changed_paper(script);
}

// --- a struck entry brought back ------------------------------------------------------------------------------------

/// The count that was taken back stands again and the right one is struck; the outcome is made to fit.
fn brought_back(rows: &[Stored]) -> impl Fn(&Stored, &mut Value) {
    let counted: Vec<u64> = rows
        .iter()
        .filter(|row| row.kind == "counted" && row.body.contains("\"vote\":2"))
        .map(|row| row.seq)
        .collect();
    let right = counted[1];
    move |row, body| {
        if row.kind == "struck" {
            (body["from"], body["to"]) = (right.into(), right.into());
        }
        if ["vote_closed", "declared"].contains(&row.kind.as_str()) && is_of(body, 2) {
            body["verdict"]["carried"] = true.into();
            body["verdict"]["tally"] = json!({"yes": 20, "no": 8, "abstain": 2, "invalid": 0,
                "not_voting": 0, "derived": false});
            if row.kind == "declared" {
                body["carried"] = true.into();
                body["decision"] = 2.into();
                body["number"] = "示例〔2026〕9号".into();
            }
        }
    }
}

/// Everything fits, so that only what somebody else holds can tell: the minutes as they were.
fn struck(verifier: Verifier) {
    let mut hall = assembly(None);
    close(&mut hall);
    let place = Folder::new();
    let (was, book) = (place.join("was.json"), place.join("forged.book"));
    std::fs::write(&was, minutes::json(&compiled(&hall.book, 1))).unwrap();
    hashed_anew(&hall.book, &book, brought_back(&rows(&hall.book)));
    let dir = place.join("papers");
    let forged = compiled(&book, 1);
    assert_eq!(forged.decisions.len(), 2);
    folder(&forged, &rows(&book), &dir);
    says(verifier, &dir, &[], 0, &[]);
    let was = was.to_str().unwrap();
    says(verifier, &dir, &["--extends", was], 3, &["表决2", "vote 2", "〔2026〕9号"]);
}

#[test]
fn a_struck_entry_brought_back_is_found_by_the_older_minutes() {
    struck(program);
}

#[test]
#[ignore = "needs python3"]
fn a_struck_entry_brought_back_is_found_by_the_script() {
    struck(script);
}

#[test]
fn a_struck_entry_brought_back_is_found_by_the_minutes_issued_in_the_book() {
    let mut hall = assembly(None);
    close(&mut hall);
    hall.ok(json!({"do": "issue_minutes", "meeting": 1}));
    says(program, &hall.book, &[], 0, &[]);
    let place = Folder::new();
    let book = place.join("forged.book");
    let all = rows(&hall.book);
    let change = brought_back(&all);
    let mut head = genesis();
    let mut forged = all.clone();
    for row in &mut forged {
        let mut body: Value = serde_json::from_str(&row.body).unwrap();
        change(row, &mut body);
        row.body = body.to_string();
        row.prev = head.hash;
        row.hash = seal(row);
        head.hash = row.hash;
    }
    let mut ledger = Ledger::open_read_only(&hall.book).unwrap();
    let kept = ledger.book.minutes_of(1).unwrap().last().unwrap().of.sha256.clone();
    let bytes = ledger.paper(&kept).unwrap().unwrap();
    Sqlite::evacuate(&book, &forged, &[bytes]).unwrap();
    says(program, &book, &[], 1, &["表决2", "vote 2", "〔2026〕9号"]);
}

// --- exactly half ---------------------------------------------------------------------------------------------------

fn exactly_half(verifier: Verifier) {
    for carried in [true, false] {
        let mut hall = assembly(Some(carried));
        close(&mut hall);
        let place = Folder::new();
        let dir = place.join("ruled");
        folder(&compiled(&hall.book, 1), &rows(&hall.book), &dir);
        says(verifier, &dir, &[], 0, &[]);
        // The ruling is taken out, the outcome left.
        let book = place.join("unruled.book");
        hashed_anew(&hall.book, &book, |row, body| {
            if row.kind == "declared" && is_of(body, 3) {
                body["ruling"] = Value::Null;
            }
        });
        let dir = place.join("unruled");
        folder(&compiled(&book, 1), &rows(&book), &dir);
        says(verifier, &dir, &[], 1, &["表决3", "vote 3"]);
    }
}

#[test]
fn exactly_half_is_ruled_on_either_way_and_by_nobody_else() {
    exactly_half(program);
}

#[test]
#[ignore = "needs python3"]
fn exactly_half_is_ruled_on_either_way_for_the_script_too() {
    exactly_half(script);
}

// --- the chain in lines, and a medium nobody can write on -----------------------------------------------------------

#[test]
fn the_log_in_lines_is_the_log() {
    let hall = assembly(None);
    let all = rows(&hall.book);
    let text = lines(&all);
    assert_eq!(read_lines(&text).unwrap(), all);
    let first: Value = serde_json::from_str(text.lines().next().unwrap()).unwrap();
    let mut keys: Vec<&str> = first.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    let mut columns = ["seq", "act", "part", "happened", "entered", "kind", "body", "prev", "hash"];
    columns.sort_unstable();
    assert_eq!(keys, columns);
    for (from, to) in [("\"yes\\\":24", "\"yes\\\":23"), ("\"part\":0", "\"part\":1")] {
        assert!(read_lines(&text.replacen(from, to, 1)).is_err(), "{from}");
    }
    let cut: String = text.lines().skip(1).map(|line| format!("{line}\n")).collect();
    assert!(read_lines(&cut).is_err());
}

/// Root may write everywhere, so the medium is one on which SQLite's companion files cannot be made: a folder
/// stands in the place of one.
#[test]
fn a_book_is_looked_at_where_nothing_can_be_written_beside_it() {
    let mut hall = assembly(None);
    close(&mut hall);
    let place = Folder::new();
    let book = place.join("sample.book");
    Sqlite::evacuate(&book, &rows(&hall.book), &[]).unwrap();
    for ending in ["-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{ending}", book.display()));
    }
    std::fs::create_dir(format!("{}-shm", book.display())).unwrap();
    let bytes = std::fs::read(&book).unwrap();
    says(program, &book, &[], 0, &[]);
    assert_eq!(std::fs::read(&book).unwrap(), bytes);
}

// --- every record there is ------------------------------------------------------------------------------------------

/// The sample book and the three years of the story.
fn books(place: &Folder) -> Vec<PathBuf> {
    let (sample, story) = (place.join("demo.book"), place.join("story.book"));
    demo::make(&sample, morning(), Lang::Zh).unwrap();
    let door = Door { book: &story, lang: Lang::Zh, now: morning };
    quorate::act::run(&door, data("story/three-years.jsonl").as_bytes(), Vec::new()).unwrap();
    vec![sample, story]
}

/// Both verifiers look at every meeting of a book some test has made: asked for by `QUORATE_AUDIT=1`, which `.ci/run`
/// sets, so that every rule the tests know is worked out by both. A book that was meant to be broken is passed over.
pub fn both_agree(book: &Path) {
    let Ok(ledger) = Ledger::open_read_only(book) else {
        return;
    };
    let place = Folder::new();
    for meeting in &ledger.book.meetings {
        let minutes = compiled(book, meeting.no);
        let report = audit::minutes(&minutes);
        assert!(report.is_whole(), "{:#?}", report.first_bad());
        let paper = place.join("minutes.json");
        std::fs::write(&paper, minutes::json(&minutes)).unwrap();
        says(script, &paper, &[], 0, &[]);
    }
}

#[test]
fn every_meeting_of_the_sample_and_of_the_story_holds() {
    let place = Folder::new();
    let mut looked_at = 0;
    for book in books(&place) {
        for meeting in &Ledger::open_read_only(&book).unwrap().book.meetings {
            let report = audit::minutes(&compiled(&book, meeting.no));
            assert!(report.is_whole(), "{:#?}", report.first_bad());
            looked_at += report.lines.len();
        }
    }
    assert!(looked_at >= 50, "{looked_at} lines");
}

#[test]
#[ignore = "needs python3"]
fn the_script_agrees_on_every_meeting_of_the_sample_and_of_the_story() {
    let place = Folder::new();
    for book in books(&place) {
        let log = place.join("log.jsonl");
        std::fs::write(&log, lines(&rows(&book))).unwrap();
        for meeting in &Ledger::open_read_only(&book).unwrap().book.meetings {
            let paper = place.join("minutes.json");
            std::fs::write(&paper, minutes::json(&compiled(&book, meeting.no))).unwrap();
            says(script, &paper, &[log.to_str().unwrap()], 0, &[]);
        }
    }
}
