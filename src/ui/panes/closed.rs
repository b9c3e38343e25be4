//! What the panes show of a meeting that is over: what was decided, who was there, and what comes next.

use super::more;
use crate::record::event::ItemEnd;
use crate::record::state::{ItemState, Meeting, Motion, Vote, VoteState};
use crate::text::verdict as says;
use crate::text::{Lang, Words, words};
use crate::ui::console::Console;
use crate::ui::draw::pane;
use crate::ui::keys::{self, Action};
use crate::ui::theme::{Role, style};
use crate::ui::view::Pane;
use crate::ui::width::{shorten_end, wrap};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

/// Lines of a column, each wrapped.
struct Column<'a> {
    console: &'a Console,
    lang: Lang,
    cells: usize,
    lines: Vec<Line<'static>>,
}

impl Column<'_> {
    fn head(&mut self, words: Words) {
        if !self.lines.is_empty() {
            self.lines.push(Line::default());
        }
        let text = self.lang.say(words);
        self.lines.push(Line::styled(text, style(self.console.view.theme, Role::Title)));
    }
    fn put(&mut self, indent: usize, text: &str, style: Style) {
        for line in wrap(text, self.cells.saturating_sub(indent).max(8)) {
            self.lines.push(Line::styled(format!("{}{line}", " ".repeat(indent)), style));
        }
    }
    fn text(&mut self, text: &str) {
        self.put(2, text, style(self.console.view.theme, Role::Text));
    }
    fn dim(&mut self, text: &str) {
        self.put(2, text, style(self.console.view.theme, Role::Dim));
    }
}

fn column<'a>(console: &'a Console, cells: u16) -> Column<'a> {
    let lang = if cells < 64 { console.lang().first() } else { console.lang() };
    Column { console, lang, cells: usize::from(cells), lines: Vec::new() }
}

/// Every question that was put, with its number and its figures.
pub fn decisions(frame: &mut Frame, console: &Console, meeting: &Meeting, area: Rect) {
    let lang = console.lang().first();
    let put: Vec<(&Motion, &Vote)> = meeting
        .votes
        .iter()
        .filter(|v| v.state == VoteState::Declared)
        .filter_map(|v| Some((meeting.motion(v.motion)?, v)))
        .filter(|(m, _)| m.amends.is_none())
        .collect();
    let count = put.len();
    let right = lang.each(|l| match l {
        Lang::En => format!("voted on: {count}"),
        _ => format!("表决{count}件"),
    });
    let inner = pane(frame, console, Pane::Motion, &right, area);
    let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    let theme = console.view.theme;
    let mut all = column(console, inner.width);
    let lang = all.lang;
    if put.is_empty() {
        all.dim(&lang.say(["没有表决过议案。", "Nothing was put to the vote."]));
    }
    let rows = usize::from(inner.height);
    let nothing = all.lines.clone();
    // In full where that fits, else a line for what was decided and one for the figures.
    for brief in [false, true] {
        all.lines.clone_from(&nothing);
        for (motion, vote) in &put {
            one(&mut all, console, meeting, motion, vote, brief, theme);
        }
        if all.lines.len() <= rows {
            break;
        }
    }
    frame.render_widget(
        Paragraph::new(more::fold_at(console, all.lines, rows, Action::Minutes)),
        inner,
    );
}

fn one(
    all: &mut Column,
    console: &Console,
    meeting: &Meeting,
    motion: &Motion,
    vote: &Vote,
    brief: bool,
    theme: crate::ui::theme::Theme,
) {
    let lang = all.lang;
    let book = &console.ledger.book;
    let (Some(declared), Some(charter)) = (vote.declared.last(), book.charter.as_deref()) else {
        return;
    };
    let number = book
        .decisions
        .iter()
        .find(|d| d.meeting == meeting.no && d.vote == vote.no)
        .map(|d| d.number.clone())
        .filter(|n| !n.is_empty())
        .unwrap_or_default();
    let (sign, role) =
        if declared.carried { ("✓", Role::Present) } else { ("✗", Role::VoteNo) };
    let outcome = words::outcome(lang.first(), declared.carried);
    let head = format!("{sign} {outcome}  {number}");
    all.put(0, head.trim_end(), style(theme, role));
    let text = motion.text.replace('\n', " ");
    if brief {
        all.text(&shorten_end(&text, all.cells.saturating_sub(2)));
    } else {
        all.text(&text);
    }
    let verdict = &declared.verdict;
    if brief {
        let (yes, base) = (verdict.tally.yes, verdict.base);
        let needed = says::needed_words(lang.first(), verdict.needed);
        all.dim(&match lang.first() {
            Lang::En => format!("{yes} in favour of {base}, {needed}"),
            _ => format!("基数{base}，{needed}，赞成{yes}票"),
        });
    } else {
        let outcome = Some(declared.carried);
        all.dim(&says::explanation(lang, charter, verdict, &vote.frozen, outcome));
        all.lines.push(Line::default());
    }
}

/// Attendance, what is left over, where the minutes go.
pub fn after(frame: &mut Frame, console: &Console, meeting: &Meeting, area: Rect) {
    let inner = pane(frame, console, Pane::Vote, "", area);
    let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    let mut all = column(console, inner.width);
    let (lang, book) = (all.lang, &console.ledger.book);
    all.head(["会议已闭会", "The meeting is closed"]);
    if let (Some(opened), Some(closed)) = (meeting.opened, meeting.closed) {
        let [opened, closed] = [opened, closed].map(|at| words::clock(console.local(at)));
        all.text(&lang.each(|l| match l {
            Lang::En => format!("{}, {opened} to {closed}", words::date(l, meeting.date)),
            _ => format!("{}，{opened}开会，{closed}闭会", words::date(l, meeting.date)),
        }));
    }
    all.head(["到会情况", "Attendance"]);
    let heads = meeting.headcount(&book.roll_of(&meeting.body));
    all.text(&words::headcount(lang, &heads));
    left_over(&mut all, console, meeting);
    all.head(["会议记录", "Minutes"]);
    let key = keys::binding(Action::Minutes).map(keys::shown).unwrap_or_default();
    let menu = keys::binding(Action::Menu).map(keys::shown).unwrap_or_default();
    all.text(&lang.each(|l| match l {
        Lang::En => format!("{key} shows them; {menu}, “export the minutes”, writes the file:"),
        _ => format!("{key} 查看；{menu} 选“导出纪要”写成文件："),
    }));
    match console.minutes_path() {
        Some(path) => all.dim(&path.display().to_string()),
        None => all.dim(&lang.say(["（在会议簿旁边）", "(beside the book)"])),
    }
    all.head(["之后", "Next"]);
    let effective: Vec<u32> =
        book.pending.iter().filter(|p| p.meeting == meeting.no).map(|p| p.decision).collect();
    if !effective.is_empty() {
        let n = effective.len();
        all.text(&lang.each(|l| match l {
            Lang::En => format!("Decisions still to take effect: {n}."),
            _ => format!("还有{n}项决议尚未生效。"),
        }));
    }
    let desk = keys::binding(Action::MinutesDesk).map(|b| lang.say(b.label)).unwrap_or_default();
    all.text(&lang.each(|l| match l {
        Lang::En => format!(
            "Read the minutes through and issue them; presider and recorder sign ({menu}, “{desk}”)."
        ),
        _ => format!("核对并编发会议记录，请主持人和记录人签名（{menu} 选“{desk}”）。"),
    }));
    let quit = keys::binding(Action::Quit).map(keys::shown).unwrap_or_default();
    all.text(&lang.each(|l| match l {
        Lang::En => format!("{quit} leaves. Opened again, the book can call the next meeting."),
        _ => format!("{quit} 退出。再打开这本会议簿，即可召集下一次会议。"),
    }));
    let rows = usize::from(inner.height);
    let lines = more::fold_at(console, all.lines, rows, Action::Minutes);
    frame.render_widget(Paragraph::new(lines), inner);
}

/// What was not dealt with, by where it went.
fn left_over(all: &mut Column, console: &Console, meeting: &Meeting) {
    let lang = all.lang;
    let charter = console.ledger.book.charter.as_deref();
    let ended = |wanted: fn(&ItemEnd) -> bool| {
        let places = meeting.items.iter().enumerate().filter(move |(_, item)| match &item.state {
            ItemState::Ended(end) => wanted(end),
            _ => false,
        });
        places.map(|(place, _)| (place + 1).to_string()).collect::<Vec<_>>()
    };
    let over = ended(|e| matches!(e, ItemEnd::CarriedOver { .. }));
    let off = ended(|e| matches!(e, ItemEnd::Postponed { .. }));
    let referred: Vec<(usize, String)> = meeting
        .items
        .iter()
        .enumerate()
        .filter_map(|(place, item)| match &item.state {
            ItemState::Ended(ItemEnd::Referred { body, .. }) => {
                let name = charter.and_then(|c| c.body(body)).map(|b| lang.pick(&b.name));
                Some((place + 1, name.unwrap_or_else(|| body.clone())))
            }
            _ => None,
        })
        .collect();
    if over.is_empty() && off.is_empty() && referred.is_empty() {
        return;
    }
    all.head(["未了事项", "Left over"]);
    for (items, [zh, en]) in
        [(over, ["转下次会议", "to the next meeting"]), (off, ["缓议", "put off"])]
    {
        if !items.is_empty() {
            all.text(&lang.each(|l| match l {
                Lang::En => format!("→ {en}: item {}", items.join(", ")),
                _ => format!("→ {zh}：第{}项", items.join("、")),
            }));
        }
    }
    for (place, body) in referred {
        all.text(&lang.each(|l| match l {
            Lang::En => format!("↗ to {body}: item {place}"),
            _ => format!("↗ 转{body}：第{place}项"),
        }));
    }
}
