//! Styles, fonts and settings of a document: the parts that say how its paragraphs look.

use super::sheet::{FOOT, FOOT_PITCH, Face, NUMBER, NUMBER_PITCH, Sheet};
use super::{HEAD, MAIN_NS, first};
use crate::paper::letters::escape;
use crate::paper::{House, Look, Paper, Tongue};
use std::fmt::Write as _;

/// What a style adds to the one it is based on.
struct Style<'a> {
    id: String,
    name: &'a str,
    /// Inside `w:pPr`, in the order of the schema.
    paragraph: String,
    /// Inside `w:rPr`, in the order of the schema.
    letters: String,
}

/// `word/styles.xml`.
pub(super) fn styles(paper: &Paper, sheet: &Sheet, house: &House) -> String {
    let fonts = &house.fonts;
    let latin = escape(first(&fonts.latin, |f| &f.latin));
    let body = escape(first(&fonts.body, |f| &f.body));
    let mut all = format!(
        "{HEAD}<w:styles {MAIN_NS}><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"{latin}\" w:eastAsia=\"{body}\" w:hAnsi=\"{latin}\" w:cs=\"{latin}\"/>\
         {}<w:lang w:val=\"en-GB\" w:eastAsia=\"zh-CN\" w:bidi=\"ug-CN\"/>\
         </w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>",
        size(sheet.main.size)
    );
    let normal = plain(sheet.main);
    let _ = write!(
        all,
        "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/>\
         <w:qFormat/><w:pPr>{}</w:pPr><w:rPr>{}</w:rPr></w:style>\
         <w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\">\
         <w:name w:val=\"Default Paragraph Font\"/><w:uiPriority w:val=\"1\"/><w:semiHidden/></w:style>\
         <w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/>\
         <w:uiPriority w:val=\"99\"/><w:semiHidden/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar>\
         <w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/>\
         <w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>",
        normal.0, normal.1
    );
    let mut list = heading_of_the_paper(paper, sheet, house);
    list.extend(running(sheet.main, "", paper.look, house));
    if let Some(beside) = sheet.beside {
        list.push(Style {
            id: "NormalEn".to_owned(),
            name: "Normal English",
            paragraph: plain(beside).0,
            letters: format!("<w:spacing w:val=\"0\"/>{}", size(beside.size)),
        });
        list.extend(running(beside, "En", paper.look, house));
    }
    list.extend(tables_and_feet(sheet, house));
    for style in list {
        let base =
            if style.id.ends_with("En") && style.id != "NormalEn" { "NormalEn" } else { "Normal" };
        let _ = write!(
            all,
            "<w:style w:type=\"paragraph\" w:styleId=\"{}\"><w:name w:val=\"{}\"/>\
             <w:basedOn w:val=\"{base}\"/><w:qFormat/><w:pPr>{}</w:pPr><w:rPr>{}</w:rPr></w:style>",
            style.id, style.name, style.paragraph, style.letters
        );
    }
    all.push_str("</w:styles>");
    all
}

/// The base of all: exact lines that do not snap to a grid, which word processors read differently.
fn plain(face: Face) -> (String, String) {
    let side = if face.english { "left" } else { "both" };
    let widow = if face.english { "" } else { "<w:widowControl w:val=\"0\"/>" };
    let paragraph = format!(
        "{widow}<w:overflowPunct w:val=\"0\"/><w:snapToGrid w:val=\"0\"/>{}<w:jc w:val=\"{side}\"/>",
        lines(0, 0, face.pitch)
    );
    let letters = match face.spacing {
        0 => String::new(),
        close => format!("<w:spacing w:val=\"{close}\"/>"),
    };
    (paragraph, letters + &size(face.size))
}

/// Mark, number, title and what stands under it.
fn heading_of_the_paper<'a>(paper: &Paper, sheet: &Sheet, house: &House) -> Vec<Style<'a>> {
    let title = asian(first(&house.fonts.title, |f| &f.title));
    let kai = asian(first(&house.fonts.kai, |f| &f.kai));
    let pitch = sheet.main.pitch;
    let after = if paper.subtitle.is_some() { 0 } else { pitch };
    let bold = |english: bool| if english { "<w:b/><w:bCs/>" } else { "" };
    let mut list = vec![
        Style {
            id: "Mark".to_owned(),
            name: "Mark 发文机关标志",
            paragraph: "<w:keepNext/><w:jc w:val=\"center\"/>".to_owned(),
            letters: format!(
                "{title}{}<w:color w:val=\"{}\"/>",
                bold(sheet.main.english),
                escape(&house.red)
            ),
        },
        Style {
            id: "Number".to_owned(),
            name: "Number 发文字号",
            paragraph: "<w:keepNext/><w:jc w:val=\"center\"/>".to_owned(),
            letters: String::new(),
        },
        Style {
            id: "Title".to_owned(),
            name: "Title",
            paragraph: format!(
                "<w:keepNext/><w:keepLines/>{}<w:jc w:val=\"center\"/>",
                lines(0, after, sheet.title * 15)
            ),
            letters: format!(
                "{title}{}<w:spacing w:val=\"0\"/>{}",
                bold(sheet.main.english),
                size(sheet.title)
            ),
        },
        Style {
            id: "Subtitle".to_owned(),
            name: "Subtitle",
            paragraph: format!(
                "<w:keepNext/><w:keepLines/>{}<w:jc w:val=\"center\"/>",
                lines(0, pitch, pitch)
            ),
            letters: kai,
        },
    ];
    if paper.tongue == Tongue::Both {
        let small = sheet.title * 7 / 9;
        list.push(Style {
            id: "TitleEn".to_owned(),
            name: "Title English",
            paragraph: format!(
                "<w:keepNext/><w:keepLines/>{}<w:jc w:val=\"center\"/>",
                lines(0, after, small * 14)
            ),
            letters: format!("<w:b/><w:bCs/>{}", size(small)),
        });
    }
    list
}

/// Running text and its headings in one face.
fn running<'a>(face: Face, suffix: &str, look: Look, house: &House) -> Vec<Style<'a>> {
    let fonts = &house.fonts;
    let strong = asian(first(&fonts.strong, |f| &f.strong));
    let kai = asian(first(&fonts.kai, |f| &f.kai));
    let english = face.english;
    let indent = if english { String::new() } else { first_line(face) };
    let gap = if english { face.pitch / 3 } else { 0 };
    // Beside Chinese, which has no white between paragraphs, English has little.
    let gap = if suffix.is_empty() { gap } else { gap / 2 };
    let centred = look == Look::Certificate;
    let side = if centred { "<w:jc w:val=\"center\"/>" } else { "" };
    let own = |name: &str| format!("{name}{suffix}");
    let heading = |level: u8, letters: String| {
        let above = if english && suffix.is_empty() { face.pitch / 2 } else { 0 };
        Style {
            id: own(&format!("Heading{level}")),
            name: match (level, suffix.is_empty()) {
                (1, true) => "heading 1",
                (2, true) => "heading 2",
                (_, true) => "heading 3",
                (1, false) => "Heading 1 English",
                (2, false) => "Heading 2 English",
                (_, false) => "Heading 3 English",
            },
            paragraph: format!(
                "<w:keepNext/><w:keepLines/>{}{}<w:outlineLvl w:val=\"{}\"/>",
                lines(above, gap, face.pitch),
                indent,
                level - 1
            ),
            letters,
        }
    };
    let bold = "<w:b/><w:bCs/>".to_owned();
    vec![
        heading(1, if english { bold.clone() + &size(face.size + 2) } else { strong.clone() }),
        heading(2, if english { bold.clone() } else { kai.clone() }),
        heading(3, if english { format!("{bold}<w:i/><w:iCs/>") } else { bold }),
        Style {
            id: own("BodyText"),
            name: if suffix.is_empty() { "Body Text" } else { "Body Text English" },
            paragraph: if centred {
                lines(0, gap, face.pitch) + side
            } else {
                lines(0, gap, face.pitch) + &indent
            },
            letters: String::new(),
        },
        Style {
            id: own("Line"),
            name: if suffix.is_empty() { "Line 顶格" } else { "Line English" },
            paragraph: lines(0, gap, face.pitch) + side,
            letters: String::new(),
        },
        Style {
            id: own("Centred"),
            name: if suffix.is_empty() { "Centred 居中" } else { "Centred English" },
            paragraph: lines(0, gap, face.pitch) + "<w:jc w:val=\"center\"/>",
            letters: String::new(),
        },
        Style {
            id: own("Quote"),
            name: if suffix.is_empty() { "Quote" } else { "Quote English" },
            paragraph: format!(
                "{3}<w:ind w:left=\"{2}\" w:right=\"{1}\"{0}/>",
                if english { String::new() } else { format!(" w:firstLine=\"{}\"", face.ems(2)) },
                face.ems(1),
                face.ems(if english { 2 } else { 1 }),
                lines(0, gap, face.pitch),
            ),
            letters: kai,
        },
        Style {
            id: own("Labelled"),
            name: if suffix.is_empty() { "Labelled 出席" } else { "Labelled English" },
            paragraph: lines(0, gap, face.pitch),
            letters: String::new(),
        },
    ]
}

/// Tables, signatures, the distribution list and the foot of the page.
fn tables_and_feet<'a>(sheet: &Sheet, house: &House) -> Vec<Style<'a>> {
    let fonts = &house.fonts;
    let strong = asian(first(&fonts.strong, |f| &f.strong));
    let plain = escape(first(&fonts.plain, |f| &f.plain));
    let english = sheet.main.english;
    let bold = if english { "<w:b/><w:bCs/>" } else { "" };
    // Cells breathe by what stands between their lines; half of it stands above the first.
    let cell = format!(
        "<w:spacing w:before=\"40\" w:after=\"40\" w:line=\"{}\" w:lineRule=\"exact\"/>",
        sheet.table * 13
    );
    let close = |letters: String| format!("{letters}<w:spacing w:val=\"0\"/>{}", size(sheet.table));
    let mut list = vec![
        Style {
            id: "Cell".to_owned(),
            name: "Table Text 表格",
            paragraph: format!("{cell}<w:jc w:val=\"left\"/>"),
            letters: close(String::new()),
        },
        Style {
            id: "CellStrong".to_owned(),
            name: "Table Head 表头",
            paragraph: format!("{cell}<w:jc w:val=\"left\"/>"),
            letters: close(strong.clone() + bold),
        },
        Style {
            id: "Caption".to_owned(),
            name: "caption",
            paragraph: format!(
                "<w:keepNext/><w:keepLines/>{}<w:jc w:val=\"center\"/>",
                lines(sheet.main.pitch / 4, 60, sheet.main.pitch)
            ),
            letters: strong + bold,
        },
        Style {
            id: "Signature".to_owned(),
            name: "Signature",
            paragraph: format!(
                "<w:keepLines/>{}<w:jc w:val=\"left\"/>",
                lines(0, 0, sheet.main.pitch)
            ),
            letters: String::new(),
        },
        Style {
            id: "Imprint".to_owned(),
            name: "Imprint 版记",
            paragraph: format!(
                "<w:keepLines/>{}<w:ind w:left=\"280\" w:right=\"280\"/><w:jc w:val=\"left\"/>",
                lines(40, 40, sheet.main.pitch.min(480))
            ),
            letters: format!("<w:spacing w:val=\"0\"/>{}", size(sheet.main.size.min(NUMBER))),
        },
        Style {
            id: "Thin".to_owned(),
            name: "Thin 间隔",
            paragraph: lines(0, 0, 120),
            letters: size(4),
        },
    ];
    let foot = |id: &str, name, height: u32, pitch: u32, rest: &str| Style {
        id: id.to_owned(),
        name,
        paragraph: format!("{}{rest}", lines(0, 0, pitch)),
        letters: format!(
            "<w:rFonts w:ascii=\"{plain}\" w:eastAsia=\"{plain}\" w:hAnsi=\"{plain}\"/>\
             <w:spacing w:val=\"0\"/>{}",
            size(height)
        ),
    };
    list.push(foot("Footer", "footer", NUMBER, NUMBER_PITCH, "<w:jc w:val=\"left\"/>"));
    let mut origin = foot("Origin", "Origin 出处", FOOT, FOOT_PITCH, "<w:jc w:val=\"left\"/>");
    origin.letters = format!("<w:spacing w:val=\"0\"/>{}", size(FOOT));
    list.push(origin);
    list
}

/// Two characters in; both measures, since not every word processor reads the one in characters.
fn first_line(face: Face) -> String {
    format!("<w:ind w:firstLineChars=\"200\" w:firstLine=\"{}\"/>", face.ems(2))
}

/// Space above and below, and lines of exactly that height.
pub(super) fn lines(before: u32, after: u32, pitch: u32) -> String {
    format!(
        "<w:spacing w:before=\"{before}\" w:after=\"{after}\" w:line=\"{pitch}\" w:lineRule=\"exact\"/>"
    )
}

/// Height of letters, in half points.
pub(super) fn size(half_points: u32) -> String {
    format!("<w:sz w:val=\"{half_points}\"/><w:szCs w:val=\"{half_points}\"/>")
}

/// The typeface of Chinese letters.
pub(super) fn asian(name: &str) -> String {
    format!("<w:rFonts w:eastAsia=\"{}\"/>", escape(name))
}

/// `word/fontTable.xml`: each family with those that may stand in for it.
pub(super) fn font_table(house: &House) -> String {
    let fonts = &house.fonts;
    let mut all = format!("{HEAD}<w:fonts {MAIN_NS}>");
    let mut named: Vec<&str> = Vec::new();
    let families = [
        (&fonts.body, "86", "modern"),
        (&fonts.title, "86", "auto"),
        (&fonts.strong, "86", "modern"),
        (&fonts.kai, "86", "modern"),
        (&fonts.plain, "86", "auto"),
        (&fonts.latin, "00", "roman"),
    ];
    for (names, charset, family) in families {
        let Some((name, others)) = names.split_first() else { continue };
        if named.contains(&name.as_str()) {
            continue;
        }
        named.push(name);
        let _ = write!(all, "<w:font w:name=\"{}\">", escape(name));
        if !others.is_empty() {
            let _ = write!(all, "<w:altName w:val=\"{}\"/>", escape(&others.join(",")));
        }
        let _ = write!(
            all,
            "<w:charset w:val=\"{charset}\"/><w:family w:val=\"{family}\"/>\
             <w:pitch w:val=\"variable\"/></w:font>"
        );
    }
    all.push_str("</w:fonts>");
    all
}

/// `word/settings.xml`.
pub(super) fn settings(paper: &Paper) -> String {
    // Only a paper that is bound has a binding side on the back as well.
    let mirror = if paper.look == Look::Official { "<w:mirrorMargins/>" } else { "" };
    let own = if paper.tongue == Tongue::En { "en-GB" } else { "zh-CN" };
    format!(
        "{HEAD}<w:settings {MAIN_NS}><w:zoom w:percent=\"100\"/>{mirror}\
         <w:defaultTabStop w:val=\"420\"/><w:evenAndOddHeaders/>\
         <w:characterSpacingControl w:val=\"doNotCompress\"/>\
         <w:compat>\
         <w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/>\
         </w:compat><w:themeFontLang w:val=\"{own}\" w:eastAsia=\"zh-CN\" w:bidi=\"ug-CN\"/></w:settings>"
    )
}
