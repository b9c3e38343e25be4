//! The pieces of each scene, from top to bottom.

use super::super::big::Scale;
use super::super::counting::Running;
use super::super::theme::Role;
use super::board::Board;
use super::fit::{Form, Piece, note, text};
use super::scene::{self, Scene};
use super::{Look, Mode};
use crate::charter::{Charter, Method, Rule, TieEnd};
use crate::record::state::{Book, Declaration, Item, Meeting, Motion, Vote};
use crate::record::tally;
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
    /// Papers of an election being read, which are not in the book.
    pub running: Option<&'b Running>,
    /// How much may be seen.
    pub mode: Mode,
}

/// All scales, the largest first.
pub(super) const ANY: [Scale; 3] = [Scale::Double, Scale::Full, Scale::Compact];
/// The scales of what is not the answer itself.
pub(super) const MODEST: [Scale; 2] = [Scale::Full, Scale::Compact];

/// Rows from which the lesser lines can be big, too.
const SPACIOUS: u16 = 60;

/// A book without a meeting.
pub fn idle(look: Look, book: &Book) -> Vec<Piece> {
    let mut pieces = Vec::new();
    if let Some(charter) = book.charter.as_deref() {
        let name = look.lang.pick(&charter.identity.name);
        pieces.push(note(&name, look.room, 0, look.style(Role::HallTitle), false));
    }
    let said = look.lang.say(words::NO_MEETING);
    pieces.push(note(&said, look.room, 1, look.style(Role::HallText), false));
    pieces
}

/// The pieces of the scene a meeting is in.
pub fn pieces(now: &Now) -> Vec<Piece> {
    match scene::of(now.book, now.meeting, now.running) {
        Scene::Preparing => now.preparing(),
        Scene::InSession => now.in_session(),
        Scene::Item(item) => now.item(item),
        Scene::Motion(item, motion) => now.motion(item, motion),
        Scene::Voting(vote) if now.mode == Mode::HideTally => now.hidden(vote),
        Scene::Voting(vote) => now.voting(vote),
        Scene::Counted(vote) => now.counted(vote),
        Scene::Declared(vote, declaration) => now.declared(vote, declaration),
        Scene::Void(vote, why) => now.void(vote, why),
        Scene::Election(held) => now.election(&held),
        Scene::Break => now.word(words::BREAK),
        Scene::Closed => now.word(words::CLOSED),
    }
}

impl Now<'_> {
    fn preparing(&self) -> Vec<Piece> {
        let mut pieces = vec![
            self.line(words::SIGNING_IN, 3, Role::HallTitle),
            self.attendance().piece(self.look.room, 2),
        ];
        pieces.push(self.possible());
        pieces
    }

    /// What can be decided with those who are there.
    fn possible(&self) -> Piece {
        let roll = self.book.roll_of(&self.meeting.body);
        let heads = self.meeting.headcount(&roll);
        let mut lines = Vec::new();
        if let Some(quorum) = self.charter.body(&self.meeting.body).and_then(|b| b.quorum.as_ref())
            && let Some(least) = Some(quorum.needed(heads.roll, self.meeting.second_call.is_some()))
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
                let widest = lines.iter().map(|l| super::super::big::measure(l, scale).0).max();
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
        Piece { forms, rank: 1 }
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
        let mut pieces =
            vec![self.title_at(item, amendment, &MODEST, 2), self.wording(motion, 3, false)];
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
            pieces.push(note(&said, look.room, 6, look.style(Role::HallNo), false));
        }
        pieces
    }

    fn hidden(&self, vote: &Vote) -> Vec<Piece> {
        let look = self.look;
        let mut pieces = self.title(vote, 3);
        let method = names::method(look.lang, vote.method);
        pieces.push(note(&method, look.room, 4, look.style(Role::HallText), true));
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
        let counting = match vote.method {
            Method::Secret if scene::counted(vote).is_none() => words::BALLOTING,
            _ if !vote.earlier.is_empty() => words::RECOUNTING,
            _ => words::COUNTING,
        };
        let state = |lang: Lang| {
            let between = if lang == Lang::En { " · " } else { "　" };
            let mut parts = vec![names::method(lang, vote.method), lang.say(counting)];
            // Of a secret ballot nothing is said before the box is closed.
            if vote.method != Method::Secret && scene::counted(vote).is_some() && standing.out > 0 {
                parts.push(words::uncounted(lang, standing.out));
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
        pieces.push(self.big(state, &[Scale::Compact], 5, Role::HallText));
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
        let scales: &[Scale] = match (look.big, look.rows) {
            (false, _) => &[],
            (true, SPACIOUS..) => &ANY,
            _ => &MODEST,
        };
        let label = |lang: Lang| lang.say(words::NEXT);
        vec![
            self.big(label, &[Scale::Compact], 6, Role::HallMark),
            text(&name, look.room, scales, 2, 1, style),
        ]
    }

    fn counted(&self, vote: &Vote) -> Vec<Piece> {
        let look = self.look;
        let mut pieces = self.title(vote, 5);
        let verdict = vote.verdict.clone().unwrap_or_else(|| tally::verdict(vote));
        let tally = verdict.tally;
        // On a small screen the votes needed stand on the bar, so that what is waited for can be large.
        let board = match self.figures(vote, Some(tally), None) {
            board if look.rows < 28 => Board { aside: Vec::new(), ..board },
            board => board,
        };
        pieces.push(board.piece(look.room, 2));
        pieces.push(self.bar(verdict.base, tally.yes, verdict.needed, 3));
        pieces.extend(self.about_the_count(&tally, 4));
        pieces.push(self.big(|l| l.say(words::WAITING), &MODEST, 1, Role::HallMark));
        pieces
    }

    fn declared(&self, vote: &Vote, declaration: &Declaration) -> Vec<Piece> {
        let look = self.look;
        let mut pieces = self.title(vote, 2);
        let verdict = &declaration.verdict;
        let (word, role) = if declaration.carried {
            (words::CARRIED, Role::HallCarried)
        } else if verdict.tie == Some(TieEnd::SecondVote) {
            // Neither carried nor lost: the rule has it voted once more.
            (words::AGAIN, Role::HallMark)
        } else {
            (words::LOST, Role::HallLost)
        };
        pieces.push(self.result(word, role));
        let board = Board {
            aside: Vec::new(),
            largest: Scale::Full,
            ..self.figures(vote, Some(verdict.tally), None)
        };
        pieces.push(board.piece(look.room, 5));
        pieces.push(self.bar(verdict.base, verdict.tally.yes, verdict.needed, 4));
        pieces.push(self.explanation(vote, declaration));
        if let Some(ruling) = &declaration.ruling {
            let said = words::ruled(look.lang, &ruling.reason);
            pieces.push(note(&said, look.room, 3, look.style(Role::HallText), true));
        }
        if declaration.casting.is_some() {
            let said = look.lang.say(words::CASTING);
            pieces.push(note(&said, look.room, 4, look.style(Role::HallText), true));
        }
        pieces
    }

    /// The arithmetic in one sentence.
    fn explanation(&self, vote: &Vote, declaration: &Declaration) -> Piece {
        let look = self.look;
        let (verdict, outcome) = (&declaration.verdict, Some(declaration.carried));
        let each = |lang| verdict::explanation(lang, self.charter, verdict, &vote.frozen, outcome);
        let said = match look.lang {
            Lang::Both => format!("{}\n{}", each(Lang::Zh), each(Lang::En)),
            one => each(one),
        };
        let (scales, most): (&[Scale], usize) = match look.rows {
            0..SPACIOUS => (&[], 0),
            _ => (&[Scale::Compact], 2),
        };
        text(&said, look.room, scales, most, 3, look.style(Role::HallTitle))
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
