//! Texts about what some rules count beside heads: weights, groups, vetoes, lots, second votes and calls.

use super::{Text, noted, refused};

pub(super) static VETO_NEEDS_ROLL_CALL: Text = refused(
    ["须唱名表决", "by roll call only"],
    [
        "这项规则有否决权，只有唱名才看得出谁投了反对票。请改用唱名表决。",
        "This rule knows vetoes, and only a roll call shows who voted against. Take the vote by roll call.",
    ],
    [
        "有否决权的成员投反对票即不通过，须逐一唱名。请宣布唱名表决。",
        "A vote against by one who has a veto stops the motion, so names are called. Announce a roll call.",
    ],
);

pub(super) static SCALE_NOT_COUNTED: Text = refused(
    ["还有数字未登记", "a figure is missing"],
    [
        "这项规则还要计算“{=scale}”，尚未登记。请在登记票数时一并登记，或改用唱名表决。",
        "The rule also counts “{=scale}”, which nobody has entered. Enter it with the count, or take a roll call.",
    ],
    [
        "除人数外还要计算“{=scale}”，数字未齐，不能结束计票。请计票人补报。",
        "Beside heads “{=scale}” counts too, and the figures are not there yet. Ask the tellers for them.",
    ],
);

pub(super) static SCALE_EXCEEDS: Text = refused(
    ["超过所有", "more than there is"],
    [
        "“{=scale}”登记为{=counted}，而参加表决者一共只有{=present}。请核对。",
        "“{=scale}” is entered as {=counted}, and those voting have {=present} in all. Check the figures.",
    ],
    [
        "“{=scale}”的合计{=counted}多于参加表决者所有的{=present}。请重新计算。",
        "The sum of “{=scale}”, {=counted}, is more than the {=present} of those voting. Have it counted again.",
    ],
);

pub(super) static LOT_REQUIRED: Text = refused(
    ["须抽签", "a lot is needed"],
    [
        "赞成与反对相等，按规则由抽签决定。请登记抽签结果。",
        "The votes are equal, and the rule has a lot drawn. Record what the lot said.",
    ],
    [
        "赞成与反对相等，由抽签决定。请当场抽签并宣布结果。",
        "The votes are equal and a lot decides. Have it drawn before the meeting and say what it was.",
    ],
);

pub(super) static NO_LOT: Text = refused(
    ["不抽签", "no lot"],
    [
        "这里不由抽签决定，或票数并不相等。请按计票结果登记宣布。",
        "No lot is drawn here, or the votes are not equal. Enter the declaration as counted.",
    ],
    ["这里不由抽签决定。请按计票结果宣布。", "No lot decides this. Declare what was counted."],
);

pub(super) static SECOND_CALL_UNFIT: Text = refused(
    ["不能作为第二次召集", "not a second call"],
    [
        "第{=meeting}号会议不是本机构已结束的会议，或规则没有第二次召集的法定人数。请核对。",
        "Meeting {=meeting} is no closed meeting of this body, or the rules have no quorum for a second call. Check it.",
    ],
    [
        "只有本机构前一次会议已经结束、规则又另定较低法定人数的，才能第二次召集。请按首次召集。",
        "A second call follows a closed meeting of the same body, and needs a lower quorum in the rules. Convene it as a first call.",
    ],
);

pub(super) static VETOED: Text = noted(
    ["被否决", "vetoed"],
    ["有否决权者投了反对票，不通过", "one who has a veto voted against, and it is not carried"],
    [
        "有否决权的成员投了反对票。请核对唱名记录，把名称写入会议记录。",
        "One who has a veto voted against. Check the roll call and put the name in the minutes.",
    ],
    [
        "有否决权的成员投了反对票，票数再多也不通过。请宣布并说明。",
        "One who has a veto voted against, so it is lost whatever the count. Declare it and say why.",
    ],
);

pub(super) static VOTE_QUORUM_MISSED: Text = noted(
    ["表决未达法定数", "vote below its quorum"],
    [
        "本次表决未达到规则要求的参加数，不通过",
        "the vote did not reach the quorum its rule asks for, and is not carried",
    ],
    [
        "参加本次表决的未达到规则要求的数目。请核对数字，写入会议记录。",
        "Fewer took part in this vote than its rule asks for. Check the figures and note them in the minutes.",
    ],
    [
        "参加本次表决的不足，不论赞成多少都不通过。请说明所需数目，可另行再议。",
        "Too few took part, so it is lost whatever the figures. Say how many are needed; it can be put again.",
    ],
);

pub(super) static DEEMED_CARRIED: Text = noted(
    ["视为通过", "deemed carried"],
    [
        "未赞成者不足以阻止，按规则视为通过",
        "too few were not in favour to block it, and by the rule it is deemed carried",
    ],
    [
        "有一项指标未达到，但未赞成者不足以阻止，视为通过。请把两者都写入会议记录。",
        "One measure was not met, but too few were not in favour to block it. Put both in the minutes.",
    ],
    [
        "未赞成者太少，不能阻止，按规则视为通过。宣布时请说明这一点。",
        "Too few were not in favour to block it, so it is deemed carried. Say so when you declare.",
    ],
);

pub(super) static LOT_DUE: Text = noted(
    ["由抽签决定", "a lot decides"],
    ["赞成与反对相等，由抽签决定", "the votes are equal, and a lot decides"],
    [
        "赞成与反对相等，由抽签决定。请登记抽签结果。",
        "The votes are equal and a lot decides. Record what it said.",
    ],
    [
        "赞成与反对相等。请当场抽签，再宣布结果。",
        "The votes are equal. Have a lot drawn before the meeting, then declare.",
    ],
);

pub(super) static SECOND_VOTE_DUE: Text = noted(
    ["须再次表决", "to be voted again"],
    [
        "赞成与反对相等，须再次表决；再相等即不通过",
        "the votes are equal and it is voted again; equal again, it is lost",
    ],
    [
        "赞成与反对相等，这次不作决定。宣布后请再次开始表决。",
        "The votes are equal and nothing is decided yet. After the declaration open a second vote.",
    ],
    [
        "赞成与反对相等。请宣布将再次表决；再相等即不通过。",
        "The votes are equal. Announce a second vote; if it is equal again the motion is lost.",
    ],
);
