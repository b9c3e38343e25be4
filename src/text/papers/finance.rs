//! The yearly statement of the funds as a paper: titles, facts, heads of its tables.

use crate::charter::{Charter, Clauses, Name};
use crate::record::Book;
use crate::record::funds::{FundEntry, Funds, Money, ReportFunds};
use crate::record::state::Decision;
use crate::text::Words;
use crate::text::charter::clause_words;
use crate::text::funds::{columns, observer_name, report_name};
use crate::text::words::{day, two};
use chrono::NaiveDate;

/// The lines of the title.
pub fn title(charter: &Charter, year: i32) -> [Name; 2] {
    let (of, report) = (&charter.identity.name, report_name(Some(charter)));
    [
        of.clone(),
        two(format!("{year}年度{}", report.zh), format!("{}, {year}", capital(&report.en))),
    ]
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|c| c.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Labels of the facts at the head.
pub const TO: Words = ["报告对象", "To"];
/// See [`TO`].
pub const PERIOD: Words = ["期间", "Period"];
/// See [`TO`].
pub const MONEY: Words = ["货币", "Money"];
/// See [`TO`].
pub const APPROVED: Words = ["批准", "Approved by"];
/// See [`TO`].
pub const SENT: Words = ["报送", "Sent to"];

/// Who receives the report: the body that approves it, then the authorities, each with the articles.
pub fn addressees(book: &Book, charter: &Charter) -> Vec<Name> {
    let policy = charter.funds.as_ref();
    let matter = policy.and_then(|f| charter.matter(f.report.as_deref()?));
    let body = matter.and_then(|m| m.routes.first()).and_then(|r| charter.body(&r.body));
    let body = body.or_else(|| charter.general_body());
    let none = Clauses::default();
    let mut all = Vec::new();
    if let Some(body) = body {
        all.push(cited(charter, &body.name, matter.map_or(&none, |m| &m.clauses)));
    }
    for id in policy.iter().flat_map(|f| &f.copies) {
        let known = charter.observers.iter().find(|o| o.id == *id);
        let clauses = known.and_then(|o| o.basis.article.as_ref()).unwrap_or(&none);
        all.push(cited(charter, &observer_name(book.charter.as_deref(), id), clauses));
    }
    all
}

fn cited(charter: &Charter, name: &Name, clauses: &Clauses) -> Name {
    if clauses.0.is_empty() {
        return name.clone();
    }
    let at = clause_words(&charter.identity.article_form, clauses);
    two(format!("{}（{}）", name.zh, at.zh), format!("{} ({})", name.en, at.en))
}

/// The year, how much was entered, and that it is not over where it is not.
pub fn period(year: i32, entries: usize, so_far: Option<NaiveDate>) -> Name {
    let entered = match entries {
        0 => two("没有登记", "nothing was entered"),
        1 => two("1笔", "1 entry"),
        n => two(format!("{n}笔"), format!("{n} entries")),
    };
    let until = so_far.map(day).map_or_else(Name::default, |d| {
        two(format!("，截至{}", d.zh), format!(", as of {}", d.en))
    });
    two(
        format!("{year}年1月1日至12月31日，{}{}", entered.zh, until.zh),
        format!("1 January to 31 December {year}; {}{}", entered.en, until.en),
    )
}

/// The money, by its name and its code.
pub fn money(charter: &Charter) -> Option<Name> {
    let funds = charter.funds.as_ref()?;
    Some(two(
        format!("{}（{}）", funds.unit.zh, funds.currency),
        format!("{} ({})", funds.unit.en, funds.currency),
    ))
}

/// The decision that approved it.
pub fn approved(decision: &Decision) -> Name {
    let (no, number) = (decision.no, &decision.number);
    two(format!("{number}（第{no}项决定）"), format!("{number} (decision {no})"))
}

/// That no meeting has approved it.
pub const NOT_APPROVED: Words = ["尚未经会议批准", "not approved by a meeting yet"];

/// That it was sent, and how.
pub fn sent(charter: &Charter, report: &ReportFunds) -> Name {
    let (to, on) = (observer_name(Some(charter), &report.to), day(report.day));
    let how = super::one_line(&report.how);
    let (zh, en) = if how.is_empty() {
        (String::new(), String::new())
    } else {
        (format!("，{how}"), format!(", {how}"))
    };
    two(format!("{}，{}{zh}", to.zh, on.zh), format!("{}, {}{en}", to.en, on.en))
}

/// Sections.
pub const SUMMARY: Words = ["总表", "Summary"];
/// See [`SUMMARY`].
pub const INCOME: Words = ["收入", "Income"];
/// See [`SUMMARY`].
pub const SPENDING: Words = ["支出", "Spending"];
/// See [`SUMMARY`].
pub const BY_TASK: Words = ["按任务", "By task"];
/// See [`SUMMARY`].
pub const BY_DECISION: Words = ["按决定", "By decision"];
/// See [`SUMMARY`].
pub const ENTRIES: Words = ["明细", "Entries"];
/// See [`SUMMARY`].
pub const REVERSALS: Words = ["冲销", "Reversals"];

/// Heads of the tables.
pub const ITEM: Words = ["项目", "Item"];
/// See [`ITEM`].
pub const SOURCE: Words = ["来源", "Source"];
/// See [`ITEM`].
pub const USE: Words = ["用途", "Use"];
/// See [`ITEM`].
pub const TASK: Words = ["任务", "Task"];
/// See [`ITEM`].
pub const DECISION: Words = ["所执行的决定", "Decision carried out"];
/// See [`ITEM`].
pub const ARTICLES: Words = ["依据", "Articles"];
/// See [`ITEM`].
pub const COUNT: Words = ["笔数", "Entries"];
/// See [`ITEM`].
pub const AMOUNT: Words = ["金额", "Amount"];
/// See [`ITEM`].
pub const REVERSED: Words = ["冲销", "Reversed"];
/// See [`ITEM`].
pub const NET: Words = ["净额", "Net"];
/// See [`ITEM`].
pub const NO: Words = ["笔", "No."];
/// See [`ITEM`].
pub const DAY: Words = ["日期", "Day"];
/// See [`ITEM`].
pub const WHAT: Words = ["来源或用途、对方、摘要", "Source or use, from or to, what for"];
/// See [`ITEM`].
pub const PROOF: Words = ["凭证", "Paper"];
/// See [`ITEM`].
pub const BALANCE: Words = ["余额", "Balance"];

/// Rows of the summary.
pub const CARRIED: Words = ["上年结转", "Carried over from the year before"];
/// See [`CARRIED`].
pub const BROUGHT: Words = ["期初登记", "Opening entry of this year"];
/// See [`CARRIED`].
pub const OF_YEAR: [Words; 2] =
    [["本年收入", "Income of the year"], ["本年支出", "Spending of the year"]];
/// See [`CARRIED`].
pub const LEFT: Words = ["年末余额", "Balance at the end of the year"];
/// The same of a year that is not over.
pub const SO_FAR: Words = ["现有余额", "Balance so far"];
/// The sum of a table.
pub const TOTAL: Words = ["合计", "Total"];

/// Articles by the charter's name for them.
pub fn articles(charter: &Charter, clauses: &Clauses) -> Name {
    clause_words(&charter.identity.article_form, clauses)
}

/// A decision by its number.
pub fn decision(book: &Book, id: &str) -> Name {
    let known = id.parse().ok().and_then(|no: u32| book.decisions.iter().find(|d| d.no == no));
    known.map_or_else(|| super::same(id), approved)
}

/// Where an entry's figure stands: with income, with spending, or neither.
pub fn figures(funds: &Funds, entry: &FundEntry) -> (Option<Money>, Option<Money>) {
    columns(funds, entry)
}

/// An entry taken back.
pub fn reversal(charter: &Charter, entry: &FundEntry, of: &FundEntry) -> Name {
    let (on, from) = (day(entry.day), day(of.day));
    let (no, was, why) = (entry.no, of.no, super::one_line(&entry.text));
    let amount = crate::text::funds::with_unit(charter, &entry.amount.to_string());
    two(
        format!("第{no}笔（{}）冲销第{was}笔（{}）{}：{why}", on.zh, from.zh, amount.zh),
        format!("Entry {no} ({}) reverses entry {was} ({}), {}: {why}", on.en, from.en, amount.en),
    )
}

/// Who signs.
pub const SIGNS: [Words; 2] =
    [["编制（签名）", "Prepared by (signature)"], ["审核（签名）", "Checked by (signature)"]];
