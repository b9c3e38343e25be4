//! The signing ceremony: paper and book compared by hand, then a signature on paper or with a key.

use super::minutes_forms::{Filled, Step};
use crate::record::Book;
use crate::record::issue::{Life, Role as Signs, signers};
use crate::record::state::Meeting;
use crate::seal::attention::Gaps;
use crate::text::{Lang, words};
use crate::ui::console::Console;
use crate::ui::form::Form;
use crate::ui::forms::l;
use crate::ui::purpose::{Rows, Wrong};
use chrono::NaiveDate;

/// The digest on the paper with two gaps. Two signers of one paper are asked for different ones.
fn gaps(book: &Book, meeting: u32, role: Signs, who: &str) -> Option<Gaps> {
    let version = book.minutes_of(meeting).and_then(Life::last).filter(|v| !v.reopened)?;
    Gaps::new(&version.of.head_sha256, &format!("{} {who}", role.code()))
}

/// Who signs what, and the digest to be read from the paper.
pub(super) fn compare(
    console: &Console,
    form: Form,
    meeting: &Meeting,
    role: Signs,
    who: &str,
    head: &str,
) -> Option<Form> {
    let lang = console.lang();
    let gaps = gaps(&console.ledger.book, meeting.no, role, who)?;
    let marks = ["(1)", "(2)"];
    let mut hidden = marks.iter();
    let groups: Vec<String> = gaps
        .shown()
        .into_iter()
        .map(|group| match group {
            Some(group) => group.to_owned(),
            None => format!("{:<4}", hidden.next().copied().unwrap_or_default()),
        })
        .collect();
    let lines: Vec<String> = groups.chunks(8).map(|half| half.join(" ")).collect();
    let role = words::role(lang, role);
    let asks = l(
        lang,
        [
            "请拿着纸：文件夹中的record.pdf打印件（还没有的，先“写出文书”并打印）。每页下方印着校验码，四个字符一组。下面有两组没有显示，请照手里的纸填上：",
            "Have the paper in hand: record.pdf of the folder, printed (write the documents first where there is none). The foot of every page bears the digest; in groups of four it reads as below. Two groups are not shown: type them from the paper.",
        ],
    );
    let form = form
        .intro(format!("{head}\n{role}  {who}\n\n{asks}\n\n{}", lines.join("\n")))
        .line("first", format!("(1) {}", place(lang, gaps.hidden[0])), "")
        .cells(8)
        .line("second", format!("(2) {}", place(lang, gaps.hidden[1])), "")
        .cells(8);
    let ways = vec![
        ("ink".to_owned(), l(lang, ["在纸面签名", "on paper"])),
        ("key".to_owned(), l(lang, ["用密钥签署", "with a key"])),
    ];
    Some(form.choice("how", l(lang, ["怎样签", "how it is signed"]), ways, 0))
}

/// Which of the groups, counted from the left.
fn place(lang: Lang, at: usize) -> String {
    let no = at + 1;
    lang.join(&format!("第{no}组"), &format!("group {no}"))
}

/// What was typed from the paper: only where both groups are those of the book it goes on.
pub(super) fn compared(
    meeting: u32,
    role: Signs,
    who: &str,
    rows: &Rows,
    book: &Book,
) -> Result<Filled, Wrong> {
    let gaps = gaps(book, meeting, role, who);
    let gaps = gaps.ok_or_else(|| {
        rows.wrong(
            "first",
            [
                "这一稿已不作数，请退出后重新开始。",
                "This version counts no more; leave and begin again.",
            ],
        )
    })?;
    let (first, second) = (rows.said("first")?, rows.said("second")?);
    let wrong = gaps.wrong([&first, &second]);
    let keys: [&'static str; 2] = ["first", "second"];
    if let Some(at) = wrong.first() {
        let names: Vec<String> = wrong.iter().map(|n| format!("({})", n + 1)).collect();
        let names = names.join(" ");
        let says = rows.lang().each(|l| match l {
            Lang::En => format!(
                "{names} is not what the book has; nothing is signed. Look at the paper again. If it says so, it is not this version: print this one and sign that."
            ),
            _ => format!(
                "{names}与会议簿不符，没有签署。请再看一遍纸面；如纸面确实如此，它不是这一稿，请打印这一稿再签。"
            ),
        });
        return Err(Wrong { key: keys.get(*at).copied().unwrap_or("first"), says });
    }
    if rows.text("how") != "key" {
        return Ok(Filled::Next(Step::Ink(role, who.to_owned(), true)));
    }
    let bound = book.meeting(meeting).map(|m| book.keys_for(m, role, rows.today()));
    if bound.is_none_or(|keys| keys.is_empty()) {
        return Err(rows.wrong("how", [
            "还没有为这个职务登记公钥，今天不能用密钥签。可在纸面签名，或先在“职务的密钥”中登记。",
            "No key is bound to this office today. Sign on paper, or bind one first under “keys of offices”.",
        ]));
    }
    Ok(Filled::Next(Step::Key(role, who.to_owned())))
}

/// The key that signs, and its passphrase.
pub(super) fn key(
    console: &Console,
    form: Form,
    meeting: &Meeting,
    role: Signs,
    who: &str,
    head: &str,
    today: NaiveDate,
) -> Form {
    let lang = console.lang();
    let bound = console.ledger.book.keys_for(meeting, role, today);
    let prints: Vec<&str> = bound.iter().map(|k| k.of.fingerprint.as_str()).collect();
    let role = words::role(lang, role);
    let known = l(lang, ["登记过的密钥：", "keys bound: "]);
    let places = vec![
        ("file".to_owned(), l(lang, ["私钥文件", "its file"])),
        ("agent".to_owned(), l(lang, ["ssh-agent", "the ssh-agent"])),
    ];
    form.intro(format!("{head}\n{role}  {who}\n{known}{}", prints.join(" ")))
        .choice("by", l(lang, ["密钥在", "the key is in"]), places, 0)
        .line("path", l(lang, ["私钥文件", "file of the key"]), "")
        .hint(l(
            lang,
            [
                "在 U 盘或自己的文件夹中；用 ssh-agent 时不填",
                "on a stick or in one's own folder; empty with the ssh-agent",
            ],
        ))
        .secret("passphrase", l(lang, ["口令", "passphrase"]))
        .hint(l(lang, ["不显示，不保存", "not shown, not kept"]))
}

/// Where the signatures lie, and what their files may not say.
pub(super) fn take(lang: Lang, form: Form, meeting: &Meeting, head: &str) -> Form {
    let mut roles = vec![(String::new(), l(lang, ["按文件名和密钥", "as name and key say"]))];
    for role in [Signs::Presider, Signs::Recorder, Signs::Teller] {
        roles.push((role.code().to_owned(), words::role(lang, role)));
    }
    let named: Vec<String> = signers(meeting).into_iter().map(|(_, who)| who).collect();
    let named = named.join(&l(lang, ["、", ", "]));
    let about = l(
        lang,
        [
            "签名人送回的 .sig 文件，或在别处签好的文件夹副本。逐个核对签名、密钥和身份，无误的收入会议簿，并放进文书的文件夹。",
            "The .sig file a signer sent back, or a copy of the folder that was signed elsewhere. Signature, key and role are looked at; what is in order goes into the book and into the folder of documents.",
        ],
    );
    form.intro(format!("{head}\n{about}"))
        .line("path", l(lang, ["文件或文件夹", "file or folder"]), "")
        .hint(l(lang, ["如：MANIFEST.recorder.sig", "such as: MANIFEST.recorder.sig"]))
        .choice("role", l(lang, ["身份", "role"]), roles, 0)
        .line("who", l(lang, ["签署人", "who signed"]), "")
        .hint(lang.join(
            &format!("有几人时才填：{named}"),
            &format!("only where several could have: {named}"),
        ))
}
