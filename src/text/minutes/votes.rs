//! Votes in the minutes: every count, and the arithmetic to the end.

use super::{Say, inline, reason};
use crate::charter::{Method, Status};
use crate::minutes::agenda::{Counted, Declared, Motion, Round, Vote, VoteState};
use crate::record::event::{Frozen, Papers};
use crate::record::tally::{Tally, Verdict};
use crate::record::{Choice, Code};
use crate::text::{charter, verdict, words};

/// The line that opens a vote.
pub fn vote_head(say: &Say, motion: &Motion, vote: &Vote) -> String {
    let (no, time) = (vote.no, say.time(&vote.when));
    let how = words::method(say.lang, vote.rounds.first().map_or(vote.method, |r| r.method));
    let subjects = if vote.subjects.is_empty() {
        String::new()
    } else {
        let chosen = vote.subjects.iter().filter_map(|place| motion.subjects.get(*place));
        let names = say.subjects(&chosen.cloned().collect::<Vec<_>>());
        say.say(format!("；表决对象：{names}"), format!("; on {names}"))
    };
    say.say(
        format!("第{no}次表决（{how}，{time}{subjects}）"),
        format!("Vote {no} ({how}, {time}{subjects})"),
    )
}

/// The rule, the base and who could vote.
pub fn vote_basis(say: &Say, vote: &Vote) -> Vec<String> {
    let rule = &vote.rule;
    let share = match say.charter.body(&say.minutes.meeting.body.id) {
        Some(body) => charter::rule_words_in(rule, body, say.lang),
        None => charter::rule_words(rule, say.lang),
    };
    let (name, basis) = (say.pick(&rule.name), say.basis(&rule.basis));
    let mut lines = vec![say.say(
        format!("规则：{name}，即须{share}（{basis}）。"),
        format!("Rule: {name}, that is {share} ({basis})."),
    )];
    let count = |units: &[u32]| u32::try_from(units.len()).unwrap_or(u32::MAX);
    let (roll, there) = (say.members(count(&vote.roll)), say.members(count(&vote.voters)));
    let mut line = say.say(
        format!("开启时：应到{roll}，可表决{there}"),
        format!("At the opening of the vote: {roll} on the roll, {there} able to vote"),
    );
    if !vote.proxies.is_empty() {
        let proxies = say.members(count(&vote.proxies));
        line +=
            &say.say(format!("（其中委托{proxies}）"), format!(" (of them {proxies} by proxy)"));
    }
    if !vote.recused.is_empty() {
        let names = say.units(&vote.recused);
        line += &say.say(format!("，回避：{names}"), format!(", recused: {names}"));
    }
    if !vote.admitted.is_empty() {
        let units: Vec<u32> = vote.admitted.iter().map(|a| a.unit).collect();
        let names = say.units(&units);
        line += &say.say(format!("；后准予参加：{names}"), format!("; admitted later: {names}"));
    }
    if let Some(base) = vote.base {
        let needed = vote.needed.map_or_else(
            || say.word(["无从通过", "nothing can carry it"]),
            |n| say.say(format!("须赞成{n}票"), format!("{n} votes in favour needed")),
        );
        line += &say.say(format!("；基数{base}，{needed}"), format!("; base {base}, {needed}"));
    }
    lines.push(say.say(format!("{line}。"), format!("{line}.")));
    lines
}

/// One round: its counts, the answers of a roll call, and the challenge that ended it.
pub fn round(say: &Say, vote: &Vote, place: usize) -> Vec<String> {
    let Some(round) = vote.rounds.get(place) else {
        return Vec::new();
    };
    let mut lines = Vec::new();
    if vote.rounds.len() > 1 {
        let (n, how) = (place + 1, words::method(say.lang, round.method));
        lines.push(say.say(format!("第{n}轮计票（{how}）："), format!("Count {n} ({how}):")));
    }
    lines.extend(round.counts.iter().map(|c| counted(say, c)));
    if round.method == Method::RollCall {
        lines.extend(calls(say, vote, round));
    }
    if let Some(challenge) = &round.challenged {
        let (time, by) = (say.time(&challenge.when), inline(&challenge.by));
        let ground = reason(&challenge.ground);
        let ground = if ground.is_empty() {
            String::new()
        } else {
            say.say(format!("（{ground}）"), format!(" ({ground})"))
        };
        let how = words::method(say.lang, challenge.method);
        lines.push(say.say(
            format!("{time}　{by}对计票提出异议{ground}，以{how}重新计票。"),
            format!("{time} {by} challenged the count{ground}; it was taken again by {how}."),
        ));
    }
    lines
}

fn counted(say: &Say, one: &Counted) -> String {
    let count = &one.count;
    let time = say.time(&one.when);
    let section = inline(&count.section);
    let place = if section.is_empty() { say.word(["计票", "count"]) } else { section };
    let (yes, no, abstain) = (count.yes, count.no, count.abstain);
    let mut line = say.say(
        format!("{time}　{place}：赞成{yes}、反对{no}、弃权{abstain}"),
        format!("{time} {place}: {yes} in favour, {no} against, {abstain} abstaining"),
    );
    if let Some(room) = count.derived_from {
        line += &say.say(
            format!("（只数反对和弃权，赞成由在场{room}减得）"),
            format!(
                " (only against and abstaining counted; in favour derived from {room} in the room)"
            ),
        );
    }
    if let Some(papers) = count.papers {
        line += &papers_words(say, papers);
    }
    for (name, sides) in &count.by {
        let (name, yes, no, abstain) = (inline(name), sides.yes, sides.no, sides.abstain);
        line += &say.say(
            format!("；{name}：赞成{yes}、反对{no}、弃权{abstain}"),
            format!("; {name}: {yes} in favour, {no} against, {abstain} abstaining"),
        );
    }
    if !one.stands {
        line += &say.word(["；后经重计或更正，不作数", "; replaced later, does not count"]);
    }
    say.say(format!("{line}。"), format!("{line}."))
}

fn papers_words(say: &Say, papers: Papers) -> String {
    let Papers { issued, recovered, valid, invalid } = papers;
    say.say(
        format!("（发出{issued}张、收回{recovered}张、有效{valid}张、无效{invalid}张）"),
        format!(
            " (papers: {issued} handed out, {recovered} in the box, {valid} valid, {invalid} invalid)"
        ),
    )
}

/// The answers, by choice; those who gave none last.
fn calls(say: &Say, vote: &Vote, round: &Round) -> Vec<String> {
    let of = |choice: Choice| -> Vec<u32> {
        let chose = round.calls.iter().filter(|c| c.choice == choice);
        let mut units: Vec<u32> = chose.map(|c| c.unit).collect();
        units.sort_unstable();
        units
    };
    let mut silent = of(Choice::Silent);
    let admitted = vote.admitted.iter().map(|a| &a.unit);
    for unit in vote.voters.iter().chain(admitted) {
        if !round.calls.iter().any(|c| c.unit == *unit) && !silent.contains(unit) {
            silent.push(*unit);
        }
    }
    silent.sort_unstable();
    let rows = [
        (["赞成", "In favour"], of(Choice::Yes)),
        (["反对", "Against"], of(Choice::No)),
        (["弃权", "Abstaining"], of(Choice::Abstain)),
        (["未应答", "No answer"], silent),
    ];
    let mut lines = Vec::new();
    for (words, units) in rows {
        if !units.is_empty() {
            let (word, names, n) = (say.word(words), say.units(&units), units.len());
            lines.push(
                say.say(format!("{word}（{n}）：{names}。"), format!("{word} ({n}): {names}.")),
            );
        }
    }
    lines
}

/// The figures, what they mean, what was declared, and whether it stands.
pub fn vote_outcome(say: &Say, vote: &Vote) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(verdict) = &vote.verdict {
        lines.push(figures(say, &verdict.tally));
        lines.extend(explanation(say, vote, verdict));
        // What asked for a ruling has been answered by it; the ruling stands below.
        let ruled = vote.declared.last().is_some_and(|d| d.ruling.is_some());
        let asking = vote.rule.exactly.as_ref().map(|e| e.flags.as_slice()).unwrap_or_default();
        let asked = |f: &&String| ruled && asking.contains(f);
        lines.extend(verdict.flags.iter().filter(|f| !asked(f)).map(|f| flag(say, vote, f)));
    }
    let last = vote.declared.len().saturating_sub(1);
    for (place, declared) in vote.declared.iter().enumerate() {
        lines.push(declaration(say, declared, place < last));
    }
    if let Some(void) = &vote.void {
        let (time, why) = (say.time(&void.when), reason(&void.why));
        lines.push(say.say(
            format!("{time}　本次表决作废，理由：{why}；过程留存，不生效力。"),
            format!(
                "{time} The vote was made void. Reason: {why}. It stays on record without effect."
            ),
        ));
    } else if vote.declared.is_empty() {
        lines.push(say.word(["尚未宣布结果。", "The result has not been declared."]));
    }
    lines
}

/// The figures of a vote and the arithmetic that decides it, and the ruling where there was one.
pub(super) fn judged(say: &Say, vote: &Vote) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(verdict) = &vote.verdict {
        lines.push(figures(say, &verdict.tally));
        lines.extend(explanation(say, vote, verdict));
    }
    if let Some(ruling) = vote.declared.last().and_then(|d| d.ruling.as_ref()) {
        let (ruled, reason) = (words::outcome(say.lang, ruling.carried), reason(&ruling.reason));
        lines.push(say.say(
            format!("主持人裁定{ruled}，理由：{reason}。"),
            format!("The presider ruled it {ruled}. Reason: {reason}."),
        ));
    }
    lines
}

fn figures(say: &Say, tally: &Tally) -> String {
    let Tally { yes, no, abstain, invalid, not_voting, .. } = *tally;
    let (mut zh, mut en) = (String::new(), String::new());
    if invalid > 0 || tally.papers.is_some() {
        zh += &format!("，无效{invalid}票");
        en += &format!(", {invalid} invalid");
    }
    if not_voting > 0 {
        zh += &format!("，未表决{not_voting}");
        en += &format!(", {not_voting} not voting");
    }
    say.say(
        format!("结果：赞成{yes}票，反对{no}票，弃权{abstain}票{zh}。"),
        format!("Result: {yes} in favour, {no} against, {abstain} abstaining{en}."),
    )
}

/// The arithmetic in one line; where it leaves two readings, both.
fn explanation(say: &Say, vote: &Vote, found: &Verdict) -> Vec<String> {
    let frozen = frozen(vote);
    let stands = vote.declared.last().filter(|_| vote.state == VoteState::Declared);
    let outcome = stands.map_or(found.carried, |d| d.carried);
    let line = verdict::explanation(say.lang, say.charter, found, &frozen, Some(outcome));
    let line = inline(&line);
    let mut lines = vec![say.say(format!("{line}。"), format!("{line}."))];
    // Every other measure stands in a line of its own; a rule of one measure has none.
    for measure in verdict::other_measures(say.lang, found) {
        let measure = inline(&measure);
        lines.push(say.say(format!("{measure}。"), format!("{measure}.")));
    }
    let other = verdict::other_reading(say.lang, say.charter, found, &frozen);
    lines.extend(other.lines().map(inline));
    lines
}

/// A flag of the verdict.
fn flag(say: &Say, vote: &Vote, code: &str) -> String {
    // The flag is raised for proxies too, and then the rule itself may well be the charter's own.
    let of_proxies = code == Code::AssumedRule.stem() && vote.rule.basis.status != Status::Assumed;
    let said = if of_proxies {
        say.word([
            "计入委托票的依据是假定做法，章程没有规定",
            "proxies were counted by an assumed rule, the charter being silent",
        ])
    } else {
        say.code(code)
    };
    say.say(format!("提示：{said}。"), format!("Flag: {said}."))
}

/// What the vote was judged by, as the words of a verdict want it.
fn frozen(vote: &Vote) -> Frozen {
    Frozen {
        charter_version: vote.charter_version,
        rule: vote.rule.clone(),
        roll: vote.roll.clone(),
        voters: vote.voters.clone(),
        proxies: vote.proxies.clone(),
        recused: vote.recused.clone(),
        base: vote.base,
        needed: vote.needed,
        flags: Vec::new(),
        matter_flags: Default::default(),
        roll_changed: false,
        scales: Default::default(),
    }
}

fn declaration(say: &Say, declared: &Declared, replaced: bool) -> String {
    let time = say.time(&declared.when);
    let outcome = words::outcome(say.lang, declared.carried);
    let mut line = say.say(
        format!("{time}　主持人宣布：{outcome}。"),
        format!("{time} The presider declared the motion {outcome}."),
    );
    if let Some(ruling) = &declared.ruling {
        let (ruled, reason) = (words::outcome(say.lang, ruling.carried), reason(&ruling.reason));
        line += &say.say(
            format!("主持人裁定{ruled}，理由：{reason}。"),
            format!(" The presider ruled it {ruled}. Reason: {reason}."),
        );
    }
    if let Some(casting) = declared.casting {
        let cast = words::choice(say.lang, casting);
        line += &say.say(
            format!("主持人的决定票：{cast}。"),
            format!(" The presider's casting vote: {cast}."),
        );
    }
    if let Some(drawn) = declared.lot {
        let drawn = words::outcome(say.lang, drawn);
        line += &say.say(format!("抽签结果：{drawn}。"), format!(" The lot said: {drawn}."));
    }
    if let Some(number) = &declared.number {
        let number = inline(number);
        line += &say.say(format!("文号：{number}。"), format!(" Decision {number}."));
    }
    if replaced {
        line += &say.word([
            "（其后更正计票，重新宣布。）",
            " (The count was corrected afterwards and the result declared anew.)",
        ]);
    }
    line
}
