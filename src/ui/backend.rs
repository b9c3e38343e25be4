//! The screen: a ratatui backend that sends each frame as one synchronized write and survives terminals that draw
//! East Asian Ambiguous characters two cells wide.
//!
//! It never asks the terminal anything while running: size comes from the system, the cursor from its own memory.

use std::io::{self, Write};

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::queue;
use crossterm::style::{Attribute, Color as Ink, Colors, Print, SetAttribute, SetColors};
use crossterm::terminal::{self, BeginSynchronizedUpdate, EndSynchronizedUpdate};
use ratatui::backend::{Backend, ClearType, IntoCrossterm, WindowSize};
use ratatui::buffer::{Cell, CellWidth};
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

/// What is known about characters such as `─ █ ● “` whose width terminals disagree on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Ambiguous {
    /// Ask the terminal once, before the first frame; no answer counts as narrow.
    #[default]
    Auto,
    /// They take one cell: draw them as they are.
    Narrow,
    /// They take two cells: draw narrow stand-ins.
    Wide,
}

impl Ambiguous {
    /// Reads a setting: `narrow` or `wide`; anything else is `Auto`.
    pub fn read(setting: Option<&str>) -> Self {
        match setting.map(str::trim) {
            Some("narrow") => Self::Narrow,
            Some("wide") => Self::Wide,
            _ => Self::Auto,
        }
    }
}

/// Does this terminal draw ambiguous characters two cells wide? To be asked in raw mode, before anything else reads
/// input. Takes about a millisecond when the terminal answers and two seconds (crossterm's limit) when it does not.
pub fn probe(out: &mut impl Write) -> bool {
    let mut ask = || -> io::Result<bool> {
        queue!(out, MoveTo(0, 0), Print("─"))?;
        out.flush()?;
        let answer = crossterm::cursor::position();
        queue!(out, MoveTo(0, 0), Print("  "), MoveTo(0, 0))?;
        out.flush()?;
        Ok(answer?.0 == 2)
    };
    ask().unwrap_or(false)
}

/// What is written in the place of `symbol` when ambiguous characters come out wide: always one sure cell, and whether
/// foreground and background change places. Anything not ambiguous stays itself.
///
/// Filled blocks become reversed blanks and half blocks become braille halves, so that bars and big letters keep their
/// shape; letters lose their accents or are transliterated, so that a name stays a name.
pub fn stand_in(symbol: &str) -> (&str, bool) {
    let Some(c) = symbol.chars().next().filter(|c| !c.is_ascii()) else {
        return (symbol, false);
    };
    // Before the measuring: `width_cjk` counts these letters as narrow, unlike the terminals in question.
    if let Some(plain) = letter(c) {
        return (plain, false);
    }
    if symbol.width() == symbol.width_cjk() {
        return (symbol, false);
    }
    let plain = match c {
        '█' | '▉' | '▊' | '▋' | '▓' | '■' | '▆' | '▇' => return (" ", true),
        '▌' | '▍' => return ("▐", true),
        '▀' | '▔' => "⠛",
        '▄' | '▃' | '▅' => "⣤",
        '▁' | '▂' => "⣀",
        '▎' | '▏' => "|",
        '░' | '▒' => ":",
        '─' | '━' | '═' | '—' | '―' | '–' | '‐' | '┄' | '┅' | '┈' | '┉' => {
            "-"
        }
        '│' | '┃' | '║' | '┆' | '┇' | '┊' | '┋' => "|",
        '┌'..='╿' => "+",
        '“' | '”' | '″' => "\"",
        '‘' | '’' | '′' => "'",
        '…' | '‥' => ".",
        '·' | '•' | '‧' => "`",
        '●' | '◆' | '★' | '◉' => "*",
        '○' | '◇' | '□' | '☆' | '◎' | '◯' => "o",
        '◐' | '◑' => "c",
        '→' | '▶' | '▷' | '⇒' => ">",
        '←' | '◀' | '◁' => "<",
        '↑' | '▲' | '△' => "^",
        '↓' | '▼' | '▽' => "v",
        '×' => "x",
        '÷' | '½' | '⅓' | '⅔' | '¼' | '¾' => "/",
        '±' => "+",
        '≥' | '≧' => ">",
        '≤' | '≦' => "<",
        '≈' => "~",
        '≠' => "!",
        '√' => "v",
        '※' => "*",
        '§' => "S",
        '№' => "#",
        '°' | '˚' => "o",
        '‰' => "%",
        '℃' => "C",
        '①'..='⑨' => return (digit(c, '①'), false),
        'Ⅰ'..='Ⅸ' => return (digit(c, 'Ⅰ'), false),
        _ => "?",
    };
    (plain, false)
}

/// The digit for the nth of a numbered series that begins with `first`.
fn digit(c: char, first: char) -> &'static str {
    let at = (c as usize).saturating_sub(first as usize);
    ["1", "2", "3", "4", "5", "6", "7", "8", "9"].get(at).copied().unwrap_or("#")
}

/// One Latin letter for an ambiguous letter: pinyin's accents dropped, Greek and Cyrillic transliterated. `None` for all
/// that is not ambiguous in this way.
fn letter(c: char) -> Option<&'static str> {
    // (letters, their stand-ins), in the same order.
    const LETTERS: [(&str, &str); 6] = [
        ("àáāǎèéêēěìíīǐòóōǒøùúūǔüǖǘǚǜńňłđðþßæœħıŋŧ", "aaaaeeeeeiiiiooooouuuuuuuuunnlddtsaohint"),
        ("ÆÐØÞ", "ADOT"),
        ("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "abvgdeejziiklmnoprstufhccss'y'eua"),
        ("АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ", "ABVGDEEJZIIKLMNOPRSTUFHCCSS'Y'EUA"),
        ("αβγδεζηθικλμνξοπρστυφχψω", "abgdezhtiklmnxoprstyfcpw"),
        ("ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ", "ABGDEZHTIKLMNXOPRSTYFCPW"),
    ];
    LETTERS.iter().find_map(|(from, to)| {
        let at = from.chars().position(|f| f == c)?;
        to.get(at..=at)
    })
}

/// The screen behind a ratatui `Terminal`, writing to `W`.
#[derive(Debug)]
pub struct Screen<W: Write> {
    out: W,
    /// Everything since the last flush: sent with one write, so that no terminal shows half a frame.
    frame: Vec<u8>,
    open: bool,
    wide: bool,
    fixed: Option<Size>,
    cursor: Position,
    shown: Option<bool>,
}

impl<W: Write> Screen<W> {
    /// A screen as large as the terminal. `wide`: ambiguous characters come out two cells wide (see [`probe`]).
    pub fn new(out: W, wide: bool) -> Self {
        Self {
            out,
            frame: Vec::with_capacity(1 << 16),
            open: false,
            wide,
            fixed: None,
            cursor: Position::ORIGIN,
            shown: None,
        }
    }

    /// A screen of a given size in cells, for writing somewhere else than to a terminal.
    pub fn fixed(out: W, wide: bool, size: Size) -> Self {
        Self { fixed: Some(size), ..Self::new(out, wide) }
    }

    /// Where the bytes go.
    pub fn out(&self) -> &W {
        &self.out
    }

    /// Forgets whether the cursor is shown, because somebody else has used the terminal.
    pub fn forget(&mut self) {
        self.shown = None;
    }

    fn begin(&mut self) -> io::Result<()> {
        if !self.open {
            self.open = true;
            queue!(self.frame, BeginSynchronizedUpdate)?;
        }
        Ok(())
    }

    fn show(&mut self, show: bool) -> io::Result<()> {
        if self.shown == Some(show) {
            return Ok(());
        }
        self.begin()?;
        self.shown = Some(show);
        if show { queue!(self.frame, Show) } else { queue!(self.frame, Hide) }
    }
}

/// Characters on whose width all terminals agree once the ambiguous question is settled: after anything else the cursor
/// is set again, so that one disputed glyph cannot push the rest of its row.
fn agreed(symbol: &str) -> bool {
    let mut chars = symbol.chars();
    matches!((chars.next(), chars.next()), (Some(c), None) if matches!(c as u32,
        0x20..=0x7e | 0x2014 | 0x2018..=0x201d | 0x2026 | 0x2500..=0x259f | 0x3001..=0x3029 | 0x3041..=0x3096
        | 0x30a1..=0x30ff | 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xac00..=0xd7a3 | 0xff01..=0xff5e))
}

const ATTRIBUTES: [(Modifier, Attribute); 8] = [
    (Modifier::BOLD, Attribute::Bold),
    (Modifier::DIM, Attribute::Dim),
    (Modifier::ITALIC, Attribute::Italic),
    (Modifier::UNDERLINED, Attribute::Underlined),
    (Modifier::REVERSED, Attribute::Reverse),
    (Modifier::CROSSED_OUT, Attribute::CrossedOut),
    (Modifier::HIDDEN, Attribute::Hidden),
    (Modifier::SLOW_BLINK, Attribute::SlowBlink),
];

impl<W: Write> Backend for Screen<W> {
    type Error = io::Error;

    fn draw<'a, I: Iterator<Item = (u16, u16, &'a Cell)>>(&mut self, content: I) -> io::Result<()> {
        let (mut fg, mut bg, mut set) = (Color::Reset, Color::Reset, Modifier::empty());
        let mut next: Option<(u16, u16)> = None;
        for (x, y, cell) in content {
            self.begin()?;
            let (symbol, inverse) =
                if self.wide { stand_in(cell.symbol()) } else { (cell.symbol(), false) };
            let modifier = if inverse { cell.modifier ^ Modifier::REVERSED } else { cell.modifier };
            if next != Some((x, y)) {
                queue!(self.frame, MoveTo(x, y))?;
            }
            next = agreed(symbol).then(|| (x + cell.cell_width().max(1), y));
            if modifier != set {
                // The whole set at once: there is no way to end bold alone that every terminal knows.
                queue!(self.frame, SetAttribute(Attribute::Reset))?;
                (fg, bg, set) = (Color::Reset, Color::Reset, modifier);
                for (flag, attribute) in ATTRIBUTES {
                    if modifier.contains(flag) {
                        queue!(self.frame, SetAttribute(attribute))?;
                    }
                }
            }
            if (cell.fg, cell.bg) != (fg, bg) {
                (fg, bg) = (cell.fg, cell.bg);
                let (f, b): (Ink, Ink) = (fg.into_crossterm(), bg.into_crossterm());
                queue!(self.frame, SetColors(Colors::new(f, b)))?;
            }
            queue!(self.frame, Print(symbol))?;
        }
        if (fg, bg) != (Color::Reset, Color::Reset) || !set.is_empty() {
            queue!(self.frame, SetAttribute(Attribute::Reset))?;
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.show(false)
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.show(true)
    }

    /// Where the cursor was last put. Asking the terminal would take two seconds where nobody answers, and would race
    /// with the thread that reads the keys.
    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.cursor)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.begin()?;
        self.cursor = position.into();
        queue!(self.frame, MoveTo(self.cursor.x, self.cursor.y))
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.begin()?;
        let region = match region {
            ClearType::All => terminal::ClearType::All,
            ClearType::AfterCursor => terminal::ClearType::FromCursorDown,
            ClearType::BeforeCursor => terminal::ClearType::FromCursorUp,
            ClearType::CurrentLine => terminal::ClearType::CurrentLine,
            ClearType::UntilNewLine => terminal::ClearType::UntilNewLine,
        };
        queue!(self.frame, terminal::Clear(region))
    }

    fn size(&self) -> io::Result<Size> {
        match self.fixed {
            Some(size) => Ok(size),
            None => terminal_size(),
        }
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size()?, pixels: Size::new(0, 0) })
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.open {
            self.open = false;
            queue!(self.frame, EndSynchronizedUpdate)?;
        }
        if self.frame.is_empty() {
            return Ok(());
        }
        // Cleared even if the write fails: the frame is lost either way, and must not be sent twice.
        let sent = self.out.write_all(&self.frame).and_then(|()| self.out.flush());
        self.frame.clear();
        sent
    }
}

/// The terminal's size in cells; a terminal that does not know (0 x 0: serial lines, some containers) counts as 80 x 24.
fn terminal_size() -> io::Result<Size> {
    // Not `terminal::size()` on Unix: it starts a `tput` process when the terminal is gone.
    #[cfg(unix)]
    let (columns, rows) = terminal::window_size().map(|s| (s.columns, s.rows))?;
    #[cfg(not(unix))]
    let (columns, rows) = terminal::size()?;
    Ok(if columns == 0 || rows == 0 { Size::new(80, 24) } else { Size::new(columns, rows) })
}
