//! The shapes of a charter file, field for field as they stand in the TOML.

use super::{
    Acting, Clauses, Comparator, Condition, ElectionPolicy, Procedure, Ratio, Review, Rule,
};
use serde::{Deserialize, Serialize};

/// A text in both languages of the program. The charter's own words are never translated elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct Name {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// How firmly a value stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// The charter says so.
    Stated,
    /// It follows from what the charter says, or from the law of words it uses.
    Derived,
    /// The charter is silent; this is a default that the association can change.
    Assumed,
    /// The association chose this reading itself, by an act recorded in its book.
    Adopted,
}

/// What a value rests on. `article` is required where the charter states it, `source` everywhere else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Basis {
    /// How firmly it stands.
    pub status: Status,
    /// Clauses of this charter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article: Option<Clauses>,
    /// Law, analogy or practice it is taken from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Name>,
}

/// A whole charter file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Charter {
    /// Version of this file format; this program reads 1.
    pub format: u32,
    /// Names, numbers and dates.
    #[serde(rename = "charter")]
    pub identity: Identity,
    /// Chapters, in order.
    #[serde(rename = "chapter", default)]
    pub chapters: Vec<Chapter>,
    /// The full text, article by article.
    #[serde(rename = "article", default)]
    pub articles: Vec<Article>,
    /// Bodies that meet or act.
    #[serde(rename = "body")]
    pub bodies: Vec<Body>,
    /// Offices people or units hold.
    #[serde(rename = "office", default)]
    pub offices: Vec<Office>,
    /// Decision rules.
    #[serde(rename = "rule")]
    pub rules: Vec<Rule>,
    /// What can be decided, by whom, under which rule: the power matrix.
    #[serde(rename = "matter")]
    pub matters: Vec<Matter>,
    /// What must be on file before a matter may be put.
    #[serde(rename = "precondition", default)]
    pub preconditions: Vec<Precondition>,
    /// Who may convene which body.
    #[serde(rename = "convening", default)]
    pub convenings: Vec<Convening>,
    /// Who presides, in order of right.
    #[serde(rename = "presider", default)]
    pub presiders: Vec<Presider>,
    /// Notice of meetings.
    pub notice: Notice,
    /// One member voting for another.
    pub proxy: ProxyPolicy,
    /// Counting only the minority on a show of hands.
    pub minority_count: MinorityCount,
    /// Amendments moved in the meeting.
    pub floor_amendment: FloorAmendment,
    /// How elections are held; needed where anything is elected.
    #[serde(default)]
    pub elections: Option<ElectionPolicy>,
    /// Categories of member.
    #[serde(rename = "category", default)]
    pub categories: Vec<Listed>,
    /// Conditions of admission.
    #[serde(rename = "condition", default)]
    pub conditions: Vec<Condition>,
    /// The association's tasks.
    #[serde(rename = "task", default)]
    pub tasks: Vec<Listed>,
    /// Members' rights.
    #[serde(rename = "right", default)]
    pub rights: Vec<Listed>,
    /// Members' duties.
    #[serde(rename = "duty", default)]
    pub duties: Vec<Listed>,
    /// Sources of funds.
    #[serde(rename = "fund_source", default)]
    pub fund_sources: Vec<Listed>,
    /// Uses of funds.
    #[serde(rename = "fund_use", default)]
    pub fund_uses: Vec<Listed>,
    /// The money the funds are kept in, and who is told how they were used.
    #[serde(default)]
    pub funds: Option<FundPolicy>,
    /// Procedures between meetings: joining, leaving, expulsion, loss, review.
    #[serde(rename = "procedure", default)]
    pub procedures: Vec<Procedure>,
    /// The yearly review of members, where there is one.
    #[serde(default)]
    pub review: Option<Review>,
    /// Who acts for whom by designation.
    #[serde(rename = "acting", default)]
    pub acting: Vec<Acting>,
    /// Authorities that observe and receive papers, without a vote.
    #[serde(rename = "observer", default)]
    pub observers: Vec<Listed>,
    /// Texts of the flags this file names.
    #[serde(rename = "flag", default)]
    pub flags: Vec<Flag>,
    /// Ready phrases for notes and motions.
    #[serde(rename = "phrase", default)]
    pub phrases: Vec<Phrase>,
    /// What the charter leaves open, and the reading in use.
    #[serde(rename = "question", default)]
    pub questions: Vec<Question>,
}

/// Names, numbers and dates of the charter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identity {
    /// Stable id of the association's charter.
    pub id: String,
    /// Version of the charter's text, from 1.
    pub version: u32,
    /// Full official names, verbatim.
    pub name: Name,
    /// Short names.
    pub short: Name,
    /// Document number of the charter itself.
    #[serde(default)]
    pub doc_no: String,
    /// Day it was adopted, `YYYY-MM-DD`.
    pub adopted: String,
    /// Day it came into force.
    pub in_force: String,
    /// Day it was issued.
    #[serde(default)]
    pub issued: String,
    /// Offset from UTC of the meetings' clock, `+08:00`.
    pub time_zone: String,
    /// What members are counted in: 家 / members.
    pub counter: Name,
    /// How an article is called: `第{n}条` / `article {n}`; `{n}` is a Chinese numeral in `zh`.
    pub article_form: Name,
    /// Pattern of document numbers; `{year}` and `{n}`.
    pub doc_number: String,
    /// Pattern of certificate numbers; `{year}` and `{n}`, or `{n3}` for three digits.
    pub certificate: String,
    /// The text these rules were taken from, where the file is a rule set and no charter in full.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Name>,
    /// How well that text was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_status: Option<SourceStatus>,
    /// What these values rest on.
    pub basis: Basis,
}

/// How well the text a rule set was taken from was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SourceStatus {
    /// Every threshold was read in it.
    Read,
    /// Read in texts that reproduce it.
    ReadInDerivedTexts,
    /// Read in part; the file says what was not.
    ReadInPart,
    /// A default where the text is silent.
    Assumed,
    /// Not read anywhere.
    GeneralKnowledge,
}

impl SourceStatus {
    /// Whether nobody may take the rules for the text's own.
    pub fn is_unconfirmed(self) -> bool {
        matches!(self, Self::Assumed | Self::GeneralKnowledge)
    }
}

/// A chapter heading.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chapter {
    /// Number, from 1.
    pub no: u32,
    /// Title.
    pub title: Name,
}

/// One article, in full.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Article {
    /// Number, from 1.
    pub no: u32,
    /// Chapter it stands in.
    #[serde(default)]
    pub chapter: u32,
    /// The text as adopted, verbatim, one paragraph a line.
    pub text: String,
    /// The sense in one English sentence, for readers who do not read the original.
    pub gist: String,
}

/// Whose names stand on a body's roll.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Roll {
    /// Every member of the association.
    AllMembers,
    /// The member units seated in it.
    Seats,
    /// It holds no meetings that vote.
    None,
}

/// A body of the association.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Body {
    /// Id used in commands and in other tables.
    pub id: String,
    /// Full name.
    pub name: Name,
    /// Other names the charter uses for it.
    #[serde(default)]
    pub alias: Vec<String>,
    /// Whose names stand on its roll.
    pub roll: Roll,
    /// How its meetings are called; `{term}` and `{n}` (Chinese numerals in `zh`).
    pub meeting_name: Name,
    /// Length of its term in years; absent where the charter gives none.
    #[serde(default)]
    pub term_years: Option<u32>,
    /// Ordinary meetings a year; absent where the charter gives none.
    #[serde(default)]
    pub meetings_a_year: Option<u32>,
    /// Rule for motions whose matter names none, and for amendments from the floor.
    #[serde(default)]
    pub rule: Option<String>,
    /// What it is for, article by article.
    #[serde(default)]
    pub duties: Vec<Name>,
    /// Seats in it, where the charter fixes a number.
    #[serde(default)]
    pub seats: Option<u32>,
    /// What these values rest on.
    pub basis: Basis,
    /// Attendance without which no vote may be opened.
    #[serde(default)]
    pub quorum: Option<Quorum>,
    /// The body it acts for while that one is closed.
    #[serde(default)]
    pub acts_for: Option<ActsFor>,
    /// Clauses on its term and on how often it meets.
    #[serde(default)]
    pub term_article: Clauses,
    /// Limit on its size.
    #[serde(default)]
    pub size_cap: Option<SizeCap>,
    /// When units with an interest are too many for it to decide.
    #[serde(default)]
    pub recusal_minimum: Option<RecusalMinimum>,
}

/// Attendance without which no vote may be opened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quorum {
    /// Name in refusals: `quorum_lost_under_<id>`.
    pub id: String,
    /// Share of the roll that must attend.
    pub share: Ratio,
    /// Whether the share itself is enough.
    pub cmp: Comparator,
    /// A number of members in place of a share.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
    /// The weight that must be present; heads where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<String>,
    /// What is enough when the meeting is called again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second_call: Option<SecondCall>,
    /// What it rests on.
    pub basis: Basis,
}

/// The lower quorum of a meeting called again because the first did not reach its own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SecondCall {
    /// Share of the roll.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<Ratio>,
    /// Whether the share itself is enough.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cmp: Option<Comparator>,
    /// A number of members in place of a share.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
}

impl Quorum {
    /// Share, comparison and number in force, on the first call or the second.
    pub fn in_force(&self, second_call: bool) -> (Ratio, Comparator, Option<u32>) {
        match self.second_call.as_ref().filter(|_| second_call) {
            None => (self.share, self.cmp, self.count),
            Some(lower) => (
                lower.share.unwrap_or(self.share),
                lower.cmp.unwrap_or(self.cmp),
                lower.count.or(self.count.filter(|_| lower.share.is_none())),
            ),
        }
    }
    /// How many of so many must attend.
    pub fn needed(&self, roll: u32, second_call: bool) -> u32 {
        let (share, cmp, count) = self.in_force(second_call);
        count.unwrap_or_else(|| share.bound(cmp, roll).unwrap_or(0))
    }
    /// Whether so many of so many are enough.
    pub fn met(&self, present: u32, roll: u32, second_call: bool) -> bool {
        let (share, cmp, count) = self.in_force(second_call);
        count.map_or_else(|| share.met(cmp, present, roll), |least| present >= least)
    }
}

/// Delegation while another body is closed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActsFor {
    /// The body acted for.
    pub body: String,
    /// Items of that body's powers that are never delegated.
    pub except: Clauses,
    /// What it rests on.
    pub basis: Basis,
}

/// Limit on a body's size as a share of all members.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SizeCap {
    /// Largest share of all members.
    pub share: Ratio,
    /// Always `<=`.
    pub cmp: Comparator,
    /// Whether it only warns (一般不超过).
    pub advisory: bool,
    /// What it rests on.
    pub basis: Basis,
}

/// Fewest units without an interest that may decide; below it the matter goes to another body.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecusalMinimum {
    /// Fewest units left.
    pub units: u32,
    /// Where the matter goes.
    pub then: String,
    /// What it rests on.
    pub basis: Basis,
}

/// How an office is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Filling {
    /// By election.
    Election,
    /// By appointment on a nomination.
    Appointment,
    /// With another office: its holder, or the unit it comes from, holds this one too.
    ExOfficio,
}

/// An office.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Office {
    /// Id used in commands and in other tables.
    pub id: String,
    /// Full name.
    pub name: Name,
    /// Body it belongs to.
    pub body: String,
    /// Body that elects or appoints it.
    pub chosen_by: String,
    /// Holders at one time; absent where the charter gives no number.
    #[serde(default)]
    pub seats: Option<u32>,
    /// How it is filled.
    pub by: Filling,
    /// The office it is held with, for one held ex officio.
    #[serde(default)]
    pub with: Option<String>,
    /// Office whose nomination is required.
    #[serde(default)]
    pub nominated_by: Option<String>,
    /// Term in years.
    #[serde(default)]
    pub term_years: Option<u32>,
    /// Whether it signs the association's papers.
    #[serde(default)]
    pub signs: bool,
    /// Clauses by which it sees to it that decisions are carried out.
    #[serde(default)]
    pub checks: Clauses,
    /// What it is for.
    #[serde(default)]
    pub duties: Vec<Name>,
    /// What these values rest on.
    pub basis: Basis,
}

/// When a body may decide a matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// In any of its meetings.
    Always,
    /// Only while the body it acts for is closed; a break is not closing.
    Recess,
}

/// One body's power over a matter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Route {
    /// The body.
    pub body: String,
    /// When.
    pub when: When,
    /// The rule it decides by.
    pub rule: String,
    /// What the power rests on.
    pub basis: Basis,
}

/// What a carried motion changes in the book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// Nothing but the decision register.
    None,
    /// A new member.
    Admit,
    /// A member leaves at its own wish.
    Withdraw,
    /// A member is expelled.
    Expel,
    /// A member is warned.
    Warn,
    /// The charter's own text changes.
    Amend,
    /// An office is filled.
    Appoint,
    /// An office or body is filled by ballot.
    Elect,
    /// The choice another body made by ballot is confirmed, and the office is filled.
    Confirm,
    /// A member is authorised to do something in the association's name.
    Authorise,
    /// A numbered text is issued, or an earlier one revised.
    Issue,
}

/// How an item that is not on the notice is treated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OffNotice {
    /// Allowed with a warning.
    Warn,
    /// Refused.
    Refuse,
}

/// A way of voting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// Show of hands (举手).
    Hands,
    /// Roll call (唱名).
    RollCall,
    /// Secret paper ballot (无记名).
    Secret,
}

/// Something that can be decided.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Matter {
    /// Id used in commands.
    pub id: String,
    /// Title.
    pub title: Name,
    /// Clauses to show with it.
    pub clauses: Clauses,
    /// Which bodies may decide it.
    #[serde(rename = "route")]
    pub routes: Vec<Route>,
    /// Preconditions, by id.
    #[serde(default)]
    pub requires: Vec<String>,
    /// Whether a derived count of yes is refused.
    #[serde(default)]
    pub grave: bool,
    /// What happens when it was not on the notice.
    pub off_notice: OffNotice,
    /// What a carried motion changes.
    pub effect: Effect,
    /// Whether each motion concerns named units or persons.
    #[serde(default)]
    pub subjects: bool,
    /// Pattern of the numbers of what it issues, with `{year}` and `{n}`, `{n2}` or `{n3}`.
    #[serde(default)]
    pub issues: Option<String>,
    /// The method offered first.
    pub method: Method,
    /// Flags on every verdict.
    #[serde(default)]
    pub flags_always: Vec<String>,
    /// Flags when carried.
    #[serde(default)]
    pub flags_carried: Vec<String>,
    /// Flags when lost.
    #[serde(default)]
    pub flags_lost: Vec<String>,
    /// Matter by which another body confirms whom this one elects; without it the election fills the office.
    #[serde(default)]
    pub confirm: Option<String>,
    /// Ready wording of a motion, `{subject}` standing for what it concerns.
    #[serde(default)]
    pub wording: Option<Name>,
    /// What these values rest on.
    pub basis: Basis,
}

/// Something that must be on file before a matter is put.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Precondition {
    /// Name in refusals: `missing_precondition_<id>`.
    pub id: String,
    /// How it is called.
    pub name: Name,
    /// What is missing and what to do, said when it is refused.
    pub missing: Name,
    /// Office or body that provides it.
    #[serde(default)]
    pub by: Option<String>,
    /// Whether the collated opinions about a draft of the charter are what must be on file.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub opinions: bool,
    /// What it rests on.
    pub basis: Basis,
}

/// On whose word a body meets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConveningBy {
    /// An office calls it.
    Office,
    /// A share of the members call it by a signed list.
    Requisition,
}

/// One way of convening a body.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Convening {
    /// Id used in commands.
    pub id: String,
    /// How it is called.
    pub name: Name,
    /// The body convened.
    pub body: String,
    /// On whose word.
    pub by: ConveningBy,
    /// The office that calls it.
    #[serde(default)]
    pub office: Option<String>,
    /// The share of the roll that must sign.
    #[serde(default)]
    pub share: Option<Ratio>,
    /// Whether the share itself is enough.
    #[serde(default)]
    pub cmp: Option<Comparator>,
    /// Whether it can only call a special meeting.
    #[serde(default)]
    pub special_only: bool,
    /// What it rests on.
    pub basis: Basis,
}

/// One right to preside, in order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Presider {
    /// Id used in commands.
    pub id: String,
    /// How it is called.
    pub name: Name,
    /// The office whose holder presides, if the right goes with one.
    #[serde(default)]
    pub office: Option<String>,
    /// Whether a written paper must be on file.
    #[serde(default)]
    pub needs_document: bool,
    /// Code recorded with it; empty for the ordinary case.
    #[serde(default)]
    pub code: String,
    /// Flags recorded with it.
    #[serde(default)]
    pub flags: Vec<String>,
    /// What it rests on.
    pub basis: Basis,
}

/// Notice of meetings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// Days advised between notice and meeting.
    pub days: u32,
    /// Fewer than this many days is warned about.
    pub minimum: u32,
    /// Whether a supplementary notice that keeps the minimum may bring further items.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub supplement: bool,
    /// What it rests on.
    pub basis: Basis,
}

/// One member voting for another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProxyPolicy {
    /// Allowed for motions.
    pub motions: bool,
    /// Allowed in elections.
    pub elections: bool,
    /// Most proxies one member may hold.
    pub per_holder: u32,
    /// Whether the letter must be filed before the meeting is called to order.
    pub before_opening: bool,
    /// What the letter must state, as ids among `matter power term seal`.
    pub letter: Vec<String>,
    /// What it rests on.
    pub basis: Basis,
}

/// Counting only no and abstain.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MinorityCount {
    /// Share of those present by which a derived yes must clear the number needed.
    pub margin: Ratio,
    /// What it rests on.
    pub basis: Basis,
}

/// Amendments moved in the meeting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FloorAmendment {
    /// Whether they are decided by the main motion's rule (`true`) or by the body's own (`false`).
    pub main_rule: bool,
    /// What it rests on.
    pub basis: Basis,
}

/// An entry of one of the charter's lists.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Listed {
    /// Id used in commands.
    pub id: String,
    /// The text.
    pub name: Name,
    /// What it rests on.
    pub basis: Basis,
}

/// How funds are kept and reported.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FundPolicy {
    /// Code of the money, as in ISO 4217.
    pub currency: String,
    /// How it is called behind a figure.
    pub unit: Name,
    /// Matter by which a meeting approves the report on a year.
    #[serde(default)]
    pub report: Option<String>,
    /// Observers that are sent the report.
    #[serde(default)]
    pub copies: Vec<String>,
    /// What it rests on.
    pub basis: Basis,
}

/// Texts of a flag, for the two who read it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Flag {
    /// The flag.
    pub id: String,
    /// For the recorder: what to check. Also printed in the minutes.
    pub recorder: Name,
    /// For the presider: cause and remedy.
    pub presider: Name,
}

/// A ready phrase.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phrase {
    /// Id.
    pub id: String,
    /// The text.
    pub text: Name,
}

/// Something the charter leaves open.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Id in the register.
    pub id: String,
    /// The question.
    pub ask: Name,
    /// The reading in use.
    pub reading: Name,
    /// Why this reading.
    pub why: Name,
    /// What the program does about it.
    #[serde(default)]
    pub program: Option<Name>,
    /// Clauses concerned; empty where the charter has none.
    #[serde(default)]
    pub clauses: Clauses,
    /// Other readings the association can adopt.
    #[serde(rename = "option", default)]
    pub options: Vec<Choice>,
    /// What the reading rests on.
    pub basis: Basis,
}

/// A reading that can be adopted instead of the default.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Id used in commands.
    pub id: String,
    /// The reading.
    pub name: Name,
    /// What it changes in this file.
    pub set: Vec<Setting>,
}

/// One change to a table of the charter file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Setting {
    /// The table: `rule.ordinary`, `body.council.quorum`, `proxy`.
    pub at: String,
    /// The key in it.
    pub key: String,
    /// The new value; absent removes the key.
    #[serde(default)]
    pub value: Option<toml::Value>,
}
