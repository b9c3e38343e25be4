//! Tables: every format and encoding, every fault with its place, and nothing half done.

use super::super::common::{ALLIANCE, GARDEN, Hall, convene, morning};
use super::super::views::agree;
use quorate::record::members::Contact;
use quorate::record::{Book, Command, Request};
use quorate::roster::{self, CellFault, Form, Preview, RosterFault};
use quorate::text::Lang;
use serde_json::json;
use std::collections::BTreeMap;

const TABLE: &str = "序号,单位名称,简称,类别,加入日期,证书编号,法人资格证明,资质,联络人,联络电话,代表,代表授权自,代表授权至,代表2\n\
    1,示例认证机构一,认证一,认证机构,2022-09-29,C-1,文件1,示例认可（至2027-01-01）；示例许可,代表01,00000000101,代表11,2026-01-01,2026-12-31,代表12\n\
    2,示例协会（林果、棉花）,示例协会,行业协会或组织,2022/9/29,C-2,,,代表02,00000000102,,,,\n\
    3,示例企业一,,获证企业,2022年9月29日,,,,,,,,,\n";

fn alliance() -> Book {
    let charter = quorate::charter::read::read(quorate::shipped::charter(ALLIANCE).unwrap());
    roster::opening(&charter.unwrap())
}

fn preview(book: &Book, bytes: &[u8]) -> Result<Preview, Vec<RosterFault>> {
    roster::preview(book, &BTreeMap::new(), bytes, &mut |_, _| {})
}

/// A hall with the table entered.
fn entered() -> Hall {
    let mut hall = Hall::with_units(ALLIANCE, 0);
    enter(&hall, TABLE.as_bytes(), "");
    // A question makes the door take in what was written beside it.
    hall.head();
    hall
}

fn enter(hall: &Hall, bytes: &[u8], why: &str) -> Preview {
    let mut ledger = quorate::ledger::Ledger::open(&hall.book).unwrap();
    let contacts = ledger.contacts().unwrap();
    let found = roster::preview(&ledger.book, &contacts, bytes, &mut |_, _| {}).unwrap();
    let (import, cards) = found.command(why);
    let request = Request::new(morning(), Command::ImportRegister(import));
    ledger.submit_people(request, &cards).unwrap().unwrap();
    found
}

fn compared(hall: &Hall, bytes: &[u8]) -> Result<Preview, Vec<RosterFault>> {
    let mut ledger = hall.ledger();
    let contacts: BTreeMap<u32, Contact> = ledger.contacts().unwrap();
    roster::preview(&ledger.book, &contacts, bytes, &mut |_, _| {})
}

fn utf16(text: &str, big: bool, mark: bool) -> Vec<u8> {
    let units = mark.then_some(0xfeff).into_iter().chain(text.encode_utf16());
    units.flat_map(|u| if big { u.to_be_bytes() } else { u.to_le_bytes() }).collect()
}

#[test]
fn a_table_is_read_in_every_encoding_people_save_in() {
    let book = alliance();
    let wanted = preview(&book, TABLE.as_bytes()).unwrap().enrol;
    assert_eq!(wanted.len(), 3);
    assert_eq!(wanted[0].qualifications.len(), 2);
    assert_eq!(wanted[0].qualifications[0].until.unwrap().to_string(), "2027-01-01");
    assert_eq!(wanted[2].joined.unwrap().to_string(), "2022-09-29");
    let gb = encoding_rs::GB18030.encode(TABLE).0.into_owned();
    let marked = [b"\xef\xbb\xbf", TABLE.as_bytes()].concat();
    let tabs = TABLE.replace(',', "\t");
    let semicolons = TABLE.replace(',', ";");
    for (what, bytes) in [
        ("UTF-8 with its mark", marked),
        ("GB18030", gb),
        ("UTF-16 LE", utf16(TABLE, false, true)),
        ("UTF-16 BE", utf16(TABLE, true, true)),
        ("UTF-16 LE without its mark", utf16(TABLE, false, false)),
        ("UTF-16 BE without its mark", utf16(TABLE, true, false)),
        ("tabs, as a spreadsheet's Unicode text", utf16(&tabs, false, true)),
        ("semicolons", semicolons.into_bytes()),
    ] {
        let found = preview(&book, &bytes).unwrap_or_else(|faults| panic!("{what}: {faults:?}"));
        assert_eq!(found.enrol, wanted, "{what}");
    }
    let noise = preview(&book, b"\xff\xff\x00\x9f\x81").unwrap_err();
    assert!(matches!(noise[0], RosterFault::NoEncoding | RosterFault::NoColumn { .. }));
    let not_one = preview(&book, b"PK\x03\x04 and nothing more").unwrap_err();
    assert!(matches!(not_one[0], RosterFault::NotASheet { .. }));
}

#[test]
fn a_table_of_the_old_spreadsheet_format_is_read() {
    let bytes = include_bytes!("../../data/register.xls");
    let found = preview(&alliance(), bytes).unwrap_or_else(|faults| panic!("{faults:?}"));
    let names: Vec<&str> = found.enrol.iter().map(|e| e.name.as_str()).collect();
    assert_eq!(names, ["示例认证中心", "示例喆䶮技术服务所", "示例酒庄"]);
    assert_eq!(found.enrol[2].joined.unwrap().to_string(), "2023-01-05");
}

#[test]
fn titles_above_the_heading_and_blank_rows_do_not_shift_the_numbers() {
    let table = "示例名册,,\n\n序号,单位名称,类别\n1,示例甲,\n,,\n\n2,示例乙,无此类\n";
    let faults = preview(&alliance(), table.as_bytes()).unwrap_err();
    let [RosterFault::Cell { row, column, value, why: CellFault::NoCategory(_) }] = &faults[..]
    else {
        panic!("{faults:?}")
    };
    assert_eq!((*row, column[0].as_str(), value.as_str()), (7, "类别", "无此类"));
}

#[test]
fn every_fault_is_named_with_row_and_column_and_nothing_is_entered() {
    let table = "序号,单位名称,类别,加入日期,联络人,联络电话,代表,代表授权自,代表授权至,代表授权书,看不懂\n\
        1,示例甲,认证机构,昨天,,,,,,,\n\
        1,示例甲,认证机构,,,,,,,,\n\
        x,,没有的,,,0000,代表01,2026-02-01,2026-01-01,9,\n";
    let faults = preview(&alliance(), table.as_bytes()).unwrap_err();
    let places: Vec<(usize, &str)> = faults
        .iter()
        .map(|fault| match fault {
            RosterFault::Cell { row, column, .. } => (*row, column[0].as_str()),
            other => panic!("{other:?}"),
        })
        .collect();
    for place in [
        (2, "加入日期"),
        (3, "单位名称"),
        (3, "序号"),
        (4, "序号"),
        (4, "单位名称"),
        (4, "类别"),
        (4, "代表授权至"),
        (4, "联络人"),
        (4, "代表授权书"),
    ] {
        assert!(places.contains(&place), "{place:?} is not among {places:?}");
    }
    for fault in &faults {
        for lang in [Lang::Zh, Lang::En] {
            let said = roster::sentence(lang, fault);
            assert!(said.ends_with(['。', '.']), "{said}");
        }
    }
}

#[test]
fn what_was_written_out_is_read_in_without_a_change() {
    let hall = entered();
    let mut ledger = hall.ledger();
    let contacts = ledger.contacts().unwrap();
    assert_eq!(contacts.len(), 4);
    for form in [Form::Csv, Form::Xlsx, Form::Ods] {
        for lang in [Lang::Zh, Lang::En] {
            for people in [None, Some(&contacts)] {
                let bytes = roster::export(&ledger.book, people, lang, form).unwrap();
                let again = roster::export(&ledger.book, people, lang, form).unwrap();
                assert!(bytes == again, "{form:?}: the same book gives other bytes");
                let found = compared(&hall, &bytes)
                    .unwrap_or_else(|faults| panic!("{form:?} {lang:?}: {faults:?}"));
                assert!(found.is_empty(), "{form:?} {lang:?}: {found:#?}");
                assert_eq!((found.rows, found.same, found.ignored.len()), (3, 3, 0));
            }
        }
    }
    let plain = roster::export(&ledger.book, None, Lang::Zh, Form::Csv).unwrap();
    let plain = String::from_utf8(plain).unwrap();
    assert!(!plain.contains("代表01") && !plain.contains("00000000101"), "{plain}");
    let empty = compared(&hall, plain.as_bytes()).unwrap();
    assert_eq!(empty.missing, [0_u32; 0]);
}

#[test]
fn a_whole_register_written_out_makes_the_same_register_in_a_new_book() {
    let hall = entered();
    let mut ledger = hall.ledger();
    let contacts = ledger.contacts().unwrap();
    for form in [Form::Csv, Form::Xlsx, Form::Ods] {
        let bytes = roster::export(&ledger.book, Some(&contacts), Lang::Zh, form).unwrap();
        let other = Hall::with_units(ALLIANCE, 0);
        enter(&other, &bytes, "");
        let mut copy = other.ledger();
        assert_eq!(copy.book.members, ledger.book.members, "{form:?}");
        assert_eq!(copy.contacts().unwrap(), contacts, "{form:?}");
        let letters = |book: &Book| -> Vec<_> {
            book.people.values().map(|p| (p.unit, p.role, p.letter)).collect()
        };
        assert_eq!(letters(&copy.book), letters(&ledger.book), "{form:?}");
    }
}

#[test]
fn a_preview_says_field_by_field_what_would_change() {
    let hall = entered();
    let table = "单位名称,序号,类别,联络人,联络电话\n示例认证机构一改名,1,标准化机构,代表01,00000000999\n示例新单位,9,,代表21,\n";
    let found = compared(&hall, table.as_bytes()).unwrap();
    assert_eq!((found.enrol.len(), found.amend.len(), found.people.len()), (1, 1, 2));
    assert_eq!(found.missing, [2, 3]);
    let ledger = hall.ledger();
    let lines = roster::preview_lines(Lang::Zh, &ledger.book, &found, usize::MAX).join("\n");
    for part in [
        "示例认证机构一→示例认证机构一改名",
        "类别：认证机构→标准化机构",
        "00000000101",
        "00000000999",
        "示例新单位",
        "示例企业一",
    ] {
        assert!(lines.contains(part), "{part} is not in\n{lines}");
    }
    let short = roster::preview_lines(Lang::En, &ledger.book, &found, 1).join("\n");
    assert!(short.contains("1 more"), "{short}");
    // Nothing was done by looking.
    assert_eq!(hall.ledger().book.members.len(), 3);
    enter(&hall, table.as_bytes(), "");
    let mut ledger = hall.ledger();
    assert_eq!(ledger.book.unit_name(1), "示例认证机构一改名");
    assert_eq!(ledger.contacts().unwrap()[&1].phone, "00000000999");
    agree(&ledger, &hall.book);
}

#[test]
fn a_table_of_some_columns_leaves_the_others_alone() {
    let hall = entered();
    let found = compared(&hall, "name,short\n示例企业一,企一\n".as_bytes()).unwrap();
    assert_eq!((found.amend.len(), found.amend[0].1.len(), found.people.len()), (1, 1, 0));
    // Another name is another person, who has not the telephone of the one before.
    let other =
        compared(&hall, "序号,单位名称,联络人\n1,示例认证机构一,代表31\n".as_bytes()).unwrap();
    assert_eq!((other.people.len(), other.people[0].contact.phone.as_str()), (1, ""));
    assert_eq!(other.people[0].keep.person, Some(1));
    let blank = compared(&hall, "number,name,short\n1,示例认证机构一,\n".as_bytes()).unwrap();
    assert!(blank.is_empty(), "an empty cell says nothing");
}

#[test]
fn article_15_after_the_first_meeting_a_unit_joins_by_a_decision_and_not_by_a_table() {
    let mut hall = entered();
    hall.ok(convene("assembly", "chair", json!([{"title": "通报"}])));
    let table = "序号,单位名称\n1,示例认证机构一\n9,示例新单位\n";
    let faults = compared(&hall, table.as_bytes()).unwrap_err();
    let [RosterFault::Cell { row: 3, why: CellFault::JoinsByDecision, .. }] = &faults[..] else {
        panic!("{faults:?}")
    };
    assert!(roster::sentence(Lang::Zh, &faults[0]).contains("议程"));
    assert!(roster::sentence(Lang::En, &faults[0]).contains("agenda"));
    // Changes are entered, with their reason.
    let change = "序号,单位名称,简称\n1,示例认证机构一,新简称\n";
    let found = compared(&hall, change.as_bytes()).unwrap();
    assert!(found.needs_reason(&hall.ledger().book));
    hall.head();
    hall.refused(
        json!({"do": "import_register", "amend": [{"unit": 1, "short": "新简称"}]}),
        "text_missing",
    );
    enter(&hall, change.as_bytes(), "单位来函");
    assert_eq!(hall.ledger().book.members[&1].entry.short, "新简称");
}

#[test]
fn a_table_does_not_change_whether_a_unit_is_a_member() {
    let mut hall = entered();
    hall.ok(json!({"do": "record_loss", "unit": 3, "ground": "已注销", "evidence": "通知"}));
    let wrong = "序号,单位名称,状态\n1,示例认证机构一,已退出\n";
    let faults = compared(&hall, wrong.as_bytes()).unwrap_err();
    assert!(matches!(&faults[0], RosterFault::Cell { why: CellFault::StandingByDecision(_), .. }));
    // A former unit is written out with its standing, and read in again.
    let ledger = hall.ledger();
    let bytes = roster::export(&ledger.book, None, Lang::Zh, Form::Ods).unwrap();
    assert!(compared(&hall, &bytes).unwrap().is_empty());
}

#[test]
fn one_name_is_not_given_to_two_units_by_a_table() {
    let hall = entered();
    let table = "序号,单位名称\n3,示例认证机构一\n";
    let faults = compared(&hall, table.as_bytes()).unwrap_err();
    assert!(
        matches!(&faults[0], RosterFault::Cell { why: CellFault::NameOf(1), .. }),
        "{faults:?}"
    );
    let swapped = "序号,单位名称\n1,示例企业一\n3,示例认证机构一\n";
    assert_eq!(enter(&hall, swapped.as_bytes(), "").amend.len(), 2);
    let numbered = "单位名称\n示例新甲\n示例企业一\n示例新乙\n";
    let found = compared(&hall, numbered.as_bytes()).unwrap();
    assert_eq!(found.enrol.iter().map(|u| u.unit).collect::<Vec<_>>(), [4, 5]);
    assert_eq!(found.same, 1);
}

#[test]
fn weights_and_groups_go_both_ways() {
    let hall = Hall::with_units(GARDEN, 0);
    let table = "number,name,weight area,groups\n1,示例甲,12.5,north old\n2,示例乙,7,south\n";
    enter(&hall, table.as_bytes(), "");
    let ledger = hall.ledger();
    assert_eq!(ledger.book.members[&1].entry.groups, ["north", "old"]);
    for form in [Form::Csv, Form::Xlsx, Form::Ods] {
        let bytes = roster::export(&ledger.book, None, Lang::En, form).unwrap();
        assert!(compared(&hall, &bytes).unwrap().is_empty(), "{form:?}");
    }
    agree(&ledger, &hall.book);
}

#[test]
fn ten_thousand_rows_are_compared_with_progress() {
    let mut table = String::from("序号,单位名称,简称,联络人,联络电话\n");
    for n in 1..=10_000 {
        table.push_str(&format!("{n},示例单位{n:05},示{n},代表{n:05},{n:011}\n"));
    }
    let mut steps = Vec::new();
    let found =
        roster::preview(&alliance(), &BTreeMap::new(), table.as_bytes(), &mut |done, total| {
            steps.push((done, total));
        })
        .unwrap();
    assert_eq!((found.enrol.len(), found.people.len()), (10_000, 10_000));
    assert_eq!((steps.len(), steps.last()), (20, Some(&(10_000, 10_000))));
}
