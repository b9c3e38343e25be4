//! The sign-in sheet and the letters by which somebody comes for a member.

use super::Refused;
use super::maker::{Maker, text};
use crate::charter::{Effect, Name};
use crate::paper::{Block, Look, Paper, Row, Side};
use crate::record::event::Presence;
use crate::record::notice::{Mandate, Reply};
use crate::record::state::{Item, Meeting};
use crate::text::papers::{self as said, door as words};

/// The sign-in sheet (签到表): a row a unit of the roll, prefilled as far as the unit announced itself.
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
    let rows = (1_u32..).zip(&roll).map(|(no, unit)| row(maker, meeting, no, *unit)).collect();
    maker.table(&mut paper, columns, rows, 2);
    paper.part("note");
    maker.para(&mut paper, &said::words(words::PREFILLED));
    let counted = meeting.opened.is_some();
    let counts = if counted {
        words::counts(maker.charter, &meeting.headcount(&roll), meeting.observers.len())
    } else {
        words::counts_to_fill(maker.charter, maker.roll_size(meeting))
    };
    paper.part("counts");
    maker.plain(&mut paper, &counts);
    paper.part("signatures");
    maker.sign(&mut paper, &[(said::words(words::SIGNS), String::new())]);
    paper
}

/// What was entered at the door comes before what was announced.
fn row(maker: &Maker, meeting: &Meeting, no: u32, unit: u32) -> Row {
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
        maker.pick(&remark),
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
            let ticks =
                if is_election(maker, item) { String::new() } else { maker.say(words::TICKS) };
            Row::new([item.no.to_string(), said::one_line(&item.new.title), ticks])
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
    let day = said::day_to_fill();
    paper.part("day").push(Block::Plain(text(&maker.pick(&day))));
}
