//! What is entered about cases, permits and reviews: the fields of commands and facts.

use super::super::event::Subject;
use crate::charter::Amount;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Opens a case.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewCase {
    /// Procedure id of the charter.
    pub procedure: String,
    /// Whom or what it is about.
    pub subject: Subject,
    /// What it is about, in words.
    #[serde(default)]
    pub text: String,
    /// Entries of the charter's list the procedure names: the duties broken, the tasks served.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
    /// Tasks it serves, where the procedure names another list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<String>,
    /// Damage claimed, in the currency of the funds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<Amount>,
    /// Case it follows from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<u32>,
    /// Day it was taken up; the day of the entry where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<NaiveDate>,
}

/// A case was opened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Opened {
    /// Number in the book, from 1, never used again.
    pub case: u32,
    /// As it was asked for, with the day and the name of the unit filled in.
    pub new: NewCase,
}

/// A condition of admission as it was checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// Condition id.
    pub condition: String,
    /// Whether it is met.
    pub met: bool,
    /// What shows it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub evidence: String,
    /// The kept paper that shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<u32>,
}

/// Takes a step of a case.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TakeStep {
    /// The case.
    pub case: u32,
    /// Step id; the one that comes next where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<String>,
    /// Day; the day of the entry where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<NaiveDate>,
    /// Office or body that took it; the charter's where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// How it ended, by id; the ordinary end where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<String>,
    /// What was done, found or said.
    #[serde(default)]
    pub note: String,
    /// The kept paper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<u32>,
    /// Conditions checked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<Answer>,
    /// Duties broken, for the case it opens, where this one names none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
    /// The member an entry of a collection comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<u32>,
    /// First day of what is permitted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<NaiveDate>,
    /// Last day of what is permitted, or the day by which something is put right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// Whether a collection is closed with this entry.
    #[serde(default, skip_serializing_if = "is_false")]
    pub closes: bool,
    /// Whether a recommended step is passed over; the note says why.
    #[serde(default, skip_serializing_if = "is_false")]
    pub passed: bool,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_false(value: &bool) -> bool {
    !value
}

/// A step was taken: as it was asked for, with step, day and taker filled in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Taken {
    /// The step.
    #[serde(flatten)]
    pub step: TakeStep,
}

/// Puts a case on the agenda of a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PutCase {
    /// The case.
    pub case: u32,
    /// Matter id, where the procedure leaves it open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matter: Option<String>,
    /// Title of the item; drafted from matter and subject where empty.
    #[serde(default)]
    pub title: String,
    /// Wording of the motion; drafted from the charter's where empty.
    #[serde(default)]
    pub draft: String,
    /// Whether it stands on the notice; only before the meeting is called to order.
    #[serde(default)]
    pub on_notice: bool,
}

/// Ends a case before its steps are done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndCase {
    /// The case.
    pub case: u32,
    /// Why.
    pub why: String,
    /// Day; the day of the entry where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<NaiveDate>,
}

/// A member is allowed something from a day to a day: authorised by a decision, or given leave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Permit {
    /// Number in the book, from 1.
    pub permit: u32,
    /// Member number.
    pub unit: u32,
    /// What it may do.
    pub scope: String,
    /// Tasks of the association it serves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<String>,
    /// First day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
    /// The case it was given in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<u32>,
    /// The decision it was given by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<u32>,
}

/// Takes a permit back before its last day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndPermit {
    /// The permit.
    pub permit: u32,
    /// Last day; the day of the entry where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<NaiveDate>,
    /// Why.
    pub why: String,
}

/// A permit with what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Permitted {
    /// As it was given.
    pub permit: Permit,
    /// Last day and reason, where it was taken back.
    pub ended: Option<(NaiveDate, String)>,
    /// Given by a decision that no longer stands.
    pub void: bool,
}

impl Permitted {
    /// Whether it holds on a day.
    pub fn holds(&self, day: NaiveDate) -> bool {
        if self.void {
            return false;
        }
        let last = match (&self.ended, self.permit.to) {
            (Some((ended, _)), Some(to)) => Some((*ended).min(to)),
            (Some((ended, _)), None) => Some(*ended),
            (None, to) => to,
        };
        self.permit.from.is_none_or(|d| d <= day) && last.is_none_or(|d| day <= d)
    }
}

/// The review of a member for a year.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewMember {
    /// Year reviewed.
    pub year: i32,
    /// Member number.
    pub unit: u32,
    /// How it ended, by id; the ordinary end where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<String>,
    /// What was found.
    #[serde(default)]
    pub note: String,
    /// Day by which it is put right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// Duties broken, for what the review opens.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
    /// The kept paper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<u32>,
    /// Day; the day of the entry where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<NaiveDate>,
}

/// Members reviewed alike, all at once.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewRest {
    /// Year reviewed.
    pub year: i32,
    /// What was found.
    #[serde(default)]
    pub note: String,
    /// Day; the day of the entry where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<NaiveDate>,
}
