//! A paper as PDF: where lines and pages end, which letters are there, and what is refused.

use chrono::NaiveDate;
use proptest::prelude::*;
use quorate::paper::pdf::{Fonts, Mark, Page, PdfError, pages, pdf};
use quorate::paper::{
    Block, Column, Enclosed, House, Look, Paper, Row, Run, SignLine, Table, Text, Tongue,
};
use std::fs;
use std::path::{Path, PathBuf};

/// A paper of a look, with a line at the foot.
pub fn paper(look: Look, tongue: Tongue, title: &[&str]) -> Paper {
    let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let title = title.iter().map(|line| (*line).to_owned()).collect();
    let mut paper = Paper::new(look, tongue, title, "示例联盟".to_owned(), day);
    paper.foot = "示例联盟会议簿 · 128 · 9f3c 21ab".to_owned();
    paper
}

/// Minutes of a meeting, as far as a form cares: every part once.
pub fn minutes() -> Paper {
    let mut paper =
        paper(Look::Official, Tongue::Zh, &["示例联盟第一届第四次联盟大会", "会议纪要"]);
    paper.enclosed.push(Enclosed {
        name: "minutes.json".to_owned(),
        media: "application/json".to_owned(),
        about: "机器可读的会议纪要".to_owned(),
        bytes: b"{\"schema\":1}".to_vec(),
    });
    paper.push(Block::Plain("各成员单位：".into()));
    paper.push(Block::Para(
        "2026年11月22日，示例联盟召开联盟大会，应到成员36家，实到34家。会议审议了《章程修正案（草案）》等议案，形成如下决议：".into(),
    ));
    paper.push(Block::Heading(1, "一、审议章程修正案".into()));
    paper.push(Block::Quote(vec!["联盟大会每年召开一次。".to_owned()]));
    paper.push(Block::Heading(2, "（一）表决".into()));
    paper.push(Block::Para(Text(vec![
        Run::Plain("赞成24票，".into()),
        Run::Strong("通过".into()),
        Run::Struck("未通过".into()),
        Run::Gap(4),
    ])));
    paper
        .push(Block::List(vec!["（1）代表01发言。".into(), "（2）Robert’s Rules 第12版。".into()]));
    paper.push(Block::Table(attendance(60)));
    paper.push(Block::Labelled(
        "出席".to_owned(),
        "示例单位01、示例单位02、示例单位03、示例单位04、示例单位05".into(),
    ));
    let line = |label: &str, who: &str| SignLine {
        label: label.into(),
        who: who.into(),
        day: "日期：".into(),
    };
    paper.push(Block::Sign(vec![line("主持人", "理事长"), line("记录人", "")]));
    paper.push(Block::Imprint(vec!["抄送：各成员单位。".to_owned()]));
    paper
}

/// Who was there, so many.
pub fn attendance(count: usize) -> Table {
    let row = |i: usize| {
        let unit = format!("示例单位{i:02}有机农产品认证技术服务有限公司");
        Row::new([i.to_string(), unit, format!("代表{i:02}"), "1".to_owned()])
    };
    Table {
        caption: "出席情况".to_owned(),
        columns: vec![
            Column::middle("序号", 2),
            Column::left("成员单位", 8),
            Column::left("代表", 4),
            Column::right("票权", 2),
        ],
        rows: (1..=count).map(row).collect(),
        lines: 1,
    }
}

fn set(paper: &Paper) -> Vec<Page> {
    pages(paper, &House::default(), &Fonts::builtin()).unwrap()
}

/// The lines of the body, without numbers and foot.
fn body(page: &Page) -> Vec<String> {
    let mut inside = page.clone();
    inside.inks.retain(|ink| ink.part.is_some());
    inside.lines()
}

fn of_one(text: &str) -> Vec<String> {
    let mut paper = paper(Look::Official, Tongue::Zh, &[]);
    paper.push(Block::Para(text.into()));
    set(&paper).iter().flat_map(body).collect()
}

/// Nothing is written outside the part of the page that is written on, nor below the page.
#[track_caller]
fn stays_inside(page: &Page) {
    let [left, top, right, bottom] = page.area;
    for ink in &page.inks {
        let Mark::Letters { at, span, .. } = &ink.mark else { continue };
        // A closing sign may stand with its white half in the margin.
        let end = at.0 + span.width() - span.size / 2;
        let low = if ink.part.is_some() { bottom } else { page.size.1 };
        let inside =
            at.0 >= left - 10 && end <= right + 200 && at.1 > top - span.size && at.1 <= low + 200;
        assert!(inside, "“{}” at {:?}, {} wide, in {:?}", span.text, at, span.width(), page.area);
    }
}

// --- letters ----------------------------------------------------------------------------------------------------

#[test]
fn the_same_paper_makes_the_same_bytes() {
    let make = || pdf(&minutes(), &House::default(), &Fonts::builtin()).unwrap();
    let bytes = make();
    assert!(bytes.starts_with(b"%PDF-1.7"));
    assert!(bytes == make(), "two runs, two files");
}

#[test]
fn a_rare_character_of_a_name_is_printed() {
    let lines = of_one("喆堃玥赟旻翀燊祎頔䶮㛃𬱖");
    assert_eq!(lines, ["喆堃玥赟旻翀燊祎頔䶮㛃𬱖"]);
}

#[test]
fn boxes_to_tick_are_drawn_although_no_chinese_face_has_them() {
    assert_eq!(of_one("☐同意 ☑反对"), ["☐同意 ☑反对"]);
}

#[test]
fn a_letter_no_typeface_has_is_refused_with_the_row_it_stands_in() {
    let mut table = attendance(3);
    table.rows[1].cells[2] = "代表\u{2a6d6}".into();
    let mut paper = minutes();
    paper.push(Block::Table(table));
    let refused = pdf(&paper, &House::default(), &Fonts::builtin()).unwrap_err();
    let place = "2 · 示例单位02有机农产品认证技术服务有限公司 · 代表\u{2a6d6} · 1".to_owned();
    assert_eq!(refused, PdfError::Missing { letters: "\u{2a6d6}".to_owned(), place });
}

#[test]
fn every_text_with_a_missing_letter_is_named_and_each_letter_once() {
    let mut paper = paper(Look::Official, Tongue::Zh, &["会议\u{e000}"]);
    paper.push(Block::Para("甲\u{2a6d6}".into()));
    paper.push(Block::Para("乙\u{2a6d6}".into()));
    let refused = pdf(&paper, &House::default(), &Fonts::builtin()).unwrap_err();
    let place = "会议\u{e000}\n甲\u{2a6d6}\n乙\u{2a6d6}".to_owned();
    assert_eq!(refused, PdfError::Missing { letters: "\u{e000}\u{2a6d6}".to_owned(), place });
}

#[test]
fn control_characters_are_dropped() {
    assert_eq!(of_one("赞\u{0}成\u{7}票\u{200b}数\u{feff}"), ["赞成票数"]);
}

#[test]
fn the_typefaces_inside_have_every_character_of_the_shipped_charters() {
    for (id, charter) in quorate::shipped::CHARTERS {
        let mut paper = paper(Look::Official, Tongue::Zh, &[]);
        for line in charter.lines().filter(|line| !line.trim().is_empty()) {
            paper.push(Block::Plain(line.into()));
        }
        let set = pages(&paper, &House::default(), &Fonts::builtin());
        assert!(set.is_ok(), "{id}: {:?}", set.err());
    }
}

#[test]
fn the_typefaces_inside_have_every_character_with_strokes_in_the_official_list() {
    let strokes =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/strokes.txt"))
            .unwrap();
    let letters: String = strokes.lines().filter_map(|line| line.chars().next()).collect();
    let mut paper = paper(Look::Official, Tongue::Zh, &[]);
    paper.push(Block::Para(letters.as_str().into()));
    let set = pages(&paper, &House::default(), &Fonts::builtin());
    assert!(set.is_ok(), "{:?}", set.err());
}

// --- lines ------------------------------------------------------------------------------------------------------

#[test]
fn a_page_has_22_lines_of_28_characters() {
    let mut paper = paper(Look::Official, Tongue::Zh, &[]);
    for _ in 0..3 {
        paper.push(Block::Para("国".repeat(26 + 28 * 10).as_str().into()));
    }
    let pages = set(&paper);
    let first = body(&pages[0]);
    assert_eq!(first.len(), 22);
    assert_eq!(body(&pages[1]).len(), 11);
    for (at, line) in first.iter().enumerate() {
        // The first line of a paragraph is pushed in by two characters.
        assert_eq!(line.chars().count(), if at.is_multiple_of(11) { 26 } else { 28 }, "line {at}");
    }
}

#[test]
fn a_closing_sign_does_not_begin_a_line_nor_an_opening_one_end_it() {
    // 26 characters fit the first line: the sign behind them is the 27th.
    for sign in "、。，：；！？）》〉」』】〕”".chars() {
        let lines = of_one(&format!("{}{sign}{}", "国".repeat(26), "家".repeat(30)));
        assert!(!lines[1].starts_with(sign), "{lines:?}");
    }
    for sign in "（《〈「『【〔“".chars() {
        let lines = of_one(&format!("{}{sign}{}", "国".repeat(25), "家".repeat(30)));
        assert!(!lines[0].ends_with(sign), "{lines:?}");
    }
}

#[test]
fn a_closing_sign_hangs_over_the_margin_by_its_white_half_and_no_more() {
    let lines = of_one(&format!("{}。{}", "国".repeat(26), "家".repeat(30)));
    assert!(lines[0].ends_with("国。"), "{lines:?}");
    // Two of them do not: the character before goes with them.
    let lines = of_one(&format!("{}。”{}", "国".repeat(26), "家".repeat(30)));
    assert!(lines[1].starts_with("国。”"), "{lines:?}");
}

#[test]
fn two_dashes_and_six_dots_are_not_parted() {
    for sign in ["——", "……"] {
        let lines = of_one(&format!("{}{sign}{}", "国".repeat(25), "家".repeat(30)));
        assert!(lines[1].starts_with("国") && lines[1].contains(sign), "{lines:?}");
    }
}

#[test]
fn numbers_and_words_are_not_broken() {
    let lines = of_one(&format!("{}20261122家", "国".repeat(24)));
    assert_eq!(lines[1], "20261122家");
    let lines = of_one(&format!("{}assembly会", "国".repeat(24)));
    assert_eq!(lines[1], "assembly会");
}

#[test]
fn a_word_longer_than_a_line_is_broken_where_the_line_is_full() {
    let digest = "9f3c21ab77d04e195b6ac0de8812f00d".repeat(4);
    assert_eq!(of_one(&digest).concat(), digest);
    assert!(of_one(&digest).len() > 2);
}

#[test]
fn a_digest_does_not_pull_the_line_before_it_apart() {
    let lines = of_one("联盟大会会议记录摘要9f3c21ab77d04e195b6ac0de8812f00d9f3c21ab");
    assert_eq!(lines.len(), 2);
    assert!(lines[0].starts_with("联盟大会会议记录摘要9f3c21ab77d0"), "{lines:?}");
    assert_eq!(lines.concat(), "联盟大会会议记录摘要9f3c21ab77d04e195b6ac0de8812f00d9f3c21ab");
}

#[test]
fn a_full_line_reaches_both_margins() {
    let text =
        "会议由理事长主持，应到成员36家，实到34家，其中本人到会20家、委派代表10家、委托4家。"
            .repeat(6);
    let mut paper = paper(Look::Official, Tongue::Zh, &[]);
    paper.push(Block::Para(text.as_str().into()));
    let page = &set(&paper)[0];
    let right = page.area[2];
    let mut ends: Vec<(i32, i32)> = Vec::new();
    for (x, y, wide, _) in page.texts().into_iter().filter(|(_, y, _, _)| *y < page.area[3]) {
        match ends.iter_mut().find(|(known, _)| *known == y) {
            Some((_, end)) => *end = (*end).max(x + wide),
            None => ends.push((y, x + wide)),
        }
    }
    ends.pop();
    for (y, end) in ends {
        assert!(
            (-300..=8_200).contains(&(end - right)),
            "the line at {y} ends {} from the margin",
            end - right
        );
    }
}

#[test]
fn wrapped_names_stand_below_the_first_name() {
    let mut paper = paper(Look::Official, Tongue::Zh, &[]);
    let names: Vec<String> = (1..20).map(|i| format!("示例单位{i:02}")).collect();
    paper.push(Block::Labelled("出席".to_owned(), names.join("、").as_str().into()));
    let page = &set(&paper)[0];
    let texts = page.texts();
    let first = texts.iter().find(|(_, _, _, text)| text.starts_with("示例")).unwrap();
    let second = texts.iter().find(|(_, y, _, _)| *y > first.1).unwrap();
    assert_eq!(first.0, second.0);
    assert_eq!(page.lines()[0].chars().take(3).collect::<String>(), "出席：");
}

/// A label longer than six characters does not push the names to the right margin.
#[test]
fn behind_a_long_label_the_lines_hang_by_two_characters() {
    let mut paper = paper(Look::Official, Tongue::Zh, &[]);
    let names: Vec<String> = (1..20).map(|i| format!("示例单位{i:02}")).collect();
    let names = names.join("、");
    paper.push(Block::Labelled("委派代表出席（19家）".to_owned(), names.as_str().into()));
    let page = &set(&paper)[0];
    let texts = page.texts();
    let label = texts.iter().find(|(_, _, _, text)| text.starts_with("委派")).unwrap();
    let second = texts.iter().find(|(_, y, _, _)| *y > label.1).unwrap();
    assert!((30_000..34_000).contains(&(second.0 - label.0)), "{}", second.0 - label.0);
    let mut paper = self::paper(Look::Official, Tongue::En, &[]);
    paper.push(Block::Labelled("Present in person (11)".to_owned(), "Example Unit 01".into()));
    assert_eq!(set(&paper)[0].lines()[0].trim_end(), "Present in person (11): Example Unit 01");
}

/// The digest at the foot stands in one line, however long the name of the rules before it.
#[test]
fn the_foot_is_one_line_with_the_whole_digest() {
    let groups = "c0a1 ".repeat(16);
    let mut paper = paper(Look::Official, Tongue::Zh, &[]);
    paper.foot = format!("xj-quality-2022 · 记录号 1234 · {}", groups.trim());
    paper.push(Block::Para("国".into()));
    let lines = set(&paper)[0].lines();
    let foot: Vec<&String> = lines.iter().filter(|l| l.contains("c0a1")).collect();
    assert_eq!(foot.len(), 1, "{foot:?}");
    assert_eq!(foot[0].matches("c0a1").count(), 16);
}

// --- pages ------------------------------------------------------------------------------------------------------

#[test]
fn a_heading_is_never_the_last_line_of_its_page() {
    for before in 15..24 {
        let mut paper = paper(Look::Official, Tongue::Zh, &[]);
        for _ in 0..before {
            paper.push(Block::Para("国".into()));
        }
        paper.push(Block::Heading(1, "一、标题".into()));
        paper.push(Block::Heading(2, "（一）小标题".into()));
        paper.push(Block::Para("正文".into()));
        for page in set(&paper) {
            assert!(!body(&page).last().unwrap().contains("标题"), "after {before} lines");
        }
    }
}

/// The head of a motion and the line before a decision lead to what follows.
#[test]
fn what_ends_in_a_colon_is_never_the_last_line_of_its_page() {
    for lead in [Block::Para("会议决定：".into()), Block::Para(Text::strong("第1号议案"))]
    {
        for before in 15..24 {
            let mut paper = paper(Look::Official, Tongue::Zh, &[]);
            for _ in 0..before {
                paper.push(Block::Para("国".into()));
            }
            paper.push(lead.clone()).push(Block::Quote(vec!["批准年度报告。".to_owned()]));
            for page in set(&paper) {
                let last = body(&page).last().unwrap().clone();
                assert!(!last.contains("决定") && !last.contains("议案"), "after {before} lines");
            }
        }
    }
}

#[test]
fn what_is_signed_is_never_alone_on_its_page() {
    let line =
        SignLine { label: "主持人".into(), who: "理事长".into(), day: "日期：".into() };
    let seal = Block::Seal { name: "示例联盟".into(), day: "2026年11月22日".into() };
    for last in [Block::Sign(vec![line.clone(), line]), seal] {
        for before in 1..24 {
            let mut paper = paper(Look::Official, Tongue::Zh, &[]);
            for _ in 0..before {
                paper.push(Block::Para("国".into()));
            }
            paper.push(last.clone());
            let pages = set(&paper);
            let texts = body(pages.last().unwrap());
            assert_eq!(texts[0], "国", "after {before} lines: {texts:?}");
        }
    }
}

#[test]
fn there_is_room_for_a_seal_of_45_millimetres_over_name_and_day() {
    let mut paper = paper(Look::Official, Tongue::Zh, &[]);
    paper.push(Block::Para("国".into()));
    paper.push(Block::Seal { name: "示例联盟".into(), day: "2026年11月22日".into() });
    paper.push(Block::Para("国".into()));
    let page = &set(&paper)[0];
    let texts = page.texts();
    let all: Vec<_> =
        texts.iter().filter(|(_, _, _, text)| *text == "国").map(|(_, y, _, _)| *y).collect();
    // Letters are 16 pt high; 45 mm are 127.6 pt.
    assert!(all[1] - all[0] - 16_000 >= 127_560, "{} thousandths of a point", all[1] - all[0]);
    // The seal's middle is the middle of the day, four characters from the right: no part of it is off the page.
    let (x, _, wide, _) =
        texts.iter().find(|(_, _, _, text)| text.contains("2026")).copied().unwrap();
    let _ = (x, wide);
    assert!(
        page.inks.iter().all(|ink| matches!(ink.mark, Mark::Letters { .. })),
        "no seal is drawn"
    );
}

#[test]
fn the_head_of_a_table_is_said_again_on_every_page_and_no_row_is_broken() {
    let mut paper = paper(Look::Official, Tongue::Zh, &[]);
    paper.push(Block::Table(attendance(60)));
    let pages = set(&paper);
    assert!(pages.len() > 2);
    let mut rows = 0;
    for (at, page) in pages.iter().enumerate() {
        let lines = page.lines();
        let head = if at == 0 { 1 } else { 0 };
        assert_eq!(lines[head], "序号成员单位代表票权");
        let text = lines.concat();
        let here = text.matches("代表").count() - 1;
        // The last character of each name is on the page of its row.
        assert_eq!(text.matches('司').count(), here, "page {at}");
        rows += here;
    }
    assert_eq!(rows, 60);
}

#[test]
fn a_row_higher_than_a_page_goes_on_over_leaf() {
    let mut table = attendance(1);
    table.rows[0].cells[2] = "国".repeat(2_000).as_str().into();
    let mut paper = paper(Look::Official, Tongue::Zh, &[]);
    paper.push(Block::Table(table));
    let pages = set(&paper);
    assert_eq!(
        pages.iter().map(|page| page.lines().concat().matches('国').count()).sum::<usize>(),
        2_000
    );
    pages.iter().for_each(stays_inside);
}

#[test]
fn pages_are_numbered_right_on_the_face_and_left_on_the_back_with_a_foot_on_each() {
    let pages = set(&minutes());
    assert!(pages.len() > 2);
    for (at, page) in pages.iter().enumerate() {
        let said = format!("— {} —", at + 1);
        let (x, _, wide, _) =
            page.texts().into_iter().find(|(_, _, _, text)| *text == said).unwrap();
        let [left, _, right, _] = page.area;
        let from_edge = if at.is_multiple_of(2) { right - x - wide } else { x - left };
        // One character of 14 pt.
        assert!((13_900..=15_100).contains(&from_edge), "{from_edge}");
        assert!(page.lines().concat().contains("128 · 9f3c 21ab"));
        // The binding side is left on the face and right on the back: 28 mm.
        assert_eq!(if at.is_multiple_of(2) { left } else { page.size.0 - right }, 79_370);
        stays_inside(page);
    }
}

#[test]
fn a_certificate_has_one_page_however_much_it_says() {
    for length in [1, 10, 30] {
        let mut paper = paper(Look::Certificate, Tongue::Zh, &["成员证书"]);
        paper.push(Block::Para(
            "兹批准示例单位01为示例联盟成员，类别：生产企业。".repeat(length).as_str().into(),
        ));
        paper.push(Block::Seal { name: "示例联盟".into(), day: "2026年11月22日".into() });
        let pages = set(&paper);
        assert_eq!(pages.len(), 1, "{length} sentences");
        stays_inside(&pages[0]);
    }
}

#[test]
fn a_slip_has_a_frame_and_no_page_number() {
    let mut paper = paper(Look::Slip, Tongue::Zh, &["表决票"]);
    paper.push(Block::Centred("□同意　□反对　□弃权".into()));
    let page = &set(&paper)[0];
    assert!(!page.lines().concat().contains("—"));
    assert_eq!(page.inks.iter().filter(|ink| matches!(ink.mark, Mark::Rule { .. })).count(), 4);
}

#[test]
fn two_languages_stand_side_by_side() {
    let one = |tongue, text: &str| {
        let mut one = paper(Look::Official, tongue, &["会议"]);
        one.push(Block::Para(text.into()));
        one
    };
    let both = quorate::paper::side_by_side(
        one(Tongue::Zh, "会议通过。"),
        one(Tongue::En, "It is carried."),
    );
    let page = &set(&both)[0];
    let texts = page.texts();
    let place =
        |said: &str| texts.iter().find(|(_, _, _, text)| text.contains(said)).copied().unwrap();
    let (zh, en) = (place("会议通过"), place("carried"));
    assert!((zh.1 - en.1).abs() < 1_000, "on one line");
    assert!(zh.0 < en.0 && en.0 > (page.area[0] + page.area[2]) / 2, "English right of the middle");
}

#[test]
fn white_at_the_end_of_a_full_page_begins_no_other() {
    let mut paper = paper(Look::Official, Tongue::Zh, &[]);
    paper.push(Block::Para("国".repeat(26 + 28 * 21).as_str().into())).push(Block::Space(2));
    assert_eq!(set(&paper).len(), 1);
    let mut paper = self::paper(Look::Official, Tongue::En, &[]);
    for _ in 0..34 {
        paper.push(Block::Para("It is carried.".into()));
    }
    assert!(set(&paper).iter().all(|page| page.inks.iter().any(|ink| ink.part.is_some())));
}

#[test]
fn points_of_a_list_stand_beside_their_own() {
    let one = |tongue, points: [&str; 3]| {
        let mut one = paper(Look::Official, tongue, &["会议"]);
        one.push(Block::List(points.map(Into::into).to_vec()));
        one
    };
    let both = quorate::paper::side_by_side(
        one(Tongue::Zh, ["一", "二", "三"]),
        one(Tongue::En, ["one ".repeat(40).as_str(), "two ".repeat(40).as_str(), "three"]),
    );
    let pages = set(&both);
    let texts = pages[0].texts();
    let base = |said: &str| texts.iter().find(|t| t.3.starts_with(said)).map(|t| t.1).unwrap();
    for (zh, en) in [("一", "one"), ("二", "two"), ("三", "three")] {
        assert!((base(zh) - base(en)).abs() < 1_000, "{zh} and {en}");
    }
}

#[test]
fn distribution_has_its_day_at_the_right_of_the_same_line() {
    let mut paper = paper(Look::Official, Tongue::Zh, &[]);
    paper.push(Block::Imprint(vec!["示例联盟\t　　　年　　月　　日印发".to_owned()]));
    let page = &set(&paper)[0];
    let texts = page.texts();
    let (who, day) = (
        texts.iter().find(|t| t.3.contains("示例联盟") && !t.3.contains('·')).unwrap(),
        texts.iter().find(|t| t.3.contains("印发")).unwrap(),
    );
    assert_eq!(who.1, day.1);
    assert!(day.0 + day.2 > page.area[2] - 20_000);
}

#[test]
fn without_a_face_of_its_own_a_second_heading_is_heavy() {
    let mut paper = paper(Look::Official, Tongue::Zh, &[]);
    paper.push(Block::Heading(2, "（一）表决".into())).push(Block::Para("表决通过。".into()));
    let page = &set(&paper)[0];
    let heavy = |said: &str| {
        let found = page.inks.iter().find_map(|ink| match &ink.mark {
            Mark::Letters { span, .. } if span.text.contains(said) => Some(span.bold),
            _ => None,
        });
        found.unwrap()
    };
    assert!(heavy("（一）") && !heavy("通过"));
}

#[test]
fn no_word_of_a_table_is_cut() {
    let mut paper = paper(Look::Official, Tongue::En, &[]);
    let columns = vec![
        Column::right("Number", 1),
        Column::left("What it is for", 12),
        Column::right("Abstaining", 1),
    ];
    let rows = vec![Row::new(["1".to_owned(), "示例".repeat(30), "1234567.00".to_owned()])];
    paper.push(Block::Table(Table { columns, rows, lines: 1, ..Table::default() }));
    let said = set(&paper)[0].texts().iter().map(|t| t.3.to_owned()).collect::<Vec<_>>();
    for word in ["Number", "Abstaining", "1234567.00"] {
        assert!(said.iter().any(|text| text == word), "{word} is cut: {said:?}");
    }
}

#[test]
fn digests_at_the_end_are_small_print() {
    let mut paper = paper(Look::Official, Tongue::Zh, &[]);
    paper.push(Block::Para("通过。".into())).push(Block::Rule);
    paper.push(Block::Plain(format!("章程：SHA-256 {}", "0".repeat(64)).as_str().into()));
    let page = &set(&paper)[0];
    let size = page.inks.iter().find_map(|ink| match &ink.mark {
        Mark::Letters { span, .. } if span.text.contains("章程") => Some(span.size),
        _ => None,
    });
    assert_eq!(size, Some(8_500));
}

#[test]
fn signs_are_as_wide_as_the_words_they_stand_by() {
    let wide = |tongue, text: &str| {
        let mut paper = paper(Look::Official, tongue, &[]);
        paper.foot = String::new();
        paper.push(Block::Plain(text.into()));
        let page = &set(&paper)[0];
        let mut widths = page.inks.iter().filter_map(|ink| match &ink.mark {
            Mark::Letters { span, .. } => {
                let at = span.text.find('“')?;
                let glyph = span.glyphs.iter().find(|g| g.range.0 == at)?;
                Some(glyph.advance * 10 > span.size * 7)
            }
            Mark::Rule { .. } => None,
        });
        widths.next().unwrap()
    };
    assert!(!wide(Tongue::En, "Put “○” beside a name"));
    assert!(!wide(Tongue::En, "“half or more” (半数以上)"));
    assert!(wide(Tongue::En, "of “示例品质”, the alliance"));
    assert!(wide(Tongue::Zh, "“half or more”是半数以上"));
}

// --- typefaces --------------------------------------------------------------------------------------------------

/// A folder with what the program brings along, as if a system had it.
fn assets() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/fonts")
}

#[test]
fn the_faces_the_house_names_are_found_by_their_names_and_come_first() {
    let mut house = House::default();
    house.fonts.body = vec!["没有这个字体".to_owned(), "Noto Sans SC".to_owned()];
    let fonts = Fonts::search(&house, &[assets(), PathBuf::from("/nowhere")]);
    assert_eq!(fonts.first()[0], "Noto Sans SC");
    assert_eq!(Fonts::builtin().first()[0], "Noto Serif SC");
    let paper = minutes();
    assert!(
        pdf(&paper, &house, &fonts).unwrap() != pdf(&paper, &house, &Fonts::builtin()).unwrap()
    );
}

#[test]
fn a_face_in_a_collection_is_found_and_what_is_no_typeface_is_passed_over() {
    let folder = std::env::temp_dir().join(format!("quorate-fonts-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let (serif, sans) = (
        fs::read(assets().join("serif.otf")).unwrap(),
        fs::read(assets().join("sans.otf")).unwrap(),
    );
    fs::write(folder.join("both.ttc"), collection(&[&serif, &sans])).unwrap();
    fs::write(folder.join("a-broken.ttf"), b"OTTO and nothing behind it").unwrap();
    fs::write(folder.join("b-empty.otf"), b"").unwrap();
    let mut house = House::default();
    house.fonts.kai = vec!["Noto Sans SC".to_owned()];
    let fonts = Fonts::search(&house, std::slice::from_ref(&folder));
    assert_eq!(fonts.first()[3], "Noto Sans SC");
    let made = pdf(&minutes(), &house, &fonts);
    fs::remove_dir_all(&folder).unwrap();
    assert!(made.is_ok());
}

/// Two files as one collection: a list of where each begins, and each with its places moved.
fn collection(files: &[&Vec<u8>]) -> Vec<u8> {
    let word = |number: usize| u32::try_from(number).unwrap().to_be_bytes();
    let mut all = [b"ttcf".to_vec(), word(0x10000).to_vec(), word(files.len()).to_vec()].concat();
    let mut at = 12 + 4 * files.len();
    for file in files {
        all.extend(word(at));
        at += file.len();
    }
    for file in files {
        let from = all.len();
        let mut moved = (*file).clone();
        let tables = usize::from(u16::from_be_bytes([file[4], file[5]]));
        for table in 0..tables {
            let place = 12 + table * 16 + 8;
            let old = u32::from_be_bytes(file[place..place + 4].try_into().unwrap());
            moved[place..place + 4].copy_from_slice(&word(old as usize + from));
        }
        all.extend(moved);
    }
    all
}

// --- any text ---------------------------------------------------------------------------------------------------

/// Text as people and machines make it: Chinese with its signs, words, figures, and anything at all.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => "[国家会议（）《》“”、。，：；—…0-9a-z \n]{0,120}",
        8 => "[A-Za-z,.’“” -]{0,120}",
        1 => "\\PC{0,60}",
        1 => any::<String>(),
    ]
}

fn any_block() -> impl Strategy<Value = Block> {
    let text = || any_text().prop_map(Text::from);
    let table = (1usize..9, proptest::collection::vec(any_text(), 0..20), any::<u8>(), any_text());
    prop_oneof![
        (0u8..5, text()).prop_map(|(level, text)| Block::Heading(level, text)),
        text().prop_map(Block::Para),
        text().prop_map(Block::Plain),
        text().prop_map(Block::Centred),
        proptest::collection::vec(text(), 0..4).prop_map(Block::List),
        proptest::collection::vec(any_text(), 0..4).prop_map(Block::Quote),
        (any_text(), text()).prop_map(|(label, text)| Block::Labelled(label, text)),
        (any_text(), any_text()).prop_map(|(name, day)| Block::Seal { name, day }),
        proptest::collection::vec(any_text(), 0..3).prop_map(Block::Imprint),
        (text(), text())
            .prop_map(|(a, b)| Block::Pair(vec![Block::Para(a)], vec![Block::Heading(1, b)])),
        (any_text(), any_text(), any_text())
            .prop_map(|(label, who, day)| Block::Sign(vec![SignLine { label, who, day }])),
        any::<u8>()
            .prop_map(|wide| Block::Para(Text(vec![Run::Gap(wide), Run::Struck("国".into())]))),
        (0u8..60).prop_map(Block::Space),
        Just(Block::PageBreak),
        Just(Block::Rule),
        table.prop_map(|(columns, cells, lines, caption)| Block::Table(Table {
            caption,
            columns: (0..columns)
                .map(|at| Column::left(format!("列{at}"), u16::try_from(at % 4).unwrap()))
                .collect(),
            rows: cells
                .chunks(columns)
                .map(|row| Row::new(row.iter().map(String::as_str)))
                .collect(),
            lines,
        })),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_paper_is_set_within_its_pages_or_its_missing_letters_are_named(
        blocks in proptest::collection::vec(any_block(), 0..6),
        title in any_text(),
        look in prop_oneof![Just(Look::Official), Just(Look::Wide), Just(Look::Slip), Just(Look::Certificate)],
        tongue in prop_oneof![Just(Tongue::Zh), Just(Tongue::En), Just(Tongue::Both)],
        mark in proptest::option::of(any_text()),
    ) {
        let mut paper = paper(look, tongue, &[&title]);
        paper.mark = mark;
        paper.blocks = blocks;
        match pages(&paper, &House::default(), &Fonts::builtin()) {
            Ok(pages) => {
                pages.iter().for_each(stays_inside);
                prop_assert!(pdf(&paper, &House::default(), &Fonts::builtin()).is_ok());
            }
            Err(PdfError::Missing { letters, place }) => {
                prop_assert!(!letters.is_empty());
                prop_assert!(letters.chars().all(|letter| place.contains(letter)));
            }
            Err(other) => prop_assert!(false, "{other}"),
        }
    }

    #[test]
    fn no_line_of_chinese_begins_or_ends_with_a_sign_that_may_not(
        text in "[国家会议联盟]{1,4}([国家会议0-9a-z]{1,30}[、。，：；！？）》”]?[（《“]?[国家会议]{1,9}){1,12}",
    ) {
        let lines = of_one(&text);
        for line in lines.iter().skip(1) {
            prop_assert!(!line.starts_with(|c| "、。，：；！？）》”".contains(c)), "{:?}", lines);
        }
        for line in &lines {
            prop_assert!(!line.ends_with(|c| "（《“".contains(c)), "{:?}", lines);
        }
        prop_assert_eq!(lines.concat(), text);
    }
}
