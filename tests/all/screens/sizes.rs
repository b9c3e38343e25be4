//! Any window: nothing panics, nothing is cut silently, and one that is too small says so.

use super::keys::states;
use super::{LARGE, Stage};
use quorate::text::Lang;
use quorate::ui::draw::SMALLEST;

#[test]
fn every_size_draws() {
    let widths = [1, 2, 59, 60, 61, 80, 81, 110, 111, 130];
    let heights = [1, 3, 15, 16, 24, 30, 40];
    for (place, (_, state)) in states().into_iter().enumerate() {
        let lang = [Lang::Zh, Lang::En, Lang::Both][place % 3];
        let mut stage = state(lang, LARGE);
        for (w, h) in widths.into_iter().flat_map(|w| heights.map(|h| (w, h))) {
            stage.resize(w, h);
        }
        stage.resize(120, 36);
        stage.press("Esc C-o");
        for (w, h) in
            [(1, 1), (20, 5), (60, 16), (61, 17), (79, 23), (80, 24), (110, 30), (130, 40)]
        {
            stage.resize(w, h);
        }
    }
}

#[test]
fn a_window_too_small_says_what_is_needed() {
    let (w, h) = SMALLEST;
    let mut stage = Stage::open(Lang::Zh, (w - 1, h));
    stage.sees(&format!("至少需要{w}x{h}"));
    stage.resize(w, h - 1);
    stage.sees(&format!("至少需要{w}x{h}"));
    stage.resize(w, h);
    stage.sees_not("至少需要");
    stage.press("C-l").resize(20, 8);
    assert!(stage.screen().replace('\n', " ").contains(&format!("{w}x{h}")));
    // What is typed meanwhile is not lost, and the picture comes back.
    let mut stage = Stage::open(Lang::Zh, LARGE);
    stage.press("C-e '半句'").resize(20, 8);
    stage.press("'话'").resize(120, 36);
    stage.sees("半句话");
}

#[test]
fn names_are_whole_or_say_that_they_are_not() {
    let mut stage = Stage::open(Lang::Zh, LARGE);
    let members = &stage.console.ledger.book.members;
    let names: Vec<(u32, String)> =
        members.iter().map(|(unit, m)| (*unit, m.entry.name.clone())).collect();
    for w in (SMALLEST.0..=130).step_by(3) {
        stage.resize(w, 36);
        let mut rows = 0;
        for row in stage.lines() {
            let row = row.split(['┃', '│']).nth(1).unwrap_or_default();
            let mut words = row.trim_start_matches('▸').split_whitespace();
            let Some(unit) = words.next().and_then(|u| u.parse::<u32>().ok()) else {
                continue;
            };
            let Some((_, name)) = names.iter().find(|(u, _)| *u == unit) else {
                continue;
            };
            rows += 1;
            assert!(row.contains(name.as_str()) || row.contains('…'), "{w}: {row}");
        }
        assert!(rows > 10, "{w}:\n{}", stage.screen());
    }
}
