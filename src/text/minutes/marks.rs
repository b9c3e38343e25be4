//! What people typed, made safe for one line of a paper without changing what is read.

/// A text on one line: line breaks, controls and marks that turn the direction become spaces.
pub fn inline(text: &str) -> String {
    let blank = |c: char| if c.is_control() || is_bidi(c) { ' ' } else { c };
    text.trim().chars().map(blank).collect()
}

/// A reason as it was typed, without the stop it may end in: the sentence around it has its own.
pub fn reason(text: &str) -> String {
    inline(text).trim_end_matches(['。', '.', '；', ';', '，', ',']).to_owned()
}

/// The lines of a text, each made safe; empty ones are left out.
pub fn quote(text: &str) -> Vec<String> {
    text.trim().lines().map(inline).filter(|l| !l.is_empty()).collect()
}

/// Marks that turn the direction of what follows could make a line read as something else.
fn is_bidi(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typed_text_stays_one_line_and_as_it_was_typed() {
        assert_eq!(inline(" 甲*乙\n<丙> "), "甲*乙 <丙>");
        assert_eq!(quote("# 一\n\n二"), ["# 一", "二"]);
    }
}
