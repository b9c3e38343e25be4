//! Why a file could not be read or written, in the words of the screen and not of the system.

use super::{Lang, Words};
use std::io::ErrorKind;

/// The reason, to stand behind a colon.
pub fn why(lang: Lang, error: &std::io::Error) -> String {
    let code = error.raw_os_error().map(|code| code.to_string());
    kind(lang, error.kind(), &code.unwrap_or_else(|| format!("{:?}", error.kind())))
}

/// The reason for a kind; `code` is said where the kind is none that people meet.
pub fn kind(lang: Lang, kind: ErrorKind, code: &str) -> String {
    let words: Words = match kind {
        ErrorKind::NotFound => ["找不到这个文件或文件夹", "there is no such file or folder"],
        ErrorKind::PermissionDenied => ["没有权限", "permission is denied"],
        ErrorKind::AlreadyExists => ["已有同名文件", "a file of this name exists already"],
        ErrorKind::IsADirectory => ["这是文件夹，不是文件", "it is a folder, not a file"],
        ErrorKind::NotADirectory => {
            ["路径中间有一段不是文件夹", "a part of the path is not a folder"]
        }
        ErrorKind::ReadOnlyFilesystem => ["所在磁盘只能读", "the disk can only be read"],
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => ["磁盘已满", "the disk is full"],
        ErrorKind::FileTooLarge => ["文件太大", "the file is too large"],
        ErrorKind::InvalidFilename => ["文件名不能这样写", "the file name is not allowed"],
        ErrorKind::InvalidData => ["不是UTF-8文本", "it is not text in UTF-8"],
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => {
            ["正被另一个程序占用", "another program is using it"]
        }
        ErrorKind::TimedOut => ["等候太久没有回应", "there was no answer in time"],
        ErrorKind::UnexpectedEof => ["文件不完整", "the file ends too early"],
        ErrorKind::Interrupted => ["被打断，请再试一次", "it was interrupted; try again"],
        _ => {
            return lang.each(|l| match l {
                Lang::En => format!("the system gave another reason (code {code})"),
                _ => format!("系统另有原因（代码{code}）"),
            });
        }
    };
    lang.say(words)
}

/// That there is no version of the minutes to make documents from.
pub fn not_issued(lang: Lang, meeting: u32) -> String {
    lang.each(|l| match l {
        Lang::En => format!(
            "the minutes of meeting {meeting} have no version that counts: issue one first, on the screen under Minutes or by issue_minutes"
        ),
        _ => format!("第{meeting}号会议的记录还没有可用的一稿：请先在“会议记录”中编发，或用issue_minutes"),
    })
}

/// That a version is signed, and the folder made now is another one.
pub fn other_papers(lang: Lang) -> String {
    lang.say([
        "这一稿已有密钥签名，而这里写出的文书与当时签的不是同样的字节（字体、版式、语言或程序不同），那些签名不属于这个文件夹。请保留当时签过的文件夹。",
        "this version bears signatures by key, and the papers made here have other bytes than those that were signed (other typefaces, style, language or program): the signatures do not go with this folder. Keep the folder that was signed.",
    ])
}

/// That the folder is the one that was signed, with how many signatures.
pub fn signed_papers(lang: Lang, count: usize) -> String {
    lang.each(|l| match l {
        Lang::En => format!(
            "This is the folder that was signed, made again byte for byte, with the signatures there are: {count}. For a new one as the book stands now: --anew"
        ),
        _ => format!("这就是签过的那个文件夹，逐字节重新写出，已有签名{count}个放在其中。要按会议簿现状另写一份，请加--anew"),
    })
}

/// That a version in the book is not minutes this program reads.
pub fn unread_version(lang: Lang, version: u32) -> String {
    lang.each(|l| match l {
        Lang::En => format!(
            "version {version} of the minutes cannot be read; see whether the book is whole (quorate verify)"
        ),
        _ => format!("会议记录第{version}稿无法读取，请核对会议簿是否完整（quorate verify）"),
    })
}

/// That tables cannot be written.
pub fn no_tables(lang: Lang, what: &str) -> String {
    lang.each(|l| match l {
        Lang::En => format!("the tables cannot be written: {what}"),
        _ => format!("表格无法写出：{what}"),
    })
}
