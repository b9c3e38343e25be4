//! DOCX: well-formed parts in the order of the schema, the measures of GB/T 9704-2012, the same bytes twice.

use super::samples::{self, FOOT};
use quick_xml::Reader;
use quick_xml::events::Event;
use quorate::paper::docx::docx;
use quorate::paper::{Block, House, Look, Paper, Run, Text, Tongue};
use std::io::{Cursor, Read};

/// The parts of a document, by name.
fn parts(paper: &Paper, house: &House) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(docx(paper, house))).unwrap();
    (0..zip.len())
        .map(|at| {
            let mut part = zip.by_index(at).unwrap();
            let mut text = String::new();
            part.read_to_string(&mut text).unwrap();
            (part.name().unwrap().into_owned(), text)
        })
        .collect()
}

fn part(paper: &Paper, name: &str) -> String {
    let all = parts(paper, &House::default());
    all.into_iter().find(|(part, _)| part == name).unwrap().1
}

fn document(paper: &Paper) -> String {
    part(paper, "word/document.xml")
}

/// A paper of one block.
fn of(block: Block) -> Paper {
    let mut paper = Paper::new(
        Look::Official,
        Tongue::Zh,
        vec!["示例".to_owned()],
        "示例联盟".to_owned(),
        samples::day(),
    );
    paper.push(block);
    paper
}

/// The order the schema asks for inside some elements; what a paper has of them stands in this order.
const ORDER: &[(&str, &[&str])] = &[
    (
        "w:pPr",
        &[
            "pStyle",
            "keepNext",
            "keepLines",
            "pageBreakBefore",
            "widowControl",
            "pBdr",
            "tabs",
            "overflowPunct",
            "snapToGrid",
            "spacing",
            "ind",
            "jc",
            "outlineLvl",
        ],
    ),
    (
        "w:rPr",
        &[
            "rFonts", "b", "bCs", "i", "iCs", "strike", "color", "spacing", "sz", "szCs", "u",
            "rtl", "lang",
        ],
    ),
    ("w:sectPr", &["footerReference", "pgSz", "pgMar", "pgBorders", "cols", "vAlign", "docGrid"]),
    ("w:tblPr", &["tblpPr", "tblW", "tblInd", "tblBorders", "tblLayout", "tblCellMar"]),
    ("w:tblBorders", &["top", "left", "bottom", "right", "insideH", "insideV"]),
    ("w:trPr", &["cantSplit", "trHeight", "tblHeader"]),
    ("w:tcPr", &["tcW", "tcBorders", "tcMar", "vAlign"]),
    (
        "w:settings",
        &[
            "zoom",
            "mirrorMargins",
            "defaultTabStop",
            "evenAndOddHeaders",
            "characterSpacingControl",
            "compat",
            "themeFontLang",
        ],
    ),
    ("w:font", &["altName", "charset", "family", "pitch"]),
    ("w:style", &["name", "basedOn", "uiPriority", "semiHidden", "qFormat", "pPr", "rPr", "tblPr"]),
    ("w:tbl", &["tblPr", "tblGrid", "tr"]),
    ("w:tc", &["tcPr", "p", "tbl"]),
];

/// Reads a part to its end and says where elements stand in another order than the schema's.
fn out_of_order(name: &str, xml: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().expand_empty_elements = true;
    let mut above: Vec<(String, usize)> = Vec::new();
    let mut last = String::new();
    let mut wrong = Vec::new();
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{name}: {error}\n{xml}")) {
            Event::Start(start) => {
                let element = start.name().as_ref().to_owned();
                // A cell holds paragraphs and tables in any order.
                if let Some((parent, place)) = above.last_mut()
                    && parent != "w:tc"
                    && let Some((_, order)) = ORDER.iter().find(|(known, _)| known == parent)
                {
                    let own = element.trim_start_matches("w:");
                    match order.iter().position(|known| *known == own) {
                        None => wrong.push(format!("{name}: {element} in {parent}")),
                        Some(at) if at < *place => {
                            wrong.push(format!("{name}: {element} too late in {parent}"));
                        }
                        Some(at) => *place = at,
                    }
                }
                above.push((element, 0));
            }
            Event::End(end) => {
                let element = end.name().as_ref().to_owned();
                if ["w:tc", "w:ftr"].contains(&element.as_str()) && last != "w:p" {
                    wrong.push(format!("{name}: {element} does not end with a paragraph"));
                }
                above.pop();
                last = element;
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(above.is_empty(), "{name} ends inside {above:?}");
    wrong
}

#[test]
fn every_part_of_every_paper_is_xml_in_the_order_of_the_schema() {
    let mut wrong = Vec::new();
    for (name, paper) in samples::all() {
        for (part, xml) in parts(&paper, &House::default()) {
            wrong.extend(out_of_order(&format!("{name} {part}"), &xml));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn elements_out_of_order_are_seen() {
    let late = "<w:p><w:pPr><w:jc/><w:spacing/></w:pPr></w:p>";
    assert_eq!(out_of_order("x", late), ["x: w:spacing too late in w:pPr"]);
    assert_eq!(out_of_order("x", "<w:tc><w:tbl/></w:tc>").len(), 1);
    assert_eq!(out_of_order("x", "<w:rPr><w:vanish/></w:rPr>"), ["x: w:vanish in w:rPr"]);
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    for (name, paper) in samples::all() {
        assert!(docx(&paper, &House::default()) == docx(&paper, &House::default()), "{name}");
    }
}

#[test]
fn a_paper_says_its_title_author_language_and_day() {
    let core = part(&samples::minutes_zh(), "docProps/core.xml");
    for told in [
        "<dc:title>示例联盟第一届第四次联盟大会会议记录</dc:title>",
        "<dc:creator>示例联盟秘书处</dc:creator>",
        "<dc:language>zh-CN</dc:language>",
        ">2026-11-22T00:00:00Z</dcterms:created>",
    ] {
        assert!(core.contains(told), "{told} is not in {core}");
    }
    let core = part(&samples::minutes_en(), "docProps/core.xml");
    assert!(core.contains("Example Alliance Minutes</dc:title>"), "{core}");
    assert!(core.contains("<dc:language>en-GB</dc:language>"));
}

#[test]
fn an_official_page_has_the_margins_and_the_grid_of_the_standard() {
    let section = document(&samples::minutes_zh());
    // 37, 35 and 28 mm; the outer margin gives a fraction of a millimetre to the last character.
    assert!(section.contains("w:top=\"2098\" w:right=\"1457\" w:bottom=\"1984\" w:left=\"1587\""));
    assert!(section.contains("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"));
    let styles = part(&samples::minutes_zh(), "word/styles.xml");
    assert!(styles.contains("w:line=\"579\" w:lineRule=\"exact\"/><w:jc w:val=\"both\"/>"));
    assert!(styles.contains("<w:spacing w:val=\"-4\"/><w:sz w:val=\"32\"/>"));
    assert!(styles.contains("<w:ind w:firstLineChars=\"200\" w:firstLine=\"632\"/>"));
}

#[test]
fn faces_of_the_house_come_with_those_that_may_stand_in() {
    let fonts = part(&samples::minutes_zh(), "word/fontTable.xml");
    assert!(fonts.contains("<w:font w:name=\"仿宋_GB2312\"><w:altName w:val=\"仿宋,FangSong,"));
    assert!(fonts.contains("w:name=\"方正小标宋简体\""));
    assert!(fonts.contains("w:name=\"Times New Roman\""));
    let mut house = House::default();
    house.fonts.body = vec!["示例仿宋".to_owned()];
    let all = parts(&samples::minutes_zh(), &house);
    let said = all.iter().filter(|(_, xml)| xml.contains("示例仿宋")).count();
    assert_eq!(said, 2, "styles and the table of fonts");
}

#[test]
fn what_was_typed_is_escaped_and_control_characters_are_dropped() {
    let typed = "甲<乙>&\u{0}\u{8}\u{b}\u{1f}\u{fffe}\u{ffff}\u{202e}\"丙\"\t丁";
    let mut paper = of(Block::Para(typed.into()));
    paper.title = vec![typed.to_owned()];
    paper.author = typed.to_owned();
    paper.mark = Some(typed.to_owned());
    paper.foot = typed.to_owned();
    paper.push(Block::Labelled(typed.to_owned(), typed.into()));
    let said = "甲&lt;乙&gt;&amp;&quot;丙&quot; 丁";
    let all = parts(&paper, &House::default());
    for (name, xml) in &all {
        assert!(out_of_order(name, xml).is_empty());
        assert!(!xml.contains(['\u{0}', '\u{8}', '\u{1f}', '\u{fffe}', '\u{202e}']), "{name}");
    }
    let body = &all.iter().find(|(name, _)| name == "word/document.xml").unwrap().1;
    assert!(body.contains(said), "{body}");
}

#[test]
fn a_table_repeats_its_head_and_tears_no_row() {
    let xml = document(&samples::attendance(40));
    assert_eq!(xml.matches("<w:tblHeader/>").count(), 1);
    // The head, forty rows, and the line to be signed.
    assert_eq!(xml.matches("<w:cantSplit/>").count(), 42);
    assert!(xml.contains("w:orient=\"landscape\""));
}

#[test]
fn pages_are_numbered_outside_and_carry_the_line_of_origin() {
    let paper = samples::minutes_zh();
    for (name, side) in [("word/footer1.xml", "right"), ("word/footer2.xml", "left")] {
        let foot = part(&paper, name);
        assert!(foot.contains(&format!("<w:jc w:val=\"{side}\"/>")), "{name}");
        assert!(foot.contains(" PAGE ") && foot.contains("— ") && foot.contains(FOOT), "{name}");
    }
    assert!(part(&paper, "word/settings.xml").contains("<w:evenAndOddHeaders/>"));
    let ballot = part(&samples::ballot(), "word/footer1.xml");
    assert!(!ballot.contains("PAGE"), "a slip has no number");
}

#[test]
fn a_red_mark_stands_over_a_red_rule_35_mm_below_the_top() {
    let xml = document(&samples::resolution());
    assert!(xml.contains("<w:pStyle w:val=\"Mark\"/><w:spacing w:before=\"1984\""));
    assert!(
        xml.contains("<w:bottom w:val=\"single\" w:sz=\"16\" w:space=\"11\" w:color=\"C00000\"/>")
    );
    let plain = document(&samples::minutes_zh());
    assert!(!plain.contains("\"Mark\"") && !plain.contains("C00000"));
}

#[test]
fn a_mark_moves_up_where_that_keeps_the_signature_on_the_page() {
    let mut paper = of(Block::Para("会议决定：".into()));
    paper.mark = Some("示例联盟文件".to_owned());
    paper.number = Some("示联〔2026〕3号".to_owned());
    paper.push(Block::List(vec!["一、批准示例方案。".into(); 4]));
    paper
        .push(Block::Seal { name: "示例联盟".to_owned(), day: "2026年11月22日".to_owned() });
    let xml = document(&paper);
    assert!(xml.contains("<w:pStyle w:val=\"Mark\"/><w:spacing w:before=\"567\""), "10 mm");
}

#[test]
fn a_seal_has_its_room_and_stays_with_the_text_before_it() {
    let xml = document(&samples::resolution());
    let (before, after) = xml.split_once("w:hRule=\"atLeast\"/></w:trPr><w:tc>").unwrap();
    assert!(before.ends_with("<w:trHeight w:val=\"2551\" "), "4.5 cm");
    assert!(after.contains("<w:ind w:right=\"632\"/><w:jc w:val=\"right\"/>"), "two characters");
    let kept = before.rsplit("<w:p>").next().unwrap();
    assert!(kept.contains("<w:keepNext/>") && kept.contains("附件"), "{kept}");
}

#[test]
fn wrapped_names_begin_under_the_first_name() {
    let xml = document(&of(Block::Labelled("出席：".to_owned(), "示例企业一、示例企业二".into())));
    // Two characters in, then three of the label.
    assert!(xml.contains("<w:ind w:left=\"1600\" w:hanging=\"968\"/>"), "{xml}");
    assert!(xml.contains("w:eastAsia=\"黑体\"/></w:rPr><w:t xml:space=\"preserve\">出席：</w:t>"));
}

#[test]
fn two_languages_stand_side_by_side_without_lines() {
    let xml = document(&samples::minutes_both());
    let first = xml.split("<w:tbl>").nth(1).unwrap();
    let first = first.split("</w:tbl>").next().unwrap();
    assert_eq!(first.matches("<w:gridCol").count(), 2);
    assert!(!first.contains("tblBorders"));
    assert!(first.contains("地点") && first.contains("Place"));
    assert!(first.contains("\"LabelledEn\"") && first.contains("\"Heading1En\""));
}

#[test]
fn a_page_break_adds_no_empty_page_and_no_empty_line() {
    let mut paper = of(Block::Para("一".into()));
    paper.push(Block::PageBreak).push(Block::Para("二".into()));
    let xml = document(&paper);
    assert!(xml.contains("<w:pStyle w:val=\"BodyText\"/><w:pageBreakBefore/>"));
    paper.push(Block::PageBreak);
    assert_eq!(document(&paper), xml, "a break with nothing after it is none");
}

#[test]
fn marks_shared_by_two_scripts_take_the_width_of_their_neighbours() {
    let zh = document(&of(Block::Para("“成员”——是".into())));
    assert!(
        zh.contains(
            "<w:rFonts w:hint=\"eastAsia\"/></w:rPr><w:t xml:space=\"preserve\">“成员”——是"
        )
    );
    let mut paper = of(Block::Para("it doesn’t say “members”".into()));
    paper.tongue = Tongue::En;
    assert!(document(&paper).contains("<w:r><w:t xml:space=\"preserve\">it doesn’t say “members”"));
    let name = document(&of(Block::Para("代表（ئۇيغۇر）".into())));
    assert!(name.contains("<w:rtl/></w:rPr><w:t xml:space=\"preserve\">ئۇيغۇر</w:t>"), "{name}");
}

#[test]
fn runs_differ_by_face_and_a_gap_is_a_line() {
    let xml = document(&of(Block::Para(Text(vec![
        Run::Strong("24票".into()),
        Run::Kai("说明".into()),
        Run::Struck("旧".into()),
        Run::Gap(3),
    ]))));
    assert!(xml.contains("<w:b/><w:bCs/></w:rPr><w:t xml:space=\"preserve\">24</w:t>"));
    assert!(xml.contains("w:eastAsia=\"楷体_GB2312\""));
    assert!(xml.contains("<w:strike/>"));
    let blanks = "\u{a0}".repeat(12);
    assert!(xml.contains(&format!(
        "<w:u w:val=\"single\"/></w:rPr><w:t xml:space=\"preserve\">{blanks}<"
    )));
}

#[test]
fn small_print_under_the_last_rule_is_small() {
    let mut paper = of(Block::Plain("各成员单位：".into()));
    paper.push(Block::Rule).push(Block::Plain("章程：第1版".into()));
    let xml = document(&paper);
    assert!(xml.contains("<w:pStyle w:val=\"Line\"/><w:keepNext/></w:pPr><w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr><w:t xml:space=\"preserve\">各成员"));
    assert_eq!(xml.matches("<w:pStyle w:val=\"Origin\"/>").count(), 1);
}

#[test]
fn a_line_before_a_digest_is_not_pulled_apart() {
    let digest = "4f2a91c7d0b35e68a1f4c2978be06d135a9c7e42f81b60d3957ac4e12f8b06d1";
    let xml = document(&of(Block::Para(format!("文件摘要：{digest}").into())));
    assert!(xml.contains("<w:pStyle w:val=\"BodyText\"/><w:jc w:val=\"left\"/>"));
}

#[test]
fn a_long_english_title_is_broken_into_lines_of_like_length() {
    let mut paper = samples::minutes_en();
    paper.title = vec!["Fourth meeting of the first Assembly of the Example Alliance".into()];
    let xml = document(&paper);
    let title = xml.split("</w:p>").next().unwrap();
    assert_eq!(title.matches("<w:br/>").count(), 1, "{title}");
}

#[test]
fn a_house_of_impossible_measures_still_gives_a_paper() {
    for extreme in [0, u16::MAX] {
        let house = House {
            margins: [extreme; 4],
            grid: [extreme; 2],
            body: extreme,
            title: extreme,
            ..House::default()
        };
        for (name, paper) in samples::all() {
            for (part, xml) in parts(&paper, &house) {
                assert!(out_of_order(&format!("{name} {part}"), &xml).is_empty());
            }
        }
    }
}

#[test]
fn a_theme_stands_in_every_document_as_word_processors_expect() {
    let paper = of(Block::Para("一".into()));
    let relations = part(&paper, "word/_rels/document.xml.rels");
    assert!(relations.contains("relationships/theme\" Target=\"theme/theme1.xml\""), "{relations}");
    assert!(part(&paper, "[Content_Types].xml").contains("/word/theme/theme1.xml"));
    assert!(part(&paper, "word/theme/theme1.xml").contains("<a:clrScheme"));
}

#[test]
fn distribution_stands_left_and_its_day_right() {
    let xml = document(&of(Block::Imprint(vec!["示例联盟\t2026年11月22日印发".to_owned()])));
    let line = xml.split("<w:tab w:val=\"right\"").nth(1).unwrap();
    assert!(line.contains("<w:r><w:tab/></w:r>") && line.contains("印发"), "{line}");
}
