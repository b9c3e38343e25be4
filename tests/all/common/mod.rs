//! What every test of the core needs: a folder of its own, the door of scripts, and a hall.

// Helpers here stand outside test functions, where clippy allows it.
#![allow(clippy::unwrap_used)]

use chrono::{FixedOffset, TimeDelta, TimeZone};
use quorate::act::{self, Door};
use quorate::ledger::Ledger;
use quorate::minutes;
use quorate::record::Stamp;
use quorate::text::Lang;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, PipeReader, PipeWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread::JoinHandle;

/// The alliance's charter by its id, and the two charters kept for tests.
pub const ALLIANCE: &str = "xj-quality-2022";
pub const GARDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/charters/garden.toml");
pub const MODEL_1998: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/charters/model-1998.toml");

/// A file kept for tests.
pub fn data(name: &str) -> String {
    let path = format!("{}/tests/data/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A directory of one test, removed with it.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Self {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        let name = format!("core-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub fn join(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A meeting called for the day of the tests, with its agenda.
pub fn convene(body: &str, by: &str, agenda: Value) -> Value {
    json!({"do": "convene", "body": body, "by": by, "date": "2026-05-20",
        "place": "示例会议中心", "notice": "2026-04-30", "agenda": agenda})
}

/// The morning of the meeting.
pub fn morning() -> Stamp {
    let east = FixedOffset::east_opt(8 * 3600).unwrap();
    east.with_ymd_and_hms(2026, 5, 20, 9, 0, 0).unwrap()
}

/// So many minutes after the morning bell.
pub fn minute(n: i64) -> String {
    (morning() + TimeDelta::minutes(n)).to_rfc3339()
}

/// Lines through the door of scripts, and the answers in order.
pub fn act(book: &Path, lines: &[String]) -> Vec<Value> {
    let door = Door { book, lang: Lang::En, now: morning };
    let mut out = Vec::new();
    act::run(&door, lines.join("\n").as_bytes(), &mut out).unwrap();
    let out = String::from_utf8(out).unwrap();
    out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// A hall: the door of scripts held open, one line in, one answer out, a minute apart.
pub struct Hall {
    to: Option<PipeWriter>,
    from: BufReader<PipeReader>,
    door: Option<JoinHandle<bool>>,
    minutes: i64,
    pub book: PathBuf,
    _folder: Folder,
}

impl Hall {
    /// Opens the door of a book that is not there yet.
    pub fn new() -> Self {
        let folder = Folder::new();
        let book = folder.join("sample.book");
        let (script, to) = std::io::pipe().unwrap();
        let (from, answers) = std::io::pipe().unwrap();
        let path = book.clone();
        let door = std::thread::spawn(move || {
            let door = Door { book: &path, lang: Lang::Both, now: morning };
            act::run(&door, BufReader::new(script), answers).unwrap()
        });
        Self {
            to: Some(to),
            from: BufReader::new(from),
            door: Some(door),
            minutes: -120,
            book,
            _folder: folder,
        }
    }

    /// A book of this charter with so many sample units on the register.
    pub fn with_units(charter: &str, units: u32) -> Self {
        let mut hall = Self::new();
        hall.ok(json!({"do": "new", "charter": charter}));
        let units: Vec<Value> =
            (1..=units).map(|n| json!({"unit": n, "name": unit_name(n)})).collect();
        hall.ok(json!({"do": "enrol", "units": units}));
        hall
    }

    /// Says a line and hears the answer; a minute passes.
    #[track_caller]
    pub fn say(&mut self, mut line: Value) -> Value {
        let asks = line.get("ask").is_some();
        if !asks && line.get("at").is_none() {
            self.minutes += 1;
            line["at"] = minute(self.minutes).into();
        }
        self.say_text(&line.to_string())
    }

    /// Says a line as it is typed.
    #[track_caller]
    pub fn say_text(&mut self, line: &str) -> Value {
        let to = self.to.as_mut().unwrap();
        writeln!(to, "{line}").unwrap();
        let mut answer = String::new();
        self.from.read_line(&mut answer).unwrap();
        serde_json::from_str(&answer)
            .unwrap_or_else(|error| panic!("{line}\nwas answered by {answer:?}: {error}"))
    }

    /// Says a line that must be in order.
    #[track_caller]
    pub fn ok(&mut self, line: Value) -> Value {
        let answer = self.say(line.clone());
        assert_eq!(answer["ok"], true, "{line}\nwas answered by {answer:#}");
        answer
    }

    /// Says a line that must be refused for this reason.
    #[track_caller]
    pub fn refused(&mut self, line: Value, code: &str) -> Value {
        let answer = self.say(line.clone());
        assert_eq!(answer["refused"]["code"], code, "{line}\nwas answered by {answer:#}");
        for reader in ["recorder", "presider"] {
            let says = answer["refused"][reader].as_str().unwrap();
            assert!(!says.trim().is_empty(), "{code} is said to nobody");
        }
        answer
    }

    /// Says a line that must be in order once a reason is typed, and types it.
    #[track_caller]
    pub fn with_reason(&mut self, mut line: Value, warning: &str, reason: &str) -> Value {
        let refused = self.refused(line.clone(), "reason_required");
        let warnings = refused["refused"]["warnings"].as_array().unwrap();
        assert!(
            warnings.iter().any(|w| w["code"] == warning),
            "{warning} is not among {warnings:?}"
        );
        line["reason"] = reason.into();
        self.ok(line)
    }

    /// What stands in the book about a meeting.
    #[track_caller]
    pub fn meeting(&mut self, no: u32) -> Value {
        self.ok(json!({"ask": "meeting", "meeting": no}))["answer"].take()
    }

    /// Members, next document number, next certificate number.
    #[track_caller]
    pub fn numbers(&mut self) -> (u64, u64, u64) {
        let answer = self.ok(json!({"ask": "numbers"}));
        let figure = |name: &str| answer["answer"][name].as_u64().unwrap();
        (figure("members"), figure("next_document"), figure("next_certificate"))
    }

    /// Last entry of the log and its seal.
    #[track_caller]
    pub fn head(&mut self) -> Value {
        self.ok(json!({"ask": "head"}))["answer"].take()
    }

    /// The log and its reading, looked at from beside.
    pub fn ledger(&self) -> Ledger {
        Ledger::open_read_only(&self.book).unwrap()
    }

    /// The minutes of a meeting.
    #[track_caller]
    pub fn minutes(&self, no: u32) -> Papers {
        papers(&self.ledger(), no)
    }

    /// Signs in so many units of the roll, the first ones; the others stay away.
    #[track_caller]
    pub fn sign_in(&mut self, meeting: u32, roll: &[u32], present: u32) {
        let away: Vec<u32> = roll.iter().copied().skip(present as usize).collect();
        if present > 0 {
            self.ok(json!({"do": "sign_in_all", "except": away, "meeting": meeting}));
        }
    }

    /// Calls a meeting to order under the chair.
    #[track_caller]
    pub fn call_to_order(&mut self, meeting: u32, basis: &str) -> Value {
        self.ok(json!({"do": "call_to_order", "presider": "主持人", "basis": basis,
            "recorder": "记录员", "meeting": meeting, "reason": "照章开会"}))
    }

    /// Takes up an item and moves what it is about.
    #[track_caller]
    pub fn move_item(&mut self, meeting: u32, item: u32, text: &str) -> u32 {
        self.ok(json!({"do": "open_item", "item": item, "meeting": meeting}));
        let moved = self.ok(json!({"do": "move", "item": item, "text": text, "mover": "秘书处",
            "meeting": meeting}));
        figure(&moved["events"][0]["motion"])
    }

    /// Counts an open vote, whatever its method is, and ends the counting.
    #[track_caller]
    pub fn count(&mut self, meeting: u32, opened: &Value, votes: Votes) -> Value {
        let frozen = &opened["events"][0]["frozen"];
        let voters: Vec<u32> = frozen["voters"].as_array().unwrap().iter().map(figure).collect();
        let Votes { yes, no, abstain, invalid } = votes;
        match opened["events"][0]["method"].as_str() {
            Some("hands") => {
                self.ok(json!({"do": "count", "yes": yes, "no": no, "abstain": abstain,
                    "meeting": meeting}));
            }
            Some("secret") => {
                let valid = yes + no + abstain;
                self.ok(json!({"do": "ballots", "issued": voters.len(),
                    "recovered": valid + invalid, "valid": valid, "invalid": invalid,
                    "yes": yes, "no": no, "abstain": abstain, "meeting": meeting}));
            }
            _ => {
                let choices = [("yes", yes), ("no", no), ("abstain", abstain)]
                    .into_iter()
                    .flat_map(|(choice, n)| (0..n).map(move |_| choice))
                    .chain(std::iter::repeat("silent"));
                for (unit, choice) in voters.iter().zip(choices) {
                    self.ok(json!({"do": "call", "unit": unit, "choice": choice,
                        "meeting": meeting}));
                }
            }
        }
        self.ok(json!({"do": "close_vote", "meeting": meeting}))
    }

    /// Puts a motion to a vote of the whole, counts it and has it declared.
    #[track_caller]
    pub fn decide(&mut self, meeting: u32, motion: u32, method: &str, votes: Votes) -> Value {
        let opened = self.ok(json!({"do": "open_vote", "motion": motion, "method": method,
            "meeting": meeting}));
        self.count(meeting, &opened, votes);
        self.ok(json!({"do": "declare", "meeting": meeting}))
    }

    /// Moves an item by a show of hands and closes it.
    #[track_caller]
    pub fn settle(&mut self, meeting: u32, item: u32, votes: Votes) -> Value {
        let motion = self.move_item(meeting, item, "照此办理。");
        let declared = self.decide(meeting, motion, "hands", votes);
        self.ok(json!({"do": "close_item", "item": item, "meeting": meeting}));
        declared
    }
}

impl Drop for Hall {
    fn drop(&mut self) {
        drop(self.to.take());
        if let Some(door) = self.door.take()
            && door.join().is_err()
            && !std::thread::panicking()
        {
            panic!("the door of scripts fell");
        }
        if std::env::var_os("QUORATE_AUDIT").is_some() && !std::thread::panicking() {
            crate::audit::both_agree(&self.book);
        }
    }
}

/// The votes of those who gave one.
#[derive(Debug, Clone, Copy, Default)]
pub struct Votes {
    pub yes: u32,
    pub no: u32,
    pub abstain: u32,
    pub invalid: u32,
}

/// For, against, abstaining.
pub fn votes(yes: u32, no: u32, abstain: u32) -> Votes {
    Votes { yes, no, abstain, invalid: 0 }
}

/// The minutes of a meeting as data and on paper.
pub struct Papers {
    pub json: Value,
    pub zh: String,
    pub en: String,
}

impl Papers {
    /// A vote in the minutes.
    #[track_caller]
    pub fn vote(&self, no: u32) -> &Value {
        let items = self.json["items"].as_array().unwrap();
        items
            .iter()
            .flat_map(|item| item["motions"].as_array().unwrap())
            .flat_map(|motion| motion["votes"].as_array().unwrap())
            .find(|vote| vote["no"] == no)
            .unwrap_or_else(|| panic!("no vote {no} in the minutes"))
    }
}

/// The minutes of a meeting of this book.
#[track_caller]
pub fn papers(ledger: &Ledger, no: u32) -> Papers {
    let head = (ledger.head.seq, ledger.head.hash.hex());
    let compiled = minutes::compile(&ledger.book, &ledger.entries, no, head)
        .unwrap_or_else(|| panic!("no minutes of meeting {no}"));
    Papers {
        json: serde_json::from_str(&minutes::json(&compiled)).unwrap(),
        zh: crate::minutes::told(&compiled, Lang::Zh, false),
        en: crate::minutes::told(&compiled, Lang::En, false),
    }
}

/// The sample name of a unit.
pub fn unit_name(n: u32) -> String {
    format!("示例单位{n:02}")
}

/// A figure of an answer.
#[track_caller]
pub fn figure(value: &Value) -> u32 {
    let figure = value.as_u64().unwrap_or_else(|| panic!("{value} is no figure"));
    u32::try_from(figure).unwrap()
}

/// A list of names as a set.
pub fn names(value: &Value) -> BTreeSet<String> {
    value
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|name| name.as_str().map(str::to_owned))
        .collect()
}
