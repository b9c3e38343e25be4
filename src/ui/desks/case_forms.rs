//! Forms of cases, permits, reviews and offices: what they ask, and the command they make.

use crate::charter::Amount;
use crate::charter::{Charter, Concerns, Names, Procedure, StepEffect, StepKind};
use crate::record::cases::{
    Answer, CaseFile, EndCase, EndPermit, NewCase, PutCase, ReviewMember, ReviewRest, TakeStep,
    conditions, window,
};
use crate::record::event::Subject;
use crate::record::officers::{Designate, EndDesignation, Vacate};
use crate::record::{Book, Command, decide};
use crate::text::{Lang, Words, cases as case_text};
use crate::ui::form::Form;
use crate::ui::purpose::{Purpose, Rows, Wrong};
use crate::ui::width::{shorten_end, width};
use chrono::NaiveDate;

/// What a form is for.
#[derive(Debug, Clone, PartialEq)]
#[allow(
    missing_docs,
    reason = "each is the command of the same name with what the form does not ask"
)]
pub enum Ask {
    Open { procedure: String },
    Step { case: u32, step: String },
    Pass { case: u32, step: String },
    Put { case: u32, open: bool },
    End { case: u32 },
    EndPermit { permit: u32 },
    Review { year: i32, unit: u32 },
    ReviewRest { year: i32 },
    Vacate { office: String, name: String },
    Designate { office: String },
    EndDesignation { designation: u32 },
}

/// Rows for the conditions of admission; each is labelled with its condition.
const CONDITIONS: [&str; 12] =
    ["c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9", "c10", "c11", "c12"];

const DAY: Words = ["日期", "day"];
const WHY: Words = ["理由", "reason"];
const NOTE: Words = ["说明", "what was done"];
const PAPER: Words = ["文件号", "paper no."];
const PAPER_HINT: Words = ["没有留空", "if any"];
/// Cells a condition may take beside what shows it, on the smallest screen.
const CONDITION: usize = 46;

fn form(lang: Lang, title: Words, name: &str, ask: Ask) -> Form {
    Form::new(format!("{} · {name}", lang.say(title)), Purpose::Case(ask))
}

/// Ids in one row, with all of a list named in the hint above.
pub(in crate::ui) fn named(lang: Lang, list: &[crate::charter::Listed]) -> String {
    let mut said = Vec::new();
    for (place, entry) in list.iter().enumerate() {
        said.push(format!("{} {}", place + 1, lang.pick(&entry.name)));
    }
    said.join("\n")
}

/// A new case of a procedure; the unit chosen elsewhere stands in it.
pub fn open(
    lang: Lang,
    charter: &Charter,
    procedure: &Procedure,
    unit: Option<u32>,
    today: NaiveDate,
) -> Form {
    let ask = Ask::Open { procedure: procedure.id.clone() };
    let mut made = form(lang, ["立卷", "Open a case"], &lang.pick(&procedure.name), ask);
    match procedure.concerns {
        Some(Concerns::Applicant) => {
            let categories: Vec<(String, String)> =
                charter.categories.iter().map(|c| (c.id.clone(), lang.pick(&c.name))).collect();
            made = made.line("name", lang.say(["申请单位", "applicant"]), "");
            if !categories.is_empty() {
                made = made.choice("category", lang.say(["类别", "category"]), categories, 0);
            }
        }
        Some(Concerns::Member) => {
            let unit = unit.map(|u| u.to_string()).unwrap_or_default();
            made = made.number("unit", lang.say(["成员序号", "member number"]), &unit);
        }
        _ => {
            made = made
                .line("name", lang.say(["名称", "title"]), "")
                .line("revises", lang.say(["修订哪号文件", "revises no."]), "")
                .hint(lang.say(["新文件留空", "empty for a new text"]));
        }
    }
    if let Some(names) = procedure.names {
        let list = decide::list(charter, names);
        let label = match names {
            Names::Duty => ["违反的义务", "duties broken"],
            Names::Right => ["所行使的权利", "right used"],
            Names::Task => ["所服务的任务", "tasks served"],
        };
        let hint = ["填序号，如 1 3", "numbers, such as 1 3"];
        made =
            made.intro(named(lang, list)).line("names", lang.say(label), "").hint(lang.say(hint));
        if names == Names::Duty {
            made = made
                .line("claim", lang.say(["造成的损失", "damage claimed"]), "")
                .hint(claim_hint(lang, charter));
        }
    }
    made.lines("text", lang.say(["事由", "what it is about"]), "", 3).line(
        "day",
        lang.say(DAY),
        &today.to_string(),
    )
}

/// In which money a claim is said.
fn claim_hint(lang: Lang, charter: &Charter) -> String {
    let Some(unit) = charter.funds.as_ref().map(|f| &f.unit) else {
        return lang.say(["金额，没有就留空", "an amount, if any"]);
    };
    let (zh, en) =
        (format!("金额（{}），没有就留空", unit.zh), format!("an amount in {}, if any", unit.en));
    lang.join(&zh, &en)
}

/// A step of a case.
pub fn step(
    lang: Lang,
    charter: &Charter,
    procedure: &Procedure,
    file: &CaseFile,
    step: &crate::charter::Step,
    today: NaiveDate,
) -> Form {
    let ask = Ask::Step { case: file.no, step: step.id.clone() };
    let name = lang.pick(&case_text::name(charter, file));
    let mut made = form(lang, ["办理", "Next step"], &name, ask);
    let mut intro = vec![lang.pick(&step.name)];
    if step.outcomes.len() > 1 {
        let outcomes = step.outcomes.iter().map(|o| (o.id.clone(), lang.pick(&o.name))).collect();
        made = made.choice("outcome", lang.say(["结果", "outcome"]), outcomes, 0);
    }
    // What it may open has to name the duties broken, and nobody has named them yet.
    let opens = step.outcomes.iter().filter_map(|o| charter.procedure(o.opens.as_deref()?));
    let names_duties = opens.into_iter().any(|p| p.names == Some(Names::Duty));
    if names_duties && file.new.names.is_empty() {
        let intro = format!("{}\n{}", lang.pick(&step.name), named(lang, &charter.duties));
        made = made
            .intro(intro)
            .line("names", lang.say(["违反的义务", "duties broken"]), "")
            .hint(lang.say(["填序号，如 1 3", "numbers, such as 1 3"]));
    }
    match step.kind {
        StepKind::Conditions => {
            let applied = procedure.taken.first().and_then(|first| {
                let of = |t: &&TakeStep| t.step.as_deref() == Some(first.id.as_str());
                file.steps.iter().rev().find(of).and_then(|t| t.day)
            });
            let category = file.new.subject.category.as_deref();
            let applying = conditions(charter, category);
            intro.push(lang.say([
                "每项填写证明材料；不符合的填“否”。",
                "Give what shows each of them; “no” where one is not met.",
            ]));
            for ((place, key), condition) in CONDITIONS.into_iter().enumerate().zip(&applying) {
                let looked = window(condition, applied.unwrap_or(file.day()));
                let label = format!("{} {}", place + 1, lang.first().pick(&condition.name));
                // What has no room beside its row stands whole above.
                if width(&label) > CONDITION || looked.is_some() {
                    let days = looked.map(|(from, to)| format!("  {from} – {to}"));
                    let name = lang.pick(&condition.name);
                    intro.push(format!("{} {name}{}", place + 1, days.unwrap_or_default()));
                }
                made = made.line(key, shorten_end(&label, CONDITION), "");
            }
        }
        StepKind::Collect => {
            made = made.number("unit", lang.say(["来自成员", "from member"]), "").yes_no(
                lang,
                "closes",
                lang.say(["收集结束", "collection closed"]),
                false,
            );
        }
        StepKind::Record | StepKind::Vote => {}
    }
    if step.effect == Some(StepEffect::Permit) {
        made = made
            .line("valid_from", lang.say(["自", "from"]), &today.to_string())
            .line("until", lang.say(["至", "until"]), "")
            .hint(lang.say(["如 2027-05-20", "such as 2027-05-20"]));
    } else if step.outcomes.iter().any(|o| o.until) {
        made = made.line("until", lang.say(["期限", "by"]), "");
    }
    let lines = if step.kind == StepKind::Conditions { 1 } else { 3 };
    made.intro(intro.join("\n"))
        .lines("note", lang.say(NOTE), "", lines)
        .number("document", lang.say(PAPER), "")
        .hint(lang.say(PAPER_HINT))
        .line("day", lang.say(DAY), &today.to_string())
}

/// A recommended step passed over.
pub fn pass(lang: Lang, charter: &Charter, file: &CaseFile, step: &crate::charter::Step) -> Form {
    let name = lang.pick(&case_text::name(charter, file));
    let ask = Ask::Pass { case: file.no, step: step.id.clone() };
    form(lang, ["略过这一步", "Pass this step over"], &name, ask).intro(lang.pick(&step.name)).line(
        "note",
        lang.say(WHY),
        "",
    )
}

/// A case put on the agenda of the meeting in hand.
pub fn put(lang: Lang, charter: &Charter, file: &CaseFile, preparing: bool) -> Form {
    let name = lang.pick(&case_text::name(charter, file));
    let procedure = charter.procedure(&file.new.procedure);
    let left_open = procedure.is_some_and(|p| p.matter.is_none());
    let ask = Ask::Put { case: file.no, open: left_open };
    let mut made = form(lang, ["列入议程", "Put on the agenda"], &name, ask);
    if left_open {
        let matters = charter.matters.iter().map(|m| (m.id.clone(), lang.pick(&m.title))).collect();
        made = made.choice("matter", lang.say(["事项", "matter"]), matters, 0);
    }
    made.line("title", lang.say(["题目", "title"]), "")
        .hint(lang.say(["留空即按章程事项拟题", "drafted where empty"]))
        .yes_no(lang, "on_notice", lang.say(["列入通知", "on the notice"]), preparing)
}

/// The review of a member.
pub fn review(lang: Lang, charter: &Charter, name: &str, year: i32, unit: u32) -> Option<Form> {
    let review = charter.review.as_ref()?;
    let outcomes = review.outcomes.iter().map(|o| (o.id.clone(), lang.pick(&o.name))).collect();
    let title = lang.join(&format!("{year}年度评审 · {name}"), &format!("Review {year} · {name}"));
    let mut made = Form::new(title, Purpose::Case(Ask::Review { year, unit }))
        .choice("outcome", lang.say(["结论", "outcome"]), outcomes, 0)
        .lines("note", lang.say(["意见", "findings"]), "", 2);
    if review.outcomes.iter().any(|o| o.until) {
        made = made
            .line("until", lang.say(["整改期限", "to be put right by"]), "")
            .hint(lang.say(["限期整改时填，如 2026-09-30", "a day such as 2026-09-30"]));
    }
    if !charter.duties.is_empty() {
        made = made
            .intro(named(lang, &charter.duties))
            .line("names", lang.say(["违反的义务", "duties broken"]), "")
            .hint(lang.say(["填序号，如 2", "numbers, such as 2"]));
    }
    Some(made.number("document", lang.say(PAPER), "").hint(lang.say(PAPER_HINT)))
}

/// One line asked for: a reason, and the day.
pub fn reason(lang: Lang, title: Words, name: &str, ask: Ask, today: NaiveDate) -> Form {
    form(lang, title, name, ask).line("why", lang.say(WHY), "").line(
        "day",
        lang.say(DAY),
        &today.to_string(),
    )
}

/// Who acts for an office.
pub fn designate(
    lang: Lang,
    name: &str,
    office: &str,
    fit: Vec<(String, String)>,
    today: NaiveDate,
) -> Form {
    form(lang, ["指定代行", "Designate"], name, Ask::Designate { office: office.to_owned() })
        .choice("name", lang.say(["由谁代行", "who acts"]), fit, 0)
        .line("document", lang.say(["指定文书", "the paper"]), "")
        .line("from", lang.say(["自", "from"]), &today.to_string())
        .line("to", lang.say(["至", "until"]), "")
}

/// The command of a filled-in form.
pub(in crate::ui) fn command(ask: &Ask, rows: &Rows, book: &Book) -> Result<Command, Wrong> {
    let charter = book.charter.as_deref();
    let day = rows.has("day").then(|| rows.day("day")).transpose()?.flatten();
    Ok(match ask {
        Ask::Open { procedure } => {
            let known = charter.and_then(|c| c.procedure(procedure));
            let list = charter
                .zip(known.and_then(|p| p.names))
                .map(|(charter, names)| decide::list(charter, names))
                .unwrap_or_default();
            let unit = if rows.has("unit") { Some(rows.number("unit")?) } else { None };
            let filled = |key| Some(rows.text(key)).filter(|t| !t.is_empty());
            Command::OpenCase(NewCase {
                procedure: procedure.clone(),
                subject: Subject {
                    name: if rows.has("name") { rows.said("name")? } else { String::new() },
                    unit,
                    category: filled("category"),
                    revises: filled("revises"),
                    ..Subject::default()
                },
                text: rows.text("text"),
                names: chosen(rows, "names", list)?,
                claim: claim(rows)?,
                day,
                ..NewCase::default()
            })
        }
        Ask::Step { case, step } => {
            let file = book.cases.iter().find(|c| c.no == *case);
            let answers = match (file, charter) {
                (Some(file), Some(charter)) => answers(rows, charter, file),
                _ => Vec::new(),
            };
            Command::TakeStep(TakeStep {
                case: *case,
                step: Some(step.clone()),
                day,
                outcome: Some(rows.text("outcome")).filter(|o| !o.is_empty()),
                note: rows.text("note"),
                document: optional(rows, "document")?,
                answers,
                names: chosen(
                    rows,
                    "names",
                    charter.map(|c| c.duties.as_slice()).unwrap_or_default(),
                )?,
                unit: optional(rows, "unit")?,
                valid_from: optional_day(rows, "valid_from")?,
                until: optional_day(rows, "until")?,
                closes: rows.text("closes") == "yes",
                ..TakeStep::default()
            })
        }
        Ask::Pass { case, step } => Command::TakeStep(TakeStep {
            case: *case,
            step: Some(step.clone()),
            note: rows.said("note")?,
            passed: true,
            ..TakeStep::default()
        }),
        Ask::Put { case, open } => Command::PutCase(PutCase {
            case: *case,
            matter: open.then(|| rows.text("matter")),
            title: rows.text("title"),
            draft: String::new(),
            on_notice: rows.text("on_notice") == "yes",
        }),
        Ask::End { case } => Command::EndCase(EndCase { case: *case, why: rows.said("why")?, day }),
        Ask::EndPermit { permit } => {
            Command::EndPermit(EndPermit { permit: *permit, why: rows.said("why")?, day })
        }
        Ask::Review { year, unit } => Command::ReviewMember(ReviewMember {
            year: *year,
            unit: *unit,
            outcome: Some(rows.text("outcome")),
            note: rows.text("note"),
            until: optional_day(rows, "until")?,
            names: chosen(rows, "names", charter.map(|c| c.duties.as_slice()).unwrap_or_default())?,
            document: optional(rows, "document")?,
            day,
        }),
        Ask::ReviewRest { year } => {
            Command::ReviewRest(ReviewRest { year: *year, note: rows.text("why"), day })
        }
        Ask::Vacate { office, name } => Command::Vacate(Vacate {
            office: office.clone(),
            name: name.clone(),
            day,
            why: rows.said("why")?,
            document: None,
        }),
        Ask::Designate { office } => Command::Designate(Designate {
            office: office.clone(),
            name: rows.text("name"),
            from: rows.day("from")?,
            to: rows.day("to")?,
            document: rows.said("document")?,
        }),
        Ask::EndDesignation { designation } => Command::EndDesignation(EndDesignation {
            designation: *designation,
            day,
            why: rows.text("why"),
        }),
    })
}

fn optional(rows: &Rows, key: &'static str) -> Result<Option<u32>, Wrong> {
    if rows.text(key).is_empty() { Ok(None) } else { rows.number(key).map(Some) }
}

fn optional_day(rows: &Rows, key: &'static str) -> Result<Option<NaiveDate>, Wrong> {
    if rows.has(key) { rows.day(key) } else { Ok(None) }
}

fn claim(rows: &Rows) -> Result<Option<Amount>, Wrong> {
    let text = rows.text("claim");
    if text.is_empty() {
        return Ok(None);
    }
    let wrong =
        || rows.wrong("claim", ["金额应如 1200 或 1200.50。", "An amount looks like 1200.50."]);
    Amount::parse(&text).map(Some).map_err(|_| wrong())
}

/// Entries of a list chosen by their places.
pub(in crate::ui) fn chosen(
    rows: &Rows,
    key: &'static str,
    list: &[crate::charter::Listed],
) -> Result<Vec<String>, Wrong> {
    if !rows.has(key) || rows.text(key).is_empty() {
        return Ok(Vec::new());
    }
    let mut ids = Vec::new();
    for place in rows.units(key)? {
        let at = usize::try_from(place).ok().and_then(|p| p.checked_sub(1));
        match at.and_then(|at| list.get(at)) {
            Some(entry) => ids.push(entry.id.clone()),
            None => {
                return Err(rows.wrong(
                    key,
                    [
                        "没有这一序号，请看上面所列。",
                        "There is no such number; see the list above.",
                    ],
                ));
            }
        }
    }
    Ok(ids)
}

/// Conditions answered: what was typed is the evidence, and a plain no says it is not met.
fn answers(rows: &Rows, charter: &Charter, file: &CaseFile) -> Vec<Answer> {
    let applying = conditions(charter, file.new.subject.category.as_deref());
    let mut answers = Vec::new();
    for (key, condition) in CONDITIONS.into_iter().zip(applying) {
        let typed = if rows.has(key) { rows.text(key) } else { String::new() };
        if typed.is_empty() {
            continue;
        }
        let unmet = matches!(typed.to_lowercase().as_str(), "否" | "不符合" | "no" | "n");
        answers.push(Answer {
            condition: condition.id.clone(),
            met: !unmet,
            evidence: if unmet { String::new() } else { typed },
            document: None,
        });
    }
    answers
}
