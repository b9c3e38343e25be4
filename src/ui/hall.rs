//! The hall view: what a room of people sees on the wall, drawn from the book alone.
//!
//! At most three things at a time, in the largest letters the room on the screen allows; a result appears when it is
//! declared and not before; nothing private is ever read here: no notes, no letters, no addresses.

mod bar;
mod board;
pub mod compare;
mod election;
mod fit;
mod parts;
pub mod scene;
mod states;
mod strokes;

pub use bar::Bar;

use super::big::{self, Scale};
use super::clear::ClearWide;
use super::counting::Running;
use super::theme::{Role, Theme, style};
use super::width::{shorten_middle, width};
use crate::record::Stamp;
use crate::record::state::{Book, Meeting};
use crate::store::Head;
use crate::text::{Lang, hall as words, words as names};
use fit::{Piece, stack, take};
use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

/// How much the hall may see.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Mode {
    /// Everything.
    #[default]
    Show,
    /// Of a vote being taken only that it is, and what it needs.
    HideTally,
    /// Nothing but the ground.
    Blank,
    /// Old and new text of the charter while an item that amends it is in hand: so many pages on.
    Compare(u8),
}

/// What every part of a screen is drawn with.
#[derive(Clone, Copy)]
struct Look {
    lang: Lang,
    theme: Theme,
    /// Cells across for the content.
    room: u16,
    /// Rows for the content.
    rows: u16,
    /// Whether there is room for big letters at all.
    big: bool,
}

impl Look {
    fn style(self, role: Role) -> Style {
        style(self.theme, role)
    }

    /// The language of big letters, which have no room for two.
    fn first(self) -> Lang {
        match self.lang {
            Lang::Both => Lang::Zh,
            one => one,
        }
    }
}

/// Draws the hall view into `area`.
#[allow(clippy::too_many_arguments, reason = "each is a thing of its own")]
pub fn draw(
    frame: &mut Frame,
    area: Rect,
    book: &Book,
    meeting: Option<&Meeting>,
    mode: Mode,
    head: &Head,
    clock: Stamp,
    lang: Lang,
    theme: Theme,
) {
    draw_counting(frame, area, book, meeting, None, mode, head, clock, lang, theme);
}

/// Draws the hall view into `area`, with the papers being read, which are not in the book.
#[allow(clippy::too_many_arguments, reason = "each is a thing of its own")]
pub fn draw_counting(
    frame: &mut Frame,
    area: Rect,
    book: &Book,
    meeting: Option<&Meeting>,
    running: Option<&Running>,
    mode: Mode,
    head: &Head,
    clock: Stamp,
    lang: Lang,
    theme: Theme,
) {
    let buf = frame.buffer_mut();
    let area = ground(buf, area, theme);
    if mode == Mode::Blank || area.is_empty() {
        return;
    }
    let (mut rest, look) = layout(area, lang, theme);
    let edge = edge(area.height);
    let top = take(&mut rest, edge);
    heading(buf, top, look, book, meeting, clock);
    if rest.height > edge {
        let bottom = Rect { y: rest.bottom() - edge, height: edge, ..rest };
        rest.height -= edge;
        footing(buf, bottom, look, book, meeting, head);
    }
    if area.height >= ROOMY {
        rest = Rect { y: rest.y + 1, height: rest.height.saturating_sub(2), ..rest };
    }
    let look = Look { rows: rest.height, ..look };
    if let (Mode::Compare(page), Some(meeting), Some(charter)) =
        (mode, meeting, book.charter.as_deref())
        && let Some(found) = compare::in_hand(book, meeting)
    {
        let area = Rect { width: rest.width.min(look.room), ..rest };
        return compare::draw(buf, area, look, charter, found, page);
    }
    stack(buf, rest, &pieces(look, book, meeting, running, mode));
}

/// The number of pages the old and new text in hand has on a wall of this size; none where there is none.
pub fn compare_pages(
    book: &Book,
    meeting: &Meeting,
    size: ratatui::layout::Size,
    lang: Lang,
    theme: Theme,
) -> u8 {
    let Some((charter, found)) = book.charter.as_deref().zip(compare::in_hand(book, meeting))
    else {
        return 0;
    };
    let (rest, look) = layout(Rect::new(0, 0, size.width, size.height), lang, theme);
    let rest = middle(rest, size.height);
    let look = Look { rows: rest.height, ..look };
    compare::pages(look, charter, found, Rect { width: rest.width.min(look.room), ..rest })
}

/// What lies between heading and bottom line on a wall of this height.
fn middle(rest: Rect, height: u16) -> Rect {
    let edge = edge(height);
    let below = if rest.height > 2 * edge { edge } else { 0 };
    let high = rest.height.saturating_sub(edge + below);
    let rest = Rect { y: rest.y + edge.min(rest.height), height: high, ..rest };
    if height < ROOMY {
        return rest;
    }
    Rect { y: rest.y + 1, height: rest.height.saturating_sub(2), ..rest }
}

/// Rows of the heading, and of the bottom line.
fn edge(height: u16) -> u16 {
    if height >= HUGE { 8 } else { 1 }
}

/// Draws one sentence and nothing else: what the hall shows when the book cannot be read.
pub fn draw_sentence(frame: &mut Frame, area: Rect, sentence: &str, theme: Theme) {
    let buf = frame.buffer_mut();
    let area = ground(buf, area, theme);
    let (rest, look) = layout(area, Lang::Zh, theme);
    let said = fit::note(sentence, look.room, 0, look.style(Role::HallTitle), false);
    stack(buf, rest, &[said]);
}

/// Fewer cells than these leave no room for big letters.
const LEAST: (u16, u16) = (60, 16);
/// Rows from which a blank one under the heading can be spared.
const ROOMY: u16 = 28;
/// Rows from which the heading and the bottom line are big, too.
const HUGE: u16 = 70;

/// An even ground: whatever lay there is gone, half characters at the edge included.
fn ground(buf: &mut Buffer, area: Rect, theme: Theme) -> Rect {
    let area = area.intersection(buf.area);
    ClearWide.render(area, buf);
    buf.set_style(area, style(theme, Role::HallText));
    area
}

/// The area inside the margins.
fn layout(area: Rect, lang: Lang, theme: Theme) -> (Rect, Look) {
    let margin = match area.width {
        0..40 => 0,
        40..100 => 2,
        _ => 4,
    };
    let rest = Rect { x: area.x + margin, width: area.width.saturating_sub(2 * margin), ..area };
    let big = area.width >= LEAST.0 && area.height >= LEAST.1;
    let look = Look { lang, theme, room: rest.width, rows: rest.height, big };
    (rest, look)
}

fn pieces(
    look: Look,
    book: &Book,
    meeting: Option<&Meeting>,
    running: Option<&Running>,
    mode: Mode,
) -> Vec<Piece> {
    let (Some(meeting), Some(charter)) = (meeting, book.charter.as_deref()) else {
        return states::idle(look, book);
    };
    states::pieces(&states::Now { look, book, meeting, charter, running, mode })
}

/// Association, body, meeting; and the clock of the meeting's place.
fn heading(
    buf: &mut Buffer,
    row: Rect,
    look: Look,
    book: &Book,
    meeting: Option<&Meeting>,
    clock: Stamp,
) {
    let zone = meeting.and_then(|m| m.time_zone.parse::<chrono::FixedOffset>().ok());
    let clock = zone.map_or(clock, |zone| clock.with_timezone(&zone));
    let clock = clock.format("%H:%M").to_string();
    let bold = look.style(Role::HallTitle);
    let size = Size::of(row);
    let room = row.width.saturating_sub(size.width(&clock)).saturating_sub(2);
    let name = |lang: Lang| title(lang, book, meeting, size, room);
    let mut said = look.lang.each(name);
    if size.width(&said) > room {
        said = name(look.first());
    }
    if size == Size::Normal {
        said = shorten_middle(&said, usize::from(room));
    }
    size.draw(buf, Rect { width: room, ..row }, &said, bold);
    flush_right(buf, row, &clock, bold);
}

/// The letters of a row by its height.
#[derive(Clone, Copy, PartialEq)]
enum Size {
    Normal,
    Big,
}

impl Size {
    fn of(row: Rect) -> Self {
        if row.height < Scale::Compact.height() { Self::Normal } else { Self::Big }
    }

    fn width(self, text: &str) -> u16 {
        match self {
            Self::Normal => u16::try_from(width(text)).unwrap_or(u16::MAX),
            Self::Big => big::measure(text, Scale::Compact).0,
        }
    }

    fn draw(self, buf: &mut Buffer, row: Rect, text: &str, style: Style) {
        match self {
            Self::Normal => {
                buf.set_stringn(row.x, row.y, text, usize::from(row.width), style);
            }
            Self::Big => big::draw(buf, row, text, Scale::Compact, style),
        }
    }
}

/// The longest form of the title that fits.
fn title(lang: Lang, book: &Book, meeting: Option<&Meeting>, size: Size, room: u16) -> String {
    let Some(charter) = book.charter.as_deref() else {
        return String::new();
    };
    let between = if lang == Lang::En { " · " } else { "　" };
    let (full, short) = (&charter.identity.name, &charter.identity.short);
    let meeting = meeting.map(|m| names::meeting_name(lang, charter, m));
    let forms = [Some(full), Some(short), None].map(|name| {
        let name = name.map(|n| lang.pick(n)).filter(|n| !n.is_empty());
        let parts: Vec<String> = name.into_iter().chain(meeting.clone()).collect();
        parts.join(between)
    });
    let fits = forms.iter().find(|f| size.width(f) <= room && !f.is_empty());
    fits.or(forms.last()).cloned().unwrap_or_default()
}

/// How many are there, and which entry of the book this is.
fn footing(
    buf: &mut Buffer,
    row: Rect,
    look: Look,
    book: &Book,
    meeting: Option<&Meeting>,
    head: &Head,
) {
    let quiet = look.style(Role::HallText);
    let heads = meeting.map(|m| m.headcount(&book.roll_of(&m.body)));
    let left = |lang| heads.map_or_else(String::new, |h| words::heads(lang, h.roll, h.present));
    let right = words::entry(look.first(), head);
    let size = Size::of(row);
    let seal = size.width(&right).saturating_add(2);
    let room = row.width.saturating_sub(seal);
    let fits = |left: &String| size.width(left) <= room;
    let mut tries = [left(look.lang), left(look.first())].into_iter();
    match tries.find(fits) {
        Some(said) => {
            size.draw(buf, row, &said, quiet);
            flush_right(buf, row, &right, quiet);
        }
        None => size.draw(buf, row, &left(look.first()), quiet),
    }
}

fn flush_right(buf: &mut Buffer, row: Rect, text: &str, style: Style) {
    let size = Size::of(row);
    let wide = size.width(text);
    if wide <= row.width {
        let x = row.right() - wide;
        size.draw(buf, Rect { x, width: wide, ..row }, text, style);
    }
}
