//! The line of each kind of event: the one place that must know them all.

use super::amend::amend_line;
use super::ballot::ballot_line;
use super::cases::case_line;
use super::change::change_name;
use super::event::Told;
use super::follow::follow_line;
use super::funds;
use super::issue::issue_line;
use super::members;
use super::notice::notice_line;
use super::parts::*;
use super::{method_name, two};
use crate::charter::Name;
use crate::record::event::Event;

/// A phrase in both languages, with the names in scope filled in.
macro_rules! say {
    ($zh:literal, $en:literal) => {
        two(format!($zh), format!($en))
    };
}

/// What an event says. Exhaustive: an event without a line does not compile.
pub(super) fn line(told: &Told, event: &Event) -> Name {
    match event {
        Event::CharterAdopted { version, basis, .. } => {
            let said = say!("收入章程第{version}版", "charter put in, version {version}");
            note(said, basis)
        }
        Event::ReadingAdopted { question, option, basis } => reading(told, question, option, basis),
        Event::Enrolled { units } => of("期初成员", "opening register", &told.members(units.len())),
        Event::Seated { body, units } => seated(told, body, units.len()),
        Event::Filled { office, name, .. } => filled(told, office, name),
        Event::Stood { body, term, number, .. } => stood(told, body, *term, *number),
        Event::Numbered { document, certificate } => say!(
            "期初编号：文件自{document}号起，证书自{certificate}号起",
            "opening numbers: documents from {document}, certificates from {certificate}"
        ),
        Event::Attached { document, name, .. } => {
            say!("收存文件{document}：{name}", "paper {document} kept: {name}")
        }
        Event::MembershipLost { unit, ground, .. } => {
            let unit = told.unit(*unit);
            note(about("丧失成员资格", "membership lost", &unit), ground)
        }
        Event::Convened { body, special, date, place, term, number, .. } => {
            convened(told, body, [*term, *number], *special, *date, place)
        }
        Event::ItemAdded { item, new, on_notice } => added(*item, &new.title, *on_notice),
        Event::ItemMoved { item, before } => moved_item(told, *item, *before),
        Event::Filed { item, precondition, note: text, .. } => {
            filed(told, *item, precondition, text)
        }

        Event::AttendanceRecorded { unit, presence } => attendance(told, *unit, presence),
        Event::ObserverNoted { name, .. } => about("列席", "observer", name),
        Event::Recused { unit, item, why } => recused(told, *unit, *item, why),

        Event::CalledToOrder { chairing, recorder, roll } => {
            let (name, roll) = (&chairing.name, told.members(roll.len()));
            let said = say!(
                "开会：主持人{name}，记录人{recorder}",
                "called to order: {name} presides, {recorder} records"
            );
            two(
                format!("{}，名册{}", said.zh, roll.zh),
                format!("{}, {} on the roll", said.en, roll.en),
            )
        }
        Event::PresiderChanged { chairing } => {
            let right = told.right_to_preside(chairing);
            let name = &chairing.name;
            two(
                format!("改由{name}主持（{}）", right.zh),
                format!("{name} presides from now on ({})", right.en),
            )
        }
        Event::RecorderChanged { recorder, why } => {
            note(about("更换记录人", "new recorder", recorder), why)
        }
        Event::BreakBegun {} => two("休会", "break"),
        Event::Resumed { present } => {
            of("复会，在场", "resumed, present", &told.members(present.len()))
        }
        Event::Interrupted { cause, from, until } => interrupted(cause, *from, *until),
        Event::MeetingClosed {} => two("闭会", "closed"),

        Event::ItemOpened { item } => of("进入", "taken up", &told.item(*item)),
        Event::ItemEnded { item, end } => item_ended(told, *item, end),
        Event::Moved { motion, text, mover, .. } => {
            note(say!("提出第{motion}号议案：{text}", "motion {motion}: {text}"), mover)
        }
        Event::Reworded { motion, text } => {
            say!("第{motion}号议案文字改为：{text}", "motion {motion} now reads: {text}")
        }
        Event::AmendmentMoved { motion, to, text, mover, .. } => {
            let said = say!(
                "对第{to}号议案提出修正案（第{motion}号）：{text}",
                "amendment to motion {to} (motion {motion}): {text}"
            );
            note(said, mover)
        }
        Event::MotionWithdrawn { motion } => {
            say!("撤回第{motion}号议案", "motion {motion} withdrawn")
        }

        Event::VoteOpened { vote, motion, method, frozen, .. } => {
            opened(*vote, *motion, *method, frozen.needed)
        }
        Event::AdmittedToVote { vote, unit } => {
            let unit = told.unit(*unit);
            say!("准许{unit}参加第{vote}次表决", "{unit} admitted to vote {vote}")
        }
        Event::Counted { count, .. } => of("计票", "count", &figures(count)),
        Event::Called { unit, choice, .. } => called(told, *unit, *choice),
        Event::VoteClosed { vote, verdict } => closed(*vote, verdict),
        Event::Challenged { by, ground, method, .. } => {
            let method = method_name(*method);
            let said = two(
                format!("{by}对计票提出异议，以{}重新计票", method.zh),
                format!("{by} challenges the count; it is taken again by {}", method.en),
            );
            note(said, ground)
        }
        Event::VoteVoided { vote, why } => {
            note(say!("第{vote}次表决作废", "vote {vote} voided"), why)
        }
        Event::Declared { vote, carried, number, ruling, casting, .. } => {
            let said = declared(*vote, *carried, number.as_deref(), *casting);
            ruled(said, ruling.as_ref().map(|r| r.reason.as_str()))
        }
        Event::Enacted { change, .. } => change_name(told.book, change),

        Event::ElectionPlanned { .. }
        | Event::TellersNamed { .. }
        | Event::CandidatesSet { .. }
        | Event::BallotsIssued { .. }
        | Event::BoxOpened { .. }
        | Event::SheetEntered { .. }
        | Event::SheetCorrected { .. }
        | Event::RoundCounted { .. }
        | Event::RoundRecounted { .. }
        | Event::RoundDeclared { .. }
        | Event::RoundVoided { .. } => ballot_line(told, event),
        // --- members and people ------------------------------------------------------------------
        Event::MemberAmended(amended) => members::amended(told, amended),
        Event::PersonKept(kept) => members::kept(told, kept),
        Event::PersonForgotten(forgotten) => members::forgotten(told, forgotten),

        // --- from the notice to the door ---------------------------------------------------------
        Event::NoticeSent(_)
        | Event::ReplyReceived(_)
        | Event::ReplyTakenBack(_)
        | Event::NominationsOpened(_)
        | Event::Nominated(_)
        | Event::NominationEnded(_)
        | Event::RequisitionOpened(_)
        | Event::RequisitionSigned(_)
        | Event::SignatureWithdrawn(_)
        | Event::RequisitionMet(_) => notice_line(told, event),

        // --- decisions carried out ---------------------------------------------------------------
        Event::DecisionAssigned(_) | Event::ProgressReported(_) => follow_line(told, event),
        Event::AmendmentDrafted(_)
        | Event::OpinionCollected(_)
        | Event::OpinionsCollated(_)
        | Event::DraftPut(_)
        | Event::AmendmentTakenBack(_) => amend_line(told, event),

        // --- funds -------------------------------------------------------------------------------
        Event::FundsOpened(entry)
        | Event::Received(entry)
        | Event::Spent(entry)
        | Event::FundsReversed(entry) => funds::entered(told, entry),
        Event::FundsReported(report) => funds::reported(told, report),

        // --- minutes and their issue -------------------------------------------------------------
        Event::MinutesWorded(_)
        | Event::DraftRemarked(_)
        | Event::RemarkAnswered(_)
        | Event::MinutesIssued(_)
        | Event::MinutesApproved(_)
        | Event::MinutesSigned(_)
        | Event::MinutesSignedWithKey(_)
        | Event::MinutesPublished(_)
        | Event::MinutesReopened(_)
        | Event::SlipIssued(_)
        | Event::KeyBound(_)
        | Event::KeyWithdrawn(_)
        | Event::PapersPrinted(_) => issue_line(told, event),

        // --- procedures between meetings ---------------------------------------------------------
        Event::CaseOpened(_)
        | Event::StepTaken(_)
        | Event::CaseEnded(_)
        | Event::PermitGiven(_)
        | Event::PermitEnded(_)
        | Event::MemberReviewed(_)
        | Event::OfficeVacated(_)
        | Event::Designated(_)
        | Event::DesignationEnded(_) => case_line(told, event),

        // --- notes and corrections ---------------------------------------------------------------
        Event::NoteTaken { note_kind, who, text, private, .. } => {
            taken(*note_kind, who, text, *private)
        }
        Event::NoteEdited { note, .. } => say!("改写第{note}条记事", "note {note} rewritten"),
        Event::Struck { from, to, what } => struck(what, *from, *to),
        Event::Settled { .. } => {
            two("已核实：存疑的登记确已存妥", "confirmed: the entry in doubt was written")
        }
        Event::AttendanceCorrected { unit, presence, since, why, touched, .. } => {
            let said = attendance_corrected(told, *unit, presence, *since);
            with_touched(note(said, why), touched.len())
        }
        Event::CountCorrected { vote, was, count, confirmed_by, why, touched } => {
            let said = count_corrected(*vote, was, count, confirmed_by);
            with_touched(note(said, why), touched.len())
        }
        Event::TextCorrected { decision, old, new, leave } => {
            let said = say!(
                "更正第{decision}项决定的文字：“{old}”改为“{new}”",
                "text of decision {decision} corrected: “{old}” to “{new}”"
            );
            note(said, leave)
        }
        Event::EnactmentCorrected { decision, wrong, right, why, touched } => {
            let (wrong, right) = (told.unit(*wrong), told.unit(*right));
            let said = say!(
                "更正第{decision}项决定的执行：由{wrong}改为{right}",
                "enactment of decision {decision} corrected: {right} instead of {wrong}"
            );
            with_touched(note(said, why), touched.len())
        }
    }
}
