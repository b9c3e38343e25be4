//! What is chosen in a pane, and what the pane's own keys do with it.

use super::console::Console;
use super::find;
use super::keys::Action;
use super::purpose::Purpose;
use super::view::{Opening, Pane, Pick};
use crate::charter::Method;
use crate::record::event::Presence;
use crate::record::state::{Item, ItemState, Meeting, Motion, MotionState, Phase};
use crate::record::{Choice, Command, Stamp};
use crate::text::Lang;

impl Console {
    /// The item chosen on the agenda.
    pub fn chosen_item(&self) -> Option<&Item> {
        let meeting = self.meeting()?;
        meeting.items.get(self.view.at(Pane::Agenda).min(meeting.items.len().saturating_sub(1)))
    }

    /// The motions of the item in hand.
    pub fn motions(&self) -> Vec<&Motion> {
        let Some(meeting) = self.meeting() else {
            return Vec::new();
        };
        let Some(item) = meeting.item_in_hand() else {
            return Vec::new();
        };
        meeting.motions.iter().filter(|m| m.item == item.no).collect()
    }

    /// The motion chosen; an open one before one that is settled.
    pub fn chosen_motion(&self) -> Option<&Motion> {
        let motions = self.motions();
        let open = |m: &&&Motion| m.state == MotionState::Pending;
        match self.view.at(Pane::Motion) {
            0 => {
                let amendment = motions.iter().find(|m| m.amends.is_some() && open(m));
                let main = motions.iter().rfind(|m| m.amends.is_none());
                amendment.or(motions.iter().find(open)).or(main).or(motions.last()).copied()
            }
            // Places are counted from 1 here: 0 is whichever is to be dealt with first.
            at => motions.get(at.min(motions.len()).saturating_sub(1)).copied(),
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
        found.get(self.view.at(Pane::Door).min(found.len().saturating_sub(1))).copied()
    }

    pub(super) fn rows(&self) -> usize {
        match self.view.focus {
            Pane::Door => self.found().len(),
            Pane::Agenda => self.meeting().map_or(0, |m| m.items.len()),
            Pane::Motion => self.motions().len() + 1,
            Pane::Vote => {
                self.meeting().and_then(Meeting::vote_in_hand).map_or(0, |v| v.voters().len())
            }
        }
    }

    pub(super) fn go(&mut self, by: isize, now: Stamp) {
        if self.desk().is_some() {
            return self.go_at_desk(by, now.date_naive());
        }
        if self.at_home() {
            return self.go_at_home(by, now.date_naive());
        }
        let last = self.rows().saturating_sub(1);
        let at = self.view.at(self.view.focus).min(last);
        self.view.set_at(self.view.focus, at.saturating_add_signed(by).min(last));
    }

    pub(super) fn sign_in(&mut self, now: Stamp) {
        let Some(unit) = self.chosen_unit() else {
            return self.nothing();
        };
        let presence = self.presence_at_door(unit);
        self.submit(Command::SignIn { unit, presence }, Vec::new(), None, now);
    }

    /// What Enter at the door enters for a unit: what it announced, while it has no entry, else that it is there.
    fn presence_at_door(&self, unit: u32) -> Presence {
        // Back after leaving, and present after absent, are the same key: the fact carries the time.
        let there = Presence::InPerson { who: String::new() };
        let Some(meeting) = self.meeting() else {
            return there;
        };
        let entry = meeting.attendance.get(&unit).map(|a| &a.presence);
        let announced = self.ledger.book.announced(meeting.no, unit);
        let preparing = meeting.phase == Phase::Preparing;
        let fits = |announced: &Presence| match (announced, entry) {
            // Whoever comes once the meeting has begun is there, whatever was announced.
            (Presence::Excused { .. } | Presence::Proxy { .. }, entry) => {
                preparing && entry.is_none()
            }
            (announced, entry) => entry.is_none_or(|e| !e.is_present() || e == announced),
        };
        announced.filter(fits).unwrap_or(there)
    }

    pub(super) fn door_menu(&mut self) {
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
            line("2", ["委派本单位代表", "by its own delegate"], open("delegate")),
            line("3", ["委托其他成员", "by another member (proxy)"], open("proxy")),
            line("4", ["线上参加", "online"], open("online")),
            line("5", ["请假", "excused"], open("excused")),
            line("6", ["缺席", "absent"], set(Presence::Absent)),
            line("7", ["离会", "leaves"], set(Presence::Left)),
            line("8", ["回来", "is back"], set(Presence::InPerson { who: String::new() })),
            line(
                "9",
                ["更正先前的登记", "correct an earlier entry"],
                Pick::Do(Action::CorrectAttendance),
            ),
        ];
        self.view.menu(name, lines);
    }

    pub(super) fn take_up(&mut self, now: Stamp) {
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

    pub(super) fn move_item(&mut self, action: Action, now: Stamp) {
        let Some(meeting) = self.meeting() else {
            return self.nothing();
        };
        let at = self.view.at(Pane::Agenda).min(meeting.items.len().saturating_sub(1));
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
    pub(super) fn ask_roll(&mut self) {
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
            _ => format!("点名：{unit} {name}。1赞成，2反对，3弃权，4未表决。"),
        }));
    }

    pub(super) fn call(&mut self, choice: Choice, now: Stamp) {
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
        self.submit(Command::Call { unit: *unit, choice }, Vec::new(), None, now);
    }

    /// The next unit that has not answered, or the one below.
    pub fn next_voter(&mut self) {
        let Some(vote) = self.meeting().and_then(Meeting::vote_in_hand) else {
            return;
        };
        let voters: Vec<u32> = vote.voters().into_iter().collect();
        let at = self.view.at(Pane::Vote);
        let silent = |u: &u32| !vote.calls.contains_key(u);
        let below = voters.iter().enumerate().skip(at + 1).find(|(_, u)| silent(u)).map(|(i, _)| i);
        let first = voters.iter().position(silent);
        let next = below.or(first).unwrap_or(at);
        self.view.set_at(Pane::Vote, next);
    }

    pub(super) fn observe(&mut self) {
        let lang = self.lang();
        let mut known = vec![(String::new(), lang.say(["（其他）", "(other)"]))];
        if let Some(charter) = self.ledger.book.charter.as_deref() {
            known.extend(charter.observers.iter().map(|o| (o.id.clone(), lang.pick(&o.name))));
        }
        self.form(|c| {
            super::form::Form::new(c.lang().say(["列席人员", "Observer"]), Purpose::Observe)
                .line("name", c.lang().say(["名称或职务", "name or office"]), "")
                .choice("observer", c.lang().say(["章程所列", "named in the charter"]), known, 0)
        });
    }
}
