//! 按姓氏笔画为序: names in the order of their strokes, by hand-made examples and by laws.

// Helpers here stand outside test functions, where clippy allows it.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use quorate::text::strokes::{known, order, unknown};
use std::cmp::Ordering;
use std::path::Path;

const TABLE: &str = include_str!("../../assets/strokes.txt");

fn names(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

/// The names in order, parted by blanks.
fn sorted(text: &str) -> String {
    let names = names(text);
    let placed: Vec<&str> = order(&names).into_iter().map(|place| names[place].as_str()).collect();
    placed.join(" ")
}

/// Whether these names are in order, whatever order they are given in.
fn stand_as(text: &str) {
    let backwards: Vec<&str> = text.split_whitespace().rev().collect();
    assert_eq!(sorted(&backwards.join(" ")), text);
    assert_eq!(sorted(text), text);
}

#[test]
fn strokes_are_those_of_the_standard() {
    let by_hand = [
        ('一', "1"),
        ('乙', "5"),
        ('丁', "12"),
        ('刀', "53"),
        ('卜', "24"),
        ('王', "1121"),
        ('韦', "1152"),
        ('牛', "3112"),
        ('毛', "3115"),
        ('文', "4134"),
        ('方', "4153"),
        ('尹', "5113"),
        ('孔', "5215"),
        ('火', "4334"),
        ('马', "551"),
        ('女', "531"),
        ('甲', "25112"),
        ('丙', "12534"),
        ('北', "21135"),
        ('李', "1234521"),
        ('张', "5153154"),
        ('陈', "5215234"),
        ('凸', "21251"),
        ('必', "45434"),
        ('邶', "2113552"),
        ('德', "332122522114544"),
        ('皙', "1234331232511"),
        ('喆', "121251121251"),
        ('䶮', "135341134"),
        ('〇', "5"),
    ];
    for (letter, strokes) in by_hand {
        assert_eq!(known(letter), Some(strokes), "{letter}");
    }
    assert_eq!(known('A'), None);
    assert_eq!(known('，'), None);
}

#[test]
fn surnames_stand_by_number_then_by_kind_of_stroke() {
    stand_as("丁 卜 刀 马 王 韦 牛 毛 文 方 尹 孔");
    stand_as("丁 刁 刀");
    stand_as("李 杨 吴 何 沈 宋 张 陈 林");
    // The same strokes throughout: as the official list has them.
    stand_as("八 人 入");
}

#[test]
fn equal_surnames_go_by_the_next_character_and_the_shorter_first() {
    stand_as("候选人乙 候选人丁 候选人丙 候选人甲");
    stand_as("王 王一 王一一 王二 王文");
    stand_as("王芳 王明 张一");
    // Two surnames of the same strokes do not mix.
    stand_as("八一 八德 人一 人德");
    stand_as("代表01 代表02 代表10");
    stand_as("代表 代表01 代表一");
}

#[test]
fn dots_and_blanks_inside_a_name_do_not_count() {
    stand_as("示例·甲 示例别");
    let spaced = vec!["王　文".to_owned(), "王二".to_owned(), "王 一".to_owned()];
    assert_eq!(order(&spaced), [2, 1, 0]);
    assert_eq!(unknown(&names("示例·甲 A.·B（丙）")), []);
}

#[test]
fn what_the_table_does_not_have_stands_behind_and_is_named() {
    let strange = names("龘甲 Beta 䶮乙 alpha 王龘 丁甲 龘䨻 王二");
    assert_eq!(unknown(&strange), ['龘', '䨻']);
    assert_eq!(sorted(&strange.join(" ")), "丁甲 王二 䶮乙 王龘 龘甲 龘䨻 alpha Beta");
    assert_eq!(unknown(&names("王二 Beta")), []);
    assert_eq!(unknown(&[]), []);
    assert!(order(&[]).is_empty());
    assert_eq!(order(&[String::new(), "王".to_owned()]), [1, 0]);
}

#[test]
fn equal_names_stay_as_they_were_given() {
    assert_eq!(order(&names("王二 王一 王二 王一")), [1, 3, 0, 2]);
}

/// One line a character: the character, and strokes from 1 to 5; in the order of the custom.
#[test]
fn the_table_is_well_made() {
    assert!(TABLE.len() < 150_000);
    let mut last = (0, "");
    let mut met = std::collections::BTreeSet::new();
    for line in TABLE.lines() {
        let letter = line.chars().next().unwrap();
        let strokes = &line[letter.len_utf8()..];
        assert!(!strokes.is_empty() && strokes.chars().all(|s| ('1'..='5').contains(&s)), "{line}");
        assert!(met.insert(letter), "{letter} twice");
        assert_eq!(known(letter), Some(strokes));
        assert!(last <= (strokes.len(), strokes), "{line}");
        last = (strokes.len(), strokes);
    }
    assert!(met.len() > 7_500, "{}", met.len());
}

/// The Chinese texts of the samples are all known: what the program comes with can be put in order.
#[test]
fn the_characters_of_the_samples_are_known() {
    fn read(path: &Path, found: &mut String) {
        if path.is_dir() {
            for entry in path.read_dir().unwrap() {
                read(&entry.unwrap().path(), found);
            }
        } else {
            // A spreadsheet among the samples is no text; what is of it here is only its letters.
            found.push_str(&String::from_utf8_lossy(&std::fs::read(path).unwrap()));
        }
    }
    let mut text = String::new();
    for place in ["tests/data", "assets/charters", "assets/demo.jsonl"] {
        read(&Path::new(env!("CARGO_MANIFEST_DIR")).join(place), &mut text);
    }
    assert!(text.contains("喆䶮"));
    assert_eq!(unknown(&[text]), []);
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        "[一乙丁王人八入甲丙䶮龘〇]{0,4}",
        "[王 ·.A-Cz0-2٣龘]{0,4}",
        "[\u{4E00}-\u{9FFF}]{1,3}",
        "\\PC{0,4}",
    ]
}

/// How two names stand to each other, whichever is given first.
fn compared(a: &str, b: &str) -> Ordering {
    let pair = |one: &str, other: &str| order(&[one.to_owned(), other.to_owned()]);
    match (pair(a, b)[0], pair(b, a)[0]) {
        (0, 0) => Ordering::Equal,
        (0, _) => Ordering::Less,
        _ => Ordering::Greater,
    }
}

proptest! {
    #[test]
    fn the_order_is_a_permutation_and_keeps_what_is_equal(
        names in proptest::collection::vec(name(), 0..12),
    ) {
        let places = order(&names);
        let mut all = places.clone();
        all.sort_unstable();
        prop_assert_eq!(all, (0..names.len()).collect::<Vec<_>>());
        for pair in places.windows(2) {
            let stands = compared(&names[pair[0]], &names[pair[1]]);
            prop_assert_ne!(stands, Ordering::Greater);
            prop_assert!(stands == Ordering::Less || pair[0] < pair[1]);
        }
        let placed: Vec<String> = places.iter().map(|p| names[*p].clone()).collect();
        prop_assert_eq!(order(&placed), (0..names.len()).collect::<Vec<_>>());
    }

    #[test]
    fn the_order_is_total(a in name(), b in name(), c in name()) {
        prop_assert_eq!(compared(&a, &b), compared(&b, &a).reverse());
        if compared(&a, &b) != Ordering::Greater && compared(&b, &c) != Ordering::Greater {
            prop_assert_ne!(compared(&a, &c), Ordering::Greater);
        }
    }
}
