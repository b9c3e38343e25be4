//! The minutes in words: every sentence of the paper, in Chinese or in English.
//!
//! What was said at the table is printed as it was typed; what the charter says comes from its file.
//! No sentence here holds a percentage: figures are counts, and shares are said as the charter has them.

mod marks;
mod people;
mod records;
mod votes;

pub use marks::{inline, quote};
pub use people::{
    HeadsOf, groups, heads, labelled, movement, names, observers, presiders, quorum, recorders,
    recusal,
};
pub use records::{
    correction, decision, default_used, enactment, loss, paper, reading_used, remark, reversal,
    touched_elsewhere, touched_rule,
};
pub use votes::{amended, becomes, moved, reworded, round, vote_basis, vote_head, vote_outcome};

use super::{Lang, Words, words};
use crate::charter::{Basis, Charter, Clauses, Name};
use crate::minutes::agenda::{Ended, Item, MatterNamed};
use crate::minutes::types::{Minutes, Moment, Note, State};
use crate::record::event::{ItemEnd, Subject};
use crate::record::state::Phase;
use crate::record::{Book, Stamp};
use std::sync::Arc;

/// Everything a sentence of the minutes may need: the facts, the charter, and one language.
pub struct Say<'a> {
    /// Chinese or English; both is two papers.
    pub lang: Lang,
    /// The charter the meeting was held under.
    pub charter: &'a Charter,
    /// The facts.
    pub minutes: &'a Minutes,
    /// A book with this charter and nothing else, for the words of codes.
    book: Book,
}

impl<'a> Say<'a> {
    /// The facts of these minutes, to be said in one language.
    pub fn new(minutes: &'a Minutes, charter: &'a Charter, lang: Lang) -> Self {
        let book = Book {
            charter: Some(Arc::new(charter.clone())),
            ..Book::default()
        };
        Self {
            lang,
            charter,
            minutes,
            book,
        }
    }

    /// One of two sentences.
    fn say(&self, zh: impl AsRef<str>, en: impl AsRef<str>) -> String {
        self.lang.join(zh.as_ref(), en.as_ref())
    }

    /// A phrase.
    fn word(&self, words: Words) -> String {
        self.lang.say(words)
    }

    /// A text of the charter.
    fn pick(&self, name: &Name) -> String {
        inline(&self.lang.pick(name))
    }

    /// Several things in a row.
    fn list(&self, parts: &[String]) -> String {
        parts.join(&self.word(["、", ", "]))
    }

    /// A recorded code in words.
    fn code(&self, code: &str) -> String {
        let said = super::findings::code_text(self.lang, code, &self.book);
        said.trim_end_matches(['。', '.']).to_owned()
    }

    /// A unit's name.
    fn unit(&self, unit: u32) -> String {
        let known = self.minutes.units.iter().find(|u| u.unit == unit);
        known.map_or_else(|| unit.to_string(), |u| inline(&u.name))
    }

    fn units(&self, units: &[u32]) -> String {
        let names: Vec<String> = units.iter().map(|u| self.unit(*u)).collect();
        self.list(&names)
    }

    /// So many members, in the charter's own counting word.
    fn members(&self, n: u32) -> String {
        self.lang
            .pick(&words::counted(&self.minutes.association.counter, n))
    }

    /// The time of day; with the date where it is another day than the meeting's.
    fn clock(&self, at: Stamp) -> String {
        let time = words::clock(at);
        if at.date_naive() == self.minutes.meeting.date {
            return time;
        }
        let day = words::date(self.lang, at.date_naive());
        self.say(format!("{day}{time}"), format!("{day}, {time}"))
    }

    /// The time of day, marked where it was entered afterwards.
    pub fn time(&self, when: &Moment) -> String {
        let time = self.clock(when.at);
        match when.entered {
            None => time,
            Some(entered) => {
                let entered = self.clock(entered);
                self.say(
                    format!("{time}〔补录，{entered}录入〕"),
                    format!("{time} [entered later, at {entered}]"),
                )
            }
        }
    }

    fn clauses(&self, clauses: &Clauses) -> String {
        super::charter::clauses(self.charter, clauses, self.lang)
    }

    fn basis(&self, basis: &Basis) -> String {
        inline(&super::charter::basis(self.charter, basis, self.lang))
    }

    fn matter(&self, matter: &MatterNamed) -> String {
        let title = self.pick(&matter.named.name);
        if matter.clauses.0.is_empty() {
            return title;
        }
        let clauses = self.clauses(&matter.clauses);
        self.say(
            format!("{title}（{clauses}）"),
            format!("{title} ({clauses})"),
        )
    }

    fn subjects(&self, subjects: &[Subject]) -> String {
        let names: Vec<String> = subjects.iter().map(|s| inline(&s.name)).collect();
        self.list(&names)
    }
}

/// The name of the meeting.
fn meeting_name(say: &Say) -> String {
    let heading = &say.minutes.meeting;
    let number = [heading.term, heading.number];
    say.pick(&words::title(
        say.charter,
        &heading.body.id,
        number,
        heading.special,
    ))
}

/// The title of the paper.
pub fn title(say: &Say) -> String {
    let association = say.pick(&say.minutes.association.name);
    let meeting = meeting_name(say);
    let paper = if meeting.ends_with("会议") {
        "记录"
    } else {
        "会议记录"
    };
    say.say(
        format!("{association}{meeting}{paper}"),
        format!("{association}: minutes of {meeting}"),
    )
}

/// That this is not the final paper, for a meeting that is not closed.
pub fn preview(say: &Say) -> Option<String> {
    let state = match say.minutes.state {
        State::Closed => return None,
        State::Preparing => Phase::Preparing,
        State::Open => Phase::Open,
        State::Break => Phase::Break,
    };
    let state = words::phase(say.lang, state);
    Some(say.say(
        format!("预览（{state}）：会议尚未结束，以下内容还会增加或更正。"),
        format!("Preview ({state}): the meeting is not over; what follows will grow and may be corrected."),
    ))
}

/// The lines under the title.
pub fn facts(say: &Say) -> Vec<String> {
    let minutes = say.minutes;
    let heading = &minutes.meeting;
    let kind = if heading.special {
        ["临时会议", "special meeting"]
    } else {
        ["例会", "ordinary meeting"]
    };
    let mut lines = vec![
        (["会议类型", "Kind"], say.word(kind)),
        (["时间", "Time"], time_line(say)),
        (["地点", "Place"], inline(&heading.place)),
        (["召集", "Convened"], convening(say)),
        (["通知", "Notice"], notice(say)),
        (["主持人", "Presider"], presiders(say)),
        (["记录人", "Recorder"], recorders(say)),
    ];
    if !minutes.breaks.is_empty() {
        let spans: Vec<String> = minutes
            .breaks
            .iter()
            .map(|b| span(say, &say.time(&b.begun), b.resumed.map(|w| say.time(&w))))
            .collect();
        lines.push((["休会", "Breaks"], spans.join(&say.word(["；", "; "]))));
    }
    for one in &minutes.interruptions {
        let cause = inline(&one.cause);
        let time = span(say, &say.clock(one.from), Some(say.clock(one.until)));
        let line = say.say(format!("{time}：{cause}"), format!("{time}: {cause}"));
        lines.push((["中断", "Interruption"], line));
    }
    let said = lines.into_iter().filter(|(_, value)| !value.is_empty());
    said.map(|([zh, en], value)| say.say(format!("{zh}：{value}"), format!("{en}: {value}")))
        .collect()
}

fn span(say: &Say, from: &str, until: Option<String>) -> String {
    match until {
        Some(until) => say.say(format!("{from}至{until}"), format!("{from} to {until}")),
        None => say.say(format!("{from}起"), format!("from {from}")),
    }
}

fn time_line(say: &Say) -> String {
    let minutes = say.minutes;
    let heading = &minutes.meeting;
    let day = words::date(say.lang, heading.date);
    let zone = inline(&heading.time_zone);
    let opened = minutes.opened.map(|w| say.time(&w));
    let closed = minutes.closed.map(|w| say.time(&w));
    match (opened, closed) {
        (Some(opened), Some(closed)) => say.say(
            format!("{day}{opened}开会，{closed}闭会（UTC{zone}）"),
            format!("{day}; called to order at {opened}, closed at {closed} (UTC{zone})"),
        ),
        (Some(opened), None) => say.say(
            format!("{day}{opened}开会（UTC{zone}）"),
            format!("{day}; called to order at {opened} (UTC{zone})"),
        ),
        _ => day,
    }
}

fn convening(say: &Say) -> String {
    let convening = &say.minutes.convening;
    let way = say.pick(&convening.way.name);
    let basis = convening
        .basis
        .as_ref()
        .map(|b| say.basis(b))
        .unwrap_or_default();
    let line = say.say(format!("{way}（{basis}）"), format!("{way} ({basis})"));
    let Some(needed) = convening.needed else {
        return line;
    };
    let signed = convening.signed.len();
    let names = say.units(&convening.signed);
    let roll = say.members(convening.roll);
    let counter = &say.minutes.association.counter.zh;
    say.say(
        format!("{line}；名册{roll}，须{needed}{counter}联名，已联名{signed}{counter}：{names}"),
        format!("{line}; of {roll} on the roll {needed} had to sign and {signed} did: {names}"),
    )
}

fn notice(say: &Say) -> String {
    let convening = &say.minutes.convening;
    let Some((sent, days)) = convening.notice.zip(convening.days) else {
        return say.word(["没有通知的记录", "none on record"]);
    };
    let sent = words::date(say.lang, sent);
    say.say(
        format!("{sent}发出，距会议{days}日"),
        format!("sent on {sent}, {days} days before the meeting"),
    )
}

/// The heading of an item, by the order it was taken up.
pub fn item_head(say: &Say, item: &Item, place: usize) -> String {
    let title = inline(&item.title);
    let order = u32::try_from(place + 1).unwrap_or(u32::MAX);
    let han = crate::charter::cite::han(order);
    let no = item.no;
    if item.taken_up.is_empty() {
        return say.say(
            format!("未进行的议程：{title}（议程第{no}项）"),
            format!("Not taken up: {title} (agenda item {no})"),
        );
    }
    say.say(
        format!("（{han}）{title}（议程第{no}项）"),
        format!("{order}. {title} (agenda item {no})"),
    )
}

/// What is to be said of an item before its motions: matter, notice, times, papers, recusals.
pub fn item_lines(say: &Say, item: &Item) -> Vec<String> {
    let mut lines = Vec::new();
    let notice = if item.on_notice {
        say.word(["列入会议通知", "on the notice"])
    } else {
        let added = say.time(&item.added);
        say.say(
            format!("未列入会议通知，{added}增列"),
            format!("not on the notice; added at {added}"),
        )
    };
    match &item.matter {
        Some(matter) => {
            let matter = say.matter(matter);
            lines.push(say.say(
                format!("事项：{matter}；{notice}。"),
                format!("Matter: {matter}; {notice}."),
            ));
        }
        None => lines.push(say.say(
            format!("不付表决的事项；{notice}。"),
            format!("Not for decision; {notice}."),
        )),
    }
    if let Some(first) = item.taken_up.first() {
        let time = say.time(first);
        lines.push(say.say(format!("{time}开始审议。"), format!("Taken up at {time}.")));
    }
    for filed in &item.filed {
        let name = say.pick(&filed.precondition.name);
        let note = inline(&filed.note);
        let document = filed.document.map_or_else(String::new, |no| {
            say.say(format!("（文件第{no}号）"), format!(" (paper {no})"))
        });
        lines.push(say.say(
            format!("备案：{name}——{note}{document}"),
            format!("On file: {name} — {note}{document}"),
        ));
    }
    lines.extend(item.recused.iter().map(|r| recusal(say, r)));
    lines
}

/// That an item put off before was taken up again.
pub fn taken_up_again(say: &Say, when: &Moment) -> String {
    let time = say.time(when);
    say.say(
        format!("{time}继续审议。"),
        format!("{time}: taken up again."),
    )
}

/// How an item ended.
pub fn item_end(say: &Say, ended: &Ended) -> String {
    let time = say.time(&ended.when);
    match &ended.end {
        ItemEnd::Closed => say.say(
            format!("{time}本项议程结束。"),
            format!("{time}: item closed."),
        ),
        ItemEnd::Postponed { why } => {
            let why = inline(why);
            say.say(
                format!("{time}推迟到本次会议稍后进行，理由：{why}。"),
                format!("{time}: put off within this meeting. Reason: {why}."),
            )
        }
        ItemEnd::Referred { why, .. } => {
            let why = inline(why);
            let body = ended
                .body
                .as_ref()
                .map(|b| say.pick(&b.name))
                .unwrap_or_default();
            say.say(
                format!("{time}移交{body}，理由：{why}。"),
                format!("{time}: referred to {body}. Reason: {why}."),
            )
        }
        ItemEnd::CarriedOver { why } => {
            let why = inline(why);
            say.say(
                format!("{time}转入下次会议，理由：{why}。"),
                format!("{time}: carried over to the next meeting. Reason: {why}."),
            )
        }
    }
}

/// A note.
pub fn note(say: &Say, note: &Note) -> String {
    let kind = words::note_kind(say.lang, note.kind);
    let time = say.time(&note.when);
    let (who, text) = (inline(&note.who), inline(&note.text));
    let private = if note.private {
        say.word(["〔不公开〕", "[not public] "])
    } else {
        String::new()
    };
    let who = if who.is_empty() {
        String::new()
    } else {
        say.say(format!("{who}："), format!("{who}: "))
    };
    say.say(
        format!("{time}　【{kind}】{private}{who}{text}"),
        format!("{time} {kind}: {private}{who}{text}"),
    )
}

/// How many notes a public copy leaves out.
pub fn left_out(say: &Say) -> Option<String> {
    let n = say.minutes.left_out;
    (n > 0).then(|| {
        say.say(
            format!("本公开本略去不公开的记事{n}条。"),
            format!("This public copy leaves out {n} private notes."),
        )
    })
}

/// The headings of the paper.
pub fn section(say: &Say, section: Section) -> String {
    say.word(match section {
        Section::Attendance => ["出席情况", "Attendance"],
        Section::Moves => ["人员变动", "Arrivals and departures"],
        Section::Observers => ["列席", "Attending without a vote"],
        Section::Proceedings => ["议程", "Proceedings"],
        Section::General => ["其他记事", "Other notes"],
        Section::Decisions => ["决议", "Decisions"],
        Section::Corrections => ["更正", "Corrections"],
        Section::Reversals => ["撤销的记录", "Entries taken back"],
        Section::Remarks => ["提示与说明", "Remarks and reasons given"],
        Section::Papers => ["文件", "Papers"],
        Section::Defaults => [
            "章程未明定处采用的做法",
            "Practice used where the charter is not explicit",
        ],
        Section::Signatures => ["签名", "Signatures"],
    })
}

/// A section of the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is named after what it holds")]
pub enum Section {
    Attendance,
    Moves,
    Observers,
    Proceedings,
    General,
    Decisions,
    Corrections,
    Reversals,
    Remarks,
    Papers,
    Defaults,
    Signatures,
}

/// The numbered heading of a section: `一、` / `1.`.
pub fn numbered(say: &Say, place: u32, heading: &str) -> String {
    let han = crate::charter::cite::han(place);
    say.say(format!("{han}、{heading}"), format!("{place}. {heading}"))
}

/// That there is nothing to list.
pub fn nothing(say: &Say, section: Section) -> String {
    match section {
        Section::Decisions => say.word(["本次会议没有作出决议。", "No decision was taken."]),
        Section::Proceedings => say.word(["没有议程。", "There was no agenda."]),
        _ => say.word(["无。", "None."]),
    }
}

/// The lines to sign on.
pub fn signatures(say: &Say) -> Vec<String> {
    let minutes = say.minutes;
    let presider = minutes
        .presiders
        .last()
        .map(|p| inline(&p.name))
        .unwrap_or_default();
    let recorder = minutes
        .recorders
        .last()
        .map(|r| inline(&r.name))
        .unwrap_or_default();
    let blank = "_".repeat(16);
    vec![
        say.say(
            format!("主持人（{presider}）：{blank}　　日期：{blank}"),
            format!("Presider ({presider}): {blank}  Date: {blank}"),
        ),
        say.say(
            format!("记录人（{recorder}）：{blank}　　日期：{blank}"),
            format!("Recorder ({recorder}): {blank}  Date: {blank}"),
        ),
    ]
}

/// The charter and the last entry of the log these minutes were compiled from.
pub fn colophon(say: &Say) -> Vec<String> {
    let minutes = say.minutes;
    let used = &minutes.charter;
    let (id, version, digest) = (inline(&used.id), used.version, &used.sha256);
    let head = &minutes.head;
    let short = head.sha256.parse::<crate::store::Digest>();
    let short = short.map(|d| d.short()).unwrap_or_default();
    let (entry, full) = (head.entry, &head.sha256);
    vec![
        say.say(
            format!("章程：{id} 第{version}版，SHA-256 {digest}"),
            format!("Charter: {id}, version {version}, SHA-256 {digest}"),
        ),
        say.say(
            format!("记录号 {entry} · {short} · {full}"),
            format!("Entry {entry} · {short} · {full}"),
        ),
    ]
}
