//! Two languages on one paper, passage beside passage.

use super::{Block, Paper, SignLine, Text, Tongue};

/// The same paper in two languages as one, passage beside passage.
///
/// Both are made by the same steps, so that their blocks answer one another; where one has more, what
/// is left stands beside nothing.
pub fn side_by_side(zh: Paper, en: Paper) -> Paper {
    let (mut blocks, mut parts) = (Vec::new(), Vec::new());
    let names = |paper: &Paper| paper.parts.iter().map(|(_, name)| *name).collect::<Vec<_>>();
    if names(&zh) == names(&en) {
        for (place, ((name, left), (_, right))) in
            zh.pieces().into_iter().zip(en.pieces()).enumerate()
        {
            if place > 0 {
                parts.push((blocks.len(), name));
            }
            blocks.extend(pairs(left.to_vec(), right.to_vec()));
        }
    } else {
        blocks = pairs(zh.blocks, en.blocks);
    }
    let mut title = zh.title;
    title.extend(en.title);
    let join = |zh: Option<String>, en: Option<String>| match (zh, en) {
        (Some(zh), Some(en)) if zh != en => Some(format!("{zh} {en}")),
        (zh, en) => zh.or(en),
    };
    let ([in_zh, _], [_, in_en]) = (zh.names, en.names);
    Paper {
        kind: zh.kind,
        tongue: Tongue::Both,
        mark: zh.mark,
        number: zh.number,
        issued: zh.issued,
        title,
        subtitle: join(zh.subtitle, en.subtitle),
        blocks,
        parts,
        names: [in_zh, in_en],
        one_sheet: zh.one_sheet,
        foot: zh.foot,
        ..Paper::new(zh.look, Tongue::Both, Vec::new(), zh.author, zh.date)
    }
}

/// Blocks in two languages, each beside its like; once where both say the same.
pub(super) fn pairs(zh: Vec<Block>, en: Vec<Block>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut left = zh.into_iter();
    let mut right = en.into_iter();
    loop {
        match (left.next(), right.next()) {
            (None, None) => return blocks,
            (Some(one), Some(other)) if one == other => blocks.push(one),
            (Some(one), Some(other)) => beside(&mut blocks, one, other),
            (one, other) => {
                blocks.push(Block::Pair(one.into_iter().collect(), other.into_iter().collect()));
            }
        }
    }
}

/// Two blocks that answer one another.
fn beside(blocks: &mut Vec<Block>, one: Block, other: Block) {
    match (one, other) {
        // Nobody signs twice, and a paper has one seal: what is signed for is said in both languages.
        (Block::Sign(zh), Block::Sign(en)) if zh.len() == en.len() => {
            let lines = zh.into_iter().zip(en).map(|(zh, en)| SignLine {
                label: both(&zh.label, &en.label, " "),
                who: both(&zh.who, &en.who, " "),
                day: both(&zh.day, &en.day, " "),
            });
            blocks.push(Block::Sign(lines.collect()));
        }
        (Block::Seal { name: zh, day }, Block::Seal { name: en, .. }) => {
            blocks.push(Block::Seal { name: both(&zh, &en, "\n"), day });
        }
        (Block::Imprint(mut lines), Block::Imprint(en)) => {
            lines.extend(en);
            lines.dedup();
            blocks.push(Block::Imprint(lines));
        }
        // Point beside point: lists of many points would drift apart.
        (Block::List(zh), Block::List(en)) => {
            let (mut zh, mut en) = (zh.into_iter(), en.into_iter());
            let point = |text: Option<Text>| -> Vec<Block> {
                text.map(|text| Block::List(vec![text])).into_iter().collect()
            };
            loop {
                match (zh.next(), en.next()) {
                    (None, None) => break,
                    (one, other) => blocks.push(Block::Pair(point(one), point(other))),
                }
            }
        }
        // A table or a rule is as wide as the paper; each language has its own.
        (one, other) if whole_width(&one) || whole_width(&other) => blocks.extend([one, other]),
        (one, other) => blocks.push(Block::Pair(vec![one], vec![other])),
    }
}

/// Words of both languages, once where they are the same.
fn both(zh: &str, en: &str, between: &str) -> String {
    match (zh.trim_end(), en.trim_end()) {
        (zh, en) if zh == en || en.is_empty() => zh.to_owned(),
        ("", en) => en.to_owned(),
        (zh, en) => format!("{}{between}{en}", zh.trim_end_matches(['：', ':'])),
    }
}

fn whole_width(block: &Block) -> bool {
    matches!(
        block,
        Block::Table(_)
            | Block::Sign(_)
            | Block::Seal { .. }
            | Block::Imprint(_)
            | Block::Rule
            | Block::Space(_)
            | Block::PageBreak
    )
}
