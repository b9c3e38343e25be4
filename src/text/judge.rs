//! What `quorate judge` says: a ruling in one sentence, and what is wrong with a line.

use super::verdict::{measure_line, quorum_line, veto_line};
use super::words::{outcome_name, two};
use crate::charter::{Charter, Name, Rule, Ruling, TieEnd};
use crate::record::judging::Judged;

/// A ruling in one sentence: the rule, every measure, quorums, vetoes, the outcome.
pub fn explanation(charter: &Charter, rule: &Rule, judged: &Judged) -> Name {
    let mut parts: Vec<Name> = judged.measures.iter().map(measure_line).collect();
    parts.extend(judged.quorums.iter().map(quorum_line));
    if judged.quorum_unknown {
        parts.push(two("会议法定出席数未能核对", "the meeting's quorum could not be judged"));
    }
    if !judged.vetoed_by.is_empty() {
        parts.push(veto_line(&judged.vetoed_by));
    }
    if judged.deemed {
        parts.push(two("未赞成者不足以阻止，视为达到", "too few are not in favour to block it"));
    }
    if let Some(paper) = &judged.needs {
        let name =
            charter.precondition(paper).map_or_else(|| two(paper, paper), |p| p.name.clone());
        parts.push(two(format!("以{}为前提", name.zh), format!("provided there was {}", name.en)));
    }
    match judged.ruling {
        Ruling::Required => {
            parts
                .push(two("恰为该数，须由主持人裁定", "exactly the share: the presider must rule"));
        }
        Ruling::Allowed => {
            parts.push(two("恰为该数，主持人可以裁定", "exactly the share: the presider may rule"));
        }
        Ruling::None => {}
    }
    parts.extend(judged.tie.map(|end| match end {
        TieEnd::Fails => two("赞成与反对相等", "equal votes"),
        TieEnd::Casting => {
            two("赞成与反对相等，主持人有决定票", "equal votes: the presider has a casting vote")
        }
        TieEnd::Lot => two("赞成与反对相等，由抽签决定", "equal votes: a lot decides"),
        TieEnd::SecondVote => two("赞成与反对相等，须再次表决", "equal votes: it is voted again"),
    }));
    let each = |get: fn(&Name) -> &str, between: &str| {
        parts.iter().map(get).collect::<Vec<&str>>().join(between)
    };
    let outcome = outcome_name(judged.carried);
    two(
        format!("{}：{}——{}", rule.name.zh, each(|n| &n.zh, "；"), outcome.zh),
        format!("{}: {} — {}", rule.name.en, each(|n| &n.en, "; "), outcome.en),
    )
}

/// What is wrong with a line, by its code.
pub fn fault(line: usize, code: &str, figure: Option<&str>, detail: &str) -> Name {
    let figure = figure.unwrap_or_default();
    match code {
        "figure_missing" => two(
            format!("第{line}行：规则需要“{figure}”，这一行没有给出。"),
            format!("Line {line}: the rule needs “{figure}”, which the line does not give."),
        ),
        "figures_contradict" => two(
            format!("第{line}行：“{figure}”一侧的票数多于“{detail}”。请核对。"),
            format!(
                "Line {line}: “{figure}” makes more than “{detail}” allows. Check the figures."
            ),
        ),
        "not_a_figure" => two(
            format!("第{line}行：“{figure}”不是数字：{detail}。请写成12或12.5，小数至多六位。"),
            format!(
                "Line {line}: “{figure}” is no figure: {detail}. Write 12 or 12.5, six decimals at most."
            ),
        ),
        _ => two(
            format!("第{line}行不是一个JSON对象：{detail}。"),
            format!("Line {line} is not a JSON object: {detail}."),
        ),
    }
}

/// A key that names no power and no rule, with those there are.
pub fn unknown_key(charter: &Charter, key: &str) -> Name {
    let mut known: Vec<&str> = charter.matters.iter().map(|m| m.id.as_str()).collect();
    let rules = charter.rules.iter().map(|r| r.id.as_str());
    let rules: Vec<&str> = rules.filter(|r| !known.contains(r)).collect();
    known.extend(rules);
    two(
        format!("没有名为“{key}”的职权或规则。已有：{}。", known.join("、")),
        format!("There is no power or rule “{key}”. There are: {}.", known.join(", ")),
    )
}
