//! What each action of the table does: moves about, opens a form or a menu, or asks the book.

use super::console::Console;
use super::forms;
use super::keys::{self, Action, Scope};
use super::purpose::Purpose;
use super::theme::Kind;
use super::view::{Layer, Opening, Pane, Pick};
use super::{find, next, openings};
use crate::charter::Method;
use crate::record::event::Presence;
use crate::record::state::{Item, ItemState, Meeting, Motion, MotionState, Vote};
use crate::record::{Choice, Command, Stamp};
use crate::text::{Lang, charter as charter_text, words};

impl Console {
    /// Does what a key or a menu line asks.
    pub fn perform(&mut self, action: Action, now: Stamp) {
        match action {
            Action::NextStep => {
                let step = self
                    .meeting()
                    .and_then(|m| next::step(&self.ledger.book, m));
                self.perform(step.unwrap_or(Action::Convene), now);
            }
            Action::NextPane => self.view.focus = self.view.focus.step(1),
            Action::PreviousPane => self.view.focus = self.view.focus.step(3),
            Action::Up => self.go(-1),
            Action::Down => self.go(1),
            Action::PageUp => self.go(-10),
            Action::PageDown => self.go(10),
            Action::First => self.go(isize::MIN / 2),
            Action::Last => self.go(isize::MAX / 2),
            Action::Help => self.help(),
            Action::Menu => self.command_menu(now),
            Action::Article => self.article(),
            Action::Language => self.view.lang = self.view.lang.next(),
            Action::Theme => {
                self.view.theme.kind = match self.view.theme.kind {
                    Kind::Dark => Kind::Light,
                    Kind::Light => Kind::Dark,
                    other => other,
                };
            }
            Action::Hall => self.view.put(Layer::Hall),
            Action::HallBlank | Action::HallTally => self.hall_mode(action),
            Action::Minutes | Action::LogView | Action::Gaps | Action::Export => self.paper(action),
            Action::Undo => self.submit(Command::Undo, Vec::new(), None, now),
            Action::Quit => {}
            _ => self.perform_in_meeting(action, now),
        }
    }

    fn perform_in_meeting(&mut self, action: Action, now: Stamp) {
        match action {
            Action::SignIn => self.sign_in(now),
            Action::DoorMenu => self.door_menu(),
            Action::AllExcept => self.form(|c| forms::all_except(c.lang())),
            Action::TakeUp => self.take_up(now),
            Action::CloseItem => self.on_item(now, |item| Command::CloseItem { item: item.no }),
            Action::MoveItemUp | Action::MoveItemDown => self.move_item(action, now),
            Action::Postpone => {
                self.item_form(["缓议", "Put off"], |item| Purpose::Postpone { item })
            }
            Action::CarryOver => self.item_form(["留待下次会议", "Carry over"], |item| {
                Purpose::CarryOver { item }
            }),
            Action::Attach => {
                let item = self.chosen_item().map(|i| i.no);
                self.form(|c| {
                    forms::one(
                        c.lang(),
                        ["附件", "Attach a paper"],
                        "path",
                        ["文件", "file"],
                        Purpose::Attach { item },
                    )
                });
            }
            Action::Refer
            | Action::FilePaper
            | Action::Move
            | Action::OpenVote
            | Action::OpenVoteOn
            | Action::CorrectCount
            | Action::CorrectText
            | Action::CorrectEnactment
            | Action::EditNote
            | Action::Convene
            | Action::Seat
            | Action::Stand
            | Action::Reading
            | Action::OtherMeeting => {
                openings::choose(self, action, now);
            }
            Action::NextMotion => {
                let at = self.view.at(Pane::Motion) + 1;
                let many = self.motions().len().max(1);
                self.view.set_at(Pane::Motion, at % many);
            }
            Action::Reword => {
                let Some(motion) = self.chosen_motion().cloned() else {
                    return self.nothing();
                };
                self.form(|c| {
                    let purpose = Purpose::Reword { motion: motion.no };
                    super::form::Form::new(c.lang().say(["修改文字", "Reword"]), purpose).lines(
                        "text",
                        c.lang().say(["议案", "text"]),
                        &motion.text,
                        5,
                    )
                });
            }
            Action::Amend => {
                let Some(motion) = self.chosen_motion().cloned() else {
                    return self.nothing();
                };
                self.form(|c| forms::amend(c.lang(), &motion));
            }
            Action::WithdrawMotion => {
                let Some(motion) = self.chosen_motion().map(|m| m.no) else {
                    return self.nothing();
                };
                self.submit(Command::Withdraw { motion }, Vec::new(), None, now);
            }
            Action::Recuse => {
                let Some(item) = self.meeting().and_then(Meeting::item_in_hand).map(|i| i.no)
                else {
                    return self.nothing();
                };
                self.form(|c| {
                    let lang = c.lang();
                    super::form::Form::new(
                        lang.say(["回避本项", "Recusal"]),
                        Purpose::Recuse { item },
                    )
                    .number("unit", lang.say(["单位序号", "unit number"]), "")
                    .line("why", lang.say(["事由", "reason"]), "")
                });
            }
            Action::CallToOrder => self.form_of_meeting(forms_call_to_order),
            Action::ChangePresider => self.form_of_meeting(|c, m| {
                let charter = c.ledger.book.charter.clone()?;
                Some(forms::change_presider(c.lang(), &charter, m))
            }),
            Action::ChangeRecorder => self.form(|c| {
                let lang = c.lang();
                super::form::Form::new(
                    lang.say(["更换记录人", "Change the recorder"]),
                    Purpose::ChangeRecorder,
                )
                .line("recorder", lang.say(["记录人", "recorder"]), "")
                .line("why", lang.say(["原因", "why"]), "")
            }),
            Action::AddItem => self.form_of_meeting(|c, m| {
                let charter = c.ledger.book.charter.clone()?;
                let preparing = m.phase == crate::record::state::Phase::Preparing;
                Some(forms::add_item(c.lang(), &charter, preparing))
            }),
            Action::Break => self.submit(Command::Break, Vec::new(), None, now),
            Action::Resume => self.submit(Command::Resume { present: None }, Vec::new(), None, now),
            Action::CloseMeeting => self.submit(Command::Close, Vec::new(), None, now),
            Action::Observe => self.observe(),
            Action::Note => {
                let item = self.meeting().and_then(Meeting::item_in_hand).map(|i| i.no);
                self.form(|c| forms::note(c.lang(), c.ledger.book.charter.as_deref(), item));
            }
            Action::CorrectAttendance => {
                let unit = self.chosen_unit().unwrap_or(1);
                self.form(|c| forms::correct_attendance(c.lang(), unit));
            }
            Action::RecordLoss => self.form(|c| forms::loss(c.lang())),
            Action::Late => self.form(|c| {
                forms::one(
                    c.lang(),
                    ["补录", "Late entry"],
                    "time",
                    ["实际发生时间（时:分）", "happened at (hh:mm)"],
                    Purpose::Late,
                )
            }),
            Action::Interrupt => self.form(|c| {
                let lang = c.lang();
                super::form::Form::new(lang.say(["记录中断", "Interruption"]), Purpose::Interrupt)
                    .line("cause", lang.say(["原因", "cause"]), "")
                    .line("from", lang.say(["自（时:分）", "from (hh:mm)"]), "")
                    .line("until", lang.say(["至（时:分）", "until (hh:mm)"]), "")
            }),
            Action::NewCharter => self.form(|c| {
                let lang = c.lang();
                super::form::Form::new(
                    lang.say(["启用新版章程", "New charter version"]),
                    Purpose::NewCharter,
                )
                .line("path", lang.say(["章程文件", "charter file"]), "")
                .line("basis", lang.say(["依据哪项决议", "on what decision"]), "")
            }),
            Action::EnrolOne => self.form(|c| match c.ledger.book.charter.clone() {
                Some(charter) => forms::enrol(c.lang(), &c.ledger.book, &charter),
                None => forms::loss(c.lang()),
            }),
            Action::EnrolFile => self.form(|c| {
                forms::one(
                    c.lang(),
                    ["导入名册（CSV）", "Read a roster (CSV)"],
                    "path",
                    ["文件", "file"],
                    Purpose::EnrolFile,
                )
            }),
            Action::Fill => self.form(|c| match c.ledger.book.charter.clone() {
                Some(charter) => forms::fill(c.lang(), &charter),
                None => forms::loss(c.lang()),
            }),
            Action::Number => {
                let (document, certificate) = (
                    self.ledger.book.next_document,
                    self.ledger.book.next_certificate,
                );
                self.form(|c| {
                    let lang = c.lang();
                    super::form::Form::new(
                        lang.say(["下一个编号（期初）", "Next numbers (opening entry)"]),
                        Purpose::Number,
                    )
                    .number(
                        "document",
                        lang.say(["下一个文号", "next document number"]),
                        &document.to_string(),
                    )
                    .number(
                        "certificate",
                        lang.say(["下一个证书号", "next certificate number"]),
                        &certificate.to_string(),
                    )
                });
            }
            other => self.perform_in_vote(other, now),
        }
    }

    fn perform_in_vote(&mut self, action: Action, now: Stamp) {
        let Some(vote) = self.meeting().and_then(Meeting::vote_in_hand).cloned() else {
            if action == Action::VoidVote
                && let Some(vote) = self.meeting().and_then(Meeting::last_vote).map(|v| v.no)
            {
                return self.form(|c| {
                    forms::one(
                        c.lang(),
                        ["宣布表决作废", "Void the vote"],
                        "why",
                        ["理由", "reason"],
                        Purpose::VoidVote { vote },
                    )
                });
            }
            if action == Action::VoteStep {
                return self.perform(Action::NextStep, now);
            }
            return self.nothing();
        };
        let hands = vote.method == Method::Hands;
        match action {
            Action::VoteStep => {
                let step = self
                    .meeting()
                    .and_then(|m| next::step(&self.ledger.book, m));
                match step {
                    Some(Action::VoteStep) => self.ask_roll(),
                    Some(step) => self.perform(step, now),
                    None => {}
                }
            }
            Action::Count if vote.method == Method::Secret => {
                self.form(|c| forms::ballots(c.lang(), &vote));
            }
            Action::Count if hands => self.form(|c| forms::count(c.lang(), false)),
            Action::CountSection if hands => self.form(|c| forms::count(c.lang(), true)),
            Action::CountMinority if hands => self.form(|c| forms::minority(c.lang(), &vote)),
            Action::CloseVote => self.submit(Command::CloseVote, Vec::new(), None, now),
            Action::Declare => {
                self.submit(
                    Command::Declare {
                        ruling: None,
                        casting: None,
                    },
                    Vec::new(),
                    None,
                    now,
                );
            }
            Action::CallYes => self.call(Choice::Yes, now),
            Action::CallNo => self.call(Choice::No, now),
            Action::CallAbstain => self.call(Choice::Abstain, now),
            Action::CallSilent => self.call(Choice::Silent, now),
            Action::Challenge => openings::choose(self, action, now),
            Action::VoidVote => self.form(|c| {
                let purpose = Purpose::VoidVote { vote: vote.no };
                forms::one(
                    c.lang(),
                    ["宣布表决作废", "Void the vote"],
                    "why",
                    ["理由", "reason"],
                    purpose,
                )
            }),
            Action::AdmitLate => self.form(|c| {
                super::form::Form::new(
                    c.lang()
                        .say(["准许迟到者参加本次表决", "Admit a late arrival"]),
                    Purpose::AdmitLate,
                )
                .number("unit", c.lang().say(["单位序号", "unit number"]), "")
            }),
            _ => self.nothing(),
        }
    }

    /// Says that a key has nothing to act on.
    pub fn nothing(&mut self) {
        let lang = self.lang();
        self.view.warn(lang.say([
            "现在没有可以这样处理的内容。",
            "There is nothing to do that with now.",
        ]));
    }

    /// Opens a form, filled with what was typed into it before a crash.
    pub fn form(&mut self, make: impl FnOnce(&Self) -> super::form::Form) {
        let mut form = make(self);
        let prefix = format!("{}/", form.title);
        let kept: Vec<(String, String)> = self
            .view
            .kept
            .iter()
            .filter_map(|(key, text)| Some((key.strip_prefix(&prefix)?.to_owned(), text.clone())))
            .collect();
        for (key, text) in &kept {
            form.set(key, text);
        }
        if !kept.is_empty() {
            let lang = self.lang();
            self.view.say(lang.say([
                "已找回上次未提交的文字。",
                "Text typed earlier and not entered is back.",
            ]));
        }
        self.view.put(Layer::Form(Box::new(form)));
    }

    fn form_of_meeting(&mut self, make: impl FnOnce(&Self, &Meeting) -> Option<super::form::Form>) {
        let made = self.meeting().and_then(|m| make(self, m));
        match made {
            Some(form) => self.form(|_| form),
            None => self.nothing(),
        }
    }

    fn item_form(&mut self, title: crate::text::Words, purpose: impl FnOnce(u32) -> Purpose) {
        let Some(item) = self.chosen_item().map(|i| i.no) else {
            return self.nothing();
        };
        let purpose = purpose(item);
        self.form(|c| forms::one(c.lang(), title, "why", ["理由", "reason"], purpose));
    }

    fn on_item(&mut self, now: Stamp, command: impl FnOnce(&Item) -> Command) {
        match self.chosen_item().map(command) {
            Some(command) => self.submit(command, Vec::new(), None, now),
            None => self.nothing(),
        }
    }

    /// The item chosen on the agenda.
    pub fn chosen_item(&self) -> Option<&Item> {
        let meeting = self.meeting()?;
        meeting.items.get(
            self.view
                .at(Pane::Agenda)
                .min(meeting.items.len().saturating_sub(1)),
        )
    }

    /// The motions of the item in hand.
    pub fn motions(&self) -> Vec<&Motion> {
        let Some(meeting) = self.meeting() else {
            return Vec::new();
        };
        let Some(item) = meeting.item_in_hand() else {
            return Vec::new();
        };
        meeting
            .motions
            .iter()
            .filter(|m| m.item == item.no)
            .collect()
    }

    /// The motion chosen; an open one before one that is settled.
    pub fn chosen_motion(&self) -> Option<&Motion> {
        let motions = self.motions();
        let open = |m: &&&Motion| m.state == MotionState::Pending;
        match self.view.at(Pane::Motion) {
            0 => {
                let amendment = motions.iter().find(|m| m.amends.is_some() && open(m));
                amendment
                    .or(motions.iter().find(open))
                    .or(motions.last())
                    .copied()
            }
            at => motions
                .get(at.min(motions.len().saturating_sub(1)))
                .copied(),
        }
    }

    /// Units at the door that match what was typed.
    pub fn found(&self) -> Vec<u32> {
        let Some(meeting) = self.meeting() else {
            return Vec::new();
        };
        let roll = self.ledger.book.roll_of(&meeting.body);
        find::units(&self.ledger.book, &roll, &self.view.search.text())
    }

    /// The unit chosen at the door.
    pub fn chosen_unit(&self) -> Option<u32> {
        let found = self.found();
        found
            .get(self.view.at(Pane::Door).min(found.len().saturating_sub(1)))
            .copied()
    }

    fn rows(&self) -> usize {
        match self.view.focus {
            Pane::Door => self.found().len(),
            Pane::Agenda => self.meeting().map_or(0, |m| m.items.len()),
            Pane::Motion => self.motions().len(),
            Pane::Vote => self
                .meeting()
                .and_then(Meeting::vote_in_hand)
                .map_or(0, |v| v.voters().len()),
        }
    }

    fn go(&mut self, by: isize) {
        let last = self.rows().saturating_sub(1);
        let at = self.view.at(self.view.focus).min(last);
        self.view
            .set_at(self.view.focus, at.saturating_add_signed(by).min(last));
    }

    fn sign_in(&mut self, now: Stamp) {
        let Some(unit) = self.chosen_unit() else {
            return self.nothing();
        };
        // Back after leaving, and present after absent, are the same key: the fact carries the time.
        let presence = Presence::InPerson { who: String::new() };
        self.submit(Command::SignIn { unit, presence }, Vec::new(), None, now);
    }

    fn door_menu(&mut self) {
        let Some(unit) = self.chosen_unit() else {
            return self.nothing();
        };
        let lang = self.lang();
        let name = self.ledger.book.unit_name(unit);
        let open = |kind: &'static str| Pick::Open(Box::new(Opening::Presence(unit, kind)));
        let set = |presence: Presence| Pick::Submit(Box::new(Command::SignIn { unit, presence }));
        let line = |key: &str, label: [&'static str; 2], pick: Pick| {
            (key.to_owned(), lang.say(label), pick)
        };
        let lines = vec![
            line("1", ["本人到会", "present in person"], open("in_person")),
            line(
                "2",
                ["委派本单位代表", "by its own delegate"],
                open("delegate"),
            ),
            line(
                "3",
                ["委托其他成员", "by another member (proxy)"],
                open("proxy"),
            ),
            line("4", ["线上参加", "online"], open("online")),
            line("5", ["请假", "excused"], open("excused")),
            line("6", ["缺席", "absent"], set(Presence::Absent)),
            line("7", ["离会", "leaves"], set(Presence::Left)),
            line(
                "8",
                ["回来", "is back"],
                set(Presence::InPerson { who: String::new() }),
            ),
            line(
                "9",
                ["更正先前的登记", "correct an earlier entry"],
                Pick::Do(Action::CorrectAttendance),
            ),
        ];
        self.view.menu(name, lines);
    }

    fn take_up(&mut self, now: Stamp) {
        let Some(meeting) = self.meeting() else {
            return self.nothing();
        };
        let chosen = self.chosen_item();
        // From another pane the next item waiting is meant, not whatever row the agenda stands on.
        let next = meeting.items.iter().find(|i| i.state == ItemState::Pending);
        let wanted = if self.view.focus == Pane::Agenda && self.view.layers.is_empty() {
            chosen.filter(|i| i.state == ItemState::Pending).or(next)
        } else {
            next
        };
        match wanted.map(|i| i.no) {
            Some(item) => {
                let place = meeting.items.iter().position(|i| i.no == item).unwrap_or(0);
                self.view.set_at(Pane::Agenda, place);
                self.view.set_at(Pane::Motion, 0);
                self.submit(Command::OpenItem { item }, Vec::new(), None, now);
            }
            None => self.nothing(),
        }
    }

    fn move_item(&mut self, action: Action, now: Stamp) {
        let Some(meeting) = self.meeting() else {
            return self.nothing();
        };
        let at = self
            .view
            .at(Pane::Agenda)
            .min(meeting.items.len().saturating_sub(1));
        let Some(item) = meeting.items.get(at).map(|i| i.no) else {
            return self.nothing();
        };
        let (place, before) = if action == Action::MoveItemUp {
            let Some(above) = at.checked_sub(1) else {
                return self.nothing();
            };
            (above, meeting.items.get(above).map(|i| i.no))
        } else if at + 1 < meeting.items.len() {
            (at + 1, meeting.items.get(at + 2).map(|i| i.no))
        } else {
            return self.nothing();
        };
        self.submit(Command::MoveItem { item, before }, Vec::new(), None, now);
        self.view.set_at(Pane::Agenda, place);
    }

    /// Says whose turn it is in a roll call and which keys answer.
    fn ask_roll(&mut self) {
        self.view.focus = Pane::Vote;
        let lang = self.lang();
        let Some(vote) = self.meeting().and_then(Meeting::vote_in_hand) else {
            return;
        };
        let voters: Vec<u32> = vote.voters().into_iter().collect();
        let Some(unit) = voters.get(self.view.at(Pane::Vote).min(voters.len().saturating_sub(1)))
        else {
            return;
        };
        let name = self.ledger.book.unit_name(*unit);
        self.view.say(lang.each(|l| match l {
            Lang::En => format!("Called: {unit} {name}. 1 yes, 2 no, 3 abstain, 4 silent."),
            _ => format!("点名：{unit} {name}。1赞成，2反对，3弃权，4未答。"),
        }));
    }

    fn call(&mut self, choice: Choice, now: Stamp) {
        let Some(vote) = self.meeting().and_then(Meeting::vote_in_hand) else {
            return self.nothing();
        };
        if vote.method != Method::RollCall {
            // Digits enter the count where hands or papers are counted.
            return self.perform(Action::Count, now);
        }
        let voters: Vec<u32> = vote.voters().into_iter().collect();
        let Some(unit) = voters.get(self.view.at(Pane::Vote).min(voters.len().saturating_sub(1)))
        else {
            return self.nothing();
        };
        self.submit(
            Command::Call {
                unit: *unit,
                choice,
            },
            Vec::new(),
            None,
            now,
        );
    }

    /// The next unit that has not answered, or the one below.
    pub fn next_voter(&mut self) {
        let Some(vote) = self.meeting().and_then(Meeting::vote_in_hand) else {
            return;
        };
        let voters: Vec<u32> = vote.voters().into_iter().collect();
        let at = self.view.at(Pane::Vote);
        let silent = |u: &u32| !vote.calls.contains_key(u);
        let below = voters
            .iter()
            .enumerate()
            .skip(at + 1)
            .find(|(_, u)| silent(u))
            .map(|(i, _)| i);
        let first = voters.iter().position(|u| silent(u));
        let next = below.or(first).unwrap_or(at);
        self.view.set_at(Pane::Vote, next);
    }

    fn observe(&mut self) {
        let lang = self.lang();
        let mut known = vec![(String::new(), lang.say(["（其他）", "(other)"]))];
        if let Some(charter) = self.ledger.book.charter.as_deref() {
            known.extend(
                charter
                    .observers
                    .iter()
                    .map(|o| (o.id.clone(), lang.pick(&o.name))),
            );
        }
        self.form(|c| {
            super::form::Form::new(c.lang().say(["列席人员", "Observer"]), Purpose::Observe)
                .line("name", c.lang().say(["名称或职务", "name or office"]), "")
                .choice(
                    "observer",
                    c.lang().say(["章程所列", "named in the charter"]),
                    known,
                    0,
                )
        });
    }

    fn help(&mut self) {
        let lang = self.lang();
        let mut text = String::new();
        for scope in Scope::ALL {
            text.push_str(&format!("── {}\n", lang.say(scope.name())));
            for row in keys::KEYS.iter().filter(|b| b.scope == *scope) {
                let shown: Vec<String> = row
                    .keys
                    .split(' ')
                    .map(|k| k.replace('^', "Ctrl-"))
                    .collect();
                let keys = super::width::pad_right(&shown.join("  "), 16);
                text.push_str(&format!("  {keys}{}\n", lang.say(row.label)));
            }
        }
        self.view.page(lang.say(["帮助：按键", "Help: keys"]), text);
    }

    /// Every action there is, those of the pane first.
    fn command_menu(&mut self, _now: Stamp) {
        let lang = self.lang();
        let home = self.meeting().is_none();
        let own = self.scopes().first().copied().unwrap_or(Scope::Always);
        let mut order = vec![own, Scope::Menu];
        for scope in [
            Scope::Home,
            Scope::Door,
            Scope::Agenda,
            Scope::Motion,
            Scope::Vote,
            Scope::Always,
        ] {
            if scope != own && (scope == Scope::Home || scope == Scope::Always || !home) {
                order.push(scope);
            }
        }
        let moving = [
            Action::Up,
            Action::Down,
            Action::PageUp,
            Action::PageDown,
            Action::First,
            Action::Last,
        ];
        let mut lines = Vec::new();
        for scope in order {
            for row in keys::KEYS
                .iter()
                .filter(|b| b.scope == scope && !moving.contains(&b.action))
                .filter(|b| super::panes::in_order(self, b.action))
            {
                let key = if scope == own || scope == Scope::Always {
                    keys::shown(row)
                } else {
                    String::new()
                };
                // A line of another pane says which: 上移 alone does not tell what moves.
                let label = if scope == own || matches!(scope, Scope::Always | Scope::Menu) {
                    lang.say(row.label)
                } else {
                    format!("{} · {}", lang.say(scope.name()), lang.say(row.label))
                };
                lines.push((key, label, Pick::Do(row.action)));
            }
        }
        self.view.menu(lang.say(["命令", "Commands"]), lines);
    }

    /// The articles behind whatever is chosen.
    fn article(&mut self) {
        let lang = self.lang();
        let Some(charter) = self.ledger.book.charter.clone() else {
            return;
        };
        let mut articles: Vec<u32> = Vec::new();
        let mut add = |clauses: &crate::charter::Clauses| {
            for no in clauses.articles() {
                if !articles.contains(&no) {
                    articles.push(no);
                }
            }
        };
        let vote: Option<Vote> = self
            .meeting()
            .and_then(|m| m.vote_in_hand().or(m.last_vote()))
            .cloned();
        let matter = match self.view.focus {
            Pane::Motion | Pane::Vote => self.chosen_motion().map(|m| m.matter.clone()),
            Pane::Agenda => self.chosen_item().and_then(|i| i.new.matter.clone()),
            Pane::Door => None,
        };
        if let Some(matter) = matter.as_deref().and_then(|m| charter.matter(m)) {
            add(&matter.clauses);
        }
        if self.view.focus == Pane::Vote
            && let Some(clauses) = vote
                .as_ref()
                .and_then(|v| v.frozen.rule.basis.article.as_ref())
        {
            add(clauses);
        }
        if articles.is_empty() {
            articles = charter.articles.iter().map(|a| a.no).collect();
        }
        let texts: Vec<String> = articles
            .iter()
            .map(|no| charter_text::article(&charter, *no, lang))
            .collect();
        self.view.page(
            lang.say(["章程条文", "Articles of the charter"]),
            texts.join("\n\n"),
        );
    }

    /// What a correction touches, read out: nothing of it was changed.
    pub fn show_touched(&mut self) {
        let lang = self.lang();
        let Some(last) = self.ledger.book.corrections.last() else {
            return;
        };
        let title = lang.say([
            "这项更正涉及（均未改动）",
            "This correction touches (nothing was changed)",
        ]);
        let lines: Vec<String> = last
            .touched
            .iter()
            .map(|t| {
                lang.each(|l| match l {
                    Lang::En => format!(
                        "Meeting {}, vote {}: {} was {}, would be {}.",
                        t.meeting, t.vote, t.what, t.was, t.would_be
                    ),
                    _ => format!(
                        "第{}号会议表决{}：{} 原为{}，应为{}。",
                        t.meeting, t.vote, t.what, t.was, t.would_be
                    ),
                })
            })
            .collect();
        let none = lang.say(["没有涉及任何表决。", "It touches no vote."]);
        self.view.page(
            title,
            if lines.is_empty() {
                none
            } else {
                lines.join("\n")
            },
        );
    }
}

fn forms_call_to_order(console: &Console, meeting: &Meeting) -> Option<super::form::Form> {
    let charter = console.ledger.book.charter.clone()?;
    let form = forms::call_to_order(console.lang(), &console.ledger.book, &charter, meeting);
    let heads = meeting.headcount(&console.ledger.book.roll_of(&meeting.body));
    Some(form.intro(words::headcount(console.lang(), &heads)))
}
