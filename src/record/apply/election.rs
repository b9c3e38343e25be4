//! Facts of elections into state: plan, tellers, rounds, sheets, declarations.

use super::super::election::{
    Accounting, Candidate, Election, Outcome, Plan, Race, Round, RoundState, Seat,
};
use super::super::event::{Effective, Entry, Event, Subject};
use super::super::state::{BallotRef, Book, Decision, Meeting, Pending};
use super::register;

/// Applies a fact about an election.
pub fn apply(book: &mut Book, no: u32, entry: &Entry) {
    let event = &entry.fact.event;
    if let Some(meeting) = book.meetings.iter_mut().find(|m| m.no == no) {
        match event {
            Event::ElectionPlanned { item, plan } => planned(meeting, *item, plan),
            Event::TellersNamed { item, tellers } => {
                if let Some(election) = election_mut(meeting, *item) {
                    election.tellers.clone_from(tellers);
                    election.approved = None;
                }
            }
            Event::CandidatesSet { item, contest, candidates } => {
                if let Some(race) = race_mut(meeting, *item, *contest) {
                    race.contest.candidates.clone_from(candidates);
                }
            }
            Event::BallotsIssued {
                item,
                contest,
                round,
                seats,
                candidates,
                frozen,
                printed,
                issued,
            } => {
                let papers =
                    Accounting { printed: *printed, issued: *issued, ..Accounting::default() };
                if let Some(race) = race_mut(meeting, *item, *contest) {
                    race.rounds.push(Round {
                        no: *round,
                        seats: *seats,
                        candidates: candidates.clone(),
                        frozen: (**frozen).clone(),
                        papers,
                        sheets: Vec::new(),
                        earlier: Vec::new(),
                        state: RoundState::Issued,
                        outcome: None,
                        declared: Vec::new(),
                        ruling: None,
                        seq: entry.seq,
                    });
                }
            }
            _ => of_round(meeting, entry),
        }
    }
    match event {
        Event::RoundDeclared { item, contest, round, elected, text, decision, number, .. } => {
            let ballot = BallotRef { item: *item, contest: *contest, round: *round };
            declare(book, no, ballot, elected, text, decision.zip(number.clone()));
        }
        Event::RoundVoided { item, contest, round, .. } => {
            void_decision(book, no, BallotRef { item: *item, contest: *contest, round: *round });
        }
        _ => {}
    }
}

fn planned(meeting: &mut Meeting, item: u32, plan: &Plan) {
    let races =
        plan.contests.iter().map(|contest| Race { contest: contest.clone(), rounds: Vec::new() });
    let election = Election {
        item,
        plan: plan.clone(),
        adopted: None,
        tellers: Vec::new(),
        approved: None,
        races: races.collect(),
    };
    match election_mut(meeting, item) {
        // Planned anew before the rules are adopted: who counts stays proposed.
        Some(known) => {
            let tellers = std::mem::take(&mut known.tellers);
            let approved = known.approved;
            *known = Election { tellers, approved, ..election };
        }
        None => meeting.elections.push(election),
    }
}

fn of_round(meeting: &mut Meeting, entry: &Entry) {
    let event = &entry.fact.event;
    if let Event::BoxOpened { item, contest, round, .. }
    | Event::SheetEntered { item, contest, round, .. }
    | Event::SheetCorrected { item, contest, round, .. }
    | Event::RoundCounted { item, contest, round, .. }
    | Event::RoundRecounted { item, contest, round, .. }
    | Event::RoundDeclared { item, contest, round, .. }
    | Event::RoundVoided { item, contest, round, .. } = event
    {
        with(meeting, [*item, *contest, *round], |r| r.seq = entry.seq);
    }
    match event {
        Event::BoxOpened { item, contest, round, recovered } => {
            with(meeting, [*item, *contest, *round], |r| {
                r.papers.recovered = *recovered;
                r.state = RoundState::Counting;
            });
        }
        Event::SheetEntered { item, contest, round, sheet } => {
            with(meeting, [*item, *contest, *round], |r| r.sheets.push(sheet.clone()));
        }
        Event::SheetCorrected { item, contest, round, place, sheet, .. } => {
            with(meeting, [*item, *contest, *round], |r| {
                let place = usize::try_from(*place).unwrap_or(0).saturating_sub(1);
                if let Some(known) = r.sheets.get_mut(place) {
                    *known = sheet.clone();
                }
                if r.state != RoundState::Counting {
                    r.state = RoundState::Counting;
                    r.outcome = None;
                }
            });
        }
        Event::RoundCounted { item, contest, round, outcome } => {
            with(meeting, [*item, *contest, *round], |r| {
                r.state = RoundState::Counted;
                r.papers = outcome.papers;
                r.outcome = Some(outcome.clone());
            });
        }
        Event::RoundRecounted { item, contest, round, .. } => {
            with(meeting, [*item, *contest, *round], |r| {
                let sheets = std::mem::take(&mut r.sheets);
                r.earlier.push(sheets);
                r.state = RoundState::Counting;
                r.outcome = None;
            });
        }
        Event::RoundDeclared { item, contest, round, outcome, elected, ruling, .. } => {
            declared(meeting, [*item, *contest, *round], outcome, elected);
            with(meeting, [*item, *contest, *round], |r| r.ruling.clone_from(ruling));
        }
        Event::RoundVoided { item, contest, round, why } => {
            with(meeting, [*item, *contest, *round], |r| {
                r.state = RoundState::Void { why: why.clone() };
            });
            // It is held again as it was, until somebody says otherwise.
            if let Some(race) = race_mut(meeting, *item, *contest)
                && let Some(round) = race.rounds.iter().find(|r| r.no == *round)
            {
                race.contest.candidates.clone_from(&round.candidates);
            }
        }
        _ => {}
    }
}

fn declared(meeting: &mut Meeting, at: [u32; 3], outcome: &Outcome, elected: &[Candidate]) {
    let void = !outcome.valid;
    with(meeting, at, |round| {
        round.outcome = Some(outcome.clone());
        round.declared = elected.to_vec();
        // More papers than were handed out: declared void, and held again.
        round.state =
            if void { RoundState::Void { why: String::new() } } else { RoundState::Declared };
    });
    let Some(race) = race_mut(meeting, at[0], at[1]) else {
        return;
    };
    // Who stands next: the tied or the leading, or nobody until that is said.
    if !void {
        let names = outcome.again.iter().filter_map(|place| outcome.fared.get(*place));
        let known = race.contest.candidates.clone();
        race.contest.candidates = names
            .map(|fared| {
                let same = known.iter().find(|c| c.name == fared.name);
                same.cloned().unwrap_or_else(|| Candidate {
                    name: fared.name.clone(),
                    unit: fared.unit,
                    nominated_by: String::new(),
                    nominators: Vec::new(),
                })
            })
            .collect();
    }
}

pub(super) fn election_mut(meeting: &mut Meeting, item: u32) -> Option<&mut Election> {
    meeting.elections.iter_mut().find(|e| e.item == item)
}

fn race_mut(meeting: &mut Meeting, item: u32, contest: u32) -> Option<&mut Race> {
    let place = usize::try_from(contest.checked_sub(1)?).ok()?;
    election_mut(meeting, item)?.races.get_mut(place)
}

fn with(meeting: &mut Meeting, [item, contest, round]: [u32; 3], change: impl FnOnce(&mut Round)) {
    let race = race_mut(meeting, item, contest);
    if let Some(round) = race.and_then(|r| r.rounds.iter_mut().find(|r| r.no == round)) {
        change(round);
    }
}

fn declare(
    book: &mut Book,
    no: u32,
    ballot: BallotRef,
    elected: &[Candidate],
    text: &str,
    number: Option<(u32, String)>,
) {
    let Some((decision, number)) = number else {
        return void_decision(book, no, ballot);
    };
    let Some(meeting) = book.meeting(no) else {
        return;
    };
    let Some(race) = meeting.race(ballot.item, ballot.contest) else {
        return;
    };
    let matter = meeting.item(ballot.item).and_then(|i| i.new.matter.clone()).unwrap_or_default();
    let pass = meeting.election(ballot.item).map_or(Effective::Now, |e| e.plan.pass);
    let subjects = elected.iter().map(|c| subject(&race.contest.seat, c)).collect();
    let new = Decision {
        no: decision,
        number,
        meeting: no,
        motion: 0,
        vote: 0,
        ballot: Some(ballot),
        matter,
        text: text.to_owned(),
        subjects,
        tasks: meeting.item(ballot.item).map(|i| i.new.tasks.clone()).unwrap_or_default(),
        changes: Vec::new(),
        void: false,
    };
    let waits = pass != Effective::Now && book.pending.iter().all(|p| p.decision != decision);
    if waits && !super::super::decide::changes_of(book, &new).is_empty() {
        book.pending.push(Pending { decision, meeting: no, effective: pass });
    }
    let (subjects, text) = (new.subjects.clone(), new.text.clone());
    register(book, new);
    // Declared anew after a correction: the number stays, what it says is what was declared last.
    if let Some(standing) = book.decisions.iter_mut().find(|d| d.no == decision) {
        standing.subjects = subjects;
        standing.text = text;
    }
}

/// Somebody elected as the subject of a decision.
pub fn subject(seat: &Seat, candidate: &Candidate) -> Subject {
    let (office, body) = match seat {
        Seat::Office { office } => (Some(office.clone()), None),
        Seat::Body { body } => (None, Some(body.clone())),
    };
    Subject {
        name: candidate.name.clone(),
        unit: candidate.unit,
        office,
        body,
        ..Subject::default()
    }
}

fn void_decision(book: &mut Book, meeting: u32, ballot: BallotRef) {
    let Book { decisions, pending, .. } = book;
    for decision in
        decisions.iter_mut().filter(|d| d.meeting == meeting && d.ballot == Some(ballot))
    {
        decision.void = true;
        pending.retain(|p| p.decision != decision.no);
    }
}
