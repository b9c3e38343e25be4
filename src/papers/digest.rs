//! The summary of a meeting (会议纪要): what was decided and why it stands, for those who were not there.

use super::{Kind, begun, in_language};
use crate::minutes::agenda::{Decision, Item, Motion, Vote, VoteState};
use crate::minutes::{Minutes, charter_of, public};
use crate::paper::{Block, Paper, SignLine};
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
    let mut paper = begun(Kind::Digest, say, words::digest_title(say));
    paper.mark = Some(words::digest_mark(say));
    paper.number = Some(words::issue_number(say));
    paper.issued = Some(words::issued(say));
    paper.subtitle = said::preview(say);
    paper.part("opening");
    paper.push(Block::Para(words::opening(say).join(said::blank(say)).into()));
    narrative(&mut paper, said::wording(say, minutes.wording.as_ref()));
    paper.push(Block::Para(words::topics(say).into()));
    paper.push(Block::Para(words::decided(say).into()));
    paper.part("items");
    for (place, item) in minutes.items.iter().enumerate() {
        self::item(&mut paper, say, item, place);
    }
    paper.part("attendance").push(Block::Space(1));
    for (label, names) in words::roll_call(say) {
        paper.push(Block::Labelled(label, names.into()));
    }
    let [label, who, day] = said::presider_line(say);
    paper.part("signatures").push(Block::Sign(vec![SignLine { label, who, day }]));
    paper.part("imprint").push(Block::Imprint(vec![words::imprint(say)]));
    paper
}

fn item(paper: &mut Paper, say: &Say, item: &Item, place: usize) {
    paper.push(Block::Heading(1, words::digest_head(say, item, place).into()));
    let before = paper.blocks.len();
    narrative(paper, said::wording(say, item.wording.as_ref()));
    for (motion, vote) in decided(item) {
        let said = words::in_recess(say, motion) + &words::vote_taken(say, motion, vote);
        paper.push(Block::Para(said.into()));
        if let Some(assumed) = words::assumed(say, vote) {
            paper.push(Block::Para(assumed.into()));
        }
        paper.push(Block::Para(words::text_head(say, motion, vote).into()));
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
            paper.push(Block::Para(say.lang.say(words::DECIDED).into()));
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
