//! The door for scripts: one JSON command a line in, one JSON answer a line out.
//!
//! Everything the screen can do goes through the same [`Ledger`]; `docs/act.md` is the schema.

mod issue;
mod meeting;
mod notice;
mod people;

use crate::charter;
use crate::ledger::{Accepted, Ledger, LedgerError};
use crate::record::{Command, Finding, Level, Refusal, Request, Stamp};
use crate::text::Lang;
use crate::text::findings::{self, Reader};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use std::io::{BufRead, Write};
use std::path::Path;

/// How a script is read.
pub struct Door<'p> {
    /// The book.
    pub book: &'p Path,
    /// Language of the sentences in the answers.
    pub lang: Lang,
    /// Time of a command that gives none.
    pub now: fn() -> Stamp,
}

/// The book, once there is one.
type Opened = Option<Ledger>;

/// Reads commands until the end and answers each; the answer to a line is written before the next is
/// read. `Ok(false)` where any line was refused.
pub fn run(door: &Door, input: impl BufRead, mut out: impl Write) -> anyhow::Result<bool> {
    let mut ledger: Opened = if door.book.exists() { Some(Ledger::open(door.book)?) } else { None };
    let mut all_well = true;
    for (place, line) in input.lines().enumerate() {
        let line = line?;
        let text = line.trim();
        if text.is_empty() || text.starts_with('#') {
            continue;
        }
        let answer = match one(door, &mut ledger, text) {
            Ok(answer) => answer,
            Err(fault) => fault_answer(door.lang, place + 1, &fault),
        };
        all_well &= answer.get("ok") == Some(&Value::Bool(true));
        writeln!(out, "{answer}")?;
        out.flush()?;
    }
    Ok(all_well)
}

/// What can be wrong with a line before the record is asked.
#[derive(Debug)]
enum LineFault {
    /// Not a JSON object.
    NotJson(String),
    /// No such command, or a field is missing, unknown or of the wrong kind.
    NotACommand(String),
    /// A time that is not one.
    BadTime(String),
    /// A file named in the line cannot be read.
    File(String, std::io::Error),
    /// The book exists already, or is not there yet.
    NewOnExisting,
    /// The first line must make the book.
    NoBook,
    /// A signature that is none, or by another key, or over another list.
    Signature(crate::seal::Fault),
    /// A charter file with faults.
    Charter(Vec<charter::read::Fault>),
    /// The disk.
    Ledger(LedgerError),
}

impl From<LedgerError> for LineFault {
    fn from(error: LedgerError) -> Self {
        Self::Ledger(error)
    }
}

fn fault_answer(lang: Lang, line: usize, fault: &LineFault) -> Value {
    let (code, says) = match fault {
        LineFault::NotJson(why) => (
            "not_json",
            lang.each(|l| match l {
                Lang::En => format!("Line {line} is not a JSON object: {why}."),
                _ => format!("第{line}行不是一个JSON对象：{why}。"),
            }),
        ),
        LineFault::NotACommand(why) => (
            "not_a_command",
            lang.each(|l| match l {
                Lang::En => format!("Line {line} is not a command: {why}. See docs/act.md."),
                _ => format!("第{line}行不是可执行的命令：{why}。格式见docs/act.md。"),
            }),
        ),
        LineFault::BadTime(text) => (
            "bad_time",
            lang.each(|l| match l {
                Lang::En => {
                    format!("Line {line}: {text} is not a time such as 2026-05-20T09:00:00+08:00.")
                }
                _ => format!("第{line}行：{text}不是时间，应如2026-05-20T09:00:00+08:00。"),
            }),
        ),
        LineFault::File(path, error) => (
            "file_unreadable",
            lang.each(|l| {
                let why = crate::text::files::why(l, error);
                match l {
                    Lang::En => format!("Line {line}: the file {path} cannot be read: {why}."),
                    _ => format!("第{line}行：文件{path}无法读取：{why}。"),
                }
            }),
        ),
        LineFault::NewOnExisting => (
            "book_exists",
            lang.each(|l| match l {
                Lang::En => format!("Line {line}: the book is there already; leave out “new”."),
                _ => format!("第{line}行：会议簿已经存在，请去掉“new”这一行。"),
            }),
        ),
        LineFault::NoBook => (
            "no_book",
            lang.each(|l| match l {
                Lang::En => {
                    format!("Line {line}: there is no book yet; begin with {{\"do\":\"new\"}}.")
                }
                _ => format!("第{line}行：会议簿还不存在，请以{{\"do\":\"new\"}}开头。"),
            }),
        ),
        LineFault::Signature(fault) => (
            "bad_signature",
            lang.each(|l| {
                let why = crate::folder::words::seal_fault(l, fault);
                match l {
                    Lang::En => format!("Line {line}: the signature is not taken in: {why}."),
                    _ => format!("第{line}行：签名没有收入：{why}。"),
                }
            }),
        ),
        LineFault::Charter(faults) => {
            let lines: Vec<String> =
                faults.iter().map(|f| crate::text::charter::fault(f, lang)).collect();
            ("charter_faulty", lines.join("\n"))
        }
        LineFault::Ledger(error) => ("book", crate::text::store::ledger_error(lang, error)),
    };
    json!({"ok": false, "fault": {"line": line, "code": code, "says": says}})
}

fn one(door: &Door, ledger: &mut Opened, text: &str) -> Result<Value, LineFault> {
    let value: Value = serde_json::from_str(text).map_err(|e| LineFault::NotJson(e.to_string()))?;
    let Value::Object(mut fields) = value else {
        return Err(LineFault::NotJson("{…}".to_owned()));
    };
    if fields.contains_key("ask") {
        let ledger = ledger.as_mut().ok_or(LineFault::NoBook)?;
        return ask(door, ledger, &fields);
    }
    let time = |value: Option<Value>| -> Result<Option<Stamp>, LineFault> {
        let Some(value) = value else { return Ok(None) };
        let text = value.as_str().unwrap_or_default();
        Stamp::parse_from_rfc3339(text).map(Some).map_err(|_| LineFault::BadTime(value.to_string()))
    };
    let given = time(fields.remove("at"))?;
    let happened = time(fields.remove("happened"))?;
    let meeting = match fields.remove("meeting") {
        Some(no) => Some(
            no.as_u64()
                .and_then(|n| u32::try_from(n).ok())
                .ok_or_else(|| LineFault::NotACommand(format!("meeting: {no}")))?,
        ),
        None => None,
    };
    let entered = given.unwrap_or_else(|| {
        let now = (door.now)();
        let in_hand = |l: &Ledger| l.book.meeting_in_hand().map(|m| m.no);
        ledger.as_ref().map_or(now, |l| l.local(meeting.or_else(|| in_hand(l)), now))
    });
    let reason = text_field(&mut fields, "reason")?;
    let id = text_field(&mut fields, "id")?;
    let is_new = fields.get("do") == Some(&Value::String("new".to_owned()));
    let contacts = people::cards(&mut fields)?;
    let (command, blobs) = match ledger.as_ref() {
        _ if is_new => (new_book(&fields)?, Vec::new()),
        Some(ledger) if fields.get("do").is_some_and(|verb| verb == "issue_minutes") => {
            issue::compiled(ledger, meeting, fields)?
        }
        _ => command(fields)?,
    };
    let request = Request { entered, happened, meeting, reason, command };
    // What the program drafts is drafted here too, so that a script need not bring it along.
    let request = match ledger.as_ref() {
        Some(ledger) => {
            let request = crate::text::election::drafted(door.lang, &ledger.book, request);
            crate::text::amendment::drafted(door.lang, &ledger.book, request)
        }
        None => request,
    };
    if is_new {
        if ledger.is_some() {
            return Err(LineFault::NewOnExisting);
        }
        return match Ledger::create(door.book, &request)? {
            Ok(made) => {
                let entries = made.entries.clone();
                let made = ledger.insert(made);
                let accepted = Accepted { entries, findings: Vec::new() };
                Ok(accepted_answer(door.lang, made, &accepted))
            }
            Err(refusal) => Ok(refused_answer(door.lang, None, &refusal)),
        };
    }
    let ledger = ledger.as_mut().ok_or(LineFault::NoBook)?;
    if let Command::SignWithKey(given) = &request.command
        && let Err(fault) = issue::genuine(ledger, given)?
    {
        // What the record has against it is said first: it says more of the way out.
        return match crate::record::in_order(&ledger.book, &request) {
            Err(refusal) => Ok(refused_answer(door.lang, Some(ledger), &refusal)),
            Ok(_) => Err(LineFault::Signature(fault)),
        };
    }
    let id = id.map(|id| named(&id, request.meeting, &request.command));
    let outcome = match (id, contacts.is_empty()) {
        (Some(id), true) => ledger.submit_as(id, &request, blobs)?,
        (None, true) => ledger.submit(&request, blobs)?,
        (Some(id), false) => ledger.submit_people_as(id, request, &contacts)?,
        (None, false) => ledger.submit_people(request, &contacts)?,
    };
    Ok(match outcome {
        Ok(accepted) => accepted_answer(door.lang, ledger, &accepted),
        Err(refusal) => refused_answer(door.lang, Some(ledger), &refusal),
    })
}

/// A field that is text or not there.
fn text_field(fields: &mut Map<String, Value>, key: &str) -> Result<Option<String>, LineFault> {
    match fields.remove(key) {
        None => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(other) => Err(LineFault::NotACommand(format!("{key}: {other}"))),
    }
}

/// A caller's own name for a command as an id of the log: the same name for the same command is the
/// same act, and is done once.
fn named(id: &str, meeting: Option<u32>, command: &Command) -> crate::store::CommandId {
    let mut hash = Sha256::new();
    hash.update(id.as_bytes());
    hash.update([0]);
    hash.update(format!("{meeting:?} {command:?}").as_bytes());
    let mut bytes = [0; 16];
    for (to, from) in bytes.iter_mut().zip(hash.finalize().iter()) {
        *to = *from;
    }
    crate::store::CommandId(bytes)
}

fn new_book(fields: &Map<String, Value>) -> Result<Command, LineFault> {
    let given = fields.get("charter").and_then(Value::as_str);
    let unknown = fields.keys().find(|k| !["do", "charter", "text"].contains(&k.as_str()));
    if let Some(unknown) = unknown {
        return Err(LineFault::NotACommand(unknown.clone()));
    }
    let text = match (fields.get("text").and_then(Value::as_str), given) {
        (Some(text), _) => text.to_owned(),
        (None, Some(path)) => charter_text(path)?,
        (None, None) => {
            crate::shipped::CHARTERS.first().map(|c| c.1.to_owned()).unwrap_or_default()
        }
    };
    charter::read::read(&text).map_err(LineFault::Charter)?;
    Ok(Command::AdoptCharter { text, basis: String::new() })
}

/// A shipped charter by its id, or a file.
fn charter_text(name: &str) -> Result<String, LineFault> {
    match crate::shipped::charter(name) {
        Some(text) => Ok(text.to_owned()),
        None => std::fs::read_to_string(name).map_err(|e| LineFault::File(name.to_owned(), e)),
    }
}

/// A command with the contents of the papers it keeps; `attach` and `adopt_charter` take a file.
fn command(mut fields: Map<String, Value>) -> Result<(Command, Vec<Vec<u8>>), LineFault> {
    let mut blobs = Vec::new();
    let verb = fields.get("do").and_then(Value::as_str).unwrap_or_default().to_owned();
    if let Some(file) = fields.remove("file") {
        let path = file.as_str().unwrap_or_default().to_owned();
        let unreadable = |e: std::io::Error| LineFault::File(path.clone(), e);
        match verb.as_str() {
            "attach" => {
                let bytes = std::fs::read(&path).map_err(unreadable)?;
                let name = Path::new(&path).file_name().unwrap_or_default().to_string_lossy();
                fields.entry("name").or_insert_with(|| name.as_ref().into());
                keep(&mut fields, bytes, &mut blobs);
            }
            "adopt_charter" | "draft_amendment" => {
                let text = std::fs::read_to_string(&path).map_err(unreadable)?;
                charter::read::read(&text).map_err(LineFault::Charter)?;
                fields.insert("text".to_owned(), text.into());
            }
            _ => return Err(LineFault::NotACommand("file".to_owned())),
        }
    }
    if verb == "attach"
        && let Some(text) = fields.remove("content")
    {
        let bytes = text.as_str().unwrap_or_default().as_bytes().to_vec();
        keep(&mut fields, bytes, &mut blobs);
    }
    let command = serde_json::from_value(Value::Object(fields))
        .map_err(|e| LineFault::NotACommand(e.to_string()))?;
    Ok((command, blobs))
}

fn keep(fields: &mut Map<String, Value>, bytes: Vec<u8>, blobs: &mut Vec<Vec<u8>>) {
    fields.insert("sha256".to_owned(), crate::store::Digest::of(&bytes).hex().into());
    fields.insert("size".to_owned(), bytes.len().into());
    blobs.push(bytes);
}

fn finding_value(lang: Lang, ledger: Option<&Ledger>, finding: &Finding) -> Value {
    let fields: Map<String, Value> =
        finding.fields.iter().map(|(k, v)| ((*k).to_owned(), figure(v))).collect();
    let mut value = json!({
        "code": finding.full_code(),
        "level": finding.code.level(),
        "fields": fields,
    });
    let clauses = finding.clauses.to_string();
    if !clauses.is_empty() {
        value["clauses"] = clauses.into();
    }
    if !finding.routes.is_empty() {
        value["routes"] = finding.routes.clone().into();
    }
    let nothing = crate::record::Book::default();
    let book = ledger.map_or(&nothing, |l| &l.book);
    value["recorder"] = findings::finding(lang, book, finding, Reader::Recorder).into();
    value["presider"] = findings::finding(lang, book, finding, Reader::Presider).into();
    value
}

/// Figures come out as numbers.
fn figure(text: &str) -> Value {
    text.parse::<u64>().map_or_else(|_| text.into(), Into::into)
}

fn accepted_answer(lang: Lang, ledger: &Ledger, accepted: &Accepted) -> Value {
    let events: Vec<Value> = accepted
        .entries
        .iter()
        .map(|e| {
            let mut value = serde_json::to_value(&e.fact).unwrap_or_default();
            value["seq"] = e.seq.into();
            // The charter's text is as long as the charter; the digest says which it is.
            if let Some(fields) = value.as_object_mut().filter(|f| f.contains_key("sha256")) {
                fields.remove("text");
            }
            value
        })
        .collect();
    let findings: Vec<Value> =
        accepted.findings.iter().map(|f| finding_value(lang, Some(ledger), f)).collect();
    let flags: Vec<String> = accepted
        .findings
        .iter()
        .filter(|f| f.code.level() != Level::Refusal)
        .map(Finding::full_code)
        .collect();
    json!({"ok": true, "seq": ledger.head.seq, "events": events, "findings": findings, "codes": flags})
}

fn refused_answer(lang: Lang, ledger: Option<&Ledger>, refusal: &Refusal) -> Value {
    let mut value = finding_value(lang, ledger, &refusal.finding);
    if !refusal.warnings.is_empty() {
        let warnings: Vec<Value> =
            refusal.warnings.iter().map(|f| finding_value(lang, ledger, f)).collect();
        value["warnings"] = warnings.into();
    }
    json!({"ok": false, "refused": value})
}

/// Questions a script may ask; they record nothing.
fn ask(door: &Door, ledger: &mut Ledger, fields: &Map<String, Value>) -> Result<Value, LineFault> {
    ledger.refresh()?;
    let book = &ledger.book;
    let what = fields.get("ask").and_then(Value::as_str).unwrap_or_default();
    let meeting = match fields.get("meeting") {
        Some(no) => {
            let known = no.as_u64().and_then(|n| u32::try_from(n).ok());
            let no = known.ok_or_else(|| LineFault::NotACommand(format!("meeting: {no}")))?;
            book.meeting(no)
        }
        None => book.meeting_in_hand().or(book.meetings.last()),
    };
    let answer = match (what, meeting) {
        ("meeting", Some(meeting)) => meeting::answer(door.lang, ledger, meeting),
        ("forecast", Some(meeting)) => notice::forecast_value(door.lang, book, meeting),
        ("requisition", _) => {
            let no = fields.get("requisition").and_then(Value::as_u64);
            let list = no.and_then(|n| u32::try_from(n).ok());
            let answer = list.and_then(|no| notice::requisition_value(book, no));
            answer.ok_or_else(|| LineFault::NotACommand("requisition".to_owned()))?
        }
        ("minutes", Some(meeting)) => issue::answer(book, meeting),
        ("head", _) => json!({"seq": ledger.head.seq, "sha256": ledger.head.hash.hex()}),
        ("funds", _) => {
            crate::text::funds::answer(book, fields.get("year"), (door.now)().date_naive())
                .ok_or_else(|| LineFault::NotACommand("year".to_owned()))?
        }
        ("numbers", _) => json!({
            "members": book.roll().len(),
            "next_document": book.next_document,
            "next_certificate": book.next_certificate,
        }),
        (other, _) => return Err(LineFault::NotACommand(format!("ask: {other}"))),
    };
    Ok(json!({"ok": true, "answer": answer}))
}
