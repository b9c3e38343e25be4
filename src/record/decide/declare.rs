//! Declaring and voiding: only the presider's word is final, and it cannot contradict the arithmetic.

use super::super::command::{Choice, Command, Enrolment, RulingGiven};
use super::super::event::{Change, Effective, Event, Subject};
use super::super::finding::{Code, Finding, Refusal};
use super::super::follow::{next_document, numbered};
use super::super::state::{Book, Decision, Meeting, Motion, Phase, Vote, VoteState};
use super::super::tally::{self, Verdict};
use super::opening::size_after_loss;
use super::{Case, amend, count, said};
use crate::charter::{Effect, Matter, Ruling, TieEnd};
use chrono::Datelike;
use std::collections::BTreeSet;

pub(super) fn decide(case: &mut Case) -> Result<(), Refusal> {
    match &case.request.command {
        Command::Declare { ruling, casting, lot } => declare(case, ruling.as_ref(), *casting, *lot),
        Command::VoidVote { vote, why } => void(case, *vote, why),
        _ => Ok(()),
    }
}

fn declare(
    case: &mut Case,
    ruling: Option<&RulingGiven>,
    casting: Option<Choice>,
    lot: Option<Choice>,
) -> Result<(), Refusal> {
    let meeting = case.meeting()?;
    let waits = meeting.votes.iter().find(|v| v.state == VoteState::Closed);
    let vote = waits.ok_or_else(|| Refusal::from(Code::NothingToDeclare))?;
    let Some(motion) = meeting.motion(vote.motion) else {
        return Err(Finding::new(Code::UnknownMotion).with("motion", vote.motion).into());
    };
    let verdict = tally::verdict(vote);
    let drawn = drawn(&verdict, lot)?;
    let carried = match drawn {
        Some(carried) => carried,
        None => outcome(&verdict, ruling, casting)?,
    };
    for flag in &verdict.flags {
        if flag != Code::Unpassable.stem() {
            case.flag(flag);
        }
    }
    let standing =
        case.book.decisions.iter().find(|d| d.meeting == meeting.no && d.vote == vote.no);
    let decides = carried && motion.amends.is_none();
    let (decision, number) = match (decides, standing) {
        (false, _) => (None, None),
        (true, Some(standing)) => (Some(standing.no), Some(standing.number.clone())),
        (true, None) => {
            let no = count(&case.book.decisions) + 1;
            let pattern = &case.charter()?.identity.doc_number;
            let year = meeting.date.year();
            (Some(no), Some(numbered(pattern, year, next_document(case.book, year))))
        }
    };
    case.of(
        meeting,
        Event::Declared {
            vote: vote.no,
            carried,
            verdict,
            ruling: ruling.cloned(),
            casting,
            lot: drawn,
            decision,
            number: number.clone(),
        },
    );
    // Declared anew after a correction, the time it was to take effect may have passed.
    let due = match motion.effective {
        Effective::Now => true,
        Effective::AfterClose => meeting.phase == Phase::Closed,
        Effective::On(day) => day <= case.when().date_naive(),
    };
    if let Some(no) = decision {
        let new = taken(meeting, motion, vote, (no, number.clone().unwrap_or_default()));
        if changes_of(case.book, &new).is_empty() {
            amend::unchanged(case, meeting, motion);
        }
    }
    match (decision, standing) {
        // Declared for the first time, or again after it was declared lost: what it does is done.
        (Some(no), earlier) if due && earlier.is_none_or(|d| d.void) => {
            let new = taken(meeting, motion, vote, (no, number.unwrap_or_default()));
            enact(case, meeting, &new)
        }
        (None, Some(standing)) => take_back(case, meeting, standing),
        _ => Ok(()),
    }
}

/// The decision a carried vote makes.
fn taken(meeting: &Meeting, motion: &Motion, vote: &Vote, (no, number): (u32, String)) -> Decision {
    Decision {
        no,
        number,
        meeting: meeting.no,
        motion: motion.no,
        vote: vote.no,
        ballot: None,
        matter: motion.matter.clone(),
        text: motion.text.clone(),
        subjects: chosen_subjects(motion, vote),
        tasks: Vec::new(),
        changes: Vec::new(),
        void: false,
    }
}

/// What the lot said, where equal votes are drawn; nothing where none is due.
fn drawn(verdict: &Verdict, lot: Option<Choice>) -> Result<Option<bool>, Refusal> {
    match (verdict.tie == Some(TieEnd::Lot), lot) {
        (true, Some(Choice::Yes)) => Ok(Some(true)),
        (true, Some(Choice::No)) => Ok(Some(false)),
        (true, _) => Err(Code::LotRequired.into()),
        (false, Some(_)) => Err(Code::NoLot.into()),
        (false, None) => Ok(None),
    }
}

/// The arithmetic, a ruling where it leaves the reading open, or the casting vote the charter gives.
fn outcome(
    verdict: &Verdict,
    ruling: Option<&RulingGiven>,
    casting: Option<Choice>,
) -> Result<bool, Refusal> {
    if let Some(ruling) = ruling {
        if casting.is_some() {
            return Err(Code::NoCastingVote.into());
        }
        if !verdict.exact || verdict.ruling == Ruling::None {
            return Err(Code::RulingContradicts.into());
        }
        said(&ruling.reason, "reason")?;
        return Ok(ruling.carried);
    }
    if verdict.exact && verdict.ruling == Ruling::Required {
        let found = Finding::new(Code::RulingRequired).with("yes", verdict.tally.yes);
        return Err(found.with("base", verdict.base).into());
    }
    match (verdict.casting, casting) {
        (true, Some(Choice::Yes)) => Ok(true),
        (true, Some(Choice::No)) => Ok(false),
        // A casting vote decides; an abstention or silence leaves it where it is.
        (true, _) => Err(Code::CastingRequired.into()),
        (false, Some(_)) => Err(Code::NoCastingVote.into()),
        (false, None) => Ok(verdict.carried),
    }
}

fn chosen_subjects(motion: &Motion, vote: &Vote) -> Vec<super::super::event::Subject> {
    let mut chosen = Vec::new();
    for (place, subject) in motion.subjects.iter().enumerate() {
        if vote.subjects.is_empty() || vote.subjects.contains(&place) {
            chosen.push(subject.clone());
        }
    }
    chosen
}

fn enact(case: &mut Case, meeting: &Meeting, decision: &Decision) -> Result<(), Refusal> {
    let changes = changes_of(case.book, decision);
    if changes.is_empty() {
        return Ok(());
    }
    let mut lost = 0;
    for change in changes {
        lost += u32::from(matches!(change, Change::Withdrawn { .. } | Change::Expelled { .. }));
        if moves_the_roll(&change) {
            case.roll_is_free()?;
        }
        let with = amend::with(case.book, decision, &change);
        case.of(meeting, Event::Enacted { decision: decision.no, change });
        with.into_iter().for_each(|event| case.of_book(event));
    }
    if lost > 0 {
        size_after_loss(case, lost);
    }
    Ok(())
}

fn moves_the_roll(change: &Change) -> bool {
    matches!(
        change,
        Change::Joined { .. }
            | Change::Withdrawn { .. }
            | Change::Expelled { .. }
            | Change::Amended { .. }
    )
}

/// What was done on a decision that no longer stands is undone, on record.
fn take_back(case: &mut Case, meeting: &Meeting, decision: &Decision) -> Result<(), Refusal> {
    for change in decision.changes.iter().rev() {
        if moves_the_roll(change) {
            let own = meeting.vote(decision.vote).is_some_and(|v| v.state == VoteState::Open);
            if !own {
                case.roll_is_free()?;
            }
        }
        let undone = Change::Undone { of: Box::new(change.clone()) };
        case.of(meeting, Event::Enacted { decision: decision.no, change: undone });
        amend::taken_back(case, meeting, decision, change);
    }
    Ok(())
}

fn void(case: &mut Case, vote: Option<u32>, why: &str) -> Result<(), Refusal> {
    let meeting = case.meeting()?;
    let named = match vote {
        Some(no) => meeting.vote(no),
        None => meeting.vote_in_hand().or_else(|| meeting.last_vote()),
    };
    let vote = named.ok_or_else(|| {
        Refusal::from(Finding::new(Code::UnknownVote).with("vote", vote.unwrap_or_default()))
    })?;
    if matches!(vote.state, VoteState::Void { .. }) {
        return Err(Finding::new(Code::AlreadyVoid).with("vote", vote.no).into());
    }
    let why = said(why, "why")?.to_owned();
    case.of(meeting, Event::VoteVoided { vote: vote.no, why });
    let standing = case
        .book
        .decisions
        .iter()
        .find(|d| d.meeting == meeting.no && d.vote == vote.no && !d.void);
    match standing {
        Some(standing) => take_back(case, meeting, standing),
        None => Ok(()),
    }
}

/// The number after the highest; where that is the end of numbers, the lowest that is free.
fn next_number(taken: &BTreeSet<u32>) -> u32 {
    let after = taken.last().map_or(Some(1), |last| last.checked_add(1));
    after.or_else(|| (1..).find(|n| !taken.contains(n))).unwrap_or(u32::MAX)
}

/// What a decision changes in the book, by the effect its matter has in the charter.
pub fn changes_of(book: &Book, decision: &Decision) -> Vec<Change> {
    let Some(charter) = book.charter.as_deref() else {
        return Vec::new();
    };
    let Some(matter) = charter.matter(&decision.matter) else {
        return Vec::new();
    };
    let Some(meeting) = book.meeting(decision.meeting) else {
        return Vec::new();
    };
    if matter.effect == Effect::Amend {
        return super::super::amend::changes(book, meeting, decision);
    }
    let mut taken: BTreeSet<u32> = book.members.keys().copied().collect();
    let mut next_certificate = book.next_certificate;
    let mut changes = Vec::new();
    if matter.effect == Effect::Issue {
        return issued(book, matter, meeting, decision);
    }
    if matches!(matter.effect, Effect::Elect | Effect::Confirm | Effect::Appoint)
        && matter.confirm.is_none()
    {
        return super::offices::filled(book, charter, meeting, decision);
    }
    for subject in &decision.subjects {
        let change = match (matter.effect, subject.unit) {
            (Effect::Admit, _) => {
                let next_unit = next_number(&taken);
                taken.insert(next_unit);
                let year = meeting.date.year();
                let certificate = numbered(&charter.identity.certificate, year, next_certificate);
                next_certificate = next_certificate.saturating_add(1);
                let joined = match meeting.motion(decision.motion).map(|m| m.effective) {
                    Some(Effective::On(day)) => day,
                    _ => meeting.date,
                };
                Some(Change::Joined {
                    enrolment: Enrolment {
                        unit: next_unit,
                        name: subject.name.clone(),
                        short: String::new(),
                        category: subject.category.clone().unwrap_or_default(),
                        joined: Some(joined),
                        certificate,
                        ..Enrolment::default()
                    },
                })
            }
            (Effect::Withdraw, Some(unit)) => Some(Change::Withdrawn { unit }),
            (Effect::Expel, Some(unit)) => Some(Change::Expelled { unit }),
            (Effect::Warn, Some(unit)) => Some(Change::Warned { unit }),
            (Effect::Authorise, Some(unit)) => Some(Change::Authorised {
                unit,
                scope: subject.scope.clone().unwrap_or_else(|| decision.text.clone()),
                from: subject.from.or(Some(meeting.date)),
                to: subject.to,
            }),
            _ => None,
        };
        changes.extend(change);
    }
    changes
}

/// Titles in a decision's words: those between title marks, or between quotation marks where there are none.
fn titles(text: &str) -> Vec<String> {
    for [open, close] in [['《', '》'], ['“', '”']] {
        let parts = text.split(open).skip(1).filter_map(|rest| rest.split_once(close));
        let found: Vec<String> = parts.map(|(title, _)| title.trim().to_owned()).collect();
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

/// The texts a decision issues or revises: its subjects, or what its words name by title; a decision
/// that names no title issues nothing.
fn issued(book: &Book, matter: &Matter, meeting: &Meeting, decision: &Decision) -> Vec<Change> {
    let since = match meeting.motion(decision.motion).map(|m| m.effective) {
        Some(Effective::On(day)) => day,
        _ => meeting.date,
    };
    let year = meeting.date.year();
    // Every number given this year counts, also one whose decision fell since.
    let first = |n: &&super::super::cases::Norm| n.matter == matter.id && n.year == year;
    let mut next = count(&book.norms.iter().filter(first).collect::<Vec<_>>());
    let own: Vec<Subject> = titles(&decision.text)
        .into_iter()
        .map(|name| Subject { name, ..Subject::default() })
        .collect();
    let texts = if decision.subjects.is_empty() { &own } else { &decision.subjects };
    let mut changes = Vec::new();
    for text in texts {
        let revised =
            text.revises.as_ref().and_then(|no| book.norms.iter().find(|n| n.number == *no));
        changes.push(match revised {
            Some(norm) => Change::Issued {
                number: norm.number.clone(),
                title: text.name.clone(),
                matter: matter.id.clone(),
                version: norm.version.saturating_add(1),
                since,
                was: Some((norm.title.clone(), norm.since)),
            },
            None => {
                next += 1;
                let pattern = matter.issues.clone().unwrap_or_else(|| "{year}-{n}".to_owned());
                Change::Issued {
                    number: numbered(&pattern, year, next),
                    title: text.name.clone(),
                    matter: matter.id.clone(),
                    version: 1,
                    since,
                    was: None,
                }
            }
        });
    }
    changes
}
