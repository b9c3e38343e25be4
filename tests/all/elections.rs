//! Elections as they are held in the hall: rules, those who count, papers, box, sheets, result, offices.

// Helpers here stand outside test functions, where clippy allows it.
#![allow(clippy::unwrap_used)]

use crate::common::{ALLIANCE, GARDEN, Hall, convene, data, figure};
use quorate::record::follow;
use serde_json::{Value, json};

/// An assembly in session with one election on its agenda.
fn assembly(members: u32, present: u32, title: &str) -> Hall {
    let mut hall = Hall::with_units(ALLIANCE, members);
    hall.ok(json!({"do": "seat", "body": "council", "units": [1, 2, 3]}));
    hall.ok(convene("assembly", "chair", json!([{"title": title, "matter": "election"}])));
    hall.sign_in(1, &(1..=members).collect::<Vec<_>>(), present);
    hall.call_to_order(1, "chair");
    hall.ok(json!({"do": "open_item", "item": 1}));
    hall
}

fn office(id: &str) -> Value {
    json!({"of": "office", "office": id})
}

/// Somebody of a member unit, the seventh and on.
fn person(name: &str, unit: u32) -> Value {
    json!({"name": name, "unit": unit})
}

fn sums(votes: &[u32]) -> Value {
    votes.iter().map(|yes| json!({"yes": yes})).collect()
}

/// Rules and those who count, each by show of hands.
fn adopt(hall: &mut Hall, item: u32, yes: u32) {
    for propose in [
        json!({"do": "propose_rules", "item": item}),
        json!({"do": "propose_tellers", "item": item, "tellers": [
            {"name": "代表31", "task": "chief"}, {"name": "代表32", "task": "teller"},
            {"name": "代表33", "task": "reader"}]}),
    ] {
        let moved = hall.ok(propose);
        let events = moved["events"].as_array().unwrap();
        let motion = figure(&events.last().unwrap()["motion"]);
        hall.ok(json!({"do": "open_vote", "motion": motion, "method": "hands"}));
        hall.ok(json!({"do": "count", "yes": yes, "no": 0}));
        hall.ok(json!({"do": "close_vote"}));
        hall.ok(json!({"do": "declare"}));
    }
}

/// Prepares one contest by picking names, adopts, and hands out papers.
fn contest(hall: &mut Hall, seat: Value, seats: u32, candidates: Value, papers: u32) {
    hall.ok(json!({"do": "prepare_election", "item": 1, "reason": "照章", "contests": [
        {"seat": seat, "seats": seats, "marks": "pick", "colour": "白色", "candidates": candidates}]}));
    adopt(hall, 1, papers);
    hall.ok(json!({"do": "issue_ballots", "item": 1, "contest": 1, "printed": papers + 2,
        "issued": papers, "reason": "照章"}));
}

/// One sheet of everything, the end of the count, and the declaration.
fn count(hall: &mut Hall, [recovered, valid]: [u32; 2], votes: &[u32]) -> Value {
    hall.ok(json!({"do": "open_box", "item": 1, "contest": 1, "recovered": recovered}));
    hall.ok(json!({"do": "enter_sheet", "item": 1, "contest": 1, "sheet":
        {"valid": valid, "invalid": recovered - valid, "votes": sums(votes)}}));
    hall.ok(json!({"do": "close_count", "item": 1, "contest": 1}))
}

fn declare(hall: &mut Hall, more: Value) -> Value {
    let mut line = json!({"do": "declare_election", "item": 1, "contest": 1});
    for (key, value) in more.as_object().unwrap() {
        line[key] = value.clone();
    }
    hall.ok(line)
}

// --- the scenarios ------------------------------------------------------------------------------------------

fn variants() -> Vec<(String, Value)> {
    let file: Value = serde_json::from_str(&data("scenarios.json")).unwrap();
    let mut all = Vec::new();
    for scenario in file["scenarios"].as_array().unwrap() {
        for law in scenario["variants"].as_array().unwrap() {
            if law["kind"] == "election" {
                let name = format!(
                    "{}{}",
                    scenario["id"].as_str().unwrap(),
                    law["label"].as_str().unwrap()
                );
                all.push((name, law.clone()));
            }
        }
    }
    all
}

fn texts(value: &Value) -> Vec<String> {
    value.as_array().unwrap().iter().map(|v| v.as_str().unwrap().to_owned()).collect()
}

/// The names of places in `fared`.
fn at(outcome: &Value, key: &str) -> Vec<String> {
    let places = outcome[key].as_array().unwrap();
    let name = |place: &Value| &outcome["fared"][place.as_u64().unwrap() as usize]["name"];
    places.iter().map(|p| name(p).as_str().unwrap().to_owned()).collect()
}

/// Plays one variant from an empty book to the minutes and holds every figure against the law's.
fn play(name: &str, law: &Value) {
    let (members, present) =
        (figure(&law["base_count"]), figure(&law["present_incl_valid_proxies"]));
    let mut hall = assembly(members, present, "示例选举");
    let units = name.starts_with("S17");
    let seat = match &name[..3] {
        "S14" | "S18" => office("vice_chair"),
        "S17" => json!({"of": "body", "body": "council"}),
        _ => office("chair"),
    };
    let seats = figure(&law["seats"]);
    let listed = law["candidates"].as_array().unwrap();
    let nominated: Vec<&Value> = listed.iter().filter(|c| c["type"] == "nominated").collect();
    let candidates: Value = nominated
        .iter()
        .zip(7..)
        .map(|(c, unit)| person(c["name"].as_str().unwrap(), if units { unit - 6 } else { unit }))
        .collect();
    let written: Vec<Value> = listed
        .iter()
        .filter(|c| c["type"] == "write_in")
        .map(|c| json!({"name": c["name"], "yes": c["votes"]}))
        .collect();
    let papers = &law["ballots"];
    let issued = figure(&papers["issued"]);
    contest(&mut hall, seat, seats, candidates, issued);
    let recovered = figure(&papers["recovered"]);
    hall.ok(json!({"do": "open_box", "item": 1, "contest": 1, "recovered": recovered}));
    let expect = &law["expect"];
    let votes: Vec<u32> = nominated.iter().map(|c| figure(&c["votes"])).collect();
    let sheet = json!({"do": "enter_sheet", "item": 1, "contest": 1, "sheet": {
        "valid": papers["valid"], "invalid": papers["invalid"], "votes": sums(&votes),
        "written_in": written}});
    if expect["election_valid"] == true {
        hall.ok(sheet);
    } else {
        hall.refused(sheet, "box_must_be_recounted_or_voided");
    }
    let counted = hall.ok(json!({"do": "close_count", "item": 1, "contest": 1}));
    let outcome = &counted["events"][0]["outcome"];
    // The units' names are those of the register; the law's are their places on the paper.
    let printed = counted_names(&hall, 1);
    let place = |name: &String| {
        let at = printed.iter().position(|p| p == name);
        at.map_or_else(|| name.clone(), |at| listed[at]["name"].as_str().unwrap().to_owned())
    };
    let elected: Vec<String> = at(outcome, "elected").iter().map(place).collect();
    assert_eq!(outcome["valid"], expect["election_valid"], "{name}");
    assert_eq!(elected, texts(&expect["elected"]), "{name}");
    assert_eq!(at(outcome, "again"), texts(&expect["re_ballot_between"]), "{name}");
    assert_eq!(outcome["vacant"], expect["seats_left_vacant"], "{name}");
    assert_eq!(texts(&outcome["flags"]), texts(&expect["flags"]), "{name}");
    assert_eq!(outcome["needed"], expect["min_votes"], "{name}");
    // The answer, the record and the minutes carry the same flags.
    let flags = texts(&expect["flags"]);
    let codes = texts(&counted["codes"]);
    assert!(flags.iter().all(|f| codes.contains(f)), "{name}: {codes:?}");
    let rules = flags.contains(&"chair_ruling_required".to_owned());
    let mut more = json!({});
    if rules {
        hall.refused(json!({"do": "declare_election", "item": 1, "contest": 1}), "ruling_required");
        more["ruling"] = json!({"carried": true, "reason": "“以上”含本数"});
    }
    if !written.is_empty() {
        let mut line = json!({"do": "declare_election", "item": 1, "contest": 1});
        line["ruling"] = more["ruling"].clone();
        hall.refused(line, "write_in_not_established");
        more["written_in"] = json!([{"name": "另选人乙", "unit": 20}]);
    }
    let declared = declare(&mut hall, more);
    let names: Vec<String> = declared["events"][0]["elected"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| place(&c["name"].as_str().unwrap().to_owned()))
        .collect();
    assert_eq!(names, texts(&expect["elected"]), "{name}");
    let minutes = hall.minutes(1);
    let round = &minutes.json["items"][0]["election"]["rounds"][0];
    assert_eq!(texts(&round["outcome"]["flags"]), flags, "{name}");
    let says = hall.meeting(1)["elections"][0]["says"].clone();
    let needed = format!("当选须{}票", expect["min_votes"]);
    if expect["election_valid"] == true {
        assert!(says.to_string().contains(&needed), "{name}: {says}");
        assert!(
            minutes.zh.contains(&needed) && minutes.zh.contains("依据第九条"),
            "{}",
            minutes.zh
        );
    } else {
        assert!(minutes.zh.contains("选举无效") && !minutes.zh.contains("24票"), "{}", minutes.zh);
    }
    if let Some(first) = names.first().filter(|_| !units) {
        let held = &declared["events"].as_array().unwrap().last().unwrap()["change"];
        assert_eq!(held["name"], first.as_str());
        assert_eq!((&held["from"], &held["to"]), (&json!("2026-05-20"), &json!("2029-05-20")));
    }
}

/// The names printed on the paper of a round.
fn counted_names(hall: &Hall, meeting: u32) -> Vec<String> {
    let book = hall.ledger().book;
    let race = book.meeting(meeting).unwrap().race(1, 1).unwrap();
    race.rounds.last().unwrap().candidates.iter().map(|c| c.name.clone()).collect()
}

#[test]
fn s13_to_s18_every_election_of_the_scenarios() {
    let all = variants();
    assert_eq!(all.len(), 9);
    for (name, law) in &all {
        play(name, law);
    }
}

#[test]
fn s18b_nobody_is_written_in_for_an_office_the_chair_nominates() {
    let mut hall = assembly(36, 34, "聘任秘书长");
    hall.ok(json!({"do": "file", "item": 1, "precondition": "chair_nomination", "note": "提名函"}));
    contest(&mut hall, office("secretary_general"), 1, json!([person("候选人甲", 7)]), 34);
    hall.ok(json!({"do": "open_box", "item": 1, "contest": 1, "recovered": 34}));
    let sheet = json!({"do": "enter_sheet", "item": 1, "contest": 1, "sheet": {"valid": 34,
        "votes": [{"yes": 20, "no": 14}], "written_in": [{"name": "另选人乙", "yes": 14}]}});
    hall.refused(sheet, "write_in_void_office_needs_chair_nomination");
    hall.ok(json!({"do": "enter_sheet", "item": 1, "contest": 1,
        "sheet": {"valid": 34, "votes": [{"yes": 20, "no": 14}]}}));
    hall.ok(json!({"do": "close_count", "item": 1, "contest": 1}));
    declare(&mut hall, json!({}));
    assert!(hall.minutes(1).zh.contains("理事长提名"));
}

#[test]
fn s29c_a_proxy_gets_no_paper_unless_the_rules_say_so() {
    for rules_say_so in [false, true] {
        let mut hall = Hall::with_units(ALLIANCE, 36);
        hall.ok(convene(
            "assembly",
            "chair",
            json!([{"title": "选举理事长", "matter": "election"}]),
        ));
        hall.ok(json!({"do": "sign_in", "unit": 1, "presence": {"as": "in_person"}}));
        hall.ok(json!({"do": "sign_in", "unit": 36, "presence": {"as": "proxy", "holder": 1,
            "letter": {"matter": true, "power": true, "term": true, "seal": true}}}));
        hall.ok(json!({"do": "sign_in_all"}));
        hall.call_to_order(1, "chair");
        hall.ok(json!({"do": "open_item", "item": 1}));
        hall.ok(json!({"do": "prepare_election", "item": 1, "proxies": rules_say_so, "contests": [
            {"seat": office("chair"), "seats": 1, "candidates": [person("候选人甲", 7)]}]}));
        adopt(&mut hall, 1, 36);
        let issue =
            json!({"do": "issue_ballots", "item": 1, "contest": 1, "printed": 40, "issued": 36});
        if rules_say_so {
            hall.ok(issue);
        } else {
            hall.refused(issue, "proxy_not_allowed_in_election_unless_rules_say_so");
        }
    }
}

// --- the sitting ----------------------------------------------------------------------------------------------

#[test]
fn a_tie_at_the_last_seat_is_voted_again_between_the_tied() {
    let mut hall = assembly(36, 34, "选举副理事长");
    let stand = json!([person("候选人甲", 7), person("候选人乙", 8), person("候选人丙", 9)]);
    contest(&mut hall, office("vice_chair"), 2, stand, 34);
    count(&mut hall, [34, 34], &[25, 20, 20]);
    declare(&mut hall, json!({}));
    // The item cannot close, and nobody is added to the tied.
    hall.refused(json!({"do": "close_item", "item": 1}), "item_undecided");
    let more = json!([person("候选人乙", 8), person("候选人丁", 10)]);
    let set = json!({"do": "set_candidates", "item": 1, "contest": 1, "candidates": more});
    hall.refused(set, "only_the_tied_stand");
    let issued = hall
        .ok(json!({"do": "issue_ballots", "item": 1, "contest": 1, "printed": 34, "issued": 34}));
    assert_eq!(issued["events"][0]["round"], 2);
    assert_eq!(issued["events"][0]["seats"], 1);
    count(&mut hall, [34, 33], &[19, 14]);
    declare(&mut hall, json!({}));
    hall.ok(json!({"do": "close_item", "item": 1}));
    hall.ok(json!({"do": "close"}));
    let book = hall.ledger().book;
    let day = book.meeting(1).unwrap().date;
    let held: Vec<&str> =
        book.holders_of("vice_chair", day).iter().map(|h| h.name.as_str()).collect();
    assert_eq!(held, ["候选人甲", "候选人乙"]);
    let minutes = hall.minutes(1);
    assert_eq!(minutes.json["items"][0]["election"]["rounds"].as_array().unwrap().len(), 2);
    for said in ["第1轮", "第2轮", "剩余2张剪角作废", "末位得票相等"] {
        assert!(minutes.zh.contains(said), "{said}:\n{}", minutes.zh);
    }
}

#[test]
fn units_and_persons_in_one_sitting_each_with_its_paper() {
    let mut hall = assembly(36, 36, "换届选举");
    hall.ok(json!({"do": "file", "item": 1, "precondition": "chair_nomination", "note": "提名函"}));
    let units: Value = (1..=10).map(|n| json!({"name": "", "unit": n})).collect();
    hall.ok(json!({"do": "prepare_election", "item": 1, "contests": [
        {"seat": {"of": "body", "body": "council"}, "seats": 10, "colour": "白色", "candidates": units},
        {"seat": office("chair"), "seats": 1, "colour": "粉红色", "candidates": [person("候选人甲", 7)]},
        {"seat": office("secretary_general"), "seats": 1, "colour": "浅蓝色",
            "candidates": [person("候选人丁", 12)]}]}));
    adopt(&mut hall, 1, 36);
    for contest in 1..=3 {
        hall.ok(json!({"do": "issue_ballots", "item": 1, "contest": contest, "printed": 36, "issued": 36}));
    }
    // Three boxes, three counts, and no member joins or leaves while papers are out.
    let lost =
        json!({"do": "record_loss", "unit": 36, "ground": "注销", "evidence": "登记机关公告"});
    hall.refused(lost, "roll_frozen_vote_open");
    for (contest, names) in [(1, 10), (2, 1), (3, 1)] {
        let votes: Value = (0..names).map(|_| json!({"yes": 30, "no": 4, "abstain": 2})).collect();
        hall.ok(json!({"do": "open_box", "item": 1, "contest": contest, "recovered": 36}));
        hall.ok(json!({"do": "enter_sheet", "item": 1, "contest": contest,
            "sheet": {"valid": 36, "votes": votes}}));
        hall.ok(json!({"do": "close_count", "item": 1, "contest": contest}));
        hall.ok(json!({"do": "declare_election", "item": 1, "contest": contest}));
    }
    let book = hall.ledger().book;
    assert_eq!(book.roll_of("council"), (1..=10).collect::<Vec<_>>());
    let day = book.meeting(1).unwrap().date;
    assert_eq!(book.standings["council"].term_begun, Some(day));
    assert_eq!(book.holders_of("chair", day)[0].name, "候选人甲");
    assert_eq!(book.holders_of("secretary_general", day)[0].name, "候选人丁");
    assert_eq!(book.decisions.len(), 5, "rules, tellers, and three results");
    hall.ok(json!({"do": "close_item", "item": 1}));
    hall.ok(json!({"do": "close"}));
}

#[test]
fn the_order_is_kept_and_whoever_stands_does_not_count() {
    let mut hall = assembly(36, 30, "选举理事长");
    let issue =
        json!({"do": "issue_ballots", "item": 1, "contest": 1, "printed": 30, "issued": 30});
    hall.refused(issue.clone(), "no_election_planned");
    let prepare = |unit: u32| {
        json!({"do": "prepare_election", "item": 1, "contests": [{"seat": office("chair"), "seats": 1,
            "candidates": [person("候选人甲", unit)]}]})
    };
    hall.refused(prepare(99), "subject_unfit");
    hall.ok(prepare(7));
    hall.refused(issue.clone(), "election_rules_not_adopted");
    let tellers = json!({"do": "propose_tellers", "item": 1, "tellers": [{"name": "候选人甲", "task": "teller"}]});
    hall.refused(tellers, "candidate_may_not_count");
    let twice = json!({"do": "prepare_election", "item": 1, "contests": [
        {"seat": office("chair"), "seats": 2, "candidates": []}]});
    hall.refused(twice, "more_seats_than_office_has");
    adopt(&mut hall, 1, 30);
    hall.refused(prepare(8), "election_rules_settled");
    hall.refused(
        json!({"do": "issue_ballots", "item": 1, "contest": 1, "printed": 29, "issued": 30}),
        "printed_fewer_than_issued",
    );
    hall.refused(
        json!({"do": "issue_ballots", "item": 1, "contest": 1, "printed": 40, "issued": 31}),
        "issued_exceeds_voters",
    );
    hall.ok(issue);
    let enter = |valid: u32, yes: u32, no: u32| {
        json!({"do": "enter_sheet", "item": 1, "contest": 1,
            "sheet": {"valid": valid, "votes": [{"yes": yes, "no": no}]}})
    };
    hall.refused(enter(30, 30, 0), "box_not_opened");
    hall.ok(json!({"do": "open_box", "item": 1, "contest": 1, "recovered": 30}));
    hall.refused(enter(30, 20, 9), "marks_do_not_add_up");
    hall.refused(enter(31, 20, 11), "sheets_exceed_box");
    hall.refused(enter(3, 3, 0), "batch_too_small");
    hall.refused(enter(28, 20, 8), "batch_too_small");
    hall.ok(enter(10, 8, 2));
    hall.refused(json!({"do": "close_count", "item": 1, "contest": 1}), "papers_not_counted");
    // Two tellers: what differs is named, and nothing is entered.
    let second = json!({"do": "enter_sheet", "item": 1, "contest": 1,
        "sheet": {"valid": 10, "votes": [{"yes": 9, "no": 1}]},
        "second": {"valid": 10, "votes": [{"yes": 8, "no": 2}]}});
    let refused = hall.refused(second, "entries_differ");
    assert_eq!(refused["refused"]["fields"]["names"], "候选人甲");
    let agreed = json!({"do": "enter_sheet", "item": 1, "contest": 1,
        "sheet": {"group": "乙组", "valid": 10, "votes": [{"yes": 9, "no": 1}]},
        "second": {"valid": 10, "votes": [{"yes": 9, "no": 1}]}});
    let entered = hall.ok(agreed);
    assert_eq!(entered["events"][0]["sheet"]["twice"], true);
    hall.ok(json!({"do": "undo"}));
    hall.ok(enter(20, 12, 8));
    hall.ok(json!({"do": "close_count", "item": 1, "contest": 1}));
    // A sheet mistyped: corrected by name, counted and declared anew.
    hall.ok(json!({"do": "correct_sheet", "item": 1, "contest": 1, "place": 2, "confirmed_by": "总监票人",
        "why": "看错一行", "sheet": {"valid": 20, "votes": [{"yes": 8, "no": 12}]}}));
    let counted = hall.ok(json!({"do": "close_count", "item": 1, "contest": 1}));
    assert_eq!(counted["events"][0]["outcome"]["elected"], json!([]));
    hall.ok(
        json!({"do": "recount", "item": 1, "contest": 1, "by": "示例单位02", "ground": "有异议"}),
    );
    hall.ok(enter(30, 21, 9));
    hall.ok(json!({"do": "close_count", "item": 1, "contest": 1}));
    declare(&mut hall, json!({}));
    hall.refused(json!({"do": "undo"}), "undo_stops_at_declaration");
    let minutes = hall.minutes(1).zh;
    for said in ["原计票，不再计入", "总监票人确认", "重新计票"] {
        assert!(minutes.contains(said), "{said}:\n{minutes}");
    }
}

#[test]
fn a_result_corrected_after_its_declaration_takes_the_office_back() {
    let mut hall = assembly(36, 34, "选举理事长");
    let stand = json!([person("候选人甲", 7), person("候选人乙", 8)]);
    contest(&mut hall, office("chair"), 1, stand, 34);
    count(&mut hall, [34, 34], &[20, 14]);
    let first = declare(&mut hall, json!({}));
    hall.ok(json!({"do": "correct_sheet", "item": 1, "contest": 1, "place": 1, "confirmed_by": "总监票人",
        "why": "两行填反", "sheet": {"valid": 34, "votes": sums(&[14, 20])}}));
    hall.ok(json!({"do": "close_count", "item": 1, "contest": 1}));
    let second = declare(&mut hall, json!({}));
    let declared =
        second["events"].as_array().unwrap().iter().find(|e| e["kind"] == "round_declared");
    assert_eq!(declared.unwrap()["number"], first["events"][0]["number"], "the number stays");
    let book = hall.ledger().book;
    let day = book.meeting(1).unwrap().date;
    let held: Vec<&str> = book.holders_of("chair", day).iter().map(|h| h.name.as_str()).collect();
    assert_eq!(held, ["候选人乙"]);
    crate::views::agree(&hall.ledger(), &hall.book);
    hall.ok(json!({"do": "void_round", "item": 1, "contest": 1, "why": "会场秩序混乱"}));
    crate::views::agree(&hall.ledger(), &hall.book);
    assert!(hall.ledger().book.holders_of("chair", day).is_empty());
    let again = hall
        .ok(json!({"do": "issue_ballots", "item": 1, "contest": 1, "printed": 34, "issued": 34,
        "reason": "重新选举"}));
    assert_eq!(again["events"][0]["round"], 2);
}

/// A06: the council votes first, and the assembly confirms; the office passes only then.
#[test]
fn article_10_the_council_votes_and_the_assembly_confirms() {
    let mut hall = Hall::with_units(ALLIANCE, 9);
    hall.ok(json!({"do": "seat", "body": "council", "units": [1, 2, 3]}));
    let item = json!([{"title": "推选理事长", "matter": "council_ballot"}]);
    hall.ok(convene("council", "council_by_chair", item));
    hall.ok(json!({"do": "sign_in_all"}));
    hall.call_to_order(1, "chair");
    hall.ok(json!({"do": "open_item", "item": 1}));
    hall.ok(json!({"do": "prepare_election", "item": 1, "contests": [
        {"seat": office("chair"), "seats": 1, "candidates": [person("候选人甲", 2)]}]}));
    adopt(&mut hall, 1, 3);
    hall.ok(json!({"do": "issue_ballots", "item": 1, "contest": 1, "printed": 3, "issued": 3}));
    hall.ok(json!({"do": "open_box", "item": 1, "contest": 1, "recovered": 3}));
    hall.ok(json!({"do": "enter_sheet", "item": 1, "contest": 1, "sheet": {"valid": 3, "votes": [{"yes": 3}]}}));
    hall.ok(json!({"do": "close_count", "item": 1, "contest": 1}));
    declare(&mut hall, json!({}));
    hall.ok(json!({"do": "close_item", "item": 1}));
    hall.ok(json!({"do": "close"}));
    let day = hall.ledger().book.meeting(1).unwrap().date;
    assert!(hall.ledger().book.holders_of("chair", day).is_empty(), "not before it is confirmed");
    let subject = |name: &str| json!([{"name": name, "unit": 2, "office": "chair"}]);
    let item =
        json!([{"title": "确认", "matter": "confirmation", "subjects": subject("候选人甲")}]);
    hall.ok(convene("assembly", "chair", item));
    hall.ok(json!({"do": "sign_in_all"}));
    hall.call_to_order(2, "chair");
    hall.ok(json!({"do": "open_item", "item": 1}));
    let other = json!({"do": "move", "item": 1, "text": "确认。", "subjects": subject("候选人乙")});
    hall.refused(other, "nothing_to_confirm");
    let moved = hall.ok(json!({"do": "move", "item": 1, "text": "确认候选人甲任理事长。"}));
    let motion = figure(&moved["events"][0]["motion"]);
    hall.decide(2, motion, "secret", crate::common::votes(9, 0, 0));
    let book = hall.ledger().book;
    let day = book.meeting(2).unwrap().date;
    assert_eq!(book.holders_of("chair", day)[0].name, "候选人甲");
    crate::views::agree(&hall.ledger(), &hall.book);
}

#[test]
fn the_council_may_not_hold_the_elections_of_article_9_4() {
    let mut hall = Hall::with_units(ALLIANCE, 9);
    hall.ok(json!({"do": "seat", "body": "council", "units": [1, 2, 3]}));
    hall.ok(convene(
        "council",
        "council_by_chair",
        json!([{"title": "选举", "matter": "election"}]),
    ));
    let prepare = json!({"do": "prepare_election", "item": 1, "contests": [
        {"seat": office("chair"), "seats": 1, "candidates": [person("候选人甲", 2)]}]});
    hall.refused(prepare, "power_excluded_from_recess_delegation");
}

#[test]
fn article_10_a_council_larger_than_a_third_needs_a_reason() {
    let mut hall = assembly(36, 30, "选举理事会");
    let prepare = json!({"do": "prepare_election", "item": 1, "contests": [
        {"seat": {"of": "body", "body": "council"}, "seats": 13, "candidates": []}]});
    hall.with_reason(prepare, "size_cap_exceeded", "各类成员均须有代表");
}

#[test]
fn the_rules_are_drafted_from_the_charter() {
    let mut hall = assembly(36, 30, "选举副理事长");
    let stand = json!([person("候选人甲", 7), person("候选人乙", 8), person("候选人丙", 9)]);
    hall.ok(json!({"do": "prepare_election", "item": 1, "contests": [
        {"seat": office("vice_chair"), "seats": 2, "marks": "pick", "colour": "黄色", "candidates": stand}]}));
    let moved = hall.ok(json!({"do": "propose_rules", "item": 1}));
    let text = moved["events"][0]["text"].as_str().unwrap();
    for said in [
        "副理事长：应选2名",
        "候选人3名，差额选举",
        "黄色",
        "画“○”",
        "第九条",
        "18票",
        "再次投票",
        "整票作废",
    ] {
        assert!(text.contains(said), "{said}:\n{text}");
    }
}

/// Another charter: two nominators, another legend, three fifths of those present, offices by date.
#[test]
fn another_charter_elects_by_its_own_table() {
    let mut hall = Hall::with_units(GARDEN, 10);
    hall.ok(convene(
        "gathering",
        "warden_calls",
        json!([{"title": "choice", "matter": "warden_choice"}]),
    ));
    hall.sign_in(1, &(1..=10).collect::<Vec<_>>(), 10);
    hall.call_to_order(1, "warden");
    hall.ok(json!({"do": "open_item", "item": 1}));
    let stand =
        |nominators: Value| json!([{"name": "候选人甲", "unit": 3, "nominators": nominators}]);
    let prepare = |nominators: Value| {
        json!({"do": "prepare_election", "item": 1, "pass": {"on": "2026-06-24"}, "contests": [
            {"seat": office("warden"), "seats": 1, "candidates": stand(nominators)}]})
    };
    hall.refused(prepare(json!([3, 4])), "nominators_short");
    hall.ok(prepare(json!([4, 5])));
    adopt(&mut hall, 1, 10);
    hall.ok(json!({"do": "issue_ballots", "item": 1, "contest": 1, "printed": 10, "issued": 10}));
    hall.ok(json!({"do": "open_box", "item": 1, "contest": 1, "recovered": 10}));
    hall.ok(json!({"do": "enter_sheet", "item": 1, "contest": 1, "sheet": {"valid": 10,
        "votes": [{"yes": 3, "no": 6, "abstain": 1}], "written_in": [{"name": "另选人乙", "yes": 7}]}}));
    let counted = hall.ok(json!({"do": "close_count", "item": 1, "contest": 1}));
    assert_eq!(at(&counted["events"][0]["outcome"], "elected"), ["另选人乙"]);
    declare(&mut hall, json!({"written_in": [{"name": "另选人乙", "unit": 9}]}));
    let book = hall.ledger().book;
    assert!(book.holders.iter().all(|h| h.name != "另选人乙"), "in office only from the day");
    assert_eq!(book.pending.len(), 1);
}

/// What outsiders read in the file: each round with its papers and who is elected, and the decisions.
#[test]
fn the_views_show_every_round_and_what_it_decided() {
    let mut hall = assembly(36, 34, "选举副理事长");
    let stand = json!([person("候选人甲", 7), person("候选人乙", 8), person("候选人丙", 9)]);
    contest(&mut hall, office("vice_chair"), 2, stand, 34);
    hall.ok(json!({"do": "open_box", "item": 1, "contest": 1, "recovered": 35}));
    hall.ok(json!({"do": "close_count", "item": 1, "contest": 1}));
    declare(&mut hall, json!({}));
    hall.ok(json!({"do": "issue_ballots", "item": 1, "contest": 1, "printed": 34, "issued": 34}));
    count(&mut hall, [34, 33], &[25, 20, 20]);
    declare(&mut hall, json!({}));
    hall.ok(json!({"do": "issue_ballots", "item": 1, "contest": 1, "printed": 34, "issued": 34}));
    let conn = crate::views::agree(&hall.ledger(), &hall.book);
    let sql = "SELECT round, seats, issued, recovered, valid, state, elected FROM elections";
    let mut statement = conn.prepare(sql).unwrap();
    let rows: Vec<String> = statement
        .query_map([], |row| {
            let cell = |place: usize| -> rusqlite::Result<String> {
                let value: rusqlite::types::Value = row.get(place)?;
                Ok(match value {
                    rusqlite::types::Value::Integer(n) => n.to_string(),
                    rusqlite::types::Value::Text(text) => text,
                    _ => "-".to_owned(),
                })
            };
            Ok((0..7).map(|c| cell(c).unwrap()).collect::<Vec<_>>().join(" "))
        })
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert_eq!(
        rows,
        ["1 2 34 35 0 void -", "2 2 34 34 33 declared 候选人甲", "3 1 34 - - issued -"]
    );
}

/// The charter people copy: more than half of those present elect, and a rule that counts weights does not.
#[test]
fn the_plain_charter_elects_by_heads_only() {
    let plain = quorate::shipped::charter("plain").unwrap().to_owned();
    let rule = "[[rule]]\nid = \"by_area\"\nname = { zh = \"按面积\", en = \"by area\" }\n\
        base = \"rights_present\"\nweight = \"area\"\nshare = \"1/2\"\ncmp = \">\"\n\n[[rule]]";
    let (before, after) = plain.split_once("id = \"election\"").unwrap();
    let after = after.replacen("rule = \"ordinary\"", "rule = \"by_area\"", 1);
    let weighted = format!("{before}id = \"election\"{after}").replacen("[[rule]]", rule, 1);
    for (text, by_heads) in [(plain, true), (weighted, false)] {
        let mut hall = Hall::new();
        hall.ok(json!({"do": "new", "text": text}));
        let units: Vec<Value> = (1..=10)
            .map(|n| json!({"unit": n, "name": format!("示例单位{n:02}"), "weights": {"area": "1.5"}}))
            .collect();
        hall.ok(json!({"do": "enrol", "units": units}));
        hall.ok(convene("assembly", "chair", json!([{"title": "选举主席", "matter": "election"}])));
        hall.ok(json!({"do": "sign_in_all"}));
        hall.call_to_order(1, "chair");
        hall.ok(json!({"do": "open_item", "item": 1}));
        hall.ok(json!({"do": "prepare_election", "item": 1, "contests": [
            {"seat": office("chair"), "seats": 1, "marks": "pick",
                "candidates": [person("候选人甲", 1), person("候选人乙", 2)]}]}));
        adopt(&mut hall, 1, 10);
        let issue = json!({"do": "issue_ballots", "item": 1, "contest": 1, "printed": 10,
            "issued": 10, "reason": "照章"});
        if !by_heads {
            hall.refused(issue, "election_counts_heads_only");
            continue;
        }
        hall.ok(issue);
        let counted = count(&mut hall, [10, 10], &[6, 4]);
        assert_eq!(at(&counted["events"][0]["outcome"], "elected"), ["候选人甲"]);
        declare(&mut hall, json!({}));
        assert_eq!(hall.ledger().book.holders.last().unwrap().name, "候选人甲");
    }
}

#[test]
fn a_round_without_a_winner_stands_in_the_register_and_the_rules_are_carried_out() {
    let mut hall = assembly(9, 9, "换届选举");
    let stand = json!([person("候选人甲", 7), person("候选人乙", 8)]);
    contest(&mut hall, office("chair"), 1, stand, 9);
    count(&mut hall, [9, 9], &[4, 3]);
    declare(&mut hall, json!({}));
    let ledger = hall.ledger();
    let answers = follow::register(&ledger.book);
    let rows: Vec<_> = answers.iter().map(|a| (a.decision, a.ballot.map(|b| b.round))).collect();
    assert_eq!(rows, [(Some(1), None), (Some(2), None), (None, Some(1))]);
    assert_eq!(answers[2].subjects, ["候选人甲", "候选人乙"]);
    assert!(follow::outstanding(&ledger.book, "assembly").is_empty());
    let rules = &ledger.book.decisions[0].text;
    assert!(rules.starts_with("换届选举办法\n"), "{rules}");
    crate::views::agree(&ledger, &hall.book);
}

#[test]
fn an_election_put_before_the_council_is_pointed_out_when_it_is_put_there() {
    let mut hall = Hall::with_units(ALLIANCE, 9);
    hall.ok(json!({"do": "seat", "body": "council", "units": [1, 2, 3]}));
    let said = hall.ok(convene(
        "council",
        "council_by_chair",
        json!([{"title": "选举", "matter": "election"}]),
    ));
    assert!(said.to_string().contains("item_beyond_powers"), "{said}");
}
