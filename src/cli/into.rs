//! `quorate sign FOLDER --into BOOK`: signatures of a folder entered in the book, each by the way every entry goes.

use super::out;
use crate::archive::taken::{self, Held, Judged, Outcome};
use crate::archive::words as said;
use crate::folder::{self, Offer, Ready};
use crate::ledger::Ledger;
use crate::machine::now;
use crate::record::Code;
use crate::seal::Role;
use crate::text::{Lang, files};
use anyhow::{anyhow, bail};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

/// What is taken into the book, and what was said about it.
pub(super) struct Into<'a> {
    /// The folder that is signed.
    pub folder: &'a Path,
    /// The book.
    pub book: &'a Path,
    /// Where signatures come from before; those of the folder itself where absent.
    pub from: Option<&'a Path>,
    /// In which role, for a file that does not say it.
    pub role: Option<Role>,
    /// `FILE=NAME`: who signed, where several have the role.
    pub who: &'a [String],
    /// Answers a warning.
    pub reason: Option<&'a str>,
}

/// Enters every good signature of the folder that the book does not have. 0 where all are in the book then, 1 where
/// one was refused.
pub(super) fn run(lang: Lang, task: &Into<'_>) -> anyhow::Result<ExitCode> {
    let who = named(lang, task.who)?;
    let ready = folder::ready(task.folder).map_err(|faults| super::sign::all(lang, &faults))?;
    if !task.book.is_file() {
        bail!("{}: {}", task.book.display(), files::kind(lang, std::io::ErrorKind::NotFound, "2"));
    }
    let mut ledger = Ledger::open(task.book)?;
    let held = taken::held(&ledger.book, &ready)
        .ok_or_else(|| anyhow!(said::not_of_this_book(lang, task.folder)))?;
    if let Some(from) = task.from {
        before(lang, &ledger, &ready, held, task, from)?;
        let taken = folder::take_in(task.folder, from, task.role);
        for file in taken.map_err(|faults| super::sign::all(lang, &faults))? {
            out::line(task.folder.join(file).display());
        }
    }
    let offers = ready.own().map_err(|faults| super::sign::all(lang, &faults))?;
    let judged = judge(&ledger, &ready, held, &offers, &who);
    let mut all_in = true;
    for one in &judged {
        all_in &= enter(lang, &mut ledger, held, one, task.reason)?;
    }
    Ok(if all_in { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn judge(
    ledger: &Ledger,
    ready: &Ready,
    held: Held,
    offers: &[Offer],
    who: &BTreeMap<String, String>,
) -> Vec<Judged> {
    let here = ledger.local(Some(held.meeting), now());
    taken::judge(&ledger.book, ready, held, offers, who, here)
}

/// What comes from elsewhere is looked at for the book before any of it is put into the folder: neither has it
/// without the other. Who signed can still be said for the file it becomes.
fn before(
    lang: Lang,
    ledger: &Ledger,
    ready: &Ready,
    held: Held,
    task: &Into<'_>,
    from: &Path,
) -> anyhow::Result<()> {
    let offers = folder::offered(ready, from, task.role);
    let offers = offers.map_err(|faults| super::sign::all(lang, &faults))?;
    let judged = judge(ledger, ready, held, &offers, &BTreeMap::new());
    let bad = |one: &&Judged| matches!(&one.outcome, Outcome::Refused(why) if !matches!(why, taken::Why::Person(_)));
    let bad: Vec<String> =
        judged.iter().filter(bad).map(|one| said::outcome(lang, &ledger.book, one, None)).collect();
    if bad.is_empty() {
        return Ok(());
    }
    bail!(
        "{}\n{}",
        bad.join("\n"),
        lang.say([
            "什么都没有收入，文件夹和会议簿都没有改动。",
            "Nothing was taken in; folder and book are as they were.",
        ])
    )
}

/// Enters one signature and says what became of it; whether the book has it now.
fn enter(
    lang: Lang,
    ledger: &mut Ledger,
    held: Held,
    one: &Judged,
    reason: Option<&str>,
) -> anyhow::Result<bool> {
    let Outcome::New(given) = &one.outcome else {
        let known = matches!(one.outcome, Outcome::Known(_));
        let mut line = said::outcome(lang, &ledger.book, one, None);
        if matches!(&one.outcome, Outcome::Refused(taken::Why::Person(_))) {
            line.push_str(&format!("  --who \"{}=…\"", one.file));
        }
        out::line(line);
        return Ok(known);
    };
    let here = ledger.local(Some(held.meeting), now());
    let request = taken::request(held, given, reason.map(str::to_owned), here);
    match ledger.submit(&request, Vec::new())? {
        Ok(accepted) => {
            let entry = accepted.entries.first().map(|entry| entry.seq);
            out::line(said::outcome(lang, &ledger.book, one, entry));
            Ok(true)
        }
        Err(refusal) => {
            let asked = refusal.finding.code == Code::ReasonRequired;
            let judged =
                Judged { outcome: Outcome::Refused(taken::Why::Book(refusal)), ..one.clone() };
            let mut line = said::outcome(lang, &ledger.book, &judged, None);
            if asked {
                line.push_str("  --reason \"…\"");
            }
            out::line(line);
            Ok(false)
        }
    }
}

/// `FILE=NAME`, as it is typed.
fn named(lang: Lang, who: &[String]) -> anyhow::Result<BTreeMap<String, String>> {
    let parts = who.iter().map(|one| {
        let (file, name) = one.split_once('=').unwrap_or_default();
        if file.trim().is_empty() || name.trim().is_empty() {
            bail!(lang.each(|l| match l {
                Lang::En => format!(
                    "--who {one}: say the file and who signed it, such as --who \"MANIFEST.teller-2.sig=NAME\""
                ),
                _ => format!(
                    "--who {one}：请写明文件和签名人，如--who \"MANIFEST.teller-2.sig=姓名\""
                ),
            }));
        }
        Ok((file.trim().to_owned(), name.trim().to_owned()))
    });
    parts.collect()
}
