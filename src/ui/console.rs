//! The console: keys in, commands out, and what came of them; it knows nothing of a terminal.

use super::desk::Place;
use super::desks::draft_changes;
use super::desks::register_forms::Filled;
use super::drafts;
use super::form::Done;
use super::keys::{self, Action, Scope};
use super::purpose::{self, Outcome};
use super::tables::Job;
use super::term::Msg;
use super::view::{Layer, Pane, Pick, View, Waiting};
use crate::ledger::Ledger;
use crate::record::members::Contact;
use crate::record::state::{Meeting, Phase};
use crate::record::{Command, Stamp};
use crate::roster::Preview;
use crate::store;
use crate::text::{Lang, store as store_text, words};
use chrono::NaiveDate;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::collections::BTreeMap;
use std::path::PathBuf;

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
    /// What is known of people, while the register is looked at.
    pub people: BTreeMap<u32, Contact>,
    /// A table to be read or entered when the screen has said so.
    pub job: Option<Job>,
    /// Where the ssh-agent of the machine listens; none in tests.
    pub agent: Option<PathBuf>,
    /// Where typefaces for PDF are looked for; with none, those inside the program are taken.
    pub fonts: Vec<PathBuf>,
    /// What documents are set with, while some are written.
    pub(super) press: Option<crate::papers::form::Press>,
    /// What the table shown would change.
    pub(super) wanted: Option<Preview>,
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
        let people = BTreeMap::new();
        Self {
            ledger,
            view,
            path,
            waiting: None,
            unsaved: false,
            people,
            job: None,
            agent: None,
            fonts: Vec::new(),
            press: None,
            wanted: None,
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
        if self.desk().is_some() {
            return vec![Scope::Desk, Scope::Always];
        }
        if self.at_home() {
            let fresh = self.ledger.book.meetings.is_empty();
            let first = if fresh { Scope::Opening } else { Scope::Home };
            return vec![first, Scope::Home, Scope::Always];
        }
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
                self.forget_count();
                Flow::Leave
            }
        }
    }

    pub(super) fn paste(&mut self, text: &str) {
        let desk = self.desk().is_some();
        match self.view.layers.last_mut() {
            Some(Layer::Form(form)) => {
                form.paste(text);
                self.unsaved = true;
            }
            None if desk => self.desk_typed(|query| query.paste(text)),
            None if self.view.focus == Pane::Door => self.view.search.paste(text),
            _ => {}
        }
    }

    pub(super) fn key(&mut self, key: KeyEvent, now: Stamp) -> Flow {
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
                self.page_key(key, now);
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
            Some(Layer::Counting(_)) => {
                self.counting_key(key, now);
                Flow::On
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

    pub(super) fn bare_key(&mut self, key: KeyEvent, now: Stamp) -> Flow {
        let desk = self.desk().is_some();
        let at_door = !desk && !self.at_home() && self.view.focus == Pane::Door;
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
            None if desk => {
                self.desk_typed(|query| {
                    query.key(key);
                });
                Flow::On
            }
            None if key.code == KeyCode::Esc && self.at_home() => {
                self.view.place = Place::Meeting;
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
    pub(super) fn leave(&mut self) -> Flow {
        let open =
            self.ledger.book.meetings.iter().any(|m| matches!(m.phase, Phase::Open | Phase::Break));
        if open {
            self.view.put(Layer::AskLeave);
            return Flow::On;
        }
        Flow::Leave
    }

    pub(super) fn form_key(&mut self, key: KeyEvent, now: Stamp) {
        let Some(Layer::Form(form)) = self.view.layers.last_mut() else {
            return;
        };
        match form.key(key) {
            Done::Typing => {
                let meeting = match self.view.meeting {
                    Some(no) => self.ledger.book.meeting(no),
                    None => self.ledger.book.meeting_in_hand(),
                };
                super::ballot_forms::follow_seat(form, &self.ledger.book, meeting);
                self.unsaved = true;
                if self.view.said.warns {
                    // What was wrong is being put right.
                    self.view.said = super::view::Said::default();
                }
            }
            Done::Cancelled => self.leave_form(),
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
                let says = wrong.says.clone();
                let placed = match self.view.layers.last_mut() {
                    Some(Layer::Form(form)) => form.point(wrong),
                    _ => false,
                };
                if !placed {
                    self.view.warn(says);
                }
            }
            Ok(Outcome::Ask(command)) => self.submit(command, Vec::new(), None, now),
            Ok(Outcome::Reason(reason)) => {
                if self.waiting.is_some() {
                    self.sent_form();
                }
                if let Some(waiting) = self.waiting.take() {
                    let Waiting { command, meeting, blobs, .. } = waiting;
                    self.submit_of(meeting, command, blobs, Some(reason), now);
                }
            }
            Ok(Outcome::Late(time)) => {
                self.sent_form();
                self.view.late = Some(time);
                let clock = words::clock(time);
                self.view.say(lang.each(|l| match l {
                    Lang::En => {
                        format!("The next entry is recorded as having happened at {clock}.")
                    }
                    _ => format!("下一条记录将记为{clock}发生（补录）。"),
                }));
            }
            Ok(Outcome::CountingGroup(group)) => {
                self.sent_form();
                let said = if group.is_empty() {
                    lang.say(["只有一个计票组。", "There is one counting group only."])
                } else {
                    lang.join(
                        &format!("以下各批记在“{group}”名下。"),
                        &format!("Batches from now on are those of “{group}”."),
                    )
                };
                self.view.counting_group = group;
                self.view.say(said);
            }
            Ok(Outcome::Attach(path, item)) => self.attach(&path, item, now),
            Ok(Outcome::Roster(path)) => self.read_later(path),
            Ok(Outcome::Register(filled)) => match *filled {
                Filled::Ask(command) => self.submit(command, Vec::new(), None, now),
                Filled::Keep(keep, contact) => {
                    let command = Command::KeepPerson(keep);
                    self.submit_people(command, &[contact], now);
                }
                Filled::Export(path, people) => self.export_register(&path, people),
                Filled::Import(why) => self.enter_later(why),
            },
            Ok(Outcome::Change(place, change)) => {
                self.sent_form();
                draft_changes::take(self, place, *change);
            }
            Ok(Outcome::HandIn(note)) => {
                let before = self.ledger.book.drafts.len();
                let command = draft_changes::hand_in(self, note);
                self.submit(command, Vec::new(), None, now);
                if self.ledger.book.drafts.len() > before {
                    draft_changes::forget(self);
                }
            }
            Ok(Outcome::Minutes(meeting, filled)) => self.minutes_filled(meeting, *filled, now),
            Ok(Outcome::Charter(path, basis)) => self.read_charter(&path, basis, now),
        }
    }

    /// The day a time typed without one belongs to.
    pub(super) fn day(&self, now: Stamp) -> NaiveDate {
        self.meeting().map_or(now.date_naive(), |m| match m.phase {
            Phase::Closed => m.date,
            _ => now.date_naive(),
        })
    }

    pub(super) fn choose(&mut self, pick: Option<Pick>, now: Stamp) {
        self.view.layers.pop();
        match pick {
            Some(Pick::Do(action)) => self.perform(action, now),
            Some(Pick::Open(opening)) => self.open_form(&opening, now),
            Some(Pick::Submit(command)) => self.submit(*command, Vec::new(), None, now),
            Some(Pick::Vote(motion, method, subjects)) => {
                self.submit(Command::OpenVote { motion, method, subjects }, Vec::new(), None, now);
            }
            Some(Pick::Meeting(no)) => {
                self.view.meeting = Some(no);
                self.view.place = Place::Meeting;
            }
            Some(Pick::Desk(which)) => self.go_to_desk(which),
            Some(Pick::Import) => self.import(),
            Some(Pick::Funds(deed)) => super::desks::funds_papers::carry_out(self, deed, now),
            Some(Pick::Lines(lines)) => {
                let title = self.desk().map_or(["", ""], |d| d.which.name());
                self.view.menu(self.view.lang.say(title), lines);
            }
            Some(Pick::Draft(deed)) => draft_changes::carry_out(self, deed, now),
            Some(Pick::Minutes(deed)) => super::desks::minutes::carry_out(self, deed, now),
            Some(Pick::WriteExtract(no)) => self.write_extract(no),
            Some(Pick::Page(row)) => {
                if let Some(which) = self.desk().map(|d| d.which) {
                    super::desks::page(self, which, row, now);
                }
            }
            Some(Pick::Part(part)) => {
                if let Place::Desk(desk) = &mut self.view.place {
                    desk.part = Some(part);
                    desk.at = 0;
                }
            }
            None => {}
        }
    }

    pub(super) fn page_key(&mut self, key: KeyEvent, now: Stamp) {
        let step = usize::from(self.view.size.height.saturating_sub(8)).max(1);
        let Some(Layer::Page(page)) = self.view.layers.last_mut() else {
            return;
        };
        match key.code {
            KeyCode::Enter if page.enter.is_some() => {
                let pick = page.enter.clone();
                self.choose(pick, now);
            }
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

    /// Keeps half-typed text beside the book at every pause of the hand: of forms left and open.
    pub fn keep_typed(&mut self) {
        let typed = std::mem::take(&mut self.unsaved);
        let Some(path) = self.path.as_deref().filter(|_| typed) else {
            return;
        };
        let mut kept = self.view.kept.clone();
        for layer in &self.view.layers {
            if let Layer::Form(form) = layer {
                drafts::note(&mut kept, &self.place(form), form);
            }
        }
        let done = if kept.is_empty() {
            store::draft_file::clear(path)
        } else {
            store::draft_file::save(path, &kept)
        };
        if let Err(error) = done {
            let text = store_text::log_error(self.lang(), &error);
            self.view.warn(text);
        }
    }
}
