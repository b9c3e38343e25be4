//! Rules on given counts: hand-made vectors for every shipped rule set, exhaustive fence-posts, laws.
//!
//! The figures are worked out from the texts the files name, on paper; none is the program's output.

// Helpers here stand outside test functions, where clippy allows it.
#![allow(clippy::unwrap_used)]

mod lints;
mod traps;
mod vectors;

use proptest::prelude::*;
use quorate::charter::read::read;
use quorate::charter::{Amount, Base, Charter, Comparator, Ratio};
use quorate::judge::{self, Power};
use quorate::record::judging::{Sheet, Sides, judge as ruled};
use quorate::shipped;
use serde_json::{Value, json};

fn charter(id: &str) -> Charter {
    let text = shipped::charter(id).map(str::to_owned);
    let text = text.unwrap_or_else(|| crate::common::data(&format!("charters/{id}.toml")));
    read(&text).unwrap_or_else(|faults| panic!("{id}: {faults:#?}"))
}

/// Lines in, answers out.
fn answers(power: &Power, lines: &[Value]) -> Vec<Value> {
    let text: Vec<String> = lines.iter().map(Value::to_string).collect();
    let mut out = Vec::new();
    judge::run(power, text.join("\n").as_bytes(), &mut out).unwrap();
    let out = String::from_utf8(out).unwrap();
    out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[track_caller]
fn answer(id: &str, key: &str, line: Value) -> Value {
    let charter = charter(id);
    let power = judge::power(&charter, key).unwrap_or_else(|| panic!("{id} has no {key}"));
    answers(&power, &[line]).pop().unwrap()
}

#[test]
fn every_preset_is_shipped_with_the_ids_it_has_there() {
    let presets: Value = serde_json::from_str(&crate::common::data("presets.json")).unwrap();
    let presets = presets["presets"].as_array().unwrap();
    assert_eq!(presets.len(), 24);
    for preset in presets {
        let id = preset["id"].as_str().unwrap();
        let charter = charter(id);
        assert_eq!(charter.identity.id, id);
        assert_eq!(charter.identity.name.zh, preset["name_zh"].as_str().unwrap(), "{id}");
        assert_eq!(charter.identity.name.en, preset["name_en"].as_str().unwrap(), "{id}");
        let status = serde_json::to_value(charter.identity.source_status).unwrap();
        assert_eq!(status, preset["source_status"], "{id}");
        for decision in preset["decisions"].as_array().unwrap() {
            let key = decision["id"].as_str().unwrap();
            assert!(judge::power(&charter, key).is_some(), "{id} has no {key}");
            let rule = charter.rule(key).unwrap();
            let (num, den) = (decision["num"].as_u64().unwrap(), decision["den"].as_u64().unwrap());
            let named = matches!(decision["base"].as_str(), Some("fixed" | "any_of"));
            let same = u64::from(rule.share.num) * den == u64::from(rule.share.den) * num;
            assert!(named || same, "{id} {key}: the share");
            assert!(named || rule.cmp == comparator(decision), "{id} {key}: the comparator");
        }
    }
}

fn comparator(decision: &Value) -> Comparator {
    match decision["cmp"].as_str() {
        Some(">") => Comparator::MoreThan,
        _ => Comparator::AtLeast,
    }
}

#[test]
fn what_nobody_confirmed_is_assumed_in_every_rule() {
    for (id, _) in shipped::CHARTERS {
        let charter = charter(id);
        if charter.identity.source_status.is_none_or(|s| !s.is_unconfirmed()) {
            continue;
        }
        let own = charter.rules.iter().filter(|r| r.basis.source == charter.identity.source);
        for rule in own {
            assert_eq!(rule.basis.status, quorate::charter::Status::Assumed, "{id} {}", rule.id);
        }
        for lang in [quorate::text::Lang::Zh, quorate::text::Lang::En] {
            let shown = quorate::text::charter::show(&charter, lang);
            let said = quorate::text::charter::unconfirmed(&charter).unwrap();
            assert!(shown.contains(&lang.pick(&said)), "{id}");
        }
    }
}

/// Every roll up to 400 by the share's meaning, counted up one by one: strict and inclusive.
#[test]
fn every_roll_up_to_400_is_ruled_as_by_hand() {
    let mut rule = charter("cn-foundation-council").rule("ordinary").unwrap().clone();
    rule.base = Base::AllMembers;
    for (num, den) in [(1, 2), (2, 3), (3, 4), (3, 5), (55, 100), (1, 3), (1, 1)] {
        for strict in [true, false] {
            rule.share = Ratio { num, den };
            rule.cmp = if strict { Comparator::MoreThan } else { Comparator::AtLeast };
            for roll in 0..=400_u32 {
                let enough = |yes: u32| match (roll, strict) {
                    (0, _) => false,
                    (_, true) => yes * den > roll * num,
                    (_, false) => yes > 0 && yes * den >= roll * num,
                };
                let first = (0..=roll + 1).find(|yes| enough(*yes));
                for yes in [first.unwrap_or(0).saturating_sub(1), first.unwrap_or(0), roll] {
                    let judged = ruled(&rule, None, &sheet(yes, 0, 0, roll)).unwrap();
                    let measure = judged.deciding().unwrap();
                    assert_eq!(
                        judged.carried,
                        enough(yes),
                        "{yes} of {roll} by {num}/{den} {strict}"
                    );
                    assert_eq!(measure.needed, first.map(Amount::whole), "{roll} by {num}/{den}");
                }
            }
        }
    }
}

fn sheet(yes: u32, no: u32, abstain: u32, total: u32) -> Sheet {
    let plain = Sides {
        yes: Some(Amount::whole(yes)),
        no: Some(Amount::whole(no)),
        abstain: Some(Amount::whole(abstain)),
        present: Some(Amount::whole(total)),
        total: Some(Amount::whole(total)),
        ..Sides::default()
    };
    Sheet { plain, ..Sheet::default() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    /// One more yes instead of a no or an abstention never loses; with all members as the base it
    /// does not matter whether those who are not for it vote no or abstain; and the two comparators
    /// differ at equality only.
    #[test]
    fn laws_of_a_measure(
        total in 1..300_u32, parts in any::<[u8; 2]>(), num in 1..6_u32, more in 0..4_u32,
        base in 0..6_usize,
    ) {
        let den = num + more;
        let bases = [Base::AllMembers, Base::Present, Base::Participating, Base::VotesCast, Base::YesAndNo, Base::NotRecused];
        let yes = u32::from(parts[0]) % total;
        let no = u32::from(parts[1]) % (total - yes);
        let mut rule = charter("de-bgb-verein").rule("ordinary").unwrap().clone();
        rule.base = bases[base];
        rule.share = Ratio { num, den };
        let with = |cmp, yes, no, abstain| {
            let mut rule = rule.clone();
            rule.cmp = cmp;
            let judged = ruled(&rule, None, &sheet(yes, no, abstain, total)).unwrap();
            (judged.carried, judged.deciding().unwrap().exact)
        };
        let abstain = total - yes - no;
        for cmp in [Comparator::AtLeast, Comparator::MoreThan] {
            let (carried, _) = with(cmp, yes, no, abstain);
            if no > 0 {
                prop_assert!(!carried || with(cmp, yes + 1, no - 1, abstain).0);
            }
            if abstain > 0 {
                prop_assert!(!carried || with(cmp, yes + 1, no, abstain - 1).0);
            }
            if base == 0 {
                prop_assert_eq!(carried, with(cmp, yes, 0, no + abstain).0);
                prop_assert_eq!(carried, with(cmp, yes, no + abstain, 0).0);
            }
        }
        let (inclusive, exact) = with(Comparator::AtLeast, yes, no, abstain);
        let (strict, _) = with(Comparator::MoreThan, yes, no, abstain);
        prop_assert_eq!(inclusive != strict, exact && yes > 0);
    }
}

#[test]
fn a_figure_the_rule_needs_is_named_and_never_guessed() {
    let lacks = |id: &str, key: &str, line: Value, figure: &str| {
        let answer = answer(id, key, line.clone());
        assert_eq!(answer["error"]["figure"], figure, "{line} was answered by {answer}");
        assert_eq!(answer["error"]["code"], "figure_missing");
        assert_eq!(answer["id"], line["id"]);
        for lang in ["zh", "en"] {
            assert!(answer["error"]["says"][lang].as_str().unwrap().contains(figure));
        }
    };
    lacks("us-senate-cloture", "cloture", json!({"id": "a", "for": 60, "against": 40}), "eligible");
    lacks(
        "cn-foundation-council",
        "ordinary",
        json!({"id": "a", "for": 3, "eligible": 5}),
        "present",
    );
    lacks("de-bgb-verein", "ordinary", json!({"id": 1, "for": 3}), "against");
    lacks("de-bgb-verein", "ordinary", json!({"id": null, "against": 3}), "for");
    lacks("un-sc", "substantive", json!({"id": "a", "for": 9, "against": 1}), "vetoes");
    lacks(
        "eu-council-qmv",
        "qmv",
        json!({"id": "a", "for": 20, "eligible": 27}),
        "groups.population",
    );
    lacks(
        "eu-council-qmv",
        "qmv",
        json!({"id": "a", "for": 20, "eligible": 27, "groups": {"population": {"for": 70}}}),
        "groups.population.total",
    );
    lacks(
        "cn-civilcode-278",
        "ordinary",
        json!({"id": "a", "for": 20, "against": 2, "eligible": 27, "groups": {"area": {"for": 7, "against": 0, "abstain": 0, "total": 9}}}),
        "abstain",
    );
    lacks(
        "debian-constitution-1.9",
        "ordinary",
        json!({"id": "a", "for": 9, "against": 1}),
        "eligible",
    );
    // Those who voted were there; where they are too few, the number present must be given.
    lacks(
        "cn-gd-trade-assoc",
        "assembly",
        json!({"id": "a", "for": 6, "against": 0, "eligible": 10}),
        "present",
    );
    let enough =
        answer("cn-gd-trade-assoc", "assembly", json!({"for": 6, "against": 1, "eligible": 10}));
    assert_eq!(enough["quorum"], json!({"needed": 7, "have": 7, "met": true}));
}

#[test]
fn a_slip_in_a_line_is_said_and_the_next_line_is_judged() {
    let charter = charter("de-bgb-verein");
    let power = judge::power(&charter, "ordinary").unwrap();
    let lines = "{\"id\":1,\"for\":-1,\"against\":0}\nnot json\n\n# a remark\n{\"id\":2,\"for\":1e3,\"against\":0}\n\
        {\"id\":3,\"for\":1.0000001,\"against\":0}\n{\"id\":4,\"for\":9,\"against\":1,\"present\":9}\n\
        {\"id\":5,\"for\":1,\"against\":0,\"present\":9,\"eligible\":8}\n{\"id\":6,\"for\":\"12.5\",\"against\":12.25}";
    let mut out = Vec::new();
    let faults = judge::run(&power, lines.as_bytes(), &mut out).unwrap();
    let out = String::from_utf8(out).unwrap();
    let out: Vec<Value> = out.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    let codes: Vec<&str> =
        out.iter().map(|a| a["error"]["code"].as_str().unwrap_or("none")).collect();
    let slips = ["not_a_figure", "not_json", "not_a_figure", "not_a_figure"];
    assert_eq!(codes[..4], slips);
    assert_eq!(codes[4..], ["figures_contradict", "figures_contradict", "none"]);
    assert_eq!(faults.iter().map(|f| f.0).collect::<Vec<_>>(), [1, 2, 5, 6, 7, 8]);
    // Half of 24.75 is 12.375, and the figures have two places: the first more than it is 12.38.
    assert_eq!((&out[6]["needed"], &out[6]["passed"]), (&json!(12.38), &json!(true)));
}

#[test]
fn a_key_names_a_power_or_a_rule() {
    let alliance = charter("xj-quality-2022");
    assert_eq!(judge::power(&alliance, "amendment").unwrap().rule.id, "amend");
    assert_eq!(judge::power(&alliance, "admission/council").unwrap().rule.id, "council");
    assert_eq!(judge::power(&alliance, "council").unwrap().body.unwrap().id, "council");
    assert!(judge::power(&alliance, "amendments").is_none());
    for (id, _) in shipped::CHARTERS {
        let charter = charter(id);
        let shown = quorate::text::charter::show(&charter, quorate::text::Lang::En);
        for key in charter.rules.iter().map(|r| &r.id).chain(charter.matters.iter().map(|m| &m.id))
        {
            assert!(shown.contains(&format!("({key})")), "{id}: show does not list {key}");
            assert!(judge::power(&charter, key).is_some(), "{id} {key}");
        }
    }
}

/// The same figures in halves, thirds and millionths: no decimal loses an exact two thirds.
#[test]
fn exact_two_thirds_of_decimals_are_two_thirds() {
    let charter = charter("cn-company-llc-2023");
    let power = judge::power(&charter, "special").unwrap();
    let mut lines = Vec::new();
    for n in 1..=1000_u32 {
        let third = |k: u32| format!("{}.{}", k / 10, k % 10);
        lines.push(
            json!({"id": n, "for": third(2 * n), "against": third(n), "eligible": third(3 * n)}),
        );
    }
    for answer in answers(&power, &lines) {
        assert_eq!((&answer["passed"], &answer["margin"]), (&json!(true), &json!(0)), "{answer}");
    }
}

#[test]
fn thirty_five_thousand_lines_are_no_work() {
    let charter = charter("us-senate-cloture");
    let power = judge::power(&charter, "cloture").unwrap();
    let line =
        json!({"id": 1, "for": 59, "against": 41, "abstain": 0, "present": 100, "eligible": 100});
    let lines = vec![line.to_string(); 35_000].join("\n");
    let mut out = Vec::new();
    assert!(judge::run(&power, lines.as_bytes(), &mut out).unwrap().is_empty());
    assert_eq!(out.iter().filter(|b| **b == b'\n').count(), 35_000);
}

/// The example of the manual is what the program says.
#[test]
fn the_manual_shows_what_is_answered() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/judge.md");
    let manual = std::fs::read_to_string(path).unwrap();
    let block = |begin: &str| {
        let rest = manual.lines().skip_while(|l| !l.starts_with(begin));
        serde_json::from_str::<Value>(rest.clone().next().unwrap()).unwrap()
    };
    let line = block("{\"id\": 7");
    let mut shown = block("{\"id\":7");
    let mut answered = answer("eu-council-qmv", "qmv", line);
    for value in [&mut shown, &mut answered] {
        value["explanation"].take();
    }
    assert_eq!(shown, answered);
}

/// A short file is completed; what is wrong in it still has its line, and a full one may not be short.
#[test]
fn a_short_file_has_its_faults_on_their_lines() {
    let text = shipped::charter("de-bgb-verein").unwrap();
    let faulty = text.replace("base = \"all_members\"", "base = \"all_memebrs\"");
    let faults = read(&faulty).unwrap_err();
    let line = 1 + faulty.lines().position(|l| l.contains("memebrs")).unwrap();
    assert_eq!((faults[0].line, faults[0].key.as_str()), (Some(line), "rule.purpose.base"));
    let bare = text.replace("source_status = \"read\"\n", "");
    let faults = read(&bare).unwrap_err();
    assert!(faults.len() > 10, "without its status it is a charter in full: {faults:#?}");
}

/// A roster brings weights and groups in columns of their own; without them a unit has none.
#[test]
fn a_roster_has_columns_for_weights_and_groups() {
    let charter = charter("cn-civilcode-278");
    let table =
        "单位名称,权重 area,weight: votes,组别\n示例业主01,88.5,2,东区 高层\n示例业主02,,1,\n";
    let units = quorate::roster::read(&charter, table.as_bytes()).unwrap();
    assert_eq!(units[0].weights["area"], Amount::parse("88.5").unwrap());
    assert_eq!(units[0].weights["votes"], Amount::whole(2));
    assert_eq!(units[0].groups, ["东区", "高层"]);
    assert!(units[1].groups.is_empty() && !units[1].weights.contains_key("area"));
    let faults =
        quorate::roster::read(&charter, "name,weight area\n示例,12 m2\n".as_bytes()).unwrap_err();
    let said = quorate::roster::sentence(quorate::text::Lang::En, &faults[0]);
    assert!(said.contains("12 m2") && said.contains("six decimals"), "{said}");
}

/// Fewest not in favour who block, found from the members' own weights.
#[test]
fn the_blocking_number_is_taken_from_single_members() {
    use crate::common::{Hall, convene, unit_name};
    let people = [30, 20, 10, 10, 10, 5, 5, 5, 5];
    for (against, carried) in [(vec![1, 2], true), (vec![1, 2, 9], false)] {
        let mut hall = Hall::new();
        hall.ok(json!({"do": "new", "charter": "eu-council-qmv"}));
        let unit = |n: u32| json!({"unit": n, "name": unit_name(n), "weights": {"population": people[n as usize - 1]}});
        hall.ok(json!({"do": "enrol", "units": (1..=9).map(unit).collect::<Vec<_>>()}));
        hall.ok(convene("council", "chair", json!([{"title": "议题", "matter": "qmv_partial"}])));
        hall.ok(json!({"do": "sign_in_all"}));
        hall.call_to_order(1, "chair");
        let motion = hall.move_item(1, 1, "提案。");
        hall.ok(json!({"do": "open_vote", "motion": motion, "method": "roll_call"}));
        for unit in 1..=9 {
            let choice = if against.contains(&unit) { "no" } else { "yes" };
            hall.ok(json!({"do": "call", "unit": unit, "choice": choice}));
        }
        let closed = hall.ok(json!({"do": "close_vote"}));
        // More than 35 of 100 takes two members, and one more blocks: three.
        assert_eq!(closed["events"][0]["verdict"]["carried"], carried, "{against:?}: {closed:#}");
    }
}
