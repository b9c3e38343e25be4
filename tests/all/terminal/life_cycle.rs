//! The life cycle, tried in a pseudo-terminal: this test program starts itself as the one that holds the terminal.

use std::io::{Read, Write};
use std::num::NonZero;
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyModifiers};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use quorate::ui::backend::Ambiguous;
use quorate::ui::term::{self, GONE, Msg, Refused};
use ratatui::widgets::Paragraph;

const CHILD: &str = "QUORATE_TEST_HOLDS_TERMINAL";

/// How this very test is named on the command line of this test program.
fn child_args() -> [String; 4] {
    let module = module_path!().split_once("::").map_or("", |(_, module)| module);
    [format!("{module}::child"), "--exact".into(), "--ignored".into(), "--nocapture".into()]
}

#[test]
#[ignore = "needs to be started by the other tests here"]
fn child() {
    if std::env::var_os(CHILD).is_none() {
        return;
    }
    let mut held = match term::take(Ambiguous::Narrow) {
        Ok(held) => held,
        Err(Refused::NotATerminal) => std::process::exit(3),
        Err(Refused::Failed(_)) => std::process::exit(4),
    };
    let mut log = vec!["准备就绪".to_owned()];
    loop {
        if held
            .draw(|frame| frame.render_widget(Paragraph::new(log.join("\n")), frame.area()))
            .is_err()
        {
            term::quit(held, GONE);
        }
        for msg in held.next(Duration::from_secs(20)) {
            match msg {
                Msg::Key(key) if key.code == KeyCode::Char('q') => term::quit(held, 0),
                Msg::Key(key) if key.code == KeyCode::Char('!') => panic!("drill"),
                Msg::Key(key) => {
                    log.push(format!("键 {} {}", key.code, key.modifiers == KeyModifiers::CONTROL))
                }
                Msg::Signal(signal) => term::quit(held, signal.exit_code()),
                Msg::InputClosed => term::quit(held, GONE),
                other => log.push(format!("{other:?}")),
            }
        }
    }
}

struct Pty {
    parser: Arc<Mutex<vt100::Parser>>,
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    // Held, because closing it hangs up.
    _master: Box<dyn MasterPty + Send>,
}

fn start() -> Pty {
    let size = PtySize { rows: 30, cols: 40, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).unwrap();
    let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
    command.args(child_args());
    command.env(CHILD, "1");
    command.env("TERM", "xterm-256color");
    command.env("RUST_BACKTRACE", "0");
    let child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let parser = vt100::Parser::new(NonZero::new(30).unwrap(), NonZero::new(40).unwrap(), 0);
    let parser = Arc::new(Mutex::new(parser));
    let mut reader = pair.master.try_clone_reader().unwrap();
    let shown = Arc::clone(&parser);
    std::thread::spawn(move || {
        let mut bytes = [0; 4096];
        while let Ok(n @ 1..) = reader.read(&mut bytes) {
            shown.lock().unwrap().process(&bytes[..n]);
        }
    });
    let keys = pair.master.take_writer().unwrap();
    let mut pty = Pty { parser, child, keys, _master: pair.master };
    pty.wait("准备就绪");
    assert!(pty.parser.lock().unwrap().screen().alternate_screen());
    pty
}

impl Pty {
    fn until(&mut self, what: &str, done: impl Fn(&vt100::Screen) -> bool) {
        let start = Instant::now();
        while !done(self.parser.lock().unwrap().screen()) {
            let text = self.parser.lock().unwrap().screen().contents();
            assert!(start.elapsed() < Duration::from_secs(20), "no {what} on:\n{text}");
            sleep(Duration::from_millis(5));
        }
    }

    fn wait(&mut self, text: &str) {
        self.until(text, |screen| screen.contents().contains(text));
    }

    fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    fn signal(&self, name: &str) {
        let pid = self.child.process_id().unwrap().to_string();
        assert!(Command::new("kill").args([&format!("-{name}"), &pid]).status().unwrap().success());
    }

    fn given_back(&mut self) {
        self.until("terminal given back", |screen| {
            !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste()
        });
    }
}

#[test]
fn keys_and_pastes_come_in_and_leaving_gives_back() {
    let mut pty = start();
    pty.press("中\x1a");
    pty.wait("键 z true");
    pty.press("\x1b[200~一\r\n二\x1b[201~");
    pty.wait(r#"Paste("一\n二")"#);
    pty.press("q");
    assert_eq!(pty.child.wait().unwrap().exit_code(), 0);
    pty.given_back();
}

#[test]
fn every_signal_gives_back() {
    for (name, code) in [("TERM", 143), ("INT", 130), ("HUP", 129), ("QUIT", 131)] {
        let mut pty = start();
        pty.signal(name);
        assert_eq!(pty.child.wait().unwrap().exit_code(), code, "{name}");
        pty.given_back();
    }
}

#[test]
fn a_stop_from_outside_gives_back_and_continuing_paints_again() {
    let mut pty = start();
    pty.signal("TSTP");
    pty.given_back();
    pty.signal("CONT");
    pty.wait("准备就绪");
    pty.press("q");
    assert_eq!(pty.child.wait().unwrap().exit_code(), 0);
    pty.given_back();
}

#[test]
fn a_panic_gives_back_first_and_then_says_why() {
    let mut pty = start();
    pty.press("!");
    assert_eq!(pty.child.wait().unwrap().exit_code(), 101);
    pty.given_back();
    pty.wait("drill");
}

#[test]
fn without_a_terminal_nothing_is_written() {
    let mut command = Command::new(std::env::current_exe().unwrap());
    let output = command.args(child_args()).env(CHILD, "1").stdin(Stdio::null()).output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    assert!(!output.stdout.contains(&0x1b));
}
