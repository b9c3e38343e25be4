//! The forms of the funds: which rows an entry asks for, and the command a filled-in form makes.

use crate::charter::{Charter, Listed};
use crate::record::funds::{FundKind, Income, OpeningBalance, ReportFunds, ReverseFunds, Spending};
use crate::record::{Book, Command};
use crate::text::{Lang, Words, funds as words};
use crate::ui::form::Form;
use crate::ui::purpose::{Purpose, Rows, Wrong};
use chrono::NaiveDate;

/// What a form of the funds is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The opening balance.
    Open,
    /// Income.
    Receive,
    /// Spending.
    Spend,
    /// An entry is taken back.
    Reverse(u32),
    /// The report on a year was sent.
    Send(i32),
}

fn choices(lang: Lang, list: &[Listed]) -> Vec<(String, String)> {
    list.iter().map(|item| (item.id.clone(), lang.pick(&item.name))).collect()
}

/// A form, its day filled in with today.
pub fn form(lang: Lang, book: &Book, charter: &Charter, step: &Step, today: NaiveDate) -> Form {
    let l = |words: Words| lang.say(words);
    let title: Words = match step {
        Step::Open => ["经费期初余额", "Opening balance of the funds"],
        Step::Receive => ["记一笔收入", "Enter income"],
        Step::Spend => ["记一笔支出", "Enter spending"],
        Step::Reverse(_) => ["冲销记错的一笔", "Reverse a wrong entry"],
        Step::Send(_) => ["登记报告已报送", "The report was sent"],
    };
    let form = Form::new(l(title), Purpose::Funds(step.clone()));
    let unit = charter.funds.as_ref().map(|f| lang.first().pick(&f.unit)).unwrap_or_default();
    let amount = |form: Form| {
        let label = if unit.is_empty() {
            l(["金额", "amount"])
        } else {
            lang.join(&format!("金额（{unit}）"), &format!("amount ({unit})"))
        };
        form.line("amount", label, "")
            .hint(l(["如 1200 或 1200.50", "such as 1200 or 1200.50"]))
            .cells(24)
    };
    let day = |form: Form, label: Words| {
        let hint = lang.first().join(&format!("{today}（今天）"), &format!("{today} (today)"));
        form.line("day", l(label), "").hint(hint).cells(24)
    };
    let paper = |form: Form| {
        form.number("document", l(["凭证的附件号", "number of the paper"]), "")
            .hint(l(["可空", "may be empty"]))
    };
    let task = |form: Form| {
        if charter.tasks.is_empty() {
            return form;
        }
        let mut tasks = vec![(String::new(), l(["（不属于某项任务）", "(no one task)"]))];
        tasks.extend(choices(lang, &charter.tasks));
        form.choice("task", l(["任务", "task"]), tasks, 0)
    };
    match step {
        Step::Open => {
            let form = form.intro(l([
                "第一笔收支之前账上有多少钱，照银行对账单登记一次。",
                "What was there before the first entry: once, as on the statement of the bank.",
            ]));
            let form = day(amount(form), ["日期", "day"]);
            form.line("text", l(["依据", "where it is from"]), "")
        }
        Step::Receive => {
            let sources = choices(lang, &charter.fund_sources);
            let form = form.choice("source", l(["来源", "source"]), sources, 0);
            let form = day(amount(form), ["收到日期", "day it came in"])
                .line("from", l(["来自", "from"]), "")
                .hint(l(["名称；成员填序号即可", "a name; for a member its number"]))
                .line("text", l(["摘要", "what for"]), "");
            task(paper(form))
        }
        Step::Spend => {
            let uses = choices(lang, &charter.fund_uses);
            let form = form.choice("use", l(["用途", "use"]), uses, 0);
            let form = day(amount(form), ["付出日期", "day it was paid"])
                .line("to", l(["付给", "to"]), "")
                .line("text", l(["摘要", "what for"]), "");
            let form = paper(form)
                .number("decision", l(["依据第几项决定", "by decision number"]), "")
                .hint(l(["可空", "may be empty"]));
            task(form)
        }
        Step::Reverse(no) => {
            let said = book.funds.entry(*no).map(|entry| {
                let kind = lang.pick(&words::kind_name(Some(charter), &entry.of));
                let amount = words::money(lang, book, entry.amount);
                format!("{no}  {}  {kind}  {amount}  {}", entry.day, entry.party)
            });
            let form = form.intro(lang.each(|l| match l {
                Lang::En => format!(
                    "{}\nIt leaves the balance from that day on; both entries stay on record.",
                    said.clone().unwrap_or_default()
                ),
                _ => format!(
                    "{}\n自该日起不再计入余额，两笔都留在账上。",
                    said.clone().unwrap_or_default()
                ),
            }));
            day(form, ["冲销日期", "day of the reversal"]).line("why", l(["原因", "why"]), "")
        }
        Step::Send(year) => {
            let copies = charter.funds.as_ref().map(|f| f.copies.as_slice()).unwrap_or_default();
            let mut observers = charter.observers.clone();
            // Those the charter has it sent to stand first.
            observers.sort_by_key(|o| !copies.contains(&o.id));
            let name = words::report_name(Some(charter));
            let form = form
                .intro(lang.join(&format!("{year}年{}", name.zh), &format!("{}, {year}", name.en)));
            let form = form.choice("to", l(["报送", "sent to"]), choices(lang, &observers), 0);
            let form = day(form, ["报送日期", "day it was sent"]);
            paper(
                form.line("how", l(["方式", "how"]), "")
                    .hint(l(["如专人送达、挂号邮寄", "such as by hand, by registered post"])),
            )
        }
    }
}

/// The command of a filled-in form.
pub(in crate::ui) fn command(step: &Step, rows: &Rows, book: &Book) -> Result<Command, Wrong> {
    let day = || Ok(rows.day("day")?.unwrap_or(rows.today()));
    let filled = |key| Some(rows.text(key)).filter(|t| !t.is_empty());
    let number =
        |key| if rows.text(key).is_empty() { Ok(None) } else { rows.number(key).map(Some) };
    Ok(match step {
        Step::Open => Command::OpenFunds(OpeningBalance {
            amount: rows.said("amount")?,
            day: day()?,
            text: rows.text("text"),
        }),
        Step::Receive => {
            let typed = rows.said("from")?;
            // A member is named by its number.
            let unit = typed.parse().ok().filter(|no| book.members.contains_key(no));
            Command::RecordIncome(Income {
                source: rows.text("source"),
                amount: rows.said("amount")?,
                day: day()?,
                from: if unit.is_some() { String::new() } else { typed },
                unit,
                text: rows.text("text"),
                document: number("document")?,
                task: filled("task"),
            })
        }
        Step::Spend => Command::RecordSpending(Spending {
            purpose: rows.text("use"),
            amount: rows.said("amount")?,
            day: day()?,
            to: rows.said("to")?,
            text: rows.text("text"),
            document: number("document")?,
            decision: number("decision")?,
            task: filled("task"),
        }),
        Step::Reverse(entry) => Command::ReverseFunds(ReverseFunds {
            entry: *entry,
            day: day()?,
            why: rows.said("why")?,
        }),
        Step::Send(year) => Command::ReportFunds(ReportFunds {
            year: *year,
            to: rows.text("to"),
            day: day()?,
            how: rows.text("how"),
            document: number("document")?,
        }),
    })
}

/// Whether an entry can be reversed: it is none itself, and was not reversed before.
pub fn reversible(book: &Book, no: u32) -> bool {
    let entry = book.funds.entry(no);
    entry.is_some_and(|e| !matches!(e.of, FundKind::Reversal(_)))
        && book.funds.reversal_of(no).is_none()
}
