//! Sheets before they are taken in: as many papers as the box held, marked as the rules allow, read alike twice.

use super::super::election::{Contest, Election, Marks, Round, Seat, Sheet, Sum};
use super::super::finding::{Code, Finding, Refusal};
use super::election::write_ins;
use super::{Case, said};
use crate::charter::{Blank, WriteIns};

/// Fewest papers on a sheet that does not hold all of them: the sums of a paper or two would show how they were
/// marked.
pub const LEAST_BATCH: u32 = 5;

/// Not more papers than the box held, and never so few that they show how they were marked.
pub(super) fn whole(sheet: &Sheet, others: u32, recovered: u32) -> Result<(), Refusal> {
    let papers = sheet.papers();
    let sum = u64::from(sheet.valid) + u64::from(sheet.invalid) + u64::from(others);
    if papers == 0 {
        return Err(Finding::new(Code::TextMissing).with("field", "valid").into());
    }
    if sum > u64::from(recovered) {
        let found = Finding::new(Code::SheetsExceedBox).with("counted", sum);
        return Err(found.with("recovered", recovered).into());
    }
    let left = u64::from(recovered).saturating_sub(sum);
    let all = others == 0 && left == 0;
    let remainder = left > 0 && left < u64::from(LEAST_BATCH);
    if !all && (papers < LEAST_BATCH || remainder) {
        let found = Finding::new(Code::BatchTooSmall).with("papers", papers);
        return Err(found.with("left", left).with("least", LEAST_BATCH).into());
    }
    Ok(())
}

/// The sums are those of so many papers, marked as the rules allow.
pub(super) fn sheet_fits(
    case: &Case,
    election: &Election,
    contest: &Contest,
    round: &Round,
    sheet: &Sheet,
) -> Result<(), Refusal> {
    if sheet.votes.len() != round.candidates.len() {
        let found = Finding::new(Code::SheetShape).with("have", sheet.votes.len());
        return Err(found.with("needed", round.candidates.len()).into());
    }
    let valid = u64::from(sheet.valid);
    let (mut yes, mut no) = (0_u64, 0_u64);
    for (candidate, sum) in round.candidates.iter().zip(&sheet.votes) {
        let all = u64::from(sum.yes) + u64::from(sum.no) + u64::from(sum.abstain);
        let fits = match contest.marks {
            Marks::Each => all == valid,
            Marks::Pick => sum.no == 0 && sum.abstain == 0 && u64::from(sum.yes) <= valid,
        };
        if !fits {
            let found = Finding::new(Code::MarksDoNotAddUp).with("name", &candidate.name);
            return Err(found.with("sum", all).with("valid", valid).into());
        }
        yes += u64::from(sum.yes);
        no += u64::from(sum.no);
    }
    let written: u64 = sheet.written_in.iter().map(|w| u64::from(w.yes)).sum();
    if written > 0 {
        written_in(case, election, contest, round, sheet)?;
        if write_ins(election, contest) == WriteIns::Against
            && contest.marks == Marks::Each
            && written > no
        {
            let found = Finding::new(Code::WriteInsExceed).with("written_in", written);
            return Err(found.with("no", no).into());
        }
    }
    // More names than seats make the whole paper invalid, so the marks never exceed papers by seats.
    if yes + written > valid * u64::from(round.seats) {
        let found = Finding::new(Code::MarksExceedSeats).with("marks", yes + written);
        return Err(found.with("valid", valid).with("seats", round.seats).into());
    }
    let unmarked_is_void = election.plan.blank == Blank::Invalid && contest.marks == Marks::Pick;
    if unmarked_is_void && yes + written < valid {
        let found = Finding::new(Code::BlankIsInvalid).with("marks", yes + written);
        return Err(found.with("valid", valid).into());
    }
    Ok(())
}

fn written_in(
    case: &Case,
    election: &Election,
    contest: &Contest,
    round: &Round,
    sheet: &Sheet,
) -> Result<(), Refusal> {
    if let Seat::Office { office } = &contest.seat
        && let Some(office) = case.charter()?.office(office)
        && let Some(nominator) = office.nominated_by.as_deref()
    {
        let found = Finding::new(Code::WriteInVoid).named(format!("{nominator}_nomination"));
        let article = office.basis.article.clone().unwrap_or_default();
        return Err(found.with("office", &office.id).citing(&article).into());
    }
    if write_ins(election, contest) == WriteIns::None {
        return Err(Code::WriteInNotAllowed.into());
    }
    for name in &sheet.written_in {
        said(&name.name, "name")?;
        if round.candidates.iter().any(|c| c.name == name.name) {
            return Err(Finding::new(Code::CandidateTwice).with("name", &name.name).into());
        }
    }
    Ok(())
}

/// What two entries of the same papers do not agree on.
pub fn differences(round: &Round, first: &Sheet, second: &Sheet) -> Vec<String> {
    let mut differing = Vec::new();
    if first.valid != second.valid || first.invalid != second.invalid {
        differing.push("valid".to_owned());
    }
    let none = Sum::default();
    for (place, candidate) in round.candidates.iter().enumerate() {
        let of = |sheet: &Sheet| sheet.votes.get(place).copied().unwrap_or(none);
        if of(first) != of(second) {
            differing.push(candidate.name.clone());
        }
    }
    let names = first.written_in.iter().chain(&second.written_in).map(|w| &w.name);
    let votes = |sheet: &Sheet, name: &str| {
        sheet.written_in.iter().find(|w| w.name == name).map_or(0, |w| w.yes)
    };
    for name in names {
        if votes(first, name) != votes(second, name) && !differing.contains(name) {
            differing.push(name.clone());
        }
    }
    differing
}
