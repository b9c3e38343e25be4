//! Verdicts in words: by what clause, of whom, how many are needed, how many there are, and the outcome.

pub(super) mod measures;
mod reading;
mod script;

pub use measures::{measure_line, other_measures, quorum_line, veto_line};
pub use reading::other_reading;
pub use script::{Stage, script};

use super::Lang;
use super::charter::clause_words;
use super::words::{counted, method_name, outcome_name, two};
use crate::charter::{Base, Body, Charter, Name, Rule, Status, TieEnd};
use crate::record::event::Frozen;
use crate::record::state::Vote;
use crate::record::tally::{Prospect, Standing, Tally, Verdict};

/// The arithmetic of a vote in one line without a stop:
/// `依据第三条：全体9家，须6票；赞成7票，超1票——通过`.
///
/// Without an outcome it is the line of a running count. An outcome other than the arithmetic's is
/// the presider's, by ruling or casting vote, and is said to be so.
pub fn explanation(
    lang: Lang,
    charter: &Charter,
    verdict: &Verdict,
    frozen: &Frozen,
    outcome: Option<bool>,
) -> String {
    let rule = rested(charter, frozen);
    if !verdict.measures.is_empty() {
        let mut said = measures::in_short(verdict);
        if let Some(carried) = outcome {
            let (by, word) = (beside_arithmetic(verdict, carried), outcome_name(carried));
            said = two(
                format!("{}{}——{}", said.zh, by.zh, word.zh),
                format!("{}{} — {}", said.en, by.en, word.en),
            );
        }
        return lang
            .pick(&two(format!("{}{}", rule.zh, said.zh), format!("{}{}", rule.en, said.en)));
    }
    let base = base_words(charter, verdict, frozen);
    let needed = needed_of(verdict.needed);
    let found = match outcome {
        None => running(verdict),
        Some(carried) => decided(verdict, carried),
    };
    lang.pick(&two(
        format!("{}{}，{}；{}", rule.zh, base.zh, needed.zh, found.zh),
        format!("{}{}, {}; {}", rule.en, base.en, needed.en, found.en),
    ))
}

/// What the rule rests on, with the colon: its articles, its source, or that it is assumed.
pub(super) fn rested(charter: &Charter, frozen: &Frozen) -> Name {
    let rule = &frozen.rule;
    let cited = rule.basis.article.as_ref().filter(|c| !c.0.is_empty());
    let cited = cited.map(|c| clause_words(&charter.identity.article_form, c));
    let source = rule.basis.source.as_ref();
    match (rule.basis.status, cited, source) {
        (Status::Assumed, _, _) => two(
            format!("章程未规定表决比例，按假定规则“{}”：", rule.name.zh),
            format!("The charter gives no share; by the assumed rule “{}”: ", rule.name.en),
        ),
        (Status::Adopted, Some(cited), _) => two(
            format!("依据{}，按本会选定的读法：", cited.zh),
            format!("Under {}, in the reading the association adopted: ", cited.en),
        ),
        (Status::Adopted, None, Some(source)) => two(
            format!("按本会选定的读法（{}）：", source.zh),
            format!("In the reading the association adopted ({}): ", source.en),
        ),
        (_, Some(cited), _) => two(format!("依据{}：", cited.zh), format!("Under {}: ", cited.en)),
        (_, None, Some(source)) => {
            two(format!("依据{}：", source.zh), format!("By {}: ", source.en))
        }
        (_, None, None) => {
            two(format!("按“{}”：", rule.name.zh), format!("By the rule “{}”: ", rule.name.en))
        }
    }
}

/// That the charter gives a body no share, and which rule was used instead; nothing where the charter gives
/// one.
pub fn assumed_rule(body: &Name, rule: &Rule) -> Option<Name> {
    let name = &rule.name;
    (rule.basis.status == Status::Assumed).then(|| {
        two(
            format!("{}表决的比例章程未作规定，本次按“{}”的议事规则执行。", body.zh, name.zh),
            format!(
                "The charter sets no share for votes of the {}; the rule “{}” was used.",
                body.en.strip_prefix("the ").or(body.en.strip_prefix("The ")).unwrap_or(&body.en),
                name.en
            ),
        )
    })
}

/// By which rule a vote was judged, as a sentence of its own: its articles and its share, or that it is assumed.
pub fn by_rule(charter: &Charter, body: &Body, frozen: &Frozen) -> Name {
    assumed_rule(&body.name, &frozen.rule).unwrap_or_else(|| {
        let share = |lang| super::charter::rule_words_in(&frozen.rule, body, lang);
        let by = rested(charter, frozen);
        two(format!("{}须{}。", by.zh, share(Lang::Zh)), format!("{}{}.", by.en, share(Lang::En)))
    })
}

/// Of whom the share is taken, with the figure.
fn base_words(charter: &Charter, verdict: &Verdict, frozen: &Frozen) -> Name {
    let counter = &charter.identity.counter;
    let base = verdict.base;
    let said = counted(counter, base);
    match frozen.rule.base {
        Base::AllMembers => two(format!("全体{}", said.zh), format!("of all {}", said.en)),
        Base::NotRecused if frozen.recused.is_empty() => {
            two(format!("全体{}", said.zh), format!("of all {}", said.en))
        }
        Base::NotRecused => {
            let recused = count(&frozen.recused);
            let roll = counted(counter, base + recused);
            let away = counted(counter, recused);
            two(
                format!("全体{}，回避{}，基数{}", roll.zh, away.zh, said.zh),
                format!("of all {}, {recused} recused, so of {base}", roll.en),
            )
        }
        Base::Present => two(format!("到会{}", said.zh), format!("of the {base} present")),
        Base::VotesCast => {
            two(format!("有效票{base}票"), format!("of {}", votes(base, "valid vote")))
        }
        Base::YesAndNo => two(
            format!("赞成、反对合计{base}票"),
            format!("of {} for and against", votes(base, "vote")),
        ),
        other => measures::base_words(other, &base.to_string(), ""),
    }
}

/// The votes needed, as a phrase of their own: `须24票` / `24 votes needed`.
pub fn needed_words(lang: Lang, needed: Option<u32>) -> String {
    lang.pick(&match needed {
        Some(n) => two(format!("须{n}票"), format!("{} needed", votes(n, "vote"))),
        None => nobody(),
    })
}

fn needed_of(needed: Option<u32>) -> Name {
    match needed {
        Some(n) => {
            let are = if n == 1 { "is" } else { "are" };
            two(format!("须{n}票"), format!("{} {are} needed", votes(n, "vote")))
        }
        None => nobody(),
    }
}

/// A base of nobody.
fn nobody() -> Name {
    two("基数为零，无法通过", "a base of nobody can carry nothing")
}

/// A running count: what there is, and what is missing.
fn running(verdict: &Verdict) -> Name {
    let yes = verdict.tally.yes;
    let Some(needed) = verdict.needed else {
        return two(format!("现赞成{yes}"), format!("{yes} in favour so far"));
    };
    let [zh, en] = if yes < needed {
        let missing = needed - yes;
        [format!("还差{missing}"), format!("{missing} missing")]
    } else if yes == needed {
        ["已够".to_owned(), "just enough".to_owned()]
    } else {
        let over = yes - needed;
        [format!("已超{over}"), format!("{over} more than needed")]
    };
    two(format!("现赞成{yes}，{zh}"), format!("{yes} in favour so far, {en}"))
}

/// The yes votes against the number needed, and the outcome.
fn decided(verdict: &Verdict, carried: bool) -> Name {
    let found = margin(verdict.tally.yes, verdict.needed);
    let outcome = outcome_name(carried);
    let by = beside_arithmetic(verdict, carried);
    two(
        format!("{}{}——{}", found.zh, by.zh, outcome.zh),
        format!("{}{} — {}", found.en, by.en, outcome.en),
    )
}

/// By what an outcome came about that is not the arithmetic's.
fn beside_arithmetic(verdict: &Verdict, carried: bool) -> Name {
    match (verdict.tie, carried == verdict.carried, verdict.casting) {
        (Some(TieEnd::Lot), ..) => two("，抽签决定", ", by lot"),
        (Some(TieEnd::SecondVote), true, _) => two("，须再次表决", ", to be voted again"),
        (_, true, _) => Name::default(),
        (_, false, true) => two("，主持人投决定票", ", by the presider's casting vote"),
        (_, false, false) => two("，经主持人裁定", ", by the presider's ruling"),
    }
}

fn margin(yes: u32, needed: Option<u32>) -> Name {
    match needed {
        Some(n) if yes == n => {
            two(format!("赞成恰为{yes}票"), format!("{yes} in favour, exactly the number needed"))
        }
        Some(n) if yes > n => {
            let over = yes - n;
            two(
                format!("赞成{yes}票，超{over}票"),
                format!("{yes} in favour, {over} more than needed"),
            )
        }
        Some(n) => {
            let short = n - yes;
            two(format!("赞成{yes}票，差{short}票"), format!("{yes} in favour, {short} too few"))
        }
        None => two(format!("赞成{yes}票"), format!("{yes} in favour")),
    }
}

/// Where a running vote stands: still open, leading, or certain. Never that it is declared.
pub fn standing(lang: Lang, standing: &Standing) -> String {
    lang.pick(&match standing.prospect {
        Prospect::CertainlyCarried => two("已成定局：将通过", "certain: it will be carried"),
        Prospect::CertainlyLost => two("已成定局：无法通过", "certain: it cannot be carried"),
        Prospect::Open { leading: true } => two(
            format!("目前领先，尚未确定：还有{}票未计", standing.out),
            format!(
                "leading, not yet certain: {} still to be counted",
                votes(standing.out, "vote")
            ),
        ),
        Prospect::Open { leading: false } => two(
            format!("尚未确定：最多可达{}票，仍可能通过", standing.reachable),
            format!(
                "not yet certain: {} can still be reached, and it can still be carried",
                votes(standing.reachable, "vote")
            ),
        ),
    })
}

/// The figures, with how they were come by: `赞成25票、反对3票、弃权2票、未表决0`.
pub fn tally_words(lang: Lang, tally: &Tally) -> String {
    lang.pick(&tally_name(tally))
}

fn tally_name(tally: &Tally) -> Name {
    let Tally { yes, no, abstain, not_voting, .. } = tally;
    let mut said = two(
        format!("赞成{yes}票、反对{no}票、弃权{abstain}票、未表决{not_voting}"),
        format!("{yes} in favour, {no} against, {abstain} abstaining, {not_voting} not voting"),
    );
    if tally.derived {
        said = two(
            said.zh + "（赞成票由在场数减反对、弃权得出）",
            said.en + " (yes derived: those in the room less no and abstain)",
        );
    }
    if let Some(papers) = &tally.papers {
        said = two(
            format!(
                "发出{}张、收回{}张、有效{}张、无效{}张；{}",
                papers.issued, papers.recovered, papers.valid, papers.invalid, said.zh
            ),
            format!(
                "{} handed out, {} in the box, {} valid, {} invalid; {}",
                votes(papers.issued, "paper"),
                papers.recovered,
                papers.valid,
                papers.invalid,
                said.en
            ),
        );
    }
    said
}

/// A whole vote as a sentence of the minutes; without an outcome it waits for its declaration.
pub fn vote_sentence(
    lang: Lang,
    charter: &Charter,
    vote: &Vote,
    verdict: &Verdict,
    outcome: Option<bool>,
) -> String {
    let counter = &charter.identity.counter;
    let method = method_name(vote.method);
    let roll = counted(counter, count(&vote.frozen.roll));
    let voters = u32::try_from(vote.voters().len()).unwrap_or(u32::MAX);
    let there = counted(counter, voters);
    let who = if vote.frozen.recused.is_empty() {
        two(format!("实到{}", there.zh), format!("{} present", there.en))
    } else {
        let away = counted(counter, count(&vote.frozen.recused));
        two(
            format!("回避{}，参加表决{}", away.zh, there.zh),
            format!("{} recused, {} voting", away.en, there.en),
        )
    };
    let figures = tally_name(&verdict.tally);
    let needed = if verdict.measures.is_empty() {
        needed_of(verdict.needed)
    } else {
        measures::in_short(verdict)
    };
    let end = match outcome {
        Some(carried) => outcome_name(carried),
        None => two("待主持人宣布", "to be declared by the presider"),
    };
    lang.pick(&two(
        format!(
            "经{}，全体{}，{}，{}；{}，{}。",
            method.zh, roll.zh, who.zh, figures.zh, needed.zh, end.zh
        ),
        format!(
            "By {}, of all {}, {}: {}; {}: {}.",
            method.en, roll.en, who.en, figures.en, needed.en, end.en
        ),
    ))
}

/// What stands beside a motion that those present cannot carry; empty where they can.
pub fn cannot_pass(lang: Lang, needed: Option<u32>, present: u32) -> String {
    match needed {
        Some(needed) if needed > present => {
            let is = if present == 1 { "is" } else { "are" };
            lang.pick(&two(
                format!("到会{present}，须{needed}票：现在无法通过"),
                format!(
                    "{present} {is} present, {} needed: cannot be carried now",
                    votes(needed, "vote")
                ),
            ))
        }
        Some(_) => String::new(),
        None => lang.pick(&nobody()),
    }
}

/// A number with its English noun.
fn votes(n: u32, noun: &str) -> String {
    if n == 1 { format!("{n} {noun}") } else { format!("{n} {noun}s") }
}

fn count(units: &[u32]) -> u32 {
    u32::try_from(units.len()).unwrap_or(u32::MAX)
}
