//! What the commands set papers with: the style of the house beside the book, and the machine's typefaces.

use super::file;
use crate::paper::pdf::usual_folders;
use crate::paper::{House, Paper};
use crate::papers::form::{self, Format, Press};
use crate::text::Lang;
use crate::text::papers::refusals;
use anyhow::anyhow;
use std::path::Path;

/// The name of the style of the house, beside the book.
const HOUSE: &str = "house.toml";

/// The press for a book: the style named, or the one beside the book, or the program's own.
pub(super) fn press(lang: Lang, book: &Path, named: Option<&Path>) -> anyhow::Result<Press> {
    let beside = book.with_file_name(HOUSE);
    let path = named.or_else(|| Some(beside.as_path()).filter(|p| p.is_file()));
    let house = match path {
        None => House::default(),
        Some(path) => {
            let text = String::from_utf8_lossy(&file(lang, path)?).into_owned();
            House::read(&text).map_err(|why| {
                let path = path.display();
                anyhow!(lang.each(|l| match l {
                    Lang::En => format!("the style of the house {path} cannot be used: {why}"),
                    _ => format!("版式文件{path}不能使用：{why}"),
                }))
            })?
        }
    };
    Ok(Press::new(house, usual_folders(|name| std::env::var_os(name))))
}

/// A paper in a format, or why not in words.
pub(super) fn set(
    lang: Lang,
    paper: &Paper,
    format: Format,
    press: &Press,
) -> anyhow::Result<Vec<u8>> {
    form::write(paper, format, press).map_err(|error| anyhow!(form::why(lang, &error)))
}

/// The format a file's ending means.
pub(super) fn format_named(lang: Lang, ending: &str) -> anyhow::Result<Format> {
    let known = Format::ALL.map(Format::id).join(" ");
    Format::of(&ending.to_lowercase())
        .ok_or_else(|| anyhow!(lang.pick(&refusals::no_format(ending, &known))))
}
