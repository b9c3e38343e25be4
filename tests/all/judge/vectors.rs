//! The vectors of `tests/data/vectors`: one file a rule set, worked out by hand from its text.

use super::{answers, charter};
use quorate::{judge, shipped};
use serde_json::Value;

#[test]
fn every_shipped_rule_set_rules_as_its_text_says() {
    let mut wrong = Vec::new();
    let mut rows = 0;
    for (id, _) in shipped::CHARTERS.iter().filter(|(id, _)| *id != "xj-quality-2022") {
        let charter = charter(id);
        let file = crate::common::data(&format!("vectors/{id}.jsonl"));
        let mut seen: Vec<String> = Vec::new();
        for (place, row) in file.lines().enumerate() {
            let row: Value = serde_json::from_str(row).unwrap();
            let key = row["power"].as_str().unwrap();
            let power = judge::power(&charter, key).unwrap_or_else(|| panic!("{id}: {key}"));
            seen.push(power.rule.id.clone());
            let answer = answers(&power, std::slice::from_ref(&row["line"])).pop().unwrap();
            rows += 1;
            let flags = row["flags"].as_array().unwrap();
            let known = answer["flags"].as_array().cloned().unwrap_or_default();
            let same = answer["passed"] == row["passed"]
                && row.get("needed").is_none_or(|needed| answer["needed"] == *needed)
                && flags.iter().all(|flag| known.contains(flag))
                && answer["id"] == row["line"]["id"];
            if !same {
                wrong.push(format!("{id} line {}: {row}\n    was ruled {answer}", place + 1));
            }
            let missed = known.iter().any(|f| f == "vote_quorum_missed");
            let expected = flags.iter().any(|f| f == "vote_quorum_missed");
            if missed != expected {
                wrong.push(format!("{id} line {}: the quorum: {answer}", place + 1));
            }
        }
        for rule in charter.rules.iter().filter(|rule| !seen.contains(&rule.id)) {
            wrong.push(format!("{id}: {} has no vector", rule.id));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(rows > 130, "{rows}");
}
