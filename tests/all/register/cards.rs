//! People: their cards lie outside the chain, are told to nobody, and can be removed for good.

use super::super::common::{ALLIANCE, Folder, Hall, convene, papers};
use super::super::views::agree;
use quorate::ledger::{CardFault, Ledger};
use quorate::record::members::{Contact, KeepPerson, Role};
use quorate::record::{Command, Request};
use quorate::store::{Sqlite, Verdict, verify};
use quorate::text::Lang;
use serde_json::{Value, json};
use std::path::Path;

const NAME: &str = "代表01";
const PHONE: &str = "00000000101";

fn card(name: &str, phone: &str) -> Value {
    json!({"name": name, "phone": phone, "email": format!("{phone}@example.invalid"),
        "identity": format!("ID-{phone}"), "address": "示例路1号", "note": ""})
}

fn keep(unit: u32, role: &str, name: &str, phone: &str) -> Value {
    json!({"do": "keep_person", "unit": unit, "role": role, "card": card(name, phone)})
}

/// Whether the bytes stand anywhere in the file of a book or beside it.
fn has(book: &Path, text: &str) -> bool {
    ["", "-wal", "-shm"].iter().any(|ending| {
        let mut path = book.as_os_str().to_owned();
        path.push(ending);
        let bytes = std::fs::read(path).unwrap_or_default();
        bytes.windows(text.len()).any(|w| w == text.as_bytes())
    })
}

#[test]
fn article_17_a_liaison_person_is_named_and_the_log_does_not_say_who() {
    let mut hall = Hall::with_units(ALLIANCE, 4);
    let kept = hall.ok(keep(2, "liaison", NAME, PHONE));
    let event = &kept["events"][0];
    assert_eq!(
        (event["kind"].as_str(), event["role"].as_str()),
        (Some("person_kept"), Some("liaison"))
    );
    assert!(!kept.to_string().contains(NAME), "{kept}");
    hall.ok(keep(2, "delegate", "代表02", "00000000102"));
    let mut ledger = hall.ledger();
    let contacts = ledger.contacts().unwrap();
    assert_eq!((contacts[&1].name.as_str(), contacts[&2].phone.as_str()), (NAME, "00000000102"));
    for entry in &ledger.entries {
        let text = serde_json::to_string(&entry.fact).unwrap();
        assert!(!text.contains(NAME) && !text.contains(PHONE), "{text}");
    }
    assert_eq!(ledger.check_cards().unwrap().whole, 2);
    agree(&ledger, &hall.book);
}

#[test]
fn a_unit_has_one_liaison_person_and_any_number_of_delegates() {
    let mut hall = Hall::with_units(ALLIANCE, 4);
    hall.ok(keep(2, "liaison", NAME, PHONE));
    let again = hall.ok(keep(2, "liaison", "代表09", "00000000109"));
    assert_eq!(again["events"][0]["person"], 1);
    assert!(!has(&hall.book, PHONE), "the card that was replaced is still in the file");
    hall.ok(keep(2, "delegate", "代表02", "00000000102"));
    hall.ok(keep(2, "delegate", "代表03", "00000000103"));
    assert_eq!(hall.ledger().book.people_of(2).len(), 3);
}

#[test]
fn a_letter_of_authority_is_a_delegates_and_its_days_are_in_order() {
    let mut hall = Hall::with_units(ALLIANCE, 4);
    let with = |role: &str, letter: Value| {
        let mut line = keep(1, role, NAME, PHONE);
        line["letter"] = letter;
        line
    };
    hall.refused(with("liaison", json!({"from": "2026-01-01"})), "letter_not_delegate");
    let reversed = json!({"from": "2026-02-01", "to": "2026-01-01"});
    hall.refused(with("delegate", reversed), "letter_days_reversed");
    hall.refused(with("delegate", json!({"document": 1})), "unknown_name");
    hall.ok(json!({"do": "attach", "name": "授权书.txt", "content": "示例"}));
    let whole = json!({"document": 1, "from": "2026-01-01", "to": "2026-12-31"});
    hall.ok(with("delegate", whole));
    agree(&hall.ledger(), &hall.book);
    hall.refused(json!({"do": "forget_person", "person": 7, "why": "本人要求"}), "unknown_person");
}

#[test]
fn what_is_removed_on_request_is_in_the_file_no_more() {
    let mut hall = Hall::with_units(ALLIANCE, 30);
    // Cards of all lengths, so that pages fill, split and empty again.
    for n in 1..=120_u32 {
        let mut line = keep(n % 30 + 1, "delegate", &format!("代表{n:03}号"), &format!("99{n:09}"));
        line["card"]["note"] = format!("标{n:03}记").repeat((n * 7 % 90) as usize + 1).into();
        hall.ok(line);
    }
    assert!(has(&hall.book, "代表005号") && has(&hall.book, "标005记"));
    for n in (1..=120_u32).step_by(3) {
        hall.ok(json!({"do": "forget_person", "person": n, "why": "本人要求"}));
    }
    for n in 1..=120_u32 {
        let gone = n % 3 == 1;
        for text in [format!("代表{n:03}号"), format!("99{n:09}"), format!("标{n:03}记")] {
            assert_eq!(has(&hall.book, &text), !gone, "{text}");
        }
    }
    let ledger = hall.ledger();
    assert!(ledger.book.people[&1].forgotten.is_some());
    agree(&ledger, &hall.book);
    // It does not come back either: undo stops, and a second removal finds nobody.
    hall.refused(json!({"do": "undo"}), "undo_stops_at_declaration");
    hall.refused(json!({"do": "forget_person", "person": 1, "why": "本人要求"}), "unknown_person");
}

#[test]
fn undo_of_a_person_just_kept_takes_the_card_away() {
    let mut hall = Hall::with_units(ALLIANCE, 3);
    hall.ok(keep(1, "delegate", NAME, PHONE));
    hall.ok(json!({"do": "undo"}));
    assert!(!has(&hall.book, PHONE));
    assert_eq!(hall.ledger().check_cards().unwrap().faults, []);
}

#[test]
fn the_same_card_has_another_digest_in_another_book() {
    let digest = || {
        let mut hall = Hall::with_units(ALLIANCE, 1);
        let kept = hall.ok(keep(1, "liaison", NAME, PHONE));
        kept["events"][0]["digest"].as_str().unwrap().to_owned()
    };
    assert_ne!(digest(), digest());
}

#[test]
fn nothing_of_a_card_reaches_minutes_public_copy_hall_lines_or_views() {
    let mut hall = Hall::with_units(ALLIANCE, 6);
    hall.ok(keep(1, "liaison", NAME, PHONE));
    hall.ok(convene("assembly", "chair", json!([{"title": "通报"}])));
    hall.ok(keep(2, "legal_representative", NAME, PHONE));
    hall.sign_in(1, &[1, 2, 3, 4, 5, 6], 6);
    hall.call_to_order(1, "chair");
    hall.ok(keep(3, "delegate", NAME, PHONE));
    let ledger = hall.ledger();
    let paper = papers(&ledger, 1);
    for text in [paper.zh, paper.en, paper.json.to_string()] {
        assert!(!text.contains(NAME) && !text.contains(PHONE));
    }
    for entry in &ledger.entries {
        for lang in [Lang::Zh, Lang::En] {
            let line = quorate::text::words::event_line(lang, &ledger.book, None, entry);
            assert!(!line.contains(NAME) && !line.contains(PHONE), "{line}");
        }
    }
    assert!(!format!("{:?}", ledger.book).contains(NAME));
    let conn = agree(&ledger, &hall.book);
    let views: Vec<String> = conn
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'view'")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert!(views.len() > 10);
    for view in views {
        let mut statement = conn.prepare(&format!("SELECT * FROM {view}")).unwrap();
        let width = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            for at in 0..width {
                let cell = format!("{:?}", row.get_ref(at).unwrap());
                let hidden = !cell.contains(NAME) && !cell.contains(PHONE);
                assert!(hidden, "{view}: {cell}");
            }
        }
    }
}

#[test]
fn a_backup_keeps_the_cards_and_a_card_changed_by_hand_is_named() {
    let mut hall = Hall::with_units(ALLIANCE, 3);
    hall.ok(keep(1, "liaison", NAME, PHONE));
    hall.ok(keep(2, "liaison", "代表02", "00000000102"));
    hall.ok(keep(3, "liaison", "代表03", "00000000103"));
    let folder = Folder::new();
    let copy = folder.join("copy.book");
    Sqlite::open(&hall.book).unwrap().backup_to(&copy).unwrap();
    assert_eq!(Ledger::open_read_only(&copy).unwrap().check_cards().unwrap().whole, 3);
    let conn = rusqlite::Connection::open(&copy).unwrap();
    conn.execute("UPDATE cards SET body = replace(body, ?1, '代表99')", [NAME]).unwrap();
    conn.execute("DELETE FROM cards WHERE body LIKE '%代表02%'", []).unwrap();
    drop(conn);
    // Cards are outside the chain: the book is whole and opens, and the cards are named.
    assert_eq!(verify(&copy).verdict, Verdict::Whole);
    let mut ledger = Ledger::open_read_only(&copy).unwrap();
    let found = ledger.check_cards().unwrap();
    assert_eq!(found.faults, [(1, CardFault::Altered), (2, CardFault::Missing)]);
    assert_eq!(ledger.contacts().unwrap().keys().copied().collect::<Vec<_>>(), [3]);
    for lang in [Lang::Zh, Lang::En] {
        assert_eq!(quorate::text::store::cards(lang, &found).len(), 3);
    }
}

#[test]
fn a_book_made_before_there_were_cards_is_whole_and_gets_their_table() {
    let mut hall = Hall::with_units(ALLIANCE, 3);
    hall.ok(json!({"do": "amend_member", "unit": 1, "short": "甲"}));
    let folder = Folder::new();
    let old = folder.join("old.book");
    Sqlite::open(&hall.book).unwrap().backup_to(&old).unwrap();
    let conn = rusqlite::Connection::open(&old).unwrap();
    conn.execute_batch("DROP TABLE cards").unwrap();
    drop(conn);
    assert_eq!(verify(&old).verdict, Verdict::Whole);
    assert_eq!(Ledger::open_read_only(&old).unwrap().contacts().unwrap().len(), 0);
    let mut ledger = Ledger::open(&old).unwrap();
    let letter = None;
    let keep =
        KeepPerson { person: None, unit: 1, role: Role::Liaison, letter, digest: String::new() };
    let request = Request::new(super::super::common::morning(), Command::KeepPerson(keep));
    let contact = Contact { name: NAME.to_owned(), ..Contact::default() };
    ledger.submit_people(request, std::slice::from_ref(&contact)).unwrap().unwrap();
    assert_eq!(ledger.contacts().unwrap()[&1], contact);
    drop(ledger);
    // A table of that name that is another one is damage, like any other.
    let conn = rusqlite::Connection::open(&old).unwrap();
    conn.execute_batch("ALTER TABLE cards ADD COLUMN x TEXT").unwrap();
    drop(conn);
    assert!(matches!(verify(&old).verdict, Verdict::Broken(_)));
}

#[test]
fn a_card_that_a_crash_left_behind_goes_when_the_book_is_opened() {
    let mut hall = Hall::with_units(ALLIANCE, 3);
    hall.ok(keep(1, "liaison", NAME, PHONE));
    let folder = Folder::new();
    let path = folder.join("a.book");
    Sqlite::open(&hall.book).unwrap().backup_to(&path).unwrap();
    let conn = rusqlite::Connection::open(&path).unwrap();
    conn.execute_batch(
        "INSERT INTO cards VALUES (zeroblob(32), zeroblob(32), '{\"name\":\"代表77\"}')",
    )
    .unwrap();
    drop(conn);
    drop(Ledger::open(&path).unwrap());
    assert!(!has(&path, "代表77") && has(&path, NAME));
}

#[test]
fn a_line_brings_its_card_and_never_a_digest() {
    let mut hall = Hall::with_units(ALLIANCE, 2);
    let bare = hall.say(json!({"do": "keep_person", "unit": 1, "role": "liaison"}));
    assert_eq!(bare["fault"]["code"], "not_a_command");
    let mut line = keep(1, "liaison", NAME, PHONE);
    line["digest"] = "0".repeat(64).into();
    assert_eq!(hall.say(line)["fault"]["code"], "not_a_command");
    // The same id is the same act, though its salt would be another.
    let mut line = keep(1, "delegate", NAME, PHONE);
    line["id"] = "k-1".into();
    line["at"] = "2026-05-20T08:00:00+08:00".into();
    let first = hall.ok(line.clone());
    let second = hall.ok(line);
    assert_eq!(first["events"], second["events"]);
    assert_eq!(hall.ledger().book.people.len(), 1);
}
