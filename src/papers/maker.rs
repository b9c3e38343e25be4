//! What every paper is made with: the book, the charter, one language, and the steps that add a block.

use super::{Ask, Refused, meeting, tongue};
use crate::charter::Base;
use crate::charter::{Charter, Matter, Name, Roll, Rule};
use crate::paper::{Block, Column, Look, Names, Paper, Row, Run, Side, SignLine, Table, Text};
use crate::record::Book;
use crate::record::state::{Item, Meeting, Phase, Vote, VoteState};
use crate::text::papers::{self as said, heading};
use crate::text::{Lang, Words};
use chrono::NaiveDate;

/// Everything a paper is made from.
pub(super) struct Maker<'a> {
    /// As it was asked for.
    pub ask: &'a Ask<'a>,
    /// The book, under the charter of the meeting's day.
    pub book: &'a Book,
    /// That charter.
    pub charter: &'a Charter,
    /// Chinese or English; both where one table serves both.
    pub lang: Lang,
}

impl<'a> Maker<'a> {
    /// The meeting asked for, as the book under its charter has it.
    pub fn meeting(&self) -> Result<&'a Meeting, Refused> {
        let no = meeting(self.ask)?.no;
        self.book.meeting(no).ok_or_else(|| said::refusals::no_meeting(Some(no)).into())
    }

    /// A phrase.
    pub fn say(&self, words: Words) -> String {
        self.lang.say(words)
    }

    /// A text of both languages in this one.
    pub fn pick(&self, name: &Name) -> String {
        self.lang.pick(name)
    }

    /// The languages a passage is said in, one after the other.
    pub fn each(&self) -> &'static [Lang] {
        match self.lang {
            Lang::Zh => &[Lang::Zh],
            Lang::En => &[Lang::En],
            Lang::Both => &[Lang::Zh, Lang::En],
        }
    }

    /// A passage, once a language; once only where both say the same.
    fn passages(&self, name: &Name) -> Vec<String> {
        let mut all: Vec<String> = self.each().iter().map(|l| l.pick(name)).collect();
        all.dedup();
        all.retain(|passage| !passage.is_empty());
        all
    }

    /// A text with a line for each language.
    pub fn lines(&self, name: &Name) -> String {
        self.passages(name).join("\n")
    }

    /// A paper with its title, its foot and nothing else yet.
    pub fn paper(&self, look: Look, titles: &[Name], date: NaiveDate) -> Paper {
        let mut lines: Vec<String> = Vec::new();
        for lang in self.each() {
            lines.extend(titles.iter().map(|t| lang.pick(t)).filter(|t| !t.is_empty()));
        }
        let issuer = said::issuer(self.charter);
        let mut paper =
            Paper::new(look, tongue(self.lang), lines, self.lang.first().pick(&issuer), date);
        paper.names = [Lang::Zh, Lang::En].map(|lang| Names {
            title: titles.iter().map(|t| lang.pick(t)).filter(|t| !t.is_empty()).collect(),
            association: lang.pick(&issuer),
            meeting: String::new(),
        });
        if look == Look::Slip {
            // Papers of one vote are alike whenever they were printed.
            return paper;
        }
        let (entry, seal) = &self.ask.head;
        paper.foot = self.lang.first().pick(&said::foot(self.charter, *entry, seal));
        paper
    }

    /// A paper the association issues: its mark, and the number it bears or room for one.
    pub fn issued(&self, titles: &[Name], number: String, date: NaiveDate) -> Paper {
        let mut paper = self.paper(Look::Official, titles, date);
        paper.mark = Some(self.lang.first().pick(&said::issuer(self.charter)));
        paper.number = Some(number);
        paper
    }

    /// A paragraph.
    pub fn para(&self, paper: &mut Paper, name: &Name) {
        for passage in self.passages(name) {
            paper.push(Block::Para(text(&passage)));
        }
    }

    /// A line without indent.
    pub fn plain(&self, paper: &mut Paper, name: &Name) {
        for passage in self.passages(name) {
            paper.push(Block::Plain(text(&passage)));
        }
    }

    /// A centred line.
    pub fn centred(&self, paper: &mut Paper, name: &Name) {
        for passage in self.passages(name) {
            paper.push(Block::Centred(text(&passage)));
        }
    }

    /// A paragraph that is not read out, in another face.
    pub fn aside(&self, paper: &mut Paper, name: &Name) {
        for passage in self.passages(name) {
            paper.push(Block::Para(Text::with_gaps(&passage, Run::Kai)));
        }
    }

    /// A numbered heading of the first level.
    pub fn heading(&self, paper: &mut Paper, no: u32, words: Words) {
        let name = heading(no, words);
        paper.push(Block::Heading(1, text(&self.pick(&name))));
    }

    /// A heading with words of its own.
    pub fn head(&self, paper: &mut Paper, level: u8, name: &Name) {
        paper.push(Block::Heading(level, text(&self.pick(name))));
    }

    /// A label and what belongs to it.
    pub fn labelled(&self, paper: &mut Paper, label: Words, name: &Name) {
        let mark = if self.lang == Lang::En { ": " } else { "：" };
        paper.push(Block::Labelled(format!("{}{mark}", self.say(label)), text(&self.pick(name))));
    }

    /// Points, where there are any.
    pub fn list(&self, paper: &mut Paper, points: &[Name]) {
        for lang in self.each().iter().filter(|_| !points.is_empty()) {
            let points = points.iter().map(|p| text(&lang.pick(p))).collect();
            paper.push(Block::List(points));
        }
    }

    /// A table. `lines` is the least height of a row.
    pub fn table(&self, paper: &mut Paper, columns: Vec<Column>, rows: Vec<Row>, lines: u8) {
        paper.push(Block::Table(Table { caption: String::new(), columns, rows, lines }));
    }

    /// A column by its head.
    pub fn column(&self, head: Words, share: u16, side: Side) -> Column {
        Column { head: self.say(head), share, side }
    }

    /// Lines to be signed.
    pub fn sign(&self, paper: &mut Paper, lines: &[(Name, String)]) {
        let line = |(label, who): &(Name, String)| SignLine {
            label: self.pick(label),
            who: who.clone(),
            day: String::new(),
        };
        paper.push(Block::Sign(lines.iter().map(line).collect()));
    }

    /// Who issues it, and the day; room for the day where it is not in the book.
    pub fn seal(&self, paper: &mut Paper, day: Option<NaiveDate>) {
        let day = day.map_or_else(said::blank_day, said::on);
        let (name, day) = (self.lines(&said::issuer(self.charter)), self.lang.first().pick(&day));
        paper.push(Block::Seal { name, day });
    }

    /// The units a meeting is of: as they were at its call to order, or as they are.
    pub fn roll(&self, meeting: &Meeting) -> Vec<u32> {
        if meeting.opened.is_some() && !meeting.roll_at_opening.is_empty() {
            return meeting.roll_at_opening.clone();
        }
        self.book.roll_of(&meeting.body)
    }

    /// The number of units on that roll.
    pub fn roll_size(&self, meeting: &Meeting) -> u32 {
        u32::try_from(self.roll(meeting).len()).unwrap_or(u32::MAX)
    }

    /// The unit asked for, on the roll of the meeting.
    pub fn unit_of(&self, meeting: &Meeting) -> Result<Option<u32>, Refused> {
        let Some(unit) = self.ask.unit else {
            return Ok(None);
        };
        if !self.book.members.contains_key(&unit) {
            return Err(said::refusals::no_unit(unit).into());
        }
        if !self.roll(meeting).contains(&unit) {
            return Err(said::refusals::not_on_roll(&self.book.unit_name(unit)).into());
        }
        Ok(Some(unit))
    }

    /// The matter of an item, where it asks for a decision.
    pub fn matter(&self, item: &Item) -> Option<&'a Matter> {
        self.charter.matter(item.new.matter.as_deref()?)
    }

    /// The rule an item is decided by in this meeting.
    pub fn rule(&self, meeting: &Meeting, item: &Item) -> Option<&'a Rule> {
        let matter = self.matter(item)?;
        let route = matter.routes.iter().find(|r| r.body == meeting.body)?;
        self.charter.rule(&route.rule)
    }

    /// The units an item is decided by: those its vote was judged by, else those on the roll as it stands,
    /// which an admission earlier in the meeting may have made longer. Once the meeting is over, and before
    /// it is opened, the roll of its papers.
    pub fn roll_of_item(&self, meeting: &Meeting, item: &Item) -> Vec<u32> {
        let rounds = meeting.election(item.no).map(|e| e.races.iter().flat_map(|r| r.latest()));
        if let Some(round) = rounds.and_then(Iterator::last) {
            return round.frozen.roll.clone();
        }
        let of_item = |motion: u32| meeting.motion(motion).is_some_and(|m| m.item == item.no);
        let stands = |v: &&Vote| !matches!(v.state, VoteState::Void { .. }) && of_item(v.motion);
        if let Some(vote) = meeting.votes.iter().rev().find(stands) {
            return vote.frozen.roll.clone();
        }
        match meeting.phase {
            Phase::Open | Phase::Break => self.book.roll_of(&meeting.body),
            _ => self.roll(meeting),
        }
    }

    /// Votes in favour an item takes of these units, where they are known before the votes are: of the roll,
    /// and of those present once anybody is.
    pub fn needed(&self, meeting: &Meeting, item: &Item, roll: &[u32]) -> Option<u32> {
        let rule = self.rule(meeting, item).filter(|r| r.is_plain())?;
        rule.share.bound(rule.cmp, self.base(meeting, item, rule.base, roll)?)
    }

    /// Of how many that share is taken.
    pub fn base(&self, meeting: &Meeting, item: &Item, base: Base, roll: &[u32]) -> Option<u32> {
        let n = |units: &[u32]| u32::try_from(units.len()).unwrap_or(u32::MAX);
        let recused = roll.iter().filter(|u| item.recused.contains_key(u)).count();
        let recused = u32::try_from(recused).unwrap_or(u32::MAX);
        match base {
            Base::AllMembers => Some(n(roll)),
            Base::NotRecused => Some(n(roll).saturating_sub(recused)),
            Base::Present => {
                let free = |unit: &u32| !item.recused.contains_key(unit);
                let there: Vec<u32> = meeting.present(roll).into_iter().filter(free).collect();
                (!there.is_empty()).then(|| n(&there))
            }
            _ => None,
        }
    }

    /// What an item asks for in words, with the figure where it is known.
    pub fn asked(&self, meeting: &Meeting, item: &Item, roll: &[u32]) -> Option<Name> {
        let rule = self.rule(meeting, item)?;
        let body = self.charter.body(&meeting.body).filter(|b| b.roll != Roll::None)?;
        Some(said::asked(rule, body, self.needed(meeting, item, roll)))
    }
}

/// A text whose rows of `＿` are gaps to be filled in by hand.
pub(super) fn text(said: &str) -> Text {
    Text::with_gaps(said, Run::Plain)
}
