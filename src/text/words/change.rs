//! What a decision changed in the book, in words.

use super::{day, office_name, two};
use crate::charter::Name;
use crate::record::Book;
use crate::record::event::Change;
use crate::text::Lang;
use chrono::NaiveDate;

/// What a decision changed in the book.
pub fn change(lang: Lang, book: &Book, change: &Change) -> String {
    lang.pick(&change_name(book, change))
}

/// See [`change`].
pub(super) fn change_name(book: &Book, change: &Change) -> Name {
    let unit = |zh: &str, en: &str, no: u32| {
        let name = book.unit_name(no);
        two(format!("{zh}：{name}"), format!("{en}: {name}"))
    };
    match change {
        Change::Joined { enrolment } => {
            let (no, name) = (enrolment.unit, &enrolment.name);
            let number = &enrolment.certificate;
            let [zh, en] = if number.is_empty() {
                [String::new(), String::new()]
            } else {
                [format!("；证书编号{number}"), format!("; certificate {number}")]
            };
            two(
                format!("新成员：{name}（{no}号）{zh}"),
                format!("new member: {name} (no. {no}){en}"),
            )
        }
        Change::Withdrawn { unit: no } => unit("成员退出", "member left", *no),
        Change::Expelled { unit: no } => unit("成员除名", "member expelled", *no),
        Change::Warned { unit: no } => unit("成员警告", "member warned", *no),
        Change::Appointed { office, name, from, to, .. } => {
            let office = office_name(book, office);
            let time = span(*from, *to);
            two(
                format!("任职：{}　{name}{}", office.zh, time.zh),
                format!("appointed: {name} as {}{}", office.en, time.en),
            )
        }
        Change::Ended { office, name, to, .. } => {
            let (office, to) = (office_name(book, office), day(*to));
            two(
                format!("卸任：{}　{name}（至{}止）", office.zh, to.zh),
                format!("left office: {name} as {} (until {})", office.en, to.en),
            )
        }
        Change::Seated { body, units, .. } => {
            let charter = book.charter.as_deref();
            let body = charter
                .and_then(|c| c.body(body))
                .map_or_else(|| Book::said(body), |b| b.name.clone());
            let names: Vec<String> = units.iter().map(|u| book.unit_name(*u)).collect();
            two(
                format!("{}组成单位：{}", body.zh, names.join("、")),
                format!("units of {}: {}", body.en, names.join(", ")),
            )
        }
        Change::Amended { draft, version, .. } => two(
            format!("章程改按第{version}版施行（草案{draft}）"),
            format!("version {version} of the charter in force (draft {draft})"),
        ),
        Change::Issued { number, title, version, .. } => {
            let (zh, en) = match version {
                1 => ("发布", "issued"),
                _ => ("修订", "revised"),
            };
            two(format!("{zh}：{number}《{title}》"), format!("{en}: {number} “{title}”"))
        }
        Change::Undone { of } => {
            let of = change_name(book, of);
            two(format!("收回（{}）", of.zh), format!("taken back ({})", of.en))
        }
        Change::Authorised { unit: no, scope, from, to } => {
            let said = unit("授权", "authorised", *no);
            let time = span(*from, *to);
            two(
                format!("{}，{scope}{}", said.zh, time.zh),
                format!("{}, {scope}{}", said.en, time.en),
            )
        }
    }
}

/// A time between two days, in brackets; nothing where neither is known.
pub(super) fn span(from: Option<NaiveDate>, to: Option<NaiveDate>) -> Name {
    let said = match (from.map(day), to.map(day)) {
        (None, None) => return Name::default(),
        (Some(from), None) => two(format!("自{}起", from.zh), format!("from {}", from.en)),
        (None, Some(to)) => two(format!("至{}止", to.zh), format!("until {}", to.en)),
        (Some(from), Some(to)) => {
            two(format!("自{}起至{}止", from.zh, to.zh), format!("from {} to {}", from.en, to.en))
        }
    };
    two(format!("（{}）", said.zh), format!(" ({})", said.en))
}
