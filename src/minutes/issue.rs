//! What the secretary worded, and how often the minutes were taken up again; and a version to be issued.

use super::compile::Seen;
use super::types::{Minutes, Reopened, Wording};
use super::{compile, json};
use crate::record::election::Task;
use crate::record::event::Event;
use crate::record::issue::{IssueMinutes, Role, Tongue};
use crate::record::{Book, Entry};
use sha2::{Digest as _, Sha256};

/// Whether it is such an event; nothing else of the minutes is made from it.
pub(super) fn step(minutes: &mut Minutes, seen: &Seen) -> bool {
    match seen.event() {
        Event::MinutesWorded(word) => {
            let wording = match word.item {
                None => Some(&mut minutes.wording),
                Some(no) => minutes.items.iter_mut().find(|i| i.no == no).map(|i| &mut i.wording),
            };
            if let Some(wording) = wording {
                let mut now = wording.take().unwrap_or_default();
                match word.lang {
                    Tongue::Zh => now.zh.clone_from(&word.text),
                    Tongue::En => now.en.clone_from(&word.text),
                }
                *wording = Some(now).filter(|w| *w != Wording::default());
            }
            true
        }
        Event::MinutesReopened(reopening) => {
            minutes.reopened.push(Reopened {
                when: seen.when,
                version: reopening.version,
                reason: reopening.reason.clone(),
            });
            true
        }
        _ => false,
    }
}

/// Who signs these minutes, as [`crate::record::issue::signers`] has it, from nothing but themselves.
pub fn signers(minutes: &Minutes) -> Vec<(Role, String)> {
    let mut all = Vec::new();
    all.extend(minutes.presiders.last().map(|p| (Role::Presider, p.name.clone())));
    let recorder = minutes.recorders.last().map(|r| r.name.clone());
    all.extend(recorder.filter(|name| !name.is_empty()).map(|name| (Role::Recorder, name)));
    let elections = minutes.items.iter().filter_map(|i| i.election.as_ref());
    for teller in elections.flat_map(|e| &e.tellers).filter(|t| t.task != Task::Reader) {
        let signs = (Role::Teller, teller.name.clone());
        if !all.contains(&signs) {
            all.push(signs);
        }
    }
    all
}

/// The minutes of a meeting as they would be issued now: the command, and the bytes that go with it.
///
/// `None` where the log has no such meeting; whether it may be issued the record says.
pub fn to_issue(
    book: &Book,
    entries: &[Entry],
    meeting: u32,
    head: (u64, String),
) -> Option<(IssueMinutes, Vec<u8>)> {
    let (head_entry, head_sha256) = head.clone();
    let bytes = json(&compile(book, entries, meeting, head)?).into_bytes();
    let digest = Sha256::digest(&bytes);
    let sha256 = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    Some((IssueMinutes { sha256, size, head_entry, head_sha256 }, bytes))
}
