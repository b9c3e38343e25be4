//! What `quorate verify` says beside the decisions: the chain, what was issued, older copies, and how it ends.

use super::Lang;
use super::words::{self, two};
use crate::charter::Name;
use crate::record::issue::Role;
use crate::store::{Digest, Head, LineFault};
use chrono::NaiveDate;

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
    /// The older head is contained, as far as eight letters show that.
    ExtendsByLetters(Head),
}

/// How it ends, where nothing is broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending {
    /// Whole, and going on from the older record where there is one.
    Whole,
    /// Whole, and no continuation.
    Apart,
    /// Whole, and the older of the two.
    Earlier(Earlier),
}

/// Two records compared the wrong way round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// The last entry of the record looked at.
    pub own: u64,
    /// The last entry of the one it was to go on from.
    pub other: u64,
    /// Whether that one was seen to contain this.
    pub known: bool,
}

/// Under which version a signature stands, in what capacity and whose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Under {
    /// The meeting.
    pub meeting: u32,
    /// The version.
    pub version: u32,
    /// In what capacity.
    pub role: Role,
    /// Who, by office.
    pub who: String,
}

/// What is seen of a signature in the book alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Signed {
    /// On paper: nothing a program could look at.
    Ink,
    /// By the key, over the list of this digest.
    Good {
        /// Fingerprint of the key.
        print: String,
        /// Digest of the list.
        list: String,
    },
    /// By the key; over which list only the list itself can show.
    ListNeeded {
        /// Fingerprint of the key.
        print: String,
    },
    /// It is none.
    Bad {
        /// Fingerprint of the key.
        print: String,
        /// Why, in words.
        why: String,
    },
}

/// Something that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The lines of the log.
    Line(LineFault),
    /// The log has another entry of this number, or ends before it.
    Head(Head),
    /// The log has no entry with this seal.
    Seal(Digest),
    /// The log has no entry of this number with these eight letters.
    Letters(u64, String),
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
    /// Neither a record nor a last entry as it is printed.
    NotALast(String),
    /// The log is needed to look for an older entry.
    NoLog(u64),
}

/// A line about something that holds.
pub fn seen(lang: Lang, seen: &Seen) -> String {
    lang.pick(&match seen {
        Seen::Chain(head) => two(
            format!("记录链完好：共{}条，末条校验字{}", head.seq, head.hash),
            format!("the chain is whole: {} entries, check word of the last {}", head.seq, head.hash),
        ),
        Seen::Head(head) => two(
            format!("会议记录所载末条在记录链中：第{}条，校验字{}；纸上印的就是这一条", head.seq, head.hash),
            format!("the last entry the minutes name is in the chain: entry {}, check word {}; it is the one printed on the paper", head.seq, head.hash),
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
        Seen::ExtendsByLetters(head) => two(
            format!("是原记录的延续：第{}条的校验字是{}；校验字只有8个字符，有64位校验码时请用校验码", head.seq, head.hash),
            format!("it goes on from the older record: entry {} has the check word {}; that is eight letters only, so take the 64 of the digest where you have them", head.seq, head.hash),
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
        Fault::Seal(seal) => two(
            format!("记录链中没有校验码为{}的一条", seal.hex()),
            format!("the chain has no entry with the digest {}", seal.hex()),
        ),
        Fault::Letters(seq, letters) => two(
            format!("记录链中没有第{seq}条 {letters}"),
            format!("the chain has no entry {seq} {letters}"),
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
        0 => {
            two(format!("第{meeting}号会议的会议记录"), format!("the minutes of meeting {meeting}"))
        }
        version => two(
            format!("第{meeting}号会议已编发的第{version}稿会议记录"),
            format!("the issued minutes of meeting {meeting}, version {version},"),
        ),
    }
}

/// The digest of an entry in eight letters, to be read out; nothing where it is none.
pub fn check_word(sha256: &str) -> String {
    sha256.parse::<Digest>().map(|digest| digest.short()).unwrap_or_default()
}

/// What is seen of a signature, in a line.
pub fn signed(lang: Lang, under: &Under, signed: &Signed) -> String {
    lang.each(|l| {
        let Under { meeting, version, role, who } = under;
        let role = words::role(l, *role);
        let of = match l {
            Lang::En => format!("meeting {meeting}, version {version}, {role} {who}"),
            _ => format!("第{meeting}号会议第{version}稿，{role}{who}"),
        };
        match (l, signed) {
            (Lang::En, Signed::Ink) => format!("{of}: signed on paper; look at the paper"),
            (_, Signed::Ink) => format!("{of}：在纸面签署，请看原件"),
            (Lang::En, Signed::Good { print, list }) => {
                format!("{of}: SIGNED with the key {print}, the list {list}")
            }
            (_, Signed::Good { print, list }) => {
                format!("{of}：已签，密钥{print}，清单{list}")
            }
            (Lang::En, Signed::ListNeeded { print }) => format!(
                "{of}: SIGNED with the key {print}, over a hash (SHA-512) the book does not keep; whether it is over this list shows only in the signed folder: quorate verify FOLDER"
            ),
            (_, Signed::ListNeeded { print }) => format!(
                "{of}：已签，密钥{print}；签名用的是SHA-512，会议簿里没有，签的是不是这份清单只能在签过的文件夹中核对：quorate verify 文件夹"
            ),
            (Lang::En, Signed::Bad { print, why }) => format!("{of}: WRONG signature ({print}): {why}"),
            (_, Signed::Bad { print, why }) => format!("{of}：签名不符（{print}）：{why}"),
        }
    })
}

/// What the book cannot show of any signature made with a key.
pub fn lists(lang: Lang) -> String {
    lang.say([
        "密钥签的是清单（MANIFEST），会议簿里只有清单的文件校验码；清单里列了哪些文件，请在签过的文件夹中核对：quorate verify 文件夹",
        "a key signs a list (MANIFEST), of which the book has the file digest; which files stand in it shows in the signed folder: quorate verify FOLDER",
    ])
}

/// A key the book does not have.
pub fn not_bound(lang: Lang) -> String {
    lang.say(["会议簿里没有这把密钥", "the book has no such key"])
}

/// A key that did not hold on the day.
pub fn not_in_force(lang: Lang, day: NaiveDate) -> String {
    lang.each(|l| match l {
        Lang::En => format!("the key did not hold on {day}: bound later, or withdrawn before"),
        _ => format!("密钥在{day}无效：当时尚未登记，或已经收回"),
    })
}

/// A key that is bound to another role only.
pub fn of_another_role(lang: Lang) -> String {
    lang.say(["密钥登记的是另一种身份", "the key is bound to another role"])
}

/// Why something could not be looked at, and the way out.
pub fn unfit(lang: Lang, unfit: &Unfit) -> String {
    lang.pick(&match unfit {
        Unfit::Unknown(path) => two(
            format!("{path}不是会议簿、导出的文件夹或minutes.json。请核对路径"),
            format!("{path} is neither a book, nor an exported folder, nor minutes.json; check the path"),
        ),
        Unfit::NotALast(said) => two(
            format!("“{said}”不是会议簿、导出的文件夹或minutes.json，也不是纸上所印的末条。末条写作“92 185b de85 …”（条号和64位校验码，可分组）或“92 DBN5-5BP5”（条号和校验字）"),
            format!("“{said}” is neither a book, nor an exported folder, nor minutes.json, nor a last entry as it is printed: “92 185b de85 …” (number and the 64 letters of the digest, in groups or not) or “92 DBN5-5BP5” (number and check word)"),
        ),
        Unfit::Missing(path) => two(
            format!("缺少{path}。请向保存者索取完整的文件夹"),
            format!("{path} is missing; ask for the whole folder"),
        ),
        Unfit::Format(path) => two(
            format!("{path}不是本程序认识的会议记录。请换用写成它的版本"),
            format!("{path} is not minutes this program knows; use the version that wrote them"),
        ),
        Unfit::NoLog(0) => two(
            "只有minutes.json，无法查找这个校验码。请给出带log.jsonl的文件夹，或会议簿",
            "minutes.json alone has no other entry to look for this digest in; give the folder with log.jsonl, or the book",
        ),
        Unfit::NoLog(seq) => two(
            format!("只有minutes.json，无法查看第{seq}条。请给出带log.jsonl的文件夹，或会议簿"),
            format!("minutes.json alone does not have entry {seq}; give the folder with log.jsonl, or the book"),
        ),
    })
}

/// How it ends: whole, or with the first thing that does not hold.
pub fn verdict(lang: Lang, broken: Option<&str>, ending: &Ending) -> String {
    lang.pick(&match (broken, ending) {
        (Some(""), _) => two("结论：不符，见上", "BROKEN; see above"),
        (Some(first), _) => {
            two(format!("结论：不符。第一处：{first}"), format!("BROKEN, first at: {first}"))
        }
        (None, Ending::Earlier(of)) => {
            let Earlier { own, other, .. } = of;
            if of.known {
                two(
                    format!("结论：自身完好。这一份较早（到第{own}条），所比的一份到第{other}条并包含它；请反过来核对"),
                    format!("Whole in itself, and the EARLIER of the two: it ends at entry {own}, and the other goes on from it to entry {other}. Compare them the other way round"),
                )
            } else {
                two(
                    format!("结论：自身完好。这一份只到第{own}条，比所给的第{other}条早；请用到第{other}条的那一份来核对"),
                    format!("Whole in itself, and it ends at entry {own}, BEFORE entry {other}: look at the record that has that entry"),
                )
            }
        }
        (None, Ending::Apart) => two(
            "结论：自身完好，但不是原记录的延续。请把两份都保存好，并与纸上所印末条核对",
            "Whole in itself, but NO CONTINUATION of the older record. Keep both, and compare the last entry with the one on paper",
        ),
        (None, Ending::Whole) => two("结论：完好", "WHOLE"),
    })
}
