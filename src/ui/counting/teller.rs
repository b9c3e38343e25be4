//! The teller's keys: a paper read, taken back, a batch handed in or given up, the second entry.

use super::super::console::Console;
use super::super::keys::{self, Action, Scope};
use super::super::view::{Layer, Said};
use super::differ::Differ;
use super::paper::{Invalid, Mark, Paper, Wrong};
use super::{Asked, Counting, LARGE, SMALL, Stage, in_hand, in_hand_mut};
use crate::record::election::{Marks, Sheet};
use crate::record::{Code, Command, Request, Stamp, in_order};
use crate::text::{counting as words, findings};
use crossterm::event::{KeyCode, KeyEvent};

impl Console {
    pub(in crate::ui) fn counting_key(&mut self, key: KeyEvent, now: Stamp) {
        if let Some(action @ (Action::Language | Action::Hall | Action::Help)) =
            keys::action(&[Scope::Always], &key)
        {
            return self.perform(action, now);
        }
        let lang = self.lang();
        let Some(counting) = in_hand(&self.view) else { return };
        let Some(round) = counting.round_of(self) else {
            // Another program closed, voided or recounted the round.
            self.end_count();
            return self.view.warn(lang.say(words::OVER));
        };
        let stage = counting.stage(round);
        let asked = counting.asked;
        let action = keys::action(&[Scope::Counting], &key);
        if asked == Asked::GiveUp {
            let yes = key.code == KeyCode::Enter;
            return self.give_up(yes);
        }
        if key.code != KeyCode::Enter
            && let Some(counting) = in_hand_mut(&mut self.view)
        {
            counting.asked = Asked::Nothing;
        }
        match stage {
            Stage::Reading => match (action, key.code) {
                (_, KeyCode::Enter) => self.read_paper(asked == Asked::Blank, now),
                (Some(Action::CountGiveUp), _) => self.ask_give_up(),
                (Some(Action::CountSize), _) => self.other_size(),
                (Some(Action::Undo), _) => self.take_back(),
                _ => self.type_paper(key),
            },
            Stage::Full => match (action, key.code) {
                (_, KeyCode::Enter) => self.hand_in(None, now),
                (Some(Action::CountTwice), _) => self.second_teller(),
                (Some(Action::CountSize), _) => self.other_size(),
                (Some(Action::Undo), _) | (_, KeyCode::Backspace) => self.take_back(),
                (Some(Action::CountGiveUp), _) => self.ask_give_up(),
                _ => {}
            },
            Stage::Differing => self.settle_key(key, now),
            Stage::Done => match (action, key.code) {
                (_, KeyCode::Enter) => {
                    let Some(counting) = in_hand(&self.view) else { return };
                    let (item, contest) = (counting.item, counting.contest);
                    self.end_count();
                    self.submit(Command::CloseCount { item, contest }, Vec::new(), None, now);
                }
                (Some(Action::CountGiveUp), _) => self.end_count(),
                _ => {}
            },
        }
    }

    fn type_paper(&mut self, key: KeyEvent) {
        let Some(counting) = in_hand_mut(&mut self.view) else { return };
        if key.code == KeyCode::Backspace && counting.line.is_empty() {
            return self.take_back();
        }
        if counting.line.key(key) && counting.said.warns {
            // What was wrong is being put right.
            counting.said = Said::default();
        }
    }

    /// Reads the line as a paper, asks what has to be asked, and shows it back in words.
    fn read_paper(&mut self, sure: bool, now: Stamp) {
        let lang = self.lang();
        let Some(counting) = in_hand(&self.view) else { return };
        let no = self.paper_no(counting) + 1;
        let typed = counting.line.text();
        let read = counting.rules.read(&typed, sure && typed.trim().is_empty());
        let written = matches!(&read, Ok(Paper::Valid { written, .. }) if !written.is_empty());
        let refused = match &read {
            Ok(paper) if written => self.refused_by_the_record(counting, paper, now),
            _ => None,
        };
        let text = match (&read, &refused) {
            (_, Some(refused)) => refused.clone(),
            (Ok(paper), _) => self.in_words(counting, paper, no),
            (Err(wrong), _) => {
                let names = counting.names.len();
                match wrong {
                    Wrong::Empty => {
                        let invalid = counting.rules.blank == crate::charter::Blank::Invalid;
                        words::ask_blank(lang, no, invalid)
                    }
                    Wrong::Unknown(number) => words::unknown(lang, *number, names),
                    Wrong::Twice(number) => words::twice(lang, *number),
                    Wrong::OnlyPicked => lang.say(words::ONLY_PICKED),
                    Wrong::Unreadable(what) => words::unreadable(lang, what),
                }
            }
        };
        let Some(counting) = in_hand_mut(&mut self.view) else { return };
        counting.asked = Asked::Nothing;
        match read {
            Ok(paper) if refused.is_none() => {
                counting.second.as_mut().unwrap_or(&mut counting.first).push(paper);
                counting.line.set_text("");
                counting.say(text);
            }
            Err(Wrong::Empty) => {
                counting.asked = Asked::Blank;
                return counting.warn(text);
            }
            _ => return counting.warn(text),
        }
        let both_read = counting.second.as_ref().is_some_and(|s| s.len() >= counting.first.len());
        self.keep_count();
        if both_read {
            self.compare(now);
        }
    }

    /// Number of the paper read last, in the box.
    fn paper_no(&self, counting: &Counting) -> u32 {
        let entered = counting.round_of(self).map_or(0, |r| counting.papers(r)[0]);
        entered + u32::try_from(counting.reading().len()).unwrap_or(0)
    }

    /// Whether the record would take such a paper with its written names; asked only, never entered.
    fn refused_by_the_record(
        &self,
        counting: &Counting,
        paper: &Paper,
        now: Stamp,
    ) -> Option<String> {
        let sheet = Sheet {
            group: counting.group.clone(),
            ..paper.alone(counting.names.len(), counting.rules.marks)
        };
        let (item, contest) = (counting.item, counting.contest);
        let command = Command::EnterSheet { item, contest, sheet, second: None };
        let mut request = Request::new(now, command);
        request.meeting = self.meeting().map(|m| m.no);
        let refusal = in_order(&self.ledger.book, &request).err()?;
        // One paper is no batch; that is not what is asked here.
        (refusal.finding.code != Code::BatchTooSmall).then(|| {
            let reader = findings::Reader::Recorder;
            findings::refusal(self.lang(), &self.ledger.book, &refusal, reader)
        })
    }

    fn in_words(&self, counting: &Counting, paper: &Paper, no: u32) -> String {
        let lang = self.lang();
        match paper {
            Paper::Invalid(Invalid::Said) => words::paper_invalid(lang, no, ["", ""]),
            Paper::Invalid(Invalid::Blank) => {
                words::paper_invalid(lang, no, ["（全票没有标记）", " (no mark)"])
            }
            Paper::Invalid(Invalid::TooMany(names)) => {
                words::too_many(lang, no, *names, counting.rules.seats)
            }
            Paper::Valid { marks, written } => {
                let of = |which: Mark| -> Vec<&str> {
                    let all = counting.names.iter().zip(marks);
                    all.filter(|(_, m)| **m == which).map(|(n, _)| n.as_str()).collect()
                };
                let written: Vec<&str> = written.iter().map(String::as_str).collect();
                let rest = counting.rules.marks == Marks::Each && marks.contains(&Mark::None);
                words::paper(lang, no, &of(Mark::Yes), &of(Mark::No), &written, rest)
            }
        }
    }

    /// The last paper of the batch is taken back: typed text first, if there is any.
    fn take_back(&mut self) {
        let lang = self.lang();
        let Some(counting) = in_hand(&self.view) else { return };
        let no = self.paper_no(counting);
        let Some(counting) = in_hand_mut(&mut self.view) else { return };
        if !counting.line.is_empty() {
            return counting.line.set_text("");
        }
        match counting.second.as_mut().unwrap_or(&mut counting.first).pop() {
            Some(_) => counting.warn(words::taken_back(lang, no)),
            None => counting.warn(lang.say(words::NOTHING_BACK)),
        }
        self.keep_count();
    }

    fn other_size(&mut self) {
        let lang = self.lang();
        let Some(counting) = in_hand_mut(&mut self.view) else { return };
        if counting.second.is_some() {
            return;
        }
        let read = u32::try_from(counting.first.len()).unwrap_or(u32::MAX);
        let size = if counting.size == SMALL { LARGE } else { SMALL };
        if read > size {
            return counting.warn(lang.say(words::SIZE_PAST));
        }
        counting.size = size;
    }

    /// The same papers again, by somebody who sees nothing of the first entry.
    fn second_teller(&mut self) {
        let lang = self.lang();
        let Some(counting) = in_hand_mut(&mut self.view) else { return };
        counting.second = Some(Vec::new());
        counting.line.set_text("");
        counting.warn(lang.say(words::BLIND));
        self.keep_count();
    }

    fn compare(&mut self, now: Stamp) {
        let Some(counting) = in_hand(&self.view) else { return };
        let Some(round) = counting.round_of(self) else { return };
        let (first, second) = (&counting.first, counting.second.as_deref().unwrap_or_default());
        let (first, second) = (counting.sheet(first), counting.sheet(second));
        let differ = Differ::of(round, &first, &second, counting.rules.marks);
        if differ.asked.is_empty() {
            return self.hand_in(Some(first), now);
        }
        if let Some(counting) = in_hand_mut(&mut self.view) {
            counting.differ = Some(Box::new(differ));
            counting.said = Said::default();
        }
    }

    /// Hands the batch in: as the one teller read it, or as both agree it is.
    pub(in crate::ui) fn hand_in(&mut self, agreed: Option<Sheet>, now: Stamp) {
        let lang = self.lang();
        let Some(counting) = in_hand(&self.view) else { return };
        let (item, contest) = (counting.item, counting.contest);
        let sheet = agreed.clone().unwrap_or_else(|| counting.sheet(&counting.first));
        let sheets = |console: &Self| {
            in_hand(&console.view).and_then(|c| c.round_of(console)).map_or(0, |r| r.sheets.len())
        };
        let before = sheets(self);
        let twice = agreed.is_some();
        let command = Command::EnterSheet { item, contest, sheet, second: agreed };
        self.submit(command, Vec::new(), None, now);
        if sheets(self) == before {
            // Refused, or the disk failed; what was said lies on top, and the batch is still in hand.
            if let Some(counting) = in_hand_mut(&mut self.view) {
                match counting.differ.as_mut() {
                    Some(differ) => differ.begin_again(),
                    None => counting.second = None,
                }
            }
            return;
        }
        if let Some(counting) = in_hand_mut(&mut self.view) {
            (counting.first, counting.second, counting.differ) = (Vec::new(), None, None);
            counting.line.set_text("");
            counting.say(lang.say(if twice { words::EQUAL } else { words::HANDED_IN }));
        }
        self.forget_count();
    }

    pub(in crate::ui) fn ask_give_up(&mut self) {
        let lang = self.lang();
        let Some(counting) = in_hand_mut(&mut self.view) else { return };
        if counting.first.is_empty() {
            return self.end_count();
        }
        counting.asked = Asked::GiveUp;
        let second = counting.second.is_some();
        counting.warn(lang.say(if second { words::ASK_DROP } else { words::ASK_LEAVE }));
    }

    /// Gives up the second entry, or the batch, if that was meant.
    fn give_up(&mut self, yes: bool) {
        let Some(counting) = in_hand_mut(&mut self.view) else { return };
        counting.asked = Asked::Nothing;
        counting.said = Said::default();
        if yes && counting.second.is_some() {
            (counting.second, counting.differ) = (None, None);
            counting.line.set_text("");
            self.keep_count();
        } else if yes {
            self.end_count();
        }
    }

    /// Leaves the count; a batch in hand is lost.
    fn end_count(&mut self) {
        self.view.layers.retain(|layer| !matches!(layer, Layer::Counting(_)));
        self.forget_count();
    }
}
