//! Votes: freezing what they are judged by, taking them, and ending the count.

use super::super::command::{Choice, Command};
use super::super::event::{Count, Event, Frozen, Papers, Presence};
use super::super::finding::{Code, Finding, Refusal};
use super::super::state::{Book, Meeting, Motion, MotionState, Vote, VoteState};
use super::super::tally;
use super::agenda::no_vote_open;
use super::motions::{Power, enough_left, pending, power};
use super::scales::{beside_fits, freeze as freeze_scales, voted_before};
use super::{Case, count};
use crate::charter::{Body, Comparator, Effect, Matter, Method, Status};
use crate::record::scales::Beside;
use std::collections::BTreeMap;

pub(super) fn decide(case: &mut Case) -> Result<(), Refusal> {
    let meeting = case.in_session()?;
    match &case.request.command {
        Command::OpenVote { motion, method, subjects } => {
            open(case, meeting, *motion, *method, subjects)
        }
        Command::AdmitToVote { unit } => {
            let vote = open_vote(meeting)?;
            super::door::on_roll(case, meeting, *unit)?;
            let barred = !meeting.is_present(*unit)
                || vote.frozen.recused.contains(unit)
                || !vote.frozen.roll.contains(unit);
            if barred || vote.voters().contains(unit) {
                return Err(Finding::new(Code::NotAVoter).with("unit", unit).into());
            }
            case.of(meeting, Event::AdmittedToVote { vote: vote.no, unit: *unit });
            Ok(())
        }
        Command::Count { yes, no, abstain, section, by } => {
            let vote = open_vote(meeting)?;
            by_method(vote, Method::Hands)?;
            let section = section.trim().to_owned();
            let counted = Count {
                yes: *yes,
                no: *no,
                abstain: *abstain,
                section,
                derived_from: None,
                papers: None,
                by: by.clone(),
            };
            hands_fit(vote, &counted)?;
            beside_fits(vote, &counted)?;
            case.of(meeting, Event::Counted { vote: vote.no, count: counted });
            Ok(())
        }
        Command::CountMinority { no, abstain, in_room } => {
            minority(case, meeting, *no, *abstain, *in_room)
        }
        Command::Call { unit, choice } => {
            let vote = open_vote(meeting)?;
            by_method(vote, Method::RollCall)?;
            if !vote.voters().contains(unit) {
                return Err(Finding::new(Code::NotAVoter).with("unit", unit).into());
            }
            if vote.calls.get(unit) == Some(choice) {
                return Err(Finding::new(Code::NothingChanges).with("unit", unit).into());
            }
            let (unit, choice): (u32, Choice) = (*unit, *choice);
            case.of(meeting, Event::Called { vote: vote.no, unit, choice });
            Ok(())
        }
        Command::Ballots { issued, recovered, valid, invalid, yes, no, abstain, by } => {
            let papers =
                Papers { issued: *issued, recovered: *recovered, valid: *valid, invalid: *invalid };
            ballots(case, meeting, papers, [*yes, *no, *abstain], by)
        }
        Command::CloseVote => close(case, meeting),
        Command::Challenge { by, ground, method } => {
            let vote = meeting.vote_in_hand().ok_or_else(|| Refusal::from(Code::NoVote))?;
            let by = super::said(by, "by")?.to_owned();
            let method = method.unwrap_or(vote.method);
            let event = Event::Challenged { vote: vote.no, by, ground: ground.clone(), method };
            case.of(meeting, event);
            Ok(())
        }
        _ => Ok(()),
    }
}

fn open(
    case: &mut Case,
    meeting: &Meeting,
    motion: u32,
    method: Method,
    subjects: &[usize],
) -> Result<(), Refusal> {
    no_vote_open(meeting)?;
    let motion = pending(meeting, motion)?;
    if meeting.item_in_hand().map(|i| i.no) != Some(motion.item) {
        return Err(Finding::new(Code::NoItem).with("item", motion.item).into());
    }
    let waits = |m: &&Motion| {
        m.state == MotionState::Pending
            && m.amends.as_ref().is_some_and(|(main, _)| *main == motion.no)
    };
    if let Some(amendment) = meeting.motions.iter().find(waits) {
        return Err(Finding::new(Code::AmendmentsFirst).with("motion", amendment.no).into());
    }
    for place in subjects {
        let open = motion.by_subject.get(*place).is_some_and(Option::is_none);
        if !open {
            let found =
                Finding::new(Code::SubjectUnfit).with("name", place).with("field", "subject");
            return Err(found.into());
        }
    }
    if subjects.is_empty() && motion.by_subject.iter().any(Option::is_some) {
        let found = Finding::new(Code::SubjectMissing).with("matter", &motion.matter);
        return Err(found.into());
    }
    super::amend::before_vote(case, meeting, motion)?;
    let charter = case.charter()?;
    let Some(matter) = charter.matter(&motion.matter) else {
        return Err(Finding::new(Code::UnknownName).with("name", &motion.matter).into());
    };
    if let Power::Refused(finding) = power(case.book, charter, &meeting.body, matter) {
        return Err((*finding).into());
    }
    let body = case.body(&meeting.body)?;
    let mut frozen = freeze(case.book, meeting, motion)
        .ok_or_else(|| Refusal::from(Finding::new(Code::UnknownName).with("name", &motion.rule)))?;
    frozen.scales.voted_again = voted_before(meeting, motion.no, subjects);
    if !frozen.scales.vetoes.is_empty() && method != Method::RollCall {
        return Err(Code::VetoNeedsRollCall.into());
    }
    quorum(case.book, body, meeting, &frozen)?;
    enough_left(charter, body, matter, count(&frozen.roll), count(&frozen.recused))?;
    // Where the body's rules know recusal, whoever is warned or expelled is asked to withdraw.
    let strict = matches!(matter.effect, Effect::Expel | Effect::Warn);
    if strict && body.recusal_minimum.is_some() {
        let concerned = motion.subjects.iter().filter_map(|s| s.unit);
        for unit in concerned.filter(|unit| frozen.voters.contains(unit)) {
            case.find(Finding::new(Code::InterestedVotes).with("unit", unit));
        }
    }
    let voters = count(&frozen.voters);
    if let Some(needed) = frozen.needed.filter(|n| *n > voters) {
        let found = Finding::new(Code::Unpassable).with("needed", needed).with("present", voters);
        case.find(found.citing(&frozen.rule.basis.article.clone().unwrap_or_default()));
    }
    for flag in frozen.flags.iter().filter(|f| *f != Code::Unpassable.stem()) {
        case.flag(flag);
    }
    let vote = count(&meeting.votes) + 1;
    let (motion, subjects) = (motion.no, subjects.to_vec());
    let frozen = Box::new(frozen);
    case.of(meeting, Event::VoteOpened { vote, motion, subjects, method, frozen });
    Ok(())
}

/// What a vote on this motion would be judged by if it were opened now: the rule, the roll, those
/// present, the base and the votes needed. `None` where the charter lacks the rule.
pub fn freeze(book: &Book, meeting: &Meeting, motion: &Motion) -> Option<Frozen> {
    let charter = book.charter.as_deref()?;
    let matter = charter.matter(&motion.matter).filter(|_| motion.amends.is_none());
    freeze_by(book, meeting, &motion.rule, motion.item, matter)
}

/// The same for anything decided under an item by this rule.
pub(in crate::record) fn freeze_by(
    book: &Book,
    meeting: &Meeting,
    rule: &str,
    item: u32,
    matter: Option<&Matter>,
) -> Option<Frozen> {
    let charter = book.charter.as_deref()?;
    let rule = charter.rule(rule)?.clone();
    let roll = book.roll_of(&meeting.body);
    let item = meeting.item(item)?;
    let recused: Vec<u32> = roll.iter().copied().filter(|u| item.recused.contains_key(u)).collect();
    let voters: Vec<u32> =
        meeting.present(&roll).into_iter().filter(|u| !recused.contains(u)).collect();
    let by_proxy = |u: &u32| {
        matches!(meeting.attendance.get(u).map(|a| &a.presence), Some(Presence::Proxy { .. }))
    };
    let proxies: Vec<u32> = voters.iter().copied().filter(by_proxy).collect();
    let fixed = rule.is_plain() && rule.base.is_known_before();
    let scales = freeze_scales(book, &rule, &roll, item);
    let mut frozen = Frozen {
        charter_version: charter.identity.version,
        roll_changed: !meeting.roll_at_opening.is_empty() && meeting.roll_at_opening != roll,
        rule,
        roll,
        voters,
        proxies,
        recused,
        base: None,
        needed: None,
        flags: Vec::new(),
        matter_flags: Default::default(),
        scales,
    };
    let voters = count(&frozen.voters);
    if fixed {
        let (base, needed) = tally::measure(&frozen, voters, &tally::Tally::default());
        frozen.base = Some(base);
        frozen.needed = needed;
    }
    if frozen.needed.is_some_and(|n| n > voters) || (fixed && frozen.needed.is_none()) {
        frozen.flags.push(Code::Unpassable.stem().to_owned());
    }
    let assumed = frozen.rule.basis.status == Status::Assumed
        || (!frozen.proxies.is_empty() && charter.proxy.basis.status == Status::Assumed);
    if assumed {
        frozen.flags.push(Code::AssumedRule.stem().to_owned());
    }
    if let Some(Matter { flags_always, flags_carried, flags_lost, .. }) = matter {
        frozen.matter_flags = [flags_always.clone(), flags_carried.clone(), flags_lost.clone()];
    }
    Some(frozen)
}

/// Without the quorum no vote is opened.
pub(in crate::record) fn quorum(
    book: &Book,
    body: &Body,
    meeting: &Meeting,
    frozen: &Frozen,
) -> Result<(), Refusal> {
    let Some(quorum) = &body.quorum else {
        return Ok(());
    };
    let present = count(&frozen.voters);
    let roll = count(&frozen.roll).saturating_sub(count(&frozen.recused));
    let again = meeting.second_call.is_some();
    let weighed = super::scales::weighed(book, quorum, again, &frozen.voters, &frozen.roll);
    if weighed && (quorum.weight.is_some() || quorum.met(present, roll, again)) {
        return Ok(());
    }
    let needed = quorum.needed(roll, again);
    let found = Finding::new(Code::QuorumLost).named(&quorum.id).with("present", present);
    let found = found.with("needed", needed).with("roll", roll);
    Err(found.citing(&quorum.basis.article.clone().unwrap_or_default()).into())
}

/// The vote being taken.
pub(super) fn open_vote(meeting: &Meeting) -> Result<&Vote, Refusal> {
    let open = meeting.votes.iter().find(|v| v.state == VoteState::Open);
    open.ok_or_else(|| Code::NoVote.into())
}

fn by_method(vote: &Vote, method: Method) -> Result<(), Refusal> {
    if vote.method == method { Ok(()) } else { Err(Code::WrongMethod.into()) }
}

/// The hands of one count, with those of the other sections, are never more than the voters.
pub(super) fn hands_fit(vote: &Vote, new: &Count) -> Result<(), Refusal> {
    let mut with_new = vote.clone();
    with_new.counts.push(new.clone());
    let figures = tally::tally(&with_new);
    let voters = count(&vote.frozen.voters) + count(&vote.admitted);
    // Saturation would hide an absurd entry; a sum that does not fit is more than anybody has.
    let sum = u64::from(figures.yes) + u64::from(figures.no) + u64::from(figures.abstain);
    if sum > u64::from(voters) {
        let found = Finding::new(Code::TallyExceedsPresent).with("counted", sum);
        return Err(found.with("present", voters).into());
    }
    Ok(())
}

fn minority(
    case: &mut Case,
    meeting: &Meeting,
    no: u32,
    abstain: u32,
    in_room: u32,
) -> Result<(), Refusal> {
    let vote = open_vote(meeting)?;
    by_method(vote, Method::Hands)?;
    let charter = case.charter()?;
    let matter = meeting.motion(vote.motion).and_then(|m| charter.matter(&m.matter));
    if let Some(matter) = matter.filter(|m| m.grave) {
        return Err(Finding::new(Code::DerivedGrave).citing(&matter.clauses).into());
    }
    let voters = count(&vote.frozen.voters) + count(&vote.admitted);
    if in_room > voters {
        let found = Finding::new(Code::RoomExceedsPresent).with("in_room", in_room);
        return Err(found.with("present", voters).into());
    }
    let others = no.checked_add(abstain).filter(|sum| *sum <= in_room);
    let Some(others) = others else {
        let found = Finding::new(Code::MinorityExceedsRoom).with("in_room", in_room);
        return Err(found.with("no", no).with("abstain", abstain).into());
    };
    let yes = in_room - others;
    let derived = Count {
        yes,
        no,
        abstain,
        section: String::new(),
        derived_from: Some(in_room),
        papers: None,
        by: BTreeMap::new(),
    };
    let mut with_new = vote.clone();
    with_new.counts.push(derived.clone());
    let (_, needed) = tally::measure(&vote.frozen, voters, &tally::tally(&with_new));
    let share = charter.minority_count.margin;
    let margin = share.bound(Comparator::AtLeast, in_room).unwrap_or(0);
    if let Some(needed) = needed.filter(|n| yes >= *n && yes - *n < margin) {
        let found = Finding::new(Code::DerivedMargin).with("yes", yes).with("needed", needed);
        return Err(found.with("margin", margin).into());
    }
    case.of(meeting, Event::Counted { vote: vote.no, count: derived });
    Ok(())
}

fn ballots(
    case: &mut Case,
    meeting: &Meeting,
    papers: Papers,
    [yes, no, abstain]: [u32; 3],
    by: &BTreeMap<String, Beside>,
) -> Result<(), Refusal> {
    let vote = open_vote(meeting)?;
    by_method(vote, Method::Secret)?;
    let voters = count(&vote.frozen.voters) + count(&vote.admitted);
    if papers.issued > voters {
        let found = Finding::new(Code::IssuedExceedsVoters).with("issued", papers.issued);
        return Err(found.with("present", voters).into());
    }
    let sum = |a: u32, b: u32| u64::from(a) + u64::from(b);
    if sum(papers.valid, papers.invalid) != u64::from(papers.recovered) {
        let found = Finding::new(Code::PapersDoNotAddUp)
            .with("valid", papers.valid)
            .with("invalid", papers.invalid);
        return Err(found.with("recovered", papers.recovered).into());
    }
    if sum(yes, no) + u64::from(abstain) != u64::from(papers.valid) {
        let found = Finding::new(Code::ChoicesDoNotAddUp)
            .with("yes", yes)
            .with("no", no)
            .with("abstain", abstain);
        return Err(found.with("valid", papers.valid).into());
    }
    // A box that holds too many papers is what happened; it is recorded, and cannot be closed.
    if papers.recovered > papers.issued {
        let found = Finding::new(Code::BoxExceedsIssued).with("issued", papers.issued);
        case.find(found.with("recovered", papers.recovered));
    }
    let counted = Count {
        yes,
        no,
        abstain,
        section: String::new(),
        derived_from: None,
        papers: Some(papers),
        by: by.clone(),
    };
    beside_fits(vote, &counted)?;
    case.of(meeting, Event::Counted { vote: vote.no, count: counted });
    Ok(())
}

fn close(case: &mut Case, meeting: &Meeting) -> Result<(), Refusal> {
    let vote = open_vote(meeting)?;
    let empty = match vote.method {
        Method::RollCall => vote.calls.is_empty(),
        Method::Hands | Method::Secret => vote.counts.is_empty(),
    };
    if empty {
        return Err(Code::NothingCounted.into());
    }
    if let Some(scale) = tally::lacking(vote) {
        return Err(Finding::new(Code::ScaleNotCounted).with("scale", scale).into());
    }
    let verdict = tally::verdict(vote);
    if let Some(papers) = verdict.tally.papers.filter(|p| p.recovered > p.issued) {
        let found = Finding::new(Code::BoxMustBeVoided).with("issued", papers.issued);
        return Err(found.with("recovered", papers.recovered).into());
    }
    let silent = vote.voters().len().saturating_sub(vote.calls.len());
    if vote.method == Method::RollCall && silent > 0 {
        case.find(Finding::new(Code::RollCallIncomplete).with("silent", silent));
    }
    for flag in &verdict.flags {
        // Answered when the vote was opened; at the close it is only repeated in the verdict.
        if flag != Code::Unpassable.stem() {
            case.flag(flag);
        }
    }
    case.of(meeting, Event::VoteClosed { vote: vote.no, verdict });
    Ok(())
}
