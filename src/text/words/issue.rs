//! The life of minutes in words: states, roles, and the lines of the log.

use super::event::Told;
use super::parts::{about, note};
use super::{day, office_name, two};
use crate::charter::Name;
use crate::record::event::Event;
use crate::record::issue::{ApproveMinutes, Bound, Role, SignWithKey, State, Tongue, Word};
use crate::text::Lang;

/// How far minutes have come.
pub fn minutes_state(lang: Lang, state: State) -> String {
    lang.say(match state {
        State::Draft => ["草稿", "draft"],
        State::Approved => ["已通过", "approved"],
        State::Signed => ["已签署", "signed"],
        State::Published => ["已发布", "published"],
    })
}

/// In what capacity somebody signs.
pub fn role(lang: Lang, role: Role) -> String {
    lang.pick(&role_name(role))
}

/// See [`role`].
pub(in crate::text) fn role_name(role: Role) -> Name {
    match role {
        Role::Presider => two("主持人", "presider"),
        Role::Recorder => two("记录人", "recorder"),
        Role::Teller => two("监票计票人", "teller"),
    }
}

/// The line of a fact about minutes as a paper.
pub(super) fn issue_line(told: &Told, event: &Event) -> Name {
    match event {
        Event::MinutesWorded(word) => worded(told, word),
        Event::DraftRemarked(remark) => {
            let of = &remark.of;
            let who = of.unit.map_or_else(|| of.by.clone(), |unit| told.unit(unit));
            let (no, text) = (remark.remark, &of.text);
            two(
                format!("对会议记录草稿的意见{no}（{who}）：{text}"),
                format!("remark {no} on the draft of the minutes ({who}): {text}"),
            )
        }
        Event::RemarkAnswered(answer) => {
            let taken =
                if answer.taken { ["采纳", "taken up"] } else { ["不采纳", "not taken up"] };
            let (no, text) = (answer.remark, &answer.text);
            two(
                format!("答复意见{no}（{}）：{text}", taken[0]),
                format!("answer to remark {no} ({}): {text}", taken[1]),
            )
        }
        Event::MinutesIssued(version) => {
            let (no, digest) = (version.version, short(&version.sha256));
            two(
                format!("编发会议记录第{no}稿（{digest}）"),
                format!("minutes issued, version {no} ({digest})"),
            )
        }
        Event::MinutesApproved(approval) => approved(told, approval),
        Event::MinutesSigned(ink) => {
            let role = role_name(ink.role);
            let (no, who, day) = (ink.version, &ink.who, day(ink.day));
            let said = two(
                format!("{}{who}于{}在纸面签署会议记录第{no}稿", role.zh, day.zh),
                format!("{who}, {}, signed version {no} on paper on {}", role.en, day.en),
            );
            note(said, &ink.place)
        }
        Event::MinutesSignedWithKey(key) => signed_with_key(key),
        Event::MinutesPublished(given) => {
            let (no, place, day) = (given.version, &given.place, day(given.day));
            let copy = if given.public { ["公开本", ", public copy"] } else { ["", ""] };
            two(
                format!("会议记录第{no}稿{}于{}发布：{place}", copy[0], day.zh),
                format!("minutes, version {no}{}, published on {}: {place}", copy[1], day.en),
            )
        }
        Event::MinutesReopened(reopening) => {
            let no = reopening.version;
            two(
                format!("重新打开会议记录（第{no}稿不再作数）"),
                format!("minutes reopened; version {no} no longer counts"),
            )
        }
        Event::SlipIssued(slip) => {
            let (no, of) = (slip.slip, &slip.of);
            let said = two(
                format!("更正单{no}（{}）：“{}”改为“{}”", of.passage, of.was, of.becomes),
                format!(
                    "correction slip {no} ({}): “{}” reads “{}”",
                    of.passage, of.was, of.becomes
                ),
            );
            note(said, &of.why)
        }
        Event::KeyBound(bound) => key_bound(told, bound),
        Event::KeyWithdrawn(gone) => {
            let (key, day) = (&gone.key, day(gone.day));
            let said = two(
                format!("自{}起收回密钥{key}", day.zh),
                format!("key {key} withdrawn from {}", day.en),
            );
            note(said, &gone.why)
        }
        Event::PapersPrinted(printed) => {
            let (paper, copies) = (&printed.paper, printed.copies);
            let said = two(
                format!("印制{paper}{copies}份"),
                format!("{copies} printed of the paper “{paper}”"),
            );
            match printed.item.map(|no| told.item(no)) {
                Some(item) => {
                    two(format!("{}（{}）", said.zh, item.zh), format!("{} ({})", said.en, item.en))
                }
                None => said,
            }
        }
        _ => Name::default(),
    }
}

fn worded(told: &Told, word: &Word) -> Name {
    let item = word.item.map_or_else(|| two("全文", "as a whole"), |no| told.item(no));
    let tongue = match word.lang {
        Tongue::Zh => two("中文", "Chinese"),
        Tongue::En => two("英文", "English"),
    };
    if word.text.is_empty() {
        return two(
            format!("删去会议记录文字：{}（{}）", item.zh, tongue.zh),
            format!("wording of the minutes taken away: {} ({})", item.en, tongue.en),
        );
    }
    let text = &word.text;
    two(
        format!("撰写会议记录文字：{}（{}）：{text}", item.zh, tongue.zh),
        format!("wording of the minutes: {} ({}): {text}", item.en, tongue.en),
    )
}

fn approved(told: &Told, approval: &ApproveMinutes) -> Name {
    let no = approval.version;
    let how = match approval.decision {
        Some(decision) => {
            let known = told.book.decisions.iter().find(|d| d.no == decision);
            let number = known.map_or_else(|| decision.to_string(), |d| d.number.clone());
            two(format!("依据{number}"), format!("by {number}"))
        }
        None => two(format!("由{}", approval.by), format!("by {}", approval.by)),
    };
    let on = approval.day.map(day).unwrap_or_default();
    two(
        format!("{}于{}通过会议记录第{no}稿", how.zh, on.zh),
        format!("minutes, version {no}, approved {} on {}", how.en, on.en),
    )
}

fn signed_with_key(key: &SignWithKey) -> Name {
    let role = role_name(key.role);
    let (no, who, print) = (key.version, &key.who, &key.key);
    let said = two(
        format!("{}{who}以密钥签署会议记录第{no}稿", role.zh),
        format!("{who}, {}, signed version {no} with a key", role.en),
    );
    note(said, print)
}

fn key_bound(told: &Told, bound: &Bound) -> Name {
    let of = &bound.of;
    let to = of.role.map_or_else(|| office_name(told.book, &of.office), role_name);
    let (key, from) = (&bound.fingerprint, day(of.from));
    let said = about("登记密钥", "key bound", key);
    two(
        format!("{}，{}，自{}起", said.zh, to.zh, from.zh),
        format!("{}, {}, from {}", said.en, to.en, from.en),
    )
}

/// The first letters of a digest, enough to tell versions apart in a line.
fn short(sha256: &str) -> &str {
    sha256.get(..12).unwrap_or(sha256)
}
