//! The forms of the minutes: wording, remarks, approval, signatures, publication, slips, keys.

use super::minutes::{name, untaken};
use super::minutes_words::{answer, word};
use super::{ceremony, key_forms};
use crate::papers::Kind;
use crate::record::issue::{
    AnswerRemark, ApproveMinutes, BindKey, Life, Printed, PublishMinutes, RemarkOnDraft,
    Role as Signs, SignMinutes, Slip, Tongue, WithdrawKey, Word,
};
use crate::record::state::Meeting;
use crate::record::{Book, Command};
use crate::text::{Lang, Words, words};
use crate::ui::console::Console;
use crate::ui::form::Form;
use crate::ui::forms::l;
use crate::ui::purpose::{Purpose, Rows, Wrong};
use chrono::NaiveDate;
use std::fmt;
use std::path::PathBuf;

/// What a form is for, and which meeting it is about, whichever is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// The meeting.
    pub meeting: u32,
    /// What is entered.
    pub step: Step,
}

/// What is entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The narrative of an item, or of the meeting as a whole.
    Word(Option<u32>, Tongue),
    /// A remark on the draft.
    Remark,
    /// The answer to one.
    Answer(u32),
    /// The approval.
    Approve,
    /// A signature on paper: the role, who by office, and whether the paper was compared before.
    Ink(Signs, String, bool),
    /// Paper and book compared before signing.
    Compare(Signs, String),
    /// A signature with a key.
    Key(Signs, String),
    /// Signatures with a key that were made elsewhere.
    Take,
    /// Where a version was given out.
    Publish,
    /// A correction slip.
    Slip,
    /// A key bound to an office.
    Bind,
    /// The fingerprint of that key compared before it is entered.
    Fingerprint(BindKey, String),
    /// A key withdrawn.
    Withdraw(String),
    /// Copies printed.
    Printed,
}

impl Step {
    /// Whether it is a step of the signing ceremony that is done anew each time.
    pub(in crate::ui) fn is_ceremony(&self) -> bool {
        matches!(self, Self::Compare(..) | Self::Key(..))
    }
}

/// A passphrase: nobody sees it, also not by accident.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(pub String);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

/// Who signs with a key, and where the key lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyWanted {
    /// In what capacity.
    pub role: Signs,
    /// Who, by office.
    pub who: String,
    /// Where the key is.
    pub by: KeyPlace,
}

/// Where a key that signs is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyPlace {
    /// The file of the private key, and what opens it.
    File(PathBuf, Secret),
    /// With the ssh-agent of this machine.
    Agent,
}

/// Signatures made elsewhere, and what cannot be told from them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakeWanted {
    /// A `.sig` file, or a copy of the folder.
    pub path: PathBuf,
    /// In what capacity, where the name of the file does not say it.
    pub role: Option<Signs>,
    /// Who signed, where several have the role.
    pub who: String,
}

/// What comes of a form.
#[derive(Debug, Clone, PartialEq)]
pub enum Filled {
    /// A command.
    Ask(Command),
    /// A signature on paper with the scan to be kept.
    Scan(PathBuf, SignMinutes),
    /// A key to be bound.
    Bind(BindKey),
    /// A key to be read from its `.pub` file and bound.
    KeyFile(PathBuf, BindKey),
    /// The next form.
    Next(Step),
    /// A signature to be made.
    Sign(KeyWanted),
    /// Signatures to be taken in.
    Take(TakeWanted),
}

/// The role of this word.
fn signs(code: &str) -> Option<Signs> {
    [Signs::Presider, Signs::Recorder, Signs::Teller].into_iter().find(|role| role.code() == code)
}

/// The last version, if it counts.
fn version(book: &Book, meeting: u32) -> Option<u32> {
    let last = book.minutes_of(meeting).and_then(Life::last);
    last.filter(|v| !v.reopened).map(|v| v.of.version)
}

fn day(lang: Lang, form: Form, label: Words, today: NaiveDate) -> Form {
    let hint = lang.first().join(&format!("{today}（今天）"), &format!("{today} (today)"));
    form.line("day", l(lang, label), "").hint(hint).cells(24)
}

/// Items of a meeting to choose from, and the whole of it.
fn items(lang: Lang, meeting: &Meeting) -> Vec<(String, String)> {
    let mut all = vec![(String::new(), l(lang, ["全文", "the whole"]))];
    for item in &meeting.items {
        let (no, title) = (item.no, &item.new.title);
        all.push((no.to_string(), format!("{no}  {title}")));
    }
    all
}

/// The form of a step.
pub(in crate::ui) fn form(console: &Console, ask: &Ask, today: NaiveDate) -> Option<Form> {
    let lang = console.lang();
    let book = &console.ledger.book;
    let meeting = book.meeting(ask.meeting)?;
    let title = match &ask.step {
        Step::Word(..) => ["会议记录的文字", "Wording of the minutes"],
        Step::Remark => ["对会议记录草稿的意见", "A remark on the draft of the minutes"],
        Step::Answer(_) => ["答复意见", "Answer a remark"],
        Step::Approve => ["会议记录已通过", "The minutes were approved"],
        Step::Ink(..) => ["已在纸面签署", "Signed on paper"],
        Step::Compare(..) => ["签署仪式：对照纸面", "Signing ceremony: the paper in hand"],
        Step::Key(..) => ["签署仪式：用密钥签署", "Signing ceremony: sign with a key"],
        Step::Take => ["收入别处签好的签名", "Take in a signature made elsewhere"],
        Step::Publish => ["会议记录已发布", "The minutes were published"],
        Step::Slip => ["更正单", "Correction slip"],
        Step::Bind => ["登记公钥", "Bind a public key"],
        Step::Fingerprint(..) => ["登记公钥：核对指纹", "Bind a public key: the fingerprint"],
        Step::Withdraw(_) => ["收回密钥", "Withdraw a key"],
        Step::Printed => ["登记印制份数", "Copies printed"],
    };
    let form = Form::new(l(lang, title), Purpose::Minutes(ask.clone()));
    // Which version of which meeting: it is signed and given out under that name.
    let head = match version(book, meeting.no) {
        Some(no) => {
            let title = name(console, meeting);
            lang.join(&format!("{title}　第{no}稿"), &format!("{title}, version {no}"))
        }
        None => name(console, meeting),
    };
    Some(match &ask.step {
        Step::Word(item, tongue) => word(console, form, meeting, *item, *tongue),
        Step::Remark => form
            .intro(head)
            .line("who", l(lang, ["何人", "who"]), "")
            .hint(l(lang, ["成员序号，或职务", "a member number, or an office"]))
            .choice("item", l(lang, ["针对", "about"]), items(lang, meeting), 0)
            .lines("text", l(lang, ["意见", "remark"]), "", 4),
        Step::Answer(no) => answer(console, form, meeting.no, *no)?,
        Step::Approve => approve(console, form, meeting, &head, today),
        Step::Ink(role, who, _) => {
            let role = words::role(lang, *role);
            let form = form.intro(format!("{head}\n{role}")).line(
                "who",
                l(lang, ["签署人（职务）", "who, by office"]),
                who,
            );
            let form = day(lang, form, ["签署日期", "day"], today);
            form.line("place", l(lang, ["签署地点", "place"]), "")
                .line("path", l(lang, ["扫描件", "scan"]), "")
                .hint(l(
                    lang,
                    [
                        "文件名，可空；内容收进会议簿",
                        "a file, may be empty; it is kept in the book",
                    ],
                ))
        }
        Step::Compare(role, who) => ceremony::compare(console, form, meeting, *role, who, &head)?,
        Step::Key(role, who) => ceremony::key(console, form, meeting, *role, who, &head, today),
        Step::Take => ceremony::take(lang, form, meeting, &head),
        Step::Publish => {
            let form = form.intro(head).line("where", l(lang, ["发往何处", "where to"]), "").hint(
                l(lang, ["如：各成员、公告栏、主管部门", "such as: all members, the notice board"]),
            );
            day(lang, form, ["发布日期", "day"], today).yes_no(
                lang,
                "public",
                l(lang, ["公开本", "public copy"]),
                false,
            )
        }
        Step::Slip => form
            .intro(format!(
                "{head}\n{}",
                l(
                    lang,
                    [
                        "签过的会议记录不动；更正单另附。",
                        "What was signed stays as it is; the slip goes with it.",
                    ]
                )
            ))
            .line("passage", l(lang, ["哪一处", "passage"]), "")
            .hint(l(lang, ["如：第3项第2段", "such as: item 3, second paragraph"]))
            .line("old", l(lang, ["原文", "as it stands"]), "")
            .line("new", l(lang, ["更正为", "to read"]), "")
            .line("why", l(lang, ["原因", "why"]), ""),
        Step::Bind => key_forms::bind(console, form, today),
        Step::Fingerprint(_, print) => key_forms::fingerprint(lang, form, print),
        Step::Withdraw(key) => {
            let form = form.intro(key.clone());
            day(lang, form, ["自哪天起不再有效", "first day it no longer holds"], today).line(
                "why",
                l(lang, ["原因", "why"]),
                "",
            )
        }
        Step::Printed => {
            let kinds = Kind::ALL.into_iter().map(|k| (k.id().to_owned(), lang.say(k.name())));
            form.intro(name(console, meeting))
                .choice("paper", l(lang, ["文书", "paper"]), kinds.collect(), 0)
                .choice("item", l(lang, ["议程", "item"]), items(lang, meeting), 0)
                .number("copies", l(lang, ["份数", "copies"]), "")
        }
    })
}

/// Decisions of later meetings first; a house that approves otherwise says who did.
fn approve(console: &Console, form: Form, meeting: &Meeting, head: &str, today: NaiveDate) -> Form {
    let lang = console.lang();
    let book = &console.ledger.book;
    let later = book.decisions.iter().rev().filter(|d| {
        let of = book.meeting(d.meeting);
        !d.void && of.is_some_and(|m| m.opened > meeting.closed)
    });
    let mut ways: Vec<(String, String)> =
        later.map(|d| (d.no.to_string(), format!("{} {}", d.number, d.text))).collect();
    // Which of several decisions it was is not guessed: the first line is the house's own way.
    ways.insert(
        0,
        (String::new(), l(lang, ["不经会议（填在下一栏）", "by no meeting (next row)"])),
    );
    let head = match untaken(console, meeting) {
        Some(no) => {
            let hint = lang.join(
                &format!("意见{no}已采纳，而第1稿之后没有改文字。"),
                &format!("Remark {no} was taken up, and no word was changed since version 1."),
            );
            format!("{head}\n{hint}")
        }
        None => head.to_owned(),
    };
    let form = form
        .intro(head)
        .choice("decision", l(lang, ["由以后会议的决定", "by a later decision"]), ways, 0)
        .line("by", l(lang, ["由谁通过（职务）", "by whom, by office"]), "");
    day(lang, form, ["通过日期", "day"], today)
}

/// What a filled-in form asks for.
pub(in crate::ui) fn filled(ask: &Ask, rows: &Rows, book: &Book) -> Result<Filled, Wrong> {
    let day = || Ok(rows.day("day")?.unwrap_or(rows.today()));
    let no_version = || {
        let first = rows.first();
        rows.wrong(
            first,
            ["还没有可办的一稿，请先编发。", "There is no version yet; issue one first."],
        )
    };
    let version = || version(book, ask.meeting).ok_or_else(no_version);
    let item = || rows.text("item").parse().ok();
    Ok(Filled::Ask(match &ask.step {
        Step::Word(item, lang) => {
            Command::Word(Word { item: *item, lang: *lang, text: rows.text("text") })
        }
        Step::Remark => {
            let who = rows.said("who")?;
            let unit = who.parse().ok();
            let by = if unit.is_some() { String::new() } else { who };
            let text = rows.said("text")?;
            Command::RemarkOnDraft(RemarkOnDraft { unit, by, item: item(), text })
        }
        Step::Answer(remark) => Command::AnswerRemark(AnswerRemark {
            remark: *remark,
            text: rows.said("text")?,
            taken: rows.text("taken") == "yes",
        }),
        Step::Approve => {
            let decision = rows.text("decision").parse().ok();
            let by = if decision.is_some() { String::new() } else { rows.said("by")? };
            // The day of the meeting that decided, where none is typed.
            let typed = rows.day("day")?;
            let day = if decision.is_some() { typed } else { Some(typed.unwrap_or(rows.today())) };
            Command::ApproveMinutes(ApproveMinutes { version: version()?, decision, by, day })
        }
        Step::Ink(role, ..) => {
            let ink = SignMinutes {
                version: version()?,
                role: *role,
                who: rows.said("who")?,
                day: day()?,
                place: rows.text("place"),
                scan: None,
            };
            match rows.text("path") {
                path if path.is_empty() => Command::SignMinutes(ink),
                path => return Ok(Filled::Scan(PathBuf::from(path), ink)),
            }
        }
        Step::Compare(role, who) => return ceremony::compared(ask.meeting, *role, who, rows, book),
        Step::Key(role, who) => {
            let by = if rows.text("by") == "agent" {
                KeyPlace::Agent
            } else {
                let path = PathBuf::from(rows.said("path")?);
                KeyPlace::File(path, Secret(rows.untrimmed("passphrase")))
            };
            return Ok(Filled::Sign(KeyWanted { role: *role, who: who.clone(), by }));
        }
        Step::Take => {
            return Ok(Filled::Take(TakeWanted {
                path: PathBuf::from(rows.said("path")?),
                role: signs(&rows.text("role")),
                who: rows.text("who"),
            }));
        }
        Step::Publish => Command::PublishMinutes(PublishMinutes {
            version: version()?,
            place: rows.said("where")?,
            day: day()?,
            public: rows.text("public") == "yes",
        }),
        Step::Slip => Command::Slip(Slip {
            version: version()?,
            passage: rows.said("passage")?,
            was: rows.said("old")?,
            becomes: rows.said("new")?,
            why: rows.said("why")?,
        }),
        Step::Bind => return key_forms::bound(rows, day()?),
        Step::Fingerprint(key, _) => key_forms::compared(rows, key)?,
        Step::Withdraw(key) => Command::WithdrawKey(WithdrawKey {
            key: key.clone(),
            day: day()?,
            why: rows.said("why")?,
        }),
        Step::Printed => {
            let kind = Kind::of(&rows.text("paper"));
            let paper = kind.map(|k| Lang::Zh.say(k.name())).unwrap_or_default();
            Command::Printed(Printed { paper, copies: rows.number("copies")?, item: item() })
        }
    }))
}
