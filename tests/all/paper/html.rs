//! HTML: one file that stands alone, marked for its languages, escaped, and ruled for the printer.

use super::samples::{self, FOOT};
use quorate::paper::html::html;
use quorate::paper::{Block, House, Look, Paper, Tongue};

fn page(paper: &Paper) -> String {
    html(paper, &House::default())
}

#[test]
fn nothing_is_loaded_and_nothing_runs() {
    for (name, paper) in samples::all() {
        let page = page(&paper);
        for outside in ["<script", "http:", "https:", "src=", "<link", "url(", "@import"] {
            assert!(!page.contains(outside), "{name}: {outside}");
        }
        assert!(page.contains("default-src 'none'"), "{name}");
    }
}

#[test]
fn the_same_paper_gives_the_same_page() {
    for (name, paper) in samples::all() {
        assert_eq!(page(&paper), page(&paper), "{name}");
    }
}

#[test]
fn elements_are_closed_in_the_order_they_were_opened() {
    for (name, paper) in samples::all() {
        let page = page(&paper);
        let body = page.split_once("<body").unwrap().1;
        let mut open: Vec<&str> = vec!["body"];
        for tag in body.split('<').skip(1) {
            let tag = tag.split('>').next().unwrap();
            let element = tag.trim_start_matches('/').split(' ').next().unwrap();
            if ["col", "hr", "br"].contains(&element) {
                continue;
            }
            if tag.starts_with('/') {
                if element != "html" {
                    assert_eq!(open.pop(), Some(element), "{name}");
                }
            } else {
                open.push(element);
            }
        }
        assert!(open.is_empty(), "{name}: {open:?}");
    }
}

#[test]
fn what_was_typed_is_text_and_never_markup() {
    let typed = "<b onclick=\"x\">&\u{0}\u{1b}\u{202e}'甲'</b></style><script>";
    let mut paper = Paper::new(
        Look::Official,
        Tongue::Zh,
        vec![typed.to_owned()],
        typed.to_owned(),
        samples::day(),
    );
    paper.foot = typed.to_owned();
    paper.mark = Some(typed.to_owned());
    paper.push(Block::Para(typed.into())).push(Block::Labelled(typed.into(), typed.into()));
    paper.push(Block::Quote(vec![typed.to_owned()]));
    let page = page(&paper);
    assert!(!page.contains("<b onclick") && !page.contains("<script"));
    assert_eq!(page.matches("</style>").count(), 1);
    assert!(!page.contains(['\u{0}', '\u{1b}', '\u{202e}']));
    let said =
        "&lt;b onclick=&quot;x&quot;&gt;&amp;&#39;甲&#39;&lt;/b&gt;&lt;/style&gt;&lt;script&gt;";
    assert!(page.contains(&format!("<p>{said}</p>")), "{page}");
}

#[test]
fn every_passage_says_its_language() {
    let both = page(&samples::minutes_both());
    assert!(both.starts_with("<!DOCTYPE html>\n<html lang=\"zh-CN\">"));
    assert!(both.contains("</div>\n<div lang=\"en-GB\">\n"));
    assert!(both.contains("<span class=\"line\" lang=\"en-GB\">Minutes</span>"));
    // Nobody signs twice: what is signed for is said in both languages.
    assert_eq!(both.matches("<div class=\"sign\"").count(), 1);
    let en = page(&samples::minutes_en());
    assert!(en.contains("<html lang=\"en-GB\">") && !en.contains("lang=\"zh-CN\""));
}

#[test]
fn the_page_is_printed_with_margins_numbers_and_the_line_of_origin() {
    let zh = page(&samples::minutes_zh());
    assert!(zh.contains("@page{size:A4;margin:37mm 26mm 35mm 28mm}"));
    assert!(zh.contains("@page :left{margin:37mm 28mm 35mm 26mm}"));
    assert!(zh.contains("counter(page)") && zh.contains("thead{display:table-header-group}"));
    // On every page by the printer's rules, and once in the text for who reads it on a screen.
    assert_eq!(zh.matches(FOOT).count(), 3);
    assert!(page(&samples::attendance(3)).contains("size:A4 landscape"));
    assert!(!page(&samples::ballot()).contains("counter(page)"), "a slip has no number");
}

#[test]
fn a_table_has_a_head_a_caption_and_its_widths() {
    let zh = page(&samples::minutes_zh());
    assert!(zh.contains("<caption>理事选举得票</caption>"));
    assert!(zh.contains("<thead>\n<tr><th scope=\"col\">序号</th>"));
    assert!(zh.contains("<col style=\"width:8.16%\">"), "8 of 98");
    assert!(zh.contains("<tr class=\"strong\">"));
}

#[test]
fn rules_of_the_house_come_last_and_do_not_break_out() {
    let css = "h1{color:green}/* </style><script>x</script> */".to_owned();
    let house = House { css, ..House::default() };
    let page = html(&samples::ballot(), &house);
    assert_eq!(page.matches("</style>").count(), 1);
    assert!(page.contains("h1{color:green}"));
    assert!(page.find("h1{color:green}") > page.find("@media print"));
}

#[test]
fn every_line_of_a_title_stands_in_the_middle() {
    let page = page(&samples::minutes_both());
    assert!(page.contains("h1 .line{display:block;text-align:center}"));
}

#[test]
fn headings_go_down_a_level_at_a_time() {
    for (name, paper) in samples::all() {
        let page = page(&paper);
        let levels = page.match_indices("<h").filter_map(|(at, _)| page[at + 2..].chars().next());
        let mut last = 1;
        for level in levels.filter_map(|c| c.to_digit(10)) {
            assert!(level <= last + 1, "{name}: h{level} after h{last}");
            last = level;
        }
    }
}
