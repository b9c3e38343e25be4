//! The report of the scrutineers on an election (选举结果报告单), from the figures of the recorded rounds.

use super::Refused;
use super::ballots::{counters, election};
use super::maker::Maker;
use crate::charter::Name;
use crate::paper::{Look, Paper, Row, Side};
use crate::record::election::{Election, Outcome, Race, Round, RoundState, Task};
use crate::record::state::Meeting;
use crate::text::papers::{self as said, ballots as words, refusals};
use crate::text::words::seat_name;

/// A report for every contest that was counted, with all its rounds.
pub(super) fn reports(maker: &Maker, meeting: &Meeting) -> Result<Vec<Paper>, Refused> {
    let election = election(maker, meeting)?;
    let counted: Vec<Paper> =
        election.races.iter().filter_map(|race| report(maker, meeting, election, race)).collect();
    if counted.is_empty() {
        return Err(refusals::NOT_COUNTED.into());
    }
    Ok(counted)
}

fn report(maker: &Maker, meeting: &Meeting, election: &Election, race: &Race) -> Option<Paper> {
    let stands = |round: &&Round| !matches!(round.state, RoundState::Void { .. });
    let rounds: Vec<(&Round, &Outcome)> =
        race.rounds.iter().filter(stands).filter_map(|r| Some((r, r.outcome.as_ref()?))).collect();
    if rounds.is_empty() {
        return None;
    }
    let seat = seat_name(maker.book, &race.contest.seat);
    let titles = words::report_title(maker.charter, meeting);
    let mut paper = maker.paper(Look::Official, &titles, meeting.date);
    paper.part("addressee");
    maker.plain(&mut paper, &said::words(words::TO_PRESIDER));
    paper.part("rounds");
    for (round, outcome) in rounds {
        maker.head(&mut paper, 1, &words::round_head(&seat, round.no));
        of_round(maker, &mut paper, &seat, round, outcome);
    }
    let tasks = [Task::Chief, Task::Scrutineer, Task::Reader, Task::Teller];
    // Above the signatures: below them it might stand on a page of its own.
    paper.part("reported");
    maker.plain(&mut paper, &said::words(words::REPORTED));
    paper.part("signatures");
    maker.sign(&mut paper, &counters(election, &tasks));
    Some(paper)
}

fn of_round(maker: &Maker, paper: &mut Paper, seat: &Name, round: &Round, outcome: &Outcome) {
    maker.para(paper, &words::papers_said(maker.charter, round, outcome));
    if outcome.valid {
        maker.para(paper, &words::needed(maker.charter, round));
        figures(maker, paper, round, outcome);
    }
    let elected: Vec<String> = if round.state == RoundState::Declared {
        round.declared.iter().map(|c| said::one_line(&c.name)).collect()
    } else {
        // An exact share that waits for the presider's ruling elects nobody yet.
        let ruled = outcome.ruling != crate::charter::Ruling::None;
        let names = outcome.elected.iter().filter_map(|place| outcome.fared.get(*place));
        names.filter(|f| !(ruled && f.exact)).map(|f| said::one_line(&f.name)).collect()
    };
    maker.para(paper, &words::elected(seat, outcome, &elected));
    if let Some(ruling) = &round.ruling {
        maker.para(paper, &words::ruling(&ruling.reason));
    }
}

fn figures(maker: &Maker, paper: &mut Paper, round: &Round, outcome: &Outcome) {
    // Where a paper picks names, nobody is voted against: the two columns would be of nothing.
    let against = outcome.fared.iter().any(|f| f.votes.no + f.votes.abstain > 0);
    // Units that stand themselves come from no other member.
    let own = |name: &str, unit: Option<u32>| {
        let unit = unit.map(|unit| maker.book.unit_name(unit)).unwrap_or_default();
        if unit == name { String::new() } else { unit }
    };
    let sent = outcome.fared.iter().any(|f| !own(&said::one_line(&f.name), f.unit).is_empty());
    let shown = |place: &usize| (against || !(3..5).contains(place)) && (sent || *place != 1);
    let columns = words::RESULT_HEADS
        .into_iter()
        .zip([5, 5, 2, 2, 2, 4])
        .enumerate()
        .filter(|(place, _)| shown(place))
        .map(|(_, column)| column)
        .map(|(head, share)| {
            let side = if share == 2 { Side::Right } else { Side::Left };
            maker.column(head, share, side)
        })
        .collect();
    let rows = outcome
        .fared
        .iter()
        .enumerate()
        .map(|(place, fared)| {
            let name = said::one_line(&fared.name);
            let unit = own(&name, fared.unit);
            let cells = [
                name,
                unit,
                fared.votes.yes.to_string(),
                fared.votes.no.to_string(),
                fared.votes.abstain.to_string(),
                maker.pick(&words::fared(round, outcome, place, fared)),
            ];
            let cells = cells.into_iter().enumerate().filter(|(place, _)| shown(place));
            Row::new(cells.map(|(_, cell)| cell))
        })
        .collect();
    maker.table(paper, columns, rows, 1);
}
