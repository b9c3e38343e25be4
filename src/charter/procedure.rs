//! Procedures between meetings as a charter file writes them: what is taken up, in which steps, and
//! what follows from each.

use super::{Basis, Clauses, Name};
use serde::{Deserialize, Serialize};

/// A condition of admission.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// Id used in commands.
    pub id: String,
    /// The text.
    pub name: Name,
    /// Years before the application it looks back on; none where it is about today.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub years: Option<u32>,
    /// Categories of member it applies to; all where empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub only: Vec<String>,
    /// What it rests on.
    pub basis: Basis,
}

/// Whom or what a case is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Concerns {
    /// A body that is not a member yet.
    Applicant,
    /// A member.
    Member,
    /// A text, a question or another thing with a title.
    Text,
}

/// One of the charter's lists of which a case names entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Names {
    /// Duties of members: which was broken.
    Duty,
    /// Rights of members: which is used.
    Right,
    /// Tasks of the association: which is served.
    Task,
}

/// A procedure with its steps. Without `concerns` it is a description only; with it cases are opened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Procedure {
    /// Id.
    pub id: String,
    /// How it is called.
    pub name: Name,
    /// What a case is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub concerns: Option<Concerns>,
    /// The matter under which a case is put to the vote; chosen when it is put where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matter: Option<String>,
    /// A list of which every case names at least one entry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub names: Option<Names>,
    /// Steps in words, where they are only described.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Name>,
    /// Steps that are taken and recorded, in order.
    #[serde(rename = "step", default, skip_serializing_if = "Vec::is_empty")]
    pub taken: Vec<Step>,
    /// What it rests on.
    pub basis: Basis,
}

impl Procedure {
    /// The step with this id.
    pub fn step(&self, id: &str) -> Option<&Step> {
        self.taken.iter().find(|s| s.id == id)
    }
    /// The place of a step.
    pub fn place(&self, id: &str) -> Option<usize> {
        self.taken.iter().position(|s| s.id == id)
    }
    /// The place of the vote, where there is one.
    pub fn vote(&self) -> Option<usize> {
        self.taken.iter().position(|s| s.kind == StepKind::Vote)
    }
}

/// How a step is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    /// It is recorded that it was done: when, by whom, with what paper.
    #[default]
    Record,
    /// The conditions of admission are checked, each with its evidence.
    Conditions,
    /// Entries come in one by one, as opinions do, until the step is closed.
    Collect,
    /// It is put on the agenda of a meeting, and decided there.
    Vote,
}

/// What a step changes in the book by itself, without a vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepEffect {
    /// The member loses its membership.
    Lose,
    /// The member may do what the case is about, from a day to a day.
    Permit,
}

/// A step of a procedure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Id used in commands.
    pub id: String,
    /// What is done.
    pub name: Name,
    /// How it is taken.
    #[serde(default)]
    pub kind: StepKind,
    /// Office or body that takes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// Clauses that ask for it; a step without is recommended only and may be passed over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article: Option<Clauses>,
    /// Precondition of the vote that it puts on file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub files: Option<String>,
    /// Observer who receives a copy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copy_to: Option<String>,
    /// How it can end; the first is the ordinary end. It is simply done where there are none.
    #[serde(rename = "outcome", default, skip_serializing_if = "Vec::is_empty")]
    pub outcomes: Vec<Outcome>,
    /// What it changes by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effect: Option<StepEffect>,
}

impl Step {
    /// Whether the charter asks for it.
    pub fn is_required(&self) -> bool {
        self.article.is_some()
    }
}

/// Where the end of a step leads other than on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Turn {
    /// The step has to be taken again once what is missing is there.
    Again,
    /// The case is over.
    Ends,
}

/// How a step, or the review of a member, can end.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// Id used in commands.
    pub id: String,
    /// How it is called.
    pub name: Name,
    /// Where it leads; on to the next step where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub turn: Option<Turn>,
    /// Procedure of the case it opens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opens: Option<String>,
    /// Whether it sets a day by which something is put right.
    #[serde(default, skip_serializing_if = "is_false")]
    pub until: bool,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_false(value: &bool) -> bool {
    !value
}

/// The yearly review of all members.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// Office or body that reviews.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// How it can end; the first is the ordinary end.
    #[serde(rename = "outcome")]
    pub outcomes: Vec<Outcome>,
    /// What it rests on.
    pub basis: Basis,
}

/// Who acts for an office whose holder cannot.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Acting {
    /// The office acted for; its holder designates.
    pub office: String,
    /// The office of which a holder can be designated.
    pub from: String,
    /// What it rests on.
    pub basis: Basis,
}
