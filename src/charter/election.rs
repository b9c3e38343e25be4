//! How elections are held: what the charter, or the custom it leaves room for, fixes before anybody stands.

use super::Basis;
use serde::{Deserialize, Serialize};

/// The defaults of every election of this charter; the election rules a meeting adopts may differ.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ElectionPolicy {
    /// Matter by which a meeting adopts its election rules and approves its tellers.
    pub adopting: String,
    /// What is marked on a paper.
    pub legend: Legend,
    /// What a paper without any mark is.
    pub blank: Blank,
    /// Whether a name may be written in.
    pub write_ins: WriteIns,
    /// Fewest members that must nominate a candidate; 0 where one nominator in words is enough.
    pub nominators: u32,
    /// What these values rest on.
    pub basis: Basis,
}

/// The marks of a paper. The same mark means yes in one house and abstention in another, so the legend is
/// recorded with the election and printed on its papers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Legend {
    /// For.
    pub yes: String,
    /// Against.
    pub no: String,
    /// Abstaining; empty where no mark is an abstention.
    pub abstain: String,
}

/// What a paper without any mark is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Blank {
    /// A valid paper that abstains.
    Abstain,
    /// An invalid paper.
    Invalid,
}

/// Whether a name may be written in (另选他人).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WriteIns {
    /// No.
    None,
    /// Only on a paper that votes against a candidate.
    Against,
    /// On any paper.
    Free,
}
