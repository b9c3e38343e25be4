//! The door: who is there, for whom, and who withdraws from an item.

use super::super::command::Command;
use super::super::event::{Event, Letter, Presence};
use super::super::finding::{Code, Finding, Refusal};
use super::super::notice::lacking;
use super::super::state::{Attendance, Meeting, Phase, VoteState};
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
            let (there, away) = as_announced(case, meeting, &roll, except);
            if there.is_empty() && away.is_empty() {
                return Err(Code::NothingChanges.into());
            }
            let arrives = !there.is_empty();
            for (unit, presence) in &there {
                let others = there.iter().filter(|(other, _)| other < unit);
                same_person(case, *unit, presence, others.map(|(other, p)| (*other, p)));
            }
            // Those who are there first, then those who are not: each unit once.
            for (unit, presence) in there.into_iter().chain(away) {
                case.of(meeting, Event::AttendanceRecorded { unit, presence });
            }
            if arrives {
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
        _ => {
            let others = meeting.attendance.iter().filter(|(other, _)| **other != unit);
            same_person(case, unit, presence, others.map(|(other, a)| (*other, &a.presence)));
        }
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
    case: &Case,
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
    let lacking = lacking(policy, letter);
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

/// One person speaks for one unit: for two it is remarkable, and a proxy by another name.
pub(super) fn same_person<'p>(
    case: &mut Case,
    unit: u32,
    presence: &Presence,
    others: impl Iterator<Item = (u32, &'p Presence)>,
) {
    let Some(who) = person(presence) else {
        return;
    };
    let same = |(_, presence): &(u32, &Presence)| person(presence) == Some(who);
    let Some((other, _)) = others.into_iter().find(same) else {
        return;
    };
    let found = Finding::new(Code::SamePerson).with("name", who);
    case.find(found.with("unit", unit).with("other", other));
}

/// Who is there for a unit, where that was said.
fn person(presence: &Presence) -> Option<&str> {
    let who = match presence {
        Presence::InPerson { who } | Presence::Delegate { who, .. } | Presence::Online { who } => {
            who.trim()
        }
        _ => "",
    };
    Some(who).filter(|who| !who.is_empty())
}

/// A unit and where it is.
type Placed = (u32, Presence);

/// Where units without an entry are if all came but some: as they announced it, or in person; and those who
/// are away. A letter of proxy that cannot be used leaves its unit without an entry: it has not come itself.
fn as_announced(
    case: &Case,
    meeting: &Meeting,
    roll: &[u32],
    except: &[u32],
) -> (Vec<Placed>, Vec<Placed>) {
    let announced = |unit: u32| case.book.announced(meeting.no, unit);
    let (away, there): (Vec<u32>, Vec<u32>) = roll.iter().partition(|unit| except.contains(unit));
    let mut placed: Vec<Placed> = Vec::new();
    let mut letters: Vec<Placed> = Vec::new();
    for unit in there {
        match announced(unit) {
            Some(letter @ Presence::Proxy { .. }) => letters.push((unit, letter)),
            Some(presence) if presence.is_present() => placed.push((unit, presence)),
            _ => placed.push((unit, Presence::InPerson { who: String::new() })),
        }
    }
    // The holder is looked for among those who are there by then.
    let mut then = meeting.clone();
    for (unit, presence) in &placed {
        let presence = presence.clone();
        then.attendance.insert(*unit, Attendance { presence, since: case.when() });
    }
    for (unit, presence) in letters {
        if let Presence::Proxy { holder, letter } = &presence
            && proxy(case, &then, unit, *holder, letter).is_ok()
        {
            let since = case.when();
            then.attendance.insert(unit, Attendance { presence: presence.clone(), since });
            placed.push((unit, presence));
        }
    }
    let excused = |unit: u32| {
        let away = announced(unit).filter(|p| matches!(p, Presence::Excused { .. }));
        (unit, away.unwrap_or(Presence::Absent))
    };
    (placed, away.into_iter().map(excused).collect())
}

/// A unit on the roll of the body that meets.
pub(super) fn on_roll(case: &Case, meeting: &Meeting, unit: u32) -> Result<(), Refusal> {
    if case.book.roll_of(&meeting.body).contains(&unit) {
        Ok(())
    } else {
        Err(Finding::new(Code::UnknownUnit).with("unit", unit).into())
    }
}
