//! What of a count adds up while it is typed, and which row of a form a refusal concerns.

use super::form::Form;
use super::purpose::{self, Outcome, Purpose};
use crate::record::event::Count;
use crate::record::state::{Meeting, Vote};
use crate::record::tally::tally;
use crate::record::{Book, Code, Finding, Request, Stamp, in_order};
use crate::text::{Lang, findings, forms as words};

/// How one sum stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It adds up.
    Fits,
    /// Something is still to be typed.
    Open,
    /// Remarkable, and recorded as it is.
    Odd,
    /// It cannot be.
    Wrong,
}

/// One sum of a form, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The words.
    pub says: String,
    /// How it stands.
    pub state: State,
}

/// The figures of a form: an empty row is none, and what is no number does not count.
struct Figures<'f>(&'f Form);

impl Figures<'_> {
    fn given(&self, key: &str) -> Option<u64> {
        self.0.text(key).parse().ok()
    }
    fn sum(&self, keys: &[&str]) -> u64 {
        keys.iter().filter_map(|key| self.given(key)).sum()
    }
    fn all(&self, keys: &[&str]) -> bool {
        keys.iter().all(|key| self.given(key).is_some())
    }
    fn any(&self, keys: &[&str]) -> bool {
        keys.iter().any(|key| self.given(key).is_some())
    }
}

const CHOICES: [&str; 3] = ["yes", "no", "abstain"];

/// The sums of a count as far as it is typed; nothing for other forms.
pub fn parts(form: &Form, lang: Lang, book: &Book, meeting: &Meeting, now: Stamp) -> Vec<Part> {
    let figures = Figures(form);
    let vote = match form.purpose {
        Purpose::CorrectCount { vote } => meeting.vote(vote),
        Purpose::Count | Purpose::CountSection | Purpose::CountMinority | Purpose::Ballots => {
            meeting.vote_in_hand()
        }
        _ => None,
    };
    let Some(vote) = vote else {
        return Vec::new();
    };
    let voters = vote.voters().len() as u64;
    let mut parts = match form.purpose {
        Purpose::Ballots => ballots(&figures, lang, voters),
        Purpose::CountMinority => minority(&figures, lang, voters),
        _ if !figures.any(&CHOICES) => Vec::new(),
        _ => vec![hands(&figures, lang, voters, counted(form, &figures, vote))],
    };
    // What else the record would refuse, such as a margin too thin for a derived yes.
    let sound = !parts.is_empty() && parts.iter().all(|p| p.state != State::Wrong);
    let outcome = purpose::outcome(form, lang, now, now.date_naive(), book);
    if let (true, Ok(Outcome::Ask(command))) = (sound, outcome) {
        let mut request = Request::new(book.last_entered.unwrap_or(now).max(now), command);
        request.meeting = Some(meeting.no);
        let open = parts.iter().any(|p| p.state == State::Open);
        if let Err(refusal) = in_order(book, &request)
            && !open
            && refusal.finding.code != Code::NothingChanges
        {
            let says = findings::short(lang, book, &refusal.finding.full_code());
            parts.push(Part { says: format!("{says} ✗"), state: State::Wrong });
        }
    }
    // What is wrong or still missing needs the room of what is right.
    let unsettled = |p: &Part| matches!(p.state, State::Wrong | State::Open);
    if parts.iter().any(unsettled) {
        parts.retain(|p| p.state != State::Fits);
    }
    parts
}

/// The hands there would be with those of the form: other sections keep theirs.
fn counted(form: &Form, figures: &Figures, vote: &Vote) -> u64 {
    let sum = figures.sum(&CHOICES);
    if form.purpose != Purpose::CountSection {
        return sum;
    }
    let mut others = vote.clone();
    others.counts.push(Count {
        by: std::collections::BTreeMap::new(),
        yes: 0,
        no: 0,
        abstain: 0,
        section: form.text("section"),
        derived_from: None,
        papers: None,
    });
    sum + u64::from(tally(&others).cast())
}

fn hands(figures: &Figures, lang: Lang, voters: u64, sum: u64) -> Part {
    match sum.checked_sub(voters) {
        Some(0) => Part { says: words::hands_fit(lang, sum), state: State::Fits },
        Some(over) => {
            Part { says: words::hands_over(lang, sum, voters, over), state: State::Wrong }
        }
        None => {
            // Nobody has to raise a hand: fewer than all is in order once all rows are filled in.
            let state = if figures.all(&CHOICES) { State::Fits } else { State::Open };
            Part { says: words::hands_under(lang, sum, voters, voters - sum), state }
        }
    }
}

fn minority(figures: &Figures, lang: Lang, voters: u64) -> Vec<Part> {
    let Some(room) = figures.given("in_room") else {
        return Vec::new();
    };
    let others = figures.sum(&["no", "abstain"]);
    vec![if room > voters {
        Part { says: words::room_over(lang, room, voters), state: State::Wrong }
    } else if others > room {
        Part { says: words::minority_over(lang, others, room), state: State::Wrong }
    } else {
        let state = if figures.any(&["no", "abstain"]) { State::Fits } else { State::Open };
        Part { says: words::derived(lang, room, others), state }
    }]
}

fn ballots(figures: &Figures, lang: Lang, voters: u64) -> Vec<Part> {
    let mut parts = Vec::new();
    let issued = figures.given("issued");
    let recovered = figures.given("recovered");
    let valid = figures.given("valid");
    if let Some(issued) = issued {
        let state = if issued > voters { State::Wrong } else { State::Fits };
        parts.push(Part { says: words::issued(lang, issued, voters), state });
    }
    if let (Some(issued), Some(recovered)) = (issued, recovered) {
        let state = if recovered > issued { State::Odd } else { State::Fits };
        parts.push(Part { says: words::recovered(lang, recovered, issued), state });
    }
    let mut sum = |keys: &[&str], wanted: Option<u64>, says: fn(Lang, u64, u64) -> String| {
        let Some(wanted) = wanted.filter(|_| figures.any(keys)) else {
            return;
        };
        let sum = figures.sum(keys);
        let state = match sum.cmp(&wanted) {
            std::cmp::Ordering::Equal => State::Fits,
            std::cmp::Ordering::Less if !figures.all(keys) => State::Open,
            _ => State::Wrong,
        };
        parts.push(Part { says: says(lang, sum, wanted), state });
    };
    sum(&["valid", "invalid"], recovered, words::papers);
    sum(&CHOICES, valid, words::choices);
    parts
}

/// Whether the sums of a form say themselves what is refused.
pub fn says(code: Code) -> bool {
    matches!(
        code,
        Code::TallyExceedsPresent
            | Code::ChoicesDoNotAddUp
            | Code::RoomExceedsPresent
            | Code::MinorityExceedsRoom
            | Code::IssuedExceedsVoters
            | Code::PapersDoNotAddUp
    )
}

/// The row of a form that a refusal concerns, where it is one of them.
pub fn row_of(form: &Form, finding: &Finding) -> Option<&'static str> {
    let has = |key: &str| form.rows.iter().find(|r| r.key == key).map(|r| r.key);
    // The record calls a text missing by the name of its command's field, and so do the forms.
    let named = ["field", "unit", "holder"].into_iter().find_map(|key| match key {
        "field" => has(finding.field(key)),
        _ if finding.field(key).is_empty() => None,
        _ => has(key),
    });
    let rows: &[&str] = match finding.code {
        Code::TallyExceedsPresent | Code::ChoicesDoNotAddUp => &["yes"],
        Code::RoomExceedsPresent => &["in_room"],
        Code::MinorityExceedsRoom => &["no"],
        Code::IssuedExceedsVoters => &["issued"],
        Code::PapersDoNotAddUp => &["valid"],
        Code::OldTextNotThere => &["old"],
        Code::NotEnactedOn => &["wrong"],
        Code::PresiderPaperMissing => &["document"],
        Code::PresiderUnknown => &["basis"],
        Code::ProxyLimit | Code::ProxyHolderAbsent => &["holder"],
        Code::SubjectMissing | Code::SubjectUnfit => &["subjects"],
        Code::NotMoney
        | Code::MoneyTooFine
        | Code::MoneyNotPositive
        | Code::MoneyTooLarge
        | Code::Overdrawn => &["amount"],
        Code::TimeInFuture
        | Code::OpeningNotFirst
        | Code::ReversalTooEarly
        | Code::ReportTooEarly => &["day"],
        Code::UnknownDecision => &["decision"],
        Code::NotAVoter | Code::UnknownUnit | Code::UnitTaken => &["unit", "units", "holder"],
        _ => &[],
    };
    named.or_else(|| rows.iter().find_map(|key| has(key)))
}
