//! Short files: a rule set from a named text leaves out what it does not say, and it is filled in here.
//!
//! Only a file whose `[charter]` names `source` and `source_status` may be short. A charter kept in
//! full is held against every key, so that nothing in it rests on an assumption nobody saw.

use std::sync::LazyLock;
use toml::{Table, Value};

/// What a short file need not say.
static DEFAULTS: LazyLock<Table> =
    LazyLock::new(|| include_str!("../../../assets/short-form.toml").parse().unwrap_or_default());

/// The file with everything a short one leaves out, and what its tables rest on where they say nothing.
pub fn complete(table: &Table) -> (Table, Option<Value>) {
    let mut whole = table.clone();
    fixed_numbers(&mut whole);
    let Some(basis) = basis_of(table) else {
        return (whole, None);
    };
    let bodies = bodies(&mut whole);
    if let Some(Value::Table(identity)) = whole.get_mut("charter") {
        fill(identity, "charter");
        if let (None, Some(name)) = (identity.get("short"), identity.get("name").cloned()) {
            identity.insert("short".to_owned(), name);
        }
    }
    if !whole.contains_key("matter") {
        let matters = matters_of(&whole, bodies.first());
        whole.insert("matter".to_owned(), Value::Array(matters));
    }
    for matter in items(&mut whole, "matter") {
        fill(matter, "matter");
        for route in items(matter, "route") {
            fill(route, "route");
        }
    }
    add_missing(&mut whole, &bodies);
    (whole, Some(basis))
}

/// A fixed number needs no share, and a quorum of a number neither: the whole of it is wanted.
fn fixed_numbers(table: &mut Table) {
    for rule in items(table, "rule") {
        fixed(rule);
        items(rule, "also").for_each(fixed);
        for other in items(rule, "or") {
            items(other, "measure").for_each(fixed);
        }
    }
    for body in items(table, "body") {
        if let Some(Value::Table(quorum)) = body.get_mut("quorum")
            && quorum.contains_key("count")
        {
            whole_of_it(quorum);
        }
    }
}

fn fixed(measure: &mut Table) {
    if measure.get("base").and_then(Value::as_str) == Some("fixed") {
        whole_of_it(measure);
    }
}

fn whole_of_it(table: &mut Table) {
    let whole = || {
        Value::Table(
            [("num", 1), ("den", 1)]
                .map(|(k, n)| (k.to_owned(), Value::Integer(n)))
                .into_iter()
                .collect(),
        )
    };
    table.entry("share").or_insert_with(whole);
    table.entry("cmp").or_insert_with(|| Value::from(">="));
}

/// What a table without a basis of its own rests on: the text the file was taken from.
fn basis_of(table: &Table) -> Option<Value> {
    let identity = table.get("charter")?;
    let source = identity.get("source")?.clone();
    let status = match identity.get("source_status")?.as_str()? {
        "assumed" | "general_knowledge" => "assumed",
        _ => "derived",
    };
    let basis = [("status", Value::from(status)), ("source", source)];
    Some(Value::Table(basis.map(|(key, value)| (key.to_owned(), value)).into_iter().collect()))
}

/// Completes the bodies and returns the ids of those that meet.
fn bodies(whole: &mut Table) -> Vec<String> {
    let rules: Vec<(Option<String>, String)> = items(whole, "rule")
        .filter_map(|rule| Some((text(rule, "body"), text(rule, "id")?)))
        .collect();
    let mut meeting = Vec::new();
    for body in items(whole, "body") {
        fill(body, "body");
        let id = text(body, "id").unwrap_or_default();
        let name = body.get("name").cloned();
        if let (Some(Value::Table(pattern)), Some(name)) = (body.get_mut("meeting_name"), name) {
            for (tongue, said) in pattern.iter_mut() {
                let own = name.get(tongue.as_str()).and_then(Value::as_str).unwrap_or_default();
                put_body(said, own);
            }
        }
        let own = rules.iter().find(|(of, _)| of.as_ref() == Some(&id));
        let any = rules.iter().find(|(of, _)| of.is_none());
        if let (None, Some((_, rule))) = (body.get("rule"), own.or(any)) {
            body.insert("rule".to_owned(), Value::from(rule.as_str()));
        }
        if let Some(Value::Table(quorum)) = body.get_mut("quorum") {
            fill(quorum, "quorum");
        }
        if text(body, "roll").as_deref() != Some("none") {
            meeting.push(id);
        }
    }
    meeting
}

/// A file without matters has one for every rule.
fn matters_of(whole: &Table, first: Option<&String>) -> Vec<Value> {
    let rules = whole.get("rule").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let matter = |rule: &Table| {
        let id = text(rule, "id")?;
        let body = text(rule, "body").or_else(|| first.cloned())?;
        let mut route = Table::new();
        route.insert("body".to_owned(), Value::from(body));
        route.insert("rule".to_owned(), Value::from(id.as_str()));
        let mut matter = Table::new();
        matter.insert("id".to_owned(), Value::from(id));
        matter.insert("title".to_owned(), rule.get("name")?.clone());
        if let Some(basis) = rule.get("basis") {
            matter.insert("basis".to_owned(), basis.clone());
            route.insert("basis".to_owned(), basis.clone());
        }
        matter.insert("route".to_owned(), Value::Array(vec![Value::Table(route)]));
        Some(Value::Table(matter))
    };
    rules.iter().filter_map(Value::as_table).filter_map(matter).collect()
}

/// Tables of the file that are not there at all; those about a body, once for each that meets.
fn add_missing(whole: &mut Table, bodies: &[String]) {
    let Some(Value::Table(file)) = DEFAULTS.get("file") else {
        return;
    };
    for (name, value) in file {
        if name == "flag" {
            add_flags(whole, value);
            continue;
        }
        if whole.contains_key(name) {
            continue;
        }
        let mut value = value.clone();
        if let Value::Array(list) = &mut value {
            let each_body = name == "convening";
            let bodies = if each_body { bodies } else { bodies.get(..1).unwrap_or_default() };
            let pattern = list.clone();
            list.clear();
            for (place, body) in bodies.iter().enumerate() {
                for item in &pattern {
                    let mut item = item.clone();
                    if let Some(table) = item.as_table_mut() {
                        for (_, said) in table.iter_mut() {
                            put_body(said, body);
                        }
                        if place > 0 {
                            let id = text(table, "id").unwrap_or_default();
                            table.insert("id".to_owned(), Value::from(format!("{id}_{body}")));
                        }
                    }
                    list.push(item);
                }
            }
        }
        whole.insert(name.clone(), value);
    }
}

/// The ready flags stand beside the file's own.
fn add_flags(whole: &mut Table, ready: &Value) {
    let known: Vec<String> = items(whole, "flag").filter_map(|flag| text(flag, "id")).collect();
    let list = whole.entry("flag").or_insert_with(|| Value::Array(Vec::new()));
    let ready = ready.as_array().map(Vec::as_slice).unwrap_or_default();
    let new = ready.iter().filter(|flag| {
        let id = flag.get("id").and_then(Value::as_str).unwrap_or_default();
        !known.iter().any(|k| k == id)
    });
    if let Some(list) = list.as_array_mut() {
        list.extend(new.cloned());
    }
}

fn put_body(said: &mut Value, body: &str) {
    if let Value::String(said) = said {
        *said = said.replace("{body}", body);
    }
}

/// Adds the keys of a pattern that a table does not have.
fn fill(table: &mut Table, pattern: &str) {
    if let Some(Value::Table(pattern)) = DEFAULTS.get(pattern) {
        for (key, value) in pattern {
            table.entry(key.as_str()).or_insert_with(|| value.clone());
        }
    }
}

fn text(table: &Table, key: &str) -> Option<String> {
    table.get(key).and_then(Value::as_str).map(str::to_owned)
}

fn items<'t>(table: &'t mut Table, list: &str) -> impl Iterator<Item = &'t mut Table> {
    let items = table.get_mut(list).and_then(Value::as_array_mut);
    items.map(Vec::as_mut_slice).unwrap_or_default().iter_mut().filter_map(Value::as_table_mut)
}
