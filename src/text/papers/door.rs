//! The sign-in sheet and the letters by which somebody comes for a member.

use super::{day_to_fill, one_line, same};
use crate::charter::{Charter, Name};
use crate::minutes::people::Heads;
use crate::record::event::Presence;
use crate::record::state::Meeting;
use crate::text::Words;
use crate::text::words::{counted, day, meeting_title, two};

/// The title of the sheet.
pub fn title(charter: &Charter, meeting: &Meeting) -> Name {
    let name = meeting_title(charter, meeting);
    two(format!("{}签到表", name.zh), format!("Sign-in sheet: {}", name.en))
}

/// Heads of the sheet.
pub const HEADS: [Words; 9] = [
    ["序号", "No."],
    ["成员单位", "Member"],
    ["类别", "Category"],
    ["参会人", "Who comes"],
    ["职务", "Post"],
    ["身份", "Capacity"],
    ["签到时间", "Time"],
    ["签名", "Signature"],
    ["备注", "Remarks"],
];

/// In what capacity somebody comes.
pub fn capacity(presence: &Presence, holder: &str) -> Name {
    match presence {
        Presence::InPerson { .. } => two("法定代表人", "legal representative"),
        Presence::Delegate { .. } => two("授权代表", "delegate"),
        Presence::Online { .. } => two("线上", "online"),
        Presence::Proxy { .. } => two(format!("受托：{holder}"), format!("proxy: {holder}")),
        Presence::Excused { .. } | Presence::Absent | Presence::Left => Name::default(),
    }
}

/// What stands beside a member that does not come, or left.
pub fn remark(presence: &Presence) -> Name {
    match presence {
        Presence::Excused { why } if !why.trim().is_empty() => {
            let why = one_line(why);
            two(format!("请假（{why}）"), format!("excused ({why})"))
        }
        Presence::Excused { .. } => two("请假", "excused"),
        Presence::Absent => two("缺席", "absent"),
        Presence::Left => two("离会", "left"),
        _ => Name::default(),
    }
}

/// Where the rows come from.
pub const PREFILLED: Words = [
    "参会人、身份和请假按回执预填，到会后以签名为准；中途离会的，在备注栏写明时间。",
    "Who comes, in what capacity and who is excused is taken from the replies; the signature counts. Who leaves early writes the time under remarks.",
];

/// The foot of the sheet before anybody is there: the roll is known, the rest is counted.
pub fn counts_to_fill(charter: &Charter, roll: u32) -> Name {
    let c = &charter.identity.counter.zh;
    let all = counted(&charter.identity.counter, roll);
    two(
        format!("应到{}　实到＿＿{c}　请假＿＿{c}　缺席＿＿{c}　列席＿＿人", all.zh),
        format!("On the roll {}　present ＿＿　excused ＿＿　absent ＿＿　observers ＿＿", all.en),
    )
}

/// When the figures at the foot are of: the roll can change in a meeting.
pub const AT_OPENING: Words = ["开会时：", "At the opening: "];
/// See [`AT_OPENING`].
pub const AT_CLOSING: Words = ["闭会时：", "At the close: "];
/// See [`AT_OPENING`].
pub const NOW: Words = ["现在：", "Now: "];

/// The foot of the sheet with the figures of the meeting, and of when they are where there are two.
pub fn counts(charter: &Charter, when: Option<Words>, heads: &Heads, observers: usize) -> Name {
    let c = &charter.identity.counter.zh;
    let Heads { roll, present, excused, absent, .. } = heads;
    let [zh, en] = when.unwrap_or_default();
    let on = if when.is_some() { "on" } else { "On" };
    two(
        format!(
            "{zh}应到{roll}{c}　实到{present}{c}　请假{excused}{c}　缺席{absent}{c}　列席{observers}人"
        ),
        format!(
            "{en}{on} the roll {roll}　present {present}　excused {excused}　absent {absent}　observers {observers}"
        ),
    )
}

/// The remark on a unit that joined in the meeting, before any other.
pub fn joined(remark: &Name, joined: bool) -> Name {
    let said = |new: &str, other: &str, between: &str| match other {
        _ if !joined => other.to_owned(),
        "" => new.to_owned(),
        other => format!("{new}{between}{other}"),
    };
    two(said("会中加入", &remark.zh, "，"), said("joined in the meeting", &remark.en, ", "))
}

/// Who answers for the sheet.
pub const SIGNS: Words = ["签到负责人（签名）", "In charge of the sheet (signature)"];

/// The two letters are told apart by their titles: one's own delegate, or another member.
pub const OWN: Words = ["授权委托书（委派本单位代表）", "Letter of authority: own delegate"];
/// See [`OWN`].
pub const OTHER: Words = ["授权委托书（委托其他成员）", "Letter of authority: another member"];

/// Whom it goes to.
pub fn letter_to(charter: &Charter) -> Name {
    super::notice::reply_to(charter)
}

/// The member sends somebody of its own.
pub fn own(charter: &Charter, meeting: &Meeting, who: &str) -> Name {
    let (name, on) = (meeting_title(charter, meeting), day(meeting.date));
    let who = if who.trim().is_empty() { "＿＿＿＿".to_owned() } else { one_line(who) };
    two(
        format!(
            "兹委派{who}（职务：＿＿＿＿，身份证件号码：＿＿＿＿＿＿＿＿＿）代表我单位出席{}召开的{}，并就下列事项行使表决权：",
            on.zh, name.zh
        ),
        format!(
            "We send {who} (post: ＿＿＿＿, identity document: ＿＿＿＿＿＿＿＿＿) to represent us at {} on {}, and to vote on the matters below:",
            name.en, on.en
        ),
    )
}

/// The member lets another vote for it.
pub fn other(charter: &Charter, meeting: &Meeting, holder: &str) -> Name {
    let (name, on) = (meeting_title(charter, meeting), day(meeting.date));
    let holder = if holder.trim().is_empty() {
        "＿＿＿＿＿＿＿＿".to_owned()
    } else {
        one_line(holder)
    };
    two(
        format!(
            "我单位不能出席{}召开的{}，兹委托{holder}（到会代表：＿＿＿＿，身份证件号码：＿＿＿＿＿＿＿＿＿）就下列事项代为行使表决权：",
            on.zh, name.zh
        ),
        format!(
            "We cannot be at {} on {} and let {holder} (its delegate: ＿＿＿＿, identity document: ＿＿＿＿＿＿＿＿＿) vote for us on the matters below:",
            name.en, on.en
        ),
    )
}

/// Heads of the matters.
pub const MATTERS: [Words; 3] =
    [["项", "Item"], ["事项", "Matter"], ["表决意见（选一项）", "Instruction (one of them)"]];
/// What is ticked beside each.
pub const TICKS: Words =
    ["□赞成　□反对　□弃权　□按受托人意愿", "□for　□against　□abstain　□as the holder thinks fit"];
/// The same of an election: nobody knows before the meeting who will stand.
pub const ELECTION_TICKS: Words =
    ["□按受托人意愿　□选：＿＿＿＿＿＿", "□as the holder thinks fit　□elect: ＿＿＿＿＿＿"];
/// The word before the day a letter is signed on.
pub const LETTER_DAY: Words = ["日期：", "Date: "];
/// The matters as the letter on file names them.
pub fn as_written(matters: &str) -> Name {
    let matters = one_line(matters);
    two(
        format!("回执所载委托事项：{matters}。"),
        format!("Matters as stated in the reply: {matters}."),
    )
}

/// What may be done: by one's own delegate.
pub fn powers_own(elections: bool) -> Name {
    if elections {
        two(
            "委托权限：发言、表决、投票选举。",
            "Powers: to speak, to vote, and to vote in elections.",
        )
    } else {
        two("委托权限：发言、表决。", "Powers: to speak and to vote.")
    }
}

/// What may be done by another member; elections where the charter allows it.
pub fn powers_other(stated: &str, elections: Option<bool>) -> Name {
    let stated = one_line(stated);
    let mut said = if stated.is_empty() {
        two("委托权限：表决", "Powers: to vote")
    } else {
        two(format!("委托权限：{stated}"), format!("Powers: {stated}"))
    };
    match elections {
        Some(true) => {
            said.zh += "；本次会议的选举可以代为投票";
            said.en += "; in the elections of this meeting as well";
        }
        Some(false) => {
            said.zh += "；选举事项不在委托之列";
            said.en += "; elections are not included";
        }
        None => {}
    }
    two(said.zh + "。", said.en + ".")
}

/// How long.
pub fn term(stated: &str) -> Name {
    let stated = one_line(stated);
    if stated.is_empty() {
        let from = day_to_fill();
        return two(
            format!("委托期限：自{}起至本次会议闭会止。", from.zh),
            format!("Good from {} until the meeting is closed.", from.en),
        );
    }
    two(format!("委托期限：{stated}。"), format!("Good for: {stated}."))
}

/// The holder cannot hand it on.
pub const NOT_ON: Words = ["受托人无转委托权。", "The holder cannot hand this authority on."];

/// How many a member may hold, and until when the letter is handed in.
pub fn limits(charter: &Charter) -> Name {
    let policy = &charter.proxy;
    let most = counted(&charter.identity.counter, policy.per_holder);
    let mut said = two(
        format!("每一成员受托不超过{}", most.zh),
        format!("A member represents no more than {}", most.en),
    );
    if policy.before_opening {
        said.zh += "；本委托书应在会议开始前提交";
        said.en += "; this letter is handed in before the meeting is opened";
    }
    two(said.zh + "。", said.en + ".")
}

/// Who signs a letter.
pub const LETTER_SIGNS: [Words; 3] = [
    ["委托单位（盖章）", "Member (seal)"],
    ["法定代表人（签名）", "Legal representative (signature)"],
    ["受托人（签名）", "Holder (signature)"],
];

/// The member's name, where the letter is made for one.
pub fn of_member(unit: Option<&str>) -> Name {
    match unit {
        Some(unit) => {
            let unit = same(unit);
            two(format!("委托单位：{}", unit.zh), format!("Member: {}", unit.en))
        }
        None => two("委托单位：＿＿＿＿＿＿＿＿＿＿", "Member: ＿＿＿＿＿＿＿＿＿＿"),
    }
}
