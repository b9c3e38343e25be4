//! Documents of a meeting made from the screen: issued by their bytes, shown, written in every form, signed.

use super::console::Console;
use super::desks::minutes::Deed;
use super::desks::minutes_forms::{Ask, Filled, KeyWanted};
use super::desks::{minutes_menu, numbered};
use super::purpose::Wrong;
use super::tables::Job;
use super::view::{Body, Layer, Opening, Page, Pick};
use crate::folder::{self, Contents};
use crate::minutes::{self, Minutes};
use crate::paper::Paper;
use crate::paper::markdown::markdown;
use crate::papers::form::{self, Format};
use crate::papers::{self, Kind};
use crate::record::issue::{
    BindKey, Issued, Life, Role as Signs, SignMinutes, SignWithKey, State, signers,
};
use crate::record::state::Meeting;
use crate::record::{Command, Request, Stamp};
use crate::seal::{self, About, AllowedKey, Signer, Stored};
use crate::text::minutes::{self as said, Say};
use crate::text::{Lang, files as files_text, words};
use std::path::{Path, PathBuf};

/// Several documents being written, one after the other, each said before it is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Writing {
    meeting: u32,
    /// The place of the one that is written next.
    at: usize,
    pieces: Vec<Piece>,
    done: Vec<(String, Vec<u8>)>,
    into: Into,
}

/// Where documents go.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Into {
    /// A folder with a list of their digests, which is then signed with a key where that was asked for.
    Folder(Option<KeyWanted>),
    /// Beside the book, under its name.
    Beside,
}

/// One document in one form.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Piece {
    name: String,
    what: What,
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    /// The record of the last version as it was issued; for the public or whole.
    Record(bool),
    /// Its summary.
    Digest,
    /// Any paper, from a decision where it is made from one.
    Paper(Kind, Option<u32>),
}

/// The one place where a paper becomes bytes.
fn write_forms(paper: &Paper, format: Format) -> Vec<u8> {
    form::write(paper, format)
}

/// Languages in the names of files.
fn tongue(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "zh",
        Lang::En => "en",
        Lang::Both => "zh-en",
    }
}

fn sealed(role: Signs) -> seal::Role {
    match role {
        Signs::Presider => seal::Role::Presider,
        Signs::Recorder => seal::Role::Recorder,
        Signs::Teller => seal::Role::Teller,
    }
}

// --- read and issued ------------------------------------------------------------------------------------------

impl Console {
    fn head(&self) -> (u64, String) {
        (self.ledger.head.seq, self.ledger.head.hash.hex())
    }

    fn compiled(&self, meeting: u32) -> Option<Minutes> {
        minutes::compile(&self.ledger.book, &self.ledger.entries, meeting, self.head())
    }

    /// The last version that counts.
    fn version(&self, meeting: u32) -> Option<&Issued> {
        let last = self.ledger.book.minutes_of(meeting).and_then(Life::last);
        last.filter(|v| !v.reopened)
    }

    /// The minutes of a version and their very bytes.
    fn issued(&mut self, meeting: u32, version: u32) -> Option<(Minutes, Vec<u8>)> {
        let life = self.ledger.book.minutes_of(meeting)?;
        let of = life.versions.iter().find(|v| v.of.version == version)?;
        let sha256 = of.of.sha256.clone();
        match self.ledger.paper(&sha256) {
            Ok(Some(bytes)) => {
                let read = minutes::read(&String::from_utf8_lossy(&bytes))?;
                Some((read, bytes))
            }
            Ok(None) => None,
            Err(error) => {
                self.disk(&error);
                None
            }
        }
    }

    /// Sentences of an item, or of the meeting as a whole, that are made from the record and cannot be
    /// changed here.
    pub(super) fn generated(&self, meeting: u32, item: Option<u32>, lang: Lang) -> Vec<String> {
        let Some(minutes) = self.compiled(meeting) else {
            return Vec::new();
        };
        let Some(charter) = minutes::charter_of(&minutes) else {
            return Vec::new();
        };
        let say = Say::new(&minutes, &charter, lang);
        let Some(no) = item else {
            return said::facts(&say);
        };
        let Some(place) = minutes.items.iter().position(|i| i.no == no) else {
            return Vec::new();
        };
        let mut lines = Vec::new();
        for item in minutes.items.iter().filter(|i| i.no == no) {
            lines.push(said::item_head(&say, item, place));
            for motion in &item.motions {
                for vote in &motion.votes {
                    lines.push(said::vote_head(&say, motion, vote));
                    lines.extend(said::vote_outcome(&say, vote));
                }
            }
            for round in item.election.iter().flat_map(|e| &e.rounds) {
                lines.push(said::round_head(&say, round));
                lines.extend(said::round_lines(&say, round));
            }
            lines.extend(item.ends.iter().map(|end| said::item_end(&say, end)));
        }
        lines
    }

    /// Shows the minutes as they would be issued now; where Enter leads somewhere, the title says so.
    pub(super) fn show_minutes(&mut self, meeting: u32, enter: Option<Pick>) {
        let lang = self.lang();
        let paper = self.compiled(meeting).and_then(|m| papers::record(&m, lang, false));
        let Some(paper) = paper else {
            return self.nothing();
        };
        let next = self.ledger.book.minutes_of(meeting).map_or(0, |l| l.versions.len()) + 1;
        let title = match enter {
            Some(_) => lang.join(
                &format!("会议记录（预览）——Enter 编发为第{next}稿，Esc 返回"),
                &format!("Minutes (preview): Enter issues version {next}, Esc goes back"),
            ),
            None => lang.say(["会议记录（预览）", "Minutes (preview)"]),
        };
        let text = markdown(&paper);
        self.view.put(Layer::Page(Page { title, body: Body::Paper, text, top: 0, enter }));
    }

    /// Shows a version as it was issued.
    pub(super) fn show_version(&mut self, meeting: u32, version: u32) {
        let lang = self.lang();
        let paper = self.issued(meeting, version);
        let Some(paper) = paper.and_then(|(m, _)| papers::record(&m, lang, false)) else {
            return self.nothing();
        };
        let title = lang.join(
            &format!("会议记录 第{version}稿（原文）"),
            &format!("Minutes, version {version} as issued"),
        );
        self.view.page_of(Body::Paper, title, markdown(&paper));
    }

    /// Puts the minutes as they are now into the book as a version.
    pub(super) fn issue_minutes(&mut self, meeting: u32, now: Stamp) {
        let (book, entries) = (&self.ledger.book, &self.ledger.entries);
        let Some((issue, bytes)) = minutes::to_issue(book, entries, meeting, self.head()) else {
            return self.nothing();
        };
        self.submit_of(Some(meeting), Command::IssueMinutes(issue), vec![bytes], None, now);
    }
}

// --- what comes of the forms ----------------------------------------------------------------------------------

impl Console {
    /// Acts on a filled-in form of the minutes.
    pub(super) fn minutes_filled(&mut self, meeting: u32, filled: Filled, now: Stamp) {
        match filled {
            Filled::Ask(command) => self.submit_of(Some(meeting), command, Vec::new(), None, now),
            Filled::Next(step) => {
                self.sent_form();
                self.open_form(&Opening::Minutes(Ask { meeting, step }), now);
            }
            Filled::Scan(path, ink) => self.sign_with_scan(meeting, &path, ink, now),
            Filled::KeyFile(path, key) => {
                let Some(bytes) = self.file(&path) else { return };
                let key = BindKey { key: String::from_utf8_lossy(&bytes).into_owned(), ..key };
                self.submit_of(Some(meeting), Command::BindKey(key), Vec::new(), None, now);
            }
            Filled::Sign(wanted) => match self.folder_of(meeting) {
                // Paper and key sign one folder: the one that is there, or a new one.
                Some(dir) if dir.exists() => self.sign_folder(meeting, &dir, wanted, now),
                _ => self.write_folder(meeting, Some(wanted)),
            },
        }
    }

    /// The scan is kept first, and only where the signature itself is in order.
    fn sign_with_scan(&mut self, meeting: u32, path: &Path, ink: SignMinutes, now: Stamp) {
        let Some(bytes) = self.file(path) else { return };
        let sha256 = seal::sha256(&bytes);
        let request = Request {
            meeting: Some(meeting),
            ..Request::new(now, Command::SignMinutes(ink.clone()))
        };
        if crate::record::in_order(&self.ledger.book, &request).is_ok() {
            let known = self.ledger.book.documents.iter().any(|d| d.sha256 == sha256);
            if !known && !self.keep_scan(path, &sha256, bytes, now) {
                return;
            }
        }
        let scan = self.ledger.book.documents.iter().find(|d| d.sha256 == sha256).map(|d| d.no);
        let ink = SignMinutes { scan, ..ink };
        self.submit_of(Some(meeting), Command::SignMinutes(ink), Vec::new(), None, now);
    }

    fn keep_scan(&mut self, path: &Path, sha256: &str, bytes: Vec<u8>, now: Stamp) -> bool {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let command = Command::Attach { name, sha256: sha256.to_owned(), size, item: None };
        match self.ledger.submit(&Request::new(now, command.clone()), vec![bytes]) {
            Ok(Ok(_)) => true,
            Ok(Err(refusal)) => {
                self.refused(None, command, Vec::new(), &refusal);
                false
            }
            Err(error) => {
                self.disk(&error);
                false
            }
        }
    }
}

// --- written --------------------------------------------------------------------------------------------------

impl Console {
    /// The folder of the last version that counts: beside the book, under its name.
    fn folder_of(&self, meeting: u32) -> Option<PathBuf> {
        let version = self.version(meeting)?;
        let no = version.of.version;
        let draft = if version.state() == State::Draft { "-draft" } else { "" };
        let path = self.path.as_deref()?;
        Some(path.with_extension(format!("minutes-{meeting}-v{no}{draft}")))
    }

    /// Writes the documents of the last version into a folder beside the book.
    pub(super) fn write_documents(&mut self, meeting: u32, _now: Stamp) {
        self.write_folder(meeting, None);
    }

    fn write_folder(&mut self, meeting: u32, then: Option<KeyWanted>) {
        let lang = self.lang();
        if self.version(meeting).is_none() {
            return self.view.warn(lang.say([
                "还没有可用的一稿。请先编发，再写出文书。",
                "There is no version that counts. Issue one first, then write the documents.",
            ]));
        }
        let Some(dir) = self.folder_of(meeting) else {
            return self.nothing();
        };
        if dir.exists() {
            let dir = dir.display().to_string();
            return self.view.warn(lang.join(
                &format!("{dir}已经存在，没有改动它。需要新的一份时，请先把它移走或改名。"),
                &format!("{dir} is there already and is left as it is. For a new one, move or rename it first."),
            ));
        }
        let mut pieces = Vec::new();
        for (stem, what) in [("record", What::Record(false)), ("summary", What::Digest)] {
            pieces.extend(Format::ALL.map(|format| Piece {
                name: format!("{stem}.{}.{}", tongue(lang), format.id()),
                what,
                format,
            }));
        }
        self.start(meeting, pieces, Into::Folder(then));
    }

    /// Writes the copy for the public beside the book.
    pub(super) fn write_public_copy(&mut self, meeting: u32) {
        let what = What::Record(true);
        self.write_beside_the_book(meeting, &format!("minutes-{meeting}-public"), what);
    }

    /// Writes a paper beside the book.
    pub(super) fn write_paper(&mut self, meeting: u32, kind: Kind, decision: Option<u32>) {
        let stem = match decision {
            Some(no) => format!("{}-{no}", kind.id()),
            None => format!("{}-{meeting}", kind.id()),
        };
        self.write_beside_the_book(meeting, &stem, What::Paper(kind, decision));
    }

    fn write_beside_the_book(&mut self, meeting: u32, stem: &str, what: What) {
        let lang = tongue(self.lang());
        let pieces = Format::ALL
            .map(|format| Piece { name: format!("{stem}.{lang}.{}", format.id()), what, format });
        self.start(meeting, pieces.to_vec(), Into::Beside);
    }

    /// Says which document is written; it is when the screen has said so.
    fn start(&mut self, meeting: u32, pieces: Vec<Piece>, into: Into) {
        if self.path.is_none() {
            return self.nothing();
        }
        let writing = Writing { meeting, at: 0, pieces, done: Vec::new(), into };
        self.say_next(&writing);
        self.job = Some(Job::Write(Box::new(writing)));
    }

    fn say_next(&mut self, writing: &Writing) {
        let lang = self.lang();
        let (at, all) = (writing.at + 1, writing.pieces.len());
        let text = match writing.pieces.get(writing.at) {
            Some(piece) => {
                let form = piece.format.id().to_uppercase();
                let name = &piece.name;
                lang.join(
                    &format!("正在写 {form}……  {name}（{at}/{all}）"),
                    &format!("Writing {form} …  {name} ({at}/{all})"),
                )
            }
            None => lang.say(["正在写入磁盘……", "Writing to the disk …"]),
        };
        self.view.say(text);
    }

    /// Writes the next document, or ends where there is none.
    pub(super) fn write_next(&mut self, mut writing: Writing, now: Stamp) {
        let Some(piece) = writing.pieces.get(writing.at).cloned() else {
            return self.written(writing, now);
        };
        let papers = match self.papers_of(writing.meeting, piece.what, now) {
            Ok(papers) => papers,
            Err(text) => {
                let title = self.lang().say(["文书写不出来", "The document cannot be made"]);
                return self.view.put(Layer::Notice { title, text });
            }
        };
        for (no, paper) in papers.iter().enumerate() {
            let bytes = write_forms(paper, piece.format);
            let name = match no {
                0 => piece.name.clone(),
                // Of several papers the second is NAME-2, and so on.
                no => match piece.name.split_once('.') {
                    Some((stem, rest)) => format!("{stem}-{}.{rest}", no + 1),
                    None => format!("{}-{}", piece.name, no + 1),
                },
            };
            writing.done.push((name, bytes));
        }
        writing.at += 1;
        self.say_next(&writing);
        self.job = Some(Job::Write(Box::new(writing)));
    }

    /// The papers of a document: one, or one for each contest, letter or member.
    fn papers_of(&mut self, meeting: u32, what: What, now: Stamp) -> Result<Vec<Paper>, String> {
        let lang = self.lang();
        let none = || {
            lang.say([
                "会议簿中没有这一稿的内容，无法写出。请核对会议簿是否完整（quorate verify）。",
                "The book does not hold the bytes of this version. See whether it is whole (quorate verify).",
            ])
        };
        match what {
            What::Paper(kind, decision) => self.made(meeting, kind, decision, now),
            What::Record(public) => {
                let version = self.version(meeting).map(|v| v.of.version).ok_or_else(none)?;
                let (minutes, _) = self.issued(meeting, version).ok_or_else(none)?;
                papers::record(&minutes, lang, public).map(|p| vec![p]).ok_or_else(none)
            }
            What::Digest => {
                let version = self.version(meeting).map(|v| v.of.version).ok_or_else(none)?;
                let (minutes, _) = self.issued(meeting, version).ok_or_else(none)?;
                papers::digest(&minutes, lang).map(|p| vec![p]).ok_or_else(none)
            }
        }
    }

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
        if kind.is_of_a_decision() && decision.is_none() {
            let lines = minutes_menu::decisions(self, meeting, kind);
            if lines.len() > 1 {
                let title = lang.say(["依据哪项决议？", "From which decision?"]);
                return self.view.menu(title, numbered(lines));
            }
        }
        match self.made(meeting, kind, decision, now) {
            Ok(papers) => {
                let text: Vec<String> = papers.iter().map(markdown).collect();
                let name = lang.say(kind.name());
                let title = lang.join(
                    &format!("{name}——Enter 写成文件，Esc 返回"),
                    &format!("{name}: Enter writes the files, Esc goes back"),
                );
                let text = text.join("\n---\n\n");
                let enter = Some(Pick::Minutes(Deed::WritePaper(meeting, kind, decision)));
                self.view.put(Layer::Page(Page { title, body: Body::Paper, text, top: 0, enter }));
            }
            Err(text) => {
                let title = lang.say(kind.name());
                self.view.put(Layer::Notice { title, text });
            }
        }
    }

    /// Everything is made: it goes to the disk.
    fn written(&mut self, writing: Writing, now: Stamp) {
        let lang = self.lang();
        let count = writing.done.len();
        match writing.into {
            Into::Folder(then) => {
                let Some(dir) = self.folder_of(writing.meeting) else {
                    return self.nothing();
                };
                let Some(contents) = self.contents(writing.meeting, writing.done) else {
                    return self.nothing();
                };
                if let Err(fault) = folder::write(&contents, &dir) {
                    return self.folder_faults(&[fault]);
                }
                let place = dir.display();
                let count = contents.papers.len();
                self.view.say(lang.join(
                    &format!("文书{count}个已写入{place}。"),
                    &format!("{count} files written to {place}."),
                ));
                if let Some(wanted) = then {
                    self.sign_folder(writing.meeting, &dir, wanted, now);
                }
            }
            Into::Beside => {
                let mut last = PathBuf::new();
                for (name, bytes) in &writing.done {
                    let Some(path) = self.path.as_deref().map(|p| p.with_extension(name)) else {
                        return self.nothing();
                    };
                    if let Err(error) = crate::machine::save(&path, bytes) {
                        let path = path.display();
                        return self.view.warn(lang.each(|l| {
                            let why = files_text::why(l, &error);
                            match l {
                                Lang::En => format!("{path} cannot be written: {why}. The book itself is safe."),
                                _ => format!("{path}无法写入：{why}。会议簿本身不受影响。"),
                            }
                        }));
                    }
                    last = path;
                }
                let place = last.display();
                self.view.say(lang.join(
                    &format!("已写成{count}个文件，最后一个是{place}。"),
                    &format!("{count} files written, the last is {place}."),
                ));
            }
        }
    }

    /// What the folder of the last version is made of: its very bytes, its charters, and the papers made from it.
    fn contents(&mut self, meeting: u32, done: Vec<(String, Vec<u8>)>) -> Option<Contents> {
        let version = self.version(meeting)?.clone();
        let (read, bytes) = self.issued(meeting, version.of.version)?;
        let mut papers = done;
        papers.push(("minutes.json".to_owned(), bytes));
        for charter in &read.charters {
            let name = format!("charter-v{}.toml", charter.version);
            // A version that was in force twice stands in the minutes twice, with the same text.
            if papers.iter().all(|(known, _)| *known != name) {
                papers.push((name, charter.text.clone().into_bytes()));
            }
        }
        let of = self.ledger.book.meeting(meeting)?;
        let charter = self.ledger.book.charter.as_deref()?;
        let mut to_sign: Vec<seal::Role> =
            signers(of).into_iter().map(|(role, _)| sealed(role)).collect();
        to_sign.dedup();
        let as_of = self.ledger.entries.last().map_or(version.at, |e| e.entered);
        let about = About {
            association: read.association.id.clone(),
            name: Lang::Zh.pick(&read.association.name),
            meeting: words::meeting_name(Lang::Zh, charter, of),
            version: version.of.version,
            state: version.state().code().to_owned(),
            as_of,
            entry: version.of.head_entry,
            head: version.of.head_sha256.clone(),
            charters: read
                .charters
                .iter()
                .map(|c| (c.version.to_string(), c.sha256.clone()))
                .collect(),
            signers: to_sign,
        };
        let keys = self.allowed(of, as_of);
        Some(Contents { about, papers, keys })
    }

    /// The keys that may sign, in each role they go with.
    fn allowed(&self, meeting: &Meeting, as_of: Stamp) -> Vec<AllowedKey> {
        let book = &self.ledger.book;
        let mut all = Vec::new();
        for role in [Signs::Presider, Signs::Recorder, Signs::Teller] {
            for bound in book.archive.keys.iter().filter(|k| book.key_fits(meeting, role, k)) {
                let of = &bound.of.of;
                let Ok(key) = seal::Public::read(&of.key) else { continue };
                let midnight = |day: chrono::NaiveDate| {
                    let at = day.and_time(chrono::NaiveTime::MIN);
                    at.and_local_timezone(*as_of.offset()).single()
                };
                let Some(from) = midnight(of.from) else { continue };
                // The day of a withdrawal is the first on which the key no longer holds.
                let until = bound.withdrawn.as_ref().and_then(|w| midnight(w.day));
                let until = until.map(|until| until - chrono::TimeDelta::seconds(1));
                let office = book.charter.as_deref().and_then(|c| c.office(&of.office));
                let office = match office {
                    Some(office) => office.name.zh.clone(),
                    None => words::role(Lang::Zh, role),
                };
                all.push(AllowedKey { role: sealed(role), office, key, from, until });
            }
        }
        all
    }

    fn folder_faults(&mut self, faults: &[folder::Fault]) {
        let lang = self.lang();
        let lines: Vec<String> = faults.iter().map(|f| folder::words::fault(lang, f)).collect();
        let title = lang.say(["文书的文件夹", "The folder of documents"]);
        self.view.put(Layer::Notice { title, text: lines.join("\n") });
    }
}

// --- signed with a key ----------------------------------------------------------------------------------------

impl Console {
    /// Says what is wrong at a row of the form on top; as a notice where there is no form.
    fn wrong_at(&mut self, key: &'static str, says: String) {
        if let Some(Layer::Form(form)) = self.view.layers.last_mut()
            && form.point(Wrong { key, says: says.clone() })
        {
            return;
        }
        let title = self.lang().say(["签署", "Signing"]);
        self.view.put(Layer::Notice { title, text: says });
    }

    /// Signs the list of a folder; the book is asked first, and the signature is put beside the list when the
    /// book has it.
    fn sign_folder(&mut self, meeting: u32, dir: &Path, wanted: KeyWanted, now: Stamp) {
        let lang = self.lang();
        let said = |fault: &seal::Fault| folder::words::seal_fault(lang, fault);
        let Some(bytes) = self.file(&wanted.path) else { return };
        let stored = match Stored::read(&bytes) {
            Ok(stored) => stored,
            Err(fault) => return self.wrong_at("path", said(&fault)),
        };
        let ready = match folder::ready(dir) {
            Ok(ready) => ready,
            Err(faults) => return self.folder_faults(&faults),
        };
        let role = sealed(wanted.role);
        let file = wanted.path.display().to_string();
        if let Err(fault) = ready.may_sign(&file, role, &stored.public()) {
            return self.wrong_at("path", folder::words::fault(lang, &fault));
        }
        let mut key = match stored.open(&wanted.passphrase.0) {
            Ok(key) => key,
            Err(fault) => return self.wrong_at("passphrase", said(&fault)),
        };
        // A list has one spelling: this is the text that lies in the folder.
        let list = ready.manifest.text();
        let signature = match key.sign(list.as_bytes()) {
            Ok(signature) => signature,
            Err(fault) => return self.wrong_at("path", said(&fault)),
        };
        let Some(version) = self.version(meeting).map(|v| v.of.version) else {
            return self.nothing();
        };
        let command = Command::SignWithKey(SignWithKey {
            version,
            role: wanted.role,
            who: wanted.who,
            key: key.public().fingerprint(),
            manifest: seal::sha256(list.as_bytes()),
            signature,
            document: None,
            day: None,
        });
        self.submit_of(Some(meeting), command, Vec::new(), None, now);
    }

    /// A signature the book has taken in goes into the folder.
    pub(super) fn signature_taken(&mut self, meeting: Option<u32>, command: &Command) {
        let Command::SignWithKey(given) = command else { return };
        let Some(dir) = meeting.and_then(|no| self.folder_of(no)) else { return };
        match folder::put(&dir, sealed(given.role), &given.signature) {
            Ok(file) => {
                let place = dir.join(file);
                let place = place.display();
                let done = self.view.said.text.clone();
                self.view.say(format!(
                    "{done}{}",
                    self.lang().join(&format!("  签名在{place}。"), &format!("  The signature is in {place}."))
                ));
            }
            Err(faults) => self.folder_faults(&faults),
        }
    }
}
