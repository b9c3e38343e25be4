//! Finding a unit by number, name, pinyin or pinyin initials.

use crate::record::Book;
use ib_matcher::matcher::{IbMatcher, PinyinMatchConfig};
use ib_matcher::pinyin::PinyinNotation;

/// Units of `roll` that match what was typed, in order of number; all of them for an empty query.
/// `xjzl` finds 新疆质量…, and 新疆示例质量… where nothing has these initials side by side; digits find a number.
pub fn units(book: &Book, roll: &[u32], query: &str) -> Vec<u32> {
    // Full-width digits come from input methods that were left on.
    let ascii = |c: char| match c {
        '０'..='９' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        other => other,
    };
    let query: String = query.trim().to_lowercase().chars().map(ascii).collect();
    if query.is_empty() {
        return roll.to_vec();
    }
    if let Ok(number) = query.parse::<u32>() {
        let exact: Vec<u32> = roll.iter().copied().filter(|u| *u == number).collect();
        let prefixed = |u: &u32| *u != number && u.to_string().starts_with(&query);
        return exact.into_iter().chain(roll.iter().copied().filter(prefixed)).collect();
    }
    let notation = PinyinNotation::Ascii | PinyinNotation::AsciiFirstLetter;
    let matcher =
        IbMatcher::builder(query.as_str()).pinyin(PinyinMatchConfig::notations(notation)).build();
    let matching: Vec<u32> = roll
        .iter()
        .copied()
        .filter(|unit| {
            book.members.get(unit).is_some_and(|m| {
                matcher.is_match(m.entry.name.to_lowercase().as_str())
                    || matcher.is_match(m.entry.short.as_str())
            })
        })
        .collect();
    if !matching.is_empty() || !query.chars().all(|c| c.is_ascii_lowercase()) {
        return matching;
    }
    let initials = Initials::of(&query);
    roll.iter()
        .copied()
        .filter(|unit| book.members.get(unit).is_some_and(|m| initials.run_through(&m.entry.name)))
        .collect()
}

/// Initials typed with some characters of the name left out, as people remember long names.
struct Initials<'q>(Vec<IbMatcher<'q, str>>);

impl<'q> Initials<'q> {
    fn of(query: &'q str) -> Self {
        let one = |at: usize| {
            let letter = query.get(at..=at).unwrap_or_default();
            let config = PinyinMatchConfig::notations(PinyinNotation::AsciiFirstLetter);
            IbMatcher::builder(letter).pinyin(config).build()
        };
        Self((0..query.len()).map(one).collect())
    }
    fn run_through(&self, name: &str) -> bool {
        let mut wanted = self.0.iter().peekable();
        for c in name.to_lowercase().chars() {
            let mut bytes = [0; 4];
            let c: &str = c.encode_utf8(&mut bytes);
            wanted.next_if(|letter| letter.is_match(c));
        }
        wanted.peek().is_none()
    }
}
