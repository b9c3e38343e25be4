//! The notice, from the log to the minutes: what went out, and whom it did not reach.

use super::compile::Seen;
use super::types::{Minutes, Sending};
use crate::record::event::Event;

pub(super) fn step(minutes: &mut Minutes, seen: &Seen) {
    let roll = match seen.event() {
        Event::NoticeSent(sent) => {
            let sent = sent.clone();
            minutes.convening.sendings.push(Sending { when: seen.when, sent });
            seen.then.roll_of(&seen.meeting.body)
        }
        Event::CalledToOrder { roll, .. } => roll.clone(),
        _ => return,
    };
    let sendings = &minutes.convening.sendings;
    if sendings.is_empty() {
        return;
    }
    if minutes.convening.notice.is_some() {
        return;
    }
    let told = |unit: &u32| sendings.iter().any(|s| s.sent.units.contains(unit));
    minutes.convening.not_reached = roll.into_iter().filter(|unit| !told(unit)).collect();
}
