//! A draft of the charter in the minutes: old and new text of every article it changes.

use super::{Say, inline};
use crate::charter::compare::{ArticleChange, Side};
use crate::minutes::agenda::DraftMoved;
use crate::text::amendment;

/// The line before a comparison.
pub fn draft_head(say: &Say, draft: &DraftMoved) -> String {
    let (no, digest) = (draft.no, &draft.sha256);
    say.say(
        format!("草案{no}与当时章程的对照（删去的加删除线，新增的加粗；草案全文SHA-256 {digest}）："),
        format!("Draft {no} beside the charter of that day (what goes is struck out, what is new is bold; SHA-256 of the draft {digest}):"),
    )
}

/// An article, old and new.
pub fn compared(say: &Say, change: &ArticleChange) -> Vec<String> {
    let head = amendment::heading(say.lang, say.charter, change);
    let mut lines = Vec::new();
    let versions = [
        (Side::Gone, change.old, ["原文", "was"], "~~"),
        (Side::New, change.new, ["改为", "now"], "**"),
    ];
    for (side, no, label, mark) in versions {
        if no.is_some() {
            let (label, text) = (say.word(label), marked(change, side, mark));
            lines.push(
                say.say(format!("{head}{label}：{text}"), format!("{head}, {label}: {text}")),
            );
        }
    }
    lines
}

/// One version on one line; a mark never runs over the end of a paragraph.
fn marked(change: &ArticleChange, side: Side, mark: &str) -> String {
    let mut text = String::new();
    for run in change.version(side) {
        for (place, part) in run.text.split('\n').enumerate() {
            if place > 0 {
                text.push_str(" / ");
            }
            let part = inline(part);
            if run.side == Side::Same || part.trim().is_empty() {
                text.push_str(&part);
            } else {
                text.push_str(&format!("{mark}{part}{mark}"));
            }
        }
    }
    text
}

/// The rules that differ, and those that rest on a changed article and do not.
pub fn rules_compared(say: &Say, draft: &DraftMoved) -> Vec<String> {
    let said = amendment::rules(say.lang, say.charter, &draft.comparison);
    let lines = said.iter().map(|l| inline(l.trim_start_matches("- ")));
    lines.filter(|l| !l.is_empty()).collect()
}
