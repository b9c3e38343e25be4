//! Sentences about a charter: its clauses and rules in words, its outline, its gaps, its faults.
//!
//! The charter's own words come from its file. Everything here is written in both languages at once,
//! as a [`Name`], and turned into one of them, or both, at the very end.

mod faults;
mod gaps;
mod lints;
mod outline;
mod powers;
mod remedies;
mod rules;

pub use faults::{fault, faults, reading_error};
pub use gaps::gaps;
pub use lints::lint;
pub use outline::{show, unconfirmed};

use super::Lang;
use crate::charter::cite::{Clause, han};
use crate::charter::{
    Base, Basis, Body, Charter, Clauses, Comparator, Name, Ratio, Roll, Rule, Status,
};

/// The clauses as this charter's articles are called: `第三条（二）、第五条` / `article 3(2), article 5`.
pub fn clauses(charter: &Charter, clauses: &Clauses, lang: Lang) -> String {
    say(&clause_words(&charter.identity.article_form, clauses), lang)
}

/// What a rule asks for: `全体成员的三分之一以上（含本数）` / `at least 1/3 of all members`.
pub fn rule_words(rule: &Rule, lang: Lang) -> String {
    say(&rule_name(rule), lang)
}

/// The same for a rule of one body, whose roll may be its seats and not all members.
pub fn rule_words_in(rule: &Rule, body: &Body, lang: Lang) -> String {
    say(&rule_of(rule, Some(body)), lang)
}

/// What a value rests on: `明定：第三条` / `stated: article 3`.
pub fn basis(charter: &Charter, basis: &Basis, lang: Lang) -> String {
    say(&basis_words(charter, basis), lang)
}

/// One article: its chapter, its text as adopted, its sense, and what in the file rests on it.
pub fn article(charter: &Charter, no: u32, lang: Lang) -> String {
    let form = &charter.identity.article_form;
    let mut page = Page::default();
    let Some(article) = charter.article(no) else {
        let last = charter.articles.len();
        page.line(
            0,
            two(
                format!("本章程没有第{no}条；全文共{last}条。"),
                format!("This charter has no article {no}; it has {last}."),
            ),
        );
        return page.print(lang);
    };
    let heading = clause_words(form, &whole(no));
    let chapter = charter.chapters.iter().find(|c| c.no == article.chapter);
    page.line(
        0,
        match chapter {
            Some(chapter) => two(
                format!("{}　{}", heading.zh, chapter.title.zh),
                format!("{} — {}", heading.en, chapter.title.en),
            ),
            None => heading,
        },
    );
    // Who reads English wants the sense first; the words that are in force are the charter's own.
    let gist = two("", format!("In short: {}", article.gist));
    if lang == Lang::En {
        page.line(1, gist.clone());
        page.line(1, two("", "The charter's own words:"));
    }
    for paragraph in article.text.lines().filter(|line| !line.trim().is_empty()) {
        page.line(1, same(paragraph));
    }
    if lang == Lang::Both {
        page.line(1, gist);
    }
    let resting = resting_on(charter, no);
    if !resting.is_empty() {
        page.line(1, joined(&resting, "据此：", "Resting on it: ", ("、", ", ")));
    }
    page.print(lang)
}

/// The names of what rests on an article.
fn resting_on(charter: &Charter, no: u32) -> Vec<Name> {
    let cites = |basis: &Basis| {
        let article = basis.article.as_ref();
        article.is_some_and(|clauses| clauses.articles().contains(&no))
    };
    let bodies = charter.bodies.iter().map(|b| (&b.name, &b.basis));
    let offices = charter.offices.iter().map(|o| (&o.name, &o.basis));
    let rules = charter.rules.iter().map(|r| (&r.name, &r.basis));
    let matters = charter.matters.iter().map(|m| (&m.title, &m.basis));
    let all = bodies.chain(offices).chain(rules).chain(matters);
    let mut names: Vec<Name> = Vec::new();
    for (name, _) in all.filter(|(_, basis)| cites(basis)) {
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
    names
}

fn whole(article: u32) -> Clauses {
    Clauses(vec![Clause { article, item: None, paragraph: None }])
}

/// The clauses in both languages, by the form in which a charter names its articles.
pub fn clause_words(form: &Name, clauses: &Clauses) -> Name {
    let one = |clause: &Clause| {
        let mut zh = form.zh.replace("{n}", &han(clause.article));
        let mut en = form.en.replace("{n}", &clause.article.to_string());
        if let Some(item) = clause.item {
            zh += &format!("（{}）", han(item));
            en += &format!("({item})");
        }
        if let Some(paragraph) = clause.paragraph {
            zh += &format!("第{}款", han(paragraph));
            en += &format!(" paragraph {paragraph}");
        }
        two(zh, en)
    };
    let all: Vec<Name> = clauses.0.iter().map(one).collect();
    joined(&all, "", "", ("、", ", "))
}

/// How firmly a value stands, in one word.
pub fn status_word(status: Status) -> Name {
    match status {
        Status::Stated => two("明定", "stated"),
        Status::Derived => two("推定", "derived"),
        Status::Assumed => two("假定", "assumed"),
        Status::Adopted => two("采纳", "adopted"),
    }
}

fn basis_words(charter: &Charter, basis: &Basis) -> Name {
    let article = basis
        .article
        .iter()
        .filter(|clauses| !clauses.0.is_empty())
        .map(|clauses| clause_words(&charter.identity.article_form, clauses));
    let parts: Vec<Name> = article.chain(basis.source.clone()).collect();
    let status = status_word(basis.status);
    joined(&parts, &format!("{}：", status.zh), &format!("{}: ", status.en), ("；", "; "))
}

/// What a rule asks for, in both languages.
pub fn rule_name(rule: &Rule) -> Name {
    rules::whole(rule)
}

/// What a rule asks for in a body.
fn rule_of(rule: &Rule, body: Option<&Body>) -> Name {
    if !rule.is_plain() {
        return rule_name(rule);
    }
    reach(&base_of(rule.base, body), rule.share, rule.cmp)
}

/// Of whom a share is taken, in a body.
fn base_of(base: Base, body: Option<&Body>) -> Name {
    let Some(body) = body.filter(|body| body.roll == Roll::Seats) else {
        return base_words(base);
    };
    let Name { zh, en } = &body.name;
    match base {
        Base::AllMembers => two(format!("{zh}全体单位"), format!("all units of {en}")),
        Base::NotRecused => two(
            format!("{zh}全体单位（回避者除外）"),
            format!("all units of {en} but those recused"),
        ),
        Base::Present => two("到会单位", "the units present"),
        _ => base_words(base),
    }
}

/// Of whom a share is taken.
pub fn base_words(base: Base) -> Name {
    match base {
        Base::AllMembers => two("全体成员", "all members"),
        Base::NotRecused => two("全体成员（回避者除外）", "all members but those recused"),
        Base::Present => two("到会成员", "those present"),
        Base::VotesCast => two("有效票", "the valid votes"),
        Base::YesAndNo => two("赞成票与反对票之和", "the votes for and against"),
        Base::Participating => two("参加表决者", "those who handed in a vote"),
        Base::Rights => two("全部表决权", "all voting rights"),
        Base::RightsPresent => two("出席会议的表决权", "the voting rights present"),
        Base::SeatsFilled => two("实有席位", "the seats filled"),
        Base::Group => two("该组全体", "all of the group"),
        Base::Fixed => two("规定的票数", "the number of votes fixed"),
    }
}

/// A share of something to be reached, or not to be passed.
pub fn reach(of: &Name, share: Ratio, cmp: Comparator) -> Name {
    let Ratio { num, den } = share;
    let (zh, en) = (&of.zh, &of.en);
    if num == den && cmp == Comparator::AtLeast {
        return two(format!("{zh}的全部"), format!("every one of {en}"));
    }
    let part = match den {
        100 => format!("百分之{}", han(num)),
        _ => format!("{}分之{}", han(den), han(num)),
    };
    match cmp {
        Comparator::AtLeast => {
            two(format!("{zh}的{part}以上（含本数）"), format!("at least {num}/{den} of {en}"))
        }
        Comparator::MoreThan => {
            two(format!("超过{zh}的{part}（不含本数）"), format!("more than {num}/{den} of {en}"))
        }
        Comparator::AtMost => {
            two(format!("不超过{zh}的{part}"), format!("at most {num}/{den} of {en}"))
        }
    }
}

/// A line with what it rests on.
fn rested(page: &mut Page, charter: &Charter, depth: usize, text: &Name, basis: &Basis) {
    let basis = basis_words(charter, basis);
    page.line(
        depth,
        two(format!("{}［{}］", text.zh, basis.zh), format!("{} [{}]", text.en, basis.en)),
    );
}

fn labelled(zh: &str, en: &str, text: &Name) -> Name {
    two(format!("{zh}：{}", text.zh), format!("{en}: {}", text.en))
}

/// A name with the id it goes by in commands.
fn entry(name: &Name, id: &str) -> Name {
    two(format!("{}（{id}）", name.zh), format!("{} ({id})", name.en))
}

fn count(page: &mut Page, zh: &str, en: &str, number: Option<u32>) {
    if let Some(number) = number {
        page.line(2, labelled(zh, en, &same(&number.to_string())));
    }
}

fn body_name(charter: &Charter, id: &str) -> Name {
    charter.body(id).map_or_else(|| same(id), |body| body.name.clone())
}

/// A text in both languages.
fn two(zh: impl Into<String>, en: impl Into<String>) -> Name {
    Name { zh: zh.into(), en: en.into() }
}

/// A text that is the same in both languages.
fn same(text: &str) -> Name {
    two(text, text)
}

/// Several texts in a row, after an opening.
fn joined(names: &[Name], zh: &str, en: &str, between: (&str, &str)) -> Name {
    let each = |get: fn(&Name) -> &str, between: &str| {
        let parts: Vec<&str> = names.iter().map(get).collect();
        parts.join(between)
    };
    two(
        format!("{zh}{}", each(|name| &name.zh, between.0)),
        format!("{en}{}", each(|name| &name.en, between.1)),
    )
}

/// One text in the language asked for; in both, the Chinese line and then the English.
fn say(name: &Name, lang: Lang) -> String {
    match lang {
        Lang::Zh => name.zh.clone(),
        Lang::En => name.en.clone(),
        Lang::Both if name.zh == name.en => name.zh.clone(),
        Lang::Both => format!("{}\n{}", name.zh, name.en),
    }
}

/// Lines in both languages, indented, to be printed in one of them or both.
#[derive(Default)]
struct Page {
    lines: Vec<(usize, Name)>,
}

impl Page {
    /// A heading after an empty line.
    fn head(&mut self, zh: &str, en: &str) {
        if !self.lines.is_empty() {
            self.lines.push((0, Name::default()));
        }
        self.lines.push((0, two(zh, en)));
    }

    fn line(&mut self, depth: usize, name: Name) {
        self.lines.push((depth, name));
    }

    fn print(self, lang: Lang) -> String {
        let mut out = String::new();
        for (depth, name) in self.lines {
            let said = say(&name, lang);
            if said.is_empty() && (!name.zh.is_empty() || !name.en.is_empty()) {
                // Said in the other language only.
                continue;
            }
            for line in said.split('\n').filter(|line| said == *line || !line.is_empty()) {
                let indent = if line.is_empty() { 0 } else { depth * 2 };
                out.extend(std::iter::repeat_n(' ', indent));
                out.push_str(line);
                out.push('\n');
            }
        }
        out
    }
}
