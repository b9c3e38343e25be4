//! Lines and names between notice and door: sendings, replies, nominations, lists of signatures.

use super::ballot::seat_name;
use super::event::Told;
use super::parts::{about, note, of};
use super::{body_name, day, two};
use crate::charter::Name;
use crate::record::Book;
use crate::record::event::Event;
use crate::record::notice::{Attends, Channel, Coming, Nomination, Reply, Requisition, Sent};
use crate::text::Lang;

/// How a notice goes out.
pub fn channel(lang: Lang, how: Channel) -> String {
    lang.pick(&channel_name(how))
}

fn channel_name(how: Channel) -> Name {
    match how {
        Channel::Letter => two("信函", "letter"),
        Channel::Email => two("电子邮件", "e-mail"),
        Channel::Message => two("短信或群通知", "message"),
        Channel::ByHand => two("当面送达", "by hand"),
        Channel::Published => two("公告", "public notice"),
    }
}

/// Whether a unit comes.
pub fn coming(lang: Lang, coming: Coming) -> String {
    lang.say(match coming {
        Coming::Yes => ["到会", "coming"],
        Coming::No => ["请假", "not coming"],
        Coming::Unsure => ["未定", "unsure"],
    })
}

/// In what way a unit attends.
pub fn attends(lang: Lang, how: Attends) -> String {
    lang.pick(&attends_name(how))
}

fn attends_name(how: Attends) -> Name {
    match how {
        Attends::InPerson => two("本人", "in person"),
        Attends::Delegate => two("委派", "delegate"),
        Attends::Proxy => two("委托", "proxy"),
        Attends::Online => two("线上", "online"),
    }
}

/// A reply in a few words: `到会（委派 代表05）`, `coming (proxy→03)`, `请假（出差）`.
pub fn reply_words(lang: Lang, reply: &Reply) -> String {
    lang.each(|lang| {
        let detail = match (reply.attends(), &reply.proxy) {
            (Some(Attends::Proxy), Some(mandate)) => {
                let word = attends(lang, Attends::Proxy);
                format!("{word}→{:02}", mandate.holder)
            }
            (Some(how), _) => format!("{} {}", attends(lang, how), reply.who).trim().to_owned(),
            (None, _) => reply.why.clone(),
        };
        let said = coming(lang, reply.coming);
        match (detail.is_empty(), lang) {
            (true, _) => said,
            (false, Lang::En) => format!("{said} ({detail})"),
            (false, _) => format!("{said}（{detail}）"),
        }
    })
}

/// The same at the door, before the unit has come: `拟到会`, `拟委派 代表05`, `stays away`.
pub fn announced(lang: Lang, reply: &Reply) -> String {
    lang.each(|lang| {
        let holder = reply.proxy.as_ref().map_or(0, |m| m.holder);
        let said = match (reply.coming, reply.attends()) {
            (Coming::No, _) => lang.say(["拟请假", "stays away"]),
            (Coming::Unsure, _) | (_, None) => lang.say(["未定", "unsure"]),
            (_, Some(Attends::InPerson)) => lang.say(["拟到会", "will come"]),
            (_, Some(Attends::Delegate)) => lang.say(["拟委派", "delegate"]),
            (_, Some(Attends::Online)) => lang.say(["拟线上", "by wire"]),
            (_, Some(Attends::Proxy)) => {
                return lang.join(&format!("拟委托→{holder:02}"), &format!("proxy→{holder:02}?"));
            }
        };
        format!("{said} {}", reply.who).trim_end().to_owned()
    })
}

/// The mark of a unit that replied and has not come yet: `+` coming, `-` not, `?` unsure.
pub fn reply_mark(reply: &Reply) -> char {
    match reply.coming {
        Coming::Yes => '+',
        Coming::No => '-',
        Coming::Unsure => '?',
    }
}

/// What a letter of proxy still lacks.
pub fn letter_parts(lang: Lang, parts: &[&str]) -> String {
    let names = parts.iter().map(|part| {
        lang.say(match *part {
            "matter" => ["授权事项", "the matter"],
            "power" => ["代理权限", "the power given"],
            "term" => ["授权期限", "the time it is good for"],
            _ => ["盖章或签名", "seal or signature"],
        })
    });
    let names: Vec<String> = names.collect();
    names.join(&lang.say(["、", ", "]))
}

/// A nomination in one line.
pub fn nomination(lang: Lang, book: &Book, nomination: &Nomination) -> String {
    lang.pick(&nominated(&Told { book, meeting: None }, nomination))
}

/// What a list asks for: the body and the matters.
pub fn list_name(lang: Lang, book: &Book, list: &Requisition) -> String {
    let body = body_name(book.charter.as_deref(), &list.request.body);
    let matters = &list.request.matters;
    lang.pick(&two(
        format!("第{}号联署：提请召开{}（{matters}）", list.no, body.zh),
        format!("requisition {}: for {} ({matters})", list.no, body.en),
    ))
}

/// The line of an event of this part.
pub(super) fn notice_line(told: &Told, event: &Event) -> Name {
    match event {
        Event::NoticeSent(sent) => sent_line(told, sent),
        Event::ReplyReceived(reply) => replied(told, reply),
        Event::ReplyTakenBack(gone) => {
            let said = about("撤回回执", "reply taken back", &told.unit(gone.unit));
            note(said, &gone.why)
        }
        Event::NominationsOpened(period) => {
            let (item, until) = (told.item(period.item), day(period.until));
            two(
                format!("{}：提名至{}止", item.zh, until.zh),
                format!("{}: nominations until {}", item.en, until.en),
            )
        }
        Event::Nominated(nomination) => nominated(told, nomination),
        Event::NominationEnded(end) => {
            let no = end.nomination;
            note(two(format!("第{no}号提名失效"), format!("nomination {no} ended")), &end.why)
        }
        Event::RequisitionOpened(request) => {
            let body = body_name(told.charter(), &request.body);
            let said = two(
                format!("发起联署，提请召开{}", body.zh),
                format!("requisition begun, for {}", body.en),
            );
            note(said, &request.matters)
        }
        Event::RequisitionSigned(signed) => {
            let names: Vec<String> = signed.units.iter().map(|u| told.unit(*u)).collect();
            let no = signed.requisition;
            two(
                format!("第{no}号联署签名：{}", names.join("、")),
                format!("requisition {no} signed by {}", names.join(", ")),
            )
        }
        Event::SignatureWithdrawn(end) => {
            let (no, unit) = (end.requisition, told.unit(end.unit));
            let said = two(
                format!("{unit}撤回第{no}号联署的签名"),
                format!("{unit} withdraws its signature from requisition {no}"),
            );
            note(said, &end.why)
        }
        Event::RequisitionMet(met) => {
            let no = met.requisition;
            two(format!("按第{no}号联署召集"), format!("called on requisition {no}"))
        }
        _ => Name::default(),
    }
}

fn sent_line(told: &Told, sent: &Sent) -> Name {
    let (units, how, day) = (told.members(sent.units.len()), channel_name(sent.how), day(sent.day));
    let mut said = two(
        format!("通知送达{}（{}，{}）", units.zh, how.zh, day.zh),
        format!("notice sent to {} ({}, {})", units.en, how.en, day.en),
    );
    if !sent.items.is_empty() {
        let items: Vec<String> = sent.items.iter().map(u32::to_string).collect();
        said = two(
            format!("{}，列入第{}项", said.zh, items.join("、")),
            format!("{}, bringing item {}", said.en, items.join(", ")),
        );
    }
    note(said, &sent.note)
}

fn replied(told: &Told, reply: &Reply) -> Name {
    let words = two(reply_words(Lang::Zh, reply), reply_words(Lang::En, reply));
    let said = of(
        "回执",
        "reply",
        &two(
            format!("{}{}", told.unit(reply.unit), words.zh),
            format!("{} {}", told.unit(reply.unit), words.en),
        ),
    );
    if reply.opinion.is_empty() {
        return said;
    }
    let opinion = &reply.opinion;
    two(format!("{}；意见：{opinion}", said.zh), format!("{}; opinion: {opinion}", said.en))
}

fn nominated(told: &Told, nomination: &Nomination) -> Name {
    let seat = seat_name(told.book, &nomination.seat);
    let name = &nomination.name;
    let said = two(format!("提名{name}（{}）", seat.zh), format!("{name} nominated ({})", seat.en));
    let mut by: Vec<String> = nomination.by.iter().map(|u| told.unit(*u)).collect();
    let office = nomination.office.as_deref();
    let office = office.and_then(|id| told.charter()?.office(id)).map(|o| o.name.clone());
    let (mut zh, mut en) = (by.clone(), std::mem::take(&mut by));
    if let Some(office) = office {
        zh.push(office.zh);
        en.push(office.en);
    }
    if zh.is_empty() {
        return said;
    }
    two(
        format!("{}，提名方：{}", said.zh, zh.join("、")),
        format!("{}, by {}", said.en, en.join(", ")),
    )
}
