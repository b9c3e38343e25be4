//! The rules of one association as data: who decides what, by how much, and by which article.
//!
//! Nothing here knows a particular association. A charter file (TOML) is read by [`read`], proven
//! complete by [`check`], and afterwards only looked at. Every value carries a [`Basis`]: whether the
//! charter says it, whether it follows from what the charter says, or whether it is an assumption.

pub mod amount;
pub mod check;
pub mod cite;
pub mod compare;
mod election;
pub mod lint;
pub mod moves;
mod procedure;
pub mod ratio;
pub mod read;
pub mod reading;
pub mod rule;
mod types;
pub mod write;

pub use amount::{Amount, AmountFault};
pub use cite::Clauses;
pub use election::*;
pub use procedure::*;
pub use ratio::{Comparator, Ratio};
pub use rule::{
    Alternative, Base, Exactly, Measure, Rule, Ruling, Square, Tie, TieEnd, Turnout, Unless, Veto,
    Who,
};
pub use types::*;

impl Charter {
    /// The body with this id.
    pub fn body(&self, id: &str) -> Option<&Body> {
        self.bodies.iter().find(|b| b.id == id)
    }
    /// The office with this id.
    pub fn office(&self, id: &str) -> Option<&Office> {
        self.offices.iter().find(|o| o.id == id)
    }
    /// The matter with this id.
    pub fn matter(&self, id: &str) -> Option<&Matter> {
        self.matters.iter().find(|m| m.id == id)
    }
    /// The decision rule with this id.
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|r| r.id == id)
    }
    /// The precondition with this id.
    pub fn precondition(&self, id: &str) -> Option<&Precondition> {
        self.preconditions.iter().find(|p| p.id == id)
    }
    /// The procedure with this id.
    pub fn procedure(&self, id: &str) -> Option<&Procedure> {
        self.procedures.iter().find(|p| p.id == id)
    }
    /// The article with this number.
    pub fn article(&self, no: u32) -> Option<&Article> {
        self.articles.iter().find(|a| a.no == no)
    }
    /// The texts of a flag the charter itself names.
    pub fn flag(&self, id: &str) -> Option<&Flag> {
        self.flags.iter().find(|f| f.id == id)
    }
    /// The open question with this id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|q| q.id == id)
    }
    /// The body that acts for `body` while it is closed, if the charter has one.
    pub fn deputy_of(&self, body: &str) -> Option<&Body> {
        self.bodies.iter().find(|b| b.acts_for.as_ref().is_some_and(|a| a.body == body))
    }
    /// The body of all members: the one whose roll is the register itself.
    pub fn general_body(&self) -> Option<&Body> {
        self.bodies.iter().find(|b| b.roll == Roll::AllMembers)
    }
}
