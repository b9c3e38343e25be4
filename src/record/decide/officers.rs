//! Offices given up, and who acts for whom by designation.

use super::super::command::Command;
use super::super::event::Event;
use super::super::finding::{Code, Finding, Refusal};
use super::super::officers::{Designate, Designated, EndDesignation, Vacate};
use super::{Case, count, said};

pub(super) fn decide(case: &mut Case) -> Result<(), Refusal> {
    match &case.request.command {
        Command::Vacate(vacate) => vacated(case, vacate),
        Command::Designate(designate) => designated(case, designate),
        Command::EndDesignation(end) => ended(case, end),
        _ => Ok(()),
    }
}

fn office_known(case: &Case, office: &str) -> Result<(), Refusal> {
    match case.charter()?.office(office) {
        Some(_) => Ok(()),
        None => Err(Finding::new(Code::UnknownName).with("name", office).into()),
    }
}

fn vacated(case: &mut Case, asked: &Vacate) -> Result<(), Refusal> {
    office_known(case, &asked.office)?;
    super::cases::kept(case, asked.document)?;
    let day = asked.day.unwrap_or_else(|| case.when().date_naive());
    let holds = case.book.holders_of(&asked.office, day).into_iter().any(|h| h.name == asked.name);
    if !holds {
        let found = Finding::new(Code::NotTheHolder).with("name", &asked.name);
        return Err(found.with("office", &asked.office).into());
    }
    // Whoever leaves on a day holds the office through that day.
    let settled = |h: &super::super::state::Holder| h.name == asked.name && h.to == Some(day);
    if case.book.holders_of(&asked.office, day).into_iter().any(settled) {
        return Err(Code::NothingChanges.into());
    }
    let why = said(&asked.why, "why")?.to_owned();
    case.of_book(Event::OfficeVacated(Vacate { day: Some(day), why, ..asked.clone() }));
    Ok(())
}

fn designated(case: &mut Case, asked: &Designate) -> Result<(), Refusal> {
    office_known(case, &asked.office)?;
    let charter = case.charter()?;
    let allowed: Vec<_> = charter.acting.iter().filter(|a| a.office == asked.office).collect();
    if allowed.is_empty() {
        return Err(Finding::new(Code::NobodyActs).with("office", &asked.office).into());
    }
    let from = asked.from.unwrap_or_else(|| case.when().date_naive());
    let fits = allowed
        .iter()
        .any(|a| case.book.holders_of(&a.from, from).into_iter().any(|h| h.name == asked.name));
    if !fits {
        let first = allowed.first();
        let article = first.and_then(|a| a.basis.article.clone()).unwrap_or_default();
        let office = first.map(|a| a.from.clone()).unwrap_or_default();
        let found = Finding::new(Code::NotTheHolder).with("name", &asked.name);
        return Err(found.with("office", office).citing(&article).into());
    }
    if asked.to.is_some_and(|to| to < from) {
        return Err(Finding::new(Code::TermEndsFirst).with("time", from).into());
    }
    let document = said(&asked.document, "document")?.to_owned();
    case.of_book(Event::Designated(Designated {
        designation: count(&case.book.designations) + 1,
        of: Designate { from: Some(from), document, ..asked.clone() },
    }));
    Ok(())
}

fn ended(case: &mut Case, asked: &EndDesignation) -> Result<(), Refusal> {
    let known = case.book.designations.iter().find(|d| d.designation == asked.designation);
    let known = known.ok_or_else(|| {
        Refusal::from(Finding::new(Code::UnknownName).with("name", asked.designation))
    })?;
    let day = asked.day.unwrap_or_else(|| case.when().date_naive());
    if known.of.from.is_some_and(|from| day < from) {
        return Err(Finding::new(Code::TermEndsFirst)
            .with("time", known.of.from.unwrap_or(day))
            .into());
    }
    if known.of.to.is_some_and(|to| to <= day) {
        return Err(Code::NothingChanges.into());
    }
    case.of_book(Event::DesignationEnded(EndDesignation { day: Some(day), ..asked.clone() }));
    Ok(())
}
