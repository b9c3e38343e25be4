//! How long after a commit the wall shows it: another process writes, the hall process paints in a pseudo-terminal.
//!
//! Measured to the last byte of the frame that shows it, over fifty commits: from the moment the command is given
//! (deciding and syncing the disk included), and from the moment the writer knows it is durable. Then the CPU time of a
//! hall that has nothing to do.

#![allow(
    clippy::unwrap_used,
    clippy::float_arithmetic,
    reason = "a measurement, no part of the program"
)]

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use quorate::ledger::Ledger;
use quorate::record::{Request, Stamp};
use serde_json::{Value, json};
use std::io::Read;
use std::num::NonZero;
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

const COMMITS: usize = 50;
const ROWS: NonZero<u16> = NonZero::new(50).unwrap();
const COLUMNS: NonZero<u16> = NonZero::new(200).unwrap();
/// No frame is that long in coming in pieces.
const QUIET: Duration = Duration::from_millis(150);
const GOAL: Duration = Duration::from_millis(50);

fn request(command: Value) -> Request {
    let at = Stamp::parse_from_rfc3339("2026-05-20T09:00:00+08:00").unwrap();
    let mut request = Request::new(at, serde_json::from_value(command).unwrap());
    request.reason = Some("measured".to_owned());
    request
}

fn submit(ledger: &mut Ledger, command: Value) {
    let done = ledger.submit(&request(command), Vec::new()).unwrap();
    done.unwrap();
}

/// A book whose meeting is in the middle of a roll call, so that each commit repaints big letters.
fn book(path: &Path) -> Ledger {
    let text = include_str!("../assets/charters/xjqica-2022.toml");
    let adopt = json!({"do": "adopt_charter", "text": text, "basis": ""});
    let mut ledger = Ledger::create(path, &request(adopt)).unwrap().unwrap();
    let units: Vec<Value> = (1..=COMMITS + 10)
        .map(|n| json!({"unit": n, "name": format!("新疆示例质量检验机构{n}")}))
        .collect();
    for command in [
        json!({"do": "enrol", "units": units}),
        json!({"do": "convene", "body": "assembly", "by": "chair", "date": "2026-05-20", "place": "会场",
            "notice": "2026-04-20", "agenda": [{"title": "年度工作报告", "matter": "report"}]}),
        json!({"do": "sign_in_all"}),
        json!({"do": "call_to_order", "presider": "理事长", "basis": "chair", "recorder": "秘书"}),
        json!({"do": "open_item", "item": 1}),
        json!({"do": "move", "item": 1, "text": "批准年度工作报告。", "mover": "秘书处"}),
        json!({"do": "open_vote", "motion": 1, "method": "roll_call"}),
    ] {
        submit(&mut ledger, command);
    }
    ledger
}

/// Everything that arrives until nothing does; when the last of it came.
fn take(output: &Receiver<(Instant, Vec<u8>)>, screen: &mut vt100::Parser) -> Option<Instant> {
    let mut last = None;
    loop {
        match output.recv_timeout(QUIET) {
            Ok((at, bytes)) => {
                screen.process(&bytes);
                last = Some(at);
            }
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return last,
        }
    }
}

fn cpu(process: Option<u32>) -> Option<u64> {
    let stat = std::fs::read_to_string(format!("/proc/{}/stat", process?)).ok()?;
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    Some(fields.get(11)?.parse::<u64>().ok()? + fields.get(12)?.parse::<u64>().ok()?)
}

/// Prints the median and the 99th of a hundred, which it returns.
fn report(what: &str, mut times: Vec<Duration>) -> Duration {
    times.sort();
    let (half, most) = (times[times.len() / 2], times[times.len() * 99 / 100]);
    println!("hall, {what}, {COMMITS} commits, {COLUMNS}x{ROWS}: p50 {half:.1?}, p99 {most:.1?}");
    most
}

fn main() {
    let folder = std::env::temp_dir().join(format!("quorate-latency-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("meeting.book");
    let mut ledger = book(&path);
    let size = PtySize { rows: ROWS.get(), cols: COLUMNS.get(), pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_quorate"));
    command.args(["--lang", "zh", "hall"]);
    command.arg(&path);
    command.env("TERM", "xterm-256color");
    command.env("QUORATE_AMBIGUOUS", "narrow");
    let mut child = pair.slave.spawn_command(command).unwrap();
    let mut reader = pair.master.try_clone_reader().unwrap();
    let (sender, output) = channel();
    std::thread::spawn(move || {
        let mut bytes = vec![0; 1 << 16];
        while let Ok(n @ 1..) = reader.read(&mut bytes) {
            if sender.send((Instant::now(), bytes[..n].to_vec())).is_err() {
                return;
            }
        }
    });
    let mut screen = vt100::Parser::new(ROWS, COLUMNS, 0);
    while !screen.screen().contents().contains("实到") {
        take(&output, &mut screen);
    }
    let mut times = Vec::new();
    for unit in 1..=COMMITS {
        // Not in step with the hall's own beat.
        std::thread::sleep(Duration::from_millis(7 * (unit as u64 % 11)));
        let given = Instant::now();
        submit(&mut ledger, json!({"do": "call", "unit": unit, "choice": "yes"}));
        let committed = Instant::now();
        let painted = take(&output, &mut screen).unwrap();
        let shown = screen.screen().contents();
        assert!(shown.contains(&ledger.head.hash.to_string()), "{shown}");
        let since = |begun| painted.saturating_duration_since(begun);
        times.push((since(given), since(committed)));
    }
    let (given, committed): (Vec<Duration>, Vec<Duration>) = times.into_iter().unzip();
    report("command to last byte painted", given);
    let most = report("durable to last byte painted", committed);
    let before = cpu(child.process_id());
    std::thread::sleep(Duration::from_secs(10));
    if let (Some(before), Some(after)) = (before, cpu(child.process_id())) {
        println!("hall, idle: {} ticks of CPU in 10 s (100 a second)", after - before);
    }
    let _ = child.kill();
    let _ = child.wait();
    let _ = std::fs::remove_dir_all(&folder);
    if most > GOAL {
        println!("over the goal of {GOAL:?}");
    }
}
