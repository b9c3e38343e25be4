//! The desk of drafts: new texts of the charter on their way, with opinions and comparison.

use super::decision_forms::Step;
use super::draft_changes;
use crate::charter::Effect;
use crate::record::amend::{self, Draft, Putting};
use crate::record::state::ItemState;
use crate::record::{Command, Stamp};
use crate::text::amendment;
use crate::ui::console::Console;
use crate::ui::desk::{Row, Table, column, figures};
use crate::ui::keys::Action;
use crate::ui::theme::Role;
use crate::ui::view::{Opening, Pick};
use chrono::NaiveDate;

fn draft(console: &Console, row: u64) -> Option<&Draft> {
    console.ledger.book.drafts.iter().find(|d| u64::from(d.no) == row)
}

/// See [`super::table`].
pub fn table(console: &Console, _today: NaiveDate) -> Table {
    let lang = console.lang().first();
    let book = &console.ledger.book;
    let charter = book.charter.as_deref();
    let mut rows = Vec::new();
    for draft in book.drafts.iter().rev() {
        let heads = draft.comparison.articles.iter();
        let heads = charter.map(|c| heads.map(|a| amendment::heading(lang, c, a)).collect());
        let heads: Vec<String> = heads.unwrap_or_default();
        let day = draft.at.date_naive().to_string();
        let state = amendment::state(lang, book, draft);
        let what = heads.join(&lang.say(["、", ", "]));
        let opinions = draft.opinions.len().to_string();
        rows.push(Row {
            id: u64::from(draft.no),
            find: format!("{what}\n{}\n{state}\n{day}\n{}", draft.note, draft.no),
            cells: vec![draft.no.to_string(), day, what, opinions, state],
            role: if amend::is_current(book, draft) { Role::Text } else { Role::Dim },
        });
    }
    let version = charter.map(|c| (c.identity.version, c.identity.in_force.clone()));
    let sums = version.map(|(no, day)| {
        console.lang().join(
            &format!("现行章程：第{no}版，{day}起施行。"),
            &format!("In force: version {no} of the charter, since {day}."),
        )
    });
    Table {
        sums: sums.into_iter().chain(draft_changes::in_hand(console)).collect(),
        columns: vec![
            figures(lang.say(["草案", "no"]), 4),
            column(lang.say(["日期", "day"]), 10),
            column(lang.say(["改动条文", "articles"]), 0),
            figures(lang.say(["意见", "opinions"]), 8),
            column(lang.say(["现状", "status"]), 14),
        ],
        rows,
        empty: console.lang().say([
            "还没有章程修改草案；Ctrl-N 起草：改写、增加或删去条文。",
            "No draft of the charter yet; Ctrl-N drafts one: articles reworded, added or taken out.",
        ]),
    }
}

/// See [`super::detail`].
pub fn detail(console: &Console, row: u64, _today: NaiveDate) -> Vec<String> {
    let lang = console.lang();
    let book = &console.ledger.book;
    let (Some(draft), Some(charter)) = (draft(console, row), book.charter.as_deref()) else {
        return Vec::new();
    };
    let page = amendment::draft_page(lang, book, charter, draft);
    let mut lines = page.lines();
    let head = lines.next().map(|line| format!("# {line}"));
    head.into_iter().chain(lines.map(str::to_owned)).collect()
}

/// See [`super::open`].
pub fn open(console: &mut Console, row: u64, _now: Stamp) {
    let lang = console.lang();
    let book = &console.ledger.book;
    let Some((draft, charter)) = draft(console, row).zip(book.charter.as_deref()) else {
        return;
    };
    let text = amendment::draft_page(lang, book, charter, draft);
    console.view.page(lang.say(["章程修改草案", "Draft of the charter"]), text);
}

/// See [`super::menu`].
pub fn menu(console: &Console, row: Option<u64>, _today: NaiveDate) -> Vec<(String, String, Pick)> {
    let lang = console.lang();
    let Some(draft) = row.and_then(|row| draft(console, row)) else {
        return Vec::new();
    };
    let step = |step: Step| Pick::Open(Box::new(Opening::Decisions(step)));
    let mut picks = vec![
        (lang.say(["对照与意见全文", "comparison and opinions"]), Pick::Do(Action::DeskOpen)),
        (lang.say(["登记一条意见", "take an opinion down"]), step(Step::Opinion(draft.no))),
        (lang.say(["整理意见", "collate the opinions"]), step(Step::Collate(draft.no))),
    ];
    let book = &console.ledger.book;
    let charter = book.charter.as_deref();
    if let Some(meeting) = book.meeting_in_hand() {
        for item in meeting.items.iter().filter(|i| !matches!(i.state, ItemState::Ended(_))) {
            let matter = item.new.matter.as_deref().and_then(|m| charter?.matter(m));
            if matter.is_some_and(|m| m.effect == Effect::Amend) {
                let (no, title) = (item.no, &item.new.title);
                let label = lang.join(
                    &format!("提交议程第{no}项“{title}”"),
                    &format!("put under item {no}, “{title}”"),
                );
                let put = Putting { draft: draft.no, item: no, text: String::new() };
                picks.push((label, Pick::Submit(Box::new(Command::PutDraft(put)))));
            }
        }
    }
    let numbered = picks.into_iter().zip(1..);
    numbered.map(|((label, pick), n)| (format!("{n}"), label, pick)).collect()
}
