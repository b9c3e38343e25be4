//! Three years of the association as one script, from the founding assembly to the re-election, with the registers it
//! must come to.
//!
//! The script is `tests/data/story/three-years.jsonl`. A line below a comment `#! code` must be refused for that code;
//! every other line must be accepted. The registers stand beside it as plain text, made from the book by its public
//! readings; `QUORATE_BLESS=1` writes them anew, to be read before they are kept.

// Helpers here stand outside test functions, where clippy allows it.
#![allow(clippy::unwrap_used)]

use crate::common::{Folder, act, data, morning, papers};
use crate::views::agree;
use chrono::NaiveDate;
use quorate::act::Door;
use quorate::ledger::Ledger;
use quorate::record::follow;
use quorate::record::state::{Book, Membership};
use quorate::store::{Verdict, verify};
use quorate::text::funds::{self, Addressee};
use quorate::text::{Lang, cases, words};
use serde_json::{Value, json};
use std::fmt::Write;
use std::path::PathBuf;

const SCRIPT: &str = "story/three-years.jsonl";

/// The book of the story, played once for every test that asks.
pub struct Story {
    book: PathBuf,
    _folder: Folder,
}

impl Story {
    #[track_caller]
    pub fn played() -> Self {
        let folder = Folder::new();
        let book = folder.join("story.book");
        let script = data(SCRIPT);
        let door = Door { book: &book, lang: Lang::Zh, now: morning };
        let mut said = Vec::new();
        quorate::act::run(&door, script.as_bytes(), &mut said).unwrap();
        let said = String::from_utf8(said).unwrap();
        let mut answers = said.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        let mut refused_for = None;
        for line in script.lines().filter(|line| !line.trim().is_empty()) {
            if line.starts_with('#') {
                refused_for = line.strip_prefix("#! ").or(refused_for);
                continue;
            }
            let answer = answers.next().unwrap();
            match refused_for.take() {
                Some(code) => assert_eq!(answer["refused"]["code"], code, "{line}\n{answer:#}"),
                None => assert_eq!(answer["ok"], true, "{line}\n{answer:#}"),
            }
        }
        assert!(answers.next().is_none());
        Self { book, _folder: folder }
    }

    pub fn ledger(&self) -> Ledger {
        Ledger::open_read_only(&self.book).unwrap()
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Compares a register with the one kept, or keeps it.
#[track_caller]
fn golden(name: &str, found: &str) {
    let path = format!("{}/tests/data/story/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("QUORATE_BLESS").is_some() {
        std::fs::write(&path, found).unwrap();
        return;
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    assert_eq!(found, kept, "{name}");
}

fn members(book: &Book) -> String {
    let mut page = String::new();
    for (no, member) in &book.members {
        let entry = &member.entry;
        let joined = entry.joined.map(|d| d.to_string()).unwrap_or_default();
        let standing = words::members::standing(Lang::Zh, &member.standing);
        writeln!(
            page,
            "{no}  {}  {}  {joined}  {}  {standing}",
            entry.name, entry.category, entry.certificate
        )
        .unwrap();
    }
    writeln!(page, "在册{}家：{:?}", book.roll().len(), book.roll()).unwrap();
    page
}

fn offices(book: &Book) -> String {
    let charter = book.charter.as_deref().unwrap();
    let mut page = String::new();
    let text = |d: Option<NaiveDate>| d.map(|d| d.to_string()).unwrap_or_default();
    for holder in &book.holders {
        let name = charter.office(&holder.office).map_or("", |o| o.name.zh.as_str());
        let unit = holder.unit.map(|u| u.to_string()).unwrap_or_default();
        let decision = holder.decision.map(|d| d.to_string()).unwrap_or_default();
        writeln!(
            page,
            "{name}  {}  单位{unit}  {}至{}  决定{decision}",
            holder.name,
            text(holder.from),
            text(holder.to)
        )
        .unwrap();
    }
    for (body, units) in &book.seats {
        writeln!(page, "{}  {units:?}", charter.body(body).unwrap().name.zh).unwrap();
    }
    for (body, stands) in &book.standings {
        let name = &charter.body(body).unwrap().name.zh;
        writeln!(
            page,
            "{name}  第{}届第{}次  届期自{}",
            stands.term,
            stands.number,
            text(stands.term_begun)
        )
        .unwrap();
    }
    page
}

fn decisions(book: &Book) -> String {
    let mut page = String::new();
    for decision in &book.decisions {
        let meeting = book.meeting(decision.meeting).unwrap();
        let standing = words::standing(Lang::Zh, follow::standing(book, decision));
        let text = decision.text.lines().next().unwrap_or_default();
        writeln!(
            page,
            "{}  {}  {}  {}  {}  {standing}  {text}",
            decision.no, decision.number, meeting.date, meeting.body, decision.matter
        )
        .unwrap();
    }
    page
}

fn files(book: &Book) -> String {
    let charter = book.charter.as_deref().unwrap();
    let mut page = String::new();
    for file in &book.cases {
        let name = cases::name(charter, file).zh;
        let stage = cases::stage_name(book, charter, file).zh;
        writeln!(page, "{}  {}  {name}  {stage}", file.no, file.day()).unwrap();
        let procedure = charter.procedure(&file.new.procedure).unwrap();
        for step in cases::steps(Lang::Zh, book, procedure, file) {
            writeln!(page, "    {step}").unwrap();
        }
    }
    page
}

fn permits(book: &Book) -> String {
    let mut page = String::new();
    for given in &book.permits {
        let permit = &given.permit;
        let text = |d: Option<NaiveDate>| d.map(|d| d.to_string()).unwrap_or_default();
        let ended = given.ended.as_ref().map(|(d, why)| format!("  收回于{d}：{why}"));
        writeln!(
            page,
            "{}  单位{}  {}  {}至{}{}",
            permit.permit,
            permit.unit,
            permit.scope,
            text(permit.from),
            text(permit.to),
            ended.unwrap_or_default()
        )
        .unwrap();
    }
    page
}

fn norms(book: &Book) -> String {
    let mut page = String::new();
    for norm in &book.norms {
        writeln!(
            page,
            "{}  《{}》  第{}版  自{}施行  决定{:?}",
            norm.number, norm.title, norm.version, norm.since, norm.decisions
        )
        .unwrap();
    }
    page
}

fn charters(ledger: &Ledger) -> String {
    let book = &ledger.book;
    let mut page = String::new();
    for version in &book.versions {
        writeln!(page, "第{}版  依据：{}", version.version, version.basis).unwrap();
    }
    for meeting in &book.meetings {
        let record = papers(ledger, meeting.no).json;
        let judged: Vec<u32> = meeting.votes.iter().map(|v| v.frozen.charter_version).collect();
        writeln!(
            page,
            "{}  {}  {}  会议记录按第{}版  各次表决按{judged:?}",
            meeting.no, meeting.body, meeting.date, record["charter"]["version"]
        )
        .unwrap();
    }
    page
}

#[test]
fn three_years_from_the_founding_to_the_re_election() {
    let story = Story::played();
    let ledger = story.ledger();
    let book = &ledger.book;
    golden("members", &members(book));
    golden("offices", &offices(book));
    golden("decisions", &decisions(book));
    golden("cases", &files(book));
    golden("permits", &permits(book));
    golden("norms", &norms(book));
    golden("charters", &charters(&ledger));
    let charter = book.charter.as_deref().unwrap();
    for year in 2022..=2024 {
        let to = Addressee::Observer("market_regulator".to_owned());
        let paper = funds::statement(Lang::Zh, book, charter, year, &to, day("2025-10-09"));
        golden(&format!("funds-{year}"), &paper);
    }
    // What the registers say, said once more in figures that cannot be blessed away.
    assert_eq!(book.roll().len(), 27 + 2 - 3);
    assert_eq!(book.members[&8].standing, Membership::Expelled);
    assert_eq!(book.members[&25].standing, Membership::Withdrawn);
    assert!(matches!(book.members[&26].standing, Membership::Lost { .. }));
    let chair = |on: &str| {
        book.holders_of("chair", day(on)).iter().map(|h| h.name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(chair("2025-09-28"), ["候选人甲"]);
    assert_eq!(chair("2025-09-30"), ["候选人丙"]);
    let begun = |body: &str| book.standings[body].term_begun;
    assert_eq!(
        begun("assembly"),
        Some(day("2025-09-29")),
        "the second term begins with its meeting"
    );
    assert!(book.funds_due(day("2025-10-09")).is_empty(), "every year is approved and reported");
}

#[test]
fn the_book_of_the_story_is_whole_and_says_the_same_everywhere() {
    let story = Story::played();
    assert_eq!(verify(&story.book).verdict, Verdict::Whole);
    let ledger = story.ledger();
    let again = quorate::record::apply::replay(&ledger.entries);
    assert_eq!(format!("{:#?}", ledger.book), format!("{again:#?}"));
    agree(&ledger, &story.book);
}

#[test]
fn document_numbers_count_anew_every_year_and_none_is_given_twice() {
    let story = Story::played();
    let book = story.ledger().book;
    for year in 2022..=2025 {
        let of_year = format!("〔{year}〕");
        let numbers: Vec<&str> = book
            .decisions
            .iter()
            .map(|d| d.number.as_str())
            .filter(|n| n.contains(&of_year))
            .collect();
        // The charter itself was issued as number 1 of its year.
        let first = if year == 2022 { 2 } else { 1 };
        let due: Vec<String> = (first..)
            .take(numbers.len())
            .map(|n| format!("“新疆品质”联盟〔{year}〕{n}号"))
            .collect();
        assert_eq!(numbers, due);
        assert!(!numbers.is_empty(), "{year}");
    }
}

#[test]
fn undo_at_the_end_of_the_story_takes_back_the_last_act_only() {
    let story = Story::played();
    let before = story.ledger().book.roll();
    let line = |what: Value| what.to_string();
    let answers = act(
        &story.book,
        &[
            line(json!({"do": "amend_member", "unit": 1, "short": "一号", "why": "单位来函",
                "at": "2025-10-10T09:00:00+08:00"})),
            line(json!({"do": "undo", "at": "2025-10-10T09:01:00+08:00"})),
        ],
    );
    assert!(answers.iter().all(|a| a["ok"] == true), "{answers:#?}");
    let book = story.ledger().book;
    assert_eq!(book.members[&1].entry.short, "");
    assert_eq!(book.roll(), before);
}

/// The table of `docs/between-meetings.md`: an article, where it stands on the screen, and its tests.
fn table(page: &str) -> Vec<(u32, String, Vec<String>)> {
    let rows = page.lines().filter_map(|line| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [article, place, tests] = cells.as_slice() else {
            return None;
        };
        let tests = tests.split(',').map(|t| t.trim().trim_matches('`').to_owned());
        Some((article.parse().ok()?, (*place).to_owned(), tests.collect()))
    });
    rows.collect()
}

#[test]
fn each_article_from_5_to_22_has_a_place_on_the_screen_and_a_test_by_its_name() {
    let root = env!("CARGO_MANIFEST_DIR");
    let mut sources = String::new();
    let mut folders = vec![PathBuf::from(format!("{root}/tests/all"))];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                sources += &std::fs::read_to_string(path).unwrap();
            }
        }
    }
    for name in ["between-meetings.md", "between-meetings.zh.md"] {
        let page = std::fs::read_to_string(format!("{root}/docs/{name}")).unwrap();
        let rows = table(&page);
        let articles: Vec<u32> = rows.iter().map(|(no, _, _)| *no).collect();
        assert_eq!(articles, (5..=22).collect::<Vec<_>>(), "{name}");
        for (no, place, tests) in rows {
            assert!(!place.is_empty(), "{name}: {no}");
            for test in tests {
                let of_article = test.strip_prefix("article_").is_some_and(|rest| {
                    rest.split('_').next().and_then(|n| n.parse().ok()) == Some(no)
                });
                assert!(of_article, "{name}: {test} is not named after article {no}");
                assert!(sources.contains(&format!("fn {test}()")), "{name}: there is no {test}");
            }
        }
    }
}
