//! A paper as Markdown: for reading on a screen and for comparing two versions line by line.

use super::{Block, Paper, Run, Side, SignLine, Table, Text, Tongue};

/// The paper as Markdown, UTF-8, ending in a line feed.
///
/// What was typed reads as it was typed: marks of Markdown in it are taken their meaning. A passage in
/// two languages stands one version after the other.
pub fn markdown(paper: &Paper) -> String {
    let mut page = Page::default();
    let between = match paper.tongue {
        Tongue::Zh => "",
        Tongue::En => ": ",
        Tongue::Both => " ",
    };
    let head = [&paper.mark, &paper.number].into_iter().flatten();
    for line in head {
        page.block(vec![escaped(line)]);
    }
    if let Some([who, day]) = &paper.issued {
        page.block(vec![format!("{}　{}", escaped(who), escaped(day))]);
    }
    page.block(vec![format!("# {}", escaped(&paper.title.join(between)))]);
    if let Some(subtitle) = &paper.subtitle {
        page.block(vec![format!("> {}", escaped(subtitle))]);
    }
    page.blocks(&paper.blocks);
    if !paper.foot.is_empty() {
        // Lines of small print may stand under a rule already.
        let small = paper.blocks.iter().rev().find(|b| !matches!(b, Block::Plain(_)));
        if small != Some(&Block::Rule) {
            page.block(vec!["---".to_owned()]);
        }
        page.block(vec![escaped(&paper.foot)]);
    }
    page.text
}

/// Blocks of lines with one empty line between them.
#[derive(Default)]
struct Page {
    text: String,
}

impl Page {
    fn block(&mut self, lines: Vec<String>) {
        if lines.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        for line in lines {
            self.text.push_str(&line);
            self.text.push('\n');
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.one(block);
        }
    }

    fn one(&mut self, block: &Block) {
        match block {
            Block::Heading(level, text) => {
                let marks = "#".repeat(usize::from(*level) + 1);
                self.block(vec![format!("{marks} {}", said(text))]);
            }
            Block::Para(text) | Block::Plain(text) | Block::Centred(text) => {
                self.block(vec![said(text)]);
            }
            Block::List(points) => {
                self.block(points.iter().map(|p| format!("- {}", said(p))).collect());
            }
            Block::Quote(lines) => self.block(quoted(lines)),
            Block::Labelled(label, text) => {
                self.block(vec![format!("**{}** {}", escaped(label), said(text))]);
            }
            Block::Table(table) => self.table(table),
            Block::Sign(lines) => self.block(lines.iter().map(signed).collect()),
            Block::Seal { name, day } => {
                for line in name.lines() {
                    self.block(vec![escaped(line)]);
                }
                self.block(vec![escaped(day)]);
            }
            Block::Imprint(lines) => {
                self.block(vec!["---".to_owned()]);
                for line in lines {
                    self.block(vec![escaped(&line.replace('\t', "　"))]);
                }
            }
            Block::Pair(one, other) => {
                self.blocks(one);
                self.blocks(other);
            }
            Block::Rule => self.block(vec!["---".to_owned()]),
            // Room on paper is no room on a screen.
            Block::Space(_) | Block::PageBreak => {}
        }
    }

    fn table(&mut self, table: &Table) {
        if !table.caption.is_empty() {
            self.block(vec![format!("**{}**", escaped(&table.caption))]);
        }
        let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
        let mut lines =
            vec![row(table.columns.iter().map(|c| cell(&c.head.as_str().into())).collect())];
        let rule = table.columns.iter().map(|c| match c.side {
            Side::Left => "---",
            Side::Middle => ":---:",
            Side::Right => "---:",
        });
        lines.push(format!("|{}|", rule.collect::<Vec<_>>().join("|")));
        for one in &table.rows {
            // Four marks with nothing between them would be four marks.
            let strong = |c: &Text| match cell(c) {
                said if one.strong && !said.is_empty() => format!("**{said}**"),
                said => said,
            };
            lines.push(row(one.cells.iter().map(strong).collect()));
        }
        self.block(lines);
    }
}

/// A line to be signed: what for, who, and room.
fn signed(line: &SignLine) -> String {
    let room = "\\_".repeat(16);
    let (label, who, day) = (escaped(&line.label), escaped(&line.who), escaped(&line.day));
    let han = |c: char| c > '\u{2e7f}';
    let [open, close, colon, gap] = if line.label.chars().any(han) {
        ["（", "）", "：", "　"]
    } else {
        [" (", ")", ": ", " "]
    };
    let who = if who.is_empty() { who } else { format!("{open}{who}{close}") };
    let day = if day.is_empty() { day } else { format!("{gap}{day}{room}") };
    format!("- {label}{who}{colon}{room}{day}")
}

/// Every line of a quotation marked, each a paragraph of its own, as it was typed.
fn quoted(lines: &[String]) -> Vec<String> {
    let mut all = Vec::new();
    for line in lines {
        let heading = if line.starts_with('#') { "\\" } else { "" };
        all.push(format!("> {heading}{}", escaped(line)).trim_end().to_owned());
        all.push(">".to_owned());
    }
    all.pop();
    all
}

fn said(text: &Text) -> String {
    let mut all = String::new();
    for run in &text.0 {
        match run {
            Run::Plain(text) => all.push_str(&escaped(text)),
            Run::Strong(text) => all.push_str(&marked(text, "**")),
            Run::Kai(text) => all.push_str(&marked(text, "*")),
            Run::Struck(text) => all.push_str(&marked(text, "~~")),
            Run::Gap(wide) => all.push_str(&"\\_".repeat(usize::from(*wide) * 2)),
        }
    }
    all
}

/// Marks stand against a letter, never against a blank, or they are no marks.
fn marked(text: &str, mark: &str) -> String {
    let inner = text.trim();
    if inner.is_empty() {
        return text.to_owned();
    }
    let lead = &text[..text.len() - text.trim_start().len()];
    let tail = &text[text.trim_end().len()..];
    format!("{lead}{mark}{}{mark}{tail}", escaped(inner))
}

fn cell(text: &Text) -> String {
    said(text).replace('|', "\\|")
}

/// A text on one line in which marks of Markdown lose their meaning.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '*' | '`' | '<' | '[' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_reads_as_it_was_typed() {
        assert_eq!(escaped("甲*乙\n<丙>"), "甲\\*乙 \\<丙>");
        assert_eq!(quoted(&["# 一".to_owned(), "二".to_owned()]), ["> \\# 一", ">", "> 二"]);
        assert_eq!(marked(" 新的 ", "**"), " **新的** ");
    }
}
