//! What reaches the terminal, read back by an independent emulator.

use quorate::ui::backend::{Ambiguous, stand_in};
use quorate::ui::clear::ClearWide;
use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style, Stylize};
use ratatui::text::Line;
use ratatui::widgets::{Block, Clear, Paragraph, Widget};

use super::{parsed, screen};

/// The cell of the buffer as vt100 shows it: the second half of a wide character is empty there.
fn same_cells(buffer: &Buffer, parser: &vt100::Parser) {
    for y in 0..buffer.area.height {
        let mut x = 0;
        while x < buffer.area.width {
            let ours = &buffer[(x, y)];
            let theirs = parser.screen().cell(y, x).unwrap();
            let shown = if theirs.has_contents() { theirs.contents() } else { " " };
            assert_eq!(ours.symbol(), shown, "at {x},{y}");
            assert_eq!(ours.modifier.contains(Modifier::BOLD), theirs.bold(), "bold at {x},{y}");
            assert_eq!(
                ours.modifier.contains(Modifier::REVERSED),
                theirs.inverse(),
                "reverse at {x},{y}"
            );
            let colour = |c: Color| match c {
                Color::Rgb(r, g, b) => vt100::Color::Rgb(r, g, b),
                _ => vt100::Color::Default,
            };
            assert_eq!(colour(ours.fg), theirs.fgcolor(), "foreground at {x},{y}");
            assert_eq!(colour(ours.bg), theirs.bgcolor(), "background at {x},{y}");
            x += ours.cell_width().max(1);
        }
    }
}

fn mixed(frame: &mut ratatui::Frame) {
    let rgb = Color::Rgb(1, 2, 3);
    let text = vec![
        Line::from(vec!["“新疆品质”".bold(), " ready ".fg(rgb), "● 到会 █▌…—".reversed()]),
        Line::from(vec!["ａｂ１２ é ✓ 第4项".into(), "通过".bold().bg(rgb)]),
        Line::from("Жа 㛃䶮喆 한국어 ½").fg(rgb),
    ];
    Paragraph::new(text)
        .block(Block::bordered().title(" 议程 "))
        .render(frame.area(), frame.buffer_mut());
}

#[test]
fn a_frame_arrives_as_the_buffer_has_it() {
    let mut terminal = screen(40, 6, false);
    let buffer = terminal.draw(mixed).unwrap().buffer.clone();
    same_cells(&buffer, &parsed(&terminal, 40, 6));
    // And again after an update that replaces wide by narrow text at odd columns.
    let buffer = terminal
        .draw(|frame| {
            mixed(frame);
            frame.render_widget(ClearWide, Rect::new(4, 1, 9, 3));
            frame.render_widget(Block::bordered(), Rect::new(4, 1, 9, 3));
        })
        .unwrap()
        .buffer
        .clone();
    same_cells(&buffer, &parsed(&terminal, 40, 6));
}

#[test]
fn a_frame_is_one_synchronized_write() {
    let mut terminal = screen(40, 6, false);
    terminal.draw(mixed).unwrap();
    let wire = terminal.backend().out();
    assert_eq!(wire.writes, 1);
    assert!(wire.bytes.starts_with(b"\x1b[?2026h") && wire.bytes.ends_with(b"\x1b[?2026l"));
    terminal.draw(|frame| frame.render_widget("变", frame.area())).unwrap();
    assert_eq!(terminal.backend().out().writes, 2);
    // Nothing changed, no caret: nothing is sent.
    terminal.draw(|frame| frame.render_widget("变", frame.area())).unwrap();
    assert_eq!(terminal.backend().out().writes, 2);
    terminal.clear().unwrap();
    terminal.draw(|frame| frame.set_cursor_position((3, 2))).unwrap();
    assert_eq!(parsed(&terminal, 40, 6).screen().cursor_position(), (2, 3));
    assert!(!parsed(&terminal, 40, 6).screen().hide_cursor());
}

#[test]
fn chinese_is_sent_without_a_cursor_move_after_each_character() {
    let mut terminal = screen(40, 2, false);
    terminal.draw(|frame| frame.render_widget("准备就绪，第4项通过。", frame.area())).unwrap();
    let sent = String::from_utf8(terminal.backend().out().bytes.clone()).unwrap();
    assert!(sent.contains("准备就绪，第4项通过。"), "{sent:?}");
}

#[test]
fn ambiguous_characters_are_replaced_where_they_come_out_wide() {
    let mut terminal = screen(40, 6, true);
    let buffer = terminal.draw(mixed).unwrap().buffer.clone();
    let parser = parsed(&terminal, 40, 6);
    let shown = parser.screen().contents();
    assert!(
        unicode_width::UnicodeWidthStr::width_cjk(shown.as_str())
            == unicode_width::UnicodeWidthStr::width(shown.as_str()),
        "{shown}"
    );
    assert!(
        shown.contains("\"新疆品质\"") && shown.contains("* 到会") && shown.contains("e ✓ 第4项"),
        "{shown}"
    );
    // The full block turned into a blank with the colours exchanged: the run was reversed, so this one is not.
    let block = (0..40).find(|x| buffer[(*x, 1)].symbol() == "█").unwrap();
    assert!(!parser.screen().cell(1, block).unwrap().inverse());
    // Every stand-in is one sure cell, and letters stay letters.
    for c in
        ('\u{a1}'..='\u{ffff}').filter(|c| unicode_width::UnicodeWidthChar::width(*c) == Some(1))
    {
        let c = c.to_string();
        let (plain, _) = stand_in(&c);
        assert_eq!(unicode_width::UnicodeWidthStr::width_cjk(plain), 1, "{c} {plain}");
    }
    assert_eq!(stand_in("ǚ").0, "u");
    assert_eq!(stand_in("Ж").0, "J");
    assert_eq!(stand_in("③").0, "3");
    assert_eq!(stand_in("新").0, "新");
}

#[test]
fn the_ambiguous_setting_is_read_leniently() {
    assert_eq!(Ambiguous::read(Some(" wide ")), Ambiguous::Wide);
    assert_eq!(Ambiguous::read(Some("narrow")), Ambiguous::Narrow);
    assert_eq!(Ambiguous::read(Some("?")), Ambiguous::Auto);
    assert_eq!(Ambiguous::read(None), Ambiguous::Auto);
}

/// A popup over Chinese text, as the terminal shows it: is its left border there on every row?
fn border_kept(x: u16, clear: impl Fn(Rect, &mut Buffer)) -> bool {
    let mut terminal = screen(30, 5, false);
    terminal
        .draw(|frame| {
            let all = frame.area();
            for y in 0..5 {
                frame.buffer_mut().set_string(
                    0,
                    y,
                    "新疆示例质量检验院理事长单位",
                    Style::default(),
                );
            }
            let popup = Rect::new(x, 1, 12, 3).intersection(all);
            clear(popup, frame.buffer_mut());
            frame.render_widget(Block::bordered(), popup);
        })
        .unwrap();
    let parser = parsed(&terminal, 30, 5);
    (1..4).all(|y| ["┌", "│", "└"].contains(&parser.screen().cell(y, x).unwrap().contents()))
}

#[test]
fn a_popup_over_chinese_keeps_its_border_at_every_column() {
    for x in 0..18 {
        assert!(border_kept(x, |area, buf| ClearWide.render(area, buf)), "column {x}");
    }
    // If this fails, ratatui has mended its own Clear, and ours can go.
    assert!(!border_kept(5, |area, buf| Clear.render(area, buf)));
}

#[test]
fn clearing_outside_the_screen_does_nothing() {
    let mut buf = Buffer::empty(Rect::new(0, 0, 4, 2));
    for area in [Rect::new(9, 9, 3, 3), Rect::new(3, 1, 9, 9), Rect::ZERO] {
        ClearWide.render(area, &mut buf);
    }
}
