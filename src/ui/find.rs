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
    let finder = Finder::of(&query);
    let by = |fits: &dyn Fn(&str) -> bool| -> Vec<u32> {
        let names = |u: &u32| {
            let entry = book.members.get(u).map(|m| &m.entry);
            entry.is_some_and(|e| fits(&e.name) || fits(&e.short))
        };
        roll.iter().copied().filter(names).collect()
    };
    let matching = by(&|name| finder.is_in(name));
    if matching.is_empty() { by(&|name| finder.runs_through(name)) } else { matching }
}

/// Places of the texts that match what was typed, as units are found by their names. Each line of a
/// text is a name of its own.
pub fn texts<'t>(texts: impl Iterator<Item = &'t str> + Clone, query: &str) -> Vec<usize> {
    let query = query.trim().to_lowercase();
    if query.is_empty() {
        return texts.enumerate().map(|(place, _)| place).collect();
    }
    let finder = Finder::of(&query);
    let by = |fits: &dyn Fn(&str) -> bool| -> Vec<usize> {
        let named = |text: &str| text.lines().any(fits);
        texts.clone().enumerate().filter(|(_, text)| named(text)).map(|(place, _)| place).collect()
    };
    let matching = by(&|text| finder.is_in(text));
    if matching.is_empty() { by(&|text| finder.runs_through(text)) } else { matching }
}

/// What was typed, ready to be looked for.
struct Finder<'q> {
    whole: IbMatcher<'q, str>,
    initials: Option<Initials<'q>>,
}

impl<'q> Finder<'q> {
    fn of(query: &'q str) -> Self {
        let notation = PinyinNotation::Ascii | PinyinNotation::AsciiFirstLetter;
        let config = PinyinMatchConfig::notations(notation);
        let letters = query.chars().all(|c| c.is_ascii_lowercase());
        Self {
            whole: IbMatcher::builder(query).pinyin(config).build(),
            initials: letters.then(|| Initials::of(query)),
        }
    }
    fn is_in(&self, text: &str) -> bool {
        self.whole.is_match(text.to_lowercase().as_str())
    }
    fn runs_through(&self, text: &str) -> bool {
        // Letters strewn over a Latin text are no initials.
        !text.is_ascii() && self.initials.as_ref().is_some_and(|i| i.run_through(text))
    }
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
