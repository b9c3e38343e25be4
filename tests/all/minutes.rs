//! The minutes of whole meetings: what they say, that they say it always alike, and what they leave out.

// Helpers here stand outside test functions, where clippy allows it.
#![allow(clippy::unwrap_used)]

mod meeting;

pub use meeting::{Hall, assembly, at, charter};

use quorate::minutes::agenda::VoteState;
use quorate::minutes::records::Correction;
use quorate::minutes::types::State;
use quorate::minutes::{self, Minutes};
use quorate::paper::markdown::markdown;
use quorate::papers;
use quorate::record::command::Command;
use quorate::store::Digest;
use quorate::text::Lang;
use std::sync::OnceLock;

/// The record as it is read on a screen.
pub fn told(minutes: &Minutes, lang: Lang, public: bool) -> String {
    markdown(&papers::record(minutes, lang, public).unwrap())
}

/// The minutes of the first meeting.
fn minutes_of(hall: &Hall) -> Minutes {
    let ledger = &hall.ledger;
    let head = (ledger.head.seq, ledger.head.hash.hex());
    minutes::compile(&ledger.book, &ledger.entries, 1, head).unwrap()
}

/// The assembly's minutes, made once: reading a charter takes its time in a build for tests.
fn whole() -> Minutes {
    static WHOLE: OnceLock<Minutes> = OnceLock::new();
    let made = WHOLE.get_or_init(|| minutes_of(&assembly(Hall::in_memory())));
    made.clone()
}

/// A paper is compared with the one in the repository, which was read by people. To write it anew:
/// `QUORATE_BLESS=1 cargo test`.
///
/// The digests in it are replaced by words: a comma in the charter changes them all.
fn golden(name: &str, minutes: &Minutes, found: &str) {
    let short = minutes.head.sha256.parse::<Digest>().unwrap().short();
    let text = serde_json::to_string(&minutes.charters[0].text).unwrap();
    let letters: Vec<char> = minutes.head.sha256.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(|g| g.iter().collect()).collect();
    let grouped = groups.join(" ");
    let mut found = found.to_owned();
    for (place, charter) in minutes.charters.iter().enumerate() {
        found = found.replace(
            &charter.sha256,
            &format!(
                "(digest of the charter{})",
                if place == 0 { String::new() } else { format!(" {}", place + 1) }
            ),
        );
    }
    let found = found
        .replace(&text, "\"(text of the charter)\"")
        .replace(&minutes.charter.sha256, "(digest of the charter)")
        .replace(&minutes.head.sha256, "(seal)")
        .replace(&grouped, "(seal in groups)")
        .replace(&short, "(short seal)");
    let found = found.as_str();
    let path =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/minutes").join(name);
    if std::env::var_os("QUORATE_BLESS").is_some() {
        std::fs::write(&path, found).unwrap();
    }
    let wanted = std::fs::read_to_string(&path).unwrap();
    let differs = wanted.lines().zip(found.lines()).find(|(a, b)| a != b);
    assert_eq!(wanted, found, "{name}: the first difference is {differs:#?}");
}

#[test]
fn the_chinese_paper_reads_as_reviewed() {
    let minutes = whole();
    golden("assembly.zh.md", &minutes, &told(&minutes, Lang::Zh, false));
}

#[test]
fn the_english_paper_reads_as_reviewed() {
    let minutes = whole();
    golden("assembly.en.md", &minutes, &told(&minutes, Lang::En, false));
}

#[test]
fn the_summaries_read_as_reviewed() {
    let minutes = whole();
    for (lang, name) in [(Lang::Zh, "assembly.summary.zh.md"), (Lang::En, "assembly.summary.en.md")]
    {
        golden(name, &minutes, &markdown(&papers::digest(&minutes, lang).unwrap()));
    }
}

#[test]
fn the_resolutions_read_as_reviewed() {
    let minutes = whole();
    for (lang, name) in
        [(Lang::Zh, "assembly.resolutions.zh.md"), (Lang::En, "assembly.resolutions.en.md")]
    {
        let standing = minutes.decisions.iter().filter(|d| !d.void);
        let all = standing.map(|d| markdown(&papers::resolution(&minutes, d.no, lang).unwrap()));
        golden(name, &minutes, &all.collect::<Vec<_>>().join("\n"));
    }
}

/// The minutes of the whole meeting a script tells.
fn whole_meeting(script: &str, lang: Lang) -> Minutes {
    let folder = crate::common::Folder::new();
    let book = folder.join("book");
    let text = crate::common::data(&format!("minutes/{script}.jsonl"));
    let door = quorate::act::Door { book: &book, lang, now: crate::common::morning };
    let mut answers = Vec::new();
    assert!(quorate::act::run(&door, text.as_bytes(), &mut answers).unwrap(), "{script}");
    let ledger = quorate::ledger::Ledger::open_read_only(&book).unwrap();
    let head = (ledger.head.seq, ledger.head.hash.hex());
    minutes::compile(&ledger.book, &ledger.entries, 1, head).unwrap()
}

#[test]
fn three_whole_meetings_read_as_reviewed() {
    let meetings = [("annual", Lang::Zh), ("council", Lang::Zh), ("club", Lang::En)];
    for (script, lang) in meetings {
        let minutes = whole_meeting(script, lang);
        let ending = if lang == Lang::En { "en" } else { "zh" };
        golden(&format!("{script}.{ending}.md"), &minutes, &told(&minutes, lang, false));
        let summary = markdown(&papers::digest(&minutes, lang).unwrap());
        golden(&format!("{script}.summary.{ending}.md"), &minutes, &summary);
        let standing = minutes.decisions.iter().filter(|d| !d.void);
        let all = standing.map(|d| markdown(&papers::resolution(&minutes, d.no, lang).unwrap()));
        let all = all.collect::<Vec<_>>().join("\n");
        golden(&format!("{script}.resolutions.{ending}.md"), &minutes, &all);
    }
}

#[test]
fn the_json_is_as_reviewed_and_reads_back() {
    let minutes = whole();
    let text = minutes::json(&minutes);
    golden("assembly.json", &minutes, &text);
    let back = minutes::read(&text).unwrap();
    assert_eq!(back, minutes);
    assert_eq!(minutes::json(&back), text);
    assert_eq!(minutes::read(&text.replace("minutes/1", "minutes/2")), None);
}

#[test]
fn the_same_log_gives_the_same_bytes() {
    let a = whole();
    let b = minutes_of(&assembly(Hall::in_memory()));
    assert_eq!(minutes::json(&a), minutes::json(&b));
    let paper = |m| told(m, Lang::Both, false);
    assert_eq!(paper(&a), paper(&b));
}

#[test]
fn what_was_struck_is_only_listed_as_struck() {
    let minutes = whole();
    assert_eq!(minutes.reversals.len(), 2);
    let said = ["attendance_recorded", "moved"];
    let what: Vec<&str> = minutes.reversals.iter().map(|r| r.what.as_str()).collect();
    assert_eq!(what, said);
    let mut facts = minutes.clone();
    facts.reversals.clear();
    assert!(!minutes::json(&facts).contains("误录"));
    for lang in [Lang::Zh, Lang::En] {
        assert!(!told(&minutes, lang, false).contains("误录"));
    }
    // Struck numbers are used again by what stands.
    let motions = minutes.items.iter().flat_map(|i| &i.motions);
    let numbers: Vec<u32> = motions.map(|m| m.no).collect();
    assert_eq!(numbers.len(), numbers.iter().collect::<std::collections::BTreeSet<_>>().len());
}

#[test]
fn the_public_copy_leaves_private_notes_out_and_says_how_many() {
    let minutes = whole();
    for lang in [Lang::Zh, Lang::En, Lang::Both] {
        let all = told(&minutes, lang, false);
        let public = told(&minutes, lang, true);
        assert!(all.contains("内部意见"));
        assert!(!public.contains("内部意见"));
        let said =
            public.contains("略去不公开的记事1条") || public.contains("leaves out 1 private note");
        assert!(said);
    }
    let public = minutes::public(&minutes);
    assert!(!minutes::json(&public).contains("内部意见"));
    assert_eq!(public.left_out, 1);
}

#[test]
fn items_stand_in_the_order_taken_up_and_moves_name_what_was_in_hand() {
    let minutes = whole();
    let order: Vec<u32> = minutes.items.iter().map(|i| i.no).collect();
    assert_eq!(order, [5, 1, 2, 3, 4, 6, 7], "the last was never taken up");
    let eighth = minutes.attendance.moves.iter().find(|m| m.unit == 8).unwrap();
    assert_eq!((eighth.item, eighth.vote, eighth.present), (Some(1), Some(1), 7));
    // Entered twenty minutes afterwards: both times stand.
    let late = minutes.attendance.moves.iter().find(|m| m.unit == 6).unwrap();
    assert!(late.when.entered.is_some_and(|entered| entered > late.when.at));
}

#[test]
fn every_vote_keeps_its_rounds_its_roll_and_what_became_of_it() {
    let minutes = whole();
    let votes: Vec<_> =
        minutes.items.iter().flat_map(|i| &i.motions).flat_map(|m| &m.votes).collect();
    let void: Vec<u32> = votes.iter().filter(|v| v.void.is_some()).map(|v| v.no).collect();
    assert_eq!(void, [4]);
    assert!(votes.iter().all(|v| (v.state == VoteState::Void) == v.void.is_some()));
    let challenged = votes.iter().find(|v| v.rounds.len() == 2).unwrap();
    assert_eq!(challenged.rounds[0].counts.len(), 1);
    assert_eq!(challenged.rounds[1].calls.len(), 7);
    let exact = challenged.verdict.as_ref().unwrap();
    assert!(exact.exact && challenged.declared[0].ruling.is_some());
    let corrected = votes.iter().find(|v| v.declared.len() == 2).unwrap();
    assert_eq!(corrected.declared[0].decision, corrected.declared[1].decision);
    // The roll grew by the member admitted before the last vote of the list.
    let sizes: Vec<usize> = votes.iter().map(|v| v.roll.len()).collect();
    assert_eq!(sizes, [8, 8, 8, 8, 8, 9, 9]);
}

#[test]
fn a_ballot_names_nobody() {
    let minutes = whole();
    let votes = minutes.items.iter().flat_map(|i| &i.motions).flat_map(|m| &m.votes);
    let secret =
        votes.into_iter().find(|v| v.verdict.as_ref().is_some_and(|v| v.tally.papers.is_some()));
    let secret = secret.unwrap();
    assert!(secret.rounds.iter().all(|r| r.calls.is_empty()));
    let paper = told(&minutes, Lang::Zh, false);
    assert!(paper.contains("发出8张、收回8张、有效7张、无效1张"));
}

#[test]
fn corrections_say_what_they_touch_and_change_no_frozen_figure() {
    let minutes = whole();
    let [count, text, presence] = &minutes.corrections[..] else {
        panic!("three corrections: {:#?}", minutes.corrections);
    };
    assert!(matches!(count.what, Correction::Count { vote: 5, .. }));
    assert!(matches!(text.what, Correction::Text { .. }));
    assert!(matches!(presence.what, Correction::Attendance { unit: 5, .. }));
    assert!(presence.touched.iter().any(|t| t.vote == 1 && t.what == "present"));
    let votes = minutes.items.iter().flat_map(|i| &i.motions).flat_map(|m| &m.votes);
    let first = votes.into_iter().find(|v| v.no == 1).unwrap();
    assert!(first.voters.contains(&5), "as it was frozen");
    let opening = minutes.attendance.at_opening.unwrap();
    let corrected = minutes.attendance.at_opening_corrected.unwrap();
    assert_eq!((opening.present, corrected.present), (6, 5));
    for heads in [opening, corrected, minutes.attendance.latest] {
        assert_eq!(heads.roll, heads.present + heads.excused + heads.absent);
    }
}

#[test]
fn papers_hold_no_percentage_and_every_line_of_a_member_is_named() {
    let minutes = whole();
    for lang in [Lang::Zh, Lang::En] {
        let paper = told(&minutes, lang, false);
        assert!(!paper.contains('%'));
        for unit in &minutes.units {
            assert!(paper.contains(&unit.name), "{}", unit.name);
        }
        let letters: Vec<char> = minutes.head.sha256.chars().collect();
        let groups: Vec<String> = letters.chunks(4).map(|g| g.iter().collect()).collect();
        assert!(paper.contains(&groups.join(" ")));
    }
}

#[test]
fn what_the_charter_does_not_state_is_listed_with_its_source() {
    let minutes = whole();
    let at: Vec<&str> = minutes.defaults.iter().map(|d| d.at.as_str()).collect();
    for wanted in ["notice", "proxy", "floor_amendment", "minority_count", "rule.ordinary.exactly"]
    {
        assert!(at.contains(&wanted), "{wanted} in {at:?}");
    }
    let questions: Vec<&str> = minutes.readings.iter().map(|r| r.question.as_str()).collect();
    assert!(questions.contains(&"A01") && questions.contains(&"A19"), "{questions:?}");
}

#[test]
fn a_meeting_in_preparation_and_one_in_session_have_a_preview() {
    let mut hall = Hall::in_memory();
    let head = |hall: &Hall| (hall.ledger.head.seq, hall.ledger.head.hash.hex());
    let none = minutes::compile(&hall.ledger.book, &hall.ledger.entries, 1, head(&hall));
    assert_eq!(none, None);
    hall.convene();
    let minutes = minutes_of(&hall);
    assert_eq!(minutes.state, State::Preparing);
    assert!(told(&minutes, Lang::Zh, false).contains("尚未结束"));
    hall.sign_in();
    hall.call_to_order();
    hall.act("09:40", Command::OpenItem { item: 1 });
    let minutes = minutes_of(&hall);
    assert_eq!(minutes.state, State::Open);
    let paper = told(&minutes, Lang::En, false);
    assert!(paper.contains("in session"));
    assert_eq!(minutes::read(&minutes::json(&minutes)), Some(minutes));
}

#[test]
fn a_later_meeting_leaves_the_minutes_as_they_were_but_for_the_head() {
    let mut hall = assembly(Hall::in_memory());
    let before = minutes_of(&hall);
    hall.later_meeting();
    let mut after = minutes_of(&hall);
    assert!(after.head.entry > before.head.entry);
    after.head = before.head.clone();
    assert_eq!(before, after);
}

#[test]
fn the_tables_hold_every_unit_and_every_vote_and_a_spreadsheet_reads_them() {
    use calamine::Reader;
    let minutes = whole();
    for lang in [Lang::Zh, Lang::En] {
        let sheets = papers::sheets(&minutes, lang).unwrap();
        let bytes = quorate::paper::sheets::xlsx(&sheets, minutes.meeting.date).unwrap();
        assert_eq!(bytes, quorate::paper::sheets::xlsx(&sheets, minutes.meeting.date).unwrap());
        let mut book: calamine::Xlsx<_> =
            calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
        let attendance = book.worksheet_range(&sheets[0].name).unwrap();
        assert_eq!(attendance.height(), minutes.attendance.units.len() + 1);
        let votes = book.worksheet_range(&sheets[1].name).unwrap();
        let taken = minutes.items.iter().flat_map(|i| &i.motions).flat_map(|m| &m.votes).count();
        assert_eq!(votes.height(), taken + 1);
        // Figures are figures: 5 in favour in the first vote of the report.
        assert_eq!(votes.get((1, 8)), Some(&calamine::Data::Float(5.0)));
        let csv = quorate::paper::sheets::comma_separated(&sheets[0].table).unwrap();
        assert!(csv.starts_with(b"\xef\xbb\xbf"));
        let text = String::from_utf8(csv).unwrap();
        assert_eq!(text.lines().count(), minutes.attendance.units.len() + 1);
    }
}

#[test]
fn a_cell_that_begins_like_a_formula_stays_a_text() {
    use quorate::paper::{Column, Row, Table};
    let columns = vec![Column::left("甲", 1)];
    let rows = vec![Row::new(["=1+1"]), Row::new(["-3"]), Row::new(["+44 示例"])];
    let table = Table { columns, rows, ..Table::default() };
    let text = String::from_utf8(quorate::paper::sheets::comma_separated(&table).unwrap()).unwrap();
    assert_eq!(text, "\u{feff}甲\r\n'=1+1\r\n-3\r\n'+44 示例\r\n");
}

#[test]
fn the_calendar_entry_has_the_times_in_utc_and_the_place() {
    let minutes = whole();
    let said = papers::calendar(&minutes, Lang::Zh);
    assert!(said.contains("DTSTART:20260318T013000Z\r\n"), "{said}");
    assert!(said.contains("DTEND:20260318T035800Z\r\n"), "{said}");
    assert!(said.contains("LOCATION:示例会议中心一号厅\r\n"), "{said}");
    assert!(said.lines().all(|l| l.len() <= 75));
    let mut called = minutes.clone();
    (called.opened, called.closed) = (None, None);
    let said = papers::calendar(&called, Lang::En);
    assert!(said.contains("DTSTART;VALUE=DATE:20260318\r\n"), "{said}");
}
