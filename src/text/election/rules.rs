//! The election rules as a draft, from the charter and what was planned.

use crate::charter::{Base, Blank, Charter, Name, WriteIns};
use crate::record::Book;
use crate::record::election::{Contest, Election, Marks, Plan};
use crate::record::event::Effective;
use crate::record::state::Meeting;
use crate::text::Lang;
use crate::text::charter::{base_words, clause_words, reach};
use crate::text::words::{day, seat_name, two};

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
    // 换届选举 makes 换届选举办法: the word is said once.
    const RULES: &str = "选举办法";
    // Its first word is said once, whether the title begins or ends with it.
    let word: String = RULES.chars().take(2).collect();
    let named = title.strip_prefix(&word).filter(|rest| !rest.is_empty()).unwrap_or(title);
    let head = format!("{}{RULES}", named.strip_suffix(&word).unwrap_or(named));
    let mut lines = vec![two(head, format!("Rules of election: {title}"))];
    let mut no = 0;
    let mut rule = |lines: &mut Vec<Name>, said: Name| {
        no += 1;
        lines.push(two(format!("{no}. {}", said.zh), format!("{no}. {}", said.en)));
    };
    for race in &election.races {
        let said = filled(book, plan, &race.contest);
        rule(&mut lines, said);
    }
    let of_papers: Vec<Marks> = election.races.iter().map(|race| race.contest.marks).collect();
    for said in [
        marks(plan, &of_papers),
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
    let write = match (contest.write_ins.unwrap_or(plan.write_ins), contest.marks) {
        (WriteIns::None, _) => two("不得另选他人", "no names may be written in"),
        // Where names are picked nobody is voted against.
        (WriteIns::Against, Marks::Pick) => {
            two("不选候选人的可以另选他人", "a name may be written in instead of a candidate")
        }
        (WriteIns::Against, Marks::Each) => two(
            "不赞成候选人的可以另选他人",
            "a name may be written in beside a vote against a candidate",
        ),
        (WriteIns::Free, _) => two("可以另选他人", "names may be written in"),
    };
    let (zh_more, en_more) =
        if contest.by_election { ("补选", ", by-election") } else { ("应选", "") };
    two(
        format!("{}：{zh_more}{seats}名，{zh}{}；{}。", seat.zh, colour.zh, write.zh),
        format!("{}{en_more}: {seats} to be elected, {en}{}; {}.", seat.en, colour.en, write.en),
    )
}

/// How the papers of these contests are marked: each name for itself, or only those that are elected. What is
/// adopted here is what stands on the paper.
fn marks(plan: &Plan, of: &[Marks]) -> Name {
    let legend = &plan.legend;
    let mark = |mark: &str| {
        if mark.is_empty() {
            two("不画符号", "no mark")
        } else {
            two(format!("画“{mark}”"), format!("“{mark}”"))
        }
    };
    let (yes, no, abstain) = (mark(&legend.yes), mark(&legend.no), mark(&legend.abstain));
    let each = two(
        format!("赞成{}，不赞成{}，弃权{}", yes.zh, no.zh, abstain.zh),
        format!("{} for, {} against, {} to abstain", yes.en, no.en, abstain.en),
    );
    let pick = two(
        format!("选谁即在其姓名后{}，不选的不画符号", yes.zh),
        format!("{} beside those elected, no mark beside the others", yes.en),
    );
    let said = match (of.contains(&Marks::Each), of.contains(&Marks::Pick)) {
        (_, false) => each,
        (false, true) => pick,
        (true, true) => two(
            format!("逐人表决的，{}；从候选人中挑选的，{}", each.zh, pick.zh),
            format!(
                "where each name is voted on, {}; where names are picked, {}",
                each.en, pick.en
            ),
        ),
    };
    two(
        format!("填票：{}。采用无记名投票。", said.zh),
        format!("Marks: {}. The vote is secret.", said.en),
    )
}

/// The legend of an election in one line.
pub fn legend(lang: Lang, plan: &Plan, of: &[Marks]) -> String {
    lang.pick(&marks(plan, of))
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
    let share = reach(&base_words(rule.base), rule.share, rule.cmp);
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
