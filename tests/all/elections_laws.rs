//! Laws of a count: whatever the sums are, who is elected follows from them and from nothing else.

// Helpers here stand outside test functions, where clippy allows it.
#![allow(clippy::unwrap_used)]

use crate::common::{ALLIANCE, Hall, convene};
use proptest::prelude::*;
use quorate::record::election::{Candidate, Marks, Round, Sheet, Sum, outcome};
use serde_json::json;
use std::sync::LazyLock;

/// A round of the alliance's assembly of 36 with its box open; 18 votes elect.
static ROUND: LazyLock<Round> = LazyLock::new(|| {
    let mut hall = Hall::with_units(ALLIANCE, 36);
    hall.ok(convene("assembly", "chair", json!([{"title": "选举", "matter": "election"}])));
    hall.ok(json!({"do": "sign_in_all"}));
    hall.call_to_order(1, "chair");
    hall.ok(json!({"do": "open_item", "item": 1}));
    hall.ok(json!({"do": "prepare_election", "item": 1, "contests": [{"seat":
        {"of": "office", "office": "vice_chair"}, "seats": 2, "marks": "pick",
        "candidates": [{"name": "候选人甲", "unit": 1}]}]}));
    for propose in [
        json!({"do": "propose_rules", "item": 1}),
        json!({"do": "propose_tellers", "item": 1, "tellers": [{"name": "代表31", "task": "chief"}]}),
    ] {
        let moved = hall.ok(propose);
        let motion = moved["events"].as_array().unwrap().last().unwrap()["motion"].clone();
        hall.ok(json!({"do": "open_vote", "motion": motion, "method": "hands"}));
        hall.ok(json!({"do": "count", "yes": 36, "no": 0}));
        hall.ok(json!({"do": "close_vote"}));
        hall.ok(json!({"do": "declare"}));
    }
    hall.ok(json!({"do": "issue_ballots", "item": 1, "contest": 1, "printed": 36, "issued": 36}));
    hall.ok(json!({"do": "open_box", "item": 1, "contest": 1, "recovered": 36}));
    let book = hall.ledger().book;
    book.meeting(1).unwrap().race(1, 1).unwrap().rounds[0].clone()
});

fn with(votes: &[u32], seats: u32) -> Round {
    let mut round = ROUND.clone();
    round.seats = seats;
    round.candidates = (1..)
        .zip(votes)
        .map(|(n, _)| Candidate {
            name: format!("候选人{n:02}"),
            unit: Some(n),
            nominated_by: String::new(),
            nominators: Vec::new(),
        })
        .collect();
    let sums = votes.iter().map(|yes| Sum { yes: *yes, ..Sum::default() }).collect();
    round.sheets = vec![Sheet { valid: 36, votes: sums, ..Sheet::default() }];
    round
}

proptest! {
    #[test]
    fn most_votes_first_and_never_more_than_the_seats(
        votes in prop::collection::vec(0_u32..=36, 1..12),
        seats in 1_u32..6,
    ) {
        let found = outcome(&with(&votes, seats), Marks::Pick);
        let yes = |place: &usize| found.fared[*place].votes.yes;
        let elected: Vec<u32> = found.elected.iter().map(yes).collect();
        prop_assert!(elected.len() <= seats as usize);
        prop_assert!(elected.iter().all(|n| *n >= 18), "the share is reached");
        prop_assert_eq!(found.vacant as usize, seats as usize - elected.len());
        // Nobody who is left out has as many votes as somebody elected.
        let left = (0..found.fared.len()).filter(|p| !found.elected.contains(p));
        let most = left.map(|p| yes(&p)).max().unwrap_or(0);
        prop_assert!(elected.iter().all(|n| *n > most || most < 18));
        let reached = votes.iter().filter(|n| **n >= 18).count();
        let tie = found.flags.iter().any(|f| f == "tie_at_last_seat");
        // All who reach the share are elected, unless there are more of them than seats.
        if reached <= seats as usize {
            prop_assert_eq!(elected.len(), reached);
            prop_assert!(!tie);
        } else {
            prop_assert_eq!(tie, elected.len() < seats as usize);
        }
        if tie {
            let level: Vec<u32> = found.again.iter().map(yes).collect();
            prop_assert!(level.len() > found.vacant as usize);
            prop_assert!(level.iter().all(|n| *n == level[0] && *n >= 18));
        }
    }

    /// In how many sheets the papers were summed, and in which order, changes nothing.
    #[test]
    fn sheets_add_up_in_any_order(votes in prop::collection::vec((0_u32..=18, 0_u32..=18), 1..8)) {
        let whole: Vec<u32> = votes.iter().map(|(a, b)| a + b).collect();
        let one = outcome(&with(&whole, 2), Marks::Pick);
        for turned in [false, true] {
            let mut round = with(&whole, 2);
            let half = |first: bool| Sheet {
                valid: 18,
                votes: votes
                    .iter()
                    .map(|(a, b)| Sum { yes: if first { *a } else { *b }, ..Sum::default() })
                    .collect(),
                ..Sheet::default()
            };
            round.sheets = vec![half(!turned), half(turned)];
            prop_assert_eq!(&outcome(&round, Marks::Pick), &one);
        }
    }
}
