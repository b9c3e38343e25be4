//! What a charter leaves open, as a page to read.

use super::{Page, clause_words, entry, joined, labelled, rested, same, two};
use crate::charter::{Charter, Name, Question, Setting};
use crate::text::Lang;

/// Everything the charter leaves open, the reading in use, its reason, and the other readings.
pub fn gaps(charter: &Charter, lang: Lang) -> String {
    let mut page = Page::default();
    let count = charter.questions.len();
    page.line(
        0,
        two(
            format!("{}留待解释的问题：{count}个", charter.identity.short.zh),
            format!("Questions {} leaves open: {count}", charter.identity.short.en),
        ),
    );
    for question in &charter.questions {
        question_lines(&mut page, charter, question);
    }
    page.print(lang)
}

fn question_lines(page: &mut Page, charter: &Charter, question: &Question) {
    let id = &question.id;
    let at = clause_words(&charter.identity.article_form, &question.clauses);
    let at =
        if question.clauses.0.is_empty() { two("章程无此规定", "no article") } else { at };
    page.head(
        &format!("{id}　{}（{}）", question.ask.zh, at.zh),
        &format!("{id}  {} ({})", question.ask.en, at.en),
    );
    let reading = labelled("现行解读", "Reading in use", &question.reading);
    rested(page, charter, 1, &reading, &question.basis);
    page.line(1, labelled("理由", "Why", &question.why));
    if let Some(program) = &question.program {
        page.line(1, labelled("程序处理", "What the program does", program));
    }
    for option in &question.options {
        // A new name only says in words what the other settings do.
        let changes = option.set.iter().filter(|setting| setting.key != "name");
        let changes: Vec<Name> = changes.map(change).collect();
        let head = labelled("可选解读", "Or", &entry(&option.name, &option.id));
        let changes = if changes.is_empty() {
            two("不改动任何值", "changes no value")
        } else {
            joined(&changes, "", "", ("，", ", "))
        };
        page.line(
            1,
            two(format!("{}：{}", head.zh, changes.zh), format!("{}: {}", head.en, changes.en)),
        );
    }
}

fn change(setting: &Setting) -> Name {
    let at = format!("{}.{}", setting.at, setting.key);
    match &setting.value {
        Some(value) => same(&format!("{at} = {value}")),
        None => two(format!("{at}（删去）"), format!("{at} (removed)")),
    }
}
