//! Motions: first the matter, hence body, rule and preconditions; then the text.

use super::super::command::Command;
use super::super::event::{Event, Subject};
use super::super::finding::{Code, Finding, Refusal};
use super::super::state::{Book, Meeting, Membership, Motion, MotionState, Phase};
use super::agenda::{living, no_vote_open};
use super::{Case, count, said};
use crate::charter::{
    ActsFor, Body, Charter, Effect, Filling, Matter, OffNotice, Office, Route, When, reading,
};
use chrono::{Datelike, NaiveDate};

/// Whether a body may decide a matter now.
#[derive(Debug, Clone)]
pub enum Power<'c> {
    /// It may, by this route.
    Granted(&'c Route),
    /// It may not; the finding cites the clause and names the bodies that may.
    Refused(Box<Finding>),
}

/// The power of a body over a matter, as the charter's matrix and the phases of the meetings say.
pub fn power<'c>(book: &Book, charter: &'c Charter, body: &str, matter: &'c Matter) -> Power<'c> {
    let others: Vec<String> =
        matter.routes.iter().filter(|r| r.body != body).map(|r| r.body.clone()).collect();
    let acts_for = charter.body(body).and_then(|b| b.acts_for.as_ref());
    let mut waiting: Option<&ActsFor> = None;
    for route in matter.routes.iter().filter(|r| r.body == body) {
        match (route.when, acts_for) {
            (When::Always, _) | (When::Recess, None) => return Power::Granted(route),
            (When::Recess, Some(acts_for)) => {
                if is_closed(book, &acts_for.body) {
                    return Power::Granted(route);
                }
                waiting = Some(acts_for);
            }
        }
    }
    let mut finding = match (waiting, acts_for) {
        (Some(acts_for), _) => Finding::new(Code::NotInRecess)
            .named(&acts_for.body)
            .citing(&acts_for.basis.article.clone().unwrap_or_default()),
        (None, Some(acts_for)) if matter.routes.iter().any(|r| r.body == acts_for.body) => {
            let mut clauses = acts_for.basis.article.clone().unwrap_or_default();
            clauses.0.extend(matter.clauses.0.iter().filter(|c| acts_for.except.0.contains(c)));
            Finding::new(Code::PowerExcluded).citing(&clauses)
        }
        _ => Finding::new(Code::OtherBody).citing(&matter.clauses),
    };
    finding.routes = others;
    Power::Refused(Box::new(finding.with("matter", &matter.id).with("body", body)))
}

/// A body is closed while it has no meeting in session; a break is not closing.
fn is_closed(book: &Book, body: &str) -> bool {
    let in_session = |m: &Meeting| m.body == body && matches!(m.phase, Phase::Open | Phase::Break);
    !book.meetings.iter().any(in_session)
}

pub(super) fn decide(case: &mut Case) -> Result<(), Refusal> {
    match &case.request.command {
        Command::Move { .. } => moved(case),
        Command::Reword { motion, text } => {
            let meeting = case.in_session()?;
            no_vote_open(meeting)?;
            let motion = pending(meeting, *motion)?;
            let text = said(text, "text")?.to_owned();
            if text == motion.text {
                return Err(Code::NothingChanges.into());
            }
            case.of(meeting, Event::Reworded { motion: motion.no, text });
            Ok(())
        }
        Command::Amend { motion, text, becomes, mover } => {
            let meeting = case.in_session()?;
            no_vote_open(meeting)?;
            let main = pending(meeting, *motion)?;
            if main.amends.is_some() {
                return Err(Finding::new(Code::UnknownMotion).with("motion", motion).into());
            }
            let charter = case.charter()?;
            let own = charter.body(&meeting.body).and_then(|b| b.rule.clone());
            let rule = match own {
                Some(own) if !charter.floor_amendment.main_rule => own,
                _ => main.rule.clone(),
            };
            let event = Event::AmendmentMoved {
                motion: next_motion(meeting),
                to: main.no,
                rule,
                text: said(text, "text")?.to_owned(),
                becomes: said(becomes, "becomes")?.to_owned(),
                mover: mover.clone(),
            };
            case.of(meeting, event);
            Ok(())
        }
        Command::Withdraw { motion } => {
            let meeting = case.in_session()?;
            no_vote_open(meeting)?;
            let motion = pending(meeting, *motion)?;
            case.of(meeting, Event::MotionWithdrawn { motion: motion.no });
            Ok(())
        }
        _ => Ok(()),
    }
}

fn moved(case: &mut Case) -> Result<(), Refusal> {
    let Command::Move { item, matter, text, mover, seconder, subjects, effective } =
        &case.request.command
    else {
        return Ok(());
    };
    let meeting = case.in_session()?;
    no_vote_open(meeting)?;
    let item = living(meeting, *item)?;
    if meeting.item_in_hand().map(|i| i.no) != Some(item.no) {
        return Err(Finding::new(Code::NoItem).with("item", item.no).into());
    }
    let charter = case.charter()?;
    let wanted = matter.as_ref().or(item.new.matter.as_ref());
    let Some(matter) = wanted.and_then(|m| charter.matter(m)) else {
        let name = wanted.cloned().unwrap_or_default();
        return Err(Finding::new(Code::UnknownName).with("name", name).into());
    };
    let route = match power(case.book, charter, &meeting.body, matter) {
        Power::Granted(route) => route,
        Power::Refused(finding) => return Err((*finding).into()),
    };
    for needed in &matter.requires {
        if !item.filed.iter().any(|f| f.precondition == *needed) {
            let basis = charter.precondition(needed).and_then(|p| p.basis.article.clone());
            let found = Finding::new(Code::MissingPrecondition).named(needed);
            return Err(found.with("matter", &matter.id).citing(&basis.unwrap_or_default()).into());
        }
    }
    let announced = item.on_notice && item.new.matter.as_deref() == Some(matter.id.as_str());
    let added = !item.on_notice && item.new.matter.as_deref() == Some(matter.id.as_str());
    if !announced && !added {
        off_notice(case, matter)?;
    }
    if matter.effect == Effect::Elect {
        return Err(Finding::new(Code::BallotOnly).citing(&matter.clauses).into());
    }
    let subjects = if subjects.is_empty() { &item.new.subjects } else { subjects };
    check_subjects(case, meeting, matter, subjects)?;
    if matter.effect == Effect::Appoint {
        term(case, meeting);
    }
    let event = Event::Moved {
        motion: next_motion(meeting),
        item: item.no,
        matter: matter.id.clone(),
        rule: route.rule.clone(),
        text: said(text, "text")?.to_owned(),
        mover: mover.clone(),
        seconder: seconder.clone(),
        subjects: subjects.clone(),
        effective: *effective,
        adopts: None,
    };
    case.of(meeting, event);
    if matter.effect == Effect::Amend {
        super::amend::moved(case, meeting, item.no, next_motion(meeting))?;
    }
    Ok(())
}

fn off_notice(case: &mut Case, matter: &Matter) -> Result<(), Refusal> {
    match matter.off_notice {
        OffNotice::Refuse => {
            let found = Finding::new(Code::NotOnNoticeGrave).with("matter", &matter.id);
            Err(found.citing(&matter.clauses).into())
        }
        OffNotice::Warn => {
            case.find(Finding::new(Code::NotOnNoticeWarn).with("matter", &matter.id));
            case.flag("charter_silent");
            Ok(())
        }
    }
}

/// Bodies go on after their term until successors are there; it is recorded as late.
fn term(case: &mut Case, meeting: &Meeting) {
    let Some(begun) = case.book.standings.get(&meeting.body).and_then(|s| s.term_begun) else {
        return;
    };
    let Some(years) =
        case.charter().ok().and_then(|c| c.body(&meeting.body)).and_then(|b| b.term_years)
    else {
        return;
    };
    let last = last_day(begun, years);
    if meeting.date > last {
        case.find(Finding::new(Code::TermExpired).with("last", last).with("body", &meeting.body));
        case.flag("charter_silent");
        case.flag("term_expired");
    }
}

/// The last day of a term of years: the day of the start does not count, and the term ends on the
/// corresponding day (Civil Code of the PRC, articles 201 and 202).
pub fn last_day(begun: NaiveDate, years: u32) -> NaiveDate {
    let year = begun.year().saturating_add(i32::try_from(years).unwrap_or(i32::MAX));
    begun
        .with_year(year)
        .or_else(|| NaiveDate::from_ymd_opt(year, begun.month(), 28))
        .unwrap_or(begun)
}

fn check_subjects(
    case: &Case,
    meeting: &Meeting,
    matter: &Matter,
    subjects: &[Subject],
) -> Result<(), Refusal> {
    let needs =
        matter.subjects || !matches!(matter.effect, Effect::None | Effect::Amend | Effect::Issue);
    if needs && subjects.is_empty() {
        return Err(Finding::new(Code::SubjectMissing).with("matter", &matter.id).into());
    }
    let charter = case.charter()?;
    for subject in subjects {
        let unfit = |field: &'static str| -> Refusal {
            Finding::new(Code::SubjectUnfit).with("name", &subject.name).with("field", field).into()
        };
        said(&subject.name, "name")?;
        let is_member = |unit: u32| {
            case.book.members.get(&unit).is_some_and(|m| m.standing == Membership::Member)
        };
        match matter.effect {
            Effect::Admit => {
                let on_register = |m: &super::super::state::Member| {
                    m.entry.name == subject.name && m.standing == Membership::Member
                };
                if case.book.members.values().any(on_register) {
                    return Err(unfit("name"));
                }
                let known = |id: &String| charter.categories.iter().any(|c| c.id == *id);
                if subject.category.as_ref().is_some_and(|c| !known(c)) {
                    return Err(unfit("category"));
                }
            }
            Effect::Withdraw | Effect::Expel | Effect::Warn | Effect::Authorise => {
                if !subject.unit.is_some_and(is_member) {
                    return Err(unfit("unit"));
                }
            }
            Effect::Appoint => {
                let office = subject.office.as_deref().and_then(|o| charter.office(o));
                // An office the charter fills by election is not filled by appointing somebody to it.
                let fits = |o: &Office| o.chosen_by == meeting.body && o.by == Filling::Appointment;
                if !office.is_some_and(fits) {
                    return Err(unfit("office"));
                }
                if subject.unit.is_some_and(|u| !is_member(u)) {
                    return Err(unfit("unit"));
                }
            }
            Effect::Confirm => {
                let chosen = |d: &super::super::state::Decision| {
                    let by = charter.matter(&d.matter).and_then(|m| m.confirm.as_deref());
                    let same = |s: &Subject| s.name == subject.name && s.office == subject.office;
                    !d.void && by == Some(matter.id.as_str()) && d.subjects.iter().any(same)
                };
                if !case.book.decisions.iter().any(chosen) {
                    let found = Finding::new(Code::NothingToConfirm).with("name", &subject.name);
                    return Err(found.citing(&matter.clauses).into());
                }
                if !subject.unit.is_some_and(is_member) {
                    return Err(unfit("unit"));
                }
            }
            Effect::Issue => {
                let revised = subject.revises.as_ref();
                if revised.is_some_and(|no| case.book.norms.iter().all(|n| n.number != *no)) {
                    return Err(unfit("revises"));
                }
            }
            Effect::None | Effect::Amend | Effect::Elect => {}
        }
    }
    Ok(())
}

pub(super) fn next_motion(meeting: &Meeting) -> u32 {
    count(&meeting.motions) + 1
}

/// A motion that is still open.
pub(super) fn pending(meeting: &Meeting, motion: u32) -> Result<&Motion, Refusal> {
    let motion = meeting
        .motion(motion)
        .ok_or_else(|| Refusal::from(Finding::new(Code::UnknownMotion).with("motion", motion)))?;
    if motion.state == MotionState::Pending {
        Ok(motion)
    } else {
        Err(Finding::new(Code::MotionSettled).with("motion", motion.no).into())
    }
}

/// Units recused leave the body too small to decide. The way out is the body the charter sends such
/// matters to; where it has no power over this one, the reading of the charter that would give it.
pub(super) fn enough_left(
    charter: &Charter,
    body: &Body,
    matter: &Matter,
    roll: u32,
    recused: u32,
) -> Result<(), Refusal> {
    let Some(minimum) = body.recusal_minimum.as_ref().filter(|_| recused > 0) else {
        return Ok(());
    };
    let left = roll.saturating_sub(recused);
    if left >= minimum.units {
        return Ok(());
    }
    let mut found =
        Finding::new(Code::TooFewNotRecused).with("left", left).with("minimum", minimum.units);
    if !matter.routes.iter().any(|r| r.body == minimum.then)
        && let Some((question, option)) = reading::giving(charter, matter, &minimum.then)
    {
        found = found.with("question", question).with("option", option);
    }
    found.routes = vec![minimum.then.clone()];
    Err(found.citing(&minimum.basis.article.clone().unwrap_or_default()).into())
}
