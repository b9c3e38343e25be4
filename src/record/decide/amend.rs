//! Amending the charter: drafting, collecting opinions, putting a draft, and what a carried one enacts.

use super::super::amend::{
    self, Collation, Draft, DraftPut, Drafted, NewDraft, Opinion, Putting, TakenBack,
};
use super::super::command::Command;
use super::super::event::{Change, Event, Touched};
use super::super::finding::{Code, Finding, Refusal};
use super::super::state::{Book, Decision, Item, Meeting, Motion, MotionState};
use super::agenda::living;
use super::opening::on_register;
use super::{Case, count, said};
use crate::charter::write::{self, Marks, WriteFault};
use crate::charter::{Effect, read, reading};

pub(super) fn decide(case: &mut Case) -> Result<(), Refusal> {
    match &case.request.command {
        Command::DraftAmendment(wanted) => drafted(case, wanted),
        Command::CollectOpinion(opinion) => collect(case, opinion),
        Command::CollateOpinions(collation) => collate(case, collation),
        Command::PutDraft(putting) => put(case, putting),
        _ => Ok(()),
    }
}

fn drafted(case: &mut Case, wanted: &NewDraft) -> Result<(), Refusal> {
    let current = case.charter()?;
    let base = case.book.versions.last().map(|v| v.sha256.clone()).unwrap_or_default();
    let text = match (&wanted.text, wanted.articles.is_empty()) {
        (Some(text), true) => text.clone(),
        (None, false) => {
            write::amend(&case.book.charter_text, &wanted.articles).map_err(unwritten)?
        }
        _ => return Err(Finding::new(Code::TextMissing).with("field", "text").into()),
    };
    let marks = Marks {
        version: amend::next_version(case.book),
        adopted: None,
        in_force: None,
        doc_no: None,
    };
    let text = write::stamp(&text, &marks).unwrap_or(text);
    let new = read::read(&text)
        .map_err(|faults| Finding::new(Code::CharterFaulty).with("faults", faults.len()))?;
    if new.identity.id != current.identity.id {
        return Err(Finding::new(Code::CharterForeign).with("id", &new.identity.id).into());
    }
    let differs = amend::compared(&case.book.charter_text, &text).is_some_and(|c| !c.is_empty());
    if !differs {
        return Err(Code::NothingChanges.into());
    }
    let sha256 = amend::digest(&text);
    let draft = count(&case.book.drafts) + 1;
    let note = wanted.note.trim().to_owned();
    case.of_book(Event::AmendmentDrafted(Drafted { draft, base, sha256, text, note }));
    Ok(())
}

fn unwritten(fault: WriteFault) -> Refusal {
    match fault {
        WriteFault::NoArticles => Code::NoArticlesToAmend.into(),
        WriteFault::NoSuchArticle { no } => {
            Finding::new(Code::UnknownArticle).with("article", no).into()
        }
        WriteFault::Twice { no } => Finding::new(Code::ArticleTwice).with("article", no).into(),
        WriteFault::RestedOn { no, at } => {
            Finding::new(Code::ArticleRestedOn).with("article", no).with("at", at).into()
        }
        WriteFault::Named { no, by } => {
            Finding::new(Code::ArticleNamed).with("article", no).with("by", by).into()
        }
    }
}

fn known<'a>(case: &Case<'a>, no: u32) -> Result<&'a Draft, Refusal> {
    let known = amend::draft(case.book, no);
    known.ok_or_else(|| Finding::new(Code::UnknownDraft).with("draft", no).into())
}

fn collect(case: &mut Case, opinion: &Opinion) -> Result<(), Refusal> {
    known(case, opinion.draft)?;
    let from = opinion.from.trim().to_owned();
    match opinion.unit {
        Some(unit) => on_register(case, unit)?,
        None => drop(said(&from, "by")?),
    }
    let text = said(&opinion.text, "text")?.to_owned();
    case.of_book(Event::OpinionCollected(Opinion { from, text, ..opinion.clone() }));
    Ok(())
}

/// Collated, the opinions are on file wherever the draft waits to be moved.
fn collate(case: &mut Case, collation: &Collation) -> Result<(), Refusal> {
    let draft = known(case, collation.draft)?;
    let text = said(&collation.text, "text")?.to_owned();
    if draft.collations.last().is_some_and(|(_, last)| *last == text) {
        return Err(Code::NothingChanges.into());
    }
    let collated = Collation { draft: draft.no, text: text.clone() };
    case.of_book(Event::OpinionsCollated(collated));
    for meeting in case.book.meetings.iter().filter(|m| m.closed.is_none()) {
        for item in &meeting.items {
            if amend::of_item(case.book, meeting, item.no).is_some_and(|d| d.no == draft.no) {
                file(case, meeting, item, &text);
            }
        }
    }
    Ok(())
}

/// Files the collated opinions as the precondition the charter has for them.
fn file(case: &mut Case, meeting: &Meeting, item: &Item, text: &str) {
    let Ok(charter) = case.charter() else { return };
    let matter = item.new.matter.as_deref().and_then(|m| charter.matter(m));
    for needed in matter.map(|m| m.requires.as_slice()).unwrap_or_default() {
        let collates = charter.precondition(needed).is_some_and(|p| p.opinions);
        if collates && !item.filed.iter().any(|f| f.precondition == *needed && f.note == text) {
            let event = Event::Filed {
                item: item.no,
                precondition: needed.clone(),
                note: text.to_owned(),
                document: None,
            };
            case.of(meeting, event);
        }
    }
}

fn put(case: &mut Case, putting: &Putting) -> Result<(), Refusal> {
    let meeting = case.unclosed()?;
    let item = living(meeting, putting.item)?;
    let draft = known(case, putting.draft)?;
    let matter = item.new.matter.as_deref().and_then(|m| case.charter().ok()?.matter(m));
    if matter.is_none_or(|m| m.effect != Effect::Amend) {
        return Err(Finding::new(Code::NotAnAmendment).with("item", item.no).into());
    }
    current(case.book, draft)?;
    let own =
        |m: &&Motion| m.item == item.no && m.amends.is_none() && m.state == MotionState::Pending;
    let motion = meeting.motions.iter().rev().find(own);
    let same = match motion {
        Some(motion) => {
            amend::of_motion(case.book, meeting, motion.no).is_some_and(|d| d.no == draft.no)
                && amend::reads_as_put(case.book, meeting, motion)
        }
        None => amend::of_item(case.book, meeting, item.no).is_some_and(|d| d.no == draft.no),
    };
    if same {
        return Err(Code::NothingChanges.into());
    }
    if let Some(motion) = motion {
        super::agenda::no_vote_open(meeting)?;
        let text = said(&putting.text, "text")?.to_owned();
        if text != motion.text {
            case.of(meeting, Event::Reworded { motion: motion.no, text });
        }
    }
    let put = DraftPut { draft: draft.no, item: item.no, motion: motion.map(|m| m.no) };
    case.of(meeting, Event::DraftPut(put));
    if let Some((_, text)) = draft.collations.last() {
        file(case, meeting, item, text);
    }
    Ok(())
}

/// A draft is moved and voted on only while the text it was made from is in force: carried later, it
/// would undo what came between.
fn current(book: &Book, draft: &Draft) -> Result<(), Refusal> {
    if amend::is_current(book, draft) {
        Ok(())
    } else {
        Err(Finding::new(Code::DraftOutdated).with("draft", draft.no).into())
    }
}

/// A motion under an item a draft was put under moves that draft.
pub(super) fn moved(
    case: &mut Case,
    meeting: &Meeting,
    item: u32,
    motion: u32,
) -> Result<(), Refusal> {
    if let Some(draft) = amend::of_item(case.book, meeting, item) {
        current(case.book, draft)?;
        let put = DraftPut { draft: draft.no, item, motion: Some(motion) };
        case.of(meeting, Event::DraftPut(put));
    }
    Ok(())
}

/// Before a vote on a draft: its text must still be the one it was made from, and whether the motion
/// still reads as the draft is said in time.
pub(super) fn before_vote(
    case: &mut Case,
    meeting: &Meeting,
    motion: &Motion,
) -> Result<(), Refusal> {
    if motion.amends.is_some() {
        return Ok(());
    }
    if let Some(draft) = amend::of_motion(case.book, meeting, motion.no) {
        current(case.book, draft)?;
        if !amend::reads_as_put(case.book, meeting, motion) {
            case.find(Finding::new(Code::DraftDiffers).with("draft", draft.no));
        }
    }
    Ok(())
}

/// An amendment carried without a draft that fits changes nothing in the book, and that is said.
pub(super) fn unchanged(case: &mut Case, meeting: &Meeting, motion: &Motion) {
    let amends = case.charter().ok().and_then(|c| c.matter(&motion.matter));
    if amends.is_some_and(|m| m.effect == Effect::Amend) {
        let found = match amend::of_motion(case.book, meeting, motion.no) {
            Some(draft) => Finding::new(Code::DraftDiffers).with("draft", draft.no),
            None => Finding::new(Code::CharterUnchanged),
        };
        case.find(found);
    }
}

/// What comes with a change that is enacted: the new text, and the readings that still fit it.
pub(super) fn with(book: &Book, decision: &Decision, change: &Change) -> Vec<Event> {
    let Change::Amended { .. } = change else {
        return Vec::new();
    };
    let enacted = book.meeting(decision.meeting);
    let enacted = enacted.and_then(|m| amend::enacted_text(book, m, decision));
    let Some((_, version, text)) = enacted else {
        return Vec::new();
    };
    let mut adopted = Vec::new();
    let mut events = Vec::new();
    for reading in &book.readings {
        let one = (reading.question.clone(), reading.option.clone(), Book::said(&reading.basis));
        adopted.push(one);
        if reading::effective(&text, &adopted).is_err() {
            adopted.pop();
            continue;
        }
        events.push(Event::ReadingAdopted {
            question: reading.question.clone(),
            option: reading.option.clone(),
            basis: reading.basis.clone(),
        });
    }
    events.insert(0, adoption(book, version, text, &decision.number));
    events
}

fn adoption(book: &Book, version: u32, text: String, basis: &str) -> Event {
    let id = book.charter.as_deref().map(|c| c.identity.id.clone()).unwrap_or_default();
    let sha256 = amend::digest(&text);
    Event::CharterAdopted { id, version, sha256, text, basis: basis.to_owned(), opening: false }
}

/// The earlier text is in force again, with the readings of its time; votes judged since by the text
/// taken back are listed. Where a later amendment stands on it, the text stays and that is said.
pub(super) fn taken_back(case: &mut Case, meeting: &Meeting, decision: &Decision, change: &Change) {
    let Change::Amended { version, sha256, .. } = change else {
        return;
    };
    let book = case.book;
    let touched = judged_by(book, *version);
    let place = book.versions.iter().rposition(|v| v.sha256 == *sha256);
    let latest = place.is_some_and(|p| p + 1 == book.versions.len());
    let earlier = place.and_then(|p| book.versions.get(p.checked_sub(1)?));
    let restored = match earlier.filter(|_| latest) {
        Some(earlier) => {
            let text = earlier.text.to_string();
            case.of_book(adoption(book, earlier.version, text, &decision.number));
            for reading in &earlier.readings {
                case.of_book(Event::ReadingAdopted {
                    question: reading.question.clone(),
                    option: reading.option.clone(),
                    basis: reading.basis.clone(),
                });
            }
            Some(earlier.version)
        }
        None => {
            case.find(Finding::new(Code::AmendedSince).with("version", version));
            None
        }
    };
    let back = TakenBack { decision: decision.no, version: *version, restored, touched };
    case.of(meeting, Event::AmendmentTakenBack(back));
}

/// Votes that were judged by a version of the charter.
fn judged_by(book: &Book, version: u32) -> Vec<Touched> {
    let mut touched = Vec::new();
    for meeting in &book.meetings {
        for vote in meeting.votes.iter().filter(|v| v.frozen.charter_version == version) {
            touched.push(Touched {
                meeting: meeting.no,
                vote: vote.no,
                what: "charter".to_owned(),
                was: version.to_string(),
                would_be: "-".to_owned(),
            });
        }
    }
    touched
}
