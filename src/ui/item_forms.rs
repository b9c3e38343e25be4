//! The form for a new item of the agenda, and the command it makes.

use super::desks::case_forms::{chosen, named};
use super::form::Form;
use super::forms::{l, options};
use super::purpose::{Purpose, Rows, Wrong};
use crate::charter::{Charter, Matter};
use crate::record::command::NewItem;
use crate::record::{Book, Command};
use crate::text::Lang;

/// A new item of the agenda; where the charter lists tasks, also which of them it serves.
pub fn add_item(lang: Lang, charter: &Charter, preparing: bool) -> Form {
    let mut matters = vec![(String::new(), l(lang, ["（仅通报，不表决）", "(for information)"]))];
    matters.extend(options(lang, &charter.matters, |m: &Matter| (&m.id, &m.title)));
    let form = Form::new(l(lang, ["增加议程项", "Add an item"]), Purpose::AddItem)
        .line("title", l(lang, ["题目", "title"]), "")
        .choice("matter", l(lang, ["事项", "matter"]), matters, 0)
        .lines("draft", l(lang, ["议案草案", "draft text"]), "", 3)
        .yes_no(lang, "on_notice", l(lang, ["已列入通知", "on the notice"]), preparing);
    if charter.tasks.is_empty() {
        return form;
    }
    form.intro(named(lang, &charter.tasks))
        .line("tasks", l(lang, ["服务的任务", "tasks served"]), "")
        .hint(l(lang, ["填上面的序号，没有就留空", "numbers from above, if any"]))
}

/// The command of the form; a number that stands for no task is said to be wrong.
pub(super) fn command(rows: &Rows, book: &Book) -> Result<Command, Wrong> {
    let tasks = book.charter.as_deref().map(|c| c.tasks.as_slice()).unwrap_or_default();
    let item = NewItem {
        title: rows.said("title")?,
        matter: Some(rows.text("matter")).filter(|m| !m.is_empty()),
        draft: rows.text("draft"),
        subjects: Vec::new(),
        before: None,
        from: None,
        case: None,
        tasks: chosen(rows, "tasks", tasks)?,
    };
    Ok(Command::AddItem { item, on_notice: rows.text("on_notice") == "yes" })
}
