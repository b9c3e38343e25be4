//! Elections from the box to the declaration: papers numbered off, sheets summed, offices filled.

use super::super::command::{Command, RulingGiven};
use super::super::election::{
    self, Candidate, Election, Fared, Outcome, Race, Round, RoundState, Sheet,
};
use super::super::event::{Change, Effective, Event};
use super::super::finding::{Code, Finding, Refusal};
use super::super::follow::{next_document, numbered};
use super::super::state::{BallotRef, Decision, Meeting, Membership, Phase};
use super::declare::changes_of;
use super::election::race;
use super::session::book_after;
use super::sheets::{differences, sheet_fits, whole};
use super::{Case, count, said};
use crate::charter::Ruling;
use chrono::Datelike;

pub(super) fn decide(case: &mut Case) -> Result<(), Refusal> {
    match &case.request.command {
        Command::OpenBox { item, contest, recovered } => {
            open_box(case, *item, *contest, *recovered)
        }
        Command::EnterSheet { item, contest, sheet, second } => {
            enter(case, [*item, *contest], sheet, second.as_ref())
        }
        Command::CorrectSheet { .. } => correct(case),
        Command::CloseCount { item, contest } => close(case, *item, *contest),
        Command::Recount { item, contest, by, ground } => {
            recount(case, [*item, *contest], by, ground)
        }
        Command::DeclareElection { .. } => declare(case),
        Command::VoidRound { item, contest, why } => void(case, [*item, *contest], why),
        _ => Ok(()),
    }
}

/// The round being held, in one of these states.
fn round_in<'m>(
    meeting: &'m Meeting,
    [item, contest]: [u32; 2],
    states: &[RoundState],
) -> Result<(&'m Election, &'m Race, &'m Round), Refusal> {
    let race = race(meeting, item, contest)?;
    let election = super::election::planned(meeting, item)?;
    let Some(round) = race.latest() else {
        return Err(Code::NoRound.into());
    };
    if states.contains(&round.state) {
        return Ok((election, race, round));
    }
    Err(match round.state {
        RoundState::Issued => Code::BoxClosed.into(),
        RoundState::Declared => Code::NoRound.into(),
        RoundState::Counting | RoundState::Counted | RoundState::Void { .. } => {
            Finding::new(Code::RoundInHand).with("round", round.no).into()
        }
    })
}

fn open_box(case: &mut Case, item: u32, contest: u32, recovered: u32) -> Result<(), Refusal> {
    let meeting = case.in_session()?;
    let (_, _, round) = round_in(meeting, [item, contest], &[RoundState::Issued])?;
    let issued = round.papers.issued;
    if recovered > issued {
        let found = Finding::new(Code::BoxExceedsIssued).with("issued", issued);
        case.find(found.with("recovered", recovered));
        case.flag(election::RERUN);
    }
    let event = Event::BoxOpened { item, contest, round: round.no, recovered };
    case.of(meeting, event);
    Ok(())
}

fn enter(
    case: &mut Case,
    at: [u32; 2],
    sheet: &Sheet,
    second: Option<&Sheet>,
) -> Result<(), Refusal> {
    let meeting = case.unclosed()?;
    let (election, race, round) = round_in(meeting, at, &[RoundState::Counting])?;
    box_holds(round)?;
    let mut sheet = sheet.clone();
    sheet.group = sheet.group.trim().to_owned();
    sheet_fits(case, election, &race.contest, round, &sheet)?;
    let (valid, invalid) = election::counted(round);
    let so_far = valid.saturating_add(invalid);
    whole(&sheet, so_far, round.papers.recovered)?;
    if let Some(second) = second {
        let differing = differences(round, &sheet, second);
        if !differing.is_empty() {
            let found = Finding::new(Code::EntriesDiffer);
            return Err(found.with("names", differing.join("、")).into());
        }
        sheet.twice = true;
    }
    let (item, contest, round) = (at[0], at[1], round.no);
    case.of(meeting, Event::SheetEntered { item, contest, round, sheet });
    Ok(())
}

/// A box with more papers than were handed out is not counted at all.
fn box_holds(round: &Round) -> Result<(), Refusal> {
    let papers = round.papers;
    if papers.recovered > papers.issued {
        let found = Finding::new(Code::BoxMustBeVoided).with("issued", papers.issued);
        return Err(found.with("recovered", papers.recovered).into());
    }
    Ok(())
}

fn correct(case: &mut Case) -> Result<(), Refusal> {
    let Command::CorrectSheet { item, contest, place, sheet, confirmed_by, why } =
        &case.request.command
    else {
        return Ok(());
    };
    let meeting = case.meeting()?;
    let states = [RoundState::Counting, RoundState::Counted, RoundState::Declared];
    let race = meeting.race(*item, *contest);
    let known = race.and_then(|race| Some((meeting.election(*item)?, race, race.latest()?)));
    let Some((election, race, round)) = known.filter(|(_, _, r)| states.contains(&r.state)) else {
        return Err(Code::NoRound.into());
    };
    let index = usize::try_from(*place).unwrap_or(0).wrapping_sub(1);
    let Some(was) = round.sheets.get(index) else {
        return Err(Finding::new(Code::UnknownSheet).with("sheet", place).into());
    };
    let confirmed_by = said(confirmed_by, "confirmed_by")?.to_owned();
    let why = said(why, "why")?.to_owned();
    let sheet = Sheet { twice: false, ..sheet.clone() };
    if sheet == (Sheet { twice: false, ..was.clone() }) {
        return Err(Code::NothingChanges.into());
    }
    sheet_fits(case, election, &race.contest, round, &sheet)?;
    let (valid, invalid) = election::counted(round);
    let others = valid.saturating_add(invalid).saturating_sub(was.papers());
    whole(&sheet, others, round.papers.recovered)?;
    let (round, was) = (round.no, was.clone());
    let event = Event::SheetCorrected {
        item: *item,
        contest: *contest,
        round,
        place: *place,
        was,
        sheet,
        confirmed_by,
        why,
    };
    case.of(meeting, event);
    Ok(())
}

fn close(case: &mut Case, item: u32, contest: u32) -> Result<(), Refusal> {
    let meeting = case.meeting()?;
    let (_, race, round) = round_in(meeting, [item, contest], &[RoundState::Counting])?;
    let (valid, invalid) = election::counted(round);
    let counted = valid.saturating_add(invalid);
    let papers = round.papers;
    if papers.recovered <= papers.issued && counted < papers.recovered {
        let found = Finding::new(Code::PapersUncounted).with("counted", counted);
        return Err(found.with("recovered", papers.recovered).into());
    }
    let outcome = election::outcome(round, race.contest.marks);
    for flag in &outcome.flags {
        case.flag(flag);
    }
    let round = round.no;
    case.of(meeting, Event::RoundCounted { item, contest, round, outcome });
    Ok(())
}

fn recount(case: &mut Case, at: [u32; 2], by: &str, ground: &str) -> Result<(), Refusal> {
    let meeting = case.unclosed()?;
    let states = [RoundState::Counting, RoundState::Counted];
    let (_, _, round) = round_in(meeting, at, &states)?;
    box_holds(round)?;
    if round.sheets.is_empty() {
        return Err(Code::NothingCounted.into());
    }
    let (by, ground) = (said(by, "by")?.to_owned(), ground.to_owned());
    let (item, contest, round) = (at[0], at[1], round.no);
    case.of(meeting, Event::RoundRecounted { item, contest, round, by, ground });
    Ok(())
}

fn declare(case: &mut Case) -> Result<(), Refusal> {
    let Command::DeclareElection { item, contest, ruling, written_in, text } =
        &case.request.command
    else {
        return Ok(());
    };
    let meeting = case.meeting()?;
    let race = meeting.race(*item, *contest);
    let known = race.and_then(|race| Some((meeting.election(*item)?, race, race.latest()?)));
    let Some((election, race, round)) = known.filter(|(_, _, r)| r.state == RoundState::Counted)
    else {
        return Err(Code::NothingToDeclare.into());
    };
    let mut outcome = election::outcome(round, race.contest.marks);
    rule(&mut outcome, ruling.as_ref())?;
    let mut elected = Vec::new();
    for fared in outcome.elected.iter().filter_map(|place| outcome.fared.get(*place)) {
        elected.push(established(case, fared, round, written_in)?);
    }
    for flag in &outcome.flags {
        case.flag(flag);
    }
    let ballot = BallotRef { item: *item, contest: *contest, round: round.no };
    let standing =
        case.book.decisions.iter().find(|d| d.meeting == meeting.no && d.ballot == Some(ballot));
    let (decision, number) = match (elected.is_empty(), standing) {
        (true, _) => (None, None),
        (false, Some(standing)) => (Some(standing.no), Some(standing.number.clone())),
        (false, None) => {
            let pattern = &case.charter()?.identity.doc_number;
            let year = meeting.date.year();
            let number = numbered(pattern, year, next_document(case.book, year));
            (Some(count(&case.book.decisions) + 1), Some(number))
        }
    };
    let text = match decision {
        Some(_) => said(text, "text")?.to_owned(),
        None => String::new(),
    };
    // What an earlier declaration did is taken back first, also where most of it is done again.
    if let Some(standing) = standing {
        take_back(case, meeting, standing);
    }
    case.of(
        meeting,
        Event::RoundDeclared {
            item: *item,
            contest: *contest,
            round: round.no,
            outcome,
            elected,
            ruling: ruling.clone(),
            text,
            decision,
            number,
        },
    );
    let due = match election.plan.pass {
        Effective::Now => true,
        Effective::AfterClose => meeting.phase == Phase::Closed,
        Effective::On(day) => day <= case.when().date_naive(),
    };
    if let Some(no) = decision.filter(|_| due) {
        let book = book_after(case);
        let changes = book.decisions.iter().find(|d| d.no == no).map(|d| changes_of(&book, d));
        for change in changes.unwrap_or_default() {
            case.of(meeting, Event::Enacted { decision: no, change });
        }
    }
    Ok(())
}

/// Those who have the share exactly are elected, or not, by the presider's ruling where the charter leaves it.
fn rule(outcome: &mut Outcome, ruling: Option<&RulingGiven>) -> Result<(), Refusal> {
    let open = outcome.elected.iter().chain(&outcome.again);
    let exact = open
        .filter_map(|place| outcome.fared.get(*place))
        .find(|f| f.exact && f.reached)
        .map(|f| f.votes.yes);
    match (ruling, outcome.ruling, exact) {
        (None, Ruling::Required, Some(yes)) => {
            let found = Finding::new(Code::RulingRequired).with("yes", yes);
            Err(found.with("base", outcome.base).into())
        }
        (None, ..) => Ok(()),
        (Some(_), Ruling::None, _) | (Some(_), _, None) => Err(Code::RulingContradicts.into()),
        (Some(given), _, Some(_)) => {
            said(&given.reason, "reason")?;
            if given.carried {
                return Ok(());
            }
            let fared = &mut outcome.fared;
            fared.iter_mut().filter(|f| f.exact).for_each(|f| f.reached = false);
            let out = |place: &usize| fared.get(*place).is_some_and(|f| f.exact);
            outcome.elected.retain(|place| !out(place));
            outcome.again.retain(|place| !out(place));
            let filled = u32::try_from(outcome.elected.len()).unwrap_or(u32::MAX);
            outcome.vacant = outcome.seats.saturating_sub(filled);
            outcome.flags.retain(|f| f != election::TIE || !outcome.again.is_empty());
            let short = if filled == 0 { election::NOBODY } else { election::SHORTFALL };
            if outcome.again.is_empty() {
                outcome.flags.push(short.to_owned());
            }
            Ok(())
        }
    }
}

/// Somebody elected, with the member he or she comes from; of a name written in that is established first.
fn established(
    case: &Case,
    fared: &Fared,
    round: &Round,
    written_in: &[Candidate],
) -> Result<Candidate, Refusal> {
    let stood = round.candidates.iter().chain(written_in).find(|c| c.name == fared.name);
    let member =
        |unit: u32| case.book.members.get(&unit).is_some_and(|m| m.standing == Membership::Member);
    match stood.filter(|c| !fared.written_in || c.unit.is_some_and(member)) {
        Some(candidate) => Ok(candidate.clone()),
        None => Err(Finding::new(Code::WriteInUnknown).with("name", &fared.name).into()),
    }
}

fn take_back(case: &mut Case, meeting: &Meeting, decision: &Decision) {
    for change in decision.changes.iter().rev() {
        let change = Change::Undone { of: Box::new(change.clone()) };
        case.of(meeting, Event::Enacted { decision: decision.no, change });
    }
}

fn void(case: &mut Case, [item, contest]: [u32; 2], why: &str) -> Result<(), Refusal> {
    let meeting = case.meeting()?;
    let round = meeting.race(item, contest).and_then(Race::latest);
    let round = round.ok_or_else(|| Refusal::from(Code::NoRound))?;
    let why = said(why, "why")?.to_owned();
    let ballot = BallotRef { item, contest, round: round.no };
    let standing = case
        .book
        .decisions
        .iter()
        .find(|d| d.meeting == meeting.no && d.ballot == Some(ballot) && !d.void);
    if let Some(standing) = standing {
        take_back(case, meeting, standing);
    }
    let round = round.no;
    case.of(meeting, Event::RoundVoided { item, contest, round, why });
    Ok(())
}
