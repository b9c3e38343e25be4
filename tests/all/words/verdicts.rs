//! Verdicts: the arithmetic of the scenarios, word for word, and what the presider says.

use super::{ALLIANCE, MODEL, book, charter, meeting, well_formed, with_reading};
use quorate::charter::{Charter, Method};
use quorate::record::Stamp;
use quorate::record::event::{Frozen, Papers};
use quorate::record::state::{Vote, VoteState};
use quorate::record::tally::{self, Prospect, Standing, Tally};
use quorate::text::Lang;
use quorate::text::verdict::{self, Stage};

/// A vote frozen under a rule: roll, recused, voters.
fn frozen(charter: &Charter, rule: &str, [roll, recused, voters]: [u32; 3]) -> Frozen {
    let recused: Vec<u32> = (1..=recused).collect();
    let first = recused.len() as u32 + 1;
    Frozen {
        charter_version: 1,
        rule: charter.rule(rule).unwrap().clone(),
        roll: (1..=roll).collect(),
        voters: (first..first + voters).collect(),
        proxies: Vec::new(),
        recused,
        base: None,
        needed: None,
        flags: Vec::new(),
        matter_flags: Default::default(),
        roll_changed: false,
        scales: Default::default(),
    }
}

fn figures([yes, no, abstain]: [u32; 3]) -> Tally {
    Tally { yes, no, abstain, ..Tally::default() }
}

#[track_caller]
fn explained(charter: &Charter, rule: &str, units: [u32; 3], votes: [u32; 3], zh: &str, en: &str) {
    let frozen = frozen(charter, rule, units);
    let judged = tally::judge(&frozen, units[2], figures(votes));
    let outcome = Some(judged.carried);
    let said = |lang| verdict::explanation(lang, charter, &judged, &frozen, outcome);
    assert_eq!(said(Lang::Zh), zh);
    assert_eq!(said(Lang::En), en);
}

#[test]
fn the_arithmetic_of_the_scenarios_is_said() {
    let own = charter(ALLIANCE);
    // S01, S03
    explained(
        &own,
        "ordinary",
        [36, 0, 30],
        [22, 5, 3],
        "依据第九条：全体36家，须18票；赞成22票，超4票——通过",
        "Under article 9: of all 36 members, 18 votes are needed; 22 in favour, 4 more than needed — carried",
    );
    explained(
        &own,
        "ordinary",
        [36, 0, 34],
        [18, 14, 2],
        "依据第九条：全体36家，须18票；赞成恰为18票——通过",
        "Under article 9: of all 36 members, 18 votes are needed; 18 in favour, exactly the number needed — carried",
    );
    explained(
        &with_reading("A01", "strict"),
        "ordinary",
        [36, 0, 34],
        [18, 14, 2],
        "依据第九条，按本会选定的读法：全体36家，须19票；赞成18票，差1票——未获通过",
        "Under article 9, in the reading the association adopted: of all 36 members, 19 votes are needed; 18 in favour, 1 too few — lost",
    );
    // S06, S07
    explained(
        &own,
        "amend",
        [36, 0, 30],
        [24, 4, 2],
        "依据第二十二条：全体36家，须24票；赞成恰为24票——通过",
        "Under article 22: of all 36 members, 24 votes are needed; 24 in favour, exactly the number needed — carried",
    );
    explained(
        &own,
        "amend",
        [36, 0, 30],
        [23, 5, 2],
        "依据第二十二条：全体36家，须24票；赞成23票，差1票——未获通过",
        "Under article 22: of all 36 members, 24 votes are needed; 23 in favour, 1 too few — lost",
    );
    explained(
        &own,
        "amend",
        [37, 0, 34],
        [24, 8, 2],
        "依据第二十二条：全体37家，须25票；赞成24票，差1票——未获通过",
        "Under article 22: of all 37 members, 25 votes are needed; 24 in favour, 1 too few — lost",
    );
    explained(
        &own,
        "amend",
        [50, 0, 45],
        [34, 9, 2],
        "依据第二十二条：全体50家，须34票；赞成恰为34票——通过",
        "Under article 22: of all 50 members, 34 votes are needed; 34 in favour, exactly the number needed — carried",
    );
    // S02b: the same figures under another charter, of those present
    explained(
        &charter(MODEL),
        "present_half_incl",
        [36, 0, 24],
        [16, 6, 2],
        "依据第一条：到会24名，须12票；赞成16票，超4票——通过",
        "Under article 1: of the 24 present, 12 votes are needed; 16 in favour, 4 more than needed — carried",
    );
}

#[test]
fn an_assumed_rule_is_named() {
    let own = charter(ALLIANCE);
    const ZH: &str = "章程未规定表决比例，按假定规则“理事会：全体理事单位（不含回避单位）过半数”：";
    const EN: &str = "The charter gives no share; by the assumed rule “council: more than half of all council units not recused”: ";
    // S20, S23, S24
    explained(
        &own,
        "council",
        [11, 0, 9],
        [7, 1, 1],
        &format!("{ZH}全体11家，须6票；赞成7票，超1票——通过"),
        &format!(
            "{EN}of all 11 members, 6 votes are needed; 7 in favour, 1 more than needed — carried"
        ),
    );
    explained(
        &own,
        "council",
        [10, 1, 9],
        [5, 4, 0],
        &format!("{ZH}全体10家，回避1家，基数9家，须5票；赞成恰为5票——通过"),
        &format!(
            "{EN}of all 10 members, 1 recused, so of 9, 5 votes are needed; 5 in favour, exactly the number needed — carried"
        ),
    );
    explained(
        &own,
        "council",
        [10, 0, 10],
        [5, 5, 0],
        &format!("{ZH}全体10家，须6票；赞成5票，差1票——未获通过"),
        &format!("{EN}of all 10 members, 6 votes are needed; 5 in favour, 1 too few — lost"),
    );
}

#[test]
fn running_words_and_a_ruling() {
    let own = charter(ALLIANCE);
    let held = frozen(&own, "amend", [36, 0, 30]);
    let judged = tally::judge(&held, 30, figures([22, 2, 1]));
    assert_eq!(
        verdict::explanation(Lang::Zh, &own, &judged, &held, None),
        "依据第二十二条：全体36家，须24票；现赞成22，还差2"
    );
    let held = frozen(&own, "ordinary", [36, 0, 34]);
    let judged = tally::judge(&held, 34, figures([18, 14, 2]));
    assert_eq!(
        verdict::explanation(Lang::Zh, &own, &judged, &held, Some(false)),
        "依据第九条：全体36家，须18票；赞成恰为18票，经主持人裁定——未获通过"
    );
    assert_eq!(
        verdict::other_reading(Lang::Zh, &own, &judged, &held),
        "赞成18票。含本数的读法：须18票，通过；不含本数的读法：须19票，未获通过。"
    );
    let held = frozen(&own, "council", [10, 1, 9]);
    let judged = tally::judge(&held, 9, figures([5, 4, 0]));
    assert_eq!(
        verdict::other_reading(Lang::Zh, &own, &judged, &held),
        "回避者不计入基数（9家），须5票：通过；计入基数（10家），须6票：未获通过。"
    );
}

#[test]
fn leading_certain_and_declared_are_three_words() {
    let at = |prospect| {
        let tally = figures([22, 2, 1]);
        let now = Standing {
            tally,
            base: 36,
            needed: Some(24),
            missing: 2,
            out: 5,
            reachable: 27,
            prospect,
        };
        verdict::standing(Lang::Zh, &now)
    };
    assert_eq!(at(Prospect::Open { leading: false }), "尚未确定：最多可达27票，仍可能通过");
    assert_eq!(at(Prospect::Open { leading: true }), "目前领先，尚未确定：还有5票未计");
    assert_eq!(at(Prospect::CertainlyCarried), "已成定局：将通过");
    assert_eq!(at(Prospect::CertainlyLost), "已成定局：无法通过");
    assert_eq!(verdict::cannot_pass(Lang::Zh, Some(18), 17), "到会17，须18票：现在无法通过");
    assert_eq!(verdict::cannot_pass(Lang::Zh, Some(18), 18), "");
}

#[test]
fn figures_say_how_they_were_come_by() {
    let mut tally = figures([25, 3, 2]);
    assert_eq!(verdict::tally_words(Lang::Zh, &tally), "赞成25票、反对3票、弃权2票、未表决0");
    tally.papers = Some(Papers { issued: 31, recovered: 31, valid: 30, invalid: 1 });
    assert_eq!(
        verdict::tally_words(Lang::En, &tally),
        "31 papers handed out, 31 in the box, 30 valid, 1 invalid; 25 in favour, 3 against, 2 abstaining, 0 not voting"
    );
}

#[test]
fn the_presider_is_told_what_to_say() {
    let (book, meeting) = (book(), meeting());
    let say = |lang, stage| verdict::script(lang, &book, &meeting, stage).join("");
    let opening = say(Lang::Zh, Stage::Opening);
    assert!(
        opening.starts_with("各位代表，现在开会。本次会议为第二届第一次联盟大会。"),
        "{opening}"
    );
    assert!(opening.contains("章程未规定法定出席数。"), "{opening}");
    assert!(opening.contains("修改章程：全体成员三分之二以上，须2票"), "{opening}");
    let hands = say(Lang::Zh, Stage::Vote(Method::Hands));
    assert!(
        ["同意的请举手", "不同意的请举手", "弃权的请举手"].iter().all(|q| hands.contains(q)),
        "{hands}"
    );

    let own = charter(ALLIANCE);
    let declared = |rule, units: [u32; 3], votes, outcome| {
        let frozen = frozen(&own, rule, units);
        let judged = tally::judge(&frozen, units[2], figures(votes));
        let vote = vote(frozen);
        verdict::script(Lang::Zh, &book, &meeting, Stage::Declare(&vote, &judged, outcome)).join("")
    };
    assert_eq!(
        declared("ordinary", [36, 0, 30], [22, 5, 3], Some(true)),
        "全体36家，赞成22票，反对5票，弃权3票。赞成票达到所需的18票，本项议案通过。"
    );
    assert_eq!(
        declared("amend", [36, 0, 30], [23, 5, 2], None),
        "全体36家，赞成23票，反对5票，弃权2票。赞成票未达到所需的24票，本项议案未获通过。"
    );
    let exact = declared("ordinary", [36, 0, 34], [18, 14, 2], None);
    assert!(
        exact.contains("赞成18票，恰为全体成员的半数。我裁定本项议案［通过／未获通过］"),
        "{exact}"
    );
}

#[test]
fn a_vote_is_a_sentence_of_the_minutes() {
    let own = charter(ALLIANCE);
    let frozen = frozen(&own, "ordinary", [36, 0, 30]);
    let judged = tally::judge(&frozen, 30, figures([22, 5, 3]));
    let said =
        |lang| verdict::vote_sentence(lang, &own, &vote(frozen.clone()), &judged, Some(true));
    assert_eq!(
        said(Lang::Zh),
        "经举手表决，全体36家，实到30家，赞成22票、反对5票、弃权3票、未表决0；须18票，通过。"
    );
    well_formed(Lang::En, &said(Lang::En), "a vote");
}

fn vote(frozen: Frozen) -> Vote {
    Vote {
        no: 1,
        motion: 1,
        subjects: Vec::new(),
        method: Method::Hands,
        frozen,
        admitted: Vec::new(),
        counts: Vec::new(),
        calls: Default::default(),
        earlier: Vec::new(),
        state: VoteState::Closed,
        verdict: None,
        declared: Vec::new(),
        opened: Stamp::default(),
    }
}
