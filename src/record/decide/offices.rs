//! Offices and seats filled by a decision: who comes, who goes, and until when.

use super::super::event::{Change, Effective, Subject};
use super::super::state::Holder;
use super::super::state::{Book, Decision, Meeting};
use super::count;
use super::motions::last_day;
use crate::charter::Charter;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// What an election, a confirmation or an appointment changes in the book.
pub(super) fn filled(
    book: &Book,
    charter: &Charter,
    meeting: &Meeting,
    decision: &Decision,
) -> Vec<Change> {
    let election = decision.ballot.and_then(|b| meeting.election(b.item));
    let race = decision.ballot.and_then(|b| meeting.race(b.item, b.contest));
    let pass = match election {
        Some(election) => election.plan.pass,
        None => meeting.motion(decision.motion).map_or(Effective::Now, |m| m.effective),
    };
    let day = match pass {
        Effective::On(day) => day,
        Effective::Now | Effective::AfterClose => meeting.date,
    };
    // A later round of a renewal adds to those its first round seated.
    let adds = race.is_some_and(|r| {
        let earlier = r.rounds.iter().filter(|x| decision.ballot.is_some_and(|b| x.no < b.round));
        r.contest.by_election || earlier.into_iter().any(|x| !x.declared.is_empty())
    });
    let mut changes = Vec::new();
    let mut offices: Vec<&str> = Vec::new();
    for subject in &decision.subjects {
        if let Some(office) = subject.office.as_deref().filter(|o| !offices.contains(o)) {
            offices.push(office);
            let renewed = race.is_some() && !adds;
            changes.extend(ended(book, charter, decision, office, day, renewed));
        }
    }
    for subject in &decision.subjects {
        changes.extend(appointed(charter, subject, day));
    }
    let seated: Vec<&Subject> = decision.subjects.iter().filter(|s| s.body.is_some()).collect();
    if let Some(body) = seated.first().and_then(|s| s.body.clone()) {
        let was = book.seats.get(&body).cloned().unwrap_or_default();
        let mut units: BTreeSet<u32> = seated.iter().filter_map(|s| s.unit).collect();
        if adds {
            units.extend(&was);
        }
        let begun_before = book.standings.get(&body).and_then(|s| s.term_begun);
        let begun = Some(day).filter(|_| !adds);
        let units = units.into_iter().collect();
        changes.push(Change::Seated { body, units, was, begun, begun_before });
    }
    changes
}

/// Holders whose time ends: all of them at a renewal, else as many as there is no seat left for.
fn ended(
    book: &Book,
    charter: &Charter,
    decision: &Decision,
    office: &str,
    day: NaiveDate,
    renewed: bool,
) -> Vec<Change> {
    let held: Vec<&Holder> = book
        .holders_of(office, day)
        .into_iter()
        .filter(|h| h.decision != Some(decision.no))
        .collect();
    let coming: Vec<&Subject> =
        decision.subjects.iter().filter(|s| s.office.as_deref() == Some(office)).collect();
    let seats = charter.office(office).and_then(|o| o.seats);
    let all = count(&held).saturating_add(count(&coming));
    let leave = match seats {
        _ if renewed => count(&held),
        Some(seats) => all.saturating_sub(seats).min(count(&held)),
        None => 0,
    };
    let eve = day.pred_opt().unwrap_or(day);
    held.into_iter()
        .take(usize::try_from(leave).unwrap_or(usize::MAX))
        .map(|h| Change::Ended {
            office: office.to_owned(),
            name: h.name.clone(),
            to: eve,
            was: h.to,
        })
        .collect()
}

fn appointed(charter: &Charter, subject: &Subject, day: NaiveDate) -> Option<Change> {
    let office = subject.office.clone()?;
    let from = subject.from.unwrap_or(day);
    let years = charter.office(&office).and_then(|o| o.term_years);
    let to = subject.to.or_else(|| years.map(|years| last_day(from, years)));
    Some(Change::Appointed {
        office,
        name: subject.name.clone(),
        unit: subject.unit,
        from: Some(from),
        to,
    })
}
