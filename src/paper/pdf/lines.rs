//! Breaks letters into lines, and spreads them over the line's width.
//!
//! After GB/T 15834-2011 and the custom of the press: no closing sign begins a line, no opening sign ends one,
//! words and numbers stay whole, full lines reach both margins.

use super::letters::{Case, Cluster, Item, Span};
use super::signs::is_character;

/// Where the letters of a line stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Set {
    /// At both margins; the last line left.
    Both,
    Left,
    Middle,
    Right,
}

/// What is drawn in a line, and how far from its left end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    Letters(i32, Span),
    /// A gap to be filled in: from, how wide.
    Gap(i32, i32),
}

/// Signs that may not begin a line.
const NOT_FIRST: &str = "、。，．：；！？％‰°℃…—～·）》〉」』】〕〗〙〛”’〞々ー)]},.:;!?%";
/// Signs that may not end a line.
const NOT_LAST: &str = "（《〈「『【〔〖〘〚“‘〝￥＄□☐([{";

/// Lines of pieces: `first` is how far the first line is pushed in, `width` what the others have.
pub(super) fn lines(
    case: &Case,
    items: Vec<Item>,
    width: i32,
    first: i32,
    set: Set,
) -> Vec<Vec<Piece>> {
    let items = narrow(case, items, width);
    let mut done = Vec::new();
    let mut from = 0;
    loop {
        let push = if done.is_empty() { first } else { 0 };
        let room = (width - push).max(1);
        let (end, next) = one(&items, from, room, set);
        let last = next >= items.len() || items.get(end) == Some(&Item::Turn);
        done.push(spread(items.get(from..end).unwrap_or_default(), push, room, set, last));
        if next >= items.len() {
            return done;
        }
        from = next;
    }
}

/// How wide the items are on one line.
pub(super) fn width(items: &[Item]) -> i32 {
    let gaps: i32 = (1..items.len()).map(|at| beside(items, at)).sum();
    items.iter().map(wide).sum::<i32>() + gaps
}

/// Words wider than a line, letter by letter; gaps no wider than one.
fn narrow(case: &Case, items: Vec<Item>, width: i32) -> Vec<Item> {
    let mut all = Vec::with_capacity(items.len());
    for item in items {
        match item {
            Item::Letters(cluster) if !cluster.han && too_long(&cluster, width) => {
                all.extend(case.apart(&cluster).into_iter().map(Item::Letters));
            }
            Item::Gap(wide) => all.push(Item::Gap(wide.min(width))),
            other => all.push(other),
        }
    }
    all
}

/// Whether a word is broken like a line: it is wider than one, or a digest that would leave half a line empty.
fn too_long(cluster: &Cluster, width: i32) -> bool {
    let letters = || cluster.spans.iter().flat_map(|span| span.text.chars());
    let digest = letters().count() > 24 && letters().any(|letter| letter.is_ascii_digit());
    cluster.width > width || (digest && cluster.width > width / 2)
}

/// Where the line that begins at `from` ends, and where the next one begins.
fn one(items: &[Item], from: usize, room: i32, set: Set) -> (usize, usize) {
    let mut at = from;
    let mut used = 0;
    while let Some(item) = items.get(at) {
        if *item == Item::Turn {
            return (at, at + 1);
        }
        let blank = matches!(item, Item::Blank(_));
        let lead = if at > from { beside(items, at) } else { 0 };
        // A blank at the end hangs over the margin.
        if used + lead + wide(item) > room + slack(items, from, at, set) && !blank && at > from {
            return broken(items, from, at);
        }
        used += lead + wide(item);
        at += 1;
    }
    (at, at)
}

/// How much a line may be drawn together for the sake of a closing sign at its end.
///
/// The right half of such a sign is empty: it may stand beyond the margin, and what is left to gain is a
/// fiftieth of each character, where the line is spread.
fn slack(items: &[Item], from: usize, at: usize, set: Set) -> i32 {
    let Some(Item::Letters(sign)) = items.get(at) else {
        return 0;
    };
    if !sign.han || !"、。，．：；！？）》〉」』】〕〗”’".contains(sign.ends.0)
    {
        return 0;
    }
    // More signs behind it would have to come along.
    let follows = items.get(at + 1);
    if matches!(follows, Some(Item::Letters(next)) if NOT_FIRST.contains(next.ends.0)) {
        return 0;
    }
    let han = |item: &&Item| matches!(item, Item::Letters(cluster) if cluster.han);
    let count = items.get(from..at).unwrap_or_default().iter().filter(han).count();
    let size = sign.hand.size;
    match set {
        Set::Both => size / 2 + i32::try_from(count).unwrap_or(0) * size / 50,
        Set::Left => size / 2,
        // What stands in the middle or at the right ends where it is seen to end.
        Set::Middle | Set::Right => 0,
    }
}

/// The last place before `over` at which the line may be broken.
fn broken(items: &[Item], from: usize, over: usize) -> (usize, usize) {
    let mut at = over;
    while at > from {
        if let Some(Item::Blank(_)) = items.get(at - 1) {
            // Blanks at a break are neither here nor there.
            let end = (from..at).rev().find(|i| !matches!(items.get(*i), Some(Item::Blank(_))));
            if let Some(end) = end {
                return (end + 1, at);
            }
        } else if may_break(items, at) {
            return (at, at);
        }
        at -= 1;
    }
    // Nothing but one unbroken string: it is broken where the line is full.
    (over, over)
}

/// Whether a line may be broken before the item.
fn may_break(items: &[Item], at: usize) -> bool {
    let (Some(before), Some(after)) =
        (at.checked_sub(1).and_then(|at| items.get(at)), items.get(at))
    else {
        return false;
    };
    match (before, after) {
        (Item::Letters(before), Item::Letters(after)) => {
            let free = before.han || after.han || before.parts;
            free && !NOT_FIRST.contains(after.ends.0) && !NOT_LAST.contains(before.ends.1)
        }
        (Item::Gap(_), Item::Letters(after)) => !NOT_FIRST.contains(after.ends.0),
        (Item::Letters(before), Item::Gap(_)) => !NOT_LAST.contains(before.ends.1),
        _ => true,
    }
}

fn wide(item: &Item) -> i32 {
    match item {
        Item::Letters(cluster) | Item::Blank(cluster) => cluster.width,
        Item::Gap(width) => *width,
        Item::Turn => 0,
    }
}

/// The little room between Chinese and Latin letters, an eighth of the height.
fn beside(items: &[Item], at: usize) -> i32 {
    let (Some(Item::Letters(a)), Some(Item::Letters(b))) = (items.get(at - 1), items.get(at))
    else {
        return 0;
    };
    let (han, word) = if a.han { (a.ends.1, b.ends.0) } else { (b.ends.0, a.ends.1) };
    let meets = a.han != b.han && is_character(han) && word.is_alphanumeric();
    if meets { a.hand.size.min(b.hand.size) / 8 } else { 0 }
}

/// Puts the items of a line where they stand.
fn spread(items: &[Item], push: i32, room: i32, set: Set, last: bool) -> Vec<Piece> {
    let end = items.iter().rposition(|item| !matches!(item, Item::Blank(_))).map_or(0, |at| at + 1);
    let items = leftward(items.get(..end).unwrap_or_default());
    let natural = width(&items);
    let spare = room - hang(&items, natural, room) - natural;
    // Places that give way, and how readily.
    let give = |at: usize| match (at.checked_sub(1).and_then(|at| items.get(at)), items.get(at)) {
        (Some(Item::Blank(_)), _) if spare > 0 => 4,
        (Some(Item::Letters(a)), Some(Item::Letters(b))) if a.han || b.han => 1,
        _ => 0,
    };
    let all: i32 = (1..items.len()).map(give).sum();
    let reach = set == Set::Both && (!last || spare < 0) && all > 0;
    // A line that is short because a long word would not fit is left so: holes are worse than a ragged margin.
    let reach = reach && spare < room / 4;
    // So is one that would be pulled apart letter from letter: a sixth of a character between two is the most.
    let size = items.iter().find_map(|item| match item {
        Item::Letters(cluster) => Some(cluster.hand.size),
        _ => None,
    });
    let reach = reach && spare <= all.saturating_mul(size.unwrap_or(room)) / 6;
    let mut x = push
        + match set {
            Set::Both | Set::Left => 0,
            Set::Middle => spare.max(0) / 2,
            Set::Right => spare.max(0),
        };
    let mut given = 0;
    let mut used = 0;
    let mut pieces: Vec<Piece> = Vec::new();
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            x += beside(&items, at);
            if reach {
                given += give(at);
                let due = i32::try_from(i64::from(spare) * i64::from(given) / i64::from(all))
                    .unwrap_or(0);
                x += due - used;
                used = due;
            }
        }
        match item {
            Item::Letters(cluster) | Item::Blank(cluster) => {
                for span in &cluster.spans {
                    put(&mut pieces, x, span);
                    x += span.width();
                }
            }
            Item::Gap(width) => {
                pieces.push(Piece::Gap(x, *width));
                x += width;
            }
            Item::Turn => {}
        }
    }
    pieces
}

/// How far a closing sign at the end of a line that is too full stands beyond the margin: less than nothing.
fn hang(items: &[Item], natural: i32, room: i32) -> i32 {
    match items.last() {
        Some(Item::Letters(sign)) if natural > room && sign.han && items.len() > 1 => {
            -(sign.hand.size / 2).min(natural - room)
        }
        _ => 0,
    }
}

/// Words written from right to left, the first of them at the right.
fn leftward(items: &[Item]) -> Vec<Item> {
    let mut all = items.to_vec();
    let is = |item: &Item| matches!(item, Item::Letters(cluster) if cluster.leftward);
    let mut at = 0;
    while at < all.len() {
        if !is(&all[at]) {
            at += 1;
            continue;
        }
        let mut end = at;
        while let Some(next) = (end + 1..all.len()).find(|i| !matches!(all[*i], Item::Blank(_))) {
            if !is(&all[next]) {
                break;
            }
            end = next;
        }
        all[at..=end].reverse();
        at = end + 1;
    }
    all
}

/// Adds letters to the line; those of the same face go on where the last ones ended.
fn put(pieces: &mut Vec<Piece>, x: i32, span: &Span) {
    if let Some(Piece::Letters(from, known)) = pieces.last_mut()
        && (known.face, known.size, known.bold, known.lean, known.struck)
            == (span.face, span.size, span.bold, span.lean, span.struck)
        && let Some(last) = known.glyphs.last()
    {
        let before: i32 = known.width() - last.advance;
        let shift = known.text.len();
        let advance = x - *from - before;
        if let Some(last) = known.glyphs.last_mut() {
            last.advance = advance;
        }
        known.text.push_str(&span.text);
        known.glyphs.extend(span.glyphs.iter().cloned().map(|mut glyph| {
            glyph.range = (glyph.range.0 + shift, glyph.range.1 + shift);
            glyph
        }));
        return;
    }
    pieces.push(Piece::Letters(x, span.clone()));
}
