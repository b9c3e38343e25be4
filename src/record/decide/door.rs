//! The door: who is there, for whom, and who withdraws from an item.

use super::super::command::Command;
use super::super::event::{Event, Letter, Presence};
use super::super::finding::{Code, Finding, Refusal};
use super::super::state::{Meeting, Phase, VoteState};
use super::agenda::{living, no_vote_open};
use super::{Case, said};

pub(super) fn decide(case: &mut Case) -> Result<(), Refusal> {
    let meeting = case.unclosed()?;
    match &case.request.command {
        Command::SignIn { unit, presence } => sign_in(case, meeting, *unit, presence),
        Command::SignInAll { except } => {
            for unit in except {
                on_roll(case, meeting, *unit)?;
            }
            let mut roll = case.book.roll_of(&meeting.body);
            roll.retain(|unit| !meeting.attendance.contains_key(unit));
            if roll.is_empty() {
                return Err(Code::NothingChanges.into());
            }
            // Those who are there first, then those who are not: each unit once.
            let (away, there): (Vec<u32>, Vec<u32>) =
                roll.iter().partition(|unit| except.contains(unit));
            for unit in &there {
                let presence = Presence::InPerson { who: String::new() };
                let unit = *unit;
                case.of(meeting, Event::AttendanceRecorded { unit, presence });
            }
            for unit in away {
                let presence = Presence::Absent;
                case.of(meeting, Event::AttendanceRecorded { unit, presence });
            }
            if !there.is_empty() {
                during_a_vote(case, meeting, true);
            }
            Ok(())
        }
        Command::Observe { name, observer } => {
            let name = said(name, "name")?.to_owned();
            if let Some(id) = observer
                && !case.charter()?.observers.iter().any(|o| o.id == *id)
            {
                return Err(Finding::new(Code::UnknownName).with("name", id).into());
            }
            case.of(meeting, Event::ObserverNoted { name, observer: observer.clone() });
            Ok(())
        }
        Command::Recuse { unit, item, why } => {
            on_roll(case, meeting, *unit)?;
            no_vote_open(meeting)?;
            let item = living(meeting, *item)?;
            if item.recused.contains_key(unit) {
                return Err(Code::NothingChanges.into());
            }
            let why = said(why, "why")?.to_owned();
            case.of(meeting, Event::Recused { unit: *unit, item: item.no, why });
            Ok(())
        }
        _ => Ok(()),
    }
}

fn sign_in(
    case: &mut Case,
    meeting: &Meeting,
    unit: u32,
    presence: &Presence,
) -> Result<(), Refusal> {
    on_roll(case, meeting, unit)?;
    let before = meeting.attendance.get(&unit).map(|a| &a.presence);
    if before == Some(presence) {
        return Err(Finding::new(Code::NothingChanges).with("unit", unit).into());
    }
    match presence {
        Presence::Proxy { holder, letter } => proxy(case, meeting, unit, *holder, letter)?,
        Presence::Left if !meeting.is_present(unit) => {
            return Err(Finding::new(Code::NothingChanges).with("unit", unit).into());
        }
        _ => {}
    }
    let was_there = meeting.is_present(unit);
    if was_there != presence.is_present() {
        during_a_vote(case, meeting, presence.is_present());
    }
    case.of(meeting, Event::AttendanceRecorded { unit, presence: presence.clone() });
    Ok(())
}

/// Those who vote are frozen at the opening; comings and goings are recorded and count from the next.
fn during_a_vote(case: &mut Case, meeting: &Meeting, arrives: bool) {
    if let Some(vote) = meeting.votes.iter().find(|v| v.state == VoteState::Open) {
        let code = if arrives { Code::ArrivedDuringVote } else { Code::LeftDuringVote };
        case.find(Finding::new(code).with("vote", vote.no));
    }
}

fn proxy(
    case: &mut Case,
    meeting: &Meeting,
    unit: u32,
    holder: u32,
    letter: &Letter,
) -> Result<(), Refusal> {
    let policy = &case.charter()?.proxy;
    let cited = policy.basis.article.clone().unwrap_or_default();
    if !policy.motions {
        return Err(Finding::new(Code::ProxyNotAllowed).citing(&cited).into());
    }
    on_roll(case, meeting, holder)?;
    let lacking: Vec<&str> = policy
        .letter
        .iter()
        .map(String::as_str)
        .filter(|part| match *part {
            "matter" => !letter.matter,
            "power" => !letter.power,
            "term" => !letter.term,
            "seal" => !letter.seal,
            _ => false,
        })
        .collect();
    if !lacking.is_empty() {
        let found = Finding::new(Code::ProxyLetterIncomplete).with("unit", unit);
        return Err(found.with("lacking", lacking.join(" ")).citing(&cited).into());
    }
    if policy.before_opening && meeting.phase != Phase::Preparing {
        return Err(Finding::new(Code::ProxyTooLate).with("unit", unit).citing(&cited).into());
    }
    let there = meeting.attendance.get(&holder).map(|a| &a.presence);
    let itself = there.is_some_and(|p| p.is_present() && !matches!(p, Presence::Proxy { .. }));
    if !itself || holder == unit {
        return Err(Finding::new(Code::ProxyHolderAbsent).with("holder", holder).into());
    }
    let held = meeting
        .attendance
        .iter()
        .filter(|(other, a)| {
            **other != unit
                && matches!(a.presence, Presence::Proxy { holder: h, .. } if h == holder)
        })
        .count();
    if held >= policy.per_holder as usize {
        let found = Finding::new(Code::ProxyLimit).with("holder", holder);
        return Err(found.with("limit", policy.per_holder).citing(&cited).into());
    }
    Ok(())
}

/// A unit on the roll of the body that meets.
pub(super) fn on_roll(case: &Case, meeting: &Meeting, unit: u32) -> Result<(), Refusal> {
    if case.book.roll_of(&meeting.body).contains(&unit) {
        Ok(())
    } else {
        Err(Finding::new(Code::UnknownUnit).with("unit", unit).into())
    }
}
