//! The carrying out of decisions in words: owners, progress, where a decision stands, lines of the log.

use super::event::Told;
use super::parts::note;
use super::{body_name, day, office_name, outcome_name, two};
use crate::charter::Name;
use crate::record::Book;
use crate::record::event::Event;
use crate::record::follow as record;
use crate::record::follow::{Answer, Assignment, Owner, Progress, Report, Standing};
use crate::text::Lang;

/// Who carries a decision out.
pub fn owner(lang: Lang, book: &Book, owner: &Owner) -> String {
    lang.pick(&owner_name(book, owner))
}

/// See [`owner`].
pub(in crate::text) fn owner_name(book: &Book, owner: &Owner) -> Name {
    match owner {
        Owner::Office { office } => office_name(book, office),
        Owner::Body { body } => body_name(book.charter.as_deref(), body),
        Owner::Unit { unit } => Book::said(&book.unit_name(*unit)),
        Owner::Other { name } => Book::said(name),
    }
}

/// How far the carrying out has come.
pub fn progress(lang: Lang, progress: Progress) -> String {
    lang.pick(&progress_name(progress))
}

/// See [`progress`].
pub(in crate::text) fn progress_name(progress: Progress) -> Name {
    match progress {
        Progress::Open => two("待办", "to be done"),
        Progress::UnderWay => two("办理中", "under way"),
        Progress::Done => two("已办结", "done"),
        Progress::Dropped => two("不再执行", "given up"),
    }
}

/// Where a decision stands.
pub fn standing(lang: Lang, standing: Standing) -> String {
    lang.pick(&standing_name(standing))
}

/// See [`standing`].
pub(in crate::text) fn standing_name(standing: Standing) -> Name {
    match standing {
        Standing::Open => progress_name(Progress::Open),
        Standing::UnderWay => progress_name(Progress::UnderWay),
        Standing::Enacted => two("已执行入簿", "carried out in the book"),
        Standing::Done => progress_name(Progress::Done),
        Standing::Dropped => progress_name(Progress::Dropped),
        Standing::Void => two("已失效", "no longer stands"),
    }
}

/// What came of a question: where the decision stands, or that it was lost.
pub fn outcome(lang: Lang, book: &Book, answer: &Answer) -> String {
    lang.pick(&match answer.decision.and_then(|no| record::decision(book, no)) {
        Some(decision) => standing_name(record::standing(book, decision)),
        None if answer.ballot.is_some() => two("无人当选", "nobody elected"),
        None => outcome_name(false),
    })
}

/// The line of a fact about what became of a decision.
pub(super) fn follow_line(told: &Told, event: &Event) -> Name {
    match event {
        Event::DecisionAssigned(assigned) => assigned_line(told, assigned),
        Event::ProgressReported(report) => reported_line(told.book, report),
        _ => Name::default(),
    }
}

fn assigned_line(told: &Told, assigned: &Assignment) -> Name {
    let (no, owner) = (assigned.decision, owner_name(told.book, &assigned.owner));
    let said = two(
        format!("第{no}项决定交{}办理", owner.zh),
        format!("decision {no} to be carried out by {}", owner.en),
    );
    let said = match assigned.due.map(day) {
        Some(due) => {
            two(format!("{}，期限{}", said.zh, due.zh), format!("{}, due {}", said.en, due.en))
        }
        None => said,
    };
    note(said, &assigned.task)
}

fn reported_line(book: &Book, report: &Report) -> Name {
    let (no, status) = (report.decision, progress_name(report.status));
    let said = two(
        format!("第{no}项决定执行情况：{}", status.zh),
        format!("decision {no}, progress: {}", status.en),
    );
    let said = match report.document.and_then(|no| book.documents.iter().find(|d| d.no == no)) {
        Some(paper) => {
            let (n, name) = (paper.no, &paper.name);
            two(
                format!("{}，见文件{n}：{name}", said.zh),
                format!("{}, see paper {n}: {name}", said.en),
            )
        }
        None => said,
    };
    note(said, &report.note)
}
