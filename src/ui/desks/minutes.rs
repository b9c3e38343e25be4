//! The desk of minutes: how far those of each meeting have come, and the step that comes next.

use super::minutes_forms::{Ask, Step};
use super::minutes_menu;
use crate::papers::Kind;
use crate::record::issue::{Life, ReopenMinutes, Role as Signs, State};
use crate::record::state::{Meeting, Phase};
use crate::record::{Command, Stamp};
use crate::text::{Lang, words};
use crate::ui::console::Console;
use crate::ui::desk::{Row, Table, column};
use crate::ui::theme::Role;
use crate::ui::view::{Opening, Pick};
use crate::ui::width::width;

/// What is done from the desk beside its forms; the first number is the meeting's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// Goes to the meeting's row.
    GoTo(u32),
    /// Shows the minutes as they would be issued now.
    Read(u32),
    /// Shows them, and Enter issues them.
    BeforeIssue(u32),
    /// Shows a version as it was issued.
    ReadVersion(u32, u32),
    /// Asks which item is worded.
    Word(u32),
    /// Asks in which language an item, or the whole, is worded.
    WordIn(u32, Option<u32>),
    /// Asks which remark is answered.
    Answer(u32),
    /// Issues a version.
    Issue(u32),
    /// Asks who signs at the ceremony.
    Ceremony(u32),
    /// Asks who signed on paper.
    Ink(u32),
    /// Takes the minutes up again.
    Reopen(u32),
    /// Writes the documents of the last version into a folder.
    Documents(u32),
    /// Writes the copy for the public into a folder.
    PublicCopy(u32),
    /// Lists the papers that can be made.
    Papers(u32),
    /// Shows a paper, from this decision where it is made from one.
    Paper(u32, Kind, Option<u32>),
    /// Writes it.
    WritePaper(u32, Kind, Option<u32>),
    /// Keys and the offices they are bound to.
    Keys(u32),
}

fn deed(deed: Deed) -> Pick {
    Pick::Minutes(deed)
}

/// The meeting a row stands for.
pub(super) fn of_row(console: &Console, row: u64) -> Option<&Meeting> {
    console.ledger.book.meetings.iter().find(|m| u64::from(m.no) == row)
}

/// How a meeting is called.
pub(in crate::ui) fn name(console: &Console, meeting: &Meeting) -> String {
    let charter = console.ledger.book.charter.as_deref();
    charter.map(|c| words::meeting_name(console.lang(), c, meeting)).unwrap_or_default()
}

/// How far its minutes have come, in a word; how far the meeting itself while it is not closed.
pub(super) fn state(console: &Console, lang: Lang, meeting: &Meeting) -> String {
    if meeting.phase != Phase::Closed {
        return words::phase(lang, meeting.phase);
    }
    let last = console.ledger.book.minutes_of(meeting.no).and_then(Life::last);
    match last {
        None => lang.say(["未出稿", "not issued"]),
        Some(version) if version.reopened => lang.say(["重新打开", "reopened"]),
        Some(version) => {
            let said = words::minutes_state(lang, version.state());
            if overtaken(console, meeting).is_none() {
                return said;
            }
            lang.join(&format!("{said}，有更正"), &format!("{said}, corrected"))
        }
    }
}

/// How far minutes have come that say otherwise than a correction made since.
fn overtaken(console: &Console, meeting: &Meeting) -> Option<State> {
    let life = console.ledger.book.minutes_of(meeting.no)?;
    life.overtaken().map(|(version, _)| version.state())
}

/// `第2稿` / `v2`.
pub(super) fn version_name(lang: Lang, no: u32) -> String {
    lang.join(&format!("第{no}稿"), &format!("version {no}"))
}

/// Who has still to sign a version there is.
pub(super) fn to_sign(console: &Console, meeting: &Meeting) -> Vec<(Signs, String)> {
    let book = &console.ledger.book;
    let version = book.minutes_of(meeting.no).and_then(Life::last);
    if version.is_none_or(|v| v.reopened) {
        return Vec::new();
    }
    book.still_to_sign(meeting)
}

/// See [`super::table`].
pub fn table(console: &Console) -> Table {
    let lang = console.lang().first();
    let book = &console.ledger.book;
    let mut rows = Vec::new();
    let mut waiting = 0;
    for meeting in book.meetings.iter().rev() {
        let life = book.minutes_of(meeting.no);
        let version = life.and_then(Life::last).map(|v| v.of.version);
        let state = state(console, lang, meeting);
        let left: Vec<String> = to_sign(console, meeting).into_iter().map(|(_, who)| who).collect();
        let name = name(console, meeting);
        let waits = is_to_do(console, meeting);
        waiting += u32::from(waits);
        let published = life.and_then(Life::state) == Some(State::Published);
        let day = meeting.date.to_string();
        let version = version.map(|no| no.to_string()).unwrap_or_default();
        rows.push(Row {
            id: u64::from(meeting.no),
            find: format!("{name}\n{day}\n{state}\n{}", meeting.no),
            cells: vec![name, day, version, state, left.join(&lang.say(["、", ", "]))],
            role: match (waits, published) {
                (true, _) => Role::Accent,
                (_, true) => Role::Dim,
                _ => Role::Text,
            },
        });
    }
    // As wide as what stands in them, so that the name has the rest.
    let longest = |at: usize| {
        let cells = rows.iter().filter_map(|r: &Row| r.cells.get(at));
        cells.map(|c| width(c)).max().unwrap_or(0).clamp(8, 24)
    };
    let (states, left) = (longest(3), longest(4));
    let sums = (waiting > 0).then(|| {
        console.lang().join(
            &format!("还要办的会议记录：{waiting}份。Enter 办下一步，空格列出全部。"),
            &format!(
                "Minutes to be seen to: {waiting}. Enter takes the next step, Space lists all."
            ),
        )
    });
    Table {
        sums: sums.into_iter().collect(),
        columns: vec![
            column(lang.say(["会议", "meeting"]), 0),
            column(lang.say(["日期", "day"]), 10),
            column(lang.say(["稿", "ver."]), 4),
            column(lang.say(["状态", "state"]), states),
            column(lang.say(["待签", "to sign"]), left),
        ],
        rows,
        empty: console.lang().say([
            "还没有会议。先在首页召集一次会议。",
            "There has been no meeting yet. Call one from the home screen.",
        ]),
    }
}

/// How many minutes wait, for the home screen.
pub fn brief(console: &Console) -> Option<String> {
    let book = &console.ledger.book;
    let waiting = book.meetings.iter().filter(|m| is_to_do(console, m)).count();
    (waiting > 0).then(|| {
        let lang = console.lang().first();
        lang.join(&format!("待办{waiting}份"), &format!("{waiting} to see to"))
    })
}

/// What comes next for the minutes of a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Next {
    Read,
    Issue,
    Answer,
    Approve,
    Sign(Signs, String),
    Publish,
    Reopen,
    Slip,
    Nothing,
}

fn next(console: &Console, meeting: &Meeting) -> Next {
    if meeting.phase != Phase::Closed {
        return Next::Read;
    }
    let life = console.ledger.book.minutes_of(meeting.no);
    let unanswered = life.is_some_and(|l| l.unanswered() > 0);
    let version = life.and_then(|l| Some((l, l.last()?))).filter(|(_, v)| !v.reopened);
    let Some((life, version)) = version else {
        return if unanswered { Next::Answer } else { Next::Issue };
    };
    match overtaken(console, meeting) {
        Some(State::Published) => return Next::Slip,
        Some(_) => return Next::Reopen,
        None => {}
    }
    let left = to_sign(console, meeting);
    match version.state() {
        State::Draft if unanswered => Next::Answer,
        State::Draft if life.changed > version.of.head_entry => Next::Issue,
        State::Draft => Next::Approve,
        State::Approved | State::Signed => match left.into_iter().next() {
            Some((role, who)) => Next::Sign(role, who),
            None => Next::Publish,
        },
        State::Published => Next::Nothing,
    }
}

/// What Enter does, in words.
pub(super) fn next_line(console: &Console, meeting: &Meeting) -> Option<String> {
    let lang = console.lang();
    Some(match next(console, meeting) {
        Next::Read => {
            lang.say(["闭会后编发；现在可以预览", "issued after the closing; can be previewed"])
        }
        Next::Issue => lang.say(["看一遍，编发一稿", "read it through and issue a version"]),
        Next::Answer => lang.say(["答复对草稿的意见", "answer the remarks on the draft"]),
        Next::Approve => match untaken(console, meeting) {
            Some(no) => lang.join(
                &format!("意见{no}已采纳，第1稿之后没有改文字；改过再编发，或登记已通过"),
                &format!("remark {no} was taken up and no word changed since version 1; word it and issue again, or record that it was approved"),
            ),
            None => lang.say(["登记已通过", "record that it was approved"]),
        },
        Next::Sign(role, who) if nobody_signed(console, meeting) => {
            let role = words::role(lang, role);
            lang.join(
                &format!("写出文书并打印，然后{role}{who}签署"),
                &format!("write the documents and print them, then {who} signs as {role}"),
            )
        }
        Next::Sign(role, who) => {
            let role = words::role(lang, role);
            lang.join(&format!("{role}{who}签署"), &format!("{who} signs as {role}"))
        }
        Next::Publish => {
            lang.say(["写出文书，登记发布", "write the documents, record where they went"])
        }
        Next::Reopen => {
            lang.say(["有更正：重新打开，或出更正单", "corrected since: reopen, or issue a slip"])
        }
        Next::Slip => lang.say(["有更正：出更正单", "corrected since: issue a slip"]),
        Next::Nothing => return None,
    })
}

/// Whether the last version bears no signature at all.
fn nobody_signed(console: &Console, meeting: &Meeting) -> bool {
    let version = console.ledger.book.minutes_of(meeting.no).and_then(Life::last);
    version.is_some_and(|v| v.signatures.is_empty())
}

/// The first remark that was taken up while the first version stands as it was issued.
pub(super) fn untaken(console: &Console, meeting: &Meeting) -> Option<u32> {
    let life = console.ledger.book.minutes_of(meeting.no)?;
    let [version] = life.versions.as_slice() else { return None };
    let taken = life.remarks.iter().find(|r| r.answer.as_ref().is_some_and(|a| a.taken))?;
    (life.changed <= version.of.head_entry).then_some(taken.remark.remark)
}

/// Whether there is something to be done with the minutes of a closed meeting, their publication too.
fn is_to_do(console: &Console, meeting: &Meeting) -> bool {
    meeting.phase == Phase::Closed && next(console, meeting) != Next::Nothing
}

/// See [`super::open`].
pub fn open(console: &mut Console, row: u64, now: Stamp) {
    let Some((no, next)) = of_row(console, row).map(|m| (m.no, next(console, m))) else {
        return;
    };
    let form = |step| Opening::Minutes(Ask { meeting: no, step });
    match next {
        Next::Read => carry_out(console, Deed::Read(no), now),
        Next::Issue => carry_out(console, Deed::BeforeIssue(no), now),
        Next::Answer => carry_out(console, Deed::Answer(no), now),
        Next::Approve => console.open_form(&form(Step::Approve), now),
        Next::Sign(role, who) => console.open_form(&form(Step::Compare(role, who)), now),
        Next::Publish => console.open_form(&form(Step::Publish), now),
        Next::Reopen => carry_out(console, Deed::Reopen(no), now),
        Next::Slip => console.open_form(&form(Step::Slip), now),
        Next::Nothing => super::page(console, super::Which::Minutes, row, now),
    }
}

/// Does what a line of a menu says.
pub fn carry_out(console: &mut Console, what: Deed, now: Stamp) {
    let lang = console.lang();
    match what {
        Deed::GoTo(no) => {
            let today = now.date_naive();
            console.go_to_row(super::Which::Minutes, u64::from(no), None, today);
        }
        Deed::Read(no) => console.show_minutes(no, None),
        Deed::BeforeIssue(no) => console.show_minutes(no, Some(deed(Deed::Issue(no)))),
        Deed::ReadVersion(no, version) => console.show_version(no, version),
        Deed::Issue(no) => console.issue_minutes(no, now),
        Deed::Reopen(no) => {
            let command = Command::ReopenMinutes(ReopenMinutes {});
            console.submit_of(Some(no), command, Vec::new(), None, now);
        }
        Deed::Documents(no) => console.start_folder(no, false, None, now),
        Deed::PublicCopy(no) => console.start_folder(no, true, None, now),
        Deed::Paper(no, kind, decision) => console.show_paper(no, kind, decision, now),
        Deed::WritePaper(no, kind, decision) => console.write_paper(no, kind, decision),
        Deed::Word(_)
        | Deed::WordIn(..)
        | Deed::Answer(_)
        | Deed::Ceremony(_)
        | Deed::Ink(_)
        | Deed::Papers(_)
        | Deed::Keys(_) => {
            let Some((title, lines)) = minutes_menu::choices(console, &what) else {
                return console.nothing();
            };
            // A question with one answer is not asked.
            if let [(_, pick)] = lines.as_slice() {
                let pick = pick.clone();
                return match pick {
                    Pick::Open(opening) => console.open_form(&opening, now),
                    Pick::Minutes(deed) => carry_out(console, deed, now),
                    _ => console.nothing(),
                };
            }
            console.view.menu(lang.say(title), super::numbered(lines));
        }
    }
}

impl Console {
    /// Goes to the desk, to the row of the meeting looked at.
    pub(in crate::ui) fn go_to_minutes(&mut self, now: Stamp) {
        match self.view.meeting {
            Some(no) if !self.at_home() => carry_out(self, Deed::GoTo(no), now),
            _ => self.go_to_desk(super::Which::Minutes),
        }
    }
}
