//! Decisions, what they changed, corrections, reversals and remarks in the minutes.

use super::people::presence;
use super::{Say, inline};
use crate::charter::Name;
use crate::minutes::agenda::Decision;
use crate::minutes::records::{
    Assumed, Corrected, Correction, Enactment, Loss, Paper, Reading, Remark, Reversal,
    TouchedElsewhere,
};
use crate::record::event::{Change, Count, Touched};
use crate::text::words;
use chrono::NaiveDate;

/// The line that opens a decision; its text follows as a quotation.
pub fn decision(say: &Say, decision: &Decision) -> String {
    let (number, motion, vote) = (inline(&decision.number), decision.motion, decision.vote);
    let matter = say.pick(&decision.matter.named.name);
    let effective = words::effective(say.lang, decision.effective);
    let effective = say.say(&effective, format!("in effect {effective}"));
    let subjects = if decision.subjects.is_empty() {
        String::new()
    } else {
        let names = say.subjects(&decision.subjects);
        say.say(format!("；涉及{names}"), format!("; concerning {names}"))
    };
    if let Some(item) = decision.election {
        return match decision.void {
            true => say.say(
                format!("{number}　{matter}（议程第{item}项选举）：已失效，文号不再使用。"),
                format!("{number} — {matter} (election, agenda item {item}): no longer stands; its number is not used again."),
            ),
            false => say.say(
                format!("{number}　{matter}（议程第{item}项选举；{effective}）："),
                format!("{number} — {matter} (election, agenda item {item}; {effective}):"),
            ),
        };
    }
    if decision.void {
        return say.say(
            format!("{number}　{matter}（第{motion}号议案，第{vote}次表决）：已失效，文号不再使用。"),
            format!("{number} — {matter} (motion {motion}, vote {vote}): no longer stands; its number is not used again."),
        );
    }
    say.say(
        format!("{number}　{matter}（第{motion}号议案，第{vote}次表决{subjects}；{effective}）："),
        format!("{number} — {matter} (motion {motion}, vote {vote}{subjects}; {effective}):"),
    )
}

/// What a decision changed in the book.
pub fn enactment(say: &Say, one: &Enactment) -> String {
    let day = one.when.at.date_naive();
    let said = change(say, &one.change, day);
    let time = say.time(&one.when);
    say.say(format!("据此，{said}（{time}）。"), format!("Accordingly {said} ({time})."))
}

fn change(say: &Say, change: &Change, day: NaiveDate) -> String {
    let today = words::date(say.lang, day);
    match change {
        Change::Joined { enrolment } => {
            let (name, no) = (inline(&enrolment.name), enrolment.unit);
            let certificate = inline(&enrolment.certificate);
            let from = enrolment.joined.map_or(today, |d| words::date(say.lang, d));
            say.say(
                format!("{name}自{from}起为成员（编号{no}，证书{certificate}）"),
                format!("{name} is a member from {from} (number {no}, certificate {certificate})"),
            )
        }
        Change::Withdrawn { unit } => {
            let name = say.unit(*unit);
            say.say(
                format!("{name}自{today}起退出"),
                format!("{name} is no longer a member from {today}, at its own wish"),
            )
        }
        Change::Expelled { unit } => {
            let name = say.unit(*unit);
            say.say(format!("{name}自{today}起除名"), format!("{name} is expelled from {today}"))
        }
        Change::Warned { unit } => {
            let name = say.unit(*unit);
            say.say(format!("对{name}予以警告"), format!("{name} is warned"))
        }
        Change::Appointed { office, name, unit, from, to } => {
            let office =
                say.charter.office(office).map_or_else(|| inline(office), |o| say.pick(&o.name));
            let unit = unit.map(|u| say.unit(u)).filter(|u| *u != inline(name));
            let unit =
                unit.map_or_else(String::new, |u| say.say(format!("（{u}）"), format!(" ({u})")));
            let (name, term) = (inline(name), term(say, *from, *to));
            say.say(
                format!("{name}{unit}任{office}{term}"),
                format!("{name}{unit} holds the office of {office}{term}"),
            )
        }
        Change::Ended { office, name, to, .. } => {
            let office =
                say.charter.office(office).map_or_else(|| inline(office), |o| say.pick(&o.name));
            // Who was there before stays until the successor takes office, in the course of that day: the log
            // has the last whole day.
            let left = words::date(say.lang, to.succ_opt().unwrap_or(*to));
            let name = inline(name);
            say.say(
                format!("{name}于{left}卸任{office}"),
                format!("{name} ceased to hold the office of {office} on {left}"),
            )
        }
        Change::Seated { body, units, .. } => {
            let body = say.charter.body(body).map_or_else(|| inline(body), |b| say.pick(&b.name));
            let names: Vec<String> = units.iter().map(|u| say.unit(*u)).collect();
            let (n, names) = (names.len(), say.list(&names));
            say.say(
                format!("{body}由下列{n}家组成：{names}"),
                format!("{body} has {n} units: {names}"),
            )
        }
        Change::Authorised { unit, scope, from, to } => {
            let (name, scope, term) = (say.unit(*unit), inline(scope), term(say, *from, *to));
            say.say(
                format!("授权{name}：{scope}{term}"),
                format!("{name} is authorised: {scope}{term}"),
            )
        }
        Change::Amended { draft, version, .. } => say.say(
            format!("章程改按第{version}版施行（草案{draft}）"),
            format!("version {version} of the charter is in force (draft {draft})"),
        ),
        Change::Issued { number, title, version, since, .. } => {
            let (title, since) = (inline(title), words::date(say.lang, *since));
            match version {
                1 => say.say(
                    format!("《{title}》编号{number}，自{since}起施行"),
                    format!("“{title}” has the number {number} and is in force from {since}"),
                ),
                _ => say.say(
                    format!("《{title}》（{number}）修订为第{version}版，自{since}起施行"),
                    format!(
                        "“{title}” ({number}) is revised, version {version}, in force from {since}"
                    ),
                ),
            }
        }
        Change::Undone { of } => {
            let said = self::change(say, of, day);
            say.say(
                format!("前记“{said}”不再有效"),
                format!("what was recorded before, “{said}”, is taken back"),
            )
        }
    }
}

fn term(say: &Say, from: Option<NaiveDate>, to: Option<NaiveDate>) -> String {
    let day = |d: Option<NaiveDate>| d.map(|d| words::date(say.lang, d));
    match (day(from), day(to)) {
        (Some(from), Some(to)) => {
            say.say(format!("，自{from}至{to}"), format!(" from {from} to {to}"))
        }
        (Some(from), None) => say.say(format!("，自{from}起"), format!(" from {from}")),
        (None, Some(to)) => say.say(format!("，至{to}止"), format!(" until {to}")),
        (None, None) => String::new(),
    }
}

/// A membership that ended by the charter itself.
pub fn loss(say: &Say, one: &Loss) -> String {
    let (time, name) = (say.time(&one.when), say.unit(one.unit));
    let (ground, evidence) = (inline(&one.ground), inline(&one.evidence));
    say.say(
        format!("{time}　{name}依章程自动丧失成员资格：{ground}（依据：{evidence}）。"),
        format!("{time} {name} lost its membership by the charter itself: {ground} (shown by: {evidence})."),
    )
}

/// A correction and what it touches, a line each.
pub fn correction(say: &Say, one: &Corrected) -> Vec<String> {
    let (time, why) = (say.time(&one.when), inline(&one.why));
    let (what, [zh, en]) = match &one.what {
        Correction::Attendance { unit, was, presence: now, since } => {
            let (name, now, since) = (say.unit(*unit), presence(say, now), say.clock(*since));
            let nothing = || say.word(["没有登记", "not entered"]);
            let was = was.as_ref().map_or_else(nothing, |w| presence(say, w));
            let what = say.say(
                format!("{name}的到会情况原记“{was}”，应为“{now}”，自{since}起"),
                format!(
                    "the attendance of {name} was entered as “{was}” and is “{now}”, from {since}"
                ),
            );
            (what, ["理由", "Reason"])
        }
        Correction::Count { vote, was, count, confirmed_by } => {
            let (was, now, by) = (sum(say, was), sum(say, count), inline(confirmed_by));
            let what = say.say(
                format!("第{vote}次表决的计票原记{was}，应为{now}，由{by}确认"),
                format!(
                    "the count of vote {vote} was entered as {was} and is {now}, confirmed by {by}"
                ),
            );
            (what, ["理由", "Reason"])
        }
        Correction::Text { decision, old, new } => {
            let (number, old, new) = (number(say, *decision), inline(old), inline(new));
            let what = say.say(
                format!("{number}的文字“{old}”改为“{new}”"),
                format!("in {number} “{old}” is to read “{new}”"),
            );
            (what, ["准许", "By leave of"])
        }
        Correction::Amendment { decision, version, restored } => {
            let number = number(say, *decision);
            let what = match restored {
                Some(restored) => say.say(
                    format!("{number}不再有效，章程第{version}版停止施行，恢复第{restored}版"),
                    format!("{number} no longer stands; version {version} of the charter gives way to version {restored} again"),
                ),
                None => say.say(
                    format!("{number}不再有效，但章程其后又有修改，第{version}版的文本没有恢复原状"),
                    format!("{number} no longer stands, but the charter was amended since, and what version {version} changed was left"),
                ),
            };
            let time = say.time(&one.when);
            let mut lines = vec![say.say(format!("{time}　{what}。"), format!("{time} {what}."))];
            lines.extend(one.touched.iter().map(|t| touched(say, t)));
            return lines;
        }
        Correction::Enactment { decision, wrong, right } => {
            let (number, wrong, right) =
                (number(say, *decision), say.unit(*wrong), say.unit(*right));
            let what = say.say(
                format!("{number}误对{wrong}执行，应为{right}"),
                format!("{number} was carried out on {wrong} instead of {right}"),
            );
            (what, ["理由", "Reason"])
        }
    };
    let mut lines = vec![say.say(
        format!("{time}　{what}。{zh}：{why}。"),
        format!("{time} Corrected: {what}. {en}: {why}."),
    )];
    lines.extend(one.touched.iter().map(|t| touched(say, t)));
    lines
}

fn number(say: &Say, decision: u32) -> String {
    let known = say.minutes.decisions.iter().find(|d| d.no == decision);
    known.map_or_else(|| decision.to_string(), |d| inline(&d.number))
}

fn sum(say: &Say, count: &Count) -> String {
    let (yes, no, abstain) = (count.yes, count.no, count.abstain);
    say.say(
        format!("赞成{yes}、反对{no}、弃权{abstain}"),
        format!("{yes} in favour, {no} against, {abstain} abstaining"),
    )
}

/// A figure a correction touches.
fn touched(say: &Say, one: &Touched) -> String {
    let what = say.word(match one.what.as_str() {
        "base" => ["基数", "base"],
        "present" => ["可表决数", "number able to vote"],
        "needed" => ["所需票数", "number needed"],
        "yes" => ["赞成票数", "votes in favour"],
        "verdict" => ["计算结果", "outcome by arithmetic"],
        "text" => ["所表决的文本", "text voted on"],
        "charter" => ["所依据的章程版本", "version of the charter judged by"],
        _ => ["其他", "other"],
    });
    let value = |text: &str| match text {
        "carried" => say.word(["通过", "carried"]),
        "lost" => say.word(["不通过", "lost"]),
        other => inline(other),
    };
    let (was, now, vote, meeting) = (value(&one.was), value(&one.would_be), one.vote, one.meeting);
    let place = if meeting == say.minutes.meeting.no {
        say.say(format!("第{vote}次表决"), format!("vote {vote}"))
    } else {
        say.say(
            format!("第{meeting}次记录的会议第{vote}次表决"),
            format!("vote {vote} of meeting {meeting} in the book"),
        )
    };
    // What another text would have made of it nobody knows.
    if one.would_be == "-" {
        return say.say(
            format!("所涉：{place}，{what}为第{was}版。"),
            format!("Touched: {place}, {what}: {was}."),
        );
    }
    say.say(
        format!("所涉：{place}的{what}，记录为{was}，据此应为{now}。"),
        format!("Touched: {place}, {what}: {was} on record, {now} by this."),
    )
}

/// What follows from figures that a correction touches: nothing by itself.
pub fn touched_rule(say: &Say) -> String {
    say.word([
        "更正只列明所涉数字，不自动改变已宣布的结果。",
        "A correction lists the figures it touches; no declared result changes by itself.",
    ])
}

/// What a correction made in another meeting says about this one.
pub fn touched_elsewhere(say: &Say, one: &TouchedElsewhere) -> Vec<String> {
    let entry = one.entry;
    let mut lines = vec![say.say(
        format!("其他会议中的更正（会议簿第{entry}条）涉及本次会议："),
        format!("A correction made elsewhere (entry {entry}) touches this meeting:"),
    )];
    lines.extend(one.touched.iter().map(|t| touched(say, t)));
    lines
}

/// Entries taken back.
pub fn reversal(say: &Say, one: &Reversal) -> String {
    let time = say.time(&one.when);
    let (from, to, what) = (one.from, one.to, words::act_name(say.lang, &one.what));
    let made = one.made.map(|at| say.clock(at)).unwrap_or_default();
    let (zh, en) = if from == to {
        (format!("第{from}条"), format!("entry {from}"))
    } else {
        (format!("第{from}至{to}条"), format!("entries {from} to {to}"))
    };
    say.say(
        format!("{time}　撤销{zh}（{what}，{made}录入）。"),
        format!("{time} Taken back: {en} ({what}, entered at {made})."),
    )
}

/// What was remarkable, with the reason given.
pub fn remark(say: &Say, one: &Remark) -> String {
    let (time, what) = (say.time(&one.when), words::act_name(say.lang, &one.kind));
    let codes: Vec<String> = one.codes.iter().map(|c| say.code(c)).collect();
    let codes = codes.join(&say.word(["；", "; "]));
    match &one.reason {
        Some(reason) => {
            let reason = inline(reason);
            say.say(
                format!("{time}　{what}：{codes}。说明：{reason}。"),
                format!("{time} {what}: {codes}. Reason given: {reason}."),
            )
        }
        None => say.say(format!("{time}　{what}：{codes}。"), format!("{time} {what}: {codes}.")),
    }
}

/// A paper kept in the book.
pub fn paper(say: &Say, one: &Paper) -> String {
    let (no, name, digest) = (one.document, inline(&one.name), &one.sha256);
    say.say(
        format!("文件第{no}号：{name}（SHA-256 {digest}）"),
        format!("Paper {no}: {name} (SHA-256 {digest})"),
    )
}

/// A value used that the charter does not state.
pub fn default_used(say: &Say, one: &Assumed) -> String {
    let name = if one.name == Name::default() { place(say, &one.at) } else { say.pick(&one.name) };
    let basis = say.basis(&one.basis);
    say.say(format!("{name}——{basis}。"), format!("{} — {basis}.", words::capital(&name)))
}

/// How a table of the charter file is called that has no name of its own.
fn place(say: &Say, at: &str) -> String {
    let words = match at {
        "notice" => ["会议通知期", "notice of meetings"],
        "proxy" => ["委托其他成员表决", "voting by proxy"],
        "minority_count" => ["只数反对和弃权", "counting only against and abstaining"],
        "floor_amendment" => ["会上修正案的比例", "the share for amendments from the floor"],
        _ if at.ends_with(".quorum") => ["法定出席数", "the quorum"],
        _ if at.ends_with(".recusal_minimum") => {
            ["回避后的最少家数", "the fewest left after recusals"]
        }
        _ => return inline(at),
    };
    say.word(words)
}

/// An open question and the reading used.
pub fn reading_used(say: &Say, one: &Reading) -> String {
    let (id, ask) = (inline(&one.question), say.pick(&one.ask));
    let reading = say.pick(&one.reading);
    let basis = say.basis(&one.basis);
    say.say(format!("{id}　{ask}{reading}（{basis}）"), format!("{id} {ask} {reading} ({basis})"))
}
