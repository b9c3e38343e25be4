//! The desk of the notice: one row a unit of the roll, with what was sent to it and what it replied; the forecast on top.

use super::notice_forms::Ask;
use crate::charter::Effect;
use crate::record::forecast::forecast;
use crate::record::notice::{Coming, Received, lacking};
use crate::record::state::{Meeting, Phase};
use crate::record::{Book, Command, Stamp};
use crate::text::{Lang, forecast as said, words};
use crate::ui::console::Console;
use crate::ui::desk::{Row, Table, column, figures};
use crate::ui::keys::Action;
use crate::ui::theme::Role;
use crate::ui::view::{Opening, Pick};
use chrono::NaiveDate;

/// Whether the meeting looked at is being prepared, and nobody has come to the door yet.
pub fn is_awaited(console: &Console, meeting: &Meeting) -> bool {
    let any = |unit: &u32| console.ledger.book.reply_of(meeting.no, *unit).is_some();
    meeting.phase == Phase::Preparing
        && meeting.attendance.is_empty()
        && console.ledger.book.roll_of(&meeting.body).iter().any(any)
}

fn unit_of(row: u64) -> u32 {
    u32::try_from(row).unwrap_or(0)
}

/// How a notice reached a unit, in a few words: `04-30 信函`.
fn reached(console: &Console, meeting: &Meeting, unit: u32, lang: Lang) -> String {
    let Some(reached) = console.ledger.book.reached(meeting, unit) else {
        return lang.say(["未发", "not sent"]);
    };
    let day = reached.day.format("%m-%d").to_string();
    let how = reached.how.map(|how| words::channel(lang, how)).unwrap_or_default();
    format!("{day} {how}").trim_end().to_owned()
}

/// See [`super::table`].
pub fn table(console: &Console, _today: NaiveDate) -> Table {
    let lang = console.lang().first();
    let book = &console.ledger.book;
    let columns = vec![
        figures(lang.say(["编号", "no."]), 4),
        column(lang.say(["单位", "member"]), 0),
        column(lang.say(["通知", "notice"]), if lang == Lang::En { 18 } else { 14 }),
        column(lang.say(["回执", "reply"]), 0),
    ];
    let Some(meeting) = console.meeting() else {
        let empty = console.lang().say([
            "没有召集的会议。先召集会议，再登记通知和回执。",
            "No meeting is called. Call one, then enter its notice and the replies.",
        ]);
        return Table { sums: Vec::new(), columns, rows: Vec::new(), empty };
    };
    let mut rows = Vec::new();
    for unit in book.roll_of(&meeting.body) {
        let reply = book.reply_of(meeting.no, unit);
        let told = reached(console, meeting, unit, lang);
        let mut answer = reply.map(|r| words::reply_words(lang, r)).unwrap_or_default();
        if reply.is_some_and(|r| !r.opinion.is_empty()) {
            answer.push_str(&lang.say([" 有意见", " + opinion"]));
        }
        let member = book.members.get(&unit);
        let name = member.map(|m| m.entry.name.clone()).unwrap_or_default();
        let short = member.map(|m| m.entry.short.clone()).unwrap_or_default();
        let who = reply.map(|r| r.who.clone()).unwrap_or_default();
        rows.push(Row {
            id: u64::from(unit),
            find: format!("{name}\n{short}\n{unit}\n{who}\n{answer}\n{told}"),
            cells: vec![unit.to_string(), name, told, answer],
            role: match reply.map(|r| r.coming) {
                Some(Coming::Yes) => Role::Present,
                Some(Coming::No) => Role::Absent,
                Some(Coming::Unsure) => Role::Warning,
                None => Role::Text,
            },
        });
    }
    let empty = console.lang().say(["名册上还没有单位。", "There is nobody on the roll yet."]);
    Table { sums: sums(console, meeting), columns, rows, empty }
}

/// How far the notice has come, who announced what, and what they could carry.
fn sums(console: &Console, meeting: &Meeting) -> Vec<String> {
    let lang = console.lang().first();
    let book = &console.ledger.book;
    let Some(charter) = book.charter.as_deref() else {
        return Vec::new();
    };
    let (told, all) = forecast(book, meeting);
    let mut lines = vec![said::progress(lang, charter, &book.notice_progress(meeting))];
    if told.roll > told.silent {
        lines.push(said::announced(lang, charter, &told));
        lines.push(said::brief(lang, charter, &all));
    }
    lines.retain(|line| !line.is_empty());
    lines
}

fn own(console: &Console, meeting: &Meeting, unit: u32) -> Vec<Received> {
    let replies = &console.ledger.book.notices.replies;
    let own = |r: &&Received| r.meeting == meeting.no && r.reply.unit == unit;
    replies.iter().rev().filter(own).cloned().collect()
}

/// See [`super::detail`].
pub fn detail(console: &Console, row: u64, _today: NaiveDate) -> Vec<String> {
    let lang = console.lang().first();
    let unit = unit_of(row);
    let book = &console.ledger.book;
    let Some(meeting) = console.meeting() else {
        return Vec::new();
    };
    let label = |words: [&'static str; 2], said: String| format!("{}  {said}", lang.say(words));
    let mut lines = vec![format!("# {unit} {}", book.unit_name(unit))];
    let sent: Vec<_> = book.sendings(meeting.no).filter(|s| s.units.contains(&unit)).collect();
    for sent in &sent {
        let how = words::channel(lang, sent.how);
        let note = if sent.note.is_empty() { String::new() } else { format!("  {}", sent.note) };
        let day = words::date(lang, sent.day);
        lines.push(label(["通知", "notice"], format!("{day} {how}{note}")));
    }
    if let Some(day) = meeting.notice.map(|day| words::date(lang, day)) {
        let said = lang.join(
            &format!("{day}（召集时登记）"),
            &format!("{day} (given when the meeting was called)"),
        );
        lines.push(label(["通知", "notice"], said));
    } else if sent.is_empty() {
        lines.push(label(["通知", "notice"], reached(console, meeting, unit, lang)));
    }
    let replies = own(console, meeting, unit);
    if replies.is_empty() {
        lines.push(label(["回执", "reply"], lang.say(["还没有", "none yet"])));
    }
    for (place, received) in replies.iter().enumerate() {
        let reply = &received.reply;
        let day = reply.day.map(|d| words::date(lang, d)).unwrap_or_default();
        let said = format!("{}  {day}", words::reply_words(lang, reply));
        let stands = place == 0 && received.taken_back.is_none();
        if !stands {
            let fell = match received.taken_back.as_deref() {
                None => lang.say(["（已被后来的回执代替）", "(a later one stands)"]),
                Some("") => lang.say(["（已撤回）", "(taken back)"]),
                Some(why) => lang.each(|l| match l {
                    Lang::En => format!("(taken back: {why})"),
                    _ => format!("（已撤回：{why}）"),
                }),
            };
            lines.push(label(["先前", "earlier"], format!("{said} {fell}")));
            continue;
        }
        lines.push(label(["回执", "reply"], said));
        if !reply.letter.is_empty() {
            lines.push(label(["授权书", "authority"], reply.letter.clone()));
        }
        if let Some(mandate) = &reply.proxy {
            lines.push(label(["受托", "holder"], book.unit_name(mandate.holder)));
            let seal =
                if mandate.seal { ["已签章", "sealed"] } else { ["未签章", "not sealed"] };
            let parts = [
                mandate.matters.clone(),
                mandate.powers.clone(),
                mandate.term.clone(),
                lang.say(seal),
            ];
            let parts: Vec<String> = parts.into_iter().filter(|p| !p.is_empty()).collect();
            lines.push(label(["委托书", "letter"], parts.join(lang_stop(lang))));
            let policy = book.charter.as_deref().map(|c| &c.proxy);
            let letter = mandate.letter();
            let missing = policy.map(|p| lacking(p, &letter)).unwrap_or_default();
            if !missing.is_empty() {
                lines.push(label(["还缺", "missing"], words::letter_parts(lang, &missing)));
            }
        }
        if !reply.opinion.is_empty() {
            lines.push(label(["意见", "opinion"], reply.opinion.clone()));
        }
    }
    lines
}

fn lang_stop(lang: Lang) -> &'static str {
    if lang == Lang::En { "; " } else { "；" }
}

/// See [`super::open`].
pub fn open(console: &mut Console, row: u64, now: Stamp) {
    if console.meeting().is_some_and(|m| m.phase == Phase::Preparing) {
        return console.open_form(&Opening::Notice(Ask::Reply(unit_of(row))), now);
    }
    let lines = detail(console, row, now.date_naive());
    let title = console.lang().say(["通知与回执", "Notice and reply"]);
    let text: Vec<&str> = lines.iter().map(|l| l.strip_prefix("# ").unwrap_or(l)).collect();
    console.view.page(title, text.join("\n"));
}

/// See [`super::menu`].
pub fn menu(console: &Console, row: Option<u64>, _today: NaiveDate) -> Vec<(String, String, Pick)> {
    let lang = console.lang();
    let book = &console.ledger.book;
    let Some(meeting) = console.meeting() else {
        return Vec::new();
    };
    let ask = |ask: Ask| Pick::Open(Box::new(Opening::Notice(ask)));
    let mut lines: Vec<(String, Pick)> = Vec::new();
    let preparing = meeting.phase == Phase::Preparing;
    let unit = row.map(unit_of);
    if let Some(unit) = unit.filter(|_| preparing) {
        lines.push((lang.say(["登记回执", "enter its reply"]), ask(Ask::Reply(unit))));
        let one = lang.say(["通知已送达这一家", "the notice reached this one"]);
        lines.push((one, ask(Ask::Send(vec![unit]))));
    }
    if preparing {
        let roll = book.roll_of(&meeting.body);
        let waiting: Vec<u32> =
            roll.iter().copied().filter(|u| book.reached(meeting, *u).is_none()).collect();
        if !waiting.is_empty() && waiting.len() < roll.len() {
            let label = lang.say(["通知已送达其余各家", "the notice reached all the others"]);
            lines.push((label, ask(Ask::Send(waiting))));
        }
        let all = lang.say(["通知已送达全体", "the notice reached everybody"]);
        lines.push((all, ask(Ask::Send(Vec::new()))));
        let supplement = book.charter.as_deref().is_some_and(|c| c.notice.supplement);
        if supplement && book.agenda_is_out(meeting.no) {
            let label = lang.say(["补充通知：加列一项", "a supplementary notice with an item"]);
            lines.push((label, ask(Ask::Supplement)));
        }
    }
    if let Some(unit) = unit.filter(|u| book.reply_of(meeting.no, *u).is_some()) {
        lines.push((lang.say(["撤回这份回执", "take this reply back"]), ask(Ask::TakeBack(unit))));
    }
    let charter = book.charter.as_deref();
    let filled = meeting.items.iter().filter(|item| {
        let matter = charter.and_then(|c| c.matter(item.new.matter.as_deref()?));
        matter.is_some_and(|m| matches!(m.effect, Effect::Elect | Effect::Appoint))
    });
    for item in filled.filter(|_| meeting.phase != Phase::Closed) {
        let title = &item.new.title;
        lines.push((
            lang.join(&format!("提名：{title}"), &format!("nominate: {title}")),
            ask(Ask::Nominate(item.no)),
        ));
        lines.push((
            lang.join(&format!("提名截止日期：{title}"), &format!("last day to nominate: {title}")),
            ask(Ask::Period(item.no)),
        ));
    }
    for nominated in book.nominations(meeting.no) {
        let name = &nominated.nomination.name;
        lines.push((
            lang.join(&format!("取消提名：{name}"), &format!("end the nomination of {name}")),
            ask(Ask::EndNomination(nominated.no)),
        ));
    }
    lines.push((
        lang.say(["预测、材料和提名一览", "forecast, papers and nominations"]),
        Pick::Do(Action::NoticeOverview),
    ));
    super::numbered(lines)
}

/// See [`super::create`].
pub fn create(console: &mut Console, now: Stamp) {
    match console.meeting().map(|m| m.phase) {
        Some(Phase::Preparing) => {
            console.open_form(&Opening::Notice(Ask::Send(Vec::new())), now);
        }
        _ => console.nothing(),
    }
}

/// The whole forecast, the papers sent along and those nominated, on a page.
pub fn overview(console: &mut Console) {
    let lang = console.lang().first();
    let book = &console.ledger.book;
    let (Some(charter), Some(meeting)) = (book.charter.as_deref(), console.meeting()) else {
        return console.nothing();
    };
    let (told, all) = forecast(book, meeting);
    let mut text = vec![
        said::progress(lang, charter, &book.notice_progress(meeting)),
        said::announced(lang, charter, &told),
        String::new(),
    ];
    text.extend(said::outlooks(lang, charter, &all));
    text.push(String::new());
    for item in &meeting.items {
        let title = &item.new.title;
        let later = if item.on_notice {
            String::new()
        } else {
            lang.say(["（通知发出后增加）", " (after the notice)"])
        };
        let no = item.no;
        text.push(
            lang.join(&format!("第{no}项 {title}{later}"), &format!("item {no}: {title}{later}")),
        );
        for paper in book.materials(meeting.no, item.no) {
            let (no, name) = (paper.no, &paper.name);
            text.push(lang.join(&format!("　附件{no} {name}"), &format!("  paper {no}: {name}")));
        }
        if let Some(until) = book.nominations_until(meeting.no, item.no) {
            let day = words::date(lang, until);
            text.push(
                lang.join(&format!("　提名至{day}止"), &format!("  nominations until {day}")),
            );
        }
        for nominated in book.nominations(meeting.no).filter(|n| n.nomination.item == item.no) {
            text.push(format!("  {}", words::nomination(lang, book, &nominated.nomination)));
        }
    }
    let title = console.lang().say(["预测、材料和提名", "Forecast, papers and nominations"]);
    console.view.page(title, text.join("\n"));
}

/// Takes a reply back at once, without asking for more.
pub fn take_back(unit: u32, why: String) -> Command {
    Command::TakeBackReply(crate::record::notice::ReplyTakenBack { unit, why })
}

/// Numbers of the units without an entry that announced they stay away.
pub fn away(book: &Book, meeting: &Meeting) -> Vec<String> {
    let stays = |unit: &u32| {
        let reply = book.reply_of(meeting.no, *unit);
        !meeting.attendance.contains_key(unit) && reply.is_some_and(|r| r.coming == Coming::No)
    };
    book.roll_of(&meeting.body).iter().filter(|u| stays(u)).map(u32::to_string).collect()
}
