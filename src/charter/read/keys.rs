//! Every table and key a charter file may have.
//!
//! This is the one list the reader holds a file against, so that it can report every fault of a
//! file at once and name the key that was meant. A test holds it against the shapes in `types`.

use super::fault::IdKind;
use super::procedures::{ACTING, CONDITION, PROCEDURE, REVIEW};
use super::schema::Shape::{
    Any, Basis, Clauses, Cmp, Count, Date, Id, List, Name, NameWith, Names, Ordinal, Ref, Refs,
    Share, Table, Text, TextWith, Texts, Word, Words, YesOrNo, Zone,
};
use super::schema::{Empty, Key, Shape, Zero};

pub(super) const fn need(name: &'static str, shape: Shape) -> Key {
    Key { name, shape, needed: true }
}

pub(super) const fn may(name: &'static str, shape: Shape) -> Key {
    Key { name, shape, needed: false }
}

/// Comparators by which something is reached.
const REACH: &[&str] = &[">=", ">"];
/// The comparator of a limit.
const LIMIT: &[&str] = &["<="];

/// The file.
pub const CHARTER: &[Key] = &[
    need("format", Count),
    need("charter", Table(IDENTITY)),
    may("chapter", List(Empty::May, CHAPTER)),
    may("article", List(Empty::May, ARTICLE)),
    need("body", List(Empty::Not, BODY)),
    may("office", List(Empty::May, OFFICE)),
    need("rule", List(Empty::Not, RULE)),
    need("matter", List(Empty::Not, MATTER)),
    may("precondition", List(Empty::May, PRECONDITION)),
    may("convening", List(Empty::May, CONVENING)),
    may("presider", List(Empty::May, PRESIDER)),
    need("notice", Table(NOTICE)),
    need("proxy", Table(PROXY)),
    need("minority_count", Table(MINORITY_COUNT)),
    need("floor_amendment", Table(FLOOR_AMENDMENT)),
    may("elections", Table(ELECTION)),
    may("category", List(Empty::May, LISTED)),
    may("condition", List(Empty::May, CONDITION)),
    may("task", List(Empty::May, LISTED)),
    may("right", List(Empty::May, LISTED)),
    may("duty", List(Empty::May, LISTED)),
    may("fund_source", List(Empty::May, LISTED)),
    may("fund_use", List(Empty::May, LISTED)),
    may("funds", Table(FUNDS)),
    may("procedure", List(Empty::May, PROCEDURE)),
    may("review", Table(REVIEW)),
    may("acting", List(Empty::May, ACTING)),
    may("observer", List(Empty::May, LISTED)),
    may("flag", List(Empty::May, FLAG)),
    may("phrase", List(Empty::May, PHRASE)),
    may("question", List(Empty::May, QUESTION)),
];

const IDENTITY: &[Key] = &[
    need("id", Text(Empty::Not)),
    need("version", Count),
    need("name", Name),
    need("short", Name),
    may("doc_no", Text(Empty::May)),
    need("adopted", Date(Empty::May)),
    need("in_force", Date(Empty::May)),
    may("issued", Date(Empty::May)),
    need("time_zone", Zone),
    need("counter", Name),
    need("article_form", NameWith("{n}")),
    need("doc_number", TextWith("{n}")),
    need("certificate", TextWith("{n")),
    may("source", Name),
    may("source_status", Word(SOURCE_STATUSES)),
    need("basis", Basis),
];

const SOURCE_STATUSES: &[&str] =
    &["read", "read_in_derived_texts", "read_in_part", "assumed", "general_knowledge"];

const CHAPTER: &[Key] = &[need("no", Ordinal), need("title", Name)];

const ARTICLE: &[Key] = &[
    need("no", Ordinal),
    may("chapter", Ref(IdKind::Chapter)),
    need("text", Text(Empty::Not)),
    need("gist", Text(Empty::Not)),
];

const BODY: &[Key] = &[
    need("id", Id),
    need("name", Name),
    may("alias", Texts),
    need("roll", Word(&["all_members", "seats", "none"])),
    need("meeting_name", Name),
    may("term_years", Count),
    may("meetings_a_year", Count),
    may("term_article", Clauses),
    may("rule", Ref(IdKind::Rule)),
    may("duties", Names),
    may("seats", Count),
    need("basis", Basis),
    may("quorum", Table(QUORUM)),
    may("acts_for", Table(ACTS_FOR)),
    may("size_cap", Table(SIZE_CAP)),
    may("recusal_minimum", Table(RECUSAL_MINIMUM)),
];

const QUORUM: &[Key] = &[
    need("id", Id),
    need("share", Share(Zero::Not)),
    need("cmp", Cmp(REACH)),
    may("count", Count),
    may("weight", Text(Empty::Not)),
    may("second_call", Table(SECOND_CALL)),
    need("basis", Basis),
];

const SECOND_CALL: &[Key] =
    &[may("share", Share(Zero::Not)), may("cmp", Cmp(REACH)), may("count", Count)];

const ACTS_FOR: &[Key] =
    &[need("body", Ref(IdKind::Body)), need("except", Clauses), need("basis", Basis)];

const SIZE_CAP: &[Key] = &[
    need("share", Share(Zero::Not)),
    need("cmp", Cmp(LIMIT)),
    need("advisory", YesOrNo),
    need("basis", Basis),
];

const RECUSAL_MINIMUM: &[Key] =
    &[need("units", Count), need("then", Ref(IdKind::Body)), need("basis", Basis)];

const OFFICE: &[Key] = &[
    need("id", Id),
    need("name", Name),
    need("body", Ref(IdKind::Body)),
    need("chosen_by", Ref(IdKind::Body)),
    may("seats", Count),
    need("by", Word(&["election", "appointment", "ex_officio"])),
    may("with", Ref(IdKind::Office)),
    may("nominated_by", Ref(IdKind::Office)),
    may("term_years", Count),
    may("signs", YesOrNo),
    may("checks", Clauses),
    may("duties", Names),
    need("basis", Basis),
];

const BASES: &[&str] = &[
    "all_members",
    "not_recused",
    "present",
    "participating",
    "votes_cast",
    "yes_and_no",
    "rights",
    "rights_present",
    "seats_filled",
    "group",
    "fixed",
];

const RULE: &[Key] = &[
    need("id", Id),
    need("name", Name),
    may("body", Ref(IdKind::Body)),
    need("base", Word(BASES)),
    need("share", Share(Zero::Not)),
    need("cmp", Cmp(REACH)),
    may("weight", Text(Empty::Not)),
    may("group", Text(Empty::Not)),
    may("count", Count),
    may("minimum", Count),
    may("also", List(Empty::May, MEASURE)),
    may("or", List(Empty::May, ALTERNATIVE)),
    may("unless", Table(UNLESS)),
    may("veto", Table(VETO)),
    may("quorum", List(Empty::May, TURNOUT)),
    may("illegal_in_base", YesOrNo),
    need("basis", Basis),
    may("exactly", Table(EXACTLY)),
    may("tie", Table(TIE)),
];

const MEASURE: &[Key] = &[
    need("base", Word(BASES)),
    need("share", Share(Zero::Not)),
    need("cmp", Cmp(REACH)),
    may("weight", Text(Empty::Not)),
    may("group", Text(Empty::Not)),
    may("count", Count),
    may("minimum", Count),
];

const ALTERNATIVE: &[Key] =
    &[may("needs", Ref(IdKind::Precondition)), need("measure", List(Empty::Not, MEASURE))];

const UNLESS: &[Key] = &[
    may("fewer_than", Count),
    may("weight", Text(Empty::Not)),
    may("more_than", Share(Zero::Not)),
    may("plus", Count),
];

const VETO: &[Key] = &[may("group", Text(Empty::Not)), may("names", Texts)];

const TURNOUT: &[Key] = &[
    need("who", Word(&["present", "participating", "yes"])),
    need("base", Word(BASES)),
    may("weight", Text(Empty::Not)),
    may("group", Text(Empty::Not)),
    may("share", Share(Zero::Not)),
    may("cmp", Cmp(REACH)),
    may("count", Count),
    may("square", Table(SQUARE)),
];

const SQUARE: &[Key] = &[need("num", Count), need("den", Count)];

const EXACTLY: &[Key] = &[
    need("flags", Refs(IdKind::Flag)),
    need("ruling", Word(&["none", "allowed", "required"])),
    need("basis", Basis),
];

const TIE: &[Key] = &[
    may("casting_vote", YesOrNo),
    may("outcome", Word(&["fails", "casting", "lot", "second_vote"])),
    need("basis", Basis),
];

const EFFECTS: &[&str] = &[
    "none",
    "admit",
    "withdraw",
    "expel",
    "warn",
    "amend",
    "appoint",
    "elect",
    "confirm",
    "authorise",
    "issue",
];

const MATTER: &[Key] = &[
    need("id", Id),
    need("title", Name),
    need("clauses", Clauses),
    need("route", List(Empty::Not, ROUTE)),
    may("requires", Refs(IdKind::Precondition)),
    may("grave", YesOrNo),
    need("off_notice", Word(&["warn", "refuse"])),
    need("effect", Word(EFFECTS)),
    may("subjects", YesOrNo),
    may("issues", TextWith("{n")),
    need("method", Word(&["hands", "roll_call", "secret"])),
    may("flags_always", Refs(IdKind::Flag)),
    may("flags_carried", Refs(IdKind::Flag)),
    may("flags_lost", Refs(IdKind::Flag)),
    may("confirm", Ref(IdKind::Matter)),
    may("wording", Name),
    need("basis", Basis),
];

const ROUTE: &[Key] = &[
    need("body", Ref(IdKind::Body)),
    need("when", Word(&["always", "recess"])),
    need("rule", Ref(IdKind::Rule)),
    need("basis", Basis),
];

const PRECONDITION: &[Key] = &[
    need("id", Id),
    need("name", Name),
    need("missing", Name),
    may("by", Ref(IdKind::Provider)),
    may("opinions", YesOrNo),
    need("basis", Basis),
];

const CONVENING: &[Key] = &[
    need("id", Id),
    need("name", Name),
    need("body", Ref(IdKind::Body)),
    need("by", Word(&["office", "requisition"])),
    may("office", Ref(IdKind::Office)),
    may("share", Share(Zero::Not)),
    may("cmp", Cmp(REACH)),
    may("special_only", YesOrNo),
    need("basis", Basis),
];

const PRESIDER: &[Key] = &[
    need("id", Id),
    need("name", Name),
    may("office", Ref(IdKind::Office)),
    may("needs_document", YesOrNo),
    may("code", Text(Empty::May)),
    may("flags", Refs(IdKind::Flag)),
    need("basis", Basis),
];

const NOTICE: &[Key] = &[
    need("days", Count),
    need("minimum", Count),
    may("supplement", YesOrNo),
    need("basis", Basis),
];

const PROXY: &[Key] = &[
    need("motions", YesOrNo),
    need("elections", YesOrNo),
    need("per_holder", Count),
    need("before_opening", YesOrNo),
    need("letter", Words(&["matter", "power", "term", "seal"])),
    need("basis", Basis),
];

const MINORITY_COUNT: &[Key] = &[need("margin", Share(Zero::May)), need("basis", Basis)];

const FLOOR_AMENDMENT: &[Key] = &[need("main_rule", YesOrNo), need("basis", Basis)];

const ELECTION: &[Key] = &[
    need("adopting", Ref(IdKind::Matter)),
    need("legend", Table(LEGEND)),
    need("blank", Word(&["abstain", "invalid"])),
    need("write_ins", Word(&["none", "against", "free"])),
    need("nominators", Count),
    need("basis", Basis),
];

const FUNDS: &[Key] = &[
    need("currency", Text(Empty::Not)),
    need("unit", Name),
    may("report", Ref(IdKind::Matter)),
    may("copies", Refs(IdKind::Observer)),
    need("basis", Basis),
];

const LEGEND: &[Key] = &[
    need("yes", Text(Empty::Not)),
    need("no", Text(Empty::May)),
    need("abstain", Text(Empty::May)),
];

const LISTED: &[Key] = &[need("id", Id), need("name", Name), need("basis", Basis)];

const FLAG: &[Key] = &[need("id", Id), need("recorder", Name), need("presider", Name)];

const PHRASE: &[Key] = &[need("id", Id), need("text", Name)];

const QUESTION: &[Key] = &[
    need("id", Id),
    need("ask", Name),
    need("reading", Name),
    need("why", Name),
    may("program", Name),
    may("clauses", Clauses),
    may("option", List(Empty::May, OPTION)),
    need("basis", Basis),
];

const OPTION: &[Key] =
    &[need("id", Id), need("name", Name), need("set", List(Empty::May, SETTING))];

const SETTING: &[Key] =
    &[need("at", Text(Empty::Not)), need("key", Text(Empty::Not)), may("value", Any)];

/// The keys of a text in both languages.
pub const NAME: &[Key] = &[need("zh", Text(Empty::May)), need("en", Text(Empty::May))];

/// The keys of a share.
pub const SHARE: &[Key] = &[need("num", Count), need("den", Count)];

/// The keys of a basis. Which of the last two are needed depends on the first.
pub const BASIS: &[Key] =
    &[need("status", Word(STATUSES)), may("article", Clauses), may("source", Name)];

/// The words for how firmly a value stands.
pub const STATUSES: &[&str] = &["stated", "derived", "assumed", "adopted"];

/// The lists whose items other tables refer to.
pub const REFERRED: &[&str] =
    &["body", "office", "rule", "matter", "precondition", "flag", "chapter", "observer"];

#[cfg(test)]
mod tests {
    use super::super::schema::key_of;
    use super::*;
    use crate::charter::read::read;
    use toml::{Table, Value};

    /// Every key the shapes write is known here, and every key known here is one of the shapes':
    /// the garden's file and that of the states use them all.
    #[test]
    fn the_keys_are_those_of_the_shapes() {
        let (mut seen, mut known) = (Vec::new(), Vec::new());
        for text in [
            include_str!("../../../tests/data/charters/garden.toml"),
            include_str!("../../../tests/data/charters/states.toml"),
        ] {
            let charter = read(text).unwrap_or_else(|faults| panic!("{faults:#?}"));
            let table = Table::try_from(&charter).expect("a charter is TOML");
            hold(&table, CHARTER, "", &mut seen);
        }
        list(CHARTER, "", &mut known);
        known.sort();
        known.dedup();
        seen.sort();
        seen.dedup();
        assert_eq!(seen, known);
    }

    fn hold(table: &Table, keys: &'static [Key], path: &str, seen: &mut Vec<String>) {
        for (name, value) in table {
            let path = format!("{path}.{name}");
            let key = key_of(keys, name).unwrap_or_else(|| panic!("{path} is not listed"));
            let Some(inner) = key.shape.keys() else {
                seen.push(path);
                continue;
            };
            match value {
                Value::Table(table) => hold(table, inner, &path, seen),
                Value::Array(items) => items
                    .iter()
                    .filter_map(Value::as_table)
                    .for_each(|table| hold(table, inner, &path, seen)),
                other => panic!("{path} is {other}"),
            }
        }
    }

    fn list(keys: &'static [Key], path: &str, all: &mut Vec<String>) {
        for key in keys {
            let path = format!("{path}.{}", key.name);
            match key.shape.keys() {
                Some(inner) => list(inner, &path, all),
                None => all.push(path),
            }
        }
    }
}
