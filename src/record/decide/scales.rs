//! Weights, groups and vetoes in the live session: frozen with a vote, and entered beside its heads.

use super::super::event::Count;
use super::super::finding::{Code, Finding, Refusal};
use super::super::scales::Scales;
use super::super::state::{Book, Item, Meeting, Vote, VoteState};
use super::super::tally;
use crate::charter::rule::scale_name;
use crate::charter::{Amount, Quorum, Rule, TieEnd};
use std::collections::BTreeSet;

/// What a rule counts beside heads, as the register has it; nothing for a plain rule.
pub(super) fn freeze(book: &Book, rule: &Rule, roll: &[u32], item: &Item) -> Scales {
    let mut scales = Scales::default();
    let mut groups: BTreeSet<&str> = BTreeSet::new();
    let mut weights: BTreeSet<&str> = BTreeSet::new();
    for (group, weight) in rule.scales() {
        groups.extend(group);
        weights.extend(weight);
    }
    weights.extend(rule.unless.iter().filter_map(|u| u.weight.as_deref()));
    for name in weights {
        scales.weights.insert(name.to_owned(), weights_of(book, name, roll));
    }
    for name in groups {
        let units = roll.iter().copied().filter(|u| belongs(book, *u, name)).collect();
        scales.groups.insert(name.to_owned(), units);
    }
    if let Some(veto) = &rule.veto {
        for unit in roll {
            let name = book.unit_name(*unit);
            let of_group = veto.group.as_ref().is_some_and(|g| belongs(book, *unit, g));
            if of_group || veto.names.contains(&name) {
                scales.vetoes.push((*unit, name));
            }
        }
    }
    if rule.alternatives.iter().any(|a| a.needs.is_some()) {
        scales.on_file = item.filed.iter().map(|f| f.precondition.clone()).collect();
    }
    scales
}

/// A weight of every unit on the roll; one that has none of that name weighs nothing.
fn weights_of(book: &Book, name: &str, roll: &[u32]) -> Vec<(u32, Amount)> {
    let own = |unit: &u32| {
        let entry = book.members.get(unit).map(|m| &m.entry);
        let weight = entry.and_then(|e| e.weights.get(name)).copied();
        (*unit, weight.unwrap_or(Amount::ZERO))
    };
    roll.iter().map(own).collect()
}

fn belongs(book: &Book, unit: u32, group: &str) -> bool {
    book.members.get(&unit).is_some_and(|m| m.entry.groups.iter().any(|g| g == group))
}

/// Whether the weight present reaches a quorum that is measured by it; true for one of heads.
pub(super) fn weighed(
    book: &Book,
    quorum: &Quorum,
    again: bool,
    units: &[u32],
    roll: &[u32],
) -> bool {
    let Some(name) = &quorum.weight else {
        return true;
    };
    let sum =
        |units: &[u32]| weights_of(book, name, units).into_iter().map(|(_, w)| w).sum::<Amount>();
    let (share, cmp, count) = quorum.in_force(again);
    let (present, all) = (sum(units), sum(roll));
    match count {
        Some(count) => present >= Amount::whole(count),
        None => crate::charter::rule::needed(share, cmp, all, 1).is_some_and(|n| present >= n),
    }
}

/// Whether equal votes on this motion, to be voted again, were declared before.
pub(super) fn voted_before(meeting: &Meeting, motion: u32, subjects: &[usize]) -> bool {
    let same =
        |v: &&Vote| v.motion == motion && v.subjects == subjects && v.state == VoteState::Declared;
    let tied =
        |v: &Vote| v.declared.last().is_some_and(|d| d.verdict.tie == Some(TieEnd::SecondVote));
    meeting.votes.iter().filter(same).any(tied)
}

/// What is entered beside heads belongs to the rule, and is no more than those who vote have.
pub(super) fn beside_fits(vote: &Vote, new: &Count) -> Result<(), Refusal> {
    let frozen = &vote.frozen;
    let scales = frozen.rule.scales();
    let known = |name: &String| scales.iter().find(|s| scale_name(s.0, s.1) == *name);
    let mut with_new = vote.clone();
    with_new.counts.push(new.clone());
    let standing = tally::standing_counts(&with_new);
    let voters = vote.voters();
    for name in new.by.keys() {
        let Some(scale) = known(name) else {
            return Err(Finding::new(Code::UnknownName).with("name", name).into());
        };
        let entered = standing.iter().filter_map(|c| c.by.get(name));
        let sum: Amount = entered.map(|b| b.yes + b.no + b.abstain).sum();
        let present = frozen.scales.sum(*scale, &voters);
        if sum > present {
            let found = Finding::new(Code::ScaleExceeds).with("scale", name);
            return Err(found.with("counted", sum).with("present", present).into());
        }
    }
    Ok(())
}
