//! Runs of letters: each piece in the face of its script.

use super::first;
use crate::paper::letters::{Script, clean, escape, pieces, text_has_han};
use crate::paper::{House, Run, Text, Tongue};
use std::fmt::Write as _;

/// What all letters of a paragraph have beyond their style.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Weight {
    /// Latin letters bold: the style has a heavy face for Chinese, which has no Latin ones.
    pub heavy: bool,
    /// Height in half points, where it is not the style's.
    pub size: Option<u32>,
}

/// How a run is set apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Apart {
    Not,
    Strong,
    Kai,
    Struck,
}

/// A text as runs.
pub(super) fn runs(text: &Text, tongue: Tongue, house: &House, weight: Weight) -> String {
    let han = text_has_han(text);
    let mut all = String::new();
    for run in &text.0 {
        match run {
            Run::Plain(letters) => put(&mut all, letters, Apart::Not, han, tongue, house, weight),
            Run::Strong(letters) => {
                put(&mut all, letters, Apart::Strong, han, tongue, house, weight);
            }
            Run::Kai(letters) => put(&mut all, letters, Apart::Kai, han, tongue, house, weight),
            Run::Struck(letters) => {
                put(&mut all, letters, Apart::Struck, han, tongue, house, weight);
            }
            // Underlined blanks are a line; those that do not break do not hang over the end of a line, and
            // four of a Latin face are as wide as a character.
            Run::Gap(wide) => {
                let _ = write!(
                    all,
                    "<w:r><w:rPr><w:u w:val=\"single\"/></w:rPr>\
                     <w:t xml:space=\"preserve\">{}</w:t></w:r>",
                    "\u{a0}".repeat(usize::from(*wide) * 4)
                );
            }
        }
    }
    all
}

fn put(
    all: &mut String,
    letters: &str,
    apart: Apart,
    han: bool,
    tongue: Tongue,
    house: &House,
    weight: Weight,
) {
    for (script, piece) in joined(pieces(&clean(letters), tongue, han), apart, weight) {
        let bold = match script {
            Script::Han => false,
            _ => apart == Apart::Strong || weight.heavy,
        };
        let mut face = String::new();
        match (script, apart) {
            (Script::Han, Apart::Not | Apart::Struck) => {
                face.push_str("<w:rFonts w:hint=\"eastAsia\"/>")
            }
            (Script::Han, Apart::Strong) => {
                face = chinese(first(&house.fonts.strong, |f| &f.strong));
            }
            (Script::Han, Apart::Kai) => face = chinese(first(&house.fonts.kai, |f| &f.kai)),
            _ => {}
        }
        if bold {
            face.push_str("<w:b/><w:bCs/>");
        }
        if apart == Apart::Kai && script == Script::Latin {
            face.push_str("<w:i/><w:iCs/>");
        }
        if apart == Apart::Struck {
            face.push_str("<w:strike/>");
        }
        if let Some(size) = weight.size {
            let _ = write!(face, "<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>");
        }
        if script == Script::Arabic {
            face.push_str("<w:rtl/>");
        }
        all.push_str("<w:r>");
        if !face.is_empty() {
            let _ = write!(all, "<w:rPr>{face}</w:rPr>");
        }
        for (line, words) in piece.split('\n').enumerate() {
            if line > 0 {
                all.push_str("<w:br/>");
            }
            if !words.is_empty() {
                let _ = write!(all, "<w:t xml:space=\"preserve\">{}</w:t>", escape(words));
            }
        }
        all.push_str("</w:r>");
    }
}

/// Plain letters and figures stand in one run with the Chinese around them, which takes its own face
/// for each; only where the faces are set by hand, and for shared signs in Latin, are they apart.
fn joined(all: Vec<(Script, String)>, apart: Apart, weight: Weight) -> Vec<(Script, String)> {
    if !matches!(apart, Apart::Not | Apart::Struck) || weight.heavy {
        return all;
    }
    let mut runs: Vec<(Script, String)> = Vec::new();
    for (script, piece) in all {
        let joins = script == Script::Latin && piece.is_ascii();
        match runs.last_mut() {
            Some((last, run)) if *last == script || (*last == Script::Han && joins) => {
                run.push_str(&piece);
            }
            Some((last, run))
                if *last == Script::Latin && run.is_ascii() && script == Script::Han =>
            {
                *last = Script::Han;
                run.push_str(&piece);
            }
            _ => runs.push((script, piece)),
        }
    }
    runs
}

fn chinese(name: &str) -> String {
    format!("<w:rFonts w:hint=\"eastAsia\" w:eastAsia=\"{}\"/>", escape(name))
}
