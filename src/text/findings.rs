//! Findings as sentences: one text for the recorder, who checks, and one for the presider, who cures.
//!
//! Every code has its texts in one of the files below; the table in [`text`] is exhaustive, so a new
//! code without texts does not compile. Names and figures are put in by [`fill`].

mod agenda;
mod amend;
mod ballots;
mod book;
mod cases;
mod correct;
mod door;
mod election;
mod fill;
mod flags;
mod follow;
mod funds;
mod issue;
mod meeting;
mod members;
mod notice;
mod readers;
mod scales;
mod signing;
mod votes;

pub use readers::to_both;

use super::charter::clause_words;
use super::words::two;
use super::{Lang, Words};
use crate::charter::{Charter, Name};
use crate::record::{Book, Code, Finding, Refusal};
use fill::{capital, fill, lead_in, the};

/// Who reads a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// Who keeps the record: what to check.
    Recorder,
    /// Who presides: cause and remedy.
    Presider,
}

/// The texts of one code; `{…}` is filled in.
struct Text {
    /// A badge.
    short: Words,
    /// A phrase for minutes and lists.
    phrase: Words,
    /// For the recorder.
    check: Words,
    /// For the presider.
    cure: Words,
}

/// Texts of what is never recorded: its badge serves as its phrase.
const fn refused(short: Words, check: Words, cure: Words) -> Text {
    noted(short, short, check, cure)
}

/// Texts of what is recorded with a fact.
const fn noted(short: Words, phrase: Words, check: Words, cure: Words) -> Text {
    Text { short, phrase, check, cure }
}

/// What was found, as one or more full sentences.
pub fn finding(lang: Lang, book: &Book, finding: &Finding, reader: Reader) -> String {
    lang.pick(&finding_name(book, finding, reader))
}

/// A refusal; where a reason is missing, also the warnings that wait for it.
pub fn refusal(lang: Lang, book: &Book, refusal: &Refusal, reader: Reader) -> String {
    let mut said = Name::default();
    for warning in &refusal.warnings {
        let warning = finding_name(book, warning, reader);
        said = two(said.zh + &warning.zh, format!("{}{} ", said.en, warning.en));
    }
    let last = finding_name(book, &refusal.finding, reader);
    lang.pick(&two(said.zh + &last.zh, said.en + &last.en))
}

/// A recorded code, as it stands in `Fact.noticed` and `Verdict.flags`: a phrase without a stop, or
/// the sentence the charter has for it.
pub fn code_text(lang: Lang, code: &str, book: &Book) -> String {
    lang.pick(&code_name(code, book))
}

/// A code as a badge of few characters.
pub fn short(lang: Lang, book: &Book, code: &str) -> String {
    lang.pick(&short_name(book, code))
}

fn finding_name(book: &Book, found: &Finding, reader: Reader) -> Name {
    let charter = book.charter.as_deref();
    if let Some(own) = own_words(charter, found, reader) {
        return own;
    }
    let text = text(found);
    let [zh, en] = match reader {
        Reader::Recorder => text.check,
        Reader::Presider => text.cure,
    };
    let said = fill(book, found, [zh, en]);
    let said = match charter.filter(|_| !found.clauses.0.is_empty()) {
        Some(charter) => {
            let clauses = clause_words(&charter.identity.article_form, &found.clauses);
            two(
                format!("依据{}：{}", clauses.zh, said.zh),
                format!("Under {}: {}", clauses.en, lead_in(en, &said.en)),
            )
        }
        None => two(said.zh, capital(&said.en)),
    };
    match routes(charter, &found.routes) {
        Some(way) => two(said.zh + &way.zh, format!("{} {}", said.en, way.en)),
        None => said,
    }
}

/// The lawful way out: the bodies that may decide it.
fn routes(charter: Option<&Charter>, bodies: &[String]) -> Option<Name> {
    let named = |id: &String| {
        let body = charter.and_then(|c| c.body(id));
        body.map_or_else(|| Book::said(id), |b| b.name.clone())
    };
    let names: Vec<Name> = bodies.iter().map(named).collect();
    if names.is_empty() {
        return None;
    }
    let zh: Vec<&str> = names.iter().map(|n| n.zh.as_str()).collect();
    let en: Vec<String> = names.iter().map(|n| the(&n.en)).collect();
    Some(two(
        format!("可提交{}决定。", zh.join("或")),
        format!("It may be put to {}.", en.join(" or ")),
    ))
}

/// What the charter itself says about a finding: its flags, and its preconditions for the presider.
fn own_words(charter: Option<&Charter>, found: &Finding, reader: Reader) -> Option<Name> {
    let charter = charter?;
    if found.code == Code::MissingPrecondition && reader == Reader::Presider {
        return charter.precondition(&found.detail).map(|p| p.missing.clone());
    }
    // A charter may have its own words for a notice of the program, too.
    if found.fields.is_empty() && found.clauses.0.is_empty() {
        let flag = charter.flag(&found.full_code())?;
        return Some(match reader {
            Reader::Recorder => flag.recorder.clone(),
            Reader::Presider => flag.presider.clone(),
        });
    }
    None
}

fn code_name(code: &str, book: &Book) -> Name {
    let charter = book.charter.as_deref();
    if let Some(found) = parse(code) {
        return fill(book, &found, text(&found).phrase);
    }
    if let Some(flag) = charter.and_then(|c| c.flag(code)) {
        return flag.recorder.clone();
    }
    let rights = charter.iter().flat_map(|c| &c.presiders);
    let names: Vec<&Name> = rights.filter(|p| p.code == code).map(|p| &p.name).collect();
    if names.is_empty() {
        return Book::said(code);
    }
    let zh: Vec<&str> = names.iter().map(|n| n.zh.as_str()).collect();
    let en: Vec<&str> = names.iter().map(|n| n.en.as_str()).collect();
    two(
        format!("主持的依据：{}", zh.join("，或")),
        format!("right to preside: {}", en.join(", or ")),
    )
}

fn short_name(book: &Book, code: &str) -> Name {
    let charter = book.charter.as_deref();
    if let Some(found) = parse(code) {
        return fill(book, &found, text(&found).short);
    }
    if let Some(share) = charter.and_then(|c| flags::exact_share(c, code)) {
        return flags::exactly(share);
    }
    if let Some(flag) = charter.and_then(|c| c.flag(code)) {
        let head = |text: &str, stops: &[char]| {
            let head = text.split(stops).next().unwrap_or(text);
            head.trim().to_owned()
        };
        return two(
            head(&flag.recorder.zh, &['，', '。', '：', '；', '（']),
            head(&flag.recorder.en, &[',', '.', ':', ';', '(']),
        );
    }
    if charter.is_some_and(|c| c.presiders.iter().any(|p| p.code == code)) {
        return fill(book, &Finding::new(Code::PresiderAs), flags::PRESIDER_AS.short);
    }
    Book::said(code)
}

/// A recorded code of the program's own, with the part of its name that comes from the charter.
fn parse(code: &str) -> Option<Finding> {
    let own = |c: &&Code| c.stem() == code && !matches!(c, Code::CharterFlag | Code::PresiderAs);
    if let Some(code) = Code::ALL.iter().find(own) {
        return Some(Finding::new(*code));
    }
    let rest = |code_of: Code| code.strip_prefix(code_of.stem())?.strip_prefix('_');
    if let Some(id) = rest(Code::NotInRecess).and_then(|r| r.strip_suffix("_still_open")) {
        return Some(Finding::new(Code::NotInRecess).named(id));
    }
    [Code::MissingPrecondition, Code::QuorumLost, Code::WriteInVoid]
        .into_iter()
        .find_map(|c| rest(c).map(|id| Finding::new(c).named(id)))
}

/// The texts of a finding. Exhaustive: the one place that must know every code.
fn text(found: &Finding) -> &'static Text {
    let empty = |key| found.field(key).is_empty();
    match found.code {
        Code::NoCharter => &book::NO_CHARTER,
        Code::CharterFaulty => &book::CHARTER_FAULTY,
        Code::CharterNeedsBasis => &book::CHARTER_NEEDS_BASIS,
        Code::CharterForeign => &book::CHARTER_FOREIGN,
        Code::CharterNotNewer => &book::CHARTER_NOT_NEWER,
        Code::UnknownReading => &book::UNKNOWN_READING,
        Code::UnknownName if empty("name") => &book::NAME_MISSING,
        Code::UnknownName => &book::UNKNOWN_NAME,
        Code::UnknownUnit => &book::UNKNOWN_UNIT,
        Code::UnitTaken => &book::UNIT_TAKEN,
        Code::TooLateForOpening => &book::TOO_LATE_FOR_OPENING,
        Code::TextMissing => &book::TEXT_MISSING,
        Code::OfficeFull => &book::OFFICE_FULL,
        Code::SizeCapExceeded => &book::SIZE_CAP_EXCEEDED,
        Code::SizeCapNowExceeded => &book::SIZE_CAP_NOW_EXCEEDED,
        Code::RollFrozen => &book::ROLL_FROZEN,
        Code::TimeInFuture => &book::TIME_IN_FUTURE,
        Code::ClockWentBack => &book::CLOCK_WENT_BACK,

        Code::BodyDoesNotMeet => &meeting::BODY_DOES_NOT_MEET,
        Code::ConveningUnknown => &meeting::CONVENING_UNKNOWN,
        Code::RequisitionShort => &meeting::REQUISITION_SHORT,
        Code::RequisitionSpecialOnly => &meeting::REQUISITION_SPECIAL_ONLY,
        Code::MeetingStillOpen => &meeting::MEETING_STILL_OPEN,
        Code::NoticeShort if found.field("days").starts_with('-') => &meeting::NOTICE_AFTER,
        Code::NoticeShort => &meeting::NOTICE_SHORT,
        Code::NoticeMissing => &meeting::NOTICE_MISSING,
        Code::NoMeeting => &meeting::NO_MEETING,
        Code::NotOpen => &meeting::NOT_OPEN,
        Code::AlreadyOpen => &meeting::ALREADY_OPEN,
        Code::MeetingClosed => &meeting::MEETING_CLOSED,
        Code::OnBreak => &meeting::ON_BREAK,
        Code::NotOnBreak => &meeting::NOT_ON_BREAK,
        Code::PresiderUnknown => &meeting::PRESIDER_UNKNOWN,
        Code::PresiderPaperMissing => &meeting::PRESIDER_PAPER_MISSING,
        Code::PresiderAs => &flags::PRESIDER_AS,
        Code::QuorumNotYet => &meeting::QUORUM_NOT_YET,
        Code::ItemsUndecided => &meeting::ITEMS_UNDECIDED,
        Code::VoteUndeclared => &meeting::VOTE_UNDECLARED,

        Code::ProxyLetterIncomplete => &door::PROXY_LETTER_INCOMPLETE,
        Code::ProxyNotAllowed => &door::PROXY_NOT_ALLOWED,
        Code::ProxyLimit => &door::PROXY_LIMIT,
        Code::ProxyTooLate => &door::PROXY_TOO_LATE,
        Code::ProxyHolderAbsent => &door::PROXY_HOLDER_ABSENT,
        Code::NothingChanges if empty("unit") => &door::NOTHING_CHANGES,
        Code::NothingChanges => &door::NOTHING_CHANGES_FOR,
        Code::ArrivedDuringVote => &door::ARRIVED_DURING_VOTE,
        Code::LeftDuringVote => &door::LEFT_DURING_VOTE,
        Code::TooFewNotRecused if empty("question") => &door::TOO_FEW_NOT_RECUSED,
        Code::TooFewNotRecused => &door::TOO_FEW_NOT_RECUSED_READING,

        Code::UnknownItem => &agenda::UNKNOWN_ITEM,
        Code::ItemEnded => &agenda::ITEM_ENDED,
        Code::ItemUndecided => &agenda::ITEM_UNDECIDED,
        Code::NoItem => &agenda::NO_ITEM,
        Code::NotOnNoticeWarn => &agenda::NOT_ON_NOTICE_WARN,
        Code::NotOnNoticeGrave => &agenda::NOT_ON_NOTICE_GRAVE,
        Code::CannotRefer => &agenda::CANNOT_REFER,
        Code::PowerExcluded => &agenda::POWER_EXCLUDED,
        Code::NotInRecess => &agenda::NOT_IN_RECESS,
        Code::OtherBody => &agenda::OTHER_BODY,
        Code::MissingPrecondition => &agenda::MISSING_PRECONDITION,
        Code::EditorialIsAmendment => &agenda::EDITORIAL_IS_AMENDMENT,
        Code::SubjectMissing => &agenda::SUBJECT_MISSING,
        Code::SubjectUnfit if found.field("field") == "subject" => &agenda::SUBJECT_SETTLED,
        Code::SubjectUnfit => &agenda::SUBJECT_UNFIT,
        Code::TermExpired => &agenda::TERM_EXPIRED,
        Code::BeyondPowers => &agenda::BEYOND_POWERS,
        Code::BallotOnly => &agenda::BALLOT_ONLY,
        Code::NotAnElection => &election::NOT_AN_ELECTION,
        Code::NoElectionPlanned => &election::NO_ELECTION_PLANNED,
        Code::RulesAdopted => &election::RULES_ADOPTED,
        Code::MotionPending => &election::MOTION_PENDING,
        Code::RulesNotAdopted => &election::RULES_NOT_ADOPTED,
        Code::TellersNotApproved => &election::TELLERS_NOT_APPROVED,
        Code::UnknownContest => &election::UNKNOWN_CONTEST,
        Code::TooManySeats => &election::TOO_MANY_SEATS,
        Code::CandidatesMissing => &election::CANDIDATES_MISSING,
        Code::CountsNoHeads => &election::COUNTS_NO_HEADS,
        Code::CandidateTwice => &election::CANDIDATE_TWICE,
        Code::NominatorsShort => &election::NOMINATORS_SHORT,
        Code::NominatorUnfit => &election::NOMINATOR_UNFIT,
        Code::CandidateCounts => &election::CANDIDATE_COUNTS,
        Code::RoundInHand => &election::ROUND_IN_HAND,
        Code::NoRound => &election::NO_ROUND,
        Code::SeatsFilled => &election::SEATS_FILLED,
        Code::OnlyTheTied => &election::ONLY_THE_TIED,
        Code::PrintedShort => &election::PRINTED_SHORT,
        Code::ProxyInElection => &election::PROXY_IN_ELECTION,
        Code::BoxClosed => &ballots::BOX_CLOSED,
        Code::SheetShape => &ballots::SHEET_SHAPE,
        Code::UnknownSheet => &ballots::UNKNOWN_SHEET,
        Code::SheetsExceedBox => &ballots::SHEETS_EXCEED_BOX,
        Code::BatchTooSmall => &ballots::BATCH_TOO_SMALL,
        Code::MarksDoNotAddUp => &ballots::MARKS_DO_NOT_ADD_UP,
        Code::MarksExceedSeats => &ballots::MARKS_EXCEED_SEATS,
        Code::BlankIsInvalid => &ballots::BLANK_IS_INVALID,
        Code::WriteInNotAllowed => &ballots::WRITE_IN_NOT_ALLOWED,
        Code::WriteInVoid => &ballots::WRITE_IN_VOID,
        Code::WriteInsExceed => &ballots::WRITE_INS_EXCEED,
        Code::EntriesDiffer => &ballots::ENTRIES_DIFFER,
        Code::PapersUncounted => &ballots::PAPERS_UNCOUNTED,
        Code::WriteInUnknown => &ballots::WRITE_IN_UNKNOWN,
        Code::NothingToConfirm => &ballots::NOTHING_TO_CONFIRM,
        Code::TieAtLastSeat => &ballots::TIE_AT_LAST_SEAT,
        Code::Shortfall => &ballots::SHORTFALL,
        Code::NobodyReached => &ballots::NOBODY_REACHED,
        Code::RerunRequired => &ballots::RERUN_REQUIRED,
        Code::VerifyWriteIn => &ballots::VERIFY_WRITE_IN,
        Code::UnknownMotion => &agenda::UNKNOWN_MOTION,
        Code::MotionSettled => &agenda::MOTION_SETTLED,
        Code::AmendmentsFirst => &agenda::AMENDMENTS_FIRST,

        Code::QuorumLost => &votes::QUORUM_LOST,
        Code::VoteOpen => &votes::VOTE_OPEN,
        Code::NoVote => &votes::NO_VOTE,
        Code::Unpassable => &votes::UNPASSABLE,
        Code::NotAVoter => &votes::NOT_A_VOTER,
        Code::WrongMethod => &votes::WRONG_METHOD,
        Code::TallyExceedsPresent => &votes::TALLY_EXCEEDS_PRESENT,
        Code::RoomExceedsPresent => &votes::ROOM_EXCEEDS_PRESENT,
        Code::MinorityExceedsRoom => &votes::MINORITY_EXCEEDS_ROOM,
        Code::DerivedGrave => &votes::DERIVED_GRAVE,
        Code::DerivedMargin => &votes::DERIVED_MARGIN,
        Code::IssuedExceedsVoters => &votes::ISSUED_EXCEEDS_VOTERS,
        Code::BoxExceedsIssued => &votes::BOX_EXCEEDS_ISSUED,
        Code::PapersDoNotAddUp => &votes::PAPERS_DO_NOT_ADD_UP,
        Code::ChoicesDoNotAddUp => &votes::CHOICES_DO_NOT_ADD_UP,
        Code::BoxMustBeVoided => &votes::BOX_MUST_BE_VOIDED,
        Code::NothingCounted => &votes::NOTHING_COUNTED,
        Code::RollCallIncomplete => &votes::ROLL_CALL_INCOMPLETE,
        Code::NothingToDeclare => &votes::NOTHING_TO_DECLARE,
        Code::RulingRequired => &votes::RULING_REQUIRED,
        Code::RulingContradicts => &votes::RULING_CONTRADICTS,
        Code::CastingRequired => &votes::CASTING_REQUIRED,
        Code::NoCastingVote => &votes::NO_CASTING_VOTE,
        Code::VetoNeedsRollCall => &scales::VETO_NEEDS_ROLL_CALL,
        Code::ScaleNotCounted => &scales::SCALE_NOT_COUNTED,
        Code::ScaleExceeds => &scales::SCALE_EXCEEDS,
        Code::LotRequired => &scales::LOT_REQUIRED,
        Code::NoLot => &scales::NO_LOT,
        Code::SecondCallUnfit => &scales::SECOND_CALL_UNFIT,
        Code::UnknownVote => &votes::UNKNOWN_VOTE,
        Code::AlreadyVoid => &votes::ALREADY_VOID,

        // --- members and people ------------------------------------------------------------------
        Code::UnknownPerson => &members::UNKNOWN_PERSON,
        Code::LetterNotDelegate => &members::LETTER_NOT_DELEGATE,
        Code::LetterDays => &members::LETTER_DAYS,

        // --- from the notice to the door ---------------------------------------------------------
        Code::AgendaFrozen => &notice::AGENDA_FROZEN,
        Code::SupplementNotAllowed => &notice::SUPPLEMENT_NOT_ALLOWED,
        Code::SupplementShort => &notice::SUPPLEMENT_SHORT,
        Code::SupplementPartial => &notice::SUPPLEMENT_PARTIAL,
        Code::NoticePast => &notice::NOTICE_PAST,
        Code::NotAllReached => &notice::NOT_ALL_REACHED,
        Code::SamePerson => &notice::SAME_PERSON,
        Code::LetterToComplete => &notice::LETTER_TO_COMPLETE,
        Code::ProxyBeyondLimit => &notice::PROXY_BEYOND_LIMIT,
        Code::NominationLate => &notice::NOMINATION_LATE,
        Code::UnknownRequisition => &notice::UNKNOWN_REQUISITION,

        // --- decisions carried out ---------------------------------------------------------------
        Code::DecisionSettled => &follow::DECISION_SETTLED,
        Code::DueBeforeDecision => &follow::DUE_BEFORE_DECISION,
        Code::ProofMissing => &follow::PROOF_MISSING,
        Code::UnknownPaper => &follow::UNKNOWN_PAPER,
        Code::NoArticlesToAmend => &amend::NO_ARTICLES,
        Code::UnknownArticle => &amend::UNKNOWN_ARTICLE,
        Code::ArticleTwice => &amend::ARTICLE_TWICE,
        Code::ArticleRestedOn => &amend::ARTICLE_RESTED_ON,
        Code::ArticleNamed => &amend::ARTICLE_NAMED,
        Code::UnknownDraft => &amend::UNKNOWN_DRAFT,
        Code::NotAnAmendment => &amend::NOT_AN_AMENDMENT,
        Code::DraftOutdated => &amend::DRAFT_OUTDATED,
        Code::DraftDiffers => &amend::DRAFT_DIFFERS,
        Code::CharterUnchanged => &amend::CHARTER_UNCHANGED,
        Code::AmendedSince => &amend::AMENDED_SINCE,

        // --- funds -------------------------------------------------------------------------------
        Code::NoFunds => &funds::NO_FUNDS,
        Code::UnknownSource => &funds::UNKNOWN_SOURCE,
        Code::UnknownUse => &funds::UNKNOWN_USE,
        Code::NotMoney => &funds::NOT_MONEY,
        Code::MoneyTooFine => &funds::MONEY_TOO_FINE,
        Code::MoneyNotPositive => &funds::MONEY_NOT_POSITIVE,
        Code::MoneyTooLarge => &funds::MONEY_TOO_LARGE,
        Code::OpeningNotFirst => &funds::OPENING_NOT_FIRST,
        Code::UnknownFundEntry => &funds::UNKNOWN_FUND_ENTRY,
        Code::FundsReversedAlready => &funds::FUNDS_REVERSED_ALREADY,
        Code::ReversalStands => &funds::REVERSAL_STANDS,
        Code::ReversalTooEarly => &funds::REVERSAL_TOO_EARLY,
        Code::NothingOfThatYear => &funds::NOTHING_OF_THAT_YEAR,
        Code::ReportTooEarly => &funds::REPORT_TOO_EARLY,
        Code::Overdrawn => &funds::OVERDRAWN,
        Code::YearApproved => &funds::YEAR_APPROVED,
        Code::DecisionVoid => &funds::DECISION_VOID,

        // --- minutes and their issue -------------------------------------------------------------
        Code::MeetingNotClosed => &issue::MEETING_NOT_CLOSED,
        Code::MinutesSettled => &issue::MINUTES_SETTLED,
        Code::UnknownVersion => &issue::UNKNOWN_VERSION,
        Code::VersionOutdated => &issue::VERSION_OUTDATED,
        Code::VersionReopened => &issue::VERSION_REOPENED,
        Code::CompiledTooEarly => &issue::COMPILED_TOO_EARLY,
        Code::NotADigest => &issue::NOT_A_DIGEST,
        Code::OneOfTwo => &issue::ONE_OF_TWO,
        Code::UnknownRemark => &issue::UNKNOWN_REMARK,
        Code::RemarksUnanswered => &issue::REMARKS_UNANSWERED,
        Code::ChangedSinceIssued => &issue::CHANGED_SINCE_ISSUED,
        Code::MinutesOvertaken => &issue::MINUTES_OVERTAKEN,
        Code::SignaturesLeftBehind => &issue::SIGNATURES_LEFT_BEHIND,
        Code::NotALaterMeeting => &issue::NOT_A_LATER_MEETING,
        Code::DayTooEarly => &issue::DAY_TOO_EARLY,
        Code::SignedBeforeApproval => &issue::SIGNED_BEFORE_APPROVAL,
        Code::SignedByAnother => &issue::SIGNED_BY_ANOTHER,
        Code::SignedAlready => &issue::SIGNED_ALREADY,
        Code::StillDraft => &issue::STILL_DRAFT,
        Code::NotSigned => &issue::NOT_SIGNED,
        Code::TellersNotSigned => &issue::TELLERS_NOT_SIGNED,
        Code::NothingToReopen => &issue::NOTHING_TO_REOPEN,
        Code::MinutesPublished => &issue::MINUTES_PUBLISHED,
        Code::LaterMinutesApproved => &issue::LATER_MINUTES_APPROVED,
        Code::Reopens => &issue::REOPENS,
        Code::SlipTooEarly => &issue::SLIP_TOO_EARLY,
        Code::PrivateKey => &signing::PRIVATE_KEY,
        Code::NotAPublicKey => &signing::NOT_A_PUBLIC_KEY,
        Code::KeyOfAnotherKind => &signing::KEY_OF_ANOTHER_KIND,
        Code::KeyBoundAlready => &signing::KEY_BOUND_ALREADY,
        Code::UnknownKey => &signing::UNKNOWN_KEY,
        Code::KeyNotInForce => &signing::KEY_NOT_IN_FORCE,
        Code::KeyOfAnotherRole => &signing::KEY_OF_ANOTHER_ROLE,
        Code::NotASignature => &signing::NOT_A_SIGNATURE,

        // --- procedures between meetings ---------------------------------------------------------
        Code::UnknownCase => &cases::UNKNOWN_CASE,
        Code::CaseOver => &cases::CASE_OVER,
        Code::CaseWaits => &cases::CASE_WAITS,
        Code::CaseOpenAlready => &cases::CASE_OPEN_ALREADY,
        Code::ProcedureDescribes => &cases::PROCEDURE_DESCRIBES,
        Code::CaseNamesNothing => &cases::CASE_NAMES_NOTHING,
        Code::CaseNotVoted => &cases::CASE_NOT_VOTED,
        Code::StepFirst => &cases::STEP_FIRST,
        Code::StepRequired => &cases::STEP_REQUIRED,
        Code::StepOfAnother => &cases::STEP_OF_ANOTHER,
        Code::StepIsVote => &cases::STEP_IS_VOTE,
        Code::BeforeTheCase => &cases::BEFORE_THE_CASE,
        Code::ConditionUnanswered => &cases::CONDITION_UNANSWERED,
        Code::ConditionUnmet => &cases::CONDITION_UNMET,
        Code::ConditionUnproven => &cases::CONDITION_UNPROVEN,
        Code::UnknownPermit => &cases::UNKNOWN_PERMIT,
        Code::NoReview => &cases::NO_REVIEW,
        Code::NotTheHolder => &cases::NOT_THE_HOLDER,
        Code::NobodyActs => &cases::NOBODY_ACTS,
        Code::TermEndsFirst => &cases::TERM_ENDS_FIRST,
        Code::StepPassedOver => &cases::STEP_PASSED_OVER,
        Code::InterestedVotes => &cases::INTERESTED_VOTES,

        // --- corrections and flags ---------------------------------------------------------------
        Code::ReasonRequired => &correct::REASON_REQUIRED,
        Code::NothingToUndo => &correct::NOTHING_TO_UNDO,
        Code::UndoStops => &correct::UNDO_STOPS,
        Code::UndoStopsAtPaper => &correct::UNDO_STOPS_AT_PAPER,
        Code::UndoElsewhere => &correct::UNDO_ELSEWHERE,
        Code::UnknownNote => &correct::UNKNOWN_NOTE,
        Code::UnknownDecision => &correct::UNKNOWN_DECISION,
        Code::OldTextNotThere => &correct::OLD_TEXT_NOT_THERE,
        Code::NotEnactedOn => &correct::NOT_ENACTED_ON,

        Code::AssumedRule => &flags::ASSUMED_RULE,
        Code::Tie => &flags::TIE,
        Code::BaseChanged => &flags::BASE_CHANGED,
        Code::RecusalChangesOutcome => &flags::RECUSAL_CHANGES_OUTCOME,
        Code::ProxiesDecisive => &flags::PROXIES_DECISIVE,
        Code::OppositeWouldPass => &flags::OPPOSITE_WOULD_PASS,
        Code::Vetoed => &scales::VETOED,
        Code::VoteQuorumMissed => &scales::VOTE_QUORUM_MISSED,
        Code::DeemedCarried => &scales::DEEMED_CARRIED,
        Code::LotDue => &scales::LOT_DUE,
        Code::SecondVoteDue => &scales::SECOND_VOTE_DUE,
        Code::TermExpiredFlag => &flags::TERM_EXPIRED_FLAG,
        Code::CharterSilent => &flags::CHARTER_SILENT,
        Code::CharterFlag => &flags::CHARTER_FLAG,
    }
}
