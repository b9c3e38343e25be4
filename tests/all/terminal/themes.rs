//! Every role in every theme: defined, readable, and without colour where colour is not wanted.

use quorate::ui::theme::{self, Depth, Kind, Role, Theme};
use ratatui::style::{Color, Modifier};

use super::screen;

fn themes() -> impl Iterator<Item = Theme> {
    let kinds = [Kind::Dark, Kind::Light, Kind::Hall, Kind::Mono];
    kinds.into_iter().flat_map(|kind| {
        [Depth::True, Depth::Indexed, Depth::Basic].map(|depth| Theme { kind, depth })
    })
}

#[test]
fn every_role_has_a_foreground_and_highlights_a_ground_too() {
    for theme in themes() {
        for role in Role::ALL {
            let style = theme::style(theme, role);
            assert!(style.fg.is_some(), "{theme:?} {role:?}");
            assert_eq!(style.bg.is_some(), role.is_highlight(), "{theme:?} {role:?}");
            assert!(theme.kind == Kind::Mono || style.fg != style.bg, "{theme:?} {role:?}");
            assert!(
                theme.kind != Kind::Hall || !style.add_modifier.contains(Modifier::DIM),
                "{role:?}"
            );
        }
    }
}

#[test]
fn without_colour_no_colour_is_sent() {
    let mut terminal = screen(60, 32, false);
    let theme = Theme { kind: Kind::Mono, depth: Depth::True };
    terminal
        .draw(|frame| {
            for (y, role) in (0..).zip(Role::ALL) {
                frame.buffer_mut().set_string(0, y, "通过 carried", theme::style(theme, role));
            }
        })
        .unwrap();
    let sent = String::from_utf8(terminal.backend().out().bytes.clone()).unwrap();
    let sequences = sent.split("\x1b[").filter_map(|part| part.split_once('m'));
    for code in sequences.flat_map(|(codes, _)| codes.split(';')) {
        let colour = code.parse::<u8>().is_ok_and(|n| matches!(n, 30..=38 | 40..=48 | 90..=107));
        assert!(!colour, "{code}");
    }
    assert!(sent.contains("\x1b[7m") && sent.contains("\x1b[1m"));
}

/// The contrast of two colours by WCAG: from 1 to 21.
#[allow(clippy::float_arithmetic)]
fn contrast(a: Color, b: Color) -> f64 {
    let light = |c: Color| {
        let Color::Rgb(r, g, b) = c else { panic!("{c} is not a 24 bit colour") };
        let part = |v: u8| {
            let v = f64::from(v) / 255.0;
            if v <= 0.04045 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
    };
    let (a, b) = (light(a), light(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn every_role_is_readable_on_its_grounds() {
    for (kind, least) in [(Kind::Dark, 4.5), (Kind::Light, 4.5), (Kind::Hall, 7.0)] {
        let look = |role| theme::style(Theme { kind, depth: Depth::True }, role);
        for role in Role::ALL {
            let style = look(role);
            let fg = style.fg.unwrap();
            // Lines are not read; they need be seen only.
            let line = matches!(role, Role::PaneBorder | Role::Track | Role::HallTrack);
            let grounds = match style.bg {
                Some(own) => vec![(own, least)],
                None if line => vec![(look(Role::Text).bg.unwrap(), 2.5)],
                None if format!("{role:?}").starts_with("Hall") => {
                    vec![(look(Role::HallText).bg.unwrap(), least)]
                }
                None => [(Role::Text, least), (Role::Popup, least), (Role::Selection, 4.0)]
                    .map(|(ground, least)| (look(ground).bg.unwrap(), least))
                    .to_vec(),
            };
            for (ground, least) in grounds {
                assert!(
                    contrast(fg, ground) >= least,
                    "{kind:?} {role:?} on {ground}: {}",
                    contrast(fg, ground)
                );
            }
        }
    }
}

#[test]
fn the_number_of_colours_is_judged_by_the_environment() {
    assert_eq!(Depth::read(Some("truecolor"), Some("xterm")), Depth::True);
    assert_eq!(Depth::read(None, Some("xterm-256color")), Depth::Indexed);
    assert_eq!(Depth::read(None, Some("linux")), Depth::Basic);
}
