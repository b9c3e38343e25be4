//! The words of the hall view: few, short, and never a result before it is declared.

use super::{Lang, Words};
use crate::charter::{Charter, Name};
use crate::ledger::LedgerError;
use crate::store::{Head, LogError};

/// In favour.
pub const FOR: Words = ["赞成", "For"];
/// Against.
pub const AGAINST: Words = ["反对", "Against"];
/// Abstaining.
pub const ABSTAIN: Words = ["弃权", "Abstain"];
/// Papers handed out.
pub const ISSUED: Words = ["发出", "Issued"];
/// Papers in the box.
pub const RETURNED: Words = ["收回", "Returned"];
/// On the roll.
pub const ROLL: Words = ["应到", "Roll"];
/// Present or represented.
pub const PRESENT: Words = ["实到", "Present"];
/// A vote is being taken, and that is all that is shown of it.
pub const VOTING: Words = ["表决中", "VOTING"];
/// The votes are being counted.
pub const COUNTING: Words = ["计票中", "counting"];
/// A ballot is under way and the box is closed.
pub const BALLOTING: Words = ["投票中", "voting"];
/// They are counted once more after a challenge.
pub const RECOUNTING: Words = ["重新计票", "counting again"];
/// Counted, not declared.
pub const WAITING: Words = ["等待主持人宣布", "Not yet declared"];
/// The result of a carried motion.
pub const CARRIED: Words = ["通过", "CARRIED"];
/// The result of a lost motion.
pub const LOST: Words = ["未获通过", "NOT CARRIED"];
/// Equal votes where the rule has the vote taken again.
pub const AGAIN: Words = ["票数相等，再次表决", "EQUAL: VOTED AGAIN"];
/// The result of a void vote.
pub const VOID: Words = ["作废", "VOID"];
/// What a void vote means.
pub const VOID_MEANS: Words = ["本次表决作废，不产生结果", "This vote is void and decides nothing"];
/// A break.
pub const BREAK: Words = ["休会", "BREAK"];
/// The meeting is over.
pub const CLOSED: Words = ["闭会", "CLOSED"];
/// Before the call to order.
pub const SIGNING_IN: Words = ["签到", "Signing in"];
/// Open, with no item in hand.
pub const IN_SESSION: Words = ["会议进行中", "In session"];
/// Who answers next in a roll call.
pub const NEXT: Words = ["下一位", "Next to answer"];
/// The motion is an amendment.
pub const AMENDMENT: Words = ["修正案", "Amendment"];
/// Yes was derived from those in the room.
pub const DERIVED: Words = [
    "赞成票由在场人数减反对、弃权得出",
    "For is derived: those in the room less against and abstaining",
];
/// The place of a half on the bar.
pub const HALF: Words = ["一半", "half"];

/// The line that names an item: `第4项　年度工作报告`.
pub fn item(lang: Lang, no: u32, title: &str, amendment: bool) -> String {
    match lang {
        Lang::En if amendment => format!("Item {no}: {title} (amendment)"),
        Lang::En => format!("Item {no}: {title}"),
        _ if amendment => format!("第{no}项　{title}（修正案）"),
        _ => format!("第{no}项　{title}"),
    }
}

/// The votes needed: `须24票`.
pub fn needed(lang: Lang, needed: u32) -> String {
    lang.each(|l| match l {
        Lang::En => format!("Need {needed}"),
        _ => format!("须{needed}票"),
    })
}

/// The votes still missing: `还差2票`; that none is says nothing of the result.
pub fn missing(lang: Lang, missing: u32) -> String {
    lang.each(|l| match (l, missing) {
        (Lang::En, 0) => "reached".to_owned(),
        (Lang::En, n) => format!("{n} more"),
        (_, 0) => "已达到".to_owned(),
        (_, n) => format!("还差{n}票"),
    })
}

/// Votes not counted yet; what can still come of them is for the console, since only a declaration is a result.
pub fn uncounted(lang: Lang, votes: u32) -> String {
    lang.each(|l| match (l, votes) {
        (Lang::En, 1) => "1 vote still out".to_owned(),
        (Lang::En, n) => format!("{n} votes still out"),
        (_, n) => format!("还有{n}票未计"),
    })
}

/// The papers of a closed ballot.
pub fn papers(lang: Lang, [issued, recovered, valid, invalid]: [u32; 4]) -> String {
    lang.each(|l| match l {
        Lang::En => {
            format!("{issued} issued, {recovered} returned, {valid} valid, {invalid} invalid")
        }
        _ => format!("发出{issued}张，收回{recovered}张，有效{valid}张，无效{invalid}张"),
    })
}

/// Too few are there for the votes needed.
pub fn too_few(lang: Lang, charter: &Charter, needed: u32, present: u32) -> String {
    let Name { zh, en } = &charter.identity.counter;
    lang.each(|l| match l {
        Lang::En => format!("{needed} votes needed, only {present} {en} can vote now"),
        _ => format!("须{needed}票，现可表决的只有{present}{zh}"),
    })
}

/// How many are there for a decision by this rule, and how many more it takes: `普通决议：须18家，已够`.
pub fn possible(lang: Lang, charter: &Charter, rule: &Name, needed: u32, present: u32) -> String {
    let Name { zh, en } = &charter.identity.counter;
    let more = needed.saturating_sub(present);
    lang.each(|l| match (l, more) {
        (Lang::En, 0) => format!("{}: {needed} needed, enough", brief(&rule.en)),
        (Lang::En, n) => format!("{}: {needed} needed, {n} more {en}", brief(&rule.en)),
        (_, 0) => format!("{}：须{needed}{zh}，已够", brief(&rule.zh)),
        (_, n) => format!("{}：须{needed}{zh}，还差{n}{zh}", brief(&rule.zh)),
    })
}

/// A rule's name without what follows its colon: the figures stand beside it.
fn brief(name: &str) -> &str {
    name.split(['：', ':']).next().unwrap_or(name).trim()
}

/// The attendance without which no vote is opened.
pub fn quorum() -> Name {
    Name { zh: "到会法定数".to_owned(), en: "quorum".to_owned() }
}

/// A mark on the bar: `一半 18`, `须 24`.
pub fn mark(lang: Lang, words: Words, number: Option<u32>) -> String {
    let [zh, en] = words;
    let one = if lang == Lang::En { en } else { zh };
    number.map_or_else(|| one.to_owned(), |n| format!("{one} {n}"))
}

/// The threshold's word on the bar.
pub const NEEDED: Words = ["须", "needed"];

/// A ruling or a casting vote that a declaration rests on.
pub fn ruled(lang: Lang, reason: &str) -> String {
    lang.each(|l| match l {
        Lang::En => format!("Ruled by the presider: {reason}"),
        _ => format!("主持人裁定：{reason}"),
    })
}

/// The presider's casting vote.
pub const CASTING: Words =
    ["赞成与反对票数相等，由主持人投决定票", "Equal votes: decided by the presider’s casting vote"];

/// The left half of the bottom line.
pub fn heads(lang: Lang, roll: u32, present: u32) -> String {
    lang.each(|l| match l {
        Lang::En => format!("On the roll {roll}   Present {present}"),
        _ => format!("应到 {roll}   实到 {present}"),
    })
}

/// The right half of the bottom line: which entry of the book this shows, and its seal in short.
pub fn entry(lang: Lang, head: &Head) -> String {
    let (seq, seal) = (head.seq, head.hash);
    match lang {
        Lang::En => format!("Entry {seq:04}   {seal}"),
        _ => format!("记录 {seq:04}   {seal}"),
    }
}

/// Nothing is convened.
pub const NO_MEETING: Words = ["没有会议", "No meeting"];

/// Why the hall shows nothing any more, for the room; the console says what to do.
pub fn trouble(lang: Lang, error: &LedgerError) -> String {
    let why: Words = match error {
        LedgerError::Log(LogError::Moved { .. } | LogError::NotFound { .. }) => {
            ["会议簿已被移走或替换", "The book was moved away or replaced"]
        }
        LedgerError::Log(LogError::Busy { .. }) => {
            ["会议簿正被其他程序占用", "The book is held by another program"]
        }
        LedgerError::Log(LogError::Damaged { .. }) | LedgerError::Unreadable { .. } => {
            ["会议簿与所写不符", "The book is not what was written"]
        }
        _ => ["会议簿读不出来", "The book cannot be read"],
    };
    lang.each(|l| match l {
        Lang::En => format!("{}; this screen shows nothing until it can.", l.say(why)),
        _ => format!("{}，恢复之前大屏不再显示。", l.say(why)),
    })
}

/// The book at this place is not the one that was shown.
pub const ANOTHER_BOOK: Words = [
    "这里换成了另一本会议簿，请重新打开大屏。",
    "Another book lies in its place; open the hall view again.",
];
