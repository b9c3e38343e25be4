//! Decision rules as data: measures, alternatives, vetoes, quorums of a single vote, ties.
//!
//! The plain rule is one measure: `base`, `share`, `cmp`. Everything else is optional and absent from
//! a charter that does not need it.

use super::{Amount, Basis, Comparator, Name, Ratio, Status};
use serde::{Deserialize, Serialize};

/// Of whom a share is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Base {
    /// All units on the body's roll when the vote opens.
    AllMembers,
    /// Those on the roll less the units recused from the item.
    NotRecused,
    /// Those present or validly represented when the vote opens, less the recused.
    Present,
    /// Those who handed in a vote of any kind, invalid papers among them.
    Participating,
    /// Valid votes: yes, no and abstain.
    VotesCast,
    /// Yes and no only.
    YesAndNo,
    /// All voting rights.
    Rights,
    /// The voting rights present.
    RightsPresent,
    /// Seats that are really filled.
    SeatsFilled,
    /// All members of a group.
    Group,
    /// A number the rule itself gives.
    Fixed,
}

impl Base {
    /// Whether the base is known before the votes are.
    pub fn is_known_before(self) -> bool {
        !matches!(self, Self::Participating | Self::VotesCast | Self::YesAndNo)
    }
}

/// Whether the presider rules when the share is hit exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ruling {
    /// The arithmetic alone decides.
    None,
    /// The presider may rule; without a ruling the arithmetic decides.
    Allowed,
    /// Nothing can be declared without a ruling.
    Required,
}

/// What happens on exactly the share.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exactly {
    /// Flags the screen shows and the minutes record.
    pub flags: Vec<String>,
    /// Whether the presider rules.
    pub ruling: Ruling,
    /// What it rests on.
    pub basis: Basis,
}

/// How equal votes end that arithmetic does not carry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TieEnd {
    /// The motion is lost.
    Fails,
    /// The presider casts a vote.
    Casting,
    /// A lot is drawn.
    Lot,
    /// It is voted again; equal again, it is lost.
    SecondVote,
}

/// What happens when yes and no are equal and the motion is not carried by arithmetic.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tie {
    /// Whether the presider has a casting vote.
    #[serde(default)]
    pub casting_vote: bool,
    /// How it ends; by `casting_vote` where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<TieEnd>,
    /// What it rests on; an assumption is flagged `tie`.
    pub basis: Basis,
}

impl Tie {
    /// How it ends.
    pub fn end(&self) -> TieEnd {
        let by_vote = if self.casting_vote { TieEnd::Casting } else { TieEnd::Fails };
        self.outcome.unwrap_or(by_vote)
    }
}

/// One measure: a share of a base, in heads or in a weight, of the whole body or of a group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// Of whom the share is taken.
    pub base: Base,
    /// The share of yes.
    pub share: Ratio,
    /// Whether the share itself is enough.
    pub cmp: Comparator,
    /// The weight counted; heads where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<String>,
    /// The group counted; the whole body where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// The number, for a fixed base.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
    /// Fewest yes, whatever the share says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum: Option<u32>,
}

/// Measures that carry a motion where the rule's own do not.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alternative {
    /// Precondition that must be on file for it: previous notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub needs: Option<String>,
    /// All of these must be met.
    #[serde(rename = "measure")]
    pub measures: Vec<Measure>,
}

/// A motion is deemed carried when too few are not in favour to block it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unless {
    /// Fewer than this many not in favour do not block.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fewer_than: Option<u32>,
    /// In its place: the least number of members with more than `more_than` of this weight …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<String>,
    /// See `weight`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub more_than: Option<Ratio>,
    /// … and so many more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plus: Option<u32>,
}

/// Whose vote against stops a motion; abstaining does not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Veto {
    /// Every unit of this group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Units by their names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
}

/// What is counted towards the quorum of a single vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// Those present or represented.
    Present,
    /// Those who handed in a vote of any kind.
    Participating,
    /// Those in favour.
    Yes,
}

/// A square: `den · v² ≥ num · n`, which needs no root.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Square {
    /// Times the base.
    pub num: u32,
    /// Times the square of those counted.
    pub den: u32,
}

/// The quorum of a single vote: without it the vote does not carry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Turnout {
    /// Who is counted.
    pub who: Who,
    /// Of whom.
    pub base: Base,
    /// The weight counted; heads where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<String>,
    /// The group counted; the whole body where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// The share.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<Ratio>,
    /// Whether the share itself is enough.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cmp: Option<Comparator>,
    /// A number in place of a share.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
    /// A square in place of a share.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub square: Option<Square>,
}

/// A decision rule.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Id used in other tables.
    pub id: String,
    /// How it is called.
    pub name: Name,
    /// The body that decides by it, in a file that lists no matters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// Of whom the share is taken.
    pub base: Base,
    /// The share of yes.
    pub share: Ratio,
    /// Whether the share itself is enough.
    pub cmp: Comparator,
    /// The weight counted by the first measure; heads where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<String>,
    /// The group counted by the first measure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// The number, for a fixed base.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
    /// Fewest yes, whatever the share says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum: Option<u32>,
    /// Measures that must be met as well.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<Measure>,
    /// Measures that carry it too.
    #[serde(rename = "or", default, skip_serializing_if = "Vec::is_empty")]
    pub alternatives: Vec<Alternative>,
    /// When it is deemed carried although the measures are not met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unless: Option<Unless>,
    /// Whose vote against stops it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub veto: Option<Veto>,
    /// The quorum of the single vote: every one of these.
    #[serde(rename = "quorum", default, skip_serializing_if = "Vec::is_empty")]
    pub quorums: Vec<Turnout>,
    /// Whether invalid papers count in a base of votes.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub illegal_in_base: bool,
    /// What it rests on; its articles are cited in every verdict.
    pub basis: Basis,
    /// What happens on exactly the share.
    #[serde(default)]
    pub exactly: Option<Exactly>,
    /// What happens on equal votes.
    #[serde(default)]
    pub tie: Option<Tie>,
}

impl Rule {
    /// The measure in the rule's own keys.
    pub fn first(&self) -> Measure {
        Measure {
            base: self.base,
            share: self.share,
            cmp: self.cmp,
            weight: self.weight.clone(),
            group: self.group.clone(),
            count: self.count,
            minimum: self.minimum,
        }
    }

    /// Whether the rule is one measure of heads and nothing more: what most charters have.
    pub fn is_plain(&self) -> bool {
        self.also.is_empty()
            && self.alternatives.is_empty()
            && self.quorums.is_empty()
            && self.unless.is_none()
            && self.veto.is_none()
            && self.weight.is_none()
            && self.group.is_none()
            && self.minimum.is_none()
            && !self.illegal_in_base
            && !matches!(self.base, Base::Fixed | Base::Participating)
    }

    /// Every list of measures, each of which carries the motion.
    pub fn ways(&self) -> Vec<(Option<&str>, Vec<Measure>)> {
        let mut own = vec![self.first()];
        own.extend(self.also.iter().cloned());
        let mut ways = vec![(None, own)];
        for other in &self.alternatives {
            ways.push((other.needs.as_deref(), other.measures.clone()));
        }
        ways
    }

    /// How equal votes end.
    pub fn tie_end(&self) -> TieEnd {
        self.tie.as_ref().map_or(TieEnd::Fails, Tie::end)
    }

    /// Whether equal votes end by an assumption.
    pub fn tie_is_assumed(&self) -> bool {
        self.tie.as_ref().is_none_or(|t| t.basis.status == Status::Assumed)
    }

    /// The names of everything counted beside the heads of the whole body.
    pub fn scales(&self) -> Vec<(Option<&str>, Option<&str>)> {
        let mut found: Vec<(Option<&str>, Option<&str>)> = Vec::new();
        let own = (self.group.as_deref(), self.weight.as_deref());
        let measures = self.also.iter().chain(self.alternatives.iter().flat_map(|a| &a.measures));
        let measures = measures.map(|m| (m.group.as_deref(), m.weight.as_deref()));
        let turnouts = self.quorums.iter().map(|q| (q.group.as_deref(), q.weight.as_deref()));
        for scale in std::iter::once(own).chain(measures).chain(turnouts) {
            if scale != (None, None) && !found.contains(&scale) {
                found.push(scale);
            }
        }
        found
    }
}

/// The name of something counted: `population`, `villages`, `villages/area`; empty for all heads.
pub fn scale_name(group: Option<&str>, weight: Option<&str>) -> String {
    match (group, weight) {
        (None, None) => String::new(),
        (Some(name), None) | (None, Some(name)) => name.to_owned(),
        (Some(group), Some(weight)) => format!("{group}/{weight}"),
    }
}

/// The smallest amount that meets a share of a base, counted in steps; `None` where the base is
/// nothing.
pub fn needed(share: Ratio, cmp: Comparator, base: Amount, step: u128) -> Option<Amount> {
    let (num, den) = (u128::from(share.num), u128::from(share.den));
    if den == 0 || step == 0 || base == Amount::ZERO {
        return None;
    }
    let product = (base.millionths() / step).checked_mul(num)?;
    let steps = match cmp {
        Comparator::AtLeast => product.div_ceil(den),
        Comparator::MoreThan => product / den + 1,
        Comparator::AtMost => product / den,
    };
    steps.checked_mul(step).map(Amount::of_millionths)
}
