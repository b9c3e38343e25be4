//! Minutes through the door: compiled where they are issued, and asked about.

use super::{LineFault, command};
use crate::ledger::Ledger;
use crate::minutes;
use crate::record::issue::{Issued, Life, Signature};
use crate::record::state::{Book, Meeting};
use crate::record::{Command, issue};
use crate::seal;
use serde_json::{Map, Value, json};

/// The command with its bytes: the minutes as the book says them now. A line brings no bytes of its own,
/// so that a version is never anything but what the log says.
pub(super) fn compiled(
    ledger: &Ledger,
    meeting: Option<u32>,
    fields: Map<String, Value>,
) -> Result<(Command, Vec<Vec<u8>>), LineFault> {
    if fields.len() > 1 {
        // An unknown field is said as for every command.
        return command(fields);
    }
    let book = &ledger.book;
    let in_hand = book.meeting_in_hand().or(book.meetings.last());
    let no = meeting.or(in_hand.map(|m| m.no)).unwrap_or_default();
    let head = (ledger.head.seq, ledger.head.hash.hex());
    match minutes::to_issue(book, &ledger.entries, no, head) {
        Some((issue, bytes)) => Ok((Command::IssueMinutes(issue), vec![bytes])),
        // Of a meeting there is not the record says so itself.
        None => {
            let (sha256, head_sha256) = (String::new(), String::new());
            let nothing = issue::IssueMinutes { sha256, size: 0, head_entry: 0, head_sha256 };
            Ok((Command::IssueMinutes(nothing), Vec::new()))
        }
    }
}

/// Whether a signature is one by the key that is named over the list that is named, as far as that can be seen
/// without the list; the record itself has no cryptography.
pub(super) fn genuine(
    ledger: &mut Ledger,
    given: &issue::SignWithKey,
) -> Result<Result<(), seal::Fault>, LineFault> {
    let kept = ledger.book.documents.iter().find(|d| Some(d.no) == given.document);
    let armour = match kept.map(|d| d.sha256.clone()) {
        Some(sha256) => ledger.paper(&sha256)?.unwrap_or_default(),
        None => given.signature.clone().into_bytes(),
    };
    let armour = String::from_utf8_lossy(&armour);
    Ok(seal::by_key(armour.trim(), &given.manifest, &given.key).map(|_| ()))
}

/// How far the minutes of a meeting have come.
pub(super) fn answer(book: &Book, meeting: &Meeting) -> Value {
    let nothing = Life::default();
    let life = book.minutes_of(meeting.no).unwrap_or(&nothing);
    let to_sign: Vec<Value> = book
        .still_to_sign(meeting)
        .into_iter()
        .map(|(role, who)| json!({"role": role, "who": who}))
        .collect();
    json!({
        "meeting": meeting.no,
        "state": life.state(),
        "version": life.last().map(|v| v.of.version),
        "versions": life.versions.iter().map(version).collect::<Vec<_>>(),
        "to_sign": to_sign,
        "unanswered": life.unanswered(),
        "reopened": life.reopenings,
        "printed": life.printed,
    })
}

fn version(issued: &Issued) -> Value {
    let signatures: Vec<Value> = issued
        .signatures
        .iter()
        .map(|s| {
            let means = if matches!(s, Signature::Ink(_)) { "ink" } else { "key" };
            json!({"role": s.role(), "who": s.who(), "means": means, "day": s.day()})
        })
        .collect();
    json!({
        "version": issued.of.version, "state": issued.state(), "sha256": issued.of.sha256,
        "size": issued.of.size, "head_entry": issued.of.head_entry,
        "head_sha256": issued.of.head_sha256, "reopened": issued.reopened,
        "approval": issued.approval, "signatures": signatures,
        "published": issued.published, "slips": issued.slips,
    })
}
