//! What a command asks on the terminal: a passphrase, which is not shown, and a line, which is.
//!
//! Where standard input is no terminal, the answer is its next line.

use crate::text::Lang;
use anyhow::bail;
use crossterm::event::{Event, KeyCode, KeyEventKind, KeyModifiers, read};
use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use std::io::{IsTerminal, Write, stderr, stdin};

/// The terminal as it was, also after an error.
struct Raw;

impl Raw {
    fn new() -> std::io::Result<Self> {
        enable_raw_mode().map(|()| Self)
    }
}

impl Drop for Raw {
    fn drop(&mut self) {
        // There is nobody left to tell; the shell sets its modes itself.
        let _ = disable_raw_mode();
    }
}

/// Whether there is somebody to ask.
pub(super) fn is_somebody_there() -> bool {
    stdin().is_terminal() && stderr().is_terminal()
}

/// Asks for a line.
pub(super) fn line(lang: Lang, question: &str) -> anyhow::Result<String> {
    put(question)?;
    let mut line = String::new();
    if stdin().read_line(&mut line)? == 0 {
        bail!(lang.say(["没有输入", "nothing was entered"]));
    }
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

/// Asks for a passphrase, which does not appear on the screen.
pub(super) fn hidden(lang: Lang, question: &str) -> anyhow::Result<String> {
    if !is_somebody_there() {
        return line(lang, "");
    }
    let typed = unseen(question);
    put("\n")?;
    match typed? {
        Some(typed) => Ok(typed),
        None => bail!(lang.say(["已取消，没有签名", "cancelled; nothing was signed"])),
    }
}

/// What is typed up to Enter; none after Ctrl-C or Esc.
fn unseen(question: &str) -> std::io::Result<Option<String>> {
    // First the terminal, then the question: who types fast shall not be shown either.
    let _raw = Raw::new()?;
    put(question)?;
    let mut typed = String::new();
    loop {
        let key = match read()? {
            Event::Key(key) if key.kind != KeyEventKind::Release => key,
            Event::Paste(text) => {
                typed.push_str(&text);
                continue;
            }
            _ => continue,
        };
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        match key.code {
            KeyCode::Enter => return Ok(Some(typed)),
            KeyCode::Esc => return Ok(None),
            KeyCode::Char('c' | 'd') if control => return Ok(None),
            KeyCode::Char('u') if control => typed.clear(),
            KeyCode::Char(letter) if !control => typed.push(letter),
            KeyCode::Backspace => drop(typed.pop()),
            _ => {}
        }
    }
}

/// Questions go beside the answers a script may read.
fn put(text: &str) -> std::io::Result<()> {
    let mut out = stderr();
    out.write_all(text.as_bytes())?;
    out.flush()
}
