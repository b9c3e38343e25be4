//! Menus that lead to a form: which body, which item, which decision.

use super::console::Console;
use super::counts;
use super::desks::{notice_forms, numbered};
use super::form::Form;
use super::forms;
use super::keys::Action;
use super::purpose::Purpose;
use super::view::{Opening, Pane, Pick};
use crate::charter::{ConveningBy, Method, Roll};
use crate::record::state::{Meeting, MotionState, VoteState};
use crate::record::{Stamp, tally};
use crate::text::{Lang, Words, verdict, words};

const SEATS: Words = ["席位", "Seats"];
const STANDS: Words = ["届次", "Term and number"];
const CONVENE: Words = ["召集会议", "Call a meeting"];
const FILE: Words = ["前提存档", "File a paper"];
const REFER: Words = ["交其他机构", "Refer"];

fn open(opening: Opening) -> Pick {
    Pick::Open(Box::new(opening))
}

/// Opens the menu of an action, or does at once what needs no choice.
pub fn choose(console: &mut Console, action: Action, now: Stamp) {
    let lang = console.lang();
    let Some(charter) = console.ledger.book.charter.clone() else {
        return;
    };
    let (title, lines): ([&'static str; 2], Vec<(String, Pick)>) = match action {
        Action::Move => return choose_matter(console, now),
        Action::VoteAmendment => {
            // Whichever motion is looked at: the first place is that of the amendment that waits.
            console.view.set_at(Pane::Motion, 0);
            return choose_method(console, Action::OpenVote, now);
        }
        Action::OpenVote | Action::OpenVoteOn => return choose_method(console, action, now),
        Action::Challenge => {
            let mut lines = Vec::new();
            for method in [Method::Hands, Method::RollCall, Method::Secret] {
                lines.push((words::method(lang, method), open(Opening::Challenge(method))));
            }
            (["异议：用什么方式重新计票？", "Challenge: how is it counted anew?"], lines)
        }
        Action::Refer => {
            let Some(item) = console.chosen_item().map(|i| i.no) else {
                return console.nothing();
            };
            let own = console.meeting().map(|m| m.body.clone()).unwrap_or_default();
            let others = charter.bodies.iter().filter(|b| b.roll != Roll::None && b.id != own);
            let lines = others
                .map(|b| (lang.pick(&b.name), open(Opening::Refer(item, b.id.clone()))))
                .collect();
            (["交哪个机构？", "Refer to which body?"], lines)
        }
        Action::FilePaper => {
            let Some(item) = console.chosen_item() else {
                return console.nothing();
            };
            let matter = item.new.matter.as_deref().and_then(|m| charter.matter(m));
            let wanted: Vec<String> = matter.map(|m| m.requires.clone()).unwrap_or_default();
            let no = item.no;
            let all = charter
                .preconditions
                .iter()
                .filter(|p| wanted.is_empty() || wanted.contains(&p.id));
            let lines = all
                .map(|p| (lang.pick(&p.name), open(Opening::FilePaper(no, p.id.clone()))))
                .collect();
            (["存档哪项前提？", "Which precondition is on file?"], lines)
        }
        Action::CorrectCount => {
            let Some(meeting) = console.meeting() else {
                return console.nothing();
            };
            let done = meeting
                .votes
                .iter()
                .filter(|v| matches!(v.state, VoteState::Closed | VoteState::Declared));
            let lines = done
                .map(|v| (vote_line(lang, meeting, v.no), open(Opening::CorrectCount(v.no))))
                .collect();
            (["更正哪次表决的票数？", "Which vote's count?"], lines)
        }
        Action::CorrectText | Action::CorrectEnactment => {
            let standing = console.ledger.book.decisions.iter().filter(|d| !d.void);
            let lines = standing
                .map(|d| {
                    let what = if action == Action::CorrectText {
                        Opening::CorrectText(d.no)
                    } else {
                        Opening::CorrectEnactment(d.no)
                    };
                    (format!("{} {}", d.number, d.text), open(what))
                })
                .collect();
            (["哪项决议？", "Which decision?"], lines)
        }
        Action::EditNote => {
            let Some(meeting) = console.meeting() else {
                return console.nothing();
            };
            let lines = meeting
                .notes
                .iter()
                .map(|n| (n.text().to_owned(), open(Opening::EditNote(n.no))))
                .collect();
            (["修改哪条记录？", "Which note?"], lines)
        }
        Action::Convene => {
            let lines = charter
                .convenings
                .iter()
                .map(|c| {
                    let body =
                        charter.body(&c.body).map(|b| lang.pick(&b.name)).unwrap_or_default();
                    (
                        format!("{body} · {}", lang.pick(&c.name)),
                        open(Opening::Convene(c.body.clone(), c.id.clone())),
                    )
                })
                .collect();
            (["召集哪个会议？", "Which meeting is called?"], lines)
        }
        Action::Seat | Action::Stand => {
            let meets = |b: &&crate::charter::Body| {
                if action == Action::Seat { b.roll == Roll::Seats } else { b.roll != Roll::None }
            };
            let lines = charter
                .bodies
                .iter()
                .filter(meets)
                .map(|b| {
                    let opening = if action == Action::Seat {
                        Opening::Seat(b.id.clone())
                    } else {
                        Opening::Stand(b.id.clone())
                    };
                    (lang.pick(&b.name), open(opening))
                })
                .collect();
            (["哪个机构？", "Which body?"], lines)
        }
        Action::Reading => {
            let mut lines = Vec::new();
            for question in &charter.questions {
                for option in &question.options {
                    let label = format!("{} {}", question.id, lang.pick(&option.name));
                    lines.push((
                        label,
                        open(Opening::Reading(question.id.clone(), option.id.clone())),
                    ));
                }
            }
            (["采用哪种读法？", "Which reading is adopted?"], lines)
        }
        Action::OtherMeeting => {
            let book = &console.ledger.book;
            let lines = book
                .meetings
                .iter()
                .rev()
                .map(|m| (words::meeting_name(lang, &charter, m), Pick::Meeting(m.no)))
                .collect();
            (["哪次会议？", "Which meeting?"], lines)
        }
        _ => return,
    };
    if lines.is_empty() {
        console.nothing();
    } else {
        console.view.menu(lang.say(title), numbered(lines));
    }
}

fn vote_line(lang: Lang, meeting: &Meeting, vote: u32) -> String {
    let Some(vote) = meeting.vote(vote) else {
        return String::new();
    };
    let text = meeting.motion(vote.motion).map(|m| m.text.clone()).unwrap_or_default();
    format!("{}  {}", verdict::tally_words(lang, &tally::tally(vote)), text)
}

/// The matter of the item, or a choice among all.
fn choose_matter(console: &mut Console, now: Stamp) {
    let lang = console.lang();
    let Some(charter) = console.ledger.book.charter.clone() else {
        return;
    };
    let Some(item) = console.meeting().and_then(Meeting::item_in_hand).cloned() else {
        return console.perform(Action::TakeUp, now);
    };
    match item.new.matter.clone() {
        Some(matter) => console.open_form(&Opening::Move(item.no, matter), now),
        None => {
            let lines = charter
                .matters
                .iter()
                .map(|m| (lang.pick(&m.title), open(Opening::Move(item.no, m.id.clone()))))
                .collect();
            console.view.menu(lang.say(["属于什么事项？", "What matter is it?"]), numbered(lines));
        }
    }
}

fn choose_method(console: &mut Console, action: Action, now: Stamp) {
    let lang = console.lang();
    let Some(motion) = console.chosen_motion().filter(|m| m.state == MotionState::Pending).cloned()
    else {
        return console.nothing();
    };
    let Some(charter) = console.ledger.book.charter.clone() else {
        return;
    };
    if action == Action::OpenVoteOn || motion.by_subject.iter().any(Option::is_some) {
        let method = charter.matter(&motion.matter).map_or(Method::Hands, |m| m.method);
        let mut lines = Vec::new();
        for (place, subject) in motion.subjects.iter().enumerate() {
            if motion.by_subject.get(place).is_some_and(Option::is_none) {
                lines.push((subject.name.clone(), Pick::Vote(motion.no, method, vec![place])));
            }
        }
        if lines.is_empty() {
            return console.nothing();
        }
        return console
            .view
            .menu(lang.say(["单独表决哪一个？", "Vote on which one?"]), numbered(lines));
    }
    let usual =
        charter.matter(&motion.matter).filter(|_| motion.amends.is_none()).map(|m| m.method);
    let mut methods = vec![Method::Hands, Method::RollCall, Method::Secret];
    if let Some(usual) = usual {
        methods.retain(|m| *m != usual);
        methods.insert(0, usual);
    }
    let mut lines = Vec::new();
    for method in methods {
        lines.push((words::method(lang, method), Pick::Vote(motion.no, method, Vec::new())));
    }
    let needs = needs_line(console, lang, &motion);
    let _ = now;
    console.view.menu(format!("{}  {needs}", lang.say(["表决方式", "Method"])), numbered(lines));
}

/// What the vote would need if it were opened now.
fn needs_line(console: &Console, lang: Lang, motion: &crate::record::state::Motion) -> String {
    let frozen = console
        .meeting()
        .and_then(|meeting| crate::record::decide::freeze(&console.ledger.book, meeting, motion));
    let Some(needed) = frozen.as_ref().and_then(|f| f.needed) else {
        return String::new();
    };
    lang.each(|l| match l {
        Lang::En => format!("({needed} votes needed)"),
        _ => format!("（须{needed}票）"),
    })
}

impl Console {
    /// Opens a form chosen from a menu.
    pub fn open_form(&mut self, opening: &Opening, now: Stamp) {
        let lang = self.lang();
        let Some(charter) = self.ledger.book.charter.clone() else {
            return;
        };
        // What is done, and with which body or paper: the name alone does not tell.
        let titled = |what: Words, name: String| format!("{} · {name}", lang.say(what));
        let body_name = |what: Words, id: &str| {
            titled(what, charter.body(id).map(|b| lang.pick(&b.name)).unwrap_or_default())
        };
        let book = &self.ledger.book;
        let form = match opening {
            Opening::Register(step) => super::desks::register_forms::form(self, *step),
            Opening::Presence(unit, kind) => {
                let title = format!(
                    "{} · {unit} {}",
                    lang.say(["签到", "Attendance"]),
                    book.unit_name(*unit)
                );
                Some(forms::presence(lang, title, *unit, kind))
            }
            Opening::Reading(question, option) => {
                let purpose =
                    Purpose::Reading { question: question.clone(), option: option.clone() };
                let title = ["采用读法", "Adopt a reading"];
                let ask = charter.question(question).map(|q| lang.pick(&q.ask)).unwrap_or_default();
                Some(
                    forms::one(lang, title, "basis", ["依据哪项决定", "on what decision"], purpose)
                        .intro(ask),
                )
            }
            Opening::CorrectCount(vote) => self.meeting().and_then(|m| {
                let presider = m.chairing.as_ref().map(|c| c.name.clone()).unwrap_or_default();
                Some(counts::correct_count(lang, m.vote(*vote)?, &presider))
            }),
            Opening::EditNote(note) => self.meeting().and_then(|m| {
                let text = m.notes.iter().find(|n| n.no == *note)?.text().to_owned();
                let form = Form::new(
                    lang.say(["修改记录", "Edit a note"]),
                    Purpose::EditNote { note: *note },
                );
                Some(form.lines("text", lang.say(["内容", "text"]), &text, 5))
            }),
            Opening::Case(ask) => super::desks::cases::form(self, ask, now.date_naive()),
            Opening::CorrectText(decision) => Some(forms::correct_text(lang, *decision)),
            Opening::CorrectEnactment(decision) => Some(forms::correct_enactment(lang, *decision)),
            Opening::Decisions(step) => {
                let changes = super::desks::draft_changes::changes(self);
                super::desks::decision_forms::form(lang, book, &charter, &changes, *step)
            }
            Opening::Seat(body) => {
                let seated: Vec<String> = book
                    .seats
                    .get(body)
                    .map(|s| s.iter().map(u32::to_string).collect())
                    .unwrap_or_default();
                let form = Form::new(body_name(SEATS, body), Purpose::Seat { body: body.clone() });
                Some(
                    form.line("units", lang.say(["成员单位", "units"]), &seated.join(" "))
                        .hint(lang.say(["序号，如 1 3 5-8", "numbers, such as 1 3 5-8"])),
                )
            }
            Opening::Stand(body) => Some(forms::stand(lang, book, body_name(STANDS, body), body)),
            Opening::Convene(body, by) => {
                let way = charter.convenings.iter().find(|c| c.id == *by && c.body == *body);
                let mut form = forms::convene(
                    lang,
                    book,
                    body_name(CONVENE, body),
                    body,
                    by,
                    now.date_naive().to_string(),
                );
                if way.is_some_and(|w| w.by == ConveningBy::Requisition) {
                    form.set("special", "yes");
                    form = notice_forms::with_lists(lang, book, form, body, by);
                }
                Some(form)
            }
            Opening::FilePaper(item, precondition) => {
                let name = charter
                    .precondition(precondition)
                    .map(|p| lang.pick(&p.name))
                    .unwrap_or_default();
                let purpose =
                    Purpose::FilePaper { item: *item, precondition: precondition.clone() };
                Some(
                    Form::new(titled(FILE, name), purpose)
                        .line("note", lang.say(["存档内容", "what is on file"]), "")
                        .number(
                            "document",
                            lang.say(["附件号（可空）", "paper number (optional)"]),
                            "",
                        ),
                )
            }
            Opening::Refer(item, body) => {
                let purpose = Purpose::Refer { item: *item, body: body.clone() };
                let form = Form::new(body_name(REFER, body), purpose);
                Some(form.line("why", lang.say(["理由", "reason"]), ""))
            }
            Opening::Funds(step) => {
                let today = now.date_naive();
                Some(super::desks::funds_forms::form(lang, book, &charter, step, today))
            }
            Opening::Minutes(ask) => super::desks::minutes_forms::form(self, ask, now.date_naive()),
            Opening::Challenge(method) => Some(forms::challenge(lang, *method)),
            Opening::Notice(ask) => notice_forms::form(lang, book, self.meeting(), ask),
            Opening::Move(item, matter) => self.meeting().and_then(|m| {
                let matter = charter.matter(matter)?;
                let mut form = forms::motion(lang, &charter, m.item(*item)?, matter);
                if let Some(draft) = crate::record::amend::of_item(book, m, *item) {
                    form.set("text", &crate::text::amendment::motion(lang, &charter, draft));
                }
                Some(form.intro(super::panes::motion::rule_intro(lang, book, &charter, m, matter)))
            }),
        };
        match form {
            Some(form) => self.form(|_| form),
            None => self.nothing(),
        }
    }

    /// The presider's ruling, both readings shown.
    pub fn open_ruling(&mut self) {
        let lang = self.lang();
        let Some(charter) = self.ledger.book.charter.clone() else {
            return;
        };
        let Some(vote) = self.meeting().and_then(Meeting::vote_in_hand) else {
            return;
        };
        let found = tally::verdict(vote);
        let readings = verdict::other_reading(lang, &charter, &found, &vote.frozen);
        self.form(|_| counts::ruling(lang, readings));
    }
}
