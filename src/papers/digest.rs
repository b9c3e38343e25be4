//! The summary of a meeting (会议纪要): what was decided and why it stands, for those who were not there.

use super::{in_language, tongue};
use crate::minutes::agenda::{Decision, Item, Motion, Vote, VoteState};
use crate::minutes::{Minutes, charter_of, public};
use crate::paper::{Block, Look, Paper, SignLine};
use crate::text::Lang;
use crate::text::minutes::digest as words;
use crate::text::minutes::{self as said, Say};

/// The summary in one language, or in both side by side; `None` where the minutes carry no charter that
/// can be read. Nothing private stands in it.
pub fn digest(minutes: &Minutes, lang: Lang) -> Option<Paper> {
    let minutes = public(minutes);
    let charter = charter_of(&minutes)?;
    in_language(lang, |one| Some(paper(&Say::new(&minutes, &charter, one))))
}

fn paper(say: &Say) -> Paper {
    let minutes = say.minutes;
    let author = say.lang.pick(&minutes.association.name);
    let (title, day) = (words::digest_title(say), minutes.meeting.date);
    let mut paper = Paper::new(Look::Official, tongue(say.lang), title, author, day);
    paper.mark = Some(words::digest_mark(say));
    paper.subtitle = said::preview(say);
    paper.foot = said::head_line(say);
    paper.push(Block::Para(words::opening(say).join(said::blank(say)).into()));
    narrative(&mut paper, said::wording(say, minutes.wording.as_ref()));
    paper.push(Block::Para(words::topics(say).into()));
    paper.push(Block::Para(words::decided(say).into()));
    for (place, item) in minutes.items.iter().enumerate() {
        self::item(&mut paper, say, item, place);
    }
    paper.push(Block::Space(1));
    for (label, names) in words::roll_call(say) {
        paper.push(Block::Labelled(label, names.into()));
    }
    let [label, who, day] = said::presider_line(say);
    paper.push(Block::Sign(vec![SignLine { label, who, day }]));
    paper.push(Block::Imprint(vec![words::imprint(say)]));
    paper
}

fn item(paper: &mut Paper, say: &Say, item: &Item, place: usize) {
    paper.push(Block::Heading(1, words::digest_head(say, item, place).into()));
    let before = paper.blocks.len();
    narrative(paper, said::wording(say, item.wording.as_ref()));
    for (motion, vote) in decided(item) {
        let said = words::in_recess(say, motion) + &words::voted(say, motion, vote);
        paper.push(Block::Para(said.into()));
        if let Some(assumed) = words::assumed(say, vote) {
            paper.push(Block::Para(assumed.into()));
        }
        let carried = vote.declared.last().is_some_and(|d| d.carried);
        paper.push(Block::Para(words::text_head(say, carried).into()));
        paper.push(Block::Quote(said::quote(&motion.text)));
    }
    for round in item.election.iter().flat_map(|e| &e.rounds) {
        let (head, number) = (said::round_head(say, round), round.number.as_deref());
        let number = number.map(|n| words::numbered_as(say, n)).unwrap_or_default();
        paper.push(Block::Para(format!("{head}{number}").into()));
        paper.list(words::elected(say, round));
        let minutes = say.minutes;
        let own = |d: &&Decision| round.number.as_deref() == Some(d.number.as_str()) && !d.void;
        for decision in minutes.decisions.iter().filter(own) {
            paper.push(Block::Para(words::text_head(say, true).into()));
            paper.push(Block::Quote(said::quote(&decision.text)));
        }
    }
    if paper.blocks.len() == before {
        paper.push(Block::Para(words::undecided(say, item).into()));
    }
}

/// What the secretary wrote, in paragraphs.
fn narrative(paper: &mut Paper, lines: Vec<String>) {
    for line in lines {
        paper.push(Block::Para(line.into()));
    }
}

/// The main motions of an item that were decided, each with the votes that stand.
fn decided(item: &Item) -> impl Iterator<Item = (&Motion, &Vote)> {
    let main = item.motions.iter().filter(|m| m.amends.is_none());
    let stands = |v: &&Vote| v.state == VoteState::Declared;
    main.flat_map(move |m| m.votes.iter().filter(stands).map(move |v| (m, v)))
}
