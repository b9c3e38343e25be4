//! One line for each entry of the log: for the log view, for undo and for the minutes' timeline.

use super::line::line;
use super::{clock, counted, meeting_title, outcome_name, two};
use crate::charter::{Charter, Name};
use crate::record::Book;
use crate::record::event::{Chairing, Entry, Touched};
use crate::record::state::Meeting;
use crate::text::Lang;

/// What an entry says, in one line without a stop; late entries and reasons are marked.
///
/// The text of a private note is not repeated here.
pub fn event_line(lang: Lang, book: &Book, meeting: Option<&Meeting>, entry: &Entry) -> String {
    let said = line(&Told { book, meeting }, &entry.fact.event);
    let mut said = one_line(&said);
    if let Some(answered) = &entry.fact.answered {
        let why = answered.reason.trim();
        said = two(format!("{}；理由：{why}", said.zh), format!("{}; reason: {why}", said.en));
    }
    if entry.is_late() {
        let at = clock(entry.entered);
        said = two(
            format!("{}（补录于{at}）", said.zh),
            format!("{} (entered late at {at})", said.en),
        );
    }
    lang.pick(&said)
}

/// What a correction touches; nothing is changed by the listing.
pub fn touched(lang: Lang, book: &Book, touched: &Touched) -> String {
    let Touched { meeting, vote, what, was, would_be } = touched;
    let known = book.charter.as_deref().zip(book.meeting(*meeting));
    let meeting = known.map_or_else(
        || two(format!("第{meeting}号会议"), format!("meeting {meeting}")),
        |(charter, meeting)| meeting_title(charter, meeting),
    );
    let what = match what.as_str() {
        "base" => two("基数", "the base"),
        "present" => two("参加表决数", "the number of voters"),
        "needed" => two("所需票数", "the votes needed"),
        "yes" => two("赞成票", "the votes in favour"),
        "verdict" => two("结果", "the outcome"),
        "text" => two("所表决的文本", "the text voted on"),
        "charter" => two("所依据的章程版本", "the version of the charter it was judged by"),
        other => Book::said(other),
    };
    let value = |text: &str| match text {
        "carried" => outcome_name(true),
        "lost" => outcome_name(false),
        other => Book::said(other),
    };
    // What another text would have made of it nobody knows; that it was this one is to be seen.
    if would_be == "-" {
        return lang.pick(&two(
            format!("{}第{vote}次表决：{}为第{was}版", meeting.zh, what.zh),
            format!("{}, vote {vote}: {} was version {was}", meeting.en, what.en),
        ));
    }
    let (was, would_be) = (value(was), value(would_be));
    lang.pick(&two(
        format!("{}第{vote}次表决：{}记录为{}，应为{}", meeting.zh, what.zh, was.zh, would_be.zh),
        format!(
            "{}, vote {vote}: {} on record {}, would be {}",
            meeting.en, what.en, was.en, would_be.en
        ),
    ))
}

/// What a line is told from.
pub(super) struct Told<'a> {
    pub book: &'a Book,
    pub meeting: Option<&'a Meeting>,
}

impl Told<'_> {
    pub fn charter(&self) -> Option<&Charter> {
        self.book.charter.as_deref()
    }
    pub fn unit(&self, no: u32) -> String {
        self.book.unit_name(no)
    }
    /// `第4项“…”`
    pub fn item(&self, no: u32) -> Name {
        match self.meeting.and_then(|m| m.item(no)) {
            Some(item) => {
                let title = &item.new.title;
                two(format!("第{no}项“{title}”"), format!("item {no}, “{title}”"))
            }
            None => two(format!("第{no}项"), format!("item {no}")),
        }
    }
    pub fn members(&self, n: usize) -> Name {
        let n = u32::try_from(n).unwrap_or(u32::MAX);
        match self.charter() {
            Some(charter) => counted(&charter.identity.counter, n),
            None => Book::said(&n.to_string()),
        }
    }
    pub fn right_to_preside(&self, chairing: &Chairing) -> Name {
        let rights = self.charter().map(|c| c.presiders.as_slice());
        let right = rights.unwrap_or_default().iter().find(|p| p.id == chairing.basis);
        right.map_or_else(|| Book::said(&chairing.basis), |p| p.name.clone())
    }
}

/// Line breaks and runs of blanks become one blank.
fn one_line(said: &Name) -> Name {
    let flat = |text: &str| {
        let lines: Vec<&str> = text.lines().map(str::trim).filter(|l| !l.is_empty()).collect();
        lines.join(" ")
    };
    two(flat(&said.zh), flat(&said.en))
}
