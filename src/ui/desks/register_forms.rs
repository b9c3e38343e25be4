//! The forms of the register: a unit's entry, its people, and where the table is written.

use crate::charter::Amount;
use crate::record::members::{Amendment, Authority, Contact, ForgetPerson, KeepPerson, Role};
use crate::record::{Book, Command};
use crate::roster::qualifications;
use crate::text::words::members as words;
use crate::text::{Lang, Words};
use crate::ui::console::Console;
use crate::ui::form::Form;
use crate::ui::purpose::{Purpose, Rows, Wrong};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// What a form of the register is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A unit's entry.
    Amend(u32),
    /// A person of a unit; `person` where the card is replaced.
    Keep {
        /// Member number.
        unit: u32,
        /// What the person is for it.
        role: Role,
        /// The person.
        person: Option<u32>,
    },
    /// A person's card to be removed.
    Forget(u32),
    /// Where the register is written.
    Export,
    /// Why a table changes the register.
    Why,
}

impl Step {
    /// Whether what is typed stays off the disk until it is entered.
    pub fn is_private(self) -> bool {
        matches!(self, Self::Keep { .. })
    }
}

/// What comes of a form of the register.
#[derive(Debug, Clone, PartialEq)]
pub enum Filled {
    /// A command.
    Ask(Command),
    /// A person with the card.
    Keep(KeepPerson, Contact),
    /// The register is written to this file, with its people or without.
    Export(PathBuf, bool),
    /// The table that was shown is entered for this reason.
    Import(String),
}

/// The form of a step; none where there is no such unit or person.
pub fn form(console: &Console, step: Step) -> Option<Form> {
    let lang = console.lang();
    let book = &console.ledger.book;
    let purpose = Purpose::Register(step);
    match step {
        Step::Amend(unit) => amend(lang, book, unit),
        Step::Keep { unit, role, person } => Some(keep(console, unit, role, person)),
        Step::Forget(no) => {
            let person = book.people.get(&no)?;
            let name = console.people.get(&no).map(|c| c.name.clone()).unwrap_or_default();
            let what = words::role(lang, person.role);
            let title = lang.say(["删除人员资料", "Remove a person's data"]);
            let intro = lang.each(|l| {
                let unit = book.unit_name(person.unit);
                match l {
                    Lang::En => format!("{unit}, {what} {name}: the data is removed from this book for good. That it was removed, and why, is recorded without a name. Copies made earlier still have it."),
                    _ => format!("{unit}的{what}{name}：资料将从会议簿中彻底删除，不能恢复。会议簿只留下“已删除”及理由，不留姓名。以前的备份里仍有，请另行处理。"),
                }
            });
            Some(Form::new(title, purpose).intro(intro).line(
                "why",
                lang.say(["理由（勿写姓名）", "why (no names)"]),
                "",
            ))
        }
        Step::Export => {
            let path = console.path.as_ref().map(|p| p.with_extension("xlsx"));
            let path = path.map(|p| p.display().to_string()).unwrap_or_default();
            let title = lang.say(["导出名册", "Write the register out"]);
            Some(
                Form::new(title, purpose)
                    .intro(lang.say([
                        "按文件名的结尾决定格式：.xlsx、.ods 或 .csv。",
                        "The ending of the name says how it is written: .xlsx, .ods or .csv.",
                    ]))
                    .line("path", lang.say(["文件", "file"]), &path)
                    .yes_no(lang, "people", lang.say(["含人员资料", "with people's data"]), false),
            )
        }
        Step::Why => Some(why(lang)),
    }
}

/// Why a table changes the register.
pub fn why(lang: Lang) -> Form {
    let title = lang.say(["为什么更正名册", "Why the register changes"]);
    let label = lang.say(["理由", "reason"]);
    Form::new(title, Purpose::Register(Step::Why)).line("why", label, "")
}

fn amend(lang: Lang, book: &Book, unit: u32) -> Option<Form> {
    let entry = &book.members.get(&unit)?.entry;
    let charter = book.charter.as_deref()?;
    let title = format!("{} · {}", lang.say(["更正名册", "Change the register"]), entry.name);
    let mut form = Form::new(title, Purpose::Register(Step::Amend(unit)))
        .line("name", lang.say(["单位名称", "name"]), &entry.name)
        .line("short", lang.say(["简称", "short name"]), &entry.short);
    if !charter.categories.is_empty() {
        let none = (String::new(), lang.say(["（未定）", "(none)"]));
        let known = charter.categories.iter().map(|c| (c.id.clone(), lang.pick(&c.name)));
        let options: Vec<(String, String)> = std::iter::once(none).chain(known).collect();
        let at = options.iter().position(|(id, _)| *id == entry.category).unwrap_or(0);
        form = form.choice("category", lang.say(["类别", "category"]), options, at);
    }
    let joined = entry.joined.map(|d| d.to_string()).unwrap_or_default();
    form = form
        .line("joined", lang.say(["加入日期", "joined"]), &joined)
        .hint(lang.say(["年-月-日，如 2026-05-20", "such as 2026-05-20"]))
        .line("certificate", lang.say(["证书编号", "certificate"]), &entry.certificate)
        .line("legal_proof", lang.say(["法人资格证明", "legal proof"]), &entry.legal_proof)
        .hint(lang.say(["收存文件的编号或文字", "number of a kept paper, or words"]))
        .line(
            "qualifications",
            lang.say(["资质", "qualifications"]),
            &words::qualifications(lang.first(), &entry.qualifications),
        )
        .hint(lang.say([
            "如：认可证书（至2027-01-01）；许可证",
            "such as: licence (until 2027-01-01); accreditation",
        ]));
    if book.members.values().any(|m| !m.entry.weights.is_empty()) {
        form = form.line("weights", lang.say(["权重", "weights"]), &weights_line(&entry.weights));
    }
    if book.members.values().any(|m| !m.entry.groups.is_empty()) {
        form = form.line("groups", lang.say(["组别", "groups"]), &entry.groups.join(" "));
    }
    let why: Words = if book.meetings.is_empty() {
        ["理由（可不填）", "why (may be empty)"]
    } else {
        ["理由", "why"]
    };
    Some(form.line("why", lang.say(why), ""))
}

fn weights_line(weights: &BTreeMap<String, Amount>) -> String {
    let all: Vec<String> = weights.iter().map(|(name, n)| format!("{name} {n}")).collect();
    all.join("; ")
}

fn keep(console: &Console, unit: u32, role: Role, person: Option<u32>) -> Form {
    let lang = console.lang();
    let book = &console.ledger.book;
    let known = person.and_then(|no| console.people.get(&no)).cloned().unwrap_or_default();
    let letter = person.and_then(|no| book.people.get(&no)).and_then(|p| p.letter);
    let title = format!("{} · {}", words::role(lang, role), book.unit_name(unit));
    let mut form = Form::new(title, Purpose::Register(Step::Keep { unit, role, person }))
        .intro(lang.say([
            "这些资料不进会议记录、公开本和大屏，只存在这本会议簿里；本人要求时可以彻底删除。",
            "This goes into no minutes, no public copy and on no wall; it stays in this book, and is removed for good when the person asks for it.",
        ]))
        .line("person_name", lang.say(["姓名", "name"]), &known.name)
        .line("phone", lang.say(["电话", "telephone"]), &known.phone)
        .line("email", lang.say(["邮箱", "e-mail"]), &known.email)
        .line("identity", lang.say(["证件号", "identity no."]), &known.identity)
        .line("address", lang.say(["地址", "address"]), &known.address)
        .line("person_note", lang.say(["备注", "note"]), &known.note);
    if role == Role::Delegate {
        let Authority { document, from, to } = letter.unwrap_or_default();
        let day = |day: Option<chrono::NaiveDate>| day.map(|d| d.to_string()).unwrap_or_default();
        let a_day = lang.say(["年-月-日，如 2026-05-20", "such as 2026-05-20"]);
        let no = document.map(|no| no.to_string()).unwrap_or_default();
        form = form
            .number("document", lang.say(["授权书（文件号）", "letter (paper no.)"]), &no)
            .line("from", lang.say(["授权自", "from"]), &day(from))
            .hint(a_day.clone())
            .line("to", lang.say(["授权至", "until"]), &day(to))
            .hint(a_day);
    }
    form
}

/// What a filled-in form asks for, or the row that is wrong.
pub(in crate::ui) fn filled(step: Step, rows: &Rows, book: &Book) -> Result<Filled, Wrong> {
    Ok(match step {
        Step::Amend(unit) => {
            let weights = if rows.has("weights") { Some(weights(rows)?) } else { None };
            let groups = rows.text("groups");
            let groups = groups.split_whitespace().map(str::to_owned).collect();
            let held = rows.text("qualifications");
            let entry = book.members.get(&unit).map(|m| &m.entry);
            // Shown and not touched, it is what it was, however it is written.
            let touched =
                |lang| entry.is_none_or(|e| words::qualifications(lang, &e.qualifications) != held);
            let changed = [Lang::Zh, Lang::En].into_iter().all(touched);
            Filled::Ask(Command::AmendMember(Amendment {
                unit,
                name: Some(rows.said("name")?),
                short: Some(rows.text("short")),
                category: rows.has("category").then(|| rows.text("category")),
                joined: rows.day("joined")?,
                certificate: Some(rows.text("certificate")),
                legal_proof: Some(rows.text("legal_proof")),
                qualifications: changed.then(|| qualifications(&held)),
                weights,
                groups: rows.has("groups").then_some(groups),
                why: rows.text("why"),
            }))
        }
        Step::Keep { unit, role, person } => {
            let contact = Contact {
                name: rows.said("person_name")?,
                phone: rows.text("phone"),
                email: rows.text("email"),
                identity: rows.text("identity"),
                address: rows.text("address"),
                note: rows.text("person_note"),
            };
            let letter = if role == Role::Delegate {
                let document = match rows.text("document") {
                    text if text.is_empty() => None,
                    _ => Some(rows.number("document")?),
                };
                Some(Authority { document, from: rows.day("from")?, to: rows.day("to")? })
            } else {
                None
            };
            let letter = letter.filter(|l| !l.is_empty());
            Filled::Keep(KeepPerson { person, unit, role, letter, digest: String::new() }, contact)
        }
        Step::Forget(person) => {
            Filled::Ask(Command::ForgetPerson(ForgetPerson { person, why: rows.said("why")? }))
        }
        Step::Export => {
            Filled::Export(PathBuf::from(rows.said("path")?), rows.text("people") == "yes")
        }
        Step::Why => Filled::Import(rows.said("why")?),
    })
}

/// `area 12.5; votes 2`
fn weights(rows: &Rows) -> Result<BTreeMap<String, Amount>, Wrong> {
    let mut weights = BTreeMap::new();
    let text = rows.text("weights");
    for part in text.split([';', '；']).map(str::trim).filter(|part| !part.is_empty()) {
        let wrong = || {
            rows.wrong(
                "weights",
                ["应如：名称 12.5；名称 7。", "It looks like: area 12.5; votes 7."],
            )
        };
        let (name, amount) = part.rsplit_once(' ').ok_or_else(wrong)?;
        weights.insert(name.trim().to_owned(), Amount::parse(amount).map_err(|_| wrong())?);
    }
    Ok(weights)
}
