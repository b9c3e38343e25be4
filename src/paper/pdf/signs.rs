//! What kind of letter a letter is: Chinese, Latin or either; to be seen or not; how a word may be parted.

/// A word at its hyphens, strokes and dashes, each with what stands before it.
pub(super) fn parts(word: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut begin = 0;
    for (at, letter) in word.char_indices() {
        let behind = at + letter.len_utf8();
        let before = word[begin..at].chars().any(char::is_alphabetic);
        let after = word[behind..].chars().next().is_some_and(char::is_alphabetic);
        if matches!(letter, '-' | '/' | '—' | '–') && before && after {
            found.push(&word[begin..behind]);
            begin = behind;
        }
    }
    if begin < word.len() {
        found.push(&word[begin..]);
    }
    found
}

/// Control characters, marks of direction and of order: nothing to be seen.
pub(super) fn is_silent(letter: char) -> bool {
    (letter.is_control() && letter != '\n' && letter != '\t')
        || matches!(letter, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}')
        // Codes that are for good no letters.
        || u32::from(letter) & 0xfffe == 0xfffe
        || matches!(letter, '\u{fdd0}'..='\u{fdef}')
}

pub(super) fn is_blank(letter: char) -> bool {
    matches!(letter, ' ' | '\t' | '\u{1680}' | '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200a}'
        | '\u{2028}' | '\u{2029}' | '\u{205f}')
}

/// Chinese and its neighbours: a line may be broken on both sides.
pub(super) fn is_han(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{303e}' | '\u{3041}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}' | '\u{20000}'..='\u{3ffff}' | '\u{2460}'..='\u{24ff}'
        | '\u{25a0}'..='\u{25ff}' | '\u{2600}'..='\u{26ff}' | '√' | '×')
}

/// A Chinese character, and none of the signs set as wide.
pub(super) fn is_character(letter: char) -> bool {
    is_han(letter) && letter.is_alphanumeric()
}

/// Signs that are Chinese among Chinese and Latin among Latin letters.
pub(super) fn is_either(letter: char) -> bool {
    matches!(
        letter,
        '“' | '”'
            | '‘'
            | '’'
            | '—'
            | '…'
            | '·'
            | '№'
            | '℃'
            | '‰'
            | '±'
            | '÷'
            | '≥'
            | '≤'
    )
}

/// A quotation mark, which is of the words it encloses.
pub(super) fn is_quote(letter: char) -> bool {
    matches!(letter, '“' | '”' | '‘' | '’')
}

/// A mark that belongs to the letter before it.
pub(super) fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}'
        | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{900}'..='\u{903}'
        | '\u{93a}'..='\u{94f}' | '\u{f71}'..='\u{f84}' | '\u{f90}'..='\u{fbc}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{20d0}'..='\u{20ff}')
}

/// Written from right to left: Hebrew, Arabic and what is written with them, as Uyghur is.
pub(super) fn is_leftward(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdcf}' | '\u{fdf0}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefe}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}
