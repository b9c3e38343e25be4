//! What may happen: a command is judged by the charter and the book, and becomes facts or a refusal.

mod agenda;
mod amend;
mod candidates;
mod cases;
mod convening;
mod correct;
mod counting;
mod declare;
mod door;
mod election;
mod follow;
mod funds;
mod issue;
mod members;
mod motions;
mod notice;
mod officers;
mod offices;
mod opening;
mod reviews;
mod scales;
mod session;
mod sheets;
mod signing;
mod votes;

pub use cases::list;
pub use declare::changes_of;
pub use motions::{Power, last_day, power};
pub use sheets::{LEAST_BATCH, differences};
pub use votes::freeze;
pub(in crate::record) use votes::{freeze_by, quorum};

use super::Stamp;
use super::command::{Command, Request};
use super::event::{Answered, Event, Fact};
use super::finding::{Code, Finding, Level, Refusal};
use super::state::{Book, Meeting, Phase};
use crate::charter::{Body, Charter};

/// What an accepted command makes of the book.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    /// The facts, in order; all or none are recorded.
    pub facts: Vec<Fact>,
    /// What was remarkable.
    pub findings: Vec<Finding>,
}

/// A command under judgement: the book, who asks, and what was found so far.
pub(super) struct Case<'a> {
    pub book: &'a Book,
    pub request: &'a Request,
    pub findings: Vec<Finding>,
    pub events: Vec<(Option<u32>, Event)>,
}

/// Facts or refusal. Warnings without a reason are refused with [`Code::ReasonRequired`].
pub fn decide(book: &Book, request: &Request) -> Result<Decision, Refusal> {
    let mut case = Case { book, request, findings: Vec::new(), events: Vec::new() };
    case.check_time()?;
    case.dispatch()?;
    issue::overtaken(&mut case);
    let Case { findings, events, .. } = case;
    let warnings: Vec<Finding> =
        findings.iter().filter(|f| f.code.level() == Level::Warning).cloned().collect();
    let reason = request.reason.as_deref().map(str::trim).filter(|r| !r.is_empty());
    let answered = match (warnings.is_empty(), reason) {
        (true, None) => None,
        (true, Some(_)) => None,
        (false, None) => {
            return Err(Refusal { finding: Finding::new(Code::ReasonRequired), warnings });
        }
        (false, Some(reason)) => Some(Answered {
            codes: warnings.iter().map(Finding::full_code).collect(),
            reason: reason.to_owned(),
        }),
    };
    let noticed: Vec<String> = findings.iter().map(Finding::full_code).collect();
    let facts = events
        .into_iter()
        .enumerate()
        .map(|(place, (meeting, event))| Fact {
            meeting,
            event,
            // Said once, with the first fact of the act.
            noticed: if place == 0 { noticed.clone() } else { Vec::new() },
            answered: if place == 0 { answered.clone() } else { None },
        })
        .collect();
    Ok(Decision { facts, findings })
}

/// Whether a command is in order now, a reason for its warnings being given.
pub fn in_order(book: &Book, request: &Request) -> Result<(), Refusal> {
    match decide(book, request) {
        Err(refusal) if refusal.finding.code == Code::ReasonRequired => Ok(()),
        other => other.map(drop),
    }
}

impl<'a> Case<'a> {
    pub fn charter(&self) -> Result<&'a Charter, Refusal> {
        self.book.charter.as_deref().ok_or_else(|| Code::NoCharter.into())
    }

    /// The meeting named or in hand.
    pub fn meeting(&self) -> Result<&'a Meeting, Refusal> {
        let meeting = match self.request.meeting {
            Some(no) => self.book.meeting(no),
            None => self.book.meeting_in_hand(),
        };
        meeting.ok_or_else(|| Code::NoMeeting.into())
    }

    /// The meeting, if it is in session.
    pub fn in_session(&self) -> Result<&'a Meeting, Refusal> {
        let meeting = self.meeting()?;
        match meeting.phase {
            Phase::Open => Ok(meeting),
            Phase::Preparing => Err(Code::NotOpen.into()),
            Phase::Break => Err(Code::OnBreak.into()),
            Phase::Closed => Err(Code::MeetingClosed.into()),
        }
    }

    /// The meeting, unless it is closed.
    pub fn unclosed(&self) -> Result<&'a Meeting, Refusal> {
        let meeting = self.meeting()?;
        if meeting.phase == Phase::Closed { Err(Code::MeetingClosed.into()) } else { Ok(meeting) }
    }

    pub fn body(&self, id: &str) -> Result<&'a Body, Refusal> {
        self.charter()?
            .body(id)
            .ok_or_else(|| Finding::new(Code::UnknownName).with("name", id).into())
    }

    pub fn when(&self) -> Stamp {
        self.request.when()
    }

    pub fn find(&mut self, finding: Finding) {
        if !self.findings.contains(&finding) {
            self.findings.push(finding);
        }
    }

    /// A flag the charter names, or one of the program's own.
    pub fn flag(&mut self, name: &str) {
        let own = Code::ALL.iter().find(|c| c.stem() == name && c.level() == Level::Notice);
        self.find(match own {
            Some(code) => Finding::new(*code),
            None => Finding::new(Code::CharterFlag).named(name),
        });
    }

    pub fn of_book(&mut self, event: Event) {
        self.events.push((None, event));
    }

    pub fn of(&mut self, meeting: &Meeting, event: Event) {
        self.events.push((Some(meeting.no), event));
    }

    /// Membership never changes while a vote is open, in any meeting.
    pub fn roll_is_free(&self) -> Result<(), Refusal> {
        for meeting in &self.book.meetings {
            if let Some((ballot, _)) = meeting.rounds_in_hand().next() {
                return Err(Finding::new(Code::RollFrozen)
                    .with("meeting", meeting.no)
                    .with("vote", ballot.contest)
                    .into());
            }
            if let Some(vote) =
                meeting.votes.iter().find(|v| v.state == super::state::VoteState::Open)
            {
                return Err(Finding::new(Code::RollFrozen)
                    .with("meeting", meeting.no)
                    .with("vote", vote.no)
                    .into());
            }
        }
        Ok(())
    }

    fn check_time(&mut self) -> Result<(), Refusal> {
        if let Some(happened) = self.request.happened
            && happened > self.request.entered
        {
            return Err(Finding::new(Code::TimeInFuture)
                .with("time", happened.to_rfc3339())
                .into());
        }
        if let Some(last) = self.book.last_entered.filter(|last| *last > self.request.entered) {
            let found = Finding::new(Code::ClockWentBack).with("last", last.to_rfc3339());
            self.find(found);
        }
        Ok(())
    }

    fn dispatch(&mut self) -> Result<(), Refusal> {
        if !matches!(self.request.command, Command::AdoptCharter { .. }) {
            self.charter()?;
        }
        match &self.request.command {
            Command::AdoptCharter { .. }
            | Command::AdoptReading { .. }
            | Command::Enrol { .. }
            | Command::Seat { .. }
            | Command::Fill { .. }
            | Command::Stand { .. }
            | Command::Number { .. }
            | Command::Attach { .. }
            | Command::RecordLoss { .. } => opening::decide(self),
            Command::Convene { .. } => convening::decide(self),
            Command::AddItem { .. }
            | Command::MoveItem { .. }
            | Command::File { .. }
            | Command::OpenItem { .. }
            | Command::CloseItem { .. }
            | Command::Postpone { .. }
            | Command::Refer { .. }
            | Command::CarryOver { .. } => agenda::decide(self),
            Command::SignIn { .. }
            | Command::SignInAll { .. }
            | Command::Observe { .. }
            | Command::Recuse { .. } => door::decide(self),
            Command::CallToOrder { .. }
            | Command::ChangePresider { .. }
            | Command::ChangeRecorder { .. }
            | Command::Break
            | Command::Resume { .. }
            | Command::Interrupt { .. }
            | Command::Close
            | Command::Note { .. }
            | Command::EditNote { .. } => session::decide(self),
            Command::Move { .. }
            | Command::Reword { .. }
            | Command::Amend { .. }
            | Command::Withdraw { .. } => motions::decide(self),
            Command::OpenVote { .. }
            | Command::AdmitToVote { .. }
            | Command::Count { .. }
            | Command::CountMinority { .. }
            | Command::Call { .. }
            | Command::Ballots { .. }
            | Command::CloseVote
            | Command::Challenge { .. } => votes::decide(self),
            Command::Declare { .. } | Command::VoidVote { .. } => declare::decide(self),
            Command::PrepareElection { .. }
            | Command::ProposeRules { .. }
            | Command::ProposeTellers { .. }
            | Command::SetCandidates { .. }
            | Command::IssueBallots { .. } => election::decide(self),
            Command::OpenBox { .. }
            | Command::EnterSheet { .. }
            | Command::CorrectSheet { .. }
            | Command::CloseCount { .. }
            | Command::Recount { .. }
            | Command::DeclareElection { .. }
            | Command::VoidRound { .. } => counting::decide(self),
            // --- members and people --------------------------------------------------------------
            Command::AmendMember(_)
            | Command::KeepPerson(_)
            | Command::ForgetPerson(_)
            | Command::ImportRegister(_) => members::decide(self),
            // --- from the notice to the door -----------------------------------------------------
            Command::SendNotice(_)
            | Command::Reply(_)
            | Command::TakeBackReply(_)
            | Command::OpenNominations(_)
            | Command::Nominate(_)
            | Command::EndNomination(_)
            | Command::OpenRequisition(_)
            | Command::SignRequisition(_)
            | Command::WithdrawSignature(_) => notice::decide(self),
            // --- decisions carried out -----------------------------------------------------------
            Command::AssignDecision(_) | Command::ReportProgress(_) => follow::decide(self),
            Command::DraftAmendment(_)
            | Command::CollectOpinion(_)
            | Command::CollateOpinions(_)
            | Command::PutDraft(_) => amend::decide(self),
            // --- funds ---------------------------------------------------------------------------
            Command::OpenFunds(_)
            | Command::RecordIncome(_)
            | Command::RecordSpending(_)
            | Command::ReverseFunds(_)
            | Command::ReportFunds(_) => funds::decide(self),
            // --- minutes and their issue ---------------------------------------------------------
            Command::Word(_)
            | Command::RemarkOnDraft(_)
            | Command::AnswerRemark(_)
            | Command::IssueMinutes(_)
            | Command::ApproveMinutes(_)
            | Command::PublishMinutes(_)
            | Command::ReopenMinutes(_)
            | Command::Slip(_)
            | Command::Printed(_) => issue::decide(self),
            Command::SignMinutes(_)
            | Command::SignWithKey(_)
            | Command::BindKey(_)
            | Command::WithdrawKey(_) => signing::decide(self),
            // --- procedures between meetings -----------------------------------------------------
            Command::OpenCase(_)
            | Command::TakeStep(_)
            | Command::PutCase(_)
            | Command::EndCase(_) => cases::decide(self),
            Command::EndPermit(_) | Command::ReviewMember(_) | Command::ReviewRest(_) => {
                reviews::decide(self)
            }
            Command::Vacate(_) | Command::Designate(_) | Command::EndDesignation(_) => {
                officers::decide(self)
            }
            // --- corrections ---------------------------------------------------------------------
            Command::Undo
            | Command::CorrectAttendance { .. }
            | Command::CorrectCount { .. }
            | Command::CorrectText { .. }
            | Command::CorrectEnactment { .. } => correct::decide(self),
        }
    }
}

/// A text that must say something.
pub(super) fn said<'t>(text: &'t str, field: &'static str) -> Result<&'t str, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        Err(Finding::new(Code::TextMissing).with("field", field).into())
    } else {
        Ok(text)
    }
}

/// A count of things as the figures of this program are.
pub(super) fn count<T>(things: &[T]) -> u32 {
    u32::try_from(things.len()).unwrap_or(u32::MAX)
}
