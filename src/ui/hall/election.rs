//! An election on the wall: who stands, the papers, the count that is no result, and the result when it is declared.

use super::super::big::{self, Scale};
use super::super::counting::Running;
use super::super::theme::Role;
use super::super::width::{width, wrap};
use super::Mode;
use super::board::{Board, Figure};
use super::fit::{Form, Piece, note};
use super::states::{ANY, MODEST, Now};
use super::strokes::{self, Name};
use crate::record::election::{self, Candidate, Election, Marks, Race, Round, RoundState, Sum};
use crate::record::state::{Item, Meeting};
use crate::text::{Lang, counting as words, election as names, hall as hall_words, words as said};

/// A contest of an election, with the round that is to be seen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Held<'b> {
    /// The item.
    pub item: &'b Item,
    /// The election.
    pub election: &'b Election,
    /// The contest.
    pub race: &'b Race,
    /// Its number, from 1.
    pub contest: u32,
    /// The round; none before papers are handed out.
    pub round: Option<&'b Round>,
}

impl Held<'_> {
    /// Whether its papers are out or being counted.
    pub fn is_out(&self) -> bool {
        let out = [RoundState::Issued, RoundState::Counting, RoundState::Counted];
        self.round.is_some_and(|r| out.contains(&r.state))
    }
}

/// The contest to be seen under an item: the one whose papers are being read, the one just declared until something
/// else moves, the one furthest on, or the first whose candidates wait.
pub fn held<'b>(
    meeting: &'b Meeting,
    item: &'b Item,
    running: Option<&Running>,
) -> Option<Held<'b>> {
    let election = meeting.election(item.no)?;
    let held = |(race, contest): (&'b Race, u32), round: Option<&'b Round>| Held {
        item,
        election,
        race,
        contest,
        round,
    };
    let races = || election.races.iter().zip(1..);
    let read = races().find_map(|at| {
        let round = at.0.in_hand()?;
        let belongs = running?.belongs([item.no, at.1], round);
        belongs.then(|| held(at, Some(round)))
    });
    if read.is_some() {
        return read;
    }
    let last = races().flat_map(|at| at.0.rounds.iter().map(move |r| (at, r)));
    let last = last.max_by_key(|(_, r)| r.seq);
    if let Some((at, round)) =
        last.filter(|(_, r)| matches!(r.state, RoundState::Declared | RoundState::Void { .. }))
    {
        return Some(held(at, Some(round)));
    }
    let far = |state: &RoundState| match state {
        RoundState::Counted => 3,
        RoundState::Counting => 2,
        _ => 1,
    };
    let out = races().filter_map(|at| Some((at, at.0.in_hand()?)));
    // The first of those equally far.
    let out = out.rev_max(|(_, r)| far(&r.state));
    if let Some((at, round)) = out {
        return Some(held(at, Some(round)));
    }
    let waits = races().find(|(race, _)| !race.contest.candidates.is_empty())?;
    Some(held(waits, None))
}

/// The first of the greatest, where `max_by_key` gives the last.
trait RevMax: Iterator + Sized {
    fn rev_max(self, key: impl Fn(&Self::Item) -> u32) -> Option<Self::Item> {
        self.fold(None, |best: Option<Self::Item>, next| match best {
            Some(best) if key(&best) >= key(&next) => Some(best),
            _ => Some(next),
        })
    }
}

impl<I: Iterator> RevMax for I {}

impl Now<'_> {
    /// The pieces of an election.
    pub(super) fn election(&self, held: &Held) -> Vec<Piece> {
        let mut pieces = vec![self.title_at(held.item, false, &[], 3), self.seat(held)];
        let Some(round) = held.round else {
            pieces.push(self.line(words::STANDING, 2, Role::HallText));
            pieces.push(self.candidates(&held.race.contest.candidates));
            return pieces;
        };
        match &round.state {
            RoundState::Issued => {
                pieces.push(self.big(|l| l.say(words::VOTING), &ANY, 1, Role::HallTitle));
                pieces.push(self.papers_of(round).piece(self.look.room, 2));
                pieces.push(self.needed(round, 2));
                // Who stands is on the paper, too; on the wall where there is room.
                let Piece { mut forms, .. } = self.candidates(&round.candidates);
                forms = forms.split_off(forms.len().saturating_sub(1));
                forms.push(Form::Nothing);
                pieces.push(Piece { forms, rank: 5 });
            }
            RoundState::Counting => pieces.extend(self.counting(held, round)),
            RoundState::Counted => {
                pieces.push(self.big(
                    |l| l.say(words::COUNTED),
                    &[Scale::Compact],
                    5,
                    Role::HallText,
                ));
                pieces.push(self.big(|l| l.say(hall_words::WAITING), &ANY, 1, Role::HallMark));
                let papers = |l| names::papers(l, round);
                let look = self.look;
                let papers = look.lang.each(papers);
                pieces.push(note(&papers, look.room, 4, look.style(Role::HallText), false));
                if self.mode == Mode::Show && round.papers.recovered <= round.papers.issued {
                    pieces.push(self.tally(held, round, None, 3));
                }
            }
            RoundState::Declared => pieces.extend(self.elected(round)),
            RoundState::Void { why } => {
                let word = if why.is_empty() { words::VOID } else { words::ROUND_VOID };
                pieces.push(self.result(word, Role::HallLost));
                let look = self.look;
                let why = if why.is_empty() {
                    look.lang.each(|l| names::papers(l, round))
                } else {
                    why.clone()
                };
                pieces.push(note(&why, look.room, 1, look.style(Role::HallTitle), false));
            }
        }
        pieces
    }

    /// What is filled, and how many seats.
    fn seat(&self, held: &Held) -> Piece {
        let look = self.look;
        let seats = held.round.map_or(held.race.contest.seats, |r| r.seats);
        let seat = said::seat_name(self.book, &held.race.contest.seat);
        let text = look.lang.each(|l| words::seats(l, &l.pick(&seat), seats));
        note(&text, look.room, 3, look.style(Role::HallTitle), false)
    }

    fn candidates(&self, candidates: &[Candidate]) -> Piece {
        let names: Vec<&str> = candidates.iter().map(|c| c.name.as_str()).collect();
        self.names(&names, &ANY, 1, Role::HallMark)
    }

    /// Names in letters as large as there is room; no name is broken into two lines.
    fn names(&self, names: &[&str], scales: &[Scale], rank: u8, role: Role) -> Piece {
        /// Lines of big names that still leave room for what is said of them.
        const MOST: usize = 4;
        let look = self.look;
        let style = look.style(role);
        let packed = |measure: &dyn Fn(&str) -> u16| {
            let mut lines: Vec<String> = Vec::new();
            for name in names {
                let joined = lines.last().map(|line| format!("{line}　{name}"));
                match (joined.filter(|j| measure(j) <= look.room), lines.last_mut()) {
                    (Some(joined), Some(last)) => *last = joined,
                    _ => lines.push((*name).to_owned()),
                }
            }
            lines
        };
        let mut forms = Vec::new();
        for scale in scales.iter().filter(|_| look.big) {
            let measure = |line: &str| big::measure(line, *scale).0;
            let lines = packed(&measure);
            if lines.len() <= MOST && lines.iter().all(|line| measure(line) <= look.room) {
                forms.push(Form::Big(lines, *scale, style));
            }
        }
        let plain = packed(&|line| u16::try_from(width(line)).unwrap_or(u16::MAX));
        forms.push(Form::Plain(plain, style));
        Piece { forms, rank }
    }

    /// The papers of a round, and nothing that is written on them.
    fn papers_of(&self, round: &Round) -> Board {
        let look = self.look;
        let mut pairs = vec![(words::ISSUED, round.papers.issued.to_string())];
        if round.state != RoundState::Issued {
            pairs.push((words::RECOVERED, round.papers.recovered.to_string()));
        }
        let figures = pairs.iter().map(|(label, number)| Figure {
            label: look.first().say(*label),
            number: number.clone(),
            style: look.style(Role::HallText),
        });
        let english = || {
            let parts = pairs.iter().map(|(l, n)| format!("{} {n}", Lang::En.say(*l)));
            parts.collect::<Vec<_>>().join(" · ")
        };
        Board {
            figures: figures.collect(),
            under: self.second(english),
            largest: Scale::Full,
            digits: 2,
            ..Board::default()
        }
    }

    /// What elects, in a sentence.
    fn needed(&self, round: &Round, rank: u8) -> Piece {
        let look = self.look;
        let line = |l| names::needed(l, self.charter, round);
        self.big(line, if look.rows < 40 { &[] } else { &[Scale::Compact] }, rank, Role::HallMark)
    }

    fn counting(&self, held: &Held, round: &Round) -> Vec<Piece> {
        let look = self.look;
        let running = self.running.filter(|r| r.belongs([held.item.no, held.contest], round));
        let (valid, invalid) = election::counted(round);
        let batch = running.map_or(0, |r| r.papers);
        let read = valid + invalid + if running.is_some_and(|r| r.second) { 0 } else { batch };
        let papers = round.papers;
        if papers.recovered > papers.issued {
            // Nothing of such a box is counted.
            let line = look.lang.each(|l| names::papers(l, round));
            return vec![
                self.result(words::VOID, Role::HallLost),
                note(&line, look.room, 1, look.style(Role::HallTitle), false),
            ];
        }
        if valid + invalid + batch == 0 {
            return vec![
                self.papers_of(round).piece(look.room, 2),
                self.big(|l| l.say(words::VALID), &ANY, 1, Role::HallYes),
                note(
                    &look.lang.each(|l| names::papers(l, round)),
                    look.room,
                    3,
                    look.style(Role::HallText),
                    false,
                ),
                self.needed(round, 4),
            ];
        }
        let state = |l: Lang| {
            let between = if l == Lang::En { " · " } else { "　" };
            let mut parts = vec![l.say(words::NO_RESULT), words::read(l, read, papers.recovered)];
            if running.is_some_and(|r| r.second) {
                parts.push(l.say(words::CHECKING));
            }
            let batch = running.and_then(|r| r.sums.as_ref()).map_or(0, |s| s.invalid);
            if self.mode == Mode::Show && invalid + batch > 0 {
                parts.push(words::invalid_papers(l, invalid + batch));
            }
            parts.join(between)
        };
        let line = look.lang.each(state);
        let state = note(&line, look.room, 0, look.style(Role::HallMark), false);
        if self.mode == Mode::HideTally {
            let word = self.big(|l| l.say(words::COUNTING), &ANY, 1, Role::HallTitle);
            return vec![word, state, self.needed(round, 2)];
        }
        vec![state, self.tally(held, round, running, 1), self.needed(round, 2)]
    }

    /// The votes for every name, in strokes.
    fn tally(&self, held: &Held, round: &Round, running: Option<&Running>, rank: u8) -> Piece {
        let look = self.look;
        let (entered, mut written) = election::sums(round);
        let batch = running.and_then(|r| r.sums.clone()).unwrap_or_default();
        let each = held.race.contest.marks == Marks::Each;
        let mut rows: Vec<Name> = Vec::new();
        for (place, (candidate, sum)) in round.candidates.iter().zip(entered).enumerate() {
            let more = batch.votes.get(place).copied().unwrap_or_else(Sum::default);
            let others = if each {
                words::others(look.first(), sum.no + more.no, sum.abstain + more.abstain)
            } else {
                String::new()
            };
            let new = running.filter(|r| r.sums.is_some()).and_then(|r| r.new.get(place));
            rows.push(Name {
                name: candidate.name.clone(),
                votes: sum.yes + more.yes,
                new: new.copied().unwrap_or(0),
                others,
            });
        }
        for name in batch.written_in {
            match written.iter_mut().find(|w| w.name == name.name) {
                Some(known) => known.yes += name.yes,
                None => written.push(name),
            }
        }
        let added = written.into_iter().map(|w| Name {
            name: w.name,
            votes: w.yes,
            new: 0,
            others: String::new(),
        });
        rows.extend(added);
        let bare = Round { sheets: Vec::new(), ..round.clone() };
        let needed = election::outcome(&bare, held.race.contest.marks).needed;
        let room = [look.room, look.rows];
        strokes::piece(rows, needed, look.first(), look.theme, room, rank)
    }

    /// Those elected, large; or that nobody is. With the arithmetic.
    fn elected(&self, round: &Round) -> Vec<Piece> {
        let look = self.look;
        let Some(outcome) = &round.outcome else { return Vec::new() };
        let mut pieces = Vec::new();
        if round.declared.is_empty() {
            pieces.push(self.result(words::NOBODY, Role::HallLost));
        } else {
            let names: Vec<&str> = round.declared.iter().map(|c| c.name.as_str()).collect();
            let scales: &[Scale] = if look.rows < 40 { &MODEST } else { &ANY };
            pieces.push(self.big(|l| l.say(words::ELECTED), &MODEST, 3, Role::HallCarried));
            pieces.push(self.names(&names, scales, 0, Role::HallCarried));
        }
        let again = outcome.again.iter().filter_map(|p| outcome.fared.get(*p));
        let again: Vec<&str> = again.map(|f| f.name.as_str()).collect();
        if !again.is_empty() {
            let line = |l| words::again_between(l, &again);
            pieces.push(self.big(line, &MODEST, 2, Role::HallMark));
        }
        if let Some(ruling) = &round.ruling {
            let said = hall_words::ruled(look.lang, &ruling.reason);
            pieces.push(note(&said, look.room, 4, look.style(Role::HallText), true));
        }
        // All lines; or those of the elected; or only what elects and how many were.
        let all = names::result(look.first(), self.charter, round, outcome);
        let short: Vec<&String> = all
            .iter()
            .filter(|line| {
                round.declared.iter().any(|c| line.starts_with(c.name.as_str()))
                    || Some(*line) == all.last()
                    || Some(*line) == all.get(1)
            })
            .collect();
        let ends: Vec<&String> = all.get(1).into_iter().chain(all.last()).collect();
        let plain = |lines: &[&String]| {
            let room = usize::from(look.room);
            let lines = lines.iter().flat_map(|l| wrap(l, room)).collect();
            Form::Plain(lines, look.style(Role::HallText))
        };
        let whole: Vec<&String> = all.iter().collect();
        let mut forms = vec![plain(&whole), plain(&short)];
        // Few elected have their arithmetic beside their names even on a small screen.
        if round.declared.len() > 3 || look.rows < 20 {
            forms.push(plain(&ends));
        }
        pieces.push(Piece { forms, rank: 1 });
        pieces
    }
}
