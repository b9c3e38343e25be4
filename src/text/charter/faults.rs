//! What is wrong with a charter file, in sentences: where and what; the way out is in `remedies`.

use super::remedies::{closed, meant, remedy};
use super::{clause_words, say, status_word, two};
use crate::charter::read::{FORMAT, Fault, FaultKind, IdKind, Tongue, Wanted};
use crate::charter::reading::ReadingError;
use crate::charter::{Comparator, Name};
use crate::text::Lang;

/// One fault: its line, key and clauses, what is wrong, and the way out.
pub fn fault(fault: &Fault, lang: Lang) -> String {
    let place = place(fault);
    let wrong = wrong(&fault.kind);
    let remedy = remedy(&fault.kind);
    say(
        &two(
            format!("{}：{}。{}。", place.zh, wrong.zh, remedy.zh),
            format!("{}: {}. {}.", place.en, wrong.en, remedy.en),
        ),
        lang,
    )
}

/// All faults, one after another.
pub fn faults(all: &[Fault], lang: Lang) -> String {
    let lines: Vec<String> = all.iter().map(|one| fault(one, lang)).collect();
    lines.join("\n")
}

/// Why a reading could not be adopted, and the way out.
pub fn reading_error(error: &ReadingError, lang: Lang) -> String {
    let name = match error {
        ReadingError::Charter { faults: all } => return faults(all, lang),
        ReadingError::Unsound { faults: all } => {
            let opening = two(
                "采纳这些解读后，章程不能自洽：",
                "With these readings the charter does not hold together:",
            );
            return format!("{}\n{}", say(&opening, lang), faults(all, lang));
        }
        ReadingError::NoQuestion { question, nearest } => {
            let hint = meant(nearest.as_deref());
            two(
                format!("没有编号为“{question}”的问题。{}。", hint.zh),
                format!("There is no question \"{question}\". {}.", hint.en),
            )
        }
        ReadingError::NoOption { question, option, known } => {
            let (zh, en) = (known.join("、"), known.join(", "));
            two(
                format!("问题{question}没有选项“{option}”。可选：{zh}。"),
                format!("Question {question} has no option \"{option}\". It has: {en}."),
            )
        }
        ReadingError::NoSource { question } => two(
            format!("采纳问题{question}的解读须写明依据。请填写决议的名称或文号。"),
            format!(
                "An adopted reading of {question} needs a source. Give the name or number of the resolution."
            ),
        ),
        ReadingError::Clash { question, option, at } => two(
            format!(
                "{question}的选项“{option}”要改动的{at}，已被另一项采纳的解读删去。请先撤回那一项。"
            ),
            format!(
                "Option \"{option}\" of {question} changes {at}, which another adopted reading took away. Withdraw that one first."
            ),
        ),
    };
    say(&name, lang)
}

fn place(fault: &Fault) -> Name {
    let key = fault.key.as_str();
    let mut place = match (fault.line, key.is_empty()) {
        (Some(line), true) => two(format!("第{line}行"), format!("line {line}")),
        (Some(line), false) => two(format!("第{line}行 {key}"), format!("line {line}, {key}")),
        (None, true) => two("文件", "the file"),
        (None, false) => two(key, key),
    };
    if let Some(clauses) = &fault.clause {
        // A faulty charter may not say how its articles are called, so the usual form is used.
        let at = clause_words(&two("第{n}条", "article {n}"), clauses);
        place.zh += &format!("（{}）", at.zh);
        place.en += &format!(" ({})", at.en);
    }
    place
}

/// What is wrong.
fn wrong(kind: &FaultKind) -> Name {
    match kind {
        FaultKind::BadToml { message } => {
            two(format!("这里不是TOML：{message}"), format!("this is not TOML: {message}"))
        }
        FaultKind::FormatNewer { found } => two(
            format!("文件格式{found}比本程序的格式{FORMAT}新"),
            format!("the file has format {found}, newer than this program's {FORMAT}"),
        ),
        FaultKind::FormatOlder { found } => two(
            format!("文件格式{found}已不再使用"),
            format!("the file has format {found}, which is no longer read"),
        ),
        FaultKind::MissingKey => two("缺少此项", "this is missing"),
        FaultKind::UnknownKey { .. } => two("此处没有这一项", "there is no such key here"),
        FaultKind::WrongType { wanted, found } => {
            let wanted = wanted_words(*wanted);
            two(
                format!("此处应为{}，文件中是{found}", wanted.zh),
                format!("this should be {}, not {found}", wanted.en),
            )
        }
        FaultKind::NotOneOf { found, .. } => two(
            format!("“{found}”不是此处可用的词"),
            format!("\"{found}\" is not a word used here"),
        ),
        FaultKind::NoBasis => two("没有写明依据", "it does not say what it rests on"),
        FaultKind::StatedWithoutArticle => two(
            "称章程明定，却没有写明条款",
            "it is said to be stated in the charter, without the article",
        ),
        FaultKind::WithoutSource { status } => {
            let status = status_word(*status);
            two(
                format!("依据为“{}”，却没有写明来源", status.zh),
                format!("it is {}, without a source", status.en),
            )
        }
        FaultKind::AdoptedInFile => two(
            "“adopted”只能由会议簿记载，不能写在文件里",
            "only the book of the association can say that a reading was adopted",
        ),
        FaultKind::BadClause { part } => {
            two(format!("“{part}”不是条款"), format!("\"{part}\" is not a clause"))
        }
        FaultKind::NoSuchArticle { article, last } => two(
            format!("引用了第{article}条，而文件中的条文到第{last}条为止"),
            format!("article {article} is cited, but the last article in the file is {last}"),
        ),
        FaultKind::UnknownId { what, id, .. } => {
            let what = id_words(*what);
            two(
                format!("没有名为“{id}”的{}", what.zh),
                format!("there is no {} called \"{id}\"", what.en),
            )
        }
        FaultKind::DuplicateId { id } => two(
            format!("“{id}”在同一列表中出现两次"),
            format!("\"{id}\" stands twice in this list"),
        ),
        FaultKind::BadId { id } => {
            two(format!("“{id}”不能用作名称"), format!("\"{id}\" cannot be used as an id"))
        }
        FaultKind::ZeroDenominator => two("分母为0", "the denominator is 0"),
        FaultKind::ShareAboveOne => two("比例大于全部", "the share is more than the whole"),
        FaultKind::ShareZero => {
            two("比例为0，任何结果都能达到", "the share is 0, which everything meets")
        }
        FaultKind::ComparatorNotAllowed { found, .. } => {
            let sign = sign(*found);
            two(format!("此处不能用“{sign}”"), format!("\"{sign}\" makes no sense here"))
        }
        FaultKind::Numbering { due, found } => two(
            format!("此处应为第{due}号，文件中是{found}"),
            format!("number {due} is due here, not {found}"),
        ),
        FaultKind::EmptyName { tongue } => {
            let tongue = tongue_words(*tongue);
            two(format!("{}文字为空", tongue.zh), format!("the {} text is empty", tongue.en))
        }
        FaultKind::EmptyText => two("文字为空", "the text is empty"),
        FaultKind::NotADate { found } => {
            two(format!("“{found}”不是日期"), format!("\"{found}\" is not a day of the calendar"))
        }
        FaultKind::NotATimeZone { found } => {
            two(format!("“{found}”不是时区"), format!("\"{found}\" is not an offset from UTC"))
        }
        FaultKind::PatternWithout { part } => {
            let place = closed(part);
            two(
                format!("格式中没有数字的位置{place}"),
                format!("the pattern has no place {place} for the number"),
            )
        }
        FaultKind::BodyDoesNotMeet { body } => two(
            format!("机构“{body}”不开表决会议"),
            format!("the body \"{body}\" holds no meetings that vote"),
        ),
        FaultKind::ActsForNobody { body } => two(
            format!("机构“{body}”不代行任何机构的职权，没有闭会期间的职权"),
            format!("the body \"{body}\" acts for no other, so it has no powers in recess"),
        ),
        FaultKind::NeverDelegated { clauses } => {
            let at = clause_words(&two("第{n}条", "article {n}"), clauses);
            two(
                format!("{}规定的职权不得由他机构代行", at.zh),
                format!("what stands in {} is never delegated", at.en),
            )
        }
        FaultKind::ActsForItself => two("机构不能代行自己的职权", "a body cannot act for itself"),
        FaultKind::SettingNowhere { at } => {
            two(format!("文件中没有表“{at}”"), format!("there is no table \"{at}\" in the file"))
        }
        FaultKind::SettingTakesNeeded => {
            two("此选项删去了不可缺少的一项", "this option takes away a key that is needed")
        }
        FaultKind::NoGeneralBody => {
            two("没有由全体成员组成的机构", "there is no body of all members")
        }
        FaultKind::SecondGeneralBody { first } => two(
            format!("“{first}”已是由全体成员组成的机构"),
            format!("\"{first}\" is already the body of all members"),
        ),
        FaultKind::NoPresider => two("没有人可以主持会议", "nobody may preside"),
        FaultKind::NoElection => {
            two("有选举事项，却没有写明如何选举", "something is elected, and nothing says how")
        }
        FaultKind::ConfirmsNothing { matter } => two(
            format!("“{matter}”不是确认选举结果的事项"),
            format!("“{matter}” is not a matter that confirms an election"),
        ),
        FaultKind::NoConvening { body } => two(
            format!("没有人可以召集机构“{body}”"),
            format!("nobody may convene the body \"{body}\""),
        ),
    }
}

fn sign(cmp: Comparator) -> &'static str {
    match cmp {
        Comparator::AtLeast => ">=",
        Comparator::MoreThan => ">",
        Comparator::AtMost => "<=",
    }
}

fn tongue_words(tongue: Tongue) -> Name {
    match tongue {
        Tongue::Zh => two("中文", "Chinese"),
        Tongue::En => two("英文", "English"),
    }
}

fn id_words(what: IdKind) -> Name {
    match what {
        IdKind::Body => two("机构", "body"),
        IdKind::Office => two("职务", "office"),
        IdKind::Provider => two("职务或机构", "office or body"),
        IdKind::Rule => two("表决规则", "rule"),
        IdKind::Matter => two("事项", "matter"),
        IdKind::Precondition => two("前置条件", "precondition"),
        IdKind::Flag => two("提示标记", "flag"),
        IdKind::Chapter => two("章", "chapter"),
        IdKind::Category => two("成员类别", "category of member"),
        IdKind::Procedure => two("程序", "procedure"),
        IdKind::Observer => two("列席单位", "observer"),
    }
}

fn wanted_words(wanted: Wanted) -> Name {
    match wanted {
        Wanted::Text => two("文字", "a text"),
        Wanted::Number => two("非负整数", "a whole number, 0 or more"),
        Wanted::YesOrNo => two("是或否", "yes or no"),
        Wanted::Name => two("中英文文字", "a text in both languages"),
        Wanted::Share => two("比例", "a share"),
        Wanted::Basis => two("依据", "a basis"),
        Wanted::Table => two("一个表", "a table"),
        Wanted::Tables => two("若干个表", "a list of tables"),
        Wanted::Texts => two("文字列表", "a list of texts"),
        Wanted::Names => two("中英文文字列表", "a list of texts in both languages"),
    }
}
