//! A roster in CSV as opening entries of the register: everything that is wrong, row by row, or all of it.

use crate::charter::{Amount, Charter, Name};
use crate::record::command::Enrolment;
use chrono::NaiveDate;

/// What is wrong with a roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RosterFault {
    /// The file is not CSV in UTF-8 at this row (from 1, the heading being 1).
    NotCsv {
        /// Row.
        row: usize,
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
        column: [&'static str; 2],
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
}

const NUMBER: [&str; 2] = ["序号", "number"];
const NAME: [&str; 2] = ["单位名称", "name"];
const SHORT: [&str; 2] = ["简称", "short"];
const CATEGORY: [&str; 2] = ["类别", "category"];
const JOINED: [&str; 2] = ["加入日期", "joined"];
const GROUPS: [&str; 2] = ["组别", "groups"];
const WEIGHT: [&str; 2] = ["权重", "weight"];
const CERTIFICATE: [&str; 2] = ["证书编号", "certificate"];

/// Reads a roster; the heading names the columns in either language, in any order. Where there is no
/// number column, rows are numbered in order.
pub fn read(charter: &Charter, bytes: &[u8]) -> Result<Vec<Enrolment>, Vec<RosterFault>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(bytes);
    let headings = match reader.headers() {
        Ok(headings) => headings.clone(),
        Err(error) => return Err(vec![not_csv(1, &error)]),
    };
    let column = |names: [&str; 2]| {
        headings.iter().position(|h| names.iter().any(|n| n.eq_ignore_ascii_case(h)))
    };
    let Some(name_at) = column(NAME) else {
        return Err(vec![RosterFault::NoColumn { column: NAME }]);
    };
    let (number_at, short_at, category_at) = (column(NUMBER), column(SHORT), column(CATEGORY));
    let (joined_at, certificate_at) = (column(JOINED), column(CERTIFICATE));
    let groups_at = column(GROUPS);
    // A column for each weight: `权重 人口`, `weight population`.
    let weight_of = |heading: &str| {
        let name = WEIGHT.iter().find_map(|w| heading.strip_prefix(w))?;
        let name = name.trim_start_matches([':', '：', ' ']).trim();
        (!name.is_empty()).then(|| name.to_owned())
    };
    let weights_at: Vec<(usize, String)> =
        headings.iter().enumerate().filter_map(|(at, h)| Some((at, weight_of(h)?))).collect();
    let mut units: Vec<Enrolment> = Vec::new();
    let mut faults = Vec::new();
    for (place, record) in reader.records().enumerate() {
        let row = place + 2;
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                faults.push(not_csv(row, &error));
                continue;
            }
        };
        let cell =
            |at: Option<usize>| at.and_then(|at| record.get(at)).unwrap_or_default().to_owned();
        let mut fault = |column: [&'static str; 2], value: &str, why: CellFault| {
            faults.push(RosterFault::Cell { row, column, value: value.to_owned(), why });
        };
        let name = cell(Some(name_at));
        if name.is_empty() {
            fault(NAME, "", CellFault::Missing);
        } else if units.iter().any(|u| u.name == name) {
            fault(NAME, &name, CellFault::Repeated);
        }
        let number = cell(number_at);
        let unit = if number_at.is_some() {
            match number.parse::<u32>() {
                Ok(0) | Err(_) => {
                    fault(NUMBER, &number, CellFault::NotANumber);
                    0
                }
                Ok(unit) if units.iter().any(|u| u.unit == unit) => {
                    fault(NUMBER, &number, CellFault::Repeated);
                    unit
                }
                Ok(unit) => unit,
            }
        } else {
            u32::try_from(place + 1).unwrap_or(u32::MAX)
        };
        let given = cell(category_at);
        let category = charter
            .categories
            .iter()
            .find(|c| [&c.id, &c.name.zh, &c.name.en].contains(&&given))
            .map(|c| c.id.clone());
        if category.is_none() && !given.is_empty() {
            let known = charter.categories.iter().map(|c| c.name.clone()).collect();
            fault(CATEGORY, &given, CellFault::NoCategory(known));
        }
        let day = cell(joined_at);
        let joined = NaiveDate::parse_from_str(&day, "%Y-%m-%d").ok();
        if joined.is_none() && !day.is_empty() {
            fault(JOINED, &day, CellFault::NotADay);
        }
        let mut weights = std::collections::BTreeMap::new();
        for (at, name) in &weights_at {
            let given = cell(Some(*at));
            match Amount::parse(&given) {
                Ok(weight) => drop(weights.insert(name.clone(), weight)),
                Err(_) if given.is_empty() => {}
                Err(_) => fault(WEIGHT, &given, CellFault::NotAnAmount),
            }
        }
        let groups = cell(groups_at);
        let groups = groups.split_whitespace().map(str::to_owned).collect();
        units.push(Enrolment {
            unit,
            name,
            short: cell(short_at),
            category: category.unwrap_or_default(),
            joined,
            certificate: cell(certificate_at),
            weights,
            groups,
        });
    }
    if units.is_empty() && faults.is_empty() {
        faults.push(RosterFault::Empty);
    }
    if faults.is_empty() { Ok(units) } else { Err(faults) }
}

fn not_csv(row: usize, error: &csv::Error) -> RosterFault {
    let row = error.position().map_or(row, |p| usize::try_from(p.line()).unwrap_or(row));
    RosterFault::NotCsv { row, why: error.to_string() }
}

/// The fault in words: what is wrong, where, and the way out.
pub fn sentence(lang: crate::text::Lang, fault: &RosterFault) -> String {
    use crate::text::Lang;
    lang.each(|l| match (l, fault) {
        (Lang::En, RosterFault::NotCsv { row, why }) => {
            format!(
                "Row {row} cannot be read as CSV in UTF-8: {why}. Save the table as “CSV UTF-8”."
            )
        }
        (_, RosterFault::NotCsv { row, why }) => {
            format!("第{row}行无法按UTF-8的CSV读取：{why}。请另存为“CSV UTF-8”。")
        }
        (Lang::En, RosterFault::NoColumn { column }) => {
            format!("The first row has no column “{}” (or “{}”). Add it.", column[1], column[0])
        }
        (_, RosterFault::NoColumn { column }) => {
            format!("首行缺少“{}”（或“{}”）一列，请补上。", column[0], column[1])
        }
        (Lang::En, RosterFault::Empty) => "The roster holds no units.".to_owned(),
        (_, RosterFault::Empty) => "名册中没有任何单位。".to_owned(),
        (Lang::En, RosterFault::Cell { row, column, value, why }) => {
            let why = match why {
                CellFault::Missing => "is empty; fill it in".to_owned(),
                CellFault::NotANumber => "is not a whole number from 1".to_owned(),
                CellFault::Repeated => "stands in an earlier row already".to_owned(),
                CellFault::NoCategory(known) if known.is_empty() => {
                    "cannot be: the charter has no categories of members, so leave it empty"
                        .to_owned()
                }
                CellFault::NoCategory(known) => {
                    let known: Vec<String> =
                        known.iter().map(|n| format!("“{}”", l.pick(n))).collect();
                    format!("is not a category of the charter; it has {}", known.join(", "))
                }
                CellFault::NotADay => "is not a day such as 2022-09-29".to_owned(),
                CellFault::NotAnAmount => {
                    "is not an amount such as 12 or 12.5, of six decimals at most".to_owned()
                }
            };
            format!("Row {row}, column {}: “{value}” {why}.", column[1])
        }
        (_, RosterFault::Cell { row, column, value, why }) => {
            let why = match why {
                CellFault::Missing => "不能为空，请填写".to_owned(),
                CellFault::NotANumber => "不是从1起的整数".to_owned(),
                CellFault::Repeated => "与前面的行重复".to_owned(),
                CellFault::NoCategory(known) if known.is_empty() => {
                    "不能填：章程没有分成员类别，请留空".to_owned()
                }
                CellFault::NoCategory(known) => {
                    let known: Vec<String> =
                        known.iter().map(|n| format!("“{}”", l.pick(n))).collect();
                    format!("不是章程中的成员类别，可用的有：{}", known.join("、"))
                }
                CellFault::NotADay => "不是日期，应如2022-09-29".to_owned(),
                CellFault::NotAnAmount => "不是数字，应如12或12.5，小数至多六位".to_owned(),
            };
            format!("第{row}行“{}”：“{value}”{why}。", column[0])
        }
    })
}
