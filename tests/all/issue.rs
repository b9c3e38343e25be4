//! The life of minutes: worded, remarked on, issued, approved, signed, published; corrected and never rewritten.

// Helpers here stand outside test functions, where clippy allows it.
#![allow(clippy::unwrap_used)]

mod folders;
mod keys;
pub mod slips;

use crate::common::{ALLIANCE, Hall, convene, figure, morning, votes};
use crate::views::agree;
use chrono::{Days, NaiveDate, TimeDelta};
use quorate::ledger::Ledger;
use quorate::minutes;
use quorate::record::issue::{Role, State, Waits};
use quorate::record::today::{Urgency, What, due};
use quorate::text::Lang;
use rusqlite::Connection;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

const DAY: &str = "2026-05-20";

/// A meeting of nine units that adopts a report, and is closed.
pub fn closed() -> Hall {
    let mut hall = Hall::with_units(ALLIANCE, 9);
    assembly(&mut hall, 1);
    hall
}

/// The assembly that is number `no` of the book, from its notice to its closing; its decision.
fn assembly(hall: &mut Hall, no: u32) -> u32 {
    let agenda = json!([{"title": "年度报告", "matter": "report"}]);
    hall.ok(convene("assembly", "chair", agenda));
    hall.ok(json!({"do": "sign_in_all", "meeting": no}));
    hall.call_to_order(no, "chair");
    let declared = hall.settle(no, 1, votes(9, 0, 0));
    hall.ok(json!({"do": "close", "meeting": no}));
    figure(&declared["events"][0]["decision"])
}

fn word(item: Value, lang: &str, text: &str) -> Value {
    json!({"do": "word", "meeting": 1, "item": item, "lang": lang, "text": text})
}

fn issue() -> Value {
    json!({"do": "issue_minutes", "meeting": 1})
}

fn by_the_chair(version: u32) -> Value {
    json!({"do": "approve_minutes", "meeting": 1, "version": version, "by": "主持人", "day": DAY})
}

fn sign(version: u32, role: &str, who: &str) -> Value {
    json!({"do": "sign_minutes", "meeting": 1, "version": version, "role": role, "who": who,
        "day": DAY, "place": "示例会议中心"})
}

fn publish(version: u32) -> Value {
    json!({"do": "publish_minutes", "meeting": 1, "version": version, "where": "各成员", "day": DAY})
}

fn slip(version: u32) -> Value {
    json!({"do": "slip", "meeting": 1, "version": version, "passage": "第1项", "was": "年度报吿",
        "becomes": "年度报告", "why": "误字"})
}

fn reopen() -> Value {
    json!({"do": "reopen_minutes", "meeting": 1})
}

/// A first version, approved and signed by both.
fn signed() -> Hall {
    let mut hall = closed();
    hall.ok(issue());
    hall.ok(by_the_chair(1));
    hall.ok(sign(1, "presider", "主持人"));
    hall.ok(sign(1, "recorder", "记录员"));
    hall
}

#[track_caller]
fn state(hall: &mut Hall) -> Value {
    hall.ok(json!({"ask": "minutes", "meeting": 1}))["answer"].take()
}

/// The bytes of a version, as any SQLite tool gets them.
fn body(hall: &Hall, version: u32) -> String {
    let conn = Connection::open(&hall.book).unwrap();
    let sql = "SELECT body FROM minutes WHERE meeting = 1 AND version = ?1";
    conn.query_row(sql, [version], |row| row.get(0)).unwrap()
}

#[test]
fn from_the_first_text_to_the_public_copy() {
    let mut hall = closed();
    assert_eq!(state(&mut hall)["state"], Value::Null);
    hall.ok(word(json!(1), "zh", "秘书处作年度报告，代表01提出建议。"));
    hall.ok(word(Value::Null, "en", "The assembly met in good order."));
    let issued = hall.ok(issue());
    assert_eq!(issued["events"][0]["kind"], "minutes_issued");
    assert_eq!(issued["events"][0]["version"], 1);
    assert_eq!(state(&mut hall)["state"], "draft");

    hall.ok(json!({"do": "remark_on_draft", "meeting": 1, "unit": 4, "item": 1, "text": "“建议”应作“意见”"}));
    hall.ok(
        json!({"do": "answer_remark", "meeting": 1, "remark": 1, "text": "已改", "taken": true}),
    );
    hall.ok(word(json!(1), "zh", "秘书处作年度报告，代表01提出意见。"));
    assert_eq!(hall.ok(issue())["events"][0]["version"], 2);

    let decision = assembly(&mut hall, 2);
    hall.ok(json!({"do": "approve_minutes", "meeting": 1, "version": 2, "decision": decision}));
    assert_eq!(state(&mut hall)["state"], "approved");
    hall.ok(sign(2, "presider", "主持人"));
    assert_eq!(state(&mut hall)["to_sign"], json!([{"role": "recorder", "who": "记录员"}]));
    hall.ok(json!({"do": "attach", "name": "签字页.pdf", "content": "示例"}));
    let mut inked = sign(2, "recorder", "记录员");
    inked["scan"] = json!(1);
    hall.ok(inked);
    assert_eq!(state(&mut hall)["state"], "signed");
    assert_eq!(state(&mut hall)["to_sign"], json!([]));
    let mut public = publish(2);
    public["public"] = json!(true);
    hall.ok(public);
    assert_eq!(state(&mut hall)["state"], "published");
    assert_eq!(hall.ok(slip(2))["events"][0]["slip"], 1);
    assert_eq!(hall.ok(slip(2))["events"][0]["slip"], 2);
    agree(&hall.ledger(), &hall.book);
}

#[test]
fn the_view_gives_back_the_very_bytes_of_every_version() {
    let mut hall = closed();
    hall.ok(word(json!(1), "zh", "第一稿的文字。"));
    let first = hall.ok(issue())["events"][0].clone();
    hall.ok(word(json!(1), "zh", "第二稿的文字。"));
    let second = hall.ok(issue())["events"][0].clone();
    for (version, event, text) in [(1, first, "第一稿的文字。"), (2, second, "第二稿的文字。")]
    {
        let bytes = body(&hall, version);
        let digest: String =
            Sha256::digest(bytes.as_bytes()).iter().map(|b| format!("{b:02x}")).collect();
        assert_eq!(event["blob"], digest);
        assert_eq!(event["size"], bytes.len());
        let read = minutes::read(&bytes).unwrap();
        assert_eq!(read.items[0].wording.as_ref().unwrap().zh, text);
        assert_eq!(event["head_entry"], read.head.entry, "compiled up to the entry before");
        assert_eq!(event["head_sha256"], read.head.sha256);
        let kept = hall.ledger().paper(&digest).unwrap().unwrap();
        assert_eq!(kept, bytes.into_bytes());
    }
}

#[test]
fn the_same_log_gives_the_issued_bytes_again_for_ever() {
    let mut hall = signed();
    hall.ok(publish(1));
    let ledger = hall.ledger();
    let version = ledger.book.minutes_of(1).unwrap().last().unwrap().of.clone();
    let until = ledger.entries.iter().take_while(|e| e.seq <= version.head_entry);
    let until: Vec<_> = until.cloned().collect();
    let then = quorate::record::replay(&until);
    let head = (version.head_entry, version.head_sha256.clone());
    let again = minutes::json(&minutes::compile(&then, &until, 1, head.clone()).unwrap());
    assert_eq!(again, body(&hall, 1));
    // What was done with the paper since is no part of what happened at the meeting.
    let now = minutes::json(&minutes::compile(&ledger.book, &ledger.entries, 1, head).unwrap());
    assert_eq!(now, again);
}

#[test]
fn every_text_is_kept_and_an_empty_one_takes_it_away() {
    let mut hall = closed();
    hall.ok(word(json!(1), "zh", "甲"));
    hall.ok(word(json!(1), "en", "A"));
    hall.ok(word(json!(1), "zh", "乙"));
    hall.refused(word(json!(1), "zh", " 乙 "), "nothing_changes");
    let papers = hall.minutes(1);
    assert_eq!(papers.json["items"][0]["wording"], json!({"zh": "乙", "en": "A"}));
    assert!(papers.zh.contains("\n乙\n") && papers.en.contains("\nA\n"), "{}", papers.zh);
    hall.ok(word(json!(1), "zh", ""));
    hall.refused(word(json!(1), "zh", ""), "nothing_changes");
    hall.refused(word(json!(7), "zh", "无"), "unknown_item");
    let papers = hall.minutes(1);
    assert_eq!(papers.json["items"][0]["wording"], json!({"en": "A"}));
    assert!(papers.zh.contains("\nA\n"), "better in the other language than not at all");
    let ledger = hall.ledger();
    assert_eq!(ledger.book.minutes_of(1).unwrap().wordings.len(), 4);
    agree(&ledger, &hall.book);
}

/// Figures come from their source and texts from the secretary: a correction changes the one and leaves
/// the other.
#[test]
fn compiling_anew_never_overwrites_an_edit() {
    let mut hall = closed();
    hall.ok(word(json!(1), "zh", "全体成员同意报告。"));
    hall.ok(issue());
    hall.ok(json!({"do": "correct_count", "meeting": 1, "vote": 1, "yes": 8, "no": 1,
        "abstain": 0, "confirmed_by": "主持人", "why": "抄错"}));
    hall.ok(issue());
    let first = minutes::read(&body(&hall, 1)).unwrap();
    let second = minutes::read(&body(&hall, 2)).unwrap();
    assert_eq!(first.items[0].wording, second.items[0].wording);
    assert!(second.corrections.len() > first.corrections.len());
}

#[test]
fn what_is_to_be_remarked_on_says_who_and_is_answered() {
    let mut hall = closed();
    hall.ok(issue());
    let remark = |who: Value| {
        let mut line = json!({"do": "remark_on_draft", "meeting": 1, "text": "漏记一人"});
        line.as_object_mut().unwrap().extend(who.as_object().unwrap().clone());
        line
    };
    hall.refused(remark(json!({})), "one_of_two_fields");
    hall.refused(remark(json!({"unit": 1, "by": "秘书长"})), "one_of_two_fields");
    hall.refused(remark(json!({"unit": 44})), "unknown_unit");
    hall.refused(remark(json!({"unit": 1, "item": 9})), "unknown_item");
    hall.ok(remark(json!({"by": "秘书长"})));
    let answer =
        json!({"do": "answer_remark", "meeting": 1, "remark": 1, "text": "已补", "taken": true});
    hall.refused(
        json!({"do": "answer_remark", "meeting": 1, "remark": 2, "text": "无", "taken": false}),
        "unknown_remark_on_draft",
    );
    hall.with_reason(by_the_chair(1), "remarks_on_draft_unanswered", "当场口头答复");
    hall.refused(remark(json!({"unit": 1})), "minutes_settled");
    // An answer is owed also after the approval.
    hall.ok(answer.clone());
    hall.refused(answer, "nothing_changes");
    agree(&hall.ledger(), &hall.book);
}

#[test]
fn minutes_are_issued_after_the_closing_and_only_as_the_log_says_them() {
    let mut hall = Hall::with_units(ALLIANCE, 9);
    hall.refused(issue(), "no_meeting");
    hall.ok(convene("assembly", "chair", json!([{"title": "年度报告", "matter": "report"}])));
    hall.ok(word(json!(1), "zh", "会前所拟。"));
    hall.refused(issue(), "minutes_before_the_closing");
    let foreign = hall.say(json!({"do": "issue_minutes", "meeting": 1, "content": "{}"}));
    assert_eq!(foreign["fault"]["code"], "not_a_command");
    // Bytes compiled before the last change of the minutes are not taken, whoever brings them.
    let mut hall = closed();
    let ledger = hall.ledger();
    let head = (ledger.head.seq, ledger.head.hash.hex());
    let (old, bytes) = minutes::to_issue(&ledger.book, &ledger.entries, 1, head).unwrap();
    hall.ok(word(json!(1), "zh", "改了。"));
    let mut ledger = Ledger::open(&hall.book).unwrap();
    let command = quorate::record::Command::IssueMinutes(old);
    let mut request = quorate::record::Request::new(morning() + TimeDelta::hours(8), command);
    request.meeting = Some(1);
    let refused = ledger.submit(&request, vec![bytes]).unwrap().unwrap_err();
    assert_eq!(refused.finding.full_code(), "minutes_compiled_too_early");
}

#[test]
fn a_version_is_approved_by_a_later_meeting_or_as_the_house_does_it() {
    let mut hall = closed();
    hall.refused(by_the_chair(1), "unknown_minutes_version");
    hall.ok(issue());
    let approve = |more: Value| {
        let mut line = json!({"do": "approve_minutes", "meeting": 1, "version": 1});
        line.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        line
    };
    hall.refused(approve(json!({})), "one_of_two_fields");
    hall.refused(approve(json!({"decision": 1, "by": "主持人"})), "one_of_two_fields");
    hall.refused(approve(json!({"decision": 9})), "unknown_decision");
    // Its own meeting is no later one.
    hall.refused(approve(json!({"decision": 1})), "not_decided_by_later_meeting");
    hall.refused(approve(json!({"by": "主持人", "day": "2026-05-19"})), "day_before_the_closing");
    hall.refused(approve(json!({"by": "主持人", "day": "2026-05-21"})), "time_after_entry");
    hall.ok(word(json!(1), "zh", "编发后又改。"));
    hall.with_reason(by_the_chair(1), "changed_since_version_issued", "只改了标点");
    hall.refused(by_the_chair(1), "minutes_settled");
    hall.refused(issue(), "minutes_settled");
    let settled = hall.refused(word(json!(1), "zh", "再改"), "minutes_settled");
    assert!(settled["refused"]["recorder"].as_str().unwrap().contains("重新打开"));
}

#[test]
fn only_the_last_version_counts() {
    let mut hall = closed();
    hall.ok(issue());
    hall.ok(word(json!(1), "zh", "新"));
    hall.with_reason(sign(1, "presider", "主持人"), "signed_before_approval", "先签后报");
    hall.with_reason(issue(), "signatures_on_earlier_version", "文字有误");
    let outdated = hall.refused(by_the_chair(1), "minutes_version_outdated");
    assert_eq!(outdated["refused"]["fields"]["newest"], 2);
    hall.refused(sign(3, "presider", "主持人"), "unknown_minutes_version");
    assert_eq!(state(&mut hall)["state"], "draft");
    assert_eq!(state(&mut hall)["to_sign"][0]["role"], "presider", "it is signed anew");
}

#[test]
fn ink_is_enough_and_another_hand_is_remarkable() {
    let mut hall = closed();
    hall.ok(issue());
    hall.ok(by_the_chair(1));
    let mut early = sign(1, "presider", "主持人");
    early["day"] = json!("2026-05-01");
    hall.refused(early, "day_before_the_closing");
    let mut unknown = sign(1, "presider", "主持人");
    unknown["scan"] = json!(5);
    hall.refused(unknown, "unknown_paper");
    hall.refused(sign(1, "presider", " "), "text_missing");
    hall.with_reason(sign(1, "presider", "副理事长"), "signed_by_another", "主持人病假");
    hall.refused(sign(1, "presider", "副理事长"), "signed_already");
    hall.ok(sign(1, "presider", "主持人"));
    hall.ok(sign(1, "recorder", "记录员"));
    assert_eq!(state(&mut hall)["state"], "signed");
    agree(&hall.ledger(), &hall.book);
}

#[test]
fn a_draft_is_not_published_and_what_is_published_stays() {
    let mut hall = closed();
    hall.ok(issue());
    hall.refused(publish(1), "minutes_still_draft");
    hall.refused(slip(1), "slip_before_signing");
    hall.ok(by_the_chair(1));
    hall.refused(slip(1), "slip_before_signing");
    hall.with_reason(publish(1), "published_before_signed", "登记机关催要");
    hall.refused(publish(1), "nothing_changes");
    let refused = hall.refused(reopen(), "minutes_published");
    assert!(refused["refused"]["recorder"].as_str().unwrap().contains("更正单"));
    hall.ok(slip(1));
    let mut same = slip(1);
    same["becomes"] = same["was"].clone();
    hall.refused(same, "nothing_changes");
    let mut silent = slip(1);
    silent["why"] = json!("");
    hall.refused(silent, "text_missing");
}

#[test]
fn reopening_is_guarded_recorded_and_printed() {
    let mut hall = closed();
    hall.refused(reopen(), "nothing_to_reopen");
    hall.ok(issue());
    hall.refused(reopen(), "nothing_to_reopen");
    hall.ok(by_the_chair(1));
    hall.ok(sign(1, "presider", "主持人"));
    hall.ok(sign(1, "recorder", "记录员"));
    hall.refused(json!({"do": "undo"}), "undo_stops_at_paper");
    hall.with_reason(reopen(), "minutes_reopened", "代表02的发言漏记");
    assert_eq!(state(&mut hall)["state"], "draft");
    assert_eq!(state(&mut hall)["reopened"][0]["reason"], "代表02的发言漏记");
    hall.refused(sign(1, "presider", "主持人"), "minutes_version_reopened");
    hall.refused(publish(1), "minutes_version_reopened");
    hall.refused(json!({"do": "undo"}), "undo_stops_at_paper");
    hall.ok(word(json!(1), "zh", "补记代表02的发言。"));
    hall.ok(issue());
    let papers = hall.minutes(1);
    assert_eq!(papers.json["reopened"][0]["version"], 1);
    assert_eq!(papers.json["reopened"][0]["reason"], "代表02的发言漏记");
    assert!(papers.zh.contains("会议记录重新打开，第1稿不再作数，理由：代表02的发言漏记。"));
    assert!(papers.en.contains("The minutes were reopened"));
    hall.ok(by_the_chair(2));
    assert_eq!(state(&mut hall)["versions"][0]["state"], "draft");
    assert_eq!(state(&mut hall)["versions"][1]["state"], "approved");
    agree(&hall.ledger(), &hall.book);
}

#[test]
fn once_a_later_meeting_has_approved_minutes_the_earlier_stand() {
    let mut hall = signed();
    assembly(&mut hall, 2);
    hall.ok(json!({"do": "issue_minutes", "meeting": 2}));
    hall.ok(json!({"do": "approve_minutes", "meeting": 2, "version": 1, "by": "主持人"}));
    let refused = hall.refused(reopen(), "later_minutes_approved");
    assert_eq!(refused["refused"]["fields"]["meeting"], 2);
    hall.ok(slip(1));
    let mut other = reopen();
    other["meeting"] = json!(2);
    hall.with_reason(other, "minutes_reopened", "漏记");
    hall.with_reason(reopen(), "minutes_reopened", "后次的也已重开");
}

#[test]
fn what_was_printed_is_counted() {
    let mut hall = closed();
    hall.ok(json!({"do": "printed", "meeting": 1, "paper": "签到表", "copies": 3}));
    hall.refused(
        json!({"do": "printed", "meeting": 1, "paper": "签到表", "copies": 0}),
        "text_missing",
    );
    hall.refused(json!({"do": "printed", "meeting": 1, "paper": "", "copies": 2}), "text_missing");
    hall.refused(
        json!({"do": "printed", "meeting": 1, "paper": "决议", "copies": 2, "item": 8}),
        "unknown_item",
    );
    assert_eq!(state(&mut hall)["printed"][0]["copies"], 3);
}

fn waiting(ledger: &Ledger, day: NaiveDate) -> Option<(Waits, Urgency, i64)> {
    due(&ledger.book, day).into_iter().find_map(|due| match due.what {
        What::Minutes { meeting: 1, waits, days } => Some((waits, due.urgency, days)),
        _ => None,
    })
}

#[test]
fn the_home_screen_says_what_the_minutes_wait_for() {
    let mut hall = closed();
    let today = morning().date_naive();
    let later = |days| today + Days::new(days);
    let at = |hall: &Hall, day| waiting(&hall.ledger(), day);
    assert_eq!(at(&hall, today), Some((Waits::Issue, Urgency::Open, 0)));
    assert_eq!(at(&hall, later(15)), Some((Waits::Issue, Urgency::Open, 15)));
    assert_eq!(at(&hall, later(16)), Some((Waits::Issue, Urgency::Overdue, 16)));
    hall.ok(issue());
    // It is the next meeting that approves: until it is called nothing presses.
    assert_eq!(at(&hall, later(90)), Some((Waits::Approval, Urgency::Open, 90)));
    hall.ok(convene("assembly", "chair", json!([{"title": "年度报告", "matter": "report"}])));
    assert_eq!(at(&hall, later(90)), Some((Waits::Approval, Urgency::Soon, 90)));
    let book = hall.ledger().book;
    let charter = book.charter.clone().unwrap();
    let all = due(&book, later(90));
    let line = all.iter().find(|d| matches!(d.what, What::Minutes { .. })).unwrap();
    let said = quorate::text::today::line(Lang::Zh, &book, &charter, line);
    assert!(said.ends_with("的会议记录还没有通过，已90天"), "{said}");
    hall.ok(by_the_chair(1));
    assert_eq!(at(&hall, later(16)), Some((Waits::Signatures, Urgency::Overdue, 16)));
    hall.ok(sign(1, "presider", "主持人"));
    hall.ok(sign(1, "recorder", "记录员"));
    assert_eq!(at(&hall, later(90)), None);
}

#[test]
fn the_book_answers_how_far_minutes_have_come() {
    let mut hall = signed();
    let ledger = hall.ledger();
    let book = &ledger.book;
    assert_eq!(book.minutes_state(1), Some(State::Signed));
    assert_eq!(book.minutes_state(2), None);
    let meeting = book.meeting(1).unwrap();
    assert!(book.still_to_sign(meeting).is_empty());
    assert!(book.minutes_of(1).unwrap().last().unwrap().has(Role::Recorder));
    hall.ok(publish(1));
    assert_eq!(hall.ledger().book.minutes_state(1), Some(State::Published));
}

fn mended() -> Value {
    json!({"do": "correct_text", "decision": 1, "old": "批准", "new": "审议批准", "leave": "理事长"})
}

fn noticed(done: &Value) -> String {
    done["findings"].to_string()
}

/// A correction does not change a paper that is out of the house: it is pointed out, and the minutes wait again.
#[test]
fn a_correction_that_overtakes_settled_minutes_says_so_and_they_wait() {
    let mut hall = closed();
    hall.ok(issue());
    let at = |hall: &Hall| waiting(&hall.ledger(), morning().date_naive()).map(|(waits, ..)| waits);
    // A draft is issued anew as a matter of course.
    let correct = |why: &str, yes: u32| {
        json!({"do": "correct_count", "meeting": 1, "vote": 1, "yes": yes, "no": 9 - yes,
            "abstain": 0, "confirmed_by": "主持人", "why": why})
    };
    assert!(!noticed(&hall.ok(correct("录错", 8))).contains("minutes_overtaken"));
    hall.ok(issue());
    hall.ok(by_the_chair(2));
    let done = hall.ok(correct("再次核对", 7));
    assert!(noticed(&done).contains("minutes_overtaken_by_correction"), "{done}");
    assert!(noticed(&done).contains("会议记录第2稿已通过"), "{done}");
    assert_eq!(at(&hall), Some(Waits::Correction));
    // Taken up again, they wait for their next version.
    hall.with_reason(reopen(), "minutes_reopened", "更正计票");
    assert_eq!(at(&hall), Some(Waits::Issue));
    hall.ok(issue());
    hall.ok(by_the_chair(3));
    assert_eq!(at(&hall), Some(Waits::Signatures));
    hall.ok(sign(3, "presider", "主持人"));
    hall.ok(sign(3, "recorder", "记录员"));
    hall.ok(publish(3));
    assert_eq!(at(&hall), None);
    // What is given out is not taken back: a slip says what changed.
    let done = hall.ok(correct("三次核对", 6));
    assert!(noticed(&done).contains("会议记录第3稿已发布"), "{done}");
    assert_eq!(at(&hall), Some(Waits::Correction));
    hall.ok(slip(3));
    assert_eq!(at(&hall), None);
    agree(&hall.ledger(), &hall.book);
}

/// The text of a decision is mended while another meeting sits: the minutes it stands in change.
#[test]
fn a_text_mended_in_a_later_meeting_changes_the_minutes_it_stands_in() {
    let mut hall = signed();
    hall.ok(convene("assembly", "chair", json!([{"title": "年度报告", "matter": "report"}])));
    hall.ok(json!({"do": "sign_in_all", "meeting": 2}));
    hall.call_to_order(2, "chair");
    let before = hall.ledger().book.minutes_of(1).unwrap().changed;
    let text = hall.ledger().book.decisions[0].text.clone();
    let mut mended = mended();
    mended["meeting"] = json!(2);
    mended["old"] = json!(text);
    mended["new"] = json!(format!("{text}（更正）"));
    let done = hall.ok(mended);
    assert!(noticed(&done).contains("会议记录第1稿已签署"), "{done}");
    let ledger = hall.ledger();
    let life = ledger.book.minutes_of(1).unwrap();
    assert!(life.changed > before && life.overtaken().is_some());
    assert!(ledger.book.minutes_of(2).unwrap().overtaken().is_none());
}
