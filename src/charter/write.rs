//! A charter file written anew from an old one: articles changed, added or taken out, and the marks of a
//! version. Comments and order stay.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, TableLike, Value, value};

/// An article as it is to read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewArticle {
    /// Its number; one more than the last for a new article.
    pub no: u32,
    /// Its text; absent takes it out, which only the last article can be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Its sense in one English sentence; as it was where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gist: Option<String>,
    /// The chapter it stands in; as it was, or that of the last article, where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chapter: Option<u32>,
}

/// Why a charter could not be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WriteFault {
    /// The old text is no charter file, or one without articles of its own.
    NoArticles,
    /// No such article, and not the next one either.
    NoSuchArticle {
        /// Its number.
        no: u32,
    },
    /// An article before the last is taken out, which would renumber those behind it and every
    /// reference to them.
    NotTheLast {
        /// Its number.
        no: u32,
    },
}

/// The marks of a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marks<'a> {
    /// Version number.
    pub version: u32,
    /// Day it was adopted; as it was where absent.
    pub adopted: Option<NaiveDate>,
    /// Day it comes into force; as it was where absent.
    pub in_force: Option<NaiveDate>,
    /// Number of the document it was adopted by; as it was where absent.
    pub doc_no: Option<&'a str>,
}

/// The text with these articles, in the order given.
pub fn amend(text: &str, articles: &[NewArticle]) -> Result<String, WriteFault> {
    let mut file: DocumentMut = text.parse().map_err(|_| WriteFault::NoArticles)?;
    let list = file.get_mut("article").and_then(Item::as_array_of_tables_mut);
    let list = list.ok_or(WriteFault::NoArticles)?;
    for article in articles {
        put(list, article)?;
    }
    Ok(file.to_string())
}

fn put(list: &mut ArrayOfTables, new: &NewArticle) -> Result<(), WriteFault> {
    let number = |t: &Table| t.get("no").and_then(Item::as_integer);
    let place = list.iter().position(|t| number(t) == Some(i64::from(new.no)));
    let last = list.iter().filter_map(number).max().unwrap_or(0);
    match (&new.text, place) {
        (None, Some(place)) if i64::from(new.no) == last => drop(list.remove(place)),
        (None, Some(_)) => return Err(WriteFault::NotTheLast { no: new.no }),
        (Some(text), Some(place)) => {
            if let Some(table) = list.get_mut(place) {
                set(table, "text", paragraphs(text));
                if let Some(gist) = &new.gist {
                    set(table, "gist", Value::from(gist.trim()));
                }
                if let Some(chapter) = new.chapter {
                    set(table, "chapter", Value::from(i64::from(chapter)));
                }
            }
        }
        (Some(text), None) if i64::from(new.no) == last + 1 => {
            let before =
                list.iter().last().and_then(|t| t.get("chapter")).and_then(Item::as_integer);
            let mut table = Table::new();
            table.decor_mut().set_prefix("\n");
            table.insert("no", value(i64::from(new.no)));
            table.insert("chapter", value(new.chapter.map(i64::from).or(before).unwrap_or(1)));
            table.insert("text", Item::Value(paragraphs(text)));
            table.insert("gist", value(new.gist.as_deref().unwrap_or_default().trim()));
            list.push(table);
        }
        (_, None) => return Err(WriteFault::NoSuchArticle { no: new.no }),
    }
    Ok(())
}

/// The text with the marks of a version. The day of issue goes: it was that of the old paper.
pub fn stamp(text: &str, marks: &Marks) -> Result<String, WriteFault> {
    let mut file: DocumentMut = text.parse().map_err(|_| WriteFault::NoArticles)?;
    let identity = file.get_mut("charter").and_then(Item::as_table_like_mut);
    let identity = identity.ok_or(WriteFault::NoArticles)?;
    set(identity, "version", Value::from(i64::from(marks.version)));
    if let Some(day) = marks.adopted {
        set(identity, "adopted", Value::from(day.to_string()));
        identity.remove("issued");
    }
    if let Some(day) = marks.in_force {
        set(identity, "in_force", Value::from(day.to_string()));
    }
    if let Some(number) = marks.doc_no {
        set(identity, "doc_no", Value::from(number));
    }
    Ok(file.to_string())
}

/// Gives a key a value; what stands beside it in the file stays.
fn set(table: &mut dyn TableLike, key: &str, mut new: Value) {
    match table.get_mut(key) {
        Some(Item::Value(old)) => {
            *new.decor_mut() = old.decor().clone();
            *old = new;
        }
        _ => drop(table.insert(key, Item::Value(new))),
    }
}

/// Paragraphs, one a line, as they stand in a charter file; what would need escapes is written on one
/// line.
fn paragraphs(text: &str) -> Value {
    let text = text.replace("\r\n", "\n");
    let text = text.trim();
    let plain = |c: char| c == '\n' || !(c.is_control() || matches!(c, '"' | '\\'));
    let written = text.chars().all(plain).then(|| format!("\"\"\"\n{text}\"\"\"").parse().ok());
    written.flatten().unwrap_or_else(|| Value::from(text))
}
