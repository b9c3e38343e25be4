//! The certificate of membership (成员证书): with the number the book gave, and with no end no charter gives it.

use super::Refused;
use super::maker::Maker;
use crate::paper::{Look, Paper};
use crate::record::event::Change;
use crate::record::follow::decision;
use crate::record::state::{Decision, Member, Membership};
use crate::text::papers::{self as said, decisions as words, refusals};

/// A certificate for the unit asked for, or for every unit a decision admitted.
pub(super) fn certificates(maker: &Maker) -> Result<Vec<Paper>, Refused> {
    let units = match (maker.ask.unit, maker.ask.decision) {
        (Some(unit), _) => vec![unit],
        (None, Some(no)) => {
            let found = decision(maker.book, no).ok_or_else(|| refusals::no_decision(no))?;
            if found.void {
                return Err(refusals::void(no).into());
            }
            let joined: Vec<u32> = found.changes.iter().filter_map(joined).collect();
            if joined.is_empty() {
                let kind = said::kinds::CERTIFICATE;
                return Err(refusals::other_kind(no, kind, &admitting(maker)).into());
            }
            joined
        }
        (None, None) => return Err(refusals::WHICH_UNIT.into()),
    };
    units.into_iter().map(|unit| certificate(maker, unit)).collect()
}

fn joined(change: &Change) -> Option<u32> {
    match change {
        Change::Joined { enrolment } => Some(enrolment.unit),
        _ => None,
    }
}

/// Decisions by which somebody was admitted.
fn admitting(maker: &Maker) -> Vec<u32> {
    let admits = |d: &&Decision| !d.void && d.changes.iter().any(|c| joined(c).is_some());
    maker.book.decisions.iter().filter(admits).map(|d| d.no).collect()
}

fn certificate(maker: &Maker, unit: u32) -> Result<Paper, Refused> {
    let member: &Member = maker.book.members.get(&unit).ok_or_else(|| refusals::no_unit(unit))?;
    let entry = &member.entry;
    if member.standing != Membership::Member {
        return Err(refusals::no_member(&entry.name).into());
    }
    let admitted = maker
        .book
        .decisions
        .iter()
        .find(|d| !d.void && d.changes.iter().filter_map(joined).any(|of| of == unit));
    let meeting = admitted.and_then(|d| maker.book.meeting(d.meeting));
    let began = maker.book.began.map(|at| at.date_naive());
    let date = entry.joined.or(meeting.map(|m| m.date)).or(began).unwrap_or(maker.ask.today);
    let titles = [said::issuer(maker.charter), said::words(words::CERTIFICATE)];
    let mut paper = maker.paper(Look::Certificate, &titles, date);
    let number = words::certificate_no(&entry.certificate);
    paper.part("register");
    maker.centred(&mut paper, &number);
    let category = maker.charter.categories.iter().find(|c| c.id == entry.category);
    let category = category.map(|c| &c.name);
    let text = words::certified(maker.charter, &entry.name, category, entry.joined);
    paper.part("text");
    maker.para(&mut paper, &text);
    paper.part("admitted");
    if let Some((meeting, decision)) = meeting.zip(admitted) {
        maker.para(&mut paper, &words::admitted_by(maker.charter, meeting, decision));
    }
    paper.part("seal");
    maker.seal(&mut paper, None);
    Ok(paper)
}
