//! A resolution (决议): the text of one decision as it is issued, numbered, with the vote that carries it.

use super::{Kind, begun, in_language};
use crate::minutes::agenda::Decision;
use crate::minutes::{Minutes, charter_of};
use crate::paper::{Block, Paper, SignLine};
use crate::text::Lang;
use crate::text::minutes::digest as words;
use crate::text::minutes::{self as said, Say};

/// The resolution of this number in the book, in one language or both side by side; `None` where the
/// meeting took no such decision, or where its vote was made void.
pub fn resolution(minutes: &Minutes, no: u32, lang: Lang) -> Option<Paper> {
    let decision = minutes.decisions.iter().find(|d| d.no == no && !d.void)?;
    let charter = charter_of(minutes)?;
    in_language(lang, |one| Some(paper(&Say::new(minutes, &charter, one), decision)))
}

fn paper(say: &Say, decision: &Decision) -> Paper {
    let mut paper = begun(Kind::Resolution, say, words::resolution_title(say, decision));
    let author = paper.author.clone();
    paper.mark = Some(author.clone());
    paper.number = Some(decision.number.clone()).filter(|n| !n.is_empty());
    paper.subtitle = Some(words::passed(say));
    paper.part("considered");
    paper.push(Block::Para(words::considered(say, decision).into()));
    paper.part("vote");
    vote(&mut paper, say, decision);
    paper.part("text");
    paper.push(Block::Para(words::resolves(say).into()));
    for line in said::quote(&decision.text) {
        paper.push(Block::Para(line.into()));
    }
    if let Some(concerns) = words::concerns(say, decision) {
        paper.push(Block::Para(concerns.into()));
    }
    paper.part("force").push(Block::Para(words::in_force(say, decision).into()));
    let [label, who, gap] = said::presider_line(say);
    paper.part("signatures").push(Block::Sign(vec![SignLine { label, who, day: gap }]));
    paper.part("seal").push(Block::Seal { name: author, day: words::day(say) });
    paper
}

fn vote(paper: &mut Paper, say: &Say, decision: &Decision) {
    let Some(item) = words::item_of(say, decision) else {
        return;
    };
    let rounds = item.election.iter().flat_map(|e| &e.rounds);
    for round in rounds.filter(|r| r.number.as_deref() == Some(decision.number.as_str())) {
        paper.push(Block::Para(said::round_head(say, round).into()));
        paper.list(words::elected(say, round));
    }
    let motions = item.motions.iter().filter(|m| m.no == decision.motion);
    let votes = motions.flat_map(|m| m.votes.iter().map(move |v| (m, v)));
    for (motion, vote) in votes.filter(|(_, v)| v.no == decision.vote) {
        paper.push(Block::Para(words::vote_taken(say, motion, vote).into()));
        if let Some(assumed) = words::assumed(say, vote) {
            paper.push(Block::Para(assumed.into()));
        }
    }
}
