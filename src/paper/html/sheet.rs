//! The rules of the page: how each look is printed, and how it reads on a screen.

use crate::paper::letters::clean;
use crate::paper::{House, Look, Paper, Tongue};
use std::fmt::Write as _;

/// What stands in `<style>`.
pub(super) fn rules(paper: &Paper, house: &House) -> String {
    let mut all = String::new();
    letters(&mut all, paper, house);
    page(&mut all, paper, house);
    all.push_str(RULES);
    // A closing tag in the rules of the house would end them; a backslash before the slash changes nothing.
    let own = house.css.trim();
    if !own.is_empty() {
        let _ = writeln!(all, "{}", own.replace("</", "<\\/"));
    }
    all
}

/// Families and sizes of the paper, as variables.
fn letters(all: &mut String, paper: &Paper, house: &House) {
    let fonts = &house.fonts;
    // In English the Latin face comes first; in Chinese the Chinese one does, or “ ” would be Latin.
    let family = |names: &[String], last: &str| match paper.tongue {
        Tongue::En => format!("{},{},{last}", families(&fonts.latin), families(names)),
        Tongue::Zh | Tongue::Both => format!("{},{last}", families(names)),
    };
    let body = u32::from(house.body);
    let (size, lines) = match (paper.look, paper.tongue) {
        (Look::Official, Tongue::Zh) => (body, 181),
        (Look::Official, _) | (Look::Wide, Tongue::Zh) => (body * 3 / 4, 160),
        (Look::Wide, _) => (body * 21 / 32, 150),
        (Look::Slip, Tongue::Zh) => (body * 7 / 8, 180),
        (Look::Slip, _) => (body * 3 / 4, 160),
        (Look::Certificate, Tongue::Zh) => (body * 5 / 4, 180),
        (Look::Certificate, _) => (body, 160),
    };
    let title = u32::from(house.title);
    let title = match (paper.look, paper.tongue) {
        (Look::Official, Tongue::Zh) => title,
        (Look::Certificate, _) => title * 18 / 11,
        _ => title * 9 / 11,
    };
    let red: String = house.red.chars().filter(char::is_ascii_hexdigit).collect();
    let _ = writeln!(
        all,
        ":root{{--body:{};--title:{};--strong:{};--kai:{};--plain:{};--latin:{};--red:#{red};\
         --size:{};--heading:{};--pitch:calc(var(--size) * {}.{:02})}}",
        family(&fonts.body, "FangSong,\"Noto Serif CJK SC\",serif"),
        family(&fonts.title, "\"Noto Serif CJK SC\",serif"),
        family(&fonts.strong, "\"Noto Sans CJK SC\",sans-serif"),
        family(&fonts.kai, "\"Noto Serif CJK SC\",serif"),
        family(&fonts.plain, "\"Noto Serif CJK SC\",serif"),
        format_args!("{},{},serif", families(&fonts.latin), families(&fonts.body)),
        points(size),
        points(title),
        lines / 100,
        lines % 100,
    );
}

/// Sheet, margins, page numbers and the line of origin on every page.
fn page(all: &mut String, paper: &Paper, house: &House) {
    let [top, bottom, binding, outer] = house.margins;
    let origin: Vec<String> = [&house.foot, &paper.foot]
        .into_iter()
        .filter(|line| !line.trim().is_empty())
        .map(|line| string(line))
        .collect();
    let origin = origin.join(" \"\\a \" ");
    let origin = if origin.is_empty() { "none".to_owned() } else { origin };
    let small = "font:8.5pt var(--latin);white-space:pre-wrap;overflow-wrap:anywhere;color:#444";
    let number = "content:\"— \" counter(page) \" —\";font:14pt var(--plain);\
                  width:22%;vertical-align:top;padding-top:4.5mm";
    let line = format!("content:{origin};{small};width:78%;vertical-align:top;padding-top:6.5mm");
    // 单页码居右空一字，双页码居左空一字 (GB/T 9704-2012, 7.5); the line of origin on the other side.
    let numbered = format!(
        "@page :right{{@bottom-right{{{number};text-align:right;padding-right:1em}}\
         @bottom-left{{{line};text-align:left}}}}\n\
         @page :left{{@bottom-left{{{number};text-align:left;padding-left:1em}}\
         @bottom-right{{{line};text-align:right}}}}\n"
    );
    let _ = match paper.look {
        Look::Official => write!(
            all,
            "@page{{size:A4;margin:{top}mm {outer}mm {bottom}mm {binding}mm}}\n\
             @page :left{{margin:{top}mm {binding}mm {bottom}mm {outer}mm}}\n{numbered}"
        ),
        Look::Wide => write!(all, "@page{{size:A4 landscape;margin:22mm 20mm}}\n{numbered}"),
        // One page, and the line of origin stands in its frame already.
        Look::Slip => writeln!(all, "@page{{size:A4;margin:22mm}}"),
        Look::Certificate => writeln!(all, "@page{{size:A4 landscape;margin:18mm 22mm}}"),
    };
}

/// Half points as points.
fn points(half: u32) -> String {
    format!("{}.{}pt", half / 2, half % 2 * 5)
}

/// Names of families, quoted.
fn families(names: &[String]) -> String {
    names.iter().map(|name| string(name)).collect::<Vec<_>>().join(",")
}

/// A string of CSS: nothing in it ends it, nor the element it stands in.
fn string(text: &str) -> String {
    let mut all = String::from("\"");
    for letter in clean(text).chars() {
        match letter {
            '"' => all.push_str("\\22 "),
            '\\' => all.push_str("\\5c "),
            '<' => all.push_str("\\3c "),
            '\n' => all.push_str("\\a "),
            _ => all.push(letter),
        }
    }
    all + "\""
}

/// The same for every paper.
const RULES: &str = include_str!("paper.css");
