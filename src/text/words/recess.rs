//! Where a body decides in the stead of another that is closed: the power it uses, named.

use super::{body_name, two};
use crate::charter::cite::{Clause, han};
use crate::charter::{Charter, Clauses, Name, When};
use crate::text::papers::under;

/// `联盟大会闭会期间，联盟理事会依照章程第九条行使第（五）项职责`: by whose power a body decides a matter that it
/// may decide only while the other is closed; nothing where the power is its own.
pub fn recess(charter: &Charter, body: &str, matter: &str) -> Option<Name> {
    let acts_for = charter.body(body)?.acts_for.as_ref()?;
    let matter = charter.matter(matter)?;
    let mut routes = matter.routes.iter().filter(|r| r.body == body).peekable();
    routes.peek()?;
    if !routes.all(|r| r.when == When::Recess) {
        return None;
    }
    let rests = acts_for.basis.article.clone().unwrap_or_default();
    let of_it = |c: &&Clause| rests.articles().contains(&c.article);
    let mut used = Clauses(matter.clauses.0.iter().filter(of_it).copied().collect());
    if used.0.is_empty() {
        used = rests;
    }
    let cited = under(charter, &used)?;
    let (closed, acting) =
        (body_name(Some(charter), &acts_for.body), body_name(Some(charter), body));
    let power = duties(charter, &used).unwrap_or_else(|| format!("依照{}行使职责", cited.zh));
    Some(two(
        format!("{}闭会期间，{}{power}", closed.zh, acting.zh),
        format!(
            "While {} was not in session {} acted under {}",
            the(&closed.en),
            the(&acting.en),
            cited.en
        ),
    ))
}

/// `依照章程第九条行使第（二）、（五）项职责`, where all of it stands as items of one article.
fn duties(charter: &Charter, clauses: &Clauses) -> Option<String> {
    let [article] = clauses.articles()[..] else {
        return None;
    };
    let items: Option<Vec<String>> =
        clauses.0.iter().map(|c| Some(format!("（{}）", han(c.item?)))).collect();
    let items = items?.join("、");
    let form = charter.identity.article_form.zh.replace("{n}", &han(article));
    let of = if charter.articles.is_empty() { "" } else { "章程" };
    Some(format!("依照{of}{form}行使第{items}项职责"))
}

/// A body's name inside an English sentence, whether the charter gives it an article or not.
fn the(name: &str) -> String {
    format!("the {}", name.strip_prefix("the ").unwrap_or(name))
}
