//! Reviews of members, and permits taken back.

use super::super::cases::{EndPermit, NewCase, ReviewMember, ReviewRest, unreviewed};
use super::super::command::Command;
use super::super::event::{Event, Subject};
use super::super::finding::{Code, Finding, Refusal};
use super::cases::{in_list, kept, open_following, past, unknown};
use super::opening::on_register;
use super::{Case, said};
use chrono::Datelike;

pub(super) fn decide(case: &mut Case) -> Result<(), Refusal> {
    match &case.request.command {
        Command::EndPermit(end) => end_permit(case, end),
        Command::ReviewMember(review) => review_one(case, review),
        Command::ReviewRest(rest) => review_rest(case, rest),
        _ => Ok(()),
    }
}

fn end_permit(case: &mut Case, end: &EndPermit) -> Result<(), Refusal> {
    let known = case.book.permits.iter().find(|p| p.permit.permit == end.permit && !p.void);
    let known = known.ok_or_else(|| {
        Refusal::from(Finding::new(Code::UnknownPermit).with("permit", end.permit))
    })?;
    let day = past(case, end.day)?;
    if known.ended.is_some() || !known.holds(day) {
        return Err(Code::NothingChanges.into());
    }
    let why = said(&end.why, "why")?.to_owned();
    case.of_book(Event::PermitEnded(EndPermit { permit: end.permit, day: Some(day), why }));
    Ok(())
}

fn year_to_review(case: &Case, year: i32) -> Result<(), Refusal> {
    if case.charter()?.review.is_none() {
        return Err(Code::NoReview.into());
    }
    if year > case.request.entered.date_naive().year() {
        return Err(Finding::new(Code::TimeInFuture).with("time", year).into());
    }
    Ok(())
}

fn review_one(case: &mut Case, asked: &ReviewMember) -> Result<(), Refusal> {
    year_to_review(case, asked.year)?;
    on_register(case, asked.unit)?;
    kept(case, asked.document)?;
    let charter = case.charter()?;
    let Some(review) = &charter.review else { return Err(Code::NoReview.into()) };
    in_list(&charter.duties, &asked.names)?;
    let chosen = match &asked.outcome {
        Some(id) => review.outcomes.iter().find(|o| o.id == *id).ok_or_else(|| unknown(id))?,
        None => review.outcomes.first().ok_or_else(|| unknown(""))?,
    };
    let day = past(case, asked.day)?;
    if chosen.until && asked.until.is_none() {
        return Err(Finding::new(Code::TextMissing).with("field", "until").into());
    }
    if chosen.until || chosen.opens.is_some() {
        said(&asked.note, "why")?;
    }
    let made = ReviewMember { outcome: Some(chosen.id.clone()), day: Some(day), ..asked.clone() };
    case.of_book(Event::MemberReviewed(made));
    if let Some(opens) = &chosen.opens {
        let new = NewCase {
            procedure: opens.clone(),
            subject: Subject { unit: Some(asked.unit), ..Subject::default() },
            text: asked.note.clone(),
            names: asked.names.clone(),
            day: Some(day),
            ..NewCase::default()
        };
        open_following(case, new)?;
    }
    Ok(())
}

/// All members not reviewed yet pass: the ordinary end, in one act.
fn review_rest(case: &mut Case, rest: &ReviewRest) -> Result<(), Refusal> {
    year_to_review(case, rest.year)?;
    let review = case.charter()?.review.as_ref();
    let ordinary = review.and_then(|r| r.outcomes.first()).map(|o| o.id.clone());
    let units = unreviewed(case.book, rest.year);
    if units.is_empty() {
        return Err(Code::NothingChanges.into());
    }
    let day = past(case, rest.day)?;
    for unit in units {
        case.of_book(Event::MemberReviewed(ReviewMember {
            year: rest.year,
            unit,
            outcome: ordinary.clone(),
            note: rest.note.clone(),
            day: Some(day),
            ..ReviewMember::default()
        }));
    }
    Ok(())
}
