//! The lines of an election in the log.

use super::event::Told;
use super::parts::note;
use super::{office_name, two};
use crate::charter::Name;
use crate::record::Book;
use crate::record::election::{Seat, Sheet};
use crate::record::event::Event;

/// What an event of an election says.
pub(super) fn ballot_line(told: &Told, event: &Event) -> Name {
    match event {
        Event::ElectionPlanned { item, plan } => {
            let (item, n) = (told.item(*item), plan.contests.len());
            two(
                format!("准备选举：{}，选票{n}种", item.zh),
                format!("election prepared under {}, {n} kinds of paper", item.en),
            )
        }
        Event::TellersNamed { tellers, .. } => {
            let names: Vec<&str> = tellers.iter().map(|t| t.name.as_str()).collect();
            two(
                format!("提名监票人、计票人：{}", names.join("、")),
                format!("scrutineers and tellers proposed: {}", names.join(", ")),
            )
        }
        Event::CandidatesSet { item, contest, candidates } => {
            let seat = seat_of(told, *item, *contest);
            let names: Vec<&str> = candidates.iter().map(|c| c.name.as_str()).collect();
            two(
                format!("{}候选人：{}", seat.zh, names.join("、")),
                format!("candidates for {}: {}", seat.en, names.join(", ")),
            )
        }
        Event::BallotsIssued { item, contest, round, printed, issued, .. } => {
            let seat = seat_of(told, *item, *contest);
            two(
                format!("{}第{round}轮发票：印制{printed}张，发出{issued}张", seat.zh),
                format!(
                    "{}, round {round}: {printed} papers printed, {issued} handed out",
                    seat.en
                ),
            )
        }
        Event::BoxOpened { item, contest, round, recovered } => {
            let seat = seat_of(told, *item, *contest);
            two(
                format!("{}第{round}轮开箱：收回{recovered}张", seat.zh),
                format!("{}, round {round}: {recovered} papers in the box", seat.en),
            )
        }
        Event::SheetEntered { item, contest, sheet, .. } => {
            let (seat, papers) = (seat_of(told, *item, *contest), papers(sheet));
            two(
                format!("{}计票单：{}", seat.zh, papers.zh),
                format!("{}, sheet: {}", seat.en, papers.en),
            )
        }
        Event::SheetCorrected { item, contest, place, confirmed_by, why, .. } => {
            let seat = seat_of(told, *item, *contest);
            note(
                two(
                    format!("{}第{place}张计票单更正，{confirmed_by}确认", seat.zh),
                    format!("{}, sheet {place} corrected, confirmed by {confirmed_by}", seat.en),
                ),
                why,
            )
        }
        Event::RoundCounted { item, contest, round, outcome } => {
            let seat = seat_of(told, *item, *contest);
            let (valid, invalid) = (outcome.papers.valid, outcome.papers.invalid);
            two(
                format!("{}第{round}轮计票结束：有效{valid}张，无效{invalid}张", seat.zh),
                format!("{}, round {round} counted: {valid} valid, {invalid} invalid", seat.en),
            )
        }
        Event::RoundRecounted { item, contest, round, by, ground } => {
            let seat = seat_of(told, *item, *contest);
            note(
                two(
                    format!("{}第{round}轮重新计票，{by}提出", seat.zh),
                    format!("{}, round {round} counted again at the wish of {by}", seat.en),
                ),
                ground,
            )
        }
        Event::RoundDeclared { item, contest, round, outcome, elected, .. } => {
            let seat = seat_of(told, *item, *contest);
            let names: Vec<&str> = elected.iter().map(|c| c.name.as_str()).collect();
            match (outcome.valid, names.is_empty()) {
                (false, _) => two(
                    format!("宣布{}第{round}轮选举无效", seat.zh),
                    format!("{}, round {round} declared void", seat.en),
                ),
                (true, true) => two(
                    format!("宣布{}第{round}轮无人当选", seat.zh),
                    format!("{}, round {round}: nobody elected", seat.en),
                ),
                (true, false) => two(
                    format!("宣布{}当选：{}", seat.zh, names.join("、")),
                    format!("elected as {}: {}", seat.en, names.join(", ")),
                ),
            }
        }
        Event::RoundVoided { item, contest, round, why } => {
            let seat = seat_of(told, *item, *contest);
            note(
                two(
                    format!("{}第{round}轮作废", seat.zh),
                    format!("{}, round {round} voided", seat.en),
                ),
                why,
            )
        }
        _ => Name::default(),
    }
}

fn papers(sheet: &Sheet) -> Name {
    let (valid, invalid, group) = (sheet.valid, sheet.invalid, &sheet.group);
    let [zh, en] = if group.is_empty() {
        [String::new(), String::new()]
    } else {
        [format!("{group}，"), format!("{group}, ")]
    };
    two(
        format!("{zh}有效{valid}张，无效{invalid}张"),
        format!("{en}{valid} valid, {invalid} invalid"),
    )
}

fn seat_of(told: &Told, item: u32, contest: u32) -> Name {
    let race = told.meeting.and_then(|m| m.race(item, contest));
    race.map_or_else(
        || two(format!("第{contest}张选票"), format!("paper {contest}")),
        |race| seat_name(told.book, &race.contest.seat),
    )
}

/// What a seat is called: the office, or a unit of the body.
pub fn seat_name(book: &Book, seat: &Seat) -> Name {
    match seat {
        Seat::Office { office } => office_name(book, office),
        Seat::Body { body } => {
            let known = book.charter.as_deref().and_then(|c| c.body(body));
            let name = known.map_or_else(|| Book::said(body), |b| b.name.clone());
            two(format!("{}单位", name.zh), format!("units of the {}", name.en))
        }
    }
}
