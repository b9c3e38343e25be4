//! How a meeting was called: minutes with nothing else in them yet.

use super::compile::{named, used};
use super::people::Attendance;
use super::session::remark;
use super::types::{Association, Convening, FORMAT, HeadLine, Heading, Minutes, Moment, State};
use crate::charter::cite::han;
use crate::charter::{Charter, Name};
use crate::record::Book;
use crate::record::event::{Entry, Event};

/// Minutes with nothing in them but how the meeting was called.
pub(super) fn begin(
    then: &Book,
    charter: &Charter,
    entry: &Entry,
    when: Moment,
) -> Option<Minutes> {
    let Event::Convened {
        body,
        by,
        special,
        signed,
        date,
        place,
        notice,
        term,
        number,
        time_zone,
        second_call,
    } = &entry.fact.event
    else {
        return None;
    };
    let known = charter.body(body);
    let way = charter.convenings.iter().find(|c| c.id == *by);
    let roll = then.roll_of(body).len();
    let roll = u32::try_from(roll).unwrap_or(u32::MAX);
    let fill =
        |pattern: &str, term: &str, n: &str| pattern.replace("{term}", term).replace("{n}", n);
    let title = known.map(|b| Name {
        zh: fill(&b.meeting_name.zh, &han(*term), &han(*number)),
        en: fill(&b.meeting_name.en, &term.to_string(), &number.to_string()),
    });
    let identity = &charter.identity;
    Some(Minutes {
        format: FORMAT.to_owned(),
        state: State::Preparing,
        association: Association {
            id: identity.id.clone(),
            name: identity.name.clone(),
            short: identity.short.clone(),
            counter: identity.counter.clone(),
        },
        charter: used(then)?,
        meeting: Heading {
            no: entry.fact.meeting?,
            body: named(body, known.map(|b| &b.name)),
            title: title.unwrap_or_default(),
            term: *term,
            number: *number,
            special: *special,
            date: *date,
            place: place.clone(),
            time_zone: time_zone.clone(),
        },
        convening: Convening {
            when,
            way: named(by, way.map(|w| &w.name)),
            basis: way.map(|w| w.basis.clone()),
            signed: signed.clone(),
            second_call: *second_call,
            needed: way.and_then(|w| w.share?.bound(w.cmp?, roll)),
            roll,
            notice: *notice,
            days: notice.map(|sent| (*date - sent).num_days()),
            minimum: charter.notice.minimum,
            sendings: Vec::new(),
            not_reached: Vec::new(),
        },
        opened: None,
        closed: None,
        breaks: Vec::new(),
        interruptions: Vec::new(),
        presiders: Vec::new(),
        recorders: Vec::new(),
        attendance: Attendance::default(),
        outstanding: Vec::new(),
        wording: None,
        agenda: Vec::new(),
        items: Vec::new(),
        notes: Vec::new(),
        decisions: Vec::new(),
        enactments: Vec::new(),
        losses: Vec::new(),
        corrections: Vec::new(),
        touched_elsewhere: Vec::new(),
        reopened: Vec::new(),
        reversals: Vec::new(),
        remarks: remark(entry, when, None).into_iter().collect(),
        papers: Vec::new(),
        defaults: Vec::new(),
        readings: Vec::new(),
        units: Vec::new(),
        charters: Vec::new(),
        left_out: 0,
        head: HeadLine { entry: 0, sha256: String::new() },
    })
}
