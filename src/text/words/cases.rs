//! Lines of what happens between meetings: cases and their steps, permits, reviews, offices.

use super::change::span;
use super::event::Told;
use super::parts::{about, note};
use super::{day, office_name, two};
use crate::charter::{Charter, Name, Outcome, StepKind};
use crate::record::Book;
use crate::record::cases::{Permit, ReviewMember, TakeStep};
use crate::record::event::Event;

/// What an event between meetings says.
pub(super) fn case_line(told: &Told, event: &Event) -> Name {
    match event {
        Event::CaseOpened(opened) => {
            let new = &opened.new;
            let procedure = told
                .charter()
                .and_then(|c| c.procedure(&new.procedure))
                .map_or_else(|| Book::said(&new.procedure), |p| p.name.clone());
            let (no, name) = (opened.case, &new.subject.name);
            let said = two(
                format!("立卷{no}：{}，{name}", procedure.zh),
                format!("case {no} opened: {}, {name}", procedure.en),
            );
            note(said, &new.text)
        }
        Event::StepTaken(taken) => step_line(told, &taken.step),
        Event::CaseEnded(end) => {
            let no = end.case;
            note(two(format!("终止卷宗{no}"), format!("case {no} ended")), &end.why)
        }
        Event::PermitGiven(permit) => permitted(told, permit),
        Event::PermitEnded(end) => {
            let no = end.permit;
            let known = told.book.permits.iter().find(|p| p.permit.permit == no);
            let unit = known.map(|p| told.unit(p.permit.unit)).unwrap_or_default();
            let said = two(
                format!("收回{unit}的授权或许可（第{no}号）"),
                format!("permit {no} of {unit} taken back"),
            );
            note(said, &end.why)
        }
        Event::MemberReviewed(review) => reviewed(told, review),
        Event::OfficeVacated(vacated) => {
            let office = office_name(told.book, &vacated.office);
            let name = &vacated.name;
            let last = vacated.day.map(day).unwrap_or_default();
            let said = two(
                format!("离任：{}　{name}（至{}止）", office.zh, last.zh),
                format!("{name} gives up the office of {} (until {})", office.en, last.en),
            );
            note(said, &vacated.why)
        }
        Event::Designated(designated) => {
            let of = &designated.of;
            let office = office_name(told.book, &of.office);
            let name = &of.name;
            let said = two(
                format!("指定{name}代行{}职权", office.zh),
                format!("{name} is designated to act as {}", office.en),
            );
            note(said, &of.document)
        }
        Event::DesignationEnded(end) => {
            let known = told.book.designations.iter().find(|d| d.designation == end.designation);
            let name = known.map(|d| d.of.name.clone()).unwrap_or_default();
            note(about("代行结束", "no longer acting", &name), &end.why)
        }
        _ => Name::default(),
    }
}

fn step_line(told: &Told, taken: &TakeStep) -> Name {
    let no = taken.case;
    let file = told.book.cases.iter().find(|c| c.no == no);
    let procedure = file.zip(told.charter()).and_then(|(f, c)| c.procedure(&f.new.procedure));
    let step = procedure.zip(taken.step.as_deref()).and_then(|(p, id)| p.step(id));
    let name = step
        .map_or_else(|| Book::said(taken.step.as_deref().unwrap_or_default()), |s| s.name.clone());
    let mut said = if taken.passed {
        two(format!("卷宗{no}略过：{}", name.zh), format!("case {no}, passed over: {}", name.en))
    } else {
        two(format!("卷宗{no}：{}", name.zh), format!("case {no}: {}", name.en))
    };
    if let Some(step) = step.filter(|s| !taken.passed && s.outcomes.len() > 1) {
        let ended = taken.outcome.as_deref().map(|id| case_outcome(&step.outcomes, id));
        if let Some(ended) = ended {
            said = two(format!("{}——{}", said.zh, ended.zh), format!("{}: {}", said.en, ended.en));
        }
    }
    if let Some(unit) = taken.unit {
        let unit = told.unit(unit);
        said = two(format!("{}，{unit}", said.zh), format!("{}, {unit}", said.en));
    }
    if taken.closes && step.is_some_and(|s| s.kind == StepKind::Collect) {
        said = two(format!("{}，收集结束", said.zh), format!("{}, closed", said.en));
    }
    note(said, &taken.note)
}

/// How an outcome is called.
pub fn case_outcome(outcomes: &[Outcome], id: &str) -> Name {
    let known = outcomes.iter().find(|o| o.id == id);
    known.map_or_else(|| Book::said(id), |o| o.name.clone())
}

fn permitted(told: &Told, permit: &Permit) -> Name {
    let (unit, scope) = (told.unit(permit.unit), &permit.scope);
    let time = span(permit.from, permit.to);
    two(format!("许可{unit}：{scope}{}", time.zh), format!("{unit} has leave: {scope}{}", time.en))
}

fn reviewed(told: &Told, review: &ReviewMember) -> Name {
    let (year, unit) = (review.year, told.unit(review.unit));
    let outcomes = told.charter().and_then(review_outcomes).unwrap_or_default();
    let ended = review.outcome.as_deref().map(|id| case_outcome(outcomes, id)).unwrap_or_default();
    let mut said = two(
        format!("{year}年度评审，{unit}：{}", ended.zh),
        format!("review {year}, {unit}: {}", ended.en),
    );
    if let Some(until) = review.until {
        let until = day(until);
        said = two(format!("{}，{}前", said.zh, until.zh), format!("{}, by {}", said.en, until.en));
    }
    note(said, &review.note)
}

/// How a review can end, by the charter.
pub fn review_outcomes(charter: &Charter) -> Option<&[Outcome]> {
    charter.review.as_ref().map(|r| r.outcomes.as_slice())
}
