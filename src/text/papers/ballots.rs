//! Voting papers, the tally sheet and the report of the scrutineers.
//!
//! No paper carries a number by which it could be told from another.

use super::{full_meeting, one_line};
use crate::charter::{Blank, Charter, ElectionPolicy, Name, WriteIns};
use crate::record::election::{Candidate, Fared, Marks, Outcome, Plan, Round, Task};
use crate::record::state::Meeting;
use crate::text::strokes;
use crate::text::words::{capital, counted, meeting_title, two};
use crate::text::{Lang, Words};
use std::cmp::Ordering;

/// The title of a voting paper.
pub fn slip_title(charter: &Charter, meeting: &Meeting) -> Name {
    let name = full_meeting(charter, meeting);
    two(format!("{}表决票", name.zh), format!("{}: voting paper", name.en))
}

/// What is voted on.
pub fn slip_subject(place: u32, title: &str) -> Name {
    let title = one_line(title);
    two(format!("议题：第{place}项　{title}"), format!("Item {place}: {title}"))
}

/// Heads of a voting paper.
pub const SLIP_HEADS: [Words; 4] =
    [["事项", "Motion"], ["赞成", "For"], ["反对", "Against"], ["弃权", "Abstain"]];
/// The row of a motion that concerns nobody by name.
pub const THE_MOTION: Words = ["本项议案", "The motion"];
/// What is ticked.
pub const BOX: &str = "□";

/// How a voting paper is filled in; several rows where several are voted on.
pub fn slip_legend(policy: Option<&ElectionPolicy>, rows: usize) -> Name {
    let blank = match policy.map(|p| p.blank) {
        Some(Blank::Abstain) => two("；三项都不选的按弃权计", "; no mark counts as an abstention"),
        Some(Blank::Invalid) => two("；三项都不选的为废票", "; a paper without a mark is invalid"),
        None => Name::default(),
    };
    let each = if rows > 1 { ["每行", " in each row"] } else { ["", ""] };
    two(
        format!(
            "说明：赞成、反对、弃权三项，{}只能选一项，在方框内画“√”；多选的、涂改后无法辨认的为废票{}。",
            each[0], blank.zh
        ),
        format!(
            "Tick (√) one box only{}: for, against or abstain. More than one, or a mark that cannot be read, is invalid{}.",
            each[1], blank.en
        ),
    )
}

/// The title of a ballot.
pub fn ballot_title(charter: &Charter, meeting: &Meeting, seat: &Name) -> [Name; 2] {
    [
        full_meeting(charter, meeting),
        two(format!("{}选票", seat.zh), format!("Ballot: {}", seat.en)),
    ]
}

/// Seats, candidates and their order: said to be by strokes only where it is.
pub fn ballot_head(seats: u32, candidates: &[Candidate], by_election: bool) -> Name {
    let n = candidates.len();
    let names: Vec<String> = candidates.iter().map(|c| c.name.clone()).collect();
    let sorted =
        n > 1 && strokes::order(&names).into_iter().eq(0..n) && strokes::unknown(&names).is_empty();
    let order =
        if sorted { ["，按姓氏笔画为序", ", in the order of strokes"] } else { ["", ""] };
    let more = if by_election { ["补选", ", by-election"] } else { ["应选", ""] };
    let kind = match usize::try_from(seats).map_or(Ordering::Less, |s| n.cmp(&s)) {
        Ordering::Greater => ["，差额选举", ""],
        Ordering::Equal => ["，等额选举", ""],
        Ordering::Less => ["", ""],
    };
    two(
        format!("{}{seats}名，候选人{n}名{}{}。", more[0], kind[0], order[0]),
        format!("{seats} to be elected{}, {n} candidates{}.", more[1], order[1]),
    )
}

/// Heads of a ballot.
pub const BALLOT_HEADS: [Words; 3] =
    [["候选人", "Candidate"], ["单位", "Member"], ["符号", "Mark"]];
/// The head of the rows where a name may be written.
pub const WRITE_IN: Words = ["另选人：", "Another person:"];

/// A round after the first says so.
pub fn round_no(no: u32) -> Option<Name> {
    (no > 1).then(|| two(format!("第{no}轮投票"), format!("Round {no}")))
}

fn mark(mark: &str) -> Name {
    if mark.is_empty() {
        two("不画任何符号", "no mark")
    } else {
        two(format!("画“{mark}”"), format!("“{mark}”"))
    }
}

/// How this ballot is filled in, point by point, as its election has it recorded.
pub fn legend(plan: &Plan, write_ins: WriteIns, marks: Marks, seats: u32) -> Vec<Name> {
    let (yes, no, abstain) =
        (mark(&plan.legend.yes), mark(&plan.legend.no), mark(&plan.legend.abstain));
    let first = match marks {
        Marks::Each => two(
            format!(
                "在姓名后的符号栏内填写：赞成的{}，不赞成的{}，弃权的{}。",
                yes.zh, no.zh, abstain.zh
            ),
            format!(
                "In the column beside each name: {} for, {} against, {} to abstain.",
                yes.en, no.en, abstain.en
            ),
        ),
        Marks::Pick => two(
            format!("选谁即在其姓名后的符号栏内{}，所选不超过{seats}名。", yes.zh),
            format!("Put {} beside those you elect, {seats} at most.", yes.en),
        ),
    };
    let blank = match plan.blank {
        Blank::Abstain => two("全票不画符号的计弃权", "a paper without any mark abstains"),
        Blank::Invalid => two("全票不画符号的为废票", "a paper without any mark is invalid"),
    };
    let mut all = vec![
        first,
        two(
            format!("所选人数等于或者少于应选名额的有效，多于应选名额的整票作废；{}。", blank.zh),
            format!(
                "As many names as there are seats, or fewer, are valid; more make the whole paper invalid; {}.",
                blank.en
            ),
        ),
    ];
    let name = mark(&plan.legend.yes);
    let names = if seats == 1 { "1 name".to_owned() } else { format!("{seats} names") };
    match (write_ins, marks) {
        (WriteIns::None, _) => all.push(two("不得另选他人。", "No names may be written in.")),
        // Where names are picked nobody is voted against: who writes one in leaves a candidate out.
        (WriteIns::Against, Marks::Pick) => all.push(two(
            format!("不选候选人的，可以另选他人，在另选人栏写明姓名并{}；连同所选候选人不超过{seats}名。", name.zh),
            format!(
                "Instead of a candidate another name may be written in below, with {}; no more than {} in all.",
                name.en, names
            ),
        )),
        (WriteIns::Free, Marks::Pick) => all.push(two(
            format!("可以另选他人，在另选人栏写明姓名并{}；连同所选候选人不超过{seats}名。", name.zh),
            format!(
                "Another name may be written in below, with {}; no more than {} in all.",
                name.en, names
            ),
        )),
        (WriteIns::Against, Marks::Each) => all.push(two(
            format!("不赞成候选人的可以另选他人，在另选人栏写明姓名并{}；赞成全部候选人的不得另选。", name.zh),
            format!(
                "Who votes against a candidate may write in another name below, with {}; who votes for all may not.",
                name.en
            ),
        )),
        (WriteIns::Free, Marks::Each) => all.push(two(
            format!("可以另选他人，在另选人栏写明姓名并{}。", name.zh),
            format!("Another name may be written in below, with {}.", name.en),
        )),
    }
    all.push(two(
        "用钢笔或者签字笔填写，字迹清楚；无法辨认的部分不计。本票不署名。",
        "Write clearly, in ink; what cannot be read does not count. Do not sign.",
    ));
    all
}

/// What stands above the points.
pub const HOW: Words = ["填票说明：", "How to vote:"];

/// The title of a tally sheet.
pub fn tally_title(seat: &Name) -> Name {
    two(format!("{}计票单", seat.zh), format!("Tally sheet: {}", seat.en))
}

/// Group and sheet, filled in where the papers are counted.
pub const GROUP: Words = [
    "计票组：＿＿＿＿　本单为第＿＿张，共＿＿张",
    "Group of tellers: ＿＿＿＿　sheet ＿＿ of ＿＿",
];

/// Heads of a tally sheet: names and what is counted for each.
pub fn tally_heads(marks: Marks) -> Vec<Name> {
    let one = |zh: &str, en: &str| two(zh, en);
    let mut heads = vec![
        one("候选人", "Candidate"),
        one("赞成（画正字）", "For (strokes of 正)"),
        one("合计", "Sum"),
    ];
    if marks == Marks::Each {
        heads.extend([
            one("反对（画正字）", "Against (strokes of 正)"),
            one("合计", "Sum"),
            one("弃权（画正字）", "Abstaining (strokes of 正)"),
            one("合计", "Sum"),
        ]);
    }
    heads
}

/// The papers of a sheet; what is known is printed.
pub fn tally_papers(issued: Option<u32>, recovered: Option<u32>) -> [Name; 2] {
    let figure = |n: Option<u32>| n.map_or_else(|| "＿＿＿".to_owned(), |n| n.to_string());
    let (issued, recovered) = (figure(issued), figure(recovered));
    [
        two(
            format!("全部选票：发出{issued}张，收回{recovered}张。"),
            format!("All papers: {issued} handed out, {recovered} in the box."),
        ),
        two(
            "本单：有效票＿＿＿张，废票＿＿＿张（废票原因：＿＿＿＿＿＿＿＿＿＿）。",
            "This sheet: ＿＿＿ valid, ＿＿＿ invalid (because: ＿＿＿＿＿＿＿＿＿＿).",
        ),
    ]
}

/// The paper the contest is printed on.
pub fn colour(colour: &str) -> Option<Name> {
    (!colour.is_empty())
        .then(|| two(format!("选票颜色：{colour}。"), format!("Colour of the papers: {colour}.")))
}

/// The title of the report.
pub fn report_title(charter: &Charter, meeting: &Meeting) -> [Name; 2] {
    let name = meeting_title(charter, meeting);
    [name, two("选举结果报告单", "Report on the election")]
}

/// Whom the scrutineers report to.
pub const TO_PRESIDER: Words = ["会议主持人：", "To the presider:"];

/// What was elected in which round.
pub fn round_head(seat: &Name, round: u32) -> Name {
    two(format!("选举{}，第{round}轮", seat.zh), format!("Election of {}, round {round}", seat.en))
}

/// Roll, papers, and whether the election is valid by them.
pub fn papers_said(charter: &Charter, round: &Round, outcome: &Outcome) -> Name {
    let counter = &charter.identity.counter;
    let n = |units: &[u32]| u32::try_from(units.len()).unwrap_or(u32::MAX);
    let (roll, there) =
        (counted(counter, n(&round.frozen.roll)), counted(counter, n(&round.frozen.voters)));
    let p = &outcome.papers;
    let end = match p.recovered.cmp(&p.issued) {
        Ordering::Equal => two(
            "收回选票等于发出选票，选举有效",
            "as many as were handed out: the election is valid",
        ),
        Ordering::Less => two(
            "收回选票少于发出选票，选举有效",
            "fewer than were handed out: the election is valid",
        ),
        Ordering::Greater => {
            two("收回选票多于发出选票，选举无效", "more than were handed out: the election is void")
        }
    };
    let clipped = p.printed.saturating_sub(p.issued);
    let valid = if outcome.valid {
        two(
            format!("，有效票{}张，无效票{}张", p.valid, p.invalid),
            format!(", {} valid, {} invalid", p.valid, p.invalid),
        )
    } else {
        Name::default()
    };
    two(
        format!(
            "应到{}，参加投票{}。印制选票{}张，发出{}张，剩余{clipped}张剪角作废；收回{}张{}。{}。",
            roll.zh, there.zh, p.printed, p.issued, p.recovered, valid.zh, end.zh
        ),
        format!(
            "On the roll {}, voting {}. {} papers printed, {} handed out, {clipped} left over and clipped; {} in the box{}; {}.",
            roll.en, there.en, p.printed, p.issued, p.recovered, valid.en, end.en
        ),
    )
}

/// What elects, by which article, with the figure.
pub fn needed(charter: &Charter, round: &Round) -> Name {
    let said = |lang| crate::text::election::needed(lang, charter, round);
    two(format!("{}。", said(Lang::Zh)), format!("{}.", said(Lang::En)))
}

/// Heads of the result.
pub const RESULT_HEADS: [Words; 6] = [
    ["姓名", "Name"],
    ["单位", "Member"],
    ["赞成", "For"],
    ["反对", "Against"],
    ["弃权", "Abstaining"],
    ["结果", "Result"],
];

/// How one name fared; an exact share waits for the presider where the rule says so.
pub fn fared(round: &Round, outcome: &Outcome, place: usize, fared: &Fared) -> Name {
    let declared = round.declared.iter().any(|c| c.name == fared.name && c.unit == fared.unit);
    let ruled = fared.exact && outcome.ruling != crate::charter::Ruling::None;
    let is_elected = outcome.elected.contains(&place);
    let written = if fared.written_in { ["另选，", "written in, "] } else { ["", ""] };
    let said = if ruled && round.ruling.is_some() && is_elected {
        if declared {
            two(
                "恰为所需比例，经主持人裁定当选",
                "the share exactly; elected by the presider's ruling",
            )
        } else {
            two(
                "恰为所需比例，经主持人裁定未当选",
                "the share exactly; not elected by the presider's ruling",
            )
        }
    } else if ruled && is_elected {
        two("恰为所需比例，由主持人裁定", "the share exactly; for the presider to rule")
    } else if is_elected {
        two("当选", "elected")
    } else if outcome.again.contains(&place) && fared.reached {
        two("票数相等，再次投票", "level, voted on again")
    } else if fared.reached {
        two("票数已达到，名额已满", "enough, but the seats are filled")
    } else {
        two("未当选", "not elected")
    };
    two(format!("{}{}", written[0], said.zh), format!("{}{}", written[1], said.en))
}

/// Who is elected, and how many seats are left.
pub fn elected(seat: &Name, outcome: &Outcome, names: &[String]) -> Name {
    let (seats, vacant) = (outcome.seats, outcome.vacant);
    if !outcome.valid {
        return two("本轮选举无效，应当重新选举。", "This round is void and is held again.");
    }
    let said = if names.is_empty() {
        two(format!("应选{seats}名，无人当选"), format!("{seats} to be elected; nobody is elected"))
    } else {
        two(
            format!("应选{seats}名，{}当选{}", names.join("、"), seat.zh),
            format!("{} ({seats} to be elected): elected {}", capital(&seat.en), names.join(", ")),
        )
    };
    let left = if vacant > 0 {
        two(format!("，空缺{vacant}名"), format!("; {vacant} seats remain empty"))
    } else {
        Name::default()
    };
    two(format!("{}{}。", said.zh, left.zh), format!("{}{}.", said.en, left.en))
}

/// The presider's ruling on an exact share.
pub fn ruling(reason: &str) -> Name {
    let reason = one_line(reason);
    two(format!("主持人裁定：{reason}"), format!("Ruled by the presider: {reason}"))
}

/// When the report is handed in.
pub const REPORTED: Words =
    ["报告时间：＿＿年＿＿月＿＿日＿＿时＿＿分", "Reported on ＿＿＿＿＿＿, at ＿＿＿＿"];

/// What somebody does at the count.
pub fn task(task: Task) -> Words {
    match task {
        Task::Chief => ["总监票人", "Chief scrutineer"],
        Task::Scrutineer => ["监票人", "Scrutineer"],
        Task::Reader => ["唱票人", "Reader"],
        Task::Teller => ["计票人", "Teller"],
    }
}
