//! Everything that was done with the minutes of a meeting: versions, signatures, remarks, what was printed.

use super::minutes::{name, next_line, of_row, state, to_sign, version_name};
use crate::record::issue::{AnswerRemark, ApproveMinutes, Issued, Remarked, Signature, SlipIssued};
use crate::text::{Lang, Words, verify, words};
use crate::ui::console::Console;

/// See [`super::detail`].
pub fn detail(console: &Console, row: u64) -> Vec<String> {
    let lang = console.lang();
    let Some(meeting) = of_row(console, row) else {
        return Vec::new();
    };
    let label = |words: Words, said: String| format!("{}  {said}", lang.say(words));
    let mut lines = vec![format!("# {}", name(console, meeting))];
    lines.push(label(["状态", "state"], state(console, lang, meeting)));
    if let Some(next) = next_line(console, meeting) {
        lines.push(label(["下一步", "next"], next));
    }
    let left = to_sign(console, meeting);
    if !left.is_empty() {
        let left: Vec<String> =
            left.iter().map(|(role, who)| format!("{} {who}", words::role(lang, *role))).collect();
        lines.push(label(["待签", "to sign"], left.join(&lang.say(["；", "; "]))));
    }
    let Some(life) = console.ledger.book.minutes_of(meeting.no) else {
        return lines;
    };
    for version in life.versions.iter().rev() {
        lines.push(String::new());
        lines.extend(version_lines(console, version));
    }
    if !life.reopenings.is_empty() {
        lines.push(String::new());
        lines.push(lang.say(["# 重新打开", "# Reopened"]));
        for one in &life.reopenings {
            let (no, day) = (one.version, words::date(lang, one.day));
            let version = version_name(lang, no);
            lines.push(format!("{version}  {day}  {}", one.reason));
        }
    }
    if !life.remarks.is_empty() {
        lines.push(String::new());
        lines.push(lang.say(["# 对草稿的意见", "# Remarks on the draft"]));
        for one in &life.remarks {
            lines.extend(remark_lines(console, &one.remark, one.answer.as_ref()));
        }
    }
    if !life.printed.is_empty() {
        lines.push(String::new());
        lines.push(lang.say(["# 印制", "# Printed"]));
        lines.extend(life.printed.iter().map(|p| format!("{}  {}", p.paper, p.copies)));
    }
    lines
}

fn remark_lines(
    console: &Console,
    remark: &Remarked,
    answer: Option<&AnswerRemark>,
) -> Vec<String> {
    let lang = console.lang();
    let of = &remark.of;
    let who = of.unit.map_or_else(|| of.by.clone(), |unit| console.ledger.book.unit_name(unit));
    let item = of.item.map_or_else(String::new, |no| {
        lang.join(&format!("（议程第{no}项）"), &format!(" (item {no})"))
    });
    let mut lines = vec![format!("{}  {who}{item}  {}", remark.remark, of.text)];
    lines.push(match answer {
        Some(answer) => {
            let taken: Words =
                if answer.taken { ["采纳", "taken up"] } else { ["未采纳", "not taken up"] };
            format!("   → {}  {}", lang.say(taken), answer.text)
        }
        None => lang.say(["   → 还没有答复", "   → not answered yet"]),
    });
    lines
}

fn version_lines(console: &Console, version: &Issued) -> Vec<String> {
    let lang = console.lang();
    let label = |words: Words, said: String| format!("{}  {said}", lang.say(words));
    let of = &version.of;
    let day = words::date(lang, version.at.date_naive());
    let said = if version.reopened {
        lang.say(["已重新打开，不再作数", "reopened; counts no more"])
    } else {
        words::minutes_state(lang, version.state())
    };
    let mut lines = vec![format!("# {}  {day}  {said}", version_name(lang, of.version))];
    // The digest itself is read from the paper at the ceremony, and not from here.
    let (entry, word) = (of.head_entry, verify::check_word(&of.head_sha256));
    lines.push(label(
        ["纸上所印", "on the paper"],
        lang.join(
            &format!("会议簿第{entry}条，校验字{word}"),
            &format!("entry {entry} of the book, check word {word}"),
        ),
    ));
    lines.push(label(["文件校验码", "file digest"], digest_head(&of.sha256)));
    if let Some(approval) = &version.approval {
        lines.push(label(["通过", "approved"], approved(console, approval)));
    }
    for signature in &version.signatures {
        lines.push(label(["签署", "signed"], signed(console, signature)));
    }
    for one in &version.published {
        let day = words::date(lang, one.day);
        let copy =
            if one.public { lang.say(["公开本  ", "public copy  "]) } else { String::new() };
        lines.push(label(["发布", "published"], format!("{copy}{}  {day}", one.place)));
    }
    for slip in &version.slips {
        let (no, said) = (slip.slip, corrected(lang, slip));
        lines.push(label(["更正单", "slip"], format!("{no}  {said}")));
    }
    lines
}

/// What a slip corrects, in a line.
fn corrected(lang: Lang, slip: &SlipIssued) -> String {
    let of = &slip.of;
    lang.join(
        &format!("{}：“{}”改为“{}”（{}）", of.passage, of.was, of.becomes, of.why),
        &format!("{}: “{}” reads “{}” ({})", of.passage, of.was, of.becomes, of.why),
    )
}

/// A slip with its number and its day, as it stands before the minutes it corrects.
pub(in crate::ui) fn slip_line(lang: Lang, slip: &SlipIssued) -> String {
    let (no, said) = (slip.slip, corrected(lang, slip));
    let day = words::date(lang, slip.day);
    lang.join(
        &format!("更正单第{no}号，{day}　{said}"),
        &format!("Correction slip no. {no}, {day}: {said}"),
    )
}

/// The first groups of a digest, enough to tell versions apart.
fn digest_head(sha256: &str) -> String {
    let groups: Vec<&str> = (0..4).filter_map(|n| sha256.get(n * 4..n * 4 + 4)).collect();
    format!("{} …", groups.join(" "))
}

fn approved(console: &Console, approval: &ApproveMinutes) -> String {
    let lang = console.lang();
    let day = approval.day.map(|d| words::date(lang, d)).unwrap_or_default();
    let by = match approval.decision {
        Some(no) => {
            let known = console.ledger.book.decisions.iter().find(|d| d.no == no);
            known.map_or_else(|| no.to_string(), |d| d.number.clone())
        }
        None => approval.by.clone(),
    };
    format!("{by}  {day}")
}

fn signed(console: &Console, signature: &Signature) -> String {
    let lang = console.lang();
    let role = words::role(lang, signature.role());
    let day = signature.day().map(|d| words::date(lang, d)).unwrap_or_default();
    let how = match signature {
        Signature::Ink(ink) => {
            let scan = ink.scan.map_or_else(String::new, |no| {
                lang.join(&format!("，扫描件第{no}号"), &format!(", scan: paper {no}"))
            });
            let place =
                if ink.place.is_empty() { String::new() } else { format!("  {}", ink.place) };
            format!("{place}  {}{scan}", lang.say(["纸面", "on paper"]))
        }
        Signature::Key(key) => {
            let print: String = key.key.chars().take(23).collect();
            format!("  {} {print}…", lang.say(["密钥", "key"]))
        }
    };
    format!("{role} {}  {day}{how}", signature.who())
}
