//! A paper laid out by the template of the house: its parts in the house's order, the house's words between them.

use super::beside::pairs;
use super::letters::one_line;
use super::template::{Layout, Own, Template};
use super::{Block, House, Names, Paper, Run, SignLine, Text, Tongue};
use std::borrow::Cow;

impl House {
    /// The paper as this house lays it out; as it is where the house has no template for its kind.
    pub fn laid_out<'p>(&self, paper: &'p Paper) -> Cow<'p, Paper> {
        match self.template.of(paper.kind) {
            Some(template) => Cow::Owned(laid_out(paper, template)),
            None => Cow::Borrowed(paper),
        }
    }
}

fn laid_out(paper: &Paper, template: &Template) -> Paper {
    let (zh, en) = (&template.zh, &template.en);
    let pieces = paper.pieces();
    // Once it is laid out, no template is for it any more.
    let mut made = Paper { kind: "", blocks: Vec::new(), parts: Vec::new(), ..paper.clone() };
    head(&mut made, paper, zh, en);
    let mut body = Body { blocks: &mut made.blocks, own: false };
    for ((part, zh), (_, en)) in zh.sections.iter().zip(&en.sections) {
        for (_, blocks) in pieces.iter().filter(|(name, _)| Some(*name) == *part) {
            blocks.iter().for_each(|block| body.put(block.clone(), false));
        }
        for block in own(paper, zh, en) {
            body.put(block, true);
        }
    }
    if numbered(paper) {
        renumber(&mut made.blocks, paper.tongue);
    }
    made
}

/// A body being put together.
struct Body<'b> {
    blocks: &'b mut Vec<Block>,
    /// Whether the last block is the house's.
    own: bool,
}

impl Body<'_> {
    /// Adds a block; a line the house has signed joins those of the paper that stand beside it.
    fn put(&mut self, block: Block, own: bool) {
        let joins = std::mem::replace(&mut self.own, own) || own;
        match (self.blocks.last_mut(), block) {
            (Some(Block::Sign(lines)), Block::Sign(more)) if joins => lines.extend(more),
            (_, block) => self.blocks.push(block),
        }
    }
}

// --- the head -----------------------------------------------------------------------------------------------

fn head(made: &mut Paper, paper: &Paper, zh: &Layout, en: &Layout) {
    let first = if paper.tongue == Tongue::En { 1 } else { 0 };
    let layout = if first == 1 { en } else { zh };
    // What is set in letters alone has no gaps: room is left instead.
    let line = |text: &String, side: usize| filled(text, paper, side).replace('＿', "　");
    if let Some(mark) = &layout.mark {
        made.mark = Some(line(mark, first));
    }
    if let Some(number) = &layout.number {
        made.number.get_or_insert(line(number, first));
    }
    if !layout.title.is_empty() {
        made.title.clear();
    }
    let mut under: Vec<String> = Vec::new();
    for (side, layout) in sides(paper, zh, en) {
        for title in &layout.title {
            // The paper's own title keeps its lines.
            if title == "{title}" {
                made.title.extend(paper.names[side].title.iter().cloned());
            } else {
                let title = line(title, side);
                made.title.extend(Some(title).filter(|title| !made.title.contains(title)));
            }
        }
        under.extend(layout.subtitle.as_ref().map(|text| line(text, side)));
    }
    under.dedup();
    if !under.is_empty() {
        // That a record is a draft, or the day a resolution passed, is not the house's to take away.
        let under = under.join(" ");
        made.subtitle = Some(match &paper.subtitle {
            Some(own) => format!("{own}　{under}"),
            None => under,
        });
    }
}

/// The languages a paper is set in, each with its place and its layout.
fn sides<'t>(paper: &Paper, zh: &'t Layout, en: &'t Layout) -> Vec<(usize, &'t Layout)> {
    match paper.tongue {
        Tongue::Zh => vec![(0, zh)],
        Tongue::En => vec![(1, en)],
        Tongue::Both => vec![(0, zh), (1, en)],
    }
}

// --- the house's own words ----------------------------------------------------------------------------------

/// Words of the house as blocks, in the languages of the paper.
fn own(paper: &Paper, zh: &[Own], en: &[Own]) -> Vec<Block> {
    match paper.tongue {
        Tongue::Zh => set(paper, zh, 0),
        Tongue::En => set(paper, en, 1),
        Tongue::Both => {
            let (mut zh, mut en) = (set(paper, zh, 0), set(paper, en, 1));
            for (one, other) in zh.iter_mut().zip(&mut en) {
                if let (Block::Sign(one), Block::Sign(other)) = (one, other) {
                    both_signed(one, other);
                }
            }
            pairs(zh, en)
        }
    }
}

/// Whoever signs for the house signs once: both languages stand before one line.
fn both_signed(zh: &mut [SignLine], en: &mut [SignLine]) {
    if zh.len() != en.len() {
        return;
    }
    for (one, other) in zh.iter_mut().zip(en.iter()) {
        if one.label != other.label {
            one.label = format!("{} {}", one.label, other.label);
        }
    }
    en.clone_from_slice(zh);
}

fn set(paper: &Paper, words: &[Own], side: usize) -> Vec<Block> {
    let text = |said: &str| Text::with_gaps(&filled(said, paper, side), Run::Plain);
    let mut all: Vec<Block> = Vec::new();
    for one in words {
        let block = match one {
            Own::Heading(level, said) => Block::Heading(*level, text(said)),
            Own::Para(said) => Block::Para(text(said)),
            Own::Centred(said) => Block::Centred(text(said)),
            Own::Rule => Block::Rule,
            Own::NewPage => Block::PageBreak,
            Own::Point(said) => {
                if let Some(Block::List(points)) = all.last_mut() {
                    points.push(text(said));
                    continue;
                }
                Block::List(vec![text(said)])
            }
            Own::Sign(said) => {
                let label = filled(said, paper, side);
                let line = SignLine { label, who: String::new(), day: day_word(paper) };
                if let Some(Block::Sign(lines)) = all.last_mut() {
                    lines.push(line);
                    continue;
                }
                Block::Sign(vec![line])
            }
        };
        all.push(block);
    }
    all
}

/// The word before the gap for the day, where the paper's own lines have one.
fn day_word(paper: &Paper) -> String {
    let lines = paper.blocks.iter().find_map(|block| match block {
        Block::Sign(lines) => lines.first(),
        _ => None,
    });
    lines.map(|line| line.day.clone()).unwrap_or_default()
}

/// Words of the house with what they name put in. A number the paper does not bear is a gap.
fn filled(said: &str, paper: &Paper, side: usize) -> String {
    let Names { title, association, meeting } = &paper.names[side];
    let title = one_line(title);
    let number = paper.number.as_deref().unwrap_or("＿＿＿＿＿＿");
    let day = if side == 0 { "%Y年%-m月%-d日" } else { "%-d %B %Y" };
    let day = paper.date.format(day).to_string();
    let mut all = String::new();
    let mut rest = said;
    while let Some((before, (name, after))) =
        rest.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)))
    {
        all.push_str(before);
        all.push_str(match name {
            "title" => &title,
            "association" => association,
            "meeting" => meeting,
            "number" => number,
            "date" => &day,
            _ => "",
        });
        rest = after;
    }
    all.push_str(rest);
    all
}

// --- numbers of first headings ------------------------------------------------------------------------------

/// Whether the paper numbers its first headings, one after the other.
fn numbered(paper: &Paper) -> bool {
    let mut blocks = paper.blocks.clone();
    let bare = blocks.iter().any(|block| first_heading(block).is_some());
    renumber(&mut blocks, paper.tongue);
    bare && blocks == paper.blocks
}

fn first_heading(block: &Block) -> Option<&Block> {
    match block {
        Block::Heading(1, _) => Some(block),
        Block::Pair(zh, en) => zh.iter().chain(en).find(|b| first_heading(b).is_some()),
        _ => None,
    }
}

/// Numbers the first headings in the order they stand in; a number that stands there already is replaced.
fn renumber(blocks: &mut [Block], tongue: Tongue) {
    let mut no = 0;
    for block in blocks.iter_mut().filter(|block| first_heading(block).is_some()) {
        no += 1;
        match block {
            Block::Pair(zh, en) => {
                zh.iter_mut().for_each(|block| number(block, no, Tongue::Zh));
                en.iter_mut().for_each(|block| number(block, no, Tongue::En));
            }
            block => number(block, no, tongue),
        }
    }
}

fn number(block: &mut Block, no: u32, tongue: Tongue) {
    let Block::Heading(1, text) = block else { return };
    let Some(Run::Plain(said)) = text.0.first_mut() else { return };
    *said = match tongue {
        Tongue::En => format!("{no}. {}", unnumbered_en(said).1),
        Tongue::Zh => format!("{}、{}", han(no), unnumbered_zh(said)),
        Tongue::Both => {
            // `一、收入 1. Income`: one heading for both languages has both numbers.
            let said = unnumbered_zh(said);
            let second = said.match_indices(' ').find_map(|(at, _)| {
                let (number, rest) = unnumbered_en(&said[at + 1..]);
                number.then_some((&said[..at], rest))
            });
            match second {
                Some((zh, en)) => format!("{}、{zh} {no}. {en}", han(no)),
                None => format!("{}、{said}", han(no)),
            }
        }
    };
}

const HAN: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// 一 to 九十九, in digits beyond.
fn han(no: u32) -> String {
    let digit = |d: u32| HAN.get(d as usize).copied().unwrap_or_default();
    match no {
        0..=9 => digit(no).to_owned(),
        10..=19 => format!("十{}", digit(no - 10)),
        20..=99 => format!("{}十{}", digit(no / 10), digit(no % 10)),
        _ => no.to_string(),
    }
}

fn unnumbered_zh(said: &str) -> &str {
    let is_number =
        |c: char| c == '十' || c.is_ascii_digit() || HAN.iter().any(|h| h.starts_with(c));
    match said.split_once('、') {
        Some((number, rest)) if !number.is_empty() && number.chars().all(is_number) => rest,
        _ => said,
    }
}

/// Whether there was a number, and what is left without it.
fn unnumbered_en(said: &str) -> (bool, &str) {
    match said.split_once(". ") {
        Some((number, rest))
            if !number.is_empty() && number.chars().all(|c| c.is_ascii_digit()) =>
        {
            (true, rest)
        }
        _ => (false, said),
    }
}
