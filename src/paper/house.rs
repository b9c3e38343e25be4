//! The style of the house: fonts, sizes and margins of its papers, words it wants at their foot, and templates.
//!
//! A house that says nothing has the defaults, which follow GB/T 9704-2012. What a house may change
//! stands in `docs/house.md`.

use super::template::Templates;
use serde::de::Error;
use serde::{Deserialize, Deserializer};

/// The style of the house, read from a TOML file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct House {
    /// The typefaces, each a list of family names, the first that is there is taken.
    pub fonts: Fonts,
    /// Margins of an official paper, in millimetres: top, bottom, binding side, outer side; 10 to 60.
    #[serde(deserialize_with = "margins")]
    pub margins: [u16; 4],
    /// Lines on a page and characters in a line; 15 to 45 of each.
    #[serde(deserialize_with = "grid")]
    pub grid: [u16; 2],
    /// Height of the letters of the body, in half points: 32 is 三号 (16 pt); 18 to 48.
    #[serde(deserialize_with = "letters")]
    pub body: u16,
    /// Height of the letters of a title, in half points: 44 is 二号 (22 pt); 18 to 96.
    #[serde(deserialize_with = "title")]
    pub title: u16,
    /// Colour of the issuer's mark and its rule, `RRGGBB`.
    #[serde(deserialize_with = "colour")]
    pub red: String,
    /// A line of the house at the foot of every page, before the line of origin; empty for none.
    pub foot: String,
    /// Rules of CSS that come after the program's own in an HTML paper; empty for none.
    pub css: String,
    /// Where the parts of a paper stand, kind by kind, with words of the house between them.
    pub template: Templates,
}

/// Families by use.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Fonts {
    /// Running text: 仿宋.
    #[serde(deserialize_with = "families")]
    pub body: Vec<String>,
    /// Titles and the issuer's mark: 小标宋.
    #[serde(deserialize_with = "families")]
    pub title: Vec<String>,
    /// First headings and labels: 黑体.
    #[serde(deserialize_with = "families")]
    pub strong: Vec<String>,
    /// Second headings: 楷体.
    #[serde(deserialize_with = "families")]
    pub kai: Vec<String>,
    /// Page numbers: 宋体.
    #[serde(deserialize_with = "families")]
    pub plain: Vec<String>,
    /// Latin letters and figures, and all of an English text.
    #[serde(deserialize_with = "families")]
    pub latin: Vec<String>,
}

impl House {
    /// The style written in a TOML file.
    ///
    /// # Errors
    /// What the reader says: the line, and what is wrong there.
    pub fn read(text: &str) -> Result<Self, String> {
        toml::from_str(text).map_err(|error: toml::de::Error| error.to_string())
    }
}

impl Default for House {
    fn default() -> Self {
        Self {
            fonts: Fonts::default(),
            margins: [37, 35, 28, 26],
            grid: [22, 28],
            body: 32,
            title: 44,
            red: "C00000".to_owned(),
            foot: String::new(),
            css: String::new(),
            template: Templates::default(),
        }
    }
}

impl Default for Fonts {
    fn default() -> Self {
        let names = |names: &[&str]| names.iter().map(|&n| n.to_owned()).collect();
        Self {
            body: names(&[
                "仿宋_GB2312",
                "仿宋",
                "FangSong",
                "STFangsong",
                "华文仿宋",
                "FandolFang R",
            ]),
            title: names(&[
                "方正小标宋简体",
                "方正小标宋_GBK",
                "小标宋",
                "STZhongsong",
                "华文中宋",
            ]),
            strong: names(&["黑体", "SimHei", "STHeiti", "Heiti SC"]),
            kai: names(&["楷体_GB2312", "楷体", "KaiTi", "STKaiti", "Kaiti SC"]),
            plain: names(&["宋体", "SimSun", "STSong", "Songti SC"]),
            latin: names(&["Times New Roman", "Liberation Serif", "Tinos", "Nimbus Roman"]),
        }
    }
}

// Measures no page can have are refused where they are read, in the words of the file; the reader of the
// file adds the line.

fn margins<'de, D: Deserializer<'de>>(file: D) -> Result<[u16; 4], D::Error> {
    let read = <[u16; 4]>::deserialize(file)?;
    within(&read, 10, 60, ["页边距（毫米）", "margins in millimetres"]).map(|()| read)
}

fn grid<'de, D: Deserializer<'de>>(file: D) -> Result<[u16; 2], D::Error> {
    let read = <[u16; 2]>::deserialize(file)?;
    within(&read, 15, 45, ["每页行数和每行字数", "lines on a page and characters in a line"])
        .map(|()| read)
}

fn letters<'de, D: Deserializer<'de>>(file: D) -> Result<u16, D::Error> {
    let read = u16::deserialize(file)?;
    within(&[read], 18, 48, ["正文字号（半磅）", "letters of the body in half points"])
        .map(|()| read)
}

fn title<'de, D: Deserializer<'de>>(file: D) -> Result<u16, D::Error> {
    let read = u16::deserialize(file)?;
    within(&[read], 18, 96, ["标题字号（半磅）", "letters of a title in half points"])
        .map(|()| read)
}

fn within<E: Error>(read: &[u16], least: u16, most: u16, [zh, en]: [&str; 2]) -> Result<(), E> {
    match read.iter().find(|value| !(least..=most).contains(value)) {
        None => Ok(()),
        Some(value) => Err(E::custom(format!(
            "{zh}应在{least}至{most}之间，不能是{value}。 {en}: from {least} to {most}, not {value}"
        ))),
    }
}

fn colour<'de, D: Deserializer<'de>>(file: D) -> Result<String, D::Error> {
    let read = String::deserialize(file)?;
    if read.len() == 6 && read.chars().all(|c| c.is_ascii_hexdigit()) {
        return Ok(read);
    }
    Err(D::Error::custom(format!(
        "颜色写作六位十六进制数，如C00000，不能是{read}。 a colour is six hexadecimal digits such as C00000, not {read}"
    )))
}

fn families<'de, D: Deserializer<'de>>(file: D) -> Result<Vec<String>, D::Error> {
    let read = Vec::<String>::deserialize(file)?;
    if read.iter().any(|name| !name.trim().is_empty()) {
        return Ok(read);
    }
    Err(D::Error::custom(
        "至少写一种字体，或者去掉这一行。 name one typeface at least, or leave the line out",
    ))
}
