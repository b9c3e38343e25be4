//! How a meeting stands, for scripts: heads, votes, elections.

use crate::ledger::Ledger;
use crate::record::state::Meeting;
use crate::text::Lang;
use serde_json::{Value, json};

/// The phase, the heads, the votes and elections of a meeting.
pub(super) fn answer(lang: Lang, ledger: &Ledger, meeting: &Meeting) -> Value {
    let book = &ledger.book;
    let roll = book.roll_of(&meeting.body);
    let heads = meeting.headcount(&roll);
    let votes: Vec<Value> = meeting
        .votes
        .iter()
        .map(|vote| {
            let verdict = crate::record::tally::verdict(vote);
            let outcome = vote.declared.last().map(|d| d.carried);
            let says = book.charter.as_deref().map(|charter| {
                crate::text::verdict::explanation(lang, charter, &verdict, &vote.frozen, outcome)
            });
            json!({
                "vote": vote.no, "motion": vote.motion, "base": verdict.base,
                "needed": verdict.needed, "carried": outcome, "arithmetic": verdict.carried,
                "flags": verdict.flags, "tally": verdict.tally, "says": says,
            })
        })
        .collect();
    json!({
        "meeting": meeting.no, "body": meeting.body, "phase": format!("{:?}", meeting.phase).to_lowercase(),
        "roll": heads.roll, "present": heads.present, "excused": heads.excused,
        "absent": heads.absent, "item": meeting.item_in_hand().map(|i| i.no), "votes": votes,
        "elections": elections(lang, ledger, meeting),
    })
}

/// The elections of a meeting: where each contest stands, with the result in words.
fn elections(lang: Lang, ledger: &Ledger, meeting: &Meeting) -> Vec<Value> {
    let mut all = Vec::new();
    for election in &meeting.elections {
        for (race, contest) in election.races.iter().zip(1_u32..) {
            let last = race.rounds.last();
            let says = last.and_then(|round| {
                let (charter, outcome) = (ledger.book.charter.as_deref()?, round.outcome.as_ref()?);
                Some(crate::text::election::result(lang, charter, round, outcome))
            });
            let elected: Vec<&str> = race.elected().map(|c| c.name.as_str()).collect();
            all.push(json!({
                "item": election.item, "contest": contest, "seat": race.contest.seat,
                "adopted": election.adopted, "approved": election.approved,
                "rounds": race.rounds.len(), "vacant": race.vacant(), "elected": elected,
                "outcome": last.and_then(|r| r.outcome.as_ref()), "says": says,
            }));
        }
    }
    all
}
