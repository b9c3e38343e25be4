//! The charters a meeting decided under, read from the texts its minutes enclose.

use super::{Code, Fault, figure};
use crate::charter::{Charter, Name, Rule, reading};
use crate::minutes::Minutes;
use crate::minutes::charters::{Adopted, CharterText};
use crate::minutes::records::Correction;
use sha2::{Digest, Sha256};

/// The charters enclosed with the minutes.
pub(super) struct Law {
    texts: Vec<Text>,
    /// Whether a version was taken back, so that an older one was in force again.
    restored: bool,
}

/// One version with the readings adopted while it was in use.
struct Text {
    version: u32,
    entry: u64,
    faults: Vec<Fault>,
    /// As it read from an entry on.
    since: Vec<(u64, Option<Charter>)>,
}

/// What a rule is looked up for.
pub(super) struct Power<'a> {
    /// The body that met.
    pub body: &'a str,
    /// The matter decided.
    pub matter: &'a str,
    /// Whether it is an amendment, which may go by the body's own rule.
    pub amends: bool,
}

impl Law {
    pub(super) fn read(minutes: &Minutes) -> Self {
        let back = |c: &Correction| matches!(c, Correction::Amendment { .. });
        Self {
            texts: minutes.charters.iter().map(text).collect(),
            restored: minutes.corrections.iter().any(|c| back(&c.what)),
        }
    }

    fn text(&self, version: u32, entry: u64) -> Option<&Text> {
        self.texts.iter().rfind(|t| t.version == version && t.entry < entry)
    }

    /// The charter of a version as it read before an entry.
    pub(super) fn charter(&self, version: u32, entry: u64) -> Option<&Charter> {
        let text = self.text(version, entry)?;
        text.since.iter().rfind(|(from, _)| *from < entry)?.1.as_ref()
    }

    /// Whether the rule a vote was judged by is the one the charter has for this body and matter.
    pub(super) fn check(
        &self,
        (version, entry): (u32, u64),
        recorded: &Rule,
        power: &Power,
        faults: &mut Vec<Fault>,
    ) {
        let Some(text) = self.text(version, entry) else {
            faults.push(Fault::new(Code::CharterMissing, version, figure(None::<u32>)));
            return;
        };
        faults.extend(text.faults.iter().cloned());
        let latest = self.texts.iter().filter(|t| t.entry < entry).max_by_key(|t| t.entry);
        if let Some(latest) = latest.filter(|t| t.version != version && !self.restored) {
            faults.push(Fault::new(Code::CharterOld, version, latest.version));
        }
        let Some(charter) = self.charter(version, entry) else {
            faults.push(Fault::new(Code::CharterUnreadable, version, figure(None::<u32>)));
            return;
        };
        match charter.rule(&recorded.id) {
            Some(rule) if rule == recorded => {}
            found => faults.push(Fault::new(Code::Rule, said(recorded), figure(found.map(said)))),
        }
        // A motion keeps the rule it was moved by, also where the charter was amended before the vote.
        let mut all = self.texts.iter().flat_map(|t| &t.since).filter_map(|(_, c)| c.as_ref());
        if !all.any(|c| gives(c, power, &recorded.id)) {
            let routes = charter.matter(power.matter).map(|m| m.routes.as_slice());
            let routes =
                routes.unwrap_or_default().iter().map(|r| format!("{} {}", r.body, r.rule));
            let recorded = format!("{} {} {}", power.matter, power.body, recorded.id);
            let found = routes.collect::<Vec<_>>().join(", ");
            faults.push(Fault::new(Code::RuleOfMatter, recorded, found));
        }
    }
}

fn text(enclosed: &CharterText) -> Text {
    let mut faults = Vec::new();
    let digest = Sha256::digest(enclosed.text.as_bytes());
    let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    if digest != enclosed.sha256 {
        faults.push(Fault::new(Code::CharterAltered, &enclosed.sha256, digest));
    }
    let mut since = vec![(enclosed.entry, read(enclosed, 0))];
    for (place, adopted) in enclosed.adopted.iter().enumerate() {
        since.push((adopted.entry, read(enclosed, place + 1)));
    }
    let version = since.iter().find_map(|(_, c)| c.as_ref()).map(|c| c.identity.version);
    if version.is_some_and(|version| version != enclosed.version) {
        faults.push(Fault::new(Code::CharterAltered, enclosed.version, figure(version)));
    }
    Text { version: enclosed.version, entry: enclosed.entry, faults, since }
}

/// The text with so many of the readings adopted; of those of one question the last stands.
fn read(enclosed: &CharterText, adopted: usize) -> Option<Charter> {
    let mut standing: Vec<&Adopted> = Vec::new();
    for one in enclosed.adopted.iter().take(adopted) {
        standing.retain(|a| a.question != one.question);
        standing.push(one);
    }
    let said = |a: &Adopted| {
        let basis = Name { zh: a.basis.clone(), en: a.basis.clone() };
        (a.question.clone(), a.option.clone(), basis)
    };
    let standing: Vec<_> = standing.into_iter().map(said).collect();
    reading::effective(&enclosed.text, &standing).ok()
}

/// Whether a charter lets a body decide a matter by a rule.
fn gives(charter: &Charter, power: &Power, rule: &str) -> bool {
    let routes = charter.matter(power.matter).map(|m| m.routes.as_slice()).unwrap_or_default();
    let own = charter.body(power.body).and_then(|b| b.rule.as_deref());
    routes.iter().any(|r| r.body == power.body && r.rule == rule)
        || (power.amends && own == Some(rule))
}

/// A rule in one line.
fn said(rule: &Rule) -> String {
    serde_json::to_string(rule).unwrap_or_default()
}
