//! The motion pane: matter, rule, preconditions and text of the item in hand.

use super::more;
use crate::charter::{Charter, Matter};
use crate::record::Book;
use crate::record::decide::{Power, power};
use crate::record::state::{Item, ItemState, Meeting, Motion, MotionState, Phase};
use crate::text::findings::{self, Reader};
use crate::text::{Lang, charter as charter_text, words};
use crate::ui::console::Console;
use crate::ui::draw::pane;
use crate::ui::keys::{self, Action};
use crate::ui::theme::{Role, style};
use crate::ui::view::Pane;
use crate::ui::width::{pad_right, width, wrap};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

/// Draws it.
pub fn draw(frame: &mut Frame, console: &Console, meeting: &Meeting, area: Rect) {
    if meeting.phase == Phase::Closed {
        return super::closed::decisions(frame, console, meeting, area);
    }
    let lang = console.lang().first();
    let motion = console.chosen_motion();
    let right = motion.map(|m| words::motion_state(lang, m.state)).unwrap_or_default();
    let inner = pane(frame, console, Pane::Motion, &right, area);
    let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    let Some(item) = meeting.item_in_hand() else {
        frame.render_widget(Paragraph::new(nothing(console, meeting, inner.width)), inner);
        return;
    };
    let cells = usize::from(inner.width);
    let rows = usize::from(inner.height);
    let mut lines = all(console, meeting, item, motion, cells, false);
    if lines.len() > rows {
        // The words that are voted on come before what is known about them.
        lines = all(console, meeting, item, motion, cells, true);
    }
    frame.render_widget(Paragraph::new(more::fold(console, lines, rows)), inner);
}

/// No item is in hand: what comes next, and by which key.
fn nothing(console: &Console, meeting: &Meeting, cells: u16) -> Vec<Line<'static>> {
    let lang = console.lang().first();
    let theme = console.view.theme;
    let none = lang.say(["没有正在审议的议程项。", "No item is in hand."]);
    let mut lines = vec![Line::styled(none, style(theme, Role::Dim))];
    let waits = |i: &&Item| i.state == ItemState::Pending;
    let next = meeting.items.iter().position(|i| waits(&i));
    let key = keys::binding(Action::NextStep).map(keys::shown).unwrap_or_default();
    let place = next.map_or(0, |at| at + 1);
    let title = next.and_then(|at| meeting.items.get(at)).map(|i| i.new.title.as_str());
    let open = meeting.phase == Phase::Open;
    let text = match (title, open, lang) {
        (Some(title), true, Lang::En) => format!("{key} takes up item {place}: {title}"),
        (Some(title), true, _) => format!("按 {key} 进入第{place}项：{title}"),
        (None, true, Lang::En) => format!("Nothing waits any more. {key} closes the meeting."),
        (None, true, _) => format!("没有待议的事项了，按 {key} 闭会。"),
        (_, false, _) => return lines,
    };
    lines.push(Line::default());
    for line in wrap(&text, usize::from(cells)) {
        lines.push(Line::styled(line, style(theme, Role::Text)));
    }
    lines
}

/// Everything about the item in hand and the motion under it, as lines of so many cells.
fn all(
    console: &Console,
    meeting: &Meeting,
    item: &Item,
    motion: Option<&Motion>,
    cells: usize,
    words_first: bool,
) -> Vec<Line<'static>> {
    // Below this two languages make a column of single words.
    let lang = if cells < 64 { console.lang().first() } else { console.lang() };
    let mut rows = Rows { console, lang, cells, lines: Vec::new() };
    rows.text(["题目", "item"], &item.new.title, Role::Title);
    if let Some(election) = super::ballots::shown(console, meeting) {
        for (label, text, role) in super::ballots::plan(console, election, lang.first()) {
            rows.text(label, &text, role);
        }
        rows.blank();
        // Nothing is on the table but a motion that is being decided.
        let open = motion.filter(|m| m.state == MotionState::Pending);
        rows.wording(meeting, item, open);
        rows.notes(meeting, item);
        return rows.lines;
    }
    if words_first {
        rows.wording(meeting, item, motion);
        rows.rules(meeting, item, motion);
    } else {
        rows.rules(meeting, item, motion);
        rows.blank();
        rows.wording(meeting, item, motion);
    }
    rows.notes(meeting, item);
    rows.lines
}

/// The text of what is in hand, whole, for a page of its own.
pub fn page(console: &Console, meeting: &Meeting) -> Option<String> {
    let lang = console.lang();
    let item = meeting.item_in_hand()?;
    let motion = console.chosen_motion();
    let mut rows = Rows { console, lang, cells: usize::MAX, lines: Vec::new() };
    rows.text(["题目", "item"], &item.new.title, Role::Title);
    rows.wording(meeting, item, motion);
    rows.rules(meeting, item, motion);
    let lines: Vec<String> = rows.lines.iter().map(ToString::to_string).collect();
    Some(lines.join("\n"))
}

struct Rows<'a> {
    console: &'a Console,
    lang: Lang,
    cells: usize,
    lines: Vec<Line<'static>>,
}

impl Rows<'_> {
    fn blank(&mut self) {
        self.lines.push(Line::default());
    }
    /// A label and a text that wraps beside it.
    fn text(&mut self, label: [&'static str; 2], text: &str, role: Role) {
        let theme = self.console.view.theme;
        let label = self.lang.say(label);
        // Texts stand below each other; a label longer than most keeps to itself.
        let usual = match self.lang {
            Lang::En => 8,
            Lang::Zh => 6,
            Lang::Both => 13,
        };
        let indent = (width(&label) + 2).max(usual);
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

    /// Matter, rule and papers.
    fn rules(&mut self, meeting: &Meeting, item: &Item, motion: Option<&Motion>) {
        let lang = self.lang;
        let book = &self.console.ledger.book;
        let matter = motion
            .map(|m| m.matter.as_str())
            .or(item.new.matter.as_deref())
            .and_then(|m| book.charter.as_deref()?.matter(m));
        if let Some(motion) = motion {
            let by = [motion.mover.clone(), motion.seconder.clone()];
            let by: Vec<String> = by.into_iter().filter(|b| !b.is_empty()).collect();
            if !by.is_empty() {
                self.text(["提出", "moved"], &by.join(" · "), Role::Text);
            }
        }
        let (Some(matter), Some(charter)) = (matter, book.charter.as_deref()) else {
            return;
        };
        // Each language in lines of its own: a sentence that changes over in its middle is read in neither.
        let both: &[Lang] = match lang {
            Lang::Both => &[Lang::Zh, Lang::En],
            Lang::En => &[Lang::En],
            Lang::Zh => &[Lang::Zh],
        };
        let said = |text: &dyn Fn(Lang) -> String| {
            both.iter().map(|l| text(*l)).collect::<Vec<_>>().join("\n")
        };
        let title = said(&|l| {
            let clauses = charter_text::clauses(charter, &matter.clauses, l);
            match clauses.as_str() {
                "" => l.pick(&matter.title),
                _ => bracketed(l, &l.pick(&matter.title), &clauses),
            }
        });
        self.text(["事项", "matter"], &title, Role::Text);
        let rule = said(&|l| rule_intro(l, book, charter, meeting, matter));
        self.text(["规则", "rule"], &rule, Role::Text);
        let serves = |l: Lang| {
            let tasks = charter.tasks.iter().filter(|t| item.new.tasks.contains(&t.id));
            tasks.map(|t| l.pick(&t.name)).collect::<Vec<_>>().join(&l.say(["；", "; "]))
        };
        if !item.new.tasks.is_empty() {
            self.text(["任务", "serves"], &said(&serves), Role::Text);
        }
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

    /// The words before the meeting: of the motion, or of the draft where nothing is moved yet.
    fn wording(&mut self, meeting: &Meeting, item: &Item, motion: Option<&Motion>) {
        match motion {
            Some(motion) => self.motion(meeting, motion),
            None if !item.new.draft.is_empty() => {
                self.text(["草案", "draft"], &item.new.draft, Role::Dim);
            }
            None => {}
        }
    }

    fn motion(&mut self, meeting: &Meeting, motion: &Motion) {
        let lang = self.lang;
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

/// A remark behind a text, in the brackets of its language.
fn bracketed(lang: Lang, text: &str, remark: &str) -> String {
    match lang {
        Lang::En => format!("{text} ({remark})"),
        _ => format!("{text}（{remark}）"),
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
            let needed = rule.share.bound(rule.cmp, of).filter(|_| super::needs::counts_roll(rule));
            let needs = needed.map(|n| {
                lang.each(|l| match l {
                    Lang::En => format!("; of {of}, {n} votes"),
                    _ => format!("；{of}{}须{n}票", charter.identity.counter.zh),
                })
            });
            bracketed(lang, &format!("{words}{}", needs.unwrap_or_default()), &basis)
        }
        Power::Refused(finding) => findings::finding(lang, book, &finding, Reader::Presider),
    }
}
