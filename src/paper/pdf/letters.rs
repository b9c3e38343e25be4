//! From text to letters of a face: which face has the letter, how wide it is, what belongs together.
//!
//! All lengths are in thousandths of a point.

use super::fonts::{Fonts, Link, Role};
use super::signs::{
    is_blank, is_character, is_either, is_han, is_leftward, is_mark, is_quote, is_silent, parts,
};
use rustybuzz::ttf_parser::{GlyphId, Tag};
use rustybuzz::{Face, Feature, UnicodeBuffer};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// The faces opened, and the letters nobody had.
pub(super) struct Case<'a> {
    fonts: &'a Fonts,
    faces: Vec<Face<'a>>,
    /// By place in the text, in the order met: the letters no face has.
    missing: RefCell<Vec<(String, String)>>,
    /// What was last looked for, so that a letter is looked for once.
    known: RefCell<BTreeMap<(u8, char), Option<Link>>>,
    /// What was shaped, in units of the face: signs and words come again and again.
    shaped: RefCell<BTreeMap<Asked, Vec<Glyph>>>,
}
type Asked = (usize, Option<[u8; 4]>, String);

/// How letters are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hand {
    pub role: Role,
    /// Height of the letters.
    pub size: i32,
    /// Added behind each Chinese character, to hold the grid; may be negative.
    pub tracking: i32,
    /// Drawn heavier than the face is.
    pub bold: bool,
    /// Latin letters lean: emphasis in English.
    pub lean: bool,
    /// Struck through: words that go.
    pub struck: bool,
}

/// A sign of a face at its place in a span.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glyph {
    /// Its number in the face.
    pub id: u16,
    /// How far the next one is.
    pub advance: i32,
    /// How far it is moved right and up.
    pub offset: (i32, i32),
    /// Which bytes of the span's text it stands for.
    pub range: (usize, usize),
}

/// Letters of one face, one behind the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// Place of the face in the fonts.
    pub face: usize,
    /// Height of the letters.
    pub size: i32,
    /// Drawn with an outline.
    pub bold: bool,
    /// Drawn leaning.
    pub lean: bool,
    /// A line goes through them.
    pub struck: bool,
    /// What they say.
    pub text: String,
    /// How they look.
    pub glyphs: Vec<Glyph>,
}

/// What a line is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Item {
    /// What is not broken: a Chinese character, a word, a number.
    Letters(Cluster),
    /// A blank between words.
    Blank(Cluster),
    /// A gap to be filled in by hand, as wide as this.
    Gap(i32),
    /// A new line.
    Turn,
}

/// Letters that stay together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cluster {
    pub spans: Vec<Span>,
    pub width: i32,
    /// Its first and last letter.
    pub ends: (char, char),
    /// A Chinese character or sign: a line may be broken on both sides.
    pub han: bool,
    /// A line may be broken behind it although it is a word: the hyphen of `twenty-one`.
    pub parts: bool,
    /// Written from right to left.
    pub leftward: bool,
    pub hand: Hand,
}

impl Span {
    /// How wide the letters are together.
    pub fn width(&self) -> i32 {
        self.glyphs.iter().map(|glyph| glyph.advance).sum()
    }
}

impl<'a> Case<'a> {
    /// Opens the faces; one that cannot be opened has no letters.
    pub fn new(fonts: &'a Fonts) -> Option<Self> {
        let open =
            |face: &'a super::fonts::Face| Face::from_slice((*face.bytes).as_ref(), face.index);
        let faces = fonts.faces().iter().map(open).collect::<Option<Vec<_>>>()?;
        let (missing, known) = Default::default();
        Some(Self { fonts, faces, missing, known, shaped: RefCell::default() })
    }

    /// The places with letters no face has, and those letters.
    pub fn missing(self) -> Vec<(String, String)> {
        self.missing.into_inner()
    }

    /// Whether two uses have the same face.
    pub fn alike(&self, one: Role, other: Role) -> bool {
        let first = |role| self.fonts.chain(role).first().map(|link| link.face);
        first(one) == first(other)
    }

    /// Text as items; `place` is said where a letter is missing.
    pub fn items(&self, text: &str, hand: Hand, chinese: bool, place: &str) -> Vec<Item> {
        let letters: Vec<char> = text.chars().filter(|c| !is_silent(*c)).collect();
        let mut items = Vec::new();
        let mut word = String::new();
        let flush = |word: &mut String, items: &mut Vec<Item>| {
            for part in parts(word) {
                items.push(Item::Letters(self.word(part, hand, place)));
            }
            word.clear();
        };
        let mut at = 0;
        while let Some(&letter) = letters.get(at) {
            let near = |at: Option<usize>| at.and_then(|at| letters.get(at)).copied();
            let inside = [near(at.checked_sub(1)), near(Some(at + 1))]
                .iter()
                .all(|c| c.is_some_and(|c| c.is_ascii_alphanumeric()));
            let beside = || {
                let near = [near(at.checked_sub(1)), near(Some(at + 1))];
                near.into_iter().flatten().any(is_character)
            };
            let among = chinese || is_quote(letter) && beside();
            let chinese = is_han(letter) || (among && is_either(letter) && !inside);
            at += 1;
            if letter == '\n' {
                flush(&mut word, &mut items);
                items.push(Item::Turn);
            } else if is_blank(letter) {
                flush(&mut word, &mut items);
                items.push(Item::Blank(self.blank(hand)));
            } else if chinese && matches!(letter, '—' | '…') && near(Some(at)) == Some(letter) {
                flush(&mut word, &mut items);
                items.push(Item::Letters(self.double(letter, hand, place)));
                at += 1;
            } else if chinese {
                flush(&mut word, &mut items);
                items.push(Item::Letters(self.character(letter, hand, place)));
            } else {
                word.push(letter);
            }
        }
        flush(&mut word, &mut items);
        items
    }

    /// The same letters, each by itself: a word wider than the line.
    pub fn apart(&self, cluster: &Cluster) -> Vec<Cluster> {
        let text: String = cluster.spans.iter().map(|span| span.text.as_str()).collect();
        let alone = |letter: char| {
            let mut one = self.word(&letter.to_string(), cluster.hand, "");
            one.han = true;
            one
        };
        text.chars().map(alone).collect()
    }

    /// A blank: a quarter of the height, as in the faces of books.
    fn blank(&self, hand: Hand) -> Cluster {
        let mut spans: Vec<Span> = self
            .link(' ', latin_role(hand.role))
            .map(|link| self.shape(" ", link, hand, None))
            .into_iter()
            .collect();
        for glyph in spans.iter_mut().flat_map(|span| &mut span.glyphs) {
            glyph.advance = hand.size / 4;
        }
        cluster(spans, ' ', ' ', false, hand)
    }

    /// A Chinese character or sign.
    fn character(&self, letter: char, hand: Hand, place: &str) -> Cluster {
        // Chinese characters do not lean.
        let hand = Hand { lean: false, ..hand };
        let mut spans = match self.link(letter, hand.role) {
            Some(link) if letter.is_alphabetic() => vec![self.plain(letter, link, hand)],
            Some(link) => vec![self.shape(&letter.to_string(), link, hand, Some(b"fwid"))],
            None => self.made_up(letter, hand).unwrap_or_else(|| {
                self.miss(letter, place);
                Vec::new()
            }),
        };
        for span in &mut spans {
            for glyph in &mut span.glyphs {
                // What fills its square keeps to the grid.
                if glyph.advance * 10 >= hand.size * 9 {
                    glyph.advance += hand.tracking;
                }
            }
        }
        cluster(spans, letter, letter, true, hand)
    }

    /// A dash or dots as wide as two characters: one sign, and a dash has no gap in its middle.
    fn double(&self, letter: char, hand: Hand, place: &str) -> Cluster {
        let one = self.character(letter, hand, place);
        let Some(first) = one.spans.first().cloned() else {
            return one;
        };
        let mut second = first.clone();
        let face = &self.faces[first.face];
        let mut whole = first;
        if letter == '—'
            && let (Some(left), Some(right)) = (whole.glyphs.last_mut(), second.glyphs.first_mut())
            && let Some(drawn) = face.glyph_bounding_box(GlyphId(left.id))
        {
            let scale =
                |units: i32| units * (hand.size / 100) / (face.units_per_em().max(100) / 100);
            // Both are moved to where they meet.
            left.offset.0 += (left.advance - scale(i32::from(drawn.x_max))).max(0);
            right.offset.0 -= scale(i32::from(drawn.x_min)).max(0);
        }
        let behind = whole.text.len();
        for glyph in &mut second.glyphs {
            glyph.range = (glyph.range.0 + behind, glyph.range.1 + behind);
        }
        whole.text.push_str(&second.text);
        whole.glyphs.append(&mut second.glyphs);
        cluster(vec![whole], letter, letter, true, hand)
    }

    /// A word in letters that are not Chinese, in as many faces as it needs.
    fn word(&self, text: &str, hand: Hand, place: &str) -> Cluster {
        let ends = (text.chars().next().unwrap_or(' '), text.chars().last().unwrap_or(' '));
        let role = latin_role(hand.role);
        let mut runs: Vec<(Link, String)> = Vec::new();
        for letter in text.chars() {
            let last = runs.last().map(|(link, _)| *link);
            let kept = last.filter(|link| is_mark(letter) && self.has(*link, letter));
            let link =
                kept.or_else(|| self.latin(letter, role)).or_else(|| self.link(letter, hand.role));
            match (link, runs.last_mut()) {
                (Some(link), Some((known, run))) if *known == link => run.push(letter),
                (Some(link), _) => runs.push((link, letter.to_string())),
                (None, _) => match self.made_up(letter, hand) {
                    Some(mut spans) => {
                        return cluster(std::mem::take(&mut spans), letter, letter, true, hand);
                    }
                    None => self.miss(letter, place),
                },
            }
        }
        let spans: Vec<Span> =
            runs.iter().map(|(link, run)| self.shape(run, *link, hand, Some(b"pwid"))).collect();
        if spans.iter().any(|span| span.glyphs.iter().any(|glyph| glyph.id == 0)) {
            text.chars().for_each(|letter| self.miss(letter, place));
        }
        let mut made = cluster(spans, ends.0, ends.1, false, hand);
        made.parts = ends.1 == '-' || ends.1 == '/' || ends.1 == '—' || ends.1 == '–';
        made.leftward = is_leftward(ends.0);
        made
    }

    /// The face for a letter among Latin ones: a quote as wide as a Chinese character is none of theirs.
    fn latin(&self, letter: char, role: Role) -> Option<Link> {
        if !is_either(letter) {
            return self.link(letter, role);
        }
        let narrow = |link: &&Link| {
            let hand =
                Hand { role, size: 1000, tracking: 0, bold: false, lean: false, struck: false };
            self.has(**link, letter)
                && (letter == '—'
                    || letter == '…'
                    || self.shape(&letter.to_string(), **link, hand, Some(b"pwid")).width() < 750)
        };
        let chain = self.fonts.chain(role);
        chain.iter().find(narrow).copied().or_else(|| self.link(letter, role))
    }

    /// The first face of a use that has a letter.
    fn link(&self, letter: char, role: Role) -> Option<Link> {
        let key = (role as u8, letter);
        if let Some(known) = self.known.borrow().get(&key) {
            return *known;
        }
        // What a private sign looks like is an agreement of two machines, and PDF/A refuses it.
        let private = matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}');
        let chain = self.fonts.chain(role).iter();
        let link = chain.copied().find(|link| !private && self.has(*link, letter));
        self.known.borrow_mut().insert(key, link);
        link
    }

    fn has(&self, link: Link, letter: char) -> bool {
        self.faces[link.face].glyph_index(letter).is_some_and(|id| id != GlyphId(0))
    }

    /// Boxes to tick, which hardly a Chinese face has: drawn as 口 and 勾 of the face.
    fn made_up(&self, letter: char, hand: Hand) -> Option<Vec<Span>> {
        let drawn: &[char] = match letter {
            '\u{2610}' => &['□'],
            '\u{2611}' => &['□', '√'],
            '\u{2612}' => &['□', '×'],
            _ => return None,
        };
        let mut whole: Option<Span> = None;
        for sign in drawn {
            let mut span = self.shape(&sign.to_string(), self.link(*sign, hand.role)?, hand, None);
            for glyph in &mut span.glyphs {
                glyph.range = (0, letter.len_utf8());
            }
            span.text = letter.to_string();
            match &mut whole {
                None => whole = Some(span),
                // The second sign stands on the first.
                Some(first) if first.face == span.face => {
                    let back = first.glyphs.iter().map(|g| g.advance).sum::<i32>();
                    for glyph in &mut span.glyphs {
                        glyph.offset.0 -= back;
                        glyph.advance = 0;
                    }
                    first.glyphs.append(&mut span.glyphs);
                }
                Some(_) => return None,
            }
        }
        whole.map(|span| vec![span])
    }

    /// A character that no rule of its face changes, as Chinese ones are: most of a paper.
    fn plain(&self, letter: char, link: Link, hand: Hand) -> Span {
        let face = &self.faces[link.face];
        let id = face.glyph_index(letter).unwrap_or(GlyphId(0));
        let units = i64::from(face.glyph_hor_advance(id).unwrap_or(0));
        let advance = units * i64::from(hand.size) / i64::from(face.units_per_em().max(1));
        let glyph = Glyph {
            id: id.0,
            advance: i32::try_from(advance).unwrap_or(0),
            offset: (0, 0),
            range: (0, letter.len_utf8()),
        };
        let bold = hand.bold || link.bolder;
        let Hand { size, lean, struck, .. } = hand;
        let (face, text) = (link.face, letter.to_string());
        Span { face, size, bold, lean, struck, text, glyphs: vec![glyph] }
    }

    /// Letters of one face as its own rules set them.
    fn shape(&self, text: &str, link: Link, hand: Hand, width: Option<&[u8; 4]>) -> Span {
        let face = &self.faces[link.face];
        let key = (link.face, width.copied(), text.to_owned());
        let (size, em) = (i64::from(hand.size), i64::from(face.units_per_em().max(1)));
        let scale = |long: i32| i32::try_from(i64::from(long) * size / em).unwrap_or(0);
        let mut shaped = self.shaped.borrow_mut();
        let glyphs = shaped.entry(key).or_insert_with(|| unscaled(face, text, width)).iter();
        let glyphs = glyphs.map(|glyph| Glyph {
            advance: scale(glyph.advance),
            offset: (scale(glyph.offset.0), scale(glyph.offset.1)),
            ..glyph.clone()
        });
        Span {
            face: link.face,
            size: hand.size,
            bold: hand.bold || link.bolder,
            lean: hand.lean,
            struck: hand.struck,
            text: text.to_owned(),
            glyphs: glyphs.collect(),
        }
    }

    fn miss(&self, letter: char, place: &str) {
        let place = around(place, letter);
        let mut missing = self.missing.borrow_mut();
        match missing.iter_mut().find(|(known, _)| *known == place) {
            Some((_, letters)) if letters.contains(letter) => {}
            Some((_, letters)) => letters.push(letter),
            None => missing.push((place, letter.to_string())),
        }
    }
}

/// The signs a face has for a text, in its own units.
fn unscaled(face: &Face, text: &str, width: Option<&[u8; 4]>) -> Vec<Glyph> {
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.guess_segment_properties();
    let wide = |tag: &[u8; 4]| Feature::new(Tag::from_bytes(tag), 1, ..);
    let features: Vec<Feature> = width.map(wide).into_iter().collect();
    let shaped = rustybuzz::shape(face, &features, buffer);
    let infos = shaped.glyph_infos();
    let mut begins: Vec<usize> =
        infos.iter().filter_map(|info| usize::try_from(info.cluster).ok()).collect();
    begins.sort_unstable();
    begins.dedup();
    let glyphs = infos.iter().zip(shaped.glyph_positions()).map(|(info, position)| {
        let from = usize::try_from(info.cluster).unwrap_or(0);
        let to = begins.iter().find(|begin| **begin > from).copied().unwrap_or(text.len());
        Glyph {
            id: u16::try_from(info.glyph_id).unwrap_or(0),
            advance: position.x_advance,
            offset: (position.x_offset, position.y_offset),
            range: (from, to),
        }
    });
    glyphs.collect()
}

/// The text, or of a long one what stands around the letter.
fn around(place: &str, letter: char) -> String {
    const EACH_SIDE: usize = 30;
    let letters: Vec<char> = place.chars().filter(|c| !c.is_control()).collect();
    let at = letters.iter().position(|c| *c == letter).unwrap_or(0);
    let (from, to) = (at.saturating_sub(EACH_SIDE), (at + EACH_SIDE).min(letters.len()));
    let said: String = letters.get(from..to).unwrap_or_default().iter().collect();
    let before = if from > 0 { "…" } else { "" };
    let behind = if to < letters.len() { "…" } else { "" };
    format!("{before}{said}{behind}")
}

fn cluster(spans: Vec<Span>, first: char, last: char, han: bool, hand: Hand) -> Cluster {
    let width = spans.iter().map(Span::width).sum();
    Cluster { spans, width, ends: (first, last), han, parts: false, leftward: false, hand }
}

/// In 黑体 and in titles letters and figures are of the same face; elsewhere they have one of their own.
fn latin_role(role: Role) -> Role {
    if matches!(role, Role::Strong | Role::Title | Role::Plain) { role } else { Role::Latin }
}
