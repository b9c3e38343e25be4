//! The forecast in words: who announced what, and what they could carry.

use super::Lang;
use super::words::two;
use crate::charter::{Charter, Name};
use crate::record::Book;
use crate::record::forecast::{Announced, Forecast, Outlook};
use crate::record::notice::{Progress, Requisition, Signed};

/// Who announced what: `已有26家告知到会（其中委托2家），请假3家，未定1家，未回6家`.
pub fn announced(lang: Lang, charter: &Charter, said: &Announced) -> String {
    lang.pick(&announced_name(&charter.identity.counter, said))
}

fn announced_name(counter: &Name, said: &Announced) -> Name {
    let Announced { roll, coming, away, unsure, silent, .. } = *said;
    let of = &counter.zh;
    let ways = [
        (said.in_person, "本人", "in person"),
        (said.delegates, "委派", "by delegate"),
        (said.proxies, "委托", "by proxy"),
        (said.online, "线上", "online"),
    ];
    let ways: Vec<_> = ways.into_iter().filter(|(n, ..)| *n > 0).collect();
    let zh: Vec<String> = ways.iter().map(|(n, zh, _)| format!("{zh}{n}")).collect();
    let en: Vec<String> = ways.iter().map(|(n, _, en)| format!("{n} {en}")).collect();
    let mut line = two(
        format!("名册{roll}{of}，{coming}{of}告知到会"),
        format!("{coming} of {roll} announced"),
    );
    if !ways.is_empty() {
        line.zh += &format!("（{}）", zh.join("、"));
        line.en += &format!(" ({})", en.join(", "));
    }
    let rest = [
        (away, "请假", "not coming"),
        (unsure, "未定", "unsure"),
        (
            count(said.doubtful.len()),
            "委托书尚不能用",
            "with a proxy letter that cannot be used yet",
        ),
        (silent, "未回", "without a reply"),
    ];
    for (n, zh, en) in rest.into_iter().filter(|(n, ..)| *n > 0) {
        line.zh += &format!("，{zh}{n}{of}");
        line.en += &format!(", {n} {en}");
    }
    line
}

/// How far the notice has come: `通知已送达36/36家，最后送达2026年4月30日，距会议20日`.
pub fn progress(lang: Lang, charter: &Charter, progress: &Progress) -> String {
    let Progress { roll, reached, complete, days } = *progress;
    let of = &charter.identity.counter.zh;
    if reached == 0 {
        return lang.say(["通知还没有登记送达", "no notice on record yet"]);
    }
    let minimum = charter.notice.minimum;
    lang.each(|lang| match (complete.zip(days), lang) {
        (None, Lang::En) => format!("notice: {reached} of {roll} told"),
        (None, _) => format!(
            "通知已送达{reached}{of}，名册{roll}{of}，还差{}{of}",
            roll.saturating_sub(reached)
        ),
        (Some((day, days)), Lang::En) => {
            let short = if days < i64::from(minimum) {
                format!(" (fewer than {minimum})")
            } else {
                String::new()
            };
            let day = super::words::date(Lang::En, day);
            format!("all {roll} told by {day}, {days} days ahead{short}")
        }
        (Some((day, days)), _) => {
            let short = if days < i64::from(minimum) {
                format!("（不足{minimum}日）")
            } else {
                String::new()
            };
            let day = super::words::date(Lang::Zh, day);
            format!("通知已送达全体{roll}{of}，最后一家{day}，距会议{days}日{short}")
        }
    })
}

/// Where a list of signatures stands: `已联署18家，名册36家，须18家：已达到`.
pub fn signed(lang: Lang, charter: &Charter, book: &Book, list: &Requisition) -> String {
    let Signed { roll, signed, needed, enough } = book.signed(list);
    let of = &charter.identity.counter.zh;
    let basis = book.requisition_way(list).and_then(|w| w.basis.article.clone());
    lang.each(|lang| {
        let clauses = basis
            .as_ref()
            .map(|c| lang.pick(&super::charter::clause_words(&charter.identity.article_form, c)));
        let state = match (enough, lang) {
            (true, Lang::En) => "reached",
            (false, Lang::En) => "not reached",
            (true, _) => "已达到",
            (false, _) => "未达到",
        };
        let needed = needed.map(|n| n.to_string()).unwrap_or_default();
        match lang {
            Lang::En => {
                let clauses = clauses.map(|c| format!(" ({c})")).unwrap_or_default();
                format!("{signed} of {roll} signed, {needed} needed{clauses}: {state}")
            }
            _ => {
                let clauses = clauses.map(|c| format!("（{c}）")).unwrap_or_default();
                format!("已联署{signed}{of}，名册{roll}{of}，须{needed}{of}{clauses}：{state}")
            }
        }
    })
}

/// The forecast in one line, item by item and without the names of rules.
pub fn brief(lang: Lang, charter: &Charter, all: &[Forecast]) -> String {
    let of = &charter.identity.counter.zh;
    let parts = grouped(all).into_iter().map(|(one, items)| {
        let list = ranges(lang, &items);
        let needed = one.needed.map(|n| two(format!("（{n}票）"), format!(" ({n})")));
        let needed = needed.unwrap_or_default();
        let plural = if items.len() == 1 { "item" } else { "items" };
        let says = match one.outlook {
            Outlook::Safe { over } => two(format!("多{over}{of}"), format!("{over} to spare")),
            Outlook::Impossible { short: Some(short) } => {
                two(format!("差{short}{of}"), format!("{short} short"))
            }
            other => outcome(of, other),
        };
        lang.pick(&two(
            format!("第{list}项{}{}", needed.zh, says.zh),
            format!("{plural} {list}{}: {}", needed.en, says.en),
        ))
    });
    parts.collect::<Vec<_>>().join(&lang.say(["；", "; "]))
}

/// Numbers in a row, those that follow each other as one: `1-3、5`.
pub fn ranges(lang: Lang, numbers: &[u32]) -> String {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for n in numbers {
        match runs.last_mut().filter(|(_, last)| last.checked_add(1) == Some(*n)) {
            Some((_, last)) => *last = *n,
            None => runs.push((*n, *n)),
        }
    }
    let shown: Vec<String> = runs
        .iter()
        .map(
            |(first, last)| {
                if first == last { first.to_string() } else { format!("{first}-{last}") }
            },
        )
        .collect();
    shown.join(lang.first().say(["、", ", "]).as_str())
}

/// Items that fare alike under one rule.
fn grouped(all: &[Forecast]) -> Vec<(&Forecast, Vec<u32>)> {
    let mut groups: Vec<(&Forecast, Vec<u32>)> = Vec::new();
    for one in all {
        let same = |(first, _): &&mut (&Forecast, Vec<u32>)| {
            first.rule == one.rule && first.needed == one.needed && first.outlook == one.outlook
        };
        match groups.iter_mut().find(same) {
            Some((_, items)) => items.push(one.item),
            None => groups.push((one, vec![one.item])),
        }
    }
    groups
}

/// What those announced could carry, rule by rule, in the order of the agenda.
pub fn outlooks(lang: Lang, charter: &Charter, all: &[Forecast]) -> Vec<String> {
    let groups = grouped(all);
    groups.iter().map(|(one, items)| lang.pick(&outlook(charter, one, items))).collect()
}

/// `普通决议（第1、2项，须18票）：可以通过，多8家`
fn outlook(charter: &Charter, one: &Forecast, items: &[u32]) -> Name {
    let of = &charter.identity.counter.zh;
    let name = charter.rule(&one.rule).map(|r| r.name.clone()).unwrap_or_default();
    let name = two(head(&name.zh), head(&name.en));
    let list = two(ranges(Lang::Zh, items), ranges(Lang::En, items));
    let plural = if items.len() == 1 { "item" } else { "items" };
    let needed = one
        .needed
        .map_or_else(Name::default, |n| two(format!("，须{n}票"), format!("; {n} votes needed")));
    let what = two(
        format!("{}（第{}项{}）", name.zh, list.zh, needed.zh),
        format!("{} ({plural} {}{})", name.en, list.en, needed.en),
    );
    let mut says = outcome(of, one.outlook);
    if one.exact {
        says.zh += "（恰为本数，须主持人裁定）";
        says.en += " (the share exactly: the presider would have to rule)";
    }
    if let Some((quorum, there)) = one.quorum.filter(|(quorum, there)| there < quorum) {
        says.zh += &format!("（法定出席须{quorum}{of}，告知到会{there}{of}）");
        says.en += &format!(" (quorum {quorum}, {there} announced)");
    }
    two(format!("{}：{}", what.zh, says.zh), format!("{}: {}", what.en, says.en))
}

/// What could come of an item, in words.
fn outcome(of: &str, outlook: Outlook) -> Name {
    match outlook {
        Outlook::Safe { over } => {
            two(format!("可以通过，多{over}{of}"), format!("can pass, {over} to spare"))
        }
        Outlook::Tight { over: 0 } => {
            two(format!("正好够，少1{of}即不能通过"), "just enough; with one fewer it cannot pass")
        }
        Outlook::Tight { over } => {
            let fewer = over + 1;
            two(
                format!("只多{over}{of}，少{fewer}{of}即不能通过"),
                format!("only {over} to spare; with {fewer} fewer it cannot pass"),
            )
        }
        Outlook::Impossible { short: Some(short) } => two(
            format!("不能通过，还差{short}{of}"),
            format!("cannot pass: {short} more must come"),
        ),
        Outlook::Impossible { short: None } => two("不能通过", "cannot pass"),
        Outlook::Weighed { carried: true } => two(
            "全部到会并赞成可以通过；按权数或分组计，差额要看谁缺席",
            "can pass if all come and agree; weights or groups count, so it depends on who stays away",
        ),
        Outlook::Weighed { carried: false } => {
            two("即使全部到会并赞成也不能通过", "cannot pass even if all announced come and agree")
        }
    }
}

/// The same in a cell of the agenda: `须24 只多2`, `24: 3 short`.
pub fn cell(lang: Lang, one: &Forecast) -> String {
    let needed = one.needed.map(|n| n.to_string()).unwrap_or_default();
    lang.pick(&match one.outlook {
        Outlook::Safe { over } => {
            two(format!("须{needed} 多{over}"), format!("{needed}: {over} over"))
        }
        Outlook::Tight { over: 0 } => {
            two(format!("须{needed} 正好够"), format!("{needed}: just enough"))
        }
        Outlook::Tight { over } => {
            two(format!("须{needed} 只多{over}"), format!("{needed}: only {over} over"))
        }
        Outlook::Impossible { short: Some(short) } => {
            two(format!("须{needed} 差{short}"), format!("{needed}: {short} short"))
        }
        Outlook::Impossible { short: None } | Outlook::Weighed { carried: false } => {
            two("告知到会不够", "too few announced")
        }
        Outlook::Weighed { carried: true } => two("告知到会够", "enough announced"),
    })
}

/// A rule's name without what stands behind its colon or in brackets.
fn head(name: &str) -> String {
    name.split(['：', ':', '(', '（']).next().unwrap_or(name).trim().to_owned()
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
