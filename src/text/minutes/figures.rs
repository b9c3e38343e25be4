//! The figures of a meeting in rows, for a spreadsheet: no sentence, one cell a fact.

use super::{Say, inline};
use crate::charter::cite::han;
use crate::minutes::agenda::{Motion, Vote, VoteState};
use crate::minutes::people::Moved;
use crate::record::event::Presence;
use crate::record::tally::Verdict;
use crate::text::{Lang, Words, words};

/// A table: its name, its columns with whether they hold figures, its rows.
pub struct Rows {
    /// Name of the table.
    pub name: String,
    /// Heads, and whether the column holds figures.
    pub columns: Vec<(String, bool)>,
    /// Rows of as many cells as there are columns.
    pub rows: Vec<Vec<String>>,
}

impl Rows {
    fn new(say: &Say, name: Words, columns: &[(Words, bool)]) -> Self {
        let columns = columns.iter().map(|(words, figure)| (say.word(*words), *figure)).collect();
        Self { name: say.word(name), columns, rows: Vec::new() }
    }
}

/// A row a unit of the roll: how it took part, when it came and went.
pub fn attendance(say: &Say) -> Rows {
    let mut rows = Rows::new(
        say,
        ["出席", "Attendance"],
        &[
            (["序号", "No."], true),
            (["成员单位", "Member"], false),
            (["开会时", "At the opening"], false),
            (["最后", "In the end"], false),
            (["参会人或受托成员", "Delegate or holder"], false),
            (["到会与离会", "Came and went"], false),
        ],
    );
    for one in &say.minutes.attendance.units {
        let state = |p: &Option<Presence>| {
            p.as_ref().map(|p| words::presence(say.lang, p)).unwrap_or_default()
        };
        let who = one.latest.as_ref().or(one.at_opening.as_ref()).map(|p| who(say, p));
        let own = say.minutes.attendance.moves.iter().filter(|m| m.unit == one.unit);
        let moves = own.filter_map(|m| {
            let word = match m.moved {
                Moved::Arrived => ["到", "in"],
                Moved::Left => ["离", "out"],
                Moved::Returned => ["返", "back"],
                Moved::NotConfirmed => ["复会未到", "not back"],
                Moved::Changed => return None,
            };
            Some(format!("{} {}", say.time(&m.when), say.word(word)))
        });
        let moves: Vec<String> = moves.collect();
        rows.rows.push(vec![
            one.unit.to_string(),
            say.unit(one.unit),
            state(&one.at_opening),
            state(&one.latest),
            who.unwrap_or_default(),
            say.list(&moves),
        ]);
    }
    rows
}

fn who(say: &Say, presence: &Presence) -> String {
    match presence {
        Presence::InPerson { who } | Presence::Delegate { who, .. } | Presence::Online { who } => {
            inline(who)
        }
        Presence::Proxy { holder, .. } => say.unit(*holder),
        Presence::Excused { why } => inline(why),
        Presence::Absent | Presence::Left => String::new(),
    }
}

/// A row a vote, void ones included.
pub fn votes(say: &Say) -> Rows {
    let mut rows = Rows::new(
        say,
        ["表决", "Votes"],
        &[
            (["表决", "Vote"], true),
            (["议程", "Item"], false),
            (["议案", "Motion"], true),
            (["文字", "Text"], false),
            (["方式", "Method"], false),
            (["依据", "Rule"], false),
            (["应到", "Roll"], true),
            (["可表决", "Able to vote"], true),
            (["赞成", "Yes"], true),
            (["反对", "No"], true),
            (["弃权", "Abstain"], true),
            (["无效", "Invalid"], true),
            (["未表决", "Not voting"], true),
            (["基数", "Base"], true),
            (["须赞成", "Needed"], true),
            (["结果", "Result"], false),
            (["文号", "Number"], false),
        ],
    );
    for item in &say.minutes.items {
        for motion in &item.motions {
            for vote in &motion.votes {
                rows.rows.push(vote_row(say, &inline(&item.title), motion, vote));
            }
        }
    }
    rows
}

fn vote_row(say: &Say, item: &str, motion: &Motion, vote: &Vote) -> Vec<String> {
    let figure = |of: fn(&Verdict) -> u32| {
        vote.verdict.as_ref().map(|v| of(v).to_string()).unwrap_or_default()
    };
    let needed = vote.verdict.as_ref().and_then(|v| v.needed);
    let last = vote.declared.last();
    let result = match (vote.state, last) {
        (VoteState::Void, _) => say.word(["作废", "void"]),
        (_, Some(declared)) => words::outcome(say.lang, declared.carried),
        _ => say.word(["未宣布", "not declared"]),
    };
    vec![
        vote.no.to_string(),
        item.to_owned(),
        motion.no.to_string(),
        inline(&motion.text),
        words::method(say.lang, vote.method),
        say.basis(&vote.rule.basis),
        vote.roll.len().to_string(),
        (vote.voters.len() + vote.admitted.len()).to_string(),
        figure(|v| v.tally.yes),
        figure(|v| v.tally.no),
        figure(|v| v.tally.abstain),
        figure(|v| v.tally.invalid),
        figure(|v| v.tally.not_voting),
        figure(|v| v.base),
        needed.map(|n| n.to_string()).unwrap_or_default(),
        result,
        last.and_then(|d| d.number.clone()).unwrap_or_default(),
    ]
}

/// A row a name in a round of an election.
pub fn elections(say: &Say) -> Rows {
    let mut rows = Rows::new(
        say,
        ["选举得票", "Elections"],
        &[
            (["职务", "Office"], false),
            (["轮次", "Round"], false),
            (["应选", "Seats"], true),
            (["发出", "Handed out"], true),
            (["收回", "In the box"], true),
            (["有效", "Valid"], true),
            (["无效", "Invalid"], true),
            (["姓名", "Name"], false),
            (["赞成", "For"], true),
            (["反对", "Against"], true),
            (["弃权", "Abstain"], true),
            (["当选须得", "Needed"], true),
            (["结果", "Result"], false),
        ],
    );
    let elections = say.minutes.items.iter().filter_map(|i| i.election.as_ref());
    for round in elections.flat_map(|e| &e.rounds) {
        let Some(outcome) = &round.outcome else {
            continue;
        };
        let papers = outcome.papers;
        let no = match say.lang {
            Lang::En => round.no.to_string(),
            _ => format!("第{}轮", han(round.no)),
        };
        for fared in &outcome.fared {
            let elected = round.elected.iter().any(|c| c.name == fared.name);
            let result = match (round.voided.is_some(), elected) {
                (true, _) => say.word(["作废", "void"]),
                (false, true) => say.word(["当选", "elected"]),
                (false, false) => String::new(),
            };
            rows.rows.push(vec![
                say.pick(&round.seat.name),
                no.clone(),
                round.seats.to_string(),
                papers.issued.to_string(),
                papers.recovered.to_string(),
                papers.valid.to_string(),
                papers.invalid.to_string(),
                inline(&fared.name),
                fared.votes.yes.to_string(),
                fared.votes.no.to_string(),
                fared.votes.abstain.to_string(),
                outcome.needed.map(|n| n.to_string()).unwrap_or_default(),
                result,
            ]);
        }
    }
    rows
}
