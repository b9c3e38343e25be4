//! Members and people in words: changes of the register, roles, a unit's history.

use super::event::Told;
use super::parts::note;
use super::{body_name, day, office_name, two};
use crate::charter::Name;
use crate::record::Book;
use crate::record::members::history::{Past, What};
use crate::record::members::{Amended, Authority, Changed, Forgotten, Kept, Qualification, Role};
use crate::record::state::Membership;
use crate::text::{Lang, Words};
use chrono::NaiveDate;

/// What a person is for a unit.
pub fn role(lang: Lang, role: Role) -> String {
    lang.say(role_words(role))
}

fn role_words(role: Role) -> Words {
    match role {
        Role::Liaison => ["联络人", "liaison person"],
        Role::LegalRepresentative => ["法定代表人", "legal representative"],
        Role::Delegate => ["代表", "delegate"],
    }
}

/// Whether a unit is a member, in one word; [`super::membership`] says the ground as well.
pub fn standing(lang: Lang, standing: &Membership) -> String {
    match standing {
        Membership::Lost { .. } => lang.say(["丧失资格", "membership lost"]),
        other => super::membership(lang, other),
    }
}

/// Qualifications, one after the other: `认可证书（至2027-01-01）`.
pub fn qualifications(lang: Lang, held: &[Qualification]) -> String {
    let one = |q: &Qualification| match q.until {
        None => q.what.clone(),
        Some(day) => lang.each(|l| match l {
            Lang::En => format!("{} (until {day})", q.what),
            _ => format!("{}（至{day}）", q.what),
        }),
    };
    let all: Vec<String> = held.iter().map(one).collect();
    all.join(if lang == Lang::En { "; " } else { "；" })
}

/// What a letter of authority covers.
pub fn letter(lang: Lang, letter: &Authority) -> String {
    lang.each(|l| {
        let mut said = Vec::new();
        if let Some(no) = letter.document {
            said.push(match l {
                Lang::En => format!("paper {no}"),
                _ => format!("文件{no}"),
            });
        }
        match (l, letter.from, letter.to) {
            (_, None, None) => {}
            (Lang::En, Some(from), None) => said.push(format!("from {from}")),
            (Lang::En, None, Some(to)) => said.push(format!("until {to}")),
            (Lang::En, Some(from), Some(to)) => said.push(format!("{from} to {to}")),
            (_, Some(from), None) => said.push(format!("自{from}起")),
            (_, None, Some(to)) => said.push(format!("至{to}止")),
            (_, Some(from), Some(to)) => said.push(format!("{from}至{to}")),
        }
        said.join(if l == Lang::En { ", " } else { "，" })
    })
}

/// The line of a change of the register.
pub(super) fn amended(told: &Told, amended: &Amended) -> Name {
    let unit = told.unit(amended.unit);
    let all: Vec<Name> = amended.changed.iter().map(|c| changed_name(told.book, c)).collect();
    let zh: Vec<&str> = all.iter().map(|n| n.zh.as_str()).collect();
    let en: Vec<&str> = all.iter().map(|n| n.en.as_str()).collect();
    let said = two(
        format!("更正名册：{unit}，{}", zh.join("；")),
        format!("register changed: {unit}, {}", en.join("; ")),
    );
    note(said, &amended.why)
}

/// The line of a person kept; who it is stands on the card only.
pub(super) fn kept(told: &Told, kept: &Kept) -> Name {
    let (unit, no) = (told.unit(kept.unit), kept.person);
    let [zh, en] = role_words(kept.role);
    let again =
        if kept.was.is_some() { ["更换资料", "data replaced"] } else { ["登记", "kept"] };
    two(
        format!("{}：{unit}的{zh}（人员{no}）", again[0]),
        format!("{} of {unit} (person {no}) {}", en, again[1]),
    )
}

/// The line of a card removed.
pub(super) fn forgotten(told: &Told, forgotten: &Forgotten) -> Name {
    let (unit, no) = (told.unit(forgotten.unit), forgotten.person);
    let [zh, en] = role_words(forgotten.role);
    let said = two(
        format!("删除{unit}的{zh}（人员{no}）的资料"),
        format!("data of the {en} of {unit} (person {no}) removed"),
    );
    note(said, &forgotten.why)
}

/// A field that changed: what it is called, what it was and what it is.
pub fn changed(lang: Lang, book: &Book, changed: &Changed) -> String {
    lang.pick(&changed_name(book, changed))
}

fn changed_name(book: &Book, changed: &Changed) -> Name {
    let said = |text: &str| Book::said(text);
    let day = |d: &Option<NaiveDate>| said(&d.map(|d| d.to_string()).unwrap_or_default());
    let list = |names: &[String]| said(&names.join(" "));
    let held = |held: &[Qualification]| {
        two(qualifications(Lang::Zh, held), qualifications(Lang::En, held))
    };
    let weights = |pairs: &[(String, crate::charter::Amount)]| {
        let all: Vec<String> = pairs.iter().map(|(name, n)| format!("{name} {n}")).collect();
        said(&all.join(" "))
    };
    let category = |id: &String| {
        let known = book.charter.as_deref().and_then(|c| c.categories.iter().find(|k| k.id == *id));
        known.map_or_else(|| said(id), |c| c.name.clone())
    };
    let (what, was, now) = match changed {
        Changed::Name { was, now } => (["名称", "name"], said(was), said(now)),
        Changed::Short { was, now } => (["简称", "short name"], said(was), said(now)),
        Changed::Category { was, now } => (["类别", "category"], category(was), category(now)),
        Changed::Certificate { was, now } => (["证书编号", "certificate"], said(was), said(now)),
        Changed::LegalProof { was, now } => {
            (["法人资格证明", "proof of legal person"], said(was), said(now))
        }
        Changed::Joined { was, now } => (["加入日期", "day of joining"], day(was), day(now)),
        Changed::Qualifications { was, now } => (["资质", "qualifications"], held(was), held(now)),
        Changed::Weights { was, now } => (["权重", "weights"], weights(was), weights(now)),
        Changed::Groups { was, now } => (["组别", "groups"], list(was), list(now)),
    };
    from_to(what, &was, &now)
}

/// `名称：甲→乙`; nothing is shown as a dash.
pub(in crate::text) fn from_to(what: Words, was: &Name, now: &Name) -> Name {
    let or_dash = |text: &str| if text.is_empty() { "—".to_owned() } else { text.to_owned() };
    two(
        format!("{}：{}→{}", what[0], or_dash(&was.zh), or_dash(&now.zh)),
        format!("{}: {} → {}", what[1], or_dash(&was.en), or_dash(&now.en)),
    )
}

/// A line of a unit's history, without its day.
pub fn past(lang: Lang, book: &Book, past: &Past) -> String {
    let said = past_name(book, &past.what);
    let said = match past.decision {
        Some(no) => {
            let number = book.decisions.iter().find(|d| d.no == no).map(|d| d.number.as_str());
            let number = number.filter(|n| !n.is_empty());
            match number {
                Some(number) => {
                    two(format!("{}（{number}）", said.zh), format!("{} ({number})", said.en))
                }
                None => two(
                    format!("{}（第{no}项决定）", said.zh),
                    format!("{} (decision {no})", said.en),
                ),
            }
        }
        None => said,
    };
    lang.pick(&said)
}

fn past_name(book: &Book, what: &What) -> Name {
    match what {
        What::Enrolled => two("期初在册", "on the opening register"),
        What::Joined => two("加入", "joined"),
        What::Amended { changed, why } => note(changed_name(book, changed), why),
        What::Warned => two("受到警告", "warned"),
        What::Authorised { scope, from, to } => {
            let time = span(*from, *to);
            two(format!("获得授权：{scope}{}", time.zh), format!("authorised: {scope}{}", time.en))
        }
        What::Withdrawn => two("退出", "left"),
        What::Expelled => two("被除名", "expelled"),
        What::Lost { ground } => note(two("丧失成员资格", "membership lost"), ground),
        What::Undone { change } => {
            let of = undone(change);
            two(format!("收回（{}）", of[0]), format!("taken back ({})", of[1]))
        }
        What::NotMeant => {
            two("更正：决定不是对本单位执行的", "corrected: the decision was not on this unit")
        }
        What::Meant => two("更正：决定对本单位执行", "corrected: the decision is on this unit"),
        What::Seated { body } => {
            let body = body_name(book.charter.as_deref(), body);
            two(format!("进入{}", body.zh), format!("seated in {}", body.en))
        }
        What::Unseated { body } => {
            let body = body_name(book.charter.as_deref(), body);
            two(format!("不再在{}", body.zh), format!("no longer in {}", body.en))
        }
        What::Office { office, from, to } => {
            let (office, time) = (office_name(book, office), span(*from, *to));
            two(format!("任{}{}", office.zh, time.zh), format!("{}{}", office.en, time.en))
        }
        What::OfficeEnded { office, to } => {
            let (office, to) = (office_name(book, office), day(*to));
            two(
                format!("卸任{}（至{}止）", office.zh, to.zh),
                format!("left office: {} (until {})", office.en, to.en),
            )
        }
        What::PersonKept { person, role } => {
            let [zh, en] = role_words(*role);
            two(format!("登记{zh}（人员{person}）"), format!("{en} kept (person {person})"))
        }
        What::PersonForgotten { person, role } => {
            let [zh, en] = role_words(*role);
            two(
                format!("删除{zh}的资料（人员{person}）"),
                format!("data of the {en} removed (person {person})"),
            )
        }
    }
}

fn undone(change: &str) -> Words {
    match change {
        "joined" => ["加入", "joining"],
        "withdrawn" => ["退出", "leaving"],
        "expelled" => ["被除名", "being expelled"],
        "warned" => ["受警告", "being warned"],
        "authorised" => ["获授权", "being authorised"],
        _ => ["任职", "being appointed"],
    }
}

fn span(from: Option<NaiveDate>, to: Option<NaiveDate>) -> Name {
    let said = |lang| letter(lang, &Authority { document: None, from, to });
    if from.is_none() && to.is_none() {
        return Name::default();
    }
    two(format!("（{}）", said(Lang::Zh)), format!(" ({})", said(Lang::En)))
}
