//! A charter as a page to read: everything the file says.

use super::powers::{conduct, convening_line, lists, matter_lines, presider_line, rule_lines};
use super::{
    Page, base_of, base_words, basis_words, body_name, clause_words, count, entry, labelled, reach,
    rested, rules, same, two, whole,
};
use crate::charter::{Base, Body, Charter, Filling, Name, Office, Roll, SourceStatus};
use crate::text::Lang;

/// The whole charter as an outline.
pub fn show(charter: &Charter, lang: Lang) -> String {
    let mut page = Page::default();
    names(&mut page, charter);
    if let Some(warning) = unconfirmed(charter) {
        page.line(1, warning);
    }
    page.head("机构", "Bodies");
    for body in &charter.bodies {
        body_lines(&mut page, charter, body);
    }
    page.head("职务", "Offices");
    for office in &charter.offices {
        office_lines(&mut page, charter, office);
    }
    page.head("职权：何事由谁依何规则决定", "Powers: what is decided by whom, by which rule");
    for matter in &charter.matters {
        matter_lines(&mut page, charter, matter);
    }
    page.head("表决规则", "Rules of decision");
    for rule in &charter.rules {
        rule_lines(&mut page, charter, rule);
    }
    if !charter.preconditions.is_empty() {
        page.head("前置条件", "Preconditions");
    }
    for precondition in &charter.preconditions {
        let head = entry(&precondition.name, &precondition.id);
        rested(&mut page, charter, 1, &head, &precondition.basis);
    }
    page.head("召集与主持", "Convening and presiding");
    for convening in &charter.convenings {
        convening_line(&mut page, charter, convening);
    }
    for presider in &charter.presiders {
        presider_line(&mut page, charter, presider);
    }
    conduct(&mut page, charter);
    lists(&mut page, charter);
    if !charter.articles.is_empty() {
        page.head("条文", "Articles");
    }
    for article in &charter.articles {
        let no = clause_words(&charter.identity.article_form, &whole(article.no));
        let first = article.text.lines().find(|line| !line.trim().is_empty());
        page.line(
            1,
            two(
                format!("{}　{}", no.zh, first.unwrap_or_default()),
                format!("{}: {}", no.en, article.gist),
            ),
        );
    }
    page.print(lang)
}

/// What whoever takes up a rule set must know where nobody held it against its text.
pub fn unconfirmed(charter: &Charter) -> Option<Name> {
    match charter.identity.source_status? {
        SourceStatus::Assumed => Some(two(
            "注意：这些规则是假定的，不是章程或法律原文。请核对后再用。",
            "Note: these rules are assumed; they are no charter's and no law's own text. Check them first.",
        )),
        SourceStatus::GeneralKnowledge => Some(two(
            "注意：这些规则出自一般知识，未经核对原文，不得当作官方文本使用。",
            "Note: these rules are general knowledge, read in no text; they are not an official text.",
        )),
        _ => None,
    }
}

/// How well the text behind a rule set was read.
fn read_words(status: SourceStatus) -> Name {
    match status {
        SourceStatus::Read => two("已核对原文", "read in the text itself"),
        SourceStatus::ReadInDerivedTexts => {
            two("据沿用原文的文本", "read in texts that reproduce it")
        }
        SourceStatus::ReadInPart => two("部分核对", "read in part"),
        SourceStatus::Assumed => two("假定", "assumed"),
        SourceStatus::GeneralKnowledge => two("一般知识，未核对", "general knowledge, not read"),
    }
}

fn names(page: &mut Page, charter: &Charter) {
    let identity = &charter.identity;
    page.line(0, identity.name.clone());
    page.line(1, labelled("简称", "Short name", &identity.short));
    if !identity.doc_no.is_empty() {
        page.line(1, labelled("文号", "Document number", &same(&identity.doc_no)));
    }
    let version = same(&identity.version.to_string());
    page.line(1, labelled("文本版次", "Version of the text", &version));
    for (zh, en, day) in [
        ("通过", "Adopted", &identity.adopted),
        ("施行", "In force", &identity.in_force),
        ("印发", "Issued", &identity.issued),
    ] {
        if !day.is_empty() {
            page.line(1, labelled(zh, en, &same(day)));
        }
    }
    let zone = same(&identity.time_zone);
    page.line(1, labelled("时区", "Time zone", &zone));
    if let Some((source, status)) = identity.source.as_ref().zip(identity.source_status) {
        let read = read_words(status);
        let line =
            two(format!("{}（{}）", source.zh, read.zh), format!("{} ({})", source.en, read.en));
        page.line(1, labelled("来源", "Source", &line));
    }
    page.line(1, labelled("计数单位", "Counted in", &identity.counter));
    page.line(1, labelled("依据", "Basis", &basis_words(charter, &identity.basis)));
}

fn body_lines(page: &mut Page, charter: &Charter, body: &Body) {
    let roll = match body.roll {
        Roll::AllMembers => two("由全体成员组成", "all members"),
        Roll::Seats => two("由当选单位组成", "the units seated in it"),
        Roll::None => two("不开表决会议", "holds no meetings that vote"),
    };
    let head = entry(&body.name, &body.id);
    let head = two(format!("{}，{}", head.zh, roll.zh), format!("{}, {}", head.en, roll.en));
    rested(page, charter, 1, &head, &body.basis);
    if !body.alias.is_empty() {
        let alias = two(body.alias.join("、"), body.alias.join(", "));
        page.line(2, labelled("又称", "Also called", &alias));
    }
    count(page, "任期（年）", "Term in years", body.term_years);
    count(page, "每年例会", "Ordinary meetings a year", body.meetings_a_year);
    count(page, "席位", "Seats", body.seats);
    if let Some(rule) = body.rule.as_ref().and_then(|id| charter.rule(id)) {
        page.line(2, labelled("一般规则", "Its own rule", &entry(&rule.name, &rule.id)));
    }
    for duty in &body.duties {
        page.line(2, duty.clone());
    }
    if let Some(quorum) = &body.quorum {
        let all = base_of(Base::AllMembers, Some(body));
        let need = labelled("法定出席", "Quorum", &rules::quorum(&all, quorum, false));
        rested(page, charter, 2, &need, &quorum.basis);
        if quorum.second_call.is_some() {
            let again = rules::quorum(&all, quorum, true);
            page.line(2, labelled("第二次召集的法定出席", "Quorum on a second call", &again));
        }
    }
    if let Some(cap) = &body.size_cap {
        let limit = reach(&base_words(Base::AllMembers), cap.share, cap.cmp);
        let limit = if cap.advisory {
            labelled("规模（一般）", "Size, as a guide", &limit)
        } else {
            labelled("规模", "Size", &limit)
        };
        rested(page, charter, 2, &limit, &cap.basis);
    }
    if let Some(acts) = &body.acts_for {
        let whom = body_name(charter, &acts.body);
        let except = clause_words(&charter.identity.article_form, &acts.except);
        let line = if acts.except.0.is_empty() {
            two(
                format!("{}闭会期间代行其职权", whom.zh),
                format!("Acts for {} while it is closed", whom.en),
            )
        } else {
            two(
                format!("{}闭会期间代行其职权，{}除外", whom.zh, except.zh),
                format!("Acts for {} while it is closed, save {}", whom.en, except.en),
            )
        };
        rested(page, charter, 2, &line, &acts.basis);
    }
    if let Some(minimum) = &body.recusal_minimum {
        let then = body_name(charter, &minimum.then);
        let units = minimum.units;
        let line = two(
            format!("回避后不足{units}席的，提交{}", then.zh),
            format!("With fewer than {units} left after recusal: to {}", then.en),
        );
        rested(page, charter, 2, &line, &minimum.basis);
    }
}

fn office_lines(page: &mut Page, charter: &Charter, office: &Office) {
    let by = body_name(charter, &office.chosen_by);
    let how = match office.by {
        Filling::Election => two(format!("由{}选举", by.zh), format!("elected by {}", by.en)),
        Filling::Appointment => two(format!("由{}聘任", by.zh), format!("appointed by {}", by.en)),
        Filling::ExOfficio => {
            let with = office.with.as_deref().and_then(|id| charter.office(id));
            let with = with.map(|o| o.name.clone()).unwrap_or_default();
            two(format!("由{}兼任", with.zh), format!("held with the office of {}", with.en))
        }
    };
    let head = entry(&office.name, &office.id);
    let head = two(format!("{}，{}", head.zh, how.zh), format!("{}, {}", head.en, how.en));
    rested(page, charter, 1, &head, &office.basis);
    let nominator = office.nominated_by.as_ref().and_then(|id| charter.office(id));
    if let Some(nominator) = nominator {
        page.line(2, labelled("提名", "Nominated by", &nominator.name));
    }
    count(page, "名额", "Holders", office.seats);
    count(page, "任期（年）", "Term in years", office.term_years);
    if office.signs {
        page.line(2, two("签署文件", "Signs papers"));
    }
    for duty in &office.duties {
        page.line(2, duty.clone());
    }
}
