//! The hall process: follows a book that another process writes, and shows each change at once.
//!
//! It reads only. What it cannot read it does not show: rather a sentence than a stale figure.

use super::counting::Running;
use super::hall::{self, Mode};
use super::keys::{self, Action, Scope};
use super::scratch;
use super::term::{self, Held, Msg};
use super::theme::{Kind, Theme};
use crate::ledger::{Ledger, LedgerError};
use crate::machine::now;
use crate::record::Entry;
use crate::text::{Lang, hall as words};
use crossterm::event::KeyEvent;
use ratatui::layout::Size;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// How often the book is asked whether it has moved. Watching the file instead would wake too early: the log is written
/// before its commit can be seen.
const BEAT: Duration = Duration::from_millis(20);
/// How often a book that could not be read is tried again.
const PATIENCE: Duration = Duration::from_secs(1);

/// Shows the hall view of a book until it is left.
///
/// # Errors
/// When the book cannot be opened to begin with, or there is no terminal.
pub fn run(path: &Path, lang: Lang) -> anyhow::Result<ExitCode> {
    let mut follower = Follower::open(path, lang)?;
    let mut held = super::take(lang)?;
    loop {
        if follower.is_due() && follower.draw(&mut held).is_err() {
            term::quit(held, term::GONE);
        }
        for msg in held.next(BEAT) {
            match msg {
                Msg::Key(key) if follower.leaves(&key) => {
                    drop(std::fs::remove_file(beside(path, ".hall.size")));
                    return Ok(ExitCode::SUCCESS);
                }
                Msg::Resize => follower.due = true,
                Msg::Signal(signal) => term::quit(held, signal.exit_code()),
                Msg::InputClosed => term::quit(held, term::GONE),
                Msg::Key(_) | Msg::Paste(_) | Msg::Tick => {}
            }
        }
        follower.look();
    }
}

/// A book that is being followed.
struct Follower {
    path: PathBuf,
    /// What is shown; none while the book cannot be read.
    shown: Result<Ledger, Gone>,
    mode: Mode,
    /// The mode last read from the file beside the book: only a change of it overrides the keys.
    told: Mode,
    lang: Lang,
    theme: Theme,
    due: bool,
    /// The size and language the console was told last.
    told_size: Option<(Size, Lang)>,
    minute: String,
    /// Papers of an election that the console is reading; never of a round that has moved on.
    running: Option<Running>,
}

/// What is left of a book that cannot be read.
struct Gone {
    sentence: String,
    /// What was read before: only a book that begins like this is the same one.
    entries: Vec<Entry>,
    since: Instant,
}

impl Follower {
    fn open(path: &Path, lang: Lang) -> Result<Self, LedgerError> {
        let theme = super::theme_of_the_machine();
        let kind = match theme.kind {
            Kind::Dark => Kind::Hall,
            other => other,
        };
        let told = mode(path);
        Ok(Self {
            path: path.to_owned(),
            shown: Ok(Ledger::open_read_only(path)?),
            mode: told,
            told,
            lang,
            theme: Theme { kind, ..theme },
            due: true,
            told_size: None,
            minute: String::new(),
            running: None,
        })
    }

    /// Whether what is on the screen is not what should be.
    fn is_due(&self) -> bool {
        self.due || self.minute != minute()
    }

    fn draw(&mut self, held: &mut Held) -> io::Result<()> {
        self.due = false;
        self.minute = minute();
        let (mode, lang, theme) = (self.mode, self.lang, self.theme);
        let mut size = Size::default();
        held.draw(|frame| {
            let area = frame.area();
            size = area.as_size();
            match &self.shown {
                Ok(ledger) => {
                    let book = &ledger.book;
                    let meeting = book.meeting_in_hand().or(book.meetings.last());
                    let head = &ledger.head;
                    let running = self.running.as_ref();
                    hall::draw_counting(
                        frame,
                        area,
                        book,
                        meeting,
                        running,
                        mode,
                        head,
                        now(),
                        lang,
                        theme,
                    );
                }
                Err(gone) => hall::draw_sentence(frame, area, &gone.sentence, theme),
            }
        })?;
        if self.told_size != Some((size, lang)) {
            self.told_size = Some((size, lang));
            tell_wall(&self.path, size, lang);
        }
        Ok(())
    }

    /// Takes in what has happened since.
    fn look(&mut self) {
        let told = mode(&self.path);
        if told != self.told {
            (self.told, self.mode, self.due) = (told, told, true);
        }
        match &mut self.shown {
            Ok(ledger) => match ledger
                .changed()
                .and_then(|moved| if moved { ledger.refresh() } else { Ok(false) })
            {
                Ok(new) => self.due |= new,
                Err(error) => {
                    let entries = std::mem::take(&mut ledger.entries);
                    self.lose(words::trouble(self.lang, &error), entries);
                }
            },
            Err(gone) if gone.since.elapsed() >= PATIENCE => self.retry(),
            Err(_) => {}
        }
        self.look_at_count();
    }

    /// How the count in hand stands. Which strokes are new is seen by comparing with what was shown before; a file
    /// that is being written is looked at again at the next beat.
    fn look_at_count(&mut self) {
        let meeting = self.shown.as_ref().ok().and_then(|ledger| ledger.book.meeting_in_hand());
        let mut told = meeting.and_then(|meeting| scratch::told(&self.path, meeting));
        if let (Some(now), Some(before)) = (&mut told, &self.running) {
            now.since(before);
        }
        if told != self.running {
            (self.running, self.due) = (told, true);
        }
    }

    fn lose(&mut self, sentence: String, entries: Vec<Entry>) {
        self.shown = Err(Gone { sentence, entries, since: Instant::now() });
        self.due = true;
    }

    /// Shows the book again if it is there again, and no other one.
    fn retry(&mut self) {
        let Err(gone) = &mut self.shown else { return };
        gone.since = Instant::now();
        let sentence = match Ledger::open_read_only(&self.path) {
            Ok(ledger) if ledger.entries.starts_with(&gone.entries) => {
                (self.shown, self.due) = (Ok(ledger), true);
                return;
            }
            Ok(_) => self.lang.say(words::ANOTHER_BOOK),
            Err(error) => words::trouble(self.lang, &error),
        };
        self.due |= sentence != gone.sentence;
        gone.sentence = sentence;
    }

    /// Does what a key asks for; whether it asks to leave.
    fn leaves(&mut self, key: &KeyEvent) -> bool {
        match keys::action(&[Scope::HallWindow], key) {
            Some(Action::Quit) => return true,
            Some(Action::HallBlank) => self.toggle(Mode::Blank),
            Some(Action::HallTally) => self.toggle(Mode::HideTally),
            Some(Action::Language) => self.lang = self.lang.next(),
            _ => return false,
        }
        self.due = true;
        false
    }

    fn toggle(&mut self, mode: Mode) {
        self.mode = if self.mode == mode { Mode::Show } else { mode };
    }
}

/// The only time on the screen: it is drawn again when this changes.
fn minute() -> String {
    now().format("%H:%M").to_string()
}

/// What each mode is called in the file beside the book.
const MODES: [(Mode, &str); 3] =
    [(Mode::Show, "show"), (Mode::HideTally, "hide"), (Mode::Blank, "blank")];

/// What each language is called in the file that tells the console of the wall.
const LANGS: [(Lang, &str); 3] = [(Lang::Zh, "zh"), (Lang::En, "en"), (Lang::Both, "both")];

/// What leads the number of a page of old and new text.
const COMPARE: &str = "compare ";

/// The scratch file through which the console tells the hall what to show: `BOOK.hall`. It is no part of the record.
fn beside(book: &Path, end: &str) -> PathBuf {
    let mut name = book.as_os_str().to_owned();
    name.push(end);
    PathBuf::from(name)
}

/// Tells every hall view of this book how much to show.
///
/// # Errors
/// When the file beside the book cannot be written.
pub fn set_mode(book: &Path, mode: Mode) -> io::Result<()> {
    let said = match mode {
        Mode::Compare(page) => format!("{COMPARE}{page}"),
        mode => MODES.iter().find(|(m, _)| *m == mode).map_or("show", |m| m.1).to_owned(),
    };
    let part = beside(book, ".hall.part");
    std::fs::write(&part, said)?;
    std::fs::rename(&part, beside(book, ".hall"))
}

/// Tells the console how big the wall is and in which language, so that it knows where the pages of a paper on it
/// end. Nothing depends on it but that: what cannot be written is left.
fn tell_wall(book: &Path, size: Size, lang: Lang) {
    let lang = LANGS.iter().find(|(one, _)| *one == lang).map_or("zh", |l| l.1);
    let said = format!("{} {} {lang}", size.width, size.height);
    drop(std::fs::write(beside(book, ".hall.size"), said));
}

/// How big the wall is and in which language; none where no hall window is open.
pub fn wall(book: &Path) -> Option<(Size, Lang)> {
    let said = std::fs::read_to_string(beside(book, ".hall.size")).ok()?;
    let mut parts = said.split_whitespace();
    let (width, height) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let said = parts.next()?;
    let lang = LANGS.iter().find(|(_, name)| *name == said)?.0;
    Some((Size { width, height }, lang))
}

/// How much the hall is to show; everything where nobody said.
pub fn mode(book: &Path) -> Mode {
    let said = std::fs::read_to_string(beside(book, ".hall")).unwrap_or_default();
    if let Some(page) = said.trim().strip_prefix(COMPARE).and_then(|p| p.parse().ok()) {
        return Mode::Compare(page);
    }
    let known = MODES.iter().find(|(_, name)| *name == said.trim());
    known.map_or(Mode::Show, |m| m.0)
}
