//! Keys: what is typed is text, what is shown works, and nobody leaves by accident.

use super::{LARGE, SMALL, Size, Stage};
use quorate::text::Lang;
use quorate::ui::draw::footer_keys;
use quorate::ui::view::Layer;
use serde_json::json;

#[test]
fn a_letter_typed_into_a_text_field_is_text() {
    let letters: String = (' '..='~').filter(|c| *c != '\'').collect::<String>() + "？！０９ｑ、。";
    let typed = format!("'{letters}'");
    let mut stage = Stage::moved(Lang::Zh, LARGE, 1);
    let before = stage.entries();
    for form in ["C-e", "3", "4", "7"] {
        stage.press(form).press(&typed).press(&typed);
        assert_eq!(stage.entries(), before, "{form}");
        assert_eq!(stage.console.view.layers.len(), 1, "{form}");
        assert!(!stage.left);
        stage.press("Esc");
    }
    let mut stage = Stage::new(Lang::Zh, LARGE);
    let before = stage.entries();
    stage.press("'abcdefghijklmnopqrstuvwxyz0123456789?'");
    assert_eq!(stage.entries(), before);
    assert!(stage.console.view.layers.is_empty());
    assert_eq!(stage.console.view.search.text(), "abcdefghijklmnopqrstuvwxyz0123456789?");
    // Figures take figures only, and a letter in them does nothing else.
    let mut stage = Stage::voting(Lang::Zh, LARGE, 1, "hands");
    stage.press("5").press(&typed);
    assert_eq!(stage.console.view.layers.len(), 1);
    assert!(!stage.left);
}

#[test]
fn digits_and_question_marks_of_either_width_do_the_same() {
    let mut narrow = Stage::moved(Lang::Zh, SMALL, 1);
    let mut wide = Stage::moved(Lang::Zh, SMALL, 1);
    for (a, b) in [
        ("2", "２"),
        ("1", "１"),
        ("5 '30'", "５ '３０'"),
        ("Enter Enter Enter 9", "Enter Enter Enter ９"),
        ("0", "０"),
    ] {
        narrow.press(a);
        wide.press(b);
        assert_eq!(narrow.screen(), wide.screen(), "{b}");
    }
    wide.press("？").sees("帮助");
    wide.press("Esc");
    narrow.press("?").sees("帮助");
}

#[test]
fn nobody_leaves_an_open_meeting_at_once() {
    for quit in ["C-c", "C-q"] {
        let mut stage = Stage::open(Lang::Zh, SMALL);
        stage.press(quit);
        assert!(!stage.left);
        assert!(matches!(stage.console.view.layers.last(), Some(Layer::AskLeave)));
        stage.press("a");
        assert!(!stage.left && stage.console.view.layers.is_empty());
        // Hammering the key does not do it either.
        stage.press(&format!("3*{quit}"));
        assert!(!stage.left);
        stage.press("Esc").press(quit).press("Enter");
        assert!(stage.left);
        // During a break as well; before and after the meeting nothing holds.
        let mut stage = Stage::open(Lang::Zh, SMALL);
        stage.act(json!({"do": "break"}));
        stage.press(quit);
        assert!(!stage.left);
        let mut stage = Stage::new(Lang::Zh, SMALL);
        stage.press(quit);
        assert!(stage.left);
    }
    // Over a form Ctrl-C throws nothing away.
    let mut stage = Stage::open(Lang::Zh, SMALL);
    stage.press("C-e '半句话' C-c").sees("半句话");
    assert!(!stage.left);
}

/// States of a meeting with the pane a person would be in.
#[allow(clippy::type_complexity, reason = "a table read once, right below")]
pub fn states() -> Vec<(&'static str, fn(Lang, Size) -> Stage)> {
    fn pane(mut stage: Stage, zh: &str, en: &str) -> Stage {
        stage.focus(zh, en);
        stage
    }
    vec![
        ("home", Stage::empty),
        ("door", Stage::new),
        ("opened", Stage::open),
        ("agenda", |l, s| pane(Stage::open(l, s), "议程", "Agenda")),
        ("motion", |l, s| Stage::moved(l, s, 5)),
        ("motion before the meeting", |l, s| pane(Stage::new(l, s), "议案", "Motion")),
        ("hands", |l, s| Stage::voting(l, s, 4, "hands")),
        ("roll call", |l, s| Stage::voting(l, s, 4, "roll_call")),
        ("secret", |l, s| Stage::voting(l, s, 4, "secret")),
        ("agenda while voting", |l, s| pane(Stage::voting(l, s, 4, "hands"), "议程", "Agenda")),
        ("counted", |l, s| {
            let mut stage = Stage::voting(l, s, 4, "hands");
            stage.act(json!({"do": "count", "yes": 25, "no": 2, "abstain": 1}));
            stage
        }),
        ("to be declared", |l, s| {
            let mut stage = Stage::voting(l, s, 4, "hands");
            stage.act(json!({"do": "count", "yes": 25, "no": 2, "abstain": 1}));
            stage.act(json!({"do": "close_vote"}));
            stage
        }),
        ("declared", |l, s| {
            let mut stage = Stage::voting(l, s, 4, "hands");
            stage.result(25, 2, 1);
            stage
        }),
        ("break", |l, s| {
            let mut stage = Stage::open(l, s);
            stage.act(json!({"do": "break"}));
            stage
        }),
        ("form", |l, s| {
            let mut stage = Stage::voting(l, s, 4, "secret");
            stage.press("5");
            stage
        }),
        ("menu", |l, s| {
            let mut stage = Stage::open(l, s);
            stage.press("C-p");
            stage
        }),
    ]
}

/// The key of the footer as this file writes it.
fn written(shown: &str) -> String {
    match shown.strip_prefix("Ctrl-") {
        Some(letter) => format!("C-{}", letter.to_lowercase()),
        None => shown.to_owned(),
    }
}

#[test]
fn the_footer_fits_in_both_languages_and_leads_to_everything() {
    for (name, state) in states() {
        let mut stage = state(Lang::Zh, SMALL);
        for lang in [Lang::Zh, Lang::En] {
            stage.console.view.lang = lang;
            stage.draw();
            let footer = stage.footer();
            assert!(quorate::ui::width::width(&footer) <= 80);
            // The way to all that has no room.
            let bare = stage.console.view.layers.is_empty();
            assert_eq!(footer.contains("Ctrl-P"), bare, "{name}: {footer}");
            // No label is cut: what stands in the footer is made of whole entries.
            let whole: String =
                shown(&stage).iter().map(|(key, label)| format!("{key}{label}")).collect();
            let picture = footer.replace(' ', "");
            assert_eq!(picture, whole.replace(' ', ""), "{name} {footer}");
            assert!(!whole.is_empty(), "{name}");
        }
    }
}

/// The keys for which the footer has room, and their labels.
fn shown(stage: &Stage) -> Vec<(String, String)> {
    let footer = stage.footer();
    let mut keys = footer_keys(&stage.console);
    keys.retain(|(key, label)| footer.contains(&format!("{key} {label}")));
    keys
}

#[test]
fn the_footer_shows_only_what_is_in_order() {
    for (name, state) in states() {
        let mut stage = state(Lang::Zh, SMALL);
        if !stage.console.view.layers.is_empty() {
            continue;
        }
        for (key, label) in shown(&stage) {
            let before = (stage.entries(), stage.console.view.focus);
            stage.press(&written(&key));
            if stage.left {
                stage = state(Lang::Zh, SMALL);
                continue;
            }
            assert!(
                !stage.notice_shown() && !stage.said().contains("现在没有可以这样处理的内容"),
                "{name}: {key} {label} is shown and not in order:\n{}",
                stage.screen()
            );
            stage.press("Esc");
            stage.console.view.focus = before.1;
            if stage.entries() != before.0 {
                stage = state(Lang::Zh, SMALL);
            }
        }
    }
}
