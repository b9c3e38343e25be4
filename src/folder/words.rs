//! What was found in a folder and why it cannot be signed, in words: what is wrong, where, and the way out.

use super::verify_txt::said;
use super::{ATTACHMENTS, BARE, Fault, Report, Signed, Unsigned};
use crate::seal::{self, Role};
use crate::text::{Lang, files};
use chrono::{DateTime, FixedOffset};

/// What a role is called.
pub fn role(lang: Lang, role: Role) -> String {
    lang.say(said(role))
}

/// A fault in one sentence, with the way out.
pub fn fault(lang: Lang, fault: &Fault) -> String {
    lang.each(|l| if l == Lang::En { english(fault) } else { chinese(fault) })
}

fn english(fault: &Fault) -> String {
    match fault {
        Fault::Exists(path) => format!(
            "{} is there already and is left as it is; choose another name",
            path.display()
        ),
        Fault::Disk { path, kind, code } => {
            format!("{}: {}", path.display(), files::kind(Lang::En, *kind, code))
        }
        Fault::Name(name) => format!(
            "“{name}” cannot be the name of a file in the folder; use letters, digits and dashes, and no name the folder keeps for itself"
        ),
        Fault::Twice(name) => {
            format!("two papers would be named {name}; letters of either case are the same name")
        }
        Fault::NoFolder(path) => {
            format!("there is no folder {}; check the path", path.display())
        }
        Fault::NoFile(path) => format!("there is no file {}; check the path", path.display()),
        Fault::Unchanged(name) => format!(
            "{name} is unchanged: it is one of the papers, and signing the folder signs it. Nothing was moved"
        ),
        Fault::NoManifest => "there is no MANIFEST in it, so it is no folder of this program; name the folder that was exported".to_owned(),
        Fault::Manifest { file, line } => format!(
            "{file} was changed at line {line}: it is not as the program writes it; take it from an untouched copy, or export again from the book"
        ),
        Fault::Missing(name) => {
            format!("{name} is missing; put it back from an untouched copy, or export again")
        }
        Fault::Changed(name) if is_attached(name) => format!(
            "{name} was changed after it was attached; put back the file that was signed. To keep the changed one, attach it under another name"
        ),
        Fault::Changed(name) if is_editable(name) => format!(
            "{name} was changed after the export, so it is no longer the paper of the book; put the paper back (export again). To keep the changed file beside it, sign it as an attachment: --attach {name}"
        ),
        Fault::Changed(name) => format!(
            "{name} was changed after the export, so it is no longer what the book says; put it back from an untouched copy, or export again"
        ),
        Fault::NotListed(name) if name == BARE => format!(
            "{name} is a signature as ssh-keygen leaves it; take it in with quorate sign FOLDER --take FOLDER/{name}, then take it out"
        ),
        Fault::NotListed(name) => format!(
            "{name} is in the folder and not in its list; take it out, or sign it as an attachment"
        ),
        Fault::NotAFile(name) => {
            format!("{name} is a link and no file; put the file itself there, or take it out")
        }
        Fault::Allowed(line) => format!(
            "allowed_signers was changed at line {line}; take it from an untouched copy, or export again"
        ),
        Fault::Signature { file, why } => format!("{file}: {}", seal_fault(Lang::En, why)),
        Fault::UnknownKey { file, fingerprint } => format!(
            "{file}: the key {fingerprint} is bound to no office in this folder. Where the book has it since, the folder is older: move or rename it and export again; otherwise bind it in the book first"
        ),
        Fault::OtherRole { file, role, office } => format!(
            "{file}: the key is bound ({office}), but not to sign as {}; sign in the role it has, or bind it for this one and export again",
            said(*role)[1]
        ),
        Fault::Early { file, from } => format!(
            "{file}: the key holds from {0}, after the moment the papers speak of; export again after {0} and sign that folder",
            day(*from)
        ),
        Fault::Over { file, until } => format!(
            "{file}: the key was withdrawn or its term ended on {}, before the moment the papers speak of; sign with the key that is in force",
            day(*until)
        ),
        Fault::SignedAlready(file) => format!("this key has signed already: {file}"),
        Fault::WhichRole(file) => format!(
            "{file} does not say in which role it was signed; say it with --role presider, recorder or teller"
        ),
        Fault::NoSignature(path) => format!("there is no signature in {}", path.display()),
        Fault::AnotherFolder(path) => format!(
            "{} is not a copy of this folder: its MANIFEST is another; only signatures over the same list can be taken in",
            path.display()
        ),
    }
}

fn chinese(fault: &Fault) -> String {
    match fault {
        Fault::Exists(path) => format!("{}已经存在，没有改动它；请换一个名称", path.display()),
        Fault::Disk { path, kind, code } => {
            format!("{}：{}", path.display(), files::kind(Lang::Zh, *kind, code))
        }
        Fault::Name(name) => format!(
            "“{name}”不能作文件夹中的文件名；请用文字、数字和连字符，并避开文件夹自用的名称"
        ),
        Fault::Twice(name) => format!("有两份文书都叫{name}；大小写不同也算同名"),
        Fault::NoFolder(path) => format!("没有{}这个文件夹；请核对路径", path.display()),
        Fault::NoFile(path) => format!("没有{}这个文件；请核对路径", path.display()),
        Fault::Unchanged(name) => {
            format!("{name}未改动，签文件夹即已包括；没有移动任何文件")
        }
        Fault::NoManifest => {
            "其中没有MANIFEST，不是本程序导出的文件夹；请指明导出的那个文件夹".to_owned()
        }
        Fault::Manifest { file, line } => format!(
            "{file}第{line}行被改过，与程序所写的不同；请从未动过的副本取回，或从会议簿重新导出"
        ),
        Fault::Missing(name) => format!("缺少{name}；请从未动过的副本放回，或重新导出"),
        Fault::Changed(name) if is_attached(name) => {
            format!("{name}附上后被改过；请放回签名时的文件。要保留改过的，请换个文件名另行附上")
        }
        Fault::Changed(name) if !is_editable(name) => {
            format!("{name}导出后被改过，已不是会议簿所载；请从未动过的副本放回，或重新导出")
        }
        Fault::Changed(name) => format!(
            "{name}导出后被改过，已不是会议簿的文书；请放回原件（重新导出）。要保留改过的文件，可作为附件签名：--attach {name}"
        ),
        Fault::NotListed(name) if name == BARE => format!(
            "{name}是ssh-keygen写出的签名；请用quorate sign 文件夹 --take 文件夹/{name}收入，然后取走它"
        ),
        Fault::NotListed(name) => {
            format!("文件夹中有{name}，而清单中没有；请取走，或作为附件签名")
        }
        Fault::NotAFile(name) => format!("{name}是链接，不是文件；请放入文件本身，或取走"),
        Fault::Allowed(line) => {
            format!("allowed_signers第{line}行被改过；请从未动过的副本取回，或重新导出")
        }
        Fault::Signature { file, why } => format!("{file}：{}", seal_fault(Lang::Zh, why)),
        Fault::UnknownKey { file, fingerprint } => format!(
            "{file}：密钥{fingerprint}在本文件夹中没有绑定任何职务。会议簿中已经登记的，本文件夹是在登记之前写出的，请移走或改名，重新导出；没有登记的，请先登记"
        ),
        Fault::OtherRole { file, role, office } => format!(
            "{file}：密钥已绑定（{office}），但不能以{}身份签名；请用它所绑定的身份，或为此身份绑定后重新导出",
            said(*role)[0]
        ),
        Fault::Early { file, from } => format!(
            "{file}：密钥自{0}起有效，晚于文书所记的时刻；请在{0}以后重新导出，签新的文件夹",
            day(*from)
        ),
        Fault::Over { file, until } => format!(
            "{file}：密钥已于{}收回或任期届满，早于文书所记的时刻；请用现行有效的密钥",
            day(*until)
        ),
        Fault::SignedAlready(file) => format!("这把密钥已经签过：{file}"),
        Fault::WhichRole(file) => {
            format!("看不出{file}以什么身份签名；请用--role写明presider、recorder或teller")
        }
        Fault::NoSignature(path) => format!("{}中没有签名", path.display()),
        Fault::AnotherFolder(path) => format!(
            "{}不是本文件夹的副本：MANIFEST不同；只能收入对同一份清单的签名",
            path.display()
        ),
    }
}

/// Whether a file of the folder is one that is not of the program's making.
fn is_attached(name: &str) -> bool {
    name.strip_prefix(ATTACHMENTS).is_some_and(|rest| rest.starts_with('/'))
}

/// Whether a paper is one people go on writing in.
fn is_editable(name: &str) -> bool {
    [".docx", ".xlsx", ".html", ".md", ".csv"].iter().any(|ending| name.ends_with(ending))
}

/// What is wrong with a key, a signature or an agent.
pub fn seal_fault(lang: Lang, fault: &seal::Fault) -> String {
    use seal::Fault as F;
    let words = match fault {
        F::NotAKey => [
            "不是OpenSSH的私钥文件；用quorate key new可以新建",
            "it is no private key file of OpenSSH; `quorate key new` makes one",
        ],
        F::NotALine => [
            "不是公钥；公钥是.pub文件中以ssh-ed25519开头的一行",
            "it is no public key; that is the line in the .pub file that begins with ssh-ed25519",
        ],
        F::WrongPassphrase => [
            "口令不对；请再试一次，注意大小写和输入法",
            "the passphrase is wrong; try again, and mind capitals and the input method",
        ],
        F::ShortPassphrase => [
            "口令太短，至少要8个字符；几个不相干的词最好记",
            "the passphrase is too short: at least 8 characters; a few words that have nothing to do with each other are easy to remember",
        ],
        F::OtherKind(kind) => {
            return lang.each(|l| match l {
                Lang::En => format!(
                    "keys of the kind {kind} are not taken, only ssh-ed25519; `quorate key new` makes one"
                ),
                _ => format!("不收{kind}类密钥，只收ssh-ed25519；用quorate key new可以新建"),
            });
        }
        F::InToken => [
            "私钥在硬件里，只能由ssh-keygen签：见docs/signing.md",
            "the private key is in a token, which only ssh-keygen can ask: see docs/signing.md",
        ],
        F::NotASignature => [
            "不是OpenSSH的签名，或者被改坏了；请向签名人再要一份",
            "it is no signature of OpenSSH, or was damaged; ask the signer for it again",
        ],
        F::OtherPurpose(purpose) => {
            return lang.each(|l| match l {
                Lang::En => format!(
                    "the signature was made for “{purpose}” and not for minutes; sign with -n {}",
                    seal::NAMESPACE
                ),
                _ => format!(
                    "签名是为“{purpose}”作的，不是为会议文书；签名时请写-n {}",
                    seal::NAMESPACE
                ),
            });
        }
        F::OtherKey => ["签名用的是另一把密钥", "it was signed with another key"],
        F::Altered => [
            "签名与所签的清单不符：清单或签名被改过，或者签的是另一个文件夹",
            "the signature does not fit the list: one of them was changed, or another folder was signed",
        ],
        F::NoAgent => [
            "没有找到ssh-agent；请先启动并用ssh-add加入密钥，或改用--key",
            "no ssh-agent answers; start it and give it the key with ssh-add, or use --key",
        ],
        F::AgentRefused => [
            "ssh-agent没有签：可能已锁定，或者有人在确认时选了否",
            "the ssh-agent did not sign: it is locked, or somebody said no when asked",
        ],
        F::AgentGarbled => [
            "ssh-agent的回答看不懂；请改用--key",
            "the ssh-agent gave an answer that is not understood; use --key",
        ],
        F::NoRandomness => [
            "系统没有给出随机数，不能新建密钥；请换一台机器",
            "the system gives no random numbers, so no key can be made; use another machine",
        ],
    };
    lang.say(words)
}

/// A report in lines: what the folder is of, signatures, what is awaited, what is wrong.
pub fn report(lang: Lang, report: &Report) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(about) = &report.about {
        lines.push(format!("{} · {}", about.name, about.meeting));
        let (version, entry, unchanged) = (about.version, about.entry, report.unchanged);
        let at = day(about.as_of);
        lines.push(lang.each(|l| match l {
            Lang::En => format!(
                "Minutes version {version}, as of {at}, the book up to entry {entry}. Files as they were: {unchanged}."
            ),
            _ => format!("会议记录第{version}稿，截至{at}，会议簿到第{entry}条。未改动的文件{unchanged}个。"),
        }));
        if let Some(list) = &report.list {
            lines.push(lang.each(|l| match l {
                Lang::En => format!("File digest of the list (MANIFEST): {list}."),
                _ => format!("清单（MANIFEST）的文件校验码：{list}。"),
            }));
        }
        let state = state(lang, &about.state);
        lines.push(lang.each(|l| match l {
            Lang::En => format!("State: {state}."),
            _ => format!("状态：{state}。"),
        }));
    }
    lines.extend(report.signed.iter().map(|one| signed(lang, one)));
    lines.extend(report.unsigned.iter().map(|one| unsigned(lang, one)));
    let by_name = |role: &&Role| report.unsigned.iter().any(|one| one.role == **role);
    for awaited in report.awaited.iter().filter(|role| !by_name(role)) {
        let role = said(*awaited);
        lines.push(lang.each(|l| match l {
            Lang::En => format!("NOT SIGNED with a key: by the {}. (Signatures in ink are on paper and in the book.)", role[1]),
            _ => format!("未用密钥签名：{}。（纸面签名请看原件和会议簿。）", role[0]),
        }));
    }
    let wrong = |fault_| format!("{} {}", lang.say(["不符：", "WRONG:"]), fault(lang, fault_));
    lines.extend(report.faults.iter().map(wrong));
    lines.extend(report.litter.iter().map(|name| lang.each(|l| match l {
        Lang::En => format!("Beside it: {name}, left by a file manager; it is no part of the folder and does no harm."),
        _ => format!("另有：{name}，是文件管理程序自己放的，不属于文件夹，也不妨碍。"),
    })));
    lines.push(lang.say(if report.is_whole() {
        ["文件夹与写出时一致。", "The folder is as it was written."]
    } else {
        ["文件夹有不符之处，见上。", "The folder is not as it was written; see above."]
    }));
    lines
}

/// Who has not signed, by name; where a key names nobody, how many of those it may be.
fn unsigned(lang: Lang, one: &Unsigned) -> String {
    let Unsigned { role, who, count } = one;
    let (words, all) = (said(*role), who.len());
    lang.each(|l| match (l, *count == all) {
        (Lang::En, true) => {
            format!("NOT SIGNED: by the {} yet: {}.", words[1], who.join(", "))
        }
        (Lang::En, false) => format!(
            "NOT SIGNED: {count} of these {all} yet, as {}: {}. The keys that signed are bound to the role and name nobody; the book knows who signed.",
            words[1],
            who.join(", ")
        ),
        (_, true) => format!("未签：{}{}尚未签名。", words[0], who.join("、")),
        (_, false) => format!(
            "未签：{}{all}人中还有{count}人尚未签名：{}。已签的密钥绑定的是身份，看不出是谁；会议簿知道。",
            words[0],
            who.join("、")
        ),
    })
}

fn signed(lang: Lang, one: &Signed) -> String {
    let Signed { role, office, fingerprint, attachment, .. } = one;
    let words = said(*role);
    lang.each(|l| {
        let of = attachment.as_ref().map(|name| match l {
            Lang::En => format!(", for the attachment {name}"),
            _ => format!("，附件{name}"),
        });
        let of = of.unwrap_or_default();
        match l {
            Lang::En => format!("SIGNED: by the {} ({office}{of}), key {fingerprint}", words[1]),
            _ => format!("已签：{}（{office}{of}），密钥{fingerprint}", words[0]),
        }
    })
}

/// The state of the minutes, where it is one of those that are known.
fn state(lang: Lang, state: &str) -> String {
    lang.say(match state {
        "draft" => ["草稿", "draft"],
        "approved" => ["已通过", "approved"],
        "signed" => ["已签署", "signed"],
        "published" => ["已发布", "published"],
        _ => return state.to_owned(),
    })
}

/// After a folder was signed: as whom, who else is to sign it, and what is sent on.
pub fn done(lang: Lang, role: Role, office: &str, awaited: &[Role]) -> String {
    let left = |l: Lang, between| {
        awaited.iter().map(|r| l.say(said(*r))).collect::<Vec<_>>().join(between)
    };
    lang.each(|l| {
        let role = l.say(said(role));
        match (l, awaited.is_empty()) {
            (Lang::En, true) => format!("Signed: {role} ({office}). Everybody has signed."),
            (Lang::En, false) => format!(
                "Signed: {role} ({office}). Still to sign: {}. Where this is a copy, send the copy or the small .sig file back.",
                left(l, ", ")
            ),
            (_, true) => format!("已签名：{role}（{office}）。都已签名。"),
            (_, false) => format!(
                "已签名：{role}（{office}）。还须签名：{}。如果这是副本，请把副本或者这个小小的.sig文件送回。",
                left(l, "、")
            ),
        }
    })
}

/// After an attachment was signed: where it lies, and that the paper itself has to be put back.
pub fn attached(lang: Lang, name: &str, moved: bool) -> String {
    lang.each(|l| match (l, moved) {
        (Lang::En, true) => format!(
            "{name} is now an attachment in {ATTACHMENTS}/, signed by itself. The paper of the book is missing at its place: export again and put it back, then sign the folder."
        ),
        (Lang::En, false) => format!("{name} is now an attachment in {ATTACHMENTS}/, signed by itself."),
        (_, true) => format!(
            "{name}已移到{ATTACHMENTS}/，作为附件单独签名。会议簿的原件还缺着：请重新导出并放回原处，再签文件夹。"
        ),
        (_, false) => format!("{name}已放入{ATTACHMENTS}/，作为附件单独签名。"),
    })
}

fn day(at: DateTime<FixedOffset>) -> String {
    at.format("%Y-%m-%d %H:%M %:z").to_string()
}
