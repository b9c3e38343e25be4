//! The sample book: an act script read through the same door as any other.

use crate::act;
use crate::record::Stamp;
use crate::text::Lang;
use std::path::Path;

/// The script; `{today}` and `{notice}` stand for the day of the sample meeting and of its notice.
pub const SCRIPT: &str = include_str!("../assets/demo.jsonl");

/// The script for a meeting on the day of `now`.
pub fn script(now: Stamp) -> String {
    // The sample association lives on Beijing time, wherever the machine stands.
    let zone = chrono::FixedOffset::east_opt(8 * 3600);
    let now = zone.map_or(now, |zone| now.with_timezone(&zone));
    let today = now.date_naive();
    let notice = today - chrono::Days::new(20);
    let begun = today - chrono::Months::new(13);
    SCRIPT
        .replace("{today}", &today.to_string())
        .replace("{notice}", &notice.to_string())
        .replace("{begun}", &begun.to_string())
        .replace("{now}", &now.to_rfc3339())
}

/// Makes the sample book; an existing file is left alone and is an error.
pub fn make(path: &Path, now: Stamp, lang: Lang) -> anyhow::Result<()> {
    if path.exists() {
        return Err(crate::store::LogError::Exists { path: path.to_owned() }.into());
    }
    let door = act::Door { book: path, lang, now: crate::machine::now };
    let mut answers = Vec::new();
    let well = act::run(&door, script(now).as_bytes(), &mut answers)?;
    if well {
        Ok(())
    } else {
        let answers = String::from_utf8_lossy(&answers);
        let bad = answers.lines().find(|l| l.contains("\"ok\":false")).unwrap_or_default();
        anyhow::bail!("{bad}")
    }
}
