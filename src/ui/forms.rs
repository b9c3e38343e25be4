//! The forms themselves: which rows an action asks for, and what stands in them at first.

use super::form::Form;
use super::purpose::{NOTE_KINDS, Purpose};
use crate::charter::{Charter, Effect, Matter, Method, Presider};
use crate::record::Book;
use crate::record::officers::{Designated, acting_for};
use crate::record::state::{Item, Meeting, Motion};
use crate::text::{Lang, Words};
use chrono::NaiveDate;

/// A title or label.
pub(super) fn l(lang: Lang, words: Words) -> String {
    lang.say(words)
}

/// How a day is written.
pub(super) fn a_day(lang: Lang) -> String {
    l(lang, ["年-月-日，如 2026-05-20", "such as 2026-05-20"])
}

/// Ids and labels of a list of the charter.
pub(super) fn options<'c, T: 'c>(
    lang: Lang,
    list: impl IntoIterator<Item = &'c T>,
    of: impl Fn(&T) -> (&String, &crate::charter::Name),
) -> Vec<(String, String)> {
    let mut made = Vec::new();
    for entry in list {
        let (id, name) = of(entry);
        made.push((id.clone(), lang.pick(name)));
    }
    made
}

fn presiders(lang: Lang, charter: &Charter, body: &str) -> Vec<(String, String)> {
    // A right that goes with an office of another body's seats is offered last, not hidden: who
    // presides is the meeting's business.
    let mut own = Vec::new();
    let mut others = Vec::new();
    for right in &charter.presiders {
        let line = (right.id.clone(), lang.pick(&right.name));
        let of_body =
            right.office.as_deref().and_then(|o| charter.office(o)).is_some_and(|o| o.body == body);
        if of_body { own.push(line) } else { others.push(line) }
    }
    own.extend(others);
    own
}

/// Calling a meeting to order.
pub fn call_to_order(lang: Lang, book: &Book, charter: &Charter, meeting: &Meeting) -> Form {
    let rights = presiders(lang, charter, &meeting.body);
    let office = rights
        .first()
        .and_then(|(id, _)| charter.presiders.iter().find(|p| p.id == *id))
        .and_then(|p| p.office.as_deref());
    let designated = office.and_then(|o| designated(book, charter, o, meeting.date));
    let (presider, right, document) = match designated {
        Some((acting, right)) => {
            let place = rights.iter().position(|(id, _)| *id == right.id).unwrap_or(0);
            (acting.of.name.clone(), place, acting.of.document.clone())
        }
        None => {
            let holder = office.and_then(|o| book.holders_of(o, meeting.date).first().copied());
            (holder.map(|h| h.name.clone()).unwrap_or_default(), 0, String::new())
        }
    };
    Form::new(l(lang, ["宣布开会", "Call to order"]), Purpose::CallToOrder)
        .line("presider", l(lang, ["主持人", "presider"]), &presider)
        .choice("basis", l(lang, ["依据", "by right of"]), rights, right)
        .line("document", l(lang, ["文书（如指定书）", "paper (if needed)"]), &document)
        .line("recorder", l(lang, ["记录人", "recorder"]), &last_recorder(book))
}

/// Who acts for the office that presides, by a designation in force on the day, and the right it gives:
/// that of the office the acting person holds, on paper.
fn designated<'a>(
    book: &'a Book,
    charter: &'a Charter,
    office: &str,
    day: NaiveDate,
) -> Option<(&'a Designated, &'a Presider)> {
    let acting = acting_for(book, office, day)?;
    let of_office = |right: &&Presider| {
        let own = right.office.as_deref().filter(|o| *o != office);
        right.needs_document
            && own.is_some_and(|own| {
                charter.acting.iter().any(|a| a.office == office && a.from == own)
                    && book.holders_of(own, day).iter().any(|h| h.name == acting.of.name)
            })
    };
    Some((acting, charter.presiders.iter().find(of_office)?))
}

/// Who took the minutes last: mostly it is the same person again.
fn last_recorder(book: &Book) -> String {
    let last = book.meetings.iter().rev().find(|m| !m.recorder.is_empty());
    last.map(|m| m.recorder.clone()).unwrap_or_default()
}

/// Another presider.
pub fn change_presider(lang: Lang, charter: &Charter, meeting: &Meeting) -> Form {
    Form::new(l(lang, ["更换主持人", "Change the presider"]), Purpose::ChangePresider)
        .line("presider", l(lang, ["主持人", "presider"]), "")
        .choice(
            "basis",
            l(lang, ["依据", "by right of"]),
            presiders(lang, charter, &meeting.body),
            0,
        )
        .line("document", l(lang, ["文书（如指定书）", "paper (if needed)"]), "")
}

/// How a unit is represented or why it is away.
pub fn presence(lang: Lang, title: String, unit: u32, kind: &'static str) -> Form {
    let form = Form::new(title, Purpose::Presence { unit, kind });
    match kind {
        "delegate" => form.line("who", l(lang, ["代表", "delegate"]), "").line(
            "letter",
            l(lang, ["授权书", "letter of authority"]),
            "",
        ),
        "proxy" => form
            .number("holder", l(lang, ["受托单位序号", "number of the holder"]), "")
            .yes_no(lang, "matter", l(lang, ["写明事项", "states the matters"]), true)
            .yes_no(lang, "power", l(lang, ["写明权限", "states the powers"]), true)
            .yes_no(lang, "term", l(lang, ["写明期限", "states the term"]), true)
            .yes_no(lang, "seal", l(lang, ["签名或盖章", "signed or sealed"]), true),
        "excused" => form.line("why", l(lang, ["事由", "reason"]), ""),
        _ => form.line("who", l(lang, ["参会人", "who attends"]), ""),
    }
}

/// All present except some.
pub fn all_except(lang: Lang, book: &Book, meeting: &Meeting) -> Form {
    let away: Vec<String> = super::desks::notice::away(book, meeting);
    let heard = book.roll_of(&meeting.body).iter().any(|u| book.reply_of(meeting.no, *u).is_some());
    let intro = if heard {
        [
            "尚未登记的单位按回执记为到会，没有回执的记为本人到会；在此填写不到会的序号，如 3 7 12-15。",
            "Units without an entry are signed in as they replied, or else in person. Give the numbers of those who are not here, such as 3 7 12-15.",
        ]
    } else {
        [
            "尚未登记的单位都记为本人到会；在此填写不到会的序号，如 3 7 12-15，没有就留空。",
            "Units without an entry are signed in as present in person. Give the numbers of those who are not here, such as 3 7 12-15; leave it empty if all are.",
        ]
    };
    Form::new(l(lang, ["除…外全部到会", "All present except"]), Purpose::AllExcept)
        .intro(l(lang, intro))
        .line("except", l(lang, ["除外", "except"]), &away.join(" "))
}

/// A correction at the door.
pub fn correct_attendance(lang: Lang, unit: u32) -> Form {
    let kinds: [(&str, Words); 6] = [
        ("in_person", ["本人到会", "present in person"]),
        ("delegate", ["委派代表", "by its delegate"]),
        ("online", ["线上", "online"]),
        ("excused", ["请假", "excused"]),
        ("absent", ["缺席", "absent"]),
        ("left", ["已离会", "left"]),
    ];
    let kinds = kinds.iter().map(|(id, words)| ((*id).to_owned(), lang.say(*words))).collect();
    Form::new(l(lang, ["更正签到", "Correct attendance"]), Purpose::CorrectAttendance)
        .number("unit", l(lang, ["单位序号", "unit number"]), &unit.to_string())
        .choice("presence", l(lang, ["应为", "should be"]), kinds, 0)
        .line("since", l(lang, ["自（时:分）", "since (hh:mm)"]), "")
        .line("why", l(lang, ["原因", "why"]), "")
}

/// A motion on a matter; the draft of the item and the wording of the charter stand in it.
pub fn motion(lang: Lang, charter: &Charter, item: &Item, matter: &Matter) -> Form {
    let wording = matter.wording.as_ref().map(|w| w.zh.clone()).unwrap_or_default();
    let names: Vec<String> = item.new.subjects.iter().map(|s| s.name.clone()).collect();
    let text = if item.new.draft.is_empty() {
        wording.replace("{subject}", &names.join("、"))
    } else {
        item.new.draft.clone()
    };
    let needs = matter.subjects || !matches!(matter.effect, Effect::None | Effect::Amend);
    let mut form = Form::new(
        format!("{} · {}", l(lang, ["提出议案", "Move"]), lang.pick(&matter.title)),
        Purpose::Move { item: item.no, matter: matter.id.clone() },
    )
    .lines("text", l(lang, ["议案", "text"]), &text, 5)
    .line("mover", l(lang, ["提出", "moved by"]), "")
    .line("seconder", l(lang, ["附议", "seconded by"]), "");
    if needs && item.new.subjects.is_empty() {
        form = form.lines("subjects", l(lang, ["对象", "whom it concerns"]), "", 3).hint(l(
            lang,
            ["每行一个；成员先写序号，如 12 示例单位", "one a line; members by number first"],
        ));
        if matter.effect == Effect::Admit {
            let categories = options(lang, &charter.categories, |c| (&c.id, &c.name));
            form = form.choice("category", l(lang, ["成员类别", "category"]), categories, 0);
        }
        if matter.effect == Effect::Appoint {
            let offices = options(lang, &charter.offices, |o| (&o.id, &o.name));
            form = form.choice("office", l(lang, ["职务", "office"]), offices, 0);
        }
        if matter.effect == Effect::Authorise {
            form = form.line("scope", l(lang, ["授权范围", "scope"]), "");
        }
    }
    if matter.effect != Effect::None {
        let when = vec![
            ("now".to_owned(), l(lang, ["通过即生效", "on adoption"])),
            ("after_close".to_owned(), l(lang, ["闭会后生效", "after the meeting is closed"])),
        ];
        form = form
            .choice("effective", l(lang, ["生效", "takes effect"]), when, 0)
            .line("from", l(lang, ["或自某日", "or from a day"]), "")
            .hint(a_day(lang));
    }
    form
}

/// An amendment.
pub fn amend(lang: Lang, motion: &Motion) -> Form {
    Form::new(l(lang, ["修正案", "Amendment"]), Purpose::Amend { motion: motion.no })
        .lines("text", l(lang, ["如何修改", "what changes"]), "", 2)
        .lines("becomes", l(lang, ["修改后的全文", "the text as amended"]), &motion.text, 4)
        .line("mover", l(lang, ["提出", "moved by"]), "")
}

/// A note.
pub fn note(lang: Lang, charter: Option<&Charter>, item: Option<u32>) -> Form {
    let mut phrases = vec![(String::new(), l(lang, ["（不用）", "(none)"]))];
    for phrase in charter.map(|c| c.phrases.as_slice()).unwrap_or_default() {
        phrases.push((lang.pick(&phrase.text), lang.pick(&phrase.text)));
    }
    let kinds = NOTE_KINDS.iter().map(|(id, words)| ((*id).to_owned(), lang.say(*words))).collect();
    Form::new(l(lang, ["记录", "Note"]), Purpose::Note { item })
        .lines("text", l(lang, ["内容", "text"]), "", 4)
        .choice("phrase", l(lang, ["常用语", "ready phrase"]), phrases, 0)
        .choice("kind", l(lang, ["类别", "kind"]), kinds, 0)
        .line("who", l(lang, ["何人", "who"]), "")
        .yes_no(lang, "private", l(lang, ["不列入公开本", "not for the public copy"]), false)
}

/// A form with one line of text, as most acts with a reason are.
pub fn one(lang: Lang, title: Words, key: &'static str, label: Words, purpose: Purpose) -> Form {
    Form::new(lang.say(title), purpose).line(key, lang.say(label), "")
}

/// A slip of the pen in an adopted text.
pub fn correct_text(lang: Lang, decision: u32) -> Form {
    let purpose = Purpose::CorrectText { decision: Some(decision) };
    Form::new(l(lang, ["更正决议文字", "Correct an adopted text"]), purpose)
        .line("old", l(lang, ["原文", "as it stands"]), "")
        .line("new", l(lang, ["改为", "as it should be"]), "")
        .line("leave", l(lang, ["何人同意", "on whose leave"]), "")
}

/// A decision carried out on the wrong unit.
pub fn correct_enactment(lang: Lang, decision: u32) -> Form {
    let purpose = Purpose::CorrectEnactment { decision };
    Form::new(l(lang, ["更正执行对象", "Correct whom a decision concerned"]), purpose)
        .number("wrong", l(lang, ["误执行的单位序号", "wrong unit"]), "")
        .number("right", l(lang, ["应执行的单位序号", "right unit"]), "")
        .line("why", l(lang, ["原因", "why"]), "")
}

/// Membership lost by the charter itself.
pub fn loss(lang: Lang) -> Form {
    Form::new(l(lang, ["自动丧失成员资格", "Membership lost"]), Purpose::RecordLoss)
        .number("unit", l(lang, ["单位序号", "unit number"]), "")
        .line("ground", l(lang, ["事由", "ground"]), "")
        .line("evidence", l(lang, ["证据", "evidence"]), "")
}

/// A doubt about the count, leading to a new one.
pub fn challenge(lang: Lang, method: Method) -> Form {
    Form::new(l(lang, ["对计票提出异议", "Challenge the count"]), Purpose::Challenge { method })
        .line("by", l(lang, ["何人", "who"]), "")
        .line("ground", l(lang, ["理由", "ground"]), "")
}

/// A meeting to be convened.
pub fn convene(
    lang: Lang,
    book: &Book,
    title: String,
    body: &str,
    by: &str,
    today: String,
) -> Form {
    let standing = book.standings.get(body).copied().unwrap_or_default();
    let (term, number) = match crate::record::officers::is_renewed(book, body) {
        true => (standing.term.saturating_add(1), 1),
        false => (standing.term.max(1), standing.number.saturating_add(1)),
    };
    let purpose = Purpose::Convene { body: body.to_owned(), by: by.to_owned() };
    let form = Form::new(title, purpose)
        .line("date", l(lang, ["日期", "day"]), &today)
        .line("place", l(lang, ["地点", "place"]), "")
        .line("notice", l(lang, ["通知日期", "day of the notice"]), "")
        .hint(a_day(lang))
        .number("term", l(lang, ["届", "term"]), &term.to_string())
        .number("number", l(lang, ["次", "number"]), &number.to_string())
        .yes_no(lang, "special", l(lang, ["临时会议", "special meeting"]), false)
        .line("signed", l(lang, ["联名单位", "signed by"]), "")
        .hint(l(lang, ["联名提议时填序号，如 3 7 12-15", "numbers, for a requisition: 3 7 12-15"]));
    let quorum = book.charter.as_deref().and_then(|c| c.body(body)).and_then(|b| b.quorum.as_ref());
    if quorum.is_none_or(|q| q.second_call.is_none()) {
        return form;
    }
    // Only where the rules know a lower quorum, and only after a meeting that is over.
    let over = |m: &&crate::record::state::Meeting| {
        m.body == body && m.phase == crate::record::state::Phase::Closed
    };
    let mut first = vec![(String::new(), l(lang, ["（首次召集）", "(first call)"]))];
    first.extend(book.meetings.iter().rev().filter(over).map(|m| {
        (m.no.to_string(), format!("{}{} {}", l(lang, ["第", "meeting "]), m.no, m.date))
    }));
    form.choice("second_call", l(lang, ["再次召集", "called again after"]), first, 0)
}

/// A unit of the opening register.
pub fn enrol(lang: Lang, book: &Book, charter: &Charter) -> Form {
    let next = book.members.keys().max().copied().unwrap_or(0) + 1;
    let categories = options(lang, &charter.categories, |c| (&c.id, &c.name));
    let form = Form::new(
        l(lang, ["录入成员单位（期初）", "Enter a unit (opening entry)"]),
        Purpose::EnrolOne,
    )
    .number("unit", l(lang, ["序号", "number"]), &next.to_string())
    .line("name", l(lang, ["单位名称", "name"]), "")
    .line("short", l(lang, ["简称", "short name"]), "");
    let form = if categories.is_empty() {
        form
    } else {
        form.choice("category", l(lang, ["类别", "category"]), categories, 0)
    };
    form.line("joined", l(lang, ["加入日期", "joined"]), "").hint(a_day(lang)).line(
        "certificate",
        l(lang, ["证书编号", "certificate"]),
        "",
    )
}

/// Who holds an office at the opening of the book.
pub fn fill(lang: Lang, charter: &Charter) -> Form {
    let offices = options(lang, &charter.offices, |o| (&o.id, &o.name));
    Form::new(l(lang, ["任职（期初）", "Office holder (opening entry)"]), Purpose::Fill)
        .choice("office", l(lang, ["职务", "office"]), offices, 0)
        .line("name", l(lang, ["任职者", "holder"]), "")
        .number("unit", l(lang, ["所在单位序号", "unit"]), "")
        .line("from", l(lang, ["任期自", "from"]), "")
        .hint(a_day(lang))
        .line("to", l(lang, ["任期至", "to"]), "")
        .hint(a_day(lang))
}

/// Where a body stands at the opening of the book.
pub fn stand(lang: Lang, book: &Book, title: String, body: &str) -> Form {
    let standing = book.standings.get(body).copied().unwrap_or_default();
    Form::new(title, Purpose::Stand { body: body.to_owned() })
        .number("term", l(lang, ["已用到第几届", "term last used"]), &standing.term.to_string())
        .number(
            "number",
            l(lang, ["该届已用到第几次", "last meeting in it"]),
            &standing.number.to_string(),
        )
        .line("term_begun", l(lang, ["本届开始日期", "term begun on"]), "")
        .hint(a_day(lang))
}
