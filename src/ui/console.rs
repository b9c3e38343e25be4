//! The console: keys in, commands out, and what came of them; it knows nothing of a terminal.

use super::form::Done;
use super::keys::{self, Action, Scope};
use super::purpose::{self, Outcome, Purpose};
use super::term::Msg;
use super::view::{Layer, Pane, Pick, View, Waiting};
use crate::ledger::{Accepted, Ledger, LedgerError};
use crate::record::state::{Meeting, Phase};
use crate::record::{Code, Command, Level, Refusal, Request, Stamp};
use crate::text::findings::{self, Reader};
use crate::text::{Lang, Words, store as store_text, words};
use crate::{charter, roster, store};
use chrono::NaiveDate;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::path::{Path, PathBuf};

/// The console of one book.
pub struct Console {
    /// The book.
    pub ledger: Ledger,
    /// What is looked at.
    pub view: View,
    /// Where the book lies; none in tests.
    pub path: Option<PathBuf>,
    /// A command that waits for a reason.
    pub waiting: Option<Waiting>,
    /// Text typed since it was last kept beside the book.
    pub unsaved: bool,
}

/// Whether the program goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    /// It does.
    On,
    /// It ends.
    Leave,
}

impl Console {
    /// A console over a book.
    pub fn new(ledger: Ledger, view: View, path: Option<PathBuf>) -> Self {
        Self {
            ledger,
            view,
            path,
            waiting: None,
            unsaved: false,
        }
    }

    /// The meeting looked at: the one chosen, the one in hand, or the last.
    pub fn meeting(&self) -> Option<&Meeting> {
        let book = &self.ledger.book;
        match self.view.meeting {
            Some(no) => book.meeting(no),
            None => book.meeting_in_hand(),
        }
    }

    /// A moment on the clock of the hall.
    pub fn local(&self, moment: Stamp) -> Stamp {
        self.ledger.local(self.meeting().map(|m| m.no), moment)
    }

    /// The language of the screen.
    pub fn lang(&self) -> Lang {
        self.view.lang
    }

    /// Keys in force now, the nearest first.
    pub fn scopes(&self) -> Vec<Scope> {
        let pane = match (self.meeting(), self.view.focus) {
            (None, _) => Scope::Home,
            (_, Pane::Door) => Scope::Door,
            (_, Pane::Agenda) => Scope::Agenda,
            (_, Pane::Motion) => Scope::Motion,
            (_, Pane::Vote) => Scope::Vote,
        };
        vec![pane, Scope::Always]
    }

    /// Takes what the terminal tells.
    pub fn handle(&mut self, msg: Msg, now: Stamp) -> Flow {
        match msg {
            Msg::Key(key) => self.key(key, now),
            Msg::Paste(text) => {
                self.paste(&text);
                Flow::On
            }
            Msg::Tick => {
                self.keep_typed();
                Flow::On
            }
            Msg::Resize => Flow::On,
            Msg::Signal(_) | Msg::InputClosed => {
                self.keep_typed();
                Flow::Leave
            }
        }
    }

    fn paste(&mut self, text: &str) {
        match self.view.layers.last_mut() {
            Some(Layer::Form(form)) => {
                form.paste(text);
                self.unsaved = true;
            }
            None if self.view.focus == Pane::Door => self.view.search.paste(text),
            _ => {}
        }
    }

    fn key(&mut self, key: KeyEvent, now: Stamp) -> Flow {
        match self.view.layers.last_mut() {
            Some(Layer::Form(_)) => {
                self.form_key(key, now);
                Flow::On
            }
            Some(Layer::Menu(_)) => {
                self.menu_key(key, now);
                Flow::On
            }
            Some(Layer::Page(_)) => {
                self.page_key(key);
                Flow::On
            }
            Some(Layer::Notice { .. }) => {
                self.view.layers.pop();
                Flow::On
            }
            Some(Layer::AskLeave) => {
                let yes = matches!(key.code, KeyCode::Enter | KeyCode::Char('1' | 'y' | 'Y'));
                self.view.layers.pop();
                if yes { Flow::Leave } else { Flow::On }
            }
            Some(Layer::Hall) => {
                let action = keys::action(&[Scope::Always], &key);
                let back =
                    matches!(action, Some(Action::Hall | Action::Quit)) || key.code == KeyCode::Esc;
                if back {
                    self.view.layers.pop();
                } else if let Some(action @ (Action::Language | Action::NextStep | Action::Undo)) =
                    action
                {
                    self.perform(action, now);
                }
                Flow::On
            }
            None => self.bare_key(key, now),
        }
    }

    fn bare_key(&mut self, key: KeyEvent, now: Stamp) -> Flow {
        let at_door = self.meeting().is_some() && self.view.focus == Pane::Door;
        match keys::action(&self.scopes(), &key) {
            Some(Action::Quit) => self.leave(),
            // At the door Home and End belong to the row, not to the search text.
            Some(action) => {
                self.perform(action, now);
                Flow::On
            }
            None if at_door && key.code == KeyCode::Esc => {
                self.view.search.set_text("");
                self.view.set_at(Pane::Door, 0);
                Flow::On
            }
            None if at_door => {
                if self.view.search.key(key) {
                    self.view.set_at(Pane::Door, 0);
                }
                Flow::On
            }
            None if matches!(key.code, KeyCode::Char('?' | '？')) => {
                self.perform(Action::Help, now);
                Flow::On
            }
            None => Flow::On,
        }
    }

    /// Leaving while a meeting is open asks once; everything is saved either way.
    fn leave(&mut self) -> Flow {
        let open = self
            .ledger
            .book
            .meetings
            .iter()
            .any(|m| matches!(m.phase, Phase::Open | Phase::Break));
        if open {
            self.view.put(Layer::AskLeave);
            return Flow::On;
        }
        Flow::Leave
    }

    fn form_key(&mut self, key: KeyEvent, now: Stamp) {
        let Some(Layer::Form(form)) = self.view.layers.last_mut() else {
            return;
        };
        match form.key(key) {
            Done::Typing => {
                self.unsaved = true;
                if self.view.said.warns {
                    // What was wrong is being put right.
                    self.view.said = super::view::Said::default();
                }
            }
            Done::Cancelled => {
                self.view.layers.pop();
                self.waiting = None;
                self.keep_typed();
            }
            Done::Entered => self.enter_form(now),
            Done::Unused => {}
        }
    }

    /// Acts on a filled-in form; it stays where something is wrong with it.
    pub fn enter_form(&mut self, now: Stamp) {
        let lang = self.lang();
        let date = self.day(now);
        let Some(Layer::Form(form)) = self.view.layers.last() else {
            return;
        };
        match purpose::outcome(form, lang, now, date, &self.ledger.book) {
            Err(wrong) => {
                if let Some(Layer::Form(form)) = self.view.layers.last_mut() {
                    form.at = form
                        .rows
                        .iter()
                        .position(|r| r.key == wrong.key)
                        .unwrap_or(form.at);
                }
                self.view.warn(wrong.says);
            }
            Ok(Outcome::Ask(command)) => self.submit(command, Vec::new(), None, now),
            Ok(Outcome::Reason(reason)) => {
                if let Some(waiting) = self.waiting.take() {
                    self.view.layers.pop();
                    self.submit(waiting.command, waiting.blobs, Some(reason), now);
                }
            }
            Ok(Outcome::Late(time)) => {
                self.view.layers.pop();
                self.view.late = Some(time);
                let clock = words::clock(time);
                self.view.say(lang.each(|l| match l {
                    Lang::En => {
                        format!("The next entry is recorded as having happened at {clock}.")
                    }
                    _ => format!("下一条记录将记为{clock}发生（补录）。"),
                }));
            }
            Ok(Outcome::Attach(path, item)) => self.attach(&path, item, now),
            Ok(Outcome::Roster(path)) => self.read_roster(&path, now),
            Ok(Outcome::Charter(path, basis)) => self.read_charter(&path, basis, now),
        }
    }

    /// The day a time typed without one belongs to.
    fn day(&self, now: Stamp) -> NaiveDate {
        self.meeting().map_or(now.date_naive(), |m| match m.phase {
            Phase::Closed => m.date,
            _ => now.date_naive(),
        })
    }

    fn file_error(&mut self, path: &Path, why: &str) {
        let path = path.display();
        let lang = self.lang();
        let text = lang.each(|l| match l {
            Lang::En => format!("The file {path} cannot be read: {why}. Check its name and place; nothing was changed."),
            _ => format!("文件{path}无法读取：{why}。请核对文件名和位置；没有改动任何内容。"),
        });
        self.view.put(Layer::Notice { title: lang.say(["文件", "File"]), text });
    }

    fn attach(&mut self, path: &Path, item: Option<u32>, now: Stamp) {
        match std::fs::read(path) {
            Ok(bytes) => {
                let name = path
                    .file_name()
                    .unwrap_or_default()
                    .to_string_lossy()
                    .into_owned();
                let sha256 = store::Digest::of(&bytes).hex();
                let size = bytes.len() as u64;
                let command = Command::Attach {
                    name,
                    sha256,
                    size,
                    item,
                };
                self.submit(command, vec![bytes], None, now);
            }
            Err(error) => self.file_error(path, &error.to_string()),
        }
    }

    fn read_roster(&mut self, path: &Path, now: Stamp) {
        let bytes = match std::fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) => return self.file_error(path, &error.to_string()),
        };
        let Some(charter) = self.ledger.book.charter.clone() else {
            return;
        };
        match roster::read(&charter, &bytes) {
            Ok(units) => self.submit(Command::Enrol { units }, Vec::new(), None, now),
            Err(faults) => {
                let lang = self.lang();
                let lines: Vec<String> = faults.iter().map(|f| roster::sentence(lang, f)).collect();
                self.view.page(
                    lang.say([
                        "名册有误，未导入",
                        "The roster has faults; nothing was read in",
                    ]),
                    lines.join("\n"),
                );
            }
        }
    }

    fn read_charter(&mut self, path: &Path, basis: String, now: Stamp) {
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) => return self.file_error(path, &error.to_string()),
        };
        match charter::read::read(&text) {
            Ok(_) => self.submit(Command::AdoptCharter { text, basis }, Vec::new(), None, now),
            Err(faults) => {
                let lang = self.lang();
                let lines: Vec<String> = faults
                    .iter()
                    .map(|f| crate::text::charter::fault(f, lang))
                    .collect();
                self.view.page(
                    lang.say([
                        "章程文件有误，未启用",
                        "The charter file has faults; nothing was changed",
                    ]),
                    lines.join("\n"),
                );
            }
        }
    }

    fn menu_key(&mut self, key: KeyEvent, now: Stamp) {
        let Some(Layer::Menu(menu)) = self.view.layers.last_mut() else {
            return;
        };
        let last = menu.lines.len().saturating_sub(1);
        let name = keys::name(&key);
        match key.code {
            KeyCode::Esc => {
                self.view.layers.pop();
            }
            KeyCode::Up => menu.at = menu.at.saturating_sub(1),
            KeyCode::Down => menu.at = (menu.at + 1).min(last),
            KeyCode::PageUp | KeyCode::Home => menu.at = 0,
            KeyCode::PageDown | KeyCode::End => menu.at = last,
            KeyCode::Enter => {
                let pick = menu.lines.get(menu.at).map(|line| line.2.clone());
                self.choose(pick, now);
            }
            _ => {
                // The key shown beside a line does what the line says.
                let shown = menu
                    .lines
                    .iter()
                    .find(|line| !line.0.is_empty() && line.0 == name.replace('^', "Ctrl-"));
                let pick = shown.map(|line| line.2.clone());
                if pick.is_some() {
                    self.choose(pick, now);
                }
            }
        }
    }

    fn choose(&mut self, pick: Option<Pick>, now: Stamp) {
        self.view.layers.pop();
        match pick {
            Some(Pick::Do(action)) => self.perform(action, now),
            Some(Pick::Open(opening)) => self.open_form(&opening, now),
            Some(Pick::Submit(command)) => self.submit(*command, Vec::new(), None, now),
            Some(Pick::Vote(motion, method, subjects)) => {
                self.submit(
                    Command::OpenVote {
                        motion,
                        method,
                        subjects,
                    },
                    Vec::new(),
                    None,
                    now,
                );
            }
            Some(Pick::Meeting(no)) => self.view.meeting = Some(no),
            None => {}
        }
    }

    fn page_key(&mut self, key: KeyEvent) {
        let step = usize::from(self.view.size.height.saturating_sub(8)).max(1);
        let Some(Layer::Page(page)) = self.view.layers.last_mut() else {
            return;
        };
        match key.code {
            KeyCode::Up => page.top = page.top.saturating_sub(1),
            KeyCode::Down => page.top += 1,
            KeyCode::PageUp => page.top = page.top.saturating_sub(step),
            KeyCode::PageDown | KeyCode::Char(' ') => page.top += step,
            KeyCode::Home => page.top = 0,
            KeyCode::End => page.top = usize::MAX / 2,
            KeyCode::Char('l' | 'L') if key.modifiers.contains(KeyModifiers::CONTROL) => {}
            _ => {
                self.view.layers.pop();
            }
        }
    }

    /// Sends a command to the book; what is shown as done is done only after the disk said so.
    pub fn submit(
        &mut self,
        command: Command,
        blobs: Vec<Vec<u8>>,
        reason: Option<String>,
        now: Stamp,
    ) {
        let meeting = self.meeting().map(|m| m.no);
        let request = Request {
            entered: now,
            happened: self.view.late.filter(|late| *late <= now),
            meeting,
            reason,
            command: command.clone(),
        };
        match self.ledger.submit(&request, blobs.clone()) {
            Ok(Ok(accepted)) => self.accepted(&command, &accepted),
            Ok(Err(refusal)) => self.refused(command, blobs, &refusal),
            Err(error) => self.disk(&error),
        }
    }

    fn accepted(&mut self, command: &Command, accepted: &Accepted) {
        if matches!(self.view.layers.last(), Some(Layer::Form(_))) {
            self.view.layers.pop();
            self.forget_typed();
        }
        self.view.late = None;
        let lang = self.lang();
        let said = accepted.entries.first().map(|entry| {
            let meeting = entry
                .fact
                .meeting
                .and_then(|no| self.ledger.book.meeting(no));
            words::event_line(lang, &self.ledger.book, meeting, entry)
        });
        let mut text = said.unwrap_or_default();
        if matches!(command, Command::SignInAll { .. }) {
            let many = accepted.entries.len();
            text = lang.each(|l| match l {
                Lang::En => format!("{many} signed in as present in person."),
                _ => format!("{many}家登记为本人到会。"),
            });
        }
        let book = &self.ledger.book;
        let mut warns = false;
        for finding in accepted
            .findings
            .iter()
            .filter(|f| f.code.level() == Level::Notice)
        {
            warns = true;
            text.push_str("  ⚑ ");
            text.push_str(&findings::short(lang, book, &finding.full_code()));
        }
        if warns {
            self.view.warn(text)
        } else {
            self.view.say(text)
        }
        self.follow(command);
        let corrects = matches!(
            command,
            Command::CorrectAttendance { .. }
                | Command::CorrectCount { .. }
                | Command::CorrectEnactment { .. }
        );
        if corrects {
            self.show_touched();
        }
    }

    /// The focus goes where the next question is.
    fn follow(&mut self, command: &Command) {
        match command {
            Command::OpenItem { .. } => self.view.focus = Pane::Motion,
            Command::Move { .. } => self.view.focus = Pane::Motion,
            Command::OpenVote { .. } => {
                self.view.focus = Pane::Vote;
                self.view.set_at(Pane::Vote, 0);
            }
            Command::Convene { .. } => {
                self.view.meeting = None;
                self.view.focus = Pane::Door;
            }
            Command::CallToOrder { .. } => self.view.focus = Pane::Agenda,
            Command::SignIn { .. } => {
                self.view.search.set_text("");
            }
            Command::Call { .. } => self.next_voter(),
            Command::Close => self.view.meeting = self.meeting_closed(),
            Command::Declare { .. } => self.view.focus = Pane::Vote,
            _ => {}
        }
    }

    fn meeting_closed(&self) -> Option<u32> {
        let closed = |m: &&Meeting| m.phase == Phase::Closed;
        self.ledger
            .book
            .meetings
            .iter()
            .rev()
            .find(closed)
            .map(|m| m.no)
    }

    fn refused(&mut self, command: Command, blobs: Vec<Vec<u8>>, refusal: &Refusal) {
        let lang = self.lang();
        let book = &self.ledger.book;
        match refusal.finding.code {
            Code::ReasonRequired => {
                let lines: Vec<String> = refusal
                    .warnings
                    .iter()
                    .map(|f| findings::finding(lang, book, f, Reader::Presider))
                    .collect();
                let title: Words = ["请注意：需要说明理由", "Remarkable: a reason is needed"];
                let form = super::form::Form::new(lang.say(title), Purpose::Reason)
                    .intro(lines.join("\n"))
                    .lines(
                        "reason",
                        lang.say(["理由（记入会议记录）", "reason (it stands in the minutes)"]),
                        "",
                        2,
                    );
                // The form that asked stays below: giving up the reason must not lose what was typed.
                self.waiting = Some(Waiting {
                    command,
                    blobs,
                    warnings: refusal.warnings.clone(),
                });
                self.view.put(Layer::Form(Box::new(form)));
            }
            Code::NothingChanges => {
                let text = findings::refusal(lang, book, refusal, Reader::Recorder);
                self.view.warn(text);
            }
            Code::RulingRequired => self.open_ruling(),
            Code::CastingRequired => {
                self.view
                    .put(Layer::Form(Box::new(super::forms::casting(lang))));
            }
            _ => {
                let text = format!(
                    "{}\n\n{}",
                    findings::refusal(lang, book, refusal, Reader::Presider),
                    findings::refusal(lang, book, refusal, Reader::Recorder)
                );
                self.view.put(Layer::Notice {
                    title: lang.say(["不能这样做", "Not in order"]),
                    text,
                });
            }
        }
    }

    fn disk(&mut self, error: &LedgerError) {
        let lang = self.lang();
        let text = store_text::ledger_error(lang, error);
        self.view.put(Layer::Notice {
            title: lang.say(["会议簿", "The book"]),
            text,
        });
    }

    /// Takes in what another program wrote.
    pub fn refresh(&mut self) -> bool {
        match self.ledger.changed().and_then(|moved| {
            if moved {
                self.ledger.refresh()
            } else {
                Ok(false)
            }
        }) {
            Ok(changed) => changed,
            Err(error) => {
                if !matches!(self.view.layers.last(), Some(Layer::Notice { .. })) {
                    self.disk(&error);
                }
                true
            }
        }
    }

    /// Keeps half-typed text beside the book at every pause of the hand.
    pub fn keep_typed(&mut self) {
        if !self.unsaved {
            return;
        }
        self.unsaved = false;
        let Some(path) = self.path.as_deref() else {
            return;
        };
        let mut fields = std::collections::BTreeMap::new();
        for layer in &self.view.layers {
            let Layer::Form(form) = layer else { continue };
            for (key, text) in form.typed() {
                fields.insert(format!("{}/{key}", form.title), text);
            }
        }
        if fields.is_empty() {
            return;
        }
        if let Err(error) = store::draft_file::save(path, &fields) {
            let text = store_text::log_error(self.lang(), &error);
            self.view.warn(text);
        }
    }

    fn forget_typed(&mut self) {
        self.unsaved = false;
        self.view.kept.clear();
        if let Some(path) = self.path.as_deref() {
            // Nothing depends on it: what was entered is in the book.
            let _ = store::draft_file::clear(path);
        }
    }
}
