//! What a filled-in form asks for: from the text of its rows to a command, or the row that is wrong.

use super::desks::register_forms::{self, Filled, Step};
use super::form::Form;
use crate::charter::Amount;
use crate::charter::Method;
use crate::charter::write::NewArticle;
use crate::record::command::{Enrolment, RulingGiven};
use crate::record::event::{Effective, Letter, NoteKind, Presence, Subject};
use crate::record::scales::Beside;
use crate::record::{Book, Choice, Command, Stamp};
use crate::text::{Lang, Words};
use chrono::{NaiveDate, NaiveTime, TimeZone};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// What a form is for.
#[derive(Debug, Clone, PartialEq)]
#[allow(
    missing_docs,
    reason = "each is the command of the same name with what the form does not ask"
)]
pub enum Purpose {
    CallToOrder,
    ChangePresider,
    ChangeRecorder,
    Observe,
    Interrupt,
    Late,
    Reason,
    Presence { unit: u32, kind: &'static str },
    AllExcept,
    Recuse { item: u32 },
    CorrectAttendance,
    AddItem,
    Postpone { item: u32 },
    CarryOver { item: u32 },
    Refer { item: u32, body: String },
    FilePaper { item: u32, precondition: String },
    Attach { item: Option<u32> },
    Move { item: u32, matter: String },
    Reword { motion: u32 },
    Amend { motion: u32 },
    Count,
    CountMinority,
    CountSection,
    Ballots,
    Challenge { method: Method },
    VoidVote { vote: u32 },
    Ruling,
    Casting,
    Lot,
    AdmitLate,
    Note { item: Option<u32> },
    EditNote { note: u32 },
    CorrectCount { vote: u32 },
    CorrectText { decision: Option<u32> },
    CorrectEnactment { decision: u32 },
    RecordLoss,
    Convene { body: String, by: String },
    EnrolOne,
    EnrolFile,
    Seat { body: String },
    Fill,
    Stand { body: String },
    Number,
    Reading { question: String, option: String },
    NewCharter,
    Election(super::ballots::Step),
    Decisions(super::desks::decision_forms::Step),
    Notice(super::desks::notice_forms::Ask),
    Case(super::desks::case_forms::Ask),
    CountingGroup,
    Register(Step),
    Funds(super::desks::funds_forms::Step),
    Minutes(super::desks::minutes_forms::Ask),
}

/// What comes of a form.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// A command.
    Ask(Command),
    /// A file to be kept.
    Attach(PathBuf, Option<u32>),
    /// A roster to be read.
    Roster(PathBuf),
    /// A charter file to be adopted, and on what decision.
    Charter(PathBuf, String),
    /// The next act happened then.
    Late(Stamp),
    /// Papers are read in for this counting group from now on.
    CountingGroup(String),
    /// Something of the register.
    Register(Box<Filled>),
    /// Something of the minutes of a meeting.
    Minutes(u32, Box<super::desks::minutes_forms::Filled>),
    /// A change of the draft of the charter in hand, and its place there.
    Change(Option<usize>, Box<NewArticle>),
    /// The draft in hand is entered, with this note.
    HandIn(String),
    /// The reason for a command that waits.
    Reason(String),
}

/// A row that is wrong, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// The row.
    pub key: &'static str,
    /// The sentence.
    pub says: String,
}

/// Reads rows in one language.
/// The rows for what a rule counts beside heads; each is labelled with the name it goes by.
pub const SCALES: [&str; 4] = ["scale_1", "scale_2", "scale_3", "scale_4"];

pub(super) struct Rows<'f> {
    form: &'f Form,
    lang: Lang,
    now: Stamp,
    date: NaiveDate,
}

impl Rows<'_> {
    pub(super) fn wrong(&self, key: &'static str, why: Words) -> Wrong {
        Wrong { key, says: self.lang.say(why) }
    }
    /// The language of the screen.
    pub(super) fn lang(&self) -> Lang {
        self.lang
    }
    /// The day on the clock.
    pub(super) fn today(&self) -> NaiveDate {
        self.now.date_naive()
    }
    /// Its first row, for what is wrong with none of them.
    pub(super) fn first(&self) -> &'static str {
        self.form.rows.first().map_or("", |row| row.key)
    }
    /// Whether the form has this row.
    pub(super) fn has(&self, key: &str) -> bool {
        self.form.rows.iter().any(|row| row.key == key)
    }
    pub(super) fn text(&self, key: &'static str) -> String {
        self.form.text(key)
    }
    /// A text with its blanks, as a passphrase needs it.
    pub(super) fn untrimmed(&self, key: &'static str) -> String {
        self.form.untrimmed(key)
    }
    pub(super) fn said(&self, key: &'static str) -> Result<String, Wrong> {
        let text = self.text(key);
        if text.is_empty() {
            Err(self.wrong(key, ["请填写这一栏。", "Please fill this in."]))
        } else {
            Ok(text)
        }
    }
    fn recorder(&self) -> Result<String, Wrong> {
        self.said("recorder").map_err(|_| {
            self.wrong(
                "recorder",
                [
                    "请写明谁做记录，会议记录上要有其姓名。",
                    "Please say who keeps the record: the minutes carry the name.",
                ],
            )
        })
    }
    pub(super) fn number(&self, key: &'static str) -> Result<u32, Wrong> {
        self.text(key)
            .parse()
            .map_err(|_| self.wrong(key, ["请填一个数。", "Please give a number."]))
    }
    /// Empty counts as none: nobody should have to type zeros for what did not occur.
    pub(super) fn number_or_zero(&self, key: &'static str) -> Result<u32, Wrong> {
        if self.text(key).is_empty() { Ok(0) } else { self.number(key) }
    }
    /// What the rule counts beside heads: for, against and abstaining in one row each.
    fn beside(&self) -> Result<BTreeMap<String, Beside>, Wrong> {
        let mut by = BTreeMap::new();
        for key in SCALES {
            let (name, typed) = (self.form.label(key), self.text(key));
            if typed.is_empty() {
                continue;
            }
            let amounts: Result<Vec<Amount>, _> =
                typed.split_whitespace().map(Amount::parse).collect();
            let sides = match amounts.as_deref() {
                Ok([yes, no]) => Beside { yes: *yes, no: *no, abstain: Amount::ZERO },
                Ok([yes, no, abstain]) => Beside { yes: *yes, no: *no, abstain: *abstain },
                _ => {
                    return Err(self.wrong(
                        key,
                        [
                            "请依次填赞成、反对、弃权三个数，以空格分开。",
                            "Please give for, against and abstaining, with blanks between.",
                        ],
                    ));
                }
            };
            by.insert(name, sides);
        }
        Ok(by)
    }
    pub(super) fn day(&self, key: &'static str) -> Result<Option<NaiveDate>, Wrong> {
        let text = self.text(key);
        if text.is_empty() {
            return Ok(None);
        }
        NaiveDate::parse_from_str(&text, "%Y-%m-%d")
            .map(Some)
            .map_err(|_| self.wrong(key, ["日期应如 2026-05-20。", "A day looks like 2026-05-20."]))
    }
    fn time(&self, key: &'static str) -> Result<Option<Stamp>, Wrong> {
        let text = self.text(key).replace('：', ":");
        if text.is_empty() {
            return Ok(None);
        }
        let wrong = || self.wrong(key, ["时间应如 09:05。", "A time looks like 09:05."]);
        let time = NaiveTime::parse_from_str(&text, "%H:%M").map_err(|_| wrong())?;
        let local = self.date.and_time(time);
        self.now.offset().from_local_datetime(&local).single().map(Some).ok_or_else(wrong)
    }
    pub(super) fn units(&self, key: &'static str) -> Result<Vec<u32>, Wrong> {
        units(&self.text(key)).ok_or_else(|| {
            self.wrong(key, ["请填序号，如 3 7 12-15。", "Give numbers, such as 3 7 12-15."])
        })
    }
    fn unit(&self, key: &'static str) -> Result<u32, Wrong> {
        self.number(key)
    }
}

/// Numbers such as `3 7 12-15`.
pub fn units(text: &str) -> Option<Vec<u32>> {
    let mut units = Vec::new();
    for part in text.split([' ', ',', '，', '、', '\n']).filter(|p| !p.is_empty()) {
        match part.split_once('-') {
            Some((from, to)) => {
                let (from, to): (u32, u32) = (from.parse().ok()?, to.parse().ok()?);
                if to < from || to - from > 10_000 {
                    return None;
                }
                units.extend(from..=to);
            }
            None => units.push(part.parse().ok()?),
        }
    }
    Some(units)
}

/// What a form asks for; `date` is the day its times are of.
pub fn outcome(
    form: &Form,
    lang: Lang,
    now: Stamp,
    date: NaiveDate,
    book: &Book,
) -> Result<Outcome, Wrong> {
    let rows = Rows { form, lang, now, date };
    Ok(match &form.purpose {
        Purpose::Reason => Outcome::Reason(rows.said("reason")?),
        Purpose::Late => {
            let time = rows.time("time")?;
            Outcome::Late(
                time.ok_or_else(|| rows.wrong("time", ["请填写时间。", "Please give the time."]))?,
            )
        }
        Purpose::Attach { item } => Outcome::Attach(PathBuf::from(rows.said("path")?), *item),
        Purpose::EnrolFile => Outcome::Roster(PathBuf::from(rows.said("path")?)),
        Purpose::NewCharter => {
            Outcome::Charter(PathBuf::from(rows.said("path")?), rows.said("basis")?)
        }
        // Carried as it stands, such an amendment would change nothing.
        Purpose::Amend { motion } if says_the_same(&rows, book, *motion) => {
            return Err(rows.wrong(
                "becomes",
                [
                    "与原文相同，请写出修改后的全文。",
                    "This is the text as it stands; please write it as amended.",
                ],
            ));
        }
        Purpose::CountingGroup => Outcome::CountingGroup(rows.text("group")),
        Purpose::Register(step) => {
            Outcome::Register(Box::new(register_forms::filled(*step, &rows, book)?))
        }
        Purpose::Decisions(step) => super::desks::decision_forms::command(*step, &rows)?,
        Purpose::Notice(ask) => Outcome::Ask(super::desks::notice_forms::command(ask, &rows)?),
        Purpose::Case(ask) => Outcome::Ask(super::desks::case_forms::command(ask, &rows, book)?),
        Purpose::Election(step) => {
            Outcome::Ask(super::ballot_entries::command(*step, &rows, book)?)
        }
        Purpose::Minutes(ask) => {
            let filled = super::desks::minutes_forms::filled(ask, &rows, book)?;
            Outcome::Minutes(ask.meeting, Box::new(filled))
        }
        Purpose::Funds(step) => {
            Outcome::Ask(super::desks::funds_forms::command(step, &rows, book)?)
        }
        _ => Outcome::Ask(match meeting_command(&rows)? {
            Some(command) => command,
            None => book_command(&rows, book)?,
        }),
    })
}

fn says_the_same(rows: &Rows, book: &Book, motion: u32) -> bool {
    let amended = book.meeting_in_hand().and_then(|m| m.motion(motion));
    amended.is_some_and(|m| m.text.trim() == rows.text("becomes"))
}

fn meeting_command(rows: &Rows) -> Result<Option<Command>, Wrong> {
    Ok(Some(match &rows.form.purpose {
        Purpose::CallToOrder => Command::CallToOrder {
            presider: rows.said("presider")?,
            basis: rows.text("basis"),
            document: rows.text("document"),
            recorder: rows.recorder()?,
        },
        Purpose::ChangePresider => Command::ChangePresider {
            presider: rows.said("presider")?,
            basis: rows.text("basis"),
            document: rows.text("document"),
        },
        Purpose::ChangeRecorder => {
            Command::ChangeRecorder { recorder: rows.recorder()?, why: rows.text("why") }
        }
        Purpose::Observe => {
            let observer = Some(rows.text("observer")).filter(|o| !o.is_empty());
            Command::Observe { name: rows.said("name")?, observer }
        }
        Purpose::Interrupt => {
            let missing = ["请填写时间。", "Please give the time."];
            Command::Interrupt {
                cause: rows.said("cause")?,
                from: rows.time("from")?.ok_or_else(|| rows.wrong("from", missing))?,
                until: rows.time("until")?.ok_or_else(|| rows.wrong("until", missing))?,
            }
        }
        Purpose::Presence { unit, kind } => {
            Command::SignIn { unit: *unit, presence: presence(rows, kind)? }
        }
        Purpose::AllExcept => Command::SignInAll { except: rows.units("except")? },
        Purpose::Recuse { item } => {
            Command::Recuse { unit: rows.unit("unit")?, item: *item, why: rows.said("why")? }
        }
        Purpose::CorrectAttendance => Command::CorrectAttendance {
            unit: rows.unit("unit")?,
            presence: presence(rows, &rows.text("presence"))?,
            since: rows.time("since")?.unwrap_or(rows.now),
            why: rows.said("why")?,
        },
        Purpose::Postpone { item } => Command::Postpone { item: *item, why: rows.said("why")? },
        Purpose::CarryOver { item } => Command::CarryOver { item: *item, why: rows.said("why")? },
        Purpose::Refer { item, body } => {
            Command::Refer { item: *item, body: body.clone(), why: rows.said("why")? }
        }
        Purpose::FilePaper { item, precondition } => Command::File {
            item: *item,
            precondition: precondition.clone(),
            note: rows.said("note")?,
            document: rows.text("document").parse().ok(),
        },
        Purpose::Move { item, matter } => Command::Move {
            item: *item,
            matter: Some(matter.clone()),
            text: rows.said("text")?,
            mover: rows.text("mover"),
            seconder: rows.text("seconder"),
            subjects: subjects(rows)?,
            effective: match rows.text("effective").as_str() {
                "after_close" => Effective::AfterClose,
                _ => rows.day("from")?.map_or(Effective::Now, Effective::On),
            },
        },
        Purpose::Reword { motion } => Command::Reword { motion: *motion, text: rows.said("text")? },
        Purpose::Amend { motion } => Command::Amend {
            motion: *motion,
            text: rows.said("text")?,
            becomes: rows.said("becomes")?,
            mover: rows.text("mover"),
        },
        Purpose::Note { item } => Command::Note {
            item: *item,
            kind: note_kind(&rows.text("kind")),
            who: rows.text("who"),
            // A ready phrase stands before what was typed, or alone.
            text: match rows.text("phrase") {
                phrase if phrase.is_empty() => rows.said("text")?,
                phrase => format!("{phrase}{}", rows.text("text")),
            },
            private: rows.form.yes("private"),
        },
        Purpose::EditNote { note } => Command::EditNote { note: *note, text: rows.said("text")? },
        _ => return vote_command(rows),
    }))
}

fn vote_command(rows: &Rows) -> Result<Option<Command>, Wrong> {
    Ok(Some(match &rows.form.purpose {
        Purpose::Count | Purpose::CountSection => Command::Count {
            yes: rows.number("yes")?,
            no: rows.number_or_zero("no")?,
            abstain: rows.number_or_zero("abstain")?,
            section: rows.text("section"),
            by: rows.beside()?,
        },
        Purpose::CountMinority => Command::CountMinority {
            no: rows.number_or_zero("no")?,
            abstain: rows.number_or_zero("abstain")?,
            in_room: rows.number("in_room")?,
        },
        Purpose::Ballots => Command::Ballots {
            issued: rows.number("issued")?,
            recovered: rows.number("recovered")?,
            invalid: rows.number_or_zero("invalid")?,
            valid: rows.number("valid")?,
            yes: rows.number("yes")?,
            no: rows.number_or_zero("no")?,
            abstain: rows.number_or_zero("abstain")?,
            by: rows.beside()?,
        },
        Purpose::Challenge { method } => Command::Challenge {
            by: rows.said("by")?,
            ground: rows.text("ground"),
            method: Some(*method),
        },
        Purpose::VoidVote { vote } => {
            Command::VoidVote { vote: Some(*vote), why: rows.said("why")? }
        }
        Purpose::Ruling => Command::Declare {
            ruling: Some(RulingGiven {
                carried: rows.text("carried") == "carried",
                reason: rows.said("reason")?,
            }),
            casting: None,
            lot: None,
        },
        Purpose::Lot => Command::Declare {
            ruling: None,
            casting: None,
            lot: Some(if rows.text("lot") == "yes" { Choice::Yes } else { Choice::No }),
        },
        Purpose::Casting => Command::Declare {
            ruling: None,
            casting: Some(if rows.text("casting") == "yes" { Choice::Yes } else { Choice::No }),
            lot: None,
        },
        Purpose::AdmitLate => Command::AdmitToVote { unit: rows.unit("unit")? },
        Purpose::CorrectCount { vote } => Command::CorrectCount {
            vote: *vote,
            yes: rows.number("yes")?,
            no: rows.number_or_zero("no")?,
            abstain: rows.number_or_zero("abstain")?,
            confirmed_by: rows.said("confirmed_by")?,
            why: rows.said("why")?,
        },
        Purpose::CorrectText { decision } => Command::CorrectText {
            decision: *decision,
            old: rows.said("old")?,
            new: rows.said("new")?,
            leave: rows.said("leave")?,
        },
        Purpose::CorrectEnactment { decision } => Command::CorrectEnactment {
            decision: *decision,
            wrong: rows.unit("wrong")?,
            right: rows.unit("right")?,
            why: rows.said("why")?,
        },
        Purpose::RecordLoss => Command::RecordLoss {
            unit: rows.unit("unit")?,
            ground: rows.said("ground")?,
            evidence: rows.said("evidence")?,
        },
        _ => return Ok(None),
    }))
}

fn book_command(rows: &Rows, book: &Book) -> Result<Command, Wrong> {
    Ok(match &rows.form.purpose {
        Purpose::AddItem => super::item_forms::command(rows, book)?,
        Purpose::Convene { body, by } => Command::Convene {
            body: body.clone(),
            by: by.clone(),
            special: rows.form.yes("special"),
            signed: rows.units("signed")?,
            date: rows
                .day("date")?
                .ok_or_else(|| rows.wrong("date", ["请填写日期。", "Please give the day."]))?,
            place: rows.said("place")?,
            notice: rows.day("notice")?,
            term: rows.text("term").parse().ok(),
            number: rows.text("number").parse().ok(),
            time_zone: None,
            agenda: Vec::new(),
            second_call: rows.text("second_call").parse().ok(),
            requisition: rows.text("requisition").parse().ok(),
        },
        Purpose::EnrolOne => Command::Enrol {
            units: vec![Enrolment {
                unit: rows.number("unit")?,
                name: rows.said("name")?,
                short: rows.text("short"),
                category: rows.text("category"),
                joined: rows.day("joined")?,
                certificate: rows.text("certificate"),
                ..Enrolment::default()
            }],
        },
        Purpose::Seat { body } => Command::Seat { body: body.clone(), units: rows.units("units")? },
        Purpose::Fill => Command::Fill {
            office: rows.text("office"),
            name: rows.said("name")?,
            unit: rows.text("unit").parse().ok(),
            from: rows.day("from")?,
            to: rows.day("to")?,
        },
        Purpose::Stand { body } => Command::Stand {
            body: body.clone(),
            term: rows.number("term")?,
            number: rows.number_or_zero("number")?,
            term_begun: rows.day("term_begun")?,
        },
        Purpose::Number => Command::Number {
            document: rows.number("document")?,
            certificate: rows.number("certificate")?,
        },
        Purpose::Reading { question, option } => Command::AdoptReading {
            question: question.clone(),
            option: option.clone(),
            basis: rows.said("basis")?,
        },
        // Everything else was dealt with before; a meeting's command never gets here.
        _ => Command::AdoptCharter { text: book.charter_text.clone(), basis: String::new() },
    })
}

fn presence(rows: &Rows, kind: &str) -> Result<Presence, Wrong> {
    Ok(match kind {
        "delegate" => Presence::Delegate { who: rows.text("who"), letter: rows.text("letter") },
        "proxy" => Presence::Proxy {
            holder: rows.number("holder")?,
            letter: Letter {
                matter: rows.form.yes("matter"),
                power: rows.form.yes("power"),
                term: rows.form.yes("term"),
                seal: rows.form.yes("seal"),
            },
        },
        "online" => Presence::Online { who: rows.text("who") },
        "excused" => Presence::Excused { why: rows.text("why") },
        "absent" => Presence::Absent,
        "left" => Presence::Left,
        _ => Presence::InPerson { who: rows.text("who") },
    })
}

/// Ids of the kinds of note with their words, in the order of the form.
pub const NOTE_KINDS: [(&str, Words); 6] = [
    ("remark", ["记事", "remark"]),
    ("speech", ["发言", "speech"]),
    ("question", ["提问", "question"]),
    ("objection", ["异议", "objection"]),
    ("incident", ["突发情况", "incident"]),
    ("ruling", ["裁定", "ruling"]),
];

fn note_kind(id: &str) -> NoteKind {
    match id {
        "speech" => NoteKind::Speech,
        "question" => NoteKind::Question,
        "objection" => NoteKind::Objection,
        "incident" => NoteKind::Incident,
        "ruling" => NoteKind::Ruling,
        _ => NoteKind::Remark,
    }
}

/// One subject a line: `name`, or `number name` for a member.
fn subjects(rows: &Rows) -> Result<Vec<Subject>, Wrong> {
    let mut subjects = Vec::new();
    for line in rows.text("subjects").lines().map(str::trim).filter(|l| !l.is_empty()) {
        let (first, rest) = line.split_once(' ').unwrap_or((line, ""));
        let unit = first.parse::<u32>().ok();
        let name = if unit.is_some() { rest.trim() } else { line };
        let filled = |key| Some(rows.text(key)).filter(|t: &String| !t.is_empty());
        subjects.push(Subject {
            name: name.to_owned(),
            unit,
            category: filled("category"),
            office: filled("office"),
            body: None,
            scope: filled("scope"),
            from: None,
            to: rows.day("to")?,
            revises: filled("revises"),
        });
    }
    Ok(subjects)
}
