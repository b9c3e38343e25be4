//! The columns of a register: what they are called, in both languages and as people write them.

use crate::record::members::Role;

/// Chinese and English name, as they are written out.
pub(super) type Column = [&'static str; 2];

pub(super) const NUMBER: Column = ["序号", "number"];
pub(super) const NAME: Column = ["单位名称", "name"];
pub(super) const SHORT: Column = ["简称", "short"];
pub(super) const CATEGORY: Column = ["类别", "category"];
pub(super) const STANDING: Column = ["状态", "standing"];
pub(super) const JOINED: Column = ["加入日期", "joined"];
pub(super) const CERTIFICATE: Column = ["证书编号", "certificate"];
pub(super) const LEGAL: Column = ["法人资格证明", "legal proof"];
pub(super) const QUALIFICATIONS: Column = ["资质", "qualifications"];
pub(super) const GROUPS: Column = ["组别", "groups"];
pub(super) const WEIGHT: Column = ["权重", "weight"];

/// Other names of the same columns.
const ALSO: &[(&str, Column)] = &[
    ("成员编号", NUMBER),
    ("编号", NUMBER),
    ("no", NUMBER),
    ("no.", NUMBER),
    ("名称", NAME),
    ("单位", NAME),
    ("单位全称", NAME),
    ("full name", NAME),
    ("short name", SHORT),
    ("成员类别", CATEGORY),
    ("单位类别", CATEGORY),
    ("入会日期", JOINED),
    ("date joined", JOINED),
    ("法人证明", LEGAL),
    ("统一社会信用代码", LEGAL),
    ("proof of legal person", LEGAL),
];

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A column of the unit itself.
    Unit(Column),
    /// The weight of this name.
    Weight(String),
    /// A field of a person: role, which of that role (from 1), field.
    Person(Role, usize, Field),
}

/// A field of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    /// A field of the card, by its place.
    Card(usize),
    /// The letter's paper.
    Letter,
    /// The letter's first day.
    From,
    /// The letter's last day.
    To,
}

/// Every field in the order written, with what is put behind the role.
pub(super) const FIELDS: [(Field, Column); 9] = [
    (Field::Card(0), ["", ""]),
    (Field::Card(1), ["电话", "phone"]),
    (Field::Card(2), ["邮箱", "email"]),
    (Field::Card(3), ["证件号", "identity"]),
    (Field::Card(4), ["地址", "address"]),
    (Field::Card(5), ["备注", "note"]),
    (Field::Letter, ["授权书", "letter"]),
    (Field::From, ["授权自", "from"]),
    (Field::To, ["授权至", "until"]),
];

/// Words for the fields beside those of [`FIELDS`].
const FIELDS_ALSO: &[(&str, Field)] = &[
    ("姓名", Field::Card(0)),
    ("name", Field::Card(0)),
    ("手机", Field::Card(1)),
    ("telephone", Field::Card(1)),
    ("电子邮箱", Field::Card(2)),
    ("e-mail", Field::Card(2)),
    ("身份证号", Field::Card(3)),
];

/// Words for the roles; the longer first, where one begins with another.
const ROLES: &[(&str, Role)] = &[
    ("法定代表人", Role::LegalRepresentative),
    ("legal representative", Role::LegalRepresentative),
    ("联络人", Role::Liaison),
    ("联络员", Role::Liaison),
    ("联系人", Role::Liaison),
    ("联络", Role::Liaison),
    ("联系", Role::Liaison),
    ("liaison person", Role::Liaison),
    ("liaison", Role::Liaison),
    ("代表", Role::Delegate),
    ("delegate", Role::Delegate),
];

/// The name of a person's column, in both languages: `代表2电话`, `delegate 2 phone`.
pub(super) fn person_column(role: Role, place: usize, field: Field) -> [String; 2] {
    let [zh, en] = match role {
        Role::LegalRepresentative => ["法定代表人", "legal representative"],
        Role::Liaison => ["联络人", "liaison"],
        Role::Delegate => ["代表", "delegate"],
    };
    let words = FIELDS.iter().find(|(known, _)| *known == field).map_or(["", ""], |(_, w)| *w);
    let (zh_no, en_no) = match place {
        0 | 1 => (String::new(), String::new()),
        more => (more.to_string(), format!(" {more}")),
    };
    let en = format!("{en}{en_no} {}", words[1]);
    [format!("{zh}{zh_no}{}", words[0]), en.trim_end().to_owned()]
}

/// What a heading means; `None` for one that is not known.
pub(super) fn meaning(heading: &str) -> Option<Meaning> {
    let heading = heading.trim();
    let same = |word: &str| word.eq_ignore_ascii_case(heading);
    let units = [
        NUMBER,
        NAME,
        SHORT,
        CATEGORY,
        STANDING,
        JOINED,
        CERTIFICATE,
        LEGAL,
        QUALIFICATIONS,
        GROUPS,
    ];
    if let Some(column) = units.into_iter().find(|column| column.iter().any(|word| same(word))) {
        return Some(Meaning::Unit(column));
    }
    if let Some((_, column)) = ALSO.iter().find(|(word, _)| same(word)) {
        return Some(Meaning::Unit(*column));
    }
    if let Some(rest) = WEIGHT.iter().find_map(|word| heading.strip_prefix(word)) {
        let name = rest.trim_start_matches([':', '：', ' ']).trim();
        return (!name.is_empty()).then(|| Meaning::Weight(name.to_owned()));
    }
    let lower = heading.to_lowercase();
    ROLES.iter().find_map(|(word, role)| {
        let rest = lower.strip_prefix(word)?.trim_start();
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, rest) = rest.split_at(digits);
        let place = if number.is_empty() { 1 } else { number.parse().ok()? };
        let rest = rest.trim_start_matches([':', '：', ' ']).trim();
        let own = FIELDS.iter().find(|(_, words)| words.contains(&rest)).map(|(field, _)| *field);
        let field = own.or_else(|| {
            FIELDS_ALSO.iter().find(|(also, _)| *also == rest).map(|(_, field)| *field)
        })?;
        (place == 1 || (place > 1 && !role.is_single()))
            .then_some(Meaning::Person(*role, place, field))
    })
}

/// Whether a row names the columns: one of them is the unit's name.
pub(super) fn is_heading(cells: &[String]) -> bool {
    cells.iter().any(|cell| meaning(cell) == Some(Meaning::Unit(NAME)))
}
