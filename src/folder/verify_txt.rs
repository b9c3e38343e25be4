//! `VERIFY.txt`: how a folder is checked with what every machine has, in both languages.
//!
//! Every line that begins with two blanks can be typed as it stands, in the folder itself.

use super::{ALLOWED, MANIFEST};
use crate::seal::allowed::moment;
use crate::seal::attention::groups;
use crate::seal::{About, AllowedKey, NAMESPACE, Role};
use std::fmt::Write as _;

/// The text; of what the folder is made of and of nothing else.
pub(super) fn text(about: &About, keys: &[AllowedKey]) -> String {
    let (name, meeting) = (flat(&about.name), flat(&about.meeting));
    let head = groups(&about.head).join(" ");
    let day = about.as_of.format("%Y-%m-%d %H:%M:%S %:z");
    let entry = about.entry;
    let mut text = format!(
        "{name}\n{meeting}\n\n\
         如何校验本文件夹 · How to check this folder\n\
         不需要任何专门软件；下面每条命令都在本文件夹中输入。\n\
         No special program is needed; every command below is typed in this folder.\n\n\
         一、文件有没有被改过 · 1. Were files changed?\n\
         {MANIFEST} 列出每个文件的文件校验码（SHA-256）。每一行都应显示 OK（成功）。\n\
         {MANIFEST} lists the file digest (SHA-256) of every file. Every line should say OK.\n\n"
    );
    let digests = [
        ("Linux：", format!("sha256sum -c {MANIFEST}")),
        ("macOS：", format!("shasum -a 256 -c {MANIFEST}")),
        ("Windows PowerShell：", powershell()),
        (
            "Windows，逐个文件 · one file at a time：",
            "certutil -hashfile minutes.json SHA256".to_owned(),
        ),
    ];
    for (system, command) in digests {
        let _ = writeln!(text, "{system}\n  {command}");
    }
    let _ = write!(
        text,
        "\n二、纸面与文件是否一致 · 2. Are paper and file the same?\n\
         纸面上印着会议簿第 {entry} 条的校验码；应与下面逐组相同。\n\
         The paper carries the digest of entry {entry} of the book; group by group it should be:\n\n  {head}\n\n\
         三、是谁签的 · 3. Who signed?\n"
    );
    if keys.is_empty() {
        text.push_str(
            "本次会议的文书在纸面上签名、盖章，没有电子签名。\n\
             The papers of this meeting are signed and sealed in ink; there are no signatures by key.\n",
        );
        return text;
    }
    let _ = write!(
        text,
        "签名对 {MANIFEST} 作出，{MANIFEST} 又锁定其余文件。需要 OpenSSH 8.8 或更高版本，用 ssh -V 查看；Linux、macOS 自带，Windows 请安装可选功能“OpenSSH 客户端”，版本太低的请更新。\n\
         Signatures are over {MANIFEST}, which pins all other files. OpenSSH 8.8 or later is needed, as ssh -V tells; \
         it comes with Linux and macOS, and is an optional feature of Windows, to be updated where it is older.\n\
         应显示 Good \"{NAMESPACE}\" signature；按文书所记时刻 {day} 判断密钥是否有效。\n\
         It should say: Good \"{NAMESPACE}\" signature. Keys are looked at as of {day}, the moment the papers speak of.\n\n"
    );
    let mut roles: Vec<Role> = keys.iter().map(|key| key.role).collect();
    roles.sort_unstable();
    roles.dedup();
    for role in roles {
        let at = moment(about.as_of, *about.as_of.offset());
        let principal = role.principal(&about.association);
        let id = role.id();
        let command = format!(
            "ssh-keygen -Y verify -f {ALLOWED} -I {principal} -n {NAMESPACE} -Overify-time={at} -s {MANIFEST}.{id}.sig < {MANIFEST}"
        );
        let [zh, en] = said(role);
        let _ = writeln!(text, "{zh} · {en}：\n  {command}");
    }
    text.push_str(
        "\nWindows PowerShell 不认识 <，请在“命令提示符”中输入。没有 .sig 文件的，就是还没有签。\n\
         PowerShell does not know <; use the Command Prompt. Where a .sig file is not there, nobody has signed in that role yet.\n\n\
         四、密钥是谁的 · 4. Whose keys?\n\
         下列指纹应与纸面、会议记录或本人所说的一致；只看本文件夹，不能证明密钥属于谁。\n\
         Compare these fingerprints with the paper, with the minutes, or ask their holders: a folder cannot prove by itself whose keys it names.\n\
         各行起止：自登记之日零时起；收回的，到收回的时刻为止（收回日期早于登记收回之日的，到该日零时为止）。本文件夹所记的时刻在起止之内，签名才算数。\n\
         From and until: from the beginning of the day a key was bound; until the moment of its withdrawal (where an earlier day was given for that, until that day begins). A signature counts where the moment this folder speaks of lies between.\n\n",
    );
    keys.iter().for_each(|key| one_key(&mut text, key));
    text
}

/// A line with the fingerprint of a key and when it is in force.
fn one_key(text: &mut String, allowed: &AllowedKey) {
    let [zh, en] = said(allowed.role);
    let day =
        |at: chrono::DateTime<chrono::FixedOffset>| at.format("%Y-%m-%d %H:%M %:z").to_string();
    let until = allowed.until.map_or_else(|| "…".to_owned(), day);
    let (office, fingerprint) = (flat(&allowed.office), allowed.key.fingerprint());
    let from = day(allowed.from);
    let _ = writeln!(text, "  {fingerprint}\n    {office} · {zh} {en} · {from} – {until}");
}

/// What a role is called.
pub(super) fn said(role: Role) -> [&'static str; 2] {
    match role {
        Role::Presider => ["主持人", "presider"],
        Role::Recorder => ["记录人", "recorder"],
        Role::Teller => ["监票人、计票人", "teller"],
    }
}

/// The list read by PowerShell, which has the digest and not the list.
fn powershell() -> String {
    format!(
        "Get-Content -Encoding UTF8 {MANIFEST} | Where-Object {{ $_ -notmatch '^#' }} | ForEach-Object {{ \
         $d, $n = $_ -split '  ', 2; if ((Get-FileHash -Algorithm SHA256 -LiteralPath $n).Hash -eq $d) \
         {{ \"$n OK\" }} else {{ \"$n CHANGED\" }} }}"
    )
}

fn flat(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
