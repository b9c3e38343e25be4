//! The rows of a table as what they say about units and their people; every cell that cannot be is named.

use super::columns::{self, Column, Field, Meaning};
use super::fault::{CellFault, RosterFault};
use super::sheet::SheetRow;
use crate::charter::{Amount, Charter};
use crate::record::members::{Contact, Qualification, Role};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// What a row says; what its table or its cell leaves out is absent.
#[derive(Debug, Clone, Default)]
pub(super) struct Wanted {
    /// Its row, as a spreadsheet numbers them.
    pub row: usize,
    pub number: Option<u32>,
    pub name: String,
    pub short: Option<String>,
    /// Category id of the charter.
    pub category: Option<String>,
    pub standing: Option<String>,
    pub joined: Option<NaiveDate>,
    pub certificate: Option<String>,
    pub legal_proof: Option<String>,
    /// As it stands in the cell.
    pub qualifications: Option<String>,
    /// As it stands in the cell.
    pub groups: Option<String>,
    pub weights: Vec<(String, Amount)>,
    pub people: Vec<Said>,
}

/// What a row says about a person.
#[derive(Debug, Clone)]
pub(super) struct Said {
    pub role: Role,
    /// Which of its role, from 1.
    pub place: usize,
    /// The fields of the card that are filled in.
    pub contact: Contact,
    pub letter: Option<u32>,
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
}

/// The rows of a table with what is wrong with them, and the headings nobody knows.
pub(super) struct Rows {
    pub wanted: Vec<Wanted>,
    pub faults: Vec<RosterFault>,
    pub ignored: Vec<String>,
}

/// Reads the rows; `step` is told after each how many are done.
pub(super) fn rows(
    charter: &Charter,
    heading: &SheetRow,
    sheet: &[SheetRow],
    step: &mut dyn FnMut(usize),
) -> Rows {
    let mut ignored = Vec::new();
    let mut columns: Vec<(usize, Meaning)> = Vec::new();
    for (at, heading) in heading.headings().into_iter().enumerate() {
        match columns::meaning(&heading) {
            Some(meaning) if columns.iter().all(|(_, known)| *known != meaning) => {
                columns.push((at, meaning));
            }
            _ if heading.trim().is_empty() => {}
            _ => ignored.push(heading),
        }
    }
    let numbered = columns.iter().any(|(_, m)| *m == Meaning::Unit(columns::NUMBER));
    let mut all = Rows { wanted: Vec::new(), faults: Vec::new(), ignored };
    let (mut names, mut numbers) = (BTreeSet::new(), BTreeSet::new());
    for (done, row) in sheet.iter().enumerate() {
        let mut reading = Reading { charter, row: row.no, faults: &mut all.faults };
        let mut wanted = Wanted { row: row.no, ..Wanted::default() };
        for (at, meaning) in &columns {
            match row.cells.get(*at) {
                Some(Ok(cell)) if !cell.is_empty() => reading.cell(&mut wanted, meaning, cell),
                Some(Err(error)) => {
                    reading.faults.push(RosterFault::Cell {
                        row: row.no,
                        column: name_of(meaning),
                        value: error.clone(),
                        why: CellFault::SheetError,
                    });
                }
                _ => {}
            }
        }
        if wanted.name.is_empty() {
            reading.fault(columns::NAME, "", CellFault::Missing);
        } else if !names.insert(wanted.name.clone()) {
            let name = wanted.name.clone();
            reading.fault(columns::NAME, &name, CellFault::Repeated);
        }
        let bad_number = reading.faults.iter().any(|fault| {
            matches!(fault, RosterFault::Cell { row: at, column, .. }
                if *at == row.no && column[0] == columns::NUMBER[0])
        });
        match wanted.number {
            Some(no) if !numbers.insert(no) => {
                reading.fault(columns::NUMBER, &no.to_string(), CellFault::Repeated);
            }
            None if numbered && !bad_number => {
                reading.fault(columns::NUMBER, "", CellFault::NotANumber);
            }
            _ => {}
        }
        reading.people(&mut wanted);
        all.wanted.push(wanted);
        step(done + 1);
    }
    if all.wanted.is_empty() && all.faults.is_empty() {
        all.faults.push(RosterFault::Empty);
    }
    all
}

fn name_of(meaning: &Meaning) -> [String; 2] {
    match meaning {
        Meaning::Unit(column) => column.map(str::to_owned),
        Meaning::Weight(name) => columns::WEIGHT.map(|word| format!("{word} {name}")),
        Meaning::Person(role, place, field) => columns::person_column(*role, *place, *field),
    }
}

struct Reading<'a> {
    charter: &'a Charter,
    row: usize,
    faults: &'a mut Vec<RosterFault>,
}

impl Reading<'_> {
    fn fault(&mut self, column: Column, value: &str, why: CellFault) {
        self.fault_in(column.map(str::to_owned), value, why);
    }

    fn fault_in(&mut self, column: [String; 2], value: &str, why: CellFault) {
        let (row, value) = (self.row, value.to_owned());
        self.faults.push(RosterFault::Cell { row, column, value, why });
    }

    fn cell(&mut self, wanted: &mut Wanted, meaning: &Meaning, cell: &str) {
        let column = match meaning {
            Meaning::Unit(column) => *column,
            Meaning::Weight(name) => {
                match Amount::parse(cell) {
                    Ok(amount) => wanted.weights.push((name.clone(), amount)),
                    Err(_) => self.fault(columns::WEIGHT, cell, CellFault::NotAnAmount),
                }
                return;
            }
            Meaning::Person(role, place, field) => {
                return self.person(wanted, (*role, *place, *field), cell);
            }
        };
        let text = Some(cell.to_owned());
        match column {
            columns::NAME => cell.clone_into(&mut wanted.name),
            columns::SHORT => wanted.short = text,
            columns::STANDING => wanted.standing = text,
            columns::CERTIFICATE => wanted.certificate = text,
            columns::LEGAL => wanted.legal_proof = text,
            columns::QUALIFICATIONS => wanted.qualifications = text,
            columns::GROUPS => wanted.groups = text,
            columns::NUMBER => match plain(cell).parse::<u32>() {
                Ok(0) | Err(_) => self.fault(columns::NUMBER, cell, CellFault::NotANumber),
                Ok(number) => wanted.number = Some(number),
            },
            columns::JOINED => match day(cell) {
                Some(day) => wanted.joined = Some(day),
                None => self.fault(columns::JOINED, cell, CellFault::NotADay),
            },
            columns::CATEGORY => {
                let all = &self.charter.categories;
                let fits = |word: &String| word.eq_ignore_ascii_case(cell);
                let known =
                    all.iter().find(|c| fits(&c.id) || fits(&c.name.zh) || fits(&c.name.en));
                match known {
                    Some(known) => wanted.category = Some(known.id.clone()),
                    None => {
                        let known = all.iter().map(|c| c.name.clone()).collect();
                        self.fault(columns::CATEGORY, cell, CellFault::NoCategory(known));
                    }
                }
            }
            _ => {}
        }
    }

    fn person(
        &mut self,
        wanted: &mut Wanted,
        (role, place, field): (Role, usize, Field),
        cell: &str,
    ) {
        let known = wanted.people.iter().position(|p| p.role == role && p.place == place);
        let at = known.unwrap_or_else(|| {
            let contact = Contact::default();
            wanted.people.push(Said { role, place, contact, letter: None, from: None, to: None });
            wanted.people.len() - 1
        });
        let column = || columns::person_column(role, place, field);
        let Some(said) = wanted.people.get_mut(at) else { return };
        match field {
            Field::Card(no) => {
                if let Some(slot) = said.contact.fields_mut().into_iter().nth(no) {
                    cell.clone_into(slot);
                }
            }
            Field::Letter => match plain(cell).parse() {
                Ok(no) => said.letter = Some(no),
                Err(_) => self.fault_in(column(), cell, CellFault::NotAPaper),
            },
            Field::From | Field::To => match day(cell) {
                None => self.fault_in(column(), cell, CellFault::NotADay),
                found if field == Field::From => said.from = found,
                found => said.to = found,
            },
        }
    }

    /// What can be wrong with a person as a whole.
    fn people(&mut self, wanted: &mut Wanted) {
        wanted.people.sort_by_key(|p| (p.role, p.place));
        for said in &wanted.people {
            if let (Some(from), Some(to)) = (said.from, said.to)
                && to < from
            {
                let column = columns::person_column(said.role, said.place, Field::To);
                self.fault_in(column, &to.to_string(), CellFault::DaysReversed);
            }
        }
    }
}

/// Full-width digits as plain ones.
fn plain(cell: &str) -> String {
    let digit = |c: char| match c {
        '０'..='９' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        other => other,
    };
    cell.chars().map(digit).collect()
}

/// A day as people write it: 2022-09-29, 2022/9/29, 2022.9.29, 2022年9月29日.
pub(super) fn day(cell: &str) -> Option<NaiveDate> {
    let text = plain(cell).replace(['/', '.', '年', '月'], "-");
    let text = text.trim_end_matches('日');
    // A time behind the day is how some programs write a day.
    let text = text.split([' ', 'T']).next().unwrap_or_default();
    NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()
}

/// Qualifications as they are written in a cell: `认可证书（至2027-01-01）；许可证`.
pub fn qualifications(cell: &str) -> Vec<Qualification> {
    let one = |text: &str| {
        let inside = text.trim_end_matches([')', '）']);
        let dated = inside.rsplit_once(['(', '（']).filter(|_| inside.len() < text.len());
        let until = dated.and_then(|(what, end)| {
            let end = end.trim().trim_start_matches("until").trim_start_matches('至');
            day(end.trim().trim_end_matches('止')).map(|until| (what.trim().to_owned(), until))
        });
        match until {
            Some((what, until)) => Qualification { what, until: Some(until) },
            None => Qualification { what: text.to_owned(), until: None },
        }
    };
    let parts = cell.split([';', '；', '\n']).map(str::trim);
    parts.filter(|part| !part.is_empty()).map(one).collect()
}
