//! The order of names by the strokes of the surname (按姓氏笔画为序), as candidates stand on ballots and lists.
//!
//! Fewer strokes come first; of equally many the first different stroke decides, 横 before 竖, 撇, 点 and 折; then
//! the next character the same way. Where the table comes from is told in `docs/data/strokes.md`.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A character and the digits of its strokes a line, in the order of the custom.
static TABLE: &str = include_str!("../../assets/strokes.txt");

/// Each character with its line in the table and its strokes.
static LETTERS: LazyLock<BTreeMap<char, (usize, &'static str)>> = LazyLock::new(|| {
    let line = |(place, line): (usize, &'static str)| {
        let letter = line.chars().next()?;
        Some((letter, (place, line.get(letter.len_utf8()..)?)))
    };
    TABLE.lines().enumerate().filter_map(line).collect()
});

/// The strokes of a character as they are written: 1 横 2 竖 3 撇 4 点 5 折.
pub fn known(letter: char) -> Option<&'static str> {
    LETTERS.get(&letter).map(|(_, strokes)| *strokes)
}

/// The Chinese characters of the names that the table does not have, each once, as they are met. Somebody who
/// knows them has to place these names by hand.
pub fn unknown(names: &[String]) -> Vec<char> {
    let mut met = Vec::new();
    for letter in names.iter().flat_map(|name| name.chars()).filter(|l| is_strange(*l)) {
        if !met.contains(&letter) {
            met.push(letter);
        }
    }
    met
}

/// The places of the names in the order of the custom: `names[order[0]]` comes first. Chinese names with a
/// character that is not in the table follow those without, names in other letters come last, alphabetically;
/// what is equal stays as it was given.
pub fn order(names: &[String]) -> Vec<usize> {
    let keys: Vec<Key> = names.iter().map(|name| key(name)).collect();
    let mut places: Vec<usize> = (0..names.len()).collect();
    places.sort_by(|a, b| match (keys.get(*a), keys.get(*b)) {
        (Some(a), Some(b)) => a.cmp(b),
        _ => Ordering::Equal,
    });
    places
}

/// Which of the three groups a name belongs to, and its letters one by one.
type Key = (Group, Vec<Letter>);

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    Known,
    Strange,
    Foreign,
}

/// A letter of a name, in the order in which letters follow each other.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Letter {
    /// A figure of a name such as 代表01 or 代表10: by its value, before any character.
    Figure(u32),
    /// By its line in the table, which also parts characters of the same strokes.
    Strokes(usize),
    /// By its code point.
    Other(char),
}

fn key(name: &str) -> Key {
    // The dot of a transcribed name, blanks between two characters and the like are no part of the order.
    let mut letters = name.chars().filter(|l| l.is_alphanumeric()).peekable();
    if !letters.peek().is_some_and(|first| is_chinese(*first)) {
        return (Group::Foreign, name.to_lowercase().chars().map(Letter::Other).collect());
    }
    let group = if name.chars().any(is_strange) { Group::Strange } else { Group::Known };
    let letter = |l: char| match (LETTERS.get(&l), l.to_digit(10)) {
        (Some((place, _)), _) => Letter::Strokes(*place),
        (None, Some(figure)) => Letter::Figure(figure),
        (None, None) => Letter::Other(l),
    };
    (group, letters.map(letter).collect())
}

fn is_strange(letter: char) -> bool {
    is_chinese(letter) && !LETTERS.contains_key(&letter)
}

/// Whether a letter is a Chinese character, of any of the blocks that have some.
fn is_chinese(letter: char) -> bool {
    matches!(letter, '〇' | '\u{2E80}'..='\u{2FDF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}
