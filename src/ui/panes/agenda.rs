//! The agenda pane: items in order, what became of them, and whether what waits can still pass.

use super::window;
use crate::record::event::ItemEnd;
use crate::record::forecast::{Forecast, Outlook, of_item};
use crate::record::state::{Item, ItemState, Meeting, MotionState, VoteState};
use crate::text::{Lang, forecast as said, words};
use crate::ui::console::Console;
use crate::ui::desks::notice::is_awaited;
use crate::ui::draw::pane;
use crate::ui::theme::{Role, style};
use crate::ui::view::Pane;
use crate::ui::width::{pad_left, pad_right, shorten_middle, width};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

/// Draws it.
pub fn draw(frame: &mut Frame, console: &Console, meeting: &Meeting, area: Rect) {
    let lang = console.lang().first();
    let theme = console.view.theme;
    let all = meeting.items.len();
    let at = meeting.item_in_hand().and_then(|i| meeting.items.iter().position(|j| j.no == i.no));
    let right = match at {
        Some(at) => lang.each(|l| match l {
            Lang::En => format!("item {} of {all}", at + 1),
            _ => format!("第{}项，共{all}项", at + 1),
        }),
        None => lang.each(|l| match l {
            Lang::En => format!("{all} items"),
            _ => format!("共{all}项"),
        }),
    };
    let inner = pane(frame, console, Pane::Agenda, &right, area);
    let rows = usize::from(inner.height);
    let chosen = console.view.at(Pane::Agenda).min(all.saturating_sub(1));
    let shown = if console.view.focus == Pane::Agenda { chosen } else { at.unwrap_or(chosen) };
    let top = window(shown, all, rows);
    let mut lines = Vec::new();
    for (place, item) in meeting.items.iter().enumerate().skip(top).take(rows) {
        let chosen = place == chosen && console.view.focus == Pane::Agenda;
        lines.push(row(console, meeting, place, item, chosen, usize::from(inner.width)));
    }
    if all == 0 {
        let none = lang.say(["还没有议程项；按 3 增加。", "No items yet; 3 adds one."]);
        lines.push(Line::styled(format!(" {none}"), style(theme, Role::Dim)));
    }
    frame.render_widget(Paragraph::new(lines), inner);
}

fn row(
    console: &Console,
    meeting: &Meeting,
    place: usize,
    item: &Item,
    chosen: bool,
    cells: usize,
) -> Line<'static> {
    let theme = console.view.theme;
    let (sign, role) = match &item.state {
        ItemState::Open => ("▸", Role::PaneFocus),
        // What goes on elsewhere or later is not done: no tick, and the words beside it say where to.
        ItemState::Ended(ItemEnd::CarriedOver { .. }) => ("→", Role::Accent),
        ItemState::Ended(ItemEnd::Referred { .. }) => ("↗", Role::Accent),
        ItemState::Ended(ItemEnd::Postponed { .. }) => ("↓", Role::Accent),
        ItemState::Ended(ItemEnd::Closed) if was_lost(meeting, item) => ("✗", Role::Absent),
        ItemState::Ended(ItemEnd::Closed) => ("✓", Role::Present),
        ItemState::Pending if lacks(console, item) => ("!", Role::Absent),
        // Not on the notice that went out.
        ItemState::Pending if !item.on_notice => ("+", Role::Accent),
        ItemState::Pending => (" ", Role::Dim),
    };
    let (result, result_role) = outcome(console, meeting, item);
    let left = format!(" {sign} {} ", pad_left(&(place + 1).to_string(), 2));
    let room = cells.saturating_sub(width(&left) + width(&result) + 2);
    let title = pad_right(&shorten_middle(&item.new.title, room), room);
    let base = if chosen { style(theme, Role::Selection) } else { style(theme, Role::Text) };
    let with = |role: Role| {
        if chosen { base } else { base.patch(style(theme, role)) }
    };
    Line::from(vec![
        Span::styled(left, with(role)),
        Span::styled(
            title,
            if matches!(item.state, ItemState::Ended(ItemEnd::Closed)) {
                with(Role::Dim)
            } else {
                base
            },
        ),
        Span::styled(format!(" {result} "), with(result_role)),
    ])
}

/// Whether the last thing moved under it was voted down.
fn was_lost(meeting: &Meeting, item: &Item) -> bool {
    let last = meeting.motions.iter().rev().find(|m| m.item == item.no && m.amends.is_none());
    last.is_some_and(|m| m.state == MotionState::Lost)
}

/// Whether a precondition of its matter is not on file.
fn lacks(console: &Console, item: &Item) -> bool {
    let charter = console.ledger.book.charter.as_deref();
    let matter = charter.and_then(|c| c.matter(item.new.matter.as_deref()?));
    matter.is_some_and(|m| {
        m.requires.iter().any(|r| !item.filed.iter().any(|f| f.precondition == *r))
    })
}

/// What those announced could make of an item, while it is them that are known and nobody is there.
fn awaited(console: &Console, meeting: &Meeting, item: &Item) -> Option<Forecast> {
    is_awaited(console, meeting).then(|| of_item(&console.ledger.book, meeting, item.no)).flatten()
}

/// What became of an item, or what it will need.
fn outcome(console: &Console, meeting: &Meeting, item: &Item) -> (String, Role) {
    let lang = console.lang().first();
    // Put off with a motion pending, it is not debated any more.
    if let ItemState::Ended(end) = &item.state
        && *end != ItemEnd::Closed
    {
        return (words::item_end(lang, end), Role::Accent);
    }
    if let Some(election) = meeting.election(item.no).filter(|e| e.approved.is_some()) {
        return super::ballots::standing_of(election, lang);
    }
    let motion = meeting.motions.iter().rev().find(|m| m.item == item.no && m.amends.is_none());
    if let Some(motion) = motion {
        let vote = meeting.votes.iter().rev().find(|v| v.motion == motion.no);
        let figures = vote
            .and_then(|v| v.declared.last())
            .map(|d| format!(" {}/{}", d.verdict.tally.yes, d.verdict.base))
            .unwrap_or_default();
        return match (motion.state, vote.map(|v| &v.state)) {
            (MotionState::Carried, _) => {
                (format!("{}{figures}", words::motion_state(lang, motion.state)), Role::Present)
            }
            (MotionState::Lost, _) => {
                (format!("{}{figures}", words::motion_state(lang, motion.state)), Role::Absent)
            }
            (MotionState::Withdrawn, _) => (words::motion_state(lang, motion.state), Role::Dim),
            (MotionState::Pending, Some(VoteState::Open)) => {
                (lang.say(["表决中", "voting"]), Role::PaneFocus)
            }
            (MotionState::Pending, Some(VoteState::Closed)) => {
                (lang.say(["待宣布", "to be declared"]), Role::PaneFocus)
            }
            (MotionState::Pending, Some(VoteState::Void { .. })) => {
                (lang.say(["作废", "void"]), Role::Absent)
            }
            (MotionState::Pending, _) => (lang.say(["讨论中", "debated"]), Role::PaneFocus),
        };
    }
    if let ItemState::Ended(end) = &item.state {
        return (words::item_end(lang, end), Role::Dim);
    }
    let charter = console.ledger.book.charter.as_deref();
    let matter = charter.and_then(|c| c.matter(item.new.matter.as_deref()?));
    // What this body may not decide needs no papers first.
    let ours = matter.is_none_or(|m| super::needs::needed_for(console, meeting, m).is_some());
    if ours && lacks(console, item) {
        return (lang.say(["缺前提", "paper missing"]), Role::Absent);
    }
    if let Some(one) = awaited(console, meeting, item) {
        let role = match one.outlook {
            Outlook::Safe { .. } | Outlook::Weighed { carried: true } => Role::Dim,
            Outlook::Tight { .. } => Role::Warning,
            Outlook::Impossible { .. } | Outlook::Weighed { carried: false } => Role::Absent,
        };
        return (said::cell(lang, &one), role);
    }
    match matter {
        Some(matter) => match super::needs::needed_for(console, meeting, matter) {
            Some((needed, present)) if present < needed && super::has_begun(meeting) => (
                lang.each(|l| match l {
                    Lang::En => format!("needs {needed}, cannot pass"),
                    _ => format!("须{needed}，到会不足"),
                }),
                Role::Absent,
            ),
            Some((needed, _)) => (
                lang.each(|l| match l {
                    Lang::En => format!("needs {needed}"),
                    _ => format!("须{needed}票"),
                }),
                Role::Dim,
            ),
            None => (lang.say(["本会无权", "not this body's"]), Role::Absent),
        },
        None => (lang.say(["通报", "for information"]), Role::Dim),
    }
}
