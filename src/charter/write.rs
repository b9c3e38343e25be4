//! A charter file written anew from an old one: articles changed, added or taken out, and the marks of a
//! version. Comments and order stay.

use super::Name;
use super::cite::Clauses;
use super::moves::{Moves, named};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, TableLike, Value, value};

/// An article as it is to read. Numbers are those of the text that is amended, in its words too: where
/// articles are put in or taken out, all numbers and references move along.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewArticle {
    /// Its number; one more than the last for a new one at the end, 0 for one that follows another.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub no: u32,
    /// For a new article in between: the one it follows, 0 for none. In the words of this draft it is
    /// called by that one: 第七条之一.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<u32>,
    /// Its text; absent takes the article out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Its sense in one English sentence; as it was where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gist: Option<String>,
    /// The chapter it stands in; as it was, or that of the article before it, where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chapter: Option<u32>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes the field by reference")]
fn is_zero(no: &u32) -> bool {
    *no == 0
}

/// Why a charter could not be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WriteFault {
    /// The old text is no charter file, or one without articles of its own.
    NoArticles,
    /// No such article, and not the next one either.
    NoSuchArticle {
        /// Its number.
        no: u32,
    },
    /// An article is both named by its number and put in behind another, or stands twice.
    Twice {
        /// Its number.
        no: u32,
    },
    /// An article on which a rule of the file rests is taken out: the rule would rest on nothing.
    RestedOn {
        /// Its number.
        no: u32,
        /// The table that rests on it: `rule.ordinary`.
        at: String,
    },
    /// An article that another one names is taken out.
    Named {
        /// Its number.
        no: u32,
        /// The article that names it.
        by: u32,
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

/// The text with these articles: changed, taken out, or new. Numbers, and references in the rules and in
/// words, move along.
pub fn amend(text: &str, articles: &[NewArticle]) -> Result<String, WriteFault> {
    let mut file: DocumentMut = text.parse().map_err(|_| WriteFault::NoArticles)?;
    let form = form_of(&file);
    let list = file.get_mut("article").and_then(Item::as_array_of_tables_mut);
    let list = list.ok_or(WriteFault::NoArticles)?;
    let last = list.iter().filter_map(number).max().unwrap_or(0);
    let mut gone = Vec::new();
    let mut new: Vec<(u32, &NewArticle)> = Vec::new();
    let mut next = last + 1;
    let mut changed = Vec::new();
    for article in articles {
        let no = article.no;
        let place = list.iter().position(|t| number(t) == Some(no));
        match (&article.text, article.after, place) {
            (_, Some(_), _) if no != 0 => return Err(WriteFault::Twice { no }),
            (_, None, Some(_)) if changed.contains(&no) => return Err(WriteFault::Twice { no }),
            (Some(_), Some(after), _) if after <= last => new.push((after, article)),
            (Some(text), None, Some(place)) => {
                changed.push(no);
                if let Some(table) = list.get_mut(place) {
                    reword(table, text, article);
                }
            }
            (None, None, Some(_)) => {
                changed.push(no);
                gone.push(no);
            }
            (Some(_), None, None) if no == next => {
                next += 1;
                new.push((last, article));
            }
            (_, after, _) => return Err(WriteFault::NoSuchArticle { no: after.unwrap_or(no) }),
        }
    }
    let moves = put(list, &new, &gone);
    if !moves.is_empty() {
        rewrite(&mut file, &moves, &form)?;
    }
    Ok(file.to_string())
}

fn number(table: &Table) -> Option<u32> {
    table.get("no").and_then(Item::as_integer).and_then(|no| no.try_into().ok())
}

fn form_of(file: &DocumentMut) -> Name {
    let form = file.get("charter").and_then(|c| c.get("article_form"));
    let said = |key: &str| form.and_then(|f| f.get(key)).and_then(Item::as_str).unwrap_or_default();
    Name { zh: said("zh").to_owned(), en: said("en").to_owned() }
}

fn reword(table: &mut Table, text: &str, article: &NewArticle) {
    set(table, "text", paragraphs(text));
    if let Some(gist) = &article.gist {
        set(table, "gist", Value::from(gist.trim()));
    }
    if let Some(chapter) = article.chapter {
        set(table, "chapter", Value::from(i64::from(chapter)));
    }
}

/// Puts new articles in, takes others out and numbers them all; says which number each gets.
fn put(list: &mut ArrayOfTables, new: &[(u32, &NewArticle)], gone: &[u32]) -> Moves {
    let mut moves = Moves::default();
    let before: Vec<Table> = list.iter().cloned().collect();
    let mut all: Vec<Table> = Vec::new();
    let chapter = |table: Option<&Table>| {
        table.and_then(|t| t.get("chapter")).and_then(Item::as_integer).unwrap_or(1)
    };
    let add = |after: u32, beside: i64, all: &mut Vec<Table>, moves: &mut Moves| {
        for ((_, article), place) in new.iter().filter(|(a, _)| *a == after).zip(1..) {
            let no = all.len() + 1;
            let mut table = Table::new();
            table.decor_mut().set_prefix("\n");
            table.insert("no", value(0));
            table.insert("chapter", value(article.chapter.map_or(beside, i64::from)));
            let text = article.text.as_deref().unwrap_or_default();
            table.insert("text", Item::Value(paragraphs(text)));
            table.insert("gist", value(article.gist.as_deref().unwrap_or_default().trim()));
            all.push(table);
            moves.added(after, place, u32::try_from(no).unwrap_or(u32::MAX));
        }
    };
    add(0, chapter(before.first()), &mut all, &mut moves);
    for table in &before {
        let no = number(table).unwrap_or(0);
        if gone.contains(&no) {
            moves.moved(no, None);
        } else {
            all.push(table.clone());
            moves.moved(no, u32::try_from(all.len()).ok());
        }
        add(no, chapter(Some(table)), &mut all, &mut moves);
    }
    list.clear();
    for (mut table, no) in all.into_iter().zip(1..) {
        set(&mut table, "no", Value::from(no));
        list.push(table);
    }
    moves
}

/// Moves the references of the whole file along.
fn rewrite(file: &mut DocumentMut, moves: &Moves, form: &Name) -> Result<(), WriteFault> {
    for (key, item) in file.iter_mut() {
        let key = key.to_owned();
        if let (Some(list), "article") = (item.as_array_of_tables_mut(), key.as_str()) {
            for table in list.iter_mut() {
                article_moved(table, moves, form)?;
            }
        } else {
            item_moved(&key, item, moves, form)?;
        }
    }
    Ok(())
}

fn article_moved(table: &mut Table, moves: &Moves, form: &Name) -> Result<(), WriteFault> {
    let said = |key: &str| table.get(key).and_then(Item::as_str).unwrap_or_default().to_owned();
    let (text, gist) = (said("text"), said("gist"));
    let (moved, gone) = moves.chinese(form, &text);
    if let Some(no) = gone.first().copied() {
        return Err(WriteFault::Named { no, by: number(table).unwrap_or(0) });
    }
    let of_gist = moves.english(form, &gist, &named(form, &text));
    // A charter in English has its own words in the text.
    let moved = moves.english(form, &moved, &named(form, &text));
    if moved != text {
        set(table, "text", paragraphs(&moved));
    }
    if of_gist != gist {
        set(table, "gist", Value::from(of_gist));
    }
    Ok(())
}

/// `at` is where the item stands: `rule.ordinary.basis`.
fn item_moved(at: &str, item: &mut Item, moves: &Moves, form: &Name) -> Result<(), WriteFault> {
    match item {
        Item::Table(table) => table_moved(at, table, moves, form),
        Item::ArrayOfTables(list) => {
            for (place, table) in list.iter_mut().enumerate() {
                let at = format!("{at}.{}", name_of(table, place));
                table_moved(&at, table, moves, form)?;
            }
            Ok(())
        }
        Item::Value(value) => value_moved(at, value, moves, form),
        Item::None => Ok(()),
    }
}

fn name_of(table: &dyn TableLike, place: usize) -> String {
    let id = table.get("id").and_then(Item::as_str).map(str::to_owned);
    let no = || table.get("no").and_then(Item::as_integer).map(|no| no.to_string());
    id.or_else(no).unwrap_or_else(|| (place + 1).to_string())
}

fn table_moved(
    at: &str,
    table: &mut dyn TableLike,
    moves: &Moves,
    form: &Name,
) -> Result<(), WriteFault> {
    let said = |key: &str| table.get(key).and_then(Item::as_str).map(str::to_owned);
    // What is said in both languages moves together: the Chinese shows what a bare number is.
    if let (Some(zh), Some(en)) = (said("zh"), said("en")) {
        let (new_zh, new_en) = moves.name(form, &zh, &en);
        if new_zh != zh {
            set(table, "zh", Value::from(new_zh));
        }
        if new_en != en {
            set(table, "en", Value::from(new_en));
        }
        return Ok(());
    }
    for (key, item) in table.iter_mut() {
        let key = key.to_owned();
        let clauses = matches!(key.as_str(), "article" | "term_article");
        if let (true, Some(text)) = (clauses, item.as_str()) {
            let Ok(read) = Clauses::parse(text) else { continue };
            let whole = at.trim_end_matches(".basis").to_owned();
            let moved =
                moves.clauses(&read).map_err(|no| WriteFault::RestedOn { no, at: whole })?;
            if let (true, Some(value)) = (moved != read, item.as_value_mut()) {
                renew(value, Value::from(moved.to_string()));
            }
            continue;
        }
        item_moved(&format!("{at}.{key}"), item, moves, form)?;
    }
    Ok(())
}

fn value_moved(at: &str, value: &mut Value, moves: &Moves, form: &Name) -> Result<(), WriteFault> {
    match value {
        Value::InlineTable(table) => table_moved(at, table, moves, form),
        Value::Array(list) => {
            for (place, one) in list.iter_mut().enumerate() {
                let at = match one.as_inline_table() {
                    Some(table) => format!("{at}.{}", name_of(table, place)),
                    None => at.to_owned(),
                };
                value_moved(&at, one, moves, form)?;
            }
            Ok(())
        }
        _ => Ok(()),
    }
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
fn set(table: &mut dyn TableLike, key: &str, new: Value) {
    match table.get_mut(key) {
        Some(Item::Value(old)) => renew(old, new),
        _ => drop(table.insert(key, Item::Value(new))),
    }
}

fn renew(old: &mut Value, mut new: Value) {
    *new.decor_mut() = old.decor().clone();
    *old = new;
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
