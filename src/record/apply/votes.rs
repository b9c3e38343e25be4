//! Facts of votes into state: opening, counting, declaring, voiding, correcting.

use super::super::election::Adopts;
use super::super::event::{Effective, Entry, Event};
use super::super::state::{
    Book, Decision, Declaration, Meeting, MotionState, Pending, Vote, VoteState,
};
use super::election::election_mut;
use super::meeting::motion_mut;
use super::register;
use crate::charter::TieEnd;
use std::collections::BTreeMap;

/// Applies a fact about a vote.
pub fn apply(book: &mut Book, no: u32, entry: &Entry) {
    if let Event::Declared { vote, carried, decision, number, .. } = &entry.fact.event {
        if let Some(meeting) = book.meetings.iter_mut().find(|m| m.no == no) {
            declare(meeting, entry);
        }
        match (*carried, *decision) {
            (true, Some(decision)) => {
                enter_decision(book, no, *vote, decision, number.clone().unwrap_or_default());
            }
            _ => void_decisions(book, no, *vote),
        }
        return;
    }
    if let Event::VoteVoided { vote, .. } = &entry.fact.event {
        void_decisions(book, no, *vote);
    }
    let Some(meeting) = book.meetings.iter_mut().find(|m| m.no == no) else {
        return;
    };
    match &entry.fact.event {
        Event::VoteOpened { vote, motion, subjects, method, frozen } => meeting.votes.push(Vote {
            no: *vote,
            motion: *motion,
            subjects: subjects.clone(),
            method: *method,
            frozen: (**frozen).clone(),
            admitted: Vec::new(),
            counts: Vec::new(),
            calls: BTreeMap::new(),
            earlier: Vec::new(),
            state: VoteState::Open,
            verdict: None,
            declared: Vec::new(),
            opened: entry.happened,
        }),
        Event::AdmittedToVote { vote, unit } => with(meeting, *vote, |v| v.admitted.push(*unit)),
        Event::Counted { vote, count } => with(meeting, *vote, |v| v.counts.push(count.clone())),
        Event::Called { vote, unit, choice } => with(meeting, *vote, |v| {
            v.calls.insert(*unit, *choice);
        }),
        Event::VoteClosed { vote, verdict } => with(meeting, *vote, |v| {
            v.state = VoteState::Closed;
            v.verdict = Some(verdict.clone());
        }),
        Event::Challenged { vote, method, .. } => with(meeting, *vote, |v| {
            let counts = std::mem::take(&mut v.counts);
            let calls = std::mem::take(&mut v.calls);
            v.earlier.push((v.method, counts, calls));
            v.method = *method;
            v.state = VoteState::Open;
            v.verdict = None;
        }),
        Event::VoteVoided { vote, why } => void(meeting, *vote, why),
        Event::CountCorrected { vote, count, .. } => {
            reopen_for_declaration(meeting, *vote);
            with(meeting, *vote, |v| {
                v.counts = vec![count.clone()];
                v.state = VoteState::Closed;
                v.verdict = Some(super::super::tally::verdict(v));
            });
        }
        _ => {}
    }
}

/// What a vote decided no longer stands; its number is never used again.
fn void_decisions(book: &mut Book, meeting: u32, vote: u32) {
    let Book { decisions, pending, .. } = book;
    for decision in decisions.iter_mut().filter(|d| d.meeting == meeting && d.vote == vote) {
        decision.void = true;
        pending.retain(|p| p.decision != decision.no);
    }
}

fn with(meeting: &mut Meeting, vote: u32, change: impl FnOnce(&mut Vote)) {
    if let Some(vote) = meeting.votes.iter_mut().find(|v| v.no == vote) {
        change(vote);
    }
}

fn declare(meeting: &mut Meeting, entry: &Entry) {
    let Event::Declared { vote, carried, verdict, ruling, casting, lot, .. } = &entry.fact.event
    else {
        return;
    };
    with(meeting, *vote, |v| {
        v.state = VoteState::Declared;
        v.declared.push(Declaration {
            seq: entry.seq,
            carried: *carried,
            verdict: verdict.clone(),
            ruling: ruling.clone(),
            casting: *casting,
            lot: *lot,
        });
    });
    let Some((motion, subjects)) = meeting.vote(*vote).map(|v| (v.motion, v.subjects.clone()))
    else {
        return;
    };
    let mut amended = None;
    let mut adopted = None;
    let amendment = motion;
    if let Some(motion) = motion_mut(meeting, motion) {
        let all = subjects.is_empty();
        for (place, outcome) in motion.by_subject.iter_mut().enumerate() {
            if all || subjects.contains(&place) {
                *outcome = Some(*carried);
            }
        }
        // Equal votes that are voted again settle nothing yet.
        if verdict.tie == Some(TieEnd::SecondVote) {
            for (place, outcome) in motion.by_subject.iter_mut().enumerate() {
                if all || subjects.contains(&place) {
                    *outcome = None;
                }
            }
            return;
        }
        let settled = motion.by_subject.iter().all(Option::is_some);
        let any = if motion.by_subject.is_empty() {
            *carried
        } else {
            motion.by_subject.contains(&Some(true))
        };
        if settled {
            motion.state = if any { MotionState::Carried } else { MotionState::Lost };
        }
        amended = motion.amends.clone().filter(|_| *carried);
        adopted = motion.adopts.map(|adopts| (motion.item, adopts));
    }
    if let Some((item, adopts)) = adopted {
        adopt(meeting, item, adopts, carried.then_some(amendment));
    }
    if let Some((main, text)) = amended
        && let Some(main) = motion_mut(meeting, main)
    {
        main.texts.push((Some(amendment), text.clone()));
        main.text = text;
    }
}

fn enter_decision(book: &mut Book, meeting: u32, vote: u32, no: u32, number: String) {
    let Some(m) = book.meeting(meeting) else {
        return;
    };
    let Some((vote_ref, motion)) = m.vote(vote).and_then(|v| Some((v, m.motion(v.motion)?))) else {
        return;
    };
    let chosen = |place: usize| vote_ref.subjects.is_empty() || vote_ref.subjects.contains(&place);
    let mut subjects = Vec::new();
    for (place, subject) in motion.subjects.iter().enumerate() {
        if chosen(place) {
            subjects.push(subject.clone());
        }
    }
    let decision = Decision {
        no,
        number,
        meeting,
        motion: motion.no,
        vote,
        ballot: None,
        matter: motion.matter.clone(),
        text: motion.text.clone(),
        subjects,
        tasks: m.item(motion.item).map(|i| i.new.tasks.clone()).unwrap_or_default(),
        changes: Vec::new(),
        void: false,
    };
    let effective = motion.effective;
    let waits = effective != Effective::Now && book.pending.iter().all(|p| p.decision != no);
    if waits && !super::super::decide::changes_of(book, &decision).is_empty() {
        book.pending.push(Pending { decision: no, meeting, effective });
    }
    register(book, decision);
}

fn void(meeting: &mut Meeting, vote: u32, why: &str) {
    reopen_for_declaration(meeting, vote);
    with(meeting, vote, |v| v.state = VoteState::Void { why: why.to_owned() });
}

/// Whether the rules, or those who count, of the election under an item are adopted, and by which motion.
fn adopt(meeting: &mut Meeting, item: u32, adopts: Adopts, motion: Option<u32>) {
    if let Some(election) = election_mut(meeting, item) {
        match adopts {
            Adopts::Rules => election.adopted = motion,
            Adopts::Tellers => election.approved = motion,
        }
    }
}

/// Takes back what a declaration did to the motion, so that it can be voted or declared again.
fn reopen_for_declaration(meeting: &mut Meeting, vote: u32) {
    let Some((no, subjects, declared)) =
        meeting.vote(vote).map(|v| (v.motion, v.subjects.clone(), v.state == VoteState::Declared))
    else {
        return;
    };
    if !declared {
        return;
    }
    let mut restored = None;
    if let Some((item, adopts)) =
        meeting.motion(no).and_then(|m| m.adopts.map(|adopts| (m.item, adopts)))
    {
        adopt(meeting, item, adopts, None);
    }
    if let Some(motion) = motion_mut(meeting, no) {
        let was_carried = motion.state == MotionState::Carried;
        motion.state = MotionState::Pending;
        for (place, outcome) in motion.by_subject.iter_mut().enumerate() {
            if subjects.is_empty() || subjects.contains(&place) {
                *outcome = None;
            }
        }
        restored = motion.amends.clone().filter(|_| was_carried).map(|(main, _)| main);
    }
    if let Some(main) = restored
        && let Some(main) = motion_mut(meeting, main)
        && main.state == MotionState::Pending
    {
        // The text goes back to what it was without this amendment; rewordings and others stay.
        main.texts.retain(|(from, _)| *from != Some(no));
        if let Some((_, text)) = main.texts.last() {
            main.text.clone_from(text);
        }
    }
}
