//! Undo and correction: the last act is struck, what is found later is corrected; nothing is edited.

use super::super::Stamp;
use super::super::command::{Choice, Command};
use super::super::event::{Change, Count, Event, Presence, Touched};
use super::super::finding::{Code, Finding, Refusal};
use super::super::issue::is_of_house;
use super::super::scales::Beside;
use super::super::state::{Decision, Meeting, Vote, VoteState};
use super::super::tally;
use super::votes::hands_fit;
use super::{Case, count, said};
use crate::charter::{Effect, Method};
use std::collections::BTreeMap;

pub(super) fn decide(case: &mut Case) -> Result<(), Refusal> {
    match &case.request.command {
        Command::Undo => {
            let last = case.book.acts.last().ok_or_else(|| Refusal::from(Code::NothingToUndo))?;
            if !last.undoable {
                let code =
                    if is_of_house(&last.kind) { Code::UndoStopsAtPaper } else { Code::UndoStops };
                return Err(Finding::new(code).with("kind", &last.kind).into());
            }
            // With two meetings at once nobody at one desk takes back what the other entered last.
            if let Some((wanted, other)) = case.request.meeting.zip(last.meeting)
                && wanted != other
            {
                return Err(Finding::new(Code::UndoElsewhere).with("meeting", other).into());
            }
            let event = Event::Struck { from: last.from, to: last.to, what: last.kind.clone() };
            case.events.push((last.meeting, event));
            Ok(())
        }
        Command::CorrectAttendance { unit, presence, since, why } => {
            correct_attendance(case, *unit, presence, *since, why)
        }
        Command::CorrectCount { vote, yes, no, abstain, confirmed_by, why } => {
            correct_count(case, *vote, [*yes, *no, *abstain], confirmed_by, why)
        }
        Command::CorrectText { decision, old, new, leave } => {
            correct_text(case, *decision, old, new, leave)
        }
        Command::CorrectEnactment { decision, wrong, right, why } => {
            correct_enactment(case, *decision, *wrong, *right, why)
        }
        _ => Ok(()),
    }
}

fn correct_attendance(
    case: &mut Case,
    unit: u32,
    presence: &Presence,
    since: Stamp,
    why: &str,
) -> Result<(), Refusal> {
    let meeting = case.meeting()?;
    super::door::on_roll(case, meeting, unit)?;
    let why = said(why, "why")?.to_owned();
    if since > case.request.entered {
        return Err(Finding::new(Code::TimeInFuture).with("time", since.to_rfc3339()).into());
    }
    let was = meeting.attendance.get(&unit).map(|a| a.presence.clone());
    if was.as_ref() == Some(presence)
        && meeting.attendance.get(&unit).is_some_and(|a| a.since == since)
    {
        return Err(Finding::new(Code::NothingChanges).with("unit", unit).into());
    }
    let mut touched = Vec::new();
    for vote in &meeting.votes {
        if vote.opened >= since && vote.frozen.roll.contains(&unit) {
            touched.extend(touched_by_presence(meeting, vote, unit, presence.is_present()));
        }
    }
    let presence = presence.clone();
    case.of(meeting, Event::AttendanceCorrected { unit, was, presence, since, why, touched });
    Ok(())
}

/// What a vote would have been judged by if the unit had been there, or had not.
fn touched_by_presence(meeting: &Meeting, vote: &Vote, unit: u32, there: bool) -> Vec<Touched> {
    let there = there && !vote.frozen.recused.contains(&unit);
    let voters = vote.voters();
    if voters.contains(&unit) == there {
        return Vec::new();
    }
    let mut other = vote.clone();
    if there {
        other.frozen.voters.push(unit);
        other.frozen.voters.sort_unstable();
    } else {
        other.frozen.voters.retain(|u| *u != unit);
        other.frozen.proxies.retain(|u| *u != unit);
        other.admitted.retain(|u| *u != unit);
        other.calls.remove(&unit);
    }
    let mut touched = vec![entry(
        meeting,
        vote,
        "present",
        voters.len().to_string(),
        other.voters().len().to_string(),
    )];
    touched.extend(compare(meeting, vote, &other));
    touched
}

fn entry(meeting: &Meeting, vote: &Vote, what: &str, was: String, would_be: String) -> Touched {
    Touched { meeting: meeting.no, vote: vote.no, what: what.to_owned(), was, would_be }
}

/// Where two versions of a vote differ: base, votes needed, yes, verdict.
fn compare(meeting: &Meeting, vote: &Vote, other: &Vote) -> Vec<Touched> {
    if matches!(vote.state, VoteState::Void { .. }) {
        return Vec::new();
    }
    let (before, after) = (tally::verdict(vote), tally::verdict(other));
    let figures = |n: Option<u32>| n.map_or_else(|| "-".to_owned(), |n| n.to_string());
    let outcome = |carried: bool| if carried { "carried" } else { "lost" }.to_owned();
    let rows = [
        ("base", before.base.to_string(), after.base.to_string()),
        ("needed", figures(before.needed), figures(after.needed)),
        ("yes", before.tally.yes.to_string(), after.tally.yes.to_string()),
        ("verdict", outcome(before.carried), outcome(after.carried)),
    ];
    let mut touched = Vec::new();
    for (what, was, would_be) in rows {
        if was != would_be {
            touched.push(entry(meeting, vote, what, was, would_be));
        }
    }
    touched
}

/// Votes on a main motion whose wording an amendment decided, where the amendment's own outcome
/// would be the other one.
fn wording_touched(meeting: &Meeting, vote: &Vote, other: &Vote) -> Vec<Touched> {
    if tally::verdict(vote).carried == tally::verdict(other).carried {
        return Vec::new();
    }
    let amendment = meeting.motion(vote.motion);
    let Some((main, becomes)) = amendment.and_then(|m| m.amends.as_ref()) else {
        return Vec::new();
    };
    let Some(main) = meeting.motion(*main) else {
        return Vec::new();
    };
    let carried = main.texts.iter().any(|(from, _)| *from == Some(vote.motion));
    let others: Vec<&(Option<u32>, String)> =
        main.texts.iter().filter(|(from, _)| *from != Some(vote.motion)).collect();
    let without = others.last().map_or(main.proposed.as_str(), |(_, text)| text.as_str());
    let would_be = if carried { without } else { becomes.as_str() };
    let mut touched = Vec::new();
    let on_main = |v: &&Vote| v.motion == main.no && !matches!(v.state, VoteState::Void { .. });
    for decided in meeting.votes.iter().filter(on_main).filter(|v| v.opened >= vote.opened) {
        touched.push(entry(meeting, decided, "text", main.text.clone(), would_be.to_owned()));
    }
    touched
}

/// What stands beside the heads of a vote, sections summed; a correction of heads leaves it.
fn beside(vote: &Vote) -> BTreeMap<String, Beside> {
    let mut all: BTreeMap<String, Beside> = BTreeMap::new();
    for (name, sides) in tally::standing_counts(vote).into_iter().flat_map(|c| &c.by) {
        let sum = all.entry(name.clone()).or_default();
        sum.yes = sum.yes + sides.yes;
        sum.no = sum.no + sides.no;
        sum.abstain = sum.abstain + sides.abstain;
    }
    all
}

fn correct_count(
    case: &mut Case,
    vote: u32,
    [yes, no, abstain]: [u32; 3],
    confirmed_by: &str,
    why: &str,
) -> Result<(), Refusal> {
    let meeting = case.meeting()?;
    let named = meeting.vote(vote);
    let vote =
        named.ok_or_else(|| Refusal::from(Finding::new(Code::UnknownVote).with("vote", vote)))?;
    match vote.state {
        VoteState::Closed | VoteState::Declared => {}
        VoteState::Open => return Err(Finding::new(Code::VoteOpen).with("vote", vote.no).into()),
        VoteState::Void { .. } => {
            return Err(Finding::new(Code::AlreadyVoid).with("vote", vote.no).into());
        }
    }
    // Voices are corrected by calling again: a roll call has no sum of its own to mistype.
    if vote.method == Method::RollCall {
        return Err(Code::WrongMethod.into());
    }
    let confirmed_by = said(confirmed_by, "confirmed_by")?.to_owned();
    let why = said(why, "why")?.to_owned();
    let figures = tally::tally(vote);
    let was = Count {
        yes: figures.yes,
        no: figures.no,
        abstain: figures.abstain,
        section: String::new(),
        derived_from: None,
        papers: figures.papers,
        by: beside(vote),
    };
    let corrected = Count { yes, no, abstain, ..was.clone() };
    if corrected == was {
        return Err(Code::NothingChanges.into());
    }
    hands_fit(vote, &corrected)?;
    let sum = u64::from(yes) + u64::from(no) + u64::from(abstain);
    if let Some(papers) = figures.papers.filter(|p| u64::from(p.valid) != sum) {
        let found = Finding::new(Code::ChoicesDoNotAddUp)
            .with("yes", yes)
            .with("no", no)
            .with("abstain", abstain);
        return Err(found.with("valid", papers.valid).into());
    }
    let mut other = vote.clone();
    other.counts = vec![corrected.clone()];
    let mut touched = compare(meeting, vote, &other);
    touched.extend(wording_touched(meeting, vote, &other));
    let vote = vote.no;
    case.of(
        meeting,
        Event::CountCorrected { vote, was, count: corrected, confirmed_by, why, touched },
    );
    Ok(())
}

/// A slip of the pen in an adopted text. The charter's own text has no slips: changing it is an
/// amendment, whatever it is called.
fn correct_text(
    case: &mut Case,
    decision: Option<u32>,
    old: &str,
    new: &str,
    leave: &str,
) -> Result<(), Refusal> {
    let charter = case.charter()?;
    let amending = charter.matters.iter().find(|m| m.effect == Effect::Amend);
    let refusal = || {
        let clauses = amending.map(|m| m.clauses.clone()).unwrap_or_default();
        Refusal::from(Finding::new(Code::EditorialIsAmendment).citing(&clauses))
    };
    let Some(no) = decision else {
        return Err(refusal());
    };
    let known = case.book.decisions.iter().find(|d| d.no == no && !d.void);
    let known = known
        .ok_or_else(|| Refusal::from(Finding::new(Code::UnknownDecision).with("decision", no)))?;
    if charter.matter(&known.matter).is_some_and(|m| m.effect == Effect::Amend) {
        return Err(refusal());
    }
    let (old, new) = (said(old, "old")?.to_owned(), said(new, "new")?.to_owned());
    let leave = said(leave, "leave")?.to_owned();
    if !known.text.contains(&old) {
        return Err(Finding::new(Code::OldTextNotThere).with("old", old).into());
    }
    let event = Event::TextCorrected { decision: no, old, new, leave };
    case.events.push((Some(known.meeting), event));
    Ok(())
}

fn correct_enactment(
    case: &mut Case,
    decision: u32,
    wrong: u32,
    right: u32,
    why: &str,
) -> Result<(), Refusal> {
    let known = case.book.decisions.iter().find(|d| d.no == decision && !d.void);
    let known = known.ok_or_else(|| {
        Refusal::from(Finding::new(Code::UnknownDecision).with("decision", decision))
    })?;
    let on_wrong = |change: &Change| match change {
        Change::Withdrawn { unit }
        | Change::Expelled { unit }
        | Change::Warned { unit }
        | Change::Authorised { unit, .. } => *unit == wrong,
        Change::Appointed { unit, .. } => *unit == Some(wrong),
        // A unit that sits already cannot take a second seat.
        Change::Seated { units, .. } => units.contains(&wrong) && !units.contains(&right),
        _ => false,
    };
    if !known.changes.iter().any(on_wrong) {
        let found = Finding::new(Code::NotEnactedOn).with("decision", decision).with("unit", wrong);
        return Err(found.into());
    }
    super::opening::on_register(case, right)?;
    case.roll_is_free()?;
    let why = said(why, "why")?.to_owned();
    let touched = votes_since(case, known, wrong, right);
    let meeting = known.meeting;
    case.events
        .push((Some(meeting), Event::EnactmentCorrected { decision, wrong, right, why, touched }));
    Ok(())
}

/// Votes taken since a decision on a roll that was wrong about either unit: for a membership those of
/// every body, for a seat those of the body itself. Other changes stand on no roll.
fn votes_since(case: &Case, decision: &Decision, wrong: u32, right: u32) -> Vec<Touched> {
    let seated = decision.changes.iter().find_map(|change| match change {
        Change::Seated { body, units, .. } if units.contains(&wrong) => Some(body.as_str()),
        _ => None,
    });
    let left = |c: &Change| matches!(c, Change::Withdrawn { .. } | Change::Expelled { .. });
    // Who should have been on the roll, and who should not.
    let (missing, surplus) = match seated {
        Some(_) => (right, wrong),
        None if decision.changes.iter().any(left) => (wrong, right),
        None => return Vec::new(),
    };
    let own = case.book.meeting(decision.meeting);
    let decided = own.and_then(|m| m.vote(decision.vote)).map(|v| v.opened);
    let round = decision.ballot.and_then(|b| {
        let rounds = &own?.race(b.item, b.contest)?.rounds;
        rounds.iter().find(|r| r.no == b.round).map(|r| r.seq)
    });
    // A round has no time of its own: what was declared before it came before it.
    let before = |vote: &Vote| {
        decided.is_some_and(|d| vote.opened < d)
            || vote.declared.first().zip(round).is_some_and(|(d, round)| d.seq < round)
    };
    let charter = case.book.charter.as_deref();
    let mut touched = Vec::new();
    for meeting in case.book.meetings.iter().filter(|m| seated.is_none_or(|b| b == m.body)) {
        let general = charter
            .and_then(|c| c.body(&meeting.body))
            .is_some_and(|b| b.roll == crate::charter::Roll::AllMembers);
        for vote in &meeting.votes {
            let same = meeting.no == decision.meeting && vote.no == decision.vote;
            if same || before(vote) {
                continue;
            }
            let whole = general || seated.is_some();
            let lacks = whole && !vote.frozen.roll.contains(&missing);
            let has = vote.frozen.roll.contains(&surplus);
            if lacks || has {
                let mut other = vote.clone();
                other.frozen.roll.retain(|u| *u != surplus);
                other.frozen.voters.retain(|u| *u != surplus);
                other.calls.remove(&surplus);
                if lacks {
                    other.frozen.roll.push(missing);
                }
                let names = |roll: &[u32]| format!("{} / {}", count(roll), yes_of(vote, surplus));
                touched.push(entry(
                    meeting,
                    vote,
                    "base",
                    names(&vote.frozen.roll),
                    names(&other.frozen.roll),
                ));
                touched.extend(
                    compare(meeting, vote, &other).into_iter().filter(|t| t.what != "base"),
                );
            }
        }
    }
    touched
}

/// How the unit that should not have voted did, where it is known.
fn yes_of(vote: &Vote, unit: u32) -> &'static str {
    match vote.calls.get(&unit) {
        Some(Choice::Yes) => "yes",
        Some(Choice::No) => "no",
        Some(Choice::Abstain) => "abstain",
        Some(Choice::Silent) | None => "-",
    }
}
