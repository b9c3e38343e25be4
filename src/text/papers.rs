//! The words of a meeting's papers: notice, sign-in sheet, ballots, announcements, what the presider reads out.
//!
//! Every text stands in both languages, a [`Name`]. A row of `＿` in it is a gap to be filled in by hand, as
//! many characters wide: what the book does not know is never made up.

pub mod ballots;
pub mod decisions;
pub mod door;
pub mod finance;
pub mod notice;
pub mod refusals;
pub mod script;
pub mod slip;

use super::Words;
use super::charter::clause_words;
use super::words::{counted, day, meeting_title, two};
use crate::charter::{Body, Charter, Clauses, Name, Roll, Rule};
use crate::record::state::Meeting;
use crate::store::Digest;
use chrono::NaiveDate;

/// The kinds of paper, as a list of them says.
pub mod kinds {
    use super::Words;
    /// Notice of a meeting.
    pub const NOTICE: Words = ["会议通知", "notice of a meeting"];
    /// Reply to it.
    pub const REPLY: Words = ["回执", "reply to the notice"];
    /// Sign-in sheet.
    pub const SIGN_IN: Words = ["签到表", "sign-in sheet"];
    /// Agenda.
    pub const AGENDA: Words = ["会议议程", "agenda of a meeting"];
    /// Proxy letter.
    pub const PROXY: Words = ["授权委托书", "letter of authority"];
    /// Voting paper of one motion.
    pub const VOTE_SLIP: Words = ["表决票", "voting paper of a motion"];
    /// Election paper.
    pub const BALLOT: Words = ["选票", "ballot of an election"];
    /// Tally sheet.
    pub const TALLY_SHEET: Words = ["计票单", "tally sheet"];
    /// Report of the scrutineers.
    pub const ELECTION_REPORT: Words = ["选举结果报告单", "report on an election"];
    /// Announcement.
    pub const ANNOUNCEMENT: Words = ["对外公告", "announcement"];
    /// Certificate.
    pub const CERTIFICATE: Words = ["成员证书", "certificate of membership"];
    /// Decision to expel.
    pub const EXPULSION: Words = ["除名决定", "decision to expel"];
    /// Letter to the authority.
    pub const AUTHORITY: Words = ["报送函", "letter to the authority"];
    /// Statement of the funds.
    pub const FINANCE: Words = ["年度经费报告", "yearly statement of the funds"];
    /// Decision to warn.
    pub const WARNING: Words = ["警告决定", "decision to warn"];
    /// Script of the presider.
    pub const SCRIPT: Words = ["主持词", "script of the presider"];
    /// Record of a meeting.
    pub const RECORD: Words = ["会议记录", "record of a meeting"];
    /// Summary of a meeting.
    pub const DIGEST: Words = ["会议纪要", "summary of a meeting"];
    /// Resolution.
    pub const RESOLUTION: Words = ["决议", "resolution"];
    /// Extract of one decision.
    pub const EXTRACT: Words = ["决议摘录", "extract of one decision"];
    /// Correction slip.
    pub const SLIP: Words = ["更正单", "correction slip to signed minutes"];
}

/// The line at the foot of every page, as the minutes have it: whose book, which entry was the last, and its seal in
/// short and in full.
pub fn foot(charter: &Charter, entry: u64, sha256: &str) -> Name {
    let short = sha256.parse::<Digest>().map(|d| d.short()).unwrap_or_default();
    let id = &charter.identity.id;
    two(
        format!("{id} · 第{entry}条 · {short} · {sha256}"),
        format!("{id} · entry {entry} · {short} · {sha256}"),
    )
}

/// Clauses with the text they stand in: `章程第九条` / `article 9 of the charter`; nothing where there are none.
/// A rule set that brings no articles of its own is not called a charter.
pub fn under(charter: &Charter, clauses: &Clauses) -> Option<Name> {
    if clauses.0.is_empty() {
        return None;
    }
    let Name { zh, en } = clause_words(&charter.identity.article_form, clauses);
    Some(if charter.articles.is_empty() {
        two(zh, en)
    } else {
        two(format!("章程{zh}"), format!("{en} of the charter"))
    })
}

/// The number of a document that the book numbers no paper of this kind by: the house's pattern, the place of
/// the number left free.
pub fn number_to_fill(charter: &Charter, year: i32) -> String {
    ["{n3}", "{n2}", "{n}"]
        .iter()
        .fold(charter.identity.doc_number.replace("{year}", &year.to_string()), |said, place| {
            said.replace(place, "　　")
        })
}

/// A day to be filled in by hand.
pub fn day_to_fill() -> Name {
    two("＿＿年＿＿月＿＿日", "＿＿＿＿＿")
}

/// The same where nothing but letters can stand.
pub fn blank_day() -> Name {
    two("　　　　年　　月　　日", "Date: ________________")
}

/// Who issues papers: the association by its full name.
pub fn issuer(charter: &Charter) -> Name {
    charter.identity.name.clone()
}

/// A meeting as its papers call it.
pub fn meeting(charter: &Charter, meeting: &Meeting) -> Name {
    meeting_title(charter, meeting)
}

/// A meeting with its association before it. A name that begins as the other ends is not said twice.
pub fn full_meeting(charter: &Charter, meeting: &Meeting) -> Name {
    let (of, name) = (&charter.identity.short, meeting_title(charter, meeting));
    let ends = (0..of.zh.len()).filter(|at| of.zh.is_char_boundary(*at));
    let shared = ends.map(|at| &of.zh[at..]).find(|end| name.zh.starts_with(end));
    let rest = shared.and_then(|end| name.zh.strip_prefix(end)).unwrap_or(&name.zh);
    two(format!("{}{rest}", of.zh), format!("{}, {}", of.en, name.en))
}

/// Day and place of a meeting in one line; the hour is not in the book.
pub fn when_and_where(meeting: &Meeting) -> Name {
    let (on, place) = (day(meeting.date), place(meeting));
    two(
        format!("时间：{}＿＿时＿＿分　　地点：{place}", on.zh),
        format!("Time: {}, ＿＿＿　　Place: {place}", on.en),
    )
}

/// The place, or room for it.
pub fn place(meeting: &Meeting) -> String {
    if meeting.place.trim().is_empty() {
        "＿＿＿＿＿＿＿＿".to_owned()
    } else {
        one_line(&meeting.place)
    }
}

/// A day written out.
pub fn on(date: NaiveDate) -> Name {
    day(date)
}

/// So many members, in the charter's own counting word.
pub fn members(charter: &Charter, n: u32) -> Name {
    counted(&charter.identity.counter, n)
}

/// What a text typed by hand is on one line.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Votes a rule asks for in a body, with the figure where it is known: `全体成员的…，24票`.
pub fn asked(rule: &Rule, body: &Body, needed: Option<u32>) -> Name {
    let share = two(
        super::charter::rule_words_in(rule, body, super::Lang::Zh),
        super::charter::rule_words_in(rule, body, super::Lang::En),
    );
    match needed {
        Some(n) => two(format!("{}，{n}票", share.zh), format!("{}: {n} votes", share.en)),
        None => share,
    }
}

/// Whom a body's papers are addressed to.
pub fn addressed(body: &Body) -> Name {
    match body.roll {
        Roll::AllMembers => two("各成员单位：", "To all members:"),
        _ => two(
            format!("{}各单位：", body.name.zh),
            format!("To the units of the {}:", body.name.en),
        ),
    }
}

/// Several names in a row.
pub fn list(names: &[Name]) -> Name {
    let each = |of: fn(&Name) -> &str, between: &str| {
        names.iter().map(of).collect::<Vec<_>>().join(between)
    };
    two(each(|n| &n.zh, "、"), each(|n| &n.en, ", "))
}

/// A text that is the same in both languages.
pub fn same(text: &str) -> Name {
    let text = one_line(text);
    two(text.clone(), text)
}

/// A phrase as a text in both languages.
pub fn words([zh, en]: Words) -> Name {
    two(zh, en)
}

/// A numbered heading: `一、` / `1.`.
pub fn heading(no: u32, [zh, en]: Words) -> Name {
    two(format!("{}、{zh}", crate::charter::cite::han(no)), format!("{no}. {en}"))
}
