//! Texts of the flags a verdict carries, and of what the charter names itself.

use super::{Text, noted};
use crate::charter::{Charter, Name, Ratio, cite};
use crate::text::words::two;

pub(super) static PRESIDER_AS: Text = noted(
    ["代为主持", "presides in place of another"],
    ["主持的依据已登记", "the right to preside is on record"],
    [
        "主持的依据是“{basis}”。请核对依据和书面文件，写入会议记录。",
        "The right to preside is “{basis}”. Check it and its paper, and note it in the minutes.",
    ],
    [
        "本次主持的依据是“{basis}”。请在开会时向会议说明。",
        "The right to preside today is “{basis}”. Tell the meeting so at the opening.",
    ],
);

pub(super) static ASSUMED_RULE: Text = noted(
    ["假定规则", "assumed rule"],
    ["章程没有规定，用到假定的规则", "an assumed rule was used, the charter being silent"],
    [
        "这次表决用到章程没有规定的规则（表决比例或委托），用的是假定规则。请在会议记录中写明规则及其来源。",
        "This vote uses a rule the charter does not give (the share needed, or proxies); an assumed one is used. Note the rule and its source in the minutes.",
    ],
    [
        "章程没有规定这里的表决规则。付表决前请向会议说明所用的假定规则；有异议的，可由会议选定读法。",
        "The charter gives no rule here. Tell the meeting which rule is assumed before the vote; if anyone objects, the association can adopt a reading.",
    ],
);

pub(super) static TIE: Text = noted(
    ["票数相等", "equal votes"],
    [
        "赞成与反对票数相等，按假定规则未获通过",
        "votes for and against are equal and, by an assumed rule, it is lost",
    ],
    [
        "赞成与反对相等。请核对计票；按假定规则未获通过，须写入会议记录。",
        "Votes for and against are equal. Check the count; by the assumed rule it is lost, which goes into the minutes.",
    ],
    [
        "赞成与反对相等，章程没有规定如何处理，按假定规则未获通过，主持人没有决定票。可以协商后再议。",
        "Votes for and against are equal and the charter does not say what follows: by the assumed rule it is lost and there is no casting vote. It can be taken up again after talks.",
    ],
);

pub(super) static BASE_CHANGED: Text = noted(
    ["会中基数有变", "base changed"],
    [
        "开会之后名册有变动，基数随之改变",
        "the roll changed since the call to order, and the base with it",
    ],
    [
        "开会之后名册有变动，本次表决的基数与开会时不同。请核对名册，写入会议记录。",
        "The roll changed since the call to order, and the base of this vote differs from the one then. Check the roll and note it in the minutes.",
    ],
    [
        "会议当中有成员加入或退出，基数已经不同。付表决前请报出现在的基数和所需票数。",
        "Members joined or left during the meeting, and the base is another. Announce the base and the votes needed before the vote.",
    ],
);

pub(super) static RECUSAL_CHANGES_OUTCOME: Text = noted(
    ["回避影响结果", "recusal decides it"],
    ["回避者是否计入基数，结果不同", "whether the recused count in the base changes the outcome"],
    [
        "回避者计入或不计入基数，结果不同。请核对回避登记，把两种算法都写入会议记录。",
        "Whether the recused count in the base changes the outcome. Check the recusals and put both ways of counting in the minutes.",
    ],
    [
        "回避者不计入基数则如所计，计入则结果相反。请向会议说明两种算法和所采用的一种。",
        "With the recused left out of the base the outcome is as counted; with them in it is the opposite. Tell the meeting both ways and which one is used.",
    ],
);

pub(super) static PROXIES_DECISIVE: Text = noted(
    ["委托票起决定作用", "proxies decide it"],
    ["除去委托票即不能通过", "without the proxies it would not be carried"],
    [
        "除去委托票就不能通过。请再次核对每份授权委托书，并注明份数。",
        "Without the proxies it would not be carried. Check every proxy letter again and note how many there were.",
    ],
    [
        "结果取决于委托票，容易受质疑。宣布前请确认委托书有效，并说明委托票数。",
        "The outcome hangs on the proxies and may be contested. Confirm their letters before you declare, and say how many there are.",
    ],
);

pub(super) static OPPOSITE_WOULD_PASS: Text = noted(
    ["反面也能通过", "the opposite would pass too"],
    ["反对票同样达到通过所需的票数", "the votes against would carry the opposite as well"],
    [
        "反对票也达到了所需票数，相反的议案同样能通过。请核对计票，写入会议记录。",
        "The votes against reach the number needed too, and the opposite motion would also be carried. Check the count and note it in the minutes.",
    ],
    [
        "赞成和反对都达到所需票数，可见意见对半。宣布前请说明这一点，可以建议协商后再次表决。",
        "Both sides reach the number needed, so opinion is split in half. Say so before you declare; voting again after talks can be suggested.",
    ],
);

pub(super) static TERM_EXPIRED_FLAG: Text = noted(
    ["任期已满", "term is over"],
    ["本届任期已满", "the term is over"],
    [
        "本届任期已满。请在会议记录中注明逾期。",
        "The term is over. Note in the minutes that it has run out.",
    ],
    [
        "本届任期已满，继续履职至下一届产生。请提醒会议尽快换届。",
        "The term is over, and the body goes on until successors are chosen. Remind the meeting to choose them.",
    ],
);

pub(super) static CHARTER_SILENT: Text = noted(
    ["章程无规定", "charter is silent"],
    ["章程对此没有规定", "the charter does not say"],
    [
        "章程对此没有规定，用的是默认做法。请写入会议记录。",
        "The charter says nothing on this, and a default is used. Note it in the minutes.",
    ],
    [
        "章程对此没有规定。请向会议说明所用的做法，有异议的由会议决定。",
        "The charter says nothing on this. Tell the meeting what is done, and let it decide if anyone objects.",
    ],
);

pub(super) static CHARTER_FLAG: Text = noted(
    ["章程所列提示", "named by the charter"],
    ["章程文件所列提示：{detail}", "flag of the charter file: {detail}"],
    [
        "章程文件在此列有提示“{detail}”。请核对并写入会议记录。",
        "The charter file has a flag here, “{detail}”. Check it and note it in the minutes.",
    ],
    [
        "章程文件在此列有提示“{detail}”，但没有写明含义。请查看章程后再决定。",
        "The charter file has a flag here, “{detail}”, and does not say what it means. Look at the charter before you decide.",
    ],
);

/// The share of the rules that have this flag first for hitting it exactly, where it is one share.
pub(super) fn exact_share(charter: &Charter, code: &str) -> Option<Ratio> {
    let with_flag = charter.rules.iter().filter(|rule| {
        let flags = rule.exactly.as_ref().map(|e| e.flags.as_slice());
        flags.and_then(<[String]>::first).is_some_and(|f| f == code)
    });
    let mut shares: Vec<Ratio> = with_flag.map(|rule| rule.share).collect();
    shares.dedup();
    match shares.as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

/// A share that is hit exactly.
pub(super) fn exactly(Ratio { num, den }: Ratio) -> Name {
    if (num, den) == (1, 2) {
        return two("恰好半数", "exactly half");
    }
    let part = format!("{}分之{}", cite::han(den), cite::han(num));
    two(format!("恰好{part}"), format!("exactly {num}/{den}"))
}
