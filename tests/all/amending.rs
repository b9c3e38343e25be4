//! Amending the charter: draft, opinions, comparison, vote, the new text in force, and its taking back.

// Helpers here stand outside test functions, where clippy allows it.
#![allow(clippy::unwrap_used)]

use crate::common::{ALLIANCE, GARDEN, Hall, convene, figure, votes};
use crate::views::agree;
use proptest::prelude::*;
use quorate::charter::compare::{Side, compare};
use quorate::charter::read;
use quorate::charter::write::{self, Marks, NewArticle, WriteFault};
use quorate::record::event::Change;
use serde_json::{Value, json};

fn text() -> &'static str {
    quorate::shipped::charter(ALLIANCE).unwrap()
}

fn with_article(no: u32, text: &str) -> NewArticle {
    NewArticle { no, text: Some(text.to_owned()), ..NewArticle::default() }
}

/// Article 8 with one word more.
const EIGHT: &str =
    "联盟设立联盟大会、联盟理事会、联盟秘书处、联盟技术委员会、联盟监事会等职能机构。";

fn drafted() -> Value {
    json!({"do": "draft_amendment", "articles": [{"no": 8, "text": EIGHT}], "note": "秘书处起草"})
}

/// An assembly of nine with an amendment and a report on its agenda.
fn hall() -> Hall {
    let mut hall = Hall::with_units(ALLIANCE, 9);
    hall.ok(convene(
        "assembly",
        "chair",
        json!([{"title": "修改章程", "matter": "amendment"}, {"title": "报告", "matter": "report"}]),
    ));
    hall
}

/// A draft collated and put, the assembly open, and the draft moved.
fn moved(effective: Value) -> Hall {
    let mut hall = hall();
    hall.ok(drafted());
    hall.ok(json!({"do": "put_draft", "draft": 1, "item": 1}));
    hall.ok(json!({"do": "collate_opinions", "draft": 1, "text": "各成员均同意。"}));
    hall.ok(json!({"do": "sign_in_all"}));
    hall.call_to_order(1, "chair");
    hall.ok(json!({"do": "open_item", "item": 1}));
    hall.ok(json!({"do": "move", "item": 1, "mover": "秘书处", "effective": effective}));
    hall
}

fn version(hall: &Hall) -> u32 {
    hall.ledger().book.charter.as_deref().unwrap().identity.version
}

fn article(hall: &Hall, no: u32) -> String {
    let book = hall.ledger().book;
    book.charter.as_deref().unwrap().article(no).unwrap().text.trim().to_owned()
}

// --- the file ---------------------------------------------------------------------------------------------------

#[test]
fn an_article_is_changed_and_nothing_else_of_the_file() {
    let new = write::amend(text(), &[with_article(8, EIGHT)]).unwrap();
    let lines = |t: &str| t.lines().map(str::to_owned).collect::<Vec<_>>();
    let (was, is) = (lines(text()), lines(&new));
    let changed: Vec<_> = was.iter().zip(&is).filter(|(a, b)| a != b).collect();
    assert_eq!((was.len(), changed.len()), (is.len(), 1), "{changed:?}");
    let found = compare(&read::read(text()).unwrap(), &read::read(&new).unwrap());
    let [one] = found.articles.as_slice() else { panic!("{found:?}") };
    assert_eq!((one.old, one.new), (Some(8), Some(8)));
    let added: Vec<_> = one.runs.iter().filter(|r| r.side == Side::New).collect();
    assert!(added.len() == 1 && added[0].text.contains("监事会"), "{added:?}");
    assert!(found.rules.is_empty() && found.renumbered.is_empty());
}

#[test]
fn a_smuggled_share_is_seen_whatever_the_articles_say() {
    let rule = text().find("id = \"amend\"").unwrap();
    let (head, tail) = text().split_at(rule);
    let smuggled = format!("{head}{}", tail.replacen("num = 2, den = 3", "num = 1, den = 2", 1));
    let found = compare(&read::read(text()).unwrap(), &read::read(&smuggled).unwrap());
    assert!(found.articles.is_empty());
    let [one] = found.rules.as_slice() else { panic!("{:?}", found.rules) };
    assert_eq!(one.at, "rule.amend.share");
    assert_eq!((one.old.as_deref(), one.new.as_deref()), (Some("2/3"), Some("1/2")));
}

#[test]
fn an_article_whose_rules_stay_names_the_rules_that_rest_on_it() {
    let old = read::read(text()).unwrap();
    let words = old.article(22).unwrap().text.replace("三分之二", "四分之三");
    let new = write::amend(text(), &[with_article(22, &words)]).unwrap();
    let found = compare(&old, &read::read(&new).unwrap());
    assert!(found.resting.contains(&"rule.amend".to_owned()), "{:?}", found.resting);
}

fn without(no: u32) -> NewArticle {
    NewArticle { no, ..NewArticle::default() }
}

#[test]
fn a_new_article_follows_the_last_and_goes_again() {
    let far = with_article(40, "新条");
    assert_eq!(write::amend(text(), &[far]), Err(WriteFault::NoSuchArticle { no: 40 }));
    let mut new = with_article(24, "本章程由联盟秘书处负责解释。");
    new.gist = Some("The secretariat explains the charter.".into());
    let more = write::amend(text(), std::slice::from_ref(&new)).unwrap();
    let found = compare(&read::read(text()).unwrap(), &read::read(&more).unwrap());
    assert_eq!((found.articles[0].old, found.articles[0].new), (None, Some(24)));
    let back = write::amend(&more, &[without(24)]).unwrap();
    assert!(compare(&read::read(text()).unwrap(), &read::read(&back).unwrap()).is_empty());
}

#[test]
fn an_article_on_which_a_rule_rests_or_which_another_names_does_not_simply_go() {
    let refused = |no| write::amend(text(), &[without(no)]).unwrap_err();
    assert_eq!(refused(8), WriteFault::RestedOn { no: 8, at: "body.assembly".into() });
    let twice = write::amend(text(), &[with_article(8, EIGHT), without(8)]);
    assert_eq!(twice, Err(WriteFault::Twice { no: 8 }));
    let named =
        "依照第三条办理。".to_owned() + read::read(text()).unwrap().article(5).unwrap().text.trim();
    let named = write::amend(text(), &[with_article(5, &named), without(3)]);
    assert!(matches!(
        named,
        Err(WriteFault::RestedOn { no: 3, .. } | WriteFault::Named { no: 3, .. })
    ));
}

/// A new article after 7, in whose words articles are called by their present numbers, and article 8 reworded.
fn emblem() -> Vec<NewArticle> {
    let new = NewArticle {
        after: Some(7),
        text: Some("联盟的会徽由联盟大会依照第九条确定。".into()),
        gist: Some("The assembly settles the emblem under article 9.".into()),
        ..NewArticle::default()
    };
    let eight = with_article(8, &format!("{EIGHT}会徽依照第七条之一确定。"));
    vec![new, eight]
}

#[test]
fn numbers_and_references_move_along_where_an_article_is_put_in() {
    let old = read::read(text()).unwrap();
    let amended = write::amend(text(), &emblem()).unwrap();
    let new = read::read(&amended).unwrap();
    assert_eq!(new.articles.len(), old.articles.len() + 1);
    assert_eq!(new.article(8).unwrap().text.trim(), "联盟的会徽由联盟大会依照第十条确定。");
    assert!(new.article(8).unwrap().gist.ends_with("under article 10."));
    assert!(new.article(9).unwrap().text.contains("会徽依照第八条确定"));
    let rested = |c: &quorate::charter::Charter| {
        let basis = &c.rule("amend").unwrap().basis;
        basis.article.clone().unwrap().to_string()
    };
    assert_eq!((rested(&old).as_str(), rested(&new).as_str()), ("22", "23"));
    let found = compare(&old, &new);
    assert!(found.rules.is_empty(), "{:?}", found.rules);
    // Articles that name a later one change in their words, and are shown.
    let changed: Vec<_> = found.articles.iter().map(|a| (a.old, a.new)).collect();
    assert!(
        changed.contains(&(None, Some(8))) && changed.contains(&(Some(8), Some(9))),
        "{changed:?}"
    );
    assert!(found.renumbered.contains(&(10, 11)), "{:?}", found.renumbered);
    // Read and written again, nothing is left to be moved; taken out again, the file is as it was.
    let back = vec![without(8), with_article(9, old.article(8).unwrap().text.trim())];
    let back = read::read(&write::amend(&amended, &back).unwrap()).unwrap();
    assert!(compare(&old, &back).is_empty(), "{:?}", compare(&old, &back));
}

#[test]
fn a_reference_left_behind_is_a_change_of_the_rule() {
    let amended = write::amend(text(), &emblem()).unwrap();
    let at = amended.find("id = \"amend\"").unwrap();
    let (head, tail) = amended.split_at(at);
    let stale = format!("{head}{}", tail.replacen("article = \"23\"", "article = \"22\"", 1));
    let found = compare(&read::read(text()).unwrap(), &read::read(&stale).unwrap());
    assert!(found.rules.iter().any(|r| r.at == "rule.amend.basis.article"), "{:?}", found.rules);
}

#[test]
fn several_changes_in_one_draft_are_what_the_whole_file_would_be() {
    let articles = serde_json::to_value(emblem()).unwrap();
    let mut hall = hall();
    hall.ok(json!({"do": "draft_amendment", "articles": articles}));
    let made = hall.ledger().book.drafts[0].text.to_string();
    let file = write::amend(text(), &emblem()).unwrap();
    let mut other = self::hall();
    other.ok(json!({"do": "draft_amendment", "text": file}));
    assert_eq!(made, other.ledger().book.drafts[0].text.to_string());
    hall.refused(json!({"do": "draft_amendment", "articles": [{"no": 8}]}), "article_rested_on");
}

#[test]
fn an_article_put_in_the_middle_renumbers_the_others_and_is_not_taken_for_new_words() {
    let old = read::read(text()).unwrap();
    let mut new = old.clone();
    let mut extra = new.articles[3].clone();
    extra.text = "联盟的会徽由联盟大会另行确定。".to_owned();
    new.articles.insert(4, extra);
    for (article, no) in new.articles.iter_mut().zip(1..) {
        article.no = no;
    }
    let found = compare(&old, &new);
    assert_eq!(found.articles.len(), 1, "{:?}", found.articles);
    assert_eq!((found.articles[0].old, found.articles[0].new), (None, Some(5)));
    assert_eq!(found.renumbered.len(), 19);
    assert_eq!(found.renumbered[0], (5, 6));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// What is written is what is read again, and the comparison is what was changed.
    #[test]
    fn a_charter_written_anew_reads_as_it_was_meant(
        no in 1_u32..=23,
        words in "[一-龥a-z0-9，。、：“”\"'\\\\#\t ]{1,40}",
        more in proptest::option::of("[一-龥。]{1,20}"),
        gist in "[ -~“”]{0,30}",
        version in 2_u32..9,
    ) {
        let words = more.map_or(words.clone(), |more| format!("{words}\n{more}"));
        prop_assume!(!words.trim().is_empty() && !gist.trim().is_empty());
        let mut change = with_article(no, &words);
        change.gist = Some(gist.clone());
        let day = "2027-03-01".parse().unwrap();
        let marks = Marks { version, adopted: Some(day), in_force: Some(day), doc_no: Some("示例〔2027〕3号") };
        let new = write::stamp(&write::amend(text(), &[change]).unwrap(), &marks).unwrap();
        let (old, new) = (read::read(text()).unwrap(), read::read(&new).unwrap());
        prop_assert_eq!(new.article(no).unwrap().text.trim(), words.trim());
        prop_assert_eq!(&new.article(no).unwrap().gist, gist.trim());
        prop_assert_eq!((new.identity.version, new.identity.in_force.as_str()), (version, "2027-03-01"));
        let found = compare(&old, &new);
        prop_assert!(found.articles.iter().all(|a| a.new == Some(no)));
        for change in &found.articles {
            prop_assert_eq!(change.text(Side::New), words.trim());
            prop_assert_eq!(change.text(Side::Gone), old.article(no).unwrap().text.trim());
        }
        let at = format!("article.{no}.gist");
        prop_assert!(found.rules.iter().all(|r| r.at == at));
    }
}

// --- article 22 in the hall -----------------------------------------------------------------------------------------

#[test]
fn a_draft_that_changes_nothing_or_is_anothers_is_refused() {
    let mut hall = hall();
    let same = read::read(text()).unwrap().article(8).unwrap().text.clone();
    hall.refused(
        json!({"do": "draft_amendment", "articles": [{"no": 8, "text": same}]}),
        "nothing_changes",
    );
    hall.refused(json!({"do": "draft_amendment", "text": text()}), "nothing_changes");
    let garden = std::fs::read_to_string(GARDEN).unwrap();
    hall.refused(json!({"do": "draft_amendment", "text": garden}), "charter_foreign");
    hall.refused(json!({"do": "draft_amendment", "text": "一纸空文"}), "charter_faulty");
    hall.refused(json!({"do": "draft_amendment"}), "text_missing");
    hall.refused(json!({"do": "draft_amendment", "articles": [{"no": 8}]}), "article_rested_on");
    hall.refused(
        json!({"do": "draft_amendment", "articles": [{"no": 44, "text": "新"}]}),
        "unknown_article",
    );
    hall.refused(json!({"do": "put_draft", "draft": 3, "item": 1}), "unknown_draft");
    hall.ok(drafted());
    hall.refused(json!({"do": "put_draft", "draft": 1, "item": 2}), "item_amends_no_charter");
}

#[test]
fn article_22_opinions_are_collected_and_collated_before_the_draft_is_moved() {
    let mut hall = hall();
    hall.ok(drafted());
    hall.ok(json!({"do": "put_draft", "draft": 1, "item": 1}));
    hall.ok(json!({"do": "collect_opinion", "draft": 1, "unit": 3, "text": "同意。"}));
    hall.ok(json!({"do": "collect_opinion", "draft": 1, "from": "示例咨询机构", "text": "建议写明人数。"}));
    hall.refused(
        json!({"do": "collect_opinion", "draft": 1, "unit": 40, "text": "同意。"}),
        "unknown_unit",
    );
    hall.refused(json!({"do": "collect_opinion", "draft": 1, "text": "同意。"}), "text_missing");
    hall.ok(json!({"do": "sign_in_all"}));
    hall.call_to_order(1, "chair");
    hall.ok(json!({"do": "open_item", "item": 1}));
    let motion = json!({"do": "move", "item": 1, "mover": "秘书处"});
    hall.refused(motion.clone(), "missing_precondition_secretariat_opinions");
    let collated =
        hall.ok(json!({"do": "collate_opinions", "draft": 1, "text": "一家同意，一家有建议。"}));
    assert_eq!(collated["events"][1]["precondition"], "secretariat_opinions");
    let moved = hall.ok(motion);
    let words = moved["events"][0]["text"].as_str().unwrap();
    assert!(words.contains("第八条修改为") && words.contains("监事会"), "{words}");
    assert_eq!(moved["events"][1]["motion"], moved["events"][0]["motion"]);
    agree(&hall.ledger(), &hall.book);
}

#[test]
fn article_22_two_thirds_bring_the_new_text_into_force_in_the_same_act() {
    let mut hall = moved(json!("now"));
    let declared = hall.decide(1, 1, "hands", votes(6, 3, 0));
    let events = declared["events"].as_array().unwrap();
    let kinds: Vec<_> = events.iter().map(|e| e["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["declared", "enacted", "charter_adopted"]);
    assert_eq!(events[2]["basis"], events[0]["number"]);
    assert_eq!(events[1]["change"]["sha256"], events[2]["sha256"]);
    assert_eq!(version(&hall), 2);
    assert_eq!(article(&hall, 8), EIGHT);
    let book = hall.ledger().book;
    let identity = &book.charter.as_deref().unwrap().identity;
    assert_eq!(
        (identity.adopted.as_str(), identity.in_force.as_str()),
        ("2026-05-20", "2026-05-20")
    );
    assert_eq!(identity.doc_no, events[0]["number"].as_str().unwrap());
    let papers = hall.minutes(1);
    for said in ["章程改按第2版施行", "草案1与当时章程的对照", "**、联盟监事会**"]
    {
        assert!(papers.zh.contains(said), "{said} is not in\n{}", papers.zh);
    }
    agree(&hall.ledger(), &hall.book);
}

#[test]
fn article_22_one_vote_fewer_and_the_text_stays() {
    let mut hall = moved(json!("now"));
    hall.decide(1, 1, "hands", votes(5, 4, 0));
    assert_eq!(version(&hall), 1);
}

#[test]
fn the_new_text_waits_for_the_end_of_the_meeting_or_for_its_day() {
    let mut hall = moved(json!("after_close"));
    hall.decide(1, 1, "hands", votes(9, 0, 0));
    assert_eq!(version(&hall), 1);
    hall.ok(json!({"do": "close_item", "item": 1}));
    hall.settle(1, 2, votes(9, 0, 0));
    hall.ok(json!({"do": "close"}));
    assert_eq!(version(&hall), 2);
    assert_eq!(
        hall.minutes(1).json["charter"]["version"],
        1,
        "the meeting was held under the old text"
    );

    let mut hall = moved(json!({"on": "2026-07-01"}));
    hall.decide(1, 1, "hands", votes(9, 0, 0));
    hall.ok(json!({"do": "close_item", "item": 1}));
    hall.settle(1, 2, votes(9, 0, 0));
    hall.ok(json!({"do": "close"}));
    assert_eq!(version(&hall), 1);
    hall.ok(json!({"do": "convene", "body": "assembly", "by": "chair", "date": "2026-07-02",
        "place": "示例会议中心", "notice": "2026-06-01", "special": true,
        "agenda": [{"title": "通报"}], "at": "2026-07-02T08:00:00+08:00"}));
    hall.ok(json!({"do": "sign_in_all", "at": "2026-07-02T08:10:00+08:00"}));
    let order = json!({"do": "call_to_order", "presider": "理事长", "basis": "chair",
        "recorder": "记录员", "at": "2026-07-02T09:00:00+08:00"});
    hall.ok(order);
    assert_eq!(version(&hall), 2);
    let in_force = hall.ledger().book.charter.as_deref().unwrap().identity.in_force.clone();
    assert_eq!(in_force, "2026-07-01");
    agree(&hall.ledger(), &hall.book);
}

/// The share for ordinary resolutions is raised; the vote taken before keeps the old one for ever.
#[test]
fn old_votes_stay_judged_by_the_version_of_their_day() {
    let mut hall = hall();
    let at = text().find("id = \"ordinary\"").unwrap();
    let (head, tail) = text().split_at(at);
    let raised = format!("{head}{}", tail.replacen("num = 1, den = 2", "num = 3, den = 4", 1));
    hall.ok(json!({"do": "draft_amendment", "text": raised}));
    hall.ok(json!({"do": "put_draft", "draft": 1, "item": 1}));
    hall.ok(json!({"do": "collate_opinions", "draft": 1, "text": "同意。"}));
    hall.ok(json!({"do": "sign_in_all"}));
    hall.call_to_order(1, "chair");
    hall.ok(json!({"do": "open_item", "item": 2}));
    hall.ok(json!({"do": "move", "item": 2, "text": "批准报告。"}));
    hall.decide(1, 1, "hands", votes(5, 4, 0));
    hall.ok(json!({"do": "close_item", "item": 2}));
    hall.ok(json!({"do": "open_item", "item": 1}));
    hall.ok(json!({"do": "move", "item": 1, "mover": "秘书处"}));
    hall.decide(1, 2, "hands", votes(6, 3, 0));
    assert_eq!(version(&hall), 2);
    let again = json!({"title": "再议", "matter": "report"});
    hall.ok(json!({"do": "add_item", "item": again, "reason": "会上提出"}));
    hall.ok(json!({"do": "close_item", "item": 1}));
    hall.ok(json!({"do": "open_item", "item": 3}));
    hall.ok(json!({"do": "move", "item": 3, "text": "再次批准。", "reason": "临时动议"}));
    hall.decide(1, 3, "hands", votes(5, 4, 0));
    let meeting = hall.meeting(1);
    let row =
        |n: usize| (figure(&meeting["votes"][n]["needed"]), meeting["votes"][n]["carried"].clone());
    assert_eq!(row(0), (5, json!(true)));
    assert_eq!(row(2), (7, json!(false)));
    let papers = hall.minutes(1);
    assert_eq!(papers.vote(1)["charter_version"], 1);
    assert_eq!(papers.vote(3)["charter_version"], 2);
    // The rule is named as people name it, not by its place in the file.
    assert!(papers.zh.contains("规则（普通决议") && papers.zh.contains("·比例"), "{}", papers.zh);
    assert!(!papers.zh.contains("rule.ordinary"), "{}", papers.zh);
}

#[test]
fn readings_adopted_before_hold_under_the_new_text() {
    let mut hall = moved(json!("now"));
    hall.ok(json!({"do": "adopt_reading", "question": "A25", "option": "assembly_too", "basis": "决定"}));
    let declared = hall.decide(1, 1, "hands", votes(9, 0, 0));
    assert_eq!(declared["events"][3]["kind"], "reading_adopted");
    assert_eq!(hall.ledger().book.readings.len(), 1);
}

// --- taking back ------------------------------------------------------------------------------------------------------

#[test]
fn voided_the_earlier_text_is_in_force_again_and_votes_since_are_listed() {
    let mut hall = moved(json!("now"));
    hall.ok(json!({"do": "adopt_reading", "question": "A25", "option": "assembly_too", "basis": "决定"}));
    hall.decide(1, 1, "hands", votes(9, 0, 0));
    hall.ok(json!({"do": "close_item", "item": 1}));
    hall.settle(1, 2, votes(9, 0, 0));
    let voided = hall.ok(json!({"do": "void_vote", "vote": 1, "why": "计票程序有误"}));
    let events = voided["events"].as_array().unwrap();
    let kinds: Vec<_> = events.iter().map(|e| e["kind"].as_str().unwrap()).collect();
    let wanted =
        ["vote_voided", "enacted", "charter_adopted", "reading_adopted", "amendment_taken_back"];
    assert_eq!(kinds, wanted);
    let back = &events[4];
    assert_eq!((&back["version"], &back["restored"]), (&json!(2), &json!(1)));
    let touched = back["touched"].as_array().unwrap();
    assert!(touched.len() == 1 && touched[0]["vote"] == 2, "{touched:?}");
    assert_eq!((version(&hall), hall.ledger().book.readings.len()), (1, 1));
    let book = hall.ledger().book;
    assert!(book.decisions[0].void && book.decisions[0].changes.is_empty());
    assert!(hall.minutes(1).zh.contains("章程第2版停止施行，恢复第1版"));
    // The number of a version is never used again.
    hall.ok(drafted());
    let again = hall.ledger().book.drafts[1].text.clone();
    assert_eq!(read::read(&again).unwrap().identity.version, 3);
    agree(&hall.ledger(), &hall.book);
}

#[test]
fn a_corrected_count_that_turns_the_outcome_takes_the_amendment_back() {
    let mut hall = moved(json!("now"));
    hall.decide(1, 1, "hands", votes(6, 3, 0));
    hall.ok(json!({"do": "correct_count", "vote": 1, "yes": 5, "no": 4, "abstain": 0,
        "confirmed_by": "主持人", "why": "多数一票"}));
    assert_eq!(version(&hall), 2, "until it is declared anew");
    hall.ok(json!({"do": "declare"}));
    assert_eq!((version(&hall), article(&hall, 8) == EIGHT), (1, false));
    hall.ok(json!({"do": "correct_count", "vote": 1, "yes": 6, "no": 3, "abstain": 0,
        "confirmed_by": "主持人", "why": "原数无误"}));
    hall.ok(json!({"do": "declare"}));
    assert_eq!((version(&hall), article(&hall, 8) == EIGHT), (3, true));
    agree(&hall.ledger(), &hall.book);
}

#[test]
fn an_amendment_a_later_one_stands_on_is_not_undone_in_silence() {
    let mut hall = moved(json!("now"));
    hall.decide(1, 1, "hands", votes(9, 0, 0));
    let other = text().replacen("version = 1", "version = 7", 1);
    hall.ok(json!({"do": "adopt_charter", "text": other, "basis": "大会决定"}));
    let voided = hall.ok(json!({"do": "void_vote", "vote": 1, "why": "程序有误"}));
    assert!(voided["codes"].as_array().unwrap().contains(&json!("charter_amended_since")));
    assert_eq!(version(&hall), 7);
}

// --- what does not fit ------------------------------------------------------------------------------------------------

#[test]
fn an_amendment_in_words_changes_no_text_and_says_so() {
    let mut hall = hall();
    hall.ok(json!({"do": "file", "item": 1, "precondition": "secretariat_opinions"}));
    hall.ok(json!({"do": "sign_in_all"}));
    hall.call_to_order(1, "chair");
    let motion = hall.move_item(1, 1, "第八条增加“联盟监事会”。");
    let declared = hall.decide(1, motion, "hands", votes(9, 0, 0));
    assert!(declared["codes"].as_array().unwrap().contains(&json!("charter_in_book_unchanged")));
    assert_eq!(version(&hall), 1);
}

#[test]
fn changed_on_the_floor_the_draft_is_made_anew_before_it_takes_effect() {
    let mut hall = moved(json!("now"));
    hall.ok(json!({"do": "amend", "motion": 1, "text": "改称监督委员会",
        "becomes": "第八条修改为设立联盟监督委员会。", "mover": "示例单位02"}));
    hall.decide(1, 2, "hands", votes(9, 0, 0));
    let opened = hall.ok(json!({"do": "open_vote", "motion": 1, "method": "hands"}));
    assert!(opened["codes"].as_array().unwrap().contains(&json!("motion_differs_from_draft")));
    hall.ok(json!({"do": "undo"}));
    let words = EIGHT.replace("监事会", "监督委员会");
    hall.ok(json!({"do": "draft_amendment", "articles": [{"no": 8, "text": words}]}));
    let put = hall.ok(json!({"do": "put_draft", "draft": 2, "item": 1}));
    assert_eq!(put["events"][0]["kind"], "reworded");
    hall.refused(json!({"do": "put_draft", "draft": 2, "item": 1}), "nothing_changes");
    hall.decide(1, 1, "hands", votes(9, 0, 0));
    assert_eq!((version(&hall), article(&hall, 8)), (2, words));
}

#[test]
fn carried_as_changed_on_the_floor_the_book_keeps_its_text() {
    let mut hall = moved(json!("now"));
    hall.ok(json!({"do": "reword", "motion": 1, "text": "第八条另行修改。"}));
    let declared = hall.decide(1, 1, "hands", votes(9, 0, 0));
    assert!(declared["codes"].as_array().unwrap().contains(&json!("motion_differs_from_draft")));
    assert_eq!(version(&hall), 1);
}

#[test]
fn a_draft_of_an_earlier_text_is_not_voted_on() {
    let mut hall = moved(json!("now"));
    hall.ok(json!({"do": "draft_amendment", "articles": [{"no": 5, "text": "另一条。"}]}));
    hall.decide(1, 1, "hands", votes(9, 0, 0));
    hall.refused(json!({"do": "put_draft", "draft": 2, "item": 1}), "draft_outdated");
}

#[test]
fn the_book_survives_its_drafts_on_disk() {
    let hall = moved(json!("now"));
    let first = hall.ledger().book;
    let again = hall.ledger().book;
    assert_eq!(first.drafts, again.drafts);
    assert!(!first.drafts[0].comparison.articles.is_empty());
    let joined = |c: &Change| matches!(c, Change::Amended { .. });
    assert!(!first.decisions.iter().any(|d| d.changes.iter().any(joined)));
}
