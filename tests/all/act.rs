//! The door for scripts: what docs/act.md promises is what happens, and no line can do harm.

// Helpers here stand outside test functions, where clippy allows it.
#![allow(clippy::unwrap_used)]

use crate::common::{ALLIANCE, Folder, Hall, act, data, minute, morning};
use quorate::act::{Door, run};
use quorate::record::Command;
use quorate::text::Lang;
use serde_json::{Value, json};

const MANUAL: &str = include_str!("../../docs/act.md");

/// The lines of the whole meeting in the manual.
fn example() -> Vec<String> {
    let (_, after) = MANUAL.split_once("```jsonl\n").unwrap();
    let (lines, _) = after.split_once("```").unwrap();
    lines.lines().map(str::to_owned).collect()
}

#[test]
fn the_meeting_in_the_manual_runs() {
    let folder = Folder::new();
    let book = folder.join("manual.book");
    let lines = example();
    let answers = act(&book, &lines);
    let commands = lines.iter().filter(|line| !line.starts_with('#'));
    assert_eq!(answers.len(), commands.clone().count(), "one answer a line");
    for (line, answer) in commands.zip(&answers) {
        assert_eq!(answer["ok"], true, "{line}\n{answer:#}");
    }
    let meeting = &answers[answers.len() - 2]["answer"];
    assert_eq!(meeting["phase"], "closed");
    assert_eq!(meeting["roll"], 10);
    assert_eq!(meeting["present"], 9);
    assert_eq!(meeting["excused"], 1);
    let votes = meeting["votes"].as_array().unwrap();
    let row = |vote: &Value| {
        let figure = |key: &str| vote[key].as_u64().unwrap();
        (figure("base"), figure("needed"), vote["carried"].as_bool())
    };
    assert_eq!(row(&votes[0]), (9, 5, Some(true)));
    assert_eq!(row(&votes[1]), (9, 5, Some(true)));
    assert_eq!(votes[1]["tally"]["not_voting"], 0, "the late unit is not among its voters");
    assert_eq!(
        answers[answers.len() - 1]["answer"],
        json!({"members": 10, "next_document": 10, "next_certificate": 11})
    );
    let late = answers.iter().find(|a| a["codes"] == json!(["arrived_during_vote"]));
    assert!(late.is_some(), "the late arrival is noticed");
    let declared = answers.iter().find(|a| a["events"][0]["decision"] == 1).unwrap();
    assert_eq!(declared["events"][0]["number"], "“新疆品质”联盟〔2026〕8号");
}

/// Every command of the program is in the manual's tables, and every name there is a command.
#[test]
fn the_manual_names_every_command() {
    let (_, tables) = MANUAL.split_once("## Commands").unwrap();
    let (tables, _) = tables.split_once("## A whole meeting").unwrap();
    let mut named: Vec<String> = Vec::new();
    for row in tables.lines().filter(|line| line.starts_with("| `")) {
        let cell = row.split('|').nth(1).unwrap();
        named.extend(cell.split('`').skip(1).step_by(2).map(str::to_owned));
    }
    named.retain(|name| name != "do" && name != "new");
    named.sort();
    let known = serde_json::from_value::<Command>(json!({"do": "?"})).unwrap_err();
    let known = known.to_string();
    let (_, list) = known.split_once("expected one of ").unwrap();
    let mut all: Vec<String> = list.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    all.sort();
    assert_eq!(named, all);
}

#[test]
fn the_same_script_makes_the_same_book() {
    let folder = Folder::new();
    let mut lines = example();
    lines.push(json!({"ask": "head"}).to_string());
    let heads: Vec<Value> = ["first.book", "second.book"]
        .iter()
        .map(|name| act(&folder.join(name), &lines).pop().unwrap())
        .collect();
    assert_eq!(heads[0], heads[1]);
    assert_eq!(heads[0]["answer"]["sha256"].as_str().unwrap().len(), 64);
}

#[test]
fn the_sample_script_is_in_order() {
    let folder = Folder::new();
    let script = quorate::demo::script(morning());
    let lines: Vec<String> = script.lines().map(str::to_owned).collect();
    let mut answers = act(&folder.join("demo.book"), &lines);
    for answer in &answers {
        assert_eq!(answer["ok"], true, "{answer:#}");
    }
    answers.clear();
    quorate::demo::make(&folder.join("made.book"), morning(), Lang::Zh).unwrap();
    let again = quorate::demo::make(&folder.join("made.book"), morning(), Lang::Zh);
    assert!(again.is_err(), "an existing book is left alone");
}

/// A line that is nonsense gets one sentence with its place, and the book is as it was.
#[test]
fn a_bad_line_is_said_and_does_nothing() {
    let mut hall = Hall::with_units(ALLIANCE, 9);
    let before = hall.head();
    let bad = [
        ("这不是JSON", "not_json"),
        ("{", "not_json"),
        ("[1,2]", "not_json"),
        ("null", "not_json"),
        ("\"close\"", "not_json"),
        ("{}", "not_a_command"),
        (r#"{"do":"adjourn"}"#, "not_a_command"),
        (r#"{"do":7}"#, "not_a_command"),
        (r#"{"do":"open_item"}"#, "not_a_command"),
        (r#"{"do":"open_item","item":1,"itme":2}"#, "not_a_command"),
        (r#"{"do":"open_item","item":"one"}"#, "not_a_command"),
        (r#"{"do":"open_item","item":-1}"#, "not_a_command"),
        (r#"{"do":"open_item","item":1.5}"#, "not_a_command"),
        (r#"{"do":"open_item","item":4294967296}"#, "not_a_command"),
        (r#"{"do":"count","yes":-3,"no":0}"#, "not_a_command"),
        (r#"{"do":"count","yes":"三","no":0}"#, "not_a_command"),
        (r#"{"do":"sign_in","unit":1,"presence":{"as":"asleep"}}"#, "not_a_command"),
        (r#"{"do":"undo","meeting":"first"}"#, "not_a_command"),
        (r#"{"do":"undo","meeting":-1}"#, "not_a_command"),
        (r#"{"do":"undo","file":"/etc/hostname"}"#, "not_a_command"),
        (r#"{"do":"undo","at":"yesterday"}"#, "bad_time"),
        (r#"{"do":"undo","at":20260520}"#, "bad_time"),
        (r#"{"do":"undo","at":"2026-05-20 09:00"}"#, "bad_time"),
        (r#"{"do":"undo","happened":"2026-13-41T99:00:00+08:00"}"#, "bad_time"),
        (r#"{"do":"new","charter":"xj-quality-2022"}"#, "book_exists"),
        (r#"{"do":"attach","file":"/no/such/paper.pdf"}"#, "file_unreadable"),
        (r#"{"do":"adopt_charter","file":"/no/such/charter.toml"}"#, "file_unreadable"),
        (r#"{"ask":"weather"}"#, "not_a_command"),
        (r#"{"ask":"meeting","meeting":9}"#, "not_a_command"),
    ];
    for (line, code) in bad {
        let answer = hall.say_text(line);
        assert_eq!(answer["ok"], false, "{line}");
        assert_eq!(answer["fault"]["code"], code, "{line}: {answer:#}");
        let says = answer["fault"]["says"].as_str().unwrap();
        assert!(says.len() > 10 && !says.contains("unwrap"), "{line}: {says}");
        let place = answer["fault"]["line"].as_u64().unwrap();
        assert!(says.contains(&place.to_string()), "{line}: {says}");
    }
    assert_eq!(hall.head(), before, "nothing of it is recorded");
    hall.ok(json!({"do": "number", "document": 3, "certificate": 4}));
}

#[test]
fn a_command_for_a_meeting_that_is_not_there_is_refused() {
    let mut hall = Hall::with_units(ALLIANCE, 9);
    hall.refused(json!({"do": "break"}), "no_meeting");
    hall.refused(json!({"do": "close", "meeting": 4}), "no_meeting");
    hall.refused(json!({"do": "sign_in_all", "meeting": 4_294_967_295_u32}), "no_meeting");
    let asked = hall.say(json!({"ask": "meeting"}));
    assert_eq!(asked["ok"], false);
}

#[test]
fn without_a_book_only_new_is_heard() {
    let mut hall = Hall::new();
    for line in [json!({"do": "undo"}), json!({"ask": "head"}), json!({"do": "enrol", "units": []})]
    {
        assert_eq!(hall.say(line)["fault"]["code"], "no_book");
    }
    let missing = hall.say(json!({"do": "new", "charter": "/no/such/charter.toml"}));
    assert_eq!(missing["fault"]["code"], "file_unreadable");
    let faulty = hall.say(json!({"do": "new", "text": "format = 1"}));
    assert_eq!(faulty["fault"]["code"], "charter_faulty");
    assert!(!hall.book.exists(), "no half-made book is left behind");
    hall.ok(json!({"do": "new"}));
    assert!(hall.book.exists());
}

/// Figures no hall has: refused with a sentence, never a fall, and the meeting goes on.
#[test]
fn absurd_figures_are_refused() {
    const MAX: u32 = u32::MAX;
    let mut hall = Hall::with_units(ALLIANCE, 9);
    hall.ok(json!({"do": "convene", "body": "assembly", "by": "chair", "date": "2026-05-20",
        "place": "示例会议中心", "notice": "2026-04-30",
        "agenda": [{"title": "工作报告", "matter": "report"}]}));
    hall.ok(json!({"do": "sign_in_all"}));
    hall.call_to_order(1, "chair");
    hall.move_item(1, 1, "批准工作报告。");
    hall.refused(
        json!({"do": "sign_in", "unit": MAX, "presence": {"as": "absent"}}),
        "unknown_unit",
    );
    hall.refused(json!({"do": "open_item", "item": MAX}), "unknown_item");
    hall.refused(json!({"do": "open_vote", "motion": MAX, "method": "hands"}), "unknown_motion");
    hall.ok(json!({"do": "open_vote", "motion": 1, "method": "hands"}));
    let before = hall.head();
    for (yes, no, abstain) in [(MAX, 0, 0), (MAX, MAX, MAX), (1, MAX, 0), (0, 0, MAX), (10, 0, 0)] {
        let count = json!({"do": "count", "yes": yes, "no": no, "abstain": abstain});
        hall.refused(count, "tally_exceeds_present_recount");
    }
    for section in ["东区", "西区"] {
        let count = json!({"do": "count", "yes": MAX, "no": MAX, "section": section});
        hall.refused(count, "tally_exceeds_present_recount");
    }
    hall.refused(
        json!({"do": "count_minority", "no": MAX, "abstain": MAX, "in_room": 9}),
        "minority_exceeds_room",
    );
    hall.refused(
        json!({"do": "count_minority", "no": 0, "abstain": 0, "in_room": MAX}),
        "room_exceeds_present",
    );
    hall.refused(json!({"do": "call", "unit": MAX, "choice": "yes"}), "wrong_method");
    hall.refused(json!({"do": "void_vote", "vote": MAX, "why": "误"}), "unknown_vote");
    assert_eq!(hall.head(), before);
    hall.ok(json!({"do": "challenge", "by": "示例单位03", "method": "secret"}));
    let box_of = |papers: [u32; 7]| {
        let [issued, recovered, valid, invalid, yes, no, abstain] = papers;
        json!({"do": "ballots", "issued": issued, "recovered": recovered, "valid": valid,
            "invalid": invalid, "yes": yes, "no": no, "abstain": abstain})
    };
    hall.refused(box_of([MAX, 9, 9, 0, 9, 0, 0]), "issued_exceeds_voters");
    hall.refused(box_of([9, MAX, MAX, MAX, 9, 0, 0]), "papers_do_not_add_up");
    hall.refused(box_of([9, 9, 9, 0, MAX, MAX, 9]), "choices_do_not_add_up");
    // A box fuller than the hall is what happened; it is kept, and cannot be closed.
    hall.ok(box_of([9, MAX, MAX, 0, MAX, 0, 0]));
    hall.refused(json!({"do": "close_vote"}), "box_must_be_recounted_or_voided");
    hall.meeting(1);
    hall.minutes(1);
    hall.ok(box_of([9, 9, 9, 0, 9, 0, 0]));
    hall.ok(json!({"do": "close_vote"}));
    hall.refused(
        json!({"do": "correct_count", "vote": 1, "yes": MAX, "no": MAX, "abstain": MAX,
            "confirmed_by": "监票人", "why": "误录"}),
        "tally_exceeds_present_recount",
    );
    hall.ok(json!({"do": "declare"}));
    hall.ok(json!({"do": "close"}));
}

/// Numbers at the end of their range are refused at the opening, not found out in the hall.
#[test]
fn numbers_that_cannot_be_counted_on_do_no_harm() {
    const MAX: u32 = u32::MAX;
    let mut hall = Hall::new();
    hall.ok(json!({"do": "new"}));
    let enrol = json!({"do": "enrol", "units": [{"unit": MAX, "name": "示例单位末"},
        {"unit": 1, "name": "示例单位一"}]});
    hall.say(enrol);
    hall.say(json!({"do": "number", "document": MAX, "certificate": MAX}));
    hall.say(json!({"do": "stand", "body": "assembly", "term": MAX, "number": MAX}));
    let convene = json!({"do": "convene", "body": "assembly", "by": "chair", "date": "2026-05-20",
        "place": "示例会议中心", "notice": "2026-04-30",
        "agenda": [{"title": "入盟", "matter": "admission",
            "subjects": [{"name": "示例新成员一"}, {"name": "示例新成员二"}]}]});
    hall.ok(convene);
    for paper in ["application", "secretariat_review"] {
        hall.ok(json!({"do": "file", "item": 1, "precondition": paper}));
    }
    hall.ok(json!({"do": "sign_in_all"}));
    hall.call_to_order(1, "chair");
    let motion = hall.move_item(1, 1, "批准入盟。");
    let present = hall.meeting(1)["present"].as_u64().unwrap();
    let yes = u32::try_from(present).unwrap();
    hall.decide(1, motion, "hands", crate::common::votes(yes, 0, 0));
    hall.ok(json!({"do": "close"}));
    let replayed = hall.ledger();
    assert_eq!(replayed.book.meetings.len(), 1, "the book opens again");
    assert_eq!(replayed.book.roll().len(), usize::try_from(present).unwrap() + 2);
}

#[test]
fn a_paper_is_kept_by_its_content_and_a_film_is_not() {
    let mut hall = Hall::with_units(ALLIANCE, 9);
    let kept = hall.ok(json!({"do": "attach", "name": "意见汇总.md", "content": "十二份意见"}));
    let digest = kept["events"][0]["blob"].as_str().unwrap().to_owned();
    let mut ledger = hall.ledger();
    let paper = ledger.paper(&digest).unwrap().unwrap();
    assert_eq!(paper, "十二份意见".as_bytes());
    assert_eq!(kept["events"][0]["size"], paper.len());
    let before = hall.head();
    let film = "影".repeat(4 * 1024 * 1024);
    let refused = hall.say(json!({"do": "attach", "name": "film.mov", "content": film}));
    assert_eq!(refused["fault"]["code"], "book", "{refused:#}");
    assert!(refused["fault"]["says"].as_str().unwrap().contains("10"));
    let unnamed = hall.say(json!({"do": "attach", "name": "a.md", "sha256": "00", "size": 1}));
    assert_eq!(unnamed["ok"], false, "a paper without its content: {unnamed:#}");
    assert_eq!(hall.head(), before);
}

/// A retry under the same id is answered by what was done the first time; the same id on another
/// command is another command.
#[test]
fn an_id_is_written_once() {
    let mut hall = Hall::with_units(ALLIANCE, 9);
    let line = json!({"do": "number", "document": 3, "certificate": 4, "id": "opening-numbers",
        "at": minute(0)});
    let first = hall.ok(line.clone());
    let head = hall.head();
    let again = hall.ok(line);
    assert_eq!(again["events"], first["events"]);
    assert_eq!(hall.head(), head, "nothing is written twice");
    hall.ok(json!({"do": "number", "document": 5, "certificate": 4, "id": "opening-numbers",
        "at": minute(1)}));
    assert_eq!(hall.numbers().1, 5);
}

/// The sentences change with the language, the codes do not.
#[test]
fn sentences_are_said_in_the_language_asked_for() {
    let folder = Folder::new();
    let mut said = Vec::new();
    for (lang, name) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        let book = folder.join(name);
        let door = Door { book: &book, lang, now: morning };
        let mut out = Vec::new();
        let well = run(&door, "{\"do\":\"new\"}\n\n{\"do\":\"break\"}\n".as_bytes(), &mut out);
        assert!(!well.unwrap(), "one line was refused");
        let out = String::from_utf8(out).unwrap();
        let last: Value = serde_json::from_str(out.lines().last().unwrap()).unwrap();
        assert_eq!(last["refused"]["code"], "no_meeting");
        said.push(last["refused"]["recorder"].as_str().unwrap().to_owned());
    }
    assert_ne!(said[0], said[1]);
    let chinese = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    assert!(chinese(&said[0]) && !chinese(&said[1]), "{said:?}");
}

/// The copies of the law the tests rest on are the data they are.
#[test]
fn the_data_of_the_tests_is_whole() {
    let file: Value = serde_json::from_str(&data("scenarios.json")).unwrap();
    assert_eq!(file["schema"], "quorate-scenarios/1");
    assert_eq!(file["charter"], ALLIANCE);
}
/// The answer to a wrong value says what was wrong with it, not only that something was.
#[test]
fn reason_and_id_of_the_wrong_kind_are_not_swallowed() {
    let mut hall = Hall::with_units(ALLIANCE, 9);
    for line in [
        json!({"do": "number", "document": 1, "certificate": 1, "reason": 7}),
        json!({"do": "number", "document": 1, "certificate": 1, "id": ["a"]}),
        json!({"ask": "meeting", "meeting": "first"}),
    ] {
        let answer = hall.say(line.clone());
        assert_eq!(answer["fault"]["code"], "not_a_command", "{line}: {answer:#}");
    }
}
