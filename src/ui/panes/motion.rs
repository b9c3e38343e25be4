//! The motion pane: matter, rule, preconditions and text of the item in hand.

use crate::charter::{Charter, Matter};
use crate::record::Book;
use crate::record::decide::{Power, power};
use crate::record::state::{Item, Meeting, Motion, MotionState};
use crate::text::findings::{self, Reader};
use crate::text::{Lang, charter as charter_text, words};
use crate::ui::console::Console;
use crate::ui::draw::pane;
use crate::ui::theme::{Role, style};
use crate::ui::view::Pane;
use crate::ui::width::{pad_right, width, wrap};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

/// Draws it.
pub fn draw(frame: &mut Frame, console: &Console, meeting: &Meeting, area: Rect) {
    let lang = console.lang();
    let motion = console.chosen_motion();
    let right = motion.map(|m| words::motion_state(lang, m.state)).unwrap_or_default();
    let inner = pane(frame, console, Pane::Motion, &right, area);
    let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    let Some(item) = meeting.item_in_hand() else {
        let text = lang.say(["没有正在审议的议程项。", "No item is in hand."]);
        let line = Line::styled(text, style(console.view.theme, Role::Dim));
        frame.render_widget(Paragraph::new(line), inner);
        return;
    };
    let mut rows = Rows { console, cells: usize::from(inner.width), lines: Vec::new() };
    let matter = motion
        .map(|m| m.matter.as_str())
        .or(item.new.matter.as_deref())
        .and_then(|m| console.ledger.book.charter.as_deref()?.matter(m));
    rows.item(meeting, item, matter);
    match motion {
        Some(motion) => rows.motion(meeting, motion),
        None if !item.new.draft.is_empty() => {
            rows.blank();
            rows.text(["草案", "draft"], &item.new.draft, Role::Dim);
        }
        None => {}
    }
    rows.notes(meeting, item);
    frame.render_widget(Paragraph::new(rows.lines), inner);
}

struct Rows<'a> {
    console: &'a Console,
    cells: usize,
    lines: Vec<Line<'static>>,
}

impl Rows<'_> {
    fn lang(&self) -> Lang {
        self.console.lang()
    }
    fn blank(&mut self) {
        self.lines.push(Line::default());
    }
    /// A label and a text that wraps beside it.
    fn text(&mut self, label: [&'static str; 2], text: &str, role: Role) {
        let theme = self.console.view.theme;
        let label = self.lang().say(label);
        let indent = width(&label) + 2;
        for (place, line) in
            wrap(text, self.cells.saturating_sub(indent).max(8)).into_iter().enumerate()
        {
            let head = if place == 0 { pad_right(&label, indent) } else { " ".repeat(indent) };
            self.lines.push(Line::from(vec![
                Span::styled(head, style(theme, Role::Dim)),
                Span::styled(line, style(theme, role)),
            ]));
        }
    }

    fn item(&mut self, meeting: &Meeting, item: &Item, matter: Option<&Matter>) {
        let lang = self.lang();
        let book = &self.console.ledger.book;
        self.text(["题目", "item"], &item.new.title, Role::Title);
        let (Some(matter), Some(charter)) = (matter, book.charter.as_deref()) else {
            return;
        };
        let clauses = charter_text::clauses(charter, &matter.clauses, lang);
        self.text(
            ["事项", "matter"],
            &match clauses.as_str() {
                "" => lang.pick(&matter.title),
                _ => format!("{}（{clauses}）", lang.pick(&matter.title)),
            },
            Role::Text,
        );
        self.text(["规则", "rule"], &rule_intro(lang, book, charter, meeting, matter), Role::Text);
        let mut papers = Vec::new();
        for id in &matter.requires {
            let filed = item.filed.iter().any(|f| f.precondition == *id);
            let name = charter.precondition(id).map(|p| lang.pick(&p.name)).unwrap_or_default();
            papers.push(format!("{} {name}", if filed { "✓" } else { "✗" }));
        }
        let notice = if item.on_notice {
            ["✓ 列入通知", "✓ on the notice"]
        } else {
            ["✗ 未列入通知", "✗ not on the notice"]
        };
        papers.push(lang.say(notice));
        self.text(["前提", "papers"], &papers.join("  "), Role::Text);
        if !item.recused.is_empty() {
            let names: Vec<String> =
                item.recused.keys().map(|u| format!("{u} {}", book.unit_name(*u))).collect();
            self.text(["回避", "recused"], &names.join("、"), Role::Text);
        }
    }

    fn motion(&mut self, meeting: &Meeting, motion: &Motion) {
        let lang = self.lang();
        if !motion.mover.is_empty() || !motion.seconder.is_empty() {
            let by = [motion.mover.clone(), motion.seconder.clone()];
            let by: Vec<String> = by.into_iter().filter(|b| !b.is_empty()).collect();
            self.text(["提出", "moved"], &by.join(" · "), Role::Text);
        }
        self.blank();
        let label =
            if motion.amends.is_some() { ["修正", "amendment"] } else { ["议案", "motion"] };
        self.text(label, &motion.text, Role::Text);
        if let Some((_, becomes)) = &motion.amends {
            self.text(["改为", "becomes"], becomes, Role::Text);
        }
        if motion.text != motion.proposed && motion.amends.is_none() {
            self.text(["原案", "proposed"], &motion.proposed, Role::Dim);
        }
        for (place, subject) in motion.subjects.iter().enumerate() {
            let sign = match motion.by_subject.get(place).copied().flatten() {
                Some(true) => "✓",
                Some(false) => "✗",
                None => "·",
            };
            self.text(["对象", "concerns"], &format!("{sign} {}", subject.name), Role::Text);
        }
        let waits = meeting
            .motions
            .iter()
            .filter(|m| {
                m.amends.as_ref().is_some_and(|(to, _)| *to == motion.no)
                    && m.state == MotionState::Pending
            })
            .count();
        if waits > 0 {
            let text = lang.each(|l| match l {
                Lang::En => format!("{waits} to be voted first (8 shows them)"),
                _ => format!("{waits}件须先表决（按8查看）"),
            });
            self.text(["修正", "amendments"], &text, Role::Notice);
        }
    }

    fn notes(&mut self, meeting: &Meeting, item: &Item) {
        let mut notes = meeting.notes.iter().filter(|n| n.item == Some(item.no)).peekable();
        if notes.peek().is_some() {
            self.blank();
        }
        for note in notes {
            let who = if note.who.is_empty() { String::new() } else { format!("{}：", note.who) };
            let text = format!("{} {who}{}", words::clock(note.at), note.text());
            self.text(["记录", "note"], &text, Role::Dim);
        }
    }
}

/// Body, rule and votes needed for a matter, or why this body may not decide it.
pub fn rule_intro(
    lang: Lang,
    book: &Book,
    charter: &Charter,
    meeting: &Meeting,
    matter: &Matter,
) -> String {
    match power(book, charter, &meeting.body, matter) {
        Power::Granted(route) => {
            let Some(rule) = charter.rule(&route.rule) else {
                return String::new();
            };
            let words = charter_text::rule_words(rule, lang);
            let roll = book.roll_of(&meeting.body);
            let of = u32::try_from(roll.len()).unwrap_or(u32::MAX);
            let basis = charter_text::basis(charter, &rule.basis, lang);
            let needed = rule.share.bound(rule.cmp, of).filter(|_| super::tally::counts_roll(rule));
            let needs = needed.map(|n| {
                lang.each(|l| match l {
                    Lang::En => format!("; of {of}, {n} votes"),
                    _ => format!("；{of}{}须{n}票", charter.identity.counter.zh),
                })
            });
            format!("{words}{}（{basis}）", needs.unwrap_or_default())
        }
        Power::Refused(finding) => findings::finding(lang, book, &finding, Reader::Presider),
    }
}
