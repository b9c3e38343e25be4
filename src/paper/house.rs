//! The style of the house: fonts, sizes and margins of its papers, and words it wants at their foot.
//!
//! A house that says nothing has the defaults, which follow GB/T 9704-2012. What a house may change
//! stands in `docs/house.md`.

use serde::Deserialize;

/// The style of the house, read from a TOML file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct House {
    /// The typefaces, each a list of family names, the first that is there is taken.
    pub fonts: Fonts,
    /// Margins of an official paper, in millimetres: top, bottom, binding side, outer side.
    pub margins: [u16; 4],
    /// Lines on a page and characters in a line.
    pub grid: [u16; 2],
    /// Height of the letters of the body, in half points: 32 is 三号 (16 pt).
    pub body: u16,
    /// Height of the letters of a title, in half points: 44 is 二号 (22 pt).
    pub title: u16,
    /// Colour of the issuer's mark and its rule, `RRGGBB`.
    pub red: String,
    /// A line of the house at the foot of every page, before the line of origin; empty for none.
    pub foot: String,
}

/// Families by use.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Fonts {
    /// Running text: 仿宋.
    pub body: Vec<String>,
    /// Titles and the issuer's mark: 小标宋.
    pub title: Vec<String>,
    /// First headings and labels: 黑体.
    pub strong: Vec<String>,
    /// Second headings: 楷体.
    pub kai: Vec<String>,
    /// Page numbers: 宋体.
    pub plain: Vec<String>,
    /// Latin letters and figures, and all of an English text.
    pub latin: Vec<String>,
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
