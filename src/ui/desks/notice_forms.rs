//! The forms between notice and door, and what they ask for once filled in.

use crate::charter::{Charter, Effect, Filling};
use crate::record::command::NewItem;
use crate::record::election::Seat;
use crate::record::notice::{
    Attends, Channel, Coming, Mandate, Nomination, NominationEnd, NominationPeriod, Reply, Request,
    Sending, SignatureEnd, Signatures,
};
use crate::record::state::Meeting;
use crate::record::{Book, Command};
use crate::text::{Lang, forecast as said, words};
use crate::ui::form::Form;
use crate::ui::forms::l;
use crate::ui::purpose::{Purpose, Rows, Wrong, units};

/// What a form of this part asks, with what it does not ask.
#[derive(Debug, Clone, PartialEq)]
pub enum Ask {
    /// The reply of a unit.
    Reply(u32),
    /// A notice that reached these units; everybody where empty.
    Send(Vec<u32>),
    /// A supplementary notice with an item.
    Supplement,
    /// A reply is taken back.
    TakeBack(u32),
    /// The last day of nominations for an item.
    Period(u32),
    /// A nomination under an item.
    Nominate(u32),
    /// A nomination no longer holds.
    EndNomination(u32),
    /// A list of signatures, for a body by a way of convening.
    List(String, String),
    /// Signatures on a list.
    Sign(u32),
    /// A signature withdrawn from a list.
    Unsign(u32),
}

const DAY: [&str; 2] = ["年-月-日，空着就是今天", "such as 2026-05-20; today where empty"];

fn channels(lang: Lang) -> Vec<(String, String)> {
    Channel::ALL.iter().map(|how| (how.id().to_owned(), words::channel(lang, *how))).collect()
}

/// The form of an ask; nothing where there is nothing to ask it of.
pub fn form(lang: Lang, book: &Book, meeting: Option<&Meeting>, ask: &Ask) -> Option<Form> {
    let charter = book.charter.as_deref()?;
    let purpose = Purpose::Notice(ask.clone());
    let of_unit = |title: [&'static str; 2], unit: u32| {
        format!("{} · {unit} {}", lang.say(title), book.unit_name(unit))
    };
    Some(match ask {
        Ask::Reply(unit) => reply(lang, book, meeting?, *unit, purpose),
        Ask::Send(units) => send(lang, charter, book, meeting?, units, purpose),
        Ask::Supplement => supplement(lang, charter, purpose),
        Ask::TakeBack(unit) => Form::new(
            of_unit(["撤回回执", "Take a reply back"], *unit),
            purpose,
        )
        .line("why", l(lang, ["原因", "why"]), ""),
        Ask::Period(item) => {
            let known = book.nominations_until(meeting?.no, *item);
            let known = known.map(|d| d.to_string()).unwrap_or_default();
            Form::new(l(lang, ["提名截止日期", "Last day for nominations"]), purpose)
                .line("until", l(lang, ["截止", "last day"]), &known)
                .hint(l(lang, ["年-月-日，如 2026-05-10", "such as 2026-05-10"]))
        }
        Ask::Nominate(item) => nominate(lang, charter, book, meeting?, *item, purpose),
        Ask::EndNomination(no) => {
            let name = book.nominations(meeting?.no).find(|n| n.no == *no)?.nomination.name.clone();
            let title = l(lang, ["取消提名", "End a nomination"]);
            Form::new(format!("{title} · {name}"), purpose).line(
                "why",
                l(lang, ["原因", "why"]),
                "",
            )
        }
        Ask::List(..) => Form::new(l(lang, ["新建联署", "Begin a list of signatures"]), purpose)
            .lines("matters", l(lang, ["提请讨论的事项", "what the meeting is for"]), "", 2)
            .line("day", l(lang, ["发起日期", "begun on"]), "")
            .hint(l(lang, DAY)),
        Ask::Sign(no) => {
            let list = book.requisition(*no)?;
            Form::new(l(lang, ["登记签名", "Enter signatures"]), purpose)
                .intro(said::signed(lang, charter, book, list))
                .line("units", l(lang, ["签名单位", "signed by"]), "")
                .hint(l(lang, ["序号，如 3 7 12-15", "numbers, such as 3 7 12-15"]))
                .line("day", l(lang, ["日期", "day"]), "")
                .hint(l(lang, DAY))
        }
        Ask::Unsign(no) => {
            let list = book.requisition(*no)?;
            Form::new(l(lang, ["撤回签名", "A signature is withdrawn"]), purpose)
                .intro(said::signed(lang, charter, book, list))
                .number("unit", l(lang, ["单位序号", "unit number"]), "")
                .line("why", l(lang, ["原因", "why"]), "")
        }
    })
}

fn reply(lang: Lang, book: &Book, meeting: &Meeting, unit: u32, purpose: Purpose) -> Form {
    let known = book.reply_of(meeting.no, unit);
    let coming = [Coming::Yes, Coming::No, Coming::Unsure];
    let at = coming.iter().position(|c| Some(*c) == known.map(|k| k.coming)).unwrap_or(0);
    let ids = ["yes", "no", "unsure"];
    let comes = ids.iter().zip(coming).map(|(id, c)| ((*id).to_owned(), words::coming(lang, c)));
    let ways = [Attends::InPerson, Attends::Delegate, Attends::Proxy, Attends::Online];
    let way = ways.iter().position(|w| Some(*w) == known.and_then(Reply::attends)).unwrap_or(0);
    let how = WAYS.iter().zip(ways).map(|(id, w)| ((*id).to_owned(), words::attends(lang, w)));
    let mandate = known.and_then(|k| k.proxy.clone());
    let text = |get: fn(&Reply) -> &String| known.map(get).cloned().unwrap_or_default();
    let of_letter =
        |get: fn(&Mandate) -> &String| mandate.as_ref().map(get).cloned().unwrap_or_default();
    let holder = mandate.as_ref().map(|m| m.holder.to_string()).unwrap_or_default();
    let title = format!("{} · {unit} {}", lang.say(["回执", "Reply"]), book.unit_name(unit));
    Form::new(title, purpose)
        .choice("coming", l(lang, ["是否到会", "comes?"]), comes.collect(), at)
        .choice("how", l(lang, ["方式", "how"]), how.collect(), way)
        .line("who", l(lang, ["参会人", "who comes"]), &text(|r| &r.who))
        .line("letter", l(lang, ["授权书", "authority"]), &text(|r| &r.letter))
        .hint(l(lang, ["委派代表的授权书", "the delegate's letter"]))
        .number("holder", l(lang, ["受托单位序号", "proxy holder no."]), &holder)
        .line("matters", l(lang, ["委托事项", "its matters"]), &of_letter(|m| &m.matters))
        .hint(l(lang, ["照委托书填写，没写就空着", "as in the letter; empty if not there"]))
        .line("powers", l(lang, ["委托权限", "its powers"]), &of_letter(|m| &m.powers))
        .line("term", l(lang, ["委托期限", "its term"]), &of_letter(|m| &m.term))
        .yes_no(
            lang,
            "seal",
            l(lang, ["签名或盖章", "signed or sealed"]),
            mandate.is_some_and(|m| m.seal),
        )
        .line("why", l(lang, ["请假事由", "why it is away"]), &text(|r| &r.why))
        .line("opinion", l(lang, ["意见", "opinion"]), &text(|r| &r.opinion))
        .line("day", l(lang, ["收到日期", "came on"]), "")
        .hint(l(lang, DAY))
}

const WAYS: [&str; 4] = ["in_person", "delegate", "proxy", "online"];

fn send(
    lang: Lang,
    charter: &Charter,
    book: &Book,
    meeting: &Meeting,
    units: &[u32],
    purpose: Purpose,
) -> Form {
    let minimum = charter.notice.minimum;
    let days = charter.notice.days;
    let date = words::date(lang, meeting.date);
    let mut intro = lang.each(|l| match l {
        Lang::En => format!(
            "The meeting is on {date}. {days} days of notice are advised; fewer than {minimum} take a reason."
        ),
        _ => format!("会议日期{date}。通知宜提前{days}日，不足{minimum}日须写明理由。"),
    });
    if !book.agenda_is_out(meeting.no) {
        intro.push_str(&lang.say([
            "登记第一次送达之后，议程即随通知定下。",
            " With the first sending the agenda is fixed.",
        ]));
    }
    let numbers: Vec<String> = units.iter().map(u32::to_string).collect();
    Form::new(l(lang, ["通知送达", "Notice sent"]), purpose)
        .intro(intro)
        .line("units", l(lang, ["送达单位", "to"]), &numbers.join(" "))
        .hint(l(
            lang,
            ["空着就是全体；或序号，如 3 7 12-15", "everybody where empty; or 3 7 12-15"],
        ))
        .choice("how", l(lang, ["方式", "how"]), channels(lang), 0)
        .line("day", l(lang, ["送达日期", "reached on"]), "")
        .hint(l(lang, DAY))
        .line("note", l(lang, ["备注", "note"]), "")
}

fn supplement(lang: Lang, charter: &Charter, purpose: Purpose) -> Form {
    let mut matters = vec![(String::new(), l(lang, ["（只通报，不表决）", "(information only)"]))];
    matters.extend(charter.matters.iter().map(|m| (m.id.clone(), lang.pick(&m.title))));
    Form::new(l(lang, ["补充通知", "Supplementary notice"]), purpose)
        .intro(l(lang, [
            "补充通知发给全体成员，并满足通知期，所列事项才算列入通知。",
            "An item counts as noticed if the supplement goes to everybody and keeps the period.",
        ]))
        .line("title", l(lang, ["议程项", "item"]), "")
        .choice("matter", l(lang, ["事项", "matter"]), matters, 0)
        .lines("draft", l(lang, ["草案文字", "draft text"]), "", 2)
        .choice("how", l(lang, ["方式", "how"]), channels(lang), 0)
        .line("day", l(lang, ["送达日期", "reached on"]), "")
        .hint(l(lang, DAY))
}

/// What may be filled under an item, as `office:id` or `body:id`.
fn seats(lang: Lang, charter: &Charter, meeting: &Meeting, item: u32) -> Vec<(String, String)> {
    let matter = meeting.item(item).and_then(|i| charter.matter(i.new.matter.as_deref()?));
    let Some(matter) = matter else {
        return Vec::new();
    };
    let by =
        if matter.effect == Effect::Appoint { Filling::Appointment } else { Filling::Election };
    let mut options = Vec::new();
    let own = |o: &&crate::charter::Office| o.chosen_by == meeting.body || matter.confirm.is_some();
    // Those the matter is for come first; others of the same body may stand on a paper as well.
    let (first, rest): (Vec<_>, Vec<_>) =
        charter.offices.iter().filter(own).partition(|o| o.by == by);
    for office in first.into_iter().chain(rest) {
        options.push((format!("office:{}", office.id), lang.pick(&office.name)));
    }
    if matter.effect == Effect::Elect && matter.confirm.is_none() {
        let others = charter.bodies.iter().filter(|b| b.id != meeting.body);
        options.extend(others.map(|b| (format!("body:{}", b.id), lang.pick(&b.name))));
    }
    options
}

fn nominate(
    lang: Lang,
    charter: &Charter,
    book: &Book,
    meeting: &Meeting,
    item: u32,
    purpose: Purpose,
) -> Form {
    let title = meeting.item(item).map(|i| i.new.title.clone()).unwrap_or_default();
    let mut offices = vec![(String::new(), l(lang, ["（由成员提名）", "(by members)"]))];
    offices.extend(charter.offices.iter().map(|o| (o.id.clone(), lang.pick(&o.name))));
    let until = book.nominations_until(meeting.no, item).map(|d| words::date(lang, d));
    let until = until.map_or_else(String::new, |day| {
        lang.join(&format!("提名至{day}止。"), &format!("Nominations until {day}."))
    });
    Form::new(format!("{} · {title}", lang.say(["提名", "Nominate"])), purpose)
        .intro(until)
        .choice("seat", l(lang, ["职务或机构", "for"]), seats(lang, charter, meeting, item), 0)
        .number("unit", l(lang, ["所属单位序号", "unit number"]), "")
        .line("name", l(lang, ["姓名", "name"]), "")
        .hint(l(lang, ["提名单位进机构的可空着", "may be empty for a unit's seat in a body"]))
        .line("by", l(lang, ["提名单位", "nominated by"]), "")
        .hint(l(lang, ["序号，如 3 7", "numbers, such as 3 7"]))
        .choice("office", l(lang, ["提名职务", "or by office"]), offices, 0)
        .number("document", l(lang, ["附件号（可空）", "paper no. (optional)"]), "")
        .line("day", l(lang, ["收到日期", "came on"]), "")
        .hint(l(lang, DAY))
}

/// The form of a meeting called by signature, with the lists it can be called on.
pub fn with_lists(lang: Lang, book: &Book, form: Form, body: &str, by: &str) -> Form {
    let open = book.notices.requisitions.iter().rev().filter(|list| {
        list.meeting.is_none() && list.request.body == body && list.request.by == by
    });
    let mut lists: Vec<(String, String)> = Vec::new();
    for list in open {
        let signed = book.signed(list);
        let name = words::list_name(lang.first(), book, list);
        lists.push((list.no.to_string(), format!("{name} {}/{}", signed.signed, signed.roll)));
    }
    if lists.is_empty() {
        return form;
    }
    lists.push((String::new(), l(lang, ["（另填联名单位）", "(units given above)"])));
    form.choice("requisition", l(lang, ["联署名单", "list of signatures"]), lists, 0)
}

/// The command of a filled-in form.
pub(in crate::ui) fn command(ask: &Ask, rows: &Rows) -> Result<Command, Wrong> {
    let listed = |key: &'static str| {
        units(&rows.text(key)).ok_or_else(|| {
            rows.wrong(key, ["请填序号，如 3 7 12-15。", "Give numbers, such as 3 7 12-15."])
        })
    };
    Ok(match ask {
        Ask::Reply(unit) => Command::Reply(replied(*unit, rows)?),
        Ask::Send(_) => Command::SendNotice(Sending {
            units: listed("units")?,
            how: channel(&rows.text("how")),
            day: rows.day("day")?,
            note: rows.text("note"),
            agenda: Vec::new(),
        }),
        Ask::Supplement => Command::SendNotice(Sending {
            units: Vec::new(),
            how: channel(&rows.text("how")),
            day: rows.day("day")?,
            note: String::new(),
            agenda: vec![NewItem {
                title: rows.said("title")?,
                matter: Some(rows.text("matter")).filter(|m| !m.is_empty()),
                draft: rows.text("draft"),
                subjects: Vec::new(),
                before: None,
                from: None,
                case: None,
                tasks: Vec::new(),
            }],
        }),
        Ask::TakeBack(unit) => super::notice::take_back(*unit, rows.text("why")),
        Ask::Period(item) => {
            let missing = || rows.wrong("until", ["请填写日期。", "Please give the day."]);
            let until = rows.day("until")?.ok_or_else(missing)?;
            Command::OpenNominations(NominationPeriod { item: *item, until })
        }
        Ask::Nominate(item) => {
            let chosen = rows.text("seat");
            let seat = match chosen.split_once(':') {
                Some(("body", body)) => Seat::Body { body: body.to_owned() },
                Some((_, office)) => Seat::Office { office: office.to_owned() },
                None => return Err(rows.wrong("seat", ["请选择。", "Please choose."])),
            };
            Command::Nominate(Nomination {
                item: *item,
                seat,
                name: rows.text("name"),
                unit: Some(rows.number("unit")?),
                by: listed("by")?,
                office: Some(rows.text("office")).filter(|o| !o.is_empty()),
                document: rows.text("document").parse().ok(),
                day: rows.day("day")?,
            })
        }
        Ask::EndNomination(no) => {
            Command::EndNomination(NominationEnd { nomination: *no, why: rows.said("why")? })
        }
        Ask::List(body, by) => Command::OpenRequisition(Request {
            body: body.clone(),
            by: by.clone(),
            matters: rows.said("matters")?,
            day: rows.day("day")?,
        }),
        Ask::Sign(no) => Command::SignRequisition(Signatures {
            requisition: *no,
            units: listed("units")?,
            day: rows.day("day")?,
        }),
        Ask::Unsign(no) => Command::WithdrawSignature(SignatureEnd {
            requisition: *no,
            unit: rows.number("unit")?,
            why: rows.text("why"),
        }),
    })
}

fn channel(id: &str) -> Channel {
    Channel::ALL.into_iter().find(|how| how.id() == id).unwrap_or_default()
}

fn replied(unit: u32, rows: &Rows) -> Result<Reply, Wrong> {
    let coming = match rows.text("coming").as_str() {
        "no" => Coming::No,
        "unsure" => Coming::Unsure,
        _ => Coming::Yes,
    };
    let how = match rows.text("how").as_str() {
        _ if coming != Coming::Yes => None,
        "delegate" => Some(Attends::Delegate),
        "proxy" => Some(Attends::Proxy),
        "online" => Some(Attends::Online),
        _ => Some(Attends::InPerson),
    };
    let proxy = match how {
        Some(Attends::Proxy) => Some(Mandate {
            holder: rows.number("holder").map_err(|_| {
                rows.wrong(
                    "holder",
                    ["请填受托单位的序号。", "Please give the number of the member that holds it."],
                )
            })?,
            matters: rows.text("matters"),
            powers: rows.text("powers"),
            term: rows.text("term"),
            seal: rows.text("seal") == "yes",
        }),
        _ => None,
    };
    let only = |wanted: bool, key: &'static str| match wanted {
        true => rows.text(key),
        false => String::new(),
    };
    Ok(Reply {
        unit,
        coming,
        how,
        who: only(matches!(how, Some(w) if w != Attends::Proxy), "who"),
        letter: only(how == Some(Attends::Delegate), "letter"),
        proxy,
        why: only(coming == Coming::No, "why"),
        opinion: rows.text("opinion"),
        day: rows.day("day")?,
    })
}
