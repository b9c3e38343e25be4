//! The correction slip (更正单): a passage of signed minutes put right on a paper of its own.

use super::Refused;
use super::maker::Maker;
use crate::charter::Name;
use crate::paper::{Block, Look, Paper, Row, Side, SignLine};
use crate::record::issue::{Issued, Role, SlipIssued, signers};
use crate::record::state::Meeting;
use crate::text::papers::{self as said, refusals, slip as words};

/// Every slip of a meeting, in the order of their numbers.
pub(super) fn slips(maker: &Maker, meeting: &Meeting) -> Result<Vec<Paper>, Refused> {
    let life = maker.book.minutes_of(meeting.no);
    let versions = life.into_iter().flat_map(|life| &life.versions);
    let all = versions.flat_map(|version| version.slips.iter().map(move |slip| (version, slip)));
    let mut all: Vec<(&Issued, &SlipIssued)> = all.collect();
    if all.is_empty() {
        let signed = life.is_some_and(|life| life.versions.iter().any(Issued::is_signed));
        return Err(refusals::no_slip(&said::meeting(maker.charter, meeting), signed).into());
    }
    all.sort_by_key(|(_, slip)| slip.slip);
    Ok(all.into_iter().map(|(version, slip)| paper(maker, meeting, version, slip)).collect())
}

/// Without the head of a letter: it lies behind the minutes.
fn paper(maker: &Maker, meeting: &Meeting, version: &Issued, slip: &SlipIssued) -> Paper {
    let titles = words::title(maker.charter, meeting);
    let mut paper = maker.paper(Look::Official, &titles, slip.day);
    paper.subtitle = Some(maker.pick(&words::number(slip)));
    paper.part("purpose");
    maker.para(&mut paper, &words::purpose(maker.charter, meeting));
    paper.part("correction");
    let columns = words::HEADS.into_iter().zip([3, 5, 5, 4]);
    let columns = columns.map(|(head, share)| maker.column(head, share, Side::Left)).collect();
    let of = &slip.of;
    // What was typed stands as it was typed, in whichever language.
    let row = Row::new([&of.passage, &of.was, &of.becomes, &of.why].map(String::clone));
    maker.table(&mut paper, columns, vec![row], 2);
    paper.part("minutes");
    maker.plain(&mut paper, &said::words(words::MINUTES));
    facts(maker, &mut paper, version);
    paper.part("kept");
    maker.para(&mut paper, &said::words(words::STAYS));
    paper.part("signatures").push(Block::Sign(lines(maker, meeting)));
    paper.part("seal");
    maker.seal(&mut paper, Some(slip.day));
    paper
}

/// Which minutes, and who signed them.
fn facts(maker: &Maker, paper: &mut Paper, version: &Issued) {
    let columns = words::FACTS.into_iter().zip([4, 13]);
    let columns = columns.map(|(head, share)| maker.column(head, share, Side::Left)).collect();
    let of = &version.of;
    let row = |label, name: Name| Row::new([maker.say(label), maker.pick(&name)]);
    let mut rows = vec![
        row(words::VERSION, words::version(version)),
        row(words::DIGEST, said::same(&words::grouped(&of.sha256))),
        row(words::ENTRY, said::same(&of.head_entry.to_string())),
        row(words::HEAD, said::same(&words::grouped(&of.head_sha256))),
    ];
    rows.extend(version.signatures.iter().map(|s| row(words::SIGNED, words::signature(s))));
    maker.table(paper, columns, rows, 1);
}

/// The lines of the minutes: the one who presided and the recorder sign the slip as well.
fn lines(maker: &Maker, meeting: &Meeting) -> Vec<SignLine> {
    let named = signers(meeting);
    let who = |role| named.iter().find(|(of, _)| *of == role).map(|(_, who)| who.clone());
    [Role::Presider, Role::Recorder]
        .into_iter()
        .zip(words::SIGNERS)
        .map(|(role, label)| SignLine {
            label: maker.say(label),
            who: who(role).unwrap_or_default(),
            day: maker.say(words::DATE),
        })
        .collect()
}
