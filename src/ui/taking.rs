//! Signatures made elsewhere, taken into the book from the screen: looked at one by one, entered like everything else.

use super::console::Console;
use super::desks::minutes_forms::TakeWanted;
use super::documents::sealed;
use super::view::Layer;
use crate::archive::taken::{self, Held, Judged, Outcome, Why};
use crate::archive::words as said;
use crate::folder::{self, Offer, Ready};
use crate::record::{Code, Command, Refusal, Stamp};
use crate::seal::agent::Unheld;
use crate::text::Lang;
use std::collections::BTreeMap;
use std::io::{Error, ErrorKind};
use std::path::PathBuf;

/// A folder with what was found for it.
struct Found {
    dir: PathBuf,
    ready: Ready,
    held: Held,
    offers: Vec<Offer>,
}

impl Console {
    /// Takes in what a form names. Where nothing can be, its row says why and nothing is changed.
    pub(super) fn take_signatures(&mut self, meeting: u32, wanted: &TakeWanted, now: Stamp) {
        if !wanted.path.exists() {
            return self.file_error(&wanted.path, &Error::from(ErrorKind::NotFound));
        }
        let found = match self.offered_here(meeting, wanted) {
            Ok(found) => found,
            Err((row, says)) => return self.wrong_at(row, says),
        };
        let mut who = BTreeMap::new();
        if let ([only], false) = (found.offers.as_slice(), wanted.who.is_empty()) {
            who.insert(only.file.clone(), wanted.who.clone());
        }
        let Found { ready, held, offers, .. } = &found;
        let judged = taken::judge(&self.ledger.book, ready, *held, offers, &who, now);
        match judged.as_slice() {
            [only] => self.take_one(&found, only, now),
            several => self.take_several(&found, several, now),
        }
    }

    /// The folder the signatures are over: one beside the book, or the copy itself where none is there.
    fn offered_here(
        &self,
        meeting: u32,
        wanted: &TakeWanted,
    ) -> Result<Found, (&'static str, String)> {
        let lang = self.lang();
        let mut dirs = self.folders_there(meeting);
        if dirs.is_empty() && wanted.path.is_dir() {
            dirs.push(wanted.path.clone());
        }
        let mut first: Option<(&'static str, String)> = None;
        let mut unfit: Option<Found> = None;
        for dir in dirs {
            let said = |faults: Vec<folder::Fault>| {
                let row = match faults.as_slice() {
                    [folder::Fault::WhichRole(_)] => return ("role", which_role(lang)),
                    _ => "path",
                };
                let all = faults.iter().map(|fault| folder::words::fault(lang, fault));
                (row, all.collect::<Vec<_>>().join("\n"))
            };
            let ready = folder::ready(&dir);
            let offers = ready
                .as_ref()
                .map_err(Clone::clone)
                .and_then(|ready| folder::offered(ready, &wanted.path, wanted.role.map(sealed)));
            let (ready, offers) = match (ready, offers) {
                (Ok(ready), Ok(offers)) => (ready, offers),
                (_, Err(faults)) | (Err(faults), _) => {
                    first.get_or_insert(said(faults));
                    continue;
                }
            };
            let held = taken::held(&self.ledger.book, &ready).filter(|h| h.meeting == meeting);
            let Some(held) = held else {
                first.get_or_insert(("path", said::not_of_this_book(lang, &dir)));
                continue;
            };
            let fits = offers.iter().any(|offer| ready.signer(&offer.armour).is_ok());
            let found = Found { dir, ready, held, offers };
            if fits {
                return Ok(found);
            }
            unfit.get_or_insert(found);
        }
        // What is wrong with the signature itself is said of it by name.
        unfit.ok_or_else(|| first.unwrap_or_else(|| ("path", self.no_folder_here(meeting))))
    }

    fn no_folder_here(&self, meeting: u32) -> String {
        let lang = self.lang();
        let dir = self.folder_of(meeting, false).unwrap_or_default();
        let dir = dir.display();
        lang.join(
            &format!("{dir}不在。签名是对那个文件夹作的：请把它放回原处，或者在这里填签过的文件夹副本。"),
            &format!(
                "{dir} is not there. The signature is over that folder: put it back, or name the copy that was signed here."
            ),
        )
    }

    fn take_one(&mut self, found: &Found, one: &Judged, now: Stamp) {
        let lang = self.lang();
        match &one.outcome {
            Outcome::New(given) => {
                let command = Command::SignWithKey((**given).clone());
                self.submit_of(Some(found.held.meeting), command, Vec::new(), None, now);
            }
            Outcome::Known(who) => {
                if self.put_back(found, one) {
                    self.sent_form();
                    return self.view.say(lang.join(
                        &format!("{who}的签名会议簿中已有；文件夹中缺的已补上。"),
                        &format!("The book has the signature of {who}; the folder lacked it and has it again."),
                    ));
                }
                let line = said::outcome(lang, &self.ledger.book, one, None);
                self.wrong_at("path", line);
            }
            Outcome::Refused(why) => {
                let row = if matches!(why, Why::Person(_)) { "who" } else { "path" };
                let says = said::why(lang, &self.ledger.book, one.role, why);
                self.wrong_at(row, says);
            }
        }
    }

    /// Each is entered by itself and has its line; one that is refused leaves the others as they are.
    fn take_several(&mut self, found: &Found, all: &[Judged], now: Stamp) {
        let lang = self.lang();
        let mut lines = Vec::new();
        let mut changed = false;
        for one in all {
            let mut one = one.clone();
            let mut entered = None;
            if let Outcome::New(given) = &one.outcome {
                let request = taken::request(found.held, given, None, now);
                match self.ledger.submit(&request, Vec::new()) {
                    Ok(Ok(accepted)) => {
                        changed = true;
                        entered = accepted.entries.first().map(|entry| entry.seq);
                        self.put_back(found, &one);
                    }
                    Ok(Err(refusal)) => one.outcome = Outcome::Refused(Why::Book(refusal)),
                    Err(error) => return self.disk(&error),
                }
            } else if matches!(one.outcome, Outcome::Known(_)) {
                changed |= self.put_back(found, &one);
            }
            let mut line = said::outcome(lang, &self.ledger.book, &one, entered);
            if by_itself(&one.outcome) {
                line.push_str(&lang.say([
                    "请在这里单独填它的 .sig 文件。",
                    " Name its .sig file here by itself.",
                ]));
            }
            lines.push(line);
        }
        let text = lines.join("\n");
        if !changed {
            return self.wrong_at("path", text);
        }
        self.sent_form();
        let title = lang.say(["收入的签名", "Signatures taken in"]);
        self.view.put(Layer::Notice { title, text });
    }

    /// Puts a signature into the folder of documents where that lacks it; whether it was put there.
    fn put_back(&mut self, found: &Found, one: &Judged) -> bool {
        let offer = found.offers.iter().find(|offer| offer.file == one.file);
        let Some(offer) = offer else { return false };
        match folder::put(&found.dir, offer.role, &offer.armour) {
            Ok(_) => true,
            Err(faults) => {
                if !matches!(faults.as_slice(), [folder::Fault::SignedAlready(_)]) {
                    self.folder_faults(&faults);
                }
                false
            }
        }
    }
}

/// Whether more has to be said than can be said of several at once.
fn by_itself(outcome: &Outcome) -> bool {
    match outcome {
        Outcome::Refused(Why::Person(_)) => true,
        Outcome::Refused(Why::Book(Refusal { finding, .. })) => {
            finding.code == Code::ReasonRequired
        }
        _ => false,
    }
}

fn which_role(lang: Lang) -> String {
    lang.say([
        "从文件名和密钥看不出以什么身份签的，请在这一栏选定。",
        "Neither the name of the file nor its key says in which role it was signed; choose it here.",
    ])
}

/// Why the agent has no key for this signature, and how to go on.
pub(super) fn no_agent(lang: Lang, none: &Unheld) -> String {
    lang.each(|l| match (none, l) {
        (Unheld::Fault(crate::seal::Fault::NoAgent), Lang::En) => "No ssh-agent answers. Start one and give it the key with ssh-add, then open the book again from there; or choose the file of the key here.".to_owned(),
        (Unheld::Fault(crate::seal::Fault::NoAgent), _) => "没有 ssh-agent 应答。请启动它、用 ssh-add 加入密钥，再从那里打开会议簿；或者在这里改选私钥文件。".to_owned(),
        (Unheld::Fault(fault), l) => folder::words::seal_fault(l, fault),
        (Unheld::Others(held), Lang::En) if held.is_empty() => "The ssh-agent has no key. Give it one with ssh-add, or choose the file of the key here.".to_owned(),
        (Unheld::Others(held), _) if held.is_empty() => "ssh-agent 中没有密钥。请用 ssh-add 加入，或者在这里改选私钥文件。".to_owned(),
        (Unheld::Others(held), Lang::En) => format!(
            "No key of the ssh-agent may sign in this role in this folder; it has {}. Give it the right one with ssh-add, or choose the file of the key here.",
            held.join(" ")
        ),
        (Unheld::Others(held), _) => format!(
            "ssh-agent 中没有可以以这一身份签这个文件夹的密钥，其中有：{}。请用 ssh-add 加入对的那一把，或者在这里改选私钥文件。",
            held.join(" ")
        ),
    })
}
