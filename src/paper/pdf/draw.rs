//! Pages into the bytes of a file, by krilla, which also checks them against PDF/A.
//!
//! The only place where a length is a floating number: the library asks for it.

use super::super::{Enclosed, House, Paper};
use super::fonts::Fonts;
use super::letters::Span;
use super::parts::{Kind, Tree};
use super::sheet::{Mark, Page};
use super::{PdfError, language};
use chrono::Datelike;
use krilla::color::rgb;
use krilla::configure::{Archival, ConfigurationBuilder, ValidationError};
use krilla::destination::XyzDestination;
use krilla::embed::{AssociationKind, EmbeddedFile, MimeType};
use krilla::error::KrillaError;
use krilla::geom::{PathBuilder, Point, Transform};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, LineCap, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, Node, TableHeaderScope, Tag,
    TagGroup, TagKind, TagTree,
};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};
use std::num::NonZeroU16;

/// The bytes of the file.
pub(super) fn draw(
    pages: &[Page],
    tree: &Tree,
    paper: &Paper,
    house: &House,
    fonts: &Fonts,
) -> Result<Vec<u8>, PdfError> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A3_A)
        .finish()
        .map_err(|error| PdfError::Archive(format!("{error:?}")))?;
    let settings = SerializeSettings { configuration, ..SerializeSettings::default() };
    let mut document = Document::new_with(settings);
    let open = |face: &super::fonts::Face| {
        Font::new(face.bytes.clone().into(), face.index)
            .ok_or_else(|| PdfError::Font(face.name.clone()))
    };
    let faces = fonts.faces().iter().map(open).collect::<Result<Vec<_>, _>>()?;
    let red = red(&house.red);
    let mut told: Vec<Vec<Identifier>> = vec![Vec::new(); tree.parts.len()];
    for page in pages {
        let settings = PageSettings::from_wh(points(page.size.0), points(page.size.1))
            .ok_or_else(|| PdfError::Archive("a page of no size".to_owned()))?;
        let mut sheet = document.start_page_with(settings);
        let mut surface = sheet.surface();
        for inks in page.inks.chunk_by(|a, b| a.part == b.part) {
            let part = inks.first().and_then(|ink| ink.part);
            let tag = match part {
                Some(_) => ContentTag::Other,
                None => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)),
            };
            let id = surface.start_tagged(tag);
            for ink in inks {
                mark(&mut surface, &ink.mark, &faces, red);
            }
            surface.end_tagged();
            if let Some(told) = part.and_then(|part| told.get_mut(part)) {
                told.push(id);
            }
        }
        surface.finish();
        sheet.finish();
    }
    document.set_tag_tree(tags(tree, told, paper));
    if let Some(outline) = outline(tree, pages) {
        document.set_outline(outline);
    }
    document.set_metadata(metadata(paper));
    for file in &paper.enclosed {
        document
            .embed_file(enclosed(file, paper))
            .ok_or_else(|| PdfError::Archive(format!("two files are called {}", file.name)))?;
    }
    document.finish().map_err(refused)
}

/// Thousandths of a point as points.
#[allow(clippy::float_arithmetic, clippy::cast_precision_loss)]
fn points(length: i32) -> f32 {
    length as f32 / 1000.0
}

/// A length as a part of a height.
#[allow(clippy::float_arithmetic, clippy::cast_precision_loss)]
fn of(length: i32, size: i32) -> f32 {
    length as f32 / size.max(1) as f32
}

fn mark(surface: &mut Surface, mark: &Mark, faces: &[Font], red: rgb::Color) {
    let colour = |is_red: bool| if is_red { red } else { rgb::Color::black() };
    match mark {
        Mark::Letters { at, span, red } => {
            let paint = colour(*red);
            surface.set_fill(Some(Fill { paint: paint.into(), ..Fill::default() }));
            // An outline of a fortieth of the height makes a regular weight a bold one.
            let outline =
                Stroke { paint: paint.into(), width: points(span.size / 40), ..Stroke::default() };
            surface.set_stroke(span.bold.then_some(outline));
            letters(surface, *at, span, faces);
        }
        Mark::Rule { from, to, thick, red } => {
            let mut path = PathBuilder::new();
            path.move_to(points(from.0), points(from.1));
            path.line_to(points(to.0), points(to.1));
            let line = Stroke {
                paint: colour(*red).into(),
                width: points(*thick),
                line_cap: LineCap::Butt,
                ..Stroke::default()
            };
            surface.set_fill(None);
            surface.set_stroke(Some(line));
            if let Some(path) = path.finish() {
                surface.draw_path(&path);
            }
        }
    }
}

fn letters(surface: &mut Surface, at: (i32, i32), span: &Span, faces: &[Font]) {
    let Some(face) = faces.get(span.face) else {
        return;
    };
    let part = |length| of(length, span.size);
    let glyphs: Vec<KrillaGlyph> = span
        .glyphs
        .iter()
        .map(|glyph| {
            KrillaGlyph::new(
                GlyphId::new(u32::from(glyph.id)),
                part(glyph.advance),
                part(glyph.offset.0),
                part(glyph.offset.1),
                0.0,
                glyph.range.0..glyph.range.1,
                None,
            )
        })
        .collect();
    let (x, y, size) = (points(at.0), points(at.1), points(span.size));
    if span.lean {
        surface.push_transform(&Transform::from_row(1.0, 0.0, -0.2, 1.0, x, y));
        surface.draw_glyphs(
            Point::from_xy(0.0, 0.0),
            &glyphs,
            face.clone(),
            &span.text,
            size,
            false,
        );
        surface.pop();
    } else {
        surface.draw_glyphs(Point::from_xy(x, y), &glyphs, face.clone(), &span.text, size, false);
    }
}

/// The parts as the file tells them to a reader without eyes.
fn tags(tree: &Tree, mut told: Vec<Vec<Identifier>>, paper: &Paper) -> TagTree {
    let inside = tree.inside();
    let mut root = TagTree::new().with_lang(Some(language(paper.tongue).to_owned()));
    for at in (0..tree.parts.len()).filter(|at| tree.parts[*at].within.is_none()) {
        if let Some(group) = group(tree, &inside, &mut told, at) {
            root.push(group);
        }
    }
    root
}

/// A part with all inside it; none where nothing of it is drawn.
fn group(
    tree: &Tree,
    inside: &[Vec<usize>],
    told: &mut [Vec<Identifier>],
    at: usize,
) -> Option<Node> {
    let part = tree.parts.get(at)?;
    let mut group = TagGroup::new(kind(&part.kind).with_lang(part.lang.map(str::to_owned)));
    // What an entry says stands in its body (ISO 32000-1, 14.8.4.3.3); its number is part of the words.
    let mut body = (part.kind == Kind::Entry).then(|| TagGroup::new(Tag::LBody));
    let mut empty = true;
    for id in std::mem::take(told.get_mut(at)?) {
        body.as_mut().unwrap_or(&mut group).push(id);
        empty = false;
    }
    if let Some(body) = body {
        group.push(body);
    }
    for part in inside.get(at)? {
        if let Some(node) = self::group(tree, inside, told, *part) {
            group.push(node);
            empty = false;
        }
    }
    // A cell keeps its place in the row, even with nothing in it.
    let stays = matches!(part.kind, Kind::Cell | Kind::HeadCell);
    (!empty || stays).then(|| group.into())
}

fn kind(kind: &Kind) -> TagKind {
    match kind {
        Kind::Heading(level, words) => {
            let level = NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN);
            Tag::Hn(level, Some(clean(words))).into()
        }
        Kind::Para => Tag::P.into(),
        Kind::Quote => Tag::BlockQuote.into(),
        Kind::List => Tag::L(ListNumbering::None).into(),
        Kind::Entry => Tag::LI.into(),
        Kind::Group => Tag::Div.into(),
        Kind::Table => Tag::Table.into(),
        Kind::Caption => Tag::Caption.into(),
        Kind::Head => Tag::THead.into(),
        Kind::Rows => Tag::TBody.into(),
        Kind::Row => Tag::TR.into(),
        Kind::HeadCell => Tag::TH(TableHeaderScope::Column).into(),
        Kind::Cell => Tag::TD.into(),
    }
}

/// The headings as a list that leads to them; none where there are none.
fn outline(tree: &Tree, pages: &[Page]) -> Option<Outline> {
    let mut outline = Outline::new();
    let mut any = false;
    for (at, part) in tree.parts.iter().enumerate() {
        let Kind::Heading(_, words) = &part.kind else {
            continue;
        };
        let stands = pages.iter().enumerate().find_map(|(number, page)| {
            let ink = page.inks.iter().find(|ink| ink.part == Some(at))?;
            match &ink.mark {
                Mark::Letters { at, span, .. } => Some((number, at.0, at.1 - span.size)),
                Mark::Rule { .. } => None,
            }
        });
        if let Some((page, x, y)) = stands {
            let place = XyzDestination::new(page, Point::from_xy(points(x), points(y.max(0))));
            outline.push_child(OutlineNode::new(clean(words), place));
            any = true;
        }
    }
    any.then_some(outline)
}

/// What XML cannot hold would make the properties of the file unreadable.
fn clean(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() && u32::from(*c) & 0xfffe != 0xfffe).collect()
}

fn metadata(paper: &Paper) -> Metadata {
    let title = paper.title.join(" ");
    let title = if title.trim().is_empty() { paper.author.clone() } else { title };
    Metadata::new()
        .title(clean(&title))
        .authors(vec![clean(&paper.author)])
        .language(language(paper.tongue).to_owned())
        .creator("Quorate".to_owned())
        .creation_date(day(paper))
}

/// The day of the paper, its beginning in UTC: the same wherever it is made.
fn day(paper: &Paper) -> DateTime {
    let year = u16::try_from(paper.date.year()).unwrap_or(0);
    let part = |number: u32| u8::try_from(number).unwrap_or(1);
    DateTime::new(year).month(part(paper.date.month())).day(part(paper.date.day()))
}

fn enclosed(file: &Enclosed, paper: &Paper) -> EmbeddedFile {
    let other = || MimeType::new("application/octet-stream");
    EmbeddedFile {
        path: file.name.clone(),
        mime_type: MimeType::new(&file.media).or_else(other),
        description: Some(clean(&file.about)),
        association_kind: AssociationKind::Data,
        data: file.bytes.clone().into(),
        modification_date: Some(day(paper)),
        compress: None,
        location: None,
    }
}

fn red(digits: &str) -> rgb::Color {
    let part = |at: usize| digits.get(at..at + 2).and_then(|two| u8::from_str_radix(two, 16).ok());
    match (part(0), part(2), part(4)) {
        (Some(red), Some(green), Some(blue)) => rgb::Color::new(red, green, blue),
        _ => rgb::Color::new(0xC0, 0, 0),
    }
}

/// What the writer refuses; letters it misses are named as those found beforehand are.
fn refused(error: KrillaError) -> PdfError {
    match error {
        KrillaError::Font(_, why) => PdfError::Font(why),
        KrillaError::Validation(errors) => {
            let mut letters = String::new();
            let mut other = Vec::new();
            for (error, _) in errors {
                match error {
                    ValidationError::ContainsNotDefGlyph(_, _, text) => letters.push_str(&text),
                    error => other.push(format!("{error:?}")),
                }
            }
            if letters.is_empty() {
                PdfError::Archive(other.join("; "))
            } else {
                PdfError::Missing { place: letters.clone(), letters }
            }
        }
        error => PdfError::Archive(error.to_string()),
    }
}
