//! Voting papers, ballots and tally sheets: what is handed out and what is counted on.

use super::Refused;
use super::maker::{Maker, text};
use super::notice::lines;
use crate::charter::{Effect, Name};
use crate::paper::{Block, Column, Look, Paper, Row, Side, Text};
use crate::record::election::{Candidate, Election, Marks, Race, RoundState, Seat, Task};
use crate::record::state::{Item, ItemState, Meeting};
use crate::text::Lang;
use crate::text::papers::{self as said, ballots as words, refusals};
use crate::text::words::seat_name;

/// A voting paper (表决票) for one item; secret, and every copy like every other.
pub(super) fn slip(maker: &Maker, meeting: &Meeting) -> Result<Paper, Refused> {
    let item = put_to_vote(maker, meeting)?;
    let charter = maker.charter;
    let mut paper = maker.paper(Look::Slip, &[words::slip_title(charter, meeting)], meeting.date);
    maker.plain(&mut paper, &words::slip_subject(item.no, &item.new.title));
    let motion = meeting.motions.iter().rev().find(|m| m.item == item.no && m.amends.is_none());
    let put = motion.map_or(item.new.draft.as_str(), |m| m.text.as_str());
    if !put.trim().is_empty() {
        paper.push(Block::Quote(lines(put)));
    }
    let subjects = motion.map_or(&item.new.subjects, |m| &m.subjects);
    let mut rows: Vec<String> = subjects.iter().map(|s| said::one_line(&s.name)).collect();
    if rows.len() < 2 {
        rows = vec![maker.say(words::THE_MOTION)];
    }
    let of = rows.len();
    let [matter, yes, no, abstain] = words::SLIP_HEADS;
    let columns = vec![
        maker.column(matter, 6, Side::Left),
        maker.column(yes, 2, Side::Middle),
        maker.column(no, 2, Side::Middle),
        maker.column(abstain, 2, Side::Middle),
    ];
    let square = || words::BOX.to_owned();
    let rows = rows.into_iter().map(|name| Row::new([name, square(), square(), square()]));
    maker.table(&mut paper, columns, rows.collect(), 2);
    maker.para(&mut paper, &words::slip_legend(charter.elections.as_ref(), of));
    maker.seal(&mut paper, Some(meeting.date));
    Ok(paper)
}

/// The item a voting paper is for: the one asked for, the one in hand, or the only one there is.
fn put_to_vote<'m>(maker: &Maker, meeting: &'m Meeting) -> Result<&'m Item, Refused> {
    let is_election = |item: &Item| {
        maker.matter(item).is_some_and(|m| m.effect == Effect::Elect)
            || meeting.election(item.no).is_some()
    };
    let is_put = |item: &&Item| maker.matter(item).is_some() && !is_election(item);
    if let Some(no) = maker.ask.item {
        let item = meeting.item(no).ok_or_else(|| refusals::no_item(meeting.no, no))?;
        if is_election(item) {
            return Err(refusals::is_election(no).into());
        }
        return if is_put(&item) { Ok(item) } else { Err(refusals::NOTHING_TO_VOTE.into()) };
    }
    let all: Vec<&Item> = meeting.items.iter().filter(is_put).collect();
    let in_hand = all.iter().find(|i| i.state == ItemState::Open);
    match (in_hand, all.as_slice()) {
        (Some(item), _) | (None, [item]) => Ok(item),
        (None, []) => Err(refusals::NOTHING_TO_VOTE.into()),
        (None, _) => {
            let numbers: Vec<u32> = all.iter().map(|i| i.no).collect();
            Err(refusals::which_item(&numbers).into())
        }
    }
}

/// The election asked for: of the item named, or the only one of the meeting.
pub(super) fn election<'m>(maker: &Maker, meeting: &'m Meeting) -> Result<&'m Election, Refused> {
    if let Some(no) = maker.ask.item {
        meeting.item(no).ok_or_else(|| refusals::no_item(meeting.no, no))?;
        return meeting.election(no).ok_or_else(|| refusals::no_election(Some(no)).into());
    }
    match meeting.elections.as_slice() {
        [only] => Ok(only),
        [] => Err(refusals::no_election(None).into()),
        several => {
            let numbers: Vec<u32> = several.iter().map(|e| e.item).collect();
            Err(refusals::which_item(&numbers).into())
        }
    }
}

/// What stands on the paper of a contest now.
struct Printed<'r> {
    round: u32,
    seats: u32,
    candidates: &'r [Candidate],
    /// Handed out and in the box, once they are.
    papers: [Option<u32>; 2],
}

/// The round in hand has its own paper; after it the next one, and after the last one that one again.
fn printed(race: &Race) -> Printed<'_> {
    let of_round = match race.in_hand() {
        Some(round) => Some(round),
        None => race.latest().filter(|_| race.vacant() == 0),
    };
    if let Some(round) = of_round {
        let opened = round.state != RoundState::Issued;
        return Printed {
            round: round.no,
            seats: round.seats,
            candidates: &round.candidates,
            papers: [Some(round.papers.issued), opened.then_some(round.papers.recovered)],
        };
    }
    let last = race.rounds.last().map_or(0, |r| r.no);
    let seats = if last == 0 { race.contest.seats } else { race.vacant() };
    Printed {
        round: last.saturating_add(1),
        seats,
        candidates: &race.contest.candidates,
        papers: [None, None],
    }
}

/// A ballot (选票) for every contest of an election, with its own legend; no number on any.
pub(super) fn ballots(maker: &Maker, meeting: &Meeting) -> Result<Vec<Paper>, Refused> {
    let election = election(maker, meeting)?;
    election.races.iter().map(|race| ballot(maker, meeting, election, race)).collect()
}

fn ballot(
    maker: &Maker,
    meeting: &Meeting,
    election: &Election,
    race: &Race,
) -> Result<Paper, Refused> {
    let seat = seat_name(maker.book, &race.contest.seat);
    let now = printed(race);
    if now.candidates.is_empty() {
        return Err(refusals::no_candidates(&seat).into());
    }
    let titles = words::ballot_title(maker.charter, meeting, &seat);
    let mut paper = maker.paper(Look::Slip, &titles, meeting.date);
    paper.subtitle = words::round_no(now.round).map(|round| maker.pick(&round));
    maker.centred(
        &mut paper,
        &words::ballot_head(now.seats, now.candidates, race.contest.by_election),
    );
    let of_units = matches!(race.contest.seat, Seat::Body { .. });
    let [candidate, member, mark] = words::BALLOT_HEADS;
    let mut columns = vec![maker.column(candidate, 5, Side::Left)];
    if !of_units {
        columns.push(maker.column(member, 5, Side::Left));
    }
    columns.push(maker.column(mark, 2, Side::Middle));
    let mut rows = Vec::new();
    for one in now.candidates {
        let mut cells = vec![said::one_line(&one.name)];
        if !of_units {
            cells.push(one.unit.map(|unit| maker.book.unit_name(unit)).unwrap_or_default());
        }
        cells.push(String::new());
        rows.push(Row::new(cells));
    }
    let write_ins = race.contest.write_ins.unwrap_or(election.plan.write_ins);
    if write_ins != crate::charter::WriteIns::None {
        for _ in 0..now.seats {
            let mut cells = vec![maker.say(words::WRITE_IN)];
            cells.resize(columns.len(), String::new());
            rows.push(Row::new(cells));
        }
    }
    // Many names leave a line for each, and very many stand in two halves: room is dear on a paper of one sheet.
    let many = if maker.lang == Lang::Both { 3 } else { 8 };
    let lines = if rows.len() > many { 1 } else { 2 };
    if rows.len() > 10 {
        (columns, rows) = halved(columns, rows);
    }
    maker.table(&mut paper, columns, rows, lines);
    maker.para(&mut paper, &said::words(words::HOW));
    let points = words::legend(&election.plan, write_ins, race.contest.marks, now.seats);
    for (no, point) in (1..).zip(&points) {
        // A point in both languages is one paragraph: two would not go on a sheet.
        paper.push(Block::Para(text(&format!("{no}. {}", maker.pick(point)))));
    }
    maker.seal(&mut paper, Some(meeting.date));
    Ok(paper)
}

/// The rows in two halves side by side, read down the left one first; a candidate's member stands with the name.
fn halved(columns: Vec<Column>, rows: Vec<Row>) -> (Vec<Column>, Vec<Row>) {
    let ends = |row: &Row| -> [Text; 2] {
        let cells: Vec<String> = row.cells.iter().map(Text::letters).collect();
        match cells.as_slice() {
            [name, member, _] if !member.is_empty() => {
                [text(&format!("{name}（{member}）")), Text::default()]
            }
            [name, ..] => [text(name), Text::default()],
            [] => [Text::default(), Text::default()],
        }
    };
    let half = rows.len().div_ceil(2);
    let (left, right) = rows.split_at(half);
    let empty = Row::new(["", ""]);
    let both = left.iter().zip(right.iter().chain(std::iter::repeat(&empty)));
    let rows = both.map(|(one, other)| Row {
        cells: ends(one).into_iter().chain(ends(other)).collect(),
        strong: false,
    });
    let (name, mark) = (columns.first(), columns.last());
    let pair = || name.into_iter().chain(mark).cloned();
    (pair().chain(pair()).collect(), rows.collect())
}

/// A tally sheet (计票单) for every contest, with room for the strokes of 正.
pub(super) fn tally_sheets(maker: &Maker, meeting: &Meeting) -> Result<Vec<Paper>, Refused> {
    let election = election(maker, meeting)?;
    election.races.iter().map(|race| tally_sheet(maker, meeting, election, race)).collect()
}

fn tally_sheet(
    maker: &Maker,
    meeting: &Meeting,
    election: &Election,
    race: &Race,
) -> Result<Paper, Refused> {
    let seat = seat_name(maker.book, &race.contest.seat);
    let now = printed(race);
    if now.candidates.is_empty() {
        return Err(refusals::no_candidates(&seat).into());
    }
    let marks = race.contest.marks;
    let titles = [said::meeting(maker.charter, meeting), words::tally_title(&seat)];
    let mut paper = maker.paper(Look::Wide, &titles, meeting.date);
    paper.subtitle = words::round_no(now.round).map(|round| maker.pick(&round));
    maker.plain(&mut paper, &said::words(words::GROUP));
    if let Some(colour) = words::colour(&race.contest.colour) {
        maker.plain(&mut paper, &colour);
    }
    let columns = words::tally_heads(marks)
        .iter()
        .zip([5, 7, 2, 5, 2, 5, 2])
        .map(|(head, share)| Column {
            head: maker.pick(head),
            share,
            side: if share == 2 { Side::Right } else { Side::Left },
        })
        .collect::<Vec<_>>();
    let names = now.candidates.iter().map(|c| said::one_line(&c.name));
    let write_ins = race.contest.write_ins.unwrap_or(election.plan.write_ins);
    let written = match write_ins {
        crate::charter::WriteIns::None => 0,
        // More names than rows go on another sheet.
        _ => now.seats.clamp(2, 5),
    };
    let free = (0..written).map(|_| maker.say(words::WRITE_IN));
    let rows = names
        .chain(free)
        .map(|name| {
            let mut cells = vec![name];
            cells.resize(columns.len(), String::new());
            Row::new(cells)
        })
        .collect();
    maker.table(&mut paper, columns, rows, if marks == Marks::Each { 2 } else { 3 });
    for line in words::tally_papers(now.papers[0], now.papers[1]) {
        paper.push(Block::Plain(text(&maker.pick(&line))));
    }
    let signs = counters(election, &[Task::Reader, Task::Teller, Task::Scrutineer]);
    maker.sign(&mut paper, &signs);
    Ok(paper)
}

/// Those who count, to sign: whoever was named for a task, and a free line where nobody was.
pub(super) fn counters(election: &Election, tasks: &[Task]) -> Vec<(Name, String)> {
    let mut all = Vec::new();
    for task in tasks {
        let label = said::words(words::task(*task));
        let mut named = election.tellers.iter().filter(|t| t.task == *task).peekable();
        if named.peek().is_none() {
            all.push((label.clone(), String::new()));
        }
        all.extend(named.map(|t| (label.clone(), said::one_line(&t.name))));
    }
    all
}
