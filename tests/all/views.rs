//! The views for outsiders against the program's own state: whole meetings, row for row.

// Helpers here stand outside test functions, where clippy allows it.
#![allow(clippy::unwrap_used)]

pub mod between;
pub mod issue;
pub mod rows;

use super::minutes::{Hall, assembly, at, charter};
use quorate::charter::Method;
use quorate::ledger::Ledger;
use quorate::record::command::{Choice, Command, Enrolment, NewItem};
use quorate::record::event::{Effective, Presence, Subject};
use quorate::record::{Book, Request};
use rows::{Row, of_book};
use rusqlite::{Connection, OpenFlags};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};

/// A path for one book, removed with its folder.
struct Place(PathBuf);

impl Place {
    fn new() -> Place {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        let name = format!(
            "quorate-views-{}-{}",
            std::process::id(),
            COUNT.fetch_add(1, Ordering::Relaxed)
        );
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).unwrap();
        Place(folder)
    }
    fn book(&self) -> PathBuf {
        self.0.join("a.book")
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Closes the book and compares every view with what the program held.
fn compare(hall: Hall, place: &Place) {
    agree(&hall.ledger, &place.book());
}

/// Every view of the file says what the program holds.
pub fn agree(ledger: &Ledger, path: &std::path::Path) -> Connection {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
    let conn = Connection::open_with_flags(path, flags).unwrap();
    for (view, columns, wanted) in of_book(&ledger.book, &ledger.entries) {
        let found = select(&conn, view, columns);
        let differs = found.iter().zip(&wanted).find(|(a, b)| a != b);
        assert_eq!(found, wanted, "{view} ({columns}): {differs:#?}");
    }
    conn
}

fn select(conn: &Connection, view: &str, columns: &str) -> Vec<Row> {
    let mut statement = conn.prepare(&format!("SELECT {columns} FROM {view}")).unwrap();
    let width = statement.column_count();
    let rows = statement.query_map([], |row| (0..width).map(|c| row.get(c)).collect());
    rows.unwrap().collect::<Result<_, _>>().unwrap()
}

#[test]
fn a_whole_assembly() {
    let place = Place::new();
    compare(assembly(Hall::on_disk(&place.book())), &place);
}

#[test]
fn a_meeting_in_every_state_on_its_way() {
    let place = Place::new();
    let mut hall = Hall::on_disk(&place.book());
    hall.convene();
    hall.sign_in();
    hall.call_to_order();
    hall.act("09:40", Command::OpenItem { item: 3 });
    hall.put("09:41", 3, "批准示例壬农场加入联盟。", Effective::Now);
    hall.open_vote("09:42", 1, Method::Hands);
    hall.count("09:43", [4, 1, 0], "");
    hall.act("09:44", Command::CloseVote);
    let (by, ground) = ("示例丁果业社".to_owned(), String::new());
    let method = Some(Method::RollCall);
    hall.act("09:45", Command::Challenge { by, ground, method });
    hall.act("09:46", Command::Call { unit: 1, choice: Choice::Yes });
    compare(hall, &place);
}

/// Everything that is taken back by more than undo.
#[test]
fn void_votes_corrections_and_losses() {
    let place = Place::new();
    let mut hall = Hall::on_disk(&place.book());
    hall.convene();
    hall.sign_in();
    hall.call_to_order();
    let presence = Presence::InPerson { who: String::new() };
    hall.act("09:31", Command::SignIn { unit: 8, presence });
    taken_back(&mut hall);
    amended_and_void(&mut hall);
    two_subjects(&mut hall);
    let unit = 8;
    let (ground, evidence) = ("已注销".to_owned(), "登记机关通知".to_owned());
    hall.act("11:00", Command::RecordLoss { unit, ground, evidence });
    hall.act("11:01", Command::Break);
    let present = Some(vec![1, 2, 4, 5]);
    hall.act("11:20", Command::Resume { present });
    hall.act("11:21", Command::Undo);
    let present = Some(vec![1, 2, 3, 4, 6]);
    hall.act("11:22", Command::Resume { present });
    compare(hall, &place);
}

/// An admission declared, then void; a withdrawal carried out on the wrong unit.
fn taken_back(hall: &mut Hall) {
    hall.act("09:40", Command::OpenItem { item: 3 });
    hall.put("09:41", 3, "批准示例壬农场加入联盟。", Effective::Now);
    hall.open_vote("09:42", 1, Method::Hands);
    hall.count("09:43", [6, 1, 0], "");
    hall.act("09:44", Command::CloseVote);
    hall.declare("09:45");
    let why = "议案文字与申请书不符".to_owned();
    hall.act("09:46", Command::VoidVote { vote: Some(1), why });
    hall.act("09:47", Command::Reword { motion: 1, text: "同意示例壬农场入盟。".to_owned() });
    hall.open_vote("09:48", 1, Method::Hands);
    hall.count("09:49", [5, 1, 0], "");
    hall.act("09:50", Command::CloseVote);
    hall.declare("09:51");
    hall.act("09:55", Command::OpenItem { item: 6 });
    hall.put("09:56", 6, "批准示例庚协会退出联盟。", Effective::Now);
    hall.open_vote("09:57", 2, Method::Hands);
    hall.count("09:58", [7, 0, 0], "");
    hall.act("09:59", Command::CloseVote);
    hall.declare("10:00");
    let why = "应为示例己商贸公司".to_owned();
    hall.act("10:01", Command::CorrectEnactment { decision: 3, wrong: 7, right: 6, why });
}

/// Two amendments carried, of which the vote on one is void; a motion withdrawn with its amendment.
fn amended_and_void(hall: &mut Hall) {
    hall.act("10:05", Command::OpenItem { item: 2 });
    hall.put("10:06", 2, "原文", Effective::Now);
    let amend = |motion: u32, becomes: &str| Command::Amend {
        motion,
        text: format!("改为{becomes}"),
        becomes: becomes.to_owned(),
        mover: "示例丁果业社".to_owned(),
    };
    hall.act("10:07", amend(3, "文甲"));
    hall.open_vote("10:08", 4, Method::Hands);
    hall.count("10:09", [5, 0, 0], "");
    hall.act("10:10", Command::CloseVote);
    hall.declare("10:11");
    hall.act("10:12", Command::VoidVote { vote: Some(4), why: "误读文本".to_owned() });
    hall.open_vote("10:13", 4, Method::Hands);
    hall.count("10:14", [2, 3, 0], "");
    hall.act("10:15", Command::CloseVote);
    hall.declare("10:16");
    hall.act("10:17", amend(3, "文乙"));
    hall.act("10:18", Command::Withdraw { motion: 3 });
    hall.put("10:19", 2, "另一原文", Effective::Now);
    hall.open_vote("10:20", 6, Method::Hands);
    hall.count("10:21", [6, 0, 0], "");
    hall.act("10:22", Command::CloseVote);
    hall.declare("10:23");
    // Corrected to a count that loses, and not declared yet.
    hall.act(
        "10:24",
        Command::CorrectCount {
            vote: 6,
            yes: 3,
            no: 3,
            abstain: 0,
            confirmed_by: "计票人乙".to_owned(),
            why: "记录有误".to_owned(),
        },
    );
    hall.declare("10:25");
}

/// One motion on two applicants, voted on one by one.
fn two_subjects(hall: &mut Hall) {
    let subject = |name: &str| Subject {
        name: name.to_owned(),
        category: Some("other".to_owned()),
        ..Subject::default()
    };
    let item = NewItem {
        title: "入盟申请两件".to_owned(),
        matter: Some("admission".to_owned()),
        draft: String::new(),
        subjects: vec![subject("示例癸合作社"), subject("示例子工坊")],
        before: None,
        from: None,
        case: None,
        tasks: Vec::new(),
    };
    let added = Command::AddItem { item, on_notice: false };
    hall.act_because("10:30", added, "申请人到场");
    for precondition in ["application", "secretariat_review"] {
        let precondition = precondition.to_owned();
        let (note, document) = (String::new(), None);
        hall.act("10:31", Command::File { item: 7, precondition, note, document });
    }
    hall.act("10:32", Command::OpenItem { item: 7 });
    hall.put("10:33", 7, "批准所列两家加入联盟。", Effective::Now);
    for (minute, place, count) in [(34, 0, [6, 0, 0]), (38, 1, [1, 5, 0])] {
        let time = |more: u32| format!("10:{}", minute + more);
        let (motion, method) = (7, Method::Hands);
        let subjects = vec![place];
        hall.act(&time(0), Command::OpenVote { motion, method, subjects });
        hall.count(&time(1), count, "");
        hall.act(&time(2), Command::CloseVote);
        hall.declare(&time(3));
    }
}

/// Another charter: those present, the votes cast, yes and no as bases, and a casting vote.
#[test]
fn every_base_of_another_charter() {
    let place = Place::new();
    let founded = Ledger::create(&place.book(), &charter("tests/data/charters/garden.toml"));
    let mut hall = Hall { ledger: founded.unwrap().unwrap() };
    let mut units = Vec::new();
    for unit in 1..=8 {
        units.push(Enrolment {
            unit,
            name: format!("Plot {unit}"),
            short: String::new(),
            category: String::new(),
            joined: None,
            certificate: String::new(),
            ..Enrolment::default()
        });
    }
    hall.act("08:01", Command::Enrol { units });
    let seated = Command::Seat { body: "bench".to_owned(), units: vec![1, 2] };
    hall.act("08:02", seated);
    garden_gathering(&mut hall);
    garden_bench(&mut hall);
    compare(hall, &place);
}

fn garden_convene(hall: &mut Hall, time: &str, body: &str, by: &str, agenda: &[&str]) {
    let mut items = Vec::new();
    for matter in agenda {
        items.push(NewItem {
            title: (*matter).to_owned(),
            matter: Some((*matter).to_owned()),
            draft: String::new(),
            subjects: vec![Subject {
                name: "Plot 8".to_owned(),
                unit: Some(8),
                ..Subject::default()
            }],
            before: None,
            from: None,
            case: None,
            tasks: Vec::new(),
        });
    }
    let convene = Command::Convene {
        requisition: None,
        body: body.to_owned(),
        by: by.to_owned(),
        special: false,
        signed: Vec::new(),
        date: at("09:00").date_naive(),
        place: "the shed".to_owned(),
        notice: chrono::NaiveDate::from_ymd_opt(2026, 3, 1),
        term: None,
        number: None,
        time_zone: None,
        agenda: items,
        second_call: None,
    };
    hall.act(time, convene);
    let except = vec![6];
    let except = if body == "bench" { Vec::new() } else { except };
    hall.act(time, Command::SignInAll { except });
    let call = Command::CallToOrder {
        presider: "Warden".to_owned(),
        basis: "warden".to_owned(),
        document: String::new(),
        recorder: "Clerk".to_owned(),
    };
    hall.act(time, call);
}

fn garden_gathering(hall: &mut Hall) {
    garden_convene(hall, "09:00", "gathering", "warden_calls", &["show", "taking_back"]);
    // Three fifths of those present, one admitted late; then a tie and a casting vote.
    hall.act("09:10", Command::OpenItem { item: 1 });
    hall.put("09:11", 1, "That the show be in May.", Effective::Now);
    hall.open_vote("09:12", 1, Method::Hands);
    let presence = Presence::InPerson { who: String::new() };
    hall.act("09:13", Command::SignIn { unit: 6, presence });
    hall.act("09:14", Command::AdmitToVote { unit: 6 });
    hall.count("09:15", [4, 4, 0], "");
    hall.act("09:16", Command::CloseVote);
    let (ruling, casting) = (None, Some(Choice::Yes));
    hall.act("09:17", Command::Declare { ruling, casting, lot: None });
    // Three quarters of the votes cast, in secret.
    hall.act("09:20", Command::OpenItem { item: 2 });
    hall.put("09:21", 2, "That plot 8 be taken back.", Effective::Now);
    hall.open_vote("09:22", 2, Method::Secret);
    let ballots = Command::Ballots {
        issued: 8,
        recovered: 7,
        valid: 6,
        invalid: 1,
        yes: 5,
        no: 1,
        abstain: 0,
        by: Default::default(),
    };
    hall.act("09:23", ballots);
    hall.act("09:24", Command::CloseVote);
    hall.declare("09:25");
    hall.act("09:30", Command::Close);
}

fn garden_bench(hall: &mut Hall) {
    garden_convene(hall, "10:00", "bench", "warden_calls_bench", &["show"]);
    hall.act("10:10", Command::OpenItem { item: 1 });
    hall.put("10:11", 1, "That the show be in June.", Effective::Now);
    hall.open_vote("10:12", 1, Method::Hands);
    hall.count("10:13", [1, 0, 1], "");
    hall.act("10:14", Command::CloseVote);
    let mut request =
        Request::new(at("10:16"), Command::Declare { ruling: None, casting: None, lot: None });
    request.happened = Some(at("10:15"));
    hall.submit(request);
}

/// Any SQLite of the last years can read them: no function beyond its core is used.
#[test]
fn an_empty_book_has_empty_views() {
    let place = Place::new();
    let founded = Ledger::create(&place.book(), &charter("tests/data/charters/garden.toml"));
    drop(founded.unwrap().unwrap());
    let conn = Connection::open(place.book()).unwrap();
    // The one thing every book has is its charter.
    let founding = |view: &&str| *view == "charter_versions";
    let views = of_book(&Book::default(), &[]);
    for (view, columns, _) in views.into_iter().filter(|(view, ..)| !founding(view)) {
        assert_eq!(select(&conn, view, columns), Vec::<Row>::new(), "{view}");
    }
}
