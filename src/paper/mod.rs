//! A paper: titles, paragraphs, tables and room for signatures, in no file format.
//!
//! What a paper says is decided where it is made; a form (Markdown, HTML, DOCX, PDF) only sets it.
//! Every form is a pure function of the paper and of the [`House`]'s style: same paper, same bytes.

mod beside;
pub mod docx;
pub mod house;
pub mod html;
mod layout;
mod letters;
pub mod markdown;
pub mod parts;
pub mod pdf;
pub mod sheets;
pub mod template;

pub use beside::side_by_side;
pub use house::House;

use chrono::NaiveDate;

/// A paper, ready to be set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// Its kind, by the name on the command line; empty for a paper no template is for.
    pub kind: &'static str,
    /// Which look it has.
    pub look: Look,
    /// Language of its running text.
    pub tongue: Tongue,
    /// The issuer's mark above the red rule (发文机关标志); none on a plain paper.
    pub mark: Option<String>,
    /// Number of the document under the mark (发文字号), `〔2026〕3号`.
    pub number: Option<String>,
    /// Above the red rule of a summary (纪要): who issues it, left, and the day, right.
    pub issued: Option<[String; 2]>,
    /// Lines of the title, each kept on one line where it fits.
    pub title: Vec<String>,
    /// Words under the title: the day a resolution passed, the state of a draft.
    pub subtitle: Option<String>,
    /// The body.
    pub blocks: Vec<Block>,
    /// Where each part of the body begins, for a template of the house ([`parts`]).
    pub parts: Vec<(usize, &'static str)>,
    /// What the house's own words may name, in Chinese and in English; empty in a language it is not set in.
    pub names: [Names; 2],
    /// Whether it has to stand on one sheet: letters and lines are made smaller for that, as far as they can
    /// still be read. A ballot on two sheets is two papers, and a signature overleaf is under nothing.
    pub one_sheet: bool,
    /// The line at the foot of every page beside its number: where the paper comes from.
    pub foot: String,
    /// Who issues it, for the properties of the file.
    pub author: String,
    /// The day it speaks of, never the day it was printed.
    pub date: NaiveDate,
    /// Files that go with it inside a PDF.
    pub enclosed: Vec<Enclosed>,
}

/// What a paper knows of itself in one language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Names {
    /// The lines of its title.
    pub title: Vec<String>,
    /// Who issues it.
    pub association: String,
    /// The meeting it is of; empty where it is of none.
    pub meeting: String,
}

/// Which look a paper has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Look {
    /// An official document after GB/T 9704-2012: 22 lines of 28 characters, binding margin left.
    #[default]
    Official,
    /// A list across: A4 landscape, smaller letters, for tables with many columns.
    Wide,
    /// A ballot or a slip: no page number, no binding margin, a frame around.
    Slip,
    /// A certificate: centred, large letters, a frame around, one page.
    Certificate,
}

/// The language running text is in; decides hyphens, quotes and the `lang` attributes of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tongue {
    /// Chinese.
    #[default]
    Zh,
    /// English.
    En,
    /// Both, side by side or one after the other; Chinese is authoritative.
    Both,
}

impl Block {
    /// Whether it leads to what follows and is nothing without it: a line that ends in a colon, a paragraph that is
    /// all in 黑体. A heading is one in every form.
    pub fn leads(&self) -> bool {
        match self {
            Self::Para(text) | Self::Plain(text) => text.leads(),
            Self::List(points) => points.last().is_some_and(Text::leads),
            _ => false,
        }
    }
}

/// A file inside a PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enclosed {
    /// Its name, ASCII.
    pub name: String,
    /// Its media type.
    pub media: String,
    /// What it is, in a few words.
    pub about: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A part of the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading: 1 (一、 in 黑体), 2 (（一） in 楷体), 3 (1. in bold 仿宋); numbered by its maker.
    Heading(u8, Text),
    /// A paragraph of running text, first line indented by two characters.
    Para(Text),
    /// A line of its own without indent: an address, `各成员单位：`.
    Plain(Text),
    /// A centred line.
    Centred(Text),
    /// Points in order, none numbered by the form: each a paragraph on paper, a bullet on a screen.
    List(Vec<Text>),
    /// Words quoted as they stand, line by line: the text of a motion.
    Quote(Vec<String>),
    /// A label in 黑体, then what belongs to it, wrapped lines aligned with its first character:
    /// `出席：…` (GB/T 9704-2012, 10.3).
    Labelled(String, Text),
    /// A table.
    Table(Table),
    /// Lines to be signed: what is signed for, then room for the name and the day.
    Sign(Vec<SignLine>),
    /// Who issues it and the day, set right, with room for the seal pressed over both; no seal is drawn.
    Seal {
        /// The issuer, in two languages a line each.
        name: String,
        /// The day, written out.
        day: String,
    },
    /// Distribution at the end of the last page (版记): lines between rules. What stands behind a tabulator
    /// in a line is set right.
    Imprint(Vec<String>),
    /// Two versions of the same passage, side by side: Chinese left.
    Pair(Vec<Self>, Vec<Self>),
    /// A rule across.
    Rule,
    /// So many empty lines.
    Space(u8),
    /// What follows begins a new page.
    PageBreak,
}

/// A line to be signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignLine {
    /// What is signed for: `主持人`.
    pub label: String,
    /// Who signed or is to sign, where known: an office; empty for a free line.
    pub who: String,
    /// The word before the gap for the day, `日期：`; empty where there is none.
    pub day: String,
}

/// Running text: runs one after the other.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text(pub Vec<Run>);

/// A run of letters in one face.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Run {
    /// Ordinary letters.
    Plain(String),
    /// Emphasis: 黑体, bold on a screen.
    Strong(String),
    /// 楷体, italics in English.
    Kai(String),
    /// Words that go, struck through.
    Struck(String),
    /// A gap to be filled in by hand, so many characters wide (two columns each).
    Gap(u8),
}

/// A table with a head repeated on every page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// What stands above it, centred; empty for none.
    pub caption: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Rows; each has as many cells as there are columns.
    pub rows: Vec<Row>,
    /// Least height of a row in lines: 1, or more where there is to be written by hand.
    pub lines: u8,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its head.
    pub head: String,
    /// Its part of the width; the parts of a table are added up.
    pub share: u16,
    /// Where its cells stand.
    pub side: Side,
}

/// Where letters stand in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Side {
    /// Left.
    #[default]
    Left,
    /// Centred.
    Middle,
    /// Right: figures.
    Right,
}

/// A row of cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// One text a column.
    pub cells: Vec<Text>,
    /// A sum or a part's head: set in 黑体.
    pub strong: bool,
}

impl<S: Into<String>> From<S> for Text {
    fn from(text: S) -> Self {
        Self(vec![Run::Plain(text.into())])
    }
}

impl Text {
    /// Text in 黑体.
    pub fn strong(text: impl Into<String>) -> Self {
        Self(vec![Run::Strong(text.into())])
    }
    /// Text in which a row of `＿` is a gap to be filled in by hand, as many characters wide.
    pub fn with_gaps(said: &str, face: fn(String) -> Run) -> Self {
        let mut all = Vec::new();
        let mut rest = said;
        while let Some(begin) = rest.find('＿') {
            let (before, gap) = rest.split_at(begin);
            if !before.is_empty() {
                all.push(face(before.to_owned()));
            }
            let after = gap.trim_start_matches('＿');
            let wide = gap.chars().take_while(|c| *c == '＿').count();
            all.push(Run::Gap(u8::try_from(wide).unwrap_or(u8::MAX)));
            rest = after;
        }
        if !rest.is_empty() || all.is_empty() {
            all.push(face(rest.to_owned()));
        }
        Self(all)
    }
    /// See [`Block::leads`].
    fn leads(&self) -> bool {
        let strong = |run: &Run| matches!(run, Run::Strong(_));
        let heads = !self.0.is_empty() && self.0.iter().all(strong);
        heads || self.letters().trim_end().ends_with(['：', ':'])
    }
    /// The letters alone; a gap is so many underlined blanks.
    pub fn letters(&self) -> String {
        let mut all = String::new();
        for run in &self.0 {
            match run {
                Run::Plain(text) | Run::Strong(text) | Run::Kai(text) | Run::Struck(text) => {
                    all.push_str(text)
                }
                Run::Gap(wide) => all.extend(std::iter::repeat_n('_', usize::from(*wide) * 2)),
            }
        }
        all
    }
}

impl Column {
    /// A column whose cells stand left.
    pub fn left(head: impl Into<String>, share: u16) -> Self {
        Self { head: head.into(), share, side: Side::Left }
    }
    /// A column whose cells stand in the middle.
    pub fn middle(head: impl Into<String>, share: u16) -> Self {
        Self { head: head.into(), share, side: Side::Middle }
    }
    /// A column of figures.
    pub fn right(head: impl Into<String>, share: u16) -> Self {
        Self { head: head.into(), share, side: Side::Right }
    }
}

impl Row {
    /// A row of plain cells.
    pub fn new<T: Into<Text>>(cells: impl IntoIterator<Item = T>) -> Self {
        Self { cells: cells.into_iter().map(Into::into).collect(), strong: false }
    }
}

impl Paper {
    /// A paper with a title and nothing else yet.
    pub fn new(
        look: Look,
        tongue: Tongue,
        title: Vec<String>,
        author: String,
        date: NaiveDate,
    ) -> Self {
        Self {
            kind: "",
            look,
            tongue,
            mark: None,
            number: None,
            issued: None,
            title,
            subtitle: None,
            blocks: Vec::new(),
            parts: Vec::new(),
            names: <[Names; 2]>::default(),
            one_sheet: matches!(look, Look::Slip | Look::Certificate),
            foot: String::new(),
            author,
            date,
            enclosed: Vec::new(),
        }
    }
    /// What follows is this part, as far as the next one.
    pub fn part(&mut self, name: &'static str) -> &mut Self {
        self.parts.push((self.blocks.len(), name));
        self
    }
    /// The blocks by part, in their order; those before the first part have no name.
    pub fn pieces(&self) -> Vec<(&'static str, &[Block])> {
        let begins = std::iter::once((0, "")).chain(self.parts.iter().copied());
        let ends = self.parts.iter().map(|(at, _)| *at).chain([self.blocks.len()]);
        let piece = |((from, name), to)| (name, self.blocks.get(from..to).unwrap_or_default());
        begins.zip(ends).map(piece).collect()
    }
    /// Adds a block to the body.
    pub fn push(&mut self, block: Block) -> &mut Self {
        self.blocks.push(block);
        self
    }
    /// A list, where there is anything to list.
    pub fn list(&mut self, lines: Vec<String>) -> &mut Self {
        if !lines.is_empty() {
            self.blocks.push(Block::List(lines.into_iter().map(Text::from).collect()));
        }
        self
    }
}
