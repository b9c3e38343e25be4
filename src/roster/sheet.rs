//! A file as rows of text: workbooks (xlsx, xls, ods) and CSV in UTF-8, UTF-16 and GB18030.

use super::columns;
use super::fault::RosterFault;
use calamine::{Data, Reader as _};
use encoding_rs::{Encoding, GB18030, UTF_16BE, UTF_16LE};
use std::io::Cursor;

/// A row as a spreadsheet shows it.
pub(super) struct SheetRow {
    /// Its number there, from 1.
    pub no: usize,
    /// Its cells as text; `Err` for an error of the spreadsheet.
    pub cells: Vec<Result<String, String>>,
}

impl SheetRow {
    fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| cell.as_ref().is_ok_and(String::is_empty))
    }
    /// The cells as headings.
    pub fn headings(&self) -> Vec<String> {
        self.cells.iter().map(|cell| cell.clone().unwrap_or_default()).collect()
    }
}

/// How far down the heading may stand, below titles and blank rows.
const TITLE_ROWS: usize = 20;

/// The heading and the rows below it that are not empty.
pub(super) fn read(bytes: &[u8]) -> Result<(SheetRow, Vec<SheetRow>), RosterFault> {
    let zipped = bytes.starts_with(b"PK\x03\x04");
    let compound = bytes.starts_with(b"\xd0\xcf\x11\xe0");
    let tables = if zipped || compound { workbook(bytes)? } else { vec![csv(bytes)?] };
    let missing = RosterFault::NoColumn { column: columns::NAME };
    for mut rows in tables {
        let heading = rows.iter().take(TITLE_ROWS).position(|r| columns::is_heading(&r.headings()));
        if let Some(at) = heading {
            let mut below = rows.split_off(at);
            let heading = below.remove(0);
            below.retain(|row| !row.is_empty());
            return Ok((heading, below));
        }
    }
    Err(missing)
}

/// The sheets of a workbook, in order.
fn workbook(bytes: &[u8]) -> Result<Vec<Vec<SheetRow>>, RosterFault> {
    let failed = |error: calamine::Error| RosterFault::NotASheet { why: error.to_string() };
    let mut book = calamine::open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(failed)?;
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).map_err(failed)?;
        let first = range.start().map_or(0, |(row, _)| row as usize);
        let rows = range.rows().enumerate().map(|(place, cells)| SheetRow {
            no: first + place + 1,
            cells: cells.iter().map(cell).collect(),
        });
        sheets.push(rows.collect());
    }
    Ok(sheets)
}

fn cell(data: &Data) -> Result<String, String> {
    match data {
        Data::Empty => Ok(String::new()),
        Data::String(text) | Data::DurationIso(text) => Ok(text.trim().to_owned()),
        // A whole number is shown without a point, and never with an exponent.
        Data::Float(number) => Ok(format!("{number}")),
        Data::Int(number) => Ok(number.to_string()),
        Data::Bool(is) => Ok(is.to_string()),
        Data::DateTime(moment) => {
            Ok(moment.as_datetime().map_or_else(|| moment.to_string(), |m| m.date().to_string()))
        }
        Data::DateTimeIso(text) => Ok(text.split('T').next().unwrap_or_default().trim().to_owned()),
        Data::Error(error) => Err(error.to_string()),
    }
}

fn csv(bytes: &[u8]) -> Result<Vec<SheetRow>, RosterFault> {
    let text = decoded(bytes).ok_or(RosterFault::NoEncoding)?;
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .has_headers(false)
        .delimiter(delimiter(&text))
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut record = csv::StringRecord::new();
    let mut no = 0;
    loop {
        let from = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        match reader.read_record(&mut record) {
            Ok(false) => return Ok(rows),
            Ok(true) => {
                // The reader passes over blank lines; a spreadsheet counts them.
                let rest = text.get(from..).unwrap_or_default();
                let blank = rest.len() - rest.trim_start_matches(['\n', '\r']).len();
                no += 1 + rest.get(..blank).unwrap_or_default().matches('\n').count();
                let cells = record.iter().map(|cell| Ok(cell.to_owned())).collect();
                rows.push(SheetRow { no, cells });
            }
            Err(error) => return Err(RosterFault::NotCsv { row: no + 1, why: error.to_string() }),
        }
    }
}

/// The text, by its mark or by what it can be: UTF-8 before UTF-16 before GB18030.
fn decoded(bytes: &[u8]) -> Option<String> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let rest = bytes.get(mark..).unwrap_or_default();
        return encoding.decode_without_bom_handling_and_without_replacement(rest).map(Into::into);
    }
    // A table without its mark still has commas and line ends, which in UTF-16 are half zeros.
    let zeros = |at: usize| bytes.iter().skip(at).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    if even + odd > 0 && bytes.len().is_multiple_of(2) {
        let encoding = if odd > even { UTF_16LE } else { UTF_16BE };
        return encoding.decode_without_bom_handling_and_without_replacement(bytes).map(Into::into);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(text.to_owned());
    }
    GB18030.decode_without_bom_handling_and_without_replacement(bytes).map(Into::into)
}

/// What stands most often between the cells of the first lines that have anything.
fn delimiter(text: &str) -> u8 {
    let head: Vec<&str> = text.lines().filter(|l| !l.trim().is_empty()).take(5).collect();
    let often = |mark: &u8| {
        let mark = char::from(*mark);
        head.iter().map(|line| line.matches(mark).count()).max().unwrap_or(0)
    };
    // The last of equals wins: a comma where nothing else is more frequent.
    [b';', b'\t', b','].into_iter().max_by_key(often).unwrap_or(b',')
}
