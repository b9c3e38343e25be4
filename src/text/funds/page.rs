//! The statement of a year as a paper for a meeting or an authority, and the list of entries.

use super::{columns, kind_name, observer_name, report_name, source_name, task_name, use_name};
use crate::charter::{Charter, Listed, Name};
use crate::record::Book;
use crate::record::funds::{FundEntry, FundKind, Line, Money, Side, Statement, Sum};
use crate::text::charter::clause_words;
use crate::text::minutes::inline;
use crate::text::words::{day, two};
use crate::text::{Lang, Words};
use chrono::{Datelike, NaiveDate};

/// Who a statement is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Addressee {
    /// The body that approves the report.
    Meeting,
    /// An authority that observes, by its id in the charter.
    Observer(String),
}

/// Everybody who is to have the report, the meeting first.
pub fn addressees(charter: &Charter) -> Vec<Addressee> {
    let copies = charter.funds.iter().flat_map(|f| f.copies.iter().cloned());
    std::iter::once(Addressee::Meeting).chain(copies.map(Addressee::Observer)).collect()
}

/// The statement of a year in Markdown; in both languages it is two papers, Chinese first. A year that is not
/// over on the day it is made says so.
pub fn statement(
    lang: Lang,
    book: &Book,
    charter: &Charter,
    year: i32,
    to: &Addressee,
    today: NaiveDate,
) -> String {
    let statement = book.funds.statement(Some(charter), year);
    let open = Some(today).filter(|day| day.year() <= year);
    let paper = |lang| {
        let mut page = Page { lang, book, charter, open, text: String::new() };
        page.paper(&statement, to);
        page.text
    };
    match lang {
        Lang::Both => format!("{}\n---\n\n{}", paper(Lang::Zh), paper(Lang::En)),
        one => paper(one),
    }
}

/// The motion by which a meeting approves the report on a year: the charter's wording with the year in it.
pub fn draft(lang: Lang, charter: &Charter, year: i32) -> String {
    let report = charter.funds.as_ref().and_then(|f| f.report.as_deref());
    let wording = report.and_then(|id| charter.matter(id)).and_then(|m| m.wording.clone());
    let own = || {
        two(
            format!("审议批准{year}年度{}。", report_name(Some(charter)).zh),
            format!("To approve the {} for the year {year}.", report_name(Some(charter)).en),
        )
    };
    let filled = wording.filter(|w| w.zh.contains("……") && w.en.contains('…')).map(|w| {
        let zh = w.zh.replacen("……", &format!("{year}"), 1);
        let zh = if zh.contains(&format!("{year}年")) {
            zh
        } else {
            w.zh.replacen("……", &format!("{year}年"), 1)
        };
        two(zh, w.en.replacen('…', &year.to_string(), 1))
    });
    lang.pick(&filled.unwrap_or_else(own))
}

/// A paper on its way to Markdown, in one language.
struct Page<'a> {
    lang: Lang,
    book: &'a Book,
    charter: &'a Charter,
    /// The day it is made, where its year is not over.
    open: Option<NaiveDate>,
    text: String,
}

impl Page<'_> {
    fn line(&mut self, line: impl AsRef<str>) {
        self.text.push_str(line.as_ref());
        self.text.push('\n');
    }
    fn head(&mut self, words: Words) {
        let said = self.lang.say(words);
        self.line(format!("\n## {said}\n"));
    }
    fn pick(&self, name: &Name) -> String {
        marked(&self.lang.pick(name))
    }
    fn typed(&self, text: &str) -> String {
        marked(text)
    }
    fn row(&mut self, cells: &[String]) {
        self.line(format!("| {} |", cells.join(" | ")));
    }
    /// The head of a table; figures stand to the right.
    fn table(&mut self, columns: &[(Words, bool)]) {
        let heads: Vec<String> = columns.iter().map(|(words, _)| self.lang.say(*words)).collect();
        self.row(&heads);
        let rule: Vec<&str> =
            columns.iter().map(|(_, r)| if *r { "---:" } else { "---" }).collect();
        self.line(format!("|{}|", rule.join("|")));
    }

    fn paper(&mut self, statement: &Statement, to: &Addressee) {
        let year = statement.year;
        let (name, report) = (&self.charter.identity.name, report_name(Some(self.charter)));
        let title = two(
            format!("{}{year}年{}", name.zh, report.zh),
            format!("{}: {}, {year}", name.en, report.en),
        );
        let title = self.pick(&title);
        self.line(format!("# {title}\n"));
        self.facts(statement, to);
        self.head(["总表", "Summary"]);
        self.summary(statement);
        self.head(["收入", "Income"]);
        let sources = &self.charter.fund_sources;
        self.side(&statement.income, sources, ["来源", "source"], source_name);
        self.head(["支出", "Spending"]);
        let uses = &self.charter.fund_uses;
        self.side(&statement.spending, uses, ["用途", "use"], use_name);
        self.sums(statement);
        self.entries(statement);
        self.reversals(statement);
        self.signatures();
    }

    fn facts(&mut self, statement: &Statement, to: &Addressee) {
        let year = statement.year;
        let to = self.addressee(to);
        let mut facts = vec![(["报告对象", "To"], to)];
        let period = match statement.entries.is_empty() {
            true => two(format!("{year}年，没有登记"), format!("{year}; nothing was entered")),
            false => two(
                format!("{year}年，{}笔", statement.entries.len()),
                format!("{year}, {}", of_entries(statement.entries.len())),
            ),
        };
        let period = match self.open.map(day) {
            None => period,
            Some(on) => two(
                format!("{}，截至{}", period.zh, on.zh),
                format!("{}, as of {}", period.en, on.en),
            ),
        };
        facts.push((["期间", "Period"], self.pick(&period)));
        if let Some(funds) = &self.charter.funds {
            let unit = two(
                format!("{}（{}）", funds.unit.zh, funds.currency),
                format!("{} ({})", funds.unit.en, funds.currency),
            );
            facts.push((["货币", "Money"], self.pick(&unit)));
        }
        if let Some(decision) = self.book.funds_approved(year) {
            let said = two(
                format!("{}（第{}项决定）", decision.number, decision.no),
                format!("{} (decision {})", decision.number, decision.no),
            );
            facts.push((["批准", "Approved by"], self.pick(&said)));
        }
        for report in self.book.funds.reports.iter().filter(|r| r.year == year) {
            let to = observer_name(Some(self.charter), &report.to);
            let on = day(report.day);
            let said = two(format!("{}，{}", to.zh, on.zh), format!("{}, {}", to.en, on.en));
            let mut said = self.pick(&said);
            if !report.how.is_empty() {
                let how = self.typed(&report.how);
                said = self.lang.join(&format!("{said}（{how}）"), &format!("{said} ({how})"));
            }
            facts.push((["报送", "Sent to"], said));
        }
        for (label, value) in facts {
            let label = self.lang.say(label);
            let said =
                self.lang.join(&format!("- {label}：{value}"), &format!("- {label}: {value}"));
            self.line(said);
        }
    }

    /// Who it is for, with the clauses that say so.
    fn addressee(&self, to: &Addressee) -> String {
        let form = &self.charter.identity.article_form;
        let report = self.charter.funds.as_ref().and_then(|f| f.report.as_deref());
        let report = report.and_then(|id| self.charter.matter(id));
        let (name, clauses) = match to {
            Addressee::Meeting => {
                let body = report.and_then(|m| m.routes.first());
                let body = body.and_then(|r| self.charter.body(&r.body));
                let body = body.or_else(|| self.charter.general_body());
                let name = body.map(|b| b.name.clone()).unwrap_or_default();
                (name, report.map(|m| m.clauses.clone()).unwrap_or_default())
            }
            Addressee::Observer(id) => {
                let known = self.charter.observers.iter().find(|o| o.id == *id);
                let clauses = known.and_then(|o| o.basis.article.clone()).unwrap_or_default();
                (observer_name(Some(self.charter), id), clauses)
            }
        };
        if clauses.0.is_empty() {
            return self.pick(&name);
        }
        let at = clause_words(form, &clauses);
        self.pick(&two(format!("{}（{}）", name.zh, at.zh), format!("{} ({})", name.en, at.en)))
    }

    fn summary(&mut self, statement: &Statement) {
        self.table(&[
            (["项目", "item"], false),
            (["笔数", "entries"], true),
            (["金额", "amount"], true),
        ]);
        let count = |n: u32| n.to_string();
        let none = String::new;
        let mut rows =
            vec![(["上年结转", "carried over from the year before"], none(), statement.carried)];
        if statement.brought != Money::ZERO {
            rows.push((["期初登记", "opening entry of this year"], none(), statement.brought));
        }
        let (income, spending) = (&statement.income, &statement.spending);
        rows.push((["本年收入", "income of the year"], count(income.entries), income.total));
        rows.push((["本年支出", "spending of the year"], count(spending.entries), spending.total));
        let left: Words = match self.open {
            None => ["年末余额", "balance at the end of the year"],
            Some(_) => ["现有余额", "balance so far"],
        };
        rows.push((left, none(), statement.closing));
        for (label, entries, amount) in rows {
            let label = self.lang.say(label);
            self.row(&[label, entries, amount.to_string()]);
        }
    }

    fn side(
        &mut self,
        side: &Side,
        list: &[Listed],
        what: Words,
        name: fn(Option<&Charter>, &str) -> Name,
    ) {
        let reversed = side.lines.iter().any(|l| l.reversals > 0);
        let mut columns = vec![
            (what, false),
            (["依据", "basis"], false),
            (["笔数", "entries"], true),
            (["金额", "amount"], true),
        ];
        if reversed {
            columns.push((["冲销", "reversed"], true));
            columns.push((["净额", "net"], true));
        }
        self.table(&columns);
        let figures = |line: &Line| {
            let mut cells = vec![line.entries.to_string(), line.amount.to_string()];
            if reversed {
                cells.extend([line.reversed.to_string(), line.net.to_string()]);
            }
            cells
        };
        for line in &side.lines {
            let known = list.iter().find(|item| item.id == line.id);
            let clauses = known.and_then(|item| item.basis.article.clone()).unwrap_or_default();
            let at = clause_words(&self.charter.identity.article_form, &clauses);
            let mut cells = vec![self.pick(&name(Some(self.charter), &line.id)), self.pick(&at)];
            cells.extend(figures(line));
            self.row(&cells);
        }
        let sum = |of: fn(&Line) -> Money| side.lines.iter().map(of).sum::<Money>().to_string();
        let label = self.lang.say(["合计", "total"]);
        let mut cells = vec![label, String::new(), side.entries.to_string(), sum(|l| l.amount)];
        if reversed {
            cells.extend([sum(|l| l.reversed), side.total.to_string()]);
        }
        self.row(&cells);
    }

    /// By task and by decision, where any entry names one.
    fn sums(&mut self, statement: &Statement) {
        let charter = self.charter;
        let task = |id: &str| task_name(Some(charter), id);
        let decision = |id: &str| {
            let known = id.parse().ok().and_then(|no: u32| {
                self.book.decisions.iter().find(|d| d.no == no).map(|d| d.number.clone())
            });
            let number = known.unwrap_or_default();
            two(format!("第{id}项决定 {number}"), format!("decision {id} {number}"))
        };
        let tasks = statement.tasks.iter().map(|s| (task(&s.id), s)).collect();
        let decisions = statement.decisions.iter().map(|s| (decision(&s.id), s)).collect();
        self.sums_of(["按任务", "By task"], ["任务", "task"], tasks);
        self.sums_of(["按决定", "By decision"], ["决定", "decision"], decisions);
    }

    fn sums_of(&mut self, heading: Words, what: Words, sums: Vec<(Name, &Sum)>) {
        if sums.is_empty() {
            return;
        }
        self.head(heading);
        self.table(&[
            (what, false),
            (["笔数", "entries"], true),
            (["收入", "income"], true),
            (["支出", "spending"], true),
        ]);
        for (name, sum) in sums {
            let name = self.pick(&name);
            let (income, spending) = (sum.income.to_string(), sum.spending.to_string());
            self.row(&[name, sum.entries.to_string(), income, spending]);
        }
    }

    fn entries(&mut self, statement: &Statement) {
        if statement.entries.is_empty() {
            return;
        }
        self.head(["明细", "Entries"]);
        self.table(&[
            (["笔", "no."], true),
            (["日期", "day"], false),
            (["来源或用途，对方，摘要", "source or use, from or to, what for"], false),
            (["凭证", "paper"], true),
            (["收入", "income"], true),
            (["支出", "spending"], true),
            (["余额", "balance"], true),
        ]);
        for (no, balance) in &statement.entries {
            let Some(entry) = self.book.funds.entry(*no) else { continue };
            let (income, spending) = columns(&self.book.funds, entry);
            let figure = |m: Option<Money>| m.map(|m| m.to_string()).unwrap_or_default();
            let what = self.pick(&kind_name(Some(self.charter), &entry.of));
            let mut said = vec![what, self.typed(&entry.party), self.typed(&entry.text)];
            said.retain(|part| !part.is_empty());
            let cells = [
                no.to_string(),
                entry.day.to_string(),
                said.join(" · "),
                entry.document.map(|no| no.to_string()).unwrap_or_default(),
                figure(income),
                figure(spending),
                balance.to_string(),
            ];
            self.row(&cells);
        }
    }

    /// What was taken back, each with its entry and its reason.
    fn reversals(&mut self, statement: &Statement) {
        let of_year = statement.entries.iter().filter_map(|(no, _)| self.book.funds.entry(*no));
        let reversals: Vec<(&FundEntry, u32, NaiveDate)> = of_year
            .filter_map(|e| match e.of {
                FundKind::Reversal(of) => Some((e, of, self.book.funds.entry(of)?.day)),
                _ => None,
            })
            .collect();
        if reversals.is_empty() {
            return;
        }
        self.head(["冲销", "Reversals"]);
        for (entry, of, from) in reversals {
            let (no, why) = (entry.no, self.typed(&entry.text));
            let (on, from) = (day(entry.day), day(from));
            let said = two(
                format!("第{no}笔（{}）冲销第{of}笔（{}）{}：{why}", on.zh, from.zh, entry.amount),
                format!(
                    "entry {no} ({}) reverses entry {of} ({}), {}: {why}",
                    on.en, from.en, entry.amount
                ),
            );
            let said = self.lang.pick(&said);
            self.line(format!("- {said}"));
        }
    }

    fn signatures(&mut self) {
        let said = self.lang.say([
            "编制：＿＿＿＿＿＿　审核：＿＿＿＿＿＿　日期：＿＿＿＿＿＿",
            "Prepared by: __________  Checked by: __________  Date: __________",
        ]);
        self.line(format!("\n{said}"));
    }
}

fn of_entries(n: usize) -> String {
    if n == 1 { "1 entry".to_owned() } else { format!("{n} entries") }
}

/// A text on one line of a table, in which marks of Markdown lose their meaning.
fn marked(text: &str) -> String {
    let mut out = String::new();
    for c in inline(text).chars() {
        if matches!(c, '\\' | '*' | '`' | '<' | '[' | '|') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
