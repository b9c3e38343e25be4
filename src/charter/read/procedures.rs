//! Every key of the tables about what happens between meetings.

use super::fault::IdKind;
use super::keys::{may, need};
use super::schema::Shape::{
    Basis, Clauses, Count, Id, List, Name, Names, Ref, Refs, Word, YesOrNo,
};
use super::schema::{Empty, Key};

pub(super) const CONDITION: &[Key] = &[
    need("id", Id),
    need("name", Name),
    may("years", Count),
    may("only", Refs(IdKind::Category)),
    need("basis", Basis),
];

pub(super) const PROCEDURE: &[Key] = &[
    need("id", Id),
    need("name", Name),
    may("concerns", Word(&["applicant", "member", "text"])),
    may("matter", Ref(IdKind::Matter)),
    may("names", Word(&["duty", "right", "task"])),
    may("steps", Names),
    may("step", List(Empty::May, STEP)),
    need("basis", Basis),
];

const STEP: &[Key] = &[
    need("id", Id),
    need("name", Name),
    may("kind", Word(&["record", "conditions", "collect", "vote"])),
    may("by", Ref(IdKind::Provider)),
    may("article", Clauses),
    may("files", Ref(IdKind::Precondition)),
    may("copy_to", Ref(IdKind::Observer)),
    may("outcome", List(Empty::May, OUTCOME)),
    may("effect", Word(&["lose", "permit"])),
];

const OUTCOME: &[Key] = &[
    need("id", Id),
    need("name", Name),
    may("turn", Word(&["again", "ends"])),
    may("opens", Ref(IdKind::Procedure)),
    may("until", YesOrNo),
];

pub(super) const REVIEW: &[Key] = &[
    may("by", Ref(IdKind::Provider)),
    need("outcome", List(Empty::Not, OUTCOME)),
    need("basis", Basis),
];

pub(super) const ACTING: &[Key] =
    &[need("office", Ref(IdKind::Office)), need("from", Ref(IdKind::Office)), need("basis", Basis)];
