//! The rows every view should have, made from the program's state and not from the log's text.

use quorate::charter::Method;
use quorate::record::event::{Effective, Entry, Event, Presence};
use quorate::record::follow::{self, Owner, Step};
use quorate::record::funds::FundKind;
use quorate::record::members::history::{self, What};
use quorate::record::state::{Book, Meeting, Membership, MotionState, Vote, VoteState};
use quorate::record::tally;
use rusqlite::types::Value;

/// A row of a view.
pub type Row = Vec<Value>;

/// Each view with the columns compared and the rows it should have.
pub fn of_book(book: &Book, entries: &[Entry]) -> Vec<(&'static str, &'static str, Vec<Row>)> {
    let mut views = vec![
        (
            "members",
            "unit, name, short, category, joined, certificate, legal_proof, qualifications, groups, \
             weights, standing",
            members(book),
        ),
        ("member_history", "unit, seq, happened, what, detail, decision", history(book, entries)),
        (
            "people",
            "person, unit, role, document, first_day, last_day, kept, removed",
            people(book),
        ),
        (
            "meetings",
            "no, body, term, number, special, date, place, opened, closed, presider, recorder",
            book.meetings.iter().map(meeting).collect(),
        ),
        (
            "attendance",
            "meeting, unit, presence, who, holder, why, present, since, corrected",
            attendance(book, entries),
        ),
        (
            "motions",
            "meeting, motion, item, amends, matter, rule, text_proposed, text, state, mover, seconder",
            motions(book),
        ),
        (
            "votes",
            "meeting, vote, motion, method, state, roll, voters, base, needed, yes, no, abstain, \
             invalid, not_voting, carries, carried, void, reason",
            votes(book),
        ),
        (
            "decisions",
            "no, number, meeting, motion, vote, matter, text, void, effective, status",
            decisions(book),
        ),
        ("charter_versions", "seq, version, sha256, basis, in_force", versions(book)),
        ("opinions", "draft, collated, unit, \"from\", text", opinions(book)),
        (
            "follow_ups",
            "decision, owner_is, owner, due, task, status, note, document, steps",
            follow_ups(book),
        ),
        ("proceedings", "meeting, seq, happened, kind", proceedings(entries)),
        (
            "funds",
            "no, day, kind, item, amount, effect, balance, party, text, unit, document, decision, \
             task, reverses, reversed_by",
            funds(book),
        ),
        ("funds_by_year", "year, opening, income, spending, closing", funds_by_year(book)),
        ("notices", "meeting, unit, day, how, note", notices(book)),
        (
            "replies",
            "meeting, unit, coming, how, who, letter, holder, why, opinion, day",
            replies(book),
        ),
        (
            "nominations",
            "meeting, no, item, office, body, name, unit, nominators, nominated_by, day, ended",
            nominations(book),
        ),
        ("requisitions", "no, body, way, matters, day, signed, units, meeting", requisitions(book)),
    ];
    views.extend(super::between::of_book(book));
    views.extend(super::issue::of_book(book));
    views
}

pub fn int(n: impl TryInto<i64>) -> Value {
    Value::Integer(n.try_into().ok().unwrap())
}

pub fn text(text: impl ToString) -> Value {
    Value::Text(text.to_string())
}

pub fn maybe<T>(value: Option<T>, to: impl Fn(T) -> Value) -> Value {
    value.map_or(Value::Null, to)
}

pub fn flag(is: bool) -> Value {
    Value::Integer(i64::from(is))
}

fn members(book: &Book) -> Vec<Row> {
    let mut rows = Vec::new();
    for member in book.members.values() {
        let standing = match member.standing {
            Membership::Member => "member",
            Membership::Withdrawn => "withdrawn",
            Membership::Expelled => "expelled",
            Membership::Annulled => "annulled",
            Membership::Lost { .. } => "lost",
        };
        let entry = &member.entry;
        rows.push(vec![
            int(entry.unit),
            text(&entry.name),
            text(&entry.short),
            text(&entry.category),
            maybe(entry.joined, text),
            text(&entry.certificate),
            text(&entry.legal_proof),
            text(serde_json::to_value(&entry.qualifications).unwrap()),
            text(serde_json::to_value(&entry.groups).unwrap()),
            text(serde_json::to_value(&entry.weights).unwrap()),
            text(standing),
        ]);
    }
    rows
}

/// A name as it is stored: `"liaison"` without its quotation marks.
fn stored(value: impl serde::Serialize) -> Value {
    text(serde_json::to_value(value).unwrap().as_str().unwrap())
}

fn history(book: &Book, entries: &[Entry]) -> Vec<Row> {
    let mut rows = Vec::new();
    for unit in book.members.keys() {
        for past in history::of(entries, *unit) {
            let detail = match &past.what {
                What::Amended { changed, .. } => {
                    text(serde_json::to_value(changed).unwrap()["field"].as_str().unwrap())
                }
                What::Authorised { scope, .. } => text(scope),
                What::Lost { ground } => text(ground),
                What::Undone { change } => text(change),
                What::Seated { body } | What::Unseated { body } => text(body),
                What::Office { office, .. } | What::OfficeEnded { office, .. } => text(office),
                What::PersonKept { role, .. } | What::PersonForgotten { role, .. } => stored(role),
                _ => text(""),
            };
            rows.push(vec![
                int(*unit),
                int(past.seq),
                text(past.happened.to_rfc3339()),
                text(past.what.name()),
                detail,
                maybe(past.decision, int),
            ]);
        }
    }
    rows
}

fn people(book: &Book) -> Vec<Row> {
    let mut rows = Vec::new();
    for person in book.people.values() {
        let letter = person.letter.unwrap_or_default();
        rows.push(vec![
            int(person.no),
            int(person.unit),
            stored(person.role),
            maybe(letter.document, int),
            maybe(letter.from, text),
            maybe(letter.to, text),
            text(person.kept.to_rfc3339()),
            maybe(person.forgotten.as_ref(), |f| text(f.0.to_rfc3339())),
        ]);
    }
    rows
}

fn meeting(meeting: &Meeting) -> Row {
    let recorder = Some(&meeting.recorder).filter(|r| !r.is_empty());
    vec![
        int(meeting.no),
        text(&meeting.body),
        int(meeting.term),
        int(meeting.number),
        flag(meeting.special),
        text(meeting.date),
        text(&meeting.place),
        maybe(meeting.opened, |t| text(t.to_rfc3339())),
        maybe(meeting.closed, |t| text(t.to_rfc3339())),
        maybe(meeting.chairing.as_ref(), |c| text(&c.name)),
        maybe(recorder, text),
    ]
}

fn attendance(book: &Book, entries: &[Entry]) -> Vec<Row> {
    let mut rows = Vec::new();
    for meeting in &book.meetings {
        for (unit, attendance) in &meeting.attendance {
            let some = |text: &str| Some(text.to_owned()).filter(|t| !t.is_empty());
            let (name, who, holder, why) = match &attendance.presence {
                Presence::InPerson { who } => ("in_person", some(who), None, None),
                Presence::Delegate { who, .. } => ("delegate", some(who), None, None),
                Presence::Proxy { holder, .. } => ("proxy", None, Some(*holder), None),
                Presence::Online { who } => ("online", some(who), None, None),
                Presence::Excused { why } => ("excused", None, None, some(why)),
                Presence::Absent => ("absent", None, None, None),
                Presence::Left => ("left", None, None, None),
            };
            rows.push(vec![
                int(meeting.no),
                int(*unit),
                text(name),
                maybe(who, text),
                maybe(holder, int),
                maybe(why, text),
                flag(meeting.is_present(*unit)),
                text(attendance.since.to_rfc3339()),
                flag(was_corrected(entries, meeting.no, *unit)),
            ]);
        }
    }
    rows
}

/// Whether the last entry about a unit was a correction.
fn was_corrected(entries: &[Entry], meeting: u32, unit: u32) -> bool {
    let mut corrected = false;
    for entry in standing(entries).filter(|e| e.fact.meeting == Some(meeting)) {
        match &entry.fact.event {
            Event::AttendanceRecorded { unit: of, .. } if *of == unit => corrected = false,
            Event::AttendanceCorrected { unit: of, .. } if *of == unit => corrected = true,
            _ => {}
        }
    }
    corrected
}

/// The entries that are not struck, without reversals.
fn standing(entries: &[Entry]) -> impl Iterator<Item = &Entry> {
    entries.iter().filter(|entry| {
        let strikes = |e: &Entry| matches!(e.fact.event, Event::Struck { from, to, .. } if (from..=to).contains(&entry.seq));
        !entries.iter().any(strikes) && !matches!(entry.fact.event, Event::Struck { .. })
    })
}

fn motions(book: &Book) -> Vec<Row> {
    let mut rows = Vec::new();
    for meeting in &book.meetings {
        for motion in &meeting.motions {
            let state = match motion.state {
                MotionState::Pending => "pending",
                MotionState::Withdrawn => "withdrawn",
                MotionState::Carried => "carried",
                MotionState::Lost => "lost",
            };
            rows.push(vec![
                int(meeting.no),
                int(motion.no),
                int(motion.item),
                maybe(motion.amends.as_ref(), |(main, _)| int(*main)),
                text(&motion.matter),
                text(&motion.rule),
                text(&motion.proposed),
                text(&motion.text),
                text(state),
                text(&motion.mover),
                text(&motion.seconder),
            ]);
        }
    }
    rows
}

fn votes(book: &Book) -> Vec<Row> {
    let mut rows = Vec::new();
    for meeting in &book.meetings {
        rows.extend(meeting.votes.iter().map(|v| vote(meeting, v)));
    }
    rows
}

fn vote(meeting: &Meeting, vote: &Vote) -> Row {
    let method = match vote.method {
        Method::Hands => "hands",
        Method::RollCall => "roll_call",
        Method::Secret => "secret",
    };
    let (state, why) = match &vote.state {
        VoteState::Open => ("open", None),
        VoteState::Closed => ("closed", None),
        VoteState::Declared => ("declared", None),
        VoteState::Void { why } => ("void", Some(why)),
    };
    let verdict = vote.verdict.as_ref();
    let now = tally::standing(vote);
    let fixed = vote.frozen.base.is_some();
    let base = verdict.map(|v| v.base).or(fixed.then_some(now.base));
    let needed = verdict.map_or(now.needed.filter(|_| fixed), |v| v.needed);
    let of = |figure: fn(&tally::Tally) -> u32| maybe(verdict, |v| int(figure(&v.tally)));
    let declared = vote.declared.last().filter(|_| state == "declared");
    vec![
        int(meeting.no),
        int(vote.no),
        int(vote.motion),
        text(method),
        text(state),
        int(vote.frozen.roll.len()),
        int(vote.voters().len()),
        maybe(base, int),
        maybe(needed, int),
        of(|t| t.yes),
        of(|t| t.no),
        of(|t| t.abstain),
        of(|t| t.invalid),
        of(|t| t.not_voting),
        maybe(verdict, |v| flag(v.carried)),
        maybe(declared, |d| flag(d.carried)),
        flag(why.is_some()),
        maybe(why, text),
    ]
}

fn decisions(book: &Book) -> Vec<Row> {
    let mut rows = Vec::new();
    for decision in &book.decisions {
        rows.push(vec![
            int(decision.no),
            text(&decision.number),
            int(decision.meeting),
            int(decision.motion),
            int(decision.vote),
            text(&decision.matter),
            text(&decision.text),
            flag(decision.void),
            match follow::effective(book, decision) {
                Effective::Now => text("now"),
                Effective::AfterClose => text("after_close"),
                Effective::On(day) => text(day),
            },
            text(follow::standing(book, decision).code()),
        ]);
    }
    rows
}

fn funds(book: &Book) -> Vec<Row> {
    let mut rows = Vec::new();
    for (entry, balance) in book.funds.by_day() {
        let origin = book.funds.origin(entry);
        let item = match &origin.of {
            FundKind::Income(id) | FundKind::Spending(id) => Some(id),
            _ => None,
        };
        let (kind, reverses) = match entry.of {
            FundKind::Opening => ("opening", None),
            FundKind::Income(_) => ("income", None),
            FundKind::Spending(_) => ("spending", None),
            FundKind::Reversal(of) => ("reversal", Some(of)),
        };
        rows.push(vec![
            int(entry.no),
            text(entry.day),
            text(kind),
            maybe(item, text),
            text(entry.amount),
            text(book.funds.effect(entry)),
            text(balance),
            text(&entry.party),
            text(&entry.text),
            maybe(origin.unit, int),
            maybe(origin.document, int),
            maybe(origin.decision, int),
            maybe(origin.task.as_ref(), text),
            maybe(reverses, int),
            maybe(book.funds.reversal_of(entry.no), |r| int(r.no)),
        ]);
    }
    rows.sort_by_key(|row| match row[0] {
        Value::Integer(no) => no,
        _ => 0,
    });
    rows
}

fn versions(book: &Book) -> Vec<Row> {
    let last = book.versions.last().map(|v| v.seq);
    let row = |v: &quorate::record::state::CharterVersion| {
        let in_force = flag(Some(v.seq) == last);
        vec![int(v.seq), int(v.version), text(&v.sha256), text(&v.basis), in_force]
    };
    book.versions.iter().map(row).collect()
}

fn opinions(book: &Book) -> Vec<Row> {
    let mut rows = Vec::new();
    for draft in &book.drafts {
        let said = draft.opinions.iter().map(|(at, o)| {
            (
                *at,
                vec![int(draft.no), flag(false), maybe(o.unit, int), text(&o.from), text(&o.text)],
            )
        });
        let collated = draft
            .collations
            .iter()
            .map(|(at, c)| (*at, vec![int(draft.no), flag(true), Value::Null, text(""), text(c)]));
        rows.extend(said.chain(collated));
    }
    rows.sort_by_key(|(at, _)| *at);
    rows.into_iter().map(|(_, row)| row).collect()
}

fn follow_ups(book: &Book) -> Vec<Row> {
    let mut rows = Vec::new();
    for followed in &book.follow_ups {
        let assigned = followed.assigned.as_ref();
        let (is, owner) = match assigned.map(|a| &a.owner) {
            Some(Owner::Office { office }) => (text("office"), text(office)),
            Some(Owner::Body { body }) => (text("body"), text(body)),
            Some(Owner::Unit { unit }) => (text("unit"), int(*unit)),
            Some(Owner::Other { name }) => (text("other"), text(name)),
            None => (Value::Null, Value::Null),
        };
        let last = followed.steps.iter().rev().find_map(|(_, _, step)| match step {
            Step::Reported(report) => Some(report),
            Step::Assigned(_) => None,
        });
        let progress = serde_json::to_value(followed.progress).unwrap();
        rows.push(vec![
            int(followed.decision),
            is,
            owner,
            maybe(assigned.and_then(|a| a.due), text),
            text(assigned.map_or("", |a| a.task.as_str())),
            text(progress.as_str().unwrap()),
            text(last.map_or("", |r| r.note.as_str())),
            maybe(last.and_then(|r| r.document), int),
            int(followed.steps.len()),
        ]);
    }
    rows.sort_by_key(|row| match row[0] {
        Value::Integer(decision) => decision,
        _ => 0,
    });
    rows
}

fn funds_by_year(book: &Book) -> Vec<Row> {
    let mut rows = Vec::new();
    for year in book.funds.years() {
        let said = book.funds.statement(None, year);
        if !said.entries.is_empty() {
            let sums = [said.opening, said.income.total, said.spending.total, said.closing];
            let mut row = vec![int(year)];
            row.extend(sums.iter().map(text));
            rows.push(row);
        }
    }
    rows
}

fn notices(book: &Book) -> Vec<Row> {
    let mut rows = Vec::new();
    for (meeting, sent) in &book.notices.sent {
        for unit in &sent.units {
            let how = text(sent.how.id());
            rows.push(vec![int(*meeting), int(*unit), text(sent.day), how, text(&sent.note)]);
        }
    }
    rows
}

fn replies(book: &Book) -> Vec<Row> {
    let mut rows = Vec::new();
    for meeting in &book.meetings {
        for unit in book.members.keys() {
            let Some(reply) = book.reply_of(meeting.no, *unit) else {
                continue;
            };
            let json = serde_json::to_value(reply).unwrap();
            let word = |key: &str| json[key].as_str().map(str::to_owned);
            rows.push(vec![
                int(meeting.no),
                int(*unit),
                maybe(word("coming"), text),
                maybe(word("how"), text),
                text(&reply.who),
                text(&reply.letter),
                maybe(reply.proxy.as_ref().map(|m| m.holder), int),
                text(&reply.why),
                text(&reply.opinion),
                maybe(reply.day, text),
            ]);
        }
    }
    rows
}

/// Numbers apart by blanks; nothing where there are none.
fn listed(units: &[u32]) -> Value {
    let units: Vec<String> = units.iter().map(u32::to_string).collect();
    maybe(Some(units.join(" ")).filter(|u| !u.is_empty()), text)
}

fn nominations(book: &Book) -> Vec<Row> {
    let row = |n: &quorate::record::notice::Nominated| {
        let (office, body) = match &n.nomination.seat {
            quorate::record::election::Seat::Office { office } => (Some(office), None),
            quorate::record::election::Seat::Body { body } => (None, Some(body)),
        };
        vec![
            int(n.meeting),
            int(n.no),
            int(n.nomination.item),
            maybe(office, text),
            maybe(body, text),
            text(&n.nomination.name),
            maybe(n.nomination.unit, int),
            listed(&n.nomination.by),
            maybe(n.nomination.office.as_ref(), text),
            maybe(n.nomination.day, text),
            maybe(n.ended.as_ref(), text),
        ]
    };
    book.notices.nominations.iter().map(row).collect()
}

fn requisitions(book: &Book) -> Vec<Row> {
    let row = |list: &quorate::record::notice::Requisition| {
        let mut units: Vec<u32> = list.signed.iter().map(|(unit, _)| *unit).collect();
        units.sort_unstable();
        vec![
            int(list.no),
            text(&list.request.body),
            text(&list.request.by),
            text(&list.request.matters),
            maybe(list.request.day, text),
            int(units.len()),
            listed(&units),
            maybe(list.meeting, int),
        ]
    };
    book.notices.requisitions.iter().map(row).collect()
}

fn proceedings(entries: &[Entry]) -> Vec<Row> {
    let mut rows = Vec::new();
    for entry in standing(entries) {
        if let Some(meeting) = entry.fact.meeting {
            rows.push(vec![
                int(meeting),
                int(entry.seq),
                text(entry.happened.to_rfc3339()),
                text(entry.fact.event.kind()),
            ]);
        }
    }
    rows.sort_by_key(|row| match row[..2] {
        [Value::Integer(meeting), Value::Integer(seq)] => (meeting, seq),
        _ => (0, 0),
    });
    rows
}
