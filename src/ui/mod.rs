//! The screen: the only loop and the only terminal; everything it shows is a reading of the book.

pub mod actions;
pub mod answers;
pub mod backend;
pub mod ballot_entries;
pub mod ballot_forms;
pub mod ballots;
pub mod big;
pub mod check;
pub mod choices;
pub mod clear;
pub mod console;
pub mod counting;
pub mod counting_view;
pub mod counts;
pub mod desk;
pub mod desks;
pub mod documents;
pub mod drafts;
pub mod draw;
pub mod field;
pub mod files;
pub mod find;
pub mod follow;
pub mod form;
pub mod form_view;
pub mod forms;
pub mod hall;
pub mod home;
pub mod item_forms;
pub mod keys;
pub mod layers;
pub mod menu;
pub mod next;
pub mod openings;
pub mod pages;
pub mod panes;
pub mod papers;
pub mod purpose;
pub mod scratch;
pub mod sheet;
pub mod tables;
pub mod taking;
pub mod term;
pub mod theme;
pub mod view;
pub mod width;
pub mod writing;
pub mod zheng;

use crate::ledger::Ledger;
use crate::machine::now;
use crate::paper::pdf::usual_folders;
use crate::store::draft_file;
use crate::text::Lang;
use anyhow::anyhow;
use console::{Console, Flow};
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;
use term::Msg;
use view::View;

/// The clock in the header moves once a second; nothing else needs waking for.
const TICK: Duration = Duration::from_millis(1000);
/// How soon half-typed text is kept, and how soon what another program wrote is seen.
const PAUSE: Duration = Duration::from_millis(200);

/// Runs the console of a book until it is left.
pub fn console(path: &Path, lang: Lang) -> anyhow::Result<ExitCode> {
    run(path, lang, None)
}

/// Runs the console of the sample book, saying where it lies and whether it stays.
pub fn demo(path: &Path, lang: Lang, kept: bool) -> anyhow::Result<ExitCode> {
    let place = path.display();
    let line = lang.each(|l| match (l, kept) {
        (Lang::En, true) => format!("Sample book, kept at {place}"),
        (Lang::En, false) => {
            format!("Sample book at {place}, removed on leaving (--keep FILE keeps it)")
        }
        (_, true) => format!("示例会议簿，保存在{place}"),
        (_, false) => format!("示例会议簿：{place}，离开后删除（--keep 文件 可保留）"),
    });
    run(path, lang, Some(line))
}

fn run(path: &Path, lang: Lang, greeting: Option<String>) -> anyhow::Result<ExitCode> {
    let ledger = Ledger::open(path)?;
    let mut view = View::new(lang, theme_of_the_machine());
    view.kept = draft_file::load(path)?.unwrap_or_default();
    let mut console = Console::new(ledger, view, Some(path.to_owned()));
    console.agent = crate::seal::agent::address(|name| std::env::var_os(name));
    console.fonts = usual_folders(|name| std::env::var_os(name));
    console.welcome();
    if let Some(greeting) = greeting {
        console.view.say(greeting);
    }
    let mut held = take(lang)?;
    let mut drawn_second = String::new();
    let mut dirty = true;
    loop {
        let here = console.local(now());
        let second = here.format("%H:%M:%S").to_string();
        if dirty || second != drawn_second {
            if held.draw(|frame| draw::draw(frame, &mut console, here)).is_err() {
                console.keep_typed();
                term::quit(held, term::GONE);
            }
            drawn_second = second;
            dirty = false;
        }
        // What takes a moment was said first; now it is done, before the next key.
        if console.job.is_some() {
            console.work(console.local(now()));
            dirty = true;
            continue;
        }
        for msg in held.next(if console.unsaved { PAUSE } else { TICK.min(PAUSE) }) {
            let tick = msg == Msg::Tick;
            let code = match msg {
                Msg::Signal(signal) => Some(signal.exit_code()),
                Msg::InputClosed => Some(term::GONE),
                _ => None,
            };
            let here = console.local(now());
            if console.handle(msg, here) == Flow::Leave {
                match code {
                    Some(code) => term::quit(held, code),
                    None => return Ok(ExitCode::SUCCESS),
                }
            }
            dirty |= !tick;
        }
        dirty |= console.refresh();
    }
}

/// Runs the hall view of a book until it is left.
pub fn hall(path: &Path, lang: Lang) -> anyhow::Result<ExitCode> {
    follow::run(path, lang)
}

/// Takes the terminal, or says why it cannot be had.
pub fn take(lang: Lang) -> anyhow::Result<term::Held> {
    let setting = std::env::var("QUORATE_AMBIGUOUS").ok();
    term::take(backend::Ambiguous::read(setting.as_deref())).map_err(|refused| match refused {
        term::Refused::NotATerminal => anyhow!(lang.say([
            "标准输出不是终端，无法打开全屏界面；脚本请用 quorate act",
            "standard output is not a terminal, so the full screen cannot open; scripts use `quorate act`",
        ])),
        term::Refused::Failed(error) => anyhow!(error),
    })
}

/// Colours as the machine asks for them: none with NO_COLOR.
pub fn theme_of_the_machine() -> theme::Theme {
    let var = |name: &str| std::env::var(name).ok().filter(|v| !v.is_empty());
    let depth = theme::Depth::read(var("COLORTERM").as_deref(), var("TERM").as_deref());
    let kind = match (var("NO_COLOR"), var("QUORATE_THEME").as_deref()) {
        (Some(_), _) => theme::Kind::Mono,
        (None, Some("light")) => theme::Kind::Light,
        _ => theme::Kind::Dark,
    };
    theme::Theme { kind, depth }
}

impl Console {
    /// What was saved last, and what was typed and not entered, said at the start.
    pub fn welcome(&mut self) {
        let lang = self.lang();
        let last = self.ledger.entries.last();
        let Some(last) = last else { return };
        let meeting = last.fact.meeting.and_then(|no| self.ledger.book.meeting(no));
        let line = crate::text::words::event_line(lang, &self.ledger.book, meeting, last);
        let seq = last.seq;
        let mut text = lang.each(|l| match l {
            Lang::En => format!("Saved last: {seq}, {line}"),
            _ => format!("上次保存到第{seq}条：{line}"),
        });
        if !self.view.kept.is_empty() {
            text.push_str(&lang.say([
                "  有未提交的文字，打开原来的表单即可找回。",
                "  Text typed and not entered is kept: open the same form.",
            ]));
        }
        self.view.say(text);
        // After the rest: papers to be read again come before anything else.
        self.count_left_behind();
        if let Some(meeting) = self.meeting() {
            let vote = meeting.vote_in_hand().is_some();
            let item = meeting.item_in_hand().is_some();
            self.view.focus = match (vote, item) {
                (true, _) => view::Pane::Vote,
                (_, true) => view::Pane::Motion,
                _ => view::Pane::Door,
            };
        }
    }
}
