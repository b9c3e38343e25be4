//! Single pieces: the title, the result, the figures, the bar.

use super::super::big::Scale;
use super::super::theme::Role;
use super::super::width::wrap;
use super::bar::Bar;
use super::board::{Board, Figure};
use super::fit::{Form, Piece, note, text};
use super::scene;
use super::states::{ANY, MODEST, Now};
use crate::record::event::Papers;
use crate::record::state::{Item, Motion, Vote};
use crate::record::tally::{self, Tally};
use crate::text::{Lang, Words, hall as words};

impl Now<'_> {
    /// The item voted on, and the words of the motion where there is room.
    pub(super) fn title(&self, vote: &Vote, rank: u8) -> Vec<Piece> {
        let motion = self.meeting.motion(vote.motion);
        let item = motion.and_then(|m| self.meeting.item(m.item));
        let (Some(motion), Some(item)) = (motion, item) else {
            return Vec::new();
        };
        let mut pieces = vec![self.title_at(item, motion.amends.is_some(), &MODEST, rank)];
        let subjects: Vec<&str> = motion
            .subjects
            .iter()
            .enumerate()
            .filter(|(at, _)| !vote.subjects.is_empty() && vote.subjects.contains(at))
            .map(|(_, s)| s.name.as_str())
            .collect();
        let look = self.look;
        if subjects.is_empty() {
            pieces.push(self.wording(motion, 9, true));
        } else {
            let said = subjects.join(if look.lang == Lang::En { ", " } else { "、" });
            pieces.push(note(&said, look.room, 0, look.style(Role::HallTitle), false));
        }
        pieces
    }

    pub(super) fn title_at(
        &self,
        item: &Item,
        amendment: bool,
        scales: &[Scale],
        rank: u8,
    ) -> Piece {
        let look = self.look;
        let said = words::item(look.first(), item.no, &item.new.title, amendment);
        let scales: &[Scale] = if look.big { scales } else { &[] };
        let most = if scales.len() == ANY.len() { 3 } else { 1 };
        text(&said, look.room, scales, most, rank, look.style(Role::HallTitle))
    }

    /// The motion's words, big where they are few.
    pub(super) fn wording(&self, motion: &Motion, rank: u8, optional: bool) -> Piece {
        let look = self.look;
        let style = look.style(Role::HallText);
        if optional {
            return note(&motion.text, look.room, rank, style, true);
        }
        let scales: &[Scale] = if look.big { &MODEST } else { &[] };
        text(&motion.text, look.room, scales, 4, rank, style)
    }

    /// A short line in both languages where both are shown.
    pub(super) fn line(&self, words: Words, rank: u8, role: Role) -> Piece {
        let look = self.look;
        note(&look.lang.say(words), look.room, rank, look.style(role), false)
    }

    /// Big words in one language; small ones in both where the screen shows both.
    pub(super) fn big(
        &self,
        say: impl Fn(Lang) -> String,
        scales: &[Scale],
        rank: u8,
        role: Role,
    ) -> Piece {
        let look = self.look;
        let style = look.style(role);
        let scales: &[Scale] = if look.big { scales } else { &[] };
        let mut piece = text(&say(look.first()), look.room, scales, 1, rank, style);
        if let Some(last) = piece.forms.last_mut() {
            let all = look.lang.each(&say);
            *last = Form::Plain(wrap(&all, usize::from(look.room)), style);
        }
        piece
    }

    /// The result: the largest thing on the screen. Chinese is never broken into lines, since the second one alone
    /// would read as its opposite.
    pub(super) fn result(&self, word: Words, role: Role) -> Piece {
        let mut piece = self.big(|l| l.say(word), &ANY, 0, role);
        let look = self.look;
        if look.big && look.lang == Lang::En {
            let style = look.style(role);
            let two = text(&look.lang.say(word), look.room, &[Scale::Full], 2, 0, style);
            let two = two.forms.into_iter().filter(|f| f.height() > 8);
            let at = usize::from(matches!(piece.forms.first(), Some(f) if f.height() > 8));
            let full = matches!(piece.forms.get(at), Some(Form::Big(_, Scale::Full, _)));
            if !full {
                piece.forms.splice(at..at, two);
            }
        }
        piece
    }

    pub(super) fn attendance(&self) -> Board {
        let look = self.look;
        let heads = self.meeting.headcount(&self.book.roll_of(&self.meeting.body));
        let pairs = [(words::ROLL, heads.roll), (words::PRESENT, heads.present)];
        let roles = [Role::HallText, Role::HallYes];
        let figures = pairs.into_iter().zip(roles).map(|((label, number), role)| Figure {
            label: look.first().say(label),
            number: number.to_string(),
            style: look.style(role),
        });
        Board {
            figures: figures.collect(),
            under: self.second(|| words::heads(Lang::En, heads.roll, heads.present)),
            largest: Scale::Double,
            digits: digits(heads.roll),
            ..Board::default()
        }
    }

    /// For, against, abstaining; beside them the votes needed and those missing.
    pub(super) fn figures(&self, vote: &Vote, tally: Option<Tally>, missing: Option<u32>) -> Board {
        let look = self.look;
        let number = |n: fn(&Tally) -> u32| tally.map_or("–".to_owned(), |t| n(&t).to_string());
        let figure = |label: Words, number: String, role| Figure {
            label: look.first().say(label),
            number,
            style: look.style(role),
        };
        let figures = vec![
            figure(words::FOR, number(|t| t.yes), Role::HallYes),
            figure(words::AGAINST, number(|t| t.no), Role::HallNo),
            figure(words::ABSTAIN, number(|t| t.abstain), Role::HallAbstain),
        ];
        let rule = &vote.frozen.rule;
        let voters = u32::try_from(vote.voters().len()).unwrap_or(u32::MAX);
        let (_, needed) = tally::measure(&vote.frozen, voters, &tally.unwrap_or_default());
        let needed = needed.or(vote.frozen.needed);
        let missing = missing.filter(|_| scene::is_fixed(rule) && tally.is_some());
        let asides = |lang| {
            let needed = needed.map(|n| words::needed(lang, n));
            let missing = missing.map(|n| words::missing(lang, n));
            needed.into_iter().chain(missing).collect::<Vec<_>>()
        };
        let english = || {
            let figures = [
                (words::FOR, number(|t| t.yes)),
                (words::AGAINST, number(|t| t.no)),
                (words::ABSTAIN, number(|t| t.abstain)),
            ];
            let parts = figures.map(|(label, n)| format!("{} {n}", Lang::En.say(label)));
            let parts = parts.into_iter().chain(asides(Lang::En));
            parts.collect::<Vec<_>>().join(" · ")
        };
        Board {
            figures,
            aside: asides(look.first()),
            aside_style: look.style(Role::HallMark),
            under: self.second(english),
            largest: Scale::Double,
            digits: digits(voters),
        }
    }

    /// The papers of an open ballot: issued and returned, and nothing that is written on them.
    pub(super) fn papers(&self, vote: &Vote) -> Board {
        let look = self.look;
        let papers = tally::tally(vote).papers;
        let pairs = [
            (words::ISSUED, papers.map(|p| p.issued)),
            (words::RETURNED, papers.map(|p| p.recovered)),
        ];
        let number = |n: Option<u32>| n.map_or("–".to_owned(), |n| n.to_string());
        let figures = pairs.map(|(label, n)| Figure {
            label: look.first().say(label),
            number: number(n),
            style: look.style(Role::HallText),
        });
        let needed = |lang| vote.frozen.needed.map(|n| words::needed(lang, n));
        let english = || {
            let parts = pairs.map(|(label, n)| format!("{} {}", Lang::En.say(label), number(n)));
            let parts = parts.into_iter().chain(needed(Lang::En));
            parts.collect::<Vec<_>>().join(" · ")
        };
        Board {
            figures: figures.into(),
            aside: needed(look.first()).into_iter().collect(),
            aside_style: look.style(Role::HallMark),
            under: self.second(english),
            largest: Scale::Double,
            digits: digits(u32::try_from(vote.voters().len()).unwrap_or(u32::MAX)),
        }
    }

    /// What is worth knowing about a closed count.
    pub(super) fn about_the_count(&self, tally: &Tally, rank: u8) -> Option<Piece> {
        let look = self.look;
        let said = match tally.papers {
            Some(Papers { issued, recovered, valid, invalid }) => {
                words::papers(look.lang, [issued, recovered, valid, invalid])
            }
            None if tally.derived => look.lang.say(words::DERIVED),
            None => return None,
        };
        Some(note(&said, look.room, rank, look.style(Role::HallText), true))
    }

    pub(super) fn bar(&self, base: u32, yes: u32, needed: Option<u32>, rank: u8) -> Piece {
        let look = self.look;
        let mut forms = Vec::new();
        if base > 0 {
            let bar = Bar { base, yes, needed, lang: look.lang, theme: look.theme };
            let thickest = match look.rows {
                0..26 => 1,
                26..44 => 2,
                _ => 3,
            };
            let thick = (1..=thickest).rev();
            forms.extend(thick.map(|t| Form::Bar(Box::new(bar.clone()), t)));
        }
        forms.push(Form::Nothing);
        Piece { forms, rank }
    }

    pub(super) fn second(&self, english: impl FnOnce() -> String) -> Option<String> {
        (self.look.lang == Lang::Both).then(english)
    }
}

/// The digits of a number, two at least, so that a count does not move the screen.
fn digits(most: u32) -> usize {
    most.to_string().len().max(2)
}
