//! Files the secretary names on the screen: papers to keep, charters.

use super::purpose::Wrong;
use super::view::Layer;
use crate::paper::{House, Paper};
use crate::papers::form::{self, Press};
use crate::record::{Command, Stamp};
use crate::text::{Lang, files as files_text};
use crate::{charter, store};
use std::path::Path;

use super::console::Console;

impl Console {
    pub(super) fn file_error(&mut self, path: &Path, error: &std::io::Error) {
        let path = path.display();
        let lang = self.lang();
        let text = lang.each(|l| {
            let why = files_text::why(l, error);
            match l {
                Lang::En => format!("The file {path} cannot be read: {why}. Check its name and place; nothing was changed."),
                _ => format!("文件{path}无法读取：{why}。请核对文件名和位置；没有改动任何内容。"),
            }
        });
        if let Some(Layer::Form(form)) = self.view.layers.last_mut()
            && form.point(Wrong { key: "path", says: text.clone() })
        {
            return;
        }
        self.view.put(Layer::Notice { title: lang.say(["文件", "File"]), text });
    }

    /// What documents are set with: the style of the house beside the book, and the machine's typefaces. Nothing where
    /// that style cannot be used, which is said.
    pub(super) fn find_press(&mut self) -> Option<Press> {
        let fonts = self.fonts.clone();
        let beside = self.path.as_deref().map(|p| p.with_file_name("house.toml"));
        let Some(path) = beside.filter(|p| p.is_file()) else {
            return Some(Press::new(House::default(), fonts));
        };
        let text = String::from_utf8_lossy(&self.file(&path)?).into_owned();
        match House::read(&text) {
            Ok(house) => Some(Press::new(house, fonts)),
            Err(why) => {
                let (lang, path) = (self.lang(), path.display());
                let title = lang.say(["版式", "Style of the house"]);
                let text = lang.each(|l| match l {
                    Lang::En => format!("The style of the house {path} cannot be used: {why}. Mend it or move it away."),
                    _ => format!("版式文件{path}不能使用：{why}。请改正，或先移走。"),
                });
                self.view.put(Layer::Notice { title, text });
                None
            }
        }
    }

    /// Papers as the house lays them out, to be read on the screen. Nothing where there are none, or where the style of
    /// the house cannot be used: either is said.
    pub(super) fn laid_out(&mut self, papers: &[Paper]) -> Option<String> {
        if papers.is_empty() {
            self.nothing();
            return None;
        }
        let press = self.find_press()?;
        let texts: Vec<String> = papers.iter().map(|paper| form::shown(paper, &press)).collect();
        Some(texts.join("\n---\n\n"))
    }

    /// The bytes of a file; nothing where it cannot be read, which is said at the row for it.
    pub(super) fn file(&mut self, path: &Path) -> Option<Vec<u8>> {
        match std::fs::read(path) {
            Ok(bytes) => Some(bytes),
            Err(error) => {
                self.file_error(path, &error);
                None
            }
        }
    }

    /// The bytes of a file that is looked at beforehand; what is wrong with it is said when it is used.
    pub(super) fn peeked(path: &Path) -> Option<Vec<u8>> {
        std::fs::read(path).ok()
    }

    pub(super) fn attach(&mut self, path: &Path, item: Option<u32>, now: Stamp) {
        match std::fs::read(path) {
            Ok(bytes) => {
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                self.keep_bytes(name, bytes, item, now);
            }
            Err(error) => self.file_error(path, &error),
        }
    }

    /// Keeps a paper the program made under an item.
    pub(super) fn keep(&mut self, name: &str, bytes: Vec<u8>, item: u32, now: Stamp) {
        self.keep_bytes(name.to_owned(), bytes, Some(item), now);
    }

    fn keep_bytes(&mut self, name: String, bytes: Vec<u8>, item: Option<u32>, now: Stamp) {
        let sha256 = store::Digest::of(&bytes).hex();
        let size = bytes.len() as u64;
        let command = Command::Attach { name, sha256, size, item };
        self.submit(command, vec![bytes], None, now);
    }

    pub(super) fn read_charter(&mut self, path: &Path, basis: String, now: Stamp) {
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) => return self.file_error(path, &error),
        };
        match charter::read::read(&text) {
            Ok(_) => self.submit(Command::AdoptCharter { text, basis }, Vec::new(), None, now),
            Err(faults) => {
                let lang = self.lang();
                let lines: Vec<String> =
                    faults.iter().map(|f| crate::text::charter::fault(f, lang)).collect();
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
}
