//! Old and new text of the charter on the wall: side by side where there is room, else one below the
//! other, page by page as the console turns them.

use super::super::theme::{Role, Theme};
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

/// Draws a page of the comparison, counted from 1; what lies behind the last page is the last page.
pub(super) fn draw(
    buf: &mut Buffer,
    area: Rect,
    look: Look,
    charter: &Charter,
    found: &Comparison,
    page: u8,
) {
    let lines = lines(look, charter, found, area.width);
    let high = usize::from(area.height.saturating_sub(1)).max(1);
    let pages = lines.len().div_ceil(high).max(1);
    let page = usize::from(page).clamp(1, pages);
    let title = look.lang.first().join(
        &format!("章程修改对照　{page}/{pages}"),
        &format!("The charter, old and new  {page}/{pages}"),
    );
    put(buf, area.x, area.y, area.width, &[(title, look.style(Role::HallTitle))]);
    for (row, line) in (1_u16..).zip(lines.iter().skip((page - 1) * high).take(high)) {
        put(buf, area.x, area.y + row, area.width, line);
    }
}

/// The number of pages on a wall of 120 by 36 cells, so that the console knows where they end.
pub fn pages(found: &Comparison, theme: Theme, lang: Lang) -> u8 {
    let look = Look { lang, theme, room: 112, rows: 30, big: true };
    let heads: usize = found.articles.len();
    let texts: usize =
        found.articles.iter().map(|change| beside(look, change, 112).len() + 1).sum();
    let rules: usize = found.rules.len() + 2;
    u8::try_from((heads + texts + rules).div_ceil(29)).unwrap_or(u8::MAX).max(1)
}

fn put(buf: &mut Buffer, x: u16, y: u16, room: u16, pieces: &[(String, Style)]) {
    let (mut x, end) = (x, x + room);
    for (text, style) in pieces {
        let (next, _) = buf.set_stringn(x, y, text, usize::from(end.saturating_sub(x)), *style);
        x = next;
    }
}

fn lines(look: Look, charter: &Charter, found: &Comparison, room: u16) -> Vec<Pieces> {
    let quiet = look.style(Role::HallText);
    let lang = look.lang.first();
    let mut lines: Vec<Pieces> = Vec::new();
    for change in &found.articles {
        let head = amendment::heading(lang, charter, change);
        lines.push(vec![(head, look.style(Role::HallMark).add_modifier(Modifier::BOLD))]);
        if room >= BESIDE {
            lines.extend(beside(look, change, room));
        } else {
            lines.extend(below(look, lang, change, room));
        }
        lines.push(Vec::new());
    }
    for said in amendment::changed_rules(lang, found).iter().filter(|l| !l.is_empty()) {
        lines.extend(wrap(said, usize::from(room)).into_iter().map(|l| vec![(l, quiet)]));
    }
    lines
}

fn beside(look: Look, change: &ArticleChange, room: u16) -> Vec<Pieces> {
    let half = usize::from(room.saturating_sub(4) / 2);
    let (old, new) =
        (version(look, change, Side::Gone, half), version(look, change, Side::New, half));
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
            lines.extend(version(look, change, side, usize::from(room)));
        }
    }
    lines
}

/// One version in lines of so many cells; what differs has the colour of its side and is bold, what
/// goes is struck through.
fn version(look: Look, change: &ArticleChange, side: Side, cells: usize) -> Vec<Pieces> {
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
        for line in wrap(paragraph, cells) {
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
