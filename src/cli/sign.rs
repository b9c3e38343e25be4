//! `quorate sign`: one's signature under a folder of papers, and signatures made elsewhere taken in.

use super::{ask, files, into, key, out};
use crate::folder::{self, Fault, Ready, words};
use crate::seal::agent::{self, Unheld};
use crate::seal::{self, Role, Signer, Stored};
use crate::text::Lang;
use anyhow::{anyhow, bail};
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What is signed, as whom, with what.
#[derive(Args)]
pub(super) struct Sign {
    /// The folder that was exported, or a copy of it. 导出的文件夹或其副本。
    folder: PathBuf,
    /// As whom. 以什么身份。
    #[arg(long, value_enum)]
    role: Option<AsWhom>,
    /// File of the private key. 私钥文件。
    #[arg(long, value_name = "FILE", conflicts_with = "agent")]
    key: Option<PathBuf>,
    /// With a key of the ssh-agent. 用ssh-agent中的密钥。
    #[arg(long)]
    agent: bool,
    /// The two hidden groups, typed from the paper: 1a2b,3c4d. 抄自纸面的两组。
    #[arg(long, value_name = "XXXX,YYYY")]
    paper: Option<String>,
    /// Sign this file as an attachment of the folder instead. 把此文件作为附件签名。
    #[arg(long, value_name = "FILE", conflicts_with_all = ["paper", "take"])]
    attach: Option<PathBuf>,
    /// Take in signatures from a .sig file or a copy of the folder. 收入别处签好的签名。
    #[arg(long, value_name = "FILE|FOLDER", conflicts_with_all = ["key", "agent", "paper"])]
    take: Option<PathBuf>,
    /// Enter the signatures of the folder in this book. 把文件夹中的签名收入会议簿。
    #[arg(long, value_name = "BOOK", conflicts_with_all = ["key", "agent", "paper", "attach"])]
    into: Option<PathBuf>,
    /// Who signed, where several have the role; once for each file. 有几人时写明是谁签的。
    #[arg(long, value_name = "FILE=NAME", requires = "into")]
    who: Vec<String>,
    /// Answers a warning of the book. 会议簿要求说明时的理由。
    #[arg(long, requires = "into")]
    reason: Option<String>,
}

#[derive(Clone, Copy, ValueEnum)]
enum AsWhom {
    /// Who presided. 主持人。
    Presider,
    /// Who kept the record. 记录人。
    Recorder,
    /// Who watched and counted an election. 监票人、计票人。
    Teller,
}

impl From<AsWhom> for Role {
    fn from(role: AsWhom) -> Self {
        match role {
            AsWhom::Presider => Self::Presider,
            AsWhom::Recorder => Self::Recorder,
            AsWhom::Teller => Self::Teller,
        }
    }
}

/// Where the agent of this machine is, as its environment says.
pub(super) struct Machine {
    pub agent: Option<PathBuf>,
}

pub(super) fn run(lang: Lang, machine: &Machine, task: Sign) -> anyhow::Result<ExitCode> {
    let Sign { folder, role, attach, take, .. } = &task;
    let role = role.map(Role::from);
    if let Some(book) = &task.into {
        let (from, who, reason) = (take.as_deref(), task.who.as_slice(), task.reason.as_deref());
        return into::run(lang, &into::Into { folder, book, from, role, who, reason });
    }
    if let Some(from) = take {
        let taken = folder::take_in(folder, from, role).map_err(|faults| all(lang, &faults))?;
        for file in &taken {
            out::line(folder.join(file).display());
        }
        if taken.is_empty() {
            out::note(lang.say(["没有新的签名", "no signature was new"]));
        }
        return Ok(ExitCode::SUCCESS);
    }
    let role = role.ok_or_else(|| {
        anyhow!(lang.say([
            "请用--role写明身份：presider（主持人）、recorder（记录人）或teller（监票人、计票人）",
            "say in which role with --role: presider, recorder or teller",
        ]))
    })?;
    if let Some(file) = attach {
        return attached(lang, machine, &task, role, file);
    }
    let ready = folder::ready(folder).map_err(|faults| all(lang, &faults))?;
    // First who, then the paper, then the passphrase: what can be refused is refused before it is asked for.
    let signer = Locked::find(lang, machine, &task, &ready.keys, role)?;
    let office = signer.may(&ready, role).map_err(|fault| one(lang, &fault))?;
    show(lang, &ready, role, &office);
    compare(lang, &ready, role, task.paper.as_deref())?;
    let mut signer = signer.open(lang)?;
    let file = folder::sign(&ready, role, signer.as_mut()).map_err(|fault| one(lang, &fault))?;
    out::line(folder.join(file).display());
    out::note(words::done(lang, role, &office, &folder::check(folder, None).awaited));
    Ok(ExitCode::SUCCESS)
}

fn attached(
    lang: Lang,
    machine: &Machine,
    task: &Sign,
    role: Role,
    file: &Path,
) -> anyhow::Result<ExitCode> {
    // A bare name is meant in the folder, where the fault just named it.
    let inside = task.folder.join(file);
    let file = if !file.exists() && inside.exists() { inside } else { file.to_owned() };
    let report = folder::check(&task.folder, None);
    let keys = folder::keys(&task.folder).map_err(|fault| one(lang, &fault))?;
    let signer = Locked::find(lang, machine, task, &keys, role)?;
    folder::may_attach(&task.folder, &file, role, &signer.public())
        .map_err(|fault| one(lang, &fault))?;
    let mut signer = signer.open(lang)?;
    let signature = folder::attach(&task.folder, &file, role, signer.as_mut());
    let signature = signature.map_err(|fault| one(lang, &fault))?;
    out::line(task.folder.join(signature).display());
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned());
    let name = name.unwrap_or_default();
    let moved = report.faults.contains(&Fault::Changed(name.clone())) && !file.exists();
    out::note(words::attached(lang, &name, moved));
    Ok(ExitCode::SUCCESS)
}

/// What is about to be signed.
fn show(lang: Lang, ready: &Ready, role: Role, office: &str) {
    let about = &ready.manifest.about;
    let files = ready.manifest.files.len();
    out::note(format_args!("{} · {}", about.name, about.meeting));
    let role = words::role(lang, role);
    let entry = about.entry;
    out::note(lang.each(|l| match l {
            Lang::En => format!(
                "{files} files, all as they were written, from the book up to entry {entry}. You sign as {role} ({office})."
            ),
            _ => format!(
                "共{files}个文件，均与写出时一致，会议簿到第{entry}条。您以{role}（{office}）身份签名。"
            ),
        }));
}

/// The digest with two gaps, and what was typed for them.
fn compare(lang: Lang, ready: &Ready, role: Role, paper: Option<&str>) -> anyhow::Result<()> {
    let gaps = ready.gaps(role).ok_or_else(|| {
        one(lang, &Fault::Manifest { file: folder::MANIFEST.to_owned(), line: 7 })
    })?;
    let marks = ["(1)", "(2)"];
    let mut hidden = marks.iter();
    let groups: Vec<&str> = gaps
        .shown()
        .into_iter()
        .map(|group| group.unwrap_or_else(|| hidden.next().copied().unwrap_or_default()))
        .collect();
    let said = lang.say([
        "请对照纸面上的校验码，其中两组没有显示：",
        "Compare the digest on the paper; two groups are not shown:",
    ]);
    out::note(format_args!("{said}\n\n  {}\n  {}\n", groups[..8].join(" "), groups[8..].join(" ")));
    let typed = match paper {
        Some(paper) => {
            let parts = paper.split([',', '，', ' ']).filter(|part| !part.is_empty());
            parts.map(str::to_owned).collect()
        }
        None if ask::is_somebody_there() => {
            let mut typed = Vec::new();
            for mark in marks {
                let question = lang.say(["纸面上这一组：", "this group on the paper: "]);
                typed.push(ask::line(lang, &format!("{mark} {question}"))?);
            }
            typed
        }
        None => Vec::new(),
    };
    let [first, second] = typed.as_slice() else {
        bail!(lang.say([
            "没有签名：请把纸面上未显示的两组用--paper XXXX,YYYY写明，以表明已对照纸面",
            "nothing was signed: give the two groups that are not shown with --paper XXXX,YYYY, from the paper, to show that it was compared",
        ]));
    };
    let wrong = gaps.wrong([first, second]);
    if wrong.is_empty() {
        return Ok(());
    }
    let places: Vec<&str> = wrong.iter().map(|n| marks[*n]).collect();
    let is = if places.len() == 1 { "is" } else { "are" };
    let places = places.join(" ");
    bail!(lang.each(|l| match l {
        Lang::En => format!(
            "nothing was signed: {places} {is} not what the folder has. Look at the paper again; if it says so, paper and folder are not the same, and a new export has to be printed"
        ),
        _ => format!(
            "没有签名：{places}与文件夹不符。请再看一遍纸面；如纸面确实如此，纸面与文件夹不是同一份，须重新导出并打印"
        ),
    }))
}

/// A key that is chosen and not open yet.
enum Locked {
    File(Stored),
    Agent(seal::agent::Held),
}

impl Locked {
    fn find(
        lang: Lang,
        machine: &Machine,
        task: &Sign,
        keys: &[seal::AllowedKey],
        role: Role,
    ) -> anyhow::Result<Self> {
        match &task.key {
            Some(path) => Self::in_file(lang, path, &task.folder, role),
            None if task.agent => {
                let bound = |key: &seal::Public| {
                    key.is_believed() && keys.iter().any(|a| a.role == role && a.key.is(key))
                };
                match agent::holding(machine.agent.as_deref(), bound) {
                    Ok(held) => Ok(Self::Agent(held)),
                    Err(Unheld::Fault(fault)) => Err(key::said(lang, &fault)),
                    Err(Unheld::Others(held)) => Err(not_held(lang, &held, role)),
                }
            }
            None => bail!(lang.say([
                "请写明用哪把密钥：--key 私钥文件，或--agent用ssh-agent",
                "say which key: --key with the file of a private key, or --agent for the ssh-agent",
            ])),
        }
    }

    fn in_file(lang: Lang, path: &Path, folder: &Path, role: Role) -> anyhow::Result<Self> {
        let bytes = files::file(lang, path)?;
        match Stored::read(&bytes) {
            Ok(stored) => Ok(Self::File(stored)),
            Err(seal::Fault::InToken) => {
                let list = folder.join(folder::MANIFEST);
                let sig = folder.join(format!("{}.sig", folder::MANIFEST));
                let (path, list, sig) = (path.display(), list.display(), sig.display());
                let (namespace, role, folder) = (seal::NAMESPACE, role.id(), folder.display());
                let lines = format!(
                    "  ssh-keygen -Y sign -f {path} -n {namespace} {list}\n  quorate sign {folder} --role {role} --take {sig}"
                );
                bail!(lang.each(|l| match l {
                    Lang::En => format!(
                        "the private key is in a token, which only ssh-keygen can ask; type these two lines:\n{lines}"
                    ),
                    _ => format!("私钥在硬件里，只能由ssh-keygen签；请输入下面两行：\n{lines}"),
                }))
            }
            Err(fault) => Err(anyhow!("{}: {}", path.display(), key::said(lang, &fault))),
        }
    }

    fn public(&self) -> seal::Public {
        match self {
            Self::File(stored) => stored.public(),
            Self::Agent(held) => held.public().clone(),
        }
    }

    /// The office by which it may sign, where it has not signed yet.
    fn may(&self, ready: &Ready, role: Role) -> Result<String, Fault> {
        let name = if matches!(self, Self::File(_)) { "--key" } else { "--agent" };
        ready.is_open_to(name, role, &self.public())
    }

    fn open(self, lang: Lang) -> anyhow::Result<Box<dyn Signer>> {
        match self {
            Self::Agent(held) => Ok(Box::new(held)),
            Self::File(stored) => {
                let passphrase = if stored.is_locked() {
                    ask::hidden(lang, &lang.say(["口令：", "passphrase: "]))?
                } else {
                    String::new()
                };
                let key = stored.open(&passphrase).map_err(|fault| key::said(lang, &fault))?;
                Ok(Box::new(key))
            }
        }
    }
}

fn not_held(lang: Lang, held: &[String], role: Role) -> anyhow::Error {
    if held.is_empty() {
        return anyhow!(lang.say([
            "ssh-agent中没有密钥；请先用ssh-add 私钥文件加入，或改用--key",
            "the ssh-agent has no keys; give it one with ssh-add FILE, or use --key",
        ]));
    }
    let held = held.join(" ");
    let role = words::role(lang, role);
    anyhow!(lang.each(|l| match l {
        Lang::En => format!(
            "none of the keys of the ssh-agent is bound to sign as {role} in this folder; it has: {held}"
        ),
        _ => format!("ssh-agent中没有绑定为本文件夹{role}的密钥；其中有：{held}"),
    }))
}

fn one(lang: Lang, fault: &Fault) -> anyhow::Error {
    anyhow!(words::fault(lang, fault))
}

pub(super) fn all(lang: Lang, faults: &[Fault]) -> anyhow::Error {
    let lines: Vec<String> = faults.iter().map(|fault| words::fault(lang, fault)).collect();
    anyhow!("{}", lines.join("\n"))
}
