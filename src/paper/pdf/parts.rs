//! The parts of a paper as a reader without eyes is told them: titles, paragraphs, rows, cells.

/// All parts, those inside others behind them.
#[derive(Debug, Default)]
pub(super) struct Tree {
    pub parts: Vec<Part>,
}

/// A part.
#[derive(Debug)]
pub(super) struct Part {
    pub kind: Kind,
    /// The part it stands in.
    pub within: Option<usize>,
    /// Its language, where it is not that of the paper.
    pub lang: Option<&'static str>,
}

/// What a part is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// A heading of a level from 1, and its words; the title is the first level.
    Heading(u16, String),
    Para,
    Quote,
    List,
    /// An entry of a list.
    Entry,
    Group,
    Table,
    Caption,
    Head,
    Rows,
    Row,
    HeadCell,
    Cell,
}

impl Tree {
    /// Adds a part.
    pub fn add(&mut self, kind: Kind, within: Option<usize>, lang: Option<&'static str>) -> usize {
        self.parts.push(Part { kind, within, lang });
        self.parts.len() - 1
    }

    /// For each part those directly inside it, in order.
    pub fn inside(&self) -> Vec<Vec<usize>> {
        let mut inside = vec![Vec::new(); self.parts.len()];
        for (at, part) in self.parts.iter().enumerate() {
            if let Some(within) = part.within.and_then(|within| inside.get_mut(within)) {
                within.push(at);
            }
        }
        inside
    }
}
