//! Minutes that were signed, and then corrected by slips.

// Helpers here stand outside test functions, where clippy allows it.
#![allow(clippy::unwrap_used)]

use super::{by_the_chair, closed, issue, sign, signed, slip};
use crate::common::Hall;
use crate::seal::key;
use quorate::seal::{Signer, sha256};
use serde_json::json;

/// Signed by both, and nothing to correct.
pub fn signed_only() -> Hall {
    signed()
}

/// Signed in ink and with a key, and corrected twice.
pub fn corrected() -> Hall {
    let mut hall = closed();
    hall.ok(issue());
    hall.ok(by_the_chair(1));
    hall.ok(sign(1, "presider", "主持人"));
    let mut own = key("记录员");
    let line = own.public().bare();
    hall.ok(json!({"do": "bind_key", "key": line, "role": "recorder", "from": "2026-05-01"}));
    let signature = own.sign(b"a list").unwrap();
    hall.ok(json!({"do": "sign_with_key", "meeting": 1, "version": 1, "role": "recorder",
        "key": own.public().fingerprint(), "manifest": sha256(b"a list"), "signature": signature}));
    // A slip of the pen that every typeface has.
    let mut first = slip(1);
    first["was"] = json!("年度抱告");
    hall.ok(first.clone());
    let mut second = first;
    second["passage"] = json!("第1项第2段");
    hall.ok(second);
    hall
}
