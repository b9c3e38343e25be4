//! Cases in words: what a case is about, how far it has come, and the item it is put under.

use super::words::two;
use super::{Lang, words};
use crate::charter::{Charter, Name, Procedure, Step};
use crate::record::Book;
use crate::record::cases::{CaseFile, PutCase, Stage, StepState, stage, step_state};

/// Title and wording of the item a case is put under, where none was given.
pub(super) fn drafted(lang: Lang, book: &Book, charter: &Charter, put: &mut PutCase) {
    let file = book.cases.iter().find(|c| c.no == put.case);
    let Some((file, procedure)) =
        file.and_then(|f| Some((f, charter.procedure(&f.new.procedure)?)))
    else {
        return;
    };
    let wanted = procedure.matter.as_ref().or(put.matter.as_ref());
    let Some(matter) = wanted.and_then(|m| charter.matter(m)) else {
        return;
    };
    let subject = &file.new.subject.name;
    if put.title.trim().is_empty() {
        let what = if procedure.matter.is_some() || file.new.text.is_empty() {
            subject
        } else {
            &file.new.text
        };
        put.title = lang.pick(&two(
            format!("{}：{what}", matter.title.zh),
            format!("{}: {what}", matter.title.en),
        ));
    }
    if put.draft.trim().is_empty()
        && procedure.matter.is_some()
        && let Some(wording) = &matter.wording
    {
        put.draft = lang.pick(wording).replace("{subject}", subject);
    }
    if put.draft.trim().is_empty() {
        put.draft = file.new.text.clone();
    }
}

/// The name of a case: its procedure and whom it is about.
pub fn name(charter: &Charter, file: &CaseFile) -> Name {
    let procedure = charter
        .procedure(&file.new.procedure)
        .map_or_else(|| Book::said(&file.new.procedure), |p| p.name.clone());
    let subject = &file.new.subject.name;
    two(format!("{}：{subject}", procedure.zh), format!("{}: {subject}", procedure.en))
}

/// How far a case has come, in a phrase.
pub fn stage_name(book: &Book, charter: &Charter, file: &CaseFile) -> Name {
    let Some(procedure) = charter.procedure(&file.new.procedure) else {
        return Name::default();
    };
    match stage(book, procedure, file) {
        Stage::Next(place) => match procedure.taken.get(place) {
            Some(step) => next_name(book, file, step),
            None => Name::default(),
        },
        Stage::Waits { meeting, .. } => match book.meeting(meeting) {
            Some(meeting) => {
                let title = words::meeting_title(charter, meeting);
                two(format!("待表决：{}", title.zh), format!("to be voted: {}", title.en))
            }
            None => two("待表决", "to be voted"),
        },
        Stage::Complete => two("已办结", "done"),
        Stage::Ended => two("已终止", "ended"),
    }
}

fn next_name(book: &Book, file: &CaseFile, step: &Step) -> Name {
    match step_state(book, file, step) {
        StepState::Lost { .. } => {
            two(format!("未获通过；{}", step.name.zh), format!("lost; {}", step.name.en))
        }
        StepState::Again => {
            two(format!("待补正：{}", step.name.zh), format!("to be completed: {}", step.name.en))
        }
        StepState::Collecting => {
            two(format!("收集中：{}", step.name.zh), format!("being collected: {}", step.name.en))
        }
        _ => two(format!("下一步：{}", step.name.zh), format!("next: {}", step.name.en)),
    }
}

/// A sign for where a step stands.
pub fn step_sign(state: StepState) -> char {
    match state {
        StepState::Open => '·',
        StepState::Collecting | StepState::Again => '…',
        StepState::Done | StepState::Carried { .. } => '✓',
        StepState::Passed => '–',
        StepState::Put { .. } => '▸',
        StepState::Lost { .. } => '✗',
    }
}

/// Every step of a case with its sign, day and what was entered, a line each.
pub fn steps(lang: Lang, book: &Book, procedure: &Procedure, file: &CaseFile) -> Vec<String> {
    let mut lines = Vec::new();
    for step in &procedure.taken {
        let state = step_state(book, file, step);
        lines.push(format!("{}  {}", step_sign(state), lang.pick(&step.name)));
        let of_step = file.steps.iter().filter(|t| t.step.as_deref() == Some(step.id.as_str()));
        for taken in of_step {
            let day = taken.day.map(|d| d.to_string()).unwrap_or_default();
            let mut said = Vec::new();
            if taken.passed {
                said.push(lang.say(["略过", "passed over"]));
            }
            if let Some(outcome) = taken.outcome.as_deref().filter(|_| step.outcomes.len() > 1) {
                said.push(lang.pick(&words::case_outcome(&step.outcomes, outcome)));
            }
            if let Some(unit) = taken.unit {
                said.push(book.unit_name(unit));
            }
            if !taken.note.is_empty() {
                said.push(taken.note.clone());
            }
            if let Some(document) = taken.document {
                said.push(lang.join(&format!("文件{document}"), &format!("paper {document}")));
            }
            for answer in &taken.answers {
                let known = book
                    .charter
                    .as_deref()
                    .and_then(|c| c.conditions.iter().find(|known| known.id == answer.condition));
                let name = known.map(|c| lang.pick(&c.name)).unwrap_or_default();
                said.push(format!("{name}（{}）", answer.evidence));
            }
            lines.push(format!("   {day}  {}", said.join("；")));
        }
        match state {
            StepState::Carried { decision } => {
                let number = book.decisions.iter().find(|d| d.no == decision);
                let number = number.map(|d| d.number.clone()).unwrap_or_default();
                lines.push(format!("   {}  {number}", lang.say(["通过", "carried"])));
            }
            StepState::Lost { .. } => {
                lines.push(format!(
                    "   {}",
                    lang.say(["未获通过，可再次提交", "lost; it can be put again"])
                ));
            }
            _ => {}
        }
    }
    lines
}
