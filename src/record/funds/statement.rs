//! The funds of one year: what was there, what came in by source, what was spent by use, what is left.
//!
//! A reversal counts on its own day: a year that was reported is never changed by what is corrected later.

use super::{FundEntry, FundKind, Funds, Money};
use crate::charter::{Charter, Listed};
use chrono::Datelike;
use serde::Serialize;

/// One source or use in a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// Source or use id of the charter.
    pub id: String,
    /// Entries of the year, those reversed included.
    pub entries: u32,
    /// Their sum.
    pub amount: Money,
    /// Reversals of the year, of entries of any year.
    pub reversals: u32,
    /// Their sum.
    pub reversed: Money,
    /// What counts: the one less the other.
    pub net: Money,
}

/// Income or spending of a year.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Side {
    /// One for each source or use of the charter, in its order.
    pub lines: Vec<Line>,
    /// Entries of the year.
    pub entries: u32,
    /// What counts of all lines.
    pub total: Money,
}

/// What was spent on a task or by a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sum {
    /// Task id of the charter, or the decision's number in the book.
    pub id: String,
    /// Entries, those reversed and their reversals left out.
    pub entries: u32,
    /// What came in for it.
    pub income: Money,
    /// What was spent.
    pub spending: Money,
}

/// The funds of one year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Statement {
    /// The year.
    pub year: i32,
    /// The balance at the end of the year before.
    pub carried: Money,
    /// Opening entries of this year, less those reversed in it.
    pub brought: Money,
    /// What the year began with: both of these.
    pub opening: Money,
    /// Income by source.
    pub income: Side,
    /// Spending by use.
    pub spending: Side,
    /// The balance at the end of the year: opening and income less spending.
    pub closing: Money,
    /// The entries of the year by day, by their numbers, each with the balance after it.
    pub entries: Vec<(u32, Money)>,
    /// Sums by task.
    pub tasks: Vec<Sum>,
    /// Sums by decision.
    pub decisions: Vec<Sum>,
}

impl Funds {
    /// The statement of a year. Lists of the charter come in its order; an id that a later charter no longer
    /// has comes behind.
    pub fn statement(&self, charter: Option<&Charter>, year: i32) -> Statement {
        let before = |e: &&FundEntry| e.day.year() < year;
        let carried: Money = self.entries.iter().filter(before).map(|e| self.effect(e)).sum();
        let of_year: Vec<&FundEntry> =
            self.entries.iter().filter(|e| e.day.year() == year).collect();
        let opening = |e: &&&FundEntry| self.origin(e).of == FundKind::Opening;
        let brought: Money = of_year.iter().filter(opening).map(|e| self.effect(e)).sum();
        let (mut income, mut spending) = match charter {
            Some(charter) => (blank(&charter.fund_sources), blank(&charter.fund_uses)),
            None => (Side::default(), Side::default()),
        };
        for entry in &of_year {
            match &self.origin(entry).of {
                FundKind::Income(id) => income.take(id, entry),
                FundKind::Spending(id) => spending.take(id, entry),
                FundKind::Opening | FundKind::Reversal(_) => {}
            }
        }
        let rows = self.by_day().into_iter().filter(|(e, _)| e.day.year() == year);
        let opening = carried + brought;
        Statement {
            year,
            carried,
            brought,
            opening,
            closing: opening + income.total - spending.total,
            entries: rows.map(|(e, balance)| (e.no, balance)).collect(),
            tasks: self.sums(&of_year, |e| e.task.clone()),
            decisions: self.sums(&of_year, |e| e.decision.map(|no| no.to_string())),
            income,
            spending,
        }
    }

    /// Sums over all years of what was spent by a decision.
    pub fn spent_by(&self, decision: u32) -> Money {
        let of = |e: &&FundEntry| self.origin(e).decision == Some(decision);
        Money::ZERO - self.entries.iter().filter(of).map(|e| self.effect(e)).sum()
    }

    /// Entries that are reversed the same year cancel out; a reversal of an older one counts below nothing.
    fn sums(&self, entries: &[&FundEntry], key: impl Fn(&FundEntry) -> Option<String>) -> Vec<Sum> {
        let mut sums: Vec<Sum> = Vec::new();
        for entry in entries {
            let origin = self.origin(entry);
            let Some(id) = key(origin) else { continue };
            let place = match sums.iter().position(|s| s.id == id) {
                Some(place) => place,
                None => {
                    let (income, spending) = (Money::ZERO, Money::ZERO);
                    sums.push(Sum { id, entries: 0, income, spending });
                    sums.len() - 1
                }
            };
            let Some(sum) = sums.get_mut(place) else { continue };
            sum.entries += u32::from(self.stands_in(entries, entry));
            match origin.of {
                FundKind::Income(_) => sum.income = sum.income + self.effect(entry),
                _ => sum.spending = sum.spending - self.effect(entry),
            }
        }
        sums
    }

    fn stands_in(&self, entries: &[&FundEntry], entry: &FundEntry) -> bool {
        let is_reversal = matches!(entry.of, FundKind::Reversal(_));
        let reversal = self.reversal_of(entry.no);
        !is_reversal && reversal.is_none_or(|r| entries.iter().all(|e| e.no != r.no))
    }
}

fn blank(list: &[Listed]) -> Side {
    Side { lines: list.iter().map(|item| Line::new(&item.id)).collect(), ..Side::default() }
}

impl Line {
    fn new(id: &str) -> Self {
        let (amount, reversed, net) = (Money::ZERO, Money::ZERO, Money::ZERO);
        Self { id: id.to_owned(), entries: 0, amount, reversals: 0, reversed, net }
    }
}

impl Side {
    fn take(&mut self, id: &str, entry: &FundEntry) {
        if self.lines.iter().all(|l| l.id != id) {
            self.lines.push(Line::new(id));
        }
        let Some(line) = self.lines.iter_mut().find(|l| l.id == id) else { return };
        if matches!(entry.of, FundKind::Reversal(_)) {
            line.reversals += 1;
            line.reversed = line.reversed + entry.amount;
            self.total = self.total - entry.amount;
        } else {
            line.entries += 1;
            line.amount = line.amount + entry.amount;
            self.entries += 1;
            self.total = self.total + entry.amount;
        }
        line.net = line.amount - line.reversed;
    }
}
