//! The papers of the funds: the report of a year on the screen, in a file, before a meeting; the ledger file.

use super::numbered;
use crate::record::command::NewItem;
use crate::record::state::{Item, ItemState, Meeting, Phase};
use crate::record::{Command, Stamp};
use crate::text::Lang;
use crate::text::funds::{self as text, Addressee};
use crate::ui::console::Console;
use crate::ui::desk::Place;
use crate::ui::view::{Body, Pick};
use chrono::NaiveDate;

/// What is done from the menu of this desk beside the forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// Shows the statement of a year.
    Show(i32),
    /// Writes it to a file beside the book, for the meeting or an authority.
    Save(i32, Addressee),
    /// Puts it on the agenda of the meeting in hand, with the paper.
    Put(i32),
    /// Writes the plain-text ledger beside the book.
    Ledger,
    /// Asks which year is looked at.
    Years,
    /// Looks at a year; at all of them where absent.
    Year(Option<i32>),
}

/// Does what a line of the menu says.
pub fn carry_out(console: &mut Console, deed: Deed, now: Stamp) {
    let (lang, today) = (console.lang(), now.date_naive());
    match deed {
        Deed::Years => {
            let years = console.ledger.book.funds.years();
            let mut lines =
                vec![(lang.say(["全部年度", "all years"]), Pick::Funds(Deed::Year(None)))];
            lines.extend(
                years.into_iter().rev().map(|y| (y.to_string(), Pick::Funds(Deed::Year(Some(y))))),
            );
            console.view.menu(lang.say(["看哪一年？", "Which year?"]), numbered(lines));
        }
        Deed::Year(year) => {
            if let Place::Desk(desk) = &mut console.view.place {
                desk.part = year.and_then(|y| u32::try_from(y).ok());
                desk.at = 0;
            }
        }
        Deed::Show(year) => {
            if let Some(paper) = paper(console, year, &Addressee::Meeting, today) {
                let title = lang.join(&format!("{year}年经费报告"), &format!("Report on {year}"));
                console.view.page_of(Body::Paper, title, paper);
            }
        }
        Deed::Save(year, to) => {
            let whom = match &to {
                Addressee::Meeting => String::new(),
                Addressee::Observer(id) => format!(".{id}"),
            };
            if let Some(paper) = paper(console, year, &to, today) {
                console.write_beside(&format!("funds-{year}{whom}.{}.md", ending(lang)), &paper);
            }
        }
        Deed::Ledger => {
            let journal = text::journal(&console.ledger.book);
            console.write_beside("funds.journal", &journal);
        }
        Deed::Put(year) => put(console, year, now),
    }
}

fn ending(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "en",
        _ => "zh",
    }
}

fn paper(console: &Console, year: i32, to: &Addressee, today: NaiveDate) -> Option<String> {
    let book = &console.ledger.book;
    let charter = book.charter.as_deref()?;
    Some(text::statement(console.lang(), book, charter, year, to, today))
}

/// Puts the report before the meeting in hand: an item with the charter's wording, and the paper under it.
/// An item of that matter that is still to come takes the paper, and no second one is made.
fn put(console: &mut Console, year: i32, now: Stamp) {
    let lang = console.lang();
    let Some(charter) = console.ledger.book.charter.clone() else { return };
    let report = charter.funds.as_ref().and_then(|f| f.report.as_deref());
    let Some(matter) = report.and_then(|id| charter.matter(id)) else {
        return console.view.warn(lang.say([
            "章程文件没有写明经费报告属于哪类事项，请手工加入议程。",
            "The charter file does not say which matter the report is; add the item by hand.",
        ]));
    };
    let open = |m: &&Meeting| m.phase != Phase::Closed;
    let Some(meeting) = console.meeting().filter(open) else {
        return console.view.warn(lang.say([
            "现在没有在筹备或进行的会议。请先召集会议，再把报告列入议程。",
            "No meeting is being prepared or in session. Call one first, then put the report on its agenda.",
        ]));
    };
    let (no, preparing) = (meeting.no, meeting.phase == Phase::Preparing);
    let waiting = |console: &Console| {
        let meeting = console.ledger.book.meeting(no)?;
        let of = |i: &&Item| {
            i.new.matter.as_deref() == Some(&matter.id) && !matches!(i.state, ItemState::Ended(_))
        };
        meeting.items.iter().rfind(of).map(|i| i.no)
    };
    if waiting(console).is_none() {
        let title = lang.pick(&matter.title);
        let title = lang.join(&format!("{year}年{title}"), &format!("{title}, {year}"));
        let item = NewItem {
            title,
            matter: Some(matter.id.clone()),
            draft: text::draft(lang.first(), &charter, year),
            subjects: Vec::new(),
            before: None,
            from: None,
            case: None,
            tasks: Vec::new(),
        };
        let command = Command::AddItem { item, on_notice: preparing };
        console.submit(command, Vec::new(), None, now);
    }
    // Where a reason is asked for, the item comes with the answer, and the paper the next time.
    let Some(item) = waiting(console) else { return };
    if let Some(paper) = paper(console, year, &Addressee::Meeting, now.date_naive()) {
        console.keep(&format!("funds-{year}.{}.md", ending(lang)), paper.into_bytes(), item, now);
    }
}
