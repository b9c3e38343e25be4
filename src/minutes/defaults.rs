//! What the meeting rested on without the charter saying so: assumed values, and open questions.

use super::agenda::Vote;
use super::records::{Assumed, Reading};
use super::types::Minutes;
use crate::charter::{Basis, Charter, Name, Question, Status};
use crate::record::event::Presence;

/// Fills in the values used that are assumed or adopted, and the questions they answer.
pub(super) fn finish(minutes: &mut Minutes, charter: &Charter) {
    let mut used = Used::default();
    meeting_wide(&mut used, minutes, charter);
    let items = &minutes.items;
    for motion in items.iter().flat_map(|i| &i.motions) {
        if motion.amends.is_some() {
            let policy = &charter.floor_amendment;
            used.value("floor_amendment", &Name::default(), &policy.basis);
        }
        for vote in &motion.votes {
            of_vote(&mut used, vote, charter);
        }
    }
    for item in items.iter().filter(|i| !i.on_notice) {
        if let Some(matter) = &item.matter {
            used.paths.push(format!("matter.{}.off_notice", matter.named.id));
        }
    }
    for question in &charter.questions {
        if bears(question, &used) {
            let adopted = minutes.charter.adopted.iter();
            let adopted = adopted.rev().find(|(id, _)| *id == question.id);
            minutes.readings.push(Reading {
                question: question.id.clone(),
                ask: question.ask.clone(),
                reading: question.reading.clone(),
                clauses: question.clauses.clone(),
                basis: question.basis.clone(),
                adopted: adopted.map(|(_, option)| option.clone()),
            });
        }
    }
    minutes.defaults = used.values;
}

/// Values in use, and where in the charter file they and other things in use stand.
#[derive(Default)]
struct Used {
    values: Vec<Assumed>,
    paths: Vec<String>,
}

impl Used {
    /// A value that was used; kept where the charter does not carry it itself.
    fn value(&mut self, at: impl Into<String>, name: &Name, basis: &Basis) {
        if matches!(basis.status, Status::Assumed | Status::Adopted) {
            self.open(at, name, basis);
        }
    }

    /// A value whose reading mattered, whatever it rests on short of the charter's words.
    fn open(&mut self, at: impl Into<String>, name: &Name, basis: &Basis) {
        let at = at.into();
        if basis.status == Status::Stated || self.paths.contains(&at) {
            return;
        }
        self.paths.push(at.clone());
        self.values.push(Assumed { at, name: name.clone(), basis: basis.clone() });
    }
}

fn meeting_wide(used: &mut Used, minutes: &Minutes, charter: &Charter) {
    let way = &minutes.convening.way;
    if let Some(basis) = &minutes.convening.basis {
        used.value(format!("convening.{}", way.id), &way.name, basis);
    }
    used.value("notice", &Name::default(), &charter.notice.basis);
    for presiding in &minutes.presiders {
        if let Some(basis) = &presiding.basis {
            let right = &presiding.right;
            used.value(format!("presider.{}", right.id), &right.name, basis);
        }
    }
    let body = &minutes.meeting.body;
    if let Some(quorum) = &minutes.attendance.quorum {
        let at = format!("body.{}.quorum", body.id);
        used.value(at, &Name::default(), &quorum.basis);
    }
    let by_proxy = |p: &Option<Presence>| matches!(p, Some(Presence::Proxy { .. }));
    let units = &minutes.attendance.units;
    if units.iter().any(|u| by_proxy(&u.at_opening) || by_proxy(&u.latest)) {
        used.value("proxy", &Name::default(), &charter.proxy.basis);
    }
    let recused = minutes.items.iter().any(|i| !i.recused.is_empty());
    let minimum = charter.body(&body.id).and_then(|b| b.recusal_minimum.as_ref());
    if let Some(minimum) = minimum.filter(|_| recused) {
        let at = format!("body.{}.recusal_minimum", body.id);
        used.value(at, &Name::default(), &minimum.basis);
    }
}

fn of_vote(used: &mut Used, vote: &Vote, charter: &Charter) {
    let rule = &vote.rule;
    let at = format!("rule.{}", rule.id);
    used.value(&at, &rule.name, &rule.basis);
    let counts = vote.rounds.iter().flat_map(|r| &r.counts);
    if counts.into_iter().any(|c| c.count.derived_from.is_some()) {
        let basis = &charter.minority_count.basis;
        used.value("minority_count", &Name::default(), basis);
    }
    let Some(verdict) = &vote.verdict else {
        return;
    };
    if let Some(exactly) = rule.exactly.as_ref().filter(|_| verdict.exact) {
        used.open(format!("{at}.exactly"), &rule.name, &exactly.basis);
    }
    let level = verdict.tally.yes == verdict.tally.no && verdict.tally.yes > 0;
    if let Some(tie) = rule.tie.as_ref().filter(|_| level && !verdict.carried) {
        used.open(format!("{at}.tie"), &rule.name, &tie.basis);
    }
}

/// A question bears on the meeting where one of its readings would change something that was used,
/// or where the source of a value that was used names it.
fn bears(question: &Question, used: &Used) -> bool {
    let changes = |at: &str, key: &str| {
        let inner = format!("{at}.{key}");
        used.paths.iter().any(|path| path == at || *path == inner)
    };
    let mut settings = question.options.iter().flat_map(|o| &o.set);
    let named = |value: &Assumed| {
        let source = value.basis.source.as_ref();
        source.is_some_and(|s| names(&s.zh, &question.id) || names(&s.en, &question.id))
    };
    question.basis.status != Status::Stated
        && (settings.any(|s| changes(&s.at, &s.key)) || used.values.iter().any(named))
}

/// Whether a text names an id, standing by itself.
fn names(text: &str, id: &str) -> bool {
    let joined = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let alone = |(at, _): (usize, &str)| {
        let before = text.get(..at).and_then(|t| t.chars().next_back());
        let after = text.get(at + id.len()..).and_then(|t| t.chars().next());
        !before.is_some_and(joined) && !after.is_some_and(joined)
    };
    text.match_indices(id).any(alone)
}
