//! Elections in words: the rules as a draft, the result as it is reported, and who is elected by what arithmetic.

mod rules;

pub use rules::{legend, rules};

use super::Lang;
use super::charter::reach;
use super::verdict::rested;
use super::words::{counted, office_name, seat_name, two};
use crate::charter::{Base, Charter, Name};
use crate::record::election::{
    Candidate, Fared, Marks, Outcome, Race, Round, RoundState, Seat, Task,
};
use crate::record::{Book, Command, Request};

/// The command with the texts the program can draft put in where they were left empty: the election rules, the
/// motion for those who count, the decision. In Chinese unless only English is wanted.
pub fn drafted(lang: Lang, book: &Book, request: Request) -> Request {
    let lang = if lang == Lang::En { Lang::En } else { Lang::Zh };
    let meeting = match request.meeting {
        Some(no) => book.meeting(no),
        None => book.meeting_in_hand(),
    };
    let (Some(meeting), Some(charter)) = (meeting, book.charter.as_deref()) else {
        return request;
    };
    let mut request = request;
    match &mut request.command {
        Command::PutCase(put) => super::cases::drafted(lang, book, charter, put),
        Command::ProposeRules { item, text, .. } if text.trim().is_empty() => {
            if let Some(election) = meeting.election(*item) {
                *text = rules(lang, book, charter, meeting, election);
            }
        }
        Command::ProposeTellers { tellers, text, .. } if text.trim().is_empty() => {
            let names: Vec<Name> = tellers.iter().map(|t| task_of(&t.name, t.task)).collect();
            *text = lang.pick(&two(
                format!("通过下列人员担任本次选举的监票、计票工作：{}。", join(&names, true)),
                format!("To approve for the count of this election: {}.", join(&names, false)),
            ));
        }
        Command::DeclareElection { item, contest, text, ruling, .. } if text.trim().is_empty() => {
            if let Some(race) = meeting.race(*item, *contest)
                && let Some(round) = race.latest()
            {
                let lost = ruling.as_ref().is_some_and(|r| !r.carried);
                *text = decision(lang, book, race, round, lost);
            }
        }
        _ => {}
    }
    request
}

fn join(names: &[Name], zh: bool) -> String {
    let said: Vec<&str> =
        names.iter().map(|n| if zh { n.zh.as_str() } else { n.en.as_str() }).collect();
    said.join(if zh { "，" } else { ", " })
}

/// What somebody does at the count.
pub fn task(lang: Lang, task: Task) -> String {
    lang.pick(&task_name(task))
}

fn task_name(task: Task) -> Name {
    let [zh, en] = match task {
        Task::Chief => ["总监票人", "chief scrutineer"],
        Task::Scrutineer => ["监票人", "scrutineer"],
        Task::Teller => ["计票人", "teller"],
        Task::Reader => ["唱票人", "reader"],
    };
    two(zh, en)
}

fn task_of(name: &str, task: Task) -> Name {
    let task = task_name(task);
    two(format!("{}{name}", task.zh), format!("{name} as {}", task.en))
}

/// What stands for a decision of those elected in a round.
fn decision(lang: Lang, book: &Book, race: &Race, round: &Round, exact_lost: bool) -> String {
    let Some(outcome) = &round.outcome else {
        return String::new();
    };
    let elected = outcome.elected.iter().filter_map(|p| outcome.fared.get(*p));
    let names: Vec<&str> =
        elected.filter(|f| !(exact_lost && f.exact)).map(|f| f.name.as_str()).collect();
    let seat = seat_name(book, &race.contest.seat);
    lang.pick(&match race.contest.seat {
        Seat::Office { .. } => two(
            format!("选举{}为{}。", names.join("、"), seat.zh),
            format!("{} elected as {}.", names.join(", "), seat.en),
        ),
        Seat::Body { .. } => two(
            format!("选举{}为{}。", names.join("、"), seat.zh),
            format!("{} elected {}.", names.join(", "), seat.en),
        ),
    })
}

/// Whether the election is valid by its papers, as it is said before any paper is read:
/// `发出选票34张，收回34张，收回等于发出——选举有效`.
pub fn papers(lang: Lang, round: &Round) -> String {
    let (issued, recovered) = (round.papers.issued, round.papers.recovered);
    let [zh, en] = match recovered.cmp(&issued) {
        std::cmp::Ordering::Less => {
            ["收回少于发出——选举有效", "fewer than handed out: the election is valid"]
        }
        std::cmp::Ordering::Equal => {
            ["收回等于发出——选举有效", "as many as handed out: the election is valid"]
        }
        std::cmp::Ordering::Greater => {
            ["收回多于发出——选举无效", "more than handed out: the election is void"]
        }
    };
    lang.pick(&two(
        format!("发出选票{issued}张，收回{recovered}张，{zh}"),
        format!("{issued} papers handed out, {recovered} in the box, {en}"),
    ))
}

/// What elects, before anybody is counted: `依据第九条：全体36家，当选须18票`.
pub fn needed(lang: Lang, charter: &Charter, round: &Round) -> String {
    let bare = crate::record::election::outcome(
        &Round { sheets: Vec::new(), ..round.clone() },
        Marks::Each,
    );
    lang.pick(&needed_name(charter, round, &bare))
}

fn needed_name(charter: &Charter, round: &Round, outcome: &Outcome) -> Name {
    let rule = rested(charter, &round.frozen);
    let counter = &charter.identity.counter;
    let base = match round.frozen.rule.base {
        Base::AllMembers | Base::NotRecused => {
            let all = counted(counter, outcome.base);
            two(format!("全体{}", all.zh), format!("of all {}", all.en))
        }
        Base::Present => two(
            format!("到会{}{}", outcome.base, counter.zh),
            format!("of the {} present", outcome.base),
        ),
        _ => {
            let share = reach(
                &super::charter::base_words(round.frozen.rule.base),
                round.frozen.rule.share,
                round.frozen.rule.cmp,
            );
            return two(
                format!("{}当选须{}", rule.zh, share.zh),
                format!("{}election takes {}", rule.en, share.en),
            );
        }
    };
    let need = outcome.needed.map_or_else(
        || two("基数为零，无法当选", "a base of nobody elects nobody"),
        |n| two(format!("当选须{n}票"), format!("{n} votes elect")),
    );
    two(
        format!("{}{}，{}", rule.zh, base.zh, need.zh),
        format!("{}{}, {}", rule.en, base.en, need.en),
    )
}

/// The result with its arithmetic, one line a name:
/// `依据第九条：全体36家，当选须18票` · `候选人甲 25票，超7票——当选`.
pub fn result(lang: Lang, charter: &Charter, round: &Round, outcome: &Outcome) -> Vec<String> {
    let mut lines = vec![papers(lang, round)];
    if !outcome.valid {
        return lines;
    }
    lines.push(lang.pick(&needed_name(charter, round, outcome)));
    for (place, fared) in outcome.fared.iter().enumerate() {
        lines.push(lang.pick(&fared_name(outcome, place, fared)));
    }
    lines.push(lang.pick(&summary(outcome)));
    lines
}

fn fared_name(outcome: &Outcome, place: usize, fared: &Fared) -> Name {
    let (name, yes) = (&fared.name, fared.votes.yes);
    let written =
        if fared.written_in { two("（另选）", " (written in)") } else { Name::default() };
    let against = if fared.votes.no + fared.votes.abstain > 0 {
        let (no, abstain) = (fared.votes.no, fared.votes.abstain);
        two(format!("，反对{no}、弃权{abstain}"), format!(", {no} against, {abstain} abstaining"))
    } else {
        Name::default()
    };
    let margin = match outcome.needed {
        Some(needed) if yes > needed => {
            let over = yes - needed;
            two(format!("，超{over}票"), format!(", {over} more than needed"))
        }
        Some(needed) if yes == needed => two("，恰为所需票数", ", exactly the number needed"),
        Some(needed) => {
            let short = needed - yes;
            two(format!("，差{short}票"), format!(", {short} short"))
        }
        None => Name::default(),
    };
    let came = if outcome.elected.contains(&place) {
        two("当选", "elected")
    } else if outcome.again.contains(&place) && fared.reached {
        two("票数相等，再次投票", "level, voted on again")
    } else if fared.reached {
        two("票数够，席位已满", "enough, but the seats are filled")
    } else {
        two("未当选", "not elected")
    };
    two(
        format!("{name}{} {yes}票{}{}——{}", written.zh, against.zh, margin.zh, came.zh),
        format!("{name}{} {yes}{}{}: {}", written.en, against.en, margin.en, came.en),
    )
}

fn summary(outcome: &Outcome) -> Name {
    let (seats, filled, vacant) = (outcome.seats, outcome.elected.len(), outcome.vacant);
    if vacant == 0 {
        return two(
            format!("应选{seats}名，选出{filled}名"),
            format!("{filled} of {seats} seats filled"),
        );
    }
    let again: Vec<&str> = outcome
        .again
        .iter()
        .filter_map(|p| outcome.fared.get(*p))
        .map(|f| f.name.as_str())
        .collect();
    let next = if again.is_empty() {
        two("其余名额另行选举", "the rest go to a further election")
    } else {
        two(
            format!("在{}之间再次投票", again.join("、")),
            format!("voted again between {}", again.join(", ")),
        )
    };
    two(
        format!("应选{seats}名，选出{filled}名，缺{vacant}名；{}", next.zh),
        format!("{filled} of {seats} seats filled, {vacant} empty; {}", next.en),
    )
}

/// Where a round stands.
pub fn state(lang: Lang, state: &RoundState) -> String {
    lang.say(match state {
        RoundState::Issued => ["投票中", "voting"],
        RoundState::Counting => ["计票中", "being counted"],
        RoundState::Counted => ["待宣布", "not declared"],
        RoundState::Declared => ["已宣布", "declared"],
        RoundState::Void { .. } => ["作废", "void"],
    })
}

/// Who nominates a candidate: an office of the charter by its name, members, or what was typed.
pub fn nominated_by(lang: Lang, book: &Book, candidate: &Candidate) -> String {
    let office = book.charter.as_deref().and_then(|c| c.office(&candidate.nominated_by));
    if office.is_some() {
        return lang.pick(&office_name(book, &candidate.nominated_by));
    }
    if candidate.nominators.is_empty() {
        return candidate.nominated_by.clone();
    }
    let names: Vec<String> = candidate.nominators.iter().map(|u| book.unit_name(*u)).collect();
    names.join("、")
}

/// What the presider says at this stage of a round.
pub fn script(lang: Lang, book: &Book, race: &Race, round: &Round) -> Vec<String> {
    let seat = seat_name(book, &race.contest.seat);
    let (seats, papers) = (round.seats, round.papers);
    let said = match (&round.state, &round.outcome) {
        (RoundState::Issued, _) => vec![
            two(
                format!("现在选举{}，应选{seats}名。请监票人当众检查票箱，发票。", seat.zh),
                format!(
                    "We now elect: {}, {seats} to fill. Scrutineers, please show the box empty and hand out the papers.",
                    seat.en
                ),
            ),
            two(
                format!("发出选票{}张，剩余的已剪角作废。请填票、投票。", papers.issued),
                format!(
                    "{} papers are handed out, the rest is clipped. Please mark your paper and put it in the box.",
                    papers.issued
                ),
            ),
        ],
        (RoundState::Counting, _) if papers.recovered > papers.issued => vec![two(
            "收回的选票多于发出的，本次选举无效，应重新选举。",
            "More papers came back than were handed out. This election is void and is held again.",
        )],
        (RoundState::Counting, _) => vec![two(
            format!(
                "发出{}张，收回{}张，选举有效。请监票人、计票人计票。",
                papers.issued, papers.recovered
            ),
            format!(
                "{} handed out, {} in the box: the election is valid. Scrutineers and tellers, please count.",
                papers.issued, papers.recovered
            ),
        )],
        (RoundState::Counted, _) => vec![two(
            "请总监票人报告计票结果。",
            "The chief scrutineer will report the result of the count.",
        )],
        (RoundState::Declared, Some(outcome)) => {
            let names: Vec<&str> = round.declared.iter().map(|c| c.name.as_str()).collect();
            let mut said = Vec::new();
            if !names.is_empty() {
                said.push(two(
                    format!("我宣布：{}当选{}。", names.join("、"), seat.zh),
                    format!("I declare elected as {}: {}.", seat.en, names.join(", ")),
                ));
            }
            if outcome.vacant > 0 {
                said.push(summary(outcome));
            }
            said
        }
        _ => Vec::new(),
    };
    said.iter().map(|line| lang.pick(line)).collect()
}
