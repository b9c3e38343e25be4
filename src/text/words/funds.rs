//! The lines of entries of the funds.

use super::event::Told;
use super::two;
use crate::charter::Name;
use crate::record::funds::{FundEntry, FundKind, ReportFunds};
use crate::text::funds::{kind_name, observer_name, report_name, with_unit};

/// What an entry of the funds says: its number, what it is, how much, whom it is from or was paid to.
pub(super) fn entered(told: &Told, entry: &FundEntry) -> Name {
    let no = entry.no;
    let amount = entry.amount.to_string();
    let amount = told.charter().map_or_else(
        || two(amount.as_str(), amount.as_str()),
        |charter| with_unit(charter, &amount),
    );
    let what = kind_name(told.charter(), &entry.of);
    let day = super::day(entry.day);
    let mut said = match &entry.of {
        FundKind::Opening => two(
            format!("经费第{no}笔：期初余额{}（{}）", amount.zh, day.zh),
            format!("funds {no}: opening balance {} ({})", amount.en, day.en),
        ),
        FundKind::Income(_) => two(
            format!("经费第{no}笔：收入{}，{}，来自{}", amount.zh, what.zh, entry.party),
            format!("funds {no}: income {}, {}, from {}", amount.en, what.en, entry.party),
        ),
        FundKind::Spending(_) => two(
            format!("经费第{no}笔：支出{}，{}，付给{}", amount.zh, what.zh, entry.party),
            format!("funds {no}: spending {}, {}, to {}", amount.en, what.en, entry.party),
        ),
        FundKind::Reversal(of) => two(
            format!("经费第{no}笔：冲销第{of}笔（{}）", amount.zh),
            format!("funds {no}: entry {of} reversed ({})", amount.en),
        ),
    };
    if !entry.text.is_empty() {
        said = two(format!("{}；{}", said.zh, entry.text), format!("{}; {}", said.en, entry.text));
    }
    said
}

/// A report that was sent.
pub(super) fn reported(told: &Told, report: &ReportFunds) -> Name {
    let to = observer_name(told.charter(), &report.to);
    let name = report_name(told.charter());
    let (year, day) = (report.year, super::day(report.day));
    let said = two(
        format!("{year}年{}已于{}报送{}", name.zh, day.zh, to.zh),
        format!("{}, {year}, sent to {} on {}", name.en, to.en, day.en),
    );
    match report.how.as_str() {
        "" => said,
        how => two(format!("{}（{how}）", said.zh), format!("{} ({how})", said.en)),
    }
}
