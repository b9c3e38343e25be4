//! A list desk: one list of the book over the whole screen, found by typing, with what is known of
//! the chosen row beside it.
//!
//! What stands in the list and what can be done with a row is the business of [`super::desks`].

use super::console::Console;
use super::desks::{self, Which};
use super::field::{Accept, Field, Look};
use super::find;
use super::keys::Action;
use super::layers::hung;
use super::panes::window;
use super::theme::{Role, style};
use super::width::{pad_left, pad_right, shorten_end, shorten_middle, width};
use crate::record::Stamp;
use crate::text::Words;
use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::{Block, BorderType, Paragraph};

/// From this width on the details stand beside the list, below it they stand under it.
const BESIDE: u16 = 110;

/// What the screen shows in place of the meeting's panes.
#[derive(Debug, Clone)]
pub enum Place {
    /// The meeting, or the home screen where there is none in hand.
    Meeting,
    /// The home screen.
    Home,
    /// A desk.
    Desk(Box<Desk>),
}

/// A desk with what was typed at it.
#[derive(Debug, Clone)]
pub struct Desk {
    /// Which list.
    pub which: Which,
    /// What is looked for.
    pub query: Field,
    /// The row chosen, among those found.
    pub at: usize,
    /// A year, a meeting or another part of the list; all of it where absent.
    pub part: Option<u32>,
    /// Whether one came from the home screen, and goes back there.
    pub from_home: bool,
}

impl Desk {
    /// A desk nobody has typed at.
    pub fn new(which: Which) -> Self {
        Self { which, query: Field::new(Accept::Line), at: 0, part: None, from_home: false }
    }
}

/// A column of a list.
#[derive(Debug, Clone)]
pub struct Column {
    /// Heading.
    pub name: String,
    /// Cells; 0 for whatever room is left, shared by all such columns.
    pub cells: usize,
    /// Whether figures stand at its right end.
    pub figures: bool,
}

/// A column of so many cells, or of whatever room is left for 0.
pub fn column(name: String, cells: usize) -> Column {
    Column { name, cells, figures: false }
}

/// A column of figures.
pub fn figures(name: String, cells: usize) -> Column {
    Column { name, cells, figures: true }
}

/// A row of a list.
#[derive(Debug, Clone)]
pub struct Row {
    /// What it stands for: a number the desk knows it by.
    pub id: u64,
    /// One text a column.
    pub cells: Vec<String>,
    /// What it is found by, a name a line; what was typed is looked for by letters and by pinyin.
    pub find: String,
    /// How it looks while it is not chosen.
    pub role: Role,
}

/// A list.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// Sentences above the list.
    pub sums: Vec<String>,
    /// Columns.
    pub columns: Vec<Column>,
    /// Rows in their order.
    pub rows: Vec<Row>,
    /// What is said where there are none.
    pub empty: String,
}

impl Table {
    /// Places of the rows found by what was typed.
    pub fn found(&self, query: &str) -> Vec<usize> {
        let mut found = find::texts(self.rows.iter().map(|r| r.find.as_str()), query);
        // A number is the number of a row before it is a part of something.
        let number = query.trim().parse::<u64>().ok();
        let is_it = |place: &usize| self.rows.get(*place).map(|r| r.id) == number;
        if let Some(at) = number.and_then(|_| found.iter().position(is_it)) {
            found[..=at].rotate_right(1);
        }
        found
    }
}

impl Console {
    /// The desk in front.
    pub fn desk(&self) -> Option<&Desk> {
        match &self.view.place {
            Place::Desk(desk) => Some(desk),
            Place::Meeting | Place::Home => None,
        }
    }

    /// Whether the home screen is in front.
    pub fn at_home(&self) -> bool {
        match self.view.place {
            Place::Home => true,
            Place::Meeting => self.meeting().is_none(),
            Place::Desk(_) => false,
        }
    }

    /// Goes to a desk.
    pub fn go_to_desk(&mut self, which: Which) {
        let desk = Desk { from_home: self.is_below_home(), ..Desk::new(which) };
        self.view.place = Place::Desk(Box::new(desk));
        self.read_people();
    }

    /// Goes to a row of a desk.
    pub fn go_to_row(&mut self, which: Which, row: u64, part: Option<u32>, today: NaiveDate) {
        let mut desk = Desk { part, from_home: self.is_below_home(), ..Desk::new(which) };
        let table = desks::table(self, &desk, today);
        desk.at = table.rows.iter().position(|r| r.id == row).unwrap_or(0);
        self.view.place = Place::Desk(Box::new(desk));
    }

    /// Whether what is in front was reached from the home screen, or is it.
    fn is_below_home(&self) -> bool {
        self.desk().map_or_else(|| self.at_home(), |desk| desk.from_home)
    }

    /// What the chosen row of the desk stands for.
    pub fn desk_row(&self, today: NaiveDate) -> Option<u64> {
        let desk = self.desk()?;
        let table = desks::table(self, desk, today);
        let found = table.found(&desk.query.text());
        let place = found.get(desk.at.min(found.len().saturating_sub(1)))?;
        table.rows.get(*place).map(|r| r.id)
    }

    /// Does what a key of the desk asks.
    pub(super) fn at_desk(&mut self, action: Action, now: Stamp) {
        let today = now.date_naive();
        let Some(which) = self.desk().map(|d| d.which) else {
            return self.nothing();
        };
        match action {
            Action::DeskBack => {
                let empty = self.desk().is_none_or(|d| d.query.is_empty());
                let from_home = self.desk().is_some_and(|d| d.from_home);
                match &mut self.view.place {
                    Place::Desk(desk) if !empty => {
                        desk.query.set_text("");
                        desk.at = 0;
                    }
                    // From the home screen one comes back to it, from a meeting to the meeting.
                    place => *place = if from_home { Place::Home } else { Place::Meeting },
                }
            }
            Action::DeskNew => desks::create(self, which, now),
            Action::DeskOpen => match self.desk_row(today) {
                Some(row) => desks::open(self, which, row, now),
                None => desks::create(self, which, now),
            },
            Action::DeskMenu => {
                let row = self.desk_row(today);
                let lines = desks::menu(self, which, row, today);
                let title = self.lang().say(which.name());
                if lines.is_empty() {
                    return self.nothing();
                }
                self.view.menu(title, lines);
            }
            _ => self.nothing(),
        }
    }

    /// What is typed at a desk is looked for.
    pub(super) fn desk_typed(&mut self, typed: impl FnOnce(&mut Field)) {
        if let Place::Desk(desk) = &mut self.view.place {
            typed(&mut desk.query);
            desk.at = 0;
        }
    }

    /// Moves among the rows of the desk.
    pub(super) fn go_at_desk(&mut self, by: isize, today: NaiveDate) {
        let Some(desk) = self.desk() else { return };
        let found = desks::table(self, desk, today).found(&desk.query.text()).len();
        let last = found.saturating_sub(1);
        if let Place::Desk(desk) = &mut self.view.place {
            desk.at = desk.at.min(last).saturating_add_signed(by).min(last);
        }
    }
}

/// Draws the desk in front.
pub fn draw(frame: &mut Frame, console: &Console, desk: &Desk, area: Rect, now: Stamp) {
    let today = now.date_naive();
    let table = desks::table(console, desk, today);
    let found = table.found(&desk.query.text());
    let chosen = desk.at.min(found.len().saturating_sub(1));
    let row = found.get(chosen).and_then(|place| table.rows.get(*place));
    let details = row.map(|r| desks::detail(console, desk.which, r.id, today)).unwrap_or_default();
    let parts = if area.width >= BESIDE {
        Layout::horizontal([Constraint::Percentage(58), Constraint::Min(20)])
    } else {
        // Most of a small screen is the list's; the details need a line for each thing said.
        Layout::vertical([Constraint::Min(7), Constraint::Max((area.height / 3).max(5))])
    };
    let [left, right] = parts.areas(area);
    list(frame, console, desk, &table, &found, left);
    detail(frame, console, desk.which, &details, right);
}

fn boxed(frame: &mut Frame, console: &Console, title: &str, focus: bool, area: Rect) -> Rect {
    let theme = console.view.theme;
    let (role, border) = if focus && console.view.layers.is_empty() {
        (Role::PaneFocus, BorderType::Thick)
    } else {
        (Role::PaneBorder, BorderType::Plain)
    };
    let title = shorten_middle(title, usize::from(area.width.saturating_sub(4)));
    let block = Block::bordered()
        .border_type(border)
        .border_style(style(theme, role))
        .title(Line::styled(format!(" {title} "), style(theme, role)));
    let inner = block.inner(area);
    frame.render_widget(block, area);
    inner
}

fn list(
    frame: &mut Frame,
    console: &Console,
    desk: &Desk,
    table: &Table,
    found: &[usize],
    area: Rect,
) {
    const FIND: Words = ["查找", "find"];
    const HINT: Words = ["直接输入文字、编号或拼音首字母", "type words, a number or initials"];
    const NONE: Words = ["没有符合的内容；Esc 清除查找", "nothing matches; Esc clears the search"];
    let lang = console.lang();
    let brief = lang.first();
    let theme = console.view.theme;
    let chosen = desk.at.min(found.len().saturating_sub(1));
    let place = if found.is_empty() { 0 } else { chosen + 1 };
    let title = format!("{}  {place}/{}", lang.say(desk.which.name()), found.len());
    let inner = boxed(frame, console, &title, true, area);
    let cells = usize::from(inner.width);
    let dim = style(theme, Role::Dim);
    let label = format!(" {} ", brief.say(FIND));
    let before = u16::try_from(width(&label)).unwrap_or(6);
    let line = Rect { height: 1.min(inner.height), ..inner };
    frame.render_widget(Paragraph::new(Line::styled(label, dim)), line);
    let look = Look {
        text: style(theme, Role::Field),
        hint: style(theme, Role::Field).patch(dim),
        selection: style(theme, Role::Selection),
    };
    let field = Rect { x: inner.x + before, width: inner.width.saturating_sub(before + 1), ..line };
    let hinted = desk.query.clone().hint(brief.say(HINT));
    hinted.draw(frame, field, console.view.layers.is_empty(), look);
    let mut lines: Vec<Line> = Vec::new();
    for sum in &table.sums {
        for line in hung(sum, cells.saturating_sub(2)) {
            lines.push(Line::styled(format!(" {line}"), style(theme, Role::Accent)));
        }
    }
    let sizes = sizes(&table.columns, cells.saturating_sub(1));
    let heads: Vec<String> = table.columns.iter().map(|c| c.name.clone()).collect();
    lines.push(Line::styled(format!(" {}", cut(&table.columns, &sizes, &heads)), dim));
    let rows = usize::from(inner.height).saturating_sub(lines.len() + 1);
    let top = window(chosen, found.len(), rows);
    for (at, place) in found.iter().enumerate().skip(top).take(rows) {
        let Some(row) = table.rows.get(*place) else { continue };
        let mark = if at == chosen { "▸" } else { " " };
        let text = format!("{mark}{}", cut(&table.columns, &sizes, &row.cells));
        let role = if at == chosen { Role::Selection } else { row.role };
        lines.push(Line::styled(pad_right(&text, cells), style(theme, role)));
    }
    if found.is_empty() {
        let none = if table.rows.is_empty() { table.empty.clone() } else { lang.say(NONE) };
        lines.push(Line::default());
        lines.extend(
            hung(&none, cells.saturating_sub(2)).into_iter().map(|l| format!(" {l}").into()),
        );
    }
    let below = Rect { y: inner.y + 1, height: inner.height.saturating_sub(1), ..inner };
    frame.render_widget(Paragraph::new(lines), below);
}

/// Cells of each column; those without a size of their own share what is left.
fn sizes(columns: &[Column], cells: usize) -> Vec<usize> {
    let fixed: usize = columns.iter().map(|c| c.cells + 1).sum();
    let open = columns.iter().filter(|c| c.cells == 0).count().max(1);
    let share = cells.saturating_sub(fixed) / open;
    columns.iter().map(|c| if c.cells == 0 { share.max(6) } else { c.cells }).collect()
}

fn cut(columns: &[Column], sizes: &[usize], cells: &[String]) -> String {
    let mut text = String::new();
    for ((column, size), cell) in columns.iter().zip(sizes).zip(cells) {
        let short = shorten_end(cell, *size);
        let put = if column.figures { pad_left(&short, *size) } else { pad_right(&short, *size) };
        text.push_str(&put);
        text.push(' ');
    }
    text
}

fn detail(frame: &mut Frame, console: &Console, which: Which, details: &[String], area: Rect) {
    let lang = console.lang();
    let theme = console.view.theme;
    let inner = boxed(frame, console, &lang.say(["详情", "Details"]), false, area);
    let cells = usize::from(inner.width.saturating_sub(2));
    let mut lines: Vec<Line> = Vec::new();
    for text in details {
        // A line that begins with a sign of heading is one.
        let (text, role) = match text.strip_prefix("# ") {
            Some(head) => (head, Role::Title),
            None => (text.as_str(), Role::Text),
        };
        for line in hung(text, cells) {
            lines.push(Line::styled(format!(" {line}"), style(theme, role)));
        }
    }
    let room = usize::from(inner.height);
    if lines.len() > room && room > 0 {
        lines.truncate(room - 1);
        // Where Enter takes a step, all of a row is in the menu.
        let more = lang.say(match which {
            Which::Minutes => ["…… 空格：这一行的全部内容", "… Space: all of this row"],
            _ => ["…… Enter 看全部", "… Enter shows it all"],
        });
        lines.push(Line::styled(format!(" {more}"), style(theme, Role::Dim)));
    }
    frame.render_widget(Paragraph::new(lines), inner);
}
