//! Filling a text: the fields of a finding, said as names, times and figures.
//!
//! `{unit}` is the field in words, `{=unit}` the field as recorded, `{roll#}` a figure with the
//! charter's counting word, `{the body}` a name with its English article, and `{votes|vote|votes}`
//! the English word that goes with the figure.

use crate::charter::{Charter, Name};
use crate::record::{Book, Finding, Stamp};
use crate::text::{Lang, Words, amendment, funds, words};
use chrono::NaiveDate;
use words::two;

/// A text with every `{…}` replaced, in both languages.
pub(super) fn fill(book: &Book, found: &Finding, [zh, en]: Words) -> Name {
    let put = |text: &str, lang: Lang| {
        let mut out = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let (mark, tail) = after.split_once('}').unwrap_or((after, ""));
            out += before;
            out += &lang.pick(&one(book, found, mark));
            rest = tail;
        }
        out + rest
    };
    two(put(zh, Lang::Zh), put(en, Lang::En))
}

/// What stands for one `{…}`.
fn one(book: &Book, found: &Finding, mark: &str) -> Name {
    if let Some((key, nouns)) = mark.split_once('|') {
        let (one, many) = nouns.split_once('|').unwrap_or((nouns, nouns));
        let single = found.field(key) == "1";
        return Book::said(if single { one } else { many });
    }
    if let Some(key) = mark.strip_prefix('=') {
        let raw = found.field(key);
        return Book::said(if raw.is_empty() { "…" } else { raw });
    }
    if let Some(key) = mark.strip_prefix("the ") {
        let name = value(book, found, key);
        return two(name.zh, the(&name.en));
    }
    if let Some(key) = mark.strip_suffix('#') {
        let figure = found.field(key);
        let counter = book.charter.as_deref().map(|c| &c.identity.counter);
        return match (counter, figure.parse()) {
            (Some(counter), Ok(n)) => words::counted(counter, n),
            _ => Book::said(figure),
        };
    }
    value(book, found, mark)
}

/// A field in words; `detail` is the part of the code that the charter names.
fn value(book: &Book, found: &Finding, key: &str) -> Name {
    if let Some(listed) = lists(book.charter.as_deref(), key) {
        return listed;
    }
    let raw = if key == "detail" { found.detail.as_str() } else { found.field(key) };
    if raw.is_empty() {
        return Book::said("…");
    }
    let charter = book.charter.as_deref();
    let known = match key {
        "unit" | "holder" | "other" => raw.parse().ok().map(|no| Book::said(&book.unit_name(no))),
        "meeting" => charter.zip(raw.parse().ok()).and_then(|(charter, no)| {
            let meeting = book.meeting(no)?;
            Some(words::meeting_title(charter, meeting))
        }),
        "time" | "last" | "until" => moment(raw),
        "state" => settled(raw),
        "lacking" => Some(listed(raw, letter_part)),
        "items" => Some(listed(raw, Book::said)),
        "field" | "instead" => Some(field_name(raw)),
        "kind" => Some(words::act(raw)),
        "amount" | "balance" | "short" => charter.map(|c| funds::with_unit(c, raw)),
        "step" => charter.and_then(|c| step_name(c, raw)),
        "because" => Some(super::short_name(book, raw)),
        "at" => charter.map(|c| amendment::table_name(c, raw)),
        _ => charter.and_then(|c| named(c, key, raw)),
    };
    known.unwrap_or_else(|| Book::said(raw))
}

/// How far settled minutes have come.
fn settled(state: &str) -> Option<Name> {
    Some(match state {
        "approved" => two("已通过", "approved"),
        "signed" => two("已签署", "signed"),
        "published" => two("已发布", "published"),
        _ => return None,
    })
}

/// The charter's sources or uses of funds, one after the other.
fn lists(charter: Option<&Charter>, key: &str) -> Option<Name> {
    let list = match key {
        "sources" => charter.map(|c| c.fund_sources.as_slice()),
        "uses" => charter.map(|c| c.fund_uses.as_slice()),
        _ => return None,
    };
    let list = list.unwrap_or_default();
    if list.is_empty() {
        return Some(two("没有一项", "nothing"));
    }
    let zh: Vec<&str> = list.iter().map(|item| item.name.zh.as_str()).collect();
    let en: Vec<&str> = list.iter().map(|item| item.name.en.as_str()).collect();
    Some(two(zh.join("、"), en.join("; ")))
}

/// A name of the charter.
fn named(charter: &Charter, key: &str, id: &str) -> Option<Name> {
    match key {
        "body" => charter.body(id).map(|b| b.name.clone()),
        "matter" => charter.matter(id).map(|m| m.title.clone()),
        "procedure" => charter.procedure(id).map(|p| p.name.clone()),
        "condition" => {
            let known = charter.conditions.iter().find(|c| c.id == id);
            known.map(|c| c.name.clone())
        }
        "provider" => {
            let body = charter.body(id).map(|b| b.name.clone());
            body.or_else(|| charter.office(id).map(|o| o.name.clone()))
        }
        "office" => charter.office(id).map(|o| o.name.clone()),
        "basis" => {
            let right = charter.presiders.iter().find(|p| p.id == id);
            right.map(|p| p.name.clone())
        }
        "by" => {
            let way = charter.convenings.iter().find(|c| c.id == id);
            way.map(|c| c.name.clone())
        }
        "detail" => {
            let body = charter.body(id).map(|b| b.name.clone());
            body.or_else(|| charter.precondition(id).map(|p| p.name.clone()))
        }
        _ => None,
    }
}

/// A step by the ids of its procedure and its own.
fn step_name(charter: &Charter, raw: &str) -> Option<Name> {
    let (procedure, step) = raw.split_once('/')?;
    Some(charter.procedure(procedure)?.step(step)?.name.clone())
}

fn moment(raw: &str) -> Option<Name> {
    if let Ok(day) = raw.parse::<NaiveDate>() {
        return Some(words::day(day));
    }
    let stamp = Stamp::parse_from_rfc3339(raw).ok()?;
    let day = words::day(stamp.date_naive());
    let clock = words::clock(stamp);
    Some(two(day.zh + &clock, format!("{clock} on {}", day.en)))
}

/// Several words in a row, given with spaces between them.
fn listed(raw: &str, each: impl Fn(&str) -> Name) -> Name {
    let names: Vec<Name> = raw.split_whitespace().map(each).collect();
    let zh: Vec<&str> = names.iter().map(|n| n.zh.as_str()).collect();
    let en: Vec<&str> = names.iter().map(|n| n.en.as_str()).collect();
    two(zh.join("、"), en.join(", "))
}

fn letter_part(part: &str) -> Name {
    match part {
        "matter" => two("授权事项", "the matter"),
        "power" => two("代理权限", "the power given"),
        "term" => two("授权期限", "the time it is good for"),
        "seal" => two("盖章或签名", "seal or signature"),
        other => Book::said(other),
    }
}

/// What a field of a form is called.
fn field_name(field: &str) -> Name {
    match field {
        "name" => two("名称", "name"),
        "title" => two("标题", "title"),
        "text" => two("文字", "text"),
        "becomes" => two("修正后的全文", "text as amended"),
        "place" => two("地点", "place"),
        "basis" => two("依据的决定", "decision it rests on"),
        "ground" => two("事由", "ground"),
        "evidence" => two("证明材料", "proof"),
        "why" | "reason" => two("理由", "reason"),
        "presider" => two("主持人", "presider"),
        "recorder" => two("记录人", "recorder"),
        "cause" => two("中断原因", "cause of the interruption"),
        "by" => two("提出人", "who raised it"),
        "from" => two("来自谁", "whom it is from"),
        "to" => two("付给谁", "whom it was paid to"),
        "who" => two("何人", "who"),
        "where" => two("发往何处", "where it goes"),
        "decision" => two("决定", "decision"),
        "approved_by" => two("由谁通过", "who approves"),
        "passage" => two("所更正的地方", "passage corrected"),
        "paper" => two("文书种类", "kind of paper"),
        "copies" => two("份数", "number of copies"),
        "signature" => two("签名", "signature"),
        "role" => two("身份", "role"),
        "old" => two("原文", "words as they stand"),
        "new" => two("改后文字", "words as they should be"),
        "leave" => two("同意更正的人", "by whose leave"),
        "category" => two("成员类别", "category"),
        "unit" => two("成员编号", "member number"),
        "office" => two("职务", "office"),
        "card" => two("人员资料", "the person's data"),
        "subject" => two("表决对象", "subject"),
        "owner" => two("负责人", "who carries it out"),
        "matters" => two("会议事项", "what the meeting is for"),
        "holder" => two("受托成员", "holder of the proxy"),
        "until" => two("期限", "day by which"),
        "scope" => two("范围", "scope"),
        "document" => two("文书", "paper"),
        "revises" => two("所修订的文件编号", "number of the text revised"),
        other => Book::said(other),
    }
}

/// An English name with its article, unless it has one.
pub(super) fn the(name: &str) -> String {
    let begins = |article: &str| {
        let head = name.get(..article.len());
        head.is_some_and(|h| h.eq_ignore_ascii_case(article))
    };
    if begins("the ") { name.to_owned() } else { format!("the {name}") }
}

/// A sentence begins with a capital, also where it begins with a name.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// An English sentence after a colon: small where the text itself began it, as it is where a name did.
pub(super) fn lead_in(text: &str, said: &str) -> String {
    let begins_with_name = text.starts_with('{') && !text.starts_with("{the ");
    let mut letters = said.chars();
    match letters.next() {
        Some(first) if !begins_with_name => first.to_lowercase().chain(letters).collect(),
        _ => said.to_owned(),
    }
}
