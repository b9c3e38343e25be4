//! The words of the count of an election: what a teller typed, what is asked, and that it is no result yet.

use super::{Lang, Words};
use crate::record::election::{Marks, Sum};

/// What stands on every picture of papers being counted.
pub const COUNTING: Words = ["计票中", "being counted"];
/// The same, with what it is not.
pub const NO_RESULT: Words = ["计票中，不是结果", "being counted, not a result"];
/// The second teller's turn.
pub const SECOND: Words = ["第二计票人独立录入", "second teller, entering alone"];
/// The first teller's turn.
pub const FIRST: Words = ["第一计票人录入", "first teller"];
/// Those who stand.
pub const STANDING: Words = ["候选人", "Candidates"];
/// Papers are marked and put into the box.
pub const VOTING: Words = ["投票中", "VOTING"];
/// Papers were handed out.
pub const ISSUED: Words = ["发出", "Issued"];
/// Papers in the box.
pub const RECOVERED: Words = ["收回", "Returned"];
/// No more papers came back than were handed out.
pub const VALID: Words = ["选举有效", "ELECTION VALID"];
/// More came back.
pub const VOID: Words = ["选举无效", "ELECTION VOID"];
/// The round was voided.
pub const ROUND_VOID: Words = ["本轮作废", "ROUND VOID"];
/// The count is over.
pub const COUNTED: Words = ["计票结束", "Count ended"];
/// Elected.
pub const ELECTED: Words = ["当选", "ELECTED"];
/// Nobody was elected.
pub const NOBODY: Words = ["无人当选", "NOBODY ELECTED"];
/// A second teller reads the batch; its sums are shown to nobody until both agree.
pub const CHECKING: Words = ["复核本批", "checking this batch"];
/// Esc with papers in hand.
pub const ASK_LEAVE: Words = [
    "本批已读的票不会入簿，要重读。Enter 放弃本批，其他键继续。",
    "The papers read in this batch are not in the book and must be read again. Enter gives the batch up; any other key goes on.",
];
/// Esc in the second entry.
pub const ASK_DROP: Words = [
    "放弃第二遍录入？Enter 放弃，回到本批末尾；其他键继续。",
    "Give up the second entry? Enter gives it up; any other key goes on.",
];
/// Nothing to take back.
pub const NOTHING_BACK: Words = [
    "本批没有可撤回的票；已入簿的批用“更正”。",
    "No paper of this batch to take back; a batch in the book is corrected.",
];
/// Two equal entries.
pub const EQUAL: Words =
    ["两遍录入一致，本批入簿。", "Both entries agree; the batch is in the book."];
/// One entry.
pub const HANDED_IN: Words = ["本批入簿。", "The batch is in the book."];
/// The first entry is hidden.
pub const BLIND: Words = [
    "请第二计票人从本批第1张起重读；第一遍的数字已隐去。",
    "The second teller reads the same papers from the first; the first figures are hidden.",
];
/// The batch may only grow.
pub const SIZE_PAST: Words = ["本批已读过10张。", "The batch has more than 10 papers already."];
/// The round is not being counted any more.
pub const OVER: Words = ["这一轮不在计票中了。", "This round is not being counted any more."];
/// How a line is typed, where every name has yes, no and abstention.
pub const HOW_EACH: Words = [
    "赞成号码/反对号码；0全赞成；空行无标记；00废票",
    "for/against; 0 all for; empty: no mark; 00 invalid",
];
/// How a line is typed where names are picked.
pub const HOW_PICK: Words =
    ["选中的号码；空行无标记；00废票", "numbers; empty: no mark; 00 invalid"];
/// The same, where names are parted by blanks.
pub const PARTED: Words = ["号码间空格", "blanks between"];
/// The same, where names may be written in.
pub const WRITE: Words = ["空格+另选人姓名", "blank + name: written in"];

/// `计票中  第1轮`.
pub fn title(lang: Lang, item: &str, seat: &str, round: u32) -> String {
    lang.each(|l| match l {
        Lang::En => format!("{item} · {seat} · round {round}"),
        _ => format!("{item} · {seat} · 第{round}轮"),
    })
}

/// The papers: how many of those in the box are read, entered and in hand.
pub fn progress(lang: Lang, box_holds: u32, entered: u32, batch: u32, of: u32) -> String {
    lang.each(|l| match l {
        Lang::En => format!(
            "Read {} of {box_holds}   in the book {entered}   this batch {batch} of {of}",
            entered + batch
        ),
        _ => format!(
            "已读{}张/箱内{box_holds}张   已入簿{entered}张   本批{batch}/{of}张",
            entered + batch
        ),
    })
}

/// The papers read, for the hall.
pub fn read(lang: Lang, read: u32, of: u32) -> String {
    lang.each(|l| match l {
        Lang::En => format!("{read} of {of} papers read"),
        _ => format!("已读{read}张，共{of}张"),
    })
}

/// Invalid papers, for the hall.
pub fn invalid_papers(lang: Lang, papers: u32) -> String {
    match lang {
        Lang::En => format!("{papers} invalid"),
        _ => format!("废票{papers}张"),
    }
}

/// Invalid papers, in the book and in the batch.
pub fn invalid(lang: Lang, entered: u32, batch: u32) -> String {
    lang.each(|l| match l {
        Lang::En => format!("invalid {entered}+{batch}"),
        _ => format!("废票{entered}+{batch}"),
    })
}

/// What was typed, in words: `第7张：赞成 甲、乙；反对 丙`.
pub fn paper(
    lang: Lang,
    no: u32,
    yes: &[&str],
    against: &[&str],
    written: &[&str],
    rest: bool,
) -> String {
    let between = |l: Lang, names: &[&str]| names.join(if l == Lang::En { ", " } else { "、" });
    lang.each(|l| {
        let mut parts = Vec::new();
        let mut part = |names: &[&str], [zh, en]: Words| {
            if !names.is_empty() {
                let names = between(l, names);
                parts.push(match l {
                    Lang::En => format!("{en} {names}"),
                    _ => format!("{zh} {names}"),
                });
            }
        };
        part(yes, ["赞成", "for"]);
        part(against, ["反对", "against"]);
        part(written, ["另选", "written in"]);
        if parts.is_empty() {
            parts.push(l.say(["没有标记", "no mark"]));
        } else if rest {
            parts.push(l.say(["其余弃权", "abstaining on the rest"]));
        }
        match l {
            Lang::En => format!("Paper {no}: {}", parts.join("; ")),
            _ => format!("第{no}张：{}", parts.join("；")),
        }
    })
}

/// An invalid paper and why, where the program says so itself.
pub fn paper_invalid(lang: Lang, no: u32, why: Words) -> String {
    lang.each(|l| match l {
        Lang::En => format!("Paper {no}: invalid{}", l.say(why)),
        _ => format!("第{no}张：废票{}", l.say(why)),
    })
}

/// A paper with more names than seats.
pub fn too_many(lang: Lang, no: u32, names: u32, seats: u32) -> String {
    lang.each(|l| match l {
        Lang::En => format!("Paper {no}: {names} names for {seats} seats, so it is invalid"),
        _ => format!("第{no}张：选了{names}人，应选{seats}人，整票作废"),
    })
}

/// The empty line, asked once.
pub fn ask_blank(lang: Lang, no: u32, invalid: bool) -> String {
    lang.each(|l| match (l, invalid) {
        (Lang::En, true) => format!("Paper {no} has no mark at all? Enter again: it is invalid."),
        (Lang::En, false) => format!("Paper {no} has no mark at all? Enter again: it abstains."),
        (_, true) => format!("第{no}张全票没有标记？再按 Enter：按选举办法计废票。"),
        (_, false) => format!("第{no}张全票没有标记？再按 Enter：按选举办法计弃权。"),
    })
}

/// The last paper was taken back.
pub fn taken_back(lang: Lang, no: u32) -> String {
    lang.each(|l| match l {
        Lang::En => format!("Paper {no} is taken back; read it again."),
        _ => format!("第{no}张已撤回，请重读。"),
    })
}

/// A number nobody has.
pub fn unknown(lang: Lang, number: u32, names: usize) -> String {
    lang.each(|l| match l {
        Lang::En => format!("There is no number {number}; the numbers go from 1 to {names}."),
        _ => format!("没有{number}号，号码是1到{names}。"),
    })
}

/// A number twice on a paper.
pub fn twice(lang: Lang, number: u32) -> String {
    lang.each(|l| match l {
        Lang::En => format!("Number {number} stands there twice."),
        _ => format!("{number}号写了两次。"),
    })
}

/// Names are picked only.
pub const ONLY_PICKED: Words = [
    "这种选票只打选中的号码，没有反对和全选。",
    "On this paper names are only picked: nothing is against, and nothing picks all.",
];

/// What cannot be read.
pub fn unreadable(lang: Lang, what: &str) -> String {
    lang.each(|l| match l {
        Lang::En => format!("“{what}” cannot be read here; a blank goes before a name."),
        _ => format!("看不懂“{what}”；姓名前要空一格。"),
    })
}

/// The end of a batch.
pub fn batch_done(lang: Lang, papers: u32) -> String {
    lang.each(|l| match l {
        Lang::En => format!(
            "{papers} papers read. Enter: hand the batch in.  2: a second teller enters it again"
        ),
        _ => format!("本批{papers}张读完。Enter 本批入簿　2 第二计票人再录一遍"),
    })
}

/// The end of the box.
pub fn all_read(lang: Lang, papers: u32) -> String {
    lang.each(|l| match l {
        Lang::En => format!("All {papers} papers are in the book. Enter ends the count; the presider declares the result. Esc leaves."),
        _ => format!("箱内{papers}张全部入簿。Enter 结束计票，由主持人宣布结果；Esc 离开。"),
    })
}

/// One disputed field: `甲：第一次 7，第二次 6，哪个对？`.
pub fn which(lang: Lang, name: &str, first: &str, second: &str) -> String {
    lang.each(|l| match l {
        Lang::En => format!("{name}: first {first}, second {second}. Which is right?"),
        _ => format!("{name}：第一次 {first}，第二次 {second}，哪个对？"),
    })
}

/// How the question is answered.
pub const ANSWERS: Words =
    ["1 第一次　2 第二次　3 另输", "1 the first  2 the second  3 type another"];
/// The field of valid and invalid papers.
pub const VALIDITY: Words = ["有效票", "Valid papers"];
/// How a figure is typed: votes for.
pub const TYPE_ONE: Words = ["正确的票数：", "the right number: "];
/// How figures are typed: for and against.
pub const TYPE_TWO: Words = ["赞成 反对（空格隔开）：", "for and against, a blank between: "];
/// What was typed is no figure of this batch.
pub const NOT_THAT_MANY: Words =
    ["票数与本批张数不符。", "The papers of the batch are not that many."];

/// Votes for a name, as they are compared.
pub fn sum(lang: Lang, sum: Sum, marks: Marks) -> String {
    if marks == Marks::Pick {
        return sum.yes.to_string();
    }
    lang.each(|l| match l {
        Lang::En => format!("{} for, {} against, {} abstaining", sum.yes, sum.no, sum.abstain),
        _ => format!("{}赞成/{}反对/{}弃权", sum.yes, sum.no, sum.abstain),
    })
}

/// At the start of the console, a round whose papers are not all counted:
/// `已入簿20张；第21张起的这一批没有入簿，请重读`.
pub fn read_again(lang: Lang, entered: u32, lost: u32) -> String {
    let from = entered + 1;
    lang.each(|l| match (l, lost) {
        (Lang::En, 0) => format!("{entered} papers are in the book; go on with paper {from}."),
        (Lang::En, _) => format!(
            "{entered} papers are in the book; the batch from paper {from} on is not ({lost} read): read it again."
        ),
        (_, 0) => format!("已入簿{entered}张；从第{from}张起继续。"),
        (_, _) => format!("已入簿{entered}张；第{from}张起的这一批（已读{lost}张）没有入簿，请重读。"),
    })
}

/// Votes for a name under way: in the book, and in the batch.
pub fn figures(lang: Lang, entered: u32, batch: u32) -> String {
    lang.each(|l| match l {
        Lang::En => format!("{entered}+{batch}={}", entered + batch),
        _ => format!("{entered}+{batch}={}", entered + batch),
    })
}

/// The votes needed, as a mark beside a name: `须18`.
pub fn need(lang: Lang, needed: u32) -> String {
    match lang {
        Lang::En => format!("need {needed}"),
        _ => format!("须{needed}票"),
    }
}

/// Against and abstaining, beside a name.
pub fn others(lang: Lang, no: u32, abstain: u32) -> String {
    match lang {
        Lang::En => format!("against {no} abst. {abstain}"),
        _ => format!("反对{no} 弃权{abstain}"),
    }
}

/// Seats to be filled.
pub fn seats(lang: Lang, seat: &str, seats: u32) -> String {
    lang.each(|l| match l {
        Lang::En => format!("{seat}: {seats} to be elected"),
        _ => format!("{seat}　应选{seats}名"),
    })
}

/// Between whom it is voted again.
pub fn again_between(lang: Lang, names: &[&str]) -> String {
    lang.each(|l| match l {
        Lang::En => format!("Voted on again between {}", names.join(", ")),
        _ => format!("再次投票：{}", names.join("、")),
    })
}

/// The plain strokes of votes: `正正丅`, `|||| ||`.
pub fn strokes(lang: Lang, votes: u32) -> String {
    let (whole, rest) = (votes / 5, votes % 5);
    let whole = usize::try_from(whole).unwrap_or(0);
    let rest = usize::try_from(rest).unwrap_or(0);
    match lang {
        Lang::En => {
            let mut parts = vec!["||||/".to_owned(); whole];
            if rest > 0 {
                parts.push("|".repeat(rest));
            }
            parts.join(" ")
        }
        _ => "正".repeat(whole) + ["", "一", "丅", "下", "止"].get(rest).unwrap_or(&""),
    }
}
