//! What is worth a second look in a charter, in sentences with a way out.

use super::{say, two};
use crate::charter::Name;
use crate::charter::lint::{Lint, LintKind};
use crate::text::Lang;

/// One of them: where, what, and what to do.
pub fn lint(found: &Lint, lang: Lang) -> String {
    let what = what(&found.kind);
    let key = &found.key;
    say(
        &two(format!("请留意 {key}：{}", what.zh), format!("Look again at {key}: {}", what.en)),
        lang,
    )
}

fn what(kind: &LintKind) -> Name {
    match kind {
        LintKind::AmbiguousBase { question } => two(
            format!("比例以谁为基数有两种读法（问题{question}）。请先由本会选定读法。"),
            format!(
                "of whom the share is taken can be read in two ways (question {question}). Let the association adopt a reading first."
            ),
        ),
        LintKind::HeadsByWeight { weight } => two(
            format!("基数按人数写，却按{weight}计。请改用 rights 或 rights_present。"),
            format!(
                "the base is written for heads and counted by {weight}. Use rights or rights_present."
            ),
        ),
        LintKind::RightsWithoutWeight => two(
            "以表决权为基数，却没有写明按什么计（weight）；现在一人一票计。请写上。",
            "the base is voting rights, but no weight says which; each has one. Name the weight.",
        ),
        LintKind::Unreachable => two(
            "无论多少赞成都达不到。请改正比例、比较词或票数。",
            "no number of votes reaches this. Correct the share, the comparator or the number.",
        ),
        LintKind::MoreThanSeats { needed, seats } => two(
            format!("须{needed}票，而该机构只有{seats}席。请改正。"),
            format!(
                "{needed} votes are needed and the body has {seats} seats. Correct one of them."
            ),
        ),
        LintKind::AbstainingDefeats => two(
            "法定数只计赞成者：弃权或不投票就能使表决无效。请确认原文如此。",
            "only those in favour count towards this quorum: abstaining can defeat the vote. Make sure the text says so.",
        ),
        LintKind::QuorumOfNothing => two(
            "这个法定数什么也不要求。请写明比例或数目。",
            "this quorum asks for nothing. Give a share or a number.",
        ),
        LintKind::RuleUnused => two(
            "没有任何事项或机构用到这项规则。请删去，或写进事项。",
            "no matter and no body decides by this rule. Take it out, or give it a matter.",
        ),
        LintKind::BodyWithoutPower => two(
            "这个机构开会，却没有任何事项由它决定。请补上事项。",
            "this body meets and no matter is for it to decide. Add one.",
        ),
        LintKind::OfficeWithoutPower => two(
            "这个职务须由会议产生，却没有产生它的事项和规则。请补上。",
            "this office is filled by a meeting, and no matter with its rule fills it. Add one.",
        ),
        LintKind::VetoOfNobody => two(
            "有否决权，却没有写明谁有。请写上 group 或 names。",
            "there is a veto and nobody holds it. Name a group or names.",
        ),
    }
}
