//! A preview in words: the figures first, then what changes unit by unit.

use super::preview::{PersonWanted, Preview};
use crate::record::Book;
use crate::text::Lang;
use crate::text::words::members::{changed, letter, role};

/// The figures of a preview, in one sentence.
pub fn summary(lang: Lang, preview: &Preview) -> String {
    let Preview { rows, same, .. } = preview;
    let (new, changed) = (preview.enrol.len(), preview.amend.len());
    let (people, missing) = (preview.people.len(), preview.missing.len());
    lang.each(|l| match l {
        Lang::En => format!(
            "Rows read: {rows}. New units: {new}; changed: {changed}; people: {people}; without change: {same}; in the book and not in the file: {missing}."
        ),
        _ => format!(
            "共{rows}行：新单位{new}，有更正{changed}，人员{people}，无变化{same}；会议簿有而文件没有的{missing}。"
        ),
    })
}

/// Everything a table would change, a line each; `most` lines of each sort, and how many more there are.
pub fn preview_lines(lang: Lang, book: &Book, preview: &Preview, most: usize) -> Vec<String> {
    let mut lines = vec![summary(lang, preview)];
    if !preview.ignored.is_empty() {
        let names = preview.ignored.join("、");
        lines.push(lang.each(|l| match l {
            Lang::En => format!("Columns that are not known and not read: {names}"),
            _ => format!("不认识、没有读取的列：{names}"),
        }));
    }
    let new = preview.enrol.iter().map(|unit| format!("{}  {}", unit.unit, unit.name));
    part(&mut lines, lang, ["新单位", "New units"], new.collect(), most);
    let changes = preview.amend.iter().map(|(amendment, fields)| {
        let fields: Vec<String> = fields.iter().map(|f| changed(lang, book, f)).collect();
        let fields = fields.join(if lang == Lang::En { "; " } else { "；" });
        format!("{}  {}  {fields}", amendment.unit, book.unit_name(amendment.unit))
    });
    part(&mut lines, lang, ["更正", "Changes"], changes.collect(), most);
    let people = preview.people.iter().map(|wanted| person(lang, wanted));
    part(
        &mut lines,
        lang,
        ["人员（不入链，可删除）", "People (outside the chain, removable)"],
        people.collect(),
        most,
    );
    let missing = preview.missing.iter().map(|no| format!("{no}  {}", book.unit_name(*no)));
    let title = [
        "会议簿有而文件没有（不作改动）",
        "In the book, not in the file (nothing happens to them)",
    ];
    part(&mut lines, lang, title, missing.collect(), most);
    lines
}

fn part(
    lines: &mut Vec<String>,
    lang: Lang,
    title: [&'static str; 2],
    all: Vec<String>,
    most: usize,
) {
    if all.is_empty() {
        return;
    }
    lines.push(String::new());
    lines.push(format!("# {}", lang.say(title)));
    let more = all.len().saturating_sub(most);
    lines.extend(all.into_iter().take(most).map(|line| format!("  {line}")));
    if more > 0 {
        lines.push(lang.each(|l| match l {
            Lang::En => format!("  … and {more} more"),
            _ => format!("  ……另有{more}项"),
        }));
    }
}

fn person(lang: Lang, wanted: &PersonWanted) -> String {
    let what = role(lang, wanted.keep.role);
    let unit = wanted.keep.unit;
    let now = fields(&wanted.contact.fields());
    let covers = wanted.keep.letter.map(|l| letter(lang, &l)).unwrap_or_default();
    let covers = if covers.is_empty() { covers } else { format!("  [{covers}]") };
    match &wanted.was {
        None => format!("{unit}  {what}  {now}{covers}"),
        Some(was) => format!("{unit}  {what}  {} → {now}{covers}", fields(&was.fields())),
    }
}

fn fields(fields: &[&String]) -> String {
    let filled: Vec<&str> = fields.iter().map(|f| f.as_str()).filter(|f| !f.is_empty()).collect();
    filled.join(" · ")
}

/// How far a reading has come.
pub fn progress_line(lang: Lang, done: usize, total: usize) -> String {
    lang.each(|l| match l {
        Lang::En => format!("read {done} of {total} rows"),
        _ => format!("已读{done}/{total}行"),
    })
}
