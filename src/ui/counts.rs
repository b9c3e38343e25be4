//! The forms of a vote: hands, papers, rulings; small, because the tally stands behind them.

use super::form::Form;
use super::forms::l;
use super::purpose::Purpose;
use crate::record::state::Vote;
use crate::record::tally;
use crate::text::Lang;

/// Hands counted.
pub fn count(lang: Lang, vote: &Vote, by_section: bool) -> Form {
    let purpose = if by_section { Purpose::CountSection } else { Purpose::Count };
    let mut form = Form::new(l(lang, ["录入举手票数", "Hands counted"]), purpose);
    if by_section {
        form = form.line("section", l(lang, ["区域", "section"]), "");
    }
    beside(lang, vote, choices(form, lang, ["", "", ""]))
}

/// A row for everything the rule counts beside heads; none for a plain rule.
fn beside(lang: Lang, vote: &Vote, form: Form) -> Form {
    let scales = vote.frozen.rule.scales();
    if scales.is_empty() {
        return form;
    }
    let form = form.intro(l(lang, [
        "人数之外还要计算的，每行依次填赞成、反对、弃权，以空格分开，如 120.5 30 0。",
        "For what counts beside heads give for, against and abstaining in one row, with blanks between, such as 120.5 30 0.",
    ]));
    scales.into_iter().zip(super::purpose::SCALES).fold(form, |form, ((group, weight), key)| {
        form.line(key, crate::charter::rule::scale_name(group, weight), "")
    })
}

/// The three figures of a count, side by side: what they are about stands behind the form.
fn choices(form: Form, lang: Lang, figures: [&str; 3]) -> Form {
    let [yes, no, abstain] = figures;
    form.number("yes", l(lang, ["赞成", "yes"]), yes)
        .cells(FIGURE)
        .number("no", l(lang, ["反对", "no"]), no)
        .cells(FIGURE)
        .beside()
        .number("abstain", l(lang, ["弃权", "abstain"]), abstain)
        .cells(FIGURE)
        .beside()
}

/// Cells of a figure among others on one line.
const FIGURE: u16 = 6;

/// Only the minority counted.
pub fn minority(lang: Lang, vote: &Vote) -> Form {
    Form::new(l(lang, ["只数反对和弃权", "Count no and abstain only"]), Purpose::CountMinority)
        .intro(l(
            lang,
            [
                "赞成数由在场数推算，并在记录中注明；请主持人确认此刻在场的数目。",
                "Yes is derived, and marked so; the presider confirms how many are there now.",
            ],
        ))
        .number("no", l(lang, ["反对", "no"]), "")
        .cells(FIGURE)
        .number("abstain", l(lang, ["弃权", "abstain"]), "")
        .cells(FIGURE)
        .beside()
        .number("in_room", l(lang, ["在场", "in the room"]), &vote.voters().len().to_string())
        .cells(FIGURE)
        .beside()
}

/// The box of a secret ballot.
pub fn ballots(lang: Lang, vote: &Vote) -> Form {
    let issued = vote.voters().len().to_string();
    let form = Form::new(l(lang, ["无记名投票统计", "Secret ballot"]), Purpose::Ballots)
        .number("issued", l(lang, ["发出", "issued"]), &issued)
        .cells(FIGURE)
        .number("recovered", l(lang, ["收回", "recovered"]), "")
        .cells(FIGURE)
        .beside()
        .number("valid", l(lang, ["有效", "valid"]), "")
        .cells(FIGURE)
        .beside()
        .number("invalid", l(lang, ["无效", "invalid"]), "")
        .cells(FIGURE)
        .beside();
    beside(lang, vote, choices(form, lang, ["", "", ""]))
}

/// The presider's ruling where the reading is open; both readings stand in the intro.
pub fn ruling(lang: Lang, readings: String) -> Form {
    let outcomes = vec![
        ("carried".to_owned(), l(lang, ["通过", "carried"])),
        ("lost".to_owned(), l(lang, ["不通过", "not carried"])),
    ];
    Form::new(l(lang, ["主持人裁定", "The presider rules"]), Purpose::Ruling)
        .intro(readings)
        .choice("carried", l(lang, ["裁定", "ruling"]), outcomes, 0)
        .lines("reason", l(lang, ["理由（必填）", "reason (compulsory)"]), "", 2)
}

/// The presider's casting vote.
pub fn casting(lang: Lang) -> Form {
    let choices = vec![
        ("yes".to_owned(), l(lang, ["赞成", "yes"])),
        ("no".to_owned(), l(lang, ["反对", "no"])),
    ];
    Form::new(l(lang, ["主持人的决定票", "The presider's casting vote"]), Purpose::Casting).choice(
        "casting",
        l(lang, ["决定票", "casting vote"]),
        choices,
        0,
    )
}

/// What the lot said.
pub fn lot(lang: Lang) -> Form {
    let choices = vec![
        ("yes".to_owned(), l(lang, ["通过", "carried"])),
        ("no".to_owned(), l(lang, ["不通过", "lost"])),
    ];
    let label = l(lang, ["抽签结果", "the lot said"]);
    Form::new(l(lang, ["抽签", "The lot"]), Purpose::Lot).choice("lot", label, choices, 0)
}

/// A correction of a count, the figures in it as they stand.
pub fn correct_count(lang: Lang, vote: &Vote, presider: &str) -> Form {
    let figures = tally::tally(vote);
    let form = Form::new(
        l(lang, ["更正票数", "Correct a count"]),
        Purpose::CorrectCount { vote: vote.no },
    )
    .intro(l(
        lang,
        [
            "原数保留在记录中；更正后须重新宣布结果。",
            "The first figures stay on record; the result must be declared again.",
        ],
    ));
    let given = [figures.yes, figures.no, figures.abstain].map(|n| n.to_string());
    choices(form, lang, given.each_ref().map(String::as_str))
        .line("confirmed_by", l(lang, ["何人确认", "confirmed by"]), presider)
        .line("why", l(lang, ["原因", "why"]), "")
}
