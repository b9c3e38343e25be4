//! A paper in a file format: the one place that knows which forms there are.

use crate::paper::{Block, House, Paper, Table};

/// A file format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Plain text, to be read on a screen or by another program.
    Text,
}

impl Format {
    /// Every format, the first being the ordinary one.
    pub const ALL: [Self; 1] = [Self::Text];

    /// Its name on the command line, which is the ending of its files.
    pub fn id(self) -> &'static str {
        match self {
            Self::Text => "txt",
        }
    }

    /// The format with this name.
    pub fn of(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.id() == id)
    }
}

/// The bytes of a paper in a format. Same paper, same bytes.
pub fn write(paper: &Paper, format: Format, _house: &House) -> Vec<u8> {
    match format {
        Format::Text => text(paper).into_bytes(),
    }
}

/// A paper as plain text: a passage a line, cells parted by ` | `, gaps as underlined blanks.
pub fn text(paper: &Paper) -> String {
    let mut out = Vec::new();
    out.extend(paper.mark.clone());
    out.extend(paper.number.clone());
    out.extend(paper.title.iter().cloned());
    out.extend(paper.subtitle.clone());
    for block in &paper.blocks {
        lines(&mut out, block);
    }
    out.push(paper.foot.clone());
    let mut said = out.join("\n");
    said.push('\n');
    said
}

fn lines(out: &mut Vec<String>, block: &Block) {
    match block {
        Block::Heading(_, said) => out.extend([String::new(), said.letters()]),
        Block::Para(said) | Block::Plain(said) | Block::Centred(said) => out.push(said.letters()),
        Block::List(points) => out.extend(points.iter().map(|p| format!("- {}", p.letters()))),
        Block::Quote(quoted) => out.extend(quoted.iter().map(|line| format!("> {line}"))),
        Block::Labelled(label, said) => out.push(format!("{label}{}", said.letters())),
        Block::Table(table) => rows(out, table),
        Block::Sign(signs) => {
            out.extend(signs.iter().map(|s| format!("{}{}________", s.label, s.who)));
        }
        Block::Seal { name, day } => out.extend([name.clone(), day.clone()]),
        Block::Imprint(said) => out.extend(said.iter().cloned()),
        Block::Pair(left, right) => left.iter().chain(right).for_each(|block| lines(out, block)),
        Block::Rule => out.push("--------".to_owned()),
        Block::Space(_) | Block::PageBreak => out.push(String::new()),
    }
}

fn rows(out: &mut Vec<String>, table: &Table) {
    if !table.caption.is_empty() {
        out.push(table.caption.clone());
    }
    let heads: Vec<&str> = table.columns.iter().map(|c| c.head.as_str()).collect();
    out.push(heads.join(" | "));
    for row in &table.rows {
        let cells: Vec<String> = row.cells.iter().map(crate::paper::Text::letters).collect();
        out.push(cells.join(" | "));
    }
}
