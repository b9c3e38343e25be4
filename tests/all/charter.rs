//! The charter files: whatever is wrong is found and said, and nothing incomplete is ever run.

// Helpers here stand outside test functions, where clippy allows it.
#![allow(clippy::unwrap_used)]

mod broken;
mod readings;
mod words;

use quorate::charter::Charter;
use quorate::charter::cite::han;
use quorate::charter::read::{Fault, read};
use toml::{Table, Value};

const ALLIANCE: &str = "assets/charters/xjqica-2022.toml";
const GARDEN: &str = "tests/data/charters/garden.toml";
const MODEL: &str = "tests/data/charters/model-1998.toml";

fn text(path: &str) -> String {
    let path = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[track_caller]
fn charter(path: &str) -> Charter {
    read(&text(path)).unwrap_or_else(|faults| panic!("{path}: {faults:#?}"))
}

/// One step down into a file, and a whole way.
#[derive(Debug, Clone)]
enum Step {
    Key(String),
    Item(usize),
}
type Way = Vec<Step>;

/// Every table below, with the way to it and its dotted path.
fn tables(table: &Table, way: &Way, path: &str, all: &mut Vec<(Way, String)>) {
    all.push((way.clone(), path.to_owned()));
    for (key, value) in table {
        let mut way = way.clone();
        way.push(Step::Key(key.clone()));
        let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
        match value {
            Value::Table(inner) => tables(inner, &way, &path, all),
            Value::Array(items) => {
                for (i, item) in items.iter().enumerate() {
                    let Value::Table(inner) = item else { continue };
                    let mut way = way.clone();
                    way.push(Step::Item(i));
                    let id = inner.get("id").and_then(Value::as_str).map(str::to_owned);
                    let no = inner.get("no").map(Value::to_string);
                    let path = match id.or(no) {
                        Some(name) => format!("{path}.{name}"),
                        None => format!("{path}[{}]", i + 1),
                    };
                    tables(inner, &way, &path, all);
                }
            }
            _ => {}
        }
    }
}

fn all_tables(table: &Table) -> Vec<(Way, String)> {
    let mut all = Vec::new();
    tables(table, &Vec::new(), "", &mut all);
    all
}

fn follow<'t>(table: &'t mut Table, way: &[Step]) -> &'t mut Table {
    let Some((Step::Key(key), rest)) = way.split_first() else {
        return table;
    };
    match (&mut table[key], rest.split_first()) {
        (Value::Array(items), Some((Step::Item(i), rest))) => {
            follow(items[*i].as_table_mut().unwrap(), rest)
        }
        (Value::Table(inner), _) => follow(inner, rest),
        other => panic!("{other:?}"),
    }
}

/// Whether a fault names this place.
fn names(faults: &[Fault], key: &str) -> bool {
    faults.iter().any(|fault| fault.key == key)
}

#[test]
fn every_charter_file_reads() {
    for path in [ALLIANCE, GARDEN, MODEL] {
        charter(path);
    }
}

#[test]
fn the_alliance_charter_holds_the_full_text_as_issued() {
    let issued = text("tests/data/xjqica-2022.zh.txt");
    let charter = charter(ALLIANCE);
    let mut articles: Vec<String> = Vec::new();
    let mut chapters: Vec<String> = Vec::new();
    for line in issued.lines() {
        let next = format!("第{}条", han(articles.len() as u32 + 1));
        let chapter = format!("第{}章", han(chapters.len() as u32 + 1));
        if let Some(rest) = line.strip_prefix(&next) {
            articles.push(rest.to_owned());
        } else if let Some(rest) = line.strip_prefix(&chapter) {
            chapters.push(rest.to_owned());
        } else if line.trim() == charter.identity.name.zh && articles.len() == 23 {
            break;
        } else if let Some(last) = articles.last_mut() {
            last.push('\n');
            last.push_str(line);
        }
    }
    let bare = |text: &str| -> String {
        let lines = text.lines().map(|line| line.trim_start_matches("- "));
        lines.flat_map(str::chars).filter(|c| !c.is_whitespace()).collect()
    };
    assert_eq!(articles.len(), 23);
    assert_eq!(charter.articles.len(), 23);
    for (article, issued) in charter.articles.iter().zip(&articles) {
        assert_eq!(bare(&article.text), bare(issued), "article {}", article.no);
    }
    let titles: Vec<String> = charter.chapters.iter().map(|c| bare(&c.title.zh)).collect();
    let issued: Vec<String> = chapters.iter().map(|title| bare(title)).collect();
    assert_eq!(titles, issued);
}

#[test]
fn the_official_english_name_is_kept_as_printed() {
    let name = charter(ALLIANCE).identity.name.en;
    let printed = "Xinjiang product Quality Internation Certification Aliance";
    assert_eq!(name, printed);
    assert!(text("tests/data/xjqica-2022.zh.txt").contains(printed));
}

/// The arithmetic scenarios name these two.
#[test]
fn the_model_charter_counts_those_present() {
    let charter = charter(MODEL);
    let rule = charter.rule("present_half_incl").unwrap();
    assert_eq!(rule.share.bound(rule.cmp, 24), Some(12));
    let quorum = charter.general_body().unwrap().quorum.as_ref().unwrap();
    assert_eq!(quorum.id, "model_charter_2_3");
    assert_eq!(quorum.share.bound(quorum.cmp, 36), Some(24));
}

/// The manual's examples, one after another, are a charter, and it explains every key there is.
#[test]
fn the_manual_is_a_charter_and_names_every_key() {
    let manual = text("docs/charter.md");
    let blocks = manual.split("```toml\n").skip(1);
    let examples: Vec<&str> = blocks.filter_map(|rest| rest.split("```").next()).collect();
    if let Err(faults) = read(&examples.concat()) {
        panic!("{faults:#?}");
    }
    let garden = Table::try_from(charter(GARDEN)).unwrap();
    let mut words = manual.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    let mut keys: Vec<String> = Vec::new();
    for (way, _) in all_tables(&garden) {
        keys.extend(follow(&mut garden.clone(), &way).keys().cloned());
    }
    keys.sort();
    keys.dedup();
    keys.retain(|key| !words.clone().any(|word| word == key));
    assert!(words.next().is_some() && keys.is_empty(), "not in the manual: {keys:?}");
}
