//! The shapes a value of a charter file can have, and what each must be.

use super::fault::{IdKind, Wanted};
use super::keys;
use toml::Value;

/// The shape of a value.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// A text; whether it may be empty.
    Text(Empty),
    /// An id that is unique in its list.
    Id,
    /// A number that counts its list from 1.
    Ordinal,
    /// A whole number.
    Count,
    /// `true` or `false`.
    YesOrNo,
    /// A day; whether it may be empty.
    Date(Empty),
    /// An offset from UTC.
    Zone,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A list of some of these words.
    Words(&'static [&'static str]),
    /// One of these comparators.
    Cmp(&'static [&'static str]),
    /// A share between 0 and 1; whether 0 makes sense.
    Share(Zero),
    /// Clauses of this charter.
    Clauses,
    /// The id of something in this file.
    Ref(IdKind),
    /// A list of such ids.
    Refs(IdKind),
    /// A text in both languages.
    Name,
    /// A text in both languages that holds this place for a number.
    NameWith(&'static str),
    /// A text that holds this place for a number.
    TextWith(&'static str),
    /// A list of texts.
    Texts,
    /// A list of texts in both languages.
    Names,
    /// What the table rests on.
    Basis,
    /// One table.
    Table(&'static [Key]),
    /// A list of tables; whether it may be empty.
    List(Empty, &'static [Key]),
    /// Anything; checked where it is used.
    Any,
}

/// Whether a text or a list may be empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Empty {
    /// It may.
    May,
    /// It may not.
    Not,
}

/// Whether a share may be 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zero {
    /// It may.
    May,
    /// It may not.
    Not,
}

/// One key of a table.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    /// Its name in the file.
    pub name: &'static str,
    /// The shape of its value.
    pub shape: Shape,
    /// Whether the table is incomplete without it.
    pub needed: bool,
}

/// The lists in which ids of a kind are looked for.
pub const fn lists_of(kind: IdKind) -> &'static [&'static str] {
    match kind {
        IdKind::Body => &["body"],
        IdKind::Office => &["office"],
        IdKind::Provider => &["office", "body"],
        IdKind::Rule => &["rule"],
        IdKind::Matter => &["matter"],
        IdKind::Precondition => &["precondition"],
        IdKind::Flag => &["flag"],
        IdKind::Chapter => &["chapter"],
        IdKind::Category => &["category"],
        IdKind::Procedure => &["procedure"],
        IdKind::Observer => &["observer"],
    }
}

/// What to put where a value is missing or of another type, so that the rest can be looked at.
pub fn stand_in(shape: Shape) -> Value {
    match shape {
        Shape::Ordinal | Shape::Count | Shape::Ref(IdKind::Chapter) => Value::Integer(1),
        Shape::YesOrNo => Value::Boolean(false),
        Shape::Word(words) | Shape::Cmp(words) => {
            Value::String(words.first().copied().unwrap_or_default().to_owned())
        }
        Shape::Words(_) | Shape::Refs(_) | Shape::Texts | Shape::Names | Shape::List(..) => {
            Value::Array(Vec::new())
        }
        Shape::Share(_) => needed_only(keys::SHARE),
        Shape::Name | Shape::NameWith(_) => needed_only(keys::NAME),
        Shape::Basis => needed_only(keys::BASIS),
        Shape::Table(keys) => needed_only(keys),
        _ => Value::String(String::new()),
    }
}

fn needed_only(keys: &[Key]) -> Value {
    let needed = keys.iter().filter(|key| key.needed);
    Value::Table(needed.map(|key| (key.name.to_owned(), stand_in(key.shape))).collect())
}

impl Shape {
    /// The keys of a value of this shape, where it is a table or a list of tables.
    pub const fn keys(self) -> Option<&'static [Key]> {
        match self {
            Self::Table(keys) | Self::List(_, keys) => Some(keys),
            _ => None,
        }
    }

    /// What to tell the writer of the file to put here.
    pub const fn wanted(self) -> Wanted {
        match self {
            Self::Ordinal | Self::Count | Self::Ref(IdKind::Chapter) => Wanted::Number,
            Self::YesOrNo => Wanted::YesOrNo,
            Self::Share(_) => Wanted::Share,
            Self::Name | Self::NameWith(_) => Wanted::Name,
            Self::Basis => Wanted::Basis,
            Self::Table(_) => Wanted::Table,
            Self::List(..) => Wanted::Tables,
            Self::Names => Wanted::Names,
            Self::Texts | Self::Words(_) | Self::Refs(_) => Wanted::Texts,
            _ => Wanted::Text,
        }
    }
}

/// The key of this name.
pub fn key_of(keys: &'static [Key], name: &str) -> Option<&'static Key> {
    keys.iter().find(|key| key.name == name)
}
