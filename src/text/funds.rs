//! The funds in words: names of sources and uses, the paper for the assembly and the authority, the ledger file.
//!
//! A sum of money is the same figure everywhere: two places, a point, no groups.

mod data;
mod journal;
mod page;

pub use data::{answer, json, list};
pub use journal::journal;
pub use page::{Addressee, addressees, draft, statement};

use super::Lang;
use super::words::two;
use crate::charter::{Charter, Name};
use crate::record::Book;
use crate::record::funds::{FundEntry, FundKind, Funds, Money};

/// A sum with the charter's word for the money behind it; the bare figure where it names none.
pub fn with_unit(charter: &Charter, amount: &str) -> Name {
    match &charter.funds {
        Some(funds) => {
            two(format!("{amount}{}", funds.unit.zh), format!("{amount} {}", funds.unit.en))
        }
        None => two(amount, amount),
    }
}

/// See [`with_unit`].
pub fn money(lang: Lang, book: &Book, amount: Money) -> String {
    let amount = amount.to_string();
    match book.charter.as_deref() {
        Some(charter) => lang.pick(&with_unit(charter, &amount)),
        None => amount,
    }
}

/// How the yearly report is called: by its matter in the charter.
pub fn report_name(charter: Option<&Charter>) -> Name {
    let policy = charter.and_then(|c| c.funds.as_ref());
    let matter = policy.and_then(|f| charter?.matter(f.report.as_deref()?));
    matter.map_or_else(|| two("经费报告", "report on the funds"), |m| m.title.clone())
}

/// What an entry is: the source or use by its name in the charter.
pub fn kind_name(charter: Option<&Charter>, kind: &FundKind) -> Name {
    match kind {
        FundKind::Opening => two("期初余额", "opening balance"),
        FundKind::Income(id) => source_name(charter, id),
        FundKind::Spending(id) => use_name(charter, id),
        FundKind::Reversal(of) => two(format!("冲销第{of}笔"), format!("reversal of {of}")),
    }
}

/// A source by its name; its id where the charter no longer has it.
pub fn source_name(charter: Option<&Charter>, id: &str) -> Name {
    let sources = charter.map(|c| c.fund_sources.as_slice()).unwrap_or_default();
    sources.iter().find(|s| s.id == id).map_or_else(|| Book::said(id), |s| s.name.clone())
}

/// A use by its name; its id where the charter no longer has it.
pub fn use_name(charter: Option<&Charter>, id: &str) -> Name {
    let uses = charter.map(|c| c.fund_uses.as_slice()).unwrap_or_default();
    uses.iter().find(|u| u.id == id).map_or_else(|| Book::said(id), |u| u.name.clone())
}

/// A task by its name.
pub fn task_name(charter: Option<&Charter>, id: &str) -> Name {
    let tasks = charter.map(|c| c.tasks.as_slice()).unwrap_or_default();
    tasks.iter().find(|t| t.id == id).map_or_else(|| Book::said(id), |t| t.name.clone())
}

/// An authority by its name.
pub fn observer_name(charter: Option<&Charter>, id: &str) -> Name {
    let observers = charter.map(|c| c.observers.as_slice()).unwrap_or_default();
    observers.iter().find(|o| o.id == id).map_or_else(|| Book::said(id), |o| o.name.clone())
}

/// Where an entry's figure stands: with income, with spending (both below nothing for a reversal), or neither.
pub(in crate::text) fn columns(funds: &Funds, entry: &FundEntry) -> (Option<Money>, Option<Money>) {
    let effect = funds.effect(entry);
    match funds.origin(entry).of {
        FundKind::Income(_) => (Some(effect), None),
        FundKind::Spending(_) => (None, Some(Money::ZERO - effect)),
        FundKind::Opening | FundKind::Reversal(_) => (None, None),
    }
}
