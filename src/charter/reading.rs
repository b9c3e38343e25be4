//! Switching readings: the charter as its file has it, with the options the association adopted.
//!
//! Text and adoptions in, charter out. The file is never changed; what was adopted stands in the
//! association's book, and every value it touches says so in its basis.

use super::read::{
    Fault, Key, Origin, Shape, find_mut, key_of, keys_at, nearest, read_both, sound,
};
use super::{Charter, Choice, Matter, Name, Question, Setting};
use toml::{Table, Value};

/// Why a reading could not be adopted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadingError {
    /// The charter file itself has faults.
    Charter {
        /// All of them.
        faults: Vec<Fault>,
    },
    /// No question of this id.
    NoQuestion {
        /// The id asked for.
        question: String,
        /// The nearest there is.
        nearest: Option<String>,
    },
    /// The question has no option of this id.
    NoOption {
        /// The question.
        question: String,
        /// The id asked for.
        option: String,
        /// Those it has.
        known: Vec<String>,
    },
    /// Nothing was given to show for the adoption.
    NoSource {
        /// The question.
        question: String,
    },
    /// A table this option changes was taken away by another adopted option.
    Clash {
        /// The question.
        question: String,
        /// The option.
        option: String,
        /// The table.
        at: String,
    },
    /// The charter does not hold together with these readings.
    Unsound {
        /// What is wrong with it then.
        faults: Vec<Fault>,
    },
}

/// The open question and the reading of it by which a body would have power over a matter: what an
/// association may adopt where its charter leaves a matter without a body that can decide it.
pub fn giving<'c>(charter: &'c Charter, matter: &Matter, body: &str) -> Option<(&'c str, &'c str)> {
    let at = format!("matter.{}", matter.id);
    let gives = |setting: &Setting| {
        let routes = setting.value.as_ref().and_then(Value::as_array);
        let to_body = |route: &Value| route.get("body").and_then(Value::as_str) == Some(body);
        setting.at == at && setting.key == "route" && routes.is_some_and(|r| r.iter().any(to_body))
    };
    charter.questions.iter().find_map(|question| {
        let option = question.options.iter().find(|o| o.set.iter().any(gives))?;
        Some((question.id.as_str(), option.id.as_str()))
    })
}

/// The charter with one option adopted; `source` is what the association can show for it.
pub fn adopt(
    text: &str,
    question: &str,
    option: &str,
    source: &Name,
) -> Result<Charter, ReadingError> {
    let adopted = (question.to_owned(), option.to_owned(), source.clone());
    effective(text, &[adopted])
}

/// The charter with every adopted `(question, option, source)`, in the order of adoption.
///
/// Of two adoptions on one question the later holds and the earlier leaves no trace.
pub fn effective(text: &str, adopted: &[(String, String, Name)]) -> Result<Charter, ReadingError> {
    let (base, mut table) = read_both(text).map_err(|faults| ReadingError::Charter { faults })?;
    if adopted.is_empty() {
        return Ok(base);
    }
    for (i, (question, option, source)) in adopted.iter().enumerate() {
        let (question, option) = choice(&base, question, option)?;
        if source.zh.trim().is_empty() || source.en.trim().is_empty() {
            let question = question.id.clone();
            return Err(ReadingError::NoSource { question });
        }
        let later = adopted.iter().skip(i + 1);
        if later.clone().any(|(other, _, _)| *other == question.id) {
            continue;
        }
        apply(&mut table, question, option, source)?;
    }
    sound(&table, Origin::Book).map_err(|faults| ReadingError::Unsound { faults })
}

fn choice<'c>(
    charter: &'c Charter,
    question: &str,
    option: &str,
) -> Result<(&'c Question, &'c Choice), ReadingError> {
    let Some(found) = charter.question(question) else {
        let known = charter.questions.iter().map(|q| q.id.as_str());
        return Err(ReadingError::NoQuestion {
            question: question.to_owned(),
            nearest: nearest(question, known),
        });
    };
    let Some(choice) = found.options.iter().find(|o| o.id == option) else {
        return Err(ReadingError::NoOption {
            question: question.to_owned(),
            option: option.to_owned(),
            known: found.options.iter().map(|o| o.id.clone()).collect(),
        });
    };
    Ok((found, choice))
}

fn apply(
    table: &mut Table,
    question: &Question,
    option: &Choice,
    source: &Name,
) -> Result<(), ReadingError> {
    for setting in &option.set {
        set(table, setting, source).ok_or_else(|| ReadingError::Clash {
            question: question.id.clone(),
            option: option.id.clone(),
            at: setting.at.clone(),
        })?;
    }
    // The register shows the reading in use, so it changes with it.
    if let Some(entry) = find_mut(table, &format!("question.{}", question.id)) {
        entry.insert("reading".to_owned(), both(&option.name));
        entry.insert("why".to_owned(), both(source));
        mark(entry, None, source);
    }
    Ok(())
}

/// Changes one key and marks what the value now rests on; nothing if the table is not there.
fn set(table: &mut Table, setting: &Setting, source: &Name) -> Option<()> {
    let keys = keys_at(&setting.at)?;
    let shape = key_of(keys, &setting.key)?.shape;
    let target = find_mut(table, &setting.at)?;
    let old = match &setting.value {
        Some(value) => target.insert(setting.key.clone(), value.clone()),
        None => target.remove(&setting.key),
    };
    // A value with a basis of its own is marked there, and the table around it stands as it stood.
    let own = shape.keys().is_some_and(has_basis);
    match target.get_mut(&setting.key) {
        Some(Value::Table(inner)) if own => {
            mark(inner, old.as_ref().and_then(Value::as_table), source);
        }
        Some(Value::Array(items)) if own => {
            let items = items.iter_mut().filter_map(Value::as_table_mut);
            items.filter(|item| !is_stated(item)).for_each(|item| mark(item, None, source));
        }
        _ if has_basis(keys) => mark(target, None, source),
        _ => {}
    }
    Some(())
}

/// An entry of a new list that the charter itself states was not chosen by the association.
fn is_stated(item: &Table) -> bool {
    let status = item.get("basis").and_then(|basis| basis.get("status"));
    status.and_then(Value::as_str) == Some("stated")
}

fn has_basis(keys: &[Key]) -> bool {
    keys.iter().any(|key| matches!(key.shape, Shape::Basis))
}

/// Writes the basis of an adopted value. The articles stay: they are cited in verdicts as before.
fn mark(table: &mut Table, before: Option<&Table>, source: &Name) {
    let article = |table: &Table| table.get("basis")?.get("article").cloned();
    let article = article(table).or_else(|| before.and_then(article));
    let mut basis = Table::new();
    basis.insert("status".to_owned(), Value::from("adopted"));
    basis.insert("source".to_owned(), both(source));
    if let Some(article) = article {
        basis.insert("article".to_owned(), article);
    }
    table.insert("basis".to_owned(), Value::Table(basis));
}

fn both(name: &Name) -> Value {
    let mut table = Table::new();
    table.insert("zh".to_owned(), Value::from(name.zh.as_str()));
    table.insert("en".to_owned(), Value::from(name.en.as_str()));
    Value::Table(table)
}
