//! One thing found, with the names and figures its sentence needs; and a refusal made of it.

use super::Code;
use crate::charter::Clauses;

/// One thing found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What.
    pub code: Code,
    /// The rest of the name where the charter supplies it.
    pub detail: String,
    /// Names and figures a sentence needs, in the order they are said.
    pub fields: Vec<(&'static str, String)>,
    /// Clauses it rests on.
    pub clauses: Clauses,
    /// Lawful ways out: bodies that may decide it.
    pub routes: Vec<String>,
}

impl Finding {
    /// A finding with nothing more to say.
    pub fn new(code: Code) -> Self {
        Self {
            code,
            detail: String::new(),
            fields: Vec::new(),
            clauses: Clauses::default(),
            routes: Vec::new(),
        }
    }
    /// With the rest of its name.
    #[must_use]
    pub fn named(mut self, detail: impl Into<String>) -> Self {
        self.detail = detail.into();
        self
    }
    /// With a field.
    #[must_use]
    pub fn with(mut self, key: &'static str, value: impl ToString) -> Self {
        self.fields.push((key, value.to_string()));
        self
    }
    /// With the clauses it rests on.
    #[must_use]
    pub fn citing(mut self, clauses: &Clauses) -> Self {
        self.clauses = clauses.clone();
        self
    }
    /// The full code.
    pub fn full_code(&self) -> String {
        let stem = self.code.stem();
        match self.code {
            Code::CharterFlag | Code::PresiderAs if !self.detail.is_empty() => self.detail.clone(),
            Code::NotInRecess => format!("{stem}_{}_still_open", self.detail),
            _ if self.detail.is_empty() => stem.to_owned(),
            _ => format!("{stem}_{}", self.detail),
        }
    }
    /// A field's value, empty where it is not there.
    pub fn field(&self, key: &str) -> &str {
        self.fields.iter().find(|(k, _)| *k == key).map_or("", |(_, v)| v.as_str())
    }
}

/// Why something is not in order. Not an error of the program: it is the charter's answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The reason.
    pub finding: Finding,
    /// Warnings that wait for a reason, where that is what is missing.
    pub warnings: Vec<Finding>,
}

impl From<Finding> for Refusal {
    fn from(finding: Finding) -> Self {
        Self { finding, warnings: Vec::new() }
    }
}

impl From<Code> for Refusal {
    fn from(code: Code) -> Self {
        Finding::new(code).into()
    }
}
