//! The charters a meeting decided under, read from the texts its minutes enclose.

use super::{Code, Fault};
use crate::charter::{Basis, Charter, Name, Rule, Status, reading};
use crate::minutes::Minutes;
use sha2::{Digest, Sha256};

/// The charters enclosed with the minutes.
pub(super) struct Law {
    texts: Vec<Text>,
}

/// One version with the readings adopted.
struct Text {
    version: u32,
    faults: Vec<Fault>,
    charter: Option<Charter>,
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
        Self { texts: minutes.charters.iter().map(text).collect() }
    }

    /// The charters of a version; two where a reading was adopted between two votes.
    fn of(&self, version: u32) -> impl Iterator<Item = &Charter> {
        self.texts.iter().filter(move |t| t.version == version).filter_map(|t| t.charter.as_ref())
    }

    /// The charter a vote was taken under, as far as it is enclosed.
    pub(super) fn charter(&self, version: u32) -> Option<&Charter> {
        self.of(version).last()
    }

    /// Whether the rule a vote was judged by is the one the charter has for this body and matter.
    pub(super) fn check(
        &self,
        version: u32,
        recorded: &Rule,
        power: &Power,
        faults: &mut Vec<Fault>,
    ) {
        let texts: Vec<&Text> = self.texts.iter().filter(|t| t.version == version).collect();
        if texts.is_empty() {
            faults.push(Fault::new(Code::CharterMissing, version, super::figure(None::<u32>)));
            return;
        }
        for text in texts {
            faults.extend(text.faults.iter().cloned());
        }
        let mut nearest = None;
        for charter in self.of(version) {
            match same_rule(charter, recorded) {
                None => {
                    nearest = None;
                    break;
                }
                Some(found) => nearest = Some(found),
            }
        }
        if let Some(found) = nearest {
            faults.push(Fault::new(Code::Rule, said(recorded), found));
        }
        // A motion keeps the rule it was moved by, also where the charter was amended before the vote.
        let all: Vec<&Charter> = self.texts.iter().filter_map(|t| t.charter.as_ref()).collect();
        if !all.is_empty() && !all.iter().any(|c| gives(c, power, &recorded.id)) {
            let routes = all.last().and_then(|c| c.matter(power.matter)).map(|m| {
                m.routes.iter().map(|r| format!("{} {}", r.body, r.rule)).collect::<Vec<_>>()
            });
            let recorded = format!("{} {} {}", power.matter, power.body, recorded.id);
            let found = routes.unwrap_or_default().join(", ");
            faults.push(Fault::new(Code::RuleOfMatter, recorded, found));
        }
    }
}

fn text(used: &crate::minutes::types::CharterText) -> Text {
    let mut faults = Vec::new();
    let digest = Sha256::digest(used.text.as_bytes());
    let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    if digest != used.sha256 {
        faults.push(Fault::new(Code::CharterAltered, &used.sha256, digest));
    }
    // What the association could show for a reading is not in the minutes and changes no figure.
    let shown = Name { zh: "–".to_owned(), en: "–".to_owned() };
    let adopted: Vec<(String, String, Name)> =
        used.adopted.iter().map(|(q, o)| (q.clone(), o.clone(), shown.clone())).collect();
    let charter = match reading::effective(&used.text, &adopted) {
        Ok(charter) => {
            if charter.identity.version != used.version {
                let version = charter.identity.version;
                faults.push(Fault::new(Code::CharterAltered, used.version, version));
            }
            Some(charter)
        }
        Err(_) => {
            faults.push(Fault::new(
                Code::CharterUnreadable,
                used.version,
                super::figure(None::<u32>),
            ));
            None
        }
    };
    Text { version: used.version, faults, charter }
}

/// Whether a charter lets a body decide a matter by a rule.
fn gives(charter: &Charter, power: &Power, rule: &str) -> bool {
    let routes = charter.matter(power.matter).map(|m| m.routes.as_slice()).unwrap_or_default();
    let own = charter.body(power.body).and_then(|b| b.rule.as_deref());
    routes.iter().any(|r| r.body == power.body && r.rule == rule)
        || (power.amends && own == Some(rule))
}

/// Nothing where the charter has this very rule; otherwise how it reads there.
fn same_rule(charter: &Charter, recorded: &Rule) -> Option<String> {
    let Some(rule) = charter.rule(&recorded.id) else {
        return Some(super::figure(None::<u32>));
    };
    (bare(rule) != bare(recorded)).then(|| said(rule))
}

/// A rule with what adopted values can be shown for left aside.
fn bare(rule: &Rule) -> Rule {
    let mut rule = rule.clone();
    let exactly = rule.exactly.as_mut().map(|e| &mut e.basis);
    let tie = rule.tie.as_mut().map(|t| &mut t.basis);
    for basis in [Some(&mut rule.basis), exactly, tie].into_iter().flatten() {
        unshown(basis);
    }
    rule
}

fn unshown(basis: &mut Basis) {
    if basis.status == Status::Adopted {
        basis.source = None;
    }
}

/// A rule as the charter file would have it, in one line.
fn said(rule: &Rule) -> String {
    serde_json::to_string(rule).unwrap_or_default()
}
