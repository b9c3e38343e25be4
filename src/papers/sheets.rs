//! The figures of a meeting as tables: who was there, every vote, every round of an election.

use crate::minutes::{Minutes, charter_of};
use crate::paper::sheets::Sheet;
use crate::paper::{Column, Row, Table};
use crate::text::Lang;
use crate::text::minutes::Say;
use crate::text::minutes::figures::{self, Rows};

/// Attendance, votes and, where there were any, elections; `None` where the minutes carry no charter
/// that can be read.
pub fn sheets(minutes: &Minutes, lang: Lang) -> Option<Vec<Sheet>> {
    let charter = charter_of(minutes)?;
    let say = Say::new(minutes, &charter, lang);
    let mut made = vec![sheet(figures::attendance(&say)), sheet(figures::votes(&say))];
    let elections = figures::elections(&say);
    if !elections.rows.is_empty() {
        made.push(sheet(elections));
    }
    Some(made)
}

fn sheet(rows: Rows) -> Sheet {
    let column = |(head, figure): (String, bool)| {
        if figure { Column::right(head, 1) } else { Column::left(head, 2) }
    };
    let table = Table {
        caption: String::new(),
        columns: rows.columns.into_iter().map(column).collect(),
        rows: rows.rows.into_iter().map(Row::new).collect(),
        lines: 1,
    };
    Sheet { name: rows.name, table }
}
