//! The minutes as a paper in Markdown: layout only; the sentences are in [`crate::text::minutes`].

use super::agenda::{Item, Motion};
use super::types::Minutes;
use super::{public as public_copy, types::Remark};
use crate::charter::Charter;
use crate::text::Lang;
use crate::text::minutes::{self as words, Say, Section};

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
    let facts = words::facts(say).into_iter();
    let colon = say.lang.say(["：", ": "]);
    let facts: Vec<String> = facts
        .map(|(label, value)| format!("{label}{colon}{value}"))
        .collect();
    page.list(&facts);
    attendance(&mut page, say);
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
    let attendance = &say.minutes.attendance;
    page.section(say, Section::Attendance);
    let mut heads = Vec::new();
    match &attendance.at_opening {
        Some(opening) => {
            let said = words::heads(say, opening);
            heads.push(say.lang.join(
                &format!("开会时：{said}"),
                &format!("At the opening: {said}"),
            ));
            if let Some(corrected) = &attendance.at_opening_corrected {
                let said = words::heads(say, corrected);
                let zh = format!("经更正和补录，开会时：{said}");
                let en =
                    format!("At the opening, with what was corrected or entered since: {said}");
                heads.push(say.lang.join(&zh, &en));
            }
            let said = words::heads(say, &attendance.latest);
            let [zh, en] = match say.minutes.closed {
                Some(_) => ["闭会时", "At the closing"],
                None => ["目前", "Now"],
            };
            heads.push(
                say.lang
                    .join(&format!("{zh}：{said}"), &format!("{en}: {said}")),
            );
        }
        None => heads.push(words::heads(say, &attendance.latest)),
    }
    heads.push(words::quorum(say));
    page.list(&heads);
    let colon = say.lang.say(["：", ": "]);
    let comma = say.lang.say(["、", ", "]);
    let mut names = Vec::new();
    let observers = words::observers(say);
    let mut groups = words::groups(say);
    if !observers.is_empty() {
        groups.push((
            say.lang.say(["列席", "Attending without a vote"]),
            observers,
        ));
    }
    for (heading, units) in groups {
        let n = units.len();
        let count = say
            .lang
            .join(&format!("{heading}（{n}）"), &format!("{heading} ({n})"));
        names.push(format!("{count}{colon}{}", units.join(&comma)));
    }
    page.list(&names);
    let moves: Vec<String> = attendance
        .moves
        .iter()
        .map(|m| words::movement(say, m))
        .collect();
    if !moves.is_empty() {
        page.block(&[format!("### {}", words::section(say, Section::Moves))]);
        page.list(&moves);
    }
}

fn item(page: &mut Page, say: &Say, item: &Item, place: usize) {
    page.block(&[format!("### {}", words::item_head(say, item, place))]);
    page.list(&words::item_lines(say, item));
    // Notes and motions in the order they came, whatever their kind.
    let mut notes = item.notes.iter().peekable();
    for motion in &item.motions {
        let mut before = Vec::new();
        while let Some(note) = notes.next_if(|n| n.when.entry < motion.when.entry) {
            before.push(words::note(say, note));
        }
        page.list(&before);
        self::motion(page, say, motion);
    }
    let after: Vec<String> = notes.map(|n| words::note(say, n)).collect();
    page.list(&after);
    let ends: Vec<String> = item.ends.iter().map(|e| words::item_end(say, e)).collect();
    page.list(&ends);
}

fn motion(page: &mut Page, say: &Say, motion: &Motion) {
    page.block(&[format!("**{}**", words::moved(say, motion))]);
    page.block(&words::quote(&motion.proposed));
    for change in &motion.rewordings {
        let time = say.time(&change.when);
        let zh = format!("{time}　文字改为：");
        page.block(&[say.lang.join(&zh, &format!("{time} Reworded:"))]);
        page.block(&words::quote(&change.text));
    }
    if let Some(becomes) = &motion.becomes {
        page.block(&[say.lang.say([
            "如获通过，原议案的文字为：",
            "If carried, the motion reads:",
        ])]);
        page.block(&words::quote(becomes));
    }
    let put = motion
        .rewordings
        .last()
        .map_or(&motion.proposed, |r| &r.text);
    if motion.amends.is_none() && *put != motion.text {
        page.block(&[say.lang.say(["经修正的文字：", "As amended:"])]);
        page.block(&words::quote(&motion.text));
    }
    for vote in &motion.votes {
        page.block(&[words::vote_head(say, motion, vote)]);
        let mut lines = words::vote_basis(say, vote);
        for place in 0..vote.rounds.len() {
            lines.extend(words::round(say, vote, place));
        }
        lines.extend(words::vote_outcome(say, vote));
        page.list(&lines);
    }
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
        let own = minutes
            .enactments
            .iter()
            .filter(|e| e.decision == decision.no);
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
    page.listed(say, Section::Corrections, &corrections);
    let reversals: Vec<String> = minutes
        .reversals
        .iter()
        .map(|r| words::reversal(say, r))
        .collect();
    page.listed(say, Section::Reversals, &reversals);
    let remarks = minutes.remarks.iter().filter(|r| is_said_here(r));
    let remarks: Vec<String> = remarks.map(|r| words::remark(say, r)).collect();
    page.listed(say, Section::Remarks, &remarks);
    let papers: Vec<String> = minutes
        .papers
        .iter()
        .map(|p| words::paper(say, p))
        .collect();
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
