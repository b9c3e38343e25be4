//! The words of a correction slip (更正单): which minutes, by whom they were signed, what is to be read instead.

use super::{full_meeting, one_line};
use crate::charter::{Charter, Name};
use crate::record::issue::{Issued, Signature, SlipIssued};
use crate::record::state::Meeting;
use crate::text::words::{day, meeting_title, role, two};
use crate::text::{Lang, Words};

/// The lines of the title.
pub fn title(charter: &Charter, meeting: &Meeting) -> [Name; 2] {
    [meeting_title(charter, meeting), two("会议记录更正单", "Correction slip to the minutes")]
}

/// Its number within the meeting.
pub fn number(slip: &SlipIssued) -> Name {
    let no = slip.slip;
    two(format!("更正单第{no}号"), format!("Correction slip no. {no}"))
}

/// What it does, in a sentence.
pub fn purpose(charter: &Charter, meeting: &Meeting) -> Name {
    let of = full_meeting(charter, meeting);
    two(
        format!("{}的会议记录已经签署，现对其中一处更正如下。", of.zh),
        format!("The minutes of {} are signed. One passage of them is corrected here.", of.en),
    )
}

/// Over the table of what it corrects.
pub const MINUTES: Words = ["所更正的会议记录：", "The minutes it corrects:"];

/// Heads of that table.
pub const FACTS: [Words; 2] = [["项目", "Item"], ["内容", "On record"]];

/// Labels of its rows.
pub const VERSION: Words = ["稿次", "Version"];
/// See [`VERSION`].
pub const DIGEST: Words = ["会议记录校验码（SHA-256）", "SHA-256 of the minutes"];
/// See [`VERSION`]: the entry they were compiled from.
pub const ENTRY: Words = ["会议簿登记号", "Entry of the book"];
/// See [`VERSION`].
pub const HEAD: Words = ["该条登记校验码", "Digest of that entry"];
/// See [`VERSION`].
pub const SIGNED: Words = ["签署", "Signed"];

/// Which version, and the day it was issued.
pub fn version(issued: &Issued) -> Name {
    let (no, on) = (issued.of.version, day(issued.at.date_naive()));
    two(format!("第{no}稿，{}编发", on.zh), format!("version {no}, issued on {}", on.en))
}

/// A digest in groups of four, as it stands on the pages.
pub fn grouped(sha256: &str) -> String {
    let letters: Vec<char> = sha256.chars().collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// One signature: in which role, by whom, on which day, in ink or with which key.
pub fn signature(of: &Signature) -> Name {
    let as_whom = two(role(Lang::Zh, of.role()), role(Lang::En, of.role()));
    let who = one_line(of.who());
    let on = of.day().map(day).unwrap_or_default();
    let (zh, en) =
        (format!("{}{who}，{}", as_whom.zh, on.zh), format!("{} {who}, {}", as_whom.en, on.en));
    match of {
        Signature::Ink(ink) => match one_line(&ink.place).as_str() {
            "" => two(format!("{zh}，纸面签名"), format!("{en}, in ink")),
            place => two(format!("{zh}，{place}，纸面签名"), format!("{en}, {place}, in ink")),
        },
        Signature::Key(key) => {
            let print = &key.key;
            two(format!("{zh}，密钥签署，{print}"), format!("{en}, with the key {print}"))
        }
    }
}

/// Heads of the table of the correction.
pub const HEADS: [Words; 4] =
    [["更正处", "Place"], ["原文", "As it stands"], ["更正为", "As it should be"], ["原因", "Why"]];

/// That what was signed stays as it is.
pub const STAYS: Words = [
    "已签署的会议记录不作改动，仍以原件为准。本更正单附于会议记录之后，一并保存。",
    "The minutes stay as they were signed and nothing in them is changed. This slip is kept with them.",
];

/// Who signs it: the roles of the minutes.
pub const SIGNERS: [Words; 2] = [["主持人", "Presider"], ["记录人", "Recorder"]];

/// The word for the day beside a signature.
pub const DATE: Words = ["日期：", "Date: "];
