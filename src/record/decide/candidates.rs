//! Who may stand: members of the day, nominated as the charter asks, none twice, and nobody who counts.

use super::super::election::{Candidate, Race, Seat, Teller};
use super::super::finding::{Code, Finding, Refusal};
use super::super::state::{Meeting, Membership};
use super::election::{named_office, policy};
use super::{Case, said};
use std::collections::BTreeSet;

/// Candidates as they may stand: of a member on the roll today, nominated as the charter asks, none twice.
pub(super) fn checked(
    case: &Case,
    meeting: &Meeting,
    item: u32,
    seat: &Seat,
    candidates: &[Candidate],
) -> Result<Vec<Candidate>, Refusal> {
    let charter = case.charter()?;
    let least = policy(charter)?.nominators;
    let office = match seat {
        Seat::Office { office } => Some(named_office(charter, office)?),
        Seat::Body { .. } => None,
    };
    let nominator = office.and_then(|o| o.nominated_by.as_deref());
    let mut names = BTreeSet::new();
    let mut checked = Vec::new();
    for candidate in candidates {
        let mut candidate = candidate.clone();
        let unfit = |field: &'static str| -> Refusal {
            let found = Finding::new(Code::SubjectUnfit).with("name", &candidate.name);
            found.with("field", field).into()
        };
        let member = |unit: u32| {
            case.book.members.get(&unit).is_some_and(|m| m.standing == Membership::Member)
        };
        let Some(unit) = candidate.unit.filter(|u| member(*u)) else {
            return Err(unfit("unit"));
        };
        if matches!(seat, Seat::Body { .. }) {
            candidate.name = case.book.unit_name(unit);
        }
        candidate.name = said(&candidate.name, "name")?.to_owned();
        if !names.insert(candidate.name.clone()) {
            return Err(Finding::new(Code::CandidateTwice).with("name", &candidate.name).into());
        }
        match nominator {
            Some(office) if candidate.nominated_by.is_empty() => {
                candidate.nominated_by = office.to_owned();
            }
            Some(office) if candidate.nominated_by != office => {
                let found = Finding::new(Code::NominatorUnfit).with("name", &candidate.name);
                return Err(found.with("office", office).into());
            }
            _ => {}
        }
        let others: BTreeSet<u32> =
            candidate.nominators.iter().copied().filter(|u| *u != unit && member(*u)).collect();
        if nominator.is_none() && others.len() < usize::try_from(least).unwrap_or(usize::MAX) {
            let found = Finding::new(Code::NominatorsShort).with("name", &candidate.name);
            return Err(found.with("have", others.len()).with("needed", least).into());
        }
        checked.push(candidate);
    }
    if let Some(election) = meeting.election(item) {
        nobody_counts_who_stands(seat, &checked, &election.tellers)?;
    }
    Ok(checked)
}

/// Whoever stands may not count (Election Law of the PRC, article 43, by analogy); a unit that stands sends
/// nobody to the count.
pub(super) fn nobody_counts_who_stands(
    seat: &Seat,
    candidates: &[Candidate],
    tellers: &[Teller],
) -> Result<(), Refusal> {
    let units = matches!(seat, Seat::Body { .. });
    for teller in tellers {
        let same = |c: &&Candidate| {
            c.name == teller.name || (units && teller.unit.is_some() && c.unit == teller.unit)
        };
        if let Some(candidate) = candidates.iter().find(same) {
            let found = Finding::new(Code::CandidateCounts).with("teller", &teller.name);
            return Err(found.with("name", &candidate.name).into());
        }
    }
    Ok(())
}

/// After a tie the next round is held between the tied and nobody else.
pub(super) fn only_the_tied(race: &Race, candidates: &[Candidate]) -> Result<(), Refusal> {
    let tied: BTreeSet<&str> = race.tied().iter().map(|f| f.name.as_str()).collect();
    let stand: BTreeSet<&str> = candidates.iter().map(|c| c.name.as_str()).collect();
    if tied.is_empty() || tied == stand { Ok(()) } else { Err(Code::OnlyTheTied.into()) }
}
