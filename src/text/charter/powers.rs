//! Who decides what by which rule, and how a meeting comes about, as lines of the outline.

use super::{
    Page, base_words, basis_words, body_name, entry, joined, labelled, reach, rested, rule_of, two,
};
use crate::charter::{
    Base, Charter, Comparator, Convening, Listed, Matter, Method, Name, OffNotice, Presider, Rule,
    Ruling, When,
};

pub(super) fn matter_lines(page: &mut Page, charter: &Charter, matter: &Matter) {
    rested(page, charter, 1, &entry(&matter.title, &matter.id), &matter.basis);
    for route in &matter.routes {
        let body = body_name(charter, &route.body);
        let when = match route.when {
            When::Always => two("", ""),
            When::Recess => two("（闭会期间）", " (in recess)"),
        };
        let rule = charter.rule(&route.rule);
        let rule = rule.map(|rule| rule_of(rule, charter.body(&route.body)));
        let rule = rule.unwrap_or_default();
        let line = two(
            format!("{}{}：{}", body.zh, when.zh, rule.zh),
            format!("{}{}: {}", body.en, when.en, rule.en),
        );
        rested(page, charter, 2, &line, &route.basis);
    }
    let needed = matter.requires.iter();
    let needed: Vec<Name> = needed
        .filter_map(|id| charter.precondition(id))
        .map(|precondition| precondition.name.clone())
        .collect();
    if !needed.is_empty() {
        page.line(2, joined(&needed, "须先有：", "Needs first: ", ("、", ", ")));
    }
    page.line(2, labelled("默认表决方式", "Method offered first", &method(matter.method)));
    if matter.off_notice == OffNotice::Refuse {
        page.line(2, two("未列入通知的，不得表决", "Not put unless it was on the notice"));
    }
}

/// A way of voting, in words.
fn method(method: Method) -> Name {
    match method {
        Method::Hands => two("举手", "show of hands"),
        Method::RollCall => two("唱名", "roll call"),
        Method::Secret => two("无记名投票", "secret ballot"),
    }
}

pub(super) fn rule_lines(page: &mut Page, charter: &Charter, rule: &Rule) {
    let head = entry(&rule.name, &rule.id);
    let words = super::rules::measure(&rule.first());
    let head = two(format!("{}：{}", head.zh, words.zh), format!("{}: {}", head.en, words.en));
    rested(page, charter, 1, &head, &rule.basis);
    super::rules::more(page, charter, rule);
    if let Some(exactly) = &rule.exactly {
        let ruling = match exactly.ruling {
            Ruling::None => two("依计票结果", "the count decides"),
            Ruling::Allowed => two("主持人可以裁定", "the presider may rule"),
            Ruling::Required => two("须由主持人裁定", "the presider must rule"),
        };
        let line = labelled("恰为该数", "On exactly the share", &ruling);
        rested(page, charter, 2, &line, &exactly.basis);
    }
    if let Some(tie) = &rule.tie {
        let vote = super::rules::tie(tie.end());
        let line = labelled("票数相等", "On equal votes", &vote);
        rested(page, charter, 2, &line, &tie.basis);
    }
}

pub(super) fn convening_line(page: &mut Page, charter: &Charter, convening: &Convening) {
    let head = entry(&convening.name, &convening.id);
    let body = body_name(charter, &convening.body);
    let list = convening.share.zip(convening.cmp);
    let list = list.map(|(share, cmp)| reach(&base_words(Base::AllMembers), share, cmp));
    let list = list.map_or_else(Name::default, |words| {
        two(format!("，{}联署", words.zh), format!(", signed by {}", words.en))
    });
    let line = two(
        format!("{} → {}{}", head.zh, body.zh, list.zh),
        format!("{} → {}{}", head.en, body.en, list.en),
    );
    rested(page, charter, 1, &line, &convening.basis);
}

pub(super) fn presider_line(page: &mut Page, charter: &Charter, presider: &Presider) {
    let name = entry(&presider.name, &presider.id);
    let line = labelled("主持", "Presides", &name);
    rested(page, charter, 1, &line, &presider.basis);
    if presider.needs_document {
        page.line(2, two("须有书面文件", "A written paper must be on file"));
    }
}

pub(super) fn conduct(page: &mut Page, charter: &Charter) {
    page.head("通知、委托与计票", "Notice, proxies and counting");
    let notice = &charter.notice;
    let (days, minimum) = (notice.days, notice.minimum);
    let line = two(
        format!("会议通知：提前{days}日，少于{minimum}日的提示"),
        format!("Notice: {days} days before; fewer than {minimum} is warned about"),
    );
    rested(page, charter, 1, &line, &notice.basis);
    let proxy = &charter.proxy;
    let allowed = match (proxy.motions, proxy.elections) {
        (true, true) => two("议案和选举均可", "in motions and elections"),
        (true, false) => two("限于议案", "in motions only"),
        (false, true) => two("限于选举", "in elections only"),
        (false, false) => two("不允许", "not allowed"),
    };
    let most = proxy.per_holder;
    let allowed = if proxy.motions || proxy.elections {
        two(
            format!("{}，每位受托人至多代{most}票", allowed.zh),
            format!("{}, at most {most} to a holder", allowed.en),
        )
    } else {
        allowed
    };
    let line = labelled("成员间委托", "One member voting for another", &allowed);
    rested(page, charter, 1, &line, &proxy.basis);
    let margin = charter.minority_count.margin;
    let part = reach(&base_words(Base::Present), margin, Comparator::AtLeast);
    let line =
        labelled("只计反对和弃权时的余量", "Margin when only no and abstain are counted", &part);
    rested(page, charter, 1, &line, &charter.minority_count.basis);
    let whose = if charter.floor_amendment.main_rule {
        two("依所修正议案的规则", "by the rule of the motion amended")
    } else {
        two("依本机构一般规则", "by the body's own rule")
    };
    let line = labelled("会上修正案", "Amendments from the floor", &whose);
    rested(page, charter, 1, &line, &charter.floor_amendment.basis);
}

pub(super) fn lists(page: &mut Page, charter: &Charter) {
    if !charter.conditions.is_empty() {
        page.head("入会条件", "Conditions of admission");
    }
    for condition in &charter.conditions {
        rested(page, charter, 1, &entry(&condition.name, &condition.id), &condition.basis);
    }
    let lists: [(&str, &str, &[Listed]); 7] = [
        ("成员类别", "Categories of member", &charter.categories),
        ("任务", "Tasks", &charter.tasks),
        ("成员权利", "Members' rights", &charter.rights),
        ("成员义务", "Members' duties", &charter.duties),
        ("经费来源", "Sources of funds", &charter.fund_sources),
        ("经费用途", "Uses of funds", &charter.fund_uses),
        ("列席与受文单位", "Observers", &charter.observers),
    ];
    for (zh, en, list) in lists {
        if !list.is_empty() {
            page.head(zh, en);
        }
        for item in list {
            rested(page, charter, 1, &entry(&item.name, &item.id), &item.basis);
        }
    }
    if let Some(funds) = &charter.funds {
        page.head("经费管理", "How funds are kept");
        let money = two(
            format!("{}（{}）", funds.unit.zh, funds.currency),
            format!("{} ({})", funds.unit.en, funds.currency),
        );
        rested(page, charter, 1, &labelled("货币", "Money", &money), &funds.basis);
        if let Some(matter) = funds.report.as_deref().and_then(|id| charter.matter(id)) {
            page.line(1, labelled("年度报告的事项", "Matter of the yearly report", &matter.title));
        }
        for id in &funds.copies {
            let known = charter.observers.iter().find(|o| o.id == *id);
            if let Some(observer) = known {
                page.line(1, labelled("报告报送", "The report is sent to", &observer.name));
            }
        }
    }
    for procedure in &charter.procedures {
        page.head(&procedure.name.zh, &procedure.name.en);
        page.line(1, basis_words(charter, &procedure.basis));
        let taken = procedure.taken.iter().map(|s| &s.name);
        for (i, step) in procedure.steps.iter().chain(taken).enumerate() {
            let no = i + 1;
            page.line(1, two(format!("{no}. {}", step.zh), format!("{no}. {}", step.en)));
        }
    }
}
