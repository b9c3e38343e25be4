//! A refusal for both who read it: the recorder at the keys, and what there is to say to the presider besides.

use super::{Reader, refusal};
use crate::record::{Book, Refusal};
use crate::text::Lang;
use std::collections::BTreeSet;

/// What the recorder is told, and then what the presider should hear as far as it says something else.
pub fn to_both(lang: Lang, book: &Book, refused: &Refusal) -> String {
    let said = |lang: Lang| {
        let recorder = refusal(lang, book, refused, Reader::Recorder);
        let presider = refusal(lang, book, refused, Reader::Presider);
        match besides(&recorder, &presider) {
            rest if rest.is_empty() => recorder,
            rest => {
                let lead = lang.say(["请告诉主持人：", "For the presider: "]);
                format!("{recorder}\n\n{lead}{rest}")
            }
        }
    };
    match lang {
        Lang::Both => format!("{}\n\n{}", said(Lang::Zh), said(Lang::En)),
        one => said(one),
    }
}

/// The sentences of `other` that `first` has not said in much the same letters.
fn besides(first: &str, other: &str) -> String {
    let known: Vec<BTreeSet<[char; 2]>> = sentences(first).iter().map(|s| pairs(s)).collect();
    let new = |sentence: &str| {
        let own = pairs(sentence);
        let same = |known: &BTreeSet<[char; 2]>| own.intersection(known).count() * 2 >= own.len();
        !known.iter().any(same)
    };
    let rest: String = sentences(other).into_iter().filter(|s| new(s)).collect();
    rest.trim().to_owned()
}

/// With their stops and the blanks behind them.
fn sentences(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    for part in text.split_inclusive('。') {
        let mut start = 0;
        for (at, stop) in part.match_indices(". ") {
            parts.push(&part[start..at + stop.len()]);
            start = at + stop.len();
        }
        parts.push(&part[start..]);
    }
    parts.retain(|p| !p.trim().is_empty());
    parts
}

fn pairs(text: &str) -> BTreeSet<[char; 2]> {
    let letters: Vec<char> =
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    letters.windows(2).filter_map(|pair| pair.try_into().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::besides;

    #[test]
    fn what_was_said_is_not_said_again() {
        let first = "到会17家，须24票。请核对签到。";
        assert_eq!(besides(first, "到会只有17家，须24票。请等候。"), "请等候。");
        assert_eq!(besides(first, first), "");
        let first = "Vote 2 has not been declared. End the count.";
        let other = "Vote 2 has not been declared yet. Void it with a reason.";
        assert_eq!(besides(first, other), "Void it with a reason.");
    }
}
