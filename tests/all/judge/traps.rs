//! The fence-posts other voting programs got wrong, as measured in their own code: each by its name.

use super::{answer, answers, charter};
use quorate::judge;
use serde_json::{Value, json};

fn ruled(id: &str, key: &str, line: Value) -> (bool, Value) {
    let answer = answer(id, key, line);
    (answer["passed"].as_bool().unwrap_or_else(|| panic!("{answer}")), answer["needed"].clone())
}

/// Half of an odd number, rounded up and one more: 101 members would need 52.
#[test]
fn a_majority_of_an_odd_number_is_not_one_too_many() {
    for n in (1..200_u32).step_by(2) {
        let line = json!({"for": n / 2 + 1, "against": n / 2, "eligible": n, "present": n});
        assert_eq!(ruled("cn-gd-trade-assoc", "assembly", line), (true, json!(n / 2 + 1)), "{n}");
    }
}

/// The quotient and one more, for every share: two thirds of 9 would be 7.
#[test]
fn two_thirds_of_nine_are_six_and_not_seven() {
    let line = json!({"for": 6, "against": 3, "eligible": 9, "present": 9});
    assert_eq!(ruled("cn-rural-collective-2024", "assembly", line), (true, json!(6)));
}

/// In binary fractions 1.4 of 2.1, 2.8 of 4.2 and 197 others of a thousand fall short.
#[test]
fn exact_two_thirds_of_decimal_weights_are_reached() {
    let charter = charter("cn-company-llc-2023");
    let power = judge::power(&charter, "special").unwrap();
    let tenths = |n: u32| format!("{}.{}", n / 10, n % 10);
    let lines: Vec<Value> = (1..=1000)
        .map(|n| json!({"for": tenths(2 * n), "against": tenths(n), "eligible": tenths(3 * n)}))
        .collect();
    assert!(answers(&power, &lines).iter().all(|a| a["passed"] == true && a["margin"] == 0));
}

/// “Yes at least twice no” with nobody voting: 0 is at least 2 times 0.
#[test]
fn all_abstaining_carries_nothing() {
    for (id, key) in [("ronr-12", "two_thirds"), ("de-bgb-verein", "amend"), ("un-ga", "important")]
    {
        let line = json!({"for": 0, "against": 0, "abstain": 9, "present": 9, "eligible": 9});
        assert_eq!(ruled(id, key, line), (false, Value::Null), "{id}");
    }
}

/// 66.67 per cent fails 2 of 3, 4 of 6, 6 of 9; 66.6 per cent passes 333 of 500.
#[test]
fn two_thirds_are_no_percentage() {
    for n in 1..=1333_u32 {
        let line = json!({"for": 2 * n, "against": n, "eligible": 3 * n, "present": 3 * n});
        assert!(ruled("cn-rural-collective-2024", "assembly", line).0, "{n}");
    }
    let line = json!({"for": 333, "against": 167, "eligible": 500, "present": 500});
    assert_eq!(ruled("cn-rural-collective-2024", "assembly", line), (false, json!(334)));
}

/// 51 per cent is not a majority: 26 of 51 are, at 50.98 per cent.
#[test]
fn a_majority_is_not_51_per_cent() {
    let line = json!({"for": 26, "against": 25, "eligible": 51, "present": 51});
    assert_eq!(ruled("cn-gd-trade-assoc", "assembly", line), (true, json!(26)));
}

/// Half of those present, rounded up, would let 5 of 10 pass as a simple majority.
#[test]
fn five_of_ten_are_no_majority() {
    let line = json!({"for": 5, "against": 5, "present": 10, "eligible": 10});
    assert_eq!(ruled("cn-foundation-council", "ordinary", line), (false, json!(6)));
}

/// The absolute majority that was right elsewhere is right here too.
#[test]
fn an_absolute_majority_is_half_and_one_vote() {
    for n in 1..300_u32 {
        let line = json!({"for": n, "against": 0, "eligible": n, "present": n});
        assert_eq!(ruled("cn-gd-trade-assoc", "assembly", line).1, json!(n / 2 + 1));
    }
}

/// 135 of 203 shows as 67 per cent and is less than two thirds; 51 of 101 shows as 50 and is a majority.
#[test]
fn rounded_percentages_would_say_the_opposite() {
    let line = json!({"for": 135, "against": 68, "eligible": 203, "present": 203});
    assert_eq!(ruled("cn-rural-collective-2024", "assembly", line), (false, json!(136)));
    let line = json!({"for": 51, "against": 50, "eligible": 101, "present": 101});
    assert_eq!(ruled("cn-gd-trade-assoc", "assembly", line), (true, json!(51)));
    let line = json!({"for": 13335, "against": 6668, "eligible": 20003, "present": 20003});
    assert_eq!(ruled("cn-rural-collective-2024", "assembly", line), (false, json!(13336)));
}

/// Three voters of weight ten made 1000 per cent of three heads.
#[test]
fn weights_are_never_compared_with_heads() {
    let line = json!({"for": 15, "against": 12, "eligible": 27, "present": 27,
        "groups": {"population": {"for": 20, "against": 430, "total": 450}}});
    let (passed, needed) = ruled("eu-council-qmv", "qmv", line);
    assert_eq!((passed, needed), (false, json!(293)), "20 is more than 15 heads and not of 450");
}

/// Abstaining counts for the quorum and not for the base: it can help, and both are shown.
#[test]
fn abstaining_that_makes_the_quorum_is_shown_with_it() {
    let few = answer(
        "ronr-12",
        "majority",
        json!({"for": 3, "against": 2, "present": 5, "eligible": 12}),
    );
    let more = answer(
        "ronr-12",
        "majority",
        json!({"for": 3, "against": 2, "abstain": 2, "present": 7, "eligible": 12}),
    );
    assert_eq!((&few["passed"], &few["quorum"]["met"]), (&json!(false), &json!(false)));
    assert_eq!((&more["passed"], &more["quorum"]["met"]), (&json!(true), &json!(true)));
}

/// One third of 22 is 8, although a published example says 7.
#[test]
fn a_published_example_can_be_wrong() {
    let second = |present: u32| {
        answer(
            "cn-fund-holders-2015",
            "ordinary",
            json!({"for": present, "against": 0, "abstain": 0, "present": present, "eligible": 22, "second_call": true}),
        )
    };
    assert_eq!(
        second(7)["quorum"],
        json!({"needed": 8, "have": 7, "met": false, "counts": "units"})
    );
    assert_eq!(second(8)["quorum"]["met"], true);
}

/// Strict where inclusive was meant turned 3 to 1 into 4 to 1 in a body of eight.
#[test]
fn six_to_two_is_three_to_one() {
    let line = json!({"for": 6, "against": 2, "eligible": 8});
    assert_eq!(ruled("debian-constitution-1.9", "amend_constitution", line), (true, json!(6)));
}
