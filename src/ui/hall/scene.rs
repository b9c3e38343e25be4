//! What the hall is to see now, read from the book alone: the one question in hand, or its answer.

use super::super::counting::Running;
use super::election::{self, Held};
use crate::charter::{Base, Charter, Rule};
use crate::record::state::{
    Book, Declaration, Item, Meeting, Motion, MotionState, Phase, Vote, VoteState,
};
use crate::record::tally::{self, Tally};

/// What is in hand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Scene<'b> {
    /// Before the call to order.
    Preparing,
    /// Open, with no item in hand and no result to show.
    InSession,
    /// An item is in hand and nothing is moved under it.
    Item(&'b Item),
    /// A motion or an amendment is before the meeting.
    Motion(&'b Item, &'b Motion),
    /// A vote is being taken.
    Voting(&'b Vote),
    /// A vote is counted and waits for its declaration.
    Counted(&'b Vote),
    /// A result was declared, and nothing has come after it.
    Declared(&'b Vote, &'b Declaration),
    /// A vote was voided, and nothing has come after it.
    Void(&'b Vote, &'b str),
    /// A contest of an election: who stands, its papers, its count, its result.
    Election(Held<'b>),
    /// On a break.
    Break,
    /// Over.
    Closed,
}

/// The scene of a meeting.
pub fn of<'b>(book: &'b Book, meeting: &'b Meeting, running: Option<&Running>) -> Scene<'b> {
    match meeting.phase {
        Phase::Preparing => Scene::Preparing,
        Phase::Break => Scene::Break,
        Phase::Closed => Scene::Closed,
        Phase::Open => open(book, meeting, running),
    }
}

fn open<'b>(book: &'b Book, meeting: &'b Meeting, running: Option<&Running>) -> Scene<'b> {
    if let Some(vote) = meeting.vote_in_hand() {
        return match vote.state {
            VoteState::Closed => Scene::Counted(vote),
            _ => Scene::Voting(vote),
        };
    }
    if let Some(outcome) = outcome(book, meeting) {
        return outcome;
    }
    let Some(item) = meeting.item_in_hand() else {
        return Scene::InSession;
    };
    // Papers that are out go before words that wait.
    let held = election::held(meeting, item, running);
    let out = held.as_ref().is_some_and(Held::is_out);
    match (motion_in_hand(meeting, item), held) {
        (_, Some(held)) if out => Scene::Election(held),
        (Some(motion), _) => Scene::Motion(item, motion),
        (None, Some(held)) => Scene::Election(held),
        (None, None) => Scene::Item(item),
    }
}

/// The pending motion to be spoken about: amendments come before what they amend, the latest first.
pub fn motion_in_hand<'b>(meeting: &'b Meeting, item: &Item) -> Option<&'b Motion> {
    let pending = |m: &&Motion| m.item == item.no && m.state == MotionState::Pending;
    let all = || meeting.motions.iter().rev().filter(pending);
    all().find(|m| m.amends.is_some()).or_else(|| all().next())
}

/// The latest declaration or voiding, unless something has come after it that a room must not take it for.
fn outcome<'b>(book: &'b Book, meeting: &'b Meeting) -> Option<Scene<'b>> {
    let declared = meeting.votes.iter().filter(|v| v.state == VoteState::Declared);
    let declared =
        declared.filter_map(|v| Some((v, v.declared.last()?))).max_by_key(|(_, d)| d.seq);
    let void = voided(book, meeting);
    let (scene, seq) = match (declared, void) {
        (Some((vote, d)), Some((.., seq))) if d.seq > seq => (Scene::Declared(vote, d), d.seq),
        (_, Some((vote, why, seq))) => (Scene::Void(vote, why), seq),
        (Some((vote, d)), None) => (Scene::Declared(vote, d), d.seq),
        (None, None) => return None,
    };
    (!something_since(book, meeting, seq)).then_some(scene)
}

/// The vote voided last, with the reason and the entry. Of several, the log of acts tells when but not which: then it is
/// the one opened last.
fn voided<'b>(book: &'b Book, meeting: &'b Meeting) -> Option<(&'b Vote, &'b str, u64)> {
    let acts = book.acts.iter().rev();
    let act = acts.filter(|a| a.meeting == Some(meeting.no)).find(|a| a.kind == "vote_voided")?;
    let (vote, why) = meeting.votes.iter().rev().find_map(|v| match &v.state {
        VoteState::Void { why } => Some((v, why.as_str())),
        _ => None,
    })?;
    Some((vote, why, act.to))
}

/// Whether another question was taken up after an entry: then its figures are never shown again.
fn something_since(book: &Book, meeting: &Meeting, seq: u64) -> bool {
    const NEW: [&str; 15] = [
        "item_opened",
        "moved",
        "amendment_moved",
        "vote_opened",
        "break_begun",
        "called_to_order",
        "election_planned",
        "candidates_set",
        "ballots_issued",
        "box_opened",
        "sheet_entered",
        "round_counted",
        "round_recounted",
        "round_declared",
        "round_voided",
    ];
    let later = book.acts.iter().rev().take_while(|a| a.to > seq);
    later
        .filter(|a| a.meeting == Some(meeting.no) && a.from > seq)
        // An item that is opened while another is in hand ends that one first, in the same act.
        .any(|a| NEW.contains(&a.kind.as_str()) || (a.kind == "item_ended" && a.to > a.from))
}

/// The rule by which this body would decide an item's matter.
pub fn rule_of_item<'c>(charter: &'c Charter, meeting: &Meeting, item: &Item) -> Option<&'c Rule> {
    let matter = charter.matter(item.new.matter.as_deref()?)?;
    let route = matter.routes.iter().find(|r| r.body == meeting.body)?;
    charter.rule(&route.rule)
}

/// The rules worth knowing before the opening: the body's own, and those of its grave matters.
pub fn rules_of_body<'c>(charter: &'c Charter, meeting: &Meeting) -> Vec<&'c Rule> {
    let own = charter.body(&meeting.body).and_then(|b| b.rule.as_deref());
    let grave = charter.matters.iter().filter(|m| m.grave);
    let grave = grave.flat_map(|m| m.routes.iter().filter(|r| r.body == meeting.body));
    let mut rules: Vec<&Rule> = Vec::new();
    for id in own.into_iter().chain(grave.map(|r| r.rule.as_str())) {
        if let Some(rule) = charter.rule(id).filter(|r| !rules.iter().any(|k| k.id == r.id)) {
            rules.push(rule);
        }
    }
    rules
}

/// The votes a rule needs of a roll and those present, where that is known before the votes are.
pub fn needed(rule: &Rule, roll: u32, present: u32) -> Option<u32> {
    let base = match rule.base {
        _ if !rule.is_plain() || !rule.base.is_known_before() => return None,
        Base::Present => present,
        _ => roll,
    };
    rule.share.bound(rule.cmp, base)
}

/// Whether the votes needed cannot move any more while votes come in.
pub fn is_fixed(rule: &Rule) -> bool {
    rule.is_plain() && rule.base.is_known_before()
}

/// The figures of a vote, `None` before anything is counted.
pub fn counted(vote: &Vote) -> Option<Tally> {
    let any = !vote.counts.is_empty() || !vote.calls.is_empty();
    any.then(|| tally::tally(vote))
}

/// Who answers next in a roll call: the first in order of number who has not.
pub fn next_to_answer(vote: &Vote) -> Option<u32> {
    vote.voters().into_iter().find(|u| !vote.calls.contains_key(u))
}
