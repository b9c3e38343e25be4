//! The extract of one decision in words: text, vote, what it changed, and what has been done since.

use super::minutes::{self as said, Say, inline};
use super::{Lang, Words, words};
use crate::minutes::agenda::{Decision, Motion, Vote};
use crate::minutes::records::Correction;
use crate::record::Book;
use crate::record::follow::{self, FollowUp, Report, Step};

/// The lines of the title.
pub fn title(say: &Say) -> Vec<String> {
    let association = inline(&say.lang.pick(&say.minutes.association.name));
    vec![association, say.lang.say(["决议摘录", "Extract of one decision"])]
}

/// Who answers for an extract: who made it, and who compared it with the book.
pub const SIGNS: [Words; 2] = [["摘录人", "Extracted by"], ["核对人", "Compared by"]];

/// That the decision no longer stands, where it does not.
pub fn void(lang: Lang) -> String {
    lang.say([
        "本项决定所依据的表决已失效，文号不再使用。以下为留存的过程。",
        "The vote behind this decision no longer stands, and its number is not used again. What follows is kept for the record.",
    ])
}

/// What the decision changed in the book, with its corrections; a sentence says where nothing was.
pub fn changed(say: &Say, book: &Book, decision: &Decision) -> Vec<String> {
    let lang = say.lang;
    let enacted = say.minutes.enactments.iter().filter(|e| e.decision == decision.no);
    let mut changed: Vec<String> = enacted.map(|e| said::enactment(say, e)).collect();
    if changed.is_empty() {
        // What waited for its day is enacted in a later meeting.
        let later = decision.changes.iter().map(|c| words::change(lang, book, c));
        changed.extend(later.map(|c| lang.join(&format!("{c}。"), &format!("{c}."))));
    }
    if changed.is_empty() {
        changed.push(lang.say(["没有改动。", "Nothing."]));
    }
    for corrected in &say.minutes.corrections {
        let own = match &corrected.what {
            Correction::Text { decision: of, .. }
            | Correction::Enactment { decision: of, .. }
            | Correction::Amendment { decision: of, .. } => *of == decision.no,
            Correction::Count { vote, .. } => *vote == decision.vote && decision.vote != 0,
            Correction::Attendance { .. } => false,
        };
        if own {
            changed.extend(said::correction(say, corrected));
        }
    }
    changed
}

/// The lines under the title.
pub fn facts(say: &Say, decision: &Decision) -> Vec<String> {
    let minutes = say.minutes;
    let heading = &minutes.meeting;
    let number = [heading.term, heading.number];
    let meeting = words::title(say.charter, &heading.body.id, number, heading.special);
    let place = inline(&heading.place);
    let (meeting, day) = (say.lang.pick(&meeting), words::date(say.lang, heading.date));
    let no = decision.no;
    let mut lines = vec![
        (["文号", "Number"], inline(&decision.number)),
        (
            ["序号", "In the book"],
            say.lang.join(&format!("第{no}项决定"), &format!("decision {no}")),
        ),
        (
            ["会议", "Meeting"],
            say.lang.join(
                &format!("{meeting}（{day}，{place}）"),
                &format!("{meeting} ({day}, {place})"),
            ),
        ),
        (["主持人", "Presider"], said::presiders(say)),
        (["事项与依据", "Matter and articles"], say.matter(&decision.matter)),
        (["生效", "In effect"], words::effective(say.lang, decision.effective)),
    ];
    if !decision.subjects.is_empty() {
        let names: Vec<String> = decision.subjects.iter().map(|s| inline(&s.name)).collect();
        let names = names.join(&say.lang.say(["、", ", "]));
        lines.push((["涉及", "Concerning"], names));
    }
    let said = lines.into_iter().filter(|(_, value)| !value.is_empty());
    said.map(|([zh, en], value)| {
        say.lang.join(&format!("{zh}：{value}"), &format!("{en}: {value}"))
    })
    .collect()
}

/// The vote behind the decision, every round and the arithmetic.
pub fn vote(say: &Say, decision: &Decision) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(item) = decision.election {
        let held = say.minutes.items.iter().find(|i| i.no == item);
        let rounds = held.and_then(|i| i.election.as_ref());
        let own = rounds.into_iter().flat_map(|b| &b.rounds);
        for round in own.filter(|r| r.number.as_deref() == Some(decision.number.as_str())) {
            lines.push(said::round_head(say, round));
            lines.extend(said::round_lines(say, round));
        }
        return lines;
    }
    let motions = say.minutes.items.iter().flat_map(|i| &i.motions);
    let found: Option<(&Motion, &Vote)> = motions
        .flat_map(|m| m.votes.iter().map(move |v| (m, v)))
        .find(|(_, v)| v.no == decision.vote);
    if let Some((motion, vote)) = found {
        lines.push(said::vote_head(say, motion, vote));
        lines.extend(said::vote_basis(say, vote));
        for place in 0..vote.rounds.len() {
            lines.extend(said::round(say, vote, place));
        }
        lines.extend(said::vote_outcome(say, vote));
    }
    lines
}

/// What has become of a decision since: where it stands, who carries it out, every step on record.
pub fn since(lang: Lang, book: &Book, no: u32) -> Vec<String> {
    let Some(decision) = follow::decision(book, no) else {
        return Vec::new();
    };
    let standing = words::standing(lang, follow::standing(book, decision));
    let mut lines =
        vec![lang.join(&format!("现状：{standing}。"), &format!("Where it stands: {standing}."))];
    match follow::follow_up(book, no) {
        Some(followed) => lines.extend(steps(lang, book, followed)),
        None if decision.void => {}
        None => lines.push(lang.say([
            "没有交办，也没有报告。",
            "Nobody was charged with it, and nothing was reported.",
        ])),
    }
    lines
}

fn steps(lang: Lang, book: &Book, followed: &FollowUp) -> Vec<String> {
    let mut lines = Vec::new();
    for (_, at, step) in &followed.steps {
        let day = words::date(lang, at.date_naive());
        let line = match step {
            Step::Assigned(assigned) => {
                let owner = words::owner(lang, book, &assigned.owner);
                let due = assigned.due.map_or_else(String::new, |due| {
                    let due = words::date(lang, due);
                    lang.join(&format!("，期限{due}"), &format!(", due {due}"))
                });
                let task = inline(&assigned.task);
                let task = if task.is_empty() {
                    String::new()
                } else {
                    lang.join(&format!("：{task}"), &format!(": {task}"))
                };
                lang.join(
                    &format!("交{owner}办理{due}{task}"),
                    &format!("charged to {owner}{due}{task}"),
                )
            }
            Step::Reported(report) => reported(lang, book, report),
        };
        lines.push(lang.join(&format!("{day}　{line}。"), &format!("{day}: {line}.")));
    }
    lines
}

fn reported(lang: Lang, book: &Book, report: &Report) -> String {
    let mut line = words::progress(lang, report.status);
    let note = inline(&report.note);
    let note = note.trim_end_matches(['。', '.']);
    if !note.is_empty() {
        line += &lang.join(&format!("：{note}"), &format!(": {note}"));
    }
    if let Some(paper) = report.document.and_then(|no| book.documents.iter().find(|d| d.no == no)) {
        let (no, name, digest) = (paper.no, inline(&paper.name), &paper.sha256);
        line += &lang.join(
            &format!("（文件{no}：{name}，SHA-256 {digest}）"),
            &format!(" (paper {no}: {name}, SHA-256 {digest})"),
        );
    }
    line
}
