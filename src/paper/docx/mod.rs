//! DOCX: a paper as WordprocessingML in a zip, set after GB/T 9704-2012; the same paper, the same bytes.
//!
//! Written by hand and in the order of the schema (ISO/IEC 29500-1, transitional), because word
//! processors forgive little: elements out of order, a cell without a paragraph, a control character.

mod body;
mod foot;
mod head;
mod runs;
mod sheet;
mod styles;
mod table;

use super::house::Fonts;
use super::letters::{escape, one_line};
use super::{House, Paper, Tongue};
use sheet::Sheet;
use std::io::{Cursor, Write};
use std::sync::LazyLock;
use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime, result::ZipResult};

/// How every part begins.
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// The name spaces of the parts of a document.
const MAIN_NS: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

/// Colours and typefaces no style of ours refers to: word processors expect the part in every document.
const THEME: &str = include_str!("theme.xml");

/// The paper as a DOCX file.
///
/// The day inside is that of the paper, never today's. Files enclosed in the paper stay outside: a word
/// processor would drop them.
pub fn docx(paper: &Paper, house: &House) -> Vec<u8> {
    let sheet = head::fitted(paper, Sheet::of(paper, house));
    let parts = [
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", relations(&PACKAGE)),
        ("docProps/core.xml", core(paper)),
        ("word/document.xml", body::document(paper, &sheet, house)),
        ("word/_rels/document.xml.rels", relations(&DOCUMENT)),
        ("word/styles.xml", styles::styles(paper, &sheet, house)),
        ("word/settings.xml", styles::settings(paper)),
        ("word/fontTable.xml", styles::font_table(house)),
        ("word/theme/theme1.xml", THEME.to_owned()),
        ("word/footer1.xml", foot::footer(paper, house, foot::Side::Odd)),
        ("word/footer2.xml", foot::footer(paper, house, foot::Side::Even)),
    ];
    packed(&parts).expect("a paper of less than 4 GB is written into memory")
}

/// The parts in a zip, dated 1980: a day of its own would make other bytes of the same paper.
fn packed(parts: &[(&str, String)]) -> ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let how = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, text) in parts {
        zip.start_file(*name, how)?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

/// The first family of a list of the house; the default's where the list is empty.
fn first(names: &[String], default: fn(&'static Fonts) -> &'static Vec<String>) -> &str {
    static DEFAULT: LazyLock<Fonts> = LazyLock::new(Fonts::default);
    names.first().or_else(|| default(&DEFAULT).first()).map_or("", String::as_str)
}

fn content_types() -> String {
    let main = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let parts = [
        ("document", "document.main"),
        ("styles", "styles"),
        ("settings", "settings"),
        ("fontTable", "fontTable"),
        ("footer1", "footer"),
        ("footer2", "footer"),
    ];
    let mut all = format!(
        "{HEAD}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/docProps/core.xml\" \
         ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
    );
    for (part, kind) in parts {
        all.push_str(&format!(
            "<Override PartName=\"/word/{part}.xml\" ContentType=\"{main}.{kind}+xml\"/>"
        ));
    }
    all + "<Override PartName=\"/word/theme/theme1.xml\" \
        ContentType=\"application/vnd.openxmlformats-officedocument.theme+xml\"/></Types>"
}

/// Kind and place of what a part refers to, in the order of their numbers.
type Relation = (&'static str, &'static str);

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: [Relation; 2] =
    [("officeDocument", "word/document.xml"), ("core-properties", "docProps/core.xml")];
const DOCUMENT: [Relation; 6] = [
    ("styles", "styles.xml"),
    ("settings", "settings.xml"),
    ("fontTable", "fontTable.xml"),
    ("footer", "footer1.xml"),
    ("footer", "footer2.xml"),
    ("theme", "theme/theme1.xml"),
];

fn relations(list: &[Relation]) -> String {
    let space = "http://schemas.openxmlformats.org/package/2006/relationships";
    let mut all = format!("{HEAD}<Relationships xmlns=\"{space}\">");
    for (place, (kind, target)) in list.iter().enumerate() {
        let home = if *kind == "core-properties" {
            "http://schemas.openxmlformats.org/package/2006/relationships/metadata"
        } else {
            OFFICE
        };
        all.push_str(&format!(
            "<Relationship Id=\"rId{}\" Type=\"{home}/{kind}\" Target=\"{target}\"/>",
            place + 1
        ));
    }
    all + "</Relationships>"
}

/// `docProps/core.xml`: title, author, language and day of the paper.
fn core(paper: &Paper) -> String {
    let language = match paper.tongue {
        Tongue::Zh | Tongue::Both => "zh-CN",
        Tongue::En => "en-GB",
    };
    let day = paper.date.format("%Y-%m-%dT00:00:00Z");
    format!(
        "{HEAD}<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\
         <dc:title>{}</dc:title><dc:creator>{author}</dc:creator>\
         <cp:lastModifiedBy>{author}</cp:lastModifiedBy>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{day}</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{day}</dcterms:modified>\
         <dc:language>{language}</dc:language></cp:coreProperties>",
        escape(&one_line(&paper.title)),
        author = escape(&paper.author),
    )
}
