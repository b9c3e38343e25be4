//! The draft in hand: changes of articles gathered one by one, looked at beside the old text, and handed in
//! together. Until then they are kept beside the book like all text that was typed and not entered.

use super::decision_forms::Step;
use super::{Which, numbered};
use crate::charter::Charter;
use crate::charter::write::NewArticle;
use crate::record::amend::{self, NewDraft};
use crate::record::{Book, Command, Event, Request, Stamp, decide};
use crate::text::findings::{self, Reader};
use crate::text::{Lang, amendment};
use crate::ui::console::Console;
use crate::ui::keys::Action;
use crate::ui::view::{Opening, Pick};
use crate::ui::width::shorten_end;
use serde::{Deserialize, Serialize};

/// Where the changes are kept among the text that was typed.
const PLACE: &str = "draft/changes";

/// Cells of an article in a menu, on the smallest screen.
const LINE: usize = 62;

/// What can be done with the draft in hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// Its changes are listed.
    List,
    /// An article is chosen for another change.
    Choose,
    /// It is said what becomes of an article.
    Article(u32),
    /// An article goes.
    Remove(u32),
    /// It is said what becomes of a change.
    Change(usize),
    /// A change is dropped.
    Drop(usize),
    /// Old and new text are shown.
    Compare,
    /// All changes are given up.
    GiveUp,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    /// The text the changes belong to.
    base: String,
    changes: Vec<NewArticle>,
}

fn base(book: &Book) -> String {
    book.versions.last().map(|v| v.sha256.clone()).unwrap_or_default()
}

/// The changes gathered so far; none where they belong to a text that is no longer in force.
pub(in crate::ui) fn changes(console: &Console) -> Vec<NewArticle> {
    let kept = console.view.kept.get(PLACE);
    let kept = kept.and_then(|text| serde_json::from_str::<Kept>(text).ok());
    let kept = kept.filter(|k| k.base == base(&console.ledger.book));
    kept.map(|k| k.changes).unwrap_or_default()
}

fn keep(console: &mut Console, changes: Vec<NewArticle>) {
    let kept = Kept { base: base(&console.ledger.book), changes };
    let text = serde_json::to_string(&kept).unwrap_or_default();
    match kept.changes.is_empty() {
        true => drop(console.view.kept.remove(PLACE)),
        false => drop(console.view.kept.insert(PLACE.to_owned(), text)),
    }
    console.unsaved = true;
    console.keep_typed();
}

/// What a change is called: 第八条（删去）.
pub(super) fn name(lang: Lang, charter: &Charter, changes: &[NewArticle], place: usize) -> String {
    let Some(change) = changes.get(place) else {
        return String::new();
    };
    let known = charter.articles.last().map_or(0, |a| a.no);
    let article = |no: u32| amendment::article(lang, charter, no);
    match (change.after, &change.text) {
        (Some(0), _) => lang.say(["最前面（新增一条）", "at the beginning (a new article)"]),
        (Some(after), _) => {
            let name = article(after);
            lang.join(&format!("{name}之后（新增一条）"), &format!("after {name} (a new article)"))
        }
        (None, None) => {
            let name = article(change.no);
            lang.join(&format!("{name}（删去）"), &format!("{name} (taken out)"))
        }
        (None, Some(_)) if change.no > known => {
            let name = article(change.no);
            lang.join(&format!("{name}（新增）"), &format!("{name} (new)"))
        }
        (None, Some(_)) => article(change.no),
    }
}

/// All changes by their names.
pub(super) fn names(lang: Lang, charter: &Charter, changes: &[NewArticle]) -> Vec<String> {
    (0..changes.len()).map(|place| name(lang, charter, changes, place)).collect()
}

/// Does what a line of a menu says.
pub fn carry_out(console: &mut Console, deed: Deed, now: Stamp) {
    let mut all = changes(console);
    match deed {
        Deed::List => list(console),
        Deed::Choose => choose(console),
        Deed::Article(no) => article(console, no),
        Deed::Change(place) => change(console, place),
        Deed::Remove(no) => {
            all.retain(|c| c.after.is_some() || c.no != no);
            all.push(NewArticle { no, ..NewArticle::default() });
            keep(console, all);
            list(console);
        }
        Deed::Drop(place) => {
            if place < all.len() {
                all.remove(place);
            }
            keep(console, all);
            list(console);
        }
        Deed::Compare => compare(console, now),
        Deed::GiveUp => {
            forget(console);
            let lang = console.lang();
            console.view.say(lang.say(["已放弃起草中的改动。", "The changes are given up."]));
        }
    }
}

/// The changes were handed in, or are given up.
pub(in crate::ui) fn forget(console: &mut Console) {
    keep(console, Vec::new());
}

/// A change comes from its form, in place of an earlier one or behind the others.
pub(in crate::ui) fn take(console: &mut Console, place: Option<usize>, change: NewArticle) {
    let mut all = changes(console);
    let same = |c: &NewArticle| c.after.is_none() && change.after.is_none() && c.no == change.no;
    let place = place.or_else(|| all.iter().position(same));
    match place.and_then(|place| all.get_mut(place)) {
        Some(old) => *old = change,
        None => all.push(change),
    }
    keep(console, all);
    list(console);
}

/// The command that hands all changes in.
pub(in crate::ui) fn hand_in(console: &Console, note: String) -> Command {
    Command::DraftAmendment(NewDraft { articles: changes(console), text: None, note })
}

fn form(step: Step) -> Pick {
    Pick::Open(Box::new(Opening::Decisions(step)))
}

/// The list of changes, with what can be done.
fn list(console: &mut Console) {
    let lang = console.lang();
    let all = changes(console);
    let Some(charter) = console.ledger.book.charter.clone() else { return };
    if all.is_empty() {
        return choose(console);
    }
    let mut lines = Vec::new();
    for (place, name) in names(lang, &charter, &all).into_iter().enumerate() {
        let text = all.get(place).and_then(|c| c.text.as_deref()).unwrap_or_default();
        let line = shorten_end(format!("{name}  {}", text.replace('\n', " ")).trim_end(), LINE);
        lines.push((String::new(), line, Pick::Draft(Deed::Change(place))));
    }
    let offered = [
        (["再改一条", "change another article"], Pick::Draft(Deed::Choose)),
        (["看新旧对照", "compare old and new"], Pick::Draft(Deed::Compare)),
        (["作为一份草案提交", "enter all of it as a draft"], form(Step::HandIn)),
        (["放弃这些改动", "give these changes up"], Pick::Draft(Deed::GiveUp)),
    ];
    let offered = offered.into_iter().map(|(label, pick)| (lang.say(label), pick)).collect();
    lines.extend(numbered(offered));
    let n = all.len();
    let title = lang.join(&format!("起草中：{n}处改动"), &format!("Draft in hand: changes ({n})"));
    console.view.menu(title, lines);
}

/// Which article a change is about.
pub(super) fn choose(console: &mut Console) {
    let lang = console.lang();
    let Some(charter) = console.ledger.book.charter.clone() else { return };
    let mut lines = Vec::new();
    for article in &charter.articles {
        let name = amendment::article(lang.first(), &charter, article.no);
        let label = format!("{name}  {}", article.text.trim().replace('\n', " "));
        let label = shorten_end(&label, LINE);
        lines.push((String::new(), label, Pick::Draft(Deed::Article(article.no))));
    }
    if lines.is_empty() {
        return console.view.warn(lang.say([
            "这份章程文件没有条文，修改后的整份文件请用 quorate act 提交。",
            "This charter file has no articles; hand the whole file in with quorate act.",
        ]));
    }
    console.view.menu(lang.say(["修改哪一条", "Which article"]), lines);
}

/// What becomes of an article.
fn article(console: &mut Console, no: u32) {
    let lang = console.lang();
    let Some(charter) = console.ledger.book.charter.clone() else { return };
    let mut lines = vec![
        (lang.say(["改写这一条", "reword it"]), form(Step::Article(no))),
        (
            lang.say(["在它之后增加一条", "put a new article in behind it"]),
            form(Step::NewArticle { after: no, place: None }),
        ),
        (lang.say(["删去这一条", "take it out"]), Pick::Draft(Deed::Remove(no))),
    ];
    if charter.articles.first().is_some_and(|a| a.no == no) {
        lines.push((
            lang.say(["在它之前增加一条", "put a new article in before it"]),
            form(Step::NewArticle { after: 0, place: None }),
        ));
    }
    console.view.menu(amendment::article(lang, &charter, no), numbered(lines));
}

/// What becomes of a change.
fn change(console: &mut Console, place: usize) {
    let lang = console.lang();
    let all = changes(console);
    let Some((charter, change)) = console.ledger.book.charter.clone().zip(all.get(place)) else {
        return;
    };
    let mut lines = Vec::new();
    let edit = match (change.after, &change.text) {
        (Some(after), _) => Some(Step::NewArticle { after, place: Some(place) }),
        (None, Some(_)) => Some(Step::Article(change.no)),
        (None, None) => None,
    };
    lines.extend(edit.map(|step| (lang.say(["改这处文字", "edit the text"]), form(step))));
    lines.push((lang.say(["撤掉这处改动", "drop this change"]), Pick::Draft(Deed::Drop(place))));
    lines.push((lang.say(["回到改动清单", "back to the list"]), Pick::Draft(Deed::List)));
    console.view.menu(name(lang, &charter, &all, place), numbered(lines));
}

/// Old and new text as the draft would have them, or why it would be refused.
fn compare(console: &mut Console, now: Stamp) {
    let lang = console.lang();
    let book = &console.ledger.book;
    let request = Request::new(now, hand_in(console, String::new()));
    let text = match (decide(book, &request), book.charter.as_deref()) {
        (Ok(decision), Some(charter)) => decision.facts.iter().find_map(|fact| {
            let Event::AmendmentDrafted(draft) = &fact.event else { return None };
            let found = amend::compared(&book.charter_text, &draft.text)?;
            Some(amendment::page(lang, charter, &found))
        }),
        (Err(refusal), _) => {
            Some(findings::finding(lang, book, &refusal.finding, Reader::Recorder))
        }
        (Ok(_), None) => None,
    };
    let title = lang.say(["新旧对照（尚未提交）", "Old and new (not entered yet)"]);
    let back = Pick::Draft(Deed::List);
    console.view.page_before(title, text.unwrap_or_default(), back);
}

/// Ctrl-N: the draft in hand, or the first change of one.
pub(super) fn create(console: &mut Console) {
    list(console);
}

/// The line of the draft in hand above the list of drafts.
pub(super) fn in_hand(console: &Console) -> Option<String> {
    let lang = console.lang();
    let all = changes(console);
    let charter = console.ledger.book.charter.as_deref()?;
    let names = names(lang, charter, &all).join(&lang.say(["、", ", "]));
    let key = console_key(console)?;
    (!all.is_empty()).then(|| {
        lang.join(
            &format!("起草中、尚未提交：{names}。{key} 继续。"),
            &format!("In hand, not entered yet: {names}. {key} goes on."),
        )
    })
}

fn console_key(console: &Console) -> Option<String> {
    let row = crate::ui::keys::binding(Action::DeskNew)?;
    console.desk().filter(|d| d.which == Which::Drafts).and_then(|_| console.key_of(row))
}
