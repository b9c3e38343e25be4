//! The forms for words of the minutes: the narrative of an item, the answer to a remark.

use crate::record::issue::Tongue;
use crate::record::state::Meeting;
use crate::text::{Lang, Words};
use crate::ui::console::Console;
use crate::ui::form::Form;
use crate::ui::forms::l;

/// The narrative of an item, below what is made from the record and cannot be changed here.
pub(super) fn word(
    console: &Console,
    form: Form,
    meeting: &Meeting,
    item: Option<u32>,
    tongue: Tongue,
) -> Form {
    let lang = console.lang();
    let label: Words = match tongue {
        Tongue::Zh => ["中文", "Chinese"],
        Tongue::En => ["英文", "English"],
    };
    let life = console.ledger.book.minutes_of(meeting.no);
    let text = life.and_then(|l| l.wording(item, tongue)).unwrap_or_default().to_owned();
    let high = console.view.size.height;
    let rows = if high >= 36 { 12 } else { 7 };
    // What cannot be changed here stands above, as far as there is room; the rest is on the preview.
    let room = usize::from(high).saturating_sub(usize::from(rows) + 9).max(2);
    let said = if tongue == Tongue::En { Lang::En } else { Lang::Zh };
    let cells = usize::from(console.view.size.width).saturating_sub(8).min(80);
    let mut lines: Vec<String> = Vec::new();
    for line in console.generated(meeting.no, item, said) {
        lines.extend(crate::ui::width::wrap(&line, cells));
    }
    if lines.len() > room {
        lines.truncate(room.saturating_sub(1));
        lines.push(l(lang, ["……（其余见预览）", "… (the rest is on the preview)"]));
    }
    let head = l(
        lang,
        [
            "以下由记录生成，只能在来源处更正：",
            "Made from the record, and corrected only at its source:",
        ],
    );
    form.intro(format!("{head}\n{}", lines.join("\n")))
        .lines("text", l(lang, label), &text, rows)
        .hint(l(
            lang,
            ["写在上面这些之前的叙述；Ctrl-S 提交", "the narrative before these; Ctrl-S enters it"],
        ))
}

/// A remark on the draft, and the answer to it.
pub(super) fn answer(console: &Console, form: Form, meeting: u32, no: u32) -> Option<Form> {
    let lang = console.lang();
    let life = console.ledger.book.minutes_of(meeting)?;
    let one = life.remarks.iter().find(|r| r.remark.remark == no)?;
    let of = &one.remark.of;
    let who = of.unit.map_or_else(|| of.by.clone(), |unit| console.ledger.book.unit_name(unit));
    let text = one.answer.as_ref().map(|a| a.text.clone()).unwrap_or_default();
    let taken = one.answer.as_ref().is_some_and(|a| a.taken);
    Some(
        form.intro(lang.join(&format!("{who}：{}", of.text), &format!("{who}: {}", of.text)))
            .yes_no(lang, "taken", l(lang, ["采纳", "taken up"]), taken)
            .lines("text", l(lang, ["答复", "answer"]), &text, 3),
    )
}
