//! The folder of a version that was signed: made again, whatever was entered since.

// Helpers here stand outside test functions, where clippy allows it.
#![allow(clippy::unwrap_used)]

use super::{by_the_chair, closed, issue};
use crate::common::{Folder, Hall};
use quorate::folder;
use quorate::record::issue::Role as Signs;
use quorate::seal::{Key, Role, Signer};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn export(hall: &Hall, dir: &Path, more: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_quorate"))
        .env("LANG", "C")
        .env_remove("LC_ALL")
        .args(["export", "--meeting", "1", "--folder"])
        .arg(dir)
        .args(more)
        .arg(&hall.book)
        .output()
        .unwrap()
}

#[track_caller]
fn well(done: &Output) -> String {
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{said}");
    format!("{}{said}", String::from_utf8_lossy(&done.stdout))
}

fn list(dir: &Path) -> String {
    fs::read_to_string(dir.join("MANIFEST")).unwrap()
}

fn bind(key: &Key, role: Signs) -> Value {
    json!({"do": "bind_key", "key": key.public().line(), "role": role, "from": "2026-05-01"})
}

/// Other business, and the keys of those who signed withdrawn.
fn later(hall: &mut Hall, keys: &[&Key]) {
    for key in keys {
        let print = key.public().fingerprint();
        hall.ok(json!({"do": "withdraw_key", "key": print, "day": "2026-05-20", "why": "届满"}));
    }
}

#[test]
fn what_was_signed_is_made_again_whatever_was_entered_since() {
    let mut hall = closed();
    hall.ok(issue());
    hall.ok(by_the_chair(1));
    let (mut presider, mut recorder) = (Key::new("主持人").unwrap(), Key::new("记录人").unwrap());
    hall.ok(bind(&presider, Signs::Presider));
    hall.ok(bind(&recorder, Signs::Recorder));
    let place = Folder::new();
    let [first, same, again, by_sig, anew] =
        ["first", "same", "again", "by_sig", "anew"].map(|name| place.join(name));
    let said = well(&export(&hall, &first, &[]));
    // Everything that lies in it is named.
    for name in ["MANIFEST", "VERIFY.txt", "allowed_signers", "minutes.json", "log.jsonl"] {
        assert!(said.lines().any(|line| line == name), "{name}: {said}");
    }
    // An entry of other business makes no other folder.
    hall.ok(json!({"do": "attach", "name": "x.txt", "content": "示例"}));
    well(&export(&hall, &same, &[]));
    assert_eq!(list(&first), list(&same));

    // One signs into the book, the other leaves a file.
    let ready = folder::ready(&first).unwrap();
    folder::sign(&ready, Role::Recorder, &mut recorder).unwrap();
    let sig = place.join("by-mail.sig");
    fs::rename(first.join("MANIFEST.recorder.sig"), &sig).unwrap();
    let armour = presider.sign(list(&first).as_bytes()).unwrap();
    hall.ok(json!({"do": "sign_with_key", "meeting": 1, "version": 1, "role": "presider",
        "key": presider.public().fingerprint(), "signature": armour,
        "manifest": quorate::seal::sha256(list(&first).as_bytes())}));
    later(&mut hall, &[&presider, &recorder]);

    let said = well(&export(&hall, &again, &[]));
    assert!(said.contains("这就是签过的那个文件夹"), "{said}");
    assert_eq!(list(&first), list(&again));
    assert_eq!(folder::take_in(&again, &sig, None).unwrap(), ["MANIFEST.recorder.sig"]);
    let report = folder::check(&again, None);
    assert!(report.is_whole() && report.awaited.is_empty(), "{:?}", report.faults);

    let by = ["--signed", sig.to_str().unwrap()];
    well(&export(&hall, &by_sig, &by));
    assert_eq!(list(&first), list(&by_sig));
    assert_eq!(folder::check(&by_sig, None).signed.len(), 1);

    // As the book stands now: another folder, which nobody has signed.
    well(&export(&hall, &anew, &["--anew"]));
    assert_ne!(list(&first), list(&anew));
    assert!(folder::check(&anew, None).signed.is_empty());
    // Papers in another language have other bytes: it is said that the first folder is the one to keep.
    let english = place.join("english");
    let said = well(&export(&hall, &english, &["--lang", "en"]));
    assert!(said.contains("Keep the folder that was signed"), "{said}");
}
