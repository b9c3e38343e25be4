//! What an officer has to see to today: meetings and terms that are due, files that wait, decisions
//! not carried out, offices nobody holds. A reading of the book on a day; nothing is stored.

use super::cases::{Stage, open_cases, unreviewed};
use super::decide::last_day;
use super::follow;
use super::issue::{DAYS_TO_ISSUE, Waits, waits};
use super::officers::{acting_for, vacant};
use super::state::{Book, Meeting, Phase};
use crate::charter::{Body, Charter, Clauses, Filling, Roll};
use chrono::{Datelike, Days, Months, NaiveDate};

/// How pressing something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// Its day is past.
    Overdue,
    /// Its day comes within weeks.
    Soon,
    /// It waits to be done.
    Open,
}

/// What is to be seen to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A meeting is being held, or is being prepared.
    Meeting {
        /// Meeting number.
        meeting: u32,
        /// Days until it is held; 0 on the day, negative after it.
        days: i64,
    },
    /// A body that meets so many times a year has not met.
    YearlyMeeting {
        /// Body id.
        body: String,
        /// Day of the last meeting that was not special.
        last: Option<NaiveDate>,
        /// The day by which the next is due.
        by: NaiveDate,
    },
    /// A body's term ends, or has ended.
    Term {
        /// Body id.
        body: String,
        /// Its last day.
        last: NaiveDate,
    },
    /// Somebody's time in an office ends, or has ended without a successor.
    OfficeTerm {
        /// Office id.
        office: String,
        /// Holder.
        name: String,
        /// Last day.
        last: NaiveDate,
    },
    /// An office has free places.
    Vacancy {
        /// Office id.
        office: String,
        /// How many.
        free: u32,
        /// Who acts for it by designation.
        acting: Option<String>,
    },
    /// A body is larger than the charter advises.
    Size {
        /// Body id.
        body: String,
        /// Its units.
        seats: u32,
        /// Members.
        members: u32,
        /// The most the charter advises.
        most: u32,
    },
    /// Members are not reviewed yet.
    Review {
        /// Year.
        year: i32,
        /// How many.
        left: u32,
    },
    /// Something a review set a day for is not put right.
    PutRight {
        /// Member number.
        unit: u32,
        /// Year of the review.
        year: i32,
        /// The day.
        until: NaiveDate,
    },
    /// A case waits for its next step.
    Case {
        /// Case number.
        case: u32,
    },
    /// A permit ends.
    PermitEnds {
        /// Permit number.
        permit: u32,
        /// Last day.
        last: NaiveDate,
    },
    /// A decision somebody is charged with is not carried out.
    FollowUp {
        /// Decision number.
        decision: u32,
        /// The day by which it is to be done.
        due: Option<NaiveDate>,
    },
    /// Decisions with which nobody is charged.
    Unassigned {
        /// How many.
        decisions: u32,
        /// The latest of them.
        latest: u32,
    },
    /// The funds of a year that is over are not reported.
    FundsReport {
        /// The year.
        year: i32,
        /// Observer who has no copy; none where no meeting has approved the report.
        to: Option<String>,
    },
    /// The notice of a meeting has not reached everybody.
    Notice {
        /// Meeting number.
        meeting: u32,
        /// Units on the roll it has not reached.
        left: u32,
        /// Fewest days before the meeting, by the charter.
        minimum: u32,
    },
    /// Members collect signatures for a meeting.
    Requisition {
        /// Number of the list.
        requisition: u32,
        /// Signed so far.
        signed: u32,
        /// Fewest that are enough.
        needed: u32,
    },
    /// The minutes of a closed meeting are not issued, not approved or not signed.
    Minutes {
        /// Meeting number.
        meeting: u32,
        /// What they wait for.
        waits: Waits,
        /// Days they have waited.
        days: i64,
    },
    /// A decision takes effect on a day to come.
    TakesEffect {
        /// Decision number.
        decision: u32,
        /// The day.
        day: NaiveDate,
    },
}

/// One thing to see to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// How pressing.
    pub urgency: Urgency,
    /// What.
    pub what: What,
    /// Clauses that ask for it.
    pub clauses: Clauses,
}

/// Days before a day on which it begins to be soon.
const SOON: u64 = 60;

/// Everything there is to see to on a day, the most pressing first.
pub fn due(book: &Book, today: NaiveDate) -> Vec<Due> {
    let Some(charter) = book.charter.as_deref() else {
        return Vec::new();
    };
    let mut all = Vec::new();
    meetings(book, today, &mut all);
    for body in &charter.bodies {
        yearly(book, body, today, &mut all);
        term(book, body, today, &mut all);
        size(book, body, &mut all);
    }
    offices(book, charter, today, &mut all);
    reviews(book, charter, today, &mut all);
    for (file, stage) in open_cases(book) {
        // What stands on an agenda is the meeting's business.
        if matches!(stage, Stage::Next(_)) {
            let clauses = charter.procedure(&file.new.procedure);
            let clauses = clauses.and_then(|p| p.basis.article.clone()).unwrap_or_default();
            all.push(Due { urgency: Urgency::Open, what: What::Case { case: file.no }, clauses });
        }
    }
    permits(book, today, &mut all);
    decisions(book, charter, today, &mut all);
    for report in book.funds_due(today) {
        let what = What::FundsReport { year: report.year, to: report.to };
        let clauses = charter.funds.as_ref().and_then(|f| f.report.as_deref());
        let clauses = clauses.and_then(|m| charter.matter(m)).map(|m| m.clauses.clone());
        all.push(Due {
            urgency: Urgency::Overdue,
            what,
            // Of the clauses of the matter the last is the one about funds.
            clauses: clauses.map(|c| Clauses(c.0.into_iter().rev().collect())).unwrap_or_default(),
        });
    }
    requisitions(book, &mut all);
    minutes(book, today, &mut all);
    for pending in &book.pending {
        if let super::event::Effective::On(day) = pending.effective {
            let what = What::TakesEffect { decision: pending.decision, day };
            all.push(Due { urgency: Urgency::Open, what, clauses: Clauses::default() });
        }
    }
    all.sort_by_key(|due| due.urgency);
    all
}

fn urgency(last: NaiveDate, today: NaiveDate) -> Option<Urgency> {
    if last < today {
        Some(Urgency::Overdue)
    } else if last <= today.checked_add_days(Days::new(SOON))? {
        Some(Urgency::Soon)
    } else {
        None
    }
}

fn meetings(book: &Book, today: NaiveDate, all: &mut Vec<Due>) {
    for meeting in book.meetings.iter().filter(|m| m.phase != Phase::Closed) {
        let days = meeting.date.signed_duration_since(today).num_days();
        let urgency = match meeting.phase {
            Phase::Preparing if days < 0 => Urgency::Overdue,
            _ => Urgency::Soon,
        };
        let what = What::Meeting { meeting: meeting.no, days };
        all.push(Due { urgency, what, clauses: Clauses::default() });
        let reached = book.notice_progress(meeting);
        let left = reached.roll.saturating_sub(reached.reached);
        if meeting.phase == Phase::Preparing && left > 0 && days >= 0 {
            let minimum = book.charter.as_deref().map_or(0, |c| c.notice.minimum);
            let late = days < i64::from(minimum);
            let urgency = if late { Urgency::Overdue } else { Urgency::Soon };
            let what = What::Notice { meeting: meeting.no, left, minimum };
            all.push(Due { urgency, what, clauses: Clauses::default() });
        }
    }
}

/// A body that meets so many times a year is due that part of a year after it last met, or after its
/// term began.
fn yearly(book: &Book, body: &Body, today: NaiveDate, all: &mut Vec<Due>) {
    let Some(a_year) = body.meetings_a_year.filter(|n| *n > 0) else {
        return;
    };
    let of_body = |m: &&Meeting| m.body == body.id && !m.special;
    if book.meetings.iter().filter(of_body).any(|m| m.phase != Phase::Closed) {
        return;
    }
    let last = book.meetings.iter().filter(of_body).map(|m| m.date).max();
    let begun = book.standings.get(&body.id).and_then(|s| s.term_begun);
    let Some(from) = last.or(begun) else { return };
    let Some(by) = from.checked_add_months(Months::new(12 / a_year.min(12))) else {
        return;
    };
    if let Some(urgency) = urgency(by, today) {
        let what = What::YearlyMeeting { body: body.id.clone(), last, by };
        all.push(Due { urgency, what, clauses: body.term_article.clone() });
    }
}

fn term(book: &Book, body: &Body, today: NaiveDate, all: &mut Vec<Due>) {
    let begun = book.standings.get(&body.id).and_then(|s| s.term_begun);
    let Some(last) = begun.zip(body.term_years).map(|(begun, years)| last_day(begun, years)) else {
        return;
    };
    if let Some(urgency) = urgency(last, today) {
        let what = What::Term { body: body.id.clone(), last };
        all.push(Due { urgency, what, clauses: body.term_article.clone() });
    }
}

fn size(book: &Book, body: &Body, all: &mut Vec<Due>) {
    let Some(cap) = &body.size_cap else { return };
    if body.roll != Roll::Seats {
        return;
    }
    let count = |roll: Vec<u32>| u32::try_from(roll.len()).unwrap_or(u32::MAX);
    let (seats, members) = (count(book.roll_of(&body.id)), count(book.roll()));
    if seats > 0 && !cap.share.met(cap.cmp, seats, members) {
        let most = cap.share.bound(crate::charter::Comparator::AtMost, members).unwrap_or(0);
        all.push(Due {
            urgency: Urgency::Open,
            what: What::Size { body: body.id.clone(), seats, members, most },
            clauses: cap.basis.article.clone().unwrap_or_default(),
        });
    }
}

fn offices(book: &Book, charter: &Charter, today: NaiveDate, all: &mut Vec<Due>) {
    for office in charter.offices.iter().filter(|o| o.by != Filling::ExOfficio) {
        let clauses = office.basis.article.clone().unwrap_or_default();
        for holder in book.holders_of(&office.id, today) {
            if let Some((last, urgency)) = holder.to.and_then(|to| Some((to, urgency(to, today)?)))
            {
                let (office, name) = (office.id.clone(), holder.name.clone());
                let what = What::OfficeTerm { office, name, last };
                all.push(Due { urgency, what, clauses: clauses.clone() });
            }
        }
        let free = vacant(book, office, today);
        if free > 0 {
            let acting = acting_for(book, &office.id, today).map(|d| d.of.name.clone());
            let what = What::Vacancy { office: office.id.clone(), free, acting };
            all.push(Due { urgency: Urgency::Open, what, clauses });
        }
    }
}

/// The year before is overdue, if the book was kept then; this year's review is open from its
/// last months on.
fn reviews(book: &Book, charter: &Charter, today: NaiveDate, all: &mut Vec<Due>) {
    let Some(review) = &charter.review else { return };
    let clauses = review.basis.article.clone().unwrap_or_default();
    let began = book.began.map(|at| at.date_naive().year());
    let years = [(today.year() - 1, Urgency::Overdue), (today.year(), Urgency::Soon)];
    for (year, urgency) in years {
        let kept = began.is_some_and(|began| began <= year);
        let early = year == today.year() && today.month() < 10;
        let left = u32::try_from(unreviewed(book, year).len()).unwrap_or(u32::MAX);
        if kept && !early && left > 0 {
            let what = What::Review { year, left };
            all.push(Due { urgency, what, clauses: clauses.clone() });
        }
    }
    for unit in book.roll() {
        let last = book.reviews.iter().rev().find(|r| r.unit == unit);
        let until = last.and_then(|r| Some((r.year, r.until?)));
        if let Some((year, until)) = until
            && let Some(urgency) = urgency(until, today)
        {
            let what = What::PutRight { unit, year, until };
            all.push(Due { urgency, what, clauses: clauses.clone() });
        }
    }
}

/// Decisions still to be carried out: those with an owner each by itself, the others together.
fn decisions(book: &Book, charter: &Charter, today: NaiveDate, all: &mut Vec<Due>) {
    let checks = charter.offices.iter().find(|o| !o.checks.0.is_empty());
    let clauses = checks.map(|o| o.checks.clone()).unwrap_or_default();
    let mut unassigned = Vec::new();
    for decision in &book.decisions {
        if !follow::standing(book, decision).is_outstanding() {
            continue;
        }
        let Some(assigned) = follow::assignment(book, decision.no) else {
            unassigned.push(decision.no);
            continue;
        };
        let soon = assigned.due.and_then(|due| urgency(due, today));
        let what = What::FollowUp { decision: decision.no, due: assigned.due };
        let urgency = soon.unwrap_or(Urgency::Open);
        all.push(Due { urgency, what, clauses: clauses.clone() });
    }
    if let Some(latest) = unassigned.last() {
        let decisions = u32::try_from(unassigned.len()).unwrap_or(u32::MAX);
        let what = What::Unassigned { decisions, latest: *latest };
        all.push(Due { urgency: Urgency::Open, what, clauses });
    }
}

fn requisitions(book: &Book, all: &mut Vec<Due>) {
    for list in book.notices.requisitions.iter().filter(|l| l.meeting.is_none()) {
        let at = book.signed(list);
        let urgency = if at.enough { Urgency::Soon } else { Urgency::Open };
        let way = book.requisition_way(list);
        let clauses = way.and_then(|w| w.basis.article.clone()).unwrap_or_default();
        let (signed, needed) = (at.signed, at.needed.unwrap_or(0));
        let what = What::Requisition { requisition: list.no, signed, needed };
        all.push(Due { urgency, what, clauses });
    }
}

/// Minutes that wait: for their issue and signatures they press after some days; for approval once
/// the body meets again, since mostly it is the next meeting that approves.
fn minutes(book: &Book, today: NaiveDate, all: &mut Vec<Due>) {
    for meeting in &book.meetings {
        let Some((waits, since)) = waits(book, meeting) else { continue };
        let days = today.signed_duration_since(since).num_days();
        let next = |m: &&Meeting| m.body == meeting.body && m.phase != Phase::Closed;
        let urgency = match waits {
            Waits::Issue | Waits::Signatures | Waits::Correction if days > DAYS_TO_ISSUE => {
                Urgency::Overdue
            }
            Waits::Approval if book.meetings.iter().any(|m| next(&m)) => Urgency::Soon,
            _ => Urgency::Open,
        };
        let what = What::Minutes { meeting: meeting.no, waits, days };
        all.push(Due { urgency, what, clauses: Clauses::default() });
    }
}

fn permits(book: &Book, today: NaiveDate, all: &mut Vec<Due>) {
    for known in book.permits.iter().filter(|p| p.holds(today) && p.ended.is_none()) {
        let last = known.permit.to;
        if let Some((last, Urgency::Soon)) = last.and_then(|to| Some((to, urgency(to, today)?))) {
            let what = What::PermitEnds { permit: known.permit.permit, last };
            all.push(Due { urgency: Urgency::Soon, what, clauses: Clauses::default() });
        }
    }
}
