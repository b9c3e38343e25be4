//! Text typed into forms and not entered: offered again in the same form, and kept beside the book.

use super::console::Console;
use super::form::Form;
use super::purpose::Purpose;
use super::view::Layer;
use crate::record::state::Meeting;
use std::collections::BTreeMap;

/// Puts what was typed into a form over what is known of it.
pub(super) fn note(kept: &mut BTreeMap<String, String>, place: &str, form: &Form) {
    kept.retain(|key, _| !key.starts_with(place));
    if is_private(form) {
        return;
    }
    for (key, text) in form.typed() {
        kept.insert(format!("{place}{key}"), text);
    }
}

/// What is typed about a person is on no disk before it is entered: it could not be removed there. What is typed from
/// a paper in hand is typed each time it is signed.
fn is_private(form: &Form) -> bool {
    match &form.purpose {
        Purpose::Register(step) => step.is_private(),
        Purpose::Minutes(ask) => ask.step.is_ceremony(),
        _ => false,
    }
}

impl Console {
    /// Where the text of a form is kept: the same form of another meeting, or the figures of another
    /// vote, are not the same.
    pub(super) fn place(&self, form: &Form) -> String {
        let meeting = self.meeting().map_or(0, |m| m.no);
        let vote = match form.purpose {
            Purpose::Count
            | Purpose::CountMinority
            | Purpose::CountSection
            | Purpose::Ballots
            | Purpose::Challenge { .. }
            | Purpose::Ruling
            | Purpose::Casting
            | Purpose::AdmitLate => self
                .meeting()
                .and_then(Meeting::vote_in_hand)
                .map_or_else(String::new, |v| format!(" {}", v.no)),
            // A reason belongs to what it was asked for.
            Purpose::Reason => {
                self.waiting.as_ref().map_or_else(String::new, |w| format!(" {:?}", w.command))
            }
            _ => String::new(),
        };
        format!("{meeting}:{:?}{vote}/", form.purpose)
    }

    /// Opens a form, filled with what was typed into it before and not entered.
    pub fn form(&mut self, make: impl FnOnce(&Self) -> Form) {
        let mut form = make(self);
        let place = self.place(&form);
        let mut back = false;
        for (key, text) in &self.view.kept {
            if let Some(key) = key.strip_prefix(&place) {
                form.offer(key, text);
                back = true;
            }
        }
        if back {
            let lang = self.lang();
            self.view.say(
                lang.say([
                    "已找回上次未提交的文字。",
                    "Text typed earlier and not entered is back.",
                ]),
            );
        }
        self.view.put(Layer::Form(Box::new(form)));
    }

    /// Leaves the form on top; what was typed into it waits until it is opened again.
    pub(super) fn leave_form(&mut self) {
        let Some(Layer::Form(form)) = self.view.layers.last() else {
            return;
        };
        let place = self.place(form);
        note(&mut self.view.kept, &place, form);
        if !form.typed().is_empty() && !is_private(form) {
            let lang = self.lang();
            self.view.say(lang.say([
                "没有提交；填写的内容留着，再打开这个表单即可继续。",
                "Not entered; what was typed is kept and is back when this form is opened again.",
            ]));
        }
        self.view.layers.pop();
        self.waiting = None;
        self.unsaved = true;
        self.keep_typed();
    }

    /// Closes the form on top, because what stood in it was entered.
    pub(super) fn sent_form(&mut self) {
        if let Some(Layer::Form(form)) = self.view.layers.last() {
            let place = self.place(form);
            self.view.kept.retain(|key, _| !key.starts_with(&place));
            self.view.layers.pop();
        }
        self.unsaved = true;
        self.keep_typed();
    }

    /// Nothing of a closed meeting is filled in any more.
    pub(super) fn forget_meeting(&mut self) {
        let Some(no) = self.meeting().map(|m| m.no) else {
            return;
        };
        self.view.kept.retain(|key, _| !key.starts_with(&format!("{no}:")));
        self.unsaved = true;
        self.keep_typed();
    }
}
