//! One line for each entry of the log: for the log view, for undo and for the minutes' timeline.

use super::{
    act, body_name, change_name, choice_name, clock, counted, day, item_end, meeting_title,
    method_name, note_kind_name, office_name, outcome_name, presence_name, title, two,
};
use crate::charter::{Charter, Name};
use crate::record::event::{Chairing, Count, Entry, Event, ItemEnd, Presence, Touched};
use crate::record::state::Meeting;
use crate::record::tally::Verdict;
use crate::record::{Book, Choice, Stamp};
use crate::text::Lang;

/// What an entry says, in one line without a stop; late entries and reasons are marked.
///
/// The text of a private note is not repeated here.
pub fn event_line(lang: Lang, book: &Book, meeting: Option<&Meeting>, entry: &Entry) -> String {
    let said = line(&Told { book, meeting }, &entry.fact.event);
    let mut said = one_line(&said);
    if let Some(answered) = &entry.fact.answered {
        let why = answered.reason.trim();
        said = two(
            format!("{}；理由：{why}", said.zh),
            format!("{}; reason: {why}", said.en),
        );
    }
    if entry.is_late() {
        let at = clock(entry.entered);
        said = two(
            format!("{}（补录于{at}）", said.zh),
            format!("{} (entered late at {at})", said.en),
        );
    }
    lang.pick(&said)
}

/// What a correction touches; nothing is changed by the listing.
pub fn touched(lang: Lang, book: &Book, touched: &Touched) -> String {
    let Touched {
        meeting,
        vote,
        what,
        was,
        would_be,
    } = touched;
    let known = book.charter.as_deref().zip(book.meeting(*meeting));
    let meeting = known.map_or_else(
        || two(format!("第{meeting}号会议"), format!("meeting {meeting}")),
        |(charter, meeting)| meeting_title(charter, meeting),
    );
    let what = match what.as_str() {
        "base" => two("基数", "the base"),
        "present" => two("参加表决的家数", "the number of voters"),
        "needed" => two("所需票数", "the votes needed"),
        "yes" => two("赞成票", "the votes in favour"),
        "verdict" => two("结果", "the outcome"),
        other => Book::said(other),
    };
    let value = |text: &str| match text {
        "carried" => outcome_name(true),
        "lost" => outcome_name(false),
        other => Book::said(other),
    };
    let (was, would_be) = (value(was), value(would_be));
    lang.pick(&two(
        format!(
            "{}第{vote}次表决：{}记录为{}，应为{}",
            meeting.zh, what.zh, was.zh, would_be.zh
        ),
        format!(
            "{}, vote {vote}: {} on record {}, would be {}",
            meeting.en, what.en, was.en, would_be.en
        ),
    ))
}

/// What a line is told from.
struct Told<'a> {
    book: &'a Book,
    meeting: Option<&'a Meeting>,
}

impl Told<'_> {
    fn charter(&self) -> Option<&Charter> {
        self.book.charter.as_deref()
    }
    fn unit(&self, no: u32) -> String {
        self.book.unit_name(no)
    }
    /// `第4项“…”`
    fn item(&self, no: u32) -> Name {
        match self.meeting.and_then(|m| m.item(no)) {
            Some(item) => {
                let title = &item.new.title;
                two(
                    format!("第{no}项“{title}”"),
                    format!("item {no}, “{title}”"),
                )
            }
            None => two(format!("第{no}项"), format!("item {no}")),
        }
    }
    fn members(&self, n: usize) -> Name {
        let n = u32::try_from(n).unwrap_or(u32::MAX);
        match self.charter() {
            Some(charter) => counted(&charter.identity.counter, n),
            None => Book::said(&n.to_string()),
        }
    }
    fn right_to_preside(&self, chairing: &Chairing) -> Name {
        let rights = self.charter().map(|c| c.presiders.as_slice());
        let right = rights
            .unwrap_or_default()
            .iter()
            .find(|p| p.id == chairing.basis);
        right.map_or_else(|| Book::said(&chairing.basis), |p| p.name.clone())
    }
}

/// Two phrases with the same thing behind both: `休会：…` / `break: …`.
fn about(zh: &str, en: &str, what: &str) -> Name {
    two(format!("{zh}：{what}"), format!("{en}: {what}"))
}

/// The same, the thing being a text in both languages.
fn of(zh: &str, en: &str, what: &Name) -> Name {
    two(format!("{zh}：{}", what.zh), format!("{en}: {}", what.en))
}

/// Something in brackets behind a phrase, if there is anything.
fn note(said: Name, what: &str) -> Name {
    if what.trim().is_empty() {
        return said;
    }
    two(
        format!("{}（{what}）", said.zh),
        format!("{} ({what})", said.en),
    )
}

/// Line breaks and runs of blanks become one blank.
fn one_line(said: &Name) -> Name {
    let flat = |text: &str| {
        let lines: Vec<&str> = text
            .lines()
            .map(str::trim)
            .filter(|l| !l.is_empty())
            .collect();
        lines.join(" ")
    };
    two(flat(&said.zh), flat(&said.en))
}

/// The line of each event. Exhaustive: an event without a line does not compile.
fn line(told: &Told, event: &Event) -> Name {
    match event {
        Event::CharterAdopted { version, basis, .. } => {
            let said = two(
                format!("收入章程第{version}版"),
                format!("charter put in, version {version}"),
            );
            note(said, basis)
        }
        Event::ReadingAdopted {
            question,
            option,
            basis,
        } => reading(told, question, option, basis),
        Event::Enrolled { units } => of("期初成员", "opening register", &told.members(units.len())),
        Event::Seated { body, units } => {
            let (body, units) = (body_name(told.charter(), body), told.members(units.len()));
            two(
                format!("期初席位：{}{}", body.zh, units.zh),
                format!("opening seats: {}, {}", body.en, units.en),
            )
        }
        Event::Filled { office, name, .. } => {
            let office = office_name(told.book, office);
            two(
                format!("期初任职：{}{name}", office.zh),
                format!("opening office: {}, {name}", office.en),
            )
        }
        Event::Stood {
            body, term, number, ..
        } => stood(told, body, *term, *number),
        Event::Numbered {
            document,
            certificate,
        } => two(
            format!("期初编号：文件自{document}号起，证书自{certificate}号起"),
            format!("opening numbers: documents from {document}, certificates from {certificate}"),
        ),
        Event::Attached { document, name, .. } => two(
            format!("收存文件{document}：{name}"),
            format!("paper {document} kept: {name}"),
        ),
        Event::MembershipLost { unit, ground, .. } => note(
            about("丧失成员资格", "membership lost", &told.unit(*unit)),
            ground,
        ),
        Event::Convened {
            body,
            special,
            date,
            place,
            term,
            number,
            ..
        } => convened(told, body, [*term, *number], *special, &day(*date), place),
        Event::ItemAdded {
            item,
            new,
            on_notice,
        } => {
            let said = two(
                format!("列入议程第{item}项：{}", new.title),
                format!("item {item} on the agenda: {}", new.title),
            );
            let [zh, en] = if *on_notice {
                ["", ""]
            } else {
                ["（未列入通知）", " (not on the notice)"]
            };
            two(said.zh + zh, said.en + en)
        }
        Event::ItemMoved { item, before } => moved_item(told, *item, *before),
        Event::Filed {
            item,
            precondition,
            note: text,
            ..
        } => filed(told, *item, precondition, text),
        Event::AttendanceRecorded { unit, presence } => attendance(told, *unit, presence),
        Event::ObserverNoted { name, .. } => about("列席", "observer", name),
        Event::Recused { unit, item, why } => {
            let (unit, item) = (told.unit(*unit), told.item(*item));
            note(
                two(
                    format!("回避：{unit}，{}", item.zh),
                    format!("recused: {unit}, {}", item.en),
                ),
                why,
            )
        }
        Event::CalledToOrder {
            chairing,
            recorder,
            roll,
        } => {
            let (name, roll) = (&chairing.name, told.members(roll.len()));
            two(
                format!("开会：主持人{name}，记录人{recorder}，名册{}", roll.zh),
                format!(
                    "called to order: {name} presides, {recorder} records, {} on the roll",
                    roll.en
                ),
            )
        }
        Event::PresiderChanged { chairing } => {
            let (name, right) = (&chairing.name, told.right_to_preside(chairing));
            two(
                format!("改由{name}主持（{}）", right.zh),
                format!("{name} presides from now on ({})", right.en),
            )
        }
        Event::RecorderChanged { recorder, why } => {
            note(about("更换记录人", "new recorder", recorder), why)
        }
        Event::BreakBegun {} => two("休会", "break"),
        Event::Resumed { present } => of(
            "复会，在场",
            "resumed, present",
            &told.members(present.len()),
        ),
        Event::Interrupted { cause, from, until } => interrupted(cause, *from, *until),
        Event::MeetingClosed {} => two("闭会", "closed"),
        Event::ItemOpened { item } => of("进入", "taken up", &told.item(*item)),
        Event::ItemEnded { item, end } => item_ended(told, *item, end),
        Event::Moved {
            motion,
            text,
            mover,
            ..
        } => {
            let said = two(
                format!("提出第{motion}号议案：{text}"),
                format!("motion {motion}: {text}"),
            );
            note(said, mover)
        }
        Event::Reworded { motion, text } => two(
            format!("第{motion}号议案文字改为：{text}"),
            format!("motion {motion} now reads: {text}"),
        ),
        Event::AmendmentMoved {
            motion,
            to,
            text,
            mover,
            ..
        } => {
            let said = two(
                format!("对第{to}号议案提出修正案（第{motion}号）：{text}"),
                format!("amendment to motion {to} (motion {motion}): {text}"),
            );
            note(said, mover)
        }
        Event::MotionWithdrawn { motion } => two(
            format!("撤回第{motion}号议案"),
            format!("motion {motion} withdrawn"),
        ),
        Event::VoteOpened {
            vote,
            motion,
            method,
            frozen,
            ..
        } => {
            let method = method_name(*method);
            let [zh, en] = match frozen.needed {
                Some(n) => [format!("，须{n}票"), format!(", {n} needed")],
                None => [String::new(), String::new()],
            };
            two(
                format!("开始第{vote}次表决：第{motion}号议案，{}{zh}", method.zh),
                format!("vote {vote} opened: motion {motion}, {}{en}", method.en),
            )
        }
        Event::AdmittedToVote { vote, unit } => {
            let unit = told.unit(*unit);
            two(
                format!("准许{unit}参加第{vote}次表决"),
                format!("{unit} admitted to vote {vote}"),
            )
        }
        Event::Counted { count, .. } => of("计票", "count", &figures(count)),
        Event::Called { unit, choice, .. } => called(told, *unit, *choice),
        Event::VoteClosed { vote, verdict } => closed(*vote, verdict),
        Event::Challenged {
            by, ground, method, ..
        } => {
            let method = method_name(*method);
            let said = two(
                format!("{by}对计票提出异议，改用{}重新计票", method.zh),
                format!(
                    "{by} challenges the count; it is taken again by {}",
                    method.en
                ),
            );
            note(said, ground)
        }
        Event::VoteVoided { vote, why } => note(
            two(format!("第{vote}次表决作废"), format!("vote {vote} voided")),
            why,
        ),
        Event::Declared {
            vote,
            carried,
            number,
            ruling,
            casting,
            ..
        } => {
            let said = declared(*vote, *carried, number.as_deref(), *casting);
            match ruling {
                Some(ruling) => two(
                    format!("{}，主持人裁定：{}", said.zh, ruling.reason),
                    format!("{}, on the presider's ruling: {}", said.en, ruling.reason),
                ),
                None => said,
            }
        }
        Event::Enacted { change, .. } => change_name(told.book, change),
        Event::NoteTaken {
            note_kind,
            who,
            text,
            private,
            ..
        } => {
            let kind = note_kind_name(*note_kind);
            let text = if *private {
                two("（不公开）", "(private)")
            } else {
                Book::said(text)
            };
            let [zh, en] = match who.as_str() {
                "" => [String::new(), String::new()],
                who => [format!("{who}："), format!("{who}: ")],
            };
            two(
                format!("{}：{zh}{}", kind.zh, text.zh),
                format!("{}: {en}{}", kind.en, text.en),
            )
        }
        Event::NoteEdited { note, .. } => two(
            format!("改写第{note}条记事"),
            format!("note {note} rewritten"),
        ),
        Event::Struck { from, to, what } => struck(what, *from, *to),
        Event::Settled { .. } => two(
            "已核实：存疑的登记确已存妥",
            "confirmed: the entry in doubt was written",
        ),
        Event::AttendanceCorrected {
            unit,
            presence,
            since,
            why,
            touched,
            ..
        } => {
            let (unit, presence, at) = (told.unit(*unit), presence_name(presence), clock(*since));
            let said = two(
                format!("更正签到：{unit}自{at}起为{}", presence.zh),
                format!("attendance corrected: {unit}, {} since {at}", presence.en),
            );
            with_touched(note(said, why), touched.len())
        }
        Event::CountCorrected {
            vote,
            was,
            count,
            confirmed_by,
            why,
            touched,
        } => {
            let said = count_corrected(*vote, was, count, confirmed_by);
            with_touched(note(said, why), touched.len())
        }
        Event::TextCorrected {
            decision,
            old,
            new,
            leave,
        } => {
            let said = two(
                format!("更正第{decision}项决定的文字：“{old}”改为“{new}”"),
                format!("text of decision {decision} corrected: “{old}” to “{new}”"),
            );
            note(said, leave)
        }
        Event::EnactmentCorrected {
            decision,
            wrong,
            right,
            why,
            touched,
        } => {
            let (wrong, right) = (told.unit(*wrong), told.unit(*right));
            let said = two(
                format!("更正第{decision}项决定的执行：由{wrong}改为{right}"),
                format!("enactment of decision {decision} corrected: {right} instead of {wrong}"),
            );
            with_touched(note(said, why), touched.len())
        }
    }
}

fn reading(told: &Told, question: &str, option: &str, basis: &str) -> Name {
    let asked = told.charter().and_then(|c| c.question(question));
    let choice = asked.and_then(|q| q.options.iter().find(|o| o.id == option));
    let name = choice.map_or_else(|| Book::said(option), |o| o.name.clone());
    let said = two(
        format!(
            "待释问题{question}选定读法：{}",
            name.zh.trim_end_matches('。')
        ),
        format!(
            "question {question}, reading adopted: {}",
            name.en.trim_end_matches('.')
        ),
    );
    note(said, basis)
}

fn stood(told: &Told, body: &str, term: u32, number: u32) -> Name {
    let name = body_name(told.charter(), body);
    two(
        format!("期初届次：{}第{term}届，已开{number}次", name.zh),
        format!(
            "opening term: {}, term {term}, meetings held {number}",
            name.en
        ),
    )
}

fn convened(
    told: &Told,
    body: &str,
    number: [u32; 2],
    special: bool,
    day: &Name,
    place: &str,
) -> Name {
    let name = match told.charter() {
        Some(charter) => title(charter, body, number, special),
        None => Book::said(body),
    };
    two(
        format!("召集{}，{}，{place}", name.zh, day.zh),
        format!("convened: {}, {}, {place}", name.en, day.en),
    )
}

fn moved_item(told: &Told, item: u32, before: Option<u32>) -> Name {
    let item = told.item(item);
    match before {
        Some(before) => two(
            format!("{}移到第{before}项之前", item.zh),
            format!("{} placed before item {before}", item.en),
        ),
        None => two(
            format!("{}移到最后", item.zh),
            format!("{} placed last", item.en),
        ),
    }
}

fn filed(told: &Told, item: u32, precondition: &str, text: &str) -> Name {
    let known = told.charter().and_then(|c| c.precondition(precondition));
    let name = known.map_or_else(|| Book::said(precondition), |p| p.name.clone());
    let said = two(
        format!("第{item}项已备：{}", name.zh),
        format!("filed for item {item}: {}", name.en),
    );
    note(said, text)
}

fn attendance(told: &Told, unit: u32, presence: &Presence) -> Name {
    let name = told.unit(unit);
    let (zh, en, detail) = match presence {
        Presence::InPerson { who } => ("签到（本人）", "signed in (in person)", who.clone()),
        Presence::Delegate { who, letter } => {
            let parts: Vec<&str> = [who.as_str(), letter.as_str()]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect();
            ("签到（委派）", "signed in (delegate)", parts.join(" "))
        }
        Presence::Proxy { holder, .. } => return proxy(&name, &told.unit(*holder)),
        Presence::Online { who } => ("签到（线上）", "signed in (online)", who.clone()),
        Presence::Excused { why } => ("请假", "excused", why.clone()),
        Presence::Absent => ("缺席", "absent", String::new()),
        Presence::Left => ("离会", "left", String::new()),
    };
    note(about(zh, en, &name), &detail)
}

/// The letter was checked when the proxy was entered.
fn proxy(unit: &str, holder: &str) -> Name {
    two(
        format!("委托：{unit}由{holder}代为表决"),
        format!("proxy: {holder} votes for {unit}"),
    )
}

fn interrupted(cause: &str, from: Stamp, until: Stamp) -> Name {
    let (from, until) = (clock(from), clock(until));
    two(
        format!("中断：{cause}（{from}至{until}）"),
        format!("interrupted: {cause} ({from} to {until})"),
    )
}

fn item_ended(told: &Told, item: u32, end: &ItemEnd) -> Name {
    let item = told.item(item);
    let how = two(item_end(Lang::Zh, end), item_end(Lang::En, end));
    let said = two(
        format!("{}{}", item.zh, how.zh),
        format!("{}: {}", item.en, how.en),
    );
    match end {
        ItemEnd::Closed => said,
        ItemEnd::Postponed { why } | ItemEnd::CarriedOver { why } => note(said, why),
        ItemEnd::Referred { body, why } => {
            let body = body_name(told.charter(), body);
            let to = two(
                format!("{}{}", said.zh, body.zh),
                format!("{} to {}", said.en, body.en),
            );
            note(to, why)
        }
    }
}

/// The figures of one count.
fn figures(count: &Count) -> Name {
    let Count {
        yes, no, abstain, ..
    } = count;
    let said = two(
        format!("赞成{yes}、反对{no}、弃权{abstain}"),
        format!("{yes} in favour, {no} against, {abstain} abstaining"),
    );
    let said = if count.derived_from.is_some() {
        two(
            format!("{}（赞成为推算）", said.zh),
            format!("{} (yes derived)", said.en),
        )
    } else {
        said
    };
    note(said, &count.section)
}

fn called(told: &Told, unit: u32, choice: Choice) -> Name {
    let (unit, choice) = (told.unit(unit), choice_name(choice));
    two(
        format!("唱名：{unit}，{}", choice.zh),
        format!("roll call: {unit}, {}", choice.en),
    )
}

fn closed(vote: u32, verdict: &Verdict) -> Name {
    let tally = verdict.tally;
    two(
        format!(
            "第{vote}次表决计票结束：赞成{}、反对{}、弃权{}",
            tally.yes, tally.no, tally.abstain
        ),
        format!(
            "vote {vote} counted: {} in favour, {} against, {} abstaining",
            tally.yes, tally.no, tally.abstain
        ),
    )
}

fn declared(vote: u32, carried: bool, number: Option<&str>, casting: Option<Choice>) -> Name {
    let outcome = outcome_name(carried);
    let said = two(
        format!("宣布：第{vote}次表决{}", outcome.zh),
        format!("declared: vote {vote} {}", outcome.en),
    );
    let said = note(said, number.unwrap_or_default());
    match casting.map(choice_name) {
        Some(choice) => two(
            format!("{}，主持人的决定票：{}", said.zh, choice.zh),
            format!("{}, the presider's casting vote {}", said.en, choice.en),
        ),
        None => said,
    }
}

fn struck(kind: &str, from: u64, to: u64) -> Name {
    let act = act(kind);
    let [zh, en] = if from == to {
        [format!("第{from}条"), format!("entry {from}")]
    } else {
        [
            format!("第{from}至{to}条"),
            format!("entries {from} to {to}"),
        ]
    };
    two(
        format!("撤销：{}（{zh}）", act.zh),
        format!("undone: {} ({en})", act.en),
    )
}

fn count_corrected(vote: u32, was: &Count, count: &Count, by: &str) -> Name {
    let (was, now) = (figures(was), figures(count));
    two(
        format!(
            "更正第{vote}次表决计票：原为{}，改为{}，{by}确认",
            was.zh, now.zh
        ),
        format!(
            "count of vote {vote} corrected: from {} to {}, confirmed by {by}",
            was.en, now.en
        ),
    )
}

/// How much a correction touches.
fn with_touched(said: Name, touched: usize) -> Name {
    match touched {
        0 => said,
        1 => two(
            said.zh + "，涉及1处",
            said.en + "; it touches 1 figure on record",
        ),
        n => two(
            format!("{}，涉及{n}处", said.zh),
            format!("{}; it touches {n} figures on record", said.en),
        ),
    }
}
