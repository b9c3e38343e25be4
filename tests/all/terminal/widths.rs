//! Measuring, shortening and wrapping of Chinese and English.

use proptest::prelude::*;
use quorate::ui::width::{pad_left, pad_right, shorten_middle, width, wrap};

#[test]
fn names_are_shortened_in_the_middle_and_padded_by_cells() {
    assert_eq!(shorten_middle("新疆示例质量技术中心", 20), "新疆示例质量技术中心");
    assert_eq!(shorten_middle("新疆示例质量技术中心", 13), "新疆示…术中心");
    assert_eq!(shorten_middle("新疆示例质量技术中心", 1), "…");
    assert_eq!(shorten_middle("新疆", 0), "");
    assert_eq!(pad_right("到会", 6), "到会  ");
    assert_eq!(pad_left("25", 4), "  25");
    assert_eq!(pad_left("到会", 3), "到会");
}

#[test]
fn wrapping_minds_chinese_and_english() {
    assert_eq!(
        wrap("第九条第二款“每年召开一次”修改。", 14),
        ["第九条第二款", "“每年召开一次”", "修改。"]
    );
    assert_eq!(wrap("请不同意的举手。", 14), ["请不同意的举", "手。"]);
    assert_eq!(wrap("the chair rules", 9), ["the chair", "rules"]);
    assert_eq!(wrap("don’t stop", 4), ["don’", "t", "stop"]);
    assert_eq!(wrap("I don’t", 5), ["I", "don’t"]);
    assert_eq!(wrap("一\n\n二", 8), ["一", "", "二"]);
    assert_eq!(wrap("", 8), [""]);
    assert_eq!(wrap("一二三——四……", 7), ["一二三", "——四……"]);
    assert_eq!(wrap("赞成 ", 8), ["赞成 "]);
}

/// Chinese and English text with all its marks, as people write it and worse.
pub fn prose() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[一二三疆通过成]{1,6}",
        "[a-z]{1,6}",
        "[0-9]{1,3}",
        Just(" ".to_owned()),
        Just("\n".to_owned()),
        prop::sample::select(vec![
            "，", "。", "“", "”", "（", "）", "、", "；", "《", "》", "——", "……", "e\u{301}"
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn wrapping_loses_nothing_and_never_overflows(text in prose(), to in 2usize..40) {
        let lines = wrap(&text, to);
        for line in &lines {
            prop_assert!(width(line) <= to, "{line:?} in {to}");
        }
        let bare = |s: &str| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        prop_assert_eq!(bare(&lines.concat()), bare(&text));
    }

    #[test]
    fn no_line_begins_or_ends_with_the_wrong_mark(words in prop::collection::vec("[一二三通过]{2,4}(，|。|”|）|、)?", 1..20), open in any::<bool>()) {
        let text = words.join(if open { "“" } else { "（" });
        for line in wrap(&text, 16) {
            prop_assert!(!line.starts_with(['，', '。', '”', '）', '、']), "{line}");
            prop_assert!(!line.ends_with(['“', '（']), "{line}");
        }
    }

    #[test]
    fn shortening_fits_and_keeps_both_ends(name in "[新疆质量a-z ]{0,30}", to in 0usize..40) {
        let short = shorten_middle(&name, to);
        prop_assert!(width(&short) <= to);
        if width(&name) > to && to >= 5 {
            let (head, tail) = short.split_once('…').unwrap();
            prop_assert!(!head.is_empty() && !tail.is_empty());
            prop_assert!(name.starts_with(head) && name.ends_with(tail));
            prop_assert!(width(&short) + 1 >= to);
        }
    }
}
