//! The desk of decisions: what was decided in all meetings, carried or lost, and what has become of it.

use super::decision_forms::Step;
use crate::record::Stamp;
use crate::record::follow::{self, Answer, Standing};
use crate::record::state::Decision;
use crate::text::{Lang, charter as charter_text, extract, verdict, words};
use crate::ui::console::Console;
use crate::ui::desk::{Row, Table, column, figures};
use crate::ui::keys::Action;
use crate::ui::theme::Role;
use crate::ui::view::{Opening, Pick};
use chrono::NaiveDate;

/// Rows of motions that were lost have no number; theirs lie above all numbers.
const LOST: u64 = 1 << 40;
/// Rounds of elections in which nobody was elected lie above those.
const NOBODY: u64 = 1 << 60;

fn row_id(answer: &Answer) -> u64 {
    match (answer.decision, answer.ballot) {
        (Some(no), _) => u64::from(no),
        (None, Some(of)) => {
            let contest = u64::from(of.contest) << 8 | u64::from(of.round);
            NOBODY | u64::from(answer.meeting) << 32 | u64::from(of.item) << 16 | contest
        }
        (None, None) => LOST | u64::from(answer.meeting) << 20 | u64::from(answer.vote),
    }
}

fn answer(console: &Console, row: u64) -> Option<Answer> {
    follow::register(&console.ledger.book).into_iter().find(|a| row_id(a) == row)
}

fn matter(console: &Console, answer: &Answer) -> String {
    let charter = console.ledger.book.charter.as_deref();
    let matter = charter.and_then(|c| c.matter(&answer.matter));
    matter.map_or_else(|| answer.matter.clone(), |m| console.lang().pick(&m.title))
}

fn held(console: &Console, answer: &Answer) -> String {
    let book = &console.ledger.book;
    let known = book.charter.as_deref().zip(book.meeting(answer.meeting));
    known.map_or_else(String::new, |(charter, meeting)| {
        format!("{}  {}", words::meeting_name(console.lang(), charter, meeting), meeting.date)
    })
}

/// How a vote or a round of an election that decided nothing is called.
fn not_carried(lang: Lang, answer: &Answer) -> String {
    match answer.ballot {
        Some(_) => lang.say(["无人当选", "none elected"]),
        None => words::outcome(lang, false),
    }
}

/// Where a row stands, in few cells; with the day it is due while it is to be done.
fn brief(console: &Console, answer: &Answer, today: NaiveDate) -> (String, Role) {
    let lang = console.lang().first();
    let book = &console.ledger.book;
    let Some(decision) = answer.decision.and_then(|no| follow::decision(book, no)) else {
        return (not_carried(lang, answer), Role::Dim);
    };
    let standing = follow::standing(book, decision);
    let due = follow::assignment(book, decision.no).and_then(|a| a.due);
    match (standing, due) {
        _ if follow::is_overdue(book, decision, today) => {
            (lang.say(["已逾期", "overdue"]), Role::Accent)
        }
        (Standing::Open | Standing::UnderWay, Some(due)) => {
            let day = due.format("%m-%d");
            (lang.join(&format!("{day}前办"), &format!("due {day}")), Role::Text)
        }
        (Standing::Open | Standing::UnderWay, None) => {
            (words::standing(lang, standing), Role::Text)
        }
        (Standing::Enacted, _) => (lang.say(["已执行", "carried out"]), Role::Dim),
        (Standing::Void, _) => (lang.say(["作废", "void"]), Role::Dim),
        _ => (words::standing(lang, standing), Role::Dim),
    }
}

fn owner(console: &Console, answer: &Answer, lang: Lang) -> String {
    let book = &console.ledger.book;
    let assigned = answer.decision.and_then(|no| follow::assignment(book, no));
    assigned.map(|a| words::owner(lang, book, &a.owner)).unwrap_or_default()
}

/// See [`super::table`].
pub fn table(console: &Console, today: NaiveDate) -> Table {
    let lang = console.lang().first();
    let book = &console.ledger.book;
    let mut rows = Vec::new();
    let (mut open, mut late) = (0, 0);
    for answer in follow::register(book).iter().rev() {
        let decision = answer.decision.and_then(|no| follow::decision(book, no));
        let day = book.meeting(answer.meeting).map(|m| m.date.to_string()).unwrap_or_default();
        let (state, role) = brief(console, answer, today);
        let owner = owner(console, answer, lang);
        open += u32::from(decision.is_some_and(|d| follow::standing(book, d).is_outstanding()));
        late += u32::from(decision.is_some_and(|d| follow::is_overdue(book, d, today)));
        let number = decision.map_or("", |d| d.number.as_str());
        let no = answer.decision.map(|no| no.to_string()).unwrap_or_default();
        let clauses = follow::clauses(book, answer);
        let clauses = book.charter.as_deref().map(|c| charter_text::clauses(c, &clauses, lang));
        let standing = words::answer_outcome(lang, book, answer);
        let find = [
            answer.text.clone(),
            number.to_owned(),
            matter(console, answer),
            answer.subjects.join("\n"),
            clauses.unwrap_or_default(),
            owner.clone(),
            state.clone(),
            standing,
            day.clone(),
            no.clone(),
        ];
        let text = answer.text.lines().next().unwrap_or_default().to_owned();
        let cells = vec![no, day, text, owner, state];
        rows.push(Row { id: row_id(answer), cells, find: find.join("\n"), role });
    }
    let sums = if open == 0 {
        Vec::new()
    } else {
        vec![console.lang().each(|l| match l {
            Lang::En => format!("Still to be carried out: {open}, of them overdue: {late}."),
            _ => format!("待办{open}项，其中逾期{late}项。"),
        })]
    };
    Table {
        sums,
        columns: vec![
            figures(lang.say(["序", "no"]), 3),
            column(lang.say(["日期", "day"]), 10),
            column(lang.say(["决议", "decision"]), 0),
            column(lang.say(["负责", "charged to"]), 12),
            column(lang.say(["现状", "status"]), 11),
        ],
        rows,
        empty: console.lang().say(["还没有任何决议。", "Nothing has been decided yet."]),
    }
}

/// See [`super::detail`].
pub fn detail(console: &Console, row: u64, today: NaiveDate) -> Vec<String> {
    let lang = console.lang();
    let Some(answer) = answer(console, row) else {
        return Vec::new();
    };
    let book = &console.ledger.book;
    let decision = answer.decision.and_then(|no| follow::decision(book, no));
    let label = |words: [&'static str; 2], said: String| format!("{}  {said}", lang.say(words));
    let mut lines = vec![match decision {
        Some(decision) => format!("# {}", decision.number),
        None if answer.ballot.is_some() => {
            format!("# {}", lang.say(["无人当选", "Nobody elected"]))
        }
        None => format!("# {}", lang.say(["未获通过", "Lost"])),
    }];
    lines.push(answer.text.clone());
    if let (None, Some(of)) = (answer.decision, answer.ballot) {
        let round = of.round;
        lines.push(lang.join(&format!("第{round}轮"), &format!("round {round}")));
    }
    if let Some(decision) = decision {
        lines.extend(standing_lines(console, decision, today));
    }
    lines.push(String::new());
    lines.push(label(["会议", "meeting"], held(console, &answer)));
    lines.push(label(["事项", "matter"], matter(console, &answer)));
    let clauses = follow::clauses(book, &answer);
    if let Some(charter) = book.charter.as_deref().filter(|_| !clauses.0.is_empty()) {
        lines.push(label(["依据", "under"], charter_text::clauses(charter, &clauses, lang)));
    }
    if !answer.subjects.is_empty() {
        lines.push(label(["涉及", "about"], answer.subjects.join(&lang.say(["、", ", "]))));
    }
    if let Some(decision) = decision {
        let effective = words::effective(lang, follow::effective(book, decision));
        lines.push(label(["生效", "in effect"], effective));
        for change in &decision.changes {
            lines.push(label(["执行", "carried out"], words::change(lang, book, change)));
        }
    }
    let meeting = book.meeting(answer.meeting);
    if let (Some(charter), Some(vote)) =
        (book.charter.as_deref(), meeting.and_then(|m| m.vote(answer.vote)))
        && let Some(declared) = vote.declared.last()
    {
        let said = verdict::explanation(
            lang,
            charter,
            &declared.verdict,
            &vote.frozen,
            Some(declared.carried),
        );
        lines.push(label(["表决", "vote"], said));
        if let Some(ruling) = &declared.ruling {
            lines.push(label(["裁定", "ruling"], ruling.reason.clone()));
        }
    }
    if let Some(decision) = decision {
        lines.push(String::new());
        lines.extend(extract::since(lang, book, decision.no));
    }
    lines
}

/// Who carries it out and by when, first of all.
fn standing_lines(console: &Console, decision: &Decision, today: NaiveDate) -> Vec<String> {
    let lang = console.lang();
    let book = &console.ledger.book;
    if decision.void {
        return vec![lang.say(["这项决议已作废。", "This decision is void."])];
    }
    let Some(assigned) = follow::assignment(book, decision.no) else {
        return Vec::new();
    };
    let owner = words::owner(lang, book, &assigned.owner);
    let mut line = lang.join(&format!("负责：{owner}"), &format!("carried out by {owner}"));
    if let Some(due) = assigned.due.map(|d| words::date(lang, d)) {
        line += &lang.join(&format!("，期限{due}"), &format!(", due {due}"));
    }
    if follow::is_overdue(book, decision, today) {
        line += &lang.say(["（已逾期）", " (overdue)"]);
    }
    vec![line]
}

/// See [`super::open`].
pub fn open(console: &mut Console, row: u64, now: Stamp) {
    let decision = answer(console, row).and_then(|a| a.decision);
    if let Some(no) = decision {
        return console.show_extract(no);
    }
    let lines = detail(console, row, now.date_naive());
    let title = match answer(console, row).and_then(|a| a.ballot) {
        Some(_) => console.lang().say(["选举（无人当选）", "Election (nobody elected)"]),
        None => console.lang().say(["议案（未获通过）", "Motion (lost)"]),
    };
    let text: Vec<&str> = lines.iter().map(|l| l.strip_prefix("# ").unwrap_or(l)).collect();
    console.view.page(title, text.join("\n"));
}

/// See [`super::menu`].
pub fn menu(console: &Console, row: Option<u64>, _today: NaiveDate) -> Vec<(String, String, Pick)> {
    let lang = console.lang();
    let open = |opening: Opening| Pick::Open(Box::new(opening));
    let book = &console.ledger.book;
    let Some(answer) = row.and_then(|row| answer(console, row)) else {
        return Vec::new();
    };
    let Some(decision) = answer.decision.and_then(|no| follow::decision(book, no)) else {
        return vec![(
            "1".to_owned(),
            lang.say(["全文", "the whole of it"]),
            Pick::Do(Action::DeskOpen),
        )];
    };
    let no = decision.no;
    let mut picks = vec![(
        ["摘录：全文、表决、执行情况", "extract: text, vote, what was done"],
        Pick::Do(Action::DeskOpen),
    )];
    if !decision.void {
        let settled = follow::follow_up(book, no).is_some_and(|f| f.progress.is_settled());
        if !settled {
            picks.push((
                ["交办：由谁、何时办完", "charge somebody with it"],
                open(Opening::Decisions(Step::Assign(no))),
            ));
        }
        picks.push((
            ["报告执行情况", "report how far it has come"],
            open(Opening::Decisions(Step::Report(no))),
        ));
    }
    picks.push((["摘录写成文件", "write the extract to a file"], Pick::WriteExtract(no)));
    if !decision.void {
        picks.push((["更正文字", "correct its text"], open(Opening::CorrectText(no))));
        let whom = ["更正执行对象", "correct whom it concerned"];
        picks.push((whom, open(Opening::CorrectEnactment(no))));
    }
    let numbered = picks.into_iter().zip(1..);
    numbered.map(|((label, pick), n)| (format!("{n}"), lang.say(label), pick)).collect()
}

/// Decisions of a body that are still to be carried out, as a page for the opening of its meeting.
pub fn carried_over(console: &Console, body: &str, today: NaiveDate) -> Option<String> {
    let lang = console.lang();
    let book = &console.ledger.book;
    let open = follow::outstanding(book, body);
    let mut lines: Vec<String> = Vec::new();
    for decision in &open {
        let answer = answer(console, u64::from(decision.no))?;
        lines.push(format!("{}  {}", decision.number, decision.text));
        let standing = words::standing(lang, follow::standing(book, decision));
        let owner = owner(console, &answer, lang);
        let owner = if owner.is_empty() {
            lang.say(["未指定负责人", "nobody is charged with it"])
        } else {
            lang.join(&format!("负责：{owner}"), &format!("charged to {owner}"))
        };
        let due = follow::assignment(book, decision.no).and_then(|a| a.due);
        let due = due.map_or_else(String::new, |due| {
            let day = words::date(lang, due);
            lang.join(&format!("；期限{day}"), &format!("; due {day}"))
        });
        let late = if follow::is_overdue(book, decision, today) {
            lang.say(["  ⚑ 已逾期", "  ⚑ overdue"])
        } else {
            String::new()
        };
        lines.push(lang.join(
            &format!("    {standing}；{owner}{due}{late}"),
            &format!("    {standing}; {owner}{due}{late}"),
        ));
    }
    (!lines.is_empty()).then(|| lines.join("\n"))
}
