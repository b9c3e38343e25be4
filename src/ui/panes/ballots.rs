//! An election in the panes: what is planned and adopted, and the round in hand with its papers and votes.

use super::more;
use crate::record::election::{Election, Marks, Race, Round, RoundState, counted, outcome, sums};
use crate::record::state::{Meeting, MotionState};
use crate::text::{Lang, election as says, findings, words};
use crate::ui::ballots as desk;
use crate::ui::console::Console;
use crate::ui::theme::{Role, style};
use crate::ui::width::{pad_left, pad_right, shorten_middle, width, wrap};
use ratatui::text::{Line, Span};

/// The election the panes are about: that of the item in hand, if one is planned.
pub fn shown<'m>(console: &Console, meeting: &'m Meeting) -> Option<&'m Election> {
    let item = desk::of_item(&console.ledger.book, meeting)?;
    meeting.election(item)
}

/// The round the vote pane is about, with its contest: the one in hand, else the last declared of the item; none
/// while a motion of the election is being voted on.
pub fn round<'m>(console: &Console, meeting: &'m Meeting) -> Option<(&'m Race, &'m Round)> {
    if meeting.vote_in_hand().is_some() {
        return None;
    }
    let election = shown(console, meeting)?;
    if meeting.motions.iter().any(|m| m.item == election.item && m.state == MotionState::Pending) {
        return None;
    }
    let order = [RoundState::Counted, RoundState::Counting, RoundState::Issued];
    let in_hand = order.iter().find_map(|state| {
        election.races.iter().find(|race| race.in_hand().is_some_and(|r| r.state == *state))
    });
    let last = || election.races.iter().rev().find(|race| !race.rounds.is_empty());
    let race = in_hand.or_else(last)?;
    race.rounds.last().map(|round| (race, round))
}

/// What is planned, one line a paper, and what is adopted.
pub fn plan(
    console: &Console,
    election: &Election,
    lang: Lang,
) -> Vec<(crate::text::Words, String, Role)> {
    let book = &console.ledger.book;
    let mut rows = Vec::new();
    for race in &election.races {
        let seat = lang.pick(&words::seat_name(book, &race.contest.seat));
        let (seats, vacant) = (race.contest.seats, race.vacant());
        let state = match race.rounds.last() {
            None => lang.say(["未投票", "not voted on"]),
            Some(round) => says::state(lang, &round.state),
        };
        let elected: Vec<&str> = race.elected().map(|c| c.name.as_str()).collect();
        let names: Vec<&str> = race.contest.candidates.iter().map(|c| c.name.as_str()).collect();
        let who = if elected.is_empty() {
            let names = names.join("、");
            lang.join(&format!("候选人：{names}"), &format!("candidates: {names}"))
        } else {
            let names = elected.join("、");
            let more = if vacant > 0 {
                lang.join(&format!("，缺{vacant}名"), &format!(", {vacant} empty"))
            } else {
                String::new()
            };
            lang.join(&format!("当选：{names}{more}"), &format!("elected: {names}{more}"))
        };
        let text = lang.join(
            &format!("{seat} 应选{seats} · {state} · {who}"),
            &format!("{seat}, {seats} to fill · {state} · {who}"),
        );
        rows.push((["选票", "paper"], text, Role::Text));
    }
    let sign = |done: bool| if done { "✓" } else { "·" };
    let adopted = lang.join(
        &format!(
            "{} 选举办法  {} 监票人、计票人",
            sign(election.adopted.is_some()),
            sign(election.approved.is_some())
        ),
        &format!(
            "{} rules  {} who counts",
            sign(election.adopted.is_some()),
            sign(election.approved.is_some())
        ),
    );
    rows.push((["通过", "adopted"], adopted, Role::Text));
    if !election.tellers.is_empty() {
        let names: Vec<String> = election
            .tellers
            .iter()
            .map(|t| format!("{} {}", says::task(lang, t.task), t.name))
            .collect();
        rows.push((["计票", "count by"], names.join("、"), Role::Dim));
    }
    let marks: Vec<_> = election.races.iter().map(|race| race.contest.marks).collect();
    rows.push((["填票", "marks"], says::legend(lang, &election.plan, &marks), Role::Dim));
    rows
}

/// Where an election stands, for the agenda: what is going on, else how many seats are filled.
pub fn standing_of(election: &Election, lang: Lang) -> (String, Role) {
    let order = [RoundState::Counted, RoundState::Counting, RoundState::Issued];
    for state in order {
        if election.races.iter().any(|race| race.in_hand().is_some_and(|r| r.state == state)) {
            return (says::state(lang, &state), Role::PaneFocus);
        }
    }
    let seats: u32 = election.races.iter().map(|r| r.contest.seats).sum();
    let vacant: u32 = election.races.iter().map(Race::vacant).sum();
    let filled = seats.saturating_sub(vacant);
    if election.races.iter().all(|r| r.rounds.is_empty()) {
        return (lang.say(["待投票", "to be voted on"]), Role::PaneFocus);
    }
    let role = if vacant == 0 { Role::Present } else { Role::Accent };
    (lang.join(&format!("当选 {filled}/{seats}"), &format!("elected {filled}/{seats}")), role)
}

/// What the corner of the vote pane says of a round.
pub fn corner(lang: Lang, round: &Round, cells: u16) -> String {
    let state = says::state(lang, &round.state);
    let no = round.no;
    let both = lang
        .join(&format!("选举 · 第{no}轮 · {state}"), &format!("election · round {no} · {state}"));
    if width(&both) + 14 > usize::from(cells) { state } else { both }
}

/// The round in lines: what is filled, papers, who has how many, and what comes of it.
pub fn lines(
    console: &Console,
    race: &Race,
    round: &Round,
    cells: usize,
    rows: usize,
) -> Vec<Line<'static>> {
    let lang = console.lang().first();
    let theme = console.view.theme;
    let book = &console.ledger.book;
    let Some(charter) = book.charter.as_deref() else {
        return Vec::new();
    };
    let mut lines = Vec::new();
    let push = |lines: &mut Vec<Line<'static>>, text: &str, role: Role| {
        for line in wrap(text, cells) {
            lines.push(Line::styled(line, style(theme, role)));
        }
    };
    let seat = lang.pick(&words::seat_name(book, &race.contest.seat));
    let (no, seats) = (round.no, round.seats);
    push(
        &mut lines,
        &lang.join(
            &format!("选举{seat}，第{no}轮，应选{seats}名"),
            &format!("Election: {seat}, round {no}, {seats} to fill"),
        ),
        Role::Title,
    );
    push(&mut lines, &says::needed(lang, charter, round), Role::Text);
    let papers = round.papers;
    let clipped = papers.printed.saturating_sub(papers.issued);
    match round.state {
        RoundState::Issued => push(
            &mut lines,
            &lang.join(
                &format!(
                    "印制{}张，发出{}张，剪角{clipped}张。请投票。",
                    papers.printed, papers.issued
                ),
                &format!(
                    "{} printed, {} handed out, {clipped} clipped. Voting.",
                    papers.printed, papers.issued
                ),
            ),
            Role::Text,
        ),
        _ => push(&mut lines, &says::papers(lang, round), Role::Text),
    }
    lines.push(Line::default());
    if papers.recovered <= papers.issued {
        standing(console, race, round, cells, &mut lines);
    }
    match (&round.state, &round.outcome) {
        (RoundState::Counting, _) => {
            let (valid, invalid) = counted(round);
            let done = valid.saturating_add(invalid);
            let text = lang.join(
                &format!("计票中：已计{done}张，箱内共{}张；无效{invalid}张", papers.recovered),
                &format!("being counted: {done} of {} papers, {invalid} invalid", papers.recovered),
            );
            push(&mut lines, &text, Role::PaneFocus);
        }
        (RoundState::Issued, _) => {}
        (state, Some(outcome)) => {
            if *state == RoundState::Counted {
                let wait = lang.say([
                    "已结束计票，等待主持人宣布。",
                    "Counted; waiting for the presider to declare it.",
                ]);
                push(&mut lines, &wait, Role::PaneFocus);
            }
            let all = says::result(lang, charter, round, outcome);
            if let Some(last) = all.last() {
                push(&mut lines, last, Role::Text);
            }
            let shown: Vec<String> = outcome
                .flags
                .iter()
                .map(|f| format!("⚑ {}", findings::short(lang, book, f)))
                .collect();
            if !shown.is_empty() {
                push(&mut lines, &shown.join("  "), Role::Accent);
            }
        }
        (_, None) => {}
    }
    match &round.state {
        RoundState::Declared if round.declared.is_empty() => {
            push(
                &mut lines,
                &format!(" {} ", lang.say(["无人当选", "NOBODY ELECTED"])),
                Role::Lost,
            );
        }
        RoundState::Declared => {
            let names: Vec<&str> = round.declared.iter().map(|c| c.name.as_str()).collect();
            push(
                &mut lines,
                &format!(" {} {} ", lang.say(["当选：", "ELECTED:"]), names.join("、")),
                Role::Carried,
            );
        }
        RoundState::Void { why } => {
            push(&mut lines, &format!(" {} ", lang.say(["本轮无效", "VOID"])), Role::Lost);
            push(&mut lines, why, Role::Text);
        }
        _ => {}
    }
    let said = says::script(lang, book, race, round);
    if !said.is_empty() {
        lines.push(Line::default());
        push(&mut lines, &lang.say(["主持人：", "The presider says:"]), Role::Dim);
        said.iter().for_each(|line| push(&mut lines, line, Role::Text));
    }
    more::fold(console, lines, rows)
}

/// Everybody with votes, a bar on the scale of the base, and a mark at the number needed.
fn standing(
    console: &Console,
    race: &Race,
    round: &Round,
    cells: usize,
    lines: &mut Vec<Line<'static>>,
) {
    let theme = console.view.theme;
    let lang = console.lang().first();
    let result = round.outcome.clone().unwrap_or_else(|| outcome(round, race.contest.marks));
    let secret = matches!(round.state, RoundState::Issued);
    let (known, _) = sums(round);
    let scale = result.base.max(known.iter().map(|s| s.yes).max().unwrap_or(0)).max(1);
    let names = result.fared.iter().map(|f| width(&f.name)).max().unwrap_or(6).min(cells / 3);
    let room = cells.saturating_sub(names + 14).max(6);
    let place = |n: u32| (n as usize * room) / scale as usize;
    let mark = result.needed.map(|n| place(n).min(room.saturating_sub(1)));
    for (at, fared) in result.fared.iter().enumerate() {
        let elected = round.state == RoundState::Declared
            && round.declared.iter().any(|c| c.name == fared.name);
        let role = if elected { Role::VoteYes } else { Role::Text };
        let sign = match (elected, result.again.contains(&at) && round.outcome.is_some()) {
            (true, _) => "✓",
            (false, true) => "=",
            (false, false) if fared.written_in => "+",
            _ => " ",
        };
        let mut spans = vec![Span::styled(
            format!("{sign} {} ", pad_right(&shorten_middle(&fared.name, names), names)),
            style(theme, role),
        )];
        if secret {
            lines.push(Line::from(spans));
            continue;
        }
        let yes = fared.votes.yes;
        spans.push(Span::styled(
            format!("{} ", pad_left(&yes.to_string(), 3)),
            style(theme, Role::Title),
        ));
        let filled = place(yes).max(usize::from(yes > 0));
        for cell in 0..room {
            let (text, role) = match (cell < filled, mark == Some(cell)) {
                (_, true) => ("┃", Role::Mark),
                (true, false) => ("█", Role::VoteYes),
                (false, false) => ("·", Role::Track),
            };
            spans.push(Span::styled(text, style(theme, role)));
        }
        if race.contest.marks == Marks::Each {
            let (no, abstain) = (fared.votes.no, fared.votes.abstain);
            spans.push(Span::styled(format!(" {no}/{abstain}"), style(theme, Role::Dim)));
        }
        lines.push(Line::from(spans));
    }
    if race.contest.marks == Marks::Each && !secret {
        let text = lang.say(["条形为赞成；后为反对/弃权", "bars: for; then against/abstaining"]);
        lines.push(Line::styled(text, style(theme, Role::Dim)));
    }
    lines.push(Line::default());
}
