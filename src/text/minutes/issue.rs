//! What the secretary worded, and that minutes were taken up again.

use super::{Say, inline, reason};
use crate::minutes::types::{Reopened, Wording};
use crate::text::Lang;

/// What the secretary worded, a line a paragraph; in the other language where it was not worded in this
/// one.
pub fn wording(say: &Say, wording: Option<&Wording>) -> Vec<String> {
    let Some(Wording { zh, en }) = wording else {
        return Vec::new();
    };
    let (own, other) = if say.lang == Lang::En { (en, zh) } else { (zh, en) };
    let text = if own.is_empty() { other } else { own };
    text.lines().map(inline).filter(|line| !line.trim().is_empty()).collect()
}

/// That minutes that were approved or signed were taken up again, and why.
pub fn reopened(say: &Say, one: &Reopened) -> String {
    let (time, no) = (say.time(&one.when), one.version);
    let reason = reason(&one.reason);
    say.say(
        format!("{time}　会议记录重新打开，第{no}稿不再作数，理由：{reason}。"),
        format!(
            "{time} The minutes were reopened, and version {no} no longer counts. Reason: {reason}."
        ),
    )
}
