//! What a filled-in form of an election asks for.

use super::ballots::Step;
use super::purpose::{Rows, Wrong, units};
use crate::charter::{Blank, Legend, WriteIns};
use crate::record::command::RulingGiven;
use crate::record::election::{
    Candidate, Contest, Marks, Race, Seat, Sheet, Sum, Task, Teller, WrittenIn,
};
use crate::record::event::Effective;
use crate::record::state::Meeting;
use crate::record::{Book, Command};

/// The command of a filled-in form.
pub(super) fn command(step: Step, rows: &Rows, book: &Book) -> Result<Command, Wrong> {
    let meeting = book.meeting_in_hand();
    Ok(match step {
        Step::Paper { item } => plan(rows, book, meeting, item)?,
        Step::Terms { item } => terms(rows, meeting, item)?,
        Step::Rules { item } => {
            Command::ProposeRules { item, text: rows.said("text")?, mover: rows.text("mover") }
        }
        Step::Tellers { item } => Command::ProposeTellers {
            item,
            tellers: who_counts(rows)?,
            text: String::new(),
            mover: rows.text("mover"),
        },
        Step::Stand(item, contest) => {
            let seat = meeting.and_then(|m| m.race(item, contest)).map(|r| r.contest.seat.clone());
            let units = matches!(seat, Some(Seat::Body { .. }));
            Command::SetCandidates { item, contest, candidates: candidates(rows, book, units)? }
        }
        Step::Issue(item, contest) => Command::IssueBallots {
            item,
            contest,
            printed: rows.number("printed")?,
            issued: rows.number("issued")?,
        },
        Step::Box(item, contest) => {
            Command::OpenBox { item, contest, recovered: rows.number("recovered")? }
        }
        Step::Sheet(item, contest) => Command::EnterSheet {
            item,
            contest,
            sheet: typed_sheet(rows, meeting.and_then(|m| m.race(item, contest)))?,
            second: None,
        },
        Step::Fix(item, contest, _) => Command::CorrectSheet {
            item,
            contest,
            place: rows.number("place")?,
            sheet: typed_sheet(rows, meeting.and_then(|m| m.race(item, contest)))?,
            confirmed_by: rows.said("confirmed_by")?,
            why: rows.said("why")?,
        },
        Step::Recount(item, contest) => {
            Command::Recount { item, contest, by: rows.said("by")?, ground: rows.text("ground") }
        }
        Step::Declare(item, contest) => {
            let reason = rows.text("reason");
            let ruled = rows.has("carried");
            if ruled && reason.is_empty() {
                return Err(rows.wrong("reason", ["请写明裁定理由。", "Please give the reason."]));
            }
            let written_in = if rows.has("written_in") {
                candidates_from(rows, "written_in", book, false)?
            } else {
                Vec::new()
            };
            Command::DeclareElection {
                item,
                contest,
                ruling: ruled
                    .then(|| RulingGiven { carried: rows.text("carried") == "carried", reason }),
                written_in,
                text: String::new(),
            }
        }
        Step::Void(item, contest) => Command::VoidRound { item, contest, why: rows.said("why")? },
    })
}

/// The plan with this paper in it: a paper for the same seats is replaced.
fn plan(rows: &Rows, book: &Book, meeting: Option<&Meeting>, item: u32) -> Result<Command, Wrong> {
    let chosen = rows.text("seat");
    let seat = match chosen.split_once(':') {
        Some(("body", body)) => Seat::Body { body: body.to_owned() },
        Some((_, office)) => Seat::Office { office: office.to_owned() },
        None => return Err(rows.wrong("seat", ["请选择。", "Please choose."])),
    };
    let units = matches!(seat, Seat::Body { .. });
    let contest = Contest {
        seat,
        seats: rows.number("seats")?,
        marks: if rows.text("marks") == "pick" { Marks::Pick } else { Marks::Each },
        colour: rows.text("colour"),
        by_election: rows.text("by_election") == "yes",
        write_ins: None,
        candidates: candidates(rows, book, units)?,
    };
    let known = meeting.and_then(|m| m.election(item));
    let mut contests: Vec<Contest> =
        known.map(|e| e.races.iter().map(|r| r.contest.clone()).collect()).unwrap_or_default();
    match contests.iter_mut().find(|c| c.seat == contest.seat) {
        Some(same) => *same = contest,
        None => contests.push(contest),
    }
    let terms = known.map(|e| &e.plan);
    Ok(Command::PrepareElection {
        item,
        contests,
        legend: terms.map(|t| t.legend.clone()),
        blank: terms.map(|t| t.blank),
        write_ins: terms.map(|t| t.write_ins),
        proxies: terms.is_some_and(|t| t.proxies),
        pass: terms.map_or(Effective::Now, |t| t.pass),
    })
}

/// The same papers under other terms.
fn terms(rows: &Rows, meeting: Option<&Meeting>, item: u32) -> Result<Command, Wrong> {
    let known = meeting.and_then(|m| m.election(item));
    let contests =
        known.map(|e| e.races.iter().map(|r| r.contest.clone()).collect()).unwrap_or_default();
    let legend =
        Legend { yes: rows.said("yes")?, no: rows.text("no"), abstain: rows.text("abstain") };
    let pass = match rows.text("pass").as_str() {
        "after_close" => Effective::AfterClose,
        "on" => Effective::On(
            rows.day("from")?
                .ok_or_else(|| rows.wrong("from", ["请填写就任日期。", "Please give the day."]))?,
        ),
        _ => Effective::Now,
    };
    Ok(Command::PrepareElection {
        item,
        contests,
        legend: Some(legend),
        blank: Some(if rows.text("blank") == "invalid" { Blank::Invalid } else { Blank::Abstain }),
        write_ins: Some(match rows.text("write_ins").as_str() {
            "none" => WriteIns::None,
            "free" => WriteIns::Free,
            _ => WriteIns::Against,
        }),
        proxies: rows.text("proxies") == "yes",
        pass,
    })
}

fn candidates(rows: &Rows, book: &Book, units: bool) -> Result<Vec<Candidate>, Wrong> {
    let mut all = candidates_from(rows, "candidates", book, units)?;
    if rows.text("order") == "strokes" {
        let names: Vec<String> = all.iter().map(|c| c.name.clone()).collect();
        let unknown: String = crate::text::strokes::unknown(&names).into_iter().collect();
        if !unknown.is_empty() {
            let says = rows.lang().join(
                &format!("笔画表里没有“{unknown}”，请按次序排好姓名，再选“按录入次序”。"),
                &format!("The table of strokes lacks “{unknown}”. Put the names in order yourself and choose “as typed”."),
            );
            return Err(Wrong { key: "order", says });
        }
        let order = crate::text::strokes::order(&names);
        all = order.into_iter().filter_map(|place| all.get(place).cloned()).collect();
    }
    Ok(all)
}

/// One a line: the number of the member and the name; for units numbers are enough, also `1-10`.
fn candidates_from(
    rows: &Rows,
    key: &'static str,
    book: &Book,
    of_units: bool,
) -> Result<Vec<Candidate>, Wrong> {
    let mut all = Vec::new();
    let candidate = |name: &str, unit: u32| Candidate {
        name: name.to_owned(),
        unit: Some(unit),
        nominated_by: String::new(),
        nominators: Vec::new(),
    };
    for line in rows.text(key).lines().map(str::trim).filter(|l| !l.is_empty()) {
        if of_units && let Some(numbers) = units(line) {
            all.extend(numbers.into_iter().map(|u| candidate(&book.unit_name(u), u)));
            continue;
        }
        let (first, rest) = line.split_once([' ', '　']).unwrap_or((line, ""));
        match (first.parse::<u32>(), rest.trim()) {
            (Ok(unit), name) if !name.is_empty() => {
                // Behind a slash stands who nominates: numbers of members, or words.
                let (name, by) = name.split_once(['/', '／']).unwrap_or((name, ""));
                let nominators = units(by).unwrap_or_default();
                let nominated_by =
                    if nominators.is_empty() { by.trim().to_owned() } else { String::new() };
                all.push(Candidate { nominators, nominated_by, ..candidate(name.trim(), unit) });
            }
            _ => {
                return Err(rows.wrong(
                    key,
                    [
                        "每行写“单位序号 姓名”，如“7 候选人甲”。",
                        "Each line: unit number and name, such as “7 name”.",
                    ],
                ));
            }
        }
    }
    Ok(all)
}

fn who_counts(rows: &Rows) -> Result<Vec<Teller>, Wrong> {
    let mut all = Vec::new();
    let groups = [
        ("chief", Task::Chief),
        ("scrutineers", Task::Scrutineer),
        ("tellers", Task::Teller),
        ("readers", Task::Reader),
    ];
    for (key, task) in groups {
        let text = rows.text(key);
        let names =
            text.split([' ', '　', '、', '，', ',']).map(str::trim).filter(|n| !n.is_empty());
        all.extend(names.map(|name| Teller { name: name.to_owned(), task, unit: None }));
    }
    if all.is_empty() {
        return Err(rows.wrong("chief", ["请填写监票人、计票人。", "Please name who counts."]));
    }
    Ok(all)
}

fn typed_sheet(rows: &Rows, race: Option<&Race>) -> Result<Sheet, Wrong> {
    let each = race.is_some_and(|r| r.contest.marks == Marks::Each);
    let wrong = || {
        rows.wrong(
            "votes",
            [
                "请按名单次序填写各人票数，只写数字。",
                "Give the votes in the order of the list, in figures only.",
            ],
        )
    };
    let mut numbers = Vec::new();
    for part in
        rows.text("votes").split([' ', '　', '\n', '/', ',', '，', '、']).filter(|p| !p.is_empty())
    {
        numbers.push(part.parse::<u32>().map_err(|_| wrong())?);
    }
    let names =
        race.and_then(|r| r.in_hand().or_else(|| r.latest())).map_or(0, |r| r.candidates.len());
    let width = if each { 3 } else { 1 };
    if numbers.len() != names * width {
        return Err(wrong());
    }
    let figure = |row: &[u32], place: usize| row.get(place).copied().unwrap_or(0);
    let votes = numbers
        .chunks(width)
        .map(|row| Sum { yes: figure(row, 0), no: figure(row, 1), abstain: figure(row, 2) })
        .collect();
    let mut written_in = Vec::new();
    for line in rows.text("written_in").lines().map(str::trim).filter(|l| !l.is_empty()) {
        let (name, votes) = line.rsplit_once([' ', '　']).unwrap_or((line, ""));
        let yes = votes.parse().map_err(|_| {
            rows.wrong("written_in", ["每行写“姓名 票数”。", "Each line: name and votes."])
        })?;
        written_in.push(WrittenIn { name: name.trim().to_owned(), yes });
    }
    Ok(Sheet {
        group: rows.text("group"),
        valid: rows.number("valid")?,
        invalid: rows.number_or_zero("invalid")?,
        votes,
        written_in,
        twice: false,
    })
}
