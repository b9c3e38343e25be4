//! The announcement of an admission, a withdrawal or an expulsion (公告).

use super::Refused;
use super::maker::Maker;
use super::notice::year;
use crate::charter::Name;
use crate::paper::Paper;
use crate::record::follow::in_force_on;
use crate::record::state::{Decision, Meeting};
use crate::text::papers::{self as said, decisions as words, refusals};

/// The names of those a decision concerns.
pub(super) fn subjects(decision: &Decision) -> Name {
    let names: Vec<Name> = decision.subjects.iter().map(|s| said::same(&s.name)).collect();
    said::list(&names)
}

/// The meeting that took a decision.
pub(super) fn taken_in<'a>(maker: &Maker<'a>, decision: &Decision) -> Result<&'a Meeting, Refused> {
    let no = decision.meeting;
    maker.book.meeting(no).ok_or_else(|| refusals::no_meeting(Some(no)).into())
}

/// What is made public of a decision; its own number is filled in by hand, the decision's is cited.
pub(super) fn announcement(maker: &Maker, decision: &Decision) -> Result<Vec<Paper>, Refused> {
    let meeting = taken_in(maker, decision)?;
    let charter = maker.charter;
    let units = subjects(decision);
    let matter = charter.matter(&decision.matter);
    let title = matter.and_then(|m| words::announcement_title(charter, m.effect, &units));
    let Some((matter, title)) = matter.zip(title) else {
        return Err(refusals::other_kind(decision.no, said::kinds::ANNOUNCEMENT, &[]).into());
    };
    let number = said::number_to_fill(charter, year(meeting.date));
    let mut paper = maker.issued(&[title], number, meeting.date);
    let since = in_force_on(maker.book, decision);
    let text = words::announced(charter, meeting, decision, matter.effect, &units, since);
    paper.part("text");
    maker.para(&mut paper, &text);
    paper.part("basis");
    if let Some(basis) = words::rests_on(charter, &matter.clauses) {
        maker.para(&mut paper, &basis);
    }
    paper.part("closing");
    maker.para(&mut paper, &said::words(words::HEREBY));
    paper.part("seal");
    maker.seal(&mut paper, None);
    Ok(vec![paper])
}
