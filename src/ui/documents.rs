//! The minutes of a meeting on the screen: shown, issued by their bytes, signed in ink or with a key.

use super::console::Console;
use super::desks::minutes_detail::slip_line;
use super::desks::minutes_forms::{Ask, Filled, KeyPlace, KeyWanted, Step};
use super::purpose::Wrong;
use super::taking;
use super::view::{Body, Layer, Opening, Page, Pick};
use crate::folder;
use crate::minutes::{self, Minutes};
use crate::papers;
use crate::record::issue::{
    BindKey, Issued, Life, PublicKey, Role as Signs, SignMinutes, SignWithKey, Signature,
};
use crate::record::{Command, Event, Request, Stamp};
use crate::seal::{self, Signer, Stored};
use crate::text::Lang;
use crate::text::minutes::{self as said, Say};
use std::path::{Path, PathBuf};

pub(super) fn sealed(role: Signs) -> seal::Role {
    match role {
        Signs::Presider => seal::Role::Presider,
        Signs::Recorder => seal::Role::Recorder,
        Signs::Teller => seal::Role::Teller,
    }
}

// --- read and issued ------------------------------------------------------------------------------------------

impl Console {
    pub(super) fn head(&self) -> (u64, String) {
        (self.ledger.head.seq, self.ledger.head.hash.hex())
    }

    fn compiled(&self, meeting: u32) -> Option<Minutes> {
        minutes::compile(&self.ledger.book, &self.ledger.entries, meeting, self.head())
    }

    /// The last version that counts.
    pub(super) fn version(&self, meeting: u32) -> Option<&Issued> {
        let last = self.ledger.book.minutes_of(meeting).and_then(Life::last);
        last.filter(|v| !v.reopened)
    }

    /// The minutes of a version, read from their very bytes.
    fn issued(&mut self, meeting: u32, version: u32) -> Option<Minutes> {
        let life = self.ledger.book.minutes_of(meeting)?;
        let of = life.versions.iter().find(|v| v.of.version == version)?;
        let sha256 = of.of.sha256.clone();
        match self.ledger.paper(&sha256) {
            Ok(Some(bytes)) => minutes::read(&String::from_utf8_lossy(&bytes)),
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
        let Some(text) = self.laid_out(paper.as_slice()) else { return };
        let next = self.ledger.book.minutes_of(meeting).map_or(0, |l| l.versions.len()) + 1;
        let title = match enter {
            Some(_) => lang.join(
                &format!("会议记录（预览）——Enter 编发为第{next}稿，Esc 返回"),
                &format!("Minutes (preview): Enter issues version {next}, Esc goes back"),
            ),
            None => lang.say(["会议记录（预览）", "Minutes (preview)"]),
        };
        self.view.put(Layer::Page(Page { title, body: Body::Paper, text, top: 0, enter }));
    }

    /// Shows a version as it was issued.
    pub(super) fn show_version(&mut self, meeting: u32, version: u32) {
        let lang = self.lang();
        let paper = self.issued(meeting, version);
        let paper = paper.and_then(|m| papers::record(&m, lang, false));
        let Some(paper) = self.laid_out(paper.as_slice()) else { return };
        let title = lang.join(
            &format!("会议记录 第{version}稿（原文）"),
            &format!("Minutes, version {version} as issued"),
        );
        // The bytes that were issued stay as they are; what corrects them is shown before them.
        let slips = self.ledger.book.minutes_of(meeting).into_iter().flat_map(Life::slips);
        let slips = slips.filter(|slip| slip.of.version == version);
        let mut text: String =
            slips.map(|slip| format!("> {}\n\n", slip_line(lang, slip))).collect();
        text.push_str(&paper);
        self.view.page_of(Body::Paper, title, text);
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
                self.bind(meeting, key, now);
            }
            Filled::Bind(key) => self.bind(meeting, key, now),
            Filled::Sign(wanted) => {
                // The book knows the keys of today; a folder only those of the day it was written.
                if let Err((row, says)) = self.key_of_book(meeting, &wanted, now) {
                    return self.wrong_at(row, says);
                }
                match self.folder_in_use(meeting) {
                    Some(dir) if dir.exists() => self.sign_folder(meeting, &dir, wanted, now),
                    _ => self.start_folder(meeting, false, Some(wanted), now),
                }
            }
            Filled::Take(wanted) => self.take_signatures(meeting, &wanted, now),
        }
    }

    /// Shows the fingerprint before a key is bound; what is no key is refused by the record.
    fn bind(&mut self, meeting: u32, key: BindKey, now: Stamp) {
        match PublicKey::read(&key.key) {
            Ok(known) => {
                let step = Step::Fingerprint(key, known.fingerprint);
                self.minutes_filled(meeting, Filled::Next(step), now);
            }
            Err(_) => self.submit_of(Some(meeting), Command::BindKey(key), Vec::new(), None, now),
        }
    }

    /// All sign one folder: the one that bears a signature already, or the one that is there or will be.
    pub(super) fn folder_in_use(&self, meeting: u32) -> Option<PathBuf> {
        let keys = self.version(meeting).into_iter().flat_map(|v| &v.signatures);
        let lists = keys.filter_map(|s| match s {
            Signature::Key(key) => Some(key.manifest.as_str()),
            Signature::Ink(_) => None,
        });
        let signed = lists.filter_map(|list| self.folder_with(meeting, list)).next();
        signed.or_else(|| self.folder_of(meeting, false))
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

// --- signed with a key ----------------------------------------------------------------------------------------

impl Console {
    /// Says what is wrong at a row of the form on top; as a notice where there is no form.
    pub(super) fn wrong_at(&mut self, key: &'static str, says: String) {
        if let Some(Layer::Form(form)) = self.view.layers.last_mut()
            && form.point(Wrong { key, says: says.clone() })
        {
            return;
        }
        let title = self.lang().say(["签署", "Signing"]);
        self.view.put(Layer::Notice { title, text: says });
    }

    /// Whether the book has the key that is to sign, for this role and today; otherwise what is wrong, and at which row.
    fn key_of_book(
        &mut self,
        meeting: u32,
        wanted: &KeyWanted,
        now: Stamp,
    ) -> Result<(), (&'static str, String)> {
        let lang = self.lang();
        // What cannot be read is said when it is signed.
        let Some(public) = Self::public_of(wanted) else { return Ok(()) };
        let print = public.fingerprint();
        let book = &self.ledger.book;
        let Some(of) = book.meeting(meeting) else { return Ok(()) };
        let today = self.ledger.local(Some(meeting), now).date_naive();
        let keys = book.keys_for(of, wanted.role, today);
        if keys.iter().any(|key| key.of.fingerprint == print) {
            return Ok(());
        }
        let says = if book.key(&print).is_some() {
            lang.join(
                &format!("这把密钥（{print}）登记过，但今天不能以这个身份签。"),
                &format!("This key ({print}) is bound, but does not sign in this role today."),
            )
        } else {
            lang.join(
                &format!("会议簿里没有登记这把密钥（{print}）。请先在“职务的密钥”中登记，或改用登记过的。"),
                &format!("The book has no such key ({print}). Bind it under “keys of offices” first, or take one that is bound."),
            )
        };
        Err(("path", says))
    }

    /// The public half of the key that is to sign, where its file can be read.
    fn public_of(wanted: &KeyWanted) -> Option<seal::Public> {
        let KeyPlace::File(path, _) = &wanted.by else { return None };
        let bytes = Self::peeked(path)?;
        Stored::read(&bytes).ok().map(|stored| stored.public())
    }

    /// Whether the key that is to sign was bound before anybody signed the version with a key: then it may sign the
    /// folder they signed.
    pub(super) fn is_older(&self, meeting: u32, wanted: &KeyWanted) -> bool {
        let print = Self::public_of(wanted).map(|public| public.fingerprint());
        let place = |is: &dyn Fn(&Event) -> bool| {
            self.ledger.entries.iter().position(|entry| is(&entry.fact.event))
        };
        let bound = place(
            &|event| matches!(event, Event::KeyBound(b) if Some(&b.fingerprint) == print.as_ref()),
        );
        let version = self.version(meeting).map(|v| v.of.version);
        let signed = self.ledger.entries.iter().position(|entry| {
            entry.fact.meeting == Some(meeting)
                && matches!(&entry.fact.event, Event::MinutesSignedWithKey(s) if Some(s.version) == version)
        });
        signed.is_none_or(|signed| bound.is_some_and(|bound| bound < signed))
    }

    /// Signs the list of a folder; the book is asked first, and the signature is put beside the list when the
    /// book has it.
    pub(super) fn sign_folder(&mut self, meeting: u32, dir: &Path, wanted: KeyWanted, now: Stamp) {
        let lang = self.lang();
        let ready = match folder::ready(dir) {
            Ok(ready) => ready,
            Err(faults) => return self.folder_faults(&faults),
        };
        let Some(mut key) = self.opened(&ready, &wanted) else { return };
        // A list has one spelling: this is the text that lies in the folder.
        let list = ready.manifest.text();
        let signature = match key.sign(list.as_bytes()) {
            Ok(signature) => signature,
            Err(fault) => {
                return self.wrong_at("by", folder::words::seal_fault(lang, &fault));
            }
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

    /// The key that signs, opened; nothing where it may not or cannot, which is said at its row.
    fn opened(&mut self, ready: &folder::Ready, wanted: &KeyWanted) -> Option<Box<dyn Signer>> {
        let lang = self.lang();
        let role = sealed(wanted.role);
        let (path, passphrase) = match &wanted.by {
            KeyPlace::Agent => {
                let bound = |key: &seal::Public| ready.may_sign("ssh-agent", role, key).is_ok();
                return match seal::agent::holding(self.agent.as_deref(), bound) {
                    Ok(held) => Some(Box::new(held)),
                    Err(none) => {
                        self.wrong_at("by", taking::no_agent(lang, &none));
                        None
                    }
                };
            }
            KeyPlace::File(path, passphrase) => (path, passphrase),
        };
        let bytes = self.file(path)?;
        let said = |fault: &seal::Fault| folder::words::seal_fault(lang, fault);
        let stored = match Stored::read(&bytes) {
            Ok(stored) => stored,
            Err(fault) => {
                self.wrong_at("path", said(&fault));
                return None;
            }
        };
        let says = match ready.may_sign(&path.display().to_string(), role, &stored.public()) {
            Ok(_) => None,
            // The book has the key, and this folder is of a time before it.
            Err(folder::Fault::UnknownKey { .. } | folder::Fault::Early { .. }) => {
                let dir = ready.dir().display();
                Some(lang.join(
                    &format!("文件夹{dir}是在登记这把密钥之前写出的，不能用它签。请把这个文件夹移走或改名，再签一次（会写出新的）。"),
                    &format!("The folder {dir} was written before this key was bound and cannot be signed with it. Move or rename that folder and sign again: a new one is written."),
                ))
            }
            Err(fault) => Some(folder::words::fault(lang, &fault)),
        };
        if let Some(says) = says {
            self.wrong_at("path", says);
            return None;
        }
        match stored.open(&passphrase.0) {
            Ok(key) => Some(Box::new(key)),
            Err(fault) => {
                self.wrong_at("passphrase", said(&fault));
                None
            }
        }
    }

    /// A signature the book has taken in goes into the folder.
    pub(super) fn signature_taken(&mut self, meeting: Option<u32>, command: &Command) {
        let Command::SignWithKey(given) = command else { return };
        let dir = meeting.and_then(|no| self.folder_with(no, &given.manifest));
        let Some(dir) = dir else { return };
        match folder::put(&dir, sealed(given.role), &given.signature) {
            Ok(file) => {
                let place = dir.join(file);
                let place = place.display();
                let done = self.view.said.text.clone();
                self.view.say(format!(
                    "{done}{}",
                    self.lang().join(
                        &format!("  签名在{place}。"),
                        &format!("  The signature is in {place}.")
                    )
                ));
            }
            Err(faults) => self.folder_faults(&faults),
        }
    }
}
