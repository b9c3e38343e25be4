//! The home screen: what is to be seen to today, where everything is, and what the book holds.

use super::console::Console;
use super::desk::Place;
use super::desks::Which;
use super::draw::ends;
use super::keys::{self, Action, Scope};
use super::panes::{self, window};
use super::theme::{Role, style};
use super::width::{pad_right, shorten_end, shorten_middle, width};
use crate::charter::{Charter, Roll};
use crate::record::Stamp;
use crate::record::today::{Due, Urgency, What, due};
use crate::text::{Lang, Words, today as says, words};
use chrono::{Datelike, NaiveDate};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

impl Console {
    /// Moves among the lines of the home screen.
    pub(super) fn go_at_home(&mut self, by: isize, today: NaiveDate) {
        let last = due(&self.ledger.book, today).len().saturating_sub(1);
        self.view.home_at = self.view.home_at.min(last).saturating_add_signed(by).min(last);
    }

    /// Goes where the chosen line leads; with nothing to see to, a meeting is called.
    pub(super) fn home_go(&mut self, now: Stamp) {
        let today = now.date_naive();
        let all = due(&self.ledger.book, today);
        let chosen = all.get(self.view.home_at.min(all.len().saturating_sub(1)));
        let Some(Due { what, .. }) = chosen else {
            return self.perform(Action::Convene, now);
        };
        match what {
            What::Minutes { meeting, .. } => {
                self.go_to_row(Which::Minutes, u64::from(*meeting), None, today);
            }
            What::Meeting { meeting, .. } => {
                self.view.meeting = Some(*meeting);
                self.view.place = Place::Meeting;
            }
            What::YearlyMeeting { .. } | What::Term { .. } => self.perform(Action::Convene, now),
            What::OfficeTerm { .. } | What::Vacancy { .. } | What::Size { .. } => {
                self.go_to_desk(Which::Officers);
            }
            What::Review { year, .. } => {
                let part = u32::try_from(*year).ok();
                self.go_to_row(Which::Reviews, 0, part, today);
            }
            What::PutRight { unit, .. } => {
                let part = u32::try_from(today.year()).ok();
                self.go_to_row(Which::Reviews, u64::from(*unit), part, today);
            }
            What::Case { case } => self.go_to_row(Which::Cases, u64::from(*case), None, today),
            What::PermitEnds { permit, .. } => {
                self.go_to_row(Which::Permits, u64::from(*permit), None, today);
            }
            What::Notice { meeting, .. } => {
                self.view.meeting = Some(*meeting);
                self.go_to_desk(Which::Notice);
            }
            What::Requisition { requisition, .. } => {
                self.go_to_row(Which::Requisitions, u64::from(*requisition), None, today);
            }
            What::FundsReport { year, .. } => {
                let part = u32::try_from(*year).ok();
                self.go_to_row(Which::Funds, 0, part, today);
            }
            What::FollowUp { decision, .. }
            | What::Unassigned { latest: decision, .. }
            | What::TakesEffect { decision, .. } => {
                self.go_to_row(Which::Decisions, u64::from(*decision), None, today);
            }
        }
    }
}

/// Draws it.
pub fn draw(frame: &mut Frame, console: &Console, area: Rect, now: Stamp) {
    let book = &console.ledger.book;
    let Some(charter) = book.charter.as_deref() else {
        return;
    };
    let inner = Rect {
        x: area.x + 2,
        width: area.width.saturating_sub(4),
        y: area.y + 1,
        height: area.height.saturating_sub(1),
    };
    let today = now.date_naive();
    let dues = due(book, today);
    let lower = places(console, charter, usize::from(inner.width / 2));
    let right = holdings(console, charter, usize::from(inner.width / 2));
    let below = u16::try_from(lower.len().max(right.len())).unwrap_or(u16::MAX);
    let [top, bottom] = Layout::vertical([
        Constraint::Min(5),
        Constraint::Length(below.min(inner.height.saturating_sub(6))),
    ])
    .areas(inner);
    let lines = seen_to(console, charter, &dues, today, top);
    frame.render_widget(Paragraph::new(lines), top);
    let [left, other] =
        Layout::horizontal([Constraint::Percentage(50), Constraint::Percentage(50)]).areas(bottom);
    frame.render_widget(Paragraph::new(lower), left);
    frame.render_widget(Paragraph::new(right), other);
}

fn seen_to(
    console: &Console,
    charter: &Charter,
    dues: &[Due],
    today: NaiveDate,
    area: Rect,
) -> Vec<Line<'static>> {
    const TITLE: Words = ["今天要办的事", "To be seen to"];
    const NONE: Words = [
        "没有逾期、临近或待办的事。Enter 召集会议。",
        "Nothing is overdue, due soon or waiting. Enter calls a meeting.",
    ];
    let lang = console.lang();
    let theme = console.view.theme;
    let title = ends(&lang.say(TITLE), &says::date(lang.first(), today), area.width);
    let mut lines = vec![Line::styled(title, style(theme, Role::Title))];
    if dues.is_empty() {
        lines.push(Line::styled(lang.say(NONE), style(theme, Role::Dim)));
        return lines;
    }
    let chosen = console.view.home_at.min(dues.len().saturating_sub(1));
    let rows = usize::from(area.height.saturating_sub(2)).max(1);
    let top = window(chosen, dues.len(), rows);
    let cells = usize::from(area.width);
    let brief = lang.first();
    let size = [Urgency::Overdue, Urgency::Soon, Urgency::Open]
        .iter()
        .map(|u| width(&says::urgency(brief, *u)))
        .max()
        .unwrap_or(0);
    for (place, one) in dues.iter().enumerate().skip(top).take(rows) {
        let role = match one.urgency {
            Urgency::Overdue => Role::Warning,
            Urgency::Soon => Role::Accent,
            Urgency::Open => Role::Dim,
        };
        let word = pad_right(&says::urgency(brief, one.urgency), size);
        let mark = if place == chosen { "▸ " } else { "  " };
        let said = says::line(lang, &console.ledger.book, charter, one);
        let room = cells.saturating_sub(size + 4);
        let said = pad_right(&shorten_end(&said, room), room);
        let base = if place == chosen { Role::Selection } else { Role::Text };
        let base = style(theme, base);
        let sign = if place == chosen { base } else { style(theme, role) };
        lines.push(Line::from(vec![
            Span::styled(mark, base),
            Span::styled(word, sign),
            Span::styled(format!("  {said}"), base),
        ]));
    }
    let below = dues.len().saturating_sub(top + rows);
    if below > 0 {
        let more = lang.join(&format!("    还有{below}件 ▾"), &format!("    {below} more ▾"));
        lines.push(Line::styled(more, style(theme, Role::Dim)));
    }
    lines
}

/// Where everything is: the keys of the home screen, with what stands there.
fn places(console: &Console, charter: &Charter, cells: usize) -> Vec<Line<'static>> {
    let lang = console.lang();
    let theme = console.view.theme;
    let fresh = console.ledger.book.meetings.is_empty();
    let (scope, title): (Scope, Words) = if fresh {
        (
            Scope::Opening,
            ["期初录入（第一次会议之前）", "Opening entries (before the first meeting)"],
        )
    } else {
        (Scope::Home, ["各处", "Where things are"])
    };
    let mut lines = vec![Line::styled(lang.say(title), style(theme, Role::Title))];
    let rows = keys::KEYS.iter().filter(|b| b.scope == scope && b.action != Action::HomeGo);
    let rows: Vec<_> = rows.filter(|b| panes::in_order(console, b.action)).collect();
    let label = rows.iter().map(|row| width(&lang.say(row.label))).max().unwrap_or(0) + 2;
    for row in rows {
        let Some(key) = console.key_of(row) else { continue };
        let what = standing(console, charter, row.action);
        let text = format!("  {key}  {}", pad_right(&lang.say(row.label), label));
        let text = shorten_end(&format!("{text}{what}"), cells.saturating_sub(1));
        lines.push(Line::styled(text, style(theme, Role::Text)));
    }
    lines
}

/// What there is behind a key of the home screen.
fn standing(console: &Console, charter: &Charter, action: Action) -> String {
    let lang = console.lang().first();
    let book = &console.ledger.book;
    match action {
        Action::EnrolOne => {
            format!("{} {}", book.roll().len(), lang.pick(&charter.identity.counter))
        }
        Action::MinutesDesk => super::desks::minutes::brief(console).unwrap_or_default(),
        Action::Decisions => book.decisions.len().to_string(),
        Action::Cases => {
            let open = crate::record::cases::open_cases(book).len();
            lang.join(&format!("在办{open}件"), &format!("{open} open"))
        }
        Action::Seat => {
            let mut seats = Vec::new();
            for body in charter.bodies.iter().filter(|b| b.roll == Roll::Seats) {
                let seated = book.seats.get(&body.id).map_or(0, Vec::len);
                seats.push(format!("{} {seated}", lang.pick(&body.name)));
            }
            seats.join("  ")
        }
        Action::Fill => {
            let held = |o: &&crate::charter::Office| book.holders.iter().any(|h| h.office == o.id);
            let names: Vec<String> =
                charter.offices.iter().filter(held).map(|o| lang.pick(&o.name)).collect();
            names.join("  ")
        }
        Action::Stand => {
            let stands: Vec<String> = charter
                .bodies
                .iter()
                .filter_map(|b| {
                    let s = book.standings.get(&b.id).filter(|s| s.term > 0)?;
                    Some(format!("{} {}-{}", lang.pick(&b.name), s.term, s.number))
                })
                .collect();
            stands.join("  ")
        }
        Action::Number => match lang {
            Lang::En => {
                format!("document {}, certificate {}", book.next_document, book.next_certificate)
            }
            _ => format!("文号{}，证书号{}", book.next_document, book.next_certificate),
        },
        _ => String::new(),
    }
}

/// What the book holds: its charter, its file, its last meetings; before the first meeting what comes next.
fn holdings(console: &Console, charter: &Charter, cells: usize) -> Vec<Line<'static>> {
    let lang = console.lang();
    let theme = console.view.theme;
    let book = &console.ledger.book;
    let dim = style(theme, Role::Dim);
    let mut lines = Vec::new();
    lines.push(Line::styled(lang.say(["这本会议簿", "This book"]), style(theme, Role::Title)));
    // A rule set from a named text has no day of its own.
    let undated = charter.identity.in_force.is_empty();
    let named = lang.each(|l| match l {
        one if undated => one.pick(&charter.identity.name),
        Lang::En => format!(
            "Charter version {}, in force since {}",
            charter.identity.version, charter.identity.in_force
        ),
        _ => format!("章程第{}版，自{}起施行", charter.identity.version, charter.identity.in_force),
    });
    lines.push(Line::styled(shorten_end(&format!("  {named}"), cells), dim));
    if let Some(path) = &console.path {
        let path = shorten_middle(&path.display().to_string(), cells.saturating_sub(2));
        lines.push(Line::styled(format!("  {path}"), dim));
    }
    if book.meetings.is_empty() {
        for row in keys::KEYS.iter().filter(|b| b.scope == Scope::Home) {
            if let Some(key) = console.key_of(row).filter(|_| row.action != Action::HomeGo) {
                let text = format!("  {key}  {}", lang.say(row.label));
                lines.push(Line::styled(text, style(theme, Role::Text)));
            }
        }
        return lines;
    }
    for meeting in book.meetings.iter().rev().take(4) {
        let name = words::meeting_name(lang.first(), charter, meeting);
        let phase = words::phase(lang.first(), meeting.phase);
        let cells = u16::try_from(cells).unwrap_or(u16::MAX);
        lines.push(Line::styled(ends(&format!("  {} {name}", meeting.date), &phase, cells), dim));
    }
    lines
}
