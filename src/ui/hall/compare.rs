//! Old and new text of the charter on the wall: an article in big letters where it fits, else side by side or one
//! below the other, page by page as the console turns them.

use super::super::big::{self, Scale, wrap_big};
use super::super::theme::Role;
use super::super::width::{width, wrap};
use super::Look;
use crate::charter::Charter;
use crate::charter::compare::{ArticleChange, Comparison, Run, Side};
use crate::record::amend;
use crate::record::state::{Book, Meeting};
use crate::text::{Lang, amendment};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

/// From so many cells on the versions stand side by side.
const BESIDE: u16 = 112;

/// The comparison that belongs to the item in hand, while nothing is being voted on.
pub fn in_hand<'b>(book: &'b Book, meeting: &Meeting) -> Option<&'b Comparison> {
    if meeting.vote_in_hand().is_some() {
        return None;
    }
    let item = meeting.item_in_hand()?;
    amend::of_item(book, meeting, item.no).map(|draft| &*draft.comparison)
}

/// A line of coloured pieces.
type Pieces = Vec<(String, Style)>;

/// A page of the comparison.
enum Page {
    /// Letters of the terminal, a line each.
    Lines(Vec<Pieces>),
    /// One article that fits in big letters: its name, and each version with its label.
    Big(String, Vec<(String, Vec<Pieces>)>),
}

/// Big letters: narrow ones, so that a line holds a clause.
const SCALE: Scale = Scale::Compact;

/// Draws a page of the comparison, counted from 1; what lies behind the last page is the last page.
pub(super) fn draw(
    buf: &mut Buffer,
    area: Rect,
    look: Look,
    charter: &Charter,
    found: &Comparison,
    page: u8,
) {
    let all = all(look, charter, found, area);
    let pages = all.len().max(1);
    let page = usize::from(page).clamp(1, pages);
    let title = look.lang.first().join(
        &format!("章程修改对照　{page}/{pages}"),
        &format!("The charter, old and new  {page}/{pages}"),
    );
    put(buf, area.x, area.y, area.width, &[(title, look.style(Role::HallTitle))]);
    match all.get(page - 1) {
        Some(Page::Lines(lines)) => {
            for (row, line) in (1_u16..).zip(lines) {
                put(buf, area.x, area.y + row, area.width, line);
            }
        }
        Some(Page::Big(head, versions)) => {
            let style = look.style(Role::HallMark).add_modifier(Modifier::BOLD);
            put(buf, area.x, area.y + 1, area.width, &[(head.clone(), style)]);
            let mut y = area.y + 2;
            for (label, lines) in versions {
                put(buf, area.x, y, area.width, &[(label.clone(), look.style(Role::HallText))]);
                y += 1;
                for line in lines {
                    put_big(buf, Rect { y, height: SCALE.height(), ..area }, line);
                    y += SCALE.height();
                }
            }
        }
        None => {}
    }
}

/// The number of pages on a wall whose comparison has this place.
pub(super) fn pages(look: Look, charter: &Charter, found: &Comparison, area: Rect) -> u8 {
    u8::try_from(all(look, charter, found, area).len()).unwrap_or(u8::MAX).max(1)
}

/// All pages: an article alone on its page in big letters where it fits, the others one after another.
fn all(look: Look, charter: &Charter, found: &Comparison, area: Rect) -> Vec<Page> {
    let lang = look.lang.first();
    let high = usize::from(area.height.saturating_sub(1)).max(1);
    let mut pages = Vec::new();
    let mut lines: Vec<Pieces> = Vec::new();
    for change in &found.articles {
        let head = amendment::heading(lang, charter, change);
        if let Some(versions) = big(look, lang, change, area) {
            pages.extend(cut(std::mem::take(&mut lines), high));
            pages.push(Page::Big(head, versions));
            continue;
        }
        lines.push(vec![(head, look.style(Role::HallMark).add_modifier(Modifier::BOLD))]);
        if area.width >= BESIDE {
            lines.extend(beside(look, change, area.width));
        } else {
            lines.extend(below(look, lang, change, area.width));
        }
        lines.push(Vec::new());
    }
    let quiet = look.style(Role::HallText);
    for said in amendment::changed_rules(lang, charter, found).iter().filter(|l| !l.is_empty()) {
        lines.extend(wrap(said, usize::from(area.width)).into_iter().map(|l| vec![(l, quiet)]));
    }
    pages.extend(cut(lines, high));
    pages
}

/// Lines page by page; blank ones at the end need none.
fn cut(mut lines: Vec<Pieces>, high: usize) -> Vec<Page> {
    while lines.last().is_some_and(Vec::is_empty) {
        lines.pop();
    }
    lines.chunks(high).map(|page| Page::Lines(page.to_vec())).collect()
}

/// Both versions of an article in big letters, where they fit on one page.
fn big(
    look: Look,
    lang: Lang,
    change: &ArticleChange,
    area: Rect,
) -> Option<Vec<(String, Vec<Pieces>)>> {
    if !look.big {
        return None;
    }
    let wrapped = |paragraph: &str| wrap_big(paragraph, area.width, SCALE);
    let sides =
        [(Side::Gone, change.old, ["原文", "was"]), (Side::New, change.new, ["改为", "now"])];
    let sides = sides.into_iter().filter(|(_, no, _)| no.is_some());
    let versions: Vec<(String, Vec<Pieces>)> = sides
        .map(|(side, _, label)| (lang.say(label), version(look, change, side, wrapped)))
        .collect();
    let rows: usize =
        versions.iter().map(|(_, lines)| lines.len() * usize::from(SCALE.height()) + 1).sum();
    (rows + 2 <= usize::from(area.height)).then_some(versions)
}

fn put_big(buf: &mut Buffer, area: Rect, pieces: &[(String, Style)]) {
    let mut left = 0;
    for (text, style) in pieces {
        let x = area.x.saturating_add(left).min(area.right());
        let rest = Rect { x, width: area.right() - x, ..area };
        big::draw(buf, rest, text, SCALE, *style);
        left = left.saturating_add(big::measure(text, SCALE).0);
    }
}

fn put(buf: &mut Buffer, x: u16, y: u16, room: u16, pieces: &[(String, Style)]) {
    let (mut x, end) = (x, x + room);
    for (text, style) in pieces {
        let (next, _) = buf.set_stringn(x, y, text, usize::from(end.saturating_sub(x)), *style);
        x = next;
    }
}

fn beside(look: Look, change: &ArticleChange, room: u16) -> Vec<Pieces> {
    let half = usize::from(room.saturating_sub(4) / 2);
    let (old, new) = (
        version(look, change, Side::Gone, |p| wrap(p, half)),
        version(look, change, Side::New, |p| wrap(p, half)),
    );
    let quiet = look.style(Role::HallText);
    let lang = look.lang.first();
    let (was, now) = (lang.say(["原文", "was"]), lang.say(["改为", "now"]));
    let gap = " ".repeat((half + 4).saturating_sub(width(&was)));
    let mut lines = vec![vec![(was, quiet), (gap, quiet), (now, quiet)]];
    for row in 0..old.len().max(new.len()) {
        let mut line = old.get(row).cloned().unwrap_or_default();
        let used: usize = line.iter().map(|(text, _)| width(text)).sum();
        line.push((" ".repeat((half + 4).saturating_sub(used)), look.style(Role::HallText)));
        line.extend(new.get(row).cloned().unwrap_or_default());
        lines.push(line);
    }
    lines
}

fn below(look: Look, lang: Lang, change: &ArticleChange, room: u16) -> Vec<Pieces> {
    let mut lines = Vec::new();
    let versions =
        [(Side::Gone, change.old, ["原文", "was"]), (Side::New, change.new, ["改为", "now"])];
    for (side, no, label) in versions {
        if no.is_some() {
            lines.push(vec![(lang.say(label), look.style(Role::HallText))]);
            lines.extend(version(look, change, side, |p| wrap(p, usize::from(room))));
        }
    }
    lines
}

/// One version, its paragraphs broken into lines; what differs has the colour of its side and is bold, what
/// goes is struck through.
fn version(
    look: Look,
    change: &ArticleChange,
    side: Side,
    broken: impl Fn(&str) -> Vec<String>,
) -> Vec<Pieces> {
    let no = if side == Side::Gone { change.old } else { change.new };
    if no.is_none() {
        return Vec::new();
    }
    let text = change.text(side);
    let mut letters = change.version(side).flat_map(|run: &Run| {
        let style = match run.side {
            Side::Same => look.style(Role::HallText),
            Side::Gone => {
                look.style(Role::HallNo).add_modifier(Modifier::BOLD | Modifier::CROSSED_OUT)
            }
            Side::New => look.style(Role::HallYes).add_modifier(Modifier::BOLD),
        };
        run.text.chars().map(move |c| (c, style))
    });
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        for line in broken(paragraph) {
            let mut pieces: Pieces = Vec::new();
            for wanted in line.chars() {
                // Blanks at the ends of lines are dropped by the wrapping, and the letters go on after them.
                let style = letters.by_ref().find(|(c, _)| *c == wanted).map(|(_, style)| style);
                let style = style.unwrap_or_else(|| look.style(Role::HallText));
                match pieces.last_mut().filter(|(_, s)| *s == style) {
                    Some((text, _)) => text.push(wanted),
                    None => pieces.push((wanted.to_string(), style)),
                }
            }
            lines.push(pieces);
        }
    }
    lines
}
