//! Finding a unit by number, name, pinyin or pinyin initials.

use crate::record::Book;
use ib_matcher::matcher::{IbMatcher, PinyinMatchConfig};
use ib_matcher::pinyin::PinyinNotation;

/// Units of `roll` that match what was typed, in order of number; all of them for an empty query.
/// `xjzl` finds 新疆质量…, digits find a number.
pub fn units(book: &Book, roll: &[u32], query: &str) -> Vec<u32> {
    let query = query.trim().to_lowercase();
    if query.is_empty() {
        return roll.to_vec();
    }
    if let Ok(number) = query.parse::<u32>() {
        let exact: Vec<u32> = roll.iter().copied().filter(|u| *u == number).collect();
        let prefixed = |u: &u32| *u != number && u.to_string().starts_with(&query);
        return exact
            .into_iter()
            .chain(roll.iter().copied().filter(prefixed))
            .collect();
    }
    let notation = PinyinNotation::Ascii | PinyinNotation::AsciiFirstLetter;
    let matcher = IbMatcher::builder(query.as_str())
        .pinyin(PinyinMatchConfig::notations(notation))
        .build();
    roll.iter()
        .copied()
        .filter(|unit| {
            book.members.get(unit).is_some_and(|m| {
                matcher.is_match(m.entry.name.to_lowercase().as_str())
                    || matcher.is_match(m.entry.short.as_str())
            })
        })
        .collect()
}
