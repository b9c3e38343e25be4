//! The summary of a meeting (会议纪要) and the resolution (决议) in words: what was decided, and why it stands.

use super::heading::meeting_name;
use super::{Say, inline};
use crate::charter::Status;
use crate::minutes::agenda::{Decision, Item, Motion, Vote};
use crate::minutes::ballots::BallotRound;
use crate::record::event::{Effective, ItemEnd};
use crate::text::words;

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
pub fn voted(say: &Say, motion: &Motion, vote: &Vote) -> String {
    let how = words::method(say.lang, vote.method);
    let mover = inline(&motion.mover);
    let no = motion.no;
    let mut line = if mover.is_empty() {
        say.say(
            format!("第{no}号议案采用{how}方式表决。"),
            format!("Motion {no} was voted by {how}."),
        )
    } else {
        say.say(
            format!("{mover}提出议案，采用{how}方式表决。"),
            format!("Moved by {mover}, voted by {how}."),
        )
    };
    for part in super::votes::judged(say, vote) {
        line += &say.say(&part, format!(" {part}"));
    }
    line
}

/// The words before the text of a motion, by how it went.
pub fn text_head(say: &Say, carried: bool) -> String {
    say.word(if carried {
        ["会议决定：", "The meeting decided:"]
    } else {
        ["议案未获通过，其文字为：", "The motion was lost. It read:"]
    })
}

/// That an assumed rule was used, where it was (domain: the charter says nothing of it).
pub fn assumed(say: &Say, vote: &Vote) -> Option<String> {
    let basis = &vote.rule.basis;
    if basis.status != Status::Assumed {
        return None;
    }
    let name = say.pick(&vote.rule.name);
    let body = say.pick(&say.minutes.meeting.body.name);
    Some(say.say(
        format!("{body}表决的比例章程未作规定，本次按“{name}”的议事规则执行。"),
        format!(
            "The charter sets no share for votes of the {}; the rule “{name}” was used.",
            body.strip_prefix("the ").unwrap_or(&body)
        ),
    ))
}

/// How an item without a decision ended.
pub fn undecided(say: &Say, item: &Item) -> String {
    match item.ends.last() {
        Some(end) if end.end != ItemEnd::Closed => super::item_end(say, end),
        Some(_) => say.word(["本项未付表决。", "Nothing was put to the vote."]),
        None if item.taken_up.is_empty() => say.word(["本项未进行。", "Not taken up."]),
        None => say.word(["本项未作表决。", "No vote was taken."]),
    }
}

/// A round of an election, in sentences of its result.
pub fn elected(say: &Say, round: &BallotRound) -> Vec<String> {
    super::result_lines(say, round)
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
    let groups = super::people::grouped(say);
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
        format!("{author}　　　　　年　　月　　日印发"),
        format!("Issued by {author}, ____________"),
    )
}

/// The title of a resolution: which meeting, about what.
pub fn resolution_title(say: &Say, decision: &Decision) -> Vec<String> {
    let meeting = meeting_name(say);
    let about = about(say, decision);
    vec![meeting, say.say(format!("关于{about}的决议"), format!("Resolution: {about}"))]
}

/// What a decision is about: the title of its item without the verb before it, else its matter.
fn about(say: &Say, decision: &Decision) -> String {
    let title = item_of(say, decision).map(|i| inline(&i.title)).unwrap_or_default();
    let title = title.trim_start_matches("审议").trim_start_matches("关于").to_owned();
    if title.is_empty() { say.pick(&decision.matter.named.name) } else { title }
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
    let motions = say.minutes.items.iter().flat_map(|i| &i.motions);
    let vote = motions.flat_map(|m| &m.votes).find(|v| v.no == decision.vote);
    let Some(vote) = vote.filter(|_| decision.election.is_none()) else {
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
