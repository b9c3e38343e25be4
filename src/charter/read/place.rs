//! Places in a charter file: a dotted path with ids, the table it leads to, and its line.
//!
//! `matter.joining.route[2].rule` is the key `rule` in the second `route` of the matter whose id is
//! `joining`. Articles and chapters are named by number. Faults and settings use the same paths.

use super::fault::Fault;
use super::keys::CHARTER;
use super::schema::{Key, Shape, key_of};
use crate::charter::Clauses;
use toml::de::{DeTable, DeValue};
use toml::{Spanned, Table, Value};

/// One step down into a file.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    /// Into a table.
    Key(String),
    /// Into a list.
    Item(usize),
}

/// The path of a key in a table.
pub fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

/// The table a path leads to.
pub fn find<'t>(table: &'t Table, path: &str) -> Option<&'t Table> {
    let (steps, whole) = steps(table, path);
    if !whole {
        return None;
    }
    let mut steps = steps.iter();
    let mut value = match steps.next()? {
        Step::Key(key) => table.get(key)?,
        Step::Item(_) => return None,
    };
    for step in steps {
        value = match step {
            Step::Key(key) => value.get(key)?,
            Step::Item(item) => value.get(*item)?,
        };
    }
    value.as_table()
}

/// The table a path leads to, to be changed.
pub fn find_mut<'t>(table: &'t mut Table, path: &str) -> Option<&'t mut Table> {
    let (steps, whole) = steps(table, path);
    if !whole {
        return None;
    }
    let mut steps = steps.iter();
    let mut value = match steps.next()? {
        Step::Key(key) => table.get_mut(key)?,
        Step::Item(_) => return None,
    };
    for step in steps {
        value = match step {
            Step::Key(key) => value.get_mut(key)?,
            Step::Item(item) => value.get_mut(*item)?,
        };
    }
    value.as_table_mut()
}

/// The keys a table at this path may have.
pub fn keys_at(path: &str) -> Option<&'static [Key]> {
    let mut keys = CHARTER;
    let mut parts = path.split('.').map(split);
    while let Some((name, index)) = parts.next() {
        let shape = key_of(keys, name)?.shape;
        keys = shape.keys()?;
        if matches!(shape, Shape::List(..)) && index.is_none() {
            // The id; which one it is does not change the keys.
            parts.next()?;
        }
    }
    Some(keys)
}

/// `route[2]` is `route` and the second item.
fn split(part: &str) -> (&str, Option<usize>) {
    let Some((name, rest)) = part.split_once('[') else {
        return (part, None);
    };
    let number = rest.strip_suffix(']').and_then(|n| n.parse::<usize>().ok());
    match number.and_then(|n| n.checked_sub(1)) {
        Some(index) => (name, Some(index)),
        None => (part, None),
    }
}

/// The steps to a place, as far as it is there, and whether it is there entirely.
fn steps(table: &Table, path: &str) -> (Vec<Step>, bool) {
    let mut steps = Vec::new();
    let mut parts = path.split('.').filter(|part| !part.is_empty()).map(split);
    let mut here: Option<&Value> = None;
    loop {
        let Some((name, index)) = parts.next() else {
            return (steps, true);
        };
        let next = match here {
            None => table.get(name).map(|v| (Step::Key(name.to_owned()), v)),
            Some(Value::Table(t)) => t.get(name).map(|v| (Step::Key(name.to_owned()), v)),
            Some(Value::Array(items)) => items
                .iter()
                .enumerate()
                .find(|(_, item)| is_called(item, name))
                .map(|(i, item)| (Step::Item(i), item)),
            Some(_) => None,
        };
        let Some((step, value)) = next else {
            return (steps, false);
        };
        steps.push(step);
        here = Some(value);
        if let Some(index) = index {
            let Some(item) = value.get(index) else {
                return (steps, false);
            };
            steps.push(Step::Item(index));
            here = Some(item);
        }
    }
}

/// Whether an item of a list has this id, or this number.
fn is_called(item: &Value, name: &str) -> bool {
    let id = item.get("id").and_then(Value::as_str);
    let no = item.get("no").and_then(Value::as_integer);
    id == Some(name) || no.is_some_and(|no| no.to_string() == name)
}

/// Adds to each fault the clauses of the nearest basis around its place.
pub fn add_clauses(table: &Table, faults: &mut [Fault]) {
    for fault in faults.iter_mut().filter(|fault| fault.clause.is_none()) {
        let mut clause = own_clause(table);
        let mut here: Option<&Value> = None;
        for step in steps(table, &fault.key).0 {
            let next = match (&step, here) {
                (Step::Key(key), None) => table.get(key),
                (Step::Key(key), Some(value)) => value.get(key),
                (Step::Item(item), value) => value.and_then(|v| v.get(*item)),
            };
            here = next;
            if let Some(found) = next.and_then(Value::as_table).and_then(own_clause) {
                clause = Some(found);
            }
        }
        fault.clause = clause;
    }
}

fn own_clause(table: &Table) -> Option<Clauses> {
    let article = table.get("basis")?.get("article")?.as_str()?;
    Clauses::parse(article).ok().filter(|c| !c.0.is_empty())
}

/// Adds to each fault the line of its place, or of the nearest thing around it, and sorts by line.
pub fn add_lines(text: &str, table: &Table, faults: &mut [Fault]) {
    // Parsed a second time, with positions, only now that there is something to point at.
    let Ok(spanned) = DeTable::parse(text) else {
        return;
    };
    for fault in faults.iter_mut().filter(|fault| fault.line.is_none()) {
        if let Some(at) = start(spanned.get_ref(), &steps(table, &fault.key).0) {
            fault.line = Some(line_of(text, at));
        }
    }
    faults.sort_by_key(|fault| fault.line);
}

/// Where a place begins, or the last place on the way to it that has a position of its own.
fn start(table: &DeTable<'_>, steps: &[Step]) -> Option<usize> {
    let mut found = None;
    let mut here: Option<&Spanned<DeValue<'_>>> = None;
    for step in steps {
        let next = match (step, here.map(Spanned::get_ref)) {
            (Step::Key(key), None) => table.get(key.as_str()),
            (Step::Key(key), Some(DeValue::Table(t))) => t.get(key.as_str()),
            (Step::Item(item), Some(DeValue::Array(items))) => items.get(*item),
            _ => None,
        };
        here = Some(next?);
        // A list of tables has no place of its own; its first table has.
        if let Some(value) = next.filter(|value| !value.span().is_empty()) {
            found = Some(value.span().start);
        }
    }
    found
}

/// The line, from 1, of a position in a text.
pub fn line_of(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or(text);
    before.matches('\n').count() + 1
}
