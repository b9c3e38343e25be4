//! Pages and menus made from tables: help, every command, the articles, what a correction touches.

use super::console::Console;
use super::keys::{self, Action, Scope};
use super::view::{Pane, Pick};
use crate::record::Stamp;
use crate::record::state::Vote;
use crate::text::{charter as charter_text, words};

impl Console {
    pub(super) fn help(&mut self) {
        let lang = self.lang();
        let mut text = String::new();
        for scope in Scope::ALL {
            text.push_str(&format!("── {}\n", lang.say(scope.name())));
            for row in keys::KEYS.iter().filter(|b| b.scope == *scope) {
                let shown: Vec<String> =
                    row.keys.split(' ').map(|k| k.replace('^', "Ctrl-")).collect();
                let keys = super::width::pad_right(&shown.join("  "), 16);
                text.push_str(&format!("  {keys}{}\n", lang.say(row.label)));
            }
        }
        self.view.page(lang.say(["帮助：按键", "Help: keys"]), text);
    }

    /// Every action there is, those of the pane first.
    pub(super) fn command_menu(&mut self, _now: Stamp) {
        let lang = self.lang();
        let home = self.meeting().is_none();
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
        let mut lines = Vec::new();
        for scope in order {
            for row in keys::KEYS
                .iter()
                .filter(|b| b.scope == scope && !moving.contains(&b.action))
                .filter(|b| super::panes::in_order(self, b.action))
            {
                let key = if scope == own || scope == Scope::Always {
                    keys::shown(row)
                } else {
                    String::new()
                };
                // A line of another pane says which: 上移 alone does not tell what moves.
                let label = if scope == own || matches!(scope, Scope::Always | Scope::Menu) {
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
        let texts: Vec<String> =
            articles.iter().map(|no| charter_text::article(&charter, *no, lang)).collect();
        self.view.page(lang.say(["章程条文", "Articles of the charter"]), texts.join("\n\n"));
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
