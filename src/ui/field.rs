//! A text field: one line or several, with undo, paste and the terminal's real cursor at the caret, because that is
//! where an input method opens its window.

use std::cell::{Cell, RefCell};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Frame;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Style;
use ratatui_textarea::{CursorMove, Input, Key, TextArea, WrapMode};

use super::width::shorten_middle;

/// What can be typed into a field.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Accept {
    /// Any text in one line.
    #[default]
    Line,
    /// Any text, with line ends.
    Lines,
    /// A passphrase in one line: what is typed is shown as stars.
    Secret,
    /// Digits only, at most nine; full-width ones become ASCII. All other letters are left to the caller.
    Digits,
}

/// How a field looks.
#[derive(Debug, Clone, Copy, Default)]
pub struct Look {
    /// The text and the ground of the whole field.
    pub text: Style,
    /// The hint in an empty field.
    pub hint: Style,
    /// Selected text.
    pub selection: Style,
}

/// The longest count that can be typed, in digits: always fits a `u32`.
const DIGITS: usize = 9;

/// A text field and what has been typed into it.
#[derive(Debug, Clone)]
pub struct Field {
    accept: Accept,
    hint: String,
    // In a cell, because drawing, which only reads the field otherwise, sets styles and scrolls.
    area: RefCell<TextArea<'static>>,
    drawn: Cell<Size>,
    /// The text is a suggestion nobody has touched: the first digit typed replaces it.
    suggested: bool,
}

impl Field {
    /// An empty field.
    pub fn new(accept: Accept) -> Self {
        Self {
            accept,
            hint: String::new(),
            area: RefCell::new(fresh(accept, "")),
            drawn: Cell::new(Size::ZERO),
            suggested: false,
        }
    }

    /// A field that shows `hint` while it is empty.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// The text, lines joined by `\n`.
    pub fn text(&self) -> String {
        self.area.borrow().lines().join("\n")
    }

    /// Whether what is typed is not to be seen.
    pub fn is_secret(&self) -> bool {
        self.accept == Accept::Secret
    }

    /// The number in the field; `None` when it is empty or not a number.
    pub fn number(&self) -> Option<u32> {
        self.text().trim().parse().ok()
    }

    /// Replaces the text, as far as the field accepts it; the caret goes to the end, and the undo history is forgotten.
    pub fn set_text(&mut self, text: &str) {
        let text = accepted(self.accept, text, DIGITS);
        self.area = RefCell::new(fresh(self.accept, &text));
        self.drawn = Cell::new(Size::ZERO);
        self.suggested = false;
    }

    /// Puts a text there that stands if nothing is typed. In a field of digits the first digit replaces it: 34 offered
    /// and 20 typed is 20, never 3420.
    pub fn suggest(&mut self, text: &str) {
        self.set_text(text);
        self.suggested = self.accept == Accept::Digits && !self.is_empty();
    }

    /// Is there no text?
    pub fn is_empty(&self) -> bool {
        self.area.borrow().is_empty()
    }

    /// Inserts pasted text at the caret: in a field of one line, line ends become blanks.
    pub fn paste(&mut self, text: &str) {
        let text = accepted(self.accept, text, self.room());
        self.area.get_mut().insert_str(text);
    }

    /// Handles a key. False: the field has no use for it, and the caller may act on it.
    ///
    /// Left to the caller are Enter in one line, Esc, Tab, the function keys, arrows which cannot move the caret, all
    /// chords with Ctrl or Alt but the ones for editing, and in a field of digits every other letter. Undo and redo
    /// (Ctrl-Z, Ctrl-Y) stay in the field even when there is nothing left to undo: outside they would undo a decision.
    pub fn key(&mut self, key: KeyEvent) -> bool {
        let suggested = std::mem::take(&mut self.suggested);
        if suggested && matches!(key.code, KeyCode::Char(c) if ascii_digit(c).is_some()) {
            self.set_text("");
        }
        let used = self.keyed(key);
        // Passing through is not touching.
        self.suggested = suggested && !used;
        used
    }

    fn keyed(&mut self, key: KeyEvent) -> bool {
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
        let alt = key.modifiers.contains(KeyModifiers::ALT);
        match key.code {
            // Ctrl and Alt together is AltGr on Windows: a letter of the keyboard like any other.
            KeyCode::Char(c) if ctrl == alt => self.letter(c),
            KeyCode::Char(c) if ctrl => self.chord(c.to_ascii_lowercase()),
            KeyCode::Char('b' | 'f' | 'd') => self.edit(key),
            KeyCode::Enter if self.accept == Accept::Lines && !ctrl && !alt => {
                self.area.get_mut().insert_newline();
                true
            }
            KeyCode::Backspace if ctrl => {
                self.area.get_mut().delete_word();
                true
            }
            KeyCode::Delete if ctrl => {
                self.area.get_mut().delete_next_word();
                true
            }
            KeyCode::Backspace | KeyCode::Delete => self.edit(key),
            KeyCode::Home | KeyCode::End => self.edit(key),
            KeyCode::Left | KeyCode::Right if !alt => self.moved(key),
            KeyCode::Up | KeyCode::Down if self.accept == Accept::Lines && !ctrl && !alt => {
                self.moved(key)
            }
            KeyCode::PageUp | KeyCode::PageDown
                if self.accept == Accept::Lines && !ctrl && !alt =>
            {
                self.moved(key)
            }
            _ => false,
        }
    }

    /// Where the caret is on the screen for a field last drawn in `area`.
    pub fn caret(&self, area: Rect) -> Position {
        let field = self.area.borrow();
        let (top, left) = field.scroll_offset();
        let at = field.screen_cursor();
        let cells = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
        let x = area.x.saturating_add(cells(at.col).saturating_sub(left));
        let y = area.y.saturating_add(cells(at.row).saturating_sub(top));
        Position::new(x.min(area.right().saturating_sub(1)), y.min(area.bottom().saturating_sub(1)))
    }

    /// Draws the field; with the focus, it also puts the terminal's cursor at the caret.
    pub fn draw(&self, frame: &mut Frame, area: Rect, focused: bool, look: Look) {
        let area = area.intersection(frame.area());
        if area.is_empty() {
            return;
        }
        let buf = frame.buffer_mut();
        super::clear::cut_left(area, buf);
        for position in area.positions() {
            buf[position].reset();
        }
        buf.set_style(area, look.text);
        self.unscroll(area.as_size());
        let mut field = self.area.borrow_mut();
        field.set_selection_style(look.selection);
        frame.render_widget(&*field, area);
        if field.is_empty() {
            let hint = shorten_middle(&self.hint, usize::from(area.width));
            frame.buffer_mut().set_string(area.x, area.y, hint, look.hint);
        }
        if focused && self.suggested {
            let cells = field.lines().first().map_or(0, |digits| digits.len());
            let cells = u16::try_from(cells).unwrap_or(u16::MAX).min(area.width);
            frame.buffer_mut().set_style(Rect { width: cells, height: 1, ..area }, look.selection);
        }
        drop(field);
        if focused {
            frame.set_cursor_position(self.caret(area));
        }
    }

    /// A field that was scrolled in a smaller area shows as much as it can in a larger one (the widget itself stays
    /// scrolled).
    fn unscroll(&self, size: Size) {
        let before = self.drawn.replace(size);
        let mut field = self.area.borrow_mut();
        if (size.width > before.width || size.height > before.height) && !field.is_selecting() {
            let at = field.cursor();
            field.scroll((-i16::MAX, -i16::MAX));
            let cells = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
            field.move_cursor(CursorMove::Jump(cells(at.0), cells(at.1)));
        }
    }

    /// How many more characters the field takes.
    fn room(&self) -> usize {
        DIGITS.saturating_sub(self.text().len())
    }

    fn letter(&mut self, c: char) -> bool {
        if self.accept != Accept::Digits {
            if !c.is_control() {
                self.area.get_mut().insert_char(c);
            }
            return true;
        }
        let Some(digit) = ascii_digit(c) else {
            return false;
        };
        if self.area.get_mut().is_selecting() || self.room() > 0 {
            self.area.get_mut().insert_char(digit);
        }
        true
    }

    fn chord(&mut self, c: char) -> bool {
        let field = self.area.get_mut();
        match c {
            'z' => field.undo(),
            'y' => field.redo(),
            'w' => field.delete_word(),
            'u' => field.delete_line_by_head(),
            'k' => field.delete_line_by_end(),
            // What the Backspace key sends in some terminals.
            'h' => field.delete_char(),
            'a' => {
                field.move_cursor(CursorMove::Head);
                true
            }
            'e' => {
                field.move_cursor(CursorMove::End);
                true
            }
            _ => return false,
        };
        true
    }

    fn edit(&mut self, key: KeyEvent) -> bool {
        self.area.get_mut().input(input(key));
        true
    }

    fn moved(&mut self, key: KeyEvent) -> bool {
        let field = self.area.get_mut();
        let before = (field.cursor(), field.is_selecting());
        field.input(input(key));
        (field.cursor(), field.is_selecting()) != before
    }
}

/// A new editor with `text` in it and the caret at its end.
fn fresh(accept: Accept, text: &str) -> TextArea<'static> {
    let mut field = TextArea::new(text.split('\n').map(str::to_owned).collect());
    // No painted cursor: the real one is set at the caret.
    field.set_cursor_style(Style::default());
    field.set_cursor_line_style(Style::default());
    field.set_wrap_mode(if accept == Accept::Lines {
        WrapMode::WordOrGlyph
    } else {
        WrapMode::None
    });
    if accept == Accept::Secret {
        field.set_mask_char('*');
    }
    field.move_cursor(CursorMove::Bottom);
    field.move_cursor(CursorMove::End);
    field
}

/// The part of `text` that a field takes, at most `room` digits.
fn accepted(accept: Accept, text: &str, room: usize) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
    match accept {
        Accept::Lines => text.chars().filter(|c| *c == '\n' || !c.is_control()).collect(),
        Accept::Line | Accept::Secret => text
            .trim_end_matches('\n')
            .replace('\n', " ")
            .chars()
            .filter(|c| !c.is_control())
            .collect(),
        Accept::Digits => text.chars().filter_map(ascii_digit).take(room).collect(),
    }
}

/// The ASCII digit for a digit of either width.
fn ascii_digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10),
        _ => None,
    }
}

/// The key as the editor takes it.
fn input(key: KeyEvent) -> Input {
    let code = match key.code {
        KeyCode::Char(c) => Key::Char(c),
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        _ => Key::Null,
    };
    Input {
        key: code,
        ctrl: key.modifiers.contains(KeyModifiers::CONTROL),
        alt: key.modifiers.contains(KeyModifiers::ALT),
        shift: key.modifiers.contains(KeyModifiers::SHIFT),
    }
}
