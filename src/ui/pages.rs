//! Pages and menus made from tables: help, every command, the articles, what a correction touches.

use super::console::Console;
use super::keys::{self, Action, Scope};
use super::theme::{Role, Theme, style};
use super::view::{Body, Pane, Pick};
use super::width::{pad_right, width, wrap};
use crate::record::Stamp;
use crate::record::state::Vote;
use crate::text::{Lang, charter as charter_text, words};
use ratatui::text::{Line, Span};

/// The table of keys in groups, in as many columns as there is room for.
pub(super) fn keys(lang: Lang, cells: usize, theme: Theme) -> Vec<Line<'static>> {
    let title = style(theme, Role::PaneFocus);
    let mut groups: Vec<Vec<(String, String)>> = Vec::new();
    for scope in Scope::ALL {
        let mut rows = vec![(String::new(), lang.say(scope.name()))];
        for row in keys::KEYS.iter().filter(|b| b.scope == *scope) {
            let shown: Vec<String> = row.keys.split(' ').map(|k| k.replace('^', "Ctrl-")).collect();
            rows.push((shown.join("  "), lang.say(row.label)));
        }
        groups.push(rows);
    }
    // A column holds keys and most labels; the few longer ones wrap.
    let (least, gap) = (34, 3);
    let columns = ((cells + gap) / (least + gap)).clamp(1, 3);
    let size = (cells + gap) / columns - gap;
    let all: usize = groups.iter().map(|g| g.len() + 1).sum();
    let mut filled: Vec<Vec<Line<'static>>> = vec![Vec::new()];
    let mut before = 0;
    for group in &groups {
        // A group stands whole in the column where its middle falls.
        let at = (before + group.len() / 2) * columns / all.max(1);
        before += group.len() + 1;
        if at >= filled.len() {
            filled.push(Vec::new());
        }
        let Some(column) = filled.last_mut() else { continue };
        if !column.is_empty() {
            column.push(Line::default());
        }
        // One place with many keys does not push the labels of all others aside.
        let keys = group.iter().map(|(key, _)| width(key)).max().unwrap_or(0) + 2;
        for (place, (key, label)) in group.iter().enumerate() {
            if place == 0 {
                column.push(Line::styled(label.clone(), title));
                continue;
            }
            let lead = if key.is_empty() { "  ".to_owned() } else { pad_right(key, keys) };
            let room = size.saturating_sub(width(&lead)).max(8);
            for (line, label) in wrap(label, room).into_iter().enumerate() {
                let lead = if line == 0 { lead.clone() } else { " ".repeat(width(&lead)) };
                column.push(Line::from(vec![
                    Span::styled(lead, style(theme, Role::Key)),
                    Span::styled(label, style(theme, Role::Popup)),
                ]));
            }
        }
    }
    let high = filled.iter().map(Vec::len).max().unwrap_or(0);
    let mut lines = Vec::new();
    for place in 0..high {
        let mut spans = Vec::new();
        for (at, column) in filled.iter().enumerate() {
            let line = column.get(place).cloned().unwrap_or_default();
            let used = line.width();
            spans.extend(line.spans.into_iter().map(|s| s.patch_style(line.style)));
            if at + 1 < filled.len() {
                spans.push(Span::raw(" ".repeat((size + gap).saturating_sub(used))));
            }
        }
        lines.push(Line::from(spans));
    }
    lines
}

impl Console {
    /// The key of a row of the table, where it does what the row says on this screen now.
    pub fn key_of(&self, row: &keys::Binding) -> Option<String> {
        let scopes = self.scopes();
        let place = scopes.iter().position(|s| *s == row.scope)?;
        let nearer: Vec<&str> = keys::KEYS
            .iter()
            .filter(|b| scopes.iter().take(place).any(|s| *s == b.scope))
            .flat_map(|b| b.keys.split(' '))
            .collect();
        let free = row.keys.split(' ').find(|k| !k.is_empty() && !nearer.contains(k))?;
        Some(free.replace('^', "Ctrl-"))
    }

    pub(super) fn help(&mut self) {
        let title = self.lang().say(["帮助：按键", "Help: keys"]);
        self.view.page_of(Body::Keys, title, String::new());
    }

    /// Every action there is, those of the pane first.
    pub(super) fn command_menu(&mut self, _now: Stamp) {
        let lang = self.lang();
        let home = self.at_home() || self.desk().is_some();
        let own = self.scopes().first().copied().unwrap_or(Scope::Always);
        let mut order = vec![own, Scope::Menu];
        for scope in
            [Scope::Home, Scope::Door, Scope::Agenda, Scope::Motion, Scope::Vote, Scope::Always]
        {
            if scope != own && (scope == Scope::Home || scope == Scope::Always || !home) {
                order.push(scope);
            }
        }
        let moving = [
            Action::Up,
            Action::Down,
            Action::PageUp,
            Action::PageDown,
            Action::First,
            Action::Last,
        ];
        let mut lines: Vec<(String, String, Pick)> = Vec::new();
        for scope in order {
            for row in keys::KEYS
                .iter()
                .filter(|b| b.scope == scope && !moving.contains(&b.action))
                .filter(|b| super::panes::in_order(self, b.action))
            {
                // What stands in two scopes is one command.
                if lines.iter().any(|(.., pick)| *pick == Pick::Do(row.action)) {
                    continue;
                }
                let key = self.key_of(row).unwrap_or_default();
                // A line of another pane says which: 上移 alone does not tell what moves.
                let plain = matches!(scope, Scope::Always | Scope::Menu | Scope::Home);
                let label = if scope == own || plain {
                    lang.say(row.label)
                } else {
                    format!("{} · {}", lang.say(scope.name()), lang.say(row.label))
                };
                lines.push((key, label, Pick::Do(row.action)));
            }
        }
        self.view.menu(lang.say(["命令", "Commands"]), lines);
    }

    /// The articles behind whatever is chosen.
    pub(super) fn article(&mut self) {
        let lang = self.lang();
        let Some(charter) = self.ledger.book.charter.clone() else {
            return;
        };
        let mut articles: Vec<u32> = Vec::new();
        let mut add = |clauses: &crate::charter::Clauses| {
            for no in clauses.articles() {
                if !articles.contains(&no) {
                    articles.push(no);
                }
            }
        };
        let vote: Option<Vote> =
            self.meeting().and_then(|m| m.vote_in_hand().or(m.last_vote())).cloned();
        let matter = match self.view.focus {
            Pane::Motion | Pane::Vote => self.chosen_motion().map(|m| m.matter.clone()),
            Pane::Agenda => self.chosen_item().and_then(|i| i.new.matter.clone()),
            Pane::Door => None,
        };
        if let Some(matter) = matter.as_deref().and_then(|m| charter.matter(m)) {
            add(&matter.clauses);
        }
        if self.view.focus == Pane::Vote
            && let Some(clauses) = vote.as_ref().and_then(|v| v.frozen.rule.basis.article.as_ref())
        {
            add(clauses);
        }
        if articles.is_empty() {
            articles = charter.articles.iter().map(|a| a.no).collect();
        }
        let mut texts: Vec<String> =
            articles.iter().map(|no| charter_text::article(&charter, *no, lang)).collect();
        // What is voted on may be longer than its pane: here it stands whole, before the articles.
        let words = match self.view.focus {
            Pane::Motion | Pane::Vote => {
                self.meeting().and_then(|m| super::panes::motion::page(self, m))
            }
            Pane::Agenda | Pane::Door => None,
        };
        let title = match words {
            Some(_) => lang.say(["议案全文与章程条文", "The motion and its articles"]),
            None => lang.say(["章程条文", "Articles of the charter"]),
        };
        if let Some(words) = words {
            texts.insert(0, words);
        }
        self.view.page(title, texts.join("\n\n"));
    }

    /// What earlier meetings of the body decided and is still to be done, when one is called to order.
    pub(super) fn show_carried_over(&mut self) {
        let Some(meeting) = self.meeting() else { return };
        let today = meeting.opened.map_or(meeting.date, |at| at.date_naive());
        let body = meeting.body.clone();
        if let Some(text) = super::desks::decisions::carried_over(self, &body, today) {
            let title =
                self.lang().say(["以往决定尚待执行", "Earlier decisions still to be carried out"]);
            self.view.page(title, text);
        }
    }

    /// What a correction touches, read out: nothing of it was changed.
    pub fn show_touched(&mut self) {
        let lang = self.lang();
        let Some(last) = self.ledger.book.corrections.last() else {
            return;
        };
        let title =
            lang.say(["这项更正涉及（均未改动）", "This correction touches (nothing was changed)"]);
        let book = &self.ledger.book;
        let lines: Vec<String> =
            last.touched.iter().map(|t| words::touched(lang, book, t)).collect();
        let none = lang.say(["没有涉及任何表决。", "It touches no vote."]);
        self.view.page(title, if lines.is_empty() { none } else { lines.join("\n") });
    }
}
