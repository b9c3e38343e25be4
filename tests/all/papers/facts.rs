//! What a paper says beyond the record: for whom, by which rule, with which figures, in which words.

use super::{Ask, Kept, Kind, annual, cells, made, read, sample, says, story, tables};
use crate::common::{ALLIANCE, Hall, convene};
use quorate::paper::Block;
use quorate::paper::markdown::markdown;
use quorate::text::Lang;
use serde_json::json;

#[test]
fn a_resolution_voted_for_each_says_for_whom_it_is() {
    for (no, who, yes) in [(38, "候选人丁", 22), (39, "候选人辛", 21), (40, "候选人己", 20)]
    {
        let ask = Ask { decision: Some(no), ..story().ask() };
        let said = read(Kind::Resolution, &ask);
        says(
            &said,
            &[
                &format!("副秘书长、技术委员会主任（{who}）的决议"),
                &format!("无记名投票方式表决（表决对象：{who}）。结果：赞成{yes}票"),
                &format!("本决议所定为以上文字中涉及{who}的事项。"),
            ],
        );
        let en = read(Kind::Resolution, &Ask { lang: Lang::En, ..ask });
        says(
            &en,
            &[&format!("voted on {who} by secret ballot"), "This resolution decides the above"],
        );
    }
    // The summary tells the three apart as well.
    let summary = read(Kind::Digest, &Ask { meeting: Some(12), ..story().ask() });
    for who in ["候选人丁", "候选人辛", "候选人己"] {
        says(&summary, &[&format!("（表决对象：{who}）"), &format!("会议就{who}一项决定：")]);
    }
    // Who is the only one a motion concerns is in its words already.
    let one = read(Kind::Resolution, &Ask { decision: Some(13), ..story().ask() });
    assert!(!one.contains("表决对象") && !one.contains("本决议所定为"), "{one}");
}

#[test]
fn the_rules_of_an_election_have_the_marks_of_its_papers() {
    let hall = |marks: &str| {
        let mut hall = Hall::with_units(ALLIANCE, 3);
        hall.ok(convene("assembly", "chair", json!([{"title": "选举", "matter": "election"}])));
        hall.ok(json!({"do": "prepare_election", "item": 1, "contests": [{"seats": 1,
            "marks": marks, "write_ins": "against", "seat": {"of": "office", "office": "chair"},
            "candidates": [{"name": "候选人甲", "unit": 1}, {"name": "候选人乙", "unit": 2}]}]}));
        let kept = Kept::of(hall.ledger());
        let (book, meeting) = (&kept.book, &kept.book.meetings[0]);
        let charter = book.charter.as_deref().unwrap();
        let rules = |lang| {
            quorate::text::election::rules(lang, book, charter, meeting, &meeting.elections[0])
        };
        (rules(Lang::Zh), rules(Lang::En), read(Kind::Ballot, &kept.ask()))
    };
    let (rules, en, ballot) = hall("pick");
    says(&rules, &["选谁即在其姓名后画“○”，不选的不画符号。", "不选候选人的可以另选他人"]);
    says(&en, &["“○” beside those elected, no mark beside the others"]);
    says(&ballot, &["选谁即在其姓名后的符号栏内画“○”"]);
    assert!(!rules.contains('×') && !ballot.contains('×'), "{rules}\n{ballot}");
    let (rules, _, ballot) = hall("each");
    says(&rules, &["赞成画“○”，不赞成画“×”", "不赞成候选人的可以另选他人"]);
    says(&ballot, &["赞成的画“○”，不赞成的画“×”"]);
    // The record of a meeting that picked names says so too.
    let record = read(Kind::Record, &annual().ask());
    says(&record, &["填票：选谁即在其姓名后画“○”"]);
}

#[test]
fn who_joined_in_the_meeting_is_on_the_sign_in_sheet_with_both_counts() {
    let kept = annual();
    let paper = &made(Kind::SignIn, &kept.ask())[0];
    let rows = cells(tables(paper)[0]);
    assert_eq!(rows.len(), 13);
    assert_eq!((rows[12][1].as_str(), rows[12][8].as_str()), ("示例枸杞协会", "会中加入"));
    says(
        &markdown(paper),
        &["开会时：应到12家　实到9家　请假1家　缺席2家", "闭会时：应到13家　实到11家"],
    );
    let en = read(Kind::SignIn, &Ask { lang: Lang::En, ..kept.ask() });
    says(&en, &["At the opening: on the roll 12", "At the close: on the roll 13"]);
    // A roll that did not change is counted once.
    assert!(!read(Kind::SignIn, &sample().ask()).contains("闭会时"));
}

#[test]
fn an_expulsion_and_its_letter_say_by_which_rule_it_was_voted() {
    for kind in [Kind::Expulsion, Kind::AuthorityReport] {
        let said = read(kind, &story().ask());
        says(&said, &["联盟理事会表决的比例章程未作规定，本次按“", "”的议事规则执行。"]);
        // The text adopted is no quotation, and its articles stand under the basis.
        assert!(!said.contains("> 因未按") && !said.contains("第十八条第三项"), "{said}");
        let en = read(kind, &Ask { lang: Lang::En, ..story().ask() });
        says(&en, &["The charter sets no share for votes of"]);
    }
    let said = read(Kind::Expulsion, &story().ask());
    says(&said, &["与决议同为“新疆品质”联盟〔2023〕7号，送达当事成员。"]);
    // Where the charter has a share, it is cited.
    let warned = read(Kind::Warning, &story().ask());
    assert!(warned.contains("章程未作规定") || warned.contains("依据第"), "{warned}");
}

#[test]
fn an_extract_is_answered_for_and_has_room_for_the_seal() {
    for (lang, words) in
        [(Lang::Zh, ["摘录人", "核对人"]), (Lang::En, ["Extracted by", "Compared by"])]
    {
        let paper = &made(Kind::Extract, &Ask { decision: Some(13), lang, ..story().ask() })[0];
        let signed: Vec<&str> = paper
            .blocks
            .iter()
            .filter_map(|b| if let Block::Sign(lines) = b { Some(lines) } else { None })
            .flatten()
            .map(|line| line.label.as_str())
            .collect();
        assert_eq!(signed, words);
        assert!(paper.blocks.iter().any(|b| matches!(b, Block::Seal { .. })), "{lang:?}");
    }
}

#[test]
fn a_letter_for_ones_own_delegate_leaves_an_election_to_them_or_names_somebody() {
    let own = &made(Kind::Proxy, &sample().ask())[0];
    let rows = cells(tables(own)[0]);
    assert_eq!(rows[9][2], "□按受托人意愿　□选：____________");
    assert!(rows.iter().all(|row| !row[2].is_empty()));
    // One table to tick for both languages.
    for letter in made(Kind::Proxy, &Ask { lang: Lang::Both, ..sample().ask() }) {
        assert_eq!(tables(&letter).len(), 1);
        assert!(cells(tables(&letter)[0])[0][2].contains("□赞成"));
        assert!(cells(tables(&letter)[0])[0][2].contains("□for"));
    }
}

#[test]
fn a_summary_has_its_number_and_issuer_above_the_rule_and_leaves_the_hours_to_the_record() {
    let paper = &made(Kind::Digest, &annual().ask())[0];
    assert_eq!(paper.number.as_deref(), Some("第　　　期"));
    let [who, day] = paper.issued.clone().unwrap();
    assert_eq!(who, "“新疆品质”联盟");
    assert!(day.contains("年") && !day.contains('2'), "nobody knows when it is given out: {day}");
    let said = markdown(paper);
    says(&said, &["转入下次会议，理由：", "代表13，中途到会，", "发出选票10张，收回10张"]);
    for hour in ["发票：", "开箱：", "剪角", "10:16", "10:26", "09:35"] {
        assert!(!said.contains(hour), "{hour} is in\n{said}");
    }
    says(&read(Kind::Record, &annual().ask()), &["剪角作废", "开箱："]);
}

#[test]
fn a_title_typed_with_a_colon_is_said_with_a_verb() {
    let said = read(Kind::Resolution, &Ask { decision: Some(22), ..story().ask() });
    says(
        &said,
        &["关于对示例认证机构丙予以除名的决议", "会议审议了关于对示例认证机构丙予以除名的议案"],
    );
    let ask = Ask { decision: Some(22), lang: Lang::En, ..story().ask() };
    says(&read(Kind::Resolution, &ask), &["Resolution: expulsion of 示例认证机构丙"]);
}

#[test]
fn a_day_to_be_filled_in_has_a_line_in_english_too() {
    let ask = Ask { decision: Some(13), lang: Lang::En, ..story().ask() };
    says(&read(Kind::Certificate, &ask), &["Date: ________________"]);
    let letter = &made(Kind::Proxy, &Ask { lang: Lang::En, ..sample().ask() })[0];
    let Some(Block::Sign(lines)) = letter.blocks.last() else { panic!("it is signed last") };
    assert_eq!(lines[1].day, "Date: ");
}

#[test]
fn the_script_numbers_its_items_once() {
    let said = read(Kind::Script, &sample().ask());
    says(&said, &["## 开会", "## 第1项　审议年度工作报告", "## 闭会"]);
    assert!(!said.contains("## 二、"), "{said}");
}

#[test]
fn the_calendar_tells_two_books_apart_that_keep_the_same_charter() {
    use quorate::{minutes, papers};
    let of = |kept: &Kept, lang| {
        let made = minutes::compile(&kept.book, &kept.entries, 1, kept.head.clone()).unwrap();
        papers::calendar(&made, lang).replace("\r\n ", "")
    };
    let line = |text: &str, name: &str| {
        text.lines().find(|l| l.starts_with(name)).unwrap_or_default().to_owned()
    };
    let (one, other) = (of(sample(), Lang::Zh), of(story(), Lang::Zh));
    assert_ne!(line(&one, "UID"), line(&other, "UID"));
    assert_eq!(line(&one, "UID"), line(&of(sample(), Lang::En), "UID"), "one meeting, one name");
    // One language, with the body.
    let both = line(&of(sample(), Lang::Both), "SUMMARY");
    assert_eq!(both, "SUMMARY:“新疆品质”联盟 第二届第一次联盟大会");
}
