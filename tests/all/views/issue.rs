//! The rows of the views of minutes as a paper, made from the program's state.

use super::rows::{Row, flag, int, maybe, text};
use quorate::record::issue::{Life, Role, Signature, Word};
use quorate::record::state::Book;
use rusqlite::types::Value;

/// Each view with the columns compared and the rows it should have.
pub fn of_book(book: &Book) -> Vec<(&'static str, &'static str, Vec<Row>)> {
    let lives = || book.archive.minutes.iter();
    let mut versions = Vec::new();
    let mut wordings: Vec<(u64, Row)> = Vec::new();
    let mut remarks = Vec::new();
    for (meeting, life) in lives() {
        versions.extend(life.versions.iter().map(|v| {
            vec![
                int(*meeting),
                int(v.of.version),
                text(v.state().code()),
                text(&v.of.sha256),
                int(v.of.size),
                int(v.of.head_entry),
                text(&v.of.head_sha256),
                int(v.of.size),
            ]
        }));
        wordings.extend(life.wordings.iter().map(|w| {
            let stands = stands(life, w.seq, &w.of);
            let lang = serde_json::to_value(w.of.lang).unwrap();
            let row = vec![
                int(*meeting),
                maybe(w.of.item, int),
                text(lang.as_str().unwrap()),
                text(&w.of.text),
                flag(stands),
            ];
            (w.seq, row)
        }));
        remarks.extend(life.remarks.iter().map(|r| {
            let of = &r.remark.of;
            vec![
                int(*meeting),
                int(r.remark.remark),
                maybe(of.unit, int),
                text(&of.by),
                maybe(of.item, int),
                text(&of.text),
                maybe(r.answer.as_ref(), |a| text(&a.text)),
                maybe(r.answer.as_ref(), |a| flag(a.taken)),
            ]
        }));
    }
    wordings.sort_by_key(|(seq, _)| *seq);
    vec![
        (
            "minutes",
            "meeting, version, state, sha256, size, head_entry, head_sha256, \
             length(CAST(body AS BLOB))",
            versions,
        ),
        (
            "wordings",
            "meeting, item, lang, text, stands",
            wordings.into_iter().map(|(_, row)| row).collect(),
        ),
        ("draft_remarks", "meeting, remark, unit, said_by, item, text, answer, taken", remarks),
        ("keys", "fingerprint, office, role, first_day, withdrawn, why, line", keys(book)),
        (
            "(SELECT * FROM minutes_signatures ORDER BY meeting, version)",
            "meeting, version, role, who, means, day, place, document, key, manifest",
            signatures(book),
        ),
    ]
}

fn stands(life: &Life, seq: u64, word: &Word) -> bool {
    let last = life.wordings.iter().rev();
    let last = last.clone().find(|w| w.of.item == word.item && w.of.lang == word.lang);
    last.is_some_and(|w| w.seq == seq) && !word.text.is_empty()
}

fn role(role: Role) -> Value {
    text(role.code())
}

fn signatures(book: &Book) -> Vec<Row> {
    let mut rows = Vec::new();
    for (meeting, life) in &book.archive.minutes {
        for version in &life.versions {
            for signature in &version.signatures {
                let mut row = vec![
                    int(*meeting),
                    int(version.of.version),
                    role(signature.role()),
                    text(signature.who()),
                ];
                row.extend(match signature {
                    Signature::Ink(ink) => [
                        text("ink"),
                        text(ink.day),
                        text(&ink.place),
                        maybe(ink.scan, int),
                        Value::Null,
                        Value::Null,
                    ],
                    Signature::Key(key) => [
                        text("key"),
                        maybe(key.day, text),
                        text(""),
                        maybe(key.document, int),
                        text(&key.key),
                        text(&key.manifest),
                    ],
                });
                rows.push(row);
            }
        }
    }
    rows
}

fn keys(book: &Book) -> Vec<Row> {
    let row = |key: &quorate::record::issue::BoundKey| {
        let bound = &key.of.of;
        vec![
            text(&key.of.fingerprint),
            text(&bound.office),
            bound.role.map_or(text(""), role),
            text(bound.from),
            maybe(key.withdrawn.as_ref(), |w| text(w.day)),
            text(key.withdrawn.as_ref().map_or("", |w| &w.why)),
            text(&bound.key),
        ]
    };
    book.archive.keys.iter().map(row).collect()
}
