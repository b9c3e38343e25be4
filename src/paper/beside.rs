//! Two languages on one paper, passage beside passage.

use super::{Block, Paper, Tongue};

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
        title,
        subtitle: join(zh.subtitle, en.subtitle),
        blocks,
        parts,
        names: [in_zh, in_en],
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
            // A table, a rule and a signature are as wide as the paper; each language has its own.
            (Some(one), Some(other)) if one == other => blocks.push(one),
            (Some(one), Some(other)) if whole_width(&one) || whole_width(&other) => {
                blocks.extend([one, other]);
            }
            (one, other) => {
                blocks.push(Block::Pair(one.into_iter().collect(), other.into_iter().collect()));
            }
        }
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
