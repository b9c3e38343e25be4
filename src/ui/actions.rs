//! What each action of the table does: moves about, opens a form or a menu, or asks the book.

use super::console::Console;
use super::counts;
use super::desk::Place;
use super::desks::Which;
use super::forms;
use super::keys::Action;
use super::purpose::Purpose;
use super::theme::Kind;
use super::view::{Layer, Pane};
use super::{next, openings};
use crate::charter::Method;
use crate::record::state::{Item, Meeting};
use crate::record::{Choice, Command, Stamp};
use crate::text::words;

impl Console {
    /// Does what a key or a menu line asks.
    pub fn perform(&mut self, action: Action, now: Stamp) {
        match action {
            Action::NextStep if self.desk().is_some() => self.at_desk(Action::DeskOpen, now),
            Action::NextStep => {
                let step = self.meeting().and_then(|m| next::step(&self.ledger.book, m));
                self.perform(step.unwrap_or(Action::Convene), now);
            }
            Action::NextPane => self.view.focus = self.view.focus.step(1),
            Action::PreviousPane => self.view.focus = self.view.focus.step(3),
            Action::Up => self.go(-1, now),
            Action::Down => self.go(1, now),
            Action::PageUp => self.go(-10, now),
            Action::PageDown => self.go(10, now),
            Action::First => self.go(isize::MIN / 2, now),
            Action::Last => self.go(isize::MAX / 2, now),
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
            Action::HallBlank | Action::HallTally | Action::HallCompare => self.hall_mode(action),
            Action::Minutes | Action::LogView | Action::Gaps | Action::Export => self.paper(action),
            Action::Undo => self.submit(Command::Undo, Vec::new(), None, now),
            Action::Quit => {}
            Action::HomeScreen => self.view.place = Place::Home,
            Action::HomeGo => self.home_go(now),
            Action::MinutesDesk => self.go_to_minutes(now),
            Action::Register => self.go_to_desk(Which::Register),
            Action::Decisions => self.go_to_desk(Which::Decisions),
            Action::Funds => self.go_to_desk(Which::Funds),
            Action::Drafts => self.go_to_desk(Which::Drafts),
            Action::Notices => self.go_to_desk(Which::Notice),
            Action::Requisitions => self.go_to_desk(Which::Requisitions),
            Action::NoticeOverview => super::desks::notice::overview(self),
            Action::Cases => self.go_to_desk(Which::Cases),
            Action::Officers => self.go_to_desk(Which::Officers),
            Action::Reviews => self.go_to_desk(Which::Reviews),
            Action::Permits => self.go_to_desk(Which::Permits),
            Action::Norms => self.go_to_desk(Which::Norms),
            Action::DeskOpen | Action::DeskMenu | Action::DeskNew | Action::DeskBack => {
                self.at_desk(action, now);
            }
            _ => self.perform_in_meeting(action, now),
        }
    }

    pub(super) fn perform_in_meeting(&mut self, action: Action, now: Stamp) {
        match action {
            Action::SignIn => self.sign_in(now),
            Action::DoorMenu => self.door_menu(),
            Action::AllExcept => {
                self.form_of_meeting(|c, m| Some(forms::all_except(c.lang(), &c.ledger.book, m)))
            }
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
            step if step.is_of_election() => self.on_election(action, now),
            // Nothing is moved under an election: it is prepared.
            Action::Move if self.elects() => self.on_election(Action::ElectionPaper, now),
            Action::Refer
            | Action::FilePaper
            | Action::Move
            | Action::OpenVote
            | Action::OpenVoteOn
            | Action::VoteAmendment
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
                let chosen = self.chosen_motion().map(|m| m.no);
                let motions = self.motions();
                let at = motions.iter().position(|m| Some(m.no) == chosen).unwrap_or(0);
                let next = (at + 1) % motions.len().max(1);
                self.view.set_at(Pane::Motion, next + 1);
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
                let preparing = m.phase == crate::record::state::Phase::Preparing
                    && !c.ledger.book.agenda_is_out(m.no);
                Some(super::item_forms::add_item(c.lang(), &charter, preparing))
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
                    ["发生时间（时:分）", "happened at (hh:mm)"],
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
                    ["导入名册（xlsx、xls、ods、csv）", "Read a register in (xlsx, xls, ods, csv)"],
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
                let (document, certificate) =
                    (self.ledger.book.next_document, self.ledger.book.next_certificate);
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

    pub(super) fn perform_in_vote(&mut self, action: Action, now: Stamp) {
        let Some(vote) = self.meeting().and_then(Meeting::vote_in_hand).cloned() else {
            if action == Action::VoidVote
                && self.meeting().is_some_and(|m| m.rounds_in_hand().next().is_some())
            {
                return self.on_election(Action::ElectionVoid, now);
            }
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
            // The keys of a vote do the same for the round of an election.
            let same = match action {
                Action::Count => Action::ElectionSheet,
                Action::Challenge => Action::ElectionRecount,
                Action::CloseVote => Action::ElectionCloseCount,
                Action::Declare => Action::ElectionDeclare,
                _ => return self.nothing(),
            };
            if self.meeting().is_some_and(|m| m.rounds_in_hand().next().is_some()) {
                return self.on_election(same, now);
            }
            return self.nothing();
        };
        let hands = vote.method == Method::Hands;
        match action {
            Action::VoteStep => {
                let step = self.meeting().and_then(|m| next::step(&self.ledger.book, m));
                match step {
                    Some(Action::VoteStep) => self.ask_roll(),
                    Some(step) => self.perform(step, now),
                    None => {}
                }
            }
            Action::Count if vote.method == Method::Secret => {
                self.form(|c| counts::ballots(c.lang(), &vote));
            }
            Action::Count if hands => self.form(|c| counts::count(c.lang(), &vote, false)),
            Action::CountSection if hands => self.form(|c| counts::count(c.lang(), &vote, true)),
            Action::CountMinority if hands => self.form(|c| counts::minority(c.lang(), &vote)),
            Action::CloseVote => self.submit(Command::CloseVote, Vec::new(), None, now),
            Action::Declare => {
                self.submit(
                    Command::Declare { ruling: None, casting: None, lot: None },
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
                    c.lang().say(["准许迟到者参加本次表决", "Admit a late arrival"]),
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
        self.view.warn(
            lang.say(["现在没有可以这样处理的内容。", "There is nothing to do that with now."]),
        );
    }

    pub(super) fn form_of_meeting(
        &mut self,
        make: impl FnOnce(&Self, &Meeting) -> Option<super::form::Form>,
    ) {
        let made = self.meeting().and_then(|m| make(self, m));
        match made {
            Some(form) => self.form(|_| form),
            None => self.nothing(),
        }
    }

    pub(super) fn item_form(
        &mut self,
        title: crate::text::Words,
        purpose: impl FnOnce(u32) -> Purpose,
    ) {
        let Some(item) = self.chosen_item().map(|i| i.no) else {
            return self.nothing();
        };
        let purpose = purpose(item);
        self.form(|c| forms::one(c.lang(), title, "why", ["理由", "reason"], purpose));
    }

    pub(super) fn on_item(&mut self, now: Stamp, command: impl FnOnce(&Item) -> Command) {
        match self.chosen_item().map(command) {
            Some(command) => self.submit(command, Vec::new(), None, now),
            None => self.nothing(),
        }
    }
}

fn forms_call_to_order(console: &Console, meeting: &Meeting) -> Option<super::form::Form> {
    let charter = console.ledger.book.charter.clone()?;
    let form = forms::call_to_order(console.lang(), &console.ledger.book, &charter, meeting);
    let heads = meeting.headcount(&console.ledger.book.roll_of(&meeting.body));
    Some(form.intro(words::headcount(console.lang(), &heads)))
}
