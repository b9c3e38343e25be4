//! The second look at a meeting: every verdict worked out again from what the minutes record, and compared.
//!
//! [`minutes`] believes no result. It reads the rule in the enclosed text of the charter, walks through the
//! door for who was there, adds up the counts, and says line by line what it comes to. It has no words:
//! a [`Fault`] is a code with two figures, the one recorded and the one found.

mod differ;
mod hall;
mod law;
mod register;
mod rounds;
mod votes;

pub use differ::{Difference, Part, differences};

use crate::charter::{Name, Rule};
use crate::minutes::Minutes;
use crate::minutes::agenda::VoteState;
use crate::record::election::Outcome;
use crate::record::tally::Verdict;

/// What a second look at one meeting found.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Number of the meeting in the book.
    pub meeting: u32,
    /// How the charter calls the meeting.
    pub title: Name,
    /// The meeting itself, then a line for every vote and every round of an election, in the order
    /// of the minutes; last, decisions no vote was found for.
    pub lines: Vec<Line>,
}

impl Report {
    /// Whether nothing was found.
    pub fn is_whole(&self) -> bool {
        self.lines.iter().all(|line| line.faults.is_empty())
    }
    /// The first line with a fault.
    pub fn first_bad(&self) -> Option<&Line> {
        self.lines.iter().find(|line| !line.faults.is_empty())
    }
}

/// One line of a report.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// What was looked at.
    pub what: Subject,
    /// The decision made by it: number in the book and document number.
    pub decision: Option<(u32, String)>,
    /// The figures, worked out again.
    pub sum: Sum,
    /// What does not agree; empty where everything does.
    pub faults: Vec<Fault>,
}

/// What a line is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// Attendance of the meeting.
    Meeting,
    /// A vote.
    Vote {
        /// Number in the meeting.
        no: u32,
        /// Motion in the meeting.
        motion: u32,
        /// Text of the motion.
        text: String,
    },
    /// A round of an election.
    Round {
        /// Item in the meeting.
        item: u32,
        /// Contest in the election.
        contest: u32,
        /// Round in the contest.
        round: u32,
        /// What is filled.
        seat: Name,
    },
    /// A decision nothing was found for.
    Decision,
}

/// The figures of a line, worked out again.
#[derive(Debug, Clone, PartialEq)]
pub enum Sum {
    /// None: attendance, or a decision without a vote.
    None,
    /// Not decided: still being counted, or waiting for the declaration.
    Unfinished,
    /// Of a vote.
    Vote {
        /// The rule as the charter has it.
        rule: Box<Rule>,
        /// The verdict, worked out again.
        verdict: Box<Verdict>,
        /// What was declared last.
        declared: Option<bool>,
        /// By a ruling of the presider, a casting vote or a lot.
        by: Option<By>,
        /// Where the vote stands.
        state: VoteState,
    },
    /// Of a round of an election.
    Round {
        /// The rule as the charter has it.
        rule: Box<Rule>,
        /// The outcome, worked out again.
        outcome: Box<Outcome>,
        /// Whether it was made void.
        void: bool,
    },
}

/// What a declaration rests on besides arithmetic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The presider's ruling on exactly the share.
    Ruling,
    /// The presider's casting vote.
    Casting,
    /// A lot.
    Lot,
}

/// Something that does not agree.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// What.
    pub code: Code,
    /// As it is recorded.
    pub recorded: String,
    /// As it was found.
    pub found: String,
}

impl Fault {
    fn new(code: Code, recorded: impl ToString, found: impl ToString) -> Self {
        Self { code, recorded: recorded.to_string(), found: found.to_string() }
    }
}

/// What can disagree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Code {
    /// The text of the charter a vote was taken under is not enclosed.
    CharterMissing,
    /// The enclosed text has another digest, or another version.
    CharterAltered,
    /// A later version was in force.
    CharterOld,
    /// The enclosed text is no charter.
    CharterUnreadable,
    /// The charter gives this matter to another rule, or to another body.
    RuleOfMatter,
    /// The rule is not the one in the charter.
    Rule,
    /// Too few were there for a vote to be opened.
    MeetingQuorum,
    /// The heads at the call to order are not those of the list.
    Heads,
    /// The heads in the end are not those of the list.
    HeadsLatest,
    /// The roll is not the one the list of attendance gives.
    Roll,
    /// Those who vote are not those who were there.
    Voters,
    /// Those recused are not those recused from the item.
    Recused,
    /// Those represented by another are not those of the list.
    Proxies,
    /// Somebody was admitted who is not on the roll, or was counted already.
    Admitted,
    /// The base at the opening.
    OpeningBase,
    /// The votes needed at the opening.
    OpeningNeeded,
    /// Which count stands.
    Standing,
    /// More votes than voters.
    TooManyVotes,
    /// A voice of somebody who does not vote.
    NotAVoter,
    /// Papers, or the votes on them, do not add up.
    Papers,
    /// Yes derived from those in the room does not add up.
    Derived,
    /// What a weight or a group needs was not counted.
    NotCounted,
    /// Votes for.
    Yes,
    /// Votes against.
    No,
    /// Abstentions.
    Abstain,
    /// Invalid papers.
    Invalid,
    /// Those who gave no vote.
    NotVoting,
    /// The base.
    Base,
    /// Votes needed.
    Needed,
    /// Whether arithmetic carries it.
    Carried,
    /// Whether the share is hit exactly.
    Exact,
    /// Whether the presider has a casting vote, or may rule, or a lot is due.
    Open,
    /// A weight, a group, a quorum of the vote or a veto.
    Measures,
    /// What was declared does not follow.
    Declared,
    /// Exactly the share, and nobody ruled.
    RulingMissing,
    /// A ruling where the arithmetic leaves nothing to rule on.
    RulingUnasked,
    /// Equal votes that a casting vote decides, and none was given.
    CastingMissing,
    /// A casting vote where there is none to cast.
    CastingUnasked,
    /// Equal votes that a lot decides, and none was drawn.
    LotMissing,
    /// A lot where none is due.
    LotUnasked,
    /// Where the vote stands.
    State,
    /// Where the motion stands.
    Motion,
    /// A decision was made and is not in the list.
    DecisionMissing,
    /// A decision is in the list that no vote made.
    DecisionUnfounded,
    /// The number of the decision.
    DecisionNumber,
    /// A number given twice.
    NumberTwice,
    /// Whether the decision stands.
    DecisionVoid,
    /// The words of the decision.
    DecisionText,
    /// What the decision concerns.
    DecisionSubjects,
    /// The sums of a sheet.
    Sheets,
    /// Whether the round counts.
    RoundValid,
    /// How somebody fared.
    Fared,
    /// Who is elected.
    Elected,
    /// Between whom it is voted again.
    Again,
    /// Seats left empty.
    Vacant,
}

/// Looks at a meeting again.
pub fn minutes(minutes: &Minutes) -> Report {
    let law = law::Law::read(minutes);
    let mut lines = vec![hall::line(minutes)];
    for item in &minutes.items {
        for motion in &item.motions {
            for vote in &motion.votes {
                lines.push(votes::line(minutes, &law, item, motion, vote));
            }
        }
        if let Some(election) = &item.election {
            for round in &election.rounds {
                lines.push(rounds::line(minutes, &law, item, election, round));
            }
        }
    }
    register::check(minutes, &mut lines);
    Report { meeting: minutes.meeting.no, title: minutes.meeting.title.clone(), lines }
}

fn count<T>(list: &[T]) -> u32 {
    u32::try_from(list.len()).unwrap_or(u32::MAX)
}

/// A figure that may not be there.
fn figure<T: ToString>(figure: Option<T>) -> String {
    figure.map_or_else(|| "–".to_owned(), |n| n.to_string())
}

fn units<'u>(units: impl IntoIterator<Item = &'u u32>) -> String {
    let all: Vec<String> = units.into_iter().map(u32::to_string).collect();
    format!("{} [{}]", all.len(), all.join(" "))
}
