//! What lies on top: pages, menus, popups, the hall, languages and colours.

use super::{LARGE, SMALL, Size, Stage, everywhere, in_both, same};
use quorate::text::Lang;
use quorate::ui::theme::Kind;

fn amending(lang: Lang, size: Size) -> Stage {
    Stage::moved(lang, size, 4)
}

#[test]
fn the_articles_behind_what_is_chosen_are_one_key_away() {
    in_both("article", SMALL, amending, &["C-t", "PgDn", "End"]);
}

#[test]
fn help_and_commands_read_the_table_of_keys() {
    everywhere("help", amending, &["C-k", "PgDn"]);
    everywhere("menu", amending, &["C-p", "End"]);
}

#[test]
fn the_language_changes_at_a_key() {
    let mut stage = Stage::voting(Lang::Zh, SMALL, 4, "hands");
    stage.press("C-l");
    let english = Stage::voting(Lang::En, SMALL, 4, "hands");
    let pane = |stage: &Stage| {
        let screen = stage.screen();
        screen.lines().take(22).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(pane(&stage), pane(&english));
}

#[test]
fn colours_are_a_third_hint() {
    for (kind, name) in [(Kind::Dark, "dark"), (Kind::Light, "light"), (Kind::Mono, "mono")] {
        let mut stage = Stage::voting(Lang::Zh, SMALL, 4, "hands");
        stage.result(25, 2, 1);
        stage.paint(kind);
        same(&format!("styles-{name}"), &stage.styled());
    }
    let mut stage = Stage::new(Lang::Zh, SMALL);
    stage.press("C-p");
    super::debate::choose(&mut stage, "深色/浅色", "");
    // The machine without colours keeps to none.
    assert_eq!(stage.console.view.theme.kind, Kind::Mono);
    stage.paint(Kind::Dark);
    stage.press("C-p");
    super::debate::choose(&mut stage, "深色/浅色", "");
    assert_eq!(stage.console.view.theme.kind, Kind::Light);
}

#[test]
fn the_hall_is_shown_in_the_same_terminal() {
    everywhere("hall", |lang, size| Stage::voting(lang, size, 4, "hands"), &["C-o"]);
    let mut stage = Stage::voting(Lang::Zh, LARGE, 4, "hands");
    let before = stage.screen();
    stage.press("F2 F2");
    assert_eq!(stage.screen(), before);
    // Nothing typed at the hall view decides anything.
    let entries = stage.entries();
    stage.press("C-o 5 9 0 a Enter");
    assert_eq!(stage.entries(), entries);
}

/// The four sides of every popup, looked for in the cells that reach the terminal.
#[track_caller]
fn framed(stage: &Stage, what: &str) {
    let (h, w) = stage.glass().size();
    let (h, w) = (h.get(), w.get());
    let mut found = 0;
    for (x, y) in (0..h).flat_map(|y| (0..w).map(move |x| (x, y))) {
        if stage.cell(x, y) != "┏" {
            continue;
        }
        found += 1;
        let picture = stage.screen();
        let bottom = (y..h).find(|y| stage.cell(x, *y) == "┗");
        let bottom = bottom.unwrap_or_else(|| panic!("{what}: no foot\n{picture}"));
        let right = (x..w).find(|x| stage.cell(*x, bottom) == "┛");
        let right = right.unwrap_or_else(|| panic!("{what}: no right side\n{picture}"));
        assert_eq!(stage.cell(right, y), "┓", "{what}\n{picture}");
        for side in y + 1..bottom {
            for x in [x, right] {
                assert_eq!(stage.cell(x, side), "┃", "{what} at {x},{side}\n{picture}");
            }
        }
    }
    assert!(found > 0, "{what}: no popup on\n{}", stage.screen());
}

#[test]
fn a_popup_over_chinese_text_keeps_its_sides_at_every_column() {
    let mut stage = Stage::moved(Lang::Zh, LARGE, 1);
    for w in (78..=90).chain(114..=126) {
        stage.resize(w, 36);
        for (keys, what) in
            [("C-e", "note"), ("Esc C-p", "menu"), ("Esc 2", "method"), ("Esc C-t", "article")]
        {
            stage.press(keys);
            framed(&stage, &format!("{what} at {w}"));
        }
        stage.press("Esc C-q");
        framed(&stage, &format!("leaving at {w}"));
        stage.press("Esc");
    }
}

#[test]
fn the_cursor_is_at_the_caret_where_an_input_method_opens() {
    for lang in [Lang::Zh, Lang::En] {
        for size in [SMALL, LARGE] {
            let mut stage = Stage::new(lang, size);
            stage.press("'新疆'");
            after(&stage, "新疆");
            stage.press("Esc C-a '３ 7'");
            after(&stage, "３ 7");
            stage.press("Esc");
            let mut stage = Stage::moved(lang, size, 1);
            assert_eq!(stage.cursor(), None, "nothing can be typed here");
            stage.press("C-e '第九条ab'");
            after(&stage, "第九条ab");
            stage.press("Enter '修改'");
            after(&stage, "修改");
            // A popup above the form takes the cursor away with it.
            let mut stage = Stage::voting(lang, size, 2, "secret");
            stage.press("5 Tab '34' Tab '33' Tab '1' Tab '20' Tab '10' Tab '2' Enter");
            assert!(stage.notice_shown());
            assert_eq!(stage.cursor(), None, "\n{}", stage.screen());
        }
    }
}

/// The cursor stands right behind this text.
#[track_caller]
fn after(stage: &Stage, text: &str) {
    let (x, y) = stage.cursor().expect("a cursor");
    let row = &stage.lines()[usize::from(y)];
    let at = row.rfind(text).unwrap_or_else(|| panic!("no {text} in {row}"));
    let cells = quorate::ui::width::width(&row[..at + text.len()]);
    assert_eq!(usize::from(x), cells, "{row}");
}

#[test]
fn a_page_is_left_at_its_end_and_read_from_its_beginning() {
    let mut stage = Stage::moved(Lang::Zh, SMALL, 1);
    stage.press("C-k");
    let top = stage.screen();
    stage.press("End").press("20*PgUp");
    assert_eq!(stage.screen(), top, "paging back from the end gets nowhere");
}

#[test]
fn no_colour_is_left_behind_where_a_wide_character_stood() {
    let mut stage = Stage::voting(Lang::Zh, SMALL, 4, "hands");
    stage.paint(Kind::Dark);
    let keys = [
        "5 '30' C-s",
        "9",
        "C-z",
        "C-e",
        "'某代表' Esc",
        "0",
        "Tab",
        "C-p",
        "Esc Tab",
        "Space",
        "Esc C-l",
        "C-k",
        "Esc",
    ];
    let mut words =
        ["⚑ 会中基数有变", "a会中基数有变，退盟已获批准", "议毕", "a议毕"].iter().cycle();
    for keys in keys {
        stage.press(keys);
        // The line of what was done last, warning and not, one cell to the left and to the right.
        stage.console.view.said.text = (*words.next().unwrap()).to_owned();
        stage.console.view.said.warns = !stage.console.view.said.warns;
        stage.draw();
        let mut fresh = super::glass(SMALL);
        std::mem::swap(&mut fresh, &mut stage.terminal);
        stage.draw();
        let wanted = stage.styled();
        std::mem::swap(&mut fresh, &mut stage.terminal);
        assert_eq!(stage.styled(), wanted, "{keys}");
    }
}
