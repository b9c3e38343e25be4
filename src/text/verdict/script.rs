//! What the presider says next, line by line, with the figures of the hour.

use super::count;
use super::reading::share_words;
use crate::charter::{Base, Body, Charter, Method, Name, Route, Rule, Ruling, TieEnd};
use crate::record::Book;
use crate::record::state::{Item, Meeting, Vote};
use crate::record::tally::Verdict;
use crate::text::Lang;
use crate::text::words::{counted, heads_name, meeting_title, outcome_name, two};

/// The point a meeting has come to.
#[derive(Debug, Clone, Copy)]
pub enum Stage<'a> {
    /// Before the call to order.
    Opening,
    /// An item is taken up.
    Item(&'a Item),
    /// A motion is put, by this method.
    Vote(Method),
    /// The vote is counted and must be declared; the outcome where it is settled.
    Declare(&'a Vote, &'a Verdict, Option<bool>),
    /// A break begins.
    Break,
    /// The break is over.
    Resume,
    /// Everything is done.
    Closing,
}

/// What the presider says now. Lines in square brackets are what is done, not said.
pub fn script(lang: Lang, book: &Book, meeting: &Meeting, stage: Stage) -> Vec<String> {
    let Some(charter) = book.charter.as_deref() else {
        return Vec::new();
    };
    let lines = match stage {
        Stage::Opening => opening(book, charter, meeting),
        Stage::Item(item) => vec![item_line(item)],
        Stage::Vote(method) => vote_lines(method),
        Stage::Declare(vote, verdict, outcome) => declare(charter, vote, verdict, outcome),
        Stage::Break => vec![two("现在休会。", "The meeting takes a break.")],
        Stage::Resume => {
            let heads = heads(charter, meeting, &book.roll_of(&meeting.body));
            vec![
                two(
                    "现在复会，请各位核对到会情况。",
                    "The meeting is resumed. Please confirm who is present.",
                ),
                two(format!("{}。", heads.zh), format!("{}.", heads.en)),
            ]
        }
        Stage::Closing => vec![two(
            "本次会议各项议程已经完成，现在闭会。",
            "The agenda is completed. The meeting is closed.",
        )],
    };
    lines.iter().map(|line| lang.pick(line)).collect()
}

fn heads(charter: &Charter, meeting: &Meeting, roll: &[u32]) -> Name {
    heads_name(&meeting.headcount(roll), &charter.identity.counter)
}

/// The roll the opening is said of: the one at the call to order once it was called, whatever changed since.
fn roll_at_opening(book: &Book, meeting: &Meeting) -> Vec<u32> {
    if meeting.opened.is_some() && !meeting.roll_at_opening.is_empty() {
        return meeting.roll_at_opening.clone();
    }
    book.roll_of(&meeting.body)
}

fn opening(book: &Book, charter: &Charter, meeting: &Meeting) -> Vec<Name> {
    let title = meeting_title(charter, meeting);
    let roll = roll_at_opening(book, meeting);
    let heads = heads(charter, meeting, &roll);
    let mut lines = vec![
        two("各位代表，现在开会。", "The meeting is called to order."),
        two(format!("本次会议为{}。", title.zh), format!("This meeting: {}.", title.en)),
        two(format!("{}。", heads.zh), format!("{}.", heads.en)),
    ];
    if let Some(body) = charter.body(&meeting.body) {
        let again = meeting.second_call.is_some();
        lines.push(quorum(charter, body, count(&roll), again));
        lines.extend(needs(charter, meeting, body, &roll));
    }
    lines
}

fn quorum(charter: &Charter, body: &Body, roll: u32, again: bool) -> Name {
    let Some(quorum) = &body.quorum else {
        return two("章程未规定法定出席数。", "The charter sets no quorum.");
    };
    let needed = quorum.needed(roll, again);
    let needed = counted(&charter.identity.counter, needed);
    two(
        format!("须有{}到会方可表决。", needed.zh),
        format!("No vote is taken with fewer than {} present.", needed.en),
    )
}

/// The votes each rule of this body asks for today.
fn needs(charter: &Charter, meeting: &Meeting, body: &Body, roll: &[u32]) -> Option<Name> {
    let routes = charter.matters.iter().flat_map(|m| &m.routes);
    let here = |route: &&Route| route.body == body.id;
    let mut rules: Vec<&Rule> = Vec::new();
    for rule in routes.filter(here).filter_map(|r| charter.rule(&r.rule)) {
        if !rules.iter().any(|known| known.id == rule.id) {
            rules.push(rule);
        }
    }
    let each = rules.into_iter().filter_map(|rule| {
        let base = match rule.base {
            // Known only when the votes are, or not in heads.
            _ if !rule.is_plain() || !rule.base.is_known_before() => return None,
            Base::Present => count(&meeting.present(roll)),
            _ => count(roll),
        };
        let needed = rule.share.bound(rule.cmp, base)?;
        Some((&rule.name, needed))
    });
    let each: Vec<(&Name, u32)> = each.collect();
    let zh: Vec<String> = each.iter().map(|(name, n)| format!("{}，须{n}票", name.zh)).collect();
    let en: Vec<String> = each.iter().map(|(name, n)| format!("{}, {n} needed", name.en)).collect();
    (!each.is_empty()).then(|| {
        two(format!("{}。", zh.join("；")), format!("Votes in favour: {}.", en.join("; ")))
    })
}

fn item_line(item: &Item) -> Name {
    let (no, title) = (item.no, item.new.title.as_str());
    two(
        format!("现在进行第{no}项议程：{title}。"),
        format!("We come to item {no} of the agenda: {title}."),
    )
}

/// Three questions for hands; the call for names; the box.
fn vote_lines(method: Method) -> Vec<Name> {
    match method {
        Method::Hands => vec![
            two("现在举手表决。", "We vote by show of hands."),
            two(
                "同意的请举手。［计数］请放下。",
                "Those in favour, please raise your hands. [count] Thank you.",
            ),
            two(
                "不同意的请举手。［计数］请放下。",
                "Those against, please raise your hands. [count] Thank you.",
            ),
            two(
                "弃权的请举手。［计数］请放下。",
                "Those abstaining, please raise your hands. [count] Thank you.",
            ),
        ],
        Method::RollCall => vec![
            two("现在唱名表决。", "We vote by roll call."),
            two(
                "请被点到的单位回答：赞成、反对或者弃权。",
                "When your name is called, please answer: for, against, or abstaining.",
            ),
            two(
                "有没有还没点到的？［补点未应答的］",
                "Has anyone not been called? [call again those who did not answer]",
            ),
        ],
        Method::Secret => vec![
            two(
                "现在无记名投票表决，请工作人员清点并分发表决票。［报发出张数］",
                "We vote by secret ballot. Please count and hand out the papers. [report the number handed out]",
            ),
            two(
                "赞成、反对、弃权三项只选一项，填好后投入票箱。",
                "Mark one of for, against or abstain, and put the paper in the box.",
            ),
            two(
                "投票结束，请当众开箱清点。［报收回、有效、无效张数］",
                "Voting has ended. Please open the box and count before everyone. [report papers in the box, valid and invalid]",
            ),
        ],
    }
}

fn declare(charter: &Charter, vote: &Vote, verdict: &Verdict, outcome: Option<bool>) -> Vec<Name> {
    let tally = verdict.tally;
    let roll = counted(&charter.identity.counter, count(&vote.frozen.roll));
    let figures = two(
        format!(
            "全体{}，赞成{}票，反对{}票，弃权{}票。",
            roll.zh, tally.yes, tally.no, tally.abstain
        ),
        format!(
            "Of all {}, {} voted in favour, {} against, {} abstained.",
            roll.en, tally.yes, tally.no, tally.abstain
        ),
    );
    let rules = vote.frozen.rule.exactly.as_ref();
    let asks = rules.is_some_and(|e| e.ruling != Ruling::None);
    let said = if verdict.exact && asks {
        ruling(vote, verdict, outcome)
    } else if verdict.casting {
        casting(outcome)
    } else if let (Some(end), None) = (verdict.tie, outcome) {
        level(end)
    } else if !verdict.measures.is_empty() {
        measured(verdict, outcome.unwrap_or(verdict.carried))
    } else {
        plain(verdict, outcome.unwrap_or(verdict.carried))
    };
    vec![figures, said]
}

/// Equal votes that a lot decides, or that are voted again.
fn level(end: TieEnd) -> Name {
    match end {
        TieEnd::Lot => two(
            "赞成与反对票数相等，依规则抽签决定。［当场抽签］",
            "The votes are equal and by the rule a lot decides. [draw it before the meeting]",
        ),
        _ => two(
            "赞成与反对票数相等，依规则再次表决；再相等即不通过。",
            "The votes are equal and by the rule it is voted again; equal again, it is lost.",
        ),
    }
}

/// A rule of several measures: what decided it.
fn measured(verdict: &Verdict, carried: bool) -> Name {
    let (said, outcome) = (super::measures::in_short(verdict), outcome_name(carried));
    two(
        format!("{}。本项议案{}。", said.zh, outcome.zh),
        format!("{}. The motion is {}.", said.en, outcome.en),
    )
}

fn plain(verdict: &Verdict, carried: bool) -> Name {
    let outcome = outcome_name(carried);
    let Some(needed) = verdict.needed else {
        return two(format!("本项议案{}。", outcome.zh), format!("The motion is {}.", outcome.en));
    };
    let [zh, en] = if verdict.tally.yes >= needed {
        ["达到", "The votes in favour reach"]
    } else {
        ["未达到", "The votes in favour do not reach"]
    };
    two(
        format!("赞成票{zh}所需的{needed}票，本项议案{}。", outcome.zh),
        format!("{en} the {needed} needed, and the motion is {}.", outcome.en),
    )
}

/// On exactly the share the presider rules aloud.
fn ruling(vote: &Vote, verdict: &Verdict, outcome: Option<bool>) -> Name {
    let share = share_words(&vote.frozen);
    let yes = verdict.tally.yes;
    let [zh, en] = match outcome {
        Some(carried) => {
            let outcome = outcome_name(carried);
            [outcome.zh, outcome.en]
        }
        None => ["［通过／未获通过］".to_owned(), "[carried / lost]".to_owned()],
    };
    two(
        format!("赞成{yes}票，恰为{}。我裁定本项议案{zh}，理由是……请记录在案。", share.zh),
        format!(
            "{yes} in favour is exactly {}. I rule that the motion is {en}, because … Let it be recorded.",
            share.en
        ),
    )
}

fn casting(outcome: Option<bool>) -> Name {
    match outcome {
        None => two(
            "赞成与反对票数相等。章程给主持人一票决定，我投［赞成／反对］票。",
            "The votes are equal. The charter gives the presider a casting vote, and I cast it [for / against].",
        ),
        Some(carried) => {
            let outcome = outcome_name(carried);
            two(
                format!("赞成与反对票数相等，经主持人投决定票，本项议案{}。", outcome.zh),
                format!(
                    "The votes are equal; by the presider's casting vote the motion is {}.",
                    outcome.en
                ),
            )
        }
    }
}
