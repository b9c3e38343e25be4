//! How long the parts of a meeting take: an act to the disk, opening a book, undoing, drawing a frame.
//!
//! `cargo bench --bench meeting` prints one line a figure; nothing is asserted.

use quorate::charter::Method;
use quorate::ledger::Ledger;
use quorate::record::command::{Choice, Enrolment, NewItem};
use quorate::record::event::Presence;
use quorate::record::{Command, Request, Stamp};
use quorate::text::Lang;
use quorate::ui::console::Console;
use quorate::ui::draw;
use quorate::ui::view::View;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use std::time::{Duration, Instant};

const MEMBERS: u32 = 200;
const VOTES: u32 = 20;

fn main() {
    let path = std::env::temp_dir().join(format!("quorate-bench-{}.book", std::process::id()));
    let mut took: Vec<Duration> = Vec::new();
    let mut ledger = hold_meeting(&path, &mut took);
    took.sort_unstable();
    let at = |share: usize| took.get(took.len() * share / 100).copied().unwrap_or_default();
    println!("acts committed            {:>10}", took.len());
    println!("act, p50                  {:>10.2?}", at(50));
    println!("act, p99                  {:>10.2?}", at(99));
    let entries = ledger.entries.len();
    let size = std::fs::metadata(&path).map(|m| m.len()).unwrap_or_default();
    println!("entries                   {entries:>10}   {} KiB", size / 1024);
    let start = Instant::now();
    ledger = Ledger::open(&path).expect("the book just written opens");
    println!("open, verify and replay   {:>10.2?}", start.elapsed());
    let start = Instant::now();
    let book = quorate::record::replay(&ledger.entries);
    println!(
        "replay (an undo)          {:>10.2?}   {} meetings",
        start.elapsed(),
        book.meetings.len()
    );
    let mut console = Console::new(ledger, View::new(Lang::Zh, Default::default()), None);
    console.view.meeting = Some(1);
    for (w, h) in [(80, 24), (120, 36), (200, 50)] {
        let mut terminal = Terminal::new(TestBackend::new(w, h)).expect("a test terminal opens");
        let rounds = 200_u32;
        let start = Instant::now();
        for _ in 0..rounds {
            terminal.draw(|frame| draw::draw(frame, &mut console, now(0))).expect("it draws");
        }
        println!("frame {w:>3}x{h:<3}             {:>10.2?}", start.elapsed() / rounds);
    }
    for ending in ["", "-wal", "-shm"] {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        let _ = std::fs::remove_file(name);
    }
}

fn now(second: i64) -> Stamp {
    let start = Stamp::parse_from_rfc3339("2026-05-20T09:00:00+08:00").expect("a valid time");
    start + chrono::Duration::seconds(second)
}

/// A whole meeting of roll calls, every act timed.
fn hold_meeting(path: &std::path::Path, took: &mut Vec<Duration>) -> Ledger {
    let text = quorate::shipped::CHARTERS.first().expect("a charter is shipped").1.to_owned();
    let adopt = Command::AdoptCharter { text, basis: String::new() };
    let made = Ledger::create(path, &Request::new(now(0), adopt)).expect("the disk takes it");
    let mut ledger = made.expect("the charter has no faults");
    let mut second = 0;
    let mut ask = |ledger: &mut Ledger, command: Command| {
        second += 1;
        let mut request = Request::new(now(second), command);
        request.reason = Some("—".to_owned());
        let start = Instant::now();
        let outcome = ledger.submit(&request, Vec::new()).expect("the disk takes it");
        took.push(start.elapsed());
        if let Err(refusal) = outcome {
            panic!("refused: {}", refusal.finding.full_code());
        }
    };
    let unit = |n: u32| Enrolment {
        unit: n,
        name: format!("示例单位{n:03}"),
        short: String::new(),
        category: String::new(),
        joined: None,
        certificate: String::new(),
        ..Enrolment::default()
    };
    ask(&mut ledger, Command::Enrol { units: (1..=MEMBERS).map(unit).collect() });
    let charter = ledger.book.charter.clone().expect("adopted above");
    let body = charter.general_body().expect("checked").id.clone();
    let matter = charter
        .matters
        .iter()
        .find(|m| m.requires.is_empty() && !m.subjects)
        .expect("one needs no paper");
    let way = charter.convenings.iter().find(|c| c.body == body).expect("checked");
    let item = |n: u32| NewItem {
        title: format!("第{n}项"),
        matter: Some(matter.id.clone()),
        draft: String::new(),
        subjects: Vec::new(),
        before: None,
        from: None,
        case: None,
        tasks: Vec::new(),
    };
    ask(
        &mut ledger,
        Command::Convene {
            requisition: None,
            body,
            by: way.id.clone(),
            special: false,
            signed: Vec::new(),
            date: now(0).date_naive(),
            place: "示例会场".to_owned(),
            notice: Some(now(0).date_naive() - chrono::Days::new(20)),
            term: None,
            number: None,
            time_zone: None,
            second_call: None,
            agenda: (1..=VOTES).map(item).collect(),
        },
    );
    for unit in 1..=MEMBERS {
        let presence = Presence::InPerson { who: String::new() };
        ask(&mut ledger, Command::SignIn { unit, presence });
    }
    let right = charter.presiders.first().expect("checked").id.clone();
    ask(
        &mut ledger,
        Command::CallToOrder {
            presider: "主持人".to_owned(),
            basis: right,
            document: String::new(),
            recorder: "记录人".to_owned(),
        },
    );
    for item in 1..=VOTES {
        ask(&mut ledger, Command::OpenItem { item });
        ask(
            &mut ledger,
            Command::Move {
                item,
                matter: None,
                text: "示例议案。".to_owned(),
                mover: String::new(),
                seconder: String::new(),
                subjects: Vec::new(),
                effective: Default::default(),
            },
        );
        ask(
            &mut ledger,
            Command::OpenVote { motion: item, method: Method::RollCall, subjects: Vec::new() },
        );
        for unit in 1..=MEMBERS {
            let choice = if unit % 3 == 0 { Choice::No } else { Choice::Yes };
            ask(&mut ledger, Command::Call { unit, choice });
        }
        ask(&mut ledger, Command::CloseVote);
        ask(&mut ledger, Command::Declare { ruling: None, casting: None, lot: None });
    }
    ledger
}
