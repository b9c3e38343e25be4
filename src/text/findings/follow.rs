//! Texts about the carrying out of decisions.

use super::{Text, refused};

pub(super) static DECISION_SETTLED: Text = refused(
    ["已经了结", "settled already"],
    [
        "第{=decision}项决定已报告办结或不再执行。要改交他人，请先报告重新办理并写明原因。",
        "Decision {=decision} was reported done or given up. Report it open again with the reason before charging anybody with it.",
    ],
    [
        "第{=decision}项决定的执行已经了结。要重新办理，请说明原因，由记录人登记后再交办。",
        "The carrying out of decision {=decision} is settled. To take it up again, say why; it is entered first and then assigned.",
    ],
);

pub(super) static DUE_BEFORE_DECISION: Text = refused(
    ["期限早于决定", "due before it was decided"],
    [
        "第{=decision}项决定作出于{last}，办理期限不能更早。请核对日期。",
        "Decision {=decision} was taken on {last}; it cannot be due before that. Check the date.",
    ],
    [
        "期限早于作出第{=decision}项决定的日子（{last}）。请另定一个期限。",
        "The day given lies before the day of decision {=decision} ({last}). Set a later one.",
    ],
);

pub(super) static PROOF_MISSING: Text = refused(
    ["缺办结凭据", "nothing to show for it"],
    [
        "报告第{=decision}项决定办结，须写明办了什么，或附一份收存的文件。请补上其中一样。",
        "To report decision {=decision} done, write what was done or name a kept paper. Add one of the two.",
    ],
    [
        "第{=decision}项决定没有凭据不能记为办结。请说明办理结果，或交出文件。",
        "Decision {=decision} is not recorded as done on a bare word. Say what came of it, or hand in a paper.",
    ],
);

pub(super) static UNKNOWN_PAPER: Text = refused(
    ["没有这份文件", "no such paper"],
    [
        "会议簿里没有第{=document}号文件。请先收存文件，再写它的编号。",
        "There is no paper {=document} in the book. Keep the paper first, then give its number.",
    ],
    [
        "第{=document}号文件不在会议簿里，不能作凭据。请把文件交记录人收存。",
        "Paper {=document} is not in the book and shows nothing yet. Have the recorder keep it.",
    ],
);
