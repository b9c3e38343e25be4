//! The notice of a meeting, the reply to it, and the agenda.

use super::{list, one_line, place, same, under};
use crate::charter::{Body, Charter, ConveningBy, Matter, Name, OffNotice, ProxyPolicy, Roll};
use crate::record::Book;
use crate::record::notice::Coming;
use crate::record::state::{Item, Meeting};
use crate::text::words::{counted, day, meeting_title, office_name, two};
use crate::text::{Lang, Words, words};
use chrono::NaiveDate;

/// The sections of a notice.
pub const WHEN: Words = ["时间和地点", "Time and place"];
/// See [`WHEN`].
pub const AGENDA: Words = ["主要议程", "Agenda"];
/// See [`WHEN`].
pub const WHO: Words = ["参加人员", "Who attends"];
/// See [`WHEN`].
pub const ASKED: Words = ["有关要求", "What is asked of you"];

/// The lines of the title.
pub fn title(charter: &Charter, meeting: &Meeting) -> [Vec<String>; 2] {
    let name = meeting_title(charter, meeting);
    // 20 characters of the title's size fill a line of an official paper.
    let whole = format!("关于召开{}的通知", name.zh);
    let zh = if whole.chars().count() <= 20 {
        vec![whole]
    } else {
        vec![format!("关于召开{}", name.zh), "的通知".to_owned()]
    };
    [zh, vec![format!("Notice: {}", name.en)]]
}

/// By whom and on what the meeting is called, when and where.
pub fn called(book: &Book, charter: &Charter, meeting: &Meeting) -> Name {
    let name = meeting_title(charter, meeting);
    let way = charter.convenings.iter().find(|w| w.id == meeting.by);
    let basis = way.and_then(|w| under(charter, w.basis.article.as_ref()?));
    let by = match way {
        Some(way) if way.by == ConveningBy::Office => way.office.as_deref().map(|office| {
            let office = office_name(book, office);
            two(
                format!("由{}召集，", office.zh),
                format!("by the {}", office.en.strip_prefix("the ").unwrap_or(&office.en)),
            )
        }),
        Some(_) if !meeting.signed.is_empty() => {
            let signed = u32::try_from(meeting.signed.len()).unwrap_or(u32::MAX);
            let signed = counted(&charter.identity.counter, signed);
            Some(two(
                format!("经{}成员联名提议，", signed.zh),
                format!("at the written request of {}", signed.en),
            ))
        }
        Some(way) => Some(two(format!("{}，", way.name.zh), format!("({})", way.name.en))),
        None => None,
    };
    let by = by.unwrap_or_default();
    let basis = basis.map_or_else(Name::default, |b| {
        two(format!("根据{}，", b.zh), format!("Under {}, ", b.en))
    });
    let (on, at) = (day(meeting.date), place(meeting));
    let special = if meeting.special { ["临时会议", "a special meeting, "] } else { ["", ""] };
    let en = if basis.en.is_empty() { name.en.clone() } else { lower(&name.en) };
    let called = if by.en.is_empty() { String::new() } else { format!(" {}", by.en) };
    two(
        format!(
            "{}{}定于{}在{at}召开{}{}。现将有关事项通知如下：",
            basis.zh, by.zh, on.zh, name.zh, special[0]
        ),
        format!(
            "{}{en}, {}is called{called} for {}, at {at}. The particulars are these:",
            basis.en, special[1], on.en
        ),
    )
}

/// The name of a meeting inside a sentence.
fn lower(name: &str) -> String {
    let mut letters = name.chars();
    let acronym = letters.clone().nth(1).is_some_and(char::is_uppercase);
    match letters.next() {
        Some(first) if !acronym => first.to_lowercase().chain(letters).collect(),
        _ => name.to_owned(),
    }
}

/// Said where the meeting is called again, the first call having been without a quorum.
pub fn second_call(charter: &Charter, first: &Meeting) -> Name {
    let (name, on) = (meeting_title(charter, first), day(first.date));
    two(
        format!("{}召集的{}未达到法定出席数，本次为再次召集。", on.zh, name.zh),
        format!("{} of {} had no quorum; this is the second call.", name.en, on.en),
    )
}

/// Day, hour and place.
pub fn when(meeting: &Meeting) -> [Name; 2] {
    let (on, at) = (day(meeting.date), place(meeting));
    [
        two(format!("时间：{}＿＿时＿＿分。", on.zh), format!("Time: {}, ＿＿＿＿.", on.en)),
        two(format!("地点：{at}。"), format!("Place: {at}.")),
    ]
}

/// An item in one line: title, articles, votes needed.
pub fn item(place: u32, title: &str, clauses: Option<&Name>, asked: Option<&Name>) -> Name {
    let title = one_line(title);
    let mut zh: Vec<String> = Vec::new();
    let mut en: Vec<String> = Vec::new();
    if let Some(clauses) = clauses {
        zh.push(clauses.zh.clone());
        en.push(clauses.en.clone());
    }
    if let Some(asked) = asked {
        zh.push(format!("须赞成：{}", asked.zh));
        en.push(format!("votes needed: {}", asked.en));
    }
    if zh.is_empty() {
        return two(format!("{place}. {title}。"), format!("{place}. {title}."));
    }
    two(
        format!("{place}. {title}（{}）。", zh.join("；")),
        format!("{place}. {title} ({}).", en.join("; ")),
    )
}

/// The wording proposed.
pub fn proposed(draft: &str) -> Name {
    let draft = one_line(draft);
    two(format!("提请决议：{draft}"), format!("Proposed: {draft}"))
}

/// Whom or what an item concerns.
pub fn concerning(item: &Item) -> Option<Name> {
    let names: Vec<Name> = item.new.subjects.iter().map(|s| same(&s.name)).collect();
    let Name { zh, en } = list(&names);
    (!names.is_empty()).then(|| two(format!("涉及：{zh}。"), format!("Concerning: {en}.")))
}

/// What the charter asks of the notice for this matter.
pub fn special(matter: &Matter) -> Option<Name> {
    (matter.off_notice == OffNotice::Refuse).then(|| {
        two(
            "本项按规定须在通知中列明，未列明的不得在会上表决。",
            "This matter must stand on the notice; otherwise it cannot be voted on.",
        )
    })
}

/// What is on file for an item.
pub fn filed(charter: &Charter, item: &Item) -> Option<Name> {
    let names: Vec<Name> = item
        .filed
        .iter()
        .filter_map(|f| charter.precondition(&f.precondition))
        .map(|p| p.name.clone())
        .collect();
    let Name { zh, en } = list(&names);
    (!names.is_empty()).then(|| two(format!("已备材料：{zh}。"), format!("On file: {en}.")))
}

/// Until when nominations come in.
pub fn nominations(until: NaiveDate) -> Name {
    let until = day(until);
    two(format!("提名截至{}。", until.zh), format!("Nominations are open until {}.", until.en))
}

/// Who stands for a seat.
pub fn standing(seat: &Name, seats: u32, names: &[String]) -> Name {
    let [zh, en] = if names.is_empty() {
        ["候选人另行公布".to_owned(), "candidates to be named".to_owned()]
    } else {
        [format!("候选人：{}", names.join("、")), format!("candidates: {}", names.join(", "))]
    };
    two(
        format!("{}，应选{seats}名，{zh}。", seat.zh),
        format!("{}, {seats} to be elected; {en}.", seat.en),
    )
}

/// Nothing stands on the agenda.
pub const NO_AGENDA: Words = ["议程另行通知。", "The agenda will be sent separately."];

/// Who attends.
pub fn who(body: &Body) -> Name {
    match body.roll {
        Roll::AllMembers => two(
            "全体成员；单位由其法定代表人出席。",
            "All members; a body corporate by its legal representative.",
        ),
        _ => two(
            format!("{}各单位，由其法定代表人出席。", body.name.zh),
            format!("The units of the {}, each by its legal representative.", body.name.en),
        ),
    }
}

/// What those do who cannot come themselves.
pub fn instead(charter: &Charter, policy: &ProxyPolicy) -> Name {
    let mut zh = "不能到会的，可以出具授权委托书，委派本单位的代表出席".to_owned();
    let mut en =
        "Whoever cannot come may send a delegate of its own with a letter of authority".to_owned();
    if policy.motions {
        let most = counted(&charter.identity.counter, policy.per_holder);
        zh += &format!("；也可以委托其他成员代为表决，每一成员受托不超过{}", most.zh);
        en += &format!(
            ", or let another member vote for it; a member represents no more than {}",
            most.en
        );
        if !policy.elections {
            zh += "，选举不得委托";
            en += ", and nobody in an election";
        }
        if policy.before_opening {
            zh += "；授权委托书应在会议开始前提交";
            en += "; the letter is handed in before the meeting is opened";
        }
    }
    two(format!("{zh}。"), format!("{en}."))
}

/// Those who attend without a vote.
pub fn invited(names: &[Name]) -> Name {
    let Name { zh, en } = list(names);
    two(format!("邀请列席：{zh}。"), format!("Invited without a vote: {en}."))
}

/// Until when the reply is wanted; the day is not in the book.
pub const REPLY_UNTIL: Words = [
    "请于＿＿月＿＿日前报送回执；委派代表或者委托其他成员的，同时报送授权委托书。",
    "Please send the reply by ＿＿＿＿, with the letter of authority where somebody else comes for you.",
];
/// Who answers questions; not in the book.
pub const CONTACT: Words =
    ["联系人：＿＿＿＿＿　电话：＿＿＿＿＿＿", "Contact: ＿＿＿＿＿　Telephone: ＿＿＿＿＿＿"];
/// What is enclosed.
pub const ANNEXES: Words = ["附件：", "Enclosed:"];
/// The reply.
pub const ANNEX_REPLY: Words = ["回执", "Reply"];
/// The letter.
pub const ANNEX_LETTER: Words = ["授权委托书", "Letter of authority"];

/// A draft of the charter as the notice encloses it.
pub fn draft_name(no: u32) -> Name {
    two(format!("章程修改草案{no}"), format!("Draft {no} of an amendment of the charter"))
}

/// Under the item: what is to be voted on, and where it stands in full.
pub fn draft_enclosed(no: u32, annex: u32) -> Name {
    two(
        format!("提请决议：按章程修改草案{no}修改章程（全文见附件{annex}）。"),
        format!("Proposed: to amend the charter as draft {no} has it (in full in annex {annex})."),
    )
}

/// Above an annex that is printed behind the notice.
pub fn annex_head(no: u32) -> Name {
    two(format!("附件{no}"), format!("Annex {no}"))
}

/// An annex by its place.
pub fn annex(no: u32, name: &Name) -> Name {
    two(format!("{no}. {}", name.zh), format!("{no}. {}", name.en))
}

/// The title of the reply.
pub fn reply_title(charter: &Charter, meeting: &Meeting) -> Name {
    let name = meeting_title(charter, meeting);
    two(format!("{}回执", name.zh), format!("Reply: {}", name.en))
}

/// Whom the reply goes to.
pub fn reply_to(charter: &Charter) -> Name {
    let Name { zh, en } = &charter.identity.name;
    two(format!("{zh}："), format!("To {en}:"))
}

/// Rows of the reply, the label first; the second holds what is ticked.
pub fn reply_rows(unit: Option<&str>, motions: bool) -> Vec<(Name, Name)> {
    let tick = |word: String| format!("□{word}");
    let coming = |lang: Lang| {
        [Coming::Yes, Coming::No, Coming::Unsure].map(|c| tick(words::coming(lang, c))).join("　")
    };
    let mut how =
        two("□法定代表人本人　□委派代表　□线上", "□legal representative　□delegate　□online");
    if motions {
        how.zh += "　□委托其他成员：＿＿＿＿＿";
        how.en += "　□another member: ＿＿＿＿＿";
    }
    vec![
        (two("成员单位", "Member"), same(unit.unwrap_or_default())),
        (two("是否到会", "Coming"), two(coming(Lang::Zh), coming(Lang::En))),
        (two("到会方式", "How"), how),
        (two("参会人", "Who comes"), Name::default()),
        (two("职务", "Post"), Name::default()),
        (two("电话", "Telephone"), Name::default()),
        (two("请假事由", "Reason for not coming"), Name::default()),
    ]
}

/// The head of the reply's first table.
pub const REPLY_HEADS: [Words; 2] = [["事项", "Question"], ["填写", "Answer"]];
/// The head of its second.
pub const OPINION_HEADS: [Words; 3] =
    [["项", "Item"], ["议题", "Subject"], ["意见或建议", "Opinion or suggestion"]];
/// What it is for.
pub const REPLY_NOTE: Words = [
    "回执只用于筹备会议，所填意见不是表决。",
    "The reply serves to prepare the meeting; an opinion given here is not a vote.",
];
/// Who signs it.
pub const REPLY_SIGNS: [Words; 2] =
    [["单位（盖章）", "Member (seal)"], ["填写人（签名）", "Filled in by (signature)"]];

/// The title of the agenda.
pub fn agenda_title(charter: &Charter, meeting: &Meeting) -> Name {
    let name = meeting_title(charter, meeting);
    two(format!("{}议程", name.zh), format!("Agenda: {}", name.en))
}

/// Heads of the agenda.
pub const AGENDA_HEADS: [Words; 4] =
    [["项", "Item"], ["议题", "Subject"], ["依据", "Articles"], ["须赞成", "Votes needed"]];
/// An item that came later.
pub const AFTER_NOTICE: Words = ["（通知发出后增加）", "(came after the notice)"];
/// An item without a vote.
pub const NO_VOTE: Words = ["不付表决", "no vote"];
/// Texts proposed.
pub const TEXTS: Words = ["提请决议的文字", "Wording proposed"];

/// An item above its text.
pub fn item_head(place: u32, title: &str) -> Name {
    let title = one_line(title);
    two(format!("第{place}项　{title}"), format!("Item {place}: {title}"))
}
