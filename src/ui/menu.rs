//! Menus: lines to choose from, found by letters or pinyin initials where there are many.

use super::console::Console;
use super::find;
use super::keys;
use super::layers::popup;
use super::theme::{Role, style};
use super::view::{Layer, Menu, Pick};
use super::width::{pad_right, shorten_middle, width};
use crate::record::Stamp;
use crate::text::Words;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

/// From so many lines on, a menu shows that its lines can be looked for.
const MANY: usize = 12;

impl Menu {
    /// Places of the lines shown: those found by what was typed. A command is found by its name in
    /// either language, whichever the screen is in.
    pub fn shown(&self) -> Vec<usize> {
        let query = self.query.text();
        let names = |(_, label, pick): &(String, String, Pick)| match pick {
            Pick::Do(action) => keys::binding(*action)
                .map_or_else(|| label.clone(), |b| format!("{label}\n{}", b.label.join("\n"))),
            _ => label.clone(),
        };
        let names: Vec<String> = self.lines.iter().map(names).collect();
        find::texts(names.iter().map(String::as_str), &query)
    }

    /// What the chosen line does.
    pub fn chosen(&self) -> Option<Pick> {
        let place = *self.shown().get(self.at)?;
        self.lines.get(place).map(|line| line.2.clone())
    }

    /// Whether the line for what is typed is shown.
    fn searches(&self) -> bool {
        self.lines.len() >= MANY || !self.query.is_empty()
    }
}

impl Console {
    pub(super) fn menu_key(&mut self, key: KeyEvent, now: Stamp) {
        let Some(Layer::Menu(menu)) = self.view.layers.last_mut() else {
            return;
        };
        let last = menu.shown().len().saturating_sub(1);
        let name = keys::name(&key).replace('^', "Ctrl-");
        match key.code {
            KeyCode::Esc if !menu.query.is_empty() => {
                menu.query.set_text("");
                menu.at = 0;
            }
            KeyCode::Esc => {
                self.view.layers.pop();
            }
            KeyCode::Up => menu.at = menu.at.saturating_sub(1),
            KeyCode::Down => menu.at = (menu.at + 1).min(last),
            KeyCode::PageUp | KeyCode::Home => menu.at = 0,
            KeyCode::PageDown | KeyCode::End => menu.at = last,
            KeyCode::Enter => {
                let pick = menu.chosen();
                // Nothing was found: what was typed can still be mended.
                if pick.is_some() {
                    self.choose(pick, now);
                }
            }
            _ => {
                // The key shown beside a line does what the line says, found or not.
                let shown = menu.lines.iter().find(|l| !l.0.is_empty() && l.0 == name);
                let pick = shown.map(|line| line.2.clone());
                if pick.is_some() {
                    return self.choose(pick, now);
                }
                if letter(&key) && menu.query.key(key) {
                    menu.at = 0;
                }
            }
        }
    }
}

/// Whether a key belongs to what is looked for: letters of any script, not digits, which choose lines.
fn letter(key: &KeyEvent) -> bool {
    let chord = key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
    match key.code {
        KeyCode::Char(c) => !chord && !c.is_ascii_digit() && !('０'..='９').contains(&c),
        KeyCode::Backspace => true,
        _ => false,
    }
}

pub(super) fn draw(frame: &mut Frame, console: &Console, menu: &Menu) {
    const FIND: Words = ["查找：", "find: "];
    const HINT: Words = ["输入文字或拼音首字母", "type a few letters"];
    const NONE: Words = ["没有这样的命令；Esc 重新查找", "nothing of that name; Esc starts again"];
    let lang = console.lang();
    let theme = console.view.theme;
    let shown = menu.shown();
    let longest = menu.lines.iter().map(|l| width(&l.1)).max().unwrap_or(0);
    let w = u16::try_from(longest.max(width(&menu.title)) + 18).unwrap_or(u16::MAX).clamp(36, 100);
    let search = u16::from(menu.searches());
    let h = u16::try_from(menu.lines.len()).unwrap_or(u16::MAX).saturating_add(2 + search);
    let room = usize::from(frame.area().height.saturating_sub(4 + search));
    let title = if shown.len() > room {
        format!("{} {}/{} ▾", menu.title, menu.at + 1, shown.len())
    } else {
        menu.title.clone()
    };
    let mut inner = popup(frame, console, &title, w, h);
    if search > 0 {
        let label = lang.say(FIND);
        let cells = u16::try_from(width(&label)).unwrap_or(0).min(inner.width);
        let row = Rect { height: 1, ..inner };
        frame.render_widget(Paragraph::new(Line::styled(label, style(theme, Role::Dim))), row);
        let look = super::field::Look {
            text: style(theme, Role::Field),
            hint: style(theme, Role::Field).patch(style(theme, Role::Dim)),
            selection: style(theme, Role::Selection),
        };
        let field = menu.query.as_ref().clone().hint(lang.say(HINT));
        let top = matches!(console.view.layers.last(), Some(Layer::Menu(_)));
        field.draw(frame, Rect { x: row.x + cells, width: row.width - cells, ..row }, top, look);
        inner = Rect { y: inner.y + 1, height: inner.height.saturating_sub(1), ..inner };
    }
    let rows = usize::from(inner.height);
    let top = menu.at.saturating_sub(rows.saturating_sub(1)).min(shown.len().saturating_sub(rows));
    let mut lines = Vec::new();
    if shown.is_empty() {
        lines.push(Line::styled(lang.say(NONE), style(theme, Role::Dim)));
    }
    let all = shown.iter().filter_map(|place| menu.lines.get(*place));
    for (place, (key, label, _)) in all.enumerate().skip(top).take(rows) {
        let text = format!("{} {label}", pad_right(key, 8));
        let text =
            pad_right(&shorten_middle(&text, usize::from(inner.width)), usize::from(inner.width));
        let role = if place == menu.at { Role::Selection } else { Role::Popup };
        lines.push(Line::styled(text, style(theme, role)));
    }
    frame.render_widget(Paragraph::new(lines), inner);
}
