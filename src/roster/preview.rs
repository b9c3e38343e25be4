//! What a table would change in a book: compared unit by unit and field by field, changed nowhere.

use super::columns::{self, Field};
use super::fault::{CellFault, RosterFault};
use super::rows::{self, Said, Wanted, qualifications};
use super::sheet;
use crate::record::Book;
use crate::record::command::Enrolment;
use crate::record::members::{
    Amendment, Authority, Changed, Contact, ImportRegister, KeepPerson, Role,
};
use crate::record::state::{Member, Membership};
use crate::text::Lang;
use crate::text::words::members::standing;
use std::collections::{BTreeMap, BTreeSet};

/// What a table would change.
#[derive(Debug, Clone, Default)]
pub struct Preview {
    /// Rows read.
    pub rows: usize,
    /// New units.
    pub enrol: Vec<Enrolment>,
    /// Changes of units in the book, with what they come to.
    pub amend: Vec<(Amendment, Vec<Changed>)>,
    /// People to be kept.
    pub people: Vec<PersonWanted>,
    /// Rows in which nothing differs from the book.
    pub same: usize,
    /// Members of the book that are not in the table; nothing happens to them.
    pub missing: Vec<u32>,
    /// Headings that are not known; their columns are not read.
    pub ignored: Vec<String>,
}

/// A person to be kept.
#[derive(Debug, Clone)]
pub struct PersonWanted {
    /// The command, its digest still empty.
    pub keep: KeepPerson,
    /// What the card will say.
    pub contact: Contact,
    /// What it says now.
    pub was: Option<Contact>,
}

impl Preview {
    /// Whether the book says all of it already.
    pub fn is_empty(&self) -> bool {
        self.enrol.is_empty() && self.amend.is_empty() && self.people.is_empty()
    }
    /// The command that does it, and the cards it brings.
    pub fn command(&self, why: &str) -> (ImportRegister, Vec<Contact>) {
        let import = ImportRegister {
            enrol: self.enrol.clone(),
            amend: self.amend.iter().map(|(amendment, _)| amendment.clone()).collect(),
            people: self.people.iter().map(|person| person.keep.clone()).collect(),
            why: why.trim().to_owned(),
        };
        (import, self.people.iter().map(|person| person.contact.clone()).collect())
    }
    /// Whether a reason has to be given: register entries change after the first meeting.
    pub fn needs_reason(&self, book: &Book) -> bool {
        !self.amend.is_empty() && !book.meetings.is_empty()
    }
}

/// Compares a table with a book. `contacts` are the cards by number of the person; `progress` is told
/// how many rows of how many are done.
///
/// A cell that is empty and a column that is not there leave what the book has. Before the first
/// meeting a unit that is not in the book is new; after it that is a fault.
pub fn preview(
    book: &Book,
    contacts: &BTreeMap<u32, Contact>,
    bytes: &[u8],
    progress: &mut dyn FnMut(usize, usize),
) -> Result<Preview, Vec<RosterFault>> {
    let Some(charter) = book.charter.as_deref() else {
        return Ok(Preview::default());
    };
    let (heading, sheet) = sheet::read(bytes).map_err(|fault| vec![fault])?;
    let total = sheet.len();
    let mut step = |done: usize| {
        if done.is_multiple_of(500) || done == total {
            progress(done, total);
        }
    };
    let read = rows::rows(charter, &heading, &sheet, &mut step);
    let mut comparing = Comparing {
        book,
        contacts,
        numbers: book.members.iter().map(|(no, m)| (m.entry.name.as_str(), *no)).collect(),
        next: book.members.keys().next_back().map_or(1, |last| last + 1),
        people: people_by_unit(book),
        faults: read.faults,
        found: Preview { rows: total, ignored: read.ignored, ..Preview::default() },
    };
    let given: BTreeSet<u32> = read.wanted.iter().filter_map(|w| w.number).collect();
    let mut met = BTreeSet::new();
    for wanted in &read.wanted {
        if let Some(unit) = comparing.row(wanted, &given) {
            met.insert(unit);
        }
    }
    comparing.names(&read.wanted);
    if !comparing.faults.is_empty() {
        return Err(comparing.faults);
    }
    let mut found = comparing.found;
    found.missing = book.roll().into_iter().filter(|unit| !met.contains(unit)).collect();
    Ok(found)
}

fn people_by_unit(book: &Book) -> BTreeMap<(u32, Role), Vec<u32>> {
    let mut people: BTreeMap<(u32, Role), Vec<u32>> = BTreeMap::new();
    for person in book.people.values().filter(|p| p.forgotten.is_none()) {
        people.entry((person.unit, person.role)).or_default().push(person.no);
    }
    people
}

struct Comparing<'a> {
    book: &'a Book,
    contacts: &'a BTreeMap<u32, Contact>,
    /// Units by name.
    numbers: BTreeMap<&'a str, u32>,
    /// The number of the next unit that has none.
    next: u32,
    people: BTreeMap<(u32, Role), Vec<u32>>,
    faults: Vec<RosterFault>,
    found: Preview,
}

impl Comparing<'_> {
    fn fault(&mut self, row: usize, column: [&'static str; 2], value: &str, why: CellFault) {
        let (column, value) = (column.map(str::to_owned), value.to_owned());
        self.faults.push(RosterFault::Cell { row, column, value, why });
    }

    /// Compares a row; the unit of the book it is about.
    fn row(&mut self, wanted: &Wanted, given: &BTreeSet<u32>) -> Option<u32> {
        let named = self.numbers.get(wanted.name.as_str()).copied();
        let unit = wanted.number.or(named);
        let before = (self.found.amend.len(), self.found.people.len());
        match unit.and_then(|no| self.book.members.get(&no)) {
            Some(member) => self.known(wanted, member),
            None => {
                if !self.book.meetings.is_empty() {
                    self.fault(wanted.row, columns::NAME, &wanted.name, CellFault::JoinsByDecision);
                    return None;
                }
                if let Some(no) = named {
                    self.fault(wanted.row, columns::NAME, &wanted.name, CellFault::NameOf(no));
                }
                self.new_unit(wanted, unit, given);
                return None;
            }
        }
        if before == (self.found.amend.len(), self.found.people.len()) {
            self.found.same += 1;
        }
        unit
    }

    fn new_unit(&mut self, wanted: &Wanted, number: Option<u32>, given: &BTreeSet<u32>) {
        let unit = number.unwrap_or_else(|| {
            while given.contains(&self.next) {
                self.next += 1;
            }
            self.next += 1;
            self.next - 1
        });
        self.standing(wanted, &Membership::Member);
        let groups = wanted.groups.as_deref().unwrap_or_default();
        self.found.enrol.push(Enrolment {
            unit,
            name: wanted.name.clone(),
            short: wanted.short.clone().unwrap_or_default(),
            category: wanted.category.clone().unwrap_or_default(),
            joined: wanted.joined,
            certificate: wanted.certificate.clone().unwrap_or_default(),
            weights: wanted.weights.iter().cloned().collect(),
            groups: groups.split_whitespace().map(str::to_owned).collect(),
            legal_proof: wanted.legal_proof.clone().unwrap_or_default(),
            qualifications: qualifications(wanted.qualifications.as_deref().unwrap_or_default()),
        });
        for said in &wanted.people {
            self.person(wanted.row, unit, said);
        }
    }

    /// Whether a unit is a member is compared in both languages, and never changed.
    fn standing(&mut self, wanted: &Wanted, now: &Membership) {
        let Some(said) = wanted.standing.as_deref() else { return };
        let now = [Lang::Zh, Lang::En].map(|lang| standing(lang, now));
        if now.iter().all(|word| !word.eq_ignore_ascii_case(said)) {
            let why = CellFault::StandingByDecision(now);
            self.fault(wanted.row, columns::STANDING, said, why);
        }
    }

    fn known(&mut self, wanted: &Wanted, member: &Member) {
        self.standing(wanted, &member.standing);
        let entry = &member.entry;
        // What was written out from the book says the same as the book, whatever its cells hold.
        let other = |cell: &Option<String>, held: &dyn Fn(Lang) -> String| {
            let same = |cell: &String| {
                [Lang::Zh, Lang::En].iter().any(|l| held(*l).trim() == cell.as_str())
            };
            cell.clone().filter(|cell| !same(cell))
        };
        let text = |cell: &Option<String>, held: &str| other(cell, &|_| held.to_owned());
        let amendment = Amendment {
            unit: entry.unit,
            name: text(&Some(wanted.name.clone()).filter(|n| !n.is_empty()), &entry.name),
            short: text(&wanted.short, &entry.short),
            category: text(&wanted.category, &entry.category),
            joined: wanted.joined,
            certificate: text(&wanted.certificate, &entry.certificate),
            legal_proof: text(&wanted.legal_proof, &entry.legal_proof),
            qualifications: other(&wanted.qualifications, &|lang| {
                crate::text::words::members::qualifications(lang, &entry.qualifications)
            })
            .map(|cell| qualifications(&cell)),
            weights: (!wanted.weights.is_empty()).then(|| {
                let mut weights = entry.weights.clone();
                weights.extend(wanted.weights.iter().cloned());
                weights
            }),
            groups: other(&wanted.groups, &|_| entry.groups.join(" "))
                .map(|cell| cell.split_whitespace().map(str::to_owned).collect()),
            why: String::new(),
        };
        let changes = amendment.changes(entry);
        if !changes.is_empty() {
            self.found.amend.push((amendment, changes));
        }
        for said in &wanted.people {
            self.person(wanted.row, entry.unit, said);
        }
    }

    fn person(&mut self, row: usize, unit: u32, said: &Said) {
        let kept = self.people.get(&(unit, said.role)).and_then(|all| all.get(said.place - 1));
        let person = kept.and_then(|no| self.book.people.get(no));
        let was = person.and_then(|p| self.contacts.get(&p.no)).cloned();
        // Another name is another person: nothing of the one before is that person's.
        let other = !said.contact.name.is_empty()
            && was.as_ref().is_some_and(|was| was.name != said.contact.name);
        let mut contact = was.clone().filter(|_| !other).unwrap_or_default();
        for (slot, said) in contact.fields_mut().into_iter().zip(said.contact.fields()) {
            if !said.is_empty() {
                slot.clone_from(said);
            }
        }
        if contact.name.is_empty() {
            let [zh, en] = columns::person_column(said.role, said.place, Field::Card(0));
            let (column, value) = ([zh, en], String::new());
            let fault = RosterFault::Cell { row, column, value, why: CellFault::Missing };
            return self.faults.push(fault);
        }
        if let Some(no) = said.letter.filter(|no| self.book.documents.iter().all(|d| d.no != *no)) {
            let column = columns::person_column(said.role, said.place, Field::Letter);
            let (value, why) = (no.to_string(), CellFault::NotAPaper);
            return self.faults.push(RosterFault::Cell { row, column, value, why });
        }
        let old = person.and_then(|p| p.letter);
        let held = old.filter(|_| !other).unwrap_or_default();
        let letter = Authority {
            document: said.letter.or(held.document),
            from: said.from.or(held.from),
            to: said.to.or(held.to),
        };
        let letter = Some(letter).filter(|l| !l.is_empty() && !said.role.is_single());
        if was.as_ref() == Some(&contact) && letter == old {
            return;
        }
        let (person, role) = (person.map(|p| p.no), said.role);
        let keep = KeepPerson { person, unit, role, letter, digest: String::new() };
        self.found.people.push(PersonWanted { keep, contact, was });
    }

    /// No two units may have one name once all is done.
    fn names(&mut self, wanted: &[Wanted]) {
        let mut ends: BTreeMap<u32, &str> =
            self.book.members.iter().map(|(no, m)| (*no, m.entry.name.as_str())).collect();
        let mut renamed: BTreeMap<&str, u32> = BTreeMap::new();
        let found = std::mem::take(&mut self.found.amend);
        for (amendment, _) in &found {
            if let Some(name) = &amendment.name {
                ends.insert(amendment.unit, name);
                renamed.insert(name, amendment.unit);
            }
        }
        let mut taken = Vec::new();
        for (no, name) in &ends {
            if renamed.get(name).is_some_and(|unit| unit != no) {
                let row = wanted.iter().find(|w| w.name == *name).map_or(0, |w| w.row);
                taken.push((row, (*name).to_owned(), *no));
            }
        }
        self.found.amend = found;
        for (row, name, no) in taken {
            self.fault(row, columns::NAME, &name, CellFault::NameOf(no));
        }
    }
}
