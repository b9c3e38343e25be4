//! Amendments of the charter in words: the motion that moves a draft, the comparison, what was said of it.

mod fields;

use super::words::two;
use super::{Lang, words};
use crate::charter::cite::han;
use crate::charter::compare::{ArticleChange, Comparison, KeyChange, Side};
use crate::charter::{Charter, Name};
use crate::record::amend::{self, Draft};
use crate::record::{Book, Command, Request};

/// Puts in the motion's text where a request left it to the draft.
pub fn drafted(lang: Lang, book: &Book, mut request: Request) -> Request {
    let lang = if lang == Lang::En { Lang::En } else { Lang::Zh };
    let meeting = match request.meeting {
        Some(no) => book.meeting(no),
        None => book.meeting_in_hand(),
    };
    let (Some(meeting), Some(charter)) = (meeting, book.charter.as_deref()) else {
        return request;
    };
    let draft = match &request.command {
        Command::Move { item, text, .. } if text.trim().is_empty() => {
            amend::of_item(book, meeting, *item)
        }
        Command::PutDraft(putting) if putting.text.trim().is_empty() => {
            amend::draft(book, putting.draft)
        }
        _ => None,
    };
    let Some(words) = draft.map(|d| motion(lang, charter, d)) else {
        return request;
    };
    match &mut request.command {
        Command::Move { text, .. } => *text = words,
        Command::PutDraft(putting) => putting.text = words,
        _ => {}
    }
    request
}

/// The motion that moves a draft: every article as it is to read.
pub fn motion(lang: Lang, charter: &Charter, draft: &Draft) -> String {
    let no = draft.no;
    let mut lines = vec![lang.join(
        &format!("按草案{no}修改章程："),
        &format!("To amend the charter as draft {no} has it:"),
    )];
    for change in &draft.comparison.articles {
        let text = change.text(Side::New);
        lines.push(match (change.old, change.new) {
            (_, None) => {
                let name = article(lang, charter, change.old.unwrap_or_default());
                lang.join(&format!("删去{name}。"), &format!("{} is taken out.", capital(&name)))
            }
            (None, Some(new)) => {
                let name = article(lang, charter, new);
                lang.join(
                    &format!("增加{name}：“{text}”"),
                    &format!("{} is added: “{text}”", capital(&name)),
                )
            }
            (Some(old), Some(new)) if old != new => {
                let (name, now) = (article(lang, charter, old), article(lang, charter, new));
                lang.join(
                    &format!("{name}改为{now}，修改为：“{text}”"),
                    &format!("{} becomes {now} and reads: “{text}”", capital(&name)),
                )
            }
            (Some(old), Some(_)) => {
                let name = article(lang, charter, old);
                lang.join(
                    &format!("{name}修改为：“{text}”"),
                    &format!("{} reads: “{text}”", capital(&name)),
                )
            }
        });
    }
    lines.extend(renumbered(lang, charter, &draft.comparison));
    let rules = draft.comparison.rules.iter().filter(|r| is_a_rule(r));
    lines.extend(rules.map(|r| rule(lang, charter, r)));
    lines.join("\n")
}

/// An article by the charter's own form.
pub fn article(lang: Lang, charter: &Charter, no: u32) -> String {
    let form = &charter.identity.article_form;
    lang.pick(&two(form.zh.replace("{n}", &han(no)), form.en.replace("{n}", &no.to_string())))
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Articles that keep their words and change their numbers; those that move alike are said together.
fn renumbered(lang: Lang, charter: &Charter, found: &Comparison) -> Option<String> {
    let mut runs: Vec<[(u32, u32); 2]> = Vec::new();
    for (old, new) in found.renumbered.iter().copied() {
        match runs.last_mut() {
            Some([_, last]) if (last.0 + 1, last.1 + 1) == (old, new) => *last = (old, new),
            _ => runs.push([(old, new), (old, new)]),
        }
    }
    let name = |no: u32| article(lang, charter, no);
    let each = runs.into_iter().map(|[first, last]| {
        let (old, new) = (name(first.0), name(first.1));
        let (old_end, new_end) = (name(last.0), name(last.1));
        if first == last {
            return lang.join(&format!("{old}改为{new}"), &format!("{old} becomes {new}"));
        }
        lang.join(
            &format!("{old}至{old_end}依次改为{new}至{new_end}"),
            &format!("{old} to {old_end} become {new} to {new_end}"),
        )
    });
    let all: Vec<String> = each.collect();
    (!all.is_empty()).then(|| {
        let all = all.join(&lang.say(["、", ", "]));
        lang.join(&format!("条号变动：{all}。"), &format!("Renumbered: {all}."))
    })
}

/// A rule of the charter file that differs.
pub fn rule(lang: Lang, charter: &Charter, change: &KeyChange) -> String {
    let at = fields::place(lang, charter, &change.at);
    let none = lang.say(["（无）", "(none)"]);
    let (old, new) = (change.old.as_ref().unwrap_or(&none), change.new.as_ref().unwrap_or(&none));
    lang.join(
        &format!("规则（{at}）：由“{old}”改为“{new}”"),
        &format!("rule ({at}): “{old}” becomes “{new}”"),
    )
}

/// The head of an article's comparison.
pub fn heading(lang: Lang, charter: &Charter, change: &ArticleChange) -> String {
    match (change.old, change.new) {
        (Some(old), None) => {
            let name = article(lang, charter, old);
            lang.join(&format!("{name}（删去）"), &format!("{} (taken out)", capital(&name)))
        }
        (None, Some(new)) => {
            let name = article(lang, charter, new);
            lang.join(&format!("{name}（新增）"), &format!("{} (new)", capital(&name)))
        }
        (Some(old), Some(new)) if old != new => {
            let (name, now) = (article(lang, charter, old), article(lang, charter, new));
            lang.join(
                &format!("{name}（改为{now}）"),
                &format!("{} (becomes {now})", capital(&name)),
            )
        }
        (old, _) => capital(&article(lang, charter, old.unwrap_or_default())),
    }
}

/// One version of an article with the runs that differ between marks.
pub fn marked(change: &ArticleChange, side: Side, [open, close]: [&str; 2]) -> String {
    let mut text = String::new();
    for run in change.version(side) {
        if run.side == Side::Same {
            text.push_str(&run.text);
        } else {
            text.push_str(open);
            text.push_str(&run.text);
            text.push_str(close);
        }
    }
    text
}

/// The whole comparison as plain text: what changes stands between 【 and 】.
pub fn page(lang: Lang, charter: &Charter, found: &Comparison) -> String {
    let mut lines = vec![lang.say(["【】内为改动处。", "What changes stands between 【 and 】."])];
    for change in &found.articles {
        lines.push(String::new());
        lines.push(heading(lang, charter, change));
        let versions = [(Side::Gone, ["原文", "was"]), (Side::New, ["改为", "now"])];
        for (side, label) in versions {
            let gone = (side == Side::Gone && change.old.is_none())
                || (side == Side::New && change.new.is_none());
            if !gone {
                let label = lang.say(label);
                let text = marked(change, side, ["【", "】"]);
                for (place, paragraph) in text.lines().enumerate() {
                    let lead = if place == 0 { label.clone() } else { " ".repeat(4) };
                    lines.push(format!("{lead}  {paragraph}"));
                }
            }
        }
    }
    if let Some(said) = renumbered(lang, charter, found) {
        lines.extend([String::new(), said]);
    }
    lines.extend(rules(lang, charter, found));
    lines.join("\n")
}

/// The rules that differ, and those that rest on a changed article and do not.
pub fn rules(lang: Lang, charter: &Charter, found: &Comparison) -> Vec<String> {
    let mut lines = changed_rules(lang, charter, found);
    if !found.resting.is_empty() && !found.articles.is_empty() {
        let all: Vec<String> =
            found.resting.iter().map(|at| fields::place(lang, charter, at)).collect();
        let all = all.join(&lang.say(["、", ", "]));
        lines.push(lang.join(
            &format!("依据上述条文而没有改动的规则，请逐项核对：{all}。"),
            &format!(
                "These rest on an article that changes and stay as they are; look at each: {all}."
            ),
        ));
    }
    lines
}

/// What a table of the charter file is called, in both languages, and where it stands in the file.
pub(super) fn table_name(charter: &Charter, at: &str) -> Name {
    fields::table(charter, at).map_or_else(
        || two(at, at),
        |name| two(format!("{}（{at}）", name.zh), format!("{} ({at})", name.en)),
    )
}

/// Whether a change is of a rule: the sense of an article in the other language is a help for reading.
fn is_a_rule(change: &KeyChange) -> bool {
    !change.at.ends_with(".gist")
}

/// The rules that differ.
pub fn changed_rules(lang: Lang, charter: &Charter, found: &Comparison) -> Vec<String> {
    let mut lines = Vec::new();
    let rules: Vec<&KeyChange> = found.rules.iter().filter(|r| is_a_rule(r)).collect();
    if !rules.is_empty() {
        lines.extend([String::new(), lang.say(["规则的改动：", "Rules that change:"])]);
        lines.extend(rules.iter().map(|r| format!("- {}", rule(lang, charter, r))));
    } else if !found.articles.is_empty() {
        lines.extend([
            String::new(),
            lang.say([
                "规则（票数、机构、事项等）没有改动。",
                "No rule changes: shares, bodies and matters stay as they are.",
            ]),
        ]);
    }
    lines
}

/// Where a draft stands.
pub fn state(lang: Lang, book: &Book, draft: &Draft) -> String {
    lang.pick(&state_name(book, draft))
}

fn state_name(book: &Book, draft: &Draft) -> Name {
    use crate::record::event::Change;
    let amended = |c: &Change| matches!(c, Change::Amended { draft: no, .. } if *no == draft.no);
    if book.decisions.iter().any(|d| !d.void && d.changes.iter().any(amended)) {
        return two("已生效", "in force");
    }
    let waits = |p: &&crate::record::state::Pending| {
        let decision = book.decisions.iter().find(|d| d.no == p.decision);
        let moved =
            decision.and_then(|d| amend::of_motion(book, book.meeting(d.meeting)?, d.motion));
        moved.is_some_and(|d| d.no == draft.no)
    };
    if book.pending.iter().any(|p| waits(&p)) {
        return two("已通过，待生效", "carried, not yet in force");
    }
    if !amend::is_current(book, draft) {
        return two("所据文本已变", "made from an earlier text");
    }
    match (draft.put.is_empty(), draft.collations.is_empty()) {
        (false, _) => two("已提交会议", "before a meeting"),
        (true, false) => two("意见已整理", "opinions collated"),
        (true, true) => two("征求意见", "opinions invited"),
    }
}

/// Who gave an opinion.
pub fn opinion_of(book: &Book, opinion: &amend::Opinion) -> String {
    opinion.unit.map_or_else(|| opinion.from.clone(), |unit| book.unit_name(unit))
}

/// A draft with its opinions, for a page.
pub fn draft_page(lang: Lang, book: &Book, charter: &Charter, draft: &Draft) -> String {
    let mut lines = Vec::new();
    let day = words::date(lang, draft.at.date_naive());
    let state = state(lang, book, draft);
    let no = draft.no;
    lines.push(
        lang.join(&format!("草案{no}　{day}　{state}"), &format!("Draft {no}, {day}: {state}")),
    );
    if !draft.note.is_empty() {
        lines.push(draft.note.clone());
    }
    lines.extend([String::new(), page(lang, charter, &draft.comparison), String::new()]);
    let n = draft.opinions.len();
    lines.push(lang.join(&format!("意见（{n}条）"), &format!("Opinions ({n})")));
    for (at, opinion) in &draft.opinions {
        let (who, day) = (opinion_of(book, opinion), words::date(lang, at.date_naive()));
        lines.push(format!("- {day}  {who}  {}", opinion.text));
    }
    if let Some((at, text)) = draft.collations.last() {
        let day = words::date(lang, at.date_naive());
        lines.push(
            lang.join(&format!("整理结果（{day}）：{text}"), &format!("Collated ({day}): {text}")),
        );
    }
    lines.join("\n")
}
