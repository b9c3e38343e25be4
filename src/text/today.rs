//! What an officer has to see to, in words: one line each, with its article.

use super::charter::clause_words;
use super::words::{counted, day, meeting_title, office_name, two};
use super::{Lang, cases};
use crate::charter::{Charter, Name};
use crate::record::Book;
use crate::record::issue::Waits;
use crate::record::today::{Due, Urgency, What};
use chrono::NaiveDate;

/// How pressing something is, in a word.
pub fn urgency(lang: Lang, urgency: Urgency) -> String {
    lang.say(match urgency {
        Urgency::Overdue => ["逾期", "overdue"],
        Urgency::Soon => ["临近", "soon"],
        Urgency::Open => ["待办", "to do"],
    })
}

/// One thing to see to, with the clauses that ask for it.
pub fn line(lang: Lang, book: &Book, charter: &Charter, due: &Due) -> String {
    let said = what(book, charter, &due.what);
    if due.clauses.0.is_empty() {
        return lang.pick(&said);
    }
    // One clause says where it comes from; the rest stand where the line leads.
    let first = crate::charter::Clauses(due.clauses.0.iter().take(1).copied().collect());
    let clauses = clause_words(&charter.identity.article_form, &first);
    lang.pick(&two(
        format!("{}（{}）", said.zh, clauses.zh),
        format!("{} ({})", said.en, clauses.en),
    ))
}

fn body_name(charter: &Charter, id: &str) -> Name {
    charter.body(id).map_or_else(|| Book::said(id), |b| b.name.clone())
}

fn what(book: &Book, charter: &Charter, what: &What) -> Name {
    match what {
        What::Meeting { meeting, days } => meeting_line(book, charter, *meeting, *days),
        What::YearlyMeeting { body, last, by } => {
            let (body, by) = (body_name(charter, body), day(*by));
            match last.map(day) {
                Some(last) => two(
                    format!("{}上次会议在{}，应于{}前再开", body.zh, last.zh, by.zh),
                    format!("the {} last met on {} and is due by {}", body.en, last.en, by.en),
                ),
                None => two(
                    format!("{}应于{}前召开会议", body.zh, by.zh),
                    format!("the {} is due to meet by {}", body.en, by.en),
                ),
            }
        }
        What::Term { body, last } => {
            let (body, last) = (body_name(charter, body), day(*last));
            two(
                format!("{}本届任期至{}，应换届", body.zh, last.zh),
                format!("the term of the {} ends on {}: elections are due", body.en, last.en),
            )
        }
        What::OfficeTerm { office, name, last } => {
            let (office, last) = (office_name(book, office), day(*last));
            two(
                format!("{}{name}任期至{}", office.zh, last.zh),
                format!("{name}, {}, holds office until {}", office.en, last.en),
            )
        }
        What::Vacancy { office, free, acting } => {
            let office = office_name(book, office);
            let acting = acting.as_ref().map_or_else(Name::default, |name| {
                two(format!("，由{name}代行"), format!("; {name} acts"))
            });
            two(
                format!("{}空缺{free}名{}", office.zh, acting.zh),
                format!("{}: {free} vacant{}", office.en, acting.en),
            )
        }
        What::Size { body, seats, members, most } => {
            let body = body_name(charter, body);
            let counter = &charter.identity.counter;
            let (s, m, x) =
                (counted(counter, *seats), counted(counter, *members), counted(counter, *most));
            two(
                format!("{}{}，成员{}，一般不超过{}", body.zh, s.zh, m.zh, x.zh),
                format!(
                    "the {} has {} of {}; the charter advises {} at most",
                    body.en, s.en, m.en, x.en
                ),
            )
        }
        What::Review { year, left } => {
            let left = counted(&charter.identity.counter, *left);
            two(
                format!("{year}年度评审还有{}未做", left.zh),
                format!("review of {year}: {} still to be reviewed", left.en),
            )
        }
        What::PutRight { unit, year, until } => {
            let (unit, until) = (book.unit_name(*unit), day(*until));
            two(
                format!("{unit}应于{}前完成整改（{year}年度评审）", until.zh),
                format!("{unit} has to put things right by {} (review of {year})", until.en),
            )
        }
        What::Case { case } => {
            let file = book.cases.iter().find(|c| c.no == *case);
            file.map_or_else(Name::default, |file| {
                let name = cases::name(charter, file);
                let stage = cases::stage_name(book, charter, file);
                two(format!("{}——{}", name.zh, stage.zh), format!("{}: {}", name.en, stage.en))
            })
        }
        What::PermitEnds { permit, last } => {
            let known = book.permits.iter().find(|p| p.permit.permit == *permit);
            let unit = known.map(|p| book.unit_name(p.permit.unit)).unwrap_or_default();
            let scope = known.map(|p| p.permit.scope.clone()).unwrap_or_default();
            let last = day(*last);
            two(
                format!("{unit}的授权或许可至{}止：{scope}", last.zh),
                format!("what {unit} is allowed ends on {}: {scope}", last.en),
            )
        }
        What::FollowUp { decision, due } => {
            let (number, text) = decided(book, *decision);
            match due.map(day) {
                Some(due) => two(
                    format!("{number}应于{}前执行：{text}", due.zh),
                    format!("{number} is to be carried out by {}: {text}", due.en),
                ),
                None => two(
                    format!("{number}正在执行：{text}"),
                    format!("{number} is being carried out: {text}"),
                ),
            }
        }
        What::Unassigned { decisions, .. } => {
            let (verb, noun) =
                if *decisions == 1 { ("has", "decision") } else { ("have", "decisions") };
            two(
                format!("{decisions}项决议还没有指定承办"),
                format!("{decisions} {noun} {verb} nobody to carry them out"),
            )
        }
        What::FundsReport { year, to: None } => two(
            format!("{year}年度经费使用情况还没有向大会报告并通过"),
            format!("the report on the funds of {year} has not been approved by a meeting"),
        ),
        What::FundsReport { year, to: Some(to) } => {
            let known = charter.observers.iter().find(|o| o.id == *to);
            let to = known.map_or_else(|| Book::said(to), |o| o.name.clone());
            two(
                format!("{year}年度经费使用情况还没有报送{}", to.zh),
                format!("the report on the funds of {year} has not been sent to {}", to.en),
            )
        }
        What::Notice { meeting, left, minimum } => {
            let title =
                book.meeting(*meeting).map(|m| meeting_title(charter, m)).unwrap_or_default();
            let left = counted(&charter.identity.counter, *left);
            two(
                format!("{}的通知还有{}未送达，至少应提前{minimum}日", title.zh, left.zh),
                format!(
                    "the notice of {} has not reached {}; it goes out {minimum} days before at least",
                    title.en, left.en
                ),
            )
        }
        What::Requisition { requisition, signed, needed } => {
            let list = book.requisition(*requisition);
            let matters = list.map(|l| l.request.matters.clone()).unwrap_or_default();
            two(
                format!("联名提议召开会议：已签{signed}家，须{needed}家——{matters}"),
                format!("members ask for a meeting: {signed} signed of {needed} needed; {matters}"),
            )
        }
        What::Minutes { meeting, waits, days } => {
            let title =
                book.meeting(*meeting).map(|m| meeting_title(charter, m)).unwrap_or_default();
            let [zh, en] = match waits {
                Waits::Issue => ["还没有编发", "are not issued"],
                Waits::Approval => ["还没有通过", "are not approved"],
                Waits::Signatures => ["还没有签署", "are not signed"],
                Waits::Correction => [
                    "与其后的更正不符，须重新打开或出更正单",
                    "say otherwise than a later correction; reopen them or issue a slip",
                ],
            };
            let since = match days {
                0 => ["".to_owned(), "".to_owned()],
                1 => ["，已1天".to_owned(), ", 1 day now".to_owned()],
                days => [format!("，已{days}天"), format!(", {days} days now")],
            };
            two(
                format!("{}的会议记录{zh}{}", title.zh, since[0]),
                format!("the minutes of {} {en}{}", title.en, since[1]),
            )
        }
        What::TakesEffect { decision, day: on } => {
            let known = book.decisions.iter().find(|d| d.no == *decision);
            let number = known.map(|d| d.number.clone()).unwrap_or_default();
            let on = day(*on);
            two(format!("{number}自{}起生效", on.zh), format!("{number} takes effect on {}", on.en))
        }
    }
}

/// Number and text of a decision.
fn decided(book: &Book, no: u32) -> (String, String) {
    let known = book.decisions.iter().find(|d| d.no == no);
    known.map(|d| (d.number.clone(), d.text.clone())).unwrap_or_default()
}

fn meeting_line(book: &Book, charter: &Charter, no: u32, days: i64) -> Name {
    use crate::record::state::Phase;
    let Some(meeting) = book.meeting(no) else {
        return Name::default();
    };
    let title = meeting_title(charter, meeting);
    if meeting.phase != Phase::Preparing {
        return two(format!("正在开会：{}", title.zh), format!("in session: {}", title.en));
    }
    let on = day(meeting.date);
    match days {
        0 => two(format!("今天：{}", title.zh), format!("today: {}", title.en)),
        1.. => two(
            format!("{}，{}，还有{days}天", title.zh, on.zh),
            format!(
                "{}, {}, in {days} {}",
                title.en,
                on.en,
                if days == 1 { "day" } else { "days" }
            ),
        ),
        _ => two(
            format!("{}原定{}，还没有开", title.zh, on.zh),
            format!("{} was called for {} and has not been opened", title.en, on.en),
        ),
    }
}

/// A day as it stands at the head of the home screen.
pub fn date(lang: Lang, today: NaiveDate) -> String {
    lang.pick(&day(today))
}
