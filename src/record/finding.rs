//! Codes of everything the program refuses, warns about or points out; the words are elsewhere.
//!
//! A refusal means the record would contradict itself or the charter. A warning is remarkable and
//! needs a typed reason that stands in the minutes. A notice is shown and recorded.

mod found;

pub use found::{Finding, Refusal};

use serde::{Deserialize, Serialize};

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Not possible.
    Refusal,
    /// Possible with a reason.
    Warning,
    /// Said and recorded.
    Notice,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal, $level:ident;)*) => {
        /// A stable code.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code { $($(#[$doc])* $name,)* }
        impl Code {
            /// Every code, for the completeness tests and the manual.
            pub const ALL: &[Self] = &[$(Self::$name,)*];
            /// The code as it is written; where a charter supplies the rest of the name, the stem.
            pub fn stem(self) -> &'static str { match self { $(Self::$name => $text,)* } }
            /// How grave it is.
            pub fn level(self) -> Level { match self { $(Self::$name => Level::$level,)* } }
        }
    };
}

codes! {
    /// The book has no charter yet.
    NoCharter = "no_charter", Refusal;
    /// The charter text has faults.
    CharterFaulty = "charter_faulty", Refusal;
    /// The opening charter is there already, and a new version needs the decision it rests on.
    CharterNeedsBasis = "charter_needs_basis", Refusal;
    /// The new version belongs to another association.
    CharterForeign = "charter_foreign", Refusal;
    /// The new version's number is not higher.
    CharterNotNewer = "charter_not_newer", Refusal;
    /// No such reading.
    UnknownReading = "unknown_reading", Refusal;
    /// Nothing of that name in the charter.
    UnknownName = "unknown_name", Refusal;
    /// No such member, or not on this roll.
    UnknownUnit = "unknown_unit", Refusal;
    /// Number or name already taken.
    UnitTaken = "unit_taken", Refusal;
    /// An opening entry after the first meeting.
    TooLateForOpening = "too_late_for_opening", Refusal;
    /// A text that must not be empty is.
    TextMissing = "text_missing", Refusal;
    /// More holders than the office has seats.
    OfficeFull = "office_full", Warning;
    /// The body is larger than the share of members the charter advises.
    SizeCapExceeded = "size_cap_exceeded", Warning;
    /// Members fell, and the body is now larger than the share advised; nobody is unseated.
    SizeCapNowExceeded = "size_cap_now_exceeded", Notice;
    /// A vote is open, and membership does not change under it.
    RollFrozen = "roll_frozen_vote_open", Refusal;
    /// The time given is not a time this entry can have.
    TimeInFuture = "time_after_entry", Refusal;
    /// The clock went back; order stays as entered.
    ClockWentBack = "clock_went_back", Notice;

    /// This body holds no meetings.
    BodyDoesNotMeet = "body_does_not_meet", Refusal;
    /// Not by this way.
    ConveningUnknown = "convening_unknown", Refusal;
    /// Too few signatures.
    RequisitionShort = "requisition_short", Refusal;
    /// A requisition calls special meetings only.
    RequisitionSpecialOnly = "requisition_special_only", Refusal;
    /// The same body has a meeting that is not closed.
    MeetingStillOpen = "meeting_still_open", Refusal;
    /// Less notice than advised.
    NoticeShort = "notice_short", Warning;
    /// No notice recorded.
    NoticeMissing = "notice_missing", Notice;
    /// No meeting in hand.
    NoMeeting = "no_meeting", Refusal;
    /// The meeting is not open.
    NotOpen = "meeting_not_open", Refusal;
    /// The meeting is open already.
    AlreadyOpen = "meeting_already_open", Refusal;
    /// The meeting is closed.
    MeetingClosed = "meeting_closed", Refusal;
    /// A break is on.
    OnBreak = "meeting_on_break", Refusal;
    /// No break is on.
    NotOnBreak = "meeting_not_on_break", Refusal;
    /// This right to preside is not in the charter.
    PresiderUnknown = "presider_unknown", Refusal;
    /// The paper it rests on is not named.
    PresiderPaperMissing = "presider_paper_missing", Refusal;
    /// Recorded as the charter names it.
    PresiderAs = "presider", Notice;
    /// Fewer than the quorum at the opening.
    QuorumNotYet = "quorum_not_yet", Warning;
    /// Undecided items.
    ItemsUndecided = "items_undecided", Refusal;
    /// Undeclared votes.
    VoteUndeclared = "vote_undeclared", Refusal;

    /// A proxy's letter lacks what it must state.
    ProxyLetterIncomplete = "proxy_letter_incomplete", Refusal;
    /// The charter or its reading allows no proxies.
    ProxyNotAllowed = "proxy_not_allowed", Refusal;
    /// The holder holds as many as it may.
    ProxyLimit = "proxy_limit_per_holder", Refusal;
    /// Proxies are filed before the opening.
    ProxyTooLate = "proxy_too_late", Refusal;
    /// The holder is not there itself.
    ProxyHolderAbsent = "proxy_holder_absent", Refusal;
    /// Nothing changes.
    NothingChanges = "nothing_changes", Refusal;
    /// Arrived while a vote is open: counts from the next unless admitted.
    ArrivedDuringVote = "arrived_during_vote", Notice;
    /// Left while a vote is open: stays among its voters.
    LeftDuringVote = "left_during_vote", Notice;
    /// Too few without an interest are left.
    TooFewNotRecused = "too_few_not_recused", Refusal;

    /// No such item.
    UnknownItem = "unknown_item", Refusal;
    /// The item is finished.
    ItemEnded = "item_ended", Refusal;
    /// The item has an open question.
    ItemUndecided = "item_undecided", Refusal;
    /// No item is in hand.
    NoItem = "no_item", Refusal;
    /// Not on the notice: allowed with a reason.
    NotOnNoticeWarn = "not_on_notice_warn", Warning;
    /// Not on the notice: too grave for that.
    NotOnNoticeGrave = "not_on_notice_grave_matter", Refusal;
    /// That body may not take it.
    CannotRefer = "cannot_refer", Refusal;

    /// Never delegated for the time the other body is closed.
    PowerExcluded = "power_excluded_from_recess_delegation", Refusal;
    /// The other body is not closed; the rest of the name is its id.
    NotInRecess = "not_in_recess", Refusal;
    /// Another body's business.
    OtherBody = "matter_belongs_to_other_body", Refusal;
    /// A paper or step is missing; the rest of the name is the precondition's id.
    MissingPrecondition = "missing_precondition", Refusal;
    /// A slip in the charter's own text can only be mended by amending it.
    EditorialIsAmendment = "editorial_change_is_amendment", Refusal;
    /// The motion needs to say whom it concerns.
    SubjectMissing = "subject_missing", Refusal;
    /// The subject cannot be one of this matter.
    SubjectUnfit = "subject_unfit", Refusal;
    /// The body's term ran out; it goes on until successors are there.
    TermExpired = "term_expired_continue_until_successors", Notice;
    /// An item stands on the agenda of a body that cannot decide its matter.
    BeyondPowers = "item_beyond_powers", Notice;
    /// Elections are held by ballot, not by a motion.
    BallotOnly = "election_by_ballot_only", Refusal;
    /// No such motion.
    UnknownMotion = "unknown_motion", Refusal;
    /// The motion is no longer open.
    MotionSettled = "motion_settled", Refusal;
    /// Amendments are voted first.
    AmendmentsFirst = "amendments_first", Refusal;

    /// Too few present; the rest of the name is the quorum's.
    QuorumLost = "quorum_lost_under", Refusal;
    /// A vote is open.
    VoteOpen = "vote_open", Refusal;
    /// No vote is open.
    NoVote = "no_vote_open", Refusal;
    /// Cannot be carried with those present.
    Unpassable = "unpassable_at_open", Warning;
    /// Not among those who vote.
    NotAVoter = "not_a_voter", Refusal;
    /// This vote is taken another way.
    WrongMethod = "wrong_method", Refusal;
    /// More hands than people.
    TallyExceedsPresent = "tally_exceeds_present_recount", Refusal;
    /// More in the room than entitled and present.
    RoomExceedsPresent = "room_exceeds_present", Refusal;
    /// No and abstain are more than those in the room.
    MinorityExceedsRoom = "minority_exceeds_room", Refusal;
    /// A grave matter asks for a counted yes.
    DerivedGrave = "derived_yes_grave_matter", Refusal;
    /// The derived yes clears the number needed by too little.
    DerivedMargin = "derived_yes_within_margin", Refusal;
    /// More papers handed out than voters.
    IssuedExceedsVoters = "issued_exceeds_voters", Refusal;
    /// More papers in the box than handed out: recorded as it is.
    BoxExceedsIssued = "recovered_exceeds_issued", Notice;
    /// Valid and invalid papers are not those in the box.
    PapersDoNotAddUp = "papers_do_not_add_up", Refusal;
    /// The choices are not the valid papers.
    ChoicesDoNotAddUp = "choices_do_not_add_up", Refusal;
    /// The box must be counted again or the vote voided.
    BoxMustBeVoided = "box_must_be_recounted_or_voided", Refusal;
    /// Nothing is counted yet.
    NothingCounted = "nothing_counted", Refusal;
    /// Not everyone has answered: the silent are recorded as such.
    RollCallIncomplete = "roll_call_incomplete", Warning;
    /// Nothing to declare.
    NothingToDeclare = "nothing_to_declare", Refusal;
    /// The presider must rule.
    RulingRequired = "ruling_required", Refusal;
    /// No ruling where the arithmetic is plain.
    RulingContradicts = "ruling_contradicts_arithmetic", Refusal;
    /// A casting vote is needed.
    CastingRequired = "casting_vote_required", Refusal;
    /// The charter gives no casting vote here.
    NoCastingVote = "no_casting_vote", Refusal;
    /// A veto is seen only when names are called.
    VetoNeedsRollCall = "veto_needs_roll_call", Refusal;
    /// A weight or group the rule counts has not been entered.
    ScaleNotCounted = "scale_not_counted", Refusal;
    /// More of a weight or group than those voting have.
    ScaleExceeds = "scale_exceeds_present", Refusal;
    /// Equal votes, and a lot decides.
    LotRequired = "lot_required", Refusal;
    /// No lot is drawn here.
    NoLot = "no_lot", Refusal;
    /// Not a meeting that can be called a second time.
    SecondCallUnfit = "second_call_unfit", Refusal;
    /// No such vote.
    UnknownVote = "unknown_vote", Refusal;
    /// Voided already.
    AlreadyVoid = "vote_already_void", Refusal;

    /// The item's matter is not an election.
    NotAnElection = "not_an_election", Refusal;
    /// No election is planned under the item.
    NoElectionPlanned = "no_election_planned", Refusal;
    /// The election rules are adopted, or before the meeting, already.
    RulesAdopted = "election_rules_settled", Refusal;
    /// A motion under the item is not settled.
    MotionPending = "motion_pending", Refusal;
    /// The election rules come first.
    RulesNotAdopted = "election_rules_not_adopted", Refusal;
    /// Those who count come first.
    TellersNotApproved = "tellers_not_approved", Refusal;
    /// No such contest.
    UnknownContest = "unknown_contest", Refusal;
    /// More seats than the office has.
    TooManySeats = "more_seats_than_office_has", Refusal;
    /// Nobody stands.
    CandidatesMissing = "nobody_stands", Refusal;
    /// The rule of the election counts weights or groups, and papers are counted by the head.
    CountsNoHeads = "election_counts_heads_only", Refusal;
    /// The same name twice.
    CandidateTwice = "named_twice", Refusal;
    /// Too few members nominate.
    NominatorsShort = "nominators_short", Refusal;
    /// Another office nominates.
    NominatorUnfit = "nominator_unfit", Refusal;
    /// Whoever stands may not count.
    CandidateCounts = "candidate_may_not_count", Refusal;
    /// The round is not over.
    RoundInHand = "round_in_hand", Refusal;
    /// No round is being held.
    NoRound = "no_round_in_hand", Refusal;
    /// Every seat is filled.
    SeatsFilled = "seats_filled", Refusal;
    /// After a tie only the tied stand.
    OnlyTheTied = "only_the_tied_stand", Refusal;
    /// More handed out than printed.
    PrintedShort = "printed_fewer_than_issued", Refusal;
    /// A paper for a member represented by another.
    ProxyInElection = "proxy_not_allowed_in_election_unless_rules_say_so", Refusal;
    /// The box was not opened.
    BoxClosed = "box_not_opened", Refusal;
    /// The sheet has sums for another number of names.
    SheetShape = "sheet_does_not_fit_paper", Refusal;
    /// No such sheet.
    UnknownSheet = "unknown_sheet", Refusal;
    /// More papers on the sheets than in the box.
    SheetsExceedBox = "sheets_exceed_box", Refusal;
    /// So few papers would show how they were marked.
    BatchTooSmall = "batch_too_small", Refusal;
    /// The marks beside a name are not those of the valid papers.
    MarksDoNotAddUp = "marks_do_not_add_up", Refusal;
    /// More marks than valid papers have room for.
    MarksExceedSeats = "marks_exceed_seats", Refusal;
    /// Papers without a mark are invalid by the rules.
    BlankIsInvalid = "blank_papers_are_invalid", Refusal;
    /// No names may be written in.
    WriteInNotAllowed = "write_in_not_allowed", Refusal;
    /// The office is filled on a nomination; the rest of the name says whose.
    WriteInVoid = "write_in_void_office_needs", Refusal;
    /// More names written in than votes against.
    WriteInsExceed = "write_ins_exceed_votes_against", Refusal;
    /// The second teller's entry differs.
    EntriesDiffer = "entries_differ", Refusal;
    /// Papers of the box are not counted yet.
    PapersUncounted = "papers_not_counted", Refusal;
    /// Who was written in is not established.
    WriteInUnknown = "write_in_not_established", Refusal;
    /// No other body has chosen this name.
    NothingToConfirm = "nothing_to_confirm", Refusal;

    // --- members and people ----------------------------------------------------------------------
    /// No such person, or the card was removed.
    UnknownPerson = "unknown_person", Refusal;
    /// A letter of authority for somebody who is no delegate.
    LetterNotDelegate = "letter_not_delegate", Refusal;
    /// The last day of a letter is before its first.
    LetterDays = "letter_days_reversed", Refusal;

    // --- from the notice to the door -------------------------------------------------------------
    /// The agenda went out with the notice; what comes now comes later.
    AgendaFrozen = "agenda_frozen_by_notice", Refusal;
    /// The charter knows no supplementary notice.
    SupplementNotAllowed = "supplement_not_allowed", Refusal;
    /// Too late for a supplementary notice.
    SupplementShort = "supplement_too_late", Refusal;
    /// A supplementary notice goes to everybody.
    SupplementPartial = "supplement_not_to_all", Refusal;
    /// Notices and replies come before the opening.
    NoticePast = "notice_is_past", Refusal;
    /// The notice did not reach everybody on the roll.
    NotAllReached = "notice_not_sent_to_all", Notice;
    /// One person for two units.
    SamePerson = "same_person_for_two_units", Warning;
    /// The announced letter of proxy lacks what it must state.
    LetterToComplete = "proxy_letter_to_be_completed", Notice;
    /// The announced holder has as many letters as it may hold.
    ProxyBeyondLimit = "announced_proxy_beyond_limit", Notice;
    /// The nomination came after its last day.
    NominationLate = "nomination_late", Warning;
    /// No such list of signatures, or it led to a meeting already.
    UnknownRequisition = "unknown_requisition", Refusal;

    // --- decisions carried out -------------------------------------------------------------------
    /// Reported done or given up: taken up again first.
    DecisionSettled = "decision_settled", Refusal;
    /// The day by which it is to be done lies before the decision.
    DueBeforeDecision = "due_before_decision", Refusal;
    /// Done is said with a note or a paper.
    ProofMissing = "proof_missing", Refusal;
    /// No such paper in the book.
    UnknownPaper = "unknown_paper", Refusal;
    /// The charter in the book has no articles of its own to be changed one by one.
    NoArticlesToAmend = "no_articles_to_amend", Refusal;
    /// No such article, and not the next one either.
    UnknownArticle = "unknown_article", Refusal;
    /// An article stands twice among the changes of a draft.
    ArticleTwice = "article_twice", Refusal;
    /// An article is taken out on which a rule of the file rests.
    ArticleRestedOn = "article_rested_on", Refusal;
    /// An article is taken out that another article names.
    ArticleNamed = "article_named", Refusal;
    /// No such draft.
    UnknownDraft = "unknown_draft", Refusal;
    /// The item does not amend the charter.
    NotAnAmendment = "item_amends_no_charter", Refusal;
    /// Another text came into force since the draft was made.
    DraftOutdated = "draft_outdated", Refusal;
    /// The motion no longer reads as the draft it moved.
    DraftDiffers = "motion_differs_from_draft", Notice;
    /// Carried in words only: the charter in the book is as it was.
    CharterUnchanged = "charter_in_book_unchanged", Notice;
    /// A later amendment stands on the one that is taken back.
    AmendedSince = "charter_amended_since", Notice;

    // --- funds -----------------------------------------------------------------------------------
    /// The charter lists neither sources nor uses of funds.
    NoFunds = "charter_lists_no_funds", Refusal;
    /// Not a source of the charter.
    UnknownSource = "fund_source_not_in_charter", Refusal;
    /// Not a use of the charter.
    UnknownUse = "fund_use_not_in_charter", Refusal;
    /// Not an amount of money.
    NotMoney = "not_an_amount", Refusal;
    /// More than two decimal places.
    MoneyTooFine = "amount_has_three_decimals", Refusal;
    /// Nothing, or less.
    MoneyNotPositive = "amount_not_above_zero", Refusal;
    /// More digits than are kept.
    MoneyTooLarge = "amount_too_large", Refusal;
    /// An opening balance is there, or an entry is older.
    OpeningNotFirst = "opening_balance_not_first", Refusal;
    /// No such entry of the funds.
    UnknownFundEntry = "unknown_fund_entry", Refusal;
    /// Reversed already.
    FundsReversedAlready = "fund_entry_reversed_already", Refusal;
    /// A reversal stands; the entry is made again instead.
    ReversalStands = "reversal_is_not_reversed", Refusal;
    /// A reversal before its entry.
    ReversalTooEarly = "reversal_before_its_entry", Refusal;
    /// Nothing of that year to report.
    NothingOfThatYear = "no_funds_of_that_year", Refusal;
    /// Sent before the year was over, or before it was kept.
    ReportTooEarly = "report_before_its_year", Refusal;
    /// More is spent than there is.
    Overdrawn = "funds_overdrawn", Warning;
    /// A meeting has approved the report on that year.
    YearApproved = "funds_year_approved", Warning;
    /// The decision is void.
    DecisionVoid = "spending_on_void_decision", Warning;

    // --- minutes and their issue -----------------------------------------------------------------
    /// The meeting is not closed: there is nothing to issue yet.
    MeetingNotClosed = "minutes_before_the_closing", Refusal;
    /// Approved or signed: texts and versions no longer change.
    MinutesSettled = "minutes_settled", Refusal;
    /// No version, or not this one.
    UnknownVersion = "unknown_minutes_version", Refusal;
    /// A later version took its place.
    VersionOutdated = "minutes_version_outdated", Refusal;
    /// The version was taken up again and no longer counts.
    VersionReopened = "minutes_version_reopened", Refusal;
    /// Compiled before the last entry that changes the minutes.
    CompiledTooEarly = "minutes_compiled_too_early", Refusal;
    /// Not a digest.
    NotADigest = "not_a_digest", Refusal;
    /// Of two fields one is given, and neither or both were.
    OneOfTwo = "one_of_two_fields", Refusal;
    /// No such remark on the draft.
    UnknownRemark = "unknown_remark_on_draft", Refusal;
    /// Remarks on the draft wait for an answer.
    RemarksUnanswered = "remarks_on_draft_unanswered", Warning;
    /// Texts or the record changed since the version was issued.
    ChangedSinceIssued = "changed_since_version_issued", Warning;
    /// What is corrected stands otherwise in a version that was approved, signed or given out.
    MinutesOvertaken = "minutes_overtaken_by_correction", Notice;
    /// Signatures stand on the version before.
    SignaturesLeftBehind = "signatures_on_earlier_version", Warning;
    /// The decision is not one of a later meeting.
    NotALaterMeeting = "not_decided_by_later_meeting", Refusal;
    /// A day before the meeting was closed.
    DayTooEarly = "day_before_the_closing", Refusal;
    /// Signed before it was approved.
    SignedBeforeApproval = "signed_before_approval", Warning;
    /// Signed by another than the record names.
    SignedByAnother = "signed_by_another", Warning;
    /// Signed already, in this role and in this way.
    SignedAlready = "signed_already", Refusal;
    /// A draft is not given out.
    StillDraft = "minutes_still_draft", Refusal;
    /// Given out before it was signed.
    NotSigned = "published_before_signed", Warning;
    /// Those who counted an election have not signed.
    TellersNotSigned = "tellers_not_signed", Warning;
    /// Nothing was approved or signed that could be taken up again.
    NothingToReopen = "nothing_to_reopen", Refusal;
    /// Given out: corrected by a slip.
    MinutesPublished = "minutes_published", Refusal;
    /// A later meeting of the body has approved minutes.
    LaterMinutesApproved = "later_minutes_approved", Refusal;
    /// Approved or signed minutes are taken up again.
    Reopens = "minutes_reopened", Warning;
    /// A slip before there is anything signed.
    SlipTooEarly = "slip_before_signing", Refusal;
    /// A private key.
    PrivateKey = "private_key", Refusal;
    /// Not a line of a public key.
    NotAPublicKey = "not_a_public_key", Refusal;
    /// A public key of a kind whose signatures are not verified here.
    KeyOfAnotherKind = "key_of_another_kind", Refusal;
    /// Bound to this already.
    KeyBoundAlready = "key_bound_already", Refusal;
    /// No such key in the book.
    UnknownKey = "unknown_key", Refusal;
    /// The key does not hold on that day.
    KeyNotInForce = "key_not_in_force", Refusal;
    /// The key is bound to another role.
    KeyOfAnotherRole = "key_of_another_role", Refusal;
    /// Not a signature in its armour.
    NotASignature = "not_a_signature", Refusal;

    // --- procedures between meetings -------------------------------------------------------------
    /// No such case.
    UnknownCase = "unknown_case", Refusal;
    /// The case is over.
    CaseOver = "case_over", Refusal;
    /// The case is on an agenda and waits for the meeting.
    CaseWaits = "case_waits_for_meeting", Refusal;
    /// A case of this procedure about this name is open.
    CaseOpenAlready = "case_open_already", Refusal;
    /// The procedure is a description; no cases are opened by it.
    ProcedureDescribes = "procedure_only_described", Refusal;
    /// The case names none of the entries it must name.
    CaseNamesNothing = "case_names_nothing", Refusal;
    /// The procedure has no vote.
    CaseNotVoted = "case_takes_no_vote", Refusal;
    /// An earlier step is missing.
    StepFirst = "step_missing", Refusal;
    /// The charter asks for the step.
    StepRequired = "step_required", Refusal;
    /// The step belongs to another.
    StepOfAnother = "step_of_another", Refusal;
    /// The step is a vote of a meeting.
    StepIsVote = "step_is_a_vote", Refusal;
    /// A recommended step was not taken.
    StepPassedOver = "step_passed_over", Warning;
    /// Before the case was taken up.
    BeforeTheCase = "before_the_case", Refusal;
    /// A condition of admission is not answered.
    ConditionUnanswered = "condition_unanswered", Refusal;
    /// A condition of admission is not met.
    ConditionUnmet = "condition_unmet", Refusal;
    /// A condition is said to be met without evidence.
    ConditionUnproven = "condition_unproven", Refusal;
    /// No such permit.
    UnknownPermit = "unknown_permit", Refusal;
    /// The charter has no review of members.
    NoReview = "no_review", Refusal;
    /// Somebody who does not hold the office.
    NotTheHolder = "not_the_holder", Refusal;
    /// The charter lets nobody act for the office.
    NobodyActs = "nobody_acts_for", Refusal;
    /// A term would end before it begins.
    TermEndsFirst = "term_ends_before_it_begins", Refusal;
    /// The member concerned votes on its own case.
    InterestedVotes = "interested_member_votes", Warning;

    // --- corrections and flags -------------------------------------------------------------------

    /// A warning without a reason.
    ReasonRequired = "reason_required", Refusal;
    /// Nothing to undo.
    NothingToUndo = "nothing_to_undo", Refusal;
    /// Undo stops here; correct it instead.
    UndoStops = "undo_stops_at_declaration", Refusal;
    /// What was issued, approved, signed or given out, and keys, are not undone.
    UndoStopsAtPaper = "undo_stops_at_paper", Refusal;
    /// The last entry was made in another meeting.
    UndoElsewhere = "undo_in_other_meeting", Refusal;
    /// No such note.
    UnknownNote = "unknown_note", Refusal;
    /// No such decision.
    UnknownDecision = "unknown_decision", Refusal;
    /// The words to be corrected do not stand there.
    OldTextNotThere = "old_text_not_there", Refusal;
    /// The decision changed nothing about that unit.
    NotEnactedOn = "not_enacted_on", Refusal;

    /// A rule the charter does not state was used.
    AssumedRule = "assumed_rule", Notice;
    /// Yes and no are equal under an assumed rule.
    Tie = "tie", Notice;
    /// The roll changed since the call to order.
    BaseChanged = "base_changed_in_session", Notice;
    /// Counting the recused in would change the outcome.
    RecusalChangesOutcome = "recusal_changes_outcome", Notice;
    /// Without the proxies it would not be carried.
    ProxiesDecisive = "proxies_decisive", Notice;
    /// The opposite would be carried by the same figures.
    OppositeWouldPass = "opposite_motion_would_also_pass", Notice;
    /// One who has a veto voted against.
    Vetoed = "vetoed", Notice;
    /// Fewer took part in the vote than its rule asks for.
    VoteQuorumMissed = "vote_quorum_missed", Notice;
    /// Too few were not in favour to block it.
    DeemedCarried = "deemed_carried", Notice;
    /// Equal votes are drawn.
    LotDue = "lot_due", Notice;
    /// Equal votes are voted again.
    SecondVoteDue = "second_vote_due", Notice;
    /// The term ran out.
    TermExpiredFlag = "term_expired", Notice;
    /// Votes are level at the last seat.
    TieAtLastSeat = "tie_at_last_seat", Notice;
    /// Seats stay empty.
    Shortfall = "shortfall_further_election", Notice;
    /// Nobody reached the share.
    NobodyReached = "no_one_reached_threshold", Notice;
    /// The round is held again.
    RerunRequired = "rerun_required", Notice;
    /// Somebody written in is elected.
    VerifyWriteIn = "verify_eligibility_of_write_in", Notice;
    /// The charter does not say.
    CharterSilent = "charter_silent", Notice;
    /// A flag the charter file names.
    CharterFlag = "charter_flag", Notice;
}
