//! Sheets summed and a round judged: who is elected, who is voted on again, what stays empty.

use super::{
    Accounting, BOX, Fared, Marks, NOBODY, Outcome, RERUN, Round, SHORTFALL, Sheet, Sum, TIE,
    WRITE_IN, WrittenIn,
};
use crate::charter::Ruling;
use crate::record::event::Frozen;
use crate::record::finding::Code;

/// The sums of all sheets that stand, by candidate, and the names written in.
pub fn sums(round: &Round) -> (Vec<Sum>, Vec<WrittenIn>) {
    let mut sums = vec![Sum::default(); round.candidates.len()];
    let mut written: Vec<WrittenIn> = Vec::new();
    for sheet in &round.sheets {
        for (sum, add) in sums.iter_mut().zip(&sheet.votes) {
            sum.yes = sum.yes.saturating_add(add.yes);
            sum.no = sum.no.saturating_add(add.no);
            sum.abstain = sum.abstain.saturating_add(add.abstain);
        }
        for name in &sheet.written_in {
            match written.iter_mut().find(|w| w.name == name.name) {
                Some(known) => known.yes = known.yes.saturating_add(name.yes),
                None => written.push(name.clone()),
            }
        }
    }
    (sums, written)
}

/// Papers counted so far: valid and invalid.
pub fn counted(round: &Round) -> (u32, u32) {
    let add = |of: fn(&Sheet) -> u32| round.sheets.iter().map(of).fold(0, u32::saturating_add);
    (add(|s| s.valid), add(|s| s.invalid))
}

/// What the figures make of a round: most votes first among those who reach the share; a tie at the last
/// seat is voted on again between the tied (Election Law of the PRC, article 45, by analogy).
pub fn outcome(round: &Round, marks: Marks) -> Outcome {
    let frozen = &round.frozen;
    let (valid, invalid) = counted(round);
    let papers = Accounting { valid, invalid, ..round.papers };
    let voters = u32::try_from(frozen.voters.len()).unwrap_or(u32::MAX);
    let judge = |votes: Sum| {
        // Where each name is voted on, its own votes may make the base; where names are picked, the valid papers do.
        let picked = Sum { no: valid.saturating_sub(votes.yes), ..votes };
        let votes = if marks == Marks::Pick { picked } else { votes };
        let tally = super::super::tally::Tally {
            yes: votes.yes,
            no: votes.no,
            abstain: votes.abstain,
            invalid,
            ..super::super::tally::Tally::default()
        };
        super::super::tally::judge(frozen, voters, tally)
    };
    let (sums, written) = sums(round);
    let printed =
        round.candidates.iter().zip(sums).map(|(c, votes)| (c.name.clone(), c.unit, votes, false));
    let added =
        written.into_iter().map(|w| (w.name, None, Sum { yes: w.yes, ..Sum::default() }, true));
    let mut fared: Vec<Fared> = Vec::new();
    for (name, unit, votes, written_in) in printed.chain(added) {
        let verdict = judge(votes);
        let (reached, exact) = (verdict.carried, verdict.exact);
        fared.push(Fared { name, unit, votes, written_in, reached, exact });
    }
    // The sort is stable: equal votes stay in the order printed.
    fared.sort_by_key(|f| std::cmp::Reverse(f.votes.yes));
    let bare = judge(Sum::default());
    let mut outcome = Outcome {
        valid: papers.recovered <= papers.issued,
        papers,
        base: bare.base,
        needed: bare.needed,
        seats: round.seats,
        fared,
        elected: Vec::new(),
        again: Vec::new(),
        vacant: round.seats,
        ruling: Ruling::None,
        flags: frozen.flags.clone(),
    };
    outcome.flags.retain(|f| f != Code::Unpassable.stem());
    if frozen.roll_changed {
        outcome.flags.push(Code::BaseChanged.stem().to_owned());
    }
    if outcome.valid {
        seat(&mut outcome, frozen);
    } else {
        outcome.fared.clear();
        outcome.flags.extend([BOX.to_owned(), RERUN.to_owned()]);
    }
    outcome
}

fn seat(outcome: &mut Outcome, frozen: &Frozen) {
    let seats = usize::try_from(outcome.seats).unwrap_or(usize::MAX);
    // Sorted by votes, and who has more votes reaches the share if one with fewer does.
    let reached: Vec<usize> =
        outcome.fared.iter().enumerate().filter(|(_, f)| f.reached).map(|(i, _)| i).collect();
    let votes = |place: &usize| outcome.fared.get(*place).map(|f| f.votes.yes);
    let level = reached.get(seats).and_then(votes).filter(|last| {
        seats.checked_sub(1).and_then(|s| reached.get(s)).and_then(votes) == Some(*last)
    });
    let elected: Vec<usize> = match level {
        Some(level) => reached.iter().copied().filter(|p| votes(p) > Some(level)).collect(),
        None => reached.iter().copied().take(seats).collect(),
    };
    let tied: Vec<usize> =
        reached.iter().copied().filter(|p| level.is_some() && votes(p) == level).collect();
    let mut flag = |name: &str| {
        if !outcome.flags.iter().any(|f| f == name) {
            outcome.flags.push(name.to_owned());
        }
    };
    let among = |p: &usize| outcome.fared.get(*p);
    let exact = elected.iter().chain(&tied).filter_map(among).any(|f| f.exact);
    if let Some(exactly) = frozen.rule.exactly.as_ref().filter(|_| exact) {
        exactly.flags.iter().for_each(|f| flag(f));
        outcome.ruling = exactly.ruling;
    }
    if elected.iter().chain(&tied).filter_map(among).any(|f| f.written_in) {
        flag(WRITE_IN);
    }
    outcome.vacant = outcome.seats.saturating_sub(u32::try_from(elected.len()).unwrap_or(u32::MAX));
    if level.is_some() {
        flag(TIE);
        outcome.again = tied;
    } else if elected.is_empty() && !outcome.fared.is_empty() {
        flag(NOBODY);
        outcome.again = leading(outcome, seats);
    } else if outcome.vacant > 0 {
        flag(SHORTFALL);
    }
    outcome.elected = elected;
}

/// One more name than there are seats, by votes, with all who are level with the last of them.
fn leading(outcome: &Outcome, seats: usize) -> Vec<usize> {
    let last = outcome.fared.get(seats).or_else(|| outcome.fared.last()).map(|f| f.votes.yes);
    let stays = |f: &Fared| Some(f.votes.yes) >= last;
    outcome.fared.iter().enumerate().filter(|(_, f)| stays(f)).map(|(place, _)| place).collect()
}
