//! Elections in the minutes: legend, who counted, and every round as the scrutineers report it.

use super::{Say, inline, reason};
use crate::minutes::ballots::{BallotRound, Ballots};
use crate::minutes::types::Moment;
use crate::record::election::{Accounting, Round, RoundState, Sheet};
use crate::text::election;

/// What was planned and who counts.
pub fn plan_lines(say: &Say, ballots: &Ballots) -> Vec<String> {
    let marks: Vec<_> = ballots.rounds.iter().map(|round| round.marks).collect();
    let mut lines = vec![election::legend(say.lang, &ballots.plan, &marks)];
    if !ballots.tellers.is_empty() {
        let names: Vec<String> = ballots
            .tellers
            .iter()
            .map(|t| {
                let (task, name) = (election::task(say.lang, t.task), inline(&t.name));
                say.say(format!("{task}{name}"), format!("{name} ({task})"))
            })
            .collect();
        let names = say.list(&names);
        let approved = say.word(if ballots.approved.is_some() {
            ["经会议通过", "approved by the meeting"]
        } else {
            ["未经通过", "not approved"]
        });
        lines.push(say.say(
            format!("计票、监票：{names}（{approved}）。"),
            format!("For the count: {names} ({approved})."),
        ));
    }
    lines
}

/// The heading of a round.
pub fn round_head(say: &Say, round: &BallotRound) -> String {
    let (seat, no, seats) = (say.pick(&round.seat.name), round.no, round.seats);
    let [zh, en] = if round.of_body { ["单位", "units of "] } else { ["", ""] };
    say.say(
        format!("选举{seat}{zh}，第{no}轮，应选{seats}名"),
        format!("Election of {en}{seat}, round {no}, {seats} to be elected"),
    )
}

/// A round: who stood, the papers, the sheets, the result, and what was flagged.
pub fn round_lines(say: &Say, round: &BallotRound) -> Vec<String> {
    let mut lines = result_lines(say, round);
    let flags = round.outcome.iter().flat_map(|o| &o.flags).map(|f| say.code(f));
    let flags = flags.filter(|l| !l.is_empty());
    lines.extend(flags.map(|l| say.say(format!("提示：{l}。"), format!("Note: {l}."))));
    lines
}

/// A round as it is told to those who were not there: without what was flagged to the presider.
pub fn result_lines(say: &Say, round: &BallotRound) -> Vec<String> {
    let mut lines = Vec::new();
    lines.push(stood(say, round));
    let Accounting { printed, issued, .. } = round.papers;
    let (time, clipped) = (say.time(&round.issued), printed.saturating_sub(issued));
    let able = round.frozen.voters.len();
    let counter = &say.minutes.association.counter.zh;
    lines.push(say.say(
        format!("{time}发票：可投票{able}{counter}，印制{printed}张，发出{issued}张，剩余{clipped}张剪角作废。"),
        format!("{time}: {able} members able to vote, {printed} papers printed, {issued} handed out, {clipped} left over and clipped."),
    ));
    let papers = plain(round);
    if let Some(opened) = &round.opened {
        let (time, said) = (say.time(opened), election::papers(say.lang, &papers));
        lines
            .push(say.say(format!("{time}开箱：{said}。"), format!("{time}, box opened: {said}.")));
    }
    for recount in &round.recounts {
        let (time, by, ground) =
            (say.time(&recount.when), inline(&recount.by), inline(&recount.ground));
        lines.push(say.say(
            format!("{time}应{by}的要求重新计票，原计票单保留。{ground}"),
            format!(
                "{time}: counted again at the wish of {by}; the first sheets are kept. {ground}"
            ),
        ));
    }
    lines.extend(sheets(say, round));
    lines.extend(outcome(say, round, &papers));
    lines.extend(ruled(say, round));
    lines.extend(ended(say, round, true));
    lines
}

/// A round in a summary: who stood, the papers, the result; the hours and the sheets are matter of the record.
pub(super) fn summed_up(say: &Say, round: &BallotRound) -> Vec<String> {
    let mut lines = vec![stood(say, round)];
    let papers = plain(round);
    if round.opened.is_some() {
        let said = election::papers(say.lang, &papers);
        lines.push(say.say(format!("{said}。"), format!("{said}.")));
    }
    lines.extend(outcome(say, round, &papers));
    lines.extend(ruled(say, round));
    lines.extend(ended(say, round, false));
    lines
}

fn stood(say: &Say, round: &BallotRound) -> String {
    let stood: Vec<String> = round.candidates.iter().map(|c| candidate(say, c)).collect();
    let stood = say.list(&stood);
    say.say(
        format!("候选人（按选票次序）：{stood}。"),
        format!("Candidates, in the order printed: {stood}."),
    )
}

/// The papers that count, and how each fared.
fn outcome(say: &Say, round: &BallotRound, papers: &Round) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(outcome) = &round.outcome {
        let (valid, invalid) = (outcome.papers.valid, outcome.papers.invalid);
        if outcome.valid {
            lines.push(say.say(
                format!("有效票{valid}张，无效票{invalid}张。"),
                format!("{valid} valid papers, {invalid} invalid."),
            ));
        }
        let said = election::result(say.lang, say.charter, papers, outcome);
        let said = said.iter().skip(1);
        lines.extend(said.map(|l| say.say(format!("{}。", inline(l)), format!("{}.", inline(l)))));
    }
    lines
}

fn ruled(say: &Say, round: &BallotRound) -> Option<String> {
    let ruling = round.ruling.as_ref()?;
    let reason = reason(&ruling.reason);
    let [zh, en] =
        if ruling.carried { ["当选", "elected"] } else { ["不当选", "not elected"] };
    Some(say.say(
        format!("票数恰为所需的，主持人裁定{zh}，理由：{reason}。"),
        format!("On those with exactly the share the presider ruled: {en}. Reason: {reason}."),
    ))
}

fn candidate(say: &Say, one: &crate::record::election::Candidate) -> String {
    let name = inline(&one.name);
    let unit = one.unit.map(|u| say.unit(u)).filter(|u| *u != name);
    let by = inline(&one.nominated_by);
    let by = say.charter.office(&one.nominated_by).map_or(by, |o| say.pick(&o.name));
    let mut more: Vec<String> = unit.into_iter().collect();
    if !by.is_empty() {
        more.push(say.say(format!("{by}提名"), format!("nominated by {by}")));
    }
    if !one.nominators.is_empty() {
        let names: Vec<String> = one.nominators.iter().map(|u| say.unit(*u)).collect();
        let names = say.list(&names);
        more.push(say.say(format!("{names}提名"), format!("nominated by {names}")));
    }
    if more.is_empty() {
        return name;
    }
    let more = more.join(&say.word(["；", "; "]));
    say.say(format!("{name}（{more}）"), format!("{name} ({more})"))
}

fn sheets(say: &Say, round: &BallotRound) -> Vec<String> {
    let mut lines = Vec::new();
    // One sheet of everything repeats the result; more than one, or a corrected one, says how it was summed.
    if round.sheets.len() < 2 && round.sheets.iter().all(|s| s.was.is_empty()) {
        return lines;
    }
    for (place, entry) in round.sheets.iter().enumerate() {
        let no = place + 1;
        let time = say.time(&entry.when);
        let said = sheet(say, round, &entry.sheet);
        let earlier = if entry.earlier {
            say.word(["（原计票，不再计入）", " (first count, no longer counted)"])
        } else {
            String::new()
        };
        lines.push(say.say(
            format!("计票单{no}（{time}）{earlier}：{said}"),
            format!("Sheet {no} ({time}){earlier}: {said}"),
        ));
        for was in &entry.was {
            let (time, before) = (say.time(&was.when), sheet(say, round, &was.sheet));
            let (by, why) = (inline(&was.confirmed_by), reason(&was.why));
            lines.push(say.say(
                format!("计票单{no}于{time}更正，{by}确认，理由：{why}；原记：{before}"),
                format!("Sheet {no} corrected at {time}, confirmed by {by}. Reason: {why}. Before: {before}"),
            ));
        }
    }
    lines
}

fn sheet(say: &Say, round: &BallotRound, sheet: &Sheet) -> String {
    let (valid, invalid) = (sheet.valid, sheet.invalid);
    let mut sums = Vec::new();
    for (candidate, sum) in round.candidates.iter().zip(&sheet.votes) {
        let (name, yes, no, abstain) = (inline(&candidate.name), sum.yes, sum.no, sum.abstain);
        sums.push(if no + abstain > 0 {
            format!("{name} {yes}/{no}/{abstain}")
        } else {
            format!("{name} {yes}")
        });
    }
    sums.extend(sheet.written_in.iter().map(|w| format!("{}* {}", inline(&w.name), w.yes)));
    let sums = say.list(&sums);
    let group =
        if sheet.group.is_empty() { String::new() } else { format!("{} ", inline(&sheet.group)) };
    let twice = if sheet.twice {
        say.word(["，两人分别录入一致", ", entered twice and agreed"])
    } else {
        String::new()
    };
    say.say(
        format!("{group}有效{valid}、无效{invalid}；{sums}{twice}。"),
        format!("{group}{valid} valid, {invalid} invalid; {sums}{twice}."),
    )
}

/// What the presider declared, and what became of the round; with the hour, where it is wanted.
fn ended(say: &Say, round: &BallotRound, timed: bool) -> Vec<String> {
    let mut lines = Vec::new();
    let at = |when: &Moment| {
        if timed { say.say(say.time(when), format!("{}: ", say.time(when))) } else { String::new() }
    };
    if let Some(when) = &round.declared {
        let time = at(when);
        let the = if timed { "the" } else { "The" };
        let names: Vec<String> = round.elected.iter().map(|c| candidate_named(say, c)).collect();
        let valid = round.outcome.as_ref().is_none_or(|o| o.valid);
        let number = round.number.as_ref().map_or_else(String::new, |n| {
            let n = inline(n);
            say.say(format!("（{n}）"), format!(" ({n})"))
        });
        lines.push(match (valid, names.is_empty()) {
            (false, _) => say.say(
                format!("{time}主持人宣布：本轮选举无效，得票不计，重新选举。"),
                format!("{time}{the} presider declared the round void; its votes do not count and it is held again."),
            ),
            (true, true) => say.say(
                format!("{time}主持人宣布：无人当选。"),
                format!("{time}{the} presider declared that nobody is elected."),
            ),
            (true, false) => {
                let names = say.list(&names);
                say.say(
                    format!("{time}主持人宣布当选：{names}{number}。"),
                    format!("{time}{the} presider declared elected {names}{number}."),
                )
            }
        });
    }
    match crate::minutes::ballots::stands(round) {
        RoundState::Void { why } => {
            let time = round.voided.as_ref().map(|v| at(&v.when)).unwrap_or_default();
            let the = if time.is_empty() { "The" } else { "the" };
            let why = inline(&why);
            lines.push(say.say(
                format!("{time}本轮作废，理由：{why}。"),
                format!("{time}{the} round was voided. Reason: {why}."),
            ));
        }
        RoundState::Declared => {}
        state => {
            let state = election::state(say.lang, &state);
            lines.push(say.say(format!("本轮{state}。"), format!("This round: {state}.")));
        }
    }
    lines
}

fn candidate_named(say: &Say, one: &crate::record::election::Candidate) -> String {
    let name = inline(&one.name);
    match one.unit.map(|u| say.unit(u)).filter(|u| *u != name) {
        Some(unit) => say.say(format!("{name}（{unit}）"), format!("{name} ({unit})")),
        None => name,
    }
}

/// The round in the record's own shape, for the words it shares with the screen.
fn plain(round: &BallotRound) -> Round {
    Round {
        no: round.no,
        seats: round.seats,
        candidates: round.candidates.clone(),
        frozen: round.frozen.clone(),
        papers: round.papers,
        sheets: round.sheets.iter().filter(|s| !s.earlier).map(|s| s.sheet.clone()).collect(),
        earlier: Vec::new(),
        state: crate::minutes::ballots::stands(round),
        outcome: round.outcome.clone(),
        declared: round.elected.clone(),
        ruling: round.ruling.clone(),
        seq: 0,
    }
}
