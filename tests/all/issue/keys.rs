//! Keys bound to offices and roles, and what may be signed with them on which day.

// Helpers here stand outside test functions, where clippy allows it.
#![allow(clippy::unwrap_used)]

use super::{by_the_chair, closed, issue, sign, state};
use crate::common::Hall;
use crate::views::agree;
use quorate::record::issue::Role;
use serde_json::{Value, json};

/// Public keys made for these tests, with what `ssh-keygen -l` says of them.
const ED25519: [&str; 2] = [
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINHpDqhs4C8xJAcFEaSZ4OohlB5Rty33SlTEVx786xdu",
    "SHA256:8r7PCpwpmkoEeE7Im+YOuVY9dWFiHbMBWkzp9S2LXxE",
];
const RSA: [&str; 2] = [
    "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQCnO2ESxB5G42FgqwCkWlhBU3aVf7jIblJ9XLcyONkcF5PZEL7pAcLketuTZp4FPekwfexdr/zpmLf8mr+UVs255nNtJwC+aqj0ViBiTApxpoaDGiFtN0XjwIAIF8FjILsNDL7sW29IHehgbEyGwDI+8zHKDcdffafk/M1nuAmzPplu2uOSpBUZiETWAFp9hG2Jp++4OIOHEUHGIOGnEn2JBcZPN2mBn48vaQVJmkt5zz/8ayYNWsdL2mvGp4sVQylLSu53uz1Wwy903jrEffZ/64nuIoNX65G4RJprYU1sFfsxuwflSdLsoInAhPfTtzZuKr37WA4ZK961z+g7pB1dVeIHxQNS3Dso0P7XbVG/gP6o43niN4ZlGqAPnAKBXV40s/+BAmbFYdrc7HgibDF9CG5At/wtXj+DZHvYWsOKlDONI7+qKT5umXP6+WnKZ51BhXgffYQYdbRqnwnEeSVvi051sliYm7fLf0FaQg7eD7I2NhJ+u2rW1GbhLNrdQTc=",
    "SHA256:j0JYjsuy5AKH75v+veK+iMy4DGdbdXucdhHry6URCls",
];
const ECDSA: [&str; 2] = [
    "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBCuuXJ8y5/uH17X+Zet0xTDg26ig9tqiuu7zwlEr28f0+mgg1chixiwdgTIBbWOlU1OzrMF1S1+dHGT7qtcilvM=",
    "SHA256:hrXCxKMjvPZmeSFEFxKRw3ySEvz04bUZPhrLEIHG0t0",
];

const MANIFEST: &str = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
const SIGNATURE: &str =
    "-----BEGIN SSH SIGNATURE-----\nU1NIU0lHAAAAAQ==\n-----END SSH SIGNATURE-----\n";

fn bind(key: &str, to: Value) -> Value {
    let mut line = json!({"do": "bind_key", "key": key, "from": "2026-05-01"});
    line.as_object_mut().unwrap().extend(to.as_object().unwrap().clone());
    line
}

fn with_key(key: &str, role: &str) -> Value {
    json!({"do": "sign_with_key", "meeting": 1, "version": 1, "role": role, "key": key,
        "manifest": MANIFEST, "signature": SIGNATURE})
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
    for [key, fingerprint] in [ED25519, RSA, ECDSA] {
        let bound = hall.ok(bind(&format!("{key} 示例@machine\n"), json!({"office": "chair"})));
        assert_eq!(bound["events"][0]["fingerprint"], fingerprint);
        assert_eq!(
            bound["events"][0]["of"]["key"], key,
            "the comment names people and is left out"
        );
    }
    agree(&hall.ledger(), &hall.book);
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
    let other = key.replace("ssh-ed25519", "ssh-rsa");
    let twice = format!("{key}\n{key}");
    for wrong in ["", "ssh-ed25519", "ssh-dss AAAA", short, &other, &twice, "SHA256:abc"] {
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
        json!({"do": "withdraw_key", "key": RSA[1], "day": "2026-05-20", "why": "无"}),
        "unknown_key",
    );
    hall.refused(json!({"do": "undo"}), "undo_stops_at_declaration");
    // Bound anew, it holds again beside its past.
    hall.ok(bind(key, json!({"office": "chair"})));
    agree(&hall.ledger(), &hall.book);
}

#[test]
fn ink_and_keys_stand_together() {
    let mut hall = approved();
    hall.ok(bind(ED25519[0], json!({"office": "chair"})));
    hall.ok(bind(RSA[0], json!({"role": "recorder"})));
    hall.ok(sign(1, "presider", "主持人"));
    let signed = hall.ok(with_key(ED25519[1], "presider"));
    assert_eq!(signed["events"][0]["who"], "主持人", "the one the record names");
    assert_eq!(signed["events"][0]["day"], "2026-05-20");
    hall.refused(with_key(ED25519[1], "presider"), "signed_already");
    assert_eq!(state(&mut hall)["state"], "approved");
    hall.ok(json!({"do": "attach", "name": "MANIFEST.recorder.sig", "content": "示例"}));
    let mut kept = with_key(RSA[1], "recorder");
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
    hall.refused(with_key(RSA[1], "recorder"), "unknown_key");
    hall.ok(bind(RSA[0], json!({"role": "recorder"})));
    hall.refused(with_key(RSA[1], "presider"), "key_of_another_role");
    let mut wrong = with_key(RSA[1], "recorder");
    wrong["manifest"] = json!("9F86");
    hall.refused(wrong, "not_a_digest");
    let mut wrong = with_key(RSA[1], "recorder");
    wrong["signature"] = json!("签名");
    hall.refused(wrong, "not_a_signature");
    let mut wrong = with_key(RSA[1], "recorder");
    wrong["document"] = json!(4);
    hall.refused(wrong, "one_of_two_fields");
    // The secretary-general's office did not preside: allowed with a reason.
    hall.ok(bind(ECDSA[0], json!({"office": "secretary_general"})));
    hall.with_reason(with_key(ECDSA[1], "presider"), "signed_by_another", "主持人委托");
    let mut later = bind(ED25519[0], json!({"office": "chair"}));
    later["from"] = json!("2026-06-01");
    hall.ok(later);
    hall.refused(with_key(ED25519[1], "presider"), "key_not_in_force");
    hall.ok(json!({"do": "withdraw_key", "key": RSA[1], "day": "2026-05-20", "why": "遗失"}));
    hall.refused(with_key(RSA[1], "recorder"), "key_not_in_force");
}

#[test]
fn keys_of_the_past_may_sign_for_their_time() {
    let mut hall = closed();
    hall.ok(bind(ED25519[0], json!({"office": "chair"})));
    hall.ok(bind(RSA[0], json!({"role": "recorder"})));
    hall.ok(json!({"do": "withdraw_key", "key": ED25519[1], "day": "2026-05-20", "why": "届满"}));
    hall.ok(bind(ECDSA[0], json!({"role": "presider"})));
    let book = hall.ledger().book;
    let meeting = book.meeting(1).unwrap();
    let may = |role, day: &str| -> Vec<String> {
        let keys = book.keys_for(meeting, role, day.parse().unwrap());
        keys.iter().map(|k| k.of.fingerprint.clone()).collect()
    };
    assert_eq!(may(Role::Presider, "2026-05-19"), [ED25519[1], ECDSA[1]]);
    assert_eq!(may(Role::Presider, "2026-05-20"), [ECDSA[1]]);
    assert_eq!(may(Role::Recorder, "2026-05-20"), [RSA[1]]);
    assert!(may(Role::Recorder, "2026-04-30").is_empty());
    assert!(may(Role::Teller, "2026-05-20").is_empty());
}
