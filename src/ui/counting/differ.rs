//! Two entries of the same papers that do not agree: each figure in dispute is asked for, and nothing else.

use super::super::console::Console;
use super::super::field::{Accept, Field};
use super::super::keys::{self, Action, Scope};
use super::super::view::Layer;
use super::{Counting, in_hand};
use crate::record::Stamp;
use crate::record::decide::differences;
use crate::record::election::{Marks, Round, Sheet, Sum, WrittenIn};
use crate::text::{Lang, counting as words};
use crossterm::event::{KeyCode, KeyEvent};

/// A figure in dispute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Figure {
    /// Valid papers, and with them the invalid ones.
    Papers,
    /// The votes for a candidate, by its place on the paper.
    Name(usize),
    /// The votes for a name written in.
    Written(String),
}

/// What two entries do not agree on, and what was settled of it.
#[derive(Debug, Clone)]
pub struct Differ {
    /// Figures in dispute.
    pub asked: Vec<Figure>,
    /// The one asked now.
    pub at: usize,
    /// Both entries.
    pub entries: [Sheet; 2],
    /// What is right, as far as it is settled.
    pub settled: Sheet,
    /// A figure being typed that is neither of the two.
    pub typed: Option<Box<Field>>,
    /// Whether what was typed cannot be.
    pub wrong: bool,
    /// How the paper is marked.
    pub marks: Marks,
}

impl Differ {
    /// What two entries of a round do not agree on, as the record sees it.
    pub fn of(round: &Round, first: &Sheet, second: &Sheet, marks: Marks) -> Self {
        let place = |name: &String| round.candidates.iter().position(|c| c.name == *name);
        let named = differences(round, first, second);
        // The record names the papers first, and a candidate could be called anything.
        let papers = first.valid != second.valid || first.invalid != second.invalid;
        let skip = usize::from(papers);
        let figure = |name: &String| match place(name) {
            Some(place) => Figure::Name(place),
            None => Figure::Written(name.clone()),
        };
        let asked = papers.then_some(Figure::Papers).into_iter();
        let asked = asked.chain(named.iter().skip(skip).map(figure)).collect();
        Self {
            asked,
            at: 0,
            entries: [first.clone(), second.clone()],
            settled: first.clone(),
            typed: None,
            wrong: false,
            marks,
        }
    }

    /// Asks for everything once more.
    pub fn begin_again(&mut self) {
        (self.at, self.settled, self.typed) = (0, self.entries[0].clone(), None);
    }

    /// The question asked now.
    pub fn question(&self, lang: Lang, names: &[String]) -> String {
        let Some(figure) = self.asked.get(self.at) else { return String::new() };
        let [first, second] = [0, 1].map(|which| self.figure(lang, which));
        let name = match figure {
            Figure::Papers => lang.say(words::VALIDITY),
            Figure::Name(place) => names.get(*place).cloned().unwrap_or_default(),
            Figure::Written(name) => name.clone(),
        };
        words::which(lang, &name, &first, &second)
    }

    fn figure(&self, lang: Lang, which: usize) -> String {
        let (Some(sheet), Some(figure)) = (self.entries.get(which), self.asked.get(self.at)) else {
            return String::new();
        };
        match figure {
            Figure::Papers => sheet.valid.to_string(),
            Figure::Name(place) => {
                let sum = sheet.votes.get(*place).copied().unwrap_or_default();
                words::sum(lang, sum, self.marks)
            }
            Figure::Written(name) => votes_of(sheet, name).to_string(),
        }
    }

    /// Takes the figure of one of the entries.
    fn take(&mut self, which: usize) {
        let (Some(sheet), Some(figure)) = (self.entries.get(which), self.asked.get(self.at)) else {
            return;
        };
        let sheet = sheet.clone();
        match figure.clone() {
            Figure::Papers => {
                (self.settled.valid, self.settled.invalid) = (sheet.valid, sheet.invalid);
            }
            Figure::Name(place) => {
                let sum = sheet.votes.get(place).copied().unwrap_or_default();
                self.set(place, sum);
            }
            Figure::Written(name) => self.write(&name, votes_of(&sheet, &name)),
        }
        self.at += 1;
    }

    /// Takes a figure that was typed, if the papers of the batch are that many.
    fn take_typed(&mut self) {
        let text = self.typed.as_ref().map(|f| f.text()).unwrap_or_default();
        let numbers: Option<Vec<u32>> = text.split_whitespace().map(|w| w.parse().ok()).collect();
        let papers = self.settled.papers();
        let valid = self.settled.valid;
        self.wrong = true;
        match (self.asked.get(self.at).cloned(), numbers.as_deref()) {
            (Some(Figure::Papers), Some([valid])) if *valid <= papers => {
                (self.settled.valid, self.settled.invalid) = (*valid, papers - *valid);
            }
            (Some(Figure::Name(place)), Some([yes])) if self.marks == Marks::Pick => {
                self.set(place, Sum { yes: *yes, ..Sum::default() });
            }
            (Some(Figure::Name(place)), Some([yes, no])) if self.marks == Marks::Each => {
                let Some(abstain) = yes.checked_add(*no).and_then(|s| valid.checked_sub(s)) else {
                    return;
                };
                self.set(place, Sum { yes: *yes, no: *no, abstain });
            }
            (Some(Figure::Written(name)), Some([yes])) => self.write(&name, *yes),
            _ => return,
        }
        (self.wrong, self.typed) = (false, None);
        self.at += 1;
    }

    fn set(&mut self, place: usize, sum: Sum) {
        if let Some(known) = self.settled.votes.get_mut(place) {
            *known = sum;
        }
    }

    fn write(&mut self, name: &str, yes: u32) {
        self.settled.written_in.retain(|w| w.name != name);
        if yes > 0 {
            self.settled.written_in.push(WrittenIn { name: name.to_owned(), yes });
            self.settled.written_in.sort_by(|a, b| a.name.cmp(&b.name));
        }
    }
}

fn votes_of(sheet: &Sheet, name: &str) -> u32 {
    sheet.written_in.iter().find(|w| w.name == name).map_or(0, |w| w.yes)
}

impl Console {
    /// A key while two entries differ.
    pub(super) fn settle_key(&mut self, key: KeyEvent, now: Stamp) {
        let counting = self.view.layers.iter_mut().rev().find_map(|layer| match layer {
            Layer::Counting(counting) => Some(&mut **counting),
            _ => None,
        });
        let Some(differ) = counting.and_then(|c: &mut Counting| c.differ.as_mut()) else {
            return;
        };
        let back = keys::action(&[Scope::Counting], &key) == Some(Action::Undo);
        match (&mut differ.typed, keys::name(&key).as_str()) {
            (Some(_), "Enter") => differ.take_typed(),
            (Some(_), "Esc") => (differ.typed, differ.wrong) = (None, false),
            (Some(field), _) => {
                field.key(key);
                differ.wrong = false;
            }
            (None, "1") => differ.take(0),
            (None, "2") => differ.take(1),
            (None, "3") => differ.typed = Some(Box::new(Field::new(Accept::Line))),
            (None, _) if back || key.code == KeyCode::Backspace => {
                differ.at = differ.at.saturating_sub(1);
            }
            (None, "Esc") => return self.ask_give_up(),
            (None, _) => {}
        }
        if let Some(differ) = in_hand(&self.view).and_then(|c| c.differ.as_ref())
            && differ.at >= differ.asked.len()
        {
            let agreed = differ.settled.clone();
            self.hand_in(Some(agreed), now);
        }
    }
}
