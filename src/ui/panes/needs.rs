//! The votes needed, and whether those present are enough: for the header, the agenda and the motion.

use crate::charter::{Base, Matter, Rule};
use crate::record::decide::{Power, power};
use crate::record::forecast::{Outlook, forecast};
use crate::record::state::{Meeting, Phase};
use crate::record::tally::standing;
use crate::text::{Lang, Words, forecast as said};
use crate::ui::console::Console;
use crate::ui::desks::notice::is_awaited;
use crate::ui::width::width;

/// Whether the votes needed follow from the roll alone.
pub fn counts_roll(rule: &Rule) -> bool {
    rule.is_plain() && matches!(rule.base, Base::AllMembers | Base::NotRecused)
}

/// Votes a matter would need now, and those present; `None` where this body may not decide it.
pub fn needed_for(console: &Console, meeting: &Meeting, matter: &Matter) -> Option<(u32, u32)> {
    let book = &console.ledger.book;
    let charter = book.charter.as_deref()?;
    let Power::Granted(route) = power(book, charter, &meeting.body, matter) else {
        return None;
    };
    let rule = charter.rule(&route.rule)?;
    let roll = book.roll_of(&meeting.body);
    let present = u32::try_from(meeting.present(&roll).len()).unwrap_or(u32::MAX);
    let of =
        if counts_roll(rule) { u32::try_from(roll.len()).unwrap_or(u32::MAX) } else { present };
    Some((rule.share.bound(rule.cmp, of).unwrap_or(0), present))
}

/// The votes needed, for the header, in the longest words that fit: of the vote being taken, of the item in hand, or of
/// every rule of this body, with whether those present are enough.
pub fn needs(console: &Console, meeting: &Meeting, cells: usize) -> String {
    let lang = console.lang();
    // Two languages in full, or one: short words twice say less than long ones once.
    let both = if lang == Lang::Both { forms(console, meeting, lang) } else { Vec::new() };
    let one = forms(console, meeting, lang.first());
    let mut forms = both.into_iter().take(1).chain(one);
    forms.find(|f| width(f) <= cells).unwrap_or_default()
}

/// The same in longer and shorter words, the longest first.
fn forms(console: &Console, meeting: &Meeting, lang: Lang) -> Vec<String> {
    if meeting.phase == Phase::Closed {
        return Vec::new();
    }
    if is_awaited(console, meeting) {
        return of_replies(console, meeting, lang);
    }
    if let Some(vote) = meeting.vote_in_hand() {
        let needed = standing(vote).needed.map_or_else(|| "—".to_owned(), |n| n.to_string());
        let say = |[zh, en]: Words| {
            lang.each(|l| match l {
                Lang::En => format!("{en} {needed}"),
                _ => format!("{zh}{needed}票"),
            })
        };
        return vec![
            say(["本次表决须赞成", "votes needed in favour:"]),
            say(["须赞成", "votes needed:"]),
            say(["须", "needs"]),
        ];
    }
    let charter = console.ledger.book.charter.as_deref();
    let item = meeting.item_in_hand().filter(|i| !meeting.is_decided(i));
    let item = item.and_then(|i| i.new.matter.as_deref());
    let of_item = charter
        .zip(item)
        .and_then(|(c, id)| c.matter(id))
        .and_then(|m| needed_for(console, meeting, m));
    if let Some((needed, present)) = of_item {
        let enough = present >= needed;
        return vec![
            lang.each(|l| match (l, enough) {
                (Lang::En, true) => format!("this item needs {needed} votes; enough are present"),
                (Lang::En, false) => {
                    format!("this item needs {needed} votes; only {present} are present")
                }
                (_, true) => format!("本项须赞成{needed}票，到会人数够"),
                (_, false) => format!("本项须赞成{needed}票，到会只有{present}，不够"),
            }),
            lang.each(|l| match (l, enough) {
                (Lang::En, true) => format!("{needed} votes needed: enough present"),
                (Lang::En, false) => format!("{needed} votes needed: too few present"),
                (_, true) => format!("须{needed}票，到会够"),
                (_, false) => format!("须{needed}票，到会不够"),
            }),
        ];
    }
    of_rules(console, meeting, lang)
}

/// What those who replied could carry: whom they are, and the items that are tight or cannot pass.
fn of_replies(console: &Console, meeting: &Meeting, lang: Lang) -> Vec<String> {
    let book = &console.ledger.book;
    let Some(charter) = book.charter.as_deref() else {
        return Vec::new();
    };
    let (told, all) = forecast(book, meeting);
    let heads = lang.each(|l| match l {
        Lang::En => format!("announced {}/{}", told.coming, told.roll),
        _ => format!("告知到会{}/{}", told.coming, told.roll),
    });
    let brief = said::brief(lang, charter, &all);
    let list = |place: fn(&Outlook) -> bool| {
        let items = all.iter().filter(|one| place(&one.outlook)).map(|one| one.item);
        said::ranges(lang, &items.collect::<Vec<u32>>())
    };
    let tight = list(|o| matches!(o, Outlook::Tight { .. }));
    let lost = list(|o| !o.is_possible());
    let items = |list: &str| if list.contains(['-', ',']) { "items" } else { "item" };
    let short = lang.each(|l| match (l, tight.is_empty(), lost.is_empty()) {
        (_, true, true) => String::new(),
        (Lang::En, false, true) => format!("; tight: {} {tight}", items(&tight)),
        (Lang::En, true, false) => format!("; {} {lost} cannot pass", items(&lost)),
        (Lang::En, false, false) => format!("; tight: {tight}; cannot pass: {lost}"),
        (_, false, true) => format!("，第{tight}项吃紧"),
        (_, true, false) => format!("，第{lost}项不能通过"),
        (_, false, false) => format!("，第{tight}项吃紧，第{lost}项不能通过"),
    });
    let stop = lang.first().say(["；", "; "]);
    vec![format!("{heads}{stop}{brief}"), format!("{heads}{short}"), heads]
}

/// What those present could carry, by each rule of the body.
fn of_rules(console: &Console, meeting: &Meeting, lang: Lang) -> Vec<String> {
    let book = &console.ledger.book;
    let Some(charter) = book.charter.as_deref() else {
        return Vec::new();
    };
    let mut rules: Vec<&Rule> = Vec::new();
    let mut all: Vec<(&Rule, u32, bool)> = Vec::new();
    for matter in &charter.matters {
        let Power::Granted(route) = power(book, charter, &meeting.body, matter) else {
            continue;
        };
        let Some(rule) = charter.rule(&route.rule).filter(|r| !rules.iter().any(|k| k.id == r.id))
        else {
            continue;
        };
        rules.push(rule);
        if let Some((needed, present)) = needed_for(console, meeting, matter) {
            all.push((rule, needed, present >= needed));
        }
    }
    all.truncate(3);
    all.sort_by_key(|(_, needed, _)| *needed);
    let list = |lang: Lang, enough: bool, named: bool| {
        let parts = all.iter().filter(|(_, _, e)| *e == enough).map(|(rule, needed, _)| {
            let name = short_name(match lang {
                Lang::En => &rule.name.en,
                _ => &rule.name.zh,
            });
            match (lang, named) {
                (Lang::En, true) => format!("{name} ({needed})"),
                (_, true) => format!("{name}{needed}票"),
                (Lang::En, false) => needed.to_string(),
                (_, false) => format!("{needed}票"),
            }
        });
        let mut parts: Vec<String> = parts.collect();
        // Without their names two rules that need the same are one figure.
        parts.dedup();
        let between = match (lang, named) {
            (Lang::En, true) => ", ",
            (Lang::En, false) => " or ",
            _ => "、",
        };
        parts.join(between)
    };
    let say = |named: bool| {
        let votes = if named { "" } else { " votes" };
        lang.each(|l| match (list(l, true, named), list(l, false, named), l) {
            (yes, no, _) if yes.is_empty() && no.is_empty() => String::new(),
            (yes, no, Lang::En) if no.is_empty() => format!("enough present for {yes}{votes}"),
            (yes, no, Lang::En) if yes.is_empty() => format!("too few present for {no}{votes}"),
            (yes, no, Lang::En) => format!("enough present for {yes}{votes}, not for {no}"),
            (yes, no, _) if no.is_empty() => format!("到会人数够：{yes}"),
            (yes, no, _) if yes.is_empty() => format!("到会人数不够：{no}"),
            (yes, no, _) => format!("到会人数够：{yes}；不够：{no}"),
        })
    };
    vec![say(true), say(false)]
}

/// A rule's name without what stands behind its colon: the header has no room for the whole.
fn short_name(name: &str) -> &str {
    name.split(['：', ':', '(', '（']).next().unwrap_or(name).trim()
}
