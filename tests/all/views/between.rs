//! The views of what happens between meetings: their rows by the program's state, and a book in which
//! cases, permits, reviews, texts, designations, offices and seats are made, taken back and mended.

// Helpers here stand outside test functions, where clippy allows it.
#![allow(clippy::unwrap_used)]

use super::agree;
use super::rows::{Row, flag, int, maybe, text};
use crate::common::{ALLIANCE, Hall, convene, votes};
use quorate::record::state::Book;
use serde_json::{Value, json};

/// Each view with the columns compared and the rows it should have.
pub fn of_book(book: &Book) -> Vec<(&'static str, &'static str, Vec<Row>)> {
    vec![
        (
            "cases",
            "no, procedure, subject, unit, text, claim, day, opened_from, ended, why",
            cases(book),
        ),
        (
            "case_steps",
            "case_no, place, step, day, taken_by, outcome, unit, note, document, passed, closes",
            steps(book),
        ),
        (
            "permits",
            "no, unit, scope, first_day, last_day, case_no, decision, ended, why, void",
            permits(book),
        ),
        ("reviews", "year, unit, outcome, until, note, day, document", reviews(book)),
        ("norms", "number, title, matter, version, since", norms(book)),
        ("designations", "no, office, name, first_day, last_day, document", designations(book)),
        ("offices", "office, name, unit, first_day, last_day, decision", offices(book)),
        ("seats", "body, unit", seats(book)),
    ]
}

fn cases(book: &Book) -> Vec<Row> {
    let row = |file: &quorate::record::cases::CaseFile| {
        vec![
            int(file.no),
            text(&file.new.procedure),
            text(&file.new.subject.name),
            maybe(file.new.subject.unit, int),
            text(&file.new.text),
            maybe(file.new.claim, text),
            text(file.day()),
            maybe(file.new.from, int),
            maybe(file.ended.as_ref(), |(day, _)| text(day)),
            maybe(file.ended.as_ref(), |(_, why)| text(why)),
        ]
    };
    book.cases.iter().map(row).collect()
}

fn steps(book: &Book) -> Vec<Row> {
    let mut rows = Vec::new();
    for file in &book.cases {
        for (place, taken) in file.steps.iter().enumerate() {
            rows.push(vec![
                int(file.no),
                int(place + 1),
                maybe(taken.step.as_ref(), text),
                maybe(taken.day, text),
                maybe(taken.by.as_ref(), text),
                maybe(taken.outcome.as_ref(), text),
                maybe(taken.unit, int),
                text(&taken.note),
                maybe(taken.document, int),
                flag(taken.passed),
                flag(taken.closes),
            ]);
        }
    }
    rows
}

fn permits(book: &Book) -> Vec<Row> {
    let row = |known: &quorate::record::cases::Permitted| {
        let permit = &known.permit;
        vec![
            int(permit.permit),
            int(permit.unit),
            text(&permit.scope),
            maybe(permit.from, text),
            maybe(permit.to, text),
            maybe(permit.case, int),
            maybe(permit.decision, int),
            maybe(known.ended.as_ref(), |(day, _)| text(day)),
            maybe(known.ended.as_ref(), |(_, why)| text(why)),
            flag(known.void),
        ]
    };
    book.permits.iter().map(row).collect()
}

fn reviews(book: &Book) -> Vec<Row> {
    let row = |review: &quorate::record::cases::ReviewMember| {
        vec![
            int(review.year),
            int(review.unit),
            maybe(review.outcome.as_ref(), text),
            maybe(review.until, text),
            text(&review.note),
            maybe(review.day, text),
            maybe(review.document, int),
        ]
    };
    book.reviews.iter().map(row).collect()
}

fn norms(book: &Book) -> Vec<Row> {
    let row = |norm: &quorate::record::cases::Norm| {
        vec![
            text(&norm.number),
            text(&norm.title),
            text(&norm.matter),
            int(norm.version),
            text(norm.since),
        ]
    };
    book.norms.iter().map(row).collect()
}

fn designations(book: &Book) -> Vec<Row> {
    let row = |known: &quorate::record::officers::Designated| {
        vec![
            int(known.designation),
            text(&known.of.office),
            text(&known.of.name),
            maybe(known.of.from, text),
            maybe(known.of.to, text),
            text(&known.of.document),
        ]
    };
    book.designations.iter().map(row).collect()
}

fn offices(book: &Book) -> Vec<Row> {
    let row = |holder: &quorate::record::state::Holder| {
        vec![
            text(&holder.office),
            text(&holder.name),
            maybe(holder.unit, int),
            maybe(holder.from, text),
            maybe(holder.to, text),
            maybe(holder.decision, int),
        ]
    };
    book.holders.iter().map(row).collect()
}

fn seats(book: &Book) -> Vec<Row> {
    let mut rows = Vec::new();
    for (body, units) in &book.seats {
        let mut units = units.clone();
        units.sort_unstable();
        rows.extend(units.into_iter().map(|unit| vec![text(body), int(unit)]));
    }
    rows
}

fn alliance() -> Hall {
    let mut hall = Hall::with_units(ALLIANCE, 12);
    hall.ok(json!({"do": "seat", "body": "council", "units": [1, 2, 3, 4]}));
    hall.ok(json!({"do": "seat", "body": "technical_committee", "units": [2, 4, 6]}));
    for (office, name, unit) in [
        ("chair", "理事长", 1),
        ("vice_chair", "副理事长甲", 2),
        ("tc_director", "技术委员会主任", 4),
    ] {
        hall.ok(json!({"do": "fill", "office": office, "name": name, "unit": unit}));
    }
    hall
}

fn open(hall: &mut Hall, procedure: &str, unit: u32, mut more: Value) {
    more["do"] = "open_case".into();
    more["procedure"] = procedure.into();
    if more.get("subject").is_none() {
        more["subject"] = json!({"name": "", "unit": unit});
    }
    hall.ok(more);
}

fn step(hall: &mut Hall, case: u32, mut more: Value) {
    more["do"] = "take_step".into();
    more["case"] = case.into();
    hall.ok(more);
}

/// Leave given, refused and taken back; a case ended; one that follows from another; a collection.
#[test]
fn cases_steps_permits_and_reviews_without_a_meeting() {
    let mut hall = alliance();
    open(&mut hall, "use_of_name", 7, json!({"text": "以联盟名义参加展会"}));
    step(&mut hall, 1, json!({}));
    step(&mut hall, 1, json!({"valid_from": "2026-05-01", "until": "2026-12-31"}));
    hall.ok(json!({"do": "end_permit", "permit": 1, "why": "超出许可范围"}));
    open(&mut hall, "use_of_name", 8, json!({"text": "以联盟名义收费"}));
    step(&mut hall, 2, json!({}));
    step(&mut hall, 2, json!({"outcome": "refused", "note": "与宗旨不符"}));
    open(&mut hall, "withdrawal", 9, json!({}));
    hall.ok(json!({"do": "end_case", "case": 3, "why": "申请人撤回"}));
    let duty = json!({"names": ["obey_rules"], "text": "超范围使用标志", "claim": "12000.50"});
    open(&mut hall, "breach", 10, duty);
    step(&mut hall, 4, json!({}));
    step(&mut hall, 4, json!({"outcome": "warn", "note": "属实"}));
    step(&mut hall, 5, json!({"note": "现场照片"}));
    step(&mut hall, 5, json!({"passed": true, "note": "当面说明"}));
    let standard =
        json!({"names": ["standards_system"], "subject": {"name": "示例红枣认证实施规则"}});
    open(&mut hall, "standard", 0, standard);
    step(&mut hall, 6, json!({}));
    step(&mut hall, 6, json!({"unit": 7, "note": "建议增加检测项目"}));
    step(&mut hall, 6, json!({"closes": true}));
    open(&mut hall, "automatic_loss", 11, json!({"text": "已注销"}));
    step(&mut hall, 7, json!({"note": "登记机关公告"}));
    step(&mut hall, 7, json!({"note": "注销通知书"}));
    hall.ok(json!({"do": "review_member", "year": 2025, "unit": 2, "outcome": "put_right",
        "note": "记录不全", "until": "2026-06-30"}));
    hall.ok(json!({"do": "review_member", "year": 2025, "unit": 3, "outcome": "expel",
        "note": "伪造证书", "names": ["obey_rules"]}));
    hall.ok(json!({"do": "review_rest", "year": 2025, "note": "合格"}));
    hall.ok(json!({"do": "review_member", "year": 2025, "unit": 2, "note": "已整改"}));
    hall.ok(json!({"do": "undo"}));
    let conn = agree(&hall.ledger(), &hall.book);
    let count = |view: &str| -> i64 {
        conn.query_row(&format!("SELECT count(*) FROM {view}"), [], |row| row.get(0)).unwrap()
    };
    assert_eq!((count("cases"), count("permits")), (8, 1));
    assert_eq!(count("reviews"), 11, "each member once, and what was undone is not there");
}

/// An authorisation carried, meant for another unit, void, and carried again.
#[test]
fn an_authorisation_taken_back_and_meant_for_another_unit() {
    let mut hall = alliance();
    let subject = json!({"name": "", "unit": 7, "scope": "承办宣传周", "from": "2026-06-01",
        "to": "2026-06-30"});
    open(&mut hall, "authorisation", 7, json!({"names": ["publicity"], "subject": subject}));
    step(&mut hall, 1, json!({}));
    open(&mut hall, "use_of_name", 8, json!({"text": "以联盟名义参加展会"}));
    step(&mut hall, 2, json!({}));
    hall.ok(convene("council", "council_by_chair", json!([])));
    hall.ok(json!({"do": "put_case", "case": 1, "on_notice": true}));
    hall.ok(json!({"do": "sign_in_all"}));
    hall.call_to_order(1, "chair");
    let motion = hall.move_item(1, 1, "予以授权。");
    hall.decide(1, motion, "hands", votes(4, 0, 0));
    agree(&hall.ledger(), &hall.book);
    // Between the authorisation and its repetition, leave is given in a case: numbers run on.
    step(&mut hall, 2, json!({"valid_from": "2026-05-20"}));
    hall.ok(
        json!({"do": "correct_enactment", "decision": 1, "wrong": 7, "right": 9, "why": "误记"}),
    );
    let conn = agree(&hall.ledger(), &hall.book);
    let unit: i64 =
        conn.query_row("SELECT unit FROM permits WHERE no = 1", [], |row| row.get(0)).unwrap();
    assert_eq!(unit, 9);
    hall.ok(json!({"do": "void_vote", "vote": 1, "why": "计票有误"}));
    agree(&hall.ledger(), &hall.book);
    hall.decide(1, motion, "hands", votes(3, 1, 0));
    let conn = agree(&hall.ledger(), &hall.book);
    let sql = "SELECT group_concat(no || ':' || unit || ':' || void, ' ') FROM permits";
    let all: String = conn.query_row(sql, [], |row| row.get(0)).unwrap();
    assert_eq!(all, "1:9:1 2:8:0 3:7:0");
}

/// Texts issued, revised, and taken back one by one.
#[test]
fn numbered_texts_whose_decisions_fall() {
    let mut hall = alliance();
    let standard = |revises: Option<&str>, title: &str| json!({"names": ["standards_system"], "subject": {"name": title, "revises": revises}});
    open(&mut hall, "standard", 0, standard(None, "示例红枣认证实施规则"));
    step(&mut hall, 1, json!({}));
    step(&mut hall, 1, json!({"passed": true, "note": "已在会前征求"}));
    hall.ok(convene("technical_committee", "committee_by_director", json!([])));
    hall.ok(json!({"do": "put_case", "case": 1, "on_notice": true}));
    hall.ok(json!({"do": "sign_in_all"}));
    hall.call_to_order(1, "committee_director");
    hall.settle(1, 1, votes(3, 0, 0));
    let title = "示例红枣认证实施规则（修订）";
    open(&mut hall, "standard", 0, standard(Some("XJQICA-S-2026-01"), title));
    step(&mut hall, 2, json!({}));
    hall.with_reason(json!({"do": "put_case", "case": 2}), "step_passed_over", "上次已征求意见");
    hall.settle(1, 2, votes(3, 0, 0));
    agree(&hall.ledger(), &hall.book);
    hall.ok(json!({"do": "void_vote", "vote": 2, "why": "计票有误"}));
    let conn = agree(&hall.ledger(), &hall.book);
    let sql = "SELECT title || version FROM norms";
    let norm: String = conn.query_row(sql, [], |row| row.get(0)).unwrap();
    assert_eq!(norm, "示例红枣认证实施规则1");
    hall.ok(json!({"do": "void_vote", "vote": 1, "why": "计票有误"}));
    agree(&hall.ledger(), &hall.book);
}

/// Offices given, ended, given up and designated for, and the decisions on them mended and void.
#[test]
fn offices_filled_ended_and_mended() {
    let mut hall = alliance();
    hall.ok(
        json!({"do": "designate", "office": "chair", "name": "副理事长甲", "from": "2026-05-01",
        "document": "指定书〔2026〕1号"}),
    );
    hall.ok(json!({"do": "end_designation", "designation": 1, "day": "2026-05-10", "why": "返回"}));
    hall.ok(
        json!({"do": "designate", "office": "chair", "name": "副理事长甲", "from": "2026-05-18",
        "to": "2026-05-31", "document": "指定书〔2026〕2号"}),
    );
    hall.ok(json!({"do": "vacate", "office": "tc_director", "name": "技术委员会主任",
        "day": "2026-05-01", "why": "调离"}));
    let item = |name: &str, unit: u32| {
        json!({"title": "聘任秘书长", "matter": "appointment",
            "subjects": [{"name": name, "office": "secretary_general", "unit": unit}]})
    };
    let agenda = json!([item("候选人甲", 5), item("候选人乙", 6), item("候选人甲", 5)]);
    hall.ok(convene("assembly", "chair", agenda));
    hall.ok(json!({"do": "sign_in_all"}));
    hall.call_to_order(1, "chair");
    for no in 1..=3 {
        hall.ok(json!({"do": "file", "item": no, "precondition": "chair_nomination"}));
        let motion = hall.move_item(1, no, "予以聘任。");
        hall.decide(1, motion, "hands", votes(12, 0, 0));
        hall.ok(json!({"do": "close_item", "item": no}));
        agree(&hall.ledger(), &hall.book);
    }
    hall.ok(
        json!({"do": "correct_enactment", "decision": 3, "wrong": 5, "right": 7, "why": "误记"}),
    );
    hall.ok(
        json!({"do": "correct_enactment", "decision": 3, "wrong": 7, "right": 8, "why": "再改"}),
    );
    let conn = agree(&hall.ledger(), &hall.book);
    let held = |conn: &rusqlite::Connection| -> String {
        let sql = "SELECT group_concat(name || unit || coalesce(last_day, ''), ' ') FROM offices
            WHERE office = 'secretary_general'";
        conn.query_row(sql, [], |row| row.get(0)).unwrap()
    };
    assert!(held(&conn).contains("候选人甲8"), "{}", held(&conn));
    hall.ok(json!({"do": "vacate", "office": "secretary_general", "name": "候选人甲",
        "day": "2026-05-20", "why": "调离"}));
    agree(&hall.ledger(), &hall.book);
    for vote in [3, 2, 1] {
        hall.ok(json!({"do": "void_vote", "vote": vote, "why": "计票有误"}));
        agree(&hall.ledger(), &hall.book);
    }
}
