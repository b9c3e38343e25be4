//! Answers about what lies between notice and door: the forecast, and lists of signatures.

use crate::record::Book;
use crate::record::forecast::{Forecast, Outlook, forecast};
use crate::record::state::Meeting;
use crate::text::Lang;
use serde_json::{Value, json};

/// What was announced for a meeting, and what those announced could carry.
pub(super) fn forecast_value(lang: Lang, book: &Book, meeting: &Meeting) -> Value {
    let (said, all) = forecast(book, meeting);
    let progress = book.notice_progress(meeting);
    let charter = book.charter.as_deref();
    let item = |one: &Forecast| {
        let (over, short) = match one.outlook {
            Outlook::Safe { over } | Outlook::Tight { over } => (Some(over), None),
            Outlook::Impossible { short } => (None, short),
            Outlook::Weighed { .. } => (None, None),
        };
        let says = charter
            .map(|c| crate::text::forecast::outlooks(lang, c, std::slice::from_ref(one)).concat());
        json!({
            "item": one.item, "rule": one.rule, "base": one.base, "needed": one.needed,
            "voters": one.voters, "possible": one.outlook.is_possible(), "over": over,
            "short": short, "exact": one.exact, "says": says,
        })
    };
    json!({
        "announced": {
            "roll": said.roll, "coming": said.coming, "in_person": said.in_person,
            "delegates": said.delegates, "proxies": said.proxies, "online": said.online,
            "away": said.away, "unsure": said.unsure, "doubtful": said.doubtful,
            "silent": said.silent,
        },
        "items": all.iter().map(item).collect::<Vec<_>>(),
        "notice": {
            "reached": progress.reached, "roll": progress.roll,
            "complete": progress.complete.map(|d| d.to_string()), "days": progress.days,
        },
    })
}

/// Where a list of signatures stands; nothing where there is no such list.
pub(super) fn requisition_value(book: &Book, no: u32) -> Option<Value> {
    let list = book.requisition(no)?;
    let signed = book.signed(list);
    Some(json!({
        "requisition": list.no, "body": list.request.body, "signed": signed.signed,
        "roll": signed.roll, "needed": signed.needed, "enough": signed.enough,
        "units": book.signatures(list), "meeting": list.meeting,
    }))
}
