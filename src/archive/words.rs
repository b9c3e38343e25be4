//! What became of signatures that were looked at for the book, in words: what, whose, and the way out.

use super::taken::{Judged, Outcome, Why};
use crate::folder;
use crate::folder::words::seal_fault;
use crate::record::Book;
use crate::record::issue::Role;
use crate::seal;
use crate::text::findings::{self, Reader};
use crate::text::{Lang, words};
use std::path::Path;

/// The folder is none of this book.
pub fn not_of_this_book(lang: Lang, dir: &Path) -> String {
    let dir = dir.display();
    lang.each(|l| match l {
        Lang::En => format!(
            "{dir} holds no version this book has issued: it is of another book, or a copy for the public that leaves something out; name the folder that was exported whole from this book"
        ),
        _ => format!(
            "{dir}中的会议记录不是本会议簿编发的任何一稿：属于另一本会议簿，或者是略去了内容的公开本；请指明从本会议簿导出的完整文件夹"
        ),
    })
}

/// What became of one signature. `entered` is the number of the entry where it was taken in just now.
pub fn outcome(lang: Lang, book: &Book, one: &Judged, entered: Option<u64>) -> String {
    lang.each(|l| {
        let (file, role) = (&one.file, words::role(l, one.role));
        match (&one.outcome, l) {
            (Outcome::New(given), Lang::En) => {
                let (who, key) = (&given.who, &given.key);
                let entry = entered.map(|no| format!(", entry {no}")).unwrap_or_default();
                format!("TAKEN IN: {file}: {role} {who}, key {key}{entry}")
            }
            (Outcome::New(given), _) => {
                let (who, key) = (&given.who, &given.key);
                let entry = entered.map(|no| format!("，第{no}条登记")).unwrap_or_default();
                format!("已收入：{file}：{role}{who}，密钥{key}{entry}")
            }
            (Outcome::Known(who), Lang::En) => {
                format!("KNOWN ALREADY: {file}: {role} {who}")
            }
            (Outcome::Known(who), _) => format!("会议簿中已有：{file}：{role}{who}"),
            (Outcome::Refused(why), Lang::En) => {
                format!("REFUSED: {file}: {}", self::why(l, book, one.role, why))
            }
            (Outcome::Refused(why), _) => {
                format!("没有收入：{file}：{}", self::why(l, book, one.role, why))
            }
        }
    })
}

/// Why a signature was not taken in, and the way out.
pub fn why(lang: Lang, book: &Book, role: Role, why: &Why) -> String {
    lang.each(|l| {
        if let Why::Book(refusal) = why {
            return findings::refusal(l, book, refusal, Reader::Recorder);
        }
        if let Why::Seal(fault) = why {
            return seal_fault(l, fault);
        }
        if l == Lang::En { english(role, why) } else { chinese(role, why) }
    })
}

fn english(role: Role, why: &Why) -> String {
    let role = words::role(Lang::En, role);
    match why {
        Why::Unbound(print) => format!(
            "the key {print} is bound to no office in the book; have its holder say the fingerprint, bind it under “keys of offices” or with `bind_key`, and take the signature in again"
        ),
        Why::Role(to) => format!(
            "its key is bound in the book ({}), but that does not go with the {role} of this meeting; a signature in the role it has is taken in",
            to.join(", ")
        ),
        Why::Early(from) => format!(
            "its key is bound from {from}, after the moment the papers speak of; export again and sign that folder"
        ),
        Why::Over(day) => format!(
            "its key was withdrawn on {day}, before the moment the papers speak of; sign with the key that is in force"
        ),
        Why::Person(named) if named.is_empty() => format!(
            "the record names nobody as {role}, and the key does not say who signed; say who"
        ),
        Why::Person(named) => format!(
            "several are to sign as {role}, and the key does not say which of them did; say who: {}",
            named.join(", ")
        ),
        Why::Seal(_) | Why::Book(_) => String::new(),
    }
}

fn chinese(role: Role, why: &Why) -> String {
    let role = words::role(Lang::Zh, role);
    match why {
        Why::Unbound(print) => format!(
            "密钥{print}在会议簿中没有绑定任何职务；请与本人核对指纹，在“职务的密钥”中或用bind_key登记，再收入一次"
        ),
        Why::Role(to) => format!(
            "它的密钥在会议簿中已绑定（{}），但与这次会议的{role}不相符；只收它所绑定身份的签名",
            to.join("、")
        ),
        Why::Early(from) => {
            format!("它的密钥自{from}起绑定，晚于文书所记的时刻；请重新导出，签新的文件夹")
        }
        Why::Over(day) => {
            format!("它的密钥已于{day}收回，早于文书所记的时刻；请用现行有效的密钥签")
        }
        Why::Person(named) if named.is_empty() => {
            format!("记录中没有写明{role}是谁，密钥也看不出是谁签的；请写明是谁")
        }
        Why::Person(named) => {
            format!("{role}有几人，密钥看不出是哪一位签的；请写明是谁：{}", named.join("、"))
        }
        Why::Seal(_) | Why::Book(_) => String::new(),
    }
}

/// A signature the book has and the folder lacks.
pub fn missing(lang: Lang, role: seal::Role, who: &str, key: &str) -> String {
    lang.each(|l| {
        let role = folder::words::role(l, role);
        match l {
            Lang::En => format!(
                "the signature of {who} ({role}, key {key}) is in the book and not in the folder; put its .sig back from another copy"
            ),
            _ => format!(
                "{role}{who}的签名（密钥{key}）在会议簿中，而文件夹中没有；请从别的副本放回它的.sig文件"
            ),
        }
    })
}
