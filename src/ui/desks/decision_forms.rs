//! The forms at the desks of decisions and drafts: who carries one out, what is reported; articles and
//! opinions.

use crate::charter::Charter;
use crate::charter::write::NewArticle;
use crate::record::amend::{self, Collation, Opinion};
use crate::record::follow::{self, Assignment, Owner, Progress, Report};
use crate::record::{Book, Command};
use crate::text::Lang;
use crate::text::words;
use crate::ui::form::Form;
use crate::ui::forms::{a_day, l};
use crate::ui::purpose::{Outcome, Purpose, Rows, Wrong};

/// What a form of this desk is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Somebody is charged with a decision.
    Assign(u32),
    /// How far it has come.
    Report(u32),
    /// An article of the charter is drafted anew.
    Article(u32),
    /// A new article in between.
    NewArticle {
        /// The article it follows, 0 for none.
        after: u32,
        /// Its place among the changes of the draft in hand, where it is there.
        place: Option<usize>,
    },
    /// All changes in hand are entered as a draft.
    HandIn,
    /// What somebody says about a draft.
    Opinion(u32),
    /// What the opinions about a draft come to.
    Collate(u32),
}

const STATES: [(&str, Progress); 4] = [
    ("under_way", Progress::UnderWay),
    ("done", Progress::Done),
    ("dropped", Progress::Dropped),
    ("open", Progress::Open),
];

/// The form of a step.
pub(in crate::ui) fn form(
    lang: Lang,
    book: &Book,
    charter: &Charter,
    changes: &[NewArticle],
    step: Step,
) -> Option<Form> {
    match step {
        Step::Assign(no) => assign(lang, book, charter, no),
        Step::Report(no) => report(lang, book, no),
        Step::Article(no) => Some(article(lang, charter, changes, no)),
        Step::NewArticle { after, place } => {
            Some(new_article(lang, charter, changes, after, place))
        }
        Step::HandIn => Some(hand_in(lang, charter, changes)),
        Step::Opinion(no) => Some(opinion(lang, no)),
        Step::Collate(no) => collate(lang, book, no),
    }
}

fn article(lang: Lang, charter: &Charter, changes: &[NewArticle], no: u32) -> Form {
    let known = charter.article(no);
    let change = changes.iter().find(|c| c.after.is_none() && c.no == no);
    let text = change.and_then(|c| c.text.clone());
    let text = text.or_else(|| known.map(|a| a.text.trim().to_owned())).unwrap_or_default();
    let gist = change.and_then(|c| c.gist.clone());
    let gist = gist.or_else(|| known.map(|a| a.gist.clone())).unwrap_or_default();
    let name = crate::text::amendment::article(lang, charter, no);
    let title = l(lang, ["起草修改", "Draft an article"]);
    Form::new(format!("{title} · {name}"), Purpose::Decisions(Step::Article(no)))
        .lines("text", l(lang, ["修改后的全文", "as it is to read"]), &text, 8)
        .intro(numbers(lang))
        .lines("gist", l(lang, ["英文大意", "its sense in English"]), &gist, 2)
}

/// How articles are named in the words of a draft.
fn numbers(lang: Lang) -> String {
    l(
        lang,
        [
            "援引其他条文时写现行条号；增删条文后，条号和援引自动顺延。",
            "Name other articles by their present numbers; where articles come or go, numbers and references move along.",
        ],
    )
}

fn new_article(
    lang: Lang,
    charter: &Charter,
    changes: &[NewArticle],
    after: u32,
    place: Option<usize>,
) -> Form {
    let known = place.and_then(|place| changes.get(place));
    let text = known.and_then(|c| c.text.clone()).unwrap_or_default();
    let gist = known.and_then(|c| c.gist.clone()).unwrap_or_default();
    let name = crate::text::amendment::article(lang, charter, after);
    let title = match after {
        0 => l(lang, ["在最前面增加一条", "A new article at the beginning"]),
        _ => lang.join(&format!("在{name}之后增加一条"), &format!("A new article after {name}")),
    };
    Form::new(title, Purpose::Decisions(Step::NewArticle { after, place }))
        .intro(numbers(lang))
        .lines("text", l(lang, ["条文全文", "as it is to read"]), &text, 8)
        .lines("gist", l(lang, ["英文大意", "its sense in English"]), &gist, 2)
        .hint(l(lang, ["一句英文，英文界面引用该条时用", "one sentence"]))
}

fn hand_in(lang: Lang, charter: &Charter, changes: &[NewArticle]) -> Form {
    let names = super::draft_changes::names(lang, charter, changes);
    let title = l(lang, ["提交章程修改草案", "Enter the draft of the charter"]);
    Form::new(title, Purpose::Decisions(Step::HandIn))
        .intro(names.join(&l(lang, ["、", ", "])))
        .line("note", l(lang, ["说明", "why, or whose draft"]), "")
}

fn opinion(lang: Lang, no: u32) -> Form {
    Form::new(
        l(lang, ["登记对草案的意见", "What is said about the draft"]),
        Purpose::Decisions(Step::Opinion(no)),
    )
    .line("who", l(lang, ["何人", "who"]), "")
    .hint(l(lang, ["成员序号，或写明何人", "a member number, or who in words"]))
    .lines("text", l(lang, ["意见", "opinion"]), "", 4)
}

fn collate(lang: Lang, book: &Book, no: u32) -> Option<Form> {
    let draft = amend::draft(book, no)?;
    let known = draft.collations.last().map(|(_, text)| text.clone()).unwrap_or_default();
    let said: Vec<String> = draft
        .opinions
        .iter()
        .map(|(_, o)| format!("{}  {}", crate::text::amendment::opinion_of(book, o), o.text))
        .collect();
    let purpose = Purpose::Decisions(Step::Collate(no));
    let title = l(lang, ["整理意见", "Collate the opinions"]);
    let form = Form::new(title, purpose).intro(said.join("\n"));
    Some(form.lines("text", l(lang, ["整理结果", "what they come to"]), &known, 5))
}

fn assign(lang: Lang, book: &Book, charter: &Charter, no: u32) -> Option<Form> {
    let decision = follow::decision(book, no)?;
    let known = follow::assignment(book, no);
    let mut owners: Vec<(String, String)> = Vec::new();
    for office in &charter.offices {
        owners.push((format!("office:{}", office.id), lang.pick(&office.name)));
    }
    for body in &charter.bodies {
        owners.push((format!("body:{}", body.id), lang.pick(&body.name)));
    }
    owners.push((String::new(), l(lang, ["其他（填在下一栏）", "somebody else (next row)"])));
    let (chosen, other) = match known.map(|a| &a.owner) {
        Some(Owner::Office { office }) => (format!("office:{office}"), String::new()),
        Some(Owner::Body { body }) => (format!("body:{body}"), String::new()),
        Some(Owner::Unit { unit }) => (String::new(), unit.to_string()),
        Some(Owner::Other { name }) => (String::new(), name.clone()),
        None => (owners.first().map(|o| o.0.clone()).unwrap_or_default(), String::new()),
    };
    let at = owners.iter().position(|o| o.0 == chosen).unwrap_or(0);
    let due = known.and_then(|a| a.due).map(|d| d.to_string()).unwrap_or_default();
    let task = known.map(|a| a.task.clone()).unwrap_or_default();
    let purpose = Purpose::Decisions(Step::Assign(no));
    Some(
        Form::new(l(lang, ["交办决定", "Charge somebody with it"]), purpose)
            .intro(format!("{}\n{}", decision.number, decision.text))
            .choice("owner", l(lang, ["负责", "carried out by"]), owners, at)
            .line("other", l(lang, ["其他负责人", "somebody else"]), &other)
            .hint(l(lang, ["成员序号，或写明何人", "a member number, or who in words"]))
            .line("due", l(lang, ["办理期限", "due"]), &due)
            .hint(a_day(lang))
            .lines("task", l(lang, ["办理什么", "what is to be done"]), &task, 2),
    )
}

fn report(lang: Lang, book: &Book, no: u32) -> Option<Form> {
    let decision = follow::decision(book, no)?;
    let states = STATES.iter();
    let states: Vec<(String, String)> =
        states.map(|(id, p)| ((*id).to_owned(), words::progress(lang, *p))).collect();
    let begun = follow::follow_up(book, no).is_some_and(|f| f.progress == Progress::UnderWay);
    let mut papers = vec![(String::new(), l(lang, ["（没有）", "(none)"]))];
    for paper in book.documents.iter().rev() {
        papers.push((paper.no.to_string(), format!("{} {}", paper.no, paper.name)));
    }
    let purpose = Purpose::Decisions(Step::Report(no));
    Some(
        Form::new(l(lang, ["报告执行情况", "Report how far it has come"]), purpose)
            .intro(format!("{}\n{}", decision.number, decision.text))
            .choice("status", l(lang, ["情况", "status"]), states, usize::from(begun))
            .lines("note", l(lang, ["说明", "what was done"]), "", 3)
            .choice("document", l(lang, ["凭据文件", "paper that shows it"]), papers, 0),
    )
}

/// What a filled-in form asks for.
pub(in crate::ui) fn command(step: Step, rows: &Rows) -> Result<Outcome, Wrong> {
    Ok(Outcome::Ask(match step {
        Step::Article(no) => {
            let gist = Some(rows.text("gist")).filter(|g| !g.is_empty());
            let text = Some(rows.said("text")?);
            let change = NewArticle { no, text, gist, ..NewArticle::default() };
            return Ok(Outcome::Change(None, Box::new(change)));
        }
        Step::NewArticle { after, place } => {
            let (text, gist) = (Some(rows.said("text")?), Some(rows.said("gist")?));
            let change = NewArticle { after: Some(after), text, gist, ..NewArticle::default() };
            return Ok(Outcome::Change(place, Box::new(change)));
        }
        Step::HandIn => return Ok(Outcome::HandIn(rows.text("note"))),
        Step::Assign(decision) => {
            let owner = rows.text("owner");
            let owner = match owner.split_once(':') {
                Some(("office", id)) => Owner::Office { office: id.to_owned() },
                Some((_, id)) => Owner::Body { body: id.to_owned() },
                None => somebody(&rows.said("other")?),
            };
            let (due, task) = (rows.day("due")?, rows.text("task"));
            Command::AssignDecision(Assignment { decision, owner, due, task })
        }
        Step::Opinion(draft) => {
            let who = rows.said("who")?;
            let unit = who.parse().ok();
            let from = if unit.is_some() { String::new() } else { who };
            Command::CollectOpinion(Opinion { draft, unit, from, text: rows.said("text")? })
        }
        Step::Collate(draft) => {
            Command::CollateOpinions(Collation { draft, text: rows.said("text")? })
        }
        Step::Report(decision) => {
            let chosen = rows.text("status");
            let status = STATES.iter().find(|(id, _)| *id == chosen).map(|s| s.1);
            Command::ReportProgress(Report {
                decision,
                status: status.unwrap_or_default(),
                note: rows.text("note"),
                document: rows.text("document").parse().ok(),
            })
        }
    }))
}

/// A number is a member's.
fn somebody(text: &str) -> Owner {
    text.parse()
        .map_or_else(|_| Owner::Other { name: text.to_owned() }, |unit| Owner::Unit { unit })
}
