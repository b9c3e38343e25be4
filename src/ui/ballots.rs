//! Elections at the console: the forms from the plan to the declaration, and which of them comes next.

use super::ballot_forms::{able, declare, listed, orders, paper, sheet, tellers, terms};
use super::console::Console;
use super::form::Form;
use super::forms::l;
use super::keys::Action;
use super::purpose::Purpose;
use crate::charter::{Effect, Ruling};
use crate::record::election::{Race, Round, RoundState, counted};
use crate::record::state::{Item, Meeting};
use crate::record::{Book, Command, Stamp};
use crate::text::{Lang, election as words, words as names};

/// What a form of an election is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A paper is planned, or planned anew.
    Paper {
        /// The item.
        item: u32,
    },
    /// What the rules fix besides the papers.
    Terms {
        /// The item.
        item: u32,
    },
    /// The rules are put to the meeting.
    Rules {
        /// The item.
        item: u32,
    },
    /// Those who count are put to the meeting.
    Tellers {
        /// The item.
        item: u32,
    },
    /// Who stands in the next round.
    Stand(u32, u32),
    /// Papers are handed out.
    Issue(u32, u32),
    /// The box is opened.
    Box(u32, u32),
    /// Totals from a paper sheet.
    Sheet(u32, u32),
    /// A sheet is corrected, by its place from 1.
    Fix(u32, u32, u32),
    /// The papers are counted again.
    Recount(u32, u32),
    /// The result is declared with a ruling, or with the names written in established.
    Declare(u32, u32),
    /// The round is voided.
    Void(u32, u32),
}

/// The election of the item in hand, where its matter elects.
pub fn of_item(book: &Book, meeting: &Meeting) -> Option<u32> {
    let item = meeting.item_in_hand()?;
    elects(book, item).then_some(item.no)
}

fn elects(book: &Book, item: &Item) -> bool {
    let matter = item.new.matter.as_deref();
    let matter = matter.and_then(|m| book.charter.as_deref()?.matter(m));
    matter.is_some_and(|m| m.effect == Effect::Elect)
}

/// What comes next in the election under an item: papers of all contests are handed out before a box is opened.
pub fn next(meeting: &Meeting, item: u32) -> Option<Action> {
    let Some(election) = meeting.election(item) else {
        return Some(Action::ElectionPaper);
    };
    if election.adopted.is_none() {
        return Some(Action::ElectionRules);
    }
    if election.approved.is_none() {
        return Some(Action::ElectionTellers);
    }
    let steps = [
        (Action::ElectionStand, waits_for_names as fn(&Race) -> bool),
        (Action::ElectionIssue, waits_for_papers),
        (Action::ElectionBox, |r| in_state(r, &RoundState::Issued)),
        (Action::ElectionCount, |r| in_state(r, &RoundState::Counting) && !all_counted(r)),
        (Action::ElectionCloseCount, |r| in_state(r, &RoundState::Counting) && all_counted(r)),
        (Action::ElectionDeclare, |r| in_state(r, &RoundState::Counted)),
    ];
    steps.iter().find(|(_, when)| election.races.iter().any(when)).map(|(action, _)| *action)
}

fn in_state(race: &Race, state: &RoundState) -> bool {
    race.in_hand().is_some_and(|r| r.state == *state)
}

fn waits_for_names(race: &Race) -> bool {
    race.rounds.is_empty() && race.contest.candidates.is_empty()
}

fn waits_for_papers(race: &Race) -> bool {
    race.in_hand().is_none() && race.vacant() > 0 && !race.contest.candidates.is_empty()
}

/// Whether every paper of the box is on a sheet, or the box is not counted at all.
fn all_counted(race: &Race) -> bool {
    race.in_hand().is_some_and(|r| {
        let (valid, invalid) = counted(r);
        let papers = r.papers;
        papers.recovered > papers.issued || valid.saturating_add(invalid) >= papers.recovered
    })
}

/// The contest an action is about: the first it can act on.
pub fn contest_for(meeting: &Meeting, item: u32, action: Action) -> Option<u32> {
    let election = meeting.election(item)?;
    let fits = |race: &Race| match action {
        Action::ElectionStand => race.in_hand().is_none() && race.vacant() > 0,
        Action::ElectionIssue => waits_for_papers(race),
        Action::ElectionBox => in_state(race, &RoundState::Issued),
        Action::ElectionCount => in_state(race, &RoundState::Counting) && !all_counted(race),
        Action::ElectionSheet => in_state(race, &RoundState::Counting) && !all_counted(race),
        Action::ElectionCloseCount => in_state(race, &RoundState::Counting) && all_counted(race),
        Action::ElectionRecount => {
            let states = [RoundState::Counting, RoundState::Counted];
            race.in_hand().is_some_and(|r| states.contains(&r.state) && !r.sheets.is_empty())
        }
        Action::ElectionDeclare => in_state(race, &RoundState::Counted),
        Action::ElectionFix => race.latest().is_some_and(|r| !r.sheets.is_empty()),
        Action::ElectionVoid => race.latest().is_some(),
        _ => false,
    };
    let held = |race: &&Race| race.in_hand().is_some() && fits(race);
    // One being held comes before one that is over.
    let place = election
        .races
        .iter()
        .position(|r| held(&r))
        .or_else(|| election.races.iter().position(fits))?;
    u32::try_from(place + 1).ok()
}

/// Whether an action of an election is in order now.
pub fn in_order(console: &Console, meeting: &Meeting, action: Action) -> bool {
    let book = &console.ledger.book;
    let Some(item) = of_item(book, meeting).or_else(|| held_anywhere(meeting)) else {
        return false;
    };
    let election = meeting.election(item);
    match action {
        Action::ElectionPaper => election.is_none_or(|e| e.adopted.is_none()),
        Action::ElectionRules | Action::ElectionTerms => {
            election.is_some_and(|e| e.adopted.is_none())
        }
        Action::ElectionTellers => election.is_some(),
        Action::ElectionGroup => meeting.rounds_in_hand().next().is_some(),
        other => contest_for(meeting, item, other).is_some(),
    }
}

/// An election whose papers are out while another item is in hand.
fn held_anywhere(meeting: &Meeting) -> Option<u32> {
    meeting.rounds_in_hand().next().map(|(ballot, _)| ballot.item)
}

impl Console {
    /// Whether the item in hand is an election.
    pub fn elects(&self) -> bool {
        self.meeting().is_some_and(|m| of_item(&self.ledger.book, m).is_some())
    }

    /// Does what an action of an election asks: opens its form, its counting desk, or submits at once.
    pub fn on_election(&mut self, action: Action, now: Stamp) {
        let Some(meeting) = self.meeting().cloned() else {
            return self.nothing();
        };
        let item = of_item(&self.ledger.book, &meeting).or_else(|| held_anywhere(&meeting));
        let Some(item) = item else {
            return self.nothing();
        };
        let lang = self.lang();
        let Some(charter) = self.ledger.book.charter.clone() else {
            return self.nothing();
        };
        match action {
            Action::ElectionPaper => {
                return self.form(|c| paper(lang, &c.ledger.book, &charter, &meeting, item));
            }
            Action::ElectionRules => {
                let Some(election) = meeting.election(item) else {
                    return self.nothing();
                };
                let wanted = if lang == Lang::En { Lang::En } else { Lang::Zh };
                return self.form(|c| {
                    let text = words::rules(wanted, &c.ledger.book, &charter, &meeting, election);
                    Form::new(
                        l(lang, ["提请通过选举办法", "Put the election rules"]),
                        Purpose::Election(Step::Rules { item }),
                    )
                    .lines("text", l(lang, ["选举办法", "rules"]), &text, 12)
                    .line("mover", l(lang, ["提出", "moved by"]), "")
                });
            }
            Action::ElectionGroup => {
                let group = self.view.counting_group.clone();
                return self.form(|_| {
                    Form::new(l(lang, ["计票组", "Counting group"]), Purpose::CountingGroup)
                        .line("group", l(lang, ["组名", "group"]), &group)
                        .hint(l(lang, ["只有一组时留空", "empty where there is one only"]))
                });
            }
            Action::ElectionTerms => {
                let Some(election) = meeting.election(item) else {
                    return self.nothing();
                };
                return self.form(|_| terms(lang, &election.plan, item));
            }
            Action::ElectionTellers => return self.form(|_| tellers(lang, item)),
            _ => {}
        }
        let Some(contest) = contest_for(&meeting, item, action) else {
            return self.nothing();
        };
        let Some(race) = meeting.race(item, contest).cloned() else {
            return self.nothing();
        };
        match (action, race.latest()) {
            (Action::ElectionCount, Some(_)) => super::counting::open(self, item, contest),
            (Action::ElectionCloseCount, _) => {
                self.submit(Command::CloseCount { item, contest }, Vec::new(), None, now);
            }
            (Action::ElectionDeclare, Some(round)) if asks(round) => {
                self.form(|c| declare(lang, &c.ledger.book, item, contest, &race));
            }
            (Action::ElectionDeclare, _) => {
                let command = Command::DeclareElection {
                    item,
                    contest,
                    ruling: None,
                    written_in: Vec::new(),
                    text: String::new(),
                };
                self.submit(command, Vec::new(), None, now);
            }
            _ => {
                let made = self.election_form(action, &meeting, item, contest, &race);
                match made {
                    Some(form) => self.form(|_| form),
                    None => self.nothing(),
                }
            }
        }
    }

    fn election_form(
        &self,
        action: Action,
        meeting: &Meeting,
        item: u32,
        contest: u32,
        race: &Race,
    ) -> Option<Form> {
        let (lang, book) = (self.lang(), &self.ledger.book);
        let seat = lang.pick(&names::seat_name(book, &race.contest.seat));
        let titled = |title: crate::text::Words, step: Step| {
            Form::new(format!("{} · {seat}", lang.say(title)), Purpose::Election(step))
        };
        // Nobody was named yet: those nominated are offered.
        let mut stand = race.contest.candidates.clone();
        if stand.is_empty() && race.rounds.is_empty() {
            stand = book.nominated(meeting.no, item, &race.contest.seat);
        }
        Some(match action {
            Action::ElectionStand => titled(["候选人", "Candidates"], Step::Stand(item, contest))
                .lines("candidates", l(lang, ["候选人", "candidates"]), &listed(&stand), 6)
                .hint(l(
                    lang,
                    [
                        "一行一名：所属单位序号 姓名（后可加“ / 提名单位序号”）",
                        "one a line: unit number, name (“ / 4 5” behind it: nominated by)",
                    ],
                ))
                .choice("order", l(lang, ["排列", "order"]), orders(lang), 0),
            Action::ElectionIssue => {
                let issued = able(book, meeting, meeting.election(item)).to_string();
                titled(["发票", "Hand out papers"], Step::Issue(item, contest))
                    .number("printed", l(lang, ["印制", "printed"]), &issued)
                    .cells(6)
                    .number("issued", l(lang, ["发出", "handed out"]), &issued)
                    .cells(6)
                    .beside()
            }
            Action::ElectionBox => titled(["开箱清点", "Open the box"], Step::Box(item, contest))
                .number("recovered", l(lang, ["箱内票数", "papers in the box"]), "")
                .cells(6),
            Action::ElectionSheet => sheet(
                lang,
                titled(["录入计票单", "Enter a sheet"], Step::Sheet(item, contest)),
                race,
                None,
            ),
            Action::ElectionFix => {
                let sheets = &race.latest()?.sheets;
                let place = u32::try_from(sheets.len()).ok()?;
                let last = sheets.last()?;
                let form =
                    titled(["更正计票单", "Correct a sheet"], Step::Fix(item, contest, place));
                let presider = meeting.chairing.as_ref().map_or("", |c| c.name.as_str());
                sheet(lang, form, race, Some(last))
                    .number("place", l(lang, ["第几张", "which sheet"]), &place.to_string())
                    .cells(6)
                    .line("confirmed_by", l(lang, ["何人确认", "confirmed by"]), presider)
                    .line("why", l(lang, ["原因", "why"]), "")
            }
            Action::ElectionRecount => {
                titled(["重新计票", "Count again"], Step::Recount(item, contest))
                    .line("by", l(lang, ["何人提出", "who asks"]), "")
                    .line("ground", l(lang, ["事由", "ground"]), "")
            }
            Action::ElectionVoid => titled(
                ["本轮作废", "Void the round"],
                Step::Void(item, contest),
            )
            .line("why", l(lang, ["理由", "reason"]), ""),
            _ => return None,
        })
    }
}

/// Whether the declaration needs more than a key: a ruling, or who was written in.
fn asks(round: &Round) -> bool {
    let Some(outcome) = round.outcome.as_ref().filter(|o| o.valid) else {
        return false;
    };
    let open = outcome.elected.iter().chain(&outcome.again);
    let mut open = open.filter_map(|p| outcome.fared.get(*p));
    let exact = open.clone().any(|f| f.exact) && outcome.ruling == Ruling::Required;
    exact || open.any(|f| f.written_in)
}
