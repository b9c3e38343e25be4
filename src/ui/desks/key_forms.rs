//! The forms of keys: a public key bound to an office, after its fingerprint was compared.

use super::minutes_forms::Filled;
use crate::record::Command;
use crate::record::issue::{BindKey, Role as Signs};
use crate::text::{Lang, words};
use crate::ui::console::Console;
use crate::ui::form::Form;
use crate::ui::forms::{a_day, l};
use crate::ui::purpose::{Rows, Wrong};
use chrono::NaiveDate;
use std::path::PathBuf;

/// The office, the key and its first day.
pub(super) fn bind(console: &Console, form: Form, today: NaiveDate) -> Form {
    let lang = console.lang();
    let charter = console.ledger.book.charter.as_deref();
    let mut to: Vec<(String, String)> = charter
        .map(|c| c.offices.iter().map(|o| (o.id.clone(), lang.pick(&o.name))).collect())
        .unwrap_or_default();
    for role in [Signs::Presider, Signs::Recorder, Signs::Teller] {
        let name = words::role(lang, role);
        let label = lang.join(&format!("每次会议的{name}"), &format!("{name} of every meeting"));
        to.push((format!("role:{}", role.code()), label));
    }
    form.intro(l(lang, [
        "只登记公钥。私钥和口令归本人，不进会议簿。请当面或用电话核对指纹。",
        "Only the public key is entered. The private key and its passphrase are the holder's own and in no book. Compare the fingerprint face to face or by telephone.",
    ]))
    .choice("office", l(lang, ["职务", "office"]), to, 0)
    .line("key", l(lang, ["公钥", "public key"]), "")
    .hint(l(lang, ["以 ssh-ed25519 开头的一行", "the line that begins with ssh-ed25519"]))
    .line("path", l(lang, ["或 .pub 文件", "or its .pub file"]), "")
    .line("day", l(lang, ["自哪天起", "from"]), &today.to_string())
    .hint(a_day(lang))
    .cells(24)
}

/// A key that was typed, or is to be read from its file.
pub(super) fn bound(rows: &Rows, from: NaiveDate) -> Result<Filled, Wrong> {
    let to = rows.text("office");
    let role = match to.strip_prefix("role:") {
        Some("presider") => Some(Signs::Presider),
        Some("recorder") => Some(Signs::Recorder),
        Some(_) => Some(Signs::Teller),
        None => None,
    };
    let office = if role.is_some() { String::new() } else { to };
    let key = BindKey { office, role, key: rows.text("key"), from };
    match rows.text("path") {
        path if path.is_empty() => {
            rows.said("key")?;
            Ok(Filled::Bind(key))
        }
        path => Ok(Filled::KeyFile(PathBuf::from(path), key)),
    }
}

/// The fingerprint of a key before it is bound.
pub(super) fn fingerprint(lang: Lang, form: Form, print: &str) -> Form {
    let asks = l(
        lang,
        [
            "这把公钥的指纹如下。请当面或用电话请持有人念出他的指纹（quorate key show），逐字核对：",
            "The fingerprint of this key is below. Have its holder read theirs out, face to face or by telephone (`quorate key show`), and compare every letter:",
        ],
    );
    let same = l(lang, ["核对一致", "it is the same"]);
    form.intro(format!("{asks}\n\n{print}")).yes_no(lang, "same", same, false)
}

/// The key whose fingerprint was compared.
pub(super) fn compared(rows: &Rows, key: &BindKey) -> Result<Command, Wrong> {
    if rows.text("same") == "yes" {
        return Ok(Command::BindKey(key.clone()));
    }
    Err(rows.wrong(
        "same",
        [
            "核对一致才登记。指纹不同的，这不是他的公钥，请另要一份。",
            "It is entered only when it is the same. Where it differs it is not their key; ask for another.",
        ],
    ))
}
