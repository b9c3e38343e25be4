//! From the notice to the door: whom a notice reached, what came back, who is proposed, who asks for a meeting.
//!
//! What is announced is never counted as present: it forecasts, and fills in what the door would ask.

mod standing;

pub use standing::{Nominated, Notices, Progress, Reached, Received, Requisition, Signed};

use super::election::Seat;
use super::event::{Letter, Presence};
use crate::charter::ProxyPolicy;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How a notice goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// By post.
    #[default]
    Letter,
    /// By electronic mail.
    Email,
    /// By a message on the telephone or in a group.
    Message,
    /// Handed over.
    ByHand,
    /// Made public.
    Published,
}

impl Channel {
    /// Every channel, in the order offered.
    pub const ALL: [Self; 5] =
        [Self::Letter, Self::Email, Self::Message, Self::ByHand, Self::Published];

    /// The name it is stored under.
    pub fn id(self) -> &'static str {
        match self {
            Self::Letter => "letter",
            Self::Email => "email",
            Self::Message => "message",
            Self::ByHand => "by_hand",
            Self::Published => "published",
        }
    }
}

/// A notice that went out, as it is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sending {
    /// Member numbers it went to; the whole roll where empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<u32>,
    /// How.
    #[serde(default)]
    pub how: Channel,
    /// Day it reached them; the day of the entry where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<NaiveDate>,
    /// Anything about it, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Items it brings: of a first notice any, of a supplementary one as far as the charter allows it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agenda: Vec<super::command::NewItem>,
}

/// A notice that went out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sent {
    /// Member numbers it went to, in order.
    pub units: Vec<u32>,
    /// How.
    pub how: Channel,
    /// Day it reached them.
    pub day: NaiveDate,
    /// Anything about it, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Items it brought besides those already on the agenda.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<u32>,
}

/// What a unit answers to the notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Coming {
    /// It will be there, or represented.
    #[default]
    Yes,
    /// It will not.
    No,
    /// It does not know yet.
    Unsure,
}

/// In what way a unit will attend.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Attends {
    /// Its legal representative comes (本人).
    InPerson,
    /// Its own delegate comes (委派).
    Delegate,
    /// Another member votes for it (委托).
    Proxy,
    /// By wire (线上).
    Online,
}

/// A letter by which one member lets another vote for it, as it stands (Civil Code of the PRC, article 165).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mandate {
    /// Member number of the holder.
    pub holder: u32,
    /// What it is about, in its own words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub matters: String,
    /// What the holder may do.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub powers: String,
    /// How long.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub term: String,
    /// Whether it is signed or sealed.
    #[serde(default)]
    pub seal: bool,
}

impl Mandate {
    /// What the letter states, for the door.
    pub fn letter(&self) -> Letter {
        let says = |text: &str| !text.trim().is_empty();
        Letter {
            matter: says(&self.matters),
            power: says(&self.powers),
            term: says(&self.term),
            seal: self.seal,
        }
    }
}

/// A reply to the notice (回执).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reply {
    /// Member number.
    pub unit: u32,
    /// Whether it comes.
    pub coming: Coming,
    /// In what way; where absent, as a letter of proxy, a name or a letter of authority tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub how: Option<Attends>,
    /// Who comes for it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub who: String,
    /// The delegate's letter of authority, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub letter: String,
    /// The letter of proxy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proxy: Option<Mandate>,
    /// Why it does not come.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// What it says about the agenda.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub opinion: String,
    /// Day it came; the day of the entry where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<NaiveDate>,
}

impl Reply {
    /// In what way the unit attends, where it comes.
    pub fn attends(&self) -> Option<Attends> {
        if self.coming != Coming::Yes {
            return None;
        }
        let told = if self.proxy.is_some() {
            Attends::Proxy
        } else if self.who.is_empty() && self.letter.is_empty() {
            Attends::InPerson
        } else {
            Attends::Delegate
        };
        Some(self.how.unwrap_or(told))
    }

    /// What would be entered at the door if it turned out so; nothing for a unit that is unsure.
    pub fn presence(&self) -> Option<Presence> {
        let who = self.who.clone();
        Some(match (self.coming, self.attends()) {
            (Coming::No, _) => Presence::Excused { why: self.why.clone() },
            (_, None) => return None,
            (_, Some(Attends::InPerson)) => Presence::InPerson { who },
            (_, Some(Attends::Online)) => Presence::Online { who },
            (_, Some(Attends::Delegate)) => Presence::Delegate { who, letter: self.letter.clone() },
            (_, Some(Attends::Proxy)) => {
                let mandate = self.proxy.as_ref()?;
                Presence::Proxy { holder: mandate.holder, letter: mandate.letter() }
            }
        })
    }
}

/// A reply that was entered by mistake, or that its sender takes back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReplyTakenBack {
    /// Member number.
    pub unit: u32,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
}

/// Nominations for an item are open until a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NominationPeriod {
    /// The item, which elects or appoints.
    pub item: u32,
    /// Last day on which one may come in.
    pub until: NaiveDate,
}

/// Somebody, or a unit, is proposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nomination {
    /// The item.
    pub item: u32,
    /// What for.
    pub seat: Seat,
    /// Name; of a unit, the name on the register.
    #[serde(default)]
    pub name: String,
    /// The member it is, or comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<u32>,
    /// Members that nominate.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by: Vec<u32>,
    /// Office that nominates, by its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<String>,
    /// The kept paper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<u32>,
    /// Day it came; the day of the entry where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<NaiveDate>,
}

/// A nomination no longer holds: declined, withdrawn, entered by mistake.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NominationEnd {
    /// Number of the nomination in the meeting, from 1.
    pub nomination: u32,
    /// Why.
    pub why: String,
}

/// A list on which members ask for a meeting (联署).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// Body id.
    pub body: String,
    /// Convening id of the charter.
    pub by: String,
    /// What the meeting is to deal with.
    pub matters: String,
    /// Day the list was begun; the day of the entry where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<NaiveDate>,
}

/// Members that sign a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signatures {
    /// Number of the list in the book, from 1.
    pub requisition: u32,
    /// Member numbers.
    pub units: Vec<u32>,
    /// Day; the day of the entry where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<NaiveDate>,
}

/// A member takes its signature back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignatureEnd {
    /// Number of the list.
    pub requisition: u32,
    /// Member number.
    pub unit: u32,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
}

/// A list led to the meeting the fact belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestMet {
    /// Number of the list.
    pub requisition: u32,
}

/// What a letter of proxy must state and does not.
pub fn lacking<'p>(policy: &'p ProxyPolicy, letter: &Letter) -> Vec<&'p str> {
    let missing = |part: &&str| match *part {
        "matter" => !letter.matter,
        "power" => !letter.power,
        "term" => !letter.term,
        "seal" => !letter.seal,
        _ => false,
    };
    policy.letter.iter().map(String::as_str).filter(missing).collect()
}
