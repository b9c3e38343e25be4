//! Forms: what adds up is said while it is typed, what is wrong stands at its field, and nothing typed is lost.

use super::{LARGE, SMALL, Size, Stage, everywhere, sample};
use quorate::record::{Command, Request, in_order};
use quorate::text::Lang;
use quorate::ui::check::{State, parts};
use quorate::ui::console::Console;
use quorate::ui::form::Form;
use quorate::ui::next;
use quorate::ui::view::{Layer, View};
use serde_json::json;

fn form(stage: &Stage) -> &Form {
    match stage.console.view.layers.last() {
        Some(Layer::Form(form)) => form,
        other => panic!("no form but {other:?} on:\n{}", stage.screen()),
    }
}

#[test]
fn a_count_leaves_the_tally_and_the_words_of_the_presider_in_sight() {
    let hands = |l: Lang, s: Size| Stage::voting(l, s, 4, "hands");
    everywhere("count-form", hands, &["5", "'20' Enter '5'", "Enter '33' Enter", "Esc"]);
    let secret = |l: Lang, s: Size| Stage::voting(l, s, 4, "secret");
    everywhere(
        "ballots-form",
        secret,
        &["5", "Enter '36' Enter '30'", "Enter '6' Enter '25' Enter '9' Enter"],
    );
    for (lang, words) in [
        (Lang::Zh, ["主持人：", "弃权的请举手", "赞成", "须 24"]),
        (Lang::En, ["The presider says:", "abstaining", "in favour", "24 short"]),
    ] {
        for size in [SMALL, LARGE, (200, 50)] {
            let mut stage = Stage::voting(lang, size, 4, "hands");
            stage.press("5 '20'");
            for text in words {
                stage.sees(text);
            }
        }
    }
}

/// What the form says is what the record will say.
#[test]
fn the_line_under_the_figures_agrees_with_the_record() {
    let figures = [0, 1, 3, 31, 33, 34, 35, 40];
    let mut stage = Stage::voting(Lang::Zh, LARGE, 4, "secret");
    let mut judged = [0, 0];
    for (issued, recovered) in figures.iter().flat_map(|a| figures.map(|b| (*a, b))) {
        for (valid, yes) in [(recovered, recovered), (1, 1), (3, 1), (31, 30), (33, 34)] {
            let (invalid, no) = (recovered - recovered.min(valid), valid - valid.min(yes));
            stage.press("5");
            let Some(Layer::Form(form)) = stage.console.view.layers.last_mut() else {
                panic!("no form");
            };
            for (key, figure) in [
                ("issued", issued),
                ("recovered", recovered),
                ("valid", valid),
                ("invalid", invalid),
                ("yes", yes),
                ("no", no),
                ("abstain", 0),
            ] {
                form.set(key, &figure.to_string());
            }
            let form = form.clone();
            let (book, now) = (&stage.console.ledger.book, stage.now);
            let meeting = stage.console.meeting().unwrap();
            let said = parts(&form, Lang::Zh, book, meeting, now);
            let wrong = said.iter().any(|p| p.state == State::Wrong);
            let command: Command = serde_json::from_value(json!({
                "do": "ballots", "issued": issued, "recovered": recovered, "valid": valid,
                "invalid": invalid, "yes": yes, "no": no, "abstain": 0
            }))
            .unwrap();
            let refused = in_order(book, &Request::new(now, command.clone())).is_err();
            assert_eq!(wrong, refused, "{command:?}: {said:?}");
            judged[usize::from(refused)] += 1;
            stage.console.view.layers.clear();
        }
    }
    assert!(judged.iter().all(|n| *n > 20), "{judged:?}");
}

#[test]
fn what_is_wrong_stands_under_its_field_and_the_caret_is_there() {
    let mut stage = Stage::new(Lang::Zh, SMALL);
    stage.act(json!({"do": "sign_in_all", "except": []}));
    stage.press("C-g");
    // Nobody's name is offered as the recorder before there was one.
    assert_eq!(form(&stage).text("recorder"), "");
    stage.press("C-s").sees("请写明谁做记录");
    let (_, y) = stage.cursor().unwrap();
    assert!(stage.lines()[usize::from(y)].contains("记录人"));
    assert!(stage.lines()[usize::from(y) + 1].contains("请写明谁做记录"));
    stage.press("'示例记录人'").sees_not("请写明谁做记录");
    stage.press("C-s");
    assert!(stage.console.view.layers.is_empty());
    // What the record refuses is marked as well, behind the notice.
    let mut stage = Stage::moved(Lang::Zh, SMALL, 4);
    stage.press("7 '99' Tab '示例事由' C-s");
    assert!(stage.notice_shown());
    stage.press("Esc");
    assert_eq!(form(&stage).fault.as_ref().map(|f| f.key), Some("unit"));
    assert_eq!(form(&stage).at, 0);
}

#[test]
fn the_recorder_of_the_last_meeting_is_offered() {
    let mut stage = Stage::voting(Lang::Zh, SMALL, 1, "hands");
    stage.result(30, 2, 1);
    stage.press("C-p");
    super::debate::choose(&mut stage, "更换记录人", "");
    assert_eq!(form(&stage).text("recorder"), "");
    let book = &stage.console.ledger.book;
    let charter = book.charter.clone().unwrap();
    let meeting = stage.console.meeting().unwrap();
    let call = quorate::ui::forms::call_to_order(Lang::En, book, &charter, meeting);
    assert_eq!(call.text("recorder"), "秘书甲");
}

#[test]
fn a_form_left_and_opened_again_has_what_was_typed() {
    let mut stage = Stage::moved(Lang::Zh, SMALL, 4);
    stage.press("C-e '半句话' Esc").sees("填写的内容留着");
    stage.press("C-e").sees("半句话").sees("已找回");
    // The language of the screen and another form change nothing about that.
    stage.press("Esc C-l 3").sees_not("半句话");
    stage.press("Esc C-e").sees("半句话");
    stage.press("C-s C-e");
    assert_eq!(form(&stage).text("text"), "");
    stage.press("Esc");
    assert!(stage.console.view.kept.is_empty());
    // The same form of another motion or vote is another form.
    let mut stage = Stage::voting(Lang::Zh, SMALL, 1, "hands");
    stage.press("5 '20' Esc 5");
    assert_eq!(form(&stage).text("yes"), "20");
    stage.press("Esc 8 '示例理由' C-s");
    stage.vote("hands");
    stage.press("5");
    assert_eq!(form(&stage).text("yes"), "");
    // What a form offers of itself is nothing typed.
    let mut stage = Stage::moved(Lang::Zh, SMALL, 4);
    stage.press("4 Esc");
    assert!(stage.console.view.kept.is_empty());
}

#[test]
fn forms_that_were_left_are_kept_beside_the_book() {
    let path = std::env::temp_dir().join(format!("quorate-left-{}.book", std::process::id()));
    let (ledger, _) = sample();
    let mut console = Console::new(ledger, View::plain(Lang::Zh), Some(path.clone()));
    let now = super::NOW.parse().unwrap();
    let mut press = |keys: &str| {
        for key in super::notation(keys) {
            let _ = console.handle(quorate::ui::term::Msg::Key(key), now);
        }
        let _ = console.handle(quorate::ui::term::Msg::Tick, now);
    };
    let kept = || quorate::store::draft_file::load(&path).unwrap().unwrap_or_default();
    press("C-e '先前的话' Esc");
    assert!(kept().values().any(|text| text == "先前的话"));
    // A second form, open: both are there.
    press("C-a '3 7'");
    assert_eq!(kept().len(), 2);
    press("Esc C-e C-s");
    assert!(!kept().values().any(|text| text == "先前的话"), "entered");
    assert!(kept().values().any(|text| text == "3 7"), "left");
    press("C-a C-s");
    assert!(quorate::store::draft_file::load(&path).unwrap().is_none());
}

#[test]
fn an_amendment_is_voted_before_its_motion() {
    let mut stage = Stage::moved(Lang::Zh, SMALL, 4);
    stage.press("3 '改一处' Tab '示例全文' C-s");
    let step =
        |stage: &Stage| next::step(&stage.console.ledger.book, stage.console.meeting().unwrap());
    assert_eq!(step(&stage), Some(quorate::ui::keys::Action::VoteAmendment));
    // Also with the motion looked at: its own vote is not offered then.
    stage.press("8");
    assert!(!stage.footer().contains("开始表决"), "{}", stage.footer());
    stage.press("C-g 1");
    assert!(!stage.notice_shown(), "{}", stage.screen());
    let voted = stage.console.meeting().unwrap().votes.last().unwrap().motion;
    assert!(stage.console.meeting().unwrap().motion(voted).unwrap().amends.is_some());
    stage.act(json!({"do": "count", "yes": 30, "no": 0, "abstain": 0}));
    stage.press("C-g C-g");
    assert_eq!(step(&stage), Some(quorate::ui::keys::Action::OpenVote));
    // Withdrawn it does not wait either.
    let mut stage = Stage::moved(Lang::Zh, SMALL, 4);
    stage.press("3 '改一处' Tab '示例全文' C-s 5");
    assert_eq!(step(&stage), Some(quorate::ui::keys::Action::OpenVote));
}

#[test]
fn a_command_is_found_by_letters_pinyin_and_both_languages() {
    for (lang, typed, found) in [
        (Lang::Zh, "'gzps'", "更正票数"),
        (Lang::Zh, "'票数'", "更正票数"),
        (Lang::Zh, "'correct a count'", "更正票数"),
        (Lang::En, "'count'", "correct a count"),
        (Lang::En, "'gzps'", "correct a count"),
    ] {
        let mut stage = Stage::voting(lang, SMALL, 1, "hands");
        stage.result(30, 2, 1);
        stage.press("C-p").press(typed).sees(found);
        let Some(Layer::Menu(menu)) = stage.console.view.layers.last() else {
            panic!("no menu");
        };
        assert!(menu.shown().len() < menu.lines.len() / 2, "{typed}");
        stage.press("C-h Esc");
        assert!(matches!(stage.console.view.layers.last(), Some(Layer::Menu(_))));
        stage.press("Esc");
        assert!(stage.console.view.layers.is_empty());
    }
    // Nothing found does nothing, and a digit does what its line says.
    let mut stage = Stage::voting(Lang::Zh, SMALL, 1, "hands");
    stage.press("C-p 'zzz' Enter").sees("没有这样的命令");
    stage.press("5").sees("录入举手票数");
}

#[test]
fn every_field_of_every_form_is_whole_or_reached() {
    for lang in [Lang::Zh, Lang::En, Lang::Both] {
        for size in [(60, 16), SMALL, LARGE, (200, 50)] {
            for keys in ["C-e", "3", "4", "7", "C-p 'jl' Enter"] {
                let mut stage = Stage::moved(lang, size, 4);
                stage.press(keys);
                let Some(Layer::Form(form)) = stage.console.view.layers.last() else { continue };
                for row in 0..form.rows.len() {
                    stage.draw();
                    let at = self::form(&stage).at;
                    assert_eq!(at, row, "{keys}");
                    let (x, y) = stage.cursor().expect("a cursor");
                    let (w, h) = size;
                    assert!(x < w && y < h);
                    stage.press("Tab");
                }
            }
        }
    }
}
