//! The one number on which readings differ, with what follows from each.

use crate::charter::cite::han;
use crate::charter::{Charter, Comparator, Name, Ruling};
use crate::record::event::Frozen;
use crate::record::tally::Verdict;
use crate::text::Lang;
use crate::text::words::{counted, outcome_name, two};

/// Both readings of a vote, where the figures fall on the one number that divides them, or where the
/// recused decide it; empty where there is only one.
pub fn other_reading(lang: Lang, charter: &Charter, verdict: &Verdict, frozen: &Frozen) -> String {
    let parts = [by_base(charter, verdict, frozen), by_number(verdict, frozen)];
    let parts: Vec<String> =
        parts.into_iter().flatten().map(|reading| lang.pick(&reading)).collect();
    parts.join("\n")
}

/// The recused left out of the base, and counted in.
fn by_base(charter: &Charter, verdict: &Verdict, frozen: &Frozen) -> Option<Name> {
    let whole = verdict.other_base?;
    let rule = &frozen.rule;
    let carried = rule.share.met(rule.cmp, verdict.tally.yes, whole);
    let needed = rule.share.bound(rule.cmp, whole)?;
    let counter = &charter.identity.counter;
    let (base, whole) = (counted(counter, verdict.base), counted(counter, whole));
    let (here, there) = (outcome_name(verdict.carried), outcome_name(carried));
    let used = verdict.needed?;
    Some(two(
        format!(
            "回避者不计入基数（{}），须{used}票：{}；计入基数（{}），须{needed}票：{}。",
            base.zh, here.zh, whole.zh, there.zh
        ),
        format!(
            "With the recused left out of the base ({}) {used} are needed: {}; with them in it ({}) {needed} are: {}.",
            base.en, here.en, whole.en, there.en
        ),
    ))
}

/// The share itself enough, and not enough.
fn by_number(verdict: &Verdict, frozen: &Frozen) -> Option<Name> {
    let rule = &frozen.rule;
    if !rule.is_plain()
        || !verdict.exact
        || rule.exactly.as_ref().is_none_or(|e| e.ruling == Ruling::None)
    {
        return None;
    }
    let under = |cmp| {
        let needed = rule.share.bound(cmp, verdict.base)?;
        let carried = rule.share.met(cmp, verdict.tally.yes, verdict.base);
        Some((needed, outcome_name(carried)))
    };
    let (n, with) = under(Comparator::AtLeast)?;
    let (m, without) = under(Comparator::MoreThan)?;
    let yes = verdict.tally.yes;
    Some(two(
        format!(
            "赞成{yes}票。含本数的读法：须{n}票，{}；不含本数的读法：须{m}票，{}。",
            with.zh, without.zh
        ),
        format!(
            "{yes} in favour. If the number itself is included {n} are needed: {}; if not, {m} are: {}.",
            with.en, without.en
        ),
    ))
}

/// What a share asks for beside its base, for the presider: `全体成员的半数`.
pub(super) fn share_words(frozen: &Frozen) -> Name {
    let rule = &frozen.rule;
    let of = crate::text::charter::base_words(rule.base);
    let share = rule.share;
    if (share.num, share.den) == (1, 2) {
        return two(format!("{}的半数", of.zh), format!("half of {}", of.en));
    }
    two(
        format!("{}的{}分之{}", of.zh, han(share.den), han(share.num)),
        format!("{}/{} of {}", share.num, share.den, of.en),
    )
}
