//! Carrying decisions out: who is charged, and what is reported; done is said only with proof.

use super::super::command::Command;
use super::super::event::Event;
use super::super::finding::{Code, Finding, Refusal};
use super::super::follow::{self, Assignment, Owner, Progress, Report};
use super::super::state::Decision;
use super::opening::on_register;
use super::{Case, said};

pub(super) fn decide(case: &mut Case) -> Result<(), Refusal> {
    match &case.request.command {
        Command::AssignDecision(wanted) => assign(case, wanted),
        Command::ReportProgress(report) => progress(case, report),
        _ => Ok(()),
    }
}

/// A decision that stands.
fn standing<'a>(case: &Case<'a>, no: u32) -> Result<&'a Decision, Refusal> {
    let known = follow::decision(case.book, no).filter(|d| !d.void);
    known.ok_or_else(|| Finding::new(Code::UnknownDecision).with("decision", no).into())
}

fn assign(case: &mut Case, wanted: &Assignment) -> Result<(), Refusal> {
    let decision = standing(case, wanted.decision)?;
    let wanted = Assignment {
        owner: owner(case, &wanted.owner)?,
        task: wanted.task.trim().to_owned(),
        ..wanted.clone()
    };
    let known = follow::follow_up(case.book, decision.no);
    if known.is_some_and(|f| f.progress.is_settled()) {
        return Err(Finding::new(Code::DecisionSettled).with("decision", decision.no).into());
    }
    if known.and_then(|f| f.assigned.as_ref()) == Some(&wanted) {
        return Err(Code::NothingChanges.into());
    }
    let taken = case.book.meeting(decision.meeting).map(|m| m.date);
    if let (Some(due), Some(taken)) = (wanted.due, taken)
        && due < taken
    {
        let found = Finding::new(Code::DueBeforeDecision).with("decision", decision.no);
        return Err(found.with("last", taken).into());
    }
    case.of_book(Event::DecisionAssigned(wanted));
    Ok(())
}

fn owner(case: &Case, owner: &Owner) -> Result<Owner, Refusal> {
    let unknown = |name: &str| Refusal::from(Finding::new(Code::UnknownName).with("name", name));
    match owner {
        Owner::Office { office } => {
            case.charter()?.office(office).ok_or_else(|| unknown(office))?;
        }
        Owner::Body { body } => {
            case.body(body)?;
        }
        Owner::Unit { unit } => on_register(case, *unit)?,
        Owner::Other { name } => {
            return Ok(Owner::Other { name: said(name, "owner")?.to_owned() });
        }
    }
    Ok(owner.clone())
}

fn progress(case: &mut Case, report: &Report) -> Result<(), Refusal> {
    let decision = standing(case, report.decision)?;
    let note = report.note.trim().to_owned();
    if let Some(no) = report.document
        && !case.book.documents.iter().any(|d| d.no == no)
    {
        return Err(Finding::new(Code::UnknownPaper).with("document", no).into());
    }
    let shown = !note.is_empty() || report.document.is_some();
    let was = follow::follow_up(case.book, decision.no).map(|f| f.progress).unwrap_or_default();
    match report.status {
        Progress::Done if !shown => {
            return Err(Finding::new(Code::ProofMissing).with("decision", decision.no).into());
        }
        Progress::Dropped => drop(said(&note, "why")?),
        // What was settled is taken up again openly, with a reason.
        Progress::Open | Progress::UnderWay if was.is_settled() => drop(said(&note, "why")?),
        _ => {}
    }
    if was == report.status && !shown {
        return Err(Code::NothingChanges.into());
    }
    case.of_book(Event::ProgressReported(Report { note, ..report.clone() }));
    Ok(())
}
