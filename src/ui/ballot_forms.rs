//! The forms of an election: which rows each step asks for, and what stands in them at first.

use super::ballots::Step;
use super::form::{Form, Input};
use super::forms::l;
use super::purpose::Purpose;
use crate::charter::{Blank, Charter, Filling, Ruling, WriteIns};
use crate::record::Book;
use crate::record::election::{Candidate, Election, Marks, Plan, Race, Seat, Sheet, Sum};
use crate::record::event::{Effective, Presence};
use crate::record::state::Meeting;
use crate::text::{Lang, words as names};

/// Papers that may be handed out: those present, without the represented unless the rules have it so.
pub(super) fn able(book: &Book, meeting: &Meeting, election: Option<&Election>) -> usize {
    let proxies = election.is_some_and(|e| e.plan.proxies);
    let represented = |u: &u32| {
        matches!(meeting.attendance.get(u).map(|a| &a.presence), Some(Presence::Proxy { .. }))
    };
    let there = meeting.present(&book.roll_of(&meeting.body));
    there.iter().filter(|u| proxies || !represented(u)).count()
}

/// Offices and bodies that may be filled under an item.
fn seats(
    lang: Lang,
    book: &Book,
    charter: &Charter,
    meeting: &Meeting,
    item: u32,
) -> Vec<(String, String)> {
    let matter = meeting.item(item).and_then(|i| i.new.matter.as_deref());
    let confirmed = matter.and_then(|m| charter.matter(m)).is_some_and(|m| m.confirm.is_some());
    let mut options = Vec::new();
    for office in &charter.offices {
        if office.chosen_by == meeting.body || (confirmed && office.by == Filling::Election) {
            options.push((format!("office:{}", office.id), lang.pick(&office.name)));
        }
    }
    if !confirmed {
        for body in charter.bodies.iter().filter(|b| b.id != meeting.body) {
            let seat = Seat::Body { body: body.id.clone() };
            options.push((format!("body:{}", body.id), lang.pick(&names::seat_name(book, &seat))));
        }
    }
    options
}

/// A paper to be planned.
pub(super) fn paper(
    lang: Lang,
    book: &Book,
    charter: &Charter,
    meeting: &Meeting,
    item: u32,
) -> Form {
    let options = seats(lang, book, charter, meeting, item);
    let known = meeting.election(item);
    let planned = |id: &str| {
        known.is_some_and(|e| {
            e.races.iter().any(|r| id.ends_with(&format!(":{}", r.contest.seat.id())))
        })
    };
    let waits = |id: &str| !planned(id) && !nominees(book, meeting, item, id).is_empty();
    let first = options.iter().position(|(id, _)| waits(id));
    let first = first.or_else(|| options.iter().position(|(id, _)| !planned(id))).unwrap_or(0);
    let nominated = options.get(first).map(|(id, _)| nominees(book, meeting, item, id));
    let marks = vec![
        ("each".to_owned(), l(lang, ["逐人赞成/反对/弃权", "yes, no, abstain for each"])),
        ("pick".to_owned(), l(lang, ["选出若干人（差额）", "pick as many as there are seats"])),
    ];
    let whole = vec![
        ("no".to_owned(), l(lang, ["全部改选", "all seats anew"])),
        ("yes".to_owned(), l(lang, ["补选", "by-election"])),
    ];
    let intro = known.map_or_else(String::new, |e| {
        let seats: Vec<String> =
            e.races.iter().map(|r| lang.pick(&names::seat_name(book, &r.contest.seat))).collect();
        lang.join(
            &format!("已有选票：{}", seats.join("、")),
            &format!("papers so far: {}", seats.join(", ")),
        )
    });
    Form::new(l(lang, ["准备选票", "Prepare a paper"]), Purpose::Election(Step::Paper { item }))
        .intro(intro)
        .choice("seat", l(lang, ["选什么", "what is filled"]), options, first)
        .number("seats", l(lang, ["应选名额", "seats"]), "1")
        .cells(6)
        .choice("marks", l(lang, ["怎么填", "how marked"]), marks, 0)
        .choice("by_election", l(lang, ["改选/补选", "seats"]), whole, 0)
        .line("colour", l(lang, ["选票颜色", "colour"]), "")
        .cells(12)
        .lines("candidates", l(lang, ["候选人", "candidates"]), &nominated.unwrap_or_default(), 4)
        .hint(l(
            lang,
            [
                "一行一名：单位序号 姓名（后可加“ / 提名单位序号”）；选单位可写 1-10",
                "one a line: unit number, name (“ / 4 5” behind it: nominated by); for units 1-10",
            ],
        ))
        .choice("order", l(lang, ["排列", "order"]), orders(lang), 0)
}

/// Those nominated for a seat given as `office:id` or `body:id`, as they are typed.
fn nominees(book: &Book, meeting: &Meeting, item: u32, seat: &str) -> String {
    let seat = match seat.split_once(':') {
        Some(("body", body)) => Seat::Body { body: body.to_owned() },
        Some((_, office)) => Seat::Office { office: office.to_owned() },
        None => return String::new(),
    };
    listed(&book.nominated(meeting.no, item, &seat))
}

/// Another seat was chosen: those nominated for it take the place of those nominated for the one before, as long
/// as nobody changed the list by hand.
pub(super) fn follow_seat(form: &mut Form, book: &Book, meeting: Option<&Meeting>) {
    let (Purpose::Election(Step::Paper { item }), Some(meeting)) = (&form.purpose, meeting) else {
        return;
    };
    let item = *item;
    let seats: Vec<String> = match form.rows.iter().find(|r| r.key == "seat").map(|r| &r.input) {
        Some(Input::Choice { options, .. }) => options.iter().map(|o| o.0.clone()).collect(),
        _ => return,
    };
    let typed = form.text("candidates");
    let untouched = typed.is_empty()
        || seats.iter().any(|seat| nominees(book, meeting, item, seat).trim() == typed);
    let wanted = nominees(book, meeting, item, &form.text("seat"));
    if untouched
        && wanted.trim() != typed
        && form.rows.get(form.at).is_some_and(|r| r.key == "seat")
    {
        form.set("candidates", &wanted);
    }
}

/// What the rules fix besides the papers: marks, names written in, proxies, and when those elected take office.
pub(super) fn terms(lang: Lang, plan: &Plan, item: u32) -> Form {
    let marks = &plan.legend;
    let blank = vec![
        ("abstain".to_owned(), l(lang, ["有效，计弃权", "valid, abstains"])),
        ("invalid".to_owned(), l(lang, ["废票", "invalid"])),
    ];
    let write_ins = vec![
        ("none".to_owned(), l(lang, ["不得另选", "none"])),
        ("against".to_owned(), l(lang, ["不赞成候选人的可以另选", "beside a vote against"])),
        ("free".to_owned(), l(lang, ["可以另选", "free"])),
    ];
    let proxies = vec![
        ("no".to_owned(), l(lang, ["不得委托", "no proxies"])),
        ("yes".to_owned(), l(lang, ["可以委托", "proxies allowed"])),
    ];
    let pass = vec![
        ("now".to_owned(), l(lang, ["宣布时就任", "at the declaration"])),
        ("after_close".to_owned(), l(lang, ["闭会时就任", "at the close"])),
        ("on".to_owned(), l(lang, ["自下列日期就任", "on the day below"])),
    ];
    let (at, day) = match plan.pass {
        Effective::Now => (0, String::new()),
        Effective::AfterClose => (1, String::new()),
        Effective::On(day) => (2, day.to_string()),
    };
    let written = match plan.write_ins {
        WriteIns::None => 0,
        WriteIns::Against => 1,
        WriteIns::Free => 2,
    };
    Form::new(
        l(lang, ["选举规则", "Terms of the election"]),
        Purpose::Election(Step::Terms { item }),
    )
    .line("yes", l(lang, ["赞成符号", "mark for"]), &marks.yes)
    .cells(6)
    .line("no", l(lang, ["反对符号", "against"]), &marks.no)
    .cells(6)
    .beside()
    .line("abstain", l(lang, ["弃权符号", "abstaining"]), &marks.abstain)
    .cells(6)
    .beside()
    .choice(
        "blank",
        l(lang, ["空白票", "blank papers"]),
        blank,
        usize::from(plan.blank == Blank::Invalid),
    )
    .choice("write_ins", l(lang, ["另选他人", "names written in"]), write_ins, written)
    .choice("proxies", l(lang, ["委托投票", "proxies"]), proxies, usize::from(plan.proxies))
    .choice("pass", l(lang, ["何时就任", "takes office"]), pass, at)
    .line("from", l(lang, ["就任日期", "day"]), &day)
    .cells(12)
    .hint(l(lang, ["年-月-日", "2026-05-20"]))
}

/// How candidates are put in order.
pub(super) fn orders(lang: Lang) -> Vec<(String, String)> {
    vec![
        ("strokes".to_owned(), l(lang, ["按姓氏笔画", "by strokes of the name"])),
        ("typed".to_owned(), l(lang, ["按录入次序", "as typed"])),
    ]
}

/// Those who count, by task.
pub(super) fn tellers(lang: Lang, item: u32) -> Form {
    let title = l(lang, ["提请通过监票人、计票人", "Put who counts"]);
    Form::new(title, Purpose::Election(Step::Tellers { item }))
        .line("chief", l(lang, ["总监票人", "chief scrutineer"]), "")
        .line("scrutineers", l(lang, ["监票人", "scrutineers"]), "")
        .hint(l(lang, ["几名之间用空格隔开", "names apart by blanks"]))
        .line("tellers", l(lang, ["计票人", "tellers"]), "")
        .line("readers", l(lang, ["唱票人", "readers"]), "")
        .line("mover", l(lang, ["提出", "moved by"]), "")
}

/// Totals of a sheet, for a form begun already.
pub(super) fn sheet(lang: Lang, form: Form, race: &Race, known: Option<&Sheet>) -> Form {
    let round = race.in_hand().or_else(|| race.latest());
    let candidates = round.map(|r| r.candidates.as_slice()).unwrap_or_default();
    let list: Vec<String> =
        candidates.iter().zip(1..).map(|(c, no): (_, u32)| format!("{no} {}", c.name)).collect();
    let each = race.contest.marks == Marks::Each;
    let hint = match (each, lang) {
        (true, Lang::En) => "one line a name: for, against, abstaining".to_owned(),
        (true, _) => "每人一行：赞成 反对 弃权".to_owned(),
        (false, Lang::En) => "one number a line, or all in one line".to_owned(),
        (false, _) => "每人一个数，可写在一行".to_owned(),
    };
    let (valid, invalid) = known
        .map_or((String::new(), String::new()), |s| (s.valid.to_string(), s.invalid.to_string()));
    let votes = known.map_or_else(String::new, |s| figures(s, each));
    let written = known.map_or_else(String::new, |s| {
        let lines: Vec<String> =
            s.written_in.iter().map(|w| format!("{} {}", w.name, w.yes)).collect();
        lines.join("\n")
    });
    let group = known.map_or("", |s| s.group.as_str());
    let height = u16::try_from(candidates.len()).unwrap_or(6).clamp(1, 6);
    form.intro(list.join("　"))
        .line("group", l(lang, ["计票组", "group"]), group)
        .cells(12)
        .number("valid", l(lang, ["有效", "valid"]), &valid)
        .cells(6)
        .number("invalid", l(lang, ["无效", "invalid"]), &invalid)
        .cells(6)
        .beside()
        .lines("votes", l(lang, ["各人票数", "votes"]), &votes, height)
        .hint(hint)
        .lines("written_in", l(lang, ["另选他人", "written in"]), &written, 1)
        .hint(l(lang, ["姓名 票数", "name, votes"]))
}

fn figures(sheet: &Sheet, each: bool) -> String {
    let line = |s: &Sum| match each {
        true => format!("{} {} {}", s.yes, s.no, s.abstain),
        false => s.yes.to_string(),
    };
    let lines: Vec<String> = sheet.votes.iter().map(line).collect();
    lines.join("\n")
}

/// What a declaration asks for: a ruling, and who was written in.
pub(super) fn declare(lang: Lang, book: &Book, item: u32, contest: u32, race: &Race) -> Form {
    let seat = lang.pick(&names::seat_name(book, &race.contest.seat));
    let outcome = race.latest().and_then(|r| r.outcome.as_ref());
    let open = outcome.map(|o| {
        o.elected.iter().chain(&o.again).filter_map(|p| o.fared.get(*p)).collect::<Vec<_>>()
    });
    let open = open.unwrap_or_default();
    let exact: Vec<&str> = open.iter().filter(|f| f.exact).map(|f| f.name.as_str()).collect();
    let written: Vec<&str> =
        open.iter().filter(|f| f.written_in).map(|f| f.name.as_str()).collect();
    let mut form = Form::new(
        format!("{} · {seat}", l(lang, ["宣布选举结果", "Declare the election"])),
        Purpose::Election(Step::Declare(item, contest)),
    );
    if !exact.is_empty() && outcome.is_some_and(|o| o.ruling == Ruling::Required) {
        let names = exact.join("、");
        form = form.intro(lang.join(
            &format!("{names}的得票恰为当选所需之数。本数算不算够，由主持人裁定，理由记入会议记录。"),
            &format!("{names} has exactly the number needed. Whether the number itself is enough the presider rules, with a reason."),
        ));
        let outcomes = vec![
            ("carried".to_owned(), l(lang, ["算够，当选", "enough: elected"])),
            ("lost".to_owned(), l(lang, ["不够，不当选", "not enough: not elected"])),
        ];
        form = form.choice("carried", l(lang, ["裁定", "ruling"]), outcomes, 0).lines(
            "reason",
            l(lang, ["理由（必填）", "reason (compulsory)"]),
            "",
            2,
        );
    }
    if !written.is_empty() {
        let lines: Vec<String> = written.iter().map(|n| format!(" {n}")).collect();
        form = form
            .lines(
                "written_in",
                l(lang, ["另选人所属单位", "units of those written in"]),
                &lines.join("\n"),
                2,
            )
            .hint(l(lang, ["单位序号 姓名", "unit number, name"]));
    }
    form
}

/// Candidates as they are typed, one a line.
pub(super) fn listed(candidates: &[Candidate]) -> String {
    let line = |c: &Candidate| {
        let unit = c.unit.map_or_else(String::new, |u| format!("{u} "));
        let by: Vec<String> = c.nominators.iter().map(u32::to_string).collect();
        let by = if by.is_empty() { c.nominated_by.clone() } else { by.join(" ") };
        let by = if by.is_empty() { by } else { format!(" / {by}") };
        format!("{unit}{}{by}", c.name)
    };
    let lines: Vec<String> = candidates.iter().map(line).collect();
    lines.join("\n")
}
