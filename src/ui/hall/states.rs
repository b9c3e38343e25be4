//! The pieces of each scene, from top to bottom.

use super::super::big::Scale;
use super::super::theme::Role;
use super::bar::Bar;
use super::board::{Board, Figure};
use super::fit::{Form, Piece, note, text};
use super::scene::{self, Scene};
use super::{Look, Mode};
use crate::charter::{Charter, Method, Rule};
use crate::record::event::Papers;
use crate::record::state::{Book, Declaration, Item, Meeting, Motion, Vote};
use crate::record::tally::{self, Tally};
use crate::text::{Lang, Words, hall as words, verdict, words as names};

/// Everything a scene is made from.
pub struct Now<'b> {
    /// How it is drawn.
    pub look: Look,
    /// The book.
    pub book: &'b Book,
    /// The meeting shown.
    pub meeting: &'b Meeting,
    /// Its charter.
    pub charter: &'b Charter,
    /// How much may be seen.
    pub mode: Mode,
}

/// All scales, the largest first.
const ANY: [Scale; 3] = [Scale::Double, Scale::Full, Scale::Compact];
/// The scales of what is not the answer itself.
const MODEST: [Scale; 2] = [Scale::Full, Scale::Compact];

/// A book without a meeting.
pub fn idle(look: Look, book: &Book) -> Vec<Piece> {
    let mut pieces = Vec::new();
    if let Some(charter) = book.charter.as_deref() {
        let name = look.lang.pick(&charter.identity.name);
        pieces.push(note(
            &name,
            look.room,
            0,
            look.style(Role::HallTitle),
            false,
        ));
    }
    let said = look.lang.say(words::NO_MEETING);
    pieces.push(note(&said, look.room, 1, look.style(Role::HallText), false));
    pieces
}

/// The pieces of the scene a meeting is in.
pub fn pieces(now: &Now) -> Vec<Piece> {
    match scene::of(now.book, now.meeting) {
        Scene::Preparing => now.preparing(),
        Scene::InSession => now.in_session(),
        Scene::Item(item) => now.item(item),
        Scene::Motion(item, motion) => now.motion(item, motion),
        Scene::Voting(vote) if now.mode == Mode::HideTally => now.hidden(vote),
        Scene::Voting(vote) => now.voting(vote),
        Scene::Counted(vote) => now.counted(vote),
        Scene::Declared(vote, declaration) => now.declared(vote, declaration),
        Scene::Void(vote, why) => now.void(vote, why),
        Scene::Break => now.word(words::BREAK),
        Scene::Closed => now.word(words::CLOSED),
    }
}

impl Now<'_> {
    fn preparing(&self) -> Vec<Piece> {
        let mut pieces = vec![
            self.line(words::SIGNING_IN, 3, Role::HallTitle),
            self.attendance().piece(self.look.room, 1),
        ];
        pieces.push(self.possible());
        pieces
    }

    /// What can be decided with those who are there.
    fn possible(&self) -> Piece {
        let roll = self.book.roll_of(&self.meeting.body);
        let heads = self.meeting.headcount(&roll);
        let mut lines = Vec::new();
        if let Some(quorum) = self
            .charter
            .body(&self.meeting.body)
            .and_then(|b| b.quorum.as_ref())
            && let Some(least) = quorum.share.bound(quorum.cmp, heads.roll)
        {
            lines.push((words::quorum(), least));
        }
        for rule in scene::rules_of_body(self.charter, self.meeting) {
            if let Some(needed) = scene::needed(rule, heads.roll, heads.present) {
                lines.push((rule.name.clone(), needed));
            }
        }
        let said = |lang| {
            let each = lines.iter().map(|(name, needed)| {
                words::possible(lang, self.charter, name, *needed, heads.present)
            });
            each.collect::<Vec<_>>()
        };
        let look = self.look;
        let style = look.style(Role::HallMark);
        let mut forms = Vec::new();
        if look.big {
            for scale in MODEST {
                let lines = said(look.first());
                let widest = lines
                    .iter()
                    .map(|l| super::super::big::measure(l, scale).0)
                    .max();
                if widest.is_some_and(|w| w <= look.room) {
                    forms.push(Form::Big(lines, scale, style));
                }
            }
        }
        let lines = match look.lang {
            Lang::Both => said(Lang::Zh).into_iter().chain(said(Lang::En)).collect(),
            one => said(one),
        };
        forms.push(Form::Plain(lines, style));
        Piece { forms, rank: 2 }
    }

    fn in_session(&self) -> Vec<Piece> {
        vec![
            self.line(words::IN_SESSION, 2, Role::HallTitle),
            self.attendance().piece(self.look.room, 1),
        ]
    }

    fn item(&self, item: &Item) -> Vec<Piece> {
        let mut pieces = vec![self.title_at(item, false, &ANY, 1)];
        if let Some(rule) = scene::rule_of_item(self.charter, self.meeting, item) {
            let roll = self.book.roll_of(&self.meeting.body);
            let heads = self.meeting.headcount(&roll);
            let recused = roll.iter().filter(|u| item.recused.contains_key(u)).count();
            let less = u32::try_from(recused).unwrap_or(0);
            let base = match rule.base {
                crate::charter::Base::NotRecused => heads.roll.saturating_sub(less),
                _ => heads.roll,
            };
            let needed = scene::needed(rule, base, heads.present);
            pieces.extend(self.what_is_needed(rule, needed, heads.present, 2));
        }
        pieces
    }

    fn motion(&self, item: &Item, motion: &Motion) -> Vec<Piece> {
        let amendment = motion.amends.is_some();
        let mut pieces = vec![
            self.title_at(item, amendment, &MODEST, 4),
            self.wording(motion, 3, false),
        ];
        if let Some(frozen) = crate::record::decide::freeze(self.book, self.meeting, motion) {
            let voters = u32::try_from(frozen.voters.len()).unwrap_or(u32::MAX);
            pieces.extend(self.what_is_needed(&frozen.rule, frozen.needed, voters, 1));
        }
        pieces
    }

    /// The votes needed, big, and the rule they come from; and whether enough are there at all.
    fn what_is_needed(
        &self,
        rule: &Rule,
        needed: Option<u32>,
        voters: u32,
        rank: u8,
    ) -> Vec<Piece> {
        let look = self.look;
        let mut pieces = Vec::new();
        if let Some(needed) = needed {
            pieces.push(self.big(
                |lang| words::needed(lang, needed),
                &MODEST,
                rank,
                Role::HallMark,
            ));
        }
        let name = look.lang.pick(&rule.name);
        pieces.push(note(&name, look.room, 5, look.style(Role::HallText), false));
        if let Some(needed) = needed.filter(|n| *n > voters) {
            let said = words::too_few(look.lang, self.charter, needed, voters);
            pieces.push(note(&said, look.room, 6, look.style(Role::HallNo), true));
        }
        pieces
    }

    fn hidden(&self, vote: &Vote) -> Vec<Piece> {
        let look = self.look;
        let mut pieces = self.title(vote, 3);
        let method = names::method(look.lang, vote.method);
        pieces.push(note(
            &method,
            look.room,
            4,
            look.style(Role::HallText),
            true,
        ));
        pieces.push(self.big(|l| l.say(words::VOTING), &ANY, 1, Role::HallTitle));
        if let Some(needed) = vote.frozen.needed {
            pieces.push(self.big(|l| words::needed(l, needed), &MODEST, 2, Role::HallMark));
        }
        pieces
    }

    fn voting(&self, vote: &Vote) -> Vec<Piece> {
        let look = self.look;
        let mut pieces = self.title(vote, 4);
        let standing = tally::standing(vote);
        let counting = if vote.earlier.is_empty() {
            words::COUNTING
        } else {
            words::RECOUNTING
        };
        let state = |lang: Lang| {
            let between = if lang == Lang::En { " · " } else { "　" };
            let mut parts = vec![names::method(lang, vote.method), lang.say(counting)];
            // Of a secret ballot nothing is said before the box is closed.
            if vote.method != Method::Secret && scene::counted(vote).is_some() {
                parts.push(words::prospect(lang, &standing));
            }
            parts.join(between)
        };
        if vote.method == Method::Secret {
            pieces.push(self.papers(vote).piece(look.room, 1));
        } else {
            if vote.method == Method::RollCall {
                pieces.extend(self.next(vote));
            }
            let board = self.figures(vote, scene::counted(vote), Some(standing.missing));
            pieces.push(board.piece(look.room, 1));
            pieces.push(self.bar(standing.base, standing.tally.yes, standing.needed, 2));
        }
        let said = look.lang.each(state);
        pieces.push(note(&said, look.room, 0, look.style(Role::HallText), false));
        pieces
    }

    /// Who is called next, large: the room must hear and see its own name.
    fn next(&self, vote: &Vote) -> Vec<Piece> {
        let Some(unit) = scene::next_to_answer(vote) else {
            return Vec::new();
        };
        let look = self.look;
        let name = self.book.unit_name(unit);
        let style = look.style(Role::HallTitle);
        let scales: &[Scale] = if look.big { &MODEST } else { &[] };
        vec![
            self.line(words::NEXT, 3, Role::HallMark),
            text(&name, look.room, scales, 2, 1, style),
        ]
    }

    fn counted(&self, vote: &Vote) -> Vec<Piece> {
        let look = self.look;
        let mut pieces = self.title(vote, 5);
        let verdict = vote.verdict.clone().unwrap_or_else(|| tally::verdict(vote));
        let tally = verdict.tally;
        pieces.push(self.figures(vote, Some(tally), None).piece(look.room, 1));
        pieces.push(self.bar(verdict.base, tally.yes, verdict.needed, 2));
        pieces.extend(self.about_the_count(&tally, 4));
        pieces.push(self.big(|l| l.say(words::WAITING), &MODEST, 3, Role::HallMark));
        pieces
    }

    fn declared(&self, vote: &Vote, declaration: &Declaration) -> Vec<Piece> {
        let look = self.look;
        let mut pieces = self.title(vote, 5);
        let verdict = &declaration.verdict;
        let (word, role) = if declaration.carried {
            (words::CARRIED, Role::HallCarried)
        } else {
            (words::LOST, Role::HallLost)
        };
        pieces.push(self.result(word, role));
        let board = Board {
            aside: Vec::new(),
            ..self.figures(vote, Some(verdict.tally), None)
        };
        pieces.push(board.piece(look.room, 3));
        pieces.push(self.bar(verdict.base, verdict.tally.yes, verdict.needed, 2));
        let outcome = Some(declaration.carried);
        let said = verdict::explanation(look.lang, self.charter, verdict, &vote.frozen, outcome);
        pieces.push(note(
            &said,
            look.room,
            1,
            look.style(Role::HallTitle),
            false,
        ));
        if let Some(ruling) = &declaration.ruling {
            let said = words::ruled(look.lang, &ruling.reason);
            pieces.push(note(&said, look.room, 4, look.style(Role::HallText), true));
        }
        if declaration.casting.is_some() {
            let said = look.lang.say(words::CASTING);
            pieces.push(note(&said, look.room, 4, look.style(Role::HallText), true));
        }
        pieces
    }

    fn void(&self, vote: &Vote, why: &str) -> Vec<Piece> {
        let look = self.look;
        let mut pieces = self.title(vote, 3);
        pieces.push(self.result(words::VOID, Role::HallLost));
        pieces.push(note(why, look.room, 1, look.style(Role::HallTitle), false));
        let means = look.lang.say(words::VOID_MEANS);
        pieces.push(note(&means, look.room, 2, look.style(Role::HallText), true));
        pieces
    }

    fn word(&self, word: Words) -> Vec<Piece> {
        vec![self.big(|l| l.say(word), &ANY, 1, Role::HallTitle)]
    }
}

/// Single pieces.
impl Now<'_> {
    /// The item voted on, and the words of the motion where there is room.
    fn title(&self, vote: &Vote, rank: u8) -> Vec<Piece> {
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
            pieces.push(self.wording(motion, rank + 2, true));
        } else {
            let said = subjects.join(if look.lang == Lang::En { ", " } else { "、" });
            pieces.push(note(
                &said,
                look.room,
                0,
                look.style(Role::HallTitle),
                false,
            ));
        }
        pieces
    }

    fn title_at(&self, item: &Item, amendment: bool, scales: &[Scale], rank: u8) -> Piece {
        let look = self.look;
        let said = words::item(look.first(), item.no, &item.new.title, amendment);
        let scales: &[Scale] = if look.big { scales } else { &[] };
        let most = if scales.len() == ANY.len() { 3 } else { 1 };
        text(
            &said,
            look.room,
            scales,
            most,
            rank,
            look.style(Role::HallTitle),
        )
    }

    /// The motion's words, big where they are few.
    fn wording(&self, motion: &Motion, rank: u8, optional: bool) -> Piece {
        let look = self.look;
        let style = look.style(Role::HallText);
        if optional {
            return note(&motion.text, look.room, rank, style, true);
        }
        let scales: &[Scale] = if look.big { &MODEST } else { &[] };
        text(&motion.text, look.room, scales, 4, rank, style)
    }

    /// A short line in both languages where both are shown.
    fn line(&self, words: Words, rank: u8, role: Role) -> Piece {
        let look = self.look;
        note(
            &look.lang.say(words),
            look.room,
            rank,
            look.style(role),
            true,
        )
    }

    /// Big words in one language; small ones in both where the screen shows both.
    fn big(&self, say: impl Fn(Lang) -> String, scales: &[Scale], rank: u8, role: Role) -> Piece {
        let look = self.look;
        let style = look.style(role);
        let scales: &[Scale] = if look.big { scales } else { &[] };
        let mut piece = text(&say(look.first()), look.room, scales, 1, rank, style);
        if let Some(last) = piece.forms.last_mut() {
            let all = look.lang.each(&say);
            *last = Form::Plain(
                super::super::width::wrap(&all, usize::from(look.room)),
                style,
            );
        }
        piece
    }

    /// The result: the largest thing on the screen. Chinese is never broken into lines, since the second one alone
    /// would read as its opposite.
    fn result(&self, word: Words, role: Role) -> Piece {
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

    fn attendance(&self) -> Board {
        let look = self.look;
        let heads = self
            .meeting
            .headcount(&self.book.roll_of(&self.meeting.body));
        let pairs = [(words::ROLL, heads.roll), (words::PRESENT, heads.present)];
        let roles = [Role::HallText, Role::HallYes];
        let figures = pairs
            .into_iter()
            .zip(roles)
            .map(|((label, number), role)| Figure {
                label: look.first().say(label),
                number: number.to_string(),
                style: look.style(role),
            });
        Board {
            figures: figures.collect(),
            under: self.second(|| words::heads(Lang::En, heads.roll, heads.present)),
            digits: digits(heads.roll),
            ..Board::default()
        }
    }

    /// For, against, abstaining; beside them the votes needed and those missing.
    fn figures(&self, vote: &Vote, tally: Option<Tally>, missing: Option<u32>) -> Board {
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
            digits: digits(voters),
        }
    }

    /// The papers of an open ballot: issued and returned, and nothing that is written on them.
    fn papers(&self, vote: &Vote) -> Board {
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
            digits: digits(u32::try_from(vote.voters().len()).unwrap_or(u32::MAX)),
        }
    }

    /// What is worth knowing about a closed count.
    fn about_the_count(&self, tally: &Tally, rank: u8) -> Option<Piece> {
        let look = self.look;
        let said = match tally.papers {
            Some(Papers {
                issued,
                recovered,
                valid,
                invalid,
            }) => words::papers(look.lang, [issued, recovered, valid, invalid]),
            None if tally.derived => look.lang.say(words::DERIVED),
            None => return None,
        };
        Some(note(
            &said,
            look.room,
            rank,
            look.style(Role::HallText),
            true,
        ))
    }

    fn bar(&self, base: u32, yes: u32, needed: Option<u32>, rank: u8) -> Piece {
        let look = self.look;
        let mut forms = Vec::new();
        if base > 0 {
            let bar = Bar {
                base,
                yes,
                needed,
                lang: look.lang,
                theme: look.theme,
            };
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

    fn second(&self, english: impl FnOnce() -> String) -> Option<String> {
        (self.look.lang == Lang::Both).then(english)
    }
}

/// The digits of a number, two at least, so that a count does not move the screen.
fn digits(most: u32) -> usize {
    most.to_string().len().max(2)
}
