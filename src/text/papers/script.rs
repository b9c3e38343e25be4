//! What the presider reads out, beyond what the screen says at each step: for the whole meeting at once.
//!
//! Square brackets hold what is done or chosen and not read; gaps are filled in at the table.

use super::one_line;
use crate::charter::{Charter, Exactly, Name, Ruling};
use crate::record::forecast::Announced;
use crate::record::state::{Headcount, Item, Meeting};
use crate::text::words::{counted, day, heads_name, meeting_title, two};
use crate::text::{Lang, Words};

/// The title.
pub fn title(charter: &Charter, meeting: &Meeting) -> Name {
    let name = meeting_title(charter, meeting);
    two(format!("{}主持词", name.zh), format!("Script: {}", name.en))
}

/// Day and place under the title.
pub fn subtitle(meeting: &Meeting) -> Name {
    let (on, at) = (day(meeting.date), one_line(&meeting.place));
    if at.is_empty() { on } else { two(format!("{}　{at}", on.zh), format!("{}, {at}", on.en)) }
}

/// Sections.
pub const OPENING: Words = ["开会", "Opening"];
/// See [`OPENING`].
pub const CLOSING: Words = ["闭会", "Closing"];
/// See [`OPENING`].
pub const FIGURES: Words = ["到会情况", "Attendance"];

/// Who is there, with the figures of the book; what was announced before anybody signed in.
pub fn there(charter: &Charter, heads: &Headcount) -> Name {
    let said = heads_name(heads, &charter.identity.counter);
    two(format!("{}。", said.zh), format!("{}.", said.en))
}

/// See [`there`].
pub fn announced(charter: &Charter, said: &Announced) -> Name {
    let words = |lang| crate::text::forecast::announced(lang, charter, said);
    two(
        format!("［回执：{}。开会前以签到数为准］", words(Lang::Zh)),
        format!("[By the replies: {}. The sign-in sheet counts]", words(Lang::En)),
    )
}

/// The line to read when the figures are not there yet.
pub fn there_to_fill(charter: &Charter, roll: u32) -> Name {
    let (c, all) = (&charter.identity.counter.zh, counted(&charter.identity.counter, roll));
    two(
        format!("应到{}，实到＿＿{c}，请假＿＿{c}，缺席＿＿{c}。", all.zh),
        format!("On the roll {}, present ＿＿, excused ＿＿, absent ＿＿.", all.en),
    )
}

/// The notes before an item: by what it is decided and by how many.
pub fn needs(clauses: Option<&Name>, asked: &Name) -> Name {
    let by = clauses
        .map_or_else(Name::default, |c| two(format!("依据{}，", c.zh), format!("{}; ", c.en)));
    two(
        format!("［{}须赞成：{}］", by.zh, asked.zh),
        format!("[{}votes needed: {}]", by.en, asked.en),
    )
}

/// The roll is another than at the opening: the figures of the item are of the one that holds now.
pub fn roll_changed(charter: &Charter, opening: u32, now: u32) -> Name {
    let counter = &charter.identity.counter;
    let (opening, now) = (counted(counter, opening), counted(counter, now));
    two(
        format!("［名册已变动：开会时{}，本项按{}计算］", opening.zh, now.zh),
        format!(
            "[The roll has changed: {} at the opening; the figures of this item are of {}]",
            opening.en.trim_end(),
            now.en.trim_end()
        ),
    )
}

/// A warning that those announced or present are too few.
pub fn too_few(charter: &Charter, needed: u32, there: u32, arrived: bool) -> Option<Name> {
    let there_said = counted(&charter.identity.counter, there);
    let how =
        if arrived { ["现到会", "are present"] } else { ["告知到会", "are announced"] };
    (there < needed).then(|| {
        two(
            format!("［须{needed}票，{}{}：不够，不能付表决通过］", how[0], there_said.zh),
            format!("[{needed} votes needed, {} {}: too few to carry it]", there_said.en, how[1]),
        )
    })
}

/// Those recused do not vote.
pub fn recused(names: &Name) -> Name {
    let Name { zh, en } = names;
    two(format!("［回避：{zh}，不参加本项表决］"), format!("[Recused and not voting: {en}]"))
}

/// The presider asks for it to be reported.
pub fn report(item: &Item) -> Name {
    if item.new.matter.is_none() {
        return two("请有关方面报告。［报告、询问］", "The report, please. [report, questions]");
    }
    two(
        "请提案方说明。［说明］有没有询问、发言？［记发言］",
        "The mover has the floor. [explanation] Are there questions or speeches? [recorded]",
    )
}

/// The motion is read before the vote.
pub const PUT: Words = ["现在宣读议案，付诸表决：", "The motion is put to the vote:"];
/// Where no wording was proposed.
pub const TEXT_TO_FILL: Words =
    ["［宣读议案全文：＿＿＿＿＿＿＿＿＿＿］", "[read the motion in full: ＿＿＿＿＿＿＿＿＿＿]"];

/// The figures are read, then the outcome.
pub fn declare(needed: Option<u32>) -> Name {
    match needed {
        Some(n) => two(
            format!(
                "赞成＿＿票，反对＿＿票，弃权＿＿票。须赞成{n}票，赞成票［达到／未达到］，我宣布：本项议案［通过／未获通过］。"
            ),
            format!(
                "＿＿ in favour, ＿＿ against, ＿＿ abstaining. {n} votes in favour are needed and are [reached / not reached]. I declare the motion [carried / lost]."
            ),
        ),
        None => two(
            "赞成＿＿票，反对＿＿票，弃权＿＿票。［按屏幕所示的结果］我宣布：本项议案［通过／未获通过］。",
            "＿＿ in favour, ＿＿ against, ＿＿ abstaining. [as the screen shows] I declare the motion [carried / lost].",
        ),
    }
}

/// Where exactly the share is for the presider to rule on.
pub fn exactly(n: u32, rule: &Exactly) -> Option<Name> {
    match rule.ruling {
        Ruling::None => None,
        Ruling::Required => Some(two(
            format!(
                "［赞成恰为{n}票时，须由主持人裁定：我裁定本项议案＿＿＿＿，理由是＿＿＿＿＿＿。请记录在案］"
            ),
            format!(
                "[on exactly {n} the presider has to rule: I rule that the motion is ＿＿＿＿, because ＿＿＿＿＿＿. Let it be recorded]"
            ),
        )),
        Ruling::Allowed => Some(two(
            format!("［赞成恰为{n}票时，主持人可以裁定并说明理由；不裁定的，按计算的结果］"),
            format!(
                "[on exactly {n} the presider may rule and give the reason; otherwise the arithmetic stands]"
            ),
        )),
    }
}

/// An item by its place in the script.
pub fn item_heading(no: u32, title: &str) -> Name {
    two(format!("第{no}项　{title}"), format!("Item {no}: {title}"))
}

/// An election that nobody prepared yet.
pub const NOT_PREPARED: Words = [
    "［选举尚未准备：先登记应选名额和候选人，再打印主持词］",
    "[the election is not prepared: enter seats and candidates, then print this again]",
];

/// The steps before the papers of an election.
pub const ELECTION_RULES: Words = [
    "先表决选举办法，再表决监票人、计票人名单。［宣读选举办法全文，表决；宣读名单，表决］",
    "We first adopt the election rules, then approve those who count. [read the rules and vote; read the names and vote]",
];
/// The same, once both are adopted.
pub const ELECTION_READY: Words = [
    "选举办法和监票人、计票人名单已经本次会议通过。",
    "The election rules and those who count have been approved by this meeting.",
];

/// A contest: who stands, how many are elected.
pub fn contest(seat: &Name, seats: u32, names: &[String]) -> Name {
    let stand = if names.is_empty() {
        two("［宣读候选人］", "[read the candidates]")
    } else {
        two(format!("候选人：{}。", names.join("、")), format!("Candidates: {}.", names.join(", ")))
    };
    two(
        format!("现在选举{}，应选{seats}名。{}请监票人当众检查票箱，发票。", seat.zh, stand.zh),
        format!(
            "We now elect: {}, {seats} to fill. {} Scrutineers, please show the box empty and hand out the papers.",
            seat.en, stand.en
        ),
    )
}

/// The lines of every contest, from the papers to the declaration.
pub fn contest_lines(seat: &Name) -> Vec<Name> {
    vec![
        two(
            "发出选票＿＿张，剩余的当众剪角作废。请填票、投票。",
            "＿＿ papers are handed out, the rest is clipped. Please mark your paper and put it in the box.",
        ),
        two(
            "收回选票＿＿张，［等于／少于］发出选票，选举有效。请监票人、计票人计票。［多于发出选票的，宣布选举无效，重新选举］",
            "＿＿ papers are in the box, [as many as / fewer than] were handed out: the election is valid. Please count. [with more than were handed out it is void and held again]",
        ),
        two(
            format!("请总监票人报告计票结果。［报告］我宣布：＿＿＿＿＿＿当选{}。", seat.zh),
            format!(
                "The chief scrutineer will report. [report] I declare elected as {}: ＿＿＿＿＿＿.",
                seat.en
            ),
        ),
    ]
}

/// Votes that elect.
pub fn elects(asked: &Name) -> Name {
    two(format!("［当选须：{}］", asked.zh), format!("[elected by: {}]", asked.en))
}
