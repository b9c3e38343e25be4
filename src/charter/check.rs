//! What must hold between the parts of a charter so that a meeting can be run by it.
//!
//! Single values and references are proven by `read`; here stands what only the whole can show.
//! Tables without an id are passed over: that is a fault of its own, and they have no place to name.

use super::read::{Fault, FaultKind};
use super::{Body, Charter, Clauses, Convening, ConveningBy, Effect, Matter, Roll, When};

/// Every fault between the parts of a charter, by key, without lines.
pub fn check(charter: &Charter) -> Vec<Fault> {
    let mut faults = Vec::new();
    dates(charter, &mut faults);
    general_body(charter, &mut faults);
    for body in charter.bodies.iter().filter(|b| !b.id.is_empty()) {
        meetings(charter, body, &mut faults);
    }
    if charter.presiders.is_empty() && charter.bodies.iter().any(meets) {
        faults.push(Fault::at("presider", FaultKind::NoPresider));
    }
    for matter in charter.matters.iter().filter(|m| !m.id.is_empty()) {
        routes(charter, matter, &mut faults);
        elections(charter, matter, &mut faults);
    }
    for convening in charter.convenings.iter().filter(|c| !c.id.is_empty()) {
        word(charter, convening, &mut faults);
    }
    faults
}

/// Only a rule set from a named text has no days of its own.
fn dates(charter: &Charter, faults: &mut Vec<Fault>) {
    let identity = &charter.identity;
    let days = [("adopted", &identity.adopted), ("in_force", &identity.in_force)];
    for (key, day) in days.into_iter().filter(|_| identity.source_status.is_none()) {
        if day.is_empty() {
            let kind = FaultKind::NotADate { found: String::new() };
            faults.push(Fault::at(format!("charter.{key}"), kind));
        }
    }
}

fn meets(body: &Body) -> bool {
    body.roll != Roll::None
}

/// Exactly one body is made of all members; who is a member is decided there.
fn general_body(charter: &Charter, faults: &mut Vec<Fault>) {
    let mut general = charter.bodies.iter().filter(|b| b.roll == Roll::AllMembers);
    let Some(first) = general.next() else {
        faults.push(Fault::at("body", FaultKind::NoGeneralBody));
        return;
    };
    for second in general {
        let first = first.id.clone();
        let key = format!("body.{}.roll", second.id);
        faults.push(Fault::at(key, FaultKind::SecondGeneralBody { first }));
    }
}

/// A body that meets can be convened and has a rule for what no matter names.
fn meetings(charter: &Charter, body: &Body, faults: &mut Vec<Fault>) {
    let key = format!("body.{}", body.id);
    if meets(body) {
        if !charter.convenings.iter().any(|c| c.body == body.id) {
            let body = body.id.clone();
            faults.push(Fault::at(key.as_str(), FaultKind::NoConvening { body }));
        }
        if body.rule.is_none() {
            faults.push(Fault::at(format!("{key}.rule"), FaultKind::MissingKey));
        }
    }
    if body.acts_for.as_ref().is_some_and(|a| a.body == body.id) {
        let key = format!("{key}.acts_for.body");
        faults.push(Fault::at(key, FaultKind::ActsForItself));
    }
}

/// What is elected is elected in a way that is written down, and what confirms an election confirms.
fn elections(charter: &Charter, matter: &Matter, faults: &mut Vec<Fault>) {
    let known = faults.iter().any(|f| f.kind == FaultKind::NoElection);
    if matter.effect == Effect::Elect && charter.elections.is_none() && !known {
        faults.push(Fault::at("elections", FaultKind::NoElection));
    }
    let confirming = matter.confirm.as_deref().and_then(|id| charter.matter(id));
    if let Some(other) = confirming.filter(|m| m.effect != Effect::Confirm) {
        let key = format!("matter.{}.confirm", matter.id);
        faults.push(Fault::at(key, FaultKind::ConfirmsNothing { matter: other.id.clone() }));
    }
}

/// Powers are held by bodies that meet, and delegated only where the charter delegates.
fn routes(charter: &Charter, matter: &Matter, faults: &mut Vec<Fault>) {
    for (i, route) in matter.routes.iter().enumerate() {
        // A body that is not there is already a fault of the reference.
        let Some(body) = charter.body(&route.body) else {
            continue;
        };
        let key = format!("matter.{}.route[{}]", matter.id, i + 1);
        if !meets(body) {
            let body = body.id.clone();
            let key = format!("{key}.body");
            faults.push(Fault::at(key, FaultKind::BodyDoesNotMeet { body }));
        }
        if route.when != When::Recess {
            continue;
        }
        let key = format!("{key}.when");
        let Some(acts_for) = &body.acts_for else {
            let body = body.id.clone();
            faults.push(Fault::at(key, FaultKind::ActsForNobody { body }));
            continue;
        };
        let kept = acts_for.except.0.iter().copied();
        let kept: Vec<_> = kept.filter(|c| matter.clauses.0.contains(c)).collect();
        if !kept.is_empty() {
            let clauses = Clauses(kept);
            faults.push(Fault::at(key, FaultKind::NeverDelegated { clauses }));
        }
    }
}

/// A way of convening leads to a body that meets and says on whose word.
fn word(charter: &Charter, convening: &Convening, faults: &mut Vec<Fault>) {
    let key = format!("convening.{}", convening.id);
    if charter.body(&convening.body).is_some_and(|b| !meets(b)) {
        let body = convening.body.clone();
        let key = format!("{key}.body");
        faults.push(Fault::at(key, FaultKind::BodyDoesNotMeet { body }));
    }
    let missing = match convening.by {
        ConveningBy::Office => vec![("office", convening.office.is_none())],
        ConveningBy::Requisition => {
            vec![("share", convening.share.is_none()), ("cmp", convening.cmp.is_none())]
        }
    };
    for (name, _) in missing.into_iter().filter(|(_, missing)| *missing) {
        faults.push(Fault::at(format!("{key}.{name}"), FaultKind::MissingKey));
    }
}
