//! The letters of a paper as the forms see them: cleaned, told apart by script, measured in half characters.

use super::{Block, Run, Text, Tongue};

/// Which letters stand together in one face.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    /// Chinese, with its signs.
    Han,
    /// Latin letters, figures and their signs.
    Latin,
    /// Written from right to left: Uyghur names.
    Arabic,
}

/// Text without what no form can carry: control characters, the marks that turn the direction of a
/// text, and code points that are none. A tabulator is a blank; a line end stays one.
pub(super) fn clean(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' => kept.push('\n'),
            '\t' | '\u{2028}' | '\u{2029}' => kept.push(' '),
            _ if letter.is_control() => {}
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            '\u{feff}' | '\u{fdd0}'..='\u{fdef}' => {}
            _ if u32::from(letter) & 0xfffe == 0xfffe => {}
            _ => kept.push(letter),
        }
    }
    kept
}

/// Cleaned, with the letters that mean something in XML and HTML written as entities.
pub(super) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in clean(text).chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            _ => safe.push(letter),
        }
    }
    safe
}

/// Whether any Chinese stands in the text.
pub(super) fn has_han(text: &str) -> bool {
    text.chars().any(is_han)
}

/// Whether any Chinese stands in the text.
pub(super) fn text_has_han(text: &Text) -> bool {
    text.0.iter().any(|run| match run {
        Run::Plain(text) | Run::Strong(text) | Run::Kai(text) | Run::Struck(text) => has_han(text),
        Run::Gap(_) => false,
    })
}

/// Chinese characters, their signs and full-width forms.
fn is_han(letter: char) -> bool {
    matches!(letter,
        '\u{2e80}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff00}'..='\u{ffef}'
        | '\u{20000}'..='\u{3ffff}')
}

/// Signs that Chinese and Latin share, each with its own width: “ ” ‘ ’ — … · × ○ □ and the like.
fn is_shared(letter: char) -> bool {
    matches!(letter,
        '\u{b7}' | '\u{d7}' | '\u{b0}' | '\u{b1}'
        | '\u{2010}'..='\u{2027}'
        | '\u{2030}'..='\u{205e}'
        | '\u{2100}'..='\u{2bff}')
}

fn is_arabic(letter: char) -> bool {
    matches!(letter, '\u{600}'..='\u{77f}' | '\u{fb50}'..='\u{fdcf}' | '\u{fdf0}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

/// The text in pieces of one script each; `han` says whether Chinese stands around it, which decides
/// the signs both share. Blanks stay with what they follow.
pub(super) fn pieces(text: &str, tongue: Tongue, han: bool) -> Vec<(Script, String)> {
    let letters: Vec<char> = text.chars().collect();
    let mut all: Vec<(Script, String)> = Vec::new();
    for (place, &letter) in letters.iter().enumerate() {
        let before = place.checked_sub(1).and_then(|at| letters.get(at)).copied();
        let after = letters.get(place + 1).copied();
        let last = all.last().map(|(script, _)| *script);
        let script = if is_han(letter) {
            Script::Han
        } else if is_arabic(letter) {
            Script::Arabic
        } else if is_shared(letter) {
            shared(letter, before, after, tongue, han)
        } else if letter == ' ' || letter == '\u{a0}' || letter == '\n' {
            last.unwrap_or(Script::Latin)
        } else {
            Script::Latin
        };
        match all.last_mut() {
            Some((same, piece)) if *same == script => piece.push(letter),
            _ => all.push((script, letter.to_string())),
        }
    }
    all
}

/// A sign both scripts have: Chinese beside Chinese, and in Chinese text unless it is an apostrophe.
fn shared(
    letter: char,
    before: Option<char>,
    after: Option<char>,
    tongue: Tongue,
    han: bool,
) -> Script {
    let beside = |is: fn(char) -> bool| (before.is_some_and(is), after.is_some_and(is));
    let (word_before, word_after) = beside(|c: char| c.is_ascii_alphanumeric());
    if letter == '’' && word_before && (word_after || tongue == Tongue::En) {
        return Script::Latin;
    }
    let (han_before, han_after) = beside(is_han);
    if han_before || han_after || (han && tongue != Tongue::En) {
        Script::Han
    } else {
        Script::Latin
    }
}

/// Width in halves of a character: Chinese two, Latin one; a little over for Latin capitals.
pub(super) fn halves(text: &str) -> u32 {
    let half = |letter: char| if is_han(letter) || is_shared(letter) { 2 } else { 1 };
    text.chars().map(half).sum()
}

/// Width in hundredths of the letters' height: Chinese as it is, Latin as a serif face has it, about.
pub(super) fn width(text: &str) -> u32 {
    let one = |letter: char| match letter {
        _ if is_han(letter) || is_shared(letter) && !matches!(letter, '’' | '‘' | '–') => 100,
        ' ' | '.' | ',' | ':' | ';' | '\'' | '!' | '|' | 'i' | 'j' | 'l' | '’' | '‘' => 28,
        'f' | 't' | 'r' | 's' | 'I' | 'J' | '(' | ')' | '-' | '/' => 38,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '&' => 88,
        'A'..='Z' => 70,
        _ => 52,
    };
    text.chars().map(one).sum()
}

/// Whether a word stands in the text that is longer than words are: a digest, an address. Justified, the
/// line before it would be pulled apart.
pub(super) fn has_long_word(text: &Text) -> bool {
    text.letters().split(|c: char| !c.is_ascii_graphic()).any(|word| word.len() > 20)
}

/// How many blocks at the end are small print: lines under the last rule.
pub(super) fn small_print(blocks: &[Block]) -> usize {
    let line = |block: &Block| matches!(block, Block::Plain(_));
    let small = |block: &&Block| match block {
        Block::Pair(one, other) => one.iter().chain(other).all(line),
        block => line(block),
    };
    let lines = blocks.iter().rev().take_while(small).count();
    match blocks.iter().rev().nth(lines) {
        Some(Block::Rule) => lines,
        _ => 0,
    }
}

/// The lines of small print, those in two languages one after the other.
pub(super) fn lines_of(small: &[Block]) -> Vec<&Text> {
    let mut all = Vec::new();
    for block in small {
        match block {
            Block::Plain(text) => all.push(text),
            Block::Pair(one, other) => {
                all.extend(lines_of(one));
                all.extend(lines_of(other));
            }
            _ => {}
        }
    }
    all
}

/// The lines of a title as one: Chinese runs on, English words keep a blank between them.
pub(super) fn one_line(lines: &[String]) -> String {
    let mut all = String::new();
    for line in lines {
        let word = |c: Option<char>| c.is_some_and(|c| c.is_ascii());
        if word(all.chars().next_back()) || (!all.is_empty() && word(line.chars().next())) {
            all.push(' ');
        }
        all.push_str(line);
    }
    all.replace('\n', " ")
}

/// Widths of columns so that none cuts a word it holds: those too narrow as wide as their widest word, the
/// others giving way in their proportion. Where all is too narrow nothing is changed.
pub(super) fn widened(widths: &[i64], needs: &[i64]) -> Vec<i64> {
    let whole: i64 = widths.iter().sum();
    if needs.iter().sum::<i64>() > whole {
        return widths.to_vec();
    }
    let mut fixed = vec![false; widths.len()];
    loop {
        let held: i64 = needs.iter().zip(&fixed).filter(|(_, f)| **f).map(|(n, _)| n).sum();
        let free: i64 = widths.iter().zip(&fixed).filter(|(_, f)| !**f).map(|(w, _)| w).sum();
        let width = |at: usize| match fixed[at] {
            true => needs[at],
            false => widths[at] * (whole - held) / free.max(1),
        };
        let now: Vec<i64> = (0..widths.len()).map(width).collect();
        let tight = (0..widths.len()).find(|at| !fixed[*at] && now[*at] < needs[*at]);
        match tight {
            Some(at) => fixed[at] = true,
            None => return now,
        }
    }
}

/// The widest word of a text, in hundredths of the letters' height: Chinese is broken anywhere.
pub(super) fn widest_word(text: &str) -> u32 {
    let broken = |c: char| c.is_whitespace() || is_han(c) || is_shared(c) || matches!(c, '-' | '/');
    text.split(broken).map(width).max().unwrap_or(0)
}
