//! The register as a table, on the screen: read, shown before anything changes, entered, written out.

use super::console::Console;
use super::desks::register_forms;
use super::purpose::Wrong;
use super::view::{Layer, Pick};
use crate::record::{Command, Stamp};
use crate::text::{Lang, files as files_text};
use crate::{machine, roster};
use std::path::{Path, PathBuf};

/// What takes a moment, and is done when the screen has said so.
#[derive(Debug, Clone, PartialEq)]
pub enum Job {
    /// A table to be read and compared.
    Read(PathBuf),
    /// The table shown to be entered, and why.
    Enter(String),
    /// The next of several papers to be written.
    Write(Box<super::writing::Writing>),
    /// The folder of a meeting to be written.
    Folder(Box<super::writing::Folder>),
}

impl Console {
    /// Says that a table is being read; it is when the screen has said so.
    pub(super) fn read_later(&mut self, path: PathBuf) {
        let lang = self.lang();
        self.view.say(lang.say(["正在读取名册……", "Reading the register…"]));
        self.job = Some(Job::Read(path));
    }

    /// Says that the table shown is being entered; it is when the screen has said so.
    pub(super) fn enter_later(&mut self, why: String) {
        let lang = self.lang();
        if self.wanted.is_none() {
            return self.view.layers.clear();
        }
        self.view.say(lang.say(["正在记入会议簿……", "Entering it in the book…"]));
        self.job = Some(Job::Enter(why));
    }

    /// Does what waits.
    pub fn work(&mut self, now: Stamp) {
        match self.job.take() {
            Some(Job::Read(path)) => self.read_register(&path),
            Some(Job::Enter(why)) => {
                let Some(wanted) = self.wanted.take() else { return };
                let (import, contacts) = wanted.command(&why);
                let lines = roster::summary(self.lang(), &wanted);
                let before = self.ledger.entries.len();
                self.submit_people(Command::ImportRegister(import), &contacts, now);
                if self.ledger.entries.len() > before {
                    let done = self.lang().say(["已导入。", "Imported. "]);
                    self.view.say(format!("{done}{lines}"));
                }
            }
            Some(Job::Write(writing)) => self.write_next(*writing, now),
            Some(Job::Folder(folder)) => self.write_folder(*folder, now),
            None => {}
        }
    }

    /// The page with what a table would change was agreed to.
    pub(super) fn import(&mut self) {
        let book = &self.ledger.book;
        match self.wanted.as_ref().map(|wanted| wanted.needs_reason(book)) {
            Some(true) => self.form(|c| register_forms::why(c.lang())),
            Some(false) => self.enter_later(String::new()),
            None => {}
        }
    }

    fn read_register(&mut self, path: &Path) {
        let bytes = match std::fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) => return self.file_error(path, &error),
        };
        let contacts = match self.ledger.contacts() {
            Ok(contacts) => contacts,
            Err(error) => return self.disk(&error),
        };
        let lang = self.lang();
        match roster::preview(&self.ledger.book, &contacts, &bytes, &mut |_, _| {}) {
            Ok(wanted) => {
                self.sent_form();
                self.view.say(String::new());
                let title = lang.say(["导入预览", "Preview of the import"]);
                let lines = roster::preview_lines(lang, &self.ledger.book, &wanted, usize::MAX);
                let lines: Vec<&str> = lines.iter().map(|l| l.trim_start_matches("# ")).collect();
                let text = lines.join("\n");
                if wanted.is_empty() {
                    let said = lang.say([
                        "会议簿已与表格一致，没有可改的。",
                        "The book says all of this already; nothing is to be changed.",
                    ]);
                    return self.view.page(title, format!("{said}\n\n{text}"));
                }
                let said = lang.say([
                    "还没有改动任何内容。Enter：全部导入　Esc：放弃",
                    "Nothing is changed yet. Enter: import all of it   Esc: give up",
                ]);
                self.wanted = Some(wanted);
                self.view.page_before(title, format!("{said}\n\n{text}"), Pick::Import);
            }
            Err(faults) => {
                let lines: Vec<String> = faults.iter().map(|f| roster::sentence(lang, f)).collect();
                let title = lang.each(|l| match l {
                    Lang::En if faults.len() == 1 => "One fault; nothing was read in".to_owned(),
                    Lang::En => format!("{} faults; nothing was read in", faults.len()),
                    _ => format!("名册有{}处错误，未导入", faults.len()),
                });
                self.view.say(String::new());
                self.view.page(title, lines.join("\n"));
            }
        }
    }

    /// Writes the register out.
    pub(super) fn export_register(&mut self, path: &Path, people: bool) {
        let lang = self.lang();
        let Some(form) = roster::Form::of(path) else {
            let says = lang.say([
                "文件名须以 .xlsx、.ods 或 .csv 结尾。",
                "The name must end in .xlsx, .ods or .csv.",
            ]);
            if let Some(Layer::Form(form)) = self.view.layers.last_mut() {
                form.point(Wrong { key: "path", says });
            }
            return;
        };
        let contacts = match self.ledger.contacts() {
            Ok(contacts) => contacts,
            Err(error) => return self.disk(&error),
        };
        let known = people.then_some(&contacts);
        let written = roster::export(&self.ledger.book, known, lang, form)
            .map_err(std::io::Error::other)
            .and_then(|bytes| machine::save(path, &bytes));
        match written {
            Ok(()) => {
                self.sent_form();
                self.view.say(lang.each(|l| match l {
                    Lang::En => format!("The register is written to {}.", path.display()),
                    _ => format!("名册已写入{}。", path.display()),
                }));
            }
            Err(error) => {
                let says = lang.each(|l| match l {
                    Lang::En => format!("It cannot be written: {}.", files_text::why(l, &error)),
                    _ => format!("无法写入：{}。", files_text::why(l, &error)),
                });
                if let Some(Layer::Form(form)) = self.view.layers.last_mut() {
                    form.point(Wrong { key: "path", says });
                }
            }
        }
    }
}
