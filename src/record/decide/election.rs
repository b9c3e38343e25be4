//! Elections up to the box: the plan, the rules, who counts, who stands, and the papers handed out.

use super::super::command::Command;
use super::super::election::{Adopts, Contest, Election, Marks, Plan, Race, Seat};
use super::super::event::{Event, Presence};
use super::super::finding::{Code, Finding, Refusal};
use super::super::state::{ItemState, Meeting, MotionState};
use super::agenda::{living, no_vote_open};
use super::candidates::{checked, nobody_counts_who_stands, only_the_tied};
use super::motions::{Power, next_motion, power};
use super::opening::cap_finding;
use super::votes::{freeze_by, quorum};
use super::{Case, count, said};
use crate::charter::{Charter, Effect, ElectionPolicy, Filling, Matter, Office, Route, WriteIns};
use std::collections::BTreeSet;

pub(super) fn decide(case: &mut Case) -> Result<(), Refusal> {
    match &case.request.command {
        Command::PrepareElection { .. } => prepare(case),
        Command::ProposeRules { item, text, mover } => {
            propose(case, *item, Adopts::Rules, text, mover)
        }
        Command::ProposeTellers { item, tellers, text, mover } => {
            let meeting = case.in_session()?;
            let election = planned(meeting, *item)?;
            for teller in tellers {
                said(&teller.name, "name")?;
            }
            if tellers.is_empty() {
                return Err(Finding::new(Code::TextMissing).with("field", "tellers").into());
            }
            for race in &election.races {
                nobody_counts_who_stands(&race.contest.seat, &race.contest.candidates, tellers)?;
            }
            let event = Event::TellersNamed { item: *item, tellers: tellers.clone() };
            case.of(meeting, event);
            propose(case, *item, Adopts::Tellers, text, mover)
        }
        Command::SetCandidates { item, contest, candidates } => {
            let meeting = case.unclosed()?;
            let race = race(meeting, *item, *contest)?;
            if let Some(round) = race.in_hand() {
                return Err(Finding::new(Code::RoundInHand).with("round", round.no).into());
            }
            let candidates = checked(case, meeting, *item, &race.contest.seat, candidates)?;
            only_the_tied(race, &candidates)?;
            if candidates == race.contest.candidates {
                return Err(Code::NothingChanges.into());
            }
            case.of(meeting, Event::CandidatesSet { item: *item, contest: *contest, candidates });
            Ok(())
        }
        Command::IssueBallots { item, contest, printed, issued } => {
            issue(case, *item, *contest, *printed, *issued)
        }
        _ => Ok(()),
    }
}

/// The charter's way of holding elections; there is one wherever the charter elects anything.
pub(super) fn policy(charter: &Charter) -> Result<&ElectionPolicy, Refusal> {
    charter.elections.as_ref().ok_or_else(|| Code::NoElectionPlanned.into())
}

/// The election planned under an item.
pub(super) fn planned(meeting: &Meeting, item: u32) -> Result<&Election, Refusal> {
    living(meeting, item)?;
    let found = meeting.election(item);
    found.ok_or_else(|| Finding::new(Code::NoElectionPlanned).with("item", item).into())
}

/// A contest of it, by its number from 1.
pub(super) fn race(meeting: &Meeting, item: u32, contest: u32) -> Result<&Race, Refusal> {
    planned(meeting, item)?;
    let found = meeting.race(item, contest);
    found.ok_or_else(|| Finding::new(Code::UnknownContest).with("contest", contest).into())
}

/// The matter a seat is filled under, and the route by which this body may: what the charter has nominated and
/// appointed is voted on as an appointment, also when it stands in one sitting with an election.
pub(super) fn route<'c>(
    case: &Case,
    charter: &'c Charter,
    meeting: &Meeting,
    item: u32,
    seat: &Seat,
) -> Result<(&'c Matter, &'c Route), Refusal> {
    let of_item = meeting.item(item).and_then(|i| i.new.matter.as_deref());
    let elected = of_item.and_then(|id| charter.matter(id)).filter(|m| m.effect == Effect::Elect);
    let Some(elected) = elected else {
        let name = of_item.unwrap_or_default();
        return Err(Finding::new(Code::NotAnElection).with("name", name).into());
    };
    let granted = power(case.book, charter, &meeting.body, elected);
    if let Power::Refused(finding) = granted {
        return Err((*finding).into());
    }
    let appointed = match seat {
        Seat::Office { office } => {
            let office = named_office(charter, office)?;
            if office.chosen_by != meeting.body && elected.confirm.is_none() {
                let found = Finding::new(Code::OtherBody).with("matter", &elected.id);
                let mut found = found.with("body", &meeting.body).citing(&elected.clauses);
                found.routes = vec![office.chosen_by.clone()];
                return Err(found.into());
            }
            office.by == Filling::Appointment
        }
        Seat::Body { body } => {
            case.body(body)?;
            false
        }
    };
    let matter = if appointed {
        let by = |m: &&Matter| {
            m.effect == Effect::Appoint && m.routes.iter().any(|r| r.body == meeting.body)
        };
        charter.matters.iter().find(by).unwrap_or(elected)
    } else {
        elected
    };
    match power(case.book, charter, &meeting.body, matter) {
        Power::Granted(route) => Ok((matter, route)),
        Power::Refused(finding) => Err((*finding).into()),
    }
}

pub(super) fn named_office<'c>(charter: &'c Charter, id: &str) -> Result<&'c Office, Refusal> {
    charter.office(id).ok_or_else(|| Finding::new(Code::UnknownName).with("name", id).into())
}

fn prepare(case: &mut Case) -> Result<(), Refusal> {
    let Command::PrepareElection { item, contests, legend, blank, write_ins, proxies, pass } =
        &case.request.command
    else {
        return Ok(());
    };
    let meeting = case.unclosed()?;
    living(meeting, *item)?;
    let charter = case.charter()?;
    let policy = policy(charter)?;
    if let Some(known) = meeting.election(*item)
        && (known.adopted.is_some() || rules_pending(meeting, *item))
    {
        return Err(Code::RulesAdopted.into());
    }
    if contests.is_empty() {
        return Err(Finding::new(Code::TextMissing).with("field", "contests").into());
    }
    let mut seats: BTreeSet<&Seat> = BTreeSet::new();
    let mut papers = Vec::new();
    for contest in contests {
        if !seats.insert(&contest.seat) {
            return Err(Finding::new(Code::CandidateTwice).with("name", contest.seat.id()).into());
        }
        papers.push(paper(case, charter, meeting, *item, contest)?);
    }
    let plan = Plan {
        contests: papers,
        legend: legend.clone().unwrap_or_else(|| policy.legend.clone()),
        blank: blank.unwrap_or(policy.blank),
        write_ins: write_ins.unwrap_or(policy.write_ins),
        proxies: *proxies,
        pass: *pass,
    };
    if meeting.election(*item).is_some_and(|known| known.plan == plan) {
        return Err(Code::NothingChanges.into());
    }
    case.of(meeting, Event::ElectionPlanned { item: *item, plan });
    Ok(())
}

/// One paper as it may be planned.
fn paper(
    case: &mut Case,
    charter: &Charter,
    meeting: &Meeting,
    item: u32,
    contest: &Contest,
) -> Result<Contest, Refusal> {
    let (matter, _) = route(case, charter, meeting, item, &contest.seat)?;
    if contest.seats == 0 {
        return Err(Finding::new(Code::TextMissing).with("field", "seats").into());
    }
    let mut paper = contest.clone();
    match &contest.seat {
        Seat::Office { office } => {
            let office = named_office(charter, office)?;
            let held = count(&case.book.holders_of(&office.id, meeting.date));
            let held = if contest.by_election { held } else { 0 };
            let too_many = |seats: u32| held.saturating_add(contest.seats) > seats;
            if let Some(most) = office.seats.filter(|s| too_many(*s)) {
                let found = Finding::new(Code::TooManySeats).with("name", &office.id);
                let found = found.with("seats", contest.seats).with("most", most);
                return Err(found.citing(&office.basis.article.clone().unwrap_or_default()).into());
            }
            if matter.effect == Effect::Appoint {
                // Nominated, then voted on one by one: nobody else's name can be on the paper.
                paper.marks = Marks::Each;
                paper.write_ins = Some(WriteIns::None);
            }
        }
        Seat::Body { body } => {
            let known = case.body(body)?;
            let held = if contest.by_election { count(&case.book.roll_of(body)) } else { 0 };
            let seats = held.saturating_add(contest.seats);
            let members = count(&case.book.roll());
            if let Some(cap) =
                known.size_cap.as_ref().filter(|cap| !cap.share.met(cap.cmp, seats, members))
            {
                let found = cap_finding(Code::SizeCapExceeded, body, seats, members, cap);
                case.find(found);
            }
        }
    }
    if !contest.candidates.is_empty() {
        paper.candidates = checked(case, meeting, item, &contest.seat, &contest.candidates)?;
    }
    Ok(paper)
}

fn rules_pending(meeting: &Meeting, item: u32) -> bool {
    let pending = |m: &&super::super::state::Motion| {
        m.item == item && m.adopts == Some(Adopts::Rules) && m.state == MotionState::Pending
    };
    meeting.motions.iter().any(|m| pending(&m))
}

/// Moves that the rules, or those who count, be adopted: the meeting's own affair, by show of hands.
fn propose(
    case: &mut Case,
    item: u32,
    adopts: Adopts,
    text: &str,
    mover: &str,
) -> Result<(), Refusal> {
    let meeting = case.in_session()?;
    no_vote_open(meeting)?;
    let election = planned(meeting, item)?;
    if meeting.item(item).is_none_or(|i| i.state != ItemState::Open) {
        return Err(Finding::new(Code::NoItem).with("item", item).into());
    }
    let waits = meeting.motions.iter().find(|m| m.item == item && m.state == MotionState::Pending);
    if let Some(motion) = waits {
        return Err(Finding::new(Code::MotionPending).with("motion", motion.no).into());
    }
    if adopts == Adopts::Rules && election.adopted.is_some() {
        return Err(Code::RulesAdopted.into());
    }
    let charter = case.charter()?;
    let adopting = policy(charter)?.adopting.as_str();
    let Some(matter) = charter.matter(adopting) else {
        return Err(Finding::new(Code::UnknownName).with("name", adopting).into());
    };
    let rule = match power(case.book, charter, &meeting.body, matter) {
        Power::Granted(route) => route.rule.clone(),
        Power::Refused(finding) => return Err((*finding).into()),
    };
    let event = Event::Moved {
        motion: next_motion(meeting),
        item,
        matter: matter.id.clone(),
        rule,
        text: said(text, "text")?.to_owned(),
        mover: mover.to_owned(),
        seconder: String::new(),
        subjects: Vec::new(),
        effective: super::super::event::Effective::Now,
        adopts: Some(adopts),
    };
    case.of(meeting, event);
    Ok(())
}

fn issue(
    case: &mut Case,
    item: u32,
    contest: u32,
    printed: u32,
    issued: u32,
) -> Result<(), Refusal> {
    let meeting = case.in_session()?;
    no_vote_open(meeting)?;
    let election = planned(meeting, item)?;
    let race = race(meeting, item, contest)?;
    if election.adopted.is_none() {
        return Err(Code::RulesNotAdopted.into());
    }
    if election.approved.is_none() {
        return Err(Code::TellersNotApproved.into());
    }
    if let Some(round) = race.in_hand() {
        return Err(Finding::new(Code::RoundInHand).with("round", round.no).into());
    }
    let seats = race.vacant();
    if seats == 0 {
        return Err(Code::SeatsFilled.into());
    }
    if race.contest.candidates.is_empty() && write_ins(election, &race.contest) != WriteIns::Free {
        return Err(Code::CandidatesMissing.into());
    }
    only_the_tied(race, &race.contest.candidates)?;
    // On the roll that day: somebody's membership may have ended since the candidates were named.
    let candidates = checked(case, meeting, item, &race.contest.seat, &race.contest.candidates)?;
    let charter = case.charter()?;
    let (matter, route) = route(case, charter, meeting, item, &race.contest.seat)?;
    let filed = meeting.item(item).map(|i| i.filed.as_slice()).unwrap_or_default();
    for needed in &matter.requires {
        if !filed.iter().any(|f| f.precondition == *needed) {
            let basis = charter.precondition(needed).and_then(|p| p.basis.article.clone());
            let found = Finding::new(Code::MissingPrecondition).named(needed);
            return Err(found.with("matter", &matter.id).citing(&basis.unwrap_or_default()).into());
        }
    }
    let frozen = freeze_by(case.book, meeting, &route.rule, item, Some(matter));
    let mut frozen = frozen
        .ok_or_else(|| Refusal::from(Finding::new(Code::UnknownName).with("name", &route.rule)))?;
    if !frozen.rule.scales().is_empty() {
        return Err(Finding::new(Code::CountsNoHeads).with("rule", &frozen.rule.id).into());
    }
    let represented = |u: &u32| {
        matches!(meeting.attendance.get(u).map(|a| &a.presence), Some(Presence::Proxy { .. }))
    };
    let proxies = frozen.proxies.len();
    if !election.plan.proxies {
        frozen.voters.retain(|u| !represented(u));
        frozen.proxies.clear();
    }
    quorum(case.book, case.body(&meeting.body)?, meeting, &frozen)?;
    let voters = count(&frozen.voters);
    if printed < issued {
        let found = Finding::new(Code::PrintedShort).with("printed", printed);
        return Err(found.with("issued", issued).into());
    }
    if issued > voters {
        let by_proxy = !election.plan.proxies && proxies > 0;
        let code = if by_proxy { Code::ProxyInElection } else { Code::IssuedExceedsVoters };
        return Err(Finding::new(code).with("issued", issued).with("present", voters).into());
    }
    if let Some(needed) = frozen.needed.filter(|n| *n > voters) {
        let found = Finding::new(Code::Unpassable).with("needed", needed).with("present", voters);
        case.find(found.citing(&frozen.rule.basis.article.clone().unwrap_or_default()));
    }
    for flag in frozen.flags.iter().filter(|f| *f != Code::Unpassable.stem()) {
        case.flag(flag);
    }
    let round = count(&race.rounds) + 1;
    case.of(
        meeting,
        Event::BallotsIssued {
            item,
            contest,
            round,
            seats,
            candidates,
            frozen: Box::new(frozen),
            printed,
            issued,
        },
    );
    Ok(())
}

/// Whether names may be written in on the papers of a contest.
pub(super) fn write_ins(election: &Election, contest: &Contest) -> WriteIns {
    contest.write_ins.unwrap_or(election.plan.write_ins)
}
