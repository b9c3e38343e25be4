//! Parts of a paper's body as strips of lines.

use super::super::letters::lines_of;
use super::super::{Block, Look, Run, Text, Tongue};
use super::fonts::Role;
use super::grid::Grid;
use super::letters::{Case, Hand, Item};
use super::lines::{self, Set};
use super::parts::{Kind, Tree};
use super::sheet::{Strip, base};
use super::signs::{is_character, is_han};

/// Sets the parts of a paper.
pub(super) struct Setter<'a> {
    pub case: &'a Case<'a>,
    pub grid: Grid,
    pub tree: Tree,
    /// Heads of the tables met so far.
    pub heads: Vec<Vec<Strip>>,
    /// How wide the column is.
    pub width: i32,
    /// The part everything stands in, and its language.
    pub within: Option<usize>,
    pub lang: Option<&'static str>,
    /// Whether the paper should stand on one sheet: where it does not, what is signed takes the end of its
    /// table along.
    pub one_sheet: bool,
}

/// Height of small print, and from line to line.
const SMALL: (i32, i32) = (8_500, 12_000);

impl Setter<'_> {
    /// The body, part after part.
    pub fn blocks(&mut self, blocks: &[Block]) -> Vec<Strip> {
        let mut all: Vec<Strip> = Vec::new();
        for block in blocks {
            let mut strips = self.block(block);
            if block.leads() {
                stay(&mut strips, false);
            }
            // What is signed is never alone on its page.
            if matches!(block, Block::Sign(_) | Block::Seal { .. }) {
                stay(&mut all, self.one_sheet);
            }
            all.extend(strips);
        }
        all
    }

    /// Lines of small print at the end: digests, which nobody reads but who compares them.
    pub fn small(&mut self, blocks: &[Block]) -> Vec<Strip> {
        let mut all = Vec::new();
        for text in lines_of(blocks) {
            let part = self.part(Kind::Para);
            let hand = self.grid.sized(Role::Body, SMALL.0);
            let items = self.items(text, hand, &text.letters());
            for line in lines::lines(self.case, items, self.width, 0, Set::Left) {
                let strip = Strip::line(line, 0, SMALL.1, SMALL.0, Some(part));
                all.push(Strip { keep: true, ..strip });
            }
        }
        if let Some(last) = all.last_mut() {
            last.keep = false;
        }
        all
    }

    fn block(&mut self, block: &Block) -> Vec<Strip> {
        let two = self.grid.cell() * 2;
        let english = self.grid.english();
        match block {
            Block::Heading(level, text) => self.heading(*level, text),
            Block::Para(text) => {
                let part = self.part(Kind::Para);
                let push = if english { 0 } else { two };
                let set = if self.narrow() && self.grid.tongue != Tongue::Zh && !self.chinese(text)
                {
                    Set::Left
                } else {
                    Set::Both
                };
                let mut strips = self.text(text, Role::Body, 0, push, set, part);
                self.after(&mut strips);
                strips
            }
            Block::Plain(text) => {
                let part = self.part(Kind::Para);
                let set = if self.grid.look == Look::Certificate { Set::Middle } else { Set::Left };
                let mut strips = self.text(text, Role::Body, 0, 0, set, part);
                self.after(&mut strips);
                strips
            }
            Block::Centred(text) => {
                let part = self.part(Kind::Para);
                self.text(text, Role::Body, 0, 0, Set::Middle, part)
            }
            Block::List(points) => {
                let list = self.part(Kind::List);
                let mut all = Vec::new();
                for point in points {
                    let part = self.tree.add(Kind::Entry, Some(list), self.lang);
                    let push = if english { 0 } else { two };
                    let set = if self.narrow() { Set::Left } else { Set::Both };
                    let mut strips = self.text(point, Role::Body, 0, push, set, part);
                    self.after(&mut strips);
                    all.extend(strips);
                }
                all
            }
            Block::Quote(quoted) => {
                let part = self.part(Kind::Quote);
                let mut all = Vec::new();
                for line in quoted {
                    let text = Text::from(line.as_str());
                    let set = if self.narrow() { Set::Left } else { Set::Both };
                    all.extend(self.text(&text, Role::Kai, two, 0, set, part));
                }
                self.after(&mut all);
                all
            }
            Block::Labelled(label, text) => self.labelled(label, text),
            Block::Table(table) => self.table(table),
            Block::Sign(lines) => self.sign(lines),
            Block::Seal { name, day } => self.seal(name, day),
            Block::Imprint(lines) => self.imprint(lines),
            Block::Pair(left, right) => self.pair(left, right),
            Block::Rule => {
                let mut strip = Strip { height: self.grid.pitch, ..Strip::default() };
                let y = self.grid.pitch / 2;
                strip.rule((0, y), (self.width, y), 500, false);
                vec![strip]
            }
            Block::Space(lines) => (0..*lines).map(|_| Strip::white(self.grid.pitch)).collect(),
            Block::PageBreak => vec![Strip { fresh: true, white: true, ..Strip::default() }],
        }
    }

    /// A part of the paper, in the column that is being set.
    pub fn part(&mut self, kind: Kind) -> usize {
        self.tree.add(kind, self.within, self.lang)
    }

    /// Half of the page or less.
    fn narrow(&self) -> bool {
        self.width * 2 <= self.grid.area().0
    }

    /// Letters of a text as items.
    pub fn items(&self, text: &Text, hand: Hand, place: &str) -> Vec<Item> {
        let chinese = self.chinese(text);
        let mut all = Vec::new();
        for run in &text.0 {
            let (letters, role) = match run {
                Run::Plain(letters) => (letters, hand.role),
                Run::Strong(letters) => (letters, Role::Strong),
                Run::Kai(letters) => (letters, Role::Kai),
                Run::Struck(letters) => (letters, hand.role),
                Run::Gap(wide) => {
                    all.push(Item::Gap((hand.size + hand.tracking) * i32::from(*wide)));
                    continue;
                }
            };
            let struck = matches!(run, Run::Struck(_));
            let lean = hand.lean || role != hand.role;
            let lean = lean && role == Role::Kai && self.grid.tongue != Tongue::Zh && !chinese;
            all.extend(self.case.items(
                letters,
                Hand { role, lean, struck, ..hand },
                chinese,
                place,
            ));
        }
        all
    }

    /// Whether a text is Chinese as a whole: in English a name in Chinese is one word among others, and its signs
    /// are asked for one by one.
    fn chinese(&self, text: &Text) -> bool {
        let letters = text.letters();
        let count = |is: fn(char) -> bool| letters.chars().filter(|c| is(*c)).count();
        let han = count(is_character);
        match self.grid.tongue {
            Tongue::Zh => han > 0,
            Tongue::En => false,
            Tongue::Both => han > 0 && han * 2 >= count(|c| c.is_ascii_lowercase()),
        }
    }

    /// Lines of running text, pushed in by `left`, the first by `first` more.
    fn text(
        &self,
        text: &Text,
        role: Role,
        left: i32,
        first: i32,
        set: Set,
        part: usize,
    ) -> Vec<Strip> {
        let items = self.items(text, self.grid.hand(role), &text.letters());
        let width = (self.width - left).max(self.grid.body);
        let lines = lines::lines(self.case, items, width, first.min(width / 2), set);
        let (pitch, body) = (self.grid.pitch, self.grid.body);
        let mut strips: Vec<Strip> = lines
            .into_iter()
            .map(|line| Strip::line(line, left, pitch, body, Some(part)))
            .collect();
        // A Chinese page is filled to its last line; in English no single line is left behind or sent ahead.
        if self.grid.tongue != Tongue::Zh && strips.len() > 1 {
            let before_last = strips.len() - 2;
            strips[0].keep = true;
            strips[before_last].keep = true;
        }
        strips
    }

    /// Paragraphs in English are told apart by a little white.
    fn after(&self, strips: &mut Vec<Strip>) {
        if self.grid.tongue != Tongue::Zh {
            let keep = strips.last().is_some_and(|strip| strip.keep);
            strips.push(Strip { keep, ..Strip::white(self.grid.pitch / 3) });
        }
    }

    fn heading(&mut self, level: u8, text: &Text) -> Vec<Strip> {
        let part = self.part(Kind::Heading(u16::from(level.clamp(1, 5)) + 1, text.letters()));
        let push = if self.grid.english() || self.narrow() { 0 } else { self.grid.cell() * 2 };
        let role = match (level, self.grid.english()) {
            (1, _) | (2, true) => Role::Strong,
            (2, false) => Role::Kai,
            _ => Role::Body,
        };
        // Without a 楷体 a second heading would look like the text under it.
        let bold = level > 2 || (role == Role::Kai && self.case.alike(Role::Kai, Role::Body));
        let hand = Hand { bold, lean: false, ..self.grid.hand(role) };
        let items = self.items(text, hand, &text.letters());
        let lines = lines::lines(self.case, items, self.width, push, Set::Left);
        let (pitch, body) = (self.grid.pitch, self.grid.body);
        let mut all = Vec::new();
        if self.grid.tongue != Tongue::Zh {
            all.push(Strip { keep: true, ..Strip::white(pitch / 3) });
        }
        for line in lines {
            all.push(Strip { keep: true, ..Strip::line(line, 0, pitch, body, Some(part)) });
        }
        all
    }

    /// A label, and behind it lines that begin where the first one does (GB/T 9704-2012, 10.3).
    fn labelled(&mut self, label: &str, text: &Text) -> Vec<Strip> {
        let part = self.part(Kind::Para);
        let push = if self.grid.english() || self.narrow() { 0 } else { self.grid.cell() * 2 };
        let place = format!("{label} {}", text.letters());
        let mut label = label.to_owned();
        if !label.ends_with(['：', ':', '　', ' ']) {
            label.push_str(if label.chars().any(is_han) { "：" } else { ":" });
        }
        let strong = self.items(&Text::strong(label.as_str()), self.grid.hand(Role::Body), &place);
        let mut wide = lines::width(&strong);
        if !label.chars().any(is_han) {
            wide += self.grid.body / 3;
        }
        let body = self.items(text, self.grid.hand(Role::Body), &place);
        let (pitch, size) = (self.grid.pitch, self.grid.body);
        let left = push + wide;
        let two = self.grid.cell() * 2;
        if wide > two * 3 || left > self.width * 6 / 10 {
            // Behind a long label the lines would hang at the right margin: it stands in the line like a word, and
            // the lines hang by two characters.
            let strong = if label.chars().any(is_han) {
                strong
            } else {
                let apart = Text::strong(format!("{label} "));
                self.items(&apart, self.grid.hand(Role::Body), &place)
            };
            let items = strong.into_iter().chain(body).collect();
            let hang = push + if push + two < self.width / 2 { two } else { 0 };
            let lines = lines::lines(self.case, items, self.width - hang, push - hang, Set::Left);
            let strip = |line| Strip::line(line, hang, pitch, size, Some(part));
            return lines.into_iter().map(strip).collect();
        }
        let first = lines::lines(self.case, strong, self.width, 0, Set::Left).into_iter().next();
        let set = if self.narrow() { Set::Left } else { Set::Both };
        let rest = lines::lines(self.case, body, self.width - left, 0, set);
        let mut strips: Vec<Strip> =
            rest.into_iter().map(|line| Strip::line(line, left, pitch, size, Some(part))).collect();
        if let (Some(strip), Some(pieces)) = (strips.first_mut(), first) {
            let mut whole = Strip { height: pitch, ..Strip::default() };
            whole.write(pieces, push, base(0, pitch, size), Some(part), false);
            whole.inks.append(&mut strip.inks);
            *strip = whole;
        }
        strips
    }

    /// Two columns, passage beside passage.
    fn pair(&mut self, left: &[Block], right: &[Block]) -> Vec<Strip> {
        let (whole, within, lang) = (self.width, self.within, self.lang);
        let gutter = self.grid.body * 3 / 2;
        self.width = (whole - gutter) / 2;
        let mut column = |blocks: &[Block], lang: &'static str, tongue: Tongue| {
            self.lang = Some(lang);
            self.within = Some(self.tree.add(Kind::Group, within, Some(lang)));
            let before = self.grid;
            if tongue == Tongue::En && self.grid.tongue == Tongue::Both {
                self.grid.tongue = Tongue::En;
                self.grid.body = self.grid.body * 12 / 13;
            }
            let strips = self.blocks(blocks);
            self.grid = before;
            strips
        };
        let one = column(left, "zh-CN", Tongue::Both);
        let other = column(right, "en", Tongue::En);
        (self.width, self.within, self.lang) = (whole, within, lang);
        let step = self.width - (whole - gutter) / 2;
        let count = one.len().max(other.len());
        let mut all = Vec::with_capacity(count);
        let mut right = other.into_iter();
        let mut left = one.into_iter();
        for _ in 0..count {
            let mine = left.next().unwrap_or_else(|| Strip { white: true, ..Strip::default() });
            let yours = right.next().unwrap_or_else(|| Strip { white: true, ..Strip::default() });
            all.push(mine.beside(yours, step));
        }
        all
    }
}

/// Keeps the last line of text with what follows, or all of it from the last row of a table on.
fn stay(strips: &mut [Strip], from_table: bool) {
    let row = strips.iter().rposition(|strip| strip.head.is_some()).filter(|_| from_table);
    for (at, strip) in strips.iter_mut().enumerate().rev() {
        strip.keep = true;
        if row.map_or(!strip.white, |row| at <= row) {
            break;
        }
    }
}
