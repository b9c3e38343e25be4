//! The running sums of a count beside the book, for a hall view in another process, and what is left of a lost batch.

use super::console::Console;
use super::counting::{self, Running};
use crate::record::election::{RoundState, Sheet, Sum, WrittenIn, counted};
use crate::record::state::Meeting;
use crate::store::scratch::{self, Scratch};
use crate::text::{counting as words, store as store_text};
use std::path::Path;

impl Console {
    /// Tells a hall view in another process how the batch in hand stands.
    pub(super) fn keep_count(&mut self) {
        let Some(path) = self.path.as_deref() else { return };
        let told = counting::in_hand(&self.view).and_then(|counting| {
            let round = counting.round_of(self)?;
            Some(to_file(self.meeting()?.no, &counting.running(round)))
        });
        let done = match told {
            Some(told) if told.papers > 0 => scratch::save(path, &told),
            _ => scratch::clear(path),
        };
        if let Err(error) = done {
            // The count goes on without the hall.
            let text = store_text::log_error(self.lang(), &error);
            self.view.warn(text);
        }
    }

    /// The batch is in the book, or given up.
    pub(super) fn forget_count(&mut self) {
        let Some(path) = self.path.as_deref() else { return };
        if let Err(error) = scratch::clear(path) {
            let text = store_text::log_error(self.lang(), &error);
            self.view.warn(text);
        }
    }

    /// At the start: which papers are to be read again, where a count was broken off.
    pub(super) fn count_left_behind(&mut self) {
        let left = self.path.as_deref().and_then(scratch::load);
        self.forget_count();
        let lang = self.lang();
        let Some(meeting) = self.meeting() else { return };
        let being = meeting.rounds_in_hand().find(|(_, r)| r.state == RoundState::Counting);
        let Some((at, round)) = being else { return };
        let lost = left.map(from_file).filter(|(no, running)| {
            *no == meeting.no && running.belongs([at.item, at.contest], round)
        });
        let (valid, invalid) = counted(round);
        let entered = valid.saturating_add(invalid);
        if entered < round.papers.recovered {
            let text = words::read_again(lang, entered, lost.map_or(0, |(_, r)| r.papers));
            self.view.warn(text);
        }
    }
}

/// What the console counting this book says of its batch, if that belongs to the round of this meeting.
pub fn told(book: &Path, meeting: &Meeting) -> Option<Running> {
    let (no, running) = from_file(scratch::load(book)?);
    let [item, contest, _] = running.at;
    let round = meeting.race(item, contest)?.in_hand()?;
    (no == meeting.no && running.belongs([item, contest], round)).then_some(running)
}

fn to_file(meeting: u32, running: &Running) -> Scratch {
    let [item, contest, round] = running.at;
    let sums = running.sums.clone().unwrap_or_default();
    Scratch {
        meeting,
        item,
        contest,
        round,
        counts: running.counts,
        sheets: running.sheets,
        papers: running.papers,
        invalid: sums.invalid,
        votes: sums.votes.iter().map(|s| [s.yes, s.no, s.abstain]).collect(),
        written_in: sums.written_in.into_iter().map(|w| (w.name, w.yes)).collect(),
        second: running.second,
        ..Scratch::default()
    }
}

fn from_file(told: Scratch) -> (u32, Running) {
    let votes: Vec<Sum> = told
        .votes
        .iter()
        .map(|[yes, no, abstain]| Sum { yes: *yes, no: *no, abstain: *abstain })
        .collect();
    let written = told.written_in.into_iter().map(|(name, yes)| WrittenIn { name, yes });
    let open = !votes.is_empty();
    let sums = Sheet {
        valid: told.papers.saturating_sub(told.invalid),
        invalid: told.invalid,
        written_in: written.collect(),
        votes,
        ..Sheet::default()
    };
    let running = Running {
        at: [told.item, told.contest, told.round],
        sheets: told.sheets,
        counts: told.counts,
        papers: told.papers,
        sums: open.then_some(sums),
        new: Vec::new(),
        second: told.second,
    };
    (told.meeting, running)
}
