//! The charter, article by article: what each of its twenty-three articles says is what the program
//! shows, allows, refuses and writes down.

// Helpers here stand outside test functions, where clippy allows it.
#![allow(clippy::unwrap_used)]

use crate::common::{ALLIANCE, Hall, data, figure, names, votes};
use quorate::charter::{Charter, Listed, Method, Roll, Status, read};
use quorate::shipped;
use quorate::text::Lang;
use quorate::text::charter as say;
use serde_json::{Value, json};
use std::sync::OnceLock;

fn charter() -> Charter {
    static READ: OnceLock<Charter> = OnceLock::new();
    let read = || read::read(shipped::charter(ALLIANCE).unwrap()).unwrap();
    READ.get_or_init(read).clone()
}

/// The words of an article as adopted, from the plain text of the charter.
fn adopted(no: u32) -> Vec<String> {
    let text = data("xjqica-2022.zh.txt");
    let heading = |n: u32| format!("第{}条", quorate::charter::cite::han(n));
    let mut lines = text.lines().map(str::trim);
    let mut words = Vec::new();
    let begins = |line: &str, n: u32| line.starts_with(&heading(n));
    let first = lines.find(|line| begins(line, no)).unwrap();
    words.push(first.trim_start_matches(&heading(no)).trim().to_owned());
    for line in lines {
        let chapter = line.starts_with('第') && line.contains('章') && line.chars().count() < 20;
        if begins(line, no + 1) || chapter || line.is_empty() && no == 23 {
            break;
        }
        words.push(line.to_owned());
    }
    for line in &mut words {
        // The plain text marks its lists.
        *line = line.trim_start_matches("- ").to_owned();
    }
    words.retain(|line| !line.is_empty());
    words
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The program shows the article as adopted, word for word, with its sense in English.
#[track_caller]
fn is_shown(no: u32) {
    let charter = charter();
    let zh = squeezed(&say::article(&charter, no, Lang::Zh));
    for line in adopted(no) {
        assert!(zh.contains(&squeezed(&line)), "article {no} lacks “{line}” in\n{zh}");
    }
    let en = say::article(&charter, no, Lang::En);
    assert!(en.contains(&charter.article(no).unwrap().gist), "{en}");
}

fn said_in_zh(list: &[Listed]) -> Vec<&str> {
    list.iter().map(|entry| entry.name.zh.as_str()).collect()
}

/// Every entry of a list stands in the article, in its words.
#[track_caller]
fn stands_in(no: u32, list: &[Listed]) {
    let article = squeezed(&charter().article(no).unwrap().text);
    for entry in list.iter().filter(|e| e.basis.status == Status::Stated) {
        let words = squeezed(&entry.name.zh);
        assert!(article.contains(&words), "article {no} does not say “{words}”");
        let cited = entry.basis.article.as_ref().unwrap();
        assert!(cited.articles().contains(&no), "{words} cites {cited}");
    }
}

fn convene(body: &str, by: &str, agenda: Value) -> Value {
    json!({"do": "convene", "body": body, "by": by, "date": "2026-05-20",
        "place": "示例会议中心", "notice": "2026-04-30", "agenda": agenda})
}

/// An assembly of thirty-six, thirty present, in session over this agenda.
fn assembly(agenda: Value) -> Hall {
    let mut hall = Hall::with_units(ALLIANCE, 36);
    hall.ok(json!({"do": "seat", "body": "council", "units": (1..=11).collect::<Vec<u32>>()}));
    hall.ok(json!({"do": "seat", "body": "technical_committee", "units": [2, 4, 6, 8, 10]}));
    hall.ok(convene("assembly", "chair", agenda));
    hall.sign_in(1, &(1..=36).collect::<Vec<_>>(), 30);
    hall
}

/// The council of eleven, all there, in session over this agenda while the assembly is closed.
fn council(agenda: Value) -> Hall {
    let mut hall = Hall::with_units(ALLIANCE, 36);
    hall.ok(json!({"do": "seat", "body": "council", "units": (1..=11).collect::<Vec<u32>>()}));
    hall.ok(convene("council", "council_by_chair", agenda));
    hall.ok(json!({"do": "sign_in_all"}));
    hall.call_to_order(1, "chair");
    hall
}

#[test]
fn article_01_why_the_alliance_is_founded() {
    is_shown(1);
    assert!(charter().article(1).unwrap().text.contains("新政发〔2021〕93号"));
}

#[test]
fn article_02_names_stand_on_every_paper_as_printed() {
    is_shown(2);
    let identity = charter().identity;
    assert_eq!(identity.name.zh, "“新疆品质”区域公共品牌国际认证联盟");
    // The slips of the official English name are its own; mending them is an amendment.
    let english = "Xinjiang product Quality Internation Certification Aliance";
    assert_eq!(identity.name.en, english);
    assert_eq!(identity.short.en, "XJQICA");
    let hall = assembly(json!([{"title": "通报"}]));
    let papers = hall.minutes(1);
    assert_eq!(papers.json["association"]["name"]["en"], english);
    let heading = |paper: &str| paper.lines().next().unwrap().to_owned();
    assert!(heading(&papers.zh).contains(&identity.name.zh), "{}", heading(&papers.zh));
    assert!(papers.en.contains(english), "{}", heading(&papers.en));
}

#[test]
fn article_03_members_are_units_and_answer_for_themselves() {
    is_shown(3);
    assert_eq!(charter().identity.counter.zh, "家");
    let mut hall = assembly(json!([{"title": "通报"}]));
    let meeting = hall.meeting(1);
    assert_eq!(meeting["roll"], 36, "one unit, one place on the roll");
}

#[test]
fn article_04_what_this_charter_settles() {
    is_shown(4);
}

#[test]
fn article_05_the_market_regulator_observes_without_a_vote() {
    is_shown(5);
    let mut hall = assembly(json!([{"title": "工作报告", "matter": "report"}]));
    let regulator = "新疆维吾尔自治区市场监督管理局";
    hall.ok(json!({"do": "observe", "name": regulator, "observer": "market_regulator"}));
    hall.call_to_order(1, "chair");
    let heads = hall.meeting(1);
    assert_eq!((figure(&heads["roll"]), figure(&heads["present"])), (36, 30));
    let declared = hall.settle(1, 1, votes(19, 11, 0));
    assert_eq!(declared["events"][0]["verdict"]["base"], 36);
    hall.ok(json!({"do": "close"}));
    let papers = hall.minutes(1);
    let observers = &papers.json["attendance"]["observers"];
    assert_eq!(observers[0]["observer"]["id"], "market_regulator");
    assert!(papers.zh.contains(regulator));
}

#[test]
fn article_06_the_mission() {
    is_shown(6);
}

#[test]
fn article_07_six_tasks() {
    is_shown(7);
    let tasks = charter().tasks;
    assert_eq!(tasks.len(), 6);
    for (place, task) in tasks.iter().enumerate() {
        let cited = task.basis.article.as_ref().unwrap().to_string();
        assert_eq!(cited, format!("7({})", place + 1));
    }
}

#[test]
fn article_08_four_bodies() {
    is_shown(8);
    let charter = charter();
    let bodies: Vec<&str> = charter.bodies.iter().map(|b| b.name.zh.as_str()).collect();
    assert_eq!(bodies, ["联盟大会", "联盟理事会", "联盟秘书处", "联盟技术委员会"]);
    // The secretariat works; it holds no meetings that decide.
    let mut hall = assembly(json!([]));
    hall.refused(convene("secretariat", "chair", json!([])), "body_does_not_meet");
}

#[test]
fn article_09_the_assembly_is_all_members() {
    is_shown(9);
    let charter = charter();
    let body = charter.body("assembly").unwrap();
    assert_eq!(body.roll, Roll::AllMembers);
    assert_eq!((body.term_years, body.meetings_a_year), (Some(3), Some(1)));
    assert!(body.quorum.is_none(), "the charter has no quorum and none is invented");
    // Seven powers, each with a matter that cites it.
    for item in 1..=7 {
        let clause = format!("9({item})");
        let any = charter.matters.iter().any(|matter| {
            let cited = matter.clauses.to_string();
            cited.split(", ").any(|c| c == clause)
                && matter.routes.iter().any(|r| r.body == "assembly")
        });
        assert!(any, "no matter rests on {clause}");
    }
}

#[test]
fn article_09_half_or_more_of_the_members() {
    let agenda = json!([{"title": "一", "matter": "management_rule"},
        {"title": "二", "matter": "management_rule"}]);
    let mut hall = assembly(agenda);
    hall.call_to_order(1, "chair");
    let lost = hall.settle(1, 1, votes(17, 0, 13));
    assert_eq!(lost["events"][0]["carried"], false);
    assert_eq!(lost["events"][0]["verdict"]["needed"], 18);
    let carried = hall.settle(1, 2, votes(19, 11, 0));
    assert_eq!(carried["events"][0]["carried"], true);
}

#[test]
fn article_09_half_or_more_of_the_members_call_a_special_assembly() {
    let mut hall = Hall::with_units(ALLIANCE, 36);
    let mut call = convene("assembly", "requisition", json!([]));
    call["special"] = true.into();
    call["signed"] = json!((1..=17).collect::<Vec<u32>>());
    let short = hall.refused(call.clone(), "requisition_short");
    assert_eq!(short["refused"]["fields"]["min_signatures"], 18);
    assert_eq!(short["refused"]["clauses"], "9");
    // A name written twice is one member, and a stranger is none.
    call["signed"] = json!((1..=17).chain([17]).collect::<Vec<u32>>());
    hall.refused(call.clone(), "requisition_short");
    call["signed"] = json!((1..=17).chain([99]).collect::<Vec<u32>>());
    hall.refused(call.clone(), "unknown_unit");
    call["signed"] = json!((1..=18).collect::<Vec<u32>>());
    hall.ok(call);
}

#[test]
fn article_09_whom_the_chair_designates_presides() {
    let mut hall = assembly(json!([]));
    let mut call = json!({"do": "call_to_order", "presider": "副理事长乙",
        "basis": "designated", "recorder": "记录员"});
    hall.refused(call.clone(), "presider_paper_missing");
    call["document"] = "理事长指定函".into();
    let opened = hall.ok(call);
    assert_eq!(names(&opened["codes"]), names(&json!(["presider_by_designation"])));
    let papers = hall.minutes(1);
    assert_eq!(papers.json["presiders"][0]["document"], "理事长指定函");
    assert!(papers.zh.contains("理事长指定函"));
}

#[test]
fn article_09_while_the_assembly_is_closed_the_council_acts_for_it() {
    for (matter, subjects) in [
        ("management_rule", json!([])),
        ("report", json!([])),
        ("admission", json!([{"name": "示例新成员"}])),
        ("authorisation", json!([{"name": "示例单位20", "unit": 20, "scope": "检测"}])),
    ] {
        let item = json!({"title": matter, "matter": matter, "subjects": subjects});
        let mut hall = council(json!([item]));
        for paper in ["application", "secretariat_review"] {
            hall.ok(json!({"do": "file", "item": 1, "precondition": paper}));
        }
        let declared = hall.settle(1, 1, votes(6, 5, 0));
        assert_eq!(declared["events"][0]["carried"], true, "{matter}");
        assert!(names(&declared["codes"]).contains("assumed_rule"), "{matter}");
    }
}

#[test]
fn article_09_except_in_items_one_four_and_seven() {
    for matter in ["amendment", "election", "appointment", "change", "termination", "other_major"] {
        let subjects = json!([{"name": "候选人甲", "office": "secretary_general"}]);
        let item = json!({"title": matter, "matter": matter, "subjects": subjects});
        let mut hall = council(json!([item]));
        hall.ok(json!({"do": "open_item", "item": 1}));
        let put = json!({"do": "move", "item": 1, "text": "同意。"});
        let refused = hall.refused(put, "power_excluded_from_recess_delegation");
        assert_eq!(names(&refused["refused"]["routes"]), names(&json!(["assembly"])));
        let clauses = refused["refused"]["clauses"].as_str().unwrap();
        assert!(clauses.starts_with('9'), "{matter} cites {clauses}");
    }
}

#[test]
fn article_09_a_break_is_not_a_recess() {
    let mut hall = assembly(json!([{"title": "通报"}]));
    hall.call_to_order(1, "chair");
    hall.ok(json!({"do": "break"}));
    let item = json!([{"title": "管理规定", "matter": "management_rule"}]);
    hall.ok(convene("council", "council_by_chair", item));
    hall.ok(json!({"do": "sign_in_all", "meeting": 2}));
    hall.call_to_order(2, "chair");
    hall.ok(json!({"do": "open_item", "item": 1, "meeting": 2}));
    let put = json!({"do": "move", "item": 1, "text": "批准。", "meeting": 2});
    hall.refused(put, "not_in_recess_assembly_still_open");
}

#[test]
fn article_10_council_of_no_more_than_a_third_in_general() {
    is_shown(10);
    let mut hall = Hall::with_units(ALLIANCE, 36);
    let seat =
        |n: u32| json!({"do": "seat", "body": "council", "units": (1..=n).collect::<Vec<_>>()});
    assert_eq!(hall.ok(seat(12))["codes"], json!([]), "exactly a third is no more than a third");
    let more = hall.with_reason(seat(13), "size_cap_exceeded", "行业代表性需要");
    assert_eq!(more["findings"][0]["clauses"], "10");
    assert_eq!(more["findings"][0]["level"], "warning", "“一般”：一句提醒，不是禁止");
}

#[test]
fn article_10_one_chair_two_vice_chairs_and_who_acts_for_the_chair() {
    let charter = charter();
    let chair = charter.office("chair").unwrap();
    assert_eq!((chair.seats, chair.signs), (Some(1), true));
    assert_eq!(chair.duties.len(), 4);
    assert_eq!(charter.office("vice_chair").unwrap().seats, Some(2));
    let mut hall = Hall::with_units(ALLIANCE, 36);
    let fill = |office: &str, name: &str| json!({"do": "fill", "office": office, "name": name});
    hall.ok(fill("chair", "理事长"));
    hall.refused(fill("chair", "另一理事长"), "reason_required");
    hall.ok(fill("vice_chair", "副理事长甲"));
    hall.ok(fill("vice_chair", "副理事长乙"));
    hall.refused(fill("vice_chair", "副理事长丙"), "reason_required");
    hall.ok(convene("assembly", "chair", json!([])));
    hall.ok(json!({"do": "sign_in_all"}));
    let call = json!({"do": "call_to_order", "presider": "副理事长甲",
        "basis": "acting_vice_chair", "recorder": "记录员"});
    let refused = hall.refused(call, "presider_paper_missing");
    assert_eq!(refused["refused"]["clauses"], "10(4)");
}

#[test]
fn article_11_secretary_general_on_the_chairs_nomination() {
    is_shown(11);
    assert_eq!(charter().body("secretariat").unwrap().duties.len(), 9);
    let subject = json!([{"name": "候选人甲", "unit": 9, "office": "secretary_general"}]);
    let mut hall =
        assembly(json!([{"title": "聘任", "matter": "appointment", "subjects": subject}]));
    hall.call_to_order(1, "chair");
    hall.ok(json!({"do": "open_item", "item": 1}));
    let put = json!({"do": "move", "item": 1, "text": "聘任候选人甲为秘书长。"});
    let refused = hall.refused(put.clone(), "missing_precondition_chair_nomination");
    assert_eq!(refused["refused"]["clauses"], "11, 12");
    hall.ok(json!({"do": "file", "item": 1, "precondition": "chair_nomination"}));
    hall.ok(put);
    let declared = hall.decide(1, 1, "secret", votes(25, 3, 2));
    let change = &declared["events"][1]["change"];
    assert_eq!(
        (&change["change"], &change["office"]),
        (&json!("appointed"), &json!("secretary_general"))
    );
    let ledger = hall.ledger();
    let day = ledger.book.meetings[0].date;
    let holders = ledger.book.holders_of("secretary_general", day);
    assert_eq!(holders.len(), 1);
    assert_eq!(holders[0].name, "候选人甲");
}

/// An office the charter fills by election is not filled by appointment, nor the other way round.
#[test]
fn article_11_an_elected_office_is_not_appointed() {
    let subject = json!([{"name": "候选人甲", "office": "chair"}]);
    let mut hall =
        assembly(json!([{"title": "聘任", "matter": "appointment", "subjects": subject}]));
    hall.ok(json!({"do": "file", "item": 1, "precondition": "chair_nomination"}));
    hall.call_to_order(1, "chair");
    hall.ok(json!({"do": "open_item", "item": 1}));
    let put = json!({"do": "move", "item": 1, "text": "聘任候选人甲为理事长。"});
    hall.refused(put, "subject_unfit");
}

#[test]
fn article_12_the_committee_settles_the_standards_and_nobody_else() {
    is_shown(12);
    let agenda = json!([{"title": "审定标准", "matter": "standard"}]);
    let mut hall = assembly(agenda.clone());
    hall.call_to_order(1, "chair");
    hall.ok(json!({"do": "open_item", "item": 1}));
    let put = json!({"do": "move", "item": 1, "text": "审定该标准。"});
    let refused = hall.refused(put, "matter_belongs_to_other_body");
    assert_eq!(names(&refused["refused"]["routes"]), names(&json!(["technical_committee"])));
    let mut of_the_council = council(agenda.clone());
    of_the_council.ok(json!({"do": "open_item", "item": 1}));
    let put = json!({"do": "move", "item": 1, "text": "审定该标准。"});
    of_the_council.refused(put, "matter_belongs_to_other_body");
    // The committee itself, while the assembly sits next door.
    hall.ok(convene("technical_committee", "committee_by_director", agenda));
    hall.ok(json!({"do": "sign_in_all", "except": [10], "meeting": 2}));
    hall.call_to_order(2, "committee_director");
    let declared = hall.settle(2, 1, votes(3, 1, 0));
    assert_eq!(declared["events"][0]["carried"], true);
    assert_eq!(declared["events"][0]["verdict"]["needed"], 3);
}

#[test]
fn article_13_categories_of_members() {
    is_shown(13);
    let charter = charter();
    let article = &charter.article(13).unwrap().text;
    let stated: Vec<&str> =
        said_in_zh(&charter.categories).into_iter().filter(|name| article.contains(name)).collect();
    assert_eq!(stated.len(), 8);
    assert_eq!(charter.categories.len(), 9, "“等单位” leaves the list open");
    let mut hall = Hall::with_units(ALLIANCE, 2);
    let enrol = |category: &str| json!({"do": "enrol", "units": [{"unit": 9, "name": "示例新成员", "category": category}]});
    hall.refused(enrol("wizard"), "unknown_name");
    hall.ok(enrol("buyer"));
}

#[test]
fn article_14_conditions_of_membership() {
    is_shown(14);
    let charter = charter();
    assert_eq!(charter.conditions.len(), 7, "six, and the seventh for institutions");
    let listed: Vec<Listed> = charter
        .conditions
        .iter()
        .map(|c| Listed { id: c.id.clone(), name: c.name.clone(), basis: c.basis.clone() })
        .collect();
    stands_in(14, &listed);
}

#[test]
fn article_15_joining() {
    is_shown(15);
    let charter = charter();
    let joining = charter.procedures.iter().find(|p| p.id == "joining").unwrap();
    assert_eq!(joining.taken.len(), 6);
    let subject = json!([{"name": "示例枸杞协会", "category": "industry_association"}]);
    let mut hall = assembly(json!([{"title": "入盟", "matter": "admission", "subjects": subject}]));
    hall.call_to_order(1, "chair");
    hall.ok(json!({"do": "open_item", "item": 1}));
    let put = json!({"do": "move", "item": 1, "text": "批准示例枸杞协会加入联盟。"});
    hall.refused(put.clone(), "missing_precondition_application");
    hall.ok(json!({"do": "file", "item": 1, "precondition": "application"}));
    hall.refused(put.clone(), "missing_precondition_secretariat_review");
    hall.ok(json!({"do": "file", "item": 1, "precondition": "secretariat_review"}));
    hall.ok(put);
    let declared = hall.decide(1, 1, "hands", votes(28, 1, 1));
    let enrolment = &declared["events"][1]["change"]["enrolment"];
    assert_eq!(enrolment["unit"], 37);
    assert_eq!(enrolment["category"], "industry_association");
    assert_eq!(enrolment["certificate"], "XJQICA-2026-001");
    assert_eq!(hall.numbers(), (37, 2, 2));
    assert_eq!(hall.meeting(1)["roll"], 37, "on the roll from adoption");
}

#[test]
fn article_16_rights_of_members() {
    is_shown(16);
    let charter = charter();
    assert_eq!(charter.rights.len(), 5);
    stands_in(16, &charter.rights);
}

#[test]
fn article_17_duties_of_members() {
    is_shown(17);
    let charter = charter();
    assert_eq!(charter.duties.len(), 7);
    stands_in(17, &charter.duties);
}

#[test]
fn article_18_withdrawal_on_approval_and_publication() {
    is_shown(18);
    let subject = json!([{"name": "示例单位36", "unit": 36}]);
    let mut hall = council(json!([{"title": "退盟", "matter": "withdrawal", "subjects": subject}]));
    for paper in ["application", "secretariat_review"] {
        hall.ok(json!({"do": "file", "item": 1, "precondition": paper}));
    }
    let declared = hall.settle(1, 1, votes(8, 2, 1));
    assert!(names(&declared["codes"]).contains("publication_required"));
    assert_eq!(declared["events"][1]["change"]["change"], "withdrawn");
    assert_eq!(hall.numbers().0, 35);
}

#[test]
fn article_18_refusing_to_let_a_member_go_is_pointed_out() {
    let subject = json!([{"name": "示例单位36", "unit": 36}]);
    let mut hall = council(json!([{"title": "退盟", "matter": "withdrawal", "subjects": subject}]));
    for paper in ["application", "secretariat_review"] {
        hall.ok(json!({"do": "file", "item": 1, "precondition": paper}));
    }
    let declared = hall.settle(1, 1, votes(2, 9, 0));
    assert!(names(&declared["codes"]).contains("conflict_with_freedom_to_leave"));
    assert_eq!(hall.numbers().0, 36);
}

#[test]
fn article_18_warning() {
    let subject = json!([{"name": "示例单位20", "unit": 20}]);
    let mut hall = council(json!([{"title": "警告", "matter": "warning", "subjects": subject}]));
    let declared = hall.settle(1, 1, votes(7, 2, 2));
    assert_eq!(declared["events"][1]["change"], json!({"change": "warned", "unit": 20}));
    assert_eq!(hall.numbers().0, 36, "a warned member stays a member");
}

#[test]
fn article_18_expulsion_by_vote_of_the_council() {
    assert_eq!(charter().matter("expulsion").unwrap().method, Method::Secret);
    let subject = json!([{"name": "示例单位20", "unit": 20}]);
    let agenda = json!([{"title": "除名", "matter": "expulsion", "subjects": subject}]);
    let mut hall = council(agenda.clone());
    let motion = hall.move_item(1, 1, "予以除名。");
    let expelled = hall.decide(1, motion, "secret", votes(6, 5, 0));
    assert_eq!(expelled["events"][1]["change"], json!({"change": "expelled", "unit": 20}));
    assert_eq!(hall.numbers().0, 35);
    // The assembly has no such power, and nobody is expelled by surprise.
    let mut of_the_assembly = assembly(agenda);
    of_the_assembly.call_to_order(1, "chair");
    of_the_assembly.ok(json!({"do": "open_item", "item": 1}));
    let put = json!({"do": "move", "item": 1, "text": "予以除名。"});
    of_the_assembly.refused(put, "matter_belongs_to_other_body");
    let mut surprise = council(json!([{"title": "通报"}]));
    let add = json!({"do": "add_item", "item": {"title": "除名", "matter": "expulsion"}});
    surprise.refused(add, "not_on_notice_grave_matter");
}

#[test]
fn article_18_membership_lost_without_a_vote() {
    let mut hall = assembly(json!([{"title": "通报"}]));
    hall.call_to_order(1, "chair");
    let loss = |evidence: &str| json!({"do": "record_loss", "unit": 36, "ground": "已注销", "evidence": evidence});
    hall.refused(loss(" "), "text_missing");
    let lost = hall.ok(loss("登记机关注销通知书"));
    assert_eq!(lost["events"][0]["kind"], "membership_lost");
    assert_eq!(hall.meeting(1)["roll"], 35);
    hall.refused(loss("登记机关注销通知书"), "unknown_unit");
    let papers = hall.minutes(1);
    assert_eq!(papers.json["losses"][0]["unit"], 36);
    assert!(papers.zh.contains("登记机关注销通知书"));
}

#[test]
fn article_19_sources_of_funds() {
    is_shown(19);
    let charter = charter();
    assert_eq!(charter.fund_sources.len(), 4, "and no membership fee");
    stands_in(19, &charter.fund_sources);
}

#[test]
fn article_20_uses_of_funds() {
    is_shown(20);
    let charter = charter();
    assert_eq!(charter.fund_uses.len(), 5);
    stands_in(20, &charter.fund_uses);
}

#[test]
fn article_21_the_use_of_funds_is_reported_to_the_assembly() {
    is_shown(21);
    let mut hall = assembly(json!([{"title": "经费使用情况报告", "matter": "finance_report"}]));
    hall.call_to_order(1, "chair");
    let declared = hall.settle(1, 1, votes(26, 1, 3));
    assert_eq!(declared["events"][0]["carried"], true);
    hall.ok(json!({"do": "close"}));
    let papers = hall.minutes(1);
    let matter = &papers.json["decisions"][0]["matter"];
    assert_eq!(matter["clauses"], charter().matter("finance_report").unwrap().clauses.to_string());
}

#[test]
fn article_22_amendment_needs_two_thirds_of_all_members() {
    is_shown(22);
    for (yes, carried) in [(23, false), (24, true)] {
        let mut hall = assembly(json!([{"title": "修改章程", "matter": "amendment"}]));
        hall.ok(json!({"do": "file", "item": 1, "precondition": "secretariat_opinions"}));
        hall.call_to_order(1, "chair");
        let motion = hall.move_item(1, 1, "第九条第二款改为每年至少召开一次。");
        let declared = hall.decide(1, motion, "secret", votes(yes, 30 - yes, 0));
        let verdict = &declared["events"][0]["verdict"];
        assert_eq!((&verdict["base"], &verdict["needed"]), (&json!(36), &json!(24)));
        assert_eq!(declared["events"][0]["carried"], carried, "{yes} of 36");
    }
}

#[test]
fn article_22_the_secretariat_collects_opinions_first() {
    let mut hall = assembly(json!([{"title": "修改章程", "matter": "amendment"}]));
    hall.call_to_order(1, "chair");
    hall.ok(json!({"do": "open_item", "item": 1}));
    let put = json!({"do": "move", "item": 1, "text": "第九条第二款改为每年至少召开一次。"});
    let refused = hall.refused(put, "missing_precondition_secretariat_opinions");
    assert_eq!(refused["refused"]["clauses"], "22");
    hall.refused(
        json!({"do": "correct_text", "old": "Aliance", "new": "Alliance", "leave": "秘书处"}),
        "editorial_change_is_amendment",
    );
}

/// A version is adopted on a decision, and votes taken before keep the text they were taken under.
#[test]
fn article_22_a_new_version_takes_effect_on_its_decision() {
    let mut hall = assembly(json!([{"title": "一", "matter": "report"},
        {"title": "二", "matter": "report"}]));
    hall.call_to_order(1, "chair");
    hall.settle(1, 1, votes(20, 5, 5));
    let old = shipped::charter(ALLIANCE).unwrap();
    let new = old.replacen("version = 1", "version = 2", 1);
    let adopt =
        |text: &str, basis: &str| json!({"do": "adopt_charter", "text": text, "basis": basis});
    hall.refused(adopt(&new, ""), "charter_needs_basis");
    hall.refused(adopt(old, "本次会议决议"), "charter_not_newer");
    hall.refused(adopt(&data("charters/garden.toml"), "本次会议决议"), "charter_foreign");
    hall.refused(adopt("format = 1", "本次会议决议"), "charter_faulty");
    hall.ok(adopt(&new, "本次会议决议"));
    let motion = hall.move_item(1, 2, "批准。");
    let opened = hall.ok(json!({"do": "open_vote", "motion": motion, "method": "hands"}));
    assert_eq!(opened["events"][0]["frozen"]["charter_version"], 2);
    let ledger = hall.ledger();
    let votes = &ledger.book.meetings[0].votes;
    assert_eq!(votes[0].frozen.charter_version, 1);
}

#[test]
fn article_23_in_force_since_the_founding_assembly() {
    is_shown(23);
    let identity = charter().identity;
    assert_eq!(identity.version, 1);
    assert_eq!(identity.in_force.to_string(), "2022-09-29");
    assert_eq!(identity.adopted.to_string(), "2022-09-29");
    assert_eq!(identity.doc_no, "“新疆品质”联盟〔2022〕1号");
    let hall = assembly(json!([{"title": "通报"}]));
    let used = &hall.minutes(1).json["charter"];
    assert_eq!(used["version"], 1);
    assert_eq!(used["in_force"], "2022-09-29");
    assert_eq!(charter().articles.len(), 23);
}
