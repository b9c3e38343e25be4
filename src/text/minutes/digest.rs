//! The summary of a meeting (会议纪要) and the resolution (决议) in words: what was decided, and why it stands.

use super::meeting_name;
use super::{Say, Words, inline};
use crate::charter::Effect;
use crate::minutes::agenda::{Decision, Item, Motion, Vote};
use crate::minutes::ballots::BallotRound;
use crate::record::event::{Effective, ItemEnd, Subject};
use crate::text::{verdict, words};

/// The mark of a summary: the association's short name and the kind of paper.
pub fn digest_mark(say: &Say) -> String {
    let short = say.pick(&say.minutes.association.short);
    say.say(format!("{short}会议纪要"), format!("{short}: summary of a meeting"))
}

/// The name of the meeting as a title.
pub fn digest_title(say: &Say) -> Vec<String> {
    vec![meeting_name(say)]
}

/// When and where which body met, who presided, and how many were there.
pub fn opening(say: &Say) -> Vec<String> {
    let minutes = say.minutes;
    let meeting = meeting_name(say);
    let day = words::date(say.lang, minutes.meeting.date);
    let place = inline(&minutes.meeting.place);
    let time = minutes.opened.map(|w| say.time(&w)).unwrap_or_default();
    let mut lines = vec![match minutes.closed.map(|w| say.time(&w)) {
        Some(end) => say.say(
            format!("{day}{time}至{end}，{meeting}在{place}召开。"),
            format!("{meeting} was held at {place} on {day}, from {time} to {end}."),
        ),
        None => say.say(
            format!("{day}{time}，{meeting}在{place}召开。"),
            format!("{meeting} met at {place} on {day} at {time}."),
        ),
    }];
    let presider = minutes.presiders.last().map(|p| inline(&p.name)).unwrap_or_default();
    let recorder = minutes.recorders.last().map(|r| inline(&r.name)).unwrap_or_default();
    if !presider.is_empty() {
        lines.push(say.say(
            format!("会议由{presider}主持，{recorder}记录。"),
            format!("{presider} presided; {recorder} took the record."),
        ));
    }
    lines.push(room(say));
    let attendance = &say.minutes.attendance;
    if say.minutes.closed.is_some() && attendance.at_opening.as_ref() != Some(&attendance.latest) {
        let closing = super::heads(say, &attendance.latest);
        lines.push(super::labelled(say, super::HeadsOf::Closing, &closing));
    }
    lines.push(super::quorum(say));
    lines
}

/// How many were there, as recorded at the opening and corrected since.
pub fn room(say: &Say) -> String {
    let attendance = &say.minutes.attendance;
    let corrected = attendance.at_opening_corrected.as_ref();
    let heads = corrected.or(attendance.at_opening.as_ref()).unwrap_or(&attendance.latest);
    super::heads(say, heads)
}

/// What stood on the agenda, in one sentence.
pub fn topics(say: &Say) -> String {
    let titles = say.minutes.items.iter().map(|i| inline(&i.title));
    let titles: Vec<String> = titles.collect();
    let (zh, en) = (titles.join("；"), titles.join("; "));
    say.say(format!("会议议题：{zh}。"), format!("On the agenda: {en}."))
}

/// The line before what was decided.
pub fn decided(say: &Say) -> String {
    say.word(["会议议定事项如下：", "The meeting decided as follows:"])
}

/// The heading of an item, by the order it was taken up.
pub fn digest_head(say: &Say, item: &Item, place: usize) -> String {
    let order = u32::try_from(place + 1).unwrap_or(u32::MAX);
    super::numbered(say, order, &inline(&item.title))
}

/// By whose power a body decided in the stead of another that was closed; nothing where the power is its own.
fn recess(say: &Say, matter: &str) -> Option<String> {
    let body = &say.minutes.meeting.body.id;
    words::recess(say.charter, body, matter).map(|said| say.pick(&said))
}

/// The same as a sentence before what was decided.
pub fn in_recess(say: &Say, motion: &Motion) -> String {
    let said = recess(say, &motion.matter.named.id);
    said.map(|said| say.say(format!("{said}。"), format!("{said}. "))).unwrap_or_default()
}

/// How a motion was voted, in one sentence: method, figures, article, base and arithmetic.
pub fn vote_taken(say: &Say, motion: &Motion, vote: &Vote) -> String {
    let how = words::method(say.lang, vote.method);
    let mover = inline(&motion.mover);
    let no = motion.no;
    // A motion that concerns several is voted for each: the figures are of these and of no other.
    let names = of_whom(say, motion, vote);
    let on = if names.is_empty() {
        String::new()
    } else {
        say.say(format!("（表决对象：{names}）"), format!(" on {names}"))
    };
    let mut line = if mover.is_empty() {
        say.say(
            format!("第{no}号议案采用{how}方式表决{on}。"),
            format!("Motion {no} was voted{on} by {how}."),
        )
    } else {
        say.say(
            format!("{mover}提出议案，采用{how}方式表决{on}。"),
            format!("Moved by {mover}, voted{on} by {how}."),
        )
    };
    for part in super::votes::judged(say, vote) {
        line += &say.say(&part, format!(" {part}"));
    }
    line
}

/// Those a vote was on, where it was not on all the motion concerns.
fn of_whom(say: &Say, motion: &Motion, vote: &Vote) -> String {
    let chosen = vote.subjects.iter().filter_map(|place| motion.subjects.get(*place));
    let chosen: Vec<Subject> = chosen.cloned().collect();
    if chosen.len() == motion.subjects.len() { String::new() } else { say.subjects(&chosen) }
}

/// The words before the text of a motion, by how it went, and for whom where it was voted for each.
pub fn text_head(say: &Say, motion: &Motion, vote: &Vote) -> String {
    let carried = vote.declared.last().is_some_and(|d| d.carried);
    let names = of_whom(say, motion, vote);
    match (carried, names.is_empty()) {
        (true, true) => say.word(DECIDED),
        (true, false) => say.say(
            format!("会议就{names}一项决定："),
            format!("As far as {names} is concerned, the meeting decided:"),
        ),
        (false, true) => say.word(["议案未获通过，其文字为：", "The motion was lost. It read:"]),
        (false, false) => say.say(
            format!("议案就{names}一项未获通过，其文字为："),
            format!("The motion was lost as far as {names} is concerned. It read:"),
        ),
    }
}

/// The words before what an election decided.
pub const DECIDED: Words = ["会议决定：", "The meeting decided:"];

/// That an assumed rule was used, where it was (domain: the charter says nothing of it).
pub fn assumed(say: &Say, vote: &Vote) -> Option<String> {
    verdict::assumed_rule(&say.minutes.meeting.body.name, &vote.rule).map(|said| say.pick(&said))
}

/// How an item without a decision ended.
pub fn undecided(say: &Say, item: &Item) -> String {
    match item.ends.last() {
        Some(end) if end.end != ItemEnd::Closed => super::items::item_left(say, end),
        Some(_) => say.word(["本项未付表决。", "Nothing was put to the vote."]),
        None if item.taken_up.is_empty() => say.word(["本项未进行。", "Not taken up."]),
        None => say.word(["本项未作表决。", "No vote was taken."]),
    }
}

/// A round of an election, in sentences of its result.
pub fn elected(say: &Say, round: &BallotRound) -> Vec<String> {
    super::ballots::summed_up(say, round)
}

/// The number of a decision in brackets.
pub fn numbered_as(say: &Say, number: &str) -> String {
    let number = inline(number);
    say.say(format!("（{number}）"), format!(" ({number})"))
}

/// The labels before the names: present, excused, absent, attending without a vote.
pub fn roll_call(say: &Say) -> Vec<(String, String)> {
    let mut merged: Vec<(String, Vec<String>)> = Vec::new();
    let labels = [
        (["出席：", "Present:"], 0..4),
        (["请假：", "Excused:"], 4..5),
        (["缺席：", "Absent:"], 5..6),
    ];
    let groups = super::people::grouped(say, false);
    for (words, places) in labels {
        let names: Vec<String> = places.filter_map(|p| groups.get(p)).flatten().cloned().collect();
        merged.push((say.word(words), names));
    }
    merged.push((say.word(["列席：", "In attendance:"]), super::observers(say)));
    merged.retain(|(_, names)| !names.is_empty());
    merged.into_iter().map(|(label, names)| (label, say.list(&names))).collect()
}

/// Who issues the summary; the day is left to be filled in, for it is given out after it was made.
pub fn imprint(say: &Say) -> String {
    let author = say.pick(&say.minutes.association.name);
    say.say(
        format!("{author}\t　　年　月　日印发"),
        format!("Issued by {author}\tDate: ____________"),
    )
}

/// The number of the issue, which the book does not count.
pub fn issue_number(say: &Say) -> String {
    say.word(["第　　　期", "No. ______"])
}

/// Who issues the summary and the day, above the red rule; the day is filled in when it is given out.
pub fn issued(say: &Say) -> [String; 2] {
    let day = say.word(["　　　年　　月　　日", "Date: ____________"]);
    [say.pick(&say.minutes.association.short), day]
}

/// The title of a resolution: which meeting, about what.
pub fn resolution_title(say: &Say, decision: &Decision) -> Vec<String> {
    let meeting = meeting_name(say);
    let about = about(say, decision);
    vec![meeting, say.say(format!("关于{about}的决议"), format!("Resolution: {about}"))]
}

/// What a decision is about: the title of its item without the verb before it, else its matter; and whom it is
/// about, where the title names more or nobody.
fn about(say: &Say, decision: &Decision) -> String {
    let title = item_of(say, decision).map(|i| inline(&i.title)).unwrap_or_default();
    let title = title.trim_start_matches("审议").trim_start_matches("关于").to_owned();
    let names = say.subjects(&decision.subjects);
    // `除名：…` is how an agenda is typed; a title has a verb.
    let typed = title.contains(['：', ':']) && !names.is_empty();
    let effect = say.charter.matter(&decision.matter.named.id).map(|m| m.effect);
    match effect.filter(|_| typed) {
        Some(Effect::Expel) => {
            return say.say(format!("对{names}予以除名"), format!("expulsion of {names}"));
        }
        Some(Effect::Warn) => {
            return say.say(format!("对{names}予以警告"), format!("warning of {names}"));
        }
        _ => {}
    }
    let title = if title.is_empty() { say.pick(&decision.matter.named.name) } else { title };
    let of_each = voted(say, decision).map(|(motion, vote)| of_whom(say, motion, vote));
    match of_each.filter(|names| !names.is_empty() && !title.contains(names.as_str())) {
        Some(names) => say.say(format!("{title}（{names}）"), format!("{title} ({names})")),
        None => title,
    }
}

/// The motion and the vote a decision comes from.
fn voted<'a>(say: &'a Say, decision: &Decision) -> Option<(&'a Motion, &'a Vote)> {
    let motions = say.minutes.items.iter().flat_map(|i| &i.motions);
    let votes = motions.flat_map(|m| m.votes.iter().map(move |v| (m, v)));
    votes.into_iter().find(|(_, v)| v.no == decision.vote && decision.election.is_none())
}

/// For whom a resolution speaks, where its text names others as well.
pub fn concerns(say: &Say, decision: &Decision) -> Option<String> {
    let (motion, vote) = voted(say, decision)?;
    let names = Some(of_whom(say, motion, vote)).filter(|names| !names.is_empty())?;
    Some(say.say(
        format!("本决议所定为以上文字中涉及{names}的事项。"),
        format!("This resolution decides the above as far as {names} is concerned."),
    ))
}

/// The line under the title: the day and the body.
pub fn passed(say: &Say) -> String {
    let day = words::date(say.lang, say.minutes.meeting.date);
    let meeting = meeting_name(say);
    say.say(format!("（{day}{meeting}通过）"), format!("(adopted on {day}: {meeting})"))
}

/// What the meeting was, how many were there, what it considered.
pub fn considered(say: &Say, decision: &Decision) -> String {
    let minutes = say.minutes;
    let meeting = meeting_name(say);
    let day = words::date(say.lang, minutes.meeting.date);
    let (place, room) = (inline(&minutes.meeting.place), room(say));
    let (about, clauses) = (about(say, decision), &decision.matter.clauses);
    let clauses = if clauses.0.is_empty() {
        String::new()
    } else {
        let clauses = say.clauses(clauses);
        say.say(format!("（{clauses}）"), format!(" ({clauses})"))
    };
    let at_vote = at_vote(say, decision);
    let report = item_of(say, decision).is_some_and(|i| i.title.starts_with("审议"));
    let recess = recess(say, &decision.matter.named.id);
    let acting = recess.as_ref().map_or_else(|| "会议".to_owned(), |r| format!("{r}，"));
    let considered = match (decision.election.is_some(), report) {
        // The matter is what is done: with it before the title, the sentence has its verb.
        (true, _) => {
            let done = say.pick(&decision.matter.named.name);
            match about.strip_prefix(&done).filter(|seat| !seat.is_empty()) {
                Some(seat) => format!("{acting}{done}了{seat}{clauses}。"),
                None => format!("{acting}进行了{about}{clauses}。"),
            }
        }
        (false, true) => format!("{acting}审议了{about}{clauses}。"),
        (false, false) => format!("{acting}审议了关于{about}的议案{clauses}。"),
    };
    let recess = recess.map(|r| format!(" {r}.")).unwrap_or_default();
    say.say(
        format!("{meeting}于{day}在{place}召开，{room}{at_vote}{considered}"),
        format!(
            "{meeting} was held at {place} on {day}. {room}{at_vote}{recess} It considered: {about}{clauses}."
        ),
    )
}

/// The roll and those able to vote at the vote itself, where they are not those of the opening.
fn at_vote(say: &Say, decision: &Decision) -> String {
    let attendance = &say.minutes.attendance;
    let corrected = attendance.at_opening_corrected.as_ref();
    let heads = corrected.or(attendance.at_opening.as_ref()).unwrap_or(&attendance.latest);
    let Some((_, vote)) = voted(say, decision) else {
        return String::new();
    };
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let (roll, able) = (count(vote.roll.len()), count(vote.voters.len() + vote.admitted.len()));
    if (roll, able) == (heads.roll, heads.present) {
        return String::new();
    }
    let (roll, able) = (say.members(roll), say.members(able));
    say.say(
        format!("表决时应到{roll}，可表决{able}。"),
        format!(" At the vote: {roll} on the roll, {able} able to vote."),
    )
}

/// The words before the text of a resolution.
pub fn resolves(say: &Say) -> String {
    say.word(["会议决定：", "The meeting resolves:"])
}

/// From when it is in force.
pub fn in_force(say: &Say, decision: &Decision) -> String {
    let when = match decision.effective {
        Effective::Now => say.word(["自通过之日起生效", "from the day of its adoption"]),
        other => words::effective(say.lang, other),
    };
    say.say(format!("本决议{when}。"), format!("In effect {when}."))
}

/// The day of the meeting, written out.
pub fn day(say: &Say) -> String {
    words::date(say.lang, say.minutes.meeting.date)
}

/// The item a decision was taken under.
pub fn item_of<'a>(say: &'a Say, decision: &Decision) -> Option<&'a Item> {
    let items = &say.minutes.items;
    match decision.election {
        Some(no) => items.iter().find(|i| i.no == no),
        None => items.iter().find(|i| i.motions.iter().any(|m| m.no == decision.motion)),
    }
}
