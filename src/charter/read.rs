//! From the text of a charter file to a [`Charter`], or to everything that is wrong with it.
//!
//! A charter with a fault is never returned: the program would otherwise run a meeting by rules that
//! nobody wrote.

mod fault;
mod keys;
mod near;
mod place;
mod procedures;
mod schema;
mod short;
mod values;
mod walk;

pub use fault::{Fault, FaultKind, IdKind, Tongue, Wanted};
pub(in crate::charter) use near::nearest;
pub(in crate::charter) use place::{find_mut, keys_at};
pub(in crate::charter) use schema::{Key, Shape, key_of};

use super::Charter;
use super::check::check;
use serde::Deserialize;
use toml::{Table, Value};

/// The version of the file format this program reads.
pub const FORMAT: u32 = 1;

/// Where the values come from: only the association's book can say that a reading was adopted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::charter) enum Origin {
    /// A file as somebody wrote it.
    File,
    /// A file with the readings the book records.
    Book,
}

/// Reads a charter file; on failure every fault with its line, in the order of the file.
pub fn read(text: &str) -> Result<Charter, Vec<Fault>> {
    read_both(text).map(|(charter, _)| charter)
}

/// The charter and the table it was read from.
pub(in crate::charter) fn read_both(text: &str) -> Result<(Charter, Table), Vec<Fault>> {
    let table = parse(text)?;
    match sound(&table, Origin::File) {
        Ok(charter) => Ok((charter, table)),
        Err(mut faults) => {
            place::add_lines(text, &table, &mut faults);
            Err(faults)
        }
    }
}

/// Reads a charter from its parsed table; the faults have no lines.
pub fn read_table(table: &Table) -> Result<Charter, Vec<Fault>> {
    sound(table, Origin::File)
}

/// The text as TOML, or where it is not.
fn parse(text: &str) -> Result<Table, Vec<Fault>> {
    text.parse::<Table>().map_err(|error| {
        // Only the first: what a TOML reader finds after it is mostly a consequence of it.
        let message = error.message().to_owned();
        let mut fault = Fault::at("", FaultKind::BadToml { message });
        fault.line = error.span().map(|span| place::line_of(text, span.start));
        vec![fault]
    })
}

/// The charter, if it is whole; otherwise its faults with their clauses, without lines.
pub(in crate::charter) fn sound(table: &Table, origin: Origin) -> Result<Charter, Vec<Fault>> {
    let fail = |mut faults: Vec<Fault>| {
        place::add_clauses(table, &mut faults);
        Err(faults)
    };
    if let Some(fault) = wrong_format(table) {
        return fail(vec![fault]);
    }
    let (table, inherited) = &short::complete(table);
    let mut whole = table.clone();
    let found = walk::walk(table, &mut whole, origin, inherited.as_ref());
    let mut faults = found.faults;
    match Charter::deserialize(Value::Table(whole)) {
        Ok(charter) => {
            let real = |fault: &Fault| !found.stand_ins.iter().any(|p| within(&fault.key, p));
            faults.extend(check(&charter).into_iter().filter(real));
            if faults.is_empty() {
                return Ok(charter);
            }
        }
        // The list of keys and the shapes disagree; a test keeps them together.
        Err(error) => {
            faults.push(Fault::at("", FaultKind::BadToml { message: error.message().to_owned() }))
        }
    }
    fail(faults)
}

/// A file of another format is not looked at any further: its keys may mean something else.
fn wrong_format(table: &Table) -> Option<Fault> {
    let found = table.get("format")?.as_integer()?;
    let found = u32::try_from(found).ok()?;
    let kind = match found.cmp(&FORMAT) {
        std::cmp::Ordering::Less => FaultKind::FormatOlder { found },
        std::cmp::Ordering::Equal => return None,
        std::cmp::Ordering::Greater => FaultKind::FormatNewer { found },
    };
    Some(Fault::at("format", kind))
}

/// Whether a place is this one or lies in it.
fn within(path: &str, place: &str) -> bool {
    path.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}
