//! The minutes as a paper: texts and remarks while they are a draft, then versions, approval, slips.

use super::super::command::Command;
use super::super::event::Event;
use super::super::finding::{Code, Finding, Refusal};
use super::super::follow;
use super::super::issue::{
    AnswerRemark, ApproveMinutes, IssueMinutes, Issued, Life, Printed, PublishMinutes,
    RemarkOnDraft, Remarked, Reopening, Role, Slip, SlipIssued, State, Version, Word, corrects,
    signers,
};
use super::super::state::{Meeting, Phase};
use super::opening::on_register;
use super::{Case, count, said};
use chrono::NaiveDate;
use std::collections::BTreeSet;

pub(super) fn decide(case: &mut Case) -> Result<(), Refusal> {
    let meeting = meeting(case)?;
    match &case.request.command {
        Command::Word(word) => wording(case, meeting, word),
        Command::RemarkOnDraft(remark) => remarked(case, meeting, remark),
        Command::AnswerRemark(answer) => answered(case, meeting, answer),
        Command::IssueMinutes(issue) => issued(case, meeting, issue),
        Command::ApproveMinutes(approval) => approved(case, meeting, approval),
        Command::PublishMinutes(publication) => published(case, meeting, publication),
        Command::ReopenMinutes(_) => reopened(case, meeting),
        Command::Slip(slip) => slip_issued(case, meeting, slip),
        Command::Printed(printed) => papers(case, meeting, printed),
        // Everything else is decided in its own file.
        _ => Ok(()),
    }
}

/// The meeting named, the one in hand, or the last one: minutes are mostly worked on after the closing.
pub(super) fn meeting<'a>(case: &Case<'a>) -> Result<&'a Meeting, Refusal> {
    match case.request.meeting {
        None if case.book.meeting_in_hand().is_none() => {
            case.book.meetings.last().ok_or_else(|| Code::NoMeeting.into())
        }
        _ => case.meeting(),
    }
}

fn wording(case: &mut Case, meeting: &Meeting, word: &Word) -> Result<(), Refusal> {
    unsettled(case, meeting)?;
    on_agenda(meeting, word.item)?;
    let text = word.text.trim();
    let stands = case.book.minutes_of(meeting.no).and_then(|l| l.wording(word.item, word.lang));
    if stands.unwrap_or_default() == text {
        return Err(Code::NothingChanges.into());
    }
    let event = Event::MinutesWorded(Word { text: text.to_owned(), ..word.clone() });
    case.of(meeting, event);
    Ok(())
}

fn remarked(case: &mut Case, meeting: &Meeting, remark: &RemarkOnDraft) -> Result<(), Refusal> {
    unsettled(case, meeting)?;
    on_agenda(meeting, remark.item)?;
    let by = remark.by.trim();
    one_of(("unit", remark.unit.is_some()), ("who", !by.is_empty()))?;
    if let Some(unit) = remark.unit {
        on_register(case, unit)?;
    }
    let text = said(&remark.text, "text")?.to_owned();
    let known = case.book.minutes_of(meeting.no).map_or(0, |l| count(&l.remarks));
    let of = RemarkOnDraft { by: by.to_owned(), text, ..remark.clone() };
    case.of(meeting, Event::DraftRemarked(Remarked { remark: known + 1, of }));
    Ok(())
}

fn answered(case: &mut Case, meeting: &Meeting, answer: &AnswerRemark) -> Result<(), Refusal> {
    let life = case.book.minutes_of(meeting.no);
    let known = life.and_then(|l| l.remarks.iter().find(|r| r.remark.remark == answer.remark));
    let Some(known) = known else {
        return Err(Finding::new(Code::UnknownRemark).with("remark", answer.remark).into());
    };
    let text = said(&answer.text, "text")?.to_owned();
    let answer = AnswerRemark { text, ..answer.clone() };
    if known.answer.as_ref() == Some(&answer) {
        return Err(Code::NothingChanges.into());
    }
    case.of(meeting, Event::RemarkAnswered(answer));
    Ok(())
}

fn issued(case: &mut Case, meeting: &Meeting, issue: &IssueMinutes) -> Result<(), Refusal> {
    if meeting.phase != Phase::Closed {
        return Err(Finding::new(Code::MeetingNotClosed).with("meeting", meeting.no).into());
    }
    unsettled(case, meeting)?;
    digest(&issue.sha256)?;
    digest(&issue.head_sha256)?;
    let life = case.book.minutes_of(meeting.no);
    let changed = life.map_or(0, |l| l.changed);
    if issue.head_entry < changed || issue.head_entry > case.book.seq {
        let found = Finding::new(Code::CompiledTooEarly).with("entry", issue.head_entry);
        return Err(found.into());
    }
    let last = life.and_then(Life::last).filter(|v| !v.reopened);
    if last.is_some_and(|v| v.of.sha256 == issue.sha256) {
        return Err(Code::NothingChanges.into());
    }
    remarks_are_answered(case, life);
    if let Some(last) = last.filter(|v| !v.signatures.is_empty()) {
        let found = Finding::new(Code::SignaturesLeftBehind).with("version", last.of.version);
        case.find(found);
    }
    let event = Event::MinutesIssued(Version {
        version: life.map_or(0, |l| count(&l.versions)) + 1,
        sha256: issue.sha256.clone(),
        size: issue.size,
        head_entry: issue.head_entry,
        head_sha256: issue.head_sha256.clone(),
    });
    case.of(meeting, event);
    Ok(())
}

fn approved(case: &mut Case, meeting: &Meeting, given: &ApproveMinutes) -> Result<(), Refusal> {
    let (life, version) = in_force(case, meeting, given.version)?;
    if version.approval.is_some() {
        return Err(Finding::new(Code::MinutesSettled).with("version", given.version).into());
    }
    let by = given.by.trim();
    one_of(("decision", given.decision.is_some()), ("approved_by", !by.is_empty()))?;
    let mut day = given.day.unwrap_or(case.when().date_naive());
    if let Some(no) = given.decision {
        let decision = follow::decision(case.book, no).filter(|d| !d.void);
        let decision =
            decision.ok_or_else(|| Finding::new(Code::UnknownDecision).with("decision", no))?;
        let later = case.book.meeting(decision.meeting).filter(|m| m.opened > meeting.closed);
        let later =
            later.ok_or_else(|| Finding::new(Code::NotALaterMeeting).with("decision", no))?;
        day = given.day.unwrap_or(later.date);
    }
    fits(case, meeting, day)?;
    remarks_are_answered(case, Some(life));
    if life.changed > version.of.head_entry {
        let found = Finding::new(Code::ChangedSinceIssued).with("version", given.version);
        case.find(found);
    }
    let by = by.to_owned();
    let event = ApproveMinutes { by, day: Some(day), ..given.clone() };
    case.of(meeting, Event::MinutesApproved(event));
    Ok(())
}

fn published(case: &mut Case, meeting: &Meeting, given: &PublishMinutes) -> Result<(), Refusal> {
    let (_, version) = in_force(case, meeting, given.version)?;
    if version.state() == State::Draft {
        return Err(Finding::new(Code::StillDraft).with("version", given.version).into());
    }
    let place = said(&given.place, "where")?.to_owned();
    fits(case, meeting, given.day)?;
    let event = PublishMinutes { place, ..given.clone() };
    if version.published.contains(&event) {
        return Err(Code::NothingChanges.into());
    }
    if !version.is_signed() {
        case.find(Finding::new(Code::NotSigned).with("version", given.version));
    }
    let left = case.book.still_to_sign(meeting).into_iter();
    let left: Vec<String> =
        left.filter(|(role, _)| *role == Role::Teller).map(|(_, who)| who).collect();
    if !left.is_empty() {
        case.find(Finding::new(Code::TellersNotSigned).with("names", left.join("、")));
    }
    case.of(meeting, Event::MinutesPublished(event));
    Ok(())
}

fn reopened(case: &mut Case, meeting: &Meeting) -> Result<(), Refusal> {
    let life = case.book.minutes_of(meeting.no);
    let version = life.and_then(Life::last).ok_or_else(|| Refusal::from(Code::NothingToReopen))?;
    match version.state() {
        State::Draft => return Err(Code::NothingToReopen.into()),
        State::Published => {
            let found = Finding::new(Code::MinutesPublished).with("version", version.of.version);
            return Err(found.into());
        }
        State::Approved | State::Signed => {}
    }
    let later = |m: &&Meeting| m.body == meeting.body && m.opened > meeting.closed;
    let approved = |m: &&Meeting| case.book.minutes_of(m.no).is_some_and(|l| !l.is_open());
    if let Some(later) = case.book.meetings.iter().filter(later).find(approved) {
        return Err(Finding::new(Code::LaterMinutesApproved).with("meeting", later.no).into());
    }
    case.find(Finding::new(Code::Reopens).with("version", version.of.version));
    // Without a reason the warning is not answered and nothing is recorded.
    let reason = case.request.reason.as_deref().unwrap_or_default().trim().to_owned();
    let day = case.when().date_naive();
    let event = Reopening { version: version.of.version, day, reason };
    case.of(meeting, Event::MinutesReopened(event));
    Ok(())
}

fn slip_issued(case: &mut Case, meeting: &Meeting, slip: &Slip) -> Result<(), Refusal> {
    let (life, version) = in_force(case, meeting, slip.version)?;
    if version.state() < State::Signed {
        return Err(Finding::new(Code::SlipTooEarly).with("version", slip.version).into());
    }
    let of = Slip {
        version: slip.version,
        passage: said(&slip.passage, "passage")?.to_owned(),
        was: said(&slip.was, "old")?.to_owned(),
        becomes: said(&slip.becomes, "new")?.to_owned(),
        why: said(&slip.why, "why")?.to_owned(),
    };
    if of.was == of.becomes {
        return Err(Code::NothingChanges.into());
    }
    let known: Vec<&SlipIssued> = life.slips().collect();
    let (slip, day) = (count(&known) + 1, case.when().date_naive());
    case.of(meeting, Event::SlipIssued(SlipIssued { slip, day, of }));
    Ok(())
}

fn papers(case: &mut Case, meeting: &Meeting, printed: &Printed) -> Result<(), Refusal> {
    on_agenda(meeting, printed.item)?;
    let paper = said(&printed.paper, "paper")?.to_owned();
    if printed.copies == 0 {
        return Err(Finding::new(Code::TextMissing).with("field", "copies").into());
    }
    case.of(meeting, Event::PapersPrinted(Printed { paper, ..printed.clone() }));
    Ok(())
}

/// Points out that a correction changes what settled minutes say: they are reopened or a slip is issued, and
/// neither happens by itself.
pub(super) fn overtaken(case: &mut Case) {
    let corrected: BTreeSet<u32> =
        case.events.iter().flat_map(|(meeting, event)| corrects(*meeting, event)).collect();
    for no in corrected {
        let life = case.book.minutes_of(no).filter(|l| !l.is_open());
        if let Some(version) = life.and_then(Life::last) {
            let found = Finding::new(Code::MinutesOvertaken)
                .with("meeting", no)
                .with("version", version.of.version);
            case.find(found.with("state", version.state().code()));
        }
    }
}

/// Texts, remarks and versions change only while the minutes are a draft.
fn unsettled(case: &Case, meeting: &Meeting) -> Result<(), Refusal> {
    let life = case.book.minutes_of(meeting.no);
    match life.filter(|l| !l.is_open()).and_then(Life::last) {
        Some(version) => {
            Err(Finding::new(Code::MinutesSettled).with("version", version.of.version).into())
        }
        None => Ok(()),
    }
}

/// The version that counts, if it is the one named.
pub(super) fn in_force<'a>(
    case: &Case<'a>,
    meeting: &Meeting,
    no: u32,
) -> Result<(&'a Life, &'a Issued), Refusal> {
    let life = case.book.minutes_of(meeting.no);
    let unknown = || Refusal::from(Finding::new(Code::UnknownVersion).with("version", no));
    let life = life.ok_or_else(unknown)?;
    let version = life.versions.iter().find(|v| v.of.version == no).ok_or_else(unknown)?;
    if version.reopened {
        return Err(Finding::new(Code::VersionReopened).with("version", no).into());
    }
    let last = count(&life.versions);
    if last != no {
        let found = Finding::new(Code::VersionOutdated).with("version", no).with("newest", last);
        return Err(found.into());
    }
    Ok((life, version))
}

fn remarks_are_answered(case: &mut Case, life: Option<&Life>) {
    let left = life.map_or(0, Life::unanswered);
    if left > 0 {
        case.find(Finding::new(Code::RemarksUnanswered).with("left", left));
    }
}

fn on_agenda(meeting: &Meeting, item: Option<u32>) -> Result<(), Refusal> {
    match item.filter(|no| meeting.item(*no).is_none()) {
        Some(no) => Err(Finding::new(Code::UnknownItem).with("item", no).into()),
        None => Ok(()),
    }
}

/// Of two fields one is given.
pub(super) fn one_of(
    one: (&'static str, bool),
    other: (&'static str, bool),
) -> Result<(), Refusal> {
    if one.1 == other.1 {
        let found = Finding::new(Code::OneOfTwo).with("field", one.0).with("instead", other.0);
        return Err(found.into());
    }
    Ok(())
}

/// A day on which something can be done with the minutes: after the closing, and not to come.
pub(super) fn fits(case: &Case, meeting: &Meeting, day: NaiveDate) -> Result<(), Refusal> {
    if day > case.request.entered.date_naive() {
        return Err(Finding::new(Code::TimeInFuture).with("time", day).into());
    }
    let closed = meeting.closed.map(|at| at.date_naive());
    match closed.filter(|closed| day < *closed) {
        Some(closed) => Err(Finding::new(Code::DayTooEarly).with("time", closed).into()),
        None => Ok(()),
    }
}

/// A SHA-256 as 64 small hexadecimal letters.
pub(super) fn digest(text: &str) -> Result<(), Refusal> {
    let fits =
        text.len() == 64 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    if fits { Ok(()) } else { Err(Code::NotADigest.into()) }
}

/// Who signs in a role, as the record names them; several where several counted.
pub(super) fn named_for(meeting: &Meeting, role: Role) -> Vec<String> {
    let of = |(has, who): (Role, String)| (has == role).then_some(who);
    signers(meeting).into_iter().filter_map(of).collect()
}
