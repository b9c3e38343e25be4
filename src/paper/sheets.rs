//! Tables as files for a spreadsheet: XLSX with one sheet a table, CSV with one file a table.
//!
//! Same tables, same bytes: the only date in the file is the one the tables speak of.

use super::{Side, Table};
use chrono::{Datelike, NaiveDate};
use unicode_width::UnicodeWidthStr;

/// A table with the name of its sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Name of the sheet, and of the CSV file.
    pub name: String,
    /// What stands in it.
    pub table: Table,
}

/// The sheets as one workbook.
///
/// # Errors
/// What the writer of the format says where it cannot hold a table: more rows or longer cells than
/// XLSX allows.
pub fn xlsx(sheets: &[Sheet], date: NaiveDate) -> Result<Vec<u8>, rust_xlsxwriter::XlsxError> {
    use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook};
    let mut book = Workbook::new();
    let year = u16::try_from(date.year()).unwrap_or(1900).max(1900);
    let [month, day] = [date.month(), date.day()].map(|n| u8::try_from(n).unwrap_or(1));
    let made = ExcelDateTime::from_ymd(year, month, day)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let head = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Center);
    for one in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(sheet_name(&one.name))?;
        sheet.set_freeze_panes(1, 0)?;
        sheet.set_repeat_rows(0, 0)?;
        sheet.set_print_fit_to_pages(1, 0);
        sheet.set_landscape();
        for (place, column) in (0u16..).zip(&one.table.columns) {
            sheet.write_with_format(0, place, column.head.as_str(), &head)?;
            sheet.set_column_width(place, width(&one.table, usize::from(place)))?;
        }
        for (line, row) in (1u32..).zip(&one.table.rows) {
            for (place, cell) in (0u16..).zip(&row.cells) {
                let (text, column) = (cell.letters(), one.table.columns.get(usize::from(place)));
                // Figures are figures, so that they can be added up; numbers with a nought before
                // them are names.
                let figure = column.is_some_and(|c| c.side == Side::Right);
                match text.parse::<u32>() {
                    Ok(number) if figure => sheet.write(line, place, number)?,
                    _ => sheet.write(line, place, text)?,
                };
            }
        }
    }
    book.save_to_buffer()
}

/// A table as CSV: UTF-8 with a mark at its beginning, as spreadsheets expect it, lines ended by CR LF.
///
/// # Errors
/// None in memory; the writer's own are handed on.
pub fn comma_separated(table: &Table) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(b"\xef\xbb\xbf".to_vec());
    writer.write_record(table.columns.iter().map(|c| harmless(&c.head)))?;
    for row in &table.rows {
        writer.write_record(row.cells.iter().map(|c| harmless(&c.letters())))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

/// A cell that begins like a formula is a text and says so.
fn harmless(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    // A number below nought is a number.
    if formula && cell.parse::<i64>().is_err() { format!("'{cell}") } else { cell.to_owned() }
}

/// What a sheet may be called: 31 characters, none of `[]:*?/\`.
fn sheet_name(name: &str) -> String {
    name.chars().map(|c| if "[]:*?/\\".contains(c) { ' ' } else { c }).take(31).collect()
}

/// Width of a column for its longest cell, in characters, within reason.
fn width(table: &Table, place: usize) -> u32 {
    let head = table.columns.get(place).map_or(0, |c| c.head.width());
    let cells = table.rows.iter().filter_map(|r| r.cells.get(place));
    let longest = cells.map(|c| c.letters().width()).max().unwrap_or(0).max(head);
    u32::try_from(longest).unwrap_or(60).saturating_add(3).clamp(8, 60)
}
