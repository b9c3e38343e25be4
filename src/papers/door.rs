//! The sign-in sheet and the letters by which somebody comes for a member.

use super::Refused;
use super::maker::{Maker, text};
use crate::charter::{Effect, Name};
use crate::paper::{Block, Look, Paper, Row, Side};
use crate::record::event::Presence;
use crate::record::notice::{Mandate, Reply};
use crate::record::state::{Item, Meeting};
use crate::text::papers::{self as said, door as words};

/// The sign-in sheet (签到表): a row a unit of the roll, prefilled as far as the unit announced itself, and
/// behind them those who joined in the meeting and were there.
pub(super) fn sign_in(maker: &Maker, meeting: &Meeting) -> Paper {
    let mut paper = maker.paper(Look::Wide, &[words::title(maker.charter, meeting)], meeting.date);
    paper.part("when");
    maker.plain(&mut paper, &said::when_and_where(meeting));
    paper.part("list");
    let shares = [2, 8, 5, 4, 4, 5, 4, 5, 4];
    let columns = words::HEADS
        .into_iter()
        .zip(shares)
        .map(|(head, share)| {
            let side = if share == 2 { Side::Middle } else { Side::Left };
            maker.column(head, share, side)
        })
        .collect();
    let roll = maker.roll(meeting);
    let joined: Vec<u32> =
        meeting.attendance.keys().copied().filter(|unit| !roll.contains(unit)).collect();
    let all = roll.iter().map(|unit| (unit, false)).chain(joined.iter().map(|unit| (unit, true)));
    let rows = (1_u32..).zip(all).map(|(no, (unit, new))| row(maker, meeting, no, *unit, new));
    maker.table(&mut paper, columns, rows.collect(), 2);
    paper.part("note");
    maker.para(&mut paper, &said::words(words::PREFILLED));
    paper.part("counts");
    for counts in counts(maker, meeting) {
        maker.plain(&mut paper, &counts);
    }
    paper.part("signatures");
    maker.sign(&mut paper, &[(said::words(words::SIGNS), String::new())]);
    paper
}

/// The figures at the opening and at the close, as the record has them: a roll that changed in the meeting has
/// two.
fn counts(maker: &Maker, meeting: &Meeting) -> Vec<Name> {
    let ask = maker.ask;
    let minutes = crate::minutes::compile(maker.book, ask.entries, meeting.no, ask.head.clone());
    let minutes = minutes.filter(|_| meeting.opened.is_some());
    let Some((attendance, closed)) = minutes.map(|m| (m.attendance, m.closed.is_some())) else {
        return vec![words::counts_to_fill(maker.charter, maker.roll_size(meeting))];
    };
    let latest = attendance.latest;
    let opening = attendance.at_opening_corrected.or(attendance.at_opening).unwrap_or(latest);
    let observers = meeting.observers.len();
    let said = |when, heads| words::counts(maker.charter, when, heads, observers);
    if opening == latest {
        return vec![said(None, &latest)];
    }
    let last = if closed { words::AT_CLOSING } else { words::NOW };
    vec![said(Some(words::AT_OPENING), &opening), said(Some(last), &latest)]
}

/// What was entered at the door comes before what was announced.
fn row(maker: &Maker, meeting: &Meeting, no: u32, unit: u32, joined: bool) -> Row {
    let entered = meeting.attendance.get(&unit).map(|a| a.presence.clone());
    let presence = entered.or_else(|| maker.book.announced(meeting.no, unit));
    let member = maker.book.members.get(&unit);
    let category = member.and_then(|m| {
        maker.charter.categories.iter().find(|c| c.id == m.entry.category).map(|c| &c.name)
    });
    let (who, capacity, remark) = match &presence {
        None => (String::new(), Name::default(), Name::default()),
        Some(presence) => {
            let who = match presence {
                Presence::InPerson { who }
                | Presence::Delegate { who, .. }
                | Presence::Online { who } => said::one_line(who),
                _ => String::new(),
            };
            let holder = match presence {
                Presence::Proxy { holder, .. } => maker.book.unit_name(*holder),
                _ => String::new(),
            };
            (who, words::capacity(presence, &holder), words::remark(presence))
        }
    };
    let category = category.map(|c| maker.pick(c)).unwrap_or_default();
    Row::new([
        no.to_string(),
        maker.book.unit_name(unit),
        category,
        who,
        String::new(),
        maker.pick(&capacity),
        String::new(),
        String::new(),
        maker.pick(&words::joined(&remark, joined)),
    ])
}

/// The letters (授权委托书): one for the member's own delegate, and one for another member where the charter lets
/// one member vote for another.
pub(super) fn letters(maker: &Maker, meeting: &Meeting) -> Result<Vec<Paper>, Refused> {
    let unit = maker.unit_of(meeting)?;
    let reply = unit.and_then(|unit| maker.book.reply_of(meeting.no, unit));
    let name = unit.map(|unit| maker.book.unit_name(unit));
    let mut all = vec![own(maker, meeting, name.as_deref(), reply)];
    if maker.charter.proxy.motions {
        let mandate = reply.and_then(|r| r.proxy.as_ref());
        all.push(other(maker, meeting, name.as_deref(), mandate));
    }
    Ok(all)
}

fn own(maker: &Maker, meeting: &Meeting, unit: Option<&str>, reply: Option<&Reply>) -> Paper {
    let mut paper = begin(maker, meeting, &said::words(words::OWN), unit);
    let who = reply.map(|r| r.who.as_str()).unwrap_or_default();
    maker.para(&mut paper, &words::own(maker.charter, meeting, who));
    let items: Vec<&Item> = meeting.items.iter().filter(|i| i.new.matter.is_some()).collect();
    matters(maker, &mut paper, &items);
    paper.part("powers");
    maker.para(&mut paper, &words::powers_own(elects(maker, meeting)));
    maker.para(&mut paper, &words::term(""));
    paper.part("limits");
    maker.para(&mut paper, &said::words(words::NOT_ON));
    end(maker, &mut paper);
    paper
}

fn other(maker: &Maker, meeting: &Meeting, unit: Option<&str>, mandate: Option<&Mandate>) -> Paper {
    let mut paper = begin(maker, meeting, &said::words(words::OTHER), unit);
    let holder = mandate.map(|m| maker.book.unit_name(m.holder)).unwrap_or_default();
    maker.para(&mut paper, &words::other(maker.charter, meeting, &holder));
    let with_elections = maker.charter.proxy.elections;
    let items: Vec<&Item> = meeting
        .items
        .iter()
        .filter(|i| i.new.matter.is_some())
        .filter(|i| with_elections || !is_election(maker, i))
        .collect();
    matters(maker, &mut paper, &items);
    let mandate = mandate.cloned().unwrap_or(Mandate {
        holder: 0,
        matters: String::new(),
        powers: String::new(),
        term: String::new(),
        seal: false,
    });
    if !mandate.matters.trim().is_empty() {
        maker.para(&mut paper, &words::as_written(&mandate.matters));
    }
    let elections = elects(maker, meeting).then_some(with_elections);
    paper.part("powers");
    maker.para(&mut paper, &words::powers_other(&mandate.powers, elections));
    maker.para(&mut paper, &words::term(&mandate.term));
    paper.part("limits");
    maker.para(&mut paper, &said::words(words::NOT_ON));
    maker.para(&mut paper, &words::limits(maker.charter));
    end(maker, &mut paper);
    paper
}

fn is_election(maker: &Maker, item: &Item) -> bool {
    maker.matter(item).is_some_and(|m| m.effect == Effect::Elect)
}

fn elects(maker: &Maker, meeting: &Meeting) -> bool {
    meeting.items.iter().any(|item| is_election(maker, item))
}

fn begin(maker: &Maker, meeting: &Meeting, title: &Name, unit: Option<&str>) -> Paper {
    let mut paper = maker.paper(Look::Official, std::slice::from_ref(title), meeting.date);
    paper.one_sheet = true;
    paper.part("addressee");
    maker.plain(&mut paper, &words::letter_to(maker.charter));
    paper.part("member");
    maker.plain(&mut paper, &words::of_member(unit));
    paper.part("mandate");
    paper
}

/// The matters, each with the instructions one of which is ticked.
fn matters(maker: &Maker, paper: &mut Paper, items: &[&Item]) {
    paper.part("matters");
    let [no, matter, instruction] = words::MATTERS;
    let columns = vec![
        maker.column(no, 2, Side::Middle),
        maker.column(matter, 7, Side::Left),
        maker.column(instruction, 15, Side::Left),
    ];
    let mut rows: Vec<Row> = items
        .iter()
        .map(|item| {
            let ticks = if is_election(maker, item) { words::ELECTION_TICKS } else { words::TICKS };
            let title = said::one_line(&item.new.title);
            let ticks = maker.lines(&said::words(ticks));
            Row::new([text(&item.no.to_string()), text(&title), text(&ticks)])
        })
        .collect();
    if rows.is_empty() {
        let empty = || Row::new([String::new(), String::new(), maker.say(words::TICKS)]);
        rows = vec![empty(), empty(), empty()];
    }
    maker.table(paper, columns, rows, 1);
}

fn end(maker: &Maker, paper: &mut Paper) {
    let signs: Vec<(Name, String)> =
        words::LETTER_SIGNS.into_iter().map(|w| (said::words(w), String::new())).collect();
    paper.part("signatures");
    maker.sign(paper, &signs);
    // The day is that of whoever gives the authority.
    if let Some(Block::Sign(lines)) = paper.blocks.last_mut()
        && let Some(line) = lines.get_mut(1)
    {
        line.day = maker.say(words::LETTER_DAY);
    }
}
