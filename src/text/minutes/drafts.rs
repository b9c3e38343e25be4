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

/// An article, old and new: for each version its label, and its words with the side they belong to.
pub fn compared(say: &Say, change: &ArticleChange) -> Vec<(String, Vec<(Side, String)>)> {
    let head = amendment::heading(say.lang, say.charter, change);
    let versions =
        [(Side::Gone, change.old, ["原文", "was"]), (Side::New, change.new, ["改为", "now"])];
    let there = versions.into_iter().filter(|(_, no, _)| no.is_some());
    there
        .map(|(side, _, label)| {
            let label = say.word(label);
            let label = say.say(format!("{head}{label}："), format!("{head}, {label}: "));
            (label, one_line(change, side))
        })
        .collect()
}

/// One version on one line.
fn one_line(change: &ArticleChange, side: Side) -> Vec<(Side, String)> {
    let mut line = Vec::new();
    for run in change.version(side) {
        for (place, part) in run.text.split('\n').enumerate() {
            if place > 0 {
                line.push((Side::Same, " / ".to_owned()));
            }
            // The blanks at the ends of a part stand between words.
            let part: String = part.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
            let side = if part.trim().is_empty() { Side::Same } else { run.side };
            line.push((side, part));
        }
    }
    line
}

/// The rules that differ, and those that rest on a changed article and do not: sentences, each with the points
/// that stand under it.
pub fn rules_compared(say: &Say, draft: &DraftMoved) -> Vec<(String, Vec<String>)> {
    let mut all: Vec<(String, Vec<String>)> = Vec::new();
    for line in amendment::rules(say.lang, say.charter, &draft.comparison) {
        match (line.strip_prefix("- "), all.last_mut()) {
            (Some(point), Some((_, points))) => points.push(inline(point)),
            _ if line.is_empty() => {}
            _ => all.push((inline(&line), Vec::new())),
        }
    }
    all
}
