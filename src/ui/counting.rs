//! Papers of an election read into the program: a batch at a time, one line a paper, a second teller if wanted.
//!
//! The papers of the batch in hand are in memory and nowhere else. The book gets the sums of the batch.

pub mod differ;
pub mod paper;
mod teller;

use super::console::Console;
use super::field::{Accept, Field};
use super::view::{Layer, Said, View};
use crate::record::decide::LEAST_BATCH;
use crate::record::election::{self, Round, RoundState, Sheet, Sum, WrittenIn};
use crate::text::{counting as words, election as names};
use differ::Differ;
use paper::{Mark, Paper, Rules, sheet};

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
            group: console.view.counting_group.clone(),
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

pub(super) fn in_hand_mut(view: &mut View) -> Option<&mut Counting> {
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
