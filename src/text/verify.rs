//! What `quorate verify` says beside the decisions: the chain, what was issued, older copies, and how it ends.

use super::Lang;
use super::words::two;
use crate::charter::Name;
use crate::store::{Head, LineFault};

/// Something looked at, in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seen {
    /// The lines of the log are a whole chain with this head.
    Chain(Head),
    /// The last entry the minutes name is in the log.
    Head(Head),
    /// The minutes are what the log comes to: meeting and version, 0 for those in the folder.
    Compiled(u32, u32),
    /// A version of the charter is enclosed as the log has it.
    Charter(u32),
    /// The older head is contained.
    Extends(Head),
}

/// Something that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The lines of the log.
    Line(LineFault),
    /// The log has another entry of this number, or ends before it.
    Head(Head),
    /// The minutes are not what the log comes to: meeting and version, 0 for those in the folder.
    Compiled(u32, u32),
    /// What was kept as minutes of a meeting is none: meeting and version.
    NotMinutes(u32, u32),
    /// The file of a charter version is not the text the minutes enclose.
    Charter(u32),
    /// An entry of the log has a form this program does not know.
    Entry(u64),
}

/// Why something could not be looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unfit {
    /// Neither a book, nor a folder, nor minutes.
    Unknown(String),
    /// A file of a folder is missing.
    Missing(String),
    /// Not the minutes of a meeting in a format this program knows.
    Format(String),
    /// The log is needed to look for an older entry.
    NoLog(u64),
}

/// A line about something that holds.
pub fn seen(lang: Lang, seen: &Seen) -> String {
    lang.pick(&match seen {
        Seen::Chain(head) => two(
            format!("记录链完好：共{}条，末条{}", head.seq, head.hash),
            format!("the chain is whole: {} entries, the last {}", head.seq, head.hash),
        ),
        Seen::Head(head) => two(
            format!("会议记录所载末条在记录链中：第{}条", head.seq),
            format!("the last entry the minutes name is in the chain: entry {}", head.seq),
        ),
        Seen::Compiled(meeting, version) => {
            let of = of(*meeting, *version);
            two(
                format!("{}与记录链重新生成的一致", of.zh),
                format!("{} say what the chain comes to", of.en),
            )
        }
        Seen::Charter(version) => two(
            format!("章程第{version}版与会议记录所附一致"),
            format!("version {version} of the charter is the one the minutes enclose"),
        ),
        Seen::Extends(head) => two(
            format!("是原记录的延续：含第{}条 {}", head.seq, head.hash),
            format!("it goes on from the older record: it has entry {} {}", head.seq, head.hash),
        ),
    })
}

/// A line about something that does not hold.
pub fn fault(lang: Lang, fault: &Fault) -> String {
    lang.pick(&match fault {
        Fault::Line(LineFault::Unreadable { line, message }) => two(
            format!("记录链第{line}行读不懂：{message}。请向保存者索取原文件"),
            format!("line {line} of the chain cannot be read: {message}. Ask for the file again"),
        ),
        Fault::Line(LineFault::Broken { seq, flaw }) => two(
            format!("记录链第{seq}条不是写入时的样子：{}", super::store::flaw(Lang::Zh, *flaw)),
            format!(
                "entry {seq} of the chain is not as it was written: {}",
                super::store::flaw(Lang::En, *flaw)
            ),
        ),
        Fault::Head(head) => two(
            format!("记录链中没有第{}条 {}", head.seq, head.hash),
            format!("the chain has no entry {} {}", head.seq, head.hash),
        ),
        Fault::Compiled(meeting, version) => {
            let of = of(*meeting, *version);
            two(
                format!("{}与记录链不一致", of.zh),
                format!("{} are not what the chain comes to", of.en),
            )
        }
        Fault::NotMinutes(meeting, version) => {
            let of = of(*meeting, *version);
            two(format!("{}不是会议记录", of.zh), format!("{} are no minutes", of.en))
        }
        Fault::Charter(version) => two(
            format!("章程第{version}版的文件与会议记录所附不一致"),
            format!("the file of version {version} of the charter is not the text in the minutes"),
        ),
        Fault::Entry(seq) => two(
            format!("记录链第{seq}条的内容本程序读不懂，可能由更新的版本写成"),
            format!("entry {seq} has contents this program does not know; a newer version may have written it"),
        ),
    })
}

fn of(meeting: u32, version: u32) -> Name {
    match version {
        0 => two(
            format!("第{meeting}号会议的会议记录"),
            format!("the minutes of meeting {meeting}"),
        ),
        version => two(
            format!("第{meeting}号会议已印发的第{version}版会议记录"),
            format!("the issued minutes of meeting {meeting}, version {version},"),
        ),
    }
}

/// Why something could not be looked at, and the way out.
pub fn unfit(lang: Lang, unfit: &Unfit) -> String {
    lang.pick(&match unfit {
        Unfit::Unknown(path) => two(
            format!("{path}不是会议簿、导出的文件夹或minutes.json。请核对路径"),
            format!("{path} is neither a book, nor an exported folder, nor minutes.json; check the path"),
        ),
        Unfit::Missing(path) => two(
            format!("缺少{path}。请向保存者索取完整的文件夹"),
            format!("{path} is missing; ask for the whole folder"),
        ),
        Unfit::Format(path) => two(
            format!("{path}不是本程序认识的会议记录。请换用写成它的版本"),
            format!("{path} is not minutes this program knows; use the version that wrote them"),
        ),
        Unfit::NoLog(seq) => two(
            format!("只有minutes.json，无法查看第{seq}条。请给出带log.jsonl的文件夹，或会议簿"),
            format!("minutes.json alone does not have entry {seq}; give the folder with log.jsonl, or the book"),
        ),
    })
}

/// How it ends: whole, or with the first thing that does not hold.
pub fn verdict(lang: Lang, broken: Option<&str>, extends: bool) -> String {
    lang.pick(&match (broken, extends) {
        (Some(first), _) => {
            two(format!("结论：不符。第一处：{first}"), format!("BROKEN, first at: {first}"))
        }
        (None, false) => two(
            "结论：自身完好，但不是原记录的延续。请把两份都保存好，并与纸上所印末条核对",
            "Whole in itself, but NO CONTINUATION of the older record. Keep both, and compare the last entry with the one on paper",
        ),
        (None, true) => two("结论：完好", "WHOLE"),
    })
}
