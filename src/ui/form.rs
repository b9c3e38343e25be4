//! Forms: labelled fields one below another; what they are for is a [`Purpose`].

use super::field::{Accept, Field};
use super::purpose::{Purpose, Wrong};
use crate::text::{Lang, Words};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// What can be entered in a row.
#[derive(Debug, Clone)]
pub enum Input {
    /// Typed text.
    Text(Box<Field>),
    /// One of several.
    Choice {
        /// Id and label of each.
        options: Vec<(String, String)>,
        /// The one chosen.
        at: usize,
    },
}

/// A row of a form.
#[derive(Debug, Clone)]
pub struct Row {
    /// Name under which the purpose finds it.
    pub key: &'static str,
    /// Label.
    pub label: String,
    /// What can be entered.
    pub input: Input,
    /// Height in lines.
    pub lines: u16,
    /// Width in cells, where the whole line would be too much.
    pub cells: Option<u16>,
    /// It stands on the line of the row before, where there is room.
    pub beside: bool,
    /// What stood in it when the form was opened.
    given: String,
}

impl Row {
    /// The text, or the id of what was chosen.
    pub fn value(&self) -> String {
        match &self.input {
            Input::Text(field) => field.text(),
            Input::Choice { options, at } => {
                options.get(*at).map(|o| o.0.clone()).unwrap_or_default()
            }
        }
    }
}

/// A form.
#[derive(Debug, Clone)]
pub struct Form {
    /// Title.
    pub title: String,
    /// Sentences above the rows.
    pub intro: String,
    /// The rows.
    pub rows: Vec<Row>,
    /// The row with the caret.
    pub at: usize,
    /// What it is for.
    pub purpose: Purpose,
    /// What is wrong with which row; it goes when that row is changed.
    pub fault: Option<Wrong>,
}

/// What a key did to a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// It is still being filled in.
    Typing,
    /// It was given up.
    Cancelled,
    /// It is filled in.
    Entered,
    /// The form has no use for the key.
    Unused,
}

impl Form {
    /// An empty form.
    pub fn new(title: impl Into<String>, purpose: Purpose) -> Self {
        Self {
            title: title.into(),
            intro: String::new(),
            rows: Vec::new(),
            at: 0,
            purpose,
            fault: None,
        }
    }
    /// With sentences above.
    #[must_use]
    pub fn intro(mut self, intro: impl Into<String>) -> Self {
        self.intro = intro.into();
        self
    }
    /// With a line of text.
    #[must_use]
    pub fn line(self, key: &'static str, label: String, text: &str) -> Self {
        self.field(key, label, text, Accept::Line, 1)
    }
    /// With several lines of text.
    #[must_use]
    pub fn lines(self, key: &'static str, label: String, text: &str, lines: u16) -> Self {
        self.field(key, label, text, Accept::Lines, lines)
    }
    /// With a number.
    #[must_use]
    pub fn number(self, key: &'static str, label: String, text: &str) -> Self {
        self.field(key, label, text, Accept::Digits, 1)
    }
    /// With a passphrase, which is neither shown nor kept beside the book.
    #[must_use]
    pub fn secret(self, key: &'static str, label: String) -> Self {
        self.field(key, label, "", Accept::Secret, 1)
    }
    /// With a choice.
    #[must_use]
    pub fn choice(
        mut self,
        key: &'static str,
        label: String,
        options: Vec<(String, String)>,
        at: usize,
    ) -> Self {
        let given = options.get(at).map(|o| o.0.clone()).unwrap_or_default();
        let input = Input::Choice { options, at };
        self.rows.push(Row { key, label, input, lines: 1, cells: None, beside: false, given });
        self
    }
    /// With the last row beside the one before, so that the form hides less of what it is about.
    #[must_use]
    pub fn beside(mut self) -> Self {
        if let Some(row) = self.rows.last_mut() {
            row.beside = true;
        }
        self
    }
    /// With a hint that stands in the last row while it is empty.
    #[must_use]
    pub fn hint(mut self, hint: String) -> Self {
        if let Some(Row { input: Input::Text(field), .. }) = self.rows.last_mut() {
            **field = field.as_ref().clone().hint(hint);
        }
        self
    }
    /// With the last row no wider than this.
    #[must_use]
    pub fn cells(mut self, cells: u16) -> Self {
        if let Some(row) = self.rows.last_mut() {
            row.cells = Some(cells);
        }
        self
    }
    /// With a yes or no.
    #[must_use]
    pub fn yes_no(self, lang: Lang, key: &'static str, label: String, yes: bool) -> Self {
        const NO: Words = ["否", "no"];
        const YES: Words = ["是", "yes"];
        let options = vec![("no".to_owned(), lang.say(NO)), ("yes".to_owned(), lang.say(YES))];
        self.choice(key, label, options, usize::from(yes))
    }

    fn field(
        mut self,
        key: &'static str,
        label: String,
        text: &str,
        accept: Accept,
        lines: u16,
    ) -> Self {
        let mut field = Field::new(accept);
        field.suggest(text);
        let given = field.text();
        let cells = (accept == Accept::Digits).then_some(12);
        let input = Input::Text(Box::new(field));
        self.rows.push(Row { key, label, input, lines, cells, beside: false, given });
        self
    }

    /// The text of a row as it was typed, with its blanks.
    pub fn untrimmed(&self, key: &str) -> String {
        self.rows.iter().find(|r| r.key == key).map_or_else(String::new, Row::value)
    }
    /// The text of a row, trimmed; the id of a choice.
    pub fn text(&self, key: &str) -> String {
        let row = self.rows.iter().find(|r| r.key == key);
        row.map_or_else(String::new, |row| row.value().trim().to_owned())
    }
    /// Whether a yes-or-no row says yes.
    pub fn yes(&self, key: &str) -> bool {
        self.text(key) == "yes"
    }
    /// The label of a row.
    pub fn label(&self, key: &str) -> String {
        self.rows.iter().find(|r| r.key == key).map_or_else(String::new, |r| r.label.clone())
    }
    /// Fills a row in.
    pub fn set(&mut self, key: &str, text: &str) {
        if let Some(row) = self.rows.iter_mut().find(|r| r.key == key) {
            match &mut row.input {
                Input::Text(field) => field.set_text(text),
                Input::Choice { options, at } => {
                    *at = options.iter().position(|o| o.0 == text).unwrap_or(*at);
                }
            }
        }
    }

    /// Fills a row in with what was typed before: a figure typed now takes its place.
    pub fn offer(&mut self, key: &str, text: &str) {
        match self.rows.iter_mut().find(|r| r.key == key).map(|r| &mut r.input) {
            Some(Input::Text(field)) => field.suggest(text),
            _ => self.set(key, text),
        }
    }

    /// Points at a row and says what is wrong with it; false where the form has no such row.
    pub fn point(&mut self, wrong: Wrong) -> bool {
        let Some(at) = self.rows.iter().position(|r| r.key == wrong.key) else {
            return false;
        };
        self.at = at;
        self.fault = Some(wrong);
        true
    }

    /// Handles a key: the field first, then moving between rows.
    pub fn key(&mut self, key: KeyEvent) -> Done {
        let wrong = self.fault.as_ref().map(|f| f.key);
        let before = wrong.map(|w| self.text(w));
        let done = self.keyed(key);
        if wrong.map(|w| self.text(w)) != before {
            self.fault = None;
        }
        done
    }

    fn keyed(&mut self, key: KeyEvent) -> Done {
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
        if ctrl && matches!(key.code, KeyCode::Char('s' | 'S')) {
            return Done::Entered;
        }
        if key.code == KeyCode::Esc {
            return Done::Cancelled;
        }
        let last = self.rows.len().saturating_sub(1);
        let Some(row) = self.rows.get_mut(self.at) else {
            return Done::Unused;
        };
        match &mut row.input {
            Input::Text(field) => {
                if field.key(key) {
                    return Done::Typing;
                }
            }
            Input::Choice { options, at } => {
                let of = options.len().max(1);
                match key.code {
                    KeyCode::Right | KeyCode::Char(' ') => {
                        *at = (*at + 1) % of;
                        return Done::Typing;
                    }
                    KeyCode::Left => {
                        *at = (*at + of - 1) % of;
                        return Done::Typing;
                    }
                    KeyCode::Char(c) if !ctrl => {
                        let digit =
                            super::keys::name(&KeyEvent::from(KeyCode::Char(c))).parse::<usize>();
                        if let Some(chosen) =
                            digit.ok().and_then(|d| d.checked_sub(1)).filter(|d| *d < of)
                        {
                            *at = chosen;
                        }
                        return Done::Typing;
                    }
                    _ => {}
                }
            }
        }
        match key.code {
            KeyCode::Enter if self.at == last => return Done::Entered,
            // No way round at the end: who types down a column stays at its foot.
            KeyCode::Enter => self.at = (self.at + 1).min(last),
            KeyCode::Tab => self.at = (self.at + 1) % (last + 1),
            KeyCode::BackTab => self.at = self.at.saturating_sub(1),
            KeyCode::Right if self.rows.get(self.at + 1).is_some_and(|r| r.beside) => self.at += 1,
            KeyCode::Left if self.rows.get(self.at).is_some_and(|r| r.beside) => self.at -= 1,
            KeyCode::Down => {
                let next = (self.at + 1..=last).find(|n| !self.rows[*n].beside);
                self.at = next.unwrap_or(last);
            }
            KeyCode::Up => {
                let head = |at: usize| (0..=at).rev().find(|n| !self.rows[*n].beside).unwrap_or(0);
                let first = head(self.at);
                self.at = if first < self.at { first } else { head(first.saturating_sub(1)) };
            }
            _ => return Done::Unused,
        }
        Done::Typing
    }

    /// Takes pasted text.
    pub fn paste(&mut self, text: &str) {
        if let Some(Row { input: Input::Text(field), .. }) = self.rows.get_mut(self.at) {
            field.paste(text);
        }
    }

    /// What was changed since the form was opened, by row, for keeping it beside the book.
    pub fn typed(&self) -> Vec<(String, String)> {
        let secret = |r: &&Row| matches!(&r.input, Input::Text(field) if field.is_secret());
        let changed = self.rows.iter().filter(|r| r.value() != r.given && !secret(r));
        changed.map(|r| (r.key.to_owned(), r.value())).collect()
    }
}
