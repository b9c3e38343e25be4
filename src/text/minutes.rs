//! The minutes in words: every sentence of the paper, in Chinese or in English.
//!
//! What was said at the table is printed as it was typed; what the charter says comes from its file.
//! No sentence here holds a percentage: figures are counts, and shares are said as the charter has them.

mod ballots;
pub mod digest;
mod drafts;
pub mod figures;
mod follow;
mod heading;
mod issue;
mod items;
mod marks;
mod motions;
mod notice;
mod people;
mod records;
mod votes;

pub use ballots::{plan_lines, result_lines, round_head, round_lines};
pub use drafts::{compared, draft_head, rules_compared};
pub use follow::outstanding;
pub use heading::{facts, meeting_name, preview, title};
pub use issue::{reopened, wording};
pub use items::{in_hand, item_end, item_head, item_lines, note, taken_up_again};
pub use marks::{inline, quote, reason};
pub use motions::{amended, becomes, moved, reworded};
pub use people::{
    HeadsOf, groups, heads, labelled, movement, names, observers, presiders, quorum, recorders,
    recusal,
};
pub use records::{
    correction, decision, default_used, enactment, loss, paper, reading_used, remark, reversal,
    touched_elsewhere, touched_rule,
};
pub use votes::{round, vote_basis, vote_head, vote_outcome};

use super::{Lang, Words, words};
use crate::charter::{Basis, Charter, Clauses, Name};
use crate::minutes::agenda::MatterNamed;
use crate::minutes::types::{Minutes, Moment};
use crate::record::election::Task;
use crate::record::event::Subject;
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
        let book = Book { charter: Some(Arc::new(charter.clone())), ..Book::default() };
        Self { lang, charter, minutes, book }
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
        self.lang.pick(&words::counted(&self.minutes.association.counter, n))
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

    pub(super) fn matter(&self, matter: &MatterNamed) -> String {
        let title = self.pick(&matter.named.name);
        if matter.clauses.0.is_empty() {
            return title;
        }
        let clauses = self.clauses(&matter.clauses);
        self.say(format!("{title}（{clauses}）"), format!("{title} ({clauses})"))
    }

    fn subjects(&self, subjects: &[Subject]) -> String {
        let names: Vec<String> = subjects.iter().map(|s| inline(&s.name)).collect();
        self.list(&names)
    }
}

/// What stands between two sentences.
pub fn blank(say: &Say) -> &'static str {
    if say.lang == Lang::En { " " } else { "" }
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
        Section::Outstanding => ["以往决定的执行情况", "Earlier decisions still to be carried out"],
        Section::Proceedings => ["议程", "Proceedings"],
        Section::General => ["其他记事", "Other notes"],
        Section::Decisions => ["决议", "Decisions"],
        Section::Corrections => ["更正", "Corrections"],
        Section::Reversals => ["撤销的记录", "Entries taken back"],
        Section::Remarks => ["提示与说明", "Remarks and reasons given"],
        Section::Papers => ["文件", "Papers"],
        Section::Defaults => {
            ["章程未明定处采用的做法", "Practice used where the charter is not explicit"]
        }
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
    Outstanding,
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

/// The lines to sign on: what is signed for, who is to sign where that is known, and the word for the day:
/// the one who presided, the recorder, and those who counted the papers of an election.
pub fn signatures(say: &Say) -> Vec<[String; 3]> {
    let minutes = say.minutes;
    let line = |role: String, who: String| [role, who, say.word(["日期：", "Date: "])];
    let mut lines = vec![presider_line(say)];
    let recorder = minutes.recorders.last().map(|r| inline(&r.name)).unwrap_or_default();
    lines.push(line(say.word(["记录人", "Recorder"]), recorder));
    for teller in minutes.items.iter().filter_map(|i| i.election.as_ref()).flat_map(|e| &e.tellers)
    {
        if teller.task != Task::Reader {
            let task = words::capital(&super::election::task(say.lang, teller.task));
            let one = line(task, inline(&teller.name));
            if !lines.contains(&one) {
                lines.push(one);
            }
        }
    }
    lines
}

/// The line of the one who presided last.
pub fn presider_line(say: &Say) -> [String; 3] {
    let presider = say.minutes.presiders.last().map(|p| inline(&p.name)).unwrap_or_default();
    [say.word(["主持人", "Presider"]), presider, say.word(["日期：", "Date: "])]
}

/// That the meeting is over, as the last line of its proceedings.
pub fn adjourned(say: &Say) -> Option<String> {
    let time = say.time(&say.minutes.closed?);
    Some(say.say(format!("{time}　散会。"), format!("{time} The meeting was closed.")))
}

/// The charters the meeting was held under, by their digests.
pub fn colophon(say: &Say) -> Vec<String> {
    let minutes = say.minutes;
    let used = &minutes.charter;
    let id = inline(&used.id);
    let (head, mut lines) = (&minutes.head, Vec::new());
    for (place, one) in minutes.charters.iter().enumerate() {
        let (version, digest, entry) = (one.version, &one.sha256, one.entry);
        let from = match place {
            0 => String::new(),
            _ => say.say(format!("（自第{entry}条起）"), format!(" (from entry {entry})")),
        };
        lines.push(say.say(
            format!("章程：{id} 第{version}版{from}，SHA-256 {digest}"),
            format!("Charter: {id}, version {version}{from}, SHA-256 {digest}"),
        ));
    }
    let short = head.sha256.parse::<crate::store::Digest>();
    let short = short.map(|d| d.short()).unwrap_or_default();
    let entry = head.entry;
    lines.push(say.say(
        format!("据会议簿整理，至第{entry}条，校验字{short}。"),
        format!("Compiled from the book up to entry {entry}, check word {short}."),
    ));
    lines
}

/// The head line: where the paper comes from, and the seal of the last entry of the log it was compiled
/// from, in groups of four for whoever compares it by eye.
pub fn head_line(say: &Say) -> String {
    let minutes = say.minutes;
    let (head, id) = (&minutes.head, inline(&minutes.association.id));
    let letters: Vec<char> = head.sha256.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(|g| g.iter().collect()).collect();
    let (entry, groups) = (head.entry, groups.join(" "));
    say.say(format!("{id} · 第{entry}条 · {groups}"), format!("{id} · entry {entry} · {groups}"))
}
