//! What people typed, made safe for a line of Markdown without changing what is read.

/// A text on one line: line breaks and controls become spaces, marks of Markdown lose their meaning.
pub fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.trim().chars() {
        match c {
            '\\' | '*' | '`' | '<' | '[' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() || is_bidi(c) => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// A text of one or more lines as a quotation, every line of it marked.
pub fn quote(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for line in text.trim().lines() {
        let line = inline(line);
        let heading = if line.starts_with('#') { "\\" } else { "" };
        lines.push(format!("> {heading}{line}").trim_end().to_owned());
        // A line of its own, as it was typed.
        lines.push(">".to_owned());
    }
    lines.pop();
    lines
}

/// Marks that turn the direction of what follows could make a line read as something else.
fn is_bidi(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typed_text_stays_one_line_and_plain() {
        assert_eq!(inline(" 甲*乙\n<丙> "), "甲\\*乙 \\<丙>");
        assert_eq!(quote("# 一\n二"), ["> \\# 一", ">", "> 二"]);
    }
}
