//! What can be wrong with a charter file: a place and a kind, never a sentence.

use crate::charter::{Clauses, Comparator, Status};

/// One thing wrong with a charter file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Line in the file, from 1; absent where the charter did not come from a text.
    pub line: Option<usize>,
    /// Dotted path with ids, such as `matter.joining.route[2].rule`; empty for the file itself.
    pub key: String,
    /// Clauses the place rests on, where its basis can be read.
    pub clause: Option<Clauses>,
    /// What is wrong.
    pub kind: FaultKind,
}

/// A language of the program's texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tongue {
    /// Chinese.
    Zh,
    /// English.
    En,
}

/// What a value should have been.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// A text in quotation marks.
    Text,
    /// A whole number that is not negative.
    Number,
    /// `true` or `false`.
    YesOrNo,
    /// A text in both languages: `{ zh = "…", en = "…" }`.
    Name,
    /// A share: `{ num = …, den = … }`.
    Share,
    /// What a value rests on: `{ status = "…", … }`.
    Basis,
    /// A table.
    Table,
    /// A list of tables.
    Tables,
    /// A list of texts.
    Texts,
    /// A list of texts in both languages.
    Names,
}

/// What an id stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdKind {
    /// A body.
    Body,
    /// An office.
    Office,
    /// An office or a body.
    Provider,
    /// A decision rule.
    Rule,
    /// A matter.
    Matter,
    /// A precondition.
    Precondition,
    /// A flag.
    Flag,
    /// A chapter, by number.
    Chapter,
    /// A category of member.
    Category,
    /// A procedure.
    Procedure,
    /// An observer.
    Observer,
}

/// Every way in which a charter file can be wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    /// The text is not TOML; the reader's own message.
    BadToml {
        /// Said by the TOML reader.
        message: String,
    },
    /// Written for a later version of this program.
    FormatNewer {
        /// The number in the file.
        found: u32,
    },
    /// Written in a format this program no longer reads.
    FormatOlder {
        /// The number in the file.
        found: u32,
    },
    /// A key that is needed is not there.
    MissingKey,
    /// A key that means nothing here.
    UnknownKey {
        /// The nearest key that does.
        nearest: Option<String>,
    },
    /// A value of another type.
    WrongType {
        /// What belongs here.
        wanted: Wanted,
        /// What TOML calls the value found.
        found: &'static str,
    },
    /// A word that is none of the words known here.
    NotOneOf {
        /// The word in the file.
        found: String,
        /// The words known.
        known: Vec<&'static str>,
        /// The nearest of them.
        nearest: Option<String>,
    },
    /// A table of values without a basis.
    NoBasis,
    /// A basis that says `stated` without saying where.
    StatedWithoutArticle,
    /// A basis outside the charter that does not say where from.
    WithoutSource {
        /// The status it claims.
        status: Status,
    },
    /// Only the association's book can say that a reading was adopted, never a file.
    AdoptedInFile,
    /// Part of a reference that is no clause.
    BadClause {
        /// The part.
        part: String,
    },
    /// A reference to an article the charter does not have.
    NoSuchArticle {
        /// The number cited.
        article: u32,
        /// The last article there is.
        last: u32,
    },
    /// A reference to something that is not there.
    UnknownId {
        /// What was looked for.
        what: IdKind,
        /// The id in the file.
        id: String,
        /// The nearest id there is.
        nearest: Option<String>,
    },
    /// An id used twice in one list.
    DuplicateId {
        /// The id.
        id: String,
    },
    /// An id that could not be typed in a command.
    BadId {
        /// The id.
        id: String,
    },
    /// A share of nothing.
    ZeroDenominator,
    /// A share of more than everything.
    ShareAboveOne,
    /// A share of 0, which everything meets.
    ShareZero,
    /// A comparator that makes no sense at this place.
    ComparatorNotAllowed {
        /// The one in the file.
        found: Comparator,
        /// Those that may stand here.
        allowed: Vec<&'static str>,
    },
    /// Articles or chapters not numbered one after another from 1.
    Numbering {
        /// The number due.
        due: u32,
        /// The number in the file.
        found: u32,
    },
    /// An empty text in one language.
    EmptyName {
        /// The language.
        tongue: Tongue,
    },
    /// An empty text.
    EmptyText,
    /// Not a day written `YYYY-MM-DD`.
    NotADate {
        /// The text in the file.
        found: String,
    },
    /// Not an offset written `+08:00`.
    NotATimeZone {
        /// The text in the file.
        found: String,
    },
    /// A pattern without the place for its number.
    PatternWithout {
        /// The place that is missing.
        part: &'static str,
    },
    /// A power or a convening for a body that holds no meetings.
    BodyDoesNotMeet {
        /// The body.
        body: String,
    },
    /// A power while another body is closed, for a body that acts for none.
    ActsForNobody {
        /// The body.
        body: String,
    },
    /// A power while another body is closed over what that body never delegates.
    NeverDelegated {
        /// The clauses never delegated that the matter names.
        clauses: Clauses,
    },
    /// A body that acts for itself.
    ActsForItself,
    /// A setting whose table is not in the file.
    SettingNowhere {
        /// The table named.
        at: String,
    },
    /// A setting that takes away a key that is needed.
    SettingTakesNeeded,
    /// No body of all members.
    NoGeneralBody,
    /// A second body of all members.
    SecondGeneralBody {
        /// The first.
        first: String,
    },
    /// Nobody may preside.
    NoPresider,
    /// Something is elected, and nothing says how.
    NoElection,
    /// The matter that confirms an election does not confirm anything.
    ConfirmsNothing {
        /// The matter named.
        matter: String,
    },
    /// Nobody may convene a body that meets.
    NoConvening {
        /// The body.
        body: String,
    },
}

impl Fault {
    /// A fault at a key, before its line and clause are known.
    pub(in crate::charter) fn at(key: impl Into<String>, kind: FaultKind) -> Self {
        Self { line: None, key: key.into(), clause: None, kind }
    }
}
