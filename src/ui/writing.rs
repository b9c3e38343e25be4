//! Documents written from the screen: the folder of a meeting, and single papers beside the book in every form.
//!
//! Some take a second; what is being written is said before it is.

use super::console::Console;
use super::desks::minutes::Deed;
use super::desks::minutes_forms::KeyWanted;
use super::desks::{minutes_menu, numbered};
use super::tables::Job;
use super::view::{Body, Layer, Page, Pick};
use crate::archive::{self, After, Found, Made, Plan, Wanted};
use crate::folder;
use crate::machine;
use crate::paper::Paper;
use crate::papers::form::{self, Format};
use crate::papers::{self, Kind};
use crate::record::Stamp;
use crate::record::issue::State;
use crate::seal;
use crate::text::{Lang, files as files_text, store as store_text};
use std::path::PathBuf;

/// A folder being made, file by file.
#[derive(Debug, Clone, PartialEq)]
pub struct Folder {
    meeting: u32,
    /// Where it will be.
    dir: PathBuf,
    plan: Plan,
    /// The place of the file that is made next.
    at: usize,
    files: Vec<(String, Vec<u8>)>,
    /// Who signs it then.
    then: Option<KeyWanted>,
}

/// A paper being written in one form after the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Writing {
    meeting: u32,
    kind: Kind,
    decision: Option<u32>,
    /// The place of the form that is written next.
    at: usize,
    written: Vec<PathBuf>,
    /// Why a form could not be made, and which paper takes more sheets than it may.
    faults: Vec<String>,
}

/// Ends of the names of folders.
const DRAFT: &str = "-draft";
const PUBLIC: &str = "-public";

/// Languages in the names of files.
fn tongue(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "zh",
        Lang::En => "en",
        Lang::Both => "zh-en",
    }
}

// --- the folder -----------------------------------------------------------------------------------------------

impl Console {
    /// The folder of the last version that counts: beside the book, under its name.
    pub(super) fn folder_of(&self, meeting: u32, public: bool) -> Option<PathBuf> {
        let kind = match (public, self.version(meeting)?.state()) {
            (true, _) => PUBLIC,
            (false, State::Draft) => DRAFT,
            (false, _) => "",
        };
        self.folder_named(meeting, kind)
    }

    fn folder_named(&self, meeting: u32, kind: &str) -> Option<PathBuf> {
        let no = self.version(meeting)?.of.version;
        let path = self.path.as_deref()?;
        Some(path.with_extension(format!("minutes-{meeting}-v{no}{kind}")))
    }

    /// The folder of the last version whose list has this digest. It may be one written while the version was a
    /// draft: some houses sign before they approve.
    pub(super) fn folder_with(&self, meeting: u32, manifest: &str) -> Option<PathBuf> {
        let folders = ["", DRAFT].into_iter().filter_map(|kind| self.folder_named(meeting, kind));
        let list = |dir: &PathBuf| folder::ready(dir).ok().map(|ready| ready.manifest.text());
        folders
            .into_iter()
            .find(|dir| list(dir).is_some_and(|list| seal::sha256(list.as_bytes()) == manifest))
    }

    /// The folders of the last version that are there, the one that is signed first.
    pub(super) fn folders_there(&self, meeting: u32) -> Vec<PathBuf> {
        let mut all: Vec<PathBuf> = self.folder_in_use(meeting).into_iter().collect();
        all.extend(["", DRAFT].into_iter().filter_map(|kind| self.folder_named(meeting, kind)));
        let mut there: Vec<PathBuf> = Vec::new();
        for dir in all {
            if dir.exists() && !there.contains(&dir) {
                there.push(dir);
            }
        }
        there
    }

    /// Says that a folder is being written; it is when the screen has said so.
    pub(super) fn start_folder(
        &mut self,
        meeting: u32,
        public: bool,
        then: Option<KeyWanted>,
        now: Stamp,
    ) {
        let lang = self.lang();
        if self.version(meeting).is_none() {
            return self.view.warn(lang.say([
                "还没有可用的一稿。请先编发，再写出文书。",
                "There is no version that counts. Issue one first, then write the documents.",
            ]));
        }
        let Some(dir) = self.folder_of(meeting, public) else {
            return self.nothing();
        };
        if dir.exists() {
            let dir = dir.display();
            return self.view.warn(lang.join(
                &format!("{dir}已经存在，没有改动它。需要新的一份时，请先把它移走或改名。"),
                &format!("{dir} is there already and is left as it is. For a new one, move or rename it first."),
            ));
        }
        self.press = self.find_press();
        if self.press.is_none() {
            return;
        }
        let after = match &then {
            Some(key) if !self.is_older(meeting, key) => After::Anew,
            _ => After::Signed,
        };
        let now = self.ledger.local(Some(meeting), now);
        match archive::plan(&mut self.ledger, meeting, Wanted { lang, public, now, after }) {
            Ok(plan) => {
                self.next_file(Folder { meeting, dir, plan, at: 0, files: Vec::new(), then });
            }
            Err(fault) => self.no_folder(&fault),
        }
    }

    /// Says which file is made next; it is when the screen has said so.
    fn next_file(&mut self, folder: Folder) {
        let lang = self.lang();
        let (at, all) = (folder.at + 1, folder.plan.pieces.len());
        if let Some(name) = folder.plan.pieces.get(folder.at).map(|piece| &piece.name) {
            self.view.say(lang.join(
                &format!("正在写 {name}……（{at}/{all}）"),
                &format!("Writing {name} … ({at}/{all})"),
            ));
        }
        self.job = Some(Job::Folder(Box::new(folder)));
    }

    fn no_folder(&mut self, fault: &archive::Fault) {
        let lang = self.lang();
        let title = lang.say(["文书写不出来", "The documents cannot be made"]);
        self.press = None;
        self.view.say(String::new());
        self.view.put(Layer::Notice { title, text: archive_fault(lang, fault) });
    }

    /// Makes the next file; after the last one the folder is written, and signed where that was asked for.
    pub(super) fn write_folder(&mut self, mut folder: Folder, now: Stamp) {
        if let Some(piece) = folder.plan.pieces.get(folder.at) {
            let Some(press) = self.press.as_ref() else { return };
            return match folder.plan.make(piece, press) {
                Ok(bytes) => {
                    folder.files.extend(bytes.map(|bytes| (piece.name.clone(), bytes)));
                    folder.at += 1;
                    self.next_file(folder);
                }
                Err(fault) => self.no_folder(&fault),
            };
        }
        self.press = None;
        let lang = self.lang();
        let Folder { meeting, dir, plan, files, then, .. } = folder;
        let Made { contents, found } = plan.finish(files);
        if let Err(fault) = folder::write(&contents, &dir) {
            self.view.say(String::new());
            return self.folder_faults(&[fault]);
        }
        let (place, count) = (dir.display(), contents.papers.len());
        self.view.say(lang.join(
            &format!("文书{count}个已写入{place}。"),
            &format!("{count} files written to {place}."),
        ));
        match &found {
            Found::Nothing => {}
            Found::Other => {
                let title = lang.say(["签过的文件夹", "The folder that was signed"]);
                self.view.put(Layer::Notice { title, text: files_text::other_papers(lang) });
            }
            Found::Signed(given) => drop(archive::put_back(&dir, given)),
        }
        if let Some(key) = then {
            self.sign_folder(meeting, &dir, key, now);
        }
    }

    pub(super) fn folder_faults(&mut self, faults: &[folder::Fault]) {
        let lang = self.lang();
        let lines: Vec<String> = faults.iter().map(|f| folder::words::fault(lang, f)).collect();
        let title = lang.say(["文书的文件夹", "The folder of documents"]);
        self.view.put(Layer::Notice { title, text: lines.join("\n") });
    }
}

/// Why there is no folder, in words.
fn archive_fault(lang: Lang, fault: &archive::Fault) -> String {
    use archive::Fault as F;
    match fault {
        F::Pdf(name, error) => format!("{name}: {}", form::why(lang, error)),
        F::Book(error) => store_text::ledger_error(lang, error),
        F::Tables(what) => files_text::no_tables(lang, what),
        F::NoMeeting(no) | F::NotIssued(no) => files_text::not_issued(lang, *no),
        F::Unread(version) => files_text::unread_version(lang, *version),
    }
}

// --- papers beside the book -----------------------------------------------------------------------------------

impl Console {
    fn made(
        &self,
        meeting: u32,
        kind: Kind,
        decision: Option<u32>,
        now: Stamp,
    ) -> Result<Vec<Paper>, String> {
        let lang = self.lang();
        let ask = papers::Ask {
            book: &self.ledger.book,
            entries: &self.ledger.entries,
            head: self.head(),
            meeting: Some(meeting),
            item: None,
            decision,
            unit: None,
            year: None,
            lang,
            today: now.date_naive(),
        };
        papers::make(kind, &ask).map_err(|why| lang.pick(&why.0))
    }

    /// Shows a paper; Enter writes it. Where several decisions could be meant it is asked which.
    pub(super) fn show_paper(
        &mut self,
        meeting: u32,
        kind: Kind,
        decision: Option<u32>,
        now: Stamp,
    ) {
        let lang = self.lang();
        let mut decision = decision;
        if kind.is_of_a_decision() && decision.is_none() {
            let of_meeting = minutes_menu::decisions(self, meeting, kind);
            if of_meeting.len() > 1 {
                let title = lang.say(["依据哪项决议？", "From which decision?"]);
                return self.view.menu(title, numbered(of_meeting));
            }
            if let Some((_, Pick::Minutes(Deed::Paper(_, _, only)))) = of_meeting.first() {
                decision = *only;
            }
        }
        let name = lang.say(kind.name());
        match self.made(meeting, kind, decision, now) {
            Ok(papers) => {
                let Some(text) = self.laid_out(&papers) else { return };
                let title = lang.join(
                    &format!("{name}——Enter 写成文件，Esc 返回"),
                    &format!("{name}: Enter writes the files, Esc goes back"),
                );
                let enter = Some(Pick::Minutes(Deed::WritePaper(meeting, kind, decision)));
                self.view.put(Layer::Page(Page { title, body: Body::Paper, text, top: 0, enter }));
            }
            Err(text) => self.view.put(Layer::Notice { title: name, text }),
        }
    }

    /// Writes a paper beside the book in every form, the next each time the screen has said which.
    pub(super) fn write_paper(&mut self, meeting: u32, kind: Kind, decision: Option<u32>) {
        if self.path.is_none() {
            return self.nothing();
        }
        self.press = self.find_press();
        if self.press.is_none() {
            return;
        }
        let (written, faults) = (Vec::new(), Vec::new());
        self.go_on(Writing { meeting, kind, decision, at: 0, written, faults });
    }

    fn go_on(&mut self, writing: Writing) {
        let lang = self.lang();
        if let Some(format) = Format::ALL.get(writing.at) {
            let (at, all) = (writing.at + 1, Format::ALL.len());
            let (name, format) = (lang.say(writing.kind.name()), format.id().to_uppercase());
            self.view.say(lang.join(
                &format!("正在写 {format}……  {name}（{at}/{all}）"),
                &format!("Writing {format} …  {name} ({at}/{all})"),
            ));
        }
        self.job = Some(Job::Write(Box::new(writing)));
    }

    /// Writes the next form of a paper, or ends where there is none.
    pub(super) fn write_next(&mut self, mut writing: Writing, now: Stamp) {
        let lang = self.lang();
        let Some(format) = Format::ALL.get(writing.at).copied() else {
            return self.all_written(&writing);
        };
        let papers = match self.made(writing.meeting, writing.kind, writing.decision, now) {
            Ok(papers) => papers,
            Err(text) => {
                let title = lang.say(writing.kind.name());
                return self.view.put(Layer::Notice { title, text });
            }
        };
        let id = writing.kind.id();
        let stem = match writing.decision {
            Some(no) => format!("{id}-decision-{no}"),
            None => format!("{id}-{}", writing.meeting),
        };
        for (no, paper) in (1..).zip(&papers) {
            // Of several papers the second is NAME-2, and so on.
            let part = if no == 1 { String::new() } else { format!("-{no}") };
            let name = format!("{stem}{part}.{}.{}", tongue(lang), format.id());
            let Some(path) = self.path.as_deref().map(|p| p.with_extension(&name)) else { return };
            let Some(press) = self.press.as_ref() else { return };
            let bytes = match form::write(paper, format, press) {
                Ok(bytes) => bytes,
                Err(error) => {
                    writing.faults.push(format!("{name}: {}", form::why(lang, &error)));
                    continue;
                }
            };
            match machine::save(&path, &bytes) {
                Ok(()) => {
                    if let (Format::Pdf, Ok(Some(sheets))) =
                        (format, form::too_long(paper, format, press))
                    {
                        writing.faults.push(form::says_too_long(lang, paper, sheets));
                    }
                    writing.written.push(path);
                }
                Err(error) => {
                    let path = path.display();
                    writing.faults.push(lang.each(|l| {
                        let why = files_text::why(l, &error);
                        match l {
                            Lang::En => format!("{path} cannot be written: {why}"),
                            _ => format!("{path}无法写入：{why}"),
                        }
                    }));
                }
            }
        }
        writing.at += 1;
        self.go_on(writing);
    }

    fn all_written(&mut self, writing: &Writing) {
        let lang = self.lang();
        self.press = None;
        let count = writing.written.len();
        if let Some(first) = writing.written.first().map(|path| path.display()) {
            let forms: Vec<&str> = Format::ALL.iter().map(|f| f.id()).collect();
            let forms = forms.join(" ");
            self.view.say(lang.join(
                &format!("已写成{count}个文件（{forms}）：{first}等。"),
                &format!("{count} files written ({forms}): {first} and beside it."),
            ));
        }
        if !writing.faults.is_empty() {
            let title = lang.say(["写出文书时的问题", "What was found while writing"]);
            self.view.put(Layer::Notice { title, text: writing.faults.join("\n") });
        }
    }
}
