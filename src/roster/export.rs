//! The register as a table to be written: CSV, xlsx and ods. The same book gives the same bytes.

use super::columns::{self, FIELDS, Field, person_column};
use crate::record::Book;
use crate::record::members::{Contact, Role};
use crate::record::state::Member;
use crate::text::Lang;
use crate::text::words::members::{qualifications, standing};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Write};
use std::path::Path;
use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime};

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Comma-separated, UTF-8 with its mark, so that spreadsheets know the encoding.
    Csv,
    /// Office Open XML.
    Xlsx,
    /// OpenDocument.
    Ods,
}

impl Form {
    /// The form a file name asks for by its ending; `None` for any other ending.
    pub fn of(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_lowercase();
        match ending.as_str() {
            "csv" => Some(Self::Csv),
            "xlsx" => Some(Self::Xlsx),
            "ods" => Some(Self::Ods),
            _ => None,
        }
    }
}

/// Writes the register, former members included; with `people` also what stands on their cards. The
/// error is what the writer of the form says.
pub fn export(
    book: &Book,
    people: Option<&BTreeMap<u32, Contact>>,
    lang: Lang,
    form: Form,
) -> Result<Vec<u8>, String> {
    let table = table(book, people, lang.first());
    match form {
        Form::Csv => csv(&table),
        Form::Xlsx => xlsx(&table),
        Form::Ods => ods(&table),
    }
}

/// The heading and the rows, cell by cell.
fn table(book: &Book, people: Option<&BTreeMap<u32, Contact>>, lang: Lang) -> Vec<Vec<String>> {
    let members: Vec<&Member> = book.members.values().collect();
    let weights: BTreeSet<&String> = members.iter().flat_map(|m| m.entry.weights.keys()).collect();
    let groups = members.iter().any(|m| !m.entry.groups.is_empty());
    let persons = people.map(|known| persons(book, known)).unwrap_or_default();
    let used: BTreeSet<(usize, usize, usize)> =
        persons.values().flatten().flat_map(|p| p.keys().copied()).collect();
    let mut heading: Vec<String> = [
        columns::NUMBER,
        columns::NAME,
        columns::SHORT,
        columns::CATEGORY,
        columns::STANDING,
        columns::JOINED,
        columns::CERTIFICATE,
        columns::LEGAL,
        columns::QUALIFICATIONS,
    ]
    .iter()
    .map(|column| lang.say(*column))
    .collect();
    if groups {
        heading.push(lang.say(columns::GROUPS));
    }
    heading.extend(weights.iter().map(|name| format!("{} {name}", lang.say(columns::WEIGHT))));
    for (role, place, field) in &used {
        let (Some(role), Some((field, _))) = (Role::ALL.get(*role), FIELDS.get(*field)) else {
            continue;
        };
        let [zh, en] = person_column(*role, *place, *field);
        heading.push(if lang == Lang::En { en } else { zh });
    }
    let mut rows = vec![heading];
    for member in members {
        let entry = &member.entry;
        let charter = book.charter.as_deref();
        let category = charter.and_then(|c| c.categories.iter().find(|k| k.id == entry.category));
        let mut row = vec![
            entry.unit.to_string(),
            entry.name.clone(),
            entry.short.clone(),
            category.map_or_else(|| entry.category.clone(), |c| lang.pick(&c.name)),
            standing(lang, &member.standing),
            entry.joined.map(|day| day.to_string()).unwrap_or_default(),
            entry.certificate.clone(),
            entry.legal_proof.clone(),
            qualifications(lang, &entry.qualifications),
        ];
        if groups {
            row.push(entry.groups.join(" "));
        }
        let weight = |name: &&String| entry.weights.get(*name).map(ToString::to_string);
        row.extend(weights.iter().map(|name| weight(name).unwrap_or_default()));
        let cells = persons.get(&entry.unit);
        for key in &used {
            let cell = cells.into_iter().flatten().find_map(|p| p.get(key));
            row.push(cell.cloned().unwrap_or_default());
        }
        rows.push(row);
    }
    rows
}

/// Cells by role, place and field, so that they come in the order of the heading.
type Cells = BTreeMap<(usize, usize, usize), String>;

fn persons(book: &Book, known: &BTreeMap<u32, Contact>) -> BTreeMap<u32, Vec<Cells>> {
    let mut places: BTreeMap<(u32, Role), usize> = BTreeMap::new();
    let mut all: BTreeMap<u32, Vec<Cells>> = BTreeMap::new();
    for person in book.people.values().filter(|p| p.forgotten.is_none()) {
        let place = places.entry((person.unit, person.role)).or_default();
        *place += 1;
        let Some(contact) = known.get(&person.no) else { continue };
        let role = Role::ALL.iter().position(|r| *r == person.role).unwrap_or_default();
        let letter = person.letter.unwrap_or_default();
        let mut cells = Cells::new();
        for (at, (field, _)) in FIELDS.iter().enumerate() {
            let text = match field {
                Field::Card(no) => contact.fields().get(*no).map(|text| (*text).clone()),
                Field::Letter => letter.document.map(|no| no.to_string()),
                Field::From => letter.from.map(|day| day.to_string()),
                Field::To => letter.to.map(|day| day.to_string()),
            };
            if let Some(text) = text.filter(|text| !text.is_empty()) {
                cells.insert((role, *place, at), text);
            }
        }
        all.entry(person.unit).or_default().push(cells);
    }
    all
}

fn csv(table: &[Vec<String>]) -> Result<Vec<u8>, String> {
    let said = |error: &dyn std::fmt::Display| error.to_string();
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(b"\xef\xbb\xbf".to_vec());
    for row in table {
        writer.write_record(row).map_err(|e| said(&e))?;
    }
    writer.into_inner().map_err(|e| said(&e))
}

fn xlsx(table: &[Vec<String>]) -> Result<Vec<u8>, String> {
    let said = |error: rust_xlsxwriter::XlsxError| error.to_string();
    let mut workbook = rust_xlsxwriter::Workbook::new();
    // A fixed day, since the file would otherwise tell when it was written and never be the same.
    let day = rust_xlsxwriter::ExcelDateTime::from_ymd(2000, 1, 1).map_err(said)?;
    let properties = rust_xlsxwriter::DocProperties::new().set_creation_datetime(&day);
    workbook.set_properties(&properties);
    let bold = rust_xlsxwriter::Format::new().set_bold();
    let sheet = workbook.add_worksheet();
    sheet.set_freeze_panes(1, 0).map_err(said)?;
    for (row, cells) in (0_u32..).zip(table) {
        for (column, cell) in (0_u16..).zip(cells) {
            // The member number alone is a number; all else is kept letter by letter.
            match cell.parse::<u32>() {
                Ok(number) if column == 0 => sheet.write_number(row, column, number),
                _ if row == 0 => sheet.write_string_with_format(row, column, cell, &bold),
                _ => sheet.write_string(row, column, cell),
            }
            .map_err(said)?;
        }
    }
    sheet.autofit();
    workbook.save_to_buffer().map_err(said)
}

const MIMETYPE: &str = "application/vnd.oasis.opendocument.spreadsheet";

/// OpenDocument needs three files for a table: its type first and uncompressed, the list of files, and
/// the content (OpenDocument 1.2, part 3, 3.3).
fn ods(table: &[Vec<String>]) -> Result<Vec<u8>, String> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let files = [
        ("mimetype", MIMETYPE.to_owned(), CompressionMethod::Stored),
        ("META-INF/manifest.xml", manifest(), CompressionMethod::Deflated),
        ("content.xml", content(table), CompressionMethod::Deflated),
    ];
    for (name, text, method) in files {
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default());
        zip.start_file(name, options).map_err(|e| e.to_string())?;
        zip.write_all(text.as_bytes()).map_err(|e| e.to_string())?;
    }
    zip.finish().map(Cursor::into_inner).map_err(|e| e.to_string())
}

fn manifest() -> String {
    let entry = |path: &str, kind: &str| {
        format!(
            "<manifest:file-entry manifest:full-path=\"{path}\" manifest:media-type=\"{kind}\"/>"
        )
    };
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><manifest:manifest \
         xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" \
         manifest:version=\"1.2\">{}{}</manifest:manifest>",
        entry("/", MIMETYPE),
        entry("content.xml", "text/xml"),
    )
}

fn content(table: &[Vec<String>]) -> String {
    let mut rows = String::new();
    for cells in table {
        rows.push_str("<table:table-row>");
        for cell in cells {
            rows.push_str("<table:table-cell office:value-type=\"string\">");
            for line in cell.split('\n').filter(|_| !cell.is_empty()) {
                rows.push_str(&format!("<text:p>{}</text:p>", escaped(line)));
            }
            rows.push_str("</table:table-cell>");
        }
        rows.push_str("</table:table-row>");
    }
    let ns = "urn:oasis:names:tc:opendocument:xmlns:";
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content \
         xmlns:office=\"{ns}office:1.0\" xmlns:table=\"{ns}table:1.0\" xmlns:text=\"{ns}text:1.0\" \
         office:version=\"1.2\"><office:body><office:spreadsheet>\
         <table:table table:name=\"1\">{rows}</table:table>\
         </office:spreadsheet></office:body></office:document-content>"
    )
}

/// Text inside XML; letters XML has no place for are left out.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\u{9}' => out.push_str("<text:tab/>"),
            c if c < ' ' => {}
            c => out.push(c),
        }
    }
    out
}
