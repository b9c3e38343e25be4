//! The desk of cases: applications, files and proposals, with the step that comes next.

use super::case_forms::{self, Ask};
use crate::charter::{Charter, StepKind};
use crate::record::Stamp;
use crate::record::cases::{CaseFile, Stage, is_ready, stage};
use crate::record::state::Phase;
use crate::text::{cases as case_text, charter as charter_text, funds};
use crate::ui::console::Console;
use crate::ui::desk::{Row, Table, column};
use crate::ui::theme::Role;
use crate::ui::view::{Opening, Pick};
use chrono::NaiveDate;

fn file(console: &Console, row: u64) -> Option<&CaseFile> {
    console.ledger.book.cases.iter().find(|c| u64::from(c.no) == row)
}

fn stage_of(console: &Console, charter: &Charter, file: &CaseFile) -> Stage {
    charter
        .procedure(&file.new.procedure)
        .map_or(Stage::Ended, |p| stage(&console.ledger.book, p, file))
}

/// See [`super::table`].
pub fn table(console: &Console, _today: NaiveDate) -> Table {
    let lang = console.lang().first();
    let book = &console.ledger.book;
    let Some(charter) = book.charter.as_deref() else {
        return Table::default();
    };
    let mut rows = Vec::new();
    // What is still open comes first, the latest of each above.
    for over in [false, true] {
        for file in book.cases.iter().rev() {
            let stage = stage_of(console, charter, file);
            if matches!(stage, Stage::Complete | Stage::Ended) != over {
                continue;
            }
            let kind = charter.procedure(&file.new.procedure).map(|p| p.name.clone());
            let kind = kind.unwrap_or_default();
            let said = lang.pick(&case_text::stage_name(book, charter, file));
            let name = &file.new.subject.name;
            let role = match stage {
                _ if over => Role::Dim,
                Stage::Waits { .. } => Role::Accent,
                _ => Role::Text,
            };
            rows.push(Row {
                id: u64::from(file.no),
                cells: vec![file.no.to_string(), lang.pick(&kind), name.clone(), said.clone()],
                find: format!("{name}\n{}\n{}\n{said}\n{}", kind.zh, kind.en, file.new.text),
                role,
            });
        }
    }
    Table {
        sums: Vec::new(),
        columns: vec![
            column(lang.say(["号", "no."]), 3),
            column(lang.say(["程序", "procedure"]), 12),
            column(lang.say(["对象", "about"]), 20),
            column(lang.say(["进度", "where it stands"]), 0),
        ],
        rows,
        empty: console.lang().say([
            "还没有卷宗。Ctrl-N 立卷：入盟、退盟、提案、监督……",
            "There are no cases yet. Ctrl-N opens one: joining, leaving, a proposal, supervision …",
        ]),
    }
}

/// See [`super::detail`].
pub fn detail(console: &Console, row: u64, _today: NaiveDate) -> Vec<String> {
    let lang = console.lang();
    let book = &console.ledger.book;
    let Some((charter, file)) = book.charter.as_deref().zip(file(console, row)) else {
        return Vec::new();
    };
    let Some(procedure) = charter.procedure(&file.new.procedure) else {
        return Vec::new();
    };
    let label = |words: [&'static str; 2], said: String| format!("{}  {said}", lang.say(words));
    let mut lines = vec![format!("# {}", lang.pick(&case_text::name(charter, file)))];
    lines.push(lang.pick(&case_text::stage_name(book, charter, file)));
    lines.push(String::new());
    if let Some(article) = &procedure.basis.article {
        let clauses = charter_text::clause_words(&charter.identity.article_form, article);
        lines.push(label(["依据", "under"], lang.pick(&clauses)));
    }
    lines.push(label(["立卷", "opened"], file.day().to_string()));
    if let Some(from) = file.new.from {
        lines.push(label(["来自卷宗", "follows case"], from.to_string()));
    }
    if let Some(names) = procedure.names {
        let list = crate::record::decide::list(charter, names);
        for entry in list.iter().filter(|e| file.new.names.contains(&e.id)) {
            let clauses = entry.basis.article.clone().unwrap_or_default();
            let clauses = charter_text::clause_words(&charter.identity.article_form, &clauses);
            lines.push(format!("{}  {}", lang.pick(&clauses), lang.pick(&entry.name)));
        }
    }
    if let Some(claim) = file.new.claim {
        lines.push(label(
            ["损失", "damage claimed"],
            lang.pick(&funds::with_unit(charter, &claim.to_string())),
        ));
    }
    if !file.new.text.is_empty() {
        lines.push(label(["事由", "about"], file.new.text.clone()));
    }
    lines.push(String::new());
    lines.extend(case_text::steps(lang, book, procedure, file));
    if let Some((day, why)) = &file.ended {
        lines.push(format!("{}  {day}  {why}", lang.say(["终止", "ended"])));
    }
    lines
}

/// See [`super::open`]: the step that comes next, or the page of a case that waits or is over.
pub fn open(console: &mut Console, row: u64, now: Stamp) {
    let lang = console.lang();
    let today = now.date_naive();
    let book = &console.ledger.book;
    let Some((charter, file)) = book.charter.clone().zip(file(console, row).cloned()) else {
        return;
    };
    let Some(procedure) = charter.procedure(&file.new.procedure) else {
        return;
    };
    let next = match stage(book, procedure, &file) {
        Stage::Next(place) => procedure.taken.get(place),
        _ => None,
    };
    match next {
        Some(step) if step.kind == StepKind::Vote => put(console, &charter, &file),
        Some(step) => {
            let form = case_forms::step(lang, &charter, procedure, &file, step, today);
            console.form(|_| form);
        }
        None => super::page(console, super::Which::Cases, row, now),
    }
}

fn put(console: &mut Console, charter: &Charter, file: &CaseFile) {
    let lang = console.lang();
    let meeting = console.ledger.book.meeting_in_hand();
    let Some(preparing) = meeting.map(|m| m.phase == Phase::Preparing) else {
        let text = lang.say([
            "下一步是表决，但现在没有筹备中或进行中的会议。请先在首页召集会议，再把这件卷宗列入议程。",
            "A vote comes next, but no meeting is being prepared or held. Call a meeting first (home screen), then put this case on its agenda.",
        ]);
        return console.view.warn(text);
    };
    let form = case_forms::put(lang, charter, file, preparing);
    console.form(|_| form);
}

/// See [`super::menu`].
pub fn menu(console: &Console, row: Option<u64>, _today: NaiveDate) -> Vec<(String, String, Pick)> {
    let lang = console.lang();
    let book = &console.ledger.book;
    let mut lines: Vec<(String, Pick)> = Vec::new();
    let ask = |ask: Ask| Pick::Open(Box::new(Opening::Case(ask)));
    if let Some((charter, file)) = book.charter.as_deref().zip(row.and_then(|r| file(console, r))) {
        lines.push((lang.say(["全卷", "the whole file"]), Pick::Page(row.unwrap_or_default())));
        let procedure = charter.procedure(&file.new.procedure);
        let open = !matches!(stage_of(console, charter, file), Stage::Complete | Stage::Ended);
        let steps = procedure.map(|p| p.taken.as_slice()).unwrap_or_default();
        for (place, step) in steps.iter().enumerate() {
            if !procedure.is_some_and(|p| is_ready(book, p, file, place)) {
                continue;
            }
            if step.kind == StepKind::Vote {
                if book.meeting_in_hand().is_some() {
                    let left_open = procedure.is_some_and(|p| p.matter.is_none());
                    let put = Ask::Put { case: file.no, open: left_open };
                    lines.push((lang.say(["列入议程", "put on the agenda"]), ask(put)));
                }
                continue;
            }
            let name = lang.pick(&step.name);
            let take = Ask::Step { case: file.no, step: step.id.clone() };
            lines.push((name.clone(), ask(take)));
            if !step.is_required() {
                let pass = Ask::Pass { case: file.no, step: step.id.clone() };
                let label = lang.join(&format!("略过：{name}"), &format!("pass over: {name}"));
                lines.push((label, ask(pass)));
            }
        }
        if open {
            lines.push((
                lang.say(["终止这件卷宗", "end this case"]),
                ask(Ask::End { case: file.no }),
            ));
        }
    }
    lines.push((
        lang.say(["立新卷", "open a new case"]),
        Pick::Do(crate::ui::keys::Action::DeskNew),
    ));
    super::numbered(lines)
}

/// See [`super::create`]: which procedure.
pub fn create(console: &mut Console) {
    let lang = console.lang();
    let Some(charter) = console.ledger.book.charter.clone() else {
        return;
    };
    let mut lines = Vec::new();
    for procedure in charter.procedures.iter().filter(|p| p.concerns.is_some()) {
        let ask = Ask::Open { procedure: procedure.id.clone() };
        lines.push((lang.pick(&procedure.name), Pick::Open(Box::new(Opening::Case(ask)))));
    }
    if lines.is_empty() {
        return console.view.warn(lang.say([
            "章程文件中没有可以立卷的程序。",
            "The charter file has no procedure of which cases are kept.",
        ]));
    }
    console.view.menu(lang.say(["立什么卷？", "What kind of case?"]), super::numbered(lines));
}

/// The form behind a line of a menu.
pub fn form(console: &Console, asked: &Ask, today: NaiveDate) -> Option<crate::ui::form::Form> {
    let lang = console.lang();
    let book = &console.ledger.book;
    let charter = book.charter.as_deref()?;
    let of = |no: u32| book.cases.iter().find(|c| c.no == no);
    let unit = |no: u32| book.unit_name(no);
    Some(match asked {
        Ask::Open { procedure } => {
            case_forms::open(lang, charter, charter.procedure(procedure)?, None, today)
        }
        Ask::Step { case, step } | Ask::Pass { case, step } => {
            let file = of(*case)?;
            let procedure = charter.procedure(&file.new.procedure)?;
            let step = procedure.step(step)?;
            match asked {
                Ask::Pass { .. } => case_forms::pass(lang, charter, file, step),
                _ => case_forms::step(lang, charter, procedure, file, step, today),
            }
        }
        Ask::Put { case, .. } => {
            let preparing = book.meeting_in_hand().is_some_and(|m| m.phase == Phase::Preparing);
            case_forms::put(lang, charter, of(*case)?, preparing)
        }
        Ask::End { case } => {
            let name = lang.pick(&case_text::name(charter, of(*case)?));
            case_forms::reason(lang, ["终止卷宗", "End the case"], &name, asked.clone(), today)
        }
        Ask::EndPermit { permit } => {
            let known = book.permits.iter().find(|p| p.permit.permit == *permit)?;
            let name = unit(known.permit.unit);
            case_forms::reason(lang, ["收回授权或许可", "Take back"], &name, asked.clone(), today)
        }
        Ask::Review { year, unit: no } => {
            case_forms::review(lang, charter, &unit(*no), *year, *no)?
        }
        Ask::ReviewRest { year } => {
            let title = ["其余全部合格", "All others pass"];
            case_forms::reason(lang, title, &year.to_string(), asked.clone(), today)
        }
        Ask::Vacate { name, .. } => {
            case_forms::reason(lang, ["离任", "Leaves the office"], name, asked.clone(), today)
        }
        Ask::Designate { office } => {
            let acting = charter.acting.iter().filter(|a| a.office == *office);
            let mut fit = Vec::new();
            for allowed in acting {
                for holder in book.holders_of(&allowed.from, today) {
                    fit.push((holder.name.clone(), holder.name.clone()));
                }
            }
            let name = charter.office(office).map(|o| lang.pick(&o.name)).unwrap_or_default();
            case_forms::designate(lang, &name, office, fit, today)
        }
        Ask::EndDesignation { designation } => {
            let known = book.designations.iter().find(|d| d.designation == *designation)?;
            let title = ["代行结束", "End the designation"];
            case_forms::reason(lang, title, &known.of.name, asked.clone(), today)
        }
    })
}
