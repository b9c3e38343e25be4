//! The scenarios an association's secretary would ask about, each played through the door of
//! scripts on a book of its own and compared with what the law of the file says.
//!
//! Elections by ballot (`kind = "election"`, S18b, S29c) are played in `elections.rs`.

// Helpers here stand outside test functions, where clippy allows it.
#![allow(clippy::unwrap_used)]

use crate::common::{
    ALLIANCE, Hall, MODEL_1998, Votes, convene, data, figure, names, papers, votes,
};
use quorate::text::Lang;
use quorate::text::verdict::explanation;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Variants played in `elections.rs` besides those of kind `election`.
const ELECTION_DESK: [&str; 2] = ["S18b-secretary-general", "S29c-election"];

macro_rules! scenarios {
    ($($name:ident = $id:literal;)*) => {
        $(#[test] fn $name() { play($id); })*
        const PLAYED: &[&str] = &[$($id),*];
    };
}

scenarios! {
    s01_ordinary_resolution_carried = "S01";
    s02_most_of_those_present_is_not_half_of_all = "S02";
    s03_exactly_half = "S03";
    s04_eighteen_to_eighteen = "S04";
    s05_half_of_an_odd_membership = "S05";
    s06_amendment_at_exactly_two_thirds = "S06";
    s07_two_thirds_of_a_number_not_divisible_by_three = "S07";
    s08_amendment_with_too_few_in_the_hall = "S08";
    s09_amendment_put_to_the_council = "S09";
    s10_amendment_without_the_secretariats_step = "S10";
    s11_council_larger_than_a_third = "S11";
    s12_council_of_exactly_a_third = "S12";
    s19_secretary_general_and_the_chairs_nomination = "S19";
    s20_admission_while_the_assembly_is_closed = "S20";
    s21_council_may_not_elect = "S21";
    s22_a_break_is_not_a_recess = "S22";
    s23_expulsion_with_recusal = "S23";
    s24_five_to_five_in_the_council = "S24";
    s25_withdrawal = "S25";
    s26_membership_lost_in_session = "S26";
    s27_member_expelled_during_the_session = "S27";
    s28_attendance_falls = "S28";
    s29_written_proxies = "S29";
    s30_requisition_and_who_presides = "S30";
    x31_more_hands_than_people = "X31";
    x32_termination_by_the_ordinary_share = "X32";
    x33_recusal_in_the_assembly = "X33";
    x34_member_admitted_at_the_same_meeting = "X34";
    x35_term_run_out = "X35";
    x36_item_not_on_the_notice = "X36";
}

/// One variant of the file.
struct Variant {
    /// Scenario and label: `S29a-three-valid-proxies`.
    name: String,
    scenario: String,
    power: String,
    kind: String,
    law: Value,
}

fn variants() -> Vec<Variant> {
    let file: Value = serde_json::from_str(&data("scenarios.json")).unwrap();
    let scenarios = |list: &str| file[list].as_array().unwrap().clone();
    let mut all = Vec::new();
    for scenario in scenarios("scenarios").into_iter().chain(scenarios("extra")) {
        let text = |key: &str| scenario[key].as_str().unwrap().to_owned();
        for law in scenario["variants"].as_array().unwrap() {
            all.push(Variant {
                name: text("id") + law["label"].as_str().unwrap(),
                scenario: text("id"),
                power: text("power"),
                kind: law["kind"].as_str().unwrap().to_owned(),
                law: law.clone(),
            });
        }
    }
    all
}

fn is_played(variant: &Variant) -> bool {
    variant.kind != "election" && !ELECTION_DESK.contains(&variant.name.as_str())
}

#[test]
fn sixty_two_of_seventy_three_variants_are_played() {
    let all = variants();
    assert_eq!(all.len(), 73);
    let here: Vec<&Variant> = all.iter().filter(|v| is_played(v)).collect();
    assert_eq!(here.len(), 62);
    for variant in here {
        let scenario = variant.scenario.as_str();
        assert!(PLAYED.contains(&scenario), "{} is not played", variant.name);
    }
}

#[track_caller]
fn play(scenario: &str) {
    let all = variants();
    let mut any = false;
    for variant in all.iter().filter(|v| v.scenario == scenario) {
        any = true;
        if !is_played(variant) {
            continue;
        }
        match variant.kind.as_str() {
            "motion" => motion(variant),
            "admissibility" => admissibility(variant),
            "requisition" => requisition(variant),
            "council_cap" => council_cap(variant),
            other => panic!("{}: nothing plays a {other}", variant.name),
        }
    }
    assert!(any, "{scenario} is not in the file");
}

/// The matter of the charter a scenario's power is exercised in.
fn matter_of(variant: &Variant) -> &'static str {
    match (variant.scenario.as_str(), variant.power.as_str()) {
        ("S26" | "S28", _) if variant.name != "S28c-amendment" => "management_rule",
        ("S22" | "S20", _) => "admission",
        ("S25", _) => "withdrawal",
        ("X32", _) => "termination",
        ("X34", _) => "management_rule",
        ("X35", _) => "appointment",
        ("X36", _) if variant.name == "X36b-amendment-or-election" => "amendment",
        (_, "9(1)+22" | "18(3)+22" | "9(2),9(1)+22") => "amendment",
        (_, "9(2)" | "9 para 2-3") => "management_rule",
        (_, "9(3)") => "report",
        (_, "9(4)+11") => "appointment",
        (_, "9(4)") => "election",
        (_, "9(6)") => "authorisation",
        (_, "9(7)") => "other_major",
        (_, "18(3)") => "expulsion",
        (scenario, power) => panic!("{scenario}: no matter for {power}"),
    }
}

/// Whom a motion of a matter concerns.
fn subjects_of(matter: &str, units: &[u32]) -> Value {
    match matter {
        "appointment" => json!([{"name": "候选人甲", "office": "secretary_general"}]),
        "admission" => json!([{"name": "示例新成员", "category": "testing_body"}]),
        "withdrawal" | "expulsion" | "authorisation" => {
            let named = |unit: &u32| json!({"name": format!("示例单位{unit:02}"), "unit": unit});
            units.iter().map(named).collect()
        }
        _ => json!([]),
    }
}

/// What the charter wants on file before a matter is put.
fn required_for(matter: &str) -> &'static [&'static str] {
    match matter {
        "amendment" => &["secretariat_opinions"],
        "appointment" => &["chair_nomination"],
        "admission" | "withdrawal" => &["application", "secretariat_review"],
        _ => &[],
    }
}

/// How a scenario is set: the book and the meeting before the motion.
#[derive(Clone)]
struct Stage {
    charter: &'static str,
    reading: Option<(&'static str, &'static str)>,
    body: &'static str,
    matter: &'static str,
    /// Units on the register, and of them in the council.
    members: u32,
    seats: u32,
    /// Units signed in before the call to order.
    present: u32,
    /// Units that stay in the hall but out of the decision.
    recused: Vec<u32>,
    /// Units the motion names.
    named: Vec<u32>,
}

impl Stage {
    fn of(variant: &Variant, body: &'static str) -> Self {
        let law = |key: &str| law_figure(variant, key);
        let council = body == "council";
        let members = if council { 36 } else { law("base_count") };
        Self {
            charter: ALLIANCE,
            reading: None,
            body,
            matter: matter_of(variant),
            members,
            seats: if council { law("base_count") } else { 0 },
            present: law("present_incl_valid_proxies"),
            recused: Vec::new(),
            named: vec![members],
        }
    }

    /// Numbers of those on the roll of the body that meets.
    fn roll(&self) -> Vec<u32> {
        let last = if self.body == "council" { self.seats } else { self.members };
        (1..=last).collect()
    }

    /// The book with its opening entries.
    fn book(&self) -> Hall {
        let mut hall = Hall::with_units(self.charter, self.members);
        if let Some((question, option)) = self.reading {
            hall.ok(json!({"do": "adopt_reading", "question": question, "option": option,
                "basis": "第一届第二次会议决议"}));
        }
        if self.seats > 0 {
            let seats: Vec<u32> = (1..=self.seats).collect();
            hall.ok(json!({"do": "seat", "body": "council", "units": seats}));
        }
        for body in ["assembly", "council"] {
            hall.ok(json!({"do": "stand", "body": body, "term": 2, "number": 1,
                "term_begun": "2025-09-30"}));
        }
        hall.ok(json!({"do": "number", "document": 7, "certificate": 37}));
        hall
    }

    fn agenda_item(&self) -> Value {
        json!({"title": "本次议题", "matter": self.matter,
            "subjects": subjects_of(self.matter, &self.named)})
    }

    /// Convenes the meeting with the matter on the notice and puts everything on file.
    fn convene(&self, hall: &mut Hall, meeting: u32) {
        let by = match (self.charter, self.body) {
            (MODEL_1998, _) => "chair_assembly",
            (_, "council") => "council_by_chair",
            _ => "chair",
        };
        hall.ok(convene(self.body, by, json!([self.agenda_item()])));
        for precondition in required_for(self.matter) {
            hall.ok(json!({"do": "file", "item": 1, "precondition": precondition,
                "note": "已备", "meeting": meeting}));
        }
    }

    /// The meeting in session with the motion moved, ready for the vote.
    fn moved(&self, hall: &mut Hall) {
        self.convene(hall, 1);
        hall.sign_in(1, &self.roll(), self.present);
        hall.call_to_order(1, "chair");
        hall.move_item(1, 1, "同意本次议题所列事项。");
        for unit in &self.recused {
            hall.ok(json!({"do": "recuse", "unit": unit, "item": 1, "why": "与本项有利害关系"}));
        }
    }
}

#[track_caller]
fn law_figure(variant: &Variant, key: &str) -> u32 {
    figure(&variant.law[key])
}

fn cast(variant: &Variant) -> Votes {
    let of = |choice: &str| figure(&variant.law["votes"][choice]);
    Votes { yes: of("yes"), no: of("no"), abstain: of("abstain"), invalid: of("invalid") }
}

fn motion(variant: &Variant) {
    match variant.name.as_str() {
        // The same votes under the 1998 model charter, and under the reading of it.
        "S02b-other-preset" => {
            let stage = Stage { members: 36, ..Stage::of(variant, "assembly") };
            simple(variant, &Stage { charter: MODEL_1998, matter: "general", ..stage.clone() });
            simple(variant, &Stage { reading: Some(("A02", "present")), ..stage });
        }
        "S03b-strict-profile" | "S04b-strict-profile" => simple(
            variant,
            &Stage { reading: Some(("A01", "strict")), ..Stage::of(variant, "assembly") },
        ),
        "S20a" | "S24a" => simple(variant, &Stage::of(variant, "council")),
        "S24b-inclusive-alternative" => simple(
            variant,
            &Stage { reading: Some(("A11", "half_inclusive")), ..Stage::of(variant, "council") },
        ),
        // The unit to be expelled sits on the council and stays in the room.
        "S23a" | "S23b-literal-base" => {
            let stage = Stage {
                seats: 10,
                present: 10,
                recused: vec![10],
                named: vec![10],
                ..Stage::of(variant, "council")
            };
            let reading = (variant.name != "S23a").then_some(("A11", "literal_base"));
            simple(variant, &Stage { reading, ..stage });
        }
        "S25a-approved" | "S25b-refused" => simple(
            variant,
            &Stage { members: 37, named: vec![37], ..Stage::of(variant, "council") },
        ),
        "S26b-after-correction" => membership_lost_before_the_vote(variant),
        "S27a-expelled-before-open" => expelled_in_the_break(variant),
        "S27b-vote-already-open" => loss_waits_for_the_vote(variant),
        "S29a-three-valid-proxies" => with_proxies(variant, 16, 3),
        "S29b-one-rejected" => with_proxies(variant, 16, 2),
        // Two interested units are in the hall and do not vote.
        "X33a" | "X33b-base-reduced" => {
            let stage = Stage {
                members: 36,
                present: 32,
                recused: vec![1, 2],
                named: vec![1, 2],
                ..Stage::of(variant, "assembly")
            };
            let reading = (variant.name != "X33a").then_some(("A20", "assembly_base_reduced"));
            simple(variant, &Stage { reading, ..stage });
        }
        "X34a-immediate" => admitted_at_the_same_meeting(variant, "now"),
        "X34b-effective-after-close" => admitted_at_the_same_meeting(variant, "after_close"),
        _ => simple(variant, &Stage::of(variant, "assembly")),
    }
}

/// One meeting, one motion, one vote.
#[track_caller]
fn simple(variant: &Variant, stage: &Stage) {
    let mut hall = stage.book();
    let before = hall.numbers();
    stage.moved(&mut hall);
    vote(variant, &mut hall, 1, 1);
    hall.ok(json!({"do": "close_item", "item": 1}));
    hall.ok(json!({"do": "close"}));
    on_paper(variant, &hall, 1, 1);
    // What the notes of the file say of the register afterwards.
    let (members, document, certificate) = hall.numbers();
    let carried = passed(variant);
    let (joined, gone) = match stage.matter {
        "admission" => (u64::from(carried), 0),
        "withdrawal" | "expulsion" => (0, u64::from(carried)),
        _ => (0, 0),
    };
    assert_eq!(members, before.0 + joined - gone, "{}", variant.name);
    assert_eq!(document, before.1 + u64::from(carried), "{}", variant.name);
    assert_eq!(certificate, before.2 + joined, "{}", variant.name);
}

fn passed(variant: &Variant) -> bool {
    match variant.law["expect"]["outcome"].as_str() {
        Some("passed") => true,
        Some("not_passed") => false,
        other => panic!("{}: {other:?}", variant.name),
    }
}

/// Opens the vote, counts it as the file says and has it declared; every answer is compared.
#[track_caller]
fn vote(variant: &Variant, hall: &mut Hall, meeting: u32, motion: u32) {
    let opened = opened(variant, hall, meeting, motion);
    counted_and_declared(variant, hall, meeting, &opened);
}

#[track_caller]
fn opened(variant: &Variant, hall: &mut Hall, meeting: u32, motion: u32) -> Value {
    let name = &variant.name;
    let expected = names(&variant.law["expect"]["flags"]);
    // By ballot what the charter's file puts to the ballot, by hands the rest.
    let secret = ["amendment", "appointment", "expulsion"].contains(&matter_of(variant));
    let method = if secret { "secret" } else { "hands" };
    let open = json!({"do": "open_vote", "motion": motion, "method": method, "meeting": meeting});
    let opened = if expected.contains("unpassable_at_open") {
        hall.with_reason(open, "unpassable_at_open", "提案单位坚持当场表决")
    } else {
        hall.ok(open)
    };
    // What is noticed at the opening stays with the vote.
    let at_opening = names(&opened["codes"]);
    assert!(
        at_opening.is_subset(&expected),
        "{name}: noticed at the opening {at_opening:?}, expected {expected:?}"
    );
    let frozen = &opened["events"][0]["frozen"];
    let voters = frozen["voters"].as_array().unwrap().len();
    let present = law_figure(variant, "present_incl_valid_proxies");
    assert_eq!(voters, present as usize, "{name}: those who vote");
    opened
}

#[track_caller]
fn counted_and_declared(variant: &Variant, hall: &mut Hall, meeting: u32, opened: &Value) {
    let name = &variant.name;
    let expected = names(&variant.law["expect"]["flags"]);
    let carried = passed(variant);
    hall.count(meeting, opened, cast(variant));
    let mut declare = json!({"do": "declare", "meeting": meeting});
    // Only the presider answers an open reading; the program never does.
    if expected.contains("chair_ruling_required") {
        hall.refused(declare.clone(), "ruling_required");
        declare["ruling"] = json!({"carried": carried, "reason": "“以上”含本数，请记录在案。"});
    }
    let declared = hall.ok(declare);
    let event = &declared["events"][0];
    assert_eq!(event["kind"], "declared", "{name}");
    assert_eq!(event["carried"], carried, "{name}: outcome");
    let verdict = &event["verdict"];
    assert_eq!(verdict["needed"], variant.law["expect"]["min_yes"], "{name}");
    assert_eq!(verdict["base"], variant.law["base_count"], "{name}");
    assert_eq!(names(&verdict["flags"]), expected, "{name}: flags");
    assert_eq!(verdict["carried"], carried, "{name}: arithmetic");
    let choices = &variant.law["votes"];
    for choice in ["yes", "no", "abstain", "invalid", "not_voting"] {
        assert_eq!(verdict["tally"][choice], choices[choice], "{name}: {choice}");
    }
    // The book answers the same.
    let no = &event["vote"];
    let stands = hall.meeting(meeting);
    let votes = stands["votes"].as_array().unwrap();
    let vote = votes.iter().find(|v| v["vote"] == *no).unwrap();
    assert_eq!(vote["carried"], carried, "{name}: asked");
    assert_eq!(vote["needed"], variant.law["expect"]["min_yes"], "{name}: asked");
    assert_eq!(vote["base"], variant.law["base_count"], "{name}: asked");
    assert_eq!(names(&vote["flags"]), expected, "{name}: asked");
    let (roll, present) = (figure(&stands["roll"]), figure(&stands["present"]));
    let away = figure(&stands["excused"]) + figure(&stands["absent"]);
    assert_eq!(roll, present + away, "{name}: 应到=实到+请假+缺席");
}

/// The minutes say the same, in data and in words.
#[track_caller]
fn on_paper(variant: &Variant, hall: &Hall, meeting: u32, vote: u32) {
    let name = &variant.name;
    let expected = names(&variant.law["expect"]["flags"]);
    let ledger = hall.ledger();
    let papers = papers(&ledger, meeting);
    let written = papers.vote(vote);
    let declared = &written["declared"][0];
    assert_eq!(declared["carried"], passed(variant), "{name}: minutes");
    for verdict in [&written["verdict"], &declared["verdict"]] {
        assert_eq!(names(&verdict["flags"]), expected, "{name}: minutes");
        assert_eq!(verdict["needed"], variant.law["expect"]["min_yes"], "{name}: minutes");
    }
    let charter = ledger.book.charter.as_deref().unwrap();
    let vote = ledger.book.meeting(meeting).unwrap().vote(vote).unwrap();
    let verdict = &vote.declared.last().unwrap().verdict;
    for (lang, paper) in [(Lang::Zh, &papers.zh), (Lang::En, &papers.en)] {
        let says = explanation(lang, charter, verdict, &vote.frozen, Some(passed(variant)));
        assert!(paper.contains(&says), "{name}: the minutes lack “{says}”\n{paper}");
    }
}

/// S26b: the roll is mended with the evidence before the vote is opened.
fn membership_lost_before_the_vote(variant: &Variant) {
    let base = law_figure(variant, "base_count");
    let stage = Stage { members: base + 1, ..Stage::of(variant, "assembly") };
    let mut hall = stage.book();
    stage.moved(&mut hall);
    hall.ok(lost(base + 1));
    vote(variant, &mut hall, 1, 1);
    hall.ok(json!({"do": "close_item", "item": 1}));
    hall.ok(json!({"do": "close"}));
    on_paper(variant, &hall, 1, 1);
}

fn lost(unit: u32) -> Value {
    json!({"do": "record_loss", "unit": unit, "ground": "已注销",
        "evidence": "登记机关注销通知书"})
}

/// S27a: the council meets in a break of the assembly and expels; votes already taken stand.
fn expelled_in_the_break(variant: &Variant) {
    let base = law_figure(variant, "base_count");
    let mut stage = Stage { members: base + 1, seats: 10, ..Stage::of(variant, "assembly") };
    // The unit that is going to be expelled is in the hall in the morning.
    stage.present += 1;
    let mut hall = stage.book();
    let named = json!([{"name": format!("示例单位{:02}", base + 1), "unit": base + 1}]);
    stage.convene(&mut hall, 1);
    hall.ok(json!({"do": "add_item", "on_notice": true,
        "item": {"title": "工作报告", "matter": "report"}}));
    let in_the_hall: Vec<u32> = (1..stage.present).chain([base + 1]).collect();
    let away: Vec<u32> = stage.roll().into_iter().filter(|u| !in_the_hall.contains(u)).collect();
    hall.ok(json!({"do": "sign_in_all", "except": away}));
    hall.call_to_order(1, "chair");
    let morning = hall.settle(1, 2, votes(20, 10, 4));
    assert_eq!(morning["events"][0]["verdict"]["base"], base + 1);
    hall.ok(json!({"do": "break", "meeting": 1}));

    hall.ok(convene(
        "council",
        "council_by_chair",
        json!([{"title": "除名", "matter": "expulsion", "subjects": named}]),
    ));
    hall.sign_in(2, &(1..=10).collect::<Vec<_>>(), 10);
    hall.call_to_order(2, "chair");
    let expulsion = hall.move_item(2, 1, "予以除名。");
    let expelled = hall.decide(2, expulsion, "secret", votes(8, 2, 0));
    assert_eq!(expelled["events"][1]["change"]["change"], "expelled");
    hall.ok(json!({"do": "close_item", "item": 1, "meeting": 2}));
    hall.ok(json!({"do": "close", "meeting": 2}));

    hall.ok(json!({"do": "resume", "meeting": 1}));
    let amendment = hall.move_item(1, 1, "修改章程。");
    vote(variant, &mut hall, 1, amendment);
    let stands = hall.meeting(1);
    assert_eq!(stands["votes"][0]["base"], base + 1, "the morning's vote stands");
    hall.ok(json!({"do": "close_item", "item": 1, "meeting": 1}));
    hall.ok(json!({"do": "close", "meeting": 1}));
    on_paper(variant, &hall, 1, 2);
}

/// S27b: while a vote is open the roll does not change.
fn loss_waits_for_the_vote(variant: &Variant) {
    let stage = Stage::of(variant, "assembly");
    let mut hall = stage.book();
    stage.moved(&mut hall);
    let opened = opened(variant, &mut hall, 1, 1);
    let refused = hall.refused(lost(37), "roll_frozen_vote_open");
    assert_eq!(refused["refused"]["fields"]["vote"], 1);
    counted_and_declared(variant, &mut hall, 1, &opened);
    hall.ok(lost(37));
    hall.ok(json!({"do": "close_item", "item": 1}));
    hall.ok(json!({"do": "close"}));
    on_paper(variant, &hall, 1, 1);
}

/// A letter that states what Civil Code article 165 wants of it.
fn letter() -> Value {
    json!({"matter": true, "power": true, "term": true, "seal": true})
}

/// The file writes these absentees with a paper; a unit holds one.
fn proxy(unit: u32, holder: u32, letter: Value) -> Value {
    json!({"do": "sign_in", "unit": unit,
        "presence": {"as": "proxy", "holder": holder, "letter": letter}})
}

/// S29a, S29b: so many in person and so many by letter; a letter that says nothing is not counted.
fn with_proxies(variant: &Variant, in_person: u32, valid: u32) {
    let stage = Stage::of(variant, "assembly");
    let mut hall = stage.book();
    stage.convene(&mut hall, 1);
    hall.sign_in(1, &stage.roll(), in_person);
    for n in 1..=valid {
        hall.ok(proxy(in_person + n, n, letter()));
    }
    for n in valid + 1..=3 {
        let refused = proxy(in_person + n, n, json!({}));
        let refused = hall.refused(refused, "proxy_letter_incomplete");
        let lacking = &refused["refused"]["fields"]["lacking"];
        assert_eq!(lacking, "matter power term seal");
    }
    hall.call_to_order(1, "chair");
    hall.move_item(1, 1, "审议批准本项管理规定。");
    vote(variant, &mut hall, 1, 1);
    hall.ok(json!({"do": "close_item", "item": 1}));
    hall.ok(json!({"do": "close"}));
    on_paper(variant, &hall, 1, 1);
}

/// X34: a unit admitted at item 1 votes on item 2, unless the resolution says after the close.
fn admitted_at_the_same_meeting(variant: &Variant, effective: &str) {
    let stage = Stage { members: 36, present: 30, ..Stage::of(variant, "assembly") };
    let mut hall = stage.book();
    stage.convene(&mut hall, 1);
    hall.ok(json!({"do": "add_item", "on_notice": true, "item": {"title": "入盟",
        "matter": "admission", "subjects": subjects_of("admission", &[]), "before": 1}}));
    for precondition in required_for("admission") {
        hall.ok(json!({"do": "file", "item": 2, "precondition": precondition}));
    }
    hall.sign_in(1, &stage.roll(), stage.present);
    hall.call_to_order(1, "chair");
    hall.ok(json!({"do": "open_item", "item": 2}));
    hall.ok(json!({"do": "move", "item": 2, "text": "批准示例新成员加入联盟。",
        "effective": effective}));
    let admitted = hall.decide(1, 1, "hands", votes(25, 3, 2));
    hall.ok(json!({"do": "close_item", "item": 2}));
    let sign_in = json!({"do": "sign_in", "unit": 37, "presence": {"as": "in_person"}});
    if effective == "now" {
        assert_eq!(admitted["events"][1]["change"]["change"], "joined");
        hall.ok(sign_in);
    } else {
        assert_eq!(admitted["events"].as_array().unwrap().len(), 1);
        hall.refused(sign_in, "unknown_unit");
    }
    let rules = hall.move_item(1, 1, "审议批准本项管理规定。");
    vote(variant, &mut hall, 1, rules);
    hall.ok(json!({"do": "close_item", "item": 1}));
    hall.ok(json!({"do": "close"}));
    assert_eq!(hall.numbers().0, 37, "the new member is there at the latest now");
    on_paper(variant, &hall, 1, 2);
}

/// May it be put at all: the refusal's code, or the codes that go with what is accepted.
fn admissibility(variant: &Variant) {
    let name = variant.name.as_str();
    let answer = match name {
        "S09a" | "S21a" | "X32b-council" => council_takes_up(variant, false),
        "S22a" => council_takes_up(variant, true),
        "S20b-no-review" => {
            let (mut hall, stage) = prepared(variant, "council", 11);
            hall.ok(convene("council", "council_by_chair", json!([stage.agenda_item()])));
            hall.ok(json!({"do": "file", "item": 1, "precondition": "application"}));
            puts_it(&mut hall, 11)
        }
        "S10a-floor" => without_opinions(variant),
        // The charter's own words have no slips of the pen.
        "S10b-editorial-by-secretariat" => {
            let (mut hall, _) = prepared(variant, "assembly", 0);
            hall.say(json!({"do": "correct_text", "old": "Internation Certification Aliance",
                "new": "International Certification Alliance", "leave": "秘书处"}))
        }
        "S19a-no-nomination" => {
            let (mut hall, stage) = prepared(variant, "assembly", 0);
            hall.ok(convene("assembly", "chair", json!([stage.agenda_item()])));
            puts_it(&mut hall, 33)
        }
        "S28d-other-preset" => {
            let reading = attendance_lost(ALLIANCE, Some(("A03", "two_thirds")), "management_rule");
            let model = attendance_lost(MODEL_1998, None, "general");
            assert_eq!(reading["refused"]["code"], model["refused"]["code"]);
            for answer in [&reading, &model] {
                let fields = &answer["refused"]["fields"];
                assert_eq!((&fields["present"], &fields["needed"]), (&json!(20), &json!(24)));
            }
            reading
        }
        "S29d-second-proxy-same-holder" => {
            let (mut hall, stage) = prepared(variant, "assembly", 0);
            stage.convene(&mut hall, 1);
            hall.sign_in(1, &stage.roll(), 16);
            hall.ok(proxy(17, 1, letter()));
            hall.say(proxy(18, 1, letter()))
        }
        "S30d-designated-presider" => {
            let (mut hall, stage) = prepared(variant, "assembly", 0);
            stage.convene(&mut hall, 1);
            hall.sign_in(1, &stage.roll(), 30);
            let mut call = json!({"do": "call_to_order", "presider": "副理事长甲",
                "basis": "designated", "recorder": "记录员"});
            hall.refused(call.clone(), "presider_paper_missing");
            call["document"] = "理事长书面指定函".into();
            hall.say(call)
        }
        "S30e-no-designation" => {
            let (mut hall, stage) = prepared(variant, "assembly", 0);
            stage.convene(&mut hall, 1);
            hall.sign_in(1, &stage.roll(), 30);
            hall.say(json!({"do": "call_to_order", "presider": "副理事长甲",
                "basis": "vice_chair_fallback", "recorder": "记录员"}))
        }
        "X31a" => {
            let (mut hall, stage) = prepared(variant, "assembly", 0);
            Stage { present: 30, ..stage }.moved(&mut hall);
            hall.ok(json!({"do": "open_vote", "motion": 1, "method": "hands"}));
            let before = hall.head();
            let refused = hall.say(json!({"do": "count", "yes": 20, "no": 8, "abstain": 5}));
            assert_eq!(refused["refused"]["fields"]["counted"], 33);
            assert_eq!(refused["refused"]["fields"]["present"], 30);
            assert_eq!(hall.head(), before, "nothing of it is recorded");
            refused
        }
        "X35a" => {
            let (mut hall, stage) = prepared(variant, "assembly", 0);
            hall.ok(json!({"do": "stand", "body": "assembly", "term": 1, "number": 3,
                "term_begun": "2022-09-29"}));
            stage.convene(&mut hall, 1);
            hall.sign_in(1, &stage.roll(), 30);
            hall.call_to_order(1, "chair");
            hall.ok(json!({"do": "open_item", "item": 1}));
            let moved =
                hall.say(json!({"do": "move", "item": 1, "text": "聘任候选人甲为秘书长。"}));
            let late = moved["findings"].as_array().unwrap().iter();
            let late = late.clone().find(|f| f["code"] == "term_expired_continue_until_successors");
            assert_eq!(late.unwrap()["fields"]["last"], "2025-09-29");
            moved
        }
        "X36a-ordinary" | "X36b-amendment-or-election" => {
            let (mut hall, stage) = prepared(variant, "assembly", 0);
            hall.ok(convene("assembly", "chair", json!([{"title": "通报"}])));
            hall.sign_in(1, &stage.roll(), 30);
            hall.call_to_order(1, "chair");
            let add = json!({"do": "add_item", "item": stage.agenda_item()});
            if name == "X36a-ordinary" {
                hall.with_reason(add, "not_on_notice_warn", "临时动议，到会成员无异议")
            } else {
                hall.say(add)
            }
        }
        other => panic!("nothing plays {other}"),
    };
    let expect = &variant.law["expect"];
    let code = expect["code"].as_str().unwrap();
    let flags = names(&expect["flags"]);
    if expect["admissible"] == true {
        assert_eq!(answer["ok"], true, "{name}: {answer:#}");
        let mut expected: BTreeSet<String> = flags;
        expected.insert(code.to_owned());
        assert_eq!(names(&answer["codes"]), expected, "{name}");
    } else {
        assert_eq!(answer["refused"]["code"], code, "{name}: {answer:#}");
        assert!(flags.is_empty(), "{name}: a refusal carries no flags");
    }
}

/// A book of 36 members, so many of them in the council.
fn prepared(variant: &Variant, body: &'static str, seats: u32) -> (Hall, Stage) {
    let stage = Stage {
        charter: ALLIANCE,
        reading: None,
        body,
        matter: matter_of(variant),
        members: 36,
        seats,
        present: 0,
        recused: Vec::new(),
        named: vec![36],
    };
    (stage.book(), stage)
}

/// Opens the meeting in hand with so many present and moves its only item.
fn puts_it(hall: &mut Hall, present: u32) -> Value {
    let roll: Vec<u32> = (1..=36).collect();
    let seats: Vec<u32> = (1..=11).collect();
    let roll = if present <= 11 { seats } else { roll };
    hall.sign_in(1, &roll, present);
    hall.call_to_order(1, "chair");
    hall.ok(json!({"do": "open_item", "item": 1}));
    hall.say(json!({"do": "move", "item": 1, "text": "同意。"}))
}

/// The council takes up a matter while the assembly is closed, or on a break.
fn council_takes_up(variant: &Variant, assembly_on_break: bool) -> Value {
    let (mut hall, stage) = prepared(variant, "council", 11);
    let council = if assembly_on_break {
        hall.ok(convene("assembly", "chair", json!([{"title": "通报"}])));
        hall.sign_in(1, &(1..=36).collect::<Vec<_>>(), 30);
        hall.call_to_order(1, "chair");
        hall.ok(json!({"do": "break", "meeting": 1}));
        2
    } else {
        1
    };
    stage.convene(&mut hall, council);
    hall.sign_in(council, &stage.roll(), 11);
    hall.call_to_order(council, "chair");
    hall.ok(json!({"do": "open_item", "item": 1, "meeting": council}));
    let put = json!({"do": "move", "item": 1, "text": "同意。", "meeting": council});
    let answer = hall.say(put.clone());
    let routes = names(&answer["refused"]["routes"]);
    assert!(routes.contains("assembly"), "the way out is named: {answer:#}");
    if assembly_on_break {
        // Once the assembly is closed the same motion is in order.
        hall.ok(json!({"do": "resume", "meeting": 1}));
        hall.refused(put.clone(), "not_in_recess_assembly_still_open");
        hall.ok(json!({"do": "open_item", "item": 1, "meeting": 1}));
        hall.ok(json!({"do": "close", "meeting": 1}));
        hall.ok(put);
    }
    answer
}

/// S10a: on the notice without the secretariat's file, and from the floor under another item.
fn without_opinions(variant: &Variant) -> Value {
    let (mut hall, stage) = prepared(variant, "assembly", 0);
    hall.ok(convene(
        "assembly",
        "chair",
        json!([stage.agenda_item(), {"title": "工作报告", "matter": "report"}]),
    ));
    hall.sign_in(1, &stage.roll(), 32);
    hall.call_to_order(1, "chair");
    hall.ok(json!({"do": "open_item", "item": 2}));
    let floor = json!({"do": "move", "item": 2, "matter": "amendment", "text": "修改第九条。"});
    let floor = hall.say(floor);
    hall.ok(json!({"do": "carry_over", "item": 2, "why": "另行安排"}));
    hall.ok(json!({"do": "open_item", "item": 1}));
    let announced = hall.say(json!({"do": "move", "item": 1, "text": "修改第九条。"}));
    assert_eq!(floor["refused"]["code"], announced["refused"]["code"]);
    announced
}

/// S28d: thirty came, twenty are left, and the rule wants two thirds of thirty-six.
fn attendance_lost(
    charter: &'static str,
    reading: Option<(&'static str, &'static str)>,
    matter: &'static str,
) -> Value {
    let stage = Stage {
        charter,
        reading,
        body: "assembly",
        matter,
        members: 36,
        seats: 0,
        present: 30,
        recused: Vec::new(),
        named: Vec::new(),
    };
    let mut hall = stage.book();
    stage.moved(&mut hall);
    for unit in 21..=30 {
        hall.ok(json!({"do": "sign_in", "unit": unit, "presence": {"as": "left"}}));
    }
    let open = json!({"do": "open_vote", "motion": 1, "method": "hands"});
    let answer = hall.say(open.clone());
    for unit in 21..=24 {
        hall.ok(json!({"do": "sign_in", "unit": unit, "presence": {"as": "in_person"}}));
    }
    hall.ok(open);
    answer
}

/// Half or more of the members call a special assembly.
fn requisition(variant: &Variant) {
    let name = &variant.name;
    let members = law_figure(variant, "base_count");
    let signed: Vec<u32> = (1..=law_figure(variant, "signed")).collect();
    let needed = &variant.law["expect"]["min_signatures"];
    let mut hall = Hall::with_units(ALLIANCE, members);
    let mut call = convene("assembly", "requisition", json!([{"title": "临时议题"}]));
    call["signed"] = json!(signed);
    hall.refused(call.clone(), "requisition_special_only");
    call["special"] = true.into();
    if variant.law["expect"]["admissible"] == true {
        hall.ok(call);
        let convening = &hall.minutes(1).json["convening"];
        assert_eq!(convening["signed"], json!(signed), "{name}");
        assert_eq!(convening["needed"], *needed, "{name}");
    } else {
        let refused = hall.refused(call, "requisition_short");
        let fields = &refused["refused"]["fields"];
        assert_eq!(fields["min_signatures"], *needed, "{name}");
        assert_eq!(fields["signed"], signed.len(), "{name}");
    }
}

/// The council's size against a third of the members: a word of advice, never a bar.
fn council_cap(variant: &Variant) {
    let name = variant.name.as_str();
    let expect = &variant.law["expect"];
    let seats = law_figure(variant, "council_seats");
    let exceeded = expect["advisory_exceeded"] == true;
    let seat = |n: u32| {
        let units: Vec<u32> = (1..=n).collect();
        json!({"do": "seat", "body": "council", "units": units})
    };
    let cap_of = |answer: &Value, code: &str| {
        let found = answer["findings"].as_array().unwrap().iter();
        let found = found.clone().find(|f| f["code"] == code).cloned();
        found.unwrap_or_else(|| panic!("{name}: no {code} in {answer:#}"))["fields"]["cap"].clone()
    };
    match name {
        "S12b-after-two-exits" => {
            let mut hall = Hall::with_units(ALLIANCE, law_figure(variant, "members") + 2);
            hall.ok(seat(seats));
            hall.ok(lost(32));
            let after = hall.ok(lost(33));
            assert!(exceeded);
            assert_eq!(cap_of(&after, "size_cap_now_exceeded"), expect["cap"]);
            let ledger = hall.ledger();
            let seated = ledger.book.roll_of("council").len();
            assert_eq!(seated, seats as usize, "nobody is unseated");
        }
        _ => {
            let mut hall = Hall::with_units(ALLIANCE, law_figure(variant, "members"));
            if exceeded {
                let code = "size_cap_exceeded";
                let seated = hall.with_reason(seat(seats), code, "行业代表性需要");
                assert_eq!(cap_of(&seated, code), expect["cap"], "{name}");
            } else {
                let seated = hall.ok(seat(seats));
                assert_eq!(names(&seated["codes"]), BTreeSet::new(), "{name}");
                let more = hall.with_reason(seat(seats + 1), "size_cap_exceeded", "行业代表性需要");
                assert_eq!(cap_of(&more, "size_cap_exceeded"), expect["cap"], "{name}");
            }
        }
    }
}
