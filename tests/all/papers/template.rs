//! The template of a house: a paper in the house's order and with its words, in every form; nothing left out.

use super::{made, questions, sample, says, story};
use quorate::paper::markdown::markdown;
use quorate::paper::parts::{PARTED, parted};
use quorate::paper::pdf::{Fonts, pages};
use quorate::paper::{Block, House, Paper};
use quorate::papers::form::{Format, Press, shown, write};
use quorate::papers::{Ask, Kind};
use quorate::text::Lang;
use std::io::{Cursor, Read};
use std::path::Path;

fn manual() -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/house.md")).unwrap()
}

/// The house of the manual's example.
fn example() -> House {
    let text = manual();
    let block = text.split("```toml\n").find(|block| block.starts_with("[template]")).unwrap();
    House::read(block.split("```").next().unwrap()).unwrap()
}

#[track_caller]
fn house(kind: Kind, template: &str) -> House {
    House::read(&format!("[template]\n{} = '''\n{template}\n'''\n", kind.id())).unwrap()
}

#[track_caller]
fn refusal(kind: &str, template: &str) -> String {
    House::read(&format!("red = \"C00000\"\n[template]\n{kind} = '''\n{template}\n'''\n"))
        .unwrap_err()
}

#[track_caller]
fn one(kind: Kind, ask: &Ask) -> Paper {
    made(kind, ask).remove(0)
}

/// The letters of a paper in a format, without what sets them.
fn letters(paper: &Paper, format: Format, house: &House) -> String {
    let press = Press::builtin(house.clone());
    let bytes = write(paper, format, &press).unwrap();
    let bare = |text: &str| {
        let rests = text.split('<').map(|tag| tag.split_once('>').map_or(tag, |(_, rest)| rest));
        rests.collect::<String>()
    };
    match format {
        Format::Md => String::from_utf8(bytes).unwrap(),
        Format::Html => bare(String::from_utf8(bytes).unwrap().split_once("<body").unwrap().1),
        Format::Docx => {
            let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
            let mut text = String::new();
            zip.by_name("word/document.xml").unwrap().read_to_string(&mut text).unwrap();
            bare(&text)
        }
        Format::Pdf => {
            assert!(bytes.starts_with(b"%PDF"));
            let pages = pages(&house.laid_out(paper), house, &Fonts::builtin()).unwrap();
            pages.iter().flat_map(|page| page.lines()).collect()
        }
    }
}

/// Each of these stands in the text once after the one before it.
#[track_caller]
fn in_order(text: &str, words: &[&str]) {
    let mut rest = text;
    for word in words {
        let (_, after) = rest
            .split_once(word)
            .unwrap_or_else(|| panic!("“{word}” is not where it should be in\n{text}"));
        rest = after;
    }
}

fn questions_with_parts() -> impl Iterator<Item = (Kind, Ask<'static>)> {
    questions().into_iter().filter(|(kind, _)| !parted(kind.id()).unwrap().parts.is_empty())
}

// --- parts --------------------------------------------------------------------------------------------------

#[test]
fn every_kind_of_paper_is_known_to_templates_and_the_manual_lists_its_parts() {
    let kinds: Vec<&str> = PARTED.iter().map(|known| known.kind).collect();
    assert_eq!(kinds, Kind::ALL.map(Kind::id));
    let text = manual();
    let table = text.split("| kind 文书 | parts 部分 |").nth(1).unwrap();
    let rows = table.lines().filter(|line| line.starts_with("| `"));
    let listed: Vec<Vec<&str>> =
        rows.map(|row| row.split('`').skip(1).step_by(2).collect()).collect();
    let known = PARTED.iter().filter(|known| !known.parts.is_empty());
    let known: Vec<Vec<&str>> =
        known.map(|k| std::iter::once(k.kind).chain(k.parts.iter().copied()).collect()).collect();
    assert_eq!(listed, known);
}

#[test]
fn every_block_of_a_paper_stands_in_a_part_and_the_parts_in_their_order() {
    for (kind, ask) in questions_with_parts() {
        let known = parted(kind.id()).unwrap();
        for lang in [Lang::Zh, Lang::En, Lang::Both] {
            for paper in made(kind, &Ask { lang, ..ask.clone() }) {
                assert_eq!(paper.kind, kind.id());
                assert_eq!(paper.parts.first().map(|(at, _)| *at), Some(0), "{kind:?} {lang:?}");
                let mut order = known.parts.iter();
                for (_, part) in &paper.parts {
                    assert!(order.any(|known| known == part), "{kind:?} {lang:?}: {part}");
                }
                assert_eq!(paper.number.is_some(), known.numbered, "{kind:?}");
                let sides: &[usize] = match lang {
                    Lang::Zh => &[0],
                    Lang::En => &[1],
                    Lang::Both => &[0, 1],
                };
                for names in sides.iter().map(|side| &paper.names[*side]) {
                    assert!(names.title.iter().all(|line| paper.title.contains(line)), "{kind:?}");
                    assert!(!names.title.is_empty() && !names.association.is_empty());
                    assert_eq!(!names.meeting.is_empty(), known.of_meeting, "{kind:?} {lang:?}");
                }
            }
        }
    }
}

#[test]
fn a_template_of_nothing_but_the_rest_changes_no_byte() {
    let bare = Press::builtin(House::default());
    for (kind, ask) in questions_with_parts() {
        let press = Press::builtin(house(kind, "{rest}"));
        for lang in [Lang::Zh, Lang::Both] {
            for paper in made(kind, &Ask { lang, ..ask.clone() }) {
                for format in [Format::Md, Format::Docx] {
                    let same = write(&paper, format, &press) == write(&paper, format, &bare);
                    assert!(same, "{kind:?} {lang:?} {format:?}");
                }
            }
        }
    }
}

// --- a record as the house wants it ------------------------------------------------------------------------

#[test]
fn a_record_reads_in_the_order_of_the_house_in_every_form() {
    let paper = one(Kind::Record, &Ask { meeting: Some(1), ..story().ask() });
    let house = example();
    for format in Format::ALL {
        let said = letters(&paper, format, &house);
        in_order(
            &said,
            &[
                "联盟文件",
                "内部资料",
                "编号：",
                "存档：秘书处",
                "一、决议",
                "二、出席情况",
                "三、议程",
                "四、存档说明",
                "本记录一式三份",
                "纸质件存档案柜",
                "电子件存会议簿所在文件夹",
                "签名",
                "主持人",
                "记录人",
                "审核人",
            ],
        );
        assert_eq!(said.matches("、决议").count(), 1, "{format:?}");
    }
    // Without it everything stands where it always did.
    in_order(&markdown(&paper), &["一、出席情况", "、议程", "、决议"]);
}

#[test]
fn first_headings_are_numbered_anew_and_nothing_of_the_paper_is_lost() {
    let paper = one(Kind::Record, &Ask { meeting: Some(1), ..story().ask() });
    let laid = example().laid_out(&paper).into_owned();
    let heads = |paper: &Paper| {
        let heads = paper.blocks.iter().filter_map(|block| match block {
            Block::Heading(1, text) => Some(text.letters()),
            _ => None,
        });
        heads.collect::<Vec<String>>()
    };
    let numbers = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
    let bare = |head: String| head.split_once('、').unwrap().1.to_owned();
    for (head, no) in heads(&laid).iter().zip(numbers) {
        assert!(head.starts_with(&format!("{no}、")), "{head}");
    }
    let (mut before, mut after): (Vec<String>, Vec<String>) = (
        heads(&paper).into_iter().map(bare).collect(),
        heads(&laid).into_iter().map(bare).collect(),
    );
    after.retain(|head| head != "存档说明");
    before.sort();
    after.sort();
    assert_eq!(before, after);
    for block in &paper.blocks {
        let is_head = matches!(block, Block::Heading(1, _) | Block::Sign(_));
        assert!(is_head || laid.blocks.contains(block), "{block:?}");
    }
}

#[test]
fn a_line_the_house_has_signed_joins_those_of_the_paper_beside_it() {
    let paper = one(Kind::Record, &Ask { meeting: Some(1), ..story().ask() });
    let signed = |template: &str| {
        let laid = house(Kind::Record, template).laid_out(&paper).into_owned();
        let labels = laid.blocks.iter().filter_map(|block| match block {
            Block::Sign(lines) => Some(lines.iter().map(|l| l.label.clone()).collect::<Vec<_>>()),
            _ => None,
        });
        (labels.collect::<Vec<_>>(), shown(&paper, &Press::builtin(house(Kind::Record, template))))
    };
    let (labels, said) = signed("{rest}\n{signatures}\nsign: 审核人\nsign：监事\n{colophon}");
    assert_eq!(labels.len(), 1);
    assert_eq!(labels[0][labels[0].len() - 2..], ["审核人", "监事"]);
    says(&said, &["审核人", "监事"]);
    let (labels, _) = signed("sign: 收文人\n---\n{rest}");
    assert_eq!(labels[0], ["收文人"]);
    assert_eq!(labels.len(), 2);
}

#[test]
fn what_the_house_names_is_what_the_paper_knows_and_a_number_it_lacks_is_a_gap() {
    let words = "{meeting}（{title}），{association}，{date}，编号{number}。\n\n{rest}";
    let ask = Ask { decision: Some(13), ..story().ask() };
    let paper = one(Kind::Resolution, &ask);
    let number = paper.number.clone().unwrap();
    let first =
        |paper: &Paper, words: &str, kind| match &house(kind, words).laid_out(paper).blocks[0] {
            Block::Para(text) => text.letters(),
            other => panic!("{other:?}"),
        };
    let said = first(&paper, words, Kind::Resolution);
    says(&said, &[&number, &paper.author, &paper.names[0].meeting, &paper.title.concat(), "年"]);
    assert!(!said.contains('{'), "{said}");
    let en = one(Kind::Resolution, &Ask { lang: Lang::En, ..ask });
    let said = first(&en, "{date}: {meeting}\n\n{rest}", Kind::Resolution);
    says(&said, &[" 20", &en.names[1].meeting]);
    let record = one(Kind::Record, &Ask { meeting: Some(1), ..story().ask() });
    says(&first(&record, "编号：{number}\n\n{rest}", Kind::Record), &["编号：____________"]);
}

#[test]
fn the_head_is_the_house_s_but_that_it_is_a_draft_stays() {
    let draft = one(Kind::Record, &sample().ask());
    let state = draft.subtitle.clone().unwrap();
    let head = "mark: 会议文书\nnumber: 示例〔2026〕　　号\ntitle: 情况通报\ntitle: {title}\nsubtitle: 内部资料\n{rest}";
    let laid = house(Kind::Record, head).laid_out(&draft).into_owned();
    assert_eq!(laid.mark.as_deref(), Some("会议文书"));
    assert_eq!(laid.number.as_deref(), Some("示例〔2026〕　　号"));
    assert_eq!(laid.title[0], "情况通报");
    assert_eq!(laid.title[1..], draft.title[..]);
    assert_eq!(laid.subtitle, Some(format!("{state}　内部资料")));
}

#[test]
fn the_same_paper_in_the_same_house_is_the_same_bytes() {
    let house = example();
    let ask = Ask { meeting: Some(1), lang: Lang::Both, ..story().ask() };
    let paper = one(Kind::Record, &ask);
    let before = paper.clone();
    for format in Format::ALL {
        let bytes = || write(&paper, format, &Press::builtin(house.clone())).unwrap();
        assert!(bytes() == bytes(), "{format:?}");
    }
    assert_eq!(paper, before);
}

// --- both languages ----------------------------------------------------------------------------------------

#[test]
fn side_by_side_the_house_s_words_stand_beside_one_another() {
    let ask = Ask { meeting: Some(1), lang: Lang::Both, ..story().ask() };
    let paper = one(Kind::Digest, &ask);
    let laid = example().laid_out(&paper).into_owned();
    let pair = |block: &&Block| {
        let Block::Pair(zh, en) = block else { return false };
        let [Block::Heading(1, zh)] = zh.as_slice() else { return false };
        let [Block::Heading(1, en)] = en.as_slice() else { return false };
        let (zh, en) = (zh.letters(), en.letters());
        zh.ends_with("、印发范围") && en.ends_with(". Sent to")
    };
    let at = laid.blocks.iter().position(|block| pair(&block)).unwrap();
    let Block::Pair(zh, en) = &laid.blocks[at + 1] else { panic!("{:?}", laid.blocks[at + 1]) };
    let [Block::Para(zh), Block::Para(en)] = [&zh[0], &en[0]] else { panic!("{zh:?} {en:?}") };
    says(&zh.letters(), &["年", "日印发各成员单位。"]);
    says(&en.letters(), &["All members, "]);
    // Each language by itself has the words of its own.
    for (lang, own, other) in [(Lang::Zh, "印发范围", "Sent to"), (Lang::En, "Sent to", "印发范围")]
    {
        let said =
            shown(&one(Kind::Digest, &Ask { lang, ..ask.clone() }), &Press::builtin(example()));
        assert!(said.contains(own) && !said.contains(other), "{said}");
    }
}

#[test]
fn one_text_for_both_languages_is_printed_once_and_signed_once() {
    let ask = Ask { meeting: Some(1), lang: Lang::Both, ..story().ask() };
    let paper = one(Kind::Record, &ask);
    let said = shown(&paper, &Press::builtin(example()));
    for once in ["本记录一式三份", "存档说明", "审核人"] {
        assert_eq!(said.matches(once).count(), 1, "{once}\n{said}");
    }
    in_order(&said, &["一、决议", "1. Decisions", "二、出席", "2. Attendance", "四、存档说明"]);
    let apart = "[template.record]\nzh = '{rest}\nsign: 审核人'\nen = '{rest}\nsign: Reviewed by'"
        .replace("'{", "'''{")
        .replace("人'", "人'''")
        .replace("by'", "by'''");
    let said = shown(&paper, &Press::builtin(House::read(&apart).unwrap()));
    assert_eq!(said.matches("审核人 Reviewed by").count(), 1, "{said}");
}

#[test]
fn a_heading_that_has_both_languages_in_one_line_gets_both_numbers() {
    let paper = one(Kind::Finance, &Ask { lang: Lang::Both, ..story().ask() });
    let laid = house(Kind::Finance, "{facts}\n{spending}\n{income}\n{rest}");
    let said = shown(&paper, &Press::builtin(laid));
    in_order(&said, &["一、支出", " 1. ", "二、收入", " 2. ", "三、"]);
}

// --- what is refused ---------------------------------------------------------------------------------------

#[test]
fn a_template_that_leaves_something_out_or_says_it_twice_is_refused() {
    let left = refusal("digest", "{opening}\n{items}\n{attendance}\n{imprint}");
    says(&left, &["digest缺少{signatures}", "leaves out {signatures}", "line 3"]);
    let twice = refusal("digest", "{opening}\n\n{opening}\n{rest}");
    says(&twice, &["第3行“{opening}”", "opening写了两次", "stands there twice"]);
    says(&refusal("digest", "{rest}\n{rest}"), &["rest写了两次"]);
    says(&refusal("digest", "mark: 甲\nmark: 乙\n{rest}"), &["mark写了两次"]);
}

#[test]
fn what_no_paper_of_the_kind_has_is_refused_with_its_line_and_what_there_is() {
    let unknown = refusal("digest", "{rest}\n{proceedings}");
    says(
        &unknown,
        &["第2行“{proceedings}”", "there is no {proceedings}", "opening items attendance"],
    );
    let unknown = refusal("finance", "{meeting}的账\n{rest}");
    says(&unknown, &["第1行", "没有{meeting}", "代入词有：title association number date。"]);
    says(&refusal("digest", "见{items}\n{rest}"), &["独占一行", "a line by itself"]);
    says(&refusal("digest", "见{items\n{rest}"), &["花括号", "line 1"]);
    says(&refusal("digest", "{rest}\n\ntitle: 甲"), &["第3行“title: 甲”", "at the beginning"]);
    says(&refusal("digest", "### 甲\n{rest}"), &["“# ”和“## ”"]);
    says(&refusal("digest", "{rest}\nsign:"), &["后面没有内容", "nothing stands after it"]);
    says(&refusal("minute", "{rest}"), &["no paper is called minute", "record digest"]);
}

#[test]
fn a_number_is_never_replaced_and_papers_of_one_vote_bear_nothing() {
    says(&refusal("resolution", "number: 另编1号\n{rest}"), &["不能另编", "it is not replaced"]);
    says(&refusal("record", "number: {number}\n{rest}"), &["不能引用编号自己"]);
    for kind in ["vote-slip", "ballot", "tally-sheet"] {
        let said = refusal(kind, "{rest}");
        says(&said, &[kind, "必须完全一样", "must be alike and bear nothing else"]);
    }
}

#[test]
fn two_languages_in_two_orders_are_refused() {
    let text = "[template.script]\nzh = \"{items}\\n{rest}\"\nen = \"{rest}\"";
    let said = House::read(text).unwrap_err();
    says(&said, &["中英文次序不同", "{items} in Chinese", "{opening} stands in English"]);
    let said = House::read("[template]\nscript = { zh = \"{rest}\" }").unwrap_err();
    says(&said, &["{ zh = "]);
}
