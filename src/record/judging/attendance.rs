//! Quorums: of the meeting, of the single vote, by share, number or square.

use super::{Attended, Lacking, Sheet, base_of, figure, handed_in, lacking, sides};
use crate::charter::rule::{needed, scale_name};
use crate::charter::{Amount, Base, Comparator, Quorum, Ratio, Rule, Turnout, Who};

/// All quorums of a vote, that of the meeting first, and whether that one could not be judged.
pub(super) fn quorums(
    rule: &Rule,
    meeting: Option<&Quorum>,
    sheet: &Sheet,
) -> Result<(Vec<Attended>, bool), Lacking> {
    let mut all = Vec::new();
    let mut unknown = false;
    if let Some(quorum) = meeting {
        match of_the_meeting(rule, quorum, sheet)? {
            Some(attended) => all.push(attended),
            None => unknown = true,
        }
    }
    for turnout in &rule.quorums {
        all.push(of_the_vote(rule, turnout, sheet)?);
    }
    Ok((all, unknown))
}

/// The meeting's own quorum; `None` where the sheet does not say of how many.
fn of_the_meeting(
    rule: &Rule,
    quorum: &Quorum,
    sheet: &Sheet,
) -> Result<Option<Attended>, Lacking> {
    let counts = scale_name(None, quorum.weight.as_deref());
    let (share, cmp, count) = quorum.in_force(sheet.second_call);
    let needed = match count {
        Some(count) => Amount::whole(count),
        None => {
            let Ok(all) = base_of(rule, Base::NotRecused, &counts, None, sheet) else {
                return Ok(None);
            };
            needed(share, cmp, all, all.step()).unwrap_or(Amount::of_millionths(1))
        }
    };
    let Ok(of) = sides(sheet, &counts) else {
        return Ok(None);
    };
    let have = match of.present {
        Some(present) => present,
        None => {
            // Whoever handed in a vote was there: where they are enough, nobody else need be known.
            let votes = [of.yes, of.no, of.abstain].into_iter().flatten().sum::<Amount>();
            let least = votes + of.invalid;
            if least < needed {
                return Err(lacking(sheet, &counts, "present"));
            }
            least
        }
    };
    let met = have >= needed && have > Amount::ZERO;
    Ok(Some(Attended { counts, who: Who::Present, needed, have, met }))
}

/// The quorum of this single vote.
fn of_the_vote(rule: &Rule, turnout: &Turnout, sheet: &Sheet) -> Result<Attended, Lacking> {
    let counts = scale_name(turnout.group.as_deref(), turnout.weight.as_deref());
    let have = match turnout.who {
        Who::Present => figure(sheet, &counts, "present", |s| s.present)?,
        Who::Participating => handed_in(sheet, &counts)?,
        Who::Yes => figure(sheet, &counts, "for", |s| s.yes)?,
    };
    let base = || base_of(rule, turnout.base, &counts, None, sheet);
    let needed = match (turnout.count, turnout.square, turnout.share) {
        (Some(count), ..) => Amount::whole(count),
        (_, Some(square), _) => least_square(square.num, square.den, base()?, have.step()),
        (_, _, share) => {
            let share = share.unwrap_or(Ratio { num: 1, den: 1 });
            let cmp = turnout.cmp.unwrap_or(Comparator::AtLeast);
            let base = base()?;
            let step = have.step().min(base.step());
            // A base of nobody is met by nobody.
            needed(share, cmp, base, step).unwrap_or(Amount::of_millionths(step))
        }
    };
    let met = have >= needed;
    Ok(Attended { counts, who: turnout.who, needed, have, met })
}

/// The least v, in steps, with `den · v² ≥ num · n`; no root is rounded on the way.
fn least_square(num: u32, den: u32, n: Amount, step: u128) -> Amount {
    let one = Amount::whole(1).millionths();
    let wanted = u128::from(num).saturating_mul(n.millionths()).saturating_mul(one);
    let enough = |v: u128| u128::from(den).saturating_mul(v.saturating_mul(v)) >= wanted;
    let root = wanted.checked_div(u128::from(den)).unwrap_or(0).isqrt();
    let mut steps = root / step.max(1);
    while !enough(steps.saturating_mul(step)) {
        steps += 1;
    }
    Amount::of_millionths(steps.saturating_mul(step))
}
