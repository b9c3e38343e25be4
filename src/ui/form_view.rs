//! Drawing a form: where it stands so that what it is about stays readable, and its fields in lines.

use super::ballots::Step;
use super::check::{self, State};
use super::console::Console;
use super::draw::FOUR_PANES;
use super::field::Look;
use super::form::{Form, Input, Row};
use super::layers::{popup_at, style_on_popup};
use super::purpose::Purpose;
use super::theme::{Role, style};
use super::width::{pad_right, shorten_end, shorten_middle, width, wrap};
use crate::record::Stamp;
use crate::record::state::Meeting;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

/// The widest form.
const WIDEST: u16 = 84;
/// Cells between a label and its field, and between fields side by side.
const GAP: u16 = 2;
/// Cells every field has at least, however long the labels.
const FIELD: u16 = 24;
/// Cells behind the figures from which on what adds up is said there.
const BESIDE: usize = 24;

/// How the rows of a form are laid out at some width.
struct Layout {
    /// Cells of the label column.
    labels: u16,
    /// Rows by line, those side by side together.
    bands: Vec<Vec<usize>>,
}

impl Layout {
    fn of(form: &Form, cells: u16) -> Self {
        let widest = form.rows.iter().map(|r| width(&r.label)).max().unwrap_or(0);
        let labels = fit(widest).min((cells / 2).max(cells.saturating_sub(GAP + FIELD)));
        let mut bands: Vec<Vec<usize>> = Vec::new();
        for (place, row) in form.rows.iter().enumerate() {
            match bands.last_mut() {
                Some(band)
                    if row.beside
                        && right_end(form, labels, band) + GAP + wide(row, labels) <= cells =>
                {
                    band.push(place);
                }
                _ => bands.push(vec![place]),
            }
        }
        Self { labels, bands }
    }

    fn height(&self, form: &Form, band: &[usize]) -> u16 {
        band.iter().filter_map(|r| form.rows.get(*r)).map(|r| r.lines).max().unwrap_or(1)
    }

    /// The cells its lines really take.
    fn cells(&self, form: &Form) -> u16 {
        self.bands.iter().map(|band| right_end(form, self.labels, band)).max().unwrap_or(0)
    }
}

/// Cells of a label and its field.
fn wide(row: &Row, labels: u16) -> u16 {
    labels + GAP + field_cells(row)
}

fn field_cells(row: &Row) -> u16 {
    match &row.input {
        Input::Text(_) => row.cells.unwrap_or(30),
        Input::Choice { options, .. } => {
            fit(options.iter().map(|o| width(&o.1)).max().unwrap_or(0)).saturating_add(4)
        }
    }
}

fn right_end(form: &Form, labels: u16, band: &[usize]) -> u16 {
    let cells = band.iter().filter_map(|r| form.rows.get(*r)).map(|r| wide(r, labels) + GAP);
    cells.sum::<u16>().saturating_sub(GAP)
}

fn fit(cells: usize) -> u16 {
    u16::try_from(cells).unwrap_or(u16::MAX)
}

/// Whether the room should see the tally while this form is filled in.
fn leaves_the_tally(form: &Form) -> bool {
    matches!(
        form.purpose,
        Purpose::Count
            | Purpose::CountMinority
            | Purpose::CountSection
            | Purpose::Ballots
            | Purpose::CorrectCount { .. }
            | Purpose::Challenge { .. }
            | Purpose::VoidVote { .. }
            | Purpose::AdmitLate
            | Purpose::Ruling
            | Purpose::Casting
            | Purpose::Election(
                Step::Issue(..) | Step::Box(..) | Step::Sheet(..) | Step::Declare(..)
            )
    )
}

/// Lines of a form above or below its rows, in pieces of one look.
type Said = Vec<Vec<(String, Role)>>;

fn cells_of(line: &[(String, Role)]) -> usize {
    line.iter().map(|(text, _)| width(text)).sum()
}

/// The sentences above the rows; a list that would push the rows off the screen has a line for each.
fn intro(form: &Form, cells: usize, room: usize) -> Vec<String> {
    if form.intro.is_empty() {
        return Vec::new();
    }
    let whole = wrap(&form.intro, cells);
    let listed = form.intro.lines().count();
    if whole.len() > room && listed > 2 && listed < whole.len() {
        return form.intro.lines().map(|line| shorten_end(line, cells)).collect();
    }
    whole
}

/// Draws a form; only the topmost layer has the cursor.
pub(super) fn draw(frame: &mut Frame, console: &Console, form: &Form, top: bool, now: Stamp) {
    let area = frame.area();
    let docked = console.meeting().filter(|_| leaves_the_tally(form));
    let four = area.width >= FOUR_PANES.0 && area.height >= FOUR_PANES.1;
    let most = match docked {
        Some(_) if four => area.width - super::draw::tally_cells(area.width),
        Some(_) => area.width,
        None => area.width.saturating_sub(4).min(WIDEST),
    };
    let inside = most.saturating_sub(4);
    let mut layout = Layout::of(form, inside);
    let mut w = most;
    if docked.is_some() && four {
        // As small as its fields need: what lies behind it is the meeting.
        w = (layout.cells(form).max(42).max(fit(width(&form.title)) + 2) + 4).min(most);
        layout = Layout::of(form, w.saturating_sub(4));
    }
    let inside = usize::from(w.saturating_sub(4));
    let mut foot = docked.map_or_else(Vec::new, |m| checked(console, form, m, inside, now));
    let fault = form.fault.as_ref().map_or_else(Vec::new, |f| wrap(&f.says, inside));
    // Behind the figures, where their line has room for it.
    let behind =
        layout.bands.last().map_or(0, |b| usize::from(right_end(form, layout.labels, b) + 3));
    let room = inside.saturating_sub(behind);
    let inline = layout.bands.len() == 1
        && room >= BESIDE
        && foot.len() < 2
        && foot.iter().all(|line| cells_of(line) <= room);
    let beside: Said = if inline { std::mem::take(&mut foot) } else { Vec::new() };
    let rows: u16 = layout.bands.iter().map(|b| layout.height(form, b)).sum();
    let rest = usize::from(area.height.saturating_sub(rows + fit(foot.len() + fault.len()) + 5));
    let intro = intro(form, inside, rest);
    let (intro_lines, foot_lines, fault_lines) =
        (fit(intro.len()), fit(foot.len()), fit(fault.len()));
    let gap = u16::from(intro_lines > 0 && docked.is_none());
    let used = rows + intro_lines + gap + foot_lines + fault_lines + 2;
    let bands = fit(layout.bands.len());
    // With room for it each field has air around it, and what is wrong with it stands in that.
    let air = u16::from(
        (docked.is_none() || four)
            && used + bands < area.height.saturating_sub(if docked.is_some() { 12 } else { 4 }),
    );
    let h = used - air.min(fault_lines) + air * (bands + u16::from(intro_lines == 0));
    let place = match docked {
        Some(_) => {
            let h = h.min(area.height.saturating_sub(6));
            let right = if four { most } else { area.width };
            // In a small window what was said last gives way; the footer never does.
            let bottom = area.height - if four { 2 } else { 1 };
            Rect::new(right.saturating_sub(w), bottom.saturating_sub(h), w, h)
        }
        None => {
            let h = h.min(area.height.saturating_sub(2));
            Rect::new((area.width - w) / 2, (area.height - h) / 2, w, h)
        }
    };
    let inner = popup_at(frame, console, &form.title, place);
    let theme = console.view.theme;
    let shown =
        intro_lines.min(inner.height.saturating_sub((rows + foot_lines).min(inner.height / 2)));
    let above: Said =
        intro.into_iter().take(usize::from(shown)).map(|line| vec![(line, Role::Popup)]).collect();
    lines(frame, theme, Rect { height: shown, ..inner }, &above);
    let bottom = inner.bottom().saturating_sub(foot_lines);
    if foot_lines > 0 {
        lines(frame, theme, Rect { y: bottom, height: foot_lines, ..inner }, &foot);
    }
    let mut y = inner.y + shown + gap.min(shown) + if shown == 0 { air } else { 0 };
    // A form taller than the window shows the part with the caret.
    let room = bottom.saturating_sub(y).saturating_sub(fault_lines.saturating_sub(air));
    let first = first_band(form, &layout, room, air);
    for band in layout.bands.iter().skip(first) {
        let left = bottom.saturating_sub(y);
        if left == 0 {
            break;
        }
        let h = layout.height(form, band).min(left);
        let mut x = inner.x;
        for place in band {
            let Some(row) = form.rows.get(*place) else { continue };
            let field = Rect { x, y, width: inner.right().saturating_sub(x), height: h };
            let width = if row.beside || band.len() > 1 {
                wide(row, layout.labels).min(field.width)
            } else {
                field.width
            };
            draw_row(
                frame,
                console,
                row,
                layout.labels,
                top && *place == form.at,
                Rect { width, ..field },
            );
            x = x.saturating_add(wide(row, layout.labels) + GAP);
        }
        if inline {
            let x = x.saturating_add(1);
            let width = inner.right().saturating_sub(x);
            lines(frame, theme, Rect { x, y, width, height: 1 }, &beside);
        }
        y += h;
        let wrong = form.fault.as_ref().and_then(|f| form.rows.iter().position(|r| r.key == f.key));
        if wrong.is_some_and(|row| band.contains(&row)) {
            let height = fault_lines.min(bottom.saturating_sub(y));
            let said: Said = fault.iter().map(|line| vec![(line.clone(), Role::Warning)]).collect();
            // Under the field, unless the sentence needs the whole line.
            let needs = fault.iter().map(|l| fit(width(l))).max().unwrap_or(0);
            let start = (layout.labels + GAP).min(inner.width.saturating_sub(needs));
            let at = Rect { x: inner.x + start, y, width: inner.width - start, height };
            lines(frame, theme, at, &said);
            y += height.max(air);
        } else {
            y += air;
        }
    }
}

/// Lines in their looks.
fn lines(frame: &mut Frame, theme: super::theme::Theme, area: Rect, said: &Said) {
    let span =
        |(text, role): &(String, Role)| Span::styled(text.clone(), style_on_popup(theme, *role));
    let lines: Vec<Line> =
        said.iter().map(|line| Line::from(line.iter().map(span).collect::<Vec<Span>>())).collect();
    frame.render_widget(Paragraph::new(lines), area);
}

/// What adds up and what does not, in whole parts a line.
fn checked(console: &Console, form: &Form, meeting: &Meeting, cells: usize, now: Stamp) -> Said {
    let parts = check::parts(form, console.lang(), &console.ledger.book, meeting, now);
    let mut said: Said = Vec::new();
    for part in parts {
        let role = match part.state {
            State::Fits | State::Open => Role::Dim,
            State::Odd => Role::Accent,
            State::Wrong => Role::Warning,
        };
        match said.last_mut() {
            Some(line) if cells_of(line) + 2 + width(&part.says) <= cells => {
                line.push(("  ".to_owned(), Role::Popup));
                line.push((part.says, role));
            }
            _ => said.extend(wrap(&part.says, cells).into_iter().map(|line| vec![(line, role)])),
        }
    }
    let figures = matches!(
        form.purpose,
        Purpose::Count | Purpose::CountSection | Purpose::CountMinority | Purpose::Ballots
    );
    if said.is_empty() && figures {
        // Its line is there from the beginning, so that the form does not grow under the hand.
        said.push(Vec::new());
    }
    said
}

fn draw_row(
    frame: &mut Frame,
    console: &Console,
    row: &Row,
    labels: u16,
    focused: bool,
    area: Rect,
) {
    let theme = console.view.theme;
    let cells = usize::from(labels);
    let label = pad_right(&shorten_middle(&row.label, cells), cells);
    let role = if focused { Role::PaneFocus } else { Role::Dim };
    frame.render_widget(
        Paragraph::new(Line::styled(label, style_on_popup(theme, role))),
        Rect { width: labels.min(area.width), height: 1, ..area },
    );
    let at = (labels + GAP).min(area.width);
    let field_area =
        Rect { x: area.x + at, width: area.width - at, height: row.lines.min(area.height), ..area };
    match &row.input {
        Input::Text(field) => {
            let look = Look {
                text: style(theme, Role::Field),
                hint: style(theme, Role::Dim),
                selection: style(theme, Role::Selection),
            };
            let width = row.cells.map_or(field_area.width, |c| c.min(field_area.width));
            let place = Rect { width, ..field_area };
            field.draw(frame, place, focused, look);
            underline(frame, place);
        }
        Input::Choice { options, at } => {
            let label = options.get(*at).map(|o| o.1.as_str()).unwrap_or_default();
            let many =
                if options.len() > 1 { format!("◂ {label} ▸") } else { label.to_owned() };
            let text = shorten_middle(&many, usize::from(field_area.width));
            let role = if focused { Role::Selection } else { Role::Field };
            let cells = fit(width(&text));
            frame.render_widget(Paragraph::new(Line::styled(text, style(theme, role))), field_area);
            if !focused {
                underline(frame, Rect { width: cells.min(field_area.width), ..field_area });
            } else {
                // Behind the words, where it covers none of them.
                let behind = cells.min(field_area.width.saturating_sub(1));
                frame.set_cursor_position((field_area.x + behind, field_area.y));
            }
        }
    }
}

/// The line on which a field ends: without it fields one below another run into one block.
fn underline(frame: &mut Frame, field: Rect) {
    if field.is_empty() {
        return;
    }
    let last = Rect { y: field.bottom() - 1, height: 1, ..field };
    frame.buffer_mut().set_style(last, Modifier::UNDERLINED);
}

/// The first line of rows shown, so that the one with the caret is among them.
fn first_band(form: &Form, layout: &Layout, room: u16, air: u16) -> usize {
    let mut first = layout.bands.iter().position(|b| b.contains(&form.at)).unwrap_or(0);
    let height = |band: usize| layout.bands.get(band).map_or(0, |b| layout.height(form, b) + air);
    let mut used = height(first);
    while first > 0 && used + height(first - 1) <= room + air {
        used += height(first - 1);
        first -= 1;
    }
    first
}
