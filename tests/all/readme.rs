//! The documents work: every `quorate …` line of their code blocks is run as it stands.
//!
//! Each block of console lines gets a folder of its own with the files the documents speak of: those a document
//! shows itself (a block that begins with ```` ```csv roster.csv ````), a sample book and a charter file. Lines that
//! open the full screen run in a pseudo-terminal and are left with Ctrl-Q. Shapes such as `quorate open BOOK` stand
//! in tables, not in blocks.

#![cfg(unix)]
// Helpers here stand outside test functions, where clippy allows it.
#![allow(clippy::unwrap_used)]

use portable_pty::{Child, CommandBuilder, ExitStatus, PtySize, native_pty_system};
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::thread::sleep;
use std::time::{Duration, Instant};

const PROGRAM: &str = env!("CARGO_BIN_EXE_quorate");

/// A fenced block of a document.
#[derive(Debug)]
struct Block {
    /// Line of the fence, from 1.
    line: usize,
    /// What stands behind the fence: a language, and perhaps a file name.
    info: String,
    lines: Vec<String>,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<Block> = None;
    for (place, line) in text.lines().enumerate() {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(info)) => {
                open =
                    Some(Block { line: place + 1, info: info.trim().to_owned(), lines: Vec::new() })
            }
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (Some(block), None) => block.lines.push(line.to_owned()),
            (None, None) => {}
        }
    }
    assert!(open.is_none(), "a block is not closed");
    blocks
}

/// The commands of a block; two blanks begin a remark.
fn commands(block: &Block) -> Vec<String> {
    let mut commands = Vec::new();
    for line in &block.lines {
        let line = line.trim().strip_prefix("$ ").unwrap_or(line.trim());
        let line = line.split("  ").next().unwrap_or_default().trim();
        if line == "quorate" || line.starts_with("quorate ") {
            commands.push(line.to_owned());
        }
    }
    commands
}

/// A folder that is taken away again.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("quorate-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Puts the files into the folder that the documents take for granted.
fn prepare(folder: &Path, blocks: &[Block]) {
    quorate::demo::make(&folder.join("my.book"), quorate::machine::now(), quorate::text::Lang::Zh)
        .unwrap();
    let charter = fs::read(root().join("tests/data/charters/garden.toml")).unwrap();
    for name in ["my-charter.toml", "FILE"] {
        fs::write(folder.join(name), &charter).unwrap();
    }
    for block in blocks {
        if let Some((_, name)) = block.info.split_once(' ') {
            fs::write(folder.join(name), block.lines.join("\n") + "\n").unwrap();
        }
    }
}

fn is_full_screen(command: &str) -> bool {
    let verb = command.split(' ').nth(1).unwrap_or_default();
    matches!(verb, "demo" | "open" | "hall") || (verb == "new" && !command.contains("--no-screen"))
}

/// Runs one line of a document; what is wrong with it, if anything.
fn run(folder: &Path, command: &str) -> Result<(), String> {
    let words: Vec<&str> = command.split(' ').collect();
    if let ["quorate", "new", book, ..] = words.as_slice() {
        // The document means a book that is not there yet.
        let _ = fs::remove_file(folder.join(book));
    }
    if is_full_screen(command) {
        return on_a_terminal(folder, &words[1..]);
    }
    // The shell, because the documents redirect; the built program is the first on its way.
    let path = format!(
        "{}:{}",
        Path::new(PROGRAM).parent().unwrap().display(),
        std::env::var("PATH").unwrap_or_default()
    );
    let output = Command::new("sh")
        .args(["-c", command])
        .current_dir(folder)
        .env("PATH", path)
        .output()
        .unwrap();
    let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    if output.status.success() {
        return Ok(());
    }
    Err(format!("{}\n{}{}", output.status, said(&output.stdout), said(&output.stderr)))
}

/// Runs the full screen, waits until it holds the terminal, and leaves.
fn on_a_terminal(folder: &Path, args: &[&str]) -> Result<(), String> {
    let size = PtySize { rows: 36, cols: 120, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).unwrap();
    let mut command = CommandBuilder::new(PROGRAM);
    command.args(args);
    command.cwd(folder);
    command.env("TERM", "xterm-256color");
    // Nobody here answers a question to the terminal.
    command.env("QUORATE_AMBIGUOUS", "narrow");
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().unwrap();
    let mut keys = pair.master.take_writer().unwrap();
    let written = Arc::new(Mutex::new(Vec::new()));
    let sink = Arc::clone(&written);
    std::thread::spawn(move || {
        let mut bytes = [0; 4096];
        while let Ok(n @ 1..) = reader.read(&mut bytes) {
            sink.lock().unwrap().extend_from_slice(&bytes[..n]);
        }
    });
    let shows = |text: &str| String::from_utf8_lossy(&written.lock().unwrap()).contains(text);
    // Before the terminal is taken it would swallow Ctrl-Q itself; the first frame ends with a shown or hidden cursor.
    let began = Instant::now();
    while !(shows("\u{1b}[?1049h") && shows("\u{1b}[?25"))
        && began.elapsed() < Duration::from_secs(20)
    {
        if let Some(status) = child.try_wait().unwrap() {
            return Err(format!(
                "ended by itself: {status:?}\n{}",
                String::from_utf8_lossy(&written.lock().unwrap())
            ));
        }
        sleep(Duration::from_millis(20));
    }
    let mut press = |key: &[u8]| keys.write_all(key).and_then(|()| keys.flush());
    let mut left = None;
    // Once more, because a key may come before the first frame; Enter answers the question whether to leave.
    for key in [b"\x11", b"\r", b"\x11", b"\r"] {
        let _ = press(key);
        left = ended(&mut *child, Duration::from_secs(3));
        if left.is_some() {
            break;
        }
    }
    let Some(status) = left else {
        let _ = child.kill();
        return Err(format!(
            "did not leave; wrote\n{}",
            String::from_utf8_lossy(&written.lock().unwrap())
        ));
    };
    if status.exit_code() != 0 {
        return Err(format!("{status:?}"));
    }
    if shows("\u{1b}[?1049l") { Ok(()) } else { Err("the terminal was not given back".to_owned()) }
}

fn ended(child: &mut dyn Child, patience: Duration) -> Option<ExitStatus> {
    let began = Instant::now();
    while began.elapsed() < patience {
        if let Some(status) = child.try_wait().unwrap() {
            // What it wrote last may still be on its way.
            sleep(Duration::from_millis(50));
            return Some(status);
        }
        sleep(Duration::from_millis(10));
    }
    None
}

/// Runs every line of a document.
#[track_caller]
fn works(path: &str) -> usize {
    let text = fs::read_to_string(root().join(path)).unwrap();
    let blocks = blocks(&text);
    let mut count = 0;
    let mut wrong = Vec::new();
    for block in &blocks {
        let commands = commands(block);
        if commands.is_empty() {
            continue;
        }
        let folder = Folder::new(&format!("{}-{}", path.replace(['/', '.'], "-"), block.line));
        prepare(&folder.0, &blocks);
        for command in commands {
            count += 1;
            if let Err(why) = run(&folder.0, &command) {
                wrong.push(format!("{path}:{}: {command}\n{why}", block.line));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    count
}

#[test]
fn every_line_of_the_readme_works() {
    assert!(works("README.md") >= 6);
}

#[test]
fn every_line_of_the_chinese_readme_works() {
    assert!(works("README.zh.md") >= 6);
}

#[test]
fn every_line_of_the_other_documents_works() {
    let mut names: Vec<String> = fs::read_dir(root().join("docs"))
        .unwrap()
        .map(|entry| format!("docs/{}", entry.unwrap().file_name().to_string_lossy()))
        .filter(|name| name.ends_with(".md"))
        .collect();
    names.sort();
    let lines: usize = names.iter().map(|name| works(name)).sum();
    assert!(lines >= 6, "only {lines} lines in {names:?}");
}

#[test]
fn both_readmes_begin_with_the_same_two_commands() {
    for path in ["README.md", "README.zh.md"] {
        let text = fs::read_to_string(root().join(path)).unwrap();
        let first = blocks(&text).into_iter().next().unwrap();
        assert_eq!(first.lines, ["cargo run --release -- demo", "cargo test"], "{path}");
    }
}

/// The commands the program itself lists.
fn listed(of: &[&str]) -> Vec<String> {
    let output = Command::new(PROGRAM).args(of).arg("--help").output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let list = text.split("Commands:\n").nth(1).unwrap_or_default();
    let lines = list.lines().take_while(|line| !line.trim().is_empty());
    let names = lines.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let names =
        names.filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help");
    names.map(str::to_owned).collect()
}

#[test]
fn both_readmes_name_every_command() {
    let mut all = Vec::new();
    for name in listed(&[]) {
        let inner = listed(&[&name]);
        if inner.is_empty() {
            all.push(name);
        } else {
            all.extend(inner.iter().map(|inner| format!("{name} {inner}")));
        }
    }
    assert!(all.len() >= 12, "{all:?}");
    for path in ["README.md", "README.zh.md"] {
        let text = fs::read_to_string(root().join(path)).unwrap();
        for command in &all {
            assert!(
                text.contains(&format!("| `quorate {command}")),
                "{path} has no row for {command}"
            );
        }
    }
}

#[test]
fn a_line_that_does_not_work_is_found() {
    let folder = Folder::new("readme-broken");
    let text = "```console\n$ quorate verify no.book\n$ quorate keys  the table\n```\n";
    let found = commands(&blocks(text)[0]);
    assert_eq!(found, ["quorate verify no.book", "quorate keys"]);
    assert!(run(&folder.0, &found[0]).is_err());
    assert!(run(&folder.0, "quorate open no.book").is_err());
    assert!(run(&folder.0, &found[1]).is_ok());
}
