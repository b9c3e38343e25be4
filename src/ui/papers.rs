//! Papers the console shows or writes: minutes, log, gaps, and what the hall may see.

use super::console::Console;
use super::desks::minutes::Deed;
use super::follow;
use super::hall::{self, Mode};
use super::keys::Action;
use super::view::{Body, Layer, Pick};
use crate::paper::Paper;
use crate::record::state::Phase;
use crate::text::{Lang, Words, charter as charter_text, files as files_text, words};
use crate::{machine, minutes, papers};
use std::path::{Path, PathBuf};

impl Console {
    /// Shows or writes a paper.
    pub fn paper(&mut self, action: Action) {
        let lang = self.lang();
        match action {
            Action::Minutes => {
                let record = self.record();
                let Some(text) = self.laid_out(record.as_slice()) else { return };
                let title = lang.say(["会议记录（预览）", "Minutes (preview)"]);
                self.view.page_of(Body::Paper, title, text);
                let meeting = self.meeting().or(self.ledger.book.meetings.last());
                let closed = meeting.filter(|m| m.phase == Phase::Closed).map(|m| m.no);
                if let (Some(no), Some(Layer::Page(page))) = (closed, self.view.layers.last_mut()) {
                    page.enter = Some(Pick::Minutes(Deed::GoTo(no)));
                }
            }
            Action::Export => self.export(),
            Action::Gaps => {
                if let Some(charter) = self.ledger.book.charter.clone() {
                    let text = charter_text::gaps(&charter, lang);
                    self.view
                        .page(lang.say(["章程未规定之处", "What the charter leaves open"]), text);
                }
            }
            _ => {
                let book = &self.ledger.book;
                let mut lines = Vec::new();
                for entry in self.ledger.entries.iter().rev() {
                    let meeting = entry.fact.meeting.and_then(|no| book.meeting(no));
                    let line = words::event_line(lang, book, meeting, entry);
                    let date = entry.happened.date_naive();
                    lines.push(format!(
                        "{:>4}  {date} {}  {line}",
                        entry.seq,
                        words::clock(entry.happened)
                    ));
                }
                self.view.page(
                    lang.say(["全部记录（最新在前）", "The whole log (latest first)"]),
                    lines.join("\n"),
                );
            }
        }
    }

    fn record(&self) -> Option<Paper> {
        let book = &self.ledger.book;
        let meeting = self.meeting().or(book.meetings.last())?;
        let head = (self.ledger.head.seq, self.ledger.head.hash.hex());
        let compiled = minutes::compile(book, &self.ledger.entries, meeting.no, head)?;
        papers::record(&compiled, self.lang(), false)
    }

    /// Where the minutes of the meeting looked at are written.
    pub fn minutes_path(&self) -> Option<PathBuf> {
        let no = self.meeting().or(self.ledger.book.meetings.last()).map_or(0, |m| m.no);
        let ending = match self.lang() {
            Lang::En => "en.md",
            _ => "zh.md",
        };
        Some(self.path.as_deref()?.with_extension(format!("minutes-{no}.{ending}")))
    }

    /// Beside the book, under the meeting's number: a place the secretary finds again.
    fn export(&mut self) {
        let Some(path) = self.minutes_path() else {
            return self.nothing();
        };
        let record = self.record();
        let Some(text) = self.laid_out(record.as_slice()) else { return };
        self.write(["会议记录", "Minutes"], &path, &text);
    }

    /// Writes a paper and says where it is.
    fn write(&mut self, what: Words, path: &Path, text: &str) {
        let lang = self.lang();
        match machine::save(path, text.as_bytes()) {
            Ok(()) => self.view.say(lang.each(|l| {
                let (what, path) = (l.say(what), path.display());
                match l {
                    Lang::En => format!("{what} written to {path}."),
                    _ => format!("{what}已写入{path}。"),
                }
            })),
            Err(error) => self.view.warn(lang.each(|l| {
                let (what, path, why) = (l.say(what), path.display(), files_text::why(l, &error));
                match l {
                    Lang::En => format!(
                        "{what} cannot be written to {path}: {why}. The book itself is safe."
                    ),
                    _ => format!("{what}无法写入{path}：{why}。会议簿本身不受影响。"),
                }
            })),
        }
    }

    /// Writes a paper beside the book, under the book's name with this ending.
    pub(super) fn write_beside(&mut self, ending: &str, text: &str) {
        let lang = self.lang();
        let Some(path) = self.path.as_deref().map(|p| p.with_extension(ending)) else {
            return self.nothing();
        };
        match machine::save(&path, text.as_bytes()) {
            Ok(()) => self.view.say(lang.each(|l| match l {
                Lang::En => format!("Written to {}.", path.display()),
                _ => format!("已写入{}。", path.display()),
            })),
            Err(error) => self.view.warn(lang.each(|l| {
                let (path, why) = (path.display(), files_text::why(l, &error));
                match l {
                    Lang::En => {
                        format!("{path} cannot be written: {why}. The book itself is safe.")
                    }
                    _ => format!("{path}无法写入：{why}。会议簿本身不受影响。"),
                }
            })),
        }
    }

    fn extract(&self, no: u32) -> Option<Paper> {
        let head = (self.ledger.head.seq, self.ledger.head.hash.hex());
        let (book, entries) = (&self.ledger.book, &self.ledger.entries);
        papers::extract(book, entries, no, self.lang(), head)
    }

    /// Shows the extract of a decision.
    pub(super) fn show_extract(&mut self, no: u32) {
        let title = self.lang().say(["决议摘录", "Extract of a decision"]);
        let extract = self.extract(no);
        if let Some(text) = self.laid_out(extract.as_slice()) {
            self.view.page_of(Body::Paper, title, text);
        }
    }

    /// Writes the extract of a decision beside the book, under its number.
    pub(super) fn write_extract(&mut self, no: u32) {
        let ending = if self.lang() == Lang::En { "en.md" } else { "zh.md" };
        let path =
            self.path.as_deref().map(|p| p.with_extension(format!("decision-{no}.{ending}")));
        let Some(path) = path else {
            return self.nothing();
        };
        let extract = self.extract(no);
        let Some(text) = self.laid_out(extract.as_slice()) else { return };
        self.write(["决议摘录", "The extract"], &path, &text);
    }

    /// Pages the old and new text in hand has in the hall window, or in this one where there is none; none
    /// where no draft is in hand.
    fn hall_pages(&self) -> u8 {
        let wall = self.path.as_deref().and_then(follow::wall);
        let (size, lang) = wall.unwrap_or((self.view.size, self.lang()));
        let (book, theme) = (&self.ledger.book, self.view.theme);
        self.meeting().map_or(0, |m| hall::compare_pages(book, m, size, lang, theme))
    }

    /// What the projector may show.
    pub fn hall_mode(&mut self, action: Action) {
        self.view.hall = match (action, self.view.hall) {
            (Action::HallCompare, Mode::Compare(page)) if page >= self.hall_pages() => Mode::Show,
            (Action::HallCompare, Mode::Compare(page)) => Mode::Compare(page.saturating_add(1)),
            (Action::HallCompare, _) if self.hall_pages() == 0 => return self.nothing(),
            (Action::HallCompare, _) => Mode::Compare(1),
            (Action::HallBlank, Mode::Blank) | (Action::HallTally, Mode::HideTally) => Mode::Show,
            (Action::HallBlank, _) => Mode::Blank,
            _ => Mode::HideTally,
        };
        let lang = self.lang();
        if let Some(path) = self.path.as_deref()
            && let Err(error) = follow::set_mode(path, self.view.hall)
        {
            let why = files_text::why(lang, &error);
            self.view.warn(lang.each(|l| match l {
                Lang::En => format!("The hall window could not be told: {why}."),
                _ => format!("没能通知大屏窗口：{why}。"),
            }));
            return;
        }
        self.view.say(match self.view.hall {
            Mode::Show => lang.say(["大屏恢复显示。", "The hall shows the meeting."]),
            Mode::HideTally => {
                lang.say(["大屏隐藏计票过程。", "The hall hides the running tally."])
            }
            Mode::Blank => lang.say(["大屏空白。", "The hall is blank."]),
            Mode::Compare(page) => lang.each(|l| match l {
                Lang::En => format!("The hall shows the charter, old and new, page {page}."),
                _ => format!("大屏显示章程修改对照，第{page}页。"),
            }),
        });
    }
}
