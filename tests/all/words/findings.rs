//! Findings: a sentence for each reader in each language, a phrase and a badge.

use super::{READERS, book, is_chinese, well_formed};
use quorate::charter::Clauses;
use quorate::record::{Book, Code, Finding, Level, Refusal};
use quorate::text::Lang;
use quorate::text::findings::{self, Reader};

/// Every field any finding carries, with a value such as the core gives it.
const FIELDS: &[(&str, &str)] = &[
    ("abstain", "2"),
    ("base", "36"),
    ("basis", "designated"),
    ("because", "matter_belongs_to_other_body"),
    ("body", "council"),
    ("by", "requisition"),
    ("cap", "12"),
    ("counted", "31"),
    ("days", "3"),
    ("decision", "4"),
    ("faults", "1"),
    ("field", "reason"),
    ("holder", "7"),
    ("id", "garden"),
    ("in_room", "28"),
    ("invalid", "1"),
    ("issued", "30"),
    ("item", "4"),
    ("items", "4 6"),
    ("kind", "declared"),
    ("lacking", "matter seal"),
    ("last", "2025-09-29"),
    ("left", "1"),
    ("limit", "1"),
    ("margin", "3"),
    ("scale", "area"),
    ("matter", "amendment"),
    ("meeting", "1"),
    ("members", "36"),
    ("min_signatures", "18"),
    ("minimum", "3"),
    ("motion", "2"),
    ("name", "示例"),
    ("needed", "1"),
    ("no", "3"),
    ("note", "9"),
    ("office", "chair"),
    ("old", "旧文"),
    ("option", "strict"),
    ("present", "30"),
    ("question", "A01"),
    ("recovered", "31"),
    ("roll", "36"),
    ("seats", "13"),
    ("signed", "9"),
    ("silent", "1"),
    ("time", "2026-11-22T10:42:00+08:00"),
    ("title", "年度报告"),
    ("unit", "5"),
    ("valid", "29"),
    ("version", "2"),
    ("vote", "3"),
    ("yes", "18"),
    ("contest", "1"),
    ("most", "2"),
    ("have", "1"),
    ("teller", "示例"),
    ("round", "1"),
    ("printed", "30"),
    ("sheet", "2"),
    ("rule", "ordinary"),
    ("papers", "3"),
    ("least", "5"),
    ("sum", "29"),
    ("marks", "30"),
    ("sort", "ssh-rsa"),
    ("written_in", "2"),
    ("names", "示例"),
    ("person", "4"),
    ("to", "2026-01-01"),
    ("from", "2026-02-01"),
    ("amount", "1200.50"),
    ("balance", "1000.00"),
    ("short", "200.50"),
    ("entry", "3"),
    ("of", "2"),
    ("year", "2025"),
    ("document", "3"),
    ("article", "40"),
    ("draft", "2"),
    ("other", "7"),
    ("until", "2026-05-10"),
    ("requisition", "1"),
    ("case", "3"),
    ("procedure", "joining"),
    ("step", "joining/review"),
    ("condition", "legal_person"),
    ("permit", "2"),
    ("provider", "secretariat"),
    ("newest", "3"),
    ("state", "signed"),
    ("remark", "2"),
    ("instead", "by"),
    ("named", "示例"),
    ("key", "SHA256:abc"),
    ("at", "2026-03-18T11:00:00+08:00"),
];

/// A finding with everything a sentence could ask for.
fn found(code: Code) -> Finding {
    let mut found = Finding::new(code).named(match code {
        Code::NotInRecess => "assembly",
        Code::MissingPrecondition => "secretariat_opinions",
        Code::QuorumLost => "council_majority_present",
        Code::WriteInVoid => "chair_nomination",
        Code::PresiderAs => "presider_by_designation",
        Code::CharterFlag => "exact_half",
        _ => "",
    });
    let value = |key: &str| FIELDS.iter().find(|(k, _)| *k == key).unwrap().1.to_owned();
    found.fields = fields_of(code).iter().map(|key| (*key, value(key))).collect();
    found
}

/// The fields the core gives with each code: a text may use no other.
fn fields_of(code: Code) -> &'static [&'static str] {
    match code {
        Code::CharterFaulty => &["faults"],
        Code::CharterForeign => &["id"],
        Code::CharterNotNewer => &["version"],
        Code::UnknownReading => &["question", "option"],
        Code::UnknownName => &["name"],
        Code::UnknownUnit | Code::NotAVoter | Code::ProxyTooLate | Code::NothingChanges => {
            &["unit"]
        }
        Code::UnitTaken => &["unit", "name"],
        Code::UnknownCase | Code::CaseOver | Code::CaseNotVoted => &["case"],
        Code::CaseWaits => &["case", "meeting", "item"],
        Code::CaseOpenAlready => &["case", "name"],
        Code::ProcedureDescribes | Code::CaseNamesNothing => &["procedure"],
        Code::StepFirst | Code::StepRequired | Code::StepIsVote | Code::StepPassedOver => {
            &["case", "step"]
        }
        Code::StepOfAnother => &["case", "step", "provider"],
        Code::BeforeTheCase | Code::TermEndsFirst => &["time"],
        Code::ConditionUnanswered | Code::ConditionUnmet | Code::ConditionUnproven => {
            &["condition"]
        }
        Code::UnknownPermit => &["permit"],
        Code::NotTheHolder => &["name", "office"],
        Code::NobodyActs => &["office"],
        Code::InterestedVotes => &["unit"],
        Code::TextMissing => &["field"],
        Code::OfficeFull => &["office"],
        Code::SizeCapExceeded | Code::SizeCapNowExceeded => &["body", "seats", "members", "cap"],
        Code::RollFrozen => &["meeting", "vote"],
        Code::TimeInFuture => &["time"],
        Code::ClockWentBack => &["last"],
        Code::BodyDoesNotMeet => &["body"],
        Code::ConveningUnknown => &["by"],
        Code::RequisitionShort => &["signed", "roll", "min_signatures"],
        Code::MeetingStillOpen => &["meeting"],
        Code::NoticeShort => &["days", "minimum"],
        Code::PresiderUnknown | Code::PresiderPaperMissing | Code::PresiderAs => &["basis"],
        Code::QuorumNotYet | Code::QuorumLost => &["present", "needed", "roll"],
        Code::ItemsUndecided => &["items"],
        Code::ProxyLetterIncomplete => &["unit", "lacking"],
        Code::ProxyLimit => &["holder", "limit"],
        Code::ProxyHolderAbsent => &["holder"],
        Code::TooFewNotRecused => &["left", "minimum"],
        Code::UnknownItem | Code::ItemEnded | Code::NoItem => &["item"],
        Code::ItemUndecided => &["item", "title"],
        Code::NotOnNoticeWarn | Code::NotOnNoticeGrave => &["matter"],
        Code::SubjectMissing | Code::MissingPrecondition => &["matter"],
        Code::CannotRefer => &["matter", "body", "because"],
        Code::PowerExcluded | Code::NotInRecess | Code::OtherBody => &["matter", "body"],
        Code::SubjectUnfit => &["name", "field"],
        Code::TermExpired => &["last", "body"],
        Code::BeyondPowers => &["title", "matter", "body"],
        Code::UnknownMotion | Code::MotionSettled | Code::AmendmentsFirst => &["motion"],
        Code::VoteUndeclared | Code::ArrivedDuringVote | Code::LeftDuringVote => &["vote"],
        Code::VoteOpen | Code::UnknownVote | Code::AlreadyVoid => &["vote"],
        Code::Unpassable => &["needed", "present"],
        Code::TallyExceedsPresent => &["counted", "present"],
        Code::RoomExceedsPresent => &["in_room", "present"],
        Code::MinorityExceedsRoom => &["in_room", "no", "abstain"],
        Code::DerivedMargin => &["yes", "needed", "margin"],
        Code::IssuedExceedsVoters => &["issued", "present"],
        Code::BoxExceedsIssued | Code::BoxMustBeVoided => &["issued", "recovered"],
        Code::PapersDoNotAddUp => &["valid", "invalid", "recovered"],
        Code::ChoicesDoNotAddUp => &["yes", "no", "abstain", "valid"],
        Code::RollCallIncomplete => &["silent"],
        Code::RulingRequired => &["yes", "base"],
        Code::UndoStops | Code::UndoStopsAtPaper => &["kind"],
        Code::CountsNoHeads => &["rule"],
        Code::NotAnElection => &["name"],
        Code::MotionPending => &["motion"],
        Code::UnknownContest => &["contest"],
        Code::TooManySeats => &["name", "seats", "most"],
        Code::CandidateTwice => &["name"],
        Code::NominatorsShort => &["name", "have", "needed"],
        Code::NominatorUnfit => &["name", "office"],
        Code::CandidateCounts => &["teller", "name"],
        Code::RoundInHand => &["round"],
        Code::PrintedShort => &["printed", "issued"],
        Code::ProxyInElection => &["issued", "present"],
        Code::SheetShape => &["have", "needed"],
        Code::UnknownSheet => &["sheet"],
        Code::SheetsExceedBox => &["counted", "recovered"],
        Code::BatchTooSmall => &["papers", "left", "least"],
        Code::MarksDoNotAddUp => &["name", "sum", "valid"],
        Code::MarksExceedSeats => &["marks", "valid", "seats"],
        Code::BlankIsInvalid => &["marks", "valid"],
        Code::WriteInVoid => &["office"],
        Code::WriteInsExceed => &["written_in", "no"],
        Code::EntriesDiffer => &["names"],
        Code::PapersUncounted => &["counted", "recovered"],
        Code::WriteInUnknown => &["name"],
        Code::NothingToConfirm => &["name"],
        Code::UndoElsewhere => &["meeting"],
        Code::UnknownNote => &["note"],
        Code::UnknownDecision => &["decision"],
        Code::OldTextNotThere => &["old"],
        Code::UnknownPerson => &["person"],
        Code::LetterNotDelegate => &["unit"],
        Code::LetterDays => &["from", "to"],
        Code::ScaleNotCounted => &["scale"],
        Code::ScaleExceeds => &["scale", "counted", "present"],
        Code::SecondCallUnfit => &["meeting"],
        Code::NotEnactedOn => &["decision", "unit"],
        // --- funds ---
        Code::UnknownSource | Code::UnknownUse => &["name"],
        Code::NotMoney | Code::MoneyTooFine | Code::MoneyNotPositive | Code::MoneyTooLarge => {
            &["amount"]
        }
        Code::OpeningNotFirst => &["entry", "time"],
        Code::UnknownFundEntry => &["entry"],
        Code::FundsReversedAlready => &["entry", "by", "time"],
        Code::ReversalStands => &["entry", "of"],
        Code::ReversalTooEarly => &["entry", "time"],
        Code::NothingOfThatYear => &["year"],
        Code::ReportTooEarly => &["year", "time"],
        Code::Overdrawn => &["amount", "balance", "short"],
        Code::YearApproved => &["year", "decision"],
        Code::DecisionVoid => &["decision"],
        Code::DecisionSettled | Code::ProofMissing => &["decision"],
        Code::DueBeforeDecision => &["decision", "last"],
        Code::UnknownPaper => &["document"],
        Code::UnknownArticle | Code::ArticleTwice => &["article"],
        Code::ArticleRestedOn => &["article", "at"],
        Code::ArticleNamed => &["article", "by"],
        Code::UnknownDraft | Code::DraftOutdated | Code::DraftDiffers => &["draft"],
        Code::NotAnAmendment => &["item"],
        Code::AmendedSince => &["version"],
        // --- minutes and their issue ---
        Code::MeetingNotClosed | Code::LaterMinutesApproved => &["meeting"],
        Code::MinutesSettled
        | Code::UnknownVersion
        | Code::VersionReopened
        | Code::ChangedSinceIssued
        | Code::SignaturesLeftBehind
        | Code::SignedBeforeApproval
        | Code::StillDraft
        | Code::NotSigned
        | Code::MinutesPublished
        | Code::Reopens
        | Code::SlipTooEarly => &["version"],
        Code::MinutesOvertaken => &["meeting", "version", "state"],
        Code::VersionOutdated => &["version", "newest"],
        Code::CompiledTooEarly => &["entry"],
        Code::OneOfTwo => &["field", "instead"],
        Code::UnknownRemark => &["remark"],
        Code::RemarksUnanswered => &["left"],
        Code::NotALaterMeeting => &["decision"],
        Code::DayTooEarly => &["time"],
        Code::SignedByAnother => &["name", "named"],
        Code::SignedAlready => &["name"],
        Code::TellersNotSigned => &["names"],
        Code::KeyBoundAlready | Code::UnknownKey | Code::KeyOfAnotherRole => &["key"],
        Code::KeyNotInForce => &["key", "time"],
        Code::KeyOfAnotherKind => &["sort"],
        // --- from the notice to the door ---
        Code::SupplementShort => &["days", "minimum"],
        Code::SupplementPartial => &["left"],
        Code::NotAllReached => &["left", "roll"],
        Code::SamePerson => &["name", "unit", "other"],
        Code::LetterToComplete => &["unit", "lacking"],
        Code::ProxyBeyondLimit => &["holder", "limit"],
        Code::NominationLate => &["name", "until"],
        Code::UnknownRequisition => &["requisition"],
        _ => &[],
    }
}

fn without_names(said: &str) -> String {
    let names = ["示例单位5", "示例单位7", "示例", "年度报告", "旧文"];
    names.iter().fold(said.to_owned(), |said, name| said.replace(name, ""))
}

#[test]
fn every_code_has_a_sentence_for_each_reader_in_each_language() {
    let book = book();
    for code in Code::ALL {
        for lang in [Lang::Zh, Lang::En] {
            for reader in READERS {
                let said = findings::finding(lang, &book, &found(*code), reader);
                let what = format!("{code:?} {reader:?}");
                well_formed(lang, &said, &what);
                if lang == Lang::En {
                    assert!(!without_names(&said).contains(is_chinese), "{what}: {said}");
                }
            }
        }
    }
}

#[test]
fn what_is_said_does_not_depend_on_a_charter_being_there() {
    for code in Code::ALL {
        for (lang, reader) in [(Lang::Zh, READERS[0]), (Lang::En, READERS[1])] {
            let said = findings::finding(lang, &Book::default(), &found(*code), reader);
            well_formed(lang, &said, &format!("{code:?} without a charter"));
        }
    }
}

#[test]
fn recorder_and_presider_are_told_different_things() {
    let book = book();
    for code in Code::ALL {
        for lang in [Lang::Zh, Lang::En] {
            let [check, cure] = READERS.map(|r| findings::finding(lang, &book, &found(*code), r));
            assert_ne!(check, cure, "{code:?}");
        }
    }
}

#[test]
fn every_recorded_code_has_a_phrase_and_a_badge() {
    let book = book();
    for code in Code::ALL {
        let recorded = found(*code).full_code();
        for lang in [Lang::Zh, Lang::En] {
            let phrase = findings::code_text(lang, &recorded, &book);
            assert!(!phrase.is_empty() && !phrase.contains(['{', '…']), "{recorded}: {phrase}");
            assert_ne!(phrase, recorded, "{code:?} has no phrase");
        }
        let badge = findings::short(Lang::Zh, &book, &recorded);
        assert!((1..=12).contains(&badge.chars().count()), "{recorded}: {badge}");
        assert!(!badge.is_ascii(), "{recorded}: {badge}");
    }
    for flag in &book.charter.as_ref().unwrap().flags {
        let badge = findings::short(Lang::Zh, &book, &flag.id);
        assert!((1..=12).contains(&badge.chars().count()), "{}: {badge}", flag.id);
    }
}

#[test]
fn badges_of_the_charter_are_made_from_the_charter() {
    let book = book();
    let short = |lang, code| findings::short(lang, &book, code);
    assert_eq!(short(Lang::Zh, "exact_half"), "恰好半数");
    assert_eq!(short(Lang::Zh, "exact_two_thirds"), "恰好三分之二");
    assert_eq!(short(Lang::En, "exact_two_thirds"), "exactly 2/3");
    assert_eq!(short(Lang::Zh, "assumed_rule"), "假定规则");
    assert_eq!(short(Lang::Zh, "presider_by_designation"), "代为主持");
    assert_eq!(short(Lang::Zh, "not_in_recess_assembly_still_open"), "尚未闭会");
}

#[test]
fn a_refusal_begins_with_its_clause_and_ends_with_the_lawful_way() {
    let mut excluded = Finding::new(Code::PowerExcluded)
        .with("matter", "amendment")
        .with("body", "council")
        .citing(&Clauses::parse("9, 9(1)").unwrap());
    excluded.routes = vec!["assembly".into()];
    let said = |lang, reader| findings::finding(lang, &book(), &excluded, reader);
    assert_eq!(
        said(Lang::Zh, Reader::Recorder),
        "依据第九条、第九条（一）：“修改章程”不在授权范围内，联盟理事会不能代为议决。请核对事项和机构。可提交联盟大会决定。"
    );
    let en = said(Lang::En, Reader::Presider);
    assert!(
        en.starts_with("Under article 9, article 9(1): “amendment of the charter” is a power"),
        "{en}"
    );
    assert!(en.ends_with("It may be put to the assembly."), "{en}");
}

#[test]
fn the_charters_own_words_are_used_where_it_has_them() {
    let book = book();
    let charter = book.charter.as_ref().unwrap();
    let missing = Finding::new(Code::MissingPrecondition).named("secretariat_opinions");
    let own = &charter.precondition("secretariat_opinions").unwrap().missing;
    assert_eq!(findings::finding(Lang::Zh, &book, &missing, Reader::Presider), own.zh);
    let flag = Finding::new(Code::CharterFlag).named("exact_half");
    let own = charter.flag("exact_half").unwrap();
    assert_eq!(findings::finding(Lang::En, &book, &flag, Reader::Presider), own.presider.en);
    assert_eq!(findings::code_text(Lang::Zh, "exact_half", &book), own.recorder.zh);
}

#[test]
fn a_missing_reason_says_the_warnings_first() {
    let refusal = Refusal {
        finding: Finding::new(Code::ReasonRequired),
        warnings: vec![Finding::new(Code::NoticeShort).with("days", 1).with("minimum", 10)],
    };
    let said = findings::refusal(Lang::En, &book(), &refusal, Reader::Recorder);
    assert_eq!(
        said,
        "Notice was given 1 day before the meeting, and 10 are asked for. Check both dates; to go on, \
         give a reason. This takes a reason. Type it in; it stands in the minutes."
    );
    assert_eq!(Code::ReasonRequired.level(), Level::Refusal);
}
