//! What a rule asks for beyond its first measure, as lines of the outline.

use super::{Page, base_words, joined, labelled, reach, two};
use crate::charter::{Base, Charter, Measure, Name, Quorum, Rule, TieEnd, Turnout, Who};

/// One measure: what is counted, of whom, and how much of it.
pub fn measure(m: &Measure) -> Name {
    let asked = match (m.base, m.count) {
        (Base::Fixed, Some(count)) => {
            two(format!("赞成不少于{count}票"), format!("at least {count} in favour"))
        }
        _ => reach(&base_words(m.base), m.share, m.cmp),
    };
    let asked = scaled(asked, m.group.as_deref(), m.weight.as_deref());
    match m.minimum {
        Some(least) => two(
            format!("{}，且不少于{least}票", asked.zh),
            format!("{}, and at least {least}", asked.en),
        ),
        None => asked,
    }
}

/// Everything that carries a motion by a rule, in one phrase.
pub fn whole(rule: &Rule) -> Name {
    let way = |measures: &[Measure]| {
        let all: Vec<Name> = measures.iter().map(measure).collect();
        joined(&all, "", "", ("，并且", ", and "))
    };
    let ways: Vec<Name> = rule.ways().iter().map(|(_, measures)| way(measures)).collect();
    joined(&ways, "", "", ("；或者", "; or "))
}

fn scaled(asked: Name, group: Option<&str>, weight: Option<&str>) -> Name {
    let mut asked = asked;
    if let Some(group) = group {
        asked = two(format!("{}（{group}组）", asked.zh), format!("{} (group {group})", asked.en));
    }
    if let Some(weight) = weight {
        asked = two(format!("{}，按{weight}计", asked.zh), format!("{}, by {weight}", asked.en));
    }
    asked
}

/// The attendance a body needs, in words.
pub fn quorum(all: &Name, quorum: &Quorum, second_call: bool) -> Name {
    let (share, cmp, count) = quorum.in_force(second_call);
    let asked = match count {
        Some(count) => two(format!("不少于{count}"), format!("at least {count}")),
        None => reach(all, share, cmp),
    };
    scaled(asked, None, quorum.weight.as_deref())
}

/// Lines for everything a rule has beside its first measure.
pub(super) fn more(page: &mut Page, charter: &Charter, rule: &Rule) {
    for other in &rule.also {
        page.line(2, labelled("并且", "And", &measure(other)));
    }
    for way in &rule.alternatives {
        let all: Vec<Name> = way.measures.iter().map(measure).collect();
        let all = joined(&all, "", "", ("，并且", " and "));
        let paper = way.needs.as_ref().and_then(|id| charter.precondition(id));
        let all = match paper {
            Some(paper) => two(
                format!("{}（须有{}）", all.zh, paper.name.zh),
                format!("{} (with {})", all.en, paper.name.en),
            ),
            None => all,
        };
        page.line(2, labelled("或者", "Or", &all));
    }
    if let Some(unless) = &rule.unless {
        let line = match (unless.fewer_than, &unless.weight, unless.more_than) {
            (Some(fewest), ..) => two(
                format!("未赞成者不足{fewest}的，视为通过"),
                format!("Deemed carried when fewer than {fewest} are not in favour"),
            ),
            (None, Some(weight), Some(share)) => {
                let (num, den, plus) = (share.num, share.den, unless.plus.unwrap_or(0));
                two(
                    format!(
                        "未赞成者不足“合计超过{num}/{den}的{weight}的最少成员数加{plus}”的，视为通过"
                    ),
                    format!(
                        "Deemed carried when fewer are not in favour than the least number with more than {num}/{den} of {weight}, plus {plus}"
                    ),
                )
            }
            _ => Name::default(),
        };
        page.line(2, line);
    }
    if let Some(veto) = &rule.veto {
        let mut who: Vec<String> = veto.group.iter().cloned().collect();
        who.extend(veto.names.iter().cloned());
        let who = two(who.join("、"), who.join(", "));
        page.line(2, labelled("反对即不通过（否决权）", "A vote against by these stops it", &who));
    }
    for one in &rule.quorums {
        page.line(2, labelled("本次表决的法定数", "Quorum of the vote", &turnout(one)));
    }
    if rule.illegal_in_base {
        page.line(2, two("无效票计入基数", "Invalid papers count in the base"));
    }
}

fn turnout(one: &Turnout) -> Name {
    let who = match one.who {
        Who::Present => two("到会者", "those present"),
        Who::Participating => two("参加表决者", "those taking part"),
        Who::Yes => two("赞成者", "those in favour"),
    };
    let least = match (one.count, one.square, one.share.zip(one.cmp)) {
        (Some(count), ..) => two(format!("不少于{count}"), format!("at least {count}")),
        (_, Some(square), _) => two(
            format!("{}v² ≥ {}n", square.den, square.num),
            format!("{}v² ≥ {}n", square.den, square.num),
        ),
        (_, _, Some((share, cmp))) => reach(&base_words(one.base), share, cmp),
        _ => base_words(one.base),
    };
    let least = scaled(least, one.group.as_deref(), one.weight.as_deref());
    two(format!("{}：{}", who.zh, least.zh), format!("{}: {}", who.en, least.en))
}

/// How equal votes end.
pub(super) fn tie(end: TieEnd) -> Name {
    match end {
        TieEnd::Fails => two("无决定票", "no casting vote"),
        TieEnd::Casting => two("主持人有决定票", "the presider has a casting vote"),
        TieEnd::Lot => two("抽签决定", "a lot decides"),
        TieEnd::SecondVote => {
            two("再次表决，再相等即不通过", "voted again; equal again, it is lost")
        }
    }
}
