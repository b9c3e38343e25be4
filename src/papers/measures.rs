//! Decisions against a member (除名决定、警告决定) and the letter that reports an expulsion to the authority.

use super::Refused;
use super::announcement::{subjects, taken_in};
use super::maker::{Maker, text};
use super::notice::{lines, year};
use crate::charter::{Charter, Name, Procedure, Step, StepKind};
use crate::paper::{Block, Paper};
use crate::record::cases::CaseFile;
use crate::record::follow::in_force_on;
use crate::record::state::{Decision, Item, Meeting};
use crate::text::Lang;
use crate::text::papers::{self as said, decisions as words, refusals};
use crate::text::verdict::{by_rule, vote_sentence};
use crate::text::words::case_outcome;

/// A decision with everything the book has of it.
struct Taken<'a> {
    decision: &'a Decision,
    meeting: &'a Meeting,
    item: Option<&'a Item>,
    case: Option<(&'a CaseFile, &'a Procedure)>,
}

fn taken<'a>(maker: &Maker<'a>, decision: &'a Decision) -> Result<Taken<'a>, Refused> {
    let meeting = taken_in(maker, decision)?;
    let item = meeting.motion(decision.motion).and_then(|m| meeting.item(m.item));
    let file =
        item.and_then(|i| i.new.case).and_then(|no| maker.book.cases.iter().find(|c| c.no == no));
    let case = file.and_then(|f| Some((f, maker.charter.procedure(&f.new.procedure)?)));
    Ok(Taken { decision, meeting, item, case })
}

/// The decision as it is served on the member, under the number the book gave it.
pub(super) fn measure(maker: &Maker, decision: &Decision) -> Result<Vec<Paper>, Refused> {
    let taken = taken(maker, decision)?;
    let charter = maker.charter;
    let unit = subjects(decision);
    let effect = charter.matter(&decision.matter).map(|m| m.effect);
    let Some(titles) = effect.and_then(|effect| words::against_title(effect, &unit)) else {
        return Err(refusals::other_kind(decision.no, said::kinds::EXPULSION, &[]).into());
    };
    let date = taken.meeting.date;
    let mut paper = maker.issued(&titles, decision.number.clone(), date);
    paper.subtitle = Some(maker.pick(&words::passed(charter, taken.meeting)));
    paper.part("addressee");
    maker.plain(&mut paper, &words::letter_to_member(&unit));
    paper.part("facts");
    maker.heading(&mut paper, 1, words::FACTS);
    facts(maker, &mut paper, &taken);
    paper.part("basis");
    maker.heading(&mut paper, 2, words::BASIS);
    basis(maker, &mut paper, &taken);
    paper.part("heard");
    maker.heading(&mut paper, 3, words::HEARD);
    procedure(maker, &mut paper, &taken);
    paper.part("vote");
    maker.heading(&mut paper, 4, words::VOTE);
    vote(maker, &mut paper, &taken);
    paper.part("decided");
    maker.heading(&mut paper, 5, words::DECIDED);
    decided(&mut paper, decision);
    maker.para(&mut paper, &words::in_force(in_force_on(maker.book, decision)));
    maker.para(&mut paper, &words::same_number(charter, taken.meeting, decision));
    paper.part("remedy");
    maker.heading(&mut paper, 6, words::REMEDY);
    maker.para(&mut paper, &said::words(words::REMEDY_TO_FILL));
    paper.part("seal");
    maker.seal(&mut paper, Some(date));
    Ok(vec![paper])
}

/// The text adopted, set like any other of the paper: only what somebody else said is set apart.
fn decided(paper: &mut Paper, decision: &Decision) {
    for line in lines(&decision.text) {
        paper.push(Block::Para(text(&line)));
    }
}

fn facts(maker: &Maker, paper: &mut Paper, taken: &Taken) {
    match taken.case {
        Some((file, _)) => {
            let cases = &maker.book.cases;
            let before = file.new.from.and_then(|no| cases.iter().find(|c| c.no == no));
            maker.para(paper, &words::established(file, before));
            if let Some(claim) = file.new.claim {
                maker.para(paper, &words::claimed(maker.charter, &claim.to_string()));
            }
        }
        None => maker.para(paper, &said::words(words::FACTS_TO_FILL)),
    }
}

fn basis(maker: &Maker, paper: &mut Paper, taken: &Taken) {
    let charter: &Charter = maker.charter;
    let matter = charter.matter(&taken.decision.matter);
    if let Some(said) = matter.and_then(|m| words::rests_on(charter, &m.clauses)) {
        maker.para(paper, &said);
    }
    let names = taken.case.map(|(file, _)| file.new.names.as_slice()).unwrap_or_default();
    for duty in words::broken(charter, names) {
        maker.para(paper, &duty);
    }
}

/// The steps taken before the vote, in the order of the procedure.
fn procedure(maker: &Maker, paper: &mut Paper, taken: &Taken) {
    let steps = taken.case.map(|(file, procedure)| before_the_vote(file, procedure));
    let steps = steps.unwrap_or_default();
    if steps.is_empty() {
        maker.para(paper, &said::words(words::HEARD_TO_FILL));
    }
    for step in steps {
        maker.para(paper, &step);
    }
}

fn before_the_vote(file: &CaseFile, procedure: &Procedure) -> Vec<Name> {
    let mut all = Vec::new();
    let before = |step: &&Step| step.kind != StepKind::Vote;
    for step in procedure.taken.iter().take_while(before) {
        let own = file.steps.iter().filter(|t| t.step.as_deref() == Some(step.id.as_str()));
        for entry in own {
            let outcome = entry.outcome.as_deref().filter(|_| step.outcomes.len() > 1);
            let outcome = outcome.map(|id| case_outcome(&step.outcomes, id));
            all.push(words::step(&step.name, outcome.as_ref(), entry));
        }
    }
    all
}

fn vote(maker: &Maker, paper: &mut Paper, taken: &Taken) {
    let vote = taken.meeting.vote(taken.decision.vote);
    let Some((vote, declared)) = vote.and_then(|v| Some((v, v.declared.last()?))) else {
        return;
    };
    let sentence =
        |lang| vote_sentence(lang, maker.charter, vote, &declared.verdict, Some(declared.carried));
    maker.para(paper, &Name { zh: sentence(Lang::Zh), en: sentence(Lang::En) });
    if let Some(body) = maker.charter.body(&taken.meeting.body) {
        maker.para(paper, &by_rule(maker.charter, body, &vote.frozen));
    }
    if let Some(ruling) = &declared.ruling {
        maker.para(paper, &said::ballots::ruling(&ruling.reason));
    }
}

/// The letter (报送函) to the authority that is to have the evidence of an expulsion.
pub(super) fn letter(maker: &Maker, decision: &Decision) -> Result<Vec<Paper>, Refused> {
    let taken = taken(maker, decision)?;
    let charter = maker.charter;
    let (authority, step) = receiver(maker, &taken).ok_or(Refused::from(refusals::NO_AUTHORITY))?;
    let unit = subjects(decision);
    let date = taken.meeting.date;
    let number = said::number_to_fill(charter, year(date));
    let mut paper = maker.issued(&[words::letter_title(&unit)], number, date);
    paper.part("addressee");
    maker.plain(&mut paper, &words::letter_to(&authority));
    let basis_said = step.article.as_ref().and_then(|c| said::under(charter, c));
    let opens = words::letter_opens(charter, decision, &unit, basis_said.as_ref());
    paper.part("opening");
    maker.para(&mut paper, &opens);
    paper.part("facts");
    maker.heading(&mut paper, 1, words::FACTS);
    facts(maker, &mut paper, &taken);
    paper.part("basis");
    maker.heading(&mut paper, 2, words::BASIS);
    basis(maker, &mut paper, &taken);
    paper.part("heard");
    maker.heading(&mut paper, 3, words::HEARD);
    procedure(maker, &mut paper, &taken);
    paper.part("vote");
    maker.heading(&mut paper, 4, words::VOTE);
    vote(maker, &mut paper, &taken);
    paper.part("decided");
    maker.heading(&mut paper, 5, words::DECIDED);
    decided(&mut paper, decision);
    paper.part("closing");
    maker.para(&mut paper, &said::words(words::LETTER_ENDS));
    paper.part("annexes");
    annexes(maker, &mut paper, &taken);
    paper.part("seal");
    maker.seal(&mut paper, None);
    Ok(vec![paper])
}

/// Who is to have a copy: by a step of the case's procedure, or of another for the same matter.
fn receiver<'a>(maker: &Maker<'a>, taken: &Taken<'a>) -> Option<(Name, &'a Step)> {
    let own = taken.case.map(|(_, procedure)| procedure);
    let of_matter = maker
        .charter
        .procedures
        .iter()
        .filter(|p| p.matter.as_deref() == Some(taken.decision.matter.as_str()));
    own.into_iter().chain(of_matter).find_map(|procedure| {
        procedure.taken.iter().find_map(|step| {
            let to = step.copy_to.as_deref()?;
            let known = maker.charter.observers.iter().find(|o| o.id == to)?;
            Some((known.name.clone(), step))
        })
    })
}

/// The decision and every paper the book keeps of the case.
fn annexes(maker: &Maker, paper: &mut Paper, taken: &Taken) {
    let mut kept: Vec<u32> = Vec::new();
    if let Some((file, _)) = taken.case {
        kept.extend(file.steps.iter().filter_map(|t| t.document));
    }
    if let Some(item) = taken.item {
        kept.extend(item.filed.iter().filter_map(|f| f.document));
        let materials = maker.book.materials(taken.meeting.no, item.no);
        kept.extend(materials.iter().map(|d| d.no));
    }
    kept.sort_unstable();
    kept.dedup();
    let mut names = vec![said::words(words::ANNEX_DECISION)];
    let documents = maker.book.documents.iter().filter(|d| kept.contains(&d.no));
    names.extend(documents.map(|d| said::same(&d.name)));
    if names.len() == 1 {
        names.push(said::words(words::ANNEX_EVIDENCE));
    }
    maker.para(paper, &said::words(said::notice::ANNEXES));
    for (no, name) in (1..).zip(&names) {
        maker.para(paper, &said::notice::annex(no, name));
    }
}
