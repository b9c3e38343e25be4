//! Two versions of a charter side by side: articles word by word, and every rule that differs.
//!
//! The rules are compared as they are read, not as they are written, so that a share smuggled in under a
//! changed comma is seen, and another spelling of the same value is not a change.

use super::moves::{Moves, named};
use super::{Charter, Clauses, Name};
use serde::{Deserialize, Serialize};
use similar::{Algorithm, ChangeTag, DiffTag, TextDiff, capture_diff_slices};
use std::collections::{BTreeMap, BTreeSet};
use toml::Value;

/// What becomes of a run of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// It stays.
    Same,
    /// It goes.
    Gone,
    /// It is new.
    New,
}

/// A run of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// What becomes of it.
    pub side: Side,
    /// The text.
    pub text: String,
}

/// An article that changes, is added or is taken out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleChange {
    /// Its number before; none for a new one.
    pub old: Option<u32>,
    /// Its number after; none for one that is taken out.
    pub new: Option<u32>,
    /// Its text, old and new at once.
    pub runs: Vec<Run>,
}

impl ArticleChange {
    /// The runs of one version: what stays, with what goes or with what is new.
    pub fn version(&self, side: Side) -> impl Iterator<Item = &Run> {
        self.runs.iter().filter(move |r| r.side == Side::Same || r.side == side)
    }
    /// The text of one version.
    pub fn text(&self, side: Side) -> String {
        self.version(side).map(|r| r.text.as_str()).collect()
    }
}

/// A key of the charter file whose value differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyChange {
    /// Where it stands: `rule.ordinary.share`.
    pub at: String,
    /// The value before; none where it was not there.
    pub old: Option<String>,
    /// The value after; none where it is gone.
    pub new: Option<String>,
}

/// How two versions differ. The version's own number, days and document number are left aside.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Comparison {
    /// Articles, in the order of the new text; those taken out where they stood.
    pub articles: Vec<ArticleChange>,
    /// Articles whose text stays and whose number changes: before, after.
    pub renumbered: Vec<(u32, u32)>,
    /// Everything else in the file that differs.
    pub rules: Vec<KeyChange>,
    /// Tables that rest on an article that changes and stay as they are: whoever changes the words of a
    /// rule has to look at these.
    pub resting: Vec<String>,
}

impl Comparison {
    /// Whether the versions say the same.
    pub fn is_empty(&self) -> bool {
        self.articles.is_empty() && self.renumbered.is_empty() && self.rules.is_empty()
    }
}

/// Compares two versions.
pub fn compare(old: &Charter, new: &Charter) -> Comparison {
    let pairs = pairs(old, new);
    let mut articles = Vec::new();
    let mut renumbered = Vec::new();
    let mut rules = Vec::new();
    let moves = moves(old, new, &pairs);
    let form = &old.identity.article_form;
    for (a, b) in pairs {
        let (before, after) =
            (a.and_then(|i| old.articles.get(i)), b.and_then(|i| new.articles.get(i)));
        let text = |article: Option<&super::Article>| {
            article.map_or_else(String::new, |a| a.text.trim().to_owned())
        };
        let (was, is) = (text(before), text(after));
        let (no, now) = (before.map(|a| a.no), after.map(|a| a.no));
        if was != is || no.is_none() || now.is_none() {
            articles.push(ArticleChange { old: no, new: now, runs: runs(&was, &is) });
        } else if let (Some(no), Some(now)) = (no, now)
            && no != now
        {
            renumbered.push((no, now));
        }
        if let (Some(before), Some(after)) = (before, after)
            && before.gist != after.gist
            && moves.english(form, &before.gist, &named(form, &before.text)) != after.gist
        {
            rules.push(KeyChange {
                at: format!("article.{}.gist", after.no),
                old: Some(before.gist.clone()),
                new: Some(after.gist.clone()),
            });
        }
    }
    let (was, is) = (leaves(old), leaves(new));
    let keys: BTreeSet<&String> = was.keys().chain(is.keys()).collect();
    for key in keys {
        let (before, after) = (moved(&was, key, &moves, form), is.get(key));
        if before.as_ref() != after {
            let (old, new) = (before, after.cloned());
            rules.push(KeyChange { at: key.clone(), old, new });
        }
    }
    let resting = resting(&was, &articles, &rules);
    Comparison { articles, renumbered, rules, resting }
}

/// Which number each article gets.
fn moves(old: &Charter, new: &Charter, pairs: &[(Option<usize>, Option<usize>)]) -> Moves {
    let mut moves = Moves::default();
    for (a, b) in pairs {
        let before = a.and_then(|i| old.articles.get(i)).map(|a| a.no);
        let after = b.and_then(|i| new.articles.get(i)).map(|a| a.no);
        if let Some(no) = before {
            moves.moved(no, after);
        }
    }
    moves
}

/// A value of the old text with its references moved along: what only follows the numbers of the
/// articles is no change, and what does not follow them is one.
fn moved(was: &BTreeMap<String, String>, key: &str, moves: &Moves, form: &Name) -> Option<String> {
    let value = was.get(key)?;
    if moves.is_empty() {
        return Some(value.clone());
    }
    if key.ends_with(".article") || key.ends_with(".term_article") {
        let moved = Clauses::parse(value).ok().and_then(|c| moves.clauses(&c).ok());
        return Some(moved.map_or_else(|| value.clone(), |c| c.to_string()));
    }
    let beside = key.strip_suffix(".en").and_then(|at| was.get(&format!("{at}.zh")));
    Some(match beside {
        Some(zh) => moves.name(form, zh, value).1,
        None => moves.chinese(form, value).0,
    })
}

/// Which article of the new text continues which of the old: by place in both lists. Equal texts are
/// found first; what lies between them is paired in order where it is alike.
fn pairs(old: &Charter, new: &Charter) -> Vec<(Option<usize>, Option<usize>)> {
    let texts = |c: &Charter| -> Vec<String> {
        c.articles.iter().map(|a| a.text.trim().to_owned()).collect()
    };
    let (was, is) = (texts(old), texts(new));
    let mut pairs = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &was, &is) {
        let (tag, a, b) = op.as_tag_tuple();
        if tag == DiffTag::Equal {
            pairs.extend(a.zip(b).map(|(i, j)| (Some(i), Some(j))));
            continue;
        }
        // As many as before: each continues the one in its place, however much of it is new.
        if a.len() == b.len() {
            pairs.extend(a.zip(b).map(|(i, j)| (Some(i), Some(j))));
            continue;
        }
        let mut free = b;
        for i in a {
            let near = free.clone().find(|j| {
                let texts = was.get(i).zip(is.get(*j));
                texts.is_some_and(|(x, y)| alike(x, y))
            });
            match near {
                Some(j) => {
                    pairs.extend((free.start..j).map(|k| (None, Some(k))));
                    pairs.push((Some(i), Some(j)));
                    free.start = j + 1;
                }
                None => pairs.push((Some(i), None)),
            }
        }
        pairs.extend(free.map(|k| (None, Some(k))));
    }
    pairs
}

/// Whether three tenths of two texts are the same words.
fn alike(a: &str, b: &str) -> bool {
    let diff = TextDiff::from_unicode_words(a, b);
    let same = diff.iter_all_changes().filter(|c| c.tag() == ChangeTag::Equal);
    let same: usize = same.map(|c| c.value().chars().count()).sum();
    20 * same >= 3 * (a.chars().count() + b.chars().count())
}

/// Old and new text at once. Chinese has a word a character, so that short scraps which happen to stay
/// between two changes are read as part of one change.
pub fn runs(old: &str, new: &str) -> Vec<Run> {
    let diff = TextDiff::from_unicode_words(old, new);
    let mut parts: Vec<Part> = Vec::new();
    for change in diff.iter_all_changes() {
        let text = change.value();
        if change.tag() == ChangeTag::Equal {
            match parts.last_mut() {
                Some(Part::Same(same)) => same.push_str(text),
                _ => parts.push(Part::Same(text.to_owned())),
            }
            continue;
        }
        if !matches!(parts.last(), Some(Part::Changed(..))) {
            parts.push(Part::Changed(String::new(), String::new()));
        }
        if let Some(Part::Changed(gone, added)) = parts.last_mut() {
            match change.tag() {
                ChangeTag::Delete => gone.push_str(text),
                _ => added.push_str(text),
            }
        }
    }
    let mut whole: Vec<Part> = Vec::new();
    let count = parts.len();
    for (place, part) in parts.into_iter().enumerate() {
        match (whole.last_mut(), part) {
            (Some(Part::Changed(gone, added)), Part::Same(scrap))
                if place + 1 < count && is_scrap(&scrap) =>
            {
                gone.push_str(&scrap);
                added.push_str(&scrap);
            }
            (Some(Part::Changed(gone, added)), Part::Changed(more_gone, more_added)) => {
                gone.push_str(&more_gone);
                added.push_str(&more_added);
            }
            (_, part) => whole.push(part),
        }
    }
    let mut runs = Vec::new();
    for part in whole {
        let pieces = match part {
            Part::Same(text) => vec![(Side::Same, text)],
            Part::Changed(gone, added) => vec![(Side::Gone, gone), (Side::New, added)],
        };
        let said = pieces.into_iter().filter(|(_, text)| !text.is_empty());
        runs.extend(said.map(|(side, text)| Run { side, text }));
    }
    runs
}

enum Part {
    Same(String),
    Changed(String, String),
}

/// Text too short to be read by itself; the end of a paragraph always parts.
fn is_scrap(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
    letters <= 2 && text.chars().count() <= 4 && !text.contains('\n')
}

/// The version's own marks, and the articles, which are compared by themselves.
const LEFT_OUT: [&str; 5] =
    ["charter.version", "charter.adopted", "charter.in_force", "charter.issued", "charter.doc_no"];

/// Every value of a charter by its key.
fn leaves(charter: &Charter) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    if let Ok(Value::Table(mut table)) = Value::try_from(charter) {
        table.remove("article");
        for (key, value) in &table {
            walk(key, value, &mut found);
        }
    }
    found.retain(|key, _| !LEFT_OUT.contains(&key.as_str()));
    found
}

fn walk(at: &str, value: &Value, found: &mut BTreeMap<String, String>) {
    match value {
        // A share is one value, and is said as one.
        Value::Table(share) if share.len() == 2 && share.contains_key("den") => {
            let part = |key| share.get(key).map(said).unwrap_or_default();
            found.insert(at.to_owned(), format!("{}/{}", part("num"), part("den")));
        }
        Value::Table(table) => {
            for (key, value) in table {
                walk(&format!("{at}.{key}"), value, found);
            }
        }
        Value::Array(list) if list.iter().any(Value::is_table) => {
            let mut order = Vec::new();
            for (place, value) in list.iter().enumerate() {
                let name = ["id", "no"].iter().find_map(|key| value.get(key)).map(said);
                let name = name.unwrap_or_else(|| (place + 1).to_string());
                walk(&format!("{at}.{name}"), value, found);
                order.push(name);
            }
            // The order counts, of rights to preside for one.
            found.insert(at.to_owned(), order.join(", "));
        }
        other => drop(found.insert(at.to_owned(), said(other))),
    }
}

fn said(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// Tables resting on an article that changes which are the same before and after.
fn resting(
    was: &BTreeMap<String, String>,
    articles: &[ArticleChange],
    rules: &[KeyChange],
) -> Vec<String> {
    let changed: Vec<u32> = articles.iter().filter_map(|a| a.old).collect();
    let mut found = Vec::new();
    for (key, value) in was {
        let Some(table) = key.strip_suffix(".basis.article") else {
            continue;
        };
        let rests =
            Clauses::parse(value).is_ok_and(|c| c.0.iter().any(|c| changed.contains(&c.article)));
        let inside = format!("{table}.");
        if rests && !rules.iter().any(|r| r.at.starts_with(&inside)) {
            found.push(table.to_owned());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(old: &str, new: &str) -> String {
        let mark = |run: &Run| match run.side {
            Side::Same => run.text.clone(),
            Side::Gone => format!("[-{}-]", run.text),
            Side::New => format!("[+{}+]", run.text),
        };
        runs(old, new).iter().map(mark).collect()
    }

    #[test]
    fn chinese_is_compared_by_characters_and_read_in_runs() {
        assert_eq!(
            marked("每年召开一次会议。", "每年召开两次会议。"),
            "每年召开[-一-][+两+]次会议。"
        );
        assert_eq!(
            marked("甲乙丙丁戊己庚辛", "甲子丙丑戊己庚辛"),
            "甲[-乙丙丁-][+子丙丑+]戊己庚辛"
        );
    }

    #[test]
    fn english_is_compared_by_words() {
        assert_eq!(
            marked("one meeting a year", "two meetings a year"),
            "[-one meeting-][+two meetings+] a year"
        );
    }
}
