//! What happens between meetings, by the procedures of the charter: each from its first paper to its last.

// Helpers here stand outside test functions, where clippy allows it.
#![allow(clippy::unwrap_used)]

use crate::common::{ALLIANCE, Hall, names, votes};
use quorate::record::cases::{Stage, stage, unreviewed};
use quorate::record::state::Membership;
use serde_json::{Value, json};

/// Thirty-six members, a council of eleven, a committee of five, and the offices filled.
fn alliance() -> Hall {
    let mut hall = Hall::with_units(ALLIANCE, 36);
    hall.ok(json!({"do": "seat", "body": "council", "units": (1..=11).collect::<Vec<u32>>()}));
    hall.ok(json!({"do": "seat", "body": "technical_committee", "units": [2, 4, 6, 8, 10]}));
    for (office, name, unit) in [
        ("chair", "理事长", 1),
        ("vice_chair", "副理事长甲", 2),
        ("vice_chair", "副理事长乙", 3),
        ("tc_director", "技术委员会主任", 4),
    ] {
        hall.ok(json!({"do": "fill", "office": office, "name": name, "unit": unit}));
    }
    hall
}

/// The council, all there, in session.
fn council(hall: &mut Hall) {
    hall.ok(json!({"do": "convene", "body": "council", "by": "council_by_chair",
        "date": "2026-05-20", "place": "示例会议中心", "notice": "2026-04-30", "agenda": []}));
}

fn in_session(hall: &mut Hall) {
    hall.ok(json!({"do": "sign_in_all"}));
    hall.call_to_order(1, "chair");
}

fn step(hall: &mut Hall, case: u32, mut more: Value) -> Value {
    more["do"] = "take_step".into();
    more["case"] = case.into();
    hall.ok(more)
}

fn stage_of(hall: &Hall, case: u32) -> Stage {
    let book = hall.ledger().book;
    let charter = book.charter.clone().unwrap();
    let file = book.cases.iter().find(|c| c.no == case).unwrap();
    stage(&book, charter.procedure(&file.new.procedure).unwrap(), file)
}

fn conditions_met() -> Value {
    let ids = [
        "accepts_charter",
        "legal_person",
        "willing",
        "reputation",
        "no_violation",
        "self_discipline",
    ];
    ids.iter()
        .map(|id| json!({"condition": id, "met": true, "evidence": "申请材料"}))
        .collect::<Vec<_>>()
        .into()
}

fn joining(category: &str) -> Value {
    json!({"do": "open_case", "procedure": "joining", "day": "2026-03-01",
        "subject": {"name": "示例枸杞合作社", "category": category}})
}

#[test]
fn article_15_joining_from_the_application_to_the_certificate() {
    let mut hall = alliance();
    hall.ok(joining("certified_enterprise"));
    hall.refused(joining("certified_enterprise"), "case_open_already");
    // Steps come in the charter's order, and each by whoever the charter names.
    hall.refused(json!({"do": "take_step", "case": 1, "step": "review"}), "step_missing");
    let by_council = json!({"do": "take_step", "case": 1, "by": "council"});
    hall.refused(by_council, "step_of_another");
    hall.refused(
        json!({"do": "take_step", "case": 1, "passed": true, "note": "急"}),
        "step_required",
    );
    step(&mut hall, 1, json!({"note": "入盟申请书一份", "day": "2026-03-01"}));
    let unchecked = json!({"do": "take_step", "case": 1});
    hall.refused(unchecked, "condition_unanswered");
    step(&mut hall, 1, json!({"answers": conditions_met()}));
    // Something is missing: the review is taken again.
    step(&mut hall, 1, json!({"outcome": "complete", "note": "缺营业执照"}));
    assert_eq!(stage_of(&hall, 1), Stage::Next(2));
    step(&mut hall, 1, json!({"note": "材料齐全"}));
    assert_eq!(stage_of(&hall, 1), Stage::Next(3));
    hall.refused(json!({"do": "take_step", "case": 1}), "step_is_a_vote");
    council(&mut hall);
    hall.ok(json!({"do": "put_case", "case": 1, "on_notice": true}));
    assert_eq!(stage_of(&hall, 1), Stage::Waits { meeting: 1, item: 1 });
    hall.refused(json!({"do": "end_case", "case": 1, "why": "撤回"}), "case_waits_for_meeting");
    in_session(&mut hall);
    // The papers of the case are on file; nothing has to be filed by hand.
    let declared = hall.settle(1, 1, votes(9, 1, 1));
    assert_eq!(declared["events"][1]["change"]["enrolment"]["unit"], 37);
    assert_eq!(declared["events"][1]["change"]["enrolment"]["category"], "certified_enterprise");
    assert_eq!(stage_of(&hall, 1), Stage::Next(4));
    step(&mut hall, 1, json!({}));
    step(&mut hall, 1, json!({"note": "证书已交"}));
    assert_eq!(stage_of(&hall, 1), Stage::Complete);
    hall.refused(json!({"do": "take_step", "case": 1}), "case_over");
}

#[test]
fn article_14_each_condition_has_its_evidence_and_institutions_their_qualification() {
    let mut hall = alliance();
    hall.ok(joining("testing_body"));
    step(&mut hall, 1, json!({}));
    // Institutions also show the qualifications of their field.
    let take = |answers: Value| json!({"do": "take_step", "case": 1, "answers": answers});
    hall.refused(take(conditions_met()), "condition_unanswered");
    let mut all = conditions_met();
    let with = |answer: Value, all: &Value| {
        let mut more = all.clone();
        more.as_array_mut().unwrap().push(answer);
        more
    };
    let unmet = json!({"condition": "qualification", "met": false});
    hall.refused(take(with(unmet, &all)), "condition_unmet");
    let bare = json!({"condition": "qualification", "met": true});
    hall.refused(take(with(bare, &all)), "condition_unproven");
    let shown = json!({"condition": "qualification", "met": true, "evidence": "资质认定证书"});
    all = with(shown, &all);
    hall.ok(take(all));
    // An enterprise is not asked for it.
    let mut other = alliance();
    other.ok(joining("certified_enterprise"));
    step(&mut other, 1, json!({}));
    step(&mut other, 1, json!({"answers": conditions_met()}));
}

#[test]
fn article_14_the_three_years_are_those_before_the_application() {
    let hall = alliance();
    let book = hall.ledger().book;
    let charter = book.charter.clone().unwrap();
    let condition = charter.conditions.iter().find(|c| c.id == "no_violation").unwrap();
    let day = |text: &str| text.parse().unwrap();
    let window = |applied: &str| quorate::record::cases::window(condition, day(applied)).unwrap();
    assert_eq!(window("2026-03-01"), (day("2023-03-01"), day("2026-02-28")));
    assert_eq!(window("2028-02-29"), (day("2025-02-28"), day("2028-02-27").succ_opt().unwrap()));
}

#[test]
fn article_18_1_a_refused_withdrawal_is_pointed_out_and_can_be_put_again() {
    let mut hall = alliance();
    hall.ok(
        json!({"do": "open_case", "procedure": "withdrawal", "subject": {"name": "", "unit": 36}}),
    );
    step(&mut hall, 1, json!({"note": "退盟申请书"}));
    step(&mut hall, 1, json!({"note": "无未了事项"}));
    council(&mut hall);
    hall.ok(json!({"do": "put_case", "case": 1, "on_notice": true}));
    in_session(&mut hall);
    let declared = hall.settle(1, 1, votes(3, 8, 0));
    assert!(names(&declared["codes"]).contains("conflict_with_freedom_to_leave"));
    assert_eq!(stage_of(&hall, 1), Stage::Next(2), "it comes back to the secretariat");
    hall.with_reason(json!({"do": "put_case", "case": 1}), "not_on_notice_warn", "当场再议");
    let declared = hall.settle(1, 2, votes(10, 0, 1));
    assert_eq!(declared["events"][1]["change"]["change"], "withdrawn");
    // It is made public, and only then is the file closed.
    assert_eq!(stage_of(&hall, 1), Stage::Next(3));
    step(&mut hall, 1, json!({"note": "已在网站公布"}));
    step(&mut hall, 1, json!({"passed": true, "note": "证书遗失"}));
    assert_eq!(stage_of(&hall, 1), Stage::Complete);
}

#[test]
fn article_18_2_a_warning_names_the_duty_and_the_damage() {
    let mut hall = alliance();
    let open = |names: Value| {
        json!({"do": "open_case", "procedure": "warning", "subject": {"name": "", "unit": 20},
            "names": names, "text": "超范围使用标志", "claim": "12000.50"})
    };
    hall.refused(open(json!([])), "case_names_nothing");
    hall.refused(open(json!(["politeness"])), "unknown_name");
    hall.ok(open(json!(["obey_rules"])));
    step(&mut hall, 1, json!({"note": "现场照片"}));
    council(&mut hall);
    // Notice and hearing are recommended: passing them over takes a reason.
    let put = json!({"do": "put_case", "case": 1, "on_notice": true});
    hall.with_reason(put, "step_passed_over", "该成员书面表示无异议");
    in_session(&mut hall);
    let declared = hall.settle(1, 1, votes(8, 1, 2));
    assert_eq!(declared["events"][1]["change"], json!({"change": "warned", "unit": 20}));
    step(&mut hall, 1, json!({"step": "compensation", "outcome": "agreed"}));
    assert_eq!(stage_of(&hall, 1), Stage::Complete, "service was only recommended");
}

#[test]
fn article_18_3_expulsion_with_evidence_hearing_recusal_and_the_report_to_the_authority() {
    let mut hall = alliance();
    // A council unit itself is concerned.
    hall.ok(
        json!({"do": "open_case", "procedure": "expulsion", "subject": {"name": "", "unit": 5},
        "names": ["obey_charter"], "text": "严重违反章程"}),
    );
    step(&mut hall, 1, json!({"note": "调查报告"}));
    step(&mut hall, 1, json!({"note": "已书面告知"}));
    step(&mut hall, 1, json!({"note": "到会申辩，记录在案"}));
    council(&mut hall);
    hall.ok(json!({"do": "put_case", "case": 1, "on_notice": true}));
    in_session(&mut hall);
    let motion = hall.move_item(1, 1, "予以除名。");
    let open = json!({"do": "open_vote", "motion": motion, "method": "secret"});
    let refused = hall.refused(open.clone(), "reason_required");
    assert_eq!(refused["refused"]["warnings"][0]["code"], "interested_member_votes");
    hall.ok(json!({"do": "recuse", "unit": 5, "item": 1, "why": "当事成员"}));
    let expelled = hall.decide(1, motion, "secret", votes(6, 4, 0));
    assert_eq!(expelled["events"][0]["verdict"]["base"], 10, "the unit concerned leaves the base");
    assert_eq!(expelled["events"][1]["change"], json!({"change": "expelled", "unit": 5}));
    hall.ok(json!({"do": "close_item", "item": 1}));
    // The evidence still has to go to the authority; the copy is a step of its own.
    assert_eq!(stage_of(&hall, 1), Stage::Next(4));
    step(&mut hall, 1, json!({"step": "authority", "note": "已报送"}));
    assert_eq!(stage_of(&hall, 1), Stage::Complete);
}

#[test]
fn article_18_4_membership_is_lost_by_the_fact_and_the_evidence() {
    let mut hall = alliance();
    hall.ok(json!({"do": "open_case", "procedure": "automatic_loss",
        "subject": {"name": "", "unit": 33}, "text": "已注销"}));
    step(&mut hall, 1, json!({"note": "登记机关公告"}));
    hall.refused(json!({"do": "take_step", "case": 1}), "text_missing");
    let lost = step(&mut hall, 1, json!({"note": "注销通知书"}));
    assert_eq!(lost["events"][1]["kind"], "membership_lost");
    assert_eq!(hall.numbers().0, 35);
    let book = hall.ledger().book;
    assert_eq!(book.members[&33].standing, Membership::Lost { ground: "已注销".to_owned() });
}

#[test]
fn article_18_4_every_member_is_reviewed_once_a_year_and_the_worst_goes_to_the_council() {
    let mut hall = alliance();
    let review = |unit: u32, more: Value| {
        let mut line = json!({"do": "review_member", "year": 2025, "unit": unit});
        for (key, value) in more.as_object().unwrap() {
            line[key] = value.clone();
        }
        line
    };
    assert_eq!(unreviewed(&hall.ledger().book, 2025).len(), 36);
    hall.ok(review(1, json!({})));
    hall.refused(review(2, json!({"outcome": "put_right", "note": "记录不全"})), "text_missing");
    hall.ok(review(2, json!({"outcome": "put_right", "note": "记录不全", "until": "2026-06-30"})));
    let expel = json!({"outcome": "expel", "note": "伪造证书", "names": ["obey_rules"]});
    let opened = hall.ok(review(3, expel));
    assert_eq!(opened["events"][1]["kind"], "case_opened");
    assert_eq!(opened["events"][1]["new"]["procedure"], "expulsion");
    let rest = hall.ok(json!({"do": "review_rest", "year": 2025}));
    assert_eq!(rest["events"].as_array().unwrap().len(), 33);
    assert!(unreviewed(&hall.ledger().book, 2025).is_empty());
    hall.refused(json!({"do": "review_rest", "year": 2025}), "nothing_changes");
    hall.refused(json!({"do": "review_rest", "year": 2027}), "time_after_entry");
}

#[test]
fn article_9_6_an_authorisation_has_scope_task_and_days_and_expires() {
    let mut hall = alliance();
    hall.ok(json!({"do": "open_case", "procedure": "authorisation", "names": ["publicity"],
        "subject": {"name": "", "unit": 12, "scope": "承办宣传周", "from": "2026-06-01", "to": "2026-06-30"},
        "text": "承办“新疆品质”宣传周"}));
    step(&mut hall, 1, json!({}));
    council(&mut hall);
    hall.ok(json!({"do": "put_case", "case": 1, "on_notice": true}));
    in_session(&mut hall);
    hall.settle(1, 1, votes(10, 0, 1));
    let book = hall.ledger().book;
    let permit = &book.permits[0];
    assert_eq!(permit.permit.scope, "承办宣传周");
    assert_eq!(permit.permit.tasks, ["publicity"]);
    let holds = |day: &str| permit.holds(day.parse().unwrap());
    assert!(holds("2026-06-01") && holds("2026-06-30"));
    assert!(!holds("2026-05-31") && !holds("2026-07-01"));
}

#[test]
fn article_17_4_leave_to_act_in_the_alliances_name_is_given_dated_and_taken_back() {
    let mut hall = alliance();
    hall.ok(json!({"do": "open_case", "procedure": "use_of_name",
        "subject": {"name": "", "unit": 14}, "text": "以联盟名义参加展会"}));
    step(&mut hall, 1, json!({}));
    let given = step(&mut hall, 1, json!({"valid_from": "2026-05-01", "until": "2026-12-31"}));
    assert_eq!(given["events"][1]["kind"], "permit_given");
    let holds = |hall: &Hall, day: &str| hall.ledger().book.permits[0].holds(day.parse().unwrap());
    assert!(holds(&hall, "2026-12-31") && !holds(&hall, "2027-01-01"));
    let back = |permit: u32| json!({"do": "end_permit", "permit": permit, "why": "超出许可范围"});
    hall.refused(back(7), "unknown_permit");
    hall.ok(back(1));
    assert!(holds(&hall, "2026-05-20") && !holds(&hall, "2026-05-21"));
    hall.refused(back(1), "nothing_changes");
    // Refused leave ends the case and allows nothing.
    hall.ok(json!({"do": "open_case", "procedure": "use_of_name",
        "subject": {"name": "", "unit": 15}, "text": "以联盟名义收费"}));
    step(&mut hall, 2, json!({}));
    step(&mut hall, 2, json!({"outcome": "refused", "note": "与宗旨不符"}));
    assert_eq!(stage_of(&hall, 2), Stage::Ended);
    assert_eq!(hall.ledger().book.permits.len(), 1);
}

#[test]
fn article_12_standards_are_the_committees_numbered_and_revised() {
    let mut hall = alliance();
    let standard = |name: &str, revises: Option<&str>| {
        let mut subject = json!({"name": name});
        if let Some(number) = revises {
            subject["revises"] = number.into();
        }
        json!({"do": "open_case", "procedure": "standard", "subject": subject,
            "names": ["standards_system"]})
    };
    hall.ok(standard("示例红枣认证实施规则", None));
    step(&mut hall, 1, json!({}));
    step(&mut hall, 1, json!({"unit": 7, "note": "建议增加检测项目"}));
    step(&mut hall, 1, json!({"closes": true}));
    hall.ok(json!({"do": "convene", "body": "technical_committee", "by": "committee_by_director",
        "date": "2026-05-20", "place": "示例会议中心", "notice": "2026-04-30", "agenda": []}));
    hall.ok(json!({"do": "put_case", "case": 1, "on_notice": true}));
    hall.ok(json!({"do": "sign_in_all"}));
    hall.call_to_order(1, "committee_director");
    let declared = hall.settle(1, 1, votes(4, 1, 0));
    assert_eq!(declared["events"][1]["change"]["number"], "XJQICA-S-2026-01");
    assert_eq!(declared["events"][1]["change"]["title"], "示例红枣认证实施规则");
    // An opinion on revision opens the next draft, which keeps the number.
    hall.ok(json!({"do": "open_case", "procedure": "revision",
        "subject": {"name": "示例红枣认证实施规则", "revises": "XJQICA-S-2026-01"}}));
    step(&mut hall, 2, json!({}));
    let opened = step(&mut hall, 2, json!({"outcome": "revise", "note": "指标偏低"}));
    assert_eq!(opened["events"][1]["new"]["subject"]["revises"], "XJQICA-S-2026-01");
    step(&mut hall, 3, json!({}));
    let put = json!({"do": "put_case", "case": 3});
    hall.with_reason(put, "step_passed_over", "上次已征求意见");
    let declared = hall.settle(1, 2, votes(5, 0, 0));
    let change = &declared["events"][1]["change"];
    assert_eq!(
        (change["number"].as_str(), change["version"].as_u64()),
        (Some("XJQICA-S-2026-01"), Some(2))
    );
    // What belongs to the committee is refused to the assembly's council, with the clause.
    hall.ok(standard("示例核桃认证标准", None));
    step(&mut hall, 4, json!({}));
    hall.ok(json!({"do": "close"}));
    hall.ok(json!({"do": "convene", "body": "council", "by": "council_by_chair",
        "date": "2026-05-20", "place": "示例会议中心", "notice": "2026-04-30", "agenda": []}));
    let refused = json!({"do": "put_case", "case": 4, "meeting": 2});
    let refused = hall.refused(refused, "matter_belongs_to_other_body");
    assert!(refused["refused"]["recorder"].as_str().unwrap().contains("第十二条"));
}

#[test]
fn article_12_4_a_report_of_supervision_opens_a_file_of_warning() {
    let mut hall = alliance();
    hall.ok(json!({"do": "open_case", "procedure": "breach", "subject": {"name": "", "unit": 22},
        "names": ["no_unlicensed_use"], "text": "擅自以联盟名义招商"}));
    step(&mut hall, 1, json!({}));
    let opened = step(&mut hall, 1, json!({"outcome": "warn", "note": "属实"}));
    let warning = &opened["events"][1]["new"];
    assert_eq!(warning["procedure"], "warning");
    assert_eq!(warning["names"], json!(["no_unlicensed_use"]), "the duty broken goes with it");
    assert_eq!(warning["from"], 1);
}

#[test]
fn article_11_3_a_members_proposal_goes_to_an_agenda_and_its_outcome_back_to_the_member() {
    let mut hall = alliance();
    hall.ok(json!({"do": "open_case", "procedure": "proposal", "subject": {"name": "", "unit": 9},
        "names": ["publicity"], "text": "建议编印成员名录"}));
    step(&mut hall, 1, json!({"note": "书面提案"}));
    step(&mut hall, 1, json!({"note": "已研究"}));
    council(&mut hall);
    hall.ok(json!({"do": "put_case", "case": 1, "matter": "report", "on_notice": true}));
    in_session(&mut hall);
    let meeting = hall.ledger().book.meetings[0].clone();
    assert_eq!(meeting.items[0].new.title, "工作规划、工作报告及其他报告：建议编印成员名录");
    assert_eq!(meeting.items[0].new.tasks, ["publicity"]);
    assert!(meeting.items[0].new.subjects.is_empty(), "it is not about the member that made it");
    hall.settle(1, 1, votes(9, 1, 1));
    assert_eq!(hall.ledger().book.decisions[0].tasks, ["publicity"]);
    step(&mut hall, 1, json!({"note": "已答复"}));
    assert_eq!(stage_of(&hall, 1), Stage::Complete);
}

#[test]
fn article_16_3_a_suggestion_is_answered() {
    let mut hall = alliance();
    hall.ok(
        json!({"do": "open_case", "procedure": "suggestion", "subject": {"name": "", "unit": 9},
        "names": ["supervise"], "text": "经费使用应每季度公布"}),
    );
    step(&mut hall, 1, json!({}));
    step(&mut hall, 1, json!({"outcome": "taken", "note": "自下季度起公布"}));
    assert_eq!(stage_of(&hall, 1), Stage::Complete);
}

#[test]
fn article_10_4_only_a_vice_chair_is_designated_to_act() {
    let mut hall = alliance();
    let designate = |name: &str| {
        json!({"do": "designate", "office": "chair", "name": name, "document": "指定书〔2026〕1号",
            "from": "2026-05-01", "to": "2026-05-31"})
    };
    let refused = hall.refused(designate("代表07"), "not_the_holder");
    assert!(refused["refused"]["recorder"].as_str().unwrap().contains("第十条"));
    hall.ok(designate("副理事长甲"));
    hall.refused(
        json!({"do": "designate", "office": "tc_director", "name": "副理事长甲", "document": "指定书"}),
        "nobody_acts_for",
    );
    let acting = |hall: &Hall, day: &str| {
        let book = hall.ledger().book;
        let found = quorate::record::officers::acting_for(&book, "chair", day.parse().unwrap());
        found.map(|d| d.of.name.clone())
    };
    assert_eq!(acting(&hall, "2026-05-20").as_deref(), Some("副理事长甲"));
    assert_eq!(acting(&hall, "2026-06-01"), None);
    hall.ok(json!({"do": "end_designation", "designation": 1, "day": "2026-05-20", "why": "理事长返回"}));
    assert_eq!(acting(&hall, "2026-05-21"), None);
}

#[test]
fn article_12_the_office_of_the_committee_goes_with_its_director() {
    let mut hall = alliance();
    let host = |hall: &Hall| {
        let book = hall.ledger().book;
        let held = book.holders_of("tc_office_host", "2026-05-20".parse().unwrap());
        held.first().and_then(|h| h.unit)
    };
    assert_eq!(host(&hall), Some(4), "the director's unit, without a vote of its own");
    let gone = json!({"do": "vacate", "office": "tc_director", "name": "技术委员会主任",
        "day": "2026-05-01", "why": "调离"});
    hall.ok(gone.clone());
    hall.refused(gone, "nothing_changes");
    assert_eq!(host(&hall), None);
}

#[test]
fn a_case_decided_by_a_void_vote_waits_again() {
    let mut hall = alliance();
    hall.ok(
        json!({"do": "open_case", "procedure": "withdrawal", "subject": {"name": "", "unit": 36}}),
    );
    step(&mut hall, 1, json!({}));
    step(&mut hall, 1, json!({}));
    council(&mut hall);
    hall.ok(json!({"do": "put_case", "case": 1, "on_notice": true}));
    in_session(&mut hall);
    let motion = hall.move_item(1, 1, "批准退盟。");
    hall.decide(1, motion, "hands", votes(10, 0, 1));
    assert_eq!(stage_of(&hall, 1), Stage::Next(3));
    hall.ok(json!({"do": "void_vote", "vote": 1, "why": "计票有误"}));
    assert_eq!(stage_of(&hall, 1), Stage::Waits { meeting: 1, item: 1 });
    assert_eq!(hall.numbers().0, 36);
}

#[test]
fn a_case_carried_over_goes_on_at_the_next_meeting() {
    let mut hall = alliance();
    hall.ok(
        json!({"do": "open_case", "procedure": "withdrawal", "subject": {"name": "", "unit": 36}}),
    );
    step(&mut hall, 1, json!({}));
    step(&mut hall, 1, json!({}));
    council(&mut hall);
    hall.ok(json!({"do": "put_case", "case": 1, "on_notice": true}));
    in_session(&mut hall);
    hall.ok(json!({"do": "carry_over", "item": 1, "why": "时间不足"}));
    hall.ok(json!({"do": "close"}));
    hall.ok(json!({"do": "convene", "body": "council", "by": "council_by_chair",
        "date": "2026-05-20", "place": "示例会议中心", "notice": "2026-04-30", "agenda": []}));
    assert_eq!(stage_of(&hall, 1), Stage::Waits { meeting: 2, item: 1 });
    hall.ok(json!({"do": "sign_in_all", "meeting": 2}));
    hall.call_to_order(2, "chair");
    hall.settle(2, 1, votes(11, 0, 0));
    assert_eq!(stage_of(&hall, 1), Stage::Next(3));
}

#[test]
fn article_12_4_supervision_names_the_duty_when_it_finds_a_breach() {
    let mut hall = alliance();
    let open = json!({"do": "open_case", "procedure": "supervision",
        "subject": {"name": "", "unit": 23}, "text": "年度检查"});
    hall.ok(open);
    step(&mut hall, 1, json!({}));
    let report = |names: Value| {
        json!({"do": "take_step", "case": 1, "outcome": "expel", "note": "出具虚假证书",
            "names": names})
    };
    hall.refused(report(json!([])), "case_names_nothing");
    let opened = hall.ok(report(json!(["obey_rules"])));
    assert_eq!(opened["events"][1]["new"]["procedure"], "expulsion");
    assert_eq!(opened["events"][1]["new"]["names"], json!(["obey_rules"]));
    assert_eq!(stage_of(&hall, 1), Stage::Complete);
}
