//! The whole picture: header, panes, what lies on top, and the footer with the keys in order now.

use super::console::Console;
use super::keys::{self, Action, Scope};
use super::theme::{Role, style};
use super::view::{Layer, Pane};
use super::width::{pad_left, pad_right, shorten_end, shorten_middle, width, wrap};
use super::{counting, counting_view, desk, form_view, hall, home, layers, menu, next, panes};
use crate::record::Stamp;
use crate::record::state::Meeting;
use crate::text::{Lang, words};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Paragraph};

/// Smallest size at which a meeting can be run.
pub const SMALLEST: (u16, u16) = (60, 16);
/// From here on all four panes are visible at once.
pub const FOUR_PANES: (u16, u16) = (110, 30);

/// From this width on the footer has room for two languages.
const TWO_LANGUAGES: u16 = 160;

/// Draws everything.
pub fn draw(frame: &mut Frame, console: &mut Console, now: Stamp) {
    let area = frame.area();
    console.view.size = area.as_size();
    let (lang, look) = (console.lang(), console.view.theme);
    if let Some(Layer::Page(page)) = console.view.layers.last_mut() {
        // Here, where the window is known: paging back from the end must not have to pass through nothing.
        page.top = page.top.min(layers::page_lines(page, area, lang, look).1);
    }
    let console: &Console = console;
    let theme = console.view.theme;
    frame.buffer_mut().set_style(area, style(theme, Role::Text));
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        return too_small(frame, console.lang(), area);
    }
    if matches!(console.view.layers.last(), Some(Layer::Hall)) {
        return draw_hall(frame, console, now);
    }
    if let Some(counting) = counting::in_hand(&console.view) {
        counting_view::draw(frame, console, counting);
        return on_top(frame, console, now);
    }
    let wide = area.width >= FOUR_PANES.0 && area.height >= FOUR_PANES.1;
    let heads = if wide { 2 } else { 1 };
    let [header, body, said, footer] = Layout::vertical([
        Constraint::Length(heads),
        Constraint::Min(4),
        Constraint::Length(1),
        Constraint::Length(1),
    ])
    .areas(area);
    head(frame, console, header, now);
    match console.meeting() {
        _ if console.desk().is_some() => {
            if let Some(desk) = console.desk() {
                desk::draw(frame, console, desk, body, now);
            }
        }
        _ if console.at_home() => home::draw(frame, console, body, now),
        None => home::draw(frame, console, body, now),
        Some(meeting) if wide => four(frame, console, meeting, body),
        Some(meeting) => one(frame, console, meeting, body),
    }
    say(frame, console, said);
    foot(frame, console, footer);
    on_top(frame, console, now);
}

fn on_top(frame: &mut Frame, console: &Console, now: Stamp) {
    // Only what lies on top: the edges of what it covers would look like a broken frame.
    if let Some(layer) = console.view.layers.last() {
        match layer {
            Layer::Form(form) => form_view::draw(frame, console, form, true, now),
            Layer::Menu(menu) => menu::draw(frame, console, menu),
            Layer::Page(page) => layers::draw_page(frame, console, page),
            Layer::Notice { title, text } => layers::draw_notice(frame, console, title, text),
            Layer::AskLeave => {
                let title = console.lang().say(["会议还没有闭会", "The meeting is not closed"]);
                let text = console.lang().say([
                    "现在离开？一切都已保存，下次打开从这里继续。Enter 离开，其他键返回。",
                    "Leave now? Everything is saved, and opening the book goes on from here. Enter leaves; any other key goes back.",
                ]);
                layers::draw_notice(frame, console, &title, &text);
            }
            Layer::Hall | Layer::Counting(_) => {}
        }
    }
}

fn too_small(frame: &mut Frame, lang: Lang, area: Rect) {
    let (w, h) = SMALLEST;
    let text = lang.each(|l| match l {
        Lang::En => {
            format!("The window is {}x{}; at least {w}x{h} is needed.", area.width, area.height)
        }
        _ => format!("窗口为{}x{}，至少需要{w}x{h}。", area.width, area.height),
    });
    let lines: Vec<Line> =
        wrap(&text, usize::from(area.width)).into_iter().map(Line::from).collect();
    frame.render_widget(Paragraph::new(lines), area);
}

fn draw_hall(frame: &mut Frame, console: &Console, now: Stamp) {
    let head = &console.ledger.head;
    let running = counting::in_hand(&console.view)
        .and_then(|counting| Some(counting.running(counting.round_of(console)?)));
    hall::draw_counting(
        frame,
        frame.area(),
        &console.ledger.book,
        console.meeting(),
        running.as_ref(),
        console.view.hall,
        head,
        now,
        console.lang(),
        super::theme::Theme {
            kind: hall_kind(console.view.theme.kind),
            depth: console.view.theme.depth,
        },
    );
}

/// The projector's own theme, unless there are no colours at all.
pub fn hall_kind(kind: super::theme::Kind) -> super::theme::Kind {
    match kind {
        super::theme::Kind::Mono => kind,
        _ => super::theme::Kind::Hall,
    }
}

/// Puts texts at the left and right end of a line; the left one gives way.
pub fn ends(left: &str, right: &str, cells: u16) -> String {
    let cells = usize::from(cells);
    let right_width = width(right);
    if right_width + 1 >= cells {
        return shorten_middle(right, cells);
    }
    let room = cells - right_width - 1;
    format!("{} {right}", pad_right(&shorten_middle(left, room), room))
}

fn head(frame: &mut Frame, console: &Console, area: Rect, now: Stamp) {
    let lang = console.lang();
    let theme = console.view.theme;
    let Some(charter) = console.ledger.book.charter.as_deref() else {
        return;
    };
    let clock = now.format("%H:%M:%S").to_string();
    let title = style(theme, Role::Title);
    let Some(meeting) = console.meeting() else {
        let text = ends(
            &format!(" {}", lang.pick(&charter.identity.name)),
            &format!("{clock} "),
            area.width,
        );
        frame.render_widget(Paragraph::new(Line::styled(text, title)), area);
        return;
    };
    // Two languages are for titles; figures are said once.
    let brief = lang.first();
    let phase = words::phase(brief, meeting.phase);
    let name = words::meeting_name(lang, charter, meeting);
    let roll = console.ledger.book.roll_of(&meeting.body);
    let heads = meeting.headcount(&roll);
    let cells = usize::from(area.width);
    if area.height < 2 {
        let short = match brief {
            Lang::En => format!("roll {}, present {}", heads.roll, heads.present),
            _ => format!("应到{} 实到{}", heads.roll, heads.present),
        };
        let right = format!("{short}   {phase} {} ", now.format("%H:%M"));
        let whole = format!(" {name}");
        let fits = width(&whole) + width(&right) + 2 <= cells;
        let left =
            if fits { whole } else { format!(" {}", words::meeting_name(brief, charter, meeting)) };
        let text = ends(&left, &right, area.width);
        frame.render_widget(Paragraph::new(Line::styled(text, title)), area);
        return;
    }
    let right = format!("{phase}  {clock} ");
    let (full, abbreviated) = (&charter.identity.name, &charter.identity.short);
    let lefts = [
        format!(" {}  {name}", lang.pick(full)),
        format!(" {}  {name}", brief.pick(full)),
        format!(" {}  {name}", brief.pick(abbreviated)),
        format!(" {}  {}", brief.pick(abbreviated), words::meeting_name(brief, charter, meeting)),
    ];
    let fits = |left: &&String| width(left) + width(&right) + 2 <= cells;
    let left = lefts.iter().find(fits).or(lefts.last()).cloned().unwrap_or_default();
    let first = ends(&left, &right, area.width);
    let heads = format!(" {}", words::headcount(brief, &heads));
    let room = cells.saturating_sub(width(&heads) + 4);
    let needs = panes::needs::needs(console, meeting, room);
    let second = ends(&heads, &format!("{needs} "), area.width);
    let lines = vec![Line::styled(first, title), Line::styled(second, style(theme, Role::Text))];
    frame.render_widget(Paragraph::new(lines), area);
}

/// The width of the attendance, and nearly that of the tally, beside the middle of four panes.
fn side(cells: u16) -> u16 {
    (cells / 10 * 3).clamp(34, 60)
}

/// The width of the tally at the right of four panes.
pub(super) fn tally_cells(cells: u16) -> u16 {
    side(cells).max(38)
}

fn four(frame: &mut Frame, console: &Console, meeting: &Meeting, area: Rect) {
    let side = side(area.width);
    let [left, middle, right] = Layout::horizontal([
        Constraint::Length(side),
        Constraint::Min(40),
        Constraint::Length(tally_cells(area.width)),
    ])
    .areas(area);
    let items = u16::try_from(meeting.items.len()).unwrap_or(u16::MAX);
    let agenda = (items + 4).clamp(6, area.height / 2);
    let [top, bottom] =
        Layout::vertical([Constraint::Length(agenda), Constraint::Min(8)]).areas(middle);
    panes::door::draw(frame, console, meeting, left);
    panes::agenda::draw(frame, console, meeting, top);
    panes::motion::draw(frame, console, meeting, bottom);
    panes::tally::draw(frame, console, meeting, right);
}

fn one(frame: &mut Frame, console: &Console, meeting: &Meeting, area: Rect) {
    let [tabs, body] = Layout::vertical([Constraint::Length(1), Constraint::Min(3)]).areas(area);
    let theme = console.view.theme;
    let mut spans = vec![Span::raw(" ")];
    for pane in Pane::ALL {
        let name = console.lang().first().say(pane_name(pane));
        let (role, text) = if pane == console.view.focus {
            (Role::PaneFocus, format!("[{name}]"))
        } else {
            (Role::Dim, format!(" {name} "))
        };
        spans.push(Span::styled(text, style(theme, role)));
        spans.push(Span::raw(" "));
    }
    let used: usize = spans.iter().map(|s| width(&s.content)).sum();
    let room = usize::from(area.width).saturating_sub(used + 1);
    let needs = panes::needs::needs(console, meeting, room);
    spans.push(Span::styled(pad_left(&needs, room), style(theme, Role::Text)));
    frame.render_widget(Paragraph::new(Line::from(spans)), tabs);
    match console.view.focus {
        Pane::Door => panes::door::draw(frame, console, meeting, body),
        Pane::Agenda => panes::agenda::draw(frame, console, meeting, body),
        Pane::Motion => panes::motion::draw(frame, console, meeting, body),
        Pane::Vote => panes::tally::draw(frame, console, meeting, body),
    }
}

/// How a pane is called.
pub fn pane_name(pane: Pane) -> [&'static str; 2] {
    match pane {
        Pane::Door => ["签到", "Attendance"],
        Pane::Agenda => ["议程", "Agenda"],
        Pane::Motion => ["议案", "Motion"],
        Pane::Vote => ["表决", "Vote"],
    }
}

/// Draws the frame of a pane and gives the room inside; the focus is told by weight and colour.
pub fn pane(frame: &mut Frame, console: &Console, which: Pane, right: &str, area: Rect) -> Rect {
    let theme = console.view.theme;
    let focused = console.view.focus == which && console.view.layers.is_empty();
    let (role, border) = if focused {
        (Role::PaneFocus, BorderType::Thick)
    } else {
        (Role::PaneBorder, BorderType::Plain)
    };
    let place = Pane::ALL.iter().position(|p| *p == which).unwrap_or(0) + 1;
    let title = format!(" {place} {} ", console.lang().say(pane_name(which)));
    let room = usize::from(area.width).saturating_sub(width(&title) + 4);
    let mut block = Block::bordered()
        .border_type(border)
        .border_style(style(theme, role))
        .title(Line::styled(title, style(theme, role)));
    if !right.is_empty() {
        let right = format!(" {} ", shorten_middle(right, room.saturating_sub(2)));
        block = block.title(Line::styled(right, style(theme, role)).right_aligned());
    }
    let inner = block.inner(area);
    frame.render_widget(block, area);
    inner
}

fn say(frame: &mut Frame, console: &Console, area: Rect) {
    let theme = console.view.theme;
    let said = &console.view.said;
    let role = if said.warns { Role::Warning } else { Role::Accent };
    let text = if said.text.is_empty() { hint(console) } else { said.text.clone() };
    let role = if said.text.is_empty() { Role::Dim } else { role };
    let text = shorten_end(&format!(" {text}"), usize::from(area.width));
    frame.render_widget(Paragraph::new(Line::styled(text, style(theme, role))), area);
}

/// What the next step would be, in words.
fn hint(console: &Console) -> String {
    let lang = console.lang().first();
    let step = console.meeting().and_then(|m| next::step(&console.ledger.book, m));
    if step == Some(Action::VoteStep) {
        return lang.say([
            "点名应答：1赞成，2反对，3弃权，4未表决",
            "Roll call: 1 yes, 2 no, 3 abstain, 4 silent",
        ]);
    }
    let Some(row) = step.and_then(keys::binding) else {
        return String::new();
    };
    lang.each(|l| match l {
        Lang::En => format!("Next: Ctrl-G {}", row.label[1]),
        _ => format!("下一步：Ctrl-G {}", row.label[0]),
    })
}

/// Keys in order now, as many as the line holds: the next step, those of the pane, then the rest.
fn foot(frame: &mut Frame, console: &Console, area: Rect) {
    let theme = console.view.theme;
    let mut spans: Vec<Span> = vec![Span::raw(" ")];
    let mut used = 1;
    let cells = |(key, label): &(String, String)| width(key) + width(label) + 3;
    let keys = footer_keys(console);
    // The command menu leads to all that has no room here, so it always has room itself.
    let menu = keys::binding(Action::Menu).map(keys::shown);
    let is_menu = |entry: &(String, String)| Some(&entry.0) == menu.as_ref();
    let mut kept = keys.iter().find(|e| is_menu(e)).map_or(0, cells);
    let mut full = false;
    for entry in keys {
        let cells = cells(&entry);
        if is_menu(&entry) {
            kept = 0;
        } else if full || used + cells + kept > usize::from(area.width) {
            full = true;
            continue;
        }
        used += cells;
        let (key, label) = entry;
        spans.push(Span::styled(key, style(theme, Role::Key)));
        spans.push(Span::styled(format!(" {label}  "), style(theme, Role::Text)));
    }
    frame.render_widget(Paragraph::new(Line::from(spans)), area);
}

/// Key and label of everything that is in order now.
pub fn footer_keys(console: &Console) -> Vec<(String, String)> {
    // Two languages where the line has room for enough keys in both, else one.
    let lang = match console.lang() {
        Lang::Both if console.view.size.width < TWO_LANGUAGES => Lang::Zh,
        lang => lang,
    };
    let label = |b: &keys::Binding| lang.say(b.label);
    let row = |action: Action| keys::binding(action).map(|b| (keys::shown(b), label(b)));
    match console.view.layers.last() {
        Some(Layer::Form(_)) => {
            let words = [
                ("Enter", ["下一栏/提交", "next / enter"]),
                ("Ctrl-S", ["提交", "enter it"]),
                ("Esc", ["取消", "give up"]),
            ];
            return words.iter().map(|(k, w)| ((*k).to_owned(), lang.say(*w))).collect();
        }
        Some(Layer::Menu(_)) => {
            let words = [("Enter", ["选定", "choose"]), ("Esc", ["返回", "back"])];
            return words.iter().map(|(k, w)| ((*k).to_owned(), lang.say(*w))).collect();
        }
        Some(Layer::Page(page)) => {
            let on = page.enter.as_ref().map(|_| ("Enter", ["继续", "go on"]));
            let words = [("PgUp PgDn", ["翻页", "turn the page"]), ("Esc", ["返回", "back"])];
            let words = on.into_iter().chain(words);
            return words.map(|(k, w)| (k.to_owned(), lang.say(w))).collect();
        }
        Some(Layer::AskLeave) => {
            let words = [("Enter", ["离开", "leave"]), ("Esc", ["返回", "back"])];
            return words.iter().map(|(k, w)| ((*k).to_owned(), lang.say(*w))).collect();
        }
        Some(Layer::Notice { .. }) => {
            return vec![("Esc".to_owned(), lang.say(["返回", "back"]))];
        }
        Some(Layer::Hall | Layer::Counting(_)) | None => {}
    }
    let mut shown = Vec::new();
    // At a desk the way back matters more than the meeting's next step.
    if console.meeting().is_some() && console.desk().is_none() {
        shown.extend(row(Action::NextStep));
    }
    for scope in console.scopes().into_iter().filter(|s| *s != Scope::Always) {
        for binding in keys::KEYS.iter().filter(|b| b.scope == scope) {
            if panes::in_order(console, binding.action) {
                shown.extend(console.key_of(binding).map(|key| (key, label(binding))));
            }
        }
    }
    let general = [
        Action::NextPane,
        Action::Undo,
        Action::Note,
        Action::Article,
        Action::Hall,
        Action::Menu,
        Action::Help,
        Action::Quit,
    ];
    for action in general {
        if panes::in_order(console, action) {
            shown.extend(row(action));
        }
    }
    shown
}
