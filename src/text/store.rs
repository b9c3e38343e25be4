//! What can go wrong with a book, in sentences: what is wrong, where, and what to do.

use super::words::two;
use super::{Lang, Words};
use crate::charter::Name;
use crate::ledger::{CardFault, Cards, LedgerError};
use crate::record::Book;
use crate::store::{AppendError, Damage, Flaw, LogError, Report, Verdict};
use std::path::Path;

/// Why a log could not be opened, read or written.
pub fn log_error(lang: Lang, error: &LogError) -> String {
    lang.pick(&log_name(error))
}

/// Why an act was not acknowledged.
pub fn append_error(lang: Lang, error: &AppendError) -> String {
    lang.pick(&match error {
        AppendError::Conflict { head } => {
            let seq = head.seq;
            two(
                format!("另一个程序已经写到第{seq}条，这一项没有写入。请重新读取后再登记。"),
                format!("Another program has written up to entry {seq}, and this was not written. Read again, then enter it once more."),
            )
        }
        AppendError::Refused(error) => not_written(&log_name(error)),
        AppendError::InDoubt(error) => in_doubt(&log_name(error)),
    })
}

/// What went wrong between the record and the disk.
pub fn ledger_error(lang: Lang, error: &LedgerError) -> String {
    lang.pick(&match error {
        LedgerError::Log(error) => log_name(error),
        LedgerError::InDoubt(error) => in_doubt(&log_name(error)),
        LedgerError::Unreadable { seq, kind, message } => two(
            format!("第{seq}条（{kind}）本程序读不懂：{message}。文件没有改动；可能由更新的版本写成，请换用该版本打开。"),
            format!("Entry {seq} ({kind}) cannot be understood by this program: {message}. The file is unchanged; a newer version may have written it, so open it with that one."),
        ),
        LedgerError::NoCharter => two(
            "会议簿的第一条不是章程，无法打开。文件没有改动；请核对是不是拿错了文件，或用备份打开。",
            "The book does not begin with a charter and cannot be opened. The file is unchanged; check whether it is the right one, or open a backup.",
        ),
    })
}

/// In what way a book is not what was written.
pub fn damage(lang: Lang, damage: &Damage) -> String {
    lang.pick(&damage_name(damage))
}

/// What is wrong with the first bad entry of a chain.
pub fn flaw(lang: Lang, flaw: Flaw) -> String {
    lang.pick(&flaw_name(flaw))
}

/// The findings of a verification, as one paragraph.
pub fn report(lang: Lang, report: &Report) -> String {
    let (seq, blobs) = (report.head.seq, report.blobs);
    let seal = &report.head.hash;
    lang.pick(&match &report.verdict {
        Verdict::Whole => two(
            format!("会议簿完好：记录共{seq}条，附件{blobs}份，与写入时完全一致。末条第{seq}条，校验字{seal}。"),
            format!("The book is whole: {} and {}, all exactly as written. The last entry is {seq}, check word {seal}.", entries(seq), papers(blobs)),
        ),
        Verdict::Broken(damage) => {
            let damage = damage_name(damage);
            two(
                format!("会议簿已损坏：{}前{seq}条与写入时一致。请保留原文件，改用最近的备份。", damage.zh),
                format!("The book is damaged. {} {} from the beginning {} as written. Keep the file and go on from the latest backup.", damage.en, entries(seq), if seq == 1 { "is" } else { "are" }),
            )
        }
        Verdict::Unreadable(error) => {
            let error = log_name(error);
            two(
                format!("无法核对会议簿。{}", error.zh),
                format!("The book could not be verified. {}", error.en),
            )
        }
    })
}

/// What the cards of people are found to be; nothing where the book has none.
pub fn cards(lang: Lang, cards: &Cards) -> Vec<String> {
    let Cards { whole, removed, faults } = cards;
    if *whole == 0 && *removed == 0 && faults.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![lang.pick(&two(
        format!("人员资料（不入链）：完好{whole}份，已按要求删除{removed}份。"),
        format!(
            "People's data (outside the chain): {whole} as kept, {removed} removed on request."
        ),
    ))];
    for (person, fault) in faults {
        lines.push(lang.pick(&match fault {
            CardFault::Missing => two(
                format!("人员{person}的资料不在会议簿里。会议记录不受影响；请重新登记，或登记为已删除。"),
                format!("The data of person {person} is not in the book. The record is not affected; enter it again, or record it as removed."),
            ),
            CardFault::Altered => two(
                format!("人员{person}的资料与登记时不符，不再使用。会议记录不受影响；请重新登记。"),
                format!("The data of person {person} is not as it was kept, and is not used. The record is not affected; enter it again."),
            ),
        }));
    }
    lines
}

fn entries(n: u64) -> String {
    if n == 1 { "1 entry".to_owned() } else { format!("{n} entries") }
}

fn papers(n: u64) -> String {
    if n == 1 { "1 attachment".to_owned() } else { format!("{n} attachments") }
}

fn not_written(why: &Name) -> Name {
    two(
        format!("这一项没有写入，此前的记录都在。{}", why.zh),
        format!("This was not written; everything before it is safe. {}", why.en),
    )
}

fn in_doubt(why: &Name) -> Name {
    two(
        format!(
            "不能确定这一项是否已经写入，请不要重复登记。{}故障排除后，程序会自行核实。",
            why.zh
        ),
        format!(
            "It is not known whether this was written; do not enter it again. {} Once the fault is mended the program finds out by itself.",
            why.en
        ),
    )
}

/// Texts of each error; `{path}` and the like are filled in from [`details`].
fn log_words(error: &LogError) -> Words {
    match error {
        LogError::NotFound { .. } => [
            "找不到文件“{path}”。请核对路径，或者新建会议簿。",
            "There is no file “{path}”. Check the path, or make a new book.",
        ],
        LogError::Exists { .. } => [
            "“{path}”已经存在，没有覆盖。请另取一个文件名。",
            "“{path}” exists already and was not overwritten. Choose another name.",
        ],
        LogError::NotAFile { .. } => [
            "“{path}”不是文件。请指明会议簿文件。",
            "“{path}” is not a file. Name the file of the book.",
        ],
        LogError::Empty { .. } => [
            "“{path}”是空文件，可能没有复制成功。请从原处重新复制，或用备份打开。",
            "“{path}” is empty; a copy may have failed. Copy it again, or open a backup.",
        ],
        LogError::NotSqlite { .. } => [
            "“{path}”不是会议簿，而是别的程序的文件。请核对文件名；文件没有改动。",
            "“{path}” is not a book but a file of another program. Check the name; the file is unchanged.",
        ],
        LogError::Foreign { .. } => [
            "“{path}”是别的程序的数据库（标识{id}），不是会议簿。请核对文件名；文件没有改动。",
            "“{path}” is another program's database (id {id}), not a book. Check the name; the file is unchanged.",
        ],
        LogError::Newer { .. } => [
            "“{path}”由更新的版本写成（格式{found}，本程序只认到{known}）。请换用新版本打开；文件没有改动。",
            "“{path}” was written by a newer version (format {found}; this program knows {known}). Open it with that version; the file is unchanged.",
        ],
        LogError::ReadOnly { .. } => [
            "“{path}”只能读，不能写。请检查文件和文件夹的权限，或复制到可写的位置；已有的记录都在。",
            "“{path}” can be read but not written. Check the permissions of file and folder, or copy it to where it can be written; what is recorded is safe.",
        ],
        LogError::Denied { .. } => [
            "系统不允许访问“{path}”。请检查权限，或换用有权限的用户。",
            "The system denies access to “{path}”. Check its permissions, or use an account that has them.",
        ],
        LogError::Damaged { .. } => [
            "“{path}”已损坏：{damage}请保留原文件，改用最近的备份。",
            "“{path}” is damaged. {damage} Keep the file and go on from the latest backup.",
        ],
        LogError::Busy { path } if path.as_os_str().is_empty() => [
            "另一个程序正在写会议簿，这一项没有写入。请稍候再试。",
            "Another program is writing to the book, and this was not written. Try again in a moment.",
        ],
        LogError::Busy { .. } => [
            "“{path}”正被另一个程序占用，没有写入。请关闭那个程序，或稍候再试。",
            "“{path}” is in use by another program, and nothing was written. Close that program, or try again in a moment.",
        ],
        LogError::DiskFull { .. } => [
            "“{path}”所在的磁盘已满，这一项没有写入，此前的记录都在。请腾出空间后重新登记。",
            "The disk of “{path}” is full. This was not written; everything before it is safe. Make room and enter it again.",
        ],
        LogError::Moved { .. } => [
            "“{path}”在使用中被移走、删除或替换，现在不再写入。请把文件放回原处，重新打开后核对最后几条。",
            "“{path}” was moved, deleted or replaced while in use, and nothing more is written. Put the file back, open it again and check the last entries.",
        ],
        LogError::Disk { .. } => [
            "磁盘读写“{path}”时出错（代码{code}）。请先记在纸上，把会议簿备份到别的磁盘，再重新打开。",
            "The disk failed on “{path}” (code {code}). Keep notes on paper, back the book up to another disk and open it again.",
        ],
        LogError::CannotOpen { .. } => [
            "打不开“{path}”或它旁边的-wal、-shm文件（代码{code}）。请核对文件夹是否存在、是否可写。",
            "“{path}”, or a file beside it ending in -wal or -shm, cannot be opened (code {code}). Check that the folder exists and can be written.",
        ],
        LogError::Sqlite { .. } => [
            "读写“{path}”时遇到意外错误（代码{code}：{message}），这是程序的问题。已有的记录都在；请重新打开，并把这句话报告给开发者。",
            "An unexpected fault on “{path}” (code {code}: {message}), which is this program's own. What is recorded is safe; open the book again and report this sentence.",
        ],
        LogError::Io { .. } => [
            "系统读写“{path}”时出错：{message}。请检查磁盘和文件夹后再试；已有的记录都在。",
            "The system failed on “{path}”: {message}. Check the disk and the folder, then try again; what is recorded is safe.",
        ],
        LogError::Unsettled { .. } => [
            "上一项登记（{act}）是否写入还没有核实，暂不读写。请等待核实，不要重复登记。",
            "It is not settled yet whether the last act ({act}) was written, and nothing is read or written until it is. Wait, and do not enter it again.",
        ],
        LogError::IdReused { .. } => [
            "同一编号（{act}）已用于第{seq}条的另一项登记，这一项没有写入。请换一个编号。",
            "This id ({act}) was used for another act at entry {seq}, and this one was not written. Use another id.",
        ],
        LogError::EmptyAct { .. } => [
            "这一项登记（{act}）没有内容，没有写入。请重新登记；如再出现，请报告给开发者。",
            "This act ({act}) says nothing and was not written. Enter it again, and report it if it comes back.",
        ],
        LogError::Malformed { .. } => [
            "第{part}部分的“{field}”格式不对，没有写入。请重新登记；如再出现，请报告给开发者。",
            "Part {part} has a malformed “{field}” and was not written. Enter it again, and report it if it comes back.",
        ],
        LogError::BlobTooLarge { .. } => [
            "附件有{bytes}字节，超过{limit}字节的上限，没有收存。请压缩或分成几份。",
            "The attachment has {bytes} bytes, over the limit of {limit}, and was not kept. Compress it or split it.",
        ],
        LogError::UnnamedBlob { .. } => [
            "有一份附件（{sha}）没有任何一条记录提到，这一项没有写入。请重新登记；如再出现，请报告给开发者。",
            "No entry names one of the attachments ({sha}), and nothing was written. Enter it again, and report it if it comes back.",
        ],
        LogError::UnknownBlob { .. } => [
            "记录提到的附件（{sha}）不在会议簿里，这一项没有写入。请把文件和登记一起提交。",
            "The attachment named ({sha}) is not in the book, and nothing was written. Hand in the file together with the entry.",
        ],
        LogError::BadDraftFile { .. } => [
            "“{path}”里没写完的文字读不出来：{message}。会议簿不受影响；可以移走这个文件，重新填写。",
            "The half-typed text in “{path}” cannot be read: {message}. The book is not affected; move that file away and type it again.",
        ],
    }
}

fn log_name(error: &LogError) -> Name {
    let [mut zh, mut en] = log_words(error).map(str::to_owned);
    for (key, value) in details(error) {
        let mark = format!("{{{key}}}");
        zh = zh.replace(&mark, &value.zh);
        en = en.replace(&mark, &value.en);
    }
    two(zh, en)
}

/// What an error names. The place first: nothing it says is replaced again.
fn details(error: &LogError) -> Vec<(&'static str, Name)> {
    let at = |path: &Path| ("path", Book::said(&path.display().to_string()));
    let say = |key, value: &dyn ToString| (key, Book::said(&value.to_string()));
    match error {
        LogError::NotFound { path }
        | LogError::Exists { path }
        | LogError::NotAFile { path }
        | LogError::Empty { path }
        | LogError::NotSqlite { path }
        | LogError::ReadOnly { path }
        | LogError::Denied { path }
        | LogError::Busy { path }
        | LogError::DiskFull { path }
        | LogError::Moved { path } => vec![at(path)],
        LogError::Foreign { path, application_id } => {
            vec![say("id", &format!("{application_id:#x}")), at(path)]
        }
        LogError::Newer { path, found, known } => {
            vec![say("found", found), say("known", known), at(path)]
        }
        LogError::Damaged { path, damage } => vec![("damage", damage_name(damage)), at(path)],
        LogError::Disk { path, code } | LogError::CannotOpen { path, code } => {
            vec![say("code", code), at(path)]
        }
        LogError::Sqlite { path, code, message } => {
            vec![say("code", code), say("message", message), at(path)]
        }
        LogError::Io { path, kind, .. } => {
            let code = format!("{kind:?}");
            let why = |lang| super::files::kind(lang, *kind, &code);
            vec![("message", two(why(Lang::Zh), why(Lang::En))), at(path)]
        }
        LogError::BadDraftFile { path, message } => vec![say("message", message), at(path)],
        LogError::Unsettled { act } | LogError::EmptyAct { act } => vec![say("act", act)],
        LogError::IdReused { act, seq } => vec![say("act", act), say("seq", seq)],
        LogError::Malformed { part, field } => vec![say("part", part), say("field", field)],
        LogError::BlobTooLarge { bytes, limit } => vec![say("bytes", bytes), say("limit", limit)],
        LogError::UnnamedBlob { sha256 } | LogError::UnknownBlob { sha256 } => {
            vec![say("sha", sha256)]
        }
    }
}

fn damage_name(damage: &Damage) -> Name {
    match damage {
        Damage::Chain { seq, flaw } => {
            let flaw = flaw_name(*flaw);
            two(
                format!("从第{seq}条起与写入时不符（{}）。", flaw.zh),
                format!("From entry {seq} on it is not as written ({}).", flaw.en),
            )
        }
        Damage::Structure { finding } => two(
            format!("文件结构有误（{finding}）。"),
            format!("The structure of the file is broken ({finding})."),
        ),
        Damage::Table { name } => two(
            format!("数据表“{name}”缺失或被改过。"),
            format!("The table “{name}” is missing or was changed."),
        ),
        Damage::BlobAltered { sha256 } => two(
            format!("有一份附件（{sha256}）被改过。"),
            format!("An attachment ({sha256}) was altered."),
        ),
        Damage::BlobMissing { seq, sha256 } => two(
            format!("第{seq}条提到的附件（{sha256}）不见了。"),
            format!("The attachment named in entry {seq} ({sha256}) is gone."),
        ),
        Damage::Unreadable { good: 0, code } => two(
            format!("一条也读不出来（代码{code}）。"),
            format!("No entry can be read (code {code})."),
        ),
        Damage::Unreadable { good, code } => two(
            format!("第{good}条之后读不出来（代码{code}）。"),
            format!("Nothing after entry {good} can be read (code {code})."),
        ),
    }
}

fn flaw_name(flaw: Flaw) -> Name {
    match flaw {
        Flaw::Missing => two("缺少这一条", "it is missing"),
        Flaw::Unlinked => two("与前一条接不上", "it does not follow from the one before"),
        Flaw::Altered => two("内容被改过", "it was altered"),
    }
}
