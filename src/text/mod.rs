//! Every word the program says, in every language it speaks.
//!
//! A phrase is an array with one entry a language, so that a missing one does not compile. What a
//! charter says is data of the charter and only picked here.

pub mod amendment;
pub mod audit;
pub mod cases;
pub mod charter;
pub mod counting;
pub mod election;
pub mod extract;
pub mod files;
pub mod findings;
pub mod forecast;
pub mod forms;
pub mod funds;
pub mod hall;
pub mod judge;
pub mod minutes;
pub mod papers;
pub mod store;
pub mod strokes;
pub mod today;
pub mod verdict;
pub mod verify;
pub mod words;

use crate::charter::Name;
use serde::{Deserialize, Serialize};

/// The language of a screen or a paper; a parameter, never a global.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "snake_case")]
pub enum Lang {
    /// Chinese.
    #[default]
    Zh,
    /// English.
    En,
    /// Both, Chinese first.
    Both,
}

/// One phrase: Chinese, English.
pub type Words = [&'static str; 2];

impl Lang {
    /// A phrase in this language.
    pub fn say(self, [zh, en]: Words) -> String {
        self.join(zh, en)
    }
    /// A text of the charter in this language.
    pub fn pick(self, name: &Name) -> String {
        self.join(&name.zh, &name.en)
    }
    /// Two versions of a text, of which one or both are shown; the same text is shown once.
    pub fn join(self, zh: &str, en: &str) -> String {
        match self {
            Self::Zh => zh.to_owned(),
            Self::En => en.to_owned(),
            Self::Both if zh == en => zh.to_owned(),
            Self::Both => format!("{zh} {en}"),
        }
    }
    /// A sentence made in each language by itself, joined where both are shown.
    pub fn each(self, say: impl Fn(Self) -> String) -> String {
        match self {
            Self::Both => self.join(&say(Self::Zh), &say(Self::En)),
            one => say(one),
        }
    }
    /// The one language of a place that has no room for two.
    pub fn first(self) -> Self {
        match self {
            Self::Both => Self::Zh,
            one => one,
        }
    }
    /// The next language, for the key that switches.
    pub fn next(self) -> Self {
        match self {
            Self::Zh => Self::En,
            Self::En => Self::Both,
            Self::Both => Self::Zh,
        }
    }
}

/// A text of the charter in a language.
pub fn pick(lang: Lang, name: &Name) -> String {
    lang.pick(name)
}
