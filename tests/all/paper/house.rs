//! The style of the house: its document is true, and measures no page can have are refused.

use quorate::paper::House;
use std::fs;
use std::path::Path;

fn read(text: &str) -> Result<House, String> {
    toml::from_str(text).map_err(|error: toml::de::Error| error.to_string())
}

/// `docs/house.md`, and the blocks of TOML in it.
fn manual() -> (String, Vec<String>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/house.md");
    let text = fs::read_to_string(path).unwrap();
    let blocks = text.split("```toml\n").skip(1);
    let blocks = blocks.map(|rest| rest.split("```").next().unwrap().to_owned()).collect();
    (text, blocks)
}

#[test]
fn a_house_that_says_nothing_has_the_style_of_the_standard() {
    let house = read("").unwrap();
    assert_eq!(house, House::default());
    assert_eq!((house.margins, house.grid), ([37, 35, 28, 26], [22, 28]));
    assert_eq!((house.body, house.title), (32, 44));
}

#[test]
fn the_examples_of_the_manual_are_read_and_the_first_is_the_default() {
    let (_, blocks) = manual();
    assert_eq!(blocks.len(), 3, "defaults, an example, templates");
    assert_eq!(read(&blocks[0]).unwrap(), House::default(), "the table of defaults");
    let own = read(&blocks[1]).unwrap();
    assert_ne!(own, House::default());
    assert_eq!(own.fonts.title, House::default().fonts.title, "what is not said stays");
    assert_ne!(read(&blocks[2]).unwrap(), House::default());
}

#[test]
fn the_manual_names_every_key() {
    let (text, blocks) = manual();
    let all: toml::Table = blocks[0].parse().unwrap();
    let fonts = all["fonts"].as_table().unwrap().keys().map(|key| format!("fonts.{key}"));
    for key in all.keys().filter(|key| *key != "fonts").cloned().chain(fonts) {
        assert!(text.contains(&format!("| `{key}` |")), "{key} has no row");
    }
    assert_eq!(all.len(), 8);
}

#[test]
fn what_no_page_can_have_is_refused_with_its_place() {
    for (text, told) in [
        ("margins = [37, 35, 28, 100]", "页边距"),
        ("grid = [0, 28]", "每页行数"),
        ("body = 4", "正文字号"),
        ("title = 400", "标题字号"),
        ("red = \"red\"", "C00000"),
        ("margin = [1]", "unknown field `margin`"),
        ("[fonts]\nbody = []", "至少写一种字体"),
    ] {
        let error = read(text).unwrap_err();
        assert!(error.contains(told) && error.contains("line "), "{error}");
    }
}
