//! Holds a charter file against the list of its keys, value by value, and collects every fault.
//!
//! A missing or unusable value is replaced by a stand-in, so that the rest of the file can still be
//! looked at; the table that comes out always has the shape of a charter. It is only used as one when
//! there was no fault.

use super::fault::{Fault, FaultKind, IdKind};
use super::near::nearest;
use super::place::{find, join, keys_at};
use super::schema::{Empty, Key, Shape, key_of, stand_in};
use super::values::{as_number, as_text, items_of, name_of};
use super::{Origin, keys};
use std::collections::BTreeMap;
use toml::{Table, Value};

/// What the walk through a file found.
pub struct Found {
    /// Everything wrong with single values and references.
    pub faults: Vec<Fault>,
    /// Places where a stand-in now stands.
    pub stand_ins: Vec<String>,
}

/// Goes through a whole file; afterwards its copy `table` has the shape of a charter.
pub fn walk(
    original: &Table,
    table: &mut Table,
    origin: Origin,
    inherited: Option<&Value>,
) -> Found {
    let mut walk = Walk {
        original,
        names: keys::REFERRED
            .iter()
            .map(|list| (*list, items_of(original, list).map(name_of).collect()))
            .collect(),
        articles: items_of(original, "article")
            .filter_map(|article| as_number(article.get("no")?))
            .collect(),
        origin,
        inherited,
        in_setting: false,
        faults: Vec::new(),
        stand_ins: Vec::new(),
    };
    walk.table(table, keys::CHARTER, "");
    Found { faults: walk.faults, stand_ins: walk.stand_ins }
}

/// A walk in progress.
pub(super) struct Walk<'a> {
    original: &'a Table,
    /// What the items of a list go by; `None` if one has no usable id. That is reported there, and
    /// it may be the one meant elsewhere.
    pub(super) names: BTreeMap<&'static str, Option<Vec<String>>>,
    /// The articles there are.
    pub(super) articles: Vec<u32>,
    pub(super) origin: Origin,
    /// What a table of a short file rests on where it says nothing.
    inherited: Option<&'a Value>,
    /// In the value of a setting: its basis is written when the reading is adopted.
    in_setting: bool,
    faults: Vec<Fault>,
    pub(super) stand_ins: Vec<String>,
}

impl Walk<'_> {
    pub(super) fn fault(&mut self, path: &str, kind: FaultKind) {
        self.faults.push(Fault::at(path, kind));
    }

    pub(super) fn replace(&mut self, value: &mut Value, shape: Shape, path: &str) {
        *value = stand_in(shape);
        self.stand_ins.push(path.to_owned());
    }

    fn table(&mut self, table: &mut Table, keys: &'static [Key], path: &str) {
        let unknown: Vec<String> =
            table.keys().filter(|name| key_of(keys, name).is_none()).cloned().collect();
        for name in unknown {
            let nearest = nearest(&name, keys.iter().map(|key| key.name));
            self.fault(&join(path, &name), FaultKind::UnknownKey { nearest });
            table.remove(&name);
        }
        for key in keys {
            let path = join(path, key.name);
            if let Some(value) = table.get_mut(key.name) {
                self.value(value, key.shape, &path);
                continue;
            }
            if !key.needed {
                continue;
            }
            let is_basis = matches!(key.shape, Shape::Basis);
            if let Some(basis) = self.inherited.filter(|_| is_basis) {
                table.insert(key.name.to_owned(), basis.clone());
                continue;
            }
            if !(is_basis && self.in_setting) {
                let kind = if is_basis { FaultKind::NoBasis } else { FaultKind::MissingKey };
                self.fault(&path, kind);
            }
            table.insert(key.name.to_owned(), stand_in(key.shape));
            self.stand_ins.push(path);
        }
    }

    fn value(&mut self, value: &mut Value, shape: Shape, path: &str) {
        match shape {
            Shape::Any => {}
            Shape::Table(keys) => self.sub_table(value, shape, keys, path),
            Shape::List(empty, keys) => self.list(value, shape, (empty, keys), path),
            Shape::Basis => self.basis(value, path),
            Shape::Name => self.name(value, shape, None, path),
            Shape::NameWith(part) => self.name(value, shape, Some(part), path),
            Shape::Share(zero) => self.share(value, zero, path),
            Shape::YesOrNo => {
                self.typed(value, shape, path, Value::as_bool);
            }
            Shape::Count | Shape::Ordinal => {
                self.typed(value, shape, path, as_number);
            }
            Shape::Ref(IdKind::Chapter) => {
                if let Some(no) = self.typed(value, shape, path, as_number).filter(|n| *n > 0) {
                    self.reference(&no.to_string(), IdKind::Chapter, path);
                }
            }
            Shape::Texts | Shape::Names | Shape::Words(_) | Shape::Refs(_) => {
                self.items(value, shape, path);
            }
            _ => {
                if let Some(text) = self.typed(value, shape, path, as_text) {
                    self.text(value, &text, shape, path);
                }
            }
        }
    }

    /// The value in its type, or a fault and a stand-in.
    pub(super) fn typed<T>(
        &mut self,
        value: &mut Value,
        shape: Shape,
        path: &str,
        get: impl Fn(&Value) -> Option<T>,
    ) -> Option<T> {
        let got = get(value);
        if got.is_none() {
            let wanted = shape.wanted();
            let found = value.type_str();
            self.fault(path, FaultKind::WrongType { wanted, found });
            self.replace(value, shape, path);
        }
        got
    }

    fn items(&mut self, value: &mut Value, shape: Shape, path: &str) {
        let Some(count) = self.typed(value, shape, path, |v| v.as_array().map(Vec::len)) else {
            return;
        };
        let each = match shape {
            Shape::Names => Shape::Name,
            Shape::Words(words) => Shape::Word(words),
            Shape::Refs(what) => Shape::Ref(what),
            _ => Shape::Text(Empty::Not),
        };
        for i in 0..count {
            if let Some(item) = value.get_mut(i) {
                self.value(item, each, &format!("{path}[{}]", i + 1));
            }
        }
    }

    pub(super) fn sub_table(
        &mut self,
        value: &mut Value,
        shape: Shape,
        keys: &'static [Key],
        path: &str,
    ) {
        let is_table = self.typed(value, shape, path, |v| v.as_table().map(drop));
        if let (Some(()), Some(table)) = (is_table, value.as_table_mut()) {
            self.table(table, keys, path);
        }
    }

    fn list(
        &mut self,
        value: &mut Value,
        shape: Shape,
        (empty, keys): (Empty, &'static [Key]),
        path: &str,
    ) {
        let Some(count) = self.typed(value, shape, path, |v| v.as_array().map(Vec::len)) else {
            return;
        };
        if count == 0 && empty == Empty::Not {
            self.fault(path, FaultKind::MissingKey);
        }
        let numbered = keys.iter().any(|key| matches!(key.shape, Shape::Ordinal));
        let settings = key_of(keys, "at").is_some();
        let (mut seen, mut in_order) = (Vec::new(), true);
        for i in 0..count {
            let Some(item) = value.get_mut(i) else {
                continue;
            };
            let by_position = format!("{path}[{}]", i + 1);
            let name = name_of(item);
            let fresh = name.clone().filter(|name| !seen.contains(name));
            let at = match &fresh {
                Some(name) => join(path, name),
                None => by_position,
            };
            match name {
                Some(id) if fresh.is_none() && !numbered => {
                    self.fault(&join(&at, "id"), FaultKind::DuplicateId { id });
                }
                _ => seen.extend(fresh),
            }
            if let Some(found) = item.get("no").and_then(as_number).filter(|_| numbered) {
                let due = u32::try_from(i + 1).unwrap_or(u32::MAX);
                // Everything after the first gap is out of step too; one fault says enough.
                if in_order && found != due {
                    self.fault(&join(&at, "no"), FaultKind::Numbering { due, found });
                    in_order = false;
                }
            }
            self.sub_table(item, Shape::Table(keys), keys, &at);
            if settings {
                self.setting(item, &at);
            }
        }
    }

    /// A setting must lead to a table of the file and give its key a value that fits there.
    fn setting(&mut self, setting: &Value, path: &str) {
        let text = |key| setting.get(key).and_then(Value::as_str).unwrap_or_default();
        let (at, name) = (text("at"), text("key"));
        let keys = keys_at(at).filter(|_| find(self.original, at).is_some());
        let Some(keys) = keys else {
            let list = at.split(['.', '[']).next().unwrap_or_default();
            if self.names.get(list).is_some_and(Option::is_none) {
                return;
            }
            let at = at.to_owned();
            return self.fault(&join(path, "at"), FaultKind::SettingNowhere { at });
        };
        // The basis is written by the adoption itself, the id is what other tables go by.
        let changeable =
            |key: &&Key| !matches!(key.shape, Shape::Basis | Shape::Id | Shape::Ordinal);
        let Some(key) = key_of(keys, name).filter(changeable) else {
            let known = keys.iter().filter(changeable).map(|key| key.name);
            let nearest = nearest(name, known);
            return self.fault(&join(path, "key"), FaultKind::UnknownKey { nearest });
        };
        match setting.get("value") {
            None if key.needed => self.fault(path, FaultKind::SettingTakesNeeded),
            None => {}
            Some(value) => {
                self.in_setting = true;
                self.value(&mut value.clone(), key.shape, &join(path, "value"));
                self.in_setting = false;
            }
        }
    }
}
