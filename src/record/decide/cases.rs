//! Cases: opened, taken on step by step, put to a meeting, ended; permits and yearly reviews.

use super::super::cases::{
    Answer, CaseFile, EndCase, NewCase, Opened, Permit, PutCase, Stage, StepState, TakeStep, Taken,
    conditions, open_cases, stage, step_state,
};
use super::super::command::{Command, NewItem};
use super::super::event::{Event, Subject};
use super::super::finding::{Code, Finding, Refusal};
use super::super::state::{ItemState, Membership, Phase};
use super::agenda::{added, off_notice};
use super::opening::{on_register, size_after_loss};
use super::{Case, count, said};
use crate::charter::{
    Charter, Concerns, Listed, Names, Procedure, Step, StepEffect, StepKind, Turn,
};
use chrono::NaiveDate;

pub(super) fn decide(case: &mut Case) -> Result<(), Refusal> {
    match &case.request.command {
        Command::OpenCase(new) => {
            let opened = opened(case, new, next_case(case))?;
            case.of_book(Event::CaseOpened(opened));
            Ok(())
        }
        Command::TakeStep(step) => take(case, step),
        Command::PutCase(put_case) => put(case, put_case),
        Command::EndCase(end) => {
            let (file, procedure) = living(case, end.case)?;
            if let Stage::Waits { meeting, item } = stage(case.book, procedure, file) {
                return Err(waits(file.no, meeting, item));
            }
            let end = EndCase {
                case: file.no,
                why: said(&end.why, "why")?.to_owned(),
                day: Some(past(case, end.day)?),
            };
            case.of_book(Event::CaseEnded(end));
            Ok(())
        }
        _ => Ok(()),
    }
}

fn next_case(case: &Case) -> u32 {
    let new = |(_, event): &&(Option<u32>, Event)| matches!(event, Event::CaseOpened(_));
    count(&case.book.cases) + 1 + count(&case.events.iter().filter(new).collect::<Vec<_>>())
}

/// A day that is not after the entry: what has not happened yet is not recorded as done.
pub(super) fn past(case: &Case, day: Option<NaiveDate>) -> Result<NaiveDate, Refusal> {
    let today = case.request.entered.date_naive();
    let day = day.unwrap_or_else(|| case.when().date_naive());
    if day > today {
        return Err(Finding::new(Code::TimeInFuture).with("time", day).into());
    }
    Ok(day)
}

pub(super) fn unknown(name: impl ToString) -> Refusal {
    Finding::new(Code::UnknownName).with("name", name).into()
}

/// A paper that is kept in the book.
pub(super) fn kept(case: &Case, document: Option<u32>) -> Result<(), Refusal> {
    match document.filter(|no| case.book.documents.iter().all(|d| d.no != *no)) {
        Some(document) => Err(unknown(document)),
        None => Ok(()),
    }
}

/// The case and its procedure, unless it is over.
fn living<'b>(case: &Case<'b>, no: u32) -> Result<(&'b CaseFile, &'b Procedure), Refusal> {
    let file = case.book.cases.iter().find(|c| c.no == no);
    let file =
        file.ok_or_else(|| Refusal::from(Finding::new(Code::UnknownCase).with("case", no)))?;
    let procedure = case.charter()?.procedure(&file.new.procedure);
    let procedure = procedure.ok_or_else(|| unknown(&file.new.procedure))?;
    match stage(case.book, procedure, file) {
        Stage::Complete | Stage::Ended => Err(Finding::new(Code::CaseOver).with("case", no).into()),
        _ => Ok((file, procedure)),
    }
}

fn waits(case: u32, meeting: u32, item: u32) -> Refusal {
    let found = Finding::new(Code::CaseWaits).with("case", case);
    found.with("meeting", meeting).with("item", item).into()
}

/// The charter's list of which a case names entries.
pub fn list(charter: &Charter, names: Names) -> &[Listed] {
    match names {
        Names::Duty => &charter.duties,
        Names::Right => &charter.rights,
        Names::Task => &charter.tasks,
    }
}

pub(super) fn in_list(list: &[Listed], names: &[String]) -> Result<(), Refusal> {
    match names.iter().find(|n| list.iter().all(|l| l.id != **n)) {
        Some(stranger) => Err(unknown(stranger)),
        None => Ok(()),
    }
}

/// A case as it is opened, with what the register knows filled in.
fn opened(case: &Case, new: &NewCase, no: u32) -> Result<Opened, Refusal> {
    let charter = case.charter()?;
    let procedure = charter.procedure(&new.procedure).ok_or_else(|| unknown(&new.procedure))?;
    let Some(concerns) = procedure.concerns else {
        let found = Finding::new(Code::ProcedureDescribes).with("procedure", &procedure.id);
        return Err(found.into());
    };
    let mut new = new.clone();
    new.day = Some(past(case, new.day)?);
    let unfit = |name: &str, field: &'static str| -> Refusal {
        Finding::new(Code::SubjectUnfit).with("name", name).with("field", field).into()
    };
    match concerns {
        Concerns::Member => {
            let unit = new.subject.unit.ok_or_else(|| unfit(&new.subject.name, "unit"))?;
            on_register(case, unit)?;
            new.subject.name = case.book.unit_name(unit);
        }
        Concerns::Applicant => {
            new.subject.name = said(&new.subject.name, "name")?.to_owned();
            let member = case
                .book
                .members
                .values()
                .any(|m| m.entry.name == new.subject.name && m.standing == Membership::Member);
            if member {
                return Err(unfit(&new.subject.name, "name"));
            }
            let known = |id: &String| charter.categories.iter().any(|c| c.id == *id);
            if new.subject.category.as_ref().is_some_and(|c| !known(c)) {
                return Err(unfit(&new.subject.name, "category"));
            }
        }
        Concerns::Text => {
            new.subject.name = said(&new.subject.name, "title")?.to_owned();
        }
    }
    if let Some(revised) = &new.subject.revises
        && case.book.norms.iter().all(|n| n.number != *revised)
    {
        return Err(unknown(revised));
    }
    if let Some(names) = procedure.names {
        in_list(list(charter, names), &new.names)?;
        if new.names.is_empty() && names == Names::Duty {
            let found = Finding::new(Code::CaseNamesNothing).with("procedure", &procedure.id);
            let clauses = procedure.basis.article.clone().unwrap_or_default();
            return Err(found.citing(&clauses).into());
        }
    }
    in_list(&charter.tasks, &new.tasks)?;
    if let Some(from) = new.from.filter(|from| case.book.cases.iter().all(|c| c.no != *from)) {
        return Err(Finding::new(Code::UnknownCase).with("case", from).into());
    }
    // Two files about one thing would be decided twice.
    let same = |file: &CaseFile| {
        file.new.procedure == new.procedure && file.new.subject.name == new.subject.name
    };
    let settled =
        matches!(concerns, Concerns::Applicant | Concerns::Member) && procedure.matter.is_some();
    let open = open_cases(case.book);
    if let Some((file, _)) = open.iter().find(|(file, _)| settled && same(file)) {
        let found = Finding::new(Code::CaseOpenAlready).with("case", file.no);
        return Err(found.with("name", &new.subject.name).into());
    }
    Ok(Opened { case: no, new })
}

fn take(case: &mut Case, asked: &TakeStep) -> Result<(), Refusal> {
    let (file, procedure) = living(case, asked.case)?;
    let at = stage(case.book, procedure, file);
    if let Stage::Waits { meeting, item } = at {
        return Err(waits(file.no, meeting, item));
    }
    let next = match at {
        Stage::Next(place) => place,
        _ => procedure.taken.len(),
    };
    let place = match &asked.step {
        Some(id) => procedure.place(id).ok_or_else(|| unknown(id))?,
        None => next,
    };
    let step = procedure.taken.get(place);
    let step = step.ok_or_else(|| Refusal::from(Code::NothingChanges))?;
    if step.kind == StepKind::Vote {
        return Err(step_finding(Code::StepIsVote, file, step).into());
    }
    in_turn(case, file, procedure, place)?;
    let taken = filled(case, file, step, asked)?;
    kept(case, taken.document)?;
    let outcome = taken.outcome.clone();
    let (day, note) = (taken.day.unwrap_or_default(), taken.note.clone());
    let passed = taken.passed;
    let named = taken.names.clone();
    let (from, to) = (taken.valid_from, taken.until);
    case.of_book(Event::StepTaken(Taken { step: taken }));
    let outcome = step.outcomes.iter().find(|o| Some(&o.id) == outcome.as_ref());
    if let Some(opens) = outcome.and_then(|o| o.opens.as_ref()) {
        let follows = NewCase {
            procedure: opens.clone(),
            subject: file.new.subject.clone(),
            text: if note.is_empty() { file.new.text.clone() } else { note.clone() },
            names: if named.is_empty() { file.new.names.clone() } else { named },
            tasks: file.new.tasks.clone(),
            claim: file.new.claim,
            from: Some(file.no),
            day: Some(day),
        };
        open_following(case, follows)?;
    }
    if passed || outcome.is_some_and(|o| o.turn == Some(Turn::Ends)) {
        return Ok(());
    }
    match (step.effect, file.new.subject.unit) {
        (Some(StepEffect::Lose), Some(unit)) => {
            on_register(case, unit)?;
            case.roll_is_free()?;
            let ground =
                if file.new.text.is_empty() { note.clone() } else { file.new.text.clone() };
            let evidence = said(&note, "evidence")?.to_owned();
            let meeting = case.book.meeting_in_hand().map(|m| m.no);
            case.events.push((meeting, Event::MembershipLost { unit, ground, evidence }));
            size_after_loss(case, 1);
        }
        (Some(StepEffect::Permit), Some(unit)) => {
            let scope = if file.new.text.is_empty() { note } else { file.new.text.clone() };
            case.of_book(Event::PermitGiven(Permit {
                permit: next_permit(case),
                unit,
                scope: said(&scope, "scope")?.to_owned(),
                tasks: file.new.tasks.clone(),
                from: from.or(Some(day)),
                to,
                case: Some(file.no),
                decision: None,
            }));
        }
        _ => {}
    }
    Ok(())
}

pub(super) fn next_permit(case: &Case) -> u32 {
    count(&case.book.permits) + 1
}

/// What an outcome opens names the breach it is about; without one the refusal says what is missing.
pub(super) fn open_following(case: &mut Case, new: NewCase) -> Result<(), Refusal> {
    let following = opened(case, &new, next_case(case))?;
    case.of_book(Event::CaseOpened(following));
    Ok(())
}

fn step_finding(code: Code, file: &CaseFile, step: &Step) -> Finding {
    Finding::new(code)
        .with("case", file.no)
        .with("step", format!("{}/{}", file.new.procedure, step.id))
        .citing(&step.article.clone().unwrap_or_default())
}

/// What the charter asks for comes in its order; what is only recommended may come when it comes.
fn in_turn(
    case: &Case,
    file: &CaseFile,
    procedure: &Procedure,
    place: usize,
) -> Result<(), Refusal> {
    for earlier in procedure.taken.iter().take(place) {
        if earlier.is_required() && !step_state(case.book, file, earlier).is_over() {
            return Err(step_finding(Code::StepFirst, file, earlier).into());
        }
    }
    Ok(())
}

/// A step as it is recorded: with its day, who took it and how it ended.
fn filled(
    case: &Case,
    file: &CaseFile,
    step: &Step,
    asked: &TakeStep,
) -> Result<TakeStep, Refusal> {
    let charter = case.charter()?;
    let day = past(case, asked.day)?;
    if day < file.day() {
        return Err(Finding::new(Code::BeforeTheCase).with("time", file.day()).into());
    }
    if let (Some(asked), Some(owner)) = (&asked.by, &step.by)
        && asked != owner
    {
        let found = step_finding(Code::StepOfAnother, file, step).with("provider", owner);
        return Err(found.into());
    }
    if let Some(by) = &asked.by
        && charter.office(by).is_none()
        && charter.body(by).is_none()
    {
        return Err(unknown(by));
    }
    if let Some(unit) = asked.unit {
        on_register(case, unit)?;
    }
    let mut taken = TakeStep {
        step: Some(step.id.clone()),
        day: Some(day),
        by: asked.by.clone().or_else(|| step.by.clone()),
        ..asked.clone()
    };
    if asked.passed {
        if step.is_required() {
            return Err(step_finding(Code::StepRequired, file, step).into());
        }
        said(&asked.note, "why")?;
        return Ok(taken);
    }
    match &asked.outcome {
        Some(id) if step.outcomes.iter().all(|o| o.id != *id) => return Err(unknown(id)),
        Some(_) => {}
        None => taken.outcome = step.outcomes.first().map(|o| o.id.clone()),
    }
    let chosen = step.outcomes.iter().find(|o| Some(&o.id) == taken.outcome.as_ref());
    if chosen.is_some_and(|o| o.until) && asked.until.is_none() {
        return Err(Finding::new(Code::TextMissing).with("field", "until").into());
    }
    // Turning somebody away, or asking for more, is done with a reason.
    if chosen.is_some_and(|o| o.turn.is_some()) {
        said(&asked.note, "why")?;
    }
    if step.kind == StepKind::Conditions {
        answered(charter, file, &asked.answers)?;
        for answer in &asked.answers {
            kept(case, answer.document)?;
        }
    }
    if step.kind == StepKind::Collect && !asked.closes {
        said(&asked.note, "text")?;
    }
    Ok(taken)
}

/// Every condition that applies is answered, and what is met has its evidence.
fn answered(charter: &Charter, file: &CaseFile, answers: &[Answer]) -> Result<(), Refusal> {
    let applying = conditions(charter, file.new.subject.category.as_deref());
    for condition in &applying {
        let article = condition.basis.article.clone().unwrap_or_default();
        let given = answers.iter().find(|a| a.condition == condition.id);
        let Some(given) = given else {
            let found = Finding::new(Code::ConditionUnanswered).with("condition", &condition.id);
            return Err(found.citing(&article).into());
        };
        if !given.met {
            let found = Finding::new(Code::ConditionUnmet).with("condition", &condition.id);
            return Err(found.citing(&article).into());
        }
        if given.evidence.trim().is_empty() && given.document.is_none() {
            let found = Finding::new(Code::ConditionUnproven).with("condition", &condition.id);
            return Err(found.citing(&article).into());
        }
    }
    match answers.iter().find(|a| applying.iter().all(|c| c.id != a.condition)) {
        Some(stranger) => Err(unknown(&stranger.condition)),
        None => Ok(()),
    }
}

fn put(case: &mut Case, asked: &PutCase) -> Result<(), Refusal> {
    let (file, procedure) = living(case, asked.case)?;
    let Some(place) = procedure.vote() else {
        return Err(Finding::new(Code::CaseNotVoted).with("case", file.no).into());
    };
    if let Stage::Waits { meeting, item } = stage(case.book, procedure, file) {
        return Err(waits(file.no, meeting, item));
    }
    if procedure.taken.get(place).is_some_and(|s| step_state(case.book, file, s).is_over()) {
        return Err(Code::NothingChanges.into());
    }
    in_turn(case, file, procedure, place)?;
    let meeting = case.unclosed()?;
    let charter = case.charter()?;
    let wanted = procedure.matter.as_ref().or(asked.matter.as_ref());
    let matter = wanted.and_then(|m| charter.matter(m));
    let matter = matter.ok_or_else(|| unknown(wanted.cloned().unwrap_or_default()))?;
    if let super::motions::Power::Refused(finding) =
        super::motions::power(case.book, charter, &meeting.body, matter)
    {
        return Err((*finding).into());
    }
    let passed_over =
        |s: &&Step| !s.is_required() && step_state(case.book, file, s) == StepState::Open;
    for step in procedure.taken.iter().take(place).filter(passed_over) {
        case.find(step_finding(Code::StepPassedOver, file, step));
    }
    let concerns = procedure.concerns.unwrap_or(Concerns::Text);
    // A proposal's matter concerns whatever it proposes, not the member who made it.
    let subjects: Vec<Subject> = match (procedure.matter.is_some(), concerns) {
        (true, _) => vec![file.new.subject.clone()],
        (false, _) => Vec::new(),
    };
    let mut tasks = file.new.tasks.clone();
    if procedure.names == Some(Names::Task) {
        tasks.extend(file.new.names.iter().cloned());
    }
    let item = NewItem {
        title: said(&asked.title, "title")?.to_owned(),
        matter: Some(matter.id.clone()),
        draft: asked.draft.clone(),
        subjects: subjects.clone(),
        before: None,
        from: None,
        case: Some(file.no),
        tasks,
    };
    match (asked.on_notice, meeting.phase) {
        (true, Phase::Preparing) => {}
        (true, _) => return Err(Code::AlreadyOpen.into()),
        (false, _) => off_notice(case, &item)?,
    }
    // An item referred or carried over with this case stands on the agenda already.
    let known = meeting
        .items
        .iter()
        .find(|i| i.new.case == Some(file.no) && !matches!(i.state, ItemState::Ended(_)));
    if let Some(item) = known {
        return Err(waits(file.no, meeting.no, item.no));
    }
    let no = meeting.items.iter().map(|i| i.no).max().unwrap_or(0) + 1;
    added(case, meeting.no, no, item, asked.on_notice)?;
    for step in procedure.taken.iter().take(place) {
        let last = file.steps.iter().rev().find(|t| t.step.as_deref() == Some(step.id.as_str()));
        if let (Some(precondition), Some(taken)) = (&step.files, last) {
            let event = Event::Filed {
                item: no,
                precondition: precondition.clone(),
                note: taken.note.clone(),
                document: taken.document,
            };
            case.of(meeting, event);
        }
    }
    Ok(())
}
