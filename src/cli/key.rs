//! `quorate key`: a key made in a file of its own, and the public half of one shown. No key ever enters a book.

use super::{ask, files, out};
use crate::folder::words::seal_fault;
use crate::seal::{self, Key, Public, Stored};
use crate::text::{self, Lang};
use anyhow::{anyhow, bail};
use clap::Subcommand;
use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Subcommand)]
pub(super) enum Task {
    /// Makes a key, locked with a passphrase: FILE and FILE.pub. 新建签名密钥。
    New {
        /// The file of the private key; an existing one is left alone.
        file: PathBuf,
        /// Whose it is, behind the public line: an office, not a secret. 密钥的说明，如职务。
        #[arg(long, default_value = "")]
        comment: String,
    },
    /// Shows the public line and the fingerprint of a key. 显示公钥和指纹。
    Show {
        /// The private key or its `.pub` file.
        file: PathBuf,
    },
}

pub(super) fn run(lang: Lang, task: Task) -> anyhow::Result<ExitCode> {
    match task {
        Task::New { file, comment } => new(lang, &file, &comment)?,
        Task::Show { file } => show(lang, &file)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// A fault as the error of a command.
pub(super) fn said(lang: Lang, fault: &seal::Fault) -> anyhow::Error {
    anyhow!(seal_fault(lang, fault))
}

/// `FILE.pub` beside `FILE`.
pub(super) fn public_file(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".pub");
    PathBuf::from(name)
}

fn new(lang: Lang, file: &Path, comment: &str) -> anyhow::Result<()> {
    let public = public_file(file);
    // Before a passphrase is asked for: nobody should type one in vain.
    for path in [file, &public] {
        if path.symlink_metadata().is_ok() {
            let path = path.display();
            bail!(lang.each(|l| match l {
                Lang::En =>
                    format!("{path} is there already and is left as it is; name another file"),
                _ => format!("{path}已经存在，没有改动它；请换一个文件名"),
            }));
        }
    }
    let passphrase = ask::hidden(
        lang,
        &lang.say(["新口令（至少8个字符）：", "new passphrase (at least 8 characters): "]),
    )?;
    if !seal::key::is_long_enough(&passphrase) {
        return Err(said(lang, &seal::Fault::ShortPassphrase));
    }
    if ask::is_somebody_there() {
        let again = ask::hidden(lang, &lang.say(["再输一次：", "once more: "]))?;
        if again != passphrase {
            bail!(lang.say([
                "两次输入的口令不同，没有新建密钥",
                "the two passphrases differ; no key was made",
            ]));
        }
    }
    let key = Key::new(comment).map_err(|fault| said(lang, &fault))?;
    let text = key.file(&passphrase).map_err(|fault| said(lang, &fault))?;
    put(lang, file, text.as_bytes(), true)?;
    let line = seal::Signer::public(&key).line() + "\n";
    put(lang, &public, line.as_bytes(), false)?;
    show(lang, file)
}

/// A new file; a secret one is readable by its owner only, from its first byte on.
fn put(lang: Lang, path: &Path, bytes: &[u8], secret: bool) -> anyhow::Result<()> {
    let mut how = OpenOptions::new();
    how.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut how, if secret { 0o600 } else { 0o644 });
    // On Windows a new file has the rights of its folder, the user's own.
    #[cfg(not(unix))]
    let _ = secret;
    let written = how.open(path).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    written.map_err(|error| {
        anyhow!(lang.each(|l| {
            let (path, why) = (path.display(), text::files::why(l, &error));
            match l {
                Lang::En => format!("the file {path} cannot be written: {why}"),
                _ => format!("文件{path}无法写入：{why}"),
            }
        }))
    })
}

/// The public half of a key file of either kind.
pub(super) fn public_of(lang: Lang, file: &Path) -> anyhow::Result<Public> {
    let bytes = files::file(lang, file)?;
    let text = String::from_utf8_lossy(&bytes);
    if let Ok(public) = Public::read(&text) {
        return Ok(public);
    }
    let key = Stored::read(&bytes).map_err(|fault| said(lang, &fault))?;
    // The private file hides its comment while it is locked; the public one beside it has it.
    let beside = std::fs::read_to_string(public_file(file)).ok();
    let beside = beside.and_then(|text| Public::read(&text).ok());
    Ok(beside.filter(|public| public.is(&key.public())).unwrap_or_else(|| key.public()))
}

fn show(lang: Lang, file: &Path) -> anyhow::Result<()> {
    let public = public_of(lang, file)?;
    if !public.is_believed() {
        return Err(said(lang, &seal::Fault::OtherKind(public.kind())));
    }
    out::line(public.line());
    out::line(public.fingerprint());
    out::note(lang.say([
            "第一行是公钥，交给管理会议簿的人，绑定到您的职务；第二行是指纹，请当面或用电话核对。\n私钥文件和口令只归您本人：不交给任何人，不进会议簿。丢失或泄露时请立即要求收回。",
            "The first line is the public key: give it to whoever keeps the book, to be bound to your office. The second is its fingerprint: compare it face to face or by telephone.\nThe private file and its passphrase are yours alone: nobody is given them, and they are in no book. If they are lost or seen, have the key withdrawn at once.",
        ]));
    Ok(())
}
