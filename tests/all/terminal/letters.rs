//! Big letters.

use proptest::prelude::*;
use quorate::ui::big::{self, Scale};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::widths::prose;

fn drawn(text: &str, scale: Scale) -> Vec<String> {
    let (width, height) = big::measure(text, scale);
    let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
    let area = buf.area;
    big::draw(&mut buf, area, text, scale, Style::default());
    (0..height)
        .map(|y| (0..width).map(|x| buf[(x, y)].symbol()).collect::<String>().trim_end().to_owned())
        .collect()
}

#[test]
fn a_big_letter_has_the_shape_of_its_letter() {
    insta::assert_snapshot!(drawn("中", Scale::Full).join("\n"), @r"
         █
         █
    █▀▀▀▀█▀▀▀▀█
    █    █    █
    █    █    █
    █▀▀▀▀█▀▀▀▀█
         █
         █
    ");
    insta::assert_snapshot!(drawn("过", Scale::Compact).join("\n"), @r"
     ▖   ▐
     ▐▗▄▄▟▄▖
         ▐
    ▀▜ ▚ ▐
     ▐ ▝ ▐
     ▐  ▗▐
     ▞▖  ▘
    ▝ ▝▀▀▀▀▘
    ");
}

#[test]
fn the_words_of_the_hall_are_all_there() {
    assert_eq!(big::measure("通过", Scale::Full), (32, 8));
    assert_eq!(big::measure("赞成 25", Scale::Full), (56, 8));
    assert_eq!(big::measure("通过", Scale::Compact), (16, 8));
    assert_eq!(big::measure("通过\n未获通过", Scale::Double), (128, 32));
    assert_eq!(big::measure("", Scale::Full), (0, 8));
    for letter in "通过未获赞成反对弃权到会有效暂停喆镕垚堃㛃䶮0123456789".chars()
    {
        for scale in [Scale::Compact, Scale::Full, Scale::Double] {
            let ink = drawn(&letter.to_string(), scale).concat();
            assert!(ink.chars().filter(|c| *c != ' ').count() > 6, "{letter} {scale:?}");
        }
    }
}

#[test]
fn a_letter_without_a_bitmap_is_drawn_small_in_its_place() {
    assert_eq!(big::measure("王𬭎", Scale::Full), (32, 8));
    let mut buf = Buffer::empty(Rect::new(0, 0, 32, 8));
    let area = buf.area;
    big::draw(&mut buf, area, "王𬭎", Scale::Full, Style::default());
    assert_eq!(buf[(23, 3)].symbol(), "𬭎");
    // Even where its block is cut off.
    let mut buf = Buffer::empty(Rect::new(0, 0, 20, 2));
    let area = buf.area;
    big::draw(&mut buf, area, "王𬭎", Scale::Full, Style::default());
    assert!(buf.content.iter().any(|cell| cell.symbol() == "𬭎"));
}

#[test]
fn big_letters_are_cut_at_any_edge_without_harm() {
    for width in 0..40 {
        for height in 0..18 {
            let mut buf = Buffer::empty(Rect::new(0, 0, 30, 12));
            for scale in [Scale::Compact, Scale::Full, Scale::Double] {
                big::draw(
                    &mut buf,
                    Rect::new(3, 1, width, height),
                    "通𬭎过\n5",
                    scale,
                    Style::default(),
                );
            }
        }
    }
}

proptest! {
    #[test]
    fn big_letters_fit_the_lines_they_are_wrapped_into(text in prose(), width in 16u16..120) {
        for scale in [Scale::Compact, Scale::Full] {
            for line in big::wrap_big(&text, width, scale) {
                prop_assert!(big::measure(&line, scale).0 <= width);
            }
        }
    }
}
