//! Members and people: what a unit's entry says, how it is changed, and who speaks for a unit.
//!
//! The log knows of a person only the number, the unit, the role and the digest of a card. What is on
//! the card ([`Contact`]) is kept outside the chain and can be removed.

pub mod history;

use super::Stamp;
use super::command::{Command, Enrolment};
use super::state::Book;
use crate::charter::Amount;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Something a unit is licensed or accredited for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Qualification {
    /// What it is, with its number, in words.
    pub what: String,
    /// Last day it is good for; without an end where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
}

/// What is to change in a unit's entry; a field that is absent stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amendment {
    /// Member number.
    pub unit: u32,
    /// Full name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Short name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<String>,
    /// Category id of the charter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// Day of joining.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joined: Option<NaiveDate>,
    /// Certificate number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate: Option<String>,
    /// What shows that it is a legal person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_proof: Option<String>,
    /// All its qualifications from now on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub qualifications: Option<Vec<Qualification>>,
    /// All its weights from now on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weights: Option<BTreeMap<String, Amount>>,
    /// All its voting groups from now on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub groups: Option<Vec<String>>,
    /// Why; asked for once the first meeting is called.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
}

impl Amendment {
    /// What this changes in an entry, field by field, in the order of the register.
    pub fn changes(&self, entry: &Enrolment) -> Vec<Changed> {
        let mut found = Vec::new();
        let texts: [(&Option<String>, &String, Made); 5] = [
            (&self.name, &entry.name, |was, now| Changed::Name { was, now }),
            (&self.short, &entry.short, |was, now| Changed::Short { was, now }),
            (&self.category, &entry.category, |was, now| Changed::Category { was, now }),
            (&self.certificate, &entry.certificate, |was, now| Changed::Certificate { was, now }),
            (&self.legal_proof, &entry.legal_proof, |was, now| Changed::LegalProof { was, now }),
        ];
        for (wanted, was, changed) in texts {
            if let Some(now) = wanted.as_deref().map(str::trim).filter(|now| now != was) {
                found.push(changed(was.clone(), now.to_owned()));
            }
        }
        if let Some(now) = self.joined.filter(|now| Some(*now) != entry.joined) {
            found.push(Changed::Joined { was: entry.joined, now: Some(now) });
        }
        if let Some(now) = self.qualifications.as_ref().filter(|now| **now != entry.qualifications)
        {
            let (was, now) = (entry.qualifications.clone(), now.clone());
            found.push(Changed::Qualifications { was, now });
        }
        if let Some(now) = self.weights.as_ref().filter(|now| **now != entry.weights) {
            let pairs = |weights: &BTreeMap<String, Amount>| {
                weights.iter().map(|(name, amount)| (name.clone(), *amount)).collect()
            };
            found.push(Changed::Weights { was: pairs(&entry.weights), now: pairs(now) });
        }
        if let Some(now) = self.groups.as_ref().filter(|now| **now != entry.groups) {
            found.push(Changed::Groups { was: entry.groups.clone(), now: now.clone() });
        }
        found
    }
}

/// Makes a change of a text from what was and what is now.
type Made = fn(String, String) -> Changed;

/// A field of a unit's entry as it was and as it is now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "field", rename_all = "snake_case")]
pub enum Changed {
    /// Full name.
    Name { was: String, now: String },
    /// Short name.
    Short { was: String, now: String },
    /// Category id of the charter.
    Category { was: String, now: String },
    /// Certificate number.
    Certificate { was: String, now: String },
    /// What shows that it is a legal person.
    LegalProof { was: String, now: String },
    /// Day of joining.
    Joined { was: Option<NaiveDate>, now: Option<NaiveDate> },
    /// Qualifications.
    Qualifications { was: Vec<Qualification>, now: Vec<Qualification> },
    /// Weights by name.
    Weights { was: Vec<(String, Amount)>, now: Vec<(String, Amount)> },
    /// Voting groups.
    Groups { was: Vec<String>, now: Vec<String> },
}

impl Changed {
    /// Whether votes depend on it.
    pub fn weighs(&self) -> bool {
        matches!(self, Self::Weights { .. } | Self::Groups { .. })
    }
    /// Puts what is now into an entry.
    pub fn put(&self, entry: &mut Enrolment) {
        match self {
            Self::Name { now, .. } => entry.name.clone_from(now),
            Self::Short { now, .. } => entry.short.clone_from(now),
            Self::Category { now, .. } => entry.category.clone_from(now),
            Self::Certificate { now, .. } => entry.certificate.clone_from(now),
            Self::LegalProof { now, .. } => entry.legal_proof.clone_from(now),
            Self::Joined { now, .. } => entry.joined = *now,
            Self::Qualifications { now, .. } => entry.qualifications.clone_from(now),
            Self::Weights { now, .. } => entry.weights = now.iter().cloned().collect(),
            Self::Groups { now, .. } => entry.groups.clone_from(now),
        }
    }
}

/// A unit's entry was changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amended {
    /// Member number.
    pub unit: u32,
    /// What changed.
    pub changed: Vec<Changed>,
    /// Why; may be empty before the first meeting only.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
}

/// What a person is for a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Through whom the unit is reached; one a unit.
    Liaison,
    /// Who represents it by law; one a unit.
    LegalRepresentative,
    /// Whom it sends, by a letter; any number.
    Delegate,
}

impl Role {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 3] = [Self::LegalRepresentative, Self::Liaison, Self::Delegate];
    /// Whether a unit has one at most.
    pub fn is_single(self) -> bool {
        self != Self::Delegate
    }
}

/// What a delegate's letter of authority covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Authority {
    /// The letter, as a paper kept in the book.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<u32>,
    /// First day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
}

impl Authority {
    /// Whether nothing of it is known.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
    /// Whether it covers a day, as far as its own days say.
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// Keeps a person of a unit. Where `person` is absent, the single one of its role is replaced, and a
/// delegate is added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeepPerson {
    /// The person whose card is replaced.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<u32>,
    /// Member number.
    pub unit: u32,
    /// What the person is for it.
    pub role: Role,
    /// What a delegate's letter covers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub letter: Option<Authority>,
    /// Digest of the card, hexadecimal; put in where the card is sealed.
    #[serde(default)]
    pub digest: String,
}

/// Removes a person's card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ForgetPerson {
    /// The person.
    pub person: u32,
    /// Why.
    pub why: String,
}

/// What a table wants the register to be: all of it is done, or nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImportRegister {
    /// New units; before the first meeting only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub enrol: Vec<Enrolment>,
    /// Changes; their own `why` is not read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub amend: Vec<Amendment>,
    /// People.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<KeepPerson>,
    /// Why; asked for once the first meeting is called, if anything is amended.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
}

/// A person of a unit is on a card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// Number in the book, from 1.
    pub person: u32,
    /// Member number.
    pub unit: u32,
    /// What the person is for it.
    pub role: Role,
    /// What a delegate's letter covers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub letter: Option<Authority>,
    /// Digest of the card with its salt, hexadecimal.
    pub digest: String,
    /// Digest of the card it replaces.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub was: Option<String>,
}

/// A person's card was removed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Forgotten {
    /// The person.
    pub person: u32,
    /// Member number.
    pub unit: u32,
    /// What the person was for it.
    pub role: Role,
    /// Why.
    pub why: String,
}

/// A person of a unit, as far as the log knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Number in the book.
    pub no: u32,
    /// Member number.
    pub unit: u32,
    /// What the person is for it.
    pub role: Role,
    /// What a delegate's letter covers.
    pub letter: Option<Authority>,
    /// Digest of the card, hexadecimal.
    pub digest: String,
    /// When it was last kept.
    pub kept: Stamp,
    /// When and why the card was removed.
    pub forgotten: Option<(Stamp, String)>,
}

/// What is known of a person: never in the log, the minutes, the hall or a view.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Name.
    pub name: String,
    /// Telephone.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// E-mail.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub email: String,
    /// Number of an identity document.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub identity: String,
    /// Address.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// Anything else.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Contact {
    /// The fields in their order.
    pub fn fields(&self) -> [&String; 6] {
        [&self.name, &self.phone, &self.email, &self.identity, &self.address, &self.note]
    }
    /// See [`Self::fields`].
    pub fn fields_mut(&mut self) -> [&mut String; 6] {
        let Self { name, phone, email, identity, address, note } = self;
        [name, phone, email, identity, address, note]
    }
}

/// The cards a command brings, in order, for their digests to be put in.
pub fn cards_of(command: &mut Command) -> Vec<&mut KeepPerson> {
    match command {
        Command::KeepPerson(keep) => vec![keep],
        Command::ImportRegister(import) => import.people.iter_mut().collect(),
        _ => Vec::new(),
    }
}

impl Book {
    /// The people of a unit whose cards are kept, by role and number.
    pub fn people_of(&self, unit: u32) -> Vec<&Person> {
        let kept = |p: &&Person| p.unit == unit && p.forgotten.is_none();
        let mut people: Vec<&Person> = self.people.values().filter(kept).collect();
        people.sort_by_key(|p| (Role::ALL.iter().position(|r| *r == p.role), p.no));
        people
    }
    /// The digests of the cards that are to be kept.
    pub fn cards_in_use(&self) -> BTreeSet<String> {
        let kept = self.people.values().filter(|p| p.forgotten.is_none());
        kept.map(|p| p.digest.clone()).collect()
    }
}
