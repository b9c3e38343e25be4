//! The script of the presider (主持词): what to say, in order, with the figures of the day.
//!
//! What is said at each step comes from the same words as the screen's; here all steps stand one after the other.

use super::maker::Maker;
use super::notice::lines;
use crate::charter::{Effect, Name};
use crate::paper::{Block, Look, Paper};
use crate::record::forecast;
use crate::record::state::{Item, Meeting};
use crate::text::Lang;
use crate::text::papers::{self as said, script as words};
use crate::text::verdict::{Stage, script as spoken};
use crate::text::words::seat_name;

/// The whole meeting, item by item.
pub(super) fn script(maker: &Maker, meeting: &Meeting) -> Paper {
    let charter = maker.charter;
    let mut paper = maker.paper(Look::Official, &[words::title(charter, meeting)], meeting.date);
    paper.subtitle = Some(maker.pick(&words::subtitle(meeting)));
    // Items have the numbers of the agenda, and what stands around them has none.
    paper.part("opening");
    maker.head(&mut paper, 1, &said::words(words::OPENING));
    opening(maker, &mut paper, meeting);
    paper.part("items");
    for item in &meeting.items {
        let title = said::one_line(&item.new.title);
        maker.head(&mut paper, 1, &words::item_heading(item.no, &title));
        of_item(maker, &mut paper, meeting, item);
    }
    paper.part("closing");
    maker.head(&mut paper, 1, &said::words(words::CLOSING));
    say(maker, &mut paper, meeting, Stage::Closing);
    paper
}

/// The lines of a step.
fn say(maker: &Maker, paper: &mut Paper, meeting: &Meeting, stage: Stage) {
    say_but(maker, paper, meeting, stage, &|line| line);
}

/// The lines of a step, some of them said otherwise.
fn say_but(
    maker: &Maker,
    paper: &mut Paper,
    meeting: &Meeting,
    stage: Stage,
    otherwise: &dyn Fn(Name) -> Name,
) {
    let zh = spoken(Lang::Zh, maker.book, meeting, stage);
    let en = spoken(Lang::En, maker.book, meeting, stage);
    for (zh, en) in zh.into_iter().zip(en) {
        maker.para(paper, &otherwise(Name { zh, en }));
    }
}

fn opening(maker: &Maker, paper: &mut Paper, meeting: &Meeting) {
    let charter = maker.charter;
    let heads = meeting.headcount(&maker.roll(meeting));
    let there = words::there(charter, &heads);
    if !meeting.attendance.is_empty() {
        say(maker, paper, meeting, Stage::Opening);
        return;
    }
    let to_fill = words::there_to_fill(charter, maker.roll_size(meeting));
    say_but(maker, paper, meeting, Stage::Opening, &|line| {
        if line == there { to_fill.clone() } else { line }
    });
    let (announced, _) = forecast::announced(maker.book, meeting);
    if announced.silent < announced.roll {
        maker.aside(paper, &words::announced(charter, &announced));
    }
}

fn of_item(maker: &Maker, paper: &mut Paper, meeting: &Meeting, item: &Item) {
    say(maker, paper, meeting, Stage::Item(item));
    let matter = maker.matter(item);
    if matter.is_some_and(|m| m.effect == Effect::Elect) || meeting.election(item.no).is_some() {
        return election(maker, paper, meeting, item);
    }
    maker.para(paper, &words::report(item));
    let Some(matter) = matter else {
        return;
    };
    let clauses = said::under(maker.charter, &matter.clauses);
    let roll = maker.roll_of_item(meeting, item);
    if let Some(asked) = maker.asked(meeting, item, &roll) {
        maker.aside(paper, &words::needs(clauses.as_ref(), &asked));
        another_roll(maker, paper, meeting, &roll);
    }
    warnings(maker, paper, meeting, item, &roll);
    maker.para(paper, &said::words(words::PUT));
    let motion = meeting.motions.iter().rev().find(|m| m.item == item.no && m.amends.is_none());
    let put = motion.map_or(item.new.draft.as_str(), |m| m.text.as_str());
    if put.trim().is_empty() {
        maker.aside(paper, &said::words(words::TEXT_TO_FILL));
    } else {
        paper.push(Block::Quote(lines(put)));
    }
    say(maker, paper, meeting, Stage::Vote(matter.method));
    let needed = maker.needed(meeting, item, &roll);
    maker.para(paper, &words::declare(needed));
    if let Some(ruling) = exact(maker, meeting, item, &roll) {
        maker.aside(paper, &ruling);
    }
}

/// Says of which roll the figures of an item are, where it is not the one the meeting was opened with.
fn another_roll(maker: &Maker, paper: &mut Paper, meeting: &Meeting, roll: &[u32]) {
    let opening = maker.roll(meeting);
    if opening != roll {
        let count = |units: &[u32]| u32::try_from(units.len()).unwrap_or(u32::MAX);
        maker.aside(paper, &words::roll_changed(maker.charter, count(&opening), count(roll)));
    }
}

/// Too few for it, and those who do not vote on it.
fn warnings(maker: &Maker, paper: &mut Paper, meeting: &Meeting, item: &Item, roll: &[u32]) {
    let arrived = !meeting.attendance.is_empty();
    let there = if arrived {
        let there = meeting.present(roll).into_iter().filter(|u| !item.recused.contains_key(u));
        Some(u32::try_from(there.count()).unwrap_or(u32::MAX))
    } else {
        let (announced, _) = forecast::announced(maker.book, meeting);
        let replied = announced.silent < announced.roll;
        replied.then(|| forecast::of_item(maker.book, meeting, item.no).map(|f| f.voters)).flatten()
    };
    let few = maker.needed(meeting, item, roll).zip(there);
    let few = few.and_then(|(needed, n)| words::too_few(maker.charter, needed, n, arrived));
    if let Some(few) = few {
        maker.aside(paper, &few);
    }
    if !item.recused.is_empty() {
        let names: Vec<Name> =
            item.recused.keys().map(|unit| said::same(&maker.book.unit_name(*unit))).collect();
        maker.aside(paper, &words::recused(&said::list(&names)));
    }
}

/// Where so many votes in favour are the share exactly, the presider rules.
fn exact(maker: &Maker, meeting: &Meeting, item: &Item, roll: &[u32]) -> Option<Name> {
    let rule = maker.rule(meeting, item).filter(|r| r.is_plain())?;
    let base = maker.base(meeting, item, rule.base, roll)?;
    let product = u64::from(base) * u64::from(rule.share.num);
    let den = u64::from(rule.share.den);
    let whole = den > 0 && product.is_multiple_of(den);
    let n = u32::try_from(product.checked_div(den)?).ok().filter(|_| whole)?;
    words::exactly(n, rule.exactly.as_ref()?)
}

/// An election: rules and tellers, then every contest from the papers to the declaration.
fn election(maker: &Maker, paper: &mut Paper, meeting: &Meeting, item: &Item) {
    let Some(election) = meeting.election(item.no) else {
        maker.aside(paper, &said::words(words::NOT_PREPARED));
        return;
    };
    let ready = election.adopted.is_some() && election.approved.is_some();
    let first = if ready { words::ELECTION_READY } else { words::ELECTION_RULES };
    maker.para(paper, &said::words(first));
    let roll = maker.roll_of_item(meeting, item);
    if let Some(asked) = maker.asked(meeting, item, &roll) {
        maker.aside(paper, &words::elects(&asked));
        another_roll(maker, paper, meeting, &roll);
    }
    for race in &election.races {
        let seat = seat_name(maker.book, &race.contest.seat);
        // Once the papers are counted nobody stands any more; the script is of the meeting as it was held.
        let next = &race.contest.candidates;
        let standing = if next.is_empty() { race.first_standing() } else { next };
        let names: Vec<String> = standing.iter().map(|c| said::one_line(&c.name)).collect();
        maker.head(paper, 2, &seat);
        maker.para(paper, &words::contest(&seat, race.contest.seats, &names));
        for line in words::contest_lines(&seat) {
            maker.para(paper, &line);
        }
    }
}
