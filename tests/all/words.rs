//! The page of words: every code has its sentences, every verdict its arithmetic, every trouble its cure.

// Helpers here stand outside test functions, where clippy allows it.
#![allow(clippy::unwrap_used)]

mod disk;
mod files;
mod findings;
mod names;
mod verdicts;

use quorate::charter::{Charter, Name, read, reading};
use quorate::record::Book;
use quorate::record::command::Enrolment;
use quorate::record::state::{Meeting, Member, Membership, Phase};
use quorate::text::Lang;
use quorate::text::findings::Reader;
use std::sync::Arc;

const ALLIANCE: &str = "assets/charters/xjqica-2022.toml";
const MODEL: &str = "tests/data/charters/model-1998.toml";
const READERS: [Reader; 2] = [Reader::Recorder, Reader::Presider];

fn text(path: &str) -> String {
    std::fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn charter(path: &str) -> Charter {
    read::read(&text(path)).unwrap()
}

/// The alliance's charter with one of its other readings adopted.
fn with_reading(question: &str, option: &str) -> Charter {
    let source = Name { zh: "大会决定".into(), en: "decision of the assembly".into() };
    reading::adopt(&text(ALLIANCE), question, option, &source).unwrap()
}

fn book() -> Book {
    let mut book = Book { charter: Some(Arc::new(charter(ALLIANCE))), ..Book::default() };
    for unit in [5, 7] {
        let entry = Enrolment {
            unit,
            name: format!("示例单位{unit}"),
            short: String::new(),
            category: String::new(),
            joined: None,
            certificate: String::new(),
            ..Enrolment::default()
        };
        let standing = Membership::Member;
        book.members.insert(unit, Member { entry, standing });
    }
    book.meetings.push(meeting());
    book
}

fn meeting() -> Meeting {
    Meeting {
        no: 1,
        body: "assembly".into(),
        by: "chair".into(),
        special: false,
        signed: Vec::new(),
        date: "2026-11-22".parse().unwrap(),
        place: "乌鲁木齐".into(),
        notice: None,
        term: 2,
        number: 1,
        time_zone: "+08:00".into(),
        second_call: None,
        phase: Phase::Open,
        chairing: None,
        recorder: "秘书处".into(),
        attendance: Default::default(),
        observers: Vec::new(),
        roll_at_opening: Vec::new(),
        items: Vec::new(),
        motions: Vec::new(),
        votes: Vec::new(),
        elections: Vec::new(),
        notes: Vec::new(),
        opened: None,
        closed: None,
        break_since: None,
    }
}

fn is_chinese(letter: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&letter)
}

#[track_caller]
fn well_formed(lang: Lang, said: &str, what: &str) {
    assert!(!said.trim().is_empty(), "{what}: nothing is said");
    for mark in ['{', '}', '…'] {
        assert!(!said.contains(mark), "{what}: {mark} in {said}");
    }
    assert!(!said.contains("  ") && said == said.trim(), "{what}: {said:?}");
    let letters: Vec<char> = said.chars().collect();
    if lang == Lang::Zh {
        assert!(said.ends_with('。'), "{what}: no full stop: {said}");
        for pair in letters.windows(2) {
            let ascii = is_chinese(pair[0]) && ",.;:!?()".contains(pair[1]);
            assert!(!ascii, "{what}: {}{} in {said}", pair[0], pair[1]);
        }
    } else {
        assert!(said.ends_with('.'), "{what}: no full stop: {said}");
        assert!(!said.contains(['。', '，', '；', '（']), "{what}: {said}");
        assert!(letters[0].is_uppercase() || !letters[0].is_ascii_alphabetic(), "{what}: {said}");
    }
}
