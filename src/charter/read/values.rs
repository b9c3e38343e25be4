//! What a single value of a charter file must be.

use super::fault::{FaultKind, IdKind, Tongue};
use super::near::nearest;
use super::place::join;
use super::schema::{Empty, Shape, Zero, lists_of};
use super::walk::Walk;
use super::{Origin, keys};
use crate::charter::{Clauses, Comparator, Status};
use chrono::NaiveDate;
use toml::{Table, Value};

impl Walk<'_> {
    pub(super) fn text(&mut self, value: &mut Value, text: &str, shape: Shape, path: &str) {
        let kind = match shape {
            Shape::Text(Empty::Not) if text.trim().is_empty() => Some(FaultKind::EmptyText),
            Shape::TextWith(part) if !text.contains(part) => {
                Some(FaultKind::PatternWithout { part })
            }
            Shape::Id if !is_id(text) => Some(FaultKind::BadId { id: text.to_owned() }),
            Shape::Date(Empty::May) if text.is_empty() => None,
            Shape::Date(_) if !is_date(text) => {
                Some(FaultKind::NotADate { found: text.to_owned() })
            }
            Shape::Zone if !is_zone(text) => {
                Some(FaultKind::NotATimeZone { found: text.to_owned() })
            }
            Shape::Word(words) => self.word(value, text, words, shape, path),
            Shape::Cmp(allowed) => self.comparator(value, text, allowed, shape, path),
            Shape::Clauses => return self.clauses(value, text, path),
            Shape::Ref(what) => return self.reference(text, what, path),
            _ => None,
        };
        if let Some(kind) = kind {
            self.fault(path, kind);
        }
    }

    fn word(
        &mut self,
        value: &mut Value,
        text: &str,
        words: &'static [&'static str],
        shape: Shape,
        path: &str,
    ) -> Option<FaultKind> {
        if words.contains(&text) {
            return None;
        }
        self.replace(value, shape, path);
        Some(FaultKind::NotOneOf {
            found: text.to_owned(),
            known: words.to_vec(),
            nearest: nearest(text, words.iter().copied()),
        })
    }

    fn comparator(
        &mut self,
        value: &mut Value,
        text: &str,
        allowed: &'static [&'static str],
        shape: Shape,
        path: &str,
    ) -> Option<FaultKind> {
        let found = match text {
            ">=" => Comparator::AtLeast,
            ">" => Comparator::MoreThan,
            "<=" => Comparator::AtMost,
            _ => {
                self.replace(value, shape, path);
                // Signs are too short to guess which was meant.
                return Some(FaultKind::NotOneOf {
                    found: text.to_owned(),
                    known: allowed.to_vec(),
                    nearest: None,
                });
            }
        };
        (!allowed.contains(&text))
            .then(|| FaultKind::ComparatorNotAllowed { found, allowed: allowed.to_vec() })
    }

    fn clauses(&mut self, value: &mut Value, text: &str, path: &str) {
        let clauses = match Clauses::parse(text) {
            Ok(clauses) => clauses,
            Err(part) => {
                self.fault(path, FaultKind::BadClause { part });
                return self.replace(value, Shape::Clauses, path);
            }
        };
        let last = self.articles.iter().copied().max().unwrap_or_default();
        for article in clauses.articles() {
            if !self.articles.contains(&article) {
                self.fault(path, FaultKind::NoSuchArticle { article, last });
            }
        }
    }

    pub(super) fn reference(&mut self, id: &str, what: IdKind, path: &str) {
        let mut known: Vec<&str> = Vec::new();
        for list in lists_of(what) {
            match self.names.get(list) {
                Some(Some(names)) => known.extend(names.iter().map(String::as_str)),
                _ => return,
            }
        }
        if !known.contains(&id) {
            let nearest = nearest(id, known);
            let id = id.to_owned();
            self.fault(path, FaultKind::UnknownId { what, id, nearest });
        }
    }

    pub(super) fn name(
        &mut self,
        value: &mut Value,
        shape: Shape,
        part: Option<&'static str>,
        path: &str,
    ) {
        // Nearly every text of a file is whole, and most of a file is texts.
        if is_whole(value, part) {
            return;
        }
        self.sub_table(value, shape, keys::NAME, path);
        for (key, tongue) in [("zh", Tongue::Zh), ("en", Tongue::En)] {
            let at = join(path, key);
            let text = value.get(key).and_then(Value::as_str).unwrap_or_default();
            if self.stands_in(&at) || self.stands_in(path) {
                continue;
            }
            if text.trim().is_empty() {
                self.fault(&at, FaultKind::EmptyName { tongue });
            } else if let Some(part) = part.filter(|part| !text.contains(part)) {
                self.fault(&at, FaultKind::PatternWithout { part });
            }
        }
    }

    fn stands_in(&self, path: &str) -> bool {
        self.stand_ins.iter().any(|place| place == path)
    }

    pub(super) fn share(&mut self, value: &mut Value, zero: Zero, path: &str) {
        if let Some(written) = value.as_str().and_then(as_written) {
            *value = written;
        }
        self.sub_table(value, Shape::Share(zero), keys::SHARE, path);
        let part = |key| value.get(key).and_then(as_number).unwrap_or(1);
        let (num, den) = (part("num"), part("den"));
        let kind = match (num, den) {
            (_, 0) => FaultKind::ZeroDenominator,
            (0, _) if zero == Zero::Not => FaultKind::ShareZero,
            _ if num > den => FaultKind::ShareAboveOne,
            _ => return,
        };
        self.fault(path, kind);
    }

    pub(super) fn basis(&mut self, value: &mut Value, path: &str) {
        let says = |key| value.get(key).and_then(Value::as_str).map(str::to_owned);
        let status = says("status");
        let uncited = says("article").is_none_or(|text| text.trim().is_empty());
        let unsourced = value.get("source").is_none();
        self.sub_table(value, Shape::Basis, keys::BASIS, path);
        let status = match status.as_deref() {
            Some("stated") if uncited => {
                let at = join(path, "article");
                return self.fault(&at, FaultKind::StatedWithoutArticle);
            }
            Some("adopted") if self.origin == Origin::File => {
                return self.fault(&join(path, "status"), FaultKind::AdoptedInFile);
            }
            Some("derived") => Status::Derived,
            Some("assumed") => Status::Assumed,
            Some("adopted") => Status::Adopted,
            _ => return,
        };
        if unsourced {
            self.fault(&join(path, "source"), FaultKind::WithoutSource { status });
        }
    }
}

/// A share as people write it: `2/3`, or `3:1`, three for to one against.
fn as_written(text: &str) -> Option<Value> {
    let (num, den) = match text.split_once('/') {
        Some((num, den)) => (num.parse::<u32>().ok()?, den.parse::<u32>().ok()?),
        None => {
            let (yes, no) = text.split_once(':')?;
            let (yes, no) = (yes.parse::<u32>().ok()?, no.parse::<u32>().ok()?);
            (yes, yes.checked_add(no)?)
        }
    };
    let parts = [("num", num), ("den", den)];
    let parts = parts.map(|(key, part)| (key.to_owned(), Value::Integer(part.into())));
    Some(Value::Table(parts.into_iter().collect()))
}

/// Whether a text is there in both languages, with its place for a number, and nothing else is.
fn is_whole(value: &Value, part: Option<&str>) -> bool {
    let says = |text: &Value| {
        let text = text.as_str().unwrap_or_default();
        !text.trim().is_empty() && part.is_none_or(|part| text.contains(part))
    };
    let has = |key| value.get(key).is_some_and(says);
    value.as_table().is_some_and(|t| t.len() == 2) && has("zh") && has("en")
}

pub(super) fn as_text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

pub(super) fn as_number(value: &Value) -> Option<u32> {
    value.as_integer().and_then(|n| u32::try_from(n).ok())
}

pub(super) fn items_of<'t>(table: &'t Table, list: &str) -> impl Iterator<Item = &'t Value> {
    let items = table.get(list).and_then(Value::as_array);
    items.map(Vec::as_slice).unwrap_or_default().iter()
}

/// The id or number an item of a list goes by.
pub(super) fn name_of(item: &Value) -> Option<String> {
    let id = item.get("id").and_then(as_text).filter(|id| is_id(id));
    id.or_else(|| item.get("no").and_then(as_number).map(|no| no.to_string()))
}

/// Ids are typed in commands and stand in paths.
fn is_id(text: &str) -> bool {
    let ordinary = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    !text.is_empty() && text.chars().all(ordinary)
}

fn is_date(text: &str) -> bool {
    text.len() == "YYYY-MM-DD".len() && NaiveDate::parse_from_str(text, "%Y-%m-%d").is_ok()
}

fn is_zone(text: &str) -> bool {
    let Some((hours, minutes)) =
        text.strip_prefix(['+', '-']).and_then(|rest| rest.split_once(':'))
    else {
        return false;
    };
    let below = |part: &str, limit: u8| {
        part.len() == 2
            && part.bytes().all(|b| b.is_ascii_digit())
            && part.parse::<u8>().is_ok_and(|n| n < limit)
    };
    below(hours, 15) && below(minutes, 60)
}
