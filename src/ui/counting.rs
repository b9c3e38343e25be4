//! Papers of an election read into the program: a batch at a time, one line a paper, a second teller if wanted.
//!
//! The papers of the batch in hand are in memory and nowhere else. The book gets the sums of the batch.

pub mod differ;
pub mod paper;

use super::console::Console;
use super::field::{Accept, Field};
use super::keys::{self, Action, Scope};
use super::view::{Layer, Said, View};
use crate::record::decide::LEAST_BATCH;
use crate::record::election::{self, Marks, Round, RoundState, Sheet, Sum, WrittenIn};
use crate::record::{Code, Command, Request, Stamp, in_order};
use crate::text::{counting as words, election as names, findings};
use crossterm::event::{KeyCode, KeyEvent};
use differ::Differ;
use paper::{Invalid, Mark, Paper, Rules, Wrong, sheet};

/// Papers of a batch, unless the teller wants the other.
const SMALL: u32 = 10;
/// The other size.
const LARGE: u32 = 50;

/// What Enter is asked to confirm.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Asked {
    /// Nothing.
    #[default]
    Nothing,
    /// That a paper has no mark.
    Blank,
    /// That what was read is given up.
    GiveUp,
}

/// What is being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Papers are read.
    Reading,
    /// The batch is complete and waits to be handed in.
    Full,
    /// Two entries differ.
    Differing,
    /// Every paper of the box is in the book.
    Done,
}

/// A round being counted at the console.
#[derive(Debug, Clone)]
pub struct Counting {
    /// The item.
    pub item: u32,
    /// The contest, from 1.
    pub contest: u32,
    /// The round.
    pub round: u32,
    /// Counting group; the only one where empty.
    pub group: String,
    /// Names as printed.
    pub names: Vec<String>,
    /// What papers are read by.
    pub rules: Rules,
    /// Papers of a batch.
    pub size: u32,
    /// The line being typed.
    pub line: Box<Field>,
    /// The batch as the first teller reads it.
    pub first: Vec<Paper>,
    /// The same papers as the second one reads them, who sees nothing of the first entry.
    pub second: Option<Vec<Paper>>,
    /// What the two do not agree on.
    pub differ: Option<Box<Differ>>,
    /// What the next Enter confirms.
    pub asked: Asked,
    /// What was read last, or what is wrong with the line.
    pub said: Said,
}

/// The running sums of a batch, for the hall.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Running {
    /// Item, contest and round.
    pub at: [u32; 3],
    /// Sheets entered before.
    pub sheets: usize,
    /// Counts before this one.
    pub counts: usize,
    /// Papers read.
    pub papers: u32,
    /// Their sums; none while a second teller enters them, who must not see them on the wall.
    pub sums: Option<Sheet>,
    /// Votes by name that are new.
    pub new: Vec<u32>,
    /// Whether a second teller is entering them.
    pub second: bool,
}

impl Running {
    /// Marks the votes that are new since `before`; the marks stay where nothing has come since.
    pub fn since(&mut self, before: &Self) {
        let same = (self.at, self.sheets, self.counts) == (before.at, before.sheets, before.counts);
        let (Some(now), Some(then)) = (&self.sums, &before.sums) else { return };
        if !same {
            return;
        }
        if self.papers == before.papers && now == then {
            self.new.clone_from(&before.new);
            return;
        }
        let pairs = now.votes.iter().zip(&then.votes);
        self.new = pairs.map(|(now, then)| now.yes.saturating_sub(then.yes)).collect();
    }

    /// Whether it belongs to this round as it stands: what is older than the last sheet is not shown.
    pub fn belongs(&self, [item, contest]: [u32; 2], round: &Round) -> bool {
        round.state == RoundState::Counting
            && self.at == [item, contest, round.no]
            && self.sheets == round.sheets.len()
            && self.counts == round.earlier.len()
    }
}

/// Opens the count of a round that is being counted.
pub fn open(console: &mut Console, item: u32, contest: u32) {
    let lang = console.lang();
    if in_hand(&console.view).is_some() {
        // It lies below what was opened over it.
        while !matches!(console.view.layers.last(), None | Some(Layer::Counting(_))) {
            console.view.layers.pop();
        }
        return;
    }
    let counting = console.meeting().and_then(|meeting| {
        let (election, race) = (meeting.election(item)?, meeting.race(item, contest)?);
        let round = race.in_hand().filter(|r| r.state == RoundState::Counting)?;
        Some(Counting {
            item,
            contest,
            round: round.no,
            group: String::new(),
            names: round.candidates.iter().map(|c| c.name.clone()).collect(),
            rules: Rules {
                names: round.candidates.len(),
                seats: round.seats,
                marks: race.contest.marks,
                blank: election.plan.blank,
            },
            size: SMALL,
            line: Box::new(Field::new(Accept::Line)),
            first: Vec::new(),
            second: None,
            differ: None,
            asked: Asked::Nothing,
            said: Said::default(),
        })
    });
    match counting {
        Some(counting) => console.view.put(Layer::Counting(Box::new(counting))),
        None => console.view.warn(lang.say(words::OVER)),
    }
}

/// The count that lies open, also under something else.
pub fn in_hand(view: &View) -> Option<&Counting> {
    view.layers.iter().rev().find_map(|layer| match layer {
        Layer::Counting(counting) => Some(&**counting),
        _ => None,
    })
}

fn in_hand_mut(view: &mut View) -> Option<&mut Counting> {
    view.layers.iter_mut().rev().find_map(|layer| match layer {
        Layer::Counting(counting) => Some(&mut **counting),
        _ => None,
    })
}

/// Papers of the next batch: so many as are wanted, but never so that too few are left over.
pub fn batch(left: u32, size: u32) -> u32 {
    match left.checked_sub(size) {
        Some(rest) if rest == 0 || rest >= LEAST_BATCH => size,
        _ => left,
    }
}

impl Counting {
    /// The round, as long as it is being counted.
    pub fn round_of<'c>(&self, console: &'c Console) -> Option<&'c Round> {
        let race = console.meeting()?.race(self.item, self.contest)?;
        let round = race.in_hand()?;
        (round.no == self.round && round.state == RoundState::Counting).then_some(round)
    }

    /// Papers entered, papers of this batch when it is complete, papers in the box.
    pub fn papers(&self, round: &Round) -> [u32; 3] {
        let (valid, invalid) = election::counted(round);
        let entered = valid.saturating_add(invalid);
        let left = round.papers.recovered.saturating_sub(entered);
        [entered, batch(left, self.size), round.papers.recovered]
    }

    /// The papers being read: the second teller's where there is one.
    pub fn reading(&self) -> &[Paper] {
        self.second.as_deref().unwrap_or(&self.first)
    }

    /// What is being done.
    pub fn stage(&self, round: &Round) -> Stage {
        let [_, of, _] = self.papers(round);
        let of = usize::try_from(of).unwrap_or(usize::MAX);
        match (&self.differ, &self.second) {
            (Some(_), _) => Stage::Differing,
            (None, Some(_)) => Stage::Reading,
            (None, None) if of == 0 => Stage::Done,
            (None, None) if self.first.len() >= of => Stage::Full,
            _ => Stage::Reading,
        }
    }

    /// The sums of the papers being read.
    pub fn sheet(&self, papers: &[Paper]) -> Sheet {
        let sums = sheet(papers, self.names.len(), self.rules.marks);
        Sheet { group: self.group.clone(), ..sums }
    }

    /// Votes by name of the paper read last.
    pub fn newest(&self) -> Vec<u32> {
        let yes = |mark: &Mark| u32::from(*mark == Mark::Yes);
        match self.reading().last() {
            Some(Paper::Valid { marks, .. }) => marks.iter().map(yes).collect(),
            _ => vec![0; self.names.len()],
        }
    }

    /// What the hall may see of it.
    pub fn running(&self, round: &Round) -> Running {
        let open = self.second.is_none() && self.differ.is_none();
        Running {
            at: [self.item, self.contest, self.round],
            sheets: round.sheets.len(),
            counts: round.earlier.len(),
            papers: u32::try_from(self.first.len()).unwrap_or(u32::MAX),
            sums: open.then(|| self.sheet(&self.first)),
            new: self.newest(),
            second: !open,
        }
    }

    fn say(&mut self, text: String) {
        self.said = Said { text, warns: false };
    }

    fn warn(&mut self, text: String) {
        self.said = Said { text, warns: true };
    }
}

impl Console {
    pub(super) fn counting_key(&mut self, key: KeyEvent, now: Stamp) {
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
                (Some(Action::CountBack), _) => self.take_back(),
                _ => self.type_paper(key),
            },
            Stage::Full => match (action, key.code) {
                (_, KeyCode::Enter) => self.hand_in(None, now),
                (Some(Action::CountTwice), _) => self.second_teller(),
                (Some(Action::CountSize), _) => self.other_size(),
                (Some(Action::CountBack), _) | (_, KeyCode::Backspace) => self.take_back(),
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
    pub(super) fn hand_in(&mut self, agreed: Option<Sheet>, now: Stamp) {
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

    pub(super) fn ask_give_up(&mut self) {
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

/// The votes for each name under way: in the book, in the batch.
pub fn votes(counting: &Counting, round: &Round) -> (Vec<[Sum; 2]>, Vec<WrittenIn>) {
    let (entered, mut written) = election::sums(round);
    let batch = counting.sheet(counting.reading());
    for name in batch.written_in {
        match written.iter_mut().find(|w| w.name == name.name) {
            Some(known) => known.yes += name.yes,
            None => written.push(name),
        }
    }
    (entered.into_iter().zip(batch.votes).map(|(a, b)| [a, b]).collect(), written)
}

/// Seat and item in words.
pub fn title(console: &Console, counting: &Counting) -> String {
    let lang = console.lang().first();
    let title = console.meeting().and_then(|m| {
        let item = m.item(counting.item)?;
        let race = m.race(counting.item, counting.contest)?;
        let seat = crate::text::words::seat_name(&console.ledger.book, &race.contest.seat);
        Some(words::title(lang, &item.new.title, &lang.pick(&seat), counting.round))
    });
    title.unwrap_or_default()
}

/// What elects, in one line.
pub fn needed(console: &Console, round: &Round) -> String {
    let charter = console.ledger.book.charter.as_deref();
    charter.map_or_else(String::new, |c| names::needed(console.lang().first(), c, round))
}
