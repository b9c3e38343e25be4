//! A template of the house for a kind of paper: where its parts stand, and words of the house between them.
//!
//! A house may move and add; it may leave nothing out. So a template is refused where it is read, and not when
//! a paper is made in the hall.

mod reading;

use super::parts::{PARTED, Parted, parted};
use reading::layout;
use serde::de::{DeserializeSeed, Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;
use std::fmt;

/// What the house's own words may name.
pub const PLACEHOLDERS: [&str; 5] = ["title", "association", "number", "date", "meeting"];

/// The templates of a house, by kind of paper.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Templates(BTreeMap<&'static str, Template>);

/// The template of a kind, in both languages: the same parts in the same order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// Chinese.
    pub zh: Layout,
    /// English.
    pub en: Layout,
}

/// A template in one language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Layout {
    /// The issuer's mark.
    pub mark: Option<String>,
    /// The number, where the paper bears none of its own.
    pub number: Option<String>,
    /// Lines of the title; none where the paper's own stays.
    pub title: Vec<String>,
    /// Words under the title, after the paper's own.
    pub subtitle: Option<String>,
    /// The house's words before the first part, then each part with the words after it.
    pub sections: Vec<(Option<&'static str>, Vec<Own>)>,
}

/// Words of the house, placeholders still in them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Own {
    /// A heading, 1 or 2.
    Heading(u8, String),
    /// A point of a list.
    Point(String),
    /// A paragraph.
    Para(String),
    /// A centred line.
    Centred(String),
    /// What is to be signed for.
    Sign(String),
    /// A rule across.
    Rule,
    /// What follows begins a new page.
    NewPage,
}

/// What is wrong, in both languages.
type Wrong = [String; 2];

impl Templates {
    /// The template of a kind; none where the house leaves it as it is.
    pub fn of(&self, kind: &str) -> Option<&Template> {
        self.0.get(kind)
    }
}

// --- read from the file -------------------------------------------------------------------------------------

/// One text for both languages, or one for each.
#[derive(Deserialize)]
#[serde(
    untagged,
    expecting = "一段文字，或者 { zh = \"…\", en = \"…\" }。 a text, or { zh = \"…\", en = \"…\" }"
)]
enum Written {
    Same(String),
    Apart(Apart),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Apart {
    zh: String,
    en: String,
}

impl<'de> Deserialize<'de> for Templates {
    fn deserialize<D: Deserializer<'de>>(file: D) -> Result<Self, D::Error> {
        file.deserialize_map(Table)
    }
}

/// The table of templates: a kind is read with its own parts at hand, so that the reader of the file can add the
/// line to whatever is wrong.
struct Table;

impl<'de> Visitor<'de> for Table {
    type Value = Templates;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[template]，每种文书一段文字。 a text for each kind of paper")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Templates, A::Error> {
        let mut all = BTreeMap::new();
        while let Some(kind) = map.next_key::<String>()? {
            let known = parted(&kind).filter(|known| !known.parts.is_empty());
            let template = map.next_value_seed(Of { kind, known })?;
            all.extend(known.map(|known| known.kind).zip(template));
        }
        Ok(Templates(all))
    }
}

struct Of {
    kind: String,
    known: Option<&'static Parted>,
}

impl<'de> DeserializeSeed<'de> for Of {
    type Value = Option<Template>;

    fn deserialize<D: Deserializer<'de>>(self, file: D) -> Result<Self::Value, D::Error> {
        let written = Written::deserialize(file)?;
        let said = |[zh, en]: Wrong| D::Error::custom(format!("{zh}。 {en}"));
        let known = self.known.ok_or_else(|| said(no_template(&self.kind)))?;
        template(known, &written).map(Some).map_err(said)
    }
}

/// Why a kind has no template.
fn no_template(kind: &str) -> Wrong {
    if parted(kind).is_some() {
        return [
            format!(
                "{kind}不能用模板：同一次表决的票纸必须完全一样，不得带有任何其他字样；计票单与其配套"
            ),
            format!(
                "{kind} has no template: the papers of one vote must be alike and bear nothing else, and its tally sheet goes with them"
            ),
        ];
    }
    let known = PARTED.iter().filter(|known| !known.parts.is_empty());
    let known = known.map(|known| known.kind).collect::<Vec<_>>().join(" ");
    [
        format!("没有叫作{kind}的文书，可用的有：{known}"),
        format!("no paper is called {kind}; there are: {known}"),
    ]
}

fn template(known: &'static Parted, written: &Written) -> Result<Template, Wrong> {
    let Apart { zh, en } = match written {
        Written::Same(text) => {
            let same = layout(known, text, "")?;
            return Ok(Template { zh: same.clone(), en: same });
        }
        Written::Apart(apart) => apart,
    };
    let (zh, en) = (layout(known, zh, ".zh")?, layout(known, en, ".en")?);
    // Side by side, a part stands beside the same part.
    let apart = zh.sections.iter().zip(&en.sections).find(|((one, _), (other, _))| one != other);
    let Some(((Some(one), _), (Some(other), _))) = apart else {
        return Ok(Template { zh, en });
    };
    let kind = known.kind;
    Err([
        format!("模板{kind}的中英文次序不同：中文是{{{one}}}的地方英文是{{{other}}}"),
        format!(
            "the two languages of template {kind} differ in their order: {{{one}}} in Chinese stands where {{{other}}} stands in English"
        ),
    ])
}
