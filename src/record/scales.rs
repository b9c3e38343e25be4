//! What is counted beside heads in a vote: weights, groups, vetoes, papers on file, frozen with it.

use super::command::Choice;
use super::event::{Count, Frozen};
use super::judging::{Sheet, Sides};
use super::state::Vote;
use super::tally::Tally;
use crate::charter::rule::scale_name;
use crate::charter::{Amount, Method};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The sides of a count in one weight or group, entered beside the heads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Beside {
    /// For.
    pub yes: Amount,
    /// Against.
    pub no: Amount,
    /// Abstaining.
    #[serde(default)]
    pub abstain: Amount,
}

/// What a rule counts beside heads, as it stood when the vote was opened.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Scales {
    /// The weight of each unit on the roll, in order of number, by the name of the weight. Pairs, because
    /// the keys of a JSON object are texts.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub weights: BTreeMap<String, Vec<(u32, Amount)>>,
    /// The units of each group on the roll.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub groups: BTreeMap<String, BTreeSet<u32>>,
    /// Names of the units whose vote against stops the motion.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub vetoes: Vec<(u32, String)>,
    /// Preconditions on file for the item.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub on_file: Vec<String>,
    /// Whether equal votes on the same motion were declared before.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub voted_again: bool,
}

impl Scales {
    /// Whether there is nothing beside heads.
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }

    fn has(&self, group: Option<&str>, unit: u32) -> bool {
        group.is_none_or(|name| self.groups.get(name).is_some_and(|g| g.contains(&unit)))
    }

    fn weight(&self, weight: Option<&str>, unit: u32) -> Amount {
        match weight {
            None => Amount::whole(1),
            Some(name) => {
                let all = self.weights.get(name).map(Vec::as_slice).unwrap_or_default();
                let at = all.binary_search_by_key(&unit, |(u, _)| *u).ok();
                at.and_then(|at| all.get(at)).map_or(Amount::ZERO, |(_, weight)| *weight)
            }
        }
    }

    /// The sum over some units, in a scale.
    pub fn sum<'u>(
        &self,
        (group, weight): (Option<&str>, Option<&str>),
        units: impl IntoIterator<Item = &'u u32>,
    ) -> Amount {
        let units = units.into_iter().filter(|u| self.has(group, **u));
        units.map(|u| self.weight(weight, *u)).sum()
    }
}

/// Everything counted in a vote, laid out to be judged.
pub fn sheet(vote: &Vote, counts: &[&Count], tally: &Tally) -> Sheet {
    let voters = vote.voters();
    let mut sheet = heads(&vote.frozen, u32::try_from(voters.len()).unwrap_or(u32::MAX), tally);
    let frozen = &vote.frozen;
    for scale in frozen.rule.scales() {
        let name = scale_name(scale.0, scale.1);
        let mut sides = Sides {
            present: Some(frozen.scales.sum(scale, &voters)),
            total: Some(frozen.scales.sum(scale, &frozen.roll)),
            recused: frozen.scales.sum(scale, &frozen.recused),
            ..Sides::default()
        };
        match vote.method {
            Method::RollCall => {
                let who = |choice: Choice| {
                    let units = vote.calls.iter().filter(|(_, c)| **c == choice).map(|(u, _)| u);
                    Some(frozen.scales.sum(scale, units))
                };
                sides.yes = who(Choice::Yes);
                sides.no = who(Choice::No);
                sides.abstain = who(Choice::Abstain);
            }
            Method::Hands | Method::Secret => {
                let of = |get: fn(&Beside) -> Amount| {
                    counts.iter().map(|c| c.by.get(&name).map(get)).sum::<Option<Amount>>()
                };
                let any = !counts.is_empty();
                sides.yes = of(|b| b.yes).filter(|_| any);
                sides.no = of(|b| b.no).filter(|_| any);
                sides.abstain = of(|b| b.abstain).filter(|_| any);
            }
        }
        sheet.others.insert(name, sides);
    }
    if vote.method == Method::RollCall {
        let against = |unit: &u32| vote.calls.get(unit) == Some(&Choice::No);
        let names = frozen.scales.vetoes.iter().filter(|(unit, _)| against(unit));
        sheet.vetoes = Some(names.map(|(_, name)| name.clone()).collect());
    }
    sheet
}

/// The heads of a vote and what was frozen with it; all that a plain rule asks for.
pub fn heads(frozen: &Frozen, voters: u32, tally: &Tally) -> Sheet {
    let count = |units: &[u32]| Amount::whole(u32::try_from(units.len()).unwrap_or(u32::MAX));
    let plain = Sides {
        yes: Some(Amount::whole(tally.yes)),
        no: Some(Amount::whole(tally.no)),
        abstain: Some(Amount::whole(tally.abstain)),
        invalid: Amount::whole(tally.invalid),
        present: Some(Amount::whole(voters)),
        total: Some(count(&frozen.roll)),
        recused: count(&frozen.recused),
        not_voting: None,
    };
    Sheet {
        plain,
        on_file: Some(frozen.scales.on_file.clone()),
        blocking: blocking(frozen),
        voted_again: frozen.scales.voted_again,
        ..Sheet::default()
    }
}

/// The least number of members with more than a share of a weight, and so many more.
fn blocking(frozen: &Frozen) -> Option<u32> {
    let unless = frozen.rule.unless.as_ref()?;
    let (name, share) = (unless.weight.as_ref()?, unless.more_than?);
    let of = frozen.scales.weights.get(name)?;
    let voting = of.iter().filter(|(unit, _)| !frozen.recused.contains(unit));
    let mut weights: Vec<Amount> = voting.map(|(_, weight)| *weight).collect();
    weights.sort_unstable();
    let all: Amount = weights.iter().copied().sum();
    let wanted = all.millionths().checked_mul(u128::from(share.num))?;
    let (mut sum, mut members) = (Amount::ZERO, 0_u32);
    for weight in weights.into_iter().rev() {
        sum = sum + weight;
        members += 1;
        if sum.millionths().saturating_mul(u128::from(share.den)) > wanted {
            break;
        }
    }
    members.checked_add(unless.plus.unwrap_or(0))
}
