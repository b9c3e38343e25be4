//! Keystrokes in, screen out: the console over the sample book, without a terminal.

// Helpers of tests may unwrap like the tests themselves.
#![allow(clippy::unwrap_used)]

mod cases;
pub(crate) mod counting;
mod debate;
mod decisions;
mod door;
mod drafts;
mod election;
mod forms;
mod funds;
mod keys;
mod layers;
mod minutes;
mod notice;
mod sizes;
mod votes;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use quorate::demo;
use quorate::ledger::Ledger;
use quorate::record::{Command, Request, Stamp};
use quorate::store::{Digest, Memory};
use quorate::text::Lang;
use quorate::ui::backend::Screen;
use quorate::ui::clear;
use quorate::ui::console::{Console, Flow};
use quorate::ui::draw;
use quorate::ui::term::Msg;
use quorate::ui::theme::{Depth, Kind, Theme};
use quorate::ui::view::{Layer, View};
use ratatui::layout;
use ratatui::{Frame, Terminal};
use serde_json::{Value, json};
use std::io;
use std::num::NonZero;

/// The day and hour of every meeting here.
const NOW: &str = "2026-05-20T09:00:00+08:00";

/// A window's size.
type Size = (u16, u16);

const SMALL: Size = (80, 24);
const LARGE: Size = (120, 36);

/// A console on a stage: keys are pressed, and the picture is looked at as a terminal shows it. (Not with ratatui's
/// `TestBackend`, which shows again what a wide character has covered.)
struct Stage {
    console: Console,
    terminal: Terminal<Screen<Glass>>,
    now: Stamp,
    /// The same book in another program's hands.
    other: Ledger,
    /// Whether the last key ended the program.
    left: bool,
}

/// What the bytes make of a terminal.
struct Glass(vt100::Parser);

impl io::Write for Glass {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.process(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn glass((w, h): Size) -> Terminal<Screen<Glass>> {
    let cells = |n| NonZero::new(n).unwrap();
    let glass = Glass(vt100::Parser::new(cells(h), cells(w), 0));
    Terminal::new(Screen::fixed(glass, false, layout::Size::new(w, h))).unwrap()
}

/// The entries of the sample book up to the meeting in preparation.
fn sample() -> (Ledger, Ledger) {
    let now: Stamp = NOW.parse().unwrap();
    book(&demo::script(now))
}

/// A book made by a script such as `assets/demo.jsonl`, opened twice.
fn book(script: &str) -> (Ledger, Ledger) {
    let log = Memory::new();
    let mut ledger = Ledger::over(Box::new(log.another())).unwrap();
    for line in script.lines().filter(|l| l.starts_with('{')) {
        act(&mut ledger, serde_json::from_str(line).unwrap());
    }
    (ledger, Ledger::over(Box::new(log)).unwrap())
}

/// Submits what a line of a script says; it must be in order.
fn act(ledger: &mut Ledger, mut line: Value) {
    let shown: String = line.to_string().chars().take(200).collect();
    let fields = line.as_object_mut().unwrap();
    let at = fields.remove("at");
    let at = at.as_ref().and_then(Value::as_str).unwrap_or(NOW);
    let reason = fields.remove("reason").map(|r| r.as_str().unwrap().to_owned());
    let mut blobs = Vec::new();
    if let Some(content) = fields.remove("content") {
        let bytes = content.as_str().unwrap().as_bytes().to_vec();
        fields.insert("sha256".into(), Digest::of(&bytes).hex().into());
        fields.insert("size".into(), bytes.len().into());
        blobs.push(bytes);
    }
    if fields.get("do") == Some(&json!("new")) {
        let charter = fields.remove("charter").map(|c| c.as_str().unwrap().to_owned());
        let text = quorate::shipped::charter(&charter.unwrap()).unwrap();
        line = json!({"do": "adopt_charter", "text": text, "basis": ""});
    }
    let command: Command = serde_json::from_value(line).expect(&shown);
    let mut request = Request::new(at.parse().unwrap(), command);
    request.reason = reason;
    let outcome = ledger.submit(&request, blobs).unwrap();
    outcome.unwrap_or_else(|refusal| panic!("{shown}: {refusal:?}"));
}

impl Stage {
    /// The sample book, its meeting in preparation.
    fn new(lang: Lang, size: Size) -> Self {
        Self::of(sample(), lang, size)
    }

    /// A book that has its charter and nothing else.
    fn empty(lang: Lang, size: Size) -> Self {
        Self::of(book(r#"{"do": "new", "charter": "xj-quality-2022"}"#), lang, size)
    }

    fn of((ledger, other): (Ledger, Ledger), lang: Lang, size: Size) -> Self {
        let mut stage = Self {
            console: Console::new(ledger, View::plain(lang), None),
            terminal: glass(size),
            now: NOW.parse().unwrap(),
            other,
            left: false,
        };
        stage.draw();
        stage
    }

    /// In session with all but units 3 and 21 present.
    fn open(lang: Lang, size: Size) -> Self {
        Self::with_present(lang, size, &[3, 21])
    }

    /// In session without these.
    fn with_present(lang: Lang, size: Size, except: &[u32]) -> Self {
        let mut stage = Self::new(lang, size);
        stage.act(json!({"do": "sign_in_all", "except": except}));
        stage.act(json!({"do": "call_to_order", "presider": "理事长", "basis": "chair", "recorder": "秘书甲"}));
        stage
    }

    /// In session, an item taken up and its draft moved.
    fn moved(lang: Lang, size: Size, item: u32) -> Self {
        let mut stage = Self::open(lang, size);
        stage.take_up(item);
        stage
    }

    /// In session, a vote on an item open.
    fn voting(lang: Lang, size: Size, item: u32, method: &str) -> Self {
        let mut stage = Self::moved(lang, size, item);
        stage.vote(method);
        stage
    }

    /// Takes an item up and moves its draft.
    fn take_up(&mut self, item: u32) {
        self.act(json!({"do": "open_item", "item": item, "reason": "按主持人要求"}));
        let meeting = self.console.meeting().unwrap();
        let item = meeting.items.iter().find(|i| i.no == item).unwrap();
        let (no, text) = (item.no, item.new.draft.clone());
        if item.new.matter.is_some() {
            self.act(json!({"do": "move", "item": no, "text": text, "mover": "秘书处", "reason": "按主持人要求"}));
        }
        self.focus("议案", "Motion");
    }

    /// Opens a vote on the last motion.
    fn vote(&mut self, method: &str) {
        let motion = self.console.meeting().unwrap().motions.last().unwrap().no;
        self.act(
            json!({"do": "open_vote", "motion": motion, "method": method, "reason": "按主持人要求"}),
        );
        self.focus("表决", "Vote");
    }

    /// Counts hands, closes and declares the vote in hand.
    fn result(&mut self, yes: u32, no: u32, abstain: u32) {
        self.act(json!({"do": "count", "yes": yes, "no": no, "abstain": abstain}));
        self.act(json!({"do": "close_vote"}));
        self.act(json!({"do": "declare"}));
    }

    /// What another program does to the book; the console takes it in.
    fn act(&mut self, line: Value) {
        self.other.refresh().unwrap();
        act(&mut self.other, line);
        assert!(self.console.refresh());
        self.draw();
    }

    /// Goes to a pane as a person does.
    fn focus(&mut self, zh: &str, en: &str) {
        for _ in 0..4 {
            let [a, b] = draw::pane_name(self.console.view.focus);
            if (a, b) == (zh, en) {
                return self.draw();
            }
            self.press("Tab");
        }
        panic!("no pane {en}");
    }

    /// Presses keys: `C-g`, `S-Tab`, `F5`, `Enter`, `3*Down`, one character, or text in quotes.
    fn press(&mut self, keys: &str) -> &mut Self {
        for key in notation(keys) {
            assert!(!self.left, "the program has ended before {key:?}");
            self.left = self.console.handle(Msg::Key(key), self.now) == Flow::Leave;
        }
        self.draw();
        self
    }

    fn draw(&mut self) {
        let (console, now) = (&mut self.console, self.now);
        let view = |frame: &mut Frame| {
            draw::draw(frame, console, now);
            clear::whole(frame.buffer_mut());
        };
        self.terminal.draw(view).unwrap();
    }

    fn resize(&mut self, w: u16, h: u16) {
        self.terminal = glass((w, h));
        self.draw();
    }

    fn glass(&self) -> &vt100::Screen {
        self.terminal.backend().out().0.screen()
    }

    /// Column and line of the cursor, unless it is hidden.
    fn cursor(&self) -> Option<(u16, u16)> {
        let (y, x) = self.glass().cursor_position();
        (!self.glass().hide_cursor()).then_some((x, y))
    }

    fn lines(&self) -> Vec<String> {
        let (_, w) = self.glass().size();
        self.glass().rows(0, w.get()).collect()
    }

    /// The picture, every wide character once.
    fn screen(&self) -> String {
        let lines = self.lines();
        let trimmed: Vec<&str> = lines.iter().map(|l| l.trim_end()).collect();
        trimmed.join("\n")
    }

    /// One line of the picture, counted from the bottom.
    fn line_from_bottom(&self, up: usize) -> String {
        let lines = self.lines();
        lines[lines.len() - 1 - up].trim().to_owned()
    }

    fn cell(&self, x: u16, y: u16) -> &str {
        self.glass().cell(y, x).map_or("", |c| c.contents())
    }

    fn footer(&self) -> String {
        self.line_from_bottom(0)
    }

    fn said(&self) -> String {
        self.line_from_bottom(1)
    }

    #[track_caller]
    fn sees(&self, text: &str) -> &Self {
        let screen = self.screen();
        assert!(screen.contains(text), "no {text:?} on:\n{screen}");
        self
    }

    #[track_caller]
    fn sees_not(&self, text: &str) -> &Self {
        let screen = self.screen();
        assert!(!screen.contains(text), "{text:?} on:\n{screen}");
        self
    }

    /// The picture with the style of every run under its line.
    fn styled(&self) -> String {
        let mut text = String::new();
        for (y, line) in (0..).zip(self.lines()) {
            text.push_str(line.trim_end());
            text.push('\n');
            text.push_str(&runs(self.glass(), y));
        }
        text
    }

    fn entries(&self) -> usize {
        self.console.ledger.entries.len()
    }

    fn paint(&mut self, kind: Kind) {
        let depth = Depth::True;
        self.console.view.theme = Theme { kind, depth };
        self.draw();
    }

    fn notice_shown(&self) -> bool {
        matches!(self.console.view.layers.last(), Some(Layer::Notice { .. }))
    }
}

/// The runs of a line that do not look like the text of the line above the footer's end.
fn runs(glass: &vt100::Screen, y: u16) -> String {
    let look = |cell: &vt100::Cell| {
        let mut look = format!("{} on {}", colour(cell.fgcolor()), colour(cell.bgcolor()));
        for (is, word) in [
            (cell.bold(), " bold"),
            (cell.dim(), " dim"),
            (cell.underline(), " underlined"),
            (cell.inverse(), " reversed"),
        ] {
            if is {
                look.push_str(word);
            }
        }
        look
    };
    let (h, w) = glass.size();
    let plain = look(glass.cell(h.get() - 1, w.get() - 1).unwrap());
    let mut made: Vec<(u16, String, String)> = Vec::new();
    for x in 0..w.get() {
        let cell = glass.cell(y, x).unwrap();
        if cell.is_wide_continuation() {
            continue;
        }
        let shown = if cell.has_contents() { cell.contents() } else { " " };
        match made.last_mut() {
            Some((_, of, text)) if *of == look(cell) => text.push_str(shown),
            _ => made.push((x, look(cell), shown.to_owned())),
        }
    }
    let mut text = String::new();
    for (x, look, run) in made.iter().filter(|(_, look, _)| *look != plain) {
        text.push_str(&format!("    {x} {look} {:?}\n", run.trim_end()));
    }
    text
}

fn colour(colour: vt100::Color) -> String {
    match colour {
        vt100::Color::Default => "default".to_owned(),
        vt100::Color::Idx(n) => n.to_string(),
        vt100::Color::Rgb(r, g, b) => format!("#{r:02x}{g:02x}{b:02x}"),
    }
}

/// The keys a notation means.
fn notation(keys: &str) -> Vec<KeyEvent> {
    let mut made = Vec::new();
    let mut rest = keys.trim_start();
    while let Some(first) = rest.chars().next() {
        if first == '\'' {
            let (typed, after) = rest[1..].split_once('\'').expect("a closing quote");
            let letter = |c| KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE);
            made.extend(typed.chars().map(letter));
            rest = after.trim_start();
            continue;
        }
        let (word, after) = rest.split_once(' ').unwrap_or((rest, ""));
        let (times, name) = match word.split_once('*') {
            Some((times, name)) => (times.parse().unwrap(), name),
            None => (1, word),
        };
        made.extend(std::iter::repeat_n(key(name), times));
        rest = after.trim_start();
    }
    made
}

fn key(name: &str) -> KeyEvent {
    let (modifiers, name) = match name.strip_prefix("C-") {
        Some(name) => (KeyModifiers::CONTROL, name),
        None => (KeyModifiers::NONE, name),
    };
    let code = match name {
        "Enter" => KeyCode::Enter,
        "Esc" => KeyCode::Esc,
        "Tab" => KeyCode::Tab,
        "S-Tab" => KeyCode::BackTab,
        "Space" => KeyCode::Char(' '),
        "BS" => KeyCode::Backspace,
        "Del" => KeyCode::Delete,
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "Left" => KeyCode::Left,
        "Right" => KeyCode::Right,
        "PgUp" => KeyCode::PageUp,
        "PgDn" => KeyCode::PageDown,
        "Home" => KeyCode::Home,
        "End" => KeyCode::End,
        _ => match name.strip_prefix('F').and_then(|n| n.parse().ok()) {
            Some(n) => KeyCode::F(n),
            None => {
                let mut letters = name.chars();
                let letter = letters.next().unwrap();
                assert_eq!(letters.next(), None, "{name:?} is no key");
                KeyCode::Char(letter)
            }
        },
    };
    KeyEvent::new(code, modifiers)
}

/// Compares a picture, or several one below another, with the one kept in `snapshots`.
fn same(name: &str, picture: &str) {
    insta::with_settings!({omit_expression => true, prepend_module_to_snapshot => false}, {
        insta::assert_snapshot!(name, picture);
    });
}

/// A story told in one language at one size: what is pressed, and what is seen then.
fn story(name: &str, mut stage: Stage, keys: &[&str]) -> Stage {
    let mut told = String::new();
    for keys in keys {
        stage.press(keys);
        told.push_str(&format!("> {keys}\n{}\n", stage.screen()));
    }
    same(name, &told);
    stage
}

fn code(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "zh",
        Lang::En => "en",
        Lang::Both => "both",
    }
}

/// The story in Chinese and English.
fn in_both(name: &str, size: Size, given: impl Fn(Lang, Size) -> Stage, keys: &[&str]) {
    for lang in [Lang::Zh, Lang::En] {
        story(&format!("{name}-{}", code(lang)), given(lang, size), keys);
    }
}

/// The story in both languages in the small window, and how it ends in the large one.
fn everywhere(name: &str, given: impl Fn(Lang, Size) -> Stage, keys: &[&str]) {
    in_both(name, SMALL, &given, keys);
    for lang in [Lang::Zh, Lang::En] {
        let mut stage = given(lang, LARGE);
        stage.press(&keys.join(" "));
        same(&format!("{name}-large-{}", code(lang)), &stage.screen());
    }
}
