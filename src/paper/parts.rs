//! The parts of each kind of paper, by the names a template of the house calls them by.
//!
//! The makers mark where a part begins ([`super::Paper::part`]); a template says where it goes.

/// A kind of paper as a template knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parted {
    /// Its name on the command line.
    pub kind: &'static str,
    /// Its parts in their own order; none where a paper must be like every other of its vote.
    pub parts: &'static [&'static str],
    /// Whether it bears a number: of the book, or room for one after the pattern of the charter.
    pub numbered: bool,
    /// Whether it is of a meeting.
    pub of_meeting: bool,
}

const fn of(kind: &'static str, parts: &'static [&'static str]) -> Parted {
    Parted { kind, parts, numbered: false, of_meeting: true }
}

const fn numbered(kind: &'static str, parts: &'static [&'static str]) -> Parted {
    Parted { kind, parts, numbered: true, of_meeting: true }
}

const fn of_book(kind: &'static str, parts: &'static [&'static str]) -> Parted {
    Parted { kind, parts, numbered: false, of_meeting: false }
}

/// Why a member was measured, from the facts to the decision: told to the member and to the authority.
const MEASURE: &[&str] =
    &["addressee", "facts", "basis", "heard", "vote", "decided", "remedy", "seal"];

/// Every kind of paper.
pub static PARTED: [Parted; 21] = [
    numbered(
        "notice",
        &["addressee", "opening", "when", "agenda", "who", "asked", "annexes", "seal", "texts"],
    ),
    of("reply", &["addressee", "answer", "opinions", "note", "signatures"]),
    of("sign-in", &["when", "list", "note", "counts", "signatures"]),
    of("agenda", &["when", "items", "texts"]),
    of("proxy", &["addressee", "member", "mandate", "matters", "powers", "limits", "signatures"]),
    of("vote-slip", &[]),
    of("ballot", &[]),
    of("tally-sheet", &[]),
    of("election-report", &["addressee", "rounds", "reported", "signatures"]),
    numbered("announcement", &["text", "basis", "closing", "seal"]),
    of_book("certificate", &["register", "text", "admitted", "seal"]),
    numbered("expulsion", MEASURE),
    numbered(
        "authority-report",
        &[
            "addressee",
            "opening",
            "facts",
            "basis",
            "heard",
            "vote",
            "decided",
            "closing",
            "annexes",
            "seal",
        ],
    ),
    of_book(
        "finance",
        &[
            "facts",
            "summary",
            "income",
            "spending",
            "tasks",
            "decisions",
            "entries",
            "reversals",
            "signatures",
            "seal",
        ],
    ),
    numbered("warning", MEASURE),
    of("script", &["opening", "items", "closing"]),
    of(
        "record",
        &[
            "facts",
            "narrative",
            "attendance",
            "outstanding",
            "proceedings",
            "general",
            "decisions",
            "corrections",
            "reversals",
            "remarks",
            "papers",
            "defaults",
            "signatures",
            "colophon",
        ],
    ),
    numbered("digest", &["opening", "items", "attendance", "signatures", "imprint"]),
    numbered("resolution", &["considered", "vote", "text", "force", "signatures", "seal"]),
    of("extract", &["facts", "text", "vote", "changed", "since", "signatures", "seal", "colophon"]),
    of("slip", &["purpose", "correction", "minutes", "kept", "signatures", "seal"]),
];

/// The kind with this name.
pub fn parted(kind: &str) -> Option<&'static Parted> {
    PARTED.iter().find(|known| known.kind == kind)
}
