//! The minutes as a paper in Markdown: layout only; the sentences are in [`crate::text::minutes`].

use super::agenda::{Item, Motion, Rewording, Vote};
use super::ballots::{BallotRound, Ballots};
use super::public as public_copy;
use super::records::Remark;
use super::types::Minutes;
use crate::charter::Charter;
use crate::record::{Book, Entry};
use crate::text::Lang;
use crate::text::minutes::{self as words, HeadsOf as Heads, Say, Section};

/// The paper in one language, or in both, Chinese first.
///
/// `charter` is the one the meeting was held under ([`super::charter_then`]). A public paper leaves
/// out the notes marked private.
pub fn markdown(minutes: &Minutes, charter: &Charter, lang: Lang, public: bool) -> String {
    if public {
        return markdown(&public_copy(minutes), charter, lang, false);
    }
    let paper = |lang| paper(&Say::new(minutes, charter, lang));
    match lang {
        Lang::Both => format!("{}\n---\n\n{}", paper(Lang::Zh), paper(Lang::En)),
        one => paper(one),
    }
}

/// The extract of one decision, told by the charter of its day; nothing where there is no such decision.
pub fn extract(
    book: &Book,
    entries: &[Entry],
    no: u32,
    lang: Lang,
    head: (u64, String),
) -> Option<String> {
    let meeting = book.decisions.iter().find(|d| d.no == no)?.meeting;
    let charter = super::charter_then(entries, meeting)?;
    let minutes = super::compile(book, entries, meeting, head)?;
    crate::text::extract::extract(lang, &minutes, &charter, book, no)
}

/// Blocks of lines with one empty line between them.
#[derive(Default)]
struct Page {
    text: String,
    sections: u32,
}

impl Page {
    fn block<S: AsRef<str>>(&mut self, lines: &[S]) {
        if lines.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        for line in lines {
            self.text.push_str(line.as_ref());
            self.text.push('\n');
        }
    }

    fn list(&mut self, lines: &[String]) {
        let lines: Vec<String> = lines.iter().map(|l| format!("- {l}")).collect();
        self.block(&lines);
    }

    fn section(&mut self, say: &Say, section: Section) {
        self.sections += 1;
        let heading = words::section(say, section);
        let heading = words::numbered(say, self.sections, &heading);
        self.block(&[format!("## {heading}")]);
    }

    /// A section with a list, where there is anything to list.
    fn listed(&mut self, say: &Say, section: Section, lines: &[String]) {
        if !lines.is_empty() {
            self.section(say, section);
            self.list(lines);
        }
    }
}

fn paper(say: &Say) -> String {
    let minutes = say.minutes;
    let mut page = Page::default();
    page.block(&[format!("# {}", words::title(say))]);
    if let Some(preview) = words::preview(say) {
        page.block(&[format!("> {preview}")]);
    }
    page.list(&words::facts(say));
    page.block(&words::wording(say, minutes.wording.as_ref()));
    attendance(&mut page, say);
    let outstanding = minutes.outstanding.iter();
    let outstanding: Vec<String> = outstanding.map(|o| words::outstanding(say, o)).collect();
    page.listed(say, Section::Outstanding, &outstanding);
    page.section(say, Section::Proceedings);
    if minutes.items.is_empty() {
        page.block(&[words::nothing(say, Section::Proceedings)]);
    }
    for (place, one) in minutes.items.iter().enumerate() {
        item(&mut page, say, one, place);
    }
    let notes: Vec<String> = minutes.notes.iter().map(|n| words::note(say, n)).collect();
    page.listed(say, Section::General, &notes);
    decisions(&mut page, say);
    records(&mut page, say);
    page.section(say, Section::Signatures);
    page.list(&words::signatures(say));
    let mut end = vec!["---".to_owned(), String::new()];
    end.extend(words::left_out(say).map(|l| format!("{l}\n")));
    for (place, line) in words::colophon(say).into_iter().enumerate() {
        if place > 0 {
            end.push(String::new());
        }
        end.push(line);
    }
    page.block(&end);
    page.text
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
    page.list(&heads);
    let mut groups = words::groups(say);
    let observers = words::observers(say);
    if !observers.is_empty() {
        groups.push((words::section(say, Section::Observers), observers));
    }
    let mut names: Vec<String> = Vec::new();
    for (heading, units) in groups {
        names.push(words::names(say, &heading, &units));
    }
    page.list(&names);
    let moves = attendance.moves.iter();
    let moves: Vec<String> = moves.map(|m| words::movement(say, m)).collect();
    if !moves.is_empty() {
        page.block(&[format!("### {}", words::section(say, Section::Moves))]);
        page.list(&moves);
    }
}

fn item(page: &mut Page, say: &Say, item: &Item, place: usize) {
    page.block(&[format!("### {}", words::item_head(say, item, place))]);
    page.list(&words::item_lines(say, item));
    page.block(&words::wording(say, item.wording.as_ref()));
    // Everything in the order it came, whatever its kind.
    let mut steps: Vec<(u64, Step)> = Vec::new();
    steps.extend(item.notes.iter().map(|n| (n.when.entry, Step::Line(words::note(say, n)))));
    steps.extend(item.ends.iter().map(|e| (e.when.entry, Step::Line(words::item_end(say, e)))));
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
        page.list(&std::mem::take(&mut lines));
        match step {
            Step::Line(_) => {}
            Step::Motion(motion) => self::motion(page, say, motion),
            Step::Rewording(motion, change) => {
                page.block(&[words::reworded(say, motion.no, change)]);
                page.block(&words::quote(&change.text));
            }
            Step::Vote(motion, vote) => self::vote(page, say, motion, vote),
            Step::Round(ballots, round) => {
                if ballots.rounds.first() == Some(round) {
                    page.list(&words::plan_lines(say, ballots));
                }
                page.block(&[words::round_head(say, round)]);
                page.list(&words::round_lines(say, round));
            }
        }
    }
    page.list(&lines);
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
    page.block(&[format!("**{}**", words::moved(say, motion))]);
    page.block(&words::quote(&motion.proposed));
    if let Some(draft) = &motion.draft {
        page.block(&[words::draft_head(say, draft)]);
        for change in &draft.comparison.articles {
            page.list(&words::compared(say, change));
        }
        page.list(&words::rules_compared(say, draft));
    }
    if let Some((main, text)) = motion.amends.zip(motion.becomes.as_ref()) {
        page.block(&[words::becomes(say, main)]);
        page.block(&words::quote(text));
    }
}

fn vote(page: &mut Page, say: &Say, motion: &Motion, vote: &Vote) {
    let put = motion.rewordings.last().map_or(&motion.proposed, |r| &r.text);
    let last = motion.votes.last().is_some_and(|v| v.no == vote.no);
    if motion.amends.is_none() && last && *put != motion.text {
        page.block(&[words::amended(say, motion.no)]);
        page.block(&words::quote(&motion.text));
    }
    page.block(&[words::vote_head(say, motion, vote)]);
    let mut lines = words::vote_basis(say, vote);
    for place in 0..vote.rounds.len() {
        lines.extend(words::round(say, vote, place));
    }
    lines.extend(words::vote_outcome(say, vote));
    page.list(&lines);
}

fn decisions(page: &mut Page, say: &Say) {
    let minutes = say.minutes;
    page.section(say, Section::Decisions);
    if minutes.decisions.is_empty() {
        page.block(&[words::nothing(say, Section::Decisions)]);
    }
    for (place, decision) in minutes.decisions.iter().enumerate() {
        let line = words::decision(say, decision);
        page.block(&[format!("{}. {line}", place + 1)]);
        if !decision.void {
            page.block(&words::quote(&decision.text));
        }
        let own = minutes.enactments.iter().filter(|e| e.decision == decision.no);
        let own: Vec<String> = own.map(|e| words::enactment(say, e)).collect();
        page.list(&own);
    }
    let known = |no: u32| minutes.decisions.iter().any(|d| d.no == no);
    let mut others: Vec<String> = Vec::new();
    for enactment in minutes.enactments.iter().filter(|e| !known(e.decision)) {
        others.push(words::enactment(say, enactment));
    }
    others.extend(minutes.losses.iter().map(|l| words::loss(say, l)));
    page.list(&others);
}

fn records(page: &mut Page, say: &Say) {
    let minutes = say.minutes;
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
    page.listed(say, Section::Corrections, &corrections);
    let reversals: Vec<String> =
        minutes.reversals.iter().map(|r| words::reversal(say, r)).collect();
    page.listed(say, Section::Reversals, &reversals);
    let remarks = minutes.remarks.iter().filter(|r| is_said_here(r));
    let remarks: Vec<String> = remarks.map(|r| words::remark(say, r)).collect();
    page.listed(say, Section::Remarks, &remarks);
    let papers: Vec<String> = minutes.papers.iter().map(|p| words::paper(say, p)).collect();
    page.listed(say, Section::Papers, &papers);
    let mut defaults: Vec<String> = Vec::new();
    defaults.extend(minutes.defaults.iter().map(|d| words::default_used(say, d)));
    defaults.extend(minutes.readings.iter().map(|r| words::reading_used(say, r)));
    page.listed(say, Section::Defaults, &defaults);
}

/// Comings and goings and the flags of votes are said where they belong.
fn is_said_here(remark: &Remark) -> bool {
    let elsewhere = ["attendance_recorded", "vote_opened"];
    remark.reason.is_some() || !elsewhere.contains(&remark.kind.as_str())
}
