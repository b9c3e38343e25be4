//! The terminal foundation: what reaches the terminal, what the helpers promise, and that the terminal is given back.

// Helpers of tests may unwrap like the tests themselves.
#![allow(clippy::unwrap_used)]

mod fields;
mod frames;
mod letters;
#[cfg(unix)]
mod life_cycle;
mod themes;
mod widths;

use std::io::{self, Write};
use std::num::NonZero;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use quorate::ui::backend::Screen;
use quorate::ui::term::{Msg, Signal, translate};
use ratatui::Terminal;
use ratatui::layout::Size;

/// A sink that counts its writes.
#[derive(Default)]
struct Wire {
    bytes: Vec<u8>,
    writes: usize,
}

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.writes += 1;
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn screen(columns: u16, rows: u16, wide: bool) -> Terminal<Screen<Wire>> {
    Terminal::new(Screen::fixed(Wire::default(), wide, Size::new(columns, rows))).unwrap()
}

fn parsed(terminal: &Terminal<Screen<Wire>>, columns: u16, rows: u16) -> vt100::Parser {
    let (rows, columns) = (NonZero::new(rows).unwrap(), NonZero::new(columns).unwrap());
    let mut parser = vt100::Parser::new(rows, columns, 0);
    parser.process(&terminal.backend().out().bytes);
    parser
}

#[test]
fn events_become_messages() {
    let key = KeyEvent::new(KeyCode::Char('中'), KeyModifiers::NONE);
    assert_eq!(translate(Event::Key(key)), Some(Msg::Key(key)));
    let up = KeyEvent { kind: KeyEventKind::Release, ..key };
    assert_eq!(translate(Event::Key(up)), None);
    assert_eq!(
        translate(Event::Paste("一\r\n二\r三".into())),
        Some(Msg::Paste("一\n二\n三".into()))
    );
    assert_eq!(translate(Event::Resize(3, 4)), Some(Msg::Resize));
    assert_eq!(translate(Event::FocusGained), None);
    assert_eq!(Signal::Terminate.exit_code(), 143);
}
