//! The extract of one decision (决议摘录), for those who are concerned with no other.

use super::{Kind, begun, in_language};
use crate::minutes::{Minutes, charter_of, compile};
use crate::paper::{Block, Paper, SignLine};
use crate::record::{Book, Entry};
use crate::text::minutes::{self as words, Say};
use crate::text::papers::blank_day;
use crate::text::{Lang, Words, extract as said};

/// The extract of one decision, told by the charter of its day; nothing where there is no such decision.
///
/// `book` is what `entries` mean, `head` the number and the seal of the last of them.
pub fn extract(
    book: &Book,
    entries: &[Entry],
    no: u32,
    lang: Lang,
    head: (u64, String),
) -> Option<Paper> {
    let meeting = book.decisions.iter().find(|d| d.no == no)?.meeting;
    let minutes = compile(book, entries, meeting, head)?;
    let charter = charter_of(&minutes)?;
    in_language(lang, |one| paper(&Say::new(&minutes, &charter, one), &minutes, book, no))
}

fn paper(say: &Say, minutes: &Minutes, book: &Book, no: u32) -> Option<Paper> {
    let decision = minutes.decisions.iter().find(|d| d.no == no)?;
    let lang = say.lang;
    let mut paper = begun(Kind::Extract, say, said::title(say));
    paper.subtitle = decision.void.then(|| said::void(lang));
    let head = |words: Words| Block::Heading(1, lang.say(words).into());
    paper.part("facts").list(said::facts(say, decision));
    paper.part("text").push(head(["决定全文", "Text"]));
    paper.push(Block::Quote(words::quote(&decision.text)));
    paper.part("vote").push(head(["表决", "The vote"]));
    paper.list(said::vote(say, decision));
    paper.part("changed").push(head(["对会议簿的改动", "What it changed in the book"]));
    paper.list(said::changed(say, book, decision));
    paper.part("since").push(head(["执行情况", "What has been done since"]));
    paper.list(said::since(lang, book, decision.no));
    let line = |words: Words| SignLine {
        label: lang.say(words),
        who: String::new(),
        day: lang.say(["日期：", "Date: "]),
    };
    paper.part("signatures").push(Block::Sign(said::SIGNS.map(line).to_vec()));
    let (name, day) = (paper.author.clone(), lang.pick(&blank_day()));
    paper.part("seal").push(Block::Seal { name, day });
    paper.part("colophon").push(Block::Rule);
    for line in words::colophon(say) {
        paper.push(Block::Plain(line.into()));
    }
    Some(paper)
}
