//! A round of an election worked out again: sheets summed, papers numbered off, who is elected.

use super::hall;
use super::law::{Law, Power};
use super::{Code, Fault, Line, Subject, Sum, figure, votes};
use crate::charter::{Blank, Ruling};
use crate::minutes::Minutes;
use crate::minutes::agenda::Item;
use crate::minutes::ballots::{BallotRound, Ballots, SheetEntry};
use crate::record::election::{self, Marks, Outcome, Round, RoundState, Sheet};

pub(super) fn line(
    minutes: &Minutes,
    law: &Law,
    item: &Item,
    election: &Ballots,
    round: &BallotRound,
) -> Line {
    let mut faults = Vec::new();
    let frozen = &round.frozen;
    let matter = item.matter.as_ref().map_or("", |m| m.named.id.as_str());
    let power = Power { body: &minutes.meeting.body.id, matter, amends: false };
    let at = (frozen.charter_version, round.issued.entry);
    law.check(at, &frozen.rule, &power, &mut faults);
    let there = hall::Frozen {
        entry: round.issued.entry,
        roll: &frozen.roll,
        voters: &frozen.voters,
        proxies: &frozen.proxies,
        recused: &frozen.recused,
        with_proxies: election.plan.proxies,
    };
    hall::check(minutes, item, &there, &mut faults);
    let charter = law.charter(at.0, at.1);
    if let Some(charter) = charter {
        let Frozen { voters, roll, recused } = frozen.into();
        votes::quorum(minutes, charter, voters, roll, recused, &mut faults);
    }
    let found = charter.and_then(|c| c.rule(&frozen.rule.id));
    let rule = found.unwrap_or(&frozen.rule).clone();
    let mut sum = Sum::Unfinished;
    if let Some(recorded) = &round.outcome {
        let until = round.declared.map_or(u64::MAX, |d| d.entry);
        let held = held(round, &rule, until);
        papers(round, election, &held, &mut faults);
        let mut outcome = election::outcome(&held, round.marks);
        if round.declared.is_some() {
            ruled(round, &mut outcome, &mut faults);
        }
        compare(&outcome, recorded, &mut faults);
        if round.declared.is_some() {
            elected(round, &outcome, &mut faults);
        }
        let void = round.voided.is_some() || !outcome.valid;
        sum = Sum::Round { rule: Box::new(rule), outcome: Box::new(outcome), void };
    }
    let listed = |number: &String| {
        let of = minutes.decisions.iter().find(|d| d.number == *number);
        of.map(|d| (d.no, number.clone()))
    };
    Line {
        what: Subject::Round {
            item: item.no,
            contest: round.contest,
            round: round.no,
            seat: round.seat.name.clone(),
        },
        decision: round.number.as_ref().and_then(listed),
        sum,
        faults,
    }
}

/// Those frozen with the papers.
struct Frozen<'a> {
    voters: &'a [u32],
    roll: &'a [u32],
    recused: &'a [u32],
}

impl<'a> From<&'a crate::record::event::Frozen> for Frozen<'a> {
    fn from(frozen: &'a crate::record::event::Frozen) -> Self {
        Self { voters: &frozen.voters, roll: &frozen.roll, recused: &frozen.recused }
    }
}

/// A sheet as it stood before an entry; corrections made after it wait for a new count.
fn sheet_before(entry: &SheetEntry, until: u64) -> &Sheet {
    let later = entry.was.iter().find(|was| was.when.entry > until);
    later.map_or(&entry.sheet, |was| &was.sheet)
}

/// The round as the record keeps it, with the sheets that stood before an entry.
fn held(round: &BallotRound, rule: &crate::charter::Rule, until: u64) -> Round {
    let sheets = round.sheets.iter().filter(|s| !s.earlier && s.when.entry < until);
    let mut frozen = round.frozen.clone();
    frozen.rule = rule.clone();
    Round {
        no: round.no,
        seats: round.seats,
        candidates: round.candidates.clone(),
        frozen,
        papers: round.papers,
        sheets: sheets.map(|s| sheet_before(s, until).clone()).collect(),
        earlier: Vec::new(),
        state: RoundState::Counted,
        outcome: None,
        declared: Vec::new(),
        ruling: None,
        seq: 0,
    }
}

/// Papers and marks are possible.
fn papers(round: &BallotRound, election: &Ballots, held: &Round, faults: &mut Vec<Fault>) {
    let papers = &round.papers;
    let voters = super::count(&round.frozen.voters);
    if papers.issued > voters || papers.printed < papers.issued {
        faults.push(Fault::new(Code::Papers, papers.issued, voters.min(papers.printed)));
    }
    let (valid, invalid) = election::counted(held);
    let counted = u64::from(valid) + u64::from(invalid);
    // A box with more papers than were handed out is not counted at all.
    if papers.recovered <= papers.issued && counted != u64::from(papers.recovered) {
        faults.push(Fault::new(Code::Papers, papers.recovered, counted));
    }
    for sheet in &held.sheets {
        if sheet.votes.len() != round.candidates.len() {
            let (recorded, found) = (sheet.votes.len(), round.candidates.len());
            faults.push(Fault::new(Code::Sheets, recorded, found));
            continue;
        }
        let valid = u64::from(sheet.valid);
        let mut marks: u64 = sheet.written_in.iter().map(|w| u64::from(w.yes)).sum();
        for votes in &sheet.votes {
            let all = u64::from(votes.yes) + u64::from(votes.no) + u64::from(votes.abstain);
            let fits = match round.marks {
                Marks::Each => all == valid,
                Marks::Pick => votes.no == 0 && votes.abstain == 0 && all <= valid,
            };
            if !fits {
                faults.push(Fault::new(Code::Sheets, all, valid));
            }
            marks += u64::from(votes.yes);
        }
        let most = valid.saturating_mul(u64::from(round.seats));
        let blank = election.plan.blank == Blank::Invalid && round.marks == Marks::Pick;
        if marks > most || (blank && marks < valid) {
            faults.push(Fault::new(Code::Sheets, marks, most));
        }
    }
}

/// What the presider's ruling makes of those who have the share exactly.
fn ruled(round: &BallotRound, outcome: &mut Outcome, faults: &mut Vec<Fault>) {
    let open = outcome.elected.iter().chain(&outcome.again);
    let exact = open.filter_map(|p| outcome.fared.get(*p)).any(|f| f.exact && f.reached);
    let missing = |code| Fault::new(code, figure(None::<u32>), figure(outcome.needed));
    match (&round.ruling, outcome.ruling) {
        (None, Ruling::Required) if exact => faults.push(missing(Code::RulingMissing)),
        (None, _) => {}
        (Some(_), Ruling::None) => faults.push(missing(Code::RulingUnasked)),
        (Some(_), _) if !exact => faults.push(missing(Code::RulingUnasked)),
        (Some(given), _) if given.carried => {}
        (Some(_), _) => {
            outcome.fared.iter_mut().filter(|f| f.exact).for_each(|f| f.reached = false);
            let fared = &outcome.fared;
            let stays = |place: &usize| fared.get(*place).is_some_and(|f| !f.exact);
            outcome.elected.retain(stays);
            outcome.again.retain(stays);
            outcome.vacant = outcome.seats.saturating_sub(super::count(&outcome.elected));
        }
    }
}

fn compare(found: &Outcome, recorded: &Outcome, faults: &mut Vec<Fault>) {
    if recorded.valid != found.valid {
        faults.push(Fault::new(Code::RoundValid, recorded.valid, found.valid));
    }
    if recorded.papers != found.papers {
        let said = |o: &Outcome| {
            let p = &o.papers;
            format!("{} {} {} {}", p.issued, p.recovered, p.valid, p.invalid)
        };
        faults.push(Fault::new(Code::Papers, said(recorded), said(found)));
    }
    if recorded.base != found.base {
        faults.push(Fault::new(Code::Base, recorded.base, found.base));
    }
    if recorded.needed != found.needed {
        faults.push(Fault::new(Code::Needed, figure(recorded.needed), figure(found.needed)));
    }
    if recorded.fared != found.fared {
        let said = |o: &Outcome| {
            let one = |f: &election::Fared| {
                format!(
                    "{} {}/{}/{} {}",
                    f.name, f.votes.yes, f.votes.no, f.votes.abstain, f.reached
                )
            };
            o.fared.iter().map(one).collect::<Vec<_>>().join(", ")
        };
        faults.push(Fault::new(Code::Fared, said(recorded), said(found)));
    }
    if recorded.elected != found.elected {
        faults.push(Fault::new(Code::Elected, names(recorded), names(found)));
    }
    if recorded.again != found.again {
        let said = |o: &Outcome| format!("{:?}", o.again);
        faults.push(Fault::new(Code::Again, said(recorded), said(found)));
    }
    if (recorded.vacant, recorded.seats) != (found.vacant, found.seats) {
        faults.push(Fault::new(Code::Vacant, recorded.vacant, found.vacant));
    }
}

fn names(outcome: &Outcome) -> String {
    let all = outcome.elected.iter().filter_map(|place| outcome.fared.get(*place));
    all.map(|f| f.name.as_str()).collect::<Vec<_>>().join(", ")
}

/// Whether those declared elected are those the figures elect.
fn elected(round: &BallotRound, outcome: &Outcome, faults: &mut Vec<Fault>) {
    let declared: Vec<&str> = round.elected.iter().map(|c| c.name.as_str()).collect();
    let declared = declared.join(", ");
    if declared != names(outcome) {
        faults.push(Fault::new(Code::Elected, declared, names(outcome)));
    }
    if round.elected.is_empty() == round.number.is_some() {
        faults.push(Fault::new(
            Code::DecisionNumber,
            figure(round.number.as_ref()),
            names(outcome),
        ));
    }
}
