//! The real program in a real pseudo-terminal: a whole assembly, and what is left after the worst.

#![cfg(unix)]
// Helpers of tests may unwrap like the tests themselves.
#![allow(clippy::unwrap_used)]

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use quorate::store::draft_file;
use std::io::{Read, Write};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

const PROGRAM: &str = env!("CARGO_BIN_EXE_quorate");
/// Far more than anything here takes; only a failure waits so long.
const PATIENCE: Duration = Duration::from_secs(20);

/// A directory of its own for every test, gone afterwards.
struct Place(PathBuf);

impl Place {
    fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let no = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("quorate-pty-{}-{no}", std::process::id()));
        std::fs::create_dir_all(path.join("home")).unwrap();
        Self(path)
    }
    fn book(&self) -> PathBuf {
        self.0.join("book.quorate")
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        // A directory left behind harms nobody.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The program with a poor environment: no home to speak of, no language.
fn program(place: &Place, args: &[&str]) -> Command {
    let mut command = Command::new(PROGRAM);
    command.args(args).env_clear().env("HOME", place.0.join("home")).env("LANG", "C");
    command
}

/// Does what a script says through `quorate act`.
fn act(place: &Place, script: &str) -> Output {
    let book = place.book();
    let mut child = program(place, &["--lang", "zh", "act", book.to_str().unwrap()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(script.as_bytes()).unwrap();
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{said}");
    output
}

/// A small association with a meeting called for today.
fn small_book() -> Place {
    let place = Place::new();
    let today = chrono::Local::now().date_naive();
    let notice = today - chrono::Days::new(20);
    let units: Vec<String> = (1..=5)
        .map(|n| format!(r#"{{"unit": {n}, "name": "示例单位{n}", "category": "retailer"}}"#))
        .collect();
    act(
        &place,
        &format!(
            r#"{{"do": "new", "charter": "xj-quality-2022"}}
{{"do": "enrol", "units": [{units}]}}
{{"do": "fill", "office": "chair", "name": "理事长", "unit": 1}}
{{"do": "convene", "body": "assembly", "by": "chair", "date": "{today}", "place": "示例会议室", "notice": "{notice}", "agenda": [{{"title": "年度工作报告", "matter": "report", "draft": "批准年度工作报告。"}}]}}
"#,
            units = units.join(", ")
        ),
    );
    place
}

struct Screen {
    parser: Arc<Mutex<vt100::Parser>>,
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    // Held, because closing it hangs up.
    _master: Box<dyn MasterPty + Send>,
}

/// Opens the book on a terminal of 80 by 24.
fn open(place: &Place) -> Screen {
    let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).unwrap();
    let mut command = CommandBuilder::new(PROGRAM);
    command.args(["--lang", "zh", "open", place.book().to_str().unwrap()]);
    command.env_clear();
    command.env("HOME", place.0.join("home"));
    command.env("LANG", "C");
    command.env("TERM", "xterm-256color");
    command.env("QUORATE_AMBIGUOUS", "narrow");
    let child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let cells = |n| NonZero::new(n).unwrap();
    let parser = Arc::new(Mutex::new(vt100::Parser::new(cells(24), cells(80), 0)));
    let mut reader = pair.master.try_clone_reader().unwrap();
    let shown = Arc::clone(&parser);
    std::thread::spawn(move || {
        let mut bytes = [0; 4096];
        while let Ok(n @ 1..) = reader.read(&mut bytes) {
            shown.lock().unwrap().process(&bytes[..n]);
        }
    });
    let keys = pair.master.take_writer().unwrap();
    let mut screen = Screen { parser, child, keys, _master: pair.master };
    screen.until("the first picture", |screen| {
        screen.alternate_screen() && screen.contents().contains("Ctrl-")
    });
    screen
}

impl Screen {
    #[track_caller]
    fn until(&mut self, what: &str, done: impl Fn(&vt100::Screen) -> bool) {
        let start = Instant::now();
        while !done(self.parser.lock().unwrap().screen()) {
            let text = self.parser.lock().unwrap().screen().contents();
            assert!(start.elapsed() < PATIENCE, "no {what} on:\n{text}");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    #[track_caller]
    fn sees(&mut self, text: &str) -> &mut Self {
        self.until(text, |screen| screen.contents().contains(text));
        self
    }

    /// Types; `^G` is Ctrl-G.
    fn press(&mut self, keys: &str) -> &mut Self {
        let mut bytes = Vec::new();
        let mut letters = keys.chars();
        while let Some(letter) = letters.next() {
            match letter {
                '^' => bytes.push(u8::try_from(letters.next().unwrap()).unwrap() & 0x1f),
                '\n' => bytes.push(b'\r'),
                other => bytes.extend(other.to_string().bytes()),
            }
        }
        self.keys.write_all(&bytes).unwrap();
        self.keys.flush().unwrap();
        self
    }

    fn signal(&self, name: &str) {
        let pid = self.child.process_id().unwrap().to_string();
        let args = [format!("-{name}"), pid];
        let done = Command::new("kill").args(args).status().unwrap();
        assert!(done.success());
    }

    /// The power fails.
    fn killed(self) {
        self.signal("KILL");
    }

    #[track_caller]
    fn given_back(&mut self) {
        self.until("terminal given back", |screen| {
            !screen.alternate_screen()
                && !screen.hide_cursor()
                && !screen.bracketed_paste()
                && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
        });
    }

    #[track_caller]
    fn ends(mut self, code: u32) {
        let start = Instant::now();
        let status = loop {
            match self.child.try_wait().unwrap() {
                Some(status) => break status,
                None => {
                    let text = self.parser.lock().unwrap().screen().contents();
                    assert!(start.elapsed() < PATIENCE, "it does not end:\n{text}");
                    std::thread::sleep(Duration::from_millis(5));
                }
            }
        };
        assert_eq!(status.exit_code(), code);
        self.given_back();
    }
}

impl Drop for Screen {
    /// No program is left behind by a test, however it ended.
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// A whole assembly: what is pressed, what then stands on the screen, and what of it stands there again after the
/// power has failed.
const ASSEMBLY: &[(&str, &str, &str)] = &[
    ("^A", "除…外全部到会", "0/5"),
    ("3^S", "4/5", "4/5"),
    ("^G", "宣布开会", "4/5"),
    ("^A^K秘书甲", "秘书甲", "4/5"),
    ("^S", "进行中", "进行中"),
    ("^G", "进入：", "年度工作报告"),
    ("^G", "提出议案 ·", "年度工作报告"),
    ("^S", "提出第1号议案", "待决"),
    ("^G", "表决方式", "待决"),
    ("1", "开始第1次表决", "表决中"),
    ("5", "录入举手票数", "表决中"),
    ("4\n0\n0\n", "计票：", "赞成   4"),
    ("9", "待宣布", "待宣布"),
    ("0", "已宣布", "通过"),
    ("^G", "议毕", "年度工作报告"),
    ("^G", "闭会", "会议"),
];

/// To the recorder's field of the form that calls to order.
fn fill_in(screen: &mut Screen, keys: &str) {
    if keys.contains("秘书甲") {
        screen.press("\t\t\t");
    }
    screen.press(keys);
}

fn exported(place: &Place) -> String {
    let book = place.book();
    let output =
        program(place, &["--lang", "zh", "export", book.to_str().unwrap()]).output().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

fn verified(place: &Place) {
    let book = place.book();
    let mut verify = program(place, &["verify", book.to_str().unwrap()]);
    assert!(verify.output().unwrap().status.success());
}

#[test]
fn a_whole_assembly_from_the_door_to_the_minutes() {
    let place = small_book();
    let mut screen = open(&place);
    for (keys, shows, _) in ASSEMBLY {
        fill_in(&mut screen, keys);
        screen.sees(shows);
    }
    // The closed meeting names minutes and menu too: what is waited for is the page, and the line below. A key that
    // comes in one gulp with the escape would be read as one with Alt, so the page is first seen gone.
    screen.press("^R").sees("会议记录（预览）");
    screen
        .press("^[")
        .until("page closed", |screen| !screen.contents().contains("会议记录（预览）"));
    screen.press("^Q");
    screen.ends(0);
    let minutes = exported(&place);
    assert!(minutes.contains("批准年度工作报告") && minutes.contains("通过"), "{minutes}");
    verified(&place);
}

#[test]
fn the_power_fails_after_every_step() {
    let place = small_book();
    let mut screen = open(&place);
    for (step, (keys, shows, again)) in ASSEMBLY.iter().enumerate() {
        fill_in(&mut screen, keys);
        screen.sees(shows);
        screen.killed();
        verified(&place);
        screen = open(&place);
        screen.sees(again);
        // A form or a menu that was open is opened again; what was done is not done again.
        for (before, next, _) in ASSEMBLY[..=step].iter().rev() {
            let done = [
                "4/5",
                "进行中",
                "进入：",
                "提出第1号议案",
                "开始第1次表决",
                "计票：",
                "待宣布",
                "已宣布",
                "议毕",
                "闭会",
            ];
            if done.contains(next) {
                break;
            }
            if !before.contains("秘书甲") {
                fill_in(&mut screen, before);
                screen.sees(next);
            }
        }
        if keys.contains("秘书甲") {
            fill_in(&mut screen, keys);
        }
    }
    screen.press("^Q");
    screen.ends(0);
    let minutes = exported(&place);
    assert!(minutes.contains("赞成4"), "{minutes}");
}

#[test]
fn half_typed_text_is_offered_again() {
    let place = small_book();
    let mut screen = open(&place);
    screen.press("^E").sees("不列入公开本");
    screen.press("某代表要求说明经费").sees("某代表要求说明经费");
    // Kept at the first pause of the hand.
    let start = Instant::now();
    while draft_of(&place).is_none_or(|text| !text.contains("说明经费")) {
        assert!(start.elapsed() < PATIENCE, "nothing was kept");
        std::thread::sleep(Duration::from_millis(5));
    }
    screen.killed();
    let mut screen = open(&place);
    screen.sees("有未提交的文字");
    screen.press("^E").sees("某代表要求说明经费");
    screen.press("^S").sees("记事");
    screen.press("^Q");
    screen.ends(0);
    assert!(exported(&place).contains("某代表要求说明经费"));
    let mut screen = open(&place);
    screen.press("^E").sees("不列入公开本");
    let text = screen.parser.lock().unwrap().screen().contents();
    assert!(!text.contains("有未提交的文字"), "{text}");
}

fn draft_of(place: &Place) -> Option<String> {
    let kept = draft_file::load(Path::new(&place.book())).ok()??;
    Some(kept.into_values().collect())
}

#[test]
fn what_another_program_writes_is_taken_in() {
    let place = small_book();
    let mut screen = open(&place);
    screen.sees("0/5");
    act(&place, "{\"do\": \"sign_in_all\", \"except\": [2]}\n");
    screen.sees("4/5");
    // And the console goes on from there.
    screen.press("示例单位2").sees("示例单位2").press("\n").sees("5/5");
    screen.press("^Q");
    screen.ends(0);
    verified(&place);
}

#[test]
fn a_signal_ends_the_program_in_good_order() {
    for (name, code) in [("TERM", 143), ("HUP", 129)] {
        let place = small_book();
        let mut screen = open(&place);
        screen.press("^E").sees("不列入公开本").press("半句话").sees("半句话");
        screen.signal(name);
        screen.ends(code);
        assert_eq!(draft_of(&place).as_deref(), Some("半句话"));
        verified(&place);
    }
}

#[test]
fn leaving_an_open_meeting_asks_once() {
    let place = small_book();
    let mut screen = open(&place);
    for (keys, shows, _) in &ASSEMBLY[..5] {
        fill_in(&mut screen, keys);
        screen.sees(shows);
    }
    screen.press("^Q").sees("会议还没有闭会").press("x");
    screen.until("the agenda again", |s| !s.contents().contains("还没有闭会"));
    screen.press("^C").sees("会议还没有闭会").press("\n");
    screen.ends(0);
    // It goes on where it was.
    open(&place).sees("进行中");
}

#[test]
fn a_book_is_made_and_opened_without_a_word_of_configuration() {
    let place = Place::new();
    let book = place.book();
    let made = program(&place, &["new", "--no-screen", book.to_str().unwrap()]).output().unwrap();
    assert!(made.status.success(), "{made:?}");
    let mut screen = open(&place);
    screen.sees("期初录入");
    screen.press("1").sees("单位名称");
    screen.press("\t示例单位^S").sees("1 家");
    screen.press("^Q");
    screen.ends(0);
    // Without a terminal it says so and leaves the book alone.
    let refused =
        program(&place, &["open", book.to_str().unwrap()]).stdin(Stdio::null()).output().unwrap();
    assert!(!refused.status.success());
    assert!(String::from_utf8_lossy(&refused.stderr).contains("act"));
    verified(&place);
}
