//! The commands on a command line: what they do when nobody reads to the end.

// Helpers here stand outside test functions, where clippy allows it.
#![allow(clippy::unwrap_used)]

use crate::common::{ALLIANCE, Hall};
use std::io::Write;
use std::process::{Command, Output, Stdio};

/// A command whose reader has gone before the first line.
fn unread(args: &[&str], typed: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_quorate"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let _ = child.stdin.take().unwrap().write_all(typed.as_bytes());
    child.wait_with_output().unwrap()
}

#[test]
fn who_stops_reading_stops_nothing_and_hears_of_no_fault() {
    let hall = Hall::with_units(ALLIANCE, 9);
    let book = hall.book.to_str().unwrap();
    let ask = "{\"ask\": \"head\"}\n";
    let lines: [(&[&str], &str, i32); 8] = [
        (&["verify", book], "", 0),
        (&["register", "list", book], "", 0),
        (&["charter", "show"], "", 0),
        (&["charter", "gaps"], "", 0),
        (&["keys"], "", 0),
        (&["funds", "list", book], "", 0),
        // What is written is all there is to be done.
        (&["act", book], ask, 141),
        (&["charter", "write", book], "", 141),
    ];
    for (args, typed, code) in lines {
        let done = unread(args, typed);
        let said = String::from_utf8_lossy(&done.stderr);
        assert!(said.is_empty(), "{args:?}: {said}");
        let ended = done.status.code();
        assert!(
            ended == Some(code) || ended == Some(141) || ended == Some(0),
            "{args:?}: {ended:?}"
        );
    }
}
