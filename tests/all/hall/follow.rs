//! The hall process in a pseudo-terminal: what another process writes is on the wall, and what cannot be read is not.

use super::book::{charter, opening};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use quorate::ledger::Ledger;
use quorate::record::{Request, Stamp};
use quorate::ui::follow::{mode, set_mode};
use quorate::ui::hall::Mode;
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

const ROWS: NonZero<u16> = NonZero::new(24).unwrap();
const COLUMNS: NonZero<u16> = NonZero::new(80).unwrap();

/// A directory of one test, removed with it.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let name = format!("hall-{}-{name}", std::process::id());
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    fn book(&self) -> PathBuf {
        self.0.join("会议.book")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn request(command: Value) -> Request {
    let at = Stamp::parse_from_rfc3339("2026-05-20T09:00:00+08:00").unwrap();
    let mut request = Request::new(at, serde_json::from_value(command).unwrap());
    request.reason = Some("测试".to_owned());
    request
}

fn submit(ledger: &mut Ledger, command: Value) {
    ledger.submit(&request(command), Vec::new()).unwrap().unwrap();
}

/// A book with a meeting in preparation, open for writing.
fn write(path: &Path) -> Ledger {
    let mut ledger = Ledger::create(path, &request(charter())).unwrap().unwrap();
    for command in opening() {
        submit(&mut ledger, command);
    }
    ledger
}

/// The hall process and its screen.
struct Hall {
    screen: Arc<Mutex<vt100::Parser>>,
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    // Held, because closing it hangs up.
    _master: Box<dyn MasterPty + Send>,
}

impl Hall {
    fn start(book: &Path) -> Hall {
        let size =
            PtySize { rows: ROWS.get(), cols: COLUMNS.get(), pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_quorate"));
        command.args(["--lang", "zh", "hall"]);
        command.arg(book);
        command.env("TERM", "xterm-256color");
        command.env("QUORATE_AMBIGUOUS", "narrow");
        let child = pair.slave.spawn_command(command).unwrap();
        let mut output = pair.master.try_clone_reader().unwrap();
        let screen = Arc::new(Mutex::new(vt100::Parser::new(ROWS, COLUMNS, 0)));
        let written = Arc::clone(&screen);
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(n @ 1..) = output.read(&mut bytes) {
                written.lock().unwrap().process(&bytes[..n]);
            }
        });
        let keys = pair.master.take_writer().unwrap();
        Hall { screen, child, keys, _master: pair.master }
    }

    fn text(&self) -> String {
        self.screen.lock().unwrap().screen().contents()
    }

    #[track_caller]
    fn until(&self, what: &str, seen: impl Fn(&str) -> bool) {
        let begun = Instant::now();
        while !seen(&self.text()) {
            let text = self.text();
            assert!(begun.elapsed() < Duration::from_secs(30), "{what}:\n{text}");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    fn press(&mut self, key: &str) {
        self.keys.write_all(key.as_bytes()).unwrap();
    }
}

#[test]
fn what_another_process_writes_is_on_the_wall() {
    let folder = Folder::new("follow");
    let path = folder.book();
    let mut ledger = write(&path);
    let mut hall = Hall::start(&path);
    hall.until("the first frame", |t| t.contains("实到 0"));
    submit(&mut ledger, json!({"do": "sign_in_all", "except": [36]}));
    hall.until("the attendance", |t| t.contains("实到 35"));
    let entry = format!("{}", ledger.head.hash);
    hall.until("the entry it shows", |t| t.contains(&entry));

    set_mode(&path, Mode::Blank).unwrap();
    hall.until("blank", |t| t.trim().is_empty());
    set_mode(&path, Mode::Show).unwrap();
    hall.until("shown again", |t| t.contains("实到 35"));
    hall.press("b");
    hall.until("blank by its own key", |t| t.trim().is_empty());
    hall.press("bl");
    hall.until("the other language", |t| t.contains("Present 35"));

    hall.press("q");
    assert_eq!(hall.child.wait().unwrap().exit_code(), 0);
}

#[test]
fn a_book_that_is_gone_leaves_a_sentence_and_no_stale_figure() {
    let folder = Folder::new("gone");
    let path = folder.book();
    let ledger = write(&path);
    // Closed, so that the file may be moved as a whole.
    drop(ledger);
    let mut hall = Hall::start(&path);
    hall.until("the first frame", |t| t.contains("实到 0"));
    let away = folder.0.join("away.book");
    std::fs::rename(&path, &away).unwrap();
    hall.until("gone", |t| t.contains("会议簿已被移走") && !t.contains("实到"));

    // Another book in its place is not shown as if it were this one.
    let mut other = Ledger::create(&path, &request(charter())).unwrap().unwrap();
    submit(&mut other, json!({"do": "number", "document": 1, "certificate": 1}));
    drop(other);
    hall.until("another", |t| t.contains("另一本会议簿"));
    for end in ["", "-wal", "-shm"] {
        let mut name = path.clone().into_os_string();
        name.push(end);
        let _ = std::fs::remove_file(name);
    }
    std::fs::rename(&away, &path).unwrap();
    hall.until("back", |t| t.contains("实到 0"));
    hall.press("\u{1b}");
    assert_eq!(hall.child.wait().unwrap().exit_code(), 0);
}

#[test]
fn the_console_and_the_hall_agree_by_a_file_beside_the_book() {
    let folder = Folder::new("mode");
    let path = folder.book();
    assert_eq!(mode(&path), Mode::Show, "nobody has said anything");
    for told in [Mode::Blank, Mode::HideTally, Mode::Show] {
        set_mode(&path, told).unwrap();
        assert_eq!(mode(&path), told);
    }
    let beside = folder.0.join("会议.book.hall");
    std::fs::write(&beside, "???").unwrap();
    assert_eq!(mode(&path), Mode::Show);
    let names: Vec<_> = std::fs::read_dir(&folder.0).unwrap().collect();
    assert_eq!(names.len(), 1, "nothing half-written is left");
}

#[test]
fn papers_being_read_at_the_console_are_on_the_wall_until_they_are_in_the_book_or_given_up() {
    use crate::counting::{book, console, enter};
    let folder = crate::common::Folder::new();
    let path = book(&folder, 34);
    let mut console = console(&path);
    let mut hall = Hall::start(&path);
    hall.until("the box", |t| t.contains("收回34张"));
    enter(&mut console, "12");
    // The sum of one paper is that paper: the wall says that it is read, and no more.
    hall.until("one paper", |t| t.contains("已读1张，共34张") && !t.contains('▀'));
    enter(&mut console, "1");
    hall.until("its strokes", |t| {
        t.contains("已读2张，共34张") && t.contains("计票中，不是结果") && t.contains("▀▀▀█▀▀▀")
    });
    enter(&mut console, "2");
    hall.until("the newest", |t| t.contains('◂') && t.contains("已读3张"));
    for _ in 0..7 {
        enter(&mut console, "1");
    }
    enter(&mut console, "");
    hall.until("in the book", |t| t.contains("已读10张") && !t.contains('◂'));
    enter(&mut console, "3");
    enter(&mut console, "3");
    hall.until("the next batch", |t| t.contains("已读12张"));
    let escape = crossterm::event::KeyEvent::from(crossterm::event::KeyCode::Esc);
    console.handle(quorate::ui::term::Msg::Key(escape), crate::common::morning());
    enter(&mut console, "");
    hall.until("given up", |t| t.contains("已读10张"));
    hall.press("q");
    assert_eq!(hall.child.wait().unwrap().exit_code(), 0);
}
