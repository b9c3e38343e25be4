//! What can be wrong with a table, and the sentences for it: what is wrong, where, and the way out.

use crate::charter::Name;
use crate::text::Lang;

/// What is wrong with a roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RosterFault {
    /// The file is not CSV at this row (from 1, the heading being 1).
    NotCsv {
        /// Row.
        row: usize,
        /// What the reader says.
        why: String,
    },
    /// Neither UTF-8 nor UTF-16 nor GB18030.
    NoEncoding,
    /// A workbook that cannot be read.
    NotASheet {
        /// What the reader says.
        why: String,
    },
    /// A column that must be there is not.
    NoColumn {
        /// Its Chinese and English name.
        column: [&'static str; 2],
    },
    /// A cell that cannot be.
    Cell {
        /// Row.
        row: usize,
        /// Chinese and English name of the column.
        column: [String; 2],
        /// What stands there.
        value: String,
        /// Why not.
        why: CellFault,
    },
    /// No units at all.
    Empty,
}

/// Why a cell cannot be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellFault {
    /// Must not be empty.
    Missing,
    /// Not a number from 1.
    NotANumber,
    /// Used by an earlier row.
    Repeated,
    /// Not a category of the charter; these are.
    NoCategory(Vec<Name>),
    /// Not a day `YYYY-MM-DD`.
    NotADay,
    /// Not an amount of at most six decimals.
    NotAnAmount,
    /// The name of another unit of the book, which has this number.
    NameOf(u32),
    /// No unit of the book, and the first meeting has been called.
    JoinsByDecision,
    /// Whether a unit is a member does not change by a table; this is how it stands.
    StandingByDecision([String; 2]),
    /// Not a paper kept in the book.
    NotAPaper,
    /// The cell holds an error of the spreadsheet.
    SheetError,
    /// The last day is before the first.
    DaysReversed,
}

/// The fault in words: what is wrong, where, and the way out.
pub fn sentence(lang: Lang, fault: &RosterFault) -> String {
    lang.each(|l| if l == Lang::En { english(fault) } else { chinese(fault) })
}

fn english(fault: &RosterFault) -> String {
    match fault {
        RosterFault::NotCsv { row, why } => {
            format!("Row {row} cannot be read as CSV: {why}. Save the table as “CSV UTF-8”.")
        }
        RosterFault::NoEncoding => {
            "The letters of the file cannot be read: it is neither UTF-8 nor UTF-16 nor GB18030. Save the table as “CSV UTF-8” or as a workbook (xlsx)."
                .to_owned()
        }
        RosterFault::NotASheet { why } => format!(
            "The workbook cannot be read: {why}. If it has a password, save it without one; otherwise save it as xlsx or as “CSV UTF-8”."
        ),
        RosterFault::NoColumn { column } => {
            format!("The first row has no column “{}” (or “{}”). Add it.", column[1], column[0])
        }
        RosterFault::Empty => "The roster holds no units.".to_owned(),
        RosterFault::Cell { row, column, value, why } => {
            let column = &column[1];
            match why {
                CellFault::JoinsByDecision => format!(
                    "Row {row}, column {column}: “{value}” is not in the book. Since the first meeting a unit joins by a decision: put its admission on an agenda, and take the row out."
                ),
                CellFault::StandingByDecision(now) => format!(
                    "Row {row}, column {column}: “{value}”, but in the book the unit is “{}”. That changes by a decision or by the charter, not by a table: correct the cell or leave it empty.",
                    now[1]
                ),
                why => format!("Row {row}, column {column}: “{value}” {}.", why_english(why)),
            }
        }
    }
}

fn why_english(why: &CellFault) -> String {
    match why {
        CellFault::Missing => "is empty; fill it in".to_owned(),
        CellFault::NotANumber => "is not a whole number from 1".to_owned(),
        CellFault::Repeated => "stands in an earlier row already".to_owned(),
        CellFault::NoCategory(known) if known.is_empty() => {
            "cannot be: the charter has no categories of members, so leave it empty".to_owned()
        }
        CellFault::NoCategory(known) => {
            let known: Vec<String> = known.iter().map(|n| format!("“{}”", n.en)).collect();
            format!("is not a category of the charter; it has {}", known.join(", "))
        }
        CellFault::NotADay => "is not a day such as 2022-09-29".to_owned(),
        CellFault::NotAnAmount => {
            "is not an amount such as 12 or 12.5, of six decimals at most".to_owned()
        }
        CellFault::NameOf(no) => {
            format!("is the name of member {no} in the book; check the number or the name")
        }
        CellFault::NotAPaper => {
            "is not the number of a paper kept in the book; keep the paper first, or leave it empty"
                .to_owned()
        }
        CellFault::SheetError => {
            "is an error of the spreadsheet; correct the formula or type the value".to_owned()
        }
        CellFault::DaysReversed => "is before the first day; check both days".to_owned(),
        CellFault::JoinsByDecision | CellFault::StandingByDecision(_) => String::new(),
    }
}

fn chinese(fault: &RosterFault) -> String {
    match fault {
        RosterFault::NotCsv { row, why } => {
            format!("第{row}行无法按CSV读取：{why}。请另存为“CSV UTF-8”。")
        }
        RosterFault::NoEncoding => {
            "文件的文字读不出来：不是UTF-8、UTF-16，也不是GB18030编码。请另存为“CSV UTF-8”或xlsx。"
                .to_owned()
        }
        RosterFault::NotASheet { why } => format!(
            "工作簿无法读取：{why}。如有密码，请去掉密码另存；否则请另存为xlsx或“CSV UTF-8”。"
        ),
        RosterFault::NoColumn { column } => {
            format!("首行缺少“{}”（或“{}”）一列，请补上。", column[0], column[1])
        }
        RosterFault::Empty => "名册中没有任何单位。".to_owned(),
        RosterFault::Cell { row, column, value, why } => {
            let column = &column[0];
            match why {
                CellFault::JoinsByDecision => format!(
                    "第{row}行“{column}”：会议簿里没有“{value}”。召开过会议之后，单位须经决定加入：请把它的加入列入议程，并从表中去掉这一行。"
                ),
                CellFault::StandingByDecision(now) => format!(
                    "第{row}行“{column}”：表中是“{value}”，会议簿里是“{}”。这要由决定或章程改变，不能用表格改：请改正或留空。",
                    now[0]
                ),
                why => format!("第{row}行“{column}”：“{value}”{}。", why_chinese(why)),
            }
        }
    }
}

fn why_chinese(why: &CellFault) -> String {
    match why {
        CellFault::Missing => "不能为空，请填写".to_owned(),
        CellFault::NotANumber => "不是从1起的整数".to_owned(),
        CellFault::Repeated => "与前面的行重复".to_owned(),
        CellFault::NoCategory(known) if known.is_empty() => {
            "不能填：章程没有分成员类别，请留空".to_owned()
        }
        CellFault::NoCategory(known) => {
            let known: Vec<String> = known.iter().map(|n| format!("“{}”", n.zh)).collect();
            format!("不是章程中的成员类别，可用的有：{}", known.join("、"))
        }
        CellFault::NotADay => "不是日期，应如2022-09-29".to_owned(),
        CellFault::NotAnAmount => "不是数字，应如12或12.5，小数至多六位".to_owned(),
        CellFault::NameOf(no) => format!("是会议簿中{no}号成员的名称，请核对编号或名称"),
        CellFault::NotAPaper => "不是会议簿中收存文件的编号，请先收存文件，或留空".to_owned(),
        CellFault::SheetError => "是表格软件的错误值，请改正公式或直接填写".to_owned(),
        CellFault::DaysReversed => "早于起始日，请核对两个日期".to_owned(),
        CellFault::JoinsByDecision | CellFault::StandingByDecision(_) => String::new(),
    }
}
