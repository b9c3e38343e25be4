//! The page of words: every code has its sentences, and every verdict says its arithmetic.

// Helpers here stand outside test functions, where clippy allows it.
#![allow(clippy::unwrap_used)]

use quorate::charter::{Charter, Clauses, Name, read, reading};
use quorate::record::command::{Enrolment, NewItem};
use quorate::record::event::{Answered, Entry, Event, Fact, Frozen, Papers, Presence, Touched};
use quorate::record::state::{Headcount, Meeting, Member, Membership, Phase};
use quorate::record::tally::{self, Prospect, Standing, Tally};
use quorate::record::{Book, Code, Finding, Level, Refusal, Stamp};
use quorate::store::{AppendError, Damage, Flaw, Head, LogError, Report, Verdict, genesis};
use quorate::text::findings::{self, Reader};
use quorate::text::{Lang, store, verdict, words};
use std::path::PathBuf;
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
    let source = Name {
        zh: "大会决定".into(),
        en: "decision of the assembly".into(),
    };
    reading::adopt(&text(ALLIANCE), question, option, &source).unwrap()
}

fn book() -> Book {
    let mut book = Book {
        charter: Some(Arc::new(charter(ALLIANCE))),
        ..Book::default()
    };
    for unit in [5, 7] {
        let entry = Enrolment {
            unit,
            name: format!("示例单位{unit}"),
            short: String::new(),
            category: String::new(),
            joined: None,
            certificate: String::new(),
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
        phase: Phase::Open,
        chairing: None,
        recorder: "秘书处".into(),
        attendance: Default::default(),
        observers: Vec::new(),
        roll_at_opening: Vec::new(),
        items: Vec::new(),
        motions: Vec::new(),
        votes: Vec::new(),
        notes: Vec::new(),
        opened: None,
        closed: None,
        break_since: None,
    }
}

// --- findings -------------------------------------------------------------------------------------

/// Every field any finding carries, with a value such as the core gives it.
const FIELDS: &[(&str, &str)] = &[
    ("abstain", "2"), ("base", "36"), ("basis", "designated"), ("because", "matter_belongs_to_other_body"),
    ("body", "council"), ("by", "requisition"), ("cap", "12"), ("counted", "31"), ("days", "3"),
    ("decision", "4"), ("faults", "1"), ("field", "reason"), ("holder", "7"), ("id", "garden"),
    ("in_room", "28"), ("invalid", "1"), ("issued", "30"), ("item", "4"), ("items", "4 6"), ("kind", "declared"),
    ("lacking", "matter seal"), ("last", "2025-09-29"), ("left", "1"), ("limit", "1"), ("margin", "3"),
    ("matter", "amendment"), ("meeting", "1"), ("members", "36"), ("min_signatures", "18"), ("minimum", "3"),
    ("motion", "2"), ("name", "示例"), ("needed", "1"), ("no", "3"), ("note", "9"), ("office", "chair"),
    ("old", "旧文"), ("option", "strict"), ("present", "30"), ("question", "A01"), ("recovered", "31"),
    ("roll", "36"), ("seats", "13"), ("signed", "9"), ("silent", "1"), ("time", "2026-11-22T10:42:00+08:00"),
    ("title", "年度报告"), ("unit", "5"), ("valid", "29"), ("version", "2"), ("vote", "3"), ("yes", "18"),
];

/// A finding with everything a sentence could ask for.
fn found(code: Code) -> Finding {
    let mut found = Finding::new(code).named(match code {
        Code::NotInRecess => "assembly",
        Code::MissingPrecondition => "secretariat_opinions",
        Code::QuorumLost => "council_majority_present",
        Code::PresiderAs => "presider_by_designation",
        Code::CharterFlag => "exact_half",
        _ => "",
    });
    // The charter's own words are for findings that have nothing to fill in.
    if code != Code::CharterFlag {
        found.fields = FIELDS.iter().map(|(key, value)| (*key, (*value).to_owned())).collect();
    }
    found
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

/// Names typed in Chinese stay Chinese; nothing else in an English sentence is.
fn without_names(said: &str) -> String {
    let names = ["示例单位5", "示例单位7", "示例", "年度报告", "旧文"];
    names.iter().fold(said.to_owned(), |said, name| said.replace(name, ""))
}

#[test]
fn every_code_has_a_sentence_for_each_reader_in_each_language() {
    let book = book();
    for code in Code::ALL {
        for lang in [Lang::Zh, Lang::En] {
            for reader in READERS {
                let said = findings::finding(lang, &book, &found(*code), reader);
                let what = format!("{code:?} {reader:?}");
                well_formed(lang, &said, &what);
                if lang == Lang::En {
                    assert!(!without_names(&said).contains(is_chinese), "{what}: {said}");
                }
            }
        }
    }
}

#[test]
fn what_is_said_does_not_depend_on_a_charter_being_there() {
    for code in Code::ALL {
        for (lang, reader) in [(Lang::Zh, READERS[0]), (Lang::En, READERS[1])] {
            let said = findings::finding(lang, &Book::default(), &found(*code), reader);
            well_formed(lang, &said, &format!("{code:?} without a charter"));
        }
    }
}

#[test]
fn recorder_and_presider_are_told_different_things() {
    let book = book();
    for code in Code::ALL {
        for lang in [Lang::Zh, Lang::En] {
            let [check, cure] = READERS.map(|r| findings::finding(lang, &book, &found(*code), r));
            assert_ne!(check, cure, "{code:?}");
        }
    }
}

#[test]
fn every_recorded_code_has_a_phrase_and_a_badge() {
    let book = book();
    for code in Code::ALL {
        let recorded = found(*code).full_code();
        for lang in [Lang::Zh, Lang::En] {
            let phrase = findings::code_text(lang, &recorded, &book);
            assert!(!phrase.is_empty() && !phrase.contains(['{', '…']), "{recorded}: {phrase}");
            assert_ne!(phrase, recorded, "{code:?} has no phrase");
        }
        let badge = findings::short(Lang::Zh, &book, &recorded);
        assert!((1..=12).contains(&badge.chars().count()), "{recorded}: {badge}");
        assert!(!badge.is_ascii(), "{recorded}: {badge}");
    }
    for flag in &book.charter.as_ref().unwrap().flags {
        let badge = findings::short(Lang::Zh, &book, &flag.id);
        assert!((1..=12).contains(&badge.chars().count()), "{}: {badge}", flag.id);
    }
}

#[test]
fn badges_of_the_charter_are_made_from_the_charter() {
    let book = book();
    let short = |lang, code| findings::short(lang, &book, code);
    assert_eq!(short(Lang::Zh, "exact_half"), "恰好半数");
    assert_eq!(short(Lang::Zh, "exact_two_thirds"), "恰好三分之二");
    assert_eq!(short(Lang::En, "exact_two_thirds"), "exactly 2/3");
    assert_eq!(short(Lang::Zh, "assumed_rule"), "假定规则");
    assert_eq!(short(Lang::Zh, "presider_by_designation"), "代为主持");
    assert_eq!(short(Lang::Zh, "not_in_recess_assembly_still_open"), "尚未闭会");
}

#[test]
fn a_refusal_begins_with_its_clause_and_ends_with_the_lawful_way() {
    let mut excluded = Finding::new(Code::PowerExcluded)
        .with("matter", "amendment")
        .with("body", "council")
        .citing(&Clauses::parse("9, 9(1)").unwrap());
    excluded.routes = vec!["assembly".into()];
    let said = |lang, reader| findings::finding(lang, &book(), &excluded, reader);
    assert_eq!(
        said(Lang::Zh, Reader::Recorder),
        "依据第九条、第九条（一）：“修改章程”不在授权范围内，联盟理事会不能代为议决。请核对事项和机构。可提交联盟大会决定。"
    );
    let en = said(Lang::En, Reader::Presider);
    assert!(en.starts_with("Under article 9, article 9(1): “amendment of the charter” is a power"), "{en}");
    assert!(en.ends_with("It may be put to the assembly."), "{en}");
}

#[test]
fn the_charters_own_words_are_used_where_it_has_them() {
    let book = book();
    let charter = book.charter.as_ref().unwrap();
    let missing = Finding::new(Code::MissingPrecondition).named("secretariat_opinions");
    let own = &charter.precondition("secretariat_opinions").unwrap().missing;
    assert_eq!(findings::finding(Lang::Zh, &book, &missing, Reader::Presider), own.zh);
    let flag = Finding::new(Code::CharterFlag).named("exact_half");
    let own = charter.flag("exact_half").unwrap();
    assert_eq!(findings::finding(Lang::En, &book, &flag, Reader::Presider), own.presider.en);
    assert_eq!(findings::code_text(Lang::Zh, "exact_half", &book), own.recorder.zh);
}

#[test]
fn a_missing_reason_says_the_warnings_first() {
    let refusal = Refusal {
        finding: Finding::new(Code::ReasonRequired),
        warnings: vec![Finding::new(Code::NoticeShort).with("days", 1).with("minimum", 10)],
    };
    let said = findings::refusal(Lang::En, &book(), &refusal, Reader::Recorder);
    assert_eq!(
        said,
        "Notice was given 1 day before the meeting, and 10 are asked for. Check both dates; to go on, \
         give a reason. This takes a reason. Type it in; it stands in the minutes."
    );
    assert_eq!(Code::ReasonRequired.level(), Level::Refusal);
}

// --- verdicts -------------------------------------------------------------------------------------

/// A vote frozen under a rule: roll, recused, voters.
fn frozen(charter: &Charter, rule: &str, [roll, recused, voters]: [u32; 3]) -> Frozen {
    let recused: Vec<u32> = (1..=recused).collect();
    let first = recused.len() as u32 + 1;
    Frozen {
        charter_version: 1,
        rule: charter.rule(rule).unwrap().clone(),
        roll: (1..=roll).collect(),
        voters: (first..first + voters).collect(),
        proxies: Vec::new(),
        recused,
        base: None,
        needed: None,
        flags: Vec::new(),
        matter_flags: Default::default(),
        roll_changed: false,
    }
}

fn figures([yes, no, abstain]: [u32; 3]) -> Tally {
    Tally { yes, no, abstain, ..Tally::default() }
}

#[track_caller]
fn explained(charter: &Charter, rule: &str, units: [u32; 3], votes: [u32; 3], zh: &str, en: &str) {
    let frozen = frozen(charter, rule, units);
    let judged = tally::judge(&frozen, units[2], figures(votes));
    let outcome = Some(judged.carried);
    let said = |lang| verdict::explanation(lang, charter, &judged, &frozen, outcome);
    assert_eq!(said(Lang::Zh), zh);
    assert_eq!(said(Lang::En), en);
}

#[test]
fn the_arithmetic_of_the_scenarios_is_said() {
    let own = charter(ALLIANCE);
    // S01, S03
    explained(&own, "ordinary", [36, 0, 30], [22, 5, 3],
        "依据第九条：全体36家，须18票；赞成22票，超4票——通过",
        "Under article 9: of all 36 members, 18 votes are needed; 22 in favour, 4 more than needed — carried");
    explained(&own, "ordinary", [36, 0, 34], [18, 14, 2],
        "依据第九条：全体36家，须18票；赞成恰为18票——通过",
        "Under article 9: of all 36 members, 18 votes are needed; 18 in favour, exactly as many — carried");
    explained(&with_reading("A01", "strict"), "ordinary", [36, 0, 34], [18, 14, 2],
        "依据第九条，按本会选定的读法：全体36家，须19票；赞成18票，差1票——未获通过",
        "Under article 9, in the reading the association adopted: of all 36 members, 19 votes are needed; 18 in favour, 1 too few — lost");
    // S06, S07
    explained(&own, "amend", [36, 0, 30], [24, 4, 2],
        "依据第二十二条：全体36家，须24票；赞成恰为24票——通过",
        "Under article 22: of all 36 members, 24 votes are needed; 24 in favour, exactly as many — carried");
    explained(&own, "amend", [36, 0, 30], [23, 5, 2],
        "依据第二十二条：全体36家，须24票；赞成23票，差1票——未获通过",
        "Under article 22: of all 36 members, 24 votes are needed; 23 in favour, 1 too few — lost");
    explained(&own, "amend", [37, 0, 34], [24, 8, 2],
        "依据第二十二条：全体37家，须25票；赞成24票，差1票——未获通过",
        "Under article 22: of all 37 members, 25 votes are needed; 24 in favour, 1 too few — lost");
    explained(&own, "amend", [50, 0, 45], [34, 9, 2],
        "依据第二十二条：全体50家，须34票；赞成恰为34票——通过",
        "Under article 22: of all 50 members, 34 votes are needed; 34 in favour, exactly as many — carried");
    // S02b: the same figures under another charter, of those present
    explained(&charter(MODEL), "present_half_incl", [36, 0, 24], [16, 6, 2],
        "依据第一条：到会24名，须12票；赞成16票，超4票——通过",
        "Under article 1: of the 24 present, 12 votes are needed; 16 in favour, 4 more than needed — carried");
}

#[test]
fn an_assumed_rule_is_named() {
    let own = charter(ALLIANCE);
    const ZH: &str = "章程未规定表决比例，按假定规则“理事会：全体理事单位（不含回避单位）过半数”：";
    const EN: &str = "The charter gives no share; by the assumed rule “council: more than half of all council units not recused”: ";
    // S20, S23, S24
    explained(&own, "council", [11, 0, 9], [7, 1, 1],
        &format!("{ZH}全体11家，须6票；赞成7票，超1票——通过"),
        &format!("{EN}of all 11 members, 6 votes are needed; 7 in favour, 1 more than needed — carried"));
    explained(&own, "council", [10, 1, 9], [5, 4, 0],
        &format!("{ZH}全体10家，回避1家，基数9家，须5票；赞成恰为5票——通过"),
        &format!("{EN}of all 10 members, 1 recused, so of 9, 5 votes are needed; 5 in favour, exactly as many — carried"));
    explained(&own, "council", [10, 0, 10], [5, 5, 0],
        &format!("{ZH}全体10家，须6票；赞成5票，差1票——未获通过"),
        &format!("{EN}of all 10 members, 6 votes are needed; 5 in favour, 1 too few — lost"));
}

#[test]
fn running_words_and_a_ruling() {
    let own = charter(ALLIANCE);
    let held = frozen(&own, "amend", [36, 0, 30]);
    let judged = tally::judge(&held, 30, figures([22, 2, 1]));
    assert_eq!(
        verdict::explanation(Lang::Zh, &own, &judged, &held, None),
        "依据第二十二条：全体36家，须24票；现赞成22，还差2"
    );
    let held = frozen(&own, "ordinary", [36, 0, 34]);
    let judged = tally::judge(&held, 34, figures([18, 14, 2]));
    assert_eq!(
        verdict::explanation(Lang::Zh, &own, &judged, &held, Some(false)),
        "依据第九条：全体36家，须18票；赞成恰为18票，经主持人裁定——未获通过"
    );
    assert_eq!(
        verdict::other_reading(Lang::Zh, &own, &judged, &held),
        "赞成18票。含本数的读法：须18票，通过；不含本数的读法：须19票，未获通过。"
    );
    let held = frozen(&own, "council", [10, 1, 9]);
    let judged = tally::judge(&held, 9, figures([5, 4, 0]));
    assert_eq!(
        verdict::other_reading(Lang::Zh, &own, &judged, &held),
        "回避者不计入基数（9家），须5票：通过；计入基数（10家），须6票：未获通过。"
    );
}

#[test]
fn leading_certain_and_declared_are_three_words() {
    let at = |prospect| {
        let tally = figures([22, 2, 1]);
        let now = Standing { tally, base: 36, needed: Some(24), missing: 2, out: 5, reachable: 27, prospect };
        verdict::standing(Lang::Zh, &now)
    };
    assert_eq!(at(Prospect::Open { leading: false }), "尚未确定：最多可达27票，仍可能通过");
    assert_eq!(at(Prospect::Open { leading: true }), "目前领先，尚未确定：还有5票未计");
    assert_eq!(at(Prospect::CertainlyCarried), "已成定局：将通过");
    assert_eq!(at(Prospect::CertainlyLost), "已成定局：无法通过");
    assert_eq!(verdict::cannot_pass(Lang::Zh, Some(18), 17), "到会17，须18票：现在无法通过");
    assert_eq!(verdict::cannot_pass(Lang::Zh, Some(18), 18), "");
}

#[test]
fn figures_say_how_they_were_come_by() {
    let mut tally = figures([25, 3, 2]);
    assert_eq!(verdict::tally_words(Lang::Zh, &tally), "赞成25票、反对3票、弃权2票、未表决0");
    tally.papers = Some(Papers { issued: 31, recovered: 31, valid: 30, invalid: 1 });
    assert_eq!(
        verdict::tally_words(Lang::En, &tally),
        "31 papers handed out, 31 in the box, 30 valid, 1 invalid; 25 in favour, 3 against, 2 abstaining, 0 not voting"
    );
}

// --- names, entries, the disk ----------------------------------------------------------------------

#[test]
fn meetings_days_and_headcounts_are_named() {
    let (own, mut meeting) = (charter(ALLIANCE), meeting());
    assert_eq!(words::meeting_name(Lang::Zh, &own, &meeting), "联盟大会第二届第一次会议");
    assert_eq!(words::meeting_name(Lang::En, &own, &meeting), "Assembly, term 2, meeting 1");
    meeting.special = true;
    assert_eq!(words::meeting_name(Lang::Zh, &own, &meeting), "联盟大会第二届第一次会议（临时）");
    assert_eq!(words::date(Lang::Zh, meeting.date), "2026年11月22日");
    assert_eq!(words::date(Lang::En, meeting.date), "22 November 2026");
    let heads = Headcount {
        roll: 36, present: 30, in_person: 27, delegates: 2, proxies: 1, online: 0, excused: 4, absent: 2,
    };
    assert_eq!(
        words::headcount_in_full(Lang::Zh, &own, &heads),
        "应到36家，实到30家（本人27、委派2、委托1），请假4家，缺席2家"
    );
    assert_eq!(
        words::headcount(Lang::En, &heads),
        "36 on the roll, 30 present (27 in person, 2 by delegate, 1 by proxy), 4 excused, 2 absent"
    );
}

fn entry(event: Event) -> Entry {
    let at = Stamp::parse_from_rfc3339("2026-11-22T09:01:00+08:00").unwrap();
    let fact = Fact { meeting: Some(1), event, noticed: Vec::new(), answered: None };
    Entry { seq: 1, act: String::new(), happened: at, entered: at, fact }
}

#[test]
fn entries_are_told_in_one_line() {
    let book = book();
    let line = |lang, entry: &Entry| words::event_line(lang, &book, book.meeting(1), entry);
    let presence = Presence::Delegate { who: "张三".into(), letter: String::new() };
    let mut signed_in = entry(Event::AttendanceRecorded { unit: 5, presence });
    assert_eq!(line(Lang::Zh, &signed_in), "签到（委派）：示例单位5（张三）");
    signed_in.entered += chrono::TimeDelta::minutes(9);
    signed_in.fact.answered = Some(Answered { codes: Vec::new(), reason: "迟到".into() });
    assert_eq!(line(Lang::Zh, &signed_in), "签到（委派）：示例单位5（张三）；理由：迟到（补录于09:10）");
    let undone = entry(Event::Struck { from: 8, to: 9, what: "attendance_recorded".into() });
    assert_eq!(line(Lang::Zh, &undone), "撤销：签到（第8至9条）");
    assert_eq!(line(Lang::En, &undone), "undone: attendance (entries 8 to 9)");
    let new = NewItem {
        title: "年度报告".into(), matter: None, draft: String::new(), subjects: Vec::new(), before: None, from: None,
    };
    let added = entry(Event::ItemAdded { item: 4, new, on_notice: false });
    assert_eq!(line(Lang::Zh, &added), "列入议程第4项：年度报告（未列入通知）");
    let touched = Touched {
        meeting: 1, vote: 3, what: "needed".into(), was: "19".into(), would_be: "18".into(),
    };
    assert_eq!(
        words::touched(Lang::Zh, &book, &touched),
        "联盟大会第二届第一次会议第3次表决：所需票数记录为19，应为18"
    );
}

#[test]
fn a_private_note_is_not_repeated() {
    let note = Event::NoteTaken {
        note: 1, item: None, note_kind: Default::default(), who: String::new(), text: "机密".into(), private: true,
    };
    let said = words::event_line(Lang::Both, &book(), None, &entry(note));
    assert!(!said.contains("机密"), "{said}");
}

/// The record's own list of kinds, as its reader gives it when asked for one there is not.
#[test]
fn every_kind_of_entry_has_a_name() {
    let error = serde_json::from_str::<Event>(r#"{"kind":"?"}"#).unwrap_err().to_string();
    let list = error.split("expected one of").nth(1).unwrap();
    let kinds: Vec<&str> = list.split('`').skip(1).step_by(2).collect();
    assert!(kinds.len() > 40, "{error}");
    for kind in kinds {
        for lang in [Lang::Zh, Lang::En] {
            assert_ne!(words::act_name(lang, kind), kind, "{kind} has no name");
        }
    }
}

#[test]
fn every_trouble_of_the_disk_is_a_sentence() {
    let path = PathBuf::from("/会议/book.quorate");
    let damaged = |damage| LogError::Damaged { path: path.clone(), damage };
    let zero = genesis().hash;
    let errors = [
        LogError::NotFound { path: path.clone() }, LogError::Exists { path: path.clone() },
        LogError::NotAFile { path: path.clone() }, LogError::Empty { path: path.clone() },
        LogError::NotSqlite { path: path.clone() }, LogError::Foreign { path: path.clone(), application_id: 7 },
        LogError::Newer { path: path.clone(), found: 2, known: 1 }, LogError::ReadOnly { path: path.clone() },
        LogError::Denied { path: path.clone() }, LogError::Busy { path: path.clone() },
        LogError::Busy { path: PathBuf::new() }, LogError::DiskFull { path: path.clone() },
        LogError::Moved { path: path.clone() }, LogError::Disk { path: path.clone(), code: 10 },
        LogError::CannotOpen { path: path.clone(), code: 14 },
        LogError::Sqlite { path: path.clone(), code: 1, message: "syntax error".into() },
        LogError::Malformed { part: 1, field: "body" }, LogError::BlobTooLarge { bytes: 9, limit: 8 },
        LogError::UnnamedBlob { sha256: zero }, LogError::UnknownBlob { sha256: zero },
        LogError::BadDraftFile { path: path.clone(), message: "EOF".into() },
        damaged(Damage::Chain { seq: 3, flaw: Flaw::Missing }), damaged(Damage::Chain { seq: 3, flaw: Flaw::Unlinked }),
        damaged(Damage::Chain { seq: 3, flaw: Flaw::Altered }), damaged(Damage::Structure { finding: "row 2".into() }),
        damaged(Damage::Table { name: "entry".into() }), damaged(Damage::BlobAltered { sha256: zero }),
        damaged(Damage::BlobMissing { seq: 3, sha256: zero }), damaged(Damage::Unreadable { good: 0, code: 11 }),
        damaged(Damage::Unreadable { good: 5, code: 11 }),
    ];
    for error in errors {
        for lang in [Lang::Zh, Lang::En] {
            let what = format!("{error:?}");
            well_formed(lang, &store::log_error(lang, &error), &what);
            for outer in [AppendError::Refused(error.clone()), AppendError::InDoubt(error.clone())] {
                well_formed(lang, &store::append_error(lang, &outer), &what);
            }
            let report = Report { head: genesis(), blobs: 0, verdict: Verdict::Unreadable(error.clone()) };
            well_formed(lang, &store::report(lang, &report), &what);
        }
    }
}

#[test]
fn a_verification_says_what_holds() {
    let hash = genesis().hash;
    let whole = Report { head: Head { seq: 12, hash }, blobs: 1, verdict: Verdict::Whole };
    well_formed(Lang::Zh, &store::report(Lang::Zh, &whole), "whole");
    let said = store::report(Lang::En, &whole);
    assert!(said.contains("12 entries and 1 attachment"), "{said}");
    let damage = Damage::Chain { seq: 2, flaw: Flaw::Altered };
    let broken = Report { head: Head { seq: 1, hash }, blobs: 0, verdict: Verdict::Broken(damage) };
    well_formed(Lang::Zh, &store::report(Lang::Zh, &broken), "broken");
    let said = store::report(Lang::En, &broken);
    assert!(said.contains("1 entry from the beginning is as written"), "{said}");
}
