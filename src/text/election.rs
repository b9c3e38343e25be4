//! Elections in words: the rules as a draft, the result as it is reported, and who is elected by what arithmetic.

use super::Lang;
use super::charter::{clause_words, reach};
use super::verdict::rested;
use super::words::{counted, day, office_name, seat_name, two};
use crate::charter::{Base, Blank, Charter, Name, WriteIns};
use crate::record::election::{
    Candidate, Contest, Election, Fared, Marks, Outcome, Plan, Race, Round, RoundState, Seat, Task,
};
use crate::record::event::Effective;
use crate::record::state::Meeting;
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

/// The election rules as a draft, from the charter and what was planned: what is filled, who stands, how papers
/// are marked, what elects.
pub fn rules(
    lang: Lang,
    book: &Book,
    charter: &Charter,
    meeting: &Meeting,
    election: &Election,
) -> String {
    let plan = &election.plan;
    let title = meeting.item(election.item).map_or("", |i| i.new.title.as_str());
    let mut lines = vec![two(format!("{title}选举办法"), format!("Rules of election: {title}"))];
    let mut no = 0;
    let mut rule = |lines: &mut Vec<Name>, said: Name| {
        no += 1;
        lines.push(two(format!("{no}. {}", said.zh), format!("{no}. {}", said.en)));
    };
    for race in &election.races {
        let said = filled(book, plan, &race.contest);
        rule(&mut lines, said);
    }
    for said in [
        marks(plan),
        validity(plan),
        threshold(book, charter, meeting, election),
        rounds(),
        counting(),
        passing(plan),
    ] {
        rule(&mut lines, said);
    }
    let lines: Vec<String> = lines.iter().map(|l| lang.pick(l)).collect();
    lines.join("\n")
}

fn filled(book: &Book, plan: &Plan, contest: &Contest) -> Name {
    let seat = seat_name(book, &contest.seat);
    let (seats, stand) = (contest.seats, contest.candidates.len());
    let equal = usize::try_from(seats).is_ok_and(|s| s == stand);
    let [zh, en] = match (stand, equal) {
        (0, _) => ["候选人另行公布".to_owned(), "candidates to be named".to_owned()],
        (_, true) => {
            [format!("候选人{stand}名，等额选举"), format!("{stand} candidates, one for each seat")]
        }
        (_, false) => {
            [format!("候选人{stand}名，差额选举"), format!("{stand} candidates for them")]
        }
    };
    let colour = if contest.colour.is_empty() {
        Name::default()
    } else {
        two(format!("，选票用{}", contest.colour), format!(", on {} paper", contest.colour))
    };
    let write = match contest.write_ins.unwrap_or(plan.write_ins) {
        WriteIns::None => two("不得另选他人", "no names may be written in"),
        WriteIns::Against => two(
            "不赞成候选人的可以另选他人",
            "a name may be written in beside a vote against a candidate",
        ),
        WriteIns::Free => two("可以另选他人", "names may be written in"),
    };
    let (zh_more, en_more) =
        if contest.by_election { ("补选", ", by-election") } else { ("应选", "") };
    two(
        format!("{}：{zh_more}{seats}名，{zh}{}；{}。", seat.zh, colour.zh, write.zh),
        format!("{}{en_more}: {seats} to be elected, {en}{}; {}.", seat.en, colour.en, write.en),
    )
}

fn marks(plan: &Plan) -> Name {
    let legend = &plan.legend;
    let mark = |mark: &str| {
        if mark.is_empty() {
            two("不画符号", "no mark")
        } else {
            two(format!("画“{mark}”"), format!("“{mark}”"))
        }
    };
    let (yes, no, abstain) = (mark(&legend.yes), mark(&legend.no), mark(&legend.abstain));
    two(
        format!("填票：赞成{}，不赞成{}，弃权{}。采用无记名投票。", yes.zh, no.zh, abstain.zh),
        format!(
            "Marks: {} for, {} against, {} to abstain. The vote is secret.",
            yes.en, no.en, abstain.en
        ),
    )
}

/// The legend of an election in one line.
pub fn legend(lang: Lang, plan: &Plan) -> String {
    lang.pick(&marks(plan))
}

fn validity(plan: &Plan) -> Name {
    let blank = match plan.blank {
        Blank::Abstain => {
            two("全票不画符号的为有效票，计弃权", "a paper without any mark is valid and abstains")
        }
        Blank::Invalid => two("全票不画符号的为废票", "a paper without any mark is invalid"),
    };
    let proxies = if plan.proxies {
        two("受委托的成员可以代为投票", "a member may vote for one it represents")
    } else {
        two("不得委托其他成员投票", "no member votes for another")
    };
    two(
        format!(
            "所选人数等于或少于应选名额的有效，多于应选名额的整票作废；{}；无法辨认的部分不计。{}。",
            blank.zh, proxies.zh
        ),
        format!(
            "A paper with as many names as there are seats, or fewer, is valid; one with more is invalid as a whole; {}; what cannot be read does not count. In this election {}.",
            blank.en, proxies.en
        ),
    )
}

fn threshold(book: &Book, charter: &Charter, meeting: &Meeting, election: &Election) -> Name {
    let matter = meeting.item(election.item).and_then(|i| i.new.matter.as_deref());
    let route = matter
        .and_then(|m| charter.matter(m))
        .and_then(|m| m.routes.iter().find(|r| r.body == meeting.body));
    let Some(rule) = route.and_then(|r| charter.rule(&r.rule)) else {
        return two("当选票数依照章程。", "What elects follows the charter.");
    };
    let cited = rule.basis.article.as_ref().filter(|c| !c.0.is_empty());
    let cited = cited.map(|c| clause_words(&charter.identity.article_form, c));
    let by = cited.map_or_else(
        || two("按", "By "),
        |c| two(format!("依照{}，", c.zh), format!("Under {}, ", c.en)),
    );
    let share = reach(&super::charter::base_words(rule.base), rule.share, rule.cmp);
    let needed = match rule.base {
        Base::AllMembers | Base::NotRecused => {
            let roll = u32::try_from(book.roll_of(&meeting.body).len()).unwrap_or(u32::MAX);
            rule.share.bound(rule.cmp, roll).map_or_else(Name::default, |n| {
                two(format!("（现为{n}票）"), format!(" (now {n} votes)"))
            })
        }
        _ => Name::default(),
    };
    two(
        format!("{}得票达到{}{}的当选，以得票多者为先。", by.zh, share.zh, needed.zh),
        format!("{}whoever has {}{} is elected, most votes first.", by.en, share.en, needed.en),
    )
}

fn rounds() -> Name {
    two(
        "末位得票相等的，就票数相等的候选人再次投票；当选人数不足的，其余名额另行选举，当选票数不变。",
        "Where votes are level at the last seat, the meeting votes again on those tied. Seats left empty go to a further election, and the same number of votes is needed.",
    )
}

fn counting() -> Name {
    two(
        "收回选票等于或少于发出选票的，选举有效；多于发出选票的，选举无效，重新进行。监票人、计票人由会议通过，候选人不得担任。",
        "The election is valid if no more papers come back than were handed out; otherwise it is void and held again. Scrutineers and tellers are approved by the meeting, and whoever stands is none of them.",
    )
}

fn passing(plan: &Plan) -> Name {
    match plan.pass {
        Effective::Now => two(
            "结果由主持人当场宣布，当选者自宣布时就任。",
            "The presider declares the result in the meeting, and those elected take office at once.",
        ),
        Effective::AfterClose => two(
            "结果由主持人当场宣布，当选者自闭会时就任。",
            "The presider declares the result in the meeting, and those elected take office at its close.",
        ),
        Effective::On(date) => {
            let date = day(date);
            two(
                format!("结果由主持人当场宣布，当选者自{}起就任。", date.zh),
                format!(
                    "The presider declares the result in the meeting, and those elected take office on {}.",
                    date.en
                ),
            )
        }
    }
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
        Base::VotesCast | Base::YesAndNo => {
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
        Some(needed) if yes == needed => two("，恰好够数", ", just enough"),
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
