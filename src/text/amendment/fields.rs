//! What the places of a charter file are called where people read of them: a rule by its name, not its key.

use crate::charter::{Charter, Name};
use crate::text::words::two;
use crate::text::{Lang, Words};

/// What the fields of a rule are called that are most often amended; another goes by its key.
const FIELDS: [(&str, Words); 16] = [
    ("share", ["比例", "share"]),
    ("share.num", ["比例的分子", "numerator of the share"]),
    ("share.den", ["比例的分母", "denominator of the share"]),
    ("cmp", ["是否含本数", "whether the number itself counts"]),
    ("base", ["基数", "base"]),
    ("name.zh", ["中文名称", "Chinese name"]),
    ("name.en", ["英文名称", "English name"]),
    ("title.zh", ["中文名称", "Chinese title"]),
    ("title.en", ["英文名称", "English title"]),
    ("rule", ["表决规则", "rule of voting"]),
    ("method", ["表决方式", "method of voting"]),
    ("term_years", ["任期年数", "years of a term"]),
    ("seats", ["名额", "seats"]),
    ("days", ["天数", "days"]),
    ("clauses", ["依据条款", "clauses"]),
    ("basis.article", ["依据条款", "clauses it rests on"]),
];

/// A place of the charter file in words: the table it stands in, and the field.
pub fn place(lang: Lang, charter: &Charter, at: &str) -> String {
    let Some(name) = table(charter, at) else {
        return at.to_owned();
    };
    let name = lang.pick(&name);
    match at.splitn(3, '.').nth(2) {
        None => name,
        Some(field) => {
            let known = FIELDS.iter().find(|(key, _)| *key == field);
            let field = known.map_or_else(|| field.to_owned(), |(_, words)| lang.say(*words));
            lang.join(&format!("{name}·{field}"), &format!("{name}, {field}"))
        }
    }
}

/// What the table is called that a place stands in; nothing where it has no name.
pub fn table(charter: &Charter, at: &str) -> Option<Name> {
    let mut parts = at.splitn(3, '.');
    let (list, id) = (parts.next()?, parts.next()?);
    let known = match list {
        "rule" => charter.rule(id).map(|r| &r.name),
        "body" => charter.body(id).map(|b| &b.name),
        "office" => charter.office(id).map(|o| &o.name),
        "matter" => charter.matter(id).map(|m| &m.title),
        "precondition" => charter.precondition(id).map(|p| &p.name),
        "presider" => charter.presiders.iter().find(|p| p.id == id).map(|p| &p.name),
        "question" => charter.question(id).map(|q| &q.ask),
        "convening" => charter.convenings.iter().find(|c| c.id == id).map(|c| &c.name),
        _ => None,
    };
    // A question stands here as a name inside a sentence.
    let bare = |name: &str| name.trim_end_matches(['？', '?']).to_owned();
    known.map(|name| two(bare(&name.zh), bare(&name.en)))
}
