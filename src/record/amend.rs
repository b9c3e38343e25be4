//! Amending the charter: drafts with their comparison, opinions, and how a draft becomes the text in force.

use super::Stamp;
use super::event::{Change, Effective, Touched};
use super::state::{Book, Decision, Meeting, Motion};
use crate::charter::compare::{Comparison, compare};
use crate::charter::write::{self, Marks, NewArticle};
use crate::charter::{Charter, read};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// A new text of the charter is drafted: articles that change, or the whole file.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewDraft {
    /// Articles as they are to read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub articles: Vec<NewArticle>,
    /// The whole charter file, in place of articles.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Why, or whose draft it is.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// A draft as it stands in the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Drafted {
    /// Number in the book, from 1.
    pub draft: u32,
    /// Digest of the text it was drafted from.
    pub base: String,
    /// Digest of its own text.
    pub sha256: String,
    /// The whole charter file.
    pub text: String,
    /// Why, or whose draft it is.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// What somebody says about a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opinion {
    /// The draft.
    pub draft: u32,
    /// The member whose opinion it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<u32>,
    /// Who else, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub from: String,
    /// The opinion.
    pub text: String,
}

/// The opinions about a draft, collated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Collation {
    /// The draft.
    pub draft: u32,
    /// What they come to.
    pub text: String,
}

/// A draft is put before a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Putting {
    /// The draft.
    pub draft: u32,
    /// The item.
    pub item: u32,
    /// How the motion that is before the meeting reads from now on; drafted from the comparison where
    /// empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

/// Which item, and which motion, a draft belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DraftPut {
    /// The draft.
    pub draft: u32,
    /// The item.
    pub item: u32,
    /// The motion that moves it; none before anything is moved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub motion: Option<u32>,
}

/// An amendment whose decision no longer stands is taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TakenBack {
    /// The decision.
    pub decision: u32,
    /// The version that is no longer in force.
    pub version: u32,
    /// The version that is in force again; none where a later amendment stands on this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restored: Option<u32>,
    /// Votes judged by the text that is taken back; nothing of them is changed.
    pub touched: Vec<Touched>,
}

/// A draft with all that became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// Number in the book.
    pub no: u32,
    /// Digest of the text it was drafted from.
    pub base: String,
    /// Digest of its own text.
    pub sha256: String,
    /// The whole charter file.
    pub text: Arc<str>,
    /// Why, or whose draft it is.
    pub note: String,
    /// When it was entered as drafted.
    pub at: Stamp,
    /// What it changes.
    pub comparison: Arc<Comparison>,
    /// Opinions, oldest first.
    pub opinions: Vec<(Stamp, Opinion)>,
    /// What they were collated to, latest last.
    pub collations: Vec<(Stamp, String)>,
    /// Meetings it was put before, in order.
    pub put: Vec<Put>,
}

/// A draft before a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Put {
    /// The entry.
    pub seq: u64,
    /// Meeting.
    pub meeting: u32,
    /// Item.
    pub item: u32,
    /// The motion that moves it, with the text it had then.
    pub motion: Option<(u32, String)>,
}

/// The draft with this number.
pub fn draft(book: &Book, no: u32) -> Option<&Draft> {
    book.drafts.iter().find(|d| d.no == no)
}

/// Whether the text a draft was made from is the one in force.
pub fn is_current(book: &Book, draft: &Draft) -> bool {
    book.versions.last().is_some_and(|v| v.sha256 == draft.base)
}

/// The draft put last under an item.
pub fn of_item<'b>(book: &'b Book, meeting: &Meeting, item: u32) -> Option<&'b Draft> {
    latest(book, |put| put.meeting == meeting.no && put.item == item).map(|(draft, _)| draft)
}

/// The draft a motion moves, as it was put last.
pub fn of_motion<'b>(book: &'b Book, meeting: &Meeting, motion: u32) -> Option<&'b Draft> {
    moved(book, meeting, motion).map(|(draft, _)| draft)
}

fn moved<'b>(book: &'b Book, meeting: &Meeting, motion: u32) -> Option<(&'b Draft, &'b Put)> {
    let of = |put: &Put| put.motion.as_ref().is_some_and(|(no, _)| *no == motion);
    latest(book, |put| put.meeting == meeting.no && of(put))
}

fn latest(book: &Book, fits: impl Fn(&Put) -> bool) -> Option<(&Draft, &Put)> {
    let all = book.drafts.iter().flat_map(|d| d.put.iter().map(move |put| (d, put)));
    all.filter(|(_, put)| fits(put)).max_by_key(|(_, put)| put.seq)
}

/// Whether a motion still reads as it did when its draft was put: changed on the floor, its text is no
/// longer the draft's.
pub fn reads_as_put(book: &Book, meeting: &Meeting, motion: &Motion) -> bool {
    let put = moved(book, meeting, motion.no).and_then(|(_, put)| put.motion.as_ref());
    put.is_some_and(|(_, text)| *text == motion.text)
}

/// The number the next version of the charter gets: none is used again.
pub fn next_version(book: &Book) -> u32 {
    let used = book.versions.iter().map(|v| v.version).max().unwrap_or(0);
    used.saturating_add(1)
}

/// The digest under which a text is known.
pub fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|b| format!("{b:02x}")).collect()
}

/// How two charter files differ; nothing where one of them is not read.
pub fn compared(old: &str, new: &str) -> Option<Comparison> {
    let old: Charter = read::read(old).ok()?;
    Some(compare(&old, &read::read(new).ok()?))
}

/// The text a carried decision brings into force, with the marks of its version; nothing where it moves
/// no draft, another text came into force since, or the motion no longer reads as the draft.
pub fn enacted_text(
    book: &Book,
    meeting: &Meeting,
    decision: &Decision,
) -> Option<(u32, u32, String)> {
    let motion = meeting.motion(decision.motion)?;
    let draft = of_motion(book, meeting, motion.no)?;
    if !is_current(book, draft) || !reads_as_put(book, meeting, motion) {
        return None;
    }
    let in_force = match motion.effective {
        Effective::Now => meeting.date,
        Effective::AfterClose => meeting.closed.map_or(meeting.date, |at| at.date_naive()),
        Effective::On(day) => day,
    };
    let version = next_version(book);
    let marks = Marks {
        version,
        adopted: Some(meeting.date),
        in_force: Some(in_force),
        doc_no: Some(&decision.number),
    };
    let text = write::stamp(&draft.text, &marks).ok()?;
    read::read(&text).is_ok().then_some((draft.no, version, text))
}

/// What a carried amendment changes.
pub fn changes(book: &Book, meeting: &Meeting, decision: &Decision) -> Vec<Change> {
    let enacted = enacted_text(book, meeting, decision);
    let change = enacted.map(|(draft, version, text)| Change::Amended {
        draft,
        version,
        sha256: digest(&text),
    });
    change.into_iter().collect()
}
