//! Adopting another reading: the values change, the basis says so, the file stays.

use super::{ALLIANCE, GARDEN, charter, text};
use quorate::charter::reading::{ReadingError, adopt, effective};
use quorate::charter::{Basis, Charter, Comparator, Name, Setting, Status};

fn resolution() -> Name {
    let text = "第一届第四次大会决议";
    Name { zh: text.to_owned(), en: text.to_owned() }
}

fn adopted(question: &str, option: &str) -> (String, String, Name) {
    (question.to_owned(), option.to_owned(), resolution())
}

#[test]
fn every_option_of_every_question_can_be_adopted() {
    for path in [ALLIANCE, GARDEN] {
        let (file, base) = (text(path), charter(path));
        let mut count = 0;
        for question in &base.questions {
            for option in &question.options {
                let here = format!("{path} {} {}", question.id, option.id);
                let now = adopt(&file, &question.id, &option.id, &resolution())
                    .unwrap_or_else(|error| panic!("{here}: {error:#?}"));
                assert_ne!(now, base, "{here} changes nothing");
                let entry = now.question(&question.id).unwrap();
                assert_eq!(entry.basis.status, Status::Adopted, "{here}");
                assert_eq!(entry.basis.source, Some(resolution()), "{here}");
                assert_eq!(entry.reading, option.name, "{here}");
                for setting in &option.set {
                    assert!(says_so(&now, setting), "{here}: {setting:?}");
                }
                count += 1;
            }
        }
        assert!(count >= 5, "{path} has {count} options");
        assert_eq!(charter(path), base, "adopting does not touch the file");
    }
}

/// Whether the place a setting touched now says that it was adopted.
fn says_so(now: &Charter, setting: &Setting) -> bool {
    let table = toml::Table::try_from(now).unwrap();
    let mut here = toml::Value::Table(table);
    for name in setting.at.split('.') {
        here = match &here {
            toml::Value::Array(items) => {
                let called = |item: &&toml::Value| item["id"].as_str() == Some(name);
                items.iter().find(called).unwrap().clone()
            }
            table => table[name].clone(),
        };
    }
    let status = |value: &toml::Value| {
        let status = value.get("basis").and_then(|basis| basis.get("status"));
        status.and_then(toml::Value::as_str).map(str::to_owned)
    };
    match here.get(&setting.key) {
        Some(toml::Value::Array(items)) if items.iter().any(|item| status(item).is_some()) => {
            items.iter().all(|item| matches!(status(item).as_deref(), Some("adopted" | "stated")))
        }
        Some(inner) if status(inner).is_some() => status(inner).as_deref() == Some("adopted"),
        _ => status(&here).as_deref() == Some("adopted"),
    }
}

/// Verdicts go on citing the article; only where the reading comes from is new.
#[test]
fn an_adopted_value_keeps_its_article() {
    let file = text(GARDEN);
    let base = charter(GARDEN);
    let now = adopt(&file, "G2", "strict", &resolution()).unwrap();
    let (was, is) = (base.rule("three_fifths").unwrap(), now.rule("three_fifths").unwrap());
    assert_eq!((was.cmp, is.cmp), (Comparator::AtLeast, Comparator::MoreThan));
    let expected = |article: &Basis| Basis {
        status: Status::Adopted,
        article: article.article.clone(),
        source: Some(resolution()),
    };
    assert_eq!(is.basis, expected(&was.basis));
    let (was, is) = (was.exactly.as_ref().unwrap(), is.exactly.as_ref().unwrap());
    assert_eq!(is.basis, expected(&was.basis));
}

/// A tie or a quorum of its own is marked there; the rule or body around it stands as it stood.
#[test]
fn only_what_changes_is_marked() {
    let file = text(GARDEN);
    let base = charter(GARDEN);
    let now = adopt(&file, "G1", "second_vote", &resolution()).unwrap();
    let rule = now.rule("more_yes").unwrap();
    assert_eq!(rule.basis, base.rule("more_yes").unwrap().basis);
    let tie = rule.tie.as_ref().unwrap();
    assert!(tie.casting_vote);
    assert_eq!(tie.basis.status, Status::Adopted);
    let now = adopt(&file, "G4", "bench_quorum", &resolution()).unwrap();
    let bench = now.body("bench").unwrap();
    assert_eq!(bench.basis.status, Status::Stated);
    assert_eq!(bench.quorum.as_ref().unwrap().basis.status, Status::Adopted);
}

#[test]
fn readings_add_up_and_the_later_replaces_the_earlier() {
    let file = text(GARDEN);
    let all = [adopted("G1", "no_tie_rule"), adopted("G2", "strict"), adopted("G1", "second_vote")];
    let now = effective(&file, &all).unwrap();
    assert!(now.rule("more_yes").unwrap().tie.as_ref().unwrap().casting_vote);
    assert_eq!(now.rule("three_fifths").unwrap().cmp, Comparator::MoreThan);
    assert_eq!(effective(&file, &[]).unwrap(), charter(GARDEN));
}

#[test]
fn what_cannot_be_adopted_is_refused() {
    let file = text(GARDEN);
    let error = adopt(&file, "G22", "strict", &resolution()).unwrap_err();
    let nearest = Some("G2".to_owned());
    assert_eq!(error, ReadingError::NoQuestion { question: "G22".to_owned(), nearest });
    let error = adopt(&file, "G2", "loose", &resolution()).unwrap_err();
    assert!(matches!(error, ReadingError::NoOption { known, .. } if known == ["strict"]));
    let error = adopt(&file, "G2", "strict", &Name::default()).unwrap_err();
    assert!(matches!(error, ReadingError::NoSource { .. }));
    let error = adopt("format = 1", "G2", "strict", &resolution()).unwrap_err();
    assert!(matches!(error, ReadingError::Charter { .. }));
}

/// One reading takes away the table another changes.
#[test]
fn readings_that_exclude_each_other_are_refused() {
    let file = text(GARDEN).replacen(
        "at = \"proxy\", key = \"motions\"",
        "at = \"rule.more_yes.tie\", key = \"casting_vote\"",
        1,
    );
    let all = [adopted("G1", "no_tie_rule"), adopted("G3", "one")];
    let error = effective(&file, &all).unwrap_err();
    assert!(matches!(error, ReadingError::Clash { at, .. } if at == "rule.more_yes.tie"));
}

/// What a reading would make of the charter is proven like a file.
#[test]
fn a_reading_that_breaks_the_charter_is_refused() {
    let from = "value = [{ body = \"gathering\"";
    let file = text(GARDEN).replacen(from, "value = [{ body = \"well\"", 1);
    let error = adopt(&file, "G4", "gathering_only", &resolution()).unwrap_err();
    let ReadingError::Unsound { faults } = error else { panic!("{error:?}") };
    assert_eq!(faults[0].key, "matter.letting.route[1].body");
}
