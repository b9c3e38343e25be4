//! The way out of every fault of a charter file.

use super::two;
use crate::charter::Name;
use crate::charter::read::{FORMAT, FaultKind, Wanted};

/// What to do about it.
pub(super) fn remedy(kind: &FaultKind) -> Name {
    match kind {
        FaultKind::BadToml { .. } => two("请改正此行的写法", "Correct the writing of this line"),
        FaultKind::FormatNewer { .. } => two("请升级本程序", "Use a newer version of this program"),
        FaultKind::FormatOlder { .. } => {
            two(format!("请按格式{FORMAT}改写文件"), format!("Rewrite the file in format {FORMAT}"))
        }
        FaultKind::MissingKey => two("请补上", "Add it"),
        FaultKind::UnknownKey { nearest } => match nearest {
            Some(_) => meant(nearest.as_deref()),
            None => two("请删去，或参阅章程文件说明", "Remove it, or see the manual for the keys"),
        },
        FaultKind::WrongType { wanted, .. } => {
            let example = example(*wanted);
            two(format!("请写成{example}"), format!("Write it as {example}"))
        }
        FaultKind::NotOneOf { known, nearest, .. } => {
            let (zh, en) = (known.join("、"), known.join(", "));
            match nearest {
                Some(_) => meant(nearest.as_deref()),
                None => two(format!("请用：{zh}"), format!("Use one of: {en}")),
            }
        }
        FaultKind::NoBasis => two(
            "请加上 basis = { status = …, article = … } 或来源",
            "Add basis = { status = …, article = … }, or a source",
        ),
        FaultKind::StatedWithoutArticle => two(
            "请写明条款，或将 status 改为 derived 或 assumed 并写明来源",
            "Name the article, or make the status derived or assumed and give the source",
        ),
        FaultKind::WithoutSource { .. } => {
            two("请加上 source = { zh = …, en = … }", "Add source = { zh = …, en = … }")
        }
        FaultKind::AdoptedInFile => two(
            "请写明原有依据，并在程序中采纳该解读",
            "Give the basis it had, and adopt the reading in the program",
        ),
        FaultKind::BadClause { .. } => two(
            "条写作 3，项写作 3(2)，款写作 3/2，以逗号分隔",
            "Write an article as 3, an item as 3(2), a paragraph as 3/2, with commas between",
        ),
        FaultKind::NoSuchArticle { .. } => two(
            "请改正条号，或补上该条全文",
            "Correct the number, or add the article with its text",
        ),
        FaultKind::UnknownId { nearest, .. } => match nearest {
            Some(_) => meant(nearest.as_deref()),
            None => two("请改正名称，或补上该表", "Correct the id, or add the table it names"),
        },
        FaultKind::DuplicateId { .. } => two("请改用另一名称", "Give one of them another id"),
        FaultKind::BadId { .. } => {
            two("名称只能用拉丁字母、数字、_ 和 -", "Use letters a to z, digits, _ and - only")
        }
        FaultKind::ZeroDenominator => two("请写正确的分母", "Write the denominator that is meant"),
        FaultKind::ShareAboveOne => two("分子不得大于分母", "Make num no greater than den"),
        FaultKind::ShareZero => two("请写正确的分子", "Write the numerator that is meant"),
        FaultKind::ComparatorNotAllowed { allowed, .. } => {
            let (zh, en) = (allowed.join(" 或 "), allowed.join(" or "));
            two(format!("请用 {zh}"), format!("Use {en}"))
        }
        FaultKind::Numbering { .. } => {
            two("请从1起依次编号，不缺不重", "Number them from 1 on, in order, without gaps")
        }
        FaultKind::EmptyName { .. } => two("两种文字都须填写", "Fill in both languages"),
        FaultKind::EmptyText => two("请填写", "Fill it in"),
        FaultKind::NotADate { .. } => two("请写成 2024-02-29 的形式", "Write it as in 2024-02-29"),
        FaultKind::NotATimeZone { .. } => two("请写成 +08:00 的形式", "Write it as in +08:00"),
        FaultKind::PatternWithout { part } => {
            let place = closed(part);
            two(format!("请写上{place}"), format!("Put {place} where it belongs"))
        }
        FaultKind::BodyDoesNotMeet { .. } => {
            two("请改为开会的机构，或改正其 roll", "Name a body that meets, or correct its roll")
        }
        FaultKind::ActsForNobody { .. } => two(
            "请将 when 改为 always，或为该机构加上 acts_for",
            "Make when \"always\", or give the body an acts_for",
        ),
        FaultKind::NeverDelegated { .. } => two(
            "请删去闭会期间的职权，或改正 acts_for 的 except",
            "Remove the power in recess, or correct except in acts_for",
        ),
        FaultKind::ActsForItself => two("请改为另一机构", "Name the other body"),
        FaultKind::SettingNowhere { .. } => two(
            "请写成 rule.名称、body.名称.quorum 等已有的表",
            "Name a table that is there, such as rule.ID or body.ID.quorum",
        ),
        FaultKind::SettingTakesNeeded => two("请给出新值", "Give it a new value instead"),
        FaultKind::NoGeneralBody => {
            two("请将一个机构的 roll 写为 all_members", "Give one body the roll all_members")
        }
        FaultKind::SecondGeneralBody { .. } => two(
            "请将其中一个的 roll 改为 seats 或 none",
            "Give one of the two the roll seats or none",
        ),
        FaultKind::NoElection => two("请加上 [elections]", "Add an [elections] table"),
        FaultKind::ConfirmsNothing { .. } => {
            two("请指向一项 effect = \"confirm\" 的事项", "Name a matter with effect = \"confirm\"")
        }
        FaultKind::NoPresider => two("请加上 [[presider]]", "Add a [[presider]]"),
        FaultKind::NoConvening { .. } => {
            two("请为它加上 [[convening]]", "Add a [[convening]] for it")
        }
    }
}

/// The word nearest to the one in the file.
pub(super) fn meant(nearest: Option<&str>) -> Name {
    match nearest {
        Some(word) => two(format!("是否应为 {word}"), format!("Perhaps {word} is meant")),
        None => two("请查看已有的编号", "See the ids there are"),
    }
}

/// `{n` stands for `{n}` and `{n3}` alike.
pub(super) fn closed(part: &str) -> String {
    format!("{}}}", part.trim_end_matches('}'))
}

/// How such a value is written, in any language.
fn example(wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::Text => "\"…\"",
        Wanted::Number => "1",
        Wanted::YesOrNo => "true / false",
        Wanted::Name => "{ zh = \"…\", en = \"…\" }",
        Wanted::Share => "{ num = 3, den = 5 }",
        Wanted::Basis => "{ status = \"stated\", article = \"3\" }",
        Wanted::Table => "[…]",
        Wanted::Tables => "[[…]]",
        Wanted::Texts => "[\"…\", \"…\"]",
        Wanted::Names => "[{ zh = \"…\", en = \"…\" }]",
    }
}
