//! Facts about amendments of the charter into state.

use super::super::amend::{self, Draft, Put};
use super::super::event::{Entry, Event};
use super::super::state::{Book, Correction};
use std::sync::Arc;

/// Applies a fact about a draft.
pub fn apply(book: &mut Book, entry: &Entry) {
    let at = entry.happened;
    match &entry.fact.event {
        Event::AmendmentDrafted(drafted) => {
            let base = book.versions.iter().rfind(|v| v.sha256 == drafted.base);
            let compared = base.and_then(|v| amend::compared(&v.text, &drafted.text));
            book.drafts.push(Draft {
                no: drafted.draft,
                base: drafted.base.clone(),
                sha256: drafted.sha256.clone(),
                text: Arc::from(drafted.text.as_str()),
                note: drafted.note.clone(),
                at,
                comparison: Arc::new(compared.unwrap_or_default()),
                opinions: Vec::new(),
                collations: Vec::new(),
                put: Vec::new(),
            });
        }
        Event::OpinionCollected(opinion) => {
            with(book, opinion.draft, |d| d.opinions.push((at, opinion.clone())));
        }
        Event::OpinionsCollated(collation) => {
            with(book, collation.draft, |d| d.collations.push((at, collation.text.clone())));
        }
        Event::DraftPut(of) => {
            let Some(meeting) = entry.fact.meeting else {
                return;
            };
            let motion = of.motion.and_then(|no| book.meeting(meeting)?.motion(no));
            let put = Put {
                seq: entry.seq,
                meeting,
                item: of.item,
                motion: motion.map(|m| (m.no, m.text.clone())),
            };
            with(book, of.draft, |d| d.put.push(put));
        }
        Event::AmendmentTakenBack(back) => book.corrections.push(Correction {
            seq: entry.seq,
            meeting: entry.fact.meeting,
            touched: back.touched.clone(),
        }),
        _ => {}
    }
}

fn with(book: &mut Book, no: u32, change: impl FnOnce(&mut Draft)) {
    if let Some(draft) = book.drafts.iter_mut().find(|d| d.no == no) {
        change(draft);
    }
}
