//! Keys bound to offices and roles, and what may be signed with them on which day.

// Helpers here stand outside test functions, where clippy allows it.
#![allow(clippy::unwrap_used)]

use super::{by_the_chair, closed, issue, sign, state};
use crate::common::Hall;
use crate::views::agree;
use quorate::ledger::Ledger;
use quorate::record::Request;
use quorate::record::issue::{Role, SignWithKey};
use quorate::seal::{Key, Signer};
use serde_json::{Value, json};

/// A public key made for these tests, with what `ssh-keygen -l` says of it; below, keys of other kinds.
const ED25519: [&str; 2] = [
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINHpDqhs4C8xJAcFEaSZ4OohlB5Rty33SlTEVx786xdu",
    "SHA256:8r7PCpwpmkoEeE7Im+YOuVY9dWFiHbMBWkzp9S2LXxE",
];
const RSA: &str = "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQCnO2ESxB5G42FgqwCkWlhBU3aVf7jIblJ9XLcyONkcF5PZEL7pAcLketuTZp4FPekwfexdr/zpmLf8mr+UVs255nNtJwC+aqj0ViBiTApxpoaDGiFtN0XjwIAIF8FjILsNDL7sW29IHehgbEyGwDI+8zHKDcdffafk/M1nuAmzPplu2uOSpBUZiETWAFp9hG2Jp++4OIOHEUHGIOGnEn2JBcZPN2mBn48vaQVJmkt5zz/8ayYNWsdL2mvGp4sVQylLSu53uz1Wwy903jrEffZ/64nuIoNX65G4RJprYU1sFfsxuwflSdLsoInAhPfTtzZuKr37WA4ZK961z+g7pB1dVeIHxQNS3Dso0P7XbVG/gP6o43niN4ZlGqAPnAKBXV40s/+BAmbFYdrc7HgibDF9CG5At/wtXj+DZHvYWsOKlDONI7+qKT5umXP6+WnKZ51BhXgffYQYdbRqnwnEeSVvi051sliYm7fLf0FaQg7eD7I2NhJ+u2rW1GbhLNrdQTc=";
const ECDSA: &str = "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBCuuXJ8y5/uH17X+Zet0xTDg26ig9tqiuu7zwlEr28f0+mgg1chixiwdgTIBbWOlU1OzrMF1S1+dHGT7qtcilvM=";

const MANIFEST: &str = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
/// What that is the digest of: a list that stands for one here.
const LIST: &[u8] = b"test";
/// In the armour of a signature, and none.
const FORGED: &str = "-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----\n";

fn bind(key: &str, to: Value) -> Value {
    let mut line = json!({"do": "bind_key", "key": key, "from": "2026-05-01"});
    line.as_object_mut().unwrap().extend(to.as_object().unwrap().clone());
    line
}

/// A key with its public line and its fingerprint.
struct Own {
    key: Key,
    line: String,
    print: String,
}

fn own() -> Own {
    let key = Key::new("").unwrap();
    let (line, print) = (key.public().bare(), key.public().fingerprint());
    Own { key, line, print }
}

fn with_key(own: &mut Own, role: &str) -> Value {
    let signature = own.key.sign(LIST).unwrap();
    json!({"do": "sign_with_key", "meeting": 1, "version": 1, "role": role, "key": own.print,
        "manifest": MANIFEST, "signature": signature})
}

/// Refused at the door, before the record is asked; the sentence says why.
#[track_caller]
fn not_taken(hall: &mut Hall, line: Value, because: &str) {
    let answer = hall.say(line);
    assert_eq!(answer["fault"]["code"], "bad_signature", "{answer:#}");
    let says = answer["fault"]["says"].as_str().unwrap();
    assert!(says.contains(because), "{says}");
}

/// A version that is approved, and nobody has signed.
fn approved() -> Hall {
    let mut hall = closed();
    hall.ok(issue());
    hall.ok(by_the_chair(1));
    hall
}

#[test]
fn the_fingerprint_is_the_one_openssh_says() {
    let mut hall = closed();
    let [key, fingerprint] = ED25519;
    let bound = hall.ok(bind(&format!("{key} 示例@machine\n"), json!({"office": "chair"})));
    assert_eq!(bound["events"][0]["fingerprint"], fingerprint);
    assert_eq!(bound["events"][0]["of"]["key"], key, "the comment names people and is left out");
    agree(&hall.ledger(), &hall.book);
}

#[test]
fn a_key_whose_signatures_nobody_here_could_verify_is_not_bound() {
    let mut hall = closed();
    for (key, kind) in [(RSA, "ssh-rsa"), (ECDSA, "ecdsa-sha2-nistp256")] {
        let refused = hall.refused(bind(key, json!({"office": "chair"})), "key_of_another_kind");
        let said = refused["refused"]["recorder"].as_str().unwrap();
        assert!(said.contains(kind) && said.contains("quorate key new"), "{said}");
    }
    assert!(hall.ledger().book.archive.keys.is_empty());
    // One in a token signs the same way.
    hall.ok(bind(include_str!("../../data/seal/token.pub"), json!({"office": "chair"})));
}

#[test]
fn a_forged_signature_does_not_come_into_the_book() {
    let mut hall = approved();
    let (mut chair, mut other) = (own(), own());
    hall.ok(bind(&chair.line, json!({"office": "chair"})));
    let good = with_key(&mut chair, "presider");
    let but = |field: &str, value: &str| {
        let mut line = good.clone();
        line[field] = json!(value);
        line
    };
    not_taken(&mut hall, but("signature", FORGED), "不是OpenSSH的签名");
    not_taken(&mut hall, but("signature", &other.key.sign(LIST).unwrap()), "另一把密钥");
    let another = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae";
    not_taken(&mut hall, but("manifest", another), "与所签的清单不符");
    hall.ok(json!({"do": "attach", "name": "x.sig", "content": "示例"}));
    let mut kept = but("signature", "");
    kept["document"] = json!(1);
    not_taken(&mut hall, kept, "不是OpenSSH的签名");
    assert_eq!(state(&mut hall)["versions"][0]["signatures"], json!([]));
    hall.ok(good);
}

/// The lines `quorate verify` has about signatures.
fn verified(book: &std::path::Path) -> (i32, Vec<String>) {
    let done = std::process::Command::new(env!("CARGO_BIN_EXE_quorate"))
        .args(["verify", "--lang", "zh"])
        .arg(book)
        .output()
        .unwrap();
    let text = String::from_utf8(done.stdout).unwrap();
    let lines = text.lines().filter(|line| line.contains("第1稿，")).map(str::to_owned);
    (done.status.code().unwrap(), lines.collect())
}

#[test]
fn verifying_a_book_looks_at_every_signature_in_it() {
    let mut hall = approved();
    let mut chair = own();
    hall.ok(bind(&chair.line, json!({"office": "chair"})));
    hall.ok(with_key(&mut chair, "presider"));
    hall.ok(sign(1, "recorder", "记录员"));
    let (code, lines) = verified(&hall.book);
    assert_eq!(code, 0, "{lines:?}");
    let [key, ink] = lines.as_slice() else { panic!("{lines:?}") };
    let good = key.starts_with("PASS 第1号会议第1稿，主持人主持人：已签") && key.contains(MANIFEST);
    assert!(good && key.contains(&chair.print), "{key}");
    assert!(ink.starts_with("NOTE") && ink.contains("在纸面签署"), "{ink}");
    // Withdrawn later, also on the same day: what it signed stays signed.
    hall.ok(json!({"do": "withdraw_key", "key": chair.print, "day": "2026-05-20", "why": "届满"}));
    assert_eq!(verified(&hall.book).0, 0);
}

#[test]
fn a_forged_signature_that_is_in_a_book_is_named() {
    let mut hall = approved();
    let chair = own();
    hall.ok(bind(&chair.line, json!({"office": "chair"})));
    // Past the door: as a program would write it that looks at nothing.
    let forged = SignWithKey {
        version: 1,
        role: Role::Presider,
        who: String::new(),
        key: chair.print.clone(),
        manifest: MANIFEST.to_owned(),
        signature: FORGED.to_owned(),
        document: None,
        day: None,
    };
    let mut ledger = Ledger::open(&hall.book).unwrap();
    let now = ledger.entries.last().unwrap().entered;
    let request = Request {
        meeting: Some(1),
        ..Request::new(now, quorate::record::Command::SignWithKey(forged))
    };
    ledger.submit(&request, Vec::new()).unwrap().unwrap();
    drop(ledger);
    let (code, lines) = verified(&hall.book);
    assert_eq!(code, 1);
    assert!(lines[0].starts_with("FAIL") && lines[0].contains("签名不符"), "{lines:?}");
    assert!(lines.last().unwrap().starts_with("结论：不符"), "{lines:?}");
}

#[test]
fn a_signature_over_another_hash_of_the_list_needs_the_folder() {
    let mut hall = closed();
    hall.ok(issue());
    hall.ok(by_the_chair(1));
    // Made by `ssh-keygen -Y sign`, which takes SHA-512.
    let [line, text, armour] = [
        include_str!("../../data/seal/foreign_key.pub"),
        include_str!("../../data/seal/foreign.txt"),
        include_str!("../../data/seal/foreign.sig"),
    ];
    hall.ok(bind(line, json!({"office": "chair"})));
    let print = hall.ledger().book.archive.keys[0].of.fingerprint.clone();
    hall.ok(json!({"do": "sign_with_key", "meeting": 1, "version": 1, "role": "presider",
        "key": print, "manifest": quorate::seal::sha256(text.as_bytes()), "signature": armour}));
    let (code, lines) = verified(&hall.book);
    assert_eq!(code, 0, "{lines:?}");
    let said = lines[0].starts_with("NOTE") && lines[0].contains("quorate verify 文件夹");
    assert!(said, "{lines:?}");
}

#[test]
fn what_is_no_public_key_is_refused_and_a_private_one_is_never_recorded() {
    let mut hall = closed();
    let private =
        "-----BEGIN OPENSSH PRIVATE KEY-----\nc2VjcmV0\n-----END OPENSSH PRIVATE KEY-----";
    let refused = hall.refused(bind(private, json!({"role": "recorder"})), "private_key");
    let said = refused["refused"]["recorder"].as_str().unwrap();
    assert!(said.contains(".pub"), "{said}");
    let [key, _] = ED25519;
    let short = key.get(..key.len() - 4).unwrap();
    let twice = format!("{key}\n{key}");
    for wrong in ["", "ssh-ed25519", "ssh-none AAAA", short, &twice, "SHA256:abc"] {
        hall.refused(bind(wrong, json!({"role": "recorder"})), "not_a_public_key");
    }
    assert!(hall.ledger().book.archive.keys.is_empty());
}

#[test]
fn a_key_goes_with_an_office_of_the_charter_or_with_a_role() {
    let mut hall = closed();
    let [key, print] = ED25519;
    hall.refused(bind(key, json!({})), "one_of_two_fields");
    hall.refused(bind(key, json!({"office": "chair", "role": "presider"})), "one_of_two_fields");
    hall.refused(bind(key, json!({"office": "mayor"})), "unknown_name");
    hall.ok(bind(key, json!({"office": "chair"})));
    hall.refused(bind(key, json!({"office": "chair"})), "key_bound_already");
    hall.ok(bind(key, json!({"role": "teller"})));
    let gone = |day: &str| json!({"do": "withdraw_key", "key": print, "day": day, "why": "换新机"});
    hall.refused(gone("2026-04-30"), "key_not_in_force");
    hall.refused(gone("2026-05-21"), "time_after_entry");
    hall.ok(gone("2026-05-20"));
    hall.refused(gone("2026-05-20"), "key_not_in_force");
    hall.refused(
        json!({"do": "withdraw_key", "key": "SHA256:none", "day": "2026-05-20", "why": "无"}),
        "unknown_key",
    );
    hall.refused(json!({"do": "undo"}), "undo_stops_at_paper");
    // Bound anew, it holds again beside its past.
    hall.ok(bind(key, json!({"office": "chair"})));
    agree(&hall.ledger(), &hall.book);
}

#[test]
fn ink_and_keys_stand_together() {
    let mut hall = approved();
    let (mut chair, mut recorder) = (own(), own());
    hall.ok(bind(&chair.line, json!({"office": "chair"})));
    hall.ok(bind(&recorder.line, json!({"role": "recorder"})));
    hall.ok(sign(1, "presider", "主持人"));
    let signed = hall.ok(with_key(&mut chair, "presider"));
    assert_eq!(signed["events"][0]["who"], "主持人", "the one the record names");
    assert_eq!(signed["events"][0]["day"], "2026-05-20");
    hall.refused(with_key(&mut chair, "presider"), "signed_already");
    assert_eq!(state(&mut hall)["state"], "approved");
    let mut kept = with_key(&mut recorder, "recorder");
    let content = kept["signature"].clone();
    hall.ok(json!({"do": "attach", "name": "MANIFEST.recorder.sig", "content": content}));
    kept["signature"] = json!("");
    kept["document"] = json!(1);
    hall.ok(kept);
    let state = state(&mut hall);
    assert_eq!(state["state"], "signed");
    let means: Vec<&Value> = state["versions"][0]["signatures"]
        .as_array()
        .unwrap()
        .iter()
        .map(|s| &s["means"])
        .collect();
    assert_eq!(means, ["ink", "key", "key"]);
    agree(&hall.ledger(), &hall.book);
}

#[test]
fn a_key_signs_in_its_own_role_and_time_only() {
    let mut hall = approved();
    let (mut recorder, mut secretary, mut chair) = (own(), own(), own());
    hall.refused(with_key(&mut recorder, "recorder"), "unknown_key");
    hall.ok(bind(&recorder.line, json!({"role": "recorder"})));
    hall.refused(with_key(&mut recorder, "presider"), "key_of_another_role");
    let mut wrong = with_key(&mut recorder, "recorder");
    wrong["manifest"] = json!("9F86");
    hall.refused(wrong, "not_a_digest");
    let mut wrong = with_key(&mut recorder, "recorder");
    wrong["signature"] = json!("签名");
    hall.refused(wrong, "not_a_signature");
    let mut wrong = with_key(&mut recorder, "recorder");
    wrong["document"] = json!(4);
    hall.refused(wrong, "one_of_two_fields");
    // The secretary-general's office did not preside: allowed with a reason.
    hall.ok(bind(&secretary.line, json!({"office": "secretary_general"})));
    hall.with_reason(with_key(&mut secretary, "presider"), "signed_by_another", "主持人委托");
    let mut later = bind(&chair.line, json!({"office": "chair"}));
    later["from"] = json!("2026-06-01");
    hall.ok(later);
    hall.refused(with_key(&mut chair, "presider"), "key_not_in_force");
    hall.ok(
        json!({"do": "withdraw_key", "key": recorder.print, "day": "2026-05-20", "why": "遗失"}),
    );
    hall.refused(with_key(&mut recorder, "recorder"), "key_not_in_force");
}

#[test]
fn keys_of_the_past_may_sign_for_their_time() {
    let mut hall = closed();
    let (recorder, later) = (own(), own());
    hall.ok(bind(ED25519[0], json!({"office": "chair"})));
    hall.ok(bind(&recorder.line, json!({"role": "recorder"})));
    hall.ok(json!({"do": "withdraw_key", "key": ED25519[1], "day": "2026-05-20", "why": "届满"}));
    hall.ok(bind(&later.line, json!({"role": "presider"})));
    let book = hall.ledger().book;
    let meeting = book.meeting(1).unwrap();
    let may = |role, day: &str| -> Vec<String> {
        let keys = book.keys_for(meeting, role, day.parse().unwrap());
        keys.iter().map(|k| k.of.fingerprint.clone()).collect()
    };
    assert_eq!(may(Role::Presider, "2026-05-19"), [ED25519[1], later.print.as_str()]);
    assert_eq!(may(Role::Presider, "2026-05-20"), [later.print.as_str()]);
    assert_eq!(may(Role::Recorder, "2026-05-20"), [recorder.print]);
    assert!(may(Role::Recorder, "2026-04-30").is_empty());
    assert!(may(Role::Teller, "2026-05-20").is_empty());
}
