//! What goes out after a decision: announcement, certificate, expulsion, warning, the letter to the authority.

use super::{one_line, under};
use crate::charter::{Charter, Clauses, Effect, Name};
use crate::record::cases::{CaseFile, TakeStep};
use crate::record::funds::Money;
use crate::record::state::{Decision, Meeting};
use crate::text::Words;
use crate::text::words::{day, meeting_title, recess, two};
use chrono::NaiveDate;

/// By which meeting, on which day, under which number.
fn decided(charter: &Charter, meeting: &Meeting, decision: &Decision) -> Name {
    let (name, on) = (meeting_title(charter, meeting), day(meeting.date));
    let number = &decision.number;
    let recess = recess(charter, &meeting.body, &decision.matter).unwrap_or_default();
    let [zh, en] = [(&recess.zh, "，"), (&recess.en, ". ")]
        .map(|(said, end)| if said.is_empty() { String::new() } else { format!("{said}{end}") });
    two(
        format!("{zh}经{}（{}）表决通过（{number}），", name.zh, on.zh),
        format!("{en}By decision {number} ({}, {}), ", name.en, on.en),
    )
}

fn from(since: Option<NaiveDate>) -> Name {
    match since.map(day) {
        Some(day) => two(format!("自{}起", day.zh), format!("from {}", day.en)),
        None => two("自＿＿年＿＿月＿＿日起", "from ＿＿＿＿＿"),
    }
}

/// The title of an announcement.
pub fn announcement_title(charter: &Charter, effect: Effect, units: &Name) -> Option<Name> {
    let of = &charter.identity.short;
    Some(match effect {
        Effect::Admit => two(
            format!("关于{}加入{}的公告", units.zh, of.zh),
            format!("Announcement: admission of {}", units.en),
        ),
        Effect::Withdraw => two(
            format!("关于{}退出{}的公告", units.zh, of.zh),
            format!("Announcement: withdrawal of {}", units.en),
        ),
        Effect::Expel => two(
            format!("关于对{}除名的公告", units.zh),
            format!("Announcement: expulsion of {}", units.en),
        ),
        _ => return None,
    })
}

/// What is announced.
pub fn announced(
    charter: &Charter,
    meeting: &Meeting,
    decision: &Decision,
    effect: Effect,
    units: &Name,
    since: Option<NaiveDate>,
) -> Name {
    let (by, from) = (decided(charter, meeting, decision), from(since));
    let of = &charter.identity.short;
    let (zh, en) = (&units.zh, &units.en);
    match effect {
        Effect::Admit => two(
            format!(
                "{}批准{zh}加入{}，{}成为{}成员，享有章程规定的权利，履行章程规定的义务。",
                by.zh, of.zh, from.zh, of.zh
            ),
            format!(
                "{}{en} is admitted to {} and is a member {}, with the rights and duties of the charter.",
                by.en, of.en, from.en
            ),
        ),
        Effect::Withdraw => two(
            format!(
                "{}同意{zh}退出{}，{}不再享有成员权利，不得以{}名义开展活动。",
                by.zh, of.zh, from.zh, of.zh
            ),
            format!(
                "{}{en} leaves {} at its own wish and {} has no rights of a member and does not act in the name of {}.",
                by.en, of.en, from.en, of.en
            ),
        ),
        _ => two(
            format!(
                "{}对{zh}予以除名，{}不再享有成员权利，不得以{}名义开展活动。",
                by.zh, from.zh, of.zh
            ),
            format!(
                "{}{en} is expelled and {} has no rights of a member and does not act in the name of {}.",
                by.en, from.en, of.en
            ),
        ),
    }
}

/// The articles an act rests on, as a sentence of its own.
pub fn rests_on(charter: &Charter, clauses: &Clauses) -> Option<Name> {
    let Name { zh, en } = under(charter, clauses)?;
    Some(two(format!("依据：{zh}。"), format!("Basis: {en}.")))
}

/// The end of an announcement.
pub const HEREBY: Words = ["特此公告。", "This is hereby made public."];

/// The title of a certificate.
pub const CERTIFICATE: Words = ["成员证书", "Certificate of Membership"];

/// Its number, or room for it.
pub fn certificate_no(number: &str) -> Name {
    let number = if number.trim().is_empty() { "＿＿＿＿＿＿＿＿" } else { number };
    two(format!("证书编号：{number}"), format!("No. {number}"))
}

/// Who is a member, of what kind, since when. How long it is good for no charter says here, and neither does this.
pub fn certified(
    charter: &Charter,
    name: &str,
    category: Option<&Name>,
    since: Option<NaiveDate>,
) -> Name {
    let of = &charter.identity.name;
    let from = from(since);
    let name = one_line(name);
    let kind = category
        .map_or_else(Name::default, |c| two(format!("，类别：{}", c.zh), format!(", as {}", c.en)));
    two(
        format!(
            "兹证明{name}（统一社会信用代码：＿＿＿＿＿＿＿＿＿）{}为{}成员{}。",
            from.zh, of.zh, kind.zh
        ),
        format!(
            "This is to certify that {name} (registration number: ＿＿＿＿＿＿＿＿＿) is a member of {} {}{}.",
            of.en, from.en, kind.en
        ),
    )
}

/// The decision a membership rests on.
pub fn admitted_by(charter: &Charter, meeting: &Meeting, decision: &Decision) -> Name {
    let (name, on) = (meeting_title(charter, meeting), day(meeting.date));
    let number = &decision.number;
    two(
        format!("依据：{}（{}）决议，{number}。", name.zh, on.zh),
        format!("By decision {number} ({}, {}).", name.en, on.en),
    )
}

/// The title of a decision against a member.
pub fn against_title(effect: Effect, unit: &Name) -> Option<Vec<Name>> {
    match effect {
        Effect::Expel => Some(vec![two(
            format!("关于对{}予以除名的决定", unit.zh),
            format!("Decision to expel {}", unit.en),
        )]),
        Effect::Warn => Some(vec![two(
            format!("关于对{}予以警告的决定", unit.zh),
            format!("Decision to warn {}", unit.en),
        )]),
        _ => None,
    }
}

/// The member it is served on.
pub fn letter_to_member(unit: &Name) -> Name {
    two(format!("{}：", unit.zh), format!("To {}:", unit.en))
}

/// When and by which meeting it was passed, under the title.
pub fn passed(charter: &Charter, meeting: &Meeting) -> Name {
    let (name, on) = (meeting_title(charter, meeting), day(meeting.date));
    two(format!("（{}{}通过）", on.zh, name.zh), format!("(passed by {}, {})", name.en, on.en))
}

/// Sections of a decision against a member.
pub const FACTS: Words = ["事实", "Facts"];
/// See [`FACTS`].
pub const BASIS: Words = ["依据", "Basis"];
/// See [`FACTS`].
pub const HEARD: Words = ["办理经过和陈述申辩情况", "Procedure, and what the member stated"];
/// See [`FACTS`].
pub const VOTE: Words = ["表决结果", "The vote"];
/// See [`FACTS`].
pub const DECIDED: Words = ["决定", "Decision"];
/// See [`FACTS`].
pub const REMEDY: Words = ["异议途径", "If you disagree"];

/// Where the book has no account of the facts.
pub const FACTS_TO_FILL: Words = [
    "经查明：＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿。",
    "It is established that ＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿.",
];
/// Where it has none of what the member stated.
pub const HEARD_TO_FILL: Words = [
    "该成员的陈述申辩：＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿。",
    "The member stated: ＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿.",
];

/// What the case is about, and what it followed from.
pub fn established(file: &CaseFile, before: Option<&CaseFile>) -> Name {
    let mut texts: Vec<String> = Vec::new();
    for one in before.into_iter().chain([file]) {
        let text = one_line(&one.new.text);
        let text = text.trim_end_matches(['。', '.']).to_owned();
        if !text.is_empty() && !texts.contains(&text) {
            texts.push(text);
        }
    }
    let text = texts.join("；");
    let on = day(file.day());
    if text.is_empty() {
        return two(format!("本案于{}立案。", on.zh), format!("The case was opened on {}.", on.en));
    }
    two(
        format!("经查明：{text}（{}立案）。", on.zh),
        format!("It is established: {text} (case opened on {}).", on.en),
    )
}

/// The duties broken, by their articles.
pub fn broken(charter: &Charter, names: &[String]) -> Vec<Name> {
    let known = names.iter().filter_map(|id| charter.duties.iter().find(|d| d.id == *id));
    known
        .map(|duty| {
            let at = duty.basis.article.as_ref().and_then(|c| under(charter, c));
            let at = at.map_or_else(Name::default, |a| {
                two(format!("（{}）", a.zh), format!(" ({})", a.en))
            });
            two(
                format!("违反的义务：{}{}。", duty.name.zh, at.zh),
                format!("Duty broken: {}{}.", duty.name.en, at.en),
            )
        })
        .collect()
}

/// Damage claimed, with two places as the funds write it.
pub fn claimed(charter: &Charter, amount: &str) -> Name {
    let amount = Money::parse(amount).map_or_else(|_| amount.to_owned(), |m| m.to_string());
    let said = crate::text::funds::with_unit(charter, &amount);
    two(format!("核定损失：{}。", said.zh), format!("Loss established: {}.", said.en))
}

/// A step on the way to the decision.
pub fn step(name: &Name, outcome: Option<&Name>, taken: &TakeStep) -> Name {
    let on = taken.day.map(day).unwrap_or_default();
    let note = one_line(&taken.note);
    let note = note.trim_end_matches(['。', '.']);
    let mut zh: Vec<&str> = Vec::new();
    let mut en: Vec<&str> = Vec::new();
    if taken.passed {
        zh.push("略过");
        en.push("passed over");
    }
    if let Some(outcome) = outcome {
        zh.push(&outcome.zh);
        en.push(&outcome.en);
    }
    if !note.is_empty() {
        zh.push(note);
        en.push(note);
    }
    let name = two(bare(&name.zh), bare(&name.en));
    let behind = |said: Vec<&str>, colon: &str, between: &str| {
        if said.is_empty() { String::new() } else { format!("{colon}{}", said.join(between)) }
    };
    two(
        format!("{}　{}{}。", on.zh, name.zh, behind(zh, "：", "；")),
        format!("{}: {}{}.", on.en, name.en, behind(en, ": ", "; ")),
    )
}

/// A step's name without the mark that it is recommended only, for it was done, and without its article.
fn bare(name: &str) -> String {
    let done = name.strip_prefix("（建议）").or_else(|| name.strip_prefix("(recommended) "));
    let name = done.unwrap_or(name);
    // The articles are cited under the basis, in one way throughout.
    let cited = |open: &str| name.rfind(open).filter(|at| name[*at..].ends_with(['）', ')']));
    match cited("（第").or_else(|| cited(" (article")) {
        Some(at) => name[..at].to_owned(),
        None => name.to_owned(),
    }
}

/// When it takes effect.
pub fn in_force(since: Option<NaiveDate>) -> Name {
    let from = from(since);
    two(format!("本决定{}生效。", from.zh), format!("This decision is in force {}.", from.en))
}

/// That the decision served on the member is the one the meeting took: one number, one decision.
pub fn same_number(charter: &Charter, meeting: &Meeting, decision: &Decision) -> Name {
    let (name, number) = (meeting_title(charter, meeting), &decision.number);
    two(
        format!("本决定即{}所作的决议，与决议同为{number}，送达当事成员。", name.zh),
        format!(
            "This is the resolution of the meeting ({}) as it is served on the member; both bear the number {number}.",
            name.en
        ),
    )
}

/// What the charter does not say is filled in by the association.
pub const REMEDY_TO_FILL: Words = [
    "对本决定有异议的，可以自收到之日起＿＿日内，以书面形式向＿＿＿＿＿＿＿＿提出。",
    "Objections can be made in writing within ＿＿ days of receipt, to ＿＿＿＿＿＿＿＿.",
];

/// The title of the letter to the authority.
pub fn letter_title(unit: &Name) -> Name {
    two(
        format!("关于报送对{}除名证实性材料的函", unit.zh),
        format!("Evidence on the expulsion of {}", unit.en),
    )
}

/// Whom it goes to.
pub fn letter_to(authority: &Name) -> Name {
    two(format!("{}：", authority.zh), format!("To the {}:", authority.en))
}

/// What the letter reports.
pub fn letter_opens(
    charter: &Charter,
    decision: &Decision,
    unit: &Name,
    basis: Option<&Name>,
) -> Name {
    let of = &charter.identity.name;
    let basis = basis.map_or_else(Name::default, |b| {
        two(format!("根据{}的规定，", b.zh), format!("Under {}, ", b.en))
    });
    two(
        format!(
            "{}现将{}对{}予以除名（{}）的有关情况和证实性材料报送如下：",
            basis.zh, of.zh, unit.zh, decision.number
        ),
        format!(
            "{}we send you the account and the evidence of the expulsion of {} by {} (decision {}):",
            basis.en, unit.en, of.en, decision.number
        ),
    )
}

/// The end of the letter.
pub const LETTER_ENDS: Words = ["特此函告。", "Respectfully submitted."];
/// The decision itself goes with it.
pub const ANNEX_DECISION: Words = ["除名决定", "The decision"];
/// Evidence the book has no paper of.
pub const ANNEX_EVIDENCE: Words = ["证实性材料：＿＿＿＿＿＿＿＿", "Evidence: ＿＿＿＿＿＿＿＿"];
