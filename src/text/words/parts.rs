//! The parts of a line that take more than a phrase.

use super::event::Told;
use super::{
    act, body_name, choice_name, clock, day, item_end, method_name, note_kind_name, office_name,
    outcome_name, presence_name, title, two,
};
use crate::charter::{Method, Name};
use crate::record::event::{Count, ItemEnd, NoteKind, Presence};
use crate::record::tally::Verdict;
use crate::record::{Book, Choice, Stamp};
use crate::text::Lang;
use chrono::NaiveDate;

/// Two phrases with the same thing behind both: `休会：…` / `break: …`.
pub(super) fn about(zh: &str, en: &str, what: &str) -> Name {
    two(format!("{zh}：{what}"), format!("{en}: {what}"))
}

/// The same, the thing being a text in both languages.
pub(super) fn of(zh: &str, en: &str, what: &Name) -> Name {
    two(format!("{zh}：{}", what.zh), format!("{en}: {}", what.en))
}

/// Something in brackets behind a phrase, if there is anything.
pub(super) fn note(said: Name, what: &str) -> Name {
    if what.trim().is_empty() {
        return said;
    }
    two(format!("{}（{what}）", said.zh), format!("{} ({what})", said.en))
}

pub(super) fn reading(told: &Told, question: &str, option: &str, basis: &str) -> Name {
    let asked = told.charter().and_then(|c| c.question(question));
    let choice = asked.and_then(|q| q.options.iter().find(|o| o.id == option));
    let name = choice.map_or_else(|| Book::said(option), |o| o.name.clone());
    let said = two(
        format!("待释问题{question}选定读法：{}", name.zh.trim_end_matches('。')),
        format!("question {question}, reading adopted: {}", name.en.trim_end_matches('.')),
    );
    note(said, basis)
}

pub(super) fn stood(told: &Told, body: &str, term: u32, number: u32) -> Name {
    let name = body_name(told.charter(), body);
    two(
        format!("期初届次：{}第{term}届，已开{number}次", name.zh),
        format!("opening term: {}, term {term}, meetings held {number}", name.en),
    )
}

pub(super) fn convened(
    told: &Told,
    body: &str,
    number: [u32; 2],
    special: bool,
    date: NaiveDate,
    place: &str,
) -> Name {
    let day = day(date);
    let name = match told.charter() {
        Some(charter) => title(charter, body, number, special),
        None => Book::said(body),
    };
    two(
        format!("召集{}，{}，{place}", name.zh, day.zh),
        format!("convened: {}, {}, {place}", name.en, day.en),
    )
}

pub(super) fn moved_item(told: &Told, item: u32, before: Option<u32>) -> Name {
    let item = told.item(item);
    match before {
        Some(before) => two(
            format!("{}移到第{before}项之前", item.zh),
            format!("{} placed before item {before}", item.en),
        ),
        None => two(format!("{}移到最后", item.zh), format!("{} placed last", item.en)),
    }
}

pub(super) fn filed(told: &Told, item: u32, precondition: &str, text: &str) -> Name {
    let known = told.charter().and_then(|c| c.precondition(precondition));
    let name = known.map_or_else(|| Book::said(precondition), |p| p.name.clone());
    let said =
        two(format!("第{item}项已备：{}", name.zh), format!("filed for item {item}: {}", name.en));
    note(said, text)
}

pub(super) fn attendance(told: &Told, unit: u32, presence: &Presence) -> Name {
    let name = told.unit(unit);
    let (zh, en, detail) = match presence {
        Presence::InPerson { who } => ("签到（本人）", "signed in (in person)", who.clone()),
        Presence::Delegate { who, letter } => {
            let parts: Vec<&str> = [who.as_str(), letter.as_str()]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect();
            ("签到（委派）", "signed in (delegate)", parts.join(" "))
        }
        Presence::Proxy { holder, .. } => return proxy(&name, &told.unit(*holder)),
        Presence::Online { who } => ("签到（线上）", "signed in (online)", who.clone()),
        Presence::Excused { why } => ("请假", "excused", why.clone()),
        Presence::Absent => ("缺席", "absent", String::new()),
        Presence::Left => ("离会", "left", String::new()),
    };
    note(about(zh, en, &name), &detail)
}

/// The letter was checked when the proxy was entered.
pub(super) fn proxy(unit: &str, holder: &str) -> Name {
    two(format!("委托：{unit}由{holder}代为表决"), format!("proxy: {holder} votes for {unit}"))
}

pub(super) fn interrupted(cause: &str, from: Stamp, until: Stamp) -> Name {
    let (from, until) = (clock(from), clock(until));
    two(
        format!("中断：{cause}（{from}至{until}）"),
        format!("interrupted: {cause} ({from} to {until})"),
    )
}

pub(super) fn item_ended(told: &Told, item: u32, end: &ItemEnd) -> Name {
    let item = told.item(item);
    let how = two(item_end(Lang::Zh, end), item_end(Lang::En, end));
    let said = two(format!("{}{}", item.zh, how.zh), format!("{}: {}", item.en, how.en));
    match end {
        ItemEnd::Closed => said,
        ItemEnd::Postponed { why } | ItemEnd::CarriedOver { why } => note(said, why),
        ItemEnd::Referred { body, why } => {
            let body = body_name(told.charter(), body);
            let to = two(format!("{}{}", said.zh, body.zh), format!("{} to {}", said.en, body.en));
            note(to, why)
        }
    }
}

/// The figures of one count.
pub(super) fn figures(count: &Count) -> Name {
    let Count { yes, no, abstain, .. } = count;
    let said = two(
        format!("赞成{yes}、反对{no}、弃权{abstain}"),
        format!("{yes} in favour, {no} against, {abstain} abstaining"),
    );
    let said = if count.derived_from.is_some() {
        two(format!("{}（赞成为推算）", said.zh), format!("{} (yes derived)", said.en))
    } else {
        said
    };
    // What was entered in a weight or a group belongs to the count.
    let beside = count.by.iter().fold(said, |said, (name, sides)| {
        let (yes, no, abstain) = (sides.yes, sides.no, sides.abstain);
        two(
            format!("{}；{name}：赞成{yes}、反对{no}、弃权{abstain}", said.zh),
            format!("{}; {name}: {yes} in favour, {no} against, {abstain} abstaining", said.en),
        )
    });
    note(beside, &count.section)
}

pub(super) fn called(told: &Told, unit: u32, choice: Choice) -> Name {
    let (unit, choice) = (told.unit(unit), choice_name(choice));
    two(format!("唱名：{unit}，{}", choice.zh), format!("roll call: {unit}, {}", choice.en))
}

pub(super) fn closed(vote: u32, verdict: &Verdict) -> Name {
    let tally = verdict.tally;
    two(
        format!(
            "第{vote}次表决计票结束：赞成{}、反对{}、弃权{}",
            tally.yes, tally.no, tally.abstain
        ),
        format!(
            "vote {vote} counted: {} in favour, {} against, {} abstaining",
            tally.yes, tally.no, tally.abstain
        ),
    )
}

pub(super) fn declared(
    vote: u32,
    carried: bool,
    number: Option<&str>,
    casting: Option<Choice>,
) -> Name {
    let outcome = outcome_name(carried);
    let said = two(
        format!("宣布：第{vote}次表决{}", outcome.zh),
        format!("declared: vote {vote} {}", outcome.en),
    );
    let said = note(said, number.unwrap_or_default());
    match casting.map(choice_name) {
        Some(choice) => two(
            format!("{}，主持人的决定票：{}", said.zh, choice.zh),
            format!("{}, the presider's casting vote {}", said.en, choice.en),
        ),
        None => said,
    }
}

pub(super) fn struck(kind: &str, from: u64, to: u64) -> Name {
    let act = act(kind);
    let [zh, en] = if from == to {
        [format!("第{from}条"), format!("entry {from}")]
    } else {
        [format!("第{from}至{to}条"), format!("entries {from} to {to}")]
    };
    two(format!("撤销：{}（{zh}）", act.zh), format!("undone: {} ({en})", act.en))
}

pub(super) fn count_corrected(vote: u32, was: &Count, count: &Count, by: &str) -> Name {
    let (was, now) = (figures(was), figures(count));
    two(
        format!("更正第{vote}次表决计票：原为{}，改为{}，{by}确认", was.zh, now.zh),
        format!("count of vote {vote} corrected: from {} to {}, confirmed by {by}", was.en, now.en),
    )
}

/// How much a correction touches.
pub(super) fn with_touched(said: Name, touched: usize) -> Name {
    match touched {
        0 => said,
        1 => two(said.zh + "，涉及1处", said.en + "; it touches 1 figure on record"),
        n => two(
            format!("{}，涉及{n}处", said.zh),
            format!("{}; it touches {n} figures on record", said.en),
        ),
    }
}

pub(super) fn seated(told: &Told, body: &str, units: usize) -> Name {
    let (body, units) = (body_name(told.charter(), body), told.members(units));
    two(
        format!("期初席位：{}{}", body.zh, units.zh),
        format!("opening seats: {}, {}", body.en, units.en),
    )
}

pub(super) fn filled(told: &Told, office: &str, name: &str) -> Name {
    let office = office_name(told.book, office);
    two(
        format!("期初任职：{}　{name}", office.zh),
        format!("opening office: {name} as {}", office.en),
    )
}

pub(super) fn added(item: u32, title: &str, on_notice: bool) -> Name {
    let [zh, en] =
        if on_notice { ["", ""] } else { ["（未列入通知）", " (not on the notice)"] };
    two(
        format!("列入议程第{item}项：{title}{zh}"),
        format!("item {item} on the agenda: {title}{en}"),
    )
}

pub(super) fn recused(told: &Told, unit: u32, item: u32, why: &str) -> Name {
    let (unit, item) = (told.unit(unit), told.item(item));
    let said = two(format!("回避：{unit}，{}", item.zh), format!("recused: {unit}, {}", item.en));
    note(said, why)
}

pub(super) fn opened(vote: u32, motion: u32, method: Method, needed: Option<u32>) -> Name {
    let method = method_name(method);
    let [zh, en] = match needed {
        Some(n) => [format!("，须{n}票"), format!(", {n} needed")],
        None => [String::new(), String::new()],
    };
    two(
        format!("开始第{vote}次表决：第{motion}号议案，{}{zh}", method.zh),
        format!("vote {vote} opened: motion {motion}, {}{en}", method.en),
    )
}

/// A declaration that rests on a ruling says so.
pub(super) fn ruled(said: Name, reason: Option<&str>) -> Name {
    match reason {
        Some(reason) => two(
            format!("{}，主持人裁定：{reason}", said.zh),
            format!("{}, on the presider's ruling: {reason}", said.en),
        ),
        None => said,
    }
}

pub(super) fn taken(kind: NoteKind, who: &str, text: &str, private: bool) -> Name {
    let kind = note_kind_name(kind);
    let text = if private { two("（不公开）", "(private)") } else { Book::said(text) };
    let [zh, en] = match who {
        "" => [String::new(), String::new()],
        who => [format!("{who}："), format!("{who}: ")],
    };
    two(format!("{}：{zh}{}", kind.zh, text.zh), format!("{}: {en}{}", kind.en, text.en))
}

pub(super) fn attendance_corrected(
    told: &Told,
    unit: u32,
    presence: &Presence,
    since: Stamp,
) -> Name {
    let (unit, presence, at) = (told.unit(unit), presence_name(presence), clock(since));
    two(
        format!("更正签到：{unit}自{at}起为{}", presence.zh),
        format!("attendance corrected: {unit}, {} since {at}", presence.en),
    )
}
