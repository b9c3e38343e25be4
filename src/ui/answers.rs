//! What the book answers to a command: done, refused, a reason wanted, or trouble with the disk.

use super::desks::Which;
use super::purpose::Purpose;
use super::view::{Layer, Pane, Waiting};
use crate::ledger::{Accepted, LedgerError};
use crate::record::event::{Event, Presence};
use crate::record::members::Contact;
use crate::record::state::{Meeting, Phase};
use crate::record::{Code, Command, Level, Refusal, Request, Stamp};
use crate::text::findings::{self, Reader};
use crate::text::{Lang, Words, store as store_text, words};

use super::console::Console;

impl Console {
    /// Sends a command to the book; what is shown as done is done only after the disk said so.
    pub fn submit(
        &mut self,
        command: Command,
        blobs: Vec<Vec<u8>>,
        reason: Option<String>,
        now: Stamp,
    ) {
        let meeting = self.meeting().map(|m| m.no);
        self.submit_of(meeting, command, blobs, reason, now);
    }

    /// As [`Self::submit`], about this meeting, whichever is looked at.
    pub(super) fn submit_of(
        &mut self,
        meeting: Option<u32>,
        command: Command,
        blobs: Vec<Vec<u8>>,
        reason: Option<String>,
        now: Stamp,
    ) {
        let request = Request {
            entered: now,
            happened: self.view.late.filter(|late| *late <= now),
            meeting,
            reason,
            command: command.clone(),
        };
        let request = crate::text::election::drafted(self.lang(), &self.ledger.book, request);
        let request = crate::text::amendment::drafted(self.lang(), &self.ledger.book, request);
        let command = request.command.clone();
        match self.ledger.submit(&request, blobs.clone()) {
            Ok(Ok(accepted)) => {
                self.accepted(&command, &accepted);
                self.signature_taken(meeting, &command);
            }
            Ok(Err(refusal)) => self.refused(meeting, command, blobs, &refusal),
            Err(error) => self.disk(&error),
        }
    }

    /// As [`Self::submit`], with the cards of the people it keeps.
    pub fn submit_people(&mut self, command: Command, contacts: &[Contact], now: Stamp) {
        let request = Request {
            happened: self.view.late.filter(|late| *late <= now),
            ..Request::new(now, command.clone())
        };
        match self.ledger.submit_people(request, contacts) {
            Ok(Ok(accepted)) => self.accepted(&command, &accepted),
            Ok(Err(refusal)) => self.refused(None, command, Vec::new(), &refusal),
            Err(error) => self.disk(&error),
        }
    }

    /// Takes in what is known of people, for the register's screen and only while it is there.
    pub(super) fn read_people(&mut self) {
        self.people.clear();
        if self.desk().is_none_or(|desk| desk.which != Which::Register) {
            return;
        }
        match self.ledger.contacts() {
            Ok(people) => self.people = people,
            Err(error) => self.disk(&error),
        }
    }

    pub(super) fn accepted(&mut self, command: &Command, accepted: &Accepted) {
        if matches!(self.view.layers.last(), Some(Layer::Form(_))) {
            self.sent_form();
        }
        self.view.late = None;
        self.read_people();
        let lang = self.lang();
        let said = accepted.entries.first().map(|entry| {
            let meeting = entry.fact.meeting.and_then(|no| self.ledger.book.meeting(no));
            words::event_line(lang, &self.ledger.book, meeting, entry)
        });
        let mut text = said.unwrap_or_default();
        if matches!(command, Command::SignInAll { .. }) {
            let there = |e: &&crate::record::Entry| matches!(&e.fact.event, Event::AttendanceRecorded { presence, .. } if presence.is_present());
            let excuse = |e: &&crate::record::Entry| {
                matches!(
                    &e.fact.event,
                    Event::AttendanceRecorded { presence: Presence::Excused { .. }, .. }
                )
            };
            let itself = |e: &&crate::record::Entry| {
                matches!(
                    &e.fact.event,
                    Event::AttendanceRecorded { presence: Presence::InPerson { .. }, .. }
                )
            };
            let here = accepted.entries.iter().filter(there).count();
            let excused = accepted.entries.iter().filter(excuse).count();
            let announced = excused > 0 || accepted.entries.iter().filter(itself).count() < here;
            let away = accepted.entries.len() - here - excused;
            text = lang.each(|l| match (l, announced) {
                (Lang::En, false) => {
                    format!("{here} signed in as present in person, {away} as absent.")
                }
                (Lang::En, true) => format!(
                    "{here} signed in as they replied or in person, {excused} excused, {away} absent."
                ),
                (_, false) => format!("{here}家登记为本人到会，{away}家登记为缺席。"),
                (_, true) => {
                    format!("按回执或本人登记到会{here}家，请假{excused}家，缺席{away}家。")
                }
            });
        }
        let book = &self.ledger.book;
        let mut warns = false;
        let vote = self.meeting().and_then(|m| Some((m, m.vote_in_hand().or(m.last_vote())?)));
        let news = |code: &str| {
            vote.is_none_or(|(meeting, vote)| super::panes::tally::is_news(meeting, vote, code))
        };
        for finding in accepted.findings.iter().filter(|f| f.code.level() == Level::Notice) {
            if !news(&finding.full_code()) {
                continue;
            }
            warns = true;
            text.push_str("  ⚑ ");
            text.push_str(&findings::short(lang, book, &finding.full_code()));
        }
        if warns {
            self.view.warn(text)
        } else {
            self.view.say(text)
        }
        self.follow(command);
        let corrects = matches!(
            command,
            Command::CorrectAttendance { .. }
                | Command::CorrectCount { .. }
                | Command::CorrectEnactment { .. }
        );
        if corrects {
            self.show_touched();
        }
    }

    /// The focus goes where the next question is.
    pub(super) fn follow(&mut self, command: &Command) {
        match command {
            Command::OpenItem { .. } => self.view.focus = Pane::Motion,
            Command::Move { .. } | Command::Amend { .. } => {
                self.view.focus = Pane::Motion;
                self.view.set_at(Pane::Motion, 0);
            }
            Command::OpenVote { .. } => {
                self.view.focus = Pane::Vote;
                self.view.set_at(Pane::Vote, 0);
            }
            Command::Convene { .. } => {
                self.view.meeting = None;
                self.view.focus = Pane::Door;
            }
            Command::CallToOrder { .. } => {
                self.view.focus = Pane::Agenda;
                self.show_carried_over();
            }
            Command::SignIn { .. } => {
                self.view.search.set_text("");
            }
            Command::Call { .. } => self.next_voter(),
            Command::Close => {
                self.view.meeting = self.meeting_closed();
                self.forget_meeting();
            }
            Command::Declare { .. } => {
                self.view.focus = Pane::Vote;
                self.view.set_at(Pane::Motion, 0);
            }
            _ => {}
        }
    }

    pub(super) fn meeting_closed(&self) -> Option<u32> {
        let closed = |m: &&Meeting| m.phase == Phase::Closed;
        self.ledger.book.meetings.iter().rev().find(closed).map(|m| m.no)
    }

    pub(super) fn refused(
        &mut self,
        meeting: Option<u32>,
        command: Command,
        blobs: Vec<Vec<u8>>,
        refusal: &Refusal,
    ) {
        let lang = self.lang();
        match refusal.finding.code {
            Code::ReasonRequired => {
                let lines: Vec<String> = refusal
                    .warnings
                    .iter()
                    .map(|f| findings::finding(lang, &self.ledger.book, f, Reader::Presider))
                    .collect();
                let title: Words = ["请注意：需要说明理由", "Remarkable: a reason is needed"];
                let kept: Words = match self.desk() {
                    Some(_) => ["与这一条一同保存", "it is kept with the entry"],
                    None => ["记入会议记录", "it stands in the minutes"],
                };
                let form = super::form::Form::new(lang.say(title), Purpose::Reason)
                    .intro(lines.join("\n"))
                    .lines("reason", lang.say(["理由", "reason"]), "", 2)
                    .hint(lang.say(kept));
                // The form that asked stays below: giving up the reason must not lose what was typed.
                let warnings = refusal.warnings.clone();
                self.waiting = Some(Waiting { command, meeting, blobs, warnings });
                self.form(|_| form);
            }
            Code::NothingChanges => {
                let text = findings::refusal(lang, &self.ledger.book, refusal, Reader::Recorder);
                self.view.warn(text);
            }
            Code::RulingRequired => self.open_ruling(),
            Code::CastingRequired => self.form(|c| super::counts::casting(c.lang())),
            Code::LotRequired => self.form(|c| super::counts::lot(c.lang())),
            // Only a blank row: the presider has nothing to say about that.
            Code::TextMissing if self.point(refusal) => {}
            _ => {
                let text = findings::to_both(lang, &self.ledger.book, refusal);
                self.point(refusal);
                let title = lang.say(["不能这样做", "Not in order"]);
                self.view.put(Layer::Notice { title, text });
            }
        }
    }

    /// Marks the row of the form on top that a refusal concerns.
    fn point(&mut self, refusal: &Refusal) -> bool {
        let says = findings::short(self.lang(), &self.ledger.book, &refusal.finding.full_code());
        let Some(Layer::Form(form)) = self.view.layers.last_mut() else {
            return false;
        };
        let Some(key) = super::check::row_of(form, &refusal.finding) else {
            return false;
        };
        if super::check::says(refusal.finding.code) {
            // The line under the figures says it already, and goes on saying how they stand.
            form.at = form.rows.iter().position(|r| r.key == key).unwrap_or(form.at);
            return true;
        }
        form.point(super::purpose::Wrong { key, says })
    }

    pub(super) fn disk(&mut self, error: &LedgerError) {
        let lang = self.lang();
        let text = store_text::ledger_error(lang, error);
        self.view.put(Layer::Notice { title: lang.say(["会议簿", "The book"]), text });
    }

    /// Takes in what another program wrote.
    pub fn refresh(&mut self) -> bool {
        match self.ledger.changed().and_then(
            |moved| {
                if moved { self.ledger.refresh() } else { Ok(false) }
            },
        ) {
            Ok(changed) => {
                if changed {
                    self.read_people();
                }
                changed
            }
            Err(error) => {
                if !matches!(self.view.layers.last(), Some(Layer::Notice { .. })) {
                    self.disk(&error);
                }
                true
            }
        }
    }
}
