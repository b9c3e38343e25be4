//! Every size, and what is drawn over: no panic, no half characters, no wrong break.

use super::book::{STATES, state};
use super::{THEME, rows, screen};
use quorate::text::Lang;
use quorate::ui::hall::{self, Bar, Mode};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::Rect;

/// Every wide character has its second cell for itself.
#[track_caller]
fn whole(buf: &Buffer, area: Rect) {
    for y in area.top()..area.bottom() {
        for x in area.left()..area.right() {
            if buf[(x, y)].cell_width() > 1 {
                assert!(x + 1 < area.right(), "cut at the edge, row {y}");
                assert_eq!(buf[(x + 1, y)].symbol(), " ", "overdrawn at {x},{y}");
            }
        }
    }
}

/// No row begins with a closing mark, nor with the end of 未获通过, which reads as its opposite.
#[track_caller]
fn breaks_well(buf: &Buffer) {
    for row in rows(buf) {
        let row = row.trim_start();
        let bad = ["。", "、", "，", "；", "：", "”", "）", "获通过"];
        let bad = bad.iter().find(|mark| row.starts_with(**mark));
        assert_eq!(bad, None, "{row}");
    }
}

#[test]
fn every_size_draws() {
    for (name, step) in STATES.iter().zip([5usize, 7].into_iter().cycle()) {
        let session = state(name);
        let every = if *name == "carried" { 1 } else { step };
        for wide in (1..=80).step_by(every) {
            for high in (1..=30).step_by(every) {
                let buf = screen(&session, (wide, high), Mode::Show, Lang::Zh);
                whole(&buf, buf.area);
            }
        }
        for size in [(300, 90), (300, 4), (9, 90), (61, 16), (160, 24)] {
            for lang in [Lang::En, Lang::Both] {
                let buf = screen(&session, size, Mode::Show, lang);
                whole(&buf, buf.area);
            }
        }
    }
}

#[test]
fn lines_break_as_chinese_does() {
    for name in ["motion", "lost", "hands_section", "preparing", "void"] {
        let session = state(name);
        // Narrower than two characters and a mark there is no good place.
        for wide in 30..=130 {
            breaks_well(&screen(&session, (wide, 24), Mode::Show, Lang::Zh));
        }
    }
    let lost = state("lost");
    for wide in 30..=130 {
        let rows = rows(&screen(&lost, (wide, 24), Mode::Show, Lang::Zh));
        assert!(!rows.iter().any(|row| row.trim_start().starts_with("通过")), "{wide}");
    }
}

/// As a part of a screen, over other text and at an odd column: nothing of it is left, and no half character beside it.
#[test]
fn what_lay_under_it_is_gone() {
    let session = state("hands_section");
    let ledger = &session.ledger;
    let book = &ledger.book;
    for area in [Rect::new(7, 3, 66, 18), Rect::new(8, 1, 31, 9)] {
        let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
        for mode in [Mode::Show, Mode::Blank] {
            terminal
                .draw(|f| {
                    for y in 0..24 {
                        f.buffer_mut().set_string(0, y, "国".repeat(40), THEME_UNDER);
                    }
                    let now = book.last_entered.unwrap();
                    let meeting = book.meeting_in_hand();
                    let head = &ledger.head;
                    hall::draw(f, area, book, meeting, mode, head, now, Lang::Zh, THEME);
                })
                .unwrap();
            let buf = terminal.backend().buffer();
            whole(buf, area);
            let under = area.positions().any(|at| buf[at].symbol() == "国");
            assert!(!under);
            for y in area.top()..area.bottom() {
                assert!(buf[(area.x - 1, y)].cell_width() < 2 || area.x % 2 == 0, "row {y}");
            }
        }
    }
}

const THEME_UNDER: ratatui::style::Style = ratatui::style::Style::new();

/// A room must be able to trust its eyes: the bar touches the mark when the votes are there, and not one vote before.
#[test]
fn the_bar_reaches_its_mark_with_the_vote_that_does() {
    for base in 1..=120u32 {
        for needed in [base / 2 + 1, (2 * base).div_ceil(3), base] {
            for wide in [4u16, 17, 56, 76, 292] {
                for yes in 0..=base {
                    let bar = Bar { base, yes, needed: Some(needed), lang: Lang::Zh, theme: THEME };
                    let mark = u32::from(bar.cell(needed, wide)) * 8;
                    let filled = bar.filled(wide);
                    let reached = filled >= mark && (mark > 0 || filled > 0);
                    let told = format!("{yes} of {needed} of {base} on {wide}");
                    assert!(filled <= u32::from(wide) * 8, "{told}");
                    // A mark in the very first cell has nothing before it.
                    if mark > 0 {
                        assert_eq!(reached, yes >= needed, "{told}");
                    }
                }
            }
        }
    }
}
