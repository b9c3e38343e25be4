//! Forms: labelled fields one below another; what they are for is a [`Purpose`].

use super::field::{Accept, Field};
use super::purpose::Purpose;
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
        Self { title: title.into(), intro: String::new(), rows: Vec::new(), at: 0, purpose }
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
    /// With a choice.
    #[must_use]
    pub fn choice(
        mut self,
        key: &'static str,
        label: String,
        options: Vec<(String, String)>,
        at: usize,
    ) -> Self {
        self.rows.push(Row {
            key,
            label,
            input: Input::Choice { options, at },
            lines: 1,
            cells: None,
        });
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
        self.rows.push(Row {
            key,
            label,
            input: Input::Text(Box::new(field)),
            lines,
            cells: (accept == Accept::Digits).then_some(12),
        });
        self
    }

    /// The text of a row, trimmed; the id of a choice.
    pub fn text(&self, key: &str) -> String {
        self.rows.iter().find(|r| r.key == key).map_or_else(String::new, |row| match &row.input {
            Input::Text(field) => field.text().trim().to_owned(),
            Input::Choice { options, at } => {
                options.get(*at).map(|o| o.0.clone()).unwrap_or_default()
            }
        })
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

    /// Handles a key: the field first, then moving between rows.
    pub fn key(&mut self, key: KeyEvent) -> Done {
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
            KeyCode::Enter if self.at == last => Done::Entered,
            KeyCode::Enter | KeyCode::Tab | KeyCode::Down => {
                // No way round at the end: who types down a column stays at its foot.
                self.at = if key.code == KeyCode::Tab {
                    (self.at + 1) % (last + 1)
                } else {
                    (self.at + 1).min(last)
                };
                Done::Typing
            }
            KeyCode::BackTab | KeyCode::Up => {
                self.at = self.at.saturating_sub(1);
                Done::Typing
            }
            _ => Done::Unused,
        }
    }

    /// Takes pasted text.
    pub fn paste(&mut self, text: &str) {
        if let Some(Row { input: Input::Text(field), .. }) = self.rows.get_mut(self.at) {
            field.paste(text);
        }
    }

    /// What has been typed, by row, for keeping it beside the book.
    pub fn typed(&self) -> Vec<(String, String)> {
        let mut typed = Vec::new();
        for row in &self.rows {
            if let Input::Text(field) = &row.input
                && !field.is_empty()
            {
                typed.push((row.key.to_owned(), field.text()));
            }
        }
        typed
    }
}
