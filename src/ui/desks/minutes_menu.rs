//! What can be done with the minutes of a meeting: the menu of a row, and the questions before a form.

use super::minutes::{Deed, of_row};
use super::minutes_forms::{Ask, Step};
use super::numbered;
use crate::papers::Kind;
use crate::record::issue::{Life, Role as Signs, State, Tongue, signers};
use crate::record::state::{Meeting, Phase};
use crate::text::{Lang, Words, words};
use crate::ui::console::Console;
use crate::ui::view::{Opening, Pick};

fn deed(deed: Deed) -> Pick {
    Pick::Minutes(deed)
}

fn open(meeting: u32, step: Step) -> Pick {
    Pick::Open(Box::new(Opening::Minutes(Ask { meeting, step })))
}

/// See [`super::menu`].
pub fn menu(console: &Console, row: Option<u64>) -> Vec<(String, String, Pick)> {
    let lang = console.lang();
    let Some(meeting) = row.and_then(|row| of_row(console, row)) else {
        return Vec::new();
    };
    let no = meeting.no;
    let nothing = Life::default();
    let life = console.ledger.book.minutes_of(no).unwrap_or(&nothing);
    let version = life.last().filter(|v| !v.reopened);
    let state = version.map(|v| v.state());
    let closed = meeting.phase == Phase::Closed;
    let mut lines: Vec<(String, Pick)> = Vec::new();
    let mut add = |words: Words, pick: Pick| lines.push((lang.say(words), pick));
    add(["看会议记录（预览）", "read the minutes (preview)"], deed(Deed::Read(no)));
    if life.is_open() {
        add(["写某一项的文字", "word an item"], deed(Deed::Word(no)));
        if closed {
            add(["编发一稿", "issue a version"], deed(Deed::BeforeIssue(no)));
        }
        add(["登记对草稿的意见", "a remark on the draft"], open(no, Step::Remark));
    }
    if life.is_open() && !life.remarks.is_empty() {
        add(["答复意见", "answer a remark"], deed(Deed::Answer(no)));
    }
    if state == Some(State::Draft) {
        add(["登记已通过", "it was approved"], open(no, Step::Approve));
    }
    if version.is_some() {
        if !console.ledger.book.still_to_sign(meeting).is_empty() {
            add(
                ["签署仪式：对照纸面后签署", "signing ceremony: compare, then sign"],
                deed(Deed::Ceremony(no)),
            );
        }
        add(["登记已在纸面签署", "it was signed on paper"], deed(Deed::Ink(no)));
        add(["收入别处签好的签名", "take in a signature made elsewhere"], open(no, Step::Take));
        add(["写出文书（文件夹）", "write the documents (a folder)"], deed(Deed::Documents(no)));
    }
    if state.is_some_and(|s| s > State::Draft) {
        add(["登记已发布", "it was published"], open(no, Step::Publish));
        add(
            ["写出公开本（文件夹）", "write the public copy (a folder)"],
            deed(Deed::PublicCopy(no)),
        );
    }
    if state.is_some_and(|s| s >= State::Signed) {
        add(["出更正单", "issue a correction slip"], open(no, Step::Slip));
    }
    if life.slips().next().is_some() {
        add(["打印更正单", "print the correction slips"], deed(Deed::Paper(no, Kind::Slip, None)));
    }
    if matches!(state, Some(State::Approved | State::Signed)) {
        add(["重新打开（须写理由）", "reopen (with a reason)"], deed(Deed::Reopen(no)));
    }
    add(["会议文书……", "papers of the meeting …"], deed(Deed::Papers(no)));
    add(["登记印制份数", "copies printed"], open(no, Step::Printed));
    add(["职务的密钥……", "keys of offices …"], deed(Deed::Keys(no)));
    add(["这一行的全部内容", "all of this row"], Pick::Page(u64::from(no)));
    for old in life.versions.iter().rev() {
        let no_of = old.of.version;
        lines.push((
            lang.join(&format!("看第{no_of}稿原文"), &format!("read version {no_of} as issued")),
            deed(Deed::ReadVersion(no, no_of)),
        ));
    }
    numbered(lines)
}

/// A question before a form: its title and its answers; nothing where there is none to ask.
pub(super) fn choices(console: &Console, what: &Deed) -> Option<(Words, Vec<(String, Pick)>)> {
    let (no, title): (u32, Words) = match what {
        Deed::Word(no) => (*no, ["写哪一项？", "Which item is worded?"]),
        Deed::WordIn(no, _) => (*no, ["用哪种文字？", "In which language?"]),
        Deed::Answer(no) => (*no, ["答复哪一条？", "Which remark is answered?"]),
        Deed::Ceremony(no) => (*no, ["谁来签署？", "Who signs?"]),
        Deed::Ink(no) => (*no, ["谁在纸面签署了？", "Who signed on paper?"]),
        Deed::Papers(no) => (*no, ["会议文书", "Papers of the meeting"]),
        Deed::Keys(no) => (*no, ["职务的密钥", "Keys of offices"]),
        _ => return None,
    };
    let meeting = console.ledger.book.meeting(no)?;
    let lines = match what {
        Deed::Word(_) => items(console, meeting),
        Deed::WordIn(_, item) => tongues(console, no, *item),
        Deed::Answer(_) => remarks(console, no),
        Deed::Ceremony(_) => {
            let left = console.ledger.book.still_to_sign(meeting).into_iter();
            left.map(|(role, who)| {
                (signer(console.lang(), role, &who), open(no, Step::Compare(role, who)))
            })
            .collect()
        }
        Deed::Ink(_) => inked(console, meeting),
        Deed::Papers(_) => papers(console, no),
        _ => keys(console, no),
    };
    (!lines.is_empty()).then_some((title, lines))
}

fn signer(lang: Lang, role: Signs, who: &str) -> String {
    format!("{}  {who}", words::role(lang, role))
}

fn items(console: &Console, meeting: &Meeting) -> Vec<(String, Pick)> {
    let lang = console.lang();
    let life = console.ledger.book.minutes_of(meeting.no);
    let mark = |item: Option<u32>| {
        let has = |tongue| life.is_some_and(|l| l.wording(item, tongue).is_some());
        match (has(Tongue::Zh), has(Tongue::En)) {
            (false, false) => String::new(),
            (true, false) => lang.say(["  ✓中文", "  ✓ Chinese"]),
            (false, true) => lang.say(["  ✓英文", "  ✓ English"]),
            (true, true) => lang.say(["  ✓中英文", "  ✓ both"]),
        }
    };
    let whole = lang.say(["全文的开头", "the beginning, for the whole"]);
    let mut lines = vec![(format!("{whole}{}", mark(None)), deed(Deed::WordIn(meeting.no, None)))];
    for item in &meeting.items {
        let (no, title) = (item.no, &item.new.title);
        lines.push((
            lang.join(&format!("第{no}项  {title}"), &format!("item {no}  {title}"))
                + &mark(Some(no)),
            deed(Deed::WordIn(meeting.no, Some(no))),
        ));
    }
    lines
}

fn tongues(console: &Console, no: u32, item: Option<u32>) -> Vec<(String, Pick)> {
    let lang = console.lang();
    let mut lines = vec![
        (lang.say(["中文", "Chinese"]), open(no, Step::Word(item, Tongue::Zh))),
        (lang.say(["英文", "English"]), open(no, Step::Word(item, Tongue::En))),
    ];
    if lang == Lang::En {
        lines.reverse();
    }
    lines
}

/// Those without an answer first.
fn remarks(console: &Console, no: u32) -> Vec<(String, Pick)> {
    let lang = console.lang();
    let Some(life) = console.ledger.book.minutes_of(no) else {
        return Vec::new();
    };
    let mut all: Vec<_> = life.remarks.iter().collect();
    all.sort_by_key(|one| one.answer.is_some());
    all.into_iter()
        .map(|one| {
            let of = &one.remark.of;
            let done = if one.answer.is_some() {
                lang.say(["（已答复）", "(answered) "])
            } else {
                String::new()
            };
            let text = of.text.lines().next().unwrap_or_default();
            let number = one.remark.remark;
            (format!("{done}{number}  {text}"), open(no, Step::Answer(number)))
        })
        .collect()
}

/// Those the record names first, who have still to sign before the others, and then anybody in any of the roles.
fn inked(console: &Console, meeting: &Meeting) -> Vec<(String, Pick)> {
    let lang = console.lang();
    let left = console.ledger.book.still_to_sign(meeting);
    let mut named = signers(meeting);
    named.sort_by_key(|one| !left.contains(one));
    let mut lines: Vec<(String, Pick)> = named
        .into_iter()
        .map(|(role, who)| {
            (signer(lang, role, &who), open(meeting.no, Step::Ink(role, who, false)))
        })
        .collect();
    for role in [Signs::Presider, Signs::Recorder, Signs::Teller] {
        let role_name = words::role(lang, role);
        let label =
            lang.join(&format!("他人以{role_name}身份"), &format!("somebody else as {role_name}"));
        lines.push((label, open(meeting.no, Step::Ink(role, String::new(), false))));
    }
    lines
}

fn keys(console: &Console, no: u32) -> Vec<(String, Pick)> {
    let lang = console.lang();
    let book = &console.ledger.book;
    let mut lines = vec![(lang.say(["登记公钥", "bind a public key"]), open(no, Step::Bind))];
    for key in &book.archive.keys {
        let of = &key.of.of;
        let office = book.charter.as_deref().and_then(|c| c.office(&of.office));
        let to = match (of.role, office) {
            (Some(role), _) => words::role(lang, role),
            (None, Some(office)) => lang.pick(&office.name),
            (None, None) => of.office.clone(),
        };
        let print: String = key.of.fingerprint.chars().take(19).collect();
        let from = of.from;
        let (label, step) = match &key.withdrawn {
            None => (
                lang.join(
                    &format!("收回：{to}，自{from}起  {print}…"),
                    &format!("withdraw: {to}, from {from}  {print}…"),
                ),
                Step::Withdraw(key.of.fingerprint.clone()),
            ),
            // Withdrawn keys stay in sight: what they signed stays signed.
            Some(gone) => (
                lang.join(
                    &format!("已收回：{to}，{from}至{}  {print}…", gone.day),
                    &format!("withdrawn: {to}, {from} to {}  {print}…", gone.day),
                ),
                Step::Withdraw(key.of.fingerprint.clone()),
            ),
        };
        lines.push((label, open(no, step)));
    }
    // With no key bound there is nothing to choose from, and the form itself says so.
    lines
}

/// Each kind of paper with what it needs.
fn papers(console: &Console, no: u32) -> Vec<(String, Pick)> {
    let lang = console.lang();
    let (name, need) = (|k: Kind| lang.say(k.name()), |k: Kind| lang.say(needs(k)));
    Kind::ALL
        .into_iter()
        .map(|kind| {
            let label = match lang {
                Lang::En => format!("{} ({})", name(kind), need(kind)),
                _ => format!("{}（{}）", name(kind), need(kind)),
            };
            (label, deed(Deed::Paper(no, kind, None)))
        })
        .collect()
}

/// What has to be in the book for a paper.
fn needs(kind: Kind) -> Words {
    match kind {
        Kind::Notice | Kind::Agenda | Kind::Script => {
            ["召集会议、议程", "the meeting called, its agenda"]
        }
        Kind::Reply | Kind::SignIn | Kind::Proxy => {
            ["召集会议、名册", "the meeting called, the register"]
        }
        Kind::VoteSlip => ["列入议程的议案", "a motion on the agenda"],
        Kind::Ballot | Kind::TallySheet => ["准备好的选票", "a ballot prepared"],
        Kind::ElectionReport => ["宣布过的选举结果", "an election declared"],
        Kind::Announcement => ["入盟、退盟或除名的决议", "a decision on membership"],
        Kind::Certificate => ["成员名册", "members on the register"],
        Kind::Expulsion | Kind::AuthorityReport => ["除名的决议", "a decision to expel"],
        Kind::Warning => ["警告的决议", "a decision to warn"],
        Kind::Finance => ["登记过的经费", "funds entered"],
        Kind::Record | Kind::Digest => ["会议本身", "the meeting itself"],
        Kind::Resolution | Kind::Extract => ["一项决议", "a decision"],
        Kind::Slip => ["登记过的更正单", "a correction slip entered"],
    }
}

/// The decisions a paper can be made from: those of the meeting that stand.
pub(in crate::ui) fn decisions(console: &Console, no: u32, kind: Kind) -> Vec<(String, Pick)> {
    let all = console.ledger.book.decisions.iter().filter(|d| d.meeting == no && !d.void);
    all.map(|d| {
        let text = d.text.lines().next().unwrap_or_default();
        (format!("{} {text}", d.number), deed(Deed::Paper(no, kind, Some(d.no))))
    })
    .collect()
}
