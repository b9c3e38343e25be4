//! The record of a meeting (会议记录): everything in the order it came; the sentences are in
//! [`crate::text::minutes`].

use super::{Kind, begun, in_language};
use crate::charter::compare::Side;
use crate::minutes::agenda::{Item, Motion, Rewording, Vote};
use crate::minutes::ballots::{BallotRound, Ballots};
use crate::minutes::records::Remark;
use crate::minutes::types::Minutes;
use crate::minutes::{charter_of, public as public_copy};
use crate::paper::{Block, Paper, Run, SignLine, Text};
use crate::record::Code;
use crate::text::Lang;
use crate::text::minutes::{self as words, HeadsOf as Heads, Say, Section};

/// The record in one language, or in both side by side; `None` where the minutes carry no charter that
/// can be read.
///
/// A public paper leaves out the notes marked private and says how many there were.
pub fn record(minutes: &Minutes, lang: Lang, public: bool) -> Option<Paper> {
    if public {
        return record(&public_copy(minutes), lang, false);
    }
    let charter = charter_of(minutes)?;
    in_language(lang, |one| Some(paper(&Say::new(minutes, &charter, one))))
}

/// A paper being written.
struct Page {
    paper: Paper,
    sections: u32,
}

impl Page {
    fn list(&mut self, lines: Vec<String>) {
        self.paper.list(lines);
    }
    fn para(&mut self, line: String) {
        self.paper.push(Block::Para(line.into()));
    }
    fn paras(&mut self, lines: Vec<String>) {
        for line in lines {
            self.para(line);
        }
    }
    fn quote(&mut self, text: &str) {
        let lines = words::quote(text);
        if !lines.is_empty() {
            self.paper.push(Block::Quote(lines));
        }
    }

    fn section(&mut self, say: &Say, section: Section) {
        self.sections += 1;
        let heading = words::section(say, section);
        let heading = words::numbered(say, self.sections, &heading);
        self.paper.push(Block::Heading(1, heading.into()));
    }

    /// A section with a list, where there is anything to list.
    fn listed(&mut self, say: &Say, section: Section, lines: Vec<String>) {
        if !lines.is_empty() {
            self.section(say, section);
            self.list(lines);
        }
    }
}

fn paper(say: &Say) -> Paper {
    let minutes = say.minutes;
    let mut made = begun(Kind::Record, say, words::title(say));
    made.subtitle = words::preview(say);
    let mut page = Page { paper: made, sections: 0 };
    page.paper.part("facts");
    page.list(words::facts(say));
    page.paper.part("narrative");
    page.paras(words::wording(say, minutes.wording.as_ref()));
    page.paper.part("attendance");
    attendance(&mut page, say);
    page.paper.part("outstanding");
    let outstanding = minutes.outstanding.iter();
    let outstanding = outstanding.map(|o| words::outstanding(say, o)).collect();
    page.listed(say, Section::Outstanding, outstanding);
    page.paper.part("proceedings");
    page.section(say, Section::Proceedings);
    if minutes.items.is_empty() {
        page.para(words::nothing(say, Section::Proceedings));
    }
    for (place, one) in minutes.items.iter().enumerate() {
        item(&mut page, say, one, place);
    }
    if let Some(closed) = words::adjourned(say) {
        page.para(closed);
    }
    page.paper.part("general");
    let notes = minutes.notes.iter().map(|n| words::note(say, n)).collect();
    page.listed(say, Section::General, notes);
    page.paper.part("decisions");
    decisions(&mut page, say);
    records(&mut page, say);
    page.paper.part("signatures");
    page.section(say, Section::Signatures);
    let lines = words::signatures(say).into_iter();
    let lines = lines.map(|[label, who, day]| SignLine { label, who, day }).collect();
    page.paper.push(Block::Sign(lines));
    page.paper.part("colophon").push(Block::Rule);
    for line in words::left_out(say).into_iter().chain(words::colophon(say)) {
        page.paper.push(Block::Plain(line.into()));
    }
    page.paper
}

fn attendance(page: &mut Page, say: &Say) {
    let minutes = say.minutes;
    let attendance = &minutes.attendance;
    page.section(say, Section::Attendance);
    let count = |of, heads| words::labelled(say, of, &words::heads(say, heads));
    let mut heads = Vec::new();
    if let Some(opening) = &attendance.at_opening {
        heads.push(count(Heads::Opening, opening));
    }
    if let Some(corrected) = &attendance.at_opening_corrected {
        heads.push(count(Heads::OpeningCorrected, corrected));
    }
    let latest = if minutes.closed.is_some() { Heads::Closing } else { Heads::Now };
    heads.push(count(latest, &attendance.latest));
    heads.push(words::quorum(say));
    page.list(heads);
    let mut groups = words::groups(say);
    let observers = words::observers(say);
    if !observers.is_empty() {
        groups.push((words::section(say, Section::Observers), observers));
    }
    for (heading, units) in groups {
        let (label, names) = words::names(say, &heading, &units);
        page.paper.push(Block::Labelled(label, names.into()));
    }
    let moves = attendance.moves.iter();
    let moves: Vec<String> = moves.map(|m| words::movement(say, m)).collect();
    if !moves.is_empty() {
        page.paper.push(Block::Heading(2, words::section(say, Section::Moves).into()));
        page.list(moves);
    }
}

fn item(page: &mut Page, say: &Say, item: &Item, place: usize) {
    page.paper.push(Block::Heading(2, words::item_head(say, item, place).into()));
    page.list(words::item_lines(say, item));
    page.paras(words::wording(say, item.wording.as_ref()));
    // Everything in the order it came, whatever its kind.
    let mut steps: Vec<(u64, Step)> = Vec::new();
    steps.extend(item.notes.iter().map(|n| (n.when.entry, Step::Line(words::note(say, n)))));
    steps.extend(item.ends.iter().map(|e| (e.when.entry, Step::Line(words::item_end(say, e)))));
    let late = item.recused.iter().filter(|r| words::in_hand(item, r));
    steps.extend(late.map(|r| (r.when.entry, Step::Line(words::recusal(say, r)))));
    let again = item.taken_up.iter().skip(1);
    steps.extend(again.map(|w| (w.entry, Step::Line(words::taken_up_again(say, w)))));
    if let Some(ballots) = &item.election {
        let rounds = ballots.rounds.iter();
        steps.extend(rounds.map(|r| (r.issued.entry, Step::Round(ballots, r))));
    }
    for motion in &item.motions {
        steps.push((motion.when.entry, Step::Motion(motion)));
        let changes = motion.rewordings.iter();
        steps.extend(changes.map(|c| (c.when.entry, Step::Rewording(motion, c))));
        steps.extend(motion.votes.iter().map(|v| (v.when.entry, Step::Vote(motion, v))));
    }
    steps.sort_by_key(|(entry, _)| *entry);
    let mut lines: Vec<String> = Vec::new();
    for (_, step) in steps {
        if let Step::Line(line) = step {
            lines.push(line);
            continue;
        }
        page.list(std::mem::take(&mut lines));
        match step {
            Step::Line(_) => {}
            Step::Motion(motion) => self::motion(page, say, motion),
            Step::Rewording(motion, change) => {
                page.para(words::reworded(say, motion.no, change));
                page.quote(&change.text);
            }
            Step::Vote(motion, vote) => self::vote(page, say, motion, vote),
            Step::Round(ballots, round) => {
                if ballots.rounds.first() == Some(round) {
                    page.list(words::plan_lines(say, ballots));
                }
                page.paper.push(Block::Para(Text::strong(words::round_head(say, round))));
                page.list(words::round_lines(say, round));
            }
        }
    }
    page.list(lines);
}

/// Something that happened while an item was in hand.
enum Step<'a> {
    Line(String),
    Motion(&'a Motion),
    Rewording(&'a Motion, &'a Rewording),
    Vote(&'a Motion, &'a Vote),
    Round(&'a Ballots, &'a BallotRound),
}

fn motion(page: &mut Page, say: &Say, motion: &Motion) {
    page.paper.push(Block::Para(Text::strong(words::moved(say, motion))));
    page.quote(&motion.proposed);
    if let Some(draft) = &motion.draft {
        page.para(words::draft_head(say, draft));
        for change in &draft.comparison.articles {
            let versions = words::compared(say, change).into_iter().map(|(label, runs)| {
                let mut text = Text::from(label);
                text.0.extend(runs.into_iter().map(|(side, part)| match side {
                    Side::Same => Run::Plain(part),
                    Side::Gone => Run::Struck(part),
                    Side::New => Run::Strong(part),
                }));
                text
            });
            page.paper.push(Block::List(versions.collect()));
        }
        for (sentence, points) in words::rules_compared(say, draft) {
            page.para(sentence);
            page.list(points);
        }
    }
    if let Some((main, text)) = motion.amends.zip(motion.becomes.as_ref()) {
        page.para(words::becomes(say, main));
        page.quote(text);
    }
}

fn vote(page: &mut Page, say: &Say, motion: &Motion, vote: &Vote) {
    let put = motion.rewordings.last().map_or(&motion.proposed, |r| &r.text);
    let last = motion.votes.last().is_some_and(|v| v.no == vote.no);
    if motion.amends.is_none() && last && *put != motion.text {
        page.para(words::amended(say, motion.no));
        page.quote(&motion.text);
    }
    page.para(words::vote_head(say, motion, vote));
    let mut lines = words::vote_basis(say, vote);
    for place in 0..vote.rounds.len() {
        lines.extend(words::round(say, vote, place));
    }
    lines.extend(words::vote_outcome(say, vote));
    page.list(lines);
}

fn decisions(page: &mut Page, say: &Say) {
    let minutes = say.minutes;
    page.section(say, Section::Decisions);
    if minutes.decisions.is_empty() {
        page.para(words::nothing(say, Section::Decisions));
    }
    for (place, decision) in minutes.decisions.iter().enumerate() {
        let line = words::decision(say, decision);
        page.para(format!("{}. {line}", place + 1));
        if !decision.void {
            page.quote(&decision.text);
        }
        let own = minutes.enactments.iter().filter(|e| e.decision == decision.no);
        page.list(own.map(|e| words::enactment(say, e)).collect());
    }
    let known = |no: u32| minutes.decisions.iter().any(|d| d.no == no);
    let mut others: Vec<String> = Vec::new();
    for enactment in minutes.enactments.iter().filter(|e| !known(e.decision)) {
        others.push(words::enactment(say, enactment));
    }
    others.extend(minutes.losses.iter().map(|l| words::loss(say, l)));
    page.list(others);
}

fn records(page: &mut Page, say: &Say) {
    let minutes = say.minutes;
    page.paper.part("corrections");
    let mut corrections: Vec<String> = Vec::new();
    for one in &minutes.corrections {
        corrections.extend(words::correction(say, one));
    }
    for one in &minutes.touched_elsewhere {
        corrections.extend(words::touched_elsewhere(say, one));
    }
    let any_touched = minutes.corrections.iter().any(|c| !c.touched.is_empty());
    if any_touched || !minutes.touched_elsewhere.is_empty() {
        corrections.push(words::touched_rule(say));
    }
    corrections.extend(minutes.reopened.iter().map(|r| words::reopened(say, r)));
    page.listed(say, Section::Corrections, corrections);
    page.paper.part("reversals");
    let reversals = minutes.reversals.iter().map(|r| words::reversal(say, r)).collect();
    page.listed(say, Section::Reversals, reversals);
    page.paper.part("remarks");
    let remarks = minutes.remarks.iter().filter(|r| is_said_here(minutes, r));
    page.listed(say, Section::Remarks, remarks.map(|r| words::remark(say, r)).collect());
    page.paper.part("papers");
    let papers = minutes.papers.iter().map(|p| words::paper(say, p)).collect();
    page.listed(say, Section::Papers, papers);
    page.paper.part("defaults");
    let mut defaults: Vec<String> = Vec::new();
    defaults.extend(minutes.defaults.iter().map(|d| words::default_used(say, d)));
    defaults.extend(minutes.readings.iter().map(|r| words::reading_used(say, r)));
    page.listed(say, Section::Defaults, defaults);
}

/// Comings and goings and the flags of votes are said where they belong.
fn is_said_here(minutes: &Minutes, remark: &Remark) -> bool {
    // A notice that went out later is told at the head.
    let told = minutes.convening.notice.is_some() || !minutes.convening.sendings.is_empty();
    let missing = Code::NoticeMissing.stem();
    if told && remark.reason.is_none() && remark.codes.iter().all(|code| code == missing) {
        return false;
    }
    let elsewhere = ["attendance_recorded", "vote_opened"];
    remark.reason.is_some() || !elsewhere.contains(&remark.kind.as_str())
}
