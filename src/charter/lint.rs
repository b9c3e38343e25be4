//! What is no fault in a charter and still worth a second look before a meeting is run by it.

use super::rule::scale_name;
use super::{
    Base, Body, Charter, Comparator, Effect, Filling, Measure, Office, Roll, Rule, Setting, Who,
};

/// One thing to look at again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lint {
    /// Dotted path with ids, as in a fault.
    pub key: String,
    /// What.
    pub kind: LintKind,
}

/// Every kind of thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LintKind {
    /// An open question would take the share of somebody else.
    AmbiguousBase {
        /// The question.
        question: String,
    },
    /// A share of heads written for a weight: `all_members` by area says two things.
    HeadsByWeight {
        /// The weight.
        weight: String,
    },
    /// N to one against is a share of the votes for and against, and of nothing else.
    RightsWithoutWeight,
    /// No number of yes is enough.
    Unreachable,
    /// More votes than the body has seats.
    MoreThanSeats {
        /// Votes needed.
        needed: u32,
        /// Seats.
        seats: u32,
    },
    /// Whoever abstains keeps the vote below its quorum.
    AbstainingDefeats,
    /// A quorum that asks for nothing.
    QuorumOfNothing,
    /// A rule nobody decides by.
    RuleUnused,
    /// A body that meets and may decide nothing that is named.
    BodyWithoutPower,
    /// An office to be filled, and no matter fills it.
    OfficeWithoutPower,
    /// A veto nobody holds.
    VetoOfNobody,
}

/// Everything worth a second look, in the order of the file.
pub fn lint(charter: &Charter) -> Vec<Lint> {
    let mut found = Vec::new();
    for body in charter.bodies.iter().filter(|b| b.roll != Roll::None) {
        of_body(charter, body, &mut found);
    }
    for office in &charter.offices {
        of_office(charter, office, &mut found);
    }
    for rule in &charter.rules {
        of_rule(charter, rule, &mut found);
    }
    found
}

fn add(found: &mut Vec<Lint>, key: String, kind: LintKind) {
    found.push(Lint { key, kind });
}

fn of_body(charter: &Charter, body: &Body, found: &mut Vec<Lint>) {
    let routed = charter.matters.iter().flat_map(|m| &m.routes).any(|r| r.body == body.id);
    if !routed {
        add(found, format!("body.{}", body.id), LintKind::BodyWithoutPower);
    }
}

/// An office that a body fills needs a matter by which it does so. One that nobody wrote down, because
/// the file is short, is no power of the charter.
fn of_office(charter: &Charter, office: &Office, found: &mut Vec<Lint>) {
    if charter.identity.source_status.is_some() {
        return;
    }
    let wanted = match office.by {
        Filling::Election => Effect::Elect,
        Filling::Appointment => Effect::Appoint,
        // It goes with another office and is not filled by itself.
        Filling::ExOfficio => return,
    };
    let here = |m: &&super::Matter| {
        m.effect == wanted && m.routes.iter().any(|r| r.body == office.chosen_by)
    };
    if !charter.matters.iter().any(|m| here(&m)) {
        add(found, format!("office.{}", office.id), LintKind::OfficeWithoutPower);
    }
}

fn of_rule(charter: &Charter, rule: &Rule, found: &mut Vec<Lint>) {
    let key = format!("rule.{}", rule.id);
    let used = charter.matters.iter().flat_map(|m| &m.routes).any(|r| r.rule == rule.id);
    let own = charter.bodies.iter().any(|b| b.rule.as_deref() == Some(rule.id.as_str()));
    if !used && !own {
        add(found, key.clone(), LintKind::RuleUnused);
    }
    let changes = |s: &Setting| s.at == key && s.key == "base";
    for question in &charter.questions {
        if question.options.iter().any(|o| o.set.iter().any(changes)) {
            let question = question.id.clone();
            add(found, format!("{key}.base"), LintKind::AmbiguousBase { question });
        }
    }
    let seats = seats(charter, rule);
    for (place, (_, measures)) in rule.ways().into_iter().enumerate() {
        for (no, measure) in measures.iter().enumerate() {
            let key = match (place, no) {
                (0, 0) => key.clone(),
                (0, no) => format!("{key}.also[{no}]"),
                (way, no) => format!("{key}.or[{way}].measure[{}]", no + 1),
            };
            of_measure(measure, seats, key, found);
        }
    }
    for (place, turnout) in rule.quorums.iter().enumerate() {
        let key = format!("{key}.quorum[{}]", place + 1);
        if turnout.who == Who::Yes {
            add(found, key.clone(), LintKind::AbstainingDefeats);
        }
        let nothing =
            turnout.count.is_none() && turnout.square.is_none() && turnout.share.is_none();
        if nothing || turnout.count == Some(0) || turnout.base == Base::Participating {
            add(found, key, LintKind::QuorumOfNothing);
        }
    }
    if rule.veto.as_ref().is_some_and(|v| v.group.is_none() && v.names.is_empty()) {
        add(found, format!("{key}.veto"), LintKind::VetoOfNobody);
    }
}

/// The seats of the body that decides by a rule, where the charter fixes them.
fn seats(charter: &Charter, rule: &Rule) -> Option<u32> {
    let routes = charter.matters.iter().flat_map(|m| &m.routes);
    let bodies = routes.filter(|r| r.rule == rule.id).filter_map(|r| charter.body(&r.body));
    bodies.filter_map(|b| b.seats).max()
}

fn of_measure(measure: &Measure, seats: Option<u32>, key: String, found: &mut Vec<Lint>) {
    let whole = measure.share.num >= measure.share.den;
    let fixed = measure.base == Base::Fixed;
    let nothing = fixed && measure.count.unwrap_or(0) == 0;
    if nothing || (!fixed && whole && measure.cmp == Comparator::MoreThan) {
        add(found, key.clone(), LintKind::Unreachable);
    }
    let least = measure.minimum.max(measure.count.filter(|_| fixed));
    if let Some((needed, seats)) = least.zip(seats).filter(|(needed, seats)| needed > seats) {
        add(found, key.clone(), LintKind::MoreThanSeats { needed, seats });
    }
    let heads = matches!(measure.base, Base::Present | Base::SeatsFilled);
    if let Some(weight) = measure.weight.as_ref().filter(|_| heads) {
        let weight = weight.clone();
        add(found, format!("{key}.base"), LintKind::HeadsByWeight { weight });
    }
    let rights = matches!(measure.base, Base::Rights | Base::RightsPresent);
    if rights && scale_name(None, measure.weight.as_deref()).is_empty() {
        add(found, format!("{key}.base"), LintKind::RightsWithoutWeight);
    }
}
