//! Elections in the minutes: what was planned, who counted, every round with its papers and its result.

use super::agenda::Item;
use super::compile::{Seen, named};
use super::types::{Minutes, Moment, Named};
use crate::record::command::RulingGiven;
use crate::record::election::{
    Accounting, Candidate, Marks, Outcome, Plan, RoundState, Seat, Sheet, Teller,
};
use crate::record::event::{Event, Frozen};
use crate::record::state::Meeting;
use serde::{Deserialize, Serialize};

/// The election under an item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Ballots {
    /// When it was planned last.
    pub when: Moment,
    /// What the rules fix.
    pub plan: Plan,
    /// Who was proposed to count; approved where `approved` names the motion.
    pub tellers: Vec<Teller>,
    /// The motion by which the rules were adopted.
    pub adopted: Option<u32>,
    /// The motion by which those who count were approved.
    pub approved: Option<u32>,
    /// Rounds, in the order held.
    pub rounds: Vec<BallotRound>,
}

/// One round.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BallotRound {
    /// The contest, from 1.
    pub contest: u32,
    /// What is filled.
    pub seat: Named,
    /// Whether units of a body are elected.
    pub of_body: bool,
    /// Round of the contest, from 1.
    pub no: u32,
    /// Seats of the round.
    pub seats: u32,
    /// How the paper is marked.
    pub marks: Marks,
    /// When papers were handed out.
    pub issued: Moment,
    /// Who stood, in the order printed.
    pub candidates: Vec<Candidate>,
    /// What it is judged by.
    pub frozen: Frozen,
    /// The papers.
    pub papers: Accounting,
    /// When the box was opened.
    pub opened: Option<Moment>,
    /// Sheets, each with its corrections.
    pub sheets: Vec<SheetEntry>,
    /// Counts made again.
    pub recounts: Vec<Recount>,
    /// What the figures made of it.
    pub outcome: Option<Outcome>,
    /// When it was declared, last.
    pub declared: Option<Moment>,
    /// Who was declared elected.
    pub elected: Vec<Candidate>,
    /// The presider's ruling.
    pub ruling: Option<RulingGiven>,
    /// The document number of the decision.
    pub number: Option<String>,
    /// When and why it was voided.
    pub voided: Option<Voided>,
}

/// A sheet on record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetEntry {
    /// When it was entered.
    pub when: Moment,
    /// As it stands.
    pub sheet: Sheet,
    /// Whether it is of a count that was made again.
    pub earlier: bool,
    /// As it stood before, with who confirmed the correction and why.
    pub was: Vec<SheetWas>,
}

/// A corrected sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetWas {
    /// When it was corrected.
    pub when: Moment,
    /// The sheet before.
    pub sheet: Sheet,
    /// Who confirmed it.
    pub confirmed_by: String,
    /// Why.
    pub why: String,
}

/// A count made again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recount {
    /// When.
    pub when: Moment,
    /// Who asked.
    pub by: String,
    /// Why.
    pub ground: String,
}

/// A round made void.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voided {
    /// When.
    pub when: Moment,
    /// Why.
    pub why: String,
}

pub(super) fn step(minutes: &mut Minutes, seen: &Seen) {
    let when = seen.when;
    match seen.event() {
        Event::ElectionPlanned { item, plan } => {
            let plan = plan.clone();
            if let Some(item) = minutes.items.iter_mut().find(|i| i.no == *item) {
                let tellers = item.election.take().map(|e| e.tellers).unwrap_or_default();
                let rounds = Vec::new();
                let (adopted, approved) = (None, None);
                item.election = Some(Ballots { when, plan, tellers, adopted, approved, rounds });
            }
        }
        Event::TellersNamed { item, tellers } => {
            if let Some(election) = election(minutes, *item) {
                election.tellers.clone_from(tellers);
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
            let race = seen.meeting.race(*item, *contest);
            let Some(race) = race else {
                return;
            };
            let seat = &race.contest.seat;
            let name = match seat {
                Seat::Office { office } => seen.charter.office(office).map(|o| &o.name),
                Seat::Body { body } => seen.charter.body(body).map(|b| &b.name),
            };
            let papers = Accounting { printed: *printed, issued: *issued, ..Accounting::default() };
            let round = BallotRound {
                contest: *contest,
                seat: named(seat.id(), name),
                of_body: matches!(seat, Seat::Body { .. }),
                no: *round,
                seats: *seats,
                marks: race.contest.marks,
                issued: when,
                candidates: candidates.clone(),
                frozen: (**frozen).clone(),
                papers,
                opened: None,
                sheets: Vec::new(),
                recounts: Vec::new(),
                outcome: None,
                declared: None,
                elected: Vec::new(),
                ruling: None,
                number: None,
                voided: None,
            };
            if let Some(election) = election(minutes, *item) {
                election.rounds.push(round);
            }
        }
        event => of_round(minutes, when, event),
    }
}

fn of_round(minutes: &mut Minutes, when: Moment, event: &Event) {
    match event {
        Event::BoxOpened { item, contest, round, recovered } => {
            with(minutes, [*item, *contest, *round], |r| {
                r.papers.recovered = *recovered;
                r.opened = Some(when);
            });
        }
        Event::SheetEntered { item, contest, round, sheet } => {
            let entry = SheetEntry { when, sheet: sheet.clone(), earlier: false, was: Vec::new() };
            with(minutes, [*item, *contest, *round], |r| r.sheets.push(entry));
        }
        Event::SheetCorrected { item, contest, round, place, was, sheet, confirmed_by, why } => {
            let was = SheetWas {
                when,
                sheet: was.clone(),
                confirmed_by: confirmed_by.clone(),
                why: why.clone(),
            };
            let place = usize::try_from(*place).unwrap_or(0).saturating_sub(1);
            with(minutes, [*item, *contest, *round], |r| {
                if let Some(entry) = r.sheets.iter_mut().filter(|s| !s.earlier).nth(place) {
                    entry.sheet = sheet.clone();
                    entry.was.push(was);
                }
            });
        }
        Event::RoundCounted { item, contest, round, outcome } => {
            with(minutes, [*item, *contest, *round], |r| {
                r.papers = outcome.papers;
                r.outcome = Some(outcome.clone());
            });
        }
        Event::RoundRecounted { item, contest, round, by, ground } => {
            let recount = Recount { when, by: by.clone(), ground: ground.clone() };
            with(minutes, [*item, *contest, *round], |r| {
                r.sheets.iter_mut().for_each(|s| s.earlier = true);
                r.recounts.push(recount);
            });
        }
        Event::RoundDeclared { item, contest, round, outcome, elected, ruling, number, .. } => {
            with(minutes, [*item, *contest, *round], |r| {
                r.outcome = Some(outcome.clone());
                r.declared = Some(when);
                r.elected.clone_from(elected);
                r.ruling.clone_from(ruling);
                r.number.clone_from(number);
            });
        }
        Event::RoundVoided { item, contest, round, why } => {
            let voided = Voided { when, why: why.clone() };
            with(minutes, [*item, *contest, *round], |r| r.voided = Some(voided));
        }
        _ => {}
    }
}

/// What only the end tells: whether rules and tellers stand adopted.
pub(super) fn finish(minutes: &mut Minutes, last: &Meeting) {
    for item in &mut minutes.items {
        if let Some((election, known)) = item.election.as_mut().zip(last.election(item.no)) {
            election.adopted = known.adopted;
            election.approved = known.approved;
        }
    }
}

/// Whether a round in the minutes stands where the record has it.
pub fn stands(round: &BallotRound) -> RoundState {
    match (&round.voided, round.declared, round.outcome.as_ref(), round.opened) {
        (Some(voided), ..) => RoundState::Void { why: voided.why.clone() },
        (None, Some(_), ..) => RoundState::Declared,
        (None, None, Some(_), _) => RoundState::Counted,
        (None, None, None, Some(_)) => RoundState::Counting,
        (None, None, None, None) => RoundState::Issued,
    }
}

fn election(minutes: &mut Minutes, item: u32) -> Option<&mut Ballots> {
    let item: &mut Item = minutes.items.iter_mut().find(|i| i.no == item)?;
    item.election.as_mut()
}

fn with(
    minutes: &mut Minutes,
    [item, contest, round]: [u32; 3],
    change: impl FnOnce(&mut BallotRound),
) {
    let rounds = election(minutes, item).map(|e| &mut e.rounds);
    let found =
        rounds.and_then(|rounds| rounds.iter_mut().find(|r| r.contest == contest && r.no == round));
    if let Some(round) = found {
        change(round);
    }
}
