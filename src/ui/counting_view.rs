//! The count of an election as the teller sees it: names with their strokes, papers, and the line being typed.

use super::console::Console;
use super::counting::{self, Asked, Counting, Stage};
use super::draw::ends;
use super::field::Look;
use super::keys::{self, Scope};
use super::theme::{Role, style};
use super::width::{pad_right, shorten_end, shorten_middle, width, wrap};
use super::zheng::{self, Strokes};
use crate::charter::WriteIns;
use crate::record::election::{self, Marks, Round, Sum};
use crate::text::{Lang, counting as words};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

/// Rows that are not names: three above, a blank one, and four below.
const AROUND: u16 = 8;
/// The cells before the strokes.
const LABEL: u16 = 27;

/// A row of the picture.
struct Row {
    /// Number and name.
    label: String,
    /// In the book, in the batch.
    sums: [Sum; 2],
    /// New votes.
    new: u32,
}

/// Draws it over the whole window.
pub fn draw(frame: &mut Frame, console: &Console, counting: &Counting) {
    let area = frame.area();
    let theme = console.view.theme;
    frame.render_widget(super::clear::ClearWide, area);
    frame.buffer_mut().set_style(area, style(theme, Role::Text));
    let Some(round) = counting.round_of(console) else {
        line(frame, console, area, 0, &console.lang().say(words::OVER), Role::Warning);
        return;
    };
    head(frame, console, counting, round);
    let body = Rect { y: area.y + 4, height: area.height.saturating_sub(AROUND), ..area };
    names(frame, console, counting, round, body);
    foot(frame, console, counting, round);
}

fn line(frame: &mut Frame, console: &Console, area: Rect, y: u16, text: &str, role: Role) {
    let row = Rect { y, height: 1, ..area }.intersection(area);
    let cells = usize::from(row.width);
    let text = pad_right(&shorten_end(&format!(" {text}"), cells), cells);
    let look = style(console.view.theme, role);
    frame.render_widget(Paragraph::new(Line::styled(text, look)), row);
}

/// A sentence that ends on a line and begins as far above it as it has to.
fn upwards(frame: &mut Frame, console: &Console, area: Rect, y: u16, text: &str, role: Role) {
    let cells = usize::from(area.width.saturating_sub(2));
    for (part, up) in wrap(text, cells).iter().rev().zip(0_u16..) {
        line(frame, console, area, y.saturating_sub(up), part, role);
    }
}

fn head(frame: &mut Frame, console: &Console, counting: &Counting, round: &Round) {
    let area = frame.area();
    let lang = console.lang().first();
    let first = ends(
        &counting::title(console, counting),
        &lang.say(words::NO_RESULT),
        area.width.saturating_sub(2),
    );
    line(frame, console, area, 0, &first, Role::Notice);
    let [entered, of, all] = counting.papers(round);
    let read = u32::try_from(counting.reading().len()).unwrap_or(u32::MAX);
    // The second teller reads the papers that the first one read, whatever the size is set to now.
    let of = match counting.second {
        Some(_) => u32::try_from(counting.first.len()).unwrap_or(of),
        None => of,
    };
    let invalid = words::invalid(
        lang,
        election::counted(round).1,
        counting.sheet(counting.reading()).invalid,
    );
    let progress = words::progress(lang, all, entered, read, of);
    let second = ends(&progress, &invalid, area.width.saturating_sub(2));
    line(frame, console, area, 1, &second, Role::Title);
    let who = if counting.second.is_some() { words::SECOND } else { words::FIRST };
    let group =
        if counting.group.is_empty() { String::new() } else { format!("{} · ", counting.group) };
    let who = format!("{group}{}", lang.say(who));
    let third = ends(&counting::needed(console, round), &who, area.width.saturating_sub(2));
    line(frame, console, area, 2, &third, Role::Text);
}

fn rows(console: &Console, counting: &Counting, round: &Round) -> Vec<Row> {
    let (votes, written) = counting::votes(counting, round);
    let hidden = counting.differ.is_some();
    let newest = counting.newest();
    let printed = counting.names.iter().zip(votes).zip(newest).zip(1..);
    let mut rows: Vec<Row> = printed
        .map(|(((name, sums), new), no): (_, u32)| Row {
            label: format!("{no:>2} {name}"),
            sums: if hidden { [sums[0], Sum::default()] } else { sums },
            new: if hidden { 0 } else { new },
        })
        .collect();
    let lang = console.lang().first();
    rows.extend(written.into_iter().filter(|_| !hidden).map(|w| Row {
        label: format!(" + {}{}", w.name, lang.say(["（另选）", " (written in)"])),
        sums: [Sum { yes: w.yes, ..Sum::default() }, Sum::default()],
        new: 0,
    }));
    rows
}

fn names(frame: &mut Frame, console: &Console, counting: &Counting, round: &Round, area: Rect) {
    let rows = rows(console, counting, round);
    let many = u16::try_from(rows.len()).unwrap_or(u16::MAX).max(1);
    let bare = Round { sheets: Vec::new(), ..round.clone() };
    let needed = election::outcome(&bare, counting.rules.marks).needed;
    let most = rows.iter().map(|r| r.sums[0].yes + r.sums[1].yes).max().unwrap_or(0);
    let most = most.max(needed.unwrap_or(0));
    // The largest strokes all of which have room; of the smallest, whole characters may be told as a figure.
    let fits = |(scale, columns): &(u16, u16)| {
        let strokes = (area.width / columns).saturating_sub(LABEL + 4);
        let least = if *scale == 1 { 15 } else { most };
        let rows = many.div_ceil(*columns);
        let high = rows * (Strokes::cell(*scale).1 + 1) - 1;
        area.height >= high && Strokes::width(least, *scale) <= strokes
    };
    let sizes = [(3, 1), (2, 1), (1, 1), (1, 2), (1, 3)];
    let Some((scale, columns)) = sizes.into_iter().find(fits) else {
        return plain(frame, console, counting, &rows, area);
    };
    let (high, wide) = (Strokes::cell(scale).1, area.width / columns);
    let down = many.div_ceil(columns);
    for (place, row) in (0..).zip(&rows) {
        let (x, y) = (area.x + place / down * wide, area.y + place % down * (high + 1));
        let place = Rect { x, y, width: wide, height: high }.intersection(area);
        label(frame, console, counting, row, needed, place);
        let right =
            Rect { x: place.x + LABEL + 1, width: place.width.saturating_sub(LABEL + 2), ..place };
        art(frame, console, row, scale, needed, right);
    }
}

/// Name, figures, and what is not a vote in favour, one under the other.
fn label(
    frame: &mut Frame,
    console: &Console,
    counting: &Counting,
    row: &Row,
    needed: Option<u32>,
    place: Rect,
) {
    let lang = console.lang().first();
    let cells = usize::from(LABEL);
    let theme = console.view.theme;
    let [entered, batch] = row.sums;
    let lit = if row.new > 0 { Role::Accent } else { Role::Title };
    let figures = words::figures(lang, entered.yes, batch.yes);
    let need = needed.map_or_else(String::new, |n| words::need(lang, n));
    let mut lines = vec![
        Line::styled(shorten_middle(&row.label, cells), style(theme, lit)),
        Line::styled(format!("   {figures}  {need}"), style(theme, Role::Text)),
    ];
    if counting.rules.marks == Marks::Each {
        let others = words::others(lang, entered.no + batch.no, entered.abstain + batch.abstain);
        let text = shorten_end(&format!("   {others}"), cells);
        lines.push(Line::styled(text, style(theme, Role::Dim)));
    }
    let place = Rect { x: place.x + 1, width: LABEL.min(place.width), ..place };
    frame.render_widget(Paragraph::new(lines), place);
}

fn art(
    frame: &mut Frame,
    console: &Console,
    row: &Row,
    scale: u16,
    needed: Option<u32>,
    place: Rect,
) {
    let lang = console.lang().first();
    let theme = console.view.theme;
    let votes = row.sums[0].yes + row.sums[1].yes;
    let buf = frame.buffer_mut();
    let quiet = style(theme, Role::Dim);
    let (wide, _) = Strokes::cell(scale);
    let [told, rest] = zheng::fold(votes, place.width, scale);
    let mut right = place;
    if told > 0 {
        let text = zheng::folded(lang, told);
        let cells = u16::try_from(width(&text)).unwrap_or(0) + 1;
        let y = place.y + place.height / 2;
        buf.set_stringn(place.x, y, &text, usize::from(place.width), style(theme, Role::VoteYes));
        right = Rect { x: place.x + cells, width: place.width.saturating_sub(cells), ..place };
    }
    let strokes = Strokes { votes: rest, new: row.new, scale, lang };
    strokes.draw(buf, right, theme, [Role::VoteYes, Role::Accent]);
    // The mark of the votes needed stands behind the character that reaches them.
    if let Some(needed) = needed.filter(|n| told == 0 && *n > 0) {
        let at = u16::try_from(needed.div_ceil(5)).unwrap_or(u16::MAX).saturating_mul(wide);
        if at >= 1 && at <= place.width {
            for y in place.top()..place.bottom() {
                buf.set_stringn(place.x + at - 1, y, "┆", 1, quiet);
            }
        }
    }
}

/// Narrow rows: a line a name, in as many columns as it takes.
fn plain(frame: &mut Frame, console: &Console, counting: &Counting, rows: &[Row], area: Rect) {
    let lang = console.lang().first();
    let theme = console.view.theme;
    let high = usize::from(area.height.max(1));
    let columns = rows.len().div_ceil(high).max(1);
    let wide = usize::from(area.width.saturating_sub(1)) / columns;
    let longest = rows.iter().map(|r| width(&r.label)).max().unwrap_or(0) + 1;
    let name_cells = if columns == 1 { longest.clamp(20, 34) } else { longest.min(wide * 2 / 3) };
    for (place, row) in rows.iter().enumerate() {
        let [entered, batch] = row.sums;
        let votes = entered.yes + batch.yes;
        let name = pad_right(&shorten_middle(&row.label, name_cells), name_cells);
        let mut text = format!("{name} {:>3} ", votes);
        let room = wide.saturating_sub(width(&text) + 3);
        let mut strokes = words::strokes(lang, votes);
        if width(&strokes) > room {
            let short =
                format!("{} {}", zheng::folded(lang, votes / 5), words::strokes(lang, votes % 5));
            strokes = if width(&short) <= room { short } else { String::new() };
        }
        text.push_str(&strokes);
        text.push_str(if row.new > 0 { "◂" } else { " " });
        if columns == 1 && counting.rules.marks == Marks::Each {
            let others =
                words::others(lang, entered.no + batch.no, entered.abstain + batch.abstain);
            if width(&text) + width(&others) + 6 <= wide {
                let free = wide - width(&text) - 3;
                text.push_str(&super::width::pad_left(&others, free));
            }
        }
        let (x, y) = (place / high * wide, place % high);
        let x = area.x + 1 + u16::try_from(x).unwrap_or(0);
        let y = area.y + u16::try_from(y).unwrap_or(0);
        let look = style(theme, if row.new > 0 { Role::Accent } else { Role::Text });
        frame.buffer_mut().set_stringn(x, y, text, wide, look);
    }
}

fn foot(frame: &mut Frame, console: &Console, counting: &Counting, round: &Round) {
    let area = frame.area();
    let lang = console.lang().first();
    let [said, typed, how, last] = [4, 3, 2, 1].map(|up| area.bottom().saturating_sub(up));
    let stage = counting.stage(round);
    let [entered, _, all] = counting.papers(round);
    let role = if counting.said.warns { Role::Warning } else { Role::Accent };
    if !counting.said.text.is_empty() {
        upwards(frame, console, area, said, &counting.said.text, role);
    }
    let read = u32::try_from(counting.reading().len()).unwrap_or(u32::MAX);
    match stage {
        Stage::Reading => {
            let label = lang.each(|l| match l {
                Lang::En => format!("Paper {}: ", entered + read + 1),
                _ => format!("第{}张：", entered + read + 1),
            });
            field(frame, console, typed, &label, &counting.line, counting.asked != Asked::GiveUp);
            line(frame, console, area, how, &how_typed(console, counting), Role::Dim);
        }
        Stage::Full => {
            line(frame, console, area, typed, &words::batch_done(lang, read), Role::Title)
        }
        Stage::Done => line(frame, console, area, typed, &words::all_read(lang, all), Role::Title),
        Stage::Differing => {
            let Some(differ) = &counting.differ else { return };
            let question = differ.question(lang, &counting.names);
            let count = format!("({}/{}) ", differ.at + 1, differ.asked.len());
            upwards(frame, console, area, said, &format!("{count}{question}"), role);
            match &differ.typed {
                None => line(frame, console, area, typed, &lang.say(words::ANSWERS), Role::Title),
                Some(text) => {
                    let two = matches!(
                        differ.asked.get(differ.at),
                        Some(counting::differ::Figure::Name(_))
                    ) && counting.rules.marks == Marks::Each;
                    let label = lang.say(if two { words::TYPE_TWO } else { words::TYPE_ONE });
                    field(frame, console, typed, &label, text, true);
                }
            }
            if differ.wrong {
                line(frame, console, area, how, &lang.say(words::NOT_THAT_MANY), Role::Warning);
            }
            if counting.asked == Asked::GiveUp {
                line(frame, console, area, how, &counting.said.text, Role::Warning);
            }
        }
    }
    keys_line(frame, console, stage, Rect { y: last, height: 1, ..area });
}

/// The line being typed, with the terminal's own cursor.
fn field(
    frame: &mut Frame,
    console: &Console,
    y: u16,
    label: &str,
    field: &super::field::Field,
    focused: bool,
) {
    let area = frame.area();
    let theme = console.view.theme;
    line(frame, console, area, y, label, Role::Title);
    let before = u16::try_from(width(label)).unwrap_or(0) + 1;
    let look = Look {
        text: style(theme, Role::Field),
        hint: style(theme, Role::Field).patch(style(theme, Role::Dim)),
        selection: style(theme, Role::Selection),
    };
    let place = Rect {
        x: area.x + before,
        y,
        width: area.width.saturating_sub(before + 2).min(60),
        height: 1,
    };
    let top = matches!(console.view.layers.last(), Some(super::view::Layer::Counting(_)));
    field.draw(frame, place, focused && top, look);
}

fn how_typed(console: &Console, counting: &Counting) -> String {
    let lang = console.lang().first();
    let how = if counting.rules.marks == Marks::Each { words::HOW_EACH } else { words::HOW_PICK };
    let mut parts = vec![lang.say(how)];
    if counting.names.len() > 9 {
        parts.push(lang.say(words::PARTED));
    }
    let allowed = console.meeting().and_then(|m| {
        let election = m.election(counting.item)?;
        let race = m.race(counting.item, counting.contest)?;
        Some(race.contest.write_ins.unwrap_or(election.plan.write_ins))
    });
    if allowed.is_some_and(|w| w != WriteIns::None) {
        parts.push(lang.say(words::WRITE));
    }
    parts.join(if lang == Lang::En { "; " } else { "；" })
}

fn keys_line(frame: &mut Frame, console: &Console, stage: Stage, row: Rect) {
    let theme = console.view.theme;
    let lang = console.lang().first();
    let mut spans = vec![Span::raw(" ")];
    let mut used = 1;
    let own = keys::KEYS.iter().filter(|b| b.scope == Scope::Counting);
    let general = [keys::Action::Hall, keys::Action::Language, keys::Action::Help];
    let general = general.into_iter().filter_map(keys::binding);
    for binding in own.chain(general) {
        let works = match binding.action {
            keys::Action::CountTwice => stage == Stage::Full,
            keys::Action::CountSize => matches!(stage, Stage::Reading | Stage::Full),
            keys::Action::CountPaper => stage != Stage::Differing,
            keys::Action::Undo => stage != Stage::Done,
            _ => true,
        };
        let (key, label) = (keys::shown(binding), lang.say(binding.label));
        let cells = width(&key) + width(&label) + 3;
        if !works || used + cells > usize::from(row.width) {
            continue;
        }
        used += cells;
        spans.push(Span::styled(key, style(theme, Role::Key)));
        spans.push(Span::styled(format!(" {label}  "), style(theme, Role::Text)));
    }
    frame.render_widget(Paragraph::new(Line::from(spans)), row);
}
