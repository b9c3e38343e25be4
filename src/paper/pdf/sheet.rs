//! Sheets of paper: what stands where on each, and how strips of text are laid on them.
//!
//! All lengths are in thousandths of a point, from the left and from the top.

use super::letters::Span;
use super::lines::Piece;

/// A page, ready to be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Width and height.
    pub size: (i32, i32),
    /// Left, top, right and bottom of the part that is written on.
    pub area: [i32; 4],
    /// What is on it.
    pub inks: Vec<Ink>,
}

/// What is drawn, and what it is part of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ink {
    /// What is drawn.
    pub mark: Mark,
    /// Which part of the paper it belongs to, a place in the tree of parts; none for ornament.
    pub part: Option<usize>,
}

/// Letters or a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// Letters on a base line.
    Letters {
        /// Left end of the base line.
        at: (i32, i32),
        /// What stands on it.
        span: Span,
        /// In the red of the house.
        red: bool,
    },
    /// A straight line.
    Rule {
        /// From here.
        from: (i32, i32),
        /// To here.
        to: (i32, i32),
        /// As thick as this.
        thick: i32,
        /// In the red of the house.
        red: bool,
    },
}

/// A strip of a page, as high as it is and as wide as the page's area; it is not broken.
#[derive(Debug, Clone, Default)]
pub(super) struct Strip {
    pub height: i32,
    /// What is in it, from its own top and from the left of the area.
    pub inks: Vec<Ink>,
    /// It stays with the strip behind it.
    pub keep: bool,
    /// White: not needed where a page begins.
    pub white: bool,
    /// A new page begins before it.
    pub fresh: bool,
    /// It goes to the foot of the page.
    pub low: bool,
    /// It begins on a line of the grid.
    pub snap: bool,
    /// The heads of the table it is a row of: said again where the table goes on overleaf.
    pub head: Option<usize>,
}

impl Page {
    /// The texts of the page, each with its left end, its base line and its width, in the order of drawing.
    pub fn texts(&self) -> Vec<(i32, i32, i32, &str)> {
        let mut texts = Vec::new();
        for ink in &self.inks {
            if let Mark::Letters { at, span, .. } = &ink.mark {
                texts.push((at.0, at.1, span.width(), span.text.as_str()));
            }
        }
        texts
    }

    /// The lines of the page from top to bottom, letters on one base line together.
    pub fn lines(&self) -> Vec<String> {
        let mut texts = self.texts();
        texts.sort_by_key(|(x, y, _, _)| (*y, *x));
        let mut lines: Vec<(i32, String)> = Vec::new();
        for (_, y, _, text) in texts {
            match lines.last_mut() {
                Some((known, line)) if *known == y => line.push_str(text),
                _ => lines.push((y, text.to_owned())),
            }
        }
        lines.into_iter().map(|(_, line)| line).collect()
    }
}

impl Strip {
    /// White of a height.
    pub fn white(height: i32) -> Self {
        Self { height, white: true, ..Self::default() }
    }

    /// A line of letters, set in the middle of its height.
    pub fn line(pieces: Vec<Piece>, x: i32, height: i32, size: i32, part: Option<usize>) -> Self {
        let mut strip = Self { height, ..Self::default() };
        strip.write(pieces, x, base(0, height, size), part, false);
        strip
    }

    /// Writes pieces on a base line.
    pub fn write(&mut self, pieces: Vec<Piece>, x: i32, y: i32, part: Option<usize>, red: bool) {
        for piece in pieces {
            match piece {
                Piece::Letters(from, span) => {
                    let through = (x + from, y - span.size * 3 / 10);
                    let end = (through.0 + span.width(), through.1);
                    if span.struck {
                        self.rule(through, end, span.size / 20, red);
                    }
                    let mark = Mark::Letters { at: (x + from, y), span, red };
                    self.inks.push(Ink { mark, part });
                }
                Piece::Gap(from, wide) => {
                    let y = y + 2000;
                    self.rule((x + from, y), (x + from + wide, y), 500, false);
                }
            }
        }
    }

    /// Draws a line.
    pub fn rule(&mut self, from: (i32, i32), to: (i32, i32), thick: i32, red: bool) {
        let mark = Mark::Rule { from, to, thick, red };
        self.inks.push(Ink { mark, part: None });
    }

    /// The same beside another, as high as the higher one.
    pub fn beside(mut self, other: Self, x: i32) -> Self {
        self.height = self.height.max(other.height);
        self.keep |= other.keep;
        self.white &= other.white;
        self.inks.extend(other.inks.into_iter().map(|ink| moved(ink, x, 0)));
        self
    }
}

/// The base line of letters in the middle of a line of this height.
pub(super) fn base(top: i32, height: i32, size: i32) -> i32 {
    // 88 of 100 parts of a Chinese character's square stand above the base line.
    top + (height - size) / 2 + size * 88 / 100
}

/// The ink somewhere else.
pub(super) fn moved(mut ink: Ink, x: i32, y: i32) -> Ink {
    match &mut ink.mark {
        Mark::Letters { at, .. } => *at = (at.0 + x, at.1 + y),
        Mark::Rule { from, to, .. } => {
            *from = (from.0 + x, from.1 + y);
            *to = (to.0 + x, to.1 + y);
        }
    }
    ink
}

/// Lays strips on pages of a height; the ink of each page, from the top of its area, and how far down it goes.
///
/// Strips that belong together come onto one page, unless they are higher than a page. `pitch` is the grid.
pub(super) fn pages(
    strips: Vec<Strip>,
    heads: &[Vec<Strip>],
    height: i32,
    pitch: i32,
) -> Vec<(Vec<Ink>, i32)> {
    let mut pages: Vec<(Vec<Ink>, i32)> = vec![(Vec::new(), 0)];
    let mut y = 0;
    let mut strips = strips.into_iter().peekable();
    while let Some(first) = strips.next() {
        let mut group = vec![first];
        while group.last().is_some_and(|strip| strip.keep)
            && strips.peek().is_some_and(|next| !next.fresh)
        {
            group.extend(strips.next());
        }
        let begins = group.first();
        let snap = begins.is_some_and(|strip| strip.snap);
        let fresh = begins.is_some_and(|strip| strip.fresh);
        let low = group.iter().any(|strip| strip.low);
        // White alone never begins a page: nothing would stand on it.
        let white = group.iter().all(|strip| strip.white);
        if snap && y % pitch != 0 {
            y += pitch - y % pitch;
        }
        let tall: i32 = group.iter().map(|strip| strip.height).sum();
        // A hair's breadth is nothing: 22 lines come from dividing the page by 22.
        let fits = y + tall <= height + 100;
        if (fresh && y > 0) || (!fits && !white && y > 0 && tall <= height) {
            turn(&mut pages, &mut y, begins.and_then(|strip| strip.head), heads);
        }
        if low {
            y = y.max(height - tall);
        }
        for strip in group {
            if strip.white && (y == 0 || y + strip.height > height) && !strip.fresh {
                continue;
            }
            if y + strip.height > height + 100 && y > 0 {
                turn(&mut pages, &mut y, strip.head, heads);
            }
            lay(&mut pages, &mut y, strip);
        }
    }
    pages
}

fn turn(pages: &mut Vec<(Vec<Ink>, i32)>, y: &mut i32, head: Option<usize>, heads: &[Vec<Strip>]) {
    pages.push((Vec::new(), 0));
    *y = 0;
    for strip in head.and_then(|head| heads.get(head)).into_iter().flatten() {
        let mut again = strip.clone();
        // Said once already: whoever has the paper read out need not hear it on every page.
        again.inks.iter_mut().for_each(|ink| ink.part = None);
        lay(pages, y, again);
    }
}

fn lay(pages: &mut [(Vec<Ink>, i32)], y: &mut i32, strip: Strip) {
    if let Some((inks, down)) = pages.last_mut() {
        inks.extend(strip.inks.into_iter().map(|ink| moved(ink, 0, *y)));
        *y += strip.height;
        *down = *y;
    }
}
